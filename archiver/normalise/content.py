"""Where on the page the article's text stands: labels that can't be true dropped, the container of the text found."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from archiver.normalise import date_labels, elements, furniture, lines
from archiver.normalise.block import Block

_MOST_OF_PAGE = 0.5  # share of the page's prose from which a "sidebar" or "promo" is the article all the same
_HEADED = 0.25  # the same, where the page's first heading is in it
_ALL = 0.9  # the same, of what can well be longer than a short article
NEVER_TEXT = frozenset({"comments", "cookies", "hidden", "newsletter", "navigation", "footer", "learnt"})
_MOST_PROSE = {  # letters that an element of this label has at most, unless it is made of links
    "paywall": 300, "advertisement": 400, "share": 400, "navigation": 1000, "newsletter": 1200, "caption": 1200, "tags": 600,
    "related": 1500, "unseen": 700, "box": 1500,
}  # fmt: skip
_NEVER_LINKS = frozenset({"newsletter", "paywall", "caption", "unseen"})  # boxes that are never made of links
_OF_TEASER = 0.25  # share of links from which a "teaser" or "card" leads to another story
_LONGEST_TEASER = 500  # letters of its prose
_OF_LINKS = 0.12  # share of links from which an element is made of them
_LONGEST_HINTED = 1200  # letters of prose; what holds more is no byline, date or standfirst, but has one in it
_DOMINATES = 0.7  # share of its parent's prose from which a child holds the text
_STATED = 0.4  # the same, for an element that says that it holds the text
# Letters of prose: where less has no label, a label that holds much isn't believed; comments may stand below a brief.
_FEWEST_OPEN = {"navigation": 250, "caption": 250, "tags": 250, "box": 250, "comments": 75}
_MUCH_LABELLED = 600
_FEWEST_WORDS = 8
_SHORT = 60  # code points of a line that says what stands below it
_MOST_LINKED = 0.5
_MAIN_STYLE = 0.15  # share of a text that is set in a way that is the text's own
_LONGEST_CLASS = 200
_LEVELS = 2
_IN_FIGURES = frozenset({"quote", "row", "cell"})
_FEWEST_CELLS = 4


def prose(block: Block) -> int:
    """The weight of a block as text of an article: its letters if it reads as sentences that aren't links, else 0."""
    weight = block.weight
    if weight < 0:  # each rule asks, so it is kept
        weight = 0
        if block.kind != "heading" and block.linked <= _MOST_LINKED and lines.is_prose(block.text):
            none = furniture.kind(block.text) or date_labels.tells_only_dates(block.text)
            weight = 0 if none else len(block.text)
        msgspec.structs.force_setattr(block, "weight", weight)
    return weight


def labels(blocks: Sequence[Block]) -> list[str | None]:
    """The label of each block: of the outermost element around it that has one, unless that holds most of the page's text.

    Hints ("byline", "standfirst") count only where nothing else does. A label by which few sentences ever go isn't
    believed of an element with many, unless much of it is links. Where hardly any prose is left, as on a forum's page all
    of which is “comments”, the label that holds most of it isn't believed either, unless a line in it says the same.
    """
    weights: dict[int, int] = defaultdict(int)
    letters: dict[int, int] = defaultdict(int)
    links: dict[int, float] = defaultdict(float)
    total = 0
    headed: set[int] = set()
    told = {number for block in blocks if block.marks for number in _told_comments(block)}
    for block in blocks:
        weight = prose(block)
        total += weight
        if block.marks:
            length = len(block.text)
            linked = length * block.linked
            for number, _ in block.marks:
                letters[number] += length
                if weight:
                    weights[number] += weight
                if linked:
                    links[number] += linked
            if block.level == 1:
                headed.update(number for number, _ in block.marks)

    def believed(marks: Sequence[tuple[int, str]], never: str | None = None) -> str | None:
        kept = [
            mark
            for number, mark in marks
            if mark != never
            and not (mark in elements.HINTS and weights[number] > _LONGEST_HINTED)
            and (number in told or weights[number] <= total * _most(mark, headed=number in headed))
            and (
                weights[number] <= _MOST_PROSE.get(mark, total)
                or (mark not in _NEVER_LINKS and links[number] >= _OF_LINKS * letters[number])
            )
            and (
                mark != "teaser"
                or (links[number] >= _OF_TEASER * letters[number] and weights[number] <= _LONGEST_TEASER)
            )
        ]
        cuts = ["related" if mark == "teaser" else mark for mark in kept if mark not in elements.HINTS]
        return cuts[0] if cuts else kept[-1] if kept else None

    # The same for all blocks of an element, which have their marks in common.
    marks_of = {id(block.marks): block.marks for block in blocks}
    found = {identity: believed(marks) if marks else None for identity, marks in marks_of.items()}
    holding: dict[str | None, int] = defaultdict(int)
    for block in blocks:
        holding[found[id(block.marks)]] += block.weight
    left = sum(holding[mark] for mark in (None, *elements.HINTS))
    most = max(_FEWEST_OPEN, key=lambda mark: holding[mark])
    if left < _FEWEST_OPEN[most] and holding[most] >= _MUCH_LABELLED and not (told and most == "comments"):
        found = {identity: believed(marks, most) for identity, marks in marks_of.items()}
    cells = Counter(block.marks[-1][0] for block in blocks if block.kind == "cell" and block.marks)
    return _with_comments(blocks, [_unless_told(block, found[id(block.marks)], cells) for block in blocks])


