"""Who signed the page: elements, links and lines around the headline and below the text that name its author."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from archiver.normalise import author_words as words
from archiver.normalise import authors, clean, content, elements, likeness
from archiver.normalise.authorship import Claim, Shown
from archiver.normalise.htmlhead import Head
from archiver.normalise.htmlpage import Page

_MARK = re.compile(
    r"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z]))(?i:authors?(?!i[stz])|by-?_?lines?(?![a-z])|autor(?!i[tz]|ep|el)|auteur|autore(?![a-z])"
    r"|verfasser|redakteur|writers?(?![a-z])|posted-?by|contributors?(?![a-z])|username(?![a-z])|vcard|documentby)"
)
_LINK = re.compile(
    r"[/?](?:(?P<plain>authors?|autor(?:en|es|i|e)?|auteurs?|journalists?|reporters?|contributors?|columnists?|writers?|redactor(?:es)?"
    r"|yazar(?:lar)?|skribent(?:er)?|penulis)|profiles?|profil|people|person|staff|redaktion|redaktor|team|firmas?|members?)[/=_-]\w",
    re.IGNORECASE,
)
_NOT_NAMES = re.compile(r"comment|avatar|image|img|photo|form\b|related|teaser|title|date|time", re.IGNORECASE)
_DOUBTFUL = re.compile(r"social|follow|share", re.IGNORECASE)
_OPEN = frozenset({None, "byline", "standfirst", "tags", "bio"})
_HALF_OPEN = frozenset(
    {"share", "footer", "aside", "caption", "related", "navigation"}
)  # between headline and text, for what is plain
_UNMARKED = frozenset({None, "byline", "bio"})
_LINKED = 0.5  # share of links from which a line is a tag or another story
_ABOVE = 10  # blocks above the headline
_WITHIN = 3  # blocks from the first of the text among which a byline may stand
_BELOW = 12  # blocks below the text
_MOST = 400  # elements that are looked at
_MOST_INLINE = 60  # of a block
_MOST_PIECES = 30
_LONGEST = 160  # code points of an element that is nothing but names
_LONGEST_SIGNATURE = 90
_END = 3  # blocks from the text's last in which someone may sign or be introduced
_LEVELS = 4  # elements around a block that are looked at


def shown(page: Page, head: Head, last: int) -> Shown:
    """What the page shows of its authors; `last` is the number of the text's last block."""
    start = min([page.first, *head.used, *([page.headline] if page.headline is not None else [])])
    top = page.headline if page.headline is not None else start
    behind = min(len(page.blocks), max(page.first, 0) + _WITHIN + 1)
    return Shown(
        (
            *_elements(page, range(top, behind)),
            *_lines(page, head, range(top, page.first)),
            *_elements(page, range(max(0, start - _ABOVE), top)),
        ),
        (
            *_elements(page, range(behind, min(len(page.blocks), last + _BELOW)), near=True),
            *_signatures(page, range(page.first, min(len(page.blocks), last + _BELOW)), last),
        ),
    )


def _lines(page: Page, head: Head, numbers: range) -> Iterator[Claim]:
    lines = [authors.parse_line([line]) for line in head.bylines if not words.PICTURE.search(line)]
    hidden = [page.blocks[number] for number in numbers if page.labels[number] in _HALF_OPEN]
    lines += [
        authors.parse_line(block.pieces)
        for block in hidden
        if len(block.text) <= _LONGEST and authors.is_marked(block.text)
    ]
    for source, names in (
        ("byline", [name for line in lines for name in line.marked]),
        ("line", [name for line in lines for name in line.beside]),
    ):
        if names:
            yield Claim(source, tuple(dict.fromkeys(names)))


