"""What the rules for mentioned dates share: the record of a rule, and the words of numbers and names in patterns."""

import datetime as dt
import functools
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple, TypeAlias

import regex

from archiver.document import Zone
from archiver.normalise import periods
from archiver.normalise.periods import Period


class Context(NamedTuple):
    """A match in its text; `published` is None where the day of publication isn't known.

    `zone` is the zone of the text, `told` the days that the body of the same article was found to mention, empty while
    it is read. `storied` tells that `published` is a day of another story, which the match belongs to: no tense counts from it.
    """

    match: "regex.Match[str]"
    text: str
    published: dt.date | None
    zone: Zone = "body"
    told: frozenset[dt.date] = frozenset()
    storied: bool = False

    def group(self, name: str) -> str:
        """The words of a group of the match, "" if it took no part."""
        return str(self.match.group(name) or "")

    def before(self, length: int) -> str:
        """The characters before the match."""
        return self.text[max(0, self.match.start("date") - length) : self.match.start("date")]

    def after(self, length: int) -> str:
        """The characters after the match."""
        return self.text[self.match.end("date") : self.match.end("date") + length]

    def is_set_apart(self) -> bool:
        """Whether a day or month stands in brackets with few other words, where no verb tells of them: "Holm (Hall; 5 March)"."""
        if "month" not in self.match.groupdict():
            return False
        before = self.before(_BRACKETED)
        opened = before.rfind("(")
        return opened >= 0 and ")" not in before[opened:] and ")" in self.after(_BRACKETED)


_BRACKETED: Final = 40  # characters to either side


class Rule(NamedTuple):
    """A pattern with a group `date` (the words of the date), and what a match means: None, if no date.

    `anchor` matches something that stands within each of its matches, and is quickly found: most of a text is far from any.
    `needs` is found too where a match is, in it or right beside it: of the places near an anchor few have both.
    """

    written: str
    flags: int
    resolve: Callable[[Context], Period | None]
    anchor: "Anchor"
    needs: re.Pattern[str] | regex.Pattern[str] | None = None

    @property
    def pattern(self) -> "regex.Pattern[str]":
        """The pattern, compiled once it is needed: all of a language take a good part of a second."""
        return _compiled(self.written, self.flags)


@functools.cache
def _compiled(pattern: str, flags: int) -> "regex.Pattern[str]":
    return regex.compile(pattern, flags)


Anchor: TypeAlias = "re.Pattern[str] | regex.Pattern[str] | tuple[str, ...]"
"""A pattern, or some words, of which any match of a rule has one: what is quickly looked for, to look closely only there.

`re` finds one of several words the faster the rarer their first letters are, so capitals; of small letters one word after the
other is found sooner. `regex` finds figures faster, if their set is written out and comes first.
"""

YEAR: Final = regex.compile("[0-9]{4}")
"""The anchor of rules whose matches hold a whole year."""

ANY_DIGIT: Final = regex.compile("[0-9٠-٩۰-۹]+")
ANY_YEAR: Final = regex.compile("[0-9٠-٩۰-۹]{4}")
"""The same in languages that have digits of their own; of all digits it takes ten times as long."""

ANYWHERE: Final[Anchor] = ()
"""The anchor of rules that have no other."""

_REACH: Final = 60
"""Characters from an anchor to the ends of a match around it, and of what it looks at beside it."""

_WHOLE_WORD: Final = 40  # characters, in which a window ends with a word


def rule(
    pattern: str,
    resolve: Callable[[Context], Period | None],
    words: Mapping[str, str] | None = None,
    *,
    cased: bool = False,
    anchor: Anchor = ANYWHERE,
    needs: re.Pattern[str] | regex.Pattern[str] | None = None,
) -> Rule:
    """A rule from a pattern in verbose form, in which `<name>` stands for one of the words."""
    for name, alternatives in (words or {}).items():
        pattern = pattern.replace(f"<{name}>", alternatives)
    flags = regex.VERBOSE | (0 if cased else regex.IGNORECASE)
    return Rule(pattern, flags, resolve, anchor, needs)


_FEW: Final = 5  # words that are sooner found one after the other
_LONG: Final = 5  # letters of a word that a part is enough for


def capitals(words: Iterable[str]) -> "Anchor":
    """An anchor of words that are written with a capital: few letters are any, so that many are looked for at once."""
    shortest: list[str] = []
    for word in sorted({word[:1].upper() + word[1:] for word in words}):
        if not shortest or not word.startswith(shortest[-1]):
            shortest.append(word)
    return tuple(shortest) if len(shortest) <= _FEW else re.compile("|".join(shortest))


def parts(words: Iterable[str]) -> tuple[str, ...]:
    """An anchor of other words: a part of each, without the first letter, which may be a capital; each is looked for alone."""
    found: list[str] = []
    for word in sorted(words, key=lambda word: (len(word), word)):
        if any(part in word for part in found):
            continue
        forms = (word[1:_LONG],) if len(word) >= _LONG else (word, word[:1].upper() + word[1:])
        found.extend(form for form in dict.fromkeys(forms) if not any(part in form for part in found))
    return tuple(found)


