"""Words as all tables of names are keyed by them, and lists of words as text."""

import functools
import unicodedata

_LETTERS = str.maketrans(
    {"ı": "i", "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ہ": "ه", "ۂ": "ه", "ھ": "ه", "\u0640": None, "\u200c": None}
)
_MARKS: dict[int, None] = dict.fromkeys((*range(0x300, 0x370), *range(0x64B, 0x660), 0x670))


def listed(words: str) -> tuple[str, ...]:
    """Words written one after the other, as a tuple: long lists read better as text."""
    return tuple(words.split())


def mapped(pairs: str) -> dict[str, str]:
    """A table written as `word=meaning` pairs one after the other; `_` stands for a space in a word."""
    return {word.replace("_", " "): meaning for word, _, meaning in (pair.partition("=") for pair in pairs.split())}


def numbered(pairs: str) -> dict[str, int]:
    """A table of `word=number` pairs, as `mapped` reads them."""
    return {word: int(number) for word, number in mapped(pairs).items()}


def fold(word: str) -> str:
    """A word in the form that tables are keyed by: no case, no accents, one form of each Arabic letter."""
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFKD", word.casefold()).translate(_MARKS)
    return bare if bare.isascii() else unicodedata.normalize("NFC", bare).translate(_LETTERS)


@functools.lru_cache(maxsize=256)
def base_language(language: str) -> str:
    """`pt` for `pt-br`."""
    return language.replace("_", "-").partition("-")[0].lower()
