"""What tells a dateline from a sentence's beginning or a label: its place, its agency, and what stands between them and the story."""

from typing import Final

import msgspec
import regex

from archiver.normalise import authors, never_words, places
from archiver.normalise.words import base_language, listed

_AGENCY_WORDS: Final = regex.compile(r"[\p{L}\p{N}.&'’]+")
_EDITORIAL: Final = frozenset(
    listed("adds updates corrects recasts repeats refiles clarifies photo photos video update updated")
)
_LOWER_CASE_AGENCIES: Final = frozenset(
    listed("dpa epd kna afp apa sda ats lusa efe ansa reuters belga tanjug ritzau ntb tt stt askanews")
)
_ACRONYM: Final = regex.compile(r"\p{Lu}{2,5}(?:\s\p{Lu}\p{Ll}+)?")
SMALL_WORDS: Final = frozenset(
    listed("de del la le las los les di da do dos das du des der den am an of the upon sur al el y e i")
)
_BEGINS_SENTENCE: Final = regex.compile(r"[\p{Lu}\p{Lo}\p{N}\"“”«„‘'(\[¿¡]")
_LABELS: Final = frozenset(
    listed(
        "breaking exclusive watch live update updates updated opinion analysis editorial video videos photo photos gallery comment "
        "review interview feature explainer explained factbox timeline correction corrections note warning alert news sport sports "
        "weather obituary column letter letters podcast poll quiz just developing must read listen advisory sponsored advertisement "
        "press release immediate summary background highlights key points question answer graphic map in brief special report "
        "fact check money business world politics entertainment health science travel style culture covid coronavirus today tonight "
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
        "october november december the a an this and exklusiv eilmeldung kommentar dossier enquête vidéo opinión última hora"
    )
)
"""Words in capitals before a dash that no place is called by."""

_EXTRA_PLACES: Final = frozenset(("united nations", "capitol hill", "aboard air force one", "vatican", "brussels"))
WORD: Final = r"(?:\p{L}[\p{L}\p{M}.'’]*)"
WORDS: Final = regex.compile(WORD)


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What stands at a paragraph's head, as far as it tells a dateline from a sentence."""

    place: str
    agency: str | None
    bracket: bool
    dated: bool
    region: bool
    comma: bool
    dash: str
    colon: bool
    stop: str
    spaced: bool
    rest: str


def is_sound(head: Head, language: str | None) -> bool:
    """Whether what was found together is a dateline, not the beginning of a sentence."""
    if head.rest and not _BEGINS_SENTENCE.match(head.rest):
        return False
    place = head.place
    known = places.lookup(place, language=language) is not None or place.lower() in _EXTRA_PLACES or _all_known(place)
    if head.agency and head.bracket:
        return not _is_acronym_of(place, head.agency) and _agency_proves(head, known=known)
    if head.dated:
        capitals = is_capitals(place)
        return bool(head.dash or head.colon or (head.stop and capitals)) and (known or capitals)
    if head.stop and head.rest:  # "Oldenburg. Ein Mann …", as German papers have it, and Indian ones
        return (
            not head.agency
            and (head.stop == "।" or base_language(language or "") == "de")
            and (places.is_city(place) or _all_known(place))
        )
    return _place_proves(head, known=known) if head.rest and (head.dash or head.colon) else False


def _agency_proves(head: Head, *, known: bool) -> bool:
    """An agency in brackets: with a separator behind it any place will do, without one much else must fit."""
    capitals = is_capitals(head.place)
    if head.dash or head.colon or head.stop:
        town = head.dash and authors.is_agency((head.agency or "").partition("/")[0]) and _may_be_town(head.place)
        return bool(capitals or known or town or not head.place.isascii())
    small = known and head.agency in _LOWER_CASE_AGENCIES  # "Bern (sda) Rest"
    glued = known and not head.spaced and bool(_ACRONYM.fullmatch(head.agency or ""))  # "London (CNN)Rest"
    return head.dated or head.comma or small or glued or (capitals and known and (head.agency or "").isupper())


def _place_proves(head: Head, *, known: bool) -> bool:
    """A place and a separator, and no more."""
    capitals = is_capitals(head.place)
    if head.agency:  # it opened the paragraph: "(ANSA) - ROMA - Rest"
        return capitals and known
    if head.dash.startswith(".") and not head.spaced:  # "MADRID.- Rest", as Spanish papers have it
        return known if capitals else places.is_city(head.place)
    if head.dash and not head.spaced and "--" not in head.dash:
        return capitals and known and head.dash in "–—"
    if capitals:
        return known or (head.dash != "" and (head.region or _may_be_town(head.place)))
    return places.is_city(head.place)


def _may_be_town(place: str) -> bool:
    """Whether capitals before a dash may be a town that no gazetteer has: no label of the paper's, no acronym."""
    shortest = 5
    words = regex.findall(r"[\p{L}']+", place.lower())
    labels = (_LABELS, never_words.SPORTS)
    return (
        len(place) >= shortest
        and not any(word in table for word in words for table in labels)
        and not any(map(str.isdigit, place))
    )


def is_agency(name: str) -> bool:
    """Whether the words may be an agency's name: capitals, or one that is known to be written small; nothing of the desk's."""
    head, _, service = name.partition("/")
    words = _AGENCY_WORDS.findall(head if head in _LOWER_CASE_AGENCIES and service.islower() else name)  # "dpa/lno"
    longest = 9
    if not words or len(words) > longest or words[0].lower() in _EDITORIAL:
        return False
    return all(
        not word[0].islower()
        or word in _LOWER_CASE_AGENCIES
        or word in SMALL_WORDS
        or "." in word
        or word in ("and", "with")
        for word in words
    )


def may_be_place(place: str) -> bool:
    """Whether the words may name a place: each has a capital, or is a small word between such."""
    words = WORDS.findall(place)
    capital = [word for word in words if not word[0].islower()]
    return (
        bool(words)
        and not words[0][0].islower()
        and all(word in capital or word.lower() in SMALL_WORDS for word in words)
    )


def is_capitals(place: str) -> bool:
    """Whether all letters are capitals, as far as the script has them."""
    letters = [char for char in place if char.isalpha()]
    cased = [char for char in letters if char.isupper() or char.islower()]
    return len(cased) > 1 and all(char.isupper() for char in cased)


def _all_known(place: str) -> bool:
    parts = [part.strip() for part in place.split("/")]
    return len(parts) > 1 and all(places.lookup(part) is not None for part in parts)


def _is_acronym_of(place: str, agency: str) -> bool:
    """Whether brackets spell the place's capitals out: "IMF (International Monetary Fund) – …" is no dateline."""
    initials = "".join(word[0] for word in regex.findall(r"\p{L}+", agency) if word[0].isupper())
    return len(place) > 1 and place.replace(".", "") == initials
