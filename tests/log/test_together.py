"""Several processes at work on one log."""

from pathlib import Path

import pytest

from archiver.errors import LockedError
from archiver.log import Log

from .makers import child, make_capture, open_log

APPEND = """
import sys
from tests.log.makers import make_capture, open_log
with open_log(sys.argv[1], file_size=40_000) as log:
    for number in range(40):
        log.append([make_capture(f"{sys.argv[2]} {number}", key=f"{sys.argv[2]}/{number}"),
                    make_capture(f"{sys.argv[2]} {number}", key=f"shared/{number}", day=1 + int(sys.argv[2]))])
    print("done")
"""

HOLD = """
import sys
from archiver.log import Log
with Log.open(sys.argv[1]) as log, log.lock():
    print("locked", flush=True)
    sys.stdin.readline()
"""


def test_two_append_at_once(tmp_path: Path) -> None:
    """Two processes that append at once, beginning with making the archive, both get all of theirs stored."""
    with child(APPEND, tmp_path, 1) as one, child(APPEND, tmp_path, 2) as two:
        assert [process.communicate()[0] for process in (one, two)] == ["done\n", "done\n"]
    with Log.open(tmp_path) as log:
        assert list(log.verify()) == []
        assert log.last_position == 160
        for key in [f"{who}/{number}" for who in (1, 2) for number in range(40)]:
            head = log.head(key)
            assert head
            assert log.read(head.position).key == key
        for number in range(40):
            assert {each.captured_at for each in log.captures(f"shared/{number}")} == {
                "2025-01-02T08:30:00Z",
                "2025-01-03T08:30:00Z",
            }
            head = log.head(f"shared/{number}")
            assert head
            assert log.read(head.position).payload == make_capture(f"2 {number}").payload


def test_reading_while_another_appends(tmp_path: Path) -> None:
    """Whoever follows the log while another appends sees all events in order, each of them readable."""
    open_log(tmp_path).close()
    with Log.open(tmp_path) as log, child(APPEND, tmp_path, 1) as process:
        seen: list[int] = []
        finished = False
        while not finished:
            finished = process.poll() is not None  # look once more after its end
            for event in log.events(seen[-1] if seen else 0):
                assert log.read(event.position).key == event.key
                seen.append(event.position)
        assert seen == list(range(1, 81))
        assert len(list(log.heads())) == 80


def test_locked(tmp_path: Path) -> None:
    """Whoever can't get the lock in time is told which process has it; reading goes on."""
    with open_log(tmp_path) as log:
        log.append([make_capture()])
    with child(HOLD, tmp_path) as process:
        assert process.stdout
        assert process.stdout.readline() == "locked\n"
        with Log.open(tmp_path) as log:
            assert log.read(1) == log.read(1)
            with (
                pytest.raises(LockedError, match=f"process {process.pid} is at work on .* wait until it is done"),
                log.lock(timeout=0),
            ):
                pass
        process.communicate("\n")
    with Log.open(tmp_path) as log, log.lock(timeout=0):
        pass


def test_killed_holder_lets_go(tmp_path: Path) -> None:
    """The lock of a process that was killed is free."""
    open_log(tmp_path).close()
    with child(HOLD, tmp_path) as process:
        assert process.stdout
        process.stdout.readline()
        process.kill()
        process.wait()
        with Log.open(tmp_path) as log:
            assert log.append([make_capture()]) == [(1, "added")]


FORKED = """
import os, sys
from archiver.log import Log
with Log.open(sys.argv[1]) as log, log.lock():
    told, tell = os.pipe()
    if os.fork() == 0:
        os.write(tell, b"x")
        sys.stdin.readline()
        os._exit(0)
    os.read(told, 1)
    print("forked", flush=True)
    os.kill(os.getpid(), 9)
"""


def test_orphans_hold_no_lock(tmp_path: Path) -> None:
    """A worker process that outlives its killed parent doesn't keep the archive locked."""
    with open_log(tmp_path) as log:
        log.append([make_capture()])
    with child(FORKED, tmp_path) as process:
        assert process.stdout
        assert process.stdout.readline() == "forked\n"
        process.wait()
        with Log.open(tmp_path) as log, log.lock(timeout=0):
            pass
        Log.rebuild(tmp_path)


def test_lock_again_inside(tmp_path: Path) -> None:
    """Whoever holds the lock can take it again, and append; it is free only when the first is left."""
    with open_log(tmp_path) as log, Log.open(tmp_path) as other:
        with log.lock():
            with log.lock():
                log.append([make_capture()])
            with pytest.raises(LockedError), other.lock(timeout=0):
                pass
        with other.lock(timeout=0):
            assert other.last_position == 1


def test_rebuild_while_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rebuild waits until nobody else has the archive open, and gives up with a message."""
    monkeypatch.setattr("archiver.log.rebuild._TIMEOUT", 0)
    with open_log(tmp_path) as log:
        log.append([make_capture()])
        with pytest.raises(LockedError, match="is at work on"):
            Log.rebuild(tmp_path)
        assert log.append([make_capture("B", day=2)]) == [(2, "added")]
    Log.rebuild(tmp_path)
    with Log.open(tmp_path) as log:
        assert log.last_position == 2
