"""How `Archive` asks: from what a user typed and chose to the query that is searched, and what was changed on the way."""

import time

from archiver.analysis import has_cjk
from archiver.errors import UsageError
from archiver.given import check_text, check_values
from archiver.query.parser import parse
from archiver.query.synonyms import expand, synonyms_in, typed_in
from archiver.query.tree import EVERYTHING, MATCHING, SORTS, Query, Range, all_of, has_choice, parts_of
from archiver.results import Suggestion, Widened

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from archiver.aliases import Merging
    from archiver.engine import Reader
    from archiver.explaining import Explanation, Why
    from archiver.query.loosen import Loosened
    from archiver.query.synonyms import Table
    from archiver.query.tree import Node
    from archiver.results import Hit, Page
    from archiver.settings import Settings

FEW = 3
"""Articles up to which what was found may be next to nothing, and something else be meant."""

_1970 = 719_163  # the day on which the system's clock began


def build_query(
    settings: "Settings",
    synonyms: "Table",
    text: str,
    *,
    after: str | None = None,
    before: str | None = None,
    selections: "Mapping[str, Sequence[str | None]]",
    matching: str = "auto",
    excluded: "Mapping[str, Sequence[str | None]]",
    aliases: "Mapping[str, Merging]",
) -> Query:
    """What is asked, as it was typed. Raises QueryError, and UsageError for an unknown facet."""
    check_text(text)
    check_values(selections)
    check_values(excluded)
    if matching not in MATCHING:
        raise UsageError(f"Words match in one of the ways {', '.join(MATCHING)}; “{matching}” is none.")
    chosen, barred = (
        {facet: tuple(values) for facet, values in part.items() if values} for part in (selections, excluded)
    )
    tree = expand(parse(text, today=settings.today), synonyms)
    if ":" in text:  # else no field is named, and so no name of anybody's
        from archiver.aliases import expand as expand_names

        tree = expand_names(tree, aliases)
    tree = _within(tree, *_bounds(after, before, settings.today))
    return Query(tree, text, chosen, excluded=barred, aliases=aliases, matching=matching)


