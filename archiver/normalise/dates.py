"""Which date a page states: every candidate is read, weighed and kept as evidence; nothing is made up.

A day wins by the trust in the sources that state it, added up; within the day the most trusted time is taken. What
can't be read, lies after the capture, or names a weekday that the day isn't, is refused, and the evidence says why.
"""

import datetime as dt
from collections.abc import Sequence

from archiver.document import Dateline, Precision, StatedDate
from archiver.normalise import date_changes, date_evidence, date_zones
from archiver.normalise.date_in_url import in_url
from archiver.normalise.date_labels import LabelledDate, find_label, find_labels
from archiver.normalise.date_parser import parse
from archiver.normalise.date_readings import (
    FINENESS,
    TRUST,
    Captured,
    Reading,
    decide_doubts,
    read,
    refuse_today,
    reorder,
    unique,
)
from archiver.normalise.draft import DateCandidate

__all__ = ["TRUST", "LabelledDate", "find_label", "find_labels", "in_url", "judge", "parse"]

_TIED = 3
"""Days that are stated alike, from which none of them is the page's."""

_NEAR = dt.timedelta(days=1)
"""So far apart, a line's day and that of the page's data may be one in two time zones."""


def judge(
    candidates: Sequence[DateCandidate],
    role: str,
    *,
    dateline: Dateline | None,
    lead: str,
    captured_at: dt.datetime | None,
    language: str | None,
    captured_exactly: bool = False,
    published: StatedDate | None = None,
) -> StatedDate | None:
    """The date that the candidates of a role (published or modified) state together, with all of them as evidence.

    The dateline's date and the first weekday that the lead names are evidence for `published` alone. `at` is None where
    every candidate was refused; the result is None where there is none. The capture's time is a limit, and what a relative
    time counts from where it is known exactly: it never becomes a date itself. A candidate's offset is kept as stated; one
    that states the same clock time lends its offset. A change isn't before what is given as `published`.
    """
    capture = Captured(captured_at, captured_exactly)
    readings = [read(candidate, capture, language) for candidate in unique(candidates, role)]
    if role == "published" and dateline and dateline.date and all(reading.source != "dateline" for reading in readings):
        readings.append(read(DateCandidate(role=role, source="dateline", text=dateline.date), capture, language))
    if not readings:
        return None
    readings = decide_doubts(readings, candidates, captured_at, language)
    readings = refuse_today(reorder(readings, captured_at), captured_at)
    if role == "published":
        readings = date_changes.refused_by_change(readings, candidates, language)
    elif published:
        readings = date_changes.after(readings, published)
    weekday = date_evidence.weekday_in(lead, language) if role == "published" else None
    day = _best_day(readings, weekday[1] if weekday else None)
    if day and role == "published":
        shown = _shown_day(readings, day, candidates, language) or day
        day = _exact_day(readings, shown) or shown
        day = date_zones.day_shown(readings, day) or day
    chosen = (date_zones.local(readings, day) or _within(readings, day)) if day else _coarsest(readings)
    if chosen:
        chosen = date_zones.agreed(readings, chosen)
    at, precision, offset = _settle(chosen, readings)
    evidence = [date_evidence.of_reading(reading, chosen, at, offset) for reading in readings]
    if weekday and at and precision in ("minute", "day"):
        evidence.append(date_evidence.of_weekday(weekday, dt.date.fromisoformat(at[:10])))
    return StatedDate(at=at, precision=precision, offset=offset, evidence=tuple(evidence))


def _best_day(readings: Sequence[Reading], weekday: int | None) -> str | None:
    """The day with the most trust behind it; at a tie the one of the most trusted source, then the earlier."""
    sources: dict[str, dict[str, float]] = {}
    for reading in readings:
        if reading.day and not reading.refused:
            own = sources.setdefault(reading.day, {})
            own[reading.source] = max(own.get(reading.source, 0), reading.trust)
    if not sources:
        return None

    timed = {
        reading.day
        for reading in readings
        if reading.date and reading.date.precision == "minute" and not reading.refused
    }

    def weight(day: str) -> tuple[float, float, bool]:
        trusts = sources[day].values()
        fits = TRUST["weekday"] if weekday is not None and dt.date.fromisoformat(day).weekday() == weekday else 0
        return sum(trusts) + fits, max(trusts), day in timed

    ranked = sorted(sources, key=lambda day: (*(-part for part in weight(day)), day))
    if len(ranked) >= _TIED and weight(ranked[0]) == weight(ranked[_TIED - 1]):
        return None  # a list of dates, of which none is told from the others
    return ranked[0]


