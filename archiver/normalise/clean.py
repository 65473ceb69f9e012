"""Text from outside made safe and plain: no control characters, one kind of line end, one space between words."""

import re
import unicodedata
from functools import lru_cache

# The invisible characters that only ever confuse a reader or a search: soft hyphen, zero-width space, word joiner, byte
# order mark, the embeddings, overrides and isolates that turn text around ("Trojan source"), the annotation marks.
# The joiners U+200C and U+200D (Persian, Hindi) and the direction marks U+200E, U+200F and U+061C are spelling.
_INVISIBLE = (0xAD, 0x200B, 0x2060, *range(0x202A, 0x202F), *range(0x2066, 0x2070), *range(0xFFF9, 0xFFFC), 0xFEFF)


def _mapping() -> dict[int, str | None]:
    """What each character that can't stay becomes (None: nothing).

    The C1 range in a page is Windows-1252 under another name, as the HTML standard reads it.
    """
    table: dict[int, str | None] = dict.fromkeys((*range(0x20), 0x7F, *_INVISIBLE))
    table |= {0x09: " ", 0x0A: "\n", 0x0B: "\n", 0x0C: "\n", 0x0D: "\n", 0x2028: "\n", 0x2029: "\n"}
    for code in range(0x80, 0xA0):
        try:
            table[code] = bytes([code]).decode("cp1252")
        except UnicodeDecodeError:
            table[code] = None
    table |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # lone surrogates can't be written as UTF-8
    table |= dict.fromkeys(range(0xFDD0, 0xFDF0))
    table |= {plane * 0x10000 + low: None for plane in range(17) for low in (0xFFFE, 0xFFFF)}
    return table


_TABLE = _mapping()
_ODD = re.compile(
    "["
    + "".join(re.escape(char) for char in map(chr, _TABLE) if char != "\n" and not "\ud800" <= char < "\ue000")
    + "\ud800-\udfff]"
)
_REMEMBERED, _LONGEST_REMEMBERED = 16_384, 400
_LONGEST_COMPARED = 20_000  # code points, by whose beginning texts are known
_ASCII = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(0x80)}


def plain(text: str) -> str:
    """The text in NFC without control and confusing invisible characters; a line ends in a single newline."""
    # What is printable is none of them; asking so is several times as fast as looking for each.
    printable = text.isprintable() or text.replace("\n", "").replace("\xa0", "").isprintable()
    if text.isascii():
        return text if printable else text.replace("\r\n", "\n").translate(_TABLE)
    if not printable and _ODD.search(text):
        text = text.replace("\r\n", "\n").translate(_TABLE)
    return unicodedata.normalize("NFC", text)


def line(text: str | None) -> str:
    """The text as one line: every run of white space, no-break spaces too, is one space; None is an empty line."""
    return " ".join(plain(text).split()) if text else ""


def comparable(text: str) -> str:
    """What two copies of a text have in common: letters and digits, folded, with one space between words."""
    return _comparable(text) if len(text) <= _LONGEST_REMEMBERED else _folded(text[:_LONGEST_COMPARED])


def _folded(text: str) -> str:
    if text.isascii():
        return " ".join(text.translate(_ASCII).split())
    return " ".join(unicodedata.normalize("NFKC", text).casefold().translate(_SIGNS).split())


_comparable = lru_cache(maxsize=_REMEMBERED)(_folded)


class _Signs(dict[int, str]):
    """What becomes of a sign, looked up once: signs are spaces, but a combining mark is a part of its word (Hindi, Arabic)."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        kept = sign.isalnum() or sign.isspace() or unicodedata.category(sign).startswith("M")
        return self.setdefault(code, sign if kept else " ")


_SIGNS = _Signs()
