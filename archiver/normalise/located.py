"""The places of an article: each under one name, with the country that it is in as far as the article tells."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

import regex

from archiver.document import Dateline, Mention, Place, Zone
from archiver.normalise import gazetteers, joining, kinds, names, places, which_country
from archiver.normalise.beside import Before
from archiver.normalise.names import Name
from archiver.normalise.passages import Passage
from archiver.normalise.words import fold

_DEMONYM: Final = regex.compile(
    r"(?<!\p{L})(?:(?:New|South|North|Costa|Sri|Sierra|Papua\sNew)\s)?\p{Lu}\p{Ll}{3,}(?!\p{L})"
)
_PARTY: Final = regex.compile(r"\([DRI]-(\p{Lu}[\p{L}.]{1,6})\)")
"""A member of an American parliament's party and state: "(D-N.M.)"."""

_BRACKET: Final = regex.compile(r" \(")
_OF_REGION: Final = regex.compile(r",? (?:(?:in|en|im|em|i|à|v|w|в|у)(?: the)? )?")
_FARTHEST: Final = 9
"""How far from each other names may stand that these marks part."""

_IN: Final = Before(
    r"(?i)(?:,\sof|\b(?:in|through|between|im|nach|bei|aus|bis|à|en|desde|hacia|de|a|em|di|da|te|naar|uit|w|we|z|ze|do|v|ve|i|på|till|från|fra|til|из|в|во|на|у|до|з|із))\s",
    9,
)


def places_of(
    found: Sequence[Name],
    organisations: Sequence[Name],
    dateline: Dateline | None,
    language: str | None,
    blocks: Sequence[Passage],
) -> tuple[Place, ...]:
    """The article's places, each once; the dateline's counts, without a mention."""
    filed = [part.strip() for part in (dateline.place or "").split("/") if part.strip()] if dateline else []
    filed_names = [Name("place", "body", 0, 0, part) for part in filed]
    known = {name.key: places.lookup(name.text, language=language) for name in (*found, *filed_names)}
    for name in filed_names:
        if known[name.key] is None:  # a line's capitals are no acronym's
            known[name.key] = places.lookup(name.text.title(), language=language)
    codes: set[str] = set()
    behind: dict[str, str | None] = {}
    if any(place and place.kind == "city" for place in known.values()):
        codes = _countries_of_demonyms(blocks) | _countries_within(organisations)
        behind = _countries_behind(found, known, blocks)
    article = which_country.around(filter(None, known.values()), codes, language)
    sure = {*behind, *(name.key for name in filed_names), *_behind_in(found, blocks)}
    groups: dict[str, list[Name]] = {}
    short = dict(bracketed(found, {(block.zone, block.start): block.text for block in blocks}))
    for name in found:
        place = known[short.get(name.key, name.key)]
        groups.setdefault(names.key(place.name) if place else short.get(name.key, name.key), []).append(name)
    result = [
        _entity_of_place(group, known[group[0].key], article, behind)
        for group in groups.values()
        if _is_believed(group, known[group[0].key], article, sure)
    ]
    for name in filed_names:
        place = known[name.key]
        if names.key(place.name if place else name.text) not in groups:
            result.append(Place(name=name.text, forms=(name.text,), country=_country(place, article)))
    return tuple(result)


def _behind_in(found: Sequence[Name], blocks: Sequence[Passage]) -> Iterator[str]:
    """The names that "in" or its like stands before, of those that are written with capitals."""
    starts = [(block.zone, block.start) for block in blocks]
    order = {start: index for index, start in enumerate(starts)}
    starts.sort()
    for name in found:
        at = starts[bisect_right(starts, (name.zone, name.start)) - 1]
        text, position = blocks[order[at]].text, name.start - at[1]
        if not name.text[0].isupper() or kinds.is_after_in(text, position) or _IN.find(text, position):
            yield name.key


def _is_believed(
    group: Sequence[Name], place: places.Found | None, article: which_country.Around, sure: Collection[str]
) -> bool:
    """Whether a lone word is a town's name here, rather than a firm's or a surname: something speaks for it or its country."""
    if place is None or " " in group[0].text or which_country.is_at_home(place, article):
        return True
    return any(name.key in sure for name in group)


