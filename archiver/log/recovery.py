"""What is set right before anything is appended: an append or a purge that was cut off by a kill or a power loss.

Only what the catalogue doesn't know yet is looked at, so opening costs the same however large the log is.
"""

import os
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import BinaryIO, NamedTuple

from archiver.log.catalogue import Catalogue
from archiver.log.records import parse_entry
from archiver.log.scan import Damage, Record, walk
from archiver.log.warc import LogFile, Place, Progress, list_files, sync_file, sync_folder

_REWRITTEN = ".rewrite"
_CHUNK = 1 << 20


def recover(folder: Path, log_id: str, catalogue: Catalogue) -> list[str]:
    """Bring catalogue and files together; what was found, in words. The append lock must be held."""
    notices = list(_finish_purges_if_possible(folder, catalogue))
    notices += adopt_tail(folder, log_id, catalogue)
    notices += _finish_purges_if_possible(folder, catalogue)
    return notices


def adopt_tail(
    folder: Path, log_id: str, catalogue: Catalogue, *, rebuilding: bool = False, progress: Progress | None = None
) -> list[str]:
    """Take in the whole records that the catalogue lacks, and cut a torn last one off; what was done, in words.

    With an empty catalogue this is a rebuild, which cuts more carefully: a record that is damaged in another way than
    by being cut short may have been acknowledged once, and is left for whoever wants to look at it.
    """
    notices: list[str] = []
    for tail in _find_tails(folder, log_id, catalogue, progress):
        if tail.size < tail.file.size and not tail.file.closed:
            notices.append(
                f"{tail.path} has {tail.size} bytes and should have {tail.file.size}: what is missing is lost unless"
                " you have a copy of the file; “archive verify” says which captures. New ones go into a new file"
            )
            with catalogue.transaction():
                catalogue.keep_files([tail.file._replace(closed=True)])
        elif tail.size > tail.file.size:
            notices += _adopt(tail, log_id, catalogue, rebuilding=rebuilding)
        elif not tail.size:  # begun, and stopped before anything was written: the next file would have the next number
            tail.path.unlink(missing_ok=True)
    return notices


def finish_purges(folder: Path, catalogue: Catalogue) -> None:
    """Take the bytes of all purged records out of the files. OSError if there is no room to rewrite one.

    A rewritten file replaces the old one by rename; where that happened and the catalogue wasn't told, the file's size
    gives it away.
    """
    for serial, group in groupby(catalogue.purged_places(), key=lambda place: place.serial):
        places = list(group)
        file = catalogue.file(serial)
        path, size = folder / file.name, file.size - sum(place.length for place in places)
        if path.stat().st_size != size:
            _rewrite(path, places)
        catalogue.forget_purged(file._replace(size=size), places)
        catalogue.shrink_journal()


def _finish_purges_if_possible(folder: Path, catalogue: Catalogue) -> Iterator[str]:
    if not catalogue.purged_places():
        return
    try:
        finish_purges(folder, catalogue)
    except OSError as error:
        yield f"a purge isn't finished, bytes of the purged captures are still in the files: {error}"
    else:
        yield "a purge that was interrupted has been finished"


def _rewrite(path: Path, places: list[Place]) -> None:
    """Write a file again without the records at these places, and put it in the old one's stead."""
    temporary = path.with_name(path.name + _REWRITTEN)
    try:
        with path.open("rb") as source, temporary.open("wb") as target:
            start = 0
            for place in places:
                _copy(source, target, start, place.offset)
                start = place.offset + place.length
            _copy(source, target, start, path.stat().st_size)
            target.flush()
            sync_file(target.fileno())
        os.chmod(temporary, path.stat().st_mode)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    os.replace(temporary, path)
    sync_folder(path.parent)


def _copy(source: BinaryIO, target: BinaryIO, start: int, end: int) -> None:
    source.seek(start)
    while start < end:
        data = source.read(min(_CHUNK, end - start))
        if not data:
            raise OSError(f"{source.name} ends at {start}, before {end}")
        target.write(data)
        start += len(data)


class _Tail(NamedTuple):
    """A file as the catalogue knows it, and how long it is; `progress` is called with what was read of it."""

    path: Path
    file: LogFile
    size: int
    progress: Callable[[int], None]


