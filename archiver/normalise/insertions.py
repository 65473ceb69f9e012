"""What stands among the text's paragraphs and isn't text, told by its place: captions, pull quotes, labels."""

import re
from collections import Counter
from itertools import islice
from typing import Any

from archiver.normalise import chronology, clean, content, elements, furniture, lines
from archiver.normalise.block import Block
from archiver.normalise.htmlpage import Page

_PICTURES = ("img", "picture", "amp-img", "figure", "video")
_PARAGRAPHS = ("p", "div", "figure", "a")
_OTHER_TYPE = ("em", "i", "small", "font")
_OWNED = re.compile(r"^▲|\s[|/]\s[^\W\d_][^|/.\d]{2,40}$|\s[A-Z]{2,8}/[^\W\d_][^/.]{2,40}$|\[[^\[\]]{3,60}\]$")
_LOWEST = 5  # level of headings that may be a caption
_HOLDERS = frozenset({"div", "section", "form"})
_LONGEST_BOX = 200  # letters of prose
_LONGEST_CAPTION = 500  # code points
_SHORT_CAPTION = 160  # of a line in one paragraph with its picture
_MOST_OF_TEXT = 0.2  # share of the text from which a block is no caption
_LEVELS = 3  # elements around a caption that may hold its picture
_MOST_BESIDE = 2  # blocks of such an element: a caption and its credit
_PULLED = (40, 400)  # code points of a sentence that is shown again in large letters
_LABEL = 6  # words
_LINKED = 0.5  # share of links from which a line is a link
_ALL_LINK = 0.9  # share of links from which a line is nothing else
_LONGEST_BUTTON, _MOST_BUTTONS = 80, 8  # code points; links of a line of buttons
_OFTEN = 3  # times that a label stands in a text


def mark(page: Page) -> None:
    """Give the blocks of the text that aren't text their labels, and take them from those that are."""
    chronology.mark(page)
    own = [page.blocks[number] for number in sorted(page.inside) if page.labels[number] is None]
    whole = sum(content.prose(block) for block in own)
    for block in own:
        if (
            len(block.text) <= _SHORT_CAPTION
            and content.prose(block) <= _MOST_OF_TEXT * whole
            and block.kind == "paragraph"
            and block.path
            and not lines.ends_sentence(block.text)
            and (_is_below_picture(page, block) or _is_behind_picture(page, block))
        ):
            page.labels[block.number] = "caption"
    own = [block for block in own if page.labels[block.number] is None and block.number > page.first]
    _mark_boxes(page, own, _MOST_OF_TEXT * whole)
    own = [block for block in own if page.labels[block.number] is None]
    first = page.blocks[page.first : page.first + 1]
    counts = Counter(above for block in (*first, *own) for above in block.path[-_LEVELS:])
    often = Counter(block.text for block in own if block.kind in ("paragraph", "heading"))
    whole = sum(content.prose(block) for block in own)
    strange = [block for block in own if content.style(block, page.seen) not in page.styles]
    unlike = {block.number for block in strange}
    said = ""
    for block in own:
        if (
            often[block.text] >= _OFTEN
            and block.kind in ("paragraph", "heading")
            and lines.words(block.text) <= _LABEL
            and not lines.ends_sentence(block.text)
            and any(map(str.isalnum, block.text))
            and block.number not in page.days
            and not _heads_text(page, block)
        ):
            page.labels[block.number] = "repeated"
    for block in strange:
        small = content.prose(block) <= _MOST_OF_TEXT * whole and len(block.text) <= _LONGEST_CAPTION
        told = block.kind == "paragraph" or (block.level >= _LOWEST and not block.linked)
        if told and small and _has_picture(page, block, counts):
            page.labels[block.number] = "caption"
        elif _PULLED[0] <= len(block.text) <= _PULLED[1] and (block.kind != "heading" or _is_quote(page, block)):
            said = said or " ".join(clean.comparable(other.text) for other in own if other.number not in unlike)
            if clean.comparable(block.text) in said:
                page.labels[block.number] = "repeated"
    _mark_buttons(page, own)


def _heads_text(page: Page, block: Block) -> bool:
    """Whether a label is a heading, or set in bold, and a paragraph or a list of the text stands right below: each part of a review has it."""
    if block.kind != "heading" and not all(run.strong for run in block.runs if run.text.strip()):
        return False
    behind = next((other for other in page.blocks[block.number + 1 :] if page.labels[other.number] is None), None)
    return (
        behind is not None
        and behind.number in page.inside
        and behind.linked < _LINKED
        and (behind.kind in ("item", "row") or bool(content.prose(behind)))
    )


