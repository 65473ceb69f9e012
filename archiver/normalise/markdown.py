"""The body's blocks as Markdown, by markdownify, from a tree that holds nothing but them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter

from archiver.keys import untracked
from archiver.normalise import addresses, markup
from archiver.normalise.block import Block, Run

# What joining it with another address and taking it apart would leave as it is.
_ABSOLUTE = re.compile(
    r"https?://[a-zA-Z0-9.-]+(?:/[\w./%~+@!$&,=:*-]*)?(?:\?[\w./%~+@!$&,=:*?-]+)?(?:#[\w./%=-]+)?", re.ASCII
)
_LONGEST_GAP = 200  # code points of white space within preformatted text
_LONG_GAP = re.compile(rf"\s{{{_LONGEST_GAP},}}")
_MOST_CELLS = 10_000  # of a table that is filled up with empty ones
_FENCES = re.compile("`+")
_SIMPLE = frozenset({"paragraph", "heading", "cell"})


class _Converter(MarkdownConverter):
    """markdownify, with no more of the page's words escaped than would be mark-up."""

    def escape(self, text: str, parent_tags: AbstractSet[str]) -> str:
        return text if "pre" in parent_tags else markup.escape_words(text)

    def convert_p(self, el: Tag, text: str, parent_tags: AbstractSet[str]) -> str:
        return str(super().convert_p(el, markup.escape_start(text.strip()), parent_tags))  # type: ignore[misc]

    def convert_li(self, el: Tag, text: str, parent_tags: AbstractSet[str]) -> str:
        return str(super().convert_li(el, markup.escape_start(text.strip()), parent_tags))  # type: ignore[misc]

    def convert_pre(self, el: Tag, text: str, parent_tags: AbstractSet[str]) -> str:  # noqa: ARG002 - markdownify's own
        longest = max(map(len, _FENCES.findall(text)), default=0)
        fence = "`" * max(3, longest + 1)
        return f"\n\n{fence}\n{text}\n{fence}\n\n"


_converter = _Converter(heading_style="atx", bullets="-", strip=["img"])


def write(blocks: Sequence[Block], base: str, holders: Mapping[int, int] | None = None) -> str:
    """The blocks as Markdown, an empty line between paragraphs, links absolute.

    `holders` has the element that each quote's block stands in: those of two elements are two quotes.
    """
    own = holders or {}
    parts = []
    for (simple, table), group in groupby(blocks, key=_way):
        if table:
            parts.append(_table(list(group), base))
        elif simple:
            parts += [text for block in group if (text := _line(block, base))]
        else:
            parts += [_converted(same, base) for same in _apart(group, own)]
    return "\n\n".join(parts).strip()


def _way(block: Block) -> tuple[bool, tuple[int, ...]]:
    """Whether the block is written as a line, and the table that it is a row of."""
    return block.kind in _SIMPLE, block.path if block.kind == "row" else ()


def _table(rows: Sequence[Block], base: str) -> str:
    """The rows as a table, of which the first is the head."""
    cells = [[_inline(runs, base).replace("|", r"\|") for runs in _cells(row)] for row in rows]
    width = max(map(len, cells))
    filled = width if width * len(cells) <= _MOST_CELLS else 0  # a renderer fills up what is left short
    head, *others = cells
    return "\n".join((_row(head, width), "|" + " --- |" * width, *(_row(row, filled) for row in others)))


def _row(cells: Sequence[str], width: int) -> str:
    """The cells between bars, with empty ones up to this number."""
    return "|" + "".join(f" {cell} |" if cell else " |" for cell in cells) + " |" * (width - len(cells))


def _cells(row: Block) -> list[list[Run]]:
    """The runs of each cell."""
    cells: list[list[Run]] = [[]]
    for run in row.runs:
        if run.owner < 0:
            cells.append([])
        else:
            cells[-1].append(run)
    return cells


def _line(block: Block, base: str) -> str:
    """A paragraph or heading, word for word as markdownify writes it: most blocks are one, and a tree of them takes long."""
    if block.kind == "heading":
        line = re.sub(r"#$", r"\\#", _inline(block.runs, base, heading=True))  # else it would close the heading
        return f"{'#' * max(2, block.level)} {' '.join(filter(None, line.split(' ')))}"
    return markup.escape_start(_inline(block.runs, base))


def _inline(runs: Sequence[Run], base: str, *, heading: bool = False) -> str:
    """The runs as a part of a line."""
    whole = list(_trimmed(runs))
    pieces = []
    for href, numbers in groupby(range(len(whole)), key=lambda number: whole[number].href):
        text = "".join([_dressed(whole, number, heading=heading) for number in numbers])
        target = _absolute(href, base) if href and text.strip() else None
        pieces.append(_link(text, target) if target else text)
    return "".join(pieces).strip()


