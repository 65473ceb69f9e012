"""Rules that several languages build from tables of their words."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence

import regex

from archiver.normalise import date_words, periods
from archiver.normalise.latin_tense import Signs, looks_ahead
from archiver.normalise.mentioned_rules import DIGIT, YEAR, Context, Rule, any_of, near_day, near_month, rule
from archiver.normalise.periods import Period

_ROMAN: Mapping[str, int] = {"I": 1, "V": 5, "X": 10}


class Language:
    """A language's words in patterns.

    `turns` are "last" (-1), "this" (0), "next" (1), `joint` stands in "3 de marzo de 2025", a month without a year counts
    behind one of the words `before_month`. `between` may open a range and `to` parts it. `figures` stands between the parts
    of a date in figures, day first. `fractions` are patterns of the words for first to fourth, then those for a quarter and a
    half of a year; `parts` those for the beginning, the middle and the end of a month or year. `months` and `weekdays` are names beside those of the CLDR (other cases). `signs` are the forms of its verbs; a language
    without them speaks of the past.
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
        between: str = "",
        to: str = "",
        figures: str = "/",
        fractions: Sequence[str] = (),
        parts: Sequence[str] = (),
        months: Mapping[str, int] | None = None,
        weekdays: Mapping[str, int] | None = None,
        signs: Signs | None = None,
    ) -> None:
        self.code = code
        self.day = day
        self.joint = joint
        self.before_month = before_month
        self.turns = turns
        self.units = units
        self.numbers = numbers
        self.between = between
        self.to = to
        self.figures = figures
        self.fractions = fractions
        self.parts = parts
        self.signs = signs
        self._cases = months or {}
        self._weekdays = weekdays or {}
        short = [name for name in date_words.short_names(code, "months") if len(name) > 2]  # noqa: PLR2004
        self.full_months = any_of((*date_words.full_names(code, "months"), *self._cases))
        self.months = rf"(?:{self.full_months}|{any_of(short)}\b\.?)"
        self.weekdays = any_of(date_words.full_names(code, "days"))
        # What stands in each match of a rule with such a word: quickly looked for.
        self.day_anchor = spellings(date_words.full_names(code, "days"))
        self.unit_anchor = spellings(units)
        self.month_anchor = spellings((*date_words.full_names(code, "months"), *self._cases))
        self.turn_words, self.unit_words, self.number_words = any_of(turns), any_of(units), any_of(numbers)

    def month(self, context: Context, group: str = "month") -> int:
        """The number of the month that a match names."""
        own = self._cases.get(context.group(group).lower())
        return own or date_words.month_number(context.group(group).rstrip("."), self.code) or 0

    def weekday(self, context: Context) -> int | None:
        """The number of the weekday that a match names, 0 for Monday."""
        word = context.group("weekday")
        own = self._weekdays.get(word.lower())
        return date_words.weekday_number(word, self.code) if own is None else own

    def looks_ahead(self, context: Context) -> bool | None:
        """Whether the text speaks of what is to come at a date; None where it doesn't tell."""
        return looks_ahead(context, self.signs) if self.signs else False

    def count(self, word: str) -> int:
        """A number in digits or words."""
        return int(word) if word.isdecimal() else self.numbers[word.lower()]


def spellings(words: Iterable[str]) -> tuple[str, ...]:
    """The words with and without a capital, each without those that begin with it."""
    found: list[str] = []
    for word in sorted(form for name in words for form in (name, name[:1].upper() + name[1:])):
        if not found or not word.startswith(found[-1]):
            found.append(word)
    return tuple(found)


