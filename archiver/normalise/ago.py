"""Relative times as pages print them beside headlines: "2 minutes ago", "vor 3 Stunden", "il y a 1 heure"."""

import datetime as dt
import re
import unicodedata

import msgspec

# Word of the unit (its beginning) → seconds. "m" alone is minutes: no page counts a headline's age in metres.
_UNITS = {
    1: r"seconds?|secs?|sekunden?|secondes?|segundos?|secondi|secondo|секунд\w*|ثاني\w+|ثواني?|سیکنڈ\w*|saniye|seconden|sekunder|सेकंड|秒鐘?|秒钟|초",
    60: r"minutes?|mins?|m|minuten?|minutos?|minut[io]|minuten|minuter|минут\w*|мин|دقيقة|دقائق|منٹ|منٹس|دقیقه|dakika|मिनट|分鐘|分钟|分|분",
    3600: r"hours?|hrs?|h|stunden?|std|heures?|horas?|or[ae]|час\w*|ساعة|ساعات|گھنٹے|گھنٹہ|گھنٹوں|ساعت|saat|uur|uren|timmar|timme|घंटे|घंटा|小時|小时|時間|시간",
    86400: r"days?|d|tage?n?|jours?|d[ií]as?|giorn[io]|дн\w*|день|أيام|يوم|دن|دنوں|روز|gün|dagen|dag|dagar|दिन|天|日|일",
    604800: r"weeks?|wks?|w|wochen?|semaines?|semanas?|settiman[ae]|недел\w*|أسابيع|أسبوع|ہفتے|ہفتہ|هفته|hafta|weken|week|veckor|vecka|सप्ताह|周|週間|週|주",
    2592000: r"months?|monate?n?|mois|mes(?:es)?|mês|mes[ei]|месяц\w*|أشهر|شهر|ماہ|مہینے|ماه|ay|maanden|maand|månader|månad|महीने|个月|個月|か月|ヶ月|개월",
    31536000: r"years?|yrs?|jahre?n?|ans?|années?|años?|anos?|ann[io]|лет|год\w*|سنوات|سنة|سال|yıl|jaar|år|साल|年|년",
}
_SECONDS = {re.compile(pattern, re.IGNORECASE): seconds for seconds, pattern in _UNITS.items()}
_UNIT = "|".join(_UNITS.values())
_AFTER = r"ago|fa|atrás|назад|پہلے|قبل|پیش|önce|geleden|sedan|पहले|前|전"
_BEFORE = r"vor|il\s+y\s+a|hace|há|قبل|منذ|för|about|etwa|environ"
_NUMBER = r"[0-9٠-٩۰-۹०-९]{1,10}"

_FORMS = (
    rf"(?:(?:{_BEFORE})\s+)?(?P<a>{_NUMBER})\s*(?P<ua>{_UNIT})\s*(?P<post>{_AFTER})",
    rf"(?:vor|il\s+y\s+a|hace|há|قبل|منذ)\s+(?P<b>{_NUMBER})\s*(?P<ub>{_UNIT})",
    rf"(?:an?|one|1)\s+(?P<uc>{_UNIT})\s+ago",
    r"(?P<now>just\s+now|right\s+now|gerade\s+eben|à\s+l['’]instant|ahora\s+mismo|только\s+что|ابھی\s+ابھی|الآن)",
    r"(?P<yesterday>yesterday|gestern|hier|ayer|ieri|ontem|вчера|أمس|dün|gisteren|igår|昨天|昨日|어제)",
)
_WHOLE = re.compile("|".join(f"(?:{form})" for form in _FORMS[:3]) + f"|{_FORMS[3]}|{_FORMS[4]}", re.IGNORECASE)
_CAPITALISED = "(?P<yesterday>(?-i:Yesterday|Gestern|Hier|Ayer|Ieri|Ontem|Вчера))"
# At a headline's end, glued or not. Short forms without "ago" are too common there, and so is "yesterday" in small letters.
_AT_END = re.compile(
    rf"[\s(|•·–—-]*?(?P<all>{_FORMS[0]}|{_FORMS[1]}|{_FORMS[2]}|{_FORMS[3]}|{_CAPITALISED})[\s)]*$", re.IGNORECASE
)
# One of these is in each of them.
_TOLD = re.compile(
    "ago|fa|atrás|назад|پہلے|قبل|پیش|önce|geleden|sedan|पहले|前|전|vor|il|hace|há|منذ|now|gerade|instant|ahora|только|ابھی|الآن|"
    "yesterday|gestern|hier|ayer|ieri|ontem|вчера"
)
_TOLD_LAST = ("ago", "now", "eben", "instant", "mismo", "что", "ابھی", "الآن", "yesterday", "gestern", "hier", "ayer", "ieri", "ontem", "вчера")  # fmt: skip
_FIGURE = re.compile(r"\d")
_TAIL = 60  # code points at a line's end in which a relative time is looked for

