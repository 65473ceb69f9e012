"""One record of the log as WARC bytes, and back.

Written with FastWARC; read with our own few lines, because reading must notice what the WARC libraries let pass: a
record that ends too early. What the archive itself needs to know of a record stands in its `Archive-…` headers; text
from outside stands there as a JSON string in ASCII, so it can't break out of its line and comes back exactly.
"""

import base64
import datetime as dt
import hashlib
import io
import json
import re
import uuid
from contextlib import suppress
from typing import Literal, NamedTuple
from urllib.parse import quote

import msgspec
from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

from archiver.document import Capture, FeedEntry
from archiver.errors import LogError, SourceError
from archiver.keys import clean_url, document_id

Kind = Literal["capture", "revisit", "withdrawal", "purge"]

HEADER_LIMIT = 32_768  # bytes of a record's WARC headers: other tools stop reading at 64 KiB
_ADDRESS_LIMIT = (
    8_000  # characters of key and address, each, as they are written: with them the headers keep below their limit
)
_ENTRY_LIMIT = 4_000  # characters of what a feed says, as they are written
_ENTRY_PARTS = (
    "summary",
    "categories",
    "authors",
    "title",
)  # what is left out of it, one after the other, if it is longer
_TEXT_LIMIT = 1_000  # characters of a source or content type that are kept: neither identifies anything
_REVISIT_PROFILE = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"  # WARC 1.1, section 6.7.2
_CONFORMS_TO = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
_COMPRESSION = 6
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)

# Headers that speak of the bytes as they came over the wire. What is stored is the decoded payload, so they would lie
# to whoever replays the record; they are kept under a prefix, as web archives do, and get their names back on reading.
_KEPT_AS = "X-Archive-Orig-"
_WIRE_HEADERS = {"content-encoding", "transfer-encoding", "content-length"}
_NOT_IN_NAME = re.compile(r"[^!#$%&'*+.^_`|~0-9A-Za-z-]")  # RFC 9110, section 5.6.2
_NOT_IN_VALUE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]+")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S")
_POSITION = re.compile(r"[1-9]\d{0,17}", re.ASCII)
_URI_SAFE = "!#$%&'()*+,/:;=?@[]~"


class _PurgeBlock(msgspec.Struct, frozen=True):
    """The part of a purge's block that is read again: the positions that were taken out."""

    positions: tuple[int, ...]


class Entry(NamedTuple):
    """What the catalogue knows of a record.

    `captured_at` counts microseconds since 1970 (None: not known), `exact` is False where that is only an upper bound.
    `digest` is the payload's SHA-256, `refers_to` the position of the capture that a revisit found again, `purged` the
    positions that a purge took out.
    """

    position: int
    kind: Kind
    key: str
    captured_at: int | None = None
    exact: bool = True
    digest: bytes | None = None
    refers_to: int | None = None
    purged: tuple[int, ...] = ()


class Original(NamedTuple):
    """The capture that a revisit refers to."""

    position: int
    url: str
    written_at: int | None


class Removal(NamedTuple):
    """How a document was taken out: `withdrawal` or `purge`, when (ISO 8601), and the reason given, empty if none was."""

    kind: str
    at: str
    reason: str


def prepare(capture: Capture) -> tuple[Capture, bytes]:
    """The capture with its key, and its payload's SHA-256; SourceError if it can't be stored as it is."""
    key = check(capture)
    return msgspec.structs.replace(capture, key=key), hashlib.sha256(capture.payload).digest()


def check(capture: Capture) -> str:
    """The capture's key. Raises SourceError if the capture can't be stored, whatever room there is."""
    key = capture.key or (clean_url(capture.url) if capture.url else "")
    if not key:
        raise SourceError(f"a capture from {capture.source or 'an unnamed source'} has neither a key nor an address")
    try:
        key.encode()
    except UnicodeEncodeError as error:
        raise SourceError(f"the key {key!r} isn't valid Unicode: percent-encode it") from error
    if capture.captured_at is not None and capture.captured_at.utcoffset() is None:
        raise SourceError(f"the capture of {key} has a time without an offset, {capture.captured_at.isoformat()}")
    longest = max(len(json.dumps(text)) for text in (key, capture.url or "", target_uri(capture.url, key)))
    if longest > _ADDRESS_LIMIT:
        raise SourceError(f"its address has {longest:,} characters, more than the {_ADDRESS_LIMIT:,} that can be kept")
    return key


