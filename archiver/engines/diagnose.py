"""Why a query finds nothing: each of its parts with how many documents hold it, and what the index holds instead."""

from archiver.analysis import fold_all, tokens, value_key
from archiver.engines.choosing import holds_words
from archiver.fields import DATE, KEYWORD, NAMES, PERIODS, TEXT, Field, find_field
from archiver.nearest import nearest
from archiver.query.printer import to_text
from archiver.query.synonyms import typed_in
from archiver.query.tree import (
    AtLeast,
    Boost,
    Fuzzy,
    Group,
    Has,
    Named,
    NumberRange,
    Phrase,
    Prefix,
    Range,
    Respelled,
    Synonyms,
    Wildcard,
    Word,
)
from archiver.results import TermReport

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any, Protocol

    from archiver.engines.compile import Compiler
    from archiver.query.tree import Node, Query

    Leaf = Word | Phrase | Prefix | Wildcard | Fuzzy | Range | NumberRange | Has

    class Lexicon(Protocol):
        """What an engine knows of the words and values of one generation."""

        fields: tuple[Field, ...]
        compiler: Compiler

        def count(self, query: Any) -> int:
            """How many documents a query of the engine finds."""

        def count_chosen(self, facet: str, value: str | None) -> int:
            """How many documents a chosen value of a facet finds."""

        def has_word(self, field: Field, word: str) -> bool:
            """Whether a document has this folded word in this field."""

        def words_near(self, field: Field, word: str) -> Iterable[tuple[str, int]]:
            """Folded words of a field with how many documents have each: at least those like the one given."""

        def values_near(self, field: Field, key: str) -> Iterable[tuple[str, int]]:
            """Keys of whole values of a field, likewise."""

        def values_of(self, field: Field, query: Any) -> list[tuple[str, int]]:
            """The keys of a field among a query's documents, with how many have each."""

        def spelled(self, field: Field, key: str) -> str:
            """The value of a key, as most documents have it."""


_MOST_COMPARED = 20  # parts of a query for which near ones are looked for: that takes some dozens of milliseconds each
_LEAVES = (Word, Phrase, Prefix, Wildcard, Fuzzy, Range, NumberRange, Has)


