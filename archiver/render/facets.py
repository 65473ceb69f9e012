"""How a facet and its values are called on the screen."""

from rich.text import Text

from archiver.facets import UNITS
from archiver.periods import unit_of
from archiver.render.safe import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from archiver.results import FacetCount

_FINER = ("decade", "year", "month", "day")  # each than those before it


def heading(name: str) -> str:
    """A facet's name as a heading: `Published by month`."""
    facet, colon, unit = name.partition(":")
    return f"{facet} by {unit}".capitalize() if colon else facet.capitalize()


def labels(name: str, counts: "Sequence[FacetCount]") -> list[Text]:
    """How the values of a facet are called, those chosen with a mark.

    A date may be chosen by a finer unit than the others are counted by: it is marked with its unit, for it is no more of them.
    """
    facet = name.partition(":")[0]
    unit = _unit(name, counts) if facet in UNITS and any(count.selected for count in counts) else ""
    return [_label(count, facet, unit) for count in counts]


def _label(count: "FacetCount", facet: str, unit: str) -> Text:
    value = Text(f"without {facet}", "italic dim") if count.value is None else Text(one_line(count.value))
    if not count.selected:
        return value
    if unit and count.value and _is_finer(own := _unit_of(count.value), unit):
        value.append(f" ({own})", "dim")
    return Text.assemble(("● ", "yellow"), value)


def _unit(name: str, counts: "Sequence[FacetCount]") -> str:
    """The unit that dates are counted by: the finest of those that aren't chosen, where the name doesn't tell."""
    if unit := name.partition(":")[2]:
        return unit
    units = [_unit_of(count.value) for count in counts if count.value and not count.selected]
    return max(units, key=_FINER.index, default="")


def _unit_of(value: str) -> str:
    try:
        unit = unit_of(value)
    except ValueError:
        return _FINER[0]
    return unit if unit in _FINER else _FINER[0]


def _is_finer(one: str, other: str) -> bool:
    return _FINER.index(one) > _FINER.index(other)
