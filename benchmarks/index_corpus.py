"""Indexes a corpus of already normalised documents: index_corpus.py CORPUS ARCHIVE."""

import sys
from itertools import islice

from archiver.document import decode
from archiver.engine import Upsert
from archiver.engines.embedded import EmbeddedEngine

BATCH = 1000


def main(corpus: str, home: str) -> None:
    """Build one generation and make it the one that is read."""
    engine = EmbeddedEngine(home)
    name = engine.create(context_digest="benchmark")
    version = 0
    with open(corpus, "rb") as file, engine.open_writer(name, timeout=1) as writer:
        while lines := list(islice(file, BATCH)):
            report = writer.write([Upsert(decode(line), version + i) for i, line in enumerate(lines, 1)])
            assert not report.failed, report.failed
            version += len(lines)
        writer.commit({"benchmark": version})
    engine.switch(name)


if __name__ == "__main__":
    main(*sys.argv[1:])
