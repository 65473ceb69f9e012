"""Rules for ranges of days and months, and for parts of months and years, that several languages build from tables."""

import datetime as dt
from collections.abc import Callable
from functools import partial

import regex

from archiver.normalise import periods
from archiver.normalise.mentioned_language import Language, number_of
from archiver.normalise.mentioned_lists import list_rules
from archiver.normalise.mentioned_rules import Context, Rule, end_by_start, near_day, near_month, rule, span_or_passed
from archiver.normalise.periods import Period

YEAR_WORDS = r"année|an|año|ano|anno|Jahre?s|года|العام|السنة"
OF_YEAR = r"(?:de\s|d[’']|من\s)?(?:l[’']|del\s|do\s|dello\s|dell[’']|des\s)?"
_OF_THE_YEAR = (
    r"des\sJahres|de\sl[’']année|del\saño|dell[’']anno|do\sano\sde|des|de|du|di|del|do|من\sعام|من\sالعام|من\sسنة|من|عام"
)
_OF_A_YEAR = regex.compile(rf"\b(?:{YEAR_WORDS})\b", regex.IGNORECASE)
_FRACTION = regex.compile(r"(?:mestr|uart|alb[j]|вартал|олугод|الربع|النصف)", regex.IGNORECASE)


def range_rules(language: Language, year: str) -> tuple[Rule, ...]:
    """From one day or month to another, and a day in figures."""
    opening = rf"(?:(?:{language.between})\s?)?" if language.between else ""
    parting = rf"(?:\s?[-–]\s?|\s(?:{language.to})\s?)" if language.to else r"\s?[-–]\s?"
    month, full, space = language.months, language.full_months, language.joint
    weekday = rf"(?:{language.weekdays},?\s(?:de[nm]\s)?)?"
    second = weekday + language.day.replace("?P<day>", "?P<day2>")

    def days(context: Context) -> Period | None:
        last = language.month(context, "month2")
        first = language.month(context) if context.group("month") else last
        begins, ends = number_of(context.group("day")), number_of(context.group("day2"))
        if context.group("year"):
            end: Period | None = periods.day(dt.date(int(context.group("year")), last, ends))
        elif context.published is not None:
            looks_ahead = partial(language.looks_ahead, context)
            end = near_day(context.published, last, ends, looks_ahead=looks_ahead)
            end = end or end_by_start(context.published, (first, begins), (last, ends), looks_ahead=looks_ahead)
        else:
            end = None
        if end is None:
            return None
        span = periods.between(periods.day(dt.date(end.start.year - (first > last), first, begins)), end)
        return span_or_passed(context, span, context.text[context.match.end("day") : context.match.start("day2")])

    def months(context: Context) -> Period | None:
        first, last = language.month(context), language.month(context, "month2")
        end = periods.month(int(context.group("year")), last)
        number = int(context.group("year1")) if context.group("year1") else end.start.year - (first > last)
        span = periods.between(periods.month(number, first), end)
        return span_or_passed(context, span, context.text[context.match.end("month") : context.match.start("month2")])

    def months_near(context: Context) -> Period | None:
        if context.published is None:
            return None
        first, last = language.month(context), language.month(context, "month2")
        end = near_month(context.published, last, looks_ahead=partial(language.looks_ahead, context))
        span = periods.between(periods.month(end.start.year - (first > last), first), end) if end else None
        return span_or_passed(context, span, context.text[context.match.end("month") : context.match.start("month2")])

    def figures(context: Context) -> Period | None:
        return periods.day(dt.date(int(context.group("year")), int(context.group("number")), int(context.group("day"))))

    earlier = year.replace("?P<year>", "?P<year1>")
    return (
        rule(
            rf"\b(?P<date>{opening}{weekday}{language.day},?(?:{space}(?P<month>{month}))?{parting}{second}{space}(?P<month2>{month})(?:,?{space}{year})?)(?!\w)",
            days,
            anchor=language.day_month_anchor,
            needs=regex.compile(rf"(?:{parting}){second}", regex.IGNORECASE),
        ),
        rule(
            rf"\b(?P<date>{opening}(?P<month>{month})(?:{space}{earlier})?{parting}(?P<month2>{month}){space}{year})",
            months,
            anchor=language.year_anchor,
            needs=regex.compile(rf"{parting}{month},?{space}{language.whole_year}", regex.IGNORECASE),
        ),
        rule(
            rf"\b(?P<date>(?:{language.between or '(?!)'})\s?(?P<month>{full}){parting}(?P<month2>{full}))(?!\w|,?{space}\d|\s{OF_YEAR}(?:{language.turn_words}|{YEAR_WORDS})(?!\w))",
            months_near,
            anchor=language.month_anchor,
            needs=regex.compile(rf"{full}{parting}{full}", regex.IGNORECASE),
        ),
        rule(
            rf"(?<![\d./-])(?P<date>{weekday}(?P<day>0?[1-9]|[12]\d|3[01])(?P<mark>[{language.figures}])(?P<number>0?[1-9]|1[0-2])(?P=mark)(?P<year>(?:19|20)\d\d))(?![\d/-]|\.\d)",
            figures,
            anchor=language.year_anchor,
            needs=regex.compile(rf"[{language.figures}]{language.whole_year}"),
        ),
        *list_rules(language, year),
    )


