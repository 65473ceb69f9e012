"""What is left of a log after a kill or a power loss, and what opening it makes of that."""

import random
import shutil
import signal
from pathlib import Path

import pytest

from archiver.document import Capture
from archiver.log import Log

from .makers import KEY, State, child, make_capture, open_log, state_of, warc_files


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An archive of three captures, the last of them alone in its batch."""
    home = tmp_path / "archive"
    with open_log(home) as log:
        log.append([make_capture("A"), make_capture("B", day=2)])
    return home


def append_without_catalogue(home: Path, *captures: Capture, file_size: int = 1 << 30) -> None:
    """Append, then put back the catalogue as it was: what a kill between the file and the catalogue leaves."""
    catalogue = home / "log/catalogue.sqlite"
    kept = catalogue.read_bytes()
    with Log.open(home, file_size=file_size) as log:
        log.append(captures)
    catalogue.write_bytes(kept)


def test_torn_at_any_byte(home: Path) -> None:
    """A last record that ends too early, wherever, is cut off with a message, and nothing before it is lost."""
    path = warc_files(home)[0]
    before = state_of(home)
    size = path.stat().st_size
    append_without_catalogue(home, make_capture("C", day=3))
    whole = path.read_bytes()
    catalogue = (home / "log/catalogue.sqlite").read_bytes()
    for length in [
        *range(size + 1, size + 30),
        *range(size + 30, len(whole) - 30, 9),
        *range(len(whole) - 30, len(whole)),
    ]:
        path.write_bytes(whole[:length])
        (home / "log/catalogue.sqlite").write_bytes(catalogue)
        with Log.open(home) as log:
            [notice] = log.notices
            assert path.name in notice
            assert f"from offset {size}, was torn; its {length - size} bytes were cut off" in notice
            assert State(log) == before
        assert path.stat().st_size == size
    with Log.open(home) as log:
        assert log.append([make_capture("C", day=3)]) == [(3, "added")]
        assert list(log.verify()) == []
    assert path.stat().st_size == len(whole)


@pytest.mark.parametrize("rest", [b"\0" * 5_000, b"\x1f", b"\x1f\x8b\x08" * 99, b"WARC/1.1\r\n"])
def test_rubbish_at_the_end(home: Path, rest: bytes) -> None:
    """Bytes at the end that never were a record, as a power loss leaves them, are cut off."""
    path = warc_files(home)[0]
    whole = path.read_bytes()
    path.write_bytes(whole + rest)
    with Log.open(home) as log:
        assert len(log.notices) == 1
        assert list(log.verify()) == []
    assert path.read_bytes() == whole


def test_whole_record_is_adopted(home: Path) -> None:
    """A whole record that the catalogue lacks is taken in, with a message, as if it had been acknowledged."""
    append_without_catalogue(home, make_capture("C", day=3), make_capture("D", key="k", fetched=False))
    with Log.open(home) as log:
        [notice] = log.notices
        assert "2 whole records" in notice
        head = log.head(KEY)
        assert head
        assert (head.position, log.last_position) == (3, 4)
        assert log.read(3).payload == make_capture("C").payload
        assert log.append([make_capture("C", day=3)]) == [(None, "unchanged")]
        assert list(log.verify()) == []
    with Log.open(home) as log:
        assert log.notices == []


def test_withdrawal_is_adopted(home: Path) -> None:
    """A withdrawal that only the WARC file knows is one."""
    catalogue = home / "log/catalogue.sqlite"
    kept = catalogue.read_bytes()
    with Log.open(home) as log:
        log.withdraw(KEY)
    catalogue.write_bytes(kept)
    with Log.open(home) as log:
        assert log.head(KEY) is None
        assert log.version(KEY) == 3


@pytest.mark.parametrize("file_size", [1, 700])
def test_new_file_is_adopted(home: Path, file_size: int) -> None:
    """A file that was begun before the kill is taken in; torn in its first record, it is removed."""
    captures = [make_capture("C", key=f"k{number}") for number in range(4)]
    append_without_catalogue(home, *captures, file_size=file_size)
    paths = warc_files(home)
    assert len(paths) > 2
    last = paths[-1].read_bytes()
    paths[-1].write_bytes(last[:20])
    with Log.open(home, file_size=file_size) as log:
        assert any("torn" in notice for notice in log.notices)
        assert warc_files(home) == paths[:-1]
        log.append(captures)
        assert log.counts().documents == 5
        assert list(log.verify()) == []


def test_a_file_that_was_only_begun(home: Path) -> None:
    """A writer that is stopped between beginning a file and writing to it leaves nothing that is in anybody's way."""
    last = warc_files(home)[-1]
    begun = last.with_name(last.name.replace("000001", "000002"))
    begun.touch()
    assert begun != last
    with open_log(home, file_size=1) as log:
        log.append([make_capture("The ferry stays in harbour.")])
        assert list(log.verify()) == []


