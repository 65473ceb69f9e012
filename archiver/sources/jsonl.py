"""JSON lines → captures: each line is a document that already has its fields."""

import codecs
import io
from collections.abc import Iterator
from typing import Any, BinaryIO, TypeAlias

from archiver.document import DOCUMENT_TYPE, Capture
from archiver.errors import SourceError
from archiver.sources import sniff
from archiver.sources.base import KEPT_ASIDE, MEBIBYTE, Rejected, SourceOptions, iter_few_refusals, too_large
from archiver.sources.budget import LINE, TOO_MUCH, Budget
from archiver.sources.given import read_given
from archiver.sources.members import BombError, DamagedError, MemberReader, MemberStream, TruncatedError

_Lines: TypeAlias = "io.BufferedReader[Any]"


def iter_json_lines(
    file: BinaryIO, name: str, options: SourceOptions, end: int | None = None
) -> Iterator[Capture | Rejected]:
    """The documents of a file of JSON lines, plain or compressed with gzip, one at a time.

    `name` stands for the file in what is reported; no line that begins at `end` or behind it is read. Blank lines are passed over; a line that can't be used is refused,
    with its number, and the next ones are read.
    """
    buffered: _Lines = io.BufferedReader(file, MEBIBYTE)
    try:
        if sniff.looks_like_gzip(buffered.peek(sniff.HEAD)):
            budget = Budget()
            lines: _Lines = io.BufferedReader(MemberStream(MemberReader(buffered, budget)), MEBIBYTE)
            made = _iter_documents(lines, name, options, budget, None)
        else:
            made = _iter_documents(buffered, name, options, None, end)
        yield from iter_few_refusals(made, name)
    finally:
        buffered.detach()  # the file is the caller's to close


def _iter_documents(
    lines: _Lines, name: str, options: SourceOptions, budget: Budget | None, end: int | None
) -> Iterator[Capture | Rejected]:
    """The documents of the lines; what reading them takes is charged to `budget`, if they were compressed."""
    number = 0
    try:
        if reason := _why_no_lines(lines.peek(sniff.HEAD)[: sniff.HEAD]):
            yield Rejected(name, reason)
            return
        empty = True
        while (end is None or lines.tell() < end) and (line := lines.readline(options.max_bytes + 1)):
            number += 1
            if number == 1:
                line = line.removeprefix(codecs.BOM_UTF8)
            if len(line) > options.max_bytes and not line.endswith(b"\n"):
                _skip_line(lines)
                made: Capture | Rejected = Rejected(f"{name}:{number}", too_large(None, options), line[:KEPT_ASIDE])
            elif line := line.strip():
                made = _read_line(line, f"{name}:{number}", options)
            else:
                while blank := _skip_blank_lines(lines):
                    number += blank
                continue
            empty = False
            yield _charged(made, budget) if budget else made
        if empty:
            yield Rejected(name, "is empty")
    except BombError as error:
        yield Rejected(
            f"{name}:{number + 1}",
            f"{error}; the lines before this one are kept. If you trust it, unpack the file with gunzip and add that",
        )
    except DamagedError as error:
        damage = "ends in the middle (was a download cut short?)" if isinstance(error, TruncatedError) else "is damaged"
        yield Rejected(f"{name}:{number + 1}", f"the compressed file {damage}; the lines before this one are kept")


def _why_no_lines(head: bytes) -> str | None:
    """Why a file that begins like this can't hold JSON lines at all."""
    if kind := sniff.not_text(head):
        return f"is {kind}, not JSON lines"
    return "is UTF-16 text: save the file as UTF-8" if sniff.charset_of_mark(head) == "utf-16" else None


def _charged(made: Capture | Rejected, budget: Budget) -> Capture | Rejected:
    """What a line gave, if the compressed file's size pays for one more line; else BombError."""
    if not budget.affords(LINE):
        raise BombError(TOO_MUCH)
    return made if isinstance(made, Capture) else made._replace(data=budget.keep(made.data))


def _skip_blank_lines(lines: _Lines) -> int:
    """Pass over the blank lines that are in the buffer, all at once; how many they were."""
    ahead = lines.peek(1)
    end = ahead.rfind(b"\n", 0, len(ahead) - len(ahead.lstrip())) + 1
    lines.read(end)
    return ahead.count(b"\n", 0, end)


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
