"""Buttons that open what stands below them: of their words only headings and questions are text."""

from collections.abc import Iterable, Sequence

import msgspec

from archiver.normalise import lines
from archiver.normalise.block import Block

_FEWEST_WORDS = 3  # of a question: "Forgotten your password?" has them too, but not within a text
_LONGEST = 500  # code points of a button; one that isn't well ended holds what is behind it
_ASKS = ("?", "？", "؟")


def opens(said: str) -> bool:
    """Whether a button's tag says that it opens what is below it."""
    return ("aria-expanded" in said or "aria-controls" in said) and said[-1:] != "/"


def told(blocks: Sequence[Block], start: int) -> Iterable[Block]:
    """The blocks from `start` on, which are such a button's, without those that are no text."""
    if sum(len(block.text) for block in blocks[start:]) > _LONGEST:
        return blocks[start:]
    own = (block for block in blocks[start:] if block.kind == "heading" or _is_question(block.text))
    return [msgspec.structs.replace(block, number=number) for number, block in enumerate(own, start)]


def _is_question(text: str) -> bool:
    return text.endswith(_ASKS) and lines.words(text) >= _FEWEST_WORDS
