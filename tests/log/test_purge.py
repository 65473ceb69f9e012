"""Taking a document's bytes out of the log, whatever comes between."""

import gzip
import random
import shutil
import signal
from pathlib import Path

import msgspec
import pytest

from archiver.errors import LogError
from archiver.log import Event, Log

from .makers import KEY, State, child, make_capture, open_log, state_of, warc_files

SECRET = "The harbour master's private telephone number is 0199 555 023."
OTHERS = [f"https://harbour-gazette.example/{number}" for number in range(12)]


def has_bytes(home: Path, needle: bytes) -> bool:
    """Whether any file of the log holds these bytes, packed or not."""
    for path in (home / "log").iterdir():
        data = path.read_bytes()
        unpacked = gzip.decompress(data) if path.name.endswith(".warc.gz") else b""
        if needle in data or needle in unpacked:
            return True
    return False


def fill(log: Log) -> None:
    """Three captures of the document to be purged among those of others, in several files."""
    for number, key in enumerate(OTHERS):
        log.append([make_capture(f"ordinary {number}", key=key)])
        if number in {3, 4, 9}:
            log.append([make_capture(f"{SECRET} {number}", day=number)])
    log.append([make_capture(f"{SECRET} 9", day=20)])  # a revisit


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An archive in several files."""
    with open_log(tmp_path / "archive", file_size=1_500) as log:
        fill(log)
        assert len(warc_files(tmp_path / "archive")) > 3
    return tmp_path / "archive"


def test_bytes_are_gone(home: Path) -> None:
    """After a purge no file of the log holds the document's pages, headers or digests, and a record says why."""
    with Log.open(home) as log:
        digests = {row.digest for row in log._catalogue.captures(KEY) if row.digest}
        assert has_bytes(home, SECRET.encode())
        position = log.purge(KEY, "order 17/25 of the district court")
        assert log.head(KEY) is None
        assert log.captures(KEY) == []
        assert log.version(KEY) == position == 17
        assert not has_bytes(home, SECRET.encode())
        assert has_bytes(home, b"order 17/25 of the district court")
        assert len(digests) == 3
        assert not any(has_bytes(home, digest) for digest in digests)
        with pytest.raises(LogError, match="the capture 5 was purged"):
            log.read(5)
        assert [event for event in log.events() if event.key == KEY] == [Event(17, "purge", KEY)]
    assert not list((home / "log").glob("*.rewrite"))


def test_everything_else_stays(home: Path) -> None:
    """A purge changes no position, head or byte of any other document; verifying and rebuilding agree with it."""
    with Log.open(home) as log:
        before = {head: log.read(head.position) for head in log.heads() if head.key != KEY}
        log.purge(KEY)
        assert {head: log.read(head.position) for head in log.heads()} == before
        assert list(log.verify()) == []
        state = State(log)
    Log.rebuild(home)
    assert state_of(home) == state
    with Log.open(home) as log:
        assert list(log.verify()) == []
        assert log.append([make_capture(f"{SECRET} 3")]) == [(18, "returned")]
        assert log.purge(KEY) == 19


def test_purging_what_was_withdrawn(home: Path) -> None:
    """A withdrawn document can be purged, a purged one stays so, and of an unknown one the message says that."""
    with Log.open(home) as log:
        log.withdraw(KEY)
        position = log.purge(KEY)
        assert not has_bytes(home, SECRET.encode())
        assert log.purge(KEY) == position
        with pytest.raises(LogError, match="isn't in the archive"):
            log.purge("https://nobody.example/")


def test_reading_goes_on_while_another_purges(home: Path) -> None:
    """Whoever reads the log while a purge moves its records goes on reading the right ones."""
    with Log.open(home) as reader, Log.open(home) as log:
        heads = reader.heads()
        first = next(heads)
        row = reader._catalogue.row(log.head(OTHERS[11]).position)  # type: ignore[union-attr]
        log.purge(KEY)
        assert row
        assert row != reader._catalogue.row(row.position)  # it has moved
        assert reader.read(first.position).key == first.key
        for number, key in enumerate(OTHERS):
            head = reader.head(key)
            assert head
            assert reader.read(head.position).payload == make_capture(f"ordinary {number}").payload


FULL = """
import resource, signal, sys
from archiver.errors import LogError
from archiver.log import Log
from tests.log.makers import KEY
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
with Log.open(sys.argv[1]) as log:
    try:
        log.purge(KEY)
    except LogError as error:
        print(error)
"""


