"""What names are listed with, which tells what they name: "Sharjah, Al Dhaid and Dubai", "Ford and Goldman Sachs"."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

import regex

from archiver.document import Zone
from archiver.normalise import bodies, joining, places
from archiver.normalise.gazetteers import given_names
from archiver.normalise.names import Name
from archiver.normalise.words import fold

TOWN: Final = 40_000
"""From this population on a city's name is a sign of a place."""

_IN_LIST: Final = regex.compile(r"(?:\s\([^()]{1,25}\))?(?:[,;]\s|(?P<last>[,;]?\s(?:and|or|&)\s))")
_LONGEST_GAP: Final = 35
_FEWEST_LISTED: Final = 3


def of_places(found: Sequence[Name], zones: Mapping[Zone, str]) -> set[str]:
    """The names that stand in lists of which enough are known places: "Al Dhaid" in "Sharjah, Al Dhaid and Dubai"."""
    lists: list[list[Name]] = [[]]
    last: Name | None = None
    ends = False
    for name in sorted(found, key=lambda name: (joining.ORDER[name.zone], name.start)):
        gap = None
        if last and last.zone == name.zone and name.start - last.end <= _LONGEST_GAP:
            gap = _IN_LIST.fullmatch(zones[name.zone], last.end, name.start)
        if gap is None or ends:
            lists.append([])
        lists[-1].append(name)
        last, ends = name, bool(gap and gap["last"])
    result: set[str] = set()
    for names_listed in lists:
        if len(names_listed) < _FEWEST_LISTED:
            continue
        if any(bodies.is_surely_organisation(name.text) for name in names_listed):
            continue
        sure = [name for name in names_listed if _is_sure_place(name)]
        if len(sure) * 3 >= len(names_listed):
            result |= {name.key for name in names_listed if not _is_like_a_person(name)}
    return result


def with_organisations(found: Sequence[Name], zones: Mapping[Zone, str]) -> Iterator[str]:
    """The names that are listed with a known organisation: "Ford" in "Ford and Goldman Sachs"."""
    for pair in pairwise(sorted(found, key=lambda name: (joining.ORDER[name.zone], name.start))):
        first, second = pair
        if first.zone == second.zone and _IN_LIST.fullmatch(zones[first.zone], first.end, second.start):
            yield from (name.key for name, other in (pair, pair[::-1]) if _makes_organisation(other.text, name.text))


def _makes_organisation(listed: str, name: str) -> bool:
    """Whether a name is an organisation's beside another: one that is known is so beside one that may be a word ("Meta, Alphabet")."""
    return bodies.is_surely_organisation(listed) or (
        bodies.is_known_organisation(listed) and places.lookup(listed) is None and bodies.is_known_organisation(name)
    )


def _is_like_a_person(name: Name) -> bool:
    first, _, others = name.text.partition(" ")
    return name.titled or bool(others and fold(first) in given_names() and places.lookup(name.text) is None)


def _is_sure_place(name: Name) -> bool:
    place = places.lookup(name.text)
    return place is not None and (place.kind != "city" or place.people >= TOWN) and not name.titled
