"""What is typed or pasted after `archive`, with bytes and characters that shouldn't be there."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from archiver import Archive
from archiver.errors import UsageError
from archiver.render.safe import web_link
from tests.conftest import ROOT, SAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran

    Run = Callable[..., Ran]

NOT_UTF8 = "\udc80"  # how the byte 80 comes into a program
ESCAPES = "\x1b[2J\x1b]0;owned\x07\x9b31m"
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def test_before_the_first_day(run: Run) -> None:
    """Nothing was published before the year 1: that is said, with exit 2, however it is asked."""
    for words in (["--before", "0001"], ["--before", "0001-01-01"], ["before:0001"], ["published:<0001"]):
        ran = run("search", *words)
        assert (ran.code, ran.out) == (2, "")
        assert "nothing lies before 0001" in ran.err
    assert "nothing lies after 9999" in run("search", "published:>9999").err


def test_names_and_days_that_are_empty(run: Run) -> None:
    """An empty name or day, as from a variable that isn't set, is refused with exit 2 and isn't taken for none at all."""
    for words in (
        ["export", "-o", ""],
        ["search", "--archive", ""],
        ["search", "--after", ""],
        ["search", "mill", "--people", ""],
        ["search", "mill", "--elasticsearch", ""],
        ["search", "--before="],
    ):
        ran = run(*words)
        assert (ran.code, ran.out) == (2, "")
        assert "must be a name" in ran.err or "“” isn't a date" in ran.err


def test_a_day_is_refused_by_its_own_name(samples_home: Path) -> None:
    """In Python as on the command line, the message names the bound that is wrong."""
    with Archive.open(str(samples_home)) as archive:
        with pytest.raises(UsageError, match=r"^after: “foo”"):
            archive.search(after="foo", before="2025")
        with pytest.raises(UsageError, match=r"^before: “foo”"):
            archive.search(after="2025", before="foo")


@pytest.mark.parametrize("half", ["\ud800", "mill \udcff"])
def test_halves_of_characters_in_python(samples_home: Path, half: str) -> None:
    """Text that isn't valid Unicode is refused as a query that can't be read, wherever it is given."""
    with Archive.open(str(samples_home)) as archive:
        for ask in (
            lambda: archive.search(half),
            lambda: archive.search(people=["Jane Roe", half]),
            lambda: archive.facet("people", half),
            lambda: archive.diagnose(places=[half]),
            lambda: archive.get(half),
            lambda: archive.search(after=half),
        ):
            with pytest.raises(UsageError):
                ask()


def test_a_long_name_is_cut(run: Run) -> None:
    """An id of a hundred thousand characters isn't repeated whole."""
    for words in (["show"], ["remove"], ["purge", "--yes"]):
        for name in ("f" * 100_000, "https://news.example/" + "f" * 100_000):
            ran = run(*words, name)
            assert ran.code == 1
            assert len(ran.err) < 500


@pytest.mark.parametrize("day", ["0", "0000", "99999", "9999-13", "2025-02-30", "9999-12-32", "10000-01-01", "(2025)"])
@pytest.mark.parametrize("way", ["--after", "--before", "after:", "before:", "published:"])
def test_days_that_are_none(run: Run, way: str, day: str) -> None:
    """A day that isn't in the calendar is refused with exit 2, whether it is an option's or stands in the query."""
    if way == "published:" and day == "(2025)":
        assert run("search", way + day).code == 0
        return
    ran = run("search", way, day) if way.startswith("-") else run("search", way + day)
    assert (ran.code, ran.out) == (2, "")
    assert "date" in ran.err
    assert "ordinal" not in ran.err


@pytest.mark.parametrize("day", ["9999", "9999-12", "9999-12-31", "0001-01-02", "0002"])
def test_days_at_the_ends_of_the_calendar(run: Run, day: str) -> None:
    """The calendar's last day and its first ones can be asked for."""
    for words in (["--after", day], ["--before", day], [f"published:{day}"], [f"published:<={day}"]):
        assert run("search", *words).code == 0


@pytest.mark.parametrize(
    "words",
    [
        ["search", "mill" + NOT_UTF8],
        ["search", "mill", "--people", NOT_UTF8],
        ["search", "mill", "--site", NOT_UTF8, "--format", "text"],
        ["search", "mill", "--after", NOT_UTF8],
        ["search", "-" + NOT_UTF8],
        ["facets", "people", "mill", "--places", NOT_UTF8],
        ["export", NOT_UTF8],
        ["show", "http://x.example/" + NOT_UTF8],
        ["remove", NOT_UTF8],
        ["purge", NOT_UTF8, "--yes"],
        ["add", "README.md", "--url", "http://x.example/" + NOT_UTF8],
        ["remove", "ffff", "--reason", NOT_UTF8],
    ],
)
def test_words_that_are_not_utf8(run: Run, words: list[str]) -> None:
    """A word in another encoding is refused with exit 2 and the reason."""
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert "isn't UTF-8" in ran.err


def test_files_may_have_any_name(run: Run, tmp_path: Path) -> None:
    """A file whose name isn't UTF-8 is added, and exported to."""
    name = str(tmp_path / f"page{NOT_UTF8}.html")
    try:
        with open(name, "w", encoding="utf-8") as file:
            file.write("<title>Ferry returns</title><p>The ferry between the islands sailed again on Monday.</p>")
    except OSError:
        pytest.skip("this file system only takes UTF-8")
    assert run("add", name, home=tmp_path / "archive").code == 0
    assert run("export", "-o", name + ".jsonl", home=tmp_path / "archive").code == 0
    assert os.path.getsize(name + ".jsonl") > 0


