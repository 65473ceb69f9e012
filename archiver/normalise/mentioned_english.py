"""The rules for days, months and weekdays in English news text: their patterns."""

import functools
import re
from typing import Final

import regex

from archiver.normalise import english_periods as meaning
from archiver.normalise.english_words import CASED, DAY, MONTH, NOT_A_YEAR, TO, WEEKDAYS, WORDS
from archiver.normalise.mentioned_rules import YEAR, Rule, any_of, nothing, rule

# What some rules need besides. Of what begins with a figure, and looks back from there, little has to be tried.
_TO_DAY: Final = regex.compile(rf"\d(?:st|nd|rd|th)?{TO}")
_TO_FIGURE: Final = regex.compile(r"\d(?<=(?:[-–—]\s?|\s(?:to|and|through|until)\s)\d)")
_TO_MONTH: Final = re.compile(r"(?:[-–—]\s?|(?:to|and|through|until|till)\s)[JFMASOND]")
_DAY_BEFORE_MONTH: Final = regex.compile(r"\d(?:st|nd|rd|th)?\s(?:of\s)?[JFMASOND]")
_BEFORE_YEAR: Final = regex.compile(r"[12]\d{3}(?<=\p{L}\.?,?\s(?:of\s)?\d{4})")
_FIGURES: Final = regex.compile(r"[0-9][\d\s,.–/-]{4,}[0-9]")
_NAMED_YEAR: Final = regex.compile(r"[12][0-9]{3}(?<=\p{Lu}[\p{L}\p{N}]*[\s-](?:COP-?)?\d{4})")
_COUNTED: Final = regex.compile(r"[12][0-9]{3}(?:[\s-]\p{L}|\s?[%°])")
_IN_FIGURES: Final = regex.compile("[0-9][./][12][0-9]{3}")
_ISO: Final = regex.compile("[12][0-9]{3}-[01]")
_PRICED: Final = regex.compile(
    r"[12]\d{3}(?<=(?:[$€£¥₹#№]|\b(?:Rs|PKR|USD|EUR|Nos?|Flight|Section|Article|page|Room)\.?)\s?\d{4})",
    regex.IGNORECASE,
)
_DAY_MONTH_YEAR: Final = regex.compile(
    r"[12]\d{3}(?<=\d(?:st|nd|rd|th)?\s(?:day\s)?(?:of\s)?\p{L}{3,9}\.?,?\s(?:of\s)?\d{4})", regex.IGNORECASE
)
_MONTH_DAY_YEAR: Final = regex.compile(
    r"[12]\d{3}(?<=\p{L}\.?\s(?:the\s)?\d\d?(?:st|nd|rd|th)?,?\s\d{4})", regex.IGNORECASE
)
_MONTH_ALONE: Final = re.compile(r"(?:January|February|July|September|October|November|December)(?!\s[\dA-Z]|,?\s\d)")
_NAMED_DAY: Final = re.compile(
    r"(?:Black|Good|Bloody|Super|Ash|Palm|Easter|Cyber|Maundy|Shrove|Whit|Giving|Freaky|Sheffield|Casual|Ruby|Joe|Man)\s"
)
_EACH: Final = regex.compile(
    r"day(?:s|(?<=\b(?:every|each|any|most|alternate|other|second)\s\p{L}{3,6}day))", regex.IGNORECASE
)
_DAY_TO: Final = re.compile(r"(?:day|DAY)\s?[-–tuaTUA]")
_ONE_DAY: Final = regex.compile(
    r"day(?:\s(?:after|before)\s|(?<=\b(?:a|one|another|that|some|first|second|third|fourth|last|final)\s\p{L}{3,6}day))",
    regex.IGNORECASE,
)
_SHORT_DAY: Final = re.compile(r"n\s(?:Mon|Tues?|Weds?|Thu|Thurs?|Fri|Sat)\b")


@functools.cache
def rules() -> tuple[Rule, ...]:
    """The rules; at equal length an earlier one counts."""
    return (*_names(), *_days(), *_units(), *_months(), *_weekdays())


