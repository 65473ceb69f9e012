"""Cutting texts into tokens: the definition, and the three ways that must agree on it."""

import sys
import unicodedata

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from archiver.tokens import MAX_TOKEN, composed, find_tokens, is_plain, plain_words, spaced_tokens, spans, tokens

DEFINITION = regex.compile(r"\p{N}+|[\p{L}\p{M}]+(?:\+\+|#)?")
EVERY_CHARACTER = [chr(i) for i in range(sys.maxunicode + 1) if not 0xD800 <= i < 0xE000]
TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from("aZé1²9 +#'’-\u00ad\u200d\u0301ªß\n"), st.characters(max_codepoint=0x2FF)),
    max_size=300,
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Steel-Mill's 2nd day", ["The", "Steel", "Mill", "s", "2", "nd", "day"]),
        ("U.S. don’t AT&T", ["U", "S", "don", "t", "AT", "T"]),
        ("nº123", ["nº", "123"]),
        ("1,204 and 3.14", ["1", "204", "and", "3", "14"]),
        ("C++ C# F# a+ b++c", ["C++", "C#", "F#", "a", "b++", "c"]),
        ("Cafe\u0301", ["Café"]),
        ("Stahl\u00adwerk", ["Stahlwerk"]),
        ("می\u200cخواهم", ["می", "خواهم"]),
        ("क्\u200dष", ["क्ष"]),
        ("١٩٧١ और २०२५", ["١٩٧١", "और", "२०२५"]),
        ("中国steel厂", ["中国steel厂"]),
        ("snake_case x²", ["snake", "case", "x", "²"]),
        ("— & … !", []),
        ("", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    """A token is a run of numbers, or of letters and marks that ++ or # may end."""
    assert tokens(text) == expected


def test_every_character_is_cut_as_unicode_says() -> None:
    """Each character that a quicker way takes on gives the token that Unicode's properties give it."""
    plain = [character for character in EVERY_CHARACTER if is_plain(character)]
    assert 1_000 < len(plain) < 5_000
    for character in plain:
        expected = DEFINITION.findall(character)
        assert plain_words().findall(character) == expected, hex(ord(character))
        assert character.isspace() or unicodedata.normalize("NFC", character) == character
    for character in (chr(i) for i in range(0x2100)):
        if (spaced := spaced_tokens(character)) is not None:
            assert spaced.split() == DEFINITION.findall(composed(character)), hex(ord(character))


@given(TEXTS)
def test_all_ways_agree(text: str) -> None:
    """Whatever way a text is cut, the tokens are those of the definition."""
    expected = DEFINITION.findall(composed(text))
    assert tokens(text) == expected
    assert tokens(text + " " * 300) == expected
    assert [word for word, _, _ in spans(text)] == expected
    if (spaced := spaced_tokens(text)) is not None:
        assert spaced.split() == expected


@given(TEXTS)
def test_places_are_where_the_tokens_stand(text: str) -> None:
    """Each token's place holds its own characters, in order and without overlap, in the text as it was given."""
    reached = 0
    for word, start, end in spans(text):
        assert reached <= start <= end <= len(text)
        assert start < end or composed(text) != text
        if composed(text) == text:
            assert text[start:end] == word
        reached = end


@given(TEXTS)
def test_places_do_not_depend_on_composing(text: str) -> None:
    """A decomposed text gives the same tokens, each in the place of its own characters."""
    decomposed = unicodedata.normalize("NFD", text)
    assert tokens(decomposed) == tokens(text)
    for word, start, end in spans(decomposed):
        if start < end and len(tokens(decomposed[start:end])) == 1:
            assert tokens(decomposed[start:end]) == [word]


@given(TEXTS)
def test_some_tokens_are_found_where_they_stand(text: str) -> None:
    """Looking for some tokens finds them in the same places as looking at all."""
    everything = list(spans(text))
    wanted = {word for word, _, _ in everything[::2]}
    assert sorted(find_tokens(text, wanted)) == sorted(span for span in everything if span[0] in wanted)


def test_an_endless_word_is_cut_short() -> None:
    """Of a token that is longer than any word the beginning is kept; the words around it stay."""
    assert tokens("a " + "x" * 10_000 + " b") == ["a", "x" * MAX_TOKEN, "b"]
    assert tokens("1" * 1_000) == ["1" * MAX_TOKEN]
    assert [word for word, _, _ in spans("ж" * 1_000 + " b")] == ["ж" * MAX_TOKEN, "b"]
