"""Queries drawn at random from the words and values of articles, the same ones for the same seed."""

from __future__ import annotations

import random
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_FIELDS = (
    "title", "standfirst", "body", "author", "dateline", "person", "organisation", "place", "country", "site", "section",
    "language", "related", "discarded", "url",
)  # fmt: skip
_SIGNS = re.compile(r'["“”„«»‟＂()]')


class Asked(NamedTuple):
    """A query as it is typed, and the values chosen of facets."""

    text: str
    selections: dict[str, tuple[str, ...]]


class Fuzz:
    """Draws queries over `texts`, and over `values`, the values of each facet."""

    def __init__(self, seed: int, texts: Sequence[str], values: Mapping[str, Sequence[str]]) -> None:
        self._draw = random.Random(seed)
        self._texts = [words for text in texts if (words := _SIGNS.sub(" ", text).split())]
        self._values = {facet: found for facet, found in values.items() if found}

    def queries(self, count: int) -> Iterator[Asked]:
        """So many queries."""
        for _ in range(count):
            yield Asked(self._any(3), self._chosen() if self._draw.random() < 0.2 else {})

    def _any(self, depth: int) -> str:
        parts = [self._part(depth) for _ in range(self._draw.choice((1, 1, 2, 2, 3)))]
        return self._draw.choice((" ", " ", " OR ")).join(parts)

    def _part(self, depth: int) -> str:
        drawn = self._draw.random()
        if drawn < 0.12:
            return f"-{self._part(depth - 1)}" if depth > 0 else self._word()
        if drawn < 0.24 and depth > 0:
            return f"({self._any(depth - 1)})"
        if drawn < 0.4:
            return f"{self._draw.choice(_FIELDS)}:{self._leaf()}"
        if drawn < 0.46:
            return self._days()
        if drawn < 0.5:
            return self._draw.choice((f"has:{self._draw.choice(_FIELDS)}", f"words:>{self._draw.choice((5, 50, 200))}"))
        leaf = self._leaf()
        return f"{leaf}^{self._draw.choice((2, 0.5))}" if drawn > 0.96 else leaf

    def _leaf(self) -> str:
        drawn = self._draw.random()
        if drawn < 0.3:
            return f'"{self._phrase()}"' + (
                f"~{self._draw.choice((1, 2, 3, 5, 9))}" if self._draw.random() < 0.5 else ""
            )
        word = self._word()
        if drawn < 0.42:
            return f"{word[: self._draw.randint(1, 5)].rstrip('*~^?')}*"
        if drawn < 0.5:
            return f"={word}"
        if drawn < 0.6 and word.isalpha():
            return self._draw.choice((f"{word}~1", f"{word}~", f"{word[:1]}?{word[2:]}", f"{word[:2]}*{word[3:]}"))
        return word

    def _word(self) -> str:
        word = self._draw.choice(self._draw.choice(self._texts))
        return self._changed(word).strip("-+*=?~^") or "mill"

    def _phrase(self) -> str:
        words = self._draw.choice(self._texts)
        length = self._draw.choice((1, 2, 2, 3, 4))
        start = self._draw.randrange(len(words))
        found = words[start : start + length]
        if self._draw.random() < 0.4:
            self._draw.shuffle(found)
        if self._draw.random() < 0.3 and len(found) > 2:
            del found[1]
        return " ".join(map(self._changed, found))

    def _changed(self, word: str) -> str:
        drawn = self._draw.random()
        if drawn < 0.1:
            return word.upper()
        if drawn < 0.2:
            return word.lower()
        if drawn < 0.25:
            return unicodedata.normalize("NFD", word)
        if drawn < 0.3:
            return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
        if drawn < 0.36:
            at = self._draw.randrange(len(word))
            return word[:at] + self._draw.choice(("", "e", word[at] * 2)) + word[at + 1 :]
        return word

    def _days(self) -> str:
        first, last = (self._day() for _ in range(2))
        days = self._draw.choice((first, f"{first}..", f"..{last}", f"{first}..{last}", f">={first}", f"<{first}"))
        return f"{self._draw.choice(('published', 'mentioned'))}:{days}"

    def _day(self) -> str:
        year = self._draw.choice((2025, 2025, 2024, self._draw.randint(1880, 2030)))
        return f"{year}-{self._draw.randint(1, 12):02}-{self._draw.randint(1, 28):02}"[: self._draw.choice((4, 7, 10))]

    def _chosen(self) -> dict[str, tuple[str, ...]]:
        chosen = {}
        for facet in self._draw.sample(sorted(self._values), self._draw.choice((1, 1, 1, 2))):
            found = [self._draw.choice(self._values[facet]) for _ in range(self._draw.choice((1, 1, 2)))]
            if facet not in ("published", "mentioned") and self._draw.random() < 0.4:
                found = [self._changed(self._draw.choice(value.split())) for value in found]
            chosen[facet] = tuple(found)
        return chosen
