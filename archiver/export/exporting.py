"""Writing all that a query finds: as a stream, into a file that can be gone on with, or a file an article in a folder."""

from __future__ import annotations

import datetime as dt
import errno
import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, cast

import msgspec

from archiver.document import Document, decode
from archiver.errors import ArchiveError, IndexingError, UsageError
from archiver.export.asked import Asked, ask, state_of
from archiver.export.formats import Options
from archiver.export.job import Exported, Job
from archiver.export.partial import Done, Partial
from archiver.searching import changes, searched, suggestions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from archiver.asking import Asking
    from archiver.export.formats import Converter, Format
    from archiver.query.tree import Query

    Sink = BinaryIO | str

_KEPT_EVERY = 500  # articles: what a crash makes to be done again takes a moment
_FULL_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def export(
    archive: Asking,
    query: Query,
    form: Format,
    target: Sink,
    *,
    words: str = "",
    columns: tuple[str, ...] = (),
    all_captures: bool = False,
    progress: Callable[[int, int], None] | None = None,
    tell: Callable[[str], None] | None = None,
) -> Exported:
    """Write every article that the query finds to `target`: a path, a folder (`notes/`), or what can be written to.

    `words` says for a person what was asked. `progress` is called with how many articles are done, and of how many;
    `tell` with what a person should know while it goes on. Raises UsageError for what can't be asked, LockedError where
    another process writes the same file, ArchiveError where the disk is full.
    """
    is_folder = isinstance(target, str) and (target.endswith("/") or os.path.isdir(target))
    if is_folder and form.name != "markdown":
        raise UsageError(f"{target} is a folder; only Markdown is written into one, a file an article. Name a file.")
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    is_file = isinstance(target, str) and not is_folder and not _is_special(target)
    index = state_of(archive) if is_file else ""  # before the reader is opened: what it reads is no older
    with archive.engine.open_reader() as reader:
        respell = archive.settings.respell
        query, page = searched(reader, query._replace(limit=0, offset=0, facets=()), respell=respell)
        total = page.total
        for line in (*changes(page), *suggestions(page)):
            (tell or _ignore)(line)
        options = (columns, all_captures)
        asked = ask(archive, form, query, words=words, options=options, index=index, total=total)

        def job(at: str) -> Job:
            is_packed = not (isinstance(target, str) and target.lower().endswith(".warc"))
            maker = form.make(Options(columns, all_captures, words, at, archive.log, is_packed))
            return Job(archive.log, reader, query, total, maker, progress or _ignore)

        if not isinstance(target, str):
            return _to_stream(job(now), target, now)
        with _explained(target):
            if is_folder:
                return _to_folder(job(now), target, now)
            if not is_file:
                with open(target, "wb") as sink:
                    return _to_stream(job(now), sink, now)
            return _to_file(job, os.path.realpath(target), asked, now, tell or _ignore)


def _to_stream(job: Job, sink: BinaryIO, at: str) -> Exported:
    maker, done = job.maker, Done(at=at)
    if hasattr(maker, "convert"):
        outcome = [done]
        cast("Converter", maker).convert(_expressible(job, outcome), sink)
        done = outcome[0]
    else:
        sink.write(maker.begin())
        for name, document in job.documents():
            data, done = job.make(name, document, done)
            sink.write(data)
            job.tell(done)
        sink.write(maker.end(done.written))
    job.check(done)
    return job.report(done)


def _expressible(job: Job, outcome: list[Done]) -> Iterator[Document]:
    """The documents that can be read; the last of `outcome` counts them, and the others."""
    for name, document in job.documents():
        data, outcome[0] = job.make(name, document, outcome[0])
        if data and isinstance(document, Document):
            yield document
        job.tell(outcome[0])


def _to_file(
    job_begun: Callable[[str], Job], target: str, asked: Asked, now: str, tell: Callable[[str], None]
) -> Exported:
    job_begun(now)  # what can't be asked is refused before anything is written
    with Partial(target, asked, now) as partial:
        done = partial.done
        resumed = done.written
        if done.last:
            tell(f"Going on after the {done.written + done.left_out:,} articles that were done when it was stopped.")
        elif partial.restarted:
            tell(f"Beginning anew: {partial.restarted}.")
        job = job_begun(done.at)
        try:
            if not done.size:
                done = _append(partial, job.maker.begin(), done)
            for name, document in job.documents(done.last):
                data, after = job.make(name, document, done)
                done = _append(partial, data, after)
                job.tell(done)
                if (done.written + done.left_out) % _KEPT_EVERY == 0:
                    partial.keep(done)
        except BaseException:
            with suppress(OSError):  # on a full disk, what was remembered last holds
                partial.keep(done)
            raise
        try:
            job.check(done)
        except IndexingError:
            partial.give_up()
            raise
        _finish(job, partial, done, target)
    return job.report(done, resumed)


def _append(partial: Partial, data: bytes, done: Done) -> Done:
    partial.write(data)
    return msgspec.structs.replace(done, size=done.size + len(data))


def _finish(job: Job, partial: Partial, done: Done, target: str) -> None:
    """Write the end, or make the whole file of what was written, and put it in the target's place."""
    if not hasattr(job.maker, "convert"):
        partial.keep(done)  # the end comes after what is remembered: if it is stopped here, it is cut off again
        partial.write(job.maker.end(done.written))
        partial.complete(done)
        return
    made = f"{target}.partial.made"
    partial.keep(done)
    try:
        with partial.lines() as lines, open(made, "wb") as sink:
            cast("Converter", job.maker).convert(map(decode, lines), sink)
            os.fsync(sink.fileno())
        partial.complete(done, made)
    finally:
        with suppress(FileNotFoundError):
            os.remove(made)


def _to_folder(job: Job, target: str, at: str) -> Exported:
    """Each article in a file of its own; those that are there already just so aren't touched."""
    from archiver.export.markdown import file_name

    os.makedirs(target, exist_ok=True)
    done = Done(at=at)
    for name, document in job.documents():
        data, done = job.make(name, document, done, number=0)
        if data and isinstance(document, Document):
            _put(os.path.join(target, file_name(document)), data)
        job.tell(done)
    job.check(done)
    return job.report(done)


def _put(path: str, data: bytes) -> None:
    with suppress(OSError), open(path, "rb") as file:
        if file.read(len(data) + 1) == data:
            return
    new = f"{path}.partial"
    try:
        with open(new, "wb") as file:
            file.write(data)
        os.replace(new, path)
    except BaseException:
        with suppress(OSError):
            os.remove(new)
        raise


def _is_special(target: str) -> bool:
    """Whether it is a device or a pipe, which is written to as it is: /dev/stdout may lead nowhere else."""
    return os.path.exists(target) and not os.path.isfile(target) and not os.path.isdir(target)


@contextmanager
def _explained(target: str) -> Iterator[None]:
    """An error about the target, or a file beside it, is told by the name that was given."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL_DISK:
            raise ArchiveError(
                f"{target} can't be written, the disk is full ({error.strerror}). What is written stays: make room, and "
                "the same command goes on from there."
            ) from error
        if error.filename is None or ".partial" in str(error.filename):
            error.filename = target
        raise


def _ignore(*_: object) -> None:
    """Nobody wants to know."""
