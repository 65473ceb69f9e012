"""The rules for years, decades and centuries in English news text."""

import functools
import re
from typing import Final

import regex

from archiver.normalise import english_periods as meaning
from archiver.normalise.english_words import ORDINALS, TO, WORDS
from archiver.normalise.mentioned_rules import YEAR, Rule, any_of, rule

_PART_OF_YEAR_WORDS: Final = ("uarter", "half of ")
_OLD_YEAR: Final = regex.compile("1[0-4][0-9]{2}")
_YEAR_BEHIND_A_WORD: Final = regex.compile(r"[12][0-9]{3}(?<=\p{L}[\s-]\d{4})")
_YEAR_OF: Final = regex.compile(r"[12][0-9]{3}\s\p{L}")
_YEAR_SET_APART: Final = regex.compile(
    r"[12][0-9]{3}(?:\s?[)\],;—–]|\s(?:was|is|saw|has|will|brought|marked|had|began|ended|and|or)\b|(?<=\d{2},?\s(?:and|or)?\s?\d{4}))",
    regex.IGNORECASE,
)
_TWO_YEARS: Final = regex.compile("[12][0-9]{3}[-–/][0-9]{2}")
_DECADE: Final = regex.compile("[12][0-9]{2}0[’']?[sS]")
_YEAR_TO: Final = regex.compile(rf"\d{{4}}{TO}", regex.IGNORECASE)
_PART_OF_YEAR: Final = regex.compile(r"[12]\d{3}(?<=\b(?:early|mid|late|of)[\s-](?:in\s)?\d{4})", regex.IGNORECASE)
_FRACTION_OF_YEAR: Final = regex.compile(
    r"[12]\d{3}(?<=\b(?:first|second|third|fourth|last|final|q[1-4]|h[12]|quarter|half|of|the|year)\s\d{4})",
    regex.IGNORECASE,
)


_NTH: Final = r"\d{1,2}(?:st|nd|rd|th)|" + any_of(ORDINALS).replace("\\-", r"[-\s]").replace(
    "twenty-first", r"twenty[-\s]first"
)


