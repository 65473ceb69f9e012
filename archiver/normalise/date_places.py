"""What a date's place on a page says of it: near the headline it is the article's, beside another headline that story's."""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice, pairwise
from typing import Any

import msgspec

from archiver.normalise import author_words, authors, clean, content, date_parser, elements, furniture, other_days
from archiver.normalise.block import Block
from archiver.normalise.draft import DateCandidate
from archiver.normalise.htmlpage import Page

ABOVE = 8
"""Blocks above the headline among which a date may stand."""

FOOT = 14
"""Blocks below the text in which a date may stand."""

LONGEST = 300
"""Code points of a line that may state a date."""

_RIGHT_ABOVE = 2
_HEAD = 40  # blocks from the headline to the text that are read as its heading
_MENU = 4  # links above the headline that are a site's
_MOSTLY_LINKED = 0.5
_LIST = 3  # dates in elements of one kind from which they are a list's
_STEPS = 4  # elements up in which a teaser is looked for
_LINK_WORDS, _BRIEF = 4, 2
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_LINK_LETTERS = 16
_MOST_LINKS = 12
_MOST_PICTURES = 4
_PART_OF_TITLE = 20

_IN = {
    "head": {"label": 8.0, "time": 6.0, "dated": 6.0, "line": 5.0, "loose": 4.0},
    "above": {"label": 7.0, "time": 5.0, "dated": 5.0, "line": 3.9, "loose": 3.0},
    "foot": {"label": 6.0, "time": 4.0, "dated": 4.0, "line": 3.0, "loose": 2.0},
    "lead": {"line": 4.0},
    "page": {"label": 3.0, "time": 2.0, "dated": 2.0, "line": 1.0, "loose": 0.0},
}
"""How much a date is trusted by where it stands and how it is told: behind a label, in a <time>, in an element whose class
says that it is a date, alone in a line, somewhere in one."""

_REFUSED = {
    "related": "beside the headline of another story",
    "comments": "a comment's",
    "footer": "in the page's footer",
    "navigation": "in the site's navigation",
    "caption": "a picture's",
    "advertisement": "in an advertisement",
    "bio": "in a note on an author",
    "newsletter": "in a newsletter's box",
    "cookies": "in a notice on cookies",
    "hidden": "hidden from the reader",
}
_ONLY_NEAR = frozenset({"footer", "navigation", "caption", "advertisement", "bio", "box"})
"""Labels that are believed of dates only where they stand away from headline and text."""

_NOT_IN = {"caption": ("loose",), "box": ("loose", "line")}
"""The kinds of dates of which they are believed near them too."""

_BEGINNING = 3  # blocks of the text among which a box with author and date may stand

_LESS = 0.7
_OFTEN_TRUE = frozenset({"aside", "share", "tags", "paywall", "byline", "standfirst", "hidden"})
_OTHER_DAY = re.compile(
    r"(?:current|todays?|server|local)[-_]?(?:date|time)|event|expir|birth|countdown|weather|deadline", re.IGNORECASE
)
_ENTRY = re.compile(r"(?<![a-z])live-?_?(?:blog)?[-_]{0,2}(?:entry|post|update)(?![a-z])", re.IGNORECASE)
_OF_ENTRY = "an entry's of a live blog"
_POST = re.compile(r"twitter|tweet|instagram|facebook|fb-|tiktok|bluesky|mastodon|telegram|reddit", re.IGNORECASE)
_UNKNOWN_LABEL = re.compile(r"[:：]\s*\Z")
_BEFORE = 60  # code points before a date in which a label is looked for
_LITTLE = 0.3


class Found(msgspec.Struct):
    """A date with what its place says of it."""

    candidate: DateCandidate
    number: int
    zone: str
    kind: str
    element: Any


