"""Generations: re-indexing under writes and kills, going back, dropping, and checking before a switch."""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from typing import TYPE_CHECKING

import pytest

from archiver import Archive, Capture
from archiver.engine import Delete
from archiver.errors import IndexingError, NoArchiveError
from archiver.keys import clean_url
from archiver.normalise import context

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SITE = "https://lindmouth-post.example"


def capture(number: int, title: str = "", year: int = 2025) -> Capture:
    """A page of a story with this number; without spaCy's languages, so that hundreds are normalised in a second."""
    title = title or f"Historia {number} de la ciudad"
    text = (
        f"<p>El texto de la historia {number} habla del puerto, del mercado y de la gente que trabaja en la ciudad.</p>"
    )
    url = f"{SITE}/{number}"
    page = f"<html lang=es><head><title>{title}</title></head><body><article><h1>{title}</h1>{text}{text}</article></body></html>"
    return Capture(
        url=url,
        key=clean_url(url),
        payload=page.encode(),
        content_type="text/html; charset=utf-8",
        captured_at=dt.datetime(year, 6, 1, tzinfo=dt.UTC),
    )


@pytest.fixture
def archive(home: Path) -> Iterator[Archive]:
    """An archive of twelve stories, on each engine."""
    with Archive.open(str(home), create=True) as archive:
        archive.add_captures(capture(number) for number in range(12))
        yield archive


def titles(archive: Archive, query: str = "") -> set[str | None]:
    """The headlines that a query finds."""
    return {hit.title for hit in archive.search(query, limit=1000).hits}


def current(archive: Archive) -> str:
    """The generation that is read."""
    return next(generation.name for generation in archive.engine.generations() if generation.current)


