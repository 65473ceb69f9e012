"""Reading a generation: searching, counting, and whole documents."""

import json
import time

import tantivy
from tantivy import Occur, Order

from archiver.closing import Closing
from archiver.engines.compile import Compiler, Plan
from archiver.engines.embedded.build import EmbeddedBuilder
from archiver.engines.embedded.counting import EmbeddedFacets
from archiver.engines.embedded.facets import EmbeddedCounter
from archiver.engines.embedded.keys import id_head
from archiver.engines.embedded.layout import Folder, failed
from archiver.engines.embedded.opening import open_view
from archiver.engines.embedded.schema import ID, ID_HEAD, MOST, NEWEST, OLDEST, TITLE_ORDER
from archiver.engines.embedded.tiers import Tiers
from archiver.engines.embedded.window import page_of
from archiver.engines.values import check_sort
from archiver.errors import QueryError
from archiver.highlight import Highlighter, zones_of
from archiver.results import Hit, Page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import Any

    from archiver.aliases import Merging
    from archiver.document import Document
    from archiver.engines.choosing import Choices
    from archiver.engines.embedded.beside import Beside
    from archiver.engines.embedded.lexicon import EmbeddedLexicon
    from archiver.query.tree import Node, Query
    from archiver.results import FacetCount, TermReport

_Query = tantivy.Query
_SCAN = 500  # documents of a scan that are held at once
_IDS = 10_000  # and ids alone
_ORDERS = {
    "newest": (NEWEST, Order.Desc),
    "oldest": (OLDEST, Order.Asc),
    "title": (TITLE_ORDER, Order.Asc),
    "words": ("words" + MOST, Order.Desc),
}
_LAST_KEY = (1 << 64) - 1


