"""Corrections and editor's notes: text of the article, wherever a page sets them."""

import re
from typing import Any

from archiver.normalise import content, elements, note_words
from archiver.normalise.block import Block
from archiver.normalise.htmlpage import Page

_LINKED = 0.5
_BEHIND = 3  # blocks behind the text among which one may be a note on it, outside of its element
_LONGEST = 1200  # code points
_CORNERS = frozenset({"footer", "aside", "box"})  # that a note may stand in
_CLASS = re.compile(
    r"correction|clarification|corrigend|errat(?:um|a)|korrektur|editor[s-]{0,2}note|amendment", re.IGNORECASE
)


def mark(page: Page) -> set[int]:
    """The numbers of the notes beside and behind the text; those in a corner of its own, such as a footer, lose the label of that."""
    last = max(page.inside, default=len(page.blocks))
    found = {
        block.number
        for block in page.blocks[last + 1 : last + 1 + _BEHIND]
        if page.labels[block.number] is None and block.linked < _LINKED and note_words.is_note(block.text)
    }
    around = frozenset(page.blocks[page.first].path) if page.first < len(page.blocks) else frozenset()
    corners: dict[int, int] = {}
    before: tuple[int, bool] = 0, False  # the corner of the last block, and whether that was a note
    for at in [at for at, label in enumerate(page.labels) if label in _CORNERS and at > (page.headline or 0)]:
        block = page.blocks[at]
        marks = id(block.marks)  # which all blocks of an element have in common
        if marks not in corners:
            corners[marks] = _corner(page, block, around)
        corner = corners[marks]
        if not corner:
            continue
        goes_on = content.prose(block) and (before == (corner, True) or _is_named(page.seen[corner]))
        note = block.linked < _LINKED and bool(goes_on or note_words.is_note(block.text))
        before = corner, note
        if note:
            page.labels[block.number] = None
            found.add(block.number)
    return found


def _corner(page: Page, block: Block, around: frozenset[int]) -> int:
    """The number of the element that puts the block into a corner, if nothing else is said of it and it stands beside the text."""
    cuts = [(number, label) for number, label in block.marks if label not in elements.HINTS]
    if not cuts or any(label not in _CORNERS for _, label in cuts):
        return 0
    number = cuts[0][0]
    depth = block.path.index(number)
    if depth <= (page.seen[number].tag == "footer") or block.path[depth - 1] not in around:  # the page's own foot
        return 0
    return number


def _is_named(element: Any) -> bool:
    """Whether the element's class says that it holds a note."""
    return bool(_CLASS.search(f"{element.get('class') or ''} {element.get('id') or ''}"[:_LONGEST]))