def windows(text: str, anchor: Anchor) -> list[tuple[int, int]]:
    """The stretches of a text in which the matches of a rule with that anchor are, in order, none touching another."""
    if anchor == ANYWHERE:
        return [(0, len(text))]
    found: list[tuple[int, int]] = []
    for first, last in _anchored(text, anchor):
        end = last + _REACH
        if found and end <= found[-1][1]:
            continue
        start = first - _REACH
        start = max(text.rfind(" ", start - _WHOLE_WORD, start), 0) if start > _WHOLE_WORD else 0
        stop = text.find(" ", end, end + _WHOLE_WORD)
        end = min(stop if stop >= 0 else end, len(text))
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, end))
    return found


def _anchored(text: str, anchor: Anchor) -> Iterable[tuple[int, int]]:
    if not isinstance(anchor, tuple):
        return (match.span() for match in anchor.finditer(text))
    places = []
    for word in anchor:
        at = text.find(word)
        while at >= 0:
            places.append((at, at + len(word)))
            at = text.find(word, at + len(word))
    return sorted(places)


PASSED: Final = Period(dt.date.min, dt.date.min, "day")
"""What a rule says of a match that is none: others' matches in it count."""


def nothing(_context: Context) -> Period | None:
    """For words that look like a date and aren't one."""
    return None


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest first."""
    escaped = (r"\s".join(regex.escape(part, special_only=True) for part in word.split(" ")) for word in words)
    return "(?:" + "|".join(sorted(escaped, key=lambda word: (-len(word), word))) + ")"


def spelled(words: str) -> str:
    """A pattern for one of the words in small letters, with a capital, or in capitals: faster than one that ignores case."""
    return f"(?:{'|'.join(form for word in words.split() for form in (word, word.capitalize(), word.upper()))})"


_NEAR: Final = dt.timedelta(days=100)
"""A day that is so near is meant where nothing tells the tense: any other is most of a year away."""

_NEXT_TO: Final = dt.timedelta(days=45)
"""So near ahead of the publication what is told in the past is as often what was planned then: such a day is left out.

As near behind it, a day is meant whatever its sentence tells.
"""


def near_month(published: dt.date, number: int, *, looks_ahead: Callable[[], bool | None]) -> Period | None:
    """The month of that name: the next one that isn't over where the text looks ahead, else the last that has begun.

    Where it isn't known whether the text looks ahead (None), only a month that is near. It is asked for only if need be.
    """
    coming = periods.month(published.year + (number < published.month), number)
    last = periods.month(published.year - (number > published.month), number)
    if coming == last:
        return coming
    ahead = looks_ahead()
    if ahead is not None:
        return coming if ahead else last
    near = dt.timedelta(days=62)
    return next((month for month in (last, coming) if month.start - near <= published <= month.end + near), None)


def near_day(
    published: dt.date, month: int, day: int, *, looks_ahead: Callable[..., bool | None], surely: bool = False
) -> Period | None:
    """A day without a year: the last or the next by the tense, the nearest if that is near where nothing tells.

    None where it isn't near either, or is one of the next days and told in the past. `surely` tells that the tense was read of
    verbs, not guessed by their endings: a day of the last months needs it to be another. It is asked for only if need be, with
    `own` where the sentence before doesn't count.
    """
    nearest = periods.nearest_year(published, month, day)
    if nearest is None:
        return None
    distance = nearest - published
    if dt.timedelta(0) <= -distance <= (_NEXT_TO if surely else _NEAR):
        return periods.day(nearest)
    ahead = looks_ahead(own=abs(distance) <= _NEAR)
    if ahead is None:
        return periods.day(nearest) if abs(distance) <= _NEAR else None
    if (distance > dt.timedelta(0)) == ahead:
        return periods.day(nearest)
    if not ahead and distance <= _NEXT_TO:
        return None
    return periods.day(nearest.replace(year=nearest.year + (1 if ahead else -1)))


def end_by_start(
    published: dt.date, first: tuple[int, int], last: tuple[int, int], *, looks_ahead: Callable[..., bool | None]
) -> Period | None:
    """The last day of a span, month and day, whose first is near: "on show from 15 March to 2 November"."""
    start = near_day(published, *first, looks_ahead=looks_ahead)
    if start is None or abs(start.start - published) > _NEAR:
        return None
    return periods.day(dt.date(start.start.year + (last < first), *last))


AND: Final = r"(?:,?\s(?:and|et|und|y|ed?|и|اور)\s|\sو\s?)"
"""The word between two dates or two ends of a span, in any of the languages."""
_JOINED: Final = regex.compile(AND, regex.IGNORECASE)
_BETWEEN: Final = regex.compile(r"\b(?:between|entre|zwischen|tra|fra|между|بين|درمیان)\b", regex.IGNORECASE)
_WIDE: Final = 12  # characters beside a date


def span_or_passed(context: Context, found: Period | None, between: str) -> Period | None:
    """A span, or no match where "and" in the words between its ends joins two that aren't neighbours."""
    around = context.before(_WIDE) + context.group("date") + context.after(_WIDE)
    if found is None or not _JOINED.search(between) or _BETWEEN.search(around):
        return found
    near = dt.timedelta(days=1 if found.precision == "day" else 62)
    return found if found.end - found.start <= near else PASSED


def span_of_centuries(context: Context, first: int, last: int) -> Period | None:
    """From one century to another; no match where "and" joins two that aren't neighbours."""
    most = 21
    if not 1 <= first < last <= most:
        return PASSED
    joined = _JOINED.search(context.group("date")) and last - first > 1
    return PASSED if joined else periods.between(periods.century(first), periods.century(last))


def unit_of(word: str, units: Mapping[str, str]) -> str:
    """The unit (day, week, month, year, decade, century) that a word names."""
    return units[word.lower()]
