"""The body's blocks as Markdown, by markdownify, from a tree that holds nothing but them."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter

from archiver.normalise import clean
from archiver.normalise.tree import Block, Run

_converter = MarkdownConverter(heading_style="atx", bullets="-", strip=["img"], escape_misc=False)


def write(blocks: Sequence[Block], base: str) -> str:
    """The blocks as Markdown, an empty line between paragraphs, links absolute."""
    soup = BeautifulSoup("", "lxml")
    for key, group in groupby(blocks, key=_group):
        members = list(group)
        parent: BeautifulSoup | Tag = soup
        if key[0] == "item":
            parent = soup.new_tag("ol" if key[1] else "ul")
            soup.append(parent)
        elif key[0] == "quote":
            parent = soup.new_tag("blockquote")
            soup.append(parent)
        for block in members:
            parent.append(_element(soup, block, base))
    return str(_converter.convert_soup(soup)).strip()


def _group(block: Block) -> tuple[str, bool]:
    return block.kind, block.kind == "item" and block.ordinal > 0


def _element(soup: BeautifulSoup, block: Block, base: str) -> Tag:
    name = {"heading": f"h{max(2, block.level)}", "item": "li", "pre": "pre"}.get(block.kind, "p")
    element = soup.new_tag(name)
    for href, dressed in groupby(_trimmed(block.runs), key=lambda run: run.href):
        runs = list(dressed)
        target = _absolute(href, base) if href and any(run.text.strip() for run in runs) else None
        holder = soup.new_tag("a", href=target) if target else element
        for run in runs:
            content: Tag | str = run.text
            for tag, wanted in (("em", run.emphasis), ("strong", run.strong and block.kind != "heading")):
                if wanted and run.text.strip():
                    wrapped = soup.new_tag(tag)
                    wrapped.append(content)
                    content = wrapped
            holder.append(content)
        if target:
            element.append(holder)
    return element


def _trimmed(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs with white space collapsed, neighbours in the same dress joined."""
    for (href, strong, emphasis), dressed in groupby((run for run in runs if run.text), key=_dress):
        text = _spaced("".join(clean.plain(run.text) for run in dressed))
        if text:
            yield Run(text, href, strong, emphasis)


def _spaced(text: str) -> str:
    """The text with white space collapsed, at its ends too: markdownify takes long over thousands of spaces."""
    return " ".join(f"x{text}x".split())[1:-1]


def _dress(run: Run) -> tuple[str | None, bool, bool]:
    return run.href, run.strong, run.emphasis


def _absolute(href: str, base: str) -> str | None:
    """The absolute address of a link, None where it leads nowhere that a reader of the archive could follow."""
    try:
        address = urljoin(base, href)
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https", "mailto") or (href.startswith("#")):
        return None
    return address.replace(" ", "%20").replace("(", "%28").replace(")", "%29")
