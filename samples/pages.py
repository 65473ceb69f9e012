"""A story and a publisher's layout become a page and its gold: what the document must be."""

import html
import json
from dataclasses import dataclass, field
from string import Template
from typing import Any

import markup
import moments

Gold = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Publisher:
    """A fictional publisher: how its pages look, and which zones they show.

    `shows` holds what the page states: standfirst, authors, section, site, canonical, published, minute, offset,
    modified. What isn't shown is absent from the gold too.
    """

    site: str
    domain: str
    layout: str
    language: str
    offset: str
    shows: list[str]
    suffix: str = "html"
    encoding: str = "utf-8"
    zone_name: str = ""
    json_ld: str = ""
    title_tag: str = "$headline"
    headline_case: str = ""
    byline: str = "By $authors"
    author_and: str = " and "
    date: str = ""
    modified: str = ""
    dateline: str = ""
    relative: str = "$n minutes ago"
    paragraph: str = "<p>$text</p>"
    subhead: str = "<h2>$text</h2>"
    quote: str = "<blockquote><p>$text</p></blockquote>"
    inserts: dict[str, str] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    other_count: int = 6
    recent_item: str = ""
    recent_width: int = 0
    recent_mark: str = "…"
    more_item: str = ""
    more_width: int = 0
    lists_itself: bool = False
    must_not: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Story:
    """What happened, in the words of the publisher: the page's truth."""

    name: str
    publisher: str
    headline: str
    published: str
    body: str
    standfirst: str = ""
    authors: list[str] = field(default_factory=list)
    byline: str = ""
    section: str = ""
    place: str = ""
    agency: str = ""
    modified: str = ""
    offset: str = ""
    captured: str = ""
    url: str = ""
    others: list[str] = field(default_factory=list)
    caption: str = ""


@dataclass(frozen=True)
class Page:
    name: str
    content: bytes
    gold: Gold


def fill(template: str, **values: str) -> str:
    return Template(template).substitute(values)


def blocks(story: Story) -> list[str]:
    """The body's blocks; the words of the standfirst stand where a lead repeats them."""
    body = story.body.replace("{standfirst}", story.standfirst)
    return [" ".join(block.split()) for block in body.strip().split("\n\n")]


def cut(title: str, width: int, mark: str) -> str:
    return title if not width or len(title) <= width else title[:width].rstrip() + mark


def render(story: Story, publisher: Publisher, countries: dict[str, str], number: int) -> Page:
    """The page of a story, and its gold; `number` is the story's place among its publisher's."""
    others = _others(story, publisher, number)
    values = _values(story, publisher, others)
    with_layout = "\n".join(_shown_lines(publisher.layout, values))
    content = Template(with_layout).substitute(values)
    return Page(
        name=f"{story.name}.{publisher.suffix}",
        content=content.encode(publisher.encoding, "xmlcharrefreplace"),
        gold=_gold(story, publisher, countries, others),
    )


def _shown_lines(layout: str, values: dict[str, str]) -> list[str]:
    """The layout's lines; one that begins with `?name ` only where the page has that value."""
    lines = []
    for line in layout.splitlines():
        if line.startswith("?"):
            name, rest = line[1:].split(" ", 1)
            if values[name]:
                lines.append(rest)
        else:
            lines.append(line)
    return lines


