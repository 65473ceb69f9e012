"""The catalogue: which record stands where, and which capture is the head of each key. SQLite in WAL mode.

It holds nothing that the WARC files don't say as well, and can be made again from them.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import quote

from archiver.errors import DamagedLogError, LogError
from archiver.keys import document_id
from archiver.log.records import Entry, Kind
from archiver.log.schema import FORMAT
from archiver.log.warc import LogFile, Place

_PAGE = 1000  # rows fetched at a time, so that no reader holds a transaction open while its caller works
_REMEDY = "“archive rebuild” makes it again from the WARC files"
_BUSY_TIMEOUT = 60.0  # seconds
_NO_ROOM = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE}

_LIVE = "position > keys.covered AND kind IN ('capture', 'revisit')"

# The one captured last, then the highest position; what was never dated comes before all that was.
_HEAD = (
    f"SELECT coalesce(refers_to, position) FROM events WHERE events.key = keys.id AND {_LIVE}"  # noqa: S608
    " ORDER BY captured_at DESC NULLS LAST, position DESC LIMIT 1"
)


class NoRoomError(LogError):
    """The disk, or what this user may have of it, is full."""


class Event(NamedTuple):
    """Something that happened to a key, at a position of the log."""

    position: int
    kind: Kind
    key: str


class Head(NamedTuple):
    """What a live document is now: `position` is that of the capture to read.

    `version` is the position of the event that last changed the key; a revisit changes nothing.
    """

    key: str
    version: int
    position: int


class Counts(NamedTuple):
    """How much the log holds. `captures` has the revisits in it; `documents` are the live ones; `size` is in bytes."""

    captures: int
    documents: int
    withdrawn: int
    size: int


class Row(NamedTuple):
    """One event with all that the catalogue knows of it; `kind` may also be `purged`."""

    position: int
    kind: Kind | Literal["purged"]
    key: str
    place: Place | None
    captured_at: int | None
    exact: bool
    digest: bytes | None
    refers_to: int | None


def _connect(path: Path, how: str) -> sqlite3.Connection:
    address = f"file:{quote(os.fsencode(path))}?{how}"
    return sqlite3.connect(address, uri=True, timeout=_BUSY_TIMEOUT, isolation_level=None)


class Catalogue:
    """One connection to a log's catalogue."""

    def __init__(self, path: Path) -> None:
        """Open a catalogue that is there; LogError if it can't be opened, DamagedLogError if it isn't one."""
        self.path = path
        with self._explained():
            self._db = _connect(path, "mode=rw")
        try:
            with self._explained():
                if self._can_only_be_read_alone():
                    self._db.close()
                    self._db = _connect(path, "mode=ro&immutable=1")
                self._db.execute("PRAGMA synchronous = FULL")
                self._db.execute("PRAGMA fullfsync = ON")  # heeded on macOS only
                self._db.execute("PRAGMA secure_delete = ON")
                self._db.execute("PRAGMA foreign_keys = ON")
            self._check_format()
        except BaseException:
            self._db.close()
            raise

    def _can_only_be_read_alone(self) -> bool:
        """Whether the folder can't be written, so that SQLite can't make the files by which processes agree."""
        try:
            self._db.execute("SELECT 1 FROM sqlite_master").fetchall()
        except sqlite3.OperationalError as error:
            return error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}
        return False

    def _check_format(self) -> None:
        if not self._all("SELECT 1 FROM sqlite_master WHERE name = 'meta'"):
            raise DamagedLogError(f"{self.path} isn't a catalogue; {_REMEDY}")
        stated = self.meta("format")
        if stated != FORMAT:
            raise LogError(f"{self.path} has the format {stated}, this program knows {FORMAT}: use a newer one")

    def close(self) -> None:
        """Close the connection."""
        self._db.close()

    def meta(self, name: str) -> str:
        """A value of the table of the catalogue's own facts."""
        value: str = self._one("SELECT value FROM meta WHERE name = ?", name)[0]
        return value

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing of what is written inside; after it, on the disk."""
        with self._explained():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    # What is written

    def record(self, entry: Entry, place: Place) -> None:
        """Take in one record of the log and let its key follow. The positions that are given must rise."""
        self._db.execute(
            "INSERT INTO keys (key, document) VALUES (?, ?) ON CONFLICT DO NOTHING", (entry.key, document_id(entry.key))
        )
        key = self._one("SELECT id FROM keys WHERE key = ?", entry.key)[0]
        self._db.execute(
            "INSERT INTO events (position, kind, key, file, offset, length, captured_at, exact, digest, refers_to)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (entry.position, entry.kind, key, *place, entry.captured_at, entry.exact, entry.digest, entry.refers_to),
        )
        if entry.kind in {"withdrawal", "purge"}:
            self._db.execute(
                "UPDATE keys SET head = NULL, version = ?1, covered = ?1 WHERE id = ?2", (entry.position, key)
            )
        if entry.kind == "purge":
            self._mark_purged(entry, key)
        if entry.kind == "capture":
            self._db.execute("UPDATE keys SET version = ? WHERE id = ?", (entry.position, key))
        if entry.kind in {"capture", "revisit"}:
            self._choose_head(key)

    def _choose_head(self, key: int) -> None:
        self._db.execute(f"UPDATE keys SET head = ({_HEAD}) WHERE id = ?", (key,))  # noqa: S608

    def _mark_purged(self, entry: Entry, key: int) -> None:
        self._db.execute(
            "UPDATE events SET kind = 'purged', captured_at = NULL, exact = NULL, digest = NULL, refers_to = NULL"
            " WHERE key = ? AND position < ? AND kind IN ('capture', 'revisit')",
            (key, entry.position),
        )
        self._db.executemany(
            "INSERT INTO events (position, kind, key) VALUES (?, 'purged', ?) ON CONFLICT DO NOTHING",
            ((position, key) for position in entry.purged),
        )

    def keep_files(self, files: Iterable[LogFile]) -> None:
        """Note how far the files are known."""
        self._db.executemany(
            "INSERT INTO files (serial, name, size, closed) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (serial) DO UPDATE SET size = excluded.size, closed = excluded.closed",
            files,
        )

    def forget_file(self, file: LogFile) -> None:
        """Forget a file that turned out to hold nothing."""
        self._db.execute("DELETE FROM files WHERE serial = ?", (file.serial,))

    def forget_purged(self, file: LogFile, taken_out: list[Place]) -> None:
        """Note that the bytes of purged records were taken out of a file, which `file` describes as it is now."""
        with self.transaction():
            self._db.execute(
                "UPDATE events SET file = NULL, offset = NULL, length = NULL WHERE kind = 'purged' AND file = ?",
                (file.serial,),
            )
            shift = 0
            ends = [place.offset for place in taken_out[1:]] + [file.size + sum(place.length for place in taken_out)]
            for place, end in zip(taken_out, ends, strict=True):
                shift += place.length
                self._db.execute(
                    "UPDATE events SET offset = offset - ? WHERE file = ? AND offset > ? AND offset < ?",
                    (shift, file.serial, place.offset, end),
                )
            self.keep_files([file])

    def shrink_journal(self) -> None:
        """Move what the journal holds into the catalogue, so that no older state of it stays on the disk."""
        with self._explained():
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    # What is read

    def last_position(self) -> int:
        """The highest position given, 0 for an empty log; that of a lost record counts, where one is known to be lost."""
        return max(self._last_event(), self._lost_to())

    def _last_event(self) -> int:
        return int(self._one("SELECT coalesce(max(position), 0) FROM events")[0])

    def _lost_to(self) -> int:
        return int(self._one("SELECT coalesce(max(value), 0) FROM meta WHERE name = 'lost_to'")[0])

    def lose(self, position: int) -> None:
        """Note that the records up to a position were there once: no other record ever gets one of their positions."""
        with self.transaction():
            self._db.execute("INSERT OR REPLACE INTO meta (name, value) VALUES ('lost_to', ?)", (str(position),))

    def files(self) -> list[LogFile]:
        """The WARC files, in order."""
        rows = self._all("SELECT serial, name, size, closed FROM files ORDER BY serial")
        return [LogFile(serial, name, size, bool(closed)) for serial, name, size, closed in rows]

    def file(self, serial: int) -> LogFile:
        """A file by its serial number."""
        row = self._one("SELECT serial, name, size, closed FROM files WHERE serial = ?", serial)
        return LogFile(row[0], row[1], row[2], bool(row[3]))

    def head(self, key: str) -> Head | None:
        """The head of a key, None if it isn't live."""
        rows = self._all("SELECT key, version, head FROM keys WHERE key = ? AND head IS NOT NULL", key)
        return Head(*rows[0]) if rows else None

    def version(self, key: str) -> int:
        """The position of the event that last changed a key, 0 if nothing ever happened to it."""
        rows = self._all("SELECT version FROM keys WHERE key = ?", key)
        return int(rows[0][0]) if rows else 0

    def heads(self, after_key: str) -> Iterator[Head]:
        """The live heads, by key, from the first key after the one given."""
        query = f"SELECT key, version, head FROM keys WHERE key > ? AND head IS NOT NULL ORDER BY key LIMIT {_PAGE}"  # noqa: S608
        while rows := self._all(query, after_key):
            yield from (Head(*row) for row in rows)
            after_key = rows[-1][0]

    def events(self, after: int) -> Iterator[Event]:
        """The events after a position, in order."""
        query = (
            "SELECT position, kind, keys.key FROM events JOIN keys ON keys.id = events.key"  # noqa: S608
            f" WHERE position > ? AND kind <> 'purged' ORDER BY position LIMIT {_PAGE}"
        )
        while rows := self._all(query, after):
            yield from (Event(*row) for row in rows)
            after = rows[-1][0]

    def row(self, position: int) -> Row | None:
        """All that is known of a position."""
        rows = list(self._rows("events.position = ?", position))
        return rows[0] if rows else None

    def rows_of_file(self, serial: int) -> list[Row]:
        """The events whose records stand in a file, in the order of their offsets."""
        return list(self._rows("events.file = ? ORDER BY events.offset", serial))

    def captures(self, key: str) -> list[Row]:
        """The captures and revisits of a key that weren't withdrawn, in the order of their positions."""
        condition = f"keys.key = ? AND {_LIVE} ORDER BY position"
        return list(self._rows(condition, key))

    def live_positions(self, key: str) -> list[int]:
        """The captures of a key that weren't withdrawn, the head first; a revisit counts for its original."""
        rows = self._all(
            "SELECT coalesce(refers_to, position) FROM events JOIN keys ON keys.id = events.key"  # noqa: S608
            f" WHERE keys.key = ? AND {_LIVE} ORDER BY captured_at DESC NULLS LAST, position DESC",
            key,
        )
        return list(dict.fromkeys(position for (position,) in rows))

    def stored_for(self, key: str) -> list[int]:
        """Positions of the captures and revisits of a key that still are in the files, withdrawn ones too."""
        condition = "keys.key = ? AND kind IN ('capture', 'revisit') ORDER BY position"
        return [row.position for row in self._rows(condition, key)]

    def captured_then(self, key: str, captured_at: int) -> Row | None:
        """The last capture of a key, of those not withdrawn, that was made at exactly this time."""
        condition = f"keys.key = ? AND captured_at = ? AND {_LIVE} ORDER BY position DESC LIMIT 1"
        return next(self._rows(condition, key, captured_at), None)

    def keys_of(self, id_prefix: str, limit: int) -> list[tuple[str, str]]:
        """Ids and keys of the documents whose ids begin like this, at most `limit`."""
        return self._all(
            "SELECT document, key FROM keys WHERE document >= ? AND document < ? ORDER BY document LIMIT ?",
            id_prefix,
            id_prefix + "g",  # the first letter after the hex digits
            limit,
        )

    def purged_places(self) -> list[Place]:
        """Where bytes of purged records still stand, in order."""
        return [
            Place(*row)
            for row in self._all(
                "SELECT file, offset, length FROM events WHERE kind = 'purged' AND file IS NOT NULL"
                " ORDER BY file, offset"
            )
        ]

    def is_purging(self, key: str) -> bool:
        """Whether bytes of this key's purged captures still stand in the files."""
        return any(self._rows("keys.key = ? AND kind = 'purged' AND file IS NOT NULL LIMIT 1", key))

    def problems(self) -> Iterator[str]:
        """What the catalogue says that can't be, in words."""
        yield from (f"{self.path}: {text}" for (text,) in self._all("PRAGMA quick_check") if text != "ok")
        gaps = self._all(
            "SELECT position + 1, following - 1 FROM ("
            "  SELECT 0 AS position, (SELECT min(position) FROM events) AS following"
            "  UNION ALL SELECT position, lead(position) OVER (ORDER BY position) FROM events"
            ") WHERE following > position + 1"
        )
        if (end := self._last_event()) < (lost := self._lost_to()):
            gaps.append((end + 1, lost))
        for first, last in gaps:
            yield f"{self.path}: no record has the positions from {first} to {last}: they were lost"
        unfounded = self._all(
            "SELECT revisit.position, revisit.refers_to FROM events AS revisit LEFT JOIN events AS original"
            " ON original.position = revisit.refers_to AND original.kind = 'capture' AND original.key = revisit.key"
            " WHERE revisit.kind = 'revisit' AND revisit.digest IS NOT original.digest"
        )
        for position, missing in unfounded:
            yield f"{self.path}: the capture {missing}, which the revisit {position} refers to, isn't there"
        wrong = self._all(f"SELECT key FROM keys WHERE head IS NOT ({_HEAD})")  # noqa: S608
        for (key,) in wrong:
            yield f"{self.path}: the head of {key} isn't its last capture; “archive rebuild” makes the catalogue again"

    def counts(self) -> Counts:
        """How much is stored; `size` counts only the WARC files."""
        captures = self._one("SELECT count(*) FROM events WHERE kind IN ('capture', 'revisit')")[0]
        live, dead = self._one("SELECT count(head), count(*) - count(head) FROM keys")
        return Counts(captures, live, dead, self._one("SELECT coalesce(sum(size), 0) FROM files")[0])

    def _rows(self, condition: str, *values: object) -> Iterator[Row]:
        found = self._all(
            "SELECT position, kind, keys.key, file, offset, length, captured_at, exact, digest, refers_to"  # noqa: S608
            f" FROM events JOIN keys ON keys.id = events.key WHERE {condition}",
            *values,
        )
        for position, kind, key, file, offset, length, captured_at, exact, digest, refers_to in found:
            place = None if file is None else Place(file, offset, length)
            yield Row(position, kind, key, place, captured_at, bool(exact), digest, refers_to)

    def _all(self, query: str, *values: object) -> list[tuple]:  # type: ignore[type-arg]
        with self._explained(), closing(self._db.execute(query, values)) as cursor:
            return cursor.fetchall()

    def _one(self, query: str, *values: object) -> tuple:  # type: ignore[type-arg]
        return self._all(query, *values)[0]

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode in _NO_ROOM:
                raise NoRoomError(f"there is no room for the catalogue {self.path}: {error}") from error
            raise LogError(f"the catalogue {self.path} can't be used: {error}") from error
        except sqlite3.DatabaseError as error:
            raise DamagedLogError(f"the catalogue {self.path} is damaged ({error}); {_REMEDY}") from error
