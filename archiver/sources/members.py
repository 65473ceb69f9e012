"""A file as one run of bytes, decompressed gzip member by member, that notices damage and can go on behind it.

The WARC libraries read torn and damaged records without a word, and gzip modules stop at the first error; an archive
must say what was lost, and keep what comes after.
"""

import io
import re
import zlib
from collections import deque
from typing import Any, BinaryIO, NamedTuple

from archiver.sources.budget import MEMBER, TOO_MUCH, Budget

_CHUNK = 1 << 16
_MAGIC = b"\x1f\x8b\x08"  # RFC 1952: a gzip member compressed with deflate, the only method there is
_GZIP = 31  # zlib's window bits for a gzip member with its header and checksum
_LONGEST_END = 2  # bytes of a pattern's match that may have come before the rest of it
_PROBE = 1024  # bytes of a member that are enough to see what it holds
_MAX_REREAD = 1 << 30  # bytes: a file of nothing but broken records mustn't be read over and over


class DamagedError(Exception):
    """The bytes that were asked for can't be decompressed: what they are is damaged from some point on."""


class TruncatedError(DamagedError):
    """The file ends in the middle of a gzip member."""


class BombError(DamagedError):
    """The file asks for more work than its size pays for (see `budget`)."""


class Member(NamedTuple):
    """Where a gzip member begins: in the decompressed bytes, and in the file."""

    position: int
    offset: int


class Mark(NamedTuple):
    """A place in a `MemberReader` to come back to."""

    member: Member
    position: int