def _number(text: str) -> int:
    match = regex.match(r"\d+", text)
    return int(match.group()) if match else int(text == "یکم")


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

    full_month = rf"(?P<month>{language.full_months})"
    return (
        *range_rules(language, year),
        *fraction_rules(language, year),
        *part_rules(language, year),
        rule(rf"\b(?P<date>{weekday}{day}{tight}{month},?{space}{year})", whole, anchor=YEAR),
        rule(
            rf"(?<![\d.,:]|\d\s)\b(?P<date>{weekday}{day}{space}{month})(?!\w|,?{space}\d{{4}})", partial, anchor=DIGIT
        ),
        rule(rf"\b(?P<date>{month},?{space}{year})", month_of_year, anchor=YEAR),
        rule(
            rf"\b(?:{language.before_month})[\s-](?P<date>{full_month})\b(?!,?{space}\d)",
            month_alone(language),
            anchor=language.month_anchor,
        ),
        rule(rf"(?<![\d-])(?P<date>{year}[-–/](?P<year2>(?:1[5-9]|20)?\d\d))(?![\d–-])", years, anchor=YEAR),
        rule(
            rf"\b(?:{language.between or 'de'})\s(?P<date>{year}\s(?:{language.to or 'a'})\s(?P<year2>(?:1[5-9]|20)\d\d))\b",
            years,
            anchor=YEAR,
        ),
    )


def range_rules(language: Language, year: str) -> tuple[Rule, ...]:
    """From one day or month to another, and a day in figures."""
    opening = rf"(?:(?:{language.between})\s?)?" if language.between else ""
    parting = rf"(?:\s?[-–]\s?|\s(?:{language.to})\s?)" if language.to else r"\s?[-–]\s?"
    month, space = language.months, language.joint
    second = language.day.replace("?P<day>", "?P<day2>")

    def days(context: Context) -> Period | None:
        last = language.month(context, "month2")
        first = language.month(context) if context.group("month") else last
        begins, ends = _number(context.group("day")), _number(context.group("day2"))
        if context.group("year"):
            end: Period | None = periods.day(dt.date(int(context.group("year")), last, ends))
        elif context.published is not None:
            end = near_day(context.published, last, ends, ahead=language.looks_ahead(context))
        else:
            end = None
        if end is None:
            return None
        return periods.between(periods.day(dt.date(end.start.year - (first > last), first, begins)), end)

    def months(context: Context) -> Period | None:
        first, last = language.month(context), language.month(context, "month2")
        end = periods.month(int(context.group("year")), last)
        number = int(context.group("year1")) if context.group("year1") else end.start.year - (first > last)
        return periods.between(periods.month(number, first), end)

    def figures(context: Context) -> Period | None:
        return periods.day(dt.date(int(context.group("year")), int(context.group("number")), int(context.group("day"))))

    earlier = year.replace("?P<year>", "?P<year1>")
    return (
        rule(
            rf"\b(?P<date>{opening}{language.day}(?:{space}(?P<month>{month}))?{parting}{second}{space}(?P<month2>{month})(?:,?{space}{year})?)(?!\w)",
            days,
            anchor=DIGIT,
        ),
        rule(
            rf"\b(?P<date>{opening}(?P<month>{month})(?:{space}{earlier})?{parting}(?P<month2>{month}){space}{year})",
            months,
            anchor=YEAR,
        ),
        rule(
            rf"(?<![\d./-])(?P<date>(?P<day>0?[1-9]|[12]\d|3[01])(?P<mark>[{language.figures}])(?P<number>0?[1-9]|1[0-2])(?P=mark)(?P<year>(?:19|20)\d\d))(?![\d/-]|\.\d)",
            figures,
            anchor=YEAR,
        ),
    )


def fraction_rules(language: Language, year: str) -> tuple[Rule, ...]:
    """A quarter or a half of a year."""
    if not language.fractions:
        return ()
    *ordinals, quarter, half = language.fractions
    nth = "|".join(f"(?P<n{number}>{words})" for number, words in enumerate(ordinals))

    def resolve(context: Context) -> Period | None:
        which = next(number for number in range(len(ordinals)) if context.group(f"n{number}"))
        parts = 2 if context.group("half") else 4
        if which >= parts:
            return None
        found = periods.part(periods.year(int(context.group("year"))), which, parts)
        return Period(found.start, found.end, "year")

    between = rf"(?:\s(?:{_OF_THE_YEAR}))?\s"
    return (rule(rf"\b(?P<date>(?:{nth})\s(?:{quarter}|(?P<half>{half})){between}{year})", resolve, anchor=YEAR),)


