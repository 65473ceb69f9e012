"""WARC files → captures: the HTML pages of other archives and crawlers, and this archive's own records."""

import datetime as dt
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from archiver.document import Capture
from archiver.errors import SourceError
from archiver.keys import clean_url
from archiver.sources.base import Rejected, SourceOptions, iter_few_refusals, too_large
from archiver.sources.budget import Budget
from archiver.sources.records import BrokenRecord, Headers, WarcRecord, iter_records
from archiver.sources.responses import HTML_TYPES, dechunk, decode_body, kept_headers, media_type
from archiver.sources.sniff import looks_like_html, not_text

_MAX_HTTP_HEADERS = 1 << 16
_MAX_HTTP_HEADER_LINES = 500
_OK = 200


def iter_warc(file: BinaryIO, name: str, options: SourceOptions) -> Iterator[Capture | Rejected]:
    """The pages of a WARC file, plain or compressed record by record, one at a time.

    Responses with status 200 and resources are taken if they are HTML; of records that an archive of this kind wrote,
    every type. Redirects, images, requests and the like are passed over silently, unless there is nothing else. A
    broken record is refused, with its number, and the next ones are read.
    """
    yield from iter_few_refusals(_iter_pages(file, name, options), name)


def _iter_pages(file: BinaryIO, name: str, options: SourceOptions) -> Iterator[Capture | Rejected]:
    records = pages = refused = 0
    budget = Budget()
    # A compressed body may be larger than what is in it by no more than its framing.
    for record in iter_records(file, options.max_bytes + _MAX_HTTP_HEADERS, _is_candidate, budget):
        records += 1
        made = (
            _refuse(record, name) if isinstance(record, BrokenRecord) else _read_record(record, name, options, budget)
        )
        if made is not None:
            pages += isinstance(made, Capture)
            refused += isinstance(made, Rejected)
            yield made
    if records == 0:
        yield Rejected(name, "is empty")
    elif not pages and not refused:
        yield Rejected(name, f"has no HTML page in its {records:,} records")


def _refuse(record: BrokenRecord, name: str) -> Rejected:
    return Rejected(_place(record, name), record.reason, record.data)


def _place(record: WarcRecord | BrokenRecord, name: str) -> str:
    return f"{name}, record {record.number}"


def _is_candidate(headers: Headers) -> bool:
    """True if the record may hold a page, as far as its headers tell."""
    if "archive-event" in headers:
        return headers["archive-event"] == "capture"
    kind = media_type(headers.get("content-type", ""))
    match headers.get("warc-type", "").lower():
        case "response":
            return kind in ("application/http", "")
        case "resource":
            return kind in HTML_TYPES
    return False


def _read_record(record: WarcRecord, name: str, options: SourceOptions, budget: Budget) -> Capture | Rejected | None:
    """The page of a record; None if it holds none."""
    if not _is_candidate(record.headers):
        return None
    place = _place(record, name)
    try:
        if "archive-event" in record.headers:
            return _read_own(record, place, options)
        return _read_foreign(record, place, options, budget)
    except SourceError as error:
        return Rejected(place, str(error), budget.keep(record.block))


def _read_own(record: WarcRecord, place: str, options: SourceOptions) -> Capture:
    """A capture as the log of an archive of this kind wrote it, with its own key and time."""
    from archiver.log.records import parse_capture

    if record.length > len(record.block):
        raise SourceError(too_large(record.length, options))
    try:
        capture = parse_capture(record.headers, record.block)
        msgspec.convert((capture.content_type, capture.url), tuple[str, str | None])
    except (ValueError, KeyError, RecursionError) as error:
        raise SourceError(f"claims to be an archive's record and isn't one ({error})") from error
    if not capture.payload:
        raise SourceError("is empty")
    return msgspec.structs.replace(capture, position=None, source=place)


def _read_foreign(record: WarcRecord, place: str, options: SourceOptions, budget: Budget) -> Capture | None:
    headers: tuple[tuple[str, str], ...] = ()
    content_type, body = record.headers.get("content-type", ""), record.block
    if record.headers["warc-type"].lower() == "response":
        head, body = _split_head(record.block)
        status, headers = _read_head(head)
        fields = {name.lower(): value for name, value in headers}
        content_type = fields.get("content-type", "")
        if status != _OK or media_type(content_type) not in (*HTML_TYPES, ""):
            return None
        _check_length(record, options)
        if "chunked" in fields.get("transfer-encoding", "").lower():
            body = dechunk(body, budget)
        body = decode_body(body, fields.get("content-encoding", ""), options, budget)
    else:
        _check_length(record, options)
    if not content_type:
        if not looks_like_html(body):
            return None
        content_type = "text/html"
    if not body.strip():
        raise SourceError("is empty")
    if kind := not_text(body):
        raise SourceError(f"says that it is HTML and is {kind}")
    url = record.headers.get("warc-target-uri", "").strip("<> \t")  # some tools write the brackets
    if not url:
        raise SourceError("doesn't say which address it came from (WARC-Target-URI)")
    captured_at = _warc_date(record.headers.get("warc-date", ""))
    return Capture(
        payload=body,
        content_type=content_type,
        url=url,
        key=clean_url(url),
        captured_at=captured_at or options.import_time(),
        captured_exactly=captured_at is not None or options.import_time_is_exact,
        headers=kept_headers(headers),
        source=place,
    )


def _check_length(record: WarcRecord, options: SourceOptions) -> None:
    if record.length > len(record.block):
        raise SourceError(too_large(record.length, options))


def _split_head(block: bytes) -> tuple[bytes, bytes]:
    """The head of an HTTP message and what follows it."""
    start = block[:_MAX_HTTP_HEADERS]
    for blank_line in (b"\r\n\r\n", b"\n\n"):
        if (end := start.find(blank_line)) >= 0:
            if start.count(b"\n", 0, end) > _MAX_HTTP_HEADER_LINES:
                raise SourceError(f"has a response with more than {_MAX_HTTP_HEADER_LINES} headers")
            return block[:end], block[end + len(blank_line) :]
    raise SourceError("has a response whose headers don't end")


def _read_head(head: bytes) -> tuple[int | None, tuple[tuple[str, str], ...]]:
    """The status of a response, None if it has none, and its headers."""
    lines = head.decode("utf-8", "replace").split("\n")
    parts = lines[0].split(None, 2)
    if not lines[0].startswith("HTTP/") or len(parts) < 2 or not parts[1].isdecimal():  # noqa: PLR2004 - version and status
        return None, ()
    pairs = []
    for line in lines[1:]:
        name, colon, value = line.partition(":")
        if colon and name.strip():
            pairs.append((name.strip(), value.strip()))
    return int(parts[1][:3]), tuple(pairs)


def _warc_date(text: str) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(text)
        return moment.replace(tzinfo=moment.tzinfo or dt.UTC).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None
