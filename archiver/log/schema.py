"""The catalogue's tables, and how a new catalogue comes into its place."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from archiver.errors import LogError
from archiver.log.warc import sync_file, sync_folder

FORMAT = "1"

# A revisit stands for its original, at the time of the revisit. A row of kind 'purged' keeps the number of a position
# whose record was taken out; while it still has a file, the record's bytes are still to be taken out of that file.
# `covered` is the position of the last withdrawal or purge: it and what stands before it no longer count.
_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE files (
    serial INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, closed INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE keys (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, document TEXT NOT NULL,
    head INTEGER, version INTEGER NOT NULL DEFAULT 0, covered INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX keys_document ON keys (document);
CREATE INDEX keys_head ON keys (key) WHERE head IS NOT NULL;
CREATE TABLE events (
    position INTEGER PRIMARY KEY, kind TEXT NOT NULL, key INTEGER NOT NULL REFERENCES keys (id),
    file INTEGER REFERENCES files (serial) DEFERRABLE INITIALLY DEFERRED, offset INTEGER, length INTEGER,
    captured_at INTEGER, exact INTEGER, digest BLOB, refers_to INTEGER
);
CREATE INDEX events_key ON events (key, position);
CREATE INDEX events_time ON events (key, captured_at, position);
CREATE INDEX events_file ON events (file, offset);
CREATE INDEX events_purged ON events (file, offset) WHERE kind = 'purged' AND file IS NOT NULL;
"""


def build_catalogue(path: Path, log_id: str) -> None:
    """Write an empty catalogue, over what may be left of one that wasn't finished. LogError if it can't be."""
    try:
        path.unlink(missing_ok=True)
        remove_journal(path)
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.executescript(_TABLES)
            rows = [("format", FORMAT), ("id", log_id)]
            database.executemany("INSERT INTO meta (name, value) VALUES (?, ?)", rows)
            database.execute("PRAGMA journal_mode = WAL")
    except (OSError, sqlite3.Error) as error:
        raise LogError(f"the catalogue {path} can't be made: {error}") from error


def install_catalogue(new: Path, path: Path) -> None:
    """Put a catalogue that is closed in the place of another that nobody has open, or of none. LogError if it can't be."""
    try:
        with new.open("rb") as file:
            sync_file(file.fileno())
        # The old journal goes first: SQLite would take it for the new catalogue's.
        remove_journal(path)
        os.replace(new, path)
        sync_folder(path.parent)
    except OSError as error:
        raise LogError(f"the catalogue {path} can't be put in its place: {error}") from error


def remove_journal(path: Path) -> None:
    """Remove what SQLite keeps beside a catalogue."""
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
