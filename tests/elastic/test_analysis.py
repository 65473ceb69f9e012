"""The tokens of Elasticsearch, held against those of archiver.analysis.

Both sides know some version of Unicode, and not the same. A character that one of them doesn't know may be taken
differently; nothing else may.
"""

from __future__ import annotations

import functools
import random
import unicodedata
from typing import TYPE_CHECKING

import pytest
import regex
import wordfreq

from archiver import analysis
from archiver.analysis import MAX_TOKEN, bigrams, fold_all, stem_all, tokens, value_key
from archiver.fields import STEMMED_LANGUAGES
from archiver.tokens import composed
from tests.elastic.server import Analysers, index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

WORDS = 20_000  # of each language, the most frequent

HARD_STRINGS = [
    "U.S.", "don't", "don’t", "rock'n'roll", "nº123", "N°5", "1,204", "3.14", "1971–72", "covid-19", "C++", "C#", "F# and C++",
    "++", "# 5", "AT&T", "O’Brien", "L’État", "e-mail@example.org", "https://example.org/a?b=c#d", "İstanbul ISPARTA ıspanak",
    "ΟΔΟΣ Οδός", "Straße STRASSE", "Ærøskøbing", "Łódź", "ﬁne ﬂow", "x² ½ ⅷ Ⅷ ①②", "Ⓐ ⒜ ᴀ ǧ", "١٩٧١ ۱۹۷۱ २०२५ ９",
    "كِتَابٌ مدرسة أحمد مصطفى", "پاکستان کراچی گاؤں", "ـــ", "ﻻ ﷲ", "हिन्दी किताबें", "ไทยภาษา", "中国钢铁厂 2025年", "AIチップ ﾃｽﾄ", "한국 철강",
    "steel鋼鉄mill", "Москва Ёлка ё", "Ελλάδα", "cafe\u0301 café", "q\u0307\u0323 q\u0323\u0307", "👍🏽 steel 👩\u200d👩\u200d👧",
    "a\u200db", "नि\u200dता", "می\u200cخواهم", "Stahl\u00adwerk", "non\u00a0breaking\u2009space", "zero\u200bwidth", "\ufeffbom",
    "A\u030a Å", "Zalgo\u0300\u0301\u0302\u0303", "𝐁𝐨𝐥𝐝 𝒮cript 𝟙𝟚", "𐐀𐐨 𞤀𞤢", "_under_score_", "tab\tand\nline", "'90s", "naïve—or not",
    "x" * 300, "9" * 300, "…", "",
]  # fmt: skip


@pytest.fixture(scope="module")
def analysers(elasticsearch_url: str) -> Iterator[Analysers]:
    """The shipped analysers on a real server."""
    with index(elasticsearch_url, {"analyze": {"max_token_count": 1_000_000}}) as address:
        yield Analysers(address)


@pytest.fixture(scope="module")
def characters(analysers: Analysers) -> list[str]:
    """Every letter, mark and number that Java and Python both know."""
    in_a_token = regex.compile(r"[\p{L}\p{M}\p{N}]")
    every = map(chr, (*range(0xD800), *range(0xE000, 0x110000)))
    candidates = [character for character in every if in_a_token.match(character)]
    known = analysers.matches(r"\P{Cn}", candidates)
    both = [
        character
        for character, java in zip(candidates, known, strict=True)
        if java and unicodedata.category(character) != "Cn"
    ]
    assert len(both) > 130_000
    return both


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    """What is remembered of the words of a test is forgotten behind it: of all languages together it would be two gigabytes."""
    yield
    analysis._FOLDED.clear()
    analysis._STEMMED.clear()
    wordfreq.get_frequency_list.cache_clear()


def written(text: str) -> list[str]:
    """The tokens as written."""
    return tokens(text)


def folded(text: str) -> list[str]:
    """The folded tokens."""
    return fold_all(tokens(text))


def stemmed(text: str, language: str) -> list[str]:
    """The stems."""
    return stem_all(tokens(text), language)


FORMS: dict[str, Callable[[str], list[str]]] = {"written": written, "folded": folded} | {
    f"stemmed_{language}": functools.partial(stemmed, language=language) for language in STEMMED_LANGUAGES
}


