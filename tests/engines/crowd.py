"""Some hundred articles drawn at random for counting, and what each facet counts of them, told by hand."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tests.engines.articles import article

if TYPE_CHECKING:
    from archiver.document import Document

FACETS = (
    "authors", "people", "organisations", "places", "countries", "sites", "sections", "languages", "published",
    "published:year", "published:month", "published:day", "precision", "mentioned", "mentioned:decade", "mentioned:month",
)  # fmt: skip
PEOPLE = [f"Person {letter}{other}" for letter in "ABCDEFGHIJ" for other in "klmnopqr"]
COUNTRIES = ("Norland", "Sudland", "Ostmark")


def _article(number: int) -> Document:
    """An article drawn at random, the same for the same number; few values are frequent, most are rare."""
    draw = random.Random(number)
    people = {PEOPLE[int(len(PEOPLE) * draw.random() ** 3)] for _ in range(draw.randrange(4))}
    # Spelt in capitals here and there: the same person.
    spelt = tuple(person.upper() if draw.random() < 0.2 else person for person in sorted(people))
    year = draw.choice([2021, 2024, 2025, None])
    stated = f"{year}-0{draw.randint(1, 9)}-{draw.choice(['11', '12'])}T08:00" if year else ""
    return article(
        str(number),
        text="common " + draw.choice(["red", "green", "blue"]),
        people=spelt,
        organisations=tuple(draw.sample(["Union", "Bank", "Club|FC"], draw.randrange(3))),
        places=tuple(f"Town {n}@{COUNTRIES[n % 3]}" for n in draw.sample(range(9), draw.randrange(4))),
        authors=tuple(draw.sample(["Ann Lee", "Bo Ström"], draw.randrange(3))),
        site=draw.choice(["Ledger", "Post", None]),
        section=draw.choice(["Sport", "Culture", "Politics"]),
        language=draw.choice(["en", "de", None]),
        published=stated[: draw.choice([4, 7, 10, 16])] or None,
        mentioned=tuple(draw.sample(sorted(MENTIONED), draw.randrange(3))),
    )


# Each with what it is counted under by decade, by year and by month.
MENTIONED = {
    "1971-05-03..1971-05-03 day": ("1970s", "1971", "1971-05"),
    "1969-12-01..1970-01-31 month": ("1960s 1970s", "1969 1970", "1969-12 1970-01"),
    "1970-01-01..1972-12-31 year": ("1970s", "1970 1971 1972", "1970 1971 1972"),
    "1970-01-01..1979-12-31 decade": ("1970s", "1970s", "1970s"),
    "1801-01-01..1900-12-31 century": ("19th_century", "19th_century", "19th_century"),
}
CROWD = [_article(number) for number in range(400)]


def values(document: Document, facet: str) -> set[str]:
    """The values of an article that a facet counts, folded."""
    found: object
    facet, _, unit = facet.partition(":")
    at = document.published.at if document.published else None
    if facet == "precision":
        found = [{4: "year", 7: "month", 10: "day", 16: "minute"}[len(at)]] if at else []
    elif facet == "published":
        found = [at[: {"": 4, "year": 4, "month": 7, "day": 10}[unit]]] if at else []
    elif facet == "mentioned":
        place = {"decade": 0, "": 1, "year": 1, "month": 2}[unit]
        rows = [MENTIONED[f"{m.start}..{m.end} {m.precision}"][place].split() for m in document.mentioned]
        found = [value.replace("_", " ") for row in rows for value in row]
    elif facet in ("people", "organisations", "places"):
        found = [entity.name for entity in getattr(document, facet)]
    elif facet in ("authors", "countries"):
        found = getattr(document, facet)
    else:
        value = getattr(document, {"sites": "site", "sections": "section", "languages": "language"}[facet])
        found = [value] if value else []
    return {value.lower() for value in found}


def without(document: Document, facet: str) -> bool:
    """Whether an article has nothing that this facet could count."""
    return not values(document, facet)
