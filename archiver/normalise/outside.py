"""The lines of an HTML page that aren't the article's: other stories in lists, and what was cut, with its label."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

import msgspec

from archiver.document import Discarded
from archiver.normalise import addresses, furniture, lines, lists
from archiver.normalise.block import Block
from archiver.normalise.bodytext import Rest
from archiver.normalise.draft import RelatedDraft
from archiver.normalise.htmlhead import Head
from archiver.normalise.htmlpage import Page
from archiver.normalise.lines import Line

_LINKED = 0.5  # share of links from which a line is a link
_TOLD = 4  # words without a link, which a sentence has and a list of links hasn't
_ALL_LINKS = 0.6  # the same, of a block that holds nothing else
_NOTHING_ELSE = 0.9  # the same, from which even what ends as a sentence is no paragraph
_FEWEST_STORIES = 3  # linked headlines in a row that are a list


def of_block(block: Block, *, own: bool = False, leads: str = "", entry: bool = False) -> list[Line]:
    """The block as a line; as several where it holds nothing but several links to stories.

    `own`: it stands right among the paragraphs of the text. `leads`: where it leads as a heading of another story. `entry`: it is a chronology's date.
    """
    one = leads and len({url for _, url in block.links}) == 1 and lines.is_headline(block.text)
    stories = [] if one else _stories(block)  # of one: its kicker, headline and name
    if stories:
        urls = dict(block.links)
        return [
            Line(
                text=piece,
                gap=True,
                links=((piece, urls[piece]),) if piece in urls else (),
                linked=float(piece in urls),
                block=block.number,
            )
            for piece in stories
        ]
    return [
        Line(
            text=block.text,
            gap=True,
            bullet=lines.ROW
            if block.kind == "row"
            else (f"{block.ordinal}." if block.ordinal else "-")
            if block.kind == "item"
            else "",
            level=max(2, block.level) if block.kind == "heading" else 0,
            quote=block.kind == "quote",
            links=block.links,
            linked=block.linked,
            block=block.number,
            own=own,
            leads=leads,
            entry=entry,
        )
    ]


def _stories(block: Block) -> list[str]:
    """The pieces of a block that holds nothing but several links to stories; [] for any other, a sentence of many links too."""
    if block.linked <= _ALL_LINKS or len(block.runs) == 1:
        return []
    if block.linked < _NOTHING_ELSE and block.kind == "paragraph" and _is_sentence(block.text):
        return []
    links = block.links
    if any(not run.href and lines.words(run.text) >= _TOLD for run in block.runs):
        return []
    if len(links) < 2 or sum(lines.words(words) > 2 for words, _ in links) < 2:  # noqa: PLR2004
        return []
    return [piece for piece in block.pieces if any(map(str.isalnum, piece))]


def _is_sentence(text: str) -> bool:
    return lines.is_prose(text) and lines.ends_sentence(text)


def read(page: Page, head: Head, rest: Rest, base: str) -> tuple[list[RelatedDraft], list[Discarded]]:
    """Other stories from all of the page, and what was cut with the label it was cut by."""
    taken = {line.block for line in rest.body} | head.used | ({page.headline} if page.headline is not None else set())
    found = list(rest.related)
    discarded: list[Discarded] = []
    labels = page.labels
    left = [
        block
        for block in page.blocks
        if (number := block.number) not in taken
        and not (labels[number] is None and number >= page.first and number in page.inside)
    ]
    for label, group in groupby(left, key=lambda block: labels[block.number] or "outside"):
        members = list(group)
        if label in ("related", "outside", "aside"):
            page_lines = [line for block in members for line in of_block(block)]
            if label == "related":
                found += _lists(page_lines, len(found))
                headed = [True] * len(page_lines)
            else:
                stories, headed = _unlabelled_lists(page_lines, len(found))
                found += stories
            for own, part in groupby(zip(headed, page_lines, strict=True), key=itemgetter(0)):
                texts = [line.text for _, line in part]
                discarded.append(Discarded(label="related" if own else label, text="\n".join(texts)))
        else:
            texts = [text for block in members for text in _stories(block) or (block.text,)]
            discarded.append(Discarded(label=label, text="\n".join(texts)))
    return [msgspec.structs.replace(story, url=addresses.tried(base, story.url)) for story in found], discarded


def _unlabelled_lists(page_lines: Sequence[Line], number: int) -> tuple[list[RelatedDraft], list[bool]]:
    """The stories of lists outside of the article that only a heading or their shape gives away.

    And of each line, whether it is in a list that its heading calls one of other stories, or is that heading.
    """
    found: list[RelatedDraft] = []
    headed = [False] * len(page_lines)
    position = 0
    while position < len(page_lines):
        if furniture.kind(page_lines[position].text) == "related":
            behind = lists.end(page_lines, position + 1)
            stories = lists.drafts(page_lines[position + 1 : behind], number)
            found += stories
            if stories:
                headed[position:behind] = [True] * (behind - position)
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
    return found, headed


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
