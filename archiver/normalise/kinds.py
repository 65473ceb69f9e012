"""What a name names: one kind for each name in an article, by the sum of all signs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import regex

from archiver.document import Zone
from archiver.normalise import joining, name_words, names, places
from archiver.normalise.names import Name
from archiver.normalise.words import fold

BIG_CITY: Final = 300_000
_BEFORE_PLACE: Final = regex.compile(
    r"\b(?:in|at|from|near|across|outside|inside|throughout|to|around|toward|towards|visit|visited|via|city\sof)\s(?:the\s)?$",
    regex.IGNORECASE,
)
_LOWEST_SCORE: Final = 0.5


def kinds(found: Sequence[Name], zones: Mapping[Zone, str], language: str | None) -> dict[str, str]:
    """One kind for each name in the article, by the sum of all signs; names without enough are left out."""
    mentions: dict[str, list[Name]] = defaultdict(list)
    for name in found:
        mentions[name.key].append(name)
    decided: dict[str, str] = {}
    persons: list[list[str]] = []
    for name_key, own in sorted(mentions.items(), key=lambda item: -len(item[0].split())):
        if is_never(own[0].text):
            continue
        scores = _scores(own, zones, persons, language)
        kind, score = max(scores.items(), key=lambda item: item[1])
        if score > _LOWEST_SCORE:
            decided[name_key] = kind
            if kind == "person":
                persons.append(name_key.split())
    return decided


def _scores(
    own: Sequence[Name], zones: Mapping[Zone, str], persons: Sequence[Sequence[str]], language: str | None
) -> dict[str, float]:
    """How much speaks for each kind, summed over the mentions of a name."""
    text, count = own[0].text, len(own)
    words = joining.tokens(text)
    labels = {name.kind for name in own}
    scores = {"person": 0.0, "organisation": 0.0, "place": 0.0}
    place = places.lookup(text, language=language) if labels != {"people"} else None
    for name in own:
        if name.kind in scores:
            scores[name.kind] += 3 if name.titled else 1
        if is_after_in(zones[name.zone], name.start):
            scores["place"] += 1 if place else 0.5
    scores["place"] += count * _place_weight(place, words)
    if not place or place.kind == "city":  # the Russian Federation is no federation's club
        for kind, weight in _by_words(text, words, labels, is_place=place is not None):
            scores[kind] += weight * count
    if joining.is_acronym(text):
        scores["organisation"] += 0 if place or labels == {"other"} else count
        scores["person"] -= 2 * count
    if len(words) == 1 and any(words[0] == person[-1] for person in persons):
        scores["person"] += 1.6 * count
    return scores


def _by_words(text: str, words: Sequence[str], labels: set[str], *, is_place: bool) -> Iterator[tuple[str, float]]:
    """What the words of a name say for itself."""
    if words[0] in name_words.MOVEMENTS:
        yield "organisation", 3
    if is_organisation(text):
        yield "organisation", 5
    elif len(words) > 1 and not is_place:
        if words[-1] in name_words.PLACE_WORDS:
            yield "place", 2
        elif labels <= _LIKE_ORGANISATIONS and places.lookup(words[0]) and words[0] not in name_words.GIVEN_NAMES:
            yield "organisation", 1.2
        if words[0] in name_words.GIVEN_NAMES:
            yield "person", 1.5


_OF_PEOPLES: Final = name_words.DEMONYMS | frozenset(("south", "north", "east", "west"))
_LIKE_ORGANISATIONS: Final = frozenset(("organisation", "place", "landmark"))


def _place_weight(place: places.Found | None, words: Sequence[str]) -> float:
    if place is None:
        return 0
    if place.kind in ("country", "region"):
        return 2
    shortest = 4
    if len(words[0]) < shortest and len(words) == 1:
        return 0.2
    return 1.6 if place.people >= BIG_CITY else 0.4


def is_never(text: str) -> bool:
    """Whether a text is no name: a role, an abbreviation of the trade, a pronoun, a bare "Court"."""
    words = joining.tokens(text)
    if not words or text.islower() or not any(char.isalpha() for char in text):
        return True
    if len(words) == 1:
        word = words[0].removesuffix("'s")
        if word in name_words.PRONOUNS:
            return not joining.is_acronym(text)
        single = 2
        roles = name_words.ROLES - name_words.NAMELIKE_ROLES
        return (
            len(word) < single
            or word in name_words.NEVER_NAMES
            or word in name_words.DEMONYMS
            or word in name_words.GENERIC_ORGANISATIONS
            or word in roles
        )
    of_people = words[-1] in name_words.DEMONYMS and all(word in _OF_PEOPLES for word in words)  # "South Korean"
    return of_people or all(word in name_words.ROLES or word in name_words.NEVER_NAMES for word in words)


def is_after_in(text: str, position: int) -> bool:
    """Whether "in", "from" or their like stands right before a position."""
    return bool(_BEFORE_PLACE.search(text[max(0, position - 16) : position]))


def is_organisation(text: str) -> bool:
    """Whether the words of a name say that it is an organisation's."""
    words = [fold(word) for word, _, _ in names.words(text)]
    return len(words) > 1 and (
        words[-1] in name_words.ORGANISATION_WORDS
        or words[0] in name_words.ORGANISATION_HEADS
        or any(word in name_words.ORGANISATION_HEADS and "of" in words[index:] for index, word in enumerate(words))
    )
