"""Bytes to text: which character encoding a page is in, and the text that this gives."""

import codecs
import re
from typing import NamedTuple

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_META = re.compile(rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_META_WINDOW = 4096  # bytes; the HTML standard asks for 1,024, pages exceed it
_GUESS_WINDOW = 65_536
_SPOILT = 0.01  # share of replaced characters from which a stated encoding is not believed


class Decoded(NamedTuple):
    """A payload as text, the encoding that it was read in, and who said so: the bytes, header, page or a guess."""

    text: str
    encoding: str
    told_by: str


def decode(payload: bytes, content_type: str = "", *, html: bool = False) -> str:
    """The payload as text; what can't be decoded becomes U+FFFD, and nothing is raised."""
    return decoded(payload, content_type, html=html).text


def decoded(payload: bytes, content_type: str = "", *, html: bool = False) -> Decoded:
    """The same, with the encoding.

    In this order: byte order mark, valid UTF-8 with characters beyond ASCII (nothing else looks like it by chance), the
    header's charset, the page's own `<meta charset>`, a guess from the bytes.
    """
    for bom, encoding in _BOMS:
        if payload.startswith(bom):
            return Decoded(payload[len(bom) :].decode(encoding, "replace"), encoding, "byte order mark")
    try:
        return Decoded(payload.decode("utf-8"), "utf-8", "bytes")
    except UnicodeDecodeError:
        pass
    for name, told_by in _stated(payload, content_type, html=html):
        text = payload.decode(name, "replace")
        if text.count("\ufffd") <= _SPOILT * len(text):
            return Decoded(text, name, told_by)
    guess = _known(detect_encoding(payload[:_GUESS_WINDOW])) or "windows-1252"
    return Decoded(payload.decode(guess, "replace"), guess, "guess")


def _stated(payload: bytes, content_type: str, *, html: bool) -> list[tuple[str, str]]:
    """The encodings that header and page name, as Python names them, and which of both; without those that don't exist."""
    named = [(name, "header") for name in _HEADER.findall(content_type)[:1]]
    if html:
        named += [(name.decode("ascii", "replace"), "page") for name in _META.findall(payload[:_META_WINDOW])[:1]]
    known = [(_known(name), told_by) for name, told_by in named]
    # A page whose tag can be read as ASCII isn't UTF-16.
    return [(name, told_by) for name, told_by in known if name and not (html and name.startswith("utf-16"))]


def _known(name: str | None) -> str | None:
    """Python's codec for an encoding's label, read as the HTML standard reads labels (latin-1 is Windows-1252)."""
    if not name:
        return None
    try:
        return codecs.lookup(map_encoding_to_html5(name, False) or "").name
    except (LookupError, ValueError, TypeError):
        return None
