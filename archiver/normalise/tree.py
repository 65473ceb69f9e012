"""A page's tree to blocks: the lines that a reader sees, with what their elements say about them.

The tree is written out by libxml2 and its tags are walked over as text: making a Python object for each element and each
attribute takes several times as long. What a tag says is found once for all tags of a page that are written alike.
"""

import re
from functools import lru_cache
from html import unescape
from typing import Any, NamedTuple

import msgspec

from archiver.normalise import author_words, clean, elements, inlines, lines, openers, tables, written
from archiver.normalise.block import Block, Run, linked
from archiver.normalise.tables import Table

Element = Any  # lxml's elements are C types without names for a checker

_MOST_BLOCKS, _MOST_TEXT = 10_000, 4_000_000  # of a page; code points of its blocks together
MORE = "…"  # behind what is told of the part that isn't read
_LONGEST_WORDS = 1_000_000  # code points; words between two tags
_MOST_RUNS_OF_ROW, _ENOUGH_OF_ROW = 200, 200
_ROW, _CAPTION = 40, 0.8  # code points: a shorter line before a break is a line of its own; share of a block's letters
# An inline element's words that nobody sees, as those that only a screen reader says: "opens in a new window".
_UNSEEN = re.compile(
    r"""\bclass="[^"]{0,200}\b(?:sr-only|screen-?reader|visually-?hidden)|\bstyle="[^"]{0,300}(?:display:\s?none|clip:\s?rect\(0)|\shidden=""",
    re.IGNORECASE,
)
_UNSAYING = 9  # code points of a tag that can't say so
_TOKEN = re.compile(r"<(/?)([^\s/>]+)([^>]*)>([^<]*)")  # a tag, and the words behind it
_REMEMBERED, _LONGEST_REMEMBERED = 32_768, 400  # tags, of many sites that come in turn; code points
_SAYING = re.compile(r' (class|id|itemprop|role|style|hidden)="([^"]*)"')
_START = re.compile(r'\bstart="([1-9]\d{0,5})"')  # of an ordered list
_DEEPEST, _LONGEST_SPAN, _LOOKED_AT, _LONGEST_BY = 8, 1000, 4, 20  # elements within each other; runs; code points
_NO_CHARACTER = "&#xFFFD;"  # what libxml2 writes for a character that XML forbids


class _State(msgspec.Struct, frozen=True, gc=False):
    """What holds within a block-level element."""

    tag: str
    path: tuple[int, ...] = ()
    marks: tuple[tuple[int, str], ...] = ()
    kind: str = "paragraph"
    level: int = 0
    listed: bool = False  # in a list, whose items are counted


class _Span(NamedTuple):
    """Where words begin that are struck out, raised, lowered or quoted: in which line, behind how many runs and blocks."""

    role: str
    runs: list[Run]
    start: int
    blocks: int


