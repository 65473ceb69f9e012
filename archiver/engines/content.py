"""What a document gives to each field of the table: the same words and values for every engine."""

import datetime as dt
import functools
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from archiver.analysis import has_cjk, pair_runs
from archiver.facets import UNITS
from archiver.periods import counted_under, mention_terms, stated_days
from archiver.ranking import TOLD_AGAIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from archiver.document import Document, Entity, StatedDate
    from archiver.fields import Field


_PARAGRAPH = "\n\n"
_LEAD, _LONGEST_LEAD = 80, 120  # code points: what a sentence of news begins with


class Content(NamedTuple):
    """Texts whose words are searched, and whole values that are compared and counted, each value once."""

    texts: tuple[str, ...]
    values: tuple[str, ...]


def content(document: "Document", field: str) -> Content:
    """What this field holds of the document; nothing for a field that this program doesn't know."""
    extract = _EXTRACT.get(field)
    if extract is None:
        return Content((), ())
    return extract(document)


def stated_range(stated: "StatedDate | None") -> "tuple[dt.date, dt.date] | None":
    """First and last day that a stated date may mean, None where there is no date."""
    return stated_days(stated.at) if stated and stated.at else None


def stated_minute(stated: "StatedDate | None") -> int | None:
    """Minutes since the beginning of the year 1, as the page's own clock has them; a coarse date counts as its start."""
    if not stated or not stated.at:
        return None
    hour, minute = (int(stated.at[11:13]), int(stated.at[14:16])) if stated.precision == "minute" else (0, 0)
    return (stated_days(stated.at)[0].toordinal() * 24 + hour) * 60 + minute


def stated_units(stated: "StatedDate | None") -> dict[str, str]:
    """The one value under which a stated date is counted by year, by month and by day: as finely as it is known.

    `2025-09` is counted by month and by day as `2025-09`, and `precision` tells that it is a month. Empty without a date.
    """
    if not stated or not stated.at:
        return {}
    units = {unit: stated.at[:length] for unit, length in (("year", 4), ("month", 7), ("day", 10))}
    return {**units, "precision": stated.precision or _PRECISION_OF.get(len(stated.at), "minute")}


_PRECISION_OF = {4: "year", 7: "month", 10: "day"}


def number(document: "Document", field: str) -> int | None:
    """The number that this field holds of the document; None where there is none, or the program doesn't know the field."""
    return count_words(document.text) or None if field == "words" else None


def told_again(document: "Document", fields: "Iterable[Field]") -> tuple[str, ...]:
    """What stands once more among the words of all fields searched, since it says what the story is about."""
    searched = {field.name for field in fields if field.weight > 0}
    parts = (("title", document.title), ("standfirst", document.standfirst), ("body", lead(document.text)))
    return tuple(
        part
        for (field, part), times in zip(parts, TOLD_AGAIN, strict=True)
        if part and field in searched
        for _ in range(times)
    )


def count_words(text: str) -> int:
    """The words of a text as word processors count them: of Chinese, Japanese and Korean every character is one."""
    return sum(len(run) for _, run in pair_runs(text)) if has_cjk(text) else len(text.split())


def lead(text: str) -> str:
    """The beginning of a text that tells the story: its first paragraphs, until they are long enough for a sentence."""
    end = 0
    while end < min(len(text), _LEAD):
        border = text.find(_PARAGRAPH, end + 1)
        end = border if border >= 0 else len(text)
    if end > _LONGEST_LEAD:
        space = text.rfind(" ", _LEAD, _LONGEST_LEAD)
        end = space if space >= 0 else _LONGEST_LEAD
    return text[:end]


class Mentions(NamedTuple):
    """What is indexed of the dates that an article speaks of: the terms of the periods, and what each unit counts."""

    terms: frozenset[str]
    counted: dict[str, frozenset[str]]


def mentions(document: "Document") -> Mentions:
    """What is indexed of the document's mentioned dates; empty where there are none. ValueError for one that isn't any."""
    found = [_mention(mention.start, mention.end, mention.precision) for mention in document.mentioned]
    counted = {unit: frozenset(value for each in found for value in each.counted[unit]) for unit in UNITS["mentioned"]}
    return Mentions(frozenset().union(*(each.terms for each in found)), counted)


@functools.lru_cache(maxsize=10_000)
def _mention(start: str, end: str, precision: str) -> Mentions:
    first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    counted = {unit: frozenset(counted_under(first, last, precision, unit)) for unit in UNITS["mentioned"]}
    return Mentions(mention_terms(first, last), counted)


def _text(text: str | None) -> Content:
    return Content((text,) if text else (), ())


def _names(names: "Iterable[str | None]") -> Content:
    present = tuple(dict.fromkeys(name for name in names if name and not name.isspace()))
    return Content(present, present)


def _entities(entities: "Iterable[Entity]") -> Content:
    texts: dict[str, None] = {}
    values: dict[str, None] = {}
    for entity in entities:
        if not entity.name.strip():  # what is given may have any
            continue
        values[entity.name] = None
        texts[entity.name] = None
        texts.update(dict.fromkeys(form for form in entity.forms if form))
    return Content(tuple(texts), tuple(values))


def _site(document: "Document") -> Content:
    """The site's name and host; it is counted under its name, or its host where the page states no name."""
    host = _host(document.url)
    texts = _names((document.site, host)).texts
    return Content(texts, texts[:1])


def _url(document: "Document") -> Content:
    urls = _names((document.url, document.canonical_url))
    return Content(tuple(unquote(url) for url in urls.texts), urls.values)


def _dateline(document: "Document") -> Content:
    dateline = document.dateline
    return _names((dateline.place, dateline.agency) if dateline else ())


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:  # a malformed address has no host
        return None


_EXTRACT: "dict[str, Callable[[Document], Content]]" = {
    "title": lambda document: _text(document.title),
    "standfirst": lambda document: _text(document.standfirst),
    "body": lambda document: _text(document.text),
    "author": lambda document: _names(document.authors),
    "dateline": _dateline,
    "person": lambda document: _entities(document.people),
    "organisation": lambda document: _entities(document.organisations),
    "place": lambda document: _entities(document.places),
    "country": lambda document: _names(document.countries),
    "site": _site,
    "section": lambda document: _names((document.section,)),
    "language": lambda document: _names((document.language,)),
    "related": lambda document: Content(tuple(story.title for story in document.related if story.title), ()),
    "discarded": lambda document: Content(tuple(part.text for part in document.discarded if part.text), ()),
    "id": lambda document: _names((document.id,)),
    "url": _url,
}
