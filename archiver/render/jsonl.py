"""Search results as JSON; the shape is written down in docs/file-formats.md."""

from json import dumps

from archiver.render.safe import escape_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from archiver.explaining import Explanation, Why
    from archiver.results import CrossTable, FacetCount, Hit, Page, Period, Similar, Timeline
    from archiver.saved import SavedRun


def hit_line(hit: "Hit") -> str:
    """One hit as a line of JSON."""
    return to_json(hit_fields(hit))


def page_object(page: "Page") -> str:
    """A page of hits and its facets as one JSON object."""
    return to_json(page_fields(page))


def page_fields(page: "Page") -> "dict[str, Any]":
    """A page as the values that JSON has."""
    return {
        "query": page.query,
        "total": page.total,
        "took_ms": round(page.took_ms, 2),
        **({"synonyms": page.synonyms} if page.synonyms else {}),
        **({"respelled": page.respelled} if page.respelled else {}),
        **({"widened": page.widened._asdict()} if page.widened else {}),
        **({"suggestion": page.suggestion._asdict()} if page.suggestion else {}),
        "hits": [hit_fields(hit) for hit in page.hits],
        "facets": {name: [count_fields(count) for count in counts] for name, counts in page.facets.items()},
    }


def run_line(hit: "Hit", *, is_new: bool) -> str:
    """One hit of a saved search as a line of JSON, which tells whether it is new."""
    return to_json({**hit_fields(hit), "new": is_new})


def run_object(run: "SavedRun", hits: "list[Hit]") -> str:
    """What a saved search finds, and these hits, as one JSON object."""
    return to_json(
        {
            "name": run.search.name,
            **page_fields(run.page),
            "since": run.since,
            "new": len(run.new),
            "gone": run.gone,
            "hits": [{**hit_fields(hit), "new": hit.id in run.new} for hit in hits],
        }
    )


def similar_object(found: "Similar") -> str:
    """The articles like one, and the words that told, as one JSON object."""
    return to_json(
        {
            "id": found.id,
            "title": found.title,
            "words": found.words,
            "total": found.page.total,
            "took_ms": round(found.page.took_ms, 2),
            "hits": [hit_fields(hit) for hit in found.page.hits],
        }
    )


def hit_fields(hit: "Hit") -> "dict[str, Any]":
    """A hit as the values that JSON has."""
    return {
        "id": hit.id,
        "score": hit.score,
        "title": hit.title,
        "site": hit.site,
        "url": hit.url,
        "authors": hit.authors,
        "published": hit.published,
        "highlights": [
            {"zone": highlight.zone, "text": highlight.text, "spans": highlight.spans} for highlight in hit.highlights
        ],
        **({"missing": hit.missing} if hit.missing else {}),
    }


def count_fields(count: "FacetCount") -> "dict[str, Any]":
    """A facet's value as the values that JSON has."""
    overall = {} if count.overall is None else {"overall": count.overall}
    return {"value": count.value, "count": count.documents, "selected": count.selected, **overall}


def cross_row(table: "CrossTable", number: int) -> "dict[str, Any]":
    """A row of two facets crossed: its value and count, and how many of these have each value of the other facet."""
    cells = zip(table.across, table.cells[number], strict=True)
    by = [{"value": column.value, "count": count} for column, count in cells if count]
    return {**count_fields(table.down[number]), "by": by}


def period_fields(period: "Period") -> "dict[str, Any]":
    """A period of a timeline."""
    return {"value": period.value, "unit": period.unit, "count": period.documents}


def without_fields(timeline: "Timeline") -> "dict[str, Any]":
    """The articles without a date, likewise."""
    return {"value": None, "unit": None, "count": timeline.without}


def explanation_object(explanation: "Explanation") -> str:
    """How a query was understood as one JSON object."""
    return to_json(
        {
            **explanation._asdict(),
            "lines": [{"depth": depth, "text": text} for depth, text in explanation.lines],
            "terms": [
                {**term._asdict(), "forms": {form.form: form.documents for form in term.forms}}
                for term in explanation.terms
            ],
            "widened": explanation.widened and explanation.widened._asdict(),
            "nearest": [proposal._asdict() for proposal in explanation.nearest],
        }
    )


def why_object(why: "Why") -> str:
    """Why an article is found as one JSON object."""
    parts = [part._asdict() for part in why.parts]
    found = [part._asdict() for part in why.found]
    return to_json({**why._asdict(), "parts": parts, "found": found, "widened": why.widened and why.widened._asdict()})


def to_json(value: object) -> str:
    """JSON on one line, readable and safe to print."""
    return escape_json(dumps(value, ensure_ascii=False))
