"""The rules for the common forms of dates in Arabic and Urdu news text, with either kind of digits."""

import datetime as dt
import functools
from functools import partial

from archiver.normalise import periods
from archiver.normalise.mentioned_language import Language
from archiver.normalise.mentioned_rules import ANY_YEAR, Context, Rule, any_of, near_day, near_month, rule
from archiver.normalise.mentioned_shared import (
    absolute_rules,
    ago,
    century,
    decade,
    month_alone,
    turned_unit,
    worded_century,
    worded_decade,
    year_alone,
    years,
)
from archiver.normalise.mentioned_weekdays import habits, spoken, spoken_day, weekday, weekday_of_week, weekday_spans
from archiver.normalise.periods import Period
from archiver.normalise.words import listed, mapped, numbered

_YEAR = r"(?P<year>(?:1[5-9]|20|21|١[٥-٩]|٢[٠١])\d\d)(?!\d|[.,٫٬]\d)"
_DAY = r"(?P<day>\d{1,2})"

_LEVANTINE = listed("كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول")
_EGYPTIAN = listed("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر")
# Many papers write both names of a month, either first.
_BOTH_NAMES = {
    f"{first}{mark}{second}{close}": number
    for number, names in enumerate(zip(_LEVANTINE, _EGYPTIAN, strict=True), start=1)
    for first, second in (names, names[::-1])
    for mark, close in (("/", ""), (" / ", ""), (" ", ""), (" (", ")"))
}
_BOTH_MONTHS = {name.replace("_", " "): number for name, number in _BOTH_NAMES.items()}
ORDINALS = {
    word.replace("_", " "): number
    for number, word in enumerate(
        listed(
            "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الحادي_عشر الثاني_عشر الثالث_عشر الرابع_عشر الخامس_عشر "
            "السادس_عشر السابع_عشر الثامن_عشر التاسع_عشر العشرين الحادي_والعشرين الثاني_والعشرين الثالث_والعشرين الرابع_والعشرين "
            "الخامس_والعشرين السادس_والعشرين السابع_والعشرين الثامن_والعشرين التاسع_والعشرين الثلاثين الحادي_والثلاثين"
        ),
        start=1,
    )
}

_ARABIC = Language(
    "ar",
    day=_DAY,
    joint=r"\s",
    months=_BOTH_MONTHS,
    between="من|بين|ما بين",
    to="إلى|حتى|و",
    before_month=r"في|منذ|خلال|شهر|حتى|(?:ابتداء|اعتبارا?|بدءا?)ً?\sمن",
    turns=numbered("الماضي=-1 الماضية=-1 المنصرم=-1 الفائت=-1 المقبل=1 المقبلة=1 القادم=1 القادمة=1 الجاري=0 الحالي=0"),
    units=mapped(
        "اليوم=day يوم=day أيام=day الأسبوع=week أسبوع=week أسابيع=week الشهر=month شهر=month أشهر=month "
        "العام=year عام=year السنة=year سنة=year سنوات=year أعوام=year العقد=decade عقد=decade عقود=decade "
        "القرن=century عاما=year عاماً=year يوما=day يوماً=day أسبوعا=week أسبوعاً=week شهرا=month شهراً=month"
    ),
    numbers=numbered(
        "ثلاثة=3 ثلاث=3 أربعة=4 أربع=4 خمسة=5 خمس=5 ستة=6 ست=6 سبعة=7 سبع=7 ثمانية=8 ثماني=8 تسعة=9 تسع=9 عشرة=10 "
        "عشر=10"
    ),
    fractions=("الأول", "الثاني", "الثالث", "الرابع|الأخير", "الربع", "النصف"),
    fraction_first=True,
    fraction_words=("الربع", "النصف"),
    parts_of_month=("بداية|مطلع|أوائل|مستهل", "منتصف|أواسط", "نهاية|أواخر|ختام"),
)

_URDU = Language(
    "ur",
    day=r"(?P<day>\d{1,2}|یکم)",
    joint=r"\s",
    to="سے|تا|اور",
    before_month="ماہ",
    turns=numbered("گزشتہ=-1 پچھلے=-1 پچھلی=-1 آئندہ=1 اگلے=1 اگلی=1 رواں=0"),
    units=mapped(
        "دن=day روز=day ہفتے=week ہفتہ=week ماہ=month مہینے=month سال=year برس=year دہائی=decade عشرے=decade "
        "صدی=century"
    ),
    numbers=numbered("ایک=1 دو=2 تین=3 چار=4 پانچ=5 چھ=6 سات=7 آٹھ=8 نو=9 دس=10 بیس=20"),
    weekdays=numbered("جمعے=4 ہفتے=5 سوموار=0"),
)

