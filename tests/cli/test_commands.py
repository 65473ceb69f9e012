"""The other commands, as a user sees them."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from archiver import Archive
from archiver.cli.parser import COMMANDS
from tests.conftest import FEW, ROOT, unwritable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran

    Run = Callable[..., Ran]

PAGE = """<html lang="en"><head><title>Ferry returns to Lindmouth - The Lindmouth Post</title></head><body>
<article><h1>Ferry returns to Lindmouth</h1>
<p>The ferry between Lindmouth and the islands sailed again on Monday after a winter in dock, to the relief of traders.</p>
<p>Harbour master Ottoline Breck said that the engines had been replaced and that fares would not rise this year.</p>
<p>Passengers queued from early morning, and the first crossing was full before the gates had opened.</p>
</article></body></html>"""


def _first_id(run: Run, home: Path, *words: str) -> str:
    return str(json.loads(run("search", *words, "--limit", "1", home=home).out)["id"])


def _total(run: Run, home: Path, *words: str) -> int:
    return int(json.loads(run("search", *words, "--format", "json", home=home).out)["total"])


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_has_help_with_examples(run: Run, command: str) -> None:
    """--help of each command says what it does and shows examples that begin with its name."""
    ran = run(command, "--help")
    assert ran.code == 0
    assert f"  archive {command}" in ran.out[ran.out.index("examples:") :]


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_is_in_the_readme(command: str) -> None:
    """The README names each command."""
    assert f"archive {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_adding_and_finding(run: Run, tmp_path: Path) -> None:
    """What was added is found when the command returns; adding it again changes nothing and says so."""
    (tmp_path / "ferry.html").write_text(PAGE)
    home = tmp_path / "archive"
    first = run("add", str(tmp_path / "ferry.html"), home=home)
    assert (first.code, first.out) == (0, "1 added, 0 unchanged.\n")
    assert _total(run, home, "ferry Lindmouth") == 1
    again = run("add", str(tmp_path / "ferry.html"), home=home)
    assert (again.code, again.out) == (0, "0 added, 1 unchanged.\n")
    assert _total(run, home, "ferry") == 1


def test_standard_input_with_a_url(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page from standard input is known under the URL that is given with it."""
    home = tmp_path / "archive"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    url = "https://lindmouth-post.example/ferry"
    assert run("add", "-", "--url", url, home=home).code == 0
    shown = json.loads(run("show", url, home=home).out)
    assert shown["url"] == url
    assert shown["title"] == "Ferry returns to Lindmouth"


def test_bad_files_never_lose_good_ones(run: Run, tmp_path: Path) -> None:
    """A folder with broken files beside a good one: each is named with its reason, and the good one is found."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "good.html").write_text(PAGE)
    (folder / "empty.html").write_bytes(b"")
    (folder / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (folder / "latin.html").write_bytes(PAGE.replace("Lindmouth", "Lindm\xfcnde").encode("latin-1"))
    (folder / "nothing.html").write_text("<html><body></body></html>")
    (folder / "lines.jsonl").write_text('{"title": "Kept", "text": "This line is whole."}\nnot json\n{"title": 5}\n')
    home = tmp_path / "archive"
    ran = run("add", str(folder), home=home)
    assert ran.code == 1
    for name in ("empty.html", "picture.html", "nothing.html", "lines.jsonl"):
        assert name in ran.err
    assert _total(run, home, "ferry") == 2
    assert _total(run, home, "whole") == 1
    aside = [json.loads(line) for line in (home / "aside.jsonl").read_text().splitlines()]
    assert {entry["data"] for entry in aside} >= {"not json"}
    assert json.loads(run("status", home=home).out)["aside"] == len(aside)


def test_hostile_text_never_reaches_the_terminal(run: Run, tmp_path: Path) -> None:
    """Escape codes and markup in a page's title are shown as text or dropped, in every format."""
    title = "Ferry \x1b[2J\x1b]0;owned\x07 [bold red]returns[/] \u202eolleh [link=https://evil.example]x[/link]"
    (tmp_path / "page.html").write_text(PAGE.replace("Ferry returns to Lindmouth", title))
    home = tmp_path / "archive"
    assert run("add", str(tmp_path / "page.html"), home=home).code == 0
    identity = _first_id(run, home, "ferry")
    for words in (
        ["search", "ferry", "--format", "text"],
        ["search", "ferry", "--format", "json"],
        ["show", identity, "--format", "text"],
        ["show", identity, "--format", "json"],
        ["show", identity, "--format", "markdown"],
        ["export", "ferry"],
    ):
        out = run(*words, home=home).out
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", out)
        assert "[bold red]returns[/]" in out


