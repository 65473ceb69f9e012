"""The list of what couldn't be used."""

from __future__ import annotations

import datetime as dt
import json
import os
import time
from typing import TYPE_CHECKING

import pytest

from archiver import Archive
from archiver.aside import Aside
from archiver.sources import Rejected

if TYPE_CHECKING:
    from pathlib import Path


def _now() -> dt.datetime:
    return dt.datetime(2025, 9, 4, tzinfo=dt.UTC)


def _keep(path: Path, *entries: tuple[str, str, bytes]) -> Aside:
    aside = Aside(str(path))
    for source, reason, data in entries:
        aside.keep(source, reason, data)
    aside.close()
    return aside


def test_what_is_listed_is_not_listed_again(tmp_path: Path) -> None:
    """The same thing refused again, in this run or a later one, stands there once; another reason or content is new."""
    path = tmp_path / "aside.jsonl"
    _keep(path, ("a:1", "bad", b"x"), ("a:1", "bad", b"x"))
    path.write_text(path.read_text() + "no entry\n[]\n")
    aside = _keep(path, ("a:1", "bad", b"x"), ("a:1", "worse", b"x"), ("a:1", "bad", b"y\xff"))
    entries = [json.loads(line) for line in path.read_text().splitlines() if line.startswith("{")]
    assert [(entry["reason"], entry["data"]) for entry in entries] == [("bad", "x"), ("worse", "x"), ("bad", "y\\xff")]
    assert aside.count() == 5


@pytest.mark.parametrize("kind", ["pipe", "folder", "nowhere"])
def test_something_else_in_its_place(tmp_path: Path, kind: str) -> None:
    """A pipe or a folder under its name is never waited for, and what was to be listed is told; good input is added."""
    home = tmp_path / "archive"
    with Archive.open(str(home), create=True) as archive:
        path = home / "aside.jsonl"
        {"pipe": os.mkfifo, "folder": os.mkdir, "nowhere": lambda path: os.symlink("absent/file", path)}[kind](path)
        assert archive.status().aside == 0
        report = archive.add_captures([Rejected("a", "is bad"), Rejected("b", "is bad")])
        assert len(report.rejected) == 2
        assert "isn't a file" in archive.aside.notice


def test_many_refusals_take_time_in_proportion(tmp_path: Path) -> None:
    """Two hundred thousand refusals are listed and reported within seconds."""
    start = time.monotonic()
    with Archive.open(str(tmp_path / "archive"), create=True) as archive:
        report = archive.add_captures(Rejected(f"a:{number}", "is bad", b"x") for number in range(200_000))
        assert len(report.rejected) == archive.status().aside == 200_000
    assert time.monotonic() - start < 30
