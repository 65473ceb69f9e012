"""Words → a date with the precision that they state, or nothing: none rather than wrong.

The text is cut into tokens, each token has a kind (a letter), and the string of kinds must have one of a few shapes. A word
that is no part of a date makes the whole unreadable.
"""

import datetime as dt
import functools
from collections.abc import Sequence
from typing import NamedTuple

import regex

from archiver.normalise import calendars, date_words
from archiver.normalise.draft import ParsedDate
from archiver.normalise.words import base_language, fold, mapped

LONGEST = 160
"""Characters; longer text isn't a date."""

FIRST_YEAR, LAST_YEAR = 1600, 2199
"""The first newspapers are of 1605. The bounds also keep years of other calendars (1447, 1404, 2568) out."""

_MOST_TOKENS = 40
_FIGURES = regex.compile(r"\d+")
_OFFSET = regex.compile(r"([+\-−])\s?(\d{1,2}?):?(\d{2})?(?:\s?\(.*)?$")

_TOKEN = regex.compile(
    r"""
    (?P<blank> [\s\p{Cf}]+ )
  | (?P<plain> [b-fh-oq-tv-z][\p{L}\p{M}\u200c]*(?:['’][\p{L}\p{M}]+)? )  # of the words the most, with letters that begin nothing else
  | (?P<iso>   \d{4}-?\d{2}-?\d{2}T\d{2}(?::?\d{2}(?::?\d{2}(?:[.,:]\d{1,9})?)?)?(?:\s?(?:Z\b|[+\-−]\d{1,2}(?::?\d{2})?))?(?!\d) )
  | (?P<week>  \d{4}-W\d{2}(?:-[1-7])?\b )
  | (?P<ymd>   \d{4}(?P<sep>[-/.])\s?\d{1,2}(?P=sep)\s?\d{1,2}(?!\d) )
  | (?P<cjk>   \d{4}\s?[年년]\s?\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日일])? )
  | (?P<viet>  \d{1,2}\s?tháng\s?\d{1,2},?\s?(?:năm\s)?\d{4} )
  | (?P<dmy>   \d{1,2}(?P<sep2>[-/.])\s?\d{1,2}(?P=sep2)\s?\d{4}(?!\d) )
  | (?P<clock> \d{1,2}\s?:\s?\d{2}(?:\s?:\s?(?P<sec>\d{2})(?:[.,]\d{1,9})?)?(?!\d)
             | \d{1,2}\s?[hH]\s?\d{2}(?!\d)(?:min)?
             | (?<=\bkl\.?\s|\bklo\s|\bore\s|\bpukul\s|\bom\s)\d{1,2}\.\d{2}(?!\.?\d)
             | \d{1,2}\.\d{2}(?=\s?(?:uhr\b|[ap]\.?\s?m\b))
             | \d{1,2}\s?[时時点點시]\s?\d{1,2}\s?[分분]? )
  | (?P<hour>  \d{1,2}(?=\s?(?:uhr|[ap]\.?\s?m)\b) | \d{1,2}\s?h\b )
  | (?P<dot>   \d{1,2}\.\d{2}(?!\.?\d) )
  | (?P<off>   (?:gmt|utc)\s?[+\-−]\s?\d{1,2}(?::?\d{2})?(?!\d)(?:\s?\([^()]{1,40}\))?
             | (?<=:\d\d(?:[.,]\d{1,9})?\s{0,2}|[ap]m\s{0,2})[+\-−]\d{2}:?\d{2}(?!\d)(?:\s?\([^()]{1,40}\))? )
  | (?P<merid> [ap]\.?\s?m\b\.? | [πμ]\.?\s?μ\b\.? | 上午 | 下午 | 오전 | 오후 )
  | (?P<num>   \d{1,14}(?:st|nd|rd|th|er|re|º|ª)?(?!\p{L}*\d) )
  | (?P<thai>  [\u0e01-\u0e2e][\u0e31-\u0e4e]{0,2}\.[\u0e01-\u0e2e]\. | เม\.ย\. )
  | (?P<word>  [\p{L}][\p{L}\p{M}\u200c]*(?:['’][\p{L}\p{M}]+)? )
  | (?P<punct> [,;.:|·•/()\[\]\-–—@،] )
  | (?P<other> . )
    """,
    regex.VERBOSE | regex.IGNORECASE | regex.DOTALL,
)

