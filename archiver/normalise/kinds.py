"""What a name names: one kind for each name in an article, by the sum of all signs."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

import regex

from archiver.document import Zone
from archiver.normalise import clue_words, clues, joining, name_words, names, places
from archiver.normalise.given_names import GIVEN_NAMES
from archiver.normalise.names import Name
from archiver.normalise.words import base_language, fold

BIG_CITY: Final = 300_000
_TOWN: Final = 40_000
_BEFORE_PLACE: Final = regex.compile(
    r"\b(?:in|at|from|near|across|outside|inside|throughout|to|around|toward|towards|visit|visited|via|city\sof)\s(?:the\s)?$",
    regex.IGNORECASE,
)
_COMPANY_FORMS: Final = frozenset(("sa", "ag", "ab", "oy", "asa", "spa", "bv", "co"))
_MOST_TEXT: Final = 100_000
_PLURAL_SUBJECT: Final = regex.compile(r"(?<=s)\s(?:will|are|were|have|can|must|should|stay|remain|closed|reopened)\b")
_LOWEST_SCORE: Final = 0.5


def kinds(found: Sequence[Name], zones: Mapping[Zone, str], language: str | None) -> dict[str, str]:
    """One kind for each name in the article, by the sum of all signs; names without enough are left out."""
    mentions: dict[str, list[Name]] = defaultdict(list)
    for name in found:
        mentions[name.key].append(name)
    decided: dict[str, str] = {}
    persons: list[list[str]] = []
    firsts: set[str] = set()
    small = {word for text in zones.values() for word, _, _ in names.words(text[:_MOST_TEXT]) if word.islower()}
    alone = {name.key for name in found if " " not in name.text}
    for name_key, own in sorted(mentions.items(), key=lambda item: -len(item[0].split())):
        if is_never(own[0].text) or _is_only_a_first_word(own, zones, small):
            continue
        scores = _scores(own, zones, persons, language, alone, firsts)
        kind, score = max(scores.items(), key=lambda item: item[1])
        if score > _LOWEST_SCORE:
            decided[name_key] = kind
            if kind == "person":
                persons.append(name_key.split())
            elif kind == "organisation" and " " in name_key and places.lookup(name_key.split()[0]) is None:
                firsts.add(name_key.split()[0])
    return decided


def _is_only_a_first_word(own: Sequence[Name], zones: Mapping[Zone, str], small: AbstractSet[str]) -> bool:
    """Whether a lone word has its capital from the start of a sentence: it is written small elsewhere, or a headline's alone."""
    text = own[0].text
    if " " in text or not text.isalpha() or not text[1:].islower() or any(name.titled for name in own):
        return False
    if not all(names.starts_sentence(zones[name.zone], name.start) for name in own):
        return False
    word = fold(text)
    if places.lookup(text) or word in GIVEN_NAMES or word in name_words.MOVEMENTS:
        return False
    plural = word.removesuffix("s")
    return bool(small & {word, plural, plural + "s"}) or all(
        name.zone == "title" or _PLURAL_SUBJECT.match(zones[name.zone], name.end) for name in own
    )


