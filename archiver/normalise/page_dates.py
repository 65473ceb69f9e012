"""The dates that a reader sees on a page: each with where it stands, for a sidebar's date or a comment's isn't the article's."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

import msgspec

from archiver.normalise import clean, content, date_labels, date_parser, elements, heading
from archiver.normalise.draft import DateCandidate
from archiver.normalise.htmlpage import Page
from archiver.normalise.tree import Block

_ABOVE = 8  # blocks above the headline among which a date may stand
_RIGHT_ABOVE = 2
_HEAD = 40  # blocks from the headline to the text that are read as its heading
_FOOT = 14  # blocks below the text in which a date may stand
_MOST = 400  # elements that are looked at
_MOST_KEPT = 8  # refused dates that are kept as evidence
_LONGEST = 300  # code points of a line
_PART_OF_TITLE = 20
_SHORT = 30  # code points of a line that may say "yesterday"
_LONGEST_VALUE = 120
_LIST = 3  # dates in elements of one kind from which they are a list's
_STEPS = 4  # elements up in which a teaser is looked for
_LINK_WORDS = 4
_LONGEST_NAMES = 400  # code points of an element's classes
_MOST_LINKS = 12

_IN = {
    "head": {"label": 8.0, "time": 6.0, "dated": 6.0, "line": 5.0, "loose": 4.0},
    "above": {"label": 7.0, "time": 5.0, "dated": 5.0, "line": 3.9, "loose": 3.0},
    "foot": {"label": 6.0, "time": 4.0, "dated": 4.0, "line": 3.0, "loose": 2.0},
    "lead": {"line": 4.0},
    "page": {"label": 3.0, "time": 2.0, "dated": 2.0, "line": 1.0, "loose": 0.0},
}
"""How much a date is trusted by where it stands and how it is told: behind a label, in a <time>, in an element whose class
says that it is a date, alone in a line, somewhere in one."""

_IN_TEXT = {True: 5.0, False: 2.0}
"""The same of a date in a line among the text's paragraphs, with a label or without."""

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
_ONLY_NEAR = frozenset({"footer", "navigation", "caption", "advertisement", "bio"})
"""Labels that are believed of dates only where they stand away from headline and text."""

