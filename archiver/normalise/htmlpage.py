"""The blocks of an HTML page with what was made out about them: labels, the text's container, the headline."""

from collections.abc import Sequence
from typing import Any

import msgspec

from archiver.normalise import content, elements, metadata
from archiver.normalise import headline as headlines
from archiver.normalise.tree import Block

_BELOW = 0.3  # share of the text below the headline from which what stands above isn't the article


class Page(msgspec.Struct):
    """The blocks of a page with what was made out about them."""

    blocks: list[Block]
    labels: list[str | None]
    inside: set[int]
    seen: Sequence[Any]
    language: str | None = None
    headline: int | None = None
    first: int = 0
    kin: frozenset[tuple[tuple[int, ...], str]] = frozenset()

    def is_kin(self, number: int) -> bool:
        """Whether the block stands right among paragraphs of the text: in the same element, with the same tag."""
        return number in self.inside and _kin(self.blocks[number], self.seen) in self.kin

    def is_open(self, number: int) -> bool:
        """Whether nothing says that the block is boilerplate."""
        label = self.labels[number]
        return label is None or label in elements.HINTS


def made_out(blocks: list[Block], seen: Sequence[Any]) -> Page:
    """The blocks with their labels, and where the text stands among them."""
    labels = content.labels(blocks)
    holder = content.container(blocks, labels, seen)
    inside = {block.number for block in blocks if holder in block.path}
    page = Page(blocks, labels, inside, seen)
    page.first = _first(page)
    page.kin = frozenset(
        _kin(block, seen)
        for block in blocks
        if block.number in inside and labels[block.number] is None and content.prose(block)
    )
    return page


def _first(page: Page, start: int = 0) -> int:
    """The number of the first paragraph from `start` on; of no block if there is none."""
    return next(
        (
            number
            for number in sorted(page.inside)
            if number >= start and page.is_open(number) and content.prose(page.blocks[number])
        ),
        len(page.blocks),
    )


def _kin(block: Block, seen: Sequence[Any]) -> tuple[tuple[int, ...], str]:
    """What paragraphs of one text share: the element that holds them, their tag and their class."""
    if not block.path:
        return (), ""
    element = seen[block.path[-1]]
    if element.tag in ("div", "section", "article", "td"):
        return block.path, ""
    return block.path[:-1], f"{element.tag} {element.get('class') or ''}"


def headline(page: Page, stated: metadata.Stated, base: str) -> tuple[str | None, str | None]:
    """The headline, and the site's name if a title gave it away; the number of its block is kept in the page.

    `base` is the address of the page: a heading that leads to the site's front page is the site's name.
    """
    found = headlines.find(page, stated, base)
    page.headline = found.number
    if page.headline is not None and page.headline > page.first:
        _begin_below(page)
    return found.text, found.site


def _begin_below(page: Page) -> None:
    """Let the text begin below the headline, if a good part of what was taken for text stands there."""
    number = page.headline or 0
    below = sum(content.prose(page.blocks[at]) for at in page.inside if at > number)
    whole = sum(content.prose(page.blocks[at]) for at in page.inside)
    if below >= _BELOW * whole:
        page.first = _first(page, number)
        page.inside = {at for at in page.inside if at >= number}
    else:
        page.headline = None
