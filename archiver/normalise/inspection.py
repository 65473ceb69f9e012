"""A page as the normaliser saw it: what became of each of its lines, and why language and authors are what they are.

Nothing here decides anything: the document is the one that `normalise` makes, and what is told beside it is found by looking
for its parts on the page.
"""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from archiver.document import Capture, Document, Evidence, FeedEntry
from archiver.errors import NotAnArticleError
from archiver.normalise import (
    assemble,
    authors,
    boilerplate,
    charset,
    clean,
    draft_of,
    feed_entry,
    kind_of,
    metadata,
    normalise,
    parsing,
    tree,
)
from archiver.normalise import language as tongue
from archiver.normalise.block import Block
from archiver.normalise.context import Context, model_for
from archiver.normalise.draft import Draft

_AHEAD = 40  # paragraphs that are looked through for a line: what comes much later was not meant
_MOST_JOINED = 8  # lines
_SHORTEST_DATE = 6  # code points: "2 May", or a year alone, would be found in any line
_LONGEST_PARTED = 300  # code points of a line whose words may stand apart for the eye alone
_SHORTEST_PART = 40  # code points of a paragraph that is known again as a part of a line


class PageLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the page as a reader sees it, and what became of it.

    `zone` is title, standfirst, byline, date, section, dateline, body, related, discarded, or none: it is in no part of the
    document. `label` is what it was discarded as; `paragraph` the number of the paragraph of the text that it is, from 0.
    """

    text: str
    zone: str
    label: str = ""
    paragraph: int | None = None


class LanguageTold(msgspec.Struct, frozen=True, kw_only=True):
    """The language that the page declares (in its own words), the one that its text is in by itself, and why which won."""

    chosen: str | None
    declared: str | None
    detected: str | None
    reason: str


class AuthorsTold(msgspec.Struct, frozen=True, kw_only=True):
    """The authors, where they were found (data, byline, feed, text, given; empty: nowhere), and the byline as it stands."""

    names: tuple[str, ...]
    source: str
    byline: str | None


class Inspection(msgspec.Struct, frozen=True, kw_only=True):
    """A page as the normaliser sees it.

    `document` is None where the page holds no article; `failure` says why. `feed` is what a feed said of the page. `kind` is html, text, markdown or fields; `size` in
    bytes; `encoding` is what it was read in, `encoding_by` who said so. `site` is the host by which lines of boilerplate are
    known, `learnt` how many are. `model` is the package, and its version, that proposed names of people, organisations and
    places; empty where gazetteers and rules alone did. `refused` are the dates that the page states and that weren't believed,
    where it has no other: by what they claim to be, published or modified. `captured_at` is ISO 8601, in UTC; where not
    `exact`, it was captured then or earlier.
    """

    source: str
    feed: FeedEntry | None
    position: int | None
    captured_at: str | None
    exact: bool
    kind: str
    size: int
    encoding: str
    encoding_by: str
    site: str
    learnt: int
    context_digest: str
    model: str
    document: Document | None
    failure: str
    refused: dict[str, tuple[Evidence, ...]]
    language: LanguageTold | None
    authors: AuthorsTold | None
    lines: tuple[PageLine, ...]


class _Given(NamedTuple):
    """A line as it stands on the page, whether it is a heading, and how it is shown, where only its look parts its words."""

    text: str
    is_heading: bool = False
    apart: str = ""


def inspect(capture: Capture, context: Context) -> Inspection:
    """The page as the normaliser sees it with this context; a page that holds no article is looked at all the same.

    Raises nothing but what `normalise` raises.
    """
    kind = kind_of(capture)
    document, failure = None, ""
    try:
        document = normalise(capture, context)
    except NotAnArticleError as error:
        failure = str(error)
    read = charset.decoded(capture.payload, capture.content_type, html=kind == "html")
    draft = Draft() if kind == "fields" else draft_of(capture, context)
    stated = metadata.Stated()
    page: list[_Given] = []
    if kind == "html":
        stated, page = _html(read.text, capture.url)
    elif kind != "fields":
        page = [_Given(text) for text in map(clean.line, read.text.split("\n"))]
    page = [given for given in page if any(map(str.isalnum, given.text))]
    addresses = (capture.url, draft.canonical_url)
    return Inspection(
        source=capture.source,
        feed=capture.entry,
        position=capture.position,
        captured_at=capture.captured_at.isoformat() if capture.captured_at else None,
        exact=capture.captured_exactly,
        kind=kind,
        size=len(capture.payload),
        encoding=read.encoding,
        encoding_by=read.told_by,
        site=boilerplate.site_of(*addresses),
        learnt=len(boilerplate.lines_of(context.boilerplate, *addresses)),
        context_digest=context.digest,
        model=_model(document, context),
        document=document,
        failure=failure,
        refused=_refused(draft, capture, context) if document and kind != "fields" else {},
        language=_language(document, draft.language) if document else None,
        authors=_authors(document, draft, stated, capture) if document else None,
        lines=tuple(_told(page, draft, document)),
    )


def _refused(draft: Draft, capture: Capture, context: Context) -> dict[str, tuple[Evidence, ...]]:
    found = assemble.Derived(draft, capture, context)
    return {role: evidence for role in ("published", "modified") if (evidence := found.refused(role))}


def _model(document: Document | None, context: Context) -> str:
    model = model_for(document.language, context.models) if document and context.names else None
    return str(model or "")


def _html(text: str, url: str | None) -> tuple[metadata.Stated, list[_Given]]:
    root = parsing.parse(text).root if text.strip() else None
    if root is None:
        return metadata.Stated(), []
    body = root.find("body")
    blocks, _, unread = tree.blocks(body if body is not None else root)
    page = [_Given(block.text, block.kind == "heading", _apart(block)) for block in blocks]
    return metadata.read(root, url), page + [_Given(line) for line in unread.split("\n")]


def _apart(block: Block) -> str:
    """A line's words with a point between those that stand apart for the eye alone: "Ida Quist · Reporter · 3 May"."""
    pieces = block.pieces if len(block.text) <= _LONGEST_PARTED else ()
    text, at = "", 0
    for piece in pieces:
        start = block.text.find(piece, at)
        glued = start == at > 0 and text[-1:].isalnum() and piece[:1].isalnum()
        text, at = text + block.text[at:start] + (" · " if glued else "") + piece, start + len(piece)
    return text


