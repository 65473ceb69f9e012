"""The rules for dates in English news text."""

import datetime as dt
import functools
from typing import Final

import regex

from archiver.normalise import date_words, periods
from archiver.normalise.mentioned_rules import Context, Rule, any_of, near_day, near_month, nothing, rule
from archiver.normalise.periods import Period
from archiver.normalise.words import listed

_NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        listed("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"), 1
    )
} | {"a": 1, "an": 1, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "couple of": 2, "a couple of": 2}
_ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        1,
    )
} | {"twenty-first": 21}
_UNITS: Final = {
    f"{unit}{plural}": unit for unit in ("day", "week", "month", "year", "decade", "century") for plural in ("", "s")
} | {"centuries": "century"}

_FULL: Final = tuple(date_words.full_names("en", "months"))
_SHORT: Final = tuple(name for name in date_words.short_names("en", "months") if name not in _FULL)
_WEEKDAYS: Final = tuple(date_words.full_names("en", "days"))
_SHORT_DAYS: Final = ("mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun")

# The year of a date needs no more proof than the month beside it; a year alone does (see `_bare_year`).
_WORDS: Final = {
    "MONTH": rf"(?:{any_of(_FULL)}|{any_of(_SHORT)}\.?)",
    "WEEKDAY": rf"(?:{any_of(_WEEKDAYS)}|{any_of(_SHORT_DAYS)}\b\.?)",
    "DAY": r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:%])(?!,\d{3})",
    "YEAR": r"(?:1[5-9]|20|21)\d\d(?!\d)(?![,.]\d)",
    "COUNT": rf"(?:\d{{1,3}}|{any_of(_NUMBERS)})",
    "UNIT": any_of(_UNITS),
    "PART": r"(?:early|mid|late|the\sbeginning\sof|the\sstart\sof|the\smiddle\sof|the\send\sof|beginning\sof|end\sof)",
    "DASH": r"\s?[-–—]\s?",
}

_AHEAD: Final = regex.compile(
    r"\b(?:will|would|shall|(?:is|are|was|were)\s(?:to|due|scheduled|expected|set|slated|planned|going)|scheduled|due|until|till|by|upcoming|"
    r"next|coming|ahead\sof|deadline|plans?\sto|starting|beginning|effective|expires?|begins|starts|opens|takes\splace|before)\b|[’']ll\b",
    regex.IGNORECASE,
)
_TOLD: Final = regex.compile(
    r"(?<!\bbe\s)\b(?:\p{L}+ed|said|told|met|held|won|took|gave|began|left|came|went|made|led|sent|saw|struck|hit|broke|fell|rose|beat|lost|shot|"
    r"spoke|wrote|found|became|flew|drew|got|put|set|cut|was|were|had)\b",
    regex.IGNORECASE,
)
_SAID: Final = (
    r"(?:said|told|announced|reported|confirmed|declared|arrived|met|ruled|signed|launched|killed|died|opened|arrested|voted|resigned|"
    r"issued|released|unveiled|approved|visited|inaugurated|addressed|held|won|lost|beat|chaired|condemned|rejected|warned|urged|"
    r"called|left|departed|stressed|emphasi[sz]ed|directed|ordered|claimed|denied|adjourned|sentenced|convicted)"
)
_NOT_A_YEAR: Final = (
    r"people|persons|men|women|children|troops|soldiers|fighters|km|kms|kilomet\w+|miles?|met\w+s|feet|ft|acres?|hectares?|tonnes?|tons?|kgs?|"
    r"kilo\w*|rupees|dollars?|euros?|pounds|yuan|yen|megawatts?|mw|gw|cases|houses|homes|families|students|workers|employees|jobs|votes|"
    r"points|runs|hours|hrs|gmt|utc|ist|pst|percent|per\scent|degrees|pages|copies|vehicles|cars|schools|villages|members|units|shares|"
    r"seats|delegates|participants|victims|deaths|dead|others|bags|lit\w+s|barrels|times|years|days|weeks|months|calories|words|"
    r"civilians|refugees|prisoners|police|officers|staff|patients|farmers|million|billion|crore|lakh|square|sq|cubic|different|more|"
    r"ah|bc|bce|b\.c\.|hijri|rpm|cc|hp|volts?|bytes|metres?|meters?|cusecs|mm|cm|gb|mb|mah|hz|mhz|homes|flats|plants|trees|animals"
)


def _year(context: Context, group: str = "year") -> int:
    return int(context.group(group))


