"""What the rules for mentioned dates share: the record of a rule, and the words of numbers and names in patterns."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

import regex

from archiver.normalise import periods
from archiver.normalise.periods import Period


class Context(NamedTuple):
    """A match in its text; `published` is None where the day of publication isn't known."""

    match: "regex.Match[str]"
    text: str
    published: dt.date | None

    def group(self, name: str) -> str:
        """The words of a group of the match, "" if it took no part."""
        return str(self.match.group(name) or "")

    def before(self, length: int) -> str:
        """The characters before the match."""
        return self.text[max(0, self.match.start("date") - length) : self.match.start("date")]

    def after(self, length: int) -> str:
        """The characters after the match."""
        return self.text[self.match.end("date") : self.match.end("date") + length]


class Rule(NamedTuple):
    """A pattern with a group `date` (the words of the date), and what a match means: None, if no date."""

    pattern: "regex.Pattern[str]"
    resolve: Callable[[Context], Period | None]


def rule(
    pattern: str,
    resolve: Callable[[Context], Period | None],
    words: Mapping[str, str] | None = None,
    *,
    cased: bool = False,
) -> Rule:
    """A rule from a pattern in verbose form, in which `<name>` stands for one of the words."""
    for name, alternatives in (words or {}).items():
        pattern = pattern.replace(f"<{name}>", alternatives)
    flags = regex.VERBOSE | (0 if cased else regex.IGNORECASE)
    return Rule(regex.compile(pattern, flags), resolve)


def nothing(_context: Context) -> Period | None:
    """For words that look like a date and aren't one."""
    return None


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest first."""
    escaped = (regex.escape(word, special_only=True).replace(" ", r"\s") for word in words)
    return "(?:" + "|".join(sorted(escaped, key=lambda word: (-len(word), word))) + ")"


def near_month(published: dt.date, number: int, *, ahead: bool) -> Period:
    """The month of that name: the next one that isn't over where the text looks ahead, else the last that has begun."""
    if ahead:
        return periods.month(published.year + (number < published.month), number)
    return periods.month(published.year - (number > published.month), number)


def near_day(published: dt.date, month: int, day: int, *, ahead: bool) -> Period | None:
    """A day without a year: the nearest if that is near, else the past one unless the text looks ahead."""
    near = dt.timedelta(days=100)
    nearest = periods.nearest_year(published, month, day)
    if nearest is None:
        return None
    if abs(nearest - published) > near and (nearest > published) != ahead:
        nearest = nearest.replace(year=nearest.year + (1 if ahead else -1))
    return periods.day(nearest)


def unit_of(word: str, units: Mapping[str, str]) -> str:
    """The unit (day, week, month, year, decade, century) that a word names."""
    return units[word.lower()]
