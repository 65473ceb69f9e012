"""Whether a page bears a name anywhere: in a line, in what its pictures and links say of themselves, in an address, by initials."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import lxml.etree  # type: ignore[import-untyped]

from archiver.normalise import authors, clean
from archiver.normalise.htmlpage import Page
from archiver.normalise.words import fold

_SHORT = 40  # code points of a line that may hold half of a name
_LONGEST = 160  # code points of what an element says
_SHORTEST = 3  # letters of a surname in an address
_MOST = 2000  # attributes that are looked at
_MAIL = "mailto:"
_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe", "æ": "ae"})
_SAID = lxml.etree.XPath("descendant::*/@alt|descendant::*/@title|descendant::*/@aria-label")
_HREFS = lxml.etree.XPath("descendant::a/@href")
_CLASSES = lxml.etree.XPath("descendant::*/@class")
_INITIALS = re.compile(r"^\((\w{2,4})\)|\((\w{2,4})(?:/[\w./-]{2,20})?\)\W{0,2}$")
_NO_LETTER = re.compile(r"[\W_]+")


def finder(page: Page, is_person: Callable[[str], bool], is_mark: Callable[[str], bool]) -> Callable[[str], bool]:
    """What tells whether the page bears a name; `is_person` tells whose address leads to a person's page, `is_mark` which class is an author's."""
    texts: list[str] = []
    said: list[str] = []
    slugs: list[str] = []

    def has(name: str) -> bool:
        if not texts:  # most pages aren't asked
            texts.extend(_lines(page))
        if _is_in(name, texts):
            return True
        if not said and page.seen:
            body = page.seen[0]
            said.extend(text.casefold() for text in _said(body, is_mark))
            slugs.extend(_slugs(body, is_person))
        return _is_in(name, said) or any(_is_made_of(slug, name) for slug in slugs) or _is_signed(name, texts)

    return has


def _lines(page: Page) -> list[str]:
    """The lines of the page in small letters, and short ones with the one below: a name may stand on two."""
    own = [block.text.casefold() for block in page.blocks]
    return own + [f"{one} {other}" for one, other in pairwise(own) if len(one) <= _SHORT and len(other) <= _SHORT]


def _is_in(name: str, texts: Sequence[str]) -> bool:
    """Whether one of the texts has the last word of the name, and the first or its initial."""
    parts = name.casefold().split() or [name]
    first, last = parts[0], parts[-1]
    return any(last in text and (first in text or f"{first[:1]}." in text) for text in texts)


def _said(body: Any, is_mark: Callable[[str], bool]) -> Iterator[str]:
    """What pictures and links say of themselves, and elements that are marked as an author's, seen or not."""
    for value in _SAID(body)[:_MOST]:
        yield value[:_LONGEST]
    for value in _CLASSES(body):
        if is_mark(value):
            text = " ".join(part for part, _ in zip(value.getparent().itertext(), range(_SHORT), strict=False))
            if len(text) <= _LONGEST:
                yield clean.line(text)


def _slugs(body: Any, is_person: Callable[[str], bool]) -> Iterator[str]:
    """The letters that the addresses of people's pages end in, and those before the @ of their e-mail addresses."""
    for href in _HREFS(body)[:_MOST]:
        if href.startswith(_MAIL):
            yield _NO_LETTER.sub("", href[len(_MAIL) : _LONGEST].partition("@")[0].lower())
        elif is_person(href):
            yield _NO_LETTER.sub("", href.partition("?")[0].rstrip("/").rpartition("/")[2].lower())


def _is_made_of(slug: str, name: str) -> bool:
    """Whether the letters of an address are the name's: its surname with the given name or its initial."""
    for spelling in {fold(name), fold(name.casefold().translate(_SPELT))}:
        parts = [_NO_LETTER.sub("", part) for part in spelling.split()]
        if len(parts) > 1 and len(parts[-1]) >= _SHORTEST and parts[-1] in slug:
            rest = slug.replace(parts[-1], "", 1)
            if parts[0] in rest or rest == parts[0][:1]:
                return True
    return False


def _is_signed(name: str, texts: Sequence[str]) -> bool:
    """Whether a text begins or ends with initials in brackets that are the name's: "(mho)" for Mia Holt."""
    parts = name.casefold().split()
    for text in texts if len(parts) > 1 else ():
        found = _INITIALS.search(text) if "(" in text else None
        code = (found[1] or found[2]) if found else ""
        if any(
            parts[0].startswith(code[:at]) and parts[-1].startswith(code[at:]) for at in range(1, len(code))
        ) and not authors.is_agency(code):
            return True
    return False