def fraction_rules(language: Language, year: str) -> tuple[Rule, ...]:
    """A quarter or a half of a year."""
    if not language.fractions:
        return ()
    *ordinals, quarter, half = language.fractions
    nth = "|".join(f"(?P<n{number}>{words})" for number, words in enumerate(ordinals))
    which_part = rf"(?:{quarter}|(?P<half>{half}))"
    named = rf"{which_part}\s(?:{nth})" if language.fraction_first else rf"(?:{nth})\s{which_part}"

    def resolve(context: Context) -> Period | None:
        which = next(number for number in range(len(ordinals)) if context.group(f"n{number}"))
        parts = 2 if context.group("half") else 4
        number = int(context.group("year")) if context.group("year") else _turned_year(context, language)
        if which >= parts or number is None:
            return None
        found = periods.part(periods.year(number), which, parts)
        return Period(found.start, found.end, "year")

    between = rf"(?:\s(?:{_OF_THE_YEAR}))?\s"
    turn = language.turn_words
    return (
        rule(rf"\b(?P<date>{named}{between}{year})", resolve, anchor=language.year_anchor, needs=_FRACTION),
        rule(
            rf"\b(?P<date>{named}\s{OF_YEAR}(?:(?P<turn>{turn})\s?(?:{YEAR_WORDS})|(?:{YEAR_WORDS})\s(?P<turn2>{turn}))(?P<year>(?!))?)(?!\w)",
            resolve,
            anchor=language.fraction_words,
            needs=_OF_A_YEAR,
        ),
    )


def part_rules(language: Language, year: str) -> tuple[Rule, ...]:
    """The beginning, the middle and the end of a month or year, and a month of last or next year's."""
    which = "|".join(f"(?P<p{number}>{words})" for number, words in enumerate(language.parts_of_month)) or "(?!)"
    month, space = rf"(?P<month>{language.full_months})", language.joint

    def part(context: Context) -> Period | None:
        number = next(number for number in range(len(language.parts_of_month)) if context.group(f"p{number}"))
        if not context.group("month"):
            return periods.part(periods.year(int(context.group("year"))), number)
        if context.group("year"):
            return periods.part(periods.month(int(context.group("year")), language.month(context)), number)
        if context.published is None:
            return None
        found = near_month(
            context.published, language.month(context), looks_ahead=partial(language.looks_ahead, context)
        )
        return periods.part(found, number) if found else None

    def turned(context: Context) -> Period | None:
        groups = context.match.groupdict()
        turn = language.turns[(groups["turn"] or groups["turn2"]).lower()]
        if context.published is None:
            return None
        number, today = language.month(context), context.published
        found = periods.month(_turned_month(today, number, turn), number)
        part = next((part for part in range(len(language.parts_of_month)) if groups[f"p{part}"]), None)
        return found if part is None else periods.part(found, part)

    turn = language.turn_words
    parted = regex.compile(rf"\b(?:{'|'.join(language.parts_of_month) or '(?!)'})[\s-]", regex.IGNORECASE)
    return (
        rule(
            rf"\b(?P<date>{month}\s{OF_YEAR}(?:(?P<turn>{turn})\s?(?:{YEAR_WORDS})|(?:{YEAR_WORDS})\s(?P<turn2>{turn})))(?!\w)",
            month_of_turned_year(language),
            anchor=language.month_anchor,
            needs=_OF_A_YEAR,
        ),
        rule(
            rf"\b(?P<date>(?:{which})[\s-]{month}(?:{space}{year})?)(?!\w)",
            part,
            anchor=language.month_anchor,
            needs=parted,
        ),
        rule(
            rf"\b(?P<date>(?:{which})[\s-](?P<month>(?!))?(?:{_OF_THE_YEAR}|d[’'])?\s?{year})(?!\w)",
            part,
            anchor=language.year_anchor,
            needs=parted,
        ),
        rule(
            rf"\b(?P<date>(?:(?:{which})[\s-])?(?:(?P<turn>{turn})\s{month}|{month}\s(?P<turn2>{turn})))(?!\w|\s(?:{YEAR_WORDS})(?!\w))",
            turned,
            anchor=language.month_anchor,
            needs=language.turned,
        ),
    )


def _turned_month(today: dt.date, number: int, turn: int) -> int:
    """The year of the last, this or the next month of that number."""
    if turn > 0:
        return today.year + (number <= today.month)
    return today.year - (turn < 0 and number >= today.month)


def month_of_turned_year(language: Language) -> Callable[[Context], Period | None]:
    """A month of last, this or next year."""

    def resolve(context: Context) -> Period | None:
        number = _turned_year(context, language)
        return None if number is None else periods.month(number, language.month(context))

    return resolve


def _turned_year(context: Context, language: Language) -> int | None:
    """Last, this or next year, as a match says."""
    groups = context.match.groupdict()
    turn = language.turns.get((groups.get("turn") or groups.get("turn2") or "").lower())
    return None if context.published is None or turn is None else context.published.year + turn
