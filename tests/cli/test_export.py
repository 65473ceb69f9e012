"""`archive export`, as a user has it."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from archiver import Archive
from archiver.cli.parser import _EXPORT_ALIASES, EXPORT_FORMATS
from archiver.cli.progress import Bar
from archiver.export import FORMATS
from archiver.export.columns import COLUMNS
from tests.conftest import ROOT
from tests.engines.articles import article
from tests.export.conftest import fill_archive, made
from tests.terminal import on_terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from archiver.export import Format
    from tests.conftest import Ran

    Run = Callable[..., Ran]

ESCAPES = "\x1b[31mred\x1b[0m \x07\x9b2J\u202eflipped"


def test_the_formats_of_the_command_are_those_that_there_are() -> None:
    """The command line knows the same formats and other names of them, without loading what makes them."""
    assert tuple(form.name for form in FORMATS) == EXPORT_FORMATS
    assert {alias: form.name for form in FORMATS for alias in form.aliases} == _EXPORT_ALIASES


@pytest.mark.parametrize("form", [*EXPORT_FORMATS, *_EXPORT_ALIASES, "CSV"])
def test_a_file_and_a_pipe_get_the_same(run: Run, samples_home: Path, tmp_path: Path, form: str) -> None:
    """Each format is written to a file and into a pipe alike, and how many articles there are is said for a file."""
    target = tmp_path / "file"
    ran = run("export", "steel", "--format", form, "-o", str(target))
    total = json.loads(run("search", "steel", "--format", "json").out)["total"]
    assert (ran.code, ran.out, ran.err) == (0, "", f"{total} articles written to {target}.\n")
    assert run("export", "steel", "-o", "-").out == run("export", "steel").out != ""
    if form != "warc":  # which says at what time it was asked
        command = [
            sys.executable,
            "-m",
            "archiver",
            "--archive",
            str(samples_home),
            "export",
            "steel",
            "--format",
            form,
        ]
        piped = subprocess.run(command, capture_output=True, check=True, cwd=ROOT)
        assert (piped.stdout, piped.stderr) == (target.read_bytes(), b"")


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: str(form.name))
def test_the_ending_of_a_file_names_the_format(run: Run, tmp_path: Path, form: Format) -> None:
    """Without --format, FILE's ending says which it is, and --format decides."""
    for ending in form.endings:
        one, two = tmp_path / f"A{ending.upper()}", tmp_path / "two"
        run("export", "Tavrin", "-o", str(one))
        run("export", "Tavrin", "-o", str(two), "--format", form.name)
        written = one.read_bytes()
        packed = gzip.compress(written) if ending == ".warc" else written
        assert packed[:3] == two.read_bytes()[:3] != b""
        assert run("export", "Tavrin", "-o", str(one), "--format", "csv").code == 0
        assert one.read_bytes().startswith(b"id,url,")


@pytest.mark.parametrize("name", ["mill.foo", "mill.xlsx", "mill.json", "mill.csv.gz"])
def test_an_ending_of_no_format_is_refused(run: Run, tmp_path: Path, name: str) -> None:
    """Nothing is written to it and the endings are told; --format decides, and a file without an ending has JSON lines."""
    ran = run("export", "Tavrin", "-o", str(tmp_path / name))
    assert (ran.code, ran.out, list(tmp_path.iterdir())) == (2, "", [])
    assert f"{name} stands for no format" in ran.err
    assert all(ending in ran.err for form in FORMATS for ending in form.endings)
    assert run("export", "Tavrin", "-o", str(tmp_path / name), "--format", "csv").code == 0
    run("export", "Tavrin", "-o", str(tmp_path / "mill"))
    assert (tmp_path / "mill").read_bytes().startswith(b"{")


@pytest.mark.parametrize("form", ["parquet", "warc"])
def test_what_is_no_text_does_not_go_to_a_terminal(samples_home: Path, form: str) -> None:
    """A format that isn't text is refused on a terminal, with the reason and what to do."""
    ran = on_terminal(samples_home, "export", "steel", "--format", form)
    assert ran.code == 2
    assert "garble the terminal" in ran.text
    assert "-o FILE." in ran.text
    assert "Traceback" not in ran.text


