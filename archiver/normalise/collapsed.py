"""What of a text a page shows only once its reader asks for it: the rest, which "Read more" opens, and the parts below lines that open them."""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from archiver.normalise import content, elements, furniture
from archiver.normalise.block import Block
from archiver.normalise.htmlpage import Page, kin

_CLOSED = frozenset({"hidden", "unseen"})
_FEWEST = 2  # paragraphs; a single one is most often a note for printing
_FEWEST_PANELS = 2
_LONGEST_TITLE = 150  # code points of a line that opens what is below
_LINKED = 0.5
_HOLDING = 2  # elements around a panel that may hold it and its title alone


def open_rest(page: Page) -> None:
    """Take what is closed as text, where it stands beside the text's paragraphs, is set as they are and goes on with them.

    What a page keeps closed besides are offers, notices, and copies of what it shows.
    """
    if _CLOSED.isdisjoint(page.labels):
        return
    _open_panels(page)
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


def _open_panels(page: Page) -> None:
    """Take what is closed as text, where several elements of the text's place that are alike each stand below a line that opens them.

    Questions and their answers are set so, and the steps of a guide.
    """
    panels: dict[int, list[Block]] = {}
    for number in sorted(page.inside):
        block = page.blocks[number]
        if number > page.first and page.labels[number] in _CLOSED:
            element = next((at for at, label in block.marks if label in _CLOSED), None)
            if element is not None:
                panels.setdefault(element, []).append(block)
    if len(panels) < _FEWEST_PANELS:
        return
    shown = {block.text for block in page.blocks if page.labels[block.number] is None}
    titled = {
        element: blocks
        for element, blocks in panels.items()
        if elements.is_closed(page.seen[element])
        and any(map(content.prose, blocks))
        and _has_title(page, element, blocks)
        and not any(block.text in shown or furniture.kind(block.text) for block in blocks)
    }
    alike = Counter(elements.dress(page.seen[element]) for element in titled)
    for element, blocks in titled.items():
        if alike[elements.dress(page.seen[element])] >= _FEWEST_PANELS:
            for block in blocks:
                if all(label in elements.HINTS for at, label in block.marks if at > element):
                    page.labels[block.number] = None
            page.kin |= {kin(block, page.seen) for block in blocks if content.prose(block)}


def _has_title(page: Page, element: int, blocks: Sequence[Block]) -> bool:
    """Whether a short line stands right above the closed element: a heading beside it, or with it the only one in an element."""
    first = blocks[0]
    title = page.blocks[first.number - 1]
    if page.labels[title.number] is not None or len(title.text) > _LONGEST_TITLE or title.linked > _LINKED:
        return False
    if furniture.kind(title.text):
        return False
    depth = first.path.index(element)
    if title.kind == "heading" and first.path[depth - 1] in title.path:
        return True
    return any(
        holder in title.path and _holds_no_more(page, holder, title, blocks[-1])
        for holder in first.path[max(0, depth - _HOLDING) : depth]
    )


def _holds_no_more(page: Page, holder: int, first: Block, last: Block) -> bool:
    """Whether the element holds nothing but the blocks from the first to the last."""
    around = (first.number - 1, last.number + 1)
    return not any(0 <= at < len(page.blocks) and holder in page.blocks[at].path for at in around)


def _element(page: Page, block: Block, beside: AbstractSet[tuple[int, ...]]) -> int | None:
    """The closed element around the block, if it stands where `beside` says, and nothing else is said of the block."""
    cuts = [number for number, label in block.marks if label not in elements.HINTS]
    if len(cuts) != 1 or block.path[: block.path.index(cuts[0])] not in beside:
        return None
    return cuts[0] if elements.is_closed(page.seen[cuts[0]]) else None
