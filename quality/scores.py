"""How near a reading is to the gold."""

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

import msgspec

from quality.cases import Gold, Moment
from quality.systems import Reading

_SHINGLE = 4  # tokens
_TOKEN = re.compile(r"\w+", re.UNICODE)
_MINUTE = len("2025-01-01T00:00")
_DAY = len("2025-01-01")


class Tally(msgspec.Struct):
    """Right, spurious and missed, as counts or as shares of pages (for bodies: each page weighs one)."""

    right: float = 0
    spurious: float = 0
    missed: float = 0
    pages: int = 0

    def add(self, right: float, spurious: float, missed: float) -> None:
        """Count one page."""
        self.right += right
        self.spurious += spurious
        self.missed += missed
        self.pages += 1

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right."""
        return self.right / (self.right + self.spurious) if self.right + self.spurious else 1.0

    @property
    def recall(self) -> float:
        """Of what is right, the share that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = 2 * self.right + self.spurious + self.missed
        return 2 * self.right / total if total else 1.0


class Result(msgspec.Struct, frozen=True):
    """One field of one page: counts, and what was expected and found."""

    field: str
    right: float
    spurious: float
    missed: float
    expected: str = ""
    found: str = ""

    @property
    def f1(self) -> float:
        """Of this page alone."""
        total = 2 * self.right + self.spurious + self.missed
        return 2 * self.right / total if total else 1.0


def compare(gold: Gold, reading: Reading) -> list[Result]:
    """The results of all fields of which the gold says something."""
    results = []
    if gold.bodies:
        best = max(
            (_body(body, reading.body) for body in gold.bodies),
            key=lambda counts: counts[0] * 2 - counts[1] - counts[2],
        )
        results.append(Result("body", *best, expected=gold.bodies[0], found=reading.body))
    if gold.present or gold.absent:
        results.append(_chunks(gold, reading))
    for field in ("title", "standfirst", "site", "language"):
        if expected := getattr(gold, field):
            found = getattr(reading, field) or ""
            same = found == expected if field == "site" else _plain(found) == _plain(expected)
            if field == "language":
                same = found.lower()[:2] == expected.lower()[:2]
            results.append(_share(field, expected, found, same=same))
    if gold.authors is not None:
        results.append(
            _sets(
                "authors",
                map(_plain, gold.authors),
                map(_plain, reading.authors),
                str(gold.authors),
                str(reading.authors),
            )
        )
    if gold.published is not None:
        results += _dates(gold.published, reading.published)
    for kind, names in (gold.names or {}).items():
        own = reading.surfaces if gold.surfaces else reading.names
        results.append(_sets(kind, map(_name, names), map(_name, own.get(kind, ())), kind, kind))
    if gold.mentioned is not None:
        results.append(_sets("mentioned", map(str, gold.mentioned), map(str, reading.mentioned), "", ""))
    return results


def _chunks(gold: Gold, reading: Reading) -> Result:
    """What must and must not stand in the text; `clean` where the gold only has what must not.

    A gold of chunks knows no standfirst: what a reading tells apart as one is text of the article too.
    """
    body = _spaced("\n".join(filter(None, (reading.standfirst if gold.present else None, reading.body))))
    lost = [chunk for chunk in gold.present if _spaced(chunk) not in body]
    leaked = [chunk for chunk in gold.absent if _spaced(chunk) in body]
    if not gold.present:
        return Result("clean", int(bool(body) and not leaked), int(bool(leaked)), int(not body), "", f"{leaked}")
    right = len(gold.present) - len(lost)
    return Result("chunks", right, len(leaked), len(lost), f"lost: {lost}", f"leaked: {leaked}")


def _share(field: str, expected: str, found: str, *, same: bool) -> Result:
    """Right, or wrong (found but another), or missed; precision is what is told wrong, recall what is right of all."""
    return Result(field, int(same), int(bool(found) and not same), int(not same), expected, found)


def _dates(gold: Moment, found: Moment | None) -> list[Result]:
    """The day, and the minute with its offset where the gold has one."""
    expected, told = f"{gold.at}{gold.offset or ''}", f"{found.at}{found.offset or ''}" if found else ""
    same = found is not None and (found.at[:_DAY] == gold.at[:_DAY] or _instant(found) == (_instant(gold) or 0))
    results = [_share("day", expected, told, same=same)]
    if gold.offset and len(gold.at) == _MINUTE:
        same = found is not None and _instant(found) == _instant(gold)
        results.append(_share("minute", expected, told, same=same))
    return results


def _instant(moment: Moment) -> dt.datetime | None:
    if not moment.offset or len(moment.at) != _MINUTE:
        return None
    return dt.datetime.fromisoformat(moment.at + moment.offset)


def _body(expected: str, found: str) -> tuple[float, float, float]:
    """Shingles that both have, only the reading has, only the gold has; as shares of all, so that each page weighs one."""
    gold, own = _shingles(expected), _shingles(found)
    right = sum((gold & own).values())
    spurious, missed = sum((own - gold).values()), sum((gold - own).values())
    total = (right + spurious + missed) or 1
    return right / total, spurious / total, missed / total


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    tokens = _TOKEN.findall(text)
    size = min(_SHINGLE, max(len(tokens), 1))
    return Counter(tuple(tokens[at : at + size]) for at in range(len(tokens) - size + 1))


def _sets(field: str, expected: Iterable[str], found: Iterable[str], told: str, seen: str) -> Result:
    gold, own = set(filter(None, expected)), set(filter(None, found))
    if told == seen:
        told, seen = " | ".join(sorted(gold - own)), " | ".join(sorted(own - gold))
    return Result(field, len(gold & own), len(own - gold), len(gold - own), told, seen)


def _spaced(text: str) -> str:
    """With one space between words, and without soft hyphens."""
    return " ".join(text.replace("\xad", "").split())


def _plain(text: str) -> str:
    """Without differences of space, case and punctuation, and without soft hyphens."""
    return " ".join(_TOKEN.findall(unicodedata.normalize("NFKC", text.replace("\xad", "")).casefold()))


def _name(text: str) -> str:
    return " ".join(text.replace("’", "'").split()).casefold()
