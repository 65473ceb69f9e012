"""Cutting the passages worth showing out of a text whose matches are known."""

import itertools

from archiver.records import NamedTuple
from archiver.results import Highlight

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LENGTH = 220
"""Code points of a passage, about: two or three lines of a terminal."""

MAX_PASSAGES = 3

_LEAD = 70  # code points before the first match, at most: enough to see what the sentence is about
_ELLIPSIS = "…"
_SENTENCE_ENDS = ".!?…。！？؟۔"
_UNSPACED_ENDS = "。！？"  # no space follows these
_PARAGRAPH = "\n\n"
_CLOSERS = "\"'”’»)]"
_JOINERS = " \t\n\u00a0-‐‑"  # one of these between two matches: they are read as one


class Mark(NamedTuple):
    """A match: its place (from, to) in the text, and the number of the query's term that it matches."""

    start: int
    end: int
    term: int


def whole(zone: str, text: str, marks: "Sequence[Mark]") -> Highlight:
    """The whole text with its matches."""
    return Highlight(zone, _one_line(text), tuple(_joined(text, marks)))


def best_passages(zone: str, text: str, marks: "Sequence[Mark]") -> list[Highlight]:
    """At most MAX_PASSAGES passages, the best first: most different terms, then terms side by side, then the earliest.

    `marks` are in order.
    """
    chosen: list[tuple[int, int]] = []
    found: list[Highlight] = []
    for first, last in _by_merit(text, marks):
        if len(found) == MAX_PASSAGES:
            break
        if any(start <= marks[first].start < end for start, end in chosen):
            continue
        start, end = _bounds(text, marks[first].start, marks[last].end)
        if any(start < other_end and other_start < end for other_start, other_end in chosen):
            continue
        chosen.append((start, end))
        inside = [mark for mark in marks if start <= mark.start and mark.end <= end]
        found.append(_cut(zone, text, start, end, inside))
    return found


def opening(standfirst: str | None, body: str | None) -> list[Highlight]:
    """The beginning of an article in which nothing matched: its standfirst, else its text; none for an empty one."""
    for zone, text in (("standfirst", standfirst), ("body", body)):
        if text and not text.isspace():
            start = len(text) - len(text.lstrip())
            return [_cut(zone, text, *_bounds(text, start, start + 1), [])]
    return []


def _by_merit(text: str, marks: "Sequence[Mark]") -> "Iterator[tuple[int, int]]":
    """Windows as (first, last) mark, the best first: from each mark as far as a passage of one paragraph reaches."""
    windows = []
    last = 0
    for first, mark in enumerate(marks):
        last = max(last, first)
        paragraph_end = _paragraph_end(text, mark.start)
        reach = min(mark.start + LENGTH, paragraph_end)
        while last + 1 < len(marks) and marks[last + 1].end <= reach:
            last += 1
        inside = marks[first : last + 1]
        terms = len({other.term for other in inside})
        together = sum(
            one.term != other.term and _side_by_side(text, one.end, other.start)
            for one, other in itertools.pairwise(inside)
        )
        windows.append((-terms, -together, -min(len(inside), 2 * terms), first, last))
    windows.sort()
    return ((first, last) for _, _, _, first, last in windows)


def _joined(text: str, marks: "Sequence[Mark]") -> list[tuple[int, int]]:
    """The places of the matches, in order: those that overlap or stand side by side are one."""
    places: list[tuple[int, int]] = []
    for start, end, _ in sorted(marks):
        if places and (start <= places[-1][1] or _side_by_side(text, places[-1][1], start)):
            places[-1] = (places[-1][0], max(end, places[-1][1]))
        else:
            places.append((start, end))
    return places


def _side_by_side(text: str, end: int, start: int) -> bool:
    return start - end == 1 and text[end] in _JOINERS


def _bounds(text: str, first: int, last: int) -> tuple[int, int]:
    """Where a passage around this place starts and ends: at sentences or words, within the paragraph."""
    room = max(LENGTH - (last - first), 0)
    border = text.rfind(_PARAGRAPH, max(0, first - LENGTH), first)
    paragraph = border + len(_PARAGRAPH) if border >= 0 else 0
    start = _sentence_start(text, max(paragraph, first - min(2 * _LEAD, room)), first)
    if start is None:
        start = _word_start(text, max(paragraph, first - min(_LEAD, room)), first)
    paragraph_end = _paragraph_end(text, last)
    latest = max(last, start + LENGTH)
    return start, paragraph_end if latest >= paragraph_end else _end(text, last, latest)


def _paragraph_end(text: str, at: int) -> int:
    end = text.find(_PARAGRAPH, at, at + 2 * LENGTH)
    return end if end >= 0 else len(text)


def _sentence_start(text: str, earliest: int, first: int) -> int | None:
    """The last beginning of a sentence or paragraph from `earliest` on that is not after `first`."""
    for at in range(first, earliest - 1, -1):
        before = text[at - 1] if at else " "
        if (before.isspace() or before in _UNSPACED_ENDS) and _begins_sentence(text, at):
            return at
    return None


def _ends_sentence(text: str, end: int) -> bool:
    """Whether a sentence ends before this place; after closing quotation marks and brackets too."""
    at = end - 1
    while at > 0 and text[at] in _CLOSERS:
        at -= 1
    return at >= 0 and text[at] in _SENTENCE_ENDS


def _word_start(text: str, lead: int, first: int) -> int:
    return next((at + 1 for at in range(lead, first) if text[at].isspace()), lead)


def _end(text: str, last: int, latest: int) -> int:
    """The last end of a sentence, else of a word, from `last` on and not after `latest`."""
    for at in range(latest, last + (latest - last) // 2, -1):
        if at < len(text) and text[at].isspace() and _ends_sentence(text, at):
            return at
    return next((at for at in range(latest, last, -1) if text[at].isspace()), latest)


def _cut(zone: str, text: str, start: int, end: int, marks: "Sequence[Mark]") -> Highlight:
    while end > start and text[end - 1].isspace() and (not marks or end > marks[-1].end):
        end -= 1
    before = _ELLIPSIS if not _begins_sentence(text, start) else ""
    after = _ELLIPSIS if end < len(text) and not _ends_sentence(text, end) else ""
    shift = len(before) - start
    places = tuple((first + shift, last + shift) for first, last in _joined(text, marks))
    return Highlight(zone, before + _one_line(text[start:end]) + after, places)


def _begins_sentence(text: str, start: int) -> bool:
    if start == 0:
        return True
    if not text[start - 1].isspace():
        return text[start - 1] in _UNSPACED_ENDS
    return text[max(0, start - 2) : start] == _PARAGRAPH or _ends_sentence(text, start - 1)


def _one_line(text: str) -> str:
    """The text with each kind of space as a plain one, so that its places stay."""
    return text.replace("\n", " ").replace("\t", " ").replace("\r", " ")
