"""Writing a generation: upserts and deletions by version, and commits that survive a crash."""

import os

import tantivy

from archiver.closing import Closing
from archiver.engine import Delete, Upsert, WriteReport
from archiver.engines.embedded import files
from archiver.engines.embedded.entry import build_entry
from archiver.engines.embedded.layout import Folder, State, failed
from archiver.engines.embedded.opening import View, open_index
from archiver.engines.embedded.schema import ID, PAIRS
from archiver.engines.values import FILLER
from archiver.errors import LockedError
from archiver.fields import STEMMED_LANGUAGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from archiver.engine import Operation

HEAP = 128_000_000  # bytes of all threads together, the library's default: less makes many small segments
_MAX_THREADS = 4  # more would wait for tokens
_BATCH = 500  # operations whose stored versions are looked up at once
_MAX_PENDING = 50_000  # operations after which what was written is committed, so that memory doesn't grow with a batch


class EmbeddedWriter(Closing):
    """The one writer of a generation; close it (it is a context manager) to let the next one in.

    What was written since the last commit is lost with the process, and written again from the log by the next one.
    """

    def __init__(self, folder: Folder, name: str, timeout: float) -> None:
        self._folder, self._name = folder, name
        self._lock = files.lock(folder, name, timeout)
        try:
            manifest = folder.manifest(name)
            self._fields = manifest.fields
            self._state = folder.state(name)
            self._index, schema = open_index(folder, name, manifest)
            self._writer = self._open_writer(thread_count())
            self._view = View(name, manifest.fields, self._state, schema, self._index.searcher())
        except BaseException:
            os.close(self._lock)
            raise
        self._pending: dict[str, tuple[int, bool]] = {}  # id → version, and whether the document is there
        self._languages = set(self._state.languages)
        self._has_pairs = self._state.has_pairs

    def write(self, operations: "Iterable[Operation]") -> WriteReport:
        """Write a batch. One bad document never takes the others with it."""
        written = deleted = stale = 0
        failed: dict[str, str] = {}
        for batch in _batched(operations, _BATCH):
            stored = self._stored_versions({_id_of(operation) for operation in batch})
            for operation in batch:
                document_id = _id_of(operation)
                version, there = self._pending.get(document_id) or stored.get(document_id, (-1, False))
                if operation.version < version:
                    stale += 1
                elif isinstance(operation, Delete):
                    deleted += there
                    self._delete(document_id, operation.version)
                elif reason := self._upsert(operation, there=there):
                    failed[document_id] = reason
                else:
                    written += 1
            if len(self._pending) >= _MAX_PENDING:
                self._commit()
        return WriteReport(written, deleted, stale, failed)

    def commit(self, positions: "Mapping[str, int]") -> None:
        """Make what was written visible and durable, then remember the logs' positions."""
        self._commit()
        self._remember({**self._state.positions, **positions})

    def close(self) -> None:
        """Let the next writer in; what wasn't committed is gone."""
        if self._lock < 0:
            return
        try:
            # Waits until the segments of earlier commits are merged, and drops what wasn't committed.
            self._writer.wait_merging_threads()
        except (OSError, ValueError) as error:
            raise failed(self._name, error) from error
        finally:
            os.close(self._lock)
            self._lock = -1

    def _open_writer(self, threads: int) -> tantivy.IndexWriter:
        try:
            return self._index.writer(HEAP, threads)
        except (OSError, ValueError) as error:
            if "LockBusy" in str(error) or "lock" in str(error).lower():
                raise LockedError(
                    f"Another process is writing to the index (generation {self._name}). Try again when it has finished."
                ) from error
            raise failed(self._name, error) from error

    def _stored_versions(self, ids: set[str]) -> dict[str, tuple[int, bool]]:
        wanted = [document_id for document_id in ids if document_id not in self._pending]
        if not wanted or not self._view.searcher.num_docs:
            return {}
        query = tantivy.Query.term_set_query(self._view.schema, ID, wanted)
        addresses = [address for _, address in self._view.searcher.search(query, len(wanted), count=False).hits]
        versions = ((version, True) for version in self._view.versions(addresses))
        return dict(zip(self._view.ids(addresses), versions, strict=True))

    def _delete(self, document_id: str, version: int) -> None:
        self._writer.delete_documents_by_term(ID, document_id)
        self._pending[document_id] = (version, False)

    def _upsert(self, operation: Upsert, *, there: bool) -> str | None:
        """Write a document; why it can't be written, None if it was."""
        document = operation.document
        try:
            entry = build_entry(document, operation.version, self._fields)
            row = tantivy.Document.from_dict(entry, self._view.schema)
        except (ValueError, TypeError, OverflowError) as error:
            return f"{type(error).__name__}: {error}"
        if there:
            self._writer.delete_documents_by_term(ID, document.id)
        self._add(row)
        self._pending[document.id] = (operation.version, True)
        if document.language in STEMMED_LANGUAGES:
            self._languages.add(document.language)
        self._has_pairs = self._has_pairs or any(name.endswith(PAIRS) and entry[name] != [FILLER] for name in entry)
        return None

    def _add(self, row: tantivy.Document) -> None:
        try:
            self._writer.add_document(row)
        except (OSError, ValueError) as error:
            raise failed(self._name, error) from error

    def _commit(self) -> None:
        if not self._pending:
            return
        languages = tuple(sorted(self._languages))
        if (languages, self._has_pairs) != (self._state.languages, self._state.has_pairs):
            # Before the commit: a reader must ask for every language that it may find.
            self._remember(self._state.positions)
        try:
            self._writer.commit()
            self._index.reload()
        except (OSError, ValueError) as error:
            raise failed(self._name, error) from error
        self._view = self._view._replace(searcher=self._index.searcher())
        self._pending.clear()

    def _remember(self, positions: "Mapping[str, int]") -> None:
        self._state = State(positions, tuple(sorted(self._languages)), self._has_pairs)
        files.write_state(self._folder, self._name, self._state)


def thread_count() -> int:
    """The library's threads: one a core, but for the one that makes the tokens, which is the busiest."""
    return max(1, min((os.cpu_count() or 1) - 1, _MAX_THREADS))


def _id_of(operation: "Operation") -> str:
    return operation.document.id if isinstance(operation, Upsert) else operation.id


def _batched(operations: "Iterable[Operation]", size: int) -> "Iterator[list[Operation]]":
    batch: list[Operation] = []
    for operation in operations:
        batch.append(operation)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
