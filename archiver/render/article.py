"""One article, for a person: as rendered Markdown, with its facets and the evidence of its dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.markdown import Markdown
from rich.table import Table
from rich.text import Text

from archiver.render.dates import readable
from archiver.render.safe import one_line, several_lines, web_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from archiver.document import Document, Entity, StatedDate


def to_markdown(document: Document) -> str:
    """The article as a Markdown file: title, standfirst, a line about it, and the body."""
    about = " · ".join(filter(None, (_about(document), document.url)))
    parts = [f"# {one_line(document.title or '(no title)')}", document.standfirst and f"*{document.standfirst}*", about]
    return several_lines("\n\n".join([part for part in parts if part] + [document.body]))


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
    for name, value in _rows(document):
        if value:
            table.add_row(name, value if isinstance(value, Text) else Text(several_lines(value)))
    return table


def _rows(document: Document) -> Iterator[tuple[str, str | Text | None]]:
    yield "People", ", ".join(map(_entity, document.people))
    yield "Organisations", ", ".join(map(_entity, document.organisations))
    yield "Places", ", ".join(map(_entity, document.places))
    yield (
        "Mentioned",
        "\n".join(f"{_period(item.start, item.end)}  “{one_line(item.text)}”" for item in document.mentioned),
    )
    yield "Published", _evidence(document.published) if document.published else None
    yield "Modified", _evidence(document.modified) if document.modified else None
    yield "Related", "\n".join(one_line(story.title) for story in document.related)
    labels = ", ".join(dict.fromkeys(item.label for item in document.discarded))
    yield "Discarded", labels and f"{len(document.discarded)} parts: {labels}"
    yield (
        "Captures",
        "\n".join(
            f"{item.position}  {item.captured_at or 'time unknown'}  {item.digest}" for item in document.captures
        ),
    )
    yield "Section", document.section
    yield "Language", document.language
    yield "URL", document.url or document.key
    yield "Id", document.id


def _entity(entity: Entity) -> str:
    others = [form for form in entity.forms if form != entity.name]
    return one_line(entity.name + (f" ({', '.join(others)})" if others else ""))


def _period(start: str, end: str) -> str:
    return start if start == end else f"{start} to {end}"


def _evidence(date: StatedDate) -> Text:
    if date.at:
        text = Text(readable(date.at))
        text.append(f", {date.precision} known, {'UTC' + date.offset if date.offset else 'offset unknown'}", "dim")
    else:
        text = Text("unknown", "dim")
    for item in date.evidence:
        mark, style = ("✓", "green") if item.agrees else ("✗", "red")
        text.append(f"\n  {mark} ", style).append(f"{item.source}: “{one_line(item.text)}”")
        if item.at and item.at != item.text:
            text.append(f" = {item.at}", "dim")
        if item.reason:
            text.append(f" ({one_line(item.reason)})", "dim")
    return text
