"""Where a generation lies on disk, and the small files beside it: no search library is needed to read them.

index/current                 the name of the generation that is read; replaced by rename
index/000001/manifest.json    by which fields and which normaliser it was made; written once
index/000001/state.json       the logs' positions, and which languages it holds; replaced by rename
index/000001/lock             held by its writer
index/000001/segments/        the search library's own files
"""

import json
import os

from archiver.analysis import VERSION as ANALYSIS_VERSION
from archiver.errors import IndexingError, NoArchiveError
from archiver.fields import FIELDS, Field
from archiver.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

LAYOUT_VERSION = 3
"""Raised whenever a generation's files or index fields change beyond what its manifest says."""

_CURRENT = "current"
_MANIFEST = "manifest.json"
_STATE = "state.json"
_SEGMENTS = "segments"

REINDEX = "Run “archive reindex”: it makes a new one from the log, which holds everything."


class Manifest(NamedTuple):
    """What a generation was made by. `created_at` is ISO 8601 in UTC."""

    created_at: str
    schema_digest: str
    context_digest: str
    fields: tuple[Field, ...]


class State(NamedTuple):
    """What a generation has consumed of each log, and what it holds: stemmed languages, and text in pairs (CJK)."""

    positions: "Mapping[str, int]"
    languages: tuple[str, ...] = ()
    has_pairs: bool = False


class Folder:
    """The folder of the generations; nothing is read or written before it is asked for."""

    def __init__(self, home: str) -> None:
        self.path = os.path.join(home, "index")

    def names(self) -> list[str]:
        """The names of the generations, oldest first; none if there is no folder yet."""
        try:
            entries = os.listdir(self.path)
        except FileNotFoundError:
            return []
        return sorted(name for name in entries if name.isascii() and name.isdigit())

    def current(self) -> str | None:
        """The name that the pointer gives, None where there is none."""
        try:
            with open(os.path.join(self.path, _CURRENT), encoding="ascii", errors="replace") as file:
                return file.read(64).strip()
        except FileNotFoundError:
            return None

    def require(self, generation: str | None) -> str:
        """This generation's name, or the current one's. Raises NoArchiveError or IndexingError where there is none."""
        name = self.current() if generation is None else generation
        if name is None:
            raise NoArchiveError(
                "Nothing has been indexed here yet. Add something first: “archive add FILE”, or “archive reindex” "
                "if the log already holds pages."
            )
        if name not in self.names():
            raise IndexingError(f"There is no generation “{name}” in {self.path}. {REINDEX}")
        return name

    def generation(self, name: str) -> str:
        """The path of a generation's folder."""
        return os.path.join(self.path, name)

    def segments(self, name: str) -> str:
        """The path of the search library's own files."""
        return os.path.join(self.path, name, _SEGMENTS)

    def manifest(self, name: str) -> Manifest:
        """What the generation was made by. Raises IndexingError where that can't be read."""
        path = os.path.join(self.path, name, _MANIFEST)
        try:
            with open(path, encoding="utf-8") as file:
                row = json.load(file)
            fields = tuple(_field(*part) for part in row["fields"])
            manifest = Manifest(row["created_at"], row["schema_digest"], row["context_digest"], fields)
            layout, analysis = row["layout"], row["analysis"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise damaged(name, f"{path}: {error}") from error
        if (layout, analysis) != (LAYOUT_VERSION, ANALYSIS_VERSION):
            raise IndexingError(
                f"Generation {name} was made by another version of this program, whose index this one can't read. {REINDEX}"
            )
        return manifest

    def state(self, name: str) -> State:
        """What the generation has consumed and holds; an empty state where none was written yet."""
        path = os.path.join(self.path, name, _STATE)
        try:
            with open(path, encoding="utf-8") as file:
                row = json.load(file)
            positions = {str(log): int(position) for log, position in row["positions"].items()}
            return State(positions, tuple(row["languages"]), bool(row["has_pairs"]))
        except FileNotFoundError:
            return State({})
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise damaged(name, f"{path}: {error}") from error


def _field(name: str, kind: str, aliases: list[str], weight: float, facet: str) -> Field:
    return Field(name, kind, tuple(aliases), float(weight), facet)


def manifest_row(manifest: Manifest) -> dict[str, object]:
    """The manifest as it is written."""
    return {"layout": LAYOUT_VERSION, "analysis": ANALYSIS_VERSION, **manifest._asdict()}


_OUTSIDE = {  # errors of the system that say nothing against the files: POSIX's numbers, the same on Linux and macOS
    "os error 28)": "the disk is full; make room, then do this again",
    "os error 69)": "the quota of the disk is used up; make room, then do this again",
    "os error 122)": "the quota of the disk is used up; make room, then do this again",
    "os error 13)": "its files may not be used by this user",
    "os error 30)": "its files can't be written on a read-only disk",
    "io::Error most likely": "the search library couldn't write its files, as a rule because the disk is full; make room, "
    "then do this again",
    "os error 24)": "too many files are open at once; raise the limit (ulimit -n)",
}


def failed(name: str, error: BaseException) -> IndexingError:
    """The error for something that the search library refused: what is wrong outside the files, else their damage."""
    said = str(error)
    for mark, reason in _OUTSIDE.items():
        if mark in said:
            return IndexingError(f"The index (generation {name}) can't be used: {reason} ({said}). The log is whole.")
    return damaged(name, said)


def damaged(name: str, reason: object) -> IndexingError:
    """The error for a generation whose files aren't what was written."""
    return IndexingError(f"Generation {name} of the index is damaged ({reason}). {REINDEX}")


def schema_digest(fields: tuple[Field, ...] = FIELDS) -> str:
    """What tells whether a generation was made by these fields and this program's analysis (SHA-256, hex)."""
    import hashlib

    text = json.dumps([LAYOUT_VERSION, ANALYSIS_VERSION, fields], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
