"""RIS, which every reference manager imports: a record of type NEWS an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archiver.export.citation import cite

if TYPE_CHECKING:
    from archiver.document import Document
    from archiver.export.citation import Name
    from archiver.export.formats import Options


class Ris:
    """Lines of a tag of two characters, two spaces, a hyphen, a space and a value, each ended by CR and LF."""

    def begin(self) -> bytes:
        """Nothing."""
        return b""

    def document(self, document: Document, number: int) -> bytes:
        """The article's record."""
        cited = cite(document)
        rows = [
            ("TY", "NEWS"),
            ("ID", cited.key),
            ("TI", cited.title),
            *(("AU", _author(name)) for name in cited.authors),
            ("T2", cited.site),
            ("SE", cited.section),
            ("PY", f"{cited.published[0]:04d}" if cited.published else ""),
            ("DA", _date(cited.published)),
            ("UR", cited.url),
            ("Y2", _date(cited.accessed)),
            ("LA", cited.language),
            ("AB", cited.abstract),
        ]
        record = "".join(f"{tag}  - {value}\r\n" for tag, value in rows if value) + "ER  - \r\n"
        return (record if number == 0 else f"\r\n{record}").encode()

    def end(self, number: int) -> bytes:
        """Nothing."""
        del number
        return b""


def make(options: Options) -> Ris:
    """A maker of RIS."""
    del options
    return Ris()


def _author(name: Name) -> str:
    """`Family, Given, Suffix`; in a name that is whole no comma can stay, for what is behind it would be a given name."""
    if name.is_whole:
        return re.sub(r"\s*,\s*", " ", name.family).strip()
    return ", ".join(filter(None, (name.family, name.given, name.suffix)))


def _date(parts: tuple[int, ...]) -> str:
    """`2025/09/02/`, with what isn't stated left empty."""
    if not parts:
        return ""
    written = [f"{parts[0]:04d}", *(f"{part:02d}" for part in parts[1:])]
    return "/".join(written + [""] * (4 - len(written)))
