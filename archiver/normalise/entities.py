"""People, organisations and places of an article: guessed, cleaned, typed once for each name, joined.

A recogniser's guesses are only the start. Titles and articles are taken off, the gazetteer and the words that names are made
of outvote the model, and each name has one kind in an article. A headline adds no name of its own unless it is written as a
sentence: title case and capitals tell nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import regex

from archiver.document import Dateline, Entity, Mention, Place, Zone
from archiver.normalise import joining, name_rules, name_words, names, places
from archiver.normalise.names import Name
from archiver.normalise.recogniser import MOST_CHARACTERS, Recogniser, SpacyRecogniser
from archiver.normalise.words import base_language, fold

_LONGEST_BLOCK: Final = 5_000
_ENGLISH: Final = SpacyRecogniser()
_BIG_CITY: Final = 300_000
_BEFORE_PLACE: Final = regex.compile(r"\b(?:in|at|from|near|across|outside|inside|throughout|to|around|toward|towards|visit|visited|via|city\sof)\s(?:the\s)?$", regex.IGNORECASE)
_LOWEST_SCORE: Final = 0.5


class Block(NamedTuple):
    """A paragraph, or a piece of a long one, and where it begins in its zone."""

    zone: Zone
    start: int
    text: str


def recognise(
    zones: Mapping[Zone, str],
    *,
    language: str | None,
    dateline: Dateline | None,
    authors: Sequence[str],
    recogniser: Recogniser | None = None,
) -> tuple[tuple[Entity, ...], tuple[Entity, ...], tuple[Place, ...]]:
    """The article's people, organisations and places, each once, in the order of their first mention.

    English text goes to the model (`recogniser`), other languages to gazetteers and rules alone. Only the first 100,000
    characters are looked at. `authors` are no subjects of their story. The dateline's place counts, without a mention.
    """
    blocks = list(_blocks(zones))
    english = language is not None and base_language(language) == "en"
    found = list(_guessed(blocks, recogniser or _ENGLISH)) if english else list(name_rules.find(blocks, language))
    found = _distinct(_with_definitions(found, blocks))
    kinds = _kinds(found, zones, language)
    kept = [name._replace(kind=kinds[name.key]) for name in found if kinds.get(name.key)]
    kept += _in_headline(zones.get("title", ""), kept) if english else []
    kept = _distinct(kept)
    people = _people([name for name in kept if name.kind == "person"], authors)
    organisations = _organisations([name for name in kept if name.kind == "organisation"])
    return people, organisations, _places([name for name in kept if name.kind == "place"], dateline, language)


def _blocks(zones: Mapping[Zone, str]) -> Iterator[Block]:
    left = MOST_CHARACTERS
    for zone, text in zones.items():
        if zone == "title" and not is_sentence_case(text):
            continue
        for match in regex.finditer(r"[^\n]+", text[:MOST_CHARACTERS]):
            for start in range(match.start(), match.end(), _LONGEST_BLOCK):
                piece = text[start : min(match.end(), start + _LONGEST_BLOCK)]
                if len(piece) > left:
                    return
                left -= len(piece)
                if not is_in_capitals(piece):
                    yield Block(zone, start, piece)


def is_in_capitals(text: str) -> bool:
    """Whether a text is written in capitals throughout."""
    cased = [char for char in text if char.isupper() or char.islower()]
    few = 12
    return len(cased) > few and sum(char.isupper() for char in cased) > 0.8 * len(cased)  # noqa: PLR2004


def is_sentence_case(headline: str) -> bool:
    """Whether a headline has capitals only where a sentence has them, so that they tell names."""
    if is_in_capitals(headline):
        return False
    longest = 4
    words = [word for word, _, _ in names.words(headline)][1:]
    telling = [word for word in words if len(word) >= longest and word[0].isalpha()]
    if not telling:
        return any(word[0].islower() for word in words)
    return sum(word[0].isupper() for word in telling) <= 0.6 * len(telling)  # noqa: PLR2004


def _guessed(blocks: Sequence[Block], recogniser: Recogniser) -> Iterator[Name]:
    for block, guesses in zip(blocks, recogniser.guesses([block.text for block in blocks]), strict=True):
        taken: list[tuple[int, int]] = []
        for index, guess in enumerate(guesses):
            free = (
                guesses[index - 1].end if index else 0,
                guesses[index + 1].start if index + 1 < len(guesses) else len(block.text),
            )
            result = names.clean(block.text, guess.kind, guess.start, guess.end, free=free)
            if result is None:
                continue
            kind, start, end, titled = result
            start, end = _with_of(block.text, start, end)
            if not any(start < stop and begin < end for begin, stop in taken):
                taken.append((start, end))
                yield _name(block, kind, start, end, titled=titled)
        yield from _overlooked(block, taken)


def _name(block: Block, kind: str, start: int, end: int, *, titled: bool = False) -> Name:
    return Name(kind, block.zone, block.start + start, block.start + end, block.text[start:end], titled)


def _with_of(text: str, start: int, end: int) -> tuple[int, int]:
    """A name that goes on after its head: "Supreme Court" + "of Pakistan"."""
    last = names.words(text[start:end])[-1:]
    if not last or fold(last[0][0]) not in name_words.ORGANISATION_HEADS:
        return start, end
    more = regex.compile(r"\s(?:of|for)\s(?:the\s)?\p{Lu}[\p{L}\p{M}\-]*(?:\s(?:and\s)?\p{Lu}[\p{L}\p{M}\-]*){0,4}").match(text, end)
    return (start, more.end()) if more else (start, end)


def _overlooked(block: Block, taken: Sequence[tuple[int, int]]) -> Iterator[Name]:
    """Names with a capital that the model missed: known places, and people with a title or a given name."""
    for start, end in name_rules.capitalised_runs(block.text):
        if any(start < stop and begin < end for begin, stop in taken):
            continue
        result = names.clean(block.text, "person", start, end)
        if result is None:
            continue
        _, start, end, titled = result
        text = block.text[start:end]
        found = places.lookup(text)
        if found and (found.kind != "city" or found.people >= _BIG_CITY):
            yield _name(block, "place", start, end)
        elif " " in text and (titled or name_rules.has_given_name(text)) and not _is_organisation(text):
            yield _name(block, "person", start, end, titled=titled)


def _with_definitions(found: Sequence[Name], blocks: Sequence[Block]) -> list[Name]:
    """The names with the organisations that the text defines an acronym for, which outdo what was guessed there."""
    defined: list[Name] = []
    for block in blocks:
        for start, end, short_start, short_end in joining.definitions(block.text):
            defined.append(_name(block, "organisation", start, end, titled=True))
            defined.append(_name(block, "organisation", short_start, short_end, titled=True))
    taken = defaultdict(list)
    for name in defined:
        taken[name.zone].append((name.start, name.end))
    rest = [name for name in found if not any(name.start < end and start < name.end for start, end in taken[name.zone])]
    return [*rest, *defined]


def _distinct(found: Iterable[Name]) -> list[Name]:
    """The names in text order, none twice, none within another."""
    order = {"title": 0, "standfirst": 1, "body": 2}
    kept: list[Name] = []
    for name in sorted(found, key=lambda name: (order[name.zone], name.start, -name.end)):
        if not (kept and kept[-1].zone == name.zone and name.start < kept[-1].end):
            kept.append(name)
    return kept


def _is_organisation(text: str) -> bool:
    words = [fold(word) for word, _, _ in names.words(text)]
    return len(words) > 1 and (
        words[-1] in name_words.ORGANISATION_WORDS
        or words[0] in name_words.ORGANISATION_HEADS
        or any(word in name_words.ORGANISATION_HEADS and "of" in words[index:] for index, word in enumerate(words))
    )


def _kinds(found: Sequence[Name], zones: Mapping[Zone, str], language: str | None) -> dict[str, str]:
    """One kind for each name in the article, by the sum of all signs; names without enough are left out."""
    mentions: dict[str, list[Name]] = defaultdict(list)
    for name in found:
        mentions[name.key].append(name)
    kinds: dict[str, str] = {}
    persons: list[list[str]] = []
    for name_key, own in sorted(mentions.items(), key=lambda item: -len(item[0].split())):
        if _is_never(own[0].text):
            continue
        scores = _scores(own, zones, persons, language)
        kind, score = max(scores.items(), key=lambda item: item[1])
        if score > _LOWEST_SCORE:
            kinds[name_key] = kind
            if kind == "person":
                persons.append(name_key.split())
    return kinds


def _scores(
    own: Sequence[Name], zones: Mapping[Zone, str], persons: Sequence[Sequence[str]], language: str | None
) -> dict[str, float]:
    """How much speaks for each kind, summed over the mentions of a name."""
    text, count = own[0].text, len(own)
    words = joining.tokens(text)
    labels = {name.kind for name in own}
    scores = {"person": 0.0, "organisation": 0.0, "place": 0.0}
    for name in own:
        if name.kind in scores:
            scores[name.kind] += 3 if name.titled else 1
        if _BEFORE_PLACE.search(zones[name.zone][max(0, name.start - 16) : name.start]):
            scores["place"] += 0.5
    place = places.lookup(text, language=language) if labels != {"people"} else None
    scores["place"] += count * _place_weight(place, words)
    if place and place.kind != "city":
        pass  # the Russian Federation is no federation's club
    elif _is_organisation(text):
        scores["organisation"] += 5 * count
    elif len(words) > 1 and not place:
        if words[-1] in name_words.PLACE_WORDS:
            scores["place"] += 2 * count
        elif labels <= _LIKE_ORGANISATIONS and places.lookup(words[0]) and words[0] not in name_words.GIVEN_NAMES:
            scores["organisation"] += 1.2 * count
        if words[0] in name_words.GIVEN_NAMES:
            scores["person"] += 1.5 * count
    if joining.is_acronym(text):
        scores["organisation"] += 0 if place or labels == {"other"} else count
        scores["person"] -= 2 * count
    if len(words) == 1 and any(words[0] == person[-1] for person in persons):
        scores["person"] += 1.6 * count
    if words[0] in name_words.MOVEMENTS:
        scores["organisation"] += 3 * count
    return scores


_LIKE_ORGANISATIONS: Final = frozenset(("organisation", "place", "landmark"))


def _place_weight(place: places.Found | None, words: Sequence[str]) -> float:
    if place is None:
        return 0
    if place.kind in ("country", "region"):
        return 2
    shortest = 4
    if len(words[0]) < shortest and len(words) == 1:
        return 0.2
    return 1.6 if place.people >= _BIG_CITY else 0.4


def _is_never(text: str) -> bool:
    words = joining.tokens(text)
    if not words or text.islower() or not any(char.isalpha() for char in text):
        return True
    if len(words) == 1:
        word = words[0].removesuffix("'s")
        if word in name_words.PRONOUNS:
            return not joining.is_acronym(text)
        single = 2
        roles = name_words.ROLES - name_words.NAMELIKE_ROLES
        return len(word) < single or word in name_words.NEVER_NAMES or word in name_words.GENERIC_ORGANISATIONS or word in roles
    return all(word in name_words.ROLES or word in name_words.NEVER_NAMES for word in words)


def _in_headline(title: str, kept: Sequence[Name]) -> list[Name]:
    """Names of the body that the headline holds too."""
    if not title:
        return []
    capitals = is_in_capitals(title)
    forms: dict[str, str] = {}
    for name in kept:
        if name.zone != "title":
            forms.setdefault(name.text.upper() if capitals else name.text, name.kind)
            surname = name.text.split()[-1]
            if name.kind == "person" and not capitals and not _is_never(surname):
                forms.setdefault(surname, "person")
    found = []
    for form, kind in forms.items():
        for match in regex.finditer(rf"(?<![\p{{L}}\p{{N}}]){regex.escape(form)}(?![\p{{L}}\p{{N}}])", title):
            found.append(Name(kind, "title", match.start(), match.end(), match.group()))
    return sorted(found, key=lambda name: (name.start, -name.end))


_ORDER: Final = {"title": 0, "standfirst": 1, "body": 2}


def _entity_parts(group: Sequence[Name]) -> tuple[tuple[str, ...], tuple[Mention, ...]]:
    ordered = sorted(group, key=lambda name: (_ORDER[name.zone], name.start))
    forms = tuple(dict.fromkeys(" ".join(name.text.split()) for name in ordered))
    return forms, tuple(Mention(name.zone, (name.start, name.end)) for name in ordered)


def _people(found: Sequence[Name], authors: Sequence[str]) -> tuple[Entity, ...]:
    bylines = {names.key(author) for author in authors}
    groups = _joined(found, joining.person_fits)
    return tuple(
        _entity(group) for group in groups if not any(name.key in bylines for name in group) and _is_person(group)
    )


def _is_person(group: Sequence[Name]) -> bool:
    """A lone word is a person only with a title; a model's guess at one is as often wrong."""
    return any(" " in name.text or name.titled for name in group) or len(group) > 1