class Diagnosis:
    """Asks one generation about the parts of queries that it can't answer."""

    def __init__(self, lexicon: "Lexicon") -> None:
        self._lexicon, self._fields = lexicon, lexicon.fields
        self._left = _MOST_COMPARED

    def reports(self, query: "Query") -> tuple[TermReport, ...]:
        """A report for each word, phrase, prefix and range of days that has to match, and for each value chosen of a facet."""
        reports = [report for part in dict.fromkeys(_parts(query.tree)) for report in self._of_any(part)]
        for facet, values in query.selections.items():
            reports.extend(self._of_value(facet, value) for value in values)
        return tuple(reports)

    def _of_any(self, part: "Leaf | Synonyms | Named") -> "Iterator[TermReport]":
        if isinstance(part, Named):
            compiled = self._lexicon.compiler.part(part)
            if compiled is None or not (count := self._lexicon.count(compiled)):
                yield from self._of_any(part.part)  # type: ignore[arg-type]
            else:
                yield from (report._replace(documents=count) for report in self._of_any(part.part))  # type: ignore[arg-type]
            return
        if not isinstance(part, Synonyms):
            yield self._of_part(part)
        elif (compiled := self._lexicon.compiler.part(part)) is not None and (count := self._lexicon.count(compiled)):
            yield TermReport(typed_in(part.main), count, field=part.others[0].field or "")
        else:
            yield from map(self._of_part, _parts(part.main))

    def _of_part(self, part: "Leaf") -> TermReport:
        text = _text(part)
        compiled = self._lexicon.compiler.part(part)
        count = 0 if compiled is None else self._lexicon.count(compiled)
        if count or not isinstance(part, (Word, Phrase)) or compiled is None:
            return TermReport(text, count, field="" if isinstance(part, Has) else part.field or "")
        self._left -= 1
        if self._left < 0:
            return TermReport(text, 0, field=part.field or "")
        if part.field is None:
            return TermReport(text, 0, self._nearest_words(text))
        field = find_field(part.field, self._fields)
        return TermReport(text, 0, self._nearest_of(field, text) if field else (), part.field)

    def _of_value(self, facet: str, value: str | None) -> TermReport:
        count = self._lexicon.count_chosen(facet, value)
        field = next((field for field in self._fields if field.facet == facet), None)
        if count or value is None or field is None or field.kind in (DATE, PERIODS):
            return TermReport(f"without {facet}" if value is None else value, count, field=facet)
        near = tuple(other for other in self._nearest_of(field, value) if value_key(other) != value_key(value))
        return TermReport(value, 0, near, facet)

    def _nearest_of(self, field: Field, text: str) -> tuple[str, ...]:
        """What this field holds instead: whole values where they are counted, else words."""
        if field.kind == TEXT or (field.kind == NAMES and not field.facet):
            return self._nearest_words(text, (field,))
        key = value_key(text)
        values = nearest(key, self._lexicon.values_near(field, key))
        if not values and field.kind != KEYWORD:
            values = self._values_with(field, fold_all(tokens(text)))
        return tuple(self._lexicon.spelled(field, value) for value in values)

    def _values_with(self, field: Field, words: list[str]) -> list[str]:
        """The most frequent value that holds the words, each word or the nearest to it."""
        known = self._corrected(words, (field,))
        wanted = Group("and", tuple(Word(word, field.name) for word in known))
        holders = self._lexicon.compiler.part(wanted) if known else None
        if holders is None:
            return []
        rows = self._lexicon.values_of(field, holders)
        held = [value for value, _ in sorted(rows, key=lambda row: (-row[1], row[0])) if holds_words(value, set(known))]
        return held[:1]

    def _nearest_words(self, text: str, fields: tuple[Field, ...] | None = None) -> tuple[str, ...]:
        fields = fields or tuple(field for field in self._fields if field.weight > 0)
        words = fold_all(tokens(text))
        if "://" in text:
            return ()  # an address: its words say nothing
        if len(words) == 1:
            return tuple(nearest(words[0], self._words_near(words[0], fields).items()))
        corrected = self._corrected(words, fields)
        if corrected == words and words[1:] == ["s"]:  # Threlfall's
            return (words[0],)
        # A phrase whose words are all known has no near one: it is only never written like that.
        return (" ".join(corrected),) if corrected and corrected != words else ()

    def _corrected(self, words: list[str], fields: tuple[Field, ...]) -> list[str]:
        """Each word, or the nearest that the fields hold; empty if one has none near."""
        corrected = []
        for word in words:
            if any(self._lexicon.has_word(field, word) for field in fields):
                corrected.append(word)
            elif near := nearest(word, self._words_near(word, fields).items(), 1):
                corrected.extend(near)
            else:
                return []
        return corrected

    def _words_near(self, word: str, fields: tuple[Field, ...]) -> dict[str, int]:
        found: dict[str, int] = {}
        for field in fields:
            for near, documents in self._lexicon.words_near(field, word):
                found[near] = max(documents, found.get(near, 0))
        return found


def _text(part: "Leaf") -> str:
    if isinstance(part, (Word, Phrase)):
        return part.text
    if isinstance(part, Prefix):
        return f"{part.prefix}*"
    if isinstance(part, Has):
        return to_text(part)
    if not isinstance(part, Range):
        text = to_text(part)
        return text.removeprefix(f"{part.field}:") if part.field else text
    if part.first and part.last:
        return f"on {part.first}" if part.first == part.last else f"from {part.first} to {part.last}"
    return f"from {part.first} on" if part.first else f"up to {part.last}"


def _parts(node: "Node") -> "Iterator[Any]":
    """The words, phrases, prefixes and days that have to match, in the order in which they were written."""
    if isinstance(node, (Group, AtLeast)):
        for part in node.parts:
            yield from _parts(part)
    elif isinstance(node, Boost):
        yield from _parts(node.part)
    elif isinstance(node, Respelled):
        yield node.main
    elif isinstance(node, (*_LEAVES, Synonyms, Named)):
        yield node