def _month(context: Context, group: str = "month") -> int:
    return date_words.month_number(context.group(group).rstrip("."), "en") or 0


def _day(context: Context, group: str = "day") -> int:
    match = regex.match(r"\d+", context.group(group))
    return int(match.group()) if match else 0


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[" ".join(word.lower().split())]


def _part(word: str) -> int:
    word = word.lower()
    if "early" in word or "beginning" in word or "start" in word:
        return 0
    return 1 if "mid" in word else 2


def _looks_ahead(context: Context) -> bool:
    """Whether the sentence speaks of what is to come at this date: by the nearest verb before it, else behind it."""
    sentence = regex.split(r"[.!?;]\s", context.before(160))[-1]
    ahead = [match.end() for match in _AHEAD.finditer(sentence)]
    told = [match.end() for match in _TOLD.finditer(sentence) if not _AHEAD.search(match.group())]
    if ahead or told:
        return max(ahead, default=-1) > max(told, default=-1) or bool(ahead and regex.search(r"\b(?:was|were)\s\w+\W*$", sentence[: ahead[-1]]))
    behind = regex.split(r"[.!?;]\s", context.after(90))[0]
    first = _AHEAD.search(behind)
    past = _TOLD.search(behind)
    return bool(first and first.group().lower() not in ("by", "before", "starting", "beginning") and (not past or first.start() < past.start()))


def _capitalised(context: Context, group: str) -> bool:
    return context.group(group)[:1].isupper()


def _whole_day(context: Context) -> Period | None:
    return periods.day(dt.date(_year(context), _month(context), _day(context)))


def _iso_day(context: Context) -> Period | None:
    return periods.day(dt.date.fromisoformat(context.group("date")))


def _day_of_month(context: Context) -> Period | None:
    if context.published is None or not _capitalised(context, "month"):
        return None
    found = near_day(context.published, _month(context), _day(context), ahead=_looks_ahead(context))
    weekday = date_words.weekday_number(context.group("weekday").rstrip("."), "en") if context.group("weekday") else None
    if found and weekday is not None and found.start.weekday() != weekday:
        others = [found.start.replace(year=found.start.year + step) for step in (-1, 1)]
        fitting = [date for date in others if date.weekday() == weekday]
        return periods.day(fitting[0]) if len(fitting) == 1 else None
    return found


def _day_range(context: Context) -> Period | None:
    first, last = _month(context), _month(context, "month2") if context.group("month2") else _month(context)
    if context.group("year"):
        number = _year(context)
        start = dt.date(number - (first > last), first, _day(context))
        return periods.between(periods.day(start), periods.day(dt.date(number, last, _day(context, "day2"))))
    if context.published is None:
        return None
    end = near_day(context.published, last, _day(context, "day2"), ahead=_looks_ahead(context))
    if end is None:
        return None
    start = dt.date(end.start.year - (first > last), first, _day(context))
    return periods.between(periods.day(start), end)


def _month_of_year(context: Context) -> Period | None:
    if not _capitalised(context, "month"):
        return None
    whole = periods.month(_year(context), _month(context))
    return periods.part(whole, _part(context.group("part"))) if context.group("part") else whole


def _month_range(context: Context) -> Period | None:
    first, last = _month(context), _month(context, "month2")
    if not (_capitalised(context, "month") and _capitalised(context, "month2")):
        return None
    if context.group("year"):
        end = periods.month(_year(context), last)
        number = int(context.group("year1")) if context.group("year1") else end.start.year - (first > last)
        return periods.between(periods.month(number, first), end)
    if context.published is None:
        return None
    end = near_month(context.published, last, ahead=_looks_ahead(context))
    return periods.between(periods.month(end.start.year - (first > last), first), end)


def _month_alone(context: Context) -> Period | None:
    if context.published is None or not _capitalised(context, "month"):
        return None
    number, which = _month(context), context.group("which").lower()
    today = context.published
    if which == "next":
        found = periods.month(today.year + (number <= today.month), number)
    elif which == "last":
        found = periods.month(today.year - (number >= today.month), number)
    elif which == "this":
        found = periods.month(today.year, number)
    else:
        found = near_month(today, number, ahead=_looks_ahead(context))
    return periods.part(found, _part(context.group("part"))) if context.group("part") else found


