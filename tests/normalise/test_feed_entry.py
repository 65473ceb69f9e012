"""What a feed says of a page, as evidence beside what the page says."""

import datetime as dt

import msgspec
import pytest

from archiver.document import Capture, Document, FeedEntry
from archiver.normalise import Context, normalise
from archiver.normalise.inspection import inspect
from tests.normalise.test_html import BODY

ENTRY = FeedEntry(
    feed="https://gazette.example/rss",
    url="https://gazette.example/wall",
    title="Wall to be rebuilt",
    authors=("Ida Quist",),
    published="Tue, 02 Sep 2025 19:49:00 +0200",
    categories=("Harbour", "Uncategorized"),
)
BARE = f"<html><head><title>Gazette</title></head><body><h1>Wall to be rebuilt</h1>{BODY}</body></html>"
STATED = BARE.replace(
    "<title>",
    '<meta property="article:published_time" content="2025-09-02T08:00:00+02:00">'
    '<meta name="keywords" content="Walls"><title>',
)


def capture(page: str, content_type: str = "text/html", **changes: object) -> Capture:
    """A page to which this entry, with changes, led."""
    entry = msgspec.structs.replace(ENTRY, **changes)
    return Capture(
        payload=page.encode(),
        content_type=f"{content_type}; charset=utf-8",
        url=entry.url,
        captured_at=dt.datetime(2025, 9, 4, tzinfo=dt.UTC),
        entry=entry,
    )


def document(page: str, content_type: str = "text/html", **changes: object) -> Document:
    """The document of such a page."""
    return normalise(capture(page, content_type, **changes), Context(names=False))


def test_a_page_without_a_date() -> None:
    """The entry's date is the publication's where the page states none, with the feed as evidence."""
    published = document(BARE).published
    assert published is not None
    assert (published.at, published.offset) == ("2025-09-02T19:49", "+02:00")
    assert [(evidence.source, evidence.agrees) for evidence in published.evidence if evidence.source != "weekday"] == [
        ("feed", True)
    ]


def test_the_page_comes_first() -> None:
    """Where the page's data say another minute, or other tags, they are believed; the feed is told beside them."""
    found = document(STATED)
    assert found.published is not None
    assert found.published.at == "2025-09-02T08:00"
    assert [(evidence.source, evidence.agrees) for evidence in found.published.evidence if evidence.source != "weekday"] == [
        ("meta", True),
        ("feed", False),
    ]  # fmt: skip
    assert found.tags == ("Walls",)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Fri, 05 Sep 2025 19:49:00 +0200", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("soon", None),
        ("2025-09-02", "2025-09-02"),
        ("Tue, 02 Sep 2025 17:49:00 GMT", "2025-09-02T17:49"),
    ],
    ids=["after the capture", "no date", "no words of a date", "a day", "in UTC"],
)
def test_dates_of_entries_are_judged(text: str, at: str | None) -> None:
    """An entry's date is refused for the same reasons as the page's."""
    published = document(BARE, published=text).published
    assert (published and published.at) == at


def test_a_change() -> None:
    """The day of an entry's last change is the article's, too."""
    modified = document(BARE, updated="2025-09-03T08:00:00+02:00").modified
    assert modified is not None
    assert modified.at == "2025-09-03T08:00"


def test_tags_and_authors() -> None:
    """Categories are tags where the page has none; an author counts if the page bears the name."""
    assert document(BARE).tags == ("Harbour",)
    assert document(BARE).authors == ()
    assert document(BARE.replace("</h1>", "</h1><p class=x>Ida Quist</p>")).authors == ("Ida Quist",)


def test_the_text_of_a_page() -> None:
    """A page that is plain text says nothing by machine: headline, author and date may come from the feed."""
    text = "The wall at the harbour will be rebuilt next year, the council said, and the road beside it with it."
    found = document(text, "text/plain")
    assert (found.title, found.authors) == ("Wall to be rebuilt", ("Ida Quist",))
    assert found.published is not None
    assert found.published.at == "2025-09-02T19:49"
    assert found.text == text


def test_an_inspection_tells_of_the_feed() -> None:
    """Whoever looks at a page sees what the feed said of it, and that the author is from there."""
    seen = inspect(
        capture("The wall at the harbour will be rebuilt next year, they said.", "text/plain"), Context(names=False)
    )
    assert seen.feed == ENTRY
    assert seen.authors is not None
    assert seen.authors.source == "feed"


def test_hostile_entries() -> None:
    """Mark-up and controls in an entry reach no document."""
    found = document(
        BARE, title="\x1b[31mWall\x07 <script>", categories=("\x1b]0;x\x07Harbour<b>",), authors=("<b>\x00",)
    )
    assert not any(ord(char) < 32 for text in (found.title or "", *found.tags, *found.authors) for char in text)
