"""A publisher, a story, and what the page and its gold both need to know of them."""

from dataclasses import dataclass, field
from string import Template
from typing import Any

Gold = dict[str, Any]
"""What a page's document must be; README.rst describes its shape."""


@dataclass(frozen=True, kw_only=True)
class Publisher:
    """A fictional publisher: how its pages look, and which zones they show.

    `shows` holds what the page states: standfirst, authors, section, site, canonical, published, minute, offset,
    modified. What isn't shown is absent from the gold too. `captured_suffix` is what the address has behind it where
    the page was fetched: of a print version, or tracking parameters.
    """

    site: str
    domain: str
    layout: str
    language: str
    offset: str
    shows: list[str]
    suffix: str = "html"
    encoding: str = "utf-8"
    charset_in_header: bool = True
    captured_suffix: str = ""
    zone_name: str = ""
    json_ld: str = ""
    json_midnight: bool = False
    title_tag: str = "$headline"
    headline_case: str = ""
    byline: str = "By $authors"
    author_and: str = " and "
    date: str = ""
    modified: str = ""
    dateline: str = ""
    relative: str = "$n minutes ago"
    paragraph: str = "<p>$text</p>"
    subhead: str = "<h2>$text</h2>"
    quote: str = "<blockquote><p>$text</p></blockquote>"
    item: str = "<li>$text</li>"
    item_list: str = "<ul>\n$items\n</ul>"
    table_row: str = "<tr>$cells</tr>"
    table: str = "<table>\n$rows\n</table>"
    entry: str = '<div class="entry-time"><time>$time</time></div>\n<h3>$text</h3>'
    inserts: dict[str, str] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    other_count: int = 6
    recent_item: str = ""
    recent_width: int = 0
    recent_mark: str = "…"
    more_item: str = ""
    more_width: int = 0
    lists_itself: bool = False
    must_not: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Story:
    """What happened, in the words of the publisher: the page's truth."""

    name: str
    publisher: str
    headline: str
    published: str
    body: str
    standfirst: str = ""
    authors: list[str] = field(default_factory=list)
    byline: str = ""
    section: str = ""
    place: str = ""
    agency: str = ""
    modified: str = ""
    offset: str = ""
    captured: str = ""
    url: str = ""
    others: list[str] = field(default_factory=list)
    bio: str = ""


def fill(template: str, **values: str) -> str:
    return Template(template).substitute(values)


def blocks(story: Story) -> list[str]:
    """The body's blocks, an item of a list or a row of a table each; `{standfirst}` gives the words of the standfirst."""
    body = story.body.replace("{standfirst}", story.standfirst)
    found = []
    for block in body.strip().split("\n\n"):
        lines = block.split("\n") if block.startswith(("- ", "| ")) else [block]
        found += [" ".join(line.split()) for line in lines]
    return found


def cut(title: str, width: int, mark: str) -> str:
    return title if not width or len(title) <= width else title[:width].rstrip() + mark


def address(story: Story, publisher: Publisher) -> str:
    """The page's URL."""
    path = story.url or f"{story.published[:10].replace('-', '/')}/{story.name}"
    return f"https://{publisher.domain}/{path}"


def shape(block: str, publisher: Publisher) -> tuple[str, str]:
    """The pattern that a block of the body is written in, and its text."""
    marks = {"##": publisher.subhead, ">": publisher.quote, "-": publisher.item, "|": publisher.table_row}
    mark, _, text = block.partition(" ")
    if mark in marks:
        return marks[mark], text.removesuffix(" |")
    if mark[0] == "@":
        return publisher.entry.replace("$time", mark[1:]), text
    if mark[0] == "+":
        return publisher.inserts[mark[1:]], text
    return publisher.paragraph, block


def said(text: str) -> list[str]:
    """The paragraphs of a block's text: `||` parts what an embedded post says from who says it."""
    return text.split(" || ")


def other_stories(story: Story, publisher: Publisher, number: int) -> list[tuple[str, int]]:
    """Headlines of other stories with their age in minutes, ascending."""
    if story.others:
        titles = story.others
    else:
        pool = publisher.others
        titles = [pool[(number * 3 + index) % len(pool)] for index in range(min(publisher.other_count, len(pool)))]
    return [(title, 2 + 2 * (index // 3) + 5 * (index // 5)) for index, title in enumerate(titles)]
