"""JSON lines → captures: each line is a document that already has its fields."""

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, TypeAlias

from archiver.document import DOCUMENT_TYPE, Capture
from archiver.errors import SourceError
from archiver.sources import sniff
from archiver.sources.base import KEPT_ASIDE, MEBIBYTE, Rejected, SourceOptions, too_large
from archiver.sources.given import read_given

_Lines: TypeAlias = "gzip.GzipFile | io.BufferedReader[Any]"


def iter_json_lines(file: BinaryIO, name: str, options: SourceOptions) -> Iterator[Capture | Rejected]:
    """The documents of a file of JSON lines, plain or compressed with gzip, one at a time.

    `name` stands for the file in what is reported. Blank lines are passed over; a line that can't be used is refused,
    with its number, and the next ones are read.
    """
    buffered: io.BufferedReader[Any] = io.BufferedReader(file, MEBIBYTE)
    try:
        head = buffered.peek(sniff.HEAD)
        lines = gzip.GzipFile(fileobj=buffered) if sniff.looks_like_gzip(head) else buffered
        yield from _iter_documents(lines, name, options)
    finally:
        buffered.detach()  # the file is the caller's to close


def _iter_documents(lines: _Lines, name: str, options: SourceOptions) -> Iterator[Capture | Rejected]:
    number = 0
    try:
        if kind := sniff.not_text(lines.peek(sniff.HEAD)[: sniff.HEAD]):
            yield Rejected(name, f"is {kind}, not JSON lines")
            return
        empty = True
        while line := lines.readline(options.max_bytes + 1):
            number += 1
            if number == 1:
                line = line.removeprefix(codecs.BOM_UTF8)
            if len(line) > options.max_bytes and not line.endswith(b"\n"):
                _skip_line(lines)
                yield Rejected(f"{name}:{number}", too_large(None, options), line[:KEPT_ASIDE])
            elif line.strip():
                yield _read_line(line.strip(), f"{name}:{number}", options)
            else:
                continue
            empty = False
        if empty:
            yield Rejected(name, "is empty")
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        damage = "ends in the middle (was a download cut short?)" if isinstance(error, EOFError) else "is damaged"
        yield Rejected(f"{name}:{number + 1}", f"the compressed file {damage}; the lines before this one are kept")


def _read_line(line: bytes, source: str, options: SourceOptions) -> Capture | Rejected:
    try:
        given = read_given(line)
    except SourceError as error:
        return Rejected(source, str(error), line[:KEPT_ASIDE])
    return Capture(
        payload=given.payload,
        content_type=DOCUMENT_TYPE,
        url=given.url,
        key=given.key,
        captured_at=given.captured_at or options.import_time(),
        captured_exactly=given.captured_at is None and options.import_time_is_exact,
        source=source,
    )


def _skip_line(lines: _Lines) -> None:
    while (rest := lines.readline(MEBIBYTE)) and not rest.endswith(b"\n"):
        pass
