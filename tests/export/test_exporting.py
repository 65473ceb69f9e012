"""Exports as a whole: as many articles as the search counts, and files that go on where they were stopped."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import bibtexparser
import pytest
import rispy
from fastwarc.warc import ArchiveIterator
from pyarrow import parquet

from archiver.engine import Upsert
from archiver.errors import ArchiveError, IndexingError, LockedError, UsageError
from archiver.export import FORMATS
from tests.conftest import ROOT
from tests.engines.articles import article
from tests.export.conftest import MANY, fill_archive, made

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from archiver import Archive

TEXTS = [form.name for form in FORMATS if form.name != "warc"]  # a WARC file needs captures

COUNT = {
    "jsonl": lambda data: len(data.splitlines()),
    "csv": lambda data: len(list(csv.DictReader(io.StringIO(data.decode(), newline="")))),
    "parquet": lambda data: parquet.read_table(io.BytesIO(data)).num_rows,
    "markdown": lambda data: data.count(b"---\ntitle: "),
    "bibtex": lambda data: len(bibtexparser.parse_string(data.decode()).entries),
    "ris": lambda data: len(rispy.loads(data.decode())),
    "csl-json": lambda data: len(json.loads(data)),
    "warc": lambda data: len(list(ArchiveIterator(io.BytesIO(data)))),
}


class Stopped(KeyboardInterrupt):
    """Ctrl-C, at a moment that the test chooses."""


def stop_at(number: int) -> Callable[[int, int], None]:
    """A progress that stops the export when so many articles are done."""

    def tick(done: int, total: int) -> None:
        if done == number:
            raise Stopped

    return tick


def stopped(archive: Archive, target: Path, form: str, query: str = "", at: int = 1234, **more: str) -> None:
    """Export, and stop when so many articles are done."""
    with pytest.raises(Stopped):
        archive.export_to(target, form, query, progress=stop_at(at), **more)


def whole(archive: Archive, form: str, query: str = "") -> bytes:
    """What an export that nothing stops gives."""
    stream = io.BytesIO()
    archive.export_to(stream, form, query)
    return stream.getvalue()


@pytest.mark.parametrize("form", TEXTS)
def test_an_export_has_what_the_search_counts(many: Archive, tmp_path: Path, form: str) -> None:
    """Of some thousands of articles each format has all that are found, each once, in a file as in a stream."""
    for query in ("", "steel", "nothing"):
        total = many.search(query, limit=0).total
        done = many.export_to(tmp_path / "file", form, query)
        data = (tmp_path / "file").read_bytes()
        assert (done.total, done.written, done.left_out, done.resumed) == (total, total, 0, 0)
        assert COUNT[form](data) == total
        assert whole(many, form, query) == data
    assert os.listdir(tmp_path) == ["file"]


def test_filters_are_heeded(many: Archive, tmp_path: Path) -> None:
    """Bounds of the date and values of facets choose what is exported, as in a search."""
    chosen = {"after": "2010", "before": "2012-03", "sites": ["Daily Ledger"]}
    done = many.export_to(tmp_path / "file", "csv", "steel", **chosen)
    assert 0 < done.written == many.search("steel", limit=0, **chosen).total < many.search("steel", limit=0).total


@pytest.mark.parametrize(
    ("query", "matching", "total", "told"),
    [
        (
            "steel corn",
            "auto",
            MANY,
            ["No article has all 2 words. Those with at least 1 of the 2 were searched."],
        ),
        ("steel corn", "all", 0, []),
        ("steel corn", "any", MANY, []),
        ("stele", "auto", 767, ["No article holds “stele”; “steel” was searched instead."]),
    ],
)
def test_a_loosened_query_is_loosened_here_too(
    many: Archive, query: str, matching: str, total: int, told: list[str]
) -> None:
    """Where a search looks for other words, or for most of them, an export has just what it counts, and that is told."""
    stream, lines = io.BytesIO(), list[str]()
    done = many.export_to(stream, "jsonl", query, matching=matching, tell=lines.append)
    assert done.written == total == many.search(query, limit=0, matching=matching).total
    assert COUNT["jsonl"](stream.getvalue()) == total
    assert [line[: len(start)] for line, start in zip(lines, told, strict=True)] == told


@pytest.mark.parametrize("at", [1, 500, 1999, MANY])
def test_it_goes_on_where_it_was_stopped(many: Archive, tmp_path: Path, at: int) -> None:
    """A file that was stopped isn't there until it is whole, and then it is, byte for byte, as if it hadn't been."""
    target = tmp_path / "file.csv"
    target.write_text("what was there before")
    stopped(many, target, "csv", at=at)
    assert target.read_text() == "what was there before"
    told: list[str] = []
    ticks: list[int] = []
    done = many.export_to(target, "csv", progress=lambda seen, _: ticks.append(seen), tell=told.append)
    assert (done.written, done.resumed) == (MANY, at)
    assert target.read_bytes() == whole(many, "csv")
    assert told == [f"Going on after the {at:,} articles that were done when it was stopped."]
    assert ticks == list(range(at + 1, MANY + 1))
    assert os.listdir(tmp_path) == ["file.csv"]


@pytest.mark.parametrize("form", TEXTS)
def test_every_format_goes_on(many: Archive, tmp_path: Path, form: str) -> None:
    """Stopped twice, each format gives the same bytes in the end."""
    target = tmp_path / "file"
    stopped(many, target, form, "steel", at=100)
    stopped(many, target, form, "steel", at=600)
    assert many.export_to(target, form, "steel").resumed == 600
    assert target.read_bytes() == whole(many, form, "steel")
    assert os.listdir(tmp_path) == ["file"]


KILLED = """
import os, signal, sys
from archiver import Archive
with Archive.open(sys.argv[1]) as archive:
    archive.export_to(sys.argv[2], "bibtex", progress=lambda done, total: done == 1234 and os.kill(os.getpid(), signal.SIGKILL))
