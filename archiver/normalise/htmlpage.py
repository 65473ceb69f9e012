"""The blocks of an HTML page with what was made out about them: labels, the text's container, the headline."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

import msgspec

from archiver.normalise import content, elements, furniture, lines, metadata, pictures
from archiver.normalise import headline as headlines
from archiver.normalise.addresses import is_other_page
from archiver.normalise.block import Block

_BELOW = 0.3  # share of the text below the headline from which what stands above isn't the article
_TEASER = 400  # letters of prose; an article element with less is a teaser
_LINKED = 0.8  # share of links from which a heading leads to another page
_MOSTLY_LINKED = 0.5
_SHORT = 120  # code points of a line that tells an ingredient, at most
_GUIDE = 3  # headings that are links, beside the paragraphs
_GOOD_PART = 0.4  # of the letters of the element that holds most of the text
_FEWEST_ITEMS, _FEWEST_WORDS = 2, 3  # of a list above the text, and of each of them
_FURTHEST = 30  # blocks between two parts of a text


class Page(msgspec.Struct):
    """The blocks of a page with what was made out about them."""

    blocks: list[Block]
    labels: list[str | None]
    inside: set[int]
    seen: Sequence[Any]
    addresses: tuple[str, ...] = ("",)  # its own
    language: str | None = None
    headline: int | None = None
    first: int = 0
    styles: frozenset[content.Style] = frozenset()
    kin: frozenset[tuple[tuple[int, ...], str]] = frozenset()
    holders: frozenset[tuple[int, ...]] = frozenset()  # elements that hold a good part of the paragraphs
    weights: dict[int, int] = {}
    days: frozenset[int] = frozenset()  # blocks that are the dates of a chronology
    listed: frozenset[int] = frozenset()  # blocks of a recipe's ingredients
    guide: tuple[int, bool] | None = None  # with how many blocks inside it was asked
    several: bool = False  # stories on the page, of which only the headline's was taken

    def is_kin(self, number: int) -> bool:
        """Whether the block stands right among paragraphs of the text: in the same element, with the same tag."""
        return number in self.inside and (number in self.listed or kin(self.blocks[number], self.seen) in self.kin)

    def leads(self, number: int) -> str:
        """Where a heading or a paragraph that is a link to elsewhere leads: `site`, another page of it, or `away`; empty for any other block.

        Several headings that stand beside the paragraphs head them, wherever they lead, as in a guide.
        """
        block = self.blocks[number]
        if block.kind == "paragraph" and block.linked > _MOSTLY_LINKED:
            return self._leads_to(block)
        if not self._is_linked_heading(number):
            return ""
        return "" if block.path[:-1] in self.holders and self._is_guide() else self._leads_to(block)

    def _is_guide(self) -> bool:
        """Whether several linked headings stand beside the paragraphs; it is asked for each heading, so it is kept."""
        if self.guide is None or self.guide[0] != len(self.inside):
            beside = (at for at in self.inside if self.blocks[at].path[:-1] in self.holders)
            self.guide = (len(self.inside), sum(map(self._is_linked_heading, beside)) >= _GUIDE)
        return self.guide[1]

    def _leads_to(self, block: Block) -> str:
        return "site" if all(is_other_page(own, block.links[0][1]) for own in self.addresses) else "away"

    def _is_linked_heading(self, number: int) -> bool:
        return self.blocks[number].kind == "heading" and self.blocks[number].linked > _LINKED

    def weight(self, element: int) -> int:
        """The letters of prose in the element of this number."""
        if not self.weights:
            for block in self.blocks:
                weight = content.prose(block)
                for above in block.path if weight else ():
                    self.weights[above] = self.weights.get(above, 0) + weight
        return self.weights.get(element, 0)

    def announces_list(self, block: Block) -> bool:
        """Whether the line is one of the text that ends in a colon, right above a list."""
        return (
            block.text.endswith((":", "："))
            and block.linked <= _LINKED
            and block.kind == "paragraph"
            and self.labels[block.number] in (None, "standfirst")
            and self.blocks[min(block.number + 1, len(self.blocks) - 1)].kind == "item"
        )

    def is_open(self, number: int) -> bool:
        """Whether nothing says that the block is boilerplate."""
        label = self.labels[number]
        return label is None or label in elements.HINTS


def made_out(blocks: list[Block], seen: Sequence[Any], learnt: AbstractSet[str] = frozenset()) -> Page:
    """The blocks with their labels, and where the text stands among them; `learnt` are lines that the site's pages repeat."""
    labels = content.labels(blocks)
    for number in pictures.told(blocks, labels, seen):
        labels[number] = "caption"
    if learnt:
        labels = [
            "learnt"
            if block.text in learnt and (label is None or label in elements.HINTS) and block.level != 1
            else label
            for block, label in zip(blocks, labels, strict=True)
        ]
    page = Page(blocks, labels, set(), seen)
    _hold(page, content.container(blocks, labels, seen))
    return page


