"""Names by gazetteers and the shape of words alone: for languages without a model, and for what a model overlooks."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import regex

from archiver.normalise import name_words, names, places
from archiver.normalise.names import Name
from archiver.normalise.words import fold

if TYPE_CHECKING:
    from archiver.normalise.entities import Block

_PARTICLE: Final = "|".join(name_words.PARTICLES)
_CAPITALISED: Final = rf"(?:(?:[Aa]l|[Ee]l|[Uu]l|[Uu]r)-)?[\p{{Lu}}\p{{Lt}}][\p{{L}}\p{{M}}\p{{N}}]*(?:[’'.\-][\p{{L}}\p{{M}}\p{{N}}]+)*(?:(?<=\b\p{{Lu}})\.)?"
_RUN: Final = regex.compile(rf"(?<![\p{{L}}\p{{N}}]){_CAPITALISED}(?:[ \u00a0](?:(?:{_PARTICLE})[ \u00a0]){{0,2}}{_CAPITALISED}){{0,7}}")


def capitalised_runs(text: str) -> Iterator[tuple[int, int]]:
    """Words with a capital that stand together, and the small words within names ("bin", "de la")."""
    for match in _RUN.finditer(text):
        yield match.start(), match.end()


def has_given_name(text: str) -> bool:
    """Whether the first of several words is a common given name."""
    words = names.key(text).split()
    return len(words) > 1 and words[0] in name_words.GIVEN_NAMES


def find(blocks: "Sequence[Block]", language: str | None) -> Iterator[Name]:
    """The names in text of a language without a model; what isn't known or shown by a title is left out."""
    for block in blocks:
        for start, end in capitalised_runs(block.text):
            text = block.text[start:end]
            place = places.lookup(text, language=language)
            if place and (place.kind == "country" or place.people >= places.MANY_PEOPLE):
                yield Name("place", block.zone, block.start + start, block.start + end, text, titled=True)