class EmbeddedReader(Closing):
    """Reads one generation as it stood when the reader was opened."""

    def __init__(self, folder: Folder, name: str) -> None:
        view = open_view(folder, name)
        self._view, self._schema, self._searcher = view, view.schema, view.searcher
        builder = EmbeddedBuilder(view)
        self._compiler = Compiler(builder)
        self._facets = EmbeddedFacets(view.fields, self._compiler, builder, EmbeddedCounter(view))

    def search(self, query: "Query") -> Page:
        """One page of hits with exact totals. Raises QueryError for a query that can't be answered."""
        began = time.perf_counter()
        try:
            return self._search(query, began)
        except (OSError, ValueError) as error:  # what the library says of files that it can't read
            raise failed(self._view.name, error) from error

    def _search(self, query: "Query", began: float) -> Page:
        plan = self._compiler.plan(query.tree, query.as_of)
        choices = self._facets.choose(plan.matching, query)
        within = self._facets.within(choices)
        counting = self._count_beside(choices, query) if query.facets else None
        total, rows = self._rows(plan, within, query)
        highlighter = Highlighter(query.tree) if query.highlight else None
        hits = tuple(self._hit(highlighter, address, score) for score, address in rows)
        counts = counting.result() if counting else {}
        return Page(query.text, total, (time.perf_counter() - began) * 1000, hits, counts)

    def _count_beside(self, choices: "Choices", query: "Query") -> "Beside":
        from archiver.engines.embedded.beside import Beside

        return Beside(self._facets.count, choices, query.facets, query.facet_size)

    def facet(
        self, query: "Query", facet: str, *, limit: int, like: str = "", order: str = "count", own: bool = False
    ) -> "tuple[FacetCount, ...]":
        """The values of one facet among the query's documents, at most `limit`, in this order, with exact counts."""
        choices = self._facets.choose(self._compiler.plan(query.tree).matching, query)
        if like or order != "count":
            return self._facets.listed(choices, facet, limit, like, order, own=own)
        return self._facets.count(choices, (facet,), limit, own=own)[facet]

    def resolve(self, query: "Query", facet: str) -> str:
        """The facet's name with the unit by which its dates are counted for this query."""
        return self._facets.resolve(self._facets.choose(self._compiler.plan(query.tree).matching, query), facet)

    def get(self, document_id: str) -> "Document | None":
        """The whole document with this id."""
        from archiver.document import decode

        rows = self._searcher.search(_Query.term_query(self._schema, ID, document_id), 1, count=False).hits
        return decode(self._view.source(rows[0][1])) if rows else None

    def scan(self, query: "Query", after: str = "") -> "Iterator[bytes]":
        """Every document of the query as JSON, each once, in the order of the ids, from the first behind `after`."""
        whole = self._facets.within(self._facets.choose(self._compiler.plan(query.tree).matching, query))
        for _, address in self._in_id_order(whole, after):
            yield self._view.source(address)

    def ids(self, query: "Query") -> "Iterator[str]":
        """The id of every document of the query, each once, in order, in constant memory."""
        whole = self._facets.within(self._facets.choose(self._compiler.plan(query.tree).matching, query))
        for document_id, _ in self._in_id_order(whole, size=_IDS):
            yield document_id

    def versions(self, log: "str | None" = None) -> "Iterator[tuple[str, int]]":
        """The id and version of every document, in the order of the ids; all of them come from one log."""
        del log
        batch: list[tuple[str, Any]] = []
        for row in self._in_id_order(_Query.all_query()):
            batch.append(row)
            if len(batch) == _SCAN:
                yield from self._with_versions(batch)
                batch = []
        yield from self._with_versions(batch)

    def logs(self) -> "frozenset[str]":
        """None: the documents don't say."""
        return frozenset()

    def counts(self, trees: "Sequence[Node]") -> list[int]:
        """How many documents each of these finds; none where there is no word in it."""
        parts = map(self._compiler.part, trees)
        return [0 if part is None else self._view.count(part) for part in parts]

    def which(self, trees: "Sequence[Node]", ids: "Sequence[str]") -> "list[frozenset[str]]":
        """For each of these, those of the documents with these ids that it finds."""
        among = _Query.term_set_query(self._schema, ID, list(ids))
        found = []
        for part in map(self._compiler.part, trees):
            both = _Query.boolean_query([(Occur.Must, among), (Occur.Must, part or _Query.empty_query())])
            rows = self._searcher.search(both, max(1, len(ids)), count=False).hits
            found.append(frozenset(self._view.ids([address for _, address in rows])))
        return found

    def score_parts(self, query: "Query", document_id: str) -> "list[tuple[str, str, float]]":
        """The parts of which a document's score is the sum."""
        from archiver.engines.reasons import TIERS, reasons

        plan = self._compiler.plan(query.tree, query.as_of)
        among = _Query.const_score_query(_Query.term_query(self._schema, ID, document_id), 0.0)
        parts = []
        for kind, text, part in reasons(self._compiler, query.tree, query.as_of):
            both = _Query.boolean_query([(Occur.Must, among), (Occur.Must, part)])
            parts += [(kind, text, float(row[0])) for row in self._searcher.search(both, 1, count=False).hits]
        for number, tier in enumerate(plan.tiers):
            if self._view.count(_Query.boolean_query([(Occur.Must, among), (Occur.Must, tier)])):
                return [*parts, ("tier", TIERS[number], plan.tier_score * (len(plan.tiers) - number))]
        return parts

    def near_words(self, word: str) -> tuple[str, ...]:
        """The words nearest to this folded one that bare words find, all equally near, the most frequent first."""
        from archiver.nearest import closest

        return closest(word, self._lexicon({}).words_near(self._compiler.words_field, word))

    def _lexicon(self, aliases: "Mapping[str, Merging]") -> "EmbeddedLexicon":
        from archiver.engines.embedded.lexicon import EmbeddedLexicon

        return EmbeddedLexicon(self._view, self._compiler, self._facets, aliases)

    def diagnose(self, query: "Query") -> "tuple[TermReport, ...]":
        """For each word of the query: how many documents hold it, and the nearest words if none does."""
        from archiver.engines.diagnose import Diagnosis

        return Diagnosis(self._lexicon(query.aliases)).reports(query)

    def close(self) -> None:
        """Nothing is read after this."""

    def __len__(self) -> int:
        """How many documents there are."""
        return int(self._searcher.num_docs)

    # Hits.

    def _rows(
        self, plan: Plan, matching: tantivy.Query, query: "Query"
    ) -> "tuple[int, list[tuple[float | None, Any]]]":
        """How many documents there are, and the score (if the order is by relevance) and address of the page's."""
        check_sort(query.sort, self._view.fields)
        if query.limit < 0 or query.offset < 0:
            raise QueryError("A page begins at hit 0 or later and holds no fewer than 0 hits.")
        total = self._view.count(matching)
        limit = min(query.limit, total - query.offset)
        if limit <= 0:
            return total, []
        if query.sort == "relevance" and plan.scoring is not None:
            tiers = Tiers(self._searcher, plan, matching)
            return total, page_of(tiers.fetch, self._view.ids, query.offset, limit)
        fetch = self._by_key(matching, *_ORDERS.get(query.sort, _ORDERS["newest"]))
        rows = page_of(fetch, self._view.ids, query.offset, limit)
        return total, [(None, address) for _, address in rows]

    def _by_key(
        self, whole: tantivy.Query, field: str, order: Order
    ) -> "Callable[[int, int], Sequence[tuple[Any, Any]]]":
        def fetch(offset: int, limit: int) -> "Sequence[tuple[Any, Any]]":
            return self._searcher.search(
                whole, limit, count=False, order_by_field=field, order=order, offset=offset
            ).hits

        return fetch

    def _hit(self, highlighter: Highlighter | None, address: "Any", score: float | None) -> Hit:
        row = json.loads(self._view.source(address))
        published = row["published"]
        return Hit(
            row["id"],
            score,
            row["title"],
            row["site"],
            row["url"] or row["canonical_url"],
            tuple(row["authors"]),
            published["at"] if published else None,
            row["language"],
            highlighter.highlight(zones_of(row), row["language"]) if highlighter else (),
        )

    def _in_id_order(self, query: tantivy.Query, after: str = "", size: int = _SCAN) -> "Iterator[tuple[str, Any]]":
        """Id and address of each document behind the id `after`, a batch of this size at a time."""
        lowest = id_head(after)
        while lowest <= _LAST_KEY:
            ahead = _Query.range_query(self._schema, ID_HEAD, tantivy.FieldType.Unsigned, lowest, None)
            clauses = [(Occur.Must, query), (Occur.Must, ahead)]
            rows = self._searcher.search(
                _Query.boolean_query(clauses), size, count=False, order_by_field=ID_HEAD, order=Order.Asc
            ).hits
            full = len(rows) == size
            if full and rows[0][0] == rows[-1][0]:
                size *= 2  # more documents than this share one number
                continue
            last = rows[-1][0] if full else None
            done = [row for row in rows if row[0] != last]  # the last number's documents may not all be here
            names = self._view.ids([address for _, address in done])
            rows = sorted(zip(names, (address for _, address in done), strict=True), key=lambda row: row[0])
            yield from (row for row in rows if row[0] > after)
            if last is None:
                return
            lowest = last

    def _with_versions(self, batch: "list[tuple[str, Any]]") -> "Iterator[tuple[str, int]]":
        versions = self._view.versions([address for _, address in batch])
        yield from zip((name for name, _ in batch), versions, strict=True)
