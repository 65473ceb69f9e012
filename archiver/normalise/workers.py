"""Normalises many captures: the few and short in this process, the many and the long in processes that can be ended.

A page that takes too long, or that ends its process (memory short, a crash in C code), fails alone. Only another process
can be ended while it is in C code, so no page is normalised in this one unless it is surely soon done.
"""

from __future__ import annotations

import math
import multiprocessing
import os
import signal
import time
from collections import deque
from concurrent.futures import wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from archiver.closing import Closing
from archiver.errors import ArchiveError
from archiver.normalise import Context, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

    from pebble import ProcessPool

    from archiver.document import Capture, Document

FEW = 150
"""Captures: a process takes some two seconds to load its models, so up to here one process is done sooner."""

SHORT = 500_000
"""Bytes of a payload: what is longer goes to another process; the worst page of this length takes a few seconds."""

AHEAD = 3
"""Captures in flight for each process."""

LIMIT = 60.0
"""Seconds that a page may take; the longest articles take three."""

_PATIENCE = 180.0  # seconds beyond all limits, after which a pool that gives no results is taken for broken
_GRACE = 5  # seconds after the limit: a worker whose parent was killed, so that nobody stops it, ends itself


class Normalised(NamedTuple):
    """What became of one capture: a document, or None and the reason why there is none.

    `damaged` tells that the capture's own bytes are.
    """

    key: str
    source: str
    document: Document | None
    reason: str = ""
    damaged: bool = False


class _Task(NamedTuple):
    """A capture in flight, since when by the monotonic clock, and the pool that has it."""

    capture: Capture
    future: Future[Normalised]
    pool: ProcessPool
    since: float


class Normaliser(Closing):
    """Turns captures into documents with one frozen context; close it, or use it in a `with`, to end its processes.

    `workers` is the number of processes, 0: one a core. A page that takes more than `limit` seconds is given up.
    """

    def __init__(self, context: Context | None = None, workers: int = 0, limit: float = LIMIT) -> None:
        self._context = context or Context.default()
        self._workers = workers or os.cpu_count() or 1
        self._limit = limit
        self._pool: ProcessPool | None = None
        self._size = 0  # processes of the pool
        self._seen = 0

    @property
    def context(self) -> Context:
        """What pages are normalised by."""
        return self._context

    @property
    def context_digest(self) -> str:
        """The digest of the context, which a generation stores."""
        return self._context.digest

    def run(self, captures: Iterable[Capture]) -> Iterator[Normalised]:
        """A result for each capture, in their order; a capture that fails never takes others with it.

        Every process is kept busy while only a few captures are held, however large they are.
        """
        running: deque[_Task] = deque()
        for capture in captures:
            self._seen += 1
            wanted = self._workers if self._seen > FEW else 1
            if self._pool is None and not running and wanted == 1 and len(capture.payload) <= SHORT:
                yield _normalise_one(capture, self._context)
                continue
            if self._size < wanted:
                while running:
                    yield self._result(running)
                self.close()
                self._size = wanted
            running.append(self._submit(capture))
            if len(running) >= AHEAD * self._size:
                yield self._result(running)
        while running:
            yield self._result(running)

    def _submit(self, capture: Capture) -> _Task:
        for _ in range(2):
            pool = self._open_pool()
            try:
                with _sheltered():
                    future = pool.schedule(_normalise_in_worker, (capture,), timeout=self._limit)
            except RuntimeError:  # the pool broke since it was last used
                self._close_pool()
            else:
                return _Task(capture, future, pool, time.monotonic())
        raise BrokenProcessPool("No process can be started to normalise pages in.")

    def _result(self, running: deque[_Task]) -> Normalised:
        """The first one's result; where its process was ended, it is tried once more when it is the only one.

        So memory that was short because of others is no reason to give a page up, and the page that eats it is found.
        """
        task = running.popleft()
        result = self._outcome(task)
        if result is None:
            wait([other.future for other in running], timeout=self._limit * AHEAD)
            result = self._outcome(self._submit(task.capture))
        if result is None:
            reason = "The process that normalised this page was ended from outside, twice; was memory short?"
            result = Normalised(task.capture.key, task.capture.source, None, reason)
        return result

    def _outcome(self, task: _Task) -> Normalised | None:
        """What became of the capture; None where its process was ended by something else than its time."""
        try:
            self._wait(task)
            return task.future.result()
        except TimeoutError:
            if time.monotonic() - task.since < self._limit:
                return None  # the pool measures by the wall clock, which was set meanwhile, or the computer slept
            reason = (
                f"Took longer than {self._limit:g} seconds to normalise, and was given up; it stays in the log, and "
                "“archive reindex” tries it again."
            )
            return Normalised(task.capture.key, task.capture.source, None, reason)
        except BrokenProcessPool:
            if task.pool is self._pool:
                self._close_pool()
            return None
        except OSError:  # pebble's ProcessExpired
            return None

    def _wait(self, task: _Task) -> None:
        """Until there is a result. Raises BrokenProcessPool where there will be none."""
        last = time.monotonic() + AHEAD * self._limit + _PATIENCE
        while not wait([task.future], timeout=1).done:
            if not task.pool.active or time.monotonic() > last:
                raise BrokenProcessPool

    def _open_pool(self) -> ProcessPool:
        if self._pool is None:
            from multiprocessing import resource_tracker

            from pebble import ProcessPool

            # Started with the first process it would let Ctrl-C through again, to that process (`_sheltered`).
            resource_tracker.ensure_running()
            # Spawned, not forked: the index writer's threads and locks must not be copied.
            self._pool = ProcessPool(
                self._size,
                initializer=_start_worker,
                initargs=(self._context, self._limit),
                context=multiprocessing.get_context("spawn"),
            )
        return self._pool

    def _close_pool(self) -> None:
        if self._pool is not None:
            pool, self._pool = self._pool, None
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()

    def close(self) -> None:
        """End the processes; the next run starts new ones."""
        self._close_pool()
        self._size = 0


@contextmanager
def _sheltered() -> Iterator[None]:
    """Ctrl-C doesn't reach what is started inside: the pool's threads, and the processes that those start.

    A process takes a second or two until `_start_worker` can see to it, and would say by pages that it was interrupted.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


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
_worker_limit: float


def _start_worker(context: Context, limit: float) -> None:
    global _worker_context, _worker_limit  # a process's own, set once before its first capture
    _worker_context, _worker_limit = context, limit
    # Ctrl-C reaches the whole group of processes; the parent decides what it means. When that ends this process, it must
    # end also amid C code, where no handler of Python's would run.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)


def _normalise_in_worker(capture: Capture) -> Normalised:
    signal.alarm(math.ceil(_worker_limit) + _GRACE)
    try:
        return _normalise_one(capture, _worker_context)
    finally:
        signal.alarm(0)
