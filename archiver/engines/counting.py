"""Choosing and counting the values of facets: what it means is decided once, and an engine only counts.

A facet's values are counted by documents, exactly. Values that the alias file merges are one value, whose documents are
those with any of its names, and are counted so, never as a sum. A facet leaves its own choice out of account.
"""

from archiver.analysis import fold_all, tokens, value_key
from archiver.engines.compile import VALUE
from archiver.errors import QueryError
from archiver.facets import PRECISIONS, UNITS, known_names, parse_facet, unit_for
from archiver.fields import DATE, PERIODS, Field
from archiver.query.tree import Phrase
from archiver.records import NamedTuple
from archiver.results import FacetCount

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any, Protocol

    from archiver.aliases import Merging
    from archiver.engines.compile import Builder, Compiler
    from archiver.query.tree import Query

    Q = Any

    class Counter(Protocol):
        """Counts in one generation of an engine."""

        def count(self, query: Q) -> int:
            """How many documents a query finds."""

        def each(self, base: Q, queries: Sequence[Q]) -> list[int]:
            """How many documents of `base` each of these finds."""

        def first(self, counted: "Counted", base: Q, limit: int, hidden: Sequence[str]) -> dict[str, int]:
            """At least the `limit` most frequent values but for the hidden ones, and all that tie with the last."""

        def quickly(self, asked: "Asked", limit: int) -> dict[str, int] | None:
            """Likewise with the names merged, where that is known without looking for all of these; else None."""

        def every(self, counted: "Counted", base: Q) -> dict[str, int]:
            """Every value that a document of `base` has."""

        def those(self, counted: "Counted", base: Q, values: Sequence[str]) -> dict[str, int]:
            """These values; those that no document of `base` has may be left out."""

        def held(self, counted: "Counted", values: Sequence[str]) -> list[str]:
            """Those of these values that the generation may hold."""

        def span(self, field: Field, base: Q) -> int:
            """The days from the first to the last that the dates of these documents may mean; 0 without any."""

        def spelled(self, field: Field, keys: Sequence[str]) -> Mapping[str, str]:
            """Each key's value, as most documents have it; a key may be missing."""


class Counted(NamedTuple):
    """What a facet counts: the whole values of a field, or its dates by a unit or precision.

    A field of dates without a unit is counted by that which the span of the hits asks for.
    """

    field: Field
    unit: str = ""

    @property
    def form(self) -> str:
        """The form in which an index holds what is counted."""
        return self.unit or VALUE

    @property
    def is_stated_date(self) -> bool:
        """Whether this is the date of publication, by whichever unit."""
        return self.field.kind == DATE and self.unit != "precision"


class Choice(NamedTuple):
    """The values chosen of a facet: the documents with any of them, and those of each value that is listed."""

    counted: Counted
    query: "Q"
    rows: "dict[str | None, Q]"


class Choices(NamedTuple):
    """A query as facets see it: its documents before anything is chosen, and what is chosen of each facet.

    `unit` is that of `published`, if it had to be found out already.
    """

    base: "Q"
    chosen: dict[str, Choice]
    excluded: "tuple[Q, ...]"
    aliases: "Mapping[str, Merging]"
    unit: str = ""


class Asked(NamedTuple):
    """A facet that is counted: the documents among which, and how its names are merged."""

    counted: Counted
    base: "Q"
    merging: "Merging | None"


class Row(NamedTuple):
    """A value that is listed, by its key; `overall` where it is compared with the whole index."""

    key: str
    documents: int
    overall: int | None = None


class Present(NamedTuple):
    """Of the names that are merged or blocked, those that the generation holds: by the key of the group, and those blocked."""

    groups: dict[str, tuple[str, ...]]
    blocked: tuple[str, ...]

    @property
    def hidden(self) -> list[str]:
        """The values that aren't listed as they are."""
        return [*self.blocked, *(key for keys in self.groups.values() for key in keys)]


NOTHING = Present({}, ())


