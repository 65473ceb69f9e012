"""Dates of the Hijri and the Solar Hijri calendar, where they are written as such.

A Hijri day is that of the Umm al-Qura calendar (by `hijridate`), from which a country's own sighting of the moon may differ by a
day. Years before it begins (1343, that is 1924) are reckoned by the arithmetic calendar, whose years are off by a day at most.
"""

import datetime as dt
import functools
import re
from collections.abc import Callable, Mapping
from typing import Final

import regex

from archiver.normalise import calendars, periods
from archiver.normalise.mentioned_arabic import ORDINALS
from archiver.normalise.mentioned_rules import ANY_DIGIT, ANY_YEAR, Context, Rule, any_of, rule
from archiver.normalise.mentioned_weekdays import spoken_day
from archiver.normalise.periods import Period
from archiver.normalise.words import fold, numbered

_HIJRI_ENGLISH: Final = numbered(
    "muharram=1 moharram=1 safar=2 rabi_al-awwal=3 rabi_ul-awwal=3 rabi-ul-awwal=3 rabiul_awwal=3 rabi-ul-awal=3 rabi_i=3 rabi_al-thani=4 rabi_ul-thani=4 "
    "rabi-us-sani=4 rabi_al-akhir=4 rabi_ii=4 jumada_al-awwal=5 jumada_al-ula=5 jamadi-ul-awwal=5 jumada_i=5 jumada_al-thani=6 jumada_al-akhirah=6 "
    "jumada_al-akhira=6 jamadi-us-sani=6 jumada_ii=6 rajab=7 shaban=8 sha'ban=8 sha’ban=8 shaaban=8 shabaan=8 ramadan=9 ramadhan=9 ramazan=9 ramzan=9 "
    "shawwal=10 shawal=10 dhu_al-qadah=11 dhul-qadah=11 dhu_al-qa'dah=11 zilqad=11 zulqadah=11 zul_qaadah=11 dhu_al-hijjah=12 dhul-hijjah=12 dhu_al-hijja=12 "
    "dhul_hijjah=12 zilhaj=12 zul_hijjah=12 zulhijjah=12 zil_hajj=12"
)
_HIJRI_ARABIC: Final = numbered(
    "محرم=1 المحرم=1 محرم_الحرام=1 صفر=2 ربيع_الأول=3 ربيع_الآخر=4 ربيع_الثاني=4 جمادى_الأولى=5 جمادى_الآخرة=6 جمادى_الثانية=6 رجب=7 شعبان=8 رمضان=9 رمضان_المبارك=9 "
    "شوال=10 ذو_القعدة=11 ذي_القعدة=11 ذو_الحجة=12 ذي_الحجة=12"
)
_HIJRI_URDU: Final = numbered(
    "محرم=1 محرم_الحرام=1 صفر=2 صفر_المظفر=2 ربیع_الاول=3 ربیع_الثانی=4 جمادی_الاول=5 جمادی_الاولیٰ=5 جمادی_الثانی=6 رجب=7 رجب_المرجب=7 شعبان=8 "
    "شعبان_المعظم=8 رمضان=9 رمضان_المبارک=9 شوال=10 شوال_المکرم=10 ذی_القعد=11 ذیقعد=11 ذوالقعدہ=11 ذی_الحج=12 ذوالحجہ=12 ذوالحجه=12"
)
_SOLAR_ENGLISH: Final = numbered(
    "farvardin=1 ordibehesht=2 khordad=3 tir=4 mordad=5 shahrivar=6 mehr=7 aban=8 azar=9 dey=10 bahman=11 esfand=12 hamal=1 sawr=2 jawza=3 saratan=4 asad=5 "
    "sunbula=6 mizan=7 aqrab=8 qaws=9 jadi=10 dalwa=11 hut=12"
)
_SOLAR_PERSIAN: Final = numbered(
    "فروردین=1 اردیبهشت=2 خرداد=3 تیر=4 مرداد=5 شهریور=6 مهر=7 آبان=8 آذر=9 دی=10 بهمن=11 اسفند=12 حمل=1 ثور=2 جوزا=3 سرطان=4 اسد=5 سنبله=6 میزان=7 عقرب=8 "
    "قوس=9 جدی=10 دلو=11 حوت=12"
)
_PERSIAN_DAYS: Final = {"دیروز": -1, "فردا": 1, "پریروز": -2}
_IN_CENTURIES: Final = regex.compile("1[34][0-9]{2}")
_AH: Final = ("AH", "A.H.", "Hijri")
_HIJRI_DAY: Final = regex.compile(
    r"[0-9](?:st|nd|rd|th)?\s(?:of\s)?(?i:m[ou]har|saf|rab|j[ua]m|raj|sha|ram[az]|zi|zu|dhu)"
)
_DAY: Final = r"(?P<day>\d{1,2})"
_RECENT: Final = r"(?P<year>1[34]\d\d|[۱١][۳۴٣٤]\d\d)"  # years of the 20th and the 21st century, in either calendar
_FIRST_YEAR, _LAST_YEAR = 1343, 1500  # of the Umm al-Qura calendar in hijridate
_EPOCH: Final = dt.date(622, 7, 19)  # 1 Muharram 1 (16 July in the Julian calendar), in the Gregorian one
_MOST_DAYS: Final = 100  # between the publication and a day without its year


