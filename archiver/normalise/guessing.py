"""A recogniser's guesses made names: owners and lists divided, cut names joined, what was overlooked added."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import regex

from archiver.normalise import bodies, bounds, joining, kinds, name_words, names, never, overlooked, places
from archiver.normalise.gazetteers import given_names, small_words
from archiver.normalise.names import Name
from archiver.normalise.passages import Passage
from archiver.normalise.recogniser import Guess, Recogniser
from archiver.normalise.words import fold

_PAIR: Final = regex.compile(r"(\p{Lu}[^,]{1,40})(?:\sand\s|,\s)(\p{Lu}[^,]{1,40})")
_PARTICLES: Final = regex.compile(rf"[ \u00a0](?:(?:{'|'.join(name_words.PARTICLES)})[ \u00a0]){{0,3}}")
_PLURAL: Final = regex.compile(r".?s[’']\s")
_OWNED: Final = regex.compile(r"(?<=[\p{L}.])[’']s\s+(?=\p{L})")
_MONEY: Final = regex.compile(r"\b(?:US|NZ|HK|NT|[ACRS])[ \u00a0]?\$")
_PARTY: Final = regex.compile(r"(?<![\w-])[DRI]-(?:\p{Lu}\p{Ll}{1,4}\.|\p{Lu}\.\p{Lu}\.|\p{Lu}{2}(?!\w))")
"""A member of an American parliament's party and state: "D-Calif.", "R-N.M."."""

_SAINTS: Final = regex.compile(
    r"(?<=\p{L})(?:['’]s?)?\s(?:Church|Hospital|School|College|Cathedral|Hall|Academy|Parish)(?!\p{L})"
)
_LINKED: Final = regex.compile(r"-(?:i|e|o|ul|un|ur|us|uz|al)-\p{Lu}\p{L}+|[ \u00a0](?:ez|es|ed|et)-\p{Lu}\p{L}+")
"""What a name goes on with behind a particle: "Gulshan" + "-i-Iqbal", "Deir" + " ez-Zor"."""

_ADDRESS: Final = regex.compile(r"\b(?:\w{3,6}://|www\.)\S+")
_REST: Final = regex.compile(r"-(?P<word>\p{Lu}\p{Ll}+|\p{Ll}{2,5}(?![\p{L}-]))")
_NO_RESTS: Final = frozenset(("style", "based", "led", "era", "like", "born", "owned", "run"))
_BETWEEN_PEOPLE: Final = regex.compile(r"(?:,\s(?:and\s)?|\s(?:and|&)\s)(?=\p{Lu}(?!r\b|nr\b|I))")
_HOME: Final = regex.compile(r"(?P<head>\p{Lu}.{2,80})\sof\s(?:the\s)?(?P<place>\p{Lu}[^,]{1,40})")
_NATIONAL_HEADS: Final = name_words.ORGANISATION_HEADS - {
    "trust",
    "house",
    "college",
    "school",
    "academy",
    "office",
    "front",
    "movement",
} | {"administration", "centre", "center", "alliance"}
"""Last words of a name that its country or town belongs to: "Badminton Association" + "of Thailand"."""

_GOES_ON: Final = regex.compile(
    r"\s(?:of|for)\s(?:the\s)?\p{Lu}[\p{L}\p{M}\-]*(?:\s(?:and\s)?\p{Lu}[\p{L}\p{M}\-]*){0,4}"
)


def guessed(blocks: Sequence[Passage], recogniser: Recogniser) -> Iterator[Name]:
    """The names of all passages, in their order, as the recogniser guesses them and the rules mend them."""
    for block, guessed in zip(blocks, recogniser.guesses([block.text for block in blocks]), strict=True):
        taken: list[tuple[int, int]] = []
        people: set[int] = set()
        taken += _no_names(block.text)
        outside = [
            guess for guess in guessed if not any(guess.start < stop and begin < guess.end for begin, stop in taken)
        ]
        divided = _divided(block.text, [_whole(block.text, guess) for guess in outside])
        guesses = bounds.mended(block.text, list(_merged(block.text, divided)))
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
                yield from (overlooked.named(block, "place", *piece) for piece in pair)
            elif not any(start < stop and begin < end for begin, stop in taken):
                taken.append((start, end))
                if kind == "person":
                    people |= {start, end}
                yield overlooked.named(block, kind, start, end, titled=titled)
                if home:
                    taken.append(home)
                    yield overlooked.named(block, "place", *home)
        found = [*overlooked.states(block), *overlooked.find(block, taken, people)]
        yield from found


def _no_names(text: str) -> list[tuple[int, int]]:
    """Where addresses of pages stand, signs of money and a parliamentarian's party: the words in them are no names."""
    found = [match.span() for match in _ADDRESS.finditer(text)] if "://" in text or "www." in text else []
    found += [match.span() for match in _PARTY.finditer(text)] if "D-" in text or "R-" in text else []
    return found + [match.span() for match in _MONEY.finditer(text)] if "$" in text else found


