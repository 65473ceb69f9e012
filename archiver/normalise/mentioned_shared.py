"""Rules that several languages build from tables of their words."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial

import regex

from archiver.normalise import periods
from archiver.normalise.mentioned_doubts import is_law, is_of_no_year
from archiver.normalise.mentioned_language import FIGURE, Language, number_of
from archiver.normalise.mentioned_parts import OF_YEAR, YEAR_WORDS, fraction_rules, part_rules, range_rules
from archiver.normalise.mentioned_rules import Context, Rule, near_day, near_month, rule, span_of_centuries
from archiver.normalise.mentioned_units import unit_rules
from archiver.normalise.periods import Period

_ROMAN: Mapping[str, int] = {"I": 1, "V": 5, "X": 10}


def absolute_rules(language: Language, year: str) -> tuple[Rule, ...]:
    """Day, month and year; day and month; month and year; a range of years; a month after "in"."""
    weekday = rf"(?:{language.weekdays},?\s(?:de[nm]\s|le\s|el\s)?)?"
    month, day, space = rf"(?P<month>{language.months})", language.day, language.joint
    tight = r"\s?" if space == r"\s" else space
    turn = language.turn_words
    turned = rf"(?:\s(?P<turn>{turn})(?!\s(?:{YEAR_WORDS})\b)|\s{OF_YEAR}(?:(?P<turn2>{turn})\s?(?:{YEAR_WORDS})|(?:{YEAR_WORDS})\s(?P<turn3>{turn})))?"

    def whole(context: Context) -> Period | None:
        number = int(context.group("year"))
        return periods.day(dt.date(number, language.month(context), number_of(context.group("day"))))

    def without_year(context: Context) -> Period | None:
        if context.published is None or is_of_no_year(context):
            return None
        month, day = language.month(context), number_of(context.group("day"))
        of_year = language.turns.get((context.group("turn2") or context.group("turn3")).lower())
        if of_year is not None:
            return periods.day(dt.date(context.published.year + of_year, month, day))
        turn = language.turns.get(context.group("turn").lower()) or _turn_before(context, language)
        if turn:
            return _turned_day(context.published, month, day, turn)
        found = near_day(context.published, month, day, looks_ahead=partial(language.looks_ahead, context))
        return periods.week(found.start) if found and _WEEK_OF.search(context.before(_LONGEST_TURN)) else found

    def month_of_year(context: Context) -> Period | None:
        return periods.month(int(context.group("year")), language.month(context))

    four = language.whole_year
    named = regex.compile(rf"{four}(?<={language.months},?{space}{four})", regex.IGNORECASE)
    spanned = regex.compile(rf"{four}\s(?:{language.to or 'a'})\s", regex.IGNORECASE)
    full_month = rf"(?P<month>{language.full_months})"
    return (
        *range_rules(language, year),
        *fraction_rules(language, year),
        *part_rules(language, year),
        *unit_rules(language),
        rule(
            rf"{language.edge}(?P<date>{weekday}{day}{tight}{month},?{space}{year})",
            whole,
            anchor=language.day_month_anchor,
        ),
        rule(
            rf"(?<![\d.,:]|\d\s){language.edge}(?P<date>{weekday}{day}{space}{month}{turned})(?!\w|,?{space}\d{{4}})",
            without_year,
            anchor=language.day_month_anchor,
        ),
        rule(rf"\b(?P<date>{month},?{space}{year})", month_of_year, anchor=language.year_anchor, needs=named),
        rule(
            rf"{language.edge}(?:{language.before_month})(?:[\s-]|(?<=[’']))(?P<date>{full_month})\b(?!,?{space}\d)",
            month_alone(language),
            anchor=language.month_anchor,
        ),
        rule(
            rf"(?<![\d-])(?P<date>{year}[-–/](?P<year2>(?:1[5-9]|20)?\d\d))(?![\d–-])",
            years,
            anchor=language.year_anchor,
            needs=_TWO_YEARS,
        ),
        rule(
            rf"\b(?:{language.between or 'de'})\s(?P<date>{year}\s(?:{language.to or 'a'})\s(?P<year2>(?:1[5-9]|20)\d\d))\b",
            years,
            anchor=language.year_anchor,
            needs=spanned,
        ),
    )


def _turn_before(context: Context, language: Language) -> int | None:
    """The turn before a day: "el pasado 9 de febrero"."""
    words = context.before(_LONGEST_TURN).rstrip().rpartition(" ")[2].lower()
    return language.turns.get(words)


_LONGEST_TURN = 16  # characters
_WEEK_OF = regex.compile(r"\b(?:semaine\sdu|Woche\s(?:vom|ab)|semana\sdel?|settimana\sdel)\s$")


def _turned_day(published: dt.date, month: int, day: int, turn: int) -> Period | None:
    """The last or the next day of that name, the publication's own left out."""
    found = [dt.date(published.year + step, month, day) for step in (-1, 0, 1)]
    fitting = [date for date in found if (date > published) == (turn > 0) and date != published]
    return periods.day(fitting[0] if turn > 0 else fitting[-1]) if fitting else None


