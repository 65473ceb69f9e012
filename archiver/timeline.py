"""When the articles of a query were published, or what times they speak of: counts by period, in the order of time."""

from archiver.errors import UsageError
from archiver.periods import first_day, place, unit_of
from archiver.results import Period, Timeline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archiver.engine import Reader
    from archiver.query.tree import Query
    from archiver.results import FacetCount

OF = ("published", "mentioned")
BY = ("year", "month", "day", "decade")
_ALL = 10_000_000  # values: more than there are days

# Units from fine to coarse, with how many years they are chosen for at most: so that a timeline is mostly one screen long.
_LONGEST = (("month", 3), ("year", 60), ("decade", 10_000))
_FEW_MONTHS = 2


def build_timeline(reader: "Reader", query: "Query", of: str = "published", by: str | None = None) -> Timeline:
    """The counts of the query's articles. Raises UsageError where these dates aren't counted by this unit."""
    if of not in OF:
        raise UsageError(f"There is no timeline of “{of}”, only of {' and '.join(OF)} dates.")
    if by is not None and by not in BY:
        raise UsageError(f"A timeline goes by {', '.join(BY)}, not by “{by}”.")
    if of == "mentioned" and by == "day":
        raise UsageError("What articles speak of is counted by month, year or decade: days are too many.")
    total = reader.search(query._replace(limit=0, facets=(), highlight=False)).total
    counts = _counts(reader, query, of, "month" if of == "published" else "year")
    by = by or _unit(of, [count.value for count in counts if count.value])
    if by == "day" or (of == "mentioned" and by != "year"):
        counts = _counts(reader, query, of, by)
    elif of == "published" and by != "month":  # each article has one date: its years are the sums of its months
        counts = _summed(counts, by)
    periods = [Period(count.value, unit_of(count.value), count.documents) for count in counts if count.value]
    without = sum(count.documents for count in counts if count.value is None)
    return Timeline(of, by, total, tuple(sorted(periods, key=lambda period: place(period.value))), without)


def _counts(reader: "Reader", query: "Query", of: str, unit: str) -> "tuple[FacetCount, ...]":
    return reader.facet(query, f"{of}:{unit}", limit=_ALL, order="name", own=True)


def _unit(of: str, values: list[str]) -> str:
    days = sorted(map(first_day, values))
    if not days:
        return "year"
    (first, first_month), (last, last_month) = ((int(day[:4]), int(day[5:7])) for day in (days[0], days[-1]))
    months = (last - first) * 12 + last_month - first_month + 1
    if of == "published" and months <= _FEW_MONTHS:
        return "day"
    return next(unit for unit, years in _LONGEST if months <= years * 12)


def _summed(counts: "tuple[FacetCount, ...]", by: str) -> "tuple[FacetCount, ...]":
    sums: dict[str | None, int] = {}
    for count in counts:
        value = count.value and (count.value[:4] if by == "year" else f"{count.value[:3]}0s")
        sums[value] = sums.get(value, 0) + count.documents
    return tuple(counts[0]._replace(value=value, documents=documents) for value, documents in sums.items())