@pytest.fixture
def unfinished(tmp_path: Path) -> Path:
    """An archive with one large file, where a purge found the disk full when it came to rewrite it."""
    home = tmp_path / "archive"
    noise = random.Random(2).randbytes(400_000)
    with open_log(home) as log:
        target = msgspec.structs.replace(make_capture(), payload=SECRET.encode() + noise[:50_000])
        log.append([target, msgspec.structs.replace(make_capture(key="noise"), payload=noise)])
    with open_log(home, file_size=1) as log:
        log.append([make_capture("in a file of its own", key="end")])
    with child(FULL, home, 350_000) as process:
        said, _ = process.communicate()
    assert "its bytes are still there" in said
    assert "is full" in said
    return home


def test_purge_on_a_full_disk(unfinished: Path) -> None:
    """A purge that finds the disk full has withdrawn the document, says so, and is finished by the next to open it."""
    with Log.open(unfinished) as log:
        assert log.notices == ["a purge that was interrupted has been finished"]
        assert log.head(KEY) is None
        assert not has_bytes(unfinished, SECRET.encode())
        assert list(log.verify()) == []


def test_purge_again_on_a_full_disk(unfinished: Path) -> None:
    """Purging again what couldn't be purged for want of room says the same as long as there is none."""
    with child(FULL, unfinished, 350_000) as process:
        said, _ = process.communicate()
    assert "its bytes are still there" in said
    assert has_bytes(unfinished, SECRET.encode())
    with Log.open(unfinished) as log:
        log.purge(KEY)
        assert not has_bytes(unfinished, SECRET.encode())


def test_purge_cut_off_after_the_rename(unfinished: Path, tmp_path: Path) -> None:
    """A purge that was killed between rewriting a file and telling the catalogue is finished by the next to open it."""
    catalogue = (unfinished / "log/catalogue.sqlite").read_bytes()
    Log.open(unfinished).close()
    finished = state_of(unfinished)
    (unfinished / "log/catalogue.sqlite").write_bytes(catalogue)
    files = [path.read_bytes() for path in warc_files(unfinished)]
    with Log.open(unfinished) as log:
        assert log.notices == ["a purge that was interrupted has been finished"]
        assert State(log) == finished
        assert list(log.verify()) == []
    assert [path.read_bytes() for path in warc_files(unfinished)] == files


def test_purge_whose_record_only_the_file_knows(tmp_path: Path) -> None:
    """A purge that was killed before the catalogue knew of it is done by the next to open the archive."""
    home, twin = tmp_path / "archive", tmp_path / "twin"
    with open_log(home) as log:
        fill(log)
    shutil.copytree(home, twin)
    with Log.open(twin) as log:
        row = log._catalogue.row(log.purge(KEY))
        state = State(log)
    assert row
    assert row.place
    with warc_files(home)[0].open("ab") as file:
        file.write(warc_files(twin)[0].read_bytes()[row.place.offset :])
    with Log.open(home) as log:
        assert "1 whole record" in log.notices[0]
        assert log.notices[1:] == ["a purge that was interrupted has been finished"]
        assert State(log) == state
        assert list(log.verify()) == []
    assert not has_bytes(home, SECRET.encode())


def test_purge_without_catalogue(unfinished: Path) -> None:
    """Rebuilding a catalogue that was lost in the middle of a purge goes on with the purge."""
    Log.rebuild(unfinished)
    with Log.open(unfinished) as log:
        assert log.head(KEY) is None
        assert not has_bytes(unfinished, SECRET.encode())
        assert list(log.verify()) == []


PURGER = """
import sys
from archiver.log import Log
from tests.log.makers import make_capture
with Log.open(sys.argv[1], file_size=30_000) as log:
    for head in list(log.heads()):
        print(head.key, flush=True)
        log.purge(head.key)
        print("done", flush=True)
"""


def test_killed_while_purging(tmp_path: Path) -> None:
    """However often a purge is killed, what it had begun gets done, and every other document stays readable."""
    home = tmp_path / "archive"
    chance = random.Random(7)
    pages = {f"k{number:03}": chance.randbytes(2_000) for number in range(120)}
    with open_log(home, file_size=30_000) as log:
        log.append([msgspec.structs.replace(make_capture(key=key), payload=page) for key, page in pages.items()])
    for _ in range(8):
        with child(PURGER, home) as process:
            assert process.stdout
            for _ in range(chance.randrange(1, 8)):
                process.stdout.readline()
            process.send_signal(signal.SIGKILL)
            process.wait()
        with Log.open(home) as log:
            assert list(log.verify()) == []
            heads = {head.key: head.position for head in log.heads()}
            for key, position in heads.items():
                assert log.read(position).payload == pages[key]
            purged = {event.key for event in log.events() if event.kind == "purge"}
            assert purged | heads.keys() == pages.keys()
        data = b"".join(gzip.decompress(path.read_bytes()) for path in warc_files(home))
        assert not any(pages[key] in data for key in purged)
    assert purged
