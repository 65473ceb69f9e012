"""Two facets crossed, as a table."""

from rich.cells import cell_len
from rich.text import Text

from archiver.render.facets import heading, labels

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archiver.results import CrossTable, FacetCount

_GAP = 2  # columns between two of the table
_LEAST_NAMES = 12  # columns that the rows' names keep
_MOST_HEAD = 18  # columns that a column's name may take


def render_cross(table: "CrossTable", width: int) -> tuple[Text, int]:
    """The table in this width, and how many of its columns had no room: those with the fewest articles.

    Rows and columns have their own counts at the end.
    """
    heads = [
        _head(count, label) for count, label in zip(table.across, labels(table.columns, table.across), strict=True)
    ]
    sums = [f"{count.documents:,}" for count in table.across]
    widths = [
        max(cell_len(head), len(total), *(len(f"{row[place]:,}") for row in table.cells))
        for place, (head, total) in enumerate(zip(heads, sums, strict=True))
    ]
    totals = [f"{row.documents:,}" for row in table.down]
    last = max(len("all"), *map(len, totals))
    names = labels(table.rows, table.down)
    title = f"{heading(table.rows)} × {heading(table.columns).lower()}"
    longest = max([len("all"), *(name.cell_len for name in names)])
    # The names get what the counts leave; columns go only where the names couldn't be told from each other.
    shown = list(range(len(widths)))
    while len(shown) > 1 and _taken([widths[place] for place in shown], last) + min(longest, _LEAST_NAMES) > width:
        shown.remove(min(shown, key=lambda place: (table.across[place].documents, -place)))
    sizes = [*(widths[place] for place in shown), last]
    room = max(1, min(longest, width - _taken(sizes[:-1], last)))
    block = Text(f"{title}\n", "bold")
    block.append_text(_line(Text("", "dim"), [*(heads[place] for place in shown), "all"], sizes, room, "dim"))
    for name, cells, total in zip(names, table.cells, totals, strict=True):
        counts = [f"{cells[place]:,}" if cells[place] else "·" for place in shown]
        block.append_text(_line(name, [*counts, total], sizes, room, ""))
    block.append_text(_line(Text("all", "dim"), [*(sums[place] for place in shown), ""], sizes, room, "dim"))
    block.stylize("not bold", len(title) + 1)
    block.rstrip()
    return block, len(widths) - len(shown)


def _line(name: Text, cells: list[str], widths: list[int], room: int, style: str) -> Text:
    name.truncate(room, overflow="ellipsis", pad=True)
    line = Text.assemble(name)
    for cell, width in zip(cells, widths, strict=True):
        line.append(" " * (_GAP + width - cell_len(cell)) + cell, style or ("dim" if cell == "·" else "default"))
    return line.append("\n")


def _taken(widths: list[int], last: int) -> int:
    return sum(width + _GAP for width in widths) + last + _GAP


def _head(count: "FacetCount", label: Text) -> str:
    head = Text("without") if count.value is None else label
    head.truncate(_MOST_HEAD, overflow="ellipsis")
    return head.plain
