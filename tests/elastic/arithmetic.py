"""Asks an engine for all that it says of a query, and holds it to its own sums."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from archiver.errors import QueryError
from archiver.facets import FACETS, UNITS
from archiver.query.parser import parse
from archiver.query.tree import Query
from archiver.searching import search, understood

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archiver.engine import Reader
    from archiver.results import FacetCount, Hit, Page

    Chosen = Mapping[str, tuple[str | None, ...]]

MOST = 1_000  # more hits, and more values of a facet, than the samples give
PAGE_SIZES = (11, 30, 60, MOST)
COUNTED = (*FACETS, *(f"{facet}:{unit}" for facet, units in UNITS.items() for unit in units))
ONE_VALUE = ("sites", "sections", "languages", "published", "precision")
"""Facets of which an article has one value, or none."""


class Answer(NamedTuple):
    """What an engine says of a query, which another one has to say, too."""

    total: int
    hits: dict[str, Hit]
    facets: dict[str, tuple[FacetCount, ...]]
    told: tuple[Any, ...]


def answer_of(reader: Reader, number: int, text: str, chosen: Chosen) -> Answer | str:
    """The answer to the query of this number, which says what of it is looked at; or why it is refused.

    Every third is loosened where it finds nothing, and of every third dates are counted by all units.

    The count, the pages to the end, the export and the facets agree, or an assertion fails.
    """
    size, facets = PAGE_SIZES[number % len(PAGE_SIZES)], COUNTED if number % 3 == 1 else FACETS
    try:
        searched = asked = Query(parse(text), text, chosen, limit=size, highlight=number % 4 == 0)
        counted = asked._replace(facets=facets, facet_size=MOST)
        if number % 3:
            page = reader.search(counted)
        else:
            page = search(reader, counted, respell=True)
            searched = understood(reader, asked, respell=True)
    except QueryError as error:
        return str(error)
    where = (number, text, chosen)
    hits = _pages(reader, searched, page)
    assert len({hit.id for hit in hits}) == len(hits) == page.total, where
    exported = list(reader.scan(searched))
    assert len(exported) == page.total, where
    if number % 5 == 0:
        assert {json.loads(line)["id"] for line in exported} == {hit.id for hit in hits}, where
    for facet, rows in page.facets.items():
        _add_up(reader, searched, facet, rows, page.total)
    if facets is COUNTED:
        _add_up_by_time(page, searched)
    _choose(reader, number, searched, page)
    bare = {hit.id: hit._replace(score=None, missing=()) for hit in hits}
    return Answer(page.total, bare, page.facets, (page.respelled, page.widened, page.suggestion))


def _pages(reader: Reader, searched: Query, page: Page) -> list[Hit]:
    """The hits of this page and of all after it."""
    hits = list(page.hits)
    for offset in range(searched.limit, page.total, searched.limit):
        hits += reader.search(searched._replace(offset=offset)).hits
    return hits


def _total(reader: Reader, searched: Query, chosen: Chosen) -> int:
    return reader.search(searched._replace(selections=chosen, limit=0)).total


def _without(reader: Reader, searched: Query, facet: str) -> Chosen:
    """What is chosen of other facets than this one."""
    chosen = searched.selections
    return {name: values for name, values in chosen.items() if not _is_same(reader, searched, name, facet)}


def _is_same(reader: Reader, searched: Query, one: str, other: str) -> bool:
    """Whether two names are of one facet: `published` takes a unit by what is found."""
    if one == other:
        return True
    if one.partition(":")[0] != other.partition(":")[0]:
        return False
    return reader.resolve(searched, one) == reader.resolve(searched, other)


def _add_up(reader: Reader, searched: Query, facet: str, rows: tuple[FacetCount, ...], total: int) -> None:
    """The counts of a facet are those of as many articles as there are without its own selection."""
    others = _without(reader, searched, facet)
    if len(others) < len(searched.selections):
        total = _total(reader, searched, others)
    counts = [row.documents for row in rows if row.value is not None]
    without = sum(row.documents for row in rows if row.value is None)
    where = (searched.text, searched.selections, facet)
    assert max(counts, default=0) + without <= total, where
    name = facet.partition(":")[0]
    # A chosen year among months is there once more, as a whole.
    wholes = sum(row.documents for row in rows if row.selected and row.value and _holds_another(row.value, rows))
    if name in ONE_VALUE:
        assert sum(counts) - wholes + without <= total <= sum(counts) + without, where
    elif name != "mentioned":  # what is spoken of by the century counts in no month
        assert sum(counts) + without >= total, where


def _holds_another(value: str, rows: tuple[FacetCount, ...]) -> bool:
    return any(row.value is not None and row.value != value and row.value.startswith(f"{value}-") for row in rows)


def _add_up_by_time(page: Page, searched: Query) -> None:
    """Days add up to the months that they lie in, and months to years, with what is known no finer."""
    if any(facet.startswith("published") for facet in searched.selections):
        return  # what is chosen of one unit narrows the others
    years, months, days = (
        {row.value: row.documents for row in page.facets[f"published:{unit}"] if row.value}
        for unit in UNITS["published"]
    )
    for finer, coarser, length in ((months, years, len("2025")), (days, months, len("2025-09"))):
        together: dict[str, int] = {}
        for value, documents in finer.items():
            together[value[:length]] = together.get(value[:length], 0) + documents
        assert together == coarser, (searched.text, searched.selections)


def _choose(reader: Reader, number: int, searched: Query, page: Page) -> None:
    """A value that is shown, when it is chosen, finds as many articles as were shown."""
    facet = list(page.facets)[number % len(page.facets)]
    rows = [row for row in page.facets[facet] if row.value is not None]
    if rows:
        row = rows[number // len(page.facets) % len(rows)]
        others = _without(reader, searched, facet)
        found = _total(reader, searched, {**others, facet: (row.value or "",)})
        assert found == row.documents, (searched.text, searched.selections, facet, row)
