"""A cluster of three nodes, of which one is lost while the archive is written."""

from __future__ import annotations

import shutil
import socket
import threading
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from archiver import Archive
from tests.elastic.conftest import PAGES
from tests.elastic.fixtures import NO_SERVER, SETTINGS, missing
from tests.elastic.java import find_jdk
from tests.elastic.node import Node
from tests.elastic.server import ask
from tests.elastic.test_away import Command, documents_at, is_whole, wait_until
from tests.test_generations import capture

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def free_ports(count: int) -> list[int]:
    """Ports that nothing listens at."""
    with ExitStack() as held:
        probes = [held.enter_context(socket.socket()) for _ in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]


@pytest.fixture
def nodes(tmp_path: Path) -> Iterator[list[Node]]:
    """Three nodes of one cluster."""
    jdk = find_jdk()
    if not jdk or not shutil.which("mvn"):
        missing(NO_SERVER)
    assert jdk
    ports = free_ports(3)
    names = [f"node-{port}" for port in ports]
    made = [
        Node(
            jdk,
            tmp_path / name,
            heap=384,
            settings={
                **SETTINGS,
                "discovery.type": "multi-node",
                "discovery.seed_hosts": ",".join(f"127.0.0.1:{port}" for port in ports),
                "cluster.initial_master_nodes": ",".join(names),
                "node.name": name,
                "transport.port": str(port),
            },
        )
        for name, port in zip(names, ports, strict=True)
    ]
    starting = [threading.Thread(target=node.start) for node in made]
    try:
        for thread in starting:
            thread.start()
        for thread in starting:
            thread.join()
        ask(f"{made[0].url}/_cluster/health?wait_for_nodes=3&timeout=60s")
        yield made
    finally:
        for node in made:
            node.kill()


def test_a_node_is_lost(nodes: list[Node], tmp_path: Path, pages: Path) -> None:
    """With a copy of each shard, adding, searching and re-indexing go on without a node, and nothing is lost or doubled."""
    home = tmp_path / "archive"
    home.mkdir()
    urls = ", ".join(node.url for node in nodes)
    (home / "archive.toml").write_text(f'elasticsearch = "{urls}"\nelasticsearch_shards = 2\n')
    with Archive.open(str(home), create=True) as archive:
        archive.add_captures([capture(PAGES), capture(PAGES + 1)])
    ask(f"{nodes[1].url}/_cluster/health?wait_for_status=green&wait_for_no_initializing_shards=true&timeout=60s")
    count = documents_at(nodes[1].url, "news-archive")
    before = count()
    command = Command(home, "add", str(pages))
    wait_until(lambda: count() > before + 20)
    nodes[0].kill()
    code, out = command.end()
    assert (code, out) == (0, f"{PAGES} added, 0 unchanged.\n"), command.said
    is_whole(home)
    with Archive.open(str(home)) as archive:
        archive.reindex()
        assert nodes[2].url in archive.status().place
    is_whole(home)
    nodes[0].start()
    ask(f"{nodes[0].url}/_cluster/health?wait_for_status=green&wait_for_nodes=3&timeout=60s")
    is_whole(home)
