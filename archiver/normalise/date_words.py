"""The words that dates are written with: months and weekdays of many languages, fillers, zones, and the order of numbers.

The names come from the Unicode CLDR tables that `babel` ships; what newspapers write besides ("Sept", "Tues") is added
here. Everything is looked up in a folded form, so case, accents and the variants of Arabic letters don't matter.
"""

import copy
import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from babel import Locale, UnknownLocaleError, localedata

from archiver.normalise.words import base_language, fold, listed

LANGUAGES = listed(
    "en fr de es it pt nl sv da nb nn fi is pl cs sk sl hr sr bs bg mk ru uk be ro hu el tr az ar fa ur hi bn pa "
    "gu ta te ml kn mr si ne he id ms fil sw ca eu gl et lv lt sq hy ka kk uz vi th am ps"
)
"""The languages whose names are known even where a page doesn't say its language."""

_REGIONAL = {
    "ar": ("ar_LB", "ar_DZ", "ar_MA", "ar_MR", "ar_SA"),
    "de": ("de_AT",),
    "pt": ("pt_PT",),
    "sr": ("sr_Latn",),
}
"""Regions that call the months otherwise than their language's first locale: آذار and نيسان, Jänner."""

_NEWSROOM_MONTHS = {"sept": 9, "juill": 7, "mrz": 3, "фев": 2, "сен": 9, "ноя": 11}
_NEWSROOM_WEEKDAYS = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}

FILLERS = frozenset(
    listed(
        "on at of the in and de del d a à le la las los du um am den der dem uhr il alle ore ora em às as o op om te "
        "kl klo klockan clock в во г года год році року р godz dnia w roku r dne v ve saat günü o’clock o'clock hrs "
        "hours h يوم في الساعة ساعت ميلادي ميلادية الموافق م ء کو بجے بوقت سال روز को बजे ngày lúc năm pukul pada tanggal "
        "ที่ เวลา น พ.ศ jam ώρα στις του m n. d. st nd rd th er re время lokal ob godzina år den. local time"
    )
)
"""Words between the parts of a date that say nothing more about it."""

ZONES: Mapping[str, tuple[str, frozenset[int]]] = MappingProxyType(
    {
        name: (offset, frozenset(months))
        for name, offset, months in (
            ("z", "+00:00", range(1, 13)),
            ("utc", "+00:00", range(1, 13)),
            ("gmt", "+00:00", range(1, 13)),
            ("pkt", "+05:00", range(1, 13)),
            ("npt", "+05:45", range(1, 13)),
            ("wib", "+07:00", range(1, 13)),
            ("sgt", "+08:00", range(1, 13)),
            ("hkt", "+08:00", range(1, 13)),
            ("jst", "+09:00", range(1, 13)),
            ("kst", "+09:00", range(1, 13)),
            ("msk", "+03:00", range(1, 13)),
            ("sast", "+02:00", range(1, 13)),
            ("cet", "+01:00", (11, 12, 1, 2)),
            ("mez", "+01:00", (11, 12, 1, 2)),
            ("eet", "+02:00", (11, 12, 1, 2)),
            ("cest", "+02:00", range(4, 10)),
            ("mesz", "+02:00", range(4, 10)),
            ("eest", "+03:00", range(4, 10)),
            ("trt", "+03:00", range(1, 13)),
            ("gst", "+04:00", range(1, 13)),
            ("wita", "+08:00", range(1, 13)),
            ("wit", "+09:00", range(1, 13)),
            ("мск", "+03:00", range(1, 13)),
            ("aest", "+10:00", range(5, 10)),
            ("aedt", "+11:00", (11, 12, 1, 2, 3)),
            ("nzst", "+12:00", range(5, 9)),
            ("nzdt", "+13:00", (11, 12, 1, 2, 3)),
        )
    }
)
"""Zone names that mean one offset everywhere, and the months in which they are believed: many pages print "CET" all
through the summer. IST, BST, CST, EST, PST and AST mean several things, so a time with them keeps no offset."""

UNSURE_ZONES = frozenset(
    listed("ist bst cst cdt est edt et pst pdt pt mst mdt mt ct ast adt hst akst akdt wet west art brt")
)
"""Zone names that are read over where the page's country isn't known: their offset isn't one thing."""