def _hold(page: Page, holder: int) -> None:
    """Let the text be what stands in the element of this number."""
    page.inside = {block.number for block in page.blocks if holder in block.path}
    _settle(page)


def _settle(page: Page) -> None:
    """Look at what the text's place holds: its first paragraph, and how its paragraphs are set."""
    page.first = _first(page)
    own = [page.blocks[number] for number in page.inside if page.labels[number] is None]
    weights: dict[tuple[tuple[int, ...], str], int] = defaultdict(int)
    for block in own:
        if weight := content.prose(block):
            weights[kin(block, page.seen)] += weight
    page.kin = frozenset(weights)
    most = max(weights.values(), default=0)
    page.holders = frozenset(holder for (holder, _), weight in weights.items() if weight >= _GOOD_PART * most)
    page.styles = content.styles(own, page.seen)


def completed(page: Page) -> None:
    """The text's other parts, where the page has it in several elements: what is set as the text is, below the headline.

    Where the headline stands in an article of its own that the text isn't in, the page shows several stories, and the
    text is looked for in that one.
    """
    if page.headline is None:
        return
    _choose_story(page, page.headline)
    _leave_others(page, page.headline)
    if page.inside and page.first < len(page.blocks):
        _extend(page, page.headline)
        page.first = _first(page)
        _list(page, page.headline)
    _head(page)


def _choose_story(page: Page, headline: int) -> None:
    """Look for the text in the headline's own article, where there is one and the text found stands outside of it."""
    article = _article(page, headline)
    if article is None or any(article in page.blocks[number].path for number in page.inside):
        return
    page.several = True
    _hold(page, content.container(page.blocks, page.labels, page.seen, article))
    if page.first < headline:
        page.inside = {number for number in page.inside if number > headline}
        page.first = _first(page)


def _leave_others(page: Page, headline: int) -> None:
    """Leave out other articles that the text's element holds too, as where a page loads one after the other.

    Such a one has a headline of its own, of the first level, and is set as the headline's is.
    """
    others = [
        at
        for at in page.inside
        if at > headline and page.blocks[at].level == 1 and page.blocks[at].text != page.blocks[headline].text
    ]
    left: set[int] = set()
    for at in others if page.blocks[headline].level == 1 else ():
        own, other = page.blocks[headline].path, page.blocks[at].path
        apart = next((depth for depth, pair in enumerate(zip(own, other, strict=False)) if pair[0] != pair[1]), None)
        if apart is None or apart >= len(own) - 1 or not page.weight(own[apart]):
            continue
        ours, theirs = (elements.dress(page.seen[path[apart]]) for path in (own, other))
        if ours == theirs and (ours[0] == "article" or (ours[1] and _is_signed(page, other[apart]))):
            left.add(other[apart])
    if left:
        page.several = True
        for block in page.blocks[headline + 1 :]:
            if not left.isdisjoint(block.path):
                page.inside.discard(block.number)
                if page.is_open(block.number):
                    page.labels[block.number] = "related"
        _settle(page)


def _is_signed(page: Page, element: int) -> bool:
    """Whether a byline or a date stands in the element of this number."""
    return any(
        page.labels[block.number] == "byline" or any(elements.is_date(page.seen[at]) for at in block.path[-2:])
        for block in page.blocks
        if element in block.path
    )


