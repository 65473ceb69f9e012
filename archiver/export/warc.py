"""WARC: the captures of the articles, each record copied out of the log's files byte for byte, or unpacked."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

from archiver import __version__
from archiver.errors import InexpressibleError, LogError
from archiver.log.records import build_collection_info

if TYPE_CHECKING:
    from archiver.document import Document
    from archiver.export.formats import Options
    from archiver.log import Log


class Warc:
    """Each record is a gzip member of its own, so one stands behind the other, as they do where they are unpacked."""

    def __init__(self, log: Log, *, all_captures: bool, query: str, at: str, is_packed: bool = True) -> None:
        self._log, self._all, self._is_packed = log, all_captures, is_packed
        self._query, self._at = query, at

    def begin(self) -> bytes:
        """A `warcinfo` record, which says what was asked, and when."""
        about = {
            "software": f"news-archive/{__version__}",
            "isPartOf": self._log.id,
            "description": json.dumps(f"the captures of the articles that this finds: {self._query}"),
            "created": self._at,
        }
        return self._written(build_collection_info(about, self._at))

    def document(self, document: Document, number: int) -> bytes:
        """The records of the article's captures: that of its head, or all that weren't withdrawn.

        Raises InexpressibleError where they aren't in this log, or can't be read.
        """
        del number
        head = self._log.head(document.key)
        if head is None:
            raise InexpressibleError(
                "its captures aren't in the log of this archive: they are in that of another one which feeds the index"
            )
        positions = [head.position]
        if self._all:
            positions = [capture.position for capture in self._log.captures(document.key)]
        try:
            return b"".join(self._written(self._log.read_packed(position)) for position in positions)
        except LogError as error:
            raise InexpressibleError(str(error)) from error

    def end(self, number: int) -> bytes:
        """Nothing."""
        del number
        return b""

    def _written(self, record: bytes) -> bytes:
        return record if self._is_packed else gzip.decompress(record)


def make(options: Options) -> Warc:
    """A maker of WARC files."""
    return Warc(
        options.log,
        all_captures=options.all_captures,
        query=options.query,
        at=options.at,
        is_packed=options.is_packed,
    )
