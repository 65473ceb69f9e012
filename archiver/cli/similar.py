"""`archive similar`: the articles most like one, printed as those of a search are."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from archiver.cli.output import draw_page, open_archive, open_console, output_format

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
    from archiver.render.page import render_similar

    first = (arguments.page - 1) * arguments.limit + 1
    draw_page(open_console(), render_similar(found, first=first), found.page, arguments)
