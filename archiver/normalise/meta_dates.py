"""The dates that a page states by machine, and how much each is trusted: many systems write "date" for the last change."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from archiver.normalise import clean, date_parser, jsonld
from archiver.normalise.draft import DateCandidate

_NAMES = {  # names of meta tags → role; the standards that define them, then what publishing systems write
    "article:published_time": "published", "og:published_time": "published", "og:article:published_time": "published",
    "article:published": "published", "article:modified_time": "modified", "og:updated_time": "modified", "og:modified_time": "modified",
    "og:article:modified_time": "modified", "article:modified": "modified", "article:updated_time": "modified",
    "dc.date.issued": "published", "dcterms.issued": "published", "dc.issued": "published", "dcterms.modified": "modified",
    "dc.date.modified": "modified", "dc.modified": "modified", "citation_publication_date": "published", "citation_online_date": "published",
    "citation_date": "published", "bepress_citation_date": "published", "parsely-pub-date": "published", "sailthru.date": "published",
    "pubdate": "published", "pub_date": "published", "publishdate": "published", "publish-date": "published", "publish_date": "published",
    "publication_date": "published", "publication-date": "published", "publicationdate": "published", "published": "published",
    "published-date": "published", "published_date": "published", "publisheddate": "published", "published_time": "published",
    "article.published": "published", "article.updated": "modified", "originalpublicationdate": "published", "datepublished": "published",
    "datemodified": "modified", "article_date_original": "published", "article_date_updated": "modified",
    "cxenseparse:recs:publishtime": "published", "article:publicationdate": "published", "iso-8601-publish-date": "published",
    "rnews:datepublished": "published", "shareaholic:article_published_time": "published", "shareaholic:article_modified_time": "modified",
    "last-modified": "modified", "lastmod": "modified", "revised": "modified", "last_modified": "modified",
}  # fmt: skip
_VAGUE = {
    "dcterms.created": 7.0, "dc.date.created": 7.0, "dc.created": 7.0, "date_published": 8.0, "datecreated": 7.0,
    "video:release_date": 6.0, "og:video:release_date": 6.0, "uploaddate": 5.5, "date": 4.9, "dc.date": 5.5, "dcterms.date": 6.0,
    "og:pubdate": 8.0, "og:publish_date": 8.0, "eprints.date": 6.0, "search_date": 5.5, "sort_date": 5.5, "timestamp": 4.5,
}  # fmt: skip
"""Names that mean the publication as a rule, and how far that is trusted."""

_LIKE_ONE = re.compile(r"publi|pub.?date|issued|created|posted|release|date", re.IGNORECASE)
_CHANGED = re.compile(r"modif|updat|lastmod|last.mod|revis|changed|edited", re.IGNORECASE)
_ANOTHER = re.compile(
    r"expir|valid|avail|birth|death|event|start|end|begin|copyright|crawl|build|cache|generat|verif|index|review|format|zone|"
    r"embargo|index|version|candidate|mandate|publisher|validate|coverage|season|depart|arriv|current|today|server|request",
    re.IGNORECASE,
)
_GENERIC = 6.0
_LONGEST = 60
_MOST_GENERIC = 12
_FIELDS = (
    ("datePublished", "published"),
    ("dateCreated", "published"),
    ("uploadDate", "published"),
    ("coverageStartTime", "published"),
    ("dateModified", "modified"),
)
_OTHERS = {"ImageObject": "a picture's", "Comment": "a comment's", "Person": "a person's", "Event": "an event's", "Answer": "a comment's",
           "Review": "a review's", "UserReview": "a review's", "SocialMediaPosting": "an embedded post's", "Organization": "the site's own",
           "WebSite": "the site's own", "NewsMediaOrganization": "the site's own", "Corporation": "the site's own", "Rating": "a review's",
           "PodcastEpisode": "an episode's", "AudioObject": "a recording's", "Dataset": "a data set's"}  # fmt: skip
_PAGES = {
    "WebPage": 6.0,
    "ItemPage": 6.0,
    "VideoObject": 4.5,
    "CollectionPage": 3.0,
    "AboutPage": 6.0,
    "FAQPage": 6.0,
    "Recipe": 8.0,
}
_OF_OTHERS = 4.0
_OF_PART = "of another part of the page's data"
_MOST_REFUSED = 3
_LOOSE = 7.0
_IN_SCRIPT = 3.5


def read(
    graph: jsonld.Graph,
    tags: Mapping[str, list[str]],
    item: Mapping[str, list[str]],
    scripts: Sequence[Any],
    titles: Sequence[str] = (),
) -> tuple[DateCandidate, ...]:
    """All dates of the page's data: JSON-LD, meta tags, microdata; of other scripts only where those give no publication."""
    found = [*_json(graph, titles), *_tags(tags), *_microdata(item)]
    if not any(date.role == "published" and date.refused is None for date in found):
        found += _scripts(scripts)
    return tuple(found)


