"""Times that a page states in several zones, and those of its changes: what a reader of the page would cite."""

import pytest

from archiver.document import StatedDate
from tests.normalise.test_html import BODY
from tests.normalise.test_page_dates import HEADLINE, document


def meta(name: str, value: str) -> str:
    """A meta tag of the page's head."""
    return f'<meta property="article:{name}_time" content="{value}">'


def data(**fields: str) -> str:
    """JSON-LD of an article."""
    values = ",".join(f'"{name}":"{value}"' for name, value in fields.items())
    return f'<script type="application/ld+json">{{"@type":"NewsArticle",{values}}}</script>'


def page(head: str, line: str, url: str = "https://tarn.example/wall") -> tuple[StatedDate | None, StatedDate | None]:
    """When a page of this head, with this line below its headline, says that it was published and changed."""
    found = document(f"<article>{HEADLINE}<div class='date'>{line}</div>{BODY}</article>", head=head, url=url)
    return found.published, found.modified


def told(date: StatedDate | None) -> str | None:
    """A date as its words, the offset behind it."""
    return f"{date.at}{date.offset or ''}" if date and date.at else None


@pytest.mark.parametrize(
    ("head", "line", "expected"),
    [
        # What is UTC's clock with a local offset, and what a reader sees.
        (data(datePublished="2025-03-05T23:49:47-03:00"), "05/03/2025 20:49", "2025-03-05T20:49-03:00"),
        (data(datePublished="2025-03-05T20:17:00+01:00"), "March 5, 2025, 21:17", "2025-03-05T21:17+01:00"),
        (data(datePublished="2025-03-05T20:49:47-03:00"), "05/03/2025 20:49", "2025-03-05T20:49-03:00"),
        (
            data(datePublished="2025-11-20T04:31:13-06:00") + meta("published", "2025-11-20T04:31:13+00:00"),
            "Nov 19, 2025, 10:31 pm CST",
            "2025-11-19T22:31-06:00",
        ),
        # A reader's time with its zone and another source outweigh one that is apart by a zone.
        (
            data(datePublished="2025-07-09T13:34:39Z") + meta("published", "2025-07-09T17:34:39"),
            "July 9, 2025 at 10:34 AM PDT",
            "2025-07-09T10:34-07:00",
        ),
        # Of one clock in two zones more sources tell the right one; of two zones that one source each tells, the first.
        (
            data(datePublished="2025-05-14T15:40:14Z") + meta("published", "2025-05-14T15:40:14+02:00"),
            '<time datetime="2025-05-14T15:40:14+02:00">14 May 2025</time>',
            "2025-05-14T15:40+02:00",
        ),
        (
            data(datePublished="2025-05-14T15:40:14+02:00") + meta("published", "2025-05-14T15:40:14Z"),
            "14 May 2025",
            "2025-05-14T15:40+02:00",
        ),
        # Data in UTC, and the same instant on the day before where the page was made.
        (
            data(datePublished="2025-12-16T01:25:59.000Z"),
            '<time datetime="2025-12-15T20:25:59-05:00">Dec. 15, 2025</time>',
            "2025-12-15T20:25-05:00",
        ),
        # Twelve hours behind UTC nobody lives: that clock has lost its "pm".
        (
            meta("published", "2025-04-21T16:06:00Z") + '<meta name="publish-date" content="2025-04-21 04:06:00">',
            "2025/04/21",
            "2025-04-21T16:06+00:00",
        ),
        # Offsets as they are written by hand.
        ("", '<time datetime="2025-11-12T12:32-500">12 Nov 2025</time>', "2025-11-12T12:32-05:00"),
        ("", '<time datetime="2025-11-12T12:32-5:00">12 Nov 2025</time>', "2025-11-12T12:32-05:00"),
        # An abbreviation that tells a machine the whole, and HTML's old mark of the publication.
        ("", '<abbr title="2025-03-05T15:11:36-0800">Wed Mar 5</abbr>', "2025-03-05T15:11-08:00"),
        (
            "",
            '<time class="updated" pubdate datetime="2025-03-05T20:08:00-04:00">March 5, 2025</time>',
            "2025-03-05T20:08-04:00",
        ),
        # Figures with stops that can only have their month first; of two centuries the one that the data are near.
        ("", "12.29.2024", "2024-12-29"),
        (meta("published", "2024-12-30T01:30:41Z"), "12.29.24", "2024-12-29"),
    ],
)
def test_the_zone_is_the_page_s_own(head: str, line: str, expected: str) -> None:
    """Where sources state a time in several zones, it is the one that a reader sees, or that most of them mean."""
    assert told(page(head, line)[0]) == expected


@pytest.mark.parametrize("line", ["Thursday 13 November 2025 07.40 GMT", "13 November 2025, 07:40", "13 November 2025"])
def test_a_day_that_is_shown_isnt_the_address_s(line: str) -> None:
    """An address of the day before doesn't move a time in UTC to it where the page shows the day."""
    found, _ = page(meta("published", "2025-11-13T07:40:07Z"), line, "https://tarn.example/2025/nov/12/wall")
    assert (told(found) or "")[:10] == "2025-11-13"


@pytest.mark.parametrize(
    ("head", "line", "expected"),
    [
        # The system's "last change" is before the publication: it is of a draft, or lacks a "pm".
        (meta("published", "2025-12-29T21:08:14Z") + meta("modified", "2025-12-29T16:08:14Z"), "29 Dec 2025", None),
        (
            meta("modified", "2025-12-29 07:21:15"),
            "Published Monday, Dec. 29 2025, 6:00 PM EST Last updated Monday, Dec. 29 2025, 7:21 PM EST",
            "2025-12-29T19:21",
        ),
        # What repeats the publication gives way to a later change.
        (
            data(datePublished="2025-01-14T23:57:29+01:00", dateModified="2025-01-14T23:57:29+01:00")
            + meta("modified", "2025-01-15T00:06:48+01:00"),
            "14 January 2025",
            "2025-01-15T00:06+01:00",
        ),
        (
            data(datePublished="2025-01-14T23:57:29+01:00", dateModified="2025-01-14T23:57:29+01:00"),
            "14 January 2025",
            "2025-01-14T23:57+01:00",
        ),
    ],
)
def test_a_change_comes_after_the_publication(head: str, line: str, expected: str | None) -> None:
    """A change isn't before the publication, nor its own time where a later one is told."""
    assert told(page(head, line)[1]) == expected


@pytest.mark.parametrize(
    "lines",
    [
        "<span>Published: 5 March 2025, 10:15</span><span>Updated: 6 March 2025, 09:10</span>",
        "<p>Published 5 March 2025, 10:15. Updated 6 March 2025, 09:10.</p>",
    ],
)
def test_both_dates_of_one_line(lines: str) -> None:
    """Dates that only the eye sees apart, or that are told in sentences, are both read, and are none of the text."""
    found = document(f"<article>{HEADLINE}<div>{lines}</div>{BODY}</article>")
    assert (told(found.published), told(found.modified)) == ("2025-03-05T10:15", "2025-03-06T09:10")
    assert "2025" not in found.text
