"""The moments that readings of dates state: which of them several sources state together, which come after the last change.

Systems that write a clock time beside the offset of another zone are many, and each shows the right one elsewhere on its page.
"""

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from archiver.normalise.date_parser import parse
from archiver.normalise.date_readings import Reading
from archiver.normalise.draft import DateCandidate, ParsedDate

_SHOWN = {"label": 6.0, "time": 6.0, "line": 5.0}
"""Trust that a time which a reader sees must have to be the article's own, by its source."""

_MADE = frozenset({"json-ld", "microdata", "meta", "script"})
_UTC = "+00:00"
_LATER = dt.timedelta(hours=1)
_HALF_HOUR = dt.timedelta(minutes=30)
_FAR = dt.timedelta(days=2)
_SCHEDULED = "after the page's last change"
_MAKING = "when the page was made, the same as its last change"


def refuse_after_change(
    readings: Sequence[Reading], candidates: Iterable[DateCandidate], language: str | None
) -> list[Reading]:
    """The readings, of which a publication that can't be one by the page's own last change is refused, if another is left.

    Such is the hour for which the print edition was planned, later than the change, where two sources state a time before it; and the moment at which the page was made, published and changed in one, where the dateline's day and other data are
    the same day long before.
    """
    made = [reading for reading in readings if reading.source in _MADE and not reading.refused]
    if len({reading.day for reading in readings if not reading.refused}) < 2 or not made:  # noqa: PLR2004
        return list(readings)
    changed = [moment for other in candidates if other.role == "modified" and (moment := _moment_of(other, language))]
    if not changed:
        return list(readings)
    last = max(changed)
    before = {reading.source for reading in readings if not reading.refused and _is_before(reading, last)}
    filed = {reading.day for reading in readings if reading.source == "dateline" and not reading.refused}
    found = []
    for reading in readings:
        moment = moment_in(reading.date) if reading in made else None
        reason = None
        if moment and moment > last + _LATER and len(before) > 1:
            reason = _SCHEDULED
        elif (
            moment in changed
            and filed
            and any(other.day in filed and _is_long_before(other.date, moment) for other in made)
        ):
            reason = _MAKING
        found.append(msgspec.structs.replace(reading, refused=reason) if reason else reading)
    return found


def settled(chosen: Reading, readings: Sequence[Reading]) -> Reading:
    """The reading that is right where the chosen one's data have a clock of one zone and the offset of another.

    That is one whose moment two sources state, a reader's among them, where nothing but the chosen one states its own; or the
    chosen one's with the clock time that a reader sees, if that is just its offset away.
    """
    date = chosen.date
    if date is None or not date.offset or date.precision != "minute" or chosen.source not in _MADE:
        return chosen
    own = moment_in(date)
    near = [
        other
        for other in readings
        if other.date and other.date.precision == "minute" and not other.refused and other is not chosen
    ]
    if own is None or not near or any(_states(other, own, date.at) for other in near):
        return chosen
    seen = sorted(filter(_is_shown, near), key=lambda other: other.source == "time")  # a <time> may be in any zone
    best, most = chosen, chosen.trust
    for other in seen:
        moment = moment_in(other.date)
        if moment is None or other.date is None or not _is_zones(date, other.date, abs(moment - own)):
            continue
        stating = {same.source: same.trust for same in near if _states(same, moment, other.date.at)}
        if len(stating) > 1 and sum(stating.values()) > most:
            best, most = other, sum(stating.values())
    if best is not chosen:
        return best
    clock = dt.datetime.fromisoformat(date.at)
    local = (clock + (clock - own.replace(tzinfo=None))).isoformat(timespec="minutes")
    same = any(other.date and other.date.at == local and not other.date.offset for other in seen)
    return msgspec.structs.replace(chosen, date=msgspec.structs.replace(date, at=local)) if same else chosen


def moment_in(date: ParsedDate | None) -> dt.datetime | None:
    """The moment (UTC) that a date states with its offset."""
    if date is None or date.precision != "minute" or date.offset is None:
        return None
    return dt.datetime.fromisoformat(date.at + date.offset).astimezone(dt.UTC)


def _moment_of(candidate: DateCandidate, language: str | None) -> dt.datetime | None:
    return moment_in(parse(candidate.text, language=language)) if candidate.source in _MADE else None


def _states(reading: Reading, moment: dt.datetime, at: str) -> bool:
    """Whether a reading states the moment, or, without an offset, its clock time `at` or the one in UTC."""
    date = reading.date
    if date is None:
        return False
    if date.offset:
        return moment_in(date) == moment
    return date.at in (at, moment.strftime("%Y-%m-%dT%H:%M"))


def _is_shown(reading: Reading) -> bool:
    """Whether a reader sees the time as the article's own."""
    return reading.trust >= _SHOWN.get(reading.source, 100) and not reading.refused


def _is_zones(date: ParsedDate, other: ParsedDate, apart: dt.timedelta) -> bool:
    """Whether two times are so far apart as zones are.

    Of two in UTC, or of one in UTC and one an hour from it, the chosen one is right: to take local time for UTC, or winter's
    offset for summer's, is the mistake of templates.
    """
    if apart % _HALF_HOUR or (date.offset == other.offset == _UTC):
        return False
    return date.offset != _UTC or apart != _LATER or date.at == other.at


def _is_before(reading: Reading, last: dt.datetime) -> bool:
    moment = moment_in(reading.date)
    return moment is not None and moment < last


def _is_long_before(date: ParsedDate | None, moment: dt.datetime | None) -> bool:
    earlier = moment_in(date)
    return bool(earlier and moment and moment - earlier > _FAR)
