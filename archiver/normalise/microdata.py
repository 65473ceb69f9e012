"""Microdata and RDFa: what elements say of the article with `itemprop` and `property`."""

from typing import Any

import lxml.etree  # type: ignore[import-untyped]

from archiver.normalise import clean

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
_DATES = frozenset({"datepublished", "datecreated", "datemodified", "uploaddate", "dateupdate"})
_RDF_DATES = frozenset(f"{prefix}:{name}" for prefix in ("dc", "dcterms") for name in ("created", "issued", "modified"))
_NO_ARTICLE = ("Comment", "Comments", "Person", "Organization", "ImageObject", "Review", "Rating", "Event", "Answer", "Question", "Offer",
               "ListItem", "Product", "WebSite", "Place", "Episode")  # fmt: skip
_MOST = 2000  # elements with properties that are looked at
_LONGEST = 2000


def read(root: Any) -> dict[str, list[str]]:
    """The values of the article's properties by their name in small letters; of a person or publisher, the name.

    Properties of another item on the page (a comment's author, a related story's date) are left out; dates of items that
    may be the article under another name are kept with a question mark behind the property's name.
    """
    found: dict[str, list[str]] = {}
    for count, element in enumerate(_with_properties(root)):
        if count >= _MOST:
            break
        for name in (element.get("itemprop") or element.get("property") or "").lower().split():
            bare = name.rpartition(":")[2]
            if bare not in _WANTED and name not in _RDF_DATES:
                continue
            kind = _kind(element)
            if kind is not None and kind.endswith(_ARTICLE):
                key = bare
            elif (bare in _DATES or name in _RDF_DATES) and kind is not None and not kind.endswith(_NO_ARTICLE):
                key = f"{bare}?"
            else:
                continue
            value = _value(element)
            if value:
                found.setdefault(key, []).append(value)
    return found


_PROPERTIES = lxml.etree.XPath("descendant-or-self::*/@itemprop|descendant-or-self::*/@property")


def _with_properties(root: Any) -> list[Any]:
    """The elements with a property, in order; libxml2 finds their attributes faster than the elements that have one."""
    found = dict.fromkeys(value.getparent() for value in _PROPERTIES(root) if value)
    return [element for element in found if element.tag != "html"]


def _kind(element: Any) -> str | None:
    """The type of the item that the property belongs to; an article where none is named at all, None where there can't be one."""
    for _, above in zip(range(64), element.iterancestors(), strict=False):
        if above.get("itemscope") is not None or above.get("typeof"):
            return (
                (above.get("itemtype") or above.get("typeof") or "").rstrip("/").rpartition("/")[2].rpartition(":")[2]
            )
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
    text = stated or "".join(part for _, part in zip(range(200), element.itertext(), strict=False))
    return clean.line(text[:_LONGEST]) or None
