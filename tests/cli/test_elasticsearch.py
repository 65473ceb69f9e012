"""The command line with the index in Elasticsearch: the same commands give the same answers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.conftest import FEW, use_elasticsearch

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran

    Run = Callable[..., Ran]

COMMANDS = (
    ("search", "Steel Mill", "--format", "json"),
    ("search", "title:furnace OR place:Karachi", "--sort", "newest", "--format", "json"),
    (
        "search",
        "mill",
        "--people",
        "Jiri Tavrin",
        "--facets",
        "people,countries,published,mentioned",
        "--format",
        "json",
    ),
    ("search", "brackwatter", "--format", "text"),
    ("search", '"steel mill', "--format", "json"),
    ("facets", "people", "--limit", "1000"),
    ("facets", "mentioned", "steel"),
    ("show", "04442e7f"),
    ("export", "steel mill"),
)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_answer_is_the_same(run: Run, elastic_samples_home: Path, words: tuple[str, ...]) -> None:
    """What a command prints doesn't tell which engine it asked, but for scores and the time taken."""
    there, here = run(*words, home=elastic_samples_home), run(*words)
    assert (there.code, there.err) == (here.code, here.err)
    assert comparable(there.out) == comparable(here.out)


def comparable(out: str) -> object:
    """The output without scores, times taken and lines of counts that name milliseconds."""
    try:
        found = [json.loads(line) for line in out.splitlines()]
    except ValueError:
        return [line.partition(" ms")[0].rpartition(" ")[0] if " ms" in line else line for line in out.splitlines()]
    for row in found:
        row.pop("took_ms", None)
        for hit in row.get("hits", ()):
            hit.pop("score")
    return found


def test_looking_after_it(run: Run, tmp_path: Path, elasticsearch_url: str) -> None:
    """Adding, removing, re-indexing, going back and dropping work there as in the archive's folder, and status says where."""
    home = tmp_path / "archive"
    use_elasticsearch(home, elasticsearch_url)
    assert run("search", "mill", home=home).code == 1  # nothing is there yet, and that is said
    assert run("add", *FEW, home=home).code == 0
    status = json.loads(run("status", home=home).out)
    assert (status["engine"], status["behind"]) == ("elasticsearch", 0)
    total = status["documents"]
    identity = json.loads(run("search", "mill", "--limit", "1", home=home).out)["id"]
    assert run("remove", identity, home=home).code == 0
    assert run("reindex", home=home).code == 0
    assert run("reindex", "--rollback", home=home).code == 0
    assert json.loads(run("search", "*", "--format", "json", home=home).out)["total"] == total - 1
    names = [json.loads(line)["name"] for line in run("generations", home=home).out.splitlines()]
    assert names == ["000001", "000002"]
    assert run("generations", "drop", "000002", home=home).out == "000002 dropped\n"
    assert run("verify", home=home).code == 0
    assert not (home / "index").exists()


def test_a_cluster_that_is_not_there(run: Run, tmp_path: Path) -> None:
    """Where nothing answers, a search fails with a sentence that names the address, and what to look at."""
    ran = run("search", "mill", "--elasticsearch", "http://127.0.0.1:9", home=tmp_path)
    assert ran.code == 1
    assert "can't be reached at http://127.0.0.1:9" in ran.err
    assert len(ran.err.splitlines()) == 1
