"""Articles as words and labels in columns (BIO, IOB or BIOES), as the sets for recognising names are."""

import re
from collections.abc import Iterator
from pathlib import Path

from archiver.document import Capture
from quality.cases import KINDS, Case, Gold

_FACETS = {
    "per": "people",
    "person": "people",
    "org": "organisations",
    "organization": "organisations",
    "loc": "places",
    "location": "places",
    "gpe": "places",
    "facility": "places",
    "fac": "places",
}
_ENDINGS = (".tsv", ".bio", ".conll", ".txt")
_ARTICLE = re.compile(r"^-DOCSTART-.*$", re.MULTILINE)
_SENTENCE = re.compile(r"\n\s*\n")
_HYPHENATED = re.compile(r"[^\W\d]+-[^\W\d]+")
_SPLIT_HYPHEN = re.compile(r"(?<=\w) - (?=\w)")
_SPLIT_OWNER = re.compile(r"(?<=\w) ?(['’]) s\b")
_BEFORE = re.compile(r" (?=(?:[.,;:!?%)\]}]|['’]s\b|n['’]t\b|['’](?:re|ve|ll|d|m)\b))")
_BEHIND = re.compile(r"(?<=[(\[{$£€“]) | (?=”)")
_INITIALS = re.compile(r"(?<=\b[A-Z]\.) (?=[A-Z]\.)")
_PLURAL_OWNER = re.compile(r"(?<=s) (['’]) (?=\w)")
_QUOTED = re.compile(r"\" ([^\"]+) \"")

Sentence = list[list[str]]


def is_columns(folder: Path) -> bool:
    """Whether a file of the folder is named as such sets name theirs."""
    return folder.is_dir() and any(map(_is_listing, folder.iterdir()))


def columns(folder: Path) -> Iterator[Case]:
    """The cases of a folder: a file an article, or articles parted by -DOCSTART-."""
    for path in sorted(filter(_is_listing, folder.iterdir())):
        for number, article in enumerate(_ARTICLE.split(path.read_text("utf-8"))):
            parts = ([line.split() for line in part.split("\n")] for part in _SENTENCE.split(article))
            sentences = [rows for part in parts if (rows := [row for row in part if len(row) > 1])]
            if sentences:
                yield _case(folder.name, f"{path.name}#{number}", _outermost(sentences))


def _is_listing(path: Path) -> bool:
    return path.name.endswith(_ENDINGS) or path.name.startswith("eng.")


def _case(set_name: str, name: str, sentences: list[Sentence]) -> Case:
    split = not any(_HYPHENATED.fullmatch(row[0]) for rows in sentences for row in rows)
    found: dict[str, dict[str, None]] = {kind: {} for kind in KINDS}
    for rows in sentences:
        for label, words in _labelled(rows):
            if facet := _FACETS.get(label.lower()):
                found[facet][_joined(words, split=split)] = None
    text = "\n\n".join(_joined([row[0] for row in rows], split=split) for rows in sentences)
    return Case(
        set_name=set_name,
        name=name,
        capture=Capture(payload=text.encode(), content_type="text/plain; charset=utf-8", source=name),
        gold=Gold(bodies=(text,), names={kind: tuple(names) for kind, names in found.items()}, surfaces=True),
    )


def _outermost(sentences: list[Sentence]) -> list[Sentence]:
    """The words without the labels of what stands within a name ("European" in "European Parliament"): further columns."""
    width = min(len(row) for rows in sentences for row in rows)
    return [[row[:width] for row in rows] for rows in sentences]


def _labelled(rows: Sentence) -> Iterator[tuple[str, list[str]]]:
    """The labels of a sentence, each with its words."""
    start, kind = 0, ""
    for index, row in enumerate([*rows, ["", "O"]]):
        mark, _, label = row[-1].partition("-")
        if kind and (mark in ("O", "B", "S") or label != kind):
            yield kind, [other[0] for other in rows[start:index]]
            kind = ""
        if mark != "O" and not kind:
            start, kind = index, label


def _joined(words: list[str], *, split: bool) -> str:
    """Words with the spaces that a writer would put between them.

    `split`: hyphens are words of their own in this article.
    """
    text = _PLURAL_OWNER.sub(r"\1 ", _SPLIT_OWNER.sub(r"\1s", " ".join(words)))
    text = _QUOTED.sub(r'"\1"', _INITIALS.sub("", _BEHIND.sub("", _BEFORE.sub("", text))))
    return _SPLIT_HYPHEN.sub("-", text) if split else text