_SHAPE = regex.compile(
    r"""
    (?: [WB]? I [WB]?
      | [WB]? (?: (?P<t1>A?TA?)(?P<z1>Z?) )? [WB]?
        (?P<date> D[MB]Y | [MB]DY | Y[MB]D | [MB]Y | N | Y )
        [WB]? (?: (?P<t2>A?TA?|t)(?P<z2>Z*) )? [WB]?
      | [WB]? [MB] D T A? Z* Y
      | E )
    """,
    regex.VERBOSE,
)
"""The orders in which the kinds of tokens make a date: D and Y numbers, M month, W weekday, B a word that may be either,
N a date in numbers, T a time, t a time with a dot, A a.m. or p.m., Z a zone, I an ISO time, E seconds since 1970."""


class Token(NamedTuple):
    """A piece of a date: its kind (a letter of the shapes above, `x` for what is none), its text and where it stands."""

    kind: str
    text: str
    start: int
    end: int


def tokens(text: str, language: str | None) -> list[Token]:
    """The tokens of a text; spaces, punctuation and fillers are left out, anything unknown is kept as `x`."""
    found: list[Token] = []
    skip_to = 0
    for match in _TOKEN.finditer(text):
        if len(found) > _MOST_TOKENS:
            break
        group = match.lastgroup or "other"
        if group == "blank" or match.start() < skip_to:
            continue
        if group in ("sec", "sep", "sep2"):
            group = next(name for name in ("clock", "ymd", "dmy") if match.group(name))
        if group in ("plain", "word", "thai"):
            kind, end = _word_kind(text, match, language, found)
            skip_to = end
        else:
            kind, end = _KINDS.get(group, ""), match.end()
            if group == "num":
                kind = _number_kind(match.group())
            elif (
                group == "merid"
                and not any(token.kind in "Tt" for token in found[-1:])
                and match.group().lower() == "am"
            ):
                kind = ""  # the German "am"
        if kind:
            found.append(Token(kind, text[match.start() : end], match.start(), end))
    return found


_KINDS = mapped("iso=I week=N ymd=N cjk=N viet=N dmy=N clock=T hour=T dot=t off=Z merid=A other=x")


def _number_kind(text: str) -> str:
    digits = sum(char.isdigit() for char in text)
    if digits > 2 and not text.isdecimal():  # noqa: PLR2004 - "1930er", "1000th": only days have an ending
        return "x"
    return {1: "D", 2: "D", 4: "Y", 10: "E", 13: "E", 8: "N"}.get(digits, "x")


def _word_kind(text: str, match: "regex.Match[str]", language: str | None, before: Sequence[Token]) -> tuple[str, int]:
    word = match.group().rstrip(".")
    two = None if word.isascii() else _NEXT_WORD.match(text, match.end())
    if two and date_words.month_number(word + two.group(), language):
        return "M", two.end()
    kind, folded = _word_alone(word, language) if len(word) <= _LONGEST_REMEMBERED else _told_alone(word, language)
    if kind:
        return kind, match.end()
    after_time = bool(before) and before[-1].kind in "TtAZ"
    if after_time and before[-1].kind != "Z":
        if folded in date_words.MERIDIEMS:
            return "A", match.end()
        if folded in date_words.ZONES or folded in date_words.UNSURE_ZONES:
            return "Z", match.end()
    read_over = folded in _FILLERS or folded.startswith("วัน") or (after_time and folded in date_words.UNSURE_ZONES)
    return ("" if read_over else "x"), match.end()


def _told_alone(word: str, language: str | None) -> tuple[str, str]:
    """What a word is wherever it stands: M a month, W a weekday, B either, "" neither; and the word, folded."""
    month = _month(word, language) or date_words.solar_month(word, language)
    weekday = date_words.weekday_number(word, language)
    if month:
        return ("M" if weekday is None else "B"), ""
    return ("", fold(word)) if weekday is None else ("W", "")


_LONGEST_REMEMBERED = 40
_word_alone = functools.lru_cache(maxsize=8192)(_told_alone)


def _month(text: str, language: str | None) -> int | None:
    """1 to 12 for a month's name, with what is glued to it: an article ("d’août"), the Hebrew "in", a full stop."""
    word = text.rstrip(".")
    month = date_words.month_number(word, language)
    if month is None and ("’" in word or "'" in word):
        return date_words.month_number(regex.split("['’]", word)[-1], language)
    return date_words.month_number(word[1:], "he") if month is None and word.startswith("ב") else month


_NEXT_WORD = regex.compile(r"\s[\p{L}\p{M}]+")
_FILLERS = frozenset(map(fold, date_words.FILLERS))


def parse(text: str, *, language: str | None) -> ParsedDate | None:
    """The date that a text states, the whole of it; None where it states none, or could mean several.

    A time of exactly midnight is read as a day: content systems write dates that have no time like that, and a story
    really published in that minute is one in 1,440.
    """
    return _parse(text, language) if 0 < len(text) <= LONGEST else _parse(text.strip()[: LONGEST + 200], language)


