"""JSON lines: whole documents, every field; see docs/file-formats.md. What is written can be added to another archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archiver.document import encode

if TYPE_CHECKING:
    from archiver.document import Document
    from archiver.export.formats import Options


class Lines:
    """A document a line."""

    def begin(self) -> bytes:
        """Nothing."""
        return b""

    def document(self, document: Document, number: int) -> bytes:
        """The document as `encode` writes it."""
        del number
        return encode(document) + b"\n"

    def end(self, number: int) -> bytes:
        """Nothing."""
        del number
        return b""


def make(options: Options) -> Lines:
    """A maker of JSON lines."""
    del options
    return Lines()
