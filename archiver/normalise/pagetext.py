"""Page text, as a browser copies it or a tool saves it, taken apart into zones by rules on its lines."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import msgspec

from archiver.document import Discarded
from archiver.normalise import (
    authors,
    bios,
    bodytext,
    dateline,
    dateline_cut,
    furniture,
    heading,
    lines,
    markup,
    note_words,
)
from archiver.normalise import language as tongue
from archiver.normalise.draft import DateCandidate, Draft, left_unread
from archiver.normalise.lines import Line

_HEAD = 40  # lines within which a byline may still begin the article anew
_TEASER = 12  # words; a headline that is cut has fewer
_FEWEST_OF_STANDFIRST = 6  # words
_LEADS = 2  # paragraphs that may stand above the byline: standfirst, summary


def read(
    text: str, *, markdown: bool = False, language: str | None = None, learnt: AbstractSet[str] = frozenset()
) -> Draft:
    """The zones of a page's plain text, or of its Markdown; `learnt` are lines that the site's pages repeat."""
    text, unread = lines.bounded(text)
    page, fields = markup.read(text) if markdown else (lines.read(text), {})
    page, repeated = _without(lines.join(page), learnt)
    page, stated = _take_summary(page)
    told = " ".join([line.text for line in page if lines.is_paragraph(line)]) or " ".join([line.text for line in page])
    language = language or tongue.detect(told, None)
    page, filed = _take_dateline(page, language)
    start = _with_short(page, _first_paragraph(page, language), language)
    teaser = _teaser(page)
    if teaser is not None:
        start = teaser
    rest = bodytext.read(page[start + (teaser is not None) :])
    if teaser is not None:
        rest.body.insert(0, page[start])
    lead = [dateline.split(line.text, language=language)[1] for line in rest.body[:4]]
    head = heading.read(page[:start], lead, language)
    standfirst, body = take_standfirst(stated or head.standfirst, rest.body, language)
    if standfirst is not None and not (body or stated):  # all of the story that can be seen
        body = [Line(text=standfirst)]
        standfirst = None
    title = fields.get("title") or head.title
    byline = " | ".join(filter(None, [head.byline, *rest.bylines])) or None
    names = authors.parse(fields.get("author") or byline or "")
    for index in bios.own_bios([line.text for line in body], names):
        rest.discard("bio", [body[index]])
        body = [*body[:index], *body[index + 1 :]]
    body, dateline_text = _cut_dateline(body, language)
    return Draft(
        title=title,
        standfirst=fields.get("description") or standfirst,
        byline=byline,
        authors=names,
        dateline_text=dateline_text or filed,
        paragraphs=tuple(line.text for line in body),
        body=markup.write(body),
        section=fields.get("section") or head.section,
        site=fields.get("site") or head.site,
        language=fields.get("language"),
        canonical_url=fields.get("url") or head.url,
        image=fields.get("image"),
        dates=(*_field_dates(fields), *head.dates, *rest.dates),
        related=tuple(rest.related),
        discarded=(
            *head.discarded,
            *rest.discarded,
            *repeated,
            *left_unread(unread),
        ),
    )


def _without(page: list[Line], learnt: AbstractSet[str]) -> tuple[list[Line], list[Discarded]]:
    """The page without the lines that are known of its site, and these."""
    cut = [line.text for line in page if line.text in learnt and line.level != 1] if learnt else []
    if not cut:
        return page, []
    return [line for line in page if line.text not in learnt or line.level == 1], [
        Discarded(label="learnt", text="\n".join(cut))
    ]


def _take_summary(page: Sequence[Line]) -> tuple[list[Line], str | None]:
    """The page without the standfirst that a label ("Synopsis") stands above, and the standfirst."""
    for position, line in enumerate(page[:_HEAD]):
        behind = page[position + 1] if position + 1 < len(page) else None
        if furniture.heads_summary(line.text) and position and behind and lines.ends_sentence(behind.text):
            return [*page[:position], *page[position + 2 :]], behind.text
    return list(page), None


def _take_dateline(page: Sequence[Line], language: str | None) -> tuple[list[Line], str | None]:
    """The page without the line above its first paragraph that is nothing but a dateline, and that line."""
    for position, line in enumerate(page[:_HEAD]):
        if lines.is_paragraph(line):
            break
        if dateline.is_alone(line.text, language=language):
            return [*page[:position], *page[position + 1 :]], line.text
    return list(page), None


def _field_dates(fields: dict[str, str]) -> list[DateCandidate]:
    return [
        DateCandidate(role=role, source="meta", text=fields[name])
        for name, role in (("date", "published"), ("modified", "modified"))
        if fields.get(name)
    ]


def _first_paragraph(page: Sequence[Line], language: str | None) -> int:
    """The index of the line with which the text begins: the first paragraph, but behind byline and dates that follow it.

    A page without paragraphs (a brief, a caption) begins behind its first line.
    """
    start, paragraphs = None, 0
    last = next((index for index in reversed(range(len(page))) if lines.is_paragraph(page[index])), -1)
    for position, line in enumerate(page):
        if line.level or furniture.kind(line.text) or furniture.inline_story(line.text):
            continue
        stated, byline = heading.dates_and_byline(line.text, language)
        if start is None and position and furniture.heads_points(line.text):
            start = position  # the box is the story's own, at its head too
        elif stated or byline:
            if paragraphs <= _LEADS and position < min(_HEAD, last):
                start, paragraphs = None, 0
        elif lines.is_paragraph(line):
            if dateline.split(line.text, language=language)[0]:
                return position if start is None or position - start > 1 else start
            start = position if start is None else start
            paragraphs += 1
            if paragraphs > _LEADS + 1:
                break
    return start if start is not None else min(1, len(page))


def _with_short(page: Sequence[Line], start: int, language: str | None) -> int:
    """Where the text begins, with the short sentences right above its first paragraph: "It rained."."""
    if start <= 1 or not _is_short_sentence(page[start - 1].text):
        return start
    told = [
        not line.level and not furniture.kind(line.text) and not any(heading.dates_and_byline(line.text, language))
        for line in page[:start]
    ]
    first = told.index(True) if True in told else start  # the headline, or what stands above it
    while start - 1 > first and told[start - 1] and _is_short_sentence(page[start - 1].text):
        start -= 1
    return start


def _is_short_sentence(text: str) -> bool:
    """Whether a line is a sentence too short for a standfirst, or an editor's note."""
    if note_words.is_note(text):
        return lines.ends_sentence(text)
    return text.rstrip("”“\"'»’)").endswith((".", "。", "۔", "।")) and lines.words(text) < _FEWEST_OF_STANDFIRST


