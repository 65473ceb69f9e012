"""One export, whatever it is written to: the documents that are found, what is made of each, and the count of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from archiver.aliases import apply
from archiver.document import Document, decode
from archiver.errors import IndexingError, InexpressibleError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from archiver.engine import Reader
    from archiver.export.formats import Maker
    from archiver.export.partial import Done
    from archiver.log import Log
    from archiver.query.tree import Query

_REASONS = 20  # of articles that were left out; all are counted


class Exported(NamedTuple):
    """What became of an export.

    `total` articles were found, `written` of them written, and `left_out` couldn't be; `reasons` gives the ids of the
    first of these, and why. `resumed` were there already when an export that had been stopped was gone on with.
    """

    total: int
    written: int
    left_out: int
    reasons: tuple[tuple[str, str], ...]
    resumed: int


class Job(NamedTuple):
    """One export: what is asked of whom, who makes it, and who wants to know how far it is."""

    log: Log
    reader: Reader
    query: Query
    total: int
    maker: Maker
    tick: Callable[[int, int], None]

    def documents(self, after: str = "") -> Iterator[tuple[str, Document | InexpressibleError]]:
        """Id and document of each article behind the id `after`; in a document's place why it can't be read."""
        for data in self.reader.scan(self.query, after):
            try:
                document = decode(data)
            except msgspec.ValidationError as error:
                reason = f"it can't be read from the index ({error}); “archive reindex” makes that anew"
                yield str(json.loads(data)["id"]), InexpressibleError(reason)
            else:
                captures = tuple(self.log.captures(document.key))
                document = apply(document, self.query.aliases)
                yield document.id, msgspec.structs.replace(document, captures=captures)

    def check(self, done: Done) -> None:
        """Raises IndexingError unless as many articles came as the search counts."""
        if done.written + done.left_out != self.total:
            raise IndexingError(
                f"{self.total:,} articles were counted and {done.written + done.left_out:,} were read: the index changed "
                "meanwhile. Do it again."
            )

    def make(
        self, name: str, document: Document | InexpressibleError, done: Done, number: int | None = None
    ) -> tuple[bytes, Done]:
        """What is written of an article, and how far the export is then; nothing of one that the format can't hold.

        `number` of them stand in the same file already, if not all that were written.
        """
        try:
            if isinstance(document, InexpressibleError):
                raise document
            data = self.maker.document(document, done.written if number is None else number)
        except InexpressibleError as error:
            reasons = done.reasons if len(done.reasons) >= _REASONS else (*done.reasons, (name, str(error)))
            return b"", msgspec.structs.replace(done, last=name, left_out=done.left_out + 1, reasons=reasons)
        return data, msgspec.structs.replace(done, last=name, written=done.written + 1)

    def tell(self, done: Done) -> None:
        """Let whoever wants to know how far it is know."""
        self.tick(done.written + done.left_out, self.total)

    def report(self, done: Done, resumed: int = 0) -> Exported:
        """What became of it."""
        return Exported(self.total, done.written, done.left_out, done.reasons, resumed)
