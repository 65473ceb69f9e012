"""From text to tokens: the one definition that every engine follows.

A token is a run of numbers, or a run of letters and marks that `++` or `#` may end (C++, F#), of the text in Unicode's
composed form (NFC). It has three forms: *written*, as it stands; *folded*, in lower case, without accents, in ASCII where
there is a counterpart; *stemmed*, the Snowball stem of the lower-case word, then folded. Chinese, Japanese and Korean
have no spaces between words: their characters are also indexed in overlapping pairs.

What no reader sees inside a word, soft hyphens and zero-width joiners, is taken away first.
"""

import re

from archiver.fields import STEMMED_LANGUAGES
from archiver.folding import FOLDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import regex

VERSION = 1
"""Raised whenever the tokens of any text change: an index that was written by other tokens must be made anew."""

MAX_TOKEN = 255
"""Code points of a token that are kept. No language has longer words; Lucene refuses a document with a huge one."""

MAX_KEY = 1_000
"""Code points of a whole value that are kept for comparing and counting."""

_WORD = r"\p{N}+|[\p{L}\p{M}]+(?:\+\+|#)?"

# The same for texts of which this is sure without Unicode's tables, so that a search needn't load the package `regex`
# (a third of its whole time): Latin letters, and signs that are neither letters nor numbers nor marks. None of these
# characters is changed by composing.
_PLAIN_TEXT = re.compile(
    "[\\0-\xac\xae-\u02ff\u2000-\u200c\u200e-\u205f\u20a0-\u20bf\u2116\u2122\u2190-\u245f\u2500-\u2767]*"
)
_PLAIN_TOKEN = re.compile(
    "[0-9\xb2\xb3\xb9\xbc-\xbe]+"
    "|[A-Za-z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u02c1\u02c6-\u02d1\u02e0-\u02e4\u02ec\u02ee]+(?:\\+\\+|#)?"
)

_INVISIBLE = "\u00ad\u200d"
_INVISIBLES = {ord(character): None for character in _INVISIBLE}

# Scripts written without spaces between words, and Korean, whose words take endings: Han with its iteration marks and
# zero, Hiragana, Katakana, Bopomofo, Hangul, and their half-width and supplementary forms.
_CJK = (
    "\u1100-\u11ff\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3041-\u3096\u3099\u309a\u309d-\u309f"
    "\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\ua960-\ua97c\uac00-\ud7fb\uf900-\ufaff\uff66-\uffdc\U0001aff0-\U0001b16f\U00020000-\U000323af"
)

_CACHE_LIMIT = 200_000  # words of a cache, about 30 MB; a cache that is full starts again empty


def tokens(text: str) -> list[str]:
    """The tokens of the text, as written."""
    found = _PLAIN_TOKEN.findall(text) if _is_plain(text) else _any_token().findall(_composed(text))
    if len(text) > MAX_TOKEN:
        return [token if len(token) <= MAX_TOKEN else token[:MAX_TOKEN] for token in found]
    return found


def spans(text: str, start: int = 0, end: int | None = None) -> "Iterator[tuple[str, int, int]]":
    """Each token as written, with its place (from, to) in code points of the text as it was given.

    `start` and `end` bound the part that is looked at; what a cut leaves of a word counts as a word.
    """
    end = len(text) if end is None else min(end, len(text))
    part = text if start == 0 and end == len(text) else text[start:end]
    if _is_plain(part):
        matches, places = _PLAIN_TOKEN.finditer(part), None
    else:
        composed = _composed(part)
        matches = _any_token().finditer(composed)
        places = None if composed == part else _places(part)
    reached = 0
    for match in matches:
        first, last = match.span()
        if places:
            # Characters that were composed into several share their place; a token starts after the one before it.
            first, last = max(places[first][0], reached), places[last - 1][1]
            reached = last
        yield match[0][:MAX_TOKEN], start + first, start + last


def written(text: str) -> str:
    """The tokens as written, joined by spaces: a form for an engine that splits at spaces."""
    return " ".join(tokens(text))


def folded(text: str) -> str:
    """The folded tokens joined by spaces; what folds to nothing is left out."""
    return " ".join(fold_all(tokens(text)))


def stemmed(text: str, language: str) -> str:
    """The stemmed tokens joined by spaces; empty for a language without a stemmer."""
    return " ".join(stem_all(tokens(text), language)) if language in STEMMED_LANGUAGES else ""


def fold_all(words: list[str]) -> list[str]:
    """The folded form of each token; those that fold to nothing are left out."""
    return [form for form in map(_FOLDED.__getitem__, words) if form]


def stem_all(words: list[str], language: str) -> list[str]:
    """The stem of each token in this language, one of `STEMMED_LANGUAGES`; those that fold to nothing are left out."""
    return [form for form in map(_stems_of(language).__getitem__, words) if form]


