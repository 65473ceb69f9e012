"""JSON-LD as news pages write it: graphs, arrays, several scripts, broken JSON, references by @id."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import msgspec

_ARTICLE = re.compile(
    r"(?:News|Analysis\w*|Background\w*|Opinion\w*|Reportage\w*|Review\w*|Advertiser\w*|Ask\w*|Satirical|Scholarly|Tech|Social\w*)?(?:Article|Posting)"
    r"|LiveBlogPosting|BlogPosting|Report|NewsItem|Review"
)
_OTHER_WORKS = frozenset(
    {"WebPage", "ItemPage", "Recipe", "VideoObject", "AudioObject", "PodcastEpisode", "HowTo", "CreativeWork", "Book"}
)
_WORDS = re.compile(r"\w+")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_QUOTE = re.compile(r'(?<!\\)"')
_BEHIND_STRING = re.compile(r"""\s{0,40}(?:[:}\]]|,\s{0,40}(?:["{\[}\]]|-?\d|true|false|null)|$)""")
_MOST_MENDED = 200_000  # code points of a script that are looked at for it
_OPENING = re.compile(r"<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[")
_CLOSING = re.compile(r"(?://\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>|-->)$")
_LONGEST_CLOSING = 50  # code points
_PARTS = frozenset(
    {
        "liveBlogUpdate",
        "comment",
        "review",
        "mentions",
        "citation",
        "relatedLink",
        "itemListElement",
        "item",
        "blogPost",
        "hasPart",
        "isBasedOn",
    }
)
"""Fields that hold other articles than the page's: a live blog's entries, lists of stories."""

_DATES = frozenset({"datePublished", "dateCreated", "dateModified", "uploadDate"})
_LOOSE_DATE = re.compile(r'"(datePublished|dateCreated|dateModified|uploadDate)"\s{0,5}:\s{0,5}"([^"]{4,60})"')
_HOLDERS = (dict, list)
_MOST_LOOSE = 4
_TITLE = 3  # words of a title from which they may stand for it
_MOST_DATED = 40
_MOST_CHARS = 2_000_000
_MOST_NODES = 5000
_MOST_SCRIPTS = 40


class Graph(msgspec.Struct, frozen=True):
    """A page's nodes: the article's, all by their @id, the site's name, the section that a breadcrumb gives.

    `dated` are all nodes with a date but those of a live blog's entries and lists of stories (`parts`), `loose` the (field, value) pairs of dates in scripts that are no JSON.
    `author` is the article's, else that of another work that the page is about (the page itself, a recipe, a recording).
    """

    article: dict[str, Any]
    by_id: dict[str, dict[str, Any]]
    site: str | None = None
    section: str | None = None
    dated: tuple[dict[str, Any], ...] = ()
    parts: tuple[dict[str, Any], ...] = ()
    loose: tuple[tuple[str, str], ...] = ()
    author: Any = None

    def follow(self, value: Any) -> Any:
        """The node that a mere reference ({"@id": …}) points to, else the value itself."""
        if isinstance(value, dict) and set(value) <= {"@id", "@type"} and isinstance(value.get("@id"), str):
            return self.by_id.get(value["@id"], value)
        return value

    def names(self, value: Any) -> list[str]:
        """The names of one or several persons, given as text, nodes or references."""
        values = value if isinstance(value, list) else [value]
        return [found for found in (name(self.follow(item)) for item in values[:50]) if found]


def name(value: Any) -> str | None:
    """The name of a node, or the text that stands for one."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, Mapping):
        parts = (value.get("givenName"), value.get("familyName"))
        value = value.get("name") or " ".join(part for part in parts if isinstance(part, str))
        if isinstance(value, list):
            value = ", ".join(item for item in value if isinstance(item, str))
    return value.strip() or None if isinstance(value, str) else None


def read(root: Any) -> Graph:
    """The graph of a page's scripts; an empty article where none of them describes one."""
    return of_scripts(list(root.iter("script")))


def of_scripts(scripts: Sequence[Any], titles: Sequence[str] = ()) -> Graph:
    """The same of the elements of the scripts; a story in a list is the page's only if its headline is one of the `titles`."""
    articles: list[dict[str, Any]] = []
    by_id: dict[str, dict[str, Any]] = {}
    trails: list[dict[str, Any]] = []
    site = author = None
    dated: list[dict[str, Any]] = []
    dated_parts: list[dict[str, Any]] = []
    loose: list[tuple[str, str]] = []
    parts: list[dict[str, Any]] = []
    inner: dict[int, Any] = {}  # by their id, and kept: that of one which is gone may be another's
    for node in _nodes(scripts, loose):
        for field in () if _PARTS.isdisjoint(node) else _PARTS & node.keys():
            held = node[field]
            inner.update((id(part), part) for part in (held if isinstance(held, list) else [held]))
        if len(dated) + len(dated_parts) < _MOST_DATED and not _DATES.isdisjoint(node):
            (dated_parts if id(node) in inner else dated).append(node)
        kinds = node.get("@type")
        kinds = [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
        identifier = node.get("@id")
        if isinstance(identifier, str) and len(node) > len(by_id.get(identifier, {})):
            by_id[identifier] = node
        if any(map(_is_article, kinds)):
            (parts if id(node) in inner else articles).append(node)
        elif not _OTHER_WORKS.isdisjoint(kinds):
            author = author or node.get("author")
        if "WebSite" in kinds:
            site = site or name(node)
        if "BreadcrumbList" in kinds:
            trails.append(node)
    own = articles or [part for part in parts if may_be_about(part, titles)]
    fitting = [node for node in own if len(own) > 1 and name_of(node) and may_be_about(node, titles)]
    article = max(fitting or own, key=_worth, default={})  # the first of equals
    named = article.get("author") or author
    own_titles = [*titles, *filter(None, (article.get("headline"), article.get("name")))] if trails else []
    section = next(filter(None, (_crumb(node, own_titles) for node in trails)), None)
    return Graph(article, by_id, site, section, tuple(dated), tuple(dated_parts), tuple(loose), named)


@lru_cache(maxsize=1024)
def _is_article(kind: str) -> bool:
    return bool(_ARTICLE.fullmatch(kind.rpartition("/")[2]))


def name_of(node: Mapping[str, Any]) -> str:
    """The headline of a work, or its name; empty where neither is a text."""
    headline = node.get("headline") or node.get("name")
    return headline if isinstance(headline, str) else ""


def may_be_about(node: Mapping[str, Any], titles: Iterable[str]) -> bool:
    """Whether a node may describe the page: half of its headline's words are those of a title of the page, if both are known."""
    words = set(_WORDS.findall(name_of(node).casefold()))
    known = [set(_WORDS.findall(title.casefold())) for title in titles]
    return not words or not any(known) or any(len(words & title) * 2 >= len(words) for title in known)


def _worth(node: Mapping[str, Any]) -> int:
    """How much of an article a node describes; teasers of other stories say little."""
    return sum(
        bool(node.get(field))
        for field in ("headline", "datePublished", "author", "publisher", "articleBody", "mainEntityOfPage")
    )


def _crumb(node: Mapping[str, Any], titles: Iterable[Any]) -> str | None:
    """The last crumb but the page's own: a breadcrumb's items run from the home page to the article."""
    items = node.get("itemListElement")
    given = items if isinstance(items, list) else []
    names = [name(item) or name(item.get("item")) for item in given if isinstance(item, Mapping)]
    if names and names[-1] and any(_is_title(names[-1], title) for title in titles if isinstance(title, str)):
        names.pop()
    middle = [crumb for crumb in names[1:] if crumb and len(crumb.split()) <= 4]  # noqa: PLR2004
    return middle[-1] if middle and (len(names) > 2 or middle[-1] == names[-1]) else None  # noqa: PLR2004


def _is_title(crumb: str, title: str) -> bool:
    """Whether a crumb is a title, or what is left of one: several words, the most of it."""
    own, whole = _WORDS.findall(crumb.casefold()), _WORDS.findall(title.casefold())
    return own == whole or (len(own) >= _TITLE and 2 * len(own) > len(whole) and set(own) <= set(whole))


def _nodes(scripts: Sequence[Any], loose: list[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    """All objects of all scripts, those of a script in document order; nested ones too, without recursion."""
    count = 0
    for script in scripts[:2000]:
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        stack = list(reversed(_values(script.text or "")))
        if not stack:
            matches = _LOOSE_DATE.finditer(html.unescape((script.text or "")[:_MOST_CHARS]))
            loose += [(match[1], match[2]) for match, _ in zip(matches, range(_MOST_LOOSE), strict=False)]
        while stack and count < _MOST_NODES:
            value = stack.pop()
            if isinstance(value, dict):
                count += 1
                yield value
                stack.extend(reversed([item for item in value.values() if isinstance(item, _HOLDERS)]))
            elif isinstance(value, list):
                stack.extend(reversed(value[:_MOST_NODES]))


def _values(text: str) -> list[Any]:
    """The JSON values of a script: as it stands, else mended (comments around it, escaped HTML, trailing commas)."""
    if len(text) > _MOST_CHARS:
        return []
    text = _unwrapped(_unwrapped(text))
    for candidate in (text, html.unescape(text) if "&quot;" in text else "", _TRAILING_COMMA.sub("", text)):
        found = _decoded(candidate)
        if found:
            return found
    return _decoded(_TRAILING_COMMA.sub("", _requoted(text))) if text[:1] in ("{", "[") else []


def _requoted(text: str) -> str:
    """The text with the quotation marks within its strings escaped, which some templates forget.

    A mark ends a string where what JSON has behind one follows.
    """
    mended: list[str] = []
    start, inside = 0, False
    for mark in _QUOTE.finditer(text, 0, _MOST_MENDED):
        ends = bool(_BEHIND_STRING.match(text, mark.end())) if inside else True
        mended += (text[start : mark.start()], '"' if ends else '\\"')
        inside = inside != ends
        start = mark.end()
    return "".join((*mended, text[start:]))


def _unwrapped(text: str) -> str:
    """The text without the comment marks that keep old browsers from reading it."""
    text = text.strip()
    opening = _OPENING.match(text)
    text = text[opening.end() if opening else 0 :].rstrip("; \t\r\n")
    closing = _CLOSING.search(text, max(0, len(text) - _LONGEST_CLOSING))
    return text[: closing.start() if closing else len(text)].strip().rstrip(";")


def _decoded(text: str) -> list[Any]:
    """The values that stand in the text one after another, up to the first that isn't JSON."""
    decoder = json.JSONDecoder(strict=False)
    found: list[Any] = []
    position = 0
    while position < len(text) and len(found) < _MOST_SCRIPTS:
        try:
            value, position = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            break
        found.append(value)
        while position < len(text) and text[position] in " \t\r\n,;":
            position += 1
    return found
