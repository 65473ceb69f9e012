"""BibTeX, as both BibTeX and biblatex read it: what reference managers make of newspaper articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archiver.export.citation import cite

if TYPE_CHECKING:
    from archiver.document import Document
    from archiver.export.citation import Name
    from archiver.export.formats import Options

# BibTeX counts braces, also those that LaTeX takes for text: each comes with an invisible one that closes it.
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\{\vphantom{\}}",
    "}": r"\vphantom{\{}\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "$&#_%"},
}
_TABLE = str.maketrans(_ESCAPES)
# Two of these in a row are a dash or a quotation mark to TeX, “?`” is a Spanish question mark.
_LIGATURE = re.compile(r"(?<=([-`'<>,]))(?=\1)|(?<=[?!])(?=`)")
_JOINS = re.compile(r"(?i)(?:^|\s)and(?:\s|$)|,|^\s*others\s*$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Bibtex:
    """An entry an article: `@article` of a newspaper, `@misc` where the page names no site."""

    def begin(self) -> bytes:
        """Nothing."""
        return b""

    def document(self, document: Document, number: int) -> bytes:
        """The article's entry."""
        cited = cite(document)
        date = "-".join(f"{part:04d}" if place == 0 else f"{part:02d}" for place, part in enumerate(cited.published))
        fields = [
            ("author", " and ".join(map(_author, cited.authors))),
            # A second pair of braces keeps the capitals that the page has.
            ("title", f"{{{_escape(cited.title)}}}" if cited.title else ""),
            ("journal", _escape(cited.site)),
            ("entrysubtype", "newspaper" if cited.site else ""),
            ("date", date),
            ("year", f"{cited.published[0]:04d}" if cited.published else ""),
            ("url", cited.url),
            ("urldate", "{:04d}-{:02d}-{:02d}".format(*cited.accessed) if cited.accessed else ""),
            ("language", _escape(cited.language)),
            ("abstract", _escape(cited.abstract)),
        ]
        lines = [f"  {name} = {{{value}}}" for name, value in fields if value]
        if len(cited.published) > 1:
            lines.insert(_behind_year(lines), f"  month = {_MONTHS[cited.published[1] - 1]}")
        entry = f"@{'article' if cited.site else 'misc'}{{{cited.key},\n" + ",\n".join(lines) + "\n}\n"
        return (entry if number == 0 else f"\n{entry}").encode()

    def end(self, number: int) -> bytes:
        """Nothing."""
        del number
        return b""


def make(options: Options) -> Bibtex:
    """A maker of BibTeX."""
    del options
    return Bibtex()


def _behind_year(lines: list[str]) -> int:
    return next(place for place, line in enumerate(lines, 1) if line.startswith("  year = "))


def _escape(text: str) -> str:
    return _LIGATURE.sub("{}", text.translate(_TABLE))


def _author(name: Name) -> str:
    if name.is_whole:
        return f"{{{_escape(name.family)}}}"
    parts = (name.family, name.suffix, name.given) if name.suffix else (name.family, name.given)
    return ", ".join(_part(part) for part in parts)


def _part(text: str) -> str:
    """A part of a name, in braces where a word of it would be taken for what stands between names."""
    return f"{{{_escape(text)}}}" if _JOINS.search(text) else _escape(text)
