"""One article's names joined: shorter forms with the fuller one, acronyms with what the text says they stand for."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

import regex

from archiver.normalise import name_words, places
from archiver.normalise.clue_words import ORGANISATION_NOUNS
from archiver.normalise.gazetteers import given_names
from archiver.normalise.names import Name, key
from archiver.normalise.words import fold, listed

ORDER: Final[Mapping[str, int]] = {"title": 0, "standfirst": 1, "body": 2}
"""The zones in reading order."""

_MOST_HEADS: Final = 50
"""Fuller names of one word that a form is compared with; a list of thousands of names stays quick."""

_LEFT_OUT: Final = name_words.COURTESIES | frozenset(
    listed(
        "muhammad mohammad mohammed mohamed mohamad mohd md mian mir rana raja khawaja sardar chaudhry malik nawab makhdoom agha abdul "
        "maria jose"
    )
)
"""First words that people's names are used without."""

_SHORT: Final = regex.compile(r"\((?P<short>\p{Lu}{2,6})s?\)")
_PARTS: Final = regex.compile("[-’']")
_DEFINED: Final = regex.compile(r"\((?:the\s|or\s)?[\"“'‘]?(?P<short>\p{Lu}[\p{L}\p{N}.&-]{1,11})[\"”'’]?\)")
_SPELLING: Final = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*")
_WORDS_BEFORE: Final = regex.compile(r"\p{L}[\p{L}\p{M}'’-]*")
_NAMING: Final = name_words.ORGANISATION_ENDS | ORGANISATION_NOUNS | {"forum", "service", "unit", "team"}
_SMALL: Final = frozenset(
    ("of", "and", "for", "the", "in", "on", "de", "del", "la", "des", "du", "et", "y", "und", "für", "&")
)


Definition = tuple[int, int, int, int]
"""Where a name begins and ends, and its acronym."""


def definitions(text: str) -> list[Definition]:
    """Names that the text gives an acronym in brackets.

    The name is the words before the bracket whose initials the acronym spells: "Pakistan Steel Mill (PSM)".
    """
    found = []
    for match in _DEFINED.finditer(text) if "(" in text else ():
        short = match["short"].replace(".", "").replace("&", "")
        if sum(char.isupper() for char in short) < 2:  # noqa: PLR2004
            continue
        window = max(0, match.start() - 120)
        before = text[window : match.start()].rstrip()
        start = _spelt_by(before, short)
        if start is not None:
            end = window + len(before) - (2 if before.endswith(("'s", "’s")) else 0)
            found.append((window + start, end, match.start("short"), match.end("short")))
    return found


def of_common_words(text: str) -> Iterator[str]:
    """Keys of acronyms that the text spells out in small letters, as no name is: "structural adjustment programmes (SAPs)".

    An organisation may be called so, "the district health board (DHB)".
    """
    for match in _SHORT.finditer(text) if "(" in text else ():
        words = _WORDS_BEFORE.findall(text[max(0, match.start() - 80) : match.start()])
        letters = list(match["short"])
        for first in range(len(words) - 2, max(-1, len(words) - 2 * len(letters)), -1):
            if not words[first + 1].islower():
                break
            if words[first].islower() and initials_fit(words[first:], letters):
                if not _NAMING & {fold(words[-1]), fold(words[-1]).removesuffix("s")}:
                    yield from (key(match["short"]), key(match["short"]) + "s")
                break


def _spelt_by(before: str, short: str) -> int | None:
    """Where in the words before the bracket the name begins whose capitals spell the acronym."""
    words = list(_SPELLING.finditer(before))[-12:]
    letters = [char for char in short.upper() if char.isalpha()]
    for first in range(len(words) - 1, -1, -1):
        if not words[first].group()[0].isupper():
            continue
        if initials_fit([word.group() for word in words[first:]], letters):
            return int(words[first].start())
    return None


def initials_fit(words: Sequence[str], letters: Sequence[str]) -> bool:
    """Whether letters are the words' initials, small words counted or not ("DoE", "IMF", "UNHCR" only in its order)."""
    own = [word[0].upper() for word in words if fold(word) not in _SMALL]
    every = [word[0].upper() for word in words]
    parts = [part[0].upper() for word in words if fold(word) not in _SMALL for part in _PARTS.split(word) if part]
    return len(letters) > 1 and list(letters) in (own, every, parts)


def is_acronym(text: str) -> bool:
    """Whether a name is capitals without vowels' rhythm: PSM, U.N., KCCI."""
    bare = text.replace(".", "").replace("&", "").replace("-", "")
    longest = 7
    return 1 < len(bare) <= longest and bare.isupper() and bare.isalnum()


