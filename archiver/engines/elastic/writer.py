"""Writing a generation: bulk requests with external versions, sent by several threads, and again until they arrive."""

from __future__ import annotations

import itertools
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from elastic_transport import ConnectionError as NoConnection
from elastic_transport import ConnectionTimeout, TlsError
from elasticsearch import helpers

from archiver.engine import Delete, WriteReport
from archiver.engines.elastic.connection import Patience, blocked, explain, is_blocked, is_passing
from archiver.engines.elastic.entry import build_entry
from archiver.errors import ArchiveError, IndexingError
from archiver.fields import STEMMED_LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from contextlib import AbstractContextManager
    from types import TracebackType
    from typing import Self

    from elasticsearch import Elasticsearch

    from archiver.engine import Operation
    from archiver.engines.elastic.state import State
    from archiver.fields import Field

CHUNK = 500  # documents a request
CHUNK_BYTES = 8 * 1024 * 1024  # bytes a request: Elasticsearch's guide advises a few megabytes
THREADS = 4  # requests under way at once
_TRIES_ALONE = 5  # times that a document of more than a whole request's size is sent
_AHEAD = 2 * THREADS  # requests that are made ready before the first one is answered: memory stays flat
_CONFLICT, _MISSING = 409, 404


class Item(NamedTuple):
    """One line of a bulk request: what to do, and with which document (None: delete)."""

    action: dict[str, dict[str, Any]]
    body: bytes | None


class Outcome(NamedTuple):
    """What became of some items; `failed` maps ids to reasons."""

    written: int
    deleted: int
    stale: int
    failed: dict[str, str]


class ElasticWriter:
    """The one writer of a generation from this archive's folder; close it to let the next one in.

    What was sent stays, also if it was never committed: it carries its version, so sending it again does no harm.
    """

    def __init__(
        self,
        client: Elasticsearch,
        index: str,
        *,
        fields: tuple[Field, ...],
        state: State,
        lock: AbstractContextManager[Any],
        where: str,
    ) -> None:
        self._client, self._index, self._fields, self._state = client, index, fields, state
        self._lock = lock
        self._where = where
        self._patience = Patience(where)

    def write(self, operations: Iterable[Operation]) -> WriteReport:
        """Write a batch. One bad document never takes the others with it.

        Raises IndexingError if the cluster can't be reached for long, or refuses all writing.
        """
        total = Outcome(0, 0, 0, {})
        failed: dict[str, str] = {}
        with ThreadPoolExecutor(THREADS) as pool:
            try:
                running: deque[Future[Outcome]] = deque()
                for chunk in _chunked(self._items(operations, failed)):
                    running.append(pool.submit(self._send, chunk))
                    if len(running) >= _AHEAD:
                        total = _sum(total, running.popleft().result())
                while running:
                    total = _sum(total, running.popleft().result())
            except BaseException:
                self._patience.stop()
                pool.shutdown(wait=False, cancel_futures=True)
                raise
        return WriteReport(total.written, total.deleted, total.stale, {**failed, **total.failed})

    def commit(self, positions: Mapping[str, int]) -> None:
        """Make what was written visible, then remember the logs' positions."""
        self._patience.call(lambda: self._client.indices.refresh(index=self._index))
        self._patience.call(lambda: self._state.remember(positions))

    def close(self) -> None:
        """Let the next writer in."""
        self._patience.stop()
        self._lock.__exit__(None, None, None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _items(self, operations: Iterable[Operation], failed: dict[str, str]) -> Iterator[Item]:
        for operation in operations:
            if isinstance(operation, Delete):
                yield Item({"delete": _meta(operation.id, operation.version)}, None)
                continue
            document = operation.document
            try:
                entry = build_entry(document, self._fields)
            except (ValueError, TypeError, OverflowError) as error:
                failed[document.id] = f"{type(error).__name__}: {error}"
                continue
            language = document.language if document.language in STEMMED_LANGUAGES else None
            if self._state.is_news(language, has_pairs=entry.has_pairs):
                # Before the document is there: a reader must ask for every language that it may find.
                self._patience.call(lambda: self._state.add(language, has_pairs=entry.has_pairs))  # noqa: B023
            yield Item({"index": _meta(document.id, operation.version)}, entry.body)

    def _send(self, items: list[Item]) -> Outcome:
        """Send a request, and again what the cluster had no time for; stops where all writing is refused."""
        total = Outcome(0, 0, 0, {})
        for attempt in itertools.count():
            try:
                outcome, items, reason = self._send_once(items)
            except (NoConnection, ConnectionTimeout) as error:
                if isinstance(error, TlsError):
                    raise explain(error, self._where) from error
                reason = explain(error, self._where)
            else:
                total = _sum(total, outcome)
                if not items:
                    self._patience.succeeded()
                    return total
            if attempt == _TRIES_ALONE and len(items) == 1 and len(items[0].body or b"") > CHUNK_BYTES:
                return _sum(
                    total, Outcome(0, 0, 0, {_id(items[0]): f"It is too large for this cluster's memory: {reason}"})
                )
            self._patience.wait(attempt, reason)
        raise AssertionError

    def _send_once(self, items: list[Item]) -> tuple[Outcome, list[Item], ArchiveError]:
        """What became of the items, those to send again, and why."""
        again: list[Item] = []
        counts = {"index": 0, "delete": 0, "stale": 0}
        failed: dict[str, str] = {}
        reason: ArchiveError = IndexingError(f"Elasticsearch at {self._where} is too busy to take documents.")
        answers = helpers.streaming_bulk(
            self._client,
            cast("Any", items),  # made into what it takes by the callback
            chunk_size=len(items),
            max_chunk_bytes=2 * CHUNK_BYTES + max(len(item.body or b"") for item in items),
            expand_action_callback=_expanded,
            raise_on_error=False,
            raise_on_exception=False,
            index=self._index,
        )
        for item, (done, answer) in zip(items, answers, strict=True):
            ((verb, said),) = answer.items()
            status = said.get("status")
            if done:
                counts[verb] += 1
            elif status == _CONFLICT:
                counts["stale"] += 1
            elif verb == "delete" and status == _MISSING and "error" not in said:
                continue
            elif is_blocked(said):
                raise blocked(self._where)
            elif is_passing(status):
                again.append(item)
            elif isinstance(said.get("exception"), Exception):
                raise explain(said["exception"], self._where)
            else:
                failed[said["_id"]] = _reason(said.get("error"))
        return Outcome(counts["index"], counts["delete"], counts["stale"], failed), again, reason


def _expanded(item: Any) -> tuple[Any, Any]:
    return item.action, item.body


def _id(item: Item) -> str:
    return str(next(iter(item.action.values()))["_id"])


def _meta(document_id: str, version: int) -> dict[str, Any]:
    return {"_id": document_id, "version": version, "version_type": "external_gte"}


def _reason(error: Any) -> str:
    if not isinstance(error, dict):
        return str(error)
    cause = error.get("caused_by") or {}
    return ": ".join(filter(None, (error.get("reason"), cause.get("reason")))) or str(error.get("type"))


def _sum(one: Outcome, other: Outcome) -> Outcome:
    return Outcome(
        one.written + other.written,
        one.deleted + other.deleted,
        one.stale + other.stale,
        {**one.failed, **other.failed},
    )


def _chunked(items: Iterable[Item]) -> Iterator[list[Item]]:
    chunk: list[Item] = []
    size = 0
    for item in items:
        chunk.append(item)
        size += len(item.body or b"")
        if len(chunk) == CHUNK or size >= CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
