"""Whether a generation holds what the log says: before a switch, and whenever somebody asks."""

from __future__ import annotations

import random
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from archiver.errors import IndexingError, UnreachableError
from archiver.index.follow import current_generation, normalise_heads, position_of
from archiver.keys import document_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archiver.engine import Engine, Reader
    from archiver.index.follow import Failure
    from archiver.log import Log
    from archiver.normalise.workers import Normaliser
    from archiver.query.tree import Query

SAMPLE = 50  # documents whose content is compared when a generation is verified
_SHOWN = 5  # ids in a message


class Check(NamedTuple):
    """A query that a new generation has to answer: with something, and with the articles that have these ids."""

    query: Query
    ids: tuple[str, ...] = ()


def verify(reader: Reader, log: Log, failures: Iterable[Failure]) -> list[str]:
    """Compare all ids and versions of what a generation holds of this log with the catalogue; the keys that it holds.

    `failures` are the captures of which no document could be made. Raises IndexingError, which says how many documents are
    missing, too many or out of date.
    """
    keys, expected = {}, {}
    for head in log.heads():
        identifier = document_id(head.key)
        keys[identifier], expected[identifier] = head.key, head.version
    found = dict(reader.versions(log.id))
    failed = {document_id(failure.key) for failure in failures}
    missing = _absent(reader, [i for i in expected if i not in found and i not in failed])
    extra = [i for i in found if i not in expected]
    outdated = [i for i in found if i in expected and found[i] != expected[i]]
    if missing or extra or outdated:
        shown = ", ".join((missing + extra + outdated)[:_SHOWN])
        raise IndexingError(
            f"The generation doesn't agree with the log: {len(missing):,} documents are missing, {len(extra):,} too many, "
            f"{len(outdated):,} out of date ({shown}). It isn't switched to; the old one is still read. Run “archive "
            "verify”, then “archive reindex” again."
        )
    return [keys[identifier] for identifier in found]


def _absent(reader: Reader, identifiers: list[str]) -> list[str]:
    """Those of these articles that the index doesn't hold, from whichever archive: another one may have written over it."""
    if not identifiers:
        return []
    there = {identifier for identifier, _ in reader.versions()}
    return [identifier for identifier in identifiers if identifier not in there]


def verify_content(reader: Reader, log: Log, normaliser: Normaliser, keys: list[str]) -> None:
    """Compare a sample of these keys' content with what the log gives. Raises IndexingError for one that differs."""
    # A fixed seed: the same archive is checked in the same places, so a failure can be looked into.
    sample = random.Random(0).sample(keys, min(SAMPLE, len(keys)))  # noqa: S311
    for result in normalise_heads(log, normaliser, sample):
        stored = reader.get(document_id(result.key))
        if result.document and (stored is None or stored.digest != result.document.digest):
            raise IndexingError(
                f"Document {document_id(result.key)} of the new generation isn't what the log gives. It isn't switched "
                "to; the old one is still read. Please report this, with the document's page."
            )


@contextmanager
def open_if_readable(engine: Engine, generation: str) -> Iterator[Reader | None]:
    """A reader of a generation; None where it is damaged, or of another version of this program: it must be replaceable."""
    try:
        opened = engine.open_reader(generation)
    except UnreachableError:
        raise
    except IndexingError:
        yield None
        return
    with opened as reader:
        yield reader


def check_refused(engine: Engine, new: Reader, log: Log, failures: Iterable[Failure]) -> None:
    """Compare what the engine refused for a new generation with the one that is read.

    Raises IndexingError where an article would be found no more: the generation's definition may be at fault, and
    then all articles may be gone at once.
    """
    reasons = {document_id(failure.key): failure.reason for failure in failures if failure.refused}
    if not reasons or (current := current_generation(engine)) is None:
        return
    with open_if_readable(engine, current.name) as old:
        lost = _absent(new, [i for i, _ in old.versions(log.id) if i in reasons]) if old else []
    if lost:
        articles = "1 article that is" if len(lost) == 1 else f"{len(lost):,} articles that are"
        raise IndexingError(
            f"{articles} found now {'was' if len(lost) == 1 else 'were'} refused for the new generation, such as {lost[0]}: "
            f"{reasons[lost[0]]}. It isn't switched to; the old one is still read. Mend what is at fault, the index "
            "definition (mappings/articles.json) if it was changed, and run “archive reindex” again; an article that can't "
            "be indexed any more is taken out by “archive remove”."
        )


def check_queries(checks: Sequence[Check], new: Reader, old: Reader | None) -> list[str]:
    """How the answers to a user's own queries change from one generation to the next, in words.

    Raises IndexingError where a query that found something finds nothing any more, or lacks an article that it names.
    """
    told, lost = [], []
    for check in checks:
        text = check.query.text
        total = new.search(check.query._replace(limit=0, facets=())).total
        before = old.search(check.query._replace(limit=0, facets=())).total if old else total
        if before and not total:
            lost.append(f"“{text}” found {before:,} articles and finds none now")
        elif before != total:
            told.append(f"“{text}” found {before:,} articles and finds {total:,} now")
        lacking = [identifier for identifier in check.ids if not _finds(new, check.query, identifier)]
        lost += [f"“{text}” doesn't find {identifier}" for identifier in lacking]
    if lost:
        raise IndexingError(
            f"The new generation doesn't answer as it should: {'; '.join(lost)}. It isn't switched to; the old one is "
            "still read."
        )
    return told


def _finds(reader: Reader, query: Query, identifier: str) -> bool:
    from archiver.query.tree import Group, Word

    both = Group("and", (query.tree, Word(identifier, "id")))
    return reader.search(query._replace(tree=both, limit=0, facets=())).total == 1


def problems(engine: Engine, log: Log, normaliser: Normaliser) -> Iterator[str]:
    """What is wrong with the generation that is read: damaged files, and documents that aren't what the log has.

    Of what is missing, captures in which there is no article are no problem: the first `SAMPLE` are normalised to tell.

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
    position = position_of(engine, current.name, log)
    heads = {document_id(head.key): head for head in log.heads()}
    with engine.open_reader(current.name) as reader:
        found = dict(reader.versions(log.id))
        absent = _absent(reader, [i for i, head in heads.items() if head.version <= position and i not in found])
    outdated = extra = 0
    for identifier, version in found.items():
        if identifier in heads:
            outdated += version != heads[identifier].version <= position
        else:
            key = log.find_key(identifier)
            extra += key is None or log.version(key) <= position
    if outdated or extra:
        yield (
            f"The index (generation {current.name}) has {outdated:,} documents that are out of date and {extra:,} that "
            "the log doesn't have. “archive export” writes what it holds, “archive reindex” makes a new one from the log."
        )
    keys = [heads[identifier].key for identifier in absent[:SAMPLE]]
    lost = [each.key for each in normalise_heads(log, normaliser, keys) if each.document]
    if lost:
        count = f"{len(lost):,} document{'' if len(lost) == 1 else 's'}{' or more' if absent[SAMPLE:] else ''}"
        yield (
            f"The index (generation {current.name}) lacks {count} that the log has, such as {lost[0]}. “archive reindex” "
            "makes a new one from the log; where the engine refuses one, aside.jsonl says why."
        )
