"""A page out of ordered hits whose keys may tie: equal keys are put in the order of the ids."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    Row = tuple[Any, Any]

_PAD = 32  # rows fetched on both sides of the page; few ties are longer


def page_of(
    fetch: "Callable[[int, int], Sequence[Row]]",
    ids: "Callable[[list[Any]], list[str]]",
    offset: int,
    limit: int,
) -> "list[Row]":
    """The rows from `offset` on, at most `limit`, as if all rows were in order of key, then id.

    `fetch(offset, limit)` gives rows (key, address) in the order of the keys, ties in any order that stays the same;
    `ids` gives the ids of addresses. So much is fetched that every tie that reaches into the page is there whole.
    """
    pad = _PAD
    while True:
        start = max(0, offset - pad)
        wanted = offset + limit + pad - start
        rows = fetch(start, wanted)
        first, last = offset - start, min(offset + limit - start, len(rows)) - 1
        if first > last:
            return []
        opens = start == 0 or rows[0][0] != rows[first][0]
        ends = len(rows) < wanted or rows[-1][0] != rows[last][0]
        if opens and ends:
            return _untied(rows, ids, first, last)[first : last + 1]
        pad *= 8


def _untied(rows: "Sequence[Row]", ids: "Callable[[list[Any]], list[str]]", first: int, last: int) -> "list[Row]":
    ordered = list(rows)
    begin = 0
    while begin < len(ordered):
        end = begin + 1
        while end < len(ordered) and ordered[end][0] == ordered[begin][0]:
            end += 1
        if end - begin > 1 and begin <= last and end > first:
            tied = ordered[begin:end]
            names = ids([address for _, address in tied])
            ordered[begin:end] = [row for _, _, row in sorted(zip(names, range(len(tied)), tied, strict=True))]
        begin = end
    return ordered
