"""The section that an article stands in: of all that a page states as such, the first that is one."""

import re
from collections.abc import Iterable

from archiver.normalise import clean, tags

_NO_SECTION = re.compile(
    # What a page's data call themselves; the way to the next article.
    r"(?:news|blog)?-?(?:article|posting)|正文|本文|본문|(?:web)?page|default|none|null|(?:next|previous|prev|nächste\w*|vorherige\w*|suivante?|précédente?|siguiente|"
    r"anterior|próxim[oa]|successiv[oa]|precedente|следующ\w+|предыдущ\w+)\b.{0,40}",
    re.IGNORECASE,
)
_PACKED = re.compile(r"\s,\s?|,(?=\S)")
_LIST = 2
_ENDS_LIST = re.compile(r",[^,]*(?:\s(?:and|und|et|y|e|i|en|och|og|и)\s|&)[^,]*\Z")


def is_one(text: str) -> bool:
    """Whether the words may name a section: neither a default, nor the way elsewhere, nor what all pages' crumbs end with."""
    return text.casefold() not in tags.NONE and not _NO_SECTION.fullmatch(text)


def choose(candidates: Iterable[str | None], sites: Iterable[str | None], people: Iterable[str]) -> str | None:
    """The first of the candidates that is a section: neither a number nor a letter, nor the site or who wrote it."""
    others = {clean.comparable(name) for name in (*sites, *people) if name}
    for candidate in candidates:
        if not candidate:
            continue
        text = tags.unescaped(candidate)
        # "money,columnist,quist" and "Mobiles, Internet, Tarn" are lists for machines; "Books, Film, and Art" isn't.
        listed = text.count(",") >= _LIST and not _ENDS_LIST.search(text)
        text = (text.partition(",")[0] if listed else _PACKED.split(text)[0]).strip(" ,")
        known = clean.comparable(text)
        if is_one(text) and len(known) > 1 and not known.isdecimal() and known not in others:
            return text
    return None
