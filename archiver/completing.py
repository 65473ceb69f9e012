"""What a query may go on with while it is typed: names of fields, values of facets, words, headlines."""

import itertools
import re

from archiver.analysis import fold_all, key, tokens
from archiver.fields import DATE, FIELDS, PERIODS, find_field
from archiver.query.printer import to_text
from archiver.query.tree import Phrase, Prefix, Query, Word, all_of
from archiver.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from archiver.engine import Reader
    from archiver.query.tree import Node

_PIECE = re.compile(r'(?P<sign>[-+!]?)(?:(?P<field>[^\W\d_][\w-]*):)?(?P<value>"[^"]*|[^\s"()]*)$')
_PLAIN = re.compile(r"\w(?:[\w.'’&-]*\w)?")  # what a query takes as one word, whatever its signs mean elsewhere
_NAMES = [field.name for field in FIELDS if field.name not in ("anywhere", "id", "url")]
_DAYS = ("today", "yesterday", "this-week", "last-week", "this-month", "last-month", "this-year", "last-year")
_READ = 50  # articles in which words and headlines are looked for
_MOST_VALUES, _MOST_WORDS = 200, 5
_SHORTEST = 2  # letters of a word from which on words and headlines are proposed


class Completion(NamedTuple):
    """A whole query that goes on what was typed, what it was completed by, and how many articles have that.

    `kind` is field, value, word or title; `documents` is None where nothing was counted.
    """

    query: str
    kind: str
    documents: int | None = None


def complete(reader: "Reader", text: str, base: Query, limit: int = 20) -> tuple[Completion, ...]:
    """What the query that was typed so far may go on with, the likeliest first. `base` are its aliases and filters."""
    match = _PIECE.search(text)
    if match is None:  # a quotation mark or a parenthesis was just closed
        return ()
    before = text[: match.start()] + match["sign"]
    rows = _completed(reader, match["field"], match["value"], base)
    found = {f"{before}{completed}": (kind, documents) for completed, kind, documents in itertools.islice(rows, limit)}
    if not match["field"]:
        found.update((title, ("title", None)) for title in _titles(reader, text))
    return tuple(Completion(whole, *about) for whole, about in itertools.islice(found.items(), limit))


Row = tuple[str, str, int | None]


def _completed(reader: "Reader", field: str | None, value: str, base: Query) -> "Iterator[Row]":
    if field is None:
        if not value.startswith('"'):
            yield from _fields(value)
        yield from _words(reader, value)
        return
    if field.lower() == "has":
        yield from ((f"has:{name}", "field", None) for name in _NAMES if name.startswith(value.lower()))
        return
    known = find_field("published" if field.lower() in ("after", "before") else field)
    if known is None:
        return
    if known.kind in (DATE, PERIODS):
        yield from ((f"{field}:{day}", "value", None) for day in _DAYS if day.startswith(value.lower()))
    if known.facet:
        yield from _values(reader, field, known.facet, value.lstrip('"'), base)


def _fields(typed: str) -> "Iterator[Row]":
    if not typed:
        return
    for name in [*_NAMES, "after", "before", "has"]:
        if name.startswith(typed.lower()):
            yield f"{name}:", "field", None


def _values(reader: "Reader", field: str, facet: str, typed: str, base: Query) -> "Iterator[Row]":
    """The values of a facet one of whose words begins as typed; each as a query finds it."""
    for value, documents in _begun(reader, facet, typed, base, _MOST_VALUES):
        if fold_all(tokens(value)):  # else no query finds it
            yield f"{field}:{value if _PLAIN.fullmatch(value) else to_text(Phrase(value))}", "value", documents


def _begun(reader: "Reader", facet: str, typed: str, base: Query, limit: int) -> "Iterator[tuple[str, int]]":
    """The values of a facet that go on what was typed, the most frequent first, with their documents."""
    *_, last = ["", *typed.split()]
    for count in reader.facet(base, facet, limit=limit, like=last):
        if count.value is not None and key(typed) in key(count.value):
            yield count.value, count.documents


def _words(reader: "Reader", typed: str) -> "Iterator[Row]":
    """The words of headlines that begin as typed, the most frequent of the newest first."""
    words = fold_all(tokens(typed))
    if len(words) != 1:
        return
    counts: dict[str, int] = {}
    for title in _headlines(reader, words):
        for word in dict.fromkeys(fold_all(tokens(title))):
            if word.startswith(words[0]):
                counts[word] = counts.get(word, 0) + 1
    likely = sorted(counts, key=lambda word: (-counts[word], word))[:_MOST_WORDS]
    numbers = reader.counts([Word(word) for word in likely])
    yield from ((word, "word", number) for word, number in zip(likely, numbers, strict=True))


def _titles(reader: "Reader", typed: str) -> "Iterator[str]":
    """The headlines that begin as all that was typed, as phrases."""
    words = fold_all(tokens(typed))
    for title in _headlines(reader, words):
        if key(title).startswith(" ".join(words)):
            yield to_text(Phrase(title))


def _headlines(reader: "Reader", words: list[str]) -> "Iterator[str]":
    """The newest headlines with these words, the last of which is only begun."""
    if not words or len(words[-1]) < _SHORTEST:
        return
    parts: list[Node] = [*(Word(word, "title") for word in words[:-1]), Prefix(words[-1], "title")]
    hits = reader.search(Query(all_of(parts), sort="newest", limit=_READ, highlight=False)).hits
    yield from (hit.title for hit in hits if hit.title)


def complete_value(reader: "Reader", facet: str, typed: str, base: Query, limit: int = 20) -> tuple[Completion, ...]:
    """The values of one facet that go on what was typed, as they are."""
    rows = _begun(reader, facet, typed, base, limit)
    return tuple(Completion(value, "value", documents) for value, documents in rows)
