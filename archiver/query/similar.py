"""Which words of an article tell it from the others, and the query for the articles that share them.

A word tells by how often the article says it, words of the headline, standfirst and lead counted more often as a search
counts them, and by how few others have it. Both engines are asked for the same words with the same weights, made here from the
archive's own analysis, so they find the same articles.
"""

from math import log

from archiver.analysis import asked_run, fold_all, has_cjk, pair_runs, stem_all, tokens
from archiver.fields import STEMMED_LANGUAGES
from archiver.query.tree import AtLeast, Boost, Group, Not, Word
from archiver.ranking import TOLD_AGAIN
from archiver.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archiver.document import Document
    from archiver.query.tree import Node

TELLING = 40
"""Words that an article is compared by."""

SHARE = 0.1
"""Of these words, how many another article must have, four of forty say. On a collection of short news reports that people
compared in pairs, three of ten left hardly any, and so did fewer words: what most reports of one event share is few
names. What shares more comes first anyway."""

MAX_CANDIDATES = 300
"""Words of one article whose rarity is asked for; a longer article's most frequent ones, and of equally frequent ones the
longer ones, which are mostly the rarer."""

MAX_TEXT = 200_000
"""Code points of a text that are looked at."""

_SHORTEST = 2  # letters or digits of a word; the s of “Minister's” is none


class Candidate(NamedTuple):
    """A word as the article writes it, how much the article says it, and its place among the article's words."""

    word: str
    said: float
    place: int


def candidates(document: "Document") -> "list[Candidate]":
    """The distinct words of the article that may tell it from others, those with the same stem as one."""
    language = document.language if document.language in STEMMED_LANGUAGES else None
    said: dict[str, float] = {}
    places: dict[str, tuple[int, str]] = {}
    title, standfirst, _ = TOLD_AGAIN
    zones = ((document.title, 1 + title), (document.standfirst, 1 + standfirst), (document.text, 1))
    for text, times in zones:
        for key, word in _keyed((text or "")[:MAX_TEXT], language):
            said[key] = said.get(key, 0) + times
            places.setdefault(key, (len(places), word))
    found = [Candidate(word, said[key], place) for key, (place, word) in places.items()]
    found.sort(key=lambda each: (-each.said, -len(each.word), each.place))
    return found[:MAX_CANDIDATES]


def _keyed(text: str, language: str | None) -> "Iterator[tuple[str, str]]":
    """Each word, and what it has in common with its other forms; of Chinese, Japanese and Korean the pairs of characters."""
    if has_cjk(text):
        for is_cjk, run in pair_runs(text):
            yield from ((word, word) for word in asked_run(is_cjk, run) if len(word) >= _SHORTEST)
        return
    for word in tokens(text):
        if len(word) >= _SHORTEST and (folded := fold_all([word])):
            yield (stem_all([word], language) if language else folded)[0], word


def telling(found: "Sequence[Candidate]", counts: "Sequence[int]", documents: int) -> "list[tuple[Candidate, float]]":
    """The words that tell most, and how much each does, best first.

    How often a word is said counts for more than how rare it is, or the rarest names of a large archive, said once, would
    crowd out the subject. `counts` says how many of the `documents`, those of the article's language, have each word. A word that no other has
    finds none, and one that most have tells nothing.
    """
    weighed = [
        (each, (1 + log(each.said)) ** 2 * log((documents + 1) / (count + 0.5)))
        for each, count in zip(found, counts, strict=True)
        if 1 < count <= max(2, documents / 2)
    ]
    return sorted(weighed, key=lambda row: (-row[1], row[0].place))[:TELLING]


def like(words: "Sequence[tuple[Candidate, float]]", document_id: str) -> "Node":
    """The query for other articles than this one that share enough of these words.

    They stand in the order of the article, in which neighbours are often one name.
    """
    most = max(weight for _, weight in words)
    in_order = sorted(words, key=lambda row: row[0].place)
    parts = tuple(Boost(Word(each.word), round(weight / most, 3)) for each, weight in in_order)
    enough = AtLeast(parts, -int(-SHARE * len(parts) // 1)) if len(parts) > 1 else parts[0]
    return Group("and", (enough, Not(Word(document_id, "id"))))
