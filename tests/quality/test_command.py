"""`python -m quality`: what it prints."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The command, from the project's folder."""
    command = [sys.executable, "-m", "quality", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_tables_fit_into_a_hundred_columns(tmp_path: Path) -> None:
    """Fields, systems and languages of the samples are told within a page's width, and written where asked."""
    saved = tmp_path / "results.jsonl"
    ran = run(
        "--match", "river-flood", "--systems", "archive,trafilatura", "--by-language", "--jobs", "1", "--save", saved
    )
    assert ran.returncode == 0, ran.stderr
    assert max(map(len, ran.stdout.split("\n"))) <= 100
    first, *lines = ran.stdout.split("\n")
    assert first.strip() == "samples: 2 pages"
    assert [line.split()[0] for line in lines if line.startswith(("body", "title", "authors", "mentioned"))] == [
        "body",
        "title",
        "authors",
        "mentioned",
    ]
    outcomes = [json.loads(line) for line in saved.read_text("utf-8").splitlines()]
    assert {(outcome["name"], outcome["system"]) for outcome in outcomes} == {
        (name, system)
        for name in ("ledger-river-flood.html", "wire-river-flood.html")
        for system in ("archive", "trafilatura")
    }


def test_systems_are_timed_at_the_same_work() -> None:
    """Pages a second are without names, and apart with them; a system that isn't installed is named, and the others run."""
    ran = run("--match", "wire-river-flood", "--names", "--systems", "archive,trafilatura,newspaper4k", "--jobs", "1")
    assert ran.returncode == 0
    left_out = importlib.util.find_spec("newspaper") is None
    assert ran.stderr == ("newspaper4k isn't installed here, so left out\n" if left_out else "")
    rows = {line[:18].rstrip(): line[18:].split() for line in ran.stdout.split("\n")}
    without, names = rows["pages a CPU second"], rows["  with names"]
    assert "–" not in without
    assert (names[0] != "–", set(names[1:]), len(names)) == (True, {"–"}, len(without))


def test_a_folder_or_system_that_is_not_known_is_named(tmp_path: Path) -> None:
    """A wrong folder or system is an error with what there is, not a traceback."""
    for arguments, words in (((tmp_path,), "no format"), (("--systems", "archive,magic"), "no such system: magic")):
        ran = run(*arguments)
        assert ran.returncode == 2
        assert words in ran.stderr
        assert "Traceback" not in ran.stderr