class Zones:
    """Which part of the page a block belongs to."""

    def __init__(self, page: Page, titles: Iterable[str | None], last: int) -> None:
        self.headline = page.headline
        self.titles = [text for text in map(clean.comparable, filter(None, titles)) if text]
        self.start = page.headline if page.headline is not None else max(0, page.first - ABOVE)
        self.first = _first(page)
        self.last = max(last, self.first)
        paths = [page.blocks[at].path for at in (page.headline, self.first) if at is not None and at < len(page.blocks)]
        self.above = set(paths[0]) if page.headline is not None and paths else set()
        self.own = {page.seen[number] for path in paths for number in path}
        self.depth = len(paths[-1]) if paths else 0
        self.text = paths[-1] if paths else ()

    def of(self, number: int) -> str:
        """`head` between headline and text, `above` the headline, `body`, `foot` below the text, else `page`."""
        if self.start <= number < self.first and number < self.start + _HEAD:
            return "head"
        if self.start - ABOVE <= number < self.start:
            return "above"
        if self.first <= number <= self.last:
            return "body"
        return "foot" if self.last < number <= self.last + FOOT else "page"

    def is_far(self, number: int) -> bool:
        """Whether the block is neither near the headline nor right below the text."""
        return not (self.start - ABOVE <= number < self.first or self.last < number <= self.last + FOOT)

    def is_at_headline(self, item: Found) -> bool:
        """Whether the date stands between headline and text, or right above the headline."""
        return item.zone in ("head", "lead") or self.start - _RIGHT_ABOVE <= item.number < self.start

    def is_outside(self, page: Page, item: Found) -> bool:
        """Whether the date stands above or below the article, in no element with it but one that has the site's menu too."""
        above = self.start if page.headline is not None else self.first
        if above <= item.number <= self.last or not self.text:
            return False
        path = page.blocks[item.number].path
        shared = sum(1 for one, other in zip(path, self.text, strict=False) if one == other)
        holder = path[shared - 1] if shared else 0
        if page.seen[holder].tag == "article":
            return False
        links = 0
        for block in page.blocks[:above]:
            if holder in block.path and block.number != item.number:
                links += len(block.links) if block.linked > _MOSTLY_LINKED else 0
                menu = links >= _MENU or page.labels[block.number] == "navigation"
                if menu and not any(elements.is_crumbs(page.seen[number]) for number in block.path[-3:]):
                    return True
        return False

    def is_title(self, words: str) -> bool:
        """Whether the words are the article's headline, or a good part of it."""
        own = clean.comparable(words)
        return any(
            own == title or (len(own) > _PART_OF_TITLE and (own in title or title in own)) for title in self.titles
        )

    def label(self, page: Page, number: int) -> str | None:
        """The block's label, but for one of an element that holds the headline too."""
        label = page.labels[number]
        marks = [at for at, mark in page.blocks[number].marks if mark == label]
        return None if label and marks and self.above.issuperset(marks) else label

    def is_near(self, block: Block) -> bool:
        """Whether the block stands in an element, a few steps up, that holds the text too, and isn't the whole page."""
        shared = sum(1 for one, other in zip(block.path, self.text, strict=False) if one == other)
        return shared >= max(3, self.depth - _STEPS)


def _first(page: Page) -> int:
    """The number of the text's first block; where what stands above the headline was taken for text, of the first one below."""
    if page.headline is None or page.first > page.headline:
        return page.first
    below = page.blocks[page.headline + 1 : page.headline + _HEAD]
    return next((block.number for block in below if content.prose(block)), page.headline + 1)


def text_of(element: Any) -> str:
    """The words in an element, as far as a line goes."""
    parts, size = [], 0
    for part in element.itertext():
        parts.append(part)
        size += len(part)
        if size > LONGEST:
            break
    return clean.line(" ".join(parts))


