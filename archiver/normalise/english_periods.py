"""What English words of dates mean: the periods behind the patterns of `mentioned_english`."""

import datetime as dt
import re
from functools import partial
from typing import Final

import regex

from archiver.normalise import date_words, english_tense, periods
from archiver.normalise.english_signs import Tense
from archiver.normalise.english_words import NUMBERS, ORDINALS, UNITS
from archiver.normalise.mentioned_doubts import is_law, is_of_no_year
from archiver.normalise.mentioned_rules import (
    Context,
    end_by_start,
    near_day,
    near_month,
    span_of_centuries,
    span_or_passed,
)
from archiver.normalise.periods import Period

_CALLED_OFF: Final = regex.compile(
    r"[^.,;]{0,25}\s(?:was|were|is|are|been)\s(?:cancell?ed|called\soff|postponed|scrapped|suspended|delayed|set)\b"
)
_ANNOUNCED: Final = regex.compile(r"\bannounce[sd]\s(?!by\b|on\b)[^.,;:]{3,40}\s(?:on|for)\s(?:the\s)?$")
"""What tells that a day is an event's, which may lie ahead: "the race on 20 April was cancelled", "announced a sale on 20 April"."""
_DECADES: Final = {
    word: f"19{tens}0"
    for tens, word in enumerate(
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"], 2
    )
}
_TURNS: Final = {"last": -1, "this": 0, "next": 1}
_FIGURE: Final = re.compile(r"\d+")
_THROUGH: Final = re.compile(r"\b(?:over|in|during|for|within|throughout)\sthe\s$", re.IGNORECASE)


def _year(context: Context, group: str = "year") -> int:
    return int(context.group(group))


def _month(context: Context, group: str = "month") -> int:
    return date_words.month_number(context.group(group).rstrip("."), "en") or 0


def _day(context: Context, group: str = "day") -> int:
    match = _FIGURE.match(context.group(group))
    return int(match.group()) if match else 0


def count_of(word: str) -> int:
    """A number in digits or words."""
    return int(word) if word.isdigit() else NUMBERS[" ".join(word.lower().split())]


def _part(word: str) -> int:
    word = word.lower()
    if "early" in word or "beginning" in word or "start" in word:
        return 0
    return 1 if "mid" in word else 2


def _tense(context: Context, *, own: bool = False) -> Tense | None:
    return english_tense.of_date(context.text, *context.match.span("date"), own=own)


def looks_ahead(context: Context, *, own: bool = False) -> bool | None:
    """Whether the clause, or the story before it if not `own`, speaks of what is to come; None where it doesn't tell."""
    if context.storied or context.is_set_apart() or _CALLED_OFF.match(context.after(60)):
        return None
    if own and _ANNOUNCED.search(context.before(60)):
        return None
    return {"past": False, "ahead": True, "unsure": None, None: None}[_tense(context, own=own)]


def _capitalised(context: Context, group: str) -> bool:
    return context.group(group)[:1].isupper()


def whole_day(context: Context) -> Period | None:
    """Such as "3 March 1971"."""
    return periods.day(dt.date(_year(context), _month(context), _day(context)))


def iso_day(context: Context) -> Period | None:
    """Such as "1971-03-03"."""
    return periods.day(dt.date.fromisoformat(context.group("date")))


def figures(context: Context) -> Period | None:
    """Such as "14/05/2024", where only one of the two figures can be a month's."""
    first, second, most = int(context.group("first")), int(context.group("second")), 12
    if (first > most) == (second > most):
        return None
    return periods.day(dt.date(_year(context), min(first, second), max(first, second)))


def day_of_month(context: Context) -> Period | None:
    """Such as "Sept 4": the year is the publication's, or the one that the sentence points to."""
    if context.published is None or not _capitalised(context, "month") or is_of_no_year(context):
        return None
    if context.group("which"):
        year = context.published.year + _TURNS[context.group("which")]
        return periods.day(dt.date(year, _month(context), _day(context)))
    found = near_day(
        context.published, _month(context), _day(context), looks_ahead=partial(looks_ahead, context), surely=True
    )
    weekday = (
        date_words.weekday_number(context.group("weekday").rstrip("."), "en") if context.group("weekday") else None
    )
    if found and weekday is not None and found.start.weekday() != weekday:
        others = [found.start.replace(year=found.start.year + step) for step in (-1, 1)]
        fitting = [date for date in others if date.weekday() == weekday]
        return periods.day(fitting[0]) if len(fitting) == 1 else None
    return found


def day_of_turned_month(context: Context) -> Period | None:
    """Such as "the 12th of last month"."""
    if context.published is None:
        return None
    month = periods.add_months(context.published.replace(day=1), _TURNS[context.group("which").lower()])
    return periods.day(month.replace(day=_day(context)))


def week_of_day(context: Context) -> Period | None:
    """Such as "the week of March 10"."""
    found = day_of_month(context)
    return periods.week(found.start) if found else None


