"""What each candidate of a date is read as, and why one is refused: what can't be, or can't be read without guessing."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from archiver.normalise import date_doubts, date_parser
from archiver.normalise.date_in_url import in_url
from archiver.normalise.date_parser import parse
from archiver.normalise.draft import DateCandidate, ParsedDate

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

WIDEST_OFFSET = dt.timedelta(hours=14)
_WIDEST_WEST = dt.timedelta(hours=12)
FINENESS = {"minute": 0, "day": 1, "month": 2, "year": 3}
_SLACK = dt.timedelta(minutes=10)
"""Clocks of a publisher and of the capturing machine may differ by so much."""

_LATE = "after the page was captured"


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A candidate and what it was read as; `refused` says why it counts for nothing, `outside` that it stands above the article."""

    source: str
    text: str
    trust: float
    date: ParsedDate | None = None
    refused: str | None = None
    outside: bool = False

    @property
    def day(self) -> str | None:
        """The ISO day, None where only a month or a year is known."""
        return self.date.at[:10] if self.date and FINENESS[self.date.precision] <= 1 else None


def unique(candidates: Iterable[DateCandidate], role: str) -> list[DateCandidate]:
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


class Captured(NamedTuple):
    """When the page was captured, None if unknown; a bound only, unless `exactly`."""

    at: dt.datetime | None
    exactly: bool


def read(candidate: DateCandidate, captured: Captured, language: str | None) -> Reading:
    """A candidate as it is read."""
    text = candidate.text.strip()
    words = text
    if candidate.source == "url":
        words = in_url(text) or in_url(f"/{text.strip('/')}/") or text
    date = parse(words, language=language)
    refused = _refusal(date, captured.at) if date else None
    if date is None:
        date, refused = _doubtful(words, captured, language)
    return Reading(
        source=candidate.source,
        text=text[: date_parser.LONGEST],
        trust=_trust(candidate),
        date=date,
        refused=candidate.refused or refused,
        outside=candidate.outside,
    )


def _doubtful(words: str, captured: Captured, language: str | None) -> tuple[ParsedDate | None, str | None]:
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
    return max(local, dt.datetime(1600, 1, 2)).replace(tzinfo=dt.UTC) - WIDEST_OFFSET  # noqa: DTZ001


def decide_doubts(
    readings: Sequence[Reading],
    candidates: Sequence[DateCandidate],
    captured_at: dt.datetime | None,
    language: str | None,
) -> list[Reading]:
    """Doubtful dates, decided where just one of the days that they may mean is one that another source states.

    Else the order of figures is that of another date on the page that can be read in one order only; and a year of two
    digits is one of this century, where the page states another year of it that isn't earlier.
    """
    if all(reading.date for reading in readings):
        return list(readings)
    days = {reading.day for reading in readings if not reading.refused}
    others = [other.text for other in candidates if other.role in ("witness", "modified") or other.refused]
    decided = []
    for reading in readings:
        found = date_doubts.doubt(reading.text, language) if reading.date is None else None
        fitting = _fitting(found.readings, days) if found else []
        if found and not fitting:
            fitting = date_doubts.by_other_dates(found, others)
        if len(fitting) == 1:
            date = fitting[0]
            refused = (reading.refused if reading.refused != found.reason else None) if found else reading.refused
            decided.append(msgspec.structs.replace(reading, date=date, refused=refused or _refusal(date, captured_at)))
        else:
            decided.append(reading)
    return decided


def _fitting(dates: Sequence[ParsedDate], days: AbstractSet[str | None]) -> list[ParsedDate]:
    """Those that are one of the days, else those that are one's neighbour, as they may be in another zone."""
    same = [date for date in dates if date.at[:10] in days]
    if same or not days:
        return same
    near = {
        (dt.date.fromisoformat(day) + dt.timedelta(days=apart)).isoformat() for day in days if day for apart in (-1, 1)
    }
    return [date for date in dates if date.at[:10] in near]


def reorder(readings: Sequence[Reading], captured_at: dt.datetime | None) -> list[Reading]:
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


def refuse_today(readings: Sequence[Reading], captured_at: dt.datetime | None) -> list[Reading]:
    """The readings, of which what a site's head says of the day of the capture is refused where nothing else states that day."""
    if captured_at is None or not any(reading.outside for reading in readings):
        return list(readings)
    stated = {reading.day for reading in readings if not (reading.refused or reading.outside)}
    moment = captured_at.astimezone(dt.UTC)
    first, last = ((moment + apart).date().isoformat() for apart in (-_WIDEST_WEST, WIDEST_OFFSET))
    return [
        msgspec.structs.replace(reading, refused=reading.refused or "the day on which somebody looked at the page")
        if reading.outside and reading.day and first <= reading.day <= last and reading.day not in stated
        else reading
        for reading in readings
    ]
