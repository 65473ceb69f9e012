"""Whether a folded word is one that a pattern, or a word with mistakes allowed, finds."""

import re

from archiver.analysis import fold_word
from archiver.nearest import edit_distance
from archiver.query.tree import Fuzzy, Prefix, Wildcard
from archiver.query.words import pieces

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_SIGNS = {"?": ".", "*": ".*"}


def likeness(node: "Wildcard | Fuzzy | Prefix") -> "Callable[[str], bool]":
    """What tells of a folded word whether this finds it."""
    if isinstance(node, Prefix):
        prefix = fold_word(node.prefix)
        return lambda word: word.startswith(prefix)
    if isinstance(node, Fuzzy):
        wanted, mistakes = fold_word(node.text), node.mistakes
        return lambda word: edit_distance(wanted, word, mistakes) <= mistakes
    pattern = re.compile("".join(_SIGNS.get(piece) or re.escape(fold_word(piece)) for piece in pieces(node.pattern)))
    return lambda word: pattern.fullmatch(word) is not None
