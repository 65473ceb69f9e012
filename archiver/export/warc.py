"""WARC: the captures of the articles, each record copied out of the log's files byte for byte."""

from __future__ import annotations

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
    """Each record is a gzip member of its own, so one stands behind the other."""

    def __init__(self, log: Log, *, all_captures: bool, query: str, at: str) -> None:
        self._log, self._all = log, all_captures
        self._query, self._at = query, at

    def begin(self) -> bytes:
        """A `warcinfo` record, which says what was asked, and when."""
        about = {
            "software": f"news-archive/{__version__}",
            "isPartOf": self._log.id,
            "description": json.dumps(f"the captures of the articles that this finds: {self._query}"),
            "created": self._at,
        }
        return build_collection_info(about, self._at)

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
            return b"".join(map(self._log.read_packed, positions))
        except LogError as error:
            raise InexpressibleError(str(error)) from error

    def end(self, number: int) -> bytes:
        """Nothing."""
        del number
        return b""


def make(options: Options) -> Warc:
    """A maker of WARC files."""
    return Warc(options.log, all_captures=options.all_captures, query=options.query, at=options.at)
