"""Periods as terms of an index, so that "speaks of a time that overlaps with this range" is a question of equal terms.

Centuries hold decades, decades years, years months and months days, none across a border (the decade 1970 is 1970 to
1979, the century 1900 is 1900 to 1999), so two periods overlap only if they are the same or one holds the other. A range
is cut into the fewest periods that make it up. A mention is indexed as the periods that it *covers*, and as all those
that *hold* one of them; then a query's period overlaps with the mention if the mention covers it, covers something in
it (so it is a holder), or covers one of its own holders.
"""

import datetime as dt
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_COVERS = "c:"
_HOLDS = "h:"
_DECEMBER = 12
_VALUE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?|\d{3}0s|[1-9]\d?\d?(st|nd|rd|th) century", re.ASCII)
_PRECISIONS = ("day", "month", "year", "decade", "century")
# A mention of more months or years than these is counted by the coarser period: what an article gives an index is bounded.
_MOST_MONTHS = 120
_MOST_YEARS = 1_000


def following(value: str) -> str | None:
    """The next day, month, year, decade or century; None at the end of the calendar."""
    unit = unit_of(value)
    if unit == "century":
        number = int(value.partition(" ")[0][:-2]) + 1
        return f"{_ordinal(number)} century" if number <= dt.MAXYEAR // 100 + 1 else None
    first = dt.date.fromisoformat(first_day(value if value != "0000s" else "0001"))
    try:
        if unit == "day":
            return (first + dt.timedelta(days=1)).isoformat()
        if unit == "month":
            return (_month_end(first.year, first.month) + dt.timedelta(days=1)).isoformat()[:_MONTH_LENGTH]
    except OverflowError:
        return None
    year = first.year // 10 * 10 + 10 if unit == "decade" else first.year + 1
    return f"{year:04}{'s' if unit == 'decade' else ''}" if year <= dt.MAXYEAR else None


def place(value: str) -> tuple[str, int]:
    """What counted values are sorted by: when they begin, then the longer before the shorter."""
    return first_day(value), -_PRECISIONS.index(unit_of(value))


def units(first: dt.date, last: dt.date) -> "Iterator[str]":
    """The fewest periods that make up these days, both inside, in order.

    Written `19xx`, `197x`, `1971`, `1971-05` and `1971-05-03`; none where `last` is before `first`.
    """
    day = first
    while day <= last:
        unit, end = _widest(day, last)
        yield unit
        if end >= dt.date.max:
            return
        day = end + dt.timedelta(days=1)


def holders(unit: str) -> tuple[str, ...]:
    """The periods that hold this one, the narrowest first, without itself."""
    decade, century = f"{unit[:3]}x", f"{unit[:2]}xx"
    if unit == century:
        return ()
    if unit == decade:
        return (century,)
    narrower = {len("1971"): (), len("1971-05"): (unit[:4],), len("1971-05-03"): (unit[:7], unit[:4])}[len(unit)]
    return (*narrower, decade, century)


def mention_terms(first: dt.date, last: dt.date) -> frozenset[str]:
    """The terms that a document is indexed under which mentions these days, both inside."""
    covered = tuple(units(first, last))
    held = {_HOLDS + holder for unit in covered for holder in holders(unit)}
    return frozenset(held.union(_COVERS + unit for unit in covered))


def overlap_terms(first: dt.date | None, last: dt.date | None) -> list[str]:
    """The terms one of which a document has if a mention of it overlaps with these days, both inside; None is open."""
    terms: dict[str, None] = {}
    for unit in units(first or dt.date.min, last or dt.date.max):
        terms[_COVERS + unit] = None
        terms[_HOLDS + unit] = None
        terms.update(dict.fromkeys(_COVERS + holder for holder in holders(unit)))
    return list(terms)