def _is_quote(page: Page, heading: Block) -> bool:
    """Whether what is set as a heading is a quote, shown in large letters."""
    return len(heading.path) > 1 and page.seen[heading.path[-2]].tag == "blockquote"


def _mark_buttons(page: Page, own: list[Block]) -> None:
    """Mark the lines that are nothing but links set as buttons: they lead somewhere, and tell nothing."""
    for block in own:
        if (
            block.linked > _ALL_LINK
            and len(block.text) <= _LONGEST_BUTTON
            and page.labels[block.number] is None
            and _is_button(page, block)
        ):
            page.labels[block.number] = "navigation"


def _mark_boxes(page: Page, own: list[Block], most: float) -> None:
    """Mark small elements beside the paragraphs that hold a form: what they say is about that; and what isn't printed.

    `most` letters of prose are in such an element that isn't printed.
    """
    first = next((block for block in own if block.path[:-1] in page.holders and content.prose(block)), None)
    around = frozenset(first.path) if first else frozenset()
    beside = first.path[:-1] if first else ()
    boxes: dict[int, list[Block]] = {}
    for block in own if first else []:
        is_beside = block.path[:-1] == beside  # as most are
        box = block.path[-1] if is_beside else next((number for number in block.path if number not in around), None)
        if box is not None and page.seen[box].tag in _HOLDERS:
            boxes.setdefault(box, []).append(block)
    alike = Counter(elements.dress(page.seen[box]) for box in boxes)
    for box, blocks in boxes.items():
        element: Any = page.seen[box]
        if elements.is_unprinted(element):
            told = page.weight(box) <= most
        else:
            told = page.weight(box) <= _LONGEST_BOX and _asks(element, blocks, alike[elements.dress(element)])
        if (
            told
            and any(block.kind != "heading" for block in blocks)
            and not any(block.path[:-1] in page.holders for block in blocks)  # a part of the text
        ):
            for block in blocks:
                page.labels[block.number] = "box"


def _asks(element: Any, blocks: list[Block], alike: int) -> bool:
    """Whether a box holds a form, or is a line or two between a heading and a button; several alike are parts of a text."""
    if next(element.iter("form"), None) is not None:
        return True
    button = next(element.iter("button"), None)
    if (
        button is None
        or alike > 1
        or blocks[0].kind != "heading"
        or any(block.kind != "paragraph" for block in blocks[1:])
    ):
        return False
    words = clean.line(" ".join(button.itertext()))
    return bool(words) and furniture.kind(words) not in ("share", "comments")


def _is_button(page: Page, block: Block) -> bool:
    """Whether the line is nothing but links that are set as buttons."""
    if block.kind not in ("paragraph", "cell", "item") or not block.path:
        return False
    element: Any = page.seen[block.path[-1]]
    found = list(islice(element.iter("a"), _MOST_BUTTONS + 1)) or [element.getparent()]
    return len(found) <= _MOST_BUTTONS and all(
        each is not None and each.tag == "a" and elements.is_button(each) for each in found
    )


def _is_below_picture(page: Page, block: Block) -> bool:
    """Whether the line is set in another type, below a picture in the same paragraph."""
    if not all(run.emphasis for run in block.runs if run.text.strip()):
        return False
    element: Any = page.seen[block.path[-1]]
    return element.tag in ("p", "center", "td") and next(element.iter("img"), None) is not None


def _is_behind_picture(page: Page, block: Block) -> bool:
    """Whether the line is set in another type, or ends in its picture's owner, right behind a paragraph that is a picture."""
    element: Any = page.seen[block.path[-1]]
    before = element.getprevious() if element.tag in ("p", "div") else None
    if before is None or before.tag not in _PARAGRAPHS or next(before.iter(*_PICTURES), None) is None:
        return False
    if "".join(before.itertext()).strip():
        return False
    other = len(element) == 1 and element[0].tag in _OTHER_TYPE and not (element.text or element[0].tail or "").strip()
    return other or bool(_OWNED.search(block.text))


def _has_picture(page: Page, block: Block, counts: Counter[int]) -> bool:
    """Whether hardly anything but the block and a picture stands in an element around it."""
    for number in reversed(block.path[-_LEVELS:]):
        element: Any = page.seen[number]
        if counts[number] > _MOST_BESIDE or elements.is_body(element):
            return False
        if next(element.iter(*_PICTURES), None) is not None:
            return True
    return False
