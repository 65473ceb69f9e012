"""A language's words of dates, in patterns."""

import re
from collections.abc import Mapping, Sequence

import regex

from archiver.normalise import date_words, tense_signs
from archiver.normalise.clause_tense import looks_ahead
from archiver.normalise.mentioned_rules import ANY_YEAR, YEAR, Anchor, Context, any_of, capitals, parts


class Language:
    """A language's words in patterns.

    `turns` are "last" (-1), "this" (0), "next" (1), `joint` stands in "3 de marzo de 2025", a month without a year counts
    behind one of the words `before_month`. `between` may open a range and `to` parts it. `figures` stands between the parts
    of a date in figures, day first. `fractions` are patterns of the words for first to fourth, then those for a quarter and a
    half of a year, which stand first where `fraction_first` and have a part of `fraction_words`; `parts_of_month` those for the beginning, the middle and the end of a
    month or year. `months` and `weekdays` are names beside those of the CLDR (other cases), `short_weekdays` are some that
    count beside another day only, `times` are parts of the day that are written in one with them.
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
        fraction_first: bool = False,
        fraction_words: Sequence[str] = (),
        parts_of_month: Sequence[str] = (),
        months: Mapping[str, int] | None = None,
        weekdays: Mapping[str, int] | None = None,
        short_weekdays: Mapping[str, int] | None = None,
        times: Sequence[str] = (),
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
        self.fraction_first = fraction_first
        self.fraction_words = tuple(fraction_words)
        self.parts_of_month = parts_of_month
        self._signs = tense_signs.BY_LANGUAGE[code]
        self._cases = months or {}
        self._weekdays = {**(weekdays or {}), **(short_weekdays or {})}
        short = [name for name in date_words.short_names(code, "months") if len(name) > 2]  # noqa: PLR2004
        self.full_months = any_of((*date_words.full_names(code, "months"), *self._cases))
        self.months = rf"(?:{self.full_months}|{any_of(short)}\b\.?)"
        weekday_names = (*date_words.full_names(code, "days"), *(weekdays or {}))
        self._time = re.compile(f"(?:{'|'.join(times)})$")
        time = rf"(?:{'|'.join(times)})?" if times else ""
        self.weekdays = any_of(weekday_names) + time
        self.any_weekday = any_of((*weekday_names, *(short_weekdays or {}))) + time
        # What stands in each match of a rule with such a word: quickly looked for.
        anchor = capitals if code == "de" else parts
        self.day_anchor: Anchor = anchor(weekday_names)
        self.unit_anchor: Anchor = anchor(units)
        self.month_anchor: Anchor = anchor((*date_words.full_names(code, "months"), *self._cases))
        own_digits = code in ("ar", "ur")
        self.edge = r"(?:\b|(?<=\bو))" if code == "ar" else r"\b"  # "and" is written in one with a figure
        self.year_anchor = ANY_YEAR if own_digits else YEAR
        figure, gap = "[0-9٠-٩۰-۹]" if own_digits else "[0-9]", r"\s?" if joint == r"\s" else joint
        self.whole_year = figure + "{4}"
        initials = "".join(
            sorted({form for name in date_words.full_names(code, "months") for form in (name[0], name[0].upper())})
        )
        first = "[0-9٠-٩۰-۹ی](?:(?<!ی)|کم)" if code == "ur" else figure
        self.day_month_anchor = regex.compile(rf"{first}[^\s\d]{{0,3}}{gap}(?=[{initials}])(?i:{self.months})")
        self.turn_words, self.unit_words, self.number_words = any_of(turns), any_of(units), any_of(numbers)
        # What a turned weekday isn't by itself: "nächsten Samstag, 15. März".
        self.not_numbered = rf"(?!(?:\s{self.turn_words})?,?\s(?:de[nm]\s|l[ae]\s|el\s|il\s)?{day.replace('?P<day>', '?:')}\s?(?:de\s)?{self.months})"
        self.turned = regex.compile(rf"\b{self.turn_words}(?!\w)", regex.IGNORECASE)

    def month(self, context: Context, group: str = "month") -> int:
        """The number of the month that a match names."""
        own = self._cases.get(context.group(group).lower())
        return own or date_words.month_number(context.group(group).rstrip("."), self.code) or 0

    def weekday(self, context: Context, group: str = "weekday") -> int | None:
        """The number of the weekday that a match names, 0 for Monday."""
        word = self._time.sub("", context.group(group).lower())
        own = self._weekdays.get(word)
        return date_words.weekday_number(word, self.code) if own is None else own

    def looks_ahead(self, context: Context, *, own: bool = False) -> bool | None:
        """Whether the text speaks of what is to come at a date; None where it doesn't tell; `own` where it is one of the next months."""
        return None if context.storied or context.is_set_apart() else looks_ahead(context, self._signs, near=own)

    def count(self, word: str) -> int:
        """A number in digits or words."""
        return int(word) if word.isdecimal() else self.numbers[word.lower()]


FIGURE = re.compile(r"\d+")


def number_of(text: str) -> int:
    """The number of a day as it is written: "1er", "3", "یکم"."""
    match = FIGURE.match(text)
    return int(match.group()) if match else int(text == "یکم")