class _Walk:
    """One pass over the tags in document order, without recursion: pages may nest as deep as they like."""

    def __init__(self, language: str | None) -> None:
        self.language = language
        self.blocks: list[Block] = []
        self.unread: list[str] = []  # what stands behind the last block that is read
        self.runs: list[Run] = []
        self.states: list[_State] = [_State("")]
        self.count = 0  # of block-level elements
        self.lists: list[int] = []
        self.tables: list[Table] = []
        self.hrefs: list[str | None] = []
        self.strong = self.emphasis = self.size = 0
        self.breaks = 0
        self.owners: list[int] = [0]
        self.inline = 0
        self.captions: list[int] = []  # the inline elements around that say that they are a picture's caption or credit
        self.captioned = 0  # letters of the block within such
        self.spans: list[_Span] = []
        self.opener = -1  # how many blocks stand before the words of a button that opens what is below it
        self.in_button = False  # whose words are text, as of what opens the text below a heading
        self.struck: list[Run] = []  # words struck out, which wait for the end of the line, or of the tables around

    def text(self, words: str) -> None:
        if "&" in words:
            words = unescape(words.replace(_NO_CHARACTER, ""))
        if (
            not words.isascii()
        ):  # else there is nothing to make plain: control characters aren't read, and spaces collapse
            words = clean.plain(words)
        if len(words) > _LONGEST_WORDS:  # one endless line, behind which the text may still come
            words = words[:_LONGEST_WORDS]
        self.size += len(words)
        if self.size > _MOST_TEXT:
            return
        if self.breaks and not words.isspace():
            if self.is_line_end(words.lstrip()):
                self.flush()
            self.breaks = 0
        if self.captions:
            self.captioned += len(words)
        href = self.hrefs[-1] if self.hrefs else None
        self.runs.append(Run(words, href, self.strong > 0, self.emphasis > 0, self.owners[-1]))

    def is_line_end(self, after: str) -> bool:
        """Whether the line breaks before these words end a line as a reader sees it, and not only a row of a paragraph.

        Two in a row always do; one does not within a heading or a link, nor where a sentence goes on in small letters.
        """
        if self.breaks > 1:
            return True
        if self.hrefs or self.states[-1].kind == "heading":
            return False
        before = self.last_words()
        return not (after[:1].islower() and len(before) > _ROW and not lines.ends_sentence(before))

    def last_words(self) -> str:
        """The end of the block so far, longer than a row if there is so much: a look at all of it at each break adds up."""
        words = ""
        for run in self.runs[: -_MOST_RUNS_OF_ROW - 1 : -1]:
            words = run.text + words
            if len(words.strip()) > _ENOUGH_OF_ROW:
                break
        return clean.line(words)

    def flush(self) -> None:
        if self.struck and not self.tables:
            self.put_struck(self.states[-1])
        runs, self.runs = self.runs, []
        captioned, self.captioned = self.captioned, 0
        self.breaks = 0
        if len(runs) == 1:
            text = " ".join(runs[0].text.split())
            share = 1.0 if runs[0].href and text else 0.0
        else:
            text = " ".join("".join([run.text for run in runs]).split())
            share = linked(runs) if text else 0.0
        if not text:
            return
        if len(self.blocks) >= _MOST_BLOCKS:
            self.unread.append(text)
            return
        state = self.states[-1]
        marks = state.marks
        if captioned >= _CAPTION * len(text) and state.path:
            marks = (*marks, (state.path[-1], "caption"))
        self.blocks.append(
            Block(
                text=text,
                runs=tuple(runs),
                path=state.path,
                marks=marks,
                kind=state.kind,
                level=state.level,
                ordinal=self.lists[-1] if state.kind == "item" and self.lists else 0,
                number=len(self.blocks),
                linked=share,
            )
        )

    def within(self, role: str, slash: str, said: str) -> None:
        """Take a tag within a line: a break, or the beginning or end of an element whose words are told apart by it."""
        opens, closes = not slash, bool(slash) or said[-1:] == "/"
        if role in _DRESS:
            self.dress(role, opens=opens, closes=closes)
            return
        if opens:
            self.inline += 1
            self.owners.append(self.inline)
            if role == "a":
                self.hrefs.append(written.href(said))
            elif ("aption" in said or "redit" in said) and _label("span", said[:_LONGEST_REMEMBERED]) == "caption":
                self.captions.append(self.inline)
        if closes:
            owner = self.owners.pop()
            if role == "a":
                href = self.hrefs.pop()
                if href and href[0] == "#":
                    self.end_anchor(owner)
            elif self.captions and self.captions[-1] == owner:
                self.captions.pop()

    def end_anchor(self, owner: int) -> None:
        """Leave a link within the page: without its words where they are but a sign, as the arrow from a footnote to its mark."""
        start = len(self.runs)
        while start and self.runs[start - 1].owner >= owner:
            start -= 1
        if not any(char.isalnum() for run in self.runs[start:] for char in run.text):
            del self.runs[start:]

    def dress(self, role: str, *, opens: bool, closes: bool) -> None:
        """Take a break, or the beginning or end of words that are set strong, emphasised, or apart from their line."""
        if role == "strong":
            self.strong += opens - closes
        elif role == "emphasis":
            self.emphasis += opens - closes
        elif role == "break":
            if opens:
                self.breaks += 1
                if self.runs:
                    self.runs.append(Run(" "))
        else:
            if opens:
                self.spans.append(_Span(role, self.runs, len(self.runs), len(self.blocks)))
            if closes:
                self.end_span(self.spans.pop())

    def end_span(self, span: _Span) -> None:
        """Make of the words of the element that ends here what a reader takes them for."""
        if len(self.spans) >= _DEEPEST:
            return
        begun = span.runs is not self.runs and len(span.runs) > span.start  # in an earlier line
        start = span.start if span.runs is self.runs else 0
        if span.role == "struck":
            self.strike(span, start)
        elif not begun and len(self.runs) - start <= _LONGEST_SPAN:
            before = max(0, start - _LOOKED_AT)
            words = inlines.told(span.role, self.runs[before:start], self.runs[start:], self.language)
            if words is not None:
                self.runs[before:] = words

    def strike(self, span: _Span, start: int) -> None:
        """Take the words that are struck out from the line, and the lines that are so as a whole from those that may be text."""
        state = self.states[-1]
        ahead = any(run.text.strip() for run in span.runs[: span.start])
        if not state.path or (state.kind == "heading" and not ahead):
            return
        if span.runs is not self.runs:
            marks = (*state.marks, (state.path[-1], "struck"))
            for at in range(span.blocks + ahead, len(self.blocks)):
                self.blocks[at] = msgspec.structs.replace(self.blocks[at], marks=marks)
        self.struck += self.runs[start:]
        del self.runs[start:]

    def put_struck(self, state: _State) -> None:
        """Keep what was struck out of a line as a line of its own, which is no text."""
        runs, self.struck = tuple(self.struck), []
        text = " ".join(filter(None, [" ".join(run.text.split()) for run in runs]))
        if text and len(self.blocks) < _MOST_BLOCKS:
            marks = (*state.marks, (state.path[-1] if state.path else 0, "struck"))
            self.blocks.append(Block(text=text, runs=runs, path=state.path, marks=marks, number=len(self.blocks)))

    def enter(self, name: str, said: str) -> None:
        """Enter a block-level element, of which the tag says this behind its name."""
        if self.runs:
            self.flush()
        self.states.append(self.entered(name, said))
        if said[-1:] == "/":
            self.leave()

    def button(self, slash: str, said: str) -> str | None:
        """What a button's tag is: within the line where its words are text, nothing where it opens what is below, else skipped."""
        if self.in_button if slash else self.reads_button():
            self.in_button = not slash and said[-1:] != "/"
            return "inline"
        if slash and self.opener >= 0:
            self.flush()
            self.blocks[self.opener :] = openers.told(self.blocks, self.opener)
            self.opener = -1
            return None
        if slash or self.runs or self.opener >= 0 or not openers.opens(said):
            return "skipped"
        self.opener = len(self.blocks)
        return None

    def reads_button(self) -> bool:
        """Whether the words of the next button are text: a heading's first, or a name behind "By"."""
        if not self.runs:
            return self.states[-1].kind == "heading"
        before = "".join(run.text for run in self.runs[:3]).strip()
        return len(before) <= _LONGEST_BY and author_words.ALONE.fullmatch(before) is not None

    def leave(self) -> None:
        """Leave the block-level element."""
        if self.runs:
            self.flush()
        state = self.states.pop()
        if state.listed:
            self.lists.pop()
        elif state.tag == "table":
            self.end_table(self.tables.pop(), state)

    def entered(self, name: str, said: str) -> _State:
        outer = self.states[-1]
        number = self.count
        self.count += 1
        label = _label(name, said) if len(said) <= _LONGEST_REMEMBERED else _label.__wrapped__(name, said)
        kind, level = outer.kind, outer.level
        own = elements.KINDS.get(name)
        if own and not (own == "paragraph" and kind in ("item", "quote")):
            kind, level = own, int(name[1]) if own == "heading" else 0
        if name in ("ol", "ul"):
            start = _START.search(said) if name == "ol" and "start" in said else None
            self.lists.append(int(start[1]) - 1 if start else 0)
        elif name == "li" and outer.tag == "ol" and self.lists:
            self.lists[-1] += 1
        elif name == "table":
            self.tables.append(Table(len(self.blocks)))
        elif self.tables and name == "tr":
            self.tables[-1].rows.append([])
        elif self.tables and own == "cell" and self.tables[-1].rows:
            self.tables[-1].rows[-1].append(number)
        return _State(
            name,
            (*outer.path, number),
            (*outer.marks, (number, label)) if label else outer.marks,
            kind,
            level,
            name in ("ol", "ul"),
        )

    def end_table(self, table: Table, state: _State) -> None:
        """Make each row of the table one block."""
        depth = len(state.marks)
        inside = self.blocks[table.start :]
        titles = [block for block in inside if block.marks[depth : depth + 1] and block.marks[depth][1] == "caption"]
        above = {block.number for block in titles}
        cells = [block for block in inside if block.number not in above] if titles else inside
        rows = tables.rows(cells, table, state.path, state.marks)
        if rows:
            del self.blocks[table.start :]
            for row in (*titles, *rows):
                self.blocks.append(msgspec.structs.replace(row, number=len(self.blocks)))