def judge(found: list[Found], page: Page, zones: Zones) -> None:
    """Say of each date how far its place is trusted, or whose it is else; a list of dates is known by its elements' kind."""
    kinds: dict[tuple[str, str], set[str]] = defaultdict(set)
    for item in found:
        if not zones.is_at_headline(item) and item.element is not None:
            kinds[elements.dress(item.element)].add(item.candidate.text)
    days_told = {page.blocks[number].text for number in page.days}
    entries = _entries(found)
    for item in found:
        trust = _IN.get(item.zone, _IN["page"])[item.kind]
        reason, share = _of_else(item, page, zones) or _elsewhere(item, page, zones)
        listed = not zones.is_at_headline(item) and item.element is not None
        if reason is None and listed and len(kinds[elements.dress(item.element)]) >= _LIST:
            reason = "one of a list of dates"
        if days_told and (
            item.number in page.days or (item.element is not None and text_of(item.element) in days_told)
        ):
            reason = "the day of a part of the text"
        if item.element in entries:
            reason = _OF_ENTRY
        outside = reason is None and item.kind != "label" and zones.is_outside(page, item)
        item.candidate = msgspec.structs.replace(item.candidate, trust=trust * share, refused=reason, outside=outside)
    loose = [
        item
        for item in found
        if item.zone in ("page", "body") and item.candidate.refused is None and item.kind in ("line", "dated", "time")
    ]
    days = {date.at[:10] for item in loose if (date := date_parser.parse(item.candidate.text, language=page.language))}
    for item in loose if len(days) > 1 else ():
        item.candidate = msgspec.structs.replace(item.candidate, refused="one of several dates on the page")


def _entries(found: Iterable[Found]) -> set[Any]:
    """The <time> elements above the entries of a live blog: set alike, from above the text on, each older than the one before."""
    alike: dict[tuple[tuple[str, str], ...], list[Found]] = defaultdict(list)
    for item in found:
        if item.kind == "time" and item.zone in ("head", "body"):
            above = [item.element, *islice(item.element.iterancestors(), 2)]
            alike[tuple(map(elements.dress, above))].append(item)
    return {
        item.element
        for items in alike.values()
        if len(items) >= _LIST and items[0].zone == "head" != items[1].zone
        for item in items
        if all(later.candidate.text > earlier.candidate.text for later, earlier in pairwise(items))
    }


def _of_else(item: Found, page: Page, zones: Zones) -> tuple[str | None, float] | None:
    """The same as of `_elsewhere`, where the words around a date tell of what else it is, or may; None where they don't."""
    text = page.blocks[item.number].text
    bare = item.kind in ("line", "loose")
    whole = len(text) == len(item.candidate.text)  # as most are: nothing stands around them
    reason = None if whole else other_days.of(text, item.candidate.text, bare=bare)
    if reason is None and item.kind != "label":
        reason = _within_another(page, item)
    if reason:
        return reason, 1
    if not whole and other_days.is_original(text, item.candidate.text):
        return None, _LITTLE
    term = _term(item.element) if bare else ""
    if term and (reason := other_days.of(f"{term} {text}", item.candidate.text, bare=True)):
        return reason, 1
    if bare and item.element is not None and _tells_picture(item, page, zones, text):
        return _REFUSED["caption"], 1
    if not (bare and item.zone in ("head", "lead", "foot")):
        return None
    unknown = _UNKNOWN_LABEL.search(text[: max(0, text.find(item.candidate.text))][-_BEFORE:])
    reason = "behind words that aren't known as a label" if item.zone == "foot" else None
    return (reason, _LITTLE) if unknown else None


def _term(element: Any) -> str:
    """What a definition list or a table's row calls what stands in the element."""
    cell = element if element is not None and element.tag in ("dd", "td") else None
    before = cell.getprevious() if cell is not None else None
    return text_of(before) if before is not None and before.tag in ("dt", "th", "td") else ""


def _tells_picture(item: Found, page: Page, zones: Zones, text: str) -> bool:
    """Whether the line tells what a picture in or beside it shows: it is called so, or has words that are nobody's name."""
    parent = item.element.getparent()
    pictures = parent.iter("img") if parent is not None else ()
    if any(
        text in (clean.line(picture.get("alt") or ""), clean.line(picture.get("title") or ""))
        for _, picture in zip(range(_MOST_PICTURES), pictures, strict=False)
    ):
        return True
    rest = text.replace(item.candidate.text, " ").strip(" ,.;:|·•–—-()،")
    captioned = zones.label(page, item.number) == "caption"
    if not (captioned or (item.zone == "head" and _has_small_words(rest))) or not any(map(str.isalpha, rest)):
        return False
    if author_words.BY.match(rest) or any(map(authors.looks_like_name, authors.parse(rest))):
        return False
    return captioned or (item.element.tag == "p" and item.element.find("img") is not None)


