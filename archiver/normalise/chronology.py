"""Date lines that are text: a chronology's between the paragraphs, a letter's above it. None is the publication's day."""

import re

from archiver.normalise import content, date_parser, elements, heading, lines
from archiver.normalise.block import Block
from archiver.normalise.htmlpage import Page

_FEWEST = 2  # below the first paragraph
_LONGEST = 40  # code points of a date
_FIGURES = re.compile(r"\d{4}")
_LINKED = 0.5
_LETTER = 60  # code points of the line above a letter
# "Dear Ada,": how a letter begins, by the words of its language.
_SALUTATION = re.compile(
    r"(?:my )?dear(?:est)?\b|(?:sehr )?(?:geehrte|verehrte)[rs]?\b|liebe[rs]?\b|ch(?:er|ère)s?\b|querid[oa]s?\b|estimad[oa]s?\b"
    r"|car[oa]\b|gentile\b|prezad[oa]s?\b|beste\b|geachte\b|дорог(?:ой|ая|ие)\b|уважаем(?:ый|ая|ые)\b|عزيز[يت]",
    re.IGNORECASE,
)
_SHORT_SALUTATION = 60
_ADDRESSED = (",", "،", "!")  # how a salutation ends
_BEGINNING = 3  # blocks of the text among which it stands
_KINDS = frozenset({"paragraph", "heading"})


def mark(page: Page) -> None:
    """Note the place and day above a letter, and the lines that are but a day, each above a paragraph, where they are several.

    The one above the first paragraph is among them where it is set as the others are: else it is the article's own.
    """
    if not page.inside:
        return
    start = page.headline + 1 if page.headline is not None else page.first
    entries = {
        block.number - 1
        for block in page.blocks[max(1, start) : page.first + _BEGINNING]
        if block.text[-1:] in _ADDRESSED and _is_salutation(block) and _heads_letter(page, block.number - 1)
    }
    days: dict[int, str] = {}
    short = [block for block in page.blocks[start : max(page.inside)] if len(block.text) <= _LONGEST]
    dated = [block for block in short if _FIGURES.search(block.text) and block.kind in _KINDS]
    for block in dated if len(dated) >= _FEWEST else ():
        day = _day(page, block) if _is_above_text(block, page) else None
        if day:
            days[block.number] = day
    if not days and not entries:
        return
    below = [number for number in days if number > page.first]
    if len({days[number] for number in below}) >= _FEWEST:
        dresses = {_dress(page, number) for number in below}
        entries |= {number for number in days if number > page.first or _dress(page, number) in dresses}
    for number in entries:
        page.labels[number] = None
    page.days = frozenset(entries)


def _is_salutation(block: Block) -> bool:
    return len(block.text) <= _SHORT_SALUTATION and bool(_SALUTATION.match(block.text))


def _heads_letter(page: Page, number: int) -> bool:
    """Whether the line is a place and a day, below the headline, beside the salutation."""
    block = page.blocks[number]
    if len(block.text) > _LETTER or not _FIGURES.search(block.text) or number <= (page.headline or 0):
        return False
    dates = heading.stated_dates(block.text, page.language)
    start = block.text.find(dates[0].text) if dates and not dates[0].label else 0
    return (
        start > 0 and block.text[:start].rstrip().endswith(",") and block.path[:-1] == page.blocks[number + 1].path[:-1]
    )


def _is_above_text(block: Block, page: Page) -> bool:
    """Whether a paragraph of the text follows the line, in the same element."""
    behind = page.blocks[block.number + 1]
    return (
        page.is_open(block.number)
        and page.labels[behind.number] is None
        and behind.number in page.inside
        and block.path[:-1] in (behind.path[:-1], behind.path[:-2], behind.path[:-3])
        and behind.kind in ("paragraph", "item")
        and behind.linked < _LINKED
        and bool(content.prose(behind) or lines.ends_sentence(behind.text))
    )


def _day(page: Page, block: Block) -> str | None:
    """The day that the line is; None where it says more, or tells the time of day, as above a live blog's entry."""
    for date in heading.stated_dates(block.text, page.language)[:1]:
        rest = block.text[: date.span[0]] + block.text[date.span[1] :]
        read = None if date.label or rest.strip(" :.–—-") else date_parser.parse(date.text, language=page.language)
        if read and read.precision == "day":
            return read.at
    return None


def _dress(page: Page, number: int) -> tuple[str, str]:
    return elements.dress(page.seen[page.blocks[number].path[-1]])
