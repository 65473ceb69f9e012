"""Opening a generation's index as its own manifest describes it."""

import os

import tantivy

from archiver.engines.embedded import schema
from archiver.engines.embedded.layout import Folder, damaged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archiver.engines.embedded.layout import Manifest


def open_index(folder: Folder, name: str, manifest: "Manifest") -> tuple[tantivy.Index, tantivy.Schema]:
    """The index and its schema. Raises IndexingError where its files are missing or damaged."""
    path = folder.segments(name)
    # Opening a folder that isn't an index would make one there, and the documents would seem to be gone.
    if not os.path.exists(os.path.join(path, "meta.json")):
        raise damaged(name, f"{os.path.join(path, 'meta.json')} is missing")
    built = schema.build(manifest.fields)
    try:
        index = tantivy.Index(built, path)
    except (OSError, ValueError) as error:
        raise damaged(name, error) from error
    schema.register(index)
    return index, built
