"""A page's tree to blocks: the lines that a reader sees, with what their elements say about them."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import msgspec

from archiver.normalise import clean, elements, lines

Element = Any  # lxml's elements are C types without names for a checker

_MOST_BLOCKS = 10_000
_MOST_TEXT = 4_000_000  # code points of a page's blocks together
_LONGEST_ATTRIBUTE = 4000
_MOST_RUNS_OF_ROW, _ENOUGH_OF_ROW = 200, 200
_ROW = 40  # code points; a shorter line before a break is a line of its own


class Run(msgspec.Struct, frozen=True):
    """A piece of a block in one dress: its words, the address that they link to, whether they are strong or emphasised.

    `owner` numbers the inline element around it: a byline's name and date are often told apart by nothing else.
    """

    text: str
    href: str | None = None
    strong: bool = False
    emphasis: bool = False
    owner: int = 0


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """One line as a reader sees it.

    `path` are the numbers of the elements around it, from the body down, and `marks` what those say it is: (element
    number, label) pairs, the outermost first.

    `kind` is paragraph, heading, item, quote, pre, cell; `level` a heading's; `ordinal` an ordered list's number.
    """

    text: str
    runs: tuple[Run, ...]
    path: tuple[int, ...]
    marks: tuple[tuple[int, str], ...]
    kind: str = "paragraph"
    level: int = 0
    ordinal: int = 0
    number: int = 0

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """The (words, address) pairs of its links."""
        return tuple((clean.line(run.text), run.href) for run in self.runs if run.href)

    @property
    def linked(self) -> float:
        """The share of its letters that are links."""
        total = sum(len(run.text.strip()) for run in self.runs)
        return sum(len(run.text.strip()) for run in self.runs if run.href) / total if total else 0.0

    @property
    def pieces(self) -> list[str]:
        """Its text, cut where another inline element begins."""
        pieces = ("".join(run.text for run in own) for _, own in groupby(self.runs, key=lambda run: run.owner))
        return [text for text in map(clean.line, pieces) if text]

    @property
    def strong(self) -> bool:
        """Whether all of its words are set strong."""
        return all(run.strong for run in self.runs if run.text.strip())


class _Walk:
    """One pass over the tree in document order, without recursion: pages may nest as deep as they like."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.runs: list[Run] = []
        self.path: list[int] = []
        self.marks: list[tuple[int, str]] = []
        self.hrefs: list[str | None] = []
        self.kinds: list[tuple[str, int]] = []
        self.lists: list[int] = []
        self.strong = self.emphasis = self.size = 0
        self.breaks = 0
        self.owners: list[int] = []
        self.inline = 0

    def text(self, words: str | None) -> None:
        if not words or self.size > _MOST_TEXT:
            return
        words = clean.plain(words)
        self.size += len(words)
        if words.strip():
            if self.breaks and self.is_line_end(words.lstrip()):
                self.flush()
            self.breaks = 0
        href = self.hrefs[-1] if self.hrefs else None
        self.runs.append(Run(words, href, self.strong > 0, self.emphasis > 0, self.owners[-1] if self.owners else 0))

    def is_line_end(self, after: str) -> bool:
        """Whether the line breaks before these words end a line as a reader sees it, and not only a row of a paragraph.

        Two in a row always do; one does not within a heading or a link, nor where a sentence goes on in small letters.
        """
        if self.breaks > 1:
            return True
        if self.hrefs or (self.kinds and self.kinds[-1][0] == "heading"):
            return False
        before = self.last_words()
        return not (after[0].islower() and len(before) > _ROW and not lines.ends_sentence(before))

    def last_words(self) -> str:
        """The end of the block so far, longer than a row if there is so much: a look at all of it at each break adds up."""
        words = ""
        for run in self.runs[: -_MOST_RUNS_OF_ROW - 1 : -1]:
            words = run.text + words
            if len(words.strip()) > _ENOUGH_OF_ROW:
                break
        return clean.line(words)

    def flush(self) -> None:
        runs, self.runs = self.runs, []
        self.breaks = 0
        text = clean.line("".join(run.text for run in runs))
        if not text or len(self.blocks) >= _MOST_BLOCKS:
            return
        kind, level = self.kinds[-1] if self.kinds else ("paragraph", 0)
        ordinal = self.lists[-1] if kind == "item" and self.lists else 0
        self.blocks.append(
            Block(
                text=text,
                runs=tuple(runs),
                path=tuple(self.path),
                marks=tuple(self.marks),
                kind=kind,
                level=level,
                ordinal=ordinal,
                number=len(self.blocks),
            )
        )


def blocks(body: Element) -> tuple[list[Block], list[Element]]:
    """The page's blocks in order, and the block-level elements by the numbers that `Block.path` counts in."""
    walk = _Walk()
    seen: list[Element] = []
    for entering, element in _events(body):
        if element.tag in elements.BLOCKS:
            walk.flush()
            _block(walk, element, seen, entering=entering)
        elif element.tag == "br":
            if entering:
                walk.breaks += 1
                walk.runs.append(Run(" "))
        else:
            _inline(walk, element, entering=entering)
        walk.text(element.text if entering else element.tail)
    walk.flush()
    return walk.blocks, seen


def _inline(walk: _Walk, element: Element, *, entering: bool) -> None:
    step = 1 if entering else -1
    if element.tag in ("b", "strong"):
        walk.strong += step
    elif element.tag in ("i", "em", "cite"):
        walk.emphasis += step
    elif element.tag == "a":
        if entering:
            walk.hrefs.append((element.get("href") or "")[:_LONGEST_ATTRIBUTE].strip() or None)
        else:
            walk.hrefs.pop()
    if element.tag in elements.INLINE:
        if entering:
            walk.inline += 1
            walk.owners.append(walk.inline)
        else:
            walk.owners.pop()


def _block(walk: _Walk, element: Element, seen: list[Element], *, entering: bool) -> None:
    kind = elements.KINDS.get(element.tag)
    if entering:
        number = len(seen)
        seen.append(element)
        walk.path.append(number)
        label = elements.label(element)
        if label:
            walk.marks.append((number, label))
        if kind:
            outer = walk.kinds[-1] if walk.kinds else ("", 0)
            inherits = kind == "paragraph" and outer[0] in ("item", "quote")
            walk.kinds.append(outer if inherits else (kind, int(element.tag[1]) if kind == "heading" else 0))
        if element.tag in ("ol", "ul"):
            walk.lists.append(0)
        elif element.tag == "li" and walk.lists and element.getparent().tag == "ol":
            walk.lists[-1] += 1
        return
    number = walk.path.pop()
    while walk.marks and walk.marks[-1][0] == number:
        walk.marks.pop()
    if kind:
        walk.kinds.pop()
    if element.tag in ("ol", "ul"):
        walk.lists.pop()


def _events(body: Element) -> Iterator[tuple[bool, Element]]:
    """(True, element) on the way in and (False, element) on the way out; what is never text is left out whole."""
    stack: list[tuple[bool, Element]] = [(True, body)]
    while stack:
        entering, element = stack.pop()
        if entering and (not isinstance(element.tag, str) or element.tag in elements.SKIPPED):
            yield False, _Tail(element.tail)
            continue
        yield entering, element
        if entering:
            stack.append((False, element))
            stack.extend((True, child) for child in reversed(element))


class _Tail:
    """Stands for an element that is left out, of which only the text behind it counts."""

    tag = ""
    text = None

    def __init__(self, tail: str | None) -> None:
        self.tail = tail
