"""Dates and periods that the text speaks of, resolved against the publication date.

Each language is a list of rules: a pattern, and a function from its match to a period. Where matches overlap the longest
counts; one that means no date (a name with a year in it, a weekday that is a newspaper) takes its words away from others.
"""

import datetime as dt
import functools
from bisect import bisect_left
from collections.abc import Callable, Mapping

from archiver.document import MentionedDate, StatedDate, Zone
from archiver.normalise import (
    mentioned_arabic,
    mentioned_calendars,
    mentioned_english,
    mentioned_english_spans,
    mentioned_latin,
    mentioned_romance,
    mentioned_russian,
)
from archiver.normalise.mentioned_rules import Context, Rule, windows
from archiver.normalise.periods import Period
from archiver.normalise.words import base_language

LONGEST = 200_000
"""Characters of a zone that are looked at; a longer text's end is left alone."""

_LANGUAGES: dict[str, tuple[Callable[[], tuple[Rule, ...]], ...]] = {
    "en": (mentioned_english.rules, mentioned_english_spans.rules, mentioned_calendars.english),
    "fr": (mentioned_latin.french,),
    "de": (mentioned_latin.german,),
    "es": (mentioned_latin.spanish,),
    "it": (mentioned_romance.italian,),
    "pt": (mentioned_romance.portuguese,),
    "ru": (mentioned_russian.russian,),
    "ar": (mentioned_arabic.arabic, mentioned_calendars.arabic),
    "ur": (mentioned_arabic.urdu, mentioned_calendars.urdu),
    "fa": (mentioned_calendars.persian,),
}


@functools.cache
def _rules(language: str) -> tuple[Rule, ...]:
    return tuple(rule for build in _LANGUAGES.get(language, ()) for rule in build())


def find(
    zones: Mapping[Zone, str], *, published: dt.date | StatedDate | str | None, language: str | None
) -> tuple[MentionedDate, ...]:
    """The dates that the zones mention, zone by zone in text order.

    `published` is the day of publication (ISO text, a date, or what the page states); without it, or where it is
    coarser than a day, relative and partial dates are left out. English, French, German, Spanish, Italian, Portuguese,
    Russian, Arabic and Urdu are known, of Persian its own calendar; other languages have none.
    """
    rules = _rules(base_language(language)) if language else ()
    if not rules:
        return ()
    day = _day(published)
    # The body first: a headline's weekday is the one that the story tells of.
    body = _in_zone("body", zones.get("body", "")[:LONGEST], rules, day, frozenset())
    told = frozenset(dt.date.fromisoformat(date.start) for date in body if date.precision == "day")
    return tuple(
        mention
        for zone, text in zones.items()
        for mention in (body if zone == "body" else _in_zone(zone, text[:LONGEST], rules, day, told))
    )


def _day(published: dt.date | StatedDate | str | None) -> dt.date | None:
    if isinstance(published, StatedDate):
        published = published.at
    if isinstance(published, dt.datetime):
        return published.date()
    if isinstance(published, str):
        return dt.date.fromisoformat(published[:10]) if len(published) >= len("2025-01-01") else None
    return published


def _in_zone(
    zone: Zone, text: str, rules: tuple[Rule, ...], published: dt.date | None, told: frozenset[dt.date]
) -> list[MentionedDate]:
    found: list[tuple[int, int, Period | None]] = []
    near = {anchor: windows(text, anchor) for anchor in {rule.anchor for rule in rules}}
    for rule in rules:
        for first, last in near[rule.anchor]:
            for match in rule.pattern.finditer(text, first, last):
                start, end = match.span("date")
                found.append((start, end, _resolved(rule, Context(match, text, published, zone, told))))
    return [
        MentionedDate(
            start=period.start.isoformat(),
            end=period.end.isoformat(),
            precision=period.precision,
            text=text[start:end],
            zone=zone,
            span=(start, end),
        )
        for start, end, period in _longest(found)
        if period is not None
    ]


def _resolved(rule: Rule, context: Context) -> Period | None:
    """A rule's period; None where the calendar has none (the 31st of June, a year past 9999)."""
    try:
        return rule.resolve(context)
    except (ValueError, OverflowError):
        return None


def _longest(found: list[tuple[int, int, Period | None]]) -> list[tuple[int, int, Period | None]]:
    """The matches that stay when the longest of overlapping ones wins, in text order."""
    kept: list[tuple[int, int, Period | None]] = []
    starts: list[int] = []
    for item in sorted(found, key=lambda item: (item[0] - item[1], item[0], item[2] is not None)):
        at = bisect_left(starts, item[0])
        behind = at < len(kept) and kept[at][0] < item[1]
        before = at > 0 and kept[at - 1][1] > item[0]
        if not behind and not before:
            kept.insert(at, item)
            starts.insert(at, item[0])
    return kept
