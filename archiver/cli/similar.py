"""`archive similar`: the articles most like one, printed as those of a search are."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from archiver.cli.output import draw, open_archive, open_console, output_format

if TYPE_CHECKING:
    from typing import Any

    from archiver.results import Similar


def similar(arguments: Any) -> int:
    """Print the articles most like one; that there are none is a success too."""
    form = output_format(arguments, "jsonl")
    with open_archive(arguments) as archive:
        found = archive.similar(arguments.id, limit=arguments.limit, page=arguments.page)
    if form == "text":
        _draw(found, arguments)
        return 0
    from archiver.render.jsonl import hit_line, similar_object

    if form == "json":
        print(similar_object(found))
    else:
        sys.stdout.writelines(hit_line(hit) + "\n" for hit in found.page.hits)
    return 0


def _draw(found: Similar, arguments: Any) -> None:
    from archiver.render.page import render_page, render_similar

    console, page = open_console(), found.page
    first = (arguments.page - 1) * arguments.limit + 1
    summary = render_similar(found, first=first)
    if not page.hits and page.total:
        last = -(-page.total // arguments.limit)
        draw(console, summary, f"Page {arguments.page} is past the end; the last one is --page {last}.")
        return
    draw(console, summary, "", render_page(page, first=first, width=console.width))
    if first + len(page.hits) <= page.total:
        draw(console, f"[dim]Next: --page {arguments.page + 1}[/]")
