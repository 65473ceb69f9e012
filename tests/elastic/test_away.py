"""Elasticsearch goes away while something is written: the archive waits, goes on, and nothing is lost or doubled."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from archiver import Archive
from tests.conftest import archive_on_elasticsearch
from tests.elastic.conftest import PAGES
from tests.elastic.server import ask
from tests.test_generations import capture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Ran
    from tests.elastic.docker import Container
    from tests.elastic.node import Node

WAITING = "Waiting for up to"
AGAIN = "answers again"


class Command:
    """A command of the archive in a process of its own, whose standard error is read as it comes."""

    def __init__(self, home: Path, *words: str, **environment: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "archiver", "--archive", str(home), *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, **environment},
        )
        self.said = ""
        self._reading = threading.Thread(target=self._read)
        self._reading.start()

    def _read(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            self.said += line

    def wait_for(self, text: str) -> None:
        """Return when it has said this; fails if it ends before."""
        deadline = time.monotonic() + 120
        while text not in self.said and time.monotonic() < deadline and self.process.poll() is None:
            time.sleep(0.02)
        assert text in self.said, self.said

    def end(self) -> tuple[int, str]:
        """Its exit code and what it printed."""
        assert self.process.stdout
        assert self.process.stderr
        code = self.process.wait(timeout=180)
        out = self.process.stdout.read()
        self._reading.join()
        self.process.stdout.close()
        self.process.stderr.close()
        return code, out


@pytest.fixture
def home(tmp_path: Path, elasticsearch_node: Node | Container) -> Path:
    """An archive of two stories on a server of the test's own."""
    return archive_on_elasticsearch(tmp_path / "archive", elasticsearch_node.url, map(capture, (PAGES, PAGES + 1)))


def documents(home: Path) -> Callable[[], int]:
    """How many documents there are in all generations, whether they are visible yet or not."""
    url, alias = re.findall('"(.*?)"', (home / "archive.toml").read_text())
    return documents_at(url, alias)


def documents_at(url: str, alias: str) -> Callable[[], int]:
    """The same, of the generations behind an alias."""

    def count() -> int:
        indices = ask(f"{url}/{alias}-0*/_stats/docs,indexing?ignore_unavailable=true")["_all"]["primaries"]
        return int(indices.get("indexing", {}).get("index_total", 0))

    return count


def wait_until(is_true: Callable[[], bool]) -> None:
    """Return as soon as this is so."""
    deadline = time.monotonic() + 120
    while not is_true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def is_whole(home: Path, stories: int = PAGES + 2) -> None:
    """Fails unless each story is there, once, in the log and in the index."""
    with Archive.open(str(home)) as archive:
        status = archive.status()
        assert (status.captures, status.documents, status.behind) == (stories, stories, 0)
        assert archive.search("puerto").total == stories
        assert list(archive.verify()) == []


@pytest.mark.parametrize("ending", ["stop", "kill"])
def test_adding_goes_on_when_the_server_is_back(
    home: Path, pages: Path, elasticsearch_node: Node | Container, ending: str
) -> None:
    """A server that is stopped or killed during an add is waited for, which is told; every page is there once."""
    count = documents(home)
    before = count()
    command = Command(home, "add", str(pages))
    wait_until(lambda: count() > before + 20)
    getattr(elasticsearch_node, ending)()
    command.wait_for(WAITING)
    assert "can't be reached" in command.said
    elasticsearch_node.start()
    code, out = command.end()
    assert (code, out) == (0, f"{PAGES} added, 0 unchanged.\n"), command.said
    assert AGAIN in command.said
    assert "Traceback" not in command.said
    is_whole(home)


def test_reindexing_goes_on_when_the_server_is_back(home: Path, elasticsearch_node: Node | Container) -> None:
    """A server that is killed during a re-index is waited for, and the new generation is whole."""
    with Archive.open(str(home)) as archive:
        archive.add_captures(capture(number) for number in range(PAGES))
    count = documents(home)
    before = count()
    command = Command(home, "reindex")
    wait_until(lambda: count() > before + 20)
    elasticsearch_node.kill()
    command.wait_for(WAITING)
    elasticsearch_node.start()
    code, out = command.end()
    assert code == 0, command.said
    assert out.startswith("Generation 000002 is read now")
    is_whole(home)


