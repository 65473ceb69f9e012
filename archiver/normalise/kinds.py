"""What a name names: one kind for each name in an article, by the sum of all signs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Final

import regex

from archiver.document import Zone
from archiver.normalise import (
    beside,
    bodies,
    clue_words,
    clues,
    enumerated,
    joining,
    name_words,
    names,
    never,
    places,
    sides,
)
from archiver.normalise.beside import Before, starts_sentence
from archiver.normalise.gazetteers import given_names, given_names_of_places
from archiver.normalise.names import Name
from archiver.normalise.words import base_language, fold

BIG_CITY: Final = 300_000
_BEFORE_PLACE: Final = Before(
    r"(?i)\b(?:in|at|from|near|across|outside|inside|throughout|to|around|toward|towards|visit|visited|via|city\sof)\s(?:the\s)?",
    16,
)
_MOST_TEXT: Final = 100_000
_PLURAL_SUBJECT: Final = regex.compile(r"(?<=s)\s(?:will|are|were|have|can|must|should|stay|remain|closed|reopened)\b")
_LOWEST_SCORE: Final = 0.5
_LOW_SCORE: Final = 1.6
_LONG: Final = 6
_SHORTEST_MIDDLE: Final = 3
_ARTICLES: Final = frozenset(("la", "las", "los"))


class _Known:
    """What is known of an article's names when one of them is weighed: longer ones are decided before shorter ones."""

    def __init__(self, found: Sequence[Name], zones: Mapping[Zone, str], language: str | None) -> None:
        self.zones = zones
        self.language = language
        self.english = language is not None and base_language(language) == "en"
        self.small = names.small_words(text[:_MOST_TEXT] for text in zones.values())
        self.alone = {name.key for name in found if " " not in name.text}
        self.endings: set[str] = set()
        self.given: set[str] = set()
        self.firsts: set[str] = set()
        self.surnames: set[str] = set()
        self.middles: set[str] = set()
        self.in_lists_of_places: AbstractSet[str] = frozenset()
        self.beside_organisations: AbstractSet[str] = frozenset()

    @cached_property
    def about_sport(self) -> bool:
        """Whether the article speaks of sport, whose sides are called by their towns."""
        return sides.about_sport("\n".join(self.zones.values())[:_MOST_TEXT])

    def add(self, name: Name, kind: str) -> None:
        """Remember by which shorter forms a decided name may be called."""
        words = name.key.split()
        if kind == "person":
            self.endings |= {" ".join(words[index:]) for index in range(1, len(words))}
            if len(words) > 1:
                self.surnames |= set(map(fold, joining.surnames(name.text))) & name_words.FAMILY_NAMES_FIRST
                self.middles |= {word for word in words[1:-1] if len(word) > _SHORTEST_MIDDLE}
            self.given |= {words[0]} & given_names()
        elif kind == "organisation" and len(words) > 1 and places.lookup(words[0]) is None:
            self.firsts.add(words[0])


def kinds(found: Sequence[Name], zones: Mapping[Zone, str], language: str | None) -> dict[str, str]:
    """One kind for each name in the article, by the sum of all signs; names without enough are left out."""
    mentions: dict[str, list[Name]] = defaultdict(list)
    for name in found:
        mentions[name.key].append(name)
    decided: dict[str, str] = {}
    known = _Known(found, zones, language)
    if known.english:
        known.in_lists_of_places = enumerated.of_places(found, zones)
        known.beside_organisations = set(enumerated.with_organisations(found, zones))
    for name_key, own in sorted(mentions.items(), key=lambda item: -len(item[0].split())):
        rome = own[0].kind == "place" and own[0].titled and not known.english  # "Roma" is a people only in English
        if never.is_never(own[0].text) and name_key not in known.surnames and not rome:
            continue
        if _is_only_a_first_word(own, zones, known.small):
            continue
        scores = _scores(own, known)
        if known.english and _is_of_common_words(own, name_key.split(), scores["organisation"]):
            continue
        kind, score = max(scores.items(), key=lambda item: item[1])
        if known.english and kind == "person" and _is_of_a_common_word(own, score, known):
            continue
        if score > _LOWEST_SCORE and not (
            kind == "organisation" and known.english and _is_only_guessed(own, score, known)
        ):
            decided[name_key] = kind
            known.add(own[0], kind)
    return decided


