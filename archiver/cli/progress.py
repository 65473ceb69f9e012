"""How a person at a terminal is told that work goes on: bars on stderr, gone when it is done. Never in a pipe or file."""

from __future__ import annotations

import sys
from datetime import timedelta
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn
from rich.table import Column
from rich.text import Text

from archiver.render.safe import one_line

if TYPE_CHECKING:
    from typing import Self

    from rich.progress import Task

_BAR_WIDTH = 16
_FEW = 10  # a second, below which a tenth more or less matters
_MEGABYTE = 1_000_000


class Bars:
    """The bars of one command; use it in a `with`. Where stderr isn't a terminal, nothing of them is seen."""

    def __init__(self) -> None:
        # Without rich's redirection, which would send what is printed into a file to the terminal instead.
        self._progress = Progress(
            _Name(),
            BarColumn(_BAR_WIDTH),
            _Count(),
            _Rate(),
            _Time(),
            _Note(table_column=Column(no_wrap=True, overflow="ellipsis", ratio=1)),
            console=Console(stderr=True, highlight=False),
            transient=True,
            expand=True,
            redirect_stdout=False,
            redirect_stderr=False,
            disable=not sys.stderr.isatty(),
        )

    def add(self, name: str, total: int | None = None, *, last: str = "", in_bytes: bool = False) -> Bar:
        """A bar under this name, which becomes `last` when all is done but for what isn't counted."""
        return Bar(self._progress, name, total, last, in_bytes=in_bytes)

    def print(self, line: str) -> None:
        """Print a line to stdout, above the bars where both stand on the same terminal."""
        if sys.stdout.isatty() and not self._progress.disable:
            self._progress.console.print(Text(one_line(line)))
        else:
            print(line)

    def note(self, line: str) -> None:
        """Print a line for the person to stderr, above the bars."""
        if self._progress.disable:
            print(one_line(line), file=sys.stderr)
        else:
            self._progress.console.print(Text(one_line(line)))

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()


class Bar:
    """One bar, which is told how much is done; `total` None: nobody knows how much there is."""

    def __init__(self, progress: Progress, name: str, total: int | None, last: str, *, in_bytes: bool) -> None:
        self._progress, self._name, self._last = progress, name, last or name
        # One that has nothing to do yet isn't shown.
        self._task = progress.add_task(name, total=total, note="", in_bytes=in_bytes, visible=total != 0)

    def __call__(self, done: int, total: int | None, note: str = "") -> None:
        """Show what is done of the whole, and what is being done."""
        name = self._last if total is not None and done >= total else self._name
        if total is None:
            task = next(task for task in self._progress.tasks if task.id == self._task)
            if task.total is not None:  # rich takes None for “as before”, and would say 700/500
                task.total = task.finished_time = task.finished_speed = None
        self._progress.update(self._task, completed=done, total=total, note=note, description=name, visible=True)


class _Name(ProgressColumn):
    def render(self, task: Task) -> Text:
        """What is being done."""
        return Text(task.description, no_wrap=True)


class _Count(ProgressColumn):
    def render(self, task: Task) -> Text:
        """How much of how much: `120/500`."""
        done, total = int(task.completed), task.total
        if task.fields["in_bytes"]:
            return Text(f"{done / _MEGABYTE:,.1f}/{(total or 0) / _MEGABYTE:,.1f} MB", no_wrap=True)
        return Text(f"{done:,}" + ("" if total is None else f"/{int(total):,}"), no_wrap=True)


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        """How much a second, once that is known."""
        speed = task.finished_speed or task.speed
        if not speed:
            return Text()
        if task.fields["in_bytes"]:
            return Text(f"{speed / _MEGABYTE:,.1f} MB/s", "dim", no_wrap=True)
        return Text(f"{speed:,.0f}/s" if speed >= _FEW else f"{speed:.1f}/s", "dim", no_wrap=True)


class _Time(ProgressColumn):
    def render(self, task: Task) -> Text:
        """The time that it will take yet, else the time that it has taken."""
        left = task.time_remaining
        if task.total is not None and left is not None and not task.finished:
            return Text(f"{timedelta(seconds=int(left))} left", "cyan", no_wrap=True)
        return Text(f"{timedelta(seconds=int(task.elapsed or 0))}", "dim", no_wrap=True)


class _Note(ProgressColumn):
    def render(self, task: Task) -> Text:
        """What the work has come to; the end of a long name tells more than its beginning."""
        return Text(_tail(one_line(task.fields["note"])), "dim", no_wrap=True, overflow="ellipsis")


def _tail(name: str, longest: int = 40) -> str:
    return name if len(name) <= longest else "…" + name[1 - longest :]