def part_rules(language: Language, year: str) -> tuple[Rule, ...]:
    """The beginning, the middle and the end of a month or year, and a month of last or next year's."""
    which = "|".join(f"(?P<p{number}>{words})" for number, words in enumerate(language.parts)) or "(?!)"
    month, space = rf"(?P<month>{language.full_months})", language.joint

    def part(context: Context) -> Period | None:
        number = next(number for number in range(len(language.parts)) if context.group(f"p{number}"))
        if not context.group("month"):
            return periods.part(periods.year(int(context.group("year"))), number)
        if context.group("year"):
            return periods.part(periods.month(int(context.group("year")), language.month(context)), number)
        if context.published is None:
            return None
        found = near_month(context.published, language.month(context), ahead=language.looks_ahead(context))
        return periods.part(found, number) if found else None

    def turned(context: Context) -> Period | None:
        groups = context.match.groupdict()
        turn = language.turns[(groups["turn"] or groups["turn2"]).lower()]
        if context.published is None or not turn:
            return None
        number, today = language.month(context), context.published
        if turn > 0:
            return periods.month(today.year + (number <= today.month), number)
        return periods.month(today.year - (number >= today.month), number)

    turn = language.turn_words
    return (
        rule(
            rf"\b(?P<date>{month}\s(?:de\s|d[’'])?(?:l[’']|del\s|do\s|dello\s|dell[’']|des\s)?(?:(?P<turn>{turn})\s?)?(?:{_YEAR_WORDS})(?:\s(?P<turn2>{turn}))?)(?!\w)",
            month_of_turned_year(language),
            anchor=language.month_anchor,
        ),
        rule(rf"\b(?P<date>(?:{which})[\s-]{month}(?:{space}{year})?)(?!\w)", part, anchor=language.month_anchor),
        rule(
            rf"\b(?P<date>(?:{which})[\s-](?P<month>(?!))?(?:{_OF_THE_YEAR}|d[’'])?\s?{year})(?!\w)", part, anchor=YEAR
        ),
        rule(
            rf"\b(?P<date>(?:(?P<turn>{turn})\s{month}|{month}\s(?P<turn2>{turn})))(?!\w|\s(?:{_YEAR_WORDS})(?!\w))",
            turned,
            anchor=language.month_anchor,
        ),
    )


_YEAR_WORDS = r"année|año|ano|anno|Jahre?s"
_OF_THE_YEAR = r"des\sJahres|de\sl[’']année|del\saño|dell[’']anno|do\sano\sde|des|de|du|di|del|do"


def month_alone(language: Language) -> Callable[[Context], Period | None]:
    """A month without a year: the last one that has begun, or the next where the text looks ahead."""

    def resolve(context: Context) -> Period | None:
        if context.published is None:
            return None
        return near_month(context.published, language.month(context), ahead=language.looks_ahead(context))

    return resolve


def month_of_turned_year(language: Language) -> Callable[[Context], Period | None]:
    """A month of last, this or next year."""

    def resolve(context: Context) -> Period | None:
        groups = context.match.groupdict()
        turn = language.turns.get((groups.get("turn") or groups.get("turn2") or "").lower())
        if context.published is None or turn is None:
            return None
        return periods.month(context.published.year + turn, language.month(context))

    return resolve


def years(context: Context) -> Period | None:
    """From one year to another, of which the second may be written with two figures."""
    last = context.group("year2")
    first = int(context.group("year"))
    number = int(last) if len(last) == 4 else first // 100 * 100 + int(last)  # noqa: PLR2004
    return periods.between(periods.year(first), periods.year(number))


def year_alone(context: Context) -> Period | None:
    """A year of its own."""
    return periods.year(int(context.group("year")))


def decade(context: Context) -> Period | None:
    """Such as "les années 1990", "los años 90": two digits are of the 20th century."""
    digits = regex.findall(r"\d+", context.group("date"))[-1]
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


def _roman(text: str) -> int:
    values = [_ROMAN.get(letter, 0) for letter in text.upper()]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))


def weekday(language: Language) -> Callable[[Context], Period | None]:
    """A weekday: the day of publication if it is one, else the last or the next by the tense; None where nothing tells it."""

    def resolve(context: Context) -> Period | None:
        number = language.weekday(context)
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
