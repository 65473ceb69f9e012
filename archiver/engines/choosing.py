"""What is chosen and excluded of facets: what each value means is decided once, and an engine only counts.

A value is a name that articles have, all names that the alias file makes one of, a date as it is counted, or None: the documents
without any.
"""

from archiver.analysis import fold_all, tokens, value_key
from archiver.engines.compile import VALUE
from archiver.errors import QueryError
from archiver.facets import PRECISIONS, UNITS, known_names, parse_facet, unit_for
from archiver.fields import DATE, PERIODS, Field
from archiver.query.tree import Phrase
from archiver.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any, Protocol

    from archiver.aliases import Merging
    from archiver.engines.builder import Builder
    from archiver.engines.compile import Compiler
    from archiver.query.tree import Query

    Q = Any

    class Counter(Protocol):
        """Counts in one generation of an engine."""

        def count(self, query: Q) -> int:
            """How many documents a query finds."""

        def each(self, base: Q, queries: Sequence[Q]) -> list[int]:
            """How many documents of `base` each of these finds."""

        def having(self, counted: "Counted", base: Q, groups: Sequence[Sequence[str]]) -> list[int]:
            """How many documents of `base` have any of the values of each group."""

        def overall(self, counted: "Counted", values: Sequence[str]) -> Mapping[str, int]:
            """How many documents of all have each of these values; those that none has may be left out."""

        def every(self, counted: "Counted", base: Q) -> dict[str, int]:
            """Every value that a document of `base` has."""

        def held(self, counted: "Counted", values: Sequence[str]) -> list[str]:
            """Those of these values that the generation may hold."""

        def span(self, field: Field, base: Q) -> int:
            """The days from the first to the last that the dates of these documents may mean; 0 without any."""

        def spelled(self, field: Field, keys: Sequence[str]) -> Mapping[str, str]:
            """Each key's value, as most documents have it; a key may be missing."""


_TERMS = 50_000  # values in one query: a server takes 65,536


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


class Present(NamedTuple):
    """Of the names that are merged or blocked, those that the generation holds: by the key of the group, and those blocked."""

    groups: dict[str, tuple[str, ...]]
    blocked: tuple[str, ...]

    @property
    def names(self) -> list[str]:
        """The names of all groups."""
        return [key for keys in self.groups.values() for key in keys]

    @property
    def hidden(self) -> list[str]:
        """The values that aren't listed as they are."""
        return [*self.blocked, *self.names]


NOTHING = Present({}, ())


class Asked(NamedTuple):
    """A facet that is counted: the documents among which, and how its names are merged."""

    counted: Counted
    base: "Q"
    merging: "Merging | None"


class Chooser:
    """Chooses for the queries of one generation."""

    def __init__(self, fields: tuple[Field, ...], compiler: "Compiler", builder: "Builder", counter: "Counter") -> None:
        self._compiler, self._build, self.counter = compiler, builder, counter
        self._fields = {field.facet: field for field in fields if field.facet}
        # What was found out about a facet, with the aliases that it holds for.
        self._present: dict[str, tuple[Merging | None, Present]] = {}
        self._blocked: dict[str, tuple[Merging, list[str]]] = {}
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
        choices = Choices(base, chosen, (), query.aliases)
        if query.selections.get("published") or query.excluded.get("published"):
            choices = choices._replace(unit=self.unit(choices))
        for name, values in query.selections.items():
            if values:
                chosen[name] = self._choice(name, values, choices)
        barred = [self._choice(name, values, choices).query for name, values in query.excluded.items() if values]
        return choices._replace(excluded=tuple(barred))

    def within(self, choices: Choices, without: Counted | None = None) -> "Q":
        """The documents of the base and every choice, but for that of one facet."""
        return self._narrowed(choices, [each for each in choices.chosen.values() if each.counted != without])

    def _narrowed(self, choices: Choices, chosen: "Sequence[Choice]") -> "Q":
        if not chosen and not choices.excluded:
            return choices.base
        wanted = [self._build.unscored(choice.query) for choice in chosen]
        return self._build.all_of([choices.base, *wanted], choices.excluded)

    def unit(self, choices: Choices) -> str:
        """What `published` is counted by: the span of what the query finds tells, whatever is chosen of facets.

        Else choosing a site, say, would change what a chosen `2025` means, and no counts would add up.
        """
        return choices.unit or unit_for(self.counter.span(self.counted("published").field, choices.base))

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
            []
            if holders is None
            else [each for each in self.counter.every(counted, holders) if holds_words(each, words)]
        )
        if not merging:
            return {each: (each,) for each in found}
        groups = self.present(counted, aliases).groups
        found += [key for group in groups for key in merging.groups[group] if words and holds_words(key, words)]
        return _grouped([each for each in found if each not in merging.blocked], merging)

    def without(self, counted: Counted, aliases: "Mapping[str, Merging]") -> "Q":
        """The documents that have nothing that a facet lists: no value at all, or none that isn't blocked."""
        field, merging = counted.field, aliases.get(counted.field.facet)
        known = self._without.get(field.name)
        if known is None or known[0] is not merging:
            none = self._build.all_of([self._build.everything()], [self._build.has(field)])
            if blocked := self.blocked(counted, aliases):
                some = self._build.terms(field, VALUE, blocked)
                others = sorted(self.counter.every(counted, some).keys() - set(blocked))
                only = self._build.all_of(
                    [some],
                    [self._build.terms(field, VALUE, others[at : at + _TERMS]) for at in range(0, len(others), _TERMS)],
                )
                none = self._build.any_of([none, only])
            known = self._without[field.name] = merging, none
        return known[1]

    def blocked(self, counted: Counted, aliases: "Mapping[str, Merging]") -> list[str]:
        """The values of this generation that the aliases block."""
        merging = self.merging(counted, aliases)
        if merging is None or not merging.blocked:
            return []
        known = self._blocked.get(counted.field.facet)
        if known is None or known[0] is not merging:
            held = self.counter.held(counted, sorted(merging.blocked))
            known = self._blocked[counted.field.facet] = merging, held
        return known[1]

    def merging(self, counted: Counted, aliases: "Mapping[str, Merging]") -> "Merging | None":
        """How the aliases merge what is counted; nothing merges dates."""
        return None if counted.unit else aliases.get(counted.field.facet)

    def present(self, counted: Counted, aliases: "Mapping[str, Merging]") -> Present:
        """What the aliases of a facet are about in this generation."""
        merging = self.merging(counted, aliases)
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

    def resolve(self, choices: Choices, name: str) -> str:
        """The facet's name with the unit by which its dates are counted here."""
        counted = self.counted(name)
        if counted.field.kind not in (DATE, PERIODS) or counted.unit == "precision":
            return name
        return f"{counted.field.facet}:{counted.unit or self.unit(choices)}"


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


def holds_words(value: str, words: set[str]) -> bool:
    """Whether all of these folded words stand in a value."""
    return words <= set(fold_all(tokens(value)))
