"""A tree as a query that is read as the same tree: what is suggested, explained and compared."""

import re

from archiver.query.parser import DASHES
from archiver.query.tree import (
    AtLeast,
    Boost,
    Fuzzy,
    Group,
    Has,
    Named,
    Node,
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
from archiver.query.words import has_letters, is_address

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# Pairs of quotation marks, the usual one first: the text of a phrase may hold any but the one that closes it.
_QUOTES = (('"', '"“”'), ("«", "»"), ("»", "«"), ("＂", "＂"), ("“", '”"'), ("「", "」"), ("『", "』"), ("„", "“”"))

_QUOTATION_MARKS = {*(mark for opening, closing in _QUOTES for mark in opening + closing), "‟"}
_SIGNS = {"^", "*", "?", "~", *_QUOTATION_MARKS}
_ENDS_WORD = set("()（）｜－＋＾＊＝")  # or would be read as another sign
_BEGUN = re.compile(r"[^\W_][\w.'’-]*")


def to_text(tree: Node) -> str:  # noqa: PLR0911 - a way for each kind
    """The tree as a query. What was put in beside the words that were typed (synonyms, other spellings) is left out."""
    if isinstance(tree, Group):
        if tree.operator == "and":
            return " ".join(map(_within_and, tree.parts))
        return " OR ".join(f"({to_text(part)})" if _is_or(part) else to_text(part) for part in tree.parts)
    if isinstance(tree, Not):
        # A factor behind what is left out belongs to it.
        is_bare = isinstance(tree.part, (Boost, Not))
        part = to_text(tree.part) if is_bare else _single(tree.part)
        return f"NOT {part}" if part[0] in DASHES else f"-{part}"
    if isinstance(tree, Boost):
        return f"{_factored(tree.part)}^{tree.factor:g}"
    if isinstance(tree, (Synonyms, Respelled)):
        return to_text(tree.main)
    if isinstance(tree, Named):
        return to_text(tree.part)
    if isinstance(tree, AtLeast):
        return to_text(Group("and", tree.parts))
    if isinstance(tree, (Range, NumberRange)):
        return f"{tree.field}:{_bounds(*tree[1:])}"
    if isinstance(tree, Has):
        return f"has:{tree.field}"
    return _of_words(tree)


def _of_words(leaf: "Any") -> str:
    field = f"{leaf.field}:" if getattr(leaf, "field", None) else ""
    if isinstance(leaf, Word):
        text = _quoted(leaf.text) if leaf.exactly and not _is_one_word(leaf.text) else leaf.text
        return f"{'+' if leaf.required else ''}{field}{'=' if leaf.exactly else ''}{text}"
    if isinstance(leaf, Phrase):
        return f"{field}{_quoted(leaf.text)}{'' if leaf.within is None else f'~{leaf.within}'}"
    if isinstance(leaf, Prefix):
        return f"{field}{_begun(leaf.prefix)}"
    if isinstance(leaf, Wildcard):
        return f"{field}{leaf.pattern}"
    if isinstance(leaf, Fuzzy):
        return f"{field}{leaf.text}~{leaf.mistakes}"
    return "*"


def _is_one_word(text: str) -> bool:
    """Whether what is to stand exactly so may do without quotation marks: nothing in it would be read as a sign."""
    if not has_letters(text) or any(sign.isspace() or sign in _ENDS_WORD for sign in text):
        return False
    return not _SIGNS.intersection(text) or (is_address(text) and text[0] not in _QUOTATION_MARKS)


def _begun(text: str) -> str:
    """What ends in a star: in quotation marks, unless it is one word that would be read as the same without."""
    is_quotable = any(not any(mark in text for mark in closing) for _, closing in _QUOTES)
    is_word = _BEGUN.fullmatch(text) and not is_address(text)
    return f"{text}*" if is_word or not is_quotable else _quoted(f"{text}*")


def _within_and(part: Node) -> str:
    return f"({to_text(part)})" if isinstance(part, (Group, AtLeast)) else to_text(part)


def _is_or(part: Node) -> bool:
    return isinstance(part, Group) and part.operator == "or"


def _single(part: Node) -> str:
    """The part as one thing that a sign may stand before or behind."""
    return f"({to_text(part)})" if isinstance(part, (Group, Not, Boost, AtLeast)) else to_text(part)


def _factored(part: Node) -> str:
    """The part as one thing behind which ^ means a factor: in an address, and behind signs alone, it doesn't."""
    text = _single(part)
    is_sign = text == "*" or (isinstance(part, Word) and (is_address(part.text) or text.endswith(":")))
    return f"({text})" if is_sign else text


def _quoted(text: str) -> str:
    for opening, closing in _QUOTES:
        if not any(mark in text for mark in closing):
            return f"{opening}{text}{closing[0]}"
    return f'"{text}"'


def _bounds(first: object, last: object) -> str:
    if first is not None and first == last:
        return str(first)
    return f"{'' if first is None else first}..{'' if last is None else last}"
