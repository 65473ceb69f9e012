"""Whether a page bears a name anywhere: in a line, in what its pictures and links say of themselves, in an address, by initials."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import lxml.etree  # type: ignore[import-untyped]

from archiver.normalise import authors, clean, likeness
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
_CLASSES = lxml.etree.XPath("descendant::*[not(*/*/*)]/@class")  # of what may be nothing but a name
_INITIALS = re.compile(r"^\((\w{2,4})\)|\((\w{2,4})(?:/[\w./-]{2,20})?\)[^\w\n]{0,2}$", re.MULTILINE)
_NO_LETTER = re.compile(r"[\W_]+")


def finder(page: Page, is_person: Callable[[str], bool], is_mark: Callable[[str], bool]) -> Callable[[str], bool]:
    """What tells whether the page bears a name; `is_person` tells whose address leads to a person's page, `is_mark` which class is an author's."""
    whole: list[str] = []  # the page's lines, then what its elements say of themselves
    slugs: list[str] = []

    def has(name: str) -> bool:
        if not whole:  # most pages aren't asked
            whole.append("\n".join([block.text for block in page.blocks]).casefold())
        if _is_in(name, whole[0]):
            return True
        if not likeness.of(name):
            return False
        if len(whole) == 1 and page.seen:  # and few of them must be searched
            whole.append("\n".join(_said(page.seen[0], is_mark)).casefold())
            slugs.extend(_slugs(page.seen[0], is_person))
        return (
            any(_is_in(name, said) for said in whole[1:])
            or any(_is_made_of(slug, name) for slug in slugs)
            or _is_signed(name, whole[0])
        )

    return has


def _is_in(name: str, text: str) -> bool:
    """Whether a line has the last word of the name, and the first or its initial; short ones may have one each."""
    parts = name.casefold().split() or [name]
    first, last = parts[0], parts[-1]
    at = text.find(last)
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        line = text[start : end if end >= 0 else len(text)]
        if first in line or f"{first[:1]}." in line:
            return True
        before = text[text.rfind("\n", 0, max(0, start - 1)) + 1 : max(0, start - 1)]
        if len(line) <= _SHORT and len(before) <= _SHORT and first in before:
            return True
        at = text.find(last, end) if end >= 0 else -1
    return False


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


def _is_signed(name: str, text: str) -> bool:
    """Whether a line begins or ends with initials in brackets that are the name's: "(mho)" for Mia Holt."""
    parts = name.casefold().split()
    for found in _INITIALS.finditer(text) if len(parts) > 1 else ():
        code = found[1] or found[2]
        if any(
            parts[0].startswith(code[:at]) and parts[-1].startswith(code[at:]) for at in range(1, len(code))
        ) and not authors.is_agency(code):
            return True
    return False
