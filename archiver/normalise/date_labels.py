"""Visible labels of dates ("Published", "Mis à jour le", "نُشر في") and the dates that follow them in a line."""

import functools
import re
from typing import Final

import msgspec
import regex

from archiver.normalise import date_doubts, date_parser, stems
from archiver.normalise.date_label_words import GLUED_MODIFIED, GLUED_PUBLISHED, MODIFIED, PUBLISHED
from archiver.normalise.date_parser import Token
from archiver.normalise.draft import ParsedDate

LONGEST_LINE = 300
"""Characters; a longer line is a paragraph, whose dates are told, not stated."""

_MOST_WORDS_BETWEEN = 6
_MOST_WORDS_BEFORE = _MOST_WORDS_BETWEEN + 12  # the first figure; a date begins with fewer words
_MOST_TOKENS = 24


class LabelledDate(msgspec.Struct, frozen=True, kw_only=True):
    """A date that a line of the page states.

    `role` is published or modified, `text` the date's own words, `span` what label and date together take of the line.
    `label` is the label's words; None where a date stands alone: then `source` is "line", which is trusted less.
    """

    role: str
    text: str
    span: tuple[int, int]
    label: str | None = None

    @property
    def source(self) -> str:
        """The source that a candidate made of this has: label or line."""
        return "label" if self.label else "line"


_LABEL: Final = regex.compile(
    # Behind a year too, where two elements stand without a space between: "Mar. 5, 2025Updated Mar. 6, 2025".
    rf"(?:(?<![\p{{L}}\p{{M}}\p{{N}}])|(?<=\d{{4}})(?=(?-i:\p{{Lu}}\p{{Ll}})))(?:(?P<modified>{'|'.join(MODIFIED)})|(?P<published>{'|'.join(PUBLISHED)}))(?![\p{{L}}\p{{M}}])"
    rf"|(?P<modified2>{GLUED_MODIFIED})(?=\s?[:：]?\s?\d)|(?P<published2>{GLUED_PUBLISHED})(?=\s?[:：]?\s?\d)",
    regex.IGNORECASE,
)
_BARE_LABEL: Final = regex.compile(
    r"\s*(?:date|datum|fecha|data|дата|تاريخ|تاریخ|tarih|日期|日付)(?:\s*[:：]\s*|\s(?=\d))", regex.IGNORECASE
)
_SEPARATED: Final = regex.compile(r"[|·•–—/\-,:;.。।۔；，、،؛()\[\]]\s*$")
_AFTER: Final = regex.compile(
    r"\s*(?:$|[|·•–—\-/()\[\]]|[.!。।۔]\s*$|(?:by|in|von|par|por|da|di|door|av|от|بقلم|بواسطة)\s.{0,60}$)",
    regex.IGNORECASE,
)
FOUR_DIGITS: Final = regex.compile(r"\d{4}")
"""No date that is read has less: most lines are done with here."""

_DAY: Final = re.compile(r"(?<!\d)\d{1,2}(?!\d)|\d{8}")
"""No day is told without such figures beside the year's: "© 2024" is none."""

_HAS_YEAR: Final = regex.compile(r"[^xYNIE]*+(?P<year>[YNIE])[^xYNIE]*+")
"""Each shape of a date has just one token with a year in it."""

_PIECE_END: Final = regex.compile(r"\s[|•·–—]\s|\s(?:by|von|par|por|di|door|av)\s", regex.IGNORECASE)
_CLOSING: Final = regex.compile(r"\s?(?:uhr|h|hrs|hours|r|г|года|р|м|م|ء|v|בשעה|بجے|बजे)\b\.?", regex.IGNORECASE)
_READING_TIME: Final = regex.compile(r"\s*[|·•–—]\s*\d{1,3}\s?\p{L}+(?:\s\p{L}+){0,3}\s*$")
_WHOSE_TIME: Final = regex.compile(r",?\s(?:UK|local)(?:\stime)?\s*$")
_SOURCE: Final = regex.compile(
    r"\s*[|·•]\s*(?:来源|來源|source|quelle|fuente|fonte|источник)\s*[:：]|\s+\p{Han}{2,6}\s?[:：]", regex.IGNORECASE
)
_SENTENCE: Final = regex.compile(r"\p{Ll}{2,}\s+\p{Ll}{2,}\s+\p{Ll}{2,}")


STEMS: Final = tuple(sorted(stems.of((*PUBLISHED, *MODIFIED, GLUED_PUBLISHED, GLUED_MODIFIED))))
"""Letters of which each label has some: most lines have none, which is seen much faster than by the pattern."""

