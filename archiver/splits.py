"""Several of one name, told apart in each article by what stands in it, as lines of the user's file of aliases say.

A line `Amina Holt (judge) = Amina Holt | court, verdict` gives clues: where most clues in an article are of this one, its
Amina Holt is counted under that name. Where there is none, or no one has most, the name stays as it is: nobody is guessed.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from archiver.aliases import joined, renamed
from archiver.analysis import fold_all, tokens, value_key
from archiver.document import Document, Place
from archiver.keys import clean_url

Splits = Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]
"""By facet (people, organisations, places) and by the key of the name that several bear: the names they get, with their clues.

A clue is folded words that stand together in the article (`city cour*`: the last is a beginning), a period in which it was
published (`1950..1979-06`, both ends inside, one may be open), or the article's address, which decides alone.
"""

_IN_BRACKETS = re.compile(r"\(([^()]+)\)$")


def apply(document: Document, splits: Splits) -> Document:
    """The document with those of its names that several bear under the name of the one it is about."""
    told = _Told(document)
    changes = {}
    for facet, senses_of in splits.items():
        entities = getattr(document, facet)
        if senses_of.keys().isdisjoint(value_key(entity.name) for entity in entities):
            continue
        found: dict[str, Any] = {}
        for entity in entities:
            senses = senses_of.get(value_key(entity.name))
            one = _named(entity, told.which(senses)) if senses else entity
            key = value_key(one.name)
            found[key] = joined(found[key], one) if key in found else one
        changes[facet] = tuple(found.values())
    return msgspec.structs.replace(document, **changes) if changes else document


def _named(entity: Any, shown: str) -> Any:
    """The entity under this name, if there is one; a place in the country that it says: that of “Texas” in “Paris (Texas)”."""
    if not shown or shown == entity.name:
        return entity
    if not isinstance(entity, Place):
        return renamed(entity, shown)
    from archiver.normalise import places

    behind = _IN_BRACKETS.search(shown)
    known = places.lookup(behind[1] if behind else shown)
    country = places.country_of(known) if known else None
    return msgspec.structs.replace(renamed(entity, shown), country=country or entity.country)


class _Told:
    """What an article tells by which a clue may fit."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._words = ""

    def which(self, senses: Mapping[str, tuple[str, ...]]) -> str:
        """The name of the one that most clues are for; empty where there is no such one."""
        addressed = [name for name, clues in senses.items() if not self._addresses.isdisjoint(clues)]
        fitting = {name: sum(map(self._fits, senses[name])) for name in addressed or senses}
        most = max(fitting.values())
        best = [name for name, number in fitting.items() if number == most]
        return best[0] if most and len(best) == 1 else ""

    @property
    def _addresses(self) -> set[str]:
        known = (self._document.url, self._document.canonical_url)
        return {self._document.key, *(clean_url(url) for url in known if url)}

    def _fits(self, clue: str) -> bool:
        if "://" in clue:
            return clue in self._addresses
        first, is_period, last = clue.partition("..")
        if is_period:
            published = self._document.published
            at = (published and published.at) or ""
            return bool(at) and first <= at and (not last or at[: len(last)] <= last)
        return (f" {clue.removesuffix('*')}" if clue.endswith("*") else f" {clue} ") in self._folded

    @property
    def _folded(self) -> str:
        """The folded words of the article, in each part with spaces between and around them."""
        if not self._words:
            self._words = "\n".join(f" {' '.join(fold_all(tokens(part)))} " for part in self._parts())
        return self._words

    def _parts(self) -> Iterable[str]:
        it = self._document
        yield from filter(None, (it.title, it.standfirst, it.text, it.section, it.site, *it.tags, *it.authors))
        if it.dateline and it.dateline.place:
            yield it.dateline.place
