"""What decides each byte of an export: what is asked, and of which state of the archive."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import msgspec

from archiver import __version__
from archiver.errors import IndexingError, UnreachableError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from archiver.asking import Asking
    from archiver.export.formats import Format
    from archiver.query.tree import Query


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What decides each byte of an export.

    `words` is the query for a person, `query` the digest of what was understood of it; `index` tells the generation and
    how far it has followed each log, empty where that can't be known: then nothing can be gone on with.
    """

    program: str
    form: str
    words: str
    query: str
    index: str
    log: str
    total: int


def ask(
    archive: Asking, form: Format, query: Query, *, words: str, options: Sequence[object], index: str, total: int
) -> Asked:
    """What this export is: `options` are those of its format, `index` is what `state_of` said before it was read."""
    return Asked(
        program=__version__,
        form=json.dumps([form.name, *options]),
        words=words,
        query=_digest(query),
        index=index,
        log=f"{archive.log.id} {archive.log.last_position}",
        total=total,
    )


def state_of(archive: Asking) -> str:
    """The generation that is read, and how far it has followed each log; empty where this user may not ask."""
    from archiver.index import current_generation

    try:
        current = current_generation(archive.engine)
    except UnreachableError:
        raise
    except IndexingError:
        return ""
    if current is None:
        return ""
    return json.dumps([current.name, current.created_at, dict(sorted(current.positions.items()))])


def _digest(query: Query) -> str:
    """What tells whether the same was asked: the tree has the days that were meant, and the words that mean the same.

    The names that are one belong to it, for documents are written under them.
    """
    chosen, excluded = sorted(query.selections.items()), sorted(query.excluded.items())
    names = [(facet, merging._replace(blocked=sorted(merging.blocked))) for facet, merging in query.aliases.items()]  # type: ignore[arg-type]
    meant = repr((query.tree, chosen, excluded, sorted(names)))
    return hashlib.sha256(meant.encode("utf-8", "backslashreplace")).hexdigest()


def in_words(
    text: str,
    after: str | None,
    before: str | None,
    selections: Mapping[str, Sequence[str | None]],
    matching: str = "auto",
    *,
    without: Mapping[str, Sequence[str | None]] | None = None,
) -> str:
    """What is asked, for a person: `steel mill; people: Jane Roe; after 2025`."""
    chosen = [_of_facet(facet, values) for facet, values in sorted(selections.items()) if values]
    chosen += [f"not {_of_facet(facet, values)}" for facet, values in sorted((without or {}).items()) if values]
    bounds = [f"{name} {day}" for name, day in (("after", after), ("before", before)) if day is not None]
    how = [] if matching == "auto" else [f"{matching} of the words"]
    return "; ".join([text.strip() or "every article", *how, *chosen, *bounds])


def _of_facet(facet: str, values: Sequence[str | None]) -> str:
    return f"{facet}: {' or '.join('none' if value is None else value for value in values)}"
