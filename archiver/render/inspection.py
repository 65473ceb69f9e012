"""A page as the normaliser saw it, for a person: what became of each line, then what was found, with the evidence."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import msgspec
from rich.console import Group
from rich.table import Table
from rich.text import Text

from archiver.render.article import evidence_lines, period, proof_lines
from archiver.render.dates import to_the_second
from archiver.render.hanging import Hanging
from archiver.render.numbers import counted
from archiver.render.safe import one_line, web_link

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console, ConsoleOptions, RenderableType

    from archiver.document import Document, Entity, Evidence, MentionedDate, Place, StatedDate
    from archiver.normalise.inspection import Inspection, PageLine

_GUTTER = 11  # columns for the name of a zone
_ROWS = 3  # of what was cut, unless all of it is wanted
_AROUND = 28  # characters that are shown on each side of a mentioned date
_KILO = 1000
_ZONES = {
    "title": "bold bright_blue",
    "standfirst": "bright_blue",
    "byline": "cyan",
    "date": "cyan",
    "dateline": "cyan",
    "section": "cyan",
    "body": "green",
    "related": "yellow",
    "none": "magenta",
}
_SHORTER = {"advertisement": "advert"}  # what the column is too narrow for
_CUT = "red"
_NAMES = {
    "people": "bright_green",
    "organisations": "bright_magenta",
    "places": "bright_cyan",
    "dates": "bright_yellow",
}
_LETTERS = {"people": "p", "organisations": "o", "places": "l", "dates": "d"}
"""What tells the kinds apart where nothing is coloured."""

_KINDS = {"html": "HTML", "text": "page text", "markdown": "Markdown", "fields": "fields of a document"}
_ENCODING = {
    "bytes": "as its bytes show",
    "byte order mark": "as its byte order mark says",
    "header": "as the header says",
    "page": "as the page says",
    "guess": "a guess",
}
_AUTHORS = {
    "data": "stated by the page's data",
    "byline": "from the byline",
    "feed": "named by the feed",
    "text": "signed in the text",
    "given": "given",
}


def render_inspection(
    inspection: Inspection, *, width: int, whole: bool = False, coloured: bool = True
) -> RenderableType:
    """All of it, laid out for this width; with `whole`, every line that was cut, in full.

    Unless `coloured`, the names and dates in the text stand in brackets, with a letter for the kind.
    """
    parts: list[RenderableType] = [*_head(inspection), Text("")]
    if inspection.lines:
        parts += [*_page(inspection, width, whole=whole, coloured=coloured), Text("")]
    if inspection.document is not None:
        parts.append(_facts(inspection, inspection.document, coloured=coloured))
    return Group(*parts)


def _head(inspection: Inspection) -> Iterator[Text]:
    document = inspection.document
    title = Text(one_line((document.title if document else "") or "(no title)"), "bold")
    if link := web_link(document.url if document else None):
        title.stylize(f"link {link}")
    yield title
    about = [_KINDS[inspection.kind], _size(inspection.size)]
    if inspection.kind != "fields":
        about.append(f"{inspection.encoding}, {_ENCODING[inspection.encoding_by]}")
    if inspection.position is not None:
        about.append(f"number {inspection.position} in the log")
    if inspection.captured_at:
        about.append(f"captured {to_the_second(inspection.captured_at)}" + ("" if inspection.exact else " or earlier"))
    yield Text(one_line(" · ".join(about)), "dim")
    yield Text(one_line((document and (document.url or document.key)) or inspection.source), "dim", overflow="fold")
    if inspection.feed:
        yield Text(one_line(f"found in the feed {inspection.feed.feed}"), "dim", overflow="fold")
    if inspection.failure:
        yield Text(one_line(inspection.failure), "bold red")


def _size(size: int) -> str:
    return f"{size:,} bytes" if size < _KILO else f"{size / _KILO:,.1f} kB"


# The page.


def _page(inspection: Inspection, width: int, *, whole: bool, coloured: bool) -> Iterator[RenderableType]:
    legend = Text.assemble(("In the text: ", "dim"))
    kinds = [Text(name if coloured else _bracketed(name, name), style) for name, style in _NAMES.items()]
    yield legend.append_text(Text("  ").join(kinds))
    yield Text("")
    marked = _marked(inspection.document, coloured=coloured) if inspection.document else {}
    for (zone, label), group in groupby(inspection.lines, key=lambda line: (line.zone, line.label)):
        style, lines = _ZONES.get(zone, _CUT), list(group)
        name = _SHORTER.get(label, label) or ("not used" if zone == "none" else zone)
        if zone in ("discarded", "none", "related"):
            texts = _cut_short(lines, width, whole=whole)
        else:
            texts = [marked.get(line.paragraph, Text(one_line(line.text), _own(zone))) for line in lines]
        yield _Barred(name, style, texts, spaced=zone == "body")


class _Barred:
    """Texts beside a bar, with the zone's name before the first of them."""

    def __init__(self, name: str, style: str, texts: Sequence[Text], *, spaced: bool) -> None:
        self._name, self._style, self._texts, self._spaced = one_line(name)[:_GUTTER], style, texts, spaced

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        width, name = max(1, options.max_width - _GUTTER - 3), self._name
        for number, text in enumerate(self._texts):
            rows = [Text(), *text.wrap(console, width)] if number and self._spaced else text.wrap(console, width)
            for row in rows:
                yield Text.assemble((f"{name:>{_GUTTER}} │ ", self._style)) + row
                name = ""


