"""Names in another case than the one they are listed in: "в Москве" for Москва, "Finlands" for Finland."""

from collections.abc import Iterator, Mapping
from typing import Final

import regex

from archiver.normalise.gazetteers import given_names
from archiver.normalise.words import base_language, fold, mapped

_RUSSIAN: Final = mapped(
    "ии=ия ию=ия ией=ия ы=а и=а|я|ь е=а||я|ь у=а| ой=а ей=я а=|о ом=|о я=й|ь ю=й|ь|я ем=й|ь ью=ь ою=а"
)
_UKRAINIAN: Final = mapped(
    "ії=ія ію=ія ією=ія и=а і=а||я|ь у=а| ою=а а=|о ом=|о ові=|о ю=ь|я|й я=ь|й ем=ь єва=їв єві=їв єву=їв євом=їв ова=ів ові=ів ову=ів овом=ів ева=ів еві=ів"
)
_POLISH: Final = mapped(
    "ski=ska sce=ska ską=ska skę=ska ji=ja ję=ja ją=ja ii=ia ię=ia ią=ia y=a|en ie=a| ę=a ą=a u= em= iem= owi= a= ach=y owie=ów owa=ów owem=ów dzie=da cie=t nie=n|na"
)
_GERMANIC: Final = mapped("s=")
_ENDINGS: Final = {
    "ru": _RUSSIAN,
    "uk": _UKRAINIAN,
    "pl": _POLISH,
    "de": _GERMANIC,
    "sv": _GERMANIC,
    "da": _GERMANIC,
    "no": _GERMANIC,
    "nb": _GERMANIC,
    "nn": _GERMANIC,
}
"""What a name may end with in a case, and what in the one that it is listed in ("" for nothing, several parted by bars)."""

_SLAVIC: Final = frozenset(("ru", "uk", "pl"))
_LONGEST_ENDING: Final = 4
_SHORTEST_STEM: Final = 3
_TURKISH_ENDING: Final = regex.compile(r"(?<=\p{L}{2})[’'][a-zçğıöşü]{1,8}$")


def base_forms(name: str, language: str | None) -> Iterator[str]:
    """What a name may be in the case that it is listed in, where its language has cases; never the name itself."""
    base = base_language(language or "")
    endings = _ENDINGS.get(base)
    if endings is None or not name[-1:].islower():
        return
    yield from without_endings(name, endings, longest=_LONGEST_ENDING, shortest_stem=_SHORTEST_STEM)


def without_endings(word: str, endings: Mapping[str, str], *, longest: int, shortest_stem: int) -> Iterator[str]:
    """What a word may be before one of these endings was put on it, as they say, the longest ending first."""
    for length in range(min(longest, len(word) - shortest_stem), 0, -1):
        ending = word[-length:]
        if ending in endings:
            yield from (word[:-length] + listed for listed in endings[ending].split("|"))


def without_turkish_ending(word: str, language: str | None) -> str:
    """A Turkish word without the ending behind its apostrophe, as names have it; empty if it has none."""
    if base_language(language or "") != "tr":
        return ""
    ending = _TURKISH_ENDING.search(word)
    return word[: ending.start()] if ending else ""


def is_given_name(word: str, language: str | None) -> bool:
    """Whether a word is a given name, in whichever case."""
    if fold(word) in given_names():
        return True
    slavic = base_language(language or "") in _SLAVIC
    return slavic and any(fold(form) in given_names() for form in base_forms(word, language))
