"""Building a generation anew beside the one that is read, switching to it, and going back to an earlier one."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, NamedTuple, Protocol

from archiver.engine import Delete
from archiver.errors import IndexingError, UsageError
from archiver.index.check import check_queries, check_refused, open_if_readable, verify, verify_content
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
    from collections.abc import Iterable, Iterator, Sequence

    from archiver.engine import Engine, Generation
    from archiver.index.check import Check
    from archiver.index.follow import Progress
    from archiver.log import Log
    from archiver.normalise.workers import Normaliser

_COMMIT = 20  # batches between two commits: what a kill loses is made again in a minute


class Part(NamedTuple):
    """One of several parts of a re-index, by key: the first of three is (1, 3)."""

    number: int
    of: int

    def holds(self, key: str) -> bool:
        """Whether this key belongs to the part."""
        return zlib.crc32(key.encode()) % self.of == self.number - 1


class Freezing(Protocol):
    """What keeps for each generation the context that it is built with."""

    def fits(self, generation: Generation) -> bool:
        """Whether what is in a generation was made with the same context."""

    def freeze(self, generation: str) -> None:
        """Keep the context for a generation that is written from now on."""


class Rebuilt(NamedTuple):
    """A generation that was built, what was written of it, and what the user's queries say, in words.

    `resumed` tells that an earlier run had begun it, or another archive. It is read now, unless only a part of it was
    written, or it `waits_for` other archives, whose logs have these ids, to bring it up to their logs.
    """

    name: str
    written: CatchUp
    changes: tuple[str, ...] = ()
    resumed: bool = False
    waits_for: tuple[str, ...] = ()


def rebuild(
    engine: Engine,
    log: Log,
    normaliser: Normaliser,
    progress: Progress | None = None,
    *,
    checks: Sequence[Check] = (),
    part: Part | None = None,
    contexts: Freezing | None = None,
) -> Rebuilt:
    """Build a new generation from the log's live heads, catch up, verify it, and switch to it.

    The generation that is being read goes on being read, and added to by others, until the switch; the last catch-up
    and the switch hold the log's append lock, so no write is lost. What was written stays if this is stopped, and the
    next call goes on with it. Of a part only the heads are written: the next call without one does the rest. Where
    several archives feed the index, the last of them to come this far switches. `contexts` keeps what the normaliser goes by.

    Raises IndexingError, and drops the new generation, if it isn't what the log says.
    """
    if part and not engine.takes_parts:
        raise UsageError(
            "The index in the archive's own folder is written by one process, which uses all cores. Parts are for "
            "Elasticsearch."
        )
    with log.lock():  # parts that begin at once make one generation
        begun = begun_before(engine, log, normaliser, contexts)
        name = begun.name if begun else engine.create(context_digest=normaliser.context_digest)
        if contexts:
            contexts.freeze(name)
    total = _write_heads(engine, log, normaliser, name, progress, part=part)
    if part:
        return Rebuilt(name, total, resumed=begun is not None)
    total += catch_up(engine, log, normaliser, name)
    with log.lock():
        total += catch_up(engine, log, normaliser, name)
        try:
            with engine.open_reader(name) as reader:
                keys = verify(reader, log, total.failures)
                verify_content(reader, log, normaliser, keys)
                check_refused(engine, reader, log, total.failures)
                changes = _check(engine, checks, name)
        except IndexingError:
            if not _has_others(engine, name, log):
                engine.drop(name)
            raise
        waits_for = _switch(engine, name)
    return Rebuilt(name, total, tuple(changes), begun is not None, waits_for)


def begun_before(
    engine: Engine, log: Log, normaliser: Normaliser, contexts: Freezing | None = None
) -> Generation | None:
    """A generation by the same rules to go on with, which an earlier run has begun, or another archive.

    That may be the one that is read, if it is an index of other archives that this one hasn't been added to yet.
    """
    known = engine.generations()
    read = max((int(each.name) for each in known if each.current), default=0)
    for each in reversed(known):
        is_ours = log.id in each.positions
        fits = contexts.fits(each) if contexts else each.context_digest == normaliser.context_digest
        same = each.schema_digest == engine.schema_digest and fits
        lacks_us = bool(each.positions) and not is_ours if each.current else each.awaited or not is_ours
        if same and int(each.name) >= read and lacks_us:
            return each
    return None


def _has_others(engine: Engine, generation: str, log: Log) -> bool:
    """Whether other archives have written a generation, too."""
    known = {each.name: each for each in engine.generations()}
    return bool(known[generation].positions.keys() - {log.id}) if generation in known else False


def _switch(engine: Engine, generation: str) -> tuple[str, ...]:
    """Switch to a generation, unless other archives haven't brought it as far as the one that is read: their logs' ids."""
    known = engine.generations()
    new = next(each for each in known if each.name == generation)
    behind = lacking(new, known)
    for each in _read_now(known, generation):  # where the positions were lost, documents still say whose they are
        with open_if_readable(engine, each.name) as reader:
            behind |= reader.logs() - new.positions.keys() if reader else set()
    if behind:
        engine.await_others(generation)
    else:
        engine.switch(generation)
    return tuple(sorted(behind))


def lacking(generation: Generation, known: Iterable[Generation]) -> set[str]:
    """The ids of the logs that a generation hasn't seen as far as the one that is read has, among those known."""
    read = _read_now(known, generation.name)
    return {log for each in read for log, seen in each.positions.items() if generation.positions.get(log, -1) < seen}


