"""The hits of a query by relevance: tier by tier, each in the order of its scores; see archiver.ranking.

Asking for each tier by itself is what makes it quick: a page is most often full before the last tier, which is most of
the documents, has to be scored.
"""

import struct

import tantivy
from tantivy import Occur

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from archiver.engines.compile import Plan


class Tiers:
    """The tiers of one query within `matching`, its documents after all selections."""

    def __init__(self, searcher: tantivy.Searcher, plan: "Plan", matching: tantivy.Query) -> None:
        self._searcher, self._tier_score = searcher, plan.tier_score
        self._queries = [
            tantivy.Query.boolean_query(
                [
                    # The rarest first: it leads, and the others are only looked up.
                    *((Occur.Must, tier) for tier in plan.tiers[number : number + 1]),
                    (Occur.Must, plan.scoring or matching),
                    *([(Occur.Must, matching)] if matching is not plan.matching else []),
                    *((Occur.MustNot, tier) for tier in plan.tiers[:number]),
                ]
            )
            for number in range(len(plan.tiers) + 1)
        ]
        self._counts: dict[int, int] = {}

    def fetch(self, offset: int, limit: int) -> "list[tuple[float, Any]]":
        """The score and address of at most `limit` hits from `offset` on."""
        rows: list[tuple[float, Any]] = []
        last = len(self._queries) - 1
        for number, query in enumerate(self._queries):
            if offset >= self._counts.get(number, offset + 1):
                offset -= self._counts[number]
                continue
            known = number == last or number in self._counts
            answer: Any = self._searcher.search(query, limit - len(rows), count=not known, offset=offset)
            rows.extend(
                (_single(score + self._tier_score * (last - number)), address) for score, address in answer.hits
            )
            if not known:
                self._counts[number] = answer.count
            if len(rows) == limit:
                break
            offset = max(0, offset - self._counts.get(number, 0))
        return rows


_FLOAT = struct.Struct("f")


def _single(number: float) -> float:
    """The number in single precision, in which the other engine adds up scores: what ties there must tie here."""
    return float(_FLOAT.unpack(_FLOAT.pack(number))[0])
