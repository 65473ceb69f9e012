"""Counting the values of facets: exact, by documents, in the request that finds the hits where that is possible."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from archiver.engines.choosing import NOTHING, Counted
from archiver.engines.counting import Facets, Row, by_count, merged
from archiver.engines.elastic.names import name_of, spelling
from archiver.engines.values import SEPARATOR, best_spelling
from archiver.facets import UNITS, unit_for
from archiver.fields import DATE, Field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from archiver.engines.choosing import Choices, Present
    from archiver.engines.compile import Compiler
    from archiver.engines.elastic.build import ElasticBuilder
    from archiver.results import FacetCount

    Q = dict[str, Any]
    Ask = Callable[[dict[str, Any]], Any]

_MOST_VALUES = 10_000  # spellings that one name may have
_SPELT = 500  # names whose spellings one request asks for: the server takes the longer for each the more there are
_MOST_BUCKETS = 60_000  # the server refuses an answer of more than 65,536
_SHARD_FACTOR = 4  # values that a shard names for each that is wanted, at first
_FILTERS = 500  # queries that are counted in one request
_DAY = 86_400_000  # milliseconds


class ElasticCounter:
    """Counts through searches, which `ask` sends; see `archiver.engines.choosing.Counter` for what every engine has."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._spellings: dict[tuple[str, str], str] = {}

    def count(self, query: Q) -> int:
        """How many documents a query finds."""
        answer = self._ask({"query": {"bool": {"filter": [query]}}, "size": 0, "track_total_hits": True})
        return int(answer["hits"]["total"]["value"])

    def each(self, base: Q, queries: Sequence[Q]) -> list[int]:
        """How many documents of `base` each of these finds."""
        counts: list[int] = []
        for part in _parts(queries, _FILTERS):
            found = self._aggregate(base, {"filters": {"filters": list(part)}})
            counts += [int(bucket["doc_count"]) for bucket in found["buckets"]]
        return counts

    def having(self, counted: Counted, base: Q, groups: Sequence[Sequence[str]]) -> list[int]:
        """How many documents of `base` have any of the values of each group."""
        name = name_of(counted.field, counted.form)
        return self.each(base, [{"terms": {name: [*group]}} for group in groups])

    def overall(self, counted: Counted, values: Sequence[str]) -> dict[str, int]:
        """How many documents of all have each of these values."""
        return self.those(counted, {"match_all": {}}, values)

    def exact(self, counted: Counted, base: Q, limit: int, hidden: Sequence[str], answer: Any) -> dict[str, int]:
        """The values of an answer, asked for again with more of them a shard until no count can be wrong."""
        if not limit:
            return {}
        if limit > _MOST_BUCKETS and answer.get("sum_other_doc_count", 0):
            return self._all_but(counted, base, hidden)
        shard_size = limit * _SHARD_FACTOR
        while answer.get("doc_count_error_upper_bound", 0) and shard_size < _MOST_BUCKETS:
            shard_size = min(shard_size * 10, _MOST_BUCKETS)
            answer = self._aggregate(base, first_values(counted, limit, hidden, shard_size))
        if not answer.get("doc_count_error_upper_bound", 0):
            return _counts(answer)
        return self._all_but(counted, base, hidden)

    def _all_but(self, counted: Counted, base: Q, hidden: Sequence[str]) -> dict[str, int]:
        without = set(hidden)
        return {value: count for value, count in self.every(counted, base).items() if value not in without}

    def every(self, counted: Counted, base: Q) -> dict[str, int]:
        """Every value that a document of `base` has; page by page where there are very many."""
        name = name_of(counted.field, counted.form)
        answer = self._aggregate(base, _terms(name, _MOST_VALUES))
        if not answer.get("sum_other_doc_count", 0) and not answer.get("doc_count_error_upper_bound", 0):
            return _counts(answer)
        composite: dict[str, Any] = {"size": 5_000, "sources": [{"value": {"terms": {"field": name}}}]}
        found: dict[str, int] = {}
        while True:
            answer = self._aggregate(base, {"composite": composite})
            found.update({str(row["key"]["value"]): int(row["doc_count"]) for row in answer["buckets"]})
            if "after_key" not in answer:
                return found
            composite["after"] = answer["after_key"]

    def those(self, counted: Counted, base: Q, values: Sequence[str]) -> dict[str, int]:
        """These values, where a document of `base` has them."""
        found: dict[str, int] = {}
        for part in _parts(values, _MOST_VALUES):
            found.update(_counts(self._aggregate(base, these_values(counted, part))))
        return found

    def held(self, counted: Counted, values: Sequence[str]) -> list[str]:
        """Those of these values that the generation holds."""
        return list(self.those(counted, {"match_all": {}}, values))

    def span(self, field: Field, base: Q) -> int:
        """The days from the first to the last that the dates of these documents may mean."""
        answer = self._ask({"query": {"bool": {"filter": [base]}}, "size": 0, "aggs": ends(field)})["aggregations"]
        return span_of(answer)

    def spelled(self, field: Field, keys: Sequence[str]) -> Mapping[str, str]:
        """Each key's value, as most documents have it."""
        self.learn([(field, keys)])
        known = self._spellings
        return {key: known[field.facet, key] for key in keys if (field.facet, key) in known}

    def learn(self, wanted: Iterable[tuple[Field, Iterable[str]]]) -> None:
        """Ask for the spellings that aren't known yet of all these keys."""
        unknown = [(field, key) for field, keys in wanted for key in keys if (field.facet, key) not in self._spellings]
        for part in _parts(unknown, _SPELT):
            literals: dict[Field, list[str]] = {}
            for field, key in part:
                literals.setdefault(field, []).append(_literal(key + SEPARATOR) + ".*")
            aggregations = {
                field.facet: _terms(spelling(field), _MOST_VALUES, include="|".join(each))
                for field, each in literals.items()
            }
            self._learn(aggregations)

    def _learn(self, aggregations: dict[str, Q]) -> None:
        answer = self._ask({"query": {"match_all": {}}, "size": 0, "aggs": aggregations})
        for facet, found in answer["aggregations"].items():
            rows_of: dict[str, list[tuple[str, int]]] = {}
            for value, documents in _counts(found).items():
                key, _, written = value.partition(SEPARATOR)
                rows_of.setdefault(key, []).append((written, documents))
            self._spellings.update(((facet, key), best_spelling(rows)) for key, rows in rows_of.items())

    def _aggregate(self, base: Q, aggregation: Q) -> Any:
        answer = self._ask({"query": {"bool": {"filter": [base]}}, "size": 0, "aggs": {"found": aggregation}})
        return answer["aggregations"]["found"]