@functools.cache
def english() -> tuple[Rule, ...]:
    """In English: "12 Ramadan 1446", "1446 AH", "Mehr 1403"."""
    hijri, solar = any_of(_HIJRI_ENGLISH), any_of(_SOLAR_ENGLISH)
    mark = r"(?:\s(?:AH|A\.H\.|Hijri)(?!\w))?"
    return (
        rule(
            rf"\b(?P<date>(?:the\s)?{_DAY}(?:st|nd|rd|th)?(?:\sof)?\s(?P<month>{hijri}),?\s{_RECENT}{mark})(?!\d)",
            _hijri(_HIJRI_ENGLISH),
            anchor=_IN_CENTURIES,
        ),
        rule(
            rf"\b(?P<date>(?P<month>{hijri})\s{_DAY}(?:st|nd|rd|th)?,\s{_RECENT}{mark})(?!\d)",
            _hijri(_HIJRI_ENGLISH),
            anchor=_IN_CENTURIES,
        ),
        rule(rf"\b(?P<date>(?P<month>{hijri}),?\s{_RECENT}{mark})(?!\d)", _hijri(_HIJRI_ENGLISH), anchor=_IN_CENTURIES),
        rule(
            rf"(?<![\d.,:]|\d\s)\b(?P<date>(?:the\s)?{_DAY}(?:st|nd|rd|th)?(?:\sof)?\s(?P<month>{hijri}))\b(?!,?\s1[34]\d\d)",
            _hijri(_HIJRI_ENGLISH),
            anchor=_HIJRI_DAY,
        ),
        rule(
            r"\b(?P<date>(?P<year>\d{1,4})\s(?:AH|A\.H\.|Hijri))(?!\w)|\b(?P<date>(?:AH|A\.H\.)\s?(?P<year>\d{1,4}))(?![\d,])",
            _hijri(_HIJRI_ENGLISH),
            anchor=_AH,
            cased=True,
        ),
        rule(
            rf"\b(?P<date>{_DAY}\s(?P<month>{solar}),?\s{_RECENT})(?!\d)", _solar(_SOLAR_ENGLISH), anchor=_IN_CENTURIES
        ),
        rule(
            rf"\b(?P<date>(?P<month>{solar})\s(?:{_DAY},\s)?{_RECENT})(?!\d)",
            _solar(_SOLAR_ENGLISH),
            anchor=_IN_CENTURIES,
        ),
        rule(
            r"\b(?P<date>(?P<year>1[34]\d\d)\s(?:SH|AHS|Solar\s(?:Hijri|year)|solar\s(?:hijri|year)))\b|\b(?P<date>solar\syear\s(?P<year>1[34]\d\d))\b",
            _solar(_SOLAR_ENGLISH),
            anchor=_IN_CENTURIES,
            needs=re.compile("SH|AHS|olar\\s"),
            cased=True,
        ),
    )


