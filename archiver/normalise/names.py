"""A guessed name's own words: articles, titles, roles and possessives taken off, cut names completed."""

import functools
from collections.abc import Iterable
from typing import Final, NamedTuple

import regex

from archiver.document import Zone
from archiver.normalise import beside, name_words, never_words, places
from archiver.normalise.beside import Before
from archiver.normalise.gazetteers import given_names, organisations
from archiver.normalise.words import fold, listed

MOST_WORDS: Final = 9
"""Words of the longest name."""

AGE: Final = regex.compile(r",[ \u00a0](?:aged[ \u00a0])?\d{1,2}(?=[,.;](?!\d))")  # behind a name
LONGEST: Final = 120
"""Characters of the longest name; what is longer is no name but a broken page."""

_MARKS: Final = ".,;:!?()[]{}\"'“”‘’«»…-–—*/"
WORD: Final = regex.compile(
    r"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[.'’&\-–][\p{L}\p{M}\p{N}]+)*(?:(?<=\b\p{L})\.|(?<=\.\p{L})\.|(?<=\b[JS]r)\.)?"
)
_ARTICLES: Final = frozenset(
    listed("the a an this that these those its their his her our and of in both by if when while")
)
_POSSESSIVE: Final = regex.compile(r"(?:['’][sS]|(?<=[sS])['’])$")
_DAYS: Final = frozenset(
    listed(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday"
    )
)
_SURNAMES: Final = frozenset(("may", "march", "april", "june", "august"))
_YEAR: Final = regex.compile(r"(?:19|20)\d\d")
_SCORE: Final = regex.compile(r"\d{1,3}[-–]\d{1,3}")
_ORGANISATION_BEHIND: Final = regex.compile(
    r"(?:(?<=[sS])[’'])?(?:[ \u00a0]\p{Lu}[\p{L}\p{M}-]*){0,2}?[ \u00a0](?P<last>\p{Lu}\p{Ll}+)(?![ \u00a0]\p{Lu}|[\p{L}’'-])"
)
_PARTED: Final = regex.compile(r"\s[-–—/|]+\s|[;:()—|]")
_WORD_BEHIND: Final = regex.compile(r"[ \u00a0](?P<word>\p{Lu}[\p{L}\p{M}’'\-]*)")
_INNER: Final = frozenset(("of", "for", "and", "the", "on", "&", *name_words.PARTICLES))
_PORTFOLIO: Final = Before(
    r"\b(?:[Mm]inister|[Ss]ecretary|[Aa]dviser|[Aa]ssistant)\s(?:for|of|on)\s(?:\p{Lu}\p{Ll}+,?\s(?:and\s)?){0,3}", 60
)
_BEFORE_PEOPLE: Final = frozenset(
    listed(
        "By BY MK DI DS DC DCI DSI HE HH HM H.E. H.H. H.M. H.R.H. Starring Regarding Is Was Are Could Has Had Did Does Can Would Should Asked Unlike Remember Meet"
    )
)
_STYLES: Final = frozenset(("pope", "king", "queen", "prince", "princess"))
_GENDERED: Final = Before(r"\b(?:(?P<man>Mr|Sir|Lord|King|Prince)|Mrs|Ms|Miss|Dame|Lady|Queen|Princess)\.?\s", 12)


class Name(NamedTuple):
    """A candidate in a zone: its kind, where it stands in the zone, and its words.

    `titled` says that a title before it shows a person; `gender` is "m" or "f" where the title tells it, else "". `style` is
    the word before a name of one word that says which one is meant: "Pope" before Francis, who is no other Francis. `base` is
    a person's name in the first case where the text has it in another.
    """

    kind: str
    zone: Zone
    start: int
    end: int
    text: str
    titled: bool = False
    gender: str = ""
    style: str = ""
    base: str = ""

    @property
    def full(self) -> str:
        """The name with its style."""
        return f"{self.style} {self.text}" if self.style else self.base or self.text

    @property
    def key(self) -> str:
        """What equal names have in common."""
        return key(self.full)


@functools.lru_cache(maxsize=4096)
def key(text: str) -> str:
    """A name without regard to case, accents, full stops, hyphens and kinds of apostrophes."""
    return " ".join(fold(text).replace(".", "").replace("’", "'").replace("-", " ").split())


def words(text: str) -> list[tuple[str, int, int]]:
    """The words of a text with their places; "U.S." and "Jae-myung" are one."""
    return [(match.group(), match.start(), match.end()) for match in WORD.finditer(text)]


def small_words(texts: Iterable[str]) -> set[str]:
    """The words that texts write without any capital, without the marks around them."""
    return {word.strip(_MARKS) for text in texts for word in text.split() if word.islower()}


