"""How long queries take inside a process, by kind, and what facets, highlights and the command around them add.

Usage: bench_queries.py ARCHIVE [RUNS] [--elasticsearch URL --alias NAME]. ARCHIVE is the folder of one that is already
indexed. Each kind is asked with several words in turn; every figure comes from one run, in which the kinds alternate.
"""

import argparse
import itertools
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from archiver.archive import SHOWN_FACETS
from archiver.engine import Reader
from archiver.facets import FACETS
from archiver.query.parser import parse
from archiver.query.tree import Query
from archiver.searching import search, today

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

BIN = Path(sys.executable).parent
WORDS = (
    "steel",
    "mill",
    "furnace",
    "union",
    "court",
    "minister",
    "harbour",
    "river",
    "workers",
    "election",
    "price",
    "water",
)
PAIRS = tuple(f"{one} {other}" for one, other in itertools.combinations(WORDS, 2))
KINDS: dict[str, tuple[tuple[str, ...], dict[str, int]]] = {
    "words": (PAIRS, {}),
    "phrase": (('"steel mill"', '"furnace workers"', '"prime minister"', '"last year"', '"trade union"'), {}),
    "prefix": (("furn*", "elect*", "harb*", "minis*", "riv*"), {}),
    "fuzzy": (("furnase~", "elekton~", "harbuor~", "minster~", "unoin~1"), {}),
    "filtered": (tuple(f"{word} published:2025 place:karachi" for word in WORDS), {}),
    "deep page": (WORDS, {"offset": 2_000}),
    "mistyped": (("furnaec steel", "electoin court", "harbuor price"), {}),
    "question": (
        (
            "why did the steel mill of the town close down last winter",
            "who was elected minister after the court had ruled on the union",
        ),
        {},
    ),
}
MODULES = (
    "archiver.cli, archiver.cli.parser, archiver.cli.search, archiver.engines.embedded.reader, archiver.render.jsonl, "
    "archiver.aliases, archiver.stems, Stemmer"
)


def main() -> None:
    """Measure, and print a line a figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive")
    parser.add_argument("runs", type=int, nargs="?", default=40)
    parser.add_argument("--elasticsearch", help="ask this server, not the embedded engine")
    parser.add_argument("--alias", default="news-archive")
    arguments = parser.parse_args()
    with _reader(arguments) as reader:
        _kinds(reader, arguments.runs)
        _beside_bare(reader, arguments.runs)
    if not arguments.elasticsearch:
        _command(arguments.archive, arguments.runs)


def _reader(arguments: argparse.Namespace) -> Reader:
    from archiver.archive import Archive

    settings = None
    if arguments.elasticsearch:
        from archiver.settings import Settings

        settings = Settings(
            arguments.archive, elasticsearch=arguments.elasticsearch, elasticsearch_alias=arguments.alias
        )
    return Archive.open(arguments.archive, settings=settings).reader


def _kinds(reader: Reader, runs: int) -> None:
    """p50 and p99 of a page of ten hits with highlights, without facets."""
    times: dict[str, list[float]] = {kind: [] for kind in KINDS}
    queries: dict[str, Iterator[str]] = {kind: itertools.cycle(texts) for kind, (texts, _) in KINDS.items()}
    for _ in range(max(runs, 2)):
        for kind, (_, more) in KINDS.items():
            times[kind].append(_seconds(reader, _asked(next(queries[kind]), **more)))
    for kind, seconds in times.items():
        quantiles = statistics.quantiles(seconds, n=100)
        print(f"{kind}: p50 {quantiles[49] * 1000:.1f} ms, p99 {quantiles[98] * 1000:.1f} ms ({len(seconds)} searches)")


def _beside_bare(reader: Reader, runs: int) -> None:
    """A search with facets and highlights, against the same hits without."""
    for name, facets in (("the facets of a terminal", SHOWN_FACETS), ("all facets", FACETS)):
        ratios, seconds = [], []
        for text in itertools.islice(itertools.cycle(PAIRS), runs):
            bare = _seconds(reader, _asked(text)._replace(highlight=False))
            seconds.append(_seconds(reader, _asked(text)._replace(facets=facets, facet_size=5)))
            ratios.append(seconds[-1] / bare)
        ratios.sort()
        print(
            f"{name} and highlights: {statistics.median(seconds) * 1000:.1f} ms, {statistics.median(ratios):.2f} times as long as "
            f"the hits alone (nine of ten from {ratios[len(ratios) // 20]:.2f} to {ratios[-1 - len(ratios) // 20]:.2f})"
        )


def _command(home: str, runs: int) -> None:
    """The whole process against one that imports what it needs and does nothing."""
    os.environ["ARCHIVE_HOME"] = home
    ours = [str(BIN / "archive"), "search", "Steel Mill"]
    base = [sys.executable, "-c", f"import gc; gc.disable(); import {MODULES}; import os; os._exit(0)"]
    pairs = [(_process(ours), _process(base)) for _ in range(runs + 1)][1:]
    ratios = sorted(one / other for one, other in pairs)
    print(
        f"whole process: {statistics.median(one for one, _ in pairs) * 1000:.1f} ms, imports alone "
        f"{statistics.median(other for _, other in pairs) * 1000:.1f} ms, ratio {statistics.median(ratios):.2f} "
        f"(from {ratios[0]:.2f} to {ratios[-1]:.2f})"
    )


def _asked(text: str, **more: int) -> Query:
    return Query(parse(text), text, as_of=today(), **more)  # type: ignore[arg-type]


def _seconds(reader: Reader, query: Query) -> float:
    begin = time.perf_counter()
    search(reader, query, respell=True)
    return time.perf_counter() - begin


def _process(command: list[str]) -> float:
    begin = time.perf_counter()
    ran = subprocess.run(command, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
