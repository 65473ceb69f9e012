"""Lines of page text: read, told apart by their shape, and joined where a paragraph was broken."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import msgspec

from archiver.normalise import authors, date_words

_BULLET = re.compile(r"^(?:[-*•·‣▪■●○◦►▶»›–—]|\d{1,2}[.)])(?:\s+|$)")
_RULE = re.compile(r"^[\W_]+$")
_ENDS = re.compile(
    r"[.!?…:;。！？؟۔।॥][\"'”’»›)\]）」』*_]*(?:\[\d+\]|(?<=[。！？”」』])[（(][^（）()。]{2,20}(?<![摄攝图圖])[）)])?$"
)  # or who wrote it: “…。（王小明）”
_CUT_OFF = re.compile(r"\.\.[\])]?$|\[…\]$")
_ABBREVIATED = re.compile(
    r"(?:^|\s)(?:\w\.)+$|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Prof|Sen|Rep|Gov|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|No|vs)\.$"
)
# A day with its year and minute, whose full stop is that of "p. m.".
_TIMED = re.compile(
    r"\d{4}(?:[^.!?]{1,20}\d[:.]\d\d\s?(?:[ap]\.\s?m|น)|[^!?]{1,20}\s(?:actualizado|atualizado|aggiornato|mis\sà\sjour|updated)[^!?]{1,8}\d[:.]\d\d\s?h)\.$"
    r"|\d[:.h]\d\d[^.!?]{0,40}\s[|•·–—]\s(?:[^\d.!?]{1,20}\s)?\d{1,3}\s?(?:min|мин)\.$",
    re.IGNORECASE,
)
_LAST_OF_TIME = ("m.", "M.", "น.", "h.", "n.", "н.")
_LONGEST_TIMED = 14  # words
_WIDE = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MOST_LINES = 10_000  # of a page; the longest live blogs have a third of that
_WIDEST_WRAP = 110  # columns; mail and terminals wrap at 72 to 80, editors at 100
_NARROWEST_WRAP = 40
_FULL = 0.6  # share of line ends at which the next word didn't fit, from which a text counts as wrapped
_LONGEST_BYLINE = 6  # words
_LONGER = 220  # code points: longer than headlines are
_SHORTEST_ITEM = 2  # code points
ROW = "|"  # as its bullet: the line is a row of a table
_REMEMBERED = 4096  # shorter lines: the rules ask for one line several times
_JOINS_AFTER = 40  # code points: a shorter line before one in small letters is a list's item or a label


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line, white space collapsed. `gap`: an empty line stands before it. `level`: of a Markdown heading, 0 none.

    `markup` is the line as Markdown where the page is Markdown, else empty; `links` its (words, address) pairs, `linked`
    the share of it that they make up, `block` the number of the HTML block that it is (-1: the page is plain text), `own` whether that
    stands in the page's tree right among the article's paragraphs, `leads` where a heading leads
    that is a link to elsewhere (`site`: another page of it; `away`), `entry` whether it is the date of a chronology's entry.
    """

    text: str
    gap: bool = False
    bullet: str = ""
    level: int = 0
    markup: str = ""
    quote: bool = False
    links: tuple[tuple[str, str], ...] = ()
    linked: float = 0.0
    block: int = -1
    own: bool = False
    leads: str = ""
    entry: bool = False


def bounded(text: str) -> tuple[str, str]:
    """As much of a page's text as is read, and the rest."""
    if text.count("\n") < _MOST_LINES:
        return text, ""
    *page, rest = text.split("\n", _MOST_LINES)
    return "\n".join(page), rest.strip()


def read(text: str) -> list[Line]:
    """The lines of plain text; a bullet alone on its line belongs to the next one, a line of only rules is a gap."""
    found: list[Line] = []
    gap, bullet = False, ""
    for raw in text.split("\n", _MOST_LINES)[:_MOST_LINES]:
        content = " ".join(raw.split())
        mark = _BULLET.match(content)
        if mark:
            bullet = mark[0].strip()
            content = content[mark.end() :]
        if not content or (_RULE.match(content) and len(content) > 1):
            gap = gap or not mark
            continue
        found.append(Line(text=content, gap=gap, bullet=bullet))
        gap, bullet = False, ""
    return [_numbered(line, found[max(0, at - 1) : at + 2]) for at, line in enumerate(found)]


