"""`archive show`: one article, printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archiver.cli.output import draw, open_archive, open_console, output_format

if TYPE_CHECKING:
    from typing import Any


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
