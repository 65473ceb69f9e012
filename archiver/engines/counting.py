"""Counting the values of facets, exactly, by documents: what is decided once for all engines.

Values that the alias file merges are one value, whose documents are those with any of its names, and are counted so, never
as a sum. A facet leaves its own choice out of account.
"""

from archiver.engines.choosing import Asked, Choices, Chooser, Counted, Present
from archiver.engines.compile import VALUE
from archiver.fields import DATE, Field
from archiver.records import NamedTuple
from archiver.results import FacetCount

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any

    Q = Any


class Row(NamedTuple):
    """A value that is listed, by its key; `overall` where it is compared with the whole index."""

    key: str
    documents: int
    overall: int | None = None


class Facets(Chooser):
    """Chooses and counts for the queries of one generation."""

    def count(
        self, choices: Choices, name: str, limit: int, like: str = "", order: str = "count", *, own: bool = False
    ) -> tuple[FacetCount, ...]:
        """The values in this order, at most `limit`; then those chosen beyond it; then the documents without any.

        `own`: what is chosen of the facet itself counts, too. Raises QueryError where the generation has no such facet.
        """
        asked = self.asked(choices, name, own=own)
        if like or order != "count":
            from archiver.engines.listing import Listing

            present = self.present(asked.counted, choices.aliases)
            rows = Listing(self.counter, self._build, asked, present).rows(limit, like, order)
        elif asked.merging and (quick := self.counter.quickly(asked, limit)) is not None:
            rows = [Row(*row) for row in sorted(quick.items(), key=_by_count)[:limit]]
        else:
            present = self.present(asked.counted, choices.aliases)
            plain = self.counter.first(asked.counted, asked.base, limit, present.hidden)
            names = present.names
            members = self.counter.those(asked.counted, asked.base, names) if names else {}
            rows = self.ranked(asked, plain, members, present, limit)
        without = None if like else self.without(asked.counted, choices.aliases)
        return self.shown(choices, asked, rows, without)

    def asked(self, choices: Choices, name: str, *, own: bool = False) -> Asked:
        """What is counted for a facet of this name; its own choice is left out of account, unless `own`."""
        counted = self.counted(name)
        if counted.field.kind == DATE and not counted.unit:
            counted = counted._replace(unit=self.unit(choices))
        base = self.within(choices, None if own else counted)
        merging = choices.aliases.get(counted.field.facet) if not counted.unit else None
        return Asked(counted, base, merging)

    def ranked(
        self, asked: Asked, plain: dict[str, int], members: dict[str, int], present: Present, limit: int
    ) -> list[Row]:
        """The most frequent values, from the counts of those that stand for themselves and of the names of groups."""
        if present.groups:
            counted, base = asked.counted, asked.base

            def union(groups: "Sequence[tuple[str, ...]]") -> list[int]:
                return self.counter.each(base, [self._build.terms(counted.field, VALUE, keys) for keys in groups])

            plain = merged(plain, members, present, limit, union)
        return [Row(*row) for row in sorted(plain.items(), key=_by_count)[:limit]]

    def shown(self, choices: Choices, asked: Asked, rows: list[Row], without: "Q | None") -> tuple[FacetCount, ...]:
        """The rows as they are shown, with those chosen beyond them, and the documents without any value.

        Where it isn't asked which documents these are, the rows are all that is to be listed.
        """
        chosen: dict[str | None, Q] = {}
        for choice in choices.chosen.values():
            if choice.counted == asked.counted:
                chosen.update(choice.rows)
        listed = {row.key for row in rows}
        beyond = [] if without is None else [key for key in chosen if key is not None and key not in listed]
        queries = [chosen[key] for key in beyond] + ([] if without is None else [without])
        counts = self.counter.each(asked.base, queries) if queries else []
        more = sorted(zip(beyond, counts, strict=False), key=_by_count)
        return self.spelt(choices, asked.counted, [*rows, *(Row(*row) for row in more)], chosen, counts[len(beyond) :])

    def spelt(
        self,
        choices: Choices,
        counted: Counted,
        rows: list[Row],
        chosen: "Iterable[str | None]",
        without: "Sequence[int]",
    ) -> tuple[FacetCount, ...]:
        """The rows under the names by which they are shown; `without` is the number of documents without any, if asked."""
        merging = choices.aliases.get(counted.field.facet)
        names = merging.names if merging and not counted.unit else {}
        spelt = (
            {}
            if counted.unit
            else self.counter.spelled(counted.field, [row.key for row in rows if row.key not in names])
        )
        chosen = set(chosen)
        found = [
            FacetCount(names.get(row.key) or spelt.get(row.key, row.key), row.documents, row.key in chosen, row.overall)
            for row in rows
        ]
        if any(without) or (None in chosen and without):
            found.append(FacetCount(None, without[0], None in chosen))
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


def _by_count(row: "tuple[str, int]") -> "tuple[int, str]":
    return -row[1], row[0]
