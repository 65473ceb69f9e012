"""`archive facets` and `archive timeline`: what is counted, printed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from archiver.cli.output import (
    draw,
    filters,
    note,
    open_archive,
    open_console,
    output_format,
    query_text,
    tell_changes,
    write_rows,
)
from archiver.crossing import MOST, chosen_in, first
from archiver.errors import UsageError
from archiver.facets import NAMES, UNITS

if TYPE_CHECKING:
    from typing import Any

    from archiver.results import CrossTable, FacetCount

_COLUMNS = 100  # of a table
_NARROW = 60  # columns that a facet's list needs at most


def facets(arguments: Any) -> int:
    """Print the values of one facet, and say if there are more."""
    if arguments.by:
        return _cross(arguments)
    if arguments.columns:
        raise UsageError("--columns is for a table: name the facet that goes across with --by.")
    form, limit, chosen = output_format(arguments, "jsonl"), arguments.limit, filters(arguments)
    with open_archive(arguments) as archive:
        counts = archive.facet(
            arguments.field,
            query_text(arguments),
            limit=limit + 1 + chosen_in({name: chosen[name] for name in chosen.keys() & set(NAMES)}),
            like=arguments.like,
            order=arguments.sort,
            **chosen,
        )
        tell_changes(archive, arguments)
    counts, has_more = first(counts, limit)
    _print_facet(form, arguments, counts)
    if has_more and form == "text":
        sys.stdout.flush()
        note(f"There are more {_kind(arguments.field)} than the {limit:,} listed; --limit {limit * 10:,} lists more.")
    return 0


def _print_facet(form: str, arguments: Any, counts: tuple[FacetCount, ...]) -> None:
    if form == "text":
        from archiver.render.page import render_facet

        console = open_console()
        block = render_facet(arguments.field, counts, min(console.width, _NARROW))
        if block:
            block.rstrip()
        draw(console, block or _nothing(arguments))
        return
    from archiver.render.jsonl import count_fields

    rows = [count_fields(count) for count in counts]
    write_rows(form, rows, rows)


def _nothing(arguments: Any) -> str:
    if arguments.sort == "unusual":
        return "Nothing is more frequent among these articles than among all."
    return "No value begins so." if arguments.like else "No article matches."


def _cross(arguments: Any) -> int:
    """Print a table of two facets."""
    form = output_format(arguments, "jsonl")
    with open_archive(arguments) as archive:
        table = archive.cross(
            arguments.field,
            arguments.by,
            query_text(arguments),
            limit=arguments.limit,
            columns=arguments.columns or _COLUMNS,
            like=arguments.like,
            order=arguments.sort,
            **filters(arguments),
        )
        tell_changes(archive, arguments)
    if form == "text":
        _draw_cross(table, arguments)
        return 0
    from archiver.render.jsonl import cross_row

    rows = [cross_row(table, number) for number in range(len(table.down))]
    write_rows(form, rows, {"rows": table.rows, "by": table.columns, "values": rows})
    return 0


def _draw_cross(table: CrossTable, arguments: Any) -> None:
    from archiver.render.tables import render_cross

    console = open_console()
    if not table.down or not table.across:
        draw(console, _nothing(arguments))
        return
    block, left_out = render_cross(table, console.width)
    draw(console, block)
    sys.stdout.flush()
    for more, name, option, shown in (
        (table.more_rows, table.rows, "limit", arguments.limit),
        (table.more_columns, table.columns, "columns", arguments.columns or _COLUMNS),
    ):
        if more:
            note(
                f"There are more {_kind(name)} than the {shown:,} listed; --{option} {min(shown * 10, MOST):,} lists more."
            )
    if left_out:
        has = ("is", "column", "has") if left_out == 1 else ("are", "columns", "have")
        note(f"There {has[0]} {left_out:,} more {has[1]}, which {has[2]} fewer articles; “--format jsonl” prints all.")


def _kind(name: str) -> str:
    """What the values of a facet are, in the plural."""
    facet, _, unit = name.partition(":")
    return f"{unit}s" if unit else "dates" if facet in UNITS else facet


def timeline(arguments: Any) -> int:
    """Print how many articles each period has."""
    form = output_format(arguments, "jsonl")
    with open_archive(arguments) as archive:
        found = archive.timeline(query_text(arguments), of=arguments.of, by=arguments.by, **filters(arguments))
        tell_changes(archive, arguments)
    if form == "text":
        from archiver.render.timeline import render_timeline

        console = open_console()
        draw(console, render_timeline(found, console.width))
        return 0
    from archiver.render.jsonl import period_fields, without_fields

    rows = [period_fields(period) for period in found.periods]
    if found.without:
        rows.append(without_fields(found))
    write_rows(form, rows, {"of": found.of, "by": found.by, "total": found.total, "periods": rows})
    return 0
