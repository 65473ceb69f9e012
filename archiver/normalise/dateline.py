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
from archiver.normalise import authors, date_parser, never_words, places
from archiver.normalise.words import base_language, listed

LONGEST = 220
"""Characters in which a dateline must end."""

_WORD: Final = r"(?:\p{L}[\p{L}\p{M}.'’]*)"
_PLACE: Final = regex.compile(rf"{_WORD}(?:(?:\s|-|\s?/\s?){_WORD}){{0,5}}")
_DASH: Final = r"(?:[-–—―_]+)"
_AGENCY: Final = regex.compile(
    rf"\s*[:,.]?\s*{_DASH}?\s*(?:\((?P<round>[^()\n]{{2,90}})\)|\[(?P<square>[^\[\]\n]{{2,60}})\]|/(?P<slash>[^/\n]{{2,40}})/)"
)
_OPENING_AGENCY: Final = regex.compile(rf"\((?P<agency>[^()\n]{{2,40}})\)\s*{_DASH}\s*")
_COMMA: Final = regex.compile(r"\s*,")
_WORDS: Final = regex.compile(_WORD)
_INITIALS: Final = regex.compile(r"\p{Lu}\.\p{Lu}\.$")
_SEPARATOR: Final = regex.compile(
    rf"\s*(?:(?P<dash>[.:,]?\s?{_DASH}[.:]?)|(?P<colon>[:：])|(?P<stop>\.))(?=\s|\p{{Lu}}|\p{{Lo}}|[\"“«'‘])\s*"
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
_AGENCY_WORDS: Final = regex.compile(r"[\p{L}\p{N}.&'’]+")
_LONGEST_DATE: Final = 40
_EDITORIAL: Final = frozenset(
    listed("adds updates corrects recasts repeats refiles clarifies photo photos video update updated")
)
_LOWER_CASE_AGENCIES: Final = frozenset(
    listed("dpa epd kna afp apa sda ats lusa efe ansa reuters belga tanjug ritzau ntb tt stt")
)
_SMALL_WORDS: Final = frozenset(
    listed("de del la le las los les di da do dos das du des der den am an of the upon sur al el y e i")
)
_BEGINS_SENTENCE: Final = regex.compile(r"[\p{Lu}\p{Lo}\p{N}\"“”«„‘'(\[¿¡]")
_LABELS: Final = frozenset(
    listed(
        "breaking exclusive watch live update updates updated opinion analysis editorial video videos photo photos gallery comment "
        "review interview feature explainer explained factbox timeline correction corrections note warning alert news sport sports "
        "weather obituary column letter letters podcast poll quiz just developing must read listen advisory sponsored advertisement "
        "press release immediate summary background highlights key points question answer graphic map in brief special report "
        "fact check money business world politics entertainment health science travel style culture covid coronavirus today tonight "
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
        "october november december the a an this and exklusiv eilmeldung kommentar dossier enquête vidéo opinión última hora"
    )
)
"""Words in capitals before a dash that no place is called by."""

_LONGEST_ALONE: Final = 60
_ALONE: Final = regex.compile(
    r"(?P<place>\p{Lu}[\p{Lu}’'.\-]+(?:\s\p{Lu}[\p{Lu}’'.\-]+){0,2})(?:,\s\p{Lu}[\p{L}.]+(?:\s\p{Lu}[\p{L}.]+)?)?,?\s(?P<date>[\p{L}\d].{3,24})"
)

_EXTRA_PLACES: Final = frozenset(("united nations", "capitol hill", "aboard air force one", "vatican", "brussels"))


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
    return _placed(text, start, language, None)


def _leading_agency(text: str, start: int) -> tuple[str, int] | None:
    """An agency in brackets that opens the paragraph, with a dash behind it."""
    match = _OPENING_AGENCY.match(text, start)
    if not match or not _is_agency(match["agency"]) or match.end() >= len(text):
        return None
    return match["agency"].strip(), match.end()


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
    for word in _WORDS.finditer(match.group()):
        ends.add(match.start() + word.end())
        if word.group().endswith("."):
            ends.add(match.start() + word.end() - 1)
    return sorted(ends, reverse=True)


def _behind_place(text: str, place: str, position: int, language: str | None, agency: str | None) -> _Parts | None:
    place = place.rstrip(".") if not _INITIALS.search(place) else place
    if not _may_be_place(place):
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
        if name and not _is_agency(name):
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
    head = _Head(
        place=place,
        agency=agency,
        bracket=bool(bracket),
        dated=dated,
        region=region,
        comma=comma,
        dash=(separator["dash"] or "") if separator else "",
        colon=bool(separator and separator["colon"]),
        stop=bool(separator and separator["stop"]),
        spaced=text[position : position + 1].isspace(),
        rest=text[rest_at:].lstrip(),
    )
    if not _is_sound(head, language):
        return None
    return _Parts(place=place, agency=agency, date=date, dated=dated, end=position, rest=rest_at)


class _Head(msgspec.Struct, frozen=True, kw_only=True):
    """What stands at a paragraph's head, as far as it tells a dateline from a sentence."""

    place: str
    agency: str | None
    bracket: bool
    dated: bool
    region: bool
    comma: bool
    dash: str
    colon: bool
    stop: bool
    spaced: bool
    rest: str


def _is_sound(head: _Head, language: str | None) -> bool:
    """Whether what was found together is a dateline, not the beginning of a sentence."""
    if head.rest and not _BEGINS_SENTENCE.match(head.rest):
        return False
    place = head.place
    known = places.lookup(place, language=language) is not None or place.lower() in _EXTRA_PLACES or _all_known(place)
    if head.agency and head.bracket:
        return not _is_acronym_of(place, head.agency) and _agency_proves(head, known=known)
    if head.dated:
        capitals = _is_capitals(place)
        return bool(head.dash or head.colon or (head.stop and capitals)) and (known or capitals)
    if head.stop and head.rest:  # "Oldenburg. Ein Mann …", as German papers have it
        return not head.agency and base_language(language or "") == "de" and places.is_city(place)
    return _place_proves(head, known=known) if head.rest and (head.dash or head.colon) else False


def _agency_proves(head: _Head, *, known: bool) -> bool:
    """An agency in brackets: with a separator behind it any place will do, without one much else must fit."""
    capitals = _is_capitals(head.place)
    if head.dash or head.colon or head.stop:
        town = head.dash and authors.is_agency((head.agency or "").partition("/")[0]) and _may_be_town(head.place)
        return bool(capitals or known or town or not head.place.isascii())
    return head.dated or head.comma or (capitals and known and (head.agency or "").isupper())


def _place_proves(head: _Head, *, known: bool) -> bool:
    """A place and a separator, and no more."""
    capitals = _is_capitals(head.place)
    if head.agency:  # it opened the paragraph: "(ANSA) - ROMA - Rest"
        return capitals and known
    if head.dash and not head.spaced and "--" not in head.dash:
        return capitals and known and head.dash in "–—"
    if capitals:
        return known or (head.dash != "" and (head.region or _may_be_town(head.place)))
    return places.is_city(head.place)


def _may_be_town(place: str) -> bool:
    """Whether capitals before a dash may be a town that no gazetteer has: no label of the paper's, no acronym."""
    shortest = 5
    words = regex.findall(r"[\p{L}']+", place.lower())
    labels = (_LABELS, never_words.SPORTS)
    return (
        len(place) >= shortest
        and not any(word in table for word in words for table in labels)
        and not any(map(str.isdigit, place))
    )


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


def _is_agency(name: str) -> bool:
    head, _, service = name.partition("/")
    words = _AGENCY_WORDS.findall(head if head in _LOWER_CASE_AGENCIES and service.islower() else name)  # "dpa/lno"
    longest = 9
    if not words or len(words) > longest or words[0].lower() in _EDITORIAL:
        return False
    return all(
        not word[0].islower()
        or word in _LOWER_CASE_AGENCIES
        or word in _SMALL_WORDS
        or "." in word
        or word in ("and", "with")
        for word in words
    )


def _may_be_place(place: str) -> bool:
    words = _WORDS.findall(place)
    capital = [word for word in words if not word[0].islower()]
    return (
        bool(words)
        and not words[0][0].islower()
        and all(word in capital or word.lower() in _SMALL_WORDS for word in words)
    )


def _is_capitals(place: str) -> bool:
    letters = [char for char in place if char.isalpha()]
    cased = [char for char in letters if char.isupper() or char.islower()]
    return len(cased) > 1 and all(char.isupper() for char in cased)


def _all_known(place: str) -> bool:
    parts = [part.strip() for part in place.split("/")]
    return len(parts) > 1 and all(places.lookup(part) is not None for part in parts)


def _is_acronym_of(place: str, agency: str) -> bool:
    """Whether brackets spell the place's capitals out: "IMF (International Monetary Fund) – …" is no dateline."""
    initials = "".join(word[0] for word in regex.findall(r"\p{L}+", agency) if word[0].isupper())
    return len(place) > 1 and place.replace(".", "") == initials


def _normal_case(place: str) -> str:
    """`NEW YORK` → `New York`, `RIO DE JANEIRO` → `Rio de Janeiro`; what isn't in capitals is left alone."""
    place = " ".join(place.split())
    if not _is_capitals(place):
        return place
    words = [
        word.lower() if index and word.lower() in _SMALL_WORDS else _capitalised(word)
        for index, word in enumerate(place.split(" "))
    ]
    return " ".join(words)


def _capitalised(word: str) -> str:
    if regex.fullmatch(r"(?:\p{Lu}\.){2,}", word):
        return word
    return str(regex.sub(r"\p{L}[\p{L}\p{M}’']*", lambda part: part.group()[0] + part.group()[1:].lower(), word))
