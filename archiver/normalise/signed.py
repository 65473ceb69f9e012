"""Who signed the page: elements, links and lines around the headline and below the text that name its author."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from archiver.normalise import authors, clean, elements
from archiver.normalise.authorship import Claim, Shown
from archiver.normalise.htmlhead import Head
from archiver.normalise.htmlpage import Page

_MARK = re.compile(
    r"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z]))(?i:authors?(?!i[stz])|by-?_?lines?(?![a-z])|autor(?!i[tz]|ep|el)|auteur|autore(?![a-z])"
    r"|verfasser|redakteur|writers?(?![a-z])|posted-?by|contributors?(?![a-z])|username(?![a-z])|vcard|documentby)"
)
_LINK = re.compile(
    r"[/?](?:authors?|autor(?:en|es|i|e)?|auteurs?|profiles?|profil|people|person|journalists?|reporters?|staff|contributors?|columnists?|writers?"
    r"|redaktion|redaktor|team|users?|redactor(?:es)?|firmas?|yazar(?:lar)?|skribent(?:er)?|penulis|members?|kirjoittaja)[/=_-]\w",
    re.IGNORECASE,
)
_NOT_NAMES = re.compile(r"comment|avatar|image|img|photo|social|follow|form\b|related|teaser|title|date|time", re.IGNORECASE)
_OPEN = frozenset({None, "byline", "standfirst", "tags", "bio", "caption"})
_ABOVE = 10  # blocks above the headline
_WITHIN = 3  # blocks from the first of the text among which a byline may stand
_BELOW = 12  # blocks below the text
_MOST = 400  # elements that are looked at
_MOST_INLINE = 60  # of a block
_MOST_PIECES = 30
_LONGEST = 160  # code points of an element that is nothing but names
_LEVELS = 4  # elements around a block that are looked at


def shown(page: Page, head: Head, last: int) -> Shown:
    """What the page shows of its authors; `last` is the number of the text's last block."""
    start = min([page.first, *head.used, *([page.headline] if page.headline is not None else [])])
    top = page.headline if page.headline is not None else start
    behind = min(len(page.blocks), max(page.first, 0) + _WITHIN + 1)
    return Shown(
        (
            *_elements(page, range(top, behind)),
            *_lines(head),
            *_elements(page, range(max(0, start - _ABOVE), top)),
        ),
        tuple(_elements(page, range(behind, min(len(page.blocks), last + _BELOW)), near=True)),
    )


def _lines(head: Head) -> Iterator[Claim]:
    lines = [authors.parse_line([line]) for line in head.bylines]
    for source, names in (
        ("byline", [name for line in lines for name in line.marked]),
        ("line", [name for line in lines for name in line.beside]),
    ):
        if names:
            yield Claim(source, tuple(dict.fromkeys(names)))


def _elements(page: Page, numbers: range, *, near: bool = False) -> Iterator[Claim]:
    """The claims of links to authors' pages, and of other elements that are marked as an author's.

    `near`: only those that stand beside the first; what comes later belongs to other stories.
    """
    links: dict[str, int] = {}
    marked: dict[str, int] = {}
    seen: set[Any] = set()
    for number in numbers:
        if page.labels[number] not in _OPEN or not page.blocks[number].path:
            continue
        for element in islice(_around(page, number, seen), _MOST):
            kind = _kind(element)
            if not kind:
                continue
            pieces = _pieces(element)
            if not pieces or sum(map(len, pieces)) > _LONGEST:
                continue
            for name in authors.parse_line(pieces, marked=True).marked:
                (links if kind == "link" else marked).setdefault(name, number)
    for source, found in (("link", links), ("mark", marked)):
        if found:
            first = min(found.values())
            yield Claim(source, tuple(name for name, number in found.items() if not near or number - first < _LEVELS))


def _around(page: Page, number: int, seen: set[Any]) -> Iterator[Any]:
    """The elements around a block that are looked at for the first time, and those within its line."""
    path = page.blocks[number].path
    for above in path[-_LEVELS:]:
        element = page.seen[above]
        if above not in seen:
            seen.add(above)
            yield element
            if above == path[-1]:
                yield from _inline(element)


def _inline(holder: Any) -> Iterator[Any]:
    stack = list(reversed(holder))
    count = 0
    while stack and count < _MOST_INLINE:
        element = stack.pop()
        if not isinstance(element.tag, str) or element.tag in elements.BLOCKS or element.tag in elements.SKIPPED:
            continue
        count += 1
        yield element
        stack.extend(reversed(element))


def _kind(element: Any) -> str | None:
    """What the element says of itself: a link to an author's page, an author's place, or neither (None)."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if _NOT_NAMES.search(names):
        return None
    if "author" in (element.get("rel") or "").lower().split():
        return "link"
    if element.tag == "a" and _LINK.search(element.get("href") or ""):
        return "link"
    return "mark" if _MARK.search(names) or element.get("itemprop") == "author" else None


def _pieces(element: Any) -> list[str]:
    """The texts of an element, one a node."""
    return [text for text in (clean.line(part) for part in islice(_texts(element), _MOST_PIECES)) if text]


def _texts(element: Any) -> Iterator[str]:
    if element.text:
        yield element.text
    for child in element:
        if isinstance(child.tag, str) and child.tag not in elements.SKIPPED:
            yield from _texts(child)
        if child.tail:
            yield child.tail