"""

FULL = """
import resource, signal, sys
from archiver import Archive
from archiver.errors import ArchiveError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Archive.open(sys.argv[1]) as archive:
    archive.reader  # the limit is for the export alone
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
    try:
        archive.export_to(sys.argv[2], "bibtex")
    except ArchiveError as error:
        print(error)
"""


def child(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run this code in a process of its own."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


def test_it_goes_on_after_a_kill(many: Archive, tmp_path: Path) -> None:
    """After kill -9 the same call goes on from the last state that was kept, and the file is whole."""
    target = tmp_path / "file.bib"
    assert child(KILLED, many.settings.home, target).returncode == -signal.SIGKILL
    assert not target.exists()
    assert many.export_to(target, "bibtex").resumed == 1000
    assert target.read_bytes() == whole(many, "bibtex")


def test_it_goes_on_after_a_full_disk(many: Archive, tmp_path: Path) -> None:
    """Where the disk is full that is said with what to do, and the same call goes on when there is room."""
    target = tmp_path / "file.bib"
    ran = child(FULL, many.settings.home, target)
    assert f"{target} can't be written, the disk is full" in ran.stdout, ran.stderr
    assert "make room" in ran.stdout
    assert not target.exists()
    assert 0 < many.export_to(target, "bibtex").resumed < MANY
    assert target.read_bytes() == whole(many, "bibtex")


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ({"query": "corn"}, "another query"),
        ({"after": "2005"}, "another query"),
        ({"sites": ["Daily Ledger"]}, "another query"),
        ({"columns": ["id"]}, "the format"),
        ({"format": "ris"}, "the format"),
    ],
)
def test_another_question_begins_anew(many: Archive, tmp_path: Path, asked: dict[str, str], reason: str) -> None:
    """Where something else is asked into the same file it begins anew, and says why."""
    target = tmp_path / "file"
    stopped(many, target, "csv", "steel", at=400)
    told: list[str] = []
    asked = {"format": "csv", "query": "steel", **asked}
    done = many.export_to(target, tell=told.append, **asked)  # type: ignore[arg-type]
    assert done.resumed == 0
    assert [line.startswith(f"Beginning anew: {reason}") for line in told] == [True]
    assert COUNT[asked["format"]](target.read_bytes()) == done.total


def test_another_day_begins_anew(many: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """“today” means another day when the export is gone on with tomorrow."""
    import datetime as dt

    from archiver.settings import Settings

    query, target = "steel -published:today", tmp_path / "file"
    stopped(many, target, "csv", query, at=400)
    monkeypatch.setattr(Settings, "today", lambda _: dt.date(2031, 1, 1))
    told: list[str] = []
    assert many.export_to(target, "csv", query, tell=told.append).resumed == 0
    assert told == ["Beginning anew: another query or other filters were asked."]


def test_a_changed_index_begins_anew(home: Path, tmp_path: Path) -> None:
    """Where the index has changed the export begins anew, and holds what is there now."""
    target = tmp_path / "file"
    with fill_archive(home, map(made, range(40))) as archive:
        stopped(archive, target, "jsonl", at=20)
        name = archive.engine.generations()[0].name
        with archive.engine.open_writer(name, timeout=1) as writer:
            writer.write([Upsert(article("https://www.ledger.example/3", "Another headline"), 1000)])
            writer.commit({"log": 2})
        told: list[str] = []
        assert archive.export_to(target, "jsonl", tell=told.append).resumed == 0
        assert told == ["Beginning anew: the index has changed since."]
        assert b"Another headline" in target.read_bytes()
        assert COUNT["jsonl"](target.read_bytes()) == 40


def test_an_index_that_does_not_tell_its_state(
    few: Callable[..., Archive], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a user may not ask how far the index is, exports work, and begin anew when they were stopped."""
    with few(*map(made, range(40))) as archive:

        def refused(_: object) -> object:
            raise IndexingError("not allowed")

        monkeypatch.setattr(type(archive.engine), "generations", refused)
        stopped(archive, tmp_path / "file", "csv", at=20)
        told: list[str] = []
        assert archive.export_to(tmp_path / "file", "csv", tell=told.append).resumed == 0
        assert told == ["Beginning anew: whether the index has changed since can't be asked by this user."]


