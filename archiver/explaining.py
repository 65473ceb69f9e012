"""Why a query finds what it finds: how it was understood, which forms its words have, what would find something."""

import functools
import itertools

import msgspec

from archiver.analysis import asked_stems, fold, has_cjk, stem, tokens
from archiver.fields import STEMMED_LANGUAGES, find_field
from archiver.highlight import Highlighter, zones_of
from archiver.likeness import likeness
from archiver.query.describe import describe
from archiver.query.printer import to_text
from archiver.query.synonyms import typed_in
from archiver.query.tree import (
    AtLeast,
    Boost,
    Fuzzy,
    Group,
    Has,
    Named,
    Not,
    NumberRange,
    Phrase,
    Prefix,
    Query,
    Range,
    Respelled,
    Synonyms,
    Wildcard,
    Word,
    all_of,
    parts_of,
)
from archiver.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from archiver.document import Document
    from archiver.engine import Reader
    from archiver.query.tree import Node
    from archiver.results import Page, Widened

    Leaf = Word | Prefix | Wildcard | Fuzzy | Phrase | Range | NumberRange | Has | Not

    Matches = Callable[[str, str | None], bool]
    """Whether a word of an article in this language is one that a part of the query finds."""

MOST_READ = 200
"""Articles in which the forms of a word are looked for; those of each word, so that it takes less than a second."""

MOST_FORMS = 20

MOST_TERMS = 20
"""Parts of a query whose forms are looked for; of the others it is told how many articles they find."""

_MOST_TRIED = 64  # queries that are tried at once where one finds nothing
_MOST_CHANGED = 20  # parts of it, and words of a phrase, that are asked for less strictly
_FEW_PARTS = 8  # up to which it is tried to leave out as many as need be, one more each time
_ZONES = ("title", "standfirst", "body", "author", "dateline")


class FormCount(NamedTuple):
    """A form of a word, folded, and how many articles hold it."""

    form: str
    documents: int


class Term(NamedTuple):
    """A part of a query: how many articles hold it, and, of words, which forms of it they hold.

    The most frequent forms, of those that stand in the first `read` of the articles. `wanted` is False for a part that the
    query leaves out, whose articles are those that it takes away from all.
    """

    text: str
    documents: int
    forms: tuple[FormCount, ...]
    read: int
    wanted: bool = True


class ScorePart(NamedTuple):
    """A part of an article's score: what it is for, a word or words of the query, and how much it is.

    `kind` is word, near (words close to each other), newer (within so many days), or tier (the whole headline, or words
    side by side).
    """

    kind: str
    text: str
    score: float


class Found(NamedTuple):
    """Where an article has a part of a query: how many times in each zone; `matches` whether at all, in any field.

    `wanted` is False for a part that the query leaves out.
    """

    text: str
    matches: bool
    zones: "dict[str, int]"
    wanted: bool = True


class Why(NamedTuple):
    """Why an article is found, or isn't; `score` is the sum of the parts, None where nothing in the query scores.

    `respelled` and `widened` tell what the query was loosened to, as they do of a page.
    """

    query: str
    matches: bool
    score: float | None
    parts: tuple[ScorePart, ...]
    found: tuple[Found, ...]
    respelled: "dict[str, tuple[str, ...]]"
    widened: "Widened | None"


class Proposal(NamedTuple):
    """A query that does find something, and how many articles."""

    query: str
    total: int


class Explanation(NamedTuple):
    """How a query was understood, and what became of it.

    `query` is as it was typed. `lines` are its parts in words, each with its depth. Where nothing is found, `nothing` are the parts that no article
    has, empty where each has some but none has all, and `nearest` are the nearest queries that find something.
    """

    query: str
    total: int
    lines: tuple[tuple[int, str], ...]
    terms: tuple[Term, ...]
    respelled: "dict[str, tuple[str, ...]]"
    widened: "Widened | None"
    nothing: tuple[str, ...]
    nearest: tuple[Proposal, ...]


