"""What stands right before a stretch of text: names are found, cut and weighed by the words and the offices beside them."""

from typing import TYPE_CHECKING, Final

import regex

if TYPE_CHECKING:
    from regex import Match

_SENTENCE_ENDS_IN: Final = 6


class Before:
    """A pattern of what may stand right before a place in a text, as far as `reach` characters from it.

    It is read backwards from there: where it doesn't fit, that shows at once, at whichever length.
    """

    __slots__ = ("_pattern", "_reach")

    def __init__(self, pattern: str, reach: int) -> None:
        self._pattern = regex.compile(pattern, regex.REVERSE)
        self._reach = reach

    def find(self, text: str, position: int, start: int = 0) -> "Match[str] | None":
        """What stands before the position and fits, not before `start`; None if nothing does."""
        return self._pattern.match(text, max(start, position - self._reach), position)


OFFICE: Final = Before(r"(?P<word>\p{L}[\p{L}’']*)\.?[ \u00a0]", 30)
"""A word right before, which may be an office or a form of address."""

CAPITALISED: Final = Before(r"(?P<word>\p{Lu}[\p{L}\p{M}’'\-]*)[ \u00a0]", 40)
"""A word with a capital right before, which may be a name's first."""

_ONE: Final = Before(r"\b[Aa]n?\s", 3)
_ALONE: Final = regex.compile(r"[.,;:!?)]|\s(?:and|or|with|to|down|from|is|was)\b|$")
_SENTENCE_END: Final = Before(r"(?:[.!?:;]['’”\"»)]*\s+|\n\s*|[“\"«(]\s*)", _SENTENCE_ENDS_IN)


def starts_sentence(text: str, position: int) -> bool:
    """Whether a sentence, a quotation or a line begins here."""
    return position == 0 or _SENTENCE_END.find(text, position) is not None


def is_a_thing(text: str, start: int, end: int) -> bool:
    """Whether a name is that of one thing among others, as in "a Labrador.", not "a Paris hotel"."""
    return _ALONE.match(text, end) is not None and _ONE.find(text, start) is not None