def _scores(
    own: Sequence[Name],
    zones: Mapping[Zone, str],
    persons: Sequence[Sequence[str]],
    language: str | None,
    alone: Collection[str] = (),
    firsts: Collection[str] = (),
) -> dict[str, float]:
    """How much speaks for each kind, summed over the mentions of a name."""
    text, count = own[0].text, len(own)
    words = joining.tokens(text)
    labels = {name.kind for name in own}
    scores = {"person": 0.0, "organisation": 0.0, "place": 0.0}
    place = places.lookup(text, language=language) if labels != {"people"} or len(words) == 1 else None
    for name in own:
        if name.kind in scores:
            scores[name.kind] += _label_weight(name, words, is_place=place is not None)
        if is_after_in(zones[name.zone], name.start):
            scores["place"] += 1 if place else 0.5
        if language is not None and base_language(language) == "en":
            for kind, weight in clues.around(zones[name.zone], name.start, name.end):
                # "Paris said it would": a place that is known speaks and sells as an organisation does
                scores[kind] += weight * (0.2 if place and kind == "organisation" and weight > 0 else 1)
    scores["place"] += count * _place_weight(place, words)
    if not place or place.kind == "city":  # the Russian Federation is no federation's club
        for kind, weight in _by_words(text, words, labels, is_place=place is not None):
            scores[kind] += weight * count
    if joining.is_acronym(text):
        scores["organisation"] += 0 if place or labels == {"other"} else count
        scores["person"] -= 2 * count
    if any(words == person[-len(words) :] and len(person) > len(words) for person in persons):
        scores["person"] += 1.6 * count
    elif len(words) == 1 and words[0] in GIVEN_NAMES and any(words[0] == person[0] for person in persons):
        scores["person"] += 1.6 * count
    elif len(words) == 1 and not place and words[0] in firsts:
        scores["organisation"] += 1.6 * count
    if len(words) > 1 and words[-1] in alone:
        scores["person"] += 0.6
    return scores


def _label_weight(name: Name, words: Sequence[str], *, is_place: bool) -> float:
    """What a guess counts for: less at a lone word, where models guess most wildly."""
    if name.titled:
        return 3
    return 0.7 if len(words) == 1 and (name.kind == "person" or (is_place and name.kind == "organisation")) else 1


def _by_words(text: str, words: Sequence[str], labels: set[str], *, is_place: bool) -> Iterator[tuple[str, float]]:
    """What the words of a name say for itself."""
    given = words[0] in GIVEN_NAMES
    if words[0] in name_words.MOVEMENTS or text.casefold() in clue_words.LEGISLATURES:
        yield "organisation", 3
    if len(words) == 1:
        long_enough = 6
        if not is_place and len(text) >= long_enough and text[0].isupper() and words[0].endswith(clue_words.PLACE_ENDINGS):
            yield "place", 0.6
        return
    if is_organisation(text):
        like_a_surname = given and len(words) == 2 and words[-1] in clue_words.NOT_SURNAMES_OF  # noqa: PLR2004
        yield "organisation", 1 if like_a_surname else 5
    elif not is_place:
        if words[0] in clue_words.CLUB_FIRSTS and not given:
            yield "organisation", 2
        elif words[-1] in clue_words.BUSINESS_WORDS:
            yield "organisation", 1 if given else 2.4
        elif words[-1] in name_words.PLACE_WORDS:
            yield "place", 2
        elif words[-1] in clue_words.GEOGRAPHIC_LASTS:
            yield "place", 0.4 if given else 1.5
        elif words[0] in clue_words.GEOGRAPHIC_FIRSTS and not given:
            yield "place", 1.6
        elif labels <= _LIKE_ORGANISATIONS and places.lookup(words[0]) and not given:
            yield "organisation", 1.2
    if given and not is_place:
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
    if place.people >= BIG_CITY:
        return 1.6
    return 0.8 if place.people >= _TOWN else 0.4


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
        if word in clue_words.LEGISLATURES:
            return False
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
    raw = [word for word, _, _ in names.words(text)]
    words = [fold(word) for word in raw]
    return len(words) > 1 and (
        (words[-1] in name_words.ORGANISATION_WORDS and (words[-1] not in _COMPANY_FORMS or raw[-1][-1:].isupper()))
        or " ".join(words[-2:]) in clue_words.ORGANISATION_PAIRS
        or words[0] in name_words.ORGANISATION_HEADS
        or any(word in name_words.ORGANISATION_HEADS and "of" in words[index:] for index, word in enumerate(words))
    )


def is_named(text: str) -> bool:
    """Whether an organisation's name has a word of its own: not "Police Department", "High Court"."""
    return any(
        word not in name_words.GENERIC_ORGANISATIONS and word not in name_words.DEMONYMS and word not in name_words.ROLES
        for word in joining.tokens(text)
    )
