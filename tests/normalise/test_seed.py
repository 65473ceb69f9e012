"""The page text that the archive was first built for; its words stay outside the project."""

import datetime as dt
import pathlib

import pytest

from archiver.document import Capture, Document
from archiver.normalise import normalise

SEED = pathlib.Path(__file__).parents[2].parent / "shared" / "seed" / "article.txt"
CAPTURED = dt.datetime(2025, 9, 2, 15, 0, 30, tzinfo=dt.UTC)

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the page is not part of the project")


def document(captured_at: dt.datetime | None = None, *, exactly: bool = False) -> Document:
    """The seed's document."""
    return normalise(
        Capture(
            payload=SEED.read_bytes(),
            content_type="text/plain",
            captured_at=captured_at,
            captured_exactly=exactly,
            key="k",
        )
    )


def lines() -> list[str]:
    """The page's lines."""
    return SEED.read_text("utf-8").splitlines()


def test_title_and_author_stand_in_the_first_two_lines() -> None:
    """The first line is the headline, and the name before "Published" is the author."""
    page = document()
    assert page.title == lines()[0]
    assert page.authors == ("Sumaira FH",)
    assert page.language == "en"


def test_publication_is_known_to_the_minute_without_an_offset() -> None:
    """Label, dateline and weekday agree on the date, and no time zone is invented."""
    published = document().published
    assert published is not None
    assert (published.at, published.precision, published.offset) == ("2025-09-02T19:49", "minute", None)
    assert [(piece.source, piece.agrees) for piece in published.evidence] == [
        ("label", True),
        ("dateline", True),
        ("weekday", True),
    ]


def test_dateline_is_a_zone_of_its_own() -> None:
    """Place, agency and date are told apart."""
    dateline = document().dateline
    assert dateline is not None
    assert (dateline.place, dateline.agency, dateline.date) == (
        "Islamabad",
        "UrduPoint / Pakistan Point News",
        "2025-09-02",
    )


def test_standfirst_is_not_in_the_body() -> None:
    """The line that the lead repeats is the standfirst."""
    assert document().standfirst == lines()[2]


def test_body_has_thirteen_paragraphs() -> None:
    """The body runs from behind the dateline to the last paragraph, its broken first one joined."""
    page = document()
    paragraphs = page.text.split("\n\n")
    assert len(paragraphs) == 13
    assert paragraphs[0] == f"{lines()[2]} {lines()[4]}"
    assert paragraphs[1:] == lines()[5:17]
    assert page.body == page.text


def test_other_stories_are_eleven() -> None:
    """Two lists become one: doubles joined, cut ones completed, the article's own headline left out."""
    titles = [story.title for story in document().related]
    assert len(titles) == 11
    assert [title for title in titles if title.endswith("…")] == [titles[1]]
    assert titles[1].startswith(lines()[19].removesuffix(", .."))
    assert titles[2].endswith("senior actor Anwar Ali")
    assert titles[3].endswith("until Sept 4")
    assert not any(title.casefold() == lines()[0].casefold() for title in titles)
    assert titles[4:] == lines()[23:30]


def test_times_of_other_stories() -> None:
    """Digits that run together are told apart, and each story has its time."""
    times = [story.time_text for story in document().related]
    assert times == ["2 minutes ago"] * 4 + ["4 minutes ago"] * 5 + ["12 minutes ago"] * 2


@pytest.mark.parametrize(
    ("captured_at", "exactly", "at"),
    [(CAPTURED, True, "2025-09-02T14:58Z"), (CAPTURED, False, None), (None, True, None)],
)
def test_relative_times_need_an_exact_capture(captured_at: dt.datetime | None, exactly: bool, at: str | None) -> None:
    """A relative time is resolved only where it is known when the page was captured."""
    assert document(captured_at, exactly=exactly).related[3].at == at


def test_glued_time_is_told_by_its_neighbours_without_a_twin() -> None:
    """Without the list that has the headline alone, the ascending times of the neighbours decide."""
    page = lines()
    alone = "\n".join(page[:17] + page[page.index("More Stories From Pakistan") :])
    story = normalise(Capture(payload=alone.encode(), content_type="text/plain", key="k")).related[3]
    assert (story.title[-6:], story.time_text) == ("Sept 4", "2 minutes ago")
