"""A disk without room, as a limit on the size of files makes one."""

from pathlib import Path

import pytest

from archiver.log import Log

from .makers import child, make_capture, open_log, state_of, warc_files

ADD = """
import resource, signal, sys
from archiver.errors import ArchiveError
from archiver.log import Log
from tests.log.makers import make_capture
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
limit, file_size = int(sys.argv[2]), int(sys.argv[3])
with Log.open(sys.argv[1], file_size=file_size) as log:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    batch = [make_capture(" ".join(str(n * n) for n in range(start, start + 2_000)), key=f"k{start}") for start in range(30)]
    try:
        log.append(batch)
        print("stored")
    except ArchiveError as error:
        print(type(error).__name__, error)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    print(log.append([make_capture("small", key="small")])[0].position)
"""


@pytest.mark.parametrize(("limit", "file_size"), [(800, 1 << 30), (60_000, 1 << 30), (900, 1_000), (15_000, 20_000)])
def test_full_disk(tmp_path: Path, limit: int, file_size: int) -> None:
    """Where the disk is full nothing of the batch is stored, a message says what to do, and what was before stays."""
    with open_log(tmp_path) as log:
        log.append([make_capture("A"), make_capture("B", key="b")])
    before = state_of(tmp_path)
    files = [path.read_bytes() for path in warc_files(tmp_path)]
    with child(ADD, tmp_path, limit, file_size) as process:
        said, _ = process.communicate()
    refused, position = said.splitlines()
    assert refused.startswith("LogError Not all could be stored, what was stored before this stays: the disk is full")
    assert "MB are free at" in refused
    assert "are needed; make room there, then do this again" in refused
    assert position == "3"
    with Log.open(tmp_path) as log:
        assert log.notices == []
        assert list(log.verify()) == []
        assert list(log.heads())[:2] == before.heads
        assert log.last_position == 3
    kept = [path.read_bytes()[: len(data)] for path, data in zip(warc_files(tmp_path), files, strict=False)]
    assert kept == files


OPEN = """
import resource, signal, sys
from archiver.log import Log
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, resource.RLIM_INFINITY))
with Log.open(sys.argv[1]) as log:
    print(log.notices)
    print(len(list(log.heads())), log.read(1).key)
"""


def test_reading_on_a_full_disk(tmp_path: Path) -> None:
    """A log that was left with records to be taken in can be read where there is no room for that, and says so."""
    with open_log(tmp_path) as log:
        log.append([make_capture(key=f"k{number}") for number in range(50)])
    catalogue = (tmp_path / "log/catalogue.sqlite").read_bytes()
    with Log.open(tmp_path) as log:
        log.append([make_capture(key=f"more{number}") for number in range(500)])
    (tmp_path / "log/catalogue.sqlite").write_bytes(catalogue)
    with child(OPEN, tmp_path) as process:
        said, _ = process.communicate()
    notices, rest = said.splitlines()
    assert "The end of the log can't be checked: the disk is full" in notices
    assert rest == "50 k0"
    with Log.open(tmp_path) as log:
        assert log.counts().documents == 550
        assert list(log.verify()) == []