def _weekday(context: Context) -> Period | None:
    word = context.group("weekday")
    number = date_words.weekday_number(word, "en")
    if context.published is None or number is None or not word[0].isupper():
        return None
    which = (context.group("which") or context.group("which2")).lower()
    if which in ("last", "past"):
        return periods.day(periods.weekday_before(context.published - dt.timedelta(days=1), number))
    if which in ("next", "coming", "following", "upcoming") or (which in ("", "this") and _looks_ahead(context)):
        return periods.day(periods.weekday_after(context.published, number))
    return periods.day(periods.weekday_before(context.published, number))


def _spoken_day(context: Context) -> Period | None:
    if context.published is None:
        return None
    step = {"yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "tomorrow": 1}
    word = " ".join(context.group("date").lower().split())
    if "before" in word or "after" in word:
        return periods.day(context.published + dt.timedelta(days=-2 if "before" in word else 2))
    return periods.day(context.published + dt.timedelta(days=step[word]))


def _calendar_unit(context: Context) -> Period | None:
    """The last, this or next week, month, year, decade, century of the calendar; "over the last year" is the year up to now."""
    if context.published is None:
        return None
    unit, which = _UNITS[context.group("unit").lower()], context.group("which").lower()
    step = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}[which]
    if regex.search(r"\b(?:over|in|during|for|within|throughout)\sthe\s$", context.before(14), regex.IGNORECASE) and step:
        return periods.rolling(context.published, step, unit) if unit != "century" else None
    if unit == "century":
        return periods.century((context.published.year + 99) // 100 + step)
    found = periods.holding(periods.shifted(context.published, step, unit), unit)
    return periods.part(found, _part(context.group("part"))) if context.group("part") and unit != "week" else found


def _ago(context: Context) -> Period | None:
    if context.published is None:
        return None
    unit = _UNITS[context.group("unit").lower()]
    if unit == "century":
        return None
    return periods.holding(periods.shifted(context.published, -_count(context.group("count")), unit), unit)


def _bare_year(context: Context) -> Period | None:
    return periods.year(_year(context))


def _year_range(context: Context) -> Period | None:
    first, last = _year(context), context.group("year2")
    number = int(last) if len(last) == 4 else first // 100 * 100 + int(last)  # noqa: PLR2004
    if number <= first:
        return None
    return periods.between(periods.year(first), periods.year(number))


def _part_of_year(context: Context) -> Period | None:
    return periods.part(periods.year(_year(context)), _part(context.group("part")))


def _fraction_of_year(context: Context) -> Period | None:
    word = context.group("nth").lower()
    which = int(word[1]) if word.startswith("q") else {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}[word]
    parts = 2 if "half" in context.group("date").lower() else 4
    if parts < which:
        return None
    return periods.part(periods.year(_year(context)), which - 1, parts)


def _decade(context: Context) -> Period | None:
    digits = context.group("decade")
    first = int(digits) if len(digits) == 4 else 1900 + int(digits)  # noqa: PLR2004
    found = periods.decade(first)
    return periods.part(found, _part(context.group("part"))) if context.group("part") else found


def _century(context: Context) -> Period | None:
    word = context.group("nth").lower()
    number = int(regex.sub(r"\D", "", word)) if word[0].isdigit() else _ORDINALS[word.replace(" ", "-")]
    most = 21
    found = periods.century(number)
    if not 1 <= number <= most:
        return None
    return periods.part(found, _part(context.group("part"))) if context.group("part") else found


@functools.cache
def rules() -> tuple[Rule, ...]:
    """All rules for English; at equal length an earlier one counts."""
    return (*_names(), *_days(), *_months(), *_weekdays(), *_years(), *_relative())


def _names() -> tuple[Rule, ...]:
    """What only looks like a date."""
    return (
        rule(
            r"(?P<date>\b(?:Black|Good|Bloody|Super|Ash|Palm|Easter|Cyber|Maundy|Shrove|Whit|Giving|Freaky|Sheffield|Casual|Ruby|Joe|Man)\s<WEEKDAY>)\b",
            nothing, cased=True, **_CASED,
        ),
        rule(
            r"(?P<date>\b<WEEKDAY>\s(?:Times|Telegraph|Mirror|Mail|Express|Herald|Post|Guardian|Independent|Magazine|World|Tribune|Star|"
            r"Night\s(?:Live|Football|Lights)|Night\sFever|Review|Morning\sPost))\b|(?P<date>\b(?:Mail|Observer)\son\sSunday\b)",
            nothing, cased=True, **_CASED,
        ),
        rule(r"\b(?P<date>(?:every|each|any|most|alternate)\s(?:other\s|second\s)?<WEEKDAY>)\b|\b(?P<date>(?:<WEEKDAY>)s)\b", nothing, **_WORDS),
        rule(
            r"(?P<date>\b(?!(?:In|Since|By|Until|Till|Before|After|From|During|Of|For|Through|To|Around|The|This|That|And|Or|Between|Early|Late|Mid|But|Is|Was|On|"
            r"Spring|Summer|Autumn|Fall|Winter|As|At|When|While|If)\b|<MONTH>)\p{Lu}[\p{L}\p{N}]*[\s-](?:COP-?)?<YEAR>)\b",
            nothing, cased=True, **_CASED,
        ),
        rule(r"(?P<date>(?:[$€£¥₹#№]|\b(?:Rs|PKR|USD|EUR|US\$|No|Nos|no|Flight|flight|Section|section|Article|page|room|Room)\.?)\s?<YEAR>)", nothing, **_WORDS),
        rule(rf"(?P<date>\b<YEAR>[\s-](?:{_NOT_A_YEAR}))\b|(?P<date>\b<YEAR>\s?[%°])", nothing, **_WORDS),
        rule(r"(?P<date>\b\d[\d,.]*[-–/]<YEAR>\b(?=[-–/]\d))|(?P<date>(?<![\d-])(?!\d{4}-\d\d-\d\d(?!\d))\+?\d[\d\s-]{8,20}\d)(?![\d-])", nothing, **_WORDS),
    )


def _days() -> tuple[Rule, ...]:
    return (
        rule(r"\b(?P<date>(?:<WEEKDAY>,?\s)?(?:the\s)?(?P<day><DAY>)\s(?:day\s)?(?:of\s)?(?P<month><MONTH>),?\s(?:of\s)?(?P<year><YEAR>))\b", _whole_day, **_WORDS),
        rule(r"\b(?P<date>(?:<WEEKDAY>,?\s)?(?P<month><MONTH>)\s(?:the\s)?(?P<day><DAY>),?\s(?P<year><YEAR>))\b", _whole_day, **_WORDS),
        rule(r"(?<![\d-])(?P<date>(?:1[6-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![\d-])", _iso_day),
        rule(r"\b(?P<date>(?P<month><MONTH>)\s(?P<day><DAY>)(?:<DASH>|\s(?:to|and|through|until)\s)(?P<day2><DAY>)(?:,?\s(?P<year><YEAR>))?(?P<month2>(?!))?)\b", _day_range, cased=True, **_CASED),
        rule(r"\b(?P<date>(?P<day><DAY>)(?:<DASH>|\s(?:to|and|through|until)\s)(?P<day2><DAY>)\s(?P<month><MONTH>)(?:,?\s(?P<year><YEAR>))?(?P<month2>(?!))?)\b", _day_range, cased=True, **_CASED),
        rule(r"\b(?P<date>(?P<month><MONTH>)\s(?P<day><DAY>)(?:<DASH>|\s(?:to|and|through|until)\s)(?P<month2><MONTH>)\s(?P<day2><DAY>)(?:,?\s(?P<year><YEAR>))?)\b", _day_range, cased=True, **_CASED),
        rule(r"\b(?P<date>(?P<day><DAY>)\s(?P<month><MONTH>)(?:<DASH>|\s(?:to|and|through|until)\s)(?P<day2><DAY>)\s(?P<month2><MONTH>)(?:,?\s(?P<year><YEAR>))?)\b", _day_range, cased=True, **_CASED),
        rule(r"\b(?P<date>(?:(?P<weekday><WEEKDAY>),?\s)?(?P<month><MONTH>)\s(?:the\s)?(?P<day><DAY>))(?![\w-]|,?\s<YEAR>)", _day_of_month, cased=True, **_CASED),
        rule(r"(?<![\d.,:$€£]|\d\s)\b(?P<date>(?:(?P<weekday><WEEKDAY>),?\s)?(?:the\s)?(?P<day><DAY>)\s(?:of\s)?(?P<month><MONTH>))(?![\w-]|,?\s<YEAR>)", _day_of_month, cased=True, **_CASED),
    )


def _months() -> tuple[Rule, ...]:
    alone = "(?:January|February|July|September|October|November|December)"
    return (
        rule(r"\b(?P<date>(?:(?P<part><PART>)[\s-])?(?P<month><MONTH>),?\s(?:of\s)?(?P<year><YEAR>))\b", _month_of_year, cased=True, **_CASED),
        rule(r"\b(?P<date>(?:(?:between|from)\s)?(?P<month><MONTH>)(?:,?\s(?P<year1><YEAR>))?(?:<DASH>|\s(?:and|to|through|until|till)\s)(?P<month2><MONTH>),?\s(?:of\s)?(?P<year><YEAR>))\b", _month_range, cased=True, **_CASED),
        rule(r"\b(?P<date>(?:between|from|From|Between)\s(?P<month><MONTH>)\s(?:and|to|through|until|till)\s(?P<month2><MONTH>)(?P<year>(?!))?(?P<year1>(?!))?)(?!,?\s<YEAR>|\s\d)\b", _month_range, cased=True, **_CASED),
        rule(r"\b(?P<date>(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s)?(?:(?P<part><PART>)[\s-])?(?P<month>" + alone + r"))\b(?!\s\p{Lu}|\s\d|,?\s<YEAR>|-\p{L}|\.\p{L})(?<!\p{Lu}\p{Ll}+\s(?:" + alone + "))", _month_alone, cased=True, **_CASED),
        rule(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Tt]ill|[Ff]rom|[Bb]y)\s(?P<date>(?P<which>(?!))?(?:(?P<part><PART>)[\s-])?(?P<month><MONTH>))(?!\s\p{Lu}|\s?\d|,?\s<YEAR>|[’']s\b|-\p{L}|\w)", _month_alone, cased=True, **_CASED),
        rule(r"\b(?P<date>(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s)(?:(?P<part><PART>)[\s-])?(?P<month><MONTH>))(?!\s\p{Lu}|\s?\d|,?\s<YEAR>|\w)", _month_alone, cased=True, **_CASED),
        rule(r"\b(?P<date>(?P<which>(?!))?(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[\s-](?P<month><MONTH>))(?!\s\p{Lu}|\s?\d|,?\s<YEAR>|\w)", _month_alone, cased=True, **_CASED),
    )


def _weekdays() -> tuple[Rule, ...]:
    full = any_of(name.title() for name in _WEEKDAYS)
    return (
        rule(
            rf"\b(?P<date>(?:(?P<which>last|past|next|this|coming|following|upcoming)\s(?:coming\s)?)?(?P<weekday>{full})(?:\s(?P<which2>next|last))?)\b(?![’']?\s?(?:prayers|sermon)|\.com|\.co)",
            _weekday,
        ),
        rule(r"\b(?:on|On)\s(?P<date>(?P<which>(?!))?(?P<weekday>Mon|Tues?|Weds?|Thu|Thurs?|Fri|Sat)(?P<which2>(?!))?)\b(?=[.,]?\s|\.?$)", _weekday, cased=True),
    )


def _years() -> tuple[Rule, ...]:
    return (
        rule(
            r"\b(?:in|since|by|until|till|before|after|from|during|of|for|through|to|and|or|around|circa|year|years|spring|summer|autumn|fall|winter|than|back\sin|as\sof|throughout|pre|post)[\s-](?:the\s(?:year\s|years\s)?)?(?P<date>(?P<year><YEAR>))\b(?![-–]\d|/\d|:\d|[’']?s\b)",
            _bare_year, **_WORDS,
        ),
        rule(
            r"\b(?:the|that|a|an|its|their|his|her|our|\p{L}+[’']s)\s(?P<date>(?P<year><YEAR>))\s(?=\p{L})(?!s\b)",
            _bare_year, **_WORDS,
        ),
        rule(r"(?<=[(\[—–]\s?)(?P<date>(?P<year><YEAR>))(?=\s?[)\],;—–])|(?<=^|[.!?]\s)(?P<date>(?P<year><YEAR>))(?=\s(?:was|is|saw|has|will|brought|marked|had|began|ended)\b)|(?<=\b(?:19|20)\d\d,?\s(?:and|or)?\s?)(?P<date>(?P<year><YEAR>))\b(?![-–’']|\s\d)|(?P<date>(?P<year><YEAR>))(?=,?\s(?:and|or)\s(?:19|20)\d\d\b)", _bare_year, **_WORDS),
        rule(r"\b(?P<date>(?:(?:from|between)\s)?(?P<year><YEAR>)(?:\s?[-–—]\s?|\s(?:to|and|through|until|till)\s)(?P<year2><YEAR>))\b(?![-–/]\d)(?<!(?<!from\s|between\s)(?:19|20)\d\d\sand\s\d{4})", _year_range, **_WORDS),
        rule(r"(?<![\d/-])\b(?P<date>(?P<year><YEAR>)[-–/](?P<year2>\d\d))\b(?![-–/]\d)", _year_range, **_WORDS),
        rule(r"\b(?P<date>(?P<part>early|mid|late|the\sbeginning\sof|the\sstart\sof|the\smiddle\sof|the\send\sof)[\s-](?:in\s)?(?P<year><YEAR>))\b(?![-–]\d|s)", _part_of_year, **_WORDS),
        rule(r"\b(?P<date>(?:the\s)?(?P<nth>first|second|third|fourth|last|final|q[1-4])(?:\s(?:quarter|half))?\s(?:of\s)?(?:the\s)?(?:year\s)?(?P<year><YEAR>))\b", _fraction_of_year, **_WORDS),
        rule(r"\b(?P<date>(?:the\s)?(?:(?P<part>early|mid|late)[\s-])?(?:the\s)?(?P<decade>(?:1[5-9]|20)\d0)[’']?s)\b", _decade, **_WORDS),
        rule(r"(?P<date>(?:\b(?P<part>early|mid|late)[\s-])?(?:\bthe\s)?[’'‘](?P<decade>[2-9]0)s)\b", _decade, **_WORDS),
        rule(r"\b(?P<date>(?:the\s)?(?:(?P<part>early|mid|late)[\s-])?(?:the\s)?(?P<nth>\d{1,2}(?:st|nd|rd|th)|" + any_of(_ORDINALS).replace("\\-", r"[-\s]").replace("twenty-first", r"twenty[-\s]first") + r")[\s-]century)\b", _century, **_WORDS),
    )


def _relative() -> tuple[Rule, ...]:
    return (
        rule(r"(?<!\bof\s|\p{L}[’'])\b(?P<date>(?:the\s)?day\s(?:before\syesterday|after\stomorrow)|yesterday|tomorrow|last\snight|(?-i:tonight))\b(?![’']s\s(?:men|man|world|leaders|generation))", _spoken_day),
        rule(rf"\b{_SAID}\s(?:(?:here|in\s\p{{Lu}}\w+)\s)?(?P<date>today)\b(?![’']s)|\b(?P<date>today)\s{_SAID}\b|\b(?P<date>today)(?=\s?\(<WEEKDAY>\))", _spoken_day, **_WORDS),
        rule(r"\b(?:(?P<part>early|late|mid)(?:er|r)?\s)?(?P<date>(?P<which>last|previous|this|current|next|coming)\s(?P<unit>week|month|year|decade|century))\b(?![’']?s?-old|-|\stime\b)(?<!\bat\sthis\s\w+)", _calendar_unit, **_WORDS),
        rule(r"\b(?P<date>(?:past|last|preceding|previous|next|coming)\s(?P<count><COUNT>)[\s-](?P<unit><UNIT>))\b", _rolling_dated, **_WORDS),
        rule(r"\b(?P<date>past\s(?P<unit>week|month|year|decade))\b(?P<count>(?!))?", _past_unit, **_WORDS),
        rule(r"\b(?P<date>(?P<count><COUNT>)\s(?P<unit><UNIT>)\s(?:ago|back))\b", _ago, **_WORDS),
    )


def _rolling_dated(context: Context) -> Period | None:
    return _rolling_named(context, context.group("date").lower())


def _past_unit(context: Context) -> Period | None:
    return _rolling_named(context, "past")


def _rolling_named(context: Context, words: str) -> Period | None:
    unit = _UNITS[context.group("unit").lower()]
    if context.published is None or unit == "century":
        return None
    count = _count(context.group("count")) if context.group("count") else 1
    return periods.rolling(context.published, count if words.startswith(("next", "coming")) else -count, unit)


_CASED: Final = _WORDS | {
    "MONTH": rf"(?:{any_of(name.title() for name in _FULL)}|{any_of(name.title() for name in _SHORT)}\b\.?)",
    "WEEKDAY": rf"(?:{any_of(name.title() for name in _WEEKDAYS)}|{any_of(name.title() for name in _SHORT_DAYS)}\b\.?)",
    "PART": r"(?:[Ee]arly|[Mm]id|[Ll]ate|(?:the\s)?(?:beginning|start|middle|end)\sof)",
}