@functools.lru_cache(maxsize=1024)
def _parse(text: str, language: str | None) -> ParsedDate | None:
    text = _ZONE_ID.sub("", text.strip())
    if not text or len(text) > LONGEST or not _FIGURES.search(text):
        return None
    reduced = _REDUCED_ISO.fullmatch(text)
    if reduced:
        return _reduced(reduced)
    return _iso(text, None) or assemble(tokens(text, language), language)


_ZONE_ID = regex.compile(r"\[[\w/+\-]{1,40}\]$")
_REDUCED_ISO = regex.compile(r"(?P<year>\d{4})-(?:(?P<month>\d{2})|(?P<day>\d{3}))")


def _reduced(match: "regex.Match[str]") -> ParsedDate | None:
    year = int(match["year"])
    if match["day"]:
        ordinal = int(match["day"])
        day = (
            dt.date(year, 1, 1) + dt.timedelta(days=ordinal - 1)
            if FIRST_YEAR <= year <= LAST_YEAR and ordinal
            else None
        )
        return _dated(day) if day and day.year == year else None
    month = int(match["month"])
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):  # noqa: PLR2004
        return None
    return ParsedDate(at=f"{year:04}-{month:02}", precision="month")


@functools.lru_cache(maxsize=4096)
def has_shape(kinds: str) -> bool:
    """Whether tokens of these kinds, in this order, can make a date."""
    return bool(_SHAPE.fullmatch(kinds))


def assemble(found: Sequence[Token], language: str | None) -> ParsedDate | None:
    """The date that tokens make together; None if their kinds have no shape of a date, or it is impossible."""
    kinds = "".join(token.kind for token in found)
    shape = _SHAPE.fullmatch(kinds)
    if not shape:
        return None
    if kinds == "E":
        return _epoch(found[0].text)
    weekday = _weekday(found, shape, language)
    if "I" in kinds:
        return _iso(found[kinds.index("I")].text, weekday)
    return _from_parts(found, shape, weekday, language)


def _from_parts(
    found: Sequence[Token], shape: "regex.Match[str]", weekday: int | None, language: str | None
) -> ParsedDate | None:
    time = _time(found)
    timed = any(token.kind in "Tt" for token in found)
    if timed and time is None:
        return None
    start, end = shape.span("date")
    day = _day(found[start:end] if start >= 0 else [t for t in found if t.kind in "MDYB"], weekday, language)
    if isinstance(day, dt.date):
        return _dated(day, time, weekday, _offset(found, day.month, language))
    if day and not timed:
        return ParsedDate(at=day, precision="month" if "-" in day else "year")
    return None


def _dated(
    day: dt.date, time: tuple[int, int, int] | None = None, weekday: int | None = None, offset: str | None = None
) -> ParsedDate | None:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return None
    if time is None or time == (0, 0, 0):
        return ParsedDate(at=day.isoformat(), precision="day", weekday=weekday)
    return ParsedDate(at=f"{day}T{time[0]:02}:{time[1]:02}", precision="minute", offset=offset, weekday=weekday)


def _epoch(text: str) -> ParsedDate | None:
    seconds = int(text)
    milliseconds = 10**11
    moment = dt.datetime.fromtimestamp(seconds / 1000 if seconds > milliseconds else seconds, dt.UTC)
    return _dated(moment.date(), (moment.hour, moment.minute, moment.second), None, "+00:00")


_ISO = regex.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)T(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,:]\d+)?)?)?\s?(?:(Z)|([+\-−])(\d\d?):?(\d\d)?)?",
    regex.IGNORECASE,
)


def _iso(text: str, weekday: int | None) -> ParsedDate | None:
    match = _ISO.fullmatch(text)
    if not match:
        return None
    year, month, date, hour, minute, second, zulu, sign, hours, minutes = match.groups()
    day = _valid(int(year), int(month), int(date))
    if day is None:
        return None
    if minute is None:  # an hour and no minutes is coarser than a minute
        return _dated(day, None, weekday)
    time = (int(hour), int(minute), int(second or 0))
    if time[0] == 24 and time[1:] == (0, 0):  # noqa: PLR2004 - ISO 8601's end of a day
        return _dated(day, None, weekday)
    offset = "+00:00" if zulu else _offset_text(sign, int(hours), int(minutes or 0)) if sign else None
    return _dated(day, time, weekday, offset) if _valid_time(time) else None


def _offset_text(sign: str, hours: int, minutes: int) -> str | None:
    furthest = 14
    if hours > furthest or minutes > 59:  # noqa: PLR2004
        return None
    return f"{'-' if sign in '-−' and (hours or minutes) else '+'}{hours:02}:{minutes:02}"


