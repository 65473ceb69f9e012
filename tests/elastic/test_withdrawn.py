"""Withdrawn articles stay withdrawn, also where Elasticsearch forgets deletions at once (`index.gc_deletes: 0`)."""

from __future__ import annotations

import time
import urllib.error
from typing import TYPE_CHECKING

import pytest

from archiver import Archive
from archiver.engine import Delete, Upsert
from archiver.engines.elastic import ElasticEngine
from archiver.keys import clean_url, document_id
from archiver.settings import load_settings
from tests.conftest import archive_on_elasticsearch
from tests.elastic.server import ask
from tests.engines.articles import article
from tests.test_generations import SITE, capture, titles

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GONE = document_id(clean_url(f"{SITE}/3"))


@pytest.fixture
def home(tmp_path: Path, elasticsearch_url: str) -> Path:
    """An archive of a hundred and ten stories."""
    return archive_on_elasticsearch(tmp_path / "archive", elasticsearch_url, map(capture, range(110)))


@pytest.fixture
def forget(home: Path, elasticsearch_url: str) -> Callable[[], str]:
    """Let all generations that are there forget deletions at once; gives the beginning of their addresses."""
    alias = load_settings(str(home)).elasticsearch_alias

    def let_forget() -> str:
        ask(f"{elasticsearch_url}/{alias}-0*/_settings", "PUT", {"index.gc_deletes": "0s"})
        return f"{elasticsearch_url}/{alias}"

    return let_forget


def is_taken(index: str, log: str, version: int) -> bool:
    """Send an older version of the third story, as a request may do that was delayed; whether it is written."""
    url = f"{index}/_doc/{GONE}?refresh=true&version_type=external_gte&version={version}"
    try:
        ask(url, "PUT", {"title": "late", "log": log, "document": {}})
    except urllib.error.HTTPError as error:
        with error:
            if error.code != 409:
                raise
        return False
    return True


def stays_gone(home: Path, number: int = 3) -> None:
    """Fails if this story is found, or anything else isn't as the log says."""
    with Archive.open(str(home)) as archive:
        assert f"Historia {number} de la ciudad" not in titles(archive)
        assert archive.search().total == 109
        assert list(archive.verify()) == []


def test_removed_while_a_reindex_is_under_way(home: Path, forget: Callable[[], str]) -> None:
    """What another process removes while a new generation is built isn't in it, nor in the older one after going back."""
    done = []

    def meanwhile(*_: int) -> None:
        forget()
        if not done:
            done.append(True)
            with Archive.open(str(home)) as other:
                other.remove(f"{SITE}/3")

    forget()
    with Archive.open(str(home)) as archive:
        archive.reindex(meanwhile)
        assert done
    stays_gone(home)
    with Archive.open(str(home)) as archive:
        archive.use_generation()
    stays_gone(home)


def test_removed_between_two_halves_of_a_reindex(home: Path, forget: Callable[[], str]) -> None:
    """What is removed after a re-index has written it, and was stopped, is gone when that is finished."""

    def stop(*_: int) -> None:
        forget()
        raise KeyboardInterrupt

    with Archive.open(str(home)) as archive, pytest.raises(KeyboardInterrupt):
        archive.reindex(stop)
    with Archive.open(str(home)) as archive:
        archive.remove(f"{SITE}/3")
        assert archive.reindex().resumed
    stays_gone(home)


def test_a_late_write(home: Path, forget: Callable[[], str], elasticsearch_url: str) -> None:
    """A write that arrives after the deletion is refused; where that was forgotten, verify tells, and a re-index mends."""
    with Archive.open(str(home)) as archive:
        log, version = archive.log.id, dict(archive.reader.versions())[GONE]
        archive.remove(f"{SITE}/3")
    assert not is_taken(f"{elasticsearch_url}/{load_settings(str(home)).elasticsearch_alias}-000001", log, version)
    with Archive.open(str(home)) as archive:
        archive.add_captures([capture(3)])
        archive.remove(f"{SITE}/3")
    index = forget() + "-000001"
    until = time.monotonic() + 30
    while not is_taken(index, log, version):  # it forgets at a refresh, by a clock that is coarse
        assert time.monotonic() < until
        ask(f"{index}/_refresh", "POST")
    with Archive.open(str(home)) as archive:
        (problem,) = archive.verify()
        assert "1 that the log doesn't have" in problem
        archive.reindex()
    stays_gone(home)


def test_what_is_done_to_one_document_is_done_in_order(home: Path, forget: Callable[[], str]) -> None:
    """A document that is written and deleted in one batch is gone, however many threads send the batch."""
    engine = ElasticEngine(load_settings(str(home)))
    name = engine.create(context_digest="other")
    forget()
    big = "The same sentence again. " * 500
    with engine.open_writer(name, timeout=1) as writer:
        for start in (1, 1_001):
            first = [Upsert(article("gone", text=big * 80), start)]
            others = [Upsert(article(f"{start} {number}", text=big), start + 1) for number in range(510)]
            writer.write([*first, *others, Delete(document_id("gone"), start + 2)])
        writer.commit({})
    with engine.open_reader(name) as reader:
        assert reader.get(document_id("gone")) is None
        assert len(list(reader.versions())) == 2 * 510


def test_nothing_of_what_was_purged_is_left_in_the_files(home: Path, elasticsearch_url: str) -> None:
    """One purged article of many is merged away, too, though Elasticsearch would leave it where it is."""
    with Archive.open(str(home)) as archive:
        archive.purge(f"{SITE}/3")
        index = f"{archive.settings.elasticsearch_alias}-000001"
        counted = ask(f"{elasticsearch_url}/{index}/_stats/docs")["_all"]["primaries"]["docs"]
        assert (counted["count"], counted["deleted"]) == (109, 0)
        stays_gone(home)
