"""WARC files: pages are taken, damage is reported where it is, and everything around it is kept."""

import base64
import datetime as dt
import gzip
import hashlib
import io
import random
import zlib
from pathlib import Path

import pytest
from fastwarc.stream_io import BrotliWriter, ZstdWriter
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from archiver.document import DOCUMENT_TYPE, Capture
from archiver.log.records import Entry, build_capture, build_removal, build_warcinfo, microseconds

from .reading import NOW, Read, read

HTML_HEADERS = [("Content-Type", "text/html; charset=iso-8859-1"), ("Set-Cookie", "id=1"), ("Server", "example")]


def page(number: int) -> bytes:
    """A small page that is like no other."""
    return f"<!doctype html><html><title>Story {number}</title><p>{number} ferries run again.".encode()


def url(number: int) -> str:
    """The address of that page."""
    return f"https://news.example/{number}"


def record(block: bytes, kind: str = "response", **headers: str) -> bytes:
    """A WARC record made by hand, so that it can be wrong; `_` in a header's name stands for `-`."""
    fields = {
        "WARC_Type": kind,
        "WARC_Date": "2019-05-06T07:08:09Z",
        "WARC_Target_URI": url(1),
        "Content_Type": "application/http; msgtype=response" if kind == "response" else "text/html",
        "Content_Length": str(len(block)),
        **headers,
    }
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in fields.items())
    return b"WARC/1.1\r\n" + head.encode() + b"\r\n" + block + b"\r\n\r\n"


def response(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    """An HTTP response with this body."""
    fields = {"Content_Type": "text/html", **headers}
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in fields.items() if value)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def story(number: int) -> bytes:
    """A whole record with that page."""
    return record(response(page(number)), WARC_Target_URI=url(number))


def read_bytes(tmp_path: Path, data: bytes, name: str = "a.warc", **options: object) -> Read:
    """What a WARC file with these bytes gives."""
    (tmp_path / name).write_bytes(data)
    return read(tmp_path / name, **options)


def urls(made: Read) -> list[str | None]:
    """The addresses of the captures."""
    return [capture.url for capture in made.captures]


@pytest.mark.parametrize("compressed", [True, False])
def test_pages_of_another_tool(tmp_path: Path, *, compressed: bool) -> None:
    """Of a crawler's file the pages are taken, with address, time, headers and bytes, and nothing else."""
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=compressed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "warcio"}))

    def write(number: int, kind: str, status: str, headers: list[tuple[str, str]], body: bytes) -> None:
        http = StatusAndHeaders(status, headers, protocol="HTTP/1.1") if kind in ("response", "revisit") else None
        made = writer.create_warc_record(
            url(number),
            kind,
            payload=io.BytesIO(body),
            http_headers=http,
            warc_content_type="text/html" if kind == "resource" else "",
            warc_headers_dict={"WARC-Date": "2019-05-06T07:08:09Z"},
        )
        writer.write_record(made)
        made.raw_stream.close()

    write(1, "response", "200 OK", HTML_HEADERS, page(1))
    write(2, "response", "302 Found", [*HTML_HEADERS, ("Location", "/1")], b"<html>Moved")
    write(3, "response", "200 OK", [("Content-Type", "image/png")], b"\x89PNG\r\n")
    write(4, "metadata", "", [], b"x")
    write(5, "resource", "", [], page(5))
    write(6, "response", "404 Not Found", HTML_HEADERS, b"<html>Not here")
    write(7, "response", "200 OK", [], page(7))
    made = read_bytes(tmp_path, stream.getvalue(), "a.warc.gz" if compressed else "a.warc")
    assert made.rejected == []
    assert urls(made) == [url(1), url(5), url(7)]
    first, resource, untyped = made.captures
    assert first == Capture(
        payload=page(1),
        content_type="text/html; charset=iso-8859-1",
        url=url(1),
        key=url(1),
        captured_at=dt.datetime(2019, 5, 6, 7, 8, 9, tzinfo=dt.UTC),
        captured_exactly=True,
        headers=(("Content-Type", "text/html; charset=iso-8859-1"), ("Server", "example")),
        source=first.source,
    )
    assert first.source.endswith(", record 2")
    assert (resource.payload, resource.content_type, resource.headers) == (page(5), "text/html", ())
    assert untyped.content_type == "text/html"


