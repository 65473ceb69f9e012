"""The dateline at a story's head: where it was filed, by which agency, and when.

`ISLAMABAD, (Agency / Other Agency - 2nd Sep, 2025) Rest`, `PARIS, March 3 (AFP) — Rest`, `KARACHI: Rest`, `МОСКВА, 2 сен - РИА
Новости. Rest`: it is read by its general shape. What has no agency and no date must be a known place, since a word in
capitals and a colon is as often a label ("WATCH: …").
"""

import functools
from typing import Final

import msgspec
import regex

from archiver.document import Dateline
from archiver.normalise import authors, date_parser, dateline_east, places
from archiver.normalise.dateline_signs import (
    SMALL_WORDS,
    WORD,
    WORDS,
    Head,
    is_agency,
    is_capitals,
    is_sound,
    may_be_place,
)

LONGEST = 220
"""Characters in which a dateline must end."""

_PLACE: Final = regex.compile(rf"{WORD}(?:(?:\s|-|\s?/\s?){WORD}){{0,5}}")
_DASH: Final = r"(?:[-–—―_]+)"
_AGENCY: Final = regex.compile(
    rf"\s*[:,.]?\s*{_DASH}?\s*(?:\((?P<round>[^()\n]{{2,90}})\)|\[(?P<square>[^\[\]\n]{{2,60}})\]|/(?P<slash>[^/\n]{{2,40}})/)"
)
_OPENING_AGENCY: Final = regex.compile(
    rf"\((?P<agency>[^()\n]{{2,40}})\)[.:]?\s*{_DASH}\s*|\((?P<glued>\p{{Lu}}{{2,5}}(?:\s\p{{Lu}}\p{{Ll}}+)?)\)(?=\p{{Lu}}\p{{Ll}})"
)
_OPENING_SITE: Final = regex.compile(r"[\w-]{2,20}\.(?:com|net|id|co(?:\.id)?|tv|news),\s+(?=\p{Lu})", regex.IGNORECASE)
_COMMA: Final = regex.compile(r"\s*,")
_INITIALS: Final = regex.compile(r"\p{Lu}\.\p{Lu}\.$")
_SEPARATOR: Final = regex.compile(
    rf"\s*(?:(?P<dash>[.:,]?\s?{_DASH}[.:]?)|(?P<colon>[:：])|(?P<stop>[.।]))(?=\s|\p{{Lu}}|\p{{Lo}}|[\"“«'‘])\s*"
)
_AFTER_DASH_AGENCY: Final = regex.compile(
    r"(?P<agency>\p{Lu}[\p{L}\p{N}]*(?:[ -]\p{Lu}[\p{L}\p{N}]*){0,3})\.\s+(?=\p{Lu}|[\"“«])"
)
_COMMA_PART: Final = regex.compile(
    r"\s*,\s*(?P<part>[^,()\[\]/:\n–—]{1,40}?)(?=\s*(?:[,()\[\]/:–—]|\s[-_]|-{2}|[.]\s))"
)
_PART_ENDS: Final = regex.compile(r"\s*(?:[()\[\]/:–—]|\s[-_]|-{2}|\.\s)")
_YEARLESS: Final = regex.compile(r"[WB]?(?:D[MB]|[MB]D)|W")  # kinds of tokens
_PIECES: Final = regex.compile(r"(\s[-–—|]+\s|\s*,\s*|\s[-–—]|[-–—]\s)")
_LONGEST_DATE: Final = 40
_LONGEST_SITE: Final = 28

_LONGEST_ALONE: Final = 60
_ALONE: Final = regex.compile(
    r"(?P<place>\p{Lu}[\p{Lu}’'.\-]+(?:\s\p{Lu}[\p{Lu}’'.\-]+){0,2})(?:,\s\p{Lu}[\p{L}.]+(?:\s\p{Lu}[\p{L}.]+)?)?,?\s(?P<date>[\p{L}\d].{3,24})"
)


class _Parts(msgspec.Struct, frozen=True, kw_only=True):
    """A dateline taken apart: `end` is where its own text ends, `rest` where the story goes on."""

    place: str | None
    agency: str | None
    date: str | None
    dated: bool
    end: int
    rest: int


def split(paragraph: str, *, language: str | None) -> tuple[str | None, str]:
    """The dateline's text and the rest of the paragraph; (None, the paragraph) where it has none."""
    if found := dateline_east.split(paragraph):
        return found
    parts = _take_apart(paragraph, language)
    if parts is None:
        return None, paragraph
    return paragraph[: parts.end].strip(), paragraph[parts.rest :].lstrip()


