"""From a capture to a document: `normalise` is pure, no clock, no network, no engine."""

import gc
import sys
from types import ModuleType
from typing import Any

import msgspec

from archiver import splits
from archiver.document import DOCUMENT_TYPE, Capture, Document, Zone
from archiver.normalise import assemble, boilerplate, charset, clean, feed_entry, given, html, pagetext, spacing
from archiver.normalise.context import Context
from archiver.normalise.draft import Draft

__all__ = ["Context", "normalise"]

_MARKDOWN = frozenset({"text/markdown", "text/x-markdown"})
_HTML = frozenset({"text/html", "application/xhtml+xml", "application/xml", "text/xml"})
_DERIVED = ("url", "site", "language", "mentioned", "people", "organisations", "places", "published")
_NAMES = ("people", "organisations", "places")
_FIRST_YEAR, _LAST_YEAR = 1970, 9000  # in which a page can have been captured
_MOST_BYTES = 32 * 1024 * 1024  # of a payload; an article's page never comes near, and time grows with it


def normalise(capture: Capture, context: Context | None = None) -> Document:
    """The document that the capture holds; the same capture and context give the same document.

    HTML is told by its content type, or by its first tag where no type is stated. Raises NotAnArticleError where there
    is neither a title nor a text; nothing else, whatever the payload is.
    """
    context = context or Context.default()
    taken = capture.captured_at
    # Any other time is as good as unknown, and there must be days before and behind it.
    if taken is not None and not _FIRST_YEAR <= taken.year <= _LAST_YEAR:
        capture = msgspec.structs.replace(capture, captured_at=None)
    # A page's thousands of blocks and words hold no cycles, and Python's collector would look through them many times.
    collecting = gc.isenabled()
    gc.disable()
    try:
        if kind_of(capture) == "fields":
            document = _given(capture, context)
        else:
            document = assemble.document(draft_of(capture, context), capture, context)
        return splits.apply(document, context.splits)
    finally:
        if collecting:
            gc.enable()


def kind_of(capture: Capture) -> str:
    """What the capture is read as: html, markdown, text (of a page), or fields (of a document)."""
    media = capture.content_type.partition(";")[0].strip().lower()
    if media == DOCUMENT_TYPE:
        return "fields"
    if media in _HTML or (not media.startswith("text/") and b"<" in capture.payload[:_MOST_BYTES].lstrip()[:1]):
        return "html"
    return "markdown" if media in _MARKDOWN else "text"


def draft_of(capture: Capture, context: Context) -> Draft:
    """The zones of the page that the capture holds, before anything is judged."""
    payload, kind = capture.payload[:_MOST_BYTES], kind_of(capture)
    if kind == "html":
        text = charset.decode(payload, capture.content_type, html=True)
        return html.read(text, url=capture.url, learnt=context.boilerplate, entry=capture.entry)
    text = clean.plain(charset.decode(payload, capture.content_type))
    learnt = boilerplate.lines_of(context.boilerplate, capture.url)
    draft = pagetext.read(text, markdown=kind == "markdown", learnt=learnt)
    return feed_entry.completed(draft, capture.entry) if capture.entry else draft


def _given(capture: Capture, context: Context) -> Document:
    """The given fields, completed by what the normaliser finds in the text that was given."""
    key, identifier = assemble.identity(capture)
    known = given.read(capture.payload, key=key, document_id=identifier)
    document = known.document
    draft = Draft(
        title=document.title,
        standfirst=document.standfirst,
        authors=document.authors,
        paragraphs=tuple(document.text.split("\n\n")),
        body=document.body,
        language=document.language,
    )
    completed = msgspec.structs.replace(capture, url=document.url or capture.url)
    found = assemble.Derived(draft, completed, context, document)
    absent = {name: getattr(found, name) for name in _DERIVED if name not in known.names}
    return msgspec.structs.replace(document, **_placed(absent, document))


def _placed(absent: dict[str, Any], document: Document) -> dict[str, Any]:
    """The derived fields with their places in the given texts, whose white space is as it was."""
    texts: dict[Zone, str | None] = {"title": document.title, "standfirst": document.standfirst, "body": document.text}
    zones = {zone: spacing.Spaced(text or "") for zone, text in texts.items()}
    if "mentioned" in absent:
        absent["mentioned"] = spacing.dates(absent["mentioned"], zones)
    return absent | {name: spacing.names(absent[name], zones) for name in _NAMES if name in absent}


class _CallableModule(ModuleType):
    """The package has its function's name: `from archiver import normalise` gives either, so both can be called."""

    def __call__(self, capture: Capture, context: Context | None = None) -> Document:
        return normalise(capture, context)


sys.modules[__name__].__class__ = _CallableModule
