"""MHTML (RFC 2557): a page with its pictures in one file, as Chrome, Edge and others save it → the page alone.

Only headers are read by the email package: it takes time out of proportion for a message that is nested or cut up to
harm, and makes an object of every picture. The parts are found here, each byte looked at once.
"""

import base64
import binascii
import datetime as dt
import email.utils
import quopri
import re
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesHeaderParser
from typing import NamedTuple
from urllib.parse import urlsplit

from archiver.errors import SourceError
from archiver.sources.responses import HTML_TYPES
from archiver.sources.saved import SavedPage

MHTML_TYPE = "multipart/related"
_MAX_HEADERS = 1 << 16
_MAX_HEADER_LINES = 500
_MAX_PARAMETERS = 20  # of a content type, which the email package looks through again for each
_MAX_PARTS = 10_000  # a page of a thousand pictures is rare
_MAX_DEPTH = 3  # a mail program puts the page beside its plain text, and both beside the pictures
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_CHARSET = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:+-]{0,39}")
_ENDS = "the file ends in the middle of the page: was a download or a copy cut short?"


class MhtmlPage(NamedTuple):
    """The page in an MHTML file: its bytes, its type with the charset that the file states, and what is known of it."""

    payload: bytes
    content_type: str
    saved: SavedPage | None


class _Part(NamedTuple):
    headers: Message
    body: bytes


def read_mhtml(data: bytes) -> MhtmlPage:
    """The page that an MHTML file holds. SourceError says why there is none."""
    whole = _part(data.lstrip())
    root = _find_page(whole, 0)
    if root is None:
        raise SourceError("is MHTML and has no HTML page in it")
    payload = _decoded(root)
    if not payload.strip():
        raise SourceError("is MHTML whose page is empty")
    charset = root.headers.get_content_charset("")
    content_type = root.headers.get_content_type()
    return MhtmlPage(
        payload=payload,
        content_type=f"{content_type}; charset={charset}" if _CHARSET.fullmatch(charset) else content_type,
        saved=_saved_from(whole.headers, root.headers),
    )


def _part(data: bytes) -> _Part:
    """Headers and body; SourceError if the headers are no headers."""
    if data[:1] in (b"\r", b"\n"):
        return _Part(Message(), data.removeprefix(b"\r").removeprefix(b"\n"))
    blank = _BLANK_LINE.search(data, 0, _MAX_HEADERS)
    head = data[: blank.start()] if blank else data[:_MAX_HEADERS]
    if head.count(b"\n") > _MAX_HEADER_LINES or (blank is None and len(data) > _MAX_HEADERS):
        raise SourceError("is MHTML with more headers than any browser writes")
    if blank is None:
        raise SourceError(f"is damaged MHTML: {_ENDS}")
    headers = BytesHeaderParser().parsebytes(head + b"\r\n\r\n")
    if str(headers.get("content-type", "")).count(";") > _MAX_PARAMETERS:
        raise SourceError("is MHTML with a content type that no browser writes")
    return _Part(headers, data[blank.end() :])


def _find_page(part: _Part, depth: int) -> _Part | None:
    """The HTML page that the part is, or the first among its parts; None if there is none."""
    if part.headers.get_content_type() in HTML_TYPES:
        return part
    if part.headers.get_content_maintype() != "multipart" or depth >= _MAX_DEPTH:
        return None
    for inner in _iter_parts(part):
        if found := _find_page(inner, depth + 1):
            return found
    return None


def _iter_parts(part: _Part) -> Iterator[_Part]:
    """The parts of a multipart body, as RFC 2046, section 5.1.1, has them; SourceError if one doesn't end."""
    boundary = part.headers.get_boundary("").encode("utf-8", "replace")
    if not boundary:
        raise SourceError("is damaged MHTML: it doesn't say where its parts begin")
    line = re.compile(rb"(?:\A|\r?\n)--" + re.escape(boundary) + rb"(--)?[ \t]{0,80}(?:\r?\n|\Z)")
    body, position, start, number = part.body, 0, -1, 0
    while match := line.search(body, position):
        if start >= 0:
            yield _part(body[start : match.start()])
        if match[1]:
            return
        number += 1
        if number > _MAX_PARTS:
            raise SourceError(f"is MHTML of more than {_MAX_PARTS:,} parts")
        start = match.end()
        position = max(match.end() - 2, match.start() + 1)  # its line's end may be where the next one begins
    raise SourceError(f"is damaged MHTML: {_ENDS}")


def _decoded(part: _Part) -> bytes:
    """The part's bytes without the encoding in which mail is sent; never more of them than there were."""
    encoding = part.headers.get("content-transfer-encoding", "").strip().lower()
    if encoding == "quoted-printable":
        return quopri.decodestring(part.body)
    if encoding == "base64":
        try:
            return base64.b64decode(part.body)
        except binascii.Error as error:
            raise SourceError(f"is damaged MHTML: {_ENDS}") from error
    if encoding in ("", "7bit", "8bit", "binary"):
        return part.body
    raise SourceError(f"is MHTML in an encoding that can't be read ({encoding[:40]})")


def _saved_from(whole: Message, root: Message) -> SavedPage | None:
    """Where the page was saved from, and when, as the file's own headers say."""
    stated = (
        whole.get("snapshot-content-location"),
        root.get("content-location"),
        whole.get("content-location"),
    )
    for value in stated:
        url = "".join(str(value or "").split())  # a long address is folded over several lines
        if _is_web_address(url):
            return SavedPage(url, _date(str(whole.get("date", ""))))
    return None


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and url.isprintable()
    except ValueError:  # brackets that aren't any
        return False


def _date(text: str) -> dt.datetime | None:
    try:
        moment = email.utils.parsedate_to_datetime(text)
        return moment.replace(tzinfo=moment.tzinfo or dt.UTC).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None
