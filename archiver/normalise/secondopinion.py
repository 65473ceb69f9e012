"""A second way of finding an article's text, for pages whose mark-up the rules can't make out: trafilatura's.

It only chooses among the page's blocks; what they are, and what is cut from them, is decided as for any other page.
"""

from collections.abc import Sequence

from archiver.normalise import clean
from archiver.normalise.tree import Block

_LONGEST_PAGE = 1_000_000  # code points; a longer page isn't read a second time
_MOST_BLOCKS = 3000
_SHORTEST = 40  # letters by which a block is known again as a part of a line


def numbers(text: str, blocks: Sequence[Block]) -> list[int]:
    """The numbers of the blocks whose words trafilatura takes for the text; none for pages that are too long for it."""
    if len(text) > _LONGEST_PAGE or len(blocks) > _MOST_BLOCKS:
        return []
    import trafilatura

    found = trafilatura.extract(text, include_comments=False, include_tables=True, fast=True) or ""
    known = {clean.comparable(line.lstrip("- ")) for line in found.split("\n")}
    whole = " ".join(known)
    chosen = []
    for block in blocks:
        own = clean.comparable(block.text)
        if own and (own in known or (len(own) >= _SHORTEST and own in whole)):
            chosen.append(block.number)
    return chosen
