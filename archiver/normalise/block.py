"""A page's lines as a reader sees them, each with its pieces, its links and the elements around it."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter

import msgspec

_owner = attrgetter("owner")


class Run(msgspec.Struct, frozen=True, gc=False):
    """A piece of a block in one dress: its words, the address that they link to, whether they are strong or emphasised.

    `owner` numbers the inline element around it: a byline's name and date are often told apart by nothing else.
    """

    text: str
    href: str | None = None
    strong: bool = False
    emphasis: bool = False
    owner: int = 0


class Block(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One line as a reader sees it.

    `path` are the numbers of the elements around it, from the body down, and `marks` what those say it is: (element
    number, label) pairs, the outermost first.

    `kind` is paragraph, heading, item, quote, pre, cell, row (of a table that is no layout); `level` a heading's; `ordinal` an ordered list's number; `linked`
    the share of its letters that are links.
    """

    text: str
    runs: tuple[Run, ...]
    path: tuple[int, ...]
    marks: tuple[tuple[int, str], ...]
    kind: str = "paragraph"
    level: int = 0
    ordinal: int = 0
    number: int = 0
    linked: float = 0.0
    weight: int = -1  # as prose; -1 until it was asked for
    cut: tuple[str, ...] = ()  # its pieces, once they were asked for

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """The (words, address) pairs of its links."""
        if not self.linked:
            return ()
        if len(self.runs) == 1:
            return ((self.text, self.runs[0].href or ""),)
        return tuple((" ".join(run.text.split()), run.href) for run in self.runs if run.href)

    @property
    def pieces(self) -> Sequence[str]:
        """Its text, cut where another inline element begins."""
        if len(self.runs) == 1:
            return (self.text,)
        if not self.cut:
            pieces = ("".join([run.text for run in own]) for _, own in groupby(self.runs, key=_owner))
            found = tuple(text for text in (" ".join(piece.split()) for piece in pieces) if text)
            msgspec.structs.force_setattr(self, "cut", found)
        return self.cut

    @property
    def strong(self) -> bool:
        """Whether all of its words are set strong."""
        return all(run.strong for run in self.runs if run.text.strip())


def linked(runs: Iterable[Run]) -> float:
    """The share of the runs' letters that are links."""
    total = told = 0
    for run in runs:
        length = len(run.text.strip())
        total += length
        if run.href:
            told += length
    return told / total if total else 0.0
