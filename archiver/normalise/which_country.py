"""Which country's town is meant by a name that several countries have: by what else the article speaks of, then by its language.

What can't be told has no country: none is better than a wrong one.
"""

import functools
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Final, NamedTuple

from babel.core import get_global
from babel.languages import get_official_languages

from archiver.normalise import places
from archiver.normalise.words import base_language

_FAR_LARGER: Final = 10
"""A city so many times larger is meant, whatever else the article speaks of: Paris in a story about the United States."""

_AS_LARGE: Final = 1.75
"""Below this nothing tells which of two is meant."""

_TOWN: Final = 50_000
"""From this population on a town of the country that a text's language is of may be meant, however large another is."""

_LIKE: Final = 3
"""Below this a larger city is no likelier."""

_ENGLISH: Final = frozenset(("US", "GB", "CA", "AU", "NZ", "IE"))
_NO_STATES: Final = {
    "West Bank": "PS", "Westjordanland": "PS", "Cisjordanie": "PS", "Cisjordania": "PS", "Cisgiordania": "PS", "Cisjordânia": "PS",
}  # fmt: skip
"""Regions without a country of theirs here, and the one that their towns are listed in."""


class Around(NamedTuple):
    """What an article tells about its places: the countries that it speaks of, those of its other cities, its language."""

    mentioned: Collection[str]
    votes: Mapping[str, int]
    language: str


def around(known: Iterable[places.Found], mentioned: Collection[str], language: str | None) -> Around:
    """What the places of an article tell about each other; `mentioned` are the codes of its countries and demonyms."""
    found = list({(place.kind, place.name): place for place in known}.values())
    spoken = {code for place in found if place.kind != "city" for code in _codes(place)}
    sure = (place.codes[0] for place in found if place.kind == "city" and _is_sure(place))
    return Around(spoken | set(mentioned), Counter(sure), base_language(language or ""))


def code_of(place: places.Found, article: Around) -> str | None:
    """The code of the country that a place is in, None if it can't be told."""
    if place.kind != "city" or not place.codes:
        return place.codes[0] if place.codes else None
    sizes = dict(zip(place.codes, place.sizes, strict=True))
    own, home = _of_language(article.language), places.home_country(article.language)
    able = [
        code for code, size in sizes.items() if size * _FAR_LARGER >= place.people or (code == home and size >= _TOWN)
    ]
    votes = dict(article.votes)
    if _is_sure(place):
        votes[place.codes[0]] -= 1
    if told := [code for code in able if code in article.mentioned]:
        return max(told, key=lambda code: (code in own, votes.get(code, 0), -able.index(code)))
    able = [code for code in able if code in own] or able
    best = max(able, key=lambda code: (votes.get(code, 0), -able.index(code)))
    ahead = votes.get(best, 0) - votes.get(able[0], 0) * (best != able[0])
    if len(able) == 1 or ahead > (not own and sizes[best] * _LIKE < sizes[able[0]]):
        return best
    if own:
        return home if home in able and all(sizes[home] * _LIKE >= sizes[code] for code in able) else None
    return None if _is_doubtful(place) else place.codes[0]


def is_at_home(place: places.Found, article: Around) -> bool:
    """Whether a city is a large one, or of a country that the article's other places or its language speak for.

    What is none of these may be a word, a firm or a surname, and needs more that speaks for it.
    """
    if place.kind != "city" or place.people >= places.FAR_KNOWN:
        return True
    votes = article.votes
    own = _of_language(article.language) or _ENGLISH
    return any(
        code in article.mentioned or code in own or votes.get(code, 0) > (code == place.codes[0] and _is_sure(place))
        for code in place.codes
    )


def _codes(place: places.Found) -> tuple[str, ...]:
    return place.codes or ((_NO_STATES[place.name],) if place.name in _NO_STATES else ())


def _is_sure(place: places.Found) -> bool:
    return bool(place.codes) and all(size * _LIKE < place.people for size in place.sizes[1:])


def _is_doubtful(place: places.Found) -> bool:
    """Whether another country has a city that is nearly as large; a capital stands first, though it be smaller."""
    return any(size <= place.people <= size * _AS_LARGE for size in place.sizes[1:])


@functools.cache
def _of_language(language: str) -> frozenset[str]:
    """The countries whose language is the article's; none for English, which is written about all of them."""
    if language in ("", "en"):
        return frozenset()
    codes = get_global("territory_languages")
    return frozenset(code for code in codes if language in get_official_languages(code, de_facto=True))
