"""Whether a folded word is one that a pattern, or a word with mistakes allowed, finds."""

import re

from archiver.analysis import fold_all, tokens
from archiver.nearest import edit_distance
from archiver.query.tree import Fuzzy, Prefix, Wildcard

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_SIGNS = {"?": ".", "*": ".*"}


def likeness(node: "Wildcard | Fuzzy | Prefix") -> "Callable[[str], bool]":
    """What tells of a folded word whether this finds it."""
    if isinstance(node, Prefix):
        prefix = folded(node.prefix)
        return lambda word: word.startswith(prefix)
    if isinstance(node, Fuzzy):
        wanted, mistakes = folded(node.text), node.mistakes
        return lambda word: edit_distance(wanted, word, mistakes) <= mistakes
    pieces = re.split(r"([*?])", node.pattern)
    pattern = re.compile("".join(_SIGNS.get(piece) or re.escape(folded(piece)) for piece in pieces))
    return lambda word: pattern.fullmatch(word) is not None


def folded(text: str) -> str:
    """The letters of one word, or a part of one, as they are compared."""
    return "".join(fold_all(tokens(text)))
