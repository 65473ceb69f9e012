"""Lists of other stories: headlines told from their times, cut ones completed, doubles joined."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence

from archiver.document import RelatedStory
from archiver.normalise import ago, clean
from archiver.normalise.ago import Ago
from archiver.normalise.draft import RelatedDraft

_CUT = re.compile(r"\s*(?:\.{2,}|…|\[(?:\.{2,}|…)\])\s*(?:\[\+\d+ chars\])?$")
_SHORTEST_STEM = 12  # code points of a cut headline from which its beginning identifies a longer copy
_WANTS_NUMBER = re.compile(
    r"(?:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october"
    r"|november|december|until|till|by|at|of|no|vs|day|week|part|phase|round|season|group|article|section|covid|top|rs|page|class|grade|f|g|g-)"
    r"|[$€£#:.,/-])\s*$",
    re.IGNORECASE,
)
_MOST = 300  # stories of a page; what lies beyond is an index page's tail


def stories(
    drafts: Sequence[RelatedDraft], *, title: str | None, captured_at: dt.datetime | None
) -> tuple[RelatedStory, ...]:
    """The page's lists as one: each story once, under its longest headline, without the article itself.

    Relative times are resolved only against `captured_at`, which is given only where the capture's time is known exactly.
    """
    told = _tell_times(drafts[:_MOST])
    joined: list[tuple[RelatedDraft, Ago | None]] = []
    places: dict[str, int] = {}
    for draft, when in _completed(told):
        key = clean.comparable(draft.title)
        if not key or is_same(draft.title, title):
            continue
        if key in places:
            known, known_when = joined[places[key]]
            joined[places[key]] = (_merged(known, draft), known_when or when)
        else:
            places[key] = len(joined)
            joined.append((draft, when))
    return tuple(
        RelatedStory(
            title=draft.title,
            url=draft.url,
            at=draft.at or (when.at(captured_at) if when and captured_at else None),
            time_text=draft.time_text,
        )
        for draft, when in joined
    )


def is_same(headline: str, title: str | None) -> bool:
    """Whether a list's headline is the article's own: equal but for case and punctuation, or its cut beginning."""
    if not title:
        return False
    own, other = clean.comparable(title), clean.comparable(_stem(headline))
    return own == other or (is_cut(headline) and len(other) >= _SHORTEST_STEM and own.startswith(other))


def is_cut(headline: str) -> bool:
    """Whether the page shortened the headline: it ends in two or more dots."""
    return not headline[-1:].isalnum() and bool(_CUT.search(headline))


def _stem(headline: str) -> str:
    """The headline without the dots that it is cut off by; most end in a letter, and are seen at once to be whole."""
    return headline if headline[-1:].isalnum() else _CUT.sub("", headline)


def _tell_times(drafts: Sequence[RelatedDraft]) -> list[tuple[RelatedDraft, Ago | None]]:
    """Each headline without the time at its end; where digits run together, as its twin or its neighbours decide."""
    readings = [_readings(draft) for draft in drafts]
    plain = {
        clean.comparable(_stem(draft.title)): is_cut(draft.title)
        for draft, ways in zip(drafts, readings, strict=True)
        if not ways or draft.time_text
    }
    told: list[tuple[RelatedDraft, Ago | None]] = []
    for position, (draft, ways) in enumerate(zip(drafts, readings, strict=True)):
        if not ways:
            told.append((draft, None))
        elif draft.time_text:
            told.append((draft, ways[0][1]))
        else:
            before = _neighbour(readings, drafts, position, -1)
            after = _neighbour(readings, drafts, position, 1)
            headline, when = _choose(ways, plain, before, after)
            new = RelatedDraft(
                title=headline, list_number=draft.list_number, url=draft.url, time_text=when.text, at=draft.at
            )
            told.append((new, when))
    return told


def _readings(draft: RelatedDraft) -> list[tuple[str, Ago]]:
    if draft.time_text:
        when = ago.parse(draft.time_text)
        return [(draft.title, when)] if when else []
    return ago.splits(draft.title)


def _neighbour(
    readings: Sequence[list[tuple[str, Ago]]], drafts: Sequence[RelatedDraft], position: int, step: int
) -> int | None:
    """Seconds of the nearest time of the same list in one direction that can be read in one way only."""
    there = position + step
    while 0 <= there < len(drafts) and drafts[there].list_number == drafts[position].list_number:
        if len(readings[there]) == 1:
            return readings[there][0][1].seconds
        there += step
    return None


def _choose(
    ways: Sequence[tuple[str, Ago]], plain: Mapping[str, bool], before: int | None, after: int | None
) -> tuple[str, Ago]:
    """Of the ways to cut headline from time, the one that a twin in another list shows, else the likeliest.

    Lists run from the newest to the oldest (a few are the other way round), so a time that lies between its neighbours'
    times is likelier; so is a plausible number, and a headline that doesn't end where a number should follow.
    """

    def rank(way: tuple[str, Ago]) -> tuple[bool, bool, bool, bool]:
        headline, when = way
        stem = clean.comparable(headline)
        twin = plain.get(stem) is False
        bounds = [bound for bound in (before, after) if bound is not None]
        ordered = (
            min(bounds) <= when.seconds <= max(bounds)
            if len(bounds) > 1
            else (before is None or when.seconds >= before) and (after is None or when.seconds <= after)
        )
        return (twin, when.plausible, ordered, not _WANTS_NUMBER.search(headline))

    return max(ways, key=rank)  # the first of equals: the whole number as the time


def _completed(told: Iterable[tuple[RelatedDraft, Ago | None]]) -> list[tuple[RelatedDraft, Ago | None]]:
    """Cut headlines replaced by their longest copy; one that stays cut ends in "…"."""
    pairs = list(told)
    whole = sorted({draft.title for draft, _ in pairs}, key=lambda title: (is_cut(title), -len(_stem(title))))
    keys = [(clean.comparable(_stem(title)), title) for title in whole]
    completed = []
    for draft, when in pairs:
        title = draft.title
        if is_cut(title):
            stem = clean.comparable(_stem(title))
            if len(stem) >= _SHORTEST_STEM:
                title = next(copy for key, copy in keys if key.startswith(stem))
        if is_cut(title):
            title = _stem(title) + "…"
        completed.append((_renamed(draft, title), when))
    return completed


def _renamed(draft: RelatedDraft, title: str) -> RelatedDraft:
    return RelatedDraft(
        title=title, list_number=draft.list_number, url=draft.url, time_text=draft.time_text, at=draft.at
    )


def _merged(known: RelatedDraft, other: RelatedDraft) -> RelatedDraft:
    return RelatedDraft(
        title=known.title,
        list_number=known.list_number,
        url=known.url or other.url,
        time_text=known.time_text or other.time_text,
        at=known.at or other.at,
    )
