"""A genuine Elasticsearch node of the tests' own, made from published jars by Maven; see tests/elasticsearch-node."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).parent.parent / "elasticsearch-node"
TARGET = PROJECT / "target"
_CLASSES = TARGET / "classes.jsa"  # loaded classes, as Java keeps them to start in half the time

_START_SECONDS = 120  # a busy machine with two cores; 4 seconds on an idle one
_STOP_SECONDS = 30
_LOG_LINES = 60

# C1 alone: a test's node lives for minutes, in which C2's better code never pays for its making. It halves the start.
_SHORT_LIVED = "-XX:TieredStopAtLevel=1"
_JAVA = (
    "-XX:+UseSerialGC",
    "--add-modules=jdk.incubator.vector",
    "--enable-native-access=ALL-UNNAMED",
)


class ElasticsearchError(Exception):
    """The node couldn't be built or started; the message holds what it logged."""


class Node:
    """One server in a folder of its own; after `stop`, `start` brings it back on the same port with what it holds.

    `url` is where it answers, once it was started. `heap` is in megabytes; `settings` are settings of the node. `lasting`:
    it is to run as fast as it can, after a while, and not to start fast.
    """

    def __init__(
        self,
        java_home: Path,
        home: Path,
        *,
        heap: int = 1024,
        settings: dict[str, str] | None = None,
        lasting: bool = False,
    ) -> None:
        self.home = home
        self.url = ""
        self._java_home, self._heap, self._settings = java_home, heap, settings or {}
        self._lasting = lasting
        self._port = 0
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def running(self) -> bool:
        """Whether it was started and hasn't ended."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start it, building it first if need be, and wait until it answers. Raises ElasticsearchError if it doesn't."""
        if self.running:
            return
        build(self._java_home)
        self._start(f"-XX:SharedArchiveFile={_CLASSES}")

    def archive_classes(self) -> None:
        """Start and stop it once, and keep the classes that it has loaded, for later starts."""
        self._start(f"-XX:ArchiveClassesAtExit={_CLASSES}")
        self.stop()

    def _start(self, option: str) -> None:
        ports = self.home / "logs" / "http.ports"
        ports.parent.mkdir(parents=True, exist_ok=True)
        ports.unlink(missing_ok=True)
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(  # its standard input ends with us, and it with that, however we end
                self._command(option),
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                cwd=self.home,
                start_new_session=True,
            )
        try:
            self._wait_until_started()
        except BaseException:
            self.kill()
            raise
        self.url = "http://" + ports.read_text(encoding="utf-8").split()[0]
        self._port = int(self.url.rpartition(":")[2])

    def stop(self) -> None:
        """Let it end in order, as an administrator would."""
        if self._process is None:
            return
        assert self._process.stdin
        self._process.stdin.close()
        try:
            self._process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
        self._process = None

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        if self._process is None:
            return
        assert self._process.stdin
        self._process.kill()
        self._process.wait()
        self._process.stdin.close()
        self._process = None

    def log(self) -> str:
        """The end of what it logged since it was last started."""
        if not self._log.exists():
            return ""
        lines = self._log.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(lines[-_LOG_LINES:])

    @property
    def _log(self) -> Path:
        return self.home / "logs" / "node.log"

    def _command(self, option: str) -> list[str]:
        return [
            str(self._java_home / "bin" / "java"),
            f"-Xms{self._heap}m",
            f"-Xmx{self._heap}m",
            *_JAVA,
            *([] if self._lasting else [_SHORT_LIVED]),
            option,
            *(f"-Des.{name}={value}" for name, value in self._settings.items()),
            "-cp",
            str(TARGET / "lib" / "*"),
            "archive.testnode.TestNode",
            str(TARGET / "modules"),
            str(self.home),
            str(self._port),
        ]

    def _wait_until_started(self) -> None:
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline:
            if any(line.startswith(b"started ") for line in self._log.read_bytes().splitlines()):
                return
            if not self.running:
                raise ElasticsearchError(f"Elasticsearch ended while it started; its log, {self._log}:\n{self.log()}")
            time.sleep(0.05)
        raise ElasticsearchError(
            f"Elasticsearch didn't start in {_START_SECONDS} seconds; its log, {self._log}:\n{self.log()}"
        )


def build(java_home: Path) -> None:
    """Let Maven build what a node is started from, unless that was done from the same files already.

    Raises ElasticsearchError where Maven fails.
    """
    digest = _digest(java_home)
    built = TARGET / "built-from"
    with _lock():
        if built.exists() and built.read_text(encoding="utf-8") == digest:
            return
        shutil.rmtree(TARGET, ignore_errors=True)
        command = ["mvn", "--quiet", "--batch-mode", "--no-transfer-progress", "package"]
        environment = {**os.environ, "JAVA_HOME": str(java_home)}
        ran = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
        if ran.returncode:
            raise ElasticsearchError(f"Maven couldn't build {PROJECT}:\n{ran.stdout}\n{ran.stderr}")
        with tempfile.TemporaryDirectory() as home:
            Node(java_home, Path(home)).archive_classes()
        built.write_text(digest, encoding="utf-8")


def _digest(java_home: Path) -> str:
    digest = hashlib.sha256(bytes(java_home))  # another Java can't use the classes of this one
    for path in (PROJECT / "pom.xml", *sorted((PROJECT / "src").rglob("*.java"))):
        digest.update(str(path.relative_to(PROJECT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


@contextmanager
def _lock() -> Iterator[None]:
    """Others who run the tests in this checkout wait meanwhile."""
    descriptor = os.open(PROJECT, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
