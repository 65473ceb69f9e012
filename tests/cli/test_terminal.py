"""The command line on a real terminal, where progress is shown."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from archiver import Archive
from archiver.cli.progress import Bars
from tests.conftest import NO_MODEL, SAMPLES
from tests.terminal import on_terminal

if TYPE_CHECKING:
    from pathlib import Path


def test_an_export_into_a_file_from_a_terminal(samples_home: Path, tmp_path: Path) -> None:
    """`archive export -o FILE` on a terminal writes the file and says so; only that stays on the screen."""
    target = tmp_path / "mill.jsonl"
    ran = on_terminal(samples_home, "export", "steel mill", "-o", str(target), columns=200)
    assert ran.code == 0, ran.raw
    count = len(target.read_text(encoding="utf-8").splitlines())
    assert count > 10
    assert ran.lines[-2].endswith(f"{count} articles written to {target}.")
    assert "Traceback" not in ran.text
    assert "archive:" not in ran.text


def test_adding_shows_reading_and_indexing_go_on(tmp_path: Path) -> None:
    """While articles are added, what is read and what is indexed are both counted up."""
    ran = on_terminal(tmp_path / "archive", "add", str(SAMPLES), columns=100, **NO_MODEL)
    assert ran.code == 0, ran.raw
    assert len(set(re.findall(r"Reading +\S+ +([\d,]+)", ran.text))) > 1
    indexed = {
        int(done) for done, total in re.findall(r"Indexing +\S+ +([\d,]+)/([\d,]+)", ran.text) if int(total) > 50
    }
    assert len(indexed - {0}) > 2
    assert "left" in ran.text
    assert ran.lines[-2].endswith("141 added, 1 unchanged.")


@pytest.mark.parametrize("columns", [60, 100])
@pytest.mark.parametrize(
    ("command", "name"),
    [("reindex", "(?:Learning|Re-indexing)"), ("verify", "Verifying"), ("rebuild", "Rebuilding")],
    ids=["reindex", "verify", "rebuild"],
)
def test_long_work_shows_how_much_there_is(few_home: Path, command: str, name: str, columns: int) -> None:
    """Re-indexing, verifying and rebuilding show what is done of how much, in one line of the terminal."""
    # So few articles may be re-indexed between two drawings of the bar; then that of the step before it was seen.
    ran = on_terminal(few_home, command, columns=columns, **NO_MODEL)
    assert ran.code == 0, ran.raw
    assert re.search(rf"{name} +\S+ +[\d.,]+/[\d.,]+", ran.text) or re.search(r"Checking\D+[\d.,]+/[\d.,]+", ran.text)
    assert all(len(line) <= columns for line in ran.text.split("\n") if "━" in line)


def test_a_purge_asks_by_title(own_home: Path, tmp_path: Path) -> None:
    """Before a purge its articles are named, and nothing is done unless the answer is yes."""
    url = "https://news.example/\x1b[2J"
    lines = [{"title": f"Zzferry {name}", "text": "It sailed.", "people": ["A B"], "url": url + name} for name in "ab"]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)))
    with Archive.open(str(own_home)) as archive:
        archive.add(str(tmp_path / "a.jsonl"))
        one, two = (hit.id for hit in archive.search("zzferry", sort="title").hits)
    asked = on_terminal(own_home, "purge", one, columns=200, answer="n\n")
    assert asked.code == 1
    assert f"Take “Zzferry a” ({one[:8]}) out of the files for good? [y/N]" in asked.text
    asked = on_terminal(own_home, "purge", one, two, "ffffffff", columns=200, answer="y\n")
    assert asked.code == 1
    for shown in (
        "3 articles:",
        f"“Zzferry a” ({one[:8]})",
        f"“Zzferry b” ({two[:8]})",
        "\n  ffffffff",
        "[y/N]",
        f"{two} purged",
    ):
        assert shown in asked.text.replace("\n\n", "\n")


def test_problems_go_where_stdout_goes(own_home: Path) -> None:
    """`archive verify > FILE` on a terminal writes the problems into the file, and the progress to the terminal."""
    (warc,) = (own_home / "log").glob("*.warc.gz")
    content = bytearray(warc.read_bytes())
    content[len(content) // 2] ^= 0xFF
    warc.write_bytes(content)
    ran = on_terminal(own_home, "verify", pipe=True)
    assert ran.code == 1
    assert "no whole record" in ran.piped
    assert "no whole record" not in ran.text
    shown = on_terminal(own_home, "verify", columns=300)
    assert "no whole record" in shown.text


def test_a_bar_that_stood_still() -> None:
    """A bar that was full while something else was done goes on without a whole, where nobody knows that any more."""
    bars = Bars()
    bar = bars.add("Reading")
    bar(500, 500)
    bar(700, None, "page.html")
    (task,) = bars._progress.tasks
    assert (task.completed, task.total, task.finished) == (700, None, False)


def test_no_progress_in_a_pipe(tmp_path: Path) -> None:
    """Where stderr is a pipe nothing of the progress is written, not even where colours are forced."""
    ran = subprocess.run(
        [sys.executable, "-m", "archiver", "--archive", str(tmp_path / "archive"), "add", str(SAMPLES / "feed.jsonl")],
        capture_output=True,
        text=True,
        check=True,
        env={"FORCE_COLOR": "1", **NO_MODEL},
    )
    assert ran.stderr == ""


def test_hits_are_json_only_in_a_pipe(samples_home: Path) -> None:
    """On a terminal a search draws; its output into a pipe is JSON lines, whatever stderr is."""
    assert "articles for mill" in on_terminal(samples_home, "search", "mill").text
    piped = on_terminal(samples_home, "search", "mill", pipe=True).piped
    assert all(json.loads(line)["id"] for line in piped.splitlines())