def _names() -> tuple[Rule, ...]:
    """What only looks like a date."""
    return (
        rule(
            r"(?P<date>\b(?:Sunday\sBloody|Black|Good|Bloody|Super|Ash|Palm|Easter|Cyber|Maundy|Shrove|Whit|Giving|Freaky|Sheffield|Casual|Ruby|Joe|Man)\s<WEEKDAY>)\b",
            nothing,
            CASED,
            cased=True,
            anchor=DAY,
            needs=_NAMED_DAY,
        ),
        rule(
            r"(?P<date>\b<WEEKDAY>\s(?:Times|Telegraph|Mirror|Mail|Express|Herald|Post|Guardian|Independent|Magazine|World|Tribune|Star|"
            r"Night\s(?:Live|Football|Lights)|Night\sFever|Review|Morning\sPost))\b|(?P<date>\b(?:Mail|Observer)\son\sSunday\b)",
            nothing,
            CASED,
            cased=True,
            anchor=DAY,
        ),
        rule(
            r"(?<!\b[Oo]n\s)\b(?P<date><WEEKDAY>(?:\s(?:morning|afternoon|evening|night))?\s(?:markets?|leagues?|schools?|roasts?|lunch(?:es)?|prayers?|sermons?|"
            r"mass|masses|services?|papers?|supplements?|matin[ée]es?|clubs?|drivers?|trading|best|congregation|bazaars?))\b",
            nothing,
            CASED,
            cased=True,
            anchor=DAY,
        ),
        rule(
            r"\b(?P<date>(?:every|each|any|most|alternate)\s(?:other\s|second\s)?<WEEKDAY>)\b|\b(?P<date>(?:<WEEKDAY>)s)\b",
            nothing,
            WORDS,
            anchor=DAY,
            needs=_EACH,
        ),
        rule(
            r"(?P<date>\b(?!(?:In|Since|By|Until|Till|Before|After|From|During|Of|For|Through|To|Around|The|This|That|And|Or|Between|Early|Late|Mid|But|Is|Was|On|"
            r"Spring|Summer|Autumn|Fall|Winter|Christmas|Easter|Thanksgiving|Halloween|Day|Eve|As|At|When|While|If)\b|<MONTH>|(?:Q[1-4]|H[12])\b)\p{Lu}[\p{L}\p{N}]*[\s-](?:COP-?)?<YEAR>)\b(?![-–/]\d)",
            nothing,
            CASED,
            cased=True,
            anchor=YEAR,
            needs=_NAMED_YEAR,
        ),
        rule(
            r"(?P<date>(?:[$€£¥₹#№]|\b(?:Rs|PKR|USD|EUR|US\$|No|Nos|no|Flight|flight|Section|section|Article|page|room|Room)\.?)\s?<YEAR>)",
            nothing,
            WORDS,
            anchor=YEAR,
            needs=_PRICED,
        ),
        rule(
            rf"(?P<date>\b<YEAR>[\s-](?:{NOT_A_YEAR}))\b|(?P<date>\b<YEAR>\s?[%°])",
            nothing,
            WORDS,
            anchor=YEAR,
            needs=_COUNTED,
        ),
        rule(
            r"(?P<date>\b\d[\d,.]{0,12}[-–/]<YEAR>\b(?=[-–/]\d))|(?P<date>(?<![\d-])(?!\d{4}-\d\d-\d\d(?!\d))\+?\d[\d\s-]{8,20}\d)(?![\d-])",
            nothing,
            WORDS,
            anchor=YEAR,
            needs=_FIGURES,
        ),
    )


