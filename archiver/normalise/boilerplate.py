"""What the pages of one site repeat, learnt from its articles: lines that stand in the text of many that have nothing else in common.

The rules know the furniture that sites share. What is left in the text of the articles is learnt here: an appeal of the
publisher's own wording, a label in a language that no rule reads. Only what the rules took for text is looked at, so bylines,
dates and lists keep their meaning.

A line is taken only where nothing else explains that it comes again:

- Copies and versions of one article share all of their lines. So pages count by article: those with the same headline, or
  with the same longest line of their own, are one.
- Reporters repeat a paragraph of background in each story on a subject. Its words come up in the rest of these stories more
  than in other articles; those of an appeal to subscribe don't.
- A few words ("Background", "What we know") may be a subheading; a small part of the articles isn't enough for them.
- A sentence that tells of a day, a month, a share or a person ("He was bailed until Friday", "stood at 7.4%") is a report's, unless most articles have it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import regex

from archiver.document import Document, StatedDate
from archiver.normalise import addresses, clean, heading, likeness, lines, mentioned

FEWEST = 6
"""Articles of a site in which a line must stand; the same sentence in five may still be chance, or a series."""

MOST_PAGES = 400
"""Pages of a site that are compared: what is in a tenth of its pages is in some 40 of these."""

_SHARE = 0.1  # of a site's articles in which a line must stand
_SHARE_OF_SHORT = 0.3  # the same of a line with less than _WORDS words to tell its subject by
_EVERYWHERE = 0.6  # share from which a line is in too many articles to be about the subject of some
_WORDS = 3
_LIFT = 0.15  # by how much more of its words may come up in the articles that have it than in the others
_ONE_HEADLINE = 0.5  # share of a site's pages under one headline, from which headlines tell no articles apart
_LONGEST = 2000  # code points of a line; what is longer is no furniture
_MOST_LINES = 500  # of a page
_MOST_LEARNT = 500  # lines of a site, the most frequent ones
_ANY_DAY = StatedDate(at="2001-01-01", precision="day")  # by which a line's weekday is resolved
_PERSON = regex.compile(r"(?<!^)(?<!\p{L})(?P<given>\p{Lu}\p{Ll}+)\s\p{Lu}\p{Ll}+")
_SHARE_TOLD = regex.compile(
    r"\d\s?(?:%|٪|per\s?cent\b|prozent\b|pour\s?cent\b|por\s?ciento\b|por\s?cento\b|per\s?cento\b)", regex.IGNORECASE
)
_WORD = regex.compile(r"\p{L}{5,}")  # shorter ones are mostly grammar's


class Learnt(NamedTuple):
    """A line that many articles of a site repeat: in how many of them, and the id of one."""

    text: str
    pages: int
    example: str


class _Page(NamedTuple):
    """What is compared of a page: `title` in comparable form, the lines of standfirst and text, each once."""

    id: str
    title: str
    lines: tuple[str, ...]
    language: str | None = None


def site_of(*urls: str | None) -> str:
    """The host of the first of these that is a web address, without “www.”, by which a site's lines are kept; else empty."""
    return next(filter(None, map(addresses.host, urls)), "")


def lines_of(boilerplate: Mapping[str, frozenset[str]], *urls: str | None) -> AbstractSet[str]:
    """The lines that are known of the site with this address."""
    return boilerplate.get(site_of(*urls), frozenset()) if boilerplate else frozenset()


def learn(documents: Iterable[Document]) -> tuple[int, tuple[Learnt, ...]]:
    """How many articles of one site were compared, and what they repeat, the most frequent first.

    The documents must have been normalised without anything learnt. No more than MOST_PAGES are looked at.
    """
    pages = list(_pages(documents))
    counts = Counter(line for page in pages for line in page.lines)
    repeated = {line for line, count in counts.items() if count >= FEWEST}
    articles = _articles(pages, repeated)
    whole = len(set(articles.values()))
    if whole < FEWEST:
        return whole, ()
    holding: dict[str, list[_Page]] = defaultdict(list)
    for page in pages:
        if page.id in articles:
            for line in repeated.intersection(page.lines):
                holding[line].append(page)
    rest = {page.id: _words_of([page.title, *(line for line in page.lines if line not in repeated)]) for page in pages}
    found = []
    for line, holders in holding.items():
        count = len({articles[page.id] for page in holders})
        if count < _EVERYWHERE * whole and _tells(line, holders[0].language):
            continue
        if _is_furniture(line, count, whole, {page.id for page in holders}, rest):
            found.append(Learnt(line, count, min(page.id for page in holders)))
    found.sort(key=lambda each: (-each.pages, each.text))
    return whole, tuple(found[:_MOST_LEARNT])


def _pages(documents: Iterable[Document]) -> Iterator[_Page]:
    for number, document in enumerate(documents):
        if number == MOST_PAGES:
            return
        given = [*filter(None, [document.standfirst]), *document.text.split("\n\n")][:_MOST_LINES]
        fitting = (line for line in given if len(line) <= _LONGEST and any(map(str.isalnum, line)))
        yield _Page(
            document.id, clean.comparable(document.title or ""), tuple(dict.fromkeys(fitting)), document.language
        )


def _articles(pages: Sequence[_Page], repeated: Collection[str]) -> dict[str, int]:
    """A number for the article that each page holds, by the page's id; pages without a line of their own hold none.

    These are copies of each other, or pages that say nothing but what all say (an error, a notice).
    """
    titles = Counter(page.title for page in pages)
    telling = {title for title, count in titles.items() if title and count <= max(1, _ONE_HEADLINE * len(pages))}
    known: dict[str, int] = {}
    numbers: dict[str, int] = {}
    for page in pages:
        own = max((line for line in page.lines if line not in repeated), key=len, default="")
        if not own:
            continue
        marks = [f"line {own}", *([f"title {page.title}"] if page.title in telling else [])]
        number = next((known[mark] for mark in marks if mark in known), len(numbers))
        known.update((mark, number) for mark in marks if mark not in known)
        numbers[page.id] = number
    return numbers


def _is_furniture(
    line: str, count: int, whole: int, holders: AbstractSet[str], rest: Mapping[str, AbstractSet[str]]
) -> bool:
    """Whether a line that stands in so many of all articles is none of theirs."""
    share = count / whole
    if count < FEWEST or share < _SHARE:
        return False
    if any(heading.dates_and_byline(line)) and not lines.is_prose(line):
        return False  # one author's, or one day's: elsewhere it is read as that
    words = _words_of([line])
    if share >= _EVERYWHERE:
        return True
    if len(words) < _WORDS:
        return share >= _SHARE_OF_SHORT
    with_it = [len(words & rest[page]) for page in holders]
    without = [len(words & others) for page, others in rest.items() if page not in holders]
    return _mean(with_it) - _mean(without) <= _LIFT * len(words)


def _tells(line: str, language: str | None) -> bool:
    """Whether a line is a sentence that tells of a day, a month or a share, or names a person.

    A year alone is as often the publisher's own: "Owned by its readers since 1890.".
    """
    if not lines.ends_sentence(line):
        return False
    if _SHARE_TOLD.search(line):
        return True
    dated = any(
        date.precision in ("minute", "day", "month")
        for date in mentioned.find({"body": line}, published=_ANY_DAY, language=language)
    )
    return dated or any(likeness.is_given(match["given"]) for match in _PERSON.finditer(line))


def _words_of(lines: Iterable[str]) -> set[str]:
    return {word.casefold() for line in lines for word in _WORD.findall(line)}


def _mean(numbers: Sequence[int]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0
