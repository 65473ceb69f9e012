"""Peak memory of `archive add` by the number of documents, given as JSON lines and as pages: bench_memory.py CORPUS.

Each size is a run of its own, through log, normaliser and index. Names and dates of the JSON lines are given, so no
model is loaded; the pages are made of the same stories, and two processes normalise them. Flat means that the figures
of the last line are hardly more than those of the first.
"""

import html
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

SIZES = (1_000, 2_000, 4_000, 8_000)
WORKERS = 2
PARAGRAPHS = 1  # of a story in a page: what is measured is the number of pages, not of words
INTERVAL = 0.2  # seconds between looks at the processes
KIB = 1024


class Peaks(NamedTuple):
    """Bytes at most resident in the main process and in the largest worker, 0 without one, and the seconds it took."""

    main: int
    worker: int
    seconds: float


def main(corpus: str) -> None:
    """Print the peaks for each kind and size."""
    print(f"{'':12}{'documents':>10}{'main MB':>10}{'worker MB':>11}{'documents/s':>13}")
    for kind, write in (("JSON lines", write_lines), ("HTML pages", write_pages)):
        peaks = []
        for size in SIZES:
            with tempfile.TemporaryDirectory() as folder, open(corpus, encoding="utf-8") as source:
                added = write(islice(source, size), Path(folder) / "added")
                peaks.append(measure(added, Path(folder) / "archive"))
            main_peak, worker, seconds = peaks[-1]
            workers = f"{worker / 1e6:.0f}" if worker else "-"
            print(f"{kind:12}{size:>10,}{main_peak / 1e6:>10.0f}{workers:>11}{size / seconds:>13.0f}", flush=True)
        grown = f"main {peaks[-1].main / peaks[0].main:.2f}"
        if peaks[0].worker:
            grown += f", worker {peaks[-1].worker / peaks[0].worker:.2f}"
        print(f"{kind}: {SIZES[-1]:,} against {SIZES[0]:,} documents: {grown}", flush=True)


def write_lines(lines: Any, target: Path) -> Path:
    """The documents as they are."""
    with open(target.with_suffix(".jsonl"), "w", encoding="utf-8") as file:
        file.writelines(lines)
    return target.with_suffix(".jsonl")


def write_pages(lines: Any, target: Path) -> Path:
    """A folder of pages with the documents' stories."""
    target.mkdir()
    for number, line in enumerate(lines):
        document = json.loads(line)
        paragraphs = [html.escape(text) for text in document["text"].split("\n\n")[:PARAGRAPHS]]
        title = html.escape(document["title"])
        page = f"<title>{title}</title><h1>{title}</h1><p>{'</p><p>'.join(paragraphs)}</p>"
        (target / f"{number}.html").write_text(f"<!doctype html><meta charset=utf-8>{page}", encoding="utf-8")
    return target


def measure(added: Path, home: Path) -> Peaks:
    """What adding this takes."""
    command = [str(Path(sys.executable).parent / "archive"), "--archive", str(home), "add", str(added)]
    begun = time.monotonic()
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "ARCHIVE_WORKERS": str(WORKERS)},
    )
    worker = 0
    while True:
        worker = max(worker, largest_child(process.pid))
        done, status, usage = os.wait4(process.pid, os.WNOHANG)
        if done:
            break
        time.sleep(INTERVAL)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    unit = 1 if sys.platform == "darwin" else KIB
    return Peaks(usage.ru_maxrss * unit, worker, time.monotonic() - begun)


def largest_child(pid: int) -> int:
    """Bytes resident in the largest of the processes below this one."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid=,rss="], capture_output=True, text=True, check=True).stdout
    below: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for child, parent, resident in (map(int, line.split()) for line in listed.splitlines()):
        below[parent].append((child, resident))
    return max((resident * KIB for _, resident in below[pid]), default=0)


if __name__ == "__main__":
    main(*sys.argv[1:])
