"""The day that stands in an address: a paper's archive is often laid out by days."""

import datetime as dt
import functools

import regex

from archiver.normalise import date_words

_IN_URL = regex.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<sep>[/_-]?)(?P<month>0[1-9]|1[0-2])(?P=sep)(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
    r"|/(?P<year2>(?:19|20)\d\d)/(?P<month2>\p{L}{3,9}|[1-9])/(?P<day2>\d\d?)(?=/|$)"
)
_HOST = regex.compile(r"^[a-z]+://[^/]+", regex.IGNORECASE)


@functools.lru_cache(maxsize=64)  # a page's address is asked for several times
def in_url(url: str) -> str | None:
    """The ISO day in an address (`/2025/09/02/`, `/2025/sep/02/`, `-20250902-`), None if there is none."""
    path = _HOST.sub("", url[:2000])
    for match in _IN_URL.finditer(path):
        if match["year"]:
            numbers = [int(match[name]) for name in ("year", "month", "day")]
        else:
            word = match["month2"]
            month = int(word) if word.isdigit() else date_words.month_number(word, None)
            numbers = [int(match["year2"]), month or 0, int(match["day2"])]
        try:
            return dt.date(*numbers).isoformat()
        except ValueError:
            continue
    return None