def test_a_server_that_stays_away(home: Path, pages: Path, elasticsearch_node: Node | Container) -> None:
    """When patience ends the command fails with what to do, the log has all that was read, and the next add indexes it."""
    count = documents(home)
    before = count()
    command = Command(home, "add", str(pages), ARCHIVE_ELASTICSEARCH_PATIENCE="3")
    wait_until(lambda: count() > before)
    elasticsearch_node.kill()
    code, out = command.end()
    assert (code, out) == (1, "")
    *_, last = command.said.splitlines()
    assert last.startswith("archive: Elasticsearch can't be reached at http://127.0.0.1:")
    assert "has waited 3 seconds" in last
    assert "stays in the log" in last
    with Archive.open(str(home)) as archive:
        stored = archive.log.counts().captures
    assert stored > 2
    begun = time.monotonic()
    command = Command(home, "add", str(pages))
    assert command.end()[0] == 1  # at once: nothing has ever answered it
    assert time.monotonic() - begun < 30
    assert "Is it running, and is the address right?" in command.said
    elasticsearch_node.start()
    code, out = Command(home, "add", str(pages)).end()
    assert (code, out) == (0, f"{PAGES + 2 - stored} added, {stored - 2} unchanged.\n")
    is_whole(home)


@pytest.mark.parametrize("way", ["kill", "hang"])
def test_ctrl_c_while_waiting(
    home: Path, pages: Path, elasticsearch_node: Node | Container, way: str, request: pytest.FixtureRequest
) -> None:
    """Ctrl-C ends the waiting at once, for a server that is gone and for one that takes requests and never answers."""
    count = documents(home)
    before = count()
    command = Command(home, "add", str(pages))
    wait_until(lambda: count() > before)
    if way == "kill":
        elasticsearch_node.kill()
        command.wait_for(WAITING)
    else:
        request.getfixturevalue("hung")
        time.sleep(3)
    begun = time.monotonic()
    command.process.send_signal(signal.SIGINT)
    code, out = command.end()
    assert time.monotonic() - begun < 5
    assert (code, out) == (130, "")
    assert "the same command goes on from there" in command.said
    assert "Traceback" not in command.said


@pytest.fixture
def hung(elasticsearch_node: Node | Container) -> Iterator[None]:
    """The server hangs meanwhile."""
    process = getattr(elasticsearch_node, "_process", None)
    if process is None:
        pytest.skip("a server in a container isn't ours to suspend")
    os.kill(process.pid, signal.SIGSTOP)
    yield
    os.kill(process.pid, signal.SIGCONT)


def test_what_is_done_without_the_cluster(tmp_path: Path, run: Callable[..., Ran]) -> None:
    """Where the cluster can't be reached the log is verified all the same, and its catalogue made anew."""
    home = tmp_path / "archive"
    with Archive.open(str(home), create=True) as archive:
        archive.add_captures([capture(1)])
    nowhere = "http://127.0.0.1:9"
    ran = run("verify", "--elasticsearch", nowhere, home=home)
    assert ran.code == 1
    assert ran.out.startswith("The index couldn't be checked, only the log: Elasticsearch can't be reached")
    ran = run("rebuild", "--elasticsearch", nowhere, home=home)
    assert (ran.code, ran.out) == (1, "The catalogue was made anew from the WARC files: 1 capture.\n")
    assert "couldn't be asked" in ran.err
    assert run("verify", home=home).out.startswith("All is whole: 1 capture verified")


def test_removing_while_the_cluster_is_away(tmp_path: Path, run: Callable[..., Ran]) -> None:
    """A removal that the index can't be told of is in the log, which is said, and the next add takes the article out."""
    home = tmp_path / "archive"
    with Archive.open(str(home), create=True) as archive:
        archive.add_captures([capture(1), capture(2)])
        first = archive.search("puerto").hits[0].id
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        ran = run("remove", first, "--elasticsearch", f"http://127.0.0.1:{probe.getsockname()[1]}", home=home)
    assert (ran.code, ran.out) == (1, "")
    assert "withdrawn in the log" in ran.err
    assert "The next “archive add” takes it out" in ran.err
    with Archive.open(str(home)) as archive:
        archive.add_captures([])
        assert archive.search("puerto").total == 1
