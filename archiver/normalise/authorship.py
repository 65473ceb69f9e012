"""Who wrote it, judged from all that the page says: its data, the elements and lines around the headline, its end."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from archiver.normalise import authors, clean
from archiver.normalise.words import fold

_SHORTEST_SITE = 4  # letters of a host from which a name that holds it is the publisher's
_SHORTEST_PART = 7  # the same, of a name that a site's own holds
_MOST = 40  # authors of an article


class Claim(NamedTuple):
    """The names that one source gives."""

    source: str
    names: tuple[str, ...]


class Shown(NamedTuple):
    """What a reader sees: claims around the headline and below the text, the plainest first."""

    head: tuple[Claim, ...] = ()
    foot: tuple[Claim, ...] = ()


def judge(stated: Sequence[Claim], shown: Shown, publishers: Sequence[str]) -> tuple[str, ...]:
    """The authors that the sources agree on, or those of the best of them.

    The byline that a reader sees comes first; what the page's data say completes it. `publishers` are names and hosts of
    the site: they are no authors, but where the page shows one in the place of a byline and nobody else, they are its desk.
    """
    refused = _Publishers(publishers)
    data = _people(stated, refused)
    head = _people(shown.head, refused)
    plain = [claim for claim in head if claim.source != "line"]
    if data and plain:
        return _joined(data, plain)[:_MOST]
    for claims in (plain, data, head, _people(shown.foot, refused)):
        if claims:
            return claims[0].names[:_MOST]
    return _others(stated, shown, refused)


def _people(claims: Sequence[Claim], refused: "_Publishers") -> list[Claim]:
    """The claims with nothing but people in them, each in its fullest form; those without any are left out."""
    kept = []
    for claim in claims:
        names = _fullest(name for name in claim.names if authors.likeness(name) and not refused.has(name))
        if names:
            kept.append(Claim(claim.source, names))
    return kept


def _fullest(names: Iterable[str]) -> tuple[str, ...]:
    kept: list[str] = []
    for name in names:
        match = next((number for number, other in enumerate(kept) if same(name, other)), None)
        if match is None:
            kept.append(name)
        elif len(name) > len(kept[match]):
            kept[match] = name
    return tuple(kept)


def _joined(data: Sequence[Claim], head: Sequence[Claim]) -> tuple[str, ...]:
    """The people of the two sources that agree, each in its fuller form; of none, those of the byline."""
    for told in data:
        for seen in head:
            if any(same(one, other) for one in seen.names for other in told.names):
                return MERGE(seen, told)
    return head[0].names if DISJ else data[0].names

DISJ=True
def _m_union(seen,told): return _fullest((*seen.names, *told.names))
def _m_inter(seen,told): return _fullest(n for n in (*seen.names,*told.names) if any(same(n,o) for o in told.names) and any(same(n,o) for o in seen.names))
def _m_seen(seen,told):
    al=_fullest((*seen.names,*told.names)); return tuple(n for n in al if any(same(n,o) for o in seen.names))
def _m_told(seen,told):
    al=_fullest((*seen.names,*told.names)); return tuple(n for n in al if any(same(n,o) for o in told.names))
def _m_mix(seen,told):
    return _m_told(seen,told) if told.source=='json-ld' else _m_inter(seen,told)
MERGE=_m_mix

def same(one: str, other: str) -> bool:
    """Whether two names are one person's: the same words, or the words of one among the other's, initials allowed."""
    first, second = _words(one), _words(other)
    if first == second:
        return True
    short, long = sorted((first, second), key=len)
    return bool(short) and all(any(_fits(word, whole) for whole in long) for word in short)


def _fits(word: str, whole: str) -> bool:
    return word == whole or (len(word) == 1 and whole.startswith(word))


def _words(name: str) -> list[str]:
    return [fold(word) for word in clean.comparable(name).split()]


def _others(stated: Sequence[Claim], shown: Shown, refused: "_Publishers") -> tuple[str, ...]:
    """Where no person is named: a desk, the word by which someone writes, or the publisher that signs as its own desk."""
    for claims in (shown.head, stated, shown.foot):
        for claim in claims:
            desks = [name for name in claim.names if authors.is_desk(name)]
            if desks:
                return tuple(desks)
    for claims in (shown.head, shown.foot):
        for claim in claims:
            if claim.source in ("link", "mark", "byline"):
                return claim.names[:1]
    return ()


class _Publishers:
    """The names of the site, against which a name is held."""

    def __init__(self, names: Iterable[str]) -> None:
        names = tuple(names)
        self._names = {clean.comparable(name) for name in names if name}
        self._letters = {_letters(_host(name)) for name in names if name}

    def has(self, name: str) -> bool:
        """Whether the name is the publisher's own; a site may bear the name of the person who writes it."""
        if authors.likeness(name) == authors.SURELY:
            return False
        letters = _letters(name)
        return clean.comparable(name) in self._names or any(
            (len(site) >= _SHORTEST_SITE and site in letters) or (len(letters) >= _SHORTEST_PART and letters in site)
            for site in self._letters
        )


def _host(name: str) -> str:
    """What is the site's own in the host of an address (`example` of `https://www.example.org/a`); else the name itself."""
    if "://" not in name:
        return name
    try:
        labels = (urlsplit(name).hostname or "").split(".")
    except ValueError:
        return ""
    return max(labels[:-1], key=len, default="")


def _letters(text: str) -> str:
    return clean.comparable(text).replace(" ", "")