def _is_only_a_first_word(own: Sequence[Name], zones: Mapping[Zone, str], small: AbstractSet[str]) -> bool:
    """Whether a lone word has its capital from the start of a sentence: it is written small elsewhere, or a headline's alone."""
    text = own[0].text
    if " " in text or not text.isalpha() or not text[1:].islower() or any(name.titled for name in own):
        return False
    if not all(starts_sentence(zones[name.zone], name.start) for name in own):
        return False
    word = fold(text)
    if places.lookup(text) or word in given_names() or word in name_words.MOVEMENTS:
        return False
    plural = word.removesuffix("s")
    return bool(small & {word, plural, plural + "s"}) or all(
        name.zone == "title" or _PLURAL_SUBJECT.match(zones[name.zone], name.end) for name in own
    )


def _scores(own: Sequence[Name], known: _Known) -> dict[str, float]:
    """How much speaks for each kind, summed over the mentions of a name."""
    text, count = own[0].text, len(own)
    words = joining.tokens(text)
    labels = {name.kind for name in own}
    scores = {"person": 0.0, "organisation": 0.0, "place": 0.0}
    place = places.lookup(text, language=known.language) if labels != {"people"} or len(words) == 1 else None
    for name in own:
        if name.kind in scores:
            scores[name.kind] += _label_weight(name, words, is_place=place is not None)
        for kind, weight in _from_around(name, known, is_place=place is not None):
            scores[kind] += weight
    scores["place"] += count * _place_weight(place, words)
    if known.english and place and _is_side(own, place, known):
        scores["organisation"] += 5 * count
    if not place or place.kind == "city":  # the Russian Federation is no federation's club
        for kind, weight in _by_words(text, words, labels, is_place=place is not None):
            scores[kind] += weight * count
    for kind, weight in _by_gazetteer(text, labels, is_place=place is not None):
        scores[kind] += weight * count
    for kind, weight in _by_others(words, known, is_place=place is not None):
        scores[kind] += weight * count
    scores["place"] += 2 * (own[0].key in known.in_lists_of_places)
    scores["organisation"] += 4 * (own[0].key in known.beside_organisations and bodies.is_known_organisation(text))
    if len(words) > 1 and words[-1] in known.alone:
        scores["person"] += 0.6
    return scores


def _by_others(words: Sequence[str], known: _Known, *, is_place: bool) -> Iterator[tuple[str, float]]:
    """What the names that were decided before say of a shorter one."""
    name_key = " ".join(words)
    if name_key in known.endings or name_key in known.given or name_key in known.surnames:
        yield "person", 1.6
    elif name_key in known.middles:  # "Maldonado" for Luis Maldonado Matute
        yield "person", 1.2
    elif name_key in known.firsts and not is_place:
        yield "organisation", 1.6


def _is_side(own: Sequence[Name], place: places.Found, known: _Known) -> bool:
    """Whether a place's name is that of a sports side here: its mentions play more often than anything happens in it."""
    if place.kind == "country" or not place.codes or place.name in _NATIONS:
        return False
    plays = sum(sides.playing(known.zones[name.zone], name.start, name.end) for name in own)
    if not plays or (plays < sides.SURE and not known.about_sport):
        return False
    return plays > sum(is_after_in(known.zones[name.zone], name.start) for name in own)


def _by_gazetteer(text: str, labels: AbstractSet[str], *, is_place: bool) -> Iterator[tuple[str, float]]:
    """What a name that is known, or the look of an acronym, says."""
    if bodies.is_surely_organisation(text):
        yield "organisation", 3
    elif bodies.is_known_organisation(text) and text.isupper() and len(text) <= _LONG:  # SANA, NICE
        yield "organisation", 4
    elif bodies.is_known_organisation(text) and "organisation" in labels:
        yield "organisation", 0.6
    if joining.is_acronym(text):
        yield "organisation", 0 if is_place or labels == {"other"} else 1
        yield "person", -2


