"""Which date a page states: every candidate is read, weighed and kept as evidence; nothing is made up.

A day wins by the trust in the sources that state it, added up; within the day the most trusted time is taken. What
can't be read, lies after the capture, or names a weekday that the day isn't, is refused, and the evidence says why.
"""

import datetime as dt
import functools
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import msgspec
import regex

from archiver.document import Dateline, Evidence, Precision, StatedDate
from archiver.normalise import date_doubts, date_parser, date_words
from archiver.normalise.date_in_url import in_url
from archiver.normalise.date_labels import LabelledDate, find_label, find_labels
from archiver.normalise.date_parser import parse
from archiver.normalise.draft import DateCandidate, ParsedDate
from archiver.normalise.words import base_language, fold

__all__ = ["TRUST", "LabelledDate", "find_label", "find_labels", "in_url", "judge", "parse", "refuse"]

TRUST: Mapping[str, float] = MappingProxyType(
    {
        "given": 100,
        "json-ld": 10,
        "microdata": 9,
        "meta": 9,
        "feed": 8,
        "script": 3.5,
        "label": 8,
        "time": 6,
        "line": 5,
        "url": 4.5,
        "dateline": 4,
        "weekday": 0.5,
    }
)
"""How much a source counts. What is written for machines to say exactly this comes first, then what a reader is told;
a bare <time> may be a related story's. One source of a higher rank outweighs one of a lower, two lower ones together
outweigh it. Several candidates of one source count once for each day."""

_WIDEST_OFFSET = dt.timedelta(hours=14)
_SLACK = dt.timedelta(minutes=10)
"""Clocks of a publisher and of the capturing machine may differ by so much."""

_ODD_OFFSETS = frozenset((345, 525, 765))
"""Minutes: Nepal, Eucla, Chatham."""

_TIED = 3
"""Days that are stated alike, from which none of them is the page's."""

_LEAST_LOCAL = 1.0
"""Trust that a clock time must have to be the page's own."""

_BY_MACHINE = frozenset({"json-ld", "microdata", "meta"})

_NEAR = dt.timedelta(days=1)
"""So far apart, a line's day and that of the page's data may be one in two time zones."""

_SHOWN = {"line": 3.5, "label": 2.0}
"""Trust that a date must have, by its source, to be shown as the article's own."""

_LATE = "after the page was captured"
_LEAD_WORD = regex.compile(r"[\p{L}\p{M}]+")
_LONGEST_LEAD = 400
_FINENESS = {"minute": 0, "day": 1, "month": 2, "year": 3}


