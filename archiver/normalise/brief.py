"""A page whose story is a sentence or two: they are shorter than what the paper says of itself beside them."""

from collections.abc import Iterable

from archiver.normalise import content, furniture, lines
from archiver.normalise.htmlpage import Page

_LITTLE = 500  # code points of prose, from which a text is no brief
_FEWEST_WORDS = 4
_LINKED = 0.5  # share of links from which a line is a link


def sentences(page: Page, near: Iterable[int]) -> set[int]:
    """The numbers of the short sentences near the headline that are text of a page with hardly any; what the paper says of itself there is none."""
    letters = 0
    for number in page.inside:
        letters += content.prose(page.blocks[number])
        if letters >= _LITTLE:
            return set()
    found = {number for number in near if _is_sentence(page, number)}
    first = min((page.first, *found))
    for number in page.inside:
        block = page.blocks[number]
        if number > first and block.path[:-1] != page.blocks[first].path[:-1] and furniture.describes_paper(block.text):
            page.labels[number] = "footer"
    return found


def _is_sentence(page: Page, number: int) -> bool:
    block = page.blocks[number]
    return (
        block.kind == "paragraph"
        and page.labels[number] is None
        and block.linked < _LINKED
        and lines.words(block.text) >= _FEWEST_WORDS
        and lines.ends_sentence(block.text)
        and not block.text.endswith((":", "：", "…"))
        and furniture.kind(block.text) is None
    )
