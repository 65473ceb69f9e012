"""Commands on a real pseudo-terminal, as a person has them: what they write there, escape codes and all."""

from __future__ import annotations

import errno
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from typing import TYPE_CHECKING, NamedTuple

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x1b\x07]*(?:\x07|\x1b\\)")


class Shown(NamedTuple):
    """What came to the terminal, the exit code, and what came to stdout where that was a pipe."""

    code: int
    raw: str
    piped: str

    @property
    def text(self) -> str:
        """What came, without escape codes; what was drawn over stands there too."""
        return _ESCAPES.sub("", self.raw).replace("\r", "\n")

    @property
    def lines(self) -> list[str]:
        """The lines, without escape codes."""
        return _ESCAPES.sub("", self.raw).replace("\r\n", "\n").split("\n")


def on_terminal(
    home: Path, *words: str, columns: int = 80, pipe: bool = False, answer: str = "", **environ: str
) -> Shown:
    """Run `archive` with these words, its streams on a terminal this wide; `pipe`: but for stdout; `answer` is typed."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "NO_COLOR")}
    process = subprocess.Popen(
        [sys.executable, "-m", "archiver", *words],
        stdin=slave,
        stdout=subprocess.PIPE if pipe else slave,
        stderr=slave,
        cwd=ROOT,
        env={**kept, "ARCHIVE_HOME": str(home), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **environ},
    )
    os.close(slave)
    os.write(master, answer.encode())
    written = b""
    while True:
        try:
            data = os.read(master, 65536)
        except OSError as error:  # Linux's way to say that nobody has the terminal open any more
            if error.errno != errno.EIO:
                raise
            break
        if not data:
            break
        written += data
    os.close(master)
    piped = process.stdout.read().decode() if process.stdout else ""
    if process.stdout:
        process.stdout.close()
    return Shown(process.wait(60), written.decode("utf-8", "replace"), piped)
