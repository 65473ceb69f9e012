"""Two facets crossed: how many articles have a value of the one and a value of the other."""

from archiver.errors import UsageError
from archiver.facets import UNITS, parse_facet
from archiver.results import CrossTable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archiver.engine import Reader
    from archiver.query.tree import Query

MOST_ROWS = 1_000
MOST_COLUMNS = 1_000
_ALL = 10_000_000  # values of one row: a document may have many


def build_cross(
    reader: "Reader", query: "Query", rows: str, columns: str, *, limit: int, most_columns: int, order: str = "count", like: str = ""
) -> CrossTable:
    """The table of the first rows and columns, each with its own count; a row's articles are counted as the row's facet does.

    Columns are the most frequent values; those of dates stand in the order of time. Raises UsageError for facets that can't be
    crossed, or a table that would be too large.
    """
    if rows == columns:
        raise UsageError(f"{rows} can't be crossed with itself. Name another facet with --by.")
    if limit > MOST_ROWS or most_columns > MOST_COLUMNS:
        raise UsageError(f"A table has at most {MOST_ROWS:,} rows and {MOST_COLUMNS:,} columns.")
    across = reader.facet(query, columns, limit=most_columns)
    if _is_of_dates(columns):
        from archiver.periods import first_day

        # Of two that begin together the longer one first, as with a year of which no month is known.
        across = tuple(sorted(across, key=lambda each: (each.value is None, each.value and first_day(each.value) or "", len(each.value or ""))))
    down = reader.facet(query, rows, limit=limit, order=order, like=like)
    if not across or not down:
        return CrossTable(rows, columns, down, across, tuple(() for _ in down))
    facet = _counted_by(columns, across)
    cells = []
    for row in down:
        chosen = {**query.selections, _counted_by(rows, down): (row.value,)}
        found = reader.facet(query._replace(selections=chosen), facet, limit=_ALL)
        counts = {count.value: count.documents for count in found}
        cells.append(tuple(counts.get(column.value, 0) for column in across))
    return CrossTable(rows, columns, down, across, tuple(cells))


def _is_of_dates(name: str) -> bool:
    parsed = parse_facet(name)
    return parsed is not None and parsed.facet in UNITS
