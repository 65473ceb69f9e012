"""Sources take little: memory doesn't grow with a file, and libraries load only for what needs them."""

import json
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from archiver.sources import iter_captures

STORY = b"<!doctype html><html><p>" + b"The ferry runs again. " * 40_000
HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + STORY
RECORD = (
    b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/a\r\n"
    b"WARC-Date: 2025-09-02T10:00:00Z\r\nContent-Type: application/http\r\n"
    b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(HTTP), HTTP)
)
LINE = json.dumps({"title": "Ferry", "text": STORY.decode()}).encode() + b"\n"


@pytest.mark.parametrize(("name", "part"), [("a.warc", RECORD), ("a.jsonl", LINE)])
def test_memory_stays_flat(tmp_path: Path, name: str, part: bytes) -> None:
    """A file that is many times larger than a page takes no more memory than a few pages."""
    count = 40
    (tmp_path / name).write_bytes(part * count)
    tracemalloc.start()
    try:
        taken = sum(1 for _ in iter_captures([str(tmp_path / name)]))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert taken == count
    assert peak < count * len(part) / 3


def test_libraries_load_when_they_are_needed(tmp_path: Path) -> None:
    """Reading files loads nothing of what fetches pages."""
    (tmp_path / "a.html").write_bytes(STORY)
    (tmp_path / "a.jsonl").write_bytes(LINE)
    (tmp_path / "a.warc").write_bytes(RECORD)
    program = (
        "import sys; from archiver.sources import iter_captures; made = list(iter_captures(sys.argv[1:]))\n"
        "assert len(made) == 3, made\n"
        "print(*{'httpx', 'httpcore', 'protego', 'fastwarc', 'spacy', 'trafilatura'} & set(sys.modules))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    ).stdout
    assert loaded == "\n"
