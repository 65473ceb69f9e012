"""Days and periods as the calendar has them: what "March 2024", "the 1990s" or "last week" cover."""

import calendar
import datetime as dt
from typing import NamedTuple

from archiver.document import SpanPrecision


class Period(NamedTuple):
    """First and last day, both inside, and how finely the period is meant."""

    start: dt.date
    end: dt.date
    precision: SpanPrecision


def day(date: dt.date) -> Period:
    """One day."""
    return Period(date, date, "day")


def week(date: dt.date) -> Period:
    """Monday to Sunday of the week that holds a day: meant more coarsely than to the day, so its precision is month."""
    monday = date - dt.timedelta(days=date.weekday())
    return Period(monday, monday + dt.timedelta(days=6), "month")


def month(year: int, number: int) -> Period:
    """A calendar month."""
    return Period(dt.date(year, number, 1), dt.date(year, number, calendar.monthrange(year, number)[1]), "month")


def year(number: int) -> Period:
    """A calendar year."""
    return Period(dt.date(number, 1, 1), dt.date(number, 12, 31), "year")


def decade(first: int) -> Period:
    """Ten years from a year that ends in 0: "the 1990s" are 1990 to 1999."""
    return Period(dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "decade")


def century(number: int) -> Period:
    """The nth century: the 19th is 1801 to 1900."""
    return Period(dt.date(number * 100 - 99, 1, 1), dt.date(number * 100, 12, 31), "century")


def between(first: Period, last: Period) -> Period | None:
    """From the start of one period to the end of another; None if they are the wrong way round."""
    if last.end < first.start:
        return None
    order = ("day", "month", "year", "decade", "century")
    precision = first.precision if order.index(first.precision) >= order.index(last.precision) else last.precision
    return Period(first.start, last.end, precision)


def part(whole: Period, which: int, parts: int = 3) -> Period:
    """The nth third ("early", "mid", "late"), quarter or half of a year, a month or a decade, from 0.

    What is a whole of months is parted by months, a month by days. Thirds are vague words, so they keep the precision of
    the whole; quarters and halves are exact to the month.
    """
    months = (whole.end.year - whole.start.year) * 12 + whole.end.month - whole.start.month + 1
    if months == 1:
        first = (1, 11, 21)[which] if parts == 3 else 1  # noqa: PLR2004
        last = (10, 20, whole.end.day)[which] if parts == 3 else whole.end.day  # noqa: PLR2004
        return Period(whole.start.replace(day=first), whole.start.replace(day=last), whole.precision)
    if months > 12:  # noqa: PLR2004
        years = months // 12
        first, last = round(years * which / 3 + 0.1), round(years * (which + 1) / 3 + 0.1)
        return Period(year(whole.start.year + first).start, year(whole.start.year + last - 1).end, whole.precision)
    step = months / parts
    start = add_months(whole.start, round(step * which))
    end = add_months(whole.start, round(step * (which + 1))) - dt.timedelta(days=1)
    return Period(start, end, whole.precision if parts == 3 else "month")  # noqa: PLR2004


def add_months(date: dt.date, months: int) -> dt.date:
    """The same day some months on or back, or the last day of a shorter month."""
    count = date.year * 12 + date.month - 1 + months
    number, index = divmod(count, 12)
    return date.replace(year=number, month=index + 1, day=min(date.day, calendar.monthrange(number, index + 1)[1]))


def rolling(published: dt.date, count: int, unit: str) -> Period:
    """`count` units (day, week, month, year, decade; negative: back) from the publication on, or up to it."""
    other = shifted(published, count, unit)
    precision: SpanPrecision = {"day": "day", "week": "month", "month": "month", "year": "year", "decade": "decade"}[
        unit
    ]  # type: ignore[assignment]
    return Period(min(other, published), max(other, published), precision)


def shifted(date: dt.date, count: int, unit: str) -> dt.date:
    """A day some units on or back."""
    if unit in ("day", "week"):
        return date + dt.timedelta(days=count * (7 if unit == "week" else 1))
    return add_months(date, count * {"month": 1, "year": 12, "decade": 120}[unit])


def holding(date: dt.date, unit: str) -> Period:
    """The calendar's unit that holds a day."""
    if unit == "day":
        return day(date)
    if unit == "week":
        return week(date)
    if unit == "month":
        return month(date.year, date.month)
    if unit == "year":
        return year(date.year)
    if unit == "decade":
        return decade(date.year // 10 * 10)
    return century((date.year + 99) // 100)


def weekday_before(date: dt.date, number: int) -> dt.date:
    """The last day of that weekday up to a date, the date itself included."""
    return date - dt.timedelta(days=(date.weekday() - number) % 7)


def weekday_after(date: dt.date, number: int) -> dt.date:
    """The first day of that weekday after a date."""
    return date + dt.timedelta(days=(number - date.weekday() - 1) % 7 + 1)


def nearest_year(published: dt.date, month_number: int, day_number: int) -> dt.date | None:
    """The day and month without a year that lies nearest to the publication; None if there is no such day."""
    found = []
    for number in (published.year - 1, published.year, published.year + 1):
        try:
            found.append(dt.date(number, month_number, day_number))
        except ValueError:
            continue
    return min(found, key=lambda date: (abs(date - published), date), default=None)
