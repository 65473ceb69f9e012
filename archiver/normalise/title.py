"""The headline and the site's name, told apart where a page's title glues them together."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice

from archiver.normalise import clean, lines

# The last one is a hyphen within a script that writes none in its words.
_SEPARATOR = re.compile(
    r"\s+[|\-–—·•:»«/]{1,2}\s+|\s*[|│｜ㅣ¦]\s*|\s+::\s+|(?<=[\u3000-\u9fff\uac00-\ud7af\uff00-\uffef])[-_–—]{1,2}(?=[\u3000-\u9fff\uac00-\ud7af])"
)
_HOST_END = re.compile(r"\.(?:com|org|net|co\.\w\w|\w\w)$")
_COLON = re.compile(r":\s+")
# What Chinese sites are called, but a section on the net (互联网); some write their host behind it.
_CHINESE_SITE = re.compile(r"[\u4e00-\u9fff]{1,14}(?:(?<!联)网|網|网站|網站|官[网網]|[日晚时早]报|日報|時報|电视台)")
_HOST_BEHIND = re.compile(r"(?<=[\u4e00-\u9fff])[_-][\w-]{2,30}(?:\.\w{2,10}){1,3}$")
_MOST_WORDS = 6  # of a site's name
_SHORTEST = 3  # words of a headline
_SHORTEST_NAME = 4  # letters of a name that is looked for within another
_MOST_TAILS = 4
_BARS = "|│｜ㅣ¦"
_DATE = re.compile(
    r"(?:\w{2,12}\.?,?\s)?(?:\d{1,2}(?:st|nd|rd|th)?[\s./-]{1,2}\w{1,12}\.?[\s./-]{1,2}\d{2,4}|\w{3,12}\.?\s\d{1,2},?\s\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})"
)
_QUOTES = tuple("\"'“”„«»‘’")
_BARRED = re.compile(r"\s+\|\s+\S+(?:\s\S+){0,2}")  # a section behind a headline
_LONGEST_TITLE = 400  # code points that are looked at for the site's name
_MOST_CUTS = 20  # in one title


def _cuts(title: str, separator: re.Pattern[str]) -> list[re.Match[str]]:
    """Where a title can be cut; the first ones, so that a title that is nothing but separators takes no time."""
    return list(islice(separator.finditer(title), _MOST_CUTS))


def strip_site(title: str, sites: Iterable[str], headline: str | None = None) -> tuple[str, str | None]:
    """The title without the site's name at its end or beginning, and that name.

    A part goes that is a known name of the site, or that is left over where the page's headline is the rest.
    """
    known = {bare(site) for site in sites if site}
    cuts = _cuts(title, _SEPARATOR)
    for match in (*cuts, *_cuts(title, _COLON)) if headline else ():
        head, tail = title[: match.start()], title[match.end() :]
        if clean.comparable(head) == clean.comparable(headline or ""):
            return head, _site(tail)
        if clean.comparable(tail) == clean.comparable(headline or ""):
            name = _site(head)
            barred = match.re is _SEPARATOR or (name and _is_like(name, tuple(known)))
            return tail, name if barred else None  # before a colon mostly stands what kind of page it is ("Print: …")
    name = None
    changed = True
    while changed and cuts:
        changed = False
        for match in (cuts[-1], cuts[0]):
            head, tail = title[: match.start()], title[match.end() :]
            part, rest = (tail, head) if match is cuts[-1] else (head, tail)
            if bare(part) in known and rest:
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


def pieces(page_title: str | None) -> frozenset[str]:
    """What stands between the separators of a page's title, as it is compared."""
    found = (part for piece in _SEPARATOR.split(page_title or "") for part in _COLON.split(piece))
    return frozenset(map(clean.comparable, islice(found, _MOST_CUTS))) - {""}


def is_part(text: str, page_title: str | None) -> bool:
    """Whether the text is the page's title without what stands before or behind a separator in it."""
    return clean.comparable(text) in parts(page_title)


def keys(stated: Iterable[str], page_title: str | None, sites: Sequence[str]) -> frozenset[str]:
    """The headlines that a page states, as they are compared: without the site's name, of a page's title its longest part."""
    known = {bare(site) for site in sites}
    titles = [strip_site(text, sites)[0] for text in stated]
    if page_title:
        titles.append(max(_SEPARATOR.split(page_title), key=len))
    return frozenset(clean.comparable(text) for text in titles if lines.words(text) > 1 and bare(text) not in known) - {
        ""
    }