class Facets:
    """Chooses and counts for the queries of one generation."""

    def __init__(self, fields: tuple[Field, ...], compiler: "Compiler", builder: "Builder", counter: "Counter") -> None:
        self._compiler, self._build, self.counter = compiler, builder, counter
        self._fields = {field.facet: field for field in fields if field.facet}
        # What was found out about a facet, with the aliases that it holds for.
        self._present: dict[str, tuple[Merging | None, Present]] = {}
        self._without: dict[str, tuple[Merging | None, Q]] = {}

    # What a name means.

    def counted(self, name: str, unit: str = "") -> Counted:
        """What a facet of this name counts; `unit` is that of `published` where it doesn't say. QueryError: no such facet."""
        parsed = parse_facet(name)
        field = (
            self._fields.get("published" if parsed and parsed.facet == "precision" else parsed.facet)
            if parsed
            else None
        )
        if parsed is None or field is None:
            raise QueryError(f"The index has no facet “{name}”. It counts {known_names()}.")
        if parsed.facet == "precision":
            return Counted(field, "precision")
        return Counted(field, parsed.unit or (unit if field.kind == DATE else ""))

    # Choosing.

    def choose(self, base: "Q", query: "Query") -> Choices:
        """What the query chooses and excludes, within the documents of its tree."""
        chosen: dict[str, Choice] = {}
        excluded: list[Q] = []
        choices = Choices(base, chosen, (), query.aliases)
        # What `published` is counted by depends on what everything else finds, so it comes last.
        for last in (False, True):
            picked = {
                name: values for name, values in query.selections.items() if values and (name == "published") is last
            }
            barred = {
                name: values for name, values in query.excluded.items() if values and (name == "published") is last
            }
            if last and (picked or barred):
                choices = choices._replace(unit=self.unit(choices))
            for name, values in picked.items():
                chosen[name] = self._choice(name, values, choices)
            for name, values in barred.items():
                excluded.append(self._choice(name, values, choices).query)
            choices = choices._replace(excluded=tuple(excluded))
        return choices

    def within(self, choices: Choices, without: Counted | None = None) -> "Q":
        """The documents of the base and every choice, but for that of one facet."""
        return self._narrowed(choices, [each for each in choices.chosen.values() if each.counted != without])

    def _narrowed(self, choices: Choices, chosen: "Sequence[Choice]") -> "Q":
        if not chosen and not choices.excluded:
            return choices.base
        wanted = [self._build.unscored(choice.query) for choice in chosen]
        return self._build.all_of([choices.base, *wanted], choices.excluded)

    def unit(self, choices: Choices) -> str:
        """What `published` is counted by: the span of the hits tells, whatever is chosen of these dates."""
        if choices.unit:
            return choices.unit
        field = self.counted("published").field
        others = [choice for choice in choices.chosen.values() if not choice.counted.is_stated_date]
        return unit_for(self.counter.span(field, self._narrowed(choices, others)))

    def count_chosen(self, name: str, value: "str | None", aliases: "Mapping[str, Merging]") -> int:
        """How many documents of all have this value."""
        choices = Choices(self._build.everything(), {}, (), aliases)
        if name == "published":
            choices = choices._replace(unit=self.unit(choices))
        return self.counter.count(self._choice(name, (value,), choices).query)

    def _choice(self, name: str, values: "tuple[str | None, ...]", choices: Choices) -> Choice:
        counted = self.counted(name, choices.unit)
        rows: dict[str | None, Q] = {}
        queries: list[Q] = []
        for value in values:
            if value is None:
                rows[None] = self.without(counted, choices.aliases)
            elif counted.unit:
                rows[value.lower()] = self._of_date(name, counted, value.lower())
            elif found := self._values_of(counted, value, choices.aliases):
                rows.update((key, self._build.terms(counted.field, VALUE, keys)) for key, keys in found.items())
            elif not self._is_blocked(counted, value, choices.aliases) and (
                (words := self._compiler.part(Phrase(value, counted.field.name))) is not None
            ):
                queries.append(words)  # a form of a name, or a site's address
        queries.extend(rows.values())
        return Choice(counted, self._build.any_of(queries) if queries else self._build.nothing(), rows)

    def _of_date(self, name: str, counted: Counted, value: str) -> "Q":
        """The documents that were counted under this value; where there is none by this unit, by the value's own."""
        own = _own_unit(name, counted, value)
        found = self._build.terms(counted.field, counted.unit, [value])
        if own == counted.unit or self.counter.count(found):
            return found
        return self._build.terms(counted.field, own, [value])

    def _is_blocked(self, counted: Counted, value: str, aliases: "Mapping[str, Merging]") -> bool:
        merging = aliases.get(counted.field.facet)
        return merging is not None and value_key(value) in merging.blocked

    def _values_of(
        self, counted: Counted, value: str, aliases: "Mapping[str, Merging]"
    ) -> "Mapping[str, Iterable[str]]":
        """The value itself if a document has it, else all values that hold its words; each with the names that it has."""
        field, key = counted.field, value_key(value)
        merging = aliases.get(field.facet)
        if merging and (key in merging.blocked or key in merging.group_of):
            return {} if key in merging.blocked else _grouped([key], merging)
        if self.counter.count(self._build.terms(field, VALUE, [key])):
            return {key: (key,)}
        words = set(fold_all(tokens(value)))
        holders = self._compiler.part(Phrase(value, field.name)) if words else None
        found = (
            [] if holders is None else [each for each in self.counter.every(counted, holders) if _holds(each, words)]
        )
        if not merging:
            return {each: (each,) for each in found}
        groups = self.present(counted, aliases).groups
        found += [key for group in groups for key in merging.groups[group] if words and _holds(key, words)]
        return _grouped([each for each in found if each not in merging.blocked], merging)

    def without(self, counted: Counted, aliases: "Mapping[str, Merging]") -> "Q":
        """The documents that have nothing that a facet lists: no value at all, or none that isn't blocked."""
        field, merging = counted.field, aliases.get(counted.field.facet)
        known = self._without.get(field.name)
        if known is None or known[0] is not merging:
            none = self._build.all_of([self._build.everything()], [self._build.has(field)])
            if blocked := self.counter.held(counted, sorted(merging.blocked)) if merging else []:
                some = self._build.terms(field, VALUE, blocked)
                others = [value for value in self.counter.every(counted, some) if value not in set(blocked)]
                only = self._build.all_of([some], [self._build.terms(field, VALUE, others)] if others else [])
                none = self._build.any_of([none, only])
            known = self._without[field.name] = merging, none
        return known[1]

    def present(self, counted: Counted, aliases: "Mapping[str, Merging]") -> Present:
        """What the aliases of a facet are about in this generation."""
        merging = aliases.get(counted.field.facet) if not counted.unit else None
        if merging is None:
            return NOTHING
        known = self._present.get(counted.field.facet)
        if known is None or known[0] is not merging:
            held = self.counter.held(counted, [*merging.group_of, *merging.blocked])
            groups: dict[str, tuple[str, ...]] = {}
            for key in held:
                if group := merging.group_of.get(key):
                    groups[group] = (*groups.get(group, ()), key)
            present = Present(groups, tuple(key for key in held if key in merging.blocked))
            known = self._present[counted.field.facet] = merging, present
        return known[1]

    # Counting.

    def resolve(self, choices: Choices, name: str) -> str:
        """The facet's name with the unit by which its dates are counted here."""
        counted = self.counted(name)
        if counted.field.kind not in (DATE, PERIODS) or counted.unit == "precision":
            return name
        return f"{counted.field.facet}:{counted.unit or self.unit(choices)}"

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
            names = _keys(present)
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