class _Read(NamedTuple):
    """What an answer says of a facet, before its names are looked up."""

    counted: Counted
    rows: list[Row]
    chosen: list[str | None]
    without: int


class ElasticFacets(Facets):
    """Counts the facets of a search in the request that finds its hits, and asks again for what that leaves open."""

    counter: ElasticCounter

    def __init__(
        self, fields: tuple[Field, ...], compiler: Compiler, builder: ElasticBuilder, counter: ElasticCounter
    ) -> None:
        super().__init__(fields, compiler, builder, counter)

    def filters(self, choices: Choices, without: Counted | None = None) -> list[Q]:
        """Every choice but that of one facet."""
        return [choice.query for choice in choices.chosen.values() if choice.counted != without]

    def requests(self, names: Sequence[str], choices: Choices, limit: int, *, own: bool = False) -> dict[str, Q]:
        """The aggregations that count these facets, for a search whose query is the base, less what is excluded."""
        return {name: self._request(self.counted(name, choices.unit), choices, limit, own=own) for name in names}

    def _request(self, counted: Counted, choices: Choices, limit: int, *, own: bool) -> Q:
        parts: dict[str, Q] = {"without": {"filter": self.without(counted, choices.aliases)}}
        if counted.field.kind == DATE and not counted.unit:
            parts |= ends(counted.field)
            for unit in UNITS["published"]:
                parts[unit] = first_values(counted._replace(unit=unit), limit)
        else:
            present = self.present(counted, choices.aliases)
            parts["values"] = first_values(counted, limit, present.hidden)
            if 0 < len(present.names) <= _MOST_VALUES:
                parts["members"] = these_values(counted, present.names)
        chosen = self.chosen(choices, counted)
        if chosen:
            parts["chosen"] = {"filters": {"filters": list(chosen.values())}}
        return {"filter": {"bool": {"filter": self.filters(choices, None if own else counted)}}, "aggs": parts}

    def read(
        self, names: Sequence[str], choices: Choices, limit: int, answer: Any, *, own: bool = False
    ) -> dict[str, tuple[FacetCount, ...]]:
        """The counts from an answer."""
        found = answer.get("aggregations", {})
        read = {
            name: self._read(self.counted(name, choices.unit), choices, limit, found[name], own=own) for name in names
        }
        self.counter.learn(
            (each.counted.field, [row.key for row in each.rows if row.key not in self._names(each.counted, choices)])
            for each in read.values()
            if not each.counted.unit
        )
        return {
            name: self.spelt(choices, each.counted, each.rows, each.chosen, each.without) for name, each in read.items()
        }

    def _read(self, counted: Counted, choices: Choices, limit: int, part: Any, *, own: bool) -> _Read:
        if counted.field.kind == DATE and not counted.unit:
            counted = counted._replace(unit=unit_for(span_of(part)))
            part["values"] = part[counted.unit]
        base = self.within(choices, None if own else counted)
        present: Present = self.present(counted, choices.aliases) if not counted.unit else NOTHING
        plain = self.counter.exact(counted, base, limit, present.hidden, part["values"])
        is_told = "members" in part or not present.groups
        members = (
            _counts(part.get("members", {"buckets": ()}))
            if is_told
            else self.counter.those(counted, base, present.names)
        )
        if present.groups:
            plain = merged(plain, members, present, limit, partial(self.counter.having, counted, base))
        rows = [Row(*row) for row in sorted(plain.items(), key=by_count)[:limit]]
        chosen = self.chosen(choices, counted)
        listed = {row.key for row in rows}
        counts = [int(bucket["doc_count"]) for bucket in part["chosen"]["buckets"]] if chosen else []
        beyond = [
            (key, count) for key, count in zip(chosen, counts, strict=True) if key is not None and key not in listed
        ]
        rows += [Row(*row) for row in sorted(beyond, key=by_count)]
        return _Read(counted, rows, list(chosen), int(part["without"]["doc_count"]))

    def _names(self, counted: Counted, choices: Choices) -> Mapping[str, str]:
        merging = choices.aliases.get(counted.field.facet)
        return merging.names if merging else {}


