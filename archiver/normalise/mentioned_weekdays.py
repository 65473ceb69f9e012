"""Weekdays without a date, and yesterday and tomorrow, in languages that are tables of words."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

import regex

from archiver.normalise import periods
from archiver.normalise.mentioned_language import Language
from archiver.normalise.mentioned_rules import Anchor, Context, Rule, any_of, nothing, parts, rule
from archiver.normalise.periods import Period

_NIGHT: Final = regex.compile(r"\b(?:nuit|nacht|noche|madrugada|notte|noite|ночь|ليل|ليلة|شب|رات)\b", regex.IGNORECASE)
_BESIDE: Final = 25  # characters


def weekday(language: Language) -> Callable[[Context], Period | None]:
    """A weekday: the day of publication if it is one, else the last or the next by the tense.

    Where nothing tells it, and in a headline, it is the day that the body means by that name; without one there is none.
    """

    def resolve(context: Context) -> Period | None:
        number = language.weekday(context)
        if context.published is None or number is None:
            return None
        groups, today = context.match.groupdict(), context.published
        turn = language.turns.get((groups.get("turn") or groups.get("turn2") or "").lower())
        if turn == 1:
            return periods.day(periods.weekday_after(today, number))
        if turn == -1:
            return periods.day(periods.weekday_before(today - dt.timedelta(days=1), number))
        if today.weekday() == number:
            return periods.day(today)
        return _near(context, number, language.looks_ahead(context), this=turn == 0)

    return resolve


def _near(context: Context, number: int, ahead: bool | None, *, this: bool) -> Period | None:
    """The last or the next day of a weekday; "this" Friday is the next one where nothing tells it."""
    if context.published is None:
        return None
    past, coming = (near(context.published, number) for near in (periods.weekday_before, periods.weekday_after))
    told = {past, coming} & context.told
    if len(told) == 1 and (context.zone == "title" or ahead is None):
        return periods.day(told.pop())
    if ahead is None and not this:
        return None
    return periods.day(past if ahead is False else coming)


def weekday_spans(
    language: Language, *, opening: str, to: str, between: tuple[str, str], habits: str = "(?!)", behind: str = ""
) -> Rule:
    """From one weekday to another: a night's two days, or some days of a week by the tense.

    `between` are the words of "between", of a night, and of "and". Without an opening, or behind the words `habits`, it is each week's, but
    of a night.
    """
    first, last = between

    def resolve(context: Context) -> Period | None:
        first, last = language.weekday(context), language.weekday(context, "weekday2")
        opened = context.group("opening") or context.group("between")
        night = _NIGHT.search(context.before(_BESIDE)) or _NIGHT.search(context.group("date"))
        if context.published is None or first is None or last is None:
            return None
        if (last - first) % 7 != 1 if night or behind else (context.group("habit") or not opened):
            return None
        ahead, today = language.looks_ahead(context), context.published.weekday()
        if ahead is None and (today not in (first, last) or not (night or context.group("between"))):
            return None
        if ahead or (ahead is None and today == first):
            start = context.published if today == first else periods.weekday_after(context.published, first)
            return periods.between(periods.day(start), periods.day(periods.weekday_after(start, last)))
        end = periods.weekday_before(context.published, last)
        return periods.between(periods.day(periods.weekday_before(end, first)), periods.day(end))

    return rule(
        rf"\b(?P<date>(?:(?P<between>{first})\s|(?P<opening>(?P<habit>{habits})|{opening})\s)?(?P<weekday>{language.any_weekday})"
        rf"(?(between){last}|(?:{to}))(?P<weekday2>{language.any_weekday}){behind})(?!\w)",
        resolve,
        anchor=language.day_anchor,
    )


def weekday_of_week(language: Language, pattern: str) -> Rule:
    """A weekday of last or next week; in the pattern `W` stands for it, `T` for the turn."""

    def resolve(context: Context) -> Period | None:
        number, turn = language.weekday(context), language.turns[context.group("turn").lower()]
        if context.published is None or number is None:
            return None
        monday = context.published - dt.timedelta(days=context.published.weekday())
        return periods.day(monday + dt.timedelta(days=7 * turn + number))

    named = regex.sub(r"T(?!\p{Ll})", lambda _: f"(?P<turn>{language.turn_words})", pattern)
    named = regex.sub(r"W(?!\p{Ll})", lambda _: f"(?P<weekday>{language.weekdays})", named)
    return rule(rf"\b(?P<date>{named})(?!\w)", resolve, anchor=language.day_anchor)


def numbered_weekday(language: Language, pattern: str, anchor: Anchor) -> Rule:
    """A weekday with the number of its day: "el lunes 16", "terça-feira (2)": the nearest such day, if there is one near.

    In the pattern `W` stands for the weekday, `N` for the number.
    """

    def resolve(context: Context) -> Period | None:
        if context.published is None:
            return None
        number, day = language.weekday(context), int(context.group("day"))
        found = (periods.shifted(context.published, step, "day") for step in sorted(range(-20, 21), key=abs))
        return next((periods.day(date) for date in found if date.day == day and date.weekday() == number), None)

    named = pattern.replace("W", f"(?P<weekday>{language.any_weekday})").replace("N", r"(?P<day>\d{1,2})")
    return rule(rf"\b(?P<date>{named})", resolve, anchor=anchor)


def habits(language: Language, before: str, *, nth: str = "(?!)") -> Rule:
    """A weekday behind words by which it is each week's, or any, or of a month ("the first Sunday of March"): no date."""
    return rule(
        rf"\b(?P<date>(?:{before})\s{language.weekdays}s?)(?!\w)"
        rf"|\b(?P<date>(?:{nth})\s{language.weekdays})(?=\s(?:d[’']|(?:de|du|del|di|do|da|im|des|в)\s|{language.full_months}|من\s))",
        nothing,
        anchor=language.day_anchor,
    )


def spoken_day(days: Mapping[str, int]) -> Callable[[Context], Period | None]:
    """Yesterday, tomorrow."""

    def resolve(context: Context) -> Period | None:
        if context.published is None:
            return None
        word = context.match.groupdict().get("spoken") or context.group("date")
        return periods.day(context.published + dt.timedelta(days=days[" ".join(word.lower().split())]))

    return resolve


def spoken(language: Language, days: Mapping[str, int], *, before: str = r"\b", behind: str = r"(?!\w)") -> Rule:
    """The rule for yesterday and tomorrow, with the weekday that may follow."""
    return rule(
        rf"{before}(?P<date>(?P<spoken>{any_of(days)})(?:,?\s(?:{language.weekdays}(?!\w)|\({language.weekdays}\)))?){behind}",
        spoken_day(days),
        anchor=parts(days),
    )