def _days() -> tuple[Rule, ...]:
    return (
        rule(
            r"\b(?P<date>(?:<WEEKDAY>,?\s)?(?:the\s)?(?P<day><DAY>)\s(?:day\s)?(?:of\s)?(?P<month><MONTH>),?\s(?:of\s)?(?P<year><YEAR>))\b",
            meaning.whole_day,
            WORDS,
            anchor=YEAR,
            needs=_DAY_MONTH_YEAR,
        ),
        rule(
            r"\b(?P<date>(?:<WEEKDAY>,?\s)?(?P<month><MONTH>)\s(?:the\s)?(?P<day><DAY>),?\s(?P<year><YEAR>))\b",
            meaning.whole_day,
            WORDS,
            anchor=YEAR,
            needs=_MONTH_DAY_YEAR,
        ),
        rule(
            r"(?<![\d./-])(?P<date>(?P<first>\d{1,2})(?P<mark>[./])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d))(?![\d/-]|\.\d)",
            meaning.figures,
            anchor=YEAR,
            needs=_IN_FIGURES,
        ),
        rule(
            r"(?<![\d-])(?P<date>(?:1[6-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![\d-])",
            meaning.iso_day,
            anchor=YEAR,
            needs=_ISO,
        ),
        rule(
            r"\b(?P<date>(?P<month><MONTH>)\s(?P<day><DAY>)(?:<DASH>|\s(?:to|and|through|until)\s)(?P<day2><DAY>)(?:,?\s(?P<year><YEAR>))?(?P<month2>(?!))?)\b",
            meaning.day_range,
            CASED,
            cased=True,
            anchor=MONTH,
            needs=_TO_DAY,
        ),
        rule(
            r"\b(?P<date>(?P<day><DAY>)(?:<DASH>|\s(?:to|and|through|until)\s)(?P<day2><DAY>)\s(?P<month><MONTH>)(?:,?\s(?P<year><YEAR>))?(?P<month2>(?!))?)\b",
            meaning.day_range,
            CASED,
            cased=True,
            anchor=MONTH,
            needs=_TO_DAY,
        ),
        rule(
            r"\b(?P<date>(?P<month><MONTH>)\s(?P<day><DAY>)(?:<DASH>|\s(?:to|and|through|until)\s)(?P<month2><MONTH>)\s(?P<day2><DAY>)(?:,?\s(?P<year><YEAR>))?)\b",
            meaning.day_range,
            CASED,
            cased=True,
            anchor=MONTH,
            needs=_TO_DAY,
        ),
        rule(
            r"\b(?P<date>(?P<day><DAY>)\s(?P<month><MONTH>)(?:<DASH>|\s(?:to|and|through|until)\s)(?P<day2><DAY>)\s(?P<month2><MONTH>)(?:,?\s(?P<year><YEAR>))?)\b",
            meaning.day_range,
            CASED,
            cased=True,
            anchor=MONTH,
            needs=_TO_FIGURE,
        ),
        rule(
            r"\b(?P<date>(?:(?P<weekday><WEEKDAY>),?\s)?(?P<month><MONTH>)\s(?:the\s)?(?P<day><DAY>)(?:,?\s(?:of\s)?(?P<which>last|this|next)\syear)?)(?![\w-]|,?\s<YEAR>|,\s\d\d?,\s<YEAR>)",
            meaning.day_of_month,
            CASED,
            cased=True,
            anchor=MONTH,
        ),
        rule(
            r"(?<![\d.,:$€£]|\d\s)\b(?P<date>(?:(?P<weekday><WEEKDAY>),?\s)?(?:the\s)?(?P<day><DAY>)\s(?:of\s)?(?P<month><MONTH>)(?:,?\s(?:of\s)?(?P<which>last|this|next)\syear)?)(?![\w-]|,?\s<YEAR>)",
            meaning.day_of_month,
            CASED,
            cased=True,
            anchor=MONTH,
            needs=_DAY_BEFORE_MONTH,
        ),
    )


def _units() -> tuple[Rule, ...]:
    """A week that is named by a day, and a day of a month that is named by the publication's."""
    return (
        rule(
            r"\b(?P<date>week\s(?:of|beginning|starting|ending)\s(?P<month><MONTH>)\s(?P<day><DAY>)(?P<which>(?!))?(?P<weekday>(?!))?)(?![\w-]|,?\s<YEAR>)",
            meaning.week_of_day,
            CASED,
            cased=True,
            anchor=MONTH,
            needs=re.compile("week (?:of|be|st|en)"),
        ),
        rule(
            r"\b(?P<date>(?:the\s)?(?P<day>\d{1,2}(?:st|nd|rd|th))\sof\s(?P<which>last|this|next)\smonth)\b",
            meaning.day_of_turned_month,
            anchor=(" month",),
            needs=re.compile("(?:st|nd|rd|th) of "),
        ),
    )


