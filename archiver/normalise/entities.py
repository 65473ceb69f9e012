"""People, organisations and places of an article: guessed, cleaned, typed once for each name, joined.

A recogniser's guesses are only the start. Titles and articles are taken off, the gazetteer and the words that names are made
of outvote the model, and each name has one kind in an article. A headline adds no name of its own unless it is written as a
sentence: title case and capitals tell nothing.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Final

import regex

from archiver.document import Dateline, Entity, Mention, Place, Zone
from archiver.normalise import clue_words, clues, foreign, joining, kinds, name_rules, name_words, names, places
from archiver.normalise.given_names import GIVEN_NAMES
from archiver.normalise.more_regions import STATES
from archiver.normalise.names import Name
from archiver.normalise.passages import Passage, is_in_capitals, passages
from archiver.normalise.recogniser import Guess, Recogniser
from archiver.normalise.words import base_language, fold

_PAIR: Final = regex.compile(r"(\p{Lu}[^,]{1,40})(?:\sand\s|,\s)(\p{Lu}[^,]{1,40})")
_FROM_A_PLACE: Final = regex.compile(r"\sof\s\p{Lu}\p{Ll}+")
_PARTICLES: Final = regex.compile(rf"[ \u00a0](?:(?:{'|'.join(name_words.PARTICLES)})[ \u00a0]){{0,3}}")
_PLURAL: Final = regex.compile(r".?s[’']\s")
_STATE: Final = regex.compile(
    r"(?<=\p{Ll}),\s(?P<state>(?:N|S|W|R)\.\s?(?:[A-Z]|Va)\.|(?:Al|Ari|Ark|Cal|Col|Con|De|Fl|Ga|Il|In|Ka|Ky|M|Ne|Ok|Or|Pa|Te|V|W)[a-z]{0,4}\.)"
)
_LIST_BEFORE: Final = regex.compile(r"(?:,\s(?:and\s)?|;\s|\sand\s|\s&\s)$")
_LIST_BEHIND: Final = regex.compile(r"(?:,\s(?:and\s)?|;\s|\sand\s|\s&\s)")
_OWNED: Final = regex.compile(r"(?<=[\p{L}.])[’']s\s+(?=\p{L})")
_HOME: Final = regex.compile(r"(?P<head>\p{Lu}.{2,80})\sof\s(?:the\s)?(?P<place>\p{Lu}[^,]{1,40})")
_GOES_ON: Final = regex.compile(
    r"\s(?:of|for)\s(?:the\s)?\p{Lu}[\p{L}\p{M}\-]*(?:\s(?:and\s)?\p{Lu}[\p{L}\p{M}\-]*){0,4}"
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
    english = language is not None and base_language(language) == "en"
    if recogniser is None:
        found = list(name_rules.find(blocks, language))
    elif english:
        found = list(_guessed(blocks, recogniser))
    else:
        found = list(foreign.find(blocks, language, recogniser))
    found = _distinct(_with_definitions(found, blocks))
    decided = kinds.kinds(found, zones, language)
    kept = [name._replace(kind=decided[name.key]) for name in found if decided.get(name.key)]
    if english:
        kept = _distinct([*kept, *_repeated(kept, blocks), *_in_headline(zones.get("title", ""), kept)])
    people = _people([name for name in kept if name.kind == "person"], authors)
    organisations = _organisations([name for name in kept if name.kind == "organisation"], blocks)
    return people, organisations, _places([name for name in kept if name.kind == "place"], dateline, language)


def _guessed(blocks: Sequence[Passage], recogniser: Recogniser) -> Iterator[Name]:
    for block, guessed in zip(blocks, recogniser.guesses([block.text for block in blocks]), strict=True):
        taken: list[tuple[int, int]] = []
        people: set[int] = set()
        guesses = list(_merged(block.text, _divided(block.text, guessed)))
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
            end, home = _without_home(block.text, start, end)
            pair = _pair_of_places(block.text, start, end)
            if pair:
                taken += pair
                yield from (_name(block, "place", *piece) for piece in pair)
            elif not any(start < stop and begin < end for begin, stop in taken):
                taken.append((start, end))
                if kind == "person":
                    people |= {start, end}
                yield _name(block, kind, start, end, titled=titled)
                if home:
                    taken.append(home)
                    yield _name(block, "place", *home)
        found = [*_states(block), *_overlooked(block, taken, people)]
        yield from found


def _divided(text: str, guesses: Sequence[Guess]) -> Iterator[Guess]:
    """The guesses, an owner and what is owned apart: "Turin’s Porta Nuova", not "King’s College"."""
    for guess in guesses:
        owner = _OWNED.search(text, guess.start, guess.end)
        if owner is None or owner.end() == guess.end:
            yield guess
            continue
        before, behind = text[guess.start : owner.start()], text[owner.end() : guess.end]
        place = places.lookup(before)
        small = behind[:1].islower()
        if place is None and not (small or joining.is_acronym(before) or kinds.is_organisation(before)):
            yield guess
            continue
        if kinds.is_never(behind) and not small and place and guess.kind == "other":
            yield guess  # "America's Cup"
            continue
        yield Guess("place" if place else guess.kind, guess.start, owner.start())
        if not small:
            yield Guess(guess.kind, owner.end(), guess.end)


def _merged(text: str, guesses: Iterable[Guess]) -> Iterator[Guess]:
    """The guesses, two of organisations as one that only a plural's apostrophe parts: "Mill Hands’" + "Front"."""
    kept: Guess | None = None
    for guess in guesses:
        if kept and kept.kind == guess.kind == "organisation" and _PLURAL.fullmatch(text, kept.end - 2, guess.start):
            kept = Guess(kept.kind, kept.start, guess.end)
            continue
        if kept and _is_given_name_cut_off(text, kept, guess):
            kept = Guess("person", kept.start, guess.end)
            continue
        if kept:
            yield kept
        kept = guess
    if kept:
        yield kept


