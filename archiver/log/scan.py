"""Reading WARC files record by record, by the end of each gzip member and by Content-Length, trusting neither alone.

What can't be read is stepped over to the next whole record, and reported: WARC libraries read a record that was cut
off without a word, and lose what was appended after it.
"""

import hashlib
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from archiver.errors import DamagedLogError
from archiver.log.records import HEADER_LIMIT, content_length, digest_text, parse_headers

_MAGIC = b"\x1f\x8b\x08"
_GZIP = 31  # zlib's window bits for one gzip member
_CHUNK = 1 << 16
_HEAD_LIMIT = 2 * HEADER_LIMIT
_BLOCK_LIMIT = 64 << 20  # bytes of a metadata record's block that are kept: the positions of a purge stand there
_HTTP_HEAD_LIMIT = 1 << 20
_BLANK_LINE = b"\r\n\r\n"


class Record(NamedTuple):
    """A whole record of a file. `block` is kept for metadata records only.

    `faults` says which digests don't fit; they are computed only where `walk` is asked for them.
    """

    offset: int
    length: int
    headers: dict[str, str]
    block: bytes | None = None
    faults: tuple[str, ...] = ()

    @property
    def end(self) -> int:
        """Offset of the first byte after the record."""
        return self.offset + self.length


class Damage(NamedTuple):
    """Bytes that are no whole record, from `offset` to the next whole one or to the end of what was read.

    `cut_short` tells that a record begins there well and the end came too early: that is what a torn one looks like.
    """

    offset: int
    length: int
    reason: str
    cut_short: bool

    @property
    def end(self) -> int:
        """Offset of the first byte after the damage."""
        return self.offset + self.length


class _BrokenError(Exception):
    """The bytes at an offset aren't a whole record; the message says why."""


class _CutShortError(_BrokenError):
    """The end came before the record's."""


def walk(
    stream: BinaryIO, start: int, end: int, *, log_id: str | None, digests: bool = False
) -> Iterator[Record | Damage]:
    """The records of a file from offset `start` up to `end`, in order, and what lies between them where it is damaged.

    After damage only a record of the log `log_id` counts as one (None: of any log): a page that holds WARC records of
    its own must not be taken for the log. Memory stays small however large a record is.
    """
    offset = start
    while offset < end:
        try:
            record = _read_member(stream, offset, end, digests=digests)
        except _BrokenError as broken:
            resumed = _next_record(stream, offset + 1, end, log_id)
            yield Damage(offset, resumed - offset, str(broken), isinstance(broken, _CutShortError))
            offset = resumed
        else:
            yield record
            offset = record.end


def read_record(path: Path, offset: int, length: int) -> tuple[dict[str, str], bytes]:
    """Headers and block of the one record at this place; DamagedLogError if no whole one is there."""
    with path.open("rb") as stream:
        stream.seek(offset)
        packed = stream.read(length)
    unpacker = zlib.decompressobj(_GZIP)
    try:
        head, _, rest = unpacker.decompress(packed).partition(_BLANK_LINE)
        headers = parse_headers(head)
        size = content_length(headers)
    except (zlib.error, ValueError, KeyError) as error:
        raise DamagedLogError(f"{path}, offset {offset}: this record can't be read ({error})") from error
    if not unpacker.eof or unpacker.unused_data or len(rest) != size + len(_BLANK_LINE):
        raise DamagedLogError(f"{path}, offset {offset}: this record isn't as long as it should be")
    return headers, rest[:size]


def _read_member(stream: BinaryIO, offset: int, end: int, *, digests: bool) -> Record:
    """The record whose gzip member begins at `offset`; _BrokenError if there is no whole one."""
    unpacker = zlib.decompressobj(_GZIP)
    body = _Body(digests=digests)
    stream.seek(offset)
    taken = offset
    packed = b""
    while not unpacker.eof:
        if not packed:
            packed = stream.read(min(_CHUNK, end - taken))
            taken += len(packed)
            if not packed:
                raise _CutShortError("it is cut short")
        try:
            body.feed(unpacker.decompress(packed, _CHUNK))
        except zlib.error as error:
            raise _BrokenError(f"it isn't valid gzip ({error})") from error
        packed = unpacker.unconsumed_tail
    length = taken - len(unpacker.unused_data) - offset
    return Record(offset, length, body.finished(), body.kept, body.faults() if digests else ())


