"""Days and periods as a query writes them: 2025, 2025-09, 2025-09-02, today, last-week, 1965..1971, >=2025-09."""

import datetime as dt
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_UNIT = re.compile(r"(this|last|previous)-(week|month|year)")
_LONG = re.compile(r"(\d{3}0)s|(\d{1,3})(?:st|nd|rd|th)[- ]century", re.ASCII)
_OPEN_BELOW, _OPEN_ABOVE = ("<", "<="), (">", ">=")
_DAY = dt.timedelta(days=1)

Days = tuple[dt.date | None, dt.date | None]
"""First and last day, both inside; None is open."""


def parse_days(text: str, today: "Callable[[], dt.date]") -> Days:
    """The days that a value of `published:` or `mentioned:` means.

    `today` is asked only where a relative word needs it. Raises ValueError with a sentence about what is wrong.
    """
    for operator in (*_OPEN_BELOW[::-1], *_OPEN_ABOVE[::-1]):
        if text.startswith(operator):
            return _compare(operator, text[len(operator) :], today)
    if ".." not in text:
        return parse_period(text, today)
    start, end = text.split("..", 1)
    first = parse_period(start, today)[0] if start else None
    last = parse_period(end, today)[1] if end else None
    if first is None and last is None:
        raise ValueError("a range needs a date before or after its two dots")
    if first and last and last < first:
        raise ValueError(f"the range ends ({end}) before it begins ({start})")
    return first, last


def parse_last_before(text: str, today: "Callable[[], dt.date]") -> dt.date:
    """The last day before a period begins. Raises ValueError as `parse_days` does."""
    return _day_before(parse_period(text, today)[0], text)


def _day_before(day: dt.date, text: str) -> dt.date:
    if day == dt.date.min:
        raise ValueError(f"nothing lies before {text}: the calendar begins there")
    return day - _DAY


def _compare(operator: str, text: str, today: "Callable[[], dt.date]") -> Days:
    first, last = parse_period(text, today)
    if operator in _OPEN_BELOW:
        return None, last if operator == "<=" else _day_before(first, text)
    if operator == ">" and last == dt.date.max:
        raise ValueError(f"nothing lies after {text}: the calendar ends there")
    return first if operator == ">=" else last + _DAY, None


def parse_period(text: str, today: "Callable[[], dt.date]") -> tuple[dt.date, dt.date]:
    """First and last day of a day, a month, a year or a relative period. Raises ValueError as `parse_days` does."""
    match = _DATE.fullmatch(text)
    if match:
        return _calendar_period(text, *match.groups())
    word = text.lower()
    if word in ("today", "yesterday"):
        day = today() - (_DAY if word == "yesterday" else dt.timedelta())
        return day, day
    match = _UNIT.fullmatch(word)
    if match:
        return _relative_period(match[1] != "this", match[2], today())
    match = _LONG.fullmatch(word)
    if match:
        return _long_period(text, match[1], match[2])
    raise ValueError(
        f"“{text}” isn't a date: write 2025, 2025-09, 2025-09-02, 1970s, 19th-century, today, yesterday, or this-, last- or "
        "previous- with week, month or year"
    )


def _long_period(text: str, decade: str | None, century: str | None) -> tuple[dt.date, dt.date]:
    """A decade or a century, as facets count them: 1970 to 1979, and 1900 to 1999; there is no year 0."""
    begins, length = (int(decade), 10) if decade else ((int(century or 0) - 1) * 100, 100)
    if begins < 0 or begins > dt.MAXYEAR:
        raise ValueError(f"there is no {text} in the calendar")
    return dt.date(max(begins, 1), 1, 1), dt.date(begins + length - 1, 12, 31)


def _calendar_period(text: str, year: str, month: str | None, day: str | None) -> tuple[dt.date, dt.date]:
    try:
        first = dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise ValueError(f"there is no date {text} in the calendar") from None
    if day:
        return first, first
    return first, _last_of_month(first) if month else first.replace(month=12, day=31)


def _relative_period(previous: bool, unit: str, day: dt.date) -> tuple[dt.date, dt.date]:
    if unit == "week":  # ISO 8601: weeks begin on Monday
        first = day - dt.timedelta(days=day.weekday() + (7 if previous else 0))
        return first, first + dt.timedelta(days=6)
    if unit == "year":
        year = day.year - previous
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    first = day.replace(day=1)
    if previous:
        first = (first - _DAY).replace(day=1)
    return first, _last_of_month(first)


def _last_of_month(day: dt.date) -> dt.date:
    following = dt.date(day.year + day.month // 12, day.month % 12 + 1, 1) if day.year < dt.MAXYEAR else None
    return following - _DAY if following else day.replace(day=31 if day.month == 12 else 30)  # noqa: PLR2004
