"""Dates that can't be read as they stand: of numbers in an unknown order, with a year of two digits, relative, incomplete.

None of them is guessed. What one may mean is listed, so that other evidence, or the time of the capture, may decide; and
the reason why it wasn't read is there in words.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Final

import msgspec
import regex

from archiver.normalise import ago, date_parser
from archiver.normalise.draft import ParsedDate

LONGEST: Final = 60
"""Characters; a longer text is a sentence."""

_SHORT_YEAR: Final = regex.compile(
    r"(?<!\d)(?P<head>\d{1,2}(?:st|nd|rd|th|\.)?[\s-]\p{L}{3,10}\.?,?[\s-]|\p{L}{3,10}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s|"
    r"\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark))['’]?(?P<year>\d\d)(?![\d:.]|\s?[ap]\.?m)",
    regex.IGNORECASE,
)
_YEARS_FIRST: Final = frozenset({"zh", "ja", "ko", "hu"})
_YEAR_FIRST: Final = regex.compile(r"[0-3]\d([./-])\d{1,2}\1\d{1,2}(?!\d)")
_SPOKEN: Final = regex.compile(
    r"(?P<day>(?P<yesterday>yesterday|gestern|hier|ayer|ieri|ontem)|today|heute|aujourd[’']hui|hoy|oggi|hoje)"
    r"(?:,?\s(?:at\s|um\s|à\s|a\slas\s|alle\s)?(?P<time>\d{1,2}(?:[:.h]\d\d)?(?:\s?[ap]\.?m\.?)?)(?:\suhr|h)?)?",
    regex.IGNORECASE,
)
# Kinds of tokens.
_YEARLESS: Final = regex.compile(r"[WB]?(?:D[MB]|[MB]D)(?:A?TA?Z*)?")
_DAYLESS: Final = regex.compile(r"W?A?TA?Z*")
_SAME_DAY: Final = range(8, 15)
"""Hours in UTC at which it is the same day from Los Angeles to Tokyo."""

_HOUR: Final = 3600
_UNKNOWN_TIME: Final = "relative to an unknown time"


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """Why a text isn't read, in words, and the dates that it may mean."""

    reason: str
    readings: tuple[ParsedDate, ...] = ()

    @property
    def days_first(self) -> frozenset[str]:
        """Of two readings in two orders, what the one says that has the day first, in each year."""
        firsts: dict[str, str] = {}
        for date in self.readings:
            firsts.setdefault(date.at[:4], date.at)
        return frozenset(firsts.values())


def doubt(text: str, language: str | None) -> Doubt | None:
    """What keeps the text from being read as a date; None for a text that is nothing like one."""
    if len(text) > LONGEST or date_parser.parse(text, language=language):
        return None
    orders = _orders(text)
    if orders:
        return Doubt(reason="day and month can't be told apart", readings=orders)
    short = _short_years(text, language)
    if short:
        return Doubt(reason="a year of two digits", readings=short)
    reason = _missing(text, language)
    return Doubt(reason=reason) if reason else None


def _missing(text: str, language: str | None) -> str | None:
    """What a date or time lacks to be one of the calendar."""
    if ago.parse(text) or _SPOKEN.fullmatch(text):
        return _UNKNOWN_TIME
    kinds = "".join(token.kind for token in date_parser.tokens(text, language))
    if _YEARLESS.fullmatch(kinds):
        return "a day without its year"
    return "a time without its day" if _DAYLESS.fullmatch(kinds) else None