def turned_day_of_month(language: Language) -> Callable[[Context], Period | None]:
    """Such as "no último dia 9": the last or the next day of that number."""

    def resolve(context: Context) -> Period | None:
        if context.published is None:
            return None
        turn = language.turns[context.group("turn").lower()]
        found = (periods.shifted(context.published, turn * step, "day") for step in range(1, 62))
        return next((periods.day(date) for date in found if date.day == int(context.group("day"))), None)

    return resolve


def month_alone(language: Language) -> Callable[[Context], Period | None]:
    """A month without a year: the last one that has begun, or the next where the text looks ahead."""

    def resolve(context: Context) -> Period | None:
        if context.published is None:
            return None
        return near_month(
            context.published, language.month(context), looks_ahead=partial(language.looks_ahead, context)
        )

    return resolve


_TWO_YEARS = regex.compile(r"\d{4}[-–/]\d\d")


def year_behind(language: Language, words: str, year: str) -> Rule:
    """A year behind one of the words."""
    four = language.whole_year
    return rule(
        rf"\b(?:{words})\s(?P<date>{year})\b(?![-–]\d)",
        year_alone,
        anchor=language.year_anchor,
        needs=regex.compile(rf"{four}(?<=\b(?:{words})\s{four})", regex.IGNORECASE),
    )


def years(context: Context) -> Period | None:
    """From one year to another, of which the second may be written with two figures."""
    if is_law(context):
        return None
    last = context.group("year2")
    first = int(context.group("year"))
    number = int(last) if len(last) == 4 else first // 100 * 100 + int(last)  # noqa: PLR2004
    return periods.between(periods.year(first), periods.year(number))


def year_alone(context: Context) -> Period | None:
    """A year of its own."""
    return periods.year(int(context.group("year")))


def decade(context: Context) -> Period | None:
    """Such as "les années 1990", "los años 90": two digits are of the 20th century."""
    digits = FIGURE.findall(context.group("date"))[-1]
    return periods.decade(int(digits) if len(digits) == 4 else 1900 + int(digits))  # noqa: PLR2004


def worded_decade(decades: Mapping[str, int]) -> Callable[[Context], Period | None]:
    """Such as "años sesenta": one of the words, of the 20th century."""
    return lambda context: periods.decade(decades[context.group("decade").lower()])


def worded_century(centuries: Mapping[str, int]) -> Callable[[Context], Period | None]:
    """Such as "Ottocento": one of the words."""
    return lambda context: periods.century(centuries[context.group("century").lower()])


def century(context: Context) -> Period | None:
    """Such as "XIXe siècle", "19. Jahrhundert"."""
    match = context.match.groupdict()
    number = _roman(match["roman"]) if match.get("roman") else int(match["nth"])
    most = 21
    return periods.century(number) if 1 <= number <= most else None


def centuries(context: Context) -> Period | None:
    """Such as "les XVIIIe et XIXe siècles", "18. und 19. Jahrhundert"."""
    match = context.match.groupdict()
    first, last = (
        _roman(match[f"roman{end}"]) if match.get(f"roman{end}") else int(match[f"nth{end}"]) for end in ("", "2")
    )
    return span_of_centuries(context, first, last)


def _roman(text: str) -> int:
    values = [_ROMAN.get(letter, 0) for letter in text.upper()]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))


def turned_unit(language: Language) -> Callable[[Context], Period | None]:
    """The last, this or next week, month, year, decade or century of the calendar."""

    def resolve(context: Context) -> Period | None:
        if context.published is None:
            return None
        unit, turn = language.units[context.group("unit").lower()], language.turns[context.group("turn").lower()]
        if unit == "century":
            return periods.century((context.published.year + 99) // 100 + turn)
        return periods.holding(periods.shifted(context.published, turn, unit), unit)

    return resolve


def ago(language: Language) -> Callable[[Context], Period | None]:
    """So many units before the publication."""

    def resolve(context: Context) -> Period | None:
        unit = language.units[context.group("unit").lower()]
        if context.published is None or unit == "century":
            return None
        return periods.holding(periods.shifted(context.published, -language.count(context.group("count")), unit), unit)

    return resolve
