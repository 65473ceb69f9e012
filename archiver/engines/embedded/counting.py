"""The facets of a search, counted together: its documents are gone over once or twice for all of them."""

from archiver.engines.choosing import Asked, Counted
from archiver.engines.counting import Facets, Row, by_count
from archiver.engines.embedded.facets import filter_of
from archiver.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from archiver.aliases import Merging
    from archiver.engines.choosing import Choices
    from archiver.engines.embedded.facets import EmbeddedCounter, Look, Mark
    from archiver.results import FacetCount

    Q = Any

_LOOKS = (60, 400, 10_000)  # values that are had in each; the first is mostly enough, and the quickest
_MOST_NAMED = 1_000  # values named one by one, beyond which it is quicker to go through all there are
_FEW_NAMES = 500  # of an alias file, which are looked up before all values are named
_MOST_UNSURE = 200  # values and groups that are counted one by one, likewise


class _Found(NamedTuple):
    """The values that may be among the first: those whose counts are known, and those to be counted, with their names."""

    sure: dict[str, int]
    unsure: "dict[str, Sequence[str]]"


class EmbeddedFacets(Facets):
    """Counts for the queries of one generation."""

    counter: "EmbeddedCounter"

    def count(
        self, choices: "Choices", names: "Sequence[str]", limit: int, *, own: bool = False
    ) -> "dict[str, tuple[FacetCount, ...]]":
        """Of each facet the most frequent values, at most `limit`; then those chosen beyond; then the documents without any.

        `own`: what is chosen of a facet itself counts, too. Raises QueryError where the generation has no such facet.
        """
        choices = self.settled(choices, names)
        counted = {name: self.counted(name, choices.unit) for name in names}
        chosen = set() if own else {choice.counted for choice in choices.chosen.values()}
        alike = {name: each for name, each in counted.items() if each not in chosen}
        found = self._together(choices, self.within(choices), alike, limit) if alike else {}
        for name in counted.keys() - alike.keys():
            base = self.within(choices, counted[name])
            found |= self._together(choices, base, {name: counted[name]}, limit)
        return {name: found[name] for name in names}

    def _together(
        self, choices: "Choices", base: "Q", counted: dict[str, Counted], limit: int
    ) -> "dict[str, tuple[FacetCount, ...]]":
        """The counts of several facets among the same documents."""
        looked = self.counter.look(base, [*counted.values()], _LOOKS[0], with_rest=True)
        asked = {
            name: Asked(resolved, base, self._acting(resolved, choices.aliases))
            for name, resolved in zip(counted, map(looked.resolved, counted.values()), strict=True)
        }
        found: dict[str, _Found] = {}
        looks = looked.looks
        for size in _LOOKS:
            rest = {name: each for name, each in asked.items() if name not in found}
            if unknown := [each.counted for each in rest.values() if size != _LOOKS[0] or each.counted not in looks]:
                looks = looks | self.counter.look(base, unknown, size).looks
            known = {name: self._found(each, looks[each.counted], limit) for name, each in rest.items()}
            found |= {name: what for name, what in known.items() if what is not None}
        rows = self._rows(base, asked, found, limit)
        counts = {}
        for name, each in asked.items():
            without = looked.without[each.counted.field.name]
            if self.blocked(each.counted, choices.aliases):
                without = self.counter.each(base, [self.without(each.counted, choices.aliases)])[0]
            values = rows[name] if name in rows else self.listing(choices, each).rows(limit, "", "count")
            counts[name] = self.shown(choices, each, values, without)
        return counts

    def _acting(self, counted: Counted, aliases: "Mapping[str, Merging]") -> "Merging | None":
        """How the aliases merge what is counted; None where this generation holds none of their names, which is soon found out."""
        merging = self.merging(counted, aliases)
        if merging and len(merging.group_of) + len(merging.blocked) <= _FEW_NAMES:
            return merging if self.present(counted, aliases).hidden else None
        return merging

    def _found(self, asked: Asked, look: "Look", limit: int) -> _Found | None:
        """The values of a look that may be among the first; None where they are too many to tell."""
        if not limit:
            return _Found({}, {})
        counted, merging = asked.counted, asked.merging
        plain: Mapping[Mark, int] = look.values
        groups: dict[str, list[int]] = {}
        if merging:
            if len(plain) > _MOST_NAMED:
                return None
            plain, groups = _parted(self.counter.keyed(counted, plain), merging)
        # A group has at least as many documents as one of its names, and at most as all of them together.
        lowest = (sorted([*plain.values(), *map(max, groups.values())], reverse=True)[limit - 1 : limit] or [0])[0]
        plain = {mark: documents for mark, documents in plain.items() if documents + look.error >= lowest}
        if (look.unseen and lowest <= look.unseen) or len(plain) > _MOST_NAMED:
            return None
        named = self.counter.keyed(counted, plain) if merging is None else {str(key): n for key, n in plain.items()}
        found = _Found({}, {key: (key,) for key in named}) if look.error else _Found(named, {})
        for group, names in merging.groups.items() if merging else ():
            seen = groups.get(group, [])
            if sum(seen) + len(seen) * look.error + (len(names) - len(seen)) * look.unseen < max(lowest, 1):
                continue
            if len(seen) == 1 and not look.unseen:
                found.sure[group] = seen[0]
            else:
                found.unsure[group] = names
        return found if len(found.unsure) <= _MOST_UNSURE else None

    def _rows(self, base: "Q", asked: dict[str, Asked], found: dict[str, _Found], limit: int) -> dict[str, list[Row]]:
        """The most frequent values of each facet, those that are unsure counted in one pass for all of them."""
        counts = {name: dict(what.sure) for name, what in found.items()}
        unsure = [(name, key, values) for name, what in found.items() for key, values in what.unsure.items()]
        filters = [filter_of(asked[name].counted, values) for name, _, values in unsure]
        for (name, key, _), documents in zip(unsure, self.counter.filtered(base, filters), strict=True):
            counts[name][key] = documents
        return {
            name: [Row(*row) for row in sorted(values.items(), key=by_count)[:limit] if row[1]]
            for name, values in counts.items()
        }


def _parted(named: dict[str, int], merging: "Merging") -> "tuple[dict[Mark, int], dict[str, list[int]]]":
    """The values that stand for themselves, and the counts of the names of each group; nothing of those blocked."""
    plain: dict[Mark, int] = {}
    groups: dict[str, list[int]] = {}
    for key, documents in named.items():
        if group := merging.group_of.get(key):
            groups.setdefault(group, []).append(documents)
        elif key not in merging.blocked:
            plain[key] = documents
    return plain, groups
