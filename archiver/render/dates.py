"""Dates for people: as finely as they are known, and no finer."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def readable(at: str) -> str:
    """`2025-09-02T19:49` as `2 Sep 2025, 19:49`, `2025-09` as `Sep 2025`; anything else as it is."""
    date, _, time = at.partition("T")
    parts = date.split("-")
    try:
        words = [str(int(parts[2]))] if len(parts) > 2 else []  # noqa: PLR2004
        words += [_MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else []
    except (ValueError, IndexError):
        return at
    return " ".join([*words, parts[0]]) + (f", {time[:5]}" if time else "")


def to_the_minute(at: str) -> str:
    """A time of the archive's own, in UTC, `2025-09-02T19:49:12.501896Z`, as `2025-09-02 19:49 UTC`."""
    return at[:16].replace("T", " ") + " UTC"


def to_the_second(at: str) -> str:
    """A time of the archive's own, in UTC, `2025-09-02T19:49:12.501896Z`, as `2025-09-02 19:49:12 UTC`."""
    return at[:19].replace("T", " ") + " UTC"