def _from_around(name: Name, known: _Known, *, is_place: bool) -> Iterator[tuple[str, float]]:
    """What the words around a mention say; a known place speaks and sells as an organisation does ("Paris said it would")."""
    text = known.zones[name.zone]
    if is_after_in(text, name.start):
        yield "place", 1 if is_place else 0.5
    if known.english:
        if is_place and beside.is_a_thing(text, name.start, name.end):
            yield "place", -3
        if not is_place and _has_short_form_behind(text, name):
            yield from (("organisation", 2.5), ("person", -2))
        for kind, weight in clues.around(text, name.start, name.end):
            yield kind, weight * (0.2 if is_place and kind == "organisation" and weight > 0 else 1)


def _has_short_form_behind(text: str, name: Name) -> bool:
    """Whether brackets behind a name have letters of it, in their order, beginning with its first: "Namib Diamonds (NAMDIA)"."""
    short = _SPELT.match(text, name.end) if " " in name.text else None
    if not short or fold(name.text.split()[0]) in given_names():
        return False
    letters, folded = iter(fold(name.text)), fold(short["short"])
    return folded[0] == name.text[0].lower() and all(char in letters for char in folded)


def _label_weight(name: Name, words: Sequence[str], *, is_place: bool) -> float:
    """What a guess counts for: less at a lone word, where models guess most wildly."""
    if name.titled:
        return 3
    if len(words) > 1:
        return 1
    if is_place and name.kind == "organisation":
        return 0.4
    return 0.7 if name.kind == "person" else 1


def _by_words(text: str, words: Sequence[str], labels: set[str], *, is_place: bool) -> Iterator[tuple[str, float]]:
    """What the words of a name say for itself."""
    if words[0] in name_words.MOVEMENTS or text.casefold() in clue_words.LEGISLATURES:
        yield "organisation", 3
    if len(words) == 1:
        long_enough = 6
        if (
            not is_place
            and len(text) >= long_enough
            and text[0].isupper()
            and words[0].endswith(clue_words.PLACE_ENDINGS)
        ):
            yield "place", 0.6
        return
    # "Van" is a given name, and the particle of a surname before two words more; "San Juan Chamula" is a town.
    given = words[0] in given_names() and not (words[0] in _NO_GIVEN_NAMES and len(words) > 2)  # noqa: PLR2004
    given = given or ("person" in labels and text[1:3] == ". ")  # "M. Sharif"
    if words[-1] in name_words.SITES and not is_place:
        yield "place", 2.4 if words[-1] in _HOUSED else 3.6
        yield "organisation", 1.6
    elif bodies.is_organisation(text) and not (is_place and words[-1] == "city"):  # Kansas City, not Manchester City
        like_a_surname = given and len(words) == 2 and words[-1] in clue_words.SURNAMES_TOO  # noqa: PLR2004
        yield "organisation", 1 if like_a_surname else 5
    elif (words[0] in clue_words.LANDS and words[1] == "of") or (
        words[0] in _DIRECTIONS and places.lookup(" ".join(words[1:]))
    ):
        yield "place", 3
    elif not is_place:
        yield from _by_first_and_last(words, labels, given=given)
    if given and not is_place:
        yield "person", 1.5


def _by_first_and_last(words: Sequence[str], labels: set[str], *, given: bool) -> Iterator[tuple[str, float]]:
    """What weaker words at the ends of a name say: each may be a surname, so the first that fits counts alone."""
    if words[0] in clue_words.CLUB_FIRSTS and not given:
        yield "organisation", 2
    elif words[0] in clue_words.FOREIGN_HEADS and not given:
        yield "organisation", 1.5
    elif words[-1] in clue_words.BUSINESS_WORDS:
        yield "organisation", 1 if given else 2.4
    elif words[-1] in name_words.PLACE_WORDS:
        yield "place", 1 if given and len(words) == 2 and words[-1] in clue_words.SURNAMES_TOO else 2.6  # noqa: PLR2004
    elif words[-1] in clue_words.GEOGRAPHIC_LASTS:
        yield "place", 0.4 if given else 1.5
    elif words[0] in clue_words.GEOGRAPHIC_FIRSTS and not given:
        yield "place", 1.6
    elif len(words) == 2 and words[0] in given_names_of_places() and not never.is_common(words[1]):  # noqa: PLR2004
        yield "person", 1.3
    elif labels <= _LIKE_ORGANISATIONS and places.lookup(words[0]) and not given:
        yield "organisation", 1.2


