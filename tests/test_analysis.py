"""The forms of tokens: folded, stemmed, in pairs, and the keys of whole values."""

import sys

import pytest
import regex
import tantivy
from hypothesis import given
from hypothesis import strategies as st

from archiver.analysis import MAX_KEY, bigrams, fold, fold_all, forms, key, stem, stem_all, tokens, value_key
from archiver.fields import STEMMED_LANGUAGES
from archiver.folding import FOLDS

ARABIC_AND_PERSIAN = "".join(map(chr, [*range(0x621, 0x66A), *range(0x6A9, 0x6D3)]))


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("STEEL", "steel"),
        ("Straße", "strasse"),
        ("Zürich", "zurich"),
        ("İstanbul", "istanbul"),
        ("Ærø", "aero"),
        ("Łódź", "lodz"),
        ("Oǧuz", "oguz"),
        ("ﬁne", "fine"),
        ("ΟΔΟΣ", "οδοσ"),
        ("Москва", "москва"),
        ("C++", "c++"),
        ("x²", "x2"),
        ("١٩٧١", "1971"),
        ("۱۹۷۱", "1971"),
        ("२०२५", "2025"),
        ("كِتَابٌ", "كتاب"),
        ("أحمد", "احمد"),
        ("مدرسة", "مدرسه"),
        ("مصطفى", "مصطفي"),
        ("کراچی", "كراچي"),
        ("پاکستان", "پاكستان"),
        ("ـــ", ""),
        ("中国", "中国"),
    ],
)
def test_folding(token: str, expected: str) -> None:
    """Case, accents, ligatures, digits of other scripts and the variants of Arabic letters fold."""
    assert fold(token) == expected


def test_folding_to_ascii_is_lucenes() -> None:
    """Of every character that can stand in a token, folding makes the lower case of what Lucene's filter makes of it."""
    analyser = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw()).filter(tantivy.Filter.ascii_fold()).build()
    in_a_token = regex.compile(r"[\p{L}\p{M}\p{N}]")
    for i in range(sys.maxunicode + 1):
        character = chr(i)
        if 0xD800 <= i < 0xE000 or not in_a_token.match(character) or character.lower() != character:
            continue
        if regex.match(r"\p{Nd}", character):
            folded = fold(character)
            assert folded in "0123456789", hex(i)
            # Python may know fewer digits than the table.
            assert not character.isdecimal() or int(folded) == int(character), hex(i)
        elif character not in ARABIC_AND_PERSIAN:
            assert [FOLDS.get(i, character)] == [folded.lower() for folded in analyser.analyze(character)], hex(i)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    """What is folded stays as it is when it is folded again, and holds no space."""
    for form in fold_all(tokens(text)):
        assert fold(form) == form
        assert not any(character.isspace() for character in form)


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("Mills", "en", "mill"),
        ("running", "en", "run"),
        ("Häuser", "de", "haus"),
        ("continuellement", "fr", "continuel"),
        ("trabajadores", "es", "trabaj"),
        ("книгами", "ru", "книг"),
        ("adding", "en", "add"),
        ("fuer", "de", "fur"),
        ("neuer", "de", "neu"),
        ("System", "de", "system"),
        ("populație", "ro", "popul"),
        ("populaţie", "ro", "popul"),
        ("divano", "it", "divan"),
        ("generöst", "sv", "generos"),
        ("olöst", "sv", "olost"),
    ],
)
def test_stemming(word: str, language: str, expected: str) -> None:
    """A stem is Snowball's of the lower-case word, folded afterwards."""
    assert stem(word, language) == expected


def test_every_language_named_has_a_stemmer() -> None:
    """Each language of the table can be stemmed."""
    for language in STEMMED_LANGUAGES:
        assert stem_all(["Information"], language)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("钢铁厂", ["钢铁", "铁厂", "厂"]),
        ("厂", ["厂"]),
        ("中国, 钢", ["中国", "国", "钢"]),
        ("AIチップ 2025年", ["ai", "チッ", "ップ", "プ", "2025", "年"]),
        ("한국 Steel", ["한국", "국", "steel"]),
        ("二〇二五", ["二〇", "〇二", "二五", "五"]),
        ("steel", []),
        ("Straße — 5", []),
    ],
)
def test_bigrams(text: str, expected: list[str]) -> None:
    """Chinese, Japanese and Korean give overlapping pairs, then the last character; what is between them gives words."""
    assert bigrams(text) == expected


@given(st.text(max_size=400), st.sampled_from(["en", "de", "ar", "xx", None]))
def test_forms_are_of_the_same_tokens(text: str, language: str | None) -> None:
    """All forms of a text are those of its tokens."""
    found = forms(text, language)
    words = tokens(text)
    assert found.written.split(" ") == words or found.written.split() == words
    assert found.folded.split() == fold_all(words)
    assert found.stemmed == (stem_all(words, language) if language in STEMMED_LANGUAGES else [])
    assert found.pairs == bigrams(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zürich", "ZURICH"),
        ("  Ann \n Lee ", "Ann Lee"),
        ("Cafe\u0301", "café"),
        ("Stahl\u00adwerk", "Stahlwerk"),
        ("Conan O’Brien", "Conan O'Brien"),
        ("Jean‑Luc – Paris", "Jean-Luc - Paris"),
        ("“The Ledger”", '"The Ledger"'),
    ],
)
def test_values_that_are_one(one: str, other: str) -> None:
    """Values that differ in case, accents, spaces or what nobody sees are one value."""
    assert value_key(one) == value_key(other)


@pytest.mark.parametrize(("one", "other"), [("U.S.", "US"), ("AT&T", "ATT"), ("...", "!!!"), ("Ann Lee", "Lee Ann")])
def test_values_that_differ(one: str, other: str) -> None:
    """Punctuation and the order of words tell values apart."""
    assert value_key(one) != value_key(other)


def test_keys_are_bounded() -> None:
    """However long a value or a title is, its key is not, and a key holds no separator but the space."""
    assert len(value_key("x y\x1f" * 5_000)) <= MAX_KEY
    assert len(key("word " * 5_000)) <= MAX_KEY
    assert "\x1f" not in value_key("a\x1fb")
    assert key("Steel-Mill: reopens!") == "steel mill reopens"
