"""CSV (RFC 4180): a header, then an article a row; safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from typing import TYPE_CHECKING

from archiver.export.columns import choose
from archiver.export.plain import lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archiver.document import Document
    from archiver.export.columns import Column, Value
    from archiver.export.formats import Options

USUAL = (
    "id", "url", "title", "standfirst", "authors", "site", "section", "language", "published", "published_precision",
    "words", "people", "organisations", "places", "countries", "captured", "text",
)  # fmt: skip
"""The columns, unless others are asked for."""

# What begins like this a spreadsheet takes for a formula, and may run: OWASP's list, the wide forms that spreadsheets set
# to Japanese or Chinese take for the same among them. Apostrophes before it are doubled up, so that one can be taken off.
_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


class Sheet:
    """Rows of these columns."""

    def __init__(self, columns: tuple[Column, ...]) -> None:
        self._columns = columns

    def begin(self) -> bytes:
        """The names of the columns."""
        return _row(column.name for column in self._columns)

    def document(self, document: Document, number: int) -> bytes:
        """The article's row."""
        del number
        return _row(_cell(column.value(document)) for column in self._columns)

    def end(self, number: int) -> bytes:
        """Nothing."""
        del number
        return b""


def make(options: Options) -> Sheet:
    """A maker of the columns asked for, or of the usual ones."""
    return Sheet(choose(options.columns or USUAL))


def _cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case int():
            return str(value)
        case dt.datetime():
            return value.isoformat(timespec="seconds").replace("+00:00", "Z")
        case dt.date():
            return value.isoformat()
        case tuple():
            return _safe("; ".join(map(lines, value)))
    return _safe(lines(value))


def _safe(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def _row(cells: Iterable[str]) -> bytes:
    row = io.StringIO()
    csv.writer(row, lineterminator="\r\n").writerow(list(cells))
    return row.getvalue().encode()
