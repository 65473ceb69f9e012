"""Cutting a text into tokens.

A token is a run of numbers, or a run of letters and marks that `++` or `#` may end (C++, F#), of the text in Unicode's
composed form (NFC). What no reader sees inside a word, soft hyphens and zero-width joiners, is taken away first.

There are three ways to the same tokens, which the tests hold against each other: by Unicode's tables for any text, by
a list of ranges for texts in Latin letters, so that a search needn't load the package `regex` (a third of its whole
time), and by spaces, three times as fast, for the texts that fit into Latin-1, which most of what is indexed does.
"""

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from typing import AnyStr

    import regex

MAX_TOKEN = 255
"""Code points of a token that are kept. No language has longer words; Lucene refuses a document with a huge one."""

_WORD = r"\p{N}+|[\p{L}\p{M}]+(?:\+\+|#)?"

# Latin letters, and signs that are neither letters nor numbers nor marks. Composing changes none of these but spaces.
_PLAIN_TEXT = (
    "[\\0-\xac\xae-\u02ff\u2000-\u200c\u200e-\u205f\u20a0-\u20bf\u2116\u2122\u2190-\u2328\u232b-\u245f\u2500-\u2767]*"
)
_PLAIN_WORD = (
    "[0-9\xb2\xb3\xb9\xbc-\xbe]+"
    "|[A-Za-z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u02c1\u02c6-\u02d1\u02e0-\u02e4\u02ec\u02ee]+(?:\\+\\+|#)?"
)

_SOFT_HYPHEN = "\u00ad"
_INVISIBLE = _SOFT_HYPHEN + "\u200d"
_INVISIBLES = {ord(character): None for character in _INVISIBLE}

# For each character of Latin-1: `a` for a letter, `0` for a number, else a space; and itself, or a space.
_KINDS = "".join("a" if c.isalpha() else "0" if c.isnumeric() else " " for c in map(chr, range(256))).encode("latin-1")
_LATIN = "".join(c if c.isalpha() or c.isnumeric() else " " for c in map(chr, range(256))).encode("latin-1")
_TOO_LONG = (b"a" * (MAX_TOKEN + 1), b"0" * (MAX_TOKEN + 1))
_SHORT = 200  # code points of a text for which the detour by spaces doesn't pay
_COMMON_SIGNS = "’‘“”–—…•€"  # beyond Latin-1, and in no token

# Scripts written without spaces between words, and Korean, whose words take endings: Han with its iteration marks and
# zero, Hiragana, Katakana, Bopomofo, Hangul, and their half-width and supplementary forms.
_CJK = (
    "[\u1100-\u11ff\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3041-\u3096\u3099\u309a\u309d-\u309f"
    "\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\ua960-\ua97c\uac00-\ud7fb\uf900-\ufaff\uff66-\uffdc\U0001aff0-\U0001b16f\U00020000-\U000323af]+"
)


def tokens(text: str) -> list[str]:
    """The tokens of the text, as written."""
    if text.isascii() and text.isalpha() and len(text) <= MAX_TOKEN:
        return [text]
    if len(text) > _SHORT and (spaced := spaced_tokens(text)) is not None:
        return spaced.split()
    found = plain_words().findall(text) if is_plain(text) else _any_word().findall(composed(text))
    return [token[:MAX_TOKEN] for token in found]


def spaced_tokens(text: str) -> str | None:
    """The tokens of the text with one or more spaces between them; None for a text that this way is too simple for."""
    text = text.replace(_SOFT_HYPHEN, "")
    latin = _latin(text)
    if latin is None or "#" in text or "++" in text:
        return None
    kinds = latin.translate(_KINDS)
    if _TOO_LONG[0] in kinds or _TOO_LONG[1] in kinds:
        return None
    words = latin.translate(_LATIN)
    borders = sorted(at + 1 for border in (b"a0", b"0a") for at in _find_all(kinds, border))
    if borders:
        starts = (0, *borders)
        words = b" ".join(words[start:end] for start, end in zip(starts, (*borders, None), strict=True))
    return words.decode("latin-1")