def person_fits(short: str, full: str) -> bool:
    """Whether a person's shorter form can mean the fuller name: its words in order among the name's, initials allowed."""
    few, many = tokens(short), tokens(full)
    if len(few) > 1 and _is_another(few, many):
        return False
    position = 0
    for word in few:
        while position < len(many) and not _same_word(word, many[position]):
            position += 1
        if position == len(many):
            return False
        position += 1
    return len(few) > 1 or len(few[0]) > 1


def _is_another(few: Sequence[str], many: Sequence[str]) -> bool:
    """Whether a name of several words that begins with a given name is a relative's, not a shorter form.

    "Bilal Qureshi" may be Muhammad Bilal Qureshi, as men are called without their Muhammad, but not Sana Bilal Qureshi.
    """
    if few[0] == many[0] or few[0] not in many or few[0] not in given_names():
        return False
    return any(len(word) > 1 and word not in _LEFT_OUT for word in many[: many.index(few[0])])


def surnames(text: str) -> list[str]:
    """The words that a person of several names may be called by: the last one, and the first of "Xi Jinping"."""
    words = text.split()
    first = len(words) > 1 and fold(words[0]) in name_words.FAMILY_NAMES_FIRST
    return [words[-1], words[0]] if first else words[-1:]


def _same_word(short: str, full: str) -> bool:
    return short == full or (len(short) == 1 and full.startswith(short))


def organisation_fits(short: str, full: str) -> bool:
    """Whether an organisation's shorter form can mean the fuller name: its first or last words, or its initials."""
    few, many = tokens(short), tokens(full)
    if len(few) == 1 and is_acronym(short):
        return initials_fit(full.split(), [char for char in short.upper() if char.isalpha()])
    if not few or len(few) >= len(many):
        return False
    at_ends = few in (many[: len(few)], many[-len(few) :])
    return (
        at_ends and places.lookup(short) is None and not all(word in name_words.GENERIC_ORGANISATIONS for word in few)
    )


def _nearest(name: Name, fuller: Sequence[Name]) -> str | None:
    """The key of the last fuller name before a form, of the mentions of all that it may mean in text order."""
    before = bisect_left(fuller, _place(name), key=_place)
    return fuller[before - 1].key if before else None


def _place(name: Name) -> tuple[int, int]:
    return ORDER[name.zone], name.start


def joined(
    found: Sequence[Name], fits: Callable[[str, str], bool], defined: Mapping[str, str] | None = None
) -> list[list[Name]]:
    """The names in groups of one bearer, in the order of their first mention.

    A shorter form goes, mention by mention, to the fuller name before it: "Sharif" may be one man here and another there.
    Only names that share a word, or an acronym's first letter, are compared. `defined` are the keys of acronyms with the
    key of what the text says that they stand for.
    """
    texts: dict[str, str] = {}
    mentions: dict[str, list[Name]] = {}
    genders: dict[str, set[str]] = defaultdict(set)
    for name in found:
        texts.setdefault(name.key, name.full)
        mentions.setdefault(name.key, []).append(name)
        if name.gender:  # a title that makes a man of a name, or a woman
            genders[name.key].add(name.gender)
    by_word: dict[str, list[str]] = {}
    fuller: dict[str, list[str]] = {}
    for name_key in sorted(texts, key=lambda key: (-len(key.split()), -len(key), key)):
        words = name_key.split()
        sharing = dict.fromkeys(head for word in (*words, name_key[:1]) for head in by_word.get(word, ())[:_MOST_HEADS])
        stands_for = (defined or {}).get(name_key)
        fitting = [head for head in sharing if fits(texts[name_key], texts[head])]
        if stands_for in texts and stands_for != name_key:
            fitting = [stands_for]
        fitting = [head for head in fitting if {"m", "f"} != genders[name_key] | genders[head]]
        if fitting:
            fuller[name_key] = fitting
            continue
        for word in {*words, name_key[:1]}:
            by_word.setdefault(word, []).append(name_key)
    heads = {
        name_key: sorted((other for head in fitting for other in mentions[head]), key=_place)
        for name_key, fitting in fuller.items()
        if len(fitting) > 1
    }
    groups: dict[str, list[Name]] = {}
    for name in found:
        bearer = _nearest(name, heads.get(name.key, ())) or fuller.get(name.key, [name.key])[0]
        groups.setdefault(bearer, []).append(name)
    return list(groups.values())


def tokens(text: str) -> list[str]:
    """The words of a name as they are compared."""
    return key(text).split()
