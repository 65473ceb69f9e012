"""HTML to a tree, the slow way, for pages that may break a bound: what libxml2 reports is cut before a tree is made of it."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import lxml.etree  # type: ignore[import-untyped]
import msgspec

Element = Any  # lxml's elements are C types without names for a checker

_DEEPEST = 1000  # elements within each other
MOST_ELEMENTS = 200_000
_MOST_STATED = 10_000  # meta and link elements; all that a page's head states, and none of its text
_MOST_ATTRIBUTES = 200  # of an element
_LONGEST_ATTRIBUTE = 50_000  # code points
_CHUNK = 65_536  # bytes that are read before a page that breaks a bound is left
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # in XML
_NAME = re.compile(r"[A-Za-z_][\w.-]*")
# What is left of a page that nests too deep: first the tags that hold or part lines, then those that never nest.
_LEFT = (
    "p|h[1-6]|a|title|meta|link|script|style|head|body|html|br|time|li",
    "p|title|meta|link|script|style|head|body|html|br",
)
_WRAPPERS = [re.compile(rf"</?(?!(?:{left})\b)[a-z][^<>]{{0,2000}}>", re.IGNORECASE) for left in _LEFT]


class Parsed(msgspec.Struct, frozen=True):
    """A page's root element, None where there is no mark-up at all; `ended` says that its end was left out."""

    root: Element | None
    ended: bool = False


class _TooDeepError(Exception):
    """The page nests deeper than is read."""


class _EnoughError(Exception):
    """The page has more elements than are read."""


class _Bounded:
    """What libxml2 reports, made a tree within the bounds."""

    def __init__(self) -> None:
        self._tree = lxml.etree.TreeBuilder()
        self._open: list[str | None] = []  # None for an element that is left out
        self._count = 0
        self._stated = 0

    def start(self, tag: str, attributes: dict[str, str]) -> Element:
        if tag in ("meta", "link"):
            self._stated += 1
            if self._stated > _MOST_STATED:
                self._open.append(None)
                return None
        self._count += 1
        if len(self._open) >= _DEEPEST:
            raise _TooDeepError
        if self._count > MOST_ELEMENTS:
            raise _EnoughError
        if len(attributes) > _MOST_ATTRIBUTES or any(len(value) > _LONGEST_ATTRIBUTE for value in attributes.values()):
            attributes = {
                name: value[:_LONGEST_ATTRIBUTE] for name, value in islice(attributes.items(), _MOST_ATTRIBUTES)
            }
        try:
            element = self._tree.start(tag, attributes)
        except ValueError:  # a name that XML doesn't know, "⚡" say, or a control character
            tag = tag if _NAME.fullmatch(tag) else "span"
            named = {name: FORBIDDEN.sub("", value) for name, value in attributes.items() if _NAME.fullmatch(name)}
            element = self._tree.start(tag, named)
        self._open.append(tag)  # under the name that it was begun with, which it must be ended by
        return element

    def data(self, text: str) -> None:
        self._tree.data(FORBIDDEN.sub("", text))

    def end(self, _tag: str) -> None:
        tag = self._open.pop() if self._open else None
        if tag is not None:
            self._tree.end(tag)

    def close(self) -> Element | None:
        while self._open:
            self.end("")
        return self._tree.close() if self._count else None


def parse(text: str) -> Parsed:
    """The tree of a page's mark-up.

    Of a page that nests deeper than any article its mere wrappers are left out; of one with more elements, its end is.
    """
    for markup in _ever_simpler(text):
        target = _Bounded()
        try:
            return Parsed(_read(markup, target))
        except _TooDeepError:
            continue
        except _EnoughError:
            return Parsed(target.close(), ended=True)
        except (lxml.etree.LxmlError, ValueError, AssertionError):
            return Parsed(None)
    return Parsed(target.close(), ended=True)


def _ever_simpler(text: str) -> Iterator[str]:
    yield text
    for wrappers in _WRAPPERS:
        text = wrappers.sub(" ", text)
        yield text


def _read(markup: str, target: _Bounded) -> Element | None:
    # In pieces: within one, libxml2 goes on to the end when the target has had enough.
    parser = lxml.etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, target=target
    )
    source = markup.encode("utf-8", "replace")
    for start in range(0, len(source), _CHUNK):
        parser.feed(source[start : start + _CHUNK])
    return parser.close()
