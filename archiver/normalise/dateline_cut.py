"""The dateline cut off the first paragraph of a page's text."""

from collections.abc import Iterable

import msgspec

from archiver.normalise import dateline, furniture, small_towns
from archiver.normalise.block import Block, Run
from archiver.normalise.htmlpage import Page

_MOST_POINTS = 8  # with the line over them


def split(lead: str, texts: Iterable[str], *, language: str | None) -> tuple[str | None, str]:
    """The dateline of a first paragraph and what is left of it; (None, the paragraph) where it has none, or nothing else.

    `texts` are the page's, in which a town that no gazetteer has is looked for.
    """
    found, rest = dateline.split(lead, language=language)
    if found is None:
        found, rest = small_towns.split(lead, texts, language=language)
    return (found, rest) if found is not None and rest else (None, lead)


def cut(body: list[Block], page: Page) -> tuple[str | None, list[Block]]:
    """The dateline of the first paragraph, or of the one below the story's points, and the blocks without it."""
    at = next((at for at, block in enumerate(body[:_MOST_POINTS]) if not _is_point(block)), 0)
    if at >= len(body):
        return None, body
    lead = body[at]
    found, rest = split(lead.text, (block.text for block in page.blocks), language=page.language)
    if found is None:
        return None, body
    left = len("".join(lead.text.split())) - len("".join(rest.split()))  # letters to drop; white space may differ
    runs: list[Run] = []
    for run in lead.runs:
        kept = []
        for char in run.text:
            if left > 0:
                left -= not char.isspace()
            else:
                kept.append(char)
        text = "".join(kept) if runs else "".join(kept).lstrip()
        if text:
            runs.append(msgspec.structs.replace(run, text=text))
    lead = msgspec.structs.replace(lead, text=rest, runs=tuple(runs), weight=-1, cut=())
    return found, [*body[:at], lead, *body[at + 1 :]]


def _is_point(block: Block) -> bool:
    """Whether a block above the text is one of the story's points, or heads them."""
    return block.kind in ("item", "heading") or furniture.heads_points(block.text)