def clean(
    text: str, kind: str, start: int, end: int, *, free: tuple[int, int] | None = None
) -> tuple[str, int, int, bool] | None:
    """A guess's kind, bounds, and whether a title stands before it; None if nothing that is a name is left.

    A person loses titles and roles ("Prime Minister", "Dr"), any name its article and its possessive. Words with a
    capital right beside complete a cut name, as far as `free` reaches (no other guess stands there).
    """
    parts = _trimmed(text, kind, _piece(text, [(word, start + a, start + b) for word, a, b in words(text[start:end])]))
    if not parts:
        return None
    limits = free or (0, len(text))
    whole = text[parts[0][1] : parts[-1][2]]
    if kept := _kind_with_article(text, parts[0][1], whole):
        return kept, parts[0][1] - len("The "), parts[-1][2], False
    kind, parts = _kind_by_words(text, kind, parts)
    titled = False
    if kind == "person":
        parts, titled = _person(text, parts)
        if not parts:
            return None
    begin, stop = parts[0][1], parts[-1][2]
    longer = _known_with_owner(text, begin, stop)
    possessive = _POSSESSIVE.search(text[begin:stop])
    if possessive and possessive.start() > 1:
        stop = begin + possessive.start()
    if stop - begin > LONGEST:
        return None
    longer = longer or _organisation_with(text, kind, stop, limits[1])
    if longer:
        return "organisation", begin, longer, False
    if kind in ("person", "organisation", "landmark") or (kind == "place" and len(parts) == 1):
        begin, stop = _completed(text, kind, begin, stop, limits)
    return kind, begin, stop, titled


def _known_with_owner(text: str, start: int, end: int) -> int | None:
    """Where a known organisation's name ends that has an owner's ending: "Christie’s"; None where none stands here."""
    bare = _POSSESSIVE.search(text[start:end])
    stop = end if bare else end + len("'s")
    owned = text[end - len("'s") if bare else end : stop] in ("'s", "’s")
    return stop if owned and key(text[start:stop]) in organisations().known else None


def _kind_by_words(text: str, kind: str, parts: list[tuple[str, int, int]]) -> tuple[str, list[tuple[str, int, int]]]:
    """A guess's kind, and its words, where its own words say that the guess is wrong about them."""
    if kind == "person":
        saint = parts[0][0] in ("Sri", "San", "Saint") and places.lookup(text[parts[0][1] : parts[-1][2]])
        return ("place" if saint and saint.kind != "city" else kind), parts
    if kind in ("organisation", "other") and _is_titled_person(parts):
        return "person", parts
    holder = (
        _behind_portfolio(text, parts) or _behind_office(parts) if kind in ("organisation", "other", "place") else []
    )
    return ("person", holder) if holder else (kind, parts)


def _person(text: str, parts: list[tuple[str, int, int]]) -> tuple[list[tuple[str, int, int]], bool]:
    """A person's own words, and whether a title stands before them; no words where nothing that is a name is left."""
    first = fold(parts[0][0])
    if first not in given_names() and first not in name_words.ROLES:
        parts = _behind_office(parts) or parts
    parts, titled = _without_titles(_without_people(parts))
    parts = _until_role(parts)
    aged = bool(parts and AGE.match(text, parts[-1][2]))
    return parts, titled or aged or bool(parts and _title_before(text, parts[0][1]))


def _kind_with_article(text: str, start: int, name: str) -> str | None:
    """The kind of a name that keeps its article: "The Hague", and "The Times" amid a sentence, where the capital tells."""
    article = start - len("The ")
    before = text[article:start] if article >= 0 else ""
    if before in ("The ", "the ") and fold(name) in places.OWN_ARTICLES:
        return "place"
    if before == "The " and article > 0 and f"the {key(name)}" in organisations().with_article:
        return None if beside.starts_sentence(text, article) else "organisation"
    return None


