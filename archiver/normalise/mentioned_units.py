"""Rules that several languages share for what counts by the publication's month or week: "fin du mois dernier", "este fin de semana"."""

import datetime as dt
from collections.abc import Mapping
from typing import Final

from archiver.normalise import periods
from archiver.normalise.mentioned_language import Language, number_of
from archiver.normalise.mentioned_rules import Context, Rule, any_of, parts, rule
from archiver.normalise.periods import Period

_OF: Final = r"\s(?:(?:du|de|del|dello|di|do|des|من|числа)\s|(?=dieses|deste|الشهر))"
_OF_OR_NONE: Final = r"\s(?:(?:du|del?|dello|di|do|des|من)\s)?"
_WEEKENDS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "fr": (r"week-?end", ("week-end", "weekend")),
    "de": (r"Wochenendes?", ("ochenend",)),
    "es": (r"fin\sde\ssemana", ("de semana",)),
    "it": (r"(?:fine\ssettimana|week-?end)", ("ne settimana", "weekend", "week-end")),
    "pt": (r"(?:fim|final)\sde\ssemana", ("de semana",)),
    "ru": (r"выходны[ех]", ("ыходны",)),
    "ar": (r"(?:عطلة\s)?نهاية\sالأسبوع", ("نهاية الأسبوع",)),
    "ur": (r"ویک\sاینڈ", ("ویک اینڈ",)),
}
"""The words for a weekend, and the anchor of their rule."""
_TURNS: Final[Mapping[str, int]] = {"прошлые": -1, "минувшие": -1, "эти": 0, "следующие": 1, "ближайшие": 1}
"""Turns of a plural."""
_SPANISH_OF: Final = r"\sde"


def unit_rules(language: Language) -> tuple[Rule, ...]:
    """A day and a part of last, this or next month, and such a weekend."""
    words = [word for word, unit in language.units.items() if unit == "month"]
    months, anchor = any_of(words), parts(words)
    turn = language.turn_words
    turned = rf"(?:(?P<turn>{turn})\s{months}|{months}\s(?P<turn2>{turn}))(?!\w)"

    def month(context: Context) -> dt.date | None:
        which = _turn(context, language)
        if context.published is None or which is None:
            return None
        return periods.add_months(context.published.replace(day=1), which)

    def day(context: Context) -> Period | None:
        first = month(context)
        return periods.day(first.replace(day=number_of(context.group("day")))) if first else None

    def part(context: Context) -> Period | None:
        first = month(context)
        number = next(number for number in range(len(language.parts_of_month)) if context.group(f"p{number}"))
        return periods.part(periods.month(first.year, first.month), number) if first else None

    rules = [
        rule(
            rf"(?<![\d.,:])\b(?P<date>{language.day}{_OF}{turned})",
            day,
            anchor=anchor,
            needs=language.turned,
        )
    ]
    if language.parts_of_month:
        which = "|".join(
            f"(?P<p{number}>{words.removesuffix(_SPANISH_OF)})" for number, words in enumerate(language.parts_of_month)
        )
        rules.append(
            rule(
                rf"\b[بلوف]?(?P<date>(?:{which}){_OF_OR_NONE}{turned})",
                part,
                anchor=anchor,
                needs=language.turned,
            )
        )
    if language.code in _WEEKENDS:
        rules.append(_weekend(language, *_WEEKENDS[language.code]))
    return tuple(rules)


def _turn(context: Context, language: Language) -> int | None:
    groups = context.match.groupdict()
    word = (groups.get("turn") or groups.get("turn2") or "").lower()
    return language.turns.get(word, _TURNS.get(word))


def _weekend(language: Language, words: str, anchor: tuple[str, ...]) -> Rule:
    turn = any_of((*language.turns, *_TURNS))

    def resolve(context: Context) -> Period | None:
        which = _turn(context, language)
        if context.published is None or which is None:
            return None
        saturday = context.published + dt.timedelta(days=5 - context.published.weekday())
        on_it = context.published >= saturday
        if which < 0 or (which == 0 and not on_it and language.looks_ahead(context) is False):
            saturday -= dt.timedelta(days=7)
        elif which > 0 and on_it:
            saturday += dt.timedelta(days=7)
        return Period(saturday, saturday + dt.timedelta(days=1), "day")

    return rule(
        rf"\b(?P<date>(?:(?P<turn>{turn})\s{words}|{words}\s(?P<turn2>{turn})))(?!\w)",
        resolve,
        anchor=anchor,
    )
