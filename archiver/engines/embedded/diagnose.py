"""Why a query finds nothing: each of its words with how many documents hold it, and what the index holds instead."""

import tantivy

from archiver.analysis import fold_all, tokens, value_key
from archiver.engines.embedded.schema import FOLDED, VALUE
from archiver.fields import DATE, KEYWORD, PERIODS, TEXT, Field, find_field
from archiver.nearest import nearest
from archiver.query.tree import Group, Phrase, Prefix, Range, Word
from archiver.results import TermReport

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from archiver.engines.compile import Compiler
    from archiver.engines.embedded.facets import Facets
    from archiver.engines.embedded.opening import View
    from archiver.query.tree import Node, Query

_CANDIDATES = 50_000  # the most frequent words that a mistyped one is compared with


class Diagnosis:
    """Asks one generation about the parts of queries that it can't answer."""

    def __init__(self, view: "View", compiler: "Compiler", facets: "Facets") -> None:
        self._view, self._fields, self._searcher = view, view.fields, view.searcher
        self._compiler, self._facets = compiler, facets

    def reports(self, query: "Query") -> tuple[TermReport, ...]:
        """A report for each word, phrase, prefix and range of days that has to match, and for each value chosen of a facet."""
        reports = [self._of_part(part) for part in dict.fromkeys(_parts(query.tree))]
        for facet, values in query.selections.items():
            reports.extend(self._of_value(facet, value) for value in values)
        return tuple(reports)

    def _of_part(self, part: "Word | Phrase | Prefix | Range") -> TermReport:
        text = _text(part)
        compiled = self._compiler.part(part)
        count = self._view.count(compiled) if compiled else 0
        if count or isinstance(part, (Prefix, Range)) or compiled is None:
            return TermReport(text, count, field=part.field or "")
        if part.field is None:
            return TermReport(text, 0, self._nearest_words(text))
        field = find_field(part.field, self._fields)
        return TermReport(text, 0, self._nearest_of(field, text) if field else (), part.field)

    def _of_value(self, facet: str, value: str) -> TermReport:
        selections = self._facets.select({facet: (value,)})
        count = self._view.count(self._facets.within(tantivy.Query.all_query(), selections))
        field = next((field for field in self._fields if field.facet == facet), None)
        if count or field is None or field.kind in (DATE, PERIODS):
            return TermReport(value, count, field=facet)
        return TermReport(value, 0, self._nearest_of(field, value), facet)

    def _nearest_of(self, field: Field, text: str) -> tuple[str, ...]:
        """What this field holds instead: whole values where it has any, else words."""
        if field.kind == TEXT:
            return self._nearest_words(text, (field,))
        key = value_key(text)
        values = nearest(key, self._terms(field.name + VALUE))
        if not values and field.kind != KEYWORD:
            values = self._values_with(field, fold_all(tokens(text)))
        return tuple(self._spelling(field, value) for value in values)

    def _values_with(self, field: Field, words: list[str]) -> list[str]:
        """The most frequent values that hold the words, each word or the nearest to it."""
        known = self._corrected(words, (field,))
        holders = self._compiler.part(Group("and", tuple(Word(word, field.name) for word in known))) if known else None
        if holders is None:
            return []
        rows = self._searcher.terms_with_prefix(field.name + VALUE, "", filter_query=holders)
        held = [value for value, _ in sorted(rows, key=lambda row: (-row[1], row[0])) if _holds(value, known)]
        return held[:1]

    def _nearest_words(self, text: str, fields: tuple[Field, ...] | None = None) -> tuple[str, ...]:
        fields = fields or tuple(field for field in self._fields if field.weight > 0)
        words = fold_all(tokens(text))
        if len(words) == 1:
            return tuple(nearest(words[0], self._words(fields).items()))
        corrected = self._corrected(words, fields)
        # A phrase whose words are all known has no near one: it is only never written like that.
        return (" ".join(corrected),) if corrected and corrected != words else ()

    def _corrected(self, words: list[str], fields: tuple[Field, ...]) -> list[str]:
        """Each word, or the nearest that the fields hold; empty if one has none near."""
        corrected = []
        for word in words:
            if any(self._searcher.doc_freq(field.name + FOLDED, word) for field in fields):
                corrected.append(word)
            elif near := nearest(word, self._words(fields).items(), 1):
                corrected.extend(near)
            else:
                return []
        return corrected

    def _words(self, fields: tuple[Field, ...]) -> dict[str, int]:
        found: dict[str, int] = {}
        for field in fields:
            for word, documents in self._terms(field.name + FOLDED):
                found[word] = max(documents, found.get(word, 0))
        return found

    def _terms(self, name: str) -> list[tuple[str, int]]:
        return self._searcher.terms_with_prefix(name, "", limit=_CANDIDATES)

    def _spelling(self, field: Field, value: str) -> str:
        return self._facets.spelling(field, value) if field.facet else value


def _text(part: "Word | Phrase | Prefix | Range") -> str:
    if isinstance(part, Prefix):
        return f"{part.prefix}*"
    if not isinstance(part, Range):
        return part.text
    if part.first and part.last:
        return f"on {part.first}" if part.first == part.last else f"from {part.first} to {part.last}"
    return f"from {part.first} on" if part.first else f"up to {part.last}"


def _parts(node: "Node") -> "Iterator[Word | Phrase | Prefix | Range]":
    """The words, phrases, prefixes and days that have to match, in the order in which they were written."""
    if isinstance(node, Group):
        for part in node.parts:
            yield from _parts(part)
    elif isinstance(node, (Word, Phrase, Prefix, Range)):
        yield node


def _holds(value: str, words: list[str]) -> bool:
    return set(words) <= set(fold_all(tokens(value)))