@functools.cache
def arabic() -> tuple[Rule, ...]:
    """In Arabic: "12 رمضان 1446 هـ", "العاشر من محرم 1446", "عام 1446هـ", "22 بهمن 1357"."""
    mark = "هـ|ه|هجرية|هجري|للهجرة"
    return (
        *_hijri_rules(_HIJRI_ARABIC, mark),
        rule(
            rf"\b(?P<date>(?P<nth>{any_of(ORDINALS)})\sمن\s(?:شهر\s)?(?P<month>{any_of(_HIJRI_ARABIC)})،?\s(?:سنة\s|عام\s)?{_RECENT}(?:\s?(?:{mark})(?!\w))?)(?!\d)",
            _hijri(_HIJRI_ARABIC),
            anchor=ANY_YEAR,
        ),
        rule(
            rf"(?<!\w)(?P<date>{_DAY}\s(?P<month>{any_of(_SOLAR_PERSIAN)})\s(?:سنة\s|عام\s)?{_RECENT})(?!\d)",
            _solar(_SOLAR_PERSIAN),
            anchor=ANY_YEAR,
        ),
    )


@functools.cache
def urdu() -> tuple[Rule, ...]:
    """In Urdu: "12 رمضان 1446ھ"."""
    return _hijri_rules(_HIJRI_URDU, "ھ|ہجری|ھجری|ه")


@functools.cache
def persian() -> tuple[Rule, ...]:
    """In Persian: "12 مهر 1403", "سال 1403"; of the other forms of Persian none are known."""
    months = any_of(_SOLAR_PERSIAN)
    read = _solar(_SOLAR_PERSIAN)
    mark = r"(?:\s?(?:خورشیدی|هجری\sشمسی|شمسی))?"
    return (
        *_hijri_rules(_HIJRI_URDU, "قمری|هجری\\sقمری|ه\\.?\\s?ق"),
        rule(
            rf"(?<!\w)(?P<date>{_DAY}\s(?P<month>{months})(?:\sماه)?\s(?:سال\s)?{_RECENT}{mark})(?!\w)",
            read,
            anchor=ANY_YEAR,
        ),
        rule(
            rf"(?<!\w)(?P<date>(?P<month>{months})(?:\sماه)?\s(?:سال\s)?{_RECENT}{mark})(?!\w)", read, anchor=ANY_YEAR
        ),
        rule(
            rf"(?<![\w.,])(?P<date>{_DAY}\s(?P<month>{months})(?:\sماه)?)(?!\w|\s(?:سال\s)?\d)",
            read,
            anchor=ANY_DIGIT,
        ),
        rule(rf"(?<!\w)سال\s(?P<date>{_RECENT}{mark})(?!\w)", read, anchor=ANY_YEAR),
        rule(
            r"(?<!\w)سال\s(?P<date>(?P<whole>(?:1[89]|20|[۱١][۸۹٨٩]|[۲٢][۰٠])\d\d)(?:\sمیلادی)?)(?!\w)",
            lambda context: periods.year(int(context.group("whole"))),
            anchor=ANY_YEAR,
        ),
        rule(r"(?<!\w)(?P<date>دیروز|فردا|پریروز)(?!\w)", spoken_day(_PERSIAN_DAYS)),
    )


def _hijri_rules(months: Mapping[str, int], mark: str) -> tuple[Rule, ...]:
    names, read = any_of(months), _hijri(months)
    marked = rf"(?:\s?(?:{mark})(?!\w))"
    return (
        rule(
            rf"(?<!\w)(?P<date>{_DAY}\s(?:من\s)?(?:شهر\s)?(?P<month>{names})،?\s(?:سنة\s|عام\s)?{_RECENT}{marked}?)(?!\d)",
            read,
            anchor=ANY_YEAR,
        ),
        rule(
            rf"(?<!\w)(?P<date>(?P<month>{names})،?\s(?:سنة\s|عام\s)?{_RECENT}{marked}?)(?!\d)", read, anchor=ANY_YEAR
        ),
        rule(
            rf"(?<![\w.,])(?P<date>{_DAY}\s(?:من\s)?(?:شهر\s)?(?P<month>{names}))(?!\w|،?\s\d)", read, anchor=ANY_DIGIT
        ),
        rule(rf"(?<![\w.,])(?P<date>(?P<year>\d{{1,4}}){marked})", read, anchor=ANY_DIGIT),
    )


