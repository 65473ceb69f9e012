"""The commands that look after an archive."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from archiver.archive import Archive
from archiver.cli.output import note, open_console, open_progress, output_format
from archiver.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def remove(arguments: Any) -> int:
    """Withdraw articles."""
    with Archive.open(getattr(arguments, "home", None)) as archive:
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
    with Archive.open(getattr(arguments, "home", None)) as archive:
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
    with Archive.open(getattr(arguments, "home", None)) as archive:
        with _progress("Re-indexing") as report:
            name, total = archive.reindex(report)
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

        open_console().print(render_status(found))
    return 0


def verify(arguments: Any) -> int:
    """Check every record; fails if there is any problem."""
    problems = 0
    with Archive.open(getattr(arguments, "home", None)) as archive:
        for message in archive.log.notices:
            note(message)
        with _progress("Verifying") as report:
            for problem in archive.verify(report):
                problems += 1
                print(problem)
        captures = archive.log.counts().captures
    if problems:
        note(f"{problems:,} problem{'' if problems == 1 else 's'} found. Copy the folder before you change anything.")
        return 1
    print(f"All is whole: {captures:,} captures verified, and the index holds what they say.")
    return 0


def rebuild(arguments: Any) -> int:
    """Make the catalogue anew."""
    with Archive.open(getattr(arguments, "home", None)) as archive, _progress("Rebuilding") as report:
        problems = archive.rebuild_catalogue(report)
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


class _progress:  # noqa: N801 - used as a function
    """A progress bar that is fed with what is done and the whole."""

    def __init__(self, description: str) -> None:
        self._progress = open_progress(open_console(stderr=True))
        self._task = self._progress.add_task(description, total=None, note="")

    def __enter__(self) -> Callable[[int, int], None]:
        self._progress.start()
        return lambda done, total: self._progress.update(self._task, completed=done, total=total)

    def __exit__(self, *_: object) -> None:
        self._progress.stop()
