"""The formats that there are, and what each of them must be able to do."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from archiver.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

    from archiver.document import Document
    from archiver.log import Log


class Options(NamedTuple):
    """What an export is told beside its query: columns (none: the format's own), and which captures.

    `query` says in words what was asked, `at` when (ISO 8601, UTC): a file may say where it comes from. `log` is for what
    isn't in the document. `is_packed` is False for a WARC file whose name says that it isn't compressed.
    """

    columns: tuple[str, ...]
    all_captures: bool
    query: str
    at: str
    log: Log
    is_packed: bool = True


class Maker(Protocol):
    """Makes what is written of each document, and keeps nothing from one to the next: an export can go on anywhere."""

    def begin(self) -> bytes:
        """What stands before all documents."""

    def document(self, document: Document, number: int) -> bytes:
        """One document, and what stands between it and the one before; `number` of them were written already.

        Raises InexpressibleError for a document that this format can't hold.
        """

    def end(self, number: int) -> bytes:
        """What stands behind all documents, of which there are so many."""


class Converter(Maker, Protocol):
    """A maker of a format that can't be appended to: it makes JSON lines, from which the file is made at the end."""

    def convert(self, documents: Iterable[Document], sink: BinaryIO) -> None:
        """Write the documents into a file, a few at a time."""


class Format(NamedTuple):
    """A format: its name, other names of it, and the endings of its files, the first being the usual one.

    `is_binary`: it can't be read on a terminal. `module` makes it. `takes` are the options that mean something to it.
    """

    name: str
    aliases: tuple[str, ...]
    endings: tuple[str, ...]
    module: str
    is_binary: bool = False
    takes: tuple[str, ...] = ()

    def make(self, options: Options) -> Maker:
        """A maker of this format."""
        return cast("Maker", import_module(f"archiver.export.{self.module}").make(options))


FORMATS = (
    Format("jsonl", ("ndjson",), (".jsonl", ".ndjson"), "jsonl"),
    Format("csv", (), (".csv",), "sheet", takes=("columns",)),
    Format("parquet", (), (".parquet",), "parquet", is_binary=True, takes=("columns",)),
    Format("markdown", ("md",), (".md", ".markdown"), "markdown"),
    Format("bibtex", ("bib", "biblatex"), (".bib",), "bibtex"),
    Format("ris", (), (".ris",), "ris"),
    Format("csl-json", ("csl",), (".csl.json",), "csl"),
    Format("warc", (), (".warc.gz", ".warc"), "warc", is_binary=True, takes=("all_captures",)),
)
_BY_NAME = {name: each for each in FORMATS for name in (each.name, *each.aliases)}
_OPTIONS = {"columns": "columns", "all_captures": "all captures"}


def find_format(name: str, *, columns: tuple[str, ...] = (), all_captures: bool = False) -> Format:
    """The format with this name. Raises UsageError where there is none, or it can't do what else is asked."""
    form = _BY_NAME.get(str(name).lower())
    if form is None:
        raise UsageError(f"There is no format “{name}”. There are {', '.join(each.name for each in FORMATS)}.")
    for option, asked in (("columns", bool(columns)), ("all_captures", all_captures)):
        if asked and option not in form.takes:
            able = " and ".join(each.name for each in FORMATS if option in each.takes)
            raise UsageError(f"The format {form.name} knows nothing of {_OPTIONS[option]}; {able} can do that.")
    return form


def format_of(path: str) -> Format | None:
    """The format that the name of a file stands for, markdown for a folder; None if it stands for none."""
    if path.endswith("/"):
        return _BY_NAME["markdown"]
    ends = ((each, ending) for each in FORMATS for ending in each.endings)
    return next((each for each, ending in ends if path.lower().endswith(ending)), None)
