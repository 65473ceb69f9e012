"""Counting the values of one generation: exact, by documents."""

import tantivy
from tantivy import Occur

from archiver.analysis import value_key
from archiver.engines.embedded.build import name_of
from archiver.engines.embedded.keys import KEY_DIGESTS
from archiver.engines.embedded.schema import FIRST, HAS, ID_HEAD, KEY, LAST, SPELLING
from archiver.engines.values import best_spelling
from archiver.facets import unit_for
from archiver.fields import DATE
from archiver.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from archiver.engines.choosing import Counted
    from archiver.engines.embedded.opening import View
    from archiver.fields import Field

_Query = tantivy.Query

_LOOK = 300  # values that are had in one pass when all are wanted, before the slow way is taken
_FILTERS = 50  # counted in one pass over the documents: each takes a bit for every document of a segment
_LIKELY = "year"  # of most archives; where it is another unit, that is looked for in a second pass
_FEW_VALUES = 20  # looked up one by one; more are looked for in the list of all terms
_MAX_FIELDS = 1_000
_MAX_SPELLED = 10_000  # values that are remembered

Mark = int | str
"""What stands for a value in the columns that are counted: the digest of a name's key; of a date what it is counted under."""


class Look(NamedTuple):
    """The most frequent values of a facet, as far as they were asked for.

    A value that is here has at most `error` documents more than are given, and one that isn't at most `unseen`.
    """

    values: "dict[Mark, int]"
    error: int
    unseen: int


class Looked(NamedTuple):
    """What one pass over the documents says: of each facet its values; for each field, if asked, how many don't have it.

    `days` is the span of the dates that are counted without a unit.
    """

    looks: "dict[Counted, Look]"
    without: "dict[str, int]"
    days: int

    def resolved(self, counted: "Counted") -> "Counted":
        """What is to be counted, dates without a unit by that which their span asks for."""
        return counted if counted.unit or counted.field.kind != DATE else counted._replace(unit=unit_for(self.days))


