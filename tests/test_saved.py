"""Saved searches: what is new since the last run, on both engines; the files; and the commands."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver import Archive
from archiver.errors import ArchiveError, QueryError, UsageError
from archiver.query.tree import Query, Word
from archiver.saved import FILE, FOLDER, SavedSearches, checked_name, iter_new, told_apart

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran


def add(archive: Archive, folder: Path, *numbers: int, text: str = "A steel mill.", site: str = "The Post") -> None:
    """Add articles with these numbers."""
    source = folder / f"{min(numbers)}-{len(text)}.jsonl"
    rows = (
        {
            "url": f"https://saved.example/{number}",
            "title": f"Story {number}",
            "text": f"{text} Number {number}.",
            "site": site,
            "language": "en",
        }
        for number in numbers
    )
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert archive.add(str(source)).stored == len(numbers)


@pytest.fixture
def archive(home: Path, tmp_path: Path) -> Archive:
    """An archive of three articles, on each engine."""
    made = Archive.open(str(home), create=True)
    add(made, tmp_path, 1, 2)
    add(made, tmp_path, 3, text="A ferry.")
    return made


def numbers(ids: object, archive: Archive) -> set[str]:
    """The numbers of the articles with these ids."""
    return {(archive.get(each).url or "").rpartition("/")[2] for each in ids}  # type: ignore[attr-defined]


def test_new_is_what_is_found_now_and_was_not_then(archive: Archive, tmp_path: Path) -> None:
    """Saving runs the search once; each run then tells what has come since the one before, and what has gone."""
    with archive:
        kept = archive.save("mills", "mill")
        assert (kept.total, kept.ran_at is not None) == (2, True)
        assert archive.run_saved("mills").new == frozenset()
        add(archive, tmp_path, 4, 5)
        add(archive, tmp_path, 6, text="A quay.")
        run = archive.run_saved("mills")
        assert numbers(run.new, archive) == {"4", "5"}
        assert {hit.id for hit in run.news} == run.new
        assert (run.page.total, run.gone, run.since) == (4, 0, run.search.ran_at)
        archive.remove("https://saved.example/1")
        run = archive.run_saved("mills")
        assert (run.new, run.gone, run.page.total) == (frozenset(), 1, 3)
        assert archive.saved()[0].total == 3


def test_an_article_that_begins_to_match_is_new(archive: Archive, tmp_path: Path) -> None:
    """Also where it was there before, and another version of it is what matches."""
    with archive:
        archive.save("mills", "mill")
        add(archive, tmp_path, 3, text="A ferry to the steel mill.")
        assert numbers(archive.run_saved("mills").new, archive) == {"3"}


def test_a_run_that_fails_is_not_remembered(archive: Archive, tmp_path: Path) -> None:
    """What it would have told as new is told by the next one."""
    with archive:
        archive.save("mills", "mill")
        add(archive, tmp_path, 4)
        stopped = archive.running_saved("mills")
        assert len(stopped.__enter__().new) == 1
        assert not stopped.__exit__(RuntimeError, RuntimeError(), None)
        assert len(archive.run_saved("mills").new) == 1
        assert len(archive.run_saved("mills").new) == 0
        assert sorted(path.suffix for path in (tmp_path / "archive" / FOLDER).iterdir()) == [".gz", ".lock", ".lock"]


def test_options_are_kept(archive: Archive, tmp_path: Path) -> None:
    """Filters, order and the ways of words are those of the search that was saved."""
    with archive:
        add(archive, tmp_path, 4, site="The Courier")
        archive.save("not courier", "mill", without={"sites": ["The Courier"]})
        assert archive.run_saved("not courier").page.total == 2
        archive.save("courier", "mill", sites=["The Courier"], sort="title", matching="all", newer=False)
        run = archive.run_saved("courier")
        assert [hit.title for hit in run.page.hits] == ["Story 4"]
        assert (run.search.sort, run.search.matching, run.search.newer) == ("title", "all", False)
        assert [each.name for each in archive.saved()] == ["courier", "not courier"]


def test_many_new_articles_come_in_the_order_of_the_search(archive: Archive, tmp_path: Path) -> None:
    """However they are looked for: by their ids where they are few, and among all hits where they are many."""
    with archive:
        add(archive, tmp_path, *range(10, 700))
        asked = Query(Word("mill"), sort="title")
        hits = [hit.id for hit in archive.reader.search(asked._replace(limit=1000)).hits]
        assert len(hits) == 692
        for chosen in (hits[::2], hits[1:], hits[::40], hits[5:6], []):
            assert [hit.id for hit in iter_new(archive.reader, asked, frozenset(chosen))] == chosen


def test_a_name_is_taken_once(archive: Archive) -> None:
    """Another search takes its place only if that is said, and then begins anew."""
    with archive:
        archive.save("mine", "mill")
        with pytest.raises(UsageError, match="already"):
            archive.save("mine", "ferry")
        assert archive.saved()[0].query == "mill"
        archive.save("mine", "ferry", replace=True)
        run = archive.run_saved("mine")
        assert (run.page.total, run.new, run.gone) == (1, frozenset(), 0)
        archive.unsave("mine")
        assert archive.saved() == ()
        with pytest.raises(UsageError, match="no saved search"):
            archive.run_saved("mine")


def test_a_search_that_cannot_be_asked_is_not_kept(archive: Archive) -> None:
    """It is refused as a search is."""
    with archive:
        for bad in ({"query": "(mill"}, {"after": "soon"}, {"sort": "colour"}, {"moods": ["good"]}):
            with pytest.raises((QueryError, UsageError)):
                archive.save("bad", **bad)  # type: ignore[arg-type]
        assert archive.saved() == ()


# Names.


@pytest.mark.parametrize("name", ["mills", "Steel mills 2", "a.b_c-d", "água", "इस्पात", "钢铁厂", "x" * 80, "7"])
def test_names_of_any_language(name: str) -> None:
    """Letters and digits of any script, and a few signs, make a name."""
    assert checked_name(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "-x",
        ".",
        "..",
        "../up",
        "a/b",
        "a\\b",
        "a\nb",
        "a\x1b[31m",
        "a\u202eb",
        " a",
        "a ",
        "a\0",
        "x" * 81,
        "a:b",
        "*",
    ],
)
def test_hostile_names_are_refused(name: str) -> None:
    """No name leads to another folder, is taken for an option, or turns a terminal over."""
    with pytest.raises(UsageError, match="name is made of"):
        checked_name(name)


def test_one_spelling_of_a_name() -> None:
    """However its accents were typed."""
    assert checked_name("a\u0301gua") == "água"


# What is new, as sets say it.


@given(st.sets(st.text("abc", max_size=3)), st.sets(st.text("abc", max_size=3)))
def test_lists_are_told_apart(now: set[str], then: set[str]) -> None:
    """Each id comes once, in order, with where it is."""
    rows = list(told_apart(sorted(now), sorted(then)))
    assert [row[0] for row in rows] == sorted(now | then)
    assert {each for each, is_now, _ in rows if is_now} == now
    assert {each for each, _, was in rows if was} == then


# The files.


@pytest.fixture
def kept(own_home: Path) -> Path:
    """An archive of the samples with one saved search."""
    with Archive.open(str(own_home)) as archive:
        archive.save("mills", '"steel mill"', after="2025")
    return own_home


def test_the_file_can_be_read_by_people(kept: Path) -> None:
    """It says what is asked, in lines."""
    text = (kept / FILE).read_text("utf-8")
    assert '      "query": "\\"steel mill\\"",\n' in text
    assert json.loads(text)["saved"][0]["after"] == "2025"
    (ids,) = (kept / FOLDER).glob("*.ids.gz")
    listed = subprocess.run(["gzip", "-dc", ids], capture_output=True, text=True, check=True).stdout.split()
    with Archive.open(str(kept)) as archive:
        assert listed == sorted(hit.id for hit in archive.run_saved("mills", limit=100).page.hits)


def test_a_search_may_be_written_by_hand(kept: Path) -> None:
    """One that never ran counts all articles as new."""
    text = json.loads((kept / FILE).read_text("utf-8"))
    text["saved"].append({"name": "by hand", "query": "ferry"})
    (kept / FILE).write_text(json.dumps(text), "utf-8")
    with Archive.open(str(kept)) as archive:
        run = archive.run_saved("by hand")
        assert (len(run.new), run.since) == (run.page.total, None)
        assert archive.run_saved("by hand").new == frozenset()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"saved": 3}', '{"saved": [{"query": "x"}]}', '{"saved": [{"name": 1}]}', "\udcff"]
)
def test_a_damaged_file_is_told(kept: Path, text: str) -> None:
    """It is named, and what can be done; and it is left as it is."""
    (kept / FILE).write_text(text, "utf-8", errors="surrogateescape")
    before = (kept / FILE).read_bytes()
    with Archive.open(str(kept)) as archive:
        for act in (archive.saved, lambda: archive.run_saved("mills"), lambda: archive.save("x", "y")):
            with pytest.raises(ArchiveError, match=r"saved\.json can't be read"):
                act()
    assert (kept / FILE).read_bytes() == before


def test_damaged_ids_are_told(kept: Path) -> None:
    """They are named, and what to do; without them everything is new."""
    (ids,) = (kept / FOLDER).glob("*.ids.gz")
    ids.write_bytes(ids.read_bytes()[:-9])
    with Archive.open(str(kept)) as archive:
        with pytest.raises(ArchiveError, match="Delete it"):
            archive.run_saved("mills")
        ids.unlink()
        run = archive.run_saved("mills")
        assert len(run.new) == run.page.total > 0


def test_two_runs_at_once_tell_news_once(kept: Path, tmp_path: Path) -> None:
    """The second one waits for the first, and finds nothing new."""
    told: list[int] = []

    def run_too() -> None:
        with Archive.open(str(kept)) as other:
            told.append(len(other.run_saved("all").new))

    with Archive.open(str(kept)) as archive:
        archive.save("all")
        add(archive, tmp_path, 1, 2)
        second = threading.Thread(target=run_too)
        with archive.running_saved("all") as first:
            second.start()
            told.append(len(first.new))
        second.join()
    assert told == [2, 0]


def test_an_archive_may_begin_with_saved_searches(kept: Path) -> None:
    """The folder still is one where the log is lost, and is to be filled again."""
    import shutil

    for part in ("log", "index"):
        shutil.rmtree(kept / part)
    (kept / "aside.jsonl").unlink(missing_ok=True)
    with Archive.open(str(kept), create=True) as archive:
        assert archive.saved()[0].name == "mills"


def test_folder_is_left_alone_until_something_is_saved(own_home: Path) -> None:
    """Listing makes no files."""
    with Archive.open(str(own_home)) as archive:
        assert archive.saved() == ()
    assert not (own_home / FOLDER).exists()
    assert SavedSearches(str(own_home)).all() == ()


# The commands.


def test_saving_and_running(run: Callable[..., Ran], own_home: Path, tmp_path: Path) -> None:
    """A search is kept with its filters, run as a search is, and tells what is new."""
    assert "11 articles now" in run("save", "mills", '"steel mill"', "-Sindh", home=own_home).out
    again = run("save", "mills", "ferry", home=own_home)
    assert (again.code, "--replace" in again.err) == (2, True)
    lines = [json.loads(line) for line in run("run", "mills", "--limit", "20", home=own_home).out.splitlines()]
    assert [line["new"] for line in lines] == [False] * 11
    with Archive.open(str(own_home)) as archive:
        add(archive, tmp_path, 1, 2)
    news = run("run", "mills", "--new", home=own_home)
    assert {json.loads(line)["title"] for line in news.out.splitlines()} == {"Story 1", "Story 2"}
    assert news.err == ""
    assert run("run", "mills", "--new", home=own_home)[:3] == (0, "", "")


def test_a_run_for_people_marks_what_is_new(run: Callable[..., Ran], own_home: Path, tmp_path: Path) -> None:
    """The first line says how many are new, and each of them carries a mark; --new shows them alone."""
    run("save", "mills", "steel mill", home=own_home)
    with Archive.open(str(own_home)) as archive:
        add(archive, tmp_path, 1, text="Steel mill, steel mill.")
    with Archive.open(str(own_home)) as archive, pytest.raises(KeyboardInterrupt), archive.running_saved("mills"):
        raise KeyboardInterrupt  # stopped on the way: it doesn't count
    shown = run("run", "mills", "--format", "text", "--limit", "100", home=own_home).out
    assert "1 new since" in shown
    assert shown.count("new · ") == 1
    shown = run("run", "mills", "--format", "text", "--new", home=own_home).out
    assert "nothing new since" in shown
    assert "Story" not in shown
    whole = json.loads(run("run", "mills", "--format", "json", home=own_home).out)
    assert (whole["name"], whole["new"], len(whole["hits"])) == ("mills", 0, 10)
    assert "past the end" in run("run", "mills", "--format", "text", "--page", "99", home=own_home).out


def test_news_that_nobody_reads_stay_new(own_home: Path, tmp_path: Path) -> None:
    """Where the reader of the output is gone before all is written, the run doesn't count."""
    with Archive.open(str(own_home)) as archive:
        archive.save("mills", "mill")
        add(archive, tmp_path, *range(1, 400))
    program = "import sys; from archiver.cli import main; sys.exit(main(['run', 'mills', '--new']))"
    process = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, env={"ARCHIVE_HOME": str(own_home)}
    )
    assert process.stdout
    process.stdout.close()
    assert process.wait() == 0
    with Archive.open(str(own_home)) as archive:
        assert len(archive.run_saved("mills").new) == 399


