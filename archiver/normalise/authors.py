"""Who wrote it: names of people and desks out of a byline or an author tag."""

import html
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from archiver.normalise import author_words as words
from archiver.normalise import clean, date_words, likeness, undressed
from archiver.normalise.likeness import SURELY

_LONGEST = 6  # words of a name
_MAX_CHARS = 500
_PAIR = 2
_SHORTEST_DAY = 5  # letters
_REMEMBERED = 2048  # bylines and their parts
_ADDRESS = re.compile(r"\.(?:com|org|net|info|[a-z]{2})$|^www\.|://", re.IGNORECASE)


def parse(byline: str, *, publishers: Iterable[str] = (), trusted: bool = False) -> tuple[str, ...]:
    """The people and desks that a byline names, as they are written, each once, without "By", roles, agencies and dates.

    `publishers` are names and hosts of the site, which are never authors. `trusted` says that the text comes from an
    author tag: a name in small letters or of a single word is taken there, in a line of the page it isn't.
    """
    found = _parsed(byline[:_MAX_CHARS], loose=trusted)
    refused = {clean.comparable(name) for name in publishers if name}
    return tuple(name for key, name in found if key not in refused)


@lru_cache(maxsize=_REMEMBERED)
def _parsed(byline: str, *, loose: bool) -> tuple[tuple[str, str], ...]:
    """The names, each with the form in which it is compared: a page says its byline in several places."""
    text = clean.line(html.unescape(byline))
    marked = bool(words.BY.match(text))
    found: dict[str, str] = {}
    segments = words.SEPARATOR.split(text)
    desk = len(segments) > 1 and any(map(is_desk, segments))
    for segment in segments:
        other = words.EDITED.match(segment) or (len(segments) > 1 and words.OTHERS.match(segment))
        part = "" if other else _bare(segment)
        if not part or is_agency(part) or (desk and words.PAPER.search(part) and not is_desk(part)):
            continue
        for name in _names(part):
            good = _name(name, loose=loose or marked)
            if good:
                found.setdefault(clean.comparable(good), good)
    if len(segments) > 1 and len(found) > 1:  # "Beirut - Layla Mansour"
        people = {key: name for key, name in found.items() if not _is_where(name)}
        found = people or found
    return tuple(found.items())


class Line(NamedTuple):
    """What a line near the headline names: those that it marks as authors ("By …"), and other people."""

    marked: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


def parse_line(pieces: Sequence[str], *, marked: bool = False) -> Line:
    """The names in a line's pieces; `marked` says that the page itself calls the line its author's.

    Behind "By" stands a person, a desk or a single word by which someone writes; elsewhere only what is surely a name.
    """
    named: dict[str, None] = {}
    beside: dict[str, None] = {}
    leads, first = marked, marked
    for piece in _whole(pieces):
        for segment in words.SEPARATOR.split(piece[:_MAX_CHARS]):
            if (named and words.OTHERS.match(segment)) or words.EDITED.match(segment):
                leads = first = False
                continue
            if not _bare(segment):
                starts = is_marked(segment) or bool(words.ROLE.fullmatch(segment.strip(" :")))
                leads, first = (leads or starts, first or starts)
                continue
            if is_marked(segment):
                leads = first = True
            found = parse(segment, trusted=leads)
            good = [name for name in found if likeness.of(name) or is_desk(name)]
            if leads and first and not good:
                good = _signature(found[0] if found else segment)
            if leads:
                named.update(dict.fromkeys(good))
                goes_on = any(map(likeness.of, good)) and not words.EAST_ASIAN.search(segment)
                leads, first = goes_on or segment.strip(" ,").lower() in words.CONJUNCTIONS, False
            else:
                beside.update(dict.fromkeys(_beside(segment, good)))
    return Line(tuple(named), tuple(beside))


def _beside(segment: str, names: Sequence[str]) -> Sequence[str]:
    """Desks and those who are surely people; beside them, in a line that joins nothing but names, the others too."""
    sure = [name for name in names if likeness.of(name) == SURELY or likeness.has_no_capitals(name) or is_desk(name)]
    return names if sure and len(sure) < len(names) and _are_joined(segment, names) else sure


def _are_joined(text: str, names: Sequence[str]) -> bool:
    """Whether the text is these names, with "and" or "and 2 more" at its end, and nothing else."""
    parts = words.AND.split(bare := words.MORE.sub("", text))
    joined = [name for part in parts for name in words.COMMA.split(part)]
    return (len(parts) > 1 or bare != text) and list(names) == joined and all(map(looks_like_name, joined))