def differences(analysers: Analysers, form: str, texts: Sequence[str]) -> list[tuple[str, list[str], list[str]]]:
    """The texts, as the archive sends them, whose tokens differ: the text, the server's tokens, the archive's."""
    sent = [composed(text) for text in texts]
    found = analysers.tokens(form, sent)
    rows = ((text, theirs, FORMS[form](text)) for text, theirs in zip(sent, found, strict=True))
    return [row for row in rows if row[1] != row[2]]


@pytest.mark.parametrize("form", FORMS)
def test_hard_strings_have_the_same_tokens(analysers: Analysers, form: str) -> None:
    """What tokenizers like to disagree about gives the same tokens."""
    assert differences(analysers, form, HARD_STRINGS) == []


@pytest.mark.parametrize("form", ["written", "folded"])
def test_every_character_has_the_same_tokens(analysers: Analysers, characters: list[str], form: str) -> None:
    """Every letter, mark and number of Unicode gives the same tokens, alone and inside a word."""
    assert differences(analysers, form, [f"{character} x{character}y" for character in characters]) == []


@pytest.mark.parametrize("language", STEMMED_LANGUAGES)
def test_every_character_in_a_word_has_the_same_stem(
    analysers: Analysers, characters: list[str], language: str
) -> None:
    """Every letter, mark and number gives the same stem in a word; of scripts that no stemmer knows, those with case."""
    foreign = regex.compile(r"\p{Lo}")
    own = regex.compile(r"\p{Script=Arabic}")
    words = [f"ab{letter}es" for letter in characters if own.match(letter) or not foreign.match(letter)]
    assert differences(analysers, f"stemmed_{language}", words) == []


@pytest.mark.parametrize("language", STEMMED_LANGUAGES)
def test_words_have_the_same_stem(analysers: Analysers, language: str) -> None:
    """The most frequent words of a language have the same stems."""
    words = wordfreq.top_n_list({"no": "nb"}.get(language, language), WORDS)
    assert len(words) == WORDS
    assert differences(analysers, f"stemmed_{language}", words) == []


@pytest.mark.parametrize("language", sorted(wordfreq.available_languages()))
def test_words_of_any_language_fold_alike(analysers: Analysers, language: str) -> None:
    """The most frequent words of a language, half of them in capitals, give the same folded tokens.

    Half of all the lists' words are of nothing but a to z, which have one way to fold: English has enough of them.
    """
    words = wordfreq.top_n_list(language, WORDS)
    assert len(words) > WORDS // 4
    if language != "en":
        words = [word for word in words if not (word.isascii() and word.isalpha())]
    texts = [word.upper() if number % 2 else word for number, word in enumerate(words)]
    assert differences(analysers, "folded", texts) == []


@pytest.mark.parametrize(("language", "words"), [
    ("en", [f"{v}{2 * c}{e}" for v in "aeiou" for c in "bcdfgklmnprstvz" for e in ("ed", "ing", "edly", "ingly", "s")]),
    ("de", [f"{a}{u}{e}" for a in ("", "q", "a", "b", "y", "st") for u in ("ue", "ae", "oe", "aeu", "oeue", "system")
            for e in ("", "n", "ng", "il", "en", "s", "em")]),
    ("ro", [f"{a}{e}" for a in ("popul", "situ", "cred", "primeș") for e in ("ație", "aţie", "ești", "eşti", "ților", "te")]),
    ("sv", [f"{a}{c}öst{e}" for a in ("", "a", "ab", "bra", "kö") for c in "bklmnprstv" for e in ("", "a", "en", "lig", "t")]),
    ("it", ["divano", "divani", "divana", "divan", "divanoletto"]),
])  # fmt: skip
def test_what_stemmers_were_taught_since_has_the_same_stem(
    analysers: Analysers, language: str, words: list[str]
) -> None:
    """Where archiver.stems makes up for Snowball's changes, it does so for words near to those in the lists, too."""
    assert differences(analysers, f"stemmed_{language}", words) == []


