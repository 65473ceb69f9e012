"""What can be asked of an archive: each use case on one screen, with the same meaning for all of them."""

from __future__ import annotations

import os

from archiver.errors import NoArchiveError
from archiver.given import (
    check_facet,
    check_facets,
    check_list,
    check_number,
    check_order,
    check_page,
    check_target,
    check_text,
    check_values,
)
from archiver.parts import Parts
from archiver.searching import build_query, search, searched, today, understood

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from typing import BinaryIO

    from archiver.completing import Completion
    from archiver.document import Document
    from archiver.explaining import Explanation, Why
    from archiver.export import Exported
    from archiver.query.tree import Query
    from archiver.results import CrossTable, FacetCount, Page, Similar, TermReport, Timeline
    from archiver.saved import SavedRun, SavedSearch

SHOWN_FACETS = ("people", "organisations", "places", "sites", "published")
"""The facets that a search shows unless it is asked for others."""


class Asking(Parts):
    """An archive as far as it is read."""

    # Searching: reaches the engine alone.

    def search(
        self,
        query: str = "",
        *,
        after: str | None = None,
        before: str | None = None,
        sort: str = "relevance",
        limit: int = 10,
        page: int = 1,
        facets: Sequence[str] = SHOWN_FACETS,
        facet_size: int = 5,
        matching: str = "auto",
        newer: bool = True,
        without: Mapping[str, Sequence[str | None]] | None = None,
        **selections: Sequence[str | None],
    ) -> Page:
        """One page of the articles that match, best first, and the facets' exact counts.

        `after` and `before` bound the day of publication: from the first day of `after`, and up to the day before
        `before` begins. `selections` choose values of facets: `people=["Jane Roe"]`; None stands for the articles without any, as
        it does in the counts. (A facet of dates is chosen by `**{"published:month": ["2025-09"]}`.) `without` takes
        values away: `without={"people": ["Jane Roe"]}`. `matching` is how many of the words
        must match: all of them (`all`), any (`any`), or all where any article has them all, else at least half (`auto`).
        With `newer`, of two articles that match alike the newer one comes first. Raises QueryError.
        """
        check_page(limit, page)
        check_facets(facets)
        check_number("facet_size", facet_size)
        asked = self.build_query(query, after, before, selections, matching, without=without)._replace(
            sort=sort, limit=limit, offset=(page - 1) * limit, facets=tuple(facets), facet_size=facet_size
        )
        asked = asked._replace(as_of=today()) if newer else asked
        return search(self.reader, asked, respell=self.settings.respell)

    def build_query(
        self,
        text: str = "",
        after: str | None = None,
        before: str | None = None,
        selections: Mapping[str, Sequence[str | None]] | None = None,
        matching: str = "auto",
        *,
        without: Mapping[str, Sequence[str | None]] | None = None,
    ) -> Query:
        """What is asked, as it was typed. Raises QueryError, and UsageError for an unknown facet."""
        return build_query(
            self.settings,
            self._synonyms,
            text,
            after=after,
            before=before,
            selections=selections or {},
            matching=matching,
            excluded=without or {},
            aliases=self.aliases,
        )

    def understand(self, asked: Query) -> Query:
        """What is searched for what is asked: the same query, or one that is loosened, where that one finds nothing."""
        return understood(self.reader, asked, respell=self.settings.respell)

    def facet(
        self,
        facet: str,
        query: str = "",
        *,
        after: str | None = None,
        before: str | None = None,
        limit: int = 50,
        like: str = "",
        order: str = "count",
        matching: str = "auto",
        without: Mapping[str, Sequence[str | None]] | None = None,
        **selections: Sequence[str | None],
    ) -> tuple[FacetCount, ...]:
        """The values of one facet among the articles that match, most frequent first, with exact counts.

        Dates are counted by a unit, `published:month`, or by the one that their span asks for. `like` lists only values one of
        whose words begins so. `order` is count, name or unusual (see archiver.facets.ORDERS).
        """
        check_facet(facet)
        check_order(order)
        check_text(like, "What values begin with")
        check_number("limit", limit)
        asked = self.understand(self.build_query(query, after, before, selections, matching, without=without))
        return self.reader.facet(asked, facet, limit=limit, like=like, order=order)

    def cross(
        self,
        facet: str,
        by: str,
        query: str = "",
        *,
        after: str | None = None,
        before: str | None = None,
        limit: int = 20,
        columns: int = 100,
        like: str = "",
        order: str = "count",
        matching: str = "auto",
        without: Mapping[str, Sequence[str | None]] | None = None,
        **selections: Sequence[str | None],
    ) -> CrossTable:
        """How many of the articles that match have each of the first values of one facet and of another."""
        from archiver.crossing import build_cross

        check_facet(facet)
        check_facet(by)
        check_order(order)
        check_text(like, "What values begin with")
        check_number("limit", limit)
        check_number("columns", columns)
        asked = self.understand(self.build_query(query, after, before, selections, matching, without=without))
        return build_cross(self.reader, asked, facet, by, limit=limit, columns=columns, like=like, order=order)

    def timeline(
        self,
        query: str = "",
        *,
        of: str = "published",
        by: str | None = None,
        after: str | None = None,
        before: str | None = None,
        matching: str = "auto",
        without: Mapping[str, Sequence[str | None]] | None = None,
        **selections: Sequence[str | None],
    ) -> Timeline:
        """How many of the articles that match were published in each period, or speak of it (`of="mentioned"`).

        `by` is year, month, day or decade; None chooses what fits the span.
        """
        from archiver.timeline import build_timeline

        asked = self.understand(self.build_query(query, after, before, selections, matching, without=without))
        return build_timeline(self.reader, asked, of, by)

    def diagnose(
        self,
        query: str = "",
        *,
        after: str | None = None,
        before: str | None = None,
        matching: str = "auto",
        without: Mapping[str, Sequence[str | None]] | None = None,
        **selections: Sequence[str | None],
    ) -> tuple[TermReport, ...]:
        """For each word of a query how many articles hold it, and the nearest words that the index does hold."""
        return self.reader.diagnose(self.build_query(query, after, before, selections, matching, without=without))

    def complete(self, text: str, *, facet: str = "", limit: int = 20) -> tuple[Completion, ...]:
        """What a query that is being typed may go on with, or, for a `facet`, a value of it that is being typed."""
        from archiver.completing import complete, complete_value

        check_text(text)
        check_number("limit", limit)
        base = self.build_query()
        if facet != "":
            check_facet(facet)
            return complete_value(self.reader, facet, text, base, limit)
        return complete(self.reader, text, base, limit)

    def explain(
        self,
        query: str = "",
        *,
        after: str | None = None,
        before: str | None = None,
        matching: str = "auto",
        without: Mapping[str, Sequence[str | None]] | None = None,
        **selections: Sequence[str | None],
    ) -> Explanation:
        """How a query is understood, which forms of its words are found, and, where it finds nothing, what would."""
        from archiver.explaining import explain

        asked = self.build_query(query, after, before, selections, matching, without=without)._replace(limit=0)
        meant, page = searched(self.reader, asked, respell=self.settings.respell)
        return explain(self.reader, asked, meant.tree, page)

    def why(
        self, name: str, query: str, *, after: str | None = None, before: str | None = None, matching: str = "auto"
    ) -> Why:
        """Why this article is found by a query, or isn't: where it has each part, and what its score is made of."""
        from archiver.explaining import why

        asked = self.build_query(query, after, before, {}, matching)._replace(limit=0)
        meant, page = searched(self.reader, asked, respell=self.settings.respell)
        return why(self.reader, self.get(name), asked, meant._replace(as_of=today()), page)

    def get(self, name: str) -> Document:
        """The document with this id, beginning of an id (four characters or more), or URL.

        Raises NoArchiveError where there is none.
        """
        import msgspec

        try:
            document_id, key = self._find(name)
        except NoArchiveError:
            if document := self._get_from_others(name):
                return self.named(document)
            raise
        removal = self.log.removal(key)
        if removal:
            what = "purged" if removal.kind == "purge" else "removed"
            why = f" ({removal.reason})" if removal.reason else ""
            raise NoArchiveError(f"Article {document_id} was {what} on {removal.at[:10]}{why}. Its key was {key}.")
        document = self.reader.get(document_id)
        if document is None:
            raise NoArchiveError(
                f"Article {document_id} is in the log, but not in the index: nothing in it could be indexed, or the "
                "index is behind. “archive status” tells which."
            )
        return msgspec.structs.replace(self.named(document), captures=tuple(self.log.captures(document.key)))

    def named(self, document: Document) -> Document:
        """The document with its names as they are shown."""
        from archiver.aliases import apply

        return apply(document, self.aliases) if self.settings.aliases_path else document

    def similar(self, name: str, *, limit: int = 10, page: int = 1) -> Similar:
        """The articles most like this one, by the words that tell it from the others; itself left out.

        `name` is as for `get`. Raises NoArchiveError where there is no such article, or it has no words to compare.
        """
        from archiver.similar import find_similar

        check_page(limit, page)
        return find_similar(self.reader, self.get(name), limit=limit, offset=(page - 1) * limit)

    def export(
        self,
        query: str = "",
        *,
        after: str | None = None,
        before: str | None = None,
        matching: str = "auto",
        without: Mapping[str, Sequence[str | None]] | None = None,
        **selections: Sequence[str | None],
    ) -> Iterator[bytes]:
        """Every whole document that matches as a line of JSON, in the order of the ids, in constant memory."""
        import msgspec

        from archiver.document import decode, encode

        asked = self.understand(self.build_query(query, after, before, selections, matching, without=without))
        for data in self.reader.scan(asked):
            document = self.named(decode(data))
            yield encode(msgspec.structs.replace(document, captures=tuple(self.log.captures(document.key))))

    def export_to(
        self,
        target: str | os.PathLike[str] | BinaryIO,
        format: str = "jsonl",  # noqa: A002 - the name that the command has for it
        query: str = "",
        *,
        after: str | None = None,
        before: str | None = None,
        matching: str = "auto",
        columns: Sequence[str] = (),
        all_captures: bool = False,
        progress: Callable[[int, int], None] | None = None,
        tell: Callable[[str], None] | None = None,
        without: Mapping[str, Sequence[str | None]] | None = None,
        **selections: Sequence[str | None],
    ) -> Exported:
        """Write every article that matches to a file, a folder (`notes/`, Markdown only) or a stream, in constant memory.

        `format` is jsonl, csv, parquet, markdown, bibtex, ris, csl-json or warc. A file is replaced when all is written;
        if that is stopped, the same call goes on from there. A query means what it means in a search. `columns` are those of csv and parquet; with
        `all_captures`, a WARC file gets all captures of the articles, not only the last. `progress` is called with how
        many articles are done, and of how many; `tell` with what a person should know while it goes on. What the format
        can't hold is left out and counted. Raises UsageError and QueryError before anything is written.
        """
        from archiver.export import export, find_format, in_words

        check_target(target)
        check_list("columns", columns, "title")
        form = find_format(format, columns=tuple(columns), all_captures=all_captures)
        return export(
            self,
            self.build_query(query, after, before, selections, matching, without=without),
            form,
            os.fspath(target) if isinstance(target, str | os.PathLike) else target,
            words=in_words(query, after, before, selections, matching, without=without),
            columns=tuple(columns),
            all_captures=all_captures,
            progress=progress,
            tell=tell,
        )

    # Saved searches.

    def save(
        self,
        name: str,
        query: str = "",
        *,
        after: str | None = None,
        before: str | None = None,
        sort: str = "relevance",
        matching: str = "auto",
        newer: bool = True,
        synonyms: bool = True,
        respell: bool = True,
        replace: bool = False,
        without: Mapping[str, Sequence[str | None]] | None = None,
        **selections: Sequence[str | None],
    ) -> SavedSearch:
        """Keep a search under a name, in the place of one with this name only if `replace`, and run it once.

        So what its next run tells as new is what has come since. The options are those of `search`. Raises QueryError for
        a query that can't be answered, and UsageError for a name that can't be one.
        """
        from archiver.saved import SavedSearch, checked_name, now, save

        check_values(selections)
        check_values(without or {})
        search = SavedSearch(
            name=checked_name(name),
            query=query,
            selections={facet: tuple(values) for facet, values in selections.items() if values},
            without={facet: tuple(values) for facet, values in (without or {}).items() if values},
            after=after,
            before=before,
            matching=matching,
            sort=sort,
            newer=newer,
            synonyms=synonyms,
            respell=respell,
            saved_at=now(),
        )
        return save(self, search, replace=replace)

    def saved(self) -> tuple[SavedSearch, ...]:
        """The saved searches, by name, with what their last runs found."""
        from archiver.saved import SavedSearches

        return SavedSearches(self.settings.home).all()

    def running_saved(
        self, name: str, *, limit: int = 10, page: int = 1, facets: Sequence[str] = (), facet_size: int = 5
    ) -> AbstractContextManager[SavedRun]:
        """Run a saved search in a `with`; what it found is remembered as its last run when that ends without an error.

        Until then no other process runs the same search, so what is new is told once. Raises UsageError where there is no
        search with this name.
        """
        from archiver.saved import running

        check_page(limit, page)
        check_facets(facets)
        check_number("facet_size", facet_size)
        wanted = {"limit": limit, "offset": (page - 1) * limit, "facets": tuple(facets), "facet_size": facet_size}
        return running(self, name, wanted)

    def run_saved(self, name: str, *, limit: int = 10, page: int = 1, facets: Sequence[str] = ()) -> SavedRun:
        """Run a saved search, and remember what it found: a page of all hits, and which of all hits are new."""
        with self.running_saved(name, limit=limit, page=page, facets=facets) as run:
            return run._replace(news=iter(tuple(run.news)))

    def unsave(self, name: str) -> None:
        """Forget a saved search and what it found. Raises UsageError where there is none with this name."""
        from archiver.saved import SavedSearches

        SavedSearches(self.settings.home).drop(name)

    def saved_query(self, search: SavedSearch) -> Query:
        """What a saved search asks today. Raises QueryError where it can't be asked any more."""
        asked = build_query(
            self.settings,
            self._synonyms if search.synonyms else {},
            search.query,
            after=search.after,
            before=search.before,
            selections=search.selections,
            matching=search.matching,
            excluded=search.without,
            aliases=self.aliases,
        )
        return asked._replace(sort=search.sort, as_of=today() if search.newer else None)
