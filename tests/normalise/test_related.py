"""Lists of other stories."""

import datetime as dt

import pytest

from archiver.normalise import ago, related
from archiver.normalise.draft import RelatedDraft

CAPTURED = dt.datetime(2025, 3, 1, 12, 30, tzinfo=dt.UTC)


def stories(*lists: list[str], title: str | None = None) -> list[tuple[str, str | None]]:
    """Headlines and times of these lists."""
    drafts = [RelatedDraft(title=line, list_number=number) for number, page in enumerate(lists) for line in page]
    return [(story.title, story.time_text) for story in related.stories(drafts, title=title, captured_at=None)]


def test_twin_decides_where_digits_run_together() -> None:
    """The other list's copy says whether a figure belongs to the headline."""
    assert stories(["Fair postponed to Oct 1"], ["Fair postponed to Oct 15 minutes ago"]) == [
        ("Fair postponed to Oct 1", "5 minutes ago")
    ]
    assert stories(["Fair postponed to October"], ["Fair postponed to October15 minutes ago"]) == [
        ("Fair postponed to October", "15 minutes ago")
    ]


def test_neighbours_decide_without_a_twin() -> None:
    """Times in a list ascend, so the reading that lies between its neighbours' is taken."""
    early = [
        "Ferry sails again3 minutes ago",
        "Trial put off until June 44 minutes ago",
        "Choir wins prize9 minutes ago",
    ]
    late = [
        "Ferry sails again40 minutes ago",
        "Trial put off until June44 minutes ago",
        "Choir wins prize51 minutes ago",
    ]
    assert stories(early)[1] == ("Trial put off until June 4", "4 minutes ago")
    assert stories(late)[1] == ("Trial put off until June", "44 minutes ago")


def test_implausible_times_are_not_read() -> None:
    """Nobody says "20252 hours ago": the year is the headline's."""
    assert stories(["Budget for 20252 hours ago"]) == [("Budget for 2025", "2 hours ago")]


def test_cut_headline_is_completed_by_a_longer_copy() -> None:
    """The longest copy is taken; where it is cut too, it ends in one ellipsis."""
    assert stories(["Mayor opens bridge over the ri .."], ["Mayor opens bridge over the river Anse"]) == [
        ("Mayor opens bridge over the river Anse", None)
    ]
    assert stories(["Mayor opens bridge ..."], ["Mayor opens bridge over the .."]) == [
        ("Mayor opens bridge over the…", None)
    ]


def test_own_headline_is_left_out() -> None:
    """The article's own headline is no other story, in whatever case, nor its cut beginning."""
    page = ["WALL TO BE REBUILT IN SPRING", "Wall to be rebuilt ..", "Choir wins prize"]
    assert stories(page, title="Wall to be rebuilt in spring") == [("Choir wins prize", None)]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2 minutes ago", "2025-03-01T12:28Z"),
        ("an hour ago", "2025-03-01T11Z"),
        ("vor 3 Stunden", "2025-03-01T09Z"),
        ("il y a 2 jours", "2025-02-27"),
        ("yesterday", "2025-02-28"),
        ("قبل 5 دقائق", "2025-03-01T12:25Z"),
        ("20 منٹ پہلے", "2025-03-01T12:10Z"),
        ("3 weeks ago", None),
    ],
)
def test_relative_times_are_resolved_as_finely_as_they_are_said(text: str, at: str | None) -> None:
    """Minutes give a minute, hours an hour, days a day, and coarser words nothing."""
    when = ago.parse(text)
    assert when is not None
    assert when.at(CAPTURED) == at


@pytest.mark.parametrize("text", ["two ferries", "5 minutes", "minutes ago", "Born 3 years ago in Ansel", ""])
def test_other_words_are_no_relative_times(text: str) -> None:
    """A line is a time only if it is nothing else."""
    assert ago.parse(text) is None
