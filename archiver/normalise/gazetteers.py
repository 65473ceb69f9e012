"""The project's own tables of names, plain text in `data/`, each read at its first use: given names, organisations, places.

A file has comments (lines with “#”) and sections (“[US]”); what the entries of a section are parted by, the file says.
"""

import functools
import os
from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from archiver.normalise.words import fold

_FOLDER: Final = os.path.join(os.path.dirname(__file__), "data")
_ALSO_WORDS: Final = "also words"
_PLACES: Final = "also places"
_SMALL_WORDS: Final = ("small words", "days and months")
_SEVERAL: Final = "-"


class Organisations(NamedTuple):
    """Keys of organisations' names, as `names.key` makes them.

    `known` are an organisation's wherever they stand with their capitals, but for those in `also_words`, which are words,
    surnames or places too: they need a guess that agrees. `with_article` keep their article: without it, they are words.
    `firsts` are the first words of the names that have several.
    """

    known: frozenset[str]
    with_article: frozenset[str]
    also_words: frozenset[str]
    firsts: frozenset[str]


@functools.cache
def given_names() -> frozenset[str]:
    """Given names, folded: a sign that a name is a person's, never a proof."""
    return frozenset(map(fold, _words("given_names.txt", but=(_PLACES,))))


@functools.cache
def given_names_of_places() -> frozenset[str]:
    """Given names that are as well places: one counts before a word that can hardly be anything but a surname."""
    return _words("given_names.txt", only=(_PLACES,))


@functools.cache
def organisations() -> Organisations:
    """Organisations that the world's news names without saying what they are."""
    known: set[str] = set()
    also_words: set[str] = set()
    for section, text in _sections("organisations.txt"):
        keys = {fold(name).replace(".", "").replace("-", " ") for name in _parted(text)}
        (also_words if section == _ALSO_WORDS else known).update(keys)
    with_article = frozenset(name for name in known if name.startswith("the "))
    firsts = frozenset(name.partition(" ")[0] for name in known if " " in name)
    return Organisations(frozenset(known), with_article, frozenset(also_words), firsts)


@functools.cache
def common_words() -> frozenset[str]:
    """Common words of English, folded: several of them with capitals are no organisation's name by themselves."""
    return _words("common_words.txt")


@functools.cache
def small_words() -> frozenset[str]:
    """Small words of English, folded, and what isn't a name of anybody: a paragraph with no other capitals names nothing."""
    return _words("common_words.txt", only=_SMALL_WORDS)


@functools.cache
def homonyms(language: str) -> frozenset[str]:
    """Common words of a language, folded, that are as well the name of a place or an organisation."""
    section = {"nb": "no", "nn": "no"}.get(language, language)
    return frozenset(fold(word) for word in _words("homonyms.txt", only=(section,)))


@functools.cache
def regions() -> tuple[tuple[str, str], ...]:
    """Regions, each with the ISO 3166 code of its country; with "" where it lies in several, or in a disputed one."""
    return tuple(
        (name, "" if section == _SEVERAL else section)
        for section, text in _sections("regions.txt")
        for name in _parted(text)
    )


@functools.cache
def countries() -> Mapping[str, str]:
    """Codes of countries by names that neither GeoNames nor CLDR lists."""
    return _pairs("countries.txt")


@functools.cache
def demonyms() -> Mapping[str, str]:
    """Codes of countries by the folded words for what is of them, and for their people: "french"."""
    return {word.replace("_", " "): code for code, words in _pairs("demonyms.txt").items() for word in words.split()}


@functools.cache
def states() -> Mapping[str, str]:
    """States of the United States by the abbreviations that news put behind a city, without full stops."""
    return _pairs("states.txt")


def _words(file: str, *, only: Collection[str] = (), but: Collection[str] = ()) -> frozenset[str]:
    """The words of a file that spaces part: of all its sections, of some `only`, or of all `but` some."""
    return frozenset(
        word
        for section, text in _sections(file)
        if (not only or section in only) and section not in but
        for word in text.split()
    )


def _pairs(file: str) -> dict[str, str]:
    """A table of `name = meaning` lines."""
    lines = (line.partition("=") for _, text in _sections(file) for line in text.splitlines() if line.strip())
    return {name.strip(): meaning.strip() for name, _, meaning in lines}


def _parted(text: str) -> Iterator[str]:
    """Entries that semicolons part, over the ends of lines."""
    return filter(None, map(str.strip, text.replace("\n", " ").replace(" ;", ";").split(";")))


def _sections(file: str) -> Iterator[tuple[str, str]]:
    """The sections of a file, by name, with their text; what stands before the first one has none."""
    section, lines = "", list[str]()
    with open(os.path.join(_FOLDER, file), encoding="utf-8") as opened:
        for line in opened:
            if line.startswith("#"):
                continue
            if line.startswith("["):
                yield section, "".join(lines)
                section, lines = line.strip().strip("[]"), []
            else:
                lines.append(line)
    yield section, "".join(lines)
