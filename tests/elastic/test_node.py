"""The server that the tests run is a genuine one, and ends with them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
import time
import urllib.error
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tests.elastic import java
from tests.elastic.node import ElasticsearchError, Node
from tests.elastic.server import ask

if TYPE_CHECKING:
    from pathlib import Path

    from tests.elastic.docker import Container


def test_the_server_is_elasticsearch(elasticsearch_url: str) -> None:
    """What answers calls itself Elasticsearch, in the version that the client is made for."""
    told = ask(elasticsearch_url)
    assert told["tagline"] == "You Know, for Search"
    assert told["version"]["number"].startswith("9.")


def test_a_server_comes_back_with_what_it_holds(elasticsearch_node: Node | Container) -> None:
    """A server that is stopped, or killed, and started again answers on the same port and still has its documents."""
    url = elasticsearch_node.url
    ask(f"{url}/kept/_doc/1", "PUT", {"word": "steel"})
    elasticsearch_node.stop()
    with pytest.raises(urllib.error.URLError):
        ask(url)
    elasticsearch_node.start()
    assert elasticsearch_node.url == url
    ask(f"{url}/kept/_doc/2", "PUT", {"word": "mill"})
    elasticsearch_node.kill()
    elasticsearch_node.start()
    ask(f"{url}/_cluster/health/kept?wait_for_status=yellow")
    assert {ask(f"{url}/kept/_doc/{number}")["_source"]["word"] for number in (1, 2)} == {"steel", "mill"}


@pytest.fixture
def jdk() -> Path:
    """The JDK that the node runs on."""
    home = java.find_jdk()
    if home is None or not shutil.which("mvn"):
        pytest.skip("this machine has no JDK with Maven")
    return home


def test_a_server_that_cannot_start_says_why(jdk: Path, tmp_path: Path) -> None:
    """The error of a server that doesn't start holds what it logged."""
    node = Node(jdk, tmp_path, settings={"no.such.setting": "1"})
    with pytest.raises(ElasticsearchError, match=r"no\.such\.setting"):
        node.start()
    assert not node.running


def test_a_server_never_outlives_the_tests(jdk: Path, tmp_path: Path) -> None:
    """When whoever started a server is killed, the server ends."""
    script = f"""
        from pathlib import Path
        from tests.elastic.node import Node
        node = Node(Path({str(jdk)!r}), Path({str(tmp_path)!r}))
        node.start()
        print(node.url, flush=True)
        input()
    """
    command = [sys.executable, "-c", textwrap.dedent(script)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as parent:
        assert parent.stdout
        url = parent.stdout.readline().decode().strip()
        assert ask(url)
        parent.kill()
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            ask(url)
        except OSError:
            return
        time.sleep(0.1)
    pytest.fail("it still answers")


@pytest.mark.parametrize(
    ("release", "version"), [('JAVA_VERSION="25.0.1"', 25), ('IMPLEMENTOR="x"\nJAVA_VERSION="17"', 17), ("", 0)]
)
def test_a_jdk_tells_its_version(tmp_path: Path, release: str, version: int) -> None:
    """A JDK's version is what its own file says; a folder without a compiler is none."""
    (tmp_path / "release").write_text(release, encoding="utf-8")
    assert java._version(tmp_path) == 0
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "javac").touch()
    assert java._version(tmp_path) == version


@pytest.mark.parametrize(("no_skips", "outcome"), [("0", "skipped"), ("1", "error")])
def test_without_a_server_tests_are_skipped_loudly(tmp_path: Path, no_skips: str, outcome: str) -> None:
    """Where there is no way to a server its tests are skipped, with the reason in capitals, or fail if that is asked."""
    environment = {"PATH": str(tmp_path), "HOME": str(tmp_path), "ARCHIVE_TEST_NO_SKIPS": no_skips}
    environment |= {name: os.environ[name] for name in ("LANG", "LC_ALL", "TMPDIR") if name in os.environ}
    # Without the usual folders of JDKs, as on a machine that has none.
    code = "import sys, pytest; from tests.elastic import java; java._FOLDERS = (); sys.exit(pytest.main(sys.argv[1:]))"
    test = "tests/elastic/test_node.py::test_the_server_is_elasticsearch"
    command = [sys.executable, "-c", code, "-p", "no:cacheprovider", "-rsE", test]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert f"1 {outcome}" in ran.stdout
    assert "NO ELASTICSEARCH" in ran.stdout
    assert bool(ran.returncode) == (outcome == "error")
