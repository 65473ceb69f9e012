"""Where organisations' names begin and end: guesses that took in too much are parted, those that were cut off are widened."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import regex

from archiver.normalise import bodies, name_words, names, places
from archiver.normalise.beside import Before
from archiver.normalise.clue_words import LANDS
from archiver.normalise.gazetteers import common_words, given_names
from archiver.normalise.recogniser import Guess
from archiver.normalise.words import fold, listed

Word = tuple[str, int, int]

_OFFICES: Final = (name_words.OFFICES - {"general", "director", "leader"}) | frozenset(
    listed("chief cm pm dpm dgp igp lg mp mna mpa mla ceo chairman-designate secretary-general president-elect")
)
"""Words that stand between an organisation or a place and the person who holds its office: "Punjab CM Sana Gul"."""

_BEFORE_OFFICES: Final = name_words.ROLES | {"regional", "grand", "national", "executive", "managing", "founding"}

_SHORT_OFFICES: Final = frozenset(listed("cm pm dpm fm dgp igp lg mp mna mpa mla"))
"""Offices that one word is enough behind to be a person's name."""

_STARTERS: Final = frozenset(
    listed("if when while by but from with after although though because since where whether how why according via per")
)
"""Small words that have their capital from the beginning of a sentence."""

_SECTORS: Final = frozenset(
    listed(
        "agriculture agricultural fisheries food drug livestock forestry forests mines mining energy oil petroleum gas water power electricity trade "
        "industry industries commerce finance economy economic planning development health medical education culture cultural arts sports youth "
        "gender women coastguard tourism transport transportation communications communication information technology science scientific research innovation labour "
        "labor employment social justice law legal interior foreign defence defense environment environmental climate natural lands housing "
        "urban rural savings credit banking insurance securities exchange immigration customs excise border broadcasting telecommunications "
        "statistics standards quality regulation control safety security public works roads ports harbours aviation maritime alcohol tobacco firearms "
        "human rights population family children local home religious parliamentary political military veterans"
    )
)
"""What offices, ministries and their like are for."""

_SEATS: Final = frozenset(
    listed(
        "ministry department committee secretariat office directorate institute commission board council agency bureau authority administration "
        "cooperative association division centre center faculty school"
    )
)
"""What is for one thing and another: "Ministry of Gender, Labour and Social Development", "Mines and Energy Ministry"."""

_OFFICE_OF: Final = Before(
    r"\b(?:[Pp]resident|[Mm]inister|[Aa]mbassador|[Kk]ing|[Qq]ueen|[Ee]mir|[Aa]mir|[Ss]ultan|[Rr]uler|[Gg]overnor|[Mm]ayor|[Pp]remier|[Cc]hairman|"
    r"[Cc]hairwoman|[Hh]ead|[Ll]eader|[Ss]ecretary|[Cc]ommissioner|[Ee]nvoy|[Cc]onsul|[Ss]peaker)\s(?:of|to|for)\s(?:the\s)?",
    40,
)
_OF_OFFICES: Final = frozenset(("republic", "opposition", "house", "senate", "assembly", "parliament"))
_NO_HOLDERS: Final = (
    name_words.GENERIC_ORGANISATIONS | name_words.PLACE_WORDS | name_words.HOLDERS | name_words.DESCRIPTORS
)
_NO_FIELDS: Final = name_words.ROLES | name_words.ORGANISATION_WORDS
_LARGE: Final = 100_000
_BEFORE_PLACE: Final = Before(
    r"\b(?:(?:(?:\p{Lu}\p{Ll}+\s){0,2}(?:Republic|Kingdom)|State|Sultanate|Emirate|Principality)\sof\s(?:the\s)?|(?:[Ss]ub-)?\p{Lu}\p{Ll}+\s|[Ss]ub-)",
    40,
)
"""Words that a place's name may begin with which was guessed without them: "Sub-Saharan" Africa, "State of" Qatar."""

_LAND_OF: Final = Before(
    rf"\b(?:{'|'.join(word.title() for word in sorted(LANDS))})\sof\s(?:the\s)?",
    30,
)
"""First words of lands' and waters' names, before another place: "Strait of" Malacca."""

_FOR: Final = regex.compile(r"(?<!\p{L})(?P<head>\p{L}+)\s(?:of|for|on)\s(?:the\s)?(?P<what>\p{Lu}\p{Ll}+)")
_MORE: Final = regex.compile(
    r"(?:,\s(?P<one>\p{Lu}[\p{Ll}-]+)(?:\s\p{Lu}[\p{Ll}-]+)?){0,4},?\s(?:and|&)\s(?P<last>\p{Lu}[\p{Ll}-]+)(?:\s\p{Lu}[\p{Ll}-]+){0,2}"
)
_AND: Final = regex.compile(
    r",?\s(?:and|&)\s(?P<fields>(?:\p{Lu}[\p{Ll}-]+\s){1,3})(?P<kind>\p{Lu}[\p{Ll}-]+)(?!\s\p{Lu})"
)
_ENDS: Final = name_words.ORGANISATION_ENDS | _SEATS
_BEFORE: Final = Before(r"(?:\p{Lu}[\p{Ll}-]+(?:,\s|\s)){0,3}(?P<one>\p{Lu}[\p{Ll}-]+),?\s(?:and|&)\s", 60)
_PLACE_AND: Final = Before(r"(?P<place>\p{Lu}\p{Ll}+)\sand\s", 30)
_OF_TWO_PLACES: Final = frozenset(("police", "constabulary", "ambulance", "council", "partnership", "board"))
"""Last words of what two counties have together: "Devon and Cornwall Police"."""

