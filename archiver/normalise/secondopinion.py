"""A second way of finding an article's text, for pages whose mark-up the rules can't make out: resiliparse's.

It only chooses among the page's blocks; what they are, and what is cut from them, is decided as for any other page.
"""

from collections.abc import Sequence
from copy import deepcopy

import lxml.etree  # type: ignore[import-untyped]

from archiver.normalise import clean, parsing
from archiver.normalise.block import Block

_LONGEST_PAGE = 1_000_000  # code points; a longer page isn't read a second time
_MOST_BLOCKS = 3000
_MOST_TAGS = 40_000  # its time grows with their number and depth
_SHORTEST = 40  # letters by which a block is known again as a part of a line
# Its parser opens these anew in each paragraph behind one that isn't closed, so that a page made of them would fill the memory.
_REOPENED = ("b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")


def numbers(root: parsing.Element, blocks: Sequence[Block]) -> list[int]:
    """The numbers of the blocks whose words resiliparse takes for the text; none for pages that are too long for it."""
    if len(blocks) > _MOST_BLOCKS:
        return []
    plainer = deepcopy(root)
    lxml.etree.strip_tags(plainer, *_REOPENED)
    text = parsing.write(plainer)
    if len(text) > _LONGEST_PAGE or text.count("<") > _MOST_TAGS:
        return []
    from resiliparse.extract.html2text import extract_plain_text

    found = extract_plain_text(text, main_content=True, list_bullets=False, alt_texts=False) or ""
    lines = [clean.comparable(line) for line in found.split("\n")]
    known, whole = set(lines), " ".join(lines)
    chosen = []
    for block in blocks:
        own = clean.comparable(block.text)
        if own and (own in known or (len(own) >= _SHORTEST and own in whole)):
            chosen.append(block.number)
    return chosen
