"""In which zone a page's clock is: offsets lent, clocks labelled wrongly, and the day that it is where the page was made."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

import msgspec

from archiver.normalise.date_readings import WIDEST_OFFSET, Reading
from archiver.normalise.draft import ParsedDate

_ODD_OFFSETS = frozenset((345, 525, 765))
"""Minutes: Nepal, Eucla, Chatham."""

_NIGHT = 9
"""The hour in UTC before which it is the day before in the Americas."""

_FURTHEST_WEST = dt.timedelta(hours=-11)
"""Of Niue and American Samoa; further west nobody lives: a clock twelve hours behind is one without its "pm"."""

_LEAST_LOCAL = 1.0
"""Trust that a clock time must have to be the page's own."""

_EVENING, _MORNING = 10, 12
"""Hours in UTC: from the first on it may be the next day ahead of UTC, before the second the day before behind it."""

_ZONE_STEP = dt.timedelta(minutes=30)
_NONE = dt.timedelta(0)

_SHOWN: Final = {"line": 3.5, "label": 2.0}
"""Trust that a date must have, by its source, to be shown as the article's own."""


def day_shown(readings: Sequence[Reading], day: str) -> str | None:
    """The day before or after, where the day's times are stated in UTC alone and it is there in the page's own zone.

    The address tells it, unless a line shows the day as it is; or a line that is shown, where the time is midnight in a
    zone ahead of UTC, or of the night in one behind it.
    """
    counted = [reading for reading in readings if reading.day and not reading.refused]
    exact = [r.date for r in counted if r.day == day and r.date and r.date.precision == "minute"]
    if not exact or any(date.offset != "+00:00" for date in exact):
        return None
    before, after = ((dt.date.fromisoformat(day) + dt.timedelta(days=days)).isoformat() for days in (-1, 1))
    addressed = {reading.day for reading in counted if reading.source == "url"}
    hours = [int(date.at[11:13]) for date in exact]
    if any(reading.day == day and is_shown(reading) for reading in counted):
        return None
    if after in addressed and min(hours) >= _EVENING:
        return after
    if before in addressed and max(hours) < _MORNING:
        return before
    midnight = min(hours) > _MORNING and all(date.at.endswith(":00") for date in exact)
    other = after if midnight else before if max(hours) < _NIGHT else None
    return other if any(reading.day == other and is_shown(reading) for reading in counted) else None


def local(readings: Sequence[Reading], day: str) -> Reading | None:
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
            and any(_is_same(reading.date, date) for date in exact)
        ),
        key=lambda reading: reading.trust,
        default=None,
    )


def agreed(readings: Sequence[Reading], chosen: Reading) -> Reading:
    """The time of which a zone is stated by more sources, where the chosen one is apart by a zone: of one clock, or as a reader sees it.

    Such a time is one clock's with another's offset, as publishing systems write it. So is a time of a zone, ahead of or
    behind the clock that is shown by just its own offset: it was in UTC already.
    """
    date = chosen.date
    own = date.moment if date else None
    if date is None or own is None:
        return chosen
    timed = [
        reading
        for reading in readings
        if reading.date and not reading.refused and reading.trust >= _LEAST_LOCAL and reading.date.precision == "minute"
    ]
    if all(reading.date == date for reading in timed):
        return chosen
    exact = [(reading, reading.date, moment) for reading in timed if reading.date and (moment := reading.date.moment)]
    sources: dict[dt.datetime, set[str]] = defaultdict(set)
    for _, _, moment in exact:
        sources[moment] |= {_kind(other) for other in timed if _states(other, moment)}
    # A clock that is called UTC's where no other source has its instant may as well be a local one.
    zoned = {moment for _, stated, moment in exact if stated.offset != "+00:00"}
    fitting = [
        reading
        for reading, stated, moment in exact
        if (is_shown(reading) or (stated.at == date.at and moment in zoned))
        and (apart := abs(moment - own))
        and apart <= WIDEST_OFFSET
        and apart % _ZONE_STEP == _NONE
        and (len(sources[moment]) > len(sources[own]) or (stated.at == date.at and own not in zoned))
    ]
    return max(fitting, key=lambda reading: reading.trust) if fitting else _in_utc(timed, chosen, date, own)


def _in_utc(timed: Sequence[Reading], chosen: Reading, date: ParsedDate, own: dt.datetime) -> Reading:
    """The chosen time as its zone's clock shows it, where it is labelled with a zone but is UTC's: a line shows the other."""
    offset = own.utcoffset() or _NONE
    local = (own.replace(tzinfo=None) + offset).isoformat(timespec="minutes")
    shown = {reading.date.at for reading in timed if reading.date and not reading.date.offset and is_shown(reading)}
    if offset and shown == {local}:
        return msgspec.structs.replace(chosen, date=msgspec.structs.replace(date, at=local))
    return chosen


def is_shown(reading: Reading) -> bool:
    """Whether a reader sees the date as the article's own."""
    return reading.trust >= _SHOWN.get(reading.source, 100)


def _kind(reading: Reading) -> str:
    """The source; what a reader sees counts once."""
    return "line" if reading.source == "label" else reading.source


def _states(reading: Reading, moment: dt.datetime) -> bool:
    """Whether a time is that moment; one without an offset if it is that in UTC."""
    date = reading.date
    if date is None:
        return False
    return date.moment == moment if date.offset else date.at == moment.astimezone(dt.UTC).isoformat()[: len(date.at)]


def _is_same(date: ParsedDate, other: ParsedDate) -> bool:
    """Whether a time is the instant of another in another zone, stated or lent."""
    return date.moment == other.moment if date.offset else bool(lent_offset(date.at, other))


def lent_offset(at: str, other: ParsedDate) -> str | None:
    """The offset of a candidate that states the same instant as the clock time `at`.

    The same clock time lends its own offset. A time apart from the page's clock by just what a zone makes (whole half
    hours, or Nepal's 5:45) states with it which zone the clock is in.
    """
    moment = other.moment
    if moment is None or other.at == at:
        return other.offset if moment else None
    apart = dt.datetime.fromisoformat(at) - moment.astimezone(dt.UTC).replace(tzinfo=None)
    minutes = round(apart.total_seconds() / 60)
    if not _FURTHEST_WEST <= apart <= WIDEST_OFFSET or (minutes % 30 and minutes not in _ODD_OFFSETS):
        return None
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