def record_id(log_id: str, position: int) -> str:
    """The WARC-Record-ID, without brackets, of the record with this position: always the same, so it needn't be stored."""
    return f"urn:uuid:{uuid.uuid5(uuid.UUID(hex=log_id), str(position))}"


def digest_text(digest: bytes) -> str:
    """A SHA-256 digest as WARC headers write it: `sha256:` and base32."""
    return "sha256:" + base64.b32encode(digest).decode("ascii")


def microseconds(moment: dt.datetime) -> int:
    """An aware time as microseconds since 1970."""
    return (moment - _EPOCH) // _MICROSECOND


def iso_time(stamp: int) -> str:
    """Microseconds since 1970 as WARC-Date writes them: `2025-09-02T14:49:00Z`, with a fraction only if there is one."""
    return moment_of(stamp).isoformat().replace("+00:00", "Z")


def moment_of(stamp: int) -> dt.datetime:
    """Microseconds since 1970 as an aware time in UTC."""
    return _EPOCH + dt.timedelta(microseconds=stamp)


def target_uri(url: str | None, key: str) -> str:
    """The WARC-Target-URI: the address if it is one, else the key, else the document's id as a URN; always ASCII."""
    for candidate in (url, key):
        if candidate and _URI.match(candidate):
            return quote(candidate.encode("utf-8", "surrogatepass"), safe=_URI_SAFE)
    return f"urn:news-archive:{document_id(key)}"


def build_warcinfo(log_id: str, file_name: str, now: int, software: str) -> bytes:
    """The first record of a file: what wrote it, and which log it belongs to."""
    fields = {"software": software, "format": "WARC File Format 1.1", "conformsTo": _CONFORMS_TO, "isPartOf": log_id}
    block = "".join(f"{name}: {value}\r\n" for name, value in fields.items()).encode()
    headers = [
        ("WARC-Date", iso_time(now)),
        ("WARC-Filename", file_name),
        ("Content-Type", "application/warc-fields"),
        ("Archive-Log", log_id),
    ]
    return _serialise(WarcRecordType.warcinfo, f"urn:uuid:{uuid.uuid4()}", headers, block)


def build_collection_info(about: dict[str, str], at: str) -> bytes:
    """The first record of a file that records of a log were copied into: `about` are its fields, `at` the time.

    The same fields and time always give the same bytes.
    """
    fields = {**about, "format": "WARC File Format 1.1", "conformsTo": _CONFORMS_TO}
    block = "".join(f"{name}: {_header_value(value)}\r\n" for name, value in fields.items()).encode()
    headers = [("WARC-Date", at), ("Content-Type", "application/warc-fields")]
    urn = f"urn:uuid:{uuid.UUID(bytes=hashlib.sha256(block).digest()[:16], version=4)}"
    return _serialise(WarcRecordType.warcinfo, urn, headers, block)


def build_capture(log_id: str, entry: Entry, capture: Capture, now: int) -> bytes:
    """A `response` record where there was a response, a `resource` record for a file that was given."""
    headers = _capture_headers(log_id, entry, capture, now)
    if capture.headers:
        record_type, block = WarcRecordType.response, http_head(capture.headers, len(capture.payload)) + capture.payload
        headers.append(("Content-Type", "application/http; msgtype=response"))
    else:
        record_type, block = WarcRecordType.resource, capture.payload
        headers.append(
            ("Content-Type", _header_value(capture.content_type[:_TEXT_LIMIT]) or "application/octet-stream")
        )
    return _serialise(record_type, record_id(log_id, entry.position), headers, block)


def build_revisit(log_id: str, entry: Entry, capture: Capture, original: Original, now: int) -> bytes:
    """A `revisit` record: the address was fetched again and gave the payload of the original."""
    headers = [
        *_capture_headers(log_id, entry, capture, now),
        ("Archive-Refers-To", str(original.position)),
        ("WARC-Profile", _REVISIT_PROFILE),
        ("WARC-Refers-To", f"<{record_id(log_id, original.position)}>"),
        ("WARC-Refers-To-Target-URI", original.url),
        ("Content-Type", "application/http; msgtype=response"),
    ]
    if original.written_at is not None:
        headers.append(("WARC-Refers-To-Date", iso_time(original.written_at)))
    block = http_head(capture.headers, len(capture.payload))
    return _serialise(WarcRecordType.revisit, record_id(log_id, entry.position), headers, block)