_ASCII_STEMS: Final = tuple(stem for stem in STEMS if stem.isascii())


def _may_state(line: str) -> bool:
    """Whether a line has the figures of a day with its year."""
    return bool(FOUR_DIGITS.search(line)) and bool(_DAY.search(line))


def _may_have_label(line: str) -> bool:
    lowered = line.lower()
    return any(stem in lowered for stem in (_ASCII_STEMS if line.isascii() else STEMS))


@functools.lru_cache(maxsize=1024)
def _labels(line: str) -> "tuple[regex.Match[str], ...]":
    """The labels in a line, which several rules ask for."""
    return tuple(_LABEL.finditer(line)) if _may_have_label(line) else ()


def find_label(line: str, *, language: str | None = None) -> LabelledDate | None:
    """The first date that the line states: published before modified, a labelled one before a bare one."""
    found = find_labels(line, language=language)
    return min(found, key=lambda date: (date.label is None, date.role != "published"), default=None)


def find_labels(line: str, *, language: str | None = None) -> tuple[LabelledDate, ...]:
    """All dates that a line states, in its order; a sentence that tells of a date states none.

    A bare date ("September 02, 2025 | 07:49 PM", alone or behind a byline) counts as published.
    """
    if len(line) > LONGEST_LINE or not _may_state(line):
        return ()
    labels = _labels(line)
    found: list[LabelledDate] = []
    for index, label in enumerate(labels):
        if found and label.start() < found[-1].span[1]:
            continue
        end = labels[index + 1].start() if index + 1 < len(labels) else len(line)
        date = _after_label(line, label, found[-1].span[1] if found else 0, end, language)
        if date is not None:
            found.append(date)
    if not found:
        bare = _bare(line, language) or _before_change(line, labels, language)
        return (bare,) if bare else ()
    start = found[0].span[0]
    if found[0].role == "modified" and FOUR_DIGITS.search(line, 0, start):  # "14 May 2024 | Updated 15 May 2024"
        bare = _beside_change(line[:start], language)
        return (bare, *found) if bare else tuple(found)
    return tuple(found)


def _beside_change(piece: str, language: str | None) -> LabelledDate | None:
    """The date of what stands before a change that is told in the same line, alone or behind a name."""
    piece = piece.rstrip(" \t([（【|·•–—-/.,;")
    bare = _bare(piece, language)
    found = None if bare else _first_date(piece, 0, len(piece), language)
    if found is None or any(map(str.isalpha, piece[found[1] :])):
        return bare
    before = piece[: found[0]]
    if len(before.split()) > _MOST_WORDS_BETWEEN or _SENTENCE.search(before):
        return None
    return LabelledDate(role="published", text=piece[slice(*found)], span=found)


_LONGEST_TIME: Final = 20


def _before_change(line: str, labels: "tuple[regex.Match[str], ...]", language: str | None) -> LabelledDate | None:
    """The date before a change of which just the time is told: "5 marzo 2025, 00:12 | Actualizado 08:30h."."""
    label = labels[0] if labels else None
    if label is None or not (label["modified"] or label["modified2"]) or len(line) - label.end() > _LONGEST_TIME:
        return None
    date = _beside_change(line[: label.start()], language) if _DIGIT.search(line, label.end()) else None
    return date and msgspec.structs.replace(date, span=(date.span[0], len(line)))


def find_loose(line: str, *, language: str | None) -> tuple[LabelledDate, ...]:
    """The first date anywhere in a line that is known to be a date's, a byline or a note: what else it says doesn't count."""
    if len(line) > LONGEST_LINE or not _may_state(line):
        return ()
    found = _first_date(line, 0, len(line), language)
    if found is None:
        return ()
    # A label set apart behind the date is another statement's: "3 May 2024 / Updated 8 hours ago".
    labels = (label for label in _labels(line)[:1] if label.start() < found[1] or not _separates(line[: label.start()]))
    modified = any(label["modified"] or label["modified2"] for label in labels)
    return (LabelledDate(role="modified" if modified else "published", text=line[slice(*found)], span=found),)


_LEADING: Final = 90
"""Characters in which a date ends that a paragraph begins with."""

