"""`archive search`. It is the command that must feel instant: only what its output needs is imported."""

import sys

from archiver.archive import SHOWN_FACETS, Archive
from archiver.cli.output import filters, open_console, output_format, query_text
from archiver.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from archiver.results import Page


def search(arguments: "Any") -> int:
    """Search, and print in the format asked for. Finding nothing is a success too."""
    form = output_format(arguments, "jsonl")
    facets = _facets(arguments.facets)
    with Archive.open(getattr(arguments, "home", None)) as archive:
        page = archive.search(
            query_text(arguments),
            sort=arguments.sort,
            limit=arguments.limit,
            page=arguments.page,
            facets=() if form == "jsonl" else facets,
            **filters(arguments),
        )
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
    from archiver.cli.parser import FACET_NAMES

    chosen = () if names == "none" else tuple(filter(None, (name.strip() for name in names.split(","))))
    for name in chosen:
        if name not in FACET_NAMES:
            raise UsageError(f"There is no facet “{name}”. There are {', '.join(FACET_NAMES)}.")
    return chosen


def _draw(archive: Archive, page: "Page", arguments: "Any") -> None:
    from archiver.render.page import render_nothing_found, render_page, render_summary

    console = open_console()
    first = (arguments.page - 1) * arguments.limit + 1
    console.print(render_summary(page, first=first))
    if not page.total:
        console.print(render_nothing_found(archive.diagnose(query_text(arguments), **filters(arguments))))
        return
    console.print()
    console.print(render_page(page, first=first, width=console.width))
    if not page.hits:
        last = -(-page.total // arguments.limit)
        console.print(f"Page {arguments.page} is past the end; the last one is --page {last}.", style="dim")
    elif first + len(page.hits) <= page.total:
        console.print(f"Next: --page {arguments.page + 1}", style="dim")
