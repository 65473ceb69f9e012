"""The fixtures that give a test a genuine Elasticsearch, whichever way this machine can have one."""

from __future__ import annotations

import fcntl
import os
import shutil
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from tests.elastic.docker import Container, docker_answers
from tests.elastic.java import OLDEST, find_jdk
from tests.elastic.node import Node
from tests.sharing import locked, shared_folder

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

_SHARED = pytest.StashKey["Node | Container"]()
# The contract has an article of 5 MB, which is sent as 21: the server counts five times that against this.
SETTINGS = {"indexing_pressure.memory.limit": "25%"}

_LOGGED = pytest.StashKey[str]()  # of the session: while it started; of a test: before it

NO_SERVER = (
    "NO ELASTICSEARCH, so whatever needs one is NOT TESTED. Name a server in ARCHIVE_TEST_ELASTICSEARCH "
    f"(http://localhost:9200, say), or install a JDK of version {OLDEST} or newer with Maven, or start Docker."
)


@pytest.fixture(scope="session")
def elasticsearch_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a genuine Elasticsearch answers, the same for all processes of the tests: give your indexes names of their own.

    It is started when it is first asked for, by the process that does; that ends last of those that used it.
    """
    if named := os.environ.get("ARCHIVE_TEST_ELASTICSEARCH"):
        yield named.rstrip("/")
        return
    base = shared_folder(tmp_path_factory)
    address = base / "elasticsearch.url"
    with ExitStack() as ours, (base / "elasticsearch.users").open("w") as users:
        node = None
        with locked(base / "elasticsearch"):
            if not address.exists():
                node = ours.enter_context(started(tmp_path_factory.mktemp("elasticsearch")))
                request.session.stash[_SHARED] = node
                request.session.stash[_LOGGED] = node.log()
                address.write_text(node.url, encoding="utf-8")
            url = address.read_text(encoding="utf-8")
            fcntl.flock(users, fcntl.LOCK_SH)
        yield url
        fcntl.flock(users, fcntl.LOCK_UN)
        if node:
            with locked(base / "elasticsearch"):  # who comes now starts one of its own
                address.unlink()
            fcntl.flock(users, fcntl.LOCK_EX)
            fcntl.flock(users, fcntl.LOCK_UN)
            del request.session.stash[_SHARED]


@pytest.fixture(scope="session")
def _mortal_node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node | Container]:
    with started(tmp_path_factory.mktemp("elasticsearch-node")) as node:
        yield node


@pytest.fixture
def elasticsearch_node(_mortal_node: Node | Container) -> Node | Container:
    """A server that the test may stop, kill and start again; it runs, and holds what earlier tests left in it."""
    _mortal_node.start()
    return _mortal_node


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Remember what the shared server has logged so far."""
    node = item.session.stash.get(_SHARED, None)
    item.stash[_LOGGED] = node.log() if node else ""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
    """Show beside a failure what the shared server logged meanwhile."""
    report = yield
    node = item.session.stash.get(_SHARED, None)
    if report.failed and node:
        before = {line for stash in (item.session.stash, item.stash) for line in stash.get(_LOGGED, "").splitlines()}
        if news := [line for line in node.log().splitlines() if line not in before]:
            report.sections.append((f"Elasticsearch, {call.when}", "\n".join(news)))
    return report


@contextmanager
def started(home: Path) -> Iterator[Node | Container]:
    """A server in this folder, or in a container; stopped at the end, whatever that is. Skips where there is no way."""
    jdk = find_jdk()
    if jdk and shutil.which("mvn"):
        node = Node(jdk, home, settings=SETTINGS)
        try:
            node.start()
            yield node
        finally:
            node.stop()
    elif docker_answers():
        container = Container(settings=SETTINGS)
        try:
            container.start()
            yield container
        finally:
            container.remove()
    else:
        missing(NO_SERVER)


def missing(reason: str) -> None:
    """Skip the test for this reason, or fail it where nothing may be skipped (`ARCHIVE_TEST_NO_SKIPS=1`)."""
    if os.environ.get("ARCHIVE_TEST_NO_SKIPS") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
