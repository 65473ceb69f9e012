"""Times that stand alone above an entry of a live blog."""

import re

from archiver.normalise import authors

_LONGEST_STAMP = 60  # code points
_CLOCK = (
    r"(?:[01]?\d|2[0-3])[:.h][0-5]\d(?::[0-5]\d)?(?:\s?(?:[ap]\.?m\.?|uhr|hrs?|h))?|(?:1[0-2]|0?[1-9])\s?[ap]\.?m\.?"
)
_STAMP = re.compile(
    rf"(?:\d{{1,2}}\s?(?:mins?|minutes?|hours?|hrs?)\s+ago)?\s*(?:{_CLOCK})(?:\s?(?:gmt|utc|bst|cet|cest|[ecmp][sd]?t|ist))?(?=\W|[A-ZÄÖÜÉ]|\Z)",
    re.IGNORECASE,
)
_SIGNED_STAMP = re.compile(
    rf"(?P<name>[^\d]{{0,40}})\d{{1,2}}\.?\s+[^\W\d]{{3,12}}\.?\s+\d{{4}}[\s,|–-]{{1,4}}(?:{_CLOCK})", re.IGNORECASE
)
_SECONDS = 9  # figures of a time that a machine counts


def is_stamp(text: str) -> bool:
    """Whether the line is but the time of day, or how long ago, of a live blog's entry, with who wrote it."""
    if len(text) > _LONGEST_STAMP or (not text[-1:].isdigit() and not text[:1].isdigit()):
        return False
    signed = _SIGNED_STAMP.fullmatch(text)
    if signed:
        return not signed["name"] or authors.looks_like_name(signed["name"].strip(" |•·–—-,"))
    match = _STAMP.match(text)
    if match is None:
        return text.isdigit() and len(text) >= _SECONDS
    rest = text[match.end() :].strip(" |•·–—-,")
    return not rest or authors.looks_like_name(rest)
