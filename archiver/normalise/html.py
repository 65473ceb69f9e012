"""An HTML page taken apart into zones: read once into blocks, which rules on labels, links and lines tell apart."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any
from urllib.parse import urljoin

import msgspec

from archiver.document import Discarded
from archiver.normalise import (
    authors,
    bodytext,
    clean,
    content,
    dateline,
    elements,
    furniture,
    heading,
    language,
    lines,
    lists,
    markdown,
    metadata,
    pagetext,
    title,
    tree,
)
from archiver.normalise.bodytext import Rest
from archiver.normalise.draft import DateCandidate, Draft, RelatedDraft
from archiver.normalise.lines import Line
from archiver.normalise.tree import Block

_ABOVE = 8  # blocks above the headline among which kicker, byline and date may stand
_HEAD = 40  # blocks from the headline to the text that are read as its heading
_LONGEST_BYLINE = 300
_SECOND = 2  # level of the heading that stands in for a missing h1
_FEWEST_WORDS = 3  # of a short sentence that is text, not a label
_LINKED = 0.5  # share of links from which a line is a link
_FEWEST_STORIES = 3  # linked headlines in a row that are a list
_MODIFIED = re.compile(
    r"modif|updat|aktualisi|geändert|mise? à jour|actualiz|atualiz|aggiorn|bijgewerkt|uppdater|обновл|تحديث|اپ ڈیٹ",
    re.IGNORECASE,
)


class _Page(msgspec.Struct):
    """The blocks of a page with what was made out about them."""

    blocks: list[Block]
    labels: list[str | None]
    inside: set[int]
    seen: Sequence[Any]
    language: str | None = None
    headline: int | None = None
    first: int = 0

    def is_open(self, number: int) -> bool:
        """Whether nothing says that the block is boilerplate."""
        label = self.labels[number]
        return label is None or label in elements.HINTS


def read(text: str, *, url: str | None = None) -> Draft:
    """The zones of a page's HTML."""
    root = tree.parse(text) if text.strip() else None
    if root is None:
        return Draft()
    stated = metadata.read(root, url)
    base = metadata.base(root, url)
    body = root.find("body")
    blocks, seen = tree.blocks(body if body is not None else root)
    page = _made_out(blocks, seen)
    page.language = language.detect(" ".join(block.text for block in blocks if content.prose(block)), stated.language)
    chosen, site = _headline(page, stated)
    head = _head(page, chosen)
    rest = bodytext.read([line for number in _body_numbers(page, head) for line in _lines(page.blocks[number])])
    standfirst, own = pagetext.take_standfirst(head.standfirst, rest.body, page.language)
    dateline_text, body_blocks = _cut_dateline([blocks[line.block] for line in own], page.language)
    related, discarded = _outside(page, head, rest, base)
    byline = " | ".join(dict.fromkeys(filter(None, [*head.bylines, *rest.bylines]))) or None
    sites = (*stated.sites, *([site] if site else []))
    return Draft(
        title=chosen,
        standfirst=standfirst,
        byline=byline,
        authors=_authors(stated, byline, sites),
        dateline_text=dateline_text,
        paragraphs=tuple(block.text for block in body_blocks),
        body=markdown.write(body_blocks, base),
        site=next(iter(sites), None),
        section=stated.section or head.section,
        language=stated.language,
        canonical_url=stated.canonical_url,
        image=stated.image,
        dates=tuple(dict.fromkeys((*stated.dates, *_times(page, head), *head.dates, *rest.dates))),
        related=tuple(related),
        discarded=(*head.discarded, *rest.discarded, *discarded),
    )


def _authors(stated: metadata.Stated, byline: str | None, sites: Sequence[str]) -> tuple[str, ...]:
    """The stated authors; where there are none, those of the byline."""
    return stated.authors or authors.parse(byline or "", publishers=sites)


def _made_out(blocks: list[Block], seen: Sequence[Any]) -> _Page:
    labels = content.labels(blocks)
    holder = content.container(blocks, labels, seen)
    inside = {block.number for block in blocks if holder in block.path}
    page = _Page(blocks, labels, inside, seen)
    page.first = next(
        (
            block.number
            for block in blocks
            if block.number in inside and page.is_open(block.number) and content.prose(block)
        ),
        len(blocks),
    )
    return page


def _headline(page: _Page, stated: metadata.Stated) -> tuple[str | None, str | None]:
    """The headline; the number of its block is kept in the page."""
    headings = [
        block
        for block in page.blocks
        if block.kind == "heading"
        and page.labels[block.number] not in ("related", "comments", "footer", "aside", "hidden")
    ]
    near = [block for block in page.blocks[: page.first] if title.is_part(block.text, stated.page_title)]
    best = (
        [block for block in headings if block.level == 1]
        or near
        or [block for block in headings if block.number <= page.first and block.level == _SECOND]
    )
    chosen, site = title.choose([block.text for block in best], stated.headlines, stated.page_title, stated.sites)
    wanted = clean.comparable(chosen or "")
    page.headline = next(
        (
            block.number
            for block in (*best, *headings, *page.blocks[: page.first])
            if clean.comparable(block.text) == wanted
        ),
        None,
    )
    return chosen, site


