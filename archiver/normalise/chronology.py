"""The date lines of a chronology: text between the paragraphs, each the day of what follows, none the publication's."""

import re

from archiver.normalise import content, date_parser, heading
from archiver.normalise.htmlpage import Page
from archiver.normalise.tree import Block

_FEWEST = 2  # below the first paragraph
_LONGEST = 40  # code points of a date
_FIGURES = re.compile(r"\d{4}")
_LINKED = 0.5
_KINDS = frozenset({"paragraph", "heading"})


def mark(page: Page) -> None:
    """Note the lines that are but a day, each above a paragraph of the text, where they are several, of several days.

    The one above the first paragraph is among them where it is set as the others are: else it is the article's own.
    """
    days: dict[int, str] = {}
    start = page.headline + 1 if page.headline is not None else page.first
    for block in page.blocks[start : max(page.inside, default=-1)] if page.inside else ():
        if len(block.text) <= _LONGEST and block.kind in _KINDS and _FIGURES.search(block.text):
            day = _day(page, block) if _is_above_text(block, page) else None
            if day:
                days[block.number] = day
    below = [number for number in days if number > page.first]
    if len({days[number] for number in below}) < _FEWEST:
        return
    kinds = {_kind(page, number) for number in below}
    entries = {number for number in days if number > page.first or _kind(page, number) in kinds}
    for number in entries:
        page.labels[number] = None
    page.entries = frozenset(entries)


def _is_above_text(block: Block, page: Page) -> bool:
    """Whether a paragraph of the text follows the line, in the same element."""
    behind = page.blocks[block.number + 1]
    return (
        page.is_open(block.number)
        and page.labels[behind.number] is None
        and behind.number in page.inside
        and behind.path[:-1] in (block.path[:-1], block.path)
        and behind.kind == "paragraph"
        and behind.linked < _LINKED
        and bool(content.prose(behind))
    )


def _day(page: Page, block: Block) -> str | None:
    """The day that the line is; None where it says more, or tells the time of day, as above a live blog's entry."""
    for date in heading.stated_dates(block.text, page.language)[:1]:
        rest = block.text[: date.span[0]] + block.text[date.span[1] :]
        read = None if date.label or rest.strip(" :.–—-") else date_parser.parse(date.text, language=page.language)
        if read and read.precision == "day":
            return read.at
    return None


def _kind(page: Page, number: int) -> tuple[str, str]:
    """The tag and class of the line's element."""
    element = page.seen[page.blocks[number].path[-1]]
    return element.tag, element.get("class") or ""