def day_range(context: Context) -> Period | None:
    """Such as "May 3-5, 2024", "29 August to 2 September"."""
    first, last = _month(context), _month(context, "month2") if context.group("month2") else _month(context)
    if context.group("year"):
        end: Period | None = periods.day(dt.date(_year(context), last, _day(context, "day2")))
    elif context.published is None:
        return None
    else:
        end = near_day(
            context.published, last, _day(context, "day2"), looks_ahead=partial(looks_ahead, context), surely=True
        )
        end = end or end_by_start(
            context.published,
            (first, _day(context)),
            (last, _day(context, "day2")),
            looks_ahead=partial(looks_ahead, context),
        )
    if end is None:
        return None
    start = dt.date(end.start.year - (first > last), first, _day(context))
    between = context.text[context.match.end("day") : context.match.start("day2")]
    return span_or_passed(context, periods.between(periods.day(start), end), between)


def month_of_year(context: Context) -> Period | None:
    """Such as "early September 2024"."""
    if not _capitalised(context, "month"):
        return None
    whole = periods.month(_year(context), _month(context))
    return periods.part(whole, _part(context.group("part"))) if context.group("part") else whole


def month_of_turned_year(context: Context) -> Period | None:
    """Such as "June last year"."""
    if context.published is None:
        return None
    step = _TURNS[context.group("which")]
    found = periods.month(context.published.year + step, _month(context))
    return periods.part(found, _part(context.group("part"))) if context.group("part") else found


def month_range(context: Context) -> Period | None:
    """Such as "between March and May 2024"."""
    first, last = _month(context), _month(context, "month2")
    if not (_capitalised(context, "month") and _capitalised(context, "month2")):
        return None
    if context.group("year"):
        end = periods.month(_year(context), last)
        number = int(context.group("year1")) if context.group("year1") else end.start.year - (first > last)
        return periods.between(periods.month(number, first), end)
    if context.published is None:
        return None
    near = near_month(context.published, last, looks_ahead=partial(looks_ahead, context))
    if near is None:
        return None
    return periods.between(periods.month(near.start.year - (first > last), first), near)


def month_alone(context: Context) -> Period | None:
    """Such as "in July", "last December"."""
    if context.published is None or not _capitalised(context, "month"):
        return None
    number, which = _month(context), context.group("which").lower()
    today = context.published
    if which == "next":
        found = periods.month(today.year + (number <= today.month), number)
    elif which == "last":
        found = periods.month(today.year - (number >= today.month), number)
    elif which == "this":
        found = periods.month(today.year, number)
    else:
        near = near_month(today, number, looks_ahead=partial(looks_ahead, context))
        if near is None:
            return None
        found = near
    return periods.part(found, _part(context.group("part"))) if context.group("part") else found


def weekday(context: Context) -> Period | None:
    """Such as "Tuesday": the day of publication if it is one, else the last or the next by the tense of the clause.

    Where the clause doesn't tell, and in a headline, it is the day that the body means by that name; without one it is
    left out.
    """
    word = context.group("weekday")
    number = date_words.weekday_number(word, "en")
    if context.published is None or number is None or not word[0].isupper():
        return None
    which = (context.group("which") or context.group("which2")).lower()
    if which in ("following", "previous"):
        return None
    if which in ("last", "past"):
        return periods.day(periods.weekday_before(context.published - dt.timedelta(days=1), number))
    if which in ("next", "coming", "upcoming"):
        return periods.day(periods.weekday_after(context.published, number))
    return _near_weekday(context, number, which)


def _near_weekday(context: Context, number: int, which: str) -> Period | None:
    today = context.published
    if today is None:
        return None
    if today.weekday() == number:
        return periods.day(today)
    past, coming = periods.weekday_before(today, number), periods.weekday_after(today, number)
    told = {past, coming} & context.told
    tense = _tense(context) or _tense_of_joined(context)
    if (
        which == "this" and number > today.weekday() and context.after(2) in ("'s", "’s")
    ):  # "This Friday's concert sold out"
        tense = "ahead"
    if len(told) == 1 and (context.zone == "title" or tense not in ("past", "ahead")):
        return periods.day(told.pop())
    if tense == "ahead" or (tense is None and which == "this"):
        return periods.day(coming)
    return periods.day(past) if tense == "past" else None


_JOINED: Final = regex.compile(
    r"\b(?P<day>\p{Lu}\p{Ll}{2,5}day)(?:\s(?:morning|afternoon|evening|night))?\s(?:and|or)\s(?:on\s)?$"
)


def _tense_of_joined(context: Context) -> Tense | None:
    """The tense at the day before, of "Saturday and Sunday"."""
    found = _JOINED.search(context.before(30))
    if found is None:
        return None
    start, end = (context.match.start("date") - len(context.before(30)) + at for at in found.span("day"))
    return english_tense.of_date(context.text, start, end)


