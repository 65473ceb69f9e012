"""The rules for dates in English news text: their patterns."""

import functools
import re
from typing import Final

from archiver.normalise import english_periods as meaning
from archiver.normalise.english_words import CASED, NOT_A_YEAR, ORDINALS, SAID, WEEKDAYS, WORDS
from archiver.normalise.mentioned_rules import DIGIT, YEAR, Rule, any_of, nothing, rule
from archiver.normalise.words import listed

# A part of each match of the rules that have it: quickly found, and far from most of a text.
_DAY: Final = listed("day DAY night NIGHT morrow MORROW Mon Tue Wed Thu Fri Sat Sun")
_MONTH: Final = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_UNIT: Final = listed("day week month year decade centur quarter Day Week Month Year Decade Centur Quarter")
_AGO: Final = listed("ago back")
_FEAST: Final = listed("Christmas Boxing New")


@functools.cache
def rules() -> tuple[Rule, ...]:
    """All rules for English; at equal length an earlier one counts."""
    return (*_names(), *_days(), *_feasts(), *_months(), *_weekdays(), *_years(), *_relative())


def _names() -> tuple[Rule, ...]:
    """What only looks like a date."""
    return (
        rule(
            r"(?P<date>\b(?:Black|Good|Bloody|Super|Ash|Palm|Easter|Cyber|Maundy|Shrove|Whit|Giving|Freaky|Sheffield|Casual|Ruby|Joe|Man)\s<WEEKDAY>)\b",
            nothing,
            CASED,
            cased=True,
            anchor=_DAY,
        ),
        rule(
            r"(?P<date>\b<WEEKDAY>\s(?:Times|Telegraph|Mirror|Mail|Express|Herald|Post|Guardian|Independent|Magazine|World|Tribune|Star|"
            r"Night\s(?:Live|Football|Lights)|Night\sFever|Review|Morning\sPost))\b|(?P<date>\b(?:Mail|Observer)\son\sSunday\b)",
            nothing,
            CASED,
            cased=True,
            anchor=_DAY,
        ),
        rule(
            r"\b(?P<date><WEEKDAY>(?:\s(?:morning|afternoon|evening|night))?\s(?:markets?|leagues?|schools?|roasts?|lunch(?:es)?|prayers?|sermons?|"
            r"mass|masses|services?|papers?|supplements?|matin[ée]es?|clubs?|drivers?|trading|best|congregation|bazaars?))\b",
            nothing,
            CASED,
            cased=True,
            anchor=_DAY,
        ),
        rule(
            r"\b(?P<date>(?:every|each|any|most|alternate)\s(?:other\s|second\s)?<WEEKDAY>)\b|\b(?P<date>(?:<WEEKDAY>)s)\b",
            nothing,
            WORDS,
            anchor=_DAY,
        ),
        rule(
            r"(?P<date>\b(?!(?:In|Since|By|Until|Till|Before|After|From|During|Of|For|Through|To|Around|The|This|That|And|Or|Between|Early|Late|Mid|But|Is|Was|On|"
            r"Spring|Summer|Autumn|Fall|Winter|As|At|When|While|If)\b|<MONTH>|Q[1-4]\b)\p{Lu}[\p{L}\p{N}]*[\s-](?:COP-?)?<YEAR>)\b(?![-–/]\d)",
            nothing,
            CASED,
            cased=True,
            anchor=YEAR,
        ),
        rule(
            r"(?P<date>(?:[$€£¥₹#№]|\b(?:Rs|PKR|USD|EUR|US\$|No|Nos|no|Flight|flight|Section|section|Article|page|room|Room)\.?)\s?<YEAR>)",
            nothing,
            WORDS,
            anchor=YEAR,
        ),
        rule(rf"(?P<date>\b<YEAR>[\s-](?:{NOT_A_YEAR}))\b|(?P<date>\b<YEAR>\s?[%°])", nothing, WORDS, anchor=YEAR),
        rule(
            r"(?P<date>\b\d[\d,.]{0,12}[-–/]<YEAR>\b(?=[-–/]\d))|(?P<date>(?<![\d-])(?!\d{4}-\d\d-\d\d(?!\d))\+?\d[\d\s-]{8,20}\d)(?![\d-])",
            nothing,
            WORDS,
            anchor=DIGIT,
        ),
    )


