"""The rules for the common forms of dates in Russian news text, whose words have cases."""

import functools

from archiver.normalise import periods
from archiver.normalise.mentioned_language import Language
from archiver.normalise.mentioned_parts import month_of_turned_year
from archiver.normalise.mentioned_rules import YEAR, Context, Rule, any_of, nothing, rule
from archiver.normalise.mentioned_shared import (
    absolute_rules,
    ago,
    centuries,
    century,
    decade,
    month_alone,
    turned_unit,
    year_alone,
    years,
)
from archiver.normalise.mentioned_weekdays import habits, spoken, weekday, weekday_of_week, weekday_spans
from archiver.normalise.periods import Period
from archiver.normalise.words import listed, mapped, numbered

_YEAR = r"(?P<year>(?:1[5-9]|20|21)\d\d)(?:-м|-го|-й)?(?:\s(?:год[ауе]?|годом|г\.))?(?!\w|[.,]\d|\s?(?:%|€|\$|руб|человек|чел\b|км\b|тыс|метр|тонн|дом|мест))"

_NOMINATIVE = listed("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь")
_GENITIVE = listed("января февраля марта апреля мая июня июля августа сентября октября ноября декабря")
_PREPOSITIONAL = listed("январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре")
_MONTHS = {
    word: number for words in (_NOMINATIVE, _GENITIVE, _PREPOSITIONAL) for number, word in enumerate(words, start=1)
}

_WEEKDAYS = numbered(
    "понедельник=0 понедельника=0 понедельнику=0 вторник=1 вторника=1 вторнику=1 среда=2 среду=2 среды=2 среде=2 четверг=3 "
    "четверга=3 четвергу=3 пятница=4 пятницу=4 пятницы=4 пятнице=4 суббота=5 субботу=5 субботы=5 субботе=5 воскресенье=6 "
    "воскресенья=6 воскресенью=6"
)
_TURNS = numbered(
    "прошлом=-1 прошлой=-1 прошлого=-1 прошлый=-1 прошлую=-1 прошлое=-1 минувшем=-1 минувшей=-1 минувший=-1 минувшую=-1 "
    "минувшего=-1 следующем=1 следующей=1 следующий=1 следующую=1 следующее=1 следующего=1 будущем=1 будущей=1 этом=0 этой=0 этого=0 текущем=0 "
    "нынешнем=0 эту=0 этот=0 это=0 ближайшую=1 ближайший=1 ближайшее=1 текущей=0 нынешней=0"
)
_RUSSIAN = Language(
    "ru",
    day=r"(?P<day>[12]\d|3[01]|0?[1-9])(?:-го|-е)?",
    joint=r"\s",
    before_month="в|с|до|к|за",
    turns=_TURNS,
    units=mapped(
        "день=day дня=day дней=day неделя=week неделе=week неделю=week недели=week недель=week месяц=month месяца=month месяце=month "
        "месяцев=month год=year года=year году=year лет=year десятилетие=decade десятилетия=decade десятилетий=decade "
        "десятилетии=decade век=century веке=century века=century"
    ),
    numbers=numbered(
        "один=1 одну=1 два=2 две=2 три=3 четыре=4 пять=5 шесть=6 семь=7 восемь=8 девять=9 десять=10 пятнадцать=15 двадцать=20 "
        "тридцать=30"
    ),
    between="с|со|между|от",
    to="по|до|и",
    figures=".",
    fractions=(
        "перв(?:ый|ого|ом|ое)|I",
        "втор(?:ой|ого|ом|ое)|II",
        "трет(?:ий|ьего|ьем)|III",
        "четв[её]рт(?:ый|ого|ом)|последн(?:ий|его|ем)|IV",
        "квартал(?:е|а)?",
        "полугоди(?:и|е|я)",
    ),
    fraction_words=("вартал", "олугоди"),
    months=_MONTHS,
    weekdays=_WEEKDAYS,
    parts_of_month=("начал[еау]", "середин[еы]", "конц[еау]"),
)
_DAYS = {"вчера": -1, "позавчера": -2, "завтра": 1, "послезавтра": 2}


