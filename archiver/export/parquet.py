"""Parquet: typed columns, lists as lists. A file's index stands at its end, so it is made when all documents are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archiver.errors import UsageError
from archiver.export.columns import COLUMNS, DAY, NUMBER, TEXT, TEXTS, TIME, choose
from archiver.export.jsonl import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from archiver.document import Document
    from archiver.export.columns import Column
    from archiver.export.formats import Options

_ROWS = 1000  # of a row group
_CHARACTERS = 16_000_000  # of the texts of a row group: articles may be long, and memory must stay small


class Parquet(Lines):
    """JSON lines on the way, a table of these columns at the end."""

    def __init__(self, columns: tuple[Column, ...]) -> None:
        self._columns = columns
        _load()

    def convert(self, documents: Iterable[Document], sink: BinaryIO) -> None:
        """Write the table, a row group at a time."""
        import pyarrow as pa
        from pyarrow.parquet import ParquetWriter

        types = {
            TEXT: pa.string(),
            TEXTS: pa.list_(pa.string()),
            NUMBER: pa.int32(),
            DAY: pa.date32(),
            TIME: pa.timestamp("us", "UTC"),
        }
        schema = pa.schema([(column.name, types[column.kind]) for column in self._columns])
        with ParquetWriter(sink, schema, compression="zstd") as writer:
            for group in _groups(iter(documents)):
                values = [[column.value(document) for document in group] for column in self._columns]
                arrays = [
                    pa.array(column, field.type) for column, field in zip(values, schema, strict=True)
                ]  # fmt: skip
                writer.write_table(pa.Table.from_arrays(arrays, schema=schema))


def make(options: Options) -> Parquet:
    """A maker of the columns asked for, or of all. Raises UsageError where the library is missing."""
    return Parquet(choose(options.columns or tuple(column.name for column in COLUMNS)))


def _groups(documents: Iterator[Document]) -> Iterator[list[Document]]:
    group: list[Document] = []
    size = 0
    for document in documents:
        group.append(document)
        size += len(document.text) + len(document.body)
        if len(group) == _ROWS or size >= _CHARACTERS:
            yield group
            group, size = [], 0
    if group:
        yield group


def _load() -> None:
    try:
        import pyarrow.parquet  # noqa: F401 - whether it is there is told before anything is written
    except ImportError as error:
        raise UsageError(
            f"Parquet is written by the package pyarrow, which can't be loaded ({error}). Install it: "
            "pip install 'news-archive[parquet]'."
        ) from error
