"""Changing a generation's folder: making, locking, switching and dropping, each step durable before the next."""

import fcntl
import json
import os
import shutil
import time

from archiver.engines.embedded.layout import Folder, Manifest, State, manifest_row
from archiver.errors import IndexingError, LockedError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_POLL = 0.05  # seconds between two tries for a lock that another process holds


def make(folder: Folder, manifest: Manifest, build: "Callable[[str], None]") -> str:
    """A new generation's name; `build` fills the folder of its segments.

    It is made under another name and renamed when it is whole, so that what a crash leaves is no generation.
    """
    os.makedirs(folder.path, exist_ok=True)
    draft = os.path.join(folder.path, f".new-{os.getpid()}-{time.time_ns()}")
    segments = os.path.join(draft, "segments")
    os.makedirs(segments)
    build(segments)
    _write(os.path.join(draft, "manifest.json"), manifest_row(manifest))
    _sync(draft)
    while True:
        name = f"{max((int(name) for name in folder.names()), default=0) + 1:06}"
        try:
            os.rename(draft, folder.generation(name))
        except OSError:
            if not os.path.exists(folder.generation(name)):
                raise
            continue  # somebody else has just taken this number
        _sync(folder.path)
        return name


def write_state(folder: Folder, name: str, state: State) -> None:
    """Replace the generation's state, durably."""
    _replace(os.path.join(folder.generation(name), "state.json"), json.dumps(state._asdict()))


def switch(folder: Folder, name: str) -> None:
    """Let the pointer give this name, atomically and durably."""
    _replace(os.path.join(folder.path, "current"), name + "\n")


def drop(folder: Folder, name: str) -> None:
    """Delete a generation's folder; it is renamed first, so that what a crash leaves is no generation."""
    if name not in folder.names():
        return
    dropped = os.path.join(folder.path, f".dropped-{name}-{time.time_ns()}")
    os.rename(folder.generation(name), dropped)
    shutil.rmtree(dropped, ignore_errors=True)


def lock(folder: Folder, name: str, timeout: float) -> int:
    """The file descriptor that holds the generation's lock until it is closed, or its process ends.

    Raises LockedError where another process holds it for longer than `timeout` seconds.
    """
    path = os.path.join(folder.generation(name), "lock")
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    deadline = time.monotonic() + timeout
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                os.close(descriptor)
                raise LockedError(
                    f"Another process is writing to the index (generation {name}) and did not finish within "
                    f"{timeout:g} seconds. Try again when it has."
                ) from None
            time.sleep(_POLL)
        except OSError as error:
            os.close(descriptor)
            raise IndexingError(f"{path} can't be locked: {error}. The index must lie on a local disk.") from error
        else:
            return descriptor


def size_of(path: str) -> int:
    """The bytes of all files under this path; files that vanish meanwhile count nothing."""
    total = 0
    for parent, _, names in os.walk(path):
        for name in names:
            try:
                total += os.stat(os.path.join(parent, name)).st_size
            except FileNotFoundError:
                continue
    return total


def _write(path: str, row: object) -> None:
    with open(path, "w", encoding="utf-8") as file:
        json.dump(row, file, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())


def _replace(path: str, text: str) -> None:
    draft = f"{path}.{os.getpid()}.new"
    with open(draft, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, path)
    _sync(os.path.dirname(path))


def _sync(path: str) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
