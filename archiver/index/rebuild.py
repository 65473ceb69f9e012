"""Building a generation anew beside the one that is read, switching to it, and going back to an earlier one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from archiver.engine import Delete
from archiver.errors import IndexingError
from archiver.index.check import check_queries, verify, verify_content
from archiver.index.follow import (
    BATCH,
    WRITER_TIMEOUT,
    CatchUp,
    batched,
    beyond,
    catch_up,
    current_generation,
    write_keys,
)
from archiver.keys import document_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archiver.engine import Engine, Generation
    from archiver.index.check import Check
    from archiver.index.follow import Progress
    from archiver.log import Log
    from archiver.normalise.workers import Normaliser

_COMMIT = 20  # batches between two commits: what a kill loses is made again in a minute


class Rebuilt(NamedTuple):
    """A generation that was built and is read now, what was written of it, and what the user's queries say, in words.

    `resumed` tells that an earlier run had begun it.
    """

    name: str
    written: CatchUp
    changes: tuple[str, ...] = ()
    resumed: bool = False


def rebuild(
    engine: Engine,
    log: Log,
    normaliser: Normaliser,
    progress: Progress | None = None,
    checks: Sequence[Check] = (),
) -> Rebuilt:
    """Build a new generation from the log's live heads, catch up, verify it, and switch to it.

    The generation that is being read goes on being read, and added to by others, until the switch; the last catch-up
    and the switch hold the log's append lock, so no write is lost. What was written stays if this is stopped, and the
    next call goes on with it. Raises IndexingError, and drops the new generation, if it isn't what the log says.
    """
    begun = _begun(engine, normaliser)
    name = begun.name if begun else engine.create(context_digest=normaliser.context_digest)
    total = _write_heads(engine, log, normaliser, name, progress)
    total += catch_up(engine, log, normaliser, name)
    with log.lock():
        total += catch_up(engine, log, normaliser, name)
        try:
            with engine.open_reader(name) as reader:
                verify(reader, log, total.failures)
                verify_content(reader, log, normaliser)
                changes = _check(engine, checks, name)
        except IndexingError:
            engine.drop(name)
            raise
        engine.switch(name)
    return Rebuilt(name, total, tuple(changes), begun is not None)


def _begun(engine: Engine, normaliser: Normaliser) -> Generation | None:
    """A generation that an earlier run has begun by the same rules, and not finished: it has consumed nothing yet."""
    for known in reversed(engine.generations()):
        same = (known.schema_digest, known.context_digest) == (engine.schema_digest, normaliser.context_digest)
        if same and not known.current and not known.positions:
            return known
    return None


def _check(engine: Engine, checks: Sequence[Check], name: str) -> list[str]:
    if not checks:
        return []
    current = current_generation(engine)
    with engine.open_reader(name) as new:
        if current is None:
            return check_queries(checks, new, None)
        with engine.open_reader(current.name) as old:
            return check_queries(checks, new, old)


def _write_heads(
    engine: Engine, log: Log, normaliser: Normaliser, generation: str, progress: Progress | None
) -> CatchUp:
    """Write the live heads that the generation doesn't hold yet, and take out what is live no more."""
    # Events after this position are followed by catching up; those before are in the heads. Deletions aren't replayed:
    # an engine may have forgotten them, and a withdrawn article must not come back.
    position = log.last_position
    count, done, total = log.counts().documents, 0, CatchUp()
    with engine.open_writer(generation, timeout=WRITER_TIMEOUT) as writer:
        writer.commit({})  # what a run that was killed wrote may not be visible yet
        with engine.open_reader(generation) as reader:
            there = dict(reader.versions())
        for number, keys in enumerate(batched(_missing(log, there), BATCH), 1):
            total += write_keys(writer, log, normaliser, keys, beyond(progress, done, count))
            done += len(keys)
            if number % _COMMIT == 0:
                writer.commit({})
            if progress:
                progress(done, max(count, done))
        # What is left was written by an earlier run and withdrawn since.
        keys_left = ((identifier, log.find_key(identifier)) for identifier in there)
        writer.write(Delete(identifier, log.version(key) if key else position) for identifier, key in keys_left)
        writer.commit({log.id: position})
    return total


def _missing(log: Log, there: dict[str, int]) -> Iterator[str]:
    """The keys of the heads that aren't there as they are now; takes those that are out of `there`."""
    for head in log.heads():
        if there.pop(document_id(head.key), None) != head.version:
            yield head.key


def use(engine: Engine, log: Log, normaliser: Normaliser, generation: str) -> CatchUp:
    """Let another finished generation be the one that is read, after bringing it up to the log.

    Raises IndexingError if it isn't finished, or isn't what the log says.
    """
    known = {each.name: each for each in engine.generations()}.get(generation)
    if known is None:
        raise IndexingError(f"There is no generation {generation}; “archive generations” lists those that there are.")
    if log.id not in known.positions:
        raise IndexingError(f"Generation {generation} was never finished: “archive reindex” goes on with it.")
    total = catch_up(engine, log, normaliser, generation)
    with log.lock():
        total += catch_up(engine, log, normaliser, generation)
        with engine.open_reader(generation) as reader:
            verify(reader, log, None)
        engine.switch(generation)
    return total


def previous(engine: Engine, log: Log) -> str:
    """The finished generation before the one that is read. Raises IndexingError if there is none."""
    current = current_generation(engine)
    earlier = [
        known.name
        for known in engine.generations()
        if not known.current and log.id in known.positions and (current is None or int(known.name) < int(current.name))
    ]
    if not earlier:
        raise IndexingError(
            "There is no earlier generation to go back to; “archive generations” lists those that there are."
        )
    return earlier[-1]


def expunge(engine: Engine, log: Log) -> None:
    """Leave nothing of what was deleted in any index: drop all generations but the one that is read, rewrite that one.

    Nothing is appended to the log meanwhile. Raises LockedError if another process goes on writing the generation.
    """
    with log.lock():
        for generation in engine.generations():
            if not generation.current:
                engine.drop(generation.name)
        if current := current_generation(engine):
            engine.expunge(current.name, timeout=WRITER_TIMEOUT)
