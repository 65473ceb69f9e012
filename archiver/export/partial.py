"""An export's file while it is being written: it can be stopped anywhere, and gone on with.

FILE.partial          what is written; it becomes FILE when all of it is there
FILE.partial.json     what is asked, of which state of the archive, and how far it is written; replaced by rename
"""

from __future__ import annotations

import fcntl
import os
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from archiver.errors import ArchiveError, LockedError
from archiver.export.asked import Asked  # noqa: TC001 - msgspec looks it up
from archiver.log.warc import sync_file

if TYPE_CHECKING:
    from typing import BinaryIO, Self

_TRIES = 10
_OTHERWISE = {
    "program": "it was begun by another version of this program",
    "form": "the format, its columns or its captures are others",
    "words": "another query or other filters were asked",
    "query": "another query or other filters were asked",
    "index": "the index has changed since",
    "log": "the log has changed since",
    "total": "the index has changed since",
}


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """How far an export is: the last id dealt with, the bytes written, and how many articles were written and left out.

    `reasons` are the ids of the first that were left out, and why; `at` is when the export was begun (ISO 8601, UTC).
    """

    at: str
    last: str = ""
    size: int = 0
    written: int = 0
    left_out: int = 0
    reasons: tuple[tuple[str, str], ...] = ()


class _Sidecar(msgspec.Struct, frozen=True):
    asked: Asked
    done: Done


class Partial:
    """The partial file of a target, held by this process alone; use it in a `with`.

    `done` is how far the file is, `restarted` why what was there couldn't be gone on with; empty if it could, or nothing
    was there.
    """

    def __init__(self, target: str, asked: Asked, at: str) -> None:
        """Raises LockedError where another process writes the same, ArchiveError for a file that no export has made."""
        self._target, self._path, self._sidecar = target, f"{target}.partial", f"{target}.partial.json"
        self._asked = asked
        self.done, self.restarted = Done(at=at), ""
        self._file = self._open()
        try:
            self._go_on()
        except BaseException:
            self.close()
            raise

    def write(self, data: bytes) -> None:
        """Append to the file, and raise OSError where not all of it could be."""
        view = memoryview(data)
        while view:
            view = view[self._file.write(view) or 0 :]

    def keep(self, done: Done) -> None:
        """Remember how far the file is, once that is on the disk."""
        sync_file(self._file.fileno())
        self._save(done)

    def lines(self) -> BinaryIO:
        """What was written, to be read from its beginning."""
        return open(self._path, "rb")

    def complete(self, done: Done, made: str = "") -> None:
        """Put what was written, or the file `made` of it, in the target's place, all at once."""
        self.keep(done)
        os.replace(made or self._path, self._target)
        for path in (self._path, self._sidecar):
            with suppress(FileNotFoundError):
                os.remove(path)

    def give_up(self) -> None:
        """Leave nothing to go on with."""
        for path in (self._path, self._sidecar):
            with suppress(FileNotFoundError):
                os.remove(path)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _open(self) -> BinaryIO:
        for path in (self._path, self._sidecar):
            if os.path.exists(path) and not os.path.isfile(path):  # a pipe might never end
                raise ArchiveError(
                    f"{path} stands where the export would be written, and is no file. Move it away, or name another file."
                )
        for _ in range(_TRIES):
            if os.path.exists(self._path) and not os.path.exists(self._sidecar) and os.path.getsize(self._path):
                raise ArchiveError(
                    f"{self._path} stands where the export would be written, and isn't one. Move it away, or name "
                    "another file."
                )
            file = open(self._path, "a+b", buffering=0)  # noqa: SIM115 - held until it is closed
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                with suppress(FileNotFoundError):
                    if os.path.samestat(os.stat(self._path), os.fstat(file.fileno())):
                        return file
            except BlockingIOError:
                file.close()
                raise LockedError(f"Another process is writing {self._target}; wait until it is done.") from None
            except BaseException:
                file.close()
                raise
            file.close()  # another process has just finished it
        raise LockedError(f"Other processes are writing {self._target}; wait until they are done.")

    def _go_on(self) -> None:
        found = self._read()
        if found is not None:
            differs = [name for name in _OTHERWISE if getattr(found.asked, name) != getattr(self._asked, name)]
            if not self._asked.index:
                self.restarted = "whether the index has changed since can't be asked by this user"
            elif differs:
                self.restarted = _OTHERWISE[differs[0]]
            elif (size := os.fstat(self._file.fileno()).st_size) < found.done.size:
                # None is there where it was put in the target's place, and the process ended right after that.
                self.restarted = "the partial file was cut short" if size else ""
            else:
                self.done = found.done
        os.ftruncate(self._file.fileno(), self.done.size)
        self._save(self.done)

    def _read(self) -> _Sidecar | None:
        try:
            with open(self._sidecar, "rb") as file:
                return msgspec.json.decode(file.read(), type=_Sidecar)
        except FileNotFoundError:
            return None
        except (msgspec.DecodeError, UnicodeDecodeError):
            self.restarted = f"{self._sidecar} can't be read"
            return None

    def _save(self, done: Done) -> None:
        new = f"{self._sidecar}.new"
        try:
            with open(new, "wb") as file:
                file.write(msgspec.json.format(msgspec.json.encode(_Sidecar(self._asked, done))) + b"\n")
                file.flush()
                sync_file(file.fileno())
            os.replace(new, self._sidecar)
        except BaseException:
            with suppress(FileNotFoundError):
                os.remove(new)
            raise
        self.done = done