def python(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Another process that runs this code."""
    command = [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=os.getcwd())


# Going back, and dropping.


def test_going_back_brings_the_old_generation_up_to_the_log(archive: Archive) -> None:
    """After going back, what was added and removed since is as it should be, and going forward again works too."""
    first = current(archive)
    second = archive.reindex().name
    archive.add_captures([capture(20)])
    archive.remove(f"{SITE}/3")
    assert archive.use_generation().name == first
    expected = {f"Historia {number} de la ciudad" for number in (*range(12), 20) if number != 3}
    assert titles(archive) == expected
    archive.add_captures([capture(21)])
    archive.use_generation(second)
    assert current(archive) == second
    assert titles(archive) == expected | {"Historia 21 de la ciudad"}


def test_only_what_is_needed_is_kept(archive: Archive) -> None:
    """Dropping leaves the generation that is read and the one before it; neither of them can be dropped by mistake."""
    with pytest.raises(IndexingError, match="no earlier generation"):
        archive.use_generation()
    names = [current(archive), *(archive.reindex().name for _ in range(3))]
    assert archive.drop_generations() == names[:2]
    assert [generation.name for generation in archive.engine.generations()] == names[2:]
    with pytest.raises(IndexingError, match="is the one that is read"):
        archive.drop_generations([names[3]])
    with pytest.raises(IndexingError, match="There is no generation"):
        archive.drop_generations([names[0]])
    assert archive.drop_generations([names[2]]) == [names[2]]
    assert len(titles(archive)) == 12


# Checking before a switch.


def test_queries_of_the_users_own_are_checked(archive: Archive) -> None:
    """A re-index switches only if each query finds something still, and the articles that it names."""
    before = current(archive)
    with pytest.raises(IndexingError, match="doesn't find"):
        archive.reindex(queries=[f"puerto => {SITE}/4", f"title:historia title:4 => {SITE}/5"])
    assert current(archive) == before
    assert len(titles(archive)) == 12
    done = archive.reindex(queries=[f"puerto => {SITE}/4 {SITE}/5", '"historia 7"', "nothing-holds-this"])
    assert done.changes == ()
    assert current(archive) == done.name != before


def test_why_a_reindex_is_needed(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is to be done for a fresh index; after a change of the normaliser that is said, until it was done."""
    assert archive.why_reindex() == ""
    monkeypatch.setattr(context.Context, "digest", "0" * 64)
    assert "normaliser" in archive.why_reindex()
    home = archive.settings.home
    archive.close()
    with Archive.open(home) as again:
        again.reindex()
        assert again.why_reindex() == ""


def test_what_an_index_has_lost(archive: Archive) -> None:
    """An article that the index has lost is missed by verify, and is there again after a re-index or a going back."""
    first, second = current(archive), archive.reindex().name
    lost = archive.search("title:4").hits[0].id
    version = dict(archive.reader.versions())[lost]
    for name in (first, second):
        with archive.engine.open_writer(name, archive.log.id, timeout=1) as writer:
            writer.write([Delete(lost, version)])
            writer.commit({})
    (problem,) = archive.verify()
    assert "lacks 1 document that the log has" in problem
    assert f"{SITE}/4" in problem
    archive.use_generation(first)
    assert len(titles(archive)) == 12
    assert list(archive.verify()) == []
    archive.reindex()
    assert len(titles(archive)) == 12
    assert list(archive.verify()) == []


# Under way, with other processes.

CHANGED = 5  # articles
ADD_AND_REMOVE = """
    import sys
    sys.path.insert(0, sys.argv[3])
    from archiver import Archive
    from tests.test_generations import SITE, capture
    print("ready", flush=True)
    sys.stdin.readline() if False else None
    with Archive.open(sys.argv[1]) as archive:
        for number in range(100, 100 + int(sys.argv[2])):
            archive.add_captures([capture(number), capture(number - 100, "Cambiada", 2026)])
            if number % 3 == 0:
                archive.remove(f"{SITE}/{number}")
    print("done", flush=True)
"""

SEARCH = """
    import sys, time
    sys.path.insert(0, sys.argv[2])
    from archiver import Archive
    lowest, searches, names = 10**9, 0, set()
    end = time.monotonic() + 600
    print("ready", flush=True)
    import select
    while not select.select([sys.stdin], [], [], 0)[0] and time.monotonic() < end:
        with Archive.open(sys.argv[1]) as archive:
            page = archive.search("puerto", limit=1000)
            ids = [hit.id for hit in page.hits]
            assert len(ids) == len(set(ids)) == page.total, "an article is there twice"
            lowest, searches = min(lowest, page.total), searches + 1
    print(lowest, searches, flush=True)
"""


def test_reindexing_under_writes_and_searches(archive: Archive) -> None:
    """While others add, change, remove and search without pause, re-indexing loses, doubles and brings back nothing."""
    home = archive.settings.home
    searcher = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(SEARCH), home, os.getcwd()],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert searcher.stdout
    assert searcher.stdout.readline() == "ready\n"
    writer = python(ADD_AND_REMOVE, home, CHANGED, os.getcwd())
    assert writer.stdout
    assert writer.stdout.readline() == "ready\n"
    rounds = 0
    while writer.poll() is None or rounds < 2:
        archive.reindex()
        rounds += 1
    said, trouble = writer.communicate()
    assert (said, trouble) == ("done\n", "")
    found, trouble = searcher.communicate("stop\n", timeout=60)
    assert trouble == ""
    lowest, searches = map(int, found.split())
    assert lowest >= 12
    assert searches > 0
    archive.reindex()
    stay = [*range(CHANGED, 12), *(number for number in range(100, 100 + CHANGED) if number % 3)]
    expected = {"Cambiada"} | {f"Historia {number} de la ciudad" for number in stay}
    with Archive.open(home) as again:
        assert titles(again) == expected
        assert again.search().total == CHANGED + len(stay)
        assert list(again.verify()) == []


REINDEX = """
    import sys
    sys.path.insert(0, sys.argv[2])
    from archiver import Archive
    with Archive.open(sys.argv[1]) as archive:
        print("ready", flush=True)
        archive.reindex(lambda done, whole: print(done, flush=True))
    print("switched", flush=True)
"""


