"""Small files that would keep the reader busy: each is reported within moments, and good input around it is kept."""

import gzip
import io
import random
import struct
import time
import zlib
from collections.abc import Callable
from itertools import repeat
from pathlib import Path

import pytest
from fastwarc.stream_io import BrotliWriter, ZstdWriter

from archiver.sources.budget import ADVANCE, RATIO, Budget

from .reading import Read, read
from .test_warc import record, response, story, url, urls

TOO_MUCH = "grows to more than 100 times its size"
DOCUMENT = b'{"title": "A"}\n'
EMPTY_MEMBER = gzip.compress(b"")


def blown_up(part: bytes, size: int, head: bytes = b"", tail: bytes = b"") -> bytes:
    """One gzip member with a part repeated up to a size, without holding that in memory, or packing it more than once."""
    piece = part * (1_000_000 // len(part))
    count = size // len(piece)
    checksum = 0
    for data in (head, *repeat(piece, count), tail):
        checksum = zlib.crc32(data, checksum)
    length = len(head) + count * len(piece) + len(tail)
    body = _blocks(head, zlib.Z_FULL_FLUSH) + _blocks(piece, zlib.Z_FULL_FLUSH) * count + _blocks(tail, zlib.Z_FINISH)
    return b"\x1f\x8b\x08" + b"\0" * 6 + b"\xff" + body + struct.pack("<2L", checksum, length)


def _blocks(data: bytes, end: int) -> bytes:
    """The data packed so that it can stand behind any other, and, unless it is the end, before any."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush(end)


def packed(writer: type, body: bytes) -> bytes:
    """The body as one Brotli or zstd stream."""
    stream = io.BytesIO()
    with writer(stream) as packer:
        packer.write(body)
    return stream.getvalue()


def read_quickly(path: Path, data: bytes) -> Read:
    """What a file with these bytes gives, and that within a time that no test machine needs."""
    path.write_bytes(data)
    start = time.monotonic()
    made = read(path)
    assert time.monotonic() - start < 10
    return made


@pytest.mark.parametrize(
    "bomb",
    [
        lambda: blown_up(b"\n", 200_000_000),
        lambda: blown_up(b" ", 200_000_000),
        lambda: blown_up(b"x\n", 100_000_000),
        lambda: blown_up(b'{"title": "A"}\n', 100_000_000),
        lambda: blown_up(b"x", 200_000_000),
        lambda: EMPTY_MEMBER * 200_000,
    ],
    ids=["newlines", "one blank line", "bad lines", "the same line", "one line", "empty members"],
)
def test_compressed_lines_that_blow_up(tmp_path: Path, bomb: Callable[[], bytes]) -> None:
    """Compressed JSON lines that grow without end are left there, with what to do, and the lines before are kept."""
    made = read_quickly(tmp_path / "a.jsonl.gz", gzip.compress(b'{"title": "B"}\n') + bomb())
    assert b'"B"' in made.captures[0].payload
    assert TOO_MUCH in made.reasons
    assert "unpack the file with gunzip" in made.reasons


def test_blank_lines_are_passed_over_at_once(tmp_path: Path) -> None:
    """Plain blank lines are no bomb, however many: what stands behind them is taken, under its own number."""
    made = read_quickly(tmp_path / "a.jsonl", DOCUMENT + b"\n" * 30_000_000 + DOCUMENT)
    assert [capture.source.rpartition(":")[2] for capture in made.captures] == ["1", "30000002"]
    assert made.rejected == []


HEAD = b"WARC/1.0\r\n"
NO_LENGTH = b"Content-Length: 0\r\n\r\n\r\n\r\n"
BOMBS: dict[str, Callable[[], bytes]] = {
    "newlines": lambda: blown_up(b"\n", 100_000_000),
    "records of nothing": lambda: blown_up(HEAD + NO_LENGTH, 100_000_000),
    "broken records": lambda: blown_up(HEAD + b"Content-Length: x\r\n\r\n", 50_000_000),
    "broken records, a member each": lambda: gzip.compress(HEAD + b"Content-Length: x\r\n\r\n") * 2_000,
    "many headers": lambda: blown_up(HEAD + b"X:\r\n" * 400 + NO_LENGTH, 100_000_000),
    "folded headers": lambda: blown_up(HEAD + b"X: y\r\n" + b" y\r\n" * 12_000 + NO_LENGTH, 100_000_000),
    "a record of zeros": lambda: blown_up(
        b"\0", 200_000_000, HEAD + b"WARC-Type: metadata\r\nContent-Length: 200000000\r\n\r\n", b"\r\n\r\n"
    ),
    "gzip members in a body": lambda: gzip.compress(record(response(EMPTY_MEMBER * 200_000, Content_Encoding="gzip"))),
    "zstd frames in a body": lambda: gzip.compress(
        record(response(packed(ZstdWriter, b"") * 200_000, Content_Encoding="zstd"))
    ),
    "bodies of Brotli": lambda: (
        gzip.compress(record(response(packed(BrotliWriter, b"<p>" + b" " * 50_000_000), Content_Encoding="br"))) * 20
    ),
    "chunks of a byte": lambda: gzip.compress(
        record(response(b"1\r\na\r\n" * 2_000_000 + b"0\r\n\r\n", Transfer_Encoding="chunked"))
    ),
    "many HTTP headers": lambda: blown_up(
        record(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + b"X:\r\n" * 12_000 + b"\r\n<p>"), 20_000_000
    ),
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_warc_files_that_blow_up(tmp_path: Path, bomb: Callable[[], bytes]) -> None:
    """A record that would keep the reader busy is reported, and the records before and behind it are taken."""
    data = gzip.compress(story(1)) + bomb() + gzip.compress(story(3))
    made = read_quickly(tmp_path / "a.warc.gz", data)
    assert {url(1), url(3)} <= set(urls(made))
    assert made.rejected
    assert sum(len(rejected.data) for rejected in made.rejected) < 20_000_000


@pytest.mark.parametrize("filling", [EMPTY_MEMBER, b"\x1f\x8b\x08", b"\x1f\x8b\x08\0\0\0"])
def test_members_without_end(tmp_path: Path, filling: bytes) -> None:
    """Behind members without content, or what only looks like them, reading may end, which is then said."""
    data = gzip.compress(story(1)) + filling * 200_000
    made = read_quickly(tmp_path / "a.warc.gz", data)
    assert urls(made) == [url(1)]
    endings = ("isn't read further", "no record is found behind it", "is cut short")
    assert any(ending in made.reasons for ending in endings)


def test_gzip_members_that_hold_nothing(tmp_path: Path) -> None:
    """A gzip file of empty members, whose name doesn't tell what it is, is refused."""
    made = read_quickly(tmp_path / "page.html.gz", EMPTY_MEMBER * 300_000)
    assert "is gzip data" in made.reasons


@pytest.mark.parametrize("members", [1, 1_000])
def test_large_honest_files_are_read(tmp_path: Path, members: int) -> None:
    """Many short, repetitive documents are no bomb, in one gzip member or in many."""
    chance = random.Random(7)
    lines = [b'{"title": "Ferry %d runs again"}\n' % chance.randrange(1 << 40) for _ in range(100_000)]
    step = len(lines) // members
    data = b"".join(gzip.compress(b"".join(lines[start : start + step])) for start in range(0, len(lines), step))
    made = read_quickly(tmp_path / "a.jsonl.gz", data)
    assert (len(made.captures), made.rejected) == (len(lines), [])


def test_a_budget_is_not_saved_up() -> None:
    """However much has been read, a stream may not ask for more at once than any other."""
    budget = Budget()
    budget.earn(1 << 40)
    assert budget.affords(ADVANCE)
    assert not budget.affords(1)
    budget.earn(1 << 20)
    assert budget.affords(min(ADVANCE, RATIO << 20))