def _exact_day(readings: Sequence[Reading], day: str) -> str | None:
    """The day of what the page's data states to the minute and with an offset, where nothing better states another.

    A line without a label is no better: such tell of lives and events, or of when a source was looked at. A <time> near
    the headline is, but for one of a later day, which is as a rule that of the last change.
    """
    counted = [reading for reading in readings if reading.date and not reading.refused]
    exact = [
        reading
        for reading in counted
        if reading.date
        and reading.date.offset
        and reading.date.precision == "minute"
        and reading.source in date_changes.BY_MACHINE
        and reading.trust >= TRUST["meta"]
    ]
    found = max(exact, key=lambda reading: reading.trust).day if exact else None
    if not found or abs(dt.date.fromisoformat(found) - dt.date.fromisoformat(day)) <= _NEAR:
        return None
    stated = (reading for reading in counted if reading.date and day.startswith(reading.date.at[:10]))
    return found if all(_is_bare(reading) or (reading.source == "time" and found < day) for reading in stated) else None


def _is_bare(reading: Reading) -> bool:
    """Whether nothing says of the date that it is the publication's: no label, and no <time> near the headline."""
    return reading.source == "line" or (reading.source == "time" and reading.trust < TRUST["time"])


def _shown_day(
    readings: Sequence[Reading], day: str, candidates: Sequence[DateCandidate], language: str | None
) -> str | None:
    """The day that a reader sees, where nothing but tags of the page's head state the one that was found.

    Such tags are often those of the page's making, or of its file. It is none where several days are shown, or where the
    one shown is that of a change.
    """
    if {reading.source for reading in readings if reading.day == day and not reading.refused} != {"meta"}:
        return None
    shown = {
        reading.day for reading in readings if reading.day and not reading.refused and date_zones.is_shown(reading)
    }
    if len(shown) != 1:
        return None
    changed = [parse(other.text, language=language) for other in candidates if other.role == "modified"]
    return None if any(date and date.at[:10] in shown for date in changed) else shown.pop()


def _within(readings: Sequence[Reading], day: str) -> Reading:
    """The finest and most trusted candidate of a day; of equal ones the page's own clock, where another tells its zone."""
    counted = [reading for reading in readings if reading.day == day and not reading.refused]
    first = min(counted, key=_by_fineness)
    if not first.date or first.date.offset != "+00:00":
        return first
    clocks = (r for r in counted if r.date and r.date.precision == "minute" and not r.date.offset)
    lent = ((r, r.date and date_zones.lent_offset(r.date.at, first.date)) for r in clocks if r.trust == first.trust)
    return next((reading for reading, offset in lent if offset and offset != "+00:00"), first)


def _coarsest(readings: Sequence[Reading]) -> Reading | None:
    """The best candidate where none states a day."""
    return min(
        (reading for reading in readings if reading.date and not reading.refused), key=_by_fineness, default=None
    )


def _by_fineness(reading: Reading) -> tuple[int, float, bool]:
    date = reading.date
    return (FINENESS[date.precision], -reading.trust, date.offset is None) if date else (9, -reading.trust, True)


def _settle(chosen: Reading | None, readings: Sequence[Reading]) -> tuple[str | None, Precision | None, str | None]:
    """What is stated in the end: at, precision, offset."""
    if chosen is None or chosen.date is None:
        return None, None, None
    date = chosen.date
    if date.precision != "minute":
        return date.at, date.precision, None
    offset = date.offset
    if offset is None:
        offsets = {
            lent
            for reading in readings
            if reading.date and not reading.refused and (lent := date_zones.lent_offset(date.at, reading.date))
        }
        offset = offsets.pop() if len(offsets) == 1 else None
    return date.at, "minute", offset
