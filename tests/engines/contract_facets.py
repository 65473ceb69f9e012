"""How every engine counts facets, held against counting by hand."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from archiver.completing import complete
from archiver.engine import Upsert
from archiver.errors import QueryError
from archiver.query.parser import parse
from archiver.query.tree import EVERYTHING, Group, Not, Query, Word
from archiver.results import FacetCount
from tests.engines.articles import article
from tests.engines.conftest import fill
from tests.engines.crowd import CROWD, FACETS, PEOPLE, values, without

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from archiver.document import Document
    from archiver.engine import Engine, Reader
    from archiver.query.tree import Node


def counted(documents: list[Document], facet: str) -> list[tuple[str | None, int]]:
    """A facet's counts, folded, by count, then value, counted by hand."""
    counts = Counter(value for document in documents for value in values(document, facet))
    rows: list[tuple[str | None, int]] = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    missing = sum(without(document, facet) for document in documents)
    return [*rows, (None, missing)] if missing else rows


def folded(counts: tuple[FacetCount, ...]) -> list[tuple[str | None, int]]:
    """What an engine counted, folded as `counted` does it."""
    return [(row.value.lower().replace("ö", "o") if row.value else None, row.documents) for row in counts]


TREES: list[tuple[Node, Callable[[Document], bool]]] = [
    (EVERYTHING, lambda _: True),
    (Word("red"), lambda document: "red" in document.text),
    (Not(Word("red")), lambda document: "red" not in document.text),
    (Group("and", (Word("common"), Word("Sport", "section"))), lambda document: document.section == "Sport"),
    (Word("nothing"), lambda _: False),
]


@pytest.mark.parametrize("facet", FACETS)
@pytest.mark.parametrize("tree", range(len(TREES)))
def test_counts_are_exact(crowd: Reader, facet: str, tree: int) -> None:
    """Each value of a facet is counted by documents, exactly, and so are the documents without any value."""
    node, matches = TREES[tree]
    expected = counted([document for document in CROWD if matches(document)], facet)
    expected = [(value.replace("ö", "o") if value else None, count) for value, count in expected]
    assert folded(crowd.facet(Query(node), facet, limit=1000)) == expected
    assert folded(crowd.search(Query(node, facets=(facet,), facet_size=1000)).facets[facet]) == expected


@pytest.mark.parametrize("limit", [0, 1, 2, 3, 7, 20])
def test_the_first_values_are_the_first_of_all(crowd: Reader, limit: int) -> None:
    """A short list holds the most frequent values; values that tie at its end are in the order of the alphabet."""
    whole = [row for row in crowd.facet(Query(), "people", limit=1000) if row.value]
    assert [row for row in crowd.facet(Query(), "people", limit=limit) if row.value] == whole[:limit]


def test_a_value_is_shown_as_most_articles_spell_it(crowd: Reader) -> None:
    """Spellings that differ in case or accents are one value, shown in the most frequent spelling."""
    shown = {row.value for row in crowd.facet(Query(), "people", limit=1000)}
    assert shown <= {*PEOPLE, *(person.upper() for person in PEOPLE), None}
    assert PEOPLE[0] in shown


def test_a_facet_does_not_count_its_own_selection_away(crowd: Reader) -> None:
    """With values chosen, the hits have any of them, the facet still counts the others, and other facets don't."""
    chosen = ("Sport", "CULTURE")
    query = Query(Word("red"), selections={"sections": chosen, "languages": ("en",)}, facets=FACETS, facet_size=1000)
    page = crowd.search(query)
    red = [document for document in CROWD if "red" in document.text]
    in_section = [document for document in red if document.section in ("Sport", "Culture")]
    in_language = [document for document in red if document.language == "en"]
    in_both = [document for document in in_section if document.language == "en"]
    assert page.total == len(in_both)
    assert folded(page.facets["sections"]) == counted(in_language, "sections")
    assert folded(page.facets["languages"]) == counted(in_section, "languages")
    assert folded(page.facets["people"]) == counted(in_both, "people")
    assert [row.value for row in page.facets["sections"] if row.selected] in (
        ["Sport", "Culture"],
        ["Culture", "Sport"],
    )
    assert [row.value for row in page.facets["languages"] if row.selected] == ["en"]


def test_every_count_is_what_choosing_it_finds(crowd: Reader) -> None:
    """Choosing a value finds as many articles as its count says, in every facet."""
    for facet in FACETS:
        for row in crowd.facet(Query(Word("red")), facet, limit=6):
            if row.value:
                chosen = Query(Word("red"), selections={facet: (row.value,)})
                assert crowd.search(chosen).total == row.documents, (facet, row)


def test_a_value_chosen_is_shown_though_it_is_rare(crowd: Reader) -> None:
    """A value that was chosen is listed with its count even where the list is too short for it, or its count is 0."""
    rare = [row for row in crowd.facet(Query(), "people", limit=1000) if row.value][-1]
    assert rare.value
    rows = crowd.facet(Query(selections={"people": (rare.value,)}), "people", limit=2)
    assert rows[2] == rare._replace(selected=True)
    nowhere = crowd.facet(Query(Word("nothing"), selections={"people": (rare.value,)}), "people", limit=2)
    assert nowhere == (FacetCount(rare.value, 0, selected=True),)


