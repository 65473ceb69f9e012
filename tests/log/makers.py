"""Captures of fictional pages, and what several tests do with a log and with other processes."""

import datetime as dt
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archiver.document import Capture, DocumentCapture
from archiver.log import Event, Head, Log

ROOT = Path(__file__).parents[2]
KEY = "https://harbour-gazette.example/ferry"


def make_capture(
    text: str = "The ferry sails again.",
    *,
    key: str = KEY,
    day: int | None = 1,
    exact: bool = True,
    fetched: bool = True,
) -> Capture:
    """A page with this text, captured on a day of January 2025: fetched, or given as a file."""
    return Capture(
        payload=f"<html><title>Ferry</title><p>{text}</p></html>".encode(),
        content_type="text/html; charset=utf-8",
        url=key,
        key=key,
        captured_at=None if day is None else dt.datetime(2025, 1, day, 8, 30, tzinfo=dt.UTC),
        captured_exactly=exact,
        headers=(("Content-Type", "text/html; charset=utf-8"), ("Server", "quay")) if fetched else (),
        source=key,
    )


def warc_files(home: Path) -> list[Path]:
    """The archive's WARC files, in order."""
    return sorted((home / "log").glob("*.warc.gz"))


def open_log(home: Path, file_size: int = 1 << 30) -> Log:
    """The log of this archive, made if there is none."""
    return Log.open(home, create=True, file_size=file_size)


class State:
    """All that a log says, to compare."""

    def __init__(self, log: Log) -> None:
        self.id = log.id
        self.events: list[Event] = list(log.events())
        self.heads: list[Head] = list(log.heads())
        keys = sorted({event.key for event in self.events})
        self.captures: dict[str, list[DocumentCapture]] = {key: log.captures(key) for key in keys}
        self.versions = {key: log.version(key) for key in keys}
        self.counts = log.counts()

    def __eq__(self, other: object) -> bool:
        return vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return repr(vars(self))


def state_of(home: Path) -> State:
    """What the log in this folder says."""
    with Log.open(home) as log:
        return State(log)


@contextmanager
def child(script: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """Another process that runs this Python script; killed at the end."""
    process = subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()
