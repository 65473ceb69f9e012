"""The stretches of an article that names are looked for in: paragraphs, and a headline that is written as a sentence."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

import regex

from archiver.document import Zone
from archiver.normalise import names
from archiver.normalise.recogniser import MOST_CHARACTERS

_LONGEST: Final = 5_000
"""Characters; a longer paragraph is cut into pieces."""


_LONGEST_IN_CAPITALS: Final = 200
"""Characters of a subheading; what is longer in capitals is no text that is read for names."""


class Passage(NamedTuple):
    """A paragraph, or a piece of a long one, and where it begins in its zone."""

    zone: Zone
    start: int
    text: str


def passages(zones: Mapping[Zone, str]) -> Iterator[Passage]:
    """The first 100,000 characters of the zones, without what is written in capitals and headlines in title case."""
    left = MOST_CHARACTERS
    for zone, text in zones.items():
        if zone == "title" and not is_sentence_case(text):
            continue
        for match in regex.finditer(r"[^\n]+", text[:MOST_CHARACTERS]):
            for start in range(match.start(), match.end(), _LONGEST):
                piece = text[start : min(match.end(), start + _LONGEST)]
                if len(piece) > left:
                    return
                left -= len(piece)
                if not is_in_capitals(piece):
                    yield Passage(zone, start, piece)


def capital_lines(zones: Mapping[Zone, str]) -> Iterator[Passage]:
    """The lines of standfirst and body that are in capitals throughout, which `passages` leaves out."""
    for zone, text in zones.items():
        if zone == "title":
            continue
        for match in regex.finditer(r"[^\n]+", text[:MOST_CHARACTERS]):
            if match.end() - match.start() <= _LONGEST_IN_CAPITALS and is_in_capitals(match.group()):
                yield Passage(zone, match.start(), match.group())


def is_in_capitals(text: str) -> bool:
    """Whether a text is written in capitals throughout."""
    large, small = sum(map(str.isupper, text)), sum(map(str.islower, text))
    few = 12
    return large + small > few and large > 0.8 * (large + small)


def is_sentence_case(headline: str) -> bool:
    """Whether a headline has capitals only where a sentence has them, so that they tell names."""
    if is_in_capitals(headline):
        return False
    longest = 4
    words = [word for word, _, _ in names.words(headline)][1:]
    telling = [word for word in words if len(word) >= longest and word[0].isalpha()]
    if not telling:
        return any(word[0].islower() for word in words)
    return sum(word[0].isupper() for word in telling) <= 0.6 * len(telling)
