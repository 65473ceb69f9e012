"""What several processes that run the tests have in common: a folder, and turns."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest


_ROOM = 4_000_000_000  # bytes; a run of the tests needs a quarter of that, and a machine with less can't do without


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """A folder of this run of the tests, the same for all its processes."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def in_memory() -> str:
    """A folder in memory with room for all that the tests write, from which programs can be run; empty where there is none."""
    folder = "/dev/shm"
    try:
        system = os.statvfs(folder)
    except OSError:
        return ""
    forbidden = system.f_flag & (os.ST_NOEXEC | os.ST_RDONLY)
    return "" if forbidden or system.f_bavail * system.f_frsize < _ROOM else folder


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """One process at a time; the lock goes with the process, however that ends."""
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
