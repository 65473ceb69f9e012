"""What is searched where a query as it was typed finds nothing.

Words that the index doesn't hold are searched by those near to them, then articles with most of the words instead of all.
What was changed is told, and none of it is done to what was asked for by name: phrases, fields, `=word`, what is left out;
`+word` may be spelled wrong, but must match.

Whether all words find something is asked of the whole tree and nothing else, so that choosing values of facets never changes
what the query means, and their counts add up.
"""

from archiver.analysis import asked_run, fold_all, has_cjk, pair_runs, tokens
from archiver.query.tree import AtLeast, Boost, Group, Respelled, Synonyms, Word, all_of, has_choice, parts_of
from archiver.query.words import is_address
from archiver.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from typing import Any, Protocol

    from archiver.query.tree import Node

    class Index(Protocol):
        """What must be known of the index."""

        def counts(self, trees: Sequence[Node]) -> list[int]:
            """How many documents each of these finds."""

        def near_words(self, word: str) -> tuple[str, ...]:
            """The folded words nearest to this one that bare words find, all equally near, the most frequent first."""


MAX_RESPELLED = 20
"""Words of a query that are looked for by those near to them: finding these takes some milliseconds a word."""

_SHORTEST = 4  # letters of a word that may be spelled wrong: a shorter one is near to words of any meaning (how, now)
_INITIALS = 5  # letters up to which a word in capitals stands for a name, not for one of the words near to it (NATO)
_MOST_NEAR = 5  # words that are looked for in place of one
_RARE = 3  # articles that have a word which may be a slip of theirs, too
_MORE = 10  # times as many that have the word that may be meant


class Loosened(NamedTuple):
    """What a query was changed to. `respelled` maps words as they were typed to those searched instead.

    `words` are the distinct words where not all of them match, as they were typed, in their order, each with what it is
    searched by. No document has those that are `unknown`; of the others at least `minimum` must match, 0 where nothing
    was widened.
    """

    tree: "Node"
    respelled: "Mapping[str, tuple[str, ...]]" = {}  # noqa: RUF012 - never written to
    minimum: int = 0
    words: "Mapping[str, Node]" = {}  # noqa: RUF012 - never written to
    unknown: frozenset[str] = frozenset()


def loosen(tree: "Node", index: "Index", matching: str = "auto", *, respell: bool = True) -> Loosened:
    """The tree to be searched: as it is where it finds something, else changed so that it does, if that is possible."""
    if matching == "any":
        words = _loose_words(tree)
        tree = _at_least(tree, words, 1) if words else tree
    elif not has_choice(tree) and index.counts([tree])[0]:
        return Loosened(tree)
    corrected, respelled = _respell(tree, index) if respell else (tree, {})
    if matching == "any" or index.counts([corrected])[0]:
        return Loosened(corrected, respelled)
    if matching == "auto" and (widened := _widen(corrected, index)) and index.counts([widened.tree])[0]:
        return widened._replace(respelled=respelled)
    return Loosened(tree)


# Words that the index doesn't hold.


def _respell(tree: "Node", index: "Index") -> "tuple[Node, dict[str, tuple[str, ...]]]":
    words = list(dict.fromkeys(_spelled(tree)))[:MAX_RESPELLED]
    if not words:
        return tree, {}
    instead: dict[Word, Respelled] = {}
    for word, count in zip(words, index.counts(words), strict=True):
        if not count and (near := index.near_words(fold_all(tokens(word.text))[0])[:_MOST_NEAR]):
            instead[word] = Respelled(tuple(Word(each) for each in near), word)
    respelled = {word.text: tuple(each.text for each in found.nearest) for word, found in instead.items()}
    return _replaced(tree, instead), respelled


def meant(tree: "Node", index: "Index") -> "Node | None":
    """The tree with the words that were meant for those that hardly any article has; None where there are none."""
    words = list(dict.fromkeys(_spelled(tree)))[:MAX_RESPELLED]
    instead: dict[Word, Node] = {}
    for word, count in zip(words, index.counts(words) if words else (), strict=True):
        near = index.near_words(fold_all(tokens(word.text))[0])[:1] if 0 < count <= _RARE else ()
        if near and index.counts([Word(near[0])])[0] >= _MORE * count:
            instead[word] = word._replace(text=near[0])
    return _replaced(tree, instead) if instead else None


def _spelled(node: "Node") -> "Iterator[Word]":
    """The words that may be spelled wrong: single words of letters, looked for anywhere, that must or may match."""
    if isinstance(node, (Group, AtLeast)):
        for part in node.parts:
            yield from _spelled(part)
    elif isinstance(node, Boost):
        yield from _spelled(node.part)
    elif isinstance(node, Word) and node.field is None and not node.exactly:
        words = tokens(node.text)
        if len(words) == 1 and _may_be_wrong(words[0]):
            yield node


def _may_be_wrong(word: str) -> bool:
    if not word.isalpha() or has_cjk(word):
        return False
    return len(word) >= (_INITIALS + 1 if word.isupper() else _SHORTEST)