class MemberReader:
    """The bytes of a seekable file, decompressed if it is gzip, a little at a time.

    `position` counts the bytes that were taken, after decompression. A file that isn't compressed has no members. What
    the decompression takes is charged to `budget`.
    """

    def __init__(self, file: BinaryIO, budget: Budget) -> None:
        self._file = file
        self._budget = budget
        self._compressed = file.read(len(_MAGIC)).startswith(_MAGIC[:2])
        self._reread = 0  # bytes that were read more than once
        self._start(Member(0, 0))

    def _start(self, member: Member) -> None:
        """Go on where this member begins."""
        self._file.seek(member.offset)
        self._inflater = zlib.decompressobj(_GZIP)
        self._input = b""
        self._input_end = member.offset  # how far the file has been read
        self._within = False  # a member has begun and not ended
        self._buffer = bytearray()
        # The member that the next byte belongs to, and those that begin within the buffer.
        self._members = deque([member])
        self._error: DamagedError | None = None
        self.position = member.position

    @property
    def offset(self) -> int:
        """Where in the file the gzip member begins that the next byte is in; without gzip, where that byte is."""
        if not self._compressed:
            return self.position
        return self._members[0].offset if self._buffer or self._within else self._input_end - len(self._input)

    def mark(self) -> Mark:
        """This place, to rewind to."""
        if not self._compressed:
            return Mark(Member(self.position, self.position), self.position)
        return Mark(Member(self._members[0].position, self.offset), self.position)

    def rewind(self, mark: Mark) -> None:
        """Go back to a place where reading was possible before; stays here once too much has been read twice."""
        if self._may_reread(self.position - mark.member.position + _CHUNK):
            self._start(mark.member)
            while self.position < mark.position:
                self.take(min(_CHUNK, mark.position - self.position))

    def peek(self, size: int) -> bytes:
        """The next bytes, fewer only at the end; DamagedError if some of them can't be had."""
        while len(self._buffer) < size and self._pump():
            pass
        if len(self._buffer) < size and self._error:
            raise self._error
        return bytes(self._buffer[:size])

    def take(self, size: int) -> bytes:
        """The next bytes, and go on behind them."""
        data = self.peek(size)
        self._drop(len(data))
        return data

    def take_through(self, pattern: re.Pattern[bytes], limit: int) -> bytes:
        """The next bytes up to a match of the pattern, which has 3 bytes at most, and with it.

        At most `limit`, and what there is at the end of the file, without a match. DamagedError if damage comes first.
        """
        seen = 0
        while not (found := pattern.search(self._buffer, seen, limit)) and len(self._buffer) < limit:
            seen = max(0, len(self._buffer) - _LONGEST_END)
            if not self._pump():
                break
        return self.take(found.end() if found else min(limit, len(self._buffer) + (self._error is not None)))

    def take_within_member(self, size: int) -> bytes:
        """Some of the next bytes, at most `size`, all of one member; none if a member, or the file, ends here."""
        if self.at_member_end():
            return b""
        self.peek(1)
        available = len(self._buffer)
        if len(self._members) > 1:
            available = min(available, self._members[1].position - self.position)
        return self.take(min(size, available))

    def take_some(self, size: int) -> bytes:
        """Some of the next bytes, at most `size`; none only at the end. DamagedError if not even one can be had."""
        self.peek(1)
        return self.take(min(size, len(self._buffer)))

    def charge(self, work: int) -> None:
        """Take this much from the budget; BombError if it isn't there."""
        if not self._budget.affords(work):
            raise BombError(TOO_MUCH)

    def skip_bytes(self, skipped: bytes) -> None:
        """Go on behind any number of these bytes."""
        while self.peek(1):
            ahead = bytes(self._buffer[:_CHUNK])
            rest = ahead.lstrip(skipped)
            self._drop(len(ahead) - len(rest))
            if rest:
                return

    def at_member_end(self) -> bool:
        """True if nothing more comes, or what comes begins a new member; DamagedError if this one's end is damaged."""
        if not self._compressed:
            return not self.peek(1)
        while not self._buffer and self._within and self._pump():
            pass
        if not self._buffer and self._error:
            raise self._error
        return self._members[0].position == self.position if self._buffer else not self._within

    def skip_to(self, pattern: re.Pattern[bytes], longest: int) -> bool:
        """Go on to the next line, or member, that begins with the pattern; False if none comes before the end.

        `longest` is the length of the longest match. DamagedError if damage comes first.
        """
        while True:  # what is there first: after another broken record, what was read ahead would be read again
            starts = {member.position - self.position for member in self._members if self._compressed}
            for match in pattern.finditer(bytes(self._buffer)):
                if match.start() in starts or self._buffer[match.start() - 1 : match.start()] == b"\n":
                    self._drop(match.start())
                    return True
            self._drop(max(0, len(self._buffer) - longest))
            if not self._pump():
                self._drop(len(self._buffer))
                if self._error:
                    raise self._error
                return False

    def skip_damage(self, pattern: re.Pattern[bytes]) -> bool:
        """After a DamagedError, go on with the next gzip member whose content begins with the pattern, if there is any."""
        position = self.position + len(self._buffer)
        damaged = self._members[-1].offset
        offset = damaged + 1 if self._may_reread(self._input_end - damaged) else self._input_end
        # What only looks like the beginning of a member costs a look too: there mustn't be any number of them.
        while (found := self._find_member(offset)) is not None and self._may_reread(_CHUNK):
            self._file.seek(found)
            try:
                content = zlib.decompressobj(_GZIP).decompress(self._file.read(_PROBE), _PROBE)
            except zlib.error:
                content = b""
            if pattern.match(content):
                self._start(Member(position, found))
                return True
            offset = found + 1
        return False

    def _find_member(self, offset: int) -> int | None:
        """Where, from this offset on, the next bytes stand that could begin a gzip member."""
        self._file.seek(offset)
        data = b""
        while chunk := self._file.read(_CHUNK):
            data = data[-len(_MAGIC) + 1 :] + chunk
            if (found := data.find(_MAGIC)) >= 0:
                return self._file.tell() - len(data) + found
        return None

    def _may_reread(self, size: int) -> bool:
        if self._reread + size > _MAX_REREAD:
            return False
        self._reread += size
        return True

    def _drop(self, size: int) -> None:
        del self._buffer[:size]
        self.position += size
        while len(self._members) > 1 and self._members[1].position <= self.position:
            self._members.popleft()

    def _pump(self) -> bool:
        """Get some more bytes into the buffer, or pass a member's end; False if there is nothing more to get."""
        if self._error:
            return False
        if not self._compressed:
            data = self._file.read(_CHUNK)
            self._budget.earn(len(data))
            self._buffer += data
            return bool(data)
        if not self._input and not self._read_input():
            if self._within:
                self._error = TruncatedError("the file ends in the middle of a gzip member")
            return False
        return self._inflate() if self._within else self._begin_member()

    def _inflate(self) -> bool:
        try:
            data = self._inflater.decompress(self._input, _CHUNK)
        except zlib.error:
            self._error = DamagedError("its gzip data is damaged")
            return False
        rest = self._inflater.unused_data if self._inflater.eof else self._inflater.unconsumed_tail
        self._within = not self._inflater.eof
        self._budget.earn(len(self._input) - len(rest))
        self._input = rest
        if not self._budget.affords(len(data) if self._within else len(data) + MEMBER):
            self._error = BombError(TOO_MUCH)
            return False
        self._buffer += data
        return True

    def _begin_member(self) -> bool:
        self._input = self._input.lstrip(b"\0")  # padding, as tapes and some file systems leave it
        if not self._input:
            return True
        member = Member(self.position + len(self._buffer), self._input_end - len(self._input))
        if self._members[-1].position == member.position:
            self._members.pop()
        self._members.append(member)
        if not self._input.startswith(_MAGIC[: len(self._input)]):
            self._error = DamagedError("what follows a gzip member isn't another one")
            return False
        self._inflater = zlib.decompressobj(_GZIP)
        self._within = True
        return True

    def _read_input(self) -> bool:
        self._input = self._file.read(_CHUNK)
        self._input_end += len(self._input)
        return bool(self._input)


class MemberStream(io.RawIOBase):
    """What a `MemberReader` gives, as a raw stream, for `io.BufferedReader` to cut into lines."""

    def __init__(self, reader: MemberReader) -> None:
        self._reader = reader

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Some of the next bytes, none at the end; DamagedError where nothing can be had for damage."""
        data = self._reader.take_some(len(buffer))
        buffer[: len(data)] = data
        return len(data)
