"""Text that may stand in a file of lines: no control characters, and line breaks only where they are wanted."""

from __future__ import annotations

import re

_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# C0 and C1 controls, and what turns the direction of text: a file is looked at in a terminal, too.
_CONTROLS = {
    code: None for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)) if code not in (9, 10)
}  # fmt: skip


def lines(text: str) -> str:
    """The text without control characters; lines end in a single newline, tabs stay."""
    return _BREAKS.sub("\n", text).translate(_CONTROLS)


def one_line(text: str) -> str:
    """The text without control characters in one line, a single space wherever there was white space."""
    return " ".join(lines(text).split())