_MOST_BEFORE: Final = 40
_LEADING_MARK: Final = regex.compile(r"\s?\)?\s?(?:[)\]:|–—.―-]|//)\s?\S")
_PRESS: Final = regex.compile(
    r"(?:(?:presse|medien)(?:mitteilung|meldung|information)|(?:press|news|media)\s(?:release|statement)|communiqué(?:\sde\spresse)?"
    r"|comunicado(?:\sde\s(?:prensa|imprensa))?|comunicato\sstampa|persbericht)\s*(?:n[ro]\.?\s?\d+[/\d]*)?\s*(?:vom|du|del?|of|dated|van)?\s*[,:|–-]?\s*",
    regex.IGNORECASE,
)
_NOT_LEADING: Final = regex.compile(r"\p{Ll}{2,}\s\p{Ll}{2,}|[.!?]\s")


def find_leading(paragraph: str, *, language: str | None) -> tuple[LabelledDate, ...]:
    """The date that a paragraph begins with, set apart by brackets, a dash or a full stop: "(3.4.2025) The wall …".

    A place or "Press release of" may stand before it, but no words of a sentence.
    """
    if not _may_state(paragraph[:_LEADING]):
        return ()
    found = _first_date(paragraph[:_LEADING], 0, min(len(paragraph), _LEADING), language)
    if found is None or found[0] > _MOST_BEFORE:
        return ()
    told = bool(found[0] and _PRESS.fullmatch(paragraph, 0, found[0]))
    if not told and _NOT_LEADING.search(paragraph[: found[0]]):
        return ()
    bracketed = paragraph[: found[0]].rstrip().endswith(("(", "["))
    if (found[0] and not bracketed and not told) or not _LEADING_MARK.match(paragraph, found[1]):
        return ()
    return (LabelledDate(role="published", text=paragraph[slice(*found)], span=found),)


def label_alone(line: str) -> str | None:
    """The role that a line of nothing but a label ("Published on:") gives to the date in the next."""
    words = line.strip(" :：\t")
    match = _LABEL.fullmatch(words) if _may_have_label(words) else None
    if match:
        return "modified" if match["modified"] or match["modified2"] else "published"
    return "published" if _BARE_LABEL.fullmatch(words + ":") else None


def has_label(line: str) -> bool:
    """Whether a word of publishing stands anywhere in the line: "This was written on 3 May 2024 and posted by …"."""
    return bool(_labels(line))


def tells_only_dates(line: str) -> bool:
    """Whether a line is nothing but labelled dates, as sentences: "Published 5 March 2025. Updated 6 March 2025."."""
    if len(line) > _LONGEST_OF_DATES or not FOUR_DIGITS.search(line) or not _LABEL.match(line):
        return False
    found = find_labels(line)
    if not found or not all(date.label for date in found):
        return False
    rest = line
    for date in reversed(found):
        rest = rest[: date.span[0]] + rest[date.span[1] :]
    return sum(map(str.isalpha, rest)) <= _FEW_LETTERS


_LONGEST_OF_DATES: Final = 160
_FEW_LETTERS: Final = 4


def find_doubtful(line: str, *, language: str | None, dated: bool = False) -> tuple[LabelledDate, ...]:
    """What a line states as a date and can't be read as a day: a month, "3 Apr 25", "yesterday at 5pm".

    Behind a label; the whole line where the page says of it that it is a date (`dated`).
    """
    if not may_be_doubtful(line):
        return ()
    labels = _labels(line)
    found = []
    for index, label in enumerate(labels):
        end = labels[index + 1].start() if index + 1 < len(labels) else len(line)
        before = line[: label.start()]
        text = _PIECE_END.split(line[label.end() : end], maxsplit=1)[0].strip(" :：,|()[]–—-")
        if text and not (before.strip() and not _separates(before)) and _is_doubtful(text, language):
            start = line.index(text, label.end())
            role = "modified" if label["modified"] or label["modified2"] else "published"
            span = (label.end() - len(label.group().lstrip()), start + len(text))
            found.append(LabelledDate(role=role, text=text, span=span, label=label.group().strip()))
    whole = line.strip(" |•·–—-()")
    if dated and not found and _is_doubtful(whole, language):
        start = line.index(whole)
        found.append(LabelledDate(role="published", text=whole, span=(start, start + len(whole))))
    return tuple(found)


def may_be_doubtful(line: str) -> bool:
    """Whether a line may have anything that `find_doubtful` finds."""
    return len(line) <= LONGEST_LINE and (bool(_DIGIT.search(line)) or is_told(line))


_DIGIT: Final = re.compile(r"\d")
_TOLD: Final = re.compile(
    "yesterday|gestern|hier|ayer|ieri|ontem|вчера|أمس|dün|gisteren|igår|昨天|昨日|어제|today|heute|aujourd|hoy|oggi|hoje|"
    "ago|now|gerade|instant|ahora|только|ابھی|الآن"
)


