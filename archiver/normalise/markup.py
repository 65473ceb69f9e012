"""Markdown in and out: a Markdown page as lines, and lines as the Markdown of a body."""

import re
from collections.abc import Sequence

import msgspec

from archiver.normalise import lines
from archiver.normalise.lines import Line

_FRONT = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z_][\w-]{0,30})\s*:\s*(.{1,2000})")
_FIELDS = {  # names that site generators and clipping tools write → ours
    "title": "title", "headline": "title", "author": "author", "authors": "author", "by": "author", "byline": "author",
    "date": "date", "published": "date", "published_at": "date", "pubdate": "date", "publishdate": "date",
    "modified": "modified", "updated": "modified", "lastmod": "modified", "language": "language", "lang": "language",
    "description": "description", "summary": "description", "excerpt": "description", "url": "url", "source": "url",
    "link": "url", "canonical": "url", "canonical_url": "url", "image": "image", "section": "section", "category": "section",
    "site": "site", "publisher": "site", "sitename": "site", "site_name": "site",
}  # fmt: skip
_LONGEST_LINE = 20_000  # code points; in a longer line marks are left as they are
_HEADING = re.compile(r"(#{1,6})\s+(.*)")
# Possessive, and to the next sign of the kind only: each letter is looked at a few times, however many signs are never closed.
_URL = r"((?:[^\s()]++|\([^\s()]*+\))++)(?:\s+\"[^\"]{0,500}\")?\)"
_IMAGE = re.compile(rf"!\[([^\[\]]{{0,500}}+)(?<!\\)\]\({_URL}")
_LINK = re.compile(rf"(?<!\\)\[([^\[\]]{{1,1000}}+)(?<!\\)\]\({_URL}")
_STRONG = re.compile(
    r"(?<!\\)(?:\*\*(?=\S)((?:\\.|[^*\\]|\*(?!\*))++)(?<=[^\s\\])\*\*|__(?=\S)((?:\\.|[^_\\]|_(?!_))++)(?<=[^\s\\])__)"
)
_EMPHASIS = re.compile(
    r"(?<![\w*\\])(?:\*(?=\S)((?:\\.|[^*\\])++)(?<=[^\s\\])\*|_(?=\S)((?:\\.|[^_\\]|(?<=\w)_(?=\w))++)(?<=[^\s\\])_)(?![\w*])"
)
_CODE = re.compile(r"(?<!\\)`")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")

# What would be mark-up within a line: emphasis, code, a tag, a character's name, a link's or an image's "](".
_WORDS = r"[\\`]|\*(?!\s)|(?<!\s)\*|(?<![^\W_])_|_(?![^\W_])|~(?=~)|<(?=[A-Za-z/!?])|&(?=#?\w{1,32};)"
_SIGN = re.compile(r"[\\`*_~<&\[\]]")
_SPECIAL = re.compile(rf"({_WORDS}|\](?=[(\[:]))")
_SPECIAL_IN_LINK = re.compile(rf"({_WORDS}|[\[\]])")
# What would make a line a heading, an item, a quote, a rule or code.
_STARTS = re.compile(r"(#{1,6}(?=\s|$)|[-+*](?=\s|$)|>|-(?=[- ]*-[- ]*$)|=(?==*$)|~(?=~~))|(\d{1,9})(?=[.)](?:\s|$))")


def read(text: str) -> tuple[list[Line], dict[str, str]]:
    """The lines of a Markdown page, and the fields of its front matter under our own names."""
    fields: dict[str, str] = {}
    front = _FRONT.match(text)
    if front:
        for raw in front[1].split("\n"):
            field = _FIELD.fullmatch(raw.strip())
            if field and field[1].lower() in _FIELDS:
                fields.setdefault(_FIELDS[field[1].lower()], field[2].strip(" \"'[]"))
        text = text[front.end() :]
    text = re.sub(r"^(?=.*\S)(.+)\n(=+|-{3,})[ \t]*$", _setext, text, flags=re.MULTILINE)
    page = []
    for line in lines.read(_fence_free(text)):
        content = line.text
        quote = content.startswith(">")
        content = content.lstrip("> ") if quote else content
        heading = _HEADING.match(content)
        if heading:
            content = heading[2].rstrip("#").rstrip()
        short = len(content) <= _LONGEST_LINE
        content = _IMAGE.sub("", content).strip() if short else content
        if not content:
            continue
        page.append(
            msgspec.structs.replace(
                line,
                text=plain(content),
                markup=content,
                level=len(heading[1]) if heading else 0,
                quote=quote,
                links=tuple((plain(words), url) for words, url in _LINK.findall(content) if short),
            )
        )
    return page, fields


def write(body: Sequence[Line]) -> str:
    """The body as Markdown: paragraphs with an empty line between, items of one list without."""
    parts: list[str] = []
    before: Line | None = None
    for line in body:
        content = line.markup or escape(line.text)
        if line.level:
            content = "#" * max(2, line.level) + " " + content
        elif line.bullet:
            mark = line.bullet if line.bullet[:1].isdigit() else "-"
            content = f"{mark} {content}"
        elif line.quote:
            content = f"> {content}"
        tight = before is not None and bool(line.bullet) and bool(before.bullet)
        parts.append(("\n" if tight else "\n\n") + content if before else content)
        before = line
    return "".join(parts)


def escape(text: str) -> str:
    """Plain text as a line of Markdown that reads as this text."""
    return escape_start(escape_words(text))


def escape_words(text: str, *, linked: bool = False) -> str:
    """Plain text as a part of a line; `linked`: between a link's brackets."""
    if not _SIGN.search(text):  # as in most
        return text
    return (_SPECIAL_IN_LINK if linked else _SPECIAL).sub(r"\\\1", text)


def escape_start(line: str) -> str:
    """The line as a paragraph, whatever it begins with."""
    match = _STARTS.match(line)
    if match is None:
        return line
    at = match.end() if match[2] else 0  # "2025\. It was a year", for a figure can't be escaped
    return f"{line[:at]}\\{line[at:]}"


def _inner(match: re.Match[str]) -> str:
    return match[1] or match[2]


def unescape(text: str) -> str:
    """What escaped text reads as."""
    return _ESCAPED.sub(r"\1", text)


def plain(content: str) -> str:
    """A line of Markdown as plain text: links as their words, no marks."""
    if len(content) > _LONGEST_LINE:
        return content
    content = _LINK.sub(r"\1", _IMAGE.sub("", content))
    content = _EMPHASIS.sub(_inner, _STRONG.sub(_inner, content))
    return unescape(_CODE.sub("", content)).strip()


def _setext(match: re.Match[str]) -> str:
    return ("# " if match[2].startswith("=") else "## ") + match[1]


def _fence_free(text: str) -> str:
    return re.sub(r"^\s{0,3}(?:```|~~~).*$", "", text, flags=re.MULTILINE)
