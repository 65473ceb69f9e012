"""The section that an article stands in: of all that a page states as such, the first that is one."""

import re
from collections.abc import Iterable

from archiver.normalise import clean, tags

_NO_SECTION = re.compile(
    # What a page's data call themselves; the way to the next article.
    r"(?:news|blog)?-?(?:article|posting)|(?:web)?page|default|none|null|(?:next|previous|prev|nächste\w*|vorherige\w*|suivante?|précédente?|siguiente|"
    r"anterior|próxim[oa]|successiv[oa]|precedente|следующ\w+|предыдущ\w+)\b.{0,40}",
    re.IGNORECASE,
)
_PACKED = re.compile(
    r"\s,\s?|,(?=\S)|,(?=.*,.*,)"
)  # "money,columnist,quist": a list for machines, not "Books, Film and Art"


def choose(candidates: Iterable[str | None], sites: Iterable[str | None], people: Iterable[str]) -> str | None:
    """The first of the candidates that is a section: neither a number nor a letter, nor the site or who wrote it."""
    others = {clean.comparable(name) for name in (*sites, *people) if name}
    for candidate in candidates:
        if not candidate:
            continue
        text = tags.unescaped(candidate)
        parts = _PACKED.split(text)
        text = (parts[0] if len(parts) > 1 else text).strip(" ,")
        known = clean.comparable(text)
        stands = text.casefold() not in tags.NONE and not _NO_SECTION.fullmatch(text)
        if stands and len(known) > 1 and not known.isdecimal() and known not in others:
            return text
    return None