def _numbered(line: Line, around: Sequence[Line]) -> Line:
    """The line with the number that it begins with, unless that of the line above or below makes them a list: "5. März 2025"."""
    number = line.bullet[:-1]
    if not number.isdigit() or len(line.text) < _SHORTEST_ITEM:
        return line
    beside = {other.bullet[:-1] for other in around if other is not line}
    month = date_words.month_number(line.text.split(maxsplit=1)[0].strip(".,"), None)
    if not month and not beside.isdisjoint((str(int(number) - 1), str(int(number) + 1))):
        return line
    return msgspec.structs.replace(line, text=f"{line.bullet} {line.text}", bullet="")


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does, closing quotes and brackets aside."""
    last = text[-1:]
    if last.isalnum():
        return False
    if last == ".":
        return text[-2:] != ".."
    return bool(_ENDS.search(text)) and not _CUT_OFF.search(text)


def words(text: str) -> int:
    """How many words; in scripts without spaces, two characters count as one."""
    count = len(text.split())
    return count if text.isascii() else count + len(_WIDE.findall(text)) // 2


def letters(text: str) -> int:
    """How long it is, by what is said: a character of a script without spaces counts as two."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def is_prose(text: str) -> bool:
    """Whether the line reads as sentences: it ends as one and is long enough, or is longer than headlines are."""
    return len(text) >= _LONGER or _is_prose(text)


@lru_cache(maxsize=_REMEMBERED)
def _is_prose(text: str) -> bool:
    count = words(text)
    if count >= 8 and ends_sentence(text):  # noqa: PLR2004
        return not (text[-2:] in _LAST_OF_TIME and count <= _LONGEST_TIMED and _TIMED.search(text))
    return count >= 30  # noqa: PLR2004


def is_paragraph(line: Line) -> bool:
    """Whether the line is a paragraph of sentences."""
    return is_prose(line.text) and not line.level


def is_headline(text: str) -> bool:
    """Whether the line can be a headline: some words, not too many, and no full stop at its end."""
    if len(text) > 240:  # noqa: PLR2004
        return False
    last = text.rstrip("\"'”’»›)]")[-1:]
    return (last not in ".:;。۔।" or bool(_CUT_OFF.search(text))) and 3 <= words(text) <= 32  # noqa: PLR2004


def join(lines: Sequence[Line]) -> list[Line]:
    """The lines with broken paragraphs made whole.

    Text that is wrapped at a column is joined where the next word would not have fitted. Any line that ends without a
    sentence's end is joined with the next if that begins in small letters: a paragraph broken by mark-up that is gone.
    """
    width = _wrap_width(lines)
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and _continues(paragraphs[-1][0], paragraphs[-1][-1].text, line, width):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [_joined(paragraph) for paragraph in paragraphs]


def _joined(parts: Sequence[Line]) -> Line:
    first = parts[0]
    if len(parts) == 1:
        return first
    return msgspec.structs.replace(
        first,
        text=_glued([line.text for line in parts]),
        markup=" ".join(line.markup for line in parts) if first.markup else "",
        links=tuple(link for line in parts for link in line.links),
    )


def _continues(before: Line, last: str, line: Line, width: int) -> bool:
    """Whether the line goes on with the paragraph that `last` was the end of so far."""
    if line.gap or line.bullet or line.level or before.level or line.quote != before.quote:
        return False
    first = line.text.split(" ", 1)[0]
    if width and len(last) + 1 + len(first) > width and len(last) >= width // 2:
        return True
    if _is_byline(line.text):
        return False
    small = first[:1].islower() or first[:2].strip("“\"'(‘«").islower()
    return small and len(last) >= _JOINS_AFTER and (not ends_sentence(last) or bool(_ABBREVIATED.search(last)))


def _is_byline(text: str) -> bool:
    """Whether the line is but "by" and a name or two, with which no paragraph goes on."""
    return (
        len(text.split()) <= _LONGEST_BYLINE
        and not ends_sentence(text)
        and authors.is_marked(text)
        and bool(authors.parse(text))
    )


def _glued(parts: Sequence[str]) -> str:
    """The parts of a paragraph as one line; scripts that part no words by spaces have none here either."""
    spaced = [parts[0]]
    for before, after in pairwise(parts):
        spaced.append(after if _WIDE.match(before[-1]) and _WIDE.match(after[0]) else " " + after)
    return "".join(spaced)


def _wrap_width(lines: Sequence[Line]) -> int:
    """The column at which the text is wrapped, 0 if it isn't.

    In wrapped text no line is longer, and most lines within a paragraph end where the next line's first word would have
    gone past the column.
    """
    longest = max((len(line.text) for line in lines), default=0)
    if not _NARROWEST_WRAP <= longest <= _WIDEST_WRAP:
        return 0
    pairs = [
        (len(line.text), len(after.text.split(" ", 1)[0]))
        for line, after in pairwise(lines)
        if not after.gap and not after.bullet and not line.level and not after.level
    ]
    full = sum(1 for length, word in pairs if length + 1 + word > longest)
    unfinished = sum(1 for line in lines if not ends_sentence(line.text))
    return longest if len(pairs) > 3 and full >= _FULL * len(pairs) and unfinished > len(lines) // 3 else 0  # noqa: PLR2004