def fold(token: str) -> str:
    """The folded form of one token; empty for one of vowel marks alone."""
    return _FOLDED[token]


def stem(token: str, language: str) -> str:
    """The stem of one token in this language, one of `STEMMED_LANGUAGES`, folded."""
    return _stems_of(language)[token]


def key(text: str) -> str:
    """A text's folded tokens joined by spaces, for comparing and ordering whole texts; at most MAX_KEY code points."""
    return folded(text[: 4 * MAX_KEY])[:MAX_KEY]


def value_key(value: str) -> str:
    """What a whole value is compared and counted under: folded, its punctuation kept, its spaces single."""
    plain = " ".join(value[: 4 * MAX_KEY].split())
    return (_fold(plain if _is_plain(plain) else _composed(plain)) or plain)[:MAX_KEY]


def has_cjk(text: str) -> bool:
    """Whether the text holds a character that is indexed in pairs."""
    return not text.isascii() and _cjk_run().search(text) is not None


def bigrams(text: str) -> list[str]:
    """The tokens of a text with Chinese, Japanese or Korean in it; none for other texts.

    A run of such characters gives its overlapping pairs, then its last character alone, so that every character begins
    one token and pairs of different runs never stand side by side. Everything else gives its folded tokens.
    """
    return [token for run in cjk_runs(text) for token in run[1]]


def cjk_runs(text: str) -> "Iterator[tuple[bool, list[str]]]":
    """The runs behind `bigrams`, in order: whether it is a run of such characters, and its tokens."""
    if not has_cjk(text):
        return
    composed = _composed(text)
    reached = 0
    for match in _cjk_run().finditer(composed):
        if between := fold_all(tokens(composed[reached : match.start()])):
            yield False, between
        run = match[0]
        yield True, [run[i : i + 2] for i in range(len(run))]
        reached = match.end()
    if rest := fold_all(tokens(composed[reached:])):
        yield False, rest


class _Cache(dict[str, str]):
    """A form of each word met so far, made when it is first asked for."""

    def __init__(self, make: "Callable[[str], str]") -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> str:
        if len(self) >= _CACHE_LIMIT:
            self.clear()
        form = self[word] = self._make(word)
        return form


def _lower(word: str) -> str:
    # One character at a time, as Lucene does: no final sigma, and the Turkish capital I with a dot is an i.
    return word.lower() if word.isascii() else word.replace("Σ", "σ").replace("İ", "i").lower()


def _fold(word: str) -> str:
    lower = _lower(word)
    return lower if lower.isascii() else lower.translate(FOLDS)


_FOLDED = _Cache(_fold)
_STEMMED: dict[str, _Cache] = {}


def _stems_of(language: str) -> _Cache:
    cache = _STEMMED.get(language)
    if cache is None:
        import Stemmer

        # The stemmer's own cache would hold every word a second time.
        stem_word = Stemmer.Stemmer(STEMMED_LANGUAGES[language], 0).stemWord
        cache = _STEMMED[language] = _Cache(lambda word: stem_word(_lower(word)).translate(FOLDS))
    return cache


def _is_plain(text: str) -> bool:
    return text.isascii() or _PLAIN_TEXT.fullmatch(text) is not None


_compiled: "dict[str, regex.Pattern[str]]" = {}


def _any_token() -> "regex.Pattern[str]":
    pattern = _compiled.get("token")
    if pattern is None:
        import regex

        pattern = _compiled["token"] = regex.compile(_WORD)
    return pattern


_cjk: "list[re.Pattern[str]]" = []


def _cjk_run() -> "re.Pattern[str]":
    if not _cjk:
        _cjk.append(re.compile(f"[{_CJK}]+"))
    return _cjk[0]


def _composed(text: str) -> str:
    import unicodedata

    if any(character in text for character in _INVISIBLE):
        text = text.translate(_INVISIBLES)
    return unicodedata.normalize("NFC", text)


def _places(text: str) -> list[tuple[int, int]]:
    """For each character of the composed text, where it came from: (from, to) in the text as it was given."""
    import unicodedata

    import regex

    kept = [i for i, character in enumerate(text) if character not in _INVISIBLE]
    visible = text.translate(_INVISIBLES)
    places: list[tuple[int, int]] = []
    # Nothing composes across the border of two graphemes.
    for match in regex.finditer(r"\X", visible):
        composed = unicodedata.normalize("NFC", match[0])
        if composed == match[0]:
            places.extend((kept[i], kept[i] + 1) for i in range(*match.span()))
        else:
            places.extend([(kept[match.start()], kept[match.end() - 1] + 1)] * len(composed))
    return places
