"""A moment in the words that a publisher's date line is made of."""

import datetime as dt

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
}
_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "ar": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
    "ur": "پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار",
}
_TEENS = range(11, 14)


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
        "day": f"{moment.day}",
        "dd": f"{moment.day:02}",
        "nth": f"{moment.day}{suffix}",
        "weekday": weekday,
        "wday": weekday[:3],
        "hh": f"{moment.hour:02}",
        "hour12": f"{moment.hour % 12 or 12:02}",
        "min": f"{moment.minute:02}",
        "ampm": "AM" if moment.hour < 12 else "PM",
        "date": moment.date().isoformat(),
        "iso": moment.isoformat(timespec="seconds"),
    }