class _Head(msgspec.Struct):
    """What stands around the headline, and the numbers of the blocks that it was read from."""

    standfirst: str | None = None
    section: str | None = None
    bylines: list[str] = msgspec.field(default_factory=list)
    dates: list[DateCandidate] = msgspec.field(default_factory=list)
    discarded: list[Discarded] = msgspec.field(default_factory=list)
    used: set[int] = msgspec.field(default_factory=set)


def _head(page: _Page, chosen: str | None) -> _Head:
    """Standfirst, byline, dates and breadcrumb between the headline and the text, and just above the headline."""
    head = _Head()
    start = page.headline if page.headline is not None else max(0, page.first - _ABOVE)
    end = page.first
    numbers = list(range(max(0, start - _ABOVE), min(len(page.blocks), max(end, start + 1), start + _HEAD)))
    for number in numbers:
        block = page.blocks[number]
        label = page.labels[number]
        _crumbs(page, number, head, chosen)
        if not page.is_open(number) or number == page.headline:
            continue
        if clean.comparable(block.text) == clean.comparable(chosen or "") or (
            label != "standfirst" and _byline(page, block, label, head, below=number > start)
        ):
            head.used.add(number)
        elif number > start and (label == "standfirst" or (number < end and _is_standfirst(block))):
            head.standfirst = head.standfirst or block.text
            head.used.add(number)
    return head


def _crumbs(page: _Page, number: int, head: _Head, chosen: str | None) -> None:
    """The section: the last breadcrumb that isn't the headline, in one block or in a list of them."""
    block = page.blocks[number]
    stated = any(elements.is_crumbs(page.seen[above]) for above in block.path[-3:])
    crumbs = [part for part in (piece.strip(" >›»/→|") for piece in block.pieces) if part]
    separate = len(crumbs) > 1 and any(mark in block.text for mark in ">›»→")
    if stated and len(crumbs) == 1 and block.kind == "item" and furniture.kind(crumbs[0]) != "navigation":
        crumbs = ["", *crumbs]
    elif not separate:
        return
    last = [crumb for crumb in crumbs[1:] if clean.comparable(crumb) != clean.comparable(chosen or "")]
    head.section = last[-1] if last and lines.words(last[-1]) <= 4 else head.section  # noqa: PLR2004


def _is_standfirst(block: Block) -> bool:
    return (
        content.words_enough(block.text)
        and block.linked < _LINKED
        and not any(heading.dates_and_byline(block.text))
        and furniture.kind(block.text) is None
    )


def _byline(page: _Page, block: Block, label: str | None, head: _Head, *, below: bool) -> bool:
    """Take the block as a byline or a date, if it is one; False if it isn't. `below`: it stands below the headline."""
    if len(block.text) > _LONGEST_BYLINE or (content.prose(block) and label is None):
        return False
    whole = " | ".join(block.pieces)
    taken = False
    for parts in (block.pieces, [whole], [block.text]):
        for part in parts:
            stated, byline = heading.dates_and_byline(part, page.language)
            head.dates += [date for date in stated if date not in head.dates]
            taken = taken or bool(stated or byline)
        if taken:
            break
    bare = below and block.kind != "heading" and not head.bylines and authors.looks_like_name(block.text)
    if label == "byline" or taken or bare:
        if authors.parse(whole) or authors.agency(whole):
            head.bylines.append(whole)
        return True
    return False


def _body_numbers(page: _Page, head: _Head) -> list[int]:
    """The numbers of the blocks that may be text of the article, in order."""
    start = page.headline if page.headline is not None else -1
    return [
        number
        for number in sorted(page.inside)
        if number > start
        and page.is_open(number)
        and number not in head.used
        and (number >= page.first or _is_early_text(page.blocks[number]))
        and page.labels[number] is None
    ]


def _is_early_text(block: Block) -> bool:
    """Whether a short block above the first paragraph is text: a sentence, not a label."""
    return (
        lines.ends_sentence(block.text)
        and block.linked < _LINKED
        and lines.words(block.text) >= _FEWEST_WORDS
        and block.kind == "paragraph"
    )


def _lines(block: Block) -> list[Line]:
    """The block as a line; as several where it holds nothing but several links to stories."""
    stories = [words for words, _ in block.links if lines.words(words) > 2]  # noqa: PLR2004
    if len(stories) > 1 and block.linked > 0.6:  # noqa: PLR2004
        urls = dict(block.links)
        return [
            Line(
                text=piece,
                gap=True,
                links=((piece, urls[piece]),) if piece in urls else (),
                linked=float(piece in urls),
                block=block.number,
            )
            for piece in block.pieces
            if any(map(str.isalnum, piece))
        ]
    return [_line(block)]


