"""People, organisations and places of an article: guessed, cleaned, typed once for each name, joined.

A recogniser's guesses are only the start. Titles and articles are taken off, the gazetteer and the words that names are made
of outvote the model, and each name has one kind in an article. A headline adds no name of its own unless it is written as a
sentence: title case and capitals tell nothing.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Final

import regex

from archiver.document import Dateline, Entity, Place, Zone
from archiver.normalise import (
    beside,
    bodies,
    cases,
    clues,
    foreign,
    gazetteers,
    guessing,
    joining,
    kinds,
    located,
    name_rules,
    names,
    never,
    overlooked,
    places,
)
from archiver.normalise.names import Name
from archiver.normalise.passages import Passage, capital_lines, is_in_capitals, passages
from archiver.normalise.recogniser import Recogniser
from archiver.normalise.words import base_language, fold

_ACRONYM_BEHIND: Final = regex.compile(
    r"\s\((?:the\s|or\s)?(?P<short>\p{Lu}[\p{L}\p{N}&-]{0,8}\p{Lu}[\p{L}\p{N}]{0,8})\)"
)


def recognise(
    zones: Mapping[Zone, str],
    *,
    language: str | None,
    dateline: Dateline | None,
    authors: Sequence[str],
    recogniser: Recogniser | None,
) -> tuple[tuple[Entity, ...], tuple[Entity, ...], tuple[Place, ...]]:
    """The article's people, organisations and places, each once, in the order of their first mention.

    `recogniser` guesses first; where there is none, gazetteers and rules do alone. Only the first 100,000 characters are
    looked at. `authors` are no subjects of their story. The dateline's place counts, without a mention.
    """
    blocks = list(passages(zones))
    lines = list(capital_lines(zones))
    english = language is not None and base_language(language) == "en"
    if recogniser is None:
        found = list(name_rules.find(blocks, language))
    elif english:
        found = [
            *guessing.guessed(blocks, recogniser),
            *overlooked.people_in_capitals(lines),
            *overlooked.places_in_capitals(lines),
        ]
    else:
        found = list(foreign.find(blocks, language, recogniser))
    defined = [(block, definition) for block in blocks for definition in joining.definitions(block.text)]
    no_names = {short for block in blocks for short in joining.of_common_words(block.text)}
    no_names |= {
        names.key(block.text[at[2] : at[3]]) for block, at in defined if never.is_never(block.text[at[0] : at[1]])
    }
    found = _distinct(name for name in _with_definitions(found, defined) if name.key not in no_names)
    decided = kinds.kinds(found, zones, language)
    kept = [name._replace(kind=decided[name.key]) for name in found if decided.get(name.key)]
    if english:
        kept += _acronyms_behind(kept, blocks)
        more = (*_repeated(kept, blocks), *_in_headline(zones.get("title", ""), kept), *_in_capitals(lines, kept))
        kept = _distinct([*kept, *more])
    persons = cases.in_nominative([name for name in kept if name.kind == "person"], language)
    people = _people(persons, authors, zones)
    bodies_named = [name for name in kept if name.kind == "organisation"]
    sites = located.places_of([name for name in kept if name.kind == "place"], bodies_named, dateline, language, blocks)
    return people, _organisations(bodies_named, blocks), sites


def _with_definitions(found: Sequence[Name], definitions: Sequence[tuple[Passage, joining.Definition]]) -> list[Name]:
    """The names with those that the text defines an acronym for, which outdo what was guessed there."""
    defined = [
        overlooked.named(block, bodies.kind_of_defined(block.text[slice(*definition[:2])]), *span, titled=True)
        for block, definition in definitions
        if not never.is_never(block.text[slice(*definition[:2])])
        for span in (definition[:2], definition[2:])
    ]
    begin = {(name.zone, name.end): name for name in found if name.kind == "organisation"}
    defined = [_with_its_country(name, begin.get((name.zone, name.end))) for name in defined]
    taken: dict[Zone, list[Name]] = defaultdict(list)
    for name in sorted(defined, key=lambda name: name.start):
        taken[name.zone].append(name)
    reached = {zone: list(accumulate((name.end for name in names), max)) for zone, names in taken.items()}

    def is_free(name: Name) -> bool:
        before = bisect_left(taken[name.zone], name.end, key=lambda other: other.start)
        return not before or reached[name.zone][before - 1] <= name.start

    return [*filter(is_free, found), *defined]


def _with_its_country(name: Name, guess: Name | None) -> Name:
    """A name whose acronym is defined, as it was guessed where the guess begins with a country or the UN: "UN" + "Women's Fund"."""
    if guess is None or guess.start >= name.start:
        return name
    before = guess.text[: name.start - guess.start].strip()
    if places.lookup(before) or joining.is_acronym(before) or fold(before) in gazetteers.demonyms():
        return guess._replace(titled=True)
    return name


def _acronyms_behind(kept: Sequence[Name], blocks: Sequence[Passage]) -> Iterator[Name]:
    """Acronyms in brackets right behind an organisation: "the National Institute of Space Research (INPE)"."""
    ends = {(name.zone, name.end) for name in kept if name.kind == "organisation"}
    taken = {(name.zone, name.start) for name in kept}
    for block in blocks:
        for match in _ACRONYM_BEHIND.finditer(block.text) if "(" in block.text else ():
            if (block.zone, block.start + match.start()) in ends and (
                (block.zone, block.start + match.start("short")) not in taken and not never.is_never(match["short"])
            ):
                yield overlooked.named(block, "organisation", *match.span("short"), titled=True)


def _repeated(kept: Sequence[Name], blocks: Sequence[Passage]) -> Iterator[Name]:
    """Further mentions that the model missed: of names of several words, of acronyms, and of people's last names.

    A last name that the text also writes small ("young") isn't looked for.
    """
    forms: dict[str, str] = {}
    for name in kept:
        if " " in name.text or joining.is_acronym(name.text):
            forms.setdefault(name.text, name.kind)
        if name.kind == "person" and " " in name.text:
            forms |= {surname: forms.get(surname, "person") for surname in joining.surnames(name.text)}
    small = names.small_words(block.text for block in blocks)
    taken = {(name.zone, position) for name in kept for position in range(name.start, name.end)}
    for block in blocks:
        for form, kind in forms.items():
            if form not in block.text or form.lower() in small or never.is_never(form):
                continue
            for start in _occurrences(form, block.text):
                found = overlooked.named(block, kind, start, start + len(form))
                if (found.zone, found.start) not in taken and (found.zone, found.end - 1) not in taken:
                    yield found


def _distinct(found: Iterable[Name]) -> list[Name]:
    """The names in text order, none twice, none within another."""
    kept: list[Name] = []
    for name in sorted(found, key=lambda name: (joining.ORDER[name.zone], name.start, -name.end)):
        if not (kept and kept[-1].zone == name.zone and name.start < kept[-1].end):
            kept.append(name)
    return kept


def _in_headline(title: str, kept: Sequence[Name]) -> list[Name]:
    """Names of the body that the headline holds too."""
    if not title:
        return []
    capitals = is_in_capitals(title)
    forms: dict[str, str] = {}
    for name in kept:
        if name.zone != "title":
            forms.setdefault(name.text.upper() if capitals else name.text, name.kind)
            for surname in joining.surnames(name.text) if name.kind == "person" and not capitals else ():
                if not never.is_never(surname):
                    forms.setdefault(surname, "person")
    found = [
        Name(kind, "title", start, start + len(form), form)
        for form, kind in forms.items()
        for start in _occurrences(form, title)
    ]
    return sorted(found, key=lambda name: (name.start, -name.end))


def _in_capitals(lines: Sequence[Passage], kept: Sequence[Name]) -> Iterator[Name]:
    """Names of the text in subheadings that are in capitals."""
    forms = {name.text.upper(): name.kind for name in kept if len(name.text) > 2} if lines else {}  # noqa: PLR2004
    for line in lines:
        found = [
            overlooked.named(line, forms[form], start, start + len(form))
            for form in forms
            if form in line.text
            for start in _occurrences(form, line.text)
        ]
        yield from _distinct(found)


def _occurrences(form: str, title: str) -> Iterator[int]:
    """Where a form stands in the headline as words of its own."""
    start = title.find(form)
    while start >= 0:
        end = start + len(form)
        if not title[start - 1 : start].isalnum() and not title[end : end + 1].isalnum():
            yield start
        start = title.find(form, end)


def _people(found: Sequence[Name], authors: Sequence[str], zones: Mapping[Zone, str]) -> tuple[Entity, ...]:
    """The people, without those who wrote the text, unless it speaks of them."""
    bylines = {names.key(author) for author in authors}
    groups = joining.joined(found, joining.person_fits)
    return tuple(
        _entity(group)
        for group in groups
        if _is_person(group)
        and (
            not any(name.key in bylines for name in group)
            or any(clues.is_spoken_of(zones[name.zone], name.start, name.end) for name in group)
        )
    )


def _is_person(group: Sequence[Name]) -> bool:
    """A lone word is a person only with a title; a model's guess at one is as often wrong."""
    return any(" " in name.text or name.titled for name in group) or len(group) > 1


