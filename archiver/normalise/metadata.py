"""What a page states about itself by machine: JSON-LD, Open Graph, meta tags, microdata."""

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import msgspec

from archiver.keys import clean_url
from archiver.normalise import addresses, clean, jsonld, lines, meta_dates, microdata, stated_authors
from archiver.normalise import tags as article_tags
from archiver.normalise import title as titling
from archiver.normalise.authorship import Claim
from archiver.normalise.draft import DateCandidate

_SECTIONS = ("article:section", "parsely-section", "og:article:section", "section", "sailthru.section", "dc.subject")
_TITLES = (
    "og:title",
    "twitter:title",
    "parsely-title",
    "sailthru.title",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "title",
)
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description", "sailthru.description")
_SITES = (
    "application-name",
    "apple-mobile-web-app-title",
    "publisher",
    "dc.publisher",
    "article:publisher",
    "al:android:app_name",
)
_IMAGES = (
    "og:image:secure_url",
    "og:image",
    "twitter:image",
    "twitter:image:src",
    "parsely-image-url",
    "sailthru.image.full",
)
_FEED = re.compile(r"\s*[»|:\[(]|\s+[-–—]\s|\s+(?:rss|atom|feed)\b", re.IGNORECASE)
_OF_FEED = 1.6  # its weight: more than what merely stands behind the headline
_LONGEST_FEED = 200  # code points of a feed's title
_NAMING = ("property", "name", "http-equiv")
_NO_PICTURE = re.compile(
    r"(?:^|[_.-])(?:logo|placeholder|default|fallback|blank|spacer|favicon|avatar|sprite|no-?image|share-?image)s?(?:[_.-]|\d|$)",
    re.IGNORECASE,
)
_LOCALE = re.compile(r"^[a-z]{2,3}([-_][a-z0-9]+)*$", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_MOST_VALUE = 4000
_HEADLINE = 4  # words of a name that is none if it is a headline too


class Stated(msgspec.Struct, frozen=True, kw_only=True):
    """What the page's head and data say; tuples are candidates, the most trusted first."""

    headlines: tuple[str, ...] = ()
    page_title: str | None = None
    descriptions: tuple[str, ...] = ()
    authors: tuple[Claim, ...] = ()
    sites: tuple[str, ...] = ()
    site_claims: tuple[tuple[str, float], ...] = ()  # with the weight of what says so
    sections: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    language: str | None = None
    canonical_url: str | None = None
    image: str | None = None
    dates: tuple[DateCandidate, ...] = ()
    base: str = ""  # the address against which the page's links are read


def read(root: Any, url: str | None) -> Stated:
    """What the page states; addresses are absolute, texts one line, and nothing is judged yet."""
    found = _elements(root)
    base = _base(found["base"], url)
    tags = _meta_tags(found["meta"])
    _unpack(tags)
    page_title = _page_title(found["title"])
    titles = [title for title in (page_title, *(tags.get(name, [""])[0] for name in _TITLES)) if title]
    shown = [clean.line("".join(heading.itertext())[:_MOST_VALUE]) for heading in found["h1"][:_HEADLINES]]
    titles += shown
    graph = jsonld.of_scripts(found["script"], titles)
    article = graph.article
    items = microdata.read(root, titles)
    item = items.values
    _add_items(tags, found["meta"], items)
    canonical = _link(found["link"], "canonical")
    headlines = texts(
        [
            article.get("headline"),
            *item.get("headline", [])[:1],
            *(tags.get(name, [""])[0] for name in _TITLES),
            article.get("name"),
        ]
    )
    claims = _sites(graph, article, tags, item)
    # Some systems name an application like the page.
    claims = (
        tuple(claim for claim in claims if claim[0] not in headlines or lines.words(claim[0]) < _HEADLINE) or claims
    )
    return Stated(
        headlines=headlines,
        page_title=page_title,
        descriptions=texts([article.get("description"), *(tags.get(name, [""])[0] for name in _DESCRIPTIONS)]),
        authors=stated_authors.read(graph, tags, item),
        sites=tuple(dict.fromkeys(name for name, _ in claims)),
        site_claims=claims or _of_feeds(found["link"], page_title),
        sections=_sections(graph, article, tags, item),
        tags=article_tags.read(article, tags, root),
        language=_language(root, article, tags),
        canonical_url=_canonical(canonical or _first(tags, ("og:url",)), base),
        image=_image(graph, article, tags, base),
        dates=meta_dates.read(graph, tags, item, found["script"], titles),
        base=base,
    )


_READ = ("meta", "script", "link", "title", "base", "h1")
_HEADLINES = 3


def _elements(root: Any) -> dict[str, list[Any]]:
    """The elements that state something, by their tag: found in one walk, for each takes as long as all that is read here."""
    found: dict[str, list[Any]] = {tag: [] for tag in _READ}
    for element in root.iter(*_READ):
        found[element.tag].append(element)
    return found


def _base(elements: Iterable[Any], url: str | None) -> str:
    href = next((element.get("href") for element in elements if element.get("href") is not None), None)
    stated = addresses.tried(url or "", href)
    for address in (stated, url):
        if address and addresses.tried(address, "/x"):
            return address
    return ""


def _meta_tags(elements: Iterable[Any]) -> dict[str, list[str]]:
    """The values of all meta tags, by their name in small letters, in order."""
    tags: dict[str, list[str]] = {}
    for element in elements:
        said = dict(element.items())
        value = clean.line(said.get("content", "")[:_MOST_VALUE])
        for attribute in _NAMING if value else ():
            name = said.get(attribute, "").strip().lower()
            if name:
                tags.setdefault(name, []).append(value)
    return tags


def _add_items(tags: dict[str, list[str]], elements: Iterable[Any], items: microdata.Items) -> None:
    """Add the tags that have the name of a property alone, but for those of other items on the page."""
    for element in elements:
        name = (element.get("itemprop") or "").strip().lower()
        value = clean.line(element.get("content", "")[:_MOST_VALUE]) if name else ""
        if value and microdata.may_be_articles(element, items):
            tags.setdefault(name, []).append(value)


_PACKED = "parsely-page"
_PARTS = {"pub_date": "parsely-pub-date", "author": "parsely-author", "authors": "parsely-author", "title": "parsely-title",
          "section": "parsely-section", "image_url": "parsely-image-url"}  # fmt: skip


def _unpack(tags: dict[str, list[str]]) -> None:
    """Add what a tag holds that is several in one, by the names that these have alone."""
    if _PACKED not in tags:
        return
    try:
        packed = json.loads(tags[_PACKED][0])
    except (ValueError, RecursionError):
        return
    for part, name in _PARTS.items() if isinstance(packed, dict) else ():
        value = packed.get(part)
        values = [clean.line(item) for item in (value if isinstance(value, list) else [value]) if isinstance(item, str)]
        if any(values):
            tags.setdefault(name, [item for item in values if item])


def _page_title(elements: Sequence[Any]) -> str | None:
    return clean.line((elements[0].text or "")[:_MOST_VALUE]) or None if elements else None


def texts(values: Iterable[Any]) -> tuple[str, ...]:
    """The values that are texts, each once as one line without mark-up."""
    texts = (_plain(value[:_MOST_VALUE]) for value in values if isinstance(value, str))
    return tuple(dict.fromkeys(text for text in texts if text))


def _plain(value: str) -> str:
    """One line of text, of which mark-up and escapes that got into an attribute or into data are none."""
    if "&" in value and ";" in value:
        value = html.unescape(value)
    return clean.line(_TAG.sub("", value) if "<" in value else value)


def _first(tags: Mapping[str, list[str]], names: Iterable[str]) -> str | None:
    return next((tags[name][0] for name in names if name in tags), None)


def _link(elements: Iterable[Any], relation: str) -> str | None:
    for element in elements:
        if relation in (element.get("rel") or "").lower().split() and (element.get("href") or "").strip():
            href = element.get("href").strip()
            try:
                urlsplit(href)
            except ValueError:
                continue
            return str(href)
    return None


def _sites(
    graph: jsonld.Graph, article: Mapping[str, Any], tags: Mapping[str, list[str]], item: Mapping[str, list[str]]
) -> tuple[tuple[str, float], ...]:
    """The names of the site with the weights of their sources."""
    named = [
        (_first(tags, ("og:site_name",)), 3.0),
        (jsonld.name(graph.follow(article.get("publisher"))), 2.6),
        (graph.site, 2.0),
        (next(iter(item.get("publisher", ())), None), 1.5),
        *((tags[name][0], 1.5) for name in _SITES if name in tags),
    ]
    found = ((html.unescape(clean.line(name)), weight) for name, weight in named if name)
    return tuple((name, weight) for name, weight in found if name and "://" not in name and not name.startswith("@"))


def _of_feeds(links: Iterable[Any], page_title: str | None) -> tuple[tuple[str, float], ...]:
    """The name in the titles of the page's feeds ("Ansel Gazette » Feed") that is a part of its own title, too."""
    parts = titling.pieces(page_title)
    for link in links:
        if "xml" in (link.get("type") or "") and (words := link.get("title")):
            name = clean.line(_FEED.split(html.unescape(words[:_LONGEST_FEED]), maxsplit=1)[0])
            if name != name.lower() and clean.comparable(name) in parts:
                return ((name, _OF_FEED),)
    return ()


def _sections(
    graph: jsonld.Graph, article: Mapping[str, Any], tags: Mapping[str, list[str]], item: Mapping[str, list[str]]
) -> tuple[str, ...]:
    """All that is stated as the page's section, the surest first."""
    own = article.get("articleSection")
    stated = (
        *(clean.line(name) for name in (own if isinstance(own, list) else [own]) if isinstance(name, str)),
        *(tags[name][0] for name in _SECTIONS if name in tags),
        graph.section,
        *item.get("articlesection", ())[:1],
    )
    return tuple(filter(None, stated))


def _language(root: Any, article: Mapping[str, Any], tags: Mapping[str, list[str]]) -> str | None:
    stated = article.get("inLanguage")
    if isinstance(stated, Mapping):
        stated = stated.get("alternateName") or stated.get("name")
    candidates = (
        root.get("lang"),
        root.get("xml:lang"),
        stated,
        _first(tags, ("og:locale", "content-language", "language", "dc.language")),
    )
    found = (value.strip() for value in candidates if isinstance(value, str))
    return next((value.lower().replace("_", "-") for value in found if _LOCALE.match(value)), None)


def _canonical(stated: str | None, base: str) -> str | None:
    """The address as the page states it, absolute and without tracking parameters; not the front page, which some name everywhere."""
    try:
        address = clean_url(addresses.absolute(base, stated)) if stated else ""
        parts, own = urlsplit(address), urlsplit(base)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or (
        parts.path in ("", "/") and not parts.query and own.path not in ("", "/")
    ):
        return None
    return address


def _image(graph: jsonld.Graph, article: Mapping[str, Any], tags: Mapping[str, list[str]], base: str) -> str | None:
    """The address of the first picture that isn't a logo or a stand-in."""
    stated = graph.follow(article.get("image"))
    listed = [graph.follow(picture) for picture in (stated if isinstance(stated, list) else [stated])[:20]]
    found = [*(value for name in _IMAGES for value in tags.get(name, ())[:4]), *map(_address, listed)]
    for value in found:
        try:
            address = addresses.absolute(base, value) if value else ""
            path = urlsplit(address).path
        except ValueError:
            continue
        if address.startswith(("http://", "https://")) and not _NO_PICTURE.search(path.rpartition("/")[2]):
            return address
    return None


def _address(picture: Any) -> str | None:
    if isinstance(picture, Mapping):
        picture = picture.get("url") or picture.get("contentUrl")
        picture = picture[0] if isinstance(picture, list) and picture else picture
    return picture.strip() if isinstance(picture, str) else None
