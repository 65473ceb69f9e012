"""The log's WARC files: their names, and appending to the last of them."""

import fcntl
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, NamedTuple

from archiver.errors import LogError

DEFAULT_FILE_SIZE = 1 << 30  # bytes; the WARC guidelines recommend files of about 1 GB
Progress = Callable[[int, int], None]
"""Called with how much is done and how much there is to do, both in bytes."""

_NAME = re.compile(r"[0-9a-f]{8}-(\d{6})\.warc\.gz")


class LogFile(NamedTuple):
    """A WARC file of the log. `size` is how far the catalogue knows it; nothing more is appended to a closed one."""

    serial: int
    name: str
    size: int
    closed: bool = False


class Place(NamedTuple):
    """Where a record stands: the file's serial number, and offset and length of its gzip member in bytes."""

    serial: int
    offset: int
    length: int


def file_name(log_id: str, serial: int) -> str:
    """The name of the log's file with this serial number: unique also where files of several archives are collected."""
    return f"{log_id[:8]}-{serial:06d}.warc.gz"


def serial_of(name: str) -> int | None:
    """The serial number in a file's name, None for a file that isn't named as the log's are."""
    match = _NAME.fullmatch(name)
    return int(match[1]) if match else None


def list_files(folder: Path, log_id: str = "") -> list[tuple[int, str]]:
    """The WARC files of a log (empty: of any) in a folder, as (serial number, name), in the order of their numbers."""
    found = ((serial_of(name), name) for name in os.listdir(folder) if name.startswith(log_id[:8]))
    return sorted((serial, name) for serial, name in found if serial is not None)


def sync_file(descriptor: int) -> None:
    """Wait until what was written to an open file is on the disk, also where fsync only hands it to the disk's cache."""
    full_sync: int | None = getattr(fcntl, "F_FULLFSYNC", None)  # macOS
    if full_sync is None:
        os.fsync(descriptor)
    else:
        fcntl.fcntl(descriptor, full_sync)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last through a power loss."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class Appender:
    """Appends records to the last file and begins a new one where that is full; can take all of it back.

    Nothing counts as stored before `sync` has returned. `undo` leaves the files as they were found.
    """

    def __init__(
        self,
        *,
        folder: Path,
        log_id: str,
        tail: LogFile | None,
        serial: int,
        file_size: int,
        warcinfo: Callable[[str], bytes],
    ) -> None:
        """`tail` is the file to go on with, if any; `serial` the number of the next new one.

        `warcinfo` makes the first record of the file with a name.
        """
        self._folder = folder
        self._log_id = log_id
        self._tail = tail
        self._next = serial
        self._file_size = file_size
        self._warcinfo = warcinfo
        self._stream: BinaryIO | None = None
        self.grown: dict[int, LogFile] = {}

    def write(self, data: bytes) -> Place:
        """Append the bytes of one record; OSError if there is no room for them."""
        if self._tail is None or self._tail.size >= self._file_size:
            self._begin_file()
        return self._write(data)

    def sync(self) -> None:
        """Wait until what was written is on the disk."""
        if self._stream is not None:
            sync_file(self._stream.fileno())

    def close(self) -> None:
        """Close the file that is open; nothing is waited for."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def undo(self, known: list[LogFile]) -> None:
        """Cut the files that have grown back to what the catalogue knows of them, and remove those it doesn't know."""
        self.close()
        sizes = {file.serial: file.size for file in known}
        for file in self.grown.values():
            path = self._folder / file.name
            if file.serial not in sizes:
                path.unlink(missing_ok=True)
            elif path.stat().st_size > sizes[file.serial]:
                os.truncate(path, sizes[file.serial])

    def _begin_file(self) -> None:
        """Begin the next file. The one before is synced first, so that only the last file can ever be torn."""
        self.sync()
        self.close()
        name = file_name(self._log_id, self._next)
        path = self._folder / name
        self._stream = path.open("xb", buffering=0)
        self._tail = self.grown[self._next] = LogFile(self._next, name, 0)
        sync_folder(self._folder)
        self._next += 1
        self._write(self._warcinfo(name))

    def _write(self, data: bytes) -> Place:
        assert self._tail is not None
        if self._stream is None:
            self._stream = self._open_tail(self._tail)
        self.grown[self._tail.serial] = self._tail
        view = memoryview(data)
        while view:
            view = view[self._stream.write(view) or 0 :]
        place = Place(self._tail.serial, self._tail.size, len(data))
        self._tail = self._tail._replace(size=self._tail.size + len(data))
        self.grown[self._tail.serial] = self._tail
        return place

    def _open_tail(self, tail: LogFile) -> BinaryIO:
        path = self._folder / tail.name
        stream = path.open("r+b", buffering=0)
        if stream.seek(0, os.SEEK_END) != tail.size:
            stream.close()
            raise LogError(f"{path} isn't as long as the catalogue says; open the archive again to have it checked")
        return stream