def _months() -> tuple[Rule, ...]:
    alone = "(?:January|February|July|September|October|November|December)"
    return (
        rule(
            r"\b(?P<date>(?:(?P<part><PART>)[\s-])?(?P<month><MONTH>),?\s(?:of\s)?(?P<which>last|this|next)\syear)\b",
            meaning.month_of_turned_year,
            CASED,
            cased=True,
            anchor=MONTH,
        ),
        rule(
            r"\b(?P<date>(?:(?P<part><PART>)[\s-])?(?P<month><MONTH>),?\s(?:of\s)?(?P<year><YEAR>))\b",
            meaning.month_of_year,
            CASED,
            cased=True,
            anchor=MONTH,
            needs=_BEFORE_YEAR,
        ),
        rule(
            r"\b(?P<date>(?:[Bb]etween\s(?P<month><MONTH>)(?:,?\s(?P<year1><YEAR>))?\sand\s|(?:[Ff]rom\s)?(?P<month><MONTH>)(?:,?\s(?P<year1><YEAR>))?(?:<DASH>|\s(?:to|through|until|till)\s))(?P<month2><MONTH>),?\s(?:of\s)?(?P<year><YEAR>))\b",
            meaning.month_range,
            CASED,
            cased=True,
            anchor=MONTH,
            needs=_TO_MONTH,
        ),
        rule(
            r"\b(?P<date>(?:between|from|From|Between)\s(?P<month><MONTH>)\s(?:and|to|through|until|till)\s(?P<month2><MONTH>)(?P<year>(?!))?(?P<year1>(?!))?)(?!,?\s<YEAR>|\s\d)\b",
            meaning.month_range,
            CASED,
            cased=True,
            anchor=MONTH,
            needs=_TO_MONTH,
        ),
        rule(
            r"\b(?P<date>(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s)?(?:(?P<part><PART>)[\s-])?(?P<month>"
            + alone
            + r"))\b(?!\s\p{Lu}|\s\d|,?\s<YEAR>|-\p{L}|\.\p{L})(?<!\p{Lu}\p{Ll}+\s(?:"
            + alone
            + "))",
            meaning.month_alone,
            CASED,
            cased=True,
            anchor=MONTH,
            needs=_MONTH_ALONE,
        ),
        rule(
            r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Tt]ill|[Ff]rom|[Bb]y|to(?<=\b(?:postponed|moved|delayed|rescheduled|pushed|adjourned|deferred)\s(?:back\s)?to))\s(?P<date>(?P<which>(?!))?(?:(?P<part><PART>)[\s-])?(?P<month><MONTH>))(?!\s\p{Lu}|\s?\d|,?\s<YEAR>|[’']s\b|-\p{L}|\w)",
            meaning.month_alone,
            CASED,
            cased=True,
            anchor=MONTH,
        ),
        rule(
            r"\b(?P<date>(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s)(?:(?P<part><PART>)[\s-])?(?P<month><MONTH>))(?!\s\p{Lu}|\s?\d|,?\s<YEAR>|\w)",
            meaning.month_alone,
            CASED,
            cased=True,
            anchor=MONTH,
        ),
        rule(
            r"\b(?P<date>(?P<which>(?!))?(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[\s-](?P<month><MONTH>))(?!\s\p{Lu}|\s?\d|,?\s<YEAR>|\w)",
            meaning.month_alone,
            CASED,
            cased=True,
            anchor=MONTH,
        ),
    )


def _weekdays() -> tuple[Rule, ...]:
    full = any_of(name.title() for name in WEEKDAYS)
    return (
        rule(
            rf"\b(?P<date>(?:(?:from|between)\s)?(?P<weekday>{full})(?:\s(?:to|through|until|till|and)\s|\s?[-–]\s?)(?P<weekday2>{full}))\b"
            rf"(?<!(?<!between\s)\b{full}\sand\s\p{{L}}+)(?![’']s)",
            meaning.weekday_range,
            anchor=DAY,
            needs=_DAY_TO,
        ),
        rule(
            rf"\b(?:on|of|one)\s(?P<date>(?:a|one|another|that|some)\s{full})\b|\b(?P<date>(?:first|second|third|fourth|last|final)\s{full})(?=\s(?:of|in)\b)"
            rf"|\b(?P<date>(?:one|another|that)\s{full})\b|\b(?P<date>{full}\s(?:after|before)\s(?:last|next|that))\b",
            nothing,
            anchor=DAY,
            needs=_ONE_DAY,
        ),
        rule(
            rf"\b(?P<date>(?:(?P<which>last|past|next|coming|this(?!\s(?:coming|past))|(?<=\bthe\s)following|upcoming|previous)\s)?(?P<weekday>{full})(?:\s(?P<which2>next|last))?)\b(?![’']?\s?(?:prayers|sermon)|\.com|\.co)",
            meaning.weekday,
            anchor=DAY,
        ),
        rule(
            r"\b(?:on|On)\s(?P<date>(?P<which>(?!))?(?P<weekday>Mon|Tues?|Weds?|Thu|Thurs?|Fri|Sat)(?P<which2>(?!))?)\b(?=[.,]?\s|\.?$)",
            meaning.weekday,
            cased=True,
            anchor=DAY,
            needs=_SHORT_DAY,
        ),
    )
