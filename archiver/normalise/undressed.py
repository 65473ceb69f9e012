"""A name without what is put on it: titles before it, honours and places behind it, capitals all over."""

import re
from collections.abc import Sequence
from itertools import takewhile

from archiver.normalise import author_words as words
from archiver.normalise import likeness

_PAIR = 2


def without_place(text: str) -> str:
    """The name without the place behind it, where only the name is in capitals ("ANA PÉREZ Madrid")."""
    parts = text.split()
    if len(parts) <= _PAIR or parts[-1].isupper() or not parts[0].isupper():
        return text
    name = list(takewhile(str.isupper, parts))
    full = len(name) >= _PAIR and len(name[-1]) > _PAIR  # no initials, behind which a surname stands
    return " ".join(name) if full and likeness.is_place(" ".join(parts[len(name) :])) else text


def without_titles(text: str) -> str:
    """The name without the titles before and the honours behind it, if two words or more are left."""
    parts = text.split()
    while len(parts) > _PAIR and parts[0].lower() in words.COURTESIES:
        parts = parts[1:]
    while len(parts) > _PAIR and parts[-1].lower() in words.HONOURS and (parts[-1][0].isupper() or "." in parts[-1]):
        parts = parts[:-1]
    return " ".join(parts)


def cased(text: str, parts: Sequence[str], *, loose: bool) -> str:
    """The name with ordinary capitals where it is written in nothing but capitals, or, in a tag, in none."""
    if text.isupper() and len(parts) > 1:
        text = " ".join(
            part.lower() if part.lower() in words.PARTICLES else _capital(part) if len(part) > _PAIR else part
            for part in parts
        )
        return text[0].upper() + text[1:]
    if loose and text.islower() and len(parts) > 1 and text.isascii():
        return " ".join(part if part in words.PARTICLES else part.capitalize() for part in parts)
    return text


def _capital(part: str) -> str:
    """A word with a capital at its beginning, and behind each hyphen and apostrophe."""
    return re.sub(r"(?:^|(?<=[-'’.]))\w", lambda match: match[0].upper(), part.lower())