def _organisations(found: Sequence[Name], blocks: Sequence[Passage]) -> tuple[Entity, ...]:
    texts = {(block.zone, block.start): block.text for block in blocks}
    defined = dict(located.bracketed(found, texts))
    groups = joining.joined(found, joining.organisation_fits, defined)
    articles = _articles(found, texts)
    return tuple(_organisation(group, articles) for group in groups)


def _articles(found: Sequence[Name], texts: Mapping[tuple[Zone, int], str]) -> frozenset[tuple[Zone, int]]:
    """Where an organisation's name stands behind a "The" that has its capital amid a sentence: it belongs to the name there."""
    starts = sorted(texts)
    articles = set()
    for name in found:
        index = bisect_right(starts, (name.zone, name.start)) - 1
        if index < 0 or starts[index][0] != name.zone:
            continue
        text, article = texts[starts[index]], name.start - starts[index][1] - len("The ")
        if article > 0 and text.startswith("The ", article) and not beside.starts_sentence(text, article):
            articles.add((name.zone, name.start))
    return frozenset(articles)


def _organisation(group: Sequence[Name], articles: Collection[tuple[Zone, int]]) -> Entity:
    """An organisation: its forms have the articles that are theirs, its name hasn't, so that it is one across articles."""
    name = located.fullest([name.text for name in group])
    whole = [
        name._replace(start=name.start - len("The "), text=f"The {name.text}")
        if (name.zone, name.start) in articles
        else name
        for name in group
    ]
    forms, mentions = located.parts(whole)
    return Entity(name=" ".join(name.split()), forms=forms, mentions=mentions)


def _entity(group: Sequence[Name]) -> Entity:
    forms, mentions = located.parts(group)
    name = located.fullest(tuple(dict.fromkeys(name.base for name in group if name.base)) or forms)
    if " " in name and name.isupper() and group[0].kind == "person":
        name = name.title()
    style = next((other.style for other in group if other.style), "")
    return Entity(name=f"{style} {name}" if style and " " not in name else name, forms=forms, mentions=mentions)
