"""What a score is made of: each thing that scores in a query, as a query of its own, for any engine."""

from archiver.query.printer import to_text
from archiver.query.synonyms import typed_in
from archiver.query.tree import AtLeast, Group, Not, Synonyms

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from archiver.engines.compile import Compiler
    from archiver.query.tree import Node

Reason = tuple[str, str, "Any"]
"""The kind (word, near, newer, tier), what it is, and the query that gives its part of the score."""

TIERS = ("the whole headline is the query", "the words side by side in the headline", "the words side by side")


def reasons(compiler: "Compiler", tree: "Node", as_of: int | None) -> "list[Reason]":
    """Everything that may add to a score; what an article's score is made of is what finds it, but of the tiers the first."""
    found = [
        ("word", typed_in(part.main) if isinstance(part, Synonyms) else to_text(part), query)
        for part in _scored(tree)
        if (query := compiler.scored_part(part)) is not None
    ]
    if not found:
        return []
    words = compiler.words_of(tree)
    found += [("near", f"{one} {other}", query) for (one, other), query in compiler.near_lifts(words)]
    found += [("newer", f"{days} days", query) for days, query in compiler.newer_lifts(as_of)]
    return found


def _scored(node: "Node", *, certain: bool = True) -> "Iterator[Node]":
    """The parts whose scores add up; parts that only score together are one, where it isn't `certain` that they do."""
    is_choice = isinstance(node, AtLeast) or (isinstance(node, Group) and node.operator == "or")
    if isinstance(node, (Group, AtLeast)) and (is_choice or certain):
        for part in node.parts:
            yield from _scored(part, certain=certain and not is_choice)
    elif not isinstance(node, Not):
        yield node
