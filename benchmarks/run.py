"""Runs every benchmark on one corpus; see README.md."""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent


def main() -> None:
    """Make the corpus, index it, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=100_000, help="documents in the corpus (100,000)")
    parser.add_argument("--folder", help="where to keep corpus and archive (a temporary folder, removed at the end)")
    parser.add_argument("--elasticsearch", action="store_true", help="measure the engine for Elasticsearch, too")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(arguments.folder or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        corpus = folder / f"corpus-{arguments.n}.jsonl"
        if not corpus.exists():
            _python("make_corpus.py", "--count", str(arguments.n), "--output", str(corpus))
        _python("bench_indexing.py", str(corpus))
        archive = folder / f"archive-{arguments.n}"
        if not archive.exists():
            _python("index_corpus.py", str(corpus), str(archive))
        _python("bench_search.py", str(archive))
        _python("bench_queries.py", str(archive))
        _python("bench_memory.py", str(corpus))
        if arguments.elasticsearch:
            _python("bench_elasticsearch.py", str(corpus), str(min(arguments.n, 50_000)))


def _python(script: str, *arguments: str) -> None:
    print(f"== {script}", flush=True)
    subprocess.run([sys.executable, str(HERE / script), *arguments], check=True)


if __name__ == "__main__":
    main()
