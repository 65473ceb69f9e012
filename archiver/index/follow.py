"""Following the log: bring a generation up to its last event.

Adding, going on after a crash, re-indexing and repairing a lost index are all this one operation.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from archiver.engine import Delete, Upsert
from archiver.errors import DamagedLogError, IndexingError
from archiver.keys import document_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archiver.document import Capture
    from archiver.engine import Engine, Generation, Operation, Writer
    from archiver.log import Log
    from archiver.normalise.workers import Normalised, Normaliser

Progress = Callable[[int, int], None]
"""Called with what is done and the whole, in log events or documents."""

BATCH = 100  # documents a commit: large enough that the commit's fsync is small beside normalising
WRITER_TIMEOUT = 60.0  # seconds to wait for another process that writes the same generation


class Failure(NamedTuple):
    """A capture that is in the log but couldn't become a document, and why.

    `damaged`: its bytes aren't what was stored. `refused`: the document was made, and the engine didn't take it.
    """

    key: str
    source: str
    reason: str
    damaged: bool = False
    refused: bool = False


class CatchUp(NamedTuple):
    """What bringing a generation up to the log did; `bare` are the sources in which there is a headline and no text."""

    written: int = 0
    deleted: int = 0
    failures: tuple[Failure, ...] = ()
    bare: tuple[str, ...] = ()

    def __add__(self, other: CatchUp) -> CatchUp:  # type: ignore[override]
        """Both together."""
        return CatchUp(
            self.written + other.written,
            self.deleted + other.deleted,
            self.failures + other.failures,
            self.bare + other.bare,
        )


def current_generation(engine: Engine) -> Generation | None:
    """The generation that is read, None before the first was built. Raises IndexingError where it can't be told."""
    return current_of(engine.generations())


def current_of(generations: Iterable[Generation]) -> Generation | None:
    """The same, of generations that were asked for already."""
    current = [generation for generation in generations if generation.current]
    if len(current) > 1:
        raise IndexingError(
            f"Several generations are marked as the one that is read ({', '.join(each.name for each in current)}). "
            "“archive generations use NAME” chooses one."
        )
    return current[0] if current else None


def catch_up(
    engine: Engine, log: Log, normaliser: Normaliser, generation: str, progress: Progress | None = None
) -> CatchUp:
    """Bring the generation up to the log's last event, a commit a batch; what was committed stays if this is stopped.

    Raises LockedError if another process goes on writing the generation.
    """
    with engine.open_writer(generation, log.id, timeout=WRITER_TIMEOUT) as writer:
        # Read the position only now: whoever held the lock may have done this work already.
        position = position_of(engine, generation, log)
        total = CatchUp()
        start, end = position, log.last_position
        if position > end:
            raise IndexingError(
                f"The index has consumed {position:,} events of a log that holds {end:,}: the log was cut short. Run "
                "“archive verify” to see what is missing, then “archive reindex”."
            )
        while position < end:
            begin = position - start
            position, keys = _changed_keys(log, position)
            total += write_keys(writer, log, normaliser, keys, beyond(progress, begin, end - start))
            writer.commit({log.id: position})
            if progress:
                progress(position - start, max(end, position) - start)
        return total


def position_of(engine: Engine, generation: str, log: Log) -> int:
    """The position of the log that a generation has consumed. Raises IndexingError if there is no such generation."""
    for known in engine.generations():
        if known.name == generation:
            return known.positions.get(log.id, 0)
    raise IndexingError(f"There is no generation {generation}; “archive status” lists those that there are.")


def _changed_keys(log: Log, position: int) -> tuple[int, list[str]]:
    """The keys of the next events, each once, and the position after them."""
    keys: dict[str, None] = {}
    for event in log.events(position):
        if len(keys) == BATCH and event.key not in keys:
            break
        keys[event.key] = None
        position = event.position
    return position, list(keys)


def beyond(progress: Progress | None, begin: int, whole: int) -> Callable[[int], None]:
    """What is to be called with the documents of a batch that are done; the whole isn't done before it is committed."""

    def report(done: int) -> None:
        if progress:
            progress(max(begin, min(begin + done, whole - 1)), whole)

    return report


def write_keys(
    writer: Writer, log: Log, normaliser: Normaliser, keys: list[str], report_done: Callable[[int], None]
) -> CatchUp:
    """Write what these keys are now: each one's head, normalised, or that it is gone."""
    operations: list[Operation] = []
    failures: list[Failure] = []
    bare: list[str] = []
    versions = {}
    for key in keys:
        head = log.head(key)
        if head is None:
            operations.append(Delete(document_id(key), log.version(key)))
        else:
            versions[key] = head.version
    for done, result in enumerate(normalise_heads(log, normaliser, list(versions)), 1):
        report_done(done)
        if result.document is None:
            reason = result.reason.removeprefix(f"{result.source} ")  # it may begin with what it speaks of
            failures.append(Failure(result.key, result.source, reason, result.damaged))
            operations.append(Delete(document_id(result.key), versions[result.key]))
        else:
            operations.append(Upsert(result.document, versions[result.key]))
            if not result.document.text:
                bare.append(result.source)
    report = writer.write(operations)
    by_id = {document_id(key): key for key in keys}
    failures += [Failure(by_id[i], by_id[i], reason, refused=True) for i, reason in report.failed.items()]
    return CatchUp(report.written, report.deleted, tuple(failures), tuple(bare))


def normalise_heads(log: Log, normaliser: Normaliser, keys: Iterable[str]) -> Iterator[Normalised]:
    """Each key's head, normalised; where it holds no article (an error page, say), the newest capture that does."""
    damaged: list[Normalised] = []
    heads = ((key, head.position) for key in keys if (head := log.head(key)))
    for result in chain(normaliser.run(_read(log, heads, damaged)), damaged):
        if result.document is None:
            yield _normalise_earlier(log, normaliser, result)
        else:
            yield result


def _normalise_earlier(log: Log, normaliser: Normaliser, failed: Normalised) -> Normalised:
    earlier = ((failed.key, position) for position in log.live_positions(failed.key)[1:])
    for result in normaliser.run(_read(log, earlier, [])):
        if result.document is not None:
            return result
    return failed


def _read(log: Log, places: Iterable[tuple[str, int]], damaged: list[Normalised]) -> Iterator[Capture]:
    """The captures at these positions; one whose bytes are damaged is put into `damaged`, and the others go on."""
    from archiver.normalise.workers import Normalised

    for key, position in places:
        try:
            yield log.read(position)
        except DamagedLogError as error:
            damaged.append(Normalised(key, key, None, str(error), damaged=True))


def batched(items: Iterable[str], size: int) -> Iterator[list[str]]:
    """The items in lists of this size, the last one shorter."""
    batch: list[str] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