def test_a_value_that_nobody_has_stands_for_those_that_hold_its_words(library: Reader) -> None:
    """Choosing part of a name chooses every name that holds its words; choosing a form chooses the name."""
    assert library.search(Query(selections={"people": ("holm",)})).total == 1
    rows = library.facet(Query(selections={"organisations": ("mill",)}), "organisations", limit=10)
    assert rows == (
        FacetCount("Mill Workers' Union", 1, selected=True),
        FacetCount("Norburg Steel Mill", 1, selected=True),
        FacetCount(None, 7),
    )
    assert library.search(Query(selections={"organisations": ("NSM",)})).total == 1
    assert library.search(Query(selections={"sites": ("ledger.example",)})).total == 2
    assert library.search(Query(selections={"people": ("nobody at all",)})).total == 0


def test_spellings_are_one_value(library: Reader) -> None:
    """Zürich and ZÜRICH are one place, counted once an article."""
    assert library.facet(Query(), "places", limit=1)[0] == FacetCount("Zürich", 3)


def test_a_decade_is_not_counted_as_years(library: Reader) -> None:
    """Years spoken of are counted by year; a decade spoken of counts for none of them, but as the decade that it is."""
    rows = {row.value: row.documents for row in library.facet(Query(), "mentioned", limit=100)}
    assert rows == {
        "2024": 1,
        "1971": 3,
        "1965": 1,
        "1966": 1,
        "1967": 1,
        "1968": 1,
        "1969": 1,
        "1970": 1,
        "1970s": 1,
        None: 4,
    }


def test_an_unknown_facet_is_refused(library: Reader) -> None:
    """An unknown facet, and a year that isn't one, are mistakes, and the message says what there is."""
    with pytest.raises(QueryError, match="people"):
        library.facet(Query(), "titles", limit=1)
    with pytest.raises(QueryError, match="year"):
        library.search(Query(selections={"published": ("yesterday",)}))


def test_a_short_list_is_the_beginning_of_the_long_one(open_engine: Callable[..., Engine], tmp_path: Path) -> None:
    """However many values are asked for, they are the first of all, though nearly all of them are equally frequent."""
    draw = random.Random(5)
    engine = open_engine(tmp_path)
    fill(
        engine,
        [
            article(
                str(number), text=draw.choice(["red", "green", "blue"]), places=tuple(f"Town {town}" for town in towns)
            )
            for number, towns in enumerate(draw.sample(range(60), draw.randrange(3)) for _ in range(600))
        ],
        batch=200,
    )
    with engine.open_reader() as reader:
        for tree in (EVERYTHING, Word("red")):
            values = reader.facet(Query(tree), "places", limit=1000)[:-1]
            assert len(values) > 50
            for limit in range(1, len(values) + 1):
                assert reader.facet(Query(tree), "places", limit=limit)[:-1] == values[:limit], limit


def test_a_spelling_is_that_of_the_articles_that_are_there(open_engine: Callable[..., Engine], tmp_path: Path) -> None:
    """How a value is spelt is decided by the articles as they are now, not by what they once were."""
    engine = open_engine(tmp_path)
    name = fill(engine, [article(str(number), people=("ODA NORDEN",)) for number in range(5)])
    with engine.open_writer(name, timeout=1) as writer:
        writer.write([Upsert(article(str(number), people=("Oda Norden",)), 10 + number) for number in range(3)])
        writer.commit({"log": 20})
    with engine.open_reader() as reader:
        assert reader.facet(Query(), "people", limit=1)[0].value == "Oda Norden"


def test_names_without_any_letter_are_one_value(open_engine: Callable[..., Engine], tmp_path: Path) -> None:
    """Names of nothing but vowel marks are counted together, and what is shown of them can be chosen."""
    engine = open_engine(tmp_path)
    fill(engine, [article(str(number), people=(name,)) for number, name in enumerate(["\u0640", "\u064e", "\u0640"])])
    with engine.open_reader() as reader:
        (row,) = reader.facet(Query(), "people", limit=9)
        assert row == FacetCount("\u0640", 3)
        assert reader.search(Query(selections={"people": (row.value,)})).total == 3


def test_what_is_completed_finds_what_it_says(open_engine: Callable[..., Engine], tmp_path: Path) -> None:
    """A value that a query is completed with finds the articles counted beside it, whatever signs are in it."""
    names = ['Ann "Bo" Lee', "Roe~", "^2", "!Xu", "Za*", "C++", "O'Neil", "(Kim)", "Ed:", "--", "AND"]
    engine = open_engine(tmp_path)
    fill(engine, [article(name, people=(name,)) for name in names])
    with engine.open_reader() as reader:
        offered = complete(reader, "person:", Query(), limit=50)
        assert len(offered) == len(names) - 1  # nothing can be asked of dashes alone
        for each in offered:
            assert reader.search(Query(parse(each.query))).total == each.documents == 1, each.query
