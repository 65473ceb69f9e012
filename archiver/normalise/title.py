"""The headline and the site's name, told apart where a page's title glues them together."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from archiver.normalise import clean

_SEPARATOR = re.compile(r"\s+[|\-–—·•:»«/]{1,2}\s+|\s*\|\s*|\s+::\s+")
_COLON = re.compile(r":\s+")
_MOST_WORDS = 6  # of a site's name
_SHORTEST = 3  # words of a headline
_MOST_CUTS = 20  # in one title


def _cuts(title: str, separator: re.Pattern[str]) -> list[re.Match[str]]:
    """Where a title can be cut; the first ones, so that a title that is nothing but separators takes no time."""
    return list(islice(separator.finditer(title), _MOST_CUTS))


def strip_site(title: str, sites: Iterable[str], headline: str | None = None) -> tuple[str, str | None]:
    """The title without the site's name at its end or beginning, and that name.

    A part goes that is a known name of the site, or that is left over where the page's headline is the rest.
    """
    known = {_bare(site) for site in sites if site}
    cuts = _cuts(title, _SEPARATOR)
    for match in (*cuts, *_cuts(title, _COLON)) if headline else ():
        head, tail = title[: match.start()], title[match.end() :]
        if clean.comparable(head) == clean.comparable(headline or ""):
            return head, _site(tail)
        if clean.comparable(tail) == clean.comparable(headline or ""):
            return tail, _site(head)
    name = None
    changed = True
    while changed and cuts:
        changed = False
        for match in (cuts[-1], cuts[0]):
            head, tail = title[: match.start()], title[match.end() :]
            part, rest = (tail, head) if match is cuts[-1] else (head, tail)
            if _bare(part) in known and rest:
                title, name, changed = rest, part, True
                cuts = _cuts(title, _SEPARATOR)
                break
    return title, name


def parts(page_title: str | None) -> frozenset[str]:
    """What can be the headline in a page's title, as it is compared: all of it, or what stands before or behind a separator."""
    if not page_title:
        return frozenset()
    cuts = (*_cuts(page_title, _SEPARATOR), *_cuts(page_title, _COLON))
    texts = [page_title, *(part for cut in cuts for part in (page_title[: cut.start()], page_title[cut.end() :]))]
    return frozenset(map(clean.comparable, texts)) - {""}


def is_part(text: str, page_title: str | None) -> bool:
    """Whether the text is the page's title without what stands before or behind a separator in it."""
    return clean.comparable(text) in parts(page_title)


def keys(stated: Iterable[str], page_title: str | None, sites: Sequence[str]) -> frozenset[str]:
    """The headlines that a page states, as they are compared: without the site's name, of a page's title its longest part."""
    known = {_bare(site) for site in sites}
    titles = [strip_site(text, sites)[0] for text in stated]
    if page_title:
        titles.append(max(_SEPARATOR.split(page_title), key=len))
    return frozenset(
        clean.comparable(text) for text in titles if len(text.split()) > 1 and _bare(text) not in known
    ) - {""}


def _bare(name: str) -> str:
    """A site's name as it is compared: without article, space and a host's ending."""
    name = re.sub(r"\.(?:com|org|net|co\.\w\w|\w\w)$", "", name.strip().lower().removeprefix("www."))
    return clean.comparable(name).removeprefix("the ").replace(" ", "")


def _site(rest: str) -> str | None:
    """The site's name in what is left of a title: its last part."""
    part = _SEPARATOR.split(rest)[-1].strip()
    return part if 0 < len(part.split()) <= _MOST_WORDS else None


def choose(
    headings: Sequence[str], stated: Sequence[str], page_title: str | None, sites: Sequence[str]
) -> tuple[str | None, str | None]:
    """The headline, and the name of the site if a title gave it away.

    The headline on the page wins over what is stated for search engines and social media, if they speak of the same, or
    if it is the only one; the stated ones are used as they are where the page has none.
    """
    own = [text for text in headings if text and _bare(text) not in {_bare(site) for site in sites}]
    others = [*stated, *([page_title] if page_title else [])]
    chosen = next((text for text in own if any(_alike(text, other) for other in others)), None)
    if chosen is None and len(own) == 1 and len(own[0].split()) >= _SHORTEST:
        chosen = own[0]
    name = None
    if page_title:
        bare, name = strip_site(page_title, sites, chosen or (stated[0] if stated else None))
        others[-1] = bare
    if chosen is None:
        chosen = next((_without_tail(strip_site(text, sites)[0]) for text in others if text), own[0] if own else None)
    return (strip_site(chosen, [*sites, *([name] if name else [])])[0] if chosen else None), name


def _without_tail(text: str) -> str:
    """A title that no heading confirms, without what stands behind its last bar: a site's name or section, in the usual order."""
    head, _, tail = text.rpartition(" | ")
    return head if len(head.split()) >= _SHORTEST and len(tail.split()) <= len(head.split()) else text


def _alike(headline: str, stated: str) -> bool:
    """Whether a heading and a stated title speak of the same: one holds the other, or they share most words."""
    own, other = clean.comparable(headline or ""), clean.comparable(stated)
    if not own or not other:
        return False
    if own in other or other in own:
        return True
    left, right = set(own.split()), set(other.split())
    return len(left & right) >= 0.5 * min(len(left), len(right)) and len(left) >= _SHORTEST
