"""`archive inspect`, as a user sees it."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import msgspec
import pytest

from archiver import Archive
from tests.conftest import NO_MODEL, SAMPLES
from tests.makers_of_sites import page
from tests.terminal import on_terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran

    Run = Callable[..., Ran]

RELIT = SAMPLES / "pages" / "brackwater-relit.html"
HOSTILE = (
    "<html><head><title>\x1b[31mRed \u202eturned\x07</title></head><body><article><h1>\x1b[31mRed \u202eturned\x07</h1>"
    "<p>The [bold]harbour[/] was \x9b2J closed on Tuesday, and nobody who came there in the morning knew why that was.</p>"
    "<p>The \u2066harbour\u2069 master said that she had been told by a letter, and that the letter was not signed at all.</p>"
    "</article></body></html>"
)


def test_a_file_without_any_archive(run: Run, tmp_path: Path) -> None:
    """A file is looked at where there is no archive, and none is made: as JSON with the whole document and the page's lines."""
    ran = run("inspect", str(RELIT), home=tmp_path / "none")
    assert (ran.code, ran.err) == (0, "")
    found = json.loads(ran.out)
    assert found["document"]["title"] == "Fire returns to Brackwater as furnace is relit"
    assert {"zone": "discarded", "label": "share", "text": "Facebook", "paragraph": None} in found["lines"]
    assert (found["kind"], found["encoding"], found["language"]["chosen"]) == ("html", "utf-8", "en")
    assert not (tmp_path / "none").exists()


def test_an_article_of_the_archive(run: Run) -> None:
    """An article is looked at by its id, from the log; another of its captures only if it has it."""
    known = json.loads(run("search", "brackwater relit", "--limit", "1").out)["id"]
    found = json.loads(run("inspect", known[:10]).out)
    assert found["document"]["id"] == known
    position = str(found["position"])
    assert json.loads(run("inspect", known, "--capture", position).out)["position"] == found["position"]
    ran = run("inspect", known, "--capture", "9999")
    assert ran.code == 2
    assert f"there is {position}" in ran.err
    ran = run("inspect", "nosuch")
    assert (ran.code, ran.out) == (1, "")
    assert "no article “nosuch”" in ran.err
    assert "file" not in ran.err
    assert run("inspect", known, "--record", "2").code == 2


def test_a_file_that_is_not_there(run: Run, tmp_path: Path) -> None:
    """A path that leads nowhere is told as a file, with an archive and without."""
    for words in ({}, {"home": tmp_path / "none"}):
        for target in ("nosuch.html", "pages/nosuch"):
            ran = run("inspect", target, **words)
            assert (ran.code, ran.out) == (1, "")
            assert f"There is no file “{target}”." in ran.err
    assert run("inspect", " ").code == 2


def test_a_file_has_no_captures(run: Run, tmp_path: Path) -> None:
    """A capture's number is for an article of the archive; for a file it is refused as such."""
    page = tmp_path / "page.html"
    page.write_text("<h1>A headline</h1>", encoding="utf-8")
    ran = run("inspect", str(page), "--capture", "2")
    assert (ran.code, ran.out) == (2, "")
    assert f"“{page}” is a file" in ran.err


def test_an_earlier_version(run: Run, tmp_path: Path) -> None:
    """Of an article with two captures, the last one is shown unless the other is asked for."""
    home = tmp_path / "archive"
    first = page(1, ["Nothing more was known at first."])
    with Archive.open(str(home), create=True) as archive:
        archive.add_captures([first])
        archive.add_captures([page(1, ["Later it was all explained."])])
        identifier = archive.search("").hits[0].id
    texts = [
        json.loads(run("inspect", identifier, *words, home=home).out)["document"]["text"]
        for words in ([], ["--capture", "1"])
    ]
    assert ["explained" in text for text in texts] == [True, False]


def test_where_the_newest_version_is_none(run: Run, tmp_path: Path) -> None:
    """An error page that came in the article's place is shown as what it is, with how to see the version before."""
    home = tmp_path / "archive"
    error = msgspec.structs.replace(page(1), payload=b"<body><nav><a href='/'>Home</a></nav></body>")
    with Archive.open(str(home), create=True) as archive:
        archive.add_captures([page(1)])
        archive.add_captures([error])
        identifier = archive.search("").hits[0].id
    ran = run("inspect", identifier, home=home)
    assert ran.code == 1
    assert "--capture 1" in ran.err
    assert json.loads(run("inspect", identifier, "--capture", "1", home=home).out)["failure"] == ""


def test_a_page_from_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A page comes from standard input, with the address that is given for it."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(RELIT.read_bytes())))
    found = json.loads(run("inspect", "-", "--url", "https://relit.example/1", home=tmp_path / "none").out)
    assert (found["site"], found["document"]["url"]) == ("relit.example", "https://relit.example/1")


def test_one_page_of_many(run: Run) -> None:
    """Of a file that holds several pages one is shown, and how to see the next is said."""
    path = str(SAMPLES / "old-captures.warc.gz")
    first, second = (run("inspect", path, "--record", number) for number in ("1", "2"))
    assert "--record 2" in first.err
    assert json.loads(first.out)["document"]["id"] != json.loads(second.out)["document"]["id"]
    assert run("inspect", path, "--record", "999").code == 2
    assert run("inspect", str(SAMPLES)).code == 2