def explain(reader: "Reader", asked: Query, searched: "Node", page: "Page") -> Explanation:
    """Explains a query, as it was asked, by the tree that was searched for it and the page that this found."""
    leaves = list(dict.fromkeys(_leaves(searched)))
    found = reader.counts([leaf.part if isinstance(leaf, Not) else leaf for leaf in leaves])
    terms = tuple(
        _term(reader, leaf, documents, with_forms=number < MOST_TERMS)
        for number, (leaf, documents) in enumerate(zip(leaves, found, strict=True))
    )
    nothing: tuple[str, ...] = ()
    nearest: tuple[Proposal, ...] = ()
    if not page.total and (without := reader.counts([searched])[0]):  # what is chosen of facets leaves none
        nearest = (Proposal(asked.text or "*", without),)
    elif not page.total:
        parts = parts_of(asked.tree)
        counts = reader.counts(parts)
        nothing = tuple(_shown(part) for part, count in zip(parts, counts, strict=True) if not count)
        nearest = nearest_queries(reader, asked)
    lines = (*describe(searched), *((0, line) for line in _chosen(asked)))
    return Explanation(asked.text or "*", page.total, lines, terms, page.respelled, page.widened, nothing, nearest)


def _chosen(asked: Query) -> "Iterator[str]":
    """What is chosen of facets beside the query, and what is left out, in words."""
    for leading, chosen in (("and", asked.selections), ("and without", asked.excluded)):
        for facet, values in chosen.items():
            names = " or ".join("none" if value is None else f"“{value}”" for value in values)
            yield f"{leading} {facet}: {names}"


# The forms of a word.


def _leaves(node: "Node") -> "Iterator[Leaf]":
    """The parts that aren't made of others, in their order; one that is left out stays whole."""
    if isinstance(node, (Group, AtLeast)):
        for part in node.parts:
            yield from _leaves(part)
    elif isinstance(node, (Boost, Named)):
        yield from _leaves(node.part)
    elif isinstance(node, Synonyms):
        for part in (node.main, *node.others):
            yield from _leaves(part)
    elif isinstance(node, Respelled):
        yield from node.nearest
    elif isinstance(node, (Word, Prefix, Wildcard, Fuzzy, Phrase, Range, NumberRange, Has, Not)):
        yield node


def _term(reader: "Reader", leaf: "Leaf", documents: int, *, with_forms: bool) -> Term:
    if isinstance(leaf, Not):
        return Term(to_text(leaf.part), documents, (), 0, wanted=False)
    if isinstance(leaf, (Range, NumberRange, Has)):
        return Term(to_text(leaf), documents, (), 0)
    matches = _matcher(leaf) if with_forms else None
    if matches is None or not documents:
        return Term(to_text(leaf), documents, (), 0)
    seen: dict[str, None] = {}
    read = 0
    for row in itertools.islice(reader.scan(Query(leaf)), MOST_READ):
        read += 1
        seen.update(dict.fromkeys(_forms(row, matches, leaf.field)))
    forms = list(seen)
    # A phrase of one word is that word in its folded form alone.
    counts = reader.counts([Phrase(form, leaf.field) for form in forms])
    rows = [FormCount(form, count) for form, count in zip(forms, counts, strict=True) if count]
    return Term(to_text(leaf), documents, tuple(sorted(rows, key=lambda row: (-row[1], row[0]))[:MOST_FORMS]), read)


def _matcher(leaf: "Word | Prefix | Wildcard | Fuzzy | Phrase") -> "Matches | None":
    """Whether a word is one of the part's; None for what isn't a single word, or has one form only."""
    field = find_field(leaf.field) if leaf.field else None
    if (
        isinstance(leaf, Phrase)
        or (isinstance(leaf, Prefix) and len(tokens(leaf.prefix)) > 1)
        or (field and field.name not in _ZONES)
    ):
        return None
    if not isinstance(leaf, Word):
        is_like = likeness(leaf)
        return lambda word, _: is_like(fold(word))
    words = tokens(leaf.text)
    if leaf.exactly or len(words) != 1 or has_cjk(leaf.text):
        return None
    wanted = words[0]
    roots = functools.cache(functools.partial(asked_stems, wanted))

    def matches(word: str, language: str | None) -> bool:
        if fold(word) == fold(wanted):
            return True
        return language in STEMMED_LANGUAGES and stem(word, language or "") in roots(language or "")

    return matches


def _forms(row: bytes, matches: "Matches", field: str | None) -> "Iterable[str]":
    import json

    document = json.loads(row)
    zones = zones_of(document)
    known = find_field(field) if field else None
    for zone in (known.name,) if known else _ZONES:
        for word in dict.fromkeys(tokens(zones.get(zone) or "")):
            if matches(word, document["language"]):
                yield fold(word)


# One article.