def _others(story: Story, publisher: Publisher, number: int) -> list[tuple[str, int]]:
    """Headlines of other stories with their age in minutes, ascending."""
    if story.others:
        titles = story.others
    else:
        pool = publisher.others
        titles = [pool[(number * 3 + index) % len(pool)] for index in range(min(publisher.other_count, len(pool)))]
    return [(title, 2 + 2 * (index // 3) + 5 * (index // 5)) for index, title in enumerate(titles)]


def _url(story: Story, publisher: Publisher) -> str:
    path = story.url or f"{story.published[:10].replace('-', '/')}/{story.name}"
    return f"https://{publisher.domain}/{path}"


def _values(story: Story, publisher: Publisher, others: list[tuple[str, int]]) -> dict[str, str]:
    is_html = publisher.suffix == "html"
    written = html.escape if is_html else str
    headline = markup.plain(story.headline)
    date = _date(publisher.date, story.published, story, publisher)
    authors = publisher.author_and.join(story.authors)
    byline = story.byline or (fill(publisher.byline, authors=authors, AUTHORS=authors.upper()) if authors else "")
    listed = [*others[:2], (headline, others[1][1]), *others[2:]] if publisher.lists_itself else others
    return {
        "headline": written(headline),
        "shown_headline": written(headline.upper() if publisher.headline_case == "upper" else headline),
        "title_tag": fill(publisher.title_tag, headline=written(headline), section=written(story.section)),
        "standfirst": written(markup.plain(story.standfirst)),
        "byline": written(byline),
        "authors": written(authors),
        "author": written(story.authors[0]) if story.authors else "",
        "date": date,
        "day": story.published[:10],
        "year": story.published[:4],
        "iso": moments.words(story.published, publisher.language)["iso"],
        "offset": story.offset or publisher.offset,
        "modified": _date(publisher.modified, story.modified, story, publisher) if story.modified else "",
        "modified_iso": moments.words(story.modified, publisher.language)["iso"] if story.modified else "",
        "section": written(story.section),
        "site": written(publisher.site),
        "domain": publisher.domain,
        "url": _url(story, publisher),
        "slug": story.name,
        "caption": written(story.caption),
        "dateline": written(_dateline(story, publisher)),
        "body": _body(story, publisher, is_html=is_html),
        "json_ld": _json_ld(story, publisher),
        "recent": _list(publisher.recent_item, listed, publisher, width=publisher.recent_width),
        "more": _list(publisher.more_item, listed, publisher, width=publisher.more_width),
    }


def _date(pattern: str, at: str, story: Story, publisher: Publisher) -> str:
    offset = story.offset or publisher.offset
    zone = "GMT" if offset == "+00:00" else publisher.zone_name
    return pattern.format(**moments.words(at, publisher.language), offset=offset, zone=zone)


def _dateline(story: Story, publisher: Publisher) -> str:
    if not (story.place and publisher.dateline):
        return ""
    pattern = publisher.dateline.format(
        **moments.words(story.published, publisher.language),
        place=story.place,
        PLACE=story.place.upper(),
        agency=story.agency or publisher.site,
    )
    return pattern + " "


def _body(story: Story, publisher: Publisher, *, is_html: bool) -> str:
    prefix = _dateline(story, publisher)
    parts = []
    for block in blocks(story):
        if block.startswith("!"):
            name, _, text = block[1:].partition(" ")
            parts.append(fill(publisher.inserts[name], text=html.escape(text) if is_html else text))
            continue
        pattern, text = _shape(block, publisher)
        written = markup.as_html(text) if is_html else markup.unmarked(text)
        if publisher.suffix == "txt":
            written = markup.plain(text)
        parts.append(fill(pattern, text=(html.escape(prefix) if is_html else prefix) + written))
        prefix = ""
    return "\n".join(parts)


def _shape(block: str, publisher: Publisher) -> tuple[str, str]:
    if block.startswith("## "):
        return publisher.subhead, block[3:]
    if block.startswith("> "):
        return publisher.quote, block[2:]
    return publisher.paragraph, block


def _list(item: str, others: list[tuple[str, int]], publisher: Publisher, *, width: int) -> str:
    if not item:
        return ""
    written = html.escape if publisher.suffix == "html" else str
    return "\n".join(
        fill(
            item,
            title=written(cut(title, width, publisher.recent_mark)),
            slug=f"story-{10400 + sum(map(ord, title)) % 9000}",
            time=fill(publisher.relative, n=str(minutes)),
        )
        for title, minutes in others
    )


def _json_ld(story: Story, publisher: Publisher) -> str:
    if not publisher.json_ld:
        return ""
    offset = (story.offset or publisher.offset) if "offset" in publisher.shows else ""
    minute = "minute" in publisher.shows
    article: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": markup.plain(story.headline),
        "datePublished": f"{story.published}:00{offset}" if minute else story.published[:10],
        "mainEntityOfPage": _url(story, publisher),
        "inLanguage": publisher.language,
        "publisher": {"@type": "NewsMediaOrganization", "name": publisher.site, "url": f"https://{publisher.domain}/"},
    }
    if story.modified and "modified" in publisher.shows:
        article["dateModified"] = f"{story.modified}:00{offset}"
    if story.standfirst and "standfirst" in publisher.shows:
        article["description"] = markup.plain(story.standfirst)
    if story.section and "section" in publisher.shows:
        article["articleSection"] = story.section
    if story.authors:
        article["author"] = [{"@type": "Person", "name": name} for name in story.authors]
    site = {"@type": "WebSite", "name": publisher.site, "url": f"https://{publisher.domain}/"}
    context = {"@context": "https://schema.org"}
    shapes: dict[str, Any] = {
        "plain": context | article,
        "array": [context | article, context | site],
        "graph": context | {"@graph": [site, {"@type": "WebPage", "name": markup.plain(story.headline)}, article]},
        "broken": context | article,
    }
    text = json.dumps(shapes[publisher.json_ld], ensure_ascii=False, indent=1)
    if publisher.json_ld == "broken":
        return text[: len(text) * 2 // 3] + '",,\n}'
    return text


def _gold(story: Story, publisher: Publisher, countries: dict[str, str], others: list[tuple[str, int]]) -> Gold:
    shows = set(publisher.shows)
    paragraphs = [markup.plain(_shape(block, publisher)[1]) for block in blocks(story) if not block.startswith("!")]
    inserts = [block[1:].partition(" ") for block in blocks(story) if block.startswith("!")]
    # The order of the zones is the order in which names and dates are listed.
    zones = [story.headline, story.standfirst if "standfirst" in shows else ""]
    zones += [block for block in blocks(story) if not block.startswith("!")]
    marks = [mark for zone in zones for mark in markup.iter_marks(zone)]
    html_page = publisher.suffix == "html"
    content_types = {"html": "text/html", "txt": "text/plain", "md": "text/markdown"}
    return {
        "capture": {
            "url": _url(story, publisher) if html_page else None,
            "content_type": f"{content_types[publisher.suffix]}; charset={publisher.encoding}",
            "captured_at": story.captured or None,
        },
        "title": markup.plain(story.headline),
        "standfirst": markup.plain(story.standfirst) if story.standfirst and "standfirst" in shows else None,
        "authors": story.authors,
        "site": publisher.site if "site" in shows else None,
        "section": story.section if story.section and "section" in shows else None,
        "language": publisher.language,
        "canonical_url": _url(story, publisher) if "canonical" in shows else None,
        "dateline": _gold_dateline(story, publisher),
        "published": _gold_date(story.published, story, publisher) if "published" in shows else None,
        "modified": _gold_date(story.modified, story, publisher) if story.modified and "modified" in shows else None,
        "paragraphs": paragraphs,
        "related": _gold_related(publisher, others, [text for name, _, text in inserts if name == "readalso"]),
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