def weekday_range(context: Context) -> Period | None:
    """Such as "from Monday to Wednesday", where the clause tells whether that is over or to come."""
    first, last = (date_words.weekday_number(context.group(name), "en") for name in ("weekday", "weekday2"))
    tense = _tense(context)
    if context.published is None or first is None or last is None or _MOVED.search(context.before(60)):
        return None
    if tense == "past":
        end = periods.weekday_before(context.published, last)
        return periods.between(periods.day(periods.weekday_before(end, first)), periods.day(end))
    if tense == "ahead":
        today = context.published
        start = today if today.weekday() == first else periods.weekday_after(today, first)
        return periods.between(periods.day(start), periods.day(periods.weekday_after(start, last)))
    return None


_MOVED: Final = regex.compile(
    r"\b(?:postpon|mov|delay|reschedul|push|adjourn|defer|switch|brought)\p{L}*(?:\s\p{L}+){0,4}\s$"
)


def spoken_day(context: Context) -> Period | None:
    """Such as "yesterday", and "today" where it is the day of the news."""
    if context.published is None:
        return None
    step = {"yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "tomorrow": 1}
    word = " ".join(context.group("date").lower().split())
    if "before" in word or "after" in word:
        return periods.day(context.published + dt.timedelta(days=-2 if "before" in word else 2))
    return periods.day(context.published + dt.timedelta(days=step[word]))


def calendar_unit(context: Context) -> Period | None:
    """The last, this or next week, month, year, decade, century of the calendar; "over the last year" is the year up to now."""
    if context.published is None:
        return None
    unit, which = UNITS[context.group("unit").lower()], context.group("which").lower()
    step = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}[which]
    if _THROUGH.search(context.before(14)) and step:
        return periods.rolling(context.published, step, unit) if unit != "century" else None
    if unit == "century":
        return periods.century((context.published.year + 99) // 100 + step)
    found = periods.holding(periods.shifted(context.published, step, unit), unit)
    return periods.part(found, _part(context.group("part"))) if context.group("part") and unit != "week" else found


def ago(context: Context) -> Period | None:
    """Such as "two years ago"."""
    if context.published is None:
        return None
    unit = UNITS[context.group("unit").lower()]
    if unit == "century":
        return None
    return periods.holding(periods.shifted(context.published, -count_of(context.group("count")), unit), unit)


def bare_year(context: Context) -> Period | None:
    """Such as "1971"."""
    return periods.year(_year(context))


def year_range(context: Context) -> Period | None:
    """Such as "1965-71"."""
    first, last = _year(context), context.group("year2")
    if is_law(context):
        return None
    number = int(last) if len(last) == 4 else first // 100 * 100 + int(last)  # noqa: PLR2004
    if number <= first:
        return None
    return periods.between(periods.year(first), periods.year(number))


def part_of_year(context: Context) -> Period | None:
    """Such as "early 2024"."""
    return periods.part(periods.year(_year(context)), _part(context.group("part")))


def fraction_of_year(context: Context) -> Period | None:
    """Such as "the second half of 2024"."""
    word = context.group("nth").lower()
    which = (
        int(word[1])
        if word[0] in "qh" and word[1:].isdigit()
        else {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}[word]
    )
    parts = 2 if "half" in context.group("date").lower() or word in ("h1", "h2") else 4
    if parts < which:
        return None
    return counted_by_years(periods.part(periods.year(_year(context)), which - 1, parts))


def fraction_of_turned_year(context: Context) -> Period | None:
    """Such as "the second half of last year"."""
    if context.published is None:
        return None
    which = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": 3, "final": 3}[context.group("nth").lower()]
    parts = 2 if context.group("half").lower() == "half" else 4
    if which >= parts:
        return None
    step = _TURNS[context.group("which").lower()]
    return counted_by_years(periods.part(periods.year(context.published.year + step), which, parts))


def counted_by_years(found: Period) -> Period:
    """A quarter or a half: a timeline of months can't show it as one, so its precision is the year."""
    return Period(found.start, found.end, "year")


def decade(context: Context) -> Period | None:
    """Such as "the late 1960s"."""
    digits = _DECADES.get(context.group("decade").lower(), context.group("decade"))
    first = int(digits) if len(digits) == 4 else 1900 + int(digits)  # noqa: PLR2004
    found = periods.decade(first)
    return periods.part(found, _part(context.group("part"))) if context.group("part") else found


def _nth(word: str) -> int:
    figure = _FIGURE.match(word)
    return int(figure.group()) if figure else ORDINALS["-".join(word.lower().split())]


def centuries(context: Context) -> Period | None:
    """Such as "the 18th and 19th centuries"."""
    return span_of_centuries(context, _nth(context.group("nth")), _nth(context.group("nth2")))


def century(context: Context) -> Period | None:
    """Such as "the 19th century"."""
    number = _nth(context.group("nth"))
    most = 21
    found = periods.century(number)
    if not 1 <= number <= most:
        return None
    return periods.part(found, _part(context.group("part"))) if context.group("part") else found
