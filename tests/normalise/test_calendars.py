"""Days of other calendars."""

import datetime as dt

import pytest

from archiver.normalise import calendars


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((1404, 1, 1), dt.date(2025, 3, 21)),
        ((1404, 6, 11), dt.date(2025, 9, 2)),
        ((1403, 12, 30), dt.date(2025, 3, 20)),
        ((1403, 7, 1), dt.date(2024, 9, 22)),
        ((1399, 12, 30), dt.date(2021, 3, 20)),
        ((1400, 1, 1), dt.date(2021, 3, 21)),
        ((1357, 11, 22), dt.date(1979, 2, 11)),
        ((1404, 12, 30), None),
        ((1404, 7, 31), None),
        ((1404, 13, 1), None),
        ((1404, 1, 0), None),
        ((2025, 9, 2), None),
    ],
)
def test_solar_hijri_days(given: tuple[int, int, int], expected: dt.date | None) -> None:
    """A day of the Persian calendar is the day that it is in ours, leap years and all."""
    assert calendars.solar_hijri(*given) == expected


def test_thai_years() -> None:
    """Thailand counts 543 years more."""
    assert calendars.buddhist_year(2568) == 2025
