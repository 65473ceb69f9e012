"""The whole process `archive search "Steel Mill"` against a Python that only imports the libraries it can't do without.

Usage: bench_search.py ARCHIVE [RUNS]. The archive is the folder of one that is already indexed.
"""

import compileall
import os
import pty
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

BIN = Path(sys.executable).parent
SEARCH = [str(BIN / "archive"), "search", "Steel Mill"]


def in_pipe(command: list[str]) -> float:
    """Seconds that the process takes with its output read through a pipe."""
    begin = time.perf_counter()
    ran = subprocess.run(command, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
    return time.perf_counter() - begin


def in_terminal(command: list[str]) -> float:
    """Seconds that the process takes when it draws for a terminal, 120 columns wide, which is read to its end."""
    begin = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.execv(command[0], command)
    try:
        while os.read(terminal, 65536):
            pass
    except OSError:  # Linux: the terminal's other side was closed
        pass
    _, status = os.waitpid(process, 0)
    os.close(terminal)
    assert status == 0
    return time.perf_counter() - begin


def compare(name: str, measure: Callable[[list[str]], float], ours: list[str], base: list[str], runs: int) -> None:
    """Print the ratio of the two, run in turn."""
    pairs = [(measure(ours), measure(base)) for _ in range(runs + 1)][1:]
    ratios = sorted(a / b for a, b in pairs)
    print(
        f"{name}: {statistics.median(a for a, _ in pairs) * 1000:.1f} ms, "
        f"base {statistics.median(b for _, b in pairs) * 1000:.1f} ms, "
        f"ratio {statistics.median(ratios):.2f} (from {ratios[0]:.2f} to {ratios[-1]:.2f}, {runs} pairs)"
    )


def main(home: str, runs: int = 25) -> None:
    """Measure both forms of output."""
    os.environ["ARCHIVE_HOME"] = home
    os.environ.update(COLUMNS="120", LINES="40", TERM="xterm-256color")
    compileall.compile_dir(str(Path(__file__).parent.parent / "archiver"), quiet=1)
    python = sys.executable
    compare("search, JSON lines", in_pipe, SEARCH, [python, "-c", "import tantivy"], runs)
    compare("search, drawn", in_terminal, SEARCH, [python, "-c", "import tantivy, rich.console"], runs)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
