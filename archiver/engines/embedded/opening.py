"""Opening a generation's index as its own manifest describes it."""

import json
import os

import tantivy

from archiver.engines.embedded import schema
from archiver.engines.embedded.keys import join_id
from archiver.engines.embedded.layout import Folder, damaged, failed
from archiver.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from archiver.engines.embedded.layout import Manifest, State
    from archiver.fields import Field


_TRIES = 100


class View(NamedTuple):
    """One generation as it stood when it was opened: what everything that asks it needs."""

    name: str
    fields: "tuple[Field, ...]"
    state: "State"
    schema: tantivy.Schema
    searcher: tantivy.Searcher

    def count(self, query: tantivy.Query) -> int:
        """How many documents this query finds."""
        found: Any = self.searcher.search(query, 1)  # the library's own types leave `count` out
        return int(found.count)

    def source(self, address: tantivy.DocAddress) -> bytes:
        """The whole document at this address, as JSON."""
        try:
            source = self.searcher.doc(address).get_first(schema.SOURCE)
        except (OSError, ValueError) as error:
            raise failed(self.name, error) from error
        if source is None:
            raise damaged(self.name, "a document has no content")
        return bytes(source)

    def ids(self, addresses: list[tantivy.DocAddress]) -> list[str]:
        """The ids of the documents at these addresses."""
        heads = self.searcher.fast_field_values(schema.ID_HEAD, addresses)
        tails = self.searcher.fast_field_values(schema.ID_TAIL, addresses)
        return [
            str(json.loads(self.source(address))["id"]) if tail is None else join_id(int(head or 0), int(tail))
            for address, head, tail in zip(addresses, heads, tails, strict=True)
        ]

    def versions(self, addresses: list[tantivy.DocAddress]) -> list[int]:
        """The versions of the documents at these addresses."""
        return [int(version or 0) for version in self.searcher.fast_field_values(schema.VERSION, addresses)]


def open_view(folder: Folder, name: str) -> View:
    """A view of the generation. Raises IndexingError where its files are missing or damaged."""
    manifest = folder.manifest(name)
    index, built = open_index(folder, name, manifest)
    searcher = index.searcher()
    # Read after the index was opened: a language is remembered before a word of it can be found.
    return View(name, manifest.fields, folder.state(name), built, searcher)


def open_index(folder: Folder, name: str, manifest: "Manifest") -> tuple[tantivy.Index, tantivy.Schema]:
    """The index and its schema. Raises IndexingError where its files are missing or damaged."""
    path = folder.segments(name)
    # Opening a folder that isn't an index would make one there, and the documents would seem to be gone.
    if not os.path.exists(os.path.join(path, "meta.json")):
        raise damaged(name, f"{os.path.join(path, 'meta.json')} is missing")
    built = schema.build(manifest.fields)
    try:
        index = tantivy.Index(built, path) if os.access(path, os.W_OK) else _open_linked(built, path)
    except (OSError, ValueError) as error:
        raise failed(name, error) from error
    schema.register(index)
    return index, built


def _open_linked(built: tantivy.Schema, path: str) -> tantivy.Index:
    """The index in a folder that can't be written: the library insists on a lock file beside what it reads.

    So it is given a folder of links. All files are open when the index is, and the links are needed no more.
    """
    import shutil
    import tempfile

    links = tempfile.mkdtemp(prefix="archive-")
    try:
        for file in os.listdir(path):
            if not file.endswith(".lock"):
                os.symlink(os.path.join(os.path.abspath(path), file), os.path.join(links, file))
        return tantivy.Index(built, links)
    finally:
        # The library's own thread looks at the index once more, and may just make its lock file again.
        for _ in range(_TRIES):
            shutil.rmtree(links, ignore_errors=True)
            if not os.path.exists(links):
                break
