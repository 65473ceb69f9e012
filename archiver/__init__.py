"""A news archive: articles go in, become documents with entity and date facets, and are found, counted and cited.

The names below are the public Python API. They load on first use: a search must not pay for the normaliser's libraries.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archiver.archive import Archive
    from archiver.document import Capture, Document
    from archiver.errors import ArchiveError
    from archiver.normalise import normalise

__all__ = ["Archive", "ArchiveError", "Capture", "Document", "normalise"]
__version__ = "0.1.0"

_HOMES = {
    "Archive": "archiver.archive",
    "ArchiveError": "archiver.errors",
    "Capture": "archiver.document",
    "Document": "archiver.document",
    "normalise": "archiver.normalise",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