def _organisations(found: Sequence[Name]) -> tuple[Entity, ...]:
    return tuple(_entity(group) for group in _joined(found, joining.organisation_fits))


def _joined(found: Sequence[Name], fits: Callable[[str, str], bool]) -> list[list[Name]]:
    """The names in groups of one bearer, in the order of their first mention."""
    texts = {name.key: name.text for name in reversed(found)}
    heads: list[str] = []
    joined_to: dict[str, list[str]] = {}
    for name_key in sorted(texts, key=lambda key: (-len(key.split()), -len(key), key)):
        fuller = [head for head in heads if fits(texts[name_key], texts[head])]
        if fuller:
            joined_to[name_key] = fuller
        else:
            heads.append(name_key)
    of_head = {head: [name for name in found if name.key == head] for head in heads}
    groups: dict[str, list[Name]] = {}
    for name in found:
        fuller_names = [other for head in joined_to.get(name.key, ()) for other in of_head[head]]
        chosen = joining.nearest(name, fuller_names, _ORDER)
        groups.setdefault(chosen.key if chosen else name.key, []).append(name)
    return list(groups.values())


def _entity(group: Sequence[Name]) -> Entity:
    forms, mentions = _entity_parts(group)
    return Entity(name=_fullest(forms), forms=forms, mentions=mentions)


