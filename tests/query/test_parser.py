"""What a query means: text in, tree out."""

import datetime as dt
import re

import pytest

from archiver.errors import QueryError
from archiver.query import (
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
    parse,
)

TODAY = dt.date(2025, 9, 3)  # a Wednesday


def _parse(text: str) -> Node:
    return parse(text, today=lambda: TODAY)


def _words(*texts: str) -> tuple[Word, ...]:
    return tuple(map(Word, texts))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", EVERYTHING),
        ("   ", EVERYTHING),
        ("*", EVERYTHING),
        ("steel", Word("steel")),
        ("steel mill", Group("and", _words("steel", "mill"))),
        ("steel\u00a0mill\u3000closed", Group("and", _words("steel", "mill", "closed"))),
        ("steel AND mill", Group("and", (Word("steel", required=True), Word("mill", required=True)))),
        ("a AND b c", Group("and", (Word("a", required=True), Word("b", required=True), Word("c")))),
        ("+steel mill", Group("and", (Word("steel", required=True), Word("mill")))),
        ("steel && mill || iron", Group("or", (_parse("steel AND mill"), Word("iron")))),
        ("*** steel ***", Word("steel")),
        ("steel OR mill", Group("or", _words("steel", "mill"))),
        ("a OR b c", Group("or", (Word("a"), Group("and", _words("b", "c"))))),
        ("(a OR b) c", Group("and", (Group("or", _words("a", "b")), Word("c")))),
        ("-steel", Not(Word("steel"))),
        ("NOT steel", Not(Word("steel"))),
        ("−steel", Not(Word("steel"))),
        ("a -(b c)", Group("and", (Word("a"), Not(Group("and", _words("b", "c")))))),
        ("x - y", Group("and", _words("x", "y"))),
        ("covid-19", Word("covid-19")),
        ("=Steel", Word("Steel", exactly=True)),
        ('="Steel Mill"', Word("Steel Mill", exactly=True)),
        ('title:="Steel Mill"^2', Boost(Word("Steel Mill", "title", exactly=True), 2.0)),
        ("steel*", Prefix("steel", None)),
        ("title:steel*", Prefix("steel", "title")),
        ("wor?d", Wildcard("wor?d", None)),
        ("wor?d?", Wildcard("wor?d", None)),
        ("body:st*l*", Wildcard("st*l*", "body")),
        ("20?5", Wildcard("20?5", None)),
        ("word~", Fuzzy(1, "word", None)),
        ("furnace~", Fuzzy(2, "furnace", None)),
        ("furnace~1", Fuzzy(1, "furnace", None)),
        ("title:word~2", Fuzzy(2, "word", "title")),
        ("~50 jobs", Group("and", _words("~50", "jobs"))),
        ("mill^2", Boost(Word("mill"), 2.0)),
        ('"steel mill"^0.5', Boost(Phrase("steel mill"), 0.5)),
        ('"steel mill"~3^2', Boost(Phrase("steel mill", within=3), 2.0)),
        ("(steel OR iron)^3", Boost(Group("or", _words("steel", "iron")), 3.0)),
        ("title:mill^2", Boost(Word("mill", "title"), 2.0)),
        ("mill~1^2", Boost(Fuzzy(1, "mill", None), 2.0)),
        ("+mill^2", Boost(Word("mill", required=True), 2.0)),
        ("who won?", Group("and", _words("who", "won?"))),
        ("nº123", Word("nº123")),
        ("U.S. C++ AT&T", Group("and", _words("U.S.", "C++", "AT&T"))),
        ("https://a.example/b?c=d", Word("https://a.example/b?c=d")),
        ("www.a.example/b?c=d*", Word("www.a.example/b?c=d*")),
        ("19:49", Word("19:49")),
        ("PM: relief for all", Group("and", _words("PM:", "relief", "for", "all"))),
    ],
)
def test_words_and_operators(text: str, tree: Node) -> None:
    """Words side by side must all match; OR, minus and parentheses combine them; stray signs don't matter."""
    assert _parse(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ('"steel mill"', Phrase("steel mill")),
        ("“steel mill”", Phrase("steel mill")),
        ("„Stahl Werk“", Phrase("Stahl Werk")),
        ("«acier brut»", Phrase("acier brut")),
        ('"steel mill"~5', Phrase("steel mill", within=5)),
        ('-"steel mill"', Not(Phrase("steel mill"))),
        ('title:"steel mill"', Phrase("steel mill", "title")),
    ],
)
def test_phrases(text: str, tree: Node) -> None:
    """Quotation marks of any kind make a phrase; a tilde and a number let words lie between."""
    assert _parse(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("title:steel", Word("steel", "title")),
        ("TITLE:steel", Word("steel", "title")),
        ("org:SCO", Word("SCO", "organisation")),
        ("people:Roe", Word("Roe", "person")),
        ("place:(Karachi OR Beijing)", Group("or", (Word("Karachi", "place"), Word("Beijing", "place")))),
        ("title:(a place:b)", Group("and", (Word("a", "title"), Word("b", "place")))),
        ("-site:Courier", Not(Word("Courier", "site"))),
        ("has:dateline", Has("dateline")),
        ("-has:date", Not(Has("published"))),
        ("has:(people OR org)", Group("or", (Has("person"), Has("organisation")))),
        ("published:*", Has("published")),
        ("place:*", Has("place")),
        ("words:800", NumberRange("words", 800, 800)),
        ("words:>800", NumberRange("words", 801, None)),
        ("words:<=1,000", NumberRange("words", None, 1000)),
        ("words:100..500", NumberRange("words", 100, 500)),
        ("words:..500", NumberRange("words", None, 500)),
    ],
)
def test_fields(text: str, tree: Node) -> None:
    """A field's name and a colon confine what follows to that field, by any of its names."""
    assert _parse(text) == tree