_LESS = 0.7
_OFTEN_TRUE = frozenset({"aside", "share", "tags", "paywall", "byline", "standfirst", "hidden"})
_AROUND = 3  # elements around a block whose class is looked at
_MOST_INNER = 60  # elements in one
_NAMED = re.compile(
    r"(?<![a-z])(?:(?:pub|post|entry|create|article|news|story|full|real|display|issue|up)?(?:date|time)(?:s|time|line|stamp|d)?|"
    r"(?:last)?(?:published|updated|modified|posted|created)(?:at|on|date)?|publi(?:sh|cation)(?:date|time|ed)?|datum|fecha|datetext)(?![a-z])",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_MODIFIED = re.compile(
    r"modif|updat|aktualisi|geändert|mise? à jour|actualiz|atualiz|aggiorn|bijgewerkt|uppdater|обновл|تحديث|اپ ڈیٹ|revis|lastmod|changed",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"publi|pubdate|created|posted|entry-?date|issue", re.IGNORECASE)
_OTHER_DAY = re.compile(
    r"(?:current|todays?|server|local)[-_]?(?:date|time)|event|expir|birth|countdown|weather|deadline", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_FIGURES = re.compile(r"\d{4}")
_SOMETHING = re.compile(r"\d|^.{4,30}$")
_SHORT_YEAR = re.compile(r"(?<![\d.])\d{1,2}\.\s?\d{1,2}\.\s?\d\d(?![\d.])")
_YEAR = re.compile(r"(?<!\d)20[0-4]\d(?!\d)")
_LONGEST_LABEL = 40


class _Found(msgspec.Struct):
    """A date with what its place says of it."""

    candidate: DateCandidate
    number: int
    zone: str
    kind: str
    element: Any


def find(page: Page, titles: Iterable[str | None], last: int) -> list[DateCandidate]:
    """All dates that stand on the page as such; `titles` are its headlines, `last` the number of the text's last block.

    Those that are another story's, a comment's or the site's are there too, refused, with the reason.
    """
    zones = _Zones(page, titles, last)
    found = [*_in_elements(page, zones), *_in_blocks(page, zones)]
    _refuse_lists(found, page, zones)
    return [*_kept(found), *_witnesses(page)]


def _witnesses(page: Page) -> Iterator[DateCandidate]:
    """The last year of this century that the page names: no date, but it tells what a year of two digits means."""
    years = [
        max(_YEAR.findall(text))
        for block in page.blocks
        if "20" in (text := block.text[:_LONGEST]) and _YEAR.search(text)
    ]
    if years:
        yield DateCandidate(role="witness", source="line", text=max(years))


def in_text(dates: Sequence[DateCandidate]) -> list[DateCandidate]:
    """The dates of lines among the paragraphs, which are seldom the article's own."""
    return [msgspec.structs.replace(date, trust=_IN_TEXT[date.source == "label"]) for date in dates]


class _Zones:
    """Which part of the page a block belongs to."""

    def __init__(self, page: Page, titles: Iterable[str | None], last: int) -> None:
        self.headline = page.headline
        self.titles = [text for text in map(clean.comparable, filter(None, titles)) if text]
        self.start = page.headline if page.headline is not None else max(0, page.first - _ABOVE)
        self.first = page.first
        self.last = max(last, page.first)
        paths = [page.blocks[at].path for at in (page.headline, page.first) if at is not None and at < len(page.blocks)]
        self.above = set(paths[0]) if page.headline is not None and paths else set()
        self.own = {page.seen[number] for path in paths for number in path}
        self.depth = len(paths[-1]) if paths else 0
        self.text = paths[-1] if paths else ()

    def of(self, number: int) -> str:
        """`head` between headline and text, `above` the headline, `body`, `foot` below the text, else `page`."""
        if self.start <= number < self.first and number < self.start + _HEAD:
            return "head"
        if self.start - _ABOVE <= number < self.start:
            return "above"
        if self.first <= number <= self.last:
            return "body"
        return "foot" if self.last < number <= self.last + _FOOT else "page"

    def is_far(self, number: int) -> bool:
        """Whether the block is neither near the headline nor right below the text."""
        return not (self.start - _ABOVE <= number < self.first or self.last < number <= self.last + _FOOT)

    def is_at_headline(self, item: _Found) -> bool:
        """Whether the date stands between headline and text, or right above the headline."""
        return item.zone in ("head", "lead") or self.start - _RIGHT_ABOVE <= item.number < self.start

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


def _in_elements(page: Page, zones: _Zones) -> Iterator[_Found]:
    """The dates in <time> elements, and near headline and text in those that say in their class that they are dates."""
    if not page.seen:
        return
    owners = _owners(page)
    for element in islice(page.seen[0].iter("time"), _MOST):
        number = _nearest(element, owners)
        if number is not None:
            yield from _of_element(page, zones, element, number)
    looked: set[Any] = set()
    for block in page.blocks[max(0, zones.start - _ABOVE) : zones.last + _FOOT + 1]:
        if block.path and zones.of(block.number) != "body":
            for element in _dated(page, block, looked):
                yield from _of_element(page, zones, element, owners.get(element, block.number))


def _dated(page: Page, block: Block, looked: set[Any]) -> Iterator[Any]:
    """The elements in and right around a block that say in their class or id that they are dates; each is looked at once."""
    for above in block.path[: -_AROUND - 1 : -1]:
        element = page.seen[above]
        if element in looked:
            break
        looked.add(element)
        if _says_date(element):
            yield element
    inner = page.seen[block.path[-1]]
    if len(block.text) <= _LONGEST and len(inner):
        for element in islice(inner.iterdescendants(), _MOST_INNER):
            if element.tag != "time" and element not in looked and element.tag not in elements.SKIPPED:
                looked.add(element)
                if _says_date(element):
                    yield element


def _says_date(element: Any) -> bool:
    names, identifier = element.get("class"), element.get("id")
    return bool((names and _is_date(names[:_LONGEST_NAMES])) or (identifier and _is_date(identifier[:_LONGEST_NAMES])))


@lru_cache(maxsize=4096)
def _is_date(names: str) -> bool:
    return bool(_NAMED.search(_CAMEL.sub("-", names)))


def _owners(page: Page) -> dict[Any, int]:
    """The number of the first block in each block-level element, by the element."""
    owners: dict[Any, int] = {}
    for block in page.blocks:
        for above in block.path[:0:-1]:
            element = page.seen[above]
            if element in owners:
                break
            owners[element] = block.number
    return owners


def _nearest(element: Any, owners: dict[Any, int]) -> int | None:
    """The number of the block that the element begins in, or holds first."""
    for _ in range(12):
        if element is None:
            return None
        number = owners.get(element)
        if number is not None:
            return number
        element = element.getparent()
    return None


def _of_element(page: Page, zones: _Zones, element: Any, number: int) -> Iterator[_Found]:
    text = _text(element)
    said = f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('id') or ''}"[:400]
    before = _before(element)
    zone = zones.of(number)
    changed = bool(_MODIFIED.search(said) or (_MODIFIED.search(before) and not _PUBLISHED.search(said)))
    value = element.get("datetime") or (element.get("content") if element.tag != "meta" else None) or ""
    value = clean.line(value[:_LONGEST_VALUE])
    if value and _DIGIT.search(value):
        role = "modified" if changed or _MODIFIED.search(text) else "published"
        yield _Found(DateCandidate(role=role, source="time", text=value), number, zone, "time", element)
    if not text or len(text) > _LONGEST or (len(text) > _SHORT and not _DIGIT.search(text)):
        return
    stated = heading.stated_dates(text, page.language) or heading.loose_dates(text, page.language)
    for date in stated:
        role = "modified" if date.label is None and changed else date.role
        kind = "label" if date.label else "dated"
        yield _Found(DateCandidate(role=role, source=date.source, text=date.text), number, zone, kind, element)
    short = _SHORT_YEAR.search(text) if not stated and len(text) < _LONGEST_LABEL else None
    if short:
        yield _Found(DateCandidate(role="published", source="line", text=short.group()), number, zone, "dated", element)
    elif not stated and not value and zone in ("head", "above", "foot"):
        for doubtful in heading.doubtful_dates(text, page.language, dated=True):
            role = "modified" if changed and doubtful.source == "line" else doubtful.role
            candidate = msgspec.structs.replace(doubtful, role=role)
            yield _Found(candidate, number, zone, "label" if doubtful.source == "label" else "dated", element)


def _text(element: Any) -> str:
    parts, size = [], 0
    for part in element.itertext():
        parts.append(part)
        size += len(part)
        if size > _LONGEST:
            break
    return clean.line(" ".join(parts))


def _before(element: Any) -> str:
    """The words just before an element, in its own line."""
    previous = element.getprevious()
    parent = element.getparent()
    text = (previous.tail if previous is not None else parent.text if parent is not None else None) or ""
    if (
        not text.strip()
        and previous is not None
        and previous.tag in ("span", "b", "strong", "em", "i", "label", "dt", "small")
    ):
        text = _text(previous)
    return text[-40:]


def _in_blocks(page: Page, zones: _Zones) -> Iterator[_Found]:
    """The dates in lines: labelled ones anywhere, others where an article's date may stand."""
    before = ""
    for block in page.blocks:
        text, before = before, block.text
        if block.number == page.first:
            yield from _in_lead(page, block)
        if len(block.text) > _LONGEST:
            if zones.last - 1 <= block.number <= zones.last + _FOOT and len(block.text) < 2 * _LONGEST:
                yield from _in_note(page, block)
        elif block.number == zones.headline:
            yield from _in_headline(page, zones, block)
        elif (_FIGURES if zones.is_far(block.number) else _SOMETHING).search(block.text):
            yield from _of_block(page, zones, block, text)


def _in_headline(page: Page, zones: _Zones, block: Block) -> Iterator[_Found]:
    """The date that stands in the headline's element, in an element of its own."""
    for piece in block.pieces if _DIGIT.search(block.text) else ():
        if not zones.is_title(piece):
            for date in heading.stated_dates(piece, page.language) or heading.loose_dates(piece, page.language):
                yield _Found(
                    DateCandidate(role=date.role, source=date.source, text=date.text),
                    block.number,
                    "head",
                    "line",
                    None,
                )


def _in_note(page: Page, block: Block) -> Iterator[_Found]:
    """The date in a long line below the text that says when it was published: "This was posted on 3 May 2024 and filed …"."""
    words = block.text[:_LONGEST]
    if date_labels.FOUR_DIGITS.search(words) and date_labels.has_label(words):
        for date in heading.loose_dates(words, page.language):
            element = page.seen[block.path[-1]] if block.path else None
            yield _Found(
                DateCandidate(role=date.role, source="line", text=date.text), block.number, "foot", "line", element
            )


def _in_lead(page: Page, block: Block) -> Iterator[_Found]:
    """The date that the text begins with: "(3.4.2025) The wall …"."""
    for date in heading.leading_dates(block.text, page.language):
        yield _Found(DateCandidate(role="published", source="line", text=date.text), block.number, "lead", "line", None)


def _of_block(page: Page, zones: _Zones, block: Block, before: str) -> Iterator[_Found]:
    number, zone = block.number, zones.of(block.number)
    if zone in ("body", "page") and content.prose(block):
        return
    element = page.seen[block.path[-1]] if block.path else None
    near = zone in ("head", "above", "foot")
    stated: Sequence[date_labels.LabelledDate] = ()
    for part in dict.fromkeys((block.text, *(block.pieces if near else ()))):
        stated = heading.stated_dates(part, page.language)
        if stated:
            break
    role = date_labels.label_alone(before) if stated and len(before) <= _LONGEST_LABEL else None
    for date in stated:
        kind = "label" if date.label or role else "line"
        candidate = DateCandidate(role=role or date.role, source="label" if role else date.source, text=date.text)
        yield _Found(candidate, number, zone, kind, element)
    if stated or not near:
        return
    told = not content.prose(block) or date_labels.has_label(block.text)
    loose = heading.loose_dates(block.text, page.language) if told else ()
    for date in loose:
        yield _Found(DateCandidate(role=date.role, source="line", text=date.text), number, zone, "loose", element)
    if not loose:
        yield from _doubtful(page, block, zone, element)
    if zone != "foot" and number < page.first and content.prose(block):
        yield from _in_lead(page, block)


def _doubtful(page: Page, block: Block, zone: str, element: Any) -> Iterator[_Found]:
    """The dates that a block states and that can't be read as a day, by a label or because its element is a date's."""
    around = [page.seen[above] for above in block.path[-2:]]
    dated = any(elements.is_date(above) for above in around)
    changed = any(_MODIFIED.search(above.get("class") or "") for above in around)
    short = None if dated or content.prose(block) else _SHORT_YEAR.search(block.text)
    if short:
        yield _Found(
            DateCandidate(role="published", source="line", text=short.group()), block.number, zone, "loose", element
        )
        return
    for date in heading.doubtful_dates(block.text, page.language, dated=dated):
        role = "modified" if changed and date.source == "line" else date.role
        kind = "label" if date.source == "label" else "dated"
        yield _Found(msgspec.structs.replace(date, role=role), block.number, zone, kind, element)


def _refuse_lists(found: list[_Found], page: Page, zones: _Zones) -> None:
    """Say of each date how far its place is trusted, or whose it is else; a list of dates is known by its elements' kind."""
    kinds: dict[tuple[str, str], set[str]] = defaultdict(set)
    for item in found:
        if not zones.is_at_headline(item) and item.element is not None:
            kinds[_kind(item.element)].add(item.candidate.text)
    for item in found:
        trust = _IN.get(item.zone, _IN["page"])[item.kind]
        reason, share = _elsewhere(item, page, zones)
        listed = not zones.is_at_headline(item) and item.element is not None
        if reason is None and listed and len(kinds[_kind(item.element)]) >= _LIST:
            reason = "one of a list of dates"
        item.candidate = msgspec.structs.replace(item.candidate, trust=trust * share, refused=reason)
    loose = [
        item
        for item in found
        if item.zone in ("page", "body") and item.candidate.refused is None and item.kind in ("line", "dated", "time")
    ]
    days = {date.at[:10] for item in loose if (date := date_parser.parse(item.candidate.text, language=page.language))}
    for item in loose if len(days) > 1 else ():
        item.candidate = msgspec.structs.replace(item.candidate, refused="one of several dates on the page")


def _kind(element: Any) -> tuple[str, str]:
    return element.tag, element.get("class") or ""


def _elsewhere(item: _Found, page: Page, zones: _Zones) -> tuple[str | None, float]:
    """Why a date isn't the article's, by what its place says (None if it may be), and how much less it is trusted there."""
    label = zones.label(page, item.number)
    names = f"{item.element.get('class') or ''} {item.element.get('id') or ''}" if item.element is not None else ""
    if item.kind != "label" and _OTHER_DAY.search(names):
        return "another day than the publication's, by its element", 1
    near = item.zone in ("head", "above", "lead") or (item.zone == "foot" and zones.is_near(page.blocks[item.number]))
    if label in _ONLY_NEAR and near and not (label == "caption" and item.kind == "loose"):
        return (_REFUSED["related"] if _is_teaser(item, zones) else None), _LESS
    if label == "related" and (item.zone == "head" or item.kind == "label"):
        return (_REFUSED["related"] if _is_teaser(item, zones) else None), _LESS
    if label and label not in _OFTEN_TRUE:
        return _REFUSED.get(label, f"in what is labelled {label}"), 1
    if item.zone in ("head", "lead") or item.kind == "label":
        return None, 1
    return (_REFUSED["related"] if _is_teaser(item, zones) else None), 1


def _is_teaser(item: _Found, zones: _Zones) -> bool:
    """Whether a heading or a long link stands with the date in an element that doesn't hold the article's headline or text."""
    element = item.element
    for _ in range(_STEPS):
        if element is None or element.tag in ("body", "main", "html") or element in zones.own:
            return False
        others = element.tag == "a" and len(_text(element).replace(item.candidate.text, "").split()) >= _LINK_WORDS
        for _, link in zip(range(_MOST_LINKS), element.iter("a", "h1", "h2", "h3", "h4", "h5"), strict=False):
            words = _text(link)
            if zones.is_title(words):
                return False
            words = words.replace(item.candidate.text, "")
            others = others or (len(words.split()) >= _LINK_WORDS and link.get("rel") != "author")
        if others:
            return True
        element = element.getparent()
    return False


def _kept(found: Sequence[_Found]) -> list[DateCandidate]:
    """One candidate for each date in its words, where it is trusted most; of those refused only the first."""
    best: dict[tuple[str, str, str], DateCandidate] = {}
    for item in found:
        candidate = item.candidate
        key = (candidate.role, candidate.source, candidate.text)
        other = best.get(key)
        if other is None or _worth(candidate) > _worth(other):
            best[key] = candidate
    refused = 0
    kept = []
    for candidate in best.values():
        refused += candidate.refused is not None
        if candidate.refused is None or refused <= _MOST_KEPT:
            kept.append(candidate)
    return kept


def _worth(candidate: DateCandidate) -> tuple[bool, float]:
    return candidate.refused is None, candidate.trust or 0.0
