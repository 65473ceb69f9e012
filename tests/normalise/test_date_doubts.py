"""Dates that can't be read as they stand: kept as evidence, decided by other evidence or the capture, never guessed."""

import datetime as dt

import pytest

from archiver.document import Capture, StatedDate
from archiver.normalise import Context, dates, inspection, normalise
from archiver.normalise.draft import DateCandidate
from tests.normalise.test_html import BODY, TITLE

MOMENT = dt.datetime(2025, 4, 4, 12, 30, tzinfo=dt.UTC)


def capture(
    line: str, language: str = "en", *, captured_at: dt.datetime | None = None, exactly: bool = False
) -> Capture:
    """A page that has the line where a date stands."""
    page = f'<html lang="{language}"><body><article><h1>{TITLE}</h1><p class="date">{line}</p>{BODY}</article></body></html>'
    return Capture(
        payload=page.encode(),
        content_type="text/html",
        key="k",
        captured_at=captured_at,
        captured_exactly=exactly,
    )


def published(
    line: str, language: str = "en", *, captured_at: dt.datetime | None = None, exactly: bool = False
) -> StatedDate | None:
    """The publication of that page."""
    return normalise(capture(line, language, captured_at=captured_at, exactly=exactly)).published


@pytest.mark.parametrize(
    ("line", "text", "reason"),
    [
        ("03/04/2025", "03/04/2025", "day and month can't be told apart"),
        ("Published 03/04/2025", "03/04/2025", "day and month can't be told apart"),
        ("Published: 3 Apr 25", "3 Apr 25", "a year of two digits"),
        ("3 Apr 25", "3 Apr 25", "a year of two digits"),
        ("Yesterday at 5pm", "Yesterday at 5pm", "relative to an unknown time"),
        ("Published 2 hours ago", "2 hours ago", "relative to an unknown time"),
        ("Thursday, 3 April", "Thursday, 3 April", "a day without its year"),
        ("5.30pm", "5.30pm", "a time without its day"),
    ],
)
def test_a_doubtful_date_stays_as_evidence(line: str, text: str, reason: str) -> None:
    """A date that can't be read without guessing gives none, but `inspect` shows it with the reason in words."""
    assert published(line) is None
    refused = inspection.inspect(capture(line), Context.default()).refused["published"]
    assert [(proof.text, proof.at, proof.agrees, proof.reason) for proof in refused] == [(text, None, False, reason)]


@pytest.mark.parametrize(
    ("line", "language", "at"),
    [
        ("03/04/2025", "en-GB", "2025-04-03"),
        ("03/04/2025", "en-US", "2025-03-04"),
        ("Published 03/04/2025 14:05", "en-US", "2025-03-04T14:05"),
        ("April 2025", "en", "2025-04"),
        ("Published April 2025", "en", "2025-04"),
    ],
)
def test_what_can_be_read_is_read(line: str, language: str, at: str) -> None:
    """The region that a page declares tells the order of its figures, and a month is read as a month."""
    stated = published(line, language)
    assert stated is not None
    assert stated.at == at


@pytest.mark.parametrize(
    ("line", "exactly", "at"),
    [
        ("3 Apr 25", False, "2025-04-03"),
        ("Apr 3, 98", False, "1998-04-03"),
        ("03/04/25", False, None),
        ("2 hours ago", False, None),
        ("2 hours ago", True, "2025-04-04"),
        ("10 minutes ago", True, "2025-04-04T12:20"),
        ("Yesterday at 5pm", True, "2025-04-03T17:00"),
        ("Yesterday", True, "2025-04-03"),
        ("3 days ago", True, None),
        ("8 hours ago", True, None),
    ],
)
def test_the_capture_decides_only_what_it_can(line: str, exactly: bool, at: str | None) -> None:
    """A capture bounds a year of two digits; a relative time needs its exact moment, and a day that is one everywhere."""
    stated = published(line, captured_at=MOMENT, exactly=exactly)
    assert (stated.at if stated else None) == at


@pytest.mark.parametrize(("text", "at"), [("3 Apr 25", "2025-04-03"), ("03/04/25", "2025-04-03"), ("3 Apr 24", None)])
def test_other_evidence_decides_a_year_of_two_digits(text: str, at: str | None) -> None:
    """A day that another source states whole is what the two digits mean."""
    candidates = [
        DateCandidate(role="published", source="label", text=text),
        DateCandidate(role="published", source="url", text="/2025/04/03/wall"),
    ]
    stated = dates.judge(candidates, "published", dateline=None, lead="", captured_at=None, language="en")
    assert stated is not None
    assert stated.evidence[0].at == at
    assert stated.evidence[0].agrees is (at is not None)


@pytest.mark.parametrize(("language", "at"), [("zh", "2018-03-08"), ("en", None)])
def test_two_digits_of_a_year_may_come_first(language: str, at: str | None) -> None:
    """Where years stand before months, the first two digits may be the year's."""
    candidates = [
        DateCandidate(role="published", source="label", text="18-03-08"),
        DateCandidate(role="published", source="url", text="/2018/03/08/wall"),
    ]
    stated = dates.judge(candidates, "published", dateline=None, lead="", captured_at=None, language=language)
    assert stated is not None
    assert stated.evidence[0].at == at


def test_what_is_taken_for_a_byline_and_names_nobody_is_discarded() -> None:
    """A line that its element calls a byline is never lost: without a name or a date it is kept as discarded."""
    page = f'<html lang="en"><body><article><h1>{TITLE}</h1><p class="byline">Kommentare: 14</p>{BODY}</article></body></html>'
    document = normalise(Capture(payload=page.encode(), content_type="text/html", key="k"))
    assert ("byline", "Kommentare: 14") in {(part.label, part.text) for part in document.discarded}
    assert document.authors == ()
