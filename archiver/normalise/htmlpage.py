"""The blocks of an HTML page with what was made out about them: labels, the text's container, the headline."""

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from typing import Any
from urllib.parse import urljoin, urlsplit

import msgspec

from archiver.normalise import clean, content, elements, metadata, title
from archiver.normalise.tree import Block

_LINKED = 0.8  # share of links from which a heading leads to another page
_BELOW = 0.3  # share of the text below the headline from which what stands above isn't the article
_MOST_PIECES = 6  # of a heading
_ELSEWHERE = frozenset({"related", "comments", "footer", "aside", "hidden"})
_SECOND = 2  # level of the heading that stands in for a missing h1


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


def made_out(blocks: list[Block], seen: Sequence[Any], learnt: AbstractSet[str] = frozenset()) -> Page:
    """The blocks with their labels, and where the text stands among them; `learnt` are lines that the site's pages repeat."""
    labels = content.labels(blocks)
    if learnt:
        labels = [
            "learnt"
            if block.text in learnt and (label is None or label in elements.HINTS) and block.level != 1
            else label
            for block, label in zip(blocks, labels, strict=True)
        ]
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
    keys = title.keys(stated.headlines, stated.page_title, stated.sites)
    headings = [
        block
        for block in page.blocks
        if block.kind == "heading" and page.labels[block.number] not in _ELSEWHERE and not _leads_home(block, base)
    ]
    parts = title.parts(stated.page_title)
    near = [block for block in page.blocks[: page.first] if parts and clean.comparable(block.text) in parts]
    first = [block for block in headings if block.level == 1 and (block.number <= page.first or block.linked < _LINKED)]
    best = (
        [block for block in first if _words(block, keys)]
        or [block for block in headings if block.number <= page.first and _words(block, keys)]
        or first
        or near
        or [block for block in headings if block.number <= page.first and block.level == _SECOND]
    )
    texts = [_words(block, keys) or block.text for block in best]
    chosen, site = title.choose(texts, stated.headlines, stated.page_title, stated.sites)
    wanted = clean.comparable(chosen or "")
    page.headline = next(
        (
            block.number
            for block in (*best, *headings, *page.blocks[: page.first])
            if wanted in (clean.comparable(block.text), clean.comparable(_words(block, keys) or ""))
        ),
        None,
    )
    if page.headline is not None and page.headline > page.first:
        _begin_below(page)
    return chosen, site


def _words(block: Block, keys: Collection[str]) -> str | None:
    """The words of a heading that are a stated headline: all, or all but a kicker or subtitle in an element of its own."""
    if clean.comparable(block.text) in keys:
        return block.text
    pieces = block.pieces if block.kind == "heading" else []
    for cut in range(1, min(len(pieces), _MOST_PIECES)):
        for part in (" ".join(pieces[cut:]), " ".join(pieces[:cut])):
            if clean.comparable(part) in keys:
                return part
    return None


def _leads_home(block: Block, base: str) -> bool:
    """Whether the whole heading is a link to the front page of the site."""
    if block.linked < _LINKED:
        return False
    try:
        paths = [urlsplit(urljoin(base, href)) for _, href in block.links]
    except ValueError:
        return False
    return all(address.path in ("", "/") and not address.query for address in paths)


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
