"""WARC files: the records of the log, byte for byte."""

from __future__ import annotations

import gzip
import io
import json
import os
import re
from typing import TYPE_CHECKING

import msgspec
import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType
from warcio import archiveiterator

from archiver import Archive
from archiver.document import FeedEntry
from archiver.engine import Upsert
from tests.engines.articles import article
from tests.export.test_exporting import stop_at, whole
from tests.test_archive import capture

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

URLS = [f"https://lindmouth-post.example/{name}" for name in ("ferry", "harbour", "fares")]


@pytest.fixture
def archive(home: Path) -> Iterator[Archive]:
    """An archive of three articles, one of them captured three times, and of a revisit; one is withdrawn."""
    with Archive.open(str(home), create=True) as archive:
        archive.add_captures(
            [
                *(capture(f"Ferry returns {year}", URLS[0], year) for year in (2023, 2025, 2024)),
                capture("Harbour opens", URLS[1]),
                msgspec.structs.replace(capture("Fares rise", URLS[2]), headers=(("X-Server", "a"),)),
                msgspec.structs.replace(capture("Fares rise", URLS[2], 2026), headers=(("X-Server", "b"),)),
                capture("Nothing of this", "https://lindmouth-post.example/gone"),
            ]
        )
        archive.remove("https://lindmouth-post.example/gone")
        yield archive


def members(data: bytes) -> list[bytes]:
    """The gzip members of a file, each as it stands there."""
    found = [record.stream_pos for record in ArchiveIterator(io.BytesIO(data))]
    return [data[start:end] for start, end in zip(found, [*found[1:], len(data)], strict=True)]


def test_the_last_capture_of_each_article(archive: Archive) -> None:
    """A file has a record that says what was asked, then the last capture of each article as it stands in the log."""
    data = whole(archive, "warc", "ferry OR fares")
    info, *records = members(data)
    block = gzip.decompress(info).decode()
    assert "WARC-Type: warcinfo" in block
    assert 'description: "the captures of the articles that this finds: ferry OR fares"' in block
    stored = b"".join(file.read_bytes() for file in archive.log.folder.glob("*.warc.gz"))
    assert len(records) == archive.search("ferry OR fares").total
    assert all(record in stored for record in records)
    payloads = [record.content_stream().read() for record in archiveiterator.ArchiveIterator(io.BytesIO(data))]
    assert any(b"Ferry returns 2025" in payload for payload in payloads)
    assert not any(b"Ferry returns 2024" in payload or b"Nothing" in payload for payload in payloads)


def test_all_captures(archive: Archive) -> None:
    """With all captures the earlier ones and the revisits are there, too; what was withdrawn isn't."""
    stream = io.BytesIO()
    done = archive.export_to(stream, "warc", all_captures=True)
    assert done.written == 3
    records = [
        (str(record.headers["WARC-Target-URI"]), record.record_type)
        for record in ArchiveIterator(io.BytesIO(stream.getvalue()), verify_digests=True)
        if record.record_type != WarcRecordType.warcinfo
    ]
    assert sorted(url for url, _ in records) == sorted([URLS[0]] * 3 + [URLS[1]] + [URLS[2]] * 2)
    assert [kind for _, kind in records].count(WarcRecordType.revisit) == 1
    assert b"Nothing" not in gzip.decompress(stream.getvalue())


def test_it_makes_the_same_archive(archive: Archive, tmp_path: Path) -> None:
    """What is exported can be added to an empty archive, and gives the same articles there."""
    archive.export_to(tmp_path / "a.warc.gz", "warc")
    with Archive.open(str(tmp_path / "other"), create=True) as other:
        report = other.add(str(tmp_path / "a.warc.gz"))
        assert (report.stored, list(report.rejected)) == (3, [])
        one, two = ([json.loads(line) for line in each.export()] for each in (archive, other))
    for row in (*one, *two):
        row["captures"] = []
    assert one == two


def test_a_file_that_ends_in_warc_is_not_compressed(archive: Archive, tmp_path: Path) -> None:
    """`a.warc` holds the records of `a.warc.gz` unpacked, as other programs read them, and can be added, too."""
    for name in ("a.warc", "a.warc.gz"):
        archive.export_to(tmp_path / name, "warc")
    plain, packed = ((tmp_path / name).read_bytes() for name in ("a.warc", "a.warc.gz"))
    assert plain.startswith(b"WARC/1.")
    read = [
        [
            (record.record_type, record.headers["WARC-Record-ID"], record.reader.read())
            for record in ArchiveIterator(io.BytesIO(data), verify_digests=True)
        ]
        for data in (plain, packed)
    ]
    assert len(read[0]) == 4
    assert read[0][1:] == read[1][1:]
    assert len([*archiveiterator.ArchiveIterator(io.BytesIO(plain))]) == 4
    with Archive.open(str(tmp_path / "other"), create=True) as other:
        assert other.add(str(tmp_path / "a.warc")).stored == 3