def today() -> int:
    """Today in UTC, counted from the year 1 as `date.toordinal` does, without the module `datetime`, which takes a while."""
    return int(time.time() // 86_400) + _1970


def search(reader: "Reader", asked: Query, *, respell: bool) -> "Page":
    """One page of what is asked; loosened where as it was typed it finds nothing, which the page tells."""
    return searched(reader, asked, respell=respell)[1]


def searched(reader: "Reader", asked: Query, *, respell: bool) -> "tuple[Query, Page]":
    """The query that was searched for what is asked, as `understood` gives it, and its page."""
    if asked.sort not in SORTS:
        raise UsageError(f"There is no order “{asked.sort}”. There are {', '.join(SORTS)}.")
    page = None if _may_be_loose(asked) else reader.search(asked)
    loosened = None
    if page is None or not page.total:
        loosened = _loosen(reader, asked, respell=respell)
        if page is None or loosened.tree is not asked.tree:
            page = reader.search(_loosened(asked, loosened))
    beside = {typed_in(each.main): tuple(other.text for other in each.others) for each in synonyms_in(asked.tree)}
    page = page._replace(synonyms=beside) if beside else page
    page = _told(reader, page, loosened) if loosened else page
    page = _with_suggestion(reader, asked, page) if respell and 0 < page.total <= FEW else page
    return _loosened(asked, loosened) if loosened else asked, page


def changes(found: "Page | Explanation | Why") -> "Iterator[str]":
    """What was changed of a query so that it finds something, in sentences."""
    for typed, others in found.respelled.items():
        near = " or ".join(f"“{other}”" for other in others)
        yield f"No article holds “{typed}”; {near} was searched instead."
        if typed.endswith("?"):
            yield ends_question(typed)
    if widened := found.widened:
        known, unknown = len(widened.words), [f"“{word}”" for word in widened.unknown]
        pairs = sum(map(has_cjk, widened.words))
        text = "No article has all of this." if pairs else f"No article has all {known + len(unknown)} words."
        if widened.minimum < known:
            kind = "pairs of characters" if pairs == known else "words and pairs of characters" if pairs else ""
            which = "that the index knows" if unknown else ""
            of = " ".join(filter(None, (str(known), kind, which)))
            text += f" Those with at least {widened.minimum} of the {of} were searched."
        yield text + (f" In none: {', '.join(unknown)}." if unknown else "")


def ends_question(word: str) -> str:
    """What to write instead of a `?` at a word's end, in a sentence."""
    return f"A ? at the end of a word ends a question. For all words that begin so, write {word.rstrip('?')}*."


def suggestions(page: "Page") -> "Iterator[str]":
    """What may have been meant where next to nothing was found, in a sentence."""
    if page.suggestion:
        total = f"{page.suggestion.total:,} article{'' if page.suggestion.total == 1 else 's'}"
        yield f"Did you mean “{page.suggestion.query}”? It finds {total}."


def understood(reader: "Reader", asked: Query, *, respell: bool) -> Query:
    """The query whose hits are shown, counted and exported: the same for all of these."""
    return _loosened(asked, _loosen(reader, asked, respell=respell))


def _loosened(asked: Query, loosened: "Loosened") -> Query:
    return asked if loosened.tree is asked.tree else asked._replace(tree=loosened.tree)


def _may_be_loose(asked: Query) -> bool:
    """Whether a word may be unknown though the whole finds something: one among others that may match instead."""
    return asked.matching == "any" or has_choice(asked.tree)


def _loosen(reader: "Reader", asked: Query, *, respell: bool) -> "Loosened":
    from archiver.query.loosen import loosen

    return loosen(asked.tree, reader, asked.matching, respell=respell)


def _told(reader: "Reader", page: "Page", loosened: "Loosened") -> "Page":
    page = page._replace(respelled=dict(loosened.respelled))
    if not loosened.minimum:
        return page
    from archiver.query.loosen import as_read

    words, unknown = tuple(loosened.words), loosened.unknown
    known = {text: part for text, part in loosened.words.items() if text not in unknown}
    widened = Widened(loosened.minimum, tuple(known), as_read(words, unknown))
    having = reader.which(list(known.values()), [hit.id for hit in page.hits]) if page.hits else []

    def lacking(hit: "Hit") -> tuple[str, ...]:
        lacked = {text for text, ids in zip(known, having, strict=True) if hit.id not in ids}
        return as_read(words, lacked | unknown)

    hits = tuple(hit._replace(missing=lacking(hit)) for hit in page.hits)
    return page._replace(widened=widened, hits=hits)


def _with_suggestion(reader: "Reader", asked: Query, page: "Page") -> "Page":
    from archiver.query.loosen import meant

    tree = meant(asked.tree, reader)
    if tree is None:
        return page
    from archiver.query.printer import to_text

    total = reader.counts([tree])[0]
    return page._replace(suggestion=Suggestion(to_text(tree), total)) if total > page.total else page


def _within(tree: "Node", *bounds: "Node") -> "Node":
    """The tree within the bounds, its own words still side by side at the top, where an engine sees them as a whole."""
    if not bounds:
        return tree
    return all_of((*(() if tree == EVERYTHING else parts_of(tree)), *bounds))


def _bounds(after: str | None, before: str | None, today: "Callable[[], dt.date]") -> "list[Node]":
    if after is None and before is None:
        return []
    from archiver.query.days import parse_last_before, parse_period

    for day in (after, before):
        check_text("" if day is None else day, "A day")
    bounds: list[Node] = []
    name = "after"
    try:
        if after is not None:
            bounds.append(Range("published", parse_period(after, today)[0], None))
        name = "before"
        if before is not None:
            bounds.append(Range("published", None, parse_last_before(before, today)))
    except ValueError as error:
        raise UsageError(f"{name}: {error}.") from None
    return bounds
