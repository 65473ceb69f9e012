"""A tree in words, a line for each part: how a query was understood."""

from archiver.fields import TEXT, find_field
from archiver.query.tree import (
    AtLeast,
    Boost,
    Fuzzy,
    Group,
    Has,
    Named,
    Not,
    NumberRange,
    Phrase,
    Prefix,
    Range,
    Respelled,
    Synonyms,
    Wildcard,
    Word,
)
from archiver.query.words import is_address

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from archiver.query.tree import Node

Line = tuple[int, str]
"""How deep a part stands in the tree, and what it asks for."""


def describe(tree: "Node", depth: int = 0) -> "Iterator[Line]":
    """The parts of the tree in words, in their order."""
    if isinstance(tree, Group):
        yield depth, "all of these" if tree.operator == "and" else "any of these"
        yield from _each(tree.parts, depth + 1)
    elif isinstance(tree, AtLeast):
        yield depth, f"at least {tree.minimum} of these"
        yield from _each(tree.parts, depth + 1)
    elif isinstance(tree, Not):
        yield from _prefixed("not", tree.part, depth)
    elif isinstance(tree, Boost):
        yield from _prefixed(f"counting {tree.factor:g} times", tree.part, depth)
    elif isinstance(tree, Synonyms):
        yield depth, "any of these, which mean the same; what was typed counts most"
        yield from _each((tree.main, *tree.others), depth + 1)
    elif isinstance(tree, Named):
        yield depth, f"any of these, which are names of the same in {tree.field}"
        yield from describe(tree.part, depth + 1)
        yield depth + 1, " or ".join(map(_quoted, tree.keys))
    elif isinstance(tree, Respelled):
        yield depth, f"instead of {_quoted(tree.main.text)}, which no article has"
        yield from _each(tree.nearest, depth + 1)
    else:
        yield depth, _of_leaf(tree)


def _each(parts: "tuple[Node, ...]", depth: int) -> "Iterator[Line]":
    for part in parts:
        yield from describe(part, depth)


def _prefixed(words: str, part: "Node", depth: int) -> "Iterator[Line]":
    first, *others = describe(part, depth)
    yield depth, f"{words}: {first[1]}"
    yield from others


def _of_leaf(leaf: "Any") -> str:  # noqa: PLR0911 - a sentence for each kind
    if isinstance(leaf, Range):
        what = "published" if leaf.field == "published" else "speaks of a day"
        return f"{what} {_days(leaf)}"
    if isinstance(leaf, NumberRange):
        return _numbers(leaf)
    if isinstance(leaf, Has):
        return f"has {leaf.field}"
    where = f" in {leaf.field}" if getattr(leaf, "field", None) else ""
    if isinstance(leaf, Word):
        return f"{_word(leaf)}{where}{', which must match' if leaf.required else ''}"
    if isinstance(leaf, Phrase):
        near = "side by side" if leaf.within is None else f"each at most {leaf.within} words from the next"
        return f"the words {_quoted(leaf.text)}, {near}{where}"
    if isinstance(leaf, Prefix):
        is_phrase = " " in leaf.prefix
        words = _quoted(leaf.prefix)
        begun = (
            f"the words {words}, side by side, the last one begun" if is_phrase else f"words that begin with {words}"
        )
        return f"{begun}{where}"
    if isinstance(leaf, Wildcard):
        return f"words of the pattern {_quoted(leaf.pattern)}{where}"
    if isinstance(leaf, Fuzzy):
        return f"words at most {leaf.mistakes} mistake{'s' * (leaf.mistakes > 1)} from {_quoted(leaf.text)}{where}"
    return "every article"


def _word(word: Word) -> str:
    if word.exactly:
        return f"the word {_quoted(word.text)}, exactly as written"
    if word.field is None and is_address(word.text):
        return f"the address {_quoted(word.text)}, the article's own or in it"
    field = find_field(word.field) if word.field else None
    return f"the word {_quoted(word.text)}{', in any form' if field is None or field.kind == TEXT else ''}"


def _days(bounds: Range) -> str:
    if bounds.first and bounds.last:
        return f"on {bounds.first}" if bounds.first == bounds.last else f"from {bounds.first} to {bounds.last}"
    if bounds.first:
        return f"on {bounds.first} or after"
    return f"on {bounds.last} or before" if bounds.last else "at any time"


def _numbers(bounds: NumberRange) -> str:
    least, most, what = bounds.least, bounds.most, bounds.field
    if least is not None and most is not None:
        return f"{least:,} {what}" if least == most else f"from {least:,} to {most:,} {what}"
    return f"{least:,} {what} or more" if least is not None else f"{most or 0:,} {what} or fewer"


def _quoted(text: str) -> str:
    return f"“{text}”"