def _find_tails(folder: Path, log_id: str, catalogue: Catalogue, progress: Progress | None) -> Iterator[_Tail]:
    """The last file that the catalogue knows, and those after it."""
    files = catalogue.files()[-1:]
    last = files[0].serial if files else 0
    files += [LogFile(serial, name, 0) for serial, name in list_files(folder, log_id) if serial > last]
    sizes = [path.stat().st_size if (path := folder / file.name).exists() else 0 for file in files]
    before, total = 0, sum(sizes)
    for file, size in zip(files, sizes, strict=True):

        def report(offset: int, before: int = before) -> None:
            if progress:
                progress(before + offset, total)

        yield _Tail(folder / file.name, file, size, report)
        before += size


def _adopt(tail: _Tail, log_id: str, catalogue: Catalogue, *, rebuilding: bool) -> list[str]:
    """Take in what stands in a file after what the catalogue knows of it."""
    with catalogue.transaction():
        catalogue.keep_files([tail.file])
        file, notices = _read_tail(tail, log_id, catalogue, rebuilding=rebuilding)
        if file.size:
            _sync(tail.path)  # whoever wrote it was stopped before doing so
            catalogue.keep_files([file])
        else:
            catalogue.forget_file(file)
    if file.size < tail.size:
        torn = (
            f"{tail.path}: the last record, from offset {file.size}, was torn; its {tail.size - file.size} bytes were"
        )
        if rebuilding:  # without the old catalogue nobody knows whether it was acknowledged
            kept = _keep_end(tail, file.size)
            notices.append(f"{torn} moved to {kept.name} beside it. Add what it held again, if you know what it was")
        else:
            notices.append(f"{torn} cut off. It hadn't been acknowledged as stored: add what it held again")
        if file.size:
            os.truncate(tail.path, file.size)
        else:
            tail.path.unlink()
    return notices


def _keep_end(tail: _Tail, start: int) -> Path:
    """Copy what stands in a file from `start` on into a file of its own."""
    kept = tail.path.with_name(f"{tail.path.name}.torn-{start}")
    with tail.path.open("rb") as source, kept.open("wb") as target:
        _copy(source, target, start, tail.size)
        target.flush()
        sync_file(target.fileno())
    sync_folder(kept.parent)
    return kept


def _sync(path: Path) -> None:
    with path.open("rb") as stream:
        sync_file(stream.fileno())
    sync_folder(path.parent)


def _read_tail(tail: _Tail, log_id: str, catalogue: Catalogue, *, rebuilding: bool) -> tuple[LogFile, list[str]]:
    """The file as it should be from now on, its size without a torn last record, and what is to be told."""
    notices: list[str] = []
    start, adopted, closed = tail.file.size, 0, tail.file.closed
    with tail.path.open("rb") as stream:
        for found in walk(stream, start, tail.size, log_id=log_id):
            where = f"{tail.path}, offset {found.offset}"
            if isinstance(found, Damage):
                if found.end == tail.size and (found.cut_short or not rebuilding):
                    return tail.file._replace(size=found.offset, closed=closed), notices + _tell_adopted(tail, adopted)
                notices.append(
                    f"{where}: {found.length} bytes are no whole record ({found.reason}); they were left as they are,"
                    " and what follows them was read"
                )
                closed = True  # other tools may not read past this place, so nothing is appended behind it
            elif problem := _take_in(found, tail.file.serial, log_id, catalogue):
                notices.append(f"{where}: {problem}; it was left where it is, unread")
                closed = True
            else:
                adopted += not rebuilding and "archive-event" in found.headers
            tail.progress(found.end)
    return tail.file._replace(size=tail.size, closed=closed), notices + _tell_adopted(tail, adopted)


def _tell_adopted(tail: _Tail, adopted: int) -> list[str]:
    if not adopted:
        return []
    what = "record" if adopted == 1 else "records"
    said = f"{tail.path}: {adopted} whole {what} from offset {tail.file.size} on, written when the program was stopped"
    return [f"{said}, {'was' if adopted == 1 else 'were'} taken into the catalogue"]


def _take_in(record: Record, serial: int, log_id: str, catalogue: Catalogue) -> str:
    """Enter a record into the catalogue; why not, where it can't be."""
    if record.headers.get("archive-log") != log_id:
        return "this record isn't of this log"
    if "archive-event" not in record.headers:
        return ""  # a warcinfo
    try:
        entry = parse_entry(record.headers, record.block)
    except (ValueError, KeyError) as error:
        return f"this record's headers can't be understood ({error})"
    if entry.position <= catalogue.last_position():
        return f"its position, {entry.position}, was there already"
    catalogue.record(entry, Place(serial, record.offset, record.length))
    return ""