def _language(document: Document, declared: str | None) -> LanguageTold:
    text = "\n".join(filter(None, (document.title, document.standfirst, document.text)))
    detected, stated, chosen = tongue.detect(text, None), tongue.code(declared), document.language
    if chosen is None:
        reason = "nothing is declared, and the text is too short to tell"
    elif stated == detected == chosen:
        reason = "what the page declares and what its text is in agree"
    elif declared is None:
        reason = "the page declares none; the text tells"
    elif chosen == stated:
        reason = "the page declares it; the text is too short, or too like another language, to say otherwise"
    else:
        reason = "the text is clearly in it, whatever the page declares"
    return LanguageTold(chosen=chosen, declared=declared, detected=detected, reason=reason)


def _authors(document: Document, draft: Draft, stated: metadata.Stated, capture: Capture) -> AuthorsTold:
    names = document.authors
    if not names:
        source = ""
    elif kind_of(capture) == "fields":
        source = "given"
    elif set(names) <= {clean.line(name) for claim in stated.authors for name in claim.names}:
        source = "data"
    elif draft.byline and set(names) & set(authors.parse(draft.byline)):
        source = "byline"
    elif capture.entry and set(names) <= set(feed_entry.authors_of(capture.entry)):
        source = "feed"
    else:
        source = "text"
    return AuthorsTold(names=names, source=source, byline=draft.byline)


