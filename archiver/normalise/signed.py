"""Who signed the page: elements, links and lines around the headline and below the text that name its author."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

from archiver.normalise import author_words as words
from archiver.normalise import authors, clean, content, elements, likeness, other_hands, sightings
from archiver.normalise.authorship import Claim, Shown
from archiver.normalise.htmlhead import Head
from archiver.normalise.htmlpage import Page

_MARK = re.compile(
    r"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z]))(?i:authors?(?!i[stz])|by-?_?lines?(?![a-z])|autor(?!i[tz]|ep|el)|auteur|autore(?![a-z])"
    r"|verfasser|redakteur|writers?(?![a-z])|posted-?by|contributors?(?![a-z])|username(?![a-z])|vcard|documentby)"
)
# A part of each of these marks: most classes have none.
_MAY_MARK = re.compile(
    "[uU]t|UT|[bB]y|BY|[rR]fass|RFASS|[dD]akteur|DAKTEUR|[rR]iter|RITER|[tT]ribut|TRIBUT|[rR][nN]ame|RNAME|[cC]ard|CARD|Vcard"
)
_LINK = re.compile(
    r"[/?](?:(?P<plain>authors?|autor(?:en|es|i|e)?|auteurs?|journalists?|reporters?|contributors?|columnists?|writers?|redactor(?:es)?"
    r"|yazar(?:lar)?|skribent(?:er)?|penulis)|profiles?|profil|people|person|staff|redaktion|redaktor|team|firmas?|members?)[/=_-]\w",
    re.IGNORECASE,
)
_NOT_NAMES = re.compile(r"comment|avatar|image|img|photo|form\b|related|teaser|title|date|time", re.IGNORECASE)
# What someone is or does, beside the name.
_ROLE = re.compile(
    r"(?<![a-z])(?:role|job|occupation|designation|credentials?|affiliation|expertise|description|position(?!-(?:abs|rel|sta|fix|sti)))(?![a-z])",
    re.IGNORECASE,
)
_DOUBTFUL = re.compile(r"social|follow|share", re.IGNORECASE)
_OPEN = frozenset({None, "byline", "standfirst", "tags", "bio"})
_HALF_OPEN = frozenset(
    {"share", "footer", "aside", "caption", "related", "navigation"}
)  # between headline and text, for what is plain
_UNMARKED = frozenset({None, "byline", "bio"})
_MAY_SIGN = _HALF_OPEN | _UNMARKED | {"standfirst"}
_POSTED = frozenset({None, "byline", "footer"})
_LINKED = 0.5  # share of links from which a line is a tag or another story
_ABOVE = 10  # blocks above the headline
_RIGHT_ABOVE = 2  # the same, in which a line with a date names who wrote it
_WITHIN = 3  # blocks from the first of the text among which a byline may stand
_BELOW = 12  # blocks below the text
_MOST = 400  # elements that are looked at
_MOST_INLINE = 60  # of a block
_MOST_PIECES = 30
_LONGEST = 160  # code points of an element that is nothing but names
_LONGEST_SIGNATURE = 90
_CREDIT = re.compile(r"[^\W\d_][^:.!?]{2,24}:\s\S")  # "Director: Ida Quist"
_LONGEST_DESK = 40
_FILING = ("记者", "記者", "通讯员", "기자", "특파원", "통신원")
_LISTED = str.maketrans({" ": "、", "·": "、", ",": "、"})
_LONGEST_LABEL = 20
_END = 4  # blocks from the text's last in which someone may sign or be introduced
_REMEMBERED = 16_384
_FULL = (2, 3)  # words of a full name
_LEVELS = 4  # elements around a block that are looked at


def shown(page: Page, head: Head, last: int) -> Shown:
    """What the page shows of its authors; `last` is the number of the text's last block."""
    start = min([page.first, *head.used, *([page.headline] if page.headline is not None else [])])
    top = page.headline if page.headline is not None else start
    behind = min(len(page.blocks), max(page.first, 0) + _WITHIN + 1)
    claims = (
        *_elements(page, range(top, behind)),
        *_lines(page, head, range(max(0, top - _RIGHT_ABOVE), page.first)),
        *_filed(page),
    )
    if not any(claim.source in ("link", "mark") for claim in claims):
        claims += tuple(_elements(page, range(max(0, start - _ABOVE), top)))
    return Shown(
        other_hands.without(claims, page.blocks[max(0, top - _RIGHT_ABOVE) : behind]),
        lambda: (*_posted(page, range(top, behind)), *_below(page, behind, last)),
        sightings.finder(page, _is_persons, _is_authors),
    )