def _json(graph: jsonld.Graph, titles: Sequence[str]) -> Iterator[DateCandidate]:
    article = graph.article
    own = list(_of_node(article, None, None))
    yield from own
    refused = 0
    for node in graph.dated:
        if node is article:
            continue
        kind = _kind(node)
        reason = _OTHERS.get(kind) or _of_another(node, kind, titles, alone=not article)
        if reason is None and any(date.role == "published" for date in own):
            reason = None if kind in _PAGES else _OF_PART
        refused += reason is not None
        if reason is None or refused <= _MOST_REFUSED:
            yield from _of_node(node, _PAGES.get(kind, _OF_OTHERS), reason)
    for node in graph.parts[:_MOST_REFUSED]:
        if node is not article:
            yield from _of_node(node, _OF_OTHERS, _OTHERS.get(_kind(node), _OF_PART))
    if not own:
        for name, value in graph.loose:
            role = dict(_FIELDS)[name]
            yield DateCandidate(role=role, source="json-ld", text=clean.line(value), trust=_LOOSE)


def _of_another(node: Mapping[str, Any], kind: str, titles: Sequence[str], *, alone: bool) -> str | None:
    """Whose a node's dates are, where it is named otherwise than the page; `alone`: there is no article's node."""
    if jsonld.may_be_about(node, titles):
        return None
    if kind == "VideoObject" and alone:
        return "a recording's"
    return None if kind in _PAGES else "another story's"


def _of_node(node: Mapping[str, Any], trust: float | None, refused: str | None) -> Iterator[DateCandidate]:
    published = False
    for name, role in _FIELDS:
        value = node.get(name)
        if isinstance(value, list):
            value = next((item for item in value if isinstance(item, str)), None)
        if isinstance(value, Mapping):
            value = value.get("@value")
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)[:_LONGEST]
        if not isinstance(value, str) or not value.strip() or (role == "published" and published):
            continue
        published = published or role == "published"
        yield DateCandidate(
            role=role, source="json-ld", text=clean.line(value[:1000])[:_LONGEST], trust=trust, refused=refused
        )


def _kind(node: Mapping[str, Any]) -> str:
    kinds = node.get("@type")
    first = kinds[0] if isinstance(kinds, list) and kinds else kinds
    return first.rpartition("/")[2] if isinstance(first, str) else ""


def _tags(tags: Mapping[str, list[str]]) -> Iterator[DateCandidate]:
    generic = 0
    for given, values in tags.items():
        value = values[0][:_LONGEST]
        if not any(map(str.isdigit, value)):
            continue
        name = given.replace("dc:", "dc.").replace("dcterms:", "dcterms.").replace("dcterm:", "dcterms.")
        if name in _NAMES:
            yield DateCandidate(role=_NAMES[name], source="meta", text=value)
        elif name in _VAGUE:
            yield DateCandidate(role="published", source="meta", text=value, trust=_VAGUE[name])
        elif (
            generic < _MOST_GENERIC
            and len(name) <= _LONGEST
            and (_LIKE_ONE.search(name) or _CHANGED.search(name))
            and not _ANOTHER.search(name)
        ):
            generic += 1
            if len(value) >= len("2025-9-2") and date_parser.parse(value, language=None):
                role = "modified" if _CHANGED.search(name) else "published"
                yield DateCandidate(role=role, source="meta", text=value, trust=_GENERIC)


def _microdata(item: Mapping[str, list[str]]) -> Iterator[DateCandidate]:
    roles = (("datepublished", "published"), ("datecreated", "published"), ("issued", "published"), ("created", "published"), ("uploaddate", "published"),
             ("datemodified", "modified"), ("dateupdate", "modified"), ("modified", "modified"))  # fmt: skip
    for ending, trust in (("", None), ("?", _OF_OTHERS)):
        known: set[str] = set()
        for name, role in roles:
            for value in item.get(name + ending, ())[:1]:
                if role == "published" and role in known:
                    continue
                known.add(role)
                yield DateCandidate(role=role, source="microdata", text=value, trust=trust)


_STATE = re.compile(
    r"[\"'](?:date_?published|published_?date|publish_?date|published_?at|pub_?date|publication_?date|first_?published(?:_?(?:at|date))?|"
    r"published_?time|publish_?time|date_?publish|original_?publish_?date|created_?date|date_?created|created_?at)\\?[\"']\s{0,3}:\s{0,3}\\?[\"'](?P<value>[^\"'\\]{8,40})",
    re.IGNORECASE,
)
_MOST_SCRIPTS = 200
_MOST_CHARS = 600_000
_MOST_VALUES = 20


def _scripts(scripts: Sequence[Any]) -> Iterable[DateCandidate]:
    """What the page's own scripts hold as its date, where they all name one day."""
    found: dict[str, str] = {}
    size = count = 0
    for script in scripts[:_MOST_SCRIPTS]:
        text = script.text or ""
        if "ld+json" in (script.get("type") or "") or (
            "ubli" not in text and "reated" not in text and "ubdate" not in text.lower()
        ):
            continue
        size += len(text)
        if size > _MOST_CHARS:
            break
        for match in _STATE.finditer(text):
            count += 1
            if count > _MOST_VALUES:
                break
            value = clean.line(match["value"])
            date = date_parser.parse(value, language=None)
            if date and date.precision in ("day", "minute"):
                found.setdefault(date.at[:10], value)
    return (
        [DateCandidate(role="published", source="script", text=value, trust=_IN_SCRIPT) for value in found.values()]
        if len(found) == 1
        else []
    )