class _Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A candidate and what it was read as; `refused` says why it counts for nothing."""

    source: str
    text: str
    trust: float
    date: ParsedDate | None = None
    refused: str | None = None

    @property
    def day(self) -> str | None:
        return self.date.at[:10] if self.date and _FINENESS[self.date.precision] <= 1 else None


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
    capture = _Captured(captured_at, captured_exactly)
    readings = [_read(candidate, capture, language) for candidate in _unique(candidates, role)]
    if role == "published" and dateline and dateline.date and all(reading.source != "dateline" for reading in readings):
        readings.append(_read(DateCandidate(role=role, source="dateline", text=dateline.date), capture, language))
    if not readings:
        return None
    readings = _decide_doubts(readings, candidates, captured_at, language)
    readings = _reorder(readings, captured_at)
    weekday = _weekday_in(lead, language) if role == "published" else None
    day = _best_day(readings, weekday[1] if weekday else None)
    if day and role == "published":
        shown = _shown_day(readings, day, candidates, language) or day
        day = _exact_day(readings, shown) or shown
    chosen = (_local(readings, day) or _within(readings, day)) if day else _coarsest(readings)
    at, precision, offset = _settle(chosen, readings)
    evidence = [_evidence(reading, chosen, at, offset) for reading in readings]
    if weekday and at and precision in ("minute", "day"):
        evidence.append(_weekday_evidence(weekday, dt.date.fromisoformat(at[:10])))
    return StatedDate(at=at, precision=precision, offset=offset, evidence=tuple(evidence))


def refuse(date: StatedDate, reason: str) -> StatedDate:
    """The same evidence with no date: what agreed with it is refused for the reason."""
    evidence = tuple(
        msgspec.structs.replace(item, agrees=False, reason=item.reason or reason) if item.agrees else item
        for item in date.evidence
    )
    return msgspec.structs.replace(date, at=None, precision=None, offset=None, evidence=evidence)


def _unique(candidates: Iterable[DateCandidate], role: str) -> list[DateCandidate]:
    """The candidates of a role; of the same words from the same source the one that is trusted most."""
    found: dict[tuple[str, str], DateCandidate] = {}
    for candidate in candidates:
        if candidate.role == role:
            key = (candidate.source, candidate.text)
            if key not in found or _worth(candidate) > _worth(found[key]):
                found[key] = candidate
    return list(found.values())


def _worth(candidate: DateCandidate) -> tuple[bool, float]:
    return candidate.refused is None, _trust(candidate)


def _trust(candidate: DateCandidate) -> float:
    return TRUST.get(candidate.source, 1) if candidate.trust is None else candidate.trust


class _Captured(NamedTuple):
    """When the page was captured, None if unknown; a bound only, unless `exactly`."""

    at: dt.datetime | None
    exactly: bool


def _read(candidate: DateCandidate, captured: _Captured, language: str | None) -> _Reading:
    text = candidate.text.strip()
    words = text
    if candidate.source == "url":
        words = in_url(text) or in_url(f"/{text.strip('/')}/") or text
    date = parse(words, language=language)
    refused = _refusal(date, captured.at) if date else None
    if date is None:
        date, refused = _doubtful(words, captured, language)
    return _Reading(
        source=candidate.source,
        text=text[: date_parser.LONGEST],
        trust=_trust(candidate),
        date=date,
        refused=candidate.refused or refused,
    )


def _doubtful(words: str, captured: _Captured, language: str | None) -> tuple[ParsedDate | None, str | None]:
    """What the capture's time makes of words that can't be read by themselves, else why they weren't."""
    found = date_doubts.doubt(words, language)
    if found is None:
        return None, "not a whole date that can be read without guessing"
    if captured.at is None:
        return None, found.reason
    date, reason = date_doubts.by_capture(words, found, captured.at, exactly=captured.exactly)
    return date, (_refusal(date, captured.at) if date else reason)


def _refusal(date: ParsedDate, captured_at: dt.datetime | None) -> str | None:
    """Why a date that was read can't be the one."""
    if date.at in ("1970-01-01", "1970"):
        return "what computers write for no date"
    if date.weekday is not None and len(date.at) >= len("2025-01-01"):
        day = dt.date.fromisoformat(date.at[:10])
        if day.weekday() != date.weekday:
            return "that day is another weekday than the one named"
    if captured_at and _earliest(date) > captured_at + _SLACK:
        return _LATE
    return None


def _earliest(date: ParsedDate) -> dt.datetime:
    """The first instant (UTC) that a date can mean, in the zone that it states or in any."""
    padded = date.at + "-01-01"[: max(0, 10 - len(date.at))] if len(date.at) == len("2025") else date.at
    padded = f"{padded}-01" if len(padded) == len("2025-01") else padded
    local = dt.datetime.fromisoformat(padded)
    if date.offset:
        return dt.datetime.fromisoformat(f"{padded}{date.offset}").astimezone(dt.UTC)
    return max(local, dt.datetime(1600, 1, 2)).replace(tzinfo=dt.UTC) - _WIDEST_OFFSET  # noqa: DTZ001


def _decide_doubts(
    readings: Sequence[_Reading],
    candidates: Sequence[DateCandidate],
    captured_at: dt.datetime | None,
    language: str | None,
) -> list[_Reading]:
    """Doubtful dates, decided where just one of the days that they may mean is one that another source states.

    Else the order of figures is that of another date on the page that can be read in one order only; and a year of two
    digits is one of this century, where the page states another year of it that isn't earlier.
    """
    if all(reading.date for reading in readings):
        return list(readings)
    days = {reading.day for reading in readings if not reading.refused}
    others = [candidate.text for candidate in candidates if candidate.role == "witness" or candidate.refused]
    decided = []
    for reading in readings:
        found = date_doubts.doubt(reading.text, language) if reading.date is None else None
        fitting = [date for date in found.readings if date.at[:10] in days] if found else []
        if found and not fitting:
            fitting = date_doubts.by_other_dates(found, others)
        if len(fitting) == 1:
            date = fitting[0]
            refused = (reading.refused if reading.refused != found.reason else None) if found else reading.refused
            decided.append(msgspec.structs.replace(reading, date=date, refused=refused or _refusal(date, captured_at)))
        else:
            decided.append(reading)
    return decided


