"""`archive add`, as a user sees it: what is taken, what is passed over, and how it is told."""

from __future__ import annotations

import io
import json
import os
import sys
from typing import TYPE_CHECKING

import pytest

from archiver.cli.add import passed_over
from archiver.log import Log
from tests.sources.reading import PAGE
from tests.sources.test_mhtml import URL, chrome

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran

    Run = Callable[..., Ran]

LINE = '{"title": "Ferry returns", "text": "It sailed again.", "people": ["Ottoline Breck"], "places": ["Hull"]}\n'


def test_what_a_folder_holds_beside_pages_is_told(run: Run, tmp_path: Path) -> None:
    """In one line it says how many files of which kinds weren't taken; a page's own pictures aren't worth a word."""
    pages, home = tmp_path / "pages", tmp_path / "archive"
    (pages / "a_files").mkdir(parents=True)
    (pages / "lines.jsonl").write_text(LINE)
    for name in ("1.jpg", "2.JPG", "scan.pdf", "a.css", "a.html.json", "LICENSE", ".hidden.png", "a_files/3.jpg"):
        (pages / name).write_bytes(b"%PDF-" if name == "LICENSE" else b"x")
    (pages / "a.html").write_text(PAGE)
    os.mkfifo(pages / "pipe.\x1b[2J")
    added = run("add", str(pages), home=home)
    assert (added.code, added.out) == (0, "2 added, 0 unchanged.\n")
    assert added.err == "Passed over 5 files that are no pages: 2 .jpg, 1 .pdf, 2 others.\n"
    assert run("add", str(pages / "lines.jsonl"), home=home).err == ""


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ((("", 1),), "Passed over 1 file that is no page."),
        ((("", 1_000),), "Passed over 1,000 files that are no pages."),
        (tuple((f".{number}", 2) for number in range(8)), ": 2 .0, 2 .1, 2 .2, 2 .3, 2 .4, 2 .5, 4 others."),
    ],
)
def test_any_kinds_fit_in_a_line(kinds: tuple[tuple[str, int], ...], said: str) -> None:
    """However many kinds there are, the sentence is short."""
    assert passed_over(kinds).endswith(said)


def test_a_page_saved_in_one_file(run: Run, tmp_path: Path) -> None:
    """A page that Chrome saved as MHTML is found under its address, and what is stored is the page's HTML."""
    home = tmp_path / "archive"
    (tmp_path / "a.mhtml").write_bytes(chrome())
    assert run("add", str(tmp_path / "a.mhtml"), home=home).out == "1 added, 0 unchanged.\n"
    assert json.loads(run("show", URL, home=home).out)["title"] == "Bridge reopens"
    with Log.open(home) as log:
        assert log.read(1).payload.startswith(b"<!doctype html>")


def test_a_list_of_what_is_to_be_added(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--input-file adds what a list names, together with other targets; what can't be had is refused by its name."""
    home = tmp_path / "archive"
    for name in ("a", "b"):
        (tmp_path / f"{name}.jsonl").write_text(LINE.replace("Ferry", name))
    listed = f"# two\n\n{tmp_path}/a.jsonl\nftp://news.example/a\n"
    (tmp_path / "list.txt").write_text(listed)
    added = run("add", "-i", str(tmp_path / "list.txt"), str(tmp_path / "b.jsonl"), home=home)
    assert (added.code, added.out) == (1, "2 added, 0 unchanged, 1 refused.\n")
    assert "ftp://news.example/a: " in added.err
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(listed.encode())))
    assert run("add", "--input-file", "-", home=home).out == "0 added, 1 unchanged, 1 refused.\n"


@pytest.mark.parametrize(("target", "option"), [("-", "--input-file -"), ("urls.txt", "--input-file FILE")])
def test_a_list_of_addresses_is_no_page(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str, option: str
) -> None:
    """Addresses that are given as if they were a page aren't stored; how to add what they lead to is said."""
    monkeypatch.chdir(tmp_path)
    text = "https://news.example/a\nhttps://news.example/b\n"
    (tmp_path / "urls.txt").write_text(text)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    added = run("add", target, home=tmp_path / "archive")
    assert (added.code, added.out) == (1, "0 added, 0 unchanged, 1 refused.\n")
    assert f"archive add {option}" in added.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--url", "https://news.example/a", "lines.jsonl"], "addresses of their own"),
        (["--url", "https://news.example/a", "-i", "list.txt"], "addresses of their own"),
        (["--url", "", "a.html"], "“” isn't an address"),
        (["-i", "a.html"], "a.html, line 1: this is no list"),
        (["-i", ""], "must be a name"),
        (["-", "-i", "-"], "Standard input can be read once only"),
        (["-", "-"], "Standard input can be read once only"),
        ([], "Nothing is named that could be added"),
        (["--archive", "", "a.html"], "must be a name"),
    ],
)
def test_what_cannot_be_meant(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    """What is named in a way that can't be meant is refused with exit 2."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lines.jsonl").write_text(LINE)
    (tmp_path / "list.txt").write_text("lines.jsonl\n")
    (tmp_path / "a.html").write_text(PAGE)
    ran = run("add", *words, home=tmp_path / "archive")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("", "“”: is no name of a file or folder"),
        ("www.example.org", "write https://www.example.org"),
        ("example.org/story", "write https://example.org/story"),
        ("story.html", "doesn't exist: there is no such file or folder\n"),
        ("./a/story", "doesn't exist: there is no such file or folder\n"),
        ("http://127.0.0.1:9/a", "127.0.0.1 is a private address; --allow-private allows it"),
        ("bad.jsonl", 'bad.jsonl:1: isn\'t a line of JSON: trailing comma in object at byte 14, near “"title":"A",}”'),
        ("cut.jsonl", "cut.jsonl:1: isn't a line of JSON: it ends too early"),
        ("tiny.html", "tiny.html: has neither a headline nor a text"),
    ],
)
def test_reasons(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str, said: str) -> None:
    """A reason says what is wrong, once, in words, and what is meant if that is plain."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.jsonl").write_text('{"title":"A",}')
    (tmp_path / "cut.jsonl").write_text('{"title": "A"')
    (tmp_path / "tiny.html").write_text("<html></html>")
    ran = run("add", target, home=tmp_path / "archive")
    assert ran.code == 1
    assert said in ran.err


def test_the_same_bad_file_is_listed_once(run: Run, tmp_path: Path) -> None:
    """Adding a bad file again reports it again, and lists it once; status tells how many there are, and where."""
    home = tmp_path / "archive"
    (tmp_path / "empty.html").touch()
    (tmp_path / "bad.jsonl").write_text("no\n" + LINE)
    for _ in range(2):
        ran = run("add", str(tmp_path / "empty.html"), str(tmp_path / "bad.jsonl"), home=home)
        assert ran.err.count("is empty") == ran.err.count("isn't a line of JSON") == 1
    status = json.loads(run("status", home=home).out)
    assert (status["aside"], status["aside_path"]) == (2, f"{home}/aside.jsonl")


def test_an_archive_that_is_a_file(run: Run, tmp_path: Path) -> None:
    """A file that is named as an archive is called one, for reading and for adding."""
    (tmp_path / "file").write_text("x")
    for words in (["status"], ["add", __file__], ["search", "x"]):
        ran = run(*words, home=tmp_path / "file")
        assert ran.code == 1
        assert f"{tmp_path}/file is a file, and an archive is a folder" in ran.err
