"""What a search gives back. A highlight is text and slices, never markup: whoever draws it decides how it looks.

Named tuples, not dataclasses: these are imported by every search, and `dataclasses` alone would take a quarter of the
time that a whole search may take.
"""

from archiver.records import NamedTuple


class Highlight(NamedTuple):
    """A passage of a zone; `spans` are the (from, to) code points of `text` that matched, in order, not overlapping."""

    zone: str
    text: str
    spans: tuple[tuple[int, int], ...]


class Hit(NamedTuple):
    """One article of a result.

    `url` is the address that the page was captured from, else the one that it states. `published` is the date as the page states it, at its precision, and None if it is not known. `score` is None where
    the order isn't by relevance. `missing` are words of the query that the article lacks, where not all had to match.
    """

    id: str
    score: float | None
    title: str | None
    site: str | None
    url: str | None
    authors: tuple[str, ...]
    published: str | None
    language: str | None
    highlights: tuple[Highlight, ...]
    missing: tuple[str, ...] = ()


class FacetCount(NamedTuple):
    """How many documents have this value; `selected` tells that the query asks for it. `value` None: without any.

    `overall` is how many documents of the whole index have it, where that was compared.

    (Not called `count`: a tuple has a method of that name.)
    """

    value: str | None
    documents: int
    selected: bool = False
    overall: int | None = None


class Period(NamedTuple):
    """A period of a timeline: how it is written (`2025-09`, `1970s`), its unit (day, month, year, decade, century), its articles."""

    value: str
    unit: str
    documents: int


class Timeline(NamedTuple):
    """How many of the `total` articles of a query were published in each period, or speak of it, in the order of time.

    `of` is published or mentioned, `by` the unit. A period of a wider unit than that holds the dates that aren't known more
    finely: they are spread nowhere. `without` are the articles without any date. Of published dates each article has at most one,
    so that all counts add up to the total; an article may speak of many times. Periods without articles are left out.
    """

    of: str
    by: str
    total: int
    periods: tuple[Period, ...]
    without: int


class CrossTable(NamedTuple):
    """Two facets crossed. `rows` and `columns` are their names, `down` and `across` their values, each with its own count.

    `cells` has for each row how many articles have that value and the column's. An article may have several values of a facet,
    so a row's cells needn't add up to its count. `more_rows` and `more_columns` tell whether there are more values than these.
    """

    rows: str
    columns: str
    down: tuple[FacetCount, ...]
    across: tuple[FacetCount, ...]
    cells: tuple[tuple[int, ...], ...]
    more_rows: bool = False
    more_columns: bool = False


class Widened(NamedTuple):
    """How many of a query's distinct words an article must have, at least; the words, and those that no article has.

    Of Chinese, Japanese and Korean each pair of characters counts as a word, but `unknown`, as `missing` of a hit, are the
    characters in a row that are in none of the pairs.
    """

    minimum: int
    words: tuple[str, ...]
    unknown: tuple[str, ...]


class Suggestion(NamedTuple):
    """A query that may have been meant, and how many articles it finds."""

    query: str
    total: int


class Page(NamedTuple):
    """One page of the hits of a query, with the exact number of all of them and the facets asked for.

    `synonyms` are words of the query with those that were looked for, too, because they mean the same; `respelled` are
    words that no article has with those near to them that were looked for instead. `widened` tells that no article has
    all of the words, so those with most of them were looked for. `suggestion` is given where next to nothing was found.
    """

    query: str
    total: int
    took_ms: float
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[FacetCount, ...]]
    synonyms: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 - never written to
    respelled: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 - never written to
    widened: Widened | None = None
    suggestion: Suggestion | None = None


class Similar(NamedTuple):
    """The articles most like one, best first; `words` are the words of that one by which they were found, the most telling first.

    There are none where no other article has any of its words.
    """

    id: str
    title: str | None
    words: tuple[str, ...]
    page: Page


class TermReport(NamedTuple):
    """A word of a query, as it was written, how many documents hold it, and the nearest words that the index holds.

    `field` is the field or the facet in which it must stand, empty for a bare word. Of days, the text says which:
    `from 2025-01-01 on`.
    """

    text: str
    documents: int
    nearest: tuple[str, ...] = ()
    field: str = ""