def is_alone(text: str, *, language: str | None) -> bool:
    """Whether a line is nothing but a dateline: "MADRID, Spain, Dec 6, 1996", which some print above the first paragraph."""
    if not (text[:2].isupper() and len(text) <= _LONGEST_ALONE):
        return False
    match = _ALONE.fullmatch(text)
    if not match or places.lookup(match["place"], language=language) is None:
        return False
    return date_parser.parse(match["date"], language=language) is not None


def read(text: str, *, language: str | None) -> Dateline:
    """What a dateline's text says: the place in normal case, the agency, the date (ISO) if year, month and day are there."""
    if found := dateline_east.read(text):
        return found
    if match := _ALONE.fullmatch(text):
        day = date_parser.parse(match["date"], language=language)
        if day is not None and places.lookup(match["place"], language=language):
            return Dateline(place=_normal_case(match["place"]), date=day.at if day.precision == "day" else None)
    readings = [parts for ending in (" — X", ". X", "") if (parts := _take_apart(text + ending, language))]
    parts = next((parts for parts in readings if parts.agency), readings[0] if readings else None)
    if parts is None:
        return Dateline(place=_normal_case(text.strip(" ,:-–—.")) or None)
    agency = (
        None if parts.agency and authors.is_desk(parts.agency) else parts.agency
    )  # "(Web Desk)" is the paper itself
    return Dateline(place=_normal_case(parts.place) if parts.place else None, agency=agency, date=parts.date)


def date_words(text: str, *, language: str | None) -> str | None:
    """The words of the whole date that a dateline's text holds ("2nd Sep, 2025"), None if it holds none."""
    for match in regex.finditer(r"[^()\[\]/–—|\n]+", text[:LONGEST]):
        for part in (match.group(), *regex.split(r"\s-+\s", match.group())):
            words = _date_in(part, language)
            if words:
                return words
    return None


def _date_in(part: str, language: str | None) -> str | None:
    pieces = part.split(",")
    for first in range(len(pieces)):
        for last in range(len(pieces), first, -1):
            words = ",".join(pieces[first:last]).strip(" .")
            parsed = date_parser.parse(words, language=language)
            if parsed and parsed.precision in ("day", "minute"):
                return words
    return None


def _take_apart(paragraph: str, language: str | None) -> _Parts | None:
    return _taken_apart(paragraph[:LONGEST], language)


@functools.lru_cache(maxsize=256)  # the same paragraph is asked of several times
def _taken_apart(text: str, language: str | None) -> _Parts | None:
    start = len(text) - len(text.lstrip())
    lead = _leading_agency(text, start)
    if lead:
        agency, start = lead
        behind = _placed(text, start, language, agency)
        return behind or _Parts(
            place=None, agency=agency, date=None, dated=False, end=text.index(")", 0, start) + 1, rest=start
        )
    site = _OPENING_SITE.match(text, start) if "." in text[start : start + _LONGEST_SITE] else None
    return _placed(text, site.end() if site else start, language, None)


def _leading_agency(text: str, start: int) -> tuple[str, int] | None:
    """An agency in brackets that opens the paragraph, with a dash behind it."""
    match = _OPENING_AGENCY.match(text, start)
    if match and match.end() < len(text):
        name = match["agency"] or match["glued"]
        return (name.strip(), match.end()) if is_agency(name) else None
    return None


def _placed(text: str, start: int, language: str | None, agency: str | None) -> _Parts | None:
    match = _PLACE.match(text, start)
    if not match:
        return None
    for place_end in _place_ends(match):
        place = text[start:place_end]
        parts = _behind_place(text, place, place_end, language, agency)
        if parts:
            return parts
    return None


def _place_ends(match: "regex.Match[str]") -> list[int]:
    """Where the place may end: after each of its words, with a full stop and without, the longest first."""
    ends = set()
    for word in WORDS.finditer(match.group()):
        ends.add(match.start() + word.end())
        if word.group().endswith("."):
            ends.add(match.start() + word.end() - 1)
    return sorted(ends, reverse=True)


