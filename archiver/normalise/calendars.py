"""Days of other calendars as days of ours: the Solar Hijri of Iran and Afghanistan, the Buddhist years of Thailand."""

import datetime as dt

from archiver.normalise.words import base_language

_FIRST_YEAR, _LAST_YEAR = 1178, 1633  # Solar Hijri years of the last two centuries, and of those to come
_BUDDHIST = 543


def is_solar_year(year: int) -> bool:
    """Whether a number is a year that Persian texts of the last two centuries may be dated with."""
    return _FIRST_YEAR <= year <= _LAST_YEAR


def solar_hijri(year: int, month: int, day: int) -> dt.date | None:
    """The day that a Solar Hijri date (۱۲ شهریور ۱۴۰۴) is in our calendar; None for one that doesn't exist."""
    if not is_solar_year(year):
        return None
    import jdatetime

    try:
        found: dt.date = jdatetime.date(year, month, day).togregorian()
    except ValueError:
        return None
    return found


def buddhist_year(year: int) -> int:
    """Our year of a Thai one (2568 is 2025)."""
    return year - _BUDDHIST


_THAI_YEARS = range(2400, 2600)
_SOLAR_YEARS = range(1178, 1430)  # 1799 to 2051; what is later is a year of the Islamic calendar


def is_solar_now(year: int) -> bool:
    """Whether a number is a Solar Hijri year that a page may be published in."""
    return year in _SOLAR_YEARS


def our_year(year: int, language: str | None) -> int:
    """The year in our count, on a page of the language: Thailand's is 543 years ahead."""
    thai = year in _THAI_YEARS and base_language(language or "") == "th"
    return buddhist_year(year) if thai else year
