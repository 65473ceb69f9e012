"""Letters that any match of a pattern has, read off the pattern: a line without them needn't be tried with it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

_LONGEST = 5
"""Letters of a stem: longer ones would share less ("publ" is in the labels of a dozen languages)."""

_FICKLE = frozenset("iıİIςσß")
"""Letters of which case makes others: Turkish has four of i, Greek writes its s in two ways, German ß as SS."""

_TOKEN: Final = re.compile(r"\(\?[:=]|[()|?*+]|\[[^\]]*\]|\{[^}]*\}|\\.|.")


def of(patterns: Iterable[str]) -> frozenset[str]:
    """Small letters of which each text that one of the patterns matches has some, whatever its case.

    Patterns may have groups, alternatives, sets and optional parts. ValueError for one that can match without any letters.
    """
    found: set[str] = set()
    for pattern in patterns:
        needed = _alternatives(iter(_TOKEN.findall(pattern)))
        if not needed:
            raise ValueError(f"nothing that every match has can be read off the pattern {pattern!r}")
        found |= needed
    return frozenset(stem for stem in found if not any(other != stem and other in stem for other in found))


def _alternatives(tokens: Iterator[str]) -> frozenset[str]:
    """One stem of each alternative up to the end of the group; none if an alternative has none."""
    found: set[str] = set()
    missing = False
    ended = False
    while not ended:
        needed, ended = _sequence(tokens)
        missing = missing or not needed
        found |= needed
    return frozenset() if missing else frozenset(found)


def _sequence(tokens: Iterator[str]) -> tuple[frozenset[str], bool]:
    """The best of what one alternative needs, and whether the group ends behind it."""
    needs: list[frozenset[str]] = []
    run = ""
    last: frozenset[str] | None = None  # the group just read, which may be optional
    ended = True

    def close() -> None:
        nonlocal run
        if run:
            needs.append(frozenset({run[:_LONGEST]}))
        run = ""

    for part in tokens:
        if part in ("?", "*") or part.startswith("{"):
            run, last = run[:-1] if last is None else run, None
            close()
            continue
        if last:
            needs.append(last)
        last = None
        if part in ("|", ")"):
            ended = part == ")"
            break
        if part.startswith("("):
            close()
            inner = _alternatives(tokens)
            last = inner if part == "(?:" else frozenset()
        elif len(part) == 1 and unicodedata.category(part)[0] in "LM" and part not in _FICKLE:
            run += part.lower()
        else:
            close()
    if last:
        needs.append(last)
    close()
    return max(needs, key=_worth, default=frozenset()), ended


def _worth(needed: frozenset[str]) -> tuple[int, int]:
    """How seldom a line has one of them by chance: the commonest counts, and letters beyond ASCII twice; then the fewer are better."""
    return min(len(stem) + sum(not char.isascii() for char in stem) for stem in needed), -len(needed)
