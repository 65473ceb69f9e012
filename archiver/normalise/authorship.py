"""Who wrote it, judged from all that the page says: its data, the elements and lines around the headline, its end."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from archiver.normalise import addresses, authors, clean, likeness

_SHORTEST_SITE = 4  # letters of a host from which a name that holds it is the publisher's
_SHORTEST_PART = 7  # the same, of a name that a site's own holds
_MOST = 40  # authors of an article


class Claim(NamedTuple):
    """The names that one source gives; `firm`: data to be believed even where nothing else on the page says so, a byline that is one line."""

    source: str
    names: tuple[str, ...]
    firm: bool = False


class Shown(NamedTuple):
    """What a reader sees: claims around the headline, the plainest first, and what finds those below the text.

    Most pages say around the headline who wrote them, so what stands below is only looked at where they don't.
    `has` tells whether the page bears a name anywhere.
    """

    head: tuple[Claim, ...] = ()
    foot: Callable[[], tuple[Claim, ...]] = tuple
    has: Callable[[str], bool] = lambda _: True


def judge(stated: Sequence[Claim], shown: Shown, publishers: Sequence[str]) -> tuple[str, ...]:
    """The authors that the sources agree on, or those of the best of them.

    The byline that a reader sees comes first; what the page's data say completes it. Data alone count if they are
    firm or the page bears any of their names: else they mostly tell who put it there. `publishers` are names and hosts of the site: they are no
    authors, but where the page shows one in the place of a byline and nobody else, they are its desk.
    """
    refused = _Publishers(publishers)
    head = _people(_spelt(shown.head, stated), refused)
    plain = [claim for claim in head if claim.source != "line"]
    if not plain:
        stated = [
            claim
            for claim in stated
            if _is_firm(claim) or any(shown.has(name) or refused.are(name) for name in claim.names)
        ]
    data = _people(stated, refused)
    if plain:
        plain = [_fuller(plain[0], plain), *plain[1:]]
    if data and plain:
        return _joined(data, plain)[:_MOST]
    for claims in (plain, data, head):
        if claims:
            return claims[0].names[:_MOST]
    foot = shown.foot()
    people = _people(foot, refused)
    return people[0].names[:_MOST] if people else _others(stated, shown.head, foot)


def _spelt(head: Sequence[Claim], stated: Sequence[Claim]) -> list[Claim]:
    """The claims with a name of one word, by which nobody is known for a person, as the one person whom the data name so."""
    full = [name for claim in stated for name in claim.names if " " in name and likeness.of(name)]
    return [
        claim._replace(names=tuple(_in_full(name, full) for name in claim.names)) if full else claim for claim in head
    ]


def _in_full(name: str, full: Sequence[str]) -> str:
    if " " in name or likeness.of(name):
        return name
    return next((whole for whole in full if clean.comparable(whole).startswith(clean.comparable(name) + " ")), name)


def _is_firm(claim: Claim) -> bool:
    return claim.firm and any(likeness.of(name) == likeness.SURELY for name in claim.names)


def _people(claims: Sequence[Claim], refused: "_Publishers") -> list[Claim]:
    """The claims with nothing but people in them, each in its fullest form; those without any are left out."""
    kept = []
    for claim in claims:
        named = [name for name in claim.names if not refused.has(name) and (likeness.of(name) or authors.is_desk(name))]
        names = _fullest(named)
        if any(map(likeness.of, names)):
            kept.append(Claim(claim.source, names, claim.firm))
    return kept


def _fuller(first: Claim, claims: Sequence[Claim]) -> Claim:
    """The plainest claim, or the line that names all of its people and more: "By [Ida Quist] and Per Lund", one of them linked."""
    lines = (claim for claim in claims if claim.firm and len(claim.names) > len(first.names))
    return next((line for line in lines if _has_all(line, first.names)), first)


def _fullest(names: Iterable[str]) -> tuple[str, ...]:
    kept: list[str] = []
    for name in names:
        match = next((number for number, other in enumerate(kept) if likeness.same(name, other)), None)
        if match is None:
            kept.append(name)
        elif (len(name), not name.isascii()) > (len(kept[match]), not kept[match].isascii()):
            kept[match] = name
    return tuple(kept)


def _joined(data: Sequence[Claim], head: Sequence[Claim]) -> tuple[str, ...]:
    """The people of the two sources that agree, each in the fuller form; of none, those of the byline.

    JSON-LD names the article's own authors, so all of its names stay, and those that a reader sees and other data state;
    other marks may belong to other stories too. Data often have room for one name: a line that has it says who else wrote it.
    """
    stated = [name for claim in data for name in claim.names]
    for told in data:
        for seen in head:
            agreed = [name for name in told.names if _among(name, seen.names)]
            if agreed:
                more = [name for name in seen.names if _among(name, stated)]
                whole = next((one.names for one in head if one.firm and _has_all(one, agreed)), ())
                line = [name for name in whole if likeness.of(name)]
                wanted = (*told.names, *more, *line) if told.source == "json-ld" else (*agreed, *line)
                return tuple(name for name in _fullest((*line, *seen.names, *told.names)) if _among(name, wanted))
    return head[0].names


def _has_all(claim: Claim, names: Iterable[str]) -> bool:
    return all(_among(name, claim.names) for name in names)


def _among(name: str, others: Iterable[str]) -> bool:
    return any(likeness.same(name, other) for other in others)


def _others(stated: Sequence[Claim], head: Sequence[Claim], foot: Sequence[Claim]) -> tuple[str, ...]:
    """Where no person is named: a desk, the word by which someone writes, or the publisher that signs as its own desk."""
    for claim in (*head, *stated, *foot):
        desks = [name for name in claim.names if authors.is_desk(name)]
        if desks:
            return tuple(desks)
    signed = (claim.names[:1] for claim in (*head, *foot) if claim.source in ("link", "mark", "byline"))
    return next(signed, ())


class _Publishers:
    """The names of the site, against which a name is held."""

    def __init__(self, names: Iterable[str]) -> None:
        names = tuple(names)
        self._names = {clean.comparable(name) for name in names if name}
        self._first = {host for name in names if "://" in name and (host := _letters(_host(name)))}
        self._letters = {_letters(_host(name)) for name in names if name}

    def are(self, name: str) -> bool:
        """Whether the site bears just this name."""
        return clean.comparable(name) in self._names

    def has(self, name: str) -> bool:
        """Whether the name is the publisher's own; a site may bear the name of the person who writes it."""
        if likeness.of(name) == likeness.SURELY:
            return False
        letters = _letters(name)
        if clean.comparable(name).partition(" ")[0] in self._first:
            return True
        return clean.comparable(name) in self._names or any(
            (len(site) >= _SHORTEST_SITE and site in letters) or (len(letters) >= _SHORTEST_PART and letters in site)
            for site in self._letters
        )


def _host(name: str) -> str:
    """What is the site's own in the host of an address (`example` of `https://www.example.org/a`); else the name itself."""
    if "://" not in name:
        return name
    return addresses.own_label(addresses.host(name) or "")


def _letters(text: str) -> str:
    return clean.comparable(text).replace(" ", "")