def test_a_killed_reindex_is_finished_by_the_next(archive: Archive) -> None:
    """A re-index that is killed at any moment leaves the old generation to be read, and the next one finishes it."""
    archive.add_captures(capture(number) for number in range(12, 70))
    everything = titles(archive)
    chance = random.Random(5)
    for _ in range(3):
        before = current(archive)
        process = python(REINDEX, archive.settings.home, os.getcwd())
        assert process.stdout
        wanted = chance.randrange(71)
        for line in process.stdout:
            if line.strip().isdecimal() and int(line) >= wanted:
                break
        time.sleep(chance.random() * 0.05)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        with Archive.open(archive.settings.home) as again:
            assert titles(again) == everything
            if current(again) == before:
                unfinished = [known for known in again.engine.generations() if int(known.name) > int(before)]
                done = again.reindex()
                assert [known.name for known in unfinished if not known.positions] in ([], [done.name])
            assert titles(again) == everything
            assert list(again.verify()) == []
            again.drop_generations()


def test_a_reindex_goes_on_where_it_was_stopped(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an interrupted run wrote isn't written again, and what was removed or changed since is right."""
    monkeypatch.setenv("ARCHIVE_WORKERS", "2")  # so many articles are normalised by other processes
    with Archive.open(str(home), create=True) as archive:
        archive.add_captures(capture(number) for number in range(12))
        _stop_and_go_on(archive)


def _stop_and_go_on(archive: Archive) -> None:
    archive.add_captures(capture(number) for number in range(12, 140))

    def stop(done: int, _: int) -> None:
        if done >= 130:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        archive.reindex(stop)
    archive.remove(f"{SITE}/5")
    archive.remove(f"{SITE}/135")
    archive.add_captures([capture(6, "Cambiada", 2026)])
    done = archive.reindex()
    assert done.resumed
    assert done.written.written < 140
    assert archive.search().total == 138
    assert archive.search("cambiada").total == 1
    with pytest.raises(NoArchiveError, match="removed"):
        archive.get(f"{SITE}/5")
    assert list(archive.verify()) == []


def test_moving_to_elasticsearch_and_back(tmp_path: Path, elasticsearch_url: str) -> None:
    """A re-index with the address of a cluster moves the index there; the embedded one is there for going back."""
    home = str(tmp_path / "archive")
    with Archive.open(home, create=True) as archive:
        archive.add_captures(capture(number) for number in range(5))
        before = [json.loads(line) for line in archive.export()]
    alias = f"test-move-{os.getpid()}"
    (tmp_path / "archive" / "archive.toml").write_text(f'elasticsearch_alias = "{alias}"\n')
    with Archive.open(home, elasticsearch=elasticsearch_url) as archive:
        with pytest.raises(NoArchiveError, match="archive reindex"):
            archive.search("puerto")
        archive.reindex()
        assert [json.loads(line) for line in archive.export()] == before
        archive.add_captures([capture(7)])
        assert archive.search("puerto").total == 6
    with Archive.open(home) as archive:
        assert archive.status().behind == 1
        archive.add_captures([])
        assert archive.search("puerto").total == 6


def test_a_generation_that_cannot_be_read_is_replaced(home: Path) -> None:
    """An index of an earlier version is refused with the way out, and `reindex` is that way: nothing of it is needed."""
    with Archive.open(str(home), create=True) as archive:
        archive.add_captures([capture(1), capture(2)])
        if archive.settings.uses_elasticsearch:
            client, index = archive.engine.client, f"{archive.engine.alias}-000001"  # type: ignore[attr-defined]
            meta = client.indices.get_mapping(index=index)[index]["mappings"]["_meta"]
            client.indices.put_mapping(index=index, meta={**meta, "layout": 1, "schema_digest": "earlier"})
        else:
            manifest = home / "index" / "000001" / "manifest.json"
            row = json.loads(manifest.read_text(encoding="utf-8"))
            manifest.write_text(json.dumps({**row, "layout": 1, "schema_digest": "earlier"}), encoding="utf-8")
    with Archive.open(str(home)) as archive:
        with pytest.raises(IndexingError, match=r"another version.*archive reindex"):
            archive.search()
        assert any("another version" in problem for problem in archive.verify())
        why = "have changed" if archive.settings.uses_elasticsearch else "can't be read"
        assert why in archive.why_reindex()
        assert archive.reindex(queries=["story"]).name == "000002"
        assert archive.search().total == 2
        archive.add_captures([capture(3)])
        assert archive.search().total == 3
        assert list(archive.verify()) == []