def _days() -> tuple[Rule, ...]:
    return (
        rule(
            r"\b(?P<date>(?:<WEEKDAY>,?\s)?(?:the\s)?(?P<day><DAY>)\s(?:day\s)?(?:of\s)?(?P<month><MONTH>),?\s(?:of\s)?(?P<year><YEAR>))\b",
            meaning.whole_day,
            WORDS,
            anchor=YEAR,
        ),
        rule(
            r"\b(?P<date>(?:<WEEKDAY>,?\s)?(?P<month><MONTH>)\s(?:the\s)?(?P<day><DAY>),?\s(?P<year><YEAR>))\b",
            meaning.whole_day,
            WORDS,
            anchor=YEAR,
        ),
        rule(
            r"(?<![\d./-])(?P<date>(?P<first>\d{1,2})(?P<mark>[./])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d))(?![\d/-]|\.\d)",
            meaning.figures,
            anchor=YEAR,
        ),
        rule(
            r"(?<![\d-])(?P<date>(?:1[6-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![\d-])",
            meaning.iso_day,
            anchor=YEAR,
        ),
        rule(
            r"\b(?P<date>(?P<month><MONTH>)\s(?P<day><DAY>)(?:<DASH>|\s(?:to|and|through|until)\s)(?P<day2><DAY>)(?:,?\s(?P<year><YEAR>))?(?P<month2>(?!))?)\b",
            meaning.day_range,
            CASED,
            cased=True,
            anchor=_MONTH,
        ),
        rule(
            r"\b(?P<date>(?P<day><DAY>)(?:<DASH>|\s(?:to|and|through|until)\s)(?P<day2><DAY>)\s(?P<month><MONTH>)(?:,?\s(?P<year><YEAR>))?(?P<month2>(?!))?)\b",
            meaning.day_range,
            CASED,
            cased=True,
            anchor=_MONTH,
        ),
        rule(
            r"\b(?P<date>(?P<month><MONTH>)\s(?P<day><DAY>)(?:<DASH>|\s(?:to|and|through|until)\s)(?P<month2><MONTH>)\s(?P<day2><DAY>)(?:,?\s(?P<year><YEAR>))?)\b",
            meaning.day_range,
            CASED,
            cased=True,
            anchor=_MONTH,
        ),
        rule(
            r"\b(?P<date>(?P<day><DAY>)\s(?P<month><MONTH>)(?:<DASH>|\s(?:to|and|through|until)\s)(?P<day2><DAY>)\s(?P<month2><MONTH>)(?:,?\s(?P<year><YEAR>))?)\b",
            meaning.day_range,
            CASED,
            cased=True,
            anchor=_MONTH,
        ),
        rule(
            r"\b(?P<date>(?:(?P<weekday><WEEKDAY>),?\s)?(?P<month><MONTH>)\s(?:the\s)?(?P<day><DAY>))(?![\w-]|,?\s<YEAR>)",
            meaning.day_of_month,
            CASED,
            cased=True,
            anchor=_MONTH,
        ),
        rule(
            r"(?<![\d.,:$€£]|\d\s)\b(?P<date>(?:(?P<weekday><WEEKDAY>),?\s)?(?:the\s)?(?P<day><DAY>)\s(?:of\s)?(?P<month><MONTH>))(?![\w-]|,?\s<YEAR>)",
            meaning.day_of_month,
            CASED,
            cased=True,
            anchor=_MONTH,
        ),
    )


def _feasts() -> tuple[Rule, ...]:
    """Days that have a name and the same date each year, where words of time stand before them."""
    return (
        rule(
            r"\b(?:before|by|until|till|after|at|on|over|since|for|of)\s(?P<date>(?:(?P<which>last|next|this)\s)?(?P<feast>Christmas(?:\s(?:Day|Eve))?|Boxing\sDay|"
            r"New\sYear[’']s\s(?:Day|Eve)))\b(?![’']|-|\s(?:\p{Lu}|trees?|cards?|markets?|part(?:y|ies)|lights?|presents?|shopp\w+|sales?|carols?|songs?|trading|period|"
            r"holidays?|dinners?|lunch|break|jumpers?|decorations?|spirit|season|truce|concerts?|fairs?|special|number|morning|bonus\w*))",
            meaning.feast,
            cased=True,
            anchor=_FEAST,
        ),
        rule(
            r"\b(?:in|for|during|of)\s(?P<date>the\s(?P<nth>first|second|third|fourth)\squarter)\b(?!\s(?:of\b|(?:19|20)\d\d|final|last|this|next))",
            meaning.quarter,
            anchor=_UNIT,
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
            anchor=_MONTH,
        ),
        rule(
            r"\b(?P<date>(?:(?P<part><PART>)[\s-])?(?P<month><MONTH>),?\s(?:of\s)?(?P<year><YEAR>))\b",
            meaning.month_of_year,
            CASED,
            cased=True,
            anchor=_MONTH,
        ),
        rule(
            r"\b(?P<date>(?:[Bb]etween\s(?P<month><MONTH>)(?:,?\s(?P<year1><YEAR>))?\sand\s|(?:[Ff]rom\s)?(?P<month><MONTH>)(?:,?\s(?P<year1><YEAR>))?(?:<DASH>|\s(?:to|through|until|till)\s))(?P<month2><MONTH>),?\s(?:of\s)?(?P<year><YEAR>))\b",
            meaning.month_range,
            CASED,
            cased=True,
            anchor=_MONTH,
        ),
        rule(
            r"\b(?P<date>(?:between|from|From|Between)\s(?P<month><MONTH>)\s(?:and|to|through|until|till)\s(?P<month2><MONTH>)(?P<year>(?!))?(?P<year1>(?!))?)(?!,?\s<YEAR>|\s\d)\b",
            meaning.month_range,
            CASED,
            cased=True,
            anchor=_MONTH,
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
            anchor=_MONTH,
        ),
        rule(
            r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Tt]ill|[Ff]rom|[Bb]y)\s(?P<date>(?P<which>(?!))?(?:(?P<part><PART>)[\s-])?(?P<month><MONTH>))(?!\s\p{Lu}|\s?\d|,?\s<YEAR>|[’']s\b|-\p{L}|\w)",
            meaning.month_alone,
            CASED,
            cased=True,
            anchor=_MONTH,
        ),
        rule(
            r"\b(?P<date>(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s)(?:(?P<part><PART>)[\s-])?(?P<month><MONTH>))(?!\s\p{Lu}|\s?\d|,?\s<YEAR>|\w)",
            meaning.month_alone,
            CASED,
            cased=True,
            anchor=_MONTH,
        ),
        rule(
            r"\b(?P<date>(?P<which>(?!))?(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[\s-](?P<month><MONTH>))(?!\s\p{Lu}|\s?\d|,?\s<YEAR>|\w)",
            meaning.month_alone,
            CASED,
            cased=True,
            anchor=_MONTH,
        ),
    )


