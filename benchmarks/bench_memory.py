"""Peak memory of `archive add` on the first 2,000 and the first 10,000 documents of a corpus: bench_memory.py CORPUS.

The documents go through the log and the index, as any JSON lines do; names and dates are given, so no model is loaded.
"""

import os
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path

SIZES = (2_000, 10_000)


def main(corpus: str) -> None:
    """Print the peak of both, and their ratio."""
    peaks = []
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            part = Path(folder) / "part.jsonl"
            with open(corpus, "rb") as source:
                part.write_bytes(b"".join(islice(source, size)))
            command = [str(Path(sys.executable).parent / "archive"), "--archive", f"{folder}/archive", "add", str(part)]
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, "ARCHIVE_WORKERS": "1"})
            _, status, usage = os.wait4(process.pid, 0)
            assert status == 0
            peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        peaks.append(peak)
        print(f"adding {size:,} documents: peak {peak / 1e6:.0f} MB", flush=True)
    print(f"ratio {peaks[1] / peaks[0]:.2f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