def _extend(page: Page, headline: int) -> None:
    """Take the paragraphs below the headline that are set as the text is, and the subheadings above them."""
    holders = {style[1] for style in page.styles if " " in style[1].strip()}
    last = max(page.inside)
    above: list[int] = []  # headings that count where a paragraph follows
    for number in range(headline + 1, len(page.blocks)):
        block = page.blocks[number]
        if number in page.inside or page.labels[number] is not None or block.linked > _LINKED:
            continue
        if number > last + _FURTHEST or (block.level == 1 and number > last):
            break
        style = content.style(block, page.seen)
        if content.prose(block):
            if style in page.styles and (style[1] in holders or style[0].strip() != "p"):
                page.inside.update((*above, number))
                last = max(last, number)
            above = []
        elif block.kind == "heading" and style[1] in holders:
            above.append(number)


def _head(page: Page) -> None:
    """Take what the class calls a standfirst for the headings of the text's parts, where several stand among its paragraphs."""
    if "standfirst" not in page.labels[page.first :]:
        return
    below = [block for block in page.blocks[page.first :] if _is_subhead(page, block)]
    if len(below) > 1:
        for block in below:
            page.labels[block.number] = None


def _is_subhead(page: Page, block: Block) -> bool:
    """Whether a short line that its class calls a standfirst heads a paragraph of the text, with nothing but a caption between them."""
    if (
        page.labels[block.number] != "standfirst"
        or block.number not in page.inside
        or len(block.text) > _SHORT
        or block.linked > _MOSTLY_LINKED
        or lines.ends_sentence(block.text)
    ):
        return False
    behind = (other for other in page.blocks[block.number + 1 :] if page.labels[other.number] != "caption")
    headed = next(behind, None)
    return headed is not None and page.is_kin(headed.number) and bool(content.prose(headed))


def is_introduction(page: Page, block: Block, taken: Collection[int]) -> bool:
    """Whether the paragraph is one of several in the text's element that the class calls a standfirst, none of which was taken for it."""
    element = next(number for number, label in reversed(block.marks) if label == "standfirst")
    own = [other.number for other in page.blocks if element in other.path and content.prose(other)]
    return len(own) > 1 and page.inside.issuperset(own) and not any(number in taken for number in own)


def _list(page: Page, headline: int) -> None:
    """Take a recipe's ingredients, which most often stand beside the text that tells what to do with them."""
    found = set()
    told: dict[int, bool] = {}
    for block in page.blocks[headline + 1 : max(page.inside) + _FURTHEST]:
        if len(block.text) <= _SHORT and page.labels[block.number] is None and block.linked <= _LINKED:
            for above in block.path:
                if above not in told:
                    told[above] = elements.is_ingredients(page.seen[above]) and page.weight(above) < _TEASER
                if told[above]:
                    found.add(block.number)
                    break
    if found:
        page.inside |= found
        page.listed = frozenset(found)


def first_list(page: Page, headline: int, taken: Collection[int]) -> set[int]:
    """The numbers of a list's items above the first paragraph, and of the line that announces or heads them.

    `taken` are the blocks that the headline's surroundings were read from.
    """
    found: set[int] = set()
    above, items = -1, []  # the line before the items
    for block in page.blocks[headline + 1 : page.first + 1]:
        if block.kind == "item" and block.number < page.first:
            items.append(block)
            continue
        if len(items) >= _FEWEST_ITEMS and all(_is_point(page, item, taken) for item in items):
            found.update(item.number for item in items)
            found.update([above] if above >= 0 else [])
        told = page.announces_list(block) or furniture.heads_points(block.text)
        own = block.number in page.inside or page.labels[block.number] == "standfirst"
        above, items = block.number if told and own else -1, []
    return found


def _is_point(page: Page, item: Block, taken: Collection[int]) -> bool:
    """Whether an item above the text tells something: some words that aren't a link, a byline or a label."""
    return (
        (item.number in page.inside or page.labels[item.number] == "standfirst")
        and item.number not in taken
        and page.labels[item.number] in (None, "standfirst")
        and item.linked <= _LINKED
        and lines.words(item.text) >= _FEWEST_WORDS
        and furniture.kind(item.text) is None
    )


def _article(page: Page, number: int) -> int | None:
    """The innermost article element around the block that holds more than a teaser; None if there is none."""
    return next(
        (
            above
            for above in reversed(page.blocks[number].path)
            if page.seen[above].tag == "article" and page.weight(above) > _TEASER
        ),
        None,
    )


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


def kin(block: Block, seen: Sequence[Any]) -> tuple[tuple[int, ...], str]:
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