_PLAUSIBLE = {1: 59, 60: 90, 3600: 48, 86400: 60, 604800: 52, 2592000: 23, 31536000: 99}


class Ago(msgspec.Struct, frozen=True, kw_only=True):
    """A relative time: how many seconds back (`number` units of `unit` seconds), and its words."""

    number: int
    unit: int
    text: str

    @property
    def seconds(self) -> int:
        """How long ago, in seconds; coarser units are only as exact as their number."""
        return self.number * self.unit

    @property
    def plausible(self) -> bool:
        """Whether a page would say it so: "75 days ago" becomes months, "2025 hours" nobody says."""
        return self.number <= _PLAUSIBLE[self.unit]

    def at(self, captured_at: dt.datetime) -> str | None:
        """The moment meant, ISO 8601 in UTC, just as fine as the words: minute, hour or day; None for coarser ones."""
        moment = captured_at.astimezone(dt.UTC) - dt.timedelta(seconds=self.seconds)
        if self.unit <= 60:  # noqa: PLR2004 - seconds and minutes
            return moment.strftime("%Y-%m-%dT%H:%MZ")
        if self.unit == 3600:  # noqa: PLR2004 - an hour
            return moment.strftime("%Y-%m-%dT%HZ")
        return moment.strftime("%Y-%m-%d") if self.unit == 86400 else None  # noqa: PLR2004 - a day


def parse(text: str) -> Ago | None:
    """The relative time if the text is one and nothing else."""
    if len(text) > _TAIL or not (_FIGURE.search(text) or _TOLD.search(text.lower())):
        return None
    match = _WHOLE.fullmatch(text.strip(" ()|•·-–—"))
    return _ago(match, match[0]) if match else None


def splits(line: str) -> list[tuple[str, Ago]]:
    """The ways to read a line as a headline with a relative time at its end, the longest number first.

    "… until Sept 42 minutes ago" is "… until Sept" and 42 minutes, or "… until Sept 4" and 2 minutes: where the time is
    glued to digits of the headline, each cut is offered. Empty if the line doesn't end in a relative time.
    """
    start = max(0, len(line) - _TAIL)
    if not _is_told(line[start:].lower().rstrip(" )")):
        return []
    match = _AT_END.search(line, start)
    if not match or not line[: match.start()].strip():
        return []
    whole = _ago(match, match["all"])
    if whole is None or (match["yesterday"] and not _is_apart(line[: match.start("all")])):
        return []
    head = line[: match.start("all")]
    found = [(_headline(line[: match.start()]), whole)]
    digits = match["a"] or match["b"] or ""
    if match["all"].startswith(digits) and match["a"]:  # "vor 42 …" can't be glued: a word stands before the number
        for cut in range(1, len(digits)):
            if unicodedata.digit(digits[cut]) == 0:
                continue
            ago = Ago(number=int(digits[cut:]), unit=whole.unit, text=match["all"][cut:])
            found.append((_headline(head + digits[:cut]), ago))
    return found


def _is_told(tail: str) -> bool:
    """Whether words stand there that each relative time has: a figure and one of these words, or one of them at the end."""
    return bool(_TOLD.search(tail)) and (bool(_FIGURE.search(tail)) or tail.endswith(_TOLD_LAST))


def _is_apart(before: str) -> bool:
    """Whether a capitalised "Yesterday" behind these words is none of them: glued, behind a mark or behind small letters."""
    bare = before.rstrip()
    return bare == before or bare.endswith(tuple("|•·–—-(")) or bare.split()[-1][0].islower()


def _headline(text: str) -> str:
    return text.rstrip(" |•·–—-(")


def _ago(match: re.Match[str], text: str) -> Ago | None:
    groups = match.groupdict()
    if groups.get("now"):
        return Ago(number=0, unit=1, text=text)
    if groups.get("yesterday"):
        return Ago(number=1, unit=86400, text=text)
    unit = groups.get("ua") or groups.get("ub") or groups.get("uc") or ""
    number = groups.get("a") or groups.get("b") or "1"
    seconds = next((value for pattern, value in _SECONDS.items() if pattern.fullmatch(unit)), None)
    return Ago(number=int(number), unit=seconds, text=text.strip()) if seconds else None
