"""Counting facets: exact, by documents, each facet without its own selection, in the request that finds the hits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from archiver.analysis import fold_all, tokens, value_key
from archiver.engines.compile import VALUE
from archiver.engines.elastic.names import HAS, name_of, spelling, year
from archiver.engines.values import SEPARATOR, best_spelling, year_of
from archiver.errors import QueryError
from archiver.fields import DATE, PERIODS, Field
from archiver.query.tree import Phrase
from archiver.results import FacetCount

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from archiver.engines.compile import Compiler

    Q = dict[str, Any]
    Ask = Callable[[dict[str, Any]], Any]

_MOST_VALUES = 10_000  # values that one name may stand for
_MOST_BUCKETS = 60_000  # the server refuses an answer of more than 65,536
_SHARD_FACTOR = 4  # values that a shard names for each that is wanted, at first


class Selection(NamedTuple):
    """The values chosen of a facet: the query for them, and the keys that count as chosen."""

    query: Q
    keys: frozenset[str]


class Facets:
    """Counts the facets of queries of one generation; `ask` sends a search."""

    def __init__(self, fields: tuple[Field, ...], compiler: Compiler, ask: Ask) -> None:
        self._compiler, self._ask = compiler, ask
        self._fields = {field.facet: field for field in fields if field.facet}
        self._spellings: dict[tuple[str, str], str] = {}

    def field(self, facet: str) -> Field:
        """The field that a facet counts. Raises QueryError where the generation has no such facet."""
        field = self._fields.get(facet)
        if field is None:
            raise QueryError(f"The index has no facet “{facet}”. It counts {', '.join(self._fields)}.")
        return field

    # Selections.

    def select(self, chosen: Mapping[str, tuple[str, ...]]) -> dict[str, Selection]:
        """What the values chosen of each facet mean. Raises QueryError where the generation has no such facet."""
        return {facet: self._select(facet, values) for facet, values in chosen.items() if values}

    def within(self, selections: Mapping[str, Selection], without: str | None = None) -> list[Q]:
        """Every selection but that of one facet."""
        return [selection.query for facet, selection in selections.items() if facet != without]

    def _select(self, facet: str, values: tuple[str, ...]) -> Selection:
        field = self.field(facet)
        if field.kind in (DATE, PERIODS):
            years = [year_of(facet, value) for value in values]
            return Selection({"terms": {year(field): years}}, frozenset(map(str, years)))
        keys: set[str] = set()
        queries: list[Q] = []
        for value in values:
            if found := self._values_of(field, value):
                keys.update(found)
            elif (words := self._compiler.part(Phrase(value, field.name))) is not None:
                queries.append(words)  # a form of a name, or a site's address
        queries.append({"terms": {name_of(field, VALUE): sorted(keys)}})
        return Selection({"bool": {"should": queries, "minimum_should_match": 1}}, frozenset(keys))

    def _values_of(self, field: Field, value: str) -> list[str]:
        """The value itself if a document has it, else all values that hold its words."""
        name, folded = name_of(field, VALUE), value_key(value)
        if self.count({"term": {name: {"value": folded}}}):
            return [folded]
        words = set(fold_all(tokens(value)))
        holders = self._compiler.part(Phrase(value, field.name)) if words else None
        if holders is None:
            return []
        return [term for term, _ in self.values(name, holders) if words <= set(fold_all(tokens(term)))]

    def count(self, query: Q) -> int:
        """How many documents a query finds."""
        answer = self._ask({"query": {"bool": {"filter": [query]}}, "size": 0, "track_total_hits": True})
        return int(answer["hits"]["total"]["value"])

    def values(self, name: str, query: Q, **terms: Any) -> list[tuple[str, int]]:
        """The values of an index field among a query's documents, with how many have each, the most frequent first."""
        wanted = {"field": name, "size": _MOST_VALUES, "shard_size": _MOST_VALUES, **terms}
        answer = self._ask({"query": {"bool": {"filter": [query]}}, "size": 0, "aggs": {"values": {"terms": wanted}}})
        return [(str(row["key"]), int(row["doc_count"])) for row in answer["aggregations"]["values"]["buckets"]]

    # Counts.

    def requests(self, facets: tuple[str, ...], selections: Mapping[str, Selection], limit: int) -> dict[str, Q]:
        """The aggregations that count these facets, for a search whose query is the tree alone."""
        return {facet: self._request(facet, selections, limit, limit * _SHARD_FACTOR) for facet in facets}

    def _request(self, facet: str, selections: Mapping[str, Selection], limit: int, shard_size: int) -> Q:
        field = self.field(facet)
        selection = selections.get(facet)
        if field.kind in (DATE, PERIODS):
            # Years are few, and their order is that of texts: all of them are asked for.
            values: Q = {"terms": {"field": year(field), "size": _MOST_BUCKETS}}
        else:
            values = {
                "terms": {
                    "field": name_of(field, VALUE),
                    "size": max(1, limit),
                    "shard_size": max(1, limit, shard_size),
                    "order": [{"_count": "desc"}, {"_key": "asc"}],
                }
            }
        parts: dict[str, Q] = {
            "values": values,
            "without": {"filter": {"bool": {"must_not": [{"term": {HAS: {"value": field.name}}}]}}},
        }
        if selection and selection.keys and field.kind not in (DATE, PERIODS):
            keys = sorted(selection.keys)
            parts["chosen"] = {"terms": {"field": name_of(field, VALUE), "include": keys, "size": len(keys)}}
        return {"filter": {"bool": {"filter": self.within(selections, without=facet)}}, "aggs": parts}

    def read(
        self,
        facets: tuple[str, ...],
        selections: Mapping[str, Selection],
        limit: int,
        base: Q,
        answer: Any,
    ) -> dict[str, tuple[FacetCount, ...]]:
        """The counts from an answer; `base` is the query's tree, for what has to be asked again to be exact."""
        found = answer.get("aggregations", {})
        counted = {}
        for facet in facets:
            part = self._exact(facet, selections, limit, base, found[facet])
            counted[facet] = self._top(facet, selections, limit, part)
        self._spell(counted)
        return {
            facet: tuple(
                [FacetCount(self._spelled(facet, value), count, selected) for value, count, selected in rows]
                + ([FacetCount(None, without)] if without else [])
            )
            for facet, (rows, without) in counted.items()
        }

    def _exact(self, facet: str, selections: Mapping[str, Selection], limit: int, base: Q, part: Any) -> Any:
        """The facet's part of an answer, asked for again with more values a shard until no count can be wrong."""
        shard_size = limit * _SHARD_FACTOR
        while part["values"].get("doc_count_error_upper_bound", 0) and shard_size < _MOST_BUCKETS:
            shard_size = min(shard_size * 10, _MOST_BUCKETS)
            request = self._request(facet, selections, limit, shard_size)
            part = self._ask({"query": base, "size": 0, "aggs": {facet: request}})["aggregations"][facet]
        if part["values"].get("doc_count_error_upper_bound", 0):
            part["values"]["buckets"] = self._all_values(facet, selections, base)
        return part

    def _all_values(self, facet: str, selections: Mapping[str, Selection], base: Q) -> list[dict[str, Any]]:
        """Every value, page by page: the last resort, for a facet of very many values on several shards."""
        name = name_of(self.field(facet), VALUE)
        composite: dict[str, Any] = {"size": 5_000, "sources": [{"value": {"terms": {"field": name}}}]}
        query = {"bool": {"filter": [base, *self.within(selections, without=facet)]}}
        buckets = []
        while True:
            answer = self._ask({"query": query, "size": 0, "aggs": {"all": {"composite": composite}}})
            found = answer["aggregations"]["all"]
            buckets += [{"key": row["key"]["value"], "doc_count": row["doc_count"]} for row in found["buckets"]]
            if "after_key" not in found:
                return sorted(buckets, key=lambda row: (-row["doc_count"], row["key"]))
            composite["after"] = found["after_key"]

    def _top(
        self, facet: str, selections: Mapping[str, Selection], limit: int, part: Any
    ) -> tuple[list[tuple[str, int, bool]], int]:
        counts = {str(row["key"]): int(row["doc_count"]) for row in part["values"]["buckets"]}
        selection = selections.get(facet)
        selected: frozenset[str] = selection.keys if selection else frozenset()
        chosen = {str(row["key"]): int(row["doc_count"]) for row in part.get("chosen", {}).get("buckets", ())}
        top = sorted(counts.items(), key=_by_count)[:limit]
        shown = {value for value, _ in top}
        beyond = sorted(((key, chosen.get(key, counts.get(key, 0))) for key in selected - shown), key=_by_count)
        rows = [(value, count, value in selected) for value, count in top + beyond]
        return rows, int(part["without"]["doc_count"])

    # Spellings.

    def spelled(self, field: Field, key: str) -> str:
        """The value of a key, as most documents have it."""
        self._spell({field.facet: ([(key, 0, False)], 0)})
        return self._spelled(field.facet, key)

    def _spelled(self, facet: str, key: str) -> str:
        return self._spellings.get((facet, key), key)

    def _spell(self, counted: Mapping[str, tuple[list[tuple[str, int, bool]], int]]) -> None:
        """Ask once for the spellings that aren't known yet of all these keys."""
        aggregations: dict[str, Q] = {}
        for facet, (rows, _) in counted.items():
            field = self.field(facet)
            wanted = [key for key, _, _ in rows if (facet, key) not in self._spellings]
            if wanted and field.kind not in (DATE, PERIODS):
                include = "|".join(_literal(key + SEPARATOR) + ".*" for key in wanted)
                aggregations[facet] = {
                    "terms": {
                        "field": spelling(field),
                        "include": include,
                        "size": _MOST_VALUES,
                        "shard_size": _MOST_VALUES,
                    }
                }
        if not aggregations:
            return
        answer = self._ask({"query": {"match_all": {}}, "size": 0, "aggs": aggregations})
        for facet, found in answer["aggregations"].items():
            rows_of: dict[str, list[tuple[str, int]]] = {}
            for bucket in found["buckets"]:
                key, _, value = str(bucket["key"]).partition(SEPARATOR)
                rows_of.setdefault(key, []).append((value, int(bucket["doc_count"])))
            self._spellings.update(((facet, key), best_spelling(rows)) for key, rows in rows_of.items())


def _by_count(row: tuple[str, int]) -> tuple[int, str]:
    return -row[1], row[0]


def _literal(text: str) -> str:
    """A text as a pattern of Lucene's regular expressions that matches only it."""
    return re.sub(r'([.?+*|{}\[\]()"\\#@&<>~^$-])', r"\\\1", text)