def test_records_of_an_archive_come_back(tmp_path: Path) -> None:
    """What an archive of this kind stored comes back as it was: type, key and time, text and fields too."""
    at = dt.datetime(2025, 9, 2, 14, 49, tzinfo=dt.UTC)
    stored = [
        Capture(
            payload=b"Ferry runs",
            content_type="text/plain",
            key="file:///a.txt",
            captured_at=at,
            captured_exactly=False,
        ),
        Capture(payload=b"{}", content_type=DOCUMENT_TYPE, key="k\n", captured_at=at),
        Capture(
            payload=page(1), content_type="text/html", url=url(1), key=url(1), captured_at=at, headers=(("A", "b"),)
        ),
    ]
    log_id = "0123456789abcdef0123456789abcdef"
    data = build_warcinfo(log_id, "a.warc.gz", 0, "test")
    for position, capture in enumerate(stored, 1):
        digest = hashlib.sha256(capture.payload).digest()
        entry = Entry(position, "capture", capture.key, microseconds(at), capture.captured_exactly, digest)
        data += build_capture(log_id, entry, capture, 0)
    data += build_removal(log_id, Entry(4, "withdrawal", "gone"), "asked", 0)
    made = read_bytes(tmp_path, data, "a.warc.gz")
    assert made.rejected == []
    for was, now in zip(stored, made.captures, strict=True):
        assert (
            now.payload,
            now.content_type,
            now.url,
            now.key,
            now.captured_at,
            now.captured_exactly,
            now.headers,
        ) == ((was.payload, was.content_type, was.url, was.key, was.captured_at, was.captured_exactly, was.headers))
        assert now.position is None


def _brotli(body: bytes) -> bytes:
    stream = io.BytesIO()
    with BrotliWriter(stream) as writer:
        writer.write(body)
    return stream.getvalue()


def _zstd(body: bytes) -> bytes:
    stream = io.BytesIO()
    with ZstdWriter(stream) as writer:
        writer.write(body)
    return stream.getvalue()


def _chunked(body: bytes) -> bytes:
    return b"5;x=y\r\n" + body[:5] + b"\r\n" + f"{len(body) - 5:X}\r\n".encode() + body[5:] + b"\r\n0\r\n\r\n"


def _bare(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(page(1)), {"Content_Encoding": "gzip"}),
        (gzip.compress(page(1)[:9]) + gzip.compress(page(1)[9:]), {"Content_Encoding": "x-gzip"}),
        (zlib.compress(page(1)), {"Content_Encoding": "deflate"}),
        (_bare(page(1)), {"Content_Encoding": "Deflate"}),
        (_brotli(page(1)), {"Content_Encoding": "br"}),
        (_zstd(page(1)), {"Content_Encoding": "zstd"}),
        (gzip.compress(gzip.compress(page(1))), {"Content_Encoding": "gzip, gzip"}),
        (_chunked(page(1)), {"Transfer_Encoding": "chunked"}),
        (_chunked(gzip.compress(page(1))), {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}),
        (page(1), {"Transfer_Encoding": "chunked", "Content_Encoding": "br"}),  # unpacked by the crawler
        (page(1), {"Content_Encoding": "identity"}),
    ],
)
def test_bodies_are_decoded(tmp_path: Path, body: bytes, headers: dict[str, str]) -> None:
    """A compressed or chunked body is stored as the page that a reader saw."""
    made = read_bytes(tmp_path, record(response(body, **headers)))
    assert [capture.payload for capture in made.captures] == [page(1)]


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        (response(gzip.compress(page(1))[:-9], Content_Encoding="gzip"), "compressed body that ends in the middle"),
        (response(b"\x1f\x8b\x08\0\0\0\0\0\0\0\xff\xff", Content_Encoding="gzip"), "compressed body that is damaged"),
        (response(b"\xff\xff\xff", Content_Encoding="br"), "(br) is damaged"),
        (response(b"\xff\xff\xff", Content_Encoding="lzma"), "can't be read (lzma)"),
        (response(b"x", Content_Encoding="gzip, gzip, gzip, gzip"), "encoded 4 times over"),
        (response(b"4\r\nabcd\r\nFF\r\nabc", Transfer_Encoding="chunked"), "in the middle of a chunk"),
        (response(b"4\r\nabcd\r\nxyz\r\n", Transfer_Encoding="chunked"), "chunks are damaged"),
        (response(gzip.compress(b"\0" * 5_000_000), Content_Encoding="gzip"), "is larger than the 1 MB"),
        (response(_brotli(b"\0" * 5_000_000), Content_Encoding="br"), "is larger than the 1 MB"),
        (response(b"<p>" + b"x" * 2_000_000), "has 2 MB, more than the 1 MB"),
        (response(b""), "is empty"),
        (response(b"%PDF-1.7"), "says that it is HTML and is a PDF file"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", "headers don't end"),
    ],
)
def test_a_bad_body_is_refused_alone(tmp_path: Path, block: bytes, reason: str) -> None:
    """A body that is damaged, empty or blows up is refused with its record, and its neighbours are taken."""
    data = story(1) + record(block, WARC_Target_URI=url(2)) + story(3)
    for compressed in (data, gzip.compress(data)):
        made = read_bytes(tmp_path, compressed, max_bytes=1_000_000)
        assert urls(made) == [url(1), url(3)]
        assert reason in made.reasons
        assert "a.warc, record 2: " in made.reasons


