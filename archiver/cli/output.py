"""What the commands share: where results go, and how a person is told that work is going on."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from rich.console import Console, RenderableType

    from archiver.archive import Archive
    from archiver.aside import Aside
    from archiver.results import Page

# Columns that lines are laid out for, whatever COLUMNS claims: with none nothing is shown, with a billion it takes hours.
_NARROWEST, _WIDEST = 20, 1000
SHOWN = 20  # troubles told one by one; all of them are in aside.jsonl
FILTERS = ("people", "organisations", "places", "countries", "sites", "sections", "authors", "languages")


def open_archive(arguments: Any, *, create: bool = False) -> Archive:
    """The archive that the command line, the environment or the settings name."""
    from archiver.archive import Archive

    archive = Archive.open(
        getattr(arguments, "home", None), create=create, elasticsearch=getattr(arguments, "elasticsearch", None)
    )
    if getattr(arguments, "no_synonyms", False):
        archive.settings = archive.settings._replace(synonyms="none")
    if getattr(arguments, "no_respelling", False):
        archive.settings = archive.settings._replace(respell=False)
    return archive


def filters(arguments: Any) -> dict[str, Any]:
    """What the flags ask for besides the query: bounds of the date, and values of facets."""
    chosen: dict[str, list[str | None]] = {name: [*values] for name in FILTERS if (values := getattr(arguments, name))}
    without: dict[str, list[str | None]] = {}
    for facet, value in arguments.only:
        chosen.setdefault(facet, []).append(value)
    for facet, value in arguments.without:
        # Without a value: the articles that have none of this facet, which is chosen like one of its values.
        (chosen if value is None else without).setdefault(facet, []).append(value)
    excluded = {"without": without} if without else {}
    return {**chosen, **excluded, "after": arguments.after, "before": arguments.before, "matching": arguments.matching}


def query_text(arguments: Any) -> str:
    """The words of the command line as one query."""
    from archiver.cli.parser import unprotected

    return unprotected(" ".join(arguments.query))


def output_format(arguments: Any, for_pipes: str) -> str:
    """The format asked for, else text on a terminal and `for_pipes` into a pipe."""
    return arguments.format or ("text" if sys.stdout.isatty() else for_pipes)


def open_console() -> Console:
    """A rich console; without highlighting of its own, so that what is coloured is what we mean."""
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=False, emoji=False)
    console.width = min(max(console.width, _NARROWEST), _WIDEST)
    return console


def draw_page(console: Console, summary: RenderableType, page: Page, arguments: Any, *notes: RenderableType) -> None:
    """Print a page of hits under its first line, and where the next page is; or that there are no so many pages."""
    from archiver.render.page import render_page

    if page.total and not page.hits:
        last = -(-page.total // arguments.limit)
        draw(console, summary, f"Page {arguments.page} is past the end; the last one is --page {last}.")
        return
    first = (arguments.page - 1) * arguments.limit + 1
    draw(console, summary, *notes, "", render_page(page, first=first, width=console.width))
    if first + len(page.hits) <= page.total:
        draw(console, f"[dim]Next: --page {arguments.page + 1}[/]")


def write_rows(form: str, rows: Sequence[object], whole: object) -> None:
    """Print rows as JSON lines, or all there is as one object."""
    from archiver.render.jsonl import to_json

    if form == "json":
        print(to_json(whole))
    else:
        sys.stdout.writelines(to_json(row) + "\n" for row in rows)


def draw(console: Console, *parts: RenderableType) -> None:
    """Print for a person, without the spaces that fill up the lines: they get into files, and into what is copied."""
    with console.capture() as drawn:
        for part in parts:
            console.print(part)
    sys.stdout.write("\n".join(line.rstrip(" ") for line in drawn.get().split("\n")))


def tell_troubles(troubles: Sequence[tuple[str, str]], aside: Aside) -> None:
    """What couldn't be used and why, the first ones, and where all of them are listed."""
    for source, reason in troubles[:SHOWN]:
        note(f"{source}: {reason}")
    if len(troubles) > SHOWN:
        note(f"… and {len(troubles) - SHOWN:,} more.")
    if troubles:
        note(aside.notice or f"What couldn't be used is listed in {aside.path}.")


def tell_unknown(archive: Archive, arguments: Any) -> None:
    """Say on stderr which values that are to be left out no article has: what was meant stays in what is counted."""
    for facet, value in arguments.without:
        chosen: dict[str, Any] = {facet: [value]}
        if value is not None and not archive.search(limit=0, facets=(), **chosen).total:
            name = facet.partition(":")[0]
            note(f"No article has “{value}” among its {name}, so nothing is left out by it.")


def tell_changes(archive: Archive, arguments: Any) -> None:
    """Say on stderr what was changed of the query, so that it finds something: what is counted is counted of that."""
    from archiver.searching import changes

    tell_unknown(archive, arguments)
    if query := query_text(arguments):
        page = archive.search(query, limit=0, facets=(), **filters(arguments))
        for sentence in changes(page):
            note(sentence)


def note(message: str) -> None:
    """A line for the person, on stderr."""
    from archiver.cli import wrapped
    from archiver.render.safe import several_lines

    print(wrapped(several_lines(message)), file=sys.stderr)
