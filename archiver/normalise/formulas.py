"""Formulas in MathML as the words of a line, where they are so plain that a line can hold them: "1/3", "x²"."""

from typing import Any

Element = Any  # lxml's elements are C types without names for a checker

_WORDS = frozenset({"mn", "mi", "mo", "mtext", "ms"})
_AROUND = frozenset({"math", "mrow", "mstyle", "mpadded"})
_FEWEST, _MOST = 2, 20  # parts of a formula; elements of one
_OVER = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
_UNDER = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def write_out(body: Element) -> None:
    """Put a formula's words in its place; what isn't plain is dropped, as its letters in a row would tell something else."""
    for formula in list(body.iter("math")):
        few = sum(1 for _ in zip(formula.iter(), range(_MOST + 1), strict=False)) <= _MOST
        words = _plain(formula) if few else None
        tail = formula.tail
        formula.clear()
        formula.tag, formula.text, formula.tail = "span", words, tail


def _plain(element: Element) -> str | None:
    """The words of a part of a formula; None where a line can't tell them."""
    tag = element.tag.rpartition("}")[2]
    if tag in _WORDS:
        return None if len(element) else "".join((element.text or "").split())
    if tag == "semantics" and len(element):
        return _plain(element[0])
    parts = [_plain(child) for child in element]
    if tag in _AROUND and not (element.text or "").strip():
        return None if None in parts else "".join(map(str, parts))
    if len(parts) != _FEWEST or not all(parts):
        return None
    first, second = map(str, parts)
    if tag == "mfrac":
        return f"{first}/{second}" if first.isalnum() and second.isalnum() else None
    table = {"msup": _OVER, "msub": _UNDER}.get(tag)
    return first + second.translate(table) if table and all(ord(char) in table for char in second) else None
