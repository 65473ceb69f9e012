"""What callers give, checked where it comes in, so that what can't be asked is told by its name and never fails deep inside.

The types say the same; not everybody who calls has them checked.
"""

from collections.abc import Collection, Mapping
from os import PathLike, fsencode

from archiver.errors import QueryError, UsageError
from archiver.facets import ORDERS, known_names, parse_facet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LARGEST = 1_000_000_000
"""What a number that somebody gives may be at most: more than anybody has articles."""


def check_text(text: object, what: str = "A query") -> None:
    """Raise QueryError for what isn't text."""
    if not isinstance(text, str):
        raise QueryError(f"{what} is text (a str), not {text!r}.")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise QueryError(
            "It isn't valid Unicode: there is half of a surrogate pair in it.", text, error.start
        ) from None


def check_number(name: str, number: object, least: int = 0) -> None:
    """Raise UsageError for what is no whole number, or a smaller one, or more than anybody has articles."""
    if not isinstance(number, int) or not least <= number <= LARGEST:
        raise UsageError(f"{name} must be a whole number, from {least} to {LARGEST:,}, not {number!r}.")


def check_page(limit: object, page: object) -> None:
    """Raise UsageError for a page of hits that there can't be."""
    check_number("limit", limit)
    check_number("page", page, 1)


def check_list(name: str, values: object, example: str) -> None:
    """Raise UsageError for what is no list of text; text alone would be taken letter by letter."""
    if isinstance(values, str | bytes) or not isinstance(values, Collection):
        raise UsageError(f"{name} is a list: write {name}=[{(values if isinstance(values, str) else example)!r}].")


def check_facet(facet: object) -> None:
    """Raise UsageError for a facet that there isn't."""
    if not isinstance(facet, str) or parse_facet(facet) is None:
        raise UsageError(f"There is no facet “{facet}”. There are {known_names()}.")


def check_facets(facets: "Any") -> None:
    """Raise UsageError for what is no list of facets."""
    check_list("facets", facets, "people")
    for facet in facets:
        check_facet(facet)


def check_order(order: str) -> None:
    """Raise UsageError for an order of a facet's values that there isn't."""
    if order not in ORDERS:
        raise UsageError(f"The values of a facet can't be sorted by “{order}”, only by {', '.join(ORDERS)}.")


def check_values(chosen: "Any") -> None:
    """Raise UsageError for an unknown facet, and for values that aren't a list of text; None is that of articles without any."""
    if not isinstance(chosen, Mapping):
        raise UsageError(f"Values are chosen by their facets: write {{'people': ['Jane Roe']}}, not {chosen!r}.")
    for facet, values in chosen.items():
        check_facet(facet)
        if values:
            check_list(facet, values, "Jane Roe")
        for value in values or ():
            check_text("" if value is None else value, f"A value of {facet}")


def check_target(target: object) -> None:
    """Raise UsageError for what is neither a path nor a stream of bytes."""
    if hasattr(target, "write"):
        return
    try:
        if isinstance(target, str | PathLike) and fsencode(target):
            return
    except UnicodeEncodeError:  # half of a surrogate pair that stands for no byte of a file's name
        pass
    raise UsageError(f"An export goes to a path, or a stream that is open for bytes, not to {target!r}.")
