"""The rules for what counts from the day of publication in English news text, and for days that have a name."""

import datetime as dt
import functools
import re
from functools import partial
from typing import Final

import regex

from archiver.normalise import english_periods as meaning
from archiver.normalise import periods
from archiver.normalise.english_words import SAID, UNITS, WORDS
from archiver.normalise.mentioned_rules import Context, Rule, near_day, rule, spelled
from archiver.normalise.periods import Period

_UNIT: Final = re.compile("week|month|year|decade|centur|days|ne day|Week|Month|Year|Decade|Centur")
_SPOKEN_DAY: Final = ("sterday", "morrow", "night", "today", "Today", "Tonight")
_AGO: Final = (" ago", " back")
_FEAST: Final = ("Christmas", "Boxing", "New Year")
_FEAST_WORDS: Final = r"(?P<feast>Christmas(?:\sDay|\sEve)?|Boxing\sDay|New\sYear[’']s\s(?:Day|Eve))"
_PART_OF_YEAR_WORDS: Final = ("uarter", "half of ")
_SPOKEN: Final = re.compile(spelled("yesterday tomorrow night tonight"))
_TODAY: Final = re.compile(spelled("today"))
_SOME_UNITS: Final = re.compile(
    rf"{spelled('past last preceding previous next coming')}\s(?:\d|\w{{1,8}}\s)[\w\s]{{0,12}}?[\s-]?{spelled('day week month year decade centur')}"
)
_UNITS_AGO: Final = re.compile(rf"{spelled('day week month year decade century centurie')}[sS]?\s{spelled('ago back')}")


@functools.cache
def rules() -> tuple[Rule, ...]:
    """The rules."""
    return (*_feasts(), *_relative())


def _feasts() -> tuple[Rule, ...]:
    """Days that have a name and the same date each year, where words of time stand before them."""
    return (
        rule(
            r"\b(?P<date>(?P<which>(?!))?<FEAST>,?\s(?:of\s)?(?P<year>(?:1[5-9]|20)\d\d))\b",
            _feast,
            {"FEAST": _FEAST_WORDS},
            cased=True,
            anchor=_FEAST,
            needs=re.compile("[12][0-9]{3}"),
        ),
        rule(
            r"\b(?:[Bb]efore|[Bb]y|[Uu]ntil|[Tt]ill|[Aa]fter|[Aa]t|[Oo]n|[Oo]ver|[Ss]ince|[Ff]or|of)\s(?P<date>(?:(?P<which>last|next|this)\s)?<FEAST>(?P<year>(?!))?)\b(?![’']|-|,?\s(?:of\s)?[12]\d{3}|"
            r"\s(?:\p{Lu}|trees?|cards?|markets?|part(?:y|ies)|lights?|presents?|shopp\w+|sales?|carols?|songs?|trading|period|"
            r"holidays?|dinners?|lunch|break|jumpers?|decorations?|spirit|season|truce|concerts?|fairs?|special|number|morning|bonus\w*))",
            _feast,
            {"FEAST": _FEAST_WORDS},
            cased=True,
            anchor=_FEAST,
        ),
        rule(
            r"\b(?:in|for|during|of)\s(?P<date>the\s(?P<nth>first|second|third|fourth)\squarter)\b(?!\s(?:of\b|(?:19|20)\d\d|final|last|this|next))",
            _quarter,
            anchor=_PART_OF_YEAR_WORDS,
            needs=re.compile("uarter"),
        ),
    )


