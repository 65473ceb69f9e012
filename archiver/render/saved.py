"""Saved searches, for a person at a terminal and as JSON."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from rich.text import Text

from archiver.render.numbers import counted
from archiver.render.safe import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from archiver.saved import SavedRun, SavedSearch


def render_saved(known: Sequence[SavedSearch]) -> Text:
    """Each search with what it asks, and what its last run found."""
    if not known:
        return Text("No search is saved yet: “archive save NAME QUERY” keeps one.")
    return Text("\n").join(line for search in known for line in _lines(search))


def _lines(search: SavedSearch) -> tuple[Text, Text]:
    head = Text.assemble((one_line(search.name), "bold"))
    if search.ran_at:
        head.append(f"  {counted(search.total or 0, 'article')}, {_when(search.ran_at)}", "dim")
    return head, Text(f"    {one_line(asked(search))}")


def asked(search: SavedSearch) -> str:
    """What a search asks, in one line: the query, and what was chosen besides."""
    parts = [search.query or "every article"]
    if search.matching != "auto":
        parts.append("all words" if search.matching == "all" else "any word")
    parts += [f"{facet}: {' or '.join(map(_value, values))}" for facet, values in search.selections.items()]
    parts += [f"without {facet}: {' or '.join(map(_value, values))}" for facet, values in search.without.items()]
    parts += [f"{name} {value}" for name, value in (("after", search.after), ("before", search.before)) if value]
    if search.sort != "relevance":
        parts.append(f"by {search.sort}")
    without = (("newer", search.newer), ("synonyms", search.synonyms), ("respelling", search.respell))
    parts += [f"no {name}" for name, wanted in without if not wanted]
    return " · ".join(parts)


def _value(value: str | None) -> str:
    return "none" if value is None else value


def render_run(run: SavedRun) -> Text:
    """How many articles a saved search finds, and how many of them are new since its last run."""
    text = Text(f"{run.search.name}: {counted(run.page.total, 'article')}", "bold")
    text.append(f" for {one_line(asked(run.search))}", "default")
    if run.since is None:
        return text
    news = f"{len(run.new):,} new" if run.new else "nothing new"
    text.append(f" · {news} since {_when(run.since)}", "magenta" if run.new else "default")
    if run.gone:
        text.append(f" · {run.gone:,} no longer found", "default")
    return text


def saved_fields(search: SavedSearch) -> dict[str, Any]:
    """A saved search as the values that JSON has."""
    return {name: getattr(search, name) for name in search.__struct_fields__}


def _when(at: str) -> str:
    """A time as it is kept, for people."""
    try:
        return dt.datetime.fromisoformat(at).astimezone(dt.UTC).strftime("%Y-%m-%d %H:%M UTC")
    except ValueError:  # written by hand
        return one_line(at)
