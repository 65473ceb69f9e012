"""Lines that tell what a picture shows, by what the picture's own words say of it, or by the credit that stands below them."""

from collections.abc import Sequence
from itertools import islice
from typing import Any

from archiver.normalise import clean, content, furniture
from archiver.normalise.block import Block

_SHORTEST = 25  # code points of a picture's words that stand in a line by no chance
_LONGEST = 600
_LINKED = 0.5
_MOST_IN_BOX = 9  # pictures
_LONGEST_CREDIT = 90
_MOSTLY = 0.3
_MOST = 300  # pictures that are looked at
_UP = 4  # elements around a line that may be the picture's box
_MORE = 160  # code points that its box may hold beside the line: a credit, "View full size"


def told(blocks: Sequence[Block], labels: Sequence[str | None], seen: Sequence[Any]) -> list[int]:
    """The numbers of the lines, with no label yet, in small boxes with a picture and a line that tells what it shows."""
    if not seen:
        return []
    pictures: dict[str, Any] = {}
    for picture in islice(seen[0].iter("img"), _MOST):
        words = picture.get("alt")
        if words and _SHORTEST <= len(words) <= _LONGEST:
            pictures[clean.line(words)] = picture
    found: dict[int, None] = {}
    before = None
    for block in blocks:
        if block.linked > _LINKED:  # as most lines of a page are
            before = None
            continue
        box = range(0)
        if before is not None and _is_credit(block, before) and _may_be(before, labels):
            box = _box(before, None, blocks, seen)
        elif block.text in pictures and _may_be(block, labels):
            box = _box(block, pictures[block.text], blocks, seen)
        found.update(dict.fromkeys(number for number in box if labels[number] is None and not blocks[number].level))
        before = block
    if not found:
        return []
    prose = sum(len(block.text) for block in blocks if labels[block.number] is None and content.prose(block))
    # Where they are most of what the page tells, they are its text: the steps of a recipe, each with a picture.
    return list(found) if sum(len(blocks[number].text) for number in found) <= _MOSTLY * prose else []


def _may_be(block: Block, labels: Sequence[str | None]) -> bool:
    return labels[block.number] is None and block.kind != "heading" and _SHORTEST <= len(block.text) <= _LONGEST


def _is_credit(block: Block, before: Block) -> bool:
    """Whether the line is a credit and stands in the same element as the one before it."""
    return len(block.text) <= _LONGEST_CREDIT and block.path == before.path and furniture.kind(block.text) == "caption"


def _box(block: Block, picture: Any, blocks: Sequence[Block], seen: Sequence[Any]) -> range:
    """The blocks of an element around the line that holds little more than it and the picture (any, for None); none if there is none."""
    start = end = block.number
    letters = len(block.text)
    most = letters + _MORE
    for above in block.path[: -_UP - 1 : -1]:
        while start > 0 and above in blocks[start - 1].path and letters <= most:
            start -= 1
            letters += len(blocks[start].text)
        while end + 1 < len(blocks) and above in blocks[end + 1].path and letters <= most:
            end += 1
            letters += len(blocks[end].text)
        if letters > most:
            break
        if any(picture is None or image is picture for image in islice(seen[above].iter("img"), _MOST_IN_BOX)):
            return range(start, end + 1)
    return range(0)
