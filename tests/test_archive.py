"""The public Python API, and the promises that log and index keep together."""

from __future__ import annotations

import datetime as dt
import os
import resource
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from archiver import Archive, ArchiveError, Capture, normalise
from archiver.errors import NoArchiveError, UsageError
from archiver.keys import clean_url
from tests.conftest import NO_MODEL, SAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

URL = "https://lindmouth-post.example/ferry"


def page(
    title: str, words: str = "The ferry sailed again on Monday, to the relief of traders on both shores."
) -> bytes:
    """A page with this headline and a body of three paragraphs."""
    text = f"<p>{words}</p><p>Fares will not rise this year, the harbour board said, and crossings run daily.</p>"
    return f"<html lang=en><head><title>{title}</title></head><body><article><h1>{title}</h1>{text}</article></body></html>".encode()


def capture(title: str, url: str = URL, year: int = 2025, payload: bytes | None = None) -> Capture:
    """A capture of a page, made in this year."""
    return Capture(
        url=url,
        key=clean_url(url),
        payload=page(title) if payload is None else payload,
        content_type="text/html; charset=utf-8",
        captured_at=dt.datetime(year, 6, 1, tzinfo=dt.UTC),
    )


@pytest.fixture
def archive(home: Path) -> Iterator[Archive]:
    """A new archive, on each engine."""
    with Archive.open(str(home), create=True) as archive:
        yield archive


def lose_index(archive: Archive) -> None:
    """Take all indexes away, as a lost disk or cluster does."""
    folder = os.path.join(archive.settings.home, "index")
    if os.path.isdir(folder):
        shutil.rmtree(folder)
    else:
        alias, indices = archive.settings.elasticsearch_alias, archive.engine.client.indices  # type: ignore[attr-defined]
        indices.delete(index=[*indices.get(index=f"{alias}-*")])


def titles(archive: Archive, query: str = "") -> list[str | None]:
    """The titles that a query finds."""
    return [hit.title for hit in archive.search(query, limit=100, sort="title").hits]


def test_what_was_added_is_found_at_once(archive: Archive) -> None:
    """A capture that was added is found, shown and exported when `add_captures` returns."""
    report = archive.add_captures([capture("Ferry returns to Lindmouth")])
    assert (report.stored, report.unchanged) == (1, 0)
    (hit,) = archive.search("ferry").hits
    document = archive.get(hit.id)
    assert document == archive.get(URL) == archive.get(hit.id[:6])
    assert document.title == "Ferry returns to Lindmouth"
    assert [item.position for item in document.captures] == [1]
    assert len(list(archive.export("ferry"))) == 1


def test_the_newest_capture_is_the_article(archive: Archive) -> None:
    """A newer capture replaces what is found; an older one, imported later, doesn't; both stay as captures."""
    archive.add_captures([capture("Second headline", year=2025)])
    archive.add_captures([capture("First headline", year=2019)])
    assert titles(archive) == ["Second headline"]
    archive.add_captures([capture("Third headline", year=2026)])
    assert titles(archive) == ["Third headline"]
    assert len(archive.get(URL).captures) == 3


def test_a_page_without_an_article_does_not_take_the_article_away(archive: Archive) -> None:
    """Where the newest capture of a page is empty, the newest one with an article is found, and the trouble reported."""
    archive.add_captures([capture("Ferry returns")])
    report = archive.add_captures([capture("", year=2026, payload=b"<html><body><script>1</script></body></html>")])
    assert titles(archive) == ["Ferry returns"]
    assert report.stored == 1
    archive.add_captures([capture("", url=URL + "/none", payload=b"<html><body></body></html>")])
    assert archive.status().without_article == 1


def test_adding_the_same_again_changes_nothing(archive: Archive) -> None:
    """The same page twice is one capture; back to an earlier text is a new one."""
    for expected, title in (((1, 0), "A story"), ((0, 1), "A story"), ((1, 0), "Other text"), ((1, 0), "A story")):
        report = archive.add_captures([capture(title)])
        assert (report.stored, report.unchanged) == expected
    assert titles(archive) == ["A story"]


def test_an_endless_address_does_not_stop_the_others(archive: Archive) -> None:
    """A capture whose address is too long to be kept is refused, and the ones beside it are added."""
    report = archive.add_captures(
        [capture("One"), capture("Two", URL + "/" + "x" * 50_000), capture("Three", URL + "/3")]
    )
    assert (report.stored, len(report.rejected)) == (2, 1)
    assert titles(archive) == ["One", "Three"]


def test_an_interrupted_add_goes_on_where_it_stopped(archive: Archive, tmp_path: Path) -> None:
    """Ctrl-C in the middle loses nothing that was read; the same command again adds the rest, and nothing twice."""
    for number in range(120):
        (tmp_path / f"{number:03}.html").write_bytes(page(f"Story number {number}"))

    def stop(read: int, _: str) -> None:
        if read == 70:
            raise KeyboardInterrupt

    folder = str(tmp_path)
    pages = [f"{folder}/{number:03}.html" for number in range(120)]
    with pytest.raises(KeyboardInterrupt):
        archive.add(*pages, progress=stop)
    with Archive.open(archive.settings.home) as again:
        report = again.add(*pages)
        assert report.stored + report.unchanged == 120
        assert report.unchanged == 70
        assert again.search().total == 120
        assert again.status().captures == 120


