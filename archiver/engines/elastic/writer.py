"""Writing a generation: bulk requests with external versions, sent by several threads, and again until they arrive."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from elasticsearch import helpers

from archiver.closing import Closing
from archiver.engine import Delete, WriteReport
from archiver.engines.elastic.entry import build_entry
from archiver.engines.elastic.explain import FAILING, blocked, explain, explained, failing, is_blocked, nonsense
from archiver.engines.elastic.names import LOG
from archiver.engines.elastic.senders import Senders
from archiver.errors import ArchiveError, IndexingError

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping
    from concurrent.futures import Future
    from contextlib import ExitStack

    from elasticsearch import Elasticsearch

    from archiver.engine import Operation
    from archiver.engines.elastic.patience import Patience
    from archiver.engines.elastic.state import State
    from archiver.fields import Field

CHUNK = 500  # documents a request
CHUNK_BYTES = 8 * 1024 * 1024  # bytes a request: Elasticsearch's guide advises a few megabytes
THREADS = 4  # requests under way at once
_TRIES_ALONE = 5  # times that a document of more than a whole request's size is sent
_AHEAD = 2 * THREADS  # requests that are made ready before the first one is answered: memory stays flat
_CONFLICT, _MISSING = 409, 404
_SHARD_SECONDS = 10  # that a request waits for a part of the index that is away, before it says so


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


class ElasticWriter(Closing):
    """The one writer of a generation from this archive's folder; close it to let the next one in.

    What was sent stays, also if it was never committed: it carries its version, so sending it again does no harm.
    """

    def __init__(
        self,
        client: Elasticsearch,
        index: str,
        *,
        fields: tuple[Field, ...],
        languages: Container[str],
        log: str,
        state: State,
        patience: Patience,
        held: ExitStack,
    ) -> None:
        self._client, self._index, self._state, self._log = client, index, state, log
        self._fields, self._languages = fields, languages
        self._patience, self._where = patience, patience.where
        self._held = held  # the lock, and the patience
        self._senders = Senders(THREADS, self._send)
        self._is_stopped = False

    def write(self, operations: Iterable[Operation]) -> WriteReport:
        """Write a batch. One bad document never takes the others with it.

        Raises IndexingError if the cluster can't be reached for long, or refuses all writing.
        """
        total = Outcome(0, 0, 0, {})
        failed: dict[str, str] = {}
        running: deque[tuple[frozenset[str], Future[Outcome]]] = deque()
        try:
            with explained(self._where):
                for chunk in _chunked(self._items(self._own(operations, failed), failed)):
                    ids = frozenset(map(_id, chunk))
                    # What is done to one document is done in its order, also where the index forgets deletions at once.
                    while running and (len(running) >= _AHEAD or any(ids & others for others, _ in running)):
                        total = _sum(total, running.popleft()[1].result())
                    running.append((ids, self._senders.send(chunk)))
                while running:
                    total = _sum(total, running.popleft()[1].result())
        except BaseException:
            self._stop()
            raise
        return WriteReport(total.written, total.deleted, total.stale, {**failed, **total.failed})

    def commit(self, positions: Mapping[str, int]) -> None:
        """Make what was written visible, then remember the logs' positions."""
        with explained(self._where):
            self._client.indices.refresh(index=self._index)
            self._state.remember(positions)

    def _stop(self) -> None:
        """Send nothing more."""
        self._is_stopped = True
        self._patience.stop()
        self._senders.close()

    def close(self) -> None:
        """Let the next writer in."""
        self._stop()
        self._held.close()

    @property
    def _has_others(self) -> bool:
        """Whether other archives feed the generation, too, or may do so, as nothing is remembered of it."""
        return bool(self._log) and not (self._state.is_known and self._state.positions.keys() <= {self._log})

    def _own(self, operations: Iterable[Operation], failed: dict[str, str]) -> Iterable[Operation]:
        """The operations without those on documents that come from another archive's log."""
        if not self._has_others:
            return operations
        operations = list(operations)
        ids = [each.id if isinstance(each, Delete) else each.document.id for each in operations]
        others = self._of_others(ids)
        for identifier, each in zip(ids, operations, strict=True):
            if identifier in others and not isinstance(each, Delete):
                failed[identifier] = _taken(others[identifier])
        return [each for identifier, each in zip(ids, operations, strict=True) if identifier not in others]

    def _of_others(self, ids: list[str]) -> dict[str, str]:
        """Those of these documents that come from another log, with its id."""
        others: dict[str, str] = {}
        for begin in range(0, len(ids), CHUNK):
            wanted = {"ids": {"values": ids[begin : begin + CHUNK]}}
            answer = self._client.search(
                index=self._index,
                query={"bool": {"filter": wanted, "must_not": {"term": {LOG: self._log}}}},
                size=CHUNK,
                source=False,
                docvalue_fields=[{"field": LOG}],
                allow_partial_search_results=False,
            )
            others |= {hit["_id"]: hit["fields"][LOG][0] for hit in answer["hits"]["hits"] if "fields" in hit}
        return others

    def _items(self, operations: Iterable[Operation], failed: dict[str, str]) -> Iterator[Item]:
        for operation in operations:
            if isinstance(operation, Delete):
                yield Item({"delete": _meta(operation.id, operation.version)}, None)
                continue
            document = operation.document
            try:
                entry = build_entry(document, self._fields, self._languages, self._log)
            except (ValueError, TypeError, OverflowError) as error:
                failed[document.id] = f"{type(error).__name__}: {error}"
                continue
            language = document.language if document.language in self._languages else None
            if self._state.is_news(language, has_pairs=entry.has_pairs):
                # Before the document is there: a reader must ask for every language that it may find.
                self._state.add(language, has_pairs=entry.has_pairs)
            yield Item({"index": _meta(document.id, operation.version)}, entry.body)

    def _send(self, items: list[Item]) -> Outcome:
        """Send a request, and again what the cluster had no time for; stops where all writing is refused."""
        total = Outcome(0, 0, 0, {})
        attempt = self._patience.attempt()
        while not self._is_stopped:
            outcome, items, reason = self._send_once(items)
            total = _sum(total, outcome)
            if not items:
                attempt.succeeded()
                return total
            if attempt.tries == _TRIES_ALONE and len(items) == 1 and len(items[0].body or b"") > CHUNK_BYTES:
                failed = {_id(items[0]): f"It is too large for this cluster's memory: {reason}"}
                return _sum(total, Outcome(0, 0, 0, failed))
            attempt.wait(reason)
        raise IndexingError("Writing was stopped.")

    def _send_once(self, items: list[Item]) -> tuple[Outcome, list[Item], ArchiveError]:
        """What became of the items, those to send again, and why."""
        again: list[Item] = []
        counts = {"index": 0, "delete": 0, "stale": 0}
        failed: dict[str, str] = {}
        refused: list[str] = []
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
            timeout=f"{min(_SHARD_SECONDS, max(1, self._patience.limit)):.0f}s",
            require_alias=True,
        )
        for item, (done, said) in zip(items, self._one_for_each(items, answers), strict=True):
            verb, status = next(iter(item.action)), said.get("status")
            if done:
                counts[verb] += 1
            elif status == _CONFLICT:
                counts["stale"] += 1
                if verb == "index":
                    refused.append(_id(item))
            elif verb == "delete" and status == _MISSING and "error" not in said:
                continue
            elif status == _MISSING:
                raise IndexingError(
                    f"The generation that was written ({self._index}) was dropped meanwhile at {self._where}."
                )
            elif is_blocked(said):
                raise blocked(self._where)
            elif status in FAILING:
                again.append(item)
                reason = failing(said, self._where, _reason(said.get("error")))
            elif isinstance(said.get("exception"), Exception):
                raise explain(said["exception"], self._where)
            else:
                failed[_id(item)] = _reason(said.get("error"))
        kept_out = self._kept_out(refused)
        stale = counts["stale"] - len(kept_out)
        return Outcome(counts["index"], counts["delete"], stale, failed | kept_out), again, reason

    def _kept_out(self, ids: list[str]) -> dict[str, str]:
        """Why these documents, refused for their versions, aren't in the index from this log: those that another kept out.

        The versions of two logs can't be compared. What another archive has just written wasn't seen before; what it has
        removed the cluster remembers, with its version, for `index.gc_deletes`.
        """
        if not ids or not self._has_others:
            return {}
        reasons = {}
        for row in self._client.mget(index=self._index, ids=ids, source_includes=[LOG])["docs"]:
            log = row.get("_source", {}).get(LOG)
            if not row.get("found"):
                reasons[row["_id"]] = (
                    "It was removed from the index within the last hour, by another archive as it seems: let an hour pass, "
                    "then remove it here and add it again, or run “archive reindex” now"
                )
            elif log and log != self._log:
                reasons[row["_id"]] = _taken(log)
        return reasons

    def _one_for_each(self, items: list[Item], answers: Iterable[tuple[bool, Any]]) -> list[tuple[bool, Any]]:
        """Whether each item was done, and what was said of it. Raises IndexingError where that isn't told of all."""
        try:
            told = [(done, next(iter(answer.values()))) for done, answer in answers]
        except (KeyError, TypeError, AttributeError) as error:
            raise nonsense(self._where) from error
        if len(told) != len(items):
            raise nonsense(self._where)
        return told


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


def _taken(log: str) -> str:
    return (
        f"It is in the index already, from another archive (whose log is {log}): let each site's pages be added to one "
        "archive only"
    )


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
