"""The framing of WARC files (ISO 28500): where each record begins and ends, and which of them are broken."""

import base64
import binascii
import hashlib
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from archiver.sources.base import KEPT_ASIDE
from archiver.sources.members import DamagedError, Mark, MemberReader, TruncatedError

Headers = dict[str, str]
"""A record's WARC headers, their names in lower case; of a repeated one, the last."""

_VERSION = re.compile(rb"WARC/(?:1\.\d|0\.1[78])")  # 0.17 and 0.18 are the drafts that old archives hold
_VERSION_LENGTH = 9
_MAX_HEADERS = 1 << 16
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
    file: BinaryIO, max_block: int, wants: Callable[[Headers], bool]
) -> Iterator[WarcRecord | BrokenRecord]:
    """The records of a WARC file, plain or compressed, in order; reading goes on behind a broken one.

    Up to `max_block` bytes are held of the block of a record whose headers `wants` accepts, nothing of others.
    """
    reader = MemberReader(file)
    number = 0
    while True:
        number += 1
        taken = bytearray()
        mark = reader.mark()
        try:
            _skip_newlines(reader)
            mark = reader.mark()
            if not reader.peek(1):
                return
            yield _read_record(reader, number, max_block, wants, taken)
        except DamagedError as error:
            again = reader.skip_damage(_VERSION)
            cut_short = isinstance(error, TruncatedError) and not again
            yield BrokenRecord(number, _CUT_SHORT if cut_short else f"is broken: {error}{_at(mark)}", bytes(taken))
            if not again:
                return
        except _FramingError as error:
            reason, again = _resume(reader, mark, str(error))
            yield BrokenRecord(number, reason, bytes(taken))
            if not again:
                return


_CUT_SHORT = "is cut short: the file ends in the middle of it (was a download cut short?)"


def _at(mark: Mark) -> str:
    return f" (at byte {mark.member.offset:,} of the file)"


def _resume(reader: MemberReader, mark: Mark, problem: str) -> tuple[str, bool]:
    """After a framing error, go on to the next record: why this one is broken, and whether there is a next one."""
    at_end = problem == _CUT_SHORT
    reader.rewind(mark)
    try:
        reader.take(1)
        found = reader.skip_to(_VERSION, _VERSION_LENGTH)
    except DamagedError:
        found = reader.skip_damage(_VERSION)
    if at_end and found:
        problem = "its Content-Length goes past the next record"
    return (_CUT_SHORT if at_end and not found else f"is broken: {problem}{_at(mark)}"), found


def _skip_newlines(reader: MemberReader) -> None:
    while reader.peek(1) in (b"\r", b"\n"):
        reader.take(1)


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
    head = bytearray()
    while not head.endswith((b"\r\n\r\n", b"\n\n")):
        line = reader.take_line(_MAX_HEADERS - len(head))
        head += line
        taken += line
        if not _VERSION.match(head):
            raise _FramingError("it doesn't begin as a WARC record does")
        if not line.endswith(b"\n"):
            raise _FramingError(_CUT_SHORT if len(head) < _MAX_HEADERS else "its headers don't end")
    return _parse_headers(head.decode("utf-8", "replace"))


def _parse_headers(head: str) -> Headers:
    headers: Headers = {}
    name = ""
    for line in head.split("\n")[1:]:
        if line[:1] in (" ", "\t") and name:  # a folded value, as the standard allows
            headers[name] += " " + line.strip()
        elif line.strip():
            name, _, value = line.partition(":")
            name = name.strip().lower()
            headers[name] = value.strip()
    return headers


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
