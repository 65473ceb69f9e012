"""Checking a log: every byte of its files against the digests, and files and catalogue against each other."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from archiver.log.catalogue import Catalogue, Row
from archiver.log.records import parse_entry
from archiver.log.scan import Damage, Record, walk
from archiver.log.warc import Progress, list_files

_SHOWN = 10  # positions in one message


def verify(
    folder: Path,
    log_id: str,
    catalogue: Catalogue,
    lock: Callable[[], AbstractContextManager[None]],
    progress: Progress | None = None,
) -> Iterator[str]:
    """The problems, each in words. Others may append meanwhile; `lock` stops them where a file must be read again."""
    names = list_files(folder, log_id)
    files = catalogue.files()
    yield from catalogue.problems()
    known = {file.serial for file in files}
    last = max(known, default=0)
    for serial, name in names:
        if serial not in known and serial < last:  # a higher one may just be begun by somebody else
            yield f"{folder / name} isn't in the catalogue; “archive rebuild” reads it"
    total, before = sum(file.size for file in files), 0
    for file in files:
        problems = list(_check_file(folder, log_id, catalogue, file.serial, _shifted(progress, before, total)))
        if problems:  # unless a purge has just moved the records
            with lock():
                problems = list(_check_file(folder, log_id, catalogue, file.serial, None))
        yield from problems
        before += file.size


def _shifted(progress: Progress | None, before: int, total: int) -> Progress | None:
    if progress is None:
        return None
    return lambda done, _: progress(min(before + done, total), total)


def _check_file(
    folder: Path, log_id: str, catalogue: Catalogue, serial: int, progress: Progress | None
) -> Iterator[str]:
    file = catalogue.file(serial)
    path = folder / file.name
    rows = {row.place.offset: row for row in catalogue.rows_of_file(serial) if row.place}
    if not path.exists():
        yield f"{path} is missing{_with_positions(rows.values())}; restore it from a copy"
        return
    with path.open("rb") as stream:
        for found in walk(stream, 0, file.size, log_id=log_id, digests=True):
            where = f"{path}, offset {found.offset}"
            if isinstance(found, Damage):
                lost = [rows.pop(offset) for offset in list(rows) if found.offset <= offset < found.end]
                yield f"{where}: {found.length} bytes are no whole record ({found.reason}){_with_positions(lost)}"
            else:
                row = rows.pop(found.offset, None)
                yield from (f"{where}{_of(row)}: {problem}" for problem in _check_record(found, row, log_id))
            if progress:
                progress(found.end, file.size)
    for offset, row in rows.items():
        yield f"{path}, offset {offset}{_of(row)}: no record begins here; “archive rebuild” makes the catalogue again"


def _check_record(record: Record, row: Row | None, log_id: str) -> Iterator[str]:
    yield from record.faults
    if record.headers.get("archive-log") != log_id:
        yield "this record isn't of this log"
        return
    if "archive-event" not in record.headers:
        if record.headers.get("warc-type") != "warcinfo":
            yield "this record says nothing that the archive understands"
        return
    try:
        entry = parse_entry(record.headers, record.block)
    except (ValueError, KeyError) as error:
        yield f"this record's headers can't be understood ({error})"
        return
    if row is None:
        yield f"the catalogue doesn't know this record of position {entry.position}; “archive rebuild” takes it in"
        return
    if row.kind == "purged":
        yield "its purge isn't finished: its bytes are still here; opening the archive goes on with it"
        return
    stated = (*entry[:7], record.length)
    length = row.place.length if row.place else 0
    known = (row.position, row.kind, row.key, row.captured_at, row.exact, row.digest, row.refers_to, length)
    if stated != known:
        yield "the catalogue says something else of this record than its headers; “archive rebuild” makes it again"


def _of(row: Row | None) -> str:
    return f", position {row.position}" if row else ""


def _with_positions(rows: Iterable[Row]) -> str:
    positions = sorted(row.position for row in rows)
    if not positions:
        return ""
    shown = ", ".join(map(str, positions[:_SHOWN])) + (", …" if len(positions) > _SHOWN else "")
    return f", with {len(positions)} record(s) of the positions {shown}"
