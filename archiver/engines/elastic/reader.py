"""Reading a generation at one point in time: searching, counting, and whole documents."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import msgspec
from elastic_transport import TransportError
from elasticsearch import ApiError, NotFoundError

from archiver.closing import Closing
from archiver.document import Document
from archiver.engines.compile import Compiler, Plan
from archiver.engines.elastic.build import ElasticBuilder
from archiver.engines.elastic.explain import explained, nonsense
from archiver.engines.elastic.facets import ElasticCounter, ElasticFacets
from archiver.engines.elastic.lexicon import ElasticLexicon
from archiver.engines.elastic.names import DOCUMENT, ID, LOG, TITLE_ORDER
from archiver.engines.reasons import TIERS, reasons
from archiver.engines.values import check_sort
from archiver.errors import QueryError
from archiver.highlight import Highlighter, zones_of
from archiver.nearest import closest
from archiver.results import Hit, Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from elasticsearch import Elasticsearch

    from archiver.aliases import Merging
    from archiver.fields import Field
    from archiver.query.tree import Node, Query
    from archiver.results import FacetCount, TermReport

KEEP_ALIVE = "5m"  # how long the point in time is kept after each request
_WINDOW = 10_000  # hits that one request may reach: index.max_result_window
_SCAN = 500  # documents of a scan that are held at once
_ORDERS: dict[str, list[dict[str, Any]]] = {
    "relevance": [{"_score": "desc"}, {ID: "asc"}],
    "newest": [{"published.minute": {"order": "desc", "missing": "_last"}}, {ID: "asc"}],
    "oldest": [{"published.minute": {"order": "asc", "missing": "_last"}}, {ID: "asc"}],
    "title": [{TITLE_ORDER: "asc"}],
    "words": [{"words": {"order": "desc", "missing": "_last"}}, {ID: "asc"}],
}


class ElasticReader(Closing):
    """Reads one generation as it stood when the reader was opened."""

    def __init__(
        self,
        client: Elasticsearch,
        index: str,
        *,
        fields: tuple[Field, ...],
        languages: tuple[str, ...],
        has_pairs: bool,
        has_logs: bool,
        where: str,
    ) -> None:
        self._client, self._index, self._where = client, index, where
        builder = ElasticBuilder(fields, languages, has_pairs=has_pairs)
        self._compiler = Compiler(builder)
        self._facets = ElasticFacets(fields, self._compiler, builder, ElasticCounter(self._ask))
        self._fields, self._has_logs = fields, has_logs
        self._point = self._open_point()

    def search(self, query: Query) -> Page:
        """One page of hits with exact totals. Raises QueryError for a query that can't be answered."""
        began = time.perf_counter()
        check_sort(query.sort, self._fields)
        if query.limit < 0 or query.offset < 0:
            raise QueryError("A page begins at hit 0 or later and holds no fewer than 0 hits.")
        with explained(self._where):
            plan = self._compiler.plan(query.tree, query.as_of)
            choices = self._facets.settled(self._facets.choose(plan.matching, query), query.facets)
            scores = query.sort == "relevance" and plan.scoring is not None
            request = {
                "query": _less(_scored(plan) if scores else plan.matching, choices.excluded),
                "sort": _ORDERS[query.sort if scores or query.sort != "relevance" else "newest"],
                "track_scores": scores,
                "_source": [DOCUMENT],
                "track_total_hits": True,
                "aggs": self._facets.requests(query.facets, choices, query.facet_size),
            }
            if chosen := self._facets.filters(choices):
                request["post_filter"] = {"bool": {"filter": chosen}}
            answer = self._page(request, query.offset, query.limit)
            counts = self._facets.read(query.facets, choices, query.facet_size, answer)
        highlighter = Highlighter(query.tree) if query.highlight else None
        hits = tuple(_hit(row, highlighter, scored=scores) for row in answer["hits"]["hits"])
        total = int(answer["hits"]["total"]["value"])
        return Page(query.text, total, (time.perf_counter() - began) * 1000, hits, counts)

    def facet(
        self, query: Query, facet: str, *, limit: int, like: str = "", order: str = "count", own: bool = False
    ) -> tuple[FacetCount, ...]:
        """The values of one facet among the query's documents, at most `limit`, in this order, with exact counts."""
        with explained(self._where):
            choices = self._facets.choose(self._compiler.plan(query.tree).matching, query)
            if like or order != "count":
                return self._facets.listed(choices, facet, limit, like, order, own=own)
            choices = self._facets.settled(choices, (facet,))
            requests = self._facets.requests((facet,), choices, limit, own=own)
            answer = self._ask({"query": _less(choices.base, choices.excluded), "size": 0, "aggs": requests})
            return self._facets.read((facet,), choices, limit, answer, own=own)[facet]

    def resolve(self, query: Query, facet: str) -> str:
        """The facet's name with the unit by which its dates are counted for this query."""
        with explained(self._where):
            return self._facets.resolve(self._facets.choose(self._compiler.plan(query.tree).matching, query), facet)

    def get(self, document_id: str) -> Document | None:
        """The whole document with this id."""
        with explained(self._where):
            answer = self._ask({"query": {"ids": {"values": [document_id]}}, "size": 1, "_source": [DOCUMENT]})
        rows = answer["hits"]["hits"]
        return msgspec.convert(rows[0]["_source"][DOCUMENT], Document) if rows else None

    def scan(self, query: Query, after: str = "") -> Iterator[bytes]:
        """Every document of the query as JSON, each once, in the order of the ids, from the first behind `after`."""
        with explained(self._where):
            whole = self._whole(query)
        behind = {"search_after": [after]} if after else {}
        for row in self._in_id_order(whole, _source=[DOCUMENT], **behind):
            yield msgspec.json.encode(row["_source"][DOCUMENT])

    def ids(self, query: Query) -> Iterator[str]:
        """The id of every document of the query, each once, in order, in constant memory."""
        with explained(self._where):
            whole = self._whole(query)
        for row in self._in_id_order(whole, size=_WINDOW, _source=False):
            yield row["_id"]

    def versions(self, log: str | None = None) -> Iterator[tuple[str, int]]:
        """The id and version of every document, or of those that come from this log, in the order of the ids."""
        wanted = {"term": {LOG: log}} if log and self._has_logs else {"match_all": {}}
        for row in self._in_id_order(wanted, _source=False, version=True):
            yield row["_id"], row["_version"]

    def logs(self) -> frozenset[str]:
        """The ids of the logs that the documents come from, where they say so."""
        if not self._has_logs:
            return frozenset()
        with explained(self._where):
            counted = {"logs": {"terms": {"field": LOG, "size": _WINDOW}}}
            answer = self._ask({"query": {"match_all": {}}, "size": 0, "aggs": counted})
        return frozenset(bucket["key"] for bucket in answer["aggregations"]["logs"]["buckets"])

    def counts(self, trees: Sequence[Node]) -> list[int]:
        """How many documents each of these finds; none where there is no word in it."""
        with explained(self._where):
            parts = [part or {"match_none": {}} for part in map(self._compiler.part, trees)]
            if not parts:
                return []
            counted = {"counts": {"filters": {"filters": parts}}}
            answer = self._ask({"query": {"match_all": {}}, "size": 0, "track_total_hits": False, "aggs": counted})
        return [int(bucket["doc_count"]) for bucket in answer["aggregations"]["counts"]["buckets"]]

    def which(self, trees: Sequence[Node], ids: Sequence[str]) -> list[frozenset[str]]:
        """For each of these, those of the documents with these ids that it finds."""
        with explained(self._where):
            named = [
                {"bool": {"filter": [part or {"match_none": {}}], "_name": str(number)}}
                for number, part in enumerate(map(self._compiler.part, trees))
            ]
            among = {"bool": {"filter": [{"ids": {"values": list(ids)}}], "should": named}}
            hits = self._ask({"query": among, "size": len(ids), "_source": False})["hits"]["hits"]
        return [
            frozenset(hit["_id"] for hit in hits if str(number) in hit.get("matched_queries", ()))
            for number in range(len(named))
        ]

    def score_parts(self, query: Query, document_id: str) -> list[tuple[str, str, float]]:
        """The parts of which a document's score is the sum."""
        with explained(self._where):
            plan = self._compiler.plan(query.tree, query.as_of)
            found = reasons(self._compiler, query.tree, query.as_of)
            tiers = [
                ("tier", TIERS[number], {"constant_score": {"filter": tier, "boost": lift}})
                for number, tier in enumerate(plan.tiers)
                if (lift := plan.tier_score * (len(plan.tiers) - number))
            ]
            named = [
                {"bool": {"must": [part], "_name": str(number)}} for number, (*_, part) in enumerate([*found, *tiers])
            ]
            among = {"bool": {"filter": [{"ids": {"values": [document_id]}}], "should": named}}
            request = {"query": among, "size": 1, "_source": False, "include_named_queries_score": True}
            hits = self._ask(request)["hits"]["hits"]
        scores = (
            {int(number): float(score) for number, score in hits[0].get("matched_queries", {}).items()} if hits else {}
        )
        parts = [(kind, text, scores[number]) for number, (kind, text, _) in enumerate(found) if number in scores]
        first = next((number for number in range(len(found), len(named)) if number in scores), None)
        return parts if first is None else [*parts, (*tiers[first - len(found)][:2], scores[first])]

    def near_words(self, word: str) -> tuple[str, ...]:
        """The words nearest to this folded one that bare words find, all equally near, the most frequent first."""
        with explained(self._where):
            return closest(word, self._lexicon({}).words_near(self._compiler.words_field, word))

    def _lexicon(self, aliases: Mapping[str, Merging]) -> ElasticLexicon:
        return ElasticLexicon(self._fields, self._compiler, self._facets, self._ask, aliases)

    def diagnose(self, query: Query) -> tuple[TermReport, ...]:
        """For each word of the query: how many documents hold it, and the nearest words if none does."""
        from archiver.engines.diagnose import Diagnosis

        with explained(self._where):
            return Diagnosis(self._lexicon(query.aliases)).reports(query)

    def close(self) -> None:
        """Let go of the point in time."""
        with suppress(ApiError, TransportError):  # it ends by itself in a few minutes
            self._client.close_point_in_time(id=self._point)

    def _whole(self, query: Query) -> dict[str, Any]:
        choices = self._facets.choose(self._compiler.plan(query.tree).matching, query)
        return {"bool": {"filter": [self._facets.within(choices)]}}

    def _open_point(self) -> str:
        return str(self._client.open_point_in_time(index=self._index, keep_alive=KEEP_ALIVE)["id"])

    def _ask(self, request: dict[str, Any]) -> Any:
        """The answer to a search at the point in time; a new one is taken where it was left alone for too long."""
        for is_last in (False, True):
            point = {"id": self._point, "keep_alive": KEEP_ALIVE}
            try:
                # A part of the index that is away would be left out of all counts, without a word.
                answer = self._client.search(pit=point, allow_partial_search_results=False, **_arguments(request)).body
            except NotFoundError:
                if is_last:
                    raise
                self._point = self._open_point()
            else:
                if not isinstance(answer.get("hits"), dict):
                    raise nonsense(self._where)
                self._point = answer.get("pit_id", self._point)
                return answer
        raise AssertionError

    def _page(self, request: dict[str, Any], offset: int, limit: int) -> Any:
        """The answer with the hits from `offset` on, however far that is."""
        if offset + limit <= _WINDOW or offset == 0:
            answer = self._ask({**request, "from": offset, "size": min(limit, _WINDOW)})
        elif (after := self._key_before(request, offset)) is None:
            return self._ask({**request, "size": 0})
        else:
            answer = self._ask({**request, "size": min(limit, _WINDOW), "search_after": after})
        hits = answer["hits"]["hits"]
        while len(hits) < limit and len(hits) % _WINDOW == 0 and hits:
            size = min(limit - len(hits), _WINDOW)
            more = self._ask({**_bare(request), "size": size, "search_after": hits[-1]["sort"]})["hits"]["hits"]
            if not more:
                break
            hits.extend(more)
        return answer

    def _key_before(self, request: dict[str, Any], offset: int) -> list[Any] | None:
        """The sort key of the hit before `offset`; None where there are fewer hits."""
        bare = {**_bare(request), "_source": False}
        after: list[Any] | None = None
        left = offset
        while left:
            step = {**bare, "size": min(left, _WINDOW), **({"search_after": after} if after else {})}
            hits = self._ask(step)["hits"]["hits"]
            if not hits:
                return None
            after, left = hits[-1]["sort"], left - len(hits)
        return after

    def _in_id_order(self, query: dict[str, Any], **wanted: Any) -> Iterator[dict[str, Any]]:
        request = {"query": query, "sort": [{ID: "asc"}], "size": _SCAN, "track_total_hits": False, **wanted}
        while True:
            with explained(self._where):
                hits = self._ask(request)["hits"]["hits"]
            yield from hits
            if len(hits) < request["size"]:
                return
            request["search_after"] = hits[-1]["sort"]


