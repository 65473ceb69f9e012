"""Two facets crossed: how many articles have a value of the one and a value of the other."""

from archiver.errors import UsageError
from archiver.facets import UNITS, parse_facet
from archiver.results import CrossTable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from archiver.engine import Reader
    from archiver.query.tree import Query
    from archiver.results import FacetCount

MOST = 1_000  # rows, and columns
_WIDE = 13  # columns of a table: a year, and the articles without
_ALL = 10_000_000  # values of one row: an article may have many


def build_cross(
    reader: "Reader",
    query: "Query",
    rows: str,
    by: str,
    *,
    limit: int,
    columns: int,
    order: str = "count",
    like: str = "",
) -> CrossTable:
    """The first `limit` values of one facet by the most frequent `columns` values of another; those of dates in time's order.

    A facet's own choice is left out of account, as it is wherever it is counted. Raises UsageError for facets that can't be crossed,
    or a table that would be too large.
    """
    if max(limit, columns) > MOST:
        raise UsageError(f"A table has at most {MOST:,} rows and {MOST:,} columns.")
    rows = reader.resolve(query, rows)
    beyond = 1 + chosen_in(query.selections)
    by, across = _columns(reader, query, by, columns + beyond)
    if rows == by:
        raise UsageError(f"{rows} can't be crossed with itself. Name another facet.")
    down, more_rows = first(reader.facet(query, rows, limit=limit + beyond, order=order, like=like), limit)
    across, more_columns = first(across, columns)
    across = _in_time(by, across)
    others = {name: values for name, values in query.selections.items() if reader.resolve(query, name) != rows}
    cells = []
    for row in down:
        within = query._replace(selections={**others, rows: (row.value,)})
        counts = {count.value: count.documents for count in reader.facet(within, by, limit=_ALL)} if across else {}
        cells.append(tuple(counts.get(column.value, 0) for column in across))
    return CrossTable(rows, by, down, across, tuple(cells), more_rows, more_columns)


def chosen_in(selections: "Mapping[str, Sequence[str | None]]") -> int:
    """How many values are chosen: so many more than are shown must be asked for to know whether there are others."""
    return sum(map(len, selections.values()))


def first(counts: "tuple[FacetCount, ...]", limit: int) -> "tuple[tuple[FacetCount, ...], bool]":
    """The first so many values, those chosen and that of the articles without any; and whether there are more values."""
    valued = [count for count in counts if count.value is not None]
    more = {count.value for count in valued[limit:] if not count.selected}
    return tuple(count for count in counts if count.value not in more), bool(more)


def _columns(reader: "Reader", query: "Query", by: str, most: int) -> "tuple[str, tuple[FacetCount, ...]]":
    """The facet that goes across, and its values; `published` alone by a unit of which a table isn't too wide."""
    name = reader.resolve(query, by)
    counts = reader.facet(query, name, limit=most)
    if by == "published":
        for unit in ("month", "year"):
            if len(counts) > _WIDE and name != "published:year":
                name = f"published:{unit}"
                counts = reader.facet(query, name, limit=most)
    return name, counts


def _in_time(facet: str, counts: "tuple[FacetCount, ...]") -> "tuple[FacetCount, ...]":
    """Dates in the order of time, of two that begin together the longer one first; others as they are."""
    parsed = parse_facet(facet)
    if parsed is None or parsed.facet not in UNITS:
        return counts
    from archiver.periods import place

    return tuple(sorted(counts, key=lambda count: (count.value is None, count.value and place(count.value))))