def is_told(line: str) -> bool:
    """Whether a line may tell a time without a figure: "yesterday", "just now"."""
    return bool(_TOLD.search(line.lower()))


def _is_doubtful(text: str, language: str | None) -> bool:
    parsed = date_parser.parse(text, language=language)
    if parsed:
        return parsed.precision == "month"
    return date_doubts.doubt(text, language) is not None


def _after_label(
    line: str, label: "regex.Match[str]", begin: int, end: int, language: str | None
) -> LabelledDate | None:
    """The date behind a label and before `end`; `begin` is where the date before it ends."""
    before = line[begin : label.start()]
    if _SENTENCE.search(before):  # a date's own words may look like one: "5 de marzo de 2025"
        own = _first_date(line, begin, label.start(), language)
        before = line[begin : own[0]] + line[own[1] : label.start()] if own else before
    if _SENTENCE.search(before) or (before.strip() and label.group()[:1].islower() and not _separates(before)):
        return None
    found = _first_date(line, label.end(), end, language)
    if found is None:
        return None
    start, stop = found
    between = line[label.end() : start]
    told = _SENTENCE.search(between) or len(between.split()) > _MOST_WORDS_BETWEEN
    ends = _AFTER.match(line, stop) or _SOURCE.match(line, stop)
    if told or not (ends or not any(map(str.isalnum, line[stop:end]))):
        return None
    role = "modified" if label["modified"] or label["modified2"] else "published"
    return LabelledDate(
        role=role,
        text=line[start:stop],
        span=(label.end() - len(label.group().lstrip()), stop),
        label=label.group().strip(),
    )


def _separates(before: str) -> bool:
    return bool(_SEPARATED.search(before))


def _first_date(line: str, start: int, end: int, language: str | None) -> tuple[int, int] | None:
    """Where the first date (a day at least) of a part of the line stands, as far as its words reach."""
    tokens = [
        Token(token.kind, token.text, token.start + start, token.end + start)
        for token in date_parser.tokens(line[start:end], language)
    ][:_MOST_TOKENS]
    kinds = "".join(token.kind for token in tokens)
    for first, kind in enumerate(kinds):
        years = _HAS_YEAR.match(kinds, first)
        if kind == "x" or not years:
            continue
        for stop in range(years.end(), years.start("year"), -1):
            parsed = _parsed(tokens[first:stop], language) if date_parser.has_shape(kinds[first:stop]) else None
            if parsed and _is_whole(parsed, tokens[first:stop]):
                return tokens[first].start, _over_fillers(line, tokens[stop - 1].end)
    return None


def _parsed(tokens: list[Token], language: str | None) -> ParsedDate | None:
    """What the tokens say; numbers in an unknown order are a date too: which one is judged later."""
    found = date_parser.assemble(tokens, language)
    if found or not any(token.kind == "N" for token in tokens):
        return found
    return date_parser.assemble(tokens, "en-GB")


def _over_fillers(line: str, end: int) -> int:
    """Past the words that close a date: "Uhr", "г."."""
    match = _CLOSING.match(line, end)
    return match.end() if match else end


def _is_whole(parsed: ParsedDate, tokens: list[Token]) -> bool:
    """A day at least, in words that look like a date: a bare number of many digits on a page is no date."""
    numbers_only = len(tokens) == 1 and tokens[0].text.isdigit()
    return parsed.precision in ("minute", "day") and not numbers_only


def _bare(line: str, language: str | None) -> LabelledDate | None:
    opening = _BARE_LABEL.match(line)
    start = opening.end() if opening else 0
    figure = _DIGIT.search(line, start)
    if figure is None or len(line[start : figure.start()].split()) > _MOST_WORDS_BEFORE:
        return None
    found = _first_date(line, start, len(line), language)
    if found is None:
        return None
    begin, end = found
    before, after = line[:begin], line[end:]
    alone = not before[start:].strip(" \t|·•–—-/,[(:") and (
        not after.strip(" \t|·•–—-/.,)]") or any(end.match(after) for end in (_READING_TIME, _WHOSE_TIME, _SOURCE))
    )
    byline = len(before.split()) <= _MOST_WORDS_BETWEEN and _separates(before) and not _SENTENCE.search(before)
    if not (alone or (byline and _AFTER.match(line, end) and not _is_dateline(before))):
        return None
    label = opening.group().strip(" :：\t") if opening else None
    return LabelledDate(role="published", text=line[begin:end], span=(0 if opening else begin, end), label=label)


def _is_dateline(before: str) -> bool:
    """Whether a date stands within brackets that were opened before it, as in a dateline."""
    return before.count("(") > before.count(")")
