"""What an archive holds, for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from archiver.index import awaiting
from archiver.render.dates import to_the_minute
from archiver.render.numbers import counted
from archiver.render.safe import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archiver.engine import Generation
    from archiver.keeping import Status


def render_status(status: Status) -> Table:
    """A line for each figure, and what is to be done."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row("Archive", Text(one_line(status.home)))
    is_readable = all(each.created_at for each in status.generations if each.current)
    table.add_row("Documents", f"{status.documents:,}" if is_readable else "not known")
    table.add_row("Captures", f"{status.captures:,} in the log ({_size(status.log_size)}){_beyond_documents(status)}")
    if _others(status):
        table.add_row("Log", f"{one_line(status.log)}, one of {_others(status) + 1:,} that feed the index")
    if status.withdrawn:
        table.add_row("Withdrawn", f"{counted(status.withdrawn, 'article')} removed or purged")
    if status.without_article:
        table.add_row("No article", f"{status.without_article:,} stored, but nothing in them could be indexed")
    if status.aside:
        table.add_row(
            "Kept aside",
            Text(
                f"{counted(status.aside, 'entry', 'entries')} in {one_line(status.aside_path)}: delete it when all is mended"
            ),
        )
    table.add_row("Engine", Text(f"{status.engine}, {one_line(status.place)}" if status.place else status.engine))
    table.add_row(
        "Names", Text(one_line(f"{'; '.join(status.models)}; else by rules" if status.models else "by rules alone"))
    )
    waiting = awaiting(status.log, status.generations)
    for generation in reversed(status.generations):
        table.add_row("Generation", _generation(generation, waiting))
    for task in _to_do(status, waiting, is_readable=is_readable):
        table.add_row("To do", Text(one_line(task)))
    return table


def _to_do(status: Status, waiting: Generation | None, *, is_readable: bool) -> Iterator[str]:
    if status.behind and is_readable:
        yield f"{not_indexed(status.behind)}: the next “archive add” does it"
    if status.ahead:
        yield (
            f"the index has seen {counted(status.ahead, 'log event')} that the log doesn't have: put a copy of its files back, "
            "or “archive reindex” for an index of what is left"
        )
    if waiting:
        yield _what_it_awaits(waiting, status)
    if status.trouble:
        yield status.trouble
    if status.outdated:
        yield f"“archive reindex”: {status.outdated}{' since this generation was built' if is_readable else ''}"


def render_generations(generations: tuple[Generation, ...], log: str) -> Text:
    """A line for each generation, the newest first, as the archive with this log sees them."""
    waiting = awaiting(log, generations)
    lines = [_generation(generation, waiting) for generation in reversed(generations)]
    return Text("\n").join(lines) if lines else Text("Nothing has been indexed yet.")


def _others(status: Status) -> int:
    """How many other logs the generation that is read has articles of."""
    return max((len(each.positions.keys() - {status.log}) for each in status.generations if each.current), default=0)


def _what_it_awaits(waiting: Generation, status: Status) -> str:
    """What brings a generation that other archives are done with up to this archive's log."""
    current = next((each for each in status.generations if each.current), None)
    back = current is not None and int(waiting.name) < int(current.name)
    command = "archive reindex --rollback" if back else "archive reindex"
    return f"“{command}”: generation {waiting.name} waits for this archive, before all can read it"


def _generation(generation: Generation, waiting: Generation | None) -> Text:
    text = Text(generation.name)
    if not generation.created_at:
        text.append(f"  {_size(generation.size)} that can't be read", "dim")
        return text.append("  read now", "green") if generation.current else text
    text.append(
        f"  {generation.documents:,} documents, {_size(generation.size)}, built {to_the_minute(generation.created_at)}",
        "dim",
    )
    if generation.current:
        text.append("  read now", "green")
    elif generation.awaited:
        awaits_this = waiting is not None and generation.name == waiting.name
        text.append("  awaits this archive" if awaits_this else "  awaits the others", "yellow")
    elif not generation.positions:
        text.append("  unfinished: “archive reindex” goes on with it", "yellow")
    return text


def not_indexed(behind: int) -> str:
    """How many events of the log the index lacks."""
    return f"{counted(behind, 'log event')} {'is' if behind == 1 else 'are'}n't indexed yet"


def _beyond_documents(status: Status) -> str:
    """What captures there are beside one for each article."""
    if status.captures <= status.documents + status.without_article:
        return ""
    return "; earlier versions of articles count, too" + (", and removed ones" if status.withdrawn else "")


def _size(size: float) -> str:
    for unit in ("B", "kB", "MB", "GB"):
        if size < 1000:  # noqa: PLR2004
            return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} TB"