@lru_cache(maxsize=512)
def bare(name: str) -> str:
    """A site's name as it is compared: without article, space and a host's ending."""
    name = _HOST_END.sub("", name.strip().lower().removeprefix("www."))
    return clean.comparable(name).removeprefix("the ").replace(" ", "")


def _site(rest: str) -> str | None:
    """The site's name in what is left of a title: its last part."""
    part = _HOST_BEHIND.sub("", _SEPARATOR.split(rest)[-1].strip())
    return part if 0 < len(part.split()) <= _MOST_WORDS else None


def settle(
    headline: str | None, stated: Sequence[str], page_title: str | None, sites: Sequence[str]
) -> tuple[str | None, str | None]:
    """The title, and the name of the site if the page's title gave it away.

    It is the headline that was found on the page; where there is none, what is stated for social media or else the page's
    title, without the site's name and date behind it.
    """
    name = None
    others = [*stated]
    if page_title:
        whole = clean.comparable(page_title) in map(clean.comparable, stated)
        rest, name = strip_site(page_title, sites, None if whole else headline or (stated[0] if stated else None))
        others.append(rest)
        if name is None and len(sites) == 1:  # nothing but the host is known
            name = _like_the_site(page_title, headline, sites)
        name = name or _chinese_site(page_title)
    if headline:
        barred = (text for text in stated if headline.startswith(text) and _BARRED.fullmatch(headline[len(text) :]))
        headline = next(barred, headline)
        return strip_site(headline, [*sites, *([name] if name else [])])[0], name
    known = [*sites, *([name] if name else [])]
    found = [without_tails(strip_site(text, known)[0], sites) for text in others if text]
    if page_title and len(found) > 1 and found[-1].startswith(found[0]):
        rest = found[-1][len(found[0]) :].lstrip()
        if rest[:1] in _QUOTES:  # it ended the attribute
            return found[-1], name
    return (found[0] if found else None), name


def _like_the_site(page_title: str, headline: str | None, sites: Sequence[str]) -> str | None:
    """The last or first part of a page's title that is like the site's host; None if no part is."""
    pieces = _SEPARATOR.split(page_title[:_LONGEST_TITLE])
    names = [folded for folded in map(bare, sites) if len(folded) >= _SHORTEST_NAME]
    wanted = clean.comparable(headline or "")
    for part in (pieces[-1].strip(), pieces[0].strip()) if len(pieces) > 1 and names else ():
        if _is_like(part, names) and clean.comparable(part) != wanted:
            return part
    return None


def _chinese_site(page_title: str) -> str | None:
    """The last part of a page's title that is called as Chinese sites are ("…网"), for most of them state their name nowhere else."""
    if page_title.isascii():
        return None
    pieces = _SEPARATOR.split(page_title[:_LONGEST_TITLE])
    last = _HOST_BEHIND.sub("", pieces[-1].strip())
    return last if len(pieces) > 1 and _CHINESE_SITE.fullmatch(last) else None


def without_tails(text: str, sites: Sequence[str]) -> str:
    """A title that no heading confirms, without what stands behind its separators: date, section, the name of the site.

    What stands behind a bar goes in any case; behind another separator a date goes, and what is like the site's names.
    """
    hosts = [folded for folded in (bare(site) for site in sites) if len(folded) >= _SHORTEST_NAME]
    for _ in range(_MOST_TAILS):
        cuts = _cuts(text, _SEPARATOR)
        if not cuts:
            break
        cut = cuts[-1]
        head, tail = text[: cut.start()].rstrip(), text[cut.end() :]
        barred = any(bar in cut[0] for bar in _BARS)
        likely = barred and lines.words(tail) <= lines.words(head)
        if lines.words(head) < _SHORTEST or not (likely or _DATE.fullmatch(tail) or _is_like(tail, hosts)):
            break
        text = head
    return text


def _is_like(part: str, names: Sequence[str]) -> bool:
    """Whether a part of a title is a longer or shorter form of one of these names of the site."""
    own = bare(part)
    return (
        len(own) >= _SHORTEST_NAME
        and len(part.split()) <= _MOST_WORDS
        and any(own in name or name in own for name in names)
    )


def alike(headline: str, stated: str) -> bool:
    """Whether a heading and a stated title speak of the same: one holds the other, or they share most words."""
    return alike_as_compared(clean.comparable(headline or ""), clean.comparable(stated))


def alike_as_compared(own: str, other: str) -> bool:
    """The same of two texts in the form in which they are compared."""
    if not own or not other:
        return False
    if own in other or other in own:
        return True
    left, right = set(own.split()), set(other.split())
    return len(left & right) >= 0.5 * min(len(left), len(right)) and len(left) >= _SHORTEST
