"""`archive search`, as a user sees it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.terminal import on_terminal

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
    ran = run("search", "stel mill", "--format", "text", "--no-respelling", "--all-words")
    assert ran.code == 0
    assert "No article holds “stel”" in ran.out
    assert "steel" in ran.out
    assert run("search", "stel mill", "--no-respelling", "--all-words").out == ""


def test_a_mistyped_word_finds_what_was_meant_and_says_so(run: Run) -> None:
    """A word that no article holds is searched by the nearest one; the screen and the JSON say so."""
    assert (
        "No article holds “stel”; “steel” was searched instead." in run("search", "stel mill", "--format", "text").out
    )
    page = json.loads(run("search", "stel mill", "--format", "json").out)
    assert page["respelled"] == {"stel": ["steel"]}
    assert page["total"] == json.loads(run("search", "steel mill", "--format", "json").out)["total"]


def test_a_question_that_no_article_answers_in_full_finds_those_with_most_of_its_words(run: Run) -> None:
    """Where no article has all words those with at least half are found; the screen and the JSON say so, and what each lacks."""
    question = "why did the steel mill of the town close down last winter?"
    ran = run("search", question, "--format", "text")
    assert "No article has all 11 words. Those with at least 6 of the 11 were searched." in ran.out
    assert "without why, " in ran.out
    page = json.loads(run("search", question, "--format", "json").out)
    assert page["widened"]["minimum"] == 6
    assert all(5 >= len(hit["missing"]) > 0 for hit in page["hits"])
    assert run("search", question, "--all-words").out == ""
    assert json.loads(run("search", question, "--any-word", "--format", "json").out)["total"] > page["total"]


def test_where_few_articles_have_all_of_many_words_it_is_told_how_many_have_any(run: Run) -> None:
    """Beside one to three hits of four words or more stands what --any-word would find; never in a pipe, nor unasked beside fewer words."""
    words = ["search", "eels mill weir silent"]
    total = json.loads(run(*words, "--format", "json").out)["total"]
    more = json.loads(run(*words, "--any-word", "--format", "json").out)["total"]
    assert 0 < total <= 3 < more
    hint = f"has all these words; with any of them: {more} (--any-word)."
    assert hint in run(*words, "--format", "text").out
    for others in (["--all-words"], ["--any-word"]):
        assert "with any of them" not in run(*words, *others, "--format", "text").out
    assert "with any of them" not in run("search", "eels weir silent", "--format", "text").out
    assert "with any of them" not in run("search", "title:(eels come back when)", "--format", "text").out
    assert run(*words).err == ""


def test_a_query_explains_itself(run: Run) -> None:
    """With --explain the parts of a query are told in words, the forms of each word, and what would find something."""
    text = run("search", 'mills "steel mil" -ore', "--explain", "--format", "text").out
    assert "the word “mills”, in any form" in text
    assert "mills in 22 articles: mill 22" in text
    assert 'No article has: "steel mil"' in text
    holding = json.loads(run("search", "railway", "--no-respelling", "--format", "json").out)["total"]
    left_out = run("search", "mill -railway", "--explain", "--format", "text").out
    assert f"railway, which is left out, in {holding} article" in left_out
    terms = json.loads(run("search", "mill -railway", "--explain").out)["terms"]
    assert [(term["text"], term["wanted"]) for term in terms] == [("mill", True), ("railway", False)]
    assert terms[1]["documents"] == holding
    explanation = json.loads(run("search", "steel f?rnace", "--explain").out)
    assert explanation["terms"][1]["forms"].keys() == {"furnace"}


def test_why_an_article_is_found(run: Run) -> None:
    """`show --why` tells where an article has the words of a query, and what its score is made of."""
    hit = json.loads(run("search", "brackwater furnace", "--limit", "1").out)
    reasons = json.loads(run("show", hit["id"], "--why", "brackwater furnace").out)
    assert reasons["matches"]
    assert reasons["score"] == pytest.approx(hit["score"], rel=1e-4)
    assert reasons["score"] == pytest.approx(sum(part["score"] for part in reasons["parts"]))
    assert "brackwater: title" in run("show", hit["id"], "--why", "brackwater furnace", "--format", "text").out


def test_words_that_never_meet_are_counted_one_by_one(run: Run) -> None:
    """Where each word is found but never together, each one's count is told."""
    ran = run("search", "title:steel language:ar", "--format", "text")
    assert "no article matches all" in ran.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["published:1999"], "No article was published from 1999-01-01 to 1999-12-31."),
        (["mill", "--after", "2030"], "No article was published from 2030-01-01 on."),
        (["--after", "2025", "--before", "2024"], "No day is both"),
        (["mentioned:1700"], "No article speaks of days from 1700-01-01"),
        (["-*"], "The query leaves out every article."),
        (["mill", "-steel", "-mills"], "“mill” is in 22; the rest of the query leaves all of them out."),
        (["steel or iron"], "“steel OR iron” finds 20 articles."),
        (["steel", "not", "railway"], "“steel NOT railway” finds 19 articles."),
        (
            ["steel | klingon", "--all-words", "--no-respelling"],
            "A | alone has no meaning, OR has: “steel OR klingon” finds",
        ),
        (["mill", "and", '"or not"'], '“mill AND "or not"”.'),
        (["--language", "English"], "codes: en for English."),
        (["language:klingonese"], "archive facets languages"),
        (
            ["stel?", "--no-respelling"],
            "A ? at the end of a word ends a question. For all words that begin so, write stel*.",
        ),
        (['"steel zz*"'], "No article holds “steel zz*”."),
        (["c4571c08"], "archive show c4571c08"),
        (["https://a.example/b?c=1&d=2"], "archive show 'https://a.example/b?c=1&d=2'"),
        (["--people", "Nobody"], "No article has “Nobody” among its people."),
        (["site:Nobody"], "No article has “Nobody” among its sites."),
    ],
)
def test_nothing_found_says_why_and_what_may_be_meant(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    """Whatever finds nothing is answered in a sentence, with what to type where something else may be meant."""
    monkeypatch.setenv("COLUMNS", "300")
    ran = run("search", *words, "--format", "text")
    assert ran.code == 0, ran.err
    assert said in ran.out


def test_an_empty_archive_says_so(run: Run, few_home: Path) -> None:
    """A search in an archive that holds no article says so, and how articles come into it."""
    ids = [json.loads(line)["id"] for line in run("search", "--limit", "1000", home=few_home).out.splitlines()]
    assert run("remove", *ids, home=few_home).code == 0
    assert "holds no article yet" in run("search", "mill", "--format", "text", home=few_home).out


def test_the_summary_names_the_filters(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line that says how many articles match says by which filters, too."""
    monkeypatch.setenv("COLUMNS", "160")
    words = ["--people", "Jiri Tavrin", "--person", "Margit Sorensen", "--after", "2025-06", "--before", "2026"]
    line = run("search", "mill", *words, "--format", "text").out.splitlines()[0]
    assert " for mill · people: Jiri Tavrin or Margit Sorensen · after 2025-06 · before 2026 · " in line


@pytest.mark.parametrize(
    ("option", "same"),
    [
        ("--person", "--people"), ("--organisation", "--organisations"), ("--organization", "--organisations"),
        ("--organizations", "--organisations"), ("--place", "--places"), ("--country", "--countries"),
        ("--sites", "--site"), ("--sections", "--section"), ("--authors", "--author"), ("--languages", "--language"),
    ],
)  # fmt: skip
def test_filters_in_singular_and_plural(run: Run, option: str, same: str) -> None:
    """A filter is understood in the singular and in the plural; the help lists one of the two."""
    value = {"--language": "en", "--countries": "Pakistan", "--section": "News"}.get(same, "a")
    for words in ([option, value], [f"{option}={value}"]):
        assert run("search", "*", *words).out == run("search", "*", same, value).out
    helped = run("search", "--help").out
    assert f"{same} " in helped
    assert f"{option} " not in helped


def test_facets_in_singular_and_plural(run: Run) -> None:
    """Facets are counted under their name or their field's, in `facets` and in `search --facets`."""
    assert run("facets", "person", "mill").out == run("facets", "people", "mill").out
    assert list(json.loads(run("search", "mill", "--facets", "place,country", "--format", "json").out)["facets"]) == [
        "places",
        "countries",
    ]


def test_a_page_past_the_end(run: Run) -> None:
    """A page past the end says so and names the last one, and draws no facets."""
    out = run("search", "steel mill", "--page", "9", "--format", "text").out
    assert "--page 2" in out.splitlines()[1]
    assert "People" not in out


def test_text_has_no_spaces_at_the_ends_of_its_lines(run: Run) -> None:
    """What is drawn for people can be kept and compared: no line ends in spaces."""
    identity = _hits(run("search", "Steel Mill", "--limit", "1"))[0]["id"]
    for words in (["search", "Steel Mill"], ["facets", "people"], ["show", str(identity)], ["status"]):
        lines = run(*words, "--format", "text").out.splitlines()
        assert lines
        assert [line for line in lines if line != line.rstrip()] == []


def test_any_locale_shows_what_it_can(samples_home: Path) -> None:
    """Where the locale has only ASCII a terminal gets replacements, and a pipe whole JSON, in UTF-8."""
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for words in (["search", "mill"], ["show", "c4571c08"], ["facets", "places"], ["status"]):
        ran = on_terminal(samples_home, *words, **ascii_only)
        assert ran.code == 0, ran.raw
        assert ran.raw.isascii()
    command = [sys.executable, "-m", "archiver", "--archive", str(samples_home), "export"]
    exported = subprocess.run(command, capture_output=True, check=True, env=ascii_only)
    assert any("acería" in json.loads(line)["title"] for line in exported.stdout.decode("utf-8").splitlines())


def test_a_mistake_is_shown_in_its_place(run: Run) -> None:
    """A query that can't be read is printed with a mark under the place, and the exit code is 2."""
    ran = run("search", 'steel "mill')
    assert ran.code == 2
    assert ran.out == ""
    message, query, mark = ran.err.splitlines()
    assert "never closed" in message
    assert query[mark.index("^")] == '"'


def test_the_place_of_a_mistake_counts_as_wide_as_the_terminal_shows_it(run: Run) -> None:
    """A Chinese character takes two columns of a terminal, so the mark stands as far to the right."""
    message, query, mark = run("search", '钢铁 "工人').err.splitlines()
    assert "never closed" in message
    assert query == '  钢铁 "工人'
    assert mark == " " * 7 + "^"


def test_a_question_mark_at_the_end_is_told_of_where_the_word_is_respelled(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever meant any letter by the `?` at the end learns that it ends a question, and what to write."""
    monkeypatch.setenv("COLUMNS", "300")
    text = run("search", "stel?", "--format", "text").out
    assert "A ? at the end of a word ends a question. For all words that begin so, write stel*." in text
    assert "ends a question" not in run("search", "stel", "--format", "text").out


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