def _teaser(page: Sequence[Line]) -> int | None:
    """The index of the cut-off beginning that is all the text of a page without paragraphs; None for other pages."""
    if any(lines.is_paragraph(line) for line in page):
        return None
    for position, line in enumerate(page[1:_HEAD], 1):
        cut = line.text.endswith(("...", "…")) and lines.words(line.text) >= _TEASER
        if cut and not line.level and not furniture.kind(line.text) and not any(heading.dates_and_byline(line.text)):
            return position
    return None


def take_standfirst(found: str | None, body: list[Line], language: str | None) -> tuple[str | None, list[Line]]:
    """The standfirst, and the body without it.

    The first paragraph is one where the second repeats it, with or without a dateline before, or where only the second
    has the dateline that a report begins with. One that was found above isn't told twice.
    """
    if len(body) < 2:  # noqa: PLR2004
        return found, body
    first, second = body[0].text, body[1].text
    if first == found:
        return found, body[1:]
    cut, lead = dateline.split(second, language=language)
    own = dateline.split(first, language=language)[0]
    if own is None and (heading.repeats(first, [lead]) or (cut and found is None)):
        return found or first, body[1:]
    return found, body


def _cut_dateline(body: list[Line], language: str | None) -> tuple[list[Line], str | None]:
    """The body without the dateline of its first paragraph, and the dateline."""
    if not body:
        return body, None
    cut, rest = dateline_cut.split(body[0].text, (line.text for line in body), language=language)
    if cut is None:
        return body, None
    marked = body[0].markup
    if marked:
        marked = dateline.split(marked, language=language)[1] if dateline.split(marked, language=language)[0] else rest
    return [msgspec.structs.replace(body[0], text=rest, markup=marked), *body[1:]], cut
