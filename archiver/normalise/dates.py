"""Which date a page states: every candidate is read, weighed and kept as evidence; nothing is made up.

A day wins by the trust in the sources that state it, added up; within the day the most trusted time is taken. What
can't be read, lies after the capture, or names a weekday that the day isn't, is refused, and the evidence says why.
"""

import datetime as dt
from collections.abc import Sequence

import msgspec

from archiver.document import Dateline, Precision, StatedDate
from archiver.normalise import date_evidence
from archiver.normalise.date_in_url import in_url
from archiver.normalise.date_labels import LabelledDate, find_label, find_labels
from archiver.normalise.date_parser import parse
from archiver.normalise.date_readings import (
    FINENESS,
    TRUST,
    WIDEST_OFFSET,
    Captured,
    Reading,
    decide_doubts,
    read,
    refuse_today,
    reorder,
    unique,
)
from archiver.normalise.draft import DateCandidate, ParsedDate

__all__ = ["TRUST", "LabelledDate", "find_label", "find_labels", "in_url", "judge", "parse", "refuse"]

_ODD_OFFSETS = frozenset((345, 525, 765))
"""Minutes: Nepal, Eucla, Chatham."""

_TIED = 3
"""Days that are stated alike, from which none of them is the page's."""

_LEAST_LOCAL = 1.0
"""Trust that a clock time must have to be the page's own."""

_BY_MACHINE = frozenset({"json-ld", "microdata", "meta"})

_NEAR = dt.timedelta(days=1)
"""So far apart, a line's day and that of the page's data may be one in two time zones."""

_EVENING, _MORNING = 10, 12
"""Hours in UTC: from the first on it may be the next day ahead of UTC, before the second the day before behind it."""

_NIGHT = 9
"""The hour in UTC before which it is the day before in the Americas."""

_SHOWN = {"line": 3.5, "label": 2.0}
"""Trust that a date must have, by its source, to be shown as the article's own."""


def judge(
    candidates: Sequence[DateCandidate],
    role: str,
    *,
    dateline: Dateline | None,
    lead: str,
    captured_at: dt.datetime | None,
    language: str | None,
    captured_exactly: bool = False,
) -> StatedDate | None:
    """The date that the candidates of a role (published or modified) state together, with all of them as evidence.

    The dateline's date and the first weekday that the lead names are evidence for `published` alone. `at` is None where
    every candidate was refused; the result is None where there is none. The capture's time is a limit, and what a relative
    time counts from where it is known exactly: it never becomes a date itself. A candidate's offset is kept as stated; one that states the same clock time lends its offset.
    """
    capture = Captured(captured_at, captured_exactly)
    readings = [read(candidate, capture, language) for candidate in unique(candidates, role)]
    if role == "published" and dateline and dateline.date and all(reading.source != "dateline" for reading in readings):
        readings.append(read(DateCandidate(role=role, source="dateline", text=dateline.date), capture, language))
    if not readings:
        return None
    readings = decide_doubts(readings, candidates, captured_at, language)
    readings = refuse_today(reorder(readings, captured_at), captured_at)
    weekday = date_evidence.weekday_in(lead, language) if role == "published" else None
    day = _best_day(readings, weekday[1] if weekday else None)
    if day and role == "published":
        shown = _shown_day(readings, day, candidates, language) or day
        day = _exact_day(readings, shown) or shown
        day = _day_of_zone(readings, day) or day
    chosen = (_local(readings, day) or _within(readings, day)) if day else _coarsest(readings)
    at, precision, offset = _settle(chosen, readings)
    evidence = [date_evidence.of_reading(reading, chosen, at, offset) for reading in readings]
    if weekday and at and precision in ("minute", "day"):
        evidence.append(date_evidence.of_weekday(weekday, dt.date.fromisoformat(at[:10])))
    return StatedDate(at=at, precision=precision, offset=offset, evidence=tuple(evidence))


def refuse(date: StatedDate, reason: str) -> StatedDate:
    """The same evidence with no date: what agreed with it is refused for the reason."""
    evidence = tuple(
        msgspec.structs.replace(item, agrees=False, reason=item.reason or reason) if item.agrees else item
        for item in date.evidence
    )
    return msgspec.structs.replace(date, at=None, precision=None, offset=None, evidence=evidence)


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
        and reading.source in _BY_MACHINE
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
        reading.day
        for reading in readings
        if reading.day and not reading.refused and reading.trust >= _SHOWN.get(reading.source, 100)
    }
    if len(shown) != 1:
        return None
    changed = [parse(other.text, language=language) for other in candidates if other.role == "modified"]
    return None if any(date and date.at[:10] in shown for date in changed) else shown.pop()