def _weekdays() -> tuple[Rule, ...]:
    full = any_of(name.title() for name in WEEKDAYS)
    return (
        rule(
            rf"\b(?P<date>(?:(?:from|between)\s)?(?P<weekday>{full})(?:\s(?:to|through|until|till|and)\s|\s?[-–]\s?)(?P<weekday2>{full}))\b"
            rf"(?<!(?<!between\s)\b{full}\sand\s\p{{L}}+)(?![’']s)",
            meaning.weekday_range,
            anchor=_DAY,
        ),
        rule(
            rf"\b(?:on|of|one)\s(?P<date>(?:a|one|another|that|some)\s{full})\b|\b(?P<date>(?:first|second|third|fourth|last|final)\s{full})(?=\s(?:of|in)\b)"
            rf"|\b(?P<date>(?:one|another|that)\s{full})\b|\b(?P<date>{full}\s(?:after|before)\s(?:last|next|that))\b",
            nothing,
            anchor=_DAY,
        ),
        rule(
            rf"\b(?P<date>(?:(?P<which>last|past|next|coming|this(?!\s(?:coming|past))|following|upcoming|previous)\s)?(?P<weekday>{full})(?:\s(?P<which2>next|last))?)\b(?![’']?\s?(?:prayers|sermon)|\.com|\.co)",
            meaning.weekday,
            anchor=_DAY,
        ),
        rule(
            r"\b(?:on|On)\s(?P<date>(?P<which>(?!))?(?P<weekday>Mon|Tues?|Weds?|Thu|Thurs?|Fri|Sat)(?P<which2>(?!))?)\b(?=[.,]?\s|\.?$)",
            meaning.weekday,
            cased=True,
            anchor=_DAY,
        ),
    )


