"""Adding: captures into the log, then the index is brought up to it."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from archiver.errors import SourceError
from archiver.sources import PassedOver, Rejected, Unchanged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from archiver.archive import Archive
    from archiver.document import Capture
    from archiver.index import CatchUp, Failure, Progress

_STORE_BATCH = 50  # captures an fsync of the log
_INDEX_BATCH = 500  # captures stored between two times that the index is brought up to the log
_STORE_BYTES = 16 * 1024 * 1024  # the most that waits for others, so that memory stays flat with large pages
_STORE_SECONDS = 5.0  # that a fetched page waits for others


class AddReport(NamedTuple):
    """What became of what was added.

    `stored` captures are new in the log, `unchanged` were there already, or weren't fetched since their feed says nothing new. `rejected` never came so far (an empty file, a
    page that can't be fetched); `failures` are stored, but hold nothing that could be indexed. Both are also kept in
    the archive's aside.jsonl.

    The first `resumed_failures` of the failures are of captures that another run had stored.

    `bare` are the sources of articles with a headline and no text; `returned` those of articles that had been removed or
    purged, and are found again. `resumed` articles were stored by another run, which was stopped or is still at work, and indexed by this one.
    `passed_over` are the endings of files in folders that aren't taken (`.pdf`, empty for unusual ones), each with how
    many there were, most frequent first.
    """

    stored: int = 0
    unchanged: int = 0
    rejected: tuple[Rejected, ...] = ()
    failures: tuple[Failure, ...] = ()
    bare: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()
    resumed: int = 0
    resumed_failures: int = 0
    passed_over: tuple[tuple[str, int], ...] = ()

    def with_indexed(self, done: CatchUp) -> AddReport:
        """The report with what came of indexing."""
        return self._replace(failures=self.failures + done.failures, bare=self.bare + done.bare)


def add_captures(
    archive: Archive,
    captures: Iterable[Capture | Rejected | PassedOver | Unchanged],
    progress: Callable[[int, str], None] | None,
    indexing: Progress | None,
) -> AddReport:
    """Store the captures and index them; what can't be stored is kept aside, and the rest goes on."""
    done = archive.catch_up(indexing)  # what an interrupted run left
    report = AddReport(resumed=done.written, resumed_failures=len(done.failures)).with_indexed(done)
    batch = _Batch()
    rejected: list[Rejected] = []
    passed_over = Counter[str]()
    read = waiting = 0
    try:
        for given in captures:
            if isinstance(given, PassedOver):
                passed_over[given.kind] += 1
                continue
            read += 1
            capture = _checked(archive, given)
            if isinstance(capture, Unchanged):
                report = report._replace(unchanged=report.unchanged + 1)
            elif isinstance(capture, Rejected):
                archive.aside.keep(capture.source, capture.reason, capture.data)
                rejected.append(capture._replace(data=b""))
            else:
                batch.add(capture)
            if batch.is_full():
                waiting += len(batch.captures)
                report = batch.store(archive, report)
            if waiting >= _INDEX_BATCH:
                report = report.with_indexed(archive.catch_up(indexing))
                waiting = 0
            if progress:
                progress(read, capture.source)
    finally:  # also if it is stopped: what was fetched isn't fetched again
        report = batch.store(archive, report)
    report = report._replace(rejected=tuple(rejected), passed_over=tuple(passed_over.most_common()))
    return report.with_indexed(archive.catch_up(indexing))


class _Batch:
    """Captures that are stored together."""

    def __init__(self) -> None:
        self.captures: list[Capture] = []
        self._size = 0
        self._since = 0.0

    def add(self, capture: Capture) -> None:
        """Put a capture to the others."""
        if not self.captures:
            self._since = time.monotonic()
        self.captures.append(capture)
        self._size += len(capture.payload)

    def is_full(self) -> bool:
        """Whether they are many, large, or the first of them has waited long."""
        return bool(self.captures) and (
            len(self.captures) >= _STORE_BATCH
            or self._size >= _STORE_BYTES
            or time.monotonic() - self._since >= _STORE_SECONDS
        )

    def store(self, archive: Archive, report: AddReport) -> AddReport:
        """Store them and begin anew; the report with what became of them."""
        appended = archive.log.append(self.captures) if self.captures else []
        stored = sum(done.outcome != "unchanged" for done in appended)
        returned = tuple(
            capture.source for capture, done in zip(self.captures, appended, strict=True) if done.outcome == "returned"
        )
        self.captures, self._size = [], 0
        return report._replace(
            stored=report.stored + stored,
            unchanged=report.unchanged + len(appended) - stored,
            returned=report.returned + returned,
        )


def _checked(archive: Archive, given: Capture | Rejected | Unchanged) -> Capture | Rejected | Unchanged:
    """What was given, refused where it is a capture that the log can't keep."""
    if not isinstance(given, (Rejected, Unchanged)):
        try:
            archive.log.check(given)
        except SourceError as error:
            return Rejected(given.source, str(error))
    return given
