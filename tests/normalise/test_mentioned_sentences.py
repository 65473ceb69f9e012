"""Sentences as news agencies write them, with the dates that a careful reader takes from them.

The tables are in `mentioned_sentences/`, a language each, published on a Tuesday, 17 February 2026: `sentence => periods`. A
period is a day, a month, a year, `1990s`, `c19`, `2025-Q3`, `2025-H1`, `week` and its Monday, or two of them with `..`
between, and its precision where that isn't theirs. One behind `~` is meant too, but isn't found yet.
"""

import datetime as dt
import re
from pathlib import Path

import pytest

from archiver.normalise import mentioned, periods
from archiver.normalise.periods import Period

PUBLISHED = "2026-02-17"
TABLES = Path(__file__).parent / "mentioned_sentences"


def _single(text: str) -> Period:
    if text.startswith("week "):
        return periods.week(dt.date.fromisoformat(text.removeprefix("week ")))
    if text.startswith("c"):
        return periods.century(int(text[1:]))
    if text.endswith("s"):
        return periods.decade(int(text[:-1]))
    if match := re.fullmatch(r"(\d{4})-([QH])(\d)", text):
        parts = {"Q": 4, "H": 2}[match[2]]
        return periods.part(periods.year(int(match[1])), int(match[3]) - 1, parts)._replace(precision="year")
    numbers = [int(part) for part in text.split("-")]
    if len(numbers) == 1:
        return periods.year(numbers[0])
    return periods.day(dt.date(*numbers)) if len(numbers) == len("ymd") else periods.month(*numbers)


def _period(text: str) -> Period:
    match = re.fullmatch(r"(.*?)(?:\.\.(.*?))?(?: (day|month|year))?", text)
    assert match
    first, last, precision = match.groups()
    found = periods.between(_single(first), _single(last or first))
    assert found
    return found._replace(precision=precision) if precision else found


def _cases() -> list[tuple[str, str, str]]:
    return [
        (table.stem, sentence, meant)
        for table in sorted(TABLES.glob("*.txt"))
        for sentence, _, meant in (line.partition(" => ") for line in table.read_text("utf-8").splitlines())
    ]


@pytest.mark.parametrize(("language", "sentence", "meant"), _cases())
def test_a_sentence_speaks_of_what_a_reader_says(language: str, sentence: str, meant: str) -> None:
    """Each sentence has the dates that a careful native reader takes from it, and no others."""
    wanted = [] if meant == "none" else [_period(text) for text in meant.split(", ") if not text.startswith("~")]
    dates = mentioned.find({"body": sentence}, published=PUBLISHED, language=language)
    assert [(date.start, date.end, date.precision) for date in dates] == [
        (period.start.isoformat(), period.end.isoformat(), period.precision) for period in wanted
    ]