class EmbeddedCounter:
    """Counts through the library; see `archiver.engines.choosing.Counter` for what every engine has."""

    def __init__(self, view: "View") -> None:
        self._view, self._schema, self._searcher = view, view.schema, view.searcher
        self._spelled: dict[tuple[str, str], str] = {}  # the values of keys met in a look, by field and key

    def count(self, query: tantivy.Query) -> int:
        """How many documents a query finds."""
        return self._view.count(query)

    def each(self, base: tantivy.Query, queries: "Sequence[tantivy.Query]") -> list[int]:
        """How many documents of `base` each of these finds."""
        # The value first: it is the rarer of the two, as a rule, and leads.
        return [self._view.count(_Query.boolean_query([(Occur.Must, query), (Occur.Must, base)])) for query in queries]

    def having(self, counted: "Counted", base: tantivy.Query, groups: "Sequence[Sequence[str]]") -> list[int]:
        """How many documents of `base` have any of the values of each group."""
        return self.filtered(base, [filter_of(counted, group) for group in groups])

    def overall(self, counted: "Counted", values: "Sequence[str]") -> dict[str, int]:
        """How many documents of all have each of these values."""
        name = name_of(counted.field, counted.form)
        return {value: self._view.count(_Query.term_query(self._schema, name, value)) for value in values}

    def every(self, counted: "Counted", base: tantivy.Query) -> dict[str, int]:
        """Every value that a document of `base` has."""
        look = self.look(base, [counted], _LOOK).looks[counted]
        if not look.unseen:
            return self.keyed(counted, look.values)
        # The library's list of terms looks at all there are, however few documents have one.
        return dict(self._searcher.terms_with_prefix(name_of(counted.field, counted.form), "", filter_query=base))

    def held(self, counted: "Counted", values: "Sequence[str]") -> list[str]:
        """Those of these values that the generation holds, deleted documents included."""
        name, frequency = name_of(counted.field, counted.form), self._searcher.doc_freq
        return [value for value in values if frequency(name, value)]

    def span(self, field: "Field", base: tantivy.Query) -> int:
        """The days from the first to the last that the dates of these documents may mean."""
        return _span_of(self._searcher.aggregate(base, _ends(field)))

    def spelled(self, field: "Field", keys: "Sequence[str]") -> dict[str, str]:
        """Each key's value, as most documents have it."""
        found = {}
        for key in keys:
            if known := self._spelled.get((field.name, key)):
                found[key] = known
            elif rows := self._spellings(field, KEY_DIGESTS[key]):
                found[key] = best_spelling(rows)
        return found

    # What only this engine is asked.

    def look(self, base: tantivy.Query, wanted: "Sequence[Counted]", size: int, *, with_rest: bool = False) -> Looked:
        """One pass over the documents of `base`: of each facet so many of the most frequent values.

        What takes long are the documents, and names: so some hundred values are had for little more than a few, as there are
        only digests here. Dates without a unit are counted by the year, and it is told how many days they span. `with_rest`
        also counts the documents without each field.
        """
        asked: dict[str, Any] = {}
        if with_rest:
            asked["documents"] = {"value_count": {"field": ID_HEAD}}
            asked[HAS] = {"terms": {"field": HAS, "size": _MAX_FIELDS}}
        columns: dict[str, Counted] = {}
        for counted in wanted:
            each = counted
            if counted.field.kind == DATE and not counted.unit:
                asked |= _ends(counted.field)
                each = counted._replace(unit=_LIKELY)
            column = name_of(each.field, each.form) if each.unit else each.field.name + KEY
            columns[column] = each
            asked[column] = {"terms": {"field": column, "size": size, "segment_size": size}}
        answer = self._searcher.aggregate(base, asked)
        without: dict[str, int] = {}
        if with_rest:
            has = {bucket["key"]: int(bucket["doc_count"]) for bucket in answer[HAS]["buckets"]}
            total = int(answer["documents"]["value"])
            without = {each.field.name: total - has.get(each.field.name, 0) for each in wanted}
        return Looked(
            {each: self._read(answer[column], size) for column, each in columns.items()},
            without,
            _span_of(answer) if FIRST in answer else 0,
        )

    def _read(self, part: "Any", size: int) -> Look:
        values: dict[Mark, int] = {bucket["key"]: int(bucket["doc_count"]) for bucket in part["buckets"]}
        # Each segment names as many as are asked for, and the library bounds what the others have there. Of what all of them
        # named, it drops those that have least, and bounds nothing.
        is_single = self._searcher.num_segments == 1
        error = 0 if is_single else int(part.get("doc_count_error_upper_bound") or 0)
        is_cut = len(values) >= size and bool(part["sum_other_doc_count"])
        return Look(values, error, min(values.values()) + error if is_cut else error)

    def filtered(self, base: tantivy.Query, filters: "Sequence[str]") -> list[int]:
        """How many documents of `base` each of these filters of the library lets through; see `filter_of`."""
        counts: list[int] = []
        for start in range(0, len(filters), _FILTERS):
            part = filters[start : start + _FILTERS]
            answer = self._searcher.aggregate(base, {str(at): {"filter": each} for at, each in enumerate(part)})
            counts += [int(answer[str(at)]["doc_count"]) for at in range(len(part))]
        return counts

    def keyed(self, counted: "Counted", values: "Mapping[Mark, int]") -> dict[str, int]:
        """The same counts by the values' keys."""
        if counted.unit:
            return {str(value): documents for value, documents in values.items()}
        found: dict[str, int] = {}
        for digest, documents in values.items():
            if rows := self._spellings(counted.field, int(digest)):
                key = value_key(rows[0][0])
                found[key] = documents
                if len(self._spelled) >= _MAX_SPELLED:
                    self._spelled.clear()
                self._spelled[counted.field.name, key] = best_spelling(rows)
        return found

    def _spellings(self, field: "Field", digest: int) -> list[tuple[str, int]]:
        name, begin = field.name + SPELLING, f"{digest:016x}"
        rows = self._searcher.terms_with_prefix(name, begin)
        if len(rows) > 1:  # without a filter, articles that were replaced or removed count, too
            rows = self._searcher.terms_with_prefix(name, begin, filter_query=_Query.all_query()) or rows
        return [(row[len(begin) :], documents) for row, documents in rows]


def filter_of(counted: "Counted", values: "Sequence[str]") -> str:
    """The library's filter for the documents with any of these values of a facet.

    Filters are texts in the language of its parser; within quotes a value may have any character.
    """
    name = name_of(counted.field, counted.form)
    quoted = ['"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"' for value in values]
    if len(quoted) <= _FEW_VALUES:
        return " OR ".join(f"{name}:{value}" for value in quoted)
    return f"{name}:IN [{' '.join(quoted)}]"


def _ends(field: "Field") -> "dict[str, Any]":
    return {FIRST: {"min": {"field": field.name + FIRST}}, LAST: {"max": {"field": field.name + LAST}}}


def _span_of(answer: "Any") -> int:
    first, last = answer[FIRST]["value"], answer[LAST]["value"]
    return 0 if first is None or last is None else int(last - first) + 1