def _own(zone: str) -> str:
    return _ZONES[zone] if zone in ("title", "standfirst") else ""


def _cut_short(lines: Sequence[PageLine], width: int, *, whole: bool) -> list[Text]:
    """What isn't text: each line, or all of them as one paragraph that is cut where it grows long."""
    if whole:
        return [Text(one_line(line.text), "dim") for line in lines]
    room = _ROWS * max(20, width - _GUTTER - 3) - len("… and 1,000 lines more")
    shown = Text()
    for number, line in enumerate(lines):
        text = one_line(line.text)
        if number and shown.cell_len + len(text) > room:
            shown.append(f" … and {counted(len(lines) - number, 'line')} more", "dim italic")
            break
        shown.append(" · " if number else "")
        shown.append(text if len(text) <= room else f"{text[:room]}…", "dim")
    return [shown]


def _marked(document: Document, *, coloured: bool) -> dict[int | None, Text]:
    """The paragraphs of the text by their numbers, with names and dates in their colours, or else in brackets."""
    spans = [
        (*mention.span, kind)
        for kind in ("people", "organisations", "places")
        for entity in getattr(document, kind)
        for mention in entity.mentions
        if mention.zone == "body"
    ]
    spans += [(*date.span, "dates") for date in document.mentioned if date.zone == "body"]
    whole = Text(document.text)
    for start, end, kind in spans:
        whole.stylize(f"{_NAMES[kind]} underline", start, end)
    found: dict[int | None, Text] = {}
    start = 0
    for number, paragraph in enumerate(document.text.split("\n\n")):
        end = start + len(paragraph)
        text = _safe(whole[start:end])
        if not coloured and text.plain == paragraph:
            inside = [
                (first - start, last - start, kind) for first, last, kind in spans if start <= first < last <= end
            ]
            text = Text(_with_brackets(paragraph, inside))
        found[number] = text
        start = end + 2
    return found


def _with_brackets(text: str, spans: Sequence[tuple[int, int, str]]) -> str:
    """The text with its names and dates in brackets; of two that overlap, the first."""
    parts, at = [], 0
    for start, end, kind in sorted(spans):
        if start >= at:
            parts += [text[at:start], _bracketed(text[start:end], kind)]
            at = end
    return "".join([*parts, text[at:]])


def _bracketed(text: str, kind: str) -> str:
    return f"[{_LETTERS[kind]}:{text}]"


def _safe(text: Text) -> Text:
    """The same text, if nothing in it is hostile; else without what is, and without colours."""
    return text if one_line(text.plain) == text.plain else Text(one_line(text.plain))


# What was found.


def _facts(inspection: Inspection, document: Document, *, coloured: bool) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for name, lines in _rows(inspection, document, coloured=coloured):
        if lines:
            table.add_row(name, Group(*lines))
    return table


