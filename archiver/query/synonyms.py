"""Synonyms: words that mean the same are put into the query's tree, the same for every engine, so no index knows them.

The file is in the format of Solr: `u.k., united kingdom` stand for each other; with `pm => prime minister` only who looks
for pm finds the other, too. A line that begins with # is a remark. Case and accents don't matter, but for what begins
with an equals sign, as in a query: `=UN, united nations` leaves the French un alone.
"""

import os

from archiver.analysis import fold_all, tokens
from archiver.errors import QueryError, SettingsError
from archiver.fields import KEYWORD, find_field
from archiver.query.tree import Boost, Group, Named, Phrase, Synonyms, Word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archiver.query.tree import Node

MOST = 200
"""Other words that may be put into one query: a pasted page of text must not become a query that takes minutes."""

_EXACTLY = "="

Table = dict[tuple[str, ...], tuple[str, ...]]
"""From the folded words, or words as they are written with an equals sign before each, to the texts that mean the same."""


def read(path: str) -> Table:
    """The synonyms in this file. Raises SettingsError, with the line, for what can't be read."""
    if os.path.exists(path) and not os.path.isfile(path):  # a pipe might never end
        raise SettingsError(f"The synonyms in {path} can't be read: it isn't a file.")
    try:
        with open(path, encoding="utf-8") as file:
            lines = file.read().splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it isn't UTF-8"
        raise SettingsError(f"The synonyms in {path} can't be read: {reason}.") from error
    found: dict[tuple[str, ...], dict[str, None]] = {}
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.lstrip().startswith("#"):
            for key, others in _of_line(line, f"{path}, line {number}"):
                found.setdefault(key, {}).update(dict.fromkeys(others))
    return {key: tuple(others) for key, others in found.items()}


def _of_line(line: str, place: str) -> "Iterator[tuple[tuple[str, ...], list[str]]]":
    written, arrow, meant = line.partition("=>")
    if "=>" in meant:
        raise SettingsError(f"{place}: there are several => in a line; write a line for each.")
    typed = _keyed(written, place)
    others = _keyed(meant, place) if arrow else typed
    if len(typed) + len(others) > 2 * MOST:  # each is kept beside each other: thousands would take all memory
        raise SettingsError(f"{place}: there are too many words on one line; at most {MOST} may stand for each other.")
    if not arrow and len(typed) == 1:
        raise SettingsError(
            f"{place}: “{typed[0][0]}” stands alone. Write what means the same beside it, after a comma."
        )
    for _, key in typed:
        yield key, [other for other, its_key in others if its_key != key]


def _keyed(part: str, place: str) -> list[tuple[str, tuple[str, ...]]]:
    """What stands between the commas, each with its key."""
    keyed = [(text, _key(text)) for text in map(str.strip, part.split(","))]
    for text, key in keyed:
        if not key:
            where = f"“{text}” holds no word" if text else "a comma or => has nothing beside it"
            raise SettingsError(f"{place}: {where}. Write words between commas: u.k., united kingdom")
    return keyed


def _key(text: str) -> tuple[str, ...]:
    words = tokens(text)
    return tuple(map(_EXACTLY.__add__, words) if text.startswith(_EXACTLY) else fold_all(words))


def expand(tree: "Node", table: Table) -> "Node":
    """The tree with the synonyms of its words beside them. Raises QueryError where they are too many.

    Phrases, words as they are written (`=word`), whole values and what is left out stay alone: who writes these means
    just these, and `works -mill` finds something.
    """
    if not table:
        return tree
    expanded = _Expansion(table).of(tree)
    count = sum(len(node.others) for node in synonyms_in(expanded))
    if count > MOST:
        raise QueryError(
            f"The words of this query have {count} synonyms; at most {MOST} are looked for. Write fewer words."
        )
    return expanded


def synonyms_in(node: "Node") -> "Iterator[Synonyms]":
    """The places of the tree in which there are synonyms."""
    if isinstance(node, Synonyms):
        yield node
    elif isinstance(node, (Boost, Named)):
        yield from synonyms_in(node.part)
    elif isinstance(node, Group):
        for part in node.parts:
            yield from synonyms_in(part)


def typed_in(node: "Node") -> str:
    """The words of a place with synonyms as they were typed."""
    return " ".join(map(typed_in, node.parts)) if isinstance(node, Group) else getattr(node, "text", "")


class _Expansion:
    def __init__(self, table: Table) -> None:
        self._table = table
        self._longest = max(map(len, table))

    def of(self, node: "Node") -> "Node":
        if isinstance(node, Group):
            parts = tuple(self._side_by_side(node.parts)) if node.operator == "and" else tuple(map(self.of, node.parts))
            return parts[0] if len(parts) == 1 else Group(node.operator, parts)
        if isinstance(node, Boost):
            return node._replace(part=self.of(node.part))
        return self._beside([node]) or node

    def _side_by_side(self, parts: "tuple[Node, ...]") -> "Iterator[Node]":
        """The parts that must all match; words in a row may have synonyms together (united kingdom)."""
        begin = 0
        while begin < len(parts):
            for end in range(min(len(parts), begin + self._longest), begin, -1):
                if found := self._beside(parts[begin:end]):
                    yield found
                    begin = end
                    break
            else:
                yield self.of(parts[begin])
                begin += 1

    def _beside(self, parts: "Sequence[Node]") -> "Synonyms | None":
        """These words with what means the same; None where there is nothing."""
        words = [part for part in parts if isinstance(part, Word) and not part.exactly]
        field = words[0].field if words else None
        if len(words) < len(parts) or any(word.field != field for word in words):
            return None
        known = find_field(field) if field else None
        if known and known.kind == KEYWORD:
            return None
        typed = " ".join(word.text for word in words)
        others = self._table.get(_key(typed.lstrip(_EXACTLY))) or self._table.get(_key(_EXACTLY + typed))
        if not others:
            return None
        main = words[0] if len(words) == 1 else Group("and", tuple(words))
        return Synonyms(main, tuple(_meaning(text, field) for text in others))


def _meaning(text: str, field: str | None) -> "Word | Phrase":
    if text.startswith(_EXACTLY):
        return Word(text.removeprefix(_EXACTLY), field, exactly=True)
    return Word(text, field) if len(tokens(text)) == 1 else Phrase(text, field)