def counted_under(first: dt.date, last: dt.date, precision: str, unit: str) -> tuple[str, ...]:
    """The values that a mention of these days is counted under, by `unit` (month, year or decade), in order.

    Never finer than its own precision: a decade isn't ten years, and counts as `1970s` among the years, a century as
    `20th century`. Months are written `1971-05`, years `1971`.
    """
    coarseness = max(_PRECISIONS.index(precision), _PRECISIONS.index(unit))
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if coarseness == _PRECISIONS.index("month") and months <= _MOST_MONTHS:
        start = first.year * 12 + first.month - 1
        return tuple(f"{month // 12:04}-{month % 12 + 1:02}" for month in range(start, start + months))
    if coarseness <= _PRECISIONS.index("year") and last.year - first.year < _MOST_YEARS:
        return tuple(f"{year:04}" for year in range(first.year, last.year + 1))
    if coarseness <= _PRECISIONS.index("decade"):
        return tuple(f"{decade:03}0s" for decade in range(first.year // 10, last.year // 10 + 1))
    # The 19th century is 1801 to 1900; whoever says 1800 to 1899 means it, too.
    begins = first.year // 100 + (1 if first.year % 100 == 0 else first.year % 100 > 0)
    ends = last.year // 100 + (last.year % 100 > 0)
    return tuple(f"{_ordinal(century)} century" for century in range(begins, max(begins, ends) + 1))


def _ordinal(number: int) -> str:
    teens = range(11, 14)
    return f"{number}{'th' if number % 100 in teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


_DAY_LENGTH, _MONTH_LENGTH = len("1971-05-03"), len("1971-05")


def unit_of(value: str) -> str:
    """What a counted value is: a day, month, year, decade or century. Raises ValueError for what is none of them."""
    if _VALUE.fullmatch(value) is None:
        raise ValueError(value)
    if value.endswith("century"):
        return "century"
    if value.endswith("s"):
        return "decade"
    stated_days(value)
    return {_DAY_LENGTH: "day", _MONTH_LENGTH: "month"}.get(len(value), "year")


def first_day(value: str) -> str:
    """When a counted value begins, as text that sorts by time: `1970s` as 1970-01-01."""
    if value.endswith("century"):
        return f"{int(value.partition(' ')[0][:-2]) * 100 - 99:04}-01-01"
    return (value.removesuffix("s") + "-01-01")[:_DAY_LENGTH] if len(value) < _DAY_LENGTH else value


def stated_days(at: str) -> tuple[dt.date, dt.date]:
    """First and last day that a stated date may mean: `2025`, `2025-09`, `2025-09-02` or a time on that day.

    Raises ValueError for anything else.
    """
    year, month, day = (int(part) for part in (at[:4], at[5:7] or "0", at[8:10] or "0"))
    if day:
        exact = dt.date(year, month, day)
        return exact, exact
    if month:
        return dt.date(year, month, 1), _month_end(year, month)
    return dt.date(year, 1, 1), dt.date(year, _DECEMBER, 31)


def _widest(day: dt.date, last: dt.date) -> tuple[str, dt.date]:
    """The widest period that begins on this day and doesn't end after the last, and its own last day."""
    year = f"{day.year:04}"
    if day.day == 1:
        if day.month == 1:
            # There is no year 0, so the first century and decade begin with the year 1.
            for begins, span, unit in ((day.year % 100, 100, f"{year[:2]}xx"), (day.year % 10, 10, f"{year[:3]}x")):
                end_year = day.year - begins + span - 1
                if (begins == 0 or day.year == 1) and last >= dt.date(end_year, _DECEMBER, 31):
                    return unit, dt.date(end_year, _DECEMBER, 31)
            if last >= dt.date(day.year, _DECEMBER, 31):
                return year, dt.date(day.year, _DECEMBER, 31)
        end = _month_end(day.year, day.month)
        if last >= end:
            return f"{year}-{day.month:02}", end
    return day.isoformat(), day


def _month_end(year: int, month: int) -> dt.date:
    if month == _DECEMBER:
        return dt.date(year, month, 31)
    return dt.date(year, month + 1, 1) - dt.timedelta(days=1)