def test_what_a_killed_run_left_in_the_log_is_indexed_by_the_next(archive: Archive) -> None:
    """Captures that reached the log, but not the index, are indexed by the next run."""
    archive.add_captures([capture("First story")])
    archive.log.append([capture("Second story", url=URL + "/2")])
    assert archive.status().behind == 1
    archive.add_captures([])
    assert titles(archive) == ["First story", "Second story"]
    assert archive.status().behind == 0


def test_reindexing_follows_what_happens_meanwhile(archive: Archive) -> None:
    """What is added and removed while a new generation is built is added and removed in it too."""
    archive.add_captures([capture(f"Story {letter}", url=f"{URL}/{letter}") for letter in "abc"])
    done = []

    def meanwhile(*_: int) -> None:
        if not done:
            done.append(True)
            with Archive.open(archive.settings.home) as other:
                other.add_captures([capture("Story d", url=f"{URL}/d"), capture("Story b, amended", f"{URL}/b", 2026)])
                other.remove(f"{URL}/a")

    name = archive.reindex(meanwhile).name
    assert done
    assert [generation.name for generation in archive.status().generations if generation.current] == [name]
    assert titles(archive) == ["Story b, amended", "Story c", "Story d"]


def test_adding_follows_a_switch(archive: Archive) -> None:
    """What is added while another process switches to a new generation is in the one that is read afterwards."""

    def pages() -> Iterator[Capture]:
        yield capture("Story a", url=URL + "/a")
        with Archive.open(archive.settings.home) as other:
            other.reindex()
        yield capture("Story b", url=URL + "/b")

    assert archive.add_captures(pages()).stored == 2
    assert titles(archive) == ["Story a", "Story b"]
    assert archive.status().behind == 0


def test_a_lost_index_is_built_from_the_log(archive: Archive) -> None:
    """Without the index nothing is lost: re-indexing brings everything back."""
    archive.add_captures([capture("Ferry returns"), capture("Bridge closes", url=URL + "/bridge")])
    archive.remove(URL + "/bridge")
    home = archive.settings.home
    lose_index(archive)
    archive.close()
    with Archive.open(home) as again:
        again.reindex()
        assert titles(again) == ["Ferry returns"]


def test_a_closed_archive_refuses(archive: Archive) -> None:
    """Whatever is asked of an archive that was closed, or left, is refused, and nothing is opened again."""
    archive.add_captures([capture("Ferry returns")])
    with archive:
        assert titles(archive) == ["Ferry returns"]
    archive.close()
    asked: list[Callable[[], object]] = [
        archive.search,
        archive.status,
        archive.saved,
        archive.catch_up,
        lambda: archive.get(URL),
        lambda: list(archive.export("ferry")),
        lambda: archive.facet("people"),
        lambda: archive.complete("fer"),
    ]
    for ask in asked:
        with pytest.raises(ArchiveError, match="This archive is closed"):
            ask()


def test_two_processes_add_at_once(home: Path, tmp_path: Path) -> None:
    """Two processes that add to one archive at the same time both succeed, and everything is found."""
    running = []
    for side in "ab":
        folder = tmp_path / side
        folder.mkdir()
        for number in range(20):
            (folder / f"{number}.html").write_bytes(page(f"Story {side} {number}"))
        command = [sys.executable, "-m", "archiver", "--archive", str(home), "add", str(folder)]
        environment = {**os.environ, **NO_MODEL}
        running.append(
            subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        )
    for process in running:
        out, err = process.communicate(timeout=120)
        assert (process.returncode, out) == (0, "20 added, 0 unchanged.\n")
        assert err == "" or err.startswith("Also indexed: ")
    with Archive.open(str(home)) as archive:
        assert archive.search("story").total == 40


def _limit_files() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))


def test_a_full_disk(tmp_path: Path, samples_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With no room left, add fails with a clear message; what was stored stays whole, and adding later goes on."""
    monkeypatch.setenv("ARCHIVE_MODELS", NO_MODEL["ARCHIVE_MODELS"])
    home = str(tmp_path / "archive")
    command = [sys.executable, "-m", "archiver", "--archive", home]
    full = subprocess.run(
        [*command, "add", str(SAMPLES)], preexec_fn=_limit_files, capture_output=True, text=True, check=False
    )
    assert full.returncode == 1
    assert "Traceback" not in full.stderr
    assert "room" in full.stderr or "space" in full.stderr
    assert subprocess.run([*command, "verify"], check=True, capture_output=True).returncode == 0
    subprocess.run([*command, "add", str(SAMPLES)], check=True, capture_output=True)
    with Archive.open(home) as archive, Archive.open(str(samples_home)) as whole:
        assert archive.search().total == whole.search().total


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    """A folder that holds other files isn't made into an archive."""
    (tmp_path / "thesis.doc").write_text("precious")
    with pytest.raises(NoArchiveError, match="holds other things"):
        Archive.open(str(tmp_path), create=True)
    assert os.listdir(tmp_path) == ["thesis.doc"]


def test_unknown_articles_facets_and_orders(archive: Archive) -> None:
    """What doesn't exist is refused with the names of what does."""
    archive.add_captures([capture("Ferry returns")])
    with pytest.raises(ArchiveError, match="archive search"):
        archive.get("no such thing")
    with pytest.raises(UsageError, match="people, organisations"):
        archive.facet("colours")
    with pytest.raises(UsageError, match="relevance, newest"):
        archive.search(sort="size")


def test_normalising_alone() -> None:
    """A capture becomes a document without any archive, the same one each time."""
    one = normalise(capture("Ferry returns to Lindmouth"))
    assert one == normalise(capture("Ferry returns to Lindmouth"))
    assert one.title == "Ferry returns to Lindmouth"
    assert one.url == URL
