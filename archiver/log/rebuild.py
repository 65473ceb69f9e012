"""Making the catalogue again from the WARC files alone."""

from pathlib import Path

from archiver.errors import LogError, NoArchiveError
from archiver.log.catalogue import Catalogue
from archiver.log.lock import FileLock
from archiver.log.recovery import adopt_tail
from archiver.log.scan import Record, walk
from archiver.log.schema import build_catalogue, install_catalogue
from archiver.log.warc import Progress, list_files

_TIMEOUT = 5.0  # seconds to wait for others that have the log open


def rebuild(folder: Path, progress: Progress | None = None) -> list[str]:
    """Write the catalogue anew beside the old one and put it in its place; what was found amiss, in words.

    LockedError if another process has the log open: its connection would go on with the catalogue that is replaced.
    """
    files = list_files(folder) if folder.is_dir() else []
    if not files:
        raise NoArchiveError(f"there are no WARC files of an archive in {folder}; is this the folder of one?")
    path, new = folder / "catalogue.sqlite", folder / "catalogue.sqlite.new"
    lock = FileLock(folder / "use.lock")
    try:
        with lock.held(_TIMEOUT):
            log_id = _find_id([folder / name for _, name in files])
            build_catalogue(new, log_id)
            catalogue = Catalogue(new)
            try:
                notices = adopt_tail(folder, log_id, catalogue, rebuilding=True, progress=progress)
            except OSError as error:
                raise LogError(f"the files in {folder} can't be read or put right: {error}") from error
            finally:
                catalogue.close()
            install_catalogue(new, path)
    finally:
        lock.close()
    others = [name for _, name in files if not name.startswith(log_id[:8])]
    return notices + [f"{folder / name} is a file of another log; it was left unread" for name in others]


def _find_id(paths: list[Path]) -> str:
    """The id that the records state; LogError if none states one."""
    for path in paths:
        with path.open("rb") as stream:
            for found in walk(stream, 0, path.stat().st_size, log_id=None):
                if isinstance(found, Record) and "archive-log" in found.headers:
                    return found.headers["archive-log"]
    raise LogError(f"no record in {paths[0].parent} can be read; restore the WARC files from a copy")
