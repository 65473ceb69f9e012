"""Periods as terms, held against comparing days."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.periods import holders, mention_terms, overlap_terms, stated_days, units, years

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


def test_years_are_never_finer_than_what_was_said() -> None:
    """A mention is counted under each of its years, but not if it speaks of decades or centuries."""
    assert list(years(day("1965-01-01"), day("1967-12-31"), "year")) == [1965, 1966, 1967]
    assert list(years(day("1971-05-03"), day("1971-05-03"), "day")) == [1971]
    assert not years(day("1970-01-01"), day("1979-12-31"), "decade")


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