@pytest.mark.parametrize("form", [form.name for form in FORMATS if not form.is_binary])
def test_no_control_character_reaches_the_terminal(tmp_path: Path, form: str) -> None:
    """Whatever is in the index, a terminal gets none of it that it would obey; nor does a file of text."""
    hostile = article("https://x.example/", ESCAPES, ESCAPES, authors=(ESCAPES,), site=ESCAPES, standfirst=ESCAPES)
    fill_archive(tmp_path / "archive", [hostile]).close()
    ran = on_terminal(tmp_path / "archive", "export", "--format", form, columns=300)
    assert ran.code == 0
    assert "red" in ran.raw
    assert not any(bad in ran.raw for bad in ("\x1b", "\x07", "\x9b", "\u202e"))
    if form != "jsonl":
        Archive.open(str(tmp_path / "archive")).export_to(tmp_path / "file", form)
        assert not any(bad in (tmp_path / "file").read_text() for bad in ("\x1b", "\x07", "\x9b", "\u202e"))


def test_columns(run: Run) -> None:
    """--columns chooses those of a table, in that order; one that there isn't is refused, and the others are named."""
    ran = run("export", "steel", "--format", "csv", "--columns", "published, title")
    rows = list(csv.reader(io.StringIO(ran.out, newline="")))
    assert rows[0] == ["published", "title"]
    assert all(len(row) == 2 for row in rows)
    ran = run("export", "--format", "csv", "--columns", "date")
    assert ran.code == 2
    assert all(column.name in ran.err for column in COLUMNS)
    assert run("export", "--columns", "id").code == 2
    assert run("export", "--all-captures", "--format", "csv").code == 2
    assert run("export", "--format", "xlsx").code == 2


def test_notes(run: Run, tmp_path: Path) -> None:
    """`-o FOLDER/` writes a Markdown file an article, without being told the format."""
    ran = run("export", "steel", "-o", f"{tmp_path}/notes/")
    files = list((tmp_path / "notes").iterdir())
    assert (ran.code, ran.err) == (0, f"{len(files)} articles written to {tmp_path}/notes/.\n")
    assert all(file.read_text(encoding="utf-8").startswith("---\ntitle: ") for file in files)


def test_what_is_left_out_is_told(run: Run, tmp_path: Path) -> None:
    """Articles that a format can't hold are named, some of them, and counted; the exit is 1, and the others are written."""
    fill_archive(tmp_path / "archive", map(made, range(30))).close()
    ran = run("export", "-o", str(tmp_path / "a.warc.gz"), home=tmp_path / "archive")
    assert ran.code == 1
    lines = ran.err.splitlines()
    assert len(lines) == 20 + 3
    assert all("aren't in the log of this archive" in line for line in lines[:20])
    assert lines[20:] == [
        "… and 10 more.",
        f"0 articles written to {tmp_path}/a.warc.gz.",
        "30 articles of 30 couldn't be written.",
    ]


def test_ctrl_c_and_on(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends an export with 130 and leaves FILE as it was; the same command goes on, says so, and the file is whole."""
    home, target = tmp_path / "archive", tmp_path / "file.csv"
    fill_archive(home, map(made, range(40))).close()
    target.write_text("before")

    def stop(bar: Bar, done: int, total: int) -> None:
        if done == 20:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Bar, "__call__", stop)
        ran = run("export", "-o", str(target), home=home)
    assert (ran.code, ran.out) == (130, "")
    assert "the same command goes on from there" in ran.err
    assert target.read_text() == "before"
    ran = run("export", "-o", str(target), home=home)
    assert ran.err.splitlines() == [
        "Going on after the 20 articles that were done when it was stopped.",
        f"40 articles written to {target}.",
    ]
    assert target.read_bytes().decode() == run("export", "--format", "csv", home=home).out
    assert sorted(os.listdir(tmp_path)) == ["archive", "file.csv"]
