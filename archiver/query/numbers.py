"""Numbers as a query writes them: 800, >800, >=800, 100..500, 1,000."""

import re

_NUMBER = re.compile(r"\d{1,99}|\d{1,3}(?:,\d{3}){1,32}")
_OPERATORS = {">=": (0, None), "<=": (None, 0), ">": (1, None), "<": (None, -1)}

Numbers = tuple[int | None, int | None]
"""The least and the greatest, both inside; None is open."""


def parse_numbers(text: str) -> Numbers:
    """The numbers that a value means. Raises ValueError with a sentence about what is wrong."""
    for operator, (above, below) in _OPERATORS.items():
        if text.startswith(operator):
            number = _number(text[len(operator) :])
            if operator == "<" and number == 0:
                raise ValueError("nothing is less than 0")
            return (None if above is None else number + above), (None if below is None else number + below)
    start, dots, end = text.partition("..")
    if not dots:
        return _number(text), _number(text)
    if not start and not end:
        raise ValueError("a range needs a number before or after its two dots")
    least, most = _number(start) if start else None, _number(end) if end else None
    if least is not None and most is not None and most < least:
        raise ValueError(f"the range ends ({end}) before it begins ({start})")
    return least, most


def _number(text: str) -> int:
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"“{text}” isn't a number: write 800, >800, <=800 or 100..500")
    return int(text.replace(",", ""))
