"""`archive search`, as a user sees it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran

    Run = Callable[..., Ran]

HIT_FIELDS = ["id", "score", "title", "site", "url", "authors", "published", "highlights"]


def _hits(ran: Ran) -> list[dict[str, object]]:
    assert ran.code == 0, ran.err
    return [json.loads(line) for line in ran.out.splitlines()]


def test_a_pipe_gets_one_json_object_a_hit(run: Run) -> None:
    """Into a pipe, each hit is a line of JSON with the documented names."""
    hits = _hits(run("search", "Steel Mill"))
    assert hits
    assert all(list(hit) == HIT_FIELDS for hit in hits)


def test_phrases_come_first(run: Run) -> None:
    """Two words find articles with both; those where they stand together come before those where they are far apart."""
    together = {hit["id"] for hit in _hits(run("search", '"steel mill"', "--limit", "100"))}
    ranked = [hit["id"] in together for hit in _hits(run("search", "Steel", "Mill", "--limit", "100"))]
    assert True in ranked
    assert False in ranked
    assert ranked == sorted(ranked, reverse=True)


def test_the_json_object_adds_up(run: Run) -> None:
    """The JSON object holds the query, the total, the hits and facets; choosing a value gives as many hits as it counted."""
    page = json.loads(run("search", "steel", "--format", "json").out)
    assert list(page) == ["query", "total", "took_ms", "hits", "facets"]
    assert page["query"] == "steel"
    assert page["total"] == len(_hits(run("search", "steel", "--limit", "1000")))
    for option, facet in (("--people", "people"), ("--places", "places"), ("--site", "sites")):
        for count in page["facets"][facet]:
            if count["value"] is not None:
                chosen = json.loads(run("search", "steel", option, count["value"], "--format", "json").out)
                assert chosen["total"] == count["count"]
                assert {"value": count["value"], "count": count["count"], "selected": True} in chosen["facets"][facet]


def test_pages_neither_repeat_nor_skip(run: Run) -> None:
    """Going through the pages to the end gives every article once, as many as the total says."""
    for order in ("relevance", "newest", "oldest", "title"):
        seen: list[object] = []
        page = 1
        while hits := _hits(run("search", "*", "--sort", order, "--limit", "7", "--page", str(page))):
            seen += [hit["id"] for hit in hits]
            page += 1
        assert len(seen) == len(set(seen)) == json.loads(run("search", "--format", "json").out)["total"]


def test_text_shows_hits_facets_and_total(run: Run) -> None:
    """For people: the total, numbered titles, passages and facets with counts."""
    ran = run("search", "Steel Mill", "--format", "text")
    assert ran.code == 0
    assert "articles for Steel Mill" in ran.out
    assert "People" in ran.out
    assert "Places" in ran.out
    assert " 1 " in ran.out


def test_a_narrow_terminal_has_its_facets_below(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a narrow terminal the facets follow the hits; in a wide one they stand beside them."""
    monkeypatch.setenv("COLUMNS", "60")
    narrow = run("search", "Steel Mill", "--format", "text", "--limit", "3").out.splitlines()
    monkeypatch.setenv("COLUMNS", "140")
    wide = run("search", "Steel Mill", "--format", "text", "--limit", "3").out.splitlines()
    people = next(i for i, line in enumerate(narrow) if "People" in line)
    assert people > max(i for i, line in enumerate(narrow) if line.lstrip().startswith("3 "))
    assert next(i for i, line in enumerate(wide) if "People" in line) < 4
    assert all(len(line) <= 60 for line in narrow)


def test_colours_only_where_they_are_wanted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Output that isn't a terminal has no escape codes; NO_COLOR takes colours from one that is."""
    assert "\x1b" not in run("search", "mill", "--format", "text").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in run("search", "mill", "--format", "text").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[33" not in run("search", "mill", "--format", "text").out


def test_nothing_found_says_which_word(run: Run) -> None:
    """A word that no article holds is named, and the nearest one that there is, offered."""
    ran = run("search", "stel mill", "--format", "text")
    assert ran.code == 0
    assert "No article holds “stel”" in ran.out
    assert "steel" in ran.out
    assert run("search", "stel mill").out == ""


def test_words_that_never_meet_are_counted_one_by_one(run: Run) -> None:
    """Where each word is found but never together, each one's count is told."""
    ran = run("search", "title:steel language:ar", "--format", "text")
    assert "no article matches all" in ran.out


def test_a_mistake_is_shown_in_its_place(run: Run) -> None:
    """A query that can't be read is printed with a mark under the place, and the exit code is 2."""
    ran = run("search", 'steel "mill')
    assert ran.code == 2
    assert ran.out == ""
    message, query, mark = ran.err.splitlines()
    assert "never closed" in message
    assert query[mark.index("^")] == '"'


def test_an_unknown_field_gets_the_nearest(run: Run) -> None:
    """A field that doesn't exist is refused, and the nearest offered."""
    ran = run("search", "titel:steel")
    assert ran.code == 2
    assert "Did you mean title:" in ran.err


@pytest.mark.parametrize("words", [["--limit", "0"], ["--sort", "size"], ["--facets", "colours"], ["--after", "soon"]])
def test_bad_options_are_usage_errors(run: Run, words: list[str]) -> None:
    """An option with a value that can't be used exits with 2 and says why."""
    ran = run("search", "mill", *words)
    assert ran.code == 2
    assert ran.err
    assert ran.out == ""


def test_a_folder_that_is_no_archive(run: Run, tmp_path: Path) -> None:
    """Searching a folder that isn't an archive fails with what to do next."""
    ran = run("search", "mill", home=tmp_path)
    assert ran.code == 1
    assert "archive add" in ran.err


def test_bounds_are_right_to_the_day(run: Run) -> None:
    """--after and --before split the dated articles in two, with nothing in both and nothing lost."""
    dated = len(_hits(run("search", "published:0001..9999", "--limit", "1000")))
    for day in ("2025", "2025-09", "2025-09-02"):
        late = _hits(run("search", "--after", day, "--limit", "1000"))
        early = _hits(run("search", "--before", day, "--limit", "1000"))
        assert not {hit["id"] for hit in late} & {hit["id"] for hit in early}
        assert all(str(hit["published"])[: len(day)] >= day for hit in late)
        assert all(str(hit["published"])[: len(day)] < day for hit in early)
        # What is known only coarsely lies in neither half where the day cuts through it.
        assert len(late) + len(early) <= dated


def test_a_search_imports_nothing_heavy(samples_home: Path) -> None:
    """A search that prints JSON loads none of the libraries that take longer to import than the search takes."""
    program = (
        "import sys; from archiver.cli import main; main(['search', 'Steel Mill']); "
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"ARCHIVE_HOME": str(samples_home)},
    )
    heavy = {
        "dataclasses", "typing", "pathlib", "msgspec", "regex", "rich", "spacy", "trafilatura", "lxml", "httpx", "sqlite3",
        "fastwarc", "elasticsearch", "babel", "inspect", "logging", "asyncio", "bs4", "shutil", "tempfile",
    }  # fmt: skip
    assert ran.stdout
    assert heavy & set(ran.stderr.split()) == set()