def _signatures(page: Page, numbers: range, last: int) -> Iterator[Claim]:
    """What the lines within and below the text say of who wrote it: "Written by …", a name alone, in brackets, introduced."""
    marked: dict[str, None] = {}
    for number in numbers:
        block = page.blocks[number]
        if (
            page.labels[number] not in _OPEN
            or len(block.text) > _LONGEST_SIGNATURE
            or not authors.is_marked(block.text)
        ):
            continue
        plain = bool(words.WRITTEN_BY.match(block.text))
        for name in authors.parse_line(block.pieces).marked:
            if likeness.of(name) == likeness.SURELY or plain:
                marked[name] = None
    if marked:
        yield Claim("byline", tuple(marked))
    for number in range(last, min(last + _END, numbers.stop)):
        block = page.blocks[number]
        if page.labels[number] in _UNMARKED and block.linked < _LINKED and (found := _at_the_end(block.text)):
            yield Claim("line", found)
            break


def _at_the_end(text: str) -> tuple[str, ...]:
    """The names that a block at the end of the text is, ends in or introduces."""
    if len(text) <= _LONGEST_SIGNATURE and likeness.of(text.strip("()—–- ")) == likeness.SURELY:
        return authors.parse(text.strip("()—–- "))
    signed = words.SIGNED.search(text[-_LONGEST_SIGNATURE:])
    if signed:
        named = authors.parse(signed["inner"] or signed["behind"])
        return tuple(name for name in named if likeness.of(name) == likeness.SURELY)
    introduced = words.INTRODUCTION.match(text[:_LONGEST])
    if introduced and words.ROLE.search(text) and likeness.of(introduced["name"]) == likeness.SURELY:
        return authors.parse(introduced["name"])
    return ()


def _elements(page: Page, numbers: range, *, near: bool = False) -> Iterator[Claim]:
    """The claims of links to authors' pages, and of other elements that are marked as an author's.

    `near`: only those that stand beside the first; what comes later belongs to other stories. What stands in an element
    that says that it is something else (a share bar, another story) comes last.
    """
    found: dict[str, dict[str, int]] = {"link": {}, "mark": {}, "line": {}}
    seen: set[Any] = set()
    for number in numbers:
        label = page.labels[number]
        half = label in _HALF_OPEN and not near
        if not (half or label in _OPEN) or not page.blocks[number].path:
            continue
        for element in islice(_around(page, number, seen), _MOST):
            kind = _kind(element)
            if not kind or (kind == "people" and (half or near or content.prose(page.blocks[number]))):
                continue
            surely = kind == "people" or half or bool(_DOUBTFUL.search(element.get("class") or ""))
            for name in _named(element, kind):
                if not surely or likeness.of(name) == likeness.SURELY:
                    source = "line" if half and kind != "link" else "mark" if kind == "mark" else "link"
                    found[source].setdefault(name, number)
    for source, names in found.items():
        if names:
            first = min(names.values())
            yield Claim(source, tuple(name for name, number in names.items() if not near or number - first < _LEVELS))


def _named(element: Any, kind: str) -> tuple[str, ...]:
    pieces = _pieces(element)
    if not pieces or sum(map(len, pieces)) > _LONGEST:
        return ()
    if kind != "mark":
        half = len(pieces) // 2
        pieces = [" ".join(pieces[:half] if pieces[:half] == pieces[half:] else pieces)]
    return authors.parse_line(pieces, marked=True).marked


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


_LONGEST_NAMES = 1000  # code points of class and id


def _kind(element: Any) -> str | None:
    """What the element says of itself: a link to an author's page or to people's, an author's place, or None of these."""
    marked = _marked(f"{element.get('class') or ''} {element.get('id') or ''}"[:_LONGEST_NAMES])
    if marked is None:
        return None
    if "author" in (element.get("rel") or "").lower().split():
        return "link"
    link = _LINK.search(element.get("href") or "") if element.tag == "a" else None
    if link:
        return "link" if link["plain"] else "people"
    return "mark" if marked or element.get("itemprop") == "author" else None


@lru_cache(maxsize=2048)
def _marked(names: str) -> bool | None:
    """Whether class and id speak of an author; None where they say that it is no author's name."""
    return None if _NOT_NAMES.search(names) else bool(_MARK.search(names))


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
