"""The WARC files as other programs see them."""

import gzip
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType
from warcio.archiveiterator import ArchiveIterator as WarcioIterator

from archiver.document import Capture
from archiver.log import Log

from .makers import KEY, make_capture, open_log, warc_files

TYPES = ["warcinfo", "response", "resource", "revisit", "metadata", "metadata"]
EVIL = "x\r\nWARC-Type: warcinfo\r\n\r\nX-Injected: 1\n\x00\x1b[2J"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An archive with a record of each kind."""
    with open_log(tmp_path) as log:
        log.append([make_capture("A"), make_capture("B", key="file:///press/b.html", fetched=False)])
        log.append([make_capture("A", day=2)])
        log.withdraw(KEY, "the author asked")
        log.append([make_capture("C", key="https://quay.example/c")])
        log.purge("https://quay.example/c", "a court order")
    return tmp_path


def test_warcio_reads_every_record(home: Path) -> None:
    """Warcio reads all records, with digests that fit and pages as they were."""
    with warc_files(home)[0].open("rb") as stream:
        types, bodies = [], []
        for record in WarcioIterator(stream, check_digests="raise"):
            types.append(record.rec_type)
            bodies.append(record.content_stream().read())
            assert record.rec_headers.protocol == "WARC/1.1"
            assert record.rec_headers.get_header("WARC-Record-ID").startswith("<urn:uuid:")
    assert types == TYPES
    assert bodies[1] == make_capture("A").payload
    assert bodies[2] == make_capture("B").payload
    assert bodies[3] == b""


def test_fastwarc_reads_every_record(home: Path) -> None:
    """FastWARC reads all records, with digests that fit and pages as they were."""
    types, bodies = [], {}
    with warc_files(home)[0].open("rb") as stream:
        for record in ArchiveIterator(stream, parse_http=False):
            types.append(record.headers["WARC-Type"])
            assert record.verify_block_digest()
        stream.seek(0)
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response | WarcRecordType.resource):
            if record.record_type == WarcRecordType.response:  # FastWARC checks no payload but HTTP's
                assert record.verify_payload_digest()
            bodies[record.headers["WARC-Target-URI"]] = record.reader.read()
    assert types == TYPES
    assert bodies == {KEY: make_capture("A").payload, "file:///press/b.html": make_capture("B").payload}


def test_a_member_for_each_record(home: Path) -> None:
    """Each record is a gzip member of its own, so that a reader can begin at any of them."""
    data = warc_files(home)[0].read_bytes()
    with warc_files(home)[0].open("rb") as stream:
        starts = [record.stream_pos for record in ArchiveIterator(stream)]
    ends = [*starts[1:], len(data)]
    for start, end in zip(starts, ends, strict=True):
        assert gzip.decompress(data[start:end]).startswith(b"WARC/1.1\r\n")


def test_revisit_names_its_original(home: Path) -> None:
    """A revisit says in the standard's own terms which record holds its payload."""
    with warc_files(home)[0].open("rb") as stream:
        records = {record.rec_type: record.rec_headers for record in WarcioIterator(stream)}
    revisit, original = records["revisit"], records["response"]
    assert revisit.get_header("WARC-Profile").endswith("/revisit/identical-payload-digest")
    for ours, theirs in {
        "WARC-Refers-To": "WARC-Record-ID",
        "WARC-Refers-To-Target-URI": "WARC-Target-URI",
        "WARC-Refers-To-Date": "WARC-Date",
        "WARC-Payload-Digest": "WARC-Payload-Digest",
    }.items():
        assert revisit.get_header(ours) == original.get_header(theirs)


@pytest.mark.parametrize("fetched", [True, False])
def test_headers_cannot_be_injected(tmp_path: Path, fetched: bool) -> None:
    """Line breaks and control characters in what comes from outside stay inside of their header."""
    capture = Capture(
        payload=b"<p>page</p>",
        content_type=f"text/html; {EVIL}",
        url=f"https://evil.example/{EVIL}",
        key=f"https://evil.example/{EVIL}",
        headers=((f"X-{EVIL}", EVIL), ("Server", EVIL)) if fetched else (),
        source=EVIL,
    )
    with open_log(tmp_path) as log:
        log.append([capture])
        found = log.read(1)
        assert (found.url, found.key, found.source, found.content_type) == (
            capture.url,
            capture.key,
            capture.source,
            capture.content_type,
        )
        assert list(log.verify()) == []
    with warc_files(tmp_path)[0].open("rb") as stream:
        records = list(ArchiveIterator(stream, parse_http=False))
    assert len(records) == 2
    names = [name.lower() for name, _ in records[1].headers.items()]
    assert "x-injected" not in names
    assert names.count("warc-type") == 1
    with warc_files(tmp_path)[0].open("rb") as stream:
        for record in WarcioIterator(stream, check_digests="raise"):
            if record.rec_type == "response":
                assert [name for name, _ in record.http_headers.headers if name.lower() == "x-injected"] == []
            body = record.content_stream().read()
    assert body == b"<p>page</p>"


def test_addresses_are_ascii(tmp_path: Path) -> None:
    """Other programs see an address in another script percent-encoded, as the standard asks."""
    with open_log(tmp_path) as log:
        log.append([make_capture(key="https://пристань.example/новости?q=%D1%91&a=b c")])
    with warc_files(tmp_path)[0].open("rb") as stream:
        uris = [record.rec_headers.get_header("WARC-Target-URI") for record in WarcioIterator(stream)]
    assert uris[1] == (
        "https://%D0%BF%D1%80%D0%B8%D1%81%D1%82%D0%B0%D0%BD%D1%8C.example/"
        "%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8?q=%D1%91&a=b%20c"
    )


def test_first_record_says_what_wrote_the_file(tmp_path: Path) -> None:
    """Every file begins with a warcinfo record that names it, the program and the archive."""
    with open_log(tmp_path, file_size=500) as log:
        log.append([make_capture(key=f"k{number}") for number in range(5)])
        log_id = log.id
    assert len(warc_files(tmp_path)) > 1
    for path in warc_files(tmp_path):
        with path.open("rb") as stream:
            first = next(iter(WarcioIterator(stream)))
            assert first.rec_type == "warcinfo"
            assert first.rec_headers.get_header("WARC-Filename") == path.name
            assert f"isPartOf: {log_id}".encode() in first.content_stream().read()


def test_same_bytes_whoever_opens_it(home: Path) -> None:
    """Opening, reading and verifying an archive leaves its WARC files as they are."""
    before = [path.read_bytes() for path in warc_files(home)]
    with Log.open(home) as log:
        assert list(log.verify()) == []
    assert [path.read_bytes() for path in warc_files(home)] == before
