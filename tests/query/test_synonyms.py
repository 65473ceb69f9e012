"""Words that mean the same: the file that says so, and what a query becomes by it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from archiver import Archive
from archiver.errors import QueryError, SettingsError
from archiver.query.parser import parse
from archiver.query.synonyms import expand, read
from archiver.query.tree import Group, Not, Phrase, Synonyms, Word
from archiver.settings import Settings
from tests.test_generations import capture

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from archiver.query.tree import Node
    from tests.conftest import Ran

FILE = """\
# A remark.
u.k., United Kingdom, Großbritannien
=UN, world body

pm => prime minister, premier
mill, works
mill, plant
"""


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A file of synonyms."""
    path = tmp_path / "synonyms.txt"
    path.write_text(FILE, encoding="utf-8")
    return str(path)


KINGDOM = (Phrase("United Kingdom"), Word("Großbritannien"))
UK = Word("UK")
U_K = Word("U.K.")


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("U.K.", Synonyms(U_K, KINGDOM)),
        ("uk", Word("uk")),  # another word: the file has the abbreviation with its stops
        ("grossbritannien", Synonyms(Word("grossbritannien"), (Phrase("u.k."), Phrase("United Kingdom")))),
        ('"united kingdom"', Phrase("united kingdom")),
        (
            "steel united kingdom",
            Group(
                "and",
                (
                    Word("steel"),
                    Synonyms(Group("and", (Word("united"), Word("kingdom"))), (Phrase("u.k."), Word("Großbritannien"))),
                ),
            ),
        ),
        ("kingdom united", Group("and", (Word("kingdom"), Word("united")))),
        ("united OR kingdom", Group("or", (Word("united"), Word("kingdom")))),
        ("pm", Synonyms(Word("pm"), (Phrase("prime minister"), Word("premier")))),
        ("premier", Word("premier")),
        ("UN", Synonyms(Word("UN"), (Phrase("world body"),))),
        ("un", Word("un")),
        ("Un", Word("Un")),
        (
            "world body",
            Synonyms(Group("and", (Word("world"), Word("body"))), (Word("UN", exactly=True),)),
        ),
        ("=pm", Word("pm", exactly=True)),
        ('"prime minister"~3', Phrase("prime minister", within=3)),
        ("-pm", Not(Word("pm"))),
        ("works -mill", Group("and", (Synonyms(Word("works"), (Word("mill"),)), Not(Word("mill"))))),
        ("title:pm", Synonyms(Word("pm", "title"), (Phrase("prime minister", "title"), Word("premier", "title")))),
        ("title:united kingdom", Group("and", (Word("united", "title"), Word("kingdom")))),
        ("language:pm", Word("pm", "language")),
        ("mill", Synonyms(Word("mill"), (Word("works"), Word("plant")))),
    ],
)
def test_what_a_query_becomes(path: str, query: str, tree: Node) -> None:
    """Words, and words in a row, have beside them what means the same, and only these."""
    assert expand(parse(query), read(path)) == tree


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("mill\n", "line 1: “mill” stands alone"),
        ("# x\nmill, works\nmill, , works", "line 3: a comma or => has nothing beside it"),
        ("mill => …", "line 1: “…” holds no word"),
        ("mill, =", "line 1: “=” holds no word"),
        ("=> mill", "line 1: a comma or => has nothing beside it"),
        ("mill => works => plant", "line 1: there are several =>"),
        (b"\xff\xfe", "can't be read: it isn't UTF-8"),
        (", ".join(f"w{number}" for number in range(5000)), "line 1: there are too many words"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, text: str | bytes, told: str) -> None:
    """What is wrong with the file is told, with the line."""
    path = tmp_path / "wrong.txt"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(SettingsError, match=told) as caught:
        read(str(path))
    assert str(path) in str(caught.value)


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    """A pipe isn't waited for."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SettingsError, match="isn't a file"):
        read(str(tmp_path / "pipe"))


def test_too_many(tmp_path: Path) -> None:
    """A query whose words have hundreds of synonyms is refused, not cut."""
    path = tmp_path / "many.txt"
    path.write_text("mill, " + ", ".join(f"word{number}x" for number in range(90)), encoding="utf-8")
    assert expand(parse("mill OR mill"), read(str(path)))
    with pytest.raises(QueryError, match="270 synonyms"):
        expand(parse("mill OR mill OR mill"), read(str(path)))


def test_synonyms_change_without_a_reindex(home: Path, run: Callable[..., Ran]) -> None:
    """What the file says is looked for from the next search on: told, marked, and under the word that was typed."""
    with Archive.open(str(home), create=True) as archive:
        archive.add_captures([capture(1, "El muelle de la ciudad"), capture(2, "El puerto y el embarcadero")])
        assert archive.search("title:muelle").total == 1
    (home / "words.txt").write_text("muelle, embarcadero\n", encoding="utf-8")
    with (home / "archive.toml").open("a") as settings:
        settings.write('synonyms = "words.txt"\n')
    with Archive.open(str(home)) as archive:
        page = archive.search("muelle")
        assert [hit.title for hit in page.hits] == ["El muelle de la ciudad", "El puerto y el embarcadero"]
        (title,) = (each for each in page.hits[1].highlights if each.zone == "title")
        assert [title.text[begin:end] for begin, end in title.spans] == ["embarcadero"]
        assert page.synonyms == {"muelle": ("embarcadero",)}
        assert archive.search("puerto -muelle").total == archive.search("muelle -embarcadero").total == 1
        reports = archive.diagnose("muelle zanahoria")
        assert [(report.text, report.documents) for report in reports] == [("muelle", 2), ("zanahoria", 0)]
    told = run("search", "muelle", "--format", "text", home=home).out
    assert told.startswith("2 articles for muelle · muelle or embarcadero")
    assert run("search", "muelle", "--no-synonyms", "--format", "jsonl", home=home).out.count("\n") == 1
    assert run("search", "=muelle", "--format", "jsonl", home=home).out.count("\n") == 1
    (home / "words.txt").write_text("muelle\n", encoding="utf-8")
    ran = run("search", "muelle", home=home)
    assert (ran.code, ran.out) == (2, "")
    assert "words.txt, line 1" in ran.err


def test_what_is_written_just_so(home: Path) -> None:
    """What stands behind an equals sign is found only in its capitals, on each engine."""
    home.mkdir(exist_ok=True)
    (home / "words.txt").write_text("=UN, united nations\n", encoding="utf-8")
    with (home / "archive.toml").open("a") as settings:
        settings.write('synonyms = "words.txt"\n')
    with Archive.open(str(home), create=True) as archive:
        stories = ("Un puerto", "La UN vota", "Las United Nations votan")
        archive.add_captures(capture(number, title) for number, title in enumerate(stories))
        found = {query: {hit.title for hit in archive.search(query).hits} for query in ("united nations", "un", "UN")}
    assert found == {"united nations": {*stories[1:]}, "un": {*stories[:2]}, "UN": {*stories}}


def test_the_file_that_is_shipped(run: Callable[..., Ran]) -> None:
    """The archive's own list is read, and used unless the settings say otherwise."""
    assert "u.s. or united states" in run("search", "U.S.", "--format", "text").out.lower()


@pytest.mark.parametrize(
    ("typed", "others"),
    [
        ("UK", ("u.k.", "united kingdom")),
        ("U.K.", ("united kingdom", "uk")),
        ("united kingdom", ("u.k.", "uk")),
        ("USA", ("u.s.", "united states", "US")),
        ("U.S.A.", ("u.s.", "united states", "usa", "US")),
        ("US", ("u.s.", "united states", "usa")),
        ("United States of America", ("united states", "u.s.", "usa", "US")),
        ("UN", ("u.n.", "united nations")),
        ("united nations", ("u.n.", "UN")),
        ("us", None),
        ("un", None),
        ("=UN", None),
    ],
)
def test_initials_stand_with_and_without_stops(typed: str, others: tuple[str, ...] | None) -> None:
    """By the shipped list `UK` is looked for as `U.K.` is; a word that means something else is found by nothing but itself."""
    tree = expand(parse(typed), read(Settings("/home").synonyms_path))
    assert (tuple(other.text for other in tree.others) if isinstance(tree, Synonyms) else None) == others
