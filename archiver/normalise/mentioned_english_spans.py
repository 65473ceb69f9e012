"""More rules for English: fiscal years, weekends, days of last or next week, and what is some time from now."""

import datetime as dt
import functools
import re
from typing import Final

from archiver.normalise import date_words, english_tense, periods
from archiver.normalise.english_words import CASED, DAY, NUMBERS, UNITS, WORDS
from archiver.normalise.mentioned_rules import YEAR, Context, Rule, rule
from archiver.normalise.periods import Period

_CENTURY: Final = 2000  # of a fiscal year that is written with two figures
_FISCAL: Final = (
    r"(?:FY[’'\s-]?|(?:[Ff]iscal|[Ff]inancial|[Tt]ax)\s(?:[Yy]ears?\s)?(?:of\s|ending\s(?:in\s)?|ended\s(?:in\s)?)?)"
)
_FROM_NOW: Final = re.compile(r"(?:from|From|FROM)\s(?:now|Now|NOW)|[hH]ence")


@functools.cache
def rules() -> tuple[Rule, ...]:
    """The rules."""
    return (
        rule(
            rf"\b(?P<date>{_FISCAL}(?P<year><YEAR>)(?:[-–/](?P<year2>\d{{2}}(?:\d\d)?))?)(?![\d-])",
            _fiscal,
            WORDS,
            cased=True,
            anchor=YEAR,
        ),
        rule(
            r"\b(?P<date>FY[’'\s-]?(?P<year>\d\d)(?:[-–/](?P<year2>\d\d))?)(?![\d-])",
            _fiscal,
            cased=True,
            anchor=("FY",),
        ),
        rule(
            r"\b(?P<date>(?P<which>last|this(?:\scoming|\spast)?|next|past|coming)\sweekend)\b(?![’']s)|\b(?:over|at|during|for|of)\s(?P<date>the\sweekend)\b(?![’']s)",
            _weekend,
            anchor=("weekend",),
        ),
        rule(
            r"\b(?P<date>(?P<weekday><WEEKDAY>)(?:\sof)?\s(?P<which>last|this|next)\sweek|(?P<which>last|this|next)\sweek\s(?P<weekday><WEEKDAY>))\b",
            _day_of_week,
            CASED,
            cased=True,
            anchor=DAY,
            needs=re.compile("week"),
        ),
        rule(
            r"\b(?:on|from|until|till|for|by)\s(?P<date>(?P<weekday><WEEKDAY>)\s(?P<which>week))\b(?!-|\s\p{Ll})|\b(?P<date>(?:[Aa]|[Oo]ne)\sweek\s(?P<which>on|from|next|last|ago)\s(?P<weekday><WEEKDAY>))\b",
            _week_on,
            CASED,
            cased=True,
            anchor=DAY,
            needs=re.compile("week"),
        ),
        rule(
            r"\b(?P<date>(?P<count><COUNT>)\s(?P<unit><UNIT>)\s(?:from\snow|hence))\b",
            _from_now,
            WORDS,
            anchor=("rom now", "hence"),
            needs=_FROM_NOW,
        ),
    )


def _fiscal(context: Context) -> Period | None:
    """The year that a fiscal year is named by; where two are named ("FY2024-25"), both."""
    first, last = context.group("year"), context.group("year2")
    number = int(first) + (_CENTURY if len(first) == 2 else 0)  # noqa: PLR2004
    if not last:
        return periods.year(number)
    end = int(last) if len(last) == 4 else number // 100 * 100 + int(last)  # noqa: PLR2004
    return periods.between(periods.year(number), periods.year(end)) if end == number + 1 else None


def _weekend(context: Context) -> Period | None:
    """Saturday and Sunday of the week that is meant."""
    if context.published is None:
        return None
    said = context.group("which").lower()
    which = "last" if "past" in said else said.partition(" ")[0]
    tense = english_tense.of_date(context.text, *context.match.span("date"))
    saturday = context.published + dt.timedelta(days=5 - context.published.weekday())
    on_it = context.published >= saturday
    if which == "last" or (which != "next" and tense == "past" and not on_it):
        saturday -= dt.timedelta(days=7)
    elif which == "next" and on_it:
        saturday += dt.timedelta(days=7)
    elif which not in ("this", "coming", "next") and tense not in ("past", "ahead"):
        return None
    return Period(saturday, saturday + dt.timedelta(days=1), "day")


def _day_of_week(context: Context) -> Period | None:
    number = date_words.weekday_number(context.group("weekday").rstrip("."), "en")
    if context.published is None or number is None:
        return None
    week = {"last": -1, "this": 0, "next": 1}[context.group("which")]
    monday = context.published - dt.timedelta(days=context.published.weekday())
    return periods.day(monday + dt.timedelta(days=7 * week + number))


def _week_on(context: Context) -> Period | None:
    """Such as "Saturday week", "a week on Tuesday", "a week last Friday": a week from the next, or before the last."""
    number = date_words.weekday_number(context.group("weekday").rstrip("."), "en")
    if context.published is None or number is None:
        return None
    if context.group("which") in ("last", "ago"):
        return periods.day(periods.weekday_before(context.published, number) - dt.timedelta(days=7))
    return periods.day(periods.weekday_after(context.published, number) + dt.timedelta(days=7))


def _from_now(context: Context) -> Period | None:
    unit = UNITS[context.group("unit").lower()]
    if context.published is None or unit == "century":
        return None
    word = " ".join(context.group("count").lower().split())
    count = int(word) if word.isdigit() else NUMBERS[word]
    return periods.holding(periods.shifted(context.published, count, unit), unit)
