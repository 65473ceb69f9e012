"""The columns that CSV and Parquet have: what a document gives to each, and of which type it is."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from archiver.engines.content import count_words, stated_range
from archiver.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from archiver.document import Document, Entity, StatedDate

    Value = str | int | tuple[str, ...] | dt.date | dt.datetime | None

TEXT, NUMBER, TEXTS, DAY, TIME = "text", "number", "texts", "day", "time"
"""The types: a text, a whole number, a list of texts, a day, and a moment in UTC."""


class Column(NamedTuple):
    """A column: its name, the type of its values, and the value of a document (None: it has none)."""

    name: str
    kind: str
    value: Callable[[Document], Value]


def choose(names: tuple[str, ...]) -> tuple[Column, ...]:
    """The columns with these names, in this order. Raises UsageError for one that there isn't, or that comes twice."""
    for name in names:
        if name not in _BY_NAME:
            raise UsageError(f"There is no column “{name}”. There are {', '.join(_BY_NAME)}.")
        if names.count(name) > 1:
            raise UsageError(f"The column “{name}” is asked for twice.")
    return tuple(_BY_NAME[name] for name in names)


def captured(document: Document) -> dt.datetime | None:
    """When the page was last seen as it is here (UTC); None where nobody knows it exactly."""
    times = [capture.captured_at for capture in document.captures if capture.exact and capture.captured_at]
    try:
        return max((dt.datetime.fromisoformat(time).astimezone(dt.UTC) for time in times), default=None)
    except (ValueError, OverflowError):
        return None


def _days(date: StatedDate | None) -> tuple[dt.date | None, dt.date | None]:
    try:
        return stated_range(date) or (None, None)
    except ValueError:
        return None, None


def _at(date: StatedDate | None) -> str | None:
    return date.at if date else None


def _precision(date: StatedDate | None) -> str | None:
    return date.precision if date and date.at else None


def _offset(date: StatedDate | None) -> str | None:
    return f"UTC{date.offset}" if date and date.at and date.offset else None


def _names(entities: Iterable[Entity]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entity.name for entity in entities))


def _mentioned(document: Document) -> tuple[str, ...]:
    """The periods as ISO 8601 writes them, `1965-01-01/1971-12-31`; a single day as that day."""
    periods = (
        each.start if each.start == each.end else f"{each.start}/{each.end}" for each in document.mentioned
    )  # fmt: skip
    return tuple(dict.fromkeys(periods))


COLUMNS = (
    Column("id", TEXT, lambda document: document.id),
    Column("key", TEXT, lambda document: document.key),
    Column("url", TEXT, lambda document: document.url),
    Column("canonical_url", TEXT, lambda document: document.canonical_url),
    Column("title", TEXT, lambda document: document.title),
    Column("standfirst", TEXT, lambda document: document.standfirst),
    Column("authors", TEXTS, lambda document: document.authors),
    Column("site", TEXT, lambda document: document.site),
    Column("section", TEXT, lambda document: document.section),
    Column("tags", TEXTS, lambda document: document.tags),
    Column("language", TEXT, lambda document: document.language),
    Column("published", TEXT, lambda document: _at(document.published)),
    Column("published_precision", TEXT, lambda document: _precision(document.published)),
    Column("published_offset", TEXT, lambda document: _offset(document.published)),
    Column("published_from", DAY, lambda document: _days(document.published)[0]),
    Column("published_to", DAY, lambda document: _days(document.published)[1]),
    Column("modified", TEXT, lambda document: _at(document.modified)),
    Column("modified_precision", TEXT, lambda document: _precision(document.modified)),
    Column("modified_offset", TEXT, lambda document: _offset(document.modified)),
    Column("dateline", TEXT, lambda document: document.dateline.place if document.dateline else None),
    Column("agency", TEXT, lambda document: document.dateline.agency if document.dateline else None),
    Column("words", NUMBER, lambda document: count_words(document.text)),
    Column("people", TEXTS, lambda document: _names(document.people)),
    Column("organisations", TEXTS, lambda document: _names(document.organisations)),
    Column("places", TEXTS, lambda document: _names(document.places)),
    Column("countries", TEXTS, lambda document: document.countries),
    Column("mentioned", TEXTS, _mentioned),
    Column("image", TEXT, lambda document: document.image),
    Column("captured", TIME, captured),
    Column("captures", NUMBER, lambda document: len(document.captures)),
    Column("text", TEXT, lambda document: document.text),
    Column("body", TEXT, lambda document: document.body),
)
"""Every column, in the order of the table in docs/file-formats.md."""
_BY_NAME = {column.name: column for column in COLUMNS}
