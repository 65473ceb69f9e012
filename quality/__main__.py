"""`python -m quality [FOLDER…]`: precision, recall and F1 of each field, over the samples and over folders of benchmark pages."""

import argparse
import sys
import time
import warnings
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

from archiver.errors import ArchiveError
from archiver.render.safe import one_line
from quality import formats
from quality.cases import Case
from quality.scores import Result, Tally, compare
from quality.systems import SYSTEMS, Reading, installed

FIELDS = ("body", "chunks", "title", "standfirst", "authors", "day", "minute", "site", "language", "people", "organisations", "places", "mentioned")
_SHARES = frozenset(("title", "standfirst", "day", "minute", "site", "language"))  # told as right and as wrong, not as F1
_WIDTH = 160


class Outcome(msgspec.Struct, frozen=True):
    """What a system reached on a page."""

    set_name: str
    name: str
    system: str
    results: list[Result]
    seconds: float
    failure: str = ""


def main() -> int:
    """Read the pages and print the tables."""
    parser = argparse.ArgumentParser(prog="quality", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="folders of benchmark pages, beside the samples of the project")
    parser.add_argument("--systems", default="archive", help="comma-separated: " + ", ".join(SYSTEMS))
    parser.add_argument("--names", action="store_true", help="look for people, organisations and places too, which takes most of the time")
    parser.add_argument("--half", choices=("a", "b"), help="only the pages of one half, the same ones each time")
    parser.add_argument("--limit", type=int, default=0, help="at most so many pages of each folder")
    parser.add_argument("--match", default="", help="only pages whose name has this")
    parser.add_argument("--worst", metavar="FIELD", choices=FIELDS, help="list the pages where the archive is worst at this")
    parser.add_argument("--show", type=int, default=20, help="how many pages --worst lists")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--save", type=Path, metavar="FILE", help="write all results there, a JSON line a page and system")
    chosen = parser.parse_args()
    systems = installed(chosen.systems.split(","))
    outcomes = list(_run(chosen, systems))
    console = Console(width=None if sys.stdout.isatty() else _WIDTH)
    for name in dict.fromkeys(outcome.set_name for outcome in outcomes):
        _print_set(console, name, [outcome for outcome in outcomes if outcome.set_name == name])
    for outcome in outcomes:
        if outcome.failure:
            console.print(f"{outcome.system} failed on {outcome.name}: {one_line(outcome.failure)[:200]}", markup=False, soft_wrap=True)
    if chosen.worst:
        _print_worst(console, outcomes, chosen.worst, chosen.show)
    if chosen.save:
        chosen.save.write_bytes(b"".join(msgspec.json.encode(outcome) + b"\n" for outcome in outcomes))
    return 0


def _run(chosen: argparse.Namespace, systems: list[str]) -> Iterator[Outcome]:
    tasks = ((case, system, chosen.names) for case in _cases(chosen) for system in systems)
    if chosen.jobs == 1:
        yield from map(_outcome, tasks)
        return
    with ProcessPoolExecutor(chosen.jobs) as pool:
        yield from pool.map(_outcome, tasks, chunksize=4)


def _cases(chosen: argparse.Namespace) -> Iterator[Case]:
    for folder in chosen.folders or [formats.SAMPLES]:
        count = 0
        for case in formats.load(folder):
            if chosen.match not in case.name or (chosen.half and case.half != chosen.half):
                continue
            count += 1
            if chosen.limit and count > chosen.limit:
                break
            yield case


def _outcome(task: tuple[Case, str, bool]) -> Outcome:
    case, system, names = task
    warnings.simplefilter("ignore")
    began = time.process_time()
    failure = ""
    try:
        reading = SYSTEMS[system](case.capture, names=names)
    except ArchiveError as error:
        reading, failure = Reading(), str(error)
    except Exception as error:  # noqa: BLE001 - a library that fails on a page has read nothing of it
        reading, failure = Reading(), f"{type(error).__name__}: {error}"
    seconds = time.process_time() - began
    results = [result for result in compare(case.gold, reading) if names or result.field not in ("people", "organisations", "places")]
    return Outcome(case.set_name, case.name, system, results, seconds, failure)


def _print_set(console: Console, name: str, outcomes: Iterable[Outcome]) -> None:
    tallies: dict[str, dict[str, Tally]] = defaultdict(lambda: defaultdict(Tally))
    pages: dict[str, list[float]] = defaultdict(list)
    for outcome in outcomes:
        pages[outcome.system].append(outcome.seconds)
        for result in outcome.results:
            tallies[result.field][outcome.system].add(result.right, result.spurious, result.missed)
    speeds = ", ".join(f"{system} {len(times) / (sum(times) or 1):.1f} a CPU second" for system, times in pages.items())
    table = Table(title=f"{name}: {max(map(len, pages.values()))} pages ({speeds})", title_justify="left", box=None, pad_edge=False)
    table.add_column("field")
    table.add_column("pages", justify="right")
    table.add_column("system")
    for column in ("precision", "recall", "F1", "right", "wrong"):
        table.add_column(column, justify="right")
    for field in FIELDS:
        for system, tally in tallies[field].items():
            shares = ("", "", "", f"{tally.right / tally.pages:.3f}", f"{tally.spurious / tally.pages:.3f}")
            scores = (f"{tally.precision:.3f}", f"{tally.recall:.3f}", f"{tally.f1:.3f}", "", "")
            table.add_row(field, str(tally.pages), system, *(shares if field in _SHARES else scores))
    console.print(table)
    console.print()


def _print_worst(console: Console, outcomes: Iterable[Outcome], field: str, count: int) -> None:
    found = [(outcome, result) for outcome in outcomes if outcome.system == "archive" for result in outcome.results if result.field == field]
    found.sort(key=lambda pair: pair[1].f1)
    for outcome, result in [pair for pair in found if pair[1].f1 < 1][:count]:
        lines = [f"{outcome.set_name}/{outcome.name}  right {result.right:.2f} spurious {result.spurious:.2f} missed {result.missed:.2f}"]
        if field == "body":
            lines += _only(result)
        else:
            lines += [f"   expected {result.expected[:300]!r}", f"   found    {result.found[:300]!r}"]
        for line in lines:
            console.print(one_line(line), markup=False, highlight=False, soft_wrap=True)


def _only(result: Result) -> Iterator[str]:
    """The lines that only one of two bodies has."""
    gold, own = ({" ".join(line.split()) for line in text.split("\n")} - {""} for text in (result.expected, result.found))
    for mark, lines, other in (("-", gold - own, result.found), ("+", own - gold, result.expected)):
        flat = " ".join(other.split())
        for line in [line for line in lines if line not in flat][:12]:
            yield f"   {mark} {line[:150]}"


if __name__ == "__main__":
    sys.exit(main())
