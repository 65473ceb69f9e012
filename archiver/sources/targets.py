"""A list of what is to be added: a line for each address, file or folder, as `wget -i` and `yt-dlp -a` read it."""

import codecs
import os
from collections.abc import Iterator
from typing import BinaryIO

from archiver.errors import UsageError
from archiver.sources import sniff
from archiver.sources.base import shown_path

_LONGEST = 1 << 16  # bytes of a line: no address or path is as long


def iter_targets(file: BinaryIO, name: str) -> Iterator[str]:
    """The targets that a list holds, in its order; blank lines and those that begin with `#` are passed over.

    `name` is the file for people. Raises UsageError for what is no list: pages, documents, binary data.
    """
    number = 0
    while line := file.readline(_LONGEST):
        number += 1
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        target = line.strip()
        if len(line) == _LONGEST or b"\0" in target or _is_something_else(target):
            raise UsageError(
                f"{shown_path(name)}, line {number}: this is no list of addresses and files, each in a line of its own. "
                "To add the file itself, leave --input-file out."
            )
        if target == b"-":
            raise UsageError(f"{shown_path(name)}, line {number}: standard input can't stand in a list")
        if target and not target.startswith(b"#"):
            yield os.fsdecode(target)


def _is_something_else(line: bytes) -> bool:
    return line.startswith((b"<", b"{")) or sniff.looks_like_warc(line) or sniff.not_text(line) is not None
