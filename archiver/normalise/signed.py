"""Who signed the page: the elements around the article that say by their markup that they name its author."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from archiver.normalise import authors, clean
from archiver.normalise.htmlhead import Head
from archiver.normalise.htmlpage import Page

_MARK = re.compile(
    r"(?<![a-z])(?:author|byline|autor(?:in|en)?|auteur|autore|verfasser|redakteur)(?:[-_]?name)?(?![a-z])"
)
_LINK = re.compile(
    r"/(?:author|authors|autor|autoren|auteur|autore|profile|people|journalist|journalists|by|reporter|staff)/\S"
)
_FORM = re.compile(r"comment|form|avatar|image|bio|social|follow", re.IGNORECASE)
_OPEN = frozenset({None, "byline", "standfirst", "tags"})
_ABOVE = 10  # blocks above the headline
_BELOW = 12  # blocks below the text
_MOST = 400  # elements that are looked at
_LONGEST = 120  # code points of an element that is nothing but names


def names(page: Page, head: Head, last: int, publishers: Sequence[str]) -> tuple[str, ...]:
    """The names in links and elements marked as the author's, from just above the headline to just below the text.

    Those that say it most plainly win: `rel="author"` and addresses of authors' pages, then classes.
    """
    start = min([page.first, *head.used, *([page.headline] if page.headline is not None else [])])
    holders = {
        page.blocks[number].path[-1]: None
        for number in range(max(0, start - _ABOVE), min(len(page.blocks), last + _BELOW))
        if page.labels[number] in _OPEN and page.blocks[number].path
    }
    links: list[str] = []
    marked: list[str] = []
    for element in islice((inner for holder in holders for inner in _inside(page.seen[holder])), _MOST):
        if _FORM.search(element.get("class") or ""):
            continue
        text = clean.line(" ".join(islice(element.itertext(), 20)))
        if not text or len(text) > _LONGEST:
            continue
        if "author" in (element.get("rel") or "").lower().split() or _LINK.search(element.get("href") or ""):
            links.append(text)
        elif _MARK.search((element.get("class") or "").lower()) or element.get("itemprop") == "author":
            marked.append(text)
    for texts in (links, marked):
        found = [name for text in texts for name in authors.parse(text, publishers=publishers, trusted=True)]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _inside(holder: Any) -> Iterator[Any]:
    return (element for element in holder.iter() if isinstance(element.tag, str))
