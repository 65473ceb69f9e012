"""Shared by the tests of sources: a fixed clock, and captures and rejections apart."""

import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from archiver.document import Capture
from archiver.sources import Rejected, SourceOptions, iter_captures

NOW = dt.datetime(2025, 9, 4, 12, 0, tzinfo=dt.UTC)
PAGE = "<!doctype html><html><head><title>Bridge reopens</title></head><body><p>Traffic is back.</p></body></html>"


class Read(NamedTuple):
    """What targets gave."""

    captures: list[Capture]
    rejected: list[Rejected]

    @property
    def reasons(self) -> str:
        """All reasons, a line each, with their places."""
        return "\n".join(f"{rejected.source}: {rejected.reason}" for rejected in self.rejected)


def read(targets: Sequence[str | Path] | str | Path, *, stdin: bytes | None = None, **options: object) -> Read:
    """What the targets give with these options, at a fixed time."""
    names = [str(targets)] if isinstance(targets, str | Path) else [str(target) for target in targets]
    stream = None if stdin is None else io.BytesIO(stdin)
    made = list(iter_captures(names, SourceOptions(**{"clock": lambda: NOW, **options}), stream))  # type: ignore[arg-type]
    return Read(
        [item for item in made if isinstance(item, Capture)], [item for item in made if isinstance(item, Rejected)]
    )
