"""Whether words are an organisation's name by themselves: what they end or begin with, the gazetteer, an acronym."""

from typing import Final

from archiver.normalise import clue_words, joining, name_words, names
from archiver.normalise.gazetteers import organisations
from archiver.normalise.words import fold

_COMPANY_FORMS: Final = frozenset(("sa", "ag", "ab", "oy", "asa", "spa", "bv", "co"))

_ENDS_OF_PLACES: Final = name_words.PLACE_WORDS | frozenset(("hospital", "hotel", "plant"))

_CENTRES: Final = frozenset(("centre", "center", "centres", "centers", "centro"))
"""First words that make an organisation's name of what they are "for"."""


def is_organisation(text: str) -> bool:
    """Whether the words of a name say that it is an organisation's."""
    raw = [word for word, _, _ in names.words(text)]
    words = [fold(word) for word in raw]
    return len(words) > 1 and (
        (words[-1] in name_words.ORGANISATION_WORDS and (words[-1] not in _COMPANY_FORMS or raw[-1][-1:].isupper()))
        or " ".join(words[-2:]) in clue_words.ORGANISATION_PAIRS
        or words[0] in name_words.ORGANISATION_HEADS
        or (words[0] in _CENTRES and words[1] == "for")
        or (words[0] == "channel" and words[1].isdigit())
        or any(
            word in name_words.ORGANISATION_HEADS and not {"of", "for", "against"}.isdisjoint(words[index:])
            for index, word in enumerate(words)
        )
    )


def is_known_organisation(text: str) -> bool:
    """Whether the gazetteer of organisations has a name; one that is a word too counts only with capitals or a guess."""
    return names.key(text) in organisations().known and (text[0].isupper() or any(map(str.isupper, text)))


def is_surely_organisation(text: str) -> bool:
    """Whether the gazetteer of organisations has a name that means nothing else."""
    return is_known_organisation(text) and names.key(text) not in organisations().also_words


def kind_of_defined(text: str) -> str:
    """What a name is that has an acronym: an organisation, or a place, as its last word says ("Central Business District")."""
    last = joining.tokens(text)[-1:]
    return "place" if last and last[0].removesuffix("s") in _ENDS_OF_PLACES else "organisation"


def is_named(text: str) -> bool:
    """Whether an organisation's name has a word of its own: not "Police Department", "High Court"."""
    return any(
        word not in name_words.GENERIC_ORGANISATIONS
        and word not in name_words.DEMONYMS
        and word not in name_words.ROLES
        for word in joining.tokens(text)
    )


def is_body(text: str) -> bool:
    """Whether words are an organisation's name by themselves: an acronym, a known name, or by what they end or begin with."""
    words = [fold(word) for word, _, _ in names.words(text)]
    return bool(words) and (
        joining.is_acronym(text)
        or names.key(text) in organisations().known
        or (
            len(words) > 1 and (words[-1] in name_words.ORGANISATION_WORDS or words[0] in name_words.ORGANISATION_HEADS)
        )
    )