def test_large_records_of_other_types_are_passed_over(tmp_path: Path) -> None:
    """A video of any size is no reason to complain, nor to be held in memory."""
    data = story(1) + record(response(b"x" * 2_000_000, Content_Type="video/mp4")) + story(3)
    made = read_bytes(tmp_path, data, max_bytes=1_000_000)
    assert urls(made) == [url(1), url(3)]
    assert made.rejected == []


BROKEN = {
    "a head that isn't one": b"GARBAGE/1.1\r\nx\r\n\r\n" + page(2) + b"\r\n\r\n",
    "no length": record(response(page(2)), Content_Length="many"),
    "a length that is too small": record(response(page(2)), Content_Length="30"),
    "a length that is a little too large": record(response(page(2)), Content_Length="150"),
    "a length far beyond the file": record(response(page(2)), Content_Length="123456789012345"),
    "a wrong digest": record(response(page(2)), WARC_Block_Digest="sha1:" + base64.b32encode(b"x" * 20).decode()),
    "a wrong digest in hexadecimal": record(response(page(2)), WARC_Block_Digest="sha256:" + "0" * 64),
    "no address": record(response(page(2)), WARC_Target_URI=""),
    "headers without an end": b"WARC/1.0\r\n" + b"X-Pad: y\r\n" * 9000 + page(2) + b"\r\n\r\n",
    "a cut block": record(response(page(2)))[:-60] + b"\r\n\r\n",
}


@pytest.mark.parametrize("form", ["plain", "a member a record", "one member", "members cut anywhere"])
@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_broken_record_in_the_middle(tmp_path: Path, broken: bytes, form: str) -> None:
    """A broken record is reported with its number and kept aside, and all records around it are taken."""
    parts = [story(1), broken, story(3), story(4)]
    data = b"".join(parts)
    match form:
        case "a member a record":
            data = b"".join(gzip.compress(part) for part in parts)
        case "one member":
            data = gzip.compress(data)
        case "members cut anywhere":
            data = b"".join(gzip.compress(data[start : start + 100]) for start in range(0, len(data), 100))
    made = read_bytes(tmp_path, data)
    assert urls(made) == [url(1), url(3), url(4)]
    (rejected,) = made.rejected
    assert rejected.source.endswith("a.warc, record 2")
    assert rejected.data
    assert len(rejected.data) <= 1 << 20


