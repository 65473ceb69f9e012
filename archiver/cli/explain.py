"""`archive search --explain` and `archive show --why`: how a query was understood, and why an article is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archiver.cli.output import draw, filters, open_archive, open_console, query_text

if TYPE_CHECKING:
    from typing import Any

    from archiver.archive import Archive


def explain(arguments: Any, form: str) -> int:
    """Print how the query was understood, and what became of it."""
    with open_archive(arguments) as archive:
        explanation = archive.explain(query_text(arguments), **filters(arguments))
    if form == "text":
        from archiver.render.explanation import render_explanation

        draw(open_console(), *render_explanation(explanation))
    else:
        from archiver.render.jsonl import explanation_object

        print(explanation_object(explanation))
    return 0


def why(archive: Archive, arguments: Any, form: str) -> int:
    """Print why the article is found by a query, or isn't."""
    found = archive.why(arguments.id, arguments.why)
    if form == "json":
        from archiver.render.jsonl import why_object

        print(why_object(found))
    else:
        from archiver.render.explanation import render_why

        draw(open_console(), *render_why(found))
    return 0