def _whole(pieces: Sequence[str]) -> list[str]:
    """The pieces, with a given name and the surname behind it made one where each has an element of its own."""
    whole: list[str] = []
    for piece in pieces:
        before = whole[-1] if whole else ""
        parted = (
            0 < len(before.split()) <= _PAIR and likeness.of(before) == likeness.MAYBE and len(piece.split()) <= _PAIR
        )
        if (
            parted
            and likeness.is_given(before.split()[0])
            and likeness.of(f"{before} {piece}") == SURELY
            and not is_marked(piece)
        ):
            whole[-1] = f"{before} {piece}"
        else:
            whole.append(piece)
    return whole


def _signature(segment: str) -> list[str]:
    """Whatever words stand in an author's place, as who signs ("Roving Reporter"); none if they only say a role or do something."""
    text = _bare(segment).strip("\"“”'‘’* ")
    parts = text.split()
    if not 1 <= len(parts) <= _LONGEST or is_agency(text) or _is_label(text) or words.NOISE.match(text):
        return []
    if (len(parts) > 1 and any(map(str.isdigit, text))) or _ADDRESS.search(text) or words.COMMA.search(text):
        return []
    if len(parts) == 1 and _is_weekday(text):
        return []
    small = sum(part[0].islower() for part in parts)
    told = [part for part in parts if not words.ROLE.fullmatch(part) and part.lower() not in words.ANYBODY]
    anybody = (
        len(told) < len(parts) and any(part.lower() in words.ANYBODY for part in parts) and words.ROLE.search(text)
    )
    return [text] if told and not anybody and small <= max(1, len(parts) // _PAIR) and len(text) > _PAIR else []


def posted(line: str) -> tuple[str, ...]:
    """The name by which someone put an entry there, by a line that says so with its day, hour or categories."""
    found = words.POSTED.search(line[:_MAX_CHARS])
    name, _, last = found["name"].rpartition(" ") if found else ("", "", "")
    return tuple(_signature(name if name and _is_day_or_month(last) else f"{name} {last}".strip())) if found else ()


def agency(byline: str) -> str | None:
    """The first news agency that the byline names, as written; None if it names none."""
    for segment in words.SEPARATOR.split(clean.line(byline)[:_MAX_CHARS]):
        for part in words.AND.split(words.BY.sub("", segment)):
            for name in (part, *words.COMMA.split(part)):
                named = words.AGENCY_STAFF.sub("", name.strip(" ()."))
                if is_agency(named) and not words.ANY_AGENCY.fullmatch(named):
                    return named
    return None


@lru_cache(maxsize=_REMEMBERED)
def is_agency(text: str) -> bool:
    """Whether the text is the name of a news agency, or of its staff as a whole, and nothing else."""
    return bool(words.AGENCY.fullmatch(words.AGENCY_STAFF.sub("", text.strip())))


@lru_cache(maxsize=_REMEMBERED)
def is_desk(text: str) -> bool:
    """Whether the text names a desk of the paper ("Web Desk") or its people as a whole, not an agency or a person."""
    return bool(words.DESK.search(text) or words.TEAM.fullmatch(text))


def is_marked(text: str) -> bool:
    """Whether the line says itself that it is a byline ("By …", "Author: …"), and is no sentence that begins so ("By noon it was over.")."""
    by = words.BY.match(text)
    return by is not None and not likeness.is_told(text[by.end() :])


def has_role(text: str) -> bool:
    """Whether a part of the line is a role ("Staff Reporter") and another a name."""
    parts = [part for segment in words.SEPARATOR.split(text) for part in words.COMMA.split(segment) if part]
    return (
        len(parts) > 1
        and any(words.ROLE.search(part) for part in parts[1:])
        and (looks_like_name(parts[0]) or is_agency(parts[0]))
    )


def looks_like_name(text: str) -> bool:
    """Whether a bare line can be a person's name or a desk: two to five capitalised words, no digits, no sentence."""
    parts = text.split()
    return bool(words.DESK.search(text)) or (
        1 < len(parts) < _LONGEST
        and text[-1] not in ".!?…:,;۔؟。।،؛"
        and not words.ROLE.search(text)
        and not words.NOISE.match(text)
        and all(likeness.is_name_word(word) for word in parts)
        and not likeness.tells(text)
    )


def looks_like_names(text: str) -> bool:
    """Whether a bare line is several people's names, or one's with the place where it was written ("Ida Quist in Port Ansel")."""
    placed = words.PLACED.search(text)
    if placed:
        return looks_like_name(text[: placed.start()]) and likeness.of(text[: placed.start()]) == SURELY
    if not words.MORE.search(text) and not words.AND.search(text):
        return False
    names = parse(text)
    return len(names) > 1 and any(likeness.of(name) == SURELY for name in names) and _are_joined(text, names)


@lru_cache(maxsize=_REMEMBERED)
def _bare(segment: str) -> str:
    """A part of a byline without "By", what others did, addresses, brackets and dates."""
    text = words.MORE.sub("", segment)
    for _ in range(_PAIR + 1):
        by = words.BY.match(text)
        if not by:
            break
        text = text[by.end() :]
    if " " in text or "\xa0" in text:
        text = words.ASIDE.sub("", words.OTHER_HANDS.sub("", text))
    return words.LOOSE_END.sub("", words.TAIL.sub("", text)).strip(" ,.;:|/-–—】）")


def _names(part: str) -> list[str]:
    """One part of a byline as single names: split at "and" and commas; "Surname, First" is one name."""
    names: list[str] = []
    pieces = [name for piece in words.AND.split(part) if piece for name in _parted(piece)]
    for piece in pieces:
        chunks = [chunk for chunk in words.COMMA.split(piece) if chunk]
        chunks = _turned(chunks)
        for number, chunk in enumerate(chunks):
            if number and (_is_where(chunk) or words.TEAM.fullmatch(chunk)):
                continue
            if not names and _is_role(chunk) and not any(likeness.of(piece) == SURELY for piece in pieces):
                return []  # "Digital Editor and Master Gardener"
            names.append(chunk)
            if words.ROLE.search(chunk) and not words.DESK.search(chunk):
                break  # what follows a role ("Anna Berg, Chief Reporter, Hamburg") says where, not who
    return names


def _is_role(chunk: str) -> bool:
    """Whether words tell a role, and nobody."""
    parts = chunk.split()
    told = words.ROLE.search(chunk) is not None and (len(parts) > _PAIR or all(map(_is_of_role, parts)))
    return told and not is_desk(chunk) and not any(map(likeness.is_given, parts))


def _parted(piece: str) -> list[str]:
    """The names of a piece in a script that writes "and" or nothing at all between them, as one word with the second."""
    if piece.isascii():
        return [piece]
    parts = piece.split()
    han = len(parts) > 1 and all(words.HAN_NAME.fullmatch(part) for part in parts)
    if han and (
        all(len(part) > _PAIR for part in parts)
        or (any(len(part) > _PAIR for part in parts) and all(part[0] in words.SURNAMES for part in parts))
    ):
        return parts
    for number, part in enumerate(parts[1:], 1):
        both = number >= _PAIR and number + 1 < len(parts)
        if part[0] == "و" and not likeness.is_given(part) and (both or likeness.is_given(part[1:])):
            return [" ".join(parts[:number]), " ".join((part[1:], *parts[number + 1 :]))]
    return [piece]


def _turned(chunks: Sequence[str]) -> list[str]:
    """The chunks between commas, with "Surname, First" made one name: one pair, or all of them in pairs."""
    if len(chunks) < _PAIR or len(chunks) % _PAIR or any(len(chunk.split()) > 1 for chunk in chunks[::2]):
        return list(chunks)
    pairs = list(zip(chunks[::2], chunks[1::2], strict=True))
    if all(likeness.is_given(first.split()[0]) and len(first.split()) <= _PAIR for _, first in pairs):
        return [f"{first} {last}" for last, first in pairs]
    return list(chunks)


def without_towns(byline: str) -> str:
    """A byline beside a date without the parts that only say where: "Ida Quist | Madrid"; a lone word there is a town, too.

    As it stands where it says "By …".
    """
    if is_marked(byline):
        return byline
    return " | ".join(part for part in byline.split(" | ") if not _is_town(part.strip(" ,")))


def _is_town(part: str) -> bool:
    if words.DESK.search(part) or agency(part) or not part:
        return False
    return _is_where(part) or (part.isalpha() and part[0] != part[0].lower() and likeness.of(part) != SURELY)


def _is_where(chunk: str) -> bool:
    """Whether a part behind a name says where it was written: a place that is no given name."""
    return not likeness.is_given(chunk.split(maxsplit=1)[0]) and likeness.is_place(chunk)


def _name(text: str, *, loose: bool) -> str | None:
    """The name if it is one, its capitals made ordinary; None for roles, agencies, dates and the like."""
    if words.LABEL.match(text):
        return None
    text = words.WHEN.sub("", words.WHERE.sub("", words.BY.sub("", text))).strip(" ,.;:|/-–—\"“”'‘’*✓✔")
    text = words.EAST_ASIAN_ROLE.sub("", text)
    house, _, person = text.partition(" ")  # "财新 余聪"
    if words.HAN_NAME.fullmatch(house) and house[0] not in words.FIRST_OF_SURNAMES and words.HAN_NAME.fullmatch(person):
        text = person
    text = undressed.without_titles(_without_role(undressed.without_place(text)))
    parts = text.split()
    half = len(parts) // _PAIR
    if half and parts[:half] == parts[half:]:  # a picture's words and a link's
        parts = parts[:half]
        text = " ".join(parts)
    if not parts or len(parts) > _LONGEST or is_agency(text) or _is_label(text) or _ADDRESS.search(text):
        return None
    if words.DESK.search(text):
        name: str = words.FIGURES.sub("", text)
        return name.rpartition(" ")[0] if name.rpartition(" ")[2] in words.OF_SENTENCES else name
    return undressed.cased(text, parts, loose=loose) if _can_be_name(text, parts, loose=loose) else None


def _can_be_name(text: str, parts: Sequence[str], *, loose: bool) -> bool:
    """Whether words that are no label can be a name: no day, role, noise or, but for a single word in a tag, figures."""
    single = len(parts) == 1
    if any(map(str.isdigit, text)) and not (loose and single and text[0].isalpha()):
        return False
    if single and (_is_weekday(text) or (_is_day_or_month(text) and not (loose and likeness.is_given(text)))):
        return False
    if words.NOISE.match(text) or (words.ROLE.search(text) and not (loose and _is_named_like_a_role(parts))):
        return False
    return loose or all(likeness.is_name_word(part) for part in parts)


def _is_weekday(text: str) -> bool:
    """Whether the word is a weekday's name in full: short forms are names too ("Sam", "Dom")."""
    return len(text) >= _SHORTEST_DAY and date_words.weekday_number(text, None) is not None


def _is_day_or_month(text: str) -> bool:
    return date_words.weekday_number(text, None) is not None or bool(date_words.month_number(text, None))


def _without_role(text: str) -> str:
    """The name without a role's words before or behind it ("Reporter Ida Quist", "Ida Quist Senior Staff Writer")."""
    parts = text.split()
    agency = next((n for n in (1, 2, 3) if len(parts) - n >= _PAIR and is_agency(" ".join(parts[-n:]))), 0)
    if agency:
        parts = parts[:-agency]
        text = " ".join(parts)
    if not words.ROLE.search(text) or words.DESK.search(text):
        return text
    roles = [number for number, part in enumerate(parts) if words.ROLE.fullmatch(part)]
    for number in reversed(roles):  # the last of those that only words of roles stand before
        if len(parts) - number > _PAIR and all(map(_is_of_role, parts[:number])):
            parts = parts[number + 1 :]
            break
    if words.ROLE.fullmatch(parts[-1]):
        while len(parts) > _PAIR and _is_of_role(parts[-1]):
            parts = parts[:-1]
    rest = " ".join(parts)
    return rest if likeness.of(rest) == SURELY else text


def _is_of_role(part: str) -> bool:
    return part.lower() in words.BEATS or bool(words.ROLE.fullmatch(part))


def _is_named_like_a_role(parts: Sequence[str]) -> bool:
    """Whether a surname is a word of a role too ("Ann Writer"): a given name stands before it, and nothing else."""
    return len(parts) == _PAIR and likeness.is_given(parts[0]) and parts[1][:1].isupper()


def _is_label(text: str) -> bool:
    """Whether the words are a label, or what is left of one."""
    return (
        text.lower() in words.NO_NAMES
        or text.lower() in words.HONOURS
        or not any(map(str.isalpha, text))
        or bool(words.LABEL.match(text))
    )
