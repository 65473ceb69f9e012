"""The rest of a text that a page shows only once its reader asks for it: "Read more" opens it."""

from collections.abc import Set as AbstractSet

from archiver.normalise import content, elements, furniture
from archiver.normalise.block import Block
from archiver.normalise.htmlpage import Page, kin

_CLOSED = frozenset({"hidden", "unseen"})
_FEWEST = 2  # paragraphs; a single one is most often a note for printing


def open_rest(page: Page) -> None:
    """Take what is closed as text, where it stands beside the text's paragraphs, is set as they are and goes on with them.

    What a page keeps closed besides are offers, notices, and copies of what it shows.
    """
    if _CLOSED.isdisjoint(page.labels):
        return
    beside = {*page.holders, *(holder[:-1] for holder in page.holders)}
    closed: dict[int, list[Block]] = {}
    for number in range(page.first + 1, len(page.blocks)):
        if page.labels[number] in _CLOSED and (element := _element(page, page.blocks[number], beside)) is not None:
            closed.setdefault(element, []).append(page.blocks[number])
    if not closed:
        return
    dresses = {dress for _, dress in page.kin}
    shown = {block.text for block in page.blocks if page.labels[block.number] is None}
    rest = [
        block
        for blocks in closed.values()
        if all(kin(block, page.seen)[1] in dresses for block in blocks if content.prose(block))
        and not any(block.text in shown or furniture.kind(block.text) for block in blocks)
        and not furniture.is_about_pages(blocks[0].text)
        for block in blocks
    ]
    if sum(bool(content.prose(block)) for block in rest) < _FEWEST:
        return
    for block in rest:
        page.labels[block.number] = None
        page.inside.add(block.number)
    page.kin |= {kin(block, page.seen) for block in rest if content.prose(block)}


def _element(page: Page, block: Block, beside: AbstractSet[tuple[int, ...]]) -> int | None:
    """The closed element around the block, if it stands where `beside` says, and nothing else is said of the block."""
    cuts = [number for number, label in block.marks if label not in elements.HINTS]
    if len(cuts) != 1 or block.path[: block.path.index(cuts[0])] not in beside:
        return None
    return cuts[0] if elements.is_closed(page.seen[cuts[0]]) else None
