"""`archive show` and `archive facets`: what is there, printed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from archiver.cli.output import draw, filters, note, open_archive, open_console, output_format, query_text

if TYPE_CHECKING:
    from typing import Any

    from archiver.results import FacetCount


def show(arguments: Any) -> int:
    """Print one article."""
    form = output_format(arguments, "json")
    with open_archive(arguments) as archive:
        if arguments.why is not None:
            from archiver.cli.explain import why

            return why(archive, arguments, form)
        document = archive.get(arguments.id)
    if form == "json":
        from archiver.document import encode
        from archiver.render.safe import escape_json

        print(escape_json(encode(document).decode()))
    elif form == "markdown":
        from archiver.render.article import to_markdown

        print(to_markdown(document))
    else:
        from archiver.render.article import render_article

        draw(open_console(), render_article(document))
    return 0


def facets(arguments: Any) -> int:
    """Print the values of one facet, the most frequent first, and say if there are more."""
    form, limit = output_format(arguments, "jsonl"), arguments.limit
    with open_archive(arguments) as archive:
        # One more than is shown, which tells whether there are more.
        counts = archive.facet(arguments.field, query_text(arguments), limit=limit + 1, **filters(arguments))
    valued = [count for count in counts if count.value is not None]
    has_more = len(valued) > limit
    if has_more:
        counts = tuple(count for count in counts if count != valued[limit] or count.selected)
    _print_facet(form, arguments.field, counts)
    if has_more and form == "text":
        sys.stdout.flush()
        note(f"There are more {arguments.field} than the {limit:,} listed; --limit {limit * 10:,} lists more.")
    return 0


def _print_facet(form: str, field: str, counts: tuple[FacetCount, ...]) -> None:
    if form == "text":
        from archiver.render.page import render_facet

        console = open_console()
        block = render_facet(field, counts, min(console.width, 60))
        if block:
            block.rstrip()
        draw(console, block or "No article matches.")
        return
    from archiver.render.jsonl import count_fields, to_json

    if form == "json":
        print(to_json([count_fields(count) for count in counts]))
    else:
        sys.stdout.writelines(to_json(count_fields(count)) + "\n" for count in counts)
