"""A timeline as bars: empty periods are there, dates that are known coarsely stand in rows of their own."""

from rich.cells import cell_len
from rich.text import Text

from archiver.periods import first_day, following
from archiver.records import NamedTuple
from archiver.render.numbers import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from archiver.results import Timeline

LONG_GAP = 6
"""Empty periods in a row up to which each has a line of its own; more are one line that says how many they are."""

_EIGHTHS = " ▏▎▍▌▋▊▉"
_LONGEST_BAR = 100  # columns: beyond that bars are only far to look along


class Line(NamedTuple):
    """A line of a timeline: a period with its articles, or (`empty` periods) a gap."""

    label: str
    documents: int
    is_coarse: bool = False
    empty: int = 0


def render_timeline(timeline: "Timeline", width: int) -> Text:
    """The timeline in this width."""
    if not timeline.total:
        return Text("No article matches.")
    dates = "of publication" if timeline.of == "published" else "that they speak of"
    head = f"{counted(timeline.total, 'article')}, by {timeline.by} {dates}"
    block = Text(f"{head}\n", "bold")
    rows = list(lines(timeline))
    if timeline.without:
        rows.append(Line("undated" if timeline.of == "published" else "none", timeline.without, is_coarse=True))
    labels = max(cell_len(row.label) for row in rows if not row.empty or row.empty == 1)
    numbers = max(len(f"{row.documents:,}") for row in rows)
    # A coarse period holds what can't be put among the finer ones: next to them its bar would say something wrong.
    most = max((row.documents for row in rows if not row.is_coarse), default=1) or 1
    room = min(_LONGEST_BAR, width - labels - numbers - 2)
    for row in rows:
        line = _line(row, labels, numbers, room, most)
        line.truncate(width, overflow="ellipsis")
        block.append_text(line).append("\n")
    block.stylize("not bold", len(head) + 1)
    block.rstrip()
    return block


def lines(timeline: "Timeline") -> "Iterator[Line]":
    """The periods of a timeline with the gaps between them."""
    expected: str | None = None
    for period in timeline.periods:
        empty = []
        while expected is not None and first_day(expected) < first_day(period.value):
            empty.append(expected)
            expected = following(expected)
        yield from _gap(empty)
        is_coarse = period.unit != timeline.by
        yield Line(period.value, period.documents, is_coarse)
        if not is_coarse:
            expected = following(period.value)


def _gap(empty: list[str]) -> "Iterator[Line]":
    """Empty periods in a row, or a line that stands for them."""
    if len(empty) <= LONG_GAP:
        yield from (Line(each, 0) for each in empty)
    else:
        yield Line(f"{empty[0]} to {empty[-1]}", 0, empty=len(empty))


def _line(row: Line, labels: int, numbers: int, room: int, most: int) -> Text:
    if row.empty:
        return Text(f"⋮ {row.empty:,} empty: {row.label}", "dim")
    number = f"{row.documents:,}"
    line = Text(row.label + " " * (labels - cell_len(row.label)), "italic" if row.is_coarse else "default")
    line.append(f" {number:>{numbers}}", "default" if row.documents else "dim")
    if row.is_coarse:
        return line
    return line.append(f" {_bar(row.documents, most, room)}".rstrip(), "cyan")


def _bar(documents: int, most: int, room: int) -> str:
    """A bar whose longest fills the room; whatever isn't nothing can be seen."""
    if room < 1 or not documents:
        return ""
    eighths = max(1, round(documents * room * 8 / most))
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()
