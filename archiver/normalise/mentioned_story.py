"""Days and months without a year that belong to the story of another year.

"In October 2023 the mayor resigned; in November his deputy followed." The last date before such a one tells it, in its
sentence or the one before: where that is of a past year that it says, the day is near it, or there is none, as nobody can
tell; it isn't the publication's year's. A year alone tells it where it opens the sentence ("In 2019, on 4 May, ..."), not else:
"founded in 1931, the mill closed in October". In a list the last tells the year or the week of all.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

import regex

from archiver.normalise import clause_tense, date_words, english_periods, periods, tense_signs
from archiver.normalise.mentioned_rules import Context, Rule
from archiver.normalise.periods import Period


class Found(NamedTuple):
    """Where a rule's match stands, and what it means."""

    start: int
    end: int
    period: Period | None
    number: int
    rule: Rule
    context: Context


_REACH: Final = 250  # characters from a date to the one before
_WEEK: Final = regex.compile(r"\b(?:week|semaine|Woche|semana|settimana|недел\p{L}+|الأسبوع|ہفتے)\b", regex.IGNORECASE)
_LONGEST_DAY: Final = 4  # characters: "12th"
_LIST: Final = 30  # characters from a date to the one behind in a list
_YEAR: Final = regex.compile(r"\p{Nd}{4}")
_SENTENCE: Final = regex.compile(r"[.!?…][\"”»“’']?\s(?=[\p{Lu}\p{Lo}\p{Nd}\"„“«¿¡])|[۔؟]\s|\n")
_OPENING: Final = regex.compile(
    r"\W*(?:(?:in|en|im|nel|em|в|во|في)\s)?(?:(?:the\syear|jahre?|l[’']année|el\saño|anno|o?\sano|[وف]?عام|[وف]?سنة|سال)\s)?",
    regex.IGNORECASE,
)
_JOINED: Final = regex.compile(r"[\s,–-]*(?:(?:\p{L}{1,6}|\p{Nd}{1,2}\.?),?\s){0,4}و?")
_RECENT: Final = dt.timedelta(days=45)
_NEXT: Final = dt.timedelta(days=365)
_SOON: Final = 12  # characters between a year and a day of it: ", on the "
_IN_A_YEAR: Final = ((2, 15), (5, 15), (8, 15), (11, 15))  # any day of a year is near one of these


def of_stories(found: list[Found], language: str, resolve: Callable[[Rule, Context], Period | None]) -> list[Found]:
    """The matches, in text order, with days and months of other years' stories put there, or None where nobody can tell."""
    return _of_one_day(_in_stories(found, language, resolve))


def _of_one_day(found: list[Found]) -> list[Found]:
    """A day without a year that an article puts behind more often than ahead is behind wherever it stands; else none of them is sure."""
    days: dict[tuple[int, int], list[int]] = {}
    for index, item in enumerate(found):
        if item.period and item.period.precision == "day" and item.period.start == item.period.end and _is_bare(item):
            days.setdefault((item.period.start.month, item.period.start.day), []).append(index)
    for places in days.values():
        published = found[places[0]].context.published
        by_time = [(found[at].period, at) for at in places]
        behind = [period for period, _ in by_time if period and published and period.start <= published]
        ahead = [at for period, at in by_time if period and published and period.start > published]
        if not behind or not ahead:
            continue
        sure = behind[-1] if len(behind) > len(ahead) else None
        for at in places if sure is None else ahead:
            found[at] = found[at]._replace(period=sure)
    return found


def _in_stories(found: list[Found], language: str, resolve: Callable[[Rule, Context], Period | None]) -> list[Found]:
    weekly: Found | None = None  # from the last: "Tuesday, Wednesday and Thursday last week"
    for index in range(len(found) - 1, -1, -1):
        item = found[index]
        new = _of_week(item, weekly, language) if weekly else None
        if new:
            found[index] = new
        weekly = new or (item if _WEEK.search(item.context.group("date")) else None)
    if not any(_is_past(item.period, item.context.published) for item in found):
        return found
    told: list[Found] = []
    last: Found | None = None  # the last date that has a period, where it says its year or belongs to one that does
    for index, item in enumerate(found):
        new, said = item, _says_year(item)
        if not said and _is_bare(item):
            behind = found[index + 1] if index + 1 < len(found) else None
            new = _of_list(item, behind, resolve) or (_of_story(item, last, language, resolve) if last else item)
            said = new is not item
        told.append(new)
        if new.period:
            last = new if said else None
    return told


