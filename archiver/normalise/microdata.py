"""Microdata and RDFa: what elements say of the article with `itemprop` and `property`."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import Any, NamedTuple

import lxml.etree  # type: ignore[import-untyped]

from archiver.normalise import clean, jsonld

_ARTICLE = ("Article", "BlogPosting", "Report", "WebPage", "CreativeWork")
_WANTED = frozenset(
    {
        "headline",
        "alternativeheadline",
        "description",
        "author",
        "creator",
        "publisher",
        "articlesection",
        "datepublished",
        "datecreated",
        "datemodified",
        "uploaddate",
        "dateupdate",
    }
)
_NAMING = frozenset({"headline", "mainentityofpage"})
_DATES = frozenset({"datepublished", "datecreated", "datemodified", "uploaddate", "dateupdate"})
_RDF_DATES = frozenset(f"{prefix}:{name}" for prefix in ("dc", "dcterms") for name in ("created", "issued", "modified"))
_PEOPLE = ("author", "creator")
_NO_ARTICLE = ("Comment", "Comments", "Person", "Organization", "ImageObject", "Review", "Rating", "Event", "Answer", "Question", "Offer",
               "ListItem", "Product", "WebSite", "Place", "Episode")  # fmt: skip
_WITH_DATES = ("VideoObject", "AudioObject", "ImageObject", "Review", "Rating", "Comment", "Event", "Answer")
_MOST = 2000  # elements with properties that are looked at
_LONGEST, _LONGEST_NAME = 2000, 60


class Items(NamedTuple):
    """The values of the article's properties by their name in small letters, and the elements of other stories on the page."""

    values: dict[str, list[str]]
    others: AbstractSet[Any] = frozenset()


def read(root: Any, titles: Sequence[str] = ()) -> Items:
    """The article's properties; of a person or publisher, the name.

    Properties of another item on the page (a comment's author, a related story's date) are left out, as those of an article
    whose headline is none of the page's `titles` are; dates of items that may be the article under another name are kept
    with a question mark behind the property's name.
    """
    stated: list[tuple[Any, str, str]] = []
    others: set[Any] = set()
    for element in islice(_with_properties(root), _MOST):
        for name in (element.get("itemprop") or element.get("property") or "").lower().split():
            bare = name.rpartition(":")[2]
            wanted = bare in _WANTED or name in _RDF_DATES
            if not wanted and bare not in _NAMING:
                continue
            owner = _item(element)
            kind = _kind(element, owner)
            if kind is not None and kind.endswith(_ARTICLE):
                key = bare
            elif (bare in _DATES or name in _RDF_DATES) and kind is not None and not kind.endswith(_NO_ARTICLE):
                key = f"{bare}?"
            else:
                continue
            value = _value(element)
            if value and bare in _NAMING and owner is not None and _is_anothers(value, titles):
                others.add(owner)
            if value and wanted:
                stated.append((owner, key, value))
    found: dict[str, list[str]] = {}
    for owner, key, value in stated:
        if owner not in others:
            found.setdefault(key, []).append(value)
    return Items(found, others)


_PROPERTIES = lxml.etree.XPath("descendant-or-self::*/@itemprop|descendant-or-self::*/@property")


def _with_properties(root: Any) -> list[Any]:
    """The elements with a property, in order; libxml2 finds their attributes faster than the elements that have one."""
    found = dict.fromkeys(value.getparent() for value in _PROPERTIES(root) if value)
    return [element for element in found if element.tag != "html"]


def _is_anothers(headline: str, titles: Sequence[str]) -> bool:
    """Whether an article's headline, which isn't its address, is none of the page's titles."""
    return "/" not in headline and not jsonld.may_be_about({"headline": headline}, titles)


def may_be_articles(element: Any, items: Items) -> bool:
    """Whether a property may be the article's, and not that of another story, a video, a picture or a review on the page."""
    owner = _item(element)
    return owner is None or not (owner in items.others or (_kind(element, owner) or "").endswith(_WITH_DATES))


def _item(element: Any) -> Any | None:
    """The item that the property belongs to."""
    above = (above for _, above in zip(range(64), element.iterancestors(), strict=False))
    return next((holder for holder in above if holder.get("itemscope") is not None or holder.get("typeof")), None)


def _kind(element: Any, owner: Any | None) -> str | None:
    """The type of the property's item; an article where none is named at all, None where there can't be one."""
    if owner is not None:
        return (owner.get("itemtype") or owner.get("typeof") or "").rstrip("/").rpartition("/")[2].rpartition(":")[2]
    return _ARTICLE[0] if element.tag != "meta" or element.get("itemprop") else None


def _value(element: Any) -> str | None:
    """The property's value: a nested item's name, the attribute for machines, else the text."""
    if element.get("itemscope") is not None or element.get("typeof"):
        for inner in _with_properties(element):
            if inner is not element and (inner.get("itemprop") or inner.get("property") or "").lower().endswith("name"):
                return _value(inner)
    stated = (
        element.get("content") or element.get("datetime") or (element.get("title") if element.tag == "abbr" else None)
    )
    texts = [stated] if stated else list(islice(element.itertext(), 200))
    if not stated and element.get("itemprop") in _PEOPLE and element.find("div") is not None:
        # The lines of an author's box: the name, and what else is told.
        text = " | ".join(line for line in map(str.strip, texts) if len(line) <= _LONGEST_NAME and line[-1:] != ".")
    else:
        text = "".join(texts)
    return clean.line(text[:_LONGEST]) or None
