"""Locks between processes: one that appends at a time, and none at work while the catalogue is replaced.

They are BSD locks (flock) on files of their own, so the system lets go of them however a process ends.
"""

import errno
import fcntl
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from weakref import WeakSet

from archiver.errors import LockedError, LogError

_INTERVAL = 0.02  # seconds between two tries


_open_locks: "WeakSet[FileLock]" = WeakSet()


class FileLock:
    """A lock that is held by one process, or shared by many, and may be taken again by the thread that has it."""

    def __init__(self, path: Path) -> None:
        """`path` is made if it isn't there; LogError if it can't be."""
        self.path = path
        try:
            self._descriptor = _open(path)
        except OSError as error:
            raise LogError(f"the lock {path} can't be opened: {error.strerror}") from error
        _open_locks.add(self)
        self._thread = threading.RLock()
        self._depth = 0

    @contextmanager
    def held(self, timeout: float) -> Iterator[bool]:
        """Hold the lock; gives whether it was taken anew. LockedError after `timeout` seconds of waiting."""
        if not self._thread.acquire(timeout=max(timeout, 0)):
            raise LockedError(f"another thread of this process writes to {self.path.parent}; try again when it is done")
        try:
            if not self._depth:
                self._take(fcntl.LOCK_EX, timeout)
                self._note_holder(f"{os.getpid()}\n")
            self._depth += 1
            try:
                yield self._depth == 1
            finally:
                self._depth -= 1
                if not self._depth:
                    self._note_holder("")
                    fcntl.flock(self._descriptor, fcntl.LOCK_UN)
        finally:
            self._thread.release()

    def share(self, timeout: float) -> None:
        """Share the lock with others until it is closed; LockedError if someone holds it alone."""
        self._take(fcntl.LOCK_SH, timeout)
        self._note_holder("")

    def close(self) -> None:
        """Let go of the lock for good."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def _take(self, mode: int, timeout: float) -> None:
        deadline = time.monotonic() + timeout
        while True:
            try:
                fcntl.flock(self._descriptor, mode | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    raise LockedError(self._who(timeout)) from None
                time.sleep(_INTERVAL)
            else:
                return

    def _note_holder(self, text: str) -> None:
        try:
            os.ftruncate(self._descriptor, 0)
            os.pwrite(self._descriptor, text.encode(), 0)
        except OSError:
            return  # it only serves a message: a full disk is no reason to refuse the lock

    def _who(self, timeout: float) -> str:
        holder = os.pread(self._descriptor, 32, 0).decode("ascii", "replace").strip()
        who = f"process {holder}" if holder.isdecimal() else "another process"
        return (
            f"{who} is at work on {self.path.parent} and did not finish within {timeout:g} seconds;"
            " wait until it is done and try again"
        )


def _open(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        if error.errno not in {errno.EACCES, errno.EPERM, errno.EROFS}:
            raise
        return os.open(path, os.O_RDONLY)  # whoever may only read the archive can be locked against all the same


def _let_go_in_child() -> None:
    """A forked worker shares its parent's locks; it must not go on holding them when the parent was killed."""
    for lock in _open_locks:
        lock.close()


os.register_at_fork(after_in_child=_let_go_in_child)
