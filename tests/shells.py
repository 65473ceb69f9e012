"""Interactive shells on a pseudo-terminal, in which lines are begun and completed with the tab key."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PROGRAMS = Path(sys.executable).parent
_PATIENCE = 60  # seconds after which a shell that says nothing has failed

# Ctrl-G prints the line as it stands, and empties it.
_SET_UP = {
    "bash": """
PS1='READY> '
source {script}
bind 'set enable-bracketed-paste off'
show() {{ printf '<<%s>>\\n' "$READLINE_LINE"; READLINE_LINE='' READLINE_POINT=0; }}
bind -x '"\\C-g": show'
""",
    "zsh": """
PS1='READY> '
fpath=({folder} $fpath)
autoload -U compinit
compinit -u -d {folder}/dump
show() {{ print -r -- "<<$BUFFER>>"; BUFFER=''; zle redisplay }}
zle -N show
bindkey '^G' show
""",
}
_COMMANDS = {"bash": ["bash", "--noprofile", "--rcfile", "{folder}/.zshrc", "-i"], "zsh": ["zsh", "-i"]}


class Typing:
    """A shell that waits for keys."""

    def __init__(self, terminal: int) -> None:
        self._terminal, self._written = terminal, b""
        self._until(b"READY> ")

    def completed(self, line: str) -> str:
        """The line as it stands when the tab key was pressed behind it."""
        os.write(self._terminal, line.encode() + b"\t\x07")
        return self._until(b"<<(.*?)>>")[1].decode()

    def _until(self, pattern: bytes) -> re.Match[bytes]:
        while not (found := re.search(pattern, self._written, re.DOTALL)):
            ready, _, _ = select.select([self._terminal], [], [], _PATIENCE)
            assert ready, f"the shell said only {self._written!r}"
            self._written += os.read(self._terminal, 65536)
        self._written = self._written[found.end() :]
        return found


@contextmanager
def opened(shell: str, folder: Path, home: Path) -> Iterator[Typing]:
    """A shell that has loaded the script of completion, for the archive in `home`; its own files are in `folder`."""
    script = folder / "_archive"
    script.write_bytes(
        subprocess.run([_PROGRAMS / "archive", "completion", shell], capture_output=True, check=True).stdout
    )
    (folder / ".zshrc").write_text(_SET_UP[shell].format(script=script, folder=folder))
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [part.format(folder=folder) for part in _COMMANDS[shell]],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
        env={
            "PATH": f"{_PROGRAMS}:/usr/local/bin:/usr/bin:/bin",
            "HOME": str(folder),
            "ZDOTDIR": str(folder),
            "ARCHIVE_HOME": str(home),
            "TERM": "dumb",
            "LC_ALL": "C.UTF-8",
        },
    )
    os.close(slave)
    try:
        yield Typing(master)
    finally:
        process.kill()
        process.wait()
        os.close(master)