def _fullest(forms: Sequence[str]) -> str:
    return max(forms, key=lambda form: (len(form.split()), not form.isupper(), len(form)))


def _places(found: Sequence[Name], dateline: Dateline | None, language: str | None) -> tuple[Place, ...]:
    known = {name.key: places.lookup(name.text, language=language) for name in found}
    filed = [part.strip() for part in (dateline.place or "").split("/")] if dateline and dateline.place else []
    codes = {place.codes[0] for place in known.values() if place and place.kind == "country"}
    codes |= {place.codes[0] for part in filed if (place := places.lookup(part, language=language)) and place.codes}
    groups: dict[str, list[Name]] = {}
    for name in found:
        place = known[name.key]
        groups.setdefault(names.key(place.name) if place else name.key, []).append(name)
    result = []
    for group in groups.values():
        place = known[group[0].key]
        forms, mentions = _entity_parts(group)
        name = place.name if place and (place.kind != "city" or place.name.startswith("The ")) else _fullest(forms)
        result.append(
            Place(name=name, forms=forms, mentions=mentions, country=places.country_of(place, codes) if place else None)
        )
    for part in filed:
        place = places.lookup(part, language=language)
        if part and names.key(place.name if place else part) not in groups:
            result.append(Place(name=part, forms=(part,), country=places.country_of(place, codes) if place else None))
    return tuple(result)
