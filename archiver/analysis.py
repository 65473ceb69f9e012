"""From text to what is indexed and looked up: the one definition that every engine follows.

Each token (see `archiver.tokens`) has three forms: *written*, as it stands; *folded*, in lower case, without accents, in
ASCII where there is a counterpart; *stemmed*, the Snowball stem of the lower-case word, then folded. Chinese, Japanese
and Korean have no spaces between words: their characters are also indexed in overlapping pairs.
"""

from archiver.fields import STEMMED_LANGUAGES
from archiver.records import NamedTuple
from archiver.tokens import MAX_TOKEN, cjk_runs, composed, find_tokens, has_cjk, is_plain, spaced_tokens, spans, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = [
    "MAX_KEY",
    "MAX_TOKEN",
    "VERSION",
    "Forms",
    "asked_run",
    "asked_stems",
    "bigrams",
    "find_tokens",
    "fold",
    "fold_all",
    "fold_word",
    "forms",
    "has_cjk",
    "key",
    "pair_runs",
    "part_key",
    "spans",
    "stand_together",
    "stem",
    "stem_all",
    "tokens",
    "value_key",
]

VERSION = 5
"""Raised whenever the tokens of any text change, or what else is indexed of one: an index that was written by others must be
made anew."""

MAX_KEY = 1_000
"""Code points of a whole value that are kept for comparing and counting."""

_UNREADABLE = "\ufffd"
_CACHE_LIMIT = 100_000  # words of a cache, about 15 MB; a cache that is full starts again empty


class Forms(NamedTuple):
    """A text's tokens in each form; the first two as one text with spaces between them.

    `stemmed` is empty for a language without a stemmer, `pairs` for a text without Chinese, Japanese or Korean.
    """

    written: str
    folded: str
    stemmed: list[str]
    pairs: list[str]


def forms(text: str, language: str | None) -> Forms:
    """All forms of a text in this language (an ISO 639-1 code, None: unknown)."""
    stemming = language in STEMMED_LANGUAGES
    spaced = spaced_tokens(text)
    if spaced is None:
        words = tokens(text)
        stems = stem_all(words, language) if stemming else []
        return Forms(" ".join(words), " ".join(fold_all(words)), stems, bigrams(text))
    # Indexing spends most of its time here: nothing in ASCII folds to anything but its lower case.
    folded = spaced.lower() if spaced.isascii() else " ".join(fold_all(spaced.split()))
    return Forms(spaced, folded, stem_all(spaced.split(), language) if stemming else [], [])


def fold_all(words: "Iterable[str]") -> list[str]:
    """The folded form of each token; those that fold to nothing are left out."""
    return list(filter(None, map(_FOLDED.__getitem__, words)))


def stem_all(words: "Iterable[str]", language: str | None) -> list[str]:
    """The stem of each token in this language, one of `STEMMED_LANGUAGES`; those that fold to nothing are left out."""
    return list(filter(None, map(_stems_of(language or "").__getitem__, words)))


def asked_stems(token: str, language: str) -> list[str]:
    """The stems that a query looks for of one token: of it as it is typed, and without its accents.

    An article may be written without them, and a language's rules don't know the letters of another one.
    """
    return list(dict.fromkeys(stem_all([token, *fold_all([token])], language)))


def fold(token: str) -> str:
    """The folded form of one token; empty for one of vowel marks alone."""
    return _FOLDED[token]


def fold_word(text: str) -> str:
    """The folded form of one word, or of a part of one, without what no word holds."""
    return "".join(fold_all(tokens(text)))


def stem(token: str, language: str) -> str:
    """The stem of one token in this language, one of `STEMMED_LANGUAGES`, folded."""
    return _stems_of(language)[token]


def key(text: str) -> str:
    """A text's folded tokens joined by spaces, for comparing and ordering whole texts; at most MAX_KEY code points."""
    return " ".join(fold_all(tokens(text[: 4 * MAX_KEY])))[:MAX_KEY]


def value_key(value: str) -> str:
    """What a whole value is compared and counted under: folded, its punctuation kept, its spaces single.

    All values of nothing but vowel marks and the like, which fold to nothing, are one, under the sign for what can't be read.
    """
    start = value.strip()[: 4 * MAX_KEY]
    plain = " ".join((start if is_plain(start) else composed(start)).split())
    folded = _fold(plain)
    if not plain.isascii():  # a vowel mark that stood alone leaves two spaces
        folded = " ".join(folded.split())
    return (folded or (plain and _UNREADABLE))[:MAX_KEY]


def part_key(part: str) -> str:
    """The folded form of a part of a whole value; unlike a value, it may fold to nothing."""
    return _fold(part if is_plain(part) else composed(part))


def bigrams(text: str) -> list[str]:
    """The tokens of a text with Chinese, Japanese or Korean in it; none for other texts.

    A run of such characters gives its overlapping pairs, then its last character alone, so that every character begins
    one token and pairs of different runs never stand side by side. Everything else gives its folded tokens.
    """
    return [token for _, run in pair_runs(text) for token in run]


def pair_runs(text: str) -> list[tuple[bool, list[str]]]:
    """The runs behind `bigrams`, in order: whether it is a run of such characters, and its tokens."""
    if not has_cjk(text):
        return []
    runs = (
        (is_cjk, [part[i : i + 2] for i in range(len(part))] if is_cjk else fold_all(tokens(part)))
        for is_cjk, part in cjk_runs(text)
    )
    return [run for run in runs if run[1]]


def stand_together(words: "Sequence[str]", wanted: "Sequence[str]", *, is_begun: bool) -> bool:
    """Whether all wanted words, of which there is one, stand side by side among these; the last may be only begun."""
    *whole, last = wanted
    length = len(whole)
    return any(
        words[at : at + length] == whole
        and (words[at + length].startswith(last) if is_begun else words[at + length] == last)
        for at in range(len(words) - length)
    )


def asked_run(is_cjk: bool, run: list[str]) -> list[str]:
    """What a query looks for of one of the `pair_runs`.

    The last character alone only closes a run in an article; of a query it matters if there is no pair.
    """
    return run[:-1] if is_cjk and len(run) > 1 else run


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
    return _folded(_lower(word))


def _folded(lower: str) -> str:
    if lower.isascii():
        return lower
    from archiver.folding import FOLDS  # loaded when a word first needs it

    return lower.translate(FOLDS)


_FOLDED = _Cache(_fold)
_STEMMED: dict[str, _Cache] = {}


def _stems_of(language: str) -> _Cache:
    cache = _STEMMED.get(language)
    if cache is None:
        from archiver.stems import stemmer

        stem_word = stemmer(language)
        cache = _STEMMED[language] = _Cache(lambda word: _folded(stem_word(_lower(word))))
    return cache