_LISTED: Final = regex.compile(r",\s(?!(?:Inc|Ltd|LLC|Co|Corp|PLC|S\.?A|LP|and|Incorporated)\b)|\s(?=[‹«»›‘“])")
_DECIMAL: Final = regex.compile(r"(?:[ \u00a0][+\-–]?\d{1,6}[.,/]\d[\d.,/+\-]{0,20}%?){1,3}$|[ \u00a0][’'‘]+$")


def mended(text: str, guesses: Sequence[Guess]) -> list[Guess]:
    """The guesses of a paragraph, parted and widened, in its order."""
    parts = [part for guess in guesses for part in _parted(text, guess)]
    wider: list[Guess] = []
    for guess in parts:
        start, end = guess.start, guess.end
        if guess.kind in _LIKE_ORGANISATIONS:
            start, end = _widened(text, guess)
        elif guess.kind == "place" and (land := _LAND_OF.find(text, start)):
            start = land.start()
        elif guess.kind == "place" and (before := _BEFORE_PLACE.find(text, start)):
            known = places.lookup(text[start - len(before.group()) : end])
            start -= len(before.group()) if known and known.kind != "city" else 0
        if wider and wider[-1].end >= end:
            continue  # within the one before
        while wider and wider[-1].start >= start:
            wider.pop()
        if wider and wider[-1].end > start:
            start = guess.start
        wider.append(Guess(guess.kind, start, end))
    return wider


_LIKE_ORGANISATIONS: Final = frozenset(("organisation", "other"))


def _parted(text: str, guess: Guess) -> Iterator[Guess]:
    """A guess as one or several: an office parts its place or organisation from its holder, a comma what is listed."""
    if guess.kind not in ("person", "organisation", "other", "place") or " " not in text[guess.start : guess.end]:
        yield guess
        return
    words = [(word, guess.start + a, guess.start + b) for word, a, b in names.words(text[guess.start : guess.end])]
    if guess.kind in _LIKE_ORGANISATIONS:
        decimal = _DECIMAL.search(text, guess.start, guess.end)
        end = decimal.start() if decimal else guess.end
        words = [word for word in words if word[2] <= end]
        while len(words) > 1 and fold(words[0][0]) in _STARTERS and words[0][0][1:] != words[0][0][1:].upper():
            words = words[1:]
        if not words:
            return
        guess = Guess(guess.kind, words[0][1], max(words[-1][2], end))
        if listed_apart := list(_of_list(text, guess, words)):
            yield from listed_apart
            return
    if len(words) > 2 and (apart := list(_behind_place(text, guess, words))):  # noqa: PLR2004
        yield from apart
        return
    if _is_office_and_holder(words):
        yield Guess("person", words[1][1], guess.end)
        return
    office = _office(words)
    if office is None:
        yield from _without_holder(text, guess, words) if guess.kind in _LIKE_ORGANISATIONS else (guess,)
        return
    before, behind = office
    head = Guess("organisation", words[0][1], words[before - 1][2])
    named = text[head.start : head.end]
    if before and ((place := places.lookup(named)) or bodies.is_body(named)):
        yield Guess("place", *head[1:]) if place else head
        yield Guess("people", words[before][1], words[behind - 1][2])  # keeps the head from going on
    yield Guess("person", words[behind][1], guess.end)


def _behind_place(text: str, guess: Guess, words: Sequence[Word]) -> Iterator[Guess]:
    """A guess that took in of what its person holds an office: "President of" + "Mongolia Anu Bat"; nothing if it didn't."""
    words = words[1:] if fold(words[0][0]) == "the" else words
    if not _OFFICE_OF.find(text, words[0][1]):
        return
    for index in range(min(4, len(words) - 2), 0, -1):
        holder = [word for word, _, _ in words[index:]]
        longest = 5
        if len(holder) > longest or not all(word[0].isupper() or word in name_words.PARTICLES for word in holder):
            continue
        if fold(holder[-1]) in _NO_HOLDERS or fold(holder[0]) in _NO_HOLDERS or "of" in holder:
            continue
        if guess.kind != "person" and fold(holder[0]) not in given_names() and not holder[0].endswith("."):
            continue
        of = text[words[0][1] : words[index - 1][2]]
        place = places.lookup(of)
        if place and place.kind == "city" and place.people < _LARGE:
            continue
        if place or (index == 1 and fold(of) in _OF_OFFICES):
            if place:
                yield Guess("place", words[0][1], words[index - 1][2])
            else:
                yield Guess("people", words[0][1], words[0][2])
            yield Guess("person", words[index][1], guess.end)
            return