def _rows(inspection: Inspection, document: Document, *, coloured: bool) -> Iterator[tuple[str, list[RenderableType]]]:
    unknown: list[RenderableType] = [Text("unknown: the page states none", "dim")]
    yield "Published", _date(document.published, inspection.refused.get("published")) or unknown
    yield "Modified", _date(document.modified, inspection.refused.get("modified"))
    yield "Language", _language(inspection)
    yield "Authors", _authors(inspection)
    line = document.dateline
    yield "Dateline", _plain(", ".join(filter(None, (line.place, line.agency, line.date))) if line else None)
    yield "Site", _plain(document.site)
    yield "Section", _plain(document.section)
    yield "Tags", _plain(", ".join(document.tags))
    yield "Stated as", _plain(document.canonical_url)
    yield "Image", _plain(document.image)
    for name, entities in (
        ("People", document.people),
        ("Organisations", document.organisations),
        ("Places", document.places),
    ):
        yield name, [_entity(each, _NAMES[name.lower()]) for each in entities]
    by = f"proposed by {inspection.model}, judged by rules" if inspection.model else "by gazetteers and rules alone"
    yield "Names", [Text(one_line(by), "dim")]
    yield "Mentioned", [_mentioned(each, document, coloured=coloured) for each in document.mentioned]
    yield "Related", [_story(story.title, story.url, story.at or story.time_text) for story in document.related]
    yield "Boilerplate", _boilerplate(inspection, document)


def _date(date: StatedDate | None, refused: tuple[Evidence, ...] | None) -> list[RenderableType]:
    """A date with its evidence; where none is known, what was refused and why."""
    if date:
        return evidence_lines(date)
    return [Text("unknown", "dim"), *proof_lines(refused)] if refused else []


def _plain(text: str | None) -> list[RenderableType]:
    return [Text(one_line(text))] if text else []


def _language(inspection: Inspection) -> list[RenderableType]:
    told = inspection.language
    if told is None:
        return []
    text = Text(told.chosen or "unknown")
    text.append(
        f"  declared {one_line(told.declared or 'none')}, detected {told.detected or 'none'}: {told.reason}", "dim"
    )
    return [text]


def _authors(inspection: Inspection) -> list[RenderableType]:
    told = inspection.authors
    if told is None or not (told.names or told.byline):
        return []
    text = Text(one_line(", ".join(told.names)) or "none")
    if told.source:
        text.append(f"  {_AUTHORS[told.source]}", "dim")
    lines: list[RenderableType] = [text]
    if told.byline:
        parts = filter(None, (part.strip() for part in told.byline.split("|")))
        lines.append(Text(f"byline: “{one_line(' | '.join(parts))}”", "dim"))
    return lines


def _entity(entity: Entity | Place, style: str) -> RenderableType:
    text = Text(one_line(entity.name), style)
    zones = [mention.zone for mention in entity.mentions]
    where = ", ".join(f"{zone} {zones.count(zone)}" for zone in dict.fromkeys(zones))
    country = getattr(entity, "country", None)
    others = [form for form in entity.forms if form != entity.name]
    more = [*([country] if country and country != entity.name else []), *([where] if where else [])]
    more += [f"also {', '.join(others)}"] if others else []
    text.append(f"  {one_line(' · '.join(more))}", "dim")
    return Hanging(Text(), text, more=2)


def _mentioned(date: MentionedDate, document: Document, *, coloured: bool) -> RenderableType:
    """The period, with the words and what stands around them."""
    zone = {"title": document.title, "standfirst": document.standfirst, "body": document.text}[date.zone] or ""
    start, end = date.span
    before, after = zone[max(0, start - _AROUND) : start], zone[end : end + _AROUND]
    text = Text(period(date.start, date.end))
    text.append(f"  {date.precision}  ", "dim")
    text.append(("…" if start > _AROUND else "") + one_line(before).lstrip(), "dim")
    words = one_line(date.text)
    text.append(words if coloured else f"[{words}]", _NAMES["dates"])
    text.append(one_line(after).rstrip() + ("…" if end + _AROUND < len(zone) else ""), "dim")
    return Hanging(Text(), text, more=2)


def _story(title: str, url: str | None, time: str | None) -> RenderableType:
    text = Text(one_line(title))
    if link := web_link(url):
        text.stylize(f"link {link}")
    text.append(f"  {one_line(time)}" if time else "", "dim")
    return Hanging(Text(), text, more=2)


def _boilerplate(inspection: Inspection, document: Document) -> list[RenderableType]:
    if not inspection.learnt:
        return []
    cut = sum(part.text.count("\n") + 1 for part in document.discarded if part.label == "learnt")
    known = f"{counted(inspection.learnt, 'text')} known of {inspection.site}, {cut:,} cut here"
    return [Text(one_line(f"{known}: “archive boilerplate {inspection.site}”"), "dim")]


def inspection_fields(inspection: Inspection) -> dict[str, Any]:
    """A page as the normaliser saw it, as the values that JSON has."""
    fields: dict[str, Any] = msgspec.to_builtins(inspection)
    return fields
