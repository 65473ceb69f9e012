"""What stands around a page's headline: standfirst, byline and breadcrumb, by labels, place and words."""

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from archiver.document import Discarded
from archiver.normalise import (
    authors,
    clean,
    content,
    date_labels,
    elements,
    furniture,
    heading,
    lines,
    sections,
    standfirst,
)
from archiver.normalise.block import Block
from archiver.normalise.htmlpage import Page

_ABOVE = 8  # blocks above the headline among which kicker, byline and date may stand
_HEAD = 40  # blocks from the headline to the text that are read as its heading
_LONGEST_BYLINE = 300
_FEWEST_OF_SENTENCE = 6  # words before a "by" that is within it
_LONGEST_NAMES = 90  # code points of a line of names alone
_LONGEST_SECTION = 4  # words
_LONGEST_LINE = 160  # code points of a line in which the section is a link among other things
_SECTION = re.compile(
    r"(?<![a-z])(?:section|sezione|rubri[ck]|rubrique|categor(?:y|ie|ia)|kategori[ae]?|ressort|secci[oó]n|se[cç][aã]o|dzia[lł]|vinjett|sektion|service)(?:[-_ ]?(?:name|title|label|link))?(?![a-z])",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"/(?:tags?|category|categories|kategorie|topics?|thema|themen|rubrik|rubriques?|sections?)/", re.IGNORECASE
)


class Head(msgspec.Struct):
    """What stands around the headline, and the numbers of the blocks that it was read from.

    `guessed` is the block whose place alone says that it is the standfirst.
    """

    standfirst: str | None = None
    section: str | None = None
    bylines: list[str] = msgspec.field(default_factory=list)
    discarded: list[Discarded] = msgspec.field(default_factory=list)
    used: set[int] = msgspec.field(default_factory=set)
    guessed: set[int] = msgspec.field(default_factory=set)


def read(page: Page, chosen: str | None, descriptions: Sequence[str] = ()) -> Head:
    """Standfirst, byline and breadcrumb between the headline and the text, and just above the headline.

    `descriptions` are what the page states of itself in its head.
    """
    head = Head()
    start = page.headline if page.headline is not None else max(0, page.first - _ABOVE)
    end = page.first
    numbers = list(range(max(0, start - _ABOVE), min(len(page.blocks), max(end, start + 1), start + _HEAD)))
    for number in numbers:
        block = page.blocks[number]
        label = page.labels[number]
        _crumbs(page, number, head, chosen)
        if not page.is_open(number) or number == page.headline or number in page.listed or number in page.days:
            continue
        if clean.comparable(block.text) == clean.comparable(chosen or "") or (
            label != "standfirst" and _byline(page, block, label, head, below=number > start)
        ):
            head.used.add(number)
    head.section = head.section or _section(page, numbers, chosen)
    begin = page.headline if page.headline is not None else start - 1
    found = standfirst.find(page, begin, chosen, descriptions, head.used)
    if found:
        head.standfirst = found.text
        head.used.update(found.numbers)
        head.guessed.update(found.numbers if found.guessed else ())
    head.standfirst = head.standfirst or _in_headline(page, chosen, descriptions)
    return head


def _in_headline(page: Page, chosen: str | None, descriptions: Sequence[str]) -> str | None:
    """The standfirst that stands in the headline's element, in one of its own: it is the page's description, word for word."""
    pieces = page.blocks[page.headline].pieces if page.headline is not None else ()
    described = {clean.comparable(text) for text in descriptions} if len(pieces) > 1 else set()
    described -= {clean.comparable(chosen or "")}
    return next((piece for piece in pieces if clean.comparable(piece) in described), None)


def _crumbs(page: Page, number: int, head: Head, chosen: str | None) -> None:
    """The section: the last breadcrumb that isn't the headline, in one block or in a list of them."""
    block = page.blocks[number]
    marked = any(mark in block.text.rstrip(" >›»→") for mark in ">›»→")  # one at the end alone leads to the next page
    if not marked and block.kind != "item":
        return
    crumbs = [part for part in (piece.strip(" >›»/→|") for piece in block.pieces) if part]
    if len(crumbs) == 1 and block.kind == "item":
        stated = any(elements.is_crumbs(page.seen[above]) for above in block.path[-3:])
        if not stated or furniture.kind(crumbs[0]) == "navigation":
            return
        crumbs = ["", *crumbs]
    elif not (marked and len(crumbs) > 1):
        return
    title = clean.comparable(chosen or "")
    last = [crumb for crumb in crumbs[1:] if clean.comparable(crumb) != title and sections.is_one(crumb)]
    head.section = last[-1] if last and lines.words(last[-1]) <= 4 else head.section  # noqa: PLR2004


