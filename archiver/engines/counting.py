"""Counting the values of facets, exactly, by documents: what is decided once for all engines.

Values that the alias file merges are one value, whose documents are those with any of its names, and are counted so, never
as a sum. A facet leaves its own choice out of account.
"""

from archiver.engines.choosing import Asked, Choices, Chooser, Counted, Present
from archiver.fields import DATE, Field
from archiver.records import NamedTuple
from archiver.results import FacetCount

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from typing import Any

    from archiver.engines.listing import Listing

    Q = Any


class Row(NamedTuple):
    """A value that is listed, by its key; `overall` where it is compared with the whole index."""

    key: str
    documents: int
    overall: int | None = None


class Facets(Chooser):
    """Counts for the queries of one generation."""

    def listed(
        self, choices: Choices, name: str, limit: int, like: str, order: str, *, own: bool = False
    ) -> tuple[FacetCount, ...]:
        """The values that match `like` in this order, at most `limit`; without `like` then those chosen, and those without any.

        `own`: what is chosen of the facet itself counts, too. Raises QueryError where the generation has no such facet.
        """
        asked = self.asked(choices, name, own=own)
        rows = self.listing(choices, asked).rows(limit, like, order)
        if like:
            return self.spelt(choices, asked.counted, rows, self.chosen(choices, asked.counted), None)
        without = self.counter.each(asked.base, [self.without(asked.counted, choices.aliases)])[0]
        return self.shown(choices, asked, rows, without)

    def listing(self, choices: Choices, asked: Asked) -> "Listing":
        """The list of all values."""
        from archiver.engines.listing import Listing

        return Listing(self.counter, self._build, asked, self.present(asked.counted, choices.aliases))

    def asked(self, choices: Choices, name: str, *, own: bool = False) -> Asked:
        """What is counted for a facet of this name; its own choice is left out of account, unless `own`."""
        counted = self.counted(name)
        if counted.field.kind == DATE and not counted.unit:
            counted = counted._replace(unit=self.unit(choices))
        return Asked(counted, self.within(choices, None if own else counted), self.merging(counted, choices.aliases))

    def settled(self, choices: Choices, names: "Sequence[str]") -> Choices:
        """The choices with the unit of `published`, where it is counted among documents that don't tell it: those chosen."""
        if "published" in names and (choices.chosen or choices.excluded):
            return choices._replace(unit=self.unit(choices))
        return choices

    def shown(self, choices: Choices, asked: Asked, rows: list[Row], without: int) -> tuple[FacetCount, ...]:
        """The rows as they are shown, with those chosen beyond them, and how many documents are without any value."""
        chosen = self.chosen(choices, asked.counted)
        listed = {row.key for row in rows}
        beyond = [key for key in chosen if key is not None and key not in listed]
        counts = self.counter.each(asked.base, [chosen[key] for key in beyond]) if beyond else []
        more = sorted(zip(beyond, counts, strict=True), key=by_count)
        return self.spelt(choices, asked.counted, [*rows, *(Row(*row) for row in more)], chosen, without)

    def chosen(self, choices: Choices, counted: Counted) -> "dict[str | None, Q]":
        """The values chosen of what is counted, with the documents of each."""
        rows = (choice.rows for choice in choices.chosen.values() if choice.counted == counted)
        return {key: query for each in rows for key, query in each.items()}

    def spelt(
        self,
        choices: Choices,
        counted: Counted,
        rows: list[Row],
        chosen: "Collection[str | None]",
        without: int | None,
    ) -> tuple[FacetCount, ...]:
        """The rows under the names by which they are shown; `without` is the number of documents without any, if asked."""
        merging = choices.aliases.get(counted.field.facet)
        names = merging.names if merging and not counted.unit else {}
        spelt = (
            {}
            if counted.unit
            else self.counter.spelled(counted.field, [row.key for row in rows if row.key not in names])
        )
        found = [
            FacetCount(names.get(row.key) or spelt.get(row.key, row.key), row.documents, row.key in chosen, row.overall)
            for row in rows
        ]
        if without or (without is not None and None in chosen):
            found.append(FacetCount(None, without, None in chosen))
        return tuple(found)

    def spelled(self, field: Field, key: str) -> str:
        """The value of a key, as most documents have it."""
        return self.counter.spelled(field, [key]).get(key, key)


def merged(
    plain: dict[str, int],
    members: dict[str, int],
    present: Present,
    limit: int,
    union: "Callable[[Sequence[tuple[str, ...]]], list[int]]",
) -> dict[str, int]:
    """The counts of all values that may be among the first `limit`, groups under their own keys.

    A group has at most as many documents as its names have together. Where that isn't less than what the last of those
    first has for certain, its documents are counted.
    """
    found = dict(plain)
    several: dict[str, tuple[str, ...]] = {}
    for group, keys in present.groups.items():
        held = tuple(key for key in keys if members.get(key))
        if len(held) == 1:
            found[group] = members[held[0]]
        elif held:
            several[group] = held
    # A group has at least as many as the most frequent of its names.
    sure = [*found.values(), *(max(members[key] for key in keys) for keys in several.values())]
    least = sorted(sure, reverse=True)[limit - 1] if 0 < limit <= len(sure) else 0
    wanted = {group: keys for group, keys in several.items() if sum(members[key] for key in keys) >= least}
    if wanted:
        found.update(zip(wanted, union(list(wanted.values())), strict=True))
    return found


def by_count(row: "tuple[str, int]") -> "tuple[int, str]":
    """The order of a facet's values: the most frequent first, of equally frequent ones by key."""
    return -row[1], row[0]