def spans(text: str) -> "Iterator[tuple[str, int, int]]":
    """Each token as written, with its place (from, to) in code points of the text as it was given."""
    if is_plain(text):
        for match in plain_words().finditer(text):
            yield match[0][:MAX_TOKEN], match.start(), match.end()
        return
    whole = composed(text)
    places = None if whole == text else _places(text)
    reached = 0
    for match in _any_word().finditer(whole):
        start, end = match.span()
        if places:
            # Characters that were composed into several share their place; a token starts after the one before it.
            start, end = max(places[start][0], reached), places[end - 1][1]
            reached = end
        yield match[0][:MAX_TOKEN], start, end


def find_tokens(text: str, wanted: "Collection[str]") -> "Iterator[tuple[str, int, int]]":
    """Those of the `spans` of a text that are one of these tokens, in any order."""
    latin = None if _SOFT_HYPHEN in text else _latin(text)
    if latin is None:
        yield from (span for span in spans(text) if span[0] in wanted)
        return
    kinds = latin.translate(_KINDS)
    for word in wanted:
        for at in _find_all(text, word):
            end = at + len(word)
            begins = at == 0 or kinds[at - 1] != kinds[at]
            ends = kinds[end : end + 1] != kinds[end - 1 : end] and not _has_suffix(text, word, end)
            if begins and (ends or not word[-1].isalnum()):
                yield word, at, end


def has_cjk(text: str) -> bool:
    """Whether the text holds Chinese, Japanese or Korean, which are indexed in pairs of characters."""
    return not is_plain(text) and _pattern(_CJK).search(text) is not None


def cjk_runs(text: str) -> "Iterator[tuple[bool, str]]":
    """The composed text in parts, in order: (whether it is Chinese, Japanese or Korean, the part)."""
    whole = composed(text)
    reached = 0
    for match in _pattern(_CJK).finditer(whole):
        if match.start() > reached:
            yield False, whole[reached : match.start()]
        yield True, match[0]
        reached = match.end()
    if reached < len(whole):
        yield False, whole[reached:]


def is_plain(text: str) -> bool:
    """Whether the text is sure to be composed and to hold only Latin letters, common signs and spaces."""
    return text.isascii() or _pattern(_PLAIN_TEXT).fullmatch(text) is not None


def composed(text: str) -> str:
    """The text in Unicode's composed form (NFC), without what no reader sees."""
    import unicodedata

    if any(character in text for character in _INVISIBLE):
        text = text.translate(_INVISIBLES)
    return unicodedata.normalize("NFC", text)


def _latin(text: str) -> bytes | None:
    """The text in Latin-1, character for character, the common signs beyond it as spaces; None if it doesn't fit."""
    if not text.isascii():
        for sign in _COMMON_SIGNS:
            text = text.replace(sign, " ")
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return None


def _has_suffix(text: str, word: str, end: int) -> bool:
    """Whether what stands here belongs to the word before it: C is no token of C++."""
    return word[-1].isalpha() and text.startswith(("++", "#"), end)


def _find_all(whole: "AnyStr", part: "AnyStr") -> "Iterator[int]":
    at = whole.find(part)
    while at >= 0:
        yield at
        at = whole.find(part, at + 1)


# Compiled when they are first needed: a search of English articles needs none of them.
_patterns: "dict[str, re.Pattern[str]]" = {}
_words: "list[regex.Pattern[str]]" = []


def _pattern(source: str) -> "re.Pattern[str]":
    pattern = _patterns.get(source)
    if pattern is None:
        pattern = _patterns[source] = re.compile(source)
    return pattern


def plain_words() -> "re.Pattern[str]":
    """What finds the tokens of a plain text."""
    return _pattern(_PLAIN_WORD)


def _any_word() -> "regex.Pattern[str]":
    if not _words:
        import regex

        _words.append(regex.compile(_WORD))
    return _words[0]


def _places(text: str) -> list[tuple[int, int]]:
    """For each character of the composed text, where it came from: (from, to) in the text as it was given."""
    import unicodedata

    import regex

    kept = [i for i, character in enumerate(text) if character not in _INVISIBLE]
    visible = text.translate(_INVISIBLES)
    places: list[tuple[int, int]] = []
    # Nothing composes across the border of two graphemes.
    for match in regex.finditer(r"\X", visible):
        whole = unicodedata.normalize("NFC", match[0])
        if whole == match[0]:
            places.extend((kept[i], kept[i] + 1) for i in range(*match.span()))
        else:
            places.extend([(kept[match.start()], kept[match.end() - 1] + 1)] * len(whole))
    return places