def _below(page: Page, start: int, last: int) -> tuple[Claim, ...]:
    """The claims within and below the text."""
    end = min(len(page.blocks), last + _BELOW)
    elsewhere = next((number for number in range(last + 1, end) if _is_elsewhere(page, number)), end)
    own = [
        number
        for number in range(page.first, end)
        if number < elsewhere or page.labels[number] == "bio" or words.WRITTEN_BY.match(page.blocks[number].text)
    ]
    claims = (
        *_elements(page, [number for number in own if number >= start], near=True),
        *_signatures(page, own, last),
        *_posted(
            page,
            [number for number in range(last + 1, end) if number < elsewhere or page.labels[number] == "footer"],
        ),
    )
    return other_hands.without(claims, [page.blocks[number] for number in own if number >= last])


def _is_elsewhere(page: Page, number: int) -> bool:
    """Whether a block below the text begins something else: other stories, comments, or what has a heading of its own."""
    return page.labels[number] in ("related", "comments") or (
        page.labels[number] is None and page.blocks[number].kind == "heading"
    )


def _posted(page: Page, numbers: Sequence[int]) -> Iterator[Claim]:
    """What the first line of an entry's day, hour or categories says of who put it there."""
    for number in numbers:
        text = page.blocks[number].text
        if (
            len(text) <= _LONGEST
            and any(map(str.isdigit, text))
            and page.labels[number] in _POSTED
            and page.blocks[number].kind != "quote"
            and (names := authors.posted(text))
        ):
            yield Claim("byline", names)
            break


def _lines(page: Page, head: Head, numbers: range) -> Iterator[Claim]:
    lines = [authors.parse_line([line]) for line in head.bylines if not words.PICTURE.search(line)]
    dated = [line for line in head.bylines if _is_dated(line)]
    for block in (page.blocks[number] for number in numbers if page.labels[number] in _MAY_SIGN):
        above = page.headline is not None and block.number < page.headline
        if len(block.text) <= _LONGEST and (not above or _is_dated(block.text)):
            pieces = block.pieces
            before = page.blocks[block.number - 1].text if block.number else ""
            if len(before) <= _LONGEST_LABEL and words.ALONE.fullmatch(before):
                lines.append(authors.Line(_sure([f"{before.rstrip(': ')}:", *pieces])))
                continue
            if pieces and pieces[0][0].isdigit():
                pieces = [words.LEADING_FIGURES.sub("", pieces[0]), *pieces[1:]]
            if pieces and authors.is_marked(pieces[0]) and not words.STOCK.search(block.text):
                sure = _sure(pieces)
                if page.labels[block.number] == "standfirst":
                    sure = tuple(name for name in sure if likeness.of(name) == likeness.SURELY)
                lines.append(authors.Line(sure))
            elif _is_dated(block.text):
                dated += [] if above else [block.text]
                lines.append(authors.Line(beside=authors.parse_line([block.text]).beside))
    for source, names in (
        ("byline", [name for line in lines for name in line.marked]),
        ("line", [name for line in lines for name in line.beside] or _likely(dated, page)),
    ):
        if names:
            every = tuple(dict.fromkeys(names))
            yield Claim(source, every, source == "byline" and any(line.marked == every for line in lines))


def _filed(page: Page) -> Iterator[Claim]:
    """The reporters that an East Asian report names behind its dateline: "新华社北京3月5日电（记者王小明）……", "(서울=연합뉴스) 홍길동 기자 = …"."""
    for block in page.blocks[page.first : page.first + 2]:  # a line of the house's own may stand above
        lead = block.text[:_LONGEST]
        found = words.FILED.search(lead) if any(word in lead for word in _FILING) else None
        names = authors.parse((found["names"] or found["korean"]).translate(_LISTED)) if found else ()
        if names:
            yield Claim("byline", names)
            break


def _is_dated(line: str) -> bool:
    """Whether a short line has a day, and none of a life."""
    return len(line) <= _LONGEST_SIGNATURE and bool(words.DATED.search(line)) and not words.LIVED.search(line)


