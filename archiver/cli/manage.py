"""The commands that look after an archive."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from archiver.cli.output import draw, note, open_archive, open_console, output_format
from archiver.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def remove(arguments: Any) -> int:
    """Withdraw articles."""
    with open_archive(arguments) as archive:
        return _each(arguments, lambda name: archive.remove(name, arguments.reason), "removed")


def purge(arguments: Any) -> int:
    """Withdraw articles and take their bytes out, after asking."""
    if not arguments.yes:
        if not sys.stdin.isatty():
            raise UsageError("A purge can't be undone: say --yes where nobody can be asked.")
        sys.stderr.write(f"Take {len(arguments.ids)} article(s) out of the files for good? [y/N] ")
        sys.stderr.flush()
        if sys.stdin.readline().strip().lower() not in ("y", "yes"):
            note("Nothing was purged.")
            return 1
    with open_archive(arguments) as archive:
        code = _each(arguments, lambda name: archive.purge(name, arguments.reason, expunge=False), "purged")
        archive.expunge()
    return code


def _each(arguments: Any, act: Callable[[str], str], done: str) -> int:
    """Do it to each article; one that isn't there doesn't keep the others from it."""
    from archiver.errors import ArchiveError

    code = 0
    for name in arguments.ids:
        try:
            print(f"{act(name)} {done}")
        except ArchiveError as error:
            note(f"archive: {error}")
            code = 1
    return code


def reindex(arguments: Any) -> int:
    """Build a new generation, and switch to it."""
    from archiver.cli.progress import Bars

    with open_archive(arguments) as archive:
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
    with open_archive(arguments) as archive:
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
    with open_archive(arguments) as archive:
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

    with open_archive(arguments) as archive:
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
