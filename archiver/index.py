"""Views of the log: bring a generation up to the log, build a new one beside the one that is read, verify it, switch.

Adding, going on after a crash, re-indexing and repairing a lost index are all this one operation.
"""

from __future__ import annotations

import random
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from archiver.engine import Delete, Upsert
from archiver.errors import DamagedLogError, IndexingError
from archiver.keys import document_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from archiver.document import Capture
    from archiver.engine import Engine, Generation, Operation, Reader, Writer
    from archiver.log import Log
    from archiver.normalise.workers import Normalised, Normaliser

    Progress = Callable[[int, int], None]
    """Called with what is done and the whole, in log events or documents."""

BATCH = 100  # documents a commit: large enough that the commit's fsync is small beside normalising
WRITER_TIMEOUT = 60.0  # seconds to wait for another process that writes the same generation
SAMPLE = 50  # documents whose content is compared when a generation is verified


class Failure(NamedTuple):
    """A capture that is in the log but couldn't become a document, and why."""

    key: str
    source: str
    reason: str


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
    """The generation that is read, None before the first was built."""
    return next((generation for generation in engine.generations() if generation.current), None)


def catch_up(
    engine: Engine, log: Log, normaliser: Normaliser, generation: str, progress: Progress | None = None
) -> CatchUp:
    """Bring the generation up to the log's last event, a commit a batch; what was committed stays if this is stopped.

    Raises LockedError if another process goes on writing the generation.
    """
    with engine.open_writer(generation, timeout=WRITER_TIMEOUT) as writer:
        # Read the position only now: whoever held the lock may have done this work already.
        position = _position(engine, generation, log)
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
            total += _write(writer, log, normaliser, keys, _beyond(progress, begin, end - start))
            writer.commit({log.id: position})
            if progress:
                progress(position - start, max(end, position) - start)
        return total


def rebuild(engine: Engine, log: Log, normaliser: Normaliser, progress: Progress | None = None) -> tuple[str, CatchUp]:
    """Build a new generation from the log's live heads, catch up, verify it, and switch to it.

    The generation that is being read goes on being read, and added to by others, until the switch; the last catch-up
    and the switch hold the log's append lock, so no write is lost. Returns the new generation's name.
    """
    generation = engine.create(context_digest=normaliser.context_digest)
    try:
        total = _write_heads(engine, log, normaliser, generation, progress)
        total += catch_up(engine, log, normaliser, generation)
        with log.lock():
            total += catch_up(engine, log, normaliser, generation)
            with engine.open_reader(generation) as reader:
                verify(reader, log, normaliser, total.failures)
            engine.switch(generation)
    except BaseException:
        # Nobody reads an unfinished generation, and the next run builds its own.
        engine.drop(generation)
        raise
    return generation, total


def _write_heads(
    engine: Engine, log: Log, normaliser: Normaliser, generation: str, progress: Progress | None
) -> CatchUp:
    # Events after this position are followed by catching up; those before are in the heads. Deletions aren't replayed:
    # an engine may have forgotten them, and a withdrawn article must not come back.
    position = log.last_position
    count, done, total = log.counts().documents, 0, CatchUp()
    with engine.open_writer(generation, timeout=WRITER_TIMEOUT) as writer:
        for keys in _batched((head.key for head in log.heads()), BATCH):
            total += _write(writer, log, normaliser, keys, _beyond(progress, done, count))
            done += len(keys)
            if progress:
                progress(done, max(count, done))
        writer.commit({log.id: position})
    return total


def verify(reader: Reader, log: Log, normaliser: Normaliser, failures: Iterable[Failure]) -> None:
    """Compare a generation with the catalogue: all ids and versions, and the content of a sample.

    Raises IndexingError, which says how many documents are missing, too many or different.
    """
    failed = {document_id(failure.key) for failure in failures}
    expected = {document_id(head.key): head for head in log.heads()}
    found = dict(reader.versions())
    missing = [i for i in expected if i not in found and i not in failed]
    extra = [i for i in found if i not in expected]
    outdated = [i for i in found if i in expected and found[i] != expected[i].version]
    if missing or extra or outdated:
        raise IndexingError(
            f"The new generation doesn't agree with the log: {len(missing)} documents are missing, {len(extra)} too "
            f"many, {len(outdated)} out of date. It was dropped; the old one is still read. Run “archive verify”, "
            "then “archive reindex” again."
        )
    # A fixed seed: the same archive is checked in the same places, so a failure can be looked into.
    sample = random.Random(0).sample(sorted(found), min(SAMPLE, len(found)))  # noqa: S311
    for result in _normalise_heads(log, normaliser, [expected[i].key for i in sample]):
        stored = reader.get(document_id(result.key))
        if result.document and (stored is None or stored.digest != result.document.digest):
            raise IndexingError(
                f"Document {document_id(result.key)} of the new generation isn't what the log gives. The generation "
                "was dropped; the old one is still read. Please report this, with the document's page."
            )


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


def problems(engine: Engine, log: Log) -> Iterator[str]:
    """What is wrong with the generation that is read: damaged files, and documents that aren't what the log has.

    Others may add meanwhile: what happened after the generation's position is left out.
    """
    current = current_generation(engine)
    if current is None:
        return
    found_any = False
    for problem in engine.problems(current.name):
        found_any = True
        yield problem
    if found_any:
        return
    position = _position(engine, current.name, log)
    with engine.open_reader(current.name) as reader:
        found = dict(reader.versions())
    expected = {document_id(head.key): head.version for head in log.heads()}
    outdated = extra = 0
    for identifier, version in found.items():
        if identifier in expected:
            outdated += version != expected[identifier] <= position
        else:
            key = log.find_key(identifier)
            extra += key is None or log.version(key) <= position
    if outdated or extra:
        yield (
            f"The index (generation {current.name}) has {outdated:,} documents that are out of date and {extra:,} that "
            "the log doesn't have. “archive export” writes what it holds, “archive reindex” makes a new one from the log."
        )


def _position(engine: Engine, generation: str, log: Log) -> int:
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


def _beyond(progress: Progress | None, begin: int, whole: int) -> Callable[[int], None]:
    """What is to be called with the documents of a batch that are done; the whole isn't done before it is committed."""

    def report(done: int) -> None:
        if progress:
            progress(max(begin, min(begin + done, whole - 1)), whole)

    return report


def _write(
    writer: Writer, log: Log, normaliser: Normaliser, keys: list[str], report_done: Callable[[int], None]
) -> CatchUp:
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
    for done, result in enumerate(_normalise_heads(log, normaliser, list(versions)), 1):
        report_done(done)
        if result.document is None:
            reason = result.reason.removeprefix(f"{result.source} ")  # it may begin with what it speaks of
            failures.append(Failure(result.key, result.source, reason))
            operations.append(Delete(document_id(result.key), versions[result.key]))
        else:
            operations.append(Upsert(result.document, versions[result.key]))
            if not result.document.text:
                bare.append(result.source)
    report = writer.write(operations)
    by_id = {document_id(key): key for key in keys}
    failures += [Failure(by_id[i], by_id[i], reason) for i, reason in report.failed.items()]
    return CatchUp(report.written, report.deleted, tuple(failures), tuple(bare))


def _normalise_heads(log: Log, normaliser: Normaliser, keys: Iterable[str]) -> Iterator[Normalised]:
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
            damaged.append(Normalised(key, key, None, str(error)))


def _batched(items: Iterable[str], size: int) -> Iterator[list[str]]:
    batch: list[str] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