def _likely(dated: Sequence[str], page: Page) -> list[str]:
    """The one name, though no given name that is known is in it, that stands in a line with nothing but a date."""
    title = page.blocks[page.headline].text if page.headline is not None else ""
    for line in dated:
        found = authors.parse(line)
        if len(found) == 1 and len(found[0].split()) in _FULL and likeness.of(found[0]) and found[0] not in title:
            return [name for name in found if authors.looks_like_name(name)]
    return []


def _signatures(page: Page, numbers: Sequence[int], last: int) -> Iterator[Claim]:
    """What the lines within and below the text say of who wrote it: "Written by …", a name alone, in brackets, introduced."""
    marked: dict[str, None] = {}
    for number in numbers:
        block = page.blocks[number]
        if (
            page.labels[number] not in _OPEN
            or block.kind == "quote"
            or len(block.text) > _LONGEST_SIGNATURE
            or not authors.is_marked(block.text)
            or (number + 1 < last and all(_is_listed(page, number + apart, _CREDIT) for apart in (-1, 1)))
        ):
            continue
        marked.update(dict.fromkeys(_sure(block.pieces)))
    if marked:
        yield Claim("byline", tuple(marked))
    for number in (number for number in numbers if last <= number < last + _END):
        block = page.blocks[number]
        if len(block.text) <= _LONGEST_DESK and words.CONTACT.search(block.text):
            break
        if all(_is_listed(page, number - apart) for apart in (0, 1, 2)):  # the last name of a list
            break
        if page.labels[number] in _UNMARKED and block.linked < _LINKED and (found := _at_the_end(block.text)):
            yield Claim("line", found)
            break


def _is_listed(page: Page, number: int, form: re.Pattern[str] | None = None) -> bool:
    """Whether a block is a line of a list: nothing but a name, or of this form."""
    text = page.blocks[number].text if 0 <= number < len(page.blocks) else ""
    if not 0 < len(text) <= _LONGEST_SIGNATURE:
        return False
    return bool(form.match(text)) if form else authors.looks_like_name(text)


def _sure(pieces: Sequence[str]) -> tuple[str, ...]:
    """The names in a line that begins with "By", where nothing else says that it is a byline: "By" begins many lines.

    Behind words that are plain enough ("Written by", "Author:") any name will do.
    """
    named = authors.parse_line(pieces).marked
    if not any(likeness.of(name) == likeness.SURELY for name in named):  # a title may have an element of its own
        named = authors.parse_line([" ".join(pieces)]).marked
    if words.WRITTEN_BY.match(pieces[0]):
        return named
    sure = [name for name in named if likeness.of(name) == likeness.SURELY]
    # Beside one that is surely a name, what may be one is: "By Ida Quist and Per Lund".
    return tuple(
        name for name in named if name in sure or (sure and likeness.of(name)) or likeness.has_no_capitals(name)
    )


def _at_the_end(text: str) -> tuple[str, ...]:
    """The names that a block at the end of the text is, ends in or introduces."""
    brackets = words.BRACKETS.fullmatch(text)
    if brackets:
        inner = brackets["inner"]
        listed = not words.HAN.search(inner) or words.HAN_NAMES.fullmatch(words.BY.sub("", inner))
        return tuple(name for name in authors.parse(inner) if listed and likeness.of(name) and _is_full(name))
    if len(text) <= _LONGEST_DESK and words.DESK.search(text) and all(map(likeness.is_name_word, text.split())):
        return authors.parse(text)
    if len(text) <= _LONGEST_SIGNATURE and likeness.of(text.strip("()—–- ")) == likeness.SURELY:
        return authors.parse(text.strip("()—–- "))
    signed = words.SIGNED.search(text[-_LONGEST_SIGNATURE:])
    if signed:
        by = signed["inner"] or signed["behind"]
        han = words.HAN_NAMES.fullmatch(words.BY.sub("", by)) and (words.BY.match(by) or likeness.are_surely_han(by))
        least = likeness.MAYBE if han else likeness.SURELY
        return tuple(name for name in authors.parse(by) if likeness.of(name) >= least)
    introduced = words.INTRODUCTION.match(text[:_LONGEST])
    if introduced and (words.ROLE.search(text) or "@" in text) and likeness.of(introduced["name"]) == likeness.SURELY:
        return authors.parse(introduced["name"])
    return ()


