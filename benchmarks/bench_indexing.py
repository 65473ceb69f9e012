"""Indexing normalised documents through the embedded engine, against a bare tantivy writer fed with the same tokens.

Usage: bench_indexing.py CORPUS [DOCUMENTS] [RUNS]. The bare writer gets the strings and numbers that the engine would
give it, made beforehand, into the same schema, with the same memory and threads: what the ratio leaves is tokenising,
folding, stemming and looking after versions. Each side runs in a process of its own; its peak memory is printed too.
"""

import json
import os
import pickle
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

BATCH = 1000


def engine(corpus: str, count: int, home: str) -> float:
    """Seconds that the engine takes from documents to a commit; reading the corpus isn't counted."""
    from archiver.document import decode
    from archiver.engine import Upsert
    from archiver.engines.embedded import EmbeddedEngine

    embedded = EmbeddedEngine(home)
    name = embedded.create(context_digest="benchmark")
    taken = 0.0
    version = 0
    with open(corpus, "rb") as file, embedded.open_writer(name, timeout=1) as writer:
        while lines := list(islice(file, min(BATCH, count - version))):
            documents = [decode(line) for line in lines]
            begin = time.perf_counter()
            report = writer.write(Upsert(document, version + i) for i, document in enumerate(documents, 1))
            taken += time.perf_counter() - begin
            assert not report.failed, report.failed
            version += len(lines)
        begin = time.perf_counter()
        writer.commit({"benchmark": version})
        return taken + time.perf_counter() - begin


def bare(entries: str, _: int, home: str) -> float:
    """Seconds that the bare writer takes from strings to a commit; reading the strings isn't counted."""
    import tantivy

    from archiver.engines.embedded import schema, writer
    from archiver.fields import FIELDS

    built = schema.build(FIELDS)
    index = tantivy.Index(built, home)
    schema.register(index)
    library = index.writer(writer.HEAP, writer.thread_count())
    taken = 0.0
    with open(entries, "rb") as file:
        while batch := pickle.load(file):
            begin = time.perf_counter()
            for entry in batch:
                library.add_document(tantivy.Document.from_dict(entry, built))
            taken += time.perf_counter() - begin
    begin = time.perf_counter()
    library.commit()
    return taken + time.perf_counter() - begin


def make_entries(corpus: str, count: int, path: str) -> None:
    """The strings and numbers of every document, a batch at a time."""
    from archiver.document import decode
    from archiver.engines.embedded.entry import build_entry
    from archiver.fields import FIELDS

    done = 0
    with open(corpus, "rb") as file, open(path, "wb") as out:
        while lines := list(islice(file, min(BATCH, count - done))):
            pickle.dump([build_entry(decode(line), done + i, FIELDS) for i, line in enumerate(lines, 1)], out)
            done += len(lines)
        pickle.dump([], out)


def in_child(side: str, source: str, count: int) -> tuple[float, int]:
    """Seconds and peak memory (bytes) of one side, in its own process and an empty folder."""
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, __file__, side, source, str(count), home]
        ran = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    seconds, peak = json.loads(ran.stdout)
    return float(seconds), int(peak)


def main(corpus: str, count: int = 20_000, runs: int = 3) -> None:
    """Run both sides in turn, and print rates, ratio and memory."""
    os.environ["PYTHONPATH"] = str(Path(__file__).parent.parent)
    with tempfile.TemporaryDirectory() as folder:
        entries = str(Path(folder) / "entries")
        make_entries(corpus, count, entries)
        pairs = [(in_child("engine", corpus, count), in_child("bare", entries, count)) for _ in range(runs)]
    ratios = sorted(base[0] / ours[0] for ours, base in pairs)
    ours, base = (statistics.median(pair[side][0] for pair in pairs) for side in (0, 1))
    peaks = [max(pair[side][1] for pair in pairs) / 1e6 for side in (0, 1)]
    print(
        f"indexing {count} documents: {count / ours:,.0f} a second, bare writer {count / base:,.0f} a second, "
        f"ratio {statistics.median(ratios):.2f} (from {ratios[0]:.2f} to {ratios[-1]:.2f}, {runs} pairs); "
        f"peak memory {peaks[0]:.0f} MB and {peaks[1]:.0f} MB"
    )


if __name__ == "__main__":
    sides = {"engine": engine, "bare": bare}
    if sys.argv[1] in sides:
        seconds = sides[sys.argv[1]](sys.argv[2], int(sys.argv[3]), sys.argv[4])
        print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024]))
    else:
        main(sys.argv[1], *map(int, sys.argv[2:]))
