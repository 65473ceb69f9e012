"""Finding every kind of damage to a log."""

import gzip
import random
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from archiver.log import Log
from archiver.log.scan import Record, walk

from .makers import KEY, make_capture, open_log, warc_files


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An archive with a record of each kind, in two files."""
    with open_log(tmp_path, file_size=2_500) as log:
        log.append([make_capture("A"), make_capture("A", day=2), make_capture("B", day=3)])
        log.append([make_capture("C", key="c", fetched=False), make_capture("D", key="d")])
        log.withdraw("c")
    assert len(warc_files(tmp_path)) == 2
    return tmp_path


def problems(home: Path) -> list[str]:
    """What verifying finds."""
    with Log.open(home) as log:
        return list(log.verify())


def unpacked(data: bytes, record: Record) -> bytes | None:
    """What the gzip member of a record holds, None where it is none."""
    try:
        return gzip.decompress(data[record.offset : record.end])
    except (OSError, EOFError, zlib.error):
        return None


def test_any_changed_byte_is_found(home: Path) -> None:
    """A byte that has changed anything of a record is found, with its file and offset; nothing is changed by looking."""
    chance = random.Random(3)
    path = warc_files(home)[0]
    whole = path.read_bytes()
    with path.open("rb") as stream:
        records = [each for each in walk(stream, 0, len(whole), log_id=None) if isinstance(each, Record)]
    assert len(records) > 3
    for _ in range(150):
        record = chance.choice(records)
        data = bytearray(whole)
        data[record.offset + chance.randrange(record.length)] ^= 1 << chance.randrange(8)
        if unpacked(data, record) == unpacked(whole, record):
            continue  # gzip's header, and the bits that fill its last byte up, hold nothing of the record
        path.write_bytes(data)
        found = problems(home)
        assert found
        assert f"{path}, offset {record.offset}" in found[0]
        assert path.read_bytes() == data


def test_a_forged_record_is_found(home: Path) -> None:
    """A record that was replaced by a well-formed one with another content is found by its digest or the catalogue."""
    with Log.open(home) as log:
        row = log._catalogue.row(3)
    assert row
    assert row.place
    with open_log(home / "other") as other:
        other.append([make_capture("A"), make_capture("A", day=2), make_capture("X", day=3)])
        forged = other._catalogue.row(3)
    assert forged
    assert forged.place
    data = warc_files(home / "other")[0].read_bytes()[forged.place.offset :]
    path = warc_files(home)[0]
    whole = path.read_bytes()
    path.write_bytes(whole[: row.place.offset] + data + whole[row.place.offset + row.place.length :])
    assert any(f"offset {row.place.offset}" in problem for problem in problems(home))


CHANGES = {
    "a record forgotten": ("DELETE FROM events WHERE position = 4", "doesn't know this record of position 4"),
    "a record invented": (
        "INSERT INTO events SELECT 99, kind, key, 2, 1, 1, NULL, 1, digest, NULL FROM events WHERE position = 1",
        "position 99: no record begins here",
    ),
    "a time changed": ("UPDATE events SET captured_at = 5 WHERE position = 1", "something else of this record"),
    "a key changed": ("UPDATE keys SET key = 'z' WHERE key = 'd'", "something else of this record"),
    "a digest changed": ("UPDATE events SET digest = x'00' WHERE position = 3", "something else of this record"),
    "another head": ("UPDATE keys SET head = 1 WHERE key = 'd'", "the head of d isn't its last capture"),
    "a withdrawal forgotten": ("UPDATE keys SET head = 4 WHERE key = 'c'", "the head of c isn't its last capture"),
    "a document hidden": (f"UPDATE keys SET head = NULL WHERE key = '{KEY}'", f"the head of {KEY} isn't"),
}


@pytest.mark.parametrize(("statement", "message"), CHANGES.values(), ids=CHANGES)
def test_catalogue_against_files(home: Path, statement: str, message: str) -> None:
    """Where the catalogue says something else than the files it is found, and a rebuild sets it right."""
    with closing(sqlite3.connect(home / "log/catalogue.sqlite")) as database, database:
        database.execute(statement)
    assert any(message in problem for problem in problems(home))
    Log.rebuild(home)
    assert problems(home) == []


def test_missing_file(home: Path) -> None:
    """A file that is missing is found, with the positions that were in it."""
    warc_files(home)[0].unlink()
    [problem] = problems(home)
    assert "is missing, with " in problem
    assert "of the positions 1, 2, 3" in problem


def test_file_that_nobody_knows(home: Path) -> None:
    """A file of the log that the catalogue doesn't know is found."""
    with closing(sqlite3.connect(home / "log/catalogue.sqlite")) as database, database:
        database.execute("DELETE FROM events WHERE file = 1")
        database.execute("DELETE FROM files WHERE serial = 1")
    assert any("isn't in the catalogue" in problem for problem in problems(home))