def test_damage_between_whole_records(home: Path) -> None:
    """Damage that isn't at the end is left alone and told of, the whole record behind it is taken in."""
    path = warc_files(home)[0]
    size = path.stat().st_size
    append_without_catalogue(home, make_capture("C", day=3), make_capture("D", key="k"))
    data = bytearray(path.read_bytes())
    data[size + 60] ^= 0xFF
    path.write_bytes(data)
    with Log.open(home) as log:
        assert "are no whole record" in log.notices[0]
        assert log.read(4).key == "k"
        assert path.read_bytes() == data
        log.append([make_capture("E", key="e")])
        assert len(warc_files(home)) == 2  # nothing is written behind the damage: other tools stop reading there
        assert any("positions from 3 to 3" in problem for problem in log.verify())


def test_a_page_cannot_pass_for_the_log(tmp_path: Path) -> None:
    """A page that holds a WARC record of its own isn't taken for the log where the record that holds it is damaged."""
    noise = random.Random(1).randbytes(200_000)  # doesn't shrink, so gzip stores it, and what it holds, as it is
    with open_log(tmp_path / "other") as log:
        log.append([Capture(payload=noise, content_type="text/html", key="forged")])
    forged = warc_files(tmp_path / "other")[0].read_bytes()
    home = tmp_path / "archive"
    with open_log(home) as log:
        log.append([make_capture("A")])
    page = Capture(payload=noise + forged + noise, content_type="text/html", key="page")
    append_without_catalogue(home, page, make_capture("B", key="b"))
    path = warc_files(home)[0]
    data = bytearray(path.read_bytes())
    at = data.index(forged[-20:])
    data[at - len(forged) - 1_000] ^= 0xFF
    path.write_bytes(data)
    with Log.open(home) as log:
        assert [event.key for event in log.events()] == [KEY, "b"]


def test_shorter_than_the_catalogue_says(home: Path) -> None:
    """A file that lost acknowledged bytes is told of, the rest stays readable, and new captures go to a new file."""
    path = warc_files(home)[0]
    path.write_bytes(path.read_bytes()[:-10])
    with Log.open(home) as log:
        assert "is lost unless you have a copy" in log.notices[0]
        assert log.read(1).payload == make_capture("A").payload
        log.append([make_capture("C", key="c")])
        assert len(warc_files(home)) == 2
        [problem] = log.verify()
        assert "with 1 record(s) of the positions 2" in problem
    with Log.open(home) as log:
        assert log.notices == []
        assert log.read(3).key == "c"


WRITER = """
import sys
from tests.log.makers import make_capture, open_log
home, start = sys.argv[1], int(sys.argv[2])
with open_log(home, file_size=20_000) as log:
    number = start
    while True:
        batch = [make_capture(str(n) * 300, key=f"k{n}") for n in range(number, number + 5)]
        done = log.append(batch)
        print(" ".join(str(each.position) + ":" + capture.key for each, capture in zip(done, batch)), flush=True)
        if number % 3 == 0:
            print("-" + str(log.withdraw(f"k{number}")) + ":" + f"k{number}", flush=True)
        if number % 4 == 0:
            print("-" + str(log.purge(f"k{number + 1}")) + ":" + f"k{number + 1}", flush=True)
        number += 5
"""


def test_killed_at_random_moments(tmp_path: Path) -> None:
    """A writer killed at any moment, many times, loses nothing that it had acknowledged; the log always opens, whole."""
    chance = random.Random(20250902)
    home = tmp_path / "archive"
    open_log(home).close()
    live: dict[str, int] = {}
    gone: set[str] = set()
    for turn in range(12):
        with child(WRITER, home, turn * 10_000) as process:
            assert process.stdout
            lines = [process.stdout.readline() for _ in range(chance.randrange(1, 12))]
            process.send_signal(signal.SIGKILL)
            lines += process.stdout.read().splitlines()
        for word in " ".join(line for line in lines if line).split():
            position, key = word.lstrip("-").split(":")
            if word.startswith("-"):
                live.pop(key, None)
                gone.add(key)
            else:
                live[key] = int(position)
        with Log.open(home) as log:
            assert list(log.verify()) == []
            heads = {head.key for head in log.heads()}
            assert not gone & heads
            # Cut off before it was acknowledged, a withdrawal may have happened or not; nothing else takes one out.
            cut_off = live.keys() - heads
            assert len(cut_off) <= 1
            for key in cut_off:
                assert log.version(key) > live.pop(key)
            for key, stored in live.items():
                assert log.read(stored).payload == make_capture(key[1:] * 300).payload
        before = state_of(home)
        Log.rebuild(home)
        assert state_of(home) == before


def test_opening_reads_only_the_end(tmp_path: Path) -> None:
    """Opening looks only at what the catalogue doesn't know: damage before that is for verifying to find."""
    with open_log(tmp_path, file_size=3_000) as log:
        log.append([make_capture(key=f"k{number}") for number in range(40)])
    for path in warc_files(tmp_path)[:-1]:
        path.write_bytes(b"\0" * path.stat().st_size)
    with Log.open(tmp_path) as log:
        assert log.notices == []
        assert list(log.verify())


def test_a_copied_folder_is_the_same_archive(home: Path, tmp_path: Path) -> None:
    """An archive's folder can be copied and opened elsewhere."""
    shutil.copytree(home, tmp_path / "copy")
    assert state_of(tmp_path / "copy") == state_of(home)