def _dressed(runs: Sequence[Run], number: int, *, heading: bool) -> str:
    """The words of a run between the signs of its dress."""
    run = runs[number]
    linked = bool(run.href)
    sign = "*" * (run.emphasis + 2 * (run.strong and not heading))
    if sign and _can_stand(runs, number):
        return _around(run.text, f"{sign}{markup.escape_words(run.text.strip(), linked=linked)}{sign}")
    text = markup.escape_words(run.text, linked=linked)
    behind = runs[number + 1] if number + 1 < len(runs) and not linked else None
    if behind and ((run.text[-1] == "]" and behind.text[0] in "([:") or (run.text[-1] == "!" and behind.href)):
        text = f"{text[:-1]}\\{text[-1]}"  # no link's brackets, no picture's mark
    return text


def _can_stand(runs: Sequence[Run], number: int) -> bool:
    """Whether signs around a run are read as such: right between a letter and a mark they aren't, and not beside others."""
    run = runs[number]
    words = run.text.strip()
    if not words:
        return False
    for inner, outer, other in (
        (words[0], run.text[0], number - 1),
        (words[-1], run.text[-1], number + 1),
    ):
        if outer == " " or not 0 <= other < len(runs) or runs[other].href != run.href:
            continue
        beside = runs[other].text[-1 if other < number else 0]
        if beside != " " and other < number and (runs[other].emphasis or runs[other].strong):
            return False
        if _is_mark(inner) and not (beside == " " or _is_mark(beside)):
            return False
    return True


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _link(text: str, target: str) -> str:
    bare = text.strip()
    return f"<{target}>" if markup.unescape(bare) == target else _around(text, f"[{bare}]({target})")


def _around(text: str, marked: str) -> str:
    """The marked words with the spaces at the text's ends outside of the marks."""
    return f"{' ' if text[0] == ' ' else ''}{marked}{' ' if text[-1] == ' ' else ''}"


def _apart(blocks: Iterable[Block], holders: Mapping[int, int]) -> Iterator[list[Block]]:
    """The blocks, cut where a quote follows another."""
    part: list[Block] = []
    for block in blocks:
        if (
            part
            and part[-1].kind == block.kind == "quote"
            and holders.get(part[-1].number) != holders.get(block.number)
        ):
            yield part
            part = []
        part.append(block)
    yield part


def _converted(blocks: Sequence[Block], base: str) -> str:
    """Lists, quotes and what is preformatted."""
    soup = BeautifulSoup("", "lxml")
    for key, group in groupby(blocks, key=_group):
        members = list(group)
        parent: BeautifulSoup | Tag = soup
        if key[0] == "item":
            parent = soup.new_tag("ol", start=str(members[0].ordinal)) if key[1] else soup.new_tag("ul")
            soup.append(parent)
        elif key[0] == "quote":
            parent = soup.new_tag("blockquote")
            soup.append(parent)
        for block in members:
            parent.append(_element(soup, block, base))
    return str(_converter.convert_soup(soup)).strip("\n")


def _group(block: Block) -> tuple[str, bool]:
    return block.kind, block.kind == "item" and block.ordinal > 0


def _element(soup: BeautifulSoup, block: Block, base: str) -> Tag:
    name = {"heading": f"h{max(2, block.level)}", "item": "li", "pre": "pre"}.get(block.kind, "p")
    element = soup.new_tag(name)
    if block.kind == "pre":  # its spaces and lines are as they were written
        element.append(_LONG_GAP.sub(_shortened, "".join([run.text for run in block.runs]).strip("\n")))
        return element
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


def _shortened(gap: re.Match[str]) -> str:
    """A run of white space as far as a reader could mean it: markdownify takes long over thousands of spaces."""
    return gap[0][:_LONGEST_GAP]


def _trimmed(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs with white space collapsed, neighbours in the same dress joined."""
    for (href, strong, emphasis), dressed in groupby((run for run in runs if run.text), key=_dress):
        text = _spaced("".join([run.text for run in dressed]))
        if text:
            yield Run(text, href, strong, emphasis)


def _spaced(text: str) -> str:
    """The text with white space collapsed, at its ends too: markdownify takes long over thousands of spaces."""
    return " ".join(f"x{text}x".split())[1:-1]


def _dress(run: Run) -> tuple[str | None, bool, bool]:
    return run.href, run.strong, run.emphasis


def _absolute(href: str, base: str) -> str | None:
    """The absolute address of a link, None where it leads nowhere that a reader of the archive could follow.

    What tells how a reader came to a page is no part of where it is.
    """
    if "?" in href:
        href = untracked(href)
    if _ABSOLUTE.fullmatch(href):
        return href
    try:
        address = addresses.absolute(base, href)
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https", "mailto") or (href.startswith("#")):
        return None
    return address.replace(" ", "%20").replace("(", "%28").replace(")", "%29")
