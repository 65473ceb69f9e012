"""What is searched where a query as it was typed finds nothing, and how any query is explained; see also contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from archiver.explaining import explain, why
from archiver.query.parser import parse
from archiver.query.tree import Query
from archiver.searching import changes, search, understood
from tests.engines.articles import LIBRARY, article, named
from tests.engines.conftest import fill

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from archiver.engine import Engine, Reader
    from archiver.results import Page

    OpenEngine = Callable[[Path], Engine]


def found(reader: Reader, text: str, matching: str = "auto", *, respell: bool = True) -> Page:
    """What a search finds, all of it."""
    return search(reader, Query(parse(text), text, matching=matching, limit=50), respell=respell)


def keys(page: Page) -> set[str]:
    """The keys of the articles on a page."""
    return set(named(hit.id for hit in page.hits))


@pytest.mark.parametrize(
    ("text", "expected", "respelled"),
    [
        ("furnce", {"mill", "mills"}, {"furnce": ("furnace",)}),
        ("stel river", {"far"}, {"stel": ("steel",)}),
        ("rvier OR rust", {"far", "bare"}, {"rvier": ("river",)}),
        ("Stroem", {"far", "mills"}, {"Stroem": ("strom",)}),
        ("mill -stel", {"mill", "exact", "far", "mills", "undated"}, {}),
        ("furnce^2 norburg", {"mill"}, {"furnce": ("furnace",)}),
    ],
)
def test_a_word_that_no_article_has_is_searched_by_those_near_to_it(
    library: Reader, text: str, expected: set[str], respelled: dict[str, tuple[str, ...]]
) -> None:
    """A word that the index doesn't hold is looked for by the nearest that it holds, and the page says so."""
    page = found(library, text)
    assert (keys(page), page.respelled) == (expected, respelled)
    assert page.total == len(page.hits)


@pytest.mark.parametrize("text", ["=furnce", "title:furnce", '"furnce"', "furnce*", "19711", "xy", "furnxxxce"])
def test_what_is_asked_for_by_name_is_never_respelled(library: Reader, text: str) -> None:
    """A word in a field, in quotation marks or exactly as written, a number and a word unlike any are not changed."""
    page = found(library, text)
    assert (page.total, page.respelled) == (0, {})


def test_a_known_word_is_never_respelled(library: Reader) -> None:
    """A word that some article has is looked for as it is, however rare it is beside one like it."""
    page = found(library, "lit")
    assert (keys(page), page.respelled) == ({"mill"}, {})


def test_respelling_can_be_switched_off(library: Reader) -> None:
    """Without respelling a word that no article has finds nothing."""
    assert found(library, "furnce", respell=False).total == 0


def test_where_no_article_has_all_words_those_with_most_are_found(library: Reader) -> None:
    """At least half of the distinct known words, rounded up; the page says how many, and each hit what it lacks."""
    page = found(library, "steel mill river furnace zeppelin steel")
    assert page.widened is not None
    assert page.widened._asdict() == {
        "minimum": 2,
        "words": ("steel", "mill", "river", "furnace"),
        "unknown": ("zeppelin",),
    }
    assert {named([hit.id])[0]: hit.missing for hit in page.hits} == {
        "mill": ("river", "zeppelin"),
        "exact": ("river", "furnace", "zeppelin"),
        "far": ("furnace", "zeppelin"),
        "mills": ("steel", "river", "zeppelin"),
    }


def test_where_one_article_has_all_words_only_such_are_found(library: Reader) -> None:
    """Nothing is widened while any article has every word."""
    page = found(library, "steel mill river corn")
    assert (keys(page), page.widened) == ({"far"}, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("steel norburg zurich +furnace", {"mill"}),
        ("steel river furnace rust place:zurich", {"mill", "far"}),
        ('rust river "steel mill"', set()),
        ("rust AND river AND furnace", set()),
        ("rust river furnace steel -corn", {"mill", "bare"}),
        ("rust river furnace steel published:2025", {"mill"}),
    ],
)
def test_what_is_asked_for_by_name_stays_demanded(library: Reader, text: str, expected: set[str]) -> None:
    """Phrases, fields, dates, +word, words joined by AND and what is left out are never given up."""
    assert keys(found(library, text)) == expected


