"""What can't be asked is refused by name where it is given to the Python API, and never fails deep inside."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest

from archiver import Archive, ArchiveError
from archiver.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def archive(own_home: Path) -> Iterator[Archive]:
    """An archive of the samples."""
    with Archive.open(str(own_home)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"query": 5}, "A query is text (a str), not 5."),
        ({"query": None}, "A query is text"),
        ({"query": ["steel"]}, "A query is text"),
        ({"after": 2025}, "A day is text (a str), not 2025."),
        ({"sort": 5}, "There is no order “5”"),
        ({"matching": None}, "“None” is none"),
        ({"limit": "10"}, "limit must be a whole number, from 0 to 1,000,000,000, not '10'."),
        ({"limit": -1}, "limit must be a whole number, from 0 to 1,000,000,000, not -1."),
        ({"limit": None}, "limit must be"),
        ({"limit": 10**30}, "limit must be"),
        ({"page": 0}, "page must be a whole number, from 1 to 1,000,000,000, not 0."),
        ({"facet_size": -1}, "facet_size must be"),
        ({"facets": "people"}, "facets is a list: write facets=['people']."),
        ({"facets": None}, "facets is a list: write facets=['people']."),
        ({"facets": ["poeple"]}, "There is no facet “poeple”"),
        ({"people": "Jane Roe"}, "people is a list: write people=['Jane Roe']."),
        ({"people": 5}, "people is a list"),
        ({"people": (name for name in ("Jane Roe",))}, "people is a list"),
        ({"people": [5]}, "A value of people is text (a str), not 5."),
        ({"without": ["Jane Roe"]}, "Values are chosen by their facets: write {'people': ['Jane Roe']}"),
        ({"without": {"people": "Jane Roe"}}, "people is a list: write people=['Jane Roe']."),
        ({"limt": 10}, "There is no facet “limt”"),
    ],
)
def test_a_search_says_what_it_can_not_take(archive: Archive, asked: dict[str, Any], said: str) -> None:
    """A wrong type or number is told by the argument's name, with what it should be; text for a list isn't taken letter by letter."""
    with pytest.raises(UsageError) as caught:
        archive.search(**asked)
    assert said in str(caught.value)


@pytest.mark.parametrize("value", [5, None, b"x", 1.5, -1, "\ud800", [5], {"a": 5}])
@pytest.mark.parametrize(
    ("call", "names"),
    [
        ("facet", "facet query limit like order matching people after"),
        ("cross", "facet by query limit columns like order"),
        ("timeline", "query of by before people"),
        ("diagnose", "query people"),
        ("explain", "query after"),
        ("complete", "text facet limit"),
        ("why", "name query matching"),
        ("similar", "name limit page"),
        ("get", "name"),
        ("save", "name query sort people"),
        ("run_saved", "name limit page facets"),
        ("unsave", "name"),
        ("remove", "name"),
        ("export_to", "format query columns"),
    ],
)
def test_whatever_is_given_is_taken_or_refused(
    archive: Archive, tmp_path: Path, call: str, names: str, value: object
) -> None:
    """No call of the API raises anything but the archive's own errors for an argument of a wrong kind."""
    given: dict[str, dict[str, Any]] = {
        "facet": {"facet": "people"}, "cross": {"facet": "people", "by": "places"}, "complete": {"text": "pla"},
        "why": {"name": "c4571c08", "query": "steel"}, "similar": {"name": "c4571c08"}, "save": {"name": "mills"},
        "run_saved": {"name": "mills"}, "export_to": {"target": str(tmp_path / "out.csv"), "format": "csv"},
    }  # fmt: skip
    for name in names.split():
        with suppress(ArchiveError):
            getattr(archive, call)(**{**given.get(call, {}), name: value})