def _whole(text: str, guess: Guess) -> Guess:
    """The guess with the end of a word of which it has only the beginning: "Guinea" + "-Bissau", "Yoon Suk" + "-yeol"."""
    if text.startswith("St", guess.start) and (
        saint := _SAINTS.match(text, guess.end - text.endswith(("'s", "’s"), guess.start, guess.end) * 2)
    ):
        return Guess("organisation", guess.start, saint.end())
    if linked := _LINKED.match(text, guess.end):
        return Guess(guess.kind, guess.start, linked.end())
    rest = _REST.match(text, guess.end - text.endswith("-", guess.start, guess.end))
    if not rest:
        return guess
    word = rest["word"]
    named = guess.kind == "person" and word not in _NO_RESTS and (word == "an" or word not in small_words())
    branch = guess.kind == "organisation" and places.is_city(word)  # "IIT-Bombay"
    if named or branch or places.lookup(text[guess.start : rest.end()]):
        return Guess(guess.kind, guess.start, rest.end())
    return guess


def _divided(text: str, guesses: Sequence[Guess]) -> Iterator[Guess]:
    """The guesses, an owner and what is owned apart: "Turin’s Porta Nuova", not "King’s College"."""
    for guess in _listed(text, guesses):
        owner = _OWNED.search(text, guess.start, guess.end)
        if owner is None or owner.end() == guess.end:
            yield guess
            continue
        before, behind = text[guess.start : owner.start()], text[owner.end() : guess.end]
        place = places.lookup(before)
        small = behind[:1].islower()
        if place is None and not (small or joining.is_acronym(before) or bodies.is_organisation(before)):
            if guess.kind == "person" and " " in behind and before.strip():  # "Front Dudula's Dan Radebe"
                owns = fold(before.split()[0]) in given_names()
                yield Guess("person" if owns else "other", guess.start, owner.start())
                yield Guess("person", owner.end(), guess.end)
            else:
                yield guess
            continue
        if never.is_never(behind) and not small and place and guess.kind == "other":
            yield guess  # "America's Cup"
            continue
        yield Guess("place" if place else guess.kind, guess.start, owner.start())
        if not small:
            yield Guess(guess.kind, owner.end(), guess.end)


def _listed(text: str, guesses: Sequence[Guess]) -> Iterator[Guess]:
    """The guesses, several people that are guessed as one apart: "Laila and Omar", "Kern, Anna Maes"."""
    for guess in guesses:
        start = guess.start
        if guess.kind == "person":
            for gap in _BETWEEN_PEOPLE.finditer(text, guess.start, guess.end):
                yield Guess("person", start, gap.start())
                start = gap.end()
        yield Guess(guess.kind, start, guess.end)


def _merged(text: str, guesses: Iterable[Guess]) -> Iterator[Guess]:
    """The guesses, two of organisations as one that only a plural's apostrophe parts: "Mill Hands’" + "Front"."""
    kept: Guess | None = None
    for guess in guesses:
        if kept and kept.kind == guess.kind == "organisation" and _PLURAL.fullmatch(text, kept.end - 2, guess.start):
            kept = Guess(kept.kind, kept.start, guess.end)
            continue
        if kept and (_is_one_person(text, kept, guess) or _is_given_name_cut_off(text, kept, guess)):
            kept = Guess("person", kept.start, guess.end)
            continue
        if kept:
            yield kept
        kept = guess
    if kept:
        yield kept


def _is_one_person(text: str, first: Guess, second: Guess) -> bool:
    """Whether two guesses side by side are one person: "Hassan Sheikh" "Mohamud", and a first name that no place has."""
    name = text[first.start : first.end]
    if second.kind != "person" or text[first.end : second.start] != " " or name.endswith(("'s", "’s", "s'", "s’")):
        return False
    if first.kind == "person":
        return not bodies.is_organisation(name)
    return (
        first.kind == "place"
        and name.istitle()
        and " " not in name
        and fold(name) not in name_words.GENERIC_ORGANISATIONS | name_words.PLACE_WORDS
        and places.lookup(name) is None
    )


def _is_given_name_cut_off(text: str, first: Guess, second: Guess) -> bool:
    """Whether two guesses are a given name and the rest of the name: "Ursula" von der "Leyen"."""
    word, *others = [fold(word) for word, _, _ in names.words(text[first.start : first.end])] or [""]
    known = places.lookup(word)
    return (
        word in given_names()
        and all(other in name_words.PARTICLES for other in others)
        and (known is None or (known.kind == "city" and known.people < kinds.BIG_CITY))
        and bool(_PARTICLES.fullmatch(text, first.end, second.start))
        and second.kind in ("person", "place", "organisation")
        and not bodies.is_organisation(text[first.start : second.end])
    )


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
    whole = (
        len(head) == 1
        or {"university", "of"} <= set(head)
        or (head[-1] in _NATIONAL_HEADS and not bodies.is_known_organisation(match["head"]))
        or head[0] in name_words.DESCRIPTORS
        or head[0] in name_words.GENERIC_ORGANISATIONS
        or head[0] in name_words.DEMONYMS
    )
    if whole and head[0] not in given_names():
        return end, None
    return match.end("head"), match.span("place")