def blocks(body: Element) -> tuple[list[Block], list[Element], str]:
    """The page's blocks in order, the block-level elements by the numbers that `Block.path` counts in, and what is left unread.

    That is what stands behind so many blocks as no article has, in lines; it ends in “…” where even that was too much.

    Scripts and their like are taken out of the tree.
    """
    walk = _Walk(body.getroottree().getroot().get("lang"))
    skipped = 0  # elements within each other that are no text
    held = False  # whether an article stands in what is skipped
    for slash, name, said, words in _TOKEN.findall(written.markup(body)):
        role = walk.button(slash, said) if name == "button" and not skipped else _ROLES.get(name)
        if (
            skipped
            or role == "skipped"
            or (role == "inline" and len(said) > _UNSAYING and _is_unseen(said) and not written.is_mark(words))
        ):
            skipped += (not slash) - (bool(slash) or said[-1:] == "/")
            walk.count += not slash and role == "block"
            if skipped:
                held = held or name in written.OF_PAGES
                continue
        elif role == "block":
            if slash:
                walk.leave()
            else:
                walk.enter(name, said)
        elif role is not None:
            if role == "inline" and walk.hrefs and said and not slash and _is_for_ears(said):
                skipped = 1
                continue
            walk.within(role, slash, said)
        if words and (walk.runs or not words.isspace()):
            walk.text(words)
    walk.flush()
    unread = "\n".join([*walk.unread, MORE] if walk.size > _MOST_TEXT else walk.unread)
    return blocks(body) if held and written.free(body) else (walk.blocks, list(body.iter(*elements.BLOCKS)), unread)