def _relative() -> tuple[Rule, ...]:
    return (
        rule(
            r"(?<!\bof\s|\p{L}[’'])\b(?P<date>(?:the\s)?day\s(?:before\syesterday|after\stomorrow)|yesterday|tomorrow|last\snight|(?-i:tonight))\b(?![’']s\s(?:men|man|world|leaders|generation))",
            meaning.spoken_day,
            anchor=_SPOKEN_DAY,
            needs=_SPOKEN,
        ),
        rule(
            rf"\b{SAID}\s(?:(?:here|in\s\p{{Lu}}\w+)\s)?(?P<date>today)\b(?![’']s)|\b(?P<date>today)\s{SAID}\b|\b(?P<date>today)(?=\s?\(<WEEKDAY>\))",
            meaning.spoken_day,
            WORDS,
            anchor=_SPOKEN_DAY,
            needs=_TODAY,
        ),
        rule(
            r"\b(?:(?P<part>early|late|mid)(?:er|r)?\s)?(?P<date>(?P<which>last|previous|this|current|next|coming)\s(?P<unit>week|month|year|decade|century))\b(?![’']?s?-old|-|\stime\b|\sof\b)(?<!\bat\sthis\s\w+)",
            meaning.calendar_unit,
            WORDS,
            anchor=_UNIT,
        ),
        rule(
            r"\b(?P<date>(?:past|last|preceding|previous|next|coming)\s(?P<count><COUNT>)[\s-](?P<unit><UNIT>))\b(?!\sof\b)",
            _rolling_dated,
            WORDS,
            anchor=_UNIT,
            needs=_SOME_UNITS,
        ),
        rule(
            r"\b(?P<date>past\s(?P<unit>week|month|year|decade))\b(?P<count>(?!))?",
            _past_unit,
            WORDS,
            anchor=_UNIT,
        ),
        rule(
            r"\b(?P<date>(?P<count><COUNT>)\s(?P<unit><UNIT>)\s(?:ago|back))\b",
            meaning.ago,
            WORDS,
            anchor=_AGO,
            needs=_UNITS_AGO,
        ),
    )


def _quarter(context: Context) -> Period | None:
    """Such as "the fourth quarter": the publication year's, or of the year that the sentence points to."""
    if context.published is None or _IN_A_MATCH.search(context.before(200) + context.after(120)):
        return None
    which = {"first": 0, "second": 1, "third": 2, "fourth": 3}[context.group("nth").lower()]
    found = periods.part(periods.year(context.published.year), which, 4)
    if found.start > context.published and not meaning.looks_ahead(context):
        found = periods.part(periods.year(context.published.year - 1), which, 4)
    elif found.end < context.published and meaning.looks_ahead(context):
        found = periods.part(periods.year(context.published.year + 1), which, 4)
    return meaning.counted_by_years(found)


_IN_A_MATCH: Final = regex.compile(r"\b(?:points|rebounds|touchdowns?|quarterback|halftime|half-time|basket|scored)\b")
_FEASTS: Final = {
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
}


def _feast(context: Context) -> Period | None:
    """Such as "Christmas": a day that is the same each year, of the year that the words point to."""
    month, day = _FEASTS[" ".join(context.group("feast").lower().replace("’", "'").split())]
    if context.group("year"):
        return periods.day(dt.date(int(context.group("year")), month, day))
    if context.published is None:
        return None
    which = context.group("which").lower()
    if which in ("last", "next"):
        today = context.published
        own = dt.date(today.year, month, day)
        step = (-1 if own >= today else 0) if which == "last" else (1 if own <= today else 0)
        return periods.day(own.replace(year=today.year + step))
    return near_day(context.published, month, day, looks_ahead=partial(meaning.looks_ahead, context), surely=True)


def _rolling_dated(context: Context) -> Period | None:
    """Such as "the next five years", "past one year": up to the publication, or from it on."""
    return _rolling_named(context, context.group("date").lower())


_LASTING: Final = re.compile(
    r"(?:\b(?:to|will|would|could|may|might|must|should|shall|can|cannot|not|do|does|did|they|which|that|who|only|just|also)|n[’']t|[’']ll|[a-z]ly"
    r"|\b(?!(?:was|is|has|his|its|as|across|this|towards)\b)[a-z]+(?<!s)s)\slast\s",
)
"""The verb, whose subject is a plural: "will last three weeks", "the works last a year"."""


def _past_unit(context: Context) -> Period | None:
    """Such as "the past year"."""
    return _rolling_named(context, "past")


def _rolling_named(context: Context, words: str) -> Period | None:
    unit = UNITS[context.group("unit").lower()]
    if context.published is None or unit == "century" or _LASTING.search(context.before(24) + words):
        return None
    count = meaning.count_of(context.group("count")) if context.group("count") else 1
    return periods.rolling(context.published, count if words.startswith(("next", "coming")) else -count, unit)