_DIRECTIONS: Final = frozenset(
    (
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "greater",
        "upper",
        "lower",
    )
)
_NO_GIVEN_NAMES: Final = frozenset((*name_words.PARTICLES, "san", "santa", "santo"))
_NATIONS: Final = frozenset(("England", "Scotland", "Wales", "Northern Ireland"))
"""Regions whose sides are national ones."""

_HOUSED: Final = frozenset(("museum", "center", "centre", "gallery", "galleries"))
"""Of these sites, the ones that are as much who works in them as where."""

_OF_NAMES: Final = frozenset(("daily", "weekly", "watch", "international", "music"))
"""Common words that make a name of those before them: "Global Forest Watch"."""

_SPELT: Final = regex.compile(r"\s\((?P<short>\p{Lu}\p{L}?\p{Lu}\p{L}{1,8})\)")
_ACRONYM_BEHIND: Final = regex.compile(r"\s\(\p{Lu}{2}")
_OF_BRANDS: Final = regex.compile(r"\p{Ll}\p{Lu}|\b\p{Lu}{2,}|[&.+]")
"""What brands' names have: a capital or a mark within a word, an acronym."""

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
    return 0.8 if place.people >= enumerated.TOWN else 0.4


def _is_only_guessed(own: Sequence[Name], score: float, known: _Known) -> bool:
    """Whether nothing but one guess says that a name is an organisation's.

    How it is written may say so, as in "BioTarn", an acronym in brackets behind it, or a list with known ones.
    """
    text = own[0].text
    return (
        len(own) == 1
        and score <= 1
        and not own[0].titled
        and own[0].key not in known.beside_organisations
        and not _OF_BRANDS.search(text)
        and not bodies.is_known_organisation(text)
        and not _ACRONYM_BEHIND.match(known.zones[own[0].zone], own[0].end)
    )


def _is_of_common_words(own: Sequence[Name], words: Sequence[str], score: float) -> bool:
    """Whether a name that is guessed as an organisation's is but common words with capitals: "Physical Education".

    What is named again, or what the words around show to be an organisation, is one.
    """
    enough = 2
    if len(words) > 1 and (len(own) > 1 or score > enough):
        return False
    if own[0].text.isupper() or any(name.titled for name in own) or words[0] in given_names():
        return False
    if len(words) == 1 and any(name.kind == "person" for name in own):
        return False
    if len(words) > 1 and (words[-1] in name_words.PLACE_WORDS or words[-1] in _OF_NAMES):
        return False
    return all(map(never.is_common, words)) and not (
        bodies.is_known_organisation(own[0].text) or bodies.is_organisation(own[0].text) or places.lookup(own[0].text)
    )


def _is_of_a_common_word(own: Sequence[Name], score: float, known: _Known) -> bool:
    """Whether what is taken for a person's name is but a common word with a capital, or ends with one: "Decree", "Holy Book"."""
    first, *others = own[0].key.split()
    if first in given_names() or any(name.gender for name in own):
        return False
    if not others:
        return first not in known.endings and never.is_common(first)
    last = fold(own[0].text.split()[-1])  # the short ones of the common words are surnames too: "Bell", "Brown"
    return score <= _LOW_SCORE and ((len(last) >= _LONG and never.is_common(last)) or first in _ARTICLES)


def is_after_in(text: str, position: int) -> bool:
    """Whether "in", "from" or their like stands right before a position."""
    return _BEFORE_PLACE.find(text, position) is not None
