"""The tags that a publisher gave an article: what its data, its meta tags or its links of `rel=tag` state."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from archiver.normalise import clean

_META = (
    "article:tag",
    "og:article:tag",
    "parsely-tags",
    "sailthru.tags",
    "news_keywords",
    "dc.subject",
    "dcterms.subject",
)
_LAST = ("keywords",)  # written for search engines, and often the same on all pages of a site
NONE: Final = frozenset(
    (
        "uncategorized", "uncategorised", "unkategorisiert", "nicht kategorisiert", "ohne kategorie", "non classé", "sin categoría", "sin clasificar", "senza categoria",
        "sem categoria", "geen categorie", "okategoriserade", "okategoriserad", "ikke kategoriseret", "ukategorisert", "bez kategorii", "nezařazené", "без рубрики", "без категории",
        "غير مصنف", "دسته‌بندی نشده", "未分類", "未分类",
    )
)  # fmt: skip
"""What publishing systems call the section of an article that nobody gave one."""

_PART = re.compile(r"\s*(?:,(?!\s?(?:Inc|Ltd|LLC|Corp|S\.A)\b)|[;|،、])\s*")  # but "Norvale Ferries, Inc."
_MOST = 50
_MOST_ESCAPES = 3
_LONGEST = 100  # code points; what is longer is a sentence


def read(article: Mapping[str, Any], meta: Mapping[str, list[str]], root: Any) -> tuple[str, ...]:
    """The tags of the first source that has any, each once, in its order."""
    for source in (
        _of_data(article.get("keywords")),
        *(meta.get(name, ()) for name in _META),
        _links(root),
        *(meta.get(name, ()) for name in _LAST),
    ):
        found = distinct(source)
        if found:
            return found
    return ()


def _of_data(keywords: Any) -> Iterator[str]:
    for value in keywords if isinstance(keywords, list) else [keywords]:
        named = value.get("name") if isinstance(value, Mapping) else value  # a DefinedTerm, or a text
        if isinstance(named, str):
            yield named


def _links(root: Any) -> Iterator[str]:
    for element in root.iter("a"):
        relation = element.get("rel")
        if relation and "tag" in relation.lower().split() and "category" not in relation.lower():
            yield "".join(element.itertext())


def unescaped(text: str) -> str:
    """The text as it was meant, where it was escaped too often: for a page, for its data, for an attribute of these."""
    for _ in range(_MOST_ESCAPES if "&" in text else 0):
        text = html.unescape(text)
    return text


def distinct(values: Iterable[str]) -> tuple[str, ...]:
    """The tags of these texts, of which one may list several, each once; those that say nothing are left out."""
    found: dict[str, str] = {}
    for value in values:
        for part in _PART.split(clean.line(unescaped(value[: _MOST * _LONGEST]))):
            text = part.strip(" #")
            if text and len(text) <= _LONGEST and len(found) < _MOST and text.casefold() not in NONE:
                found.setdefault(text.casefold(), text)
    return tuple(found.values())