def _is_given_name_cut_off(text: str, first: Guess, second: Guess) -> bool:
    """Whether two guesses are a given name and the rest of the name: "Ursula" von der "Leyen"."""
    word, *others = [fold(word) for word, _, _ in names.words(text[first.start : first.end])] or [""]
    known = places.lookup(word)
    return (
        word in GIVEN_NAMES
        and all(other in name_words.PARTICLES for other in others)
        and (known is None or (known.kind == "city" and known.people < kinds.BIG_CITY))
        and bool(_PARTICLES.fullmatch(text, first.end, second.start))
        and second.kind in ("person", "place", "organisation")
        and not kinds.is_organisation(text[first.start : second.end])
    )


def _name(block: Passage, kind: str, start: int, end: int, *, titled: bool = False) -> Name:
    gender = names.gender_before(block.text, start) if kind == "person" else ""
    return Name(kind, block.zone, block.start + start, block.start + end, block.text[start:end], titled, gender)


def _pair_of_places(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Two places that were taken for one name: "Lahore and Karachi"."""
    match = _PAIR.fullmatch(text, start, end)
    if not match or not all(places.lookup(match[group]) for group in (1, 2)):
        return []
    return [match.span(1), match.span(2)]


def _with_of(text: str, start: int, end: int) -> tuple[int, int]:
    """A name that goes on after its head: "Supreme Court" + "of Pakistan"."""
    last = names.words(text[start:end])[-1:]
    if not last or fold(last[0][0]) not in name_words.ORGANISATION_HEADS:
        return start, end
    more = _GOES_ON.match(text, end)
    return (start, more.end()) if more else (start, end)


def _without_home(text: str, start: int, end: int) -> tuple[int, tuple[int, int] | None]:
    """Where a name ends that says whence it is, and the place: "Tarn Gear Works" + "of Lahore", not "Bank of England".

    What begins with a common word of organisations, or is but one word, goes on with its "of".
    """
    match = _HOME.fullmatch(text, start, end)
    if not match or places.lookup(match["place"]) is None:
        return end, None
    head = [fold(word) for word, _, _ in names.words(match["head"])]
    whole = len(head) == 1 or (
        head[0] in name_words.DESCRIPTORS
        or head[0] in name_words.GENERIC_ORGANISATIONS
        or head[0] in name_words.DEMONYMS
    )
    if whole and head[0] not in GIVEN_NAMES:
        return end, None
    return match.end("head"), match.span("place")


def _states(block: Passage) -> Iterator[Name]:
    """States behind their towns, as American news shortens them: "Amarillo, Tex."."""
    for match in _STATE.finditer(block.text):
        if match["state"].replace(".", "").lower() in STATES:
            yield _name(block, "place", *match.span("state"))


def _overlooked(block: Passage, taken: Sequence[tuple[int, int]], people: Collection[int]) -> Iterator[Name]:
    """Names with a capital that the model missed: known places, and people with a title or a given name.

    `people` are the bounds of the people that it didn't: names that are listed with them are people's too.
    """
    for run in name_rules.capitalised_runs(block.text):
        if any(run[0] < stop and begin < run[1] for begin, stop in taken):
            continue
        result = names.clean(block.text, "person", *run)
        if result is None:
            continue
        _, start, end, titled = result
        kind = _kind_of_overlooked(block.text, start, end, titled=titled)
        if not kind and _is_listed_with(people, block.text, start, end):
            kind = "person"
        if kind:
            yield _name(block, kind, start, end, titled=titled)


def _is_listed_with(people: Collection[int], text: str, start: int, end: int) -> bool:
    """Whether words with capitals stand in one list with a person: "Anna Kern, Ulo Tamm and Joris Maes"."""
    longest = 3
    if not 1 < len(text[start:end].split()) <= longest or kinds.is_never(text[start:end]):
        return False
    before, behind = _LIST_BEFORE.search(text[max(0, start - 6) : start]), _LIST_BEHIND.match(text, end)
    return bool(before and start - len(before.group()) in people) or bool(behind and behind.end() in people)


def _kind_of_overlooked(text: str, start: int, end: int, *, titled: bool) -> str | None:
    """What words with a capital name that the model passed over; None where nothing shows that they are a name."""
    name = text[start:end]
    begins = names.starts_sentence(text, start)
    found = places.lookup(name)
    kind = None
    if found and (found.kind != "city" or found.people >= kinds.BIG_CITY or kinds.is_after_in(text, start)):
        kind = "place"
    elif kinds.is_surely_organisation(name):
        kind = "organisation"
    elif kinds.is_organisation(name):
        kind = "organisation" if not begins or kinds.is_named(name) else None
    elif titled or name_rules.has_given_name(name):
        kind = "person"
    elif " " in name:
        kind = _kind_by_clues(text, start, end, begins=begins)
    return kind


def _kind_by_clues(text: str, start: int, end: int, *, begins: bool) -> str | None:
    """What several words are by their first one or by what stands around; where a sentence `begins`, little is sure."""
    first = fold(text[start:end].split(maxsplit=1)[0])
    signs = clues.sums(text, start, end)
    enough = 2
    if first in clue_words.CLUB_FIRSTS and (first != "real" or not begins or signs):
        return "organisation"
    if not begins and first in clue_words.GEOGRAPHIC_FIRSTS - {"new", "old"} and signs.get("person", 0) <= 0:
        return "place"
    if not begins and (signs.get("person", 0) >= enough or _FROM_A_PLACE.match(text, end)):
        return "person"
    return None


def _with_definitions(found: Sequence[Name], blocks: Sequence[Passage]) -> list[Name]:
    """The names with the organisations that the text defines an acronym for, which outdo what was guessed there."""
    defined = [
        _name(block, "organisation", *span, titled=True)
        for block in blocks
        for definition in joining.definitions(block.text)
        for span in (definition[:2], definition[2:])
    ]
    taken: dict[Zone, list[Name]] = defaultdict(list)
    for name in sorted(defined, key=lambda name: name.start):
        taken[name.zone].append(name)
    reached = {zone: list(accumulate((name.end for name in names), max)) for zone, names in taken.items()}

    def is_free(name: Name) -> bool:
        before = bisect_left(taken[name.zone], name.end, key=lambda other: other.start)
        return not before or reached[name.zone][before - 1] <= name.start

    return [*filter(is_free, found), *defined]


def _repeated(kept: Sequence[Name], blocks: Sequence[Passage]) -> Iterator[Name]:
    """Further mentions that the model missed: of names of several words, of acronyms, and of people's last names.

    A last name that the text also writes small ("young") isn't looked for.
    """
    forms: dict[str, str] = {}
    for name in kept:
        if " " in name.text or joining.is_acronym(name.text):
            forms.setdefault(name.text, name.kind)
        if name.kind == "person" and " " in name.text:
            forms.setdefault(name.text.split()[-1], "person")
    small = {word for block in blocks for word, _, _ in names.words(block.text) if word.islower()}
    taken = {(name.zone, position) for name in kept for position in range(name.start, name.end)}
    for block in blocks:
        for form, kind in forms.items():
            if form not in block.text or form.lower() in small or kinds.is_never(form):
                continue
            for start in _occurrences(form, block.text):
                found = _name(block, kind, start, start + len(form))
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
            surname = name.text.split()[-1]
            if name.kind == "person" and not capitals and not kinds.is_never(surname):
                forms.setdefault(surname, "person")
    found = [
        Name(kind, "title", start, start + len(form), form)
        for form, kind in forms.items()
        for start in _occurrences(form, title)
    ]
    return sorted(found, key=lambda name: (name.start, -name.end))


def _occurrences(form: str, title: str) -> Iterator[int]:
    """Where a form stands in the headline as words of its own."""
    start = title.find(form)
    while start >= 0:
        end = start + len(form)
        if not title[start - 1 : start].isalnum() and not title[end : end + 1].isalnum():
            yield start
        start = title.find(form, end)


def _entity_parts(group: Sequence[Name]) -> tuple[tuple[str, ...], tuple[Mention, ...]]:
    ordered = sorted(group, key=lambda name: (joining.ORDER[name.zone], name.start))
    forms = tuple(dict.fromkeys(" ".join(name.text.split()) for name in ordered))
    return forms, tuple(Mention(name.zone, (name.start, name.end)) for name in ordered)


def _people(found: Sequence[Name], authors: Sequence[str]) -> tuple[Entity, ...]:
    bylines = {names.key(author) for author in authors}
    groups = joining.joined(found, joining.person_fits)
    return tuple(
        _entity(group) for group in groups if not any(name.key in bylines for name in group) and _is_person(group)
    )


def _is_person(group: Sequence[Name]) -> bool:
    """A lone word is a person only with a title; a model's guess at one is as often wrong."""
    return any(" " in name.text or name.titled for name in group) or len(group) > 1


def _organisations(found: Sequence[Name], blocks: Sequence[Passage]) -> tuple[Entity, ...]:
    texts = {(block.zone, block.start): block.text for block in blocks}
    defined = dict(_bracketed(found, texts))
    return tuple(_entity(group) for group in joining.joined(found, joining.organisation_fits, defined))


def _bracketed(found: Sequence[Name], texts: Mapping[tuple[Zone, int], str]) -> Iterator[tuple[str, str]]:
    """Acronyms in brackets right behind an organisation, though other initials: "Military Emergencies Unit (UME)"."""
    starts = sorted(texts)
    for name, acronym in pairwise(found):
        if name.zone == acronym.zone and acronym.start - name.end == len(" (") and joining.is_acronym(acronym.text):
            zone, start = starts[bisect_right(starts, (name.zone, name.start)) - 1]
            text = texts[zone, start]
            if text[name.end - start : acronym.start - start] == " (":
                yield acronym.key, name.key


def _entity(group: Sequence[Name]) -> Entity:
    forms, mentions = _entity_parts(group)
    return Entity(name=_fullest(forms), forms=forms, mentions=mentions)


def _fullest(forms: Sequence[str]) -> str:
    return max(forms, key=lambda form: (len(form.split()), not form.isupper(), len(form)))


def _places(found: Sequence[Name], dateline: Dateline | None, language: str | None) -> tuple[Place, ...]:
    filed = [part.strip() for part in (dateline.place or "").split("/") if part.strip()] if dateline else []
    filed_names = [Name("place", "body", 0, 0, part) for part in filed]
    known = {name.key: places.lookup(name.text, language=language) for name in (*found, *filed_names)}
    codes = {place.codes[0] for place in known.values() if place and place.kind == "country"}
    groups: dict[str, list[Name]] = {}
    for name in found:
        place = known[name.key]
        groups.setdefault(names.key(place.name) if place else name.key, []).append(name)
    result = [_entity_of_place(group, known[group[0].key], codes) for group in groups.values()]
    for name in filed_names:
        place = known[name.key]
        if names.key(place.name if place else name.text) not in groups:
            result.append(Place(name=name.text, forms=(name.text,), country=_country(place, codes)))
    return tuple(result)


def _entity_of_place(group: Sequence[Name], place: places.Found | None, codes: Collection[str]) -> Place:
    """A place under its usual name: a country or a region has one, a city is called as the text calls it."""
    forms, mentions = _entity_parts(group)
    usual = place is not None and (place.kind != "city" or place.name.startswith("The "))
    return Place(
        name=place.name if place and usual else _fullest(forms),
        forms=forms,
        mentions=mentions,
        country=_country(place, codes),
    )


def _country(place: places.Found | None, codes: Collection[str]) -> str | None:
    return places.country_of(place, codes) if place else None