_ALL_ZONES = ZONES.keys() | UNSURE_ZONES
_CAPITALS = re.compile(r"\b[^\W\d_]{2,5}\b")
_SUMMER, _WINTER, _YEAR = frozenset(range(4, 11)), frozenset((12, 1, 2)), frozenset(range(1, 13))
_AMERICAN = {
    "est": ("-05:00", _WINTER), "edt": ("-04:00", _SUMMER), "cst": ("-06:00", _WINTER), "cdt": ("-05:00", _SUMMER),
    "mst": ("-07:00", _WINTER), "mdt": ("-06:00", _SUMMER), "pst": ("-08:00", _WINTER), "pdt": ("-07:00", _SUMMER),
    "akst": ("-09:00", _WINTER), "akdt": ("-08:00", _SUMMER), "hst": ("-10:00", _YEAR),
}  # fmt: skip
_ONLY_AMERICAN = frozenset(("edt", "mdt", "pdt", "akdt"))  # names of summer times, which no other country uses
_BY_WINTER = {"et": ("est", "edt"), "ct": ("cst", "cdt"), "mt": ("mst", "mdt"), "pt": ("pst", "pdt")}
_REGIONAL_ZONES: Mapping[str, Mapping[str, tuple[str, frozenset[int]]]] = MappingProxyType(
    {
        "US": _AMERICAN,
        "CA": _AMERICAN,
        "IN": {"ist": ("+05:30", _YEAR)},
        "IE": {"ist": ("+01:00", _SUMMER - {10})},
        "IL": {"ist": ("+02:00", _WINTER)},
        "GB": {"bst": ("+01:00", _SUMMER - {10})},
        "BD": {"bst": ("+06:00", _YEAR)},
        "CN": {"cst": ("+08:00", _YEAR)},
        "TW": {"cst": ("+08:00", _YEAR)},
        "PH": {"pst": ("+08:00", _YEAR)},
        "PT": {"wet": ("+00:00", _WINTER), "west": ("+01:00", _SUMMER - {10})},
        "AR": {"art": ("-03:00", _YEAR)},
        "BR": {"brt": ("-03:00", _YEAR)},
        "SA": {"ast": ("+03:00", _YEAR)},
    }
)
"""What unsure names mean in a country, and the months in which they are believed."""


def zone_offset(name: str, month: int, language: str | None) -> str | None:
    """The offset that a zone's name means in a month, where the name means one thing or the page's country tells what."""
    known = ZONES.get(name) or (_AMERICAN[name] if name in _ONLY_AMERICAN else None)
    if known is None:
        table = _REGIONAL_ZONES.get(region(language) or "", {})
        if name in _BY_WINTER:
            names = _BY_WINTER[name]
            name = names[0] if month in _WINTER else names[1]
        known = table.get(name)
    return known[0] if known and month in known[1] else None


def zone_in(text: str) -> str | None:
    """The name of a zone that stands beside a time, whether or not it tells the offset."""
    known = (word for word in _CAPITALS.findall(text) if word.isupper() and fold(word) in _ALL_ZONES)
    return next(known, None)


def region(language: str | None) -> str | None:
    """The country in a language tag: `IN` of en-in."""
    part = (language or "").replace("_", "-").split("-")[-1]
    return part.upper() if len(part) == 2 and "-" in (language or "").replace("_", "-") else None  # noqa: PLR2004


_COUNTRIES = frozenset(listed("uk ie in pk bd lk np au nz za ng ke gh ug tz zw ca us sg my ph hk jm tt mt cy ae il"))
"""Countries, by the end of their addresses, whose papers write English; where no region is stated they tell the order of
figures and what a zone's name means."""


def regional(language: str | None, host: str | None) -> str | None:
    """The language with the country that a site's host is of, where the tag names none or the one that systems preset."""
    end = (host or "").rpartition(".")[2].lower()
    if not language or end not in _COUNTRIES or base_language(language) != "en" or region(language) not in (None, "US"):
        return language
    return f"en-{'GB' if end == 'uk' else end.upper()}"


MERIDIEMS: Mapping[str, int] = MappingProxyType(
    {
        "am": 0,
        "pm": 12,
        "ص": 0,
        "م": 12,
        "صباحا": 0,
        "مساء": 12,
        "πμ": 0,
        "μμ": 12,
        "上午": 0,
        "下午": 12,
        "오전": 0,
        "오후": 12,
    }
)
"""What is added to the hour of a twelve-hour clock."""


