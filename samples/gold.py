"""The gold of a page: what its document must be, from the story's truth and from what the layout shows of it."""

import markup
from records import Gold, Publisher, Story, address, blocks, cut, fill, said, shape


def gold_of(story: Story, publisher: Publisher, countries: dict[str, str], others: list[tuple[str, int]]) -> Gold:
    """What the document of this story's page must be."""
    shows = set(publisher.shows)
    shown = [block for block in blocks(story) if not block.startswith("!")]
    paragraphs = [markup.plain(part) for block in shown for part in said(shape(block, publisher)[1])]
    inserts = [block[1:].partition(" ") for block in blocks(story) if block.startswith("!")]
    # The order of the zones is the order in which names and dates are listed.
    zones = [story.headline, story.standfirst if "standfirst" in shows else ""]
    zones += shown
    marks = [mark for zone in zones for mark in markup.iter_marks(zone)]
    html_page = publisher.suffix == "html"
    content_type = {"html": "text/html", "txt": "text/plain", "md": "text/markdown"}[publisher.suffix]
    if publisher.charset_in_header:
        content_type += f"; charset={publisher.encoding}"
    return {
        "capture": {
            "url": address(story, publisher) + publisher.captured_suffix if html_page else None,
            "content_type": content_type,
            "captured_at": story.captured or None,
        },
        "title": markup.plain(story.headline),
        "standfirst": markup.plain(story.standfirst) if story.standfirst and "standfirst" in shows else None,
        "authors": story.authors if "authors" in shows else [],
        "site": publisher.site if "site" in shows else None,
        "section": story.section if story.section and "section" in shows else None,
        "language": publisher.language,
        "canonical_url": address(story, publisher) if "canonical" in shows else None,
        "dateline": _gold_dateline(story, publisher),
        "published": _gold_date(story.published, story, publisher) if "published" in shows else None,
        "modified": _gold_date(story.modified, story, publisher) if story.modified and "modified" in shows else None,
        "paragraphs": paragraphs,
        "related": _gold_related(
            publisher, others, [text for name, _, text in inserts if name in ("readalso", "readmore", "related")]
        ),
        "people": _entities(marks, "p"),
        "organisations": _entities(marks, "o"),
        "places": [entity | {"country": countries.get(entity["name"])} for entity in _entities(marks, "l")],
        "mentioned": [
            {"text": mark.form} | dict(zip(("start", "end", "precision"), markup.period(mark.value), strict=True))
            for mark in marks
            if mark.kind == "d"
        ],
        "must_not_contain": [*publisher.must_not, *(text for _, _, text in inserts if text)],
    }


def _gold_date(at: str, story: Story, publisher: Publisher) -> Gold:
    if "minute" not in publisher.shows:
        return {"at": at[:10], "precision": "day", "offset": None}
    offset = (story.offset or publisher.offset) if "offset" in publisher.shows else None
    return {"at": at, "precision": "minute", "offset": offset}


def _gold_dateline(story: Story, publisher: Publisher) -> Gold | None:
    if story.agency and story.byline == story.agency and not publisher.dateline:
        return {"place": None, "agency": story.agency, "date": None}  # the agency wrote it
    if not (story.place and publisher.dateline):
        return None
    has_agency, has_day = (
        "{agency}" in publisher.dateline,
        "{nth}" in publisher.dateline or "{day}" in publisher.dateline,
    )
    return {
        "place": story.place,
        "agency": (story.agency or publisher.site) if has_agency else None,
        "date": story.published[:10] if has_day else None,
    }


def _gold_related(publisher: Publisher, others: list[tuple[str, int]], read_also: list[str]) -> list[Gold]:
    widths = [
        w
        for item, w in ((publisher.recent_item, publisher.recent_width), (publisher.more_item, publisher.more_width))
        if item
    ]
    if not widths:
        return [{"title": title, "time_text": None} for title in read_also]
    widest = 0 if 0 in widths else max(widths)
    has_time = "$time" in publisher.recent_item + publisher.more_item
    listed = [
        {
            "title": cut(title, widest, "…"),
            "time_text": fill(publisher.relative, n=str(minutes)) if has_time else None,
        }
        for title, minutes in others
    ]
    return [{"title": title, "time_text": None} for title in read_also] + listed


def _entities(marks: list[markup.Mark], kind: str) -> list[Gold]:
    forms: dict[str, dict[str, None]] = {}
    for mark in marks:
        if mark.kind == kind:
            forms.setdefault(mark.value, {})[mark.form] = None
    return [{"name": name, "forms": list(found)} for name, found in forms.items()]
