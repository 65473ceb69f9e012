"""`python -m quality [FOLDER…]`: precision, recall and F1 of each field, over folders of pages with gold.

A field that a page has right or wrong is told as the share of pages that are right, and the share that are wrong (found,
but another); any other as F1, precision and recall. The best system's figure is bold. Pages a CPU second are told without
names, which only some systems look for, and apart with them; loading of libraries and models isn't counted.
"""

import argparse
import sys
import time
import warnings
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import msgspec
from rich.console import Console

from archiver.errors import ArchiveError
from quality import formats, report
from quality.cases import Case
from quality.report import FIELDS, NAMES, Outcome
from quality.scores import compare
from quality.systems import ONLY_NAMES, SYSTEMS, WITH_NAMES, Reading, installed, warm


def main() -> int:
    """Read the pages and print the tables."""
    chosen = _parser().parse_args()
    unknown = sorted(set(chosen.systems) - set(SYSTEMS))
    if unknown:
        _parser().error(f"no such system: {', '.join(unknown)}; there are {', '.join(SYSTEMS)}")
    systems = installed(chosen.systems)
    if missing := [name for name in chosen.systems if name not in systems]:
        verb = "isn't" if len(missing) == 1 else "aren't"
        sys.stderr.write(f"{', '.join(missing)} {verb} installed here, so left out\n")
    try:
        outcomes = list(_run(chosen, systems))
    except formats.UnknownFormatError as error:
        _parser().error(str(error))
    console = Console(width=None if sys.stdout.isatty() else report.WIDTH)
    for table in (*report.by_set(outcomes), *(report.by_language(outcomes) if chosen.by_language else ())):
        console.print(table, "")
    report.print_failures(console, outcomes)
    if chosen.worst:
        report.print_worst(console, outcomes, chosen.worst, chosen.show)
    if chosen.save:
        chosen.save.write_bytes(b"".join(msgspec.json.encode(outcome) + b"\n" for outcome in outcomes))
    return 0


def _parser() -> argparse.ArgumentParser:
    about, _, more = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(prog="python -m quality", description=about, epilog=more)
    parser.add_argument(
        "folders", nargs="*", type=Path, help="folders of pages with gold (default: the project's samples)"
    )
    parser.add_argument(
        "--systems",
        type=lambda words: words.split(","),
        default=["archive"],
        help="comma-separated: " + ", ".join(SYSTEMS) + "; those that aren't installed are left out",
    )
    parser.add_argument(
        "--names",
        action="store_true",
        help="look for people, organisations and places too, which takes most of the time",
    )
    parser.add_argument("--by-language", action="store_true", help="tell the archive's figures of each language too")
    parser.add_argument("--half", choices=("a", "b"), help="only the pages of one half, the same ones each time")
    parser.add_argument("--limit", type=int, default=0, help="at most so many pages of each folder")
    parser.add_argument("--match", default="", help="only pages whose name has this")
    parser.add_argument(
        "--worst", choices=FIELDS, metavar="FIELD", help="list the pages where the archive is worst at this"
    )
    parser.add_argument("--show", type=int, default=20, help="how many pages --worst lists")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--save", type=Path, metavar="FILE", help="write all results, a JSON line a page and system")
    return parser


def _run(chosen: argparse.Namespace, systems: list[str]) -> Iterator[Outcome]:
    tasks = ((case, system, chosen.names) for case in _cases(chosen) for system in systems)
    if chosen.jobs == 1:
        yield from map(_outcome, tasks)
        return
    with ProcessPoolExecutor(chosen.jobs) as pool:
        yield from pool.map(_outcome, tasks, chunksize=4)


def _cases(chosen: argparse.Namespace) -> Iterator[Case]:
    for cases in [
        formats.load(folder) for folder in chosen.folders or [formats.SAMPLES]
    ]:  # all are known before work begins
        count = 0
        for case in cases:
            if chosen.match not in case.name or (chosen.half and case.half != chosen.half):
                continue
            count += 1
            if chosen.limit and count > chosen.limit:
                break
            yield case


def _outcome(task: tuple[Case, str, bool]) -> Outcome:
    case, system, names = task
    warnings.simplefilter("ignore")
    warm(system, case.capture, names=names)
    seconds = names_seconds = None
    if system not in ONLY_NAMES:
        reading, failure, seconds = _timed(case, system, names=False)
    if system in ONLY_NAMES or (names and system in WITH_NAMES):
        reading, failure, names_seconds = _timed(case, system, names=True)
    results = [result for result in compare(case.gold, reading) if names or result.field not in NAMES]
    language = (case.gold.language or reading.language or "").lower()[:2]
    return Outcome(case.set_name, case.name, system, results, seconds, language, failure, names_seconds)


def _timed(case: Case, system: str, *, names: bool) -> tuple[Reading, str, float]:
    """What a system reads, why it failed, and the CPU seconds that it took."""
    reading, failure = Reading(), ""
    began = time.process_time()
    try:
        reading = SYSTEMS[system](case.capture, names=names)
    except ArchiveError as error:
        failure = str(error)
    except Exception as error:  # noqa: BLE001 - a library that fails on a page has read nothing of it
        failure = f"{type(error).__name__}: {error}"
    return reading, failure, time.process_time() - began


if __name__ == "__main__":
    sys.exit(main())