def _day_of_zone(readings: Sequence[Reading], day: str) -> str | None:
    """The day before or after, where the day's times are stated in UTC alone and it is there in the page's own zone.

    The address tells it; or a line that is shown, where the time is midnight in a zone ahead of UTC or night in one behind it.
    """
    counted = [reading for reading in readings if reading.day and not reading.refused]
    exact = [r.date for r in counted if r.day == day and r.date and r.date.precision == "minute"]
    if not exact or any(date.offset != "+00:00" for date in exact):
        return None
    before, after = ((dt.date.fromisoformat(day) + dt.timedelta(days=days)).isoformat() for days in (-1, 1))
    addressed = {reading.day for reading in counted if reading.source == "url"}
    hours = [int(date.at[11:13]) for date in exact]
    if after in addressed and min(hours) >= _EVENING:
        return after
    if before in addressed and max(hours) < _MORNING:
        return before
    midnight = min(hours) > _MORNING and all(date.at.endswith(":00") for date in exact)
    other = after if midnight else before if max(hours) < _NIGHT else None
    shown = {reading.day for reading in counted if reading.trust >= _SHOWN.get(reading.source, 100)}
    return other if other in shown and (midnight or day not in shown) else None


def _within(readings: Sequence[Reading], day: str) -> Reading:
    """The finest and most trusted candidate of a day."""
    return min((reading for reading in readings if reading.day == day and not reading.refused), key=_by_fineness)


def _local(readings: Sequence[Reading], day: str) -> Reading | None:
    """The page's own clock where the day's times are stated in UTC alone, and the same instant stands on the day before or after.

    Such is a paper of New York whose data says two o'clock of the next day.
    """
    times = [
        reading for reading in readings if reading.day == day and not reading.refused and reading.trust > _LEAST_LOCAL
    ]
    exact = [reading.date for reading in times if reading.date and reading.date.precision == "minute"]
    if not exact or any(date.offset != "+00:00" for date in exact):
        return None
    return max(
        (
            reading
            for reading in readings
            if reading.date
            and not reading.refused
            and reading.day != day
            and reading.trust >= _LEAST_LOCAL
            and reading.date.precision == "minute"
            and reading.date.offset is None
            and any(_lent_offset(reading.date.at, date) for date in exact)
        ),
        key=lambda reading: reading.trust,
        default=None,
    )


def _coarsest(readings: Sequence[Reading]) -> Reading | None:
    """The best candidate where none states a day."""
    return min(
        (reading for reading in readings if reading.date and not reading.refused), key=_by_fineness, default=None
    )


def _by_fineness(reading: Reading) -> tuple[int, float]:
    return FINENESS[reading.date.precision] if reading.date else 9, -reading.trust


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
            if reading.date and not reading.refused and (lent := _lent_offset(date.at, reading.date))
        }
        offset = offsets.pop() if len(offsets) == 1 else None
    elif offset == "+00:00":
        # Where the same clock has another zone too, "Z" was put there by a machine that took it for UTC's.
        zones = {
            reading.date.offset
            for reading in readings
            if reading.date and not reading.refused and reading.date.at == date.at and reading.date.offset
        }
        own = zones - {offset}
        offset = own.pop() if len(own) == 1 else offset
    return date.at, "minute", offset


def _lent_offset(at: str, other: ParsedDate) -> str | None:
    """The offset of a candidate that states the same instant as the clock time `at`.

    The same clock time lends its own offset. A time apart from the page's clock by just what a zone makes (whole half
    hours, or Nepal's 5:45) states with it which zone the clock is in.
    """
    if other.precision != "minute" or other.offset is None:
        return None
    if other.at == at:
        return other.offset
    utc = dt.datetime.fromisoformat(other.at + other.offset).astimezone(dt.UTC).replace(tzinfo=None)
    apart = dt.datetime.fromisoformat(at) - utc
    minutes = round(apart.total_seconds() / 60)
    if abs(apart) > WIDEST_OFFSET or (minutes % 30 and minutes not in _ODD_OFFSETS):
        return None
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
