"""Seasons that are told from the day of publication: "last summer", "im kommenden Herbst", "l’hiver dernier".

They are those north of the equator: in the south they are other months. So of one with its year ("spring 2024") the year counts.

What is called last or next summer is told apart only while that year's summer can't be the one meant; else nobody can tell.
"""

import datetime as dt
import functools
from collections.abc import Mapping
from typing import Final, NamedTuple

from archiver.normalise import periods
from archiver.normalise.english_periods import counted_by_years
from archiver.normalise.mentioned_rules import Context, Rule, rule
from archiver.normalise.mentioned_story import looks_ahead
from archiver.normalise.periods import Period

_SOUTH: Final = frozenset(("en-au", "en-nz", "en-za", "en-zw", "en-na"))
"""Where a language of this table is written that has its summer in January; Spanish and Portuguese are left out for that."""
_WINTER: Final = 3


class _Words(NamedTuple):
    """The patterns of the four seasons from spring on, those of last, this, next, the coming and the past, and what stands where.

    In `patterns` `<S>` stands for a season, `<T>` for the turn; `anchor` is in each season.
    """

    seasons: tuple[str, str, str, str]
    turns: tuple[str, ...]
    patterns: tuple[str, ...]
    anchor: tuple[str, ...]


_WORDS: Final[Mapping[str, _Words]] = {
    "en": _Words(
        ("spring", "summer", r"autumn|fall(?!\s(?:in|of|from|to|by)\b(?!\s\d))", "winter"),
        ("last", "this", "next", "(?:this\\s)?coming", "(?:this\\s)?past"),
        (r"<T>\s<S>(?!-|\s(?:term|camp|break|house|time|training|cleaning)s?\b)",),
        ("pring", "ummer", "utumn", "fall", "winter", "Winter"),
    ),
    "de": _Words(
        ("Frühjahrs?|Frühlings?", "Sommers?", "Herbst(?:es)?", "Winters?"),
        ("(?:letzt|vergangen|vorig)e[nmrs]", "diese[nmrs]", "nächste[nmrs]", "kommende[nmrs]"),
        (r"<T>\s<S>(?!-)",),
        ("Früh", "Sommer", "Herbst", "Winter"),
    ),
    "fr": _Words(
        ("printemps", "été", "automne", "hiver"),
        ("dernier|passé", "(?!)", "(?!)", "prochain"),
        (r"(?:(?:au|le|du|ce)\s|(?:à\s)?(?:l|d|cet)[’'])<S>\s<T>", r"(?P<this>cet?)\s<S>(?!\s(?:dernier|prochain))(?!-)"),
        ("rintemps", "’été", "'été", "et été", "utomne", "hiver"),
    ),
    "it": _Words(
        ("primavera", "estate", "autunno", "inverno"),
        ("scors[oa]|passat[oa]", "(?!)", "(?!)", "prossim[oa]"),
        (r"<T>\s<S>", r"<S>\s<T>", r"(?P<this>quest)(?:[oa]\s|[’'])<S>"),
        ("rimavera", "estate", "Estate", "autunno", "inverno"),
    ),
    "ru": _Words(
        ("весной|весн[ыуе]", "летом|лет[оа]", "осенью|осен[ьи]", "зимой|зим[ыуе]"),
        ("прошл(?:ым|ой|ое|ого|ую)|минувш(?:им|ей|ее|ую)", "эт(?:им|ой|о|у)|нынешн(?:им|ей|ее)", "следующ(?:им|ей|ее)|будущ(?:им|ей|ее)", "ближайш(?:им|ей|ее)"),
        (r"<T>\s<S>",),
        ("весн", "летом", "лето", "лета", "осен", "зим"),
    ),
    "ar": _Words(
        ("(?:ال)?ربيع", "(?:ال)?صيف", "(?:ال)?خريف", "(?:ال)?شتاء"),
        ("الماضي|المنصرم|الفائت", "الحالي|الجاري", "(?!)", "المقبل|القادم"),
        (r"<S>\s<T>",),
        ("ربيع", "صيف", "خريف", "شتاء"),
    ),
}  # fmt: skip


def is_southern(language: str | None) -> bool:
    """Whether a language, with its country, is of the south."""
    return (language or "").lower() in _SOUTH


@functools.cache
def rules(language: str) -> tuple[Rule, ...]:
    """The rules for a language, if it has some."""
    words = _WORDS.get(language)
    if words is None:
        return ()
    seasons = f"(?:{'|'.join(f'(?P<s{number}>{season})' for number, season in enumerate(words.seasons))})"
    turns = f"(?:{'|'.join(f'(?P<t{number}>{turn})' for number, turn in enumerate(words.turns))})"

    def turned(context: Context) -> Period | None:
        today, groups = context.published, context.match.groupdict()
        if today is None:
            return None
        turn = 1 if groups.get("this") else next(number for number in range(len(words.turns)) if groups[f"t{number}"])
        found = _TURNS[turn](today, _season(groups))
        # "I met her this summer", in January
        told = turn != 1 or found is None or found.start < today or looks_ahead(context, language) is not False
        return found if told else None

    written = {"S": seasons, "T": turns}
    return tuple(
        rule(rf"\b(?P<date>{pattern})(?!\w)", turned, written, anchor=words.anchor) for pattern in words.patterns
    )


def _season(groups: Mapping[str, str | None]) -> int:
    return next(number for number in range(_WINTER + 1) if groups[f"s{number}"])


def _of_year(number: int, season: int) -> Period:
    """The season that begins in a year."""
    start = dt.date(number, 3 * season + 3, 1)
    return counted_by_years(Period(start, periods.add_months(start, 3) - dt.timedelta(days=1), "month"))


def _last(today: dt.date, season: int) -> Period | None:
    """The one before this year's; a winter's that is over."""
    if season == _WINTER:
        return _of_year(today.year - (1 if today.month > 2 else 2), season)  # noqa: PLR2004
    return _of_year(today.year - 1, season) if today <= _of_year(today.year, season).end else None


def _this(today: dt.date, season: int) -> Period | None:
    """This year's; of a winter the one that lasts, has ended just now, or is near."""
    if season < _WINTER:
        return _of_year(today.year, season)
    spring, autumn = 4, 9
    if spring < today.month < autumn:
        return None
    return _of_year(today.year - (today.month <= spring), season)


def _next(today: dt.date, season: int) -> Period | None:
    """The next one, if this year's can't be called this."""
    own = _of_year(today.year, season)
    if season == _WINTER:
        return own if today.month < 9 else None  # noqa: PLR2004
    return _of_year(today.year + 1, season) if today >= own.start else None


def _coming(today: dt.date, season: int) -> Period | None:
    """The first that is still to begin."""
    own = _of_year(today.year, season)
    return own if today < own.start else _of_year(today.year + 1, season)


def _past(today: dt.date, season: int) -> Period | None:
    """The last that is over."""
    return next(found for step in range(3) if (found := _of_year(today.year - step, season)).end < today)


_TURNS: Final = (_last, _this, _next, _coming, _past)
