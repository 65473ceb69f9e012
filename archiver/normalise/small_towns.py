"""Datelines of towns that no gazetteer has, told by the report itself: "Kalpetta: A bus … near Kalpetta …"."""

import re
from collections.abc import Iterable
from typing import Final

import regex

from archiver.normalise.words import base_language

_HEAD: Final = regex.compile(
    r"(?P<place>\p{Lu}[\p{Ll}\p{M}'’]+(?:[ -]\p{Lu}[\p{Ll}\p{M}'’]+){0,2})(?P<mark>[:.]|\s[–—])\s+(?=[\p{Lu}\"“„«])"
)
_LONGEST: Final = 60
_LONGEST_TEXT: Final = 20_000  # code points in which the place is looked for
_THERE: Final = r"(?<!\w)(?:in|near|outside|bei|aus|nach|en|em|à|près\s+de|cerca\s+de|perto\s+de|w|koło|pod|i|nära)\s+"


def split(paragraph: str, texts: Iterable[str], *, language: str | None) -> tuple[str | None, str]:
    """The dateline's text and the rest of the paragraph; (None, the paragraph) where it has none.

    `texts` are the page's: somewhere in them something happens in, or near, the place. A full stop behind it is German usage.
    """
    match = _HEAD.match(paragraph[:_LONGEST])
    if match is None or (match["mark"] == "." and base_language(language or "") != "de"):
        return None, paragraph
    place = match["place"]
    there = re.compile(rf"{_THERE}{re.escape(place)}(?!\w)")
    if any(place in text and there.search(text[:_LONGEST_TEXT]) for text in texts):
        return place, paragraph[match.end() :]
    return None, paragraph