def _own_unit(name: str, counted: Counted, value: str) -> str:
    """The unit whose value this is. Raises QueryError where the facet counts no such values."""
    from archiver.periods import unit_of

    if counted.unit == "precision":
        if value in PRECISIONS:
            return "precision"
        raise QueryError(f"The facet “{name}” has the values {', '.join(PRECISIONS)}, not “{value}”.")
    units = UNITS[counted.field.facet]
    example = "2025-09" if counted.field.kind == DATE else "1971 or 1970s"
    try:
        unit = unit_of(value)
    except ValueError:
        unit = ""
    if unit == "century" and counted.field.kind == PERIODS:
        return units[0]  # a century is counted as itself by every unit
    if unit not in units:
        raise QueryError(
            f"The facet “{name}” is counted by {', '.join(units)}; “{value}” is none of them. Write it as {example}."
        )
    return unit


def _grouped(keys: "Iterable[str]", merging: "Merging") -> "dict[str, tuple[str, ...]]":
    """Each value, or the group that it belongs to, with all its names."""
    return {
        (group := merging.group_of.get(key, key)): merging.groups[group] if key in merging.group_of else (key,)
        for key in keys
    }


def _keys(present: Present) -> list[str]:
    return [key for keys in present.groups.values() for key in keys]


def _by_count(row: "tuple[str, int]") -> "tuple[int, str]":
    return -row[1], row[0]


def _holds(value: str, words: set[str]) -> bool:
    return words <= set(fold_all(tokens(value)))