@pytest.mark.parametrize("damage", ["cut", "no sidecar", "damaged sidecar"])
def test_a_damaged_partial_file(few: Callable[..., Archive], tmp_path: Path, damage: str) -> None:
    """What can't be gone on with is begun anew; a file that no export has made is never written over."""
    target, partial, sidecar = (tmp_path / f"file{ending}" for ending in ("", ".partial", ".partial.json"))
    with few(*map(made, range(40))) as archive:
        stopped(archive, target, "csv", at=20)
        if damage == "cut":
            os.truncate(partial, 10)
        elif damage == "damaged sidecar":
            sidecar.write_text("{")
        else:
            sidecar.unlink()
            with pytest.raises(ArchiveError, match=r"file\.partial stands where"):
                archive.export_to(target, "csv")
            partial.unlink()
        assert archive.export_to(target, "csv").resumed == 0
        assert target.read_bytes() == whole(archive, "csv")
    assert sorted(os.listdir(tmp_path)) == ["archive", "file"]


def test_two_at_once(few: Callable[..., Archive], tmp_path: Path) -> None:
    """A file that another process is just writing is left to it."""
    target = tmp_path / "file"
    with few(*map(made, range(40))) as archive:

        def meanwhile(done: int, total: int) -> None:
            if done == 20:
                with pytest.raises(LockedError, match="Another process is writing"):
                    archive.export_to(target, "csv")

        archive.export_to(target, "csv", progress=meanwhile)
        assert target.read_bytes() == whole(archive, "csv")


def test_what_was_counted_must_come(
    few: Callable[..., Archive], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where other articles come than were counted the export fails, and leaves nothing that seems to be whole."""
    with few(*map(made, range(40))) as archive:
        reader = type(archive.reader)
        scan = reader.scan
        monkeypatch.setattr(reader, "scan", lambda self, query, after="": list(scan(self, query, after))[1:])
        with pytest.raises(IndexingError, match="40 articles were counted and 39 were read"):
            archive.export_to(tmp_path / "file", "csv")
    assert os.listdir(tmp_path) == ["archive"]


def test_a_document_that_cannot_be_read_is_left_out(
    few: Callable[..., Archive], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A document that isn't one is reported and counted, also when the export was stopped after it; the others are written."""
    with few(*map(made, range(40))) as archive:
        reader = type(archive.reader)
        scan = reader.scan
        bad = sorted(made(number).id for number in range(40))[5]

        def damaged(self: object, query: object, after: str = "") -> object:
            rows = scan(self, query, after)  # type: ignore[arg-type]
            return (json.dumps({"id": bad}).encode() if json.loads(row)["id"] == bad else row for row in rows)

        monkeypatch.setattr(reader, "scan", damaged)
        stopped(archive, tmp_path / "file", "csl-json", at=20)
        done = archive.export_to(tmp_path / "file", "csl-json")
        assert (done.total, done.written, done.left_out) == (40, 39, 1)
        assert [(name, "can't be read from the index" in reason) for name, reason in done.reasons] == [(bad, True)]
        assert len(json.loads((tmp_path / "file").read_bytes())) == 39


def test_what_cannot_be_asked_is_refused_first(few: Callable[..., Archive], tmp_path: Path) -> None:
    """A format, a column or an option that there isn't is refused before anything is written."""
    target = tmp_path / "file"
    with few(made(1)) as archive:
        for asked, message in (
            ({"format": "excel"}, "no format “excel”. There are jsonl, csv"),
            ({"format": "csv", "columns": ["headline"]}, "no column “headline”. There are id, key"),
            ({"format": "csv", "columns": ["id", "id"]}, "asked for twice"),
            ({"format": "ris", "columns": ["id"]}, "csv and parquet can"),
            ({"format": "csv", "all_captures": True}, "warc can"),
        ):
            with pytest.raises(UsageError, match=message):
                archive.export_to(target, **asked)  # type: ignore[arg-type]
        with pytest.raises(UsageError, match="is a folder"):
            archive.export_to(tmp_path, "csv")
    assert os.listdir(tmp_path) == ["archive"]


def test_memory_holds_no_more_than_a_little(many: Archive, tmp_path: Path) -> None:
    """The documents are written as they come: no more than a batch of a scan is held."""
    seen: list[int] = []

    class Sink(io.RawIOBase):
        def write(self, data: object) -> int:
            seen.append(len(bytes(data)))  # type: ignore[call-overload]
            return seen[-1]

    many.export_to(Sink(), "jsonl")  # type: ignore[arg-type]
    assert len(seen) >= MANY