@functools.cache
def russian() -> tuple[Rule, ...]:
    """The rules for Russian."""
    turns, weekdays = any_of(_TURNS), _RUSSIAN.weekdays
    month = _RUSSIAN.full_months
    return (
        *absolute_rules(_RUSSIAN, _YEAR),
        rule(rf"\b(?P<date>{_YEAR})(?<=год|год[ауе]|годом|г\.)", year_alone, anchor=YEAR),
        rule(
            rf"\b(?P<date>(?:с\s)?{_YEAR}\s?(?:[-–—]|по|до)\s?(?P<year2>(?:1[5-9]|20)\d\d)(?:-[ймх]|-го)?\s(?:год(?:ах|ов|ы|а)?|гг\.))",
            years,
            anchor=YEAR,
        ),
        rule(
            r"\b(?P<date>(?P<decade>(?:(?:1[5-9]|20)\d|[2-9])0)-[хе]\s(?:год(?:ах|ов|ы)|гг\.))",
            decade,
            anchor=("0-х", "0-е"),
        ),
        rule(r"\b(?P<date>(?P<roman>[XVI]+)\sвек[ае]?)\b", century, anchor=("век",)),
        rule(
            r"\b(?P<date>(?P<roman>[XVI]+)\s?(?:и|[-–—])\s?(?P<roman2>[XVI]+)\sвек(?:а|ах|ов|ами)?)\b",
            centuries,
            anchor=("век",),
        ),
        rule(rf"\b(?P<date>по\s{weekdays}(?:м|ам)?)\b", nothing, anchor=_RUSSIAN.day_anchor),
        habits(_RUSSIAN, "каждый|каждую|каждое", nth=r"(?:перв|втор|трет|последн)\p{L}+"),
        weekday_of_week(_RUSSIAN, r"W\s(?:на\s)?T\sнедел[еи]"),
        weekday_spans(_RUSSIAN, opening="с|со", to=r"\s(?:на|по|до)\s", between=(r"(?<=ночь\s)между", r"\sи\s")),
        rule(
            rf"\b(?P<date>(?:(?P<turn>{turns})\s)?(?P<weekday>{weekdays}))\b{_RUSSIAN.not_numbered}",
            weekday(_RUSSIAN),
            anchor=_RUSSIAN.day_anchor,
        ),
        rule(
            rf"\b(?P<date>(?P<turn>{turns})\s(?P<unit>недел[еюи]|месяц[еа]?|год[уа]?|десятилетии|век[еа]))\b",
            turned_unit(_RUSSIAN),
            anchor=_RUSSIAN.unit_anchor,
            needs=_RUSSIAN.turned,
        ),
        rule(
            rf"\b(?P<month>{month})\s(?P<date>(?P<turn>прошлого|этого|следующего)\s(?P<unit>года))\b",
            nothing,
            anchor=("года",),
        ),
        rule(
            rf"\b(?P<date>(?P<month>{month})\s(?P<turn>прошлого|этого|следующего)\sгода)\b",
            month_of_turned_year(_RUSSIAN),
            anchor=("года",),
        ),
        rule(
            rf"\b(?P<date>(?:(?P<count>\d+|{_RUSSIAN.number_words})\s)?(?P<unit>{_RUSSIAN.unit_words})\s(?:тому\s)?назад)\b",
            _ago,
            anchor=("назад",),
        ),
        spoken(_RUSSIAN, _DAYS),
        rule(
            rf"\bв\s(?P<date>(?P<month>{any_of(_PREPOSITIONAL)}))\b(?!\s\d)",
            month_alone(_RUSSIAN),
            anchor=_RUSSIAN.month_anchor,
        ),
    )


def _ago(context: Context) -> Period | None:
    """Such as "два года назад"; "год назад" is one."""
    if context.group("count"):
        return ago(_RUSSIAN)(context)
    unit = _RUSSIAN.units[context.group("unit").lower()]
    if context.published is None or unit == "century" or context.group("unit").lower() in ("лет", "дней", "недель"):
        return None
    return periods.holding(periods.shifted(context.published, -1, unit), unit)
