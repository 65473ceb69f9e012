"""The text that a page shows only once its scripts have run: its data have it."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from archiver.normalise import clean, content, heading, jsonld, parsing, tree
from archiver.normalise.block import Block, Run

_LITTLE = 500  # code points: the data must have more,
_TIMES_MORE = 3  # and so many times what is shown
_LINKED = 0.5  # share of links from which a line is a link
_QUOTED = re.compile(
    r"\"((?:[^\"\\]|\\.)*+)\"?", re.DOTALL
)  # to the end where it isn't closed: each letter is looked at once
_SCRIPT = re.compile(r"<script\b[^<>]{0,500}>", re.IGNORECASE)
_PARAGRAPHS = re.compile(r"(?:<|\\u003[cC])p[\s>\\]")
_CLOSED = re.compile(r"(?:<|\\u003[cC])\\{0,4}/p\b")
_FEWEST_PARAGRAPHS = 2
_OFTEN = 3  # times that a mark of the system's stands in a text


def found(text: str, shown: int) -> list[Block]:
    """The paragraphs of the page's data; [] where they aren't much more than the `shown` code points of text."""
    stated = _stated(text) if "articleBody" in text else None
    if stated is None or len(stated) < max(_LITTLE, _TIMES_MORE * shown):
        return []
    if "<" in stated:
        return _blocks(stated)
    paragraphs = [clean.line(line) for line in clean.plain(stated).split("\n")]
    return [Block(text=line, runs=(Run(line),), path=(), marks=()) for line in paragraphs if line]


def standfirst_of(descriptions: Sequence[str], text: Sequence[Block]) -> str | None:
    """The standfirst of a page that shows nothing of its text: its description, unless that repeats the text or is cut off."""
    stated = next(iter(descriptions), "")
    lead = text[0].text
    repeated = heading.repeats(stated, [lead]) or lead.startswith(stated) or stated.startswith(lead)
    return stated if stated and not repeated and not stated.endswith(("…", "...")) else None


def _stated(text: str) -> str | None:
    root = parsing.parse(text).root
    stated = jsonld.read(root).article.get("articleBody") if root is not None else None
    return stated if isinstance(stated, str) else None


def in_scripts(text: str) -> list[Block]:
    """The paragraphs of the longest string in a page's scripts that is mark-up of paragraphs: for pages that show none."""
    if not _PARAGRAPHS.search(text):
        return []
    stated = max(map(_longest, _scripts(text)), key=_worth, default="")
    if "<p" not in stated:  # a string within a string
        stated = _longest(stated)
    blocks = _blocks(stated) if stated else []
    return blocks if sum(map(content.prose, blocks)) >= _LITTLE else []


def _scripts(text: str) -> Iterator[str]:
    """What stands in the page's scripts."""
    end = 0
    for match in _SCRIPT.finditer(text):
        if match.start() >= end:
            end = text.find("</script", match.end())
            end = len(text) if end < 0 else end
            yield text[match.end() : end]


def _longest(script: str) -> str:
    """The longest of its quoted strings in which paragraphs are marked up, read as JSON; empty if there is none."""
    if len(script) < _LITTLE:
        return ""
    quoted = (match[1] for match in _QUOTED.finditer(script) if match.end() - match.start() > _LITTLE)
    told = (string for string in quoted if len(_PARAGRAPHS.findall(string)) >= _FEWEST_PARAGRAPHS)
    longest = max(told, key=_worth, default="")
    try:
        return str(json.loads(f'"{longest}"', strict=False)) if longest else ""
    except ValueError:
        return ""


def _worth(string: str) -> tuple[bool, int]:
    """Whether paragraphs are closed in a string, which they aren't where it was escaped for something else; its length."""
    return bool(_CLOSED.search(string)), len(string)


def _blocks(markup: str) -> list[Block]:
    """The blocks of the mark-up that are no links, and that nothing says to be furniture."""
    root = parsing.parse(f"<body>{markup}</body>").root
    found = tree.blocks(root)[0] if root is not None else []
    labels = content.labels(found)
    often = Counter(block.text for block in found)
    return [
        block
        for block, label in zip(found, labels, strict=True)
        if block.linked < _LINKED and label is None and often[block.text] < _OFTEN
    ]