def _has_small_words(words: str) -> bool:
    """Whether words are more than names: several, one of them without a capital."""
    return " " in words and any(word[0].islower() for word in words.split())


def _elsewhere(item: Found, page: Page, zones: Zones) -> tuple[str | None, float]:
    """Why a date isn't the article's, by what its place says (None if it may be), and how much less it is trusted there."""
    label = zones.label(page, item.number)
    names = f"{item.element.get('class') or ''} {item.element.get('id') or ''}" if item.element is not None else ""
    if item.kind != "label" and _OTHER_DAY.search(names):
        return "another day than the publication's, by its element", 1
    near = item.zone in ("head", "above", "lead") or (item.zone == "foot" and zones.is_near(page.blocks[item.number]))
    near = near or (label == "bio" and 0 <= item.number - zones.first <= _BEGINNING)
    if label in _ONLY_NEAR and near and item.kind not in _NOT_IN.get(label, ()):
        labelled = item.kind == "label" and item.zone == "foot"
        return (_REFUSED["related"] if not labelled and _is_teaser(item, zones) else None), _LESS
    if label == "related" and (zones.is_at_headline(item) or item.kind == "label"):
        return (_REFUSED["related"] if _is_teaser(item, zones) else None), _LESS
    if label and label not in _OFTEN_TRUE:
        return _REFUSED.get(label, f"in what is labelled {label}"), 1
    if item.zone in ("head", "lead") or item.kind == "label":
        return None, 1
    return (_REFUSED["related"] if _is_teaser(item, zones) else None), 1


def _within_another(page: Page, item: Found) -> str | None:
    """Why a date is that of what it stands in: a quoted post, an entry of a live blog."""
    for above in page.blocks[item.number].path[-_STEPS:]:
        element = page.seen[above]
        names = element.get("class") or ""
        if element.tag == "blockquote" and _POST.search(names):
            return "of a post that is quoted"
        if names and _ENTRY.search(names):
            return _OF_ENTRY
    return None


def _is_teaser(item: Found, zones: Zones) -> bool:
    """Whether a heading or a long link stands with the date in an element that doesn't hold the article's headline or text.

    In an <aside> of its own a link needs not be long, but a person's.
    """
    element, others = item.element, False
    for _ in range(_STEPS):
        if element is None or element.tag in ("body", "main", "html") or element in zones.own:
            return False
        others = others or (element.tag == "a" and _is_long(text_of(element).replace(item.candidate.text, "")))
        for _, link in zip(range(_MOST_LINKS), element.iter("a", "h1", "h2", "h3", "h4", "h5"), strict=False):
            words = text_of(link)
            if zones.is_title(words):
                return False
            words = words.replace(item.candidate.text, "")
            brief = element.tag == "aside" and link.tag == "a" and _is_brief(words)
            others = others or ((brief or _is_long(words)) and link.get("rel") != "author")
        if others:
            return True
        element = element.getparent()
    return False


def _is_long(words: str) -> bool:
    """Whether a link's words are a story's headline: several, or what fills as much in a script without spaces."""
    several = sum(any(map(str.isalnum, word)) for word in words.split()) >= _LINK_WORDS
    long = several or (not words.isascii() and len(_UNSPACED.findall(words)) >= _LINK_LETTERS)
    return long and furniture.kind(words) != "share"


def _is_brief(words: str) -> bool:
    """Whether a link's words may be a brief headline: neither a name nor a button."""
    return len(words.split()) >= _BRIEF and not authors.looks_like_name(words) and not furniture.kind(words)