def _told(page: Sequence[_Given], draft: Draft, document: Document | None) -> Iterator[PageLine]:
    """What became of each line; paragraphs that stand otherwise on the page come behind the ones before them."""
    paragraphs = document.text.split("\n\n") if document and document.text else []
    zones = _Zones(draft, document, paragraphs)
    headline = _headline(page, document)
    shown = 0  # paragraphs
    behind = 0  # the lines that are told
    for number, given in enumerate(page):
        if number < behind:
            continue
        if number == headline:
            yield PageLine(text=given.text, zone="title")
            continue
        text, behind = given.text, number + 1
        paragraph = _paragraph(text, paragraphs, shown)
        if paragraph is None:
            text, behind, paragraph = _joined(page, number, paragraphs, shown)
        if paragraph is None:
            line = zones.line(given.text)
            yield msgspec.structs.replace(line, text=given.apart or line.text) if line.zone != "body" else line
            continue
        for missed in range(shown, paragraph):
            yield PageLine(text=paragraphs[missed], zone="body", paragraph=missed)
        before = text[: text.find(paragraphs[paragraph])]
        if before.strip():
            yield PageLine(text=before.strip(), zone="dateline" if paragraph == 0 else "none")
        yield PageLine(text=paragraphs[paragraph], zone="body", paragraph=paragraph)
        shown = paragraph + 1
    for missed in range(shown, len(paragraphs)):
        yield PageLine(text=paragraphs[missed], zone="body", paragraph=missed)


def _headline(page: Sequence[_Given], document: Document | None) -> int:
    """The index of the line that is the headline: a heading before any other; -1 if there is none."""
    wanted = clean.comparable((document and document.title) or "")
    same = [number for number, given in enumerate(page) if wanted and clean.comparable(given.text) == wanted]
    return next((number for number in same if page[number].is_heading), same[0] if same else -1)


def _paragraph(text: str, paragraphs: Sequence[str], start: int) -> int | None:
    """The number of the paragraph that the line is, or that makes up its end, from `start` on."""
    for number in range(start, min(len(paragraphs), start + _AHEAD)):
        paragraph = paragraphs[number]
        if text == paragraph or (len(paragraph) >= _SHORTEST_PART and text.endswith(paragraph)):
            return number
    return None


def _joined(page: Sequence[_Given], number: int, paragraphs: Sequence[str], start: int) -> tuple[str, int, int | None]:
    """The lines from this one on that one paragraph was joined from: their text, where they end, its number; else this line alone."""
    text = page[number].text
    for behind in range(number + 2, min(len(page), number + _MOST_JOINED) + 1):
        text = f"{text} {page[behind - 1].text}"
        found = _paragraph(text, paragraphs[: start + 1], start)
        if found is not None and len(paragraphs[found]) > len(text) - len(page[number].text):
            return text, behind, found
    return page[number].text, number + 1, None


class _Zones:
    """Where the lines are that aren't text: each part of the document by its lines."""

    def __init__(self, draft: Draft, document: Document | None, paragraphs: Sequence[str]) -> None:
        self._discarded: dict[str, deque[str]] = defaultdict(deque)
        for part in draft.discarded:
            for line in part.text.split("\n"):
                self._discarded[clean.line(line)].append(part.label)
        self._standfirst = clean.comparable(draft.standfirst or "")
        self._bylines = {clean.comparable(part) for part in (draft.byline or "").split(" | ")} - {""}
        dates = (clean.line(date.text) for date in draft.dates)
        self._dates = {date for date in dates if len(date) >= _SHORTEST_DATE}
        self._section = clean.comparable(draft.section or "")
        self._related = {clean.comparable(story.title) for story in (document.related if document else ())} - {""}
        self._title = clean.comparable((document and document.title) or "")
        self._paragraphs = set(paragraphs)

    def line(self, text: str) -> PageLine:
        """The line with its zone."""
        labels = self._discarded.get(text)
        key = clean.comparable(text)
        if self._standfirst and key == self._standfirst:
            zone = "standfirst"
        elif labels and labels[0] != "byline":
            return PageLine(text=text, zone="discarded", label=labels.popleft() if len(labels) > 1 else labels[0])
        elif any(byline in key for byline in self._bylines) and len(key) < 3 * max(map(len, self._bylines)):
            zone = "byline"
        elif any(date in text or text in date for date in self._dates):
            zone = "date"
        elif labels:
            return PageLine(text=text, zone="discarded", label=labels[0])
        elif key and key == self._section:
            zone = "section"
        elif key in self._related:
            zone = "related"
        elif key and key == self._title:
            zone = "title"
        elif text in self._paragraphs:
            zone = "body"
        else:
            zone = "none"
        return PageLine(text=text, zone=zone)
