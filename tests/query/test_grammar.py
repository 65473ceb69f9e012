"""The grammar in the documentation is the parser's: whatever it derives is read, and each of its rules and signs is used."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import NamedTuple

from archiver.errors import QueryError
from archiver.query.parser import MAX_PATTERNS
from archiver.query.tree import (
    EVERYTHING,
    Boost,
    Everything,
    Fuzzy,
    Group,
    Has,
    Node,
    Not,
    NumberRange,
    Phrase,
    Prefix,
    Range,
    Wildcard,
    Word,
)
from tests.query.trees import read

DOCS = Path(__file__).parents[2] / "docs" / "query-language.md"
# What the grammar says in words, by examples.
EXAMPLES = {
    "space": [" ", "  ", "\u00a0", "\u3000"],
    "characters": ["steel", "Mills", "AT&T", "C++", "nº123", "U.S.", "covid-19", "钢铁", "مصنع"],
    "letters": ["st", "ü", "mi"],
    "text": ["steel", "steel mill", "an der Straße", "a (b) OR", "钢铁 工人"],
    "words field": ["title", "headline", "person", "org", "place", "site", "url"],
    "days field": ["published", "date", "mentioned"],
    "numbers field": ["words", "length"],
    "any field": ["dateline", "byline", "published", "words", "title"],
    "number": ["5", "20", "99"],
    "decade": ["1970", "2020"],
    "century": ["19", "20"],
    "year": ["1971", "2025"],
    "month": ["01", "9", "12"],
    "day": ["01", "9", "28"],
}
BEYOND = ("before it begins", "nested more than")
_SYMBOL = re.compile(r'"[^"]*"|\'[^\']*\'|\? [^?]+ \?|\(\*.*?\*\)|[a-z]+|[=,;|()\[\]{}]')


class _Rule(NamedTuple):
    """A part of a rule: `kind` is all, any, maybe, many, name, said or sign."""

    kind: str
    parts: tuple[_Rule, ...] = ()
    text: str = ""


def _rules() -> dict[str, _Rule]:
    written = DOCS.read_text("utf-8").split("```ebnf\n")[1].split("```")[0]
    symbols = [found for found in _SYMBOL.findall(written) if not found.startswith("(*")]
    rules = {}
    while symbols:
        name, equals = symbols.pop(0), symbols.pop(0)
        assert equals == "=", name
        rules[name] = _alternatives(symbols)
        assert symbols.pop(0) == ";", name
    return rules


def _alternatives(symbols: list[str]) -> _Rule:
    parts = [_sequence(symbols)]
    while symbols[0] == "|":
        symbols.pop(0)
        parts.append(_sequence(symbols))
    return _Rule("any", tuple(parts)) if len(parts) > 1 else parts[0]


def _sequence(symbols: list[str]) -> _Rule:
    parts = [_one(symbols)]
    while symbols[0] == ",":
        symbols.pop(0)
        parts.append(_one(symbols))
    return _Rule("all", tuple(parts)) if len(parts) > 1 else parts[0]


def _one(symbols: list[str]) -> _Rule:
    symbol = symbols.pop(0)
    for opening, closing, kind in (("(", ")", "all"), ("[", "]", "maybe"), ("{", "}", "many")):
        if symbol == opening:
            inner = _alternatives(symbols)
            assert symbols.pop(0) == closing
            return _Rule(kind, (inner,))
    if symbol[0] in "\"'":
        return _Rule("sign", text=symbol[1:-1])
    return _Rule("said", text=symbol.strip("? ")) if symbol[0] == "?" else _Rule("name", text=symbol)


class _Drawing:
    """Derives sentences at random, and remembers what was used."""

    def __init__(self, rules: dict[str, _Rule]) -> None:
        self.rules, self.used = rules, set[str]()
        self._draw = random.Random(3)

    def sentence(self, rule: _Rule, depth: int) -> str:
        if rule.kind == "sign":
            self.used.add(rule.text)
            return rule.text
        if rule.kind == "said":
            return self._draw.choice(EXAMPLES[rule.text])
        if rule.kind == "name":
            self.used.add(rule.text)
            return self.sentence(self.rules[rule.text], depth - 1)
        if rule.kind == "any":
            return self.sentence(self._draw.choice(rule.parts if depth > 0 else rule.parts[-1:]), depth)
        times = {"maybe": (0, 1), "many": (0, 1, 2)}.get(rule.kind, (1,))
        repeated = self._draw.choice(times) if depth > 0 else times[0]
        return "".join(self.sentence(part, depth) for _ in range(repeated) for part in rule.parts)


def _read(text: str) -> Node:
    try:
        return read(text)
    except QueryError as error:
        assert any(bound in str(error) for bound in BEYOND), text  # noqa: PT017 - what no grammar says
        return EVERYTHING


def _kinds(tree: Node) -> set[type]:
    parts = tree.parts if isinstance(tree, Group) else (tree.part,) if isinstance(tree, (Not, Boost)) else ()
    return {type(tree)}.union(*map(_kinds, parts))


def test_whatever_the_grammar_derives_is_read() -> None:
    """Sentences of the documented grammar are queries, all kinds of trees are among them, and no rule stands for nothing."""
    drawing = _Drawing(_rules())
    kinds: set[type] = set()
    for number in range(4_000):
        text = drawing.sentence(drawing.rules["query"], 3 + number % 12)
        if len(text) < 1_000 and sum(map(text.count, "*?~")) < MAX_PATTERNS:
            kinds |= _kinds(_read(text))
    assert kinds >= {Word, Phrase, Prefix, Wildcard, Fuzzy, Range, NumberRange, Has, Boost, Not, Group, Everything}
    signs = {part.text for rule in drawing.rules.values() for part in _all_parts(rule) if part.kind == "sign"}
    assert drawing.used >= signs
    assert drawing.used >= drawing.rules.keys() - {"query"}


def _all_parts(rule: _Rule) -> list[_Rule]:
    return [rule, *(each for part in rule.parts for each in _all_parts(part))]
