"""The articles most like one, on both engines, and as a user sees them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from archiver import Archive, ArchiveError
from archiver.document import Document
from archiver.query.similar import MAX_CANDIDATES, TELLING, candidates, like, telling
from archiver.query.tree import AtLeast, Boost, Group, Not, Word

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran

MILL = "https://similar.example/mill"
LINES = [
    (MILL, "Mill at Harbottle to close", "The steel mill at Harbottle will close. Owner Ruth Vane sold the furnaces.", "en"),
    ("https://similar.example/sale", "Vane sells furnaces", "Ruth Vane has sold the furnaces of the mill at Harbottle.", "en"),
    ("https://similar.example/vane", "A vane", "Harbottle church has a new vane, of steel.", "en"),
    ("https://similar.example/ferry", "Ferry late", "The ferry to the island was late, and the owner was sorry.", "en"),
    ("https://similar.example/acier", "La fin de l'acierie", "La direction ferme. La ville attend, et la nuit tombe.", "fr"),
    ("https://similar.example/gare", "La gare", "La gare ouvre. La ville attend, et la nuit tombe.", "fr"),
    ("https://similar.example/mer", "La mer", "La mer monte, et la digue tient.", "fr"),
    ("https://similar.example/pluie", "La pluie", "La pluie cesse, et la route sèche.", "fr"),
    ("https://similar.example/zh1", "上海钢铁厂关闭", "上海钢铁厂将关闭两座高炉。", "zh"),
    ("https://similar.example/zh2", "工人离开高炉", "上海钢铁厂的工人离开了两座高炉。", "zh"),
    ("https://similar.example/rain", None, "Rain fell.", "en"),
    ("https://similar.example/blank", "—", "…", "en"),
]  # fmt: skip


@pytest.fixture
def archive(home: Path, tmp_path: Path) -> Archive:
    """An archive of these articles, on each engine."""
    source = tmp_path / "articles.jsonl"
    rows = ({"url": url, "title": title, "text": text, "language": code} for url, title, text, code in LINES)
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    with Archive.open(str(home), create=True) as made:
        made.add(str(source))
    return Archive.open(str(home))


def test_the_articles_most_like_one_come_first(archive: Archive) -> None:
    """What shares many of its telling words comes before what shares few; the article itself isn't among them."""
    with archive:
        found = archive.similar(MILL)
        urls = [hit.url for hit in found.page.hits]
        assert urls[0] == "https://similar.example/sale"
        assert MILL not in urls
        assert found.page.total == len(urls)
        assert found.title == "Mill at Harbottle to close"
        assert {"Harbottle", "Vane", "furnaces"} <= set(found.words)
        assert [hit.url for hit in archive.similar(MILL, limit=1, page=2).page.hits] == urls[1:2]
        assert any(mark.spans for mark in found.page.hits[0].highlights)


def test_a_word_is_as_rare_as_in_its_language(archive: Archive) -> None:
    """French articles aren't alike because they say “la”, though few articles of the archive do."""
    with archive:
        found = archive.similar("https://similar.example/acier")
        assert [hit.url for hit in found.page.hits] == ["https://similar.example/gare"]
        assert set(found.words) == {"ville", "attend", "nuit", "tombe"}


def test_chinese_articles_are_compared_by_pairs_of_characters(archive: Archive) -> None:
    """Two of them that tell of one thing are alike."""
    with archive:
        found = archive.similar("https://similar.example/zh1")
        assert [hit.url for hit in found.page.hits] == ["https://similar.example/zh2"]
        assert "钢铁" in found.words


def test_an_article_that_shares_nothing_is_like_none(archive: Archive) -> None:
    """There are no hits then, and no words that told."""
    with archive:
        found = archive.similar("https://similar.example/rain")
        assert (found.words, found.page.total, found.page.hits) == ((), 0, ())


def test_an_article_without_a_word_is_told(archive: Archive) -> None:
    """It isn't compared with anything."""
    with archive, pytest.raises(ArchiveError, match="has no text"):
        archive.similar("https://similar.example/blank")


