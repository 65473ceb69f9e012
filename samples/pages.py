"""A story in a publisher's layout: the page."""

import html
import itertools
import json
from string import Template
from typing import Any

import markup
import moments
from records import Publisher, Story, address, blocks, cut, fill, said, shape


def render(story: Story, publisher: Publisher, others: list[tuple[str, int]]) -> bytes:
    """The page's bytes; `others` are the headlines that its lists show, with their age in minutes."""
    values = _values(story, publisher, others)
    layout = "\n".join(_shown_lines(publisher.layout, values))
    page = Template(layout).substitute(values)
    return page.encode(publisher.encoding, "xmlcharrefreplace" if publisher.suffix == "html" else "strict")


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
    byline = story.byline or (fill(publisher.byline, **_names(story, publisher)) if authors else "")
    listed = [*others[:2], (headline, others[1][1]), *others[2:]] if publisher.lists_itself else others
    return {
        "headline": written(headline),
        "shown_headline": written(headline.upper() if publisher.headline_case == "upper" else headline),
        "title_tag": fill(publisher.title_tag, headline=written(headline), section=written(story.section)),
        "standfirst": written(markup.plain(story.standfirst)),
        "byline": written(byline),
        "authors": written(authors),
        "author": written(story.authors[0] if story.authors else ""),
        "bio": written(story.bio),
        "date": date,
        "day": story.published[:10],
        "year": story.published[:4],
        "iso": moments.words(story.published, publisher.language)["iso"],
        "epoch": moments.epoch(story.published, story.offset or publisher.offset),
        "offset": story.offset or publisher.offset,
        "modified": _date(publisher.modified, story.modified, story, publisher) if story.modified else "",
        "modified_iso": moments.words(story.modified, publisher.language)["iso"] if story.modified else "",
        "section": written(story.section),
        "site": written(publisher.site),
        "domain": publisher.domain,
        "url": address(story, publisher),
        "url_length": f"{len(address(story, publisher)):04}",  # as browsers note it in a saved page
        "path": address(story, publisher).partition(publisher.domain)[2],
        "slug": story.name,
        "dateline": written(_dateline(story, publisher)),
        "body": _body(story, publisher, is_html=is_html),
        "json_ld": _json_ld(story, publisher),
        "recent": _list(publisher.recent_item, listed, publisher, width=publisher.recent_width),
        "more": _list(publisher.more_item, listed, publisher, width=publisher.more_width),
    }


def _names(story: Story, publisher: Publisher) -> dict[str, str]:
    """The authors' names as a byline may write them: as they are, in capitals, "Surname, First"."""
    authors = publisher.author_and.join(story.authors)
    inverted = "; ".join(", ".join(reversed(name.rsplit(" ", 1))) for name in story.authors)
    return {"authors": authors, "AUTHORS": authors.upper(), "inverted": inverted}


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
    for kind, run in itertools.groupby(blocks(story), key=lambda block: block[:2]):
        written = []
        for block in run:
            if block.startswith("!"):
                name, _, text = block[1:].partition(" ")
                written.append(fill(publisher.inserts[name], text=html.escape(text) if is_html else text))
                continue
            written.append(_block(block, prefix, publisher, is_html=is_html))
            prefix = ""
        if is_html and kind == "- ":
            written = [fill(publisher.item_list, items="\n".join(written))]
        elif is_html and kind == "| ":
            written = [fill(publisher.table, rows="\n".join(written))]
        parts += written
    return "\n".join(parts)


def _block(block: str, prefix: str, publisher: Publisher, *, is_html: bool) -> str:
    pattern, text = shape(block, publisher)
    if publisher.suffix == "txt":
        text = markup.plain(text)
    write, escape = (markup.as_html, html.escape) if is_html else (markup.unmarked, str)
    said_words, *who = [write(part) for part in said(text)]
    cells = "".join(f"<td>{cell}</td>" for cell in said_words.split(" | "))
    return fill(pattern, text=escape(prefix) + said_words, who=" ".join(who), cells=cells)


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
    shape_name, _, extra = publisher.json_ld.partition("+")
    article = _article(story, publisher) | _extra(extra, story, publisher)
    site = {"@type": "WebSite", "name": publisher.site, "url": f"https://{publisher.domain}/"}
    page = {"@type": "WebPage", "name": markup.plain(story.headline)}
    context = {"@context": "https://schema.org"}
    shapes: dict[str, Any] = {
        "plain": context | article,
        "array": [context | article, context | site],
        "graph": context | {"@graph": [site, page, article]},
        "linked": context | {"@graph": _linked(article, site, page, publisher)},
        "broken": context | article,
        "escaped": context | article,
    }
    text = json.dumps(shapes[shape_name], ensure_ascii=False, indent=1)
    if shape_name == "broken":
        return text[: len(text) * 2 // 3] + '",,\n}'
    return html.escape(text) if shape_name == "escaped" else text


def _article(story: Story, publisher: Publisher) -> dict[str, Any]:
    """What the page's JSON-LD says of its article."""
    offset = (story.offset or publisher.offset) if "offset" in publisher.shows else ""
    minute = "minute" in publisher.shows
    day = f"{story.published[:10]}T00:00:00{publisher.offset}" if publisher.json_midnight else story.published[:10]
    article: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": markup.plain(story.headline),
        "datePublished": f"{story.published}:00{offset}" if minute else day,
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
    return article


def _extra(name: str, story: Story, publisher: Publisher) -> dict[str, Any]:
    """What some publishers' JSON-LD has besides: the text, or the entries of a live blog with their times."""
    shown = [block for block in blocks(story) if not block.startswith("!")]
    if name == "body":
        texts = [markup.plain(part) for block in shown for part in said(shape(block, publisher)[1])]
        return {"articleBody": "\n\n".join(texts)}
    if name == "live":
        entries = [block[1:].partition(" ") for block in shown if block.startswith("@")]
        return {
            "@type": "LiveBlogPosting",
            "coverageStartTime": f"{story.published}:00{publisher.offset}",
            "liveBlogUpdate": [
                {
                    "@type": "BlogPosting",
                    "headline": markup.plain(text),
                    "datePublished": f"{story.published[:10]}T{time}:00{publisher.offset}",
                }
                for time, _, text in entries
            ],
        }
    return {}


def _linked(
    article: dict[str, Any], site: dict[str, Any], page: dict[str, Any], publisher: Publisher
) -> list[dict[str, Any]]:
    """The parts of a graph, each of which names the others by their ids."""
    home = f"https://{publisher.domain}/"
    people = [
        {"@type": "Person", "@id": f"{home}#/person/{number}", "name": author["name"], "url": f"{home}author/{number}"}
        for number, author in enumerate(article.get("author", []))
    ]
    organisation = {"@type": "Organization", "@id": f"{home}#organization", "name": publisher.site, "url": home}
    linked = article | {"publisher": {"@id": f"{home}#organization"}}
    if people:
        linked["author"] = [{"@id": person["@id"]} for person in people]
    return [linked, page | {"datePublished": article["datePublished"]}, site, organisation, *people]
