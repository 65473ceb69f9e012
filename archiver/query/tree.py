"""The syntax tree of a query, the same for every engine.

Named tuples: see `archiver.results` for why. No two kinds of node can hold equal values in an equal order, so unlike nodes
never compare equal.
"""

from archiver.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence
    from typing import Literal

    from archiver.aliases import Merging


class Word(NamedTuple):
    """A word as it was typed; several tokens in it (`U.S.`, `nº123`) mean a phrase. `exactly`: no stem, no folding.

    `field` is the name of a field of the table, None for the fields that bare words search. `required`: it was asked for
    by name (`+steel`, `steel AND mill`), so a query that is widened keeps it.
    """

    text: str
    field: str | None = None
    exactly: bool = False
    required: bool = False


class Phrase(NamedTuple):
    """Words in this order, as written but for accents and case.

    `within` None: side by side; else each neighbouring pair at most that many words apart, in either order.
    """

    text: str
    field: str | None = None
    within: int | None = None


class Prefix(NamedTuple):
    """Words that begin with this text, in the folded form."""

    prefix: str
    field: str | None


class Wildcard(NamedTuple):
    """Words of this pattern, in the folded form: `?` is one character, `*` any number of them. Neither comes first."""

    pattern: str
    field: str | None


class Fuzzy(NamedTuple):
    """Words at most so many mistakes away from this one, in the folded form.

    A mistake is a letter too many, too few or wrong, or two neighbours in each other's place.
    """

    mistakes: int
    text: str
    field: str | None


class Range(NamedTuple):
    """Days, both ends inside; None is open. `published` must lie wholly inside, `mentioned` must overlap."""

    field: str
    first: "dt.date | None"
    last: "dt.date | None"


class NumberRange(NamedTuple):
    """Numbers, both ends inside; None is open."""

    field: str
    least: int | None
    most: int | None


class Has(NamedTuple):
    """Documents that have this field at all."""

    field: str


class Boost(NamedTuple):
    """The documents of the part, its score multiplied."""

    part: "Node"
    factor: float


class Not(NamedTuple):
    """Documents that the part doesn't find."""

    part: "Node"


class Group(NamedTuple):
    """All (`and`) or any (`or`) of two or more parts."""

    operator: "Literal['and', 'or']"
    parts: "tuple[Node, ...]"


class Synonyms(NamedTuple):
    """A word, or words in a row, as they were typed, or others that mean the same; see archiver.query.synonyms."""

    main: "Node"
    others: "tuple[Word | Phrase, ...]"


class Named(NamedTuple):
    """What the part finds, and the documents with one of these whole values: the other names of what it names.

    See archiver.aliases. The values are keys, as an index compares them.
    """

    part: "Node"
    field: str
    keys: tuple[str, ...]


class Respelled(NamedTuple):
    """The words nearest to one that the index doesn't hold, which are searched instead of it."""

    nearest: tuple[Word, ...]
    main: Word


class AtLeast(NamedTuple):
    """Documents that at least so many of the parts find; their scores add up."""

    parts: "tuple[Node, ...]"
    minimum: int


class Everything(NamedTuple):
    """Every document."""


Node = (
    Word
    | Phrase
    | Prefix
    | Wildcard
    | Fuzzy
    | Range
    | NumberRange
    | Has
    | Boost
    | Not
    | Group
    | Synonyms
    | Named
    | Respelled
    | AtLeast
    | Everything
)
EVERYTHING = Everything()
SORTS = ("relevance", "newest", "oldest", "title", "words")
"""The orders of hits: `title` in alphabetical order, `words` the longest first."""
MATCHING = ("auto", "all", "any")
"""How many of the words must match: all where any article has them all, else most; always all; one of them."""


def parts_of(tree: Node) -> "tuple[Node, ...]":
    """The parts that must all match, side by side at the top; the tree alone where it is no such group."""
    return tree.parts if isinstance(tree, Group) and tree.operator == "and" else (tree,)


def all_of(parts: "Sequence[Node]") -> Node:
    """What all of these parts find, of which there is at least one."""
    return Group("and", tuple(parts)) if len(parts) > 1 else parts[0]


def has_choice(node: Node) -> bool:
    """Whether there is a part of which not everything must match."""
    if isinstance(node, Boost):
        return has_choice(node.part)
    if isinstance(node, Group):
        return node.operator == "or" or any(map(has_choice, node.parts))
    return isinstance(node, AtLeast)


class Query(NamedTuple):
    """What is asked of an engine: the tree, the values chosen of facets, the order and the part of the hits wanted.

    `selections` maps a facet's name to the values chosen: any of them matches, and the facet's own counts leave them
    out of account, so that others can be chosen beside. A value that a document has is compared whole (folded); a value
    that no document has stands for all values that hold its words.

    The value None stands for the documents without any. `excluded` are values that a document must not have, likewise. `aliases`
    says for each facet which of its values are one, or none (see archiver.aliases).

    `sort` is one of SORTS. `facets` names the facets to count, `facet_size` how many values each.
    `as_of` is the day, counted from the year 1 as `date.toordinal` does, from which back newer articles come a little before
    older ones that match alike; None for no such preference.
    `text` is the query as the user gave it, `matching` one of MATCHING.
    """

    tree: Node = EVERYTHING
    text: str = ""
    selections: "Mapping[str, tuple[str | None, ...]]" = {}  # noqa: RUF012 - a Mapping, never written to
    sort: str = "relevance"
    limit: int = 10
    offset: int = 0
    facets: tuple[str, ...] = ()
    facet_size: int = 10
    highlight: bool = True
    excluded: "Mapping[str, tuple[str | None, ...]]" = {}  # noqa: RUF012 - likewise
    aliases: "Mapping[str, Merging]" = {}  # noqa: RUF012 - likewise
    matching: str = "auto"
    as_of: int | None = None