def _is_full(name: str) -> bool:
    """Whether the name is more than a given name, or of a script that writes names as one word."""
    return likeness.of(name) == likeness.SURELY or bool(words.EAST_ASIAN.search(name))


def _elements(page: Page, numbers: Sequence[int], *, near: bool = False) -> Iterator[Claim]:
    """The claims of links to authors' pages, and of other elements that are marked as an author's.

    `near`: only those that stand beside the first; what comes later belongs to other stories. What stands in an element
    that says that it is something else (a share bar, another story) comes last.
    """
    found: dict[str, dict[str, int]] = {"link": {}, "mark": {}, "line": {}}
    seen: set[Any] = set()
    for number in numbers:
        label = page.labels[number]
        half = label in _HALF_OPEN and number < page.first
        if not (half or label in _OPEN) or not page.blocks[number].path:
            continue
        for element in islice(_around(page, number, seen), _MOST):
            kind = _kind(element)
            if not kind or (kind == "people" and (half or near or content.prose(page.blocks[number]))):
                continue
            surely = kind == "people" or half or bool(_DOUBTFUL.search(element.get("class") or ""))
            for name in _named(element, kind):
                if likeness.of(name) == likeness.SURELY or not (
                    surely or (near and kind == "mark" and _is_alone(name))
                ):
                    source = "line" if half and kind != "link" else "mark" if kind == "mark" else "link"
                    found[source].setdefault(name, number)
    for source, names in found.items():
        if names:
            first = min(names.values())
            some = tuple(name for name, number in names.items() if not near or number - first < _LEVELS)
            end = first + 1 if max(names.values()) - first >= len(names) else max(names.values()) + 1
            line = " ".join(block.text for block in page.blocks[first:end])  # or as many lines, a name each
            yield Claim(source, some, source == "link" and other_hands.is_joined(line, some))


def _is_alone(name: str) -> bool:
    """Whether nothing but its mark says that it is a person's name: such marks stand on much that is below a text."""
    return likeness.of(name) == likeness.MAYBE and not (likeness.has_no_capitals(name) or words.EAST_ASIAN.search(name))


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


def _kind(element: Any) -> str | None:
    """What the element says of itself: a link to an author's page or to people's, an author's place, or None of these."""
    said = element.attrib
    if not said:
        return None
    names = f"{said.get('class') or ''} {said.get('id') or ''}"
    kind = "link" if "author" in (said.get("rel") or "") else None
    if kind is None and element.tag == "a":
        kind = _by_address(said.get("href") or "")
    if kind is None and (said.get("itemprop") == "author" or _is_authors(names)):
        kind = "mark"
    return None if kind is None or _is_other(names) else kind


def _by_address(href: str) -> str | None:
    """What the address of a link says."""
    link = _LINK.search(href)
    return None if link is None else "link" if link["plain"] else "people"


def _is_persons(href: str) -> bool:
    """Whether an address is that of a person's page."""
    return _by_address(href) is not None


def _is_authors(names: str) -> bool:
    """Whether a class marks an author's place."""
    return bool(_MAY_MARK.search(names)) and _is_mark(names)


@lru_cache(maxsize=_REMEMBERED)
def _is_mark(names: str) -> bool:
    """Whether class and id mark an author's place."""
    return bool(_MARK.search(names))


@lru_cache(maxsize=_REMEMBERED)
def _is_other(names: str) -> bool:
    """Whether class and id mark something that stands beside an author's place."""
    return bool(_NOT_NAMES.search(names) or _ROLE.search(names))


@lru_cache(maxsize=_REMEMBERED)
def _is_role(names: str) -> bool:
    """Whether a class says that what someone is or does stands there."""
    return bool(_ROLE.search(names))


def _pieces(element: Any) -> list[str]:
    """The texts of an element, one a node."""
    return [text for text in (clean.line(part) for part in _texts(element)) if text][:_MOST_PIECES]


def _texts(element: Any) -> Iterator[str]:
    """The texts of an element in order, without recursion: a hostile page nests deep."""
    stack: list[Any] = [element.text, *element]
    stack.reverse()
    for _ in range(_MOST):
        if not stack:
            return
        part = stack.pop()
        if part is None or isinstance(part, str):
            yield part or ""
            continue
        stack.append(part.tail)
        if isinstance(part.tag, str) and part.tag not in elements.SKIPPED and not _is_role(part.get("class") or ""):
            stack.extend(reversed(part))
            stack.append(part.text)
