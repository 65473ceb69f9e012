"""What is set right before anything is appended: an append or a purge that was cut off by a kill or a power loss.

Only what the catalogue doesn't know yet is looked at, so opening costs the same however large the log is.
"""

import os
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from archiver.log.catalogue import Catalogue
from archiver.log.records import parse_entry
from archiver.log.scan import Damage, Record, walk
from archiver.log.warc import LogFile, Place, Progress, list_files, sync_folder

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
    files = catalogue.files()
    last = files[-1] if files else None
    new = [LogFile(serial, name, 0) for serial, name in list_files(folder, log_id) if not last or serial > last.serial]
    candidates = ([last] if last else []) + new
    for file in candidates:
        path = folder / file.name
        size = path.stat().st_size if path.exists() else 0
        if size < file.size and not file.closed:
            notices.append(
                f"{path} has {size} bytes and should have {file.size}: what is missing is lost unless you have a copy"
                " of the file; `archive verify` says which captures. New ones go into a new file"
            )
            with catalogue.transaction():
                catalogue.keep_files([file._replace(closed=True)])
        elif size > file.size:
            notices += _adopt(path, file, size, log_id, catalogue, rebuilding=rebuilding, progress=progress)
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
            os.fsync(target.fileno())
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


def _adopt(
    path: Path,
    file: LogFile,
    size: int,
    log_id: str,
    catalogue: Catalogue,
    *,
    rebuilding: bool,
    progress: Progress | None,
) -> list[str]:
    """Take in what stands in a file after what the catalogue knows of it, up to `size`."""
    notices = []
    adopted, torn_from, closed = 0, size, file.closed
    with path.open("rb") as stream, catalogue.transaction():
        catalogue.keep_files([file])
        for found in walk(stream, file.size, size, log_id=log_id):
            where = f"{path}, offset {found.offset}"
            if isinstance(found, Damage):
                if found.end == size and (found.cut_short or not rebuilding):
                    torn_from = found.offset
                    break
                notices.append(
                    f"{where}: {found.length} bytes are no whole record ({found.reason}); they were left as they are,"
                    " and what follows them was read"
                )
                closed = True  # other tools may not read past this place, so nothing is appended behind it
            elif found.headers.get("archive-log") != log_id:
                notices.append(f"{where}: this record isn't of this log; it was left where it is, unread")
                closed = True
            elif "archive-event" in found.headers:
                problem = _take_in(found, file.serial, catalogue)
                adopted += not problem
                notices += [f"{where}: {problem}"] if problem else []
            if progress:
                progress(found.end - file.size, size - file.size)
        if torn_from:
            catalogue.keep_files([file._replace(size=torn_from, closed=closed)])
        else:
            catalogue.forget_file(file)
    if adopted and not rebuilding:
        notices.append(f"{path}: {adopted} whole record(s) from offset {file.size} on were taken into the catalogue")
    if torn_from < size:
        notices.append(
            f"{path}: the last record, from offset {torn_from}, was torn; its {size - torn_from} bytes were cut off."
            " It hadn't been acknowledged as stored: add what it held again"
        )
        if torn_from:
            os.truncate(path, torn_from)
        else:
            path.unlink()
    return notices


def _take_in(record: Record, serial: int, catalogue: Catalogue) -> str:
    """Enter a record into the catalogue; why not, where it can't be."""
    try:
        entry = parse_entry(record.headers, record.block)
    except (ValueError, KeyError) as error:
        return f"this record's headers can't be understood ({error}); it was left where it is, unread"
    if entry.position <= catalogue.last_position():
        return f"the position {entry.position} was there already; this record was left where it is, unread"
    catalogue.record(entry, Place(serial, record.offset, record.length))
    return ""
