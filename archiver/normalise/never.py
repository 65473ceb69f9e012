"""Whether words with a capital are no name: offices, peoples, events, articles of laws, ships, models of things."""

from collections.abc import Sequence
from typing import Final

import regex

from archiver.normalise import bodies, clue_words, joining, name_words, never_words, places
from archiver.normalise.gazetteers import common_words, demonyms, given_names

_NAMING: Final = frozenset(
    ("school", "college", "faculty", "institute", "university", "department", "ministry", "academy")
)
_STORMS: Final = frozenset(("storm", "hurricane", "cyclone", "typhoon"))
"""Words before what is named like a person, and is none of the kinds."""

_ROLES_ALONE: Final = name_words.ROLES - name_words.NAMELIKE_ROLES

_PEOPLES: Final = name_words.DEMONYMS | never_words.PEOPLES

_OF_PEOPLES: Final = _PEOPLES | frozenset(("south", "north", "east", "west"))

_NEVER: Final = never_words.PEOPLES | never_words.THINGS | never_words.SPORTS

_MODEL_NUMBER: Final = regex.compile(r"[A-FH-Z]\p{Lu}{0,2}-?\d{1,4}[A-Z]?")

_SHIP: Final = regex.compile(r"(?:USS|HMS|HMAS|HMCS|INS|USNS|MV|SS)\s\p{Lu}")

_PREFIXED: Final = regex.compile(r"(?i:post|pre|pro|anti|non|mid)-\p{Lu}")


def is_never(text: str) -> bool:
    """Whether a text is no name: a role, an abbreviation of the trade, a pronoun, a bare "Court", an event."""
    words = [word for word in joining.tokens(text) if not word.isdigit()]
    if not words or text.islower() or not any(char.isalpha() for char in text):
        return True
    if bodies.is_surely_organisation(text):
        return False
    if _MODEL_NUMBER.fullmatch(text) or _PREFIXED.match(text) or _SHIP.match(text):
        return True
    return _is_never_alone(text, words[0]) if len(words) == 1 else _are_never(words)


def is_common(word: str) -> bool:
    """Whether a folded word is a common one of English, in the plural too."""
    return word in common_words() or _singular(word) in common_words()


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "ches", "shes", "xes")) else word.removesuffix("s")


def _is_never_alone(text: str, word: str) -> bool:
    word = word.removesuffix("'s")
    if word in name_words.PRONOUNS:
        return not joining.is_acronym(text)
    single = 2
    return word not in clue_words.LEGISLATURES and (
        len(word) < single
        or word in name_words.NEVER_NAMES
        or word in _NEVER
        or word in name_words.DEMONYMS
        or (word in demonyms() and word not in given_names())
        or word in name_words.GENERIC_ORGANISATIONS
        or word in _ROLES_ALONE
    )


def _are_never(words: Sequence[str]) -> bool:
    of_people = words[-1] in _PEOPLES and (
        all(word in _OF_PEOPLES for word in words)  # "South Korean"
        or (words[-1].endswith("s") and not _begins_a_name(words))  # "Diaspora Jews"
    )
    return (
        words[0] in _STORMS
        or of_people
        or _is_event(words)
        or (words[0] in name_words.HOLDERS and words[1] in ("of", "for"))
        or " ".join(words) in never_words.PHRASES
        or " ".join(words) in demonyms()
        or all(word in name_words.ROLES or word in name_words.NEVER_NAMES or word in _NEVER for word in words)
    )


def _begins_a_name(words: Sequence[str]) -> bool:
    """Whether words are a person's, a side's or an organisation's name though a people is the last: "Union of Young Greeks"."""
    return "of" in words or words[0] in given_names() or places.lookup(words[0]) is not None


def _is_event(words: Sequence[str]) -> bool:
    """Whether the words name a contest, a law, a feast or a thing: "World Cup", "Paris Agreement"."""
    last = words[-1]
    if words[0] in given_names() and last not in never_words.NO_SURNAMES:
        return False
    if _NAMING & set(words[:-1]) and "of" in words:  # "College of Law"
        return False
    return last in never_words.EVENTS or (
        last in never_words.GAMES
        and (
            words[-2] in never_words.GAME_FIRSTS
            or words[-2] in name_words.DEMONYMS
            or (last == "games" and places.lookup(words[-2]) is not None)
        )
    )