def by_capture(text: str, found: Doubt, captured_at: dt.datetime, *, exactly: bool) -> tuple[ParsedDate | None, str]:
    """What the capture's time makes of a doubtful text, else None with the reason.

    A year of two digits is the last one that is not after the capture. A relative time needs the exact time of the
    capture, and is read only as finely as it says: a day only where that is the same in most of the world's zones.
    """
    if found.reason != _UNKNOWN_TIME:
        # A day ahead of UTC may have begun where the page was made.
        latest = (captured_at + dt.timedelta(days=1)).date().isoformat()
        before = [date for date in found.readings if date.at[:10] <= latest]
        last = max(before, key=lambda date: date.at, default=None)
        orders = {date.at[4:10] for date in before}
        return (
            (last, "") if last and len(orders) == 1 and found.reason == "a year of two digits" else (None, found.reason)
        )
    if not exactly:
        return None, _UNKNOWN_TIME
    moment = captured_at.astimezone(dt.UTC)
    spoken = _SPOKEN.fullmatch(text)
    if spoken:
        if moment.hour not in _SAME_DAY:
            return None, "the day depends on the page's time zone"
        day = (moment - dt.timedelta(days=1 if spoken["yesterday"] else 0)).date().isoformat()
        return date_parser.parse(f"{day} {spoken['time'] or ''}".strip(), language=None) or ParsedDate(
            at=day, precision="day"
        ), ""
    relative = ago.parse(text)
    return _moment(relative, moment) if relative else (None, _UNKNOWN_TIME)


_FIGURES: Final = regex.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)?\d\d)(?![\d./-])")
_YEAR: Final = regex.compile(r"(?<!\d)20\d\d(?!\d)")
_MOST_TEXTS: Final = 200
_MONTHS: Final = 12


def by_other_dates(found: Doubt, texts: Sequence[str]) -> list[ParsedDate]:
    """What the other dates of a page make of a doubtful one: their order of day and month, their century."""
    readings = list(found.readings)
    orders: set[bool] = set()
    years: set[int] = set()
    for text in texts[:_MOST_TEXTS]:
        for match in _FIGURES.finditer(text[: 2 * LONGEST]):
            first, second = int(match[1]), int(match[3])
            if first > _MONTHS >= second:
                orders.add(True)
            elif second > _MONTHS >= first:
                orders.add(False)
        years.update(int(year) for year in _YEAR.findall(text[: 2 * LONGEST]))
    if len({date.at[5:10] for date in readings}) > 1 and len(orders) == 1 and found.days_first:
        readings = [date for date in readings if (date.at in found.days_first) == (True in orders)]
    if len({date.at[:4] for date in readings}) > 1 and years:
        readings = [date for date in readings if 2000 <= int(date.at[:4]) <= max(years)]  # noqa: PLR2004
    return readings


def turned(text: str, date: ParsedDate) -> ParsedDate | None:
    """The date with day and month the other way round, where it is written in figures that allow it."""
    match = _FIGURES.search(text)
    if match is None or match[2] == "." or int(match[1]) > _MONTHS or int(match[3]) > _MONTHS or match[1] == match[3]:
        return None
    year, month, day = date.at[:4], date.at[5:7], date.at[8:10]
    return msgspec.structs.replace(date, at=f"{year}-{day}-{month}{date.at[10:]}")


def _moment(relative: ago.Ago, captured_at: dt.datetime) -> tuple[ParsedDate | None, str]:
    at = captured_at - dt.timedelta(seconds=relative.seconds)
    if relative.unit < _HOUR:
        return ParsedDate(at=at.strftime("%Y-%m-%dT%H:%M"), precision="minute", offset="+00:00"), ""
    if relative.unit > _HOUR:
        return None, "known only to some days"
    earliest = at - dt.timedelta(hours=1)
    if at.hour in _SAME_DAY and earliest.date() == at.date() and earliest.hour in _SAME_DAY:
        return ParsedDate(at=at.date().isoformat(), precision="day"), ""
    return None, "the day depends on the page's time zone"


def _orders(text: str) -> tuple[ParsedDate, ...]:
    """The readings of a date whose order isn't known: day first, month first."""
    found = [date_parser.parse(text, language=language) for language in ("en-GB", "en-US")]
    return tuple(date for date in found if date)


def _short_years(text: str, language: str | None) -> tuple[ParsedDate, ...]:
    """The readings of a date with a year of two digits, of this century and the last."""
    match = _SHORT_YEAR.search(text)
    if not match:
        return ()
    found: list[ParsedDate] = []
    for century in ("19", "20"):
        whole = f"{text[: match.start()]}{match['head']}{century}{match['year']}{text[match.end() :]}"
        date = date_parser.parse(whole, language=language)
        found += [date] if date else _orders(whole)
    figures = _YEAR_FIRST.match(text) if language in _YEARS_FIRST else None
    first = date_parser.parse(f"20{text}", language=language) if figures else None
    return (*found, first) if first else tuple(found)
