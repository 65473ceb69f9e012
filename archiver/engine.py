"""What an engine must do, in the archive's own records; one contract suite holds every implementation to it.

A *generation* is one built index. Exactly one is current: the one that is read. An engine knows nothing of the log but
the positions that it is told to remember.
"""

from archiver.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from typing import Protocol, Self

    from archiver.document import Document
    from archiver.query.tree import Node, Query
    from archiver.results import FacetCount, Page, TermReport
else:
    Protocol = object


class Upsert(NamedTuple):
    """Write this document; `version` is the position of the log event that last changed its key."""

    document: "Document"
    version: int


class Delete(NamedTuple):
    """Take this document away; that it isn't there is no error."""

    id: str
    version: int


Operation = Upsert | Delete


class WriteReport(NamedTuple):
    """What became of a batch: `stale` operations were older than what is there and count as done.

    `failed` maps the ids of documents that the engine refused to the reason; the others were written.
    """

    written: int
    deleted: int
    stale: int
    failed: "Mapping[str, str]"


class Generation(NamedTuple):
    """A built index: the digests tell whether it was made by today's fields and today's normaliser.

    `positions` maps a log's id to the position that this generation has consumed. `created_at` is ISO 8601 in UTC.
    `size` is in bytes. `awaited`: it is to be read as soon as all archives that feed it have brought it up to their logs.
    """

    name: str
    created_at: str
    schema_digest: str
    context_digest: str
    positions: "Mapping[str, int]"
    documents: int
    size: int
    current: bool
    awaited: bool = False


class Reader(Protocol):
    """Reads one generation as it stood when the reader was opened."""

    def search(self, query: "Query") -> "Page":
        """One page of hits with exact totals. Raises QueryError for a query that can't be answered."""

    def facet(
        self, query: "Query", facet: str, *, limit: int, like: str = "", order: str = "count", own: bool = False
    ) -> "tuple[FacetCount, ...]":
        """The values of one facet among the query's documents, at most `limit`, by count, then value; counts are exact.

        `like`: only values one of whose words begins so, and nothing else. `order` is one of archiver.facets.ORDERS. `own`: what
        is chosen of the facet itself counts, too.
        """

    def resolve(self, query: "Query", facet: str) -> str:
        """The facet's name with the unit by which its dates are counted for this query: `published:month`; else as it is."""

    def get(self, document_id: str) -> "Document | None":
        """The whole document with this id."""

    def scan(self, query: "Query", after: str = "") -> "Iterator[bytes]":
        """Every document of the query as JSON, each once, in the order of the ids, in constant memory.

        `after` is the id to begin behind: whoever was stopped goes on with the documents that are left.
        """

    def ids(self, query: "Query") -> "Iterator[str]":
        """The id of every document of the query, each once, in order, in constant memory."""

    def versions(self, log: "str | None" = None) -> "Iterator[tuple[str, int]]":
        """The id and version of every document, or of those that come from this log, in the order of the ids."""

    def logs(self) -> "frozenset[str]":
        """The ids of the logs that the documents come from, where they say so."""

    def counts(self, trees: "Sequence[Node]") -> list[int]:
        """How many documents each of these finds; none where there is no word in it."""

    def which(self, trees: "Sequence[Node]", ids: "Sequence[str]") -> "list[frozenset[str]]":
        """For each of these, those of the documents with these ids that it finds."""

    def score_parts(self, query: "Query", document_id: str) -> "list[tuple[str, str, float]]":
        """The parts of which a document's score is the sum: the kind and text of each (see archiver.engines.reasons)."""

    def near_words(self, word: str) -> tuple[str, ...]:
        """The words nearest to this folded one that bare words find, all equally near, the most frequent first."""

    def diagnose(self, query: "Query") -> "tuple[TermReport, ...]":
        """For each word of the query: how many documents hold it, and the nearest words if none does."""

    def close(self) -> None:
        """Let go of the files."""

    def __enter__(self) -> "Self": ...

    def __exit__(self, *_: object) -> None:
        """Close it."""


class Writer(Protocol):
    """Writes one generation; only one writer is open at a time."""

    def write(self, operations: "Iterable[Operation]") -> WriteReport:
        """Write a batch. One bad document never takes the others with it."""

    def commit(self, positions: "Mapping[str, int]") -> None:
        """Make what was written visible and durable, then remember the logs' positions."""

    def __enter__(self) -> "Self": ...

    def __exit__(self, *_: object) -> None:
        """Let go of the writer's lock; what was not committed is forgotten."""


class Engine(Protocol):
    """Generations: list, make, read, write, switch, drop."""

    name: str
    takes_parts: bool
    """Whether several processes, and several archives, may write one generation at the same time."""

    @property
    def schema_digest(self) -> str:
        """What tells whether a generation was made by today's fields and analysis."""

    def close(self) -> None:
        """Let go of connections."""

    def describe(self) -> str:
        """Where the index is, and how it is there, for a person; empty where that goes without saying."""

    def patient(self) -> "AbstractContextManager[None]":
        """While this is held, a server that stops answering is waited for, as it is while a writer is open."""

    def generations(self) -> "tuple[Generation, ...]":
        """All of them, oldest first."""

    def create(self, *, context_digest: str) -> str:
        """A new, empty generation by today's fields; its name."""

    def create_first(self, *, context_digest: str) -> None:
        """Make a generation that is read at once, unless another archive that feeds the index has just made one."""

    def open_reader(self, generation: str | None = None) -> "Reader":
        """A reader of this generation, or of the current one. Raises NoArchiveError where there is none."""

    def open_writer(self, generation: str, log: str = "", *, timeout: float, part: str = "") -> "Writer":
        """A writer of what comes from this log. Raises LockedError where another process writes for `timeout` seconds.

        Writers of different parts may be open at once, where the engine takes parts.
        """

    def switch(self, generation: str) -> None:
        """Make this generation the current one, atomically and durably."""

    def await_others(self, generation: str) -> None:
        """Remember that this generation is to be read when all archives have brought it up to their logs."""

    def problems(self, generation: str) -> "Iterator[str]":
        """What is damaged in a generation, each in words; nothing is repaired."""

    def expunge(self, generation: str, *, timeout: float) -> str:
        """Write a generation anew, so that its files hold nothing of what was deleted; the name that it has now.

        Raises LockedError where another process writes it for longer than `timeout` seconds.
        """

    def drop(self, generation: str) -> None:
        """Delete a generation that isn't current. Raises IndexingError for the current one."""
