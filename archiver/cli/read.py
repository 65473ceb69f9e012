"""`archive show` and `archive export`: what is there, printed."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from archiver.cli.output import draw, filters, note, open_archive, open_console, output_format, query_text

if TYPE_CHECKING:
    from typing import Any


def show(arguments: Any) -> int:
    """Print one article."""
    form = output_format(arguments, "json")
    with open_archive(arguments) as archive:
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