def _years() -> tuple[Rule, ...]:
    return (
        rule(
            r"\b(?:in|since|until|from|after|before|year)\s(?P<date>(?P<year>1[0-4]\d\d))\b(?=[,;)]|\.(?:\s|$)|$|\s(?:when|by|and|after|during|under|as|the|is|was|were)\b|(?<=\b[Ii]n\s\d{4})\s(?-i:\p{Lu}\p{Ll}))",
            meaning.bare_year,
            anchor=YEAR,
        ),
        rule(
            r"\b(?:in|since|by|until|till|before|after|from|during|of|for|through|to|and|or|around|circa|year|years|spring|summer|autumn|fall|winter|than|back\sin|as\sof|throughout|pre|post)[\s-](?:the\s(?:year\s|years\s)?)?(?P<date>(?P<year><YEAR>))\b(?![-–]\d|/\d|:\d|[’']?s\b)",
            meaning.bare_year,
            WORDS,
            anchor=YEAR,
        ),
        rule(
            r"\b(?:the|that|a|an|its|their|his|her|our|\p{L}+[’']s)\s(?P<date>(?P<year><YEAR>))\s(?=\p{L})(?!s\b)",
            meaning.bare_year,
            WORDS,
            anchor=YEAR,
        ),
        rule(
            r"(?<=[(\[—–]\s?)(?P<date>(?P<year><YEAR>))(?=\s?[)\],;—–])|(?<=^|[.!?]\s)(?P<date>(?P<year><YEAR>))(?=\s(?:was|is|saw|has|will|brought|marked|had|began|ended)\b)|(?<=\b(?:19|20)\d\d,?\s(?:and|or)?\s?)(?P<date>(?P<year><YEAR>))\b(?![-–’']|\s\d)|(?P<date>(?P<year><YEAR>))(?=,?\s(?:and|or)\s(?:19|20)\d\d\b)",
            meaning.bare_year,
            WORDS,
            anchor=YEAR,
        ),
        rule(
            r"\b(?P<date>(?:(?:from|between)\s)?(?P<year><YEAR>)(?:\s?[-–—]\s?|\s(?:to|and|through|until|till)\s)(?P<year2><YEAR>))\b(?![-–/]\d)(?<!(?<!from\s|between\s)(?:19|20)\d\d\sand\s\d{4})",
            meaning.year_range,
            WORDS,
            anchor=YEAR,
        ),
        rule(
            r"(?<![\d/-])\b(?P<date>(?P<year><YEAR>)[-–/](?P<year2>\d\d))\b(?![-–/]\d)",
            meaning.year_range,
            WORDS,
            anchor=YEAR,
        ),
        rule(
            r"\b(?P<date>(?P<part>early|mid|late|the\sbeginning\sof|the\sstart\sof|the\smiddle\sof|the\send\sof)[\s-](?:in\s)?(?P<year><YEAR>))\b(?![-–]\d|s)",
            meaning.part_of_year,
            WORDS,
            anchor=YEAR,
        ),
        rule(
            r"\b(?P<date>(?:the\s)?(?P<nth>first|second|third|fourth|last|final|q[1-4])(?:\s(?:quarter|half))?\s(?:of\s)?(?:the\s)?(?:year\s)?(?P<year><YEAR>))\b",
            meaning.fraction_of_year,
            WORDS,
            anchor=YEAR,
        ),
        rule(
            r"\b(?P<date>(?:the\s)?(?:(?P<part>early|mid|late)[\s-])?(?:the\s)?(?P<decade>(?:1[5-9]|20)\d0)[’']?s)\b",
            meaning.decade,
            WORDS,
            anchor=YEAR,
        ),
        rule(
            r"(?P<date>(?:\b(?P<part>early|mid|late)[\s-])?(?:\bthe\s)?[’'‘](?P<decade>[2-9]0)s)\b",
            meaning.decade,
            WORDS,
            anchor=DIGIT,
        ),
        rule(
            r"\b(?P<date>(?:the\s)?(?:(?P<part>early|mid|late)[\s-])?(?:the\s)?(?P<nth>\d{1,2}(?:st|nd|rd|th)|"
            + any_of(ORDINALS).replace("\\-", r"[-\s]").replace("twenty-first", r"twenty[-\s]first")
            + r")[\s-]century)\b",
            meaning.century,
            WORDS,
            anchor=_UNIT,
        ),
    )


def _relative() -> tuple[Rule, ...]:
    return (
        rule(
            r"(?<!\bof\s|\p{L}[’'])\b(?P<date>(?:the\s)?day\s(?:before\syesterday|after\stomorrow)|yesterday|tomorrow|last\snight|(?-i:tonight))\b(?![’']s\s(?:men|man|world|leaders|generation))",
            meaning.spoken_day,
            anchor=_DAY,
        ),
        rule(
            rf"\b{SAID}\s(?:(?:here|in\s\p{{Lu}}\w+)\s)?(?P<date>today)\b(?![’']s)|\b(?P<date>today)\s{SAID}\b|\b(?P<date>today)(?=\s?\(<WEEKDAY>\))",
            meaning.spoken_day,
            WORDS,
            anchor=_DAY,
        ),
        rule(
            r"\b(?:(?P<part>early|late|mid)(?:er|r)?\s)?(?P<date>(?P<which>last|previous|this|current|next|coming)\s(?P<unit>week|month|year|decade|century))\b(?![’']?s?-old|-|\stime\b|\sof\b)(?<!\bat\sthis\s\w+)",
            meaning.calendar_unit,
            WORDS,
            anchor=_UNIT,
        ),
        rule(
            r"\b(?P<date>(?:past|last|preceding|previous|next|coming)\s(?P<count><COUNT>)[\s-](?P<unit><UNIT>))\b(?!\sof\b)",
            meaning.rolling_dated,
            WORDS,
            anchor=_UNIT,
        ),
        rule(
            r"\b(?P<date>past\s(?P<unit>week|month|year|decade))\b(?P<count>(?!))?",
            meaning.past_unit,
            WORDS,
            anchor=_UNIT,
        ),
        rule(r"\b(?P<date>(?P<count><COUNT>)\s(?P<unit><UNIT>)\s(?:ago|back))\b", meaning.ago, WORDS, anchor=_AGO),
    )
