"""One word of a query, and the signs that may stand in it: =word, prefix*, wor?d, word~, word^2."""

import re

from archiver.analysis import fold_all, fold_word, tokens
from archiver.nearest import mistakes_allowed
from archiver.query.tree import EVERYTHING, Fuzzy, Has, Node, Prefix, Wildcard, Word

MAX_FACTOR = 100
# Beyond these the engines' automata grow too large to be built.
MAX_PATTERN = 30  # characters
MAX_MIXED = 4  # signs of a pattern in which there are both

_FACTOR = re.compile(r"\d{1,3}(?:\.\d{1,3})?")
_MISTAKES = re.compile(r"~([\d.]*)$")
_ENDS_SENTENCE = "?!.,;:"  # of a pasted question, not of a pattern
_WILD = re.compile("[*?]+")
_SIGN = re.compile("([*?])")
_BEGUN_ID = re.compile("[0-9a-f]{4,19}", re.IGNORECASE)  # of 20: the screen shows eight
_SCHEME = re.compile(r"https?://(?=\w)", re.IGNORECASE)


class WordError(ValueError):
    """What is wrong with a word, and how many characters after its beginning."""

    def __init__(self, message: str, offset: int = 0) -> None:
        super().__init__(message)
        self.offset = offset


def split_factor(text: str) -> tuple[str, float | None]:
    """A word without the factor at its end, and that factor. Raises WordError for one that is none."""
    body, sign, factor = text.rpartition("^")
    if not sign or not has_letters(body) or is_address(text):
        return text, None
    if "^" in body and body.rpartition("^")[2][:1].isdigit():
        raise WordError("A word has one factor.", body.rindex("^"))
    return body, read_factor(factor, len(body))


def read_factor(text: str, offset: int = 0) -> float:
    """What stands after ^. Raises WordError where it isn't a number that a score may be multiplied by."""
    if not _FACTOR.fullmatch(text) or not 0 < float(text) <= MAX_FACTOR:
        raise WordError(f"After ^ comes how much more it counts, a number up to {MAX_FACTOR} such as 2 or 0.5.", offset)
    return float(text)


def read_word(text: str, field: str | None) -> Node | None:  # noqa: PLR0911 - a way for each kind
    """What a word means; None for punctuation that stands alone. Raises WordError."""
    if text in ("*", "*:*"):  # the latter in Lucene's language
        return EVERYTHING if field is None else Has(field)
    if not has_letters(text):
        return None
    if text.startswith("=") and has_letters(text[1:]):
        return _exact(text, field)
    if is_address(text):
        return Word(text, field)
    if field == "id" and _BEGUN_ID.fullmatch(text):
        return Prefix(text, field)
    core = text.rstrip(_ENDS_SENTENCE)
    match = _MISTAKES.search(core)
    if match and has_letters(core[: match.start()]):
        return _fuzzy(core[: match.start()], match[1], field)
    pattern = text.rstrip(_ENDS_SENTENCE + "~^")
    return _pattern(pattern, field) if _WILD.search(pattern) else Word(text, field)


def has_letters(text: str) -> bool:
    """Whether there is a letter or a number in it."""
    return any(character.isalnum() for character in text)


def is_address(text: str) -> bool:
    """Whether it is a URL, in which signs have no meaning."""
    return "://" in text or text[:4].lower() == "www."


def without_scheme(address: str) -> str:
    """The address without http:// or https://, which nobody means to tell apart."""
    return _SCHEME.sub("", address)


def pieces(pattern: str) -> list[str]:
    """A pattern's signs, and what stands between them."""
    return [piece for piece in _SIGN.split(pattern) if piece]


def _exact(text: str, field: str | None) -> Word:
    word = text[1:]
    if not is_address(word):
        sign = _WILD.search(text.rstrip(_ENDS_SENTENCE)) or _MISTAKES.search(text)
        if sign:
            raise WordError(
                f"A word behind = is meant exactly as it stands, and {sign[0][0]} stands for others. Leave out the = or the {sign[0][0]}.",
                sign.start(),
            )
    return Word(word, field, exactly=True)


def _pattern(text: str, field: str | None) -> Node:
    sign = _WILD.search(text)
    assert sign
    if not fold_word(text[: sign.start()]):  # also where all before it is a sign that no index holds, as a tatweel
        raise WordError(
            f"A word can't begin with {sign[0][0]}: every word of the index would have to be tried.", sign.start()
        )
    stem = text.rstrip("*")
    if not _WILD.search(stem):
        return Prefix(stem, field)
    # Each sign stands for what is before it, a letter or a number, so that the pattern is cut where such words would be.
    example = text
    while sign := _WILD.search(example):
        example = example[: sign.start()] + example[sign.start() - 1] + example[sign.end() :]
    if len(tokens(example)) != 1:
        raise WordError("A pattern stands for one word of letters, or one number; this is several. Search for each.")
    stars, marks = text.count("*"), text.count("?")
    if len(text) > MAX_PATTERN or (stars and marks and stars + marks > MAX_MIXED):
        raise WordError(f"A pattern has at most {MAX_PATTERN} characters, and of * and ? together at most {MAX_MIXED}.")
    return Wildcard(text, field)


def _fuzzy(text: str, mistakes: str, field: str | None) -> Fuzzy:
    if sign := _WILD.search(text.rstrip(_ENDS_SENTENCE)):
        raise WordError(f"A word has either {sign[0][0]} or ~, not both.", sign.start())
    words = fold_all(tokens(text))
    if len(words) != 1:
        raise WordError("Only a single word can be searched with ~. Search for each, or for the phrase without it.")
    if mistakes not in ("", "1", "2"):
        raise WordError("After ~ comes how many letters may be wrong: 1, 2 or nothing.", len(text))
    return Fuzzy(int(mistakes or mistakes_allowed(words[0])), text, field)
