"""Rules for the days and months of a list that says their month or year once: "10, 11 and 12 March", "in April and June 2023".

Each but the last is a date of its own; the last is one that other rules find. Two that "and" joins are a span only if they are
neighbours, or "between" stands before them.
"""

import datetime as dt
import re
from functools import partial
from typing import Final

import regex

from archiver.normalise import english_periods, periods
from archiver.normalise.english_words import CASED, MONTH
from archiver.normalise.mentioned_language import Language, number_of
from archiver.normalise.mentioned_rules import AND, YEAR, Context, Rule, near_day, rule
from archiver.normalise.periods import Period

_BESIDE: Final = r"(?:(?:the|on|de|le|el|il|em|en|im|am|dem|в|in)\s|d[’'])?"


def list_rules(language: Language, year: str) -> tuple[Rule, ...]:
    """The days before the last of a list, and the months before the last."""
    day = language.day.replace("?P<day>", "?:")
    month, space = f"(?:{language.months})", language.joint
    gap = r"\s?" if space == r"\s" else space

    def resolve(context: Context) -> Period | None:
        number, which = number_of(context.group("day")), language.month(context)
        if context.group("year"):
            return periods.day(dt.date(int(context.group("year")), which, number))
        if context.published is None:
            return None
        return near_day(context.published, which, number, looks_ahead=partial(language.looks_ahead, context))

    def whole_month(context: Context) -> Period | None:
        return periods.month(int(context.group("year")), language.month(context))

    return (
        rule(
            rf"(?<![\d.,:€$]|\d\s){language.edge}(?P<date>{language.day})(?=(?:[,،]\s{day}){{0,9}}{AND}{day}{gap}(?P<month>{month})(?:,?{space}{year})?(?!\w))",
            resolve,
            anchor=language.day_month_anchor,
            needs=regex.compile(rf"{AND}{day}", regex.IGNORECASE),
        ),
        rule(
            rf"{language.edge}(?P<date>(?P<month>{month}))(?=(?:[,،]\s{month}){{0,9}}{AND}{_BESIDE}{month},?{space}{year})",
            whole_month,
            anchor=language.year_anchor,
            needs=regex.compile(rf"{AND}{_BESIDE}{month},?{space}{language.whole_year}", regex.IGNORECASE),
        ),
    )


_ENDS: Final = (
    r"(?=[.,;)]|$|\s(?:at|in|to|by|for|with|but|and|from|when|where|will|is|are|was|were|before|after|as|because)\b)"
)
_TWO_DAYS: Final = re.compile("nd (?:the )?[0-9]")


def english() -> tuple[Rule, ...]:
    """The same in English, where the month may stand before its days."""
    return (
        rule(
            rf"(?<![\d.,:$£€]|\d\s)\b(?P<date>(?P<day><DAY>))(?=(?:,\s<DAY>){{0,9}},?\sand\s(?:the\s)?<DAY>\s(?:of\s)?(?P<month><MONTH>)(?P<weekday>(?!))?(?P<which>(?!))?(?:,?\s(?P<year><YEAR>))?(?!\w))"
            rf"|(?<=\b(?P<month><MONTH>)\s<DAY>(?:,\s<DAY>){{0,4}},\s)(?P<date>(?P<day><DAY>))(?=(?:,\s<DAY>){{0,4}},?\sand\s<DAY>(?:,\s(?P<year><YEAR>))?{_ENDS})"
            rf"|(?<=\b(?P<month><MONTH>)\s<DAY>(?:,\s<DAY>){{0,4}},?\sand\s)(?P<date>(?P<day><DAY>))(?=(?:,\s(?P<year><YEAR>))?{_ENDS})",
            _day,
            CASED,
            cased=True,
            anchor=MONTH,
            needs=_TWO_DAYS,
        ),
        rule(
            r"\b(?P<date>(?P<month><MONTH>))(?=(?:,\s<MONTH>){0,9},?\sand\s(?:in\s)?<MONTH>,?\s(?P<year><YEAR>))(?P<part>(?!))?",
            english_periods.month_of_year,
            CASED,
            cased=True,
            anchor=YEAR,
            needs=re.compile("nd (?:in )?[JFMASOND][a-z.]{2,9},? [12][0-9]{3}"),
        ),
    )


def _day(context: Context) -> Period | None:
    whole = context.group("year")
    return english_periods.whole_day(context) if whole else english_periods.day_of_month(context)