def _valid(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _valid_time(time: tuple[int, int, int]) -> bool:
    return time[0] < 24 and time[1] < 60 and time[2] <= 60  # noqa: PLR2004


def _weekday(found: Sequence[Token], shape: "regex.Match[str]", language: str | None) -> int | None:
    start, end = shape.span("date")
    for index, token in enumerate(found):
        if token.kind == "W" or (token.kind == "B" and start >= 0 and not start <= index < end):
            return date_words.weekday_number(token.text, language)
    return None


def _time(found: Sequence[Token]) -> tuple[int, int, int] | None:
    for token in found:
        if token.kind in "Tt":
            numbers = [int(number) for number in _FIGURES.findall(token.text)][:3]
            hour, minute, second = (*numbers, 0, 0)[:3]
            for other in found:
                if other.kind == "A":
                    if not 1 <= hour <= 12:  # noqa: PLR2004 - 19:49 PM is read as it stands
                        break
                    hour = hour % 12 + date_words.MERIDIEMS[regex.sub(r"[\W_]", "", fold(other.text))]
            time = (hour, minute, second)
            return time if _valid_time(time) else None
    return None


def _offset(found: Sequence[Token], month: int, language: str | None) -> str | None:
    offsets = set()
    for token in found:
        if token.kind == "Z":
            numeric = _OFFSET.search(token.text)
            if numeric:
                offsets.add(_offset_text(numeric[1], int(numeric[2]), int(numeric[3] or 0)))
            else:
                offsets.add(date_words.zone_offset(fold(token.text), month, language))
    return offsets.pop() if len(offsets) == 1 else None


def _day(parts: Sequence[Token], weekday: int | None, language: str | None) -> dt.date | str | None:
    """A day, or the ISO text of a month or a year."""
    if parts[0].kind == "N":
        return _numeric(parts[0].text, weekday, language)
    values = {token.kind: token for token in parts}
    year = int(values["Y"].text)
    name = values.get("M") or values.get("B")
    solar = date_words.solar_month(name.text, language) if name and calendars.is_solar_now(year) else None
    if solar and "D" in values:
        return calendars.solar_hijri(year, solar, int(_FIGURES.match(values["D"].text)[0]))
    year = calendars.our_year(year, language)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if name is None:
        return f"{year:04}"
    month = _month(name.text, language) or 0
    if "D" not in values:
        return f"{year:04}-{month:02}"
    day = _FIGURES.match(values["D"].text)
    return _valid(year, month, int(day.group())) if day else None


def _numeric(text: str, weekday: int | None, language: str | None) -> dt.date | str | None:
    """A date in numbers: a day, or the ISO text of a month."""
    numbers = [int(number) for number in _FIGURES.findall(text)]
    if "W" in text.upper():
        return dt.date.fromisocalendar(numbers[0], numbers[1], numbers[2]) if _is_week(numbers) else None
    if len(numbers) == 1:
        digits = f"{numbers[0]:08}"
        return _valid(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    if len(numbers) == 2:  # noqa: PLR2004
        return f"{numbers[0]:04}-{numbers[1]:02}" if 1 <= numbers[1] <= 12 else None  # noqa: PLR2004
    first, second, third = numbers
    solar = bool(language) and base_language(language or "") in date_words.SOLAR_LANGUAGES
    if solar and (calendars.is_solar_now(first) or calendars.is_solar_now(third)):
        year, day = (first, third) if calendars.is_solar_now(first) else (third, first)
        return calendars.solar_hijri(year, second, day)
    first, third = calendars.our_year(first, language), calendars.our_year(third, language)
    if first > 999:  # noqa: PLR2004
        return _valid(first, second, third)
    # Hardly anybody writes the month first with full stops: only what can't be read else.
    day_first = True if "." in text or "tháng" in text.lower() else date_words.day_comes_first(language)
    return _ordered(first, second, third, weekday, day_first=day_first, sure="." in text)


def _ordered(
    first: int, second: int, year: int, weekday: int | None, *, day_first: bool | None, sure: bool
) -> dt.date | None:
    """A day of two numbers and a year: told by their size, by the weekday, else by the order that is usual."""
    by_day, by_month = _valid(year, second, first), _valid(year, first, second)
    if sure:
        return by_day or by_month
    fitting = {day for day in (by_day, by_month) if day and weekday in (None, day.weekday())}
    if len(fitting) == 1:
        return fitting.pop()
    return None if day_first is None else by_day if day_first else by_month


def _is_week(numbers: Sequence[int]) -> bool:
    if len(numbers) != 3:  # noqa: PLR2004
        return False
    try:
        dt.date.fromisocalendar(numbers[0], numbers[1], numbers[2])
    except ValueError:
        return False
    return True