def _published(first: str | None, last: str | None) -> Range:
    return Range("published", first and dt.date.fromisoformat(first), last and dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("published:2025-09-02", _published("2025-09-02", "2025-09-02")),
        ("published:2025-09", _published("2025-09-01", "2025-09-30")),
        ("published:2024-02", _published("2024-02-01", "2024-02-29")),
        ("published:2025", _published("2025-01-01", "2025-12-31")),
        ("published:9999-12", _published("9999-12-01", "9999-12-31")),
        ("published:2025-01..2025-06", _published("2025-01-01", "2025-06-30")),
        ("published:2025-06..", _published("2025-06-01", None)),
        ("published:..2025-06", _published(None, "2025-06-30")),
        ("published:>=2025-09", _published("2025-09-01", None)),
        ("published:>2025-09", _published("2025-10-01", None)),
        ("published:<2025-09", _published(None, "2025-08-31")),
        ("published:<=2025-09", _published(None, "2025-09-30")),
        ("published:today", _published("2025-09-03", "2025-09-03")),
        ("published:yesterday", _published("2025-09-02", "2025-09-02")),
        ("published:last-week", _published("2025-08-25", "2025-08-31")),
        ("published:this-week", _published("2025-09-01", "2025-09-07")),
        ("published:previous-month", _published("2025-08-01", "2025-08-31")),
        ("published:last-year", _published("2024-01-01", "2024-12-31")),
        ('published:"2025-09-02"', _published("2025-09-02", "2025-09-02")),
        ("after:2025-09", _published("2025-09-01", None)),
        ("before:2025-09", _published(None, "2025-08-31")),
        ("mentioned:1965..1971", Range("mentioned", dt.date(1965, 1, 1), dt.date(1971, 12, 31))),
    ],
)
def test_dates(text: str, tree: Node) -> None:
    """Dates mean whole days, months and years; the end of a range never takes in the first day of what follows."""
    assert _parse(text) == tree


@pytest.mark.parametrize(
    ("text", "position", "words"),
    [
        ('steel "mill', 6, "never closed"),
        ("(steel", 0, "never closed"),
        ("steel) mill", 5, "closes nothing"),
        ("()", 0, "nothing between"),
        ('""', 0, "nothing between"),
        ("a OR", 2, "missing"),
        ("OR a", 0, "missing"),
        ("AND a", 0, "missing"),
        ("a AND", 2, "missing"),
        ("NOT", 0, "nothing follows"),
        ("a titel:b", 2, "Did you mean title:"),
        ("frobnicate:b", 0, "There is no field"),
        ("title: steel", 0, "right after its colon"),
        ("*eel", 0, "can't begin with *"),
        ("?eel", 0, "can't begin with ?"),
        ("a title:-*eel", 9, "can't begin with *"),
        ("covid-1?a", 0, "one word of letters"),
        ("covid-19~", 0, "single word"),
        ("st?el~", 2, "not both"),
        ("steel~3", 5, "1, 2 or nothing"),
        ("a steel^", 7, "a number up to 100"),
        ("steel^1000", 5, "a number up to 100"),
        ("steel^2^2", 5, "one factor"),
        ('"steel mill"^x', 12, "a number up to 100"),
        ("words:many", 6, "isn't a number"),
        ("words:9..2", 6, "ends"),
        ("has:titel", 4, "Did you mean title?"),
        ("a* " * 51, 150, "more than 50 words with"),
        ("published:2025-13", 10, "no date 2025-13"),
        ("published:soon", 10, "isn't a date"),
        ("published:2025..2024", 10, "ends"),
        ("—", 0, "no word"),
        ('"a b"~0', 5, "from 1 to 100"),
        ("(" * 60 + "a" + ")" * 60, 17, "nested"),
        ("+" * 5000 + "a", 17, "nested"),
        ("anywhere:b", 0, "There is no field"),
        ("has:anywhere", 4, "There is no field"),
        ("words:<0", 6, "nothing is less than 0"),
        ("a*b????c", 0, "at most 4"),
        ("x s" + "?" * 29 + "t", 2, "at most 30 characters"),
        ("steel~0.8", 5, "1, 2 or nothing"),
        ("(a b)~5", 5, "behind a word"),
        ('published:"2025"~3', 16, "no words"),
        ('language:"en"~3', 13, "no words"),
        ('="a b"~3', 8, "near each other"),
        ("-)", 1, "closes nothing"),
        ("after:(2025)", 6, "followed by one date"),
        ("(a NOT )", 3, "Nothing to leave out"),
    ],
)
def test_mistakes_are_answered_with_place_and_reason(text: str, position: int, words: str) -> None:
    """A query that can't be read is refused, with where and why."""
    with pytest.raises(QueryError, match=re.escape(words)) as caught:
        _parse(text)
    assert caught.value.position == position


def test_very_long_queries_are_refused() -> None:
    """Neither a very long query nor one of very many words is answered."""
    with pytest.raises(QueryError, match="characters long"):
        _parse("a" * 100_000)
    with pytest.raises(QueryError, match="more than 500 words"):
        _parse("a " * 2000)
    with pytest.raises(QueryError, match="parts of a word such as covid-19 too"):
        _parse("w1 OR " * 300 + "w2")
