"""Markdown with a front matter: one file of all articles, or a file an article for an app that keeps notes."""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from typing import TYPE_CHECKING

from archiver.export.citation import address, stated_parts
from archiver.export.columns import COLUMNS
from archiver.export.plain import lines, one_line

if TYPE_CHECKING:
    from archiver.document import Document
    from archiver.export.columns import Value
    from archiver.export.formats import Options

_FRONT = (
    "title", "id", "url", "site", "authors", "published", "published_precision", "section", "language", "people",
    "organisations", "places", "countries", "captured",
)  # fmt: skip
_COLUMNS = tuple(next(column for column in COLUMNS if column.name == name) for name in _FRONT)

_LONGEST_NAME = 120  # bytes of a title in a file's name: with date and id below the 255 that file systems take
_ID_DIGITS = 12
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|#^\[\]%]+')  # for Windows, and for links of note-taking apps
# What is markup amid a line: CommonMark's, and that of pandoc and Obsidian (maths, tags, highlights, comments, block ids).
_MARKS = re.compile(r"[\\`*_\[\]<$~|^{]|&(?=#|\w+;)|(?<!\w)#|=(?==)|%(?=%)")
# YAML's double-quoted style is JSON's, but for what YAML doesn't count as printable.
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
# A line that could begin a front matter; with a space before it, it can't, and means the same otherwise.
_FRONT_MATTER = re.compile(r"^(?=---[ \t]*$)", re.MULTILINE)
# HTML and Obsidian's comments could hide all that follows, or run; addresses in pointed brackets stay.
_LIVE = re.compile(r"(?<!\\)((?:\\\\)*)(<(?=[!/?A-Za-z])(?!https?://|mailto:)|%(?=%))")
_FENCE = re.compile(r"( {0,3})(?:(`{3,})([^`]*)|(~{3,})(.*))", re.DOTALL)  # CommonMark, section 4.5


class Markdown:
    """An article: its front matter, the headline, the standfirst, the body, and where it was published."""

    def begin(self) -> bytes:
        """Nothing."""
        return b""

    def document(self, document: Document, number: int) -> bytes:
        """The article as Markdown."""
        return (("\n" if number else "") + _article(document)).encode()

    def end(self, number: int) -> bytes:
        """Nothing."""
        del number
        return b""


def make(options: Options) -> Markdown:
    """A maker of Markdown."""
    del options
    return Markdown()


def file_name(document: Document) -> str:
    """The name of the article's own file: day, headline and id, safe on every system and as the target of a link."""
    day = "-".join(f"{part:02d}" for part in stated_parts(document.published))
    title = _NOT_IN_NAMES.sub(" ", unicodedata.normalize("NFC", one_line(document.title or "")))
    title = " ".join(title.split()).encode("utf-8", "replace")[:_LONGEST_NAME].decode("utf-8", "ignore").strip(" .")
    return " ".join(filter(None, (day, title, _NOT_IN_NAMES.sub("", document.id)[:_ID_DIGITS]))) + ".md"


def _article(document: Document) -> str:
    fields = [(column.name, _value(column.value(document))) for column in _COLUMNS]
    front = "\n".join(f"{name}: {_yaml(value)}" for name, value in fields if value)
    standfirst = _escape(document.standfirst or "")
    link = address(document.url) or address(document.canonical_url)
    parts = [
        f"---\n{front}\n---",
        f"# {_escape(document.title or '(no title)')}",
        f"*{standfirst}*" if standfirst else "",
        _tame(lines(document.body).strip("\n")),
        f"<{link}>" if link else "",
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _tame(body: str) -> str:
    """The body with nothing in it that could reach beyond it."""
    return _without_open_fences(_FRONT_MATTER.sub(" ", _LIVE.sub(r"\1\\\2", body)))


def _without_open_fences(body: str) -> str:
    """The body, with code blocks that nothing ends made text: they would take in the articles that follow."""
    rows = body.split("\n")
    place = 0
    while place < len(rows):
        if not _FENCE.fullmatch(rows[place]):
            place += 1
            continue
        end, is_closed = _end_of_fence(rows, place)
        if not is_closed:
            rows[place:end] = [_FENCE.sub(_as_text, row) for row in rows[place:end]]
        place = end
    return "\n".join(rows)


def _as_text(fence: re.Match[str]) -> str:
    return f"{fence[1]}\\{fence[0].lstrip()}"


def _end_of_fence(rows: list[str], start: int) -> tuple[int, bool]:
    """The row behind the code block that begins there, and whether a row ends it.

    An indented one may be part of a list, and then ends with that: so it must end before a row that is indented less.
    """
    opener = _FENCE.fullmatch(rows[start])
    assert opener
    indent, mark = len(opener[1]), opener[2] or opener[4]
    for place in range(start + 1, len(rows)):
        row = rows[place]
        if row.strip() and len(row) - len(row.lstrip(" ")) < indent:
            return place, False
        closer = _FENCE.fullmatch(row)
        if closer and (closer[2] or closer[4]).startswith(mark) and not (closer[3] or closer[5] or "").strip(" \t"):
            return place + 1, True
    return len(rows), False


def _value(value: Value) -> str | list[str]:
    if isinstance(value, tuple):
        return [one_line(each) for each in value]
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="seconds").replace("+00:00", "Z")
    return one_line(str(value or ""))


def _yaml(value: str | list[str]) -> str:
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))


def _escape(text: str) -> str:
    """The text in one line, none of it taken for markup."""
    return _MARKS.sub(r"\\\g<0>", one_line(text))
