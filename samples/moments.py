"""A moment in the words that a publisher's date line is made of."""

import datetime as dt

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "hi": "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    "fa": "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
    "ja": "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
    "zh": "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
}
_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag",
    "pl": "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье",
    "tr": "Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar",
    "hi": "सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार",
    "fa": "دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه",
    "ja": "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日",
    "zh": "星期一 星期二 星期三 星期四 星期五 星期六 星期日",
    "ar": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
    "ur": "پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار",
}
_NOON = 12
_TEENS = range(11, 14)
_SOLAR_MONTHS = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"
_SOLAR_NEW_YEARS = {  # the Gregorian day on which a Solar Hijri year began
    1402: dt.date(2023, 3, 21), 1403: dt.date(2024, 3, 20), 1404: dt.date(2025, 3, 21), 1405: dt.date(2026, 3, 21),
}  # fmt: skip
_LONG_MONTH, _LONG_MONTHS, _SHORT_MONTH = 31, 6, 30
_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def words(at: str, language: str) -> dict[str, str]:
    """What a publisher's pattern may use, of a moment in ISO 8601 without offset."""
    moment = dt.datetime.fromisoformat(at)
    month = _MONTHS[language].split()[moment.month - 1]
    weekday = _WEEKDAYS[language].split()[moment.weekday()]
    suffix = "th" if moment.day in _TEENS else {1: "st", 2: "nd", 3: "rd"}.get(moment.day % 10, "th")
    return {
        "year": f"{moment.year}",
        "month": month,
        "mon": month[:3],
        "mm": f"{moment.month:02}",
        "m": f"{moment.month}",
        "yy": f"{moment.year % 100:02}",
        "day": f"{moment.day}",
        "dd": f"{moment.day:02}",
        "nth": f"{moment.day}{suffix}",
        "weekday": weekday,
        "wday": weekday[:3],
        "hh": f"{moment.hour:02}",
        "h": f"{moment.hour}",
        "h12": f"{moment.hour % 12 or 12}",
        "hour12": f"{moment.hour % 12 or 12:02}",
        "min": f"{moment.minute:02}",
        "ampm": "AM" if moment.hour < _NOON else "PM",
        "am_pm": "a.m." if moment.hour < _NOON else "p.m.",
        "date": moment.date().isoformat(),
        "iso": moment.isoformat(timespec="seconds"),
        "solar": solar_day(moment.date()) if language == "fa" else "",
        "persian_time": f"{moment.hour:02}:{moment.minute:02}".translate(_PERSIAN),
    }


def solar_day(day: dt.date) -> str:
    """The day in the Solar Hijri calendar: "۱۴ شهریور ۱۴۰۴"."""
    year = max(year for year, first in _SOLAR_NEW_YEARS.items() if first <= day)
    since = (day - _SOLAR_NEW_YEARS[year]).days
    long_days = _LONG_MONTH * _LONG_MONTHS
    if since < long_days:
        month, number = divmod(since, _LONG_MONTH)
    else:
        month, number = divmod(since - long_days, _SHORT_MONTH)
        month += _LONG_MONTHS
    return f"{number + 1} {_SOLAR_MONTHS.split()[month]} {year}".translate(_PERSIAN)


def epoch(at: str, offset: str) -> str:
    """The moment as Unix time."""
    return f"{dt.datetime.fromisoformat(at + offset).timestamp():.0f}"