def _piece(text: str, parts: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The words up to what no name holds: of "Anna Kern - She" the first two, of "Forwards - Anna Kern" the last."""
    pieces: list[list[tuple[str, int, int]]] = [[]]
    for part in parts:
        if pieces[-1] and _PARTED.search(text, pieces[-1][-1][2], part[1]):
            pieces.append([])
        pieces[-1].append(part)
    return max(pieces, key=lambda piece: min(len(piece), 2)) if len(pieces) > 1 else parts


def _without_people(parts: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """A person's words without "By" or "HE", and without the people that stands before: "Croat Ivan Horvat"."""
    if len(parts) > 3 and (parts[0][0], parts[1][0]) in (("H", "E"), ("H", "H"), ("H", "M")):  # noqa: PLR2004
        parts = parts[2:]
    elif len(parts) > (2 if parts[0][0] == "MK" else 1) and parts[0][0] in _BEFORE_PEOPLE:
        parts = parts[1:]
    return parts[1:] if len(parts) > 2 and _is_of_people(fold(parts[0][0])) else parts  # noqa: PLR2004


def _is_of_people(word: str) -> bool:
    return word not in given_names() and (word in name_words.DEMONYMS or word in never_words.PEOPLES)


def _trimmed(text: str, kind: str, parts: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The words of a guess without articles, and without words at the ends that no name begins or ends with."""
    while parts and fold(parts[0][0]) in _ARTICLES:
        parts = parts[1:]
    if not (parts and places.lookup(text[parts[0][1] : parts[-1][2]])):
        while parts and not _has_capital(parts[0][0]):
            parts = parts[1:]
    while parts and (
        fold(parts[-1][0]) in _INNER
        or _SCORE.fullmatch(parts[-1][0])
        or (fold(parts[-1][0]) in _DAYS and not _is_surname(text, kind, parts))
        or not _has_capital(parts[-1][0])
        or _has_number_behind(kind, parts)
    ):
        parts = parts[:-1]
    return parts[:MOST_WORDS]


def _is_surname(text: str, kind: str, parts: list[tuple[str, int, int]]) -> bool:
    """Whether a month behind a given name is a surname: "Theresa May", not the month of "Anna May 5"."""
    given = kind == "person" and len(parts) == 2 and fold(parts[0][0]) in given_names()  # noqa: PLR2004
    return (
        given and fold(parts[1][0]) in _SURNAMES and not text[parts[1][2] : parts[1][2] + 3].strip(" .,")[:1].isdigit()
    )


def _has_number_behind(kind: str, parts: list[tuple[str, int, int]]) -> bool:
    """Whether a last word is a number or a month that is none of the name's: "Abu Dhabi 1996", "Iyer Dec", not "Rescue 1122"."""
    if len(parts) < 2:  # noqa: PLR2004
        return False
    word, before = parts[-1][0], parts[-2][0]
    if kind in ("person", "place") and not any(map(str.isalpha, word)):
        return True  # "Jammu 8.4"
    if not word.isdigit():
        return fold(word) in never_words.MONTHS_CUT and before[1:].islower()
    of_a_name = kind in ("organisation", "other", "landmark") and fold(parts[0][0]) not in given_names()
    return bool(_YEAR.fullmatch(word)) or (before[1:].islower() and not of_a_name)


def _has_capital(word: str) -> bool:
    """As in "Putin", "el-Sisi", "2024" and words of scripts without case, not in "steel"."""
    return any(char.isupper() for char in word) or not any(char.islower() for char in word)


def _is_titled_person(parts: list[tuple[str, int, int]]) -> bool:
    """Whether a guess is a title with a person's name: "MNA Rana Salim Khan", not "President House"."""
    folded = [fold(word).rstrip(".") for word, _, _ in parts]
    shortest = 2 if folded[0] in name_words.HONORIFICS else 3
    return (
        len(parts) >= shortest
        and (folded[0] in name_words.OFFICES or folded[0] in name_words.HONORIFICS)
        and not any(word in name_words.ORGANISATION_WORDS or word in _INNER for word in folded[1:])
    )


def _without_titles(parts: list[tuple[str, int, int]]) -> tuple[list[tuple[str, int, int]], bool]:
    titled = False
    while len(parts) > 1:
        word = fold(parts[0][0]).rstrip(".")
        bare = word.removesuffix("'s").removesuffix("’s")
        if "-" in bare and all(part in name_words.ROLES for part in bare.split("-")):
            bare = "president"  # "Executive-President": a role as one word
        namelike = bare in name_words.NAMELIKE_COURTESIES or bare in name_words.NAMELIKE_ROLES
        if bare not in name_words.COURTESIES and bare not in name_words.ROLES:
            break
        if bare == "malik" or (namelike and len(parts) <= 2 and word not in _STYLES):  # noqa: PLR2004 - "Syed Ali" is all of a name
            break
        titled = True
        parts = parts[1:]
    only = fold(parts[0][0]).rstrip(".") if len(parts) == 1 else ""
    if (
        only
        and (only in name_words.ROLES or only in name_words.COURTESIES)
        and only not in name_words.NAMELIKE_ROLES | name_words.NAMELIKE_COURTESIES
    ):
        return [], False
    return parts, titled


def _until_role(parts: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """A person's words up to a role or a small word that follows them ("Vladimir Putin President", "Ann Hall of Leeds")."""
    for index, (word, _, _) in enumerate(parts):
        if index and word in name_words.LETTERS:
            return parts[:index]
        if (
            index
            and word.islower()
            and word not in name_words.PARTICLES
            and parts[index - 1][0] not in name_words.PARTICLES
        ):
            return parts[:index]
        if (
            index
            and fold(word) in name_words.OFFICES
            and fold(word) not in name_words.NAMELIKE_COURTESIES | name_words.NAMELIKE_ROLES
            and not (fold(word) == "sen" and index == len(parts) - 1)  # a surname
        ):
            return parts[:index]
    return parts


def _title_before(text: str, position: int) -> bool:
    """Whether the word right before is an office or a form of address."""
    before = beside.OFFICE.find(text, position)
    return before is not None and fold(before["word"]) in name_words.OFFICES


def _organisation_with(text: str, kind: str, end: int, free: int) -> int | None:
    """Where an organisation's name ends that goes on behind a guess: "Tarn St Mary" + "Parish Council"."""
    longer = _ORGANISATION_BEHIND.match(text, end) if kind in ("person", "place", "landmark", "organisation") else None
    if longer and longer.end() <= free and longer["last"].lower() in name_words.ORGANISATION_ENDS:
        return int(longer.end())
    return None


def _behind_portfolio(text: str, parts: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The person of a guess that took in the portfolio: "Minister for" + "Water Resources Sana Gul"; empty if none."""
    if not _PORTFOLIO.find(text, parts[0][1]):
        return []
    given = next((index for index, part in enumerate(parts) if index and fold(part[0]) in given_names()), len(parts))
    return parts[given:] if given < len(parts) - 1 else []


def _behind_office(parts: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The person of a guess that took in an office: "Regional Chief" + "Ansel Picard"; empty if none."""
    for index in range(1, len(parts) - 1):
        office = fold(parts[index - 1][0])
        if (
            fold(parts[index][0]) in given_names()
            and office in name_words.ROLES
            and office not in name_words.NAMELIKE_ROLES
            and fold(parts[-1][0]) not in name_words.ORGANISATION_WORDS | name_words.PLACE_WORDS
        ):
            return parts[index:]
    return []


def style_before(text: str, start: int, end: int) -> str:
    """The style right before a name of one word: "Prince" before William; empty if none."""
    if " " in text[start:end]:
        return ""
    before = beside.OFFICE.find(text, start)
    return before["word"] if before and fold(before["word"]) in _STYLES and before["word"][0].isupper() else ""


def gender_before(text: str, position: int) -> str:
    """What a title right before a name tells of the person: "m", "f", or "" if nothing."""
    match = _GENDERED.find(text, position)
    if not match:
        return ""
    return "m" if match["man"] else "f"


def _completed(text: str, kind: str, start: int, end: int, free: tuple[int, int]) -> tuple[int, int]:
    """The bounds widened to words with a capital that stand right beside ("Valley" → "Tarn Valley")."""
    for _ in range(4):
        after = _WORD_BEHIND.match(text, end)
        if not after or after.end() > free[1] or not _may_join(after["word"], kind) or kind == "place":
            break
        if fold(after["word"]) in never_words.MONTHS_CUT:
            break
        possessive = _POSSESSIVE.search(after["word"])
        end = after.end() - (len(possessive.group()) if possessive else 0)
        if possessive:
            break
    for _ in range(3):
        before = beside.CAPITALISED.find(text, start)
        position = before.start() if before else -1
        if not before or position < free[0] or not _may_stand_before(text, before["word"], position, kind):
            break
        single = text[start:end].count(" ") == 0
        if kind == "place" and not (single and fold(text[start:end]) in name_words.PLACE_WORDS):
            break
        start = position
    return start, end


def _may_stand_before(text: str, word: str, position: int, kind: str) -> bool:
    """Whether a word with a capital right before a guess can be the name's first."""
    if not _may_join(word, kind) or _POSSESSIVE.search(word):
        return False
    folded = fold(word)
    if kind == "person" and (_is_of_people(folded) or _PORTFOLIO.find(text, position)):
        return False
    return not beside.starts_sentence(text, position) or (folded in given_names() and kind != "place")


def _may_join(word: str, kind: str) -> bool:
    folded = fold(word).removesuffix("'s").removesuffix("’s")
    if folded in _DAYS or folded in _ARTICLES or folded in name_words.NEVER_NAMES:
        return False
    if kind == "person":
        return (
            word not in name_words.LETTERS
            and folded not in name_words.ROLES
            and folded not in name_words.COURTESIES
            and folded not in name_words.ORGANISATION_WORDS
        )
    return folded not in name_words.OFFICES and (kind != "organisation" or folded not in name_words.HOLDERS)