def test_a_damaged_member_in_the_middle(tmp_path: Path) -> None:
    """A compressed record with damaged bytes is reported, wherever in it they are, and its neighbours are taken."""
    members = [gzip.compress(story(number)) for number in range(1, 5)]
    for place in range(len(members[1])):
        damaged = bytearray(members[1])
        damaged[place] ^= 0xFF
        made = read_bytes(tmp_path, members[0] + bytes(damaged) + members[2] + members[3])
        # A flag, the time and the system that gzip's head names don't matter to anyone.
        assert urls(made) in ([url(1), url(3), url(4)], [url(1), url(2), url(3), url(4)]), place
        assert bool(made.rejected) == (len(made.captures) == 3), place


@pytest.mark.parametrize("compressed", [True, False])
def test_a_truncated_file(tmp_path: Path, *, compressed: bool) -> None:
    """Of a file that was cut short anywhere, all whole records are kept, and the torn one is reported as such."""
    parts = [story(number) for number in range(1, 4)]
    if compressed:
        parts = [gzip.compress(part) for part in parts]
    start = len(parts[0] + parts[1])
    for end in range(start + 1, start + len(parts[2]) - 4):
        made = read_bytes(tmp_path, b"".join(parts)[:end])
        assert urls(made) == [url(1), url(2)]
        assert "a.warc, record 3: " in made.reasons
        if end > start + 9:
            assert "was a download cut short?" in made.reasons


def test_any_damage_is_survived(tmp_path: Path) -> None:
    """Whatever bytes are changed, lost or added, reading goes on, and most records are still taken."""
    chance = random.Random(7)
    for form in (bytes, gzip.compress):
        whole = [form(story(number)) for number in range(1, 21)]
        for _ in range(60):
            parts = list(whole)
            hurt = chance.randrange(20)
            part = bytearray(parts[hurt])
            start = chance.randrange(len(part) - 4)
            end = min(len(part) - 4, start + chance.randrange(1, 40))
            part[start:end] = chance.randbytes(chance.randrange(40))
            parts[hurt] = bytes(part)
            made = read_bytes(tmp_path, b"".join(parts))
            others = {url(number) for number in range(1, 21)} - {url(hurt + 1)}
            assert others <= set(urls(made)), (form, hurt, start, end)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"\r\n\r\n", "is empty"),
        (b"This is no WARC file.\n" * 99, "record 1: is broken: it doesn't begin as a WARC record does"),
        (gzip.compress(b"This is no WARC file."), "record 1: is broken: it doesn't begin as a WARC record does"),
        (record(b"x", "metadata"), "has no HTML page in its 1 records"),
        (gzip.compress(story(1))[:5], "record 1: is cut short"),
        (record(response(b"x"), Archive_Event="capture"), "claims to be an archive's record"),
    ],
)
def test_a_file_without_pages_says_so(tmp_path: Path, data: bytes, reason: str) -> None:
    """A file that is empty, foreign or holds no page is refused with what it is."""
    made = read_bytes(tmp_path, data)
    assert made.captures == []
    assert reason in made.reasons


def test_what_follows_the_last_member(tmp_path: Path) -> None:
    """Padding behind the last record is passed over; anything else is reported, and the records are kept."""
    data = gzip.compress(story(1))
    assert read_bytes(tmp_path, data + b"\0" * 512).rejected == []
    made = read_bytes(tmp_path, data + b"<html>")
    assert urls(made) == [url(1)]
    assert "what follows a gzip member isn't another one" in made.reasons


@pytest.mark.parametrize("date", ["yesterday", "", "0001-01-01T00:00:00+14:00"])
def test_a_date_that_is_none(tmp_path: Path, date: str) -> None:
    """A record whose date can't be read is captured not later than now."""
    made = read_bytes(tmp_path, record(response(page(1)), WARC_Date=date))
    assert [(capture.captured_at, capture.captured_exactly) for capture in made.captures] == [(NOW, False)]


def test_addresses_in_brackets(tmp_path: Path) -> None:
    """The brackets that some tools write around an address are no part of it."""
    made = read_bytes(tmp_path, record(response(page(1)), WARC_Target_URI=f"<{url(1)}>"))
    assert urls(made) == [url(1)]
