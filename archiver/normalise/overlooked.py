"""Names with a capital that a recogniser missed: known places, people with a title or a given name, what clues tell."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

import regex

from archiver.normalise import (
    beside,
    bodies,
    clue_words,
    clues,
    gazetteers,
    kinds,
    name_rules,
    name_words,
    names,
    never,
    places,
)
from archiver.normalise.beside import Before
from archiver.normalise.gazetteers import given_names
from archiver.normalise.names import Name
from archiver.normalise.passages import Passage
from archiver.normalise.words import fold

_FROM_A_PLACE: Final = regex.compile(r"\sof\s\p{Lu}\p{Ll}+")
_STATE: Final = regex.compile(
    r"(?<=\p{Ll}),\s(?P<state>(?:N|S|W|R)\.\s?(?:[A-Z]|Va)\.|(?:Al|Ari|Ark|Cal|Col|Con|De|Fl|Ga|Il|In|Ka|Ky|M|Ne|Ok|Or|Pa|Te|V|W)[a-z]{0,4}\.)"
)
_IN_CAPITALS: Final = regex.compile(
    r"(?:^|[:–—,]\s|\s-\s)(?P<name>\p{Lu}[\p{Lu}’'\-]+(?:\s\p{Lu}[\p{Lu}’'.\-]*){1,2})(?=$|[,:;.(–—]|\s[-–—])"
)
_FILED: Final = regex.compile(
    r"(?P<place>\p{Lu}[\p{Lu}’'\-]+(?:\s\p{Lu}[\p{Lu}’'\-]+){0,2})(?:,?\s\d[\d\p{P}\s]{0,12}|,?\s\p{Lu}{3,9}\.?\s\d{1,2}.{0,12})?$"
)
_COUNTRY_BEHIND: Final = regex.compile(r",\s(?P<words>(?P<word>\p{Lu}[\p{L}.]+)(?:\s\p{Lu}\p{L}+)?)")
_LIST_BEFORE: Final = Before(r"(?:,\s(?:and\s)?|;\s|\sand\s|\s&\s)", 6)
_LIST_BEHIND: Final = regex.compile(r"(?:,\s(?:and\s)?|;\s|\sand\s|\s&\s)")


def named(block: Passage, kind: str, start: int, end: int, *, titled: bool = False) -> Name:
    """A stretch of a passage as a name."""
    gender, style = "", ""
    if kind == "person":
        gender, style = names.gender_before(block.text, start), names.style_before(block.text, start, end)
    return Name(kind, block.zone, block.start + start, block.start + end, block.text[start:end], titled, gender, style)


def states(block: Passage) -> Iterator[Name]:
    """States behind their towns, as American news shortens them: "Amarillo, Tex."."""
    for match in _STATE.finditer(block.text):
        if match["state"].replace(".", "").lower() in gazetteers.states():
            yield named(block, "place", *match.span("state"))


def find(block: Passage, taken: Sequence[tuple[int, int]], people: Collection[int]) -> Iterator[Name]:
    """Names with a capital that the model missed: known places, and people with a title or a given name.

    `people` are the bounds of the people that it didn't: names that are listed with them are people's too.
    """
    for run in name_rules.capitalised_runs(block.text):
        if any(run[0] < stop and begin < run[1] for begin, stop in taken):
            yield from _beside(block, run, taken)
            continue
        like = "organisation" if bodies.is_organisation(block.text[slice(*run)]) else "person"
        result = names.clean(block.text, like, *run)
        if result is None:
            continue
        _, start, end, titled = result
        kind = _kind_of_overlooked(block.text, start, end, titled=titled)
        if not kind and _is_listed_with(people, block.text, start, end):
            kind = "person"
        if kind:
            yield named(
                block, kind, start, end, titled=titled and (kind != "place" or not names.AGE.match(block.text, end))
            )


def _beside(block: Passage, run: tuple[int, int], taken: Sequence[tuple[int, int]]) -> Iterator[Name]:
    """The known place or organisation right before a name, of which only an office parts it: "Punjab CM" + Maryam Nawaz."""
    end = min(start for start, stop in taken if run[0] < stop and start < run[1])
    words = names.words(block.text[run[0] : end])
    if len(words) < 2 or fold(words[-1][0]) not in name_words.ROLES:  # noqa: PLR2004
        return
    while words and fold(words[-1][0]) in name_words.ROLES:
        words = words[:-1]
    if not words:
        return
    start, stop = run[0] + words[0][1], run[0] + words[-1][2]
    place = places.lookup(block.text[start:stop])
    if place and (place.kind != "city" or place.people >= kinds.BIG_CITY):
        yield named(block, "place", start, stop)
    elif bodies.is_surely_organisation(block.text[start:stop]):
        yield named(block, "organisation", start, stop)


def _is_listed_with(people: Collection[int], text: str, start: int, end: int) -> bool:
    """Whether words with capitals stand in one list with a person: "Anna Kern, Ulo Tamm and Joris Maes"."""
    longest = 3
    if not 1 < len(text[start:end].split()) <= longest or never.is_never(text[start:end]):
        return False
    before, behind = _LIST_BEFORE.find(text, start), _LIST_BEHIND.match(text, end)
    return bool(before and start - len(before.group()) in people) or bool(behind and behind.end() in people)


def _is_capitals(name: str) -> bool:
    shortest, longest = 4, 6
    return shortest <= len(name) <= longest and name.isupper() and name.isalpha()


def _kind_of_overlooked(text: str, start: int, end: int, *, titled: bool) -> str | None:
    """What words with a capital name that the model passed over; None where nothing shows that they are a name."""
    name = text[start:end]
    begins = beside.starts_sentence(text, start)
    found = places.lookup(name)
    kind = None
    if found and (
        found.kind != "city"
        or found.people >= kinds.BIG_CITY
        or kinds.is_after_in(text, start)
        or _is_before_its_country(text, end)
    ):
        kind = "place"
    elif bodies.is_surely_organisation(name) or (_is_capitals(name) and bodies.is_known_organisation(name)):
        kind = "organisation"
    elif bodies.is_organisation(name):
        kind = "organisation" if not begins or bodies.is_named(name) else None
    elif titled or name_rules.has_given_name(name) or (fold(name) in given_names() and names.AGE.match(text, end)):
        kind = "person"
    elif " " in name:
        kind = _kind_by_clues(text, start, end, begins=begins)
    return kind


def _is_before_its_country(text: str, end: int) -> bool:
    """Whether a country or a region stands right behind a town: "HOBART, Australia"."""
    match = _COUNTRY_BEHIND.match(text, end)
    found = places.lookup(match["words"]) or places.lookup(match["word"]) if match else None
    return found is not None and found.kind != "city"


def _kind_by_clues(text: str, start: int, end: int, *, begins: bool) -> str | None:
    """What several words are by their first one or by what stands around; where a sentence `begins`, little is sure."""
    first = fold(text[start:end].split(maxsplit=1)[0])
    signs = clues.sums(text, start, end)
    enough = 2
    if first in clue_words.CLUB_FIRSTS and (first != "real" or not begins or signs):
        return "organisation"
    if not begins and first in clue_words.GEOGRAPHIC_FIRSTS - {"new", "old"} and signs.get("person", 0) <= 0:
        return "place"
    if signs.get("person", 0) > enough or (
        not begins and (signs.get("person", 0) >= enough or _FROM_A_PLACE.match(text, end))
    ):
        return "person"
    return None


def places_in_capitals(lines: Sequence[Passage]) -> Iterator[Name]:
    """The place that a line in capitals consists of, or begins with before a date: "GENEVA 1996-12-06"."""
    for line in lines:
        match = _FILED.match(line.text)
        if (
            match
            and (found := places.lookup(match["place"]))
            and (found.kind != "city" or found.people >= places.MANY_PEOPLE)
        ):
            yield named(line, "place", *match.span("place"))


def people_in_capitals(lines: Sequence[Passage]) -> Iterator[Name]:
    """People in lines of capitals: a given name with one word or two up to the end of the line, or of its part."""
    for line in lines:
        for match in _IN_CAPITALS.finditer(line.text):
            words = match["name"].split()
            if (
                fold(words[0]) in given_names()
                and not bodies.is_organisation(match["name"])
                and not never.is_never(words[-1])
            ):
                yield named(line, "person", *match.span("name"), titled=True)
