"""Draws trees of every kind that a query can mean, and texts of every kind that somebody may type."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from archiver.errors import QueryError
from archiver.fields import BAG, DATE, FIELDS, KEYWORD, NAMES, NUMBER, PERIODS, TEXT
from archiver.query.parser import MAX_DISTANCE, parse
from archiver.query.tree import (
    EVERYTHING,
    Boost,
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

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = dt.date(2025, 9, 3)  # a Wednesday


def read(text: str) -> Node:
    """The tree of a text, on that day."""
    return parse(text, today=lambda: TODAY)


# Texts.

PIECES = st.sampled_from(
    [
        *["a", "mill", "U.S.", "C++", "nº1", "字", "钢铁 工人", "é", "كتاب", "a\u0301", "\u0301", "ـ", "½", "a\u00adb", "\ud800"],
        *['"a', 'b"', '"a"~3', "“x", '"y"', "z”", "«p»", "»", "„", "‟", "＂", '"', '="A B"', '="', "'"],
        *["「x y」", "「", "』", '"st mi*"', '"st* mi"', "（", "）", "：", "｜｜", "－", "＋", "a＾2", "～2", "＊", "＝A", "title：", "ｉｄ：", "*:*"],
        *["OR", "AND", "NOT", "&&", "||", "-", "--", "−", "+", "(", ")", "()", "=", "==", ":", ",", "?", "!", "..", "~", "^"],
        *["title:", "words:", "published:", "mentioned:", "has:", "after:", "before:", "id:", "language:", "person:", "url:"],
        *["anywhere:", "x:", "PM:", "OR:", "dateline", "=A*", "*", "st*", "w?d", "s*?e", "-*eel", "a~", "a~1", "a~2", "字~"],
        *["^2", "^0.5", "^", "1^", "^1000", "~5", "~0", "~1.5", "2025", "2025-01..2025-06", ">=800", "<0", "100..500"],
        *["0001", "9999", ">9999", "<0001", "today", "last-week", "LAST-year", "http://a/b", "www.a.b/c?d=e*", "http:", "id:0*"],
    ]
)  # fmt: skip
SPACES = st.sampled_from([" ", " ", " ", "\u3000", "\u00a0", "\t", "\n", "\0", "", ""])
TEXTS = st.lists(PIECES | SPACES, max_size=14).map("".join) | st.text(max_size=60)
"""What somebody may type: signs of the language in any order, and anything else."""


# Trees.

_LETTERS = st.sampled_from([*"abC9é字ß-+.&'’#=~:/?!,;^%“»"])
_FREE = st.text(_LETTERS | st.characters(), min_size=1, max_size=8)


def _means(text: str, tree: Node) -> bool:
    try:
        return read(text) == tree
    except QueryError:
        return False


def _of(*kinds: str) -> st.SearchStrategy[str]:
    return st.sampled_from([field.name for field in FIELDS if field.kind in kinds])


_WORDS_IN = st.none() | _of(TEXT, NAMES, KEYWORD)
_NEAR_IN = st.none() | _of(TEXT, NAMES)
_PREFIXES = {None: "", **{field.name: f"{field.name}:" for field in FIELDS if field.kind != BAG}}


def _is_writable(leaf: Word | Prefix | Wildcard | Fuzzy, text: str) -> bool:
    """Whether this text is that leaf, so that a text which means something else is no word of one."""
    return _means(f"({_PREFIXES[leaf.field]}{text})", leaf)


def _quotable(text: str) -> bool:
    opening_and_closing = (('"', '"“”'), ("«", "»"), ("»", "«"), ("＂", "＂"), ("“", '"”'), ("「", "」"))
    return (
        text == text.strip() != ""
        and not {"*", "＊"}.intersection(text)
        and any(not any(mark in text for mark in closing) for _, closing in opening_and_closing)
    )


_QUOTED = (_FREE | st.lists(_FREE, min_size=2, max_size=3).map(" ".join) | st.just("a (b) OR")).filter(_quotable)
_STEMS = st.text(st.sampled_from("abcé字9"), min_size=1, max_size=4)
_DAYS = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))
_NUMBERS = st.integers(0, 999_999_999)


def _in_order(field: str, one: dt.date | None, other: dt.date | None) -> Range | Has:
    if one and other:
        one, other = min(one, other), max(one, other)
    return Range(field, one, other) if one or other else Has(field)


def _made(kind: Callable[..., Node], *parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.tuples(*parts).map(lambda drawn: kind(*drawn))


LEAVES = st.one_of(
    st.just(EVERYTHING),
    _made(Word, _FREE | _STEMS, _WORDS_IN).filter(lambda word: _is_writable(word, word.text)),
    _made(Word, _STEMS, _WORDS_IN, st.just(False), st.just(True)).filter(
        lambda word: _is_writable(word._replace(required=False), word.text)
    ),
    _made(Word, _QUOTED, _WORDS_IN, st.just(True), st.booleans()),
    _made(Phrase, _QUOTED, _WORDS_IN),
    _made(Phrase, _QUOTED, _NEAR_IN, st.integers(1, MAX_DISTANCE)),
    _made(Prefix, _FREE | _STEMS, _WORDS_IN).filter(lambda prefix: _is_writable(prefix, f"{prefix.prefix}*")),
    _made(Prefix, _QUOTED, _WORDS_IN).filter(lambda prefix: _is_writable(prefix, f'"{prefix.prefix}*"')),
    _made(Wildcard, st.text(st.sampled_from("abé字*?"), min_size=2, max_size=7), _WORDS_IN).filter(
        lambda wildcard: _is_writable(wildcard, wildcard.pattern)
    ),
    _made(Fuzzy, st.integers(1, 2), _FREE | _STEMS, _WORDS_IN).filter(
        lambda fuzzy: _is_writable(fuzzy, f"{fuzzy.text}~{fuzzy.mistakes}")
    ),
    _made(_in_order, _of(DATE, PERIODS), st.none() | _DAYS, st.none() | _DAYS),
    _made(lambda field, *both: NumberRange(field, min(both), max(both)), _of(NUMBER), _NUMBERS, _NUMBERS),
    _made(NumberRange, _of(NUMBER), _NUMBERS, st.none()) | _made(NumberRange, _of(NUMBER), st.none(), _NUMBERS),
    _made(Has, st.sampled_from([field.name for field in FIELDS if field.kind != BAG])),
)
_FACTORS = st.integers(1, 100_000).map(lambda thousandths: thousandths / 1000)


def _around(parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    several = st.lists(parts, min_size=2, max_size=4).map(tuple)
    return st.one_of(
        _made(Not, parts), _made(Boost, parts, _FACTORS), _made(Group, st.sampled_from(["and", "or"]), several)
    )


TREES: st.SearchStrategy[Any] = st.recursive(LEAVES, _around, max_leaves=10)
"""Every tree that a query can mean, made of all kinds in all orders."""
