"""CSL-JSON, what citation processors read: a list of items of type article-newspaper."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from archiver.export.citation import cite

if TYPE_CHECKING:
    from archiver.document import Document
    from archiver.export.citation import Name
    from archiver.export.formats import Options


class Csl:
    """One list, an item a line."""

    def begin(self) -> bytes:
        """The list begins."""
        return b"["

    def document(self, document: Document, number: int) -> bytes:
        """The article's item."""
        cited = cite(document)
        item = {
            "id": cited.key,
            "type": "article-newspaper",
            "title": cited.title,
            "author": [_author(name) for name in cited.authors],
            "container-title": cited.site,
            "section": cited.section,
            "issued": _date(cited.published),
            "accessed": _date(cited.accessed),
            "URL": cited.url,
            "language": cited.language,
            "abstract": cited.abstract,
        }
        stated = {name: value for name, value in item.items() if value}
        return (("\n" if number == 0 else ",\n") + json.dumps(stated, ensure_ascii=False)).encode()

    def end(self, number: int) -> bytes:
        """The list ends."""
        return b"\n]\n" if number else b"]\n"


def make(options: Options) -> Csl:
    """A maker of CSL-JSON."""
    del options
    return Csl()


def _author(name: Name) -> dict[str, str]:
    if name.is_whole:
        return {"literal": name.family}
    return {"family": name.family, "given": name.given, **({"suffix": name.suffix} if name.suffix else {})}


def _date(parts: tuple[int, ...]) -> dict[str, list[list[int]]]:
    return {"date-parts": [list(parts)]} if parts else {}