class _Body:
    """Takes a record's unpacked bytes in pieces; checks its length, and its digests if asked to."""

    def __init__(self, *, digests: bool) -> None:
        self.headers: dict[str, str] | None = None
        self.kept: bytes | None = None
        self._start = bytearray()
        self._left = 0
        self._end = bytearray()
        self._block_hash = hashlib.sha256() if digests else None
        self._payload_hash = hashlib.sha256() if digests else None
        self._http_head: bytearray | None = None

    def feed(self, data: bytes) -> None:
        if self.headers is not None:
            self._feed_block(data)
            return
        self._start += data
        at = self._start.find(_BLANK_LINE)
        if at < 0 and len(self._start) <= _HEAD_LIMIT:
            return
        try:
            self.headers = parse_headers(bytes(self._start[: max(at, 0)]))
            self._left = content_length(self.headers)
        except (ValueError, KeyError) as error:
            raise _BrokenError(f"it has no WARC headers ({error})") from error
        if self.headers.get("warc-type") == "metadata" and self._left <= _BLOCK_LIMIT:
            self.kept = b""
        if self.headers.get("warc-type") == "response":
            self._http_head = bytearray()
        self._feed_block(bytes(self._start[at + len(_BLANK_LINE) :]))

    def finished(self) -> dict[str, str]:
        """The headers, once all of the record was fed."""
        if self.headers is None:
            raise _BrokenError("it has no WARC headers")
        if self._left or self._end != _BLANK_LINE:
            raise _BrokenError("it isn't as long as its Content-Length says")
        return self.headers

    def faults(self) -> tuple[str, ...]:
        """What the digests in the headers say of the bytes."""
        assert self.headers is not None
        assert self._block_hash is not None
        assert self._payload_hash is not None
        found = []
        if self.headers.get("warc-block-digest") != digest_text(self._block_hash.digest()):
            found.append("its block isn't what its WARC-Block-Digest says")
        stated = self.headers.get("warc-payload-digest")
        is_original = self.headers.get("warc-type") != "revisit"  # a revisit states the digest of another record
        if is_original and stated is not None and stated != digest_text(self._payload_hash.digest()):
            found.append("its payload isn't what its WARC-Payload-Digest says")
        return tuple(found)

    def _feed_block(self, data: bytes) -> None:
        block, rest = data[: self._left], data[self._left :]
        self._left -= len(block)
        if self.kept is not None:
            self.kept += block
        if self._block_hash is not None:
            self._block_hash.update(block)
            self._feed_payload(block)
        self._end += rest
        if len(self._end) > len(_BLANK_LINE):
            raise _BrokenError("it is longer than its Content-Length says")

    def _feed_payload(self, block: bytes) -> None:
        assert self._payload_hash is not None
        if self._http_head is None:
            self._payload_hash.update(block)
            return
        self._http_head += block
        at = self._http_head.find(_BLANK_LINE)
        if at >= 0:
            self._payload_hash.update(self._http_head[at + len(_BLANK_LINE) :])
            self._http_head = None
        elif len(self._http_head) > _HTTP_HEAD_LIMIT:
            raise _BrokenError("its HTTP headers don't end")


def _next_record(stream: BinaryIO, start: int, end: int, log_id: str | None) -> int:
    """Offset of the first whole record of the log at or after `start`, else `end`."""
    offset = start
    carried = b""
    while offset < end:
        stream.seek(offset)
        chunk = stream.read(min(_CHUNK, end - offset))
        if not chunk:
            break
        window = carried + chunk
        at = window.find(_MAGIC)
        while at >= 0:
            candidate = offset - len(carried) + at
            if _begins_record(stream, candidate, end, log_id):
                return candidate
            at = window.find(_MAGIC, at + 1)
        offset += len(chunk)
        carried = window[-(len(_MAGIC) - 1) :]
    return end


def _begins_record(stream: BinaryIO, offset: int, end: int, log_id: str | None) -> bool:
    try:
        headers = _read_member(stream, offset, end, digests=False).headers
    except _BrokenError:
        return False
    return "archive-log" in headers and log_id in {None, headers["archive-log"]}
