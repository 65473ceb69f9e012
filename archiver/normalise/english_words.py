"""English words of dates, for patterns and for their meanings."""

import re
from typing import Final

from archiver.normalise import date_words
from archiver.normalise.mentioned_rules import any_of
from archiver.normalise.words import listed

NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        listed("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"), 1
    )
} | {"a": 1, "an": 1, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "couple of": 2, "a couple of": 2}
ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        1,
    )
} | {"twenty-first": 21}
UNITS: Final = {
    f"{unit}{plural}": unit for unit in ("day", "week", "month", "year", "decade", "century") for plural in ("", "s")
} | {"centuries": "century"}

_FULL: Final = tuple(date_words.full_names("en", "months"))
_SHORT: Final = tuple(name for name in date_words.short_names("en", "months") if name not in _FULL)
WEEKDAYS: Final = tuple(date_words.full_names("en", "days"))
_SHORT_DAYS: Final = ("mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun")

# The year of a date needs no more proof than the month beside it; a year alone does (see `_bare_year`).
WORDS: Final = {
    "MONTH": rf"(?:{any_of(_FULL)}|{any_of(_SHORT)}\.?)",
    "WEEKDAY": rf"(?:{any_of(WEEKDAYS)}|{any_of(_SHORT_DAYS)}\b\.?)",
    "DAY": r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:%])(?!,\d{3})",
    "YEAR": r"(?:1[5-9]|20|21)\d\d(?!\d)(?![,.]\d)",
    "COUNT": rf"(?:\d{{1,3}}|{any_of(NUMBERS)})",
    "UNIT": any_of(UNITS),
    "PART": r"(?:early|mid|late|the\sbeginning\sof|the\sstart\sof|the\smiddle\sof|the\send\sof|beginning\sof|end\sof)",
    "DASH": r"\s?[-–—]\s?",
}

CASED: Final = WORDS | {
    "MONTH": rf"(?:{any_of(name.title() for name in _FULL)}|{any_of(name.title() for name in _SHORT)}\b\.?)",
    "WEEKDAY": rf"(?:{any_of(name.title() for name in WEEKDAYS)}|{any_of(name.title() for name in _SHORT_DAYS)}\b\.?)",
    "PART": r"(?:[Ee]arly|[Mm]id|[Ll]ate|(?:the\s)?(?:beginning|start|middle|end)\sof)",
}

MONTH: Final = re.compile("Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
"""A part of each match of the rules for months: quickly found, and far from most of a text."""
DAY: Final = re.compile("Mon|Tue|Wed|Thu|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN")
"""The anchor of rules for weekdays."""

TO: Final = r"(?:\s?[-–—]|\s(?:to|and|through|until|till)\s)"
"""What stands between the two ends of a range."""

SAID: Final = (
    r"(?:said|told|announced|reported|confirmed|declared|arrived|met|ruled|signed|launched|killed|died|opened|arrested|voted|resigned|"
    r"issued|released|unveiled|approved|visited|inaugurated|addressed|held|won|lost|beat|chaired|condemned|rejected|warned|urged|"
    r"called|left|departed|stressed|emphasi[sz]ed|directed|ordered|claimed|denied|adjourned|sentenced|convicted)"
)
NOT_A_YEAR: Final = (
    r"people|persons|men|women|children|troops|soldiers|fighters|km|kms|kilomet\w+|miles?|met\w+s|feet|ft|acres?|hectares?|tonnes?|tons?|kgs?|"
    r"kilo\w*|rupees|dollars?|euros?|pounds|yuan|yen|megawatts?|mw|gw|cases|houses|homes|families|students|workers|employees|jobs|votes|"
    r"points|runs|hours|hrs|gmt|utc|ist|pst|percent|per\scent|degrees|pages|copies|vehicles|cars|schools|villages|members|units|shares|"
    r"seats|delegates|participants|victims|deaths|dead|others|bags|lit\w+s|barrels|times|years|days|weeks|months|calories|words|"
    r"civilians|refugees|prisoners|police|officers|staff|patients|farmers|million|billion|crore|lakh|square|sq|cubic|different|more|"
    r"agenda|vision|roadmap|ah|bc|bce|b\.c\.|hijri|rpm|cc|hp|volts?|bytes|metres?|meters?|cusecs|mm|cm|gb|mb|mah|hz|mhz|homes|flats|plants|trees|animals|"
    r"crowns|francs|rou?bles|pesos|kron[oe]r|dinars|dirhams|riyals|shekels|zlotys|spectators|fans|visitors|residents|inhabitants|guests|migrants|pupils|teachers|"
    r"beds|rooms|tickets|signatures|complaints|flights|passengers|arrests"
)
