"""The engine for Elasticsearch against the client alone: adding documents, and searching with facets and highlights.

Usage: bench_elasticsearch.py CORPUS [DOCUMENTS] [RUNS] [SEARCHES]. It uses the server that ARCHIVE_TEST_ELASTICSEARCH names,
else starts one of its own, with 2 GB of heap, from the jars that the tests use.

Adding: the engine is given documents, and builds, sends and commits them; `elasticsearch.helpers.parallel_bulk` is given
the JSON that the engine sends of them, made beforehand, for an index by the same definition, and refreshes at the end.
Searching: a search through the engine's reader, and the requests that it sends, sent once more by the client.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, cast

sys.path.insert(0, str(Path(__file__).parent.parent))

from elasticsearch import Elasticsearch, helpers

from archiver.document import Document, decode
from archiver.engine import Upsert
from archiver.engines.elastic import ElasticEngine
from archiver.engines.elastic.entry import build_entry
from archiver.engines.elastic.writer import CHUNK, THREADS
from archiver.fields import FIELDS, STEMMED_LANGUAGES
from archiver.query.parser import parse
from archiver.query.tree import Query
from archiver.settings import Settings
from tests.elastic.java import find_jdk
from tests.elastic.node import Node

BATCH = 5_000  # documents that are held at once
FACETS = ("people", "organisations", "places", "sites", "published")
QUERIES = ("steel mill", '"Steel Mill"', "furnace OR river -railway", "workers", "mill published:2025")


@contextmanager
def server() -> Iterator[str]:
    """The address of a server."""
    if named := os.environ.get("ARCHIVE_TEST_ELASTICSEARCH"):
        yield named
        return
    jdk = find_jdk()
    assert jdk, "there is no JDK to start a server with"
    with tempfile.TemporaryDirectory() as folder:
        node = Node(jdk, Path(folder), heap=2048, lasting=True)
        node.start()
        try:
            yield node.url
        finally:
            node.stop()


def batches(corpus: str, count: int) -> Iterator[list[Document]]:
    """The documents, a batch at a time."""
    with open(corpus, "rb") as file:
        lines = islice(file, count)
        while batch := [decode(line) for line in islice(lines, BATCH)]:
            yield batch


def timed(act: Callable[[], Any]) -> float:
    """Seconds that it takes."""
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


def add_by_engine(engine: ElasticEngine, corpus: str, count: int) -> tuple[str, float]:
    """The name of a new generation, and the seconds that the engine took; reading the corpus isn't counted."""
    name = engine.create(context_digest="benchmark")
    taken, version = 0.0, 0
    with engine.open_writer(name, timeout=1) as writer:
        for documents in batches(corpus, count):
            operations = [Upsert(document, version + i) for i, document in enumerate(documents, 1)]
            begin = time.perf_counter()
            report = writer.write(operations)
            taken += time.perf_counter() - begin
            assert (report.written, report.failed) == (len(documents), {})
            version += len(documents)
        taken += timed(lambda: writer.commit({"benchmark": version}))
    return name, taken


def add_by_client(engine: ElasticEngine, corpus: str, count: int) -> tuple[str, float]:
    """The same for the client's own helper; making the JSON isn't counted."""
    name = engine.create(context_digest="benchmark")
    index = f"{engine.alias}-{name}"
    client = Elasticsearch(engine.where, request_timeout=60)
    taken = 0.0
    for documents in batches(corpus, count):
        actions = [
            ({"index": {"_id": document.id}}, build_entry(document, FIELDS, STEMMED_LANGUAGES).body)
            for document in documents
        ]
        begin = time.perf_counter()
        for done, answer in helpers.parallel_bulk(
            client, actions, THREADS, CHUNK, index=index, expand_action_callback=lambda action: action
        ):
            assert done, answer
        taken += time.perf_counter() - begin
    taken += timed(lambda: client.indices.refresh(index=index))
    client.close()
    return name, taken


def compare_adding(engine: ElasticEngine, corpus: str, count: int, runs: int) -> str:
    """Run both sides in turn, print the ratio; the name of the last generation of the engine's."""
    sides = (add_by_engine, add_by_client)
    kept, rates = "", []
    for run in range(runs):
        taken = {}
        for side in sides if run % 2 else sides[::-1]:
            name, taken[side] = side(engine, corpus, count)
            if side is add_by_engine and run == runs - 1:
                kept = name
            else:
                engine.drop(name)
        rates.append((count / taken[add_by_engine], count / taken[add_by_client]))
    ratios = sorted(ours / base for ours, base in rates)
    ours, base = (statistics.median(rate[side] for rate in rates) for side in (0, 1))
    print(
        f"adding {count:,} documents: {ours:,.0f} a second, parallel_bulk {base:,.0f} a second, "
        f"ratio {statistics.median(ratios):.2f} (from {ratios[0]:.2f} to {ratios[-1]:.2f}, {runs} pairs)",
        flush=True,
    )
    return kept


class Recorder:
    """A client that remembers the searches which it is asked for."""

    def __init__(self, client: Elasticsearch, requests: list[dict[str, Any]]) -> None:
        self._client, self._requests = client, requests

    def search(self, **request: Any) -> Any:
        """The client's answer."""
        self._requests.append(request)
        return self._client.search(**request)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name)


class RecordingEngine(ElasticEngine):
    """An engine that remembers the searches which it sends."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.requests: list[dict[str, Any]] = []

    @property
    def client(self) -> Elasticsearch:
        """The client."""
        return cast("Elasticsearch", Recorder(super().client, self.requests))


def compare_searching(settings: Settings, name: str, searches: int) -> None:
    """Print the ratio of each query's search to its requests alone."""
    everything = []
    engine = RecordingEngine(settings)
    client = Elasticsearch(settings.elasticsearch)
    with engine.open_reader(name) as reader:
        for text in QUERIES:
            search = partial(reader.search, Query(parse(text), text, facets=FACETS, facet_size=5))
            search()  # what is asked once in a reader's life, such as spellings, isn't part of it
            engine.requests.clear()
            search()
            requests = list(engine.requests)
            raw = partial(send_all, client, requests)
            pairs = [(timed(search), timed(raw)) for _ in range(searches + 3)][3:]
            everything += [ours / base for ours, base in pairs]
            ours, base = (statistics.median(pair[side] for pair in pairs) * 1000 for side in (0, 1))
            print(f"  {text}: {ours:.1f} ms, {len(requests)} request(s) alone {base:.1f} ms, ratio {ours / base:.2f}")
    engine.close()
    client.close()
    everything.sort()
    low, high = everything[len(everything) // 20], everything[-len(everything) // 20]
    print(
        f"searching: ratio {statistics.median(everything):.2f} (nine of ten from {low:.2f} to {high:.2f})", flush=True
    )


def send_all(client: Elasticsearch, requests: list[dict[str, Any]]) -> None:
    """Send these searches."""
    for request in requests:
        client.search(**request)


def main(corpus: str, count: int = 50_000, runs: int = 3, searches: int = 50) -> None:
    """Compare both."""
    with server() as url, tempfile.TemporaryDirectory() as home:
        settings = Settings(home, elasticsearch=url, elasticsearch_alias=f"bench-{os.getpid()}")
        engine = ElasticEngine(settings)
        name = compare_adding(engine, corpus, count, runs)
        compare_searching(settings, name, searches)
        engine.drop(name)
        engine.client.indices.delete(index=f"{engine.alias}-state")
        engine.close()


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
