"""What a query means: text in, tree out."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.errors import QueryError
from archiver.query import EVERYTHING, Group, Node, Not, Phrase, Prefix, Range, Word, parse

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
        ("steel AND mill", Group("and", _words("steel", "mill"))),
        ("+steel +mill", Group("and", _words("steel", "mill"))),
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
        ("steel*", Prefix("steel", None)),
        ("title:steel*", Prefix("steel", "title")),
        ("who won?", Group("and", _words("who", "won?"))),
        ("nº123", Word("nº123")),
        ("U.S. C++ AT&T", Group("and", _words("U.S.", "C++", "AT&T"))),
        ("https://a.example/b?c=d", Word("https://a.example/b?c=d")),
        ("19:49", Word("19:49")),
        ("PM: relief for all", Group("and", _words("PM", "relief", "for", "all"))),
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
        ("*eel", 0, "can't begin with a star"),
        ("st*el", 2, "at the end of a word only"),
        ("published:2025-13", 10, "no date 2025-13"),
        ("published:soon", 10, "isn't a date"),
        ("published:2025..2024", 10, "ends"),
        ("—", 0, "no word"),
        ('"a b"~0', 5, "from 1 to 100"),
        ("(" * 60 + "a" + ")" * 60, 51, "nested"),
        ("+" * 5000 + "a", 51, "nested"),
        ("-)", 1, "closes nothing"),
        ("after:(2025)", 6, "followed by one date"),
        ("(a NOT )", 3, "Nothing to leave out"),
    ],
)
def test_mistakes_are_answered_with_place_and_reason(text: str, position: int, words: str) -> None:
    """A query that can't be read is refused, with where and why."""
    with pytest.raises(QueryError, match=words.replace("(", r"\(")) as caught:
        _parse(text)
    assert caught.value.position == position


def test_very_long_queries_are_refused() -> None:
    """Neither a very long query nor one of very many words is answered."""
    with pytest.raises(QueryError, match="characters long"):
        _parse("a" * 100_000)
    with pytest.raises(QueryError, match="more than 500 words"):
        _parse("a " * 2000)


@given(
    st.text(alphabet=st.sampled_from('ab"():-*~=<>.“” ORANDtitle:published2025'), max_size=40) | st.text(max_size=60)
)
def test_any_text_parses_or_gives_a_query_error(text: str) -> None:
    """Whatever is typed, there is a tree or a message, never a crash."""
    try:
        _parse(text)
    except QueryError as error:
        assert str(error)  # noqa: PT017 - a message is what the user gets