def build_removal(log_id: str, entry: Entry, reason: str, now: int) -> bytes:
    """A `metadata` record that says that a document was withdrawn or purged, why, and which captures were taken out."""
    said: dict[str, object] = {"event": entry.kind, "reason": reason}
    if entry.kind == "purge":
        said["positions"] = entry.purged
    headers = [
        ("WARC-Date", iso_time(now)),
        ("WARC-Target-URI", target_uri(None, entry.key)),
        *_archive_headers(log_id, entry),
        ("Content-Type", "application/json"),
    ]
    block = json.dumps(said).encode("ascii")
    return _serialise(WarcRecordType.metadata, record_id(log_id, entry.position), headers, block)


def parse_removal(headers: dict[str, str], block: bytes) -> Removal:
    """What the record of a withdrawal or a purge says. ValueError or KeyError if it isn't one."""
    said = json.loads(block)
    return Removal(said["event"], headers["warc-date"], str(said["reason"]))


def http_head(headers: tuple[tuple[str, str], ...], length: int) -> bytes:
    """The status line and headers of a response, fit to stand before the decoded payload, which has `length` bytes."""
    lines = ["HTTP/1.1 200 OK"]
    for name, value in headers:
        clean = _NOT_IN_NAME.sub("_", name)
        lower = clean.lower()
        speaks_of_wire = lower in _WIRE_HEADERS and not (lower == "content-length" and value.strip() == str(length))
        if speaks_of_wire or lower.startswith(_KEPT_AS.lower()):
            clean = _KEPT_AS + clean
        lines.append(f"{clean or '_'}: {_header_value(value)}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "replace")


def parse_http_head(head: bytes) -> tuple[tuple[str, str], ...]:
    """The response's own headers again, from what `http_head` wrote."""
    pairs = []
    for line in head.decode("utf-8", "replace").split("\r\n")[1:]:
        name, colon, value = line.partition(":")
        if colon:
            pairs.append((name.removeprefix(_KEPT_AS), value.strip()))
    return tuple(pairs)


def parse_headers(head: bytes) -> dict[str, str]:
    """A record's WARC headers, their names in lower case; ValueError if this isn't the head of a WARC record."""
    lines = head.decode("utf-8").split("\r\n")
    if not lines[0].startswith("WARC/1."):
        raise ValueError("it doesn't begin with WARC/1.")
    headers = {}
    for line in lines[1:]:
        name, colon, value = line.partition(":")
        if not colon:
            raise ValueError("a header line has no colon")
        headers[name.lower()] = value.strip()
    return headers


def content_length(headers: dict[str, str]) -> int:
    """The length of a record's block in bytes; ValueError or KeyError if the headers don't state one."""
    size = int(headers["content-length"])
    if size < 0:
        raise ValueError("its Content-Length is negative")
    return size


def parse_entry(headers: dict[str, str], block: bytes | None) -> Entry:
    """What the catalogue must know of the record with these headers; ValueError or KeyError if they don't say it.

    `block` is needed for metadata records only: it holds the positions that a purge took out.
    """
    kind = headers["archive-event"]
    position = _parse_position(headers["archive-position"])
    key = _parse_text(headers["archive-key"])
    if kind == "withdrawal":
        return Entry(position, "withdrawal", key)
    if kind == "purge":
        return Entry(position, "purge", key, purged=_parse_purged(block or b""))
    known = headers["archive-capture-time"] != "unknown"
    moment = _parse_time(headers["warc-date"]) if known else None
    digest = _parse_digest(headers["warc-payload-digest"])
    exact = headers["archive-capture-time"] != "upper-bound"
    if kind == "revisit":
        return Entry(position, "revisit", key, moment, exact, digest, _parse_position(headers["archive-refers-to"]))
    if kind != "capture":
        raise ValueError(f"it holds an event of an unknown kind, {kind!r}")
    return Entry(position, "capture", key, moment, exact, digest)


def parse_capture(headers: dict[str, str], block: bytes) -> Capture:
    """The capture that a record holds; ValueError or KeyError if it holds none. A revisit comes without its payload."""
    entry = parse_entry(headers, None)
    head, payload = b"", block
    if headers["warc-type"] in {"response", "revisit"}:
        head, _, payload = block.partition(b"\r\n\r\n")
    url = headers.get("archive-url")
    return Capture(
        payload=payload,
        content_type=_parse_text(headers["archive-content-type"]),
        url=None if url is None else _parse_text(url),
        key=entry.key,
        captured_at=None if entry.captured_at is None else moment_of(entry.captured_at),
        captured_exactly=entry.exact,
        headers=parse_http_head(head),
        entry=_parse_entry_text(headers.get("archive-feed-entry")),
        source=_parse_text(headers["archive-source"]),
        position=entry.position,
    )


def _archive_headers(log_id: str, entry: Entry) -> list[tuple[str, str]]:
    return [
        ("Archive-Log", log_id),
        ("Archive-Position", str(entry.position)),
        ("Archive-Event", entry.kind),
        ("Archive-Key", json.dumps(entry.key)),
    ]


def _capture_headers(log_id: str, entry: Entry, capture: Capture, now: int) -> list[tuple[str, str]]:
    assert entry.digest is not None
    time = "unknown" if entry.captured_at is None else "exact" if entry.exact else "upper-bound"
    headers = [
        ("WARC-Date", iso_time(now if entry.captured_at is None else entry.captured_at)),
        ("WARC-Target-URI", target_uri(capture.url, entry.key)),
        ("WARC-Payload-Digest", digest_text(entry.digest)),
        *_archive_headers(log_id, entry),
        ("Archive-Capture-Time", time),
        ("Archive-Content-Type", json.dumps(capture.content_type[:_TEXT_LIMIT])),
        ("Archive-Source", json.dumps(capture.source[:_TEXT_LIMIT])),
    ]
    if capture.url is not None:
        headers.append(("Archive-URL", json.dumps(capture.url)))
    if capture.entry and (entry_text := _entry_text(capture.entry)):
        headers.append(("Archive-Feed-Entry", entry_text))
    return headers


def _entry_text(entry: FeedEntry) -> str:
    """The entry as JSON in ASCII, of an endless one what comes first to know; empty where its address alone is endless."""
    said = msgspec.to_builtins(entry)
    for part in ("", *_ENTRY_PARTS):
        said.pop(part, None)
        if len(text := json.dumps(said)) <= _ENTRY_LIMIT:
            return text
    return ""


def _parse_position(value: str) -> int:
    if not _POSITION.fullmatch(value):
        raise ValueError(f"{value[:20]!r} isn't a position")
    return int(value)


def _parse_text(value: str) -> str:
    if not value.startswith('"'):
        raise ValueError(f"{value[:20]!r} isn't a JSON string")
    text: str = json.loads(value)
    return text


def _parse_entry_text(value: str | None) -> FeedEntry | None:
    """What a feed said; None also where a record from elsewhere has something else there: the page is sound all the same."""
    with suppress(ValueError, RecursionError):
        return None if value is None else msgspec.convert(json.loads(value), FeedEntry)
    return None


def _parse_time(value: str) -> int:
    moment = dt.datetime.fromisoformat(value)
    if moment.utcoffset() is None:
        raise ValueError(f"{value[:40]!r} has no offset")
    return microseconds(moment)


def _parse_digest(value: str) -> bytes:
    digest = base64.b32decode(value.removeprefix("sha256:"))
    if len(digest) != hashlib.sha256().digest_size:
        raise ValueError(f"{value[:80]!r} isn't a SHA-256 digest")
    return digest


def _parse_purged(block: bytes) -> tuple[int, ...]:
    return msgspec.json.decode(block, type=_PurgeBlock).positions


def _header_value(value: str) -> str:
    return _NOT_IN_VALUE.sub(" ", value).strip()


def _serialise(record_type: WarcRecordType, urn: str, headers: list[tuple[str, str]], block: bytes) -> bytes:
    size = sum(len(name) + len(value) + 4 for name, value in headers)
    if size > HEADER_LIMIT:
        longest = max(headers, key=lambda pair: len(pair[1]))
        raise LogError(
            f"a record's headers would take {size} bytes, more than {HEADER_LIMIT}: its {longest[0]} alone has"
            f" {len(longest[1])} ({longest[1][:60]}…); give it a shorter address or source"
        )
    record = WarcRecord()
    record.init_headers(record_type)
    record.headers["WARC-Record-ID"] = f"<{urn}>"
    for name, value in headers:
        record.headers[name] = value
    record.headers.append("WARC-Block-Digest", digest_text(hashlib.sha256(block).digest()))
    record.set_bytes_content(block)
    packed = io.BytesIO()
    writer = GzipWriter(packed, compression_level=_COMPRESSION)
    record.write(writer)
    writer.close()
    return packed.getvalue()
