"""The list of what couldn't be used, `aside.jsonl`: read by people, and appended to while things are added."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import stat
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_READ = 1 << 26  # bytes of the list's end that are looked at for what is listed already
_MOST_KNOWN = 100_000  # entries that are remembered: some ten megabytes


class Aside:
    """One archive's list. Nothing of it is opened before the first entry comes; it is read once, so that nothing is listed twice."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.notice = ""
        """Why nothing can be listed, in words; empty while it can."""
        self._file: BinaryIO | None = None
        self._known: set[bytes] | None = None

    def count(self) -> int:
        """How many entries there are."""
        file = _open_regular(self.path, os.O_RDONLY)
        if file is None:
            return 0
        with file:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))

    def keep(self, source: str, reason: str, data: bytes = b"") -> None:
        """List something that couldn't be used, unless the same thing is listed already with the same reason.

        What of `data` isn't UTF-8 is kept with escapes.
        """
        text = data.decode("utf-8", "backslashreplace")
        mark = _mark(source, reason, text)
        if self._known is None:
            self._known = set(islice(_iter_marks(self.path), _MOST_KNOWN))
        if mark in self._known or not self._open():
            return
        if len(self._known) < _MOST_KNOWN:
            self._known.add(mark)
        entry = {
            "at": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            "source": source,
            "reason": reason,
            "data": text,
        }
        assert self._file is not None
        self._file.write(json.dumps(entry).encode() + b"\n")
        self._file.flush()

    def forget(self, *names: str) -> int:
        """Take out the entries that name one of these, a purged article's key or id, in source or data; how many."""
        self.close()
        if not names or not os.path.isfile(self.path):
            return 0
        draft, gone = f"{self.path}.{os.getpid()}.new", 0
        with open(self.path, "rb") as old, open(draft, "wb") as new:
            for line in old:
                if _names(line, names):
                    gone += 1
                else:
                    new.write(line)
            new.flush()
            os.fsync(new.fileno())
        if gone:
            os.replace(draft, self.path)
        else:
            os.remove(draft)
        return gone

    def _open(self) -> bool:
        if self._file is None and not self.notice:
            self._file = _open_regular(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        if self._file is None:
            self.notice = f"{self.path} isn't a file, so what can't be used isn't listed: move it away."
        return self._file is not None

    def close(self) -> None:
        """Let go of the file; another entry opens it again."""
        if self._file is not None:
            self._file.close()
        self._file = None


def _open_regular(path: str, flags: int) -> BinaryIO | None:
    """The file, opened; None if there is none, or something that is no file: opening a pipe might never end."""
    try:
        descriptor = os.open(path, flags | os.O_NONBLOCK | os.O_CLOEXEC, 0o666)
    except OSError:
        if os.path.isfile(path):
            raise
        return None
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return open(descriptor, "ab" if flags & os.O_APPEND else "rb")
    os.close(descriptor)
    return None


def _iter_marks(path: str) -> Iterator[bytes]:
    """A mark for each of the last entries; lines that aren't any are passed over."""
    file = _open_regular(path, os.O_RDONLY)
    if file is None:
        return
    with file:
        if file.seek(0, os.SEEK_END) > _READ:
            file.seek(-_READ, os.SEEK_END)
            file.readline()
        else:
            file.seek(0)
        for line in file:
            try:
                entry: Any = json.loads(line)
                yield _mark(entry["source"], entry["reason"], entry["data"])
            except (ValueError, KeyError, TypeError, RecursionError):
                continue


def _mark(source: str, reason: str, data: str) -> bytes:
    return hashlib.blake2b(json.dumps([source, reason, data]).encode(), digest_size=16).digest()


def _names(line: bytes, names: tuple[str, ...]) -> bool:
    """Whether an entry of the list names one of these."""
    try:
        entry = json.loads(line)
        text = f"{entry['source']}\n{entry['data']}"
    except (ValueError, KeyError, TypeError):
        return False
    return any(name in text for name in names)
