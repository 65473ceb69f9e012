"""Rules that several languages build from tables of their words."""

import datetime as dt
from collections.abc import Callable, Mapping

import regex

from archiver.normalise import date_words, periods
from archiver.normalise.latin_tense import Signs, looks_ahead
from archiver.normalise.mentioned_rules import Context, Rule, any_of, near_day, near_month, rule
from archiver.normalise.periods import Period

_ROMAN: Mapping[str, int] = {"I": 1, "V": 5, "X": 10}


class Language:
    """A language's words in patterns.

    `turns` are "last" (-1), "this" (0), "next" (1), `joint` stands in "3 de marzo de 2025", a month without a year counts
    behind one of the words `before_month`. `signs` are the forms of its verbs; a language without them speaks of the past.
    """

    def __init__(
        self,
        code: str,
        *,
        day: str,
        joint: str,
        before_month: str,
        turns: Mapping[str, int],
        units: Mapping[str, str],
        numbers: Mapping[str, int],
        signs: Signs | None = None,
    ) -> None:
        self.code = code
        self.day = day
        self.joint = joint
        self.before_month = before_month
        self.turns = turns
        self.units = units
        self.numbers = numbers
        self.signs = signs
        short = [name for name in date_words.short_names(code, "months") if len(name) > 2]  # noqa: PLR2004
        self.full_months = any_of(date_words.full_names(code, "months"))
        self.months = rf"(?:{self.full_months}|{any_of(short)}\b\.?)"
        self.weekdays = any_of(date_words.full_names(code, "days"))
        self.turn_words, self.unit_words, self.number_words = any_of(turns), any_of(units), any_of(numbers)

    def month(self, context: Context, group: str = "month") -> int:
        """The number of the month that a match names."""
        return date_words.month_number(context.group(group).rstrip("."), self.code) or 0

    def looks_ahead(self, context: Context) -> bool | None:
        """Whether the text speaks of what is to come at a date; None where it doesn't tell."""
        return looks_ahead(context, self.signs) if self.signs else False

    def count(self, word: str) -> int:
        """A number in digits or words."""
        return int(word) if word.isdecimal() else self.numbers[word.lower()]


def _number(text: str) -> int:
    match = regex.match(r"\d+", text)
    return int(match.group()) if match else 0


def absolute_rules(language: Language, year: str) -> tuple[Rule, ...]:
    """Day, month and year; day and month; month and year; a range of years; a month after "in"."""
    weekday = rf"(?:{language.weekdays},?\s(?:den\s|le\s|el\s)?)?"
    month, day, space = rf"(?P<month>{language.months})", language.day, language.joint
    tight = r"\s?" if space == r"\s" else space

    def whole(context: Context) -> Period | None:
        number = int(context.group("year"))
        return periods.day(dt.date(number, language.month(context), _number(context.group("day"))))

    def partial(context: Context) -> Period | None:
        if context.published is None:
            return None
        return near_day(
            context.published,
            language.month(context),
            _number(context.group("day")),
            ahead=language.looks_ahead(context),
        )

    def month_of_year(context: Context) -> Period | None:
        return periods.month(int(context.group("year")), language.month(context))

    def years(context: Context) -> Period | None:
        last = context.group("year2")
        first = int(context.group("year"))
        number = int(last) if len(last) == 4 else first // 100 * 100 + int(last)  # noqa: PLR2004
        return periods.between(periods.year(first), periods.year(number))

    full_month = rf"(?P<month>{language.full_months})"
    return (
        rule(rf"\b(?P<date>{weekday}{day}{tight}{month},?{space}{year})", whole),
        rule(rf"(?<![\d.,:]|\d\s)\b(?P<date>{weekday}{day}{space}{month})(?!\w|,?{space}\d{{4}})", partial),
        rule(rf"\b(?P<date>{month},?{space}{year})", month_of_year),
        rule(rf"\b(?:{language.before_month})[\s-](?P<date>{full_month})\b(?!,?{space}\d)", month_alone(language)),
        rule(rf"(?<![\d-])(?P<date>{year}[-–/](?P<year2>(?:1[5-9]|20)?\d\d))(?![\d–-])", years),
        rule(
            rf"\b(?:de|von|entre|zwischen)\s(?P<date>{year}\s(?:à|a|et|y|bis|und)\s(?P<year2>(?:1[5-9]|20)\d\d))\b",
            years,
        ),
    )


def month_alone(language: Language) -> Callable[[Context], Period | None]:
    """A month without a year: the last one that has begun, or the next where the text looks ahead."""

    def resolve(context: Context) -> Period | None:
        if context.published is None:
            return None
        return near_month(context.published, language.month(context), ahead=language.looks_ahead(context))

    return resolve


def year_alone(context: Context) -> Period | None:
    """A year of its own."""
    return periods.year(int(context.group("year")))


def decade(context: Context) -> Period | None:
    """Such as "les années 1990", "los años 90": two digits are of the 20th century."""
    digits = regex.findall(r"\d+", context.group("date"))[-1]
    return periods.decade(int(digits) if len(digits) == 4 else 1900 + int(digits))  # noqa: PLR2004


def century(context: Context) -> Period | None:
    """Such as "XIXe siècle", "19. Jahrhundert"."""
    match = context.match.groupdict()
    number = _roman(match["roman"]) if match.get("roman") else int(match["nth"])
    most = 21
    return periods.century(number) if 1 <= number <= most else None


def _roman(text: str) -> int:
    values = [_ROMAN.get(letter, 0) for letter in text.upper()]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))


def weekday(language: Language) -> Callable[[Context], Period | None]:
    """A weekday: the day of publication if it is one, else the last or the next by the tense; None where nothing tells it."""

    def resolve(context: Context) -> Period | None:
        number = date_words.weekday_number(context.group("weekday"), language.code)
        if context.published is None or number is None:
            return None
        groups = context.match.groupdict()
        turn = language.turns.get((groups.get("turn") or groups.get("turn2") or "").lower())
        if turn == 1:
            return periods.day(periods.weekday_after(context.published, number))
        if turn == -1:
            return periods.day(periods.weekday_before(context.published - dt.timedelta(days=1), number))
        if context.published.weekday() == number:
            return periods.day(context.published)
        ahead = language.looks_ahead(context)
        if ahead is None:
            return None
        near = periods.weekday_after if ahead else periods.weekday_before
        return periods.day(near(context.published, number))

    return resolve


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


def spoken_day(days: Mapping[str, int]) -> Callable[[Context], Period | None]:
    """Yesterday, tomorrow."""

    def resolve(context: Context) -> Period | None:
        if context.published is None:
            return None
        return periods.day(context.published + dt.timedelta(days=days[" ".join(context.group("date").lower().split())]))

    return resolve
