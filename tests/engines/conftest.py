from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from archiver.engine import Engine, Reader, Upsert
from archiver.engines.embedded import EmbeddedEngine
from tests.engines.articles import LIBRARY
from tests.engines.crowd import CROWD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from archiver.document import Document

ENGINES = ("embedded", "elasticsearch")
"""The contract runs over all of them."""


@pytest.fixture(params=ENGINES, scope="session")
def open_engine(request: pytest.FixtureRequest) -> Callable[..., Engine]:
    """Opens the engine under test on an empty place that belongs to a folder; `shards` where it has any."""
    if request.param == "embedded":
        return lambda folder, shards=0: EmbeddedEngine(str(folder))  # noqa: ARG005 - it has none
    url = request.getfixturevalue("elasticsearch_url")

    def open_elastic(folder: Path, shards: int = 0) -> Engine:
        from archiver.engines.elastic import ElasticEngine
        from archiver.settings import Settings

        alias = "test-" + hashlib.sha256(bytes(folder)).hexdigest()[:12]
        return ElasticEngine(
            Settings(
                str(folder),
                elasticsearch=url,
                elasticsearch_alias=alias,
                elasticsearch_shards=shards,
                elasticsearch_codec="default",
            )
        )

    return open_elastic


@pytest.fixture
def engine(open_engine: Callable[..., Engine], tmp_path: Path) -> Engine:
    """An engine without any generation."""
    return open_engine(tmp_path)


@pytest.fixture
def generation(engine: Engine) -> str:
    """An empty generation, which is the current one."""
    name = engine.create(context_digest="context")
    engine.switch(name)
    return name


@pytest.fixture(scope="session")
def crowd(open_engine: Callable[..., Engine], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A reader of the articles of CROWD, which lie in several segments or shards, that no count may depend on."""
    engine = open_engine(tmp_path_factory.mktemp("crowd"), shards=3)
    fill(engine, CROWD, batch=90)
    with engine.open_reader() as reader:
        yield reader


@pytest.fixture(scope="session")
def library(open_engine: Callable[..., Engine], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A reader of the articles of LIBRARY."""
    engine = open_engine(tmp_path_factory.mktemp("library"))
    fill(engine, LIBRARY)
    with engine.open_reader() as reader:
        yield reader


def fill(engine: Engine, documents: Iterable[Document], *, batch: int = 1000) -> str:
    """Write these articles into a new generation, a commit a batch, and make it the current one; its name."""
    name = engine.create(context_digest="context")
    with engine.open_writer(name, timeout=1) as writer:
        pending = []
        for version, document in enumerate(documents, 1):
            pending.append(Upsert(document, version))
            if len(pending) == batch:
                assert not writer.write(pending).failed
                writer.commit({})
                pending = []
        assert not writer.write(pending).failed
        writer.commit({"log": 1})
    engine.switch(name)
    return name
