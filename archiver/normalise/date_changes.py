"""Publication and last change told apart: a change isn't before the publication, nor is one time both where there are two."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from archiver.document import StatedDate
from archiver.normalise.date_parser import parse
from archiver.normalise.date_readings import Reading
from archiver.normalise.draft import DateCandidate, ParsedDate

BY_MACHINE: Final = frozenset({"json-ld", "microdata", "meta"})

_SEEN = frozenset({"line", "label", "time"})
_AT_HEADLINE = 5.0  # how much a date is trusted that stands alone there
_PLANNED = dt.timedelta(hours=1)
_FAR = dt.timedelta(days=2)


def refused_by_change(
    readings: Sequence[Reading], candidates: Iterable[DateCandidate], language: str | None
) -> list[Reading]:
    """The readings, of which a publication that can't be one by the page's own last change is refused, if another is left.

    Such is the hour for which the print edition was planned, later than the change, where two sources state a time before
    it; and the moment at which the page was made, published and changed in one, where the dateline's day and other data, or the one
    day that stands by the headline, are long before; and what the page labels as its change, beside an earlier publication.
    """
    readings = _by_labels(readings, candidates, language)
    made = [reading for reading in readings if reading.source in BY_MACHINE and not reading.refused]
    days = {reading.day for reading in readings if not reading.refused}
    changed = [
        moment
        for other in (candidates if made and len(days) > 1 else ())
        if other.role == "modified"
        and other.source in BY_MACHINE
        and (date := parse(other.text, language=language))
        and (moment := date.moment)
    ]
    if not changed:
        return list(readings)
    last = max(changed)
    before = {r.source for r in readings if r.date and not r.refused and (moment := r.date.moment) and moment < last}
    filed = {reading.day for reading in readings if reading.source == "dateline" and not reading.refused}
    of_filing = [moment for r in made if r.date and r.day in filed and (moment := r.date.moment)]
    of_filing += _shown(readings)
    found = []
    for reading in readings:
        stated = reading.date if reading.source in BY_MACHINE and not reading.refused else None
        moment = stated.moment if stated else None
        reason = None
        if moment and moment > last + _PLANNED and len(before) > 1:
            reason = "after the page's last change"
        elif moment and moment in changed and any(moment - other > _FAR for other in of_filing):
            reason = "when the page was made, the same as its last change"
        found.append(msgspec.structs.replace(reading, refused=reason) if reason else reading)
    return found


def _by_labels(readings: Sequence[Reading], candidates: Iterable[DateCandidate], language: str | None) -> list[Reading]:
    """The readings, of which the data's publication is refused whose day the page labels as that of the change, and an earlier one as its own."""
    told = {r.day for r in readings if r.day and not r.refused and r.source == "label" and r.trust >= _AT_HEADLINE}
    if len(told) != 1:
        return list(readings)
    first = min(filter(None, told))
    labelled = [other.text for other in candidates if other.role == "modified" and other.source == "label"]
    changed = {date.at[:10] for text in labelled if (date := parse(text, language=language))}
    return [
        msgspec.structs.replace(reading, refused="the day of the page's last change")
        if reading.source in BY_MACHINE and not reading.refused and reading.day in changed and first < reading.day
        else reading
        for reading in readings
    ]


def _shown(readings: Sequence[Reading]) -> list[dt.datetime]:
    """The ends of the days that a reader sees by the headline, where it is one."""
    days = {r.day for r in readings if r.day and not r.refused and r.source in _SEEN and r.trust >= _AT_HEADLINE}
    ends = [dt.datetime.fromisoformat(f"{day}T23:59+00:00") for day in days]
    return ends if len(ends) == 1 else []


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
    if date.moment and other.moment:
        return date.moment < other.moment
    same_clock = date.precision == other.precision == "minute" and not (date.offset or other.offset)
    if same_clock or min(len(date.at), len(other.at)) < len("2025-01-01") or date.precision == other.precision == "day":
        return date.at < other.at[: len(date.at)]
    return (dt.date.fromisoformat(other.at[:10]) - dt.date.fromisoformat(date.at[:10])).days > 1


def _is_of(date: ParsedDate, other: ParsedDate) -> bool:
    """Whether two dates state one time, as far as both go."""
    if date.moment and other.moment:
        return date.moment == other.moment
    shorter = min(len(date.at), len(other.at))
    return date.at[:shorter] == other.at[:shorter]