@pytest.mark.parametrize("target", ["http://127.0.0.1:9/page", "ftp://example.org/page", "https://[bad/"])
def test_addresses_are_fetched_by_the_usual_rules(run: Run, target: str) -> None:
    """What mustn't or can't be fetched is refused as `archive add` refuses it."""
    ran = run("inspect", target)
    assert (ran.code, ran.out) == (1, "")
    assert "fetched" in ran.err


def test_a_page_that_holds_no_article(run: Run, tmp_path: Path) -> None:
    """Why there is none is said, with the page's lines, and it fails."""
    (tmp_path / "menu.html").write_text("<body><nav><a href='/'>Home</a></nav></body>")
    ran = run("inspect", str(tmp_path / "menu.html"), "--format", "text")
    assert ran.code == 1
    assert "neither a headline nor a text" in ran.out
    assert "Home" in ran.out


@pytest.mark.parametrize("columns", [20, 80, 120])
def test_on_a_terminal(samples_home: Path, columns: int) -> None:
    """A person sees each zone beside its name, within the width, and then what was found with its evidence."""
    shown = on_terminal(samples_home, "inspect", str(RELIT), columns=columns, **NO_MODEL)
    assert max(len(line.rstrip()) for line in shown.lines) <= columns
    if columns > 20:
        assert "      title │ Fire returns to Brackwater as furnace is relit" in shown.lines
        assert " navigation │ News · Business · Sport · What's On · Public Notices · Home > News" in shown.lines
        assert any("✓ json-ld: “2025-09-02T19:49:00+01:00”" in line for line in shown.lines)
        assert any(line.startswith("Authors        Samir Haddad  stated by the page's data") for line in shown.lines)
        assert any("2025-09-02  day  …At six minutes past four on Tuesday" in line for line in shown.lines)
    assert "\x1b[" in shown.raw
    assert "[d:" not in shown.text


def test_kinds_are_told_apart_without_colours(samples_home: Path, run: Run) -> None:
    """Where nothing is coloured, names and dates stand in brackets with a letter, as the first line explains."""
    piped = run("inspect", str(RELIT), "--format", "text").out
    for text in (piped, on_terminal(samples_home, "inspect", str(RELIT), NO_COLOR="1").text):
        assert "In the text: [p:people]  [o:organisations]  [l:places]  [d:dates]" in text
        flat = " ".join(text.replace("│", " ").split())
        assert "on [d:Tuesday] [p:Colin Threlfall], the crane driver" in flat
        assert "from [l:Hull], [l:Leeds]" in flat
        assert "[o:Castellan Metals]" in flat
        assert "of the melting shop in [December], pressed the button" in flat


def test_all_that_was_cut(run: Run) -> None:
    """What was cut is shortened, and shown line by line if that is asked for."""
    short, whole = (run("inspect", str(RELIT), "--format", "text", *more).out for more in ([], ["--all"]))
    assert "more line" not in whole
    assert "│ Library opening hours to be extended" in whole
    assert len(whole.splitlines()) > len(short.splitlines())


def test_hostile_pages_are_safe_to_look_at(samples_home: Path, tmp_path: Path, run: Run) -> None:
    """Control characters, markup and turned text of a page never reach the terminal, in text and in JSON."""
    (tmp_path / "hostile.html").write_text(HOSTILE, encoding="utf-8")
    raw = on_terminal(samples_home, "inspect", str(tmp_path / "hostile.html"), NO_COLOR="1", **NO_MODEL).raw
    assert "[bold]harbour[/]" in raw
    assert "\x1b[31m" not in raw
    assert not set("\x07\x9b\u202e\u2066") & set(raw)
    assert not set("\x07\x9b\u202e\u2066") & set(run("inspect", str(tmp_path / "hostile.html")).out)


def test_the_model_that_proposed_names_is_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever counts names can say by what they were found: with the page, and with the archive."""
    home = tmp_path / "none"
    assert json.loads(run("inspect", str(RELIT), home=home).out)["model"].startswith("en_core_web_sm")
    assert "proposed by en_core_web_sm" in run("inspect", str(RELIT), "--format", "text", home=home).out
    assert json.loads(run("status").out)["models"][0].startswith("en: en_core_web_sm")
    assert "en: en_core_web_sm" in run("status", "--format", "text").out
    monkeypatch.setenv("ARCHIVE_MODELS", "en = none")
    assert json.loads(run("inspect", str(RELIT), home=home).out)["model"] == ""
    assert "by gazetteers and rules alone" in run("inspect", str(RELIT), "--format", "text", home=home).out


def test_a_model_that_is_not_installed_is_refused_without_an_archive(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A misspelt package is named, not passed over in silence."""
    monkeypatch.setenv("ARCHIVE_MODELS", "en = nosuch_model")
    ran = run("inspect", str(RELIT), home=tmp_path / "none")
    assert ran.code == 2
    assert "the package nosuch_model isn't installed here" in ran.err
