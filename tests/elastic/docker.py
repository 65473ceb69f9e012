"""The same through Docker, for a machine that has it and no JDK: the distribution's own image, without security."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
import uuid

from tests.elastic.node import PROJECT, ElasticsearchError

_START_SECONDS = 180  # without the download of the image, which may take as long as it takes


def docker_answers() -> bool:
    """Whether there is a Docker daemon that this user may talk to."""
    if not shutil.which("docker"):
        return False
    return subprocess.run(["docker", "info"], capture_output=True, check=False).returncode == 0


class Container:
    """One server in a container; like `Node`, it comes back on the same port with what it holds."""

    def __init__(self, *, heap: int = 1024, settings: dict[str, str] | None = None) -> None:
        self.url = ""
        self._heap, self._settings = heap, settings or {}
        self._name = f"archive-test-{uuid.uuid4().hex[:12]}"

    def start(self) -> None:
        """Start it and wait until it answers. Raises ElasticsearchError if it doesn't."""
        if self.url:
            _docker("start", self._name)
        else:
            port = _free_port()
            _docker(
                "run",
                "--detach",
                f"--name={self._name}",
                f"--publish=127.0.0.1:{port}:9200",
                "--env=discovery.type=single-node",
                "--env=xpack.security.enabled=false",
                "--env=cluster.routing.allocation.disk.threshold_enabled=false",
                *(f"--env={name}={value}" for name, value in self._settings.items()),
                f"--env=ES_JAVA_OPTS=-Xms{self._heap}m -Xmx{self._heap}m",
                f"docker.elastic.co/elasticsearch/elasticsearch:{_version()}",
            )
            self.url = f"http://127.0.0.1:{port}"
        deadline = time.monotonic() + _START_SECONDS
        while not _answers(self.url):
            if time.monotonic() > deadline:
                raise ElasticsearchError(f"Elasticsearch didn't start in {_START_SECONDS} seconds:\n{self.log()}")
            time.sleep(0.5)

    def stop(self) -> None:
        """Let it end in order."""
        _docker("stop", self._name)

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        _docker("kill", self._name)

    def remove(self) -> None:
        """Take it away, with all that it holds."""
        subprocess.run(["docker", "rm", "--force", "--volumes", self._name], capture_output=True, check=False)

    def log(self) -> str:
        """The end of what it logged."""
        command = ["docker", "logs", "--tail=60", self._name]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        return ran.stdout + ran.stderr


def _docker(*words: str) -> None:
    ran = subprocess.run(["docker", *words], capture_output=True, text=True, check=False)
    if ran.returncode:
        raise ElasticsearchError(f"docker {' '.join(words)}:\n{ran.stderr}")


def _version() -> str:
    """The version that the project's other way of starting it pins."""
    pinned = re.search(r"<elasticsearch\.version>(.*?)<", (PROJECT / "pom.xml").read_text(encoding="utf-8"))
    assert pinned
    return pinned[1]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url + "/_cluster/health?wait_for_status=yellow&timeout=1s", timeout=5) as answer:
            return bool(answer.status == 200)
    except (OSError, urllib.error.URLError):
        return False