def mixtures(count: int) -> list[str]:
    """Texts of a few characters, each from what tokens, folding and composing trip over; always the same texts."""
    chosen = random.Random(0)
    alphabet = [*"aZßİıΣσςéǅǧŉ1²½Ⅷ٣०+#'’.-–—_@&/ ", *"\u0301\u0307\u0323\u0345\u0654\u064e\u0640کيهةأ中国かﾃ한ᄒ𝐁𐐀👍№™"]
    alphabet += [
        "  ",
        "++",
        "\t",
        "\u00a0",
        "\u2028",
        "\u3000",
        "\x1c",
        "\u200b",
        "\u200c",
        "\u200d",
        "\u00ad",
        "\ufeff",
    ]
    return ["".join(chosen.choices(alphabet, k=chosen.randint(1, 12))) for _ in range(count)]


def comparable(form: str, text: str) -> bool:
    """Whether both sides are to agree about a text of this kind.

    Lucene's stemmers count a letter beyond U+FFFF as two, and the archive's Dutch one a foreign letter as several, where
    a word must be three letters long to have an ending. No Dutch word has such letters, nor has any word a stemmer for
    such scripts.
    """
    if form == "stemmed_nl":
        return max(text) <= "\xff"
    return form in ("written", "folded") or max(text) <= "\uffff"


@pytest.mark.parametrize("form", FORMS)
def test_mixtures_have_the_same_tokens(analysers: Analysers, form: str) -> None:
    """Scripts, signs, marks and spaces in any order give the same tokens."""
    texts = [text for text in mixtures(10_000) if comparable(form, text)]
    assert differences(analysers, form, texts) == []


def test_whole_values_are_compared_alike(analysers: Analysers, characters: list[str]) -> None:
    """A whole value is indexed as its key, also when it is that key already; but one of vowel marks alone as nothing."""
    signs = [
        chr(i) for i in range(0x20, 0xFFFE) if not 0xD800 <= i < 0xF900 and unicodedata.category(chr(i))[0] in "PSZ"
    ]
    values = [*HARD_STRINGS[:-4], *mixtures(10_000)]
    values += [f"{character} x{character}y" for character in (*characters, *signs)]
    sent = [composed(value) for value in values]
    keys = [value_key(value) for value in values]
    pairs = zip(sent, analysers.normalised("folded", sent), analysers.normalised("folded", keys), keys, strict=True)
    wrong = [(value, first, second, key) for value, first, second, key in pairs if not first == second == key]
    marks = regex.compile(r"[\u0640\u064b-\u0652\u0654]*")
    assert [row for row in wrong if row[1] or not marks.fullmatch("".join(row[0].split()))] == []


def test_pairs_of_characters_arrive_as_they_were_made(analysers: Analysers) -> None:
    """The server splits what the archive writes of Chinese, Japanese and Korean at its spaces, and nowhere else."""
    texts = [text for text in [*HARD_STRINGS, *mixtures(5_000)] if bigrams(text)]
    made = [bigrams(text) for text in texts]
    assert analysers.tokens("bigrams", [" ".join(pairs) for pairs in made]) == made


def test_long_words_are_cut_alike(analysers: Analysers) -> None:
    """A word that is too long is cut at the same place."""
    texts = ["x" * (MAX_TOKEN - 1) + "é++", "é" * (MAX_TOKEN + 1), "中" * 1_000, "7" * 10_000, "ß" * MAX_TOKEN]
    for form in FORMS:
        assert differences(analysers, form, texts) == []


def test_a_word_without_letters_leaves_its_place(analysers: Analysers) -> None:
    """The one difference in positions: a word of vowel marks alone is left out, but the server counts its place."""
    assert folded("a ـــ b") == ["a", "b"]
    assert analysers.positions("folded", "a ـــ b") == [("a", 0), ("b", 2)]


def test_words_are_completed_as_they_are_typed(analysers: Analysers) -> None:
    """The beginnings of a word hold what has been typed of it, whatever its case and accents, however long it gets."""
    for word, typed in [
        ("Zürich", "ZUR"),
        ("İstanbul", "ista"),
        ("Donaudampfschiffahrtsgesellschaft", "donaudampfschiffahrtsg"),
    ]:
        (beginnings,) = analysers.tokens("complete", [word])
        assert set(analysers.tokens("complete_search", [typed])[0]) <= set(beginnings)
