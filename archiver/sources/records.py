"""The framing of WARC files (ISO 28500): where each record begins and ends, and which of them are broken."""

import base64
import binascii
import hashlib
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from archiver.sources.base import KEPT_ASIDE
from archiver.sources.budget import RECORD, Budget
from archiver.sources.members import BombError, DamagedError, Mark, MemberReader, TruncatedError

Headers = dict[str, str]
"""A record's WARC headers, their names in lower case; of a repeated one, the last."""

_VERSION = re.compile(rb"WARC/(?:1\.\d|0\.1[78])")  # 0.17 and 0.18 are the drafts that old archives hold
_VERSION_LENGTH = 9
_MAX_HEADERS = 1 << 16
_MAX_HEADER_LINES = 500
_LINE_FEED = re.compile(rb"\n")
_BLANK_LINE = re.compile(rb"^\r?\n", re.MULTILINE)
_MAX_LENGTH_DIGITS = 18
_CHUNK = 1 << 16
_DIGESTS = {"sha1": 20, "sha256": 32, "md5": 16}


class WarcRecord(NamedTuple):
    """A record that is whole. `number` counts from 1; `length` is its block's, of which `block` may be the beginning.

    `block` is empty where it wasn't asked for, and cut where it is longer than asked for.
    """

    number: int
    headers: Headers
    block: bytes
    length: int


class BrokenRecord(NamedTuple):
    """A record that isn't whole: `reason` continues the sentence "record 3 …"; `data` is what there is of it."""

    number: int
    reason: str
    data: bytes


class _FramingError(Exception):
    """The record isn't framed as the standard demands; `args[0]` says how."""


def iter_records(
    file: BinaryIO, max_block: int, wants: Callable[[Headers], bool], budget: Budget
) -> Iterator[WarcRecord | BrokenRecord]:
    """The records of a WARC file, plain or compressed, in order; reading goes on behind a broken one.

    Up to `max_block` bytes are held of the block of a record whose headers `wants` accepts, nothing of others. What it
    all takes is charged to `budget`.
    """
    reader = MemberReader(file, budget)
    number = 0
    while True:
        number += 1
        taken = bytearray()
        mark = reader.mark()
        try:
            reader.skip_bytes(b"\r\n")
            mark = reader.mark()
            if not reader.peek(1):
                return
            reader.charge(RECORD)
            yield _read_record(reader, number, max_block, wants, taken)
        except BombError as error:
            again = reader.skip_damage(_VERSION)
            yield BrokenRecord(number, f"{error}{_at(mark)}; {_UNPACK if again else _UNPACK_ALL}", b"")
            if not again:
                return
        except DamagedError as error:
            again = reader.skip_damage(_VERSION)
            cut_short = isinstance(error, TruncatedError) and not again
            reason = _CUT_SHORT if cut_short else f"is broken: {error}{_at(mark)}{'' if again else _LAST}"
            yield BrokenRecord(number, reason, budget.keep(bytes(taken)))
            if not again:
                return
        except _FramingError as error:
            reason, again = _resume(reader, mark, str(error))
            yield BrokenRecord(number, reason, budget.keep(bytes(taken)))
            if not again:
                return


_CUT_SHORT = "is cut short: the file ends in the middle of it (was a download cut short?)"
_LAST = "; no record is found behind it"
_UNPACK = "if you trust it, unpack the file with gunzip and add that"
_UNPACK_ALL = f"the file isn't read further; {_UNPACK}"


def _at(mark: Mark) -> str:
    return f" (at byte {mark.member.offset:,} of the file)"


def _resume(reader: MemberReader, mark: Mark, problem: str) -> tuple[str, bool]:
    """After a framing error, go on to the next record: why this one is broken, and whether there is a next one."""
    at_end = problem == _CUT_SHORT
    try:
        reader.rewind(mark)
        reader.take(1)
        found = reader.skip_to(_VERSION, _VERSION_LENGTH)
    except DamagedError:
        found = reader.skip_damage(_VERSION)
    if at_end and found:
        problem = "its Content-Length goes past the next record"
    return (_CUT_SHORT if at_end and not found else f"is broken: {problem}{_at(mark)}"), found