def _read_now(known: Iterable[Generation], but: str) -> list[Generation]:
    """The generation that is read, if it is another one; several where an alias was moved by hand."""
    return [each for each in known if each.current and each.name != but]


def awaiting(log_id: str, known: Sequence[Generation]) -> Generation | None:
    """The newest generation that other archives have brought up to their logs, and that waits for this log's archive."""
    waiting = [each for each in known if each.awaited and log_id in lacking(each, known)]
    return waiting[-1] if waiting else None


def _check(engine: Engine, checks: Sequence[Check], name: str) -> list[str]:
    if not checks:
        return []
    current = current_generation(engine)
    with engine.open_reader(name) as new:
        if current is None:
            return check_queries(checks, new, None)
        with open_if_readable(engine, current.name) as old:
            return check_queries(checks, new, old)


def _write_heads(
    engine: Engine,
    log: Log,
    normaliser: Normaliser,
    generation: str,
    progress: Progress | None,
    *,
    part: Part | None,
) -> CatchUp:
    """Write the live heads that the generation doesn't hold yet, and take out what is live no more."""
    # Events after this position are followed by catching up; those before are in the heads. Deletions aren't replayed:
    # an engine may have forgotten them, and a withdrawn article must not come back.
    position = log.last_position
    count, done, total = log.counts().documents // (part.of if part else 1), 0, CatchUp()
    name = f"part-{part.number}-of-{part.of}" if part else ""
    with engine.open_writer(generation, log.id, timeout=WRITER_TIMEOUT, part=name) as writer:
        writer.commit({})  # what a run that was killed wrote may not be visible yet
        with engine.open_reader(generation) as reader:
            there = dict(reader.versions(log.id))
        missing = (key for key in _missing(log, there) if part is None or part.holds(key))
        for number, keys in enumerate(batched(missing, BATCH), 1):
            total += write_keys(writer, log, normaliser, keys, beyond(progress, done, count))
            done += len(keys)
            if number % _COMMIT == 0:
                writer.commit({})
            if progress:
                progress(done, max(count, done))
        if progress:  # what an earlier run has written is done, too
            progress(max(count, done), max(count, done))
        if part:
            writer.commit({})
            return total
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


def use(
    engine: Engine,
    log: Log,
    normaliser: Normaliser,
    generation: str,
    progress: Progress | None = None,
    *,
    anyway: bool = False,
) -> Rebuilt:
    """Let another finished generation be the one that is read, after bringing it up to the log.

    Where other archives feed it, too, and haven't brought it as far as the one that is read, it waits for them, unless
    it is to be read `anyway`. Raises IndexingError if it isn't finished, or isn't what the log says.
    """
    known = {each.name: each for each in engine.generations()}.get(generation)
    if known is None:
        raise IndexingError(f"There is no generation {generation}; “archive generations” lists those that there are.")
    # One of several that are marked as read may be new: it is brought up to the log from the beginning.
    if log.id not in known.positions and not known.current:
        raise IndexingError(f"Generation {generation} was never finished: “archive reindex” goes on with it.")
    total = _write_heads(engine, log, normaliser, generation, progress, part=None)
    with log.lock():
        total += catch_up(engine, log, normaliser, generation)
        with engine.open_reader(generation) as reader:
            verify(reader, log, total.failures)
        waits_for: tuple[str, ...] = ()
        if anyway:
            engine.switch(generation)
        else:
            waits_for = _switch(engine, generation)
    return Rebuilt(generation, total, waits_for=waits_for)


def previous(engine: Engine, log: Log) -> str:
    """The finished generation before the one that is read. Raises IndexingError if there is none."""
    current = current_generation(engine)
    earlier = [
        known.name
        for known in engine.generations()
        if not known.current and log.id in known.positions and (current is None or int(known.name) < int(current.name))
    ]
    if not earlier:
        read = f" than {current.name}, which is read" if current else ""
        raise IndexingError(
            f"There is no earlier generation to go back to{read}; “archive generations” lists those that there are."
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
