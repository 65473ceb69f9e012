"""`Archive`, the public Python API: each use case of the archive on one screen.

from archiver import Archive

with Archive.open("my-archive", create=True) as archive:
    archive.add("https://example.org/a-story", "saved-pages/")
    page = archive.search("steel mill", people=["Jane Roe"], after="2025-06")
    for hit in page.hits:
        print(hit.title, hit.published)
"""

from __future__ import annotations

import os

from archiver.closing import Closing
from archiver.errors import ArchiveError, IndexingError, NoArchiveError, UnreachableError, UsageError
from archiver.facets import FACETS as FACETS  # noqa: PLC0414 - exported
from archiver.query.synonyms import read
from archiver.query.tree import Group, Query
from archiver.searching import build_query, check_facet, check_order, check_text, search, today, understood
from archiver.settings import load_settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from typing import BinaryIO, Self

    from archiver.adding import AddReport
    from archiver.aliases import Merging
    from archiver.aside import Aside
    from archiver.completing import Completion
    from archiver.document import Capture, Document
    from archiver.engine import Engine, Generation, Reader
    from archiver.explaining import Explanation, Why
    from archiver.export import Exported
    from archiver.index import CatchUp, Check, Failure, Progress, Rebuilt
    from archiver.keeping import Status
    from archiver.log import Log
    from archiver.normalise.workers import Normaliser
    from archiver.query.synonyms import Table
    from archiver.query.tree import Node
    from archiver.results import CrossTable, FacetCount, Page, Similar, TermReport, Timeline
    from archiver.saved import SavedRun, SavedSearch
    from archiver.settings import Settings
    from archiver.sources import PassedOver, Rejected, SourceOptions

_SHORTEST_ID = 4  # characters by which an article may be named

SHOWN_FACETS = ("people", "organisations", "places", "sites", "published")
"""The facets that a search shows unless it is asked for others."""

_LONGEST_SHOWN = 200  # characters of a name that a message repeats