def _of_list(text: str, guess: Guess, words: Sequence[Word]) -> Iterator[Guess]:
    """Each of several names that were guessed as one, parted by commas: not those of a ministry's fields."""
    if any(fold(word) in _SEATS for word, _, _ in words):
        return
    start = guess.start
    for gap in _LISTED.finditer(text, guess.start, guess.end):
        if gap.start() > start:
            yield Guess(guess.kind, start, gap.start())
        start = gap.end()
    if guess.start < start < guess.end:
        yield Guess(guess.kind, start, guess.end)


def _is_office_and_holder(words: Sequence[Word]) -> bool:
    """Whether a guess is an office in short, and who holds it: "PM" + "Modi"."""
    if len(words) < 2 or words[0][0].casefold() not in _SHORT_OFFICES or not words[0][0].isupper():  # noqa: PLR2004
        return False
    rest = [fold(word) for word, _, _ in words[1:]]
    if any(word in name_words.GENERIC_ORGANISATIONS or word in name_words.PLACE_WORDS for word in rest):
        return False
    return all(word[0][0].isupper() and not word[0].isupper() for word in words[1:])


def _office(words: Sequence[Word]) -> tuple[int, int] | None:
    """Of a guess that names an office's place, the office and its holder: where the office and the holder begin."""
    for index in range(len(words) - 2, 0, -1):
        word = fold(words[index][0]).rstrip(".")
        if word not in _OFFICES or not words[index][0][0].isupper():
            continue
        behind = words[index + 1 :]
        named = [fold(other) for other, _, _ in behind]
        if not all(other[0].isupper() and not other.isupper() for other, _, _ in behind if other[0].isalpha()):
            return None
        if any(other in name_words.GENERIC_ORGANISATIONS or other in name_words.PLACE_WORDS for other in named[1:]):
            return None
        longest = 4
        if (
            not 1 <= len(named) <= longest
            or (len(named) == 1 and named[0] not in given_names())
            or named[-1] in name_words.HOLDERS
        ):
            return None
        first = index
        while first and fold(words[first - 1][0]).rstrip(".") in _BEFORE_OFFICES:
            first -= 1
        return first, index + 1
    return None


def _without_holder(text: str, guess: Guess, words: list[Word]) -> Iterator[Guess]:
    """A guess without the office that it ends or begins with; nothing where no organisation's name is left."""
    if len(words) > 1 and fold(words[0][0]) in name_words.HOLDERS and words[1][0] in ("of", "for"):
        rest = words[2:]
        while rest and rest[0][0] == "the":
            rest = rest[1:]
        if rest and bodies.is_body(text[rest[0][1] : guess.end]):
            yield Guess(guess.kind, rest[0][1], guess.end)
        return
    if fold(words[0][0]) in name_words.ORGANISATION_HEADS and words[1:] and words[1][0] in ("of", "for"):
        yield guess
        return
    kept = words
    while len(kept) > 1 and fold(kept[-1][0]) in name_words.HOLDERS and kept[-1][0][0].isupper():
        kept = kept[:-1]
    if len(kept) == len(words):
        yield guess
    elif (
        fold(kept[0][0]) in _SEATS
        or bodies.is_body(text[kept[0][1] : kept[-1][2]])
        or places.lookup(text[kept[0][1] : kept[-1][2]])
    ):
        yield Guess(guess.kind, kept[0][1], kept[-1][2])


def _widened(text: str, guess: Guess) -> tuple[int, int]:
    """The bounds of a name that is for several things, of which the guess has one."""
    start, end = guess.start, guess.end
    words = [fold(word) for word, _, _ in names.words(text[start:end])]
    if not words:
        return start, end
    head = _FOR.search(text, start, end)
    if head and fold(head["head"]) in _SEATS and places.lookup(head["what"]) is None:
        more = _MORE.match(text, end)
        if more and _is_field(more["last"]) and (more["one"] is None or _is_field(more["one"])):
            end = more.end()
    elif words[-1] not in name_words.ORGANISATION_WORDS and _is_field(words[-1]):
        more = _AND.match(text, end)
        if more and _is_of_fields(more["fields"].split()) and fold(more["kind"]) in _ENDS:
            end = more.end()
    if words[-1] in _OF_TWO_PLACES and places.lookup(text[start : end - len(words[-1])].strip()):
        before = _PLACE_AND.find(text, start)
        first = places.lookup(before["place"]) if before else None
        if before and first and first.kind != "country":
            start = before.start()
    elif words[-1] in _ENDS and all(map(_is_field, words[:-1])):
        before = _BEFORE.find(text, start)
        if before and _is_field(before["one"]):
            start = before.start()
    return start, end


def _is_of_fields(words: Iterable[str]) -> bool:
    return all(map(_is_field, words))


def _is_field(word: str) -> bool:
    """Whether a word is one for what an organisation is for, with no name in it."""
    folded = fold(word)
    return folded in _SECTORS or (folded in common_words() and folded not in _NO_FIELDS)
