"""`archive inspect`."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

from archiver.cli.output import draw, note, open_archive, open_console, output_format
from archiver.errors import ArchiveError, NoArchiveError, SourceError, UsageError

if TYPE_CHECKING:
    from typing import Any

    from archiver.archive import Archive
    from archiver.document import Capture
    from archiver.normalise.inspection import Inspection
    from archiver.settings import Settings


def inspect(arguments: Any) -> int:
    """Show a page as the normaliser sees it; fails if it holds no article."""
    if not arguments.target.strip():
        raise UsageError("Name a page: a file, an address to fetch, the id of an article, or - for standard input.")
    form = output_format(arguments, "json")
    with ExitStack() as opened:
        try:
            archive = opened.enter_context(open_archive(arguments))
        except NoArchiveError as error:
            if not _is_outside(arguments):
                raise _neither_file_nor(error, arguments.target) from error
            archive = None  # a page can be looked at without any
        seen = _inspected(archive, arguments)
    if form == "json":
        from archiver.render.inspection import inspection_fields
        from archiver.render.jsonl import to_json

        print(to_json(inspection_fields(seen)))
    else:
        from archiver.render.inspection import render_inspection

        console = open_console()
        coloured = console.color_system is not None and not console.no_color
        draw(console, render_inspection(seen, width=console.width, whole=arguments.all, coloured=coloured))
    return 1 if seen.document is None else 0


def _is_outside(arguments: Any) -> bool:
    """Whether a page is meant that need not be in the archive: a file, an address to fetch, or standard input."""
    if arguments.capture is not None:
        return False
    return arguments.target == "-" or "://" in arguments.target or os.path.lexists(arguments.target)


def _neither_file_nor(error: NoArchiveError, target: str) -> ArchiveError:
    """The error, for a person who may have meant a file."""
    if os.path.lexists(target):  # else it would have been read
        return UsageError(f"--capture is for an article of the archive; “{target}” is a file. Inspect it without.")
    if "://" in target or not (os.sep in target or os.path.splitext(target)[1]):
        return error
    return NoArchiveError(f"There is no file “{target}”. {error}")


def _inspected(archive: Archive | None, arguments: Any) -> Inspection:
    if not _is_outside(arguments):
        assert archive is not None
        if arguments.url or arguments.record > 1:
            raise UsageError("--url and --record are for files and standard input, not for an article of the archive.")
        try:
            seen = archive.inspect(arguments.target, position=arguments.capture)
        except NoArchiveError as error:
            raise _neither_file_nor(error, arguments.target) from error
        if seen.document is None:
            _tell_others(archive, arguments.target, seen.position)
        return seen
    capture = _read(archive, arguments)
    if archive is not None:
        return archive.inspect_capture(capture)
    from archiver.normalise import Context
    from archiver.normalise.inspection import inspect as inspect_capture

    return inspect_capture(capture, Context.default(_settings(arguments).models_by_language))


def _settings(arguments: Any) -> Settings:
    """The settings where there is no archive."""
    from archiver.settings import load_settings

    return load_settings(getattr(arguments, "home", None))


def _tell_others(archive: Archive, name: str, shown: int | None) -> None:
    """Where the newest capture holds no article, and the index has an earlier one, say how to see it."""
    with suppress(ArchiveError):  # it is in no index: there is nothing else to see
        others = [f"--capture {each.position}" for each in archive.get(name).captures if each.position != shown]
        if others:
            note(f"Other captures of it: {', '.join(others)}. The index has the newest one that holds an article.")


def _read(archive: Archive | None, arguments: Any) -> Capture:
    """The page of a file, an address or standard input; of several, the one that is asked for."""
    from archiver.document import Capture
    from archiver.sources import Rejected, SourceOptions, iter_captures

    if os.path.isdir(arguments.target):
        raise UsageError(f"{arguments.target} is a folder: name one of the pages in it.")
    changes: dict[str, Any] = {"url": arguments.url, "respect_robots": not arguments.ignore_robots}
    if arguments.allow_private:
        changes["allow_private"] = True
    options = SourceOptions.by(archive.settings if archive else _settings(arguments), **changes)
    number = 0
    for item in iter_captures([arguments.target], options, sys.stdin.buffer):
        if isinstance(item, Rejected) and item.source == arguments.target:
            raise SourceError(f"{item.source} {item.reason}")
        number += 1
        if number == arguments.record and isinstance(item, Rejected):
            raise SourceError(f"{item.source}: {item.reason}")
        if number == arguments.record and isinstance(item, Capture):
            found = item
        elif number > arguments.record:
            note(f"There are more pages in it; --record {number} shows the next one.")
            return found
    if number < arguments.record:
        raise UsageError(f"There is no page {arguments.record} in {arguments.target}: it holds {number:,}.")
    return found