def _reorder(readings: Sequence[_Reading], captured_at: dt.datetime | None) -> list[_Reading]:
    """Dates in figures, with day and month the other way round where only so another source states the same day."""
    days: dict[str, set[str]] = {}
    for reading in readings:
        if reading.day and not reading.refused:
            days.setdefault(reading.day, set()).add(reading.text)
    found = []
    for reading in readings:
        other = date_doubts.turned(reading.text, reading.date) if reading.date and reading.day else None
        alone = days.get(reading.day or "", set()) <= {reading.text}
        if other and alone and days.get(other.at[:10], set()) - {reading.text}:
            refused = _refusal(other, captured_at) if reading.refused == _LATE else reading.refused
            found.append(msgspec.structs.replace(reading, date=other, refused=refused))
        else:
            found.append(reading)
    return found


def _best_day(readings: Sequence[_Reading], weekday: int | None) -> str | None:
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


def _exact_day(readings: Sequence[_Reading], day: str) -> str | None:
    """The day of what the page's data states to the minute and with an offset, where just a line without a label states another.

    Such lines tell of lives and events, or of when a source was looked at. A <time> near the headline does not.
    """
    counted = [reading for reading in readings if reading.date and not reading.refused]
    if any(not _is_bare(reading) and reading.date and day.startswith(reading.date.at[:10]) for reading in counted):
        return None
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
    apart = abs(dt.date.fromisoformat(found) - dt.date.fromisoformat(day)) if found else _NEAR
    return found if apart > _NEAR else None


def _is_bare(reading: _Reading) -> bool:
    """Whether nothing says of the date that it is the publication's: no label, and no <time> near the headline."""
    return reading.source == "line" or (reading.source == "time" and reading.trust < TRUST["time"])


def _shown_day(
    readings: Sequence[_Reading], day: str, candidates: Sequence[DateCandidate], language: str | None
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


def _within(readings: Sequence[_Reading], day: str) -> _Reading:
    """The finest and most trusted candidate of a day."""
    return min((reading for reading in readings if reading.day == day and not reading.refused), key=_by_fineness)


def _local(readings: Sequence[_Reading], day: str) -> _Reading | None:
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


def _coarsest(readings: Sequence[_Reading]) -> _Reading | None:
    """The best candidate where none states a day."""
    return min(
        (reading for reading in readings if reading.date and not reading.refused), key=_by_fineness, default=None
    )


def _by_fineness(reading: _Reading) -> tuple[int, float]:
    return _FINENESS[reading.date.precision] if reading.date else 9, -reading.trust


def _settle(chosen: _Reading | None, readings: Sequence[_Reading]) -> tuple[str | None, Precision | None, str | None]:
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
    if abs(apart) > _WIDEST_OFFSET or (minutes % 30 and minutes not in _ODD_OFFSETS):
        return None
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _evidence(reading: _Reading, chosen: _Reading | None, at: str | None, offset: str | None) -> Evidence:
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
        if (date.offset or offset) and abs(apart) <= _WIDEST_OFFSET and apart % quarter == dt.timedelta(0):
            return True, "the same instant in another time zone"
        return False, "another time of the same day" if date.at[:10] == at[:10] else "another day"
    return False, "another day" if len(date.at) >= len("2025-01-01") else "another month or year"


def _weekday_in(lead: str, language: str | None) -> tuple[str, int] | None:
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


def _weekday_evidence(weekday: tuple[str, int], day: dt.date) -> Evidence:
    word, number = weekday
    if day.weekday() == number:
        return Evidence(source="weekday", text=word, at=day.isoformat(), precision="day")
    if (day - dt.timedelta(days=1)).weekday() == number:
        return Evidence(source="weekday", text=word, reason="the day before, as in a morning's paper")
    return Evidence(source="weekday", text=word, agrees=False, reason="the lead speaks of another day")
