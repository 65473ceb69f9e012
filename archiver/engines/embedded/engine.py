"""The embedded engine: lists, makes, opens, switches and drops generations."""

from archiver.engines.embedded.layout import REINDEX, Folder, Manifest, State, schema_digest
from archiver.errors import IndexingError
from archiver.fields import FIELDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from archiver.engine import Generation
    from archiver.engines.embedded.reader import EmbeddedReader
    from archiver.engines.embedded.writer import EmbeddedWriter


class EmbeddedEngine:
    """Generations in the folder `index` of the archive's folder; nothing is made there before `create`."""

    name = "embedded"
    takes_parts = False  # one process writes, with all cores

    def __init__(self, home: str) -> None:
        self._folder = Folder(home)

    def generations(self) -> "tuple[Generation, ...]":
        """All of them, oldest first. One that can't be read has no digests, positions and documents."""
        current = self._folder.current()
        return tuple(self._describe(name, current=name == current) for name in self._folder.names())

    def create(self, *, context_digest: str) -> str:
        """A new, empty generation by today's fields; its name."""
        import datetime as dt

        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        return self._make(Manifest(now, self.schema_digest, context_digest, FIELDS))

    @property
    def schema_digest(self) -> str:
        """What tells whether a generation was made by today's fields and analysis."""
        return schema_digest()

    def close(self) -> None:
        """There is nothing to let go of."""

    def describe(self) -> str:
        """It is in the archive's folder."""
        return ""

    def patient(self) -> "AbstractContextManager[None]":
        """There is nothing to wait for."""
        from contextlib import nullcontext

        return nullcontext()

    def _make(self, manifest: Manifest) -> str:
        import tantivy

        from archiver.engines.embedded import files
        from archiver.engines.embedded.schema import build

        def build_index(path: str) -> None:
            tantivy.Index(build(manifest.fields), path)

        try:
            return files.make(self._folder, manifest, build_index)
        except (OSError, ValueError) as error:
            raise IndexingError(f"A new index can't be made in {self._folder.path}: {error}") from error

    def create_first(self, *, context_digest: str) -> None:
        """Make a generation that is read at once."""
        self.switch(self.create(context_digest=context_digest))

    def open_reader(self, generation: str | None = None) -> "EmbeddedReader":
        """A reader of this generation, or of the current one. Raises NoArchiveError where there is none."""
        from archiver.engines.embedded.reader import EmbeddedReader

        name = self._folder.require(generation)
        return EmbeddedReader(self._folder, name)

    def open_writer(self, generation: str, log: str = "", *, timeout: float, part: str = "") -> "EmbeddedWriter":
        """A writer. Raises LockedError where another process writes for longer than `timeout` seconds."""
        from archiver.engines.embedded.writer import EmbeddedWriter

        del log, part  # the index belongs to one log
        name = self._folder.require(generation)
        return EmbeddedWriter(self._folder, name, timeout)

    def switch(self, generation: str) -> None:
        """Make this generation the current one, atomically and durably."""
        from archiver.engines.embedded import files

        name = self._folder.require(generation)
        self.open_reader(name).close()
        files.switch(self._folder, name)

    def await_others(self, generation: str) -> None:
        """There are no others."""

    def expunge(self, generation: str, *, timeout: float) -> str:
        """Copy what is live into a new generation and drop the old one: the library only marks what is deleted."""
        from archiver.document import decode
        from archiver.engine import Upsert
        from archiver.query.tree import Query

        name = self._folder.require(generation)
        with self.open_writer(name, timeout=timeout):  # nobody else writes meanwhile
            copy = self._make(self._folder.manifest(name))
            try:
                with self.open_reader(name) as reader, self.open_writer(copy, timeout=timeout) as writer:
                    rows = zip(reader.scan(Query()), reader.versions(), strict=True)
                    writer.write(Upsert(decode(data), version) for data, (_, version) in rows)
                    writer.commit(self._folder.state(name).positions)
                if name == self._folder.current():
                    self.switch(copy)
            except BaseException:
                self.drop(copy)
                raise
        self.drop(name)
        return copy

    def problems(self, generation: str) -> "Iterator[str]":
        """What is damaged in a generation, each in words; nothing is repaired."""
        from archiver.engines.embedded.checksums import broken_files

        try:
            self.open_reader(generation).close()
        except IndexingError as error:
            yield str(error)
            return
        for path, reason in broken_files(self._folder.segments(generation)):
            yield f"{path}: {reason}. {REINDEX}"

    def drop(self, generation: str) -> None:
        """Delete a generation that isn't current. Raises IndexingError for the current one."""
        from archiver.engines.embedded import files

        if generation == self._folder.current():
            raise IndexingError(f"Generation {generation} is the one that is read. Switch to another one first.")
        files.drop(self._folder, generation)

    def _describe(self, name: str, *, current: bool) -> "Generation":
        from archiver.engine import Generation
        from archiver.engines.embedded import files

        size = files.size_of(self._folder.generation(name))
        try:
            manifest, state = self._folder.manifest(name), self._folder.state(name)
            with self.open_reader(name) as reader:
                documents = len(reader)
        except IndexingError:
            manifest, state, documents = Manifest("", "", "", ()), State({}), 0
        return Generation(
            name,
            manifest.created_at,
            manifest.schema_digest,
            manifest.context_digest,
            state.positions,
            documents,
            size,
            current,
        )
