"""Who wrote it by a page's data: JSON-LD, microdata and RDFa, and the tags of many publishing systems."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from archiver.normalise import authors, clean
from archiver.normalise.authorship import Claim
from archiver.normalise.jsonld import Graph

# Names of tags that give an author, whoever defined them: "author", "parsely-author", "DC.creator", "article:author_name".
_TAG = re.compile(
    r"(?:^|[.:_-])(?:authors?|author[_-]?name|byl|byline|article-?author|citation_author|dc(?:terms)?\.creator)$"
)
_LABEL = re.compile(
    r"(?:written|posted|published)\s+by|author|verfasst\s+von|geschrieben\s+von|autor|écrit\s+par|auteur|escrito\s+por|scritto\s+da|geschreven\s+door|skriven\s+av|autore",
    re.IGNORECASE,
)
_MOST = 50
_ADDRESS = "://"


def read(graph: Graph, tags: Mapping[str, Sequence[str]], item: Mapping[str, Sequence[str]]) -> tuple[Claim, ...]:
    """The claims of the page's data, the most trusted first; those that name nobody are left out."""
    return tuple(found for found in _claims(graph, tags, item) if found.names)


def _claims(graph: Graph, tags: Mapping[str, Sequence[str]], item: Mapping[str, Sequence[str]]) -> Iterator[Claim]:
    yield claim("json-ld", graph.names(graph.author), firm=_is_of_news(graph))
    yield claim("json-ld", graph.names(graph.article.get("creator")))
    for name in ("author", "creator"):
        yield claim("microdata", item.get(name, ()), firm=True)
    for name, values in tags.items():
        if _TAG.search(name):
            yield claim("meta", values)
    for number in ("1", "2"):
        label, value = tags.get(f"twitter:label{number}"), tags.get(f"twitter:data{number}")
        if label and value and _LABEL.match(label[0]):
            yield claim("meta", value[:1])


def _is_of_news(graph: Graph) -> bool:
    """Whether the author is that of a news report, named there by whoever made the page for it.

    Publishing systems refer to the node of a user instead, mostly the one that put the report there.
    """
    kinds, given = graph.article.get("@type"), graph.article.get("author")
    if not given or not any(isinstance(kind, str) and "News" in kind for kind in _listed(kinds)):
        return False
    return all(
        not isinstance(one, Mapping) or graph.by_id.get(str(one.get("@id")), one) is one for one in _listed(given)
    )


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def claim(source: str, values: Sequence[str], *, firm: bool = False) -> Claim:
    """The claim of a source that gives its authors as these texts, each of one or several; addresses are none."""
    found = (
        name
        for value in dict.fromkeys(values[:_MOST])
        if _ADDRESS not in value
        for name in authors.parse(value, trusted=True)
    )
    return Claim(source, tuple(dict.fromkeys(map(clean.line, found))), firm)