_SOLAR_MONTHS = {
    fold(name): number
    for names in (
        "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
        "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
    )
    for number, name in enumerate(names.split(), 1)
}
SOLAR_LANGUAGES = frozenset(("fa", "ps"))
"""Languages whose pages are dated in the Solar Hijri calendar."""


def solar_month(word: str, language: str | None) -> int | None:
    """1 to 12 for the name of a month of the Solar Hijri calendar, on a page in a language that uses it."""
    if not language or base_language(language) not in SOLAR_LANGUAGES:
        return None
    return _SOLAR_MONTHS.get(fold(word))


def month_number(word: str, language: str | None) -> int | None:
    """1 to 12 for the name of a month in the page's language, in English, or in any language if it is one thing there."""
    return _lookup(word, language, "months")


def weekday_number(word: str, language: str | None) -> int | None:
    """0 (Monday) to 6 for the name of a weekday, found as `month_number` does."""
    return _lookup(word, language, "days")


_LONGEST_NAME = 40  # code points of a month or day


def _lookup(word: str, language: str | None, kind: str) -> int | None:
    return _looked_up(word, language, kind) if len(word) <= _LONGEST_NAME else None


@functools.lru_cache(maxsize=4096)
def _looked_up(word: str, language: str | None, kind: str) -> int | None:
    key = fold(word)
    if language and (base := base_language(language)) != "en":
        own = _names(base, kind).get(key)
        if own is not None:
            return own
    english = _names("en", kind).get(key)
    return english if english is not None else _everywhere(kind).get(key)


@functools.cache
def full_names(language: str, kind: str) -> Mapping[str, int]:
    """The unabbreviated names (`kind`: months or days) of a language, in CLDR's own spelling, lower case."""
    table: dict[str, int] = {}
    for names in _contexts(language, kind, "wide"):
        for number, name in names.items():
            table.setdefault(name.lower(), number)
    return MappingProxyType(table)


@functools.cache
def short_names(language: str, kind: str) -> Mapping[str, int]:
    """The abbreviations of a language, without their full stops, lower case; newspapers' own with them."""
    table: dict[str, int] = {}
    for names in _contexts(language, kind, "abbreviated"):
        for number, name in names.items():
            if not any(char.isdigit() for char in name):
                table.setdefault(name.lower().rstrip("."), number)
    table.update(_NEWSROOM_MONTHS if kind == "months" else _NEWSROOM_WEEKDAYS)
    return MappingProxyType(table)


@functools.cache
def _names(language: str, kind: str) -> Mapping[str, int]:
    table: dict[str, int] = {}
    for names in (full_names(language, kind), short_names(language, kind)):
        for name, number in names.items():
            table.setdefault(fold(name).rstrip("."), number)
    return table


@functools.cache
def _everywhere(kind: str) -> Mapping[str, int]:
    """Names that mean the same number in every language that has them (listopad is two months: left out)."""
    seen: dict[str, set[int]] = {}
    for language in LANGUAGES:
        # Two letters of some language's weekday are a word of too many others.
        names: Iterable[tuple[str, int]] = _names(language, kind).items()
        if kind == "days":
            names = full_names(language, kind).items()
        for name, number in names:
            seen.setdefault(fold(name), set()).add(number)
    shortest = 3
    return {name: numbers.pop() for name, numbers in seen.items() if len(numbers) == 1 and len(name) >= shortest}


def _contexts(language: str, kind: str, width: str) -> Iterator[Mapping[int, str]]:
    """The tables of names of a language and its regions.

    Read of a copy: what babel looks up in a locale it keeps in data that all locales share, so that the names of the
    language that is asked for first would be those of others too.
    """
    for name in (language, *_REGIONAL.get(language, ())):
        if localedata.exists(name):
            known = localedata.load(name)
            own = localedata.LocaleDataDict(copy.deepcopy({kind: known[kind]}))[kind]
            yield from (own[context][width] for context in ("format", "stand-alone"))


@functools.cache
def day_comes_first(language: str | None) -> bool | None:
    """Whether 2/9/2025 is the 2nd of September in this language; None where its readers would not agree.

    English is read both ways, unless the tag names a region.
    """
    if not language or language.lower() == "en":
        return None
    try:
        locale = Locale.parse(language.replace("_", "-"), sep="-")
    except (UnknownLocaleError, ValueError):
        return None
    pattern = locale.date_formats["short"].pattern
    day, month = pattern.find("d"), pattern.find("M")
    return None if min(day, month) < 0 or pattern.lstrip("'").startswith("y") else day < month