def _section(page: Page, numbers: Sequence[int], chosen: str | None) -> str | None:
    """The section that a short line near the headline is by its link's relation or its class."""
    for number in numbers:
        block = page.blocks[number]
        if number == page.headline or not block.path:
            continue
        element = page.seen[block.path[-1]]
        if not 0 < lines.words(block.text) <= _LONGEST_SECTION:
            if block.links and len(block.text) <= _LONGEST_LINE and (own := _category(element)):
                return own
            continue
        if clean.comparable(block.text) == clean.comparable(chosen or "") or furniture.kind(block.text):
            continue
        links = list(element.iter("a"))
        names = " ".join([element.get("class") or "", *[link.get("class") or "" for link in links]])[:300]
        related = any("category" in (link.get("rel") or "") for link in links)
        if related or (page.is_open(number) and _SECTION.search(names)):
            return block.text
    return None


def _category(element: Any) -> str | None:
    """The words of the link in a line that says by its relation that it leads to the page's section."""
    for link in element.iter("a"):
        if "category" in (link.get("rel") or ""):
            words = clean.line("".join(link.itertext()))
            if 0 < lines.words(words) <= _LONGEST_SECTION and not furniture.kind(words):
                return words
    return None


def _byline(page: Page, block: Block, label: str | None, head: Head, *, below: bool) -> bool:
    """Take the block as a byline or a date, if it is one; False if it isn't. `below`: it stands below the headline."""
    if len(block.text) > _LONGEST_BYLINE or (content.prose(block) and label is None):
        return False
    topics = {words for words, href in block.links if _TOPIC.search(href)}
    whole = " | ".join(piece for piece in block.pieces if piece not in topics)
    pieces = (piece for at, piece in enumerate(block.pieces) if not _goes_on(block.pieces[:at], piece))
    parts = dict.fromkeys((*pieces, whole, block.text))  # most lines are one piece
    taken = any(any(heading.dates_and_byline(part, page.language)) for part in parts)
    if not taken and _is_doubtful(page, block):
        return True
    bare = below and block.kind != "heading" and not head.bylines and _is_bare(page, block)
    if label == "byline" or taken or bare:
        if authors.parse(whole) or authors.agency(whole):
            head.bylines.append(whole)
        elif not taken:
            head.discarded.append(Discarded(label="byline", text=block.text))
        return True
    return False


def _goes_on(before: Sequence[str], piece: str) -> bool:
    """Whether a piece goes on with a sentence: "… an [op-ed] by a senator, which …"; a byline stands behind a few words at most."""
    return (
        piece[:1].islower()
        and sum(map(lines.words, before)) >= _FEWEST_OF_SENTENCE
        and not any(map(str.isdigit, "".join(before)))
    )


def _is_bare(page: Page, block: Block) -> bool:
    """Whether the block is nothing but names; with a place, of nobody whom the rest of the page speaks of."""
    if furniture.kind(block.text):  # a button's label, in scripts without capitals
        return False
    if authors.looks_like_name(block.text):
        return True
    if len(block.text) > _LONGEST_NAMES or not authors.looks_like_names(block.text):
        return False
    surnames = [name.split()[-1] for name in authors.parse(block.text)]
    told = [other.text for other in page.blocks if content.prose(other) or other.number == page.headline]
    return not any(surname in text for surname in surnames for text in told)


def _is_doubtful(page: Page, block: Block) -> bool:
    """Whether the block states a date that can't be read as a day, by a label or because its element is a date's."""
    if not date_labels.may_be_doubtful(block.text):
        return False
    dated = any(elements.is_date(page.seen[above]) for above in block.path[-2:])
    return bool(heading.doubtful_dates(block.text, page.language, dated=dated))
