"""The order of hits, by the queries over the samples whose answers were judged; `benchmarks/bench_ranking.py` gives figures."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from archiver import Archive

if TYPE_CHECKING:
    from collections.abc import Iterator

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture(scope="module")
def bench() -> Any:
    """The benchmark, as a module."""
    sys.path.insert(0, str(BENCHMARKS))
    try:
        import bench_ranking
    finally:
        sys.path.remove(str(BENCHMARKS))
    return bench_ranking


@pytest.fixture(scope="module")
def archive(samples_home: Path) -> Iterator[Archive]:
    """The samples' archive."""
    with Archive.open(str(samples_home)) as opened:
        yield opened


def test_judged_queries_are_many_and_of_many_kinds(bench: Any) -> None:
    """There are more than forty, each once, and of each kind at least three."""
    queries = bench.samples().queries
    kinds = [query.kind for query in queries]
    assert len(queries) >= 40
    assert len({query.text for query in queries}) == len(queries)
    assert len(set(kinds)) >= 10
    assert all(kinds.count(kind) >= 3 for kind in kinds)
    assert all(set(query.grades.values()) <= {1, 2, 3} for query in queries)


def test_what_was_looked_for_comes_before_what_only_touches_it(bench: Any, archive: Archive) -> None:
    """Of every kind of query, the judged articles are found, nearly in the order of their grades."""
    measured = bench.samples()
    rank = bench.as_searched(archive, measured, [])
    for kind in sorted({query.kind for query in measured.queries}):
        scores = [bench.ndcg(rank(each.text), each.grades) for each in measured.queries if each.kind == kind]
        assert sum(scores) / len(scores) > 0.75, kind


def test_whole_headline_is_found_first(bench: Any, archive: Archive) -> None:
    """Whoever types a headline word for word has its article first, also where others hold the words more often."""
    measured = bench.samples()
    rank = bench.as_searched(archive, measured, [])
    for page in archive.search("*", limit=100, facets=()).hits:
        if page.title and page.title.isascii() and ":" not in page.title:
            assert rank(page.title)[0] == measured.name_of(page.title, None)


@pytest.mark.parametrize(
    ("ranked", "grades", "score"),
    [
        (["a"], {"a": 3}, 1.0),
        (["a", "b"], {"a": 3, "b": 1}, 1.0),
        (["b", "a"], {"a": 3, "b": 1}, 0.797),
        (["x", "a"], {"a": 3}, 0.631),
        (["x"], {"a": 3}, 0.0),
        ([], {"a": 3}, 0.0),
        (["x"] * 10 + ["a"], {"a": 3}, 0.0),
    ],
)
def test_measure_falls_with_the_place_of_the_best(bench: Any, ranked: list[str], grades: Any, score: float) -> None:
    """It is 1 for the best order, and the less, the further down the answers stand; the eleventh hit is none."""
    assert bench.ndcg(ranked, grades) == pytest.approx(score, abs=0.001)


def test_mistyping_changes_one_longer_word(bench: Any) -> None:
    """One letter is swapped, dropped or doubled; short words stay, and the same seed gives the same error."""
    rng = random.Random(3)
    for _ in range(200):
        wrong = bench.mistyped("the town of Brackwater", rng)
        assert wrong.startswith("the town of ")
        assert abs(len(wrong) - len("the town of Brackwater")) <= 1
    assert bench.mistyped("a cow", rng) == "a cow"
    assert bench.mistyped("Brackwater", random.Random(1)) == bench.mistyped("Brackwater", random.Random(1))


def test_collection_in_the_layout_of_beir_is_read(bench: Any, tmp_path: Path) -> None:
    """Its documents are added under addresses that hold their names, and each query has the grades of its answers."""
    folder = tmp_path / "small"
    (folder / "qrels").mkdir(parents=True)
    (folder / "corpus.jsonl").write_text(
        '{"_id": "d/1", "title": "Tide mill", "text": "It grinds flour."}\n{"_id": "d2", "title": "", "text": "Rain."}\n'
    )
    (folder / "queries.jsonl").write_text('{"_id": "q1", "text": "flour"}\n{"_id": "q2", "text": "unjudged"}\n')
    (folder / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq1\td/1\t2\nq1\td2\t0\n")
    measured = bench.collection(folder, tmp_path)
    assert [(query.text, query.grades) for query in measured.queries] == [("flour", {"d/1": 2})]
    with Archive.open(str(tmp_path / "archive"), create=True) as made:
        made.add(measured.source)
        for rank in (bench.as_searched(made, measured, []), bench.of_words(made, measured, "or")):
            assert rank("flour") == ["d/1"]
    assert bench.PlainBM25([("d/1", "It grinds flour.", "en"), ("d2", "Rain.", "en")])("flour grinding") == ["d/1"]