_ARABIC_DECADES = numbered(
    "عشرينيات=1920 عشرينات=1920 ثلاثينيات=1930 أربعينيات=1940 خمسينيات=1950 ستينيات=1960 سبعينيات=1970 ثمانينيات=1980 تسعينيات=1990 ثلاثينات=1930 أربعينات=1940 "
    "خمسينات=1950 ستينات=1960 سبعينات=1970 ثمانينات=1980 تسعينات=1990"
)
_ARABIC_DECADES.update({f"ال{word}": first for word, first in tuple(_ARABIC_DECADES.items())})
_URDU_CENTURIES = numbered(
    "دسویں=10 گیارہویں=11 بارہویں=12 تیرہویں=13 چودہویں=14 پندرہویں=15 سولہویں=16 سترہویں=17 اٹھارویں=18 اٹھارہویں=18 انیسویں=19 بیسویں=20 اکیسویں=21"
)
_ARABIC_DUALS = mapped("يومين=day أسبوعين=week شهرين=month عامين=year سنتين=year عقدين=decade")
_ARABIC_CENTURIES = {word: number for word, number in ORDINALS.items() if number <= 21}  # noqa: PLR2004


@functools.cache
def arabic() -> tuple[Rule, ...]:
    """The rules for Arabic."""
    days = {"أمس": -1, "أول من أمس": -2, "أول أمس": -2, "غدا": 1, "غداً": 1, "بعد غد": 2, "الليلة الماضية": -1}
    return (
        *absolute_rules(_ARABIC, _YEAR),
        rule(
            rf"\b[ولبف]?(?:عام|العام|سنة|لعام|بعام|لسنة|منذ|في|حتى|قبل|بعد|صيف|شتاء|ربيع|خريف|موسم)\s(?P<date>{_YEAR})\b",
            year_alone,
            anchor=ANY_YEAR,
        ),
        weekday_of_week(_ARABIC, r"W\s(?:من\s)?الأسبوع\sT"),
        habits(_ARABIC, "كل|كل\\sيوم|أيام|صلاة|خطبة|سوق"),
        weekday_spans(
            _ARABIC,
            opening="ليل|ليلة|من",
            to=r"\s?[-–/]\s?|\s(?:إلى|حتى)\s(?:يوم\s)?|\s",
            between=(r"(?<=ليل\s)بين", r"\sو"),
        ),
        rule(
            rf"\bو?(?P<date>(?P<weekday>{_ARABIC.weekdays})(?:\s(?P<turn>{_ARABIC.turn_words}))?)\b",
            weekday(_ARABIC),
            anchor=_ARABIC.day_anchor,
        ),
        rule(
            rf"\b[وب]?(?P<date>(?P<unit>الأسبوع|الشهر|العام|السنة|العقد|القرن)\s(?P<turn>{_ARABIC.turn_words}))\b",
            turned_unit(_ARABIC),
            anchor=_ARABIC.unit_anchor,
            needs=_ARABIC.turned,
        ),
        rule(
            rf"\bو?(?P<date>قبل\s(?P<count>\d+|{_ARABIC.number_words})\s(?P<unit>{_ARABIC.unit_words}))\b",
            ago(_ARABIC),
            anchor=("قبل",),
        ),
        rule(rf"\bو?(?P<date>(?:قبل|منذ)\s(?P<unit>{any_of(_ARABIC_DUALS)}))\b", _two_ago, anchor=tuple(_ARABIC_DUALS)),
        rule(
            rf"\b[ولبف]?(?P<date>(?P<decade>{any_of(word for word in _ARABIC_DECADES if 'عشرين' not in word)}|(?:ال)?عشريني?ات(?=\s(?:من\s)?القرن))(?!\sمن\s(?:ال)?عمر)(?:\s(?:من\s)?القرن\s(?:الماضي|العشرين))?)\b",
            worded_decade(_ARABIC_DECADES),
        ),
        rule(
            rf"\b(?P<date>(?P<nth>{any_of(ORDINALS)})\sمن\s(?:شهر\s)?(?P<month>{_ARABIC.months})(?:\s{_YEAR})?)(?!\w)",
            _worded_day,
            anchor=_ARABIC.month_anchor,
        ),
        rule(rf"\bعامي\s(?P<date>{_YEAR}\sو\s?(?P<year2>(?:1[5-9]|20|١[٥-٩]|٢[٠١])\d\d))\b", years, anchor=ANY_YEAR),
        rule(
            rf"\b(?P<date>القرن\s(?P<century>{any_of(_ARABIC_CENTURIES)}))\b(?!\sقبل)",
            worded_century(_ARABIC_CENTURIES),
        ),
        spoken(_ARABIC, days, before=r"\b(?:و?بال|[وف])?"),
    )