class Archive(Closing):
    """One archive: its log, its index and its settings. Use it in a `with`, or close it."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._log: Log | None = None
        self._engine: Engine | None = None
        self._reader: Reader | None = None
        self._normaliser: Normaliser | None = None
        self._aside: Aside | None = None
        self._known_synonyms: Table | None = None
        self._known_aliases: Mapping[str, Merging] | None = None

    @classmethod
    def open(
        cls,
        folder: str | None = None,
        *,
        create: bool = False,
        settings: Settings | None = None,
        elasticsearch: str | None = None,
    ) -> Self:
        """The archive in this folder, else in the one that ARCHIVE_HOME names, else in the user's own.

        `elasticsearch` is the address of a cluster that holds the index, instead of what the settings say.

        Nothing heavy is loaded before it is needed. Raises NoArchiveError where there is none and `create` is False,
        and SettingsError for settings that can't be used.
        """
        archive = cls(settings or load_settings(folder, elasticsearch=elasticsearch))
        home = archive.settings.home
        if os.path.exists(home) and not os.path.isdir(home):
            raise NoArchiveError(
                f"{home} is a file, and an archive is a folder. Name another with --archive or ARCHIVE_HOME."
            )
        if create:
            archive._create_home()
        elif not archive.settings.uses_elasticsearch and not any(
            os.path.isdir(os.path.join(home, part)) for part in ("index", "log")
        ):
            what = "is no archive: it holds no log" if os.path.isdir(home) else "doesn't exist"
            raise NoArchiveError(
                f"The folder {home} {what}. Name another with --archive or ARCHIVE_HOME, or begin this one with "
                "“archive add FILE, FOLDER or URL”."
            )
        return archive

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
        if limit < 0 or page < 1:
            raise UsageError("The limit must be 0 or more, and pages count from 1.")
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

    @property
    def _synonyms(self) -> Table:
        if self._known_synonyms is None:
            path = self.settings.synonyms_path
            self._known_synonyms = read(path) if path else {}
        return self._known_synonyms

    @property
    def aliases(self) -> Mapping[str, Merging]:
        """How names are merged, by facet; read from the file of the settings when it is first needed."""
        if self._known_aliases is None:
            from archiver.aliases import Aliases

            self._known_aliases = Aliases(self.settings.aliases_path)
        return self._known_aliases

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
        base = self.build_query()
        if facet:
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
        page = search(self.reader, asked, respell=self.settings.respell)
        return explain(self.reader, asked, self.understand(asked).tree, page)

    def why(
        self, name: str, query: str, *, after: str | None = None, before: str | None = None, matching: str = "auto"
    ) -> Why:
        """Why this article is found by a query, or isn't: where it has each part, and what its score is made of."""
        from archiver.explaining import why

        asked = self.build_query(query, after, before, {}, matching)
        return why(self.reader, self.get(name), asked, self.understand(asked)._replace(as_of=today()))

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

        if limit < 0 or page < 1:
            raise UsageError("The limit must be 0 or more, and pages count from 1.")
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

        if limit < 0 or page < 1:
            raise UsageError("The limit must be 0 or more, and pages count from 1.")
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

    # Writing: log first, then the view is brought up to it.

    def add(
        self,
        *targets: str,
        options: SourceOptions | None = None,
        stdin: BinaryIO | None = None,
        progress: Callable[[int, str], None] | None = None,
        indexing: Progress | None = None,
    ) -> AddReport:
        """Add files, folders, URLs, or standard input (`-`); returns when what was added can be found.

        What can't be read is reported and kept aside, and the rest goes on. `progress` is called with how many captures
        have been read, and the source of the last; `indexing`, in between, with how many of the log events that were
        waiting are indexed, and how many were waiting.
        """
        from archiver.sources import iter_captures

        return self.add_captures(iter_captures(targets, options or self.source_options(), stdin), progress, indexing)

    def add_captures(
        self,
        captures: Iterable[Capture | Rejected | PassedOver],
        progress: Callable[[int, str], None] | None = None,
        indexing: Progress | None = None,
    ) -> AddReport:
        """Add captures that were made elsewhere, as `add` does."""
        from archiver.adding import add_captures

        return add_captures(self, captures, progress, indexing)

    def remove(self, name: str, reason: str = "") -> str:
        """Withdraw an article: it is found no more, its captures stay in the log. Returns its id."""
        document_id, key = self._find_own(name)
        self.log.withdraw(key, reason)
        self._catch_up_withdrawn()
        return document_id

    def purge(self, name: str, reason: str = "", *, expunge: bool = True) -> str:
        """Withdraw an article and take its bytes out of the log's files and of the index, for good. Returns its id.

        The index is written anew, and only the generation that is read stays. Whoever purges several articles does that
        once, after the last, by `expunge`.
        """
        document_id, key = self._find_own(name)
        self.aside.forget(key, document_id)
        try:
            self.log.purge(key, reason)
        finally:  # also after an earlier purge that was stopped before this
            self._catch_up_withdrawn()
            if expunge:
                self.expunge()
        return document_id

    def _catch_up_withdrawn(self) -> None:
        try:
            self.catch_up()
        except UnreachableError as error:
            raise UnreachableError(
                f"It is withdrawn in the log, and still in the index: {error} The next “archive add” takes it out there."
            ) from error

    def expunge(self) -> None:
        """Leave nothing of what was removed, replaced or purged in the index's files; the log isn't touched."""
        from archiver.index import expunge

        self._close_reader()
        expunge(self.engine, self.log)

    def reindex(
        self, progress: Progress | None = None, queries: Sequence[str] = (), part: tuple[int, int] | None = None
    ) -> Rebuilt:
        """Build a new generation from the log beside the one that is read, verify it, and switch to it.

        Searching and adding go on meanwhile, and no write is lost. What was written stays if this is stopped, and the
        next call goes on with it. Each of the `queries` has to find something in the new generation if it did in the
        old one, and `query => id id` these articles, too; else IndexingError is raised and the old one stays.

        Of a part, (1, 3) say, only a third of the articles are written; several processes may do so at once, and the
        next call without a part does the rest. Where several archives feed the index, the last to come this far switches.
        """
        from archiver.index import Part, rebuild
        from archiver.keeping import give_up_lost

        checks = [self._check_of(line) for line in queries]
        self.log.notices += give_up_lost(self.engine, self.log)
        with self.engine.patient():
            result = rebuild(self.engine, self.log, self.normaliser, progress, checks=checks, part=part and Part(*part))
        self._close_reader()
        self._keep_aside(result.written.failures)
        return result

    def _check_of(self, line: str) -> Check:
        from archiver.index import Check

        text, _, ids = line.partition("=>")
        whole = tuple(self._find(identifier)[0] for identifier in ids.split())
        return Check(self.build_query(text.strip()), whole)

    def why_reindex(self) -> str:
        """Why a re-index is worthwhile, in words: what has changed since the generation that is read was built.

        Or another archive's re-index waits for this one.
        """
        from archiver.index import awaiting, current_of
        from archiver.keeping import outdated

        known = self.engine.generations()
        current = current_of(known)
        if current is None:
            return "nothing is indexed yet"
        waiting = awaiting(self.log.id, known)
        if waiting and int(waiting.name) > int(current.name):
            return f"generation {waiting.name}, which another archive has built, waits for this one"
        return outdated(self.engine, current)

    def use_generation(
        self, name: str | None = None, progress: Progress | None = None, *, anyway: bool = False
    ) -> Rebuilt:
        """Read another finished generation from now on, the one before if none is named; it is brought up to the log.

        Where other archives feed it, too, it waits until each has done the same, unless it is to be read `anyway`.
        Raises IndexingError if there is no such generation, or it isn't what the log says.
        """
        from archiver.index import previous, use

        name = name or previous(self.engine, self.log)
        with self.engine.patient():
            done = use(self.engine, self.log, self.normaliser, name, progress, anyway=anyway)
        self._close_reader()
        self._keep_aside(done.written.failures)
        return done

    def drop_generations(self, names: Sequence[str] = ()) -> list[str]:
        """Delete these generations, or all but the one that is read and the finished one before it; their names."""
        from archiver.keeping import drop_generations

        return drop_generations(self.engine, self.log, names)

    # Looking after it.

    def status(self) -> Status:
        """What the archive holds, and what is to be done."""
        from archiver.keeping import status

        return status(self)

    def verify(self, progress: Progress | None = None) -> Iterator[str]:
        """Check every record of the log against its digests, and the index against the log; each problem, in words."""
        from archiver.index import problems

        yield from self.log.verify(progress)
        try:
            yield from problems(self.engine, self.log, self.normaliser)
        except UnreachableError as error:  # where the cluster is lost, whether the log is whole is what must be known
            yield f"The index couldn't be checked, only the log: {error}"

    def rebuild_catalogue(self, progress: Progress | None = None) -> list[str]:
        """Make the log's catalogue anew from its WARC files alone; returns what was found amiss in them, in words."""
        from archiver.keeping import give_up_lost
        from archiver.log import Log

        self.close()
        problems = Log.rebuild(self.settings.home, progress)
        try:
            return problems + give_up_lost(self.engine, self.log)
        except UnreachableError as error:
            return [
                *problems,
                f"Whether the index has seen captures that are lost couldn't be asked: {error} “archive rebuild” asks again.",
            ]

    # The parts, opened when they are first needed.

    @property
    def engine(self) -> Engine:
        """The engine that the settings choose."""
        if self._engine is None:
            if self.settings.uses_elasticsearch:
                from archiver.engines.elastic import ElasticEngine

                self._engine = ElasticEngine(self.settings)
            else:
                from archiver.engines.embedded import EmbeddedEngine

                self._engine = EmbeddedEngine(self.settings.home)
        return self._engine

    @property
    def reader(self) -> Reader:
        """The generation that is read, as it stands when it is first asked for."""
        if self._reader is None:
            self._reader = self.engine.open_reader()
        return self._reader

    @property
    def log(self) -> Log:
        """The log."""
        if self._log is None:
            from archiver.log import Log

            self._log = Log.open(self.settings.home)
        return self._log

    @property
    def normaliser(self) -> Normaliser:
        """The normaliser, with the context that is default today."""
        if self._normaliser is None:
            from archiver.normalise.workers import Normaliser

            self._normaliser = Normaliser(workers=self.settings.workers)
        return self._normaliser

    def source_options(self, **changes: object) -> SourceOptions:
        """How sources are read by these settings, with changes."""
        from archiver.sources import SourceOptions

        return SourceOptions(
            **{"max_bytes": self.settings.max_page_bytes, "allow_private": self.settings.allow_private, **changes}  # type: ignore[arg-type]
        )

    def _create_home(self) -> None:
        from archiver.log import Log

        home = self.settings.home
        if os.path.isdir(home) and os.listdir(home) and not os.path.isdir(os.path.join(home, "log")):
            known = {"archive.toml", "saved.json", "saved", self.settings.synonyms, self.settings.aliases}
            if set(os.listdir(home)) - known:
                raise NoArchiveError(
                    f"The folder {home} holds other things and is no archive. Name an empty or a new folder with "
                    "--archive or ARCHIVE_HOME."
                )
        self._log = Log.open(home, create=True)

    def _current_or_first(self) -> Generation:
        from archiver.index import current_generation

        current = current_generation(self.engine)
        if current is None:
            with self.log.lock():  # two first runs at once make one generation
                if current_generation(self.engine) is None:
                    self.engine.create_first(context_digest=self.normaliser.context_digest)
            current = current_generation(self.engine)
            assert current is not None
        return current

    def catch_up(self, progress: Progress | None = None) -> CatchUp:
        """Bring the generation that is read up to the log, and the next one, if another process switches meanwhile.

        So is one that waits for other archives, once this one's part is in it: it is complete when they have done theirs.
        """
        from archiver.index import CatchUp, catch_up, current_generation

        total, generation = CatchUp(), ""
        with self.engine.patient():
            while (current := self._current_or_first()).name != generation:
                generation = current.name
                if current.positions.get(self.log.id, 0) == self.log.last_position:
                    continue
                try:
                    total += catch_up(self.engine, self.log, self.normaliser, generation, progress)
                except UnreachableError:
                    raise
                except IndexingError:
                    after = current_generation(self.engine)
                    if after and after.name == generation:
                        raise
            if total.written or total.deleted:
                self._follow_awaited()
                self._close_reader()
        self._keep_aside(total.failures)
        return total

    def _follow_awaited(self) -> None:
        """Bring what waits for other archives up to the log, if this archive's part is in it."""
        from archiver.index import catch_up

        for each in self.engine.generations():
            if each.awaited and self.log.id in each.positions:
                catch_up(self.engine, self.log, self.normaliser, each.name)

    def _find(self, name: str) -> tuple[str, str]:
        """Id and key of the article with this id, beginning of an id, or address."""
        from archiver.keys import clean_url, document_id

        check_text(name)
        is_url = "://" in name
        for candidate in (name, document_id(name), document_id(clean_url(name)) if is_url else name):
            key = self.log.find_key(candidate)
            if key is not None:
                return document_id(key), key
        if is_url and (key := self._key_at(name)) is not None and self.log.find_key(document_id(key)):
            return document_id(key), key
        raise NoArchiveError(
            f"There is no article “{_shown(name)}” here. “archive search” shows the ids of those that there are."
        )

    def _find_own(self, name: str) -> tuple[str, str]:
        """The same, for what only the archive itself may do to its articles."""
        try:
            return self._find(name)
        except NoArchiveError as error:
            try:
                others = self._get_from_others(name)
            except ArchiveError:  # the index may be away, or not there yet
                others = None
            if others is None:
                raise
            raise NoArchiveError(
                f"Article {others.id} comes from another archive that feeds this index: it can be taken out there only."
            ) from error

    def _get_from_others(self, name: str) -> Document | None:
        """The document with this id, beginning of an id or URL, if it is in the index from another archive."""
        from archiver.document import decode
        from archiver.keys import clean_url, document_id
        from archiver.query.tree import Prefix, Word

        if not self.engine.takes_parts:
            return None
        if "://" in name:
            keys = {name, clean_url(name), self._key_at(name) or name}
            parts: list[Node] = [Word(document_id(key), "id") for key in keys]
        else:
            parts = [
                Word(document_id(name), "id"),
                Prefix(name, "id") if len(name) >= _SHORTEST_ID else Word(name, "id"),
            ]
        found = [decode(data) for data in self.reader.scan(Query(tree=Group("or", tuple(parts))))]
        return found[0] if len(found) == 1 else None

    def _key_at(self, url: str) -> str | None:
        """The key of the one article that states this as its address; None if there is none, or several."""
        from archiver.document import decode
        from archiver.keys import clean_url
        from archiver.query.tree import Phrase

        wanted = clean_url(url)
        found = [
            document.key
            for document in map(decode, self.reader.scan(Query(Phrase(url, "url"))))
            if wanted in {clean_url(stated) for stated in (document.url, document.canonical_url) if stated}
        ]
        return found[0] if len(found) == 1 else None

    @property
    def aside(self) -> Aside:
        """The list of what couldn't be used, with the reasons."""
        if self._aside is None:
            from archiver.aside import Aside

            self._aside = Aside(os.path.join(self.settings.home, "aside.jsonl"))
        return self._aside

    def _keep_aside(self, failures: Iterable[Failure]) -> None:
        for failure in failures:
            self.aside.keep(failure.source, failure.reason)
        self.aside.close()

    def _close_reader(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def close(self) -> None:
        """Let go of files, locks and processes."""
        self._close_reader()
        if self._normaliser is not None:
            self._normaliser.close()
            self._normaliser = None
        if self._aside is not None:
            self._aside.close()
            self._aside = None
        if self._log is not None:
            self._log.close()
            self._log = None
        if self._engine is not None:
            self._engine.close()
            self._engine = None


def _shown(name: str) -> str:
    return name if len(name) <= _LONGEST_SHOWN else f"{name[:_LONGEST_SHOWN]}…"
