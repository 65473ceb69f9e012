"""Many captures: their order, the processes that normalise them, and what becomes of a page that takes too long."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec
import pytest

from archiver.document import DOCUMENT_TYPE, Capture
from archiver.normalise import workers
from archiver.normalise.workers import Normaliser
from tests.normalise.test_given import FIELDS

SHIPS = 100_000


def given(number: int) -> Capture:
    """A document that is normalised in no time."""
    return Capture(payload=msgspec.json.encode(FIELDS), content_type=DOCUMENT_TYPE, key=f"given {number}")


def long(number: int = 0, ships: int = SHIPS) -> Capture:
    """A page that takes several seconds."""
    page = "".join(f"<p>Ship number {ship} left Port Ansel at noon, its captain said.</p>" for ship in range(ships))
    return Capture(payload=page.encode(), content_type="text/html", key=f"long {number}")


def children() -> list[multiprocessing.process.BaseProcess]:
    """The processes that normalise for this one."""
    return multiprocessing.active_children()


def when_started(act: Callable[[int], None], captures: Iterable[Capture]) -> Iterator[Capture]:
    """The captures; before the second is taken, something is done to the process that has the first."""
    for count, capture in enumerate(captures):
        if count == 1:
            time.sleep(3)  # it starts, and takes its page
            act(children()[0].pid or 0)
        yield capture


def test_a_few_short_pages_start_no_process() -> None:
    """Some documents are normalised right here: a process of its own would only take longer."""
    with Normaliser(workers=2) as normaliser:
        results = list(normaliser.run([given(1), given(2)]))
        assert [result.key for result in results] == ["given 1", "given 2"]
        assert not children()


def test_many_captures_keep_their_order() -> None:
    """Beyond some hundred captures several processes share the work, and the results come in the captures' order."""
    keys = [f"given {number}" for number in range(workers.FEW + 100)]
    with Normaliser(workers=2) as normaliser:
        results = list(normaliser.run(given(number) for number in range(len(keys))))
        assert len(children()) == 2
    assert [result.key for result in results] == keys
    assert all(result.document for result in results)
    assert not children()


def test_only_a_few_captures_are_held() -> None:
    """However many captures there are, only some wait at a time: memory stays flat."""
    taken = 0

    def captures() -> Iterator[Capture]:
        nonlocal taken
        for taken in range(1, workers.FEW + 200):
            yield given(taken)

    ahead = 0
    with Normaliser(workers=2) as normaliser:
        for done, _ in enumerate(normaliser.run(captures()), 1):
            ahead = max(ahead, taken - done)
    assert 0 < ahead <= workers.AHEAD * 2


def test_a_page_that_takes_too_long_fails_alone() -> None:
    """A page that takes longer than the limit is given up with its reason, and the pages around it aren't touched."""
    with Normaliser(workers=1, limit=1) as normaliser:
        results = list(normaliser.run([given(1), long(), given(2), given(3)]))
    assert [bool(result.document) for result in results] == [True, False, True, True]
    assert results[1].reason.startswith("Took longer than 1 seconds to normalise")
    assert "stays in the log" in results[1].reason


def test_a_page_that_hears_no_signal_is_given_up_too() -> None:
    """A process that doesn't react, as one amid C code doesn't, is ended all the same."""
    with Normaliser(workers=1, limit=5) as normaliser:
        captures = when_started(lambda pid: os.kill(pid, signal.SIGSTOP), [long(), given(1)])
        results = list(normaliser.run(captures))
    assert results[0].reason.startswith("Took longer than 5 seconds")
    assert results[1].document


def test_a_process_that_was_killed_takes_no_page_with_it() -> None:
    """Where the system kills a process (memory short), its page is tried once more, and the others aren't touched."""
    with Normaliser(workers=1) as normaliser:
        captures = when_started(lambda pid: os.kill(pid, signal.SIGKILL), [long(), given(1), given(2)])
        results = list(normaliser.run(captures))
    assert [result.key for result in results] == ["long 0", "given 1", "given 2"]
    assert all(result.document for result in results)


def test_a_page_whose_process_is_killed_twice_fails_alone() -> None:
    """A page that ends its process each time is given up, and the next one is normalised."""
    script = """
import os, signal, sys, threading, time, multiprocessing
from tests.normalise.test_workers import SHIPS, given, long
from archiver.normalise.workers import Normaliser

def kill():
    killed = set()
    while len(killed) < 2:
        for child in multiprocessing.active_children():
            if child.pid not in killed:
                time.sleep(3)
                os.kill(child.pid, signal.SIGKILL)
                killed.add(child.pid)
        time.sleep(0.05)

if __name__ == "__main__":
    threading.Thread(target=kill, daemon=True).start()
    with Normaliser(workers=1) as normaliser:
        for result in normaliser.run([long(ships=2 * SHIPS - 1000), given(1)]):
            print(result.key, bool(result.document), result.reason)
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    first, second = ran.stdout.splitlines()
    assert (
        first == "long 0 False The process that normalised this page was ended from outside, twice; was memory short?"
    )
    assert second.startswith("given 1 True")


PARENT = """
import sys
from tests.normalise.test_workers import long
from archiver.normalise.workers import Normaliser

def captures():
    for number in range(9):
        yield long(number)

if __name__ == "__main__":
    with Normaliser(workers=2, limit=3) as normaliser:
        normaliser._seen = 1000
        for _ in normaliser.run(captures()):
            pass
"""


def family(pid: int) -> list[int]:
    """The processes that this one started."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = [tuple(map(int, line.split())) for line in listed.splitlines()]
    return [child for child, parent in pairs if parent == pid]


def are_gone(pids: list[int], seconds: float) -> bool:
    """Whether all of the processes end within that time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not any(Path(f"/proc/{pid}/stat").exists() for pid in pids):
            return True
        time.sleep(0.1)
    return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes in /proc")
@pytest.mark.parametrize(("sent", "seconds"), [(signal.SIGINT, 5), (signal.SIGKILL, 15)])
def test_no_process_is_left_behind(sent: signal.Signals, seconds: float) -> None:
    """Ctrl-C ends all processes at once; where the parent was killed, the others end with their page."""
    with subprocess.Popen([sys.executable, "-c", PARENT], stderr=subprocess.DEVNULL, start_new_session=True) as process:
        until = time.monotonic() + 20
        while len(family(process.pid)) < 3 and time.monotonic() < until:  # two workers and what tracks their resources
            time.sleep(0.1)
        time.sleep(2)
        started = family(process.pid)
        assert len(started) >= 2
        if sent == signal.SIGINT:
            os.killpg(process.pid, sent)  # as the terminal does
        else:
            process.kill()
        process.wait(seconds)
        assert are_gone(started, seconds)


def is_loading(pid: int) -> bool:
    """Whether a process has begun to load its libraries."""
    try:
        return "/regex/" in Path(f"/proc/{pid}/maps").read_text(encoding="utf-8")
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes in /proc")
def test_a_process_that_is_only_starting_says_nothing_of_ctrl_c() -> None:
    """Ctrl-C while the processes load what they need is the parent's to tell: none of them prints where it was."""
    command = [sys.executable, "-c", PARENT]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        until = time.monotonic() + 20
        while not any(is_loading(child) for child in family(process.pid)) and time.monotonic() < until:
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=30)
    assert told.count("Traceback") == 1  # the parent's own: it is a bare script