def _behind_place(text: str, place: str, position: int, language: str | None, agency: str | None) -> _Parts | None:
    place = place.rstrip(".") if not _INITIALS.search(place) else place
    if not may_be_place(place):
        return None
    position, date, dated = _date_behind(text, position, language)
    region = False
    comma = False
    if not dated:
        position, date, dated, region = _comma_parts(text, position, language)
        comma = bool(_COMMA.match(text, position))
    bracket = _AGENCY.match(text, position)
    if bracket:
        inner = bracket["round"] or bracket["square"] or bracket["slash"]
        name, inner_date, inner_dated = _agency_and_date(inner, language)
        if name and not is_agency(name):
            return None
        comma = comma or ":" in bracket.group()
        agency, date, dated, position = name or agency, inner_date or date, dated or inner_dated, bracket.end()
    separator = _SEPARATOR.match(text, position)
    if separator and not bracket and dated and separator["dash"]:
        behind = _AFTER_DASH_AGENCY.match(text, separator.end())
        if behind:
            return _Parts(
                place=place, agency=behind["agency"], date=date, dated=True, end=behind.end("agency"), rest=behind.end()
            )
    rest_at = separator.end() if separator else position
    head = Head(
        place=place,
        agency=agency,
        bracket=bool(bracket),
        dated=dated,
        region=region,
        comma=comma,
        dash=(separator["dash"] or "") if separator else "",
        colon=bool(separator and separator["colon"]),
        stop=(separator["stop"] or "") if separator else "",
        spaced=text[position : position + 1].isspace(),
        rest=text[rest_at:].lstrip(),
    )
    if not is_sound(head, language):
        return None
    return _Parts(place=place, agency=agency, date=date, dated=dated, end=position, rest=rest_at)


def _date_behind(text: str, position: int, language: str | None) -> tuple[int, str | None, bool]:
    """A date that follows the place, with or without a comma: (where it ends, its ISO day if whole, whether there is one)."""
    ends = [match.start() for match in _PART_ENDS.finditer(text, position + 1, position + _LONGEST_DATE)]
    for end in reversed(ends):
        day = _as_date(text[position:end].lstrip(", "), language)
        if day is not None:
            return end, day or None, True
    return position, None, False


def _comma_parts(text: str, position: int, language: str | None) -> tuple[int, str | None, bool, bool]:
    """Up to two parts between commas behind the place: a region ("Minn."), a date in pieces."""
    region = False
    for _ in range(2):
        match = _COMMA_PART.match(text, position)
        if not match:
            break
        end, day, dated = _date_behind(text, position, language)
        if dated:
            return end, day, True, region
        words = match["part"].split()
        if region or not 0 < len(words) <= 3 or not all(word[0].isupper() for word in words):  # noqa: PLR2004
            break
        region, position = True, match.end("part")
        if text[position : position + 1] == "." and len(words[-1]) < 6:  # noqa: PLR2004 - an abbreviated state
            position += 1
    end, day, dated = _date_behind(text, position, language)
    return (end, day, True, region) if dated else (position, None, False, region)


def _as_date(words: str, language: str | None) -> str | None:
    """The ISO day that words say, "" if they are a date without a year, None if they are no date."""
    parsed = date_parser.parse(words.strip(" ."), language=language)
    if parsed:
        return parsed.at[:10] if parsed.precision in ("day", "minute") else None
    kinds = "".join(token.kind for token in date_parser.tokens(words, language))
    return "" if _YEARLESS.fullmatch(kinds) else None


def _agency_and_date(inner: str, language: str | None) -> tuple[str | None, str | None, bool]:
    """What stands in a dateline's brackets, told apart: agency, ISO date if whole, whether there is a date."""
    pieces = [piece for piece in _PIECES.split(inner) if piece]
    for first in range(len(pieces)):
        day = _as_date("".join(pieces[first:]), language)
        if day is not None:
            name = "".join(pieces[:first]).strip(" ,-–—|")
            return name or None, day or None, True
    return inner.strip() or None, None, False


def _normal_case(place: str) -> str:
    """`NEW YORK` → `New York`, `RIO DE JANEIRO` → `Rio de Janeiro`; what isn't in capitals is left alone."""
    place = " ".join(place.split())
    if not is_capitals(place):
        return place
    words = [
        word.lower() if index and word.lower() in SMALL_WORDS else _capitalised(word)
        for index, word in enumerate(place.split(" "))
    ]
    return " ".join(words)


def _capitalised(word: str) -> str:
    if regex.fullmatch(r"(?:\p{Lu}\.){2,}", word):
        return word
    return str(regex.sub(r"\p{L}[\p{L}\p{M}’']*", lambda part: part.group()[0] + part.group()[1:].lower(), word))
