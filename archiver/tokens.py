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

    import regex

MAX_TOKEN = 255
"""Code points of a token that are kept. No language has longer words; Lucene refuses a document with a huge one."""

_WORD = r"\p{N}+|[\p{L}\p{M}]+(?:\+\+|#)?"

# Latin letters, and signs that are neither letters nor numbers nor marks. Composing changes no letter of these.
_PLAIN_TEXT = re.compile(
    "[\\0-\xac\xae-\u02ff\u2000-\u200c\u200e-\u205f\u20a0-\u20bf\u2116\u2122\u2190-\u245f\u2500-\u2767]*"
)
_PLAIN_WORD = re.compile(
    "[0-9\xb2\xb3\xb9\xbc-\xbe]+"
    "|[A-Za-z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u02c1\u02c6-\u02d1\u02e0-\u02e4\u02ec\u02ee]+(?:\\+\\+|#)?"
)

_INVISIBLE = "\u00ad\u200d"
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
    "\u1100-\u11ff\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3041-\u3096\u3099\u309a\u309d-\u309f"
    "\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\ua960-\ua97c\uac00-\ud7fb\uf900-\ufaff\uff66-\uffdc\U0001aff0-\U0001b16f\U00020000-\U000323af"
)


def tokens(text: str) -> list[str]:
    """The tokens of the text, as written."""
    if len(text) > _SHORT and (spaced := spaced_tokens(text)) is not None:
        return spaced.split()
    found = _PLAIN_WORD.findall(text) if is_plain(text) else _any_word().findall(composed(text))
    return [token[:MAX_TOKEN] for token in found]


def spaced_tokens(text: str) -> str | None:
    """The tokens of the text with one or more spaces between them; None for a text that this way is too simple for."""
    if not text.isascii():
        for sign in _COMMON_SIGNS:
            text = text.replace(sign, " ")
        text = text.replace(_INVISIBLE[0], "")
    try:
        latin = text.encode("latin-1")
    except UnicodeEncodeError:
        return None
    kinds = latin.translate(_KINDS)
    if "#" in text or "++" in text or _TOO_LONG[0] in kinds or _TOO_LONG[1] in kinds:
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
        for match in _PLAIN_WORD.finditer(text):
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
    if not is_plain(text):
        yield from (span for span in spans(text) if span[0] in wanted)
        return
    for word in wanted:
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            # Only so far is looked at as shows whether the token begins and ends here: no word is endless then.
            before = _PLAIN_WORD.match(text, at - 1, at + 1) if at else None
            token = _PLAIN_WORD.match(text, at, end + len("++#"))
            if token and token.end() == end and not (before and before.end() > at):
                yield word, at, end
            at = text.find(word, end)


def has_cjk(text: str) -> bool:
    """Whether the text holds Chinese, Japanese or Korean, which are indexed in pairs of characters."""
    return not is_plain(text) and _cjk_run().search(text) is not None


def cjk_runs(text: str) -> "Iterator[tuple[bool, str]]":
    """The composed text in parts, in order: (whether it is Chinese, Japanese or Korean, the part)."""
    whole = composed(text)
    reached = 0
    for match in _cjk_run().finditer(whole):
        if match.start() > reached:
            yield False, whole[reached : match.start()]
        yield True, match[0]
        reached = match.end()
    if reached < len(whole):
        yield False, whole[reached:]


def is_plain(text: str) -> bool:
    """Whether the text is sure to be composed and to hold only Latin letters, common signs and spaces."""
    return text.isascii() or _PLAIN_TEXT.fullmatch(text) is not None


def composed(text: str) -> str:
    """The text in Unicode's composed form (NFC), without what no reader sees."""
    import unicodedata

    if any(character in text for character in _INVISIBLE):
        text = text.translate(_INVISIBLES)
    return unicodedata.normalize("NFC", text)


def _find_all(data: bytes, wanted: bytes) -> "Iterator[int]":
    at = data.find(wanted)
    while at >= 0:
        yield at
        at = data.find(wanted, at + 1)


_compiled: "dict[str, regex.Pattern[str]]" = {}
_cjk: "list[re.Pattern[str]]" = []


def _any_word() -> "regex.Pattern[str]":
    pattern = _compiled.get(_WORD)
    if pattern is None:
        import regex

        pattern = _compiled[_WORD] = regex.compile(_WORD)
    return pattern


def _cjk_run() -> "re.Pattern[str]":
    if not _cjk:
        _cjk.append(re.compile(f"[{_CJK}]+"))
    return _cjk[0]


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
