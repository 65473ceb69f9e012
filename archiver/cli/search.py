"""`archive search`. It is the command that must feel instant: only what its output needs is imported."""

import sys

from archiver.archive import SHOWN_FACETS, Archive
from archiver.cli.output import (
    draw,
    draw_page,
    filters,
    open_archive,
    open_console,
    output_format,
    query_text,
    tell_unknown,
)
from archiver.errors import UsageError
from archiver.searching import FEW

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from rich.console import RenderableType

    from archiver.results import Page


def search(arguments: "Any") -> int:
    """Search, and print in the format asked for. Finding nothing is a success too."""
    form = output_format(arguments, "jsonl")
    if arguments.explain:
        from archiver.cli.explain import explain

        return explain(arguments, form)
    facets = _facets(arguments.facets)
    with open_archive(arguments) as archive:
        page = archive.search(
            query_text(arguments),
            sort=arguments.sort,
            newer=arguments.newer,
            limit=arguments.limit,
            page=arguments.page,
            facets=() if form == "jsonl" else facets,
            **filters(arguments),
        )
        if arguments.without:
            tell_unknown(archive, arguments)
        if form == "text":
            _draw(archive, page, arguments)
            return 0
    from archiver.render.jsonl import hit_line, page_object

    if form == "json":
        print(page_object(page))
    else:
        sys.stdout.writelines(hit_line(hit) + "\n" for hit in page.hits)
    return 0


def _facets(names: str | None) -> tuple[str, ...]:
    if names is None:
        return SHOWN_FACETS
    from archiver.cli.parser import facet_name
    from archiver.facets import known_names, parse_facet

    chosen = () if names == "none" else tuple(facet_name(name.strip()) for name in names.split(",") if name.strip())
    for name in chosen:
        if parse_facet(name) is None:
            raise UsageError(f"There is no facet “{name}”. There are {known_names()}.")
    return chosen


def _draw(archive: Archive, page: "Page", arguments: "Any") -> None:
    from archiver.render.page import render_notes, render_summary

    console = open_console()
    first = (arguments.page - 1) * arguments.limit + 1
    summary = render_summary(page, first=first, chosen=filters(arguments))
    if not page.total:
        draw(console, summary, *_why_nothing(archive, query_text(arguments), filters(arguments)))
    else:
        hints = _meant(archive, page, arguments) if page.hits and (page.widened or page.total <= FEW) else ()
        draw_page(console, summary, page, arguments, *render_notes(page), *hints)


def _meant(archive: Archive, page: "Page", arguments: "Any") -> "list[RenderableType]":
    from rich.text import Text

    from archiver.cli.hints import beside_few, capitals
    from archiver.render.safe import one_line

    query, chosen = query_text(arguments), filters(arguments)
    hints = capitals(archive, query, chosen) if page.widened else beside_few(archive, query, chosen, page.total)
    return [Text(one_line(hint)) for hint in hints]


def _why_nothing(archive: Archive, query: str, chosen: "dict[str, Any]") -> "list[RenderableType]":
    from rich.text import Text

    from archiver.cli.hints import explain, iter_hints
    from archiver.render.nothing import render_nothing_found
    from archiver.render.safe import one_line

    if reason := explain(archive, chosen):
        return [Text(one_line(reason))]
    reports = archive.diagnose(query, **chosen)
    hints = iter_hints(archive, query, chosen, reports)
    return [render_nothing_found(reports), *(Text(one_line(hint)) for hint in hints)]
