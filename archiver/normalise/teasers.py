"""Where a page's lines become teasers of other stories: headlines that are links, each with hardly more than a paragraph."""

import re
from collections.abc import Sequence

from archiver.normalise import heading, lines
from archiver.normalise.lines import Line

_FEWEST_STORIES = 3
_MOST_TEASERS = 1.5  # paragraphs a story
_LINKED = 0.5  # share of links from which a line isn't the article's own words
_LINK = 0.8  # the same, from which it is a link to another story
_NUMBERED = re.compile(r"#?\d{1,3}[.):]\s")
_LONGEST_DATE = 60  # code points


def start(page: Sequence[Line]) -> int:
    """The index from which on the page is teasers: headings that are links, each with hardly more than a paragraph.

    Where they stand beside the paragraphs and hold most of the paragraphs, they are the article: a guide, or a live blog.
    """
    first, paragraphs, running = len(page), 0, 0
    stories: list[tuple[int, Line]] = []
    apart = True  # from the article's paragraphs, in the page's tree
    for index in range(len(page) - 1, -1, -1):
        line = page[index]
        own = lines.is_paragraph(line) and line.linked < _LINKED
        paragraphs += own
        apart = apart and not (own and line.own)
        running = running + 1 if own else 0
        if running >= _FEWEST_STORIES:
            break
        if _is_linked_heading(line) or (_is_linked_line(line) and (apart or _is_dated(page, index + 1))):
            stories.append((index, line))
            if len(stories) >= _FEWEST_STORIES and paragraphs <= _MOST_TEASERS * len(stories):
                first = index
    if any(at >= first and line.block >= 0 and not (line.leads and line.level) for at, line in stories):
        above, inside = (sum(map(lines.is_paragraph, part)) for part in (page[:first], page[first:]))
        return first if above >= inside else len(page)
    return first


def _is_linked_heading(line: Line) -> bool:
    """Whether the line is one; a numbered one is that of a part, as of a list of the ten best."""
    return (
        bool(line.level)
        and line.linked > _LINK
        and lines.words(line.text) >= _FEWEST_STORIES
        and not _NUMBERED.match(line.text)
    )


def _is_linked_line(line: Line) -> bool:
    """Whether a line that stands apart from the article's paragraphs is a link to another page, as headlines of teasers are."""
    return (
        line.block >= 0
        and not (line.own or line.bullet)
        and line.linked > _LINK
        and len(line.links) == 1
        and lines.is_headline(line.text)
    )


def _is_dated(page: Sequence[Line], position: int) -> bool:
    """Whether the line is nothing but a day and its like: "December 20, 2014 -- Updated 0112 GMT"."""
    text = page[position].text if position < len(page) else ""
    return len(text) <= _LONGEST_DATE and any(map(str.isdigit, text)) and bool(heading.dates_and_byline(text)[0])