def test_show_prints_the_article_with_its_evidence(run: Run, samples_home: Path) -> None:
    """Show prints title, body, facets, and where each date comes from."""
    identity = _first_id(run, samples_home, "steel mill", "--sort", "newest")
    document = json.loads(run("show", identity).out)
    text = run("show", identity, "--format", "text").out
    assert document["title"].split()[0] in text
    assert document["published"]["evidence"][0]["source"] in text
    assert run("show", identity[:6]).out == run("show", identity).out
    assert run("show", identity, "--format", "markdown").out.startswith(f"# {document['title']}")


def test_show_says_what_it_takes_to_cite(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Address and id come first; captures tell their number, whose time it is, and the digest; Markdown has them too."""
    monkeypatch.setenv("COLUMNS", "120")
    text = run("show", "c4571c08", "--format", "text").out
    url = "https://www.harrowvalecourier.example/2025/09/02/brackwater-relit"
    facts = text[text.index("\nURL ") + 1 :].splitlines()
    assert facts[0].split() == ["URL", url]
    assert facts[1].split() == ["Id", "c4571c08f86823dc008b"]
    captures = text[text.index("\nCaptures") :]
    assert re.search(r"Number \d+ in the log, imported \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC, captured then or", captures)
    document = json.loads(run("show", "c4571c08").out)
    (capture,) = document["captures"]
    assert capture["exact"] is False
    assert capture["digest"] in captures
    markdown = run("show", "c4571c08", "--format", "markdown").out
    for fact in (
        f"<{url}>",
        document["id"],
        capture["digest"],
        capture["captured_at"][:10],
        "captured then or earlier",
    ):
        assert fact in markdown

    (tmp_path / "ferry.html").write_text(
        PAGE.replace("<head>", '<head><link rel="canonical" href="https://l.example/f">')
    )
    home = tmp_path / "archive"
    run("add", str(tmp_path / "ferry.html"), home=home)
    identity = _first_id(run, home)
    assert "<https://l.example/f>" in run("show", identity, "--format", "markdown", home=home).out
    assert re.search(r"\nURL +https://l\.example/f\n", run("show", identity, "--format", "text", home=home).out)


def test_show_lists_each_mention_once_and_keeps_its_indents(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A period that is mentioned twice in the same words is listed once; evidence that wraps stays under its mark."""
    (tmp_path / "ferry.html").write_text(PAGE.replace("this year.", "in 1994. In 1994 they had."))
    home = tmp_path / "archive"
    run("add", str(tmp_path / "ferry.html"), home=home)
    assert run("show", _first_id(run, home), "--format", "text", home=home).out.count("“1994”") == 1
    monkeypatch.setenv("COLUMNS", "60")
    text = run("show", "c4571c08", "--format", "text").out
    assert "\n                 ✓ json-ld: “2025-09-02T19:49:00+01:00” =\n                   2025-09-02T19:49\n" in text


def test_show_of_what_is_not_there(run: Run) -> None:
    """An id that no article has is an error that says how to find one that has."""
    ran = run("show", "ffffffff")
    assert ran.code == 1
    assert "archive search" in ran.err


def test_facets_are_exact(run: Run, samples_home: Path) -> None:
    """Every count of a facet is the number of articles that a search for that value finds."""
    for line in run("facets", "people", "steel", "--limit", "1000").out.splitlines():
        count = json.loads(line)
        if count["value"] is not None:
            assert _total(run, samples_home, "steel", "--people", count["value"]) == count["count"]


def test_facets_say_that_there_are_more(run: Run) -> None:
    """Where a facet has more values than are listed, that and how to get them is said to a person; else nothing."""
    assert "--limit 20" in run("facets", "people", "mill", "--limit", "2", "--format", "text").err
    ran = run("facets", "people", "mill", "--limit", "2")
    assert (len(ran.out.splitlines()), ran.err) == (2, "")
    assert run("facets", "people", "mill", "--limit", "1000").err == ""
    chosen = run("facets", "people", "--limit", "2", "--people", "Jiri Tavrin", "--format", "text")
    assert "● Jiri Tavrin" in chosen.out
    assert "--limit 20" in chosen.err


def test_export_is_what_was_counted(run: Run, samples_home: Path, tmp_path: Path) -> None:
    """Export writes as many whole documents as the search counts, and they can be added to another archive."""
    ran = run("export", "steel", "--format", "jsonl")
    lines = [json.loads(line) for line in ran.out.splitlines()]
    assert len(lines) == _total(run, samples_home, "steel")
    assert all(line["text"] and line["id"] for line in lines)
    file = tmp_path / "steel.jsonl"
    assert run("export", "steel", "-o", str(file)).code == 0
    assert file.read_text(encoding="utf-8") == ran.out
    assert run("add", str(file), home=tmp_path / "other").code == 0
    again = [json.loads(line) for line in run("export", home=tmp_path / "other").out.splitlines()]
    for line in (*lines, *again):
        line["captures"] = []
    assert again == lines


def test_removing_and_adding_again(run: Run, few_home: Path) -> None:
    """A removed article is found no more, also after re-indexing, until it is added again."""
    identity = _first_id(run, few_home, "steel mill")
    before = _total(run, few_home)
    source = json.loads(run("show", identity, home=few_home).out)
    assert run("remove", identity, "--reason", "test", home=few_home).code == 0
    assert run("show", identity, home=few_home).code == 1
    assert _total(run, few_home) == before - 1
    assert run("reindex", home=few_home).code == 0
    assert _total(run, few_home) == before - 1
    assert run("remove", identity, home=few_home).code == 1
    assert run("add", *FEW, home=few_home).code == 0
    assert _total(run, few_home) == before
    assert json.loads(run("show", identity, home=few_home).out)["title"] == source["title"]


def test_purge_takes_the_bytes_out(run: Run, tmp_path: Path) -> None:
    """After a purge the words of the article are nowhere in log and indexes, and verify finds all in order."""
    import gzip

    (tmp_path / "ferry.html").write_text(PAGE)
    home = tmp_path / "archive"
    run("add", str(tmp_path / "ferry.html"), *FEW, home=home)
    run("reindex", home=home)
    assert any(b"Ottoline" in file.read_bytes() for file in (home / "index").rglob("*.store"))
    others = _total(run, home) - 1
    identity = _first_id(run, home, "Ottoline Breck")
    assert run("purge", identity, home=home).code == 2  # nobody there to ask
    assert run("purge", identity, "--yes", "--reason", "court order", home=home).code == 0
    for file in (home / "log").glob("*.gz"):
        assert b"Ottoline" not in gzip.decompress(file.read_bytes())
    for file in (home / "index").rglob("*.*"):
        assert b"ottoline" not in file.read_bytes().lower()
    assert _total(run, home) == others
    assert run("verify", home=home).code == 0


def test_several_ids_that_begin_alike(run: Run, few_home: Path) -> None:
    """An id that could be several is a mistake in the command (2) for each command, unless another article was done (1)."""
    ids = [json.loads(line)["id"] for line in run("search", "*", "--limit", "1000", home=few_home).out.splitlines()]
    digits = [identity[0] for identity in ids]
    several = next(digit for digit in digits if digits.count(digit) > 1)
    other = next(identity for identity in ids if identity[0] != several)
    for words in (["show", several], ["remove", several], ["purge", several, several, "--yes"]):
        ran = run(*words, home=few_home)
        assert (ran.code, ran.out) == (2, "")
        assert f"several ids begin with {several}" in ran.err
    assert run("remove", several, "ffffffffff", home=few_home).code == 1
    removed = run("remove", several, other, home=few_home)
    assert (removed.code, removed.out) == (1, f"{other} removed\n")


def test_reindex_rebuild_and_verify_change_nothing(run: Run, few_home: Path) -> None:
    """A new generation, and a catalogue made from the WARC files alone, give the same articles as before."""
    before = run("export", home=few_home).out
    assert run("reindex", home=few_home).code == 0
    assert run("export", home=few_home).out == before
    for file in (few_home / "log").glob("catalogue*"):
        file.unlink()
    assert run("rebuild", home=few_home).code == 0
    assert run("export", home=few_home).out == before
    verified = run("verify", home=few_home)
    assert (verified.code, verified.err) == (0, "")


def test_an_archive_that_may_only_be_read(few_home: Path, tmp_path: Path) -> None:
    """Whoever may only read an archive searches, shows, exports, verifies and asks its status; adding says why not."""
    page = tmp_path / "page.html"
    page.write_text(PAGE)
    with unwritable(few_home) as prefix:

        def archive(*words: str) -> subprocess.CompletedProcess[str]:
            command = [*prefix, sys.executable, "-m", "archiver", "--archive", str(few_home), *words]
            return subprocess.run(command, capture_output=True, text=True, check=False)

        found = archive("search", "mill", "--limit", "1")
        assert (found.returncode, found.stderr) == (0, "")
        shown = archive("show", json.loads(found.stdout)["id"])
        assert (shown.returncode, shown.stderr) == (0, "")
        for words in (["export", "mill"], ["status"], ["verify"], ["facets", "sites"]):
            ran = archive(*words)
            assert (ran.returncode, ran.stderr) == (0, "")
            assert ran.stdout
        added = archive("add", str(page))
        assert added.returncode == 1
        assert str(few_home) in added.stderr
        assert "damaged" not in added.stderr


def test_what_the_log_has_lost_is_told(run: Run, few_home: Path) -> None:
    """Where the end of the log is lost, a rebuild says from where on, and adding and re-indexing go on without mixing."""
    (warc,) = (few_home / "log").glob("*.warc.gz")
    os.truncate(warc, warc.stat().st_size - 3000)
    for file in (few_home / "log").glob("catalogue*"):
        file.unlink()
    before = _total(run, few_home)
    rebuilt = run("rebuild", home=few_home)
    assert rebuilt.code == 1
    assert re.search(r"positions from \d+ on is lost", rebuilt.err)
    status = json.loads(run("status", home=few_home).out)
    assert (status["behind"], status["ahead"]) == (0, 0)
    assert _total(run, few_home) == before
    assert "that the log doesn't have" in run("verify", home=few_home).out
    assert run("add", *FEW, home=few_home).code == 0
    assert run("reindex", home=few_home).code == 0
    assert "that the log doesn't have" not in run("verify", home=few_home).out


def test_an_old_copy_of_the_log_is_noticed(run: Run, few_home: Path, tmp_path: Path) -> None:
    """With an older copy of the log beside a newer index, status says so, add refuses, and a re-index puts it right."""
    shutil.copytree(few_home / "log", tmp_path / "old")
    page = tmp_path / "page.html"
    page.write_text(PAGE)
    assert run("add", str(page), home=few_home).code == 0
    shutil.rmtree(few_home / "log")
    shutil.copytree(tmp_path / "old", few_home / "log")
    assert json.loads(run("status", home=few_home).out)["ahead"] == 1
    refused = run("add", str(page), home=few_home)
    assert (refused.code, "archive reindex" in refused.err) == (1, True)
    assert run("reindex", home=few_home).code == 0
    assert run("add", str(page), home=few_home).code == 0
    assert _total(run, few_home, "ottoline") == 1


def test_verify_looks_at_the_index(run: Run, few_home: Path) -> None:
    """A damaged file of the index is found by verify, which names it and the way out."""
    terms = next((few_home / "index").glob("*/segments/*.term"))
    content = bytearray(terms.read_bytes())
    content[100] ^= 0xFF
    terms.unlink()  # it may still be mapped into memory
    terms.write_bytes(content)
    verified = run("verify", home=few_home)
    assert verified.code == 1
    assert terms.name in verified.out
    assert "archive reindex" in verified.out
    assert run("reindex", home=few_home).code == 0
    assert run("verify", home=few_home).code == 0


def test_a_damaged_index_is_said_by_search_and_status_and_completes_nothing(run: Run, few_home: Path) -> None:
    """Where the index can't be opened search and status say so with the way out, and a shell that completes gets nothing."""
    terms = next((few_home / "index").glob("*/segments/*.term"))
    terms.unlink()
    terms.write_bytes(b"0123456789")
    searched = run("search", "mill", home=few_home)
    assert searched.code == 1
    assert "is damaged" in searched.err
    assert "archive reindex" in searched.err
    status = run("status", "--format", "text", home=few_home).out
    assert "“archive reindex”: generation 000001 can't be read: it is damaged" in " ".join(status.split())
    assert "archive add" not in status
    assert run("complete", "place:brack", home=few_home) == (0, "", "")
    assert run("reindex", "--if-needed", home=few_home).code == 0
    assert run("complete", "place:brack", home=few_home).out


def test_what_was_removed_says_when_and_why(run: Run, own_home: Path, tmp_path: Path) -> None:
    """An article that was removed or purged isn't shown, but the reason is; added again it is there, and that is told."""
    page = tmp_path / "ferry.html"
    page.write_text(PAGE)
    run("add", str(page), home=own_home)
    identity = _first_id(run, own_home, "Ottoline Breck")
    for words, verb in ((("remove", identity), "removed"), (("purge", identity, "--yes"), "purged")):
        assert run(*words, "--reason", "a letter of 3 May", home=own_home).code == 0
        shown = run("show", identity, home=own_home)
        assert shown.code == 1
        assert f"was {verb} on 20" in shown.err
        assert "a letter of 3 May" in shown.err
        added = run("add", str(page), home=own_home)
        assert (added.code, added.out) == (0, "1 added, 0 unchanged.\n")
        assert "found again" in added.err
        assert run("show", identity, home=own_home).code == 0


def test_a_headline_without_a_text_is_told(run: Run, tmp_path: Path) -> None:
    """A page with a headline and no text, as scripts leave it, is added, and that its text is missing is said."""
    page = tmp_path / "empty.html"
    page.write_text("<html><head><meta property='og:title' content='Ferry returns'></head><body></body></html>")
    added = run("add", str(page), home=tmp_path / "archive")
    assert (added.code, added.out) == (0, "1 added, 0 unchanged.\n")
    assert "only a headline" in added.err


def test_what_holds_no_article_is_counted_among_what_was_added(run: Run, tmp_path: Path) -> None:
    """Of two files that were stored, one of which is a menu, the last line says how many there are and how many aren't found."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "ferry.html").write_text(PAGE)
    (tmp_path / "pages" / "menu.html").write_text("<body><nav><a href='/'>Home</a></nav></body>")
    ran = run("add", str(tmp_path / "pages"), home=tmp_path / "archive")
    assert (ran.code, ran.out) == (1, "2 added (1 of them without an article), 0 unchanged.\n")
    assert "menu.html: has neither a headline nor a text" in ran.err


def test_a_page_is_found_under_the_address_that_it_states(run: Run, tmp_path: Path) -> None:
    """A saved page without an address of its own is shown under the canonical one, and hits link to that."""
    page = tmp_path / "saved.html"
    address = "https://lindmouth-post.example/ferry-returns"
    page.write_text(PAGE.replace("</title>", f"</title><link rel=canonical href='{address}'>"))
    home = tmp_path / "archive"
    run("add", str(page), home=home)
    assert json.loads(run("search", "ferry", home=home).out)["url"] == address
    assert json.loads(run("show", address, home=home).out)["title"] == "Ferry returns to Lindmouth"
    assert run("remove", address, home=home).code == 0
    assert _total(run, home) == 0


def test_an_archive_in_a_folder_that_is_added(run: Run, tmp_path: Path) -> None:
    """An archive inside a folder that is added isn't read: what was removed from it doesn't come back."""
    (tmp_path / "page.html").write_text(PAGE)
    home = tmp_path / "archive"
    run("add", str(tmp_path), home=home)
    run("remove", _first_id(run, home, "Ottoline Breck"), home=home)
    (tmp_path / "page.html").unlink()
    (tmp_path / "other.html").write_text(PAGE.replace("Ferry", "Boat"))
    assert run("add", str(tmp_path), home=home).code == 0
    assert _total(run, home) == 1


def test_what_was_refused_of_a_purged_article_goes_too(run: Run, tmp_path: Path) -> None:
    """A line that was refused under the address of a purged article is taken out of the list of what couldn't be used."""
    lines = tmp_path / "lines.jsonl"
    home = tmp_path / "archive"
    story = {"url": "https://s.example/secret", "title": "Harbour", "text": "The zanzibarian harbour is open again."}
    lines.write_text(json.dumps({**story, "authors": 5}) + "\n" + json.dumps({"url": "https://s.example/other"}) + "\n")
    assert run("add", str(lines), home=home).code == 1
    lines.write_text(json.dumps(story))
    assert run("add", str(lines), home=home).code == 0
    assert b"zanzibarian" in (home / "aside.jsonl").read_bytes()
    assert run("purge", "https://s.example/secret", "--yes", home=home).code == 0
    assert b"zanzibarian" not in (home / "aside.jsonl").read_bytes()
    assert b"s.example/other" in (home / "aside.jsonl").read_bytes()


def test_a_purge_can_be_asked_for_again(run: Run, own_home: Path) -> None:
    """Purging what is purged already, as after a purge that was stopped, succeeds."""
    identity = _first_id(run, own_home, "steel mill")
    assert run("purge", identity, "--yes", home=own_home).code == 0
    assert run("purge", identity, "--yes", home=own_home).code == 0


def test_what_is_stored_and_not_indexed_is_told(run: Run, few_home: Path) -> None:
    """Where the index lags behind the log, a search and a verification say so, and the next add mends it."""
    shutil.rmtree(few_home / "index")
    with Archive.open(str(few_home)) as archive:
        archive.engine.switch(archive.engine.create(context_digest=archive.normaliser.context_digest))
    assert "not indexed yet" in run("search", "mill", "--format", "text", home=few_home).out
    verified = run("verify", home=few_home)
    assert verified.code == 0
    assert "aren't indexed yet" in verified.err
    assert run("add", *FEW, home=few_home).code == 0
    assert run("verify", home=few_home).err == ""


def test_a_damaged_record_does_not_stop_a_reindex(run: Run, few_home: Path) -> None:
    """Where a capture's bytes are damaged, re-indexing tells of it, and all other articles are found afterwards."""
    (warc,) = (few_home / "log").glob("*.warc.gz")
    before = _total(run, few_home)
    content = bytearray(warc.read_bytes())
    content[len(content) // 2] ^= 0xFF
    warc.write_bytes(content)
    verified = run("verify", home=few_home)
    assert (verified.code, len(verified.out.splitlines())) == (1, 1)
    reindexed = run("reindex", home=few_home)
    assert reindexed.code == 1
    assert warc.name in reindexed.err
    assert before - 1 <= _total(run, few_home) <= before


def test_status_counts(run: Run, samples_home: Path) -> None:
    """Status tells documents, captures, sizes, generations and engine."""
    status = json.loads(run("status").out)
    assert status["documents"] == _total(run, samples_home)
    assert status["captures"] >= status["documents"] > 40
    assert status["log_size"] > 0
    assert [generation["current"] for generation in status["generations"]] == [True]
    assert status["engine"]
    text = run("status", "--format", "text").out
    assert "Documents" in text
    assert "earlier versions of articles count, too" in text


def test_status_names_what_was_kept_aside_and_removed(
    run: Run, own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Status says where that is which couldn't be used, and how many articles were removed."""
    (tmp_path / "empty.html").touch()
    assert run("add", str(tmp_path / "empty.html"), home=own_home).code == 1
    assert run("remove", "c4571c08", home=own_home).code == 0
    monkeypatch.setenv("COLUMNS", "300")
    text = run("status", "--format", "text", home=own_home).out
    assert f"1 entry in {own_home}/aside.jsonl" in text
    assert "1 article removed or purged" in text
    assert "and removed ones" in text


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_completion_scripts(run: Run, shell: str) -> None:
    """The completion script names every command."""
    script = run("completion", shell).out
    assert all(command.name in script for command in COMMANDS)


def test_a_closed_pipe_is_no_error(samples_home: Path) -> None:
    """`archive export | head -1` ends quietly."""
    ran = subprocess.run(
        f"{sys.executable} -m archiver export | head -c 10",
        shell=True,
        capture_output=True,
        text=True,
        env={"ARCHIVE_HOME": str(samples_home), "PATH": "/usr/bin:/bin"},
        check=True,
        cwd=ROOT,
    )
    assert ran.stderr == ""
    assert len(ran.stdout) == 10


def test_usage_errors_exit_with_2(run: Run) -> None:
    """A command that doesn't exist, or an option that doesn't, exits with 2 and prints to stderr alone."""
    for words in (["frobnicate"], ["search", "--frobnicate"], [], ["add"]):
        ran = run(*words)
        assert ran.code == 2
        assert ran.out == ""
        assert ran.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["search", "--frobnicate"], "there is no option --frobnicate"),
        (["search", "mill", "--limits=3"], "is --limit meant?"),
        (["search", "--limit", "x"], "--limit: must be a whole number from 1"),
        (["status", "mill"], "“mill” is one too many"),
        (["serch", "mill"], "is search meant?"),
        (["facets", "peopel"], "is people meant?"),
        (["search", "mill", "--all-words", "--any-word"], "--any-word: not allowed with argument --all-words"),
        (["facets", "quux"], "there are people, organisations"),
        (["facets"], "required: FIELD\n"),
    ],
)
def test_usage_errors_are_short_and_name_what_is_near(run: Run, words: list[str], said: str) -> None:
    """A usage error says in a line what is wrong, and in another how this command is used."""
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    message, usage = ran.err.splitlines()
    command = "archive" if words[0] == "serch" else f"archive {words[0]}"
    assert message.startswith(f"{command}: ")
    assert usage.startswith(f"Usage: {command} [OPTIONS]")


def test_the_command_alone_gives_an_overview(run: Run) -> None:
    """`archive` without a command lists the commands, on stderr, as usage errors do."""
    ran = run()
    assert (ran.code, ran.out) == (2, "")
    assert all(f"    {command.name} " in ran.err for command in COMMANDS)
