"""Why a search finds nothing, in sentences."""

from rich.text import Text

from archiver.fields import find_field
from archiver.render.safe import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archiver.results import TermReport


def render_nothing_found(reports: "tuple[TermReport, ...]") -> Text:
    """The parts of the query that no article has, with the nearest that there is; else that no article has them all."""
    missing = [report for report in reports if not report.documents]
    if missing:
        return Text("\n").join(_missing(report) for report in missing)
    if not reports:
        return Text("The query leaves out every article.")
    if len(reports) == 1:
        return Text(f"{_count(reports[0])}; the rest of the query leaves all of them out.")
    counts = ", ".join(map(_count, reports))
    return Text(f"Each part matches some article, but no article matches all: {counts}.")


def _missing(report: "TermReport") -> Text:
    name = one_line(report.text)
    field = find_field(report.field) if report.field else None
    if report.field == "published":
        text = Text(f"No article was published {name}.")
    elif report.field == "mentioned":
        text = Text(f"No article speaks of days {name}.")
    elif field and field.facet:
        text = Text(f"No article has “{name}” among its {field.facet}.")
    elif report.field:
        text = Text(f"No article holds “{name}” in its field {report.field}.")
    else:
        text = Text(f"No article holds “{name}”.")
    if report.nearest:
        text.append(f" Near to it: {', '.join(map(one_line, report.nearest))}.")
    return text


def _count(report: "TermReport") -> str:
    name, number = one_line(report.text), f"{report.documents:,}"
    if report.field == "published":
        return f"{number} {'was' if report.documents == 1 else 'were'} published {name}"
    if report.field == "mentioned":
        return f"{number} {'speaks' if report.documents == 1 else 'speak'} of days {name}"
    return f"“{name}” is in {number}"
