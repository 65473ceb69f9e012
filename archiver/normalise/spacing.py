"""Places in a text as it was given, from places in the same text with its white space made plain."""

import re
from collections.abc import Mapping
from typing import TypeVar

import msgspec

from archiver.document import Entity, Mention, MentionedDate, Span, Zone

_WORD = re.compile(r"\S+")
Named = TypeVar("Named", bound=Entity)


class Spaced:
    """A text, and where each character of its plain form stands in it.

    `plain` has one space between words and an empty line between paragraphs, and no white space at its ends.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        parts: list[str] = []
        self._places: list[int] = []
        at = 0
        for paragraph in text.split("\n\n"):
            words = list(_WORD.finditer(paragraph))
            for number, word in enumerate(words):
                joint = " " if number else "\n\n" if parts else ""
                # The white space of the plain form stands for what is before the word, however long.
                self._places += [at + word.start() - 1] * len(joint)
                self._places += range(at + word.start(), at + word.end())
                parts += [joint, word.group()]
            at += len(paragraph) + 2
        self.plain = "".join(parts)

    def span(self, span: Span) -> Span:
        """Where a span of the plain form stands in the text."""
        start, end = span
        return self._places[start], self._places[end - 1] + 1


def dates(found: tuple[MentionedDate, ...], zones: Mapping[Zone, Spaced]) -> tuple[MentionedDate, ...]:
    """The dates with their places, and their words, in the texts as they were given."""
    placed = []
    for date in found:
        zone = zones[date.zone]
        start, end = zone.span(date.span)
        placed.append(msgspec.structs.replace(date, span=(start, end), text=zone.text[start:end]))
    return tuple(placed)


def names(found: tuple[Named, ...], zones: Mapping[Zone, Spaced]) -> tuple[Named, ...]:
    """The names with their places in the texts as they were given; their forms keep single spaces."""
    return tuple(
        msgspec.structs.replace(
            entity,
            mentions=tuple(
                Mention(zone=place.zone, span=zones[place.zone].span(place.span)) for place in entity.mentions
            ),
        )
        for entity in found
    )