def _read_record(
    reader: MemberReader, number: int, max_block: int, wants: Callable[[Headers], bool], taken: bytearray
) -> WarcRecord:
    """The record that begins here; what is read of it is added to `taken`, up to `KEPT_ASIDE` bytes."""
    headers = _read_headers(reader, taken)
    digits = headers.get("content-length", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _MAX_LENGTH_DIGITS):
        raise _FramingError("it has no valid Content-Length")
    length = int(digits)
    wanted = wants(headers)
    block = _read_block(reader, length, max_block if wanted else 0, taken)
    _check_end(reader)
    if wanted and len(block) == length and not _digest_fits(headers.get("warc-block-digest", ""), block):
        raise _FramingError("its bytes don't fit its digest")
    return WarcRecord(number, headers, block, length)


def _read_headers(reader: MemberReader, taken: bytearray) -> Headers:
    taken += reader.take_through(_LINE_FEED, _MAX_HEADERS)
    if not _VERSION.match(taken):
        raise _FramingError("it doesn't begin as a WARC record does")
    if taken.endswith(b"\n"):
        taken += reader.take_through(_BLANK_LINE, _MAX_HEADERS - len(taken))
    if not taken.endswith((b"\n\n", b"\n\r\n")):
        raise _FramingError(_CUT_SHORT if len(taken) < _MAX_HEADERS else "its headers don't end")
    if taken.count(b"\n") > _MAX_HEADER_LINES:
        raise _FramingError(f"it has more than {_MAX_HEADER_LINES} headers")
    return _parse_headers(taken.decode("utf-8", "replace"))


def _parse_headers(head: str) -> Headers:
    values: dict[str, list[str]] = {}
    name = ""
    for line in head.split("\n")[1:]:
        if line[:1] in (" ", "\t") and name:  # a folded value, as the standard allows
            values[name].append(line.strip())
        elif line.strip():
            name, _, value = line.partition(":")
            name = name.strip().lower()
            values[name] = [value.strip()]
    return {name: " ".join(parts) for name, parts in values.items()}


def _read_block(reader: MemberReader, length: int, keep: int, taken: bytearray) -> bytes:
    block = bytearray()
    left = length
    while left:
        data = reader.take_within_member(min(_CHUNK, left))
        if not data:
            # Some tools cut a record into several members: only a new record where this one should go on is wrong.
            if not reader.peek(1):
                raise _FramingError(_CUT_SHORT)
            if _VERSION.match(reader.peek(_VERSION_LENGTH)):
                raise _FramingError("it is shorter than its Content-Length")
            data = reader.take(1)
        left -= len(data)
        block += data[: max(0, keep - len(block))]
        taken += data[: max(0, KEPT_ASIDE - len(taken))]
    return bytes(block)


def _check_end(reader: MemberReader) -> None:
    """_FramingError unless the record ends here: two line ends, or the end of a member or of the file, or a record."""
    for _ in range(2):
        if reader.at_member_end():
            return
        line_end = reader.peek(2)
        if not line_end.startswith((b"\r\n", b"\n")):
            break
        reader.take(2 if line_end == b"\r\n" else 1)
    else:
        # More may come in this member, but its end belongs to this record if it is here: only there damage shows.
        reader.at_member_end()
        return
    if not _VERSION.match(reader.peek(_VERSION_LENGTH)):
        raise _FramingError("its Content-Length doesn't lead to its end")


def _digest_fits(stated: str, block: bytes) -> bool:
    """False only if the digest is one that can be checked (base32 or hex), and isn't the block's."""
    algorithm, _, value = stated.partition(":")
    algorithm = algorithm.strip().lower().replace("-", "")
    size = _DIGESTS.get(algorithm)
    value = value.strip()
    if size is None:
        return True
    try:
        expected = bytes.fromhex(value) if len(value) == 2 * size else base64.b32decode(value.upper())
    except (ValueError, binascii.Error):
        return True
    return len(expected) != size or hashlib.new(algorithm, block, usedforsecurity=False).digest() == expected
