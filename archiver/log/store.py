"""`Log`: what the archive appends to and reads from."""

import datetime as dt
import errno
import hashlib
import os
import shutil
import uuid
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from archiver import __version__
from archiver.closing import Closing
from archiver.document import Capture, DocumentCapture, FeedEntry
from archiver.errors import DamagedLogError, LockedError, LogError, NoArchiveError, UsageError
from archiver.log import recovery
from archiver.log.catalogue import Catalogue, Counts, Event, Head, NoRoomError, Row
from archiver.log.lock import FileLock
from archiver.log.rebuild import rebuild
from archiver.log.records import (
    Entry,
    Original,
    Removal,
    build_capture,
    build_removal,
    build_revisit,
    build_warcinfo,
    check,
    digest_text,
    iso_time,
    microseconds,
    parse_capture,
    parse_removal,
    prepare,
    target_uri,
)
from archiver.log.scan import read_record
from archiver.log.schema import build_catalogue, install_catalogue
from archiver.log.verify import verify
from archiver.log.warc import DEFAULT_FILE_SIZE, Appender, Progress, file_name, list_files

LOCK_TIMEOUT = 60.0  # seconds to wait for another process that appends
_SOFTWARE = f"news-archive/{__version__}"
_FULL_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_SHORTEST_SHOWN = 5
_MOST_COMPARED = 10  # captures of a page, with what feeds said of it


class Appended(NamedTuple):
    """What became of a capture that was appended.

    `returned`: added, and its document had been withdrawn or purged before. `unchanged`: the archive has this already,
    as the head of its key or made at the same time. `position` is that of the record that was written: a capture's, a
    revisit's (unchanged, but fetched anew), or None if nothing was.
    """

    position: int | None
    outcome: Literal["added", "returned", "unchanged"]