def first_values(counted: Counted, limit: int, hidden: Sequence[str] = (), shard_size: int = 0) -> Q:
    """The aggregation for the most frequent values, by count, then value."""
    size = min(max(1, limit), _MOST_BUCKETS)
    shard_size = min(shard_size or limit * _SHARD_FACTOR, _MOST_BUCKETS)
    wanted = {
        "shard_size": max(size, shard_size),
        **({"exclude": list(hidden)} if hidden else {}),
    }
    return _terms(name_of(counted.field, counted.form), size, **wanted, order=[{"_count": "desc"}, {"_key": "asc"}])


def these_values(counted: Counted, values: Sequence[str]) -> Q:
    """The aggregation for these values alone."""
    return _terms(name_of(counted.field, counted.form), max(1, len(values)), include=list(values))


def ends(field: Field) -> dict[str, Q]:
    """The aggregations for the first and the last day that the dates of documents may mean."""
    return {"first": {"min": {"field": f"{field.name}.first"}}, "last": {"max": {"field": f"{field.name}.last"}}}


def span_of(answer: Any) -> int:
    """The days from the first to the last of an answer; 0 without any."""
    first, last = answer["first"]["value"], answer["last"]["value"]
    return 0 if first is None or last is None else round((last - first) / _DAY) + 1


def _terms(name: str, size: int, **more: Any) -> Q:
    return {"terms": {"field": name, "size": size, "shard_size": size, **more}}


def _counts(answer: Any) -> dict[str, int]:
    return {str(row["key"]): int(row["doc_count"]) for row in answer["buckets"]}


def _parts(items: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    return (items[start : start + size] for start in range(0, len(items), size))


def _literal(text: str) -> str:
    """A text as a pattern of Lucene's regular expressions that matches only it."""
    return re.sub(r'([.?+*|{}\[\]()"\\#@&<>~^$-])', r"\\\1", text)
