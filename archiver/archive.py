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

from archiver.asking import SHOWN_FACETS as SHOWN_FACETS  # noqa: PLC0414 - exported
from archiver.asking import Asking
from archiver.errors import IndexingError, NoArchiveError, UnreachableError
from archiver.facets import FACETS as FACETS  # noqa: PLC0414 - exported
from archiver.looking import Looking
from archiver.settings import load_settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import BinaryIO, Self

    from archiver.adding import AddReport
    from archiver.document import Capture, FeedEntry
    from archiver.engine import Generation
    from archiver.index import CatchUp, Check, Failure, Progress, Rebuilt
    from archiver.keeping import Status
    from archiver.normalise.workers import Normaliser
    from archiver.settings import Settings
    from archiver.sources import PassedOver, Rejected, SourceOptions, Unchanged


class Archive(Asking, Looking):
    """One archive: its log, its index and its settings. Use it in a `with`, or close it."""

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

    # Writing: log first, then the view is brought up to it.

    def add(
        self,
        *targets: str,
        options: SourceOptions | None = None,
        stdin: BinaryIO | None = None,
        progress: Callable[[int, str], None] | None = None,
        indexing: Progress | None = None,
    ) -> AddReport:
        """Add files, folders, URLs, feeds, or standard input (`-`); returns when what was added can be found.

        What can't be read is reported and kept aside, and the rest goes on. `progress` is called with how many captures
        have been read, and the source of the last; `indexing`, in between, with how many of the log events that were
        waiting are indexed, and how many were waiting.
        """
        import msgspec

        from archiver.sources import iter_captures

        options = msgspec.structs.replace(options or self.source_options(), knows=self._knows)
        return self.add_captures(iter_captures(targets, options, stdin), progress, indexing)

    def _knows(self, key: str, entry: FeedEntry) -> bool:
        """Whether the page is in the archive, and a feed has said the same of it before; or it was taken out.

        What was removed comes back when its address is named, never by a feed that goes on leading to it.
        """
        if self.log.head(key) is None:
            return self.log.version(key) > 0
        return not self.log.is_news(key, entry)

    def add_captures(
        self,
        captures: Iterable[Capture | Rejected | PassedOver | Unchanged],
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
        self.contexts.prune(self.engine.generations())

    def reindex(
        self,
        progress: Progress | None = None,
        queries: Sequence[str] = (),
        part: tuple[int, int] | None = None,
        *,
        learn: bool = True,
        learning: Progress | None = None,
    ) -> Rebuilt:
        """Build a new generation from the log beside the one that is read, verify it, and switch to it.

        Searching and adding go on meanwhile, and no write is lost. What was written stays if this is stopped, and the
        next call goes on with it. Each of the `queries` has to find something in the new generation if it did in the
        old one, and `query => id id` these articles, too; else IndexingError is raised and the old one stays.

        Of a part, (1, 3) say, only a third of the articles are written; several processes may do so at once, and the
        next call without a part does the rest. Where several archives feed the index, the last to come this far switches.

        What the sites repeat is learnt anew before, unless not `learn`, or it goes on with what an earlier call has begun;
        `learning` is called with how many pages have been compared, and of how many.
        """
        from archiver.index import Part, begun_before, rebuild
        from archiver.keeping import give_up_lost

        checks = [self._check_of(line) for line in queries]
        self.log.notices += give_up_lost(self.engine, self.log)
        with self.engine.patient():
            begun = begun_before(self.engine, self.log, self.normaliser, self.contexts)
            if learn and not (begun and self.contexts.is_begun(begun)):
                self.learn_boilerplate(progress=learning)
            result = rebuild(
                self.engine,
                self.log,
                self.normaliser,
                progress,
                checks=checks,
                part=part and Part(*part),
                contexts=self.contexts,
            )
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

        Or another archive's re-index waits for this one. Raises ArchiveError where one couldn't begin: a file of what was
        learnt of a site can't be read.
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
        return outdated(self, current)

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
            done = use(self.engine, self.log, self._normaliser_in(name), name, progress, anyway=anyway)
        self._close_reader()
        self._keep_aside(done.written.failures)
        return done

    def drop_generations(self, names: Sequence[str] = ()) -> list[str]:
        """Delete these generations, or all but the one that is read and the finished one before it; their names."""
        from archiver.keeping import drop_generations

        return drop_generations(self, names)

    # Looking after it.

    def status(self) -> Status:
        """What the archive holds, and what is to be done."""
        from archiver.keeping import status

        return status(self)

    def verify(self, progress: Progress | None = None) -> Iterator[str]:
        """Check every record of the log against its digests, and the index against the log; each problem, in words."""
        from archiver.index import current_generation, problems

        yield from self.log.verify(progress)
        try:
            current = current_generation(self.engine)
            normaliser = self._normaliser_of(current) if current else self.normaliser
            yield from problems(self.engine, self.log, normaliser)
        except UnreachableError as error:  # where the cluster is lost, whether the log is whole is what must be known
            yield f"The index couldn't be checked, only the log: {error}"

    def rebuild_catalogue(self, progress: Progress | None = None) -> list[str]:
        """Make the log's catalogue anew from its WARC files alone; returns what was found amiss in them, in words."""
        from archiver.keeping import give_up_lost
        from archiver.log import Log

        self._let_go()
        problems = Log.rebuild(self.settings.home, progress)
        try:
            return problems + give_up_lost(self.engine, self.log)
        except UnreachableError as error:
            return [
                *problems,
                f"Whether the index has seen captures that are lost couldn't be asked: {error} “archive rebuild” asks again.",
            ]

    def source_options(self, **changes: object) -> SourceOptions:
        """How sources are read by these settings, with changes."""
        from archiver.sources import SourceOptions

        return SourceOptions.by(self.settings, **changes)

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
                    total += catch_up(self.engine, self.log, self._normaliser_for(current), generation, progress)
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
                catch_up(self.engine, self.log, self._normaliser_of(each), each.name)

    def _normaliser_for(self, current: Generation) -> Normaliser:
        """The normaliser for what is added to a generation: with the context of what this archive has in it already."""
        if self.log.id not in current.positions:
            self.contexts.freeze(current.name)
        return self._normaliser_of(current)

    def _normaliser_of(self, generation: Generation) -> Normaliser:
        return self._normaliser_with(self.contexts.of(generation))

    def _normaliser_in(self, name: str) -> Normaliser:
        """The same, by the generation's name; where there is none with it, whoever uses it will tell."""
        found = (each for each in self.engine.generations() if each.name == name)
        generation = next(found, None)
        return self._normaliser_of(generation) if generation else self.normaliser

    def _keep_aside(self, failures: Iterable[Failure]) -> None:
        for failure in failures:
            self.aside.keep(failure.source, failure.reason)
        self.aside.close()
