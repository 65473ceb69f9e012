"""`archive export`: all that is found, into a file, a pipe, or onto the screen."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, BinaryIO, cast

from archiver.cli.output import filters, note, open_archive, query_text
from archiver.errors import UsageError
from archiver.render.numbers import counted

if TYPE_CHECKING:
    from typing import Any

    from archiver.export import Exported, Format

_FAILURE, _INTERRUPTED = 1, 130


def export(arguments: Any) -> int:
    """Write every matching article; 1 if some couldn't be."""
    output = None if arguments.output == "-" else arguments.output
    form = _format(arguments.format, output, arguments)
    with open_archive(arguments) as archive:
        asked = {
            "format": form.name,
            "query": query_text(arguments),
            "columns": arguments.columns,
            "all_captures": arguments.all_captures,
            **filters(arguments),
        }
        if output is None:
            try:
                done = archive.export_to(_stdout(form), tell=note, **asked)
            except KeyboardInterrupt:
                note("Stopped: what was written isn't all. With -o FILE the same command would go on from there.")
                return _INTERRUPTED
            sys.stdout.flush()
        else:
            from archiver.cli.progress import Bars

            with Bars() as bars:
                bar = bars.add("Exporting")
                done = archive.export_to(output, progress=bar, tell=bars.note, **asked)
    _report(done, output)
    return _FAILURE if done.left_out else 0


def _format(named: str | None, output: str | None, arguments: Any) -> Format:
    """The format asked for, else the one that the file's ending stands for."""
    from archiver.export import FORMATS, find_format, format_of

    ending = format_of(output) if output and not named else None
    if output and not named and ending is None and "." in os.path.basename(output) and not os.path.isdir(output):
        known = ", ".join(f"{' or '.join(each.endings)} ({each.name})" for each in FORMATS)
        raise UsageError(
            f"The ending of {output} stands for no format. Give the file one of these endings, or choose the format with "
            f"--format: {known}."
        )
    name = named or (ending.name if ending else "jsonl")
    return find_format(name, columns=arguments.columns, all_captures=arguments.all_captures)


def _stdout(form: Format) -> BinaryIO:
    if not sys.stdout.isatty():
        return cast("BinaryIO", _Text() if not hasattr(sys.stdout, "buffer") else sys.stdout.buffer)
    if form.is_binary:
        raise UsageError(
            f"A {form.name} file is no text, and would only garble the terminal. Write it to a file, with "
            f"-o FILE{form.endings[0]}, or into a pipe."
        )
    return cast("BinaryIO", _Terminal(is_json=form.name in ("jsonl", "csl-json")))


class _Text:
    """Standard output where it takes text only."""

    def write(self, data: bytes) -> int:
        """Write a whole number of articles."""
        sys.stdout.write(data.decode())
        return len(data)


class _Terminal:
    """A terminal, which no control characters reach."""

    def __init__(self, *, is_json: bool) -> None:
        from archiver.render.safe import escape_json, several_lines

        self._safe = escape_json if is_json else several_lines

    def write(self, data: bytes) -> int:
        """Write a whole number of articles."""
        sys.stdout.write(self._safe(data.decode().replace("\r\n", "\n")))
        return len(data)


def _report(done: Exported, output: str | None) -> None:
    for name, reason in done.reasons:
        note(f"{name}: {reason}")
    if more := done.left_out - len(done.reasons):
        note(f"… and {more:,} more.")
    if output is not None:
        note(f"{counted(done.written, 'article')} written to {output}.")
    if done.left_out:
        note(f"{counted(done.left_out, 'article')} of {done.total:,} couldn't be written.")