def test_both_engines_find_the_same(samples_home: Path, elastic_samples_home: Path) -> None:
    """Of each of the samples, as many articles are found by the same words, and the most like is among the first.

    Where articles of several languages are hardly less like one another, their order differs: docs/elasticsearch.md.
    """
    with Archive.open(str(samples_home)) as one, Archive.open(str(elastic_samples_home)) as other:
        for hit in one.search(limit=100, facets=(), sort="title").hits:
            here, there = (each.similar(hit.id, limit=5) for each in (one, other))
            assert (here.words, here.page.total) == (there.words, there.page.total)
            assert {each.id for each in here.page.hits[:1]} <= {each.id for each in there.page.hits[:2]}


# Which words tell.


def article(title: str | None = None, text: str = "", **more: str) -> Document:
    """A document with this text."""
    return Document(id="a" * 20, key="a", title=title, text=text, language=more.get("language", "en"))


def test_forms_of_a_word_count_as_one_and_the_headline_counts_more() -> None:
    """The word is shown as the article writes it first."""
    found = {each.word: each.said for each in candidates(article("Mills close", "A mill closes. The weather is fine."))}
    assert found["Mills"] == found["close"] == 4
    assert found["weather"] == 1
    assert "closes" not in found


def test_single_letters_and_signs_are_no_words() -> None:
    """What an apostrophe leaves over isn't compared."""
    assert {each.word for each in candidates(article(text="The minister's — a 5 % U.S. café"))} == {
        "The",
        "minister",
        "café",
    }


def test_a_long_article_is_compared_by_bounded_many_words() -> None:
    """However many different words it has."""
    found = candidates(
        article("Rust", " ".join(f"w{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{'x' * (i // 676)}" for i in range(5000)))
    )
    assert len(found) == MAX_CANDIDATES
    assert found[0].word == "Rust"
    assert len(telling(found, [2] * len(found), 10_000)) == TELLING


def test_words_of_none_other_and_of_most_tell_nothing() -> None:
    """Of words said alike the rarer one tells more."""
    found = candidates(article(text="Harbottle the steel mill"))
    told = telling(found, [{"Harbottle": 3, "the": 90, "steel": 20, "mill": 1}[each.word] for each in found], 100)
    assert [each.word for each, _ in told] == ["Harbottle", "steel"]


def test_query_weighs_words_and_leaves_the_article_out() -> None:
    """A tenth of the words must match, rounded up, in the order of the article."""
    words = [
        (each, 2.0 if each.word == "Harbottle" else 1.0) for each in candidates(article(text="Steel of Harbottle"))
    ]
    assert like(words, "an-id") == Group(
        "and",
        (
            AtLeast((Boost(Word("Steel"), 0.5), Boost(Word("of"), 0.5), Boost(Word("Harbottle"), 1.0)), 1),
            Not(Word("an-id", "id")),
        ),
    )


# The command.


def test_similar_prints_hits_and_the_words_that_told(run: Callable[..., Ran]) -> None:
    """On a terminal with the words above the hits, into a pipe a hit a line, as a search prints them."""
    hit = json.loads(run("search", "title:close Brackwater").out.splitlines()[0])
    shown = run("similar", hit["id"][:8], "--format", "text", "--limit", "2").out
    assert "like “Brackwater Steel Mill to close" in shown
    assert "Castellan" in shown
    assert "British mill to shut" in shown
    assert "Next: --page 2" in shown
    lines = [json.loads(line) for line in run("similar", hit["id"], "--limit", "3").out.splitlines()]
    assert len(lines) == 3
    assert set(lines[0]) == set(hit)
    whole = json.loads(run("similar", hit["id"], "--format", "json").out)
    assert whole["id"] == hit["id"]
    assert whole["total"] >= len(whole["hits"]) > 2
    assert "past the end" in run("similar", hit["id"], "--format", "text", "--page", "900").out


def test_similar_to_nothing_known_is_an_error(run: Callable[..., Ran]) -> None:
    """It is said that there is no such article, and the exit code is 1."""
    ran = run("similar", "feedfeed")
    assert (ran.code, ran.out) == (1, "")
    assert "There is no article" in ran.err
