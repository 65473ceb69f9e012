"""Normalises many captures, in this process while there are few, in as many processes as there are cores when many."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, NamedTuple

from archiver.errors import ArchiveError
from archiver.normalise import Context, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType
    from typing import Self

    from archiver.document import Capture, Document

# A process takes some two seconds to load its models: below this many captures one process is done sooner.
FEW = 150
AHEAD = 3  # captures in flight for each process


class Normalised(NamedTuple):
    """What became of one capture: a document, or None and the reason why there is none."""

    key: str
    source: str
    document: Document | None
    reason: str = ""


class Normaliser:
    """Turns captures into documents with one frozen context; close it, or use it in a `with`, to end its processes."""

    def __init__(self, context: Context | None = None, workers: int = 0) -> None:
        self._context = context or Context.default()
        self._workers = workers or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None
        self._seen = 0

    @property
    def context_digest(self) -> str:
        """The digest of the context, which a generation stores."""
        return self._context.digest

    def run(self, captures: Iterable[Capture]) -> Iterator[Normalised]:
        """A result for each capture, in their order; a capture that fails never takes others with it."""
        if self._workers == 1 or self._seen < FEW:
            for capture in captures:
                self._seen += 1
                yield _normalise_one(capture, self._context)
        else:
            yield from self._run_in_pool(captures)

    def _run_in_pool(self, captures: Iterable[Capture]) -> Iterator[Normalised]:
        """Keep every process busy while holding only a few captures, however large they are."""
        running: deque[tuple[Capture, Future[Normalised]]] = deque()
        for capture in captures:
            running.append((capture, self._submit(capture)))
            if len(running) >= AHEAD * self._workers:
                yield self._result(*running.popleft())
        while running:
            yield self._result(*running.popleft())

    def _submit(self, capture: Capture) -> Future[Normalised]:
        try:
            return self._open_pool().submit(_normalise_in_worker, capture)
        except BrokenProcessPool:
            self.close()
            return self._open_pool().submit(_normalise_in_worker, capture)

    def _result(self, capture: Capture, future: Future[Normalised]) -> Normalised:
        """The result; where a process was ended, the capture is tried alone, so that the one which ends it is found."""
        try:
            return future.result()
        except BrokenProcessPool:
            self.close()
        try:
            return self._open_pool().submit(_normalise_in_worker, capture).result()
        except BrokenProcessPool:
            self.close()
            reason = "The process that normalised this page was ended from outside; was memory short?"
            return Normalised(capture.key, capture.source, None, reason)

    def _open_pool(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # Spawned, not forked: the index writer's threads and locks must not be copied.
            self._pool = ProcessPoolExecutor(
                self._workers, multiprocessing.get_context("spawn"), _start_worker, (self._context,)
            )
        return self._pool

    def close(self) -> None:
        """End the processes; the next run starts new ones."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _normalise_one(capture: Capture, context: Context) -> Normalised:
    try:
        return Normalised(capture.key, capture.source, normalise(capture, context))
    except ArchiveError as error:
        return Normalised(capture.key, capture.source, None, str(error))
    except Exception as error:  # noqa: BLE001 - a page that finds a bug must not stop the other pages
        reason = (
            f"The normaliser failed on this page ({type(error).__name__}: {error}); please report it with the page."
        )
        return Normalised(capture.key, capture.source, None, reason)


_worker_context: Context


def _start_worker(context: Context) -> None:
    # Ctrl-C reaches the whole group of processes; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    global _worker_context  # noqa: PLW0603 - a process's own context, set once before its first capture
    _worker_context = context


def _normalise_in_worker(capture: Capture) -> Normalised:
    return _normalise_one(capture, _worker_context)
