"""Saved searches: what is asked under a name, and what it found the last time.

`saved.json` in the archive's folder says what is asked; beside it, in `saved/`, stand the ids that each search has found, so
that what is new is exactly what is found now and wasn't then.
"""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import os
import unicodedata
import zlib
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from archiver.errors import ArchiveError, UsageError
from archiver.given import check_text
from archiver.log.lock import FileLock
from archiver.nearest import nearest
from archiver.query.tree import SORTS, Group, Word, all_of, parts_of
from archiver.searching import searched

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from archiver.asking import Asking
    from archiver.engine import Reader
    from archiver.query.tree import Query
    from archiver.results import Hit, Page

FILE, FOLDER = "saved.json", "saved"

MAX_NAME = 80
"""Code points of a name."""

_MAX_FILE = 1 << 26  # bytes of saved.json: more searches than anybody runs
_MAX_ID = 1 << 10  # characters of a line of ids
_TIMEOUT = 30.0  # seconds that a run of the same search is waited for
_FEW = 500  # new articles that are asked for by their ids; of more, the hits are gone through
_BATCH = 500  # hits that are held at once


class SavedSearch(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is asked under a name: the query and the options of a search, as they were given.

    `saved_at` and `ran_at`, the last run, are ISO 8601 in UTC; `total` is how many articles that run found.
    """

    name: str
    query: str = ""
    selections: dict[str, tuple[str | None, ...]] = {}
    without: dict[str, tuple[str | None, ...]] = {}
    after: str | None = None
    before: str | None = None
    matching: str = "auto"
    sort: str = "relevance"
    newer: bool = True
    synonyms: bool = True
    respell: bool = True
    saved_at: str = ""
    ran_at: str | None = None
    total: int | None = None


class SavedRun(NamedTuple):
    """What a saved search finds now; `since` is when it ran before, None if it never did.

    `new` are the ids that are found now and weren't then, `gone` how many were found then and aren't now. `page` is a page
    of all hits; `news` gives the new ones, one at a time, in the order of the search. Ids that are put into `left` before the
    run ends stay new.
    """

    search: SavedSearch
    since: str | None
    page: Page
    new: frozenset[str]
    gone: int
    news: Iterator[Hit]
    left: set[str]


class _File(msgspec.Struct, frozen=True):
    saved: tuple[SavedSearch, ...] = ()


class SavedSearches:
    """The saved searches of one archive's folder. Others may read and run them at the same time."""

    def __init__(self, home: str) -> None:
        self._home = Path(home)
        self._file, self._folder = self._home / FILE, self._home / FOLDER

    def all(self) -> tuple[SavedSearch, ...]:
        """All of them, by name. Raises ArchiveError for a file that can't be read."""
        try:
            if self._file.exists() and not self._file.is_file():  # a pipe might never end
                raise ArchiveError(f"{self._file} is no file: move it away.")
            if self._file.stat().st_size > _MAX_FILE:
                raise ArchiveError(f"{self._file} is larger than any list of searches: move it away, or mend it.")
            saved = msgspec.json.decode(self._file.read_bytes(), type=_File).saved
        except FileNotFoundError:
            return ()
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise ArchiveError(f"{self._file} can't be read: {error}. Mend it, or move it away.") from error
        names = [each.name for each in saved]
        if twice := next((name for name in names if names.count(name) > 1), ""):
            raise ArchiveError(f"{self._file} holds “{twice}” twice: take one of them out.")
        return tuple(sorted(saved, key=lambda each: each.name))

    def get(self, name: str) -> SavedSearch:
        """The one with this name. Raises UsageError where there is none."""
        saved = {each.name: each for each in self.all()}
        check_text(name, "A saved search's name")
        wanted = unicodedata.normalize("NFC", name)
        if wanted not in saved:
            near = nearest(wanted, ((each, 1) for each in saved), 1)
            hint = (
                f"Is “{near[0]}” meant?" if near else "“archive saved” lists them, “archive save NAME QUERY” adds one."
            )
            raise UsageError(f"There is no saved search “{name[:MAX_NAME]}”. {hint}")
        return saved[wanted]

    def put(self, search: SavedSearch) -> None:
        """Keep it, in the place of one with the same name."""
        with self._locked("list"):
            self._write([*(each for each in self.all() if each.name != search.name), search])

    def drop(self, name: str) -> None:
        """Forget it, and what it found. Raises UsageError where there is none."""
        search = self.get(name)
        with self.running(search.name):
            with self._locked("list"):
                self._write([each for each in self.all() if each.name != search.name])
            self._ids(search.name).unlink(missing_ok=True)

    def running(self, name: str) -> _Held:
        """Hold this search alone while it runs: of two runs at once, what is new is told by one."""
        return self._locked(_mark(name))

    def found(self, name: str) -> Iterator[str]:
        """The ids that it found the last time, in order; none where it never ran."""
        path = self._ids(name)
        try:
            with gzip.open(path, "rt", encoding="utf-8") as file:
                while line := file.readline(_MAX_ID):
                    yield line.rstrip("\n")
        except FileNotFoundError:
            return
        except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
            raise ArchiveError(
                f"{path} can't be read ({error}). Delete it: the next run will count all articles as new."
            ) from error

    @contextmanager
    def draft(self, name: str) -> Iterator[_Draft]:
        """Where the ids of a run are written; they are kept once `keep` is called, and dropped otherwise."""
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._ids(name).with_suffix(f".{os.getpid()}.new")
        draft = _Draft(path, self._ids(name))
        try:
            yield draft
        finally:
            draft.close()
            path.unlink(missing_ok=True)

    def _ids(self, name: str) -> Path:
        return self._folder / f"{_mark(name)}.ids.gz"

    def _locked(self, name: str) -> _Held:
        self._folder.mkdir(parents=True, exist_ok=True)
        return _Held(self._folder / f"{name}.lock")

    def _write(self, saved: Iterable[SavedSearch]) -> None:
        data = msgspec.json.encode(_File(tuple(sorted(saved, key=lambda each: each.name))))
        draft = self._file.with_suffix(f".{os.getpid()}.new")
        with draft.open("wb") as file:
            file.write(msgspec.json.format(data, indent=2) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._file)


class _Held:
    """A lock that is held in a `with`."""

    def __init__(self, path: Path) -> None:
        self._lock = FileLock(path)
        self._held = self._lock.held(_TIMEOUT)

    def __enter__(self) -> None:
        try:
            self._held.__enter__()
        except BaseException:
            self._lock.close()
            raise

    def __exit__(self, *error: object) -> None:
        try:
            self._held.__exit__(*error)  # type: ignore[arg-type]
        finally:
            self._lock.close()


class _Draft:
    """The ids of a run while they are written."""

    def __init__(self, path: Path, kept: Path) -> None:
        self._path, self._kept = path, kept
        self._file = gzip.open(path, "wt", encoding="utf-8", compresslevel=6)  # noqa: SIM115 - closed by its maker
        self.count = 0

    def add(self, document_id: str) -> None:
        """One more, in order."""
        self._file.write(document_id + "\n")
        self.count += 1

    def keep(self, left: set[str]) -> None:
        """These are what the last run found, but for those that are left to the next one."""
        self._file.close()
        if left:
            without = self._path.with_suffix(".seen")
            with (
                gzip.open(self._path, "rt", encoding="utf-8") as file,
                gzip.open(without, "wt", encoding="utf-8") as seen,
            ):
                seen.writelines(line for line in file if line.rstrip("\n") not in left)
            os.replace(without, self._path)
        os.replace(self._path, self._kept)

    def close(self) -> None:
        """Write no more."""
        with suppress(OSError):
            self._file.close()


def checked_name(name: str) -> str:
    """The name in one spelling. Raises UsageError for what is no name: it is typed, printed, and stands in scripts."""
    check_text(name, "A saved search's name")
    name = unicodedata.normalize("NFC", name)
    fits = all(character in " ._-" or unicodedata.category(character)[0] in "LMN" for character in name)
    if not fits or not name or name != name.strip() or name[0] in "._-" or len(name) > MAX_NAME:
        raise UsageError(
            f"A saved search's name is made of letters, digits, spaces, dots, dashes and underscores, begins with a letter or "
            f"a digit, and has at most {MAX_NAME} characters; “{name[:MAX_NAME]}” isn't such a name."
        )
    return name


def _mark(name: str) -> str:
    """What a search's files are called: any two names give two marks, on any file system."""
    return hashlib.sha256(name.encode()).hexdigest()[:20]


def now() -> str:
    """The time, as it is kept."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def told_apart(found: Iterable[str], before: Iterable[str]) -> Iterator[tuple[str, bool, bool]]:
    """Each id of two lists in order, once: the id, whether it is in the first, and whether it is in the second."""
    first, second = iter(found), iter(before)
    one, other = next(first, None), next(second, None)
    while one is not None or other is not None:
        least = min(each for each in (one, other) if each is not None)
        yield least, one == least, other == least
        one = next(first, None) if one == least else one
        other = next(second, None) if other == least else other


def save(archive: Asking, search: SavedSearch, *, replace: bool) -> SavedSearch:
    """Keep a search, and run it once; as it is kept."""
    store = SavedSearches(archive.settings.home)
    if search.sort not in SORTS:
        raise UsageError(f"There is no order “{search.sort}”. There are {', '.join(SORTS)}.")
    archive.saved_query(search)  # what can't be asked is refused before anything is kept
    with store.running(search.name):
        if not replace and any(each.name == search.name for each in store.all()):
            raise UsageError(
                f"There is a saved search “{search.name}” already: choose another name, or replace it (--replace)."
            )
        with _run(archive, store, search, {"limit": 0}):
            pass
    return store.get(search.name)


@contextmanager
def running(archive: Asking, name: str, wanted: dict[str, Any]) -> Iterator[SavedRun]:
    """Run the search with this name, alone; what it found is remembered when the `with` ends well."""
    store = SavedSearches(archive.settings.home)
    with store.running(store.get(name).name):
        search = store.get(name)  # another run may have ended meanwhile
        with _run(archive, store, search, wanted) as done:
            yield done


@contextmanager
def _run(archive: Asking, store: SavedSearches, search: SavedSearch, wanted: dict[str, Any]) -> Iterator[SavedRun]:
    reader, respell = archive.reader, search.respell and archive.settings.respell
    asked = archive.saved_query(search)
    meant, page = searched(reader, asked._replace(**wanted), respell=respell)
    new, gone = set(), 0
    with store.draft(search.name) as draft:
        for document_id, is_found, was_found in told_apart(reader.ids(meant), store.found(search.name)):
            if is_found:
                draft.add(document_id)
            if is_found and not was_found:
                new.add(document_id)
            gone += not is_found
        known = frozenset(new)
        left: set[str] = set()
        yield SavedRun(search, search.ran_at, page, known, gone, iter_new(reader, meant, known), left)
        draft.keep(left)
        store.put(msgspec.structs.replace(search, ran_at=now(), total=draft.count))


def iter_new(reader: Reader, asked: Query, new: frozenset[str]) -> Iterator[Hit]:
    """The hits of a query that are among these, in its order."""
    if len(new) <= _FEW:
        if new:
            names = [Word(document_id, "id") for document_id in sorted(new)]
            among = Group("or", tuple(names)) if len(names) > 1 else names[0]
            # Side by side with what was asked, which is what decides the order.
            tree = all_of((*parts_of(asked.tree), among))
            yield from reader.search(asked._replace(tree=tree, limit=len(new), offset=0, facets=())).hits
        return
    left, offset = len(new), 0
    while left:
        page = reader.search(asked._replace(limit=_BATCH, offset=offset, facets=()))
        if not page.hits:
            return
        fresh = [hit for hit in page.hits if hit.id in new]
        yield from fresh
        left, offset = left - len(fresh), offset + len(page.hits)
