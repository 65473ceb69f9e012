"""One article, for a person: as rendered Markdown, with its facets and the evidence of its dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.markdown import Markdown
from rich.table import Table
from rich.text import Text

from archiver.render.dates import readable, to_the_second
from archiver.render.hanging import Hanging
from archiver.render.safe import one_line, several_lines, web_link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

    from archiver.document import Document, DocumentCapture, Entity, Evidence, StatedDate

_INDENT = 2  # columns by which the further lines of an item of a list are indented


def to_markdown(document: Document) -> str:
    """The article as a Markdown file: title, standfirst, a line about it, the body, and what it takes to cite it."""
    title, standfirst = f"# {one_line(document.title or '(no title)')}", document.standfirst
    parts = [
        title,
        f"*{standfirst}*" if standfirst else "",
        _about(document),
        document.body,
        "---",
        _citation(document),
    ]
    return several_lines("\n\n".join(filter(None, parts)))


def _citation(document: Document) -> str:
    """The address, id and captures as a Markdown list."""
    url = _address(document)
    address = f"<{url}>" if web_link(url) else f"`{url}`"
    captures = [
        f"Capture {capture.position}: {_capture_time(capture)}, `{capture.digest}`" for capture in document.captures
    ]
    return "\n".join(f"- {one_line(line)}" for line in (f"Address: {address}", f"Id: `{document.id}`", *captures))


def render_article(document: Document) -> RenderableType:
    """Title, standfirst, who and when, the body, then facets and evidence."""
    title = Text(one_line(document.title or "(no title)"), "bold")
    link = web_link(document.url)
    if link:
        title.stylize(f"link {link}")
    parts: list[RenderableType] = [title]
    if document.standfirst:
        parts.append(Text(one_line(document.standfirst), "italic"))
    parts += [Text(_about(document), "cyan"), Text("")]
    # Links are shown, never followed by the terminal on their own; HTML in Markdown isn't rendered by rich at all.
    parts += [Markdown(several_lines(document.body)), Text(""), _facts(document)]
    return Group(*parts)


def _about(document: Document) -> str:
    published = document.published.at if document.published else None
    date = readable(published) if published else "no date"
    return one_line(" · ".join(filter(None, (document.site, date, ", ".join(document.authors), _dateline(document)))))


def _dateline(document: Document) -> str | None:
    if document.dateline is None:
        return None
    return ", ".join(filter(None, (document.dateline.place, document.dateline.agency)))


def _facts(document: Document) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for name, lines in _rows(document):
        if lines:
            table.add_row(name, Group(*lines))
    return table


def _rows(document: Document) -> Iterator[tuple[str, list[RenderableType]]]:
    yield "URL" if document.url or document.canonical_url else "Key", _plain(_address(document))
    yield "Stated as", _plain(document.canonical_url if document.canonical_url != _address(document) else None)
    yield "Id", _plain(document.id)
    yield "Section", _plain(document.section)
    yield "Tags", _plain(", ".join(document.tags))
    yield "Language", _plain(document.language)
    yield "People", _plain(", ".join(map(_entity, document.people)))
    yield "Organisations", _plain(", ".join(map(_entity, document.organisations)))
    yield "Places", _plain(", ".join(map(_entity, document.places)))
    mentioned = [f"{period(item.start, item.end)}  “{one_line(item.text)}”" for item in document.mentioned]
    yield "Mentioned", _list(dict.fromkeys(mentioned))
    yield "Published", evidence_lines(document.published) if document.published else []
    yield "Modified", evidence_lines(document.modified) if document.modified else []
    yield "Related", _list(story.title for story in document.related)
    labels = ", ".join(dict.fromkeys(item.label for item in document.discarded))
    number = len(document.discarded)
    yield "Discarded", _plain(labels and f"{number} part{'' if number == 1 else 's'}: {labels}")
    yield "Captures", [line for capture in document.captures for line in _capture(capture)]


def _address(document: Document) -> str:
    """Where the article was fetched from, else what the page states; else the key of what has no address."""
    return document.url or document.canonical_url or document.key


def _plain(text: str | None) -> list[RenderableType]:
    return [Text(one_line(text))] if text else []


def _list(items: Iterable[str]) -> list[RenderableType]:
    return [Hanging(Text(), Text(one_line(item)), more=_INDENT) for item in items]


def _capture(capture: DocumentCapture) -> Iterator[RenderableType]:
    yield Hanging(Text(), Text(f"Number {capture.position} in the log, {_capture_time(capture)}"), more=_INDENT)
    yield Hanging(Text(" " * _INDENT), Text(capture.digest, "dim", overflow="fold"))


def _capture_time(capture: DocumentCapture) -> str:
    if capture.captured_at is None:
        return "captured at a time that nobody knows"
    time = to_the_second(capture.captured_at)
    return f"captured {time}" if capture.exact else f"imported {time}, captured then or earlier"


def _entity(entity: Entity) -> str:
    others = [form for form in entity.forms if form != entity.name]
    return one_line(entity.name + (f" ({', '.join(others)})" if others else ""))


def period(start: str, end: str) -> str:
    """A period by its first and last day."""
    return start if start == end else f"{start} to {end}"


def evidence_lines(date: StatedDate) -> list[RenderableType]:
    """A date, and each place where one was seen: whether it agrees, and if not, why."""
    if date.at:
        text = Text(readable(date.at))
        text.append(f", {date.precision} known, {'UTC' + date.offset if date.offset else 'offset unknown'}", "dim")
    else:
        text = Text("unknown", "dim")
    return [text, *proof_lines(date.evidence)]


def proof_lines(evidence: Sequence[Evidence]) -> list[RenderableType]:
    """Each place where a date was seen: whether it agrees, and if not, why."""
    lines: list[RenderableType] = []
    for item in evidence:
        mark, style = ("✓", "green") if item.agrees else ("✗", "red")
        text = Text(f"{item.source}: “{one_line(item.text)}”")
        if item.at and item.at != item.text:
            text.append(f" = {item.at}", "dim")
        if item.reason:
            text.append(f" ({one_line(item.reason)})", "dim")
        lines.append(Hanging(Text.assemble((f"  {mark} ", style)), text))
    return lines