@lru_cache(maxsize=_REMEMBERED)
def _label(name: str, said: str) -> str | None:
    """What a block-level element's tag says that it is; the pages of a site have most of their tags in common."""
    return elements.labelled(name, dict(_SAYING.findall(said)) if said else {})


@lru_cache(maxsize=_REMEMBERED)
def _is_unseen(said: str) -> bool:
    """Whether an inline element's tag says that only screen readers say its words."""
    return bool(_UNSEEN.search(said))


@lru_cache(maxsize=_REMEMBERED)
def _is_for_ears(said: str) -> bool:
    """Whether what stands in a link is hidden from readers, as ", opens in a new tab" is, which is only read aloud."""
    return "clip:rect(0" in said or (
        ("clip" in said or "hidden" in said or "only" in said or "reader" in said)
        and ("clip: rect(0" in said or _label("span", said) == "hidden")
    )


_DRESS = frozenset({"break", "strong", "emphasis", "struck", "raised", "lowered", "quoted"})
_ROLES = {
    **dict.fromkeys(elements.INLINE, "inline"),
    **dict.fromkeys(elements.SKIPPED, "skipped"),
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("i", "em", "cite"), "emphasis"),
    **dict.fromkeys(("s", "del", "strike"), "struck"),
    "sup": "raised",
    "sub": "lowered",
    "q": "quoted",
    "a": "a",
    "br": "break",
    **dict.fromkeys(elements.BLOCKS, "block"),
}
