"""A page's tree written out as mark-up that is so well-formed that it can be split at its tags."""

import re
from html import unescape
from typing import Any

import lxml.etree  # type: ignore[import-untyped]

from archiver.normalise import bounded, formulas

Element = Any  # lxml's elements are C types without names for a checker

_NAME = re.compile(r"[A-Za-z_][\w.:-]{0,100}")  # of tags and attributes that can be walked over as text
_LONGEST_ADDRESS = 4000  # code points
OF_PAGES = ("main", "article")
"""Elements that stand in no line."""

_NO_MARKUP = (
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "object",
    "textarea",
    "select",
    "canvas",
)


def markup(body: Element) -> str:
    """The body as XML without what is never text, so well-formed that it can be split at its tags."""
    lxml.etree.strip_elements(body, *_NO_MARKUP, with_tail=False)
    written = _written(body)
    if "<math" in written:
        formulas.write_out(body)
        written = _written(body)
    if written.count("<") != written.count(">") or "<!" in written:  # in a name, or in what isn't parsed as mark-up
        for element in list(body.iter()):
            _rename(element)
        written = _written(body)
    return written


def free(body: Element) -> bool:
    """Make wrappers of the buttons and labels that hold the page's first article; whether any do.

    Of one that isn't well ended the end tag stands before those of elements in it: libxml2 takes no notice of it, browsers do.
    """
    article = next(body.iter(*OF_PAGES))
    holders = list(article.iterancestors("button", "label"))
    for holder in holders:
        holder.tag = "div"
    return bool(holders)


def href(said: str) -> str | None:
    """The address that a link's tag, of which this is written behind its name, leads to."""
    address = said.partition(' href="')[2].partition('"')[0]
    return unescape(address[: 2 * _LONGEST_ADDRESS])[:_LONGEST_ADDRESS].strip() or None


def is_mark(words: str) -> bool:
    """Whether the words are nothing but a mark, such as the colon that parts a kicker from its headline."""
    return words.strip() != "" and not any(map(str.isalnum, words))


def _written(body: Element) -> str:
    return str(lxml.etree.tostring(body, encoding="unicode", with_tail=False))


def _rename(element: Element) -> None:
    """Give the element a name that XML knows, only attributes with such names, and its own text as text."""
    if not _NAME.fullmatch(element.tag):
        element.tag = "span"
    if not all(map(_NAME.fullmatch, element.attrib)):
        kept = {name: element.get(name) for name in element.attrib if _NAME.fullmatch(name) and ":" not in name}
        element.attrib.clear()
        element.attrib.update({name: bounded.FORBIDDEN.sub("", value) for name, value in kept.items()})
    if element.text:
        element.text = bounded.FORBIDDEN.sub("", element.text)  # no section of unparsed mark-up any more
