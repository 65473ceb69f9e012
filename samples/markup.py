"""The marks in a story's text: what they name, and the same text plain, as HTML and as Markdown.

`{p Vane=Harriet Vane}` marks a form and the name it is counted under (`{p Harriet Vane}`: both at once); `p` is a
person, `o` an organisation, `l` a place. `{d Tuesday=2025-09-02}` marks a date: a day, a month (2025-09), a year
(2025), a decade (1970s), or `first..last/precision`. Links and emphasis are written as in Markdown.
"""

import calendar
import html
import re
from collections.abc import Iterator
from typing import NamedTuple

_MARK = re.compile(r"\{([pold]) ([^{}=]+)(?:=([^{}]+))?\}")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_STRONG = re.compile(r"\*\*([^*]+)\*\*")
_EM = re.compile(r"\*([^*]+)\*")


class Mark(NamedTuple):
    kind: str
    form: str
    value: str


def iter_marks(text: str) -> Iterator[Mark]:
    for found in _MARK.finditer(text):
        yield Mark(found[1], found[2], found[3] or found[2])


def unmarked(text: str) -> str:
    """The text without the marks, its links and emphasis still in Markdown."""
    return _MARK.sub(lambda found: found[2], text)


def plain(text: str) -> str:
    text = _LINK.sub(r"\1", unmarked(text))
    return _EM.sub(r"\1", _STRONG.sub(r"\1", text))


def as_html(text: str) -> str:
    text = html.escape(unmarked(text))
    text = _LINK.sub(r'<a href="\2">\1</a>', text)
    return _EM.sub(r"<em>\1</em>", _STRONG.sub(r"<strong>\1</strong>", text))


def period(value: str) -> tuple[str, str, str]:
    """First day, last day and precision of a date as the marks write it."""
    if ".." in value:
        days, precision = value.split("/")
        first, last = days.split("..")
        return first, last, precision
    if value.endswith("0s"):
        return f"{value[:4]}-01-01", f"{value[:3]}9-12-31", "decade"
    parts = value.split("-")
    if len(parts) == 1:
        return f"{value}-01-01", f"{value}-12-31", "year"
    if len(parts) == 2:
        return f"{value}-01", f"{value}-{calendar.monthrange(int(parts[0]), int(parts[1]))[1]:02}", "month"
    return value, value, "day"