def _hijri(months: Mapping[str, int]) -> Callable[[Context], Period | None]:
    """The period of a Hijri day, month or year."""
    keyed = {fold(name): number for name, number in months.items()}

    def resolve(context: Context) -> Period | None:
        day, number, year = _parts(context, keyed)
        if year is not None:
            return _hijri_period(year, number, day)
        return _nearest(context, lambda other: _hijri_period(other, number, day), _hijri_year)

    return resolve


def _solar(months: Mapping[str, int]) -> Callable[[Context], Period | None]:
    """The period of a day, month or year of the Solar Hijri calendar."""
    keyed = {fold(name): number for name, number in months.items()}

    def resolve(context: Context) -> Period | None:
        day, number, year = _parts(context, keyed)
        if year is not None:
            return _solar_period(year, number, day)
        return _nearest(context, lambda other: _solar_period(other, number, day), lambda date: date.year - 621)

    return resolve


def _parts(context: Context, months: Mapping[str, int]) -> tuple[int, int, int | None]:
    """Day and month, 0 where they aren't written, and the year, None likewise."""
    groups = context.match.groupdict()
    month = fold(" ".join((groups.get("month") or "").split()))
    day = ORDINALS[groups["nth"]] if groups.get("nth") else int(groups.get("day") or 0)
    return day, months.get(month, 0), int(groups["year"]) if groups.get("year") else None


def _nearest(
    context: Context, of_year: Callable[[int], Period | None], year_of: Callable[[dt.date], int]
) -> Period | None:
    """The day of that name next to the publication, if it is near."""
    if context.published is None:
        return None
    today, here = context.published, year_of(context.published)
    found = [period for period in map(of_year, (here - 1, here, here + 1)) if period]
    nearest = min(found, key=lambda period: abs(period.start - today), default=None)
    return nearest if nearest and abs(nearest.start - today) <= dt.timedelta(days=_MOST_DAYS) else None


def _hijri_year(date: dt.date) -> int:
    from hijridate import Gregorian

    return int(Gregorian.fromdate(date).to_hijri().year)


def _hijri_period(year: int, month: int, day: int) -> Period | None:
    if not _FIRST_YEAR <= year < _LAST_YEAR:
        return (
            Period(_hijri_new_year(year), _hijri_new_year(year + 1) - dt.timedelta(days=1), "year")
            if not month
            else None
        )
    from hijridate import Hijri

    first = dt.date.fromisoformat(Hijri(year, month or 1, day or 1).to_gregorian().isoformat())
    if day:
        return periods.day(first)
    if month:
        return Period(first, first + dt.timedelta(days=Hijri(year, month, 1).month_length() - 1), "month")
    last = dt.date.fromisoformat(Hijri(year + 1, 1, 1).to_gregorian().isoformat()) - dt.timedelta(days=1)
    return Period(first, last, "year")


def _hijri_new_year(year: int) -> dt.date:
    """The first day of a year in the arithmetic calendar: 354 days a year, and 11 leap days in thirty years."""
    return _EPOCH + dt.timedelta(days=354 * (year - 1) + (11 * year + 3) // 30)


def _solar_period(year: int, month: int, day: int) -> Period | None:
    first = calendars.solar_hijri(year, month or 1, day or 1)
    if day or first is None:
        return periods.day(first) if first else None
    following = calendars.solar_hijri(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1)
    return Period(first, following - dt.timedelta(days=1), "month" if month else "year") if following else None
