"""What the page's zones hold before dates are judged and names are found: the seam inside the normaliser."""

import datetime as dt

import msgspec

from archiver.document import Discarded, Precision


def left_unread(text: str) -> tuple[Discarded, ...]:
    """What a page has more than is read of one; nothing where there is no more."""
    return (Discarded(label="unread", text=text),) if text else ()


class DateCandidate(msgspec.Struct, frozen=True, kw_only=True):
    """A date that the page shows somewhere, still unjudged.

    `role` is what the place claims to tell: published or modified. `source` is one of the sources of
    `archiver.document.Evidence`; `text` the words or the attribute's value as they stand on the page. `trust` is how much
    its place makes of it, where that isn't what its source is trusted with; `refused` why its place makes it another one's;
    `outside` that it stands above the article, where sites tell what day it is.
    """

    role: str
    source: str
    text: str
    trust: float | None = None
    refused: str | None = None
    outside: bool = False


class ParsedDate(msgspec.Struct, frozen=True, kw_only=True):
    """A date read from words.

    `at` is cut to the precision (2025-09-02T19:49, 2025-09-02, 2025-09, 2025), the page's own local time; `offset` (`+05:00`) only if it is stated; `weekday` (0 Monday … 6 Sunday) only if it is named.
    """

    at: str
    precision: Precision
    offset: str | None = None
    weekday: int | None = None

    @property
    def moment(self) -> dt.datetime | None:
        """The moment that it states: a minute with its offset; None where it is coarser, or in an unknown zone."""
        if self.precision != "minute" or self.offset is None:
            return None
        return dt.datetime.fromisoformat(f"{self.at}{self.offset}")


class RelatedDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A headline of another story as one of the page's lists shows it: `list_number` tells the lists apart.

    `time_text` is the time beside it as a reader sees it, `at` what the page states for it by machine (ISO 8601).
    """

    title: str
    list_number: int
    url: str | None = None
    time_text: str | None = None
    at: str | None = None


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A page taken apart into zones.

    `paragraphs` are the body's plain paragraphs in order, the dateline already cut off the first; `dateline_text` is
    what was cut. `body` is the same as Markdown. `byline` is the line as it stands. `language` is what the page
    declares (lower-case ISO 639), None if nothing.
    """

    title: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    authors: tuple[str, ...] = ()
    dateline_text: str | None = None
    paragraphs: tuple[str, ...] = ()
    body: str = ""
    site: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    canonical_url: str | None = None
    image: str | None = None
    dates: tuple[DateCandidate, ...] = ()
    related: tuple[RelatedDraft, ...] = ()
    discarded: tuple[Discarded, ...] = ()