def why(reader: "Reader", document: "Document", asked: Query, searched: Query, page: "Page | None" = None) -> Why:
    """Why this article is found by a query, or isn't: where it has each part of what was searched for what was asked.

    `page` is what the search of that says of what was changed.
    """
    row = msgspec.to_builtins(document)
    zones, language = zones_of(row), document.language
    leaves = list(dict.fromkeys(_all_leaves(searched.tree)))
    having = reader.which([searched.tree, *(leaf for leaf, _ in leaves)], [document.id])
    found = tuple(
        Found(_shown(leaf), bool(ids), Highlighter(leaf).count(zones, language), wanted)
        for (leaf, wanted), ids in zip(leaves, having[1:], strict=True)
    )
    parts = tuple(ScorePart(*part) for part in reader.score_parts(searched, document.id)) if having[0] else ()
    score = sum(part.score for part in parts) if parts else None
    respelled, widened = (page.respelled, page.widened) if page else ({}, None)
    return Why(asked.text or "*", bool(having[0]), score, parts, found, respelled, widened)


def _all_leaves(node: "Node", *, wanted: bool = True) -> "Iterator[tuple[Node, bool]]":
    """The parts that aren't made of others, and those in which words stand for each other, as one; whether each is wanted."""
    if isinstance(node, (Group, AtLeast)):
        for part in node.parts:
            yield from _all_leaves(part, wanted=wanted)
    elif isinstance(node, Boost):
        yield from _all_leaves(node.part, wanted=wanted)
    elif isinstance(node, Not):
        yield from _all_leaves(node.part, wanted=not wanted)
    else:
        yield node, wanted


# Queries that find something.


def nearest_queries(reader: "Reader", asked: Query) -> tuple[Proposal, ...]:
    """The nearest queries that find something: one part asked for less strictly, else as few as possible left out."""
    parts = parts_of(asked.tree)
    changed = [
        (*parts[:number], other, *parts[number + 1 :])
        for number, part in enumerate(parts[:_MOST_CHANGED])
        for other in _less_strict(reader, part)
    ]
    # What no article has is left out of all of them.
    held = [part for part, count in zip(parts, reader.counts(parts), strict=True) if count]
    most = min(len(held), len(parts) - 1)
    sizes = range(most, 0, -1) if most <= _FEW_PARTS else (most, most - 1, most - 2, 3, 2, 1)
    tries: Iterable[list[tuple[Node, ...]]] = (
        list(itertools.islice(itertools.combinations(held, size), _MOST_TRIED)) for size in sizes
    )
    for wave in itertools.chain([changed], tries):
        # Leaving something out finds much, but nothing that was asked for.
        wanted = [each for each in wave[:_MOST_TRIED] if not all(isinstance(part, Not) for part in each)]
        trees = [all_of([each for part in parts for each in parts_of(part)]) for parts in wanted]
        rows = [(tree, count) for tree, count in zip(trees, reader.counts(trees), strict=True) if count]
        if rows:
            rows.sort(key=lambda row: -row[1])
            return tuple(Proposal(to_text(tree), count) for tree, count in rows[:3])
    return ()


def _less_strict(reader: "Reader", part: "Node") -> "Iterator[Node]":
    if isinstance(part, Phrase) and 1 < len(words := tokens(part.text)) <= _MOST_CHANGED:
        if (spelled := _respelled(reader, words)) != words:
            yield part._replace(text=" ".join(spelled))
        if part.within is None:
            yield part._replace(within=10)
        yield Group("and", tuple(Word(word, part.field) for word in words))
    elif isinstance(part, Prefix) and " " in part.prefix:
        *whole, last = part.prefix.split()
        yield Group("and", (*(Word(word, part.field) for word in whole), Prefix(last, part.field)))
    elif isinstance(part, Word) and part.exactly and " " in part.text:
        yield Phrase(part.text, part.field)
    elif isinstance(part, Word) and (part.exactly or part.field):
        yield part._replace(exactly=False)
        yield Word(part.text)
    elif isinstance(part, Word):
        words = tokens(part.text)
        if len(words) == 1:
            yield from (Word(near) for near in reader.near_words(fold(words[0]))[:3])


def _respelled(reader: "Reader", words: list[str]) -> list[str]:
    """The words, each that no article has as the nearest that there is."""
    counts = reader.counts([Phrase(word) for word in words])
    return [
        word if count else next(iter(reader.near_words(fold(word))), word)
        for word, count in zip(words, counts, strict=True)
    ]


def _shown(part: "Node") -> str:
    if isinstance(part, Respelled):
        return f"{part.main.text} as {' or '.join(word.text for word in part.nearest)}"
    return typed_in(part.main) if isinstance(part, Synonyms) else to_text(part)
