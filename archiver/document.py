"""The records that go through the archive: a capture goes in, a document comes out.

They are msgspec structs: frozen, checked when they are read from JSON, and written to JSON with the names that
`archive show --format json` and `archive export` print. Absent values are None or empty tuples; times are ISO 8601.
"""

import datetime as dt
import hashlib
from typing import Literal

import msgspec

Precision = Literal["minute", "day", "month", "year"]
"""How fine a date is known. `at` is written just as finely: 2025-09-02T19:49, 2025-09-02, 2025-09, 2025."""

SpanPrecision = Literal["day", "month", "year", "decade", "century"]
"""How fine a mentioned date or period is meant; no count is ever made finer than this."""

Zone = Literal["title", "standfirst", "body"]
"""A zone that spans count in. Spans of `body` count in `Document.text`, in code points, end excluded."""

Span = tuple[int, int]

DOCUMENT_TYPE = "application/vnd.news-archive.document+json"
"""Content type of a capture whose payload is a document's fields as JSON, taken as they are given."""


class FeedEntry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a feed said of a page that it led to, in the feed's own words: nothing is judged yet.

    `feed` is its address, or the name of the file that it was read from; `url` the page's address as the entry gives it.
    """

    feed: str
    url: str
    title: str | None = None
    summary: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    categories: tuple[str, ...] = ()

    def tells_news(self, known: "FeedEntry | None") -> bool:
        """Whether it says of the page what another entry, one that is known, doesn't: a headline or a date."""
        return known is None or any(
            said is not None and said != before
            for said, before in (
                (self.title, known.title),
                (self.published, known.published),
                (self.updated, known.updated),
            )
        )


class Capture(msgspec.Struct, frozen=True, kw_only=True):
    """A page as it was fetched or imported, byte for byte.

    `url` is the address that the page was fetched from or is known under (None: a file that names none), `key` what
    identifies the document for good (see `archiver.keys`; empty: derived from `url`), `content_type` the value of the
    HTTP header or its like, with its charset parameter if one was stated.

    `captured_at` is aware and in UTC; None if nobody knows. Where `captured_exactly` is False it is only an upper
    bound, an import's time: nothing relative ("2 minutes ago") may be resolved against it.

    `headers` are the response's own (name, value) pairs, where there was a response. `entry` is what the feed says of it
    that led to it. `source` tells a person where it
    came from: a path, a URL, `page.warc.gz, record 12`. `position` is the capture's number in the log, None before it
    is stored.
    """

    payload: bytes
    content_type: str
    url: str | None = None
    key: str = ""
    captured_at: dt.datetime | None = None
    captured_exactly: bool = True
    headers: tuple[tuple[str, str], ...] = ()
    entry: FeedEntry | None = None
    source: str = ""
    position: int | None = None


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """One candidate for a date: where it was seen, in which words, what it says, and whether it agrees with the choice.

    `source` is one of json-ld, microdata, meta, script, time, label (words that a label such as "Published" stands before), line
    (a date that stands alone in its line), dateline, weekday, url, feed, given. `agrees` is False for a candidate that
    contradicts the date chosen or was refused; `reason` then says why, and `at` is None where it can't be read.
    """

    source: str
    text: str
    at: str | None = None
    precision: Precision | None = None
    agrees: bool = True
    reason: str | None = None


class StatedDate(msgspec.Struct, frozen=True, kw_only=True):
    """A date as the page states it.

    `at` has the precision's length (minute: 2025-09-02T19:49), in the page's own local time; `offset` is `+05:00` or
    None where the page states none. A page of which every candidate was refused has no date (`archive inspect` says why).
    """

    at: str | None = None
    precision: Precision | None = None
    offset: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Dateline(msgspec.Struct, frozen=True, kw_only=True):
    """Where the report was filed, by which agency, and on which day (ISO date)."""

    place: str | None = None
    agency: str | None = None
    date: str | None = None


class MentionedDate(msgspec.Struct, frozen=True, kw_only=True):
    """A date or period that the text speaks of: first and last day (ISO dates, both inside), and where it stands."""

    start: str
    end: str
    precision: SpanPrecision
    text: str
    zone: Zone
    span: Span


class Mention(msgspec.Struct, frozen=True):
    """One place in the document where a form of a name stands."""

    zone: Zone
    span: Span


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """A person or an organisation: the name it is counted under, and the forms that the text uses, in text order."""

    name: str
    forms: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


class Place(Entity, frozen=True, kw_only=True):
    """A place; `country` is the English short name of the country that it lies in or is, None if not known."""

    country: str | None = None


class RelatedStory(msgspec.Struct, frozen=True, kw_only=True):
    """A headline of another story on the page; `at` only where its time could be resolved honestly."""

    title: str
    url: str | None = None
    at: str | None = None
    time_text: str | None = None


class Discarded(msgspec.Struct, frozen=True, kw_only=True):
    """Text that was cut from the article, and the kind of boilerplate that it was taken for."""

    label: str
    text: str


class DocumentCapture(msgspec.Struct, frozen=True, kw_only=True):
    """One capture of the document, as the catalogue lists it.

    `position` is its number in the log, `captured_at` its time (ISO 8601, UTC) or None if nobody knows. Where `exact` is
    False that is the time of the import, and the page was captured then or earlier. `digest` is the payload's.
    """

    position: int
    captured_at: str | None
    digest: str
    exact: bool = True


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """An article, its zones as fields.

    `body` is Markdown with absolute links; `text` is the same as plain paragraphs joined by a blank line: what is
    indexed, and what spans count in. `tags` are the publisher's own words for what it is about. `language` is a lower-case ISO 639 code. `captures` comes from the catalogue and
    is no part of `digest`.
    """

    id: str
    key: str
    url: str | None = None
    canonical_url: str | None = None
    site: str | None = None
    title: str | None = None
    standfirst: str | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    image: str | None = None
    body: str = ""
    text: str = ""
    dateline: Dateline | None = None
    published: StatedDate | None = None
    modified: StatedDate | None = None
    mentioned: tuple[MentionedDate, ...] = ()
    people: tuple[Entity, ...] = ()
    organisations: tuple[Entity, ...] = ()
    places: tuple[Place, ...] = ()
    related: tuple[RelatedStory, ...] = ()
    discarded: tuple[Discarded, ...] = ()
    captures: tuple[DocumentCapture, ...] = ()

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries of the places, each once, in the order of the places."""
        return tuple(dict.fromkeys(place.country for place in self.places if place.country))

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the document as JSON, without its captures."""
        return hashlib.sha256(encode(msgspec.structs.replace(self, captures=()))).hexdigest()


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Document)


def encode(document: Document) -> bytes:
    """The document as one line of JSON, in UTF-8, its fields in the order of the class."""
    return _encoder.encode(document)


def decode(data: bytes) -> Document:
    """The document that `encode` wrote; msgspec.ValidationError names the field that isn't as it should be."""
    return _decoder.decode(data)
