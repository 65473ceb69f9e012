"""`archive show`, `archive facets` and `archive export`: what is there, printed."""

from __future__ import annotations

import os
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


def export(arguments: Any) -> int:
    """Write every matching document; a file is replaced only when the export is complete."""
    from archiver.render.safe import escape_json

    words, chosen = query_text(arguments), filters(arguments)
    with open_archive(arguments) as archive:
        if arguments.output is None:
            to_terminal = sys.stdout.isatty()
            for line in archive.export(words, **chosen):
                sys.stdout.write(escape_json(line.decode()) if to_terminal else line.decode())
                sys.stdout.write("\n")
            return 0
        from archiver.cli.progress import Bars

        total = archive.search(words, limit=0, facets=(), **chosen).total
        # A device or a pipe is written to as it is, and by the name that was given: /dev/stdout may lead nowhere else.
        replaces = not os.path.exists(arguments.output) or os.path.isfile(arguments.output)
        target = os.path.realpath(arguments.output) if replaces else arguments.output
        partial = f"{target}.{os.getpid()}.partial" if replaces else target
        try:
            with Bars() as bars, open(partial, "wb") as file:
                bar = bars.add("Exporting", total)
                for done, line in enumerate(archive.export(words, **chosen), 1):
                    file.write(line + b"\n")
                    bar(done, total)
            if replaces:
                os.replace(partial, target)
        except BaseException as error:
            if replaces and os.path.exists(partial):
                os.remove(partial)
            if isinstance(error, OSError) and error.filename == partial:
                error.filename = arguments.output
            raise
    note(f"{total:,} article{'' if total == 1 else 's'} written to {arguments.output}.")
    return 0