def _replaced(node: "Node", instead: "Mapping[Word, Any]") -> "Node":
    if isinstance(node, (Group, AtLeast)):
        return node._replace(parts=tuple(_replaced(part, instead) for part in node.parts))
    if isinstance(node, Boost):
        return node._replace(part=_replaced(node.part, instead))
    return instead.get(node, node) if isinstance(node, Word) else node


# Most of the words.


class _Loose(NamedTuple):
    """A word of which not all need match: as it is shown, what it is searched by, and how often it counts."""

    text: str
    part: "Node"
    times: float


def _widen(tree: "Node", index: "Index") -> Loosened | None:
    """At least half of the distinct words that the index knows, rounded up; None where that changes nothing."""
    words = _loose_words(tree)
    # Of a single word of several tokens (nº123) half would be another word; of Chinese it is a shorter sentence.
    if sum(map(_is_loose, parts_of(tree))) < 2 and not any(has_cjk(word.text) for word in words):  # noqa: PLR2004
        return None
    counts = index.counts([word.part for word in words])
    known = [word for word, count in zip(words, counts, strict=True) if count]
    minimum = (len(known) + 1) // 2
    if not known or minimum == len(words):
        return None
    unknown = frozenset(word.text for word, count in zip(words, counts, strict=True) if not count)
    return Loosened(_at_least(tree, known, minimum), {}, minimum, {word.text: word.part for word in words}, unknown)


def as_read(words: "Sequence[str]", lacking: "Collection[str]") -> tuple[str, ...]:
    """Those of a query's words that are lacking, as a reader would say them.

    Pairs of Chinese, Japanese and Korean characters run across the borders of words: said are the characters that are in
    none of the pairs that aren't lacking, as long as they stand in a row.
    """
    said: list[str] = []
    for row in _rows(words):
        if not has_cjk(row[0]):
            said += [word for word in row if word in lacking]
            continue
        text = row[0] + "".join(pair[1:] for pair in row[1:])
        held = {at + place for at, pair in enumerate(row) if pair not in lacking for place in range(len(pair))}
        marked = "".join("\0" if place in held else character for place, character in enumerate(text))
        said += filter(None, marked.split("\0"))
    return tuple(dict.fromkeys(said))


def _rows(words: "Sequence[str]") -> "Iterator[list[str]]":
    """The words one by one, pairs of characters that overlap together."""
    row: list[str] = []
    for word in words:
        if row and has_cjk(word) and len(row[-1]) > 1 and row[-1][-1] == word[0]:
            row.append(word)
            continue
        if row:
            yield row
        row = [word]
    if row:
        yield row


def _at_least(tree: "Node", words: list[_Loose], minimum: int) -> "Node":
    """The tree with these words as a choice, of which so many must match, in the place of its loose words."""
    parts = tuple(word.part if word.times == 1 else Boost(word.part, word.times) for word in words)
    fixed = [part for part in parts_of(tree) if not _is_loose(part)]
    return all_of([*fixed, AtLeast(parts, minimum) if len(parts) > 1 else parts[0]])


def _loose_words(tree: "Node") -> list[_Loose]:
    """The distinct words of which not all need match, in their order; one that was typed several times counts as often.

    A word of several tokens is as many words, but for single letters, and of Chinese, Japanese and Korean each pair of characters is one: where
    not all must match, half of such a word may.
    """
    found: dict[str, _Loose] = {}
    for part in filter(_is_loose, parts_of(tree)):
        factor = part.factor if isinstance(part, Boost) else 1.0
        for text, word in _split(part):
            key = " ".join(fold_all(tokens(text))) or text
            before = found.get(key, _Loose(text, word, 0.0))
            found[key] = before._replace(times=before.times + factor)
    return list(found.values())


def _split(part: "Node") -> "Iterator[tuple[str, Node]]":
    """The words of a loose part, each with what it is searched by."""
    if isinstance(part, Boost):
        yield from _split(part.part)
    elif isinstance(part, Respelled):
        yield part.main.text, part
    elif isinstance(part, Synonyms):
        yield " ".join(word.text for word in _words_of(part.main)), part
    elif isinstance(part, Word):
        if has_cjk(part.text):
            for is_cjk, run in pair_runs(part.text):
                yield from ((token, Word(token)) for token in asked_run(is_cjk, run))
        else:
            words = [token for token in tokens(part.text) if fold_all([token])]
            # A letter beside an apostrophe or a hyphen (l'usine, ferme-t-elle, Holm's) is nobody's word.
            longer = [token for token in words if len(token) > 1 or not token.isalpha()]
            yield from ((token, Word(token)) for token in longer or words)


def _words_of(node: "Node") -> "tuple[Word, ...]":
    if isinstance(node, Group):
        return tuple(word for part in node.parts for word in _words_of(part))
    return (node,) if isinstance(node, Word) else ()


def _is_loose(part: "Node") -> bool:
    if isinstance(part, Boost):
        return _is_loose(part.part)
    if isinstance(part, Respelled):
        return not part.main.required
    if isinstance(part, Synonyms):
        return all(_is_loose(word) for word in _words_of(part.main))
    if not isinstance(part, Word) or part.field is not None or part.exactly or part.required:
        return False
    return not is_address(part.text)  # half of the words of an address are any words