@pytest.mark.parametrize("words", [["add", str(SAMPLES)], ["search", "mill"], ["status"]])
def test_an_archive_with_a_name_that_is_not_utf8(run: Run, tmp_path: Path, words: list[str]) -> None:
    """A folder whose name isn't UTF-8 is refused as an archive with exit 2, and nothing is made there."""
    home = tmp_path / NOT_UTF8
    for ran in (run(*words, home=home), run(*words, "--archive", str(home))):
        assert ran.code == 2
        assert "Name another with --archive or ARCHIVE_HOME" in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        [ESCAPES],
        ["--" + ESCAPES],
        ["search", "--" + ESCAPES],
        ["search", "mill", "--sort", ESCAPES],
        ["search", "mill", "--format", ESCAPES],
        ["search", "mill", "--limit", ESCAPES],
        ["search", "mill", "--facets", ESCAPES],
        ["search", "mill", "--after", ESCAPES],
        ["search", '"' + ESCAPES],
        ["search", "mill", ESCAPES, "--format", "text"],
        ["search", "mill", "--people", ESCAPES, "--format", "text"],
        ["search", "mill", "--people", ESCAPES, "--format", "json"],
        ["search", f"{ESCAPES}:mill"],
        ["facets", ESCAPES],
        ["show", ESCAPES],
        ["export", "-o", f"/{ESCAPES}/x"],
        ["remove", ESCAPES],
        ["add", ESCAPES],
        ["add", "http://" + ESCAPES],
        ["add", "README.md", "--url", "http://x.example/" + ESCAPES],
        ["status", ESCAPES],
        ["completion", ESCAPES],
        ["search", "mill", "--archive", "/" + ESCAPES],
    ],
)
def test_nothing_typed_reaches_the_terminal_raw(run: Run, own_home: Path, words: list[str]) -> None:
    """Escape codes in an argument are never printed, whatever is said about it."""
    ran = run(*words, home=own_home)
    assert ran.code in (0, 1, 2)
    assert not CONTROLS.search(ran.out + ran.err)
    assert "something failed that shouldn't have" not in ran.err


def test_an_archive_with_escape_codes_in_its_name(run: Run, tmp_path: Path) -> None:
    """Status names the archive's folder without the escape codes that are in its name."""
    home = tmp_path / ESCAPES.replace("/", "")
    assert run("add", str(SAMPLES / "README.md"), home=home).code in (0, 1)
    assert not CONTROLS.search(run("status", "--format", "text", home=home).out)


@pytest.mark.parametrize("number", ["0", "-3", "many", "1e3", "9" * 30, ""])
def test_numbers_that_are_none(run: Run, number: str) -> None:
    """A number that can't be used is refused with what can be."""
    for option in ("--limit", "--page"):
        ran = run("search", "mill", f"{option}={number}")
        assert ran.code == 2
        assert "must be a whole number from 1 to 1,000,000,000" in ran.err


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://news.example/a?b=c;d", "https://news.example/a?b=c;d"),
        ("http://[::1]:8080/a", "http://[::1]:8080/a"),
        ("https://news.example/Fähre", "https://news.example/F%C3%A4hre"),
        ("http://[", None),
        ("http://", None),
        ("http:///a", None),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("http://news.example/\x1b\\", None),
        ("http://news.example/\x9b", None),
        ("http://news.example/\u202e", None),
        ("http://news.example/a b", None),
        ("http://news.example/a\u3000bold", None),
        ("http://news.example/a\n", None),
        ("", None),
        (None, None),
    ],
)
def test_links_that_a_terminal_may_open(url: str | None, link: str | None) -> None:
    """Only a plain web address becomes a link."""
    assert web_link(url) == link


@pytest.mark.parametrize("url", ["http://[", "http://x.example/\x1b]8;;\x07", "http://x.example/\u3000bold\u3000red"])
def test_articles_with_hostile_addresses(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    """An article whose address is broken or hostile is found and shown, and the address stays a mere address."""
    home = tmp_path / "archive"
    (tmp_path / "a.jsonl").write_text(json.dumps({"title": "Ferry returns", "text": "It sailed again.", "url": url}))
    assert run("add", str(tmp_path / "a.jsonl"), home=home).code == 0
    identity = json.loads(run("search", "ferry", home=home).out)["id"]
    monkeypatch.setenv("FORCE_COLOR", "1")
    for words in (["search", "ferry"], ["show", identity]):
        ran = run(*words, "--format", "text", home=home)
        assert ran.code == 0
        assert "returns" in ran.out
        without_links = re.sub(r"\x1b\]8;[!-~]*\x1b\\", "", ran.out)
        assert not CONTROLS.search(re.sub(r"\x1b\[[\d;]*m", "", without_links))


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
@pytest.mark.parametrize("form", ["json", "jsonl", "text"])
def test_output_in_any_locale(samples_home: Path, encoding: str, form: str) -> None:
    """What goes into a pipe is UTF-8 in every locale, so that no title stops a search."""
    ran = subprocess.run(
        [sys.executable, "-m", "archiver", "search", "language:ar", "--format", form],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={"ARCHIVE_HOME": str(samples_home), "PYTHONIOENCODING": encoding},
    )
    assert re.search("[\u0621-\u064a]", ran.stdout.decode("utf-8"))
    assert ran.stderr == b""
