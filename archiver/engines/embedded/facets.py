"""Counting facets: exact, by documents, each facet without its own selection."""

import tantivy
from tantivy import Occur

from archiver.analysis import fold_all, tokens, value_key
from archiver.engines.embedded.schema import HAS, SPELLING, VALUE, YEAR
from archiver.engines.values import SEPARATOR, best_spelling, year_of
from archiver.errors import QueryError
from archiver.fields import DATE, PERIODS, Field
from archiver.query.tree import Phrase
from archiver.records import NamedTuple
from archiver.results import FacetCount

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from archiver.engines.compile import Compiler
    from archiver.engines.embedded.opening import View

_Query = tantivy.Query

_LOOKS = (40, 1_000)  # values a segment names in each look: naming them is what takes time; the first is mostly enough
_FEW_VALUES = 30  # up to which each value is counted by a query of its own, rather than by going through all values
_MAX_BUCKETS = 60_000  # the library refuses an answer of more than 65,000


class Selection(NamedTuple):
    """The values chosen of a facet: the query for them, and the keys that count as chosen."""

    query: tantivy.Query
    keys: frozenset[str]


class Facets:
    """Counts the facets of queries of one generation. `base` is a query's tree alone, without what it selects."""

    def __init__(self, view: "View", compiler: "Compiler") -> None:
        self._view, self._schema, self._searcher, self._compiler = view, view.schema, view.searcher, compiler
        self._fields = {field.facet: field for field in view.fields if field.facet}

    def select(self, chosen: "Mapping[str, tuple[str, ...]]") -> dict[str, Selection]:
        """What the values chosen of each facet mean. Raises QueryError where the generation has no such facet."""
        return {facet: self._select(facet, values) for facet, values in chosen.items() if values}

    def within(
        self, base: tantivy.Query, selections: "Mapping[str, Selection]", without: str | None = None
    ) -> tantivy.Query:
        """The base and every selection, but for that of one facet."""
        filters = [selection.query for facet, selection in selections.items() if facet != without]
        if not filters:
            return base
        clauses = [(Occur.Must, base), *((Occur.Must, _Query.const_score_query(query, 0.0)) for query in filters)]
        return _Query.boolean_query(clauses)

    def count(
        self, base: tantivy.Query, selections: "Mapping[str, Selection]", facet: str, limit: int
    ) -> tuple[FacetCount, ...]:
        """The values by count, then value, at most `limit`; then those selected beyond it; then the documents without.

        Raises QueryError where the generation has no such facet.
        """
        field = self._field(facet)
        query = self.within(base, selections, without=facet)
        selection = selections.get(facet)
        selected: frozenset[str] = selection.keys if selection else frozenset()
        counts = self._counts(field, query, limit)
        top = sorted(counts.items(), key=lambda row: (-row[1], row[0]))[:limit]
        shown = {value for value, _ in top}
        beyond = sorted(selected - shown)
        exact = self._counts_of(field, query, beyond)
        rows = top + sorted(((value, exact.get(value, 0)) for value in beyond), key=lambda row: (-row[1], row[0]))
        found = [FacetCount(self.spelling(field, value), count, value in selected) for value, count in rows]
        if without := self._without(field, query):
            found.append(FacetCount(None, without))
        return tuple(found)

    def _field(self, facet: str) -> Field:
        field = self._fields.get(facet)
        if field is None:
            raise QueryError(f"The index has no facet “{facet}”. It counts {', '.join(self._fields)}.")
        return field

    # Selections.

    def _select(self, facet: str, values: tuple[str, ...]) -> Selection:
        field = self._field(facet)
        if field.kind in (DATE, PERIODS):
            years = [year_of(facet, value) for value in values]
            query = _Query.term_set_query(self._schema, field.name + YEAR, years)
            return Selection(query, frozenset(str(year) for year in years))
        keys: set[str] = set()
        queries = []
        for value in values:
            if found := self._values_of(field, value):
                keys.update(found)
            elif words := self._compiler.part(Phrase(value, field.name)):
                queries.append(words)  # a form of a name, or a site's address
        queries.append(_Query.term_set_query(self._schema, field.name + VALUE, sorted(keys)))
        return Selection(_Query.boolean_query([(Occur.Should, query) for query in queries]), frozenset(keys))

    def _values_of(self, field: Field, value: str) -> list[str]:
        """The value itself if a document has it, else all values that hold its words."""
        name, folded = field.name + VALUE, value_key(value)
        if self._searcher.doc_freq(name, folded):
            return [folded]
        words = set(fold_all(tokens(value)))
        holders = self._compiler.part(Phrase(value, field.name)) if words else None
        if holders is None:
            return []
        rows = self._searcher.terms_with_prefix(name, "", filter_query=holders)
        return [term for term, _ in rows if words <= set(fold_all(tokens(term)))]

    # Counts.

    def _counts(self, field: Field, query: tantivy.Query, limit: int) -> dict[str, int]:
        """At least the `limit` most frequent values and all that tie with the last of them, with exact counts."""
        if field.kind in (DATE, PERIODS):
            return self._terms(field.name + YEAR, query, _MAX_BUCKETS)[0]  # no more years than 9,999
        name = field.name + VALUE
        for look in _LOOKS:
            if look <= limit:
                continue
            counts, error = self._terms(name, query, look)
            if not error:
                return counts
            # A value that no segment named has at most `error` documents; one that some named has at most that many
            # more than were counted. So the values that can be among the first are known, and are counted for sure.
            least = sorted(counts.values(), reverse=True)[min(limit, len(counts)) - 1]
            if least > error:
                if self._searcher.num_segments == 1:
                    return counts  # what a segment names it has counted whole
                return self._counts_of(field, query, [value for value, n in counts.items() if n + error >= least])
        # The slow way, which holds every value: for long lists of rare ones.
        return dict(self._searcher.terms_with_prefix(name, "", filter_query=query))

    def _counts_of(self, field: Field, query: tantivy.Query, values: list[str]) -> dict[str, int]:
        if not values:
            return {}
        if field.kind in (DATE, PERIODS):
            return self._terms(field.name + YEAR, query, _MAX_BUCKETS)[0]
        name = field.name + VALUE
        if len(values) > _FEW_VALUES:
            return self._terms(name, query, len(values), include=values)[0]
        counts = {value: self._count_of(name, value, query) for value in values}
        return {value: count for value, count in counts.items() if count}

    def _count_of(self, name: str, value: str, query: tantivy.Query) -> int:
        # The value first: it is the rarer of the two, as a rule, and leads.
        clauses = [(Occur.Must, _Query.term_query(self._schema, name, value)), (Occur.Must, query)]
        return self._view.count(_Query.boolean_query(clauses))

    def _terms(
        self, name: str, query: tantivy.Query, size: int, include: list[str] | None = None
    ) -> tuple[dict[str, int], int]:
        # All that a segment named are wanted: a value that is dropped when they are put together could be any.
        together = min(size * max(1, self._searcher.num_segments), _MAX_BUCKETS)
        terms: dict[str, object] = {"field": name, "size": together, "segment_size": size}
        if include is not None:
            terms["include"] = include
        answer = self._searcher.aggregate(query, {"values": {"terms": terms}})["values"]
        counts = {str(bucket["key"]): int(bucket["doc_count"]) for bucket in answer["buckets"]}
        return counts, int(answer.get("doc_count_error_upper_bound") or 0)

    def _without(self, field: Field, query: tantivy.Query) -> int:
        has = _Query.term_query(self._schema, HAS, field.name)
        clauses = [(Occur.Must, query), (Occur.MustNot, has)]
        return self._view.count(_Query.boolean_query(clauses))

    def spelling(self, field: Field, value: str) -> str:
        """The value of a key, as most documents have it."""
        if field.kind in (DATE, PERIODS):
            return value
        rows = self._searcher.terms_with_prefix(field.name + SPELLING, value + SEPARATOR)
        if not rows:
            return value
        return best_spelling([(spelling.partition(SEPARATOR)[2], documents) for spelling, documents in rows])