@functools.cache
def rules() -> tuple[Rule, ...]:
    """The rules."""
    return (
        rule(
            r"\b(?:in|since|until|from|after|before|year)\s(?P<date>(?P<year>1[0-4]\d\d))\b(?=[,;)]|\.(?:\s|$)|$|\s(?:when|by|and|after|during|under|as|the|is|was|were)\b|(?<=\b[Ii]n\s\d{4})\s(?-i:\p{Lu}\p{Ll}))",
            meaning.bare_year,
            anchor=_OLD_YEAR,
        ),
        rule(
            r"(?P<date>(?P<year><YEAR>))\b(?![-–]\d|/\d|:\d|[’']?s\b)"
            r"(?<=\b(?:in|since|by|until|till|before|after|from|during|of|for|through|to|and|or|around|circa|years?|spring|summer|autumn|fall|winter|easter(?:\s(?:sun|mon)day)?|thanksgiving|halloween|than|back\sin|"
            r"as\sof|throughout|pre|post)[\s-](?:the\s(?:years?\s)?)?\d{4})",
            meaning.bare_year,
            WORDS,
            anchor=YEAR,
            needs=_YEAR_BEHIND_A_WORD,
        ),
        rule(
            r"(?P<date>(?P<year><YEAR>))\s(?=\p{L})(?!s\b)(?<=\b(?:the|that|a|an|its|their|his|her|our|\p{L}+[’']s)\s\d{4}\s)",
            meaning.bare_year,
            WORDS,
            anchor=YEAR,
            needs=_YEAR_OF,
        ),
        rule(
            r"(?<=[(\[—–]\s?)(?P<date>(?P<year><YEAR>))(?=\s?[)\],;—–])|(?<=^|[.!?]\s)(?P<date>(?P<year><YEAR>))(?=\s(?:was|is|saw|has|will|brought|marked|had|began|ended)\b)|(?<=\b(?:19|20)\d\d,?\s(?:and|or)?\s?)(?P<date>(?P<year><YEAR>))\b(?![-–’']|\s\d)|(?P<date>(?P<year><YEAR>))(?=,?\s(?:and|or)\s(?:19|20)\d\d\b)",
            meaning.bare_year,
            WORDS,
            anchor=YEAR,
            needs=_YEAR_SET_APART,
        ),
        rule(
            r"\b(?P<date>(?:(?:from|between)\s)?(?P<year><YEAR>)(?:\s?[-–—]\s?|\s(?:to|and|through|until|till)\s)(?P<year2><YEAR>))\b(?![-–/]\d)(?<!(?<!from\s|between\s)(?:19|20)\d\d\sand\s\d{4})",
            meaning.year_range,
            WORDS,
            anchor=YEAR,
            needs=_YEAR_TO,
        ),
        rule(
            r"(?<![\d/-])\b(?P<date>(?P<year><YEAR>)[-–/](?P<year2>\d\d))\b(?![-–/]\d)",
            meaning.year_range,
            WORDS,
            anchor=YEAR,
            needs=_TWO_YEARS,
        ),
        rule(
            r"\b(?P<date>(?P<part>early|mid|late|the\sbeginning\sof|the\sstart\sof|the\smiddle\sof|the\send\sof)[\s-](?:in\s)?(?P<year><YEAR>))\b(?![-–]\d|s)",
            meaning.part_of_year,
            WORDS,
            anchor=YEAR,
            needs=_PART_OF_YEAR,
        ),
        rule(
            r"\b(?P<date>(?:the\s)?(?P<nth>first|second|third|fourth|last|final|q[1-4]|h[12])(?:\s(?:quarter|half))?\s(?:of\s)?(?:the\s)?(?:year\s)?(?P<year><YEAR>))\b",
            meaning.fraction_of_year,
            WORDS,
            anchor=YEAR,
            needs=_FRACTION_OF_YEAR,
        ),
        rule(
            r"\b(?P<date>(?:the\s)?(?P<nth>first|second|third|fourth|last|final)\s(?P<half>quarter|half)\sof\s(?P<which>last|this|next)\syear)\b",
            meaning.fraction_of_turned_year,
            anchor=_PART_OF_YEAR_WORDS,
            needs=re.compile(r"(?:half|uarter)\sof\s"),
        ),
        rule(
            r"\b(?P<date>(?:the\s)?(?:(?P<part>early|mid|late)[\s-])?(?:the\s)?(?P<decade>(?:1[5-9]|20)\d0)[’']?s)\b",
            meaning.decade,
            WORDS,
            anchor=YEAR,
            needs=_DECADE,
        ),
        rule(
            r"\b(?:in|of|since|from|during|throughout)\s(?P<date>the\s(?:(?P<part>early|mid|late)[\s-])?(?P<decade>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))\b",
            meaning.decade,
            anchor=("ties",),
            needs=re.compile("(?:in|igh|ven|ix|if|or|ir|wen)e?ties"),
        ),
        rule(
            r"(?P<date>(?:\b(?P<part>early|mid|late)[\s-])?(?:\bthe\s)?[’'‘](?P<decade>[2-9]0)s)\b",
            meaning.decade,
            WORDS,
            anchor=("0s",),
        ),
        rule(
            rf"\b(?P<date>(?:the\s)?(?P<nth>{_NTH})(?:{TO}|\sor\s)(?:the\s)?(?P<nth2>{_NTH})[\s-]centur(?:y|ies))\b",
            meaning.centuries,
            anchor=("entur",),
            needs=re.compile("(?:and|to|or|through|until|till|[-–—]) ?(?:the )?[0-9a-z-]+ centur"),
        ),
        rule(
            r"\b(?P<date>(?:the\s)?(?:(?P<part>early|mid|late)[\s-])?(?:the\s)?(?P<nth>" + _NTH + r")[\s-]century)\b",
            meaning.century,
            WORDS,
            anchor=("entury",),
        ),
    )