def _line(block: Block) -> Line:
    return Line(
        text=block.text,
        gap=True,
        bullet=(f"{block.ordinal}." if block.ordinal else "-") if block.kind == "item" else "",
        level=max(2, block.level) if block.kind == "heading" else 0,
        quote=block.kind == "quote",
        links=block.links,
        linked=block.linked,
        block=block.number,
    )


def _cut_dateline(body: list[Block], tongue: str | None) -> tuple[str | None, list[Block]]:
    """The dateline of the first paragraph, and the blocks without it."""
    if not body:
        return None, body
    cut, rest = dateline.split(body[0].text, language=tongue)
    if cut is None or not rest:
        return None, body
    left = len("".join(body[0].text.split())) - len("".join(rest.split()))  # letters to drop; white space may differ
    runs: list[tree.Run] = []
    for run in body[0].runs:
        kept = []
        for char in run.text:
            if left > 0:
                left -= not char.isspace()
            else:
                kept.append(char)
        text = "".join(kept) if runs else "".join(kept).lstrip()
        if text:
            runs.append(msgspec.structs.replace(run, text=text))
    return cut, [msgspec.structs.replace(body[0], text=rest, runs=tuple(runs)), *body[1:]]


def _outside(page: _Page, head: _Head, rest: Rest, base: str) -> tuple[list[RelatedDraft], list[Discarded]]:
    """Other stories from all of the page, and what was cut with the label it was cut by."""
    taken = {line.block for line in rest.body} | head.used | ({page.headline} if page.headline is not None else set())
    found = list(rest.related)
    discarded: list[Discarded] = []
    left = [
        block
        for block in page.blocks
        if block.number not in taken
        and not (block.number in page.inside and page.labels[block.number] is None and block.number >= page.first)
    ]
    for label, group in groupby(left, key=lambda block: page.labels[block.number] or "outside"):
        members = list(group)
        page_lines = [line for block in members for line in _lines(block)]
        number = len(found)
        if label == "related":
            found += _lists(page_lines, number)
        elif label in ("outside", "aside"):
            found += _unlabelled_lists(page_lines, number)
        discarded.append(Discarded(label=label, text="\n".join(line.text for line in page_lines)))
    return [msgspec.structs.replace(story, url=_absolute(story.url, base)) for story in found], discarded


def _unlabelled_lists(page_lines: Sequence[Line], number: int) -> list[RelatedDraft]:
    """The stories of lists outside of the article that only a heading or their shape gives away."""
    found: list[RelatedDraft] = []
    position = 0
    while position < len(page_lines):
        if furniture.kind(page_lines[position].text) == "related":
            behind = lists.end(page_lines, position + 1)
            found += lists.drafts(page_lines[position + 1 : behind], number)
        else:
            behind = position
            while (
                behind < len(page_lines)
                and page_lines[behind].linked > _LINKED
                and lists.is_story(page_lines[behind].text)
            ):
                behind += 1
            if behind - position >= _FEWEST_STORIES:
                found += lists.drafts(page_lines[position:behind], number)
        number += 1
        position = max(behind, position + 1)
    return found


def _lists(page_lines: Sequence[Line], number: int) -> list[RelatedDraft]:
    """The stories of blocks that are labelled as other stories, a new list behind each label."""
    found: list[RelatedDraft] = []
    part: list[Line] = []
    for line in [*page_lines, None]:
        inline = furniture.inline_story(line.text) if line else None
        if line is None or inline or furniture.kind(line.text):
            found += lists.drafts(part, number)
            number, part = number + 1, []
        if inline and line:
            found.append(RelatedDraft(title=inline, list_number=number, url=line.links[0][1] if line.links else None))
        elif line and not furniture.kind(line.text):
            part.append(line)
    return found


def _absolute(url: str | None, base: str) -> str | None:
    try:
        return urljoin(base, url) if url else None
    except ValueError:
        return None


def _times(page: _Page, head: _Head) -> list[DateCandidate]:
    """The `<time>` elements in the article's heading, by what their class, property or words say of their role."""
    numbers = head.used | ({page.headline} if page.headline is not None else set())
    near = {page.seen[above] for number in numbers for above in page.blocks[number].path[-1:]}
    found = []
    for element in near:
        for time in element.iter("time"):
            said = " ".join(
                filter(None, (time.get("class"), time.get("itemprop"), time.get("id"), " ".join(time.itertext())[:200]))
            )
            before = (time.getprevious().tail if time.getprevious() is not None else time.getparent().text) or ""
            role = "modified" if _MODIFIED.search(said) or _MODIFIED.search(before[-40:]) else "published"
            value = clean.line((time.get("datetime") or "")[:_LONGEST_BYLINE])
            if value:
                found.append(DateCandidate(role=role, source="time", text=value))
    return found