def _says_year(item: Found) -> bool:
    if item.period is None:
        return False
    date = item.context.group("date")
    if len(date) <= _LONGEST_DAY:  # of a list: "12 and 30 September 2005"
        return date[0].isdecimal() and bool(item.context.match.groupdict().get("year"))
    return _YEAR.search(date) is not None


def _is_bare(item: Found) -> bool:
    """Whether a match is a day, a month or a feast without any word of its year."""
    groups = item.context.match.groupdict()
    return bool(groups.get("month") or groups.get("feast")) and not (
        groups.get("year") or groups.get("year1") or _is_turned(groups)
    )


def _is_past(period: Period | None, published: dt.date | None) -> bool:
    """Whether a period of one year is before the publication's."""
    return bool(period and published and period.start.year == period.end.year < published.year)


def _of_week(item: Found, behind: Found, language: str) -> Found | None:
    """The weekday of the week that the last of a list says: "on Monday and Tuesday of last week"; None where there is none such."""
    if behind.start - item.end > _LIST or behind.period is None or behind.period.precision != "day":
        return None
    groups = item.context.match.groupdict()
    if not groups.get("weekday") or groups.get("weekday2") or groups.get("month") or _is_turned(groups):
        return None
    number = date_words.weekday_number(groups["weekday"], language)
    if number is None or not _JOINED.fullmatch(item.context.text, item.end, behind.start):
        return None
    monday = behind.period.start - dt.timedelta(days=behind.period.start.weekday())
    return item._replace(period=periods.day(monday + dt.timedelta(days=number)))


def _is_turned(groups: Mapping[str, str | None]) -> bool:
    return any(groups.get(name) for name in ("which", "which2", "turn", "turn2", "turn3"))


def _of_list(item: Found, behind: Found | None, resolve: Callable[[Rule, Context], Period | None]) -> Found | None:
    """The day in the year that the next of a list says: "on 8 April and on 15 May 2021"; None where there is none such."""
    context = item.context
    if behind is None or behind.start - item.end > _LIST or not _says_year(behind):
        return None
    if not _is_past(behind.period, context.published) or behind.period is None or behind.period.precision == "year":
        return None
    if not _JOINED.fullmatch(context.text, item.end, behind.start):
        return None
    period = _in_year(item, behind.period.start.year, resolve)
    return item._replace(period=period) if period and period.end <= behind.period.end else None


def _of_story(item: Found, last: Found, language: str, resolve: Callable[[Rule, Context], Period | None]) -> Found:
    """The match as the date before it tells it."""
    context = item.context
    published, story, between = context.published, last.period, context.text[last.end : item.start]
    if story is None or published is None or not _is_past(story, published) or len(between) > _REACH:
        return item
    ends = len(_SENTENCE.findall(between))
    if "\n" in between or ends > 1 or (item.period and story.start <= item.period.start < story.start + _NEXT):
        return item
    if story.precision == "year":
        opening = _SENTENCE.split(context.text[max(0, last.start - _REACH) : last.start + 1])[-1][:-1]
        if ends or not _OPENING.fullmatch(opening):
            return item
        period = _in_year(item, story.start.year, resolve)
        sure = len(between) <= _SOON
    else:
        period = resolve(item.rule, context._replace(published=story.start, storied=True))
        sure = False
    follows = period is not None and period.start >= story.start
    if looks_ahead(context, language):
        return item
    recent = item.period and published - _RECENT <= item.period.end <= published
    if recent and not sure:
        return item._replace(period=None) if follows and not ends else item
    return item._replace(period=period if follows or not ends else None)


def looks_ahead(context: Context, language: str) -> bool | None:
    """Whether a text of that language speaks of what is to come at a match; None where it doesn't tell."""
    if language == "en":
        return english_periods.looks_ahead(context)
    signs = tense_signs.BY_LANGUAGE.get(language)
    return clause_tense.looks_ahead(context, signs) if signs else None


def _in_year(item: Found, year: int, resolve: Callable[[Rule, Context], Period | None]) -> Period | None:
    """What a match means in a year."""
    found = (
        resolve(item.rule, item.context._replace(published=dt.date(year, month, day), storied=True))
        for month, day in _IN_A_YEAR
    )
    return next((period for period in found if period and period.start.year == year), None)
