"""People's names in another case than the first: one person, under the name that the article has, or that can only be meant.

"Владимира Путина" is Владимир Путин where the article names him so; "Ивану Голунову" is Иван Голунов by himself, as the given
name tells the case and the gender that the surname is in.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from archiver.normalise import inflected
from archiver.normalise.gazetteers import given_names
from archiver.normalise.names import Name
from archiver.normalise.words import base_language, fold, mapped

_RUSSIAN: Final = mapped(
    "а= я=й|ь у=|а ю=й|ь|я ом= ем=й|ь| е=|а|й|ь|я ы=а и=а|я|ь ой=а|ая ей=я|а ым=|ый им=ий ого=ый|ий|ой ому=ый|ий|ой ую=ая ии=ий|ия ию=ий|ия ием=ий ией=ия"
)
_UKRAINIAN: Final = mapped(
    "а=|о я=й|ь у=|а|о ю=й|ь|я ом=|о ем=й|ь| єм=й еві=ь|й ові=|о єві=й і=|а|ь|я ї=я и=а ою=а ею=я єю=я им=|ий ого=ий ому=ий ьої=ья ої=а|я ій=а|я ії=ій|ія ію=ій|ія ієм=ій"
)
_POLISH: Final = mapped(
    "a= owi= em= iem= u= ie=|a e= y=a i=a ą=a ę=a skiego=ski skiemu=ski skim=ski ckiego=cki ckiemu=cki ckim=cki skiej=ska ską=ska ckiej=cka cką=cka ego=y emu=y ym=y ej=a ka=ek|k kowi=ek|k kiem=ek|k ku=ek|k ła=eł|ł"
)
_CZECH: Final = mapped(
    "a= ovi= em= u=|a e=|a ě=|a y=a ou=a ové=ová ovou=ová ého=ý ému=ý ým=ý ém=ý é=á ka=ek|k kovi=ek|k kem=ek|k la=el|l lovi=el|l lem=el|l"
)
_GERMANIC: Final = mapped("s=")
_ENDINGS: Final = {
    "ru": _RUSSIAN,
    "uk": _UKRAINIAN,
    "pl": _POLISH,
    "cs": _CZECH,
    "sk": _CZECH,
    **dict.fromkeys(("de", "sv", "da", "no", "nb", "nn"), _GERMANIC),
}
_LAST_ONLY: Final = frozenset(("de", "sv", "da", "no", "nb", "nn"))
"""Languages in which the last word alone has the ending."""

_PREFIXES: Final = {"ar": ("وب", "ول", "ب", "ل", "و", "ف", "ك"), "he": ("ול", "וב", "ל", "ב", "ו", "מ", "ש")}
"""What "to", "by" and "and" are, written with the word behind."""

_LONGEST: Final = 6
_SHORTEST_STEM: Final = 2
_MOST: Final = 300
_WOMENS: Final = ("ова", "ева", "ёва", "ина", "ына")
_WOMEN_TOO: Final = frozenset(
    (
        "александра",
        "евгения",
        "валерия",
        "валентина",
        "владислава",
        "станислава",
        "ярослава",
        "мирослава",
        "анастасия",
        "олександра",
        "евгенія",
        "валерія",
    )
)
"""Women's given names that are as well a man's in a case."""

_MEN_WITH_A: Final = frozenset(("никита", "илья", "лука", "фома", "савва", "кузьма", "данила"))


class _Case(NamedTuple):
    """A case by the given name's ending in it, and what surnames end with there and in the first."""

    given: tuple[str, ...]
    surnames: tuple[tuple[str, str], ...]


_MENS: Final = (
    _Case(
        ("а", "я"), (("ского", "ский"), ("цкого", "цкий"), ("ова", "ов"), ("ева", "ев"), ("ина", "ин"), ("ко", "ко"))
    ),
    _Case(
        ("у", "ю"), (("скому", "ский"), ("цкому", "цкий"), ("ову", "ов"), ("еву", "ев"), ("ину", "ин"), ("ко", "ко"))
    ),
    _Case(
        ("ом", "ем"), (("ским", "ский"), ("цким", "цкий"), ("овым", "ов"), ("евым", "ев"), ("иным", "ин"), ("ко", "ко"))
    ),
)
_WOMEN: Final = (
    _Case(
        ("ы", "и", "е", "ой", "ей"),
        (("ской", "ская"), ("цкой", "цкая"), ("овой", "ова"), ("евой", "ева"), ("иной", "ина"), ("ко", "ко")),
    ),
    _Case(
        ("у", "ю"), (("скую", "ская"), ("цкую", "цкая"), ("ову", "ова"), ("еву", "ева"), ("ину", "ина"), ("ко", "ко"))
    ),
)
"""Surnames of other shapes may have several first cases: they need the article's own."""


