"""Publication and last change told apart: a change isn't before the publication, nor is one time both where there are two."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

import msgspec

from archiver.document import StatedDate
from archiver.normalise.date_readings import Reading
from archiver.normalise.draft import ParsedDate

BY_MACHINE: Final = frozenset({"json-ld", "microdata", "meta"})


def after(readings: Sequence[Reading], published: StatedDate) -> list[Reading]:
    """The readings of a change, of which those before the publication are refused; its own time too, where a later one is told."""
    if published.at is None:
        return list(readings)
    first = ParsedDate(at=published.at, precision=published.precision or "day", offset=published.offset)
    later = {
        reading.date.at
        for reading in readings
        if reading.date and not reading.refused and reading.source in BY_MACHINE and _is_before(first, reading.date)
    }
    found = []
    for reading in readings:
        reason = None
        if reading.date and not reading.refused:
            own = not any(at.startswith(reading.date.at) for at in later)
            if _is_before(reading.date, first):
                reason = "before the page was published"
            elif later and own and not _is_before(first, reading.date) and _is_of(reading.date, first):
                reason = "the time of the publication"
        found.append(msgspec.structs.replace(reading, refused=reason) if reason else reading)
    return found


def _is_before(date: ParsedDate, other: ParsedDate) -> bool:
    """Whether a date is surely before another: a time and a day by more than zones may make."""
    if date.precision == other.precision == "minute" and bool(date.offset) == bool(other.offset):
        return _moment(date) < _moment(other)
    if min(len(date.at), len(other.at)) < len("2025-01-01") or date.precision == other.precision == "day":
        return date.at < other.at[: len(date.at)]
    return (dt.date.fromisoformat(other.at[:10]) - dt.date.fromisoformat(date.at[:10])).days > 1


def _is_of(date: ParsedDate, other: ParsedDate) -> bool:
    """Whether two dates state one time, as far as both go."""
    if date.offset and other.offset:
        return _moment(date) == _moment(other)
    shorter = min(len(date.at), len(other.at))
    return date.at[:shorter] == other.at[:shorter]


def _moment(date: ParsedDate) -> dt.datetime:
    return dt.datetime.fromisoformat(f"{date.at}{date.offset or ''}")
