"""Periods as terms, held against comparing days."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.periods import (
    counted_under,
    first_day,
    holders,
    mention_terms,
    overlap_terms,
    stated_days,
    unit_of,
    units,
)

DAYS = st.dates(dt.date(1890, 1, 1), dt.date(2110, 12, 31))
RANGES = st.tuples(DAYS, DAYS).map(sorted)


def day(text: str) -> dt.date:
    """A day, written as ISO 8601."""
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("1971-05-03", "1971-05-03", ["1971-05-03"]),
        ("1971-05-01", "1971-05-31", ["1971-05"]),
        ("2024-02-01", "2024-02-29", ["2024-02"]),
        ("2023-02-01", "2023-02-28", ["2023-02"]),
        ("1971-01-01", "1971-12-31", ["1971"]),
        ("1970-01-01", "1979-12-31", ["197x"]),
        ("1900-01-01", "1999-12-31", ["19xx"]),
        ("1901-01-01", "2000-12-31", [*map(str, range(1901, 1910)), *(f"19{d}x" for d in range(1, 10)), "2000"]),
        ("1999-12-31", "2000-01-01", ["1999-12-31", "2000-01-01"]),
        ("1971-12-30", "1973-01-02", ["1971-12-30", "1971-12-31", "1972", "1973-01-01", "1973-01-02"]),
        ("0001-01-01", "0099-12-31", ["00xx"]),
        ("9999-12-31", "9999-12-31", ["9999-12-31"]),
        ("1971-05-03", "1971-05-02", []),
    ],
)
def test_units(first: str, last: str, expected: list[str]) -> None:
    """A range is cut into the fewest days, months, years, decades and centuries."""
    assert list(units(day(first), day(last))) == expected


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("1971-05-03", ("1971-05", "1971", "197x", "19xx")),
        ("1971-05", ("1971", "197x", "19xx")),
        ("1971", ("197x", "19xx")),
        ("197x", ("19xx",)),
        ("19xx", ()),
    ],
)
def test_holders(unit: str, expected: tuple[str, ...]) -> None:
    """A period is held by all wider ones, the narrowest first."""
    assert holders(unit) == expected


@given(RANGES, RANGES)
def test_overlapping_is_sharing_a_term(mention: list[dt.date], asked: list[dt.date]) -> None:
    """A mention and a range share a term exactly if they share a day."""
    overlap = mention[0] <= asked[1] and asked[0] <= mention[1]
    assert bool(mention_terms(*mention).intersection(overlap_terms(*asked))) is overlap


@given(RANGES, DAYS)
def test_open_ranges_have_no_end(mention: list[dt.date], border: dt.date) -> None:
    """An open range reaches to the beginning or the end of all days."""
    terms = mention_terms(*mention)
    assert bool(terms.intersection(overlap_terms(border, None))) is (mention[1] >= border)
    assert bool(terms.intersection(overlap_terms(None, border))) is (mention[0] <= border)
    assert terms.intersection(overlap_terms(None, None))


@given(st.dates(), st.dates())
def test_terms_stay_few(one: dt.date, other: dt.date) -> None:
    """The longest mention and the widest question are a few hundred terms."""
    first, last = sorted((one, other))
    assert len(mention_terms(first, last)) < 400
    assert len(overlap_terms(first, last)) < 600


COUNTED = [  # the mention, and what it is counted under by month, by year and by decade
    ("1971-05-03..1971-05-03 day", ["1971-05"], ["1971"], ["1970s"]),
    ("1969-12-30..1970-01-05 month", ["1969-12", "1970-01"], ["1969", "1970"], ["1960s", "1970s"]),
    ("1965-01-01..1967-12-31 year", ["1965", "1966", "1967"], ["1965", "1966", "1967"], ["1960s"]),
    ("1970-01-01..1989-12-31 decade", ["1970s", "1980s"], ["1970s", "1980s"], ["1970s", "1980s"]),
    ("1801-01-01..1900-12-31 century", *[["19th century"]] * 3),
    ("1900-01-01..1999-12-31 century", *[["20th century"]] * 3),
    ("1701-01-01..1900-12-31 century", *[["18th century", "19th century"]] * 3),
    ("0001-01-01..0100-12-31 century", *[["1st century"]] * 3),
    ("2001-01-01..2100-12-31 century", *[["21st century"]] * 3),
    ("1001-01-01..1300-12-31 century", *[["11th century", "12th century", "13th century"]] * 3),
    ("1900-01-01..1919-12-31 day", [str(year) for year in range(1900, 1920)], [str(year) for year in range(1900, 1920)],
     ["1900s", "1910s"]),
]  # fmt: skip


@pytest.mark.parametrize(("mention", "by_month", "by_year", "by_decade"), COUNTED)
def test_what_a_mention_is_counted_under(
    mention: str, by_month: list[str], by_year: list[str], by_decade: list[str]
) -> None:
    """A mention is counted by each unit as finely as it was meant and no finer, so that none vanishes; never by too many months."""
    span, precision = mention.split()
    first, last = map(day, span.split(".."))
    counted = [list(counted_under(first, last, precision, unit)) for unit in ("month", "year", "decade")]
    assert counted == [by_month, by_year, by_decade]


@pytest.mark.parametrize("precision", ["day", "month", "year", "decade", "century"])
@pytest.mark.parametrize("unit", ["month", "year", "decade"])
def test_what_is_counted_stays_bounded(precision: str, unit: str) -> None:
    """The longest mention is counted under no more than some thousand values, each of which can be read again."""
    values = counted_under(dt.date.min, dt.date.max, precision, unit)
    assert 0 < len(values) <= 1000
    order = ("day", "month", "year", "decade", "century")
    assert all(order.index(unit_of(value)) >= max(order.index(precision), order.index(unit)) for value in values)
    assert sorted(values, key=first_day) == list(values)


@pytest.mark.parametrize(
    "value", ["", "71", "1971-13", "1971-02-30", "1975s", "0th century", "20 century", "0000", "1971-5", "x"]
)
def test_what_is_no_counted_value(value: str) -> None:
    """What no mention is ever counted under is refused."""
    with pytest.raises(ValueError, match=r"^"):
        unit_of(value)


@pytest.mark.parametrize(
    ("at", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-12", "2025-12-01", "2025-12-31"),
        ("2025-09-02", "2025-09-02", "2025-09-02"),
        ("2025-09-02T19:49", "2025-09-02", "2025-09-02"),
    ],
)
def test_stated_days(at: str, first: str, last: str) -> None:
    """A stated date means all days of its precision."""
    assert stated_days(at) == (day(first), day(last))


@pytest.mark.parametrize("at", ["", "soon", "2025-13", "2025-02-30", "0000"])
def test_what_is_not_a_date(at: str) -> None:
    """What isn't a date is refused, never taken for another one."""
    with pytest.raises(ValueError, match=r"."):
        stated_days(at)
