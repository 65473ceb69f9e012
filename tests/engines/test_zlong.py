"""The query language is what its table of cases says, on every engine."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from archiver.errors import QueryError
from archiver.explaining import explain, why
from archiver.facets import FACETS
from archiver.query.parser import parse
from archiver.query.tree import Node, Query, Range
from archiver.searching import build_query, search, understood
from archiver.settings import Settings
from tests.engines.conftest import fill
from tests.engines.specification.reading import Case, in_brief, read_articles, read_cases
from tests.query.trees import TEXTS, TREES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from archiver.engine import Engine, Reader
    from archiver.results import Page

ARTICLES = read_articles()
KEYS = {document.id: document.key for document in ARTICLES}
CASES = list(read_cases(frozenset(KEYS.values())))


class _Wednesday:
    """What a query needs of the settings: today is Wednesday, 3 September 2025."""

    @staticmethod
    def today() -> dt.date:
        """That day."""
        return dt.date(2025, 9, 3)


SETTINGS: Any = _Wednesday()


@pytest.fixture(scope="module")
def shelf(open_engine: Callable[[Path], Engine], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A reader of the specification's articles."""
    engine = open_engine(tmp_path_factory.mktemp("shelf"))
    fill(engine, ARTICLES)
    with engine.open_reader() as reader:
        yield reader


def _told(page: Page) -> str:
    """What a page says of how its query was loosened, as the cases write it."""
    told = [f"{typed} as {', '.join(near)}" for typed, near in page.respelled.items()]
    if page.widened:
        told.append(f"{page.widened.minimum} of {' '.join(page.widened.words)}")
        if page.widened.unknown:
            told.append(f"none has {' '.join(page.widened.unknown)}")
    lacking = {KEYS[hit.id]: f"{KEYS[hit.id]} lacks {' '.join(hit.missing)}" for hit in page.hits if hit.missing}
    told += [lacking[key] for key in KEYS.values() if key in lacking]
    return "; ".join(told)


@pytest.mark.parametrize("case", [case for case in CASES if case.mistake is None], ids=lambda case: case.query)
def test_a_query_is_understood_and_finds(shelf: Reader, case: Case) -> None:
    """Each query is searched as this tree, finds exactly these articles, and says how it was loosened."""
    asked = build_query(SETTINGS, {}, case.query, selections={}, matching=case.matching)
    page = search(shelf, asked._replace(limit=len(KEYS)), respell=True)
    assert in_brief(understood(shelf, asked, respell=True).tree) == case.tree
    assert sorted(KEYS[hit.id] for hit in page.hits) == sorted(case.found)
    assert page.total == len(case.found)
    assert _told(page) == case.told


@pytest.mark.parametrize("case", [case for case in CASES if case.mistake is not None], ids=lambda case: case.query)
def test_a_mistake_is_refused(case: Case) -> None:
    """Each of these is refused, at this character and for this reason."""
    with pytest.raises(QueryError) as caught:
        parse(case.query, today=SETTINGS.today)
    assert case.reason in str(caught.value)
    assert caught.value.position == case.mistake


def test_the_table_is_large() -> None:
    """The specification has hundreds of cases, each query once."""
    assert len(CASES) > 400
    assert len({(case.query, case.matching) for case in CASES}) == len(CASES)


def _ask_everything(reader: Reader, asked: Query) -> None:
    """Ask all that can be asked of a query; everything counts the same."""
    page = search(reader, asked._replace(limit=3, facets=FACETS, facet_size=2, as_of=738_000), respell=True)
    searched = understood(reader, asked, respell=True)
    assert reader.counts([searched.tree]) == [page.total]
    assert sum(1 for _ in reader.scan(searched)) == page.total
    reader.diagnose(asked)
    explain(reader, asked, searched.tree, page)
    document = reader.get(page.hits[0].id if page.hits else ARTICLES[0].id)
    assert document
    assert why(reader, document, asked, searched).matches == bool(page.hits)


# Elasticsearch takes some milliseconds for each of a dozen questions about every query.
@settings(max_examples=2500, deadline=None)
@given(text=TEXTS)
def test_any_text_is_answered_or_refused(shelf: Reader, text: str) -> None:
    """Whatever is typed, to be searched, counted, exported, diagnosed or explained, is answered or refused as a query."""
    try:
        _ask_everything(shelf, build_query(SETTINGS, {}, text, selections={}))
    except QueryError as error:
        assert str(error)  # noqa: PT017 - a message is what the user gets


@settings(max_examples=2500, deadline=None)
@given(tree=TREES)
def test_any_tree_is_answered_or_refused(shelf: Reader, tree: Node) -> None:
    """So is a tree of any kinds in any order."""
    try:
        _ask_everything(shelf, Query(tree))
    except QueryError as error:
        assert str(error)  # noqa: PT017 - likewise


def test_the_time_zone_decides_what_today_is_and_nothing_else() -> None:
    """At any moment it is another day in the last time zone than in the first; a date in a query is the same in both."""
    first, last = (Settings("", time_zone=zone).today for zone in ("Pacific/Kiritimati", "Etc/GMT+12"))
    days = [parse("published:today", today=today) for today in (first, last)]
    assert all(isinstance(day, Range) and day.first == day.last for day in days)
    assert days[0].first - days[1].first in (dt.timedelta(1), dt.timedelta(2))  # type: ignore[union-attr,operator]
    assert parse("published:2025-09", today=first) == parse("published:2025-09", today=last)
