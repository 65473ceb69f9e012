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
_LATIN = "cp1252"  # which many servers state of every page
_WIDER = {"euc_kr": "cp949", "gbk": "gb18030", "shift_jis": "cp932", "big5": "big5hkscs"}  # what browsers read these as
_LABELS = {"cp949": "cp949", "uhc": "cp949", "ms949": "cp949", "cp936": "gb18030", "ms936": "gb18030", "cp932": "cp932"}
_JAPANESE = (b"\x1b$B", b"\x1b$@")  # how ISO-2022-JP, whose bytes are ASCII's, begins a word
_ONLY_BEYOND = b" " * 0x80 + bytes(range(0x80, 0x100))
_RUN, _RUNS = 3, 0.5  # bytes beyond ASCII in a row, as no accents stand; their share
_SPOILT = 0.01  # share of replaced characters from which a stated encoding is not believed
_FIRST = b"\xc3"  # the byte that whatever was written as UTF-8 twice begins with, in letters from Â to ô
_BEYOND = b"\x80"
_AS_BYTES = {ord(bytes((at,)).decode(_LATIN, "ignore") or chr(at)): at for at in range(0x80, 0xA0)}


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

    In this order: byte order mark, the bytes of UTF-16 and of ISO-2022-JP, valid UTF-8 with characters beyond ASCII (nothing
    else looks like it by chance), the header's charset, the page's own `<meta charset>`, a guess from the bytes. Latin-1 is
    stated by default: a page that says something else is believed, and so are bytes that make no words in it. UTF-8 that
    was taken for Latin-1 and written as UTF-8 again ("donâ€™t"), as scripts save pages, is read twice.
    """
    for bom, encoding in _BOMS:
        if payload.startswith(bom):
            return Decoded(payload[len(bom) :].decode(encoding, "replace"), encoding, "byte order mark")
    seen = _seen(payload)
    if seen:
        return Decoded(payload.decode(seen, "replace"), seen, "bytes")
    try:
        return Decoded(_once(payload, payload.decode("utf-8")), "utf-8", "bytes")
    except UnicodeDecodeError:
        pass
    stated = _stated(payload, content_type, html=html)
    for name, told_by in sorted(stated, key=lambda said: said[0] == _LATIN):
        if name == _LATIN and _is_no_latin(payload[:_GUESS_WINDOW]):
            continue
        text = payload.decode(name, "replace")
        if not _is_spoilt(text):
            return Decoded(text, name, told_by)
    guess = _known(detect_encoding(payload[:_GUESS_WINDOW])) or _LATIN
    text = payload.decode(guess, "replace")
    if _is_spoilt(text) and not _is_spoilt(payload.decode("euc_kr", "replace")):  # which the guesser doesn't know
        guess, text = "cp949", payload.decode("cp949", "replace")
    return Decoded(text, guess, "guess")


def _once(payload: bytes, text: str) -> str:
    """The text, read once more if all of it was written as UTF-8 twice.

    The first letter from Â to ô then stands before another character beyond ASCII, which it does in hardly any other text.
    """
    at = payload.find(_FIRST)
    if at < 0 or payload[at + 2 : at + 3] < _BEYOND:
        return text
    try:
        return text.translate(_AS_BYTES).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def _is_spoilt(text: str) -> bool:
    return text.count("\ufffd") > _SPOILT * len(text)


def _seen(payload: bytes) -> str | None:
    """The encoding that bytes show which are ASCII's, one by one: UTF-16 by its zeros, ISO-2022-JP by what begins its words."""
    if b"\0" in payload[:2] and payload[:2] != b"\0\0":
        return "utf-16-be" if payload[0] == 0 else "utf-16-le"
    return "iso2022_jp" if b"\x1b" in payload and any(mark in payload for mark in _JAPANESE) else None


def _is_no_latin(payload: bytes) -> bool:
    """Whether most bytes beyond ASCII stand in a row, as no accents do."""
    runs = payload.translate(_ONLY_BEYOND).split()
    return sum(len(run) for run in runs if len(run) >= _RUN) > _RUNS * sum(map(len, runs))


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
        codec = codecs.lookup(map_encoding_to_html5(name, False) or _LABELS.get(name.lower(), "")).name
    except (LookupError, ValueError, TypeError):
        return None
    return _WIDER.get(codec, codec)
