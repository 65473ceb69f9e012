"""Days of other calendars as days of ours: the Solar Hijri of Iran and Afghanistan, the Buddhist years of Thailand."""

import datetime as dt

_NEW_YEAR = dt.date(2025, 3, 21)
_ITS_YEAR = 1404
_FIRST_YEAR, _LAST_YEAR = 1178, 1633
"""Solar Hijri years between which the 33-year cycle of leap years is that of the calendar in use."""

_LONG_MONTHS = 6
_MONTHS = 12
_BUDDHIST = 543


def _leap_days(year: int) -> int:
    """Leap days up to the end of a Solar Hijri year, counted from a fixed year."""
    return (8 * year + 29) // 33


def is_solar_year(year: int) -> bool:
    """Whether a number is a year that Persian texts of the last two centuries may be dated with."""
    return _FIRST_YEAR <= year <= _LAST_YEAR


def solar_hijri(year: int, month: int, day: int) -> dt.date | None:
    """The day that a Solar Hijri date (۱۲ شهریور ۱۴۰۴) is in our calendar; None for one that doesn't exist."""
    if not (is_solar_year(year) and 1 <= month <= _MONTHS and day >= 1):
        return None
    leap = _leap_days(year) > _leap_days(year - 1)
    length = 31 if month <= _LONG_MONTHS else 30 if month < _MONTHS or leap else 29
    if day > length:
        return None
    years = 365 * (year - _ITS_YEAR) + _leap_days(year - 1) - _leap_days(_ITS_YEAR - 1)
    within = 31 * (month - 1) if month <= _LONG_MONTHS + 1 else 30 * (month - 1) + _LONG_MONTHS
    return _NEW_YEAR + dt.timedelta(days=years + within + day - 1)


def buddhist_year(year: int) -> int:
    """Our year of a Thai one (2568 is 2025)."""
    return year - _BUDDHIST