class Log(Closing):
    """One archive's log, open. An object is used by one thread; any number of processes may have a log open.

    `id` names the log for good, `folder` is where its files are, `notices` tells in words what opening it, or taking
    its lock, found and repaired.
    """

    def __init__(self, folder: Path, catalogue: Catalogue, append_lock: FileLock, use_lock: FileLock) -> None:
        """Use `Log.open`."""
        self.folder = folder
        self.notices: list[str] = []
        self.file_size = DEFAULT_FILE_SIZE
        self._catalogue = catalogue
        self._append_lock = append_lock
        self._use_lock = use_lock
        self.id = catalogue.meta("id")

    @classmethod
    def open(cls, home: str | os.PathLike[str], *, create: bool = False, file_size: int = DEFAULT_FILE_SIZE) -> "Log":
        """Open the log of the archive in the folder `home`, and check the end of its last file.

        `file_size` is how many bytes a WARC file may have before the next one is begun. Raises NoArchiveError if there
        is no archive and `create` is False, LogError if its files can't be used.
        """
        folder = Path(home) / "log"
        path = folder / "catalogue.sqlite"
        if not path.exists():
            if not create or (folder.is_dir() and list_files(folder)):
                raise _not_an_archive(folder)
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise LogError(f"{folder} can't be made: {error.strerror}") from error
        with ExitStack() as undo:
            use_lock, append_lock = FileLock(folder / "use.lock"), FileLock(folder / "append.lock")
            undo.callback(use_lock.close)
            undo.callback(append_lock.close)
            use_lock.share(LOCK_TIMEOUT)
            if not path.exists():
                with append_lock.held(LOCK_TIMEOUT):
                    _make_catalogue(path)
            catalogue = Catalogue(path)
            undo.callback(catalogue.close)
            log = cls(folder, catalogue, append_lock, use_lock)
            log.file_size = file_size
            log._check_end()
            undo.pop_all()
        return log

    def close(self) -> None:
        """Let go of the log's files and locks."""
        self._catalogue.close()
        self._append_lock.close()
        self._use_lock.close()

    @staticmethod
    def rebuild(home: str | os.PathLike[str], progress: Progress | None = None) -> list[str]:
        """Make the catalogue again from the WARC files alone; what was found amiss, in words.

        Nobody else may have the log open meanwhile: LockedError. NoArchiveError if there are no WARC files.
        """
        return rebuild(Path(home) / "log", progress)

    def verify(self, progress: Progress | None = None) -> Iterator[str]:
        """Check every record against its digests, and the catalogue against the files; each problem in words."""
        return verify(self.folder, self.id, self._catalogue, self.lock, progress)

    @contextmanager
    def lock(self, timeout: float = LOCK_TIMEOUT) -> Iterator[None]:
        """Be the only one that appends. May be taken again inside. LockedError after `timeout` seconds of waiting."""
        with self._append_lock.held(timeout) as anew:
            if anew:  # whoever had it before may have been killed
                try:
                    self.notices += recovery.recover(self.folder, self.id, self._catalogue)
                except (OSError, NoRoomError) as error:
                    raise self._explain(error, 0, "The end of the log can't be checked: the") from error
            yield

    def _check_end(self) -> None:
        try:
            with self.lock(0):
                pass
        except LockedError:
            return  # whoever has it has checked, and goes on writing
        except DamagedLogError:
            raise
        except LogError as error:  # on a full disk, or where nothing may be written, the log can still be read
            self.notices.append(str(error))

    # Writing

    @staticmethod
    def check(capture: Capture) -> None:
        """Raise SourceError if the capture can't be stored: it has neither key nor address, or one that is too long."""
        check(capture)

    def append(self, captures: Sequence[Capture]) -> list[Appended]:
        """Store captures, all or none; they are on the disk when this returns. What became of each, in their order.

        Raises SourceError if one of them can't be stored (see `check`), and LogError if the disk is full: then nothing
        of these captures is stored, and what was before stays.
        """
        prepared = [prepare(capture) for capture in captures]
        with self.lock(), self._appending(sum(len(capture.payload) for capture in captures)) as appender:
            return [self._append(appender, capture, digest) for capture, digest in prepared]

    def _append(self, appender: Appender, capture: Capture, digest: bytes) -> Appended:
        moment = None if capture.captured_at is None else microseconds(capture.captured_at)
        head = self._catalogue.head(capture.key)
        current = self._catalogue.row(head.position) if head else None
        twin = None if moment is None else self._catalogue.captured_then(capture.key, moment)
        if twin is not None and twin.digest == digest:
            return Appended(None, "unchanged")  # this very capture, added before
        exact = capture.captured_exactly or moment is None  # says nothing of a time that isn't known
        entry = Entry(self._catalogue.last_position() + 1, "capture", capture.key, moment, exact, digest)
        if current is None or current.digest != digest or self.is_news(capture.key, capture.entry):
            returned = head is None and self._catalogue.version(capture.key) > 0
            record = build_capture(self.id, entry, capture, _now())
            self._catalogue.record(entry, appender.write(record))
            return Appended(entry.position, "returned" if returned else "added")
        if not (capture.captured_exactly and capture.headers):
            return Appended(None, "unchanged")
        entry = entry._replace(kind="revisit", refers_to=current.position)
        record = build_revisit(self.id, entry, capture, self._original(current), _now())
        self._catalogue.record(entry, appender.write(record))
        return Appended(entry.position, "unchanged")

    def withdraw(self, key: str, reason: str = "") -> int:
        """Take a document out of the archive, its captures stay. The position of the record that says so.

        Raises LogError if the key isn't known or isn't live.
        """
        with self.lock():
            if self._catalogue.head(key) is None:
                known = self._catalogue.version(key)
                raise LogError(f"{key} was withdrawn already" if known else f"{key} isn't in the archive")
            with self._appending() as appender:
                entry = Entry(self._catalogue.last_position() + 1, "withdrawal", key)
                self._catalogue.record(entry, appender.write(build_removal(self.id, entry, reason, _now())))
        return entry.position

    def purge(self, key: str, reason: str = "") -> int:
        """Withdraw a document and take the bytes of all its captures out of the files. The position of the record.

        The record of the purge keeps the key, the reason and the positions. If this is interrupted, or the disk is
        full, the next one to lock the log goes on with it, or a call with the same key. What was purged already stays so.
        Raises LogError if nothing was ever stored under the key.
        """
        with self.lock():
            positions = tuple(self._catalogue.stored_for(key))
            position = self._catalogue.version(key)
            if positions:
                with self._appending() as appender:
                    entry = Entry(self._catalogue.last_position() + 1, "purge", key, purged=positions)
                    self._catalogue.record(entry, appender.write(build_removal(self.id, entry, reason, _now())))
                    position = entry.position
            elif not self._catalogue.is_purging(key):
                if not position or (removal := self.removal(key)) is None or removal.kind != "purge":
                    raise LogError(f"{key} isn't in the archive")
                return position  # it is done
            try:
                recovery.finish_purges(self.folder, self._catalogue)
            except (OSError, NoRoomError) as error:
                so = "The document is withdrawn, but its bytes are still there: the"
                raise self._explain(error, 0, so) from error
        return position

    def lose(self, position: int) -> None:
        """Note that records up to a position were stored once and are lost: no position is ever given twice."""
        with self.lock():
            self._catalogue.lose(position)

    @contextmanager
    def _appending(self, size: int = 0) -> Iterator[Appender]:
        """Write records and their rows, all or none: first the files, synced, then the catalogue."""
        files = self._catalogue.files()
        tail = files[-1] if files and not files[-1].closed else None
        serials = [file.serial for file in files] + [serial for serial, _ in list_files(self.folder, self.id)]
        appender = Appender(
            folder=self.folder,
            log_id=self.id,
            tail=tail,
            serial=max(serials, default=0) + 1,
            file_size=self.file_size,
            warcinfo=self._build_warcinfo,
        )
        try:
            with self._catalogue.transaction():
                yield appender
                appender.sync()
                self._catalogue.keep_files(appender.grown.values())
        except BaseException as error:
            with suppress(OSError):  # what stays is cut off when the lock is next taken
                appender.undo(self._catalogue.files())
            if isinstance(error, (OSError, NoRoomError)):
                raise self._explain(
                    error, size, "Not all could be stored, what was stored before this stays: the"
                ) from error
            raise
        finally:
            appender.close()

    def _explain(self, error: OSError | NoRoomError, size: int, so: str) -> LogError:
        if isinstance(error, OSError) and error.errno not in _FULL_DISK:
            return LogError(f"{so} files in {self.folder} can't be written: {error.strerror or error}")
        free = shutil.disk_usage(self.folder).free
        wanted = f", up to {_in_megabytes(size)} are needed" if size else ""
        return LogError(
            f"{so} disk is full ({error}). {_in_megabytes(free)} are free at {self.folder}{wanted};"
            " make room there, then do this again"
        )

    def _build_warcinfo(self, name: str) -> bytes:
        return build_warcinfo(self.id, name, _now(), _SOFTWARE)

    def _original(self, row: Row) -> Original:
        capture = self.read(row.position)
        return Original(row.position, target_uri(capture.url, capture.key), row.captured_at)

    # Reading

    @property
    def last_position(self) -> int:
        """The position of the last event, 0 for an empty log."""
        return self._catalogue.last_position()

    def head(self, key: str) -> Head | None:
        """What the document with this key is now, None if it isn't live."""
        return self._catalogue.head(key)

    def removal(self, key: str) -> Removal | None:
        """How a document that isn't live was taken out; None if it is live, or never was there."""
        row = None if self._catalogue.head(key) else self._catalogue.row(self._catalogue.version(key))
        if row is None or row.kind not in {"withdrawal", "purge"} or row.place is None:
            return None
        path = self.folder / file_name(self.id, row.place.serial)
        return parse_removal(*read_record(path, row.place.offset, row.place.length))

    def version(self, key: str) -> int:
        """The position of the event that last changed this key, withdrawn ones too; 0 for an unknown key."""
        return self._catalogue.version(key)

    def heads(self, after_key: str = "") -> Iterator[Head]:
        """The live documents, each once, sorted by key, from the first key after `after_key`."""
        return self._catalogue.heads(after_key)

    def events(self, after: int = 0) -> Iterator[Event]:
        """What happened after a position, in order. A purged capture's event is gone, its purge's is there."""
        return self._catalogue.events(after)

    def captures(self, key: str) -> list[DocumentCapture]:
        """The captures of a document, revisits too, in the order of their positions; withdrawn ones are left out."""
        return [
            DocumentCapture(
                position=row.position,
                captured_at=None if row.captured_at is None else iso_time(row.captured_at),
                digest=digest_text(row.digest or b""),
                exact=row.exact,
            )
            for row in self._catalogue.captures(key)
        ]

    def live_positions(self, key: str) -> list[int]:
        """The captures of a key that weren't withdrawn, the head first, then by time, the last before the earlier."""
        return self._catalogue.live_positions(key)

    def find_key(self, document: str) -> str | None:
        """The key of the document with this id, or with the one id that begins like this; withdrawn ones too.

        Raises UsageError if several ids begin like this.
        """
        if not document or not set(document) <= set("0123456789abcdef"):
            return None
        found = self._catalogue.keys_of(document, limit=_SHORTEST_SHOWN)
        if len(found) > 1:
            raise UsageError(
                f"several ids begin with {document}: {', '.join(each for each, _ in found)}; give more of the one meant"
            )
        return found[0][1] if found else None

    def counts(self) -> Counts:
        """How much the log holds."""
        return self._catalogue.counts()

    def read(self, position: int) -> Capture:
        """The capture with this position, as it was given, its key and position set.

        A revisit comes with its own time and headers and its original's payload, and with what a feed said of that where
        none has said more. Raises LogError if there is no
        capture at this position or it was purged, DamagedLogError if its bytes aren't what was written.
        """
        row = self._catalogue.row(position)
        while True:
            if row is None or row.kind not in {"capture", "revisit"} or row.place is None:
                gone = row is not None and row.kind == "purged"
                raise LogError(f"the capture {position} was purged" if gone else f"there is no capture {position}")
            try:
                capture = self._read_row(row)
            except (OSError, DamagedLogError) as error:
                # A purge moves records: where it did since the row was read, look again.
                again = self._catalogue.row(position)
                if again == row:
                    if isinstance(error, OSError):
                        raise LogError(f"the capture {position} can't be read: {error}") from error
                    raise
                row = again
            else:
                return capture

    def is_news(self, key: str, entry: FeedEntry | None) -> bool:
        """Whether a feed says what none has said with the last captures of this key: then the document may be another one.

        Several feeds may lead to one page in words of their own, so it isn't only the last that counts.
        """
        if entry is None:
            return False
        for position in self.live_positions(key)[:_MOST_COMPARED]:
            with suppress(LogError):  # what can't be read is as good as not known
                if not entry.tells_news(self.read(position).entry):
                    return False
        return True

    def read_packed(self, position: int) -> bytes:
        """The record of this capture or revisit as it stands in the log's file: a gzip member. Raises as `read` does."""
        while True:
            self.read(position)  # which holds it against its digest
            row = self._catalogue.row(position)
            if row is None or row.place is None:
                continue  # it was purged since, which `read` says
            path = self.folder / file_name(self.id, row.place.serial)
            with suppress(OSError), path.open("rb") as stream:
                stream.seek(row.place.offset)
                packed = stream.read(row.place.length)
                if self._catalogue.row(position) == row:  # a purge moves records
                    return packed

    def _read_row(self, row: Row) -> Capture:
        assert row.place is not None
        path = self.folder / file_name(self.id, row.place.serial)
        headers, block = read_record(path, row.place.offset, row.place.length)
        where = f"{path}, offset {row.place.offset}"
        try:
            capture = parse_capture(headers, block)
        except (ValueError, KeyError) as error:
            raise DamagedLogError(f"{where}: this record isn't a capture ({error})") from error
        if capture.position != row.position:
            raise DamagedLogError(f"{where}: capture {row.position} should be here and isn't; run “archive rebuild”")
        if row.kind == "revisit":
            assert row.refers_to is not None
            original = self.read(row.refers_to)
            return msgspec.structs.replace(capture, payload=original.payload, entry=capture.entry or original.entry)
        if hashlib.sha256(capture.payload).digest() != row.digest:
            raise DamagedLogError(f"{where}: the payload isn't what was stored; run “archive verify”")
        return capture


def _make_catalogue(path: Path) -> None:
    """Make an empty catalogue; the append lock must be held."""
    if path.exists():  # another process has made it meanwhile
        return
    new = path.with_name(path.name + ".new")
    build_catalogue(new, uuid.uuid4().hex)
    install_catalogue(new, path)


def _not_an_archive(folder: Path) -> NoArchiveError | LogError:
    if folder.is_dir() and list_files(folder):
        return LogError(f"the catalogue of {folder} is missing; “archive rebuild” makes it again from the WARC files")
    return NoArchiveError(
        f"{folder.parent} isn't an archive; name the folder of one in ARCHIVE_HOME, or make one by adding to it: “archive add”"
    )


def _in_megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB"


def _now() -> int:
    return microseconds(dt.datetime.now(dt.UTC))