@functools.cache
def urdu() -> tuple[Rule, ...]:
    """The rules for Urdu; آج (today, nowadays) is left out, and کل where it may be "in all" instead of yesterday or tomorrow."""
    return (
        *absolute_rules(_URDU, _YEAR),
        rule(
            rf"\b(?:سنہ|سن|سال)\s(?P<date>{_YEAR})\b|\b(?P<date>{_YEAR})(?=\s?ء|\s(?:میں|سے|تک|کے|کی|کا))",
            year_alone,
            anchor=ANY_YEAR,
        ),
        rule(
            rf"\b(?P<date>(?P<month>{_URDU.full_months}))(?=\s(?:میں|کے|سے|تک)\b)",
            _month_alone,
            anchor=_URDU.month_anchor,
        ),
        weekday_of_week(_URDU, r"T\sہفتے\s(?:کے\s)?W"),
        habits(_URDU, "ہر"),
        weekday_spans(_URDU, opening="(?!)", to=r"\sاور\s", between=("(?!)", ""), behind=r"\sکی\sدرمیانی\s(?:شب|رات)"),
        rule(rf"\b(?P<date>{_YEAR}\sسے\s(?P<year2>(?:1[5-9]|20)\d\d))(?=\s(?:تک|کے\sدرمیان))", years, anchor=ANY_YEAR),
        rule(
            rf"\b(?P<date>(?!{_URDU.turn_words}\sہفت[ےہ](?!\sکے\s(?:روز|دن)))(?:(?P<turn>{_URDU.turn_words})\s)?(?P<weekday>{_URDU.weekdays}))(?=\s(?:کو|سے|تک|کے\sروز|کے\sدن|کی\s(?:صبح|شام|رات|شب)))",
            weekday(_URDU),
            anchor=_URDU.day_anchor,
        ),
        rule(
            rf"\b(?P<date>(?P<turn>{_URDU.turn_words})\s(?P<unit>ہفتے|ماہ|مہینے|سال|برس|دہائی|عشرے|صدی))\b",
            turned_unit(_URDU),
            anchor=_URDU.unit_anchor,
            needs=_URDU.turned,
        ),
        rule(
            rf"\b(?P<date>(?P<count>\d+|{_URDU.number_words})\s(?P<unit>{_URDU.unit_words})\s(?:قبل|پہلے))\b",
            ago(_URDU),
            anchor=("قبل", "پہلے"),
        ),
        rule(r"\b(?P<date>(?P<decade>(?:1[5-9]|20)\d0)ء?\sکی\sدہائی)\b", decade, anchor=ANY_YEAR),
        rule(
            rf"\b(?P<date>(?P<century>{any_of(_URDU_CENTURIES)})\sصدی)\b",
            worded_century(_URDU_CENTURIES),
            anchor=("صدی",),
        ),
        rule(r"\b(?P<date>(?P<nth>\d{1,2})\s?ویں\sصدی)\b", century),
        rule(
            r"\b(?P<date>کل)(?=\s(?:پھر|بھی|صبح|شام|رات|دوپہر|سہ\sپہر|سے|تک|بروز|ہوگا|ہوگی|ہوں\sگے|ہو\sگا|ہو\sگی|ہوا|ہوئی)\b)",
            _yesterday_or_tomorrow,
            anchor=("کل",),
        ),
        rule(r"\b(?P<date>گزشتہ\sروز)\b", spoken_day({"گزشتہ روز": -1})),
    )


def _month_alone(context: Context) -> Period | None:
    """A month without a year; the next one where "تک" (until) follows."""
    if context.published is not None and context.after(5).split()[:1] == ["تک"]:
        return near_month(context.published, _URDU.month(context), looks_ahead=lambda: True)
    return month_alone(_URDU)(context)


def _yesterday_or_tomorrow(context: Context) -> Period | None:
    """The one word for both, told by the tense."""
    ahead = _URDU.looks_ahead(context)
    if context.published is None or ahead is None:
        return None
    return periods.day(context.published + dt.timedelta(days=1 if ahead else -1))


def _worded_day(context: Context) -> Period | None:
    """Such as "الخامس من أغسطس 2024": the day in words."""
    number, month = ORDINALS[context.group("nth")], _ARABIC.month(context)
    if context.group("year"):
        return periods.day(dt.date(int(context.group("year")), month, number))
    if context.published is None:
        return None
    return near_day(context.published, month, number, looks_ahead=partial(_ARABIC.looks_ahead, context))


def _two_ago(context: Context) -> Period | None:
    """Such as "قبل عامين": two of a unit, which Arabic says in one word."""
    if context.published is None:
        return None
    unit = _ARABIC_DUALS[context.group("unit")]
    return periods.holding(periods.shifted(context.published, -2, unit), unit)
