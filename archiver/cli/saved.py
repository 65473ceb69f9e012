"""`archive save`, `saved`, `run` and `unsave`: searches that are kept, and what is new in them."""

from __future__ import annotations

import shlex
import sys
from itertools import islice
from typing import TYPE_CHECKING

from archiver.archive import SHOWN_FACETS
from archiver.cli.output import draw, filters, note, open_archive, open_console, output_format, query_text
from archiver.errors import ArchiveError
from archiver.render.numbers import counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from archiver.results import Hit
    from archiver.saved import SavedRun

_PAGE = 10
_DRAWN = 100  # new hits that are laid out at once


def save(arguments: Any) -> int:
    """Keep a search, and say how many articles it finds now."""
    with open_archive(arguments) as archive:
        kept = archive.save(
            arguments.name,
            query_text(arguments),
            sort=arguments.sort,
            newer=arguments.newer,
            synonyms=not arguments.no_synonyms,
            respell=not arguments.no_respelling,
            replace=arguments.replace,
            **filters(arguments),
        )
    print(
        f"Saved as “{kept.name}”: {counted(kept.total or 0, 'article')} now. “archive run” tells what is new from here on."
    )
    return 0


def saved(arguments: Any) -> int:
    """List the saved searches, with what their last runs found."""
    form = output_format(arguments, "jsonl")
    with open_archive(arguments) as archive:
        known = archive.saved()
    if form == "text":
        from archiver.render.saved import render_saved

        draw(open_console(), render_saved(known))
        return 0
    from archiver.render.jsonl import to_json
    from archiver.render.saved import saved_fields

    sys.stdout.writelines(to_json(saved_fields(search)) + "\n" for search in known)
    return 0


def run(arguments: Any) -> int:
    """Run a saved search. What is new and was printed counts as seen then; that nothing is new is a success too."""
    form = output_format(arguments, "jsonl")
    facets = () if form == "jsonl" or arguments.new else SHOWN_FACETS
    limit = 0 if arguments.new else arguments.limit or _PAGE
    with (
        open_archive(arguments) as archive,
        archive.running_saved(arguments.name, limit=limit, page=arguments.page, facets=facets) as found,
    ):
        hits = _printed(found, _new_hits(found, arguments) if arguments.new else iter(found.page.hits))
        if form == "text":
            _draw(found, hits, arguments)
        elif form == "json":
            from archiver.render.jsonl import run_object

            print(run_object(found, list(hits)))
        else:
            from archiver.render.jsonl import run_line

            sys.stdout.writelines(run_line(hit, is_new=hit.id in found.new) + "\n" for hit in hits)
        sys.stdout.flush()
        if left := len(found.left):
            which = f"{'article is' if left == 1 else 'articles are'} new: “archive run {shlex.quote(arguments.name)} --new”"
            note(f"{left:,} more {which} shows {'it' if left == 1 else 'them'}.")
    return 0


def _printed(found: SavedRun, hits: Iterator[Hit]) -> Iterator[Hit]:
    """The hits; the new ones that aren't among them stay new."""
    found.left.update(found.new)
    for hit in hits:
        found.left.discard(hit.id)
        yield hit


def unsave(arguments: Any) -> int:
    """Forget saved searches; one that isn't there doesn't keep the others."""
    troubles: list[ArchiveError] = []
    with open_archive(arguments) as archive:
        for name in arguments.names:
            try:
                archive.unsave(name)
            except ArchiveError as error:
                troubles.append(error)
    for trouble in troubles[1:]:
        note(f"archive: {trouble}")
    if troubles:
        raise troubles[0]
    return 0


def _new_hits(found: SavedRun, arguments: Any) -> Iterator[Hit]:
    if arguments.limit is None:
        return found.news
    first = (arguments.page - 1) * arguments.limit
    return islice(found.news, first, first + arguments.limit)


def _draw(found: SavedRun, hits: Iterator[Hit], arguments: Any) -> None:
    from archiver.render.page import render_notes, render_page
    from archiver.render.saved import render_run

    console = open_console()
    limit = arguments.limit or _PAGE
    first = (arguments.page - 1) * limit + 1
    draw(console, render_run(found), *render_notes(found.page))
    while chunk := tuple(islice(hits, _DRAWN)):
        page = found.page._replace(hits=chunk)
        draw(console, "", render_page(page, first=first, width=console.width, new=() if arguments.new else found.new))
        first += len(chunk)
    if not found.page.hits and not arguments.new and found.page.total:
        last = -(-found.page.total // limit)
        draw(console, f"Page {arguments.page} is past the end; the last one is --page {last}.")
    elif not arguments.new and first <= found.page.total:
        draw(console, f"[dim]Next: --page {arguments.page + 1}[/]")
