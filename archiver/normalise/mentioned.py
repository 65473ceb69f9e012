"""Dates and periods that the text speaks of, resolved against the publication date.

Each language is a list of rules: a pattern, and a function from its match to a period. Where matches overlap the longest
counts; one that means no date (a name with a year in it, a weekday that is a newspaper) takes its words away from others.
"""

import datetime as dt
import functools
import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from typing import NamedTuple

from archiver.document import MentionedDate, StatedDate, Zone
from archiver.normalise import (
    mentioned_arabic,
    mentioned_calendars,
    mentioned_english,
    mentioned_english_relative,
    mentioned_english_spans,
    mentioned_english_years,
    mentioned_latin,
    mentioned_lists,
    mentioned_romance,
    mentioned_russian,
    mentioned_seasons,
    mentioned_today,
)
from archiver.normalise.mentioned_rules import PASSED, Anchor, Context, Rule, windows
from archiver.normalise.mentioned_story import Found, of_stories
from archiver.normalise.periods import Period
from archiver.normalise.words import base_language

LONGEST = 200_000
"""Characters of a zone that are looked at; a longer text's end is left alone."""

_MOST = 3000  # matches of a zone that are read: a text of nothing but weekdays would take long

_LANGUAGES: dict[str, tuple[Callable[[], tuple[Rule, ...]], ...]] = {
    "en": (
        mentioned_lists.english,
        mentioned_english.rules,
        mentioned_english_years.rules,
        mentioned_english_relative.rules,
        mentioned_english_spans.rules,
        mentioned_calendars.english,
    ),
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


_SHORT = 500  # characters; of such texts, headlines, most have no anchor at all


_LONG = ("year", "decade", "century")
_NAMED = 16  # characters
_BEFORE_CHRIST = re.compile(
    r"\s?(?:B\.?C\.?(?:E\b\.?)?(?!\w)|v\.\s?Chr|av(?:ant|\.)\sJ|(?:a|antes\sde|avanti|prima\sdi)\.?\s?C(?:risto|\.)|до\sн|قبل\sالميلاد|قبل\sمسیح|قبل\sاز\sمسیح)"
)


class _Rules(NamedTuple):
    """A language's rules with their numbers, by their anchors, each of which is looked for once; and one pattern for all anchors."""

    language: str
    anchored: tuple[tuple[Anchor, tuple[tuple[int, Rule], ...]], ...]
    anywhere: re.Pattern[str]


def _all_rules(language: str, *, southern: bool) -> tuple[Rule, ...]:
    own = tuple(rule for build in _LANGUAGES.get(language, ()) for rule in build())
    if language == "fa":
        return own
    return own + mentioned_today.rules(language) + (() if southern else mentioned_seasons.rules(language))


@functools.cache
def _rules(language: str, *, southern: bool) -> _Rules:
    found: dict[Anchor, list[tuple[int, Rule]]] = {}
    for number, rule in enumerate(_all_rules(language, southern=southern)):
        found.setdefault(rule.anchor, []).append((number, rule))
    patterns = ("|".join(map(re.escape, anchor)) if isinstance(anchor, tuple) else anchor.pattern for anchor in found)
    return _Rules(
        language, tuple((anchor, tuple(rules)) for anchor, rules in found.items()), re.compile("|".join(patterns))
    )


def find(
    zones: Mapping[Zone, str], *, published: dt.date | StatedDate | str | None, language: str | None
) -> tuple[MentionedDate, ...]:
    """The dates that the zones mention, zone by zone in text order.

    `published` is the day of publication (ISO text, a date, or what the page states); without it, or where it is
    coarser than a day, relative and partial dates are left out. English, French, German, Spanish, Italian, Portuguese,
    Russian, Arabic and Urdu are known, of Persian its own calendar; other languages have none. Of a `language` with a country of the
    south ("en-AU") no season counts.
    """
    tongue = base_language(language or "")
    if tongue not in _LANGUAGES:
        return ()
    rules = _rules(tongue, southern=mentioned_seasons.is_southern(language))
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
    zone: Zone,
    text: str,
    rules: _Rules,
    published: dt.date | None,
    told: frozenset[dt.date],
) -> list[MentionedDate]:
    found: list[Found] = []
    if len(text) < _SHORT and not rules.anywhere.search(text):
        return []
    for anchor, numbered in rules.anchored:
        places = windows(text, anchor)
        for number, rule in numbered if places else ():
            has = rule.needs.search if rule.needs else None
            pattern = None
            for first, last in places:
                if has and not has(text, first, last):
                    continue
                pattern = pattern or rule.pattern
                for match in pattern.finditer(text, first, last):
                    if len(found) >= _MOST:
                        break
                    start, end = match.span("date")
                    context = Context(match, text, published, zone, told)
                    period = _resolved(rule, context)
                    if period is PASSED:
                        continue
                    found.append(Found(start, end, period, number, rule, context))
    return [
        MentionedDate(
            start=period.start.isoformat(),
            end=period.end.isoformat(),
            precision=period.precision,
            text=text[start:end],
            zone=zone,
            span=(start, end),
        )
        for start, end, period, *_ in of_stories(_longest(found), rules.language, _resolved)
        if period is not None
    ]


def _resolved(rule: Rule, context: Context) -> Period | None:
    """A rule's period; None where the calendar has none (the 31st of June, a year past 9999).

    Nor has it where a word is one only by a letter that is equal but for its case, such as the long s of "laſt year".
    """
    try:
        period = rule.resolve(context)
    except (ValueError, OverflowError, LookupError):
        return None
    return None if period and period.precision in _LONG and _BEFORE_CHRIST.match(context.after(_NAMED)) else period


def _longest(found: list[Found]) -> list[Found]:
    """The matches that stay when the longest of overlapping ones wins, in text order; of equals an earlier rule's."""
    kept: list[Found] = []
    starts: list[int] = []
    for item in sorted(
        found, key=lambda item: (item.start - item.end, item.start, item.period is not None, item.number)
    ):
        at = bisect_left(starts, item.start)
        behind = at < len(kept) and kept[at].start < item.end
        before = at > 0 and kept[at - 1].end > item.start
        if not behind and not before:
            kept.insert(at, item)
            starts.insert(at, item.start)
    return kept