def in_nominative(found: Sequence[Name], language: str | None) -> list[Name]:
    """The names of people, each with the name in the first case that it is a form of, where that is told."""
    base = base_language(language or "")
    if base not in _ENDINGS and base not in _PREFIXES:
        return list(found)
    if base == "de":
        whole = {name.text for name in found}
        found = [_without_what_is_owned(name, whole) for name in found]
    texts = list(dict.fromkeys(" ".join(name.text.split()) for name in found))[:_MOST]
    known = dict(_by_prefix(texts, base) if base in _PREFIXES else _by_ending(texts, base))
    return [
        name._replace(base=known[text]) if (text := " ".join(name.text.split())) in known else name for name in found
    ]


def _without_what_is_owned(name: Name, whole: Collection[str]) -> Name:
    """A German name without the noun behind its genitive, where the article has the name: "Anna Schmidts" Haus."""
    owner = name.text.rpartition(" ")[0]
    if owner.endswith("s") and " " in owner and owner[:-1] in whole:
        return name._replace(end=name.start + len(owner), text=owner)
    return name


def _by_prefix(texts: Sequence[str], language: str) -> Iterator[tuple[str, str]]:
    """Arabic and Hebrew names without what is written before them."""
    for text in texts:
        first, _, rest = text.partition(" ")
        if not rest or fold(first) in given_names():
            continue
        for prefix in _PREFIXES[language]:
            bare = first.removeprefix(prefix)
            if bare != first and (fold(bare) in given_names() or f"{bare} {rest}" in texts):
                yield text, f"{bare} {rest}"
                break


def _by_ending(texts: Sequence[str], language: str) -> Iterator[tuple[str, str]]:
    """Names in a case with what they are in the first."""
    alike: dict[tuple[str, ...], list[list[str]]] = defaultdict(list)
    for words in map(str.split, texts):
        if len(words) > 1:
            alike[tuple(word[:_SHORTEST_STEM] for word in words)].append(words)
    told: dict[str, str] = {}
    for words in (words for group in alike.values() for words in group):
        others = alike[tuple(word[:_SHORTEST_STEM] for word in words)]
        nominative = _of_article(words, others, language)
        if nominative:
            told[" ".join(words)] = nominative
    lasts = {text.rpartition(" ")[2] for text in (told.get(text, text) for text in texts) if " " in text}
    for text in texts:
        if " " not in text and text not in lasts:
            told.update((text, form) for form in _forms(text, language) if form in lasts)
    return iter(told.items())


def _of_article(words: list[str], others: Sequence[list[str]], language: str) -> str:
    """The article's own name that this one is a case of; a woman's surname is no man's in a case: "Александра Иванова"."""
    first = fold(words[0])
    if language in ("ru", "uk") and words[-1].endswith(_WOMENS) and (first in given_names() or first in _WOMEN_TOO):
        return ""
    fitting = [
        other
        for other in others
        if other != words
        and (language not in _LAST_ONLY or other[:-1] == words[:-1])
        and _is_case_of(words, other, language)
    ]
    firsts = [other for other in fitting if fold(other[0]) in given_names()]
    if not firsts and (alone := _alone(words, language)):
        return alone
    if not firsts:
        firsts = [
            other for other in fitting if not any(other != to and _is_case_of(other, to, language) for to in others)
        ]
    return " ".join(firsts[0]) if len(firsts) == 1 else ""


def _is_case_of(words: list[str], other: list[str], language: str) -> bool:
    return all(to == word or to in _forms(word, language) for word, to in zip(words, other, strict=True))


def _alone(words: list[str], language: str) -> str:
    """What a Russian name of two words is in the first case by its given name, where its surname has a common shape."""
    if language != "ru" or len(words) != 2 or fold(words[0]) in given_names():  # noqa: PLR2004
        return ""
    given = {form for form in _forms(words[0], language) if fold(form) in given_names()}
    found: set[str] = set()
    for name in given:
        man = name[-1] not in "ая" or fold(name) in _MEN_WITH_A
        for case in _MENS if man else _WOMEN:
            if words[0].endswith(case.given):
                found.update(
                    f"{name} {words[1].removesuffix(end)}{to}" for end, to in case.surnames if words[1].endswith(end)
                )
    return found.pop() if len(found) == 1 else ""


def _forms(word: str, language: str) -> set[str]:
    """What a word may be in the first case."""
    return set(inflected.without_endings(word, _ENDINGS[language], longest=_LONGEST, shortest_stem=_SHORTEST_STEM))
