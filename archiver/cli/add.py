"""`archive add`."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from archiver.cli.output import SHOWN, note, open_archive, tell_troubles
from archiver.cli.progress import Bars
from archiver.errors import UsageError

if TYPE_CHECKING:
    from typing import Any

    from archiver.adding import AddReport
    from archiver.aside import Aside

SHOWN_KINDS = 6


def add(arguments: Any) -> int:
    """Add what is named; fails if anything was refused, after everything else has been added."""
    targets = _targets(arguments)
    if arguments.url is not None and (len(targets) != 1 or os.path.isdir(targets[0])):
        raise UsageError("--url names one page; give one file with it, or - for standard input.")
    with open_archive(arguments, create=True) as archive:
        changes = {"url": arguments.url, "respect_robots": not arguments.ignore_robots}
        if arguments.allow_private:
            changes["allow_private"] = True
        with Bars() as bars:
            shown = _Shown(bars)
            report = archive.add(
                *targets,
                options=archive.source_options(**changes),
                stdin=sys.stdin.buffer,
                progress=shown.read,
                indexing=shown.indexed,
            )
        for message in archive.log.notices:
            note(message)
        _tell(report, archive.aside)
    return 1 if report.rejected or report.failures else 0


def _targets(arguments: Any) -> list[str]:
    """What is named on the command line, then what the lists name."""
    from archiver.sources.targets import iter_targets

    if not arguments.targets and not arguments.lists:
        raise UsageError("Nothing is named that could be added: files, folders, URLs, feeds, or - for standard input.")
    if (arguments.targets + arguments.lists).count("-") > 1:
        raise UsageError("Standard input can be read once only: as a page, or as a list.")
    targets = list(arguments.targets)
    for path in arguments.lists:
        if path == "-":
            targets += iter_targets(sys.stdin.buffer, "standard input")
        else:
            with open(path, "rb") as file:
                targets += iter_targets(file, path)
    return targets


def passed_over(kinds: tuple[tuple[str, int], ...]) -> str:
    """What of a folder wasn't taken: “Passed over 3 files that are no pages: 2 .jpg, 1 .pdf.”, most frequent first."""
    total = sum(count for _, count in kinds)
    named = [(kind, count) for kind, count in kinds if kind][:SHOWN_KINDS]
    parts = [f"{count:,} {kind}" for kind, count in named]
    rest = total - sum(count for _, count in named)
    if parts and rest:
        parts.append(f"{rest:,} other{'' if rest == 1 else 's'}")
    files = "1 file that is no page" if total == 1 else f"{total:,} files that are no pages"
    return f"Passed over {files}{': ' if parts else ''}{', '.join(parts)}."


class _Shown:
    """Reading and indexing, which take turns, on a bar each."""

    def __init__(self, bars: Bars) -> None:
        self._reading, self._indexing = bars.add("Reading"), bars.add("Indexing", 0)
        self._read = self._before = 0

    def read(self, done: int, source: str) -> None:
        self._read = done
        self._reading(done, None, source)

    def indexed(self, done: int, total: int) -> None:
        if self._read:
            self._reading(self._read, self._read)  # stands still meanwhile
        self._indexing(self._before + done, self._before + total)
        if done == total:
            self._before += total


def _tell(report: AddReport, aside: Aside) -> None:
    troubles = [(item.source, item.reason) for item in report.rejected]
    troubles += [(item.source, item.reason) for item in report.failures]
    tell_troubles(troubles, aside)
    for source in report.bare[:SHOWN]:
        note(f"{source}: only a headline was found, no text. Is the text behind a paywall, or filled in by scripts?")
    if report.returned:
        shown = ", ".join(report.returned[:SHOWN]) + (", …" if len(report.returned) > SHOWN else "")
        note(f"Removed or purged before, and found again from now on: {shown}.")
    if report.resumed:
        note(f"Also indexed: {report.resumed:,} that another run had stored.")
    if report.passed_over:
        note(passed_over(report.passed_over))
    parts = [f"{report.stored:,} added{_but(report)}", f"{report.unchanged:,} unchanged"]
    parts += [f"{len(report.rejected):,} refused"] if report.rejected else []
    print(", ".join(parts) + ".")


def _but(report: AddReport) -> str:
    """How many of those that were added can't be found: “ (1 of them without an article)”."""
    failures = report.failures[report.resumed_failures :]
    refused = sum(failure.refused for failure in failures)
    kinds = ((len(failures) - refused, "without an article"), (refused, "not taken into the index"))
    told = [f"{count:,} of them {what}" for count, what in kinds if count]
    return f" ({', '.join(told)})" if told else ""
