"""Tables: the rows of those that are no layout, a block each."""

import msgspec

from archiver.normalise import elements
from archiver.normalise.block import Block, Run, linked

_LONGEST_CELL = 300  # code points; a table with longer ones is a layout
_FEWEST = 2  # rows of a table, and cells of a row
SEPARATOR = " | "
"""What stands between the cells of a row."""


class Table(msgspec.Struct):
    """Where the blocks of a table begin, and the numbers of the cells of its rows."""

    start: int
    rows: list[list[int]] = msgspec.field(default_factory=list)


def rows(blocks: list[Block], table: Table, path: tuple[int, ...], marks: tuple[tuple[int, str], ...]) -> list[Block]:
    """The table's rows; none if a cell holds more than a line, or hardly a row more than a cell: then it is a layout."""
    owners = {number for row in table.rows for number in row}
    cells: dict[int, Block] = {}
    for block in blocks:
        number = next((number for number in block.path[len(path) :] if number in owners), None)
        if (
            number is None
            or number in cells
            or block.kind not in ("cell", "paragraph")
            or len(block.text) > _LONGEST_CELL
            or any(label not in elements.HINTS for _, label in block.marks[len(marks) :])
        ):
            return []
        cells[number] = block
    found = [[cells.get(number) for number in row] for row in table.rows]
    if sum(len(list(filter(None, row))) >= _FEWEST for row in found) < _FEWEST:
        return []
    return [_row(row, path, marks) for row in found if any(row)]


def _row(cells: list[Block | None], path: tuple[int, ...], marks: tuple[tuple[int, str], ...]) -> Block:
    """A row's cells as one block; empty ones only stand among its runs."""
    runs: list[Run] = []
    for cell in cells:
        runs += (Run(SEPARATOR, owner=-1), *(cell.runs if cell else ()))
    return Block(
        text=SEPARATOR.join(cell.text for cell in cells if cell),
        runs=tuple(runs[1:]),
        path=path,
        marks=marks,
        kind="row",
        linked=linked(runs),
    )