def _with_comments(blocks: Sequence[Block], found: list[str | None]) -> list[str | None]:
    """The labels, with those of elements that begin with a heading such as "9 comments"."""
    for block in blocks:
        if block.level > 1 and len(block.text) <= _SHORT and furniture.kind(block.text) == "comments":
            element = block.path[-2] if len(block.path) > 1 else 0
            if not block.number or element in blocks[block.number - 1].path:
                continue
            for other in blocks[block.number + 1 :]:  # by the heading itself, the text is seen to end
                if element not in other.path:
                    break
                found[other.number] = found[other.number] or "comments"
    return found


def _told_comments(block: Block) -> list[int]:
    """The elements around a line such as "9 comments" whose class says the same: they are what they say, whatever they hold."""
    told = [number for number, mark in block.marks if mark == "comments"] if len(block.text) <= _SHORT else []
    return told if told and furniture.kind(block.text) == "comments" else []


def _unless_told(block: Block, label: str | None, cells: Mapping[int, int]) -> str | None:
    """The label, unless all that says that a quote or a table isn't text is the figure around it, as of an embedded post.

    `cells` are how many cells of tables that are no rows stand right in each element: a few may be a picture and its caption.
    """
    if label != "caption" or block.kind not in _IN_FIGURES or block.marks[-1][1] != "caption":
        return label
    if block.kind == "cell" and (
        cells[block.marks[-1][0]] < _FEWEST_CELLS or sum(mark == "caption" for _, mark in block.marks) > 1
    ):
        return label
    return None


def container(
    blocks: Sequence[Block], labelled: Sequence[str | None], seen: Sequence[Any], within: int | None = None
) -> int:
    """The number of the element that holds the article's text: from the body down, as long as one child has most of it.

    An element that says that it is the text (`articleBody`) is believed if it holds a good part. `within`: only what
    stands in the element of this number is looked at.
    """
    weights: dict[int, int] = defaultdict(int)
    children: dict[int, set[int]] = defaultdict(set)
    for block, label in zip(blocks, labelled, strict=True):
        weight = prose(block) if label is None or label in elements.HINTS else 0
        if weight and (within is None or within in block.path):
            for above, below in zip(block.path, block.path[1:], strict=False):
                children[above].add(below)
            for number in block.path:
                weights[number] += weight
    if not weights:
        return within or 0
    whole = max(weights.values())
    stated = [
        number for number, weight in weights.items() if weight >= _STATED * whole and elements.is_body(seen[number])
    ]
    if stated:
        return max(stated, key=lambda number: (weights[number], number))
    here = within or 0
    while True:
        below = max(children[here], key=lambda number: weights[number], default=-1)
        if below < 0 or weights[below] < _DOMINATES * weights[here] or _is_leaf(seen[below]):
            return here
        here = below


def _is_leaf(element: Any) -> bool:
    return element.tag in ("p", "li", "blockquote", "pre", "td", "dd", "ul", "ol", "tr")


def _most(mark: str, *, headed: bool) -> float:
    """The share of the page's prose that an element of this label has at most; `headed`: it has the page's h1 too."""
    if headed and mark not in ("hidden", "cookies"):  # where copies of the headline stand too
        return _HEADED
    return _ALL if mark in NEVER_TEXT else _MOST_OF_PAGE


Style = tuple[str, str]


def style(block: Block, seen: Sequence[Any]) -> Style:
    """How the block is set: tag and class of its element, and of the one around that; if that has none, of the next too."""
    path = block.path
    outer = _named(seen[path[-2]]) if len(path) > 1 else ""
    if outer.endswith(" ") and len(path) > _LEVELS:
        outer = f"{_named(seen[path[-3]])} {outer}{seen[path[-2]].get('id') or ''}"
    return (_named(seen[path[-1]]) if path else "", outer)


def _named(element: Any) -> str:
    return f"{element.tag} {(element.get('class') or '')[:_LONGEST_CLASS]}"


def styles(blocks: Iterable[Block], seen: Sequence[Any]) -> frozenset[Style]:
    """The ways in which a good part of these paragraphs is set."""
    weights: dict[Style, int] = defaultdict(int)
    for block in blocks:
        weight = prose(block)
        if weight:
            weights[style(block, seen)] += weight
    least = _MAIN_STYLE * sum(weights.values())
    return frozenset(name for name, weight in weights.items() if weight >= least)
