"""Words within a line whose letters alone tell something else than a reader sees: raised figures, fractions, quotations."""

import re
from collections.abc import Sequence

import msgspec

from archiver.normalise.block import Run

_RAISED = str.maketrans("0123456789+-−–=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_FIGURE = re.compile(r"[+\-−–]?\d{1,6}")
_NOTE = re.compile(r"[\[(]?(?:\d{1,3}|[a-z*†‡§])[\])]?(?:[\s,;–-]{1,3}[\[(]?\d{1,3}[\])]?){0,5}")
_PRICE = re.compile(r"\d[.,'’]$")
_WORD = re.compile(r"[^\W\d]{4}$")  # no sign of a unit
_UNIT = re.compile(r"(?:m[eèé]t[^\W\d]{0,4}|miles?|feet|foot|inch|inches|yards?)$", re.IGNORECASE)
_POWERS = frozenset("23")
_CENTS = re.compile(r"\d\d")
_OVER = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_STROKES = ("/", "⁄")
_FRACTION = 2  # runs: what is raised, and the stroke
_PLAIN = str.maketrans(_OVER, "0123456789")
_BEFORE = 12  # code points that are looked at
_MARKS = "\"“”„‟«»‹›「」『』‘’‚'"
_QUOTES = {
    "de": "„“", "cs": "„“", "sk": "„“", "sl": "„“", "bg": "„“", "is": "„“", "lt": "„“", "et": "„“", "pl": "„”", "hu": "„”",
    "ro": "„”", "hr": "„”", "sr": "„”", "fr": "«»", "es": "«»", "it": "«»", "pt": "«»", "ru": "«»", "uk": "«»", "be": "«»",
    "el": "«»", "no": "«»", "nb": "«»", "nn": "«»", "fa": "«»", "ar": "«»", "ca": "«»", "hy": "«»", "sv": "””", "fi": "””",
    "da": "»«", "ja": "「」",
}  # fmt: skip
_SPACED = "fr"


def told(role: str, before: Sequence[Run], runs: Sequence[Run], language: str | None) -> list[Run] | None:
    """What a reader takes the words of such an element for, with what stands right before them; None: for what they are."""
    if role == "quoted":
        words = quoted(before, runs, language)
    elif role == "raised":
        words = raised(before, runs)
    else:
        return lowered(before, runs)
    return None if words is None else [*before, *words]


def raised(before: Sequence[Run], runs: Sequence[Run]) -> list[Run] | None:
    """Raised words as they can stand in a line; none of them for the mark of a footnote, None as they are."""
    text = "".join([run.text for run in runs]).strip()
    ahead = _end(before)
    if not text or not ahead.strip():
        return None
    if all(run.href for run in runs if run.text.strip()) and _NOTE.fullmatch(text):
        return []
    if not _FIGURE.fullmatch(text) or ahead[-1].isspace() or (_PRICE.search(ahead) and _CENTS.fullmatch(text)):
        return None
    if not ahead[-1].isalnum() or (_WORD.search(ahead) and not (text in _POWERS and _UNIT.search(ahead))):
        return []
    return [msgspec.structs.replace(runs[0], text=text.translate(_RAISED))]


def lowered(before: Sequence[Run], runs: Sequence[Run]) -> list[Run] | None:
    """Lowered words, with what stands before them, as they can stand in a line; None as they are.

    A figure below a raised one is a fraction: "1 1/2".
    """
    text = "".join([run.text for run in runs]).strip()
    if not _FIGURE.fullmatch(text):
        return None
    ahead = _end(before)
    if ahead[-1].isdigit():
        return [*before, msgspec.structs.replace(runs[0], text=text.translate(_LOWERED))]
    if len(before) < _FRACTION or before[-1].text.strip() not in _STROKES or before[-2].text.strip(_OVER):
        return None
    *rest, over, stroke = before
    parted = " " if _end(rest)[-1].isalnum() else ""
    over = msgspec.structs.replace(over, text=parted + over.text.translate(_PLAIN))
    return [*rest, over, msgspec.structs.replace(stroke, text="/"), *runs]


def _end(runs: Sequence[Run]) -> str:
    """The last characters."""
    text = ""
    for run in reversed(runs):
        text = run.text[-_BEFORE:] + text
        if len(text) >= _BEFORE:
            break
    return text[-_BEFORE:] or " "


def quoted(before: Sequence[Run], runs: Sequence[Run], language: str | None) -> list[Run] | None:
    """The words between the quotation marks of the page's language, which browsers set around them; None if they have some."""
    if not runs or _end(before)[-1] in _MARKS or runs[0].text.lstrip()[:1] in _MARKS:
        return None
    spoken = (language or "")[:2].lower()
    signs = _QUOTES.get(spoken, "“”")
    space = "\u00a0" if spoken == _SPACED else ""
    opening, closing = signs[0] + space, space + signs[1]
    marked = list(runs)
    marked[0] = msgspec.structs.replace(marked[0], text=opening + marked[0].text.lstrip())
    marked[-1] = msgspec.structs.replace(marked[-1], text=marked[-1].text.rstrip() + closing)
    return marked