def _countries_of_demonyms(blocks: Sequence[Passage]) -> set[str]:
    """The countries that the text speaks of by what is of them ("French"): a demonym is no place, but tells which is meant."""
    words = [fold(word) for block in blocks for word in _DEMONYM.findall(block.text)]
    codes = {code for word in words if (code := gazetteers.demonyms().get(word))}
    states = {state.replace(".", "").lower() for block in blocks for state in _PARTY.findall(block.text)}
    return codes | {"US"} if states & gazetteers.states().keys() else codes


def _countries_within(organisations: Sequence[Name]) -> set[str]:
    """The countries of the regions that organisations' names end with: "Junta de Andalucía"."""
    lasts = {name.text.rpartition(" ")[2] for name in organisations if " " in name.text}
    found = filter(None, map(places.lookup, lasts))
    return {place.codes[0] for place in found if place.kind != "city" and place.codes}


def _countries_behind(
    found: Sequence[Name], known: Mapping[str, places.Found | None], blocks: Sequence[Passage]
) -> dict[str, str | None]:
    """The towns with a region or a country right behind them that has such a town, and its code: "Paris, Texas".

    None where the text has two towns of a name.
    """
    told: dict[str, str | None] = {}
    for town, region in _parted_by(_OF_REGION, found, {(block.zone, block.start): block.text for block in blocks}):
        place, land = known[town.key], known[region.key]
        if place and land and place.kind == "city" and land.kind != "city":
            for code in land.codes:
                if code in place.codes:
                    told[town.key] = code if told.get(town.key, code) == code else None
    return told


def _entity_of_place(
    group: Sequence[Name], place: places.Found | None, article: which_country.Around, behind: Mapping[str, str | None]
) -> Place:
    """A place under its usual name: a country or a region has one, a city is called as the text calls it, but for its case."""
    forms, mentions = parts(group)
    in_a_case = place is not None and any(names.key(place.name) != name.key for name in group)
    usual = place is not None and (place.kind != "city" or place.name.startswith("The ") or in_a_case)
    return Place(
        name=place.name if place and usual else fullest(forms),
        forms=forms,
        mentions=mentions,
        country=_named(behind[group[0].key]) if group[0].key in behind else _country(place, article),
    )


def _country(place: places.Found | None, article: which_country.Around) -> str | None:
    return _named(which_country.code_of(place, article)) if place else None


def _named(code: str | None) -> str | None:
    return places.country_name(code) if code else None


def bracketed(found: Sequence[Name], texts: Mapping[tuple[Zone, int], str]) -> Iterator[tuple[str, str]]:
    """Acronyms in brackets right behind an organisation, though other initials: "Military Emergencies Unit (UME)"."""
    for name, acronym in _parted_by(_BRACKET, found, texts):
        if joining.is_acronym(acronym.text):
            yield acronym.key, name.key


def _parted_by(
    marks: regex.Pattern[str], found: Sequence[Name], texts: Mapping[tuple[Zone, int], str]
) -> Iterator[tuple[Name, Name]]:
    """The names that have nothing but these marks between them."""
    starts = sorted(texts)
    for name, other in pairwise(found):
        if name.zone == other.zone and 0 < other.start - name.end <= _FARTHEST:
            zone, start = starts[bisect_right(starts, (name.zone, name.start)) - 1]
            if marks.fullmatch(texts[zone, start][name.end - start : other.start - start]):
                yield name, other


def parts(group: Sequence[Name]) -> tuple[tuple[str, ...], tuple[Mention, ...]]:
    """The forms of a name in the order of their first mention, and all its mentions."""
    ordered = sorted(group, key=lambda name: (joining.ORDER[name.zone], name.start))
    forms = tuple(dict.fromkeys(" ".join(name.text.split()) for name in ordered))
    return forms, tuple(Mention(name.zone, (name.start, name.end)) for name in ordered)


def fullest(forms: Sequence[str]) -> str:
    """The form with the most words, of these one that isn't in capitals."""
    return max(forms, key=lambda form: (len(form.split()), not form.isupper(), len(form)))
