"""How likely words are a person's name, and whether two names are one person's."""

import re
from functools import lru_cache

from archiver.normalise import author_words as words
from archiver.normalise import clean, places
from archiver.normalise.gazetteers import given_names
from archiver.normalise.words import fold

_LONGEST = 6  # words of a name
_MOST_EAST_ASIAN = 12  # letters of a name
_HAN = re.compile(r"[\u4e00-\u9fff]{2,4}")
_PAIR = 2
_CHINESE = 3  # characters of most Chinese names
_REMEMBERED = 4096
_STOPS = frozenset(".!?…۔؟。।")
_CLOSING = "\"'”’»›)] \xa0"
_AROUND = "\"'“”‘’«»‹›()[] \xa0.,:;!?…۔؟،。।"
_MARKS = frozenset(':?!„“”"…→')

SURELY, MAYBE, NO = 2, 1, 0
"""A given name is among the words; their shape allows a name; it doesn't, or they name something else."""


@lru_cache(maxsize=_REMEMBERED)
def of(text: str) -> int:
    """How likely the words are a person's name: SURELY, MAYBE or NO."""
    parts = [part for part in text.split() if part.lower() not in words.COURTESIES]
    if not parts or len(parts) > _LONGEST or not any(map(str.isalpha, text)) or words.DESK.search(text):
        return NO
    if words.EAST_ASIAN.search(text):
        if len(text) > _MOST_EAST_ASIAN or words.EAST_ASIAN_BODY.search(text):
            return NO
        return NO if _HAN.fullmatch(text) and text[0] not in words.FIRST_OF_SURNAMES else MAYBE
    if not _MARKS.isdisjoint(text) or _is_something_else(text) or (not text.isascii() and tells(text)):
        return NO
    if len(parts) == 1:
        return MAYBE if is_name_word(parts[0]) and _tells(parts[0]) else NO
    return _by_words(text, parts)


def _by_words(text: str, parts: list[str]) -> int:
    """The same for two words or more of a script with spaces, that name nothing else for certain."""
    if not all(map(is_name_word, parts)):
        small = (
            len(parts) == _PAIR
            and parts[0][0].isupper()
            and all(map(str.isalpha, parts))
            and len(parts[1]) > _PAIR
            and is_given(parts[0])
        )
        return MAYBE if small and parts[1] not in words.NO_NAMES else NO
    if parts[0] in ("The", "the") or words.PAPER.search(text):
        return NO
    if any(map(_tells, parts[:-1])):
        return SURELY
    return NO if is_place(text) or words.ROLE.search(text) else MAYBE


def _is_something_else(text: str) -> bool:
    return bool(words.AGENCY.fullmatch(text) or words.ORGANISATION.search(text) or words.NOISE.match(text))


def _tells(word: str) -> bool:
    """Whether the word is a given name and no article or particle."""
    return is_given(word) and word.lower() not in words.PARTICLES


def is_given(word: str) -> bool:
    """Whether the word is a common given name, or begins with one before a hyphen."""
    bare = fold(word.strip(".,'’\"“”"))
    return bare in given_names() or ("-" in bare and bare.partition("-")[0] in given_names())


def is_place(text: str) -> bool:
    """Whether the words are the name of a place that the gazetteer knows."""
    return places.lookup(text) is not None


def are_surely_han(text: str) -> bool:
    """Whether these are nothing but names of three Han characters, as most Chinese names are, and no place's."""
    parts = words.HAN_APART.split(text)
    return all(
        len(part) == _CHINESE and _HAN.fullmatch(part) and part[0] in words.SURNAMES and not is_place(part)
        for part in parts
    )


def has_no_capitals(name: str) -> bool:
    """Whether the name is of two words or more in a script that tells no names by capitals (Arabic, Hindi)."""
    return " " in name and name.upper() == name.lower() and not words.EAST_ASIAN.search(name)


def tells(text: str) -> bool:
    """Whether words of a script that tells no names by capitals are a sentence's, or begin with "the": "الجسر مغلق"."""
    return has_no_capitals(text) and (
        any(word in words.OF_SENTENCES for word in text.split()) or (text.startswith("ال") and " ال" not in text)
    )


def is_name_word(word: str) -> bool:
    """Whether the word may stand in a name: capitalised (where the script has capitals), a particle, an initial."""
    bare = word.strip("'’().,\"“”")
    if not bare or any(char.isdigit() for char in bare):
        return False
    return bare in words.PARTICLES or bare.startswith(("al-", "el-", "d'", "d’")) or not bare[0].islower()


def is_told(text: str) -> bool:
    """Whether what stands behind "by" ends a sentence: with a full stop, and with words that no byline has.

    These are words in small letters that join no names and tell no role. In a script without capitals the full stop tells it.
    """
    if text.rstrip(_CLOSING)[-1:] not in _STOPS:
        return False
    if text.upper() == text.lower():
        return True
    parts = [part for word in text.split() if (part := word.strip(_AROUND))]
    surely = of(words.COMMA.split(text, 1)[0].strip(_AROUND)) == SURELY
    return not surely and any(part.islower() and _is_no_bylines(part) for part in parts)


def _is_no_bylines(word: str) -> bool:
    """Whether a word in small letters has no place in a byline."""
    return (
        len(word) > 1
        and word not in words.BESIDE_NAMES
        and not words.ROLE.fullmatch(word)
        and not words.DESK.search(word)
        and not words.AGENCY.fullmatch(word)
    )


def same(one: str, other: str) -> bool:
    """Whether two names are one person's: the same words, or the words of one among the other's, initials allowed."""
    first, second = _words(one), _words(other)
    return first == second or _within(first, second) or _within(second, first)


def _within(short: list[str], long: list[str]) -> bool:
    return 0 < len(short) <= len(long) and all(any(_fits(word, whole) for whole in long) for word in short)


def _fits(word: str, whole: str) -> bool:
    return word == whole or (len(word) == 1 and whole.startswith(word))


def _words(name: str) -> list[str]:
    return [fold(word) for word in clean.comparable(name).split()]
