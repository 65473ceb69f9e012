"""Where a saved page came from, as the browser that saved it wrote into a comment at its beginning."""

import datetime as dt
import re
from typing import NamedTuple

from archiver.sources.sniff import decoded_head

# Internet Explorer's "mark of the web", which Chrome and Edge write too: the number counts the address's characters.
# https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/compatibility/ms537628(v=vs.85)
_MARK_OF_THE_WEB = re.compile(r"<!--\s{0,4}saved from url=\((\d{4,5})\)(https?://[^\s<>]+)")
# SingleFile, an extension for several browsers; the date is in the format of ECMAScript's Date.prototype.toString.
_SINGLE_FILE = re.compile(r"<!--\s{0,4}Page saved with SingleFile\s{1,4}url:[ ]{0,4}(https?://[^\s<>]+)")
_SAVED_DATE = re.compile(
    r"\ssaved date: [A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d{4}) (\d\d):(\d\d):(\d\d) GMT([+-])(\d\d)(\d\d)"
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class SavedPage(NamedTuple):
    """The address that a page was saved from, and when in UTC, where the comment tells."""

    url: str
    at: dt.datetime | None


def find_saved_from(payload: bytes) -> SavedPage | None:
    """What a "saved from" comment within the page's first bytes says; None if there is none."""
    head = decoded_head(payload)
    if mark := _MARK_OF_THE_WEB.search(head):
        length, url = int(mark[1]), mark[2]
        return SavedPage(url[:length], None)
    if comment := _SINGLE_FILE.search(head):
        end = head.find("-->", comment.end())
        return SavedPage(comment[1], _saved_date(head[comment.end() : end if end >= 0 else None]))
    return None


def _saved_date(comment: str) -> dt.datetime | None:
    found = _SAVED_DATE.search(comment)
    if found is None or found[1] not in _MONTHS:
        return None
    day, year, hour, minute, second = (int(found[number]) for number in range(2, 7))
    offset = dt.timedelta(hours=int(found[8]), minutes=int(found[9])) * (-1 if found[7] == "-" else 1)
    try:
        local = dt.datetime(year, _MONTHS.index(found[1]) + 1, day, hour, minute, second, tzinfo=dt.UTC)
        return local - offset
    except (ValueError, OverflowError):  # 31 February, or the year 1
        return None