def test_more_news_than_wanted_are_told(run: Callable[..., Ran], own_home: Path, tmp_path: Path) -> None:
    """New articles that a run didn't print stay new, whether it was to print a page or the new ones; it says how many."""
    run("save", "mills", "mill", home=own_home)
    with Archive.open(str(own_home)) as archive:
        add(archive, tmp_path, 1, 2, 3)
    ran = run("run", "mills", "--new", "--limit", "1", home=own_home)
    assert len(ran.out.splitlines()) == 1
    assert "2 more articles are new" in ran.err
    ran = run("run", "mills", "--limit", "1", "--page", "99", home=own_home)
    assert (ran.out, "2 more articles are new" in ran.err) == ("", True)
    assert len(run("run", "mills", "--new", home=own_home).out.splitlines()) == 2
    assert run("run", "mills", "--new", home=own_home).out == ""


def test_listing_and_forgetting(run: Callable[..., Ran], own_home: Path) -> None:
    """The list has each search with what it asks and found; what isn't there is said, and the others are forgotten."""
    assert "No search is saved yet" in run("saved", "--format", "text", home=own_home).out
    run("save", "b", "furnace", "--people", "Colin Threlfall", "--after", "2025", "--any-word", home=own_home)
    run("save", "a", home=own_home)
    shown = run("saved", "--format", "text", home=own_home).out
    assert "furnace · any word · people: Colin Threlfall · after 2025" in shown
    assert shown.index("every article") < shown.index("furnace")
    assert [json.loads(line)["name"] for line in run("saved", home=own_home).out.splitlines()] == ["a", "b"]
    ran = run("unsave", "a", "nope", "b", home=own_home)
    assert (ran.code, "“nope”" in ran.err) == (2, True)
    assert run("saved", home=own_home).out == ""


def test_a_near_name_is_offered(run: Callable[..., Ran], own_home: Path) -> None:
    """A name that there isn't is a mistake in the command."""
    run("save", "mills", "mill", home=own_home)
    ran = run("run", "mils", home=own_home)
    assert (ran.code, ran.out) == (2, "")
    assert "Is “mills” meant?" in ran.err