def test_all_words_or_any_word_by_hand(library: Reader) -> None:
    """Whoever wants all words, or any, says so."""
    assert found(library, "steel mill furnace rust", "all").total == 0
    page = found(library, "furnace rust", "any")
    assert (keys(page), page.widened) == ({"mill", "mills", "bare"}, None)
    assert keys(found(library, "furnce rust place:zurich", "any")) == {"mill"}


def test_choosing_a_value_never_changes_what_a_query_means(library: Reader) -> None:
    """A facet's value without a hit leaves a query as it is; the counts of the facet then add up."""
    asked = Query(parse("steel river"), selections={"sites": ("The Post",)})
    assert search(library, asked, respell=True)[1] == 0
    assert understood(library, asked, respell=True) == asked


def test_words_without_spaces_are_widened_by_their_pairs(library: Reader) -> None:
    """A run of Chinese is as many words as it has pairs of characters, where not all have to match."""
    page = found(library, "钢铁飞船工人")
    assert keys(page) == {"chinese"}
    assert page.widened is not None
    assert page.widened.words == ("钢铁", "工人")
    (told,) = changes(page)
    assert told.startswith("No article has all of this. Those with at least 1 of the 2 pairs of characters")
    assert told.endswith("In none: “飞船”.")
    assert [hit.missing for hit in page.hits] == [("飞船",)]


def test_a_rare_word_that_is_a_slip_brings_a_suggestion(open_engine: OpenEngine, tmp_path: Path) -> None:
    """Where next to nothing is found, a word that many more articles have is suggested; the hits stay what was asked for."""
    engine = open_engine(tmp_path)
    articles = [article(str(number), text="The furnace was lit.") for number in range(12)]
    fill(engine, [*articles, article("slip", text="The furnase was lit.")])
    with engine.open_reader() as reader:
        page = search(reader, Query(parse("furnase lit"), "furnase lit"), respell=True)
        assert page.total == 1
        assert page.suggestion == ("furnace lit", 12)


# Explaining.


def test_the_forms_of_a_word_are_told(library: Reader) -> None:
    """For each word, how many articles it finds, and in which forms; a pattern's, too."""
    asked = Query(parse("mill f*ce st* zurich"))
    explanation = explain(library, asked, asked.tree, search(library, asked, respell=False))
    assert [(term.text, term.documents, dict(term.forms)) for term in explanation.terms] == [
        ("mill", 5, {"mill": 4, "mills": 1}),
        ("f*ce", 1, {"furnace": 1}),
        ("st*", 6, {"steel": 4, "strasse": 1, "strom": 2}),
        ("zurich", 1, {"zurich": 1}),
    ]


def test_why_nothing_is_found_is_told(library: Reader) -> None:
    """The parts that no article has, and the nearest queries that find something."""
    asked = Query(parse('mill "steel river" place:Oslo'))
    explanation = explain(library, asked, asked.tree, search(library, asked, respell=True))
    assert explanation.nothing == ('"steel river"', "place:Oslo")
    assert explanation.nearest == (("mill", 5),)
    asked = Query(parse('"steel river"'))
    assert explain(library, asked, asked.tree, search(library, asked, respell=True)).nearest == (
        ('"steel river"~10', 1),
        ("steel river", 1),
    )


@pytest.mark.parametrize(
    "text", ["steel mill", "river", "steel mill^3 OR rust", "running costs", "mills", "steel furnace"]
)
def test_the_parts_of_a_score_add_up(library: Reader, text: str) -> None:
    """What an article's score is made of is told, and it is the score."""
    asked = Query(parse(text), as_of=739_500, limit=20)  # in September 2025
    page = library.search(asked)
    for hit in page.hits:
        document = library.get(hit.id)
        assert document is not None
        reason = why(library, document, asked, asked, page)
        assert reason.matches
        assert reason.score == pytest.approx(hit.score, rel=1e-5)


def test_where_an_article_has_the_words_is_told(library: Reader) -> None:
    """For each part of a query, how often each zone has it, and whether the article has it at all."""
    asked = Query(parse("mill runs person:holm steel*  -kite"))
    reason = why(library, LIBRARY[0], asked, asked, library.search(asked))
    assert [(part.text, part.matches, part.zones) for part in reason.found] == [
        ("mill", True, {"title": 1, "body": 2}),
        ("runs", True, {"body": 1}),
        ("person:holm", True, {}),
        ("steel*", True, {"title": 1, "body": 1}),
        ("kite", False, {}),
    ]
