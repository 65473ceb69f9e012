"""Whatever is typed is understood or refused, and what was understood can be written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings

from archiver.errors import QueryError
from archiver.query.describe import describe
from archiver.query.printer import to_text
from tests.query.trees import TEXTS, TREES, read

if TYPE_CHECKING:
    from archiver.query.tree import Node


@settings(max_examples=1500, deadline=None, derandomize=True)
@given(TEXTS)
def test_any_text_is_a_tree_that_can_be_written_down_or_a_mistake_with_a_place(text: str) -> None:
    """Any text is refused, for a reason and at a place inside it, or understood; written down, it is understood alike."""
    try:
        tree = read(text)
    except QueryError as error:
        assert str(error)  # noqa: PT017 - a message is what the user gets
        assert error.query == text  # noqa: PT017
        assert error.position is not None  # noqa: PT017
        assert 0 <= error.position <= len(text)  # noqa: PT017
        return
    assert read(to_text(tree)) == tree
    assert all(line for _, line in describe(tree))


@settings(max_examples=1000, deadline=None, derandomize=True)
@given(TREES)
def test_any_tree_written_down_is_read_as_the_same_tree(tree: Node) -> None:
    """A tree of any kind, printed and parsed, is the same tree, to the last sign of its words."""
    assert read(to_text(tree)) == tree