def test_it_goes_on(archive: Archive, tmp_path: Path) -> None:
    """A file that was stopped has all records in the end, and says when it was begun."""
    target = tmp_path / "a.warc.gz"
    with pytest.raises(KeyboardInterrupt):
        archive.export_to(target, "warc", progress=stop_at(2))
    begun = (tmp_path / "a.warc.gz.partial").read_bytes()
    assert archive.export_to(target, "warc").resumed == 2
    assert target.read_bytes().startswith(begun)
    assert len(members(target.read_bytes())) == 4
    assert members(target.read_bytes())[1:] == members(whole(archive, "warc"))[1:]


def test_captures_of_other_archives_are_reported(archive: Archive, tmp_path: Path) -> None:
    """An article whose captures are in another archive's log is named and counted; the others are written."""
    name = archive.engine.generations()[-1].name
    stranger = article("https://elsewhere.example/a", "Ferry elsewhere", "The ferry sails elsewhere.")
    with archive.engine.open_writer(name, timeout=1) as writer:
        writer.write([Upsert(stranger, 1)])
        writer.commit({"other": 1})
    archive._close_reader()
    done = archive.export_to(tmp_path / "a.warc.gz", "warc")
    assert (done.total, done.written, done.left_out) == (4, 3, 1)
    [(found, reason)] = done.reasons
    assert found == stranger.id
    assert "another" in reason


def test_a_damaged_record_is_reported(archive: Archive, tmp_path: Path) -> None:
    """A record that isn't what was stored is named and counted; the others are written."""
    position = archive.log.head(URLS[1]).position  # type: ignore[union-attr]
    packed = archive.log.read_packed(position)
    [file] = archive.log.folder.glob("*.warc.gz")
    data = file.read_bytes()
    place = data.index(packed) + len(packed) // 2
    file.write_bytes(data[:place] + bytes([data[place] ^ 255]) + data[place + 1 :])
    done = archive.export_to(tmp_path / "a.warc.gz", "warc")
    assert (done.written, done.left_out) == (2, 1)
    assert len(members((tmp_path / "a.warc.gz").read_bytes())) == 3
    assert os.path.exists(tmp_path / "a.warc.gz")


def test_what_a_feed_said_travels(archive: Archive, tmp_path: Path) -> None:
    """What a feed said of a page is in the file, and in the archive that takes it in."""
    entry = FeedEntry(feed="https://lindmouth-post.example/rss", url=URLS[1], published="Mon, 02 Jun 2025 08:00:00 GMT")
    archive.add_captures([msgspec.structs.replace(capture("Harbour opens wide", URLS[1], 2026), entry=entry)])
    (tmp_path / "some.warc.gz").write_bytes(whole(archive, "warc", "wide"))
    with Archive.open(str(tmp_path / "other"), create=True) as other:
        other.add(str(tmp_path / "some.warc.gz"))
        found = other.get(URLS[1])
        assert found.published is not None
        assert "feed" in [evidence.source for evidence in found.published.evidence]


@pytest.mark.parametrize("forged", [b"{", b"[1]", b'{"feed": 7, "url": []}', b"[" * 30_000])
def test_a_forged_entry_loses_no_page(archive: Archive, tmp_path: Path, forged: bytes) -> None:
    """A record in which something else stands where a feed's words should be is a page all the same."""
    entry = FeedEntry(feed="https://lindmouth-post.example/rss", url=URLS[1])
    archive.add_captures([msgspec.structs.replace(capture("Harbour opens wide", URLS[1], 2026), entry=entry)])
    record = gzip.decompress(whole(archive, "warc", "wide"))
    (tmp_path / "forged.warc").write_bytes(
        re.sub(rb"(Archive-Feed-Entry: )[^\r]+", lambda match: match[1] + forged, record)
    )
    with Archive.open(str(tmp_path / "other"), create=True) as other:
        assert other.add(str(tmp_path / "forged.warc")).stored == 1
        assert other.get(URLS[1]).title == "Harbour opens wide"
