"""Reads the articles and the cases, and writes trees as the cases do."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from archiver.document import Discarded
from archiver.query.tree import (
    AtLeast,
    Boost,
    Fuzzy,
    Group,
    Has,
    Not,
    NumberRange,
    Phrase,
    Prefix,
    Range,
    Respelled,
    Wildcard,
    Word,
)
from tests.engines.articles import article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archiver.document import Document
    from archiver.query.tree import Node

_HERE = Path(__file__).parent
_SIGNS = {"<nbsp>": "\u00a0", "<wide>": "\u3000", "<tab>": "\t", "<shy>": "\u00ad", "<bar>": "|"}
_FLAGS = {" --all-words": "all", " --any-word": "any"}
_MISTAKE = re.compile(r"mistake at (\d+)")


class Case(NamedTuple):
    """A query as it is typed, and what it should do: find these articles and tell that, or be refused."""

    query: str
    matching: str
    tree: str
    found: frozenset[str]
    told: str
    mistake: int | None
    reason: str


def read_articles() -> list[Document]:
    """The articles of articles.toml."""
    return [_article(key, row) for key, row in tomllib.loads((_HERE / "articles.toml").read_text("utf-8")).items()]


def _article(key: str, row: dict[str, object]) -> Document:
    fields = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    if cut := fields.pop("discarded", ()):
        fields["discarded"] = tuple(Discarded(label="advert", text=text) for text in cut)  # type: ignore[union-attr]
    return article(key, **fields)  # type: ignore[arg-type]


def read_cases(names: frozenset[str]) -> Iterator[Case]:
    """The cases of queries.txt, over articles of these names."""
    for line in (_HERE / "queries.txt").read_text("utf-8").splitlines():
        if " | " in line:
            columns = [column.strip() for column in line.split(" | ")]
            yield _case(names, columns[0], columns[1], columns[2].removesuffix(" |"), *columns[3:])


def _case(names: frozenset[str], typed: str, tree: str, found: str, told: str = "") -> Case:
    query = "" if typed == "(empty)" else typed
    matching = "auto"
    for flag, way in _FLAGS.items():
        if query.endswith(flag):
            query, matching = query.removesuffix(flag), way
    for name, sign in _SIGNS.items():
        query, tree = query.replace(name, sign), tree.replace(name, sign)
    if mistake := _MISTAKE.fullmatch(tree):
        return Case(query, matching, "", frozenset(), "", int(mistake[1]), found)
    return Case(query, matching, tree, _found(names, found), told, None, "")


def _found(names: frozenset[str], written: str) -> frozenset[str]:
    if written == "nothing":
        return frozenset()
    if written == "all":
        return names
    found = frozenset(written.removeprefix("all but ").split())
    assert found <= names, found - names
    return names - found if written.startswith("all but ") else found


def in_brief(tree: Node) -> str:  # noqa: PLR0911 - a way for each kind
    """A tree as the cases write it."""
    if isinstance(tree, Group):
        return f"{tree.operator}({_each(tree.parts)})"
    if isinstance(tree, AtLeast):
        return f"atleast({tree.minimum}, {_each(tree.parts)})"
    if isinstance(tree, Not):
        return f"not({in_brief(tree.part)})"
    if isinstance(tree, Boost):
        return f"boost({tree.factor:g}, {in_brief(tree.part)})"
    if isinstance(tree, Respelled):
        return f"respelled({in_brief(tree.main)}: {_each(tree.nearest)})"
    if isinstance(tree, (Range, NumberRange)):
        field, first, last = tree
        days = f"{first}" if first == last else f"{'' if first is None else first}..{'' if last is None else last}"
        return f"range({field} {days})"
    return _leaf(tree)


def _each(parts: tuple[Node, ...]) -> str:
    return ", ".join(map(in_brief, parts))


def _leaf(leaf: Node) -> str:
    if isinstance(leaf, Has):
        return f"has({leaf.field})"
    if isinstance(leaf, Word):
        text = f'"{leaf.text}"' if " " in leaf.text else leaf.text
        brief = f"{'=' if leaf.exactly else ''}{text}"
    elif isinstance(leaf, Phrase):
        brief = f'"{leaf.text}"{"" if leaf.within is None else f"~{leaf.within}"}'
    elif isinstance(leaf, Prefix):
        brief = f"prefix({leaf.prefix})"
    elif isinstance(leaf, Wildcard):
        brief = f"wildcard({leaf.pattern})"
    elif isinstance(leaf, Fuzzy):
        brief = f"fuzzy({leaf.mistakes}, {leaf.text})"
    else:
        return "everything"
    must = "+" if isinstance(leaf, Word) and leaf.required else ""
    return f"{must}{leaf.field}:{brief}" if leaf.field else f"{must}{brief}"
