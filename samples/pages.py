"""A story in a publisher's layout: the page."""

import html
import json
from string import Template
from typing import Any

import markup
import moments
from records import Publisher, Story, address, blocks, cut, fill, shape


def render(story: Story, publisher: Publisher, others: list[tuple[str, int]]) -> bytes:
    """The page's bytes; `others` are the headlines that its lists show, with their age in minutes."""
    values = _values(story, publisher, others)
    layout = "\n".join(_shown_lines(publisher.layout, values))
    return Template(layout).substitute(values).encode(publisher.encoding, "xmlcharrefreplace")


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
        "bio": written(story.bio),
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
        "url": address(story, publisher),
        "url_length": f"{len(address(story, publisher)):04}",  # as browsers note it in a saved page
        "slug": story.name,
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
        pattern, text = shape(block, publisher)
        written = markup.as_html(text) if is_html else markup.unmarked(text)
        if publisher.suffix == "txt":
            written = markup.plain(text)
        parts.append(fill(pattern, text=(html.escape(prefix) if is_html else prefix) + written))
        prefix = ""
    return "\n".join(parts)


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
        "mainEntityOfPage": address(story, publisher),
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
