"""The evidence of a date: what each candidate says beside the date that was found, and the weekday that the lead names."""

import datetime as dt
import functools

import regex

from archiver.document import Evidence
from archiver.normalise import date_words
from archiver.normalise.date_readings import WIDEST_OFFSET, Reading
from archiver.normalise.draft import ParsedDate
from archiver.normalise.words import base_language, fold

_LEAD_WORD = regex.compile(r"[\p{L}\p{M}]+")
_LONGEST_LEAD = 400


def of_reading(reading: Reading, chosen: Reading | None, at: str | None, offset: str | None) -> Evidence:
    """A candidate with whether it agrees with what was found (`chosen`, and what `at` and `offset` became), and why not."""
    date = reading.date
    agrees, reason = False, reading.refused
    if not reading.refused and date and chosen and chosen.date and at:
        agrees, reason = _agreement(date, at, offset)
        if (
            agrees
            and date.precision == "minute"
            and not (date.offset or offset)
            and (zone := date_words.zone_in(reading.text))
        ):
            reason = f"no offset: “{zone}” is the name of several zones, or not in use at that time of the year"
    return Evidence(
        source=reading.source,
        text=reading.text,
        at=date.at if date else None,
        precision=date.precision if date else None,
        agrees=agrees,
        reason=reason,
    )


def _agreement(date: ParsedDate, at: str, offset: str | None) -> tuple[bool, str | None]:
    """Whether a date says the same as the chosen one, as far as both go; if not, what it says else."""
    shorter = min(len(date.at), len(at))
    if date.at[:shorter] == at[:shorter]:
        if date.offset and offset and date.offset != offset and date.precision == "minute":
            return False, "the same clock time in another time zone"
        return True, None
    if date.precision == "minute" and len(at) == len(date.at):
        apart = dt.datetime.fromisoformat(date.at) - dt.datetime.fromisoformat(at)
        if date.offset and offset:
            same = dt.datetime.fromisoformat(date.at + date.offset) == dt.datetime.fromisoformat(at + offset)
            return same, ("the same instant in another time zone" if same else "another time")
        quarter = dt.timedelta(minutes=15)
        if (date.offset or offset) and abs(apart) <= WIDEST_OFFSET and apart % quarter == dt.timedelta(0):
            return True, "the same instant in another time zone"
        return False, "another time of the same day" if date.at[:10] == at[:10] else "another day"
    return False, "another day" if len(date.at) >= len("2025-01-01") else "another month or year"


def weekday_in(lead: str, language: str | None) -> tuple[str, int] | None:
    """The first weekday that the lead names: its word, 0 (Monday) to 6."""
    base = base_language(language) if language else "en"
    names = _weekdays(base)
    for word in _LEAD_WORD.findall(lead[:_LONGEST_LEAD]):
        # English weekdays have a capital; elsewhere their names are no other words.
        number = names.get(fold(word)) if base != "en" or word[0].isupper() else None
        if number is not None:
            return word, number
    return None


@functools.cache
def _weekdays(language: str) -> dict[str, int]:
    return {fold(name): number for name, number in date_words.full_names(language, "days").items()}


def of_weekday(weekday: tuple[str, int], day: dt.date) -> Evidence:
    """The weekday that the lead names, beside the day that was found."""
    word, number = weekday
    if day.weekday() == number:
        return Evidence(source="weekday", text=word, at=day.isoformat(), precision="day")
    if (day - dt.timedelta(days=1)).weekday() == number:
        return Evidence(source="weekday", text=word, reason="the day before, as in a morning's paper")
    return Evidence(source="weekday", text=word, agrees=False, reason="the lead speaks of another day")
