"""The commands that look after an archive."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from archiver.archive import Archive
from archiver.cli.output import draw, note, open_console, output_format
from archiver.errors import UsageError
from archiver.render.safe import several_lines

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_ASKED_ONE_BY_ONE = 10  # articles that a question names


def remove(arguments: Any) -> int:
    """Withdraw articles."""
    with Archive.open(getattr(arguments, "home", None)) as archive:
        return _each(arguments, lambda name: archive.remove(name, arguments.reason), "removed")


def purge(arguments: Any) -> int:
    """Withdraw articles and take their bytes out, after asking."""
    if not arguments.yes:
        if not sys.stdin.isatty():
            raise UsageError("A purge can't be undone: say --yes where nobody can be asked.")
        with Archive.open(getattr(arguments, "home", None)) as archive:
            question = _purge_question(archive, arguments.ids)
        sys.stderr.write(f"{several_lines(question)} [y/N] ")
        sys.stderr.flush()
        if sys.stdin.readline().strip().lower() not in ("y", "yes"):
            note("Nothing was purged.")
            return 1
    with Archive.open(getattr(arguments, "home", None)) as archive:
        code = _each(arguments, lambda name: archive.purge(name, arguments.reason, expunge=False), "purged")
        archive.expunge()
    return code


def _purge_question(archive: Archive, names: list[str]) -> str:
    """What is asked before a purge: it names the articles, a line each where there are several."""
    titles = [_title(archive, name) for name in names[:_ASKED_ONE_BY_ONE]]
    if len(names) == 1:
        return f"Take {titles[0]} out of the files for good?"
    more = len(names) - len(titles)
    lines = [*titles, *([f"and {more:,} more"] if more else [])]
    return "\n  ".join([f"{len(names):,} articles:", *lines]) + "\nTake them out of the files for good?"


def _title(archive: Archive, name: str) -> str:
    from archiver.errors import ArchiveError

    try:
        document = archive.get(name)
    except ArchiveError:  # removed before, or not there: the purge itself will tell
        return name
    return f"“{document.title or document.key}” ({document.id[:8]})"


def _each(arguments: Any, act: Callable[[str], str], done: str) -> int:
    """Do it to each article; one that isn't there doesn't keep the others from it.

    Fails if any couldn't be done; as a mistake in the command (2) only if none was done because of such mistakes.
    """
    from archiver.errors import ArchiveError

    codes = set()
    for name in arguments.ids:
        try:
            print(f"{act(name)} {done}")
            codes.add(0)
        except ArchiveError as error:
            note(f"archive: {error}")
            codes.add(2 if isinstance(error, UsageError) else 1)
    return codes.pop() if len(codes) == 1 else 1


def reindex(arguments: Any) -> int:
    """Build a new generation, and switch to it."""
    from archiver.cli.progress import Bars

    with Archive.open(getattr(arguments, "home", None)) as archive:
        with Bars() as bars:
            name, total = archive.reindex(bars.add("Re-indexing", last="Checking it"))
        for message in archive.log.notices:
            note(message)
    for failure in total.failures[:20]:
        note(f"{failure.source}: {failure.reason}")
    print(f"Generation {name} is read now: {total.written:,} articles, verified against the log.")
    return 0


def status(arguments: Any) -> int:
    """Say what the archive holds."""
    with Archive.open(getattr(arguments, "home", None)) as archive:
        found = archive.status()
        for message in archive.log.notices:
            note(message)
    if output_format(arguments, "json") == "json":
        from archiver.render.jsonl import to_json

        generations = [generation._asdict() for generation in found.generations]
        print(to_json({**found._asdict(), "generations": generations}))
    else:
        from archiver.render.status import render_status

        draw(open_console(), render_status(found))
    return 0


def verify(arguments: Any) -> int:
    """Check every record; fails if there is any problem."""
    from archiver.cli.progress import Bars

    problems = 0
    with Archive.open(getattr(arguments, "home", None)) as archive:
        for message in archive.log.notices:
            note(message)
        with Bars() as bars:
            for problem in archive.verify(bars.add("Verifying", last="Checking the index", in_bytes=True)):
                problems += 1
                bars.print(problem)
        captures = archive.log.counts().captures
    if problems:
        note(f"{problems:,} problem{'' if problems == 1 else 's'} found. Copy the folder before you change anything.")
        return 1
    print(f"All is whole: {captures:,} captures verified, and the index holds what they say.")
    return 0


def rebuild(arguments: Any) -> int:
    """Make the catalogue anew."""
    from archiver.cli.progress import Bars

    with Archive.open(getattr(arguments, "home", None)) as archive:
        with Bars() as bars:
            problems = archive.rebuild_catalogue(bars.add("Rebuilding", in_bytes=True))
        captures = archive.log.counts().captures
    for problem in problems:
        note(problem)
    print(f"The catalogue was made anew from the WARC files: {captures:,} captures.")
    return 1 if problems else 0


def completion(arguments: Any) -> int:
    """Print a completion script."""
    import shtab

    from archiver.cli.parser import build_parser

    print(shtab.complete(build_parser(), arguments.shell))
    return 0
