"""The names of the facets, and how finely those of dates can be counted."""

from archiver.records import NamedTuple

FACETS = (
    "people",
    "organisations",
    "places",
    "countries",
    "authors",
    "sites",
    "sections",
    "languages",
    "published",
    "mentioned",
    "precision",
)
"""Every facet that can be counted. `precision` is that of the publication date: minute, day, month or year."""

UNITS = {"published": ("year", "month", "day"), "mentioned": ("decade", "year", "month")}
"""The facets of dates, with the units that they are counted by, as in `published:month`. Without a unit, `published` takes
the one that the span of the hits asks for, and `mentioned` years."""

NAMES = (*FACETS, *(f"{facet}:{unit}" for facet, units in UNITS.items() for unit in units))
"""Every name by which a facet can be asked for."""

PRECISIONS = ("minute", "day", "month", "year")


class FacetName(NamedTuple):
    """A facet, and the unit that its dates are counted by; empty where the facet has none, or chooses it itself."""

    facet: str
    unit: str = ""


def parse_facet(name: str) -> FacetName | None:
    """What a name such as `people`, `published` or `published:month` means; None if it is no facet's."""
    facet, colon, unit = name.partition(":")
    if facet not in FACETS or (colon and unit not in UNITS.get(facet, ())):
        return None
    return FacetName(facet, unit or ("year" if facet == "mentioned" else ""))


def known_names() -> str:
    """All facets and units, for a message."""
    units = "; ".join(f"{facet}:{', :'.join(units)}" for facet, units in UNITS.items())
    return f"{', '.join(FACETS)} ({units})"


def unit_for(days: int) -> str:
    """The unit by which a span of so many days is counted: years, months or days, so that there are at most some dozens."""
    if days > _THREE_YEARS:
        return "year"
    return "month" if days > _TWO_MONTHS else "day"


_THREE_YEARS = 3 * 366
_TWO_MONTHS = 62

ORDERS = ("count", "name", "unusual")
"""How the values of a facet can be sorted: by their documents, by name (dates by time), or by how much more frequent they are
among the hits than in the whole index (see archiver.unusual)."""