def _arguments(request: dict[str, Any]) -> dict[str, Any]:
    """The client's names for the parts of a request."""
    names = {"from": "from_", "_source": "source"}
    return {names.get(name, name): value for name, value in request.items() if value != {}}


def _less(query: dict[str, Any], excluded: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The query without the documents that are excluded; its scores stay."""
    return {"bool": {"must": [query], "must_not": list(excluded)}} if excluded else query


def _bare(request: dict[str, Any]) -> dict[str, Any]:
    """The request without what is only asked for once."""
    return {**{name: part for name, part in request.items() if name != "aggs"}, "track_total_hits": False}


def _scored(plan: Plan) -> dict[str, Any]:
    """The query with its tiers: as a lift that is greater than any score, so that one request gives the whole order."""
    if not plan.tiers:
        return dict(plan.scoring)  # type: ignore[arg-type]
    last = len(plan.tiers)
    lifts = [
        {"constant_score": {"filter": tier, "boost": plan.tier_score * (last - number)}}
        for number, tier in enumerate(plan.tiers)
    ]
    return {"bool": {"must": [plan.scoring], "should": [{"dis_max": {"queries": lifts}}]}}


def _hit(row: dict[str, Any], highlighter: Highlighter | None, *, scored: bool) -> Hit:
    document = row["_source"][DOCUMENT]
    published = document["published"]
    return Hit(
        document["id"],
        row["_score"] if scored else None,
        document["title"],
        document["site"],
        document["url"] or document["canonical_url"],
        tuple(document["authors"]),
        published["at"] if published else None,
        document["language"],
        highlighter.highlight(zones_of(document), document["language"]) if highlighter else (),
    )
