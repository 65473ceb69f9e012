"""Page text, as a browser copies it or a tool saves it, taken apart into zones by rules on its lines."""

from collections.abc import Iterable, Sequence

import msgspec

from archiver.document import Discarded
from archiver.normalise import authors, clean, dateline, furniture, heading, lines, lists, markup
from archiver.normalise.draft import DateCandidate, Draft, RelatedDraft
from archiver.normalise.lines import Line

_HEAD = 40  # lines within which a byline may still begin the article anew
_LEADS = 2  # paragraphs that may stand above the byline: standfirst, summary
_FEWEST_STORIES = 3  # headline-like lines in a row that are a list without saying so
_STEM = 30  # code points that a standfirst and the lead share where one repeats the other


class _Rest(msgspec.Struct):
    """What is gathered while the lines after the heading are read."""

    body: list[Line] = msgspec.field(default_factory=list)
    related: list[RelatedDraft] = msgspec.field(default_factory=list)
    discarded: list[Discarded] = msgspec.field(default_factory=list)
    dates: list[DateCandidate] = msgspec.field(default_factory=list)
    bylines: list[str] = msgspec.field(default_factory=list)
    lists: int = 0

    def discard(self, label: str, page: Iterable[Line]) -> None:
        """Keep the lines as cut, under one label."""
        text = "\n".join(line.text for line in page)
        if text:
            self.discarded.append(Discarded(label=label, text=text))

    def relate(self, page: Sequence[Line]) -> None:
        """Take the lines as one more list of other stories."""
        self.related += lists.drafts(page, self.lists)
        self.lists += 1


def read(text: str, *, markdown: bool = False, language: str | None = None) -> Draft:
    """The zones of a page's plain text, or of its Markdown."""
    page, fields = markup.read(text) if markdown else (lines.read(text), {})
    page = lines.join(page)
    start = _first_paragraph(page, language)
    rest = _rest(page[start:])
    head = heading.read(page[:start], [line.text for line in rest.body[:4]])
    standfirst, body = _standfirst(head.standfirst, rest.body, language)
    title = fields.get("title") or head.title
    body, dateline_text = _cut_dateline(body, language)
    byline = " | ".join(filter(None, [head.byline, *rest.bylines])) or None
    return Draft(
        title=title,
        standfirst=fields.get("description") or standfirst,
        byline=byline,
        authors=authors.parse(fields.get("author") or byline or ""),
        dateline_text=dateline_text,
        paragraphs=tuple(line.text for line in body),
        body=markup.write(body),
        section=fields.get("section") or head.section,
        site=fields.get("site"),
        language=fields.get("language"),
        canonical_url=fields.get("url") or head.url,
        image=fields.get("image"),
        dates=(*_field_dates(fields), *head.dates, *rest.dates),
        related=tuple(rest.related),
        discarded=(*head.discarded, *rest.discarded),
    )


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
    for position, line in enumerate(page):
        if line.level or furniture.kind(line.text) or furniture.inline_story(line.text):
            continue
        stated, byline = heading.dates_and_byline(line.text)
        if stated or byline:
            more = any(_is_paragraph(after) for after in page[position + 1 :])
            if paragraphs <= _LEADS and position < _HEAD and more:
                start, paragraphs = None, 0
        elif _is_paragraph(line):
            if dateline.split(line.text, language=language)[0]:
                return position if start is None or position - start > 1 else start
            start = position if start is None else start
            paragraphs += 1
            if paragraphs > _LEADS + 1:
                break
    return start if start is not None else min(1, len(page))


def _is_paragraph(line: Line) -> bool:
    return lines.is_prose(line.text) and not line.level


def _rest(page: Sequence[Line]) -> _Rest:
    """The lines from the first paragraph on: paragraphs, other stories, and the page's furniture."""
    rest = _Rest()
    position = 0
    while position < len(page):
        line = page[position]
        kind = furniture.kind(line.text)
        if kind == "related":
            behind = lists.end(page, position + 1)
            rest.relate(page[position + 1 : behind])
        elif kind == "comments":
            behind = _comments_end(page, position)
        elif kind or _is_repeat(line, rest.body):
            behind = position + 1
        elif _take(line, rest) or _is_text(line):
            position += 1
            continue
        else:
            behind = _run_end(page, position)
            kind = _judge_run(page, position, behind, rest)
            if kind is None:
                rest.body += page[position:behind]
                position = behind
                continue
        rest.discard(kind or "repeated", page[position:behind])
        position = behind
    return rest


def _take(line: Line, rest: _Rest) -> bool:
    """Take a line that is complete by itself: another story, a date, a byline, a paragraph. False if it is none."""
    story = furniture.inline_story(line.text)
    if story:
        url = line.links[0][1] if line.links else None
        rest.related.append(RelatedDraft(title=story, list_number=rest.lists, url=url))
        rest.lists += 1
        rest.discard("related", [line])
        return True
    stated, byline = heading.dates_and_byline(line.text)
    if (stated or byline) and not (lines.is_prose(line.text) and lines.ends_sentence(line.text)):
        rest.dates += stated
        rest.bylines += [byline] if byline else []
        rest.discard("byline", [line])
        return True
    if _is_text(line):
        rest.body.append(line)
        return True
    return False


def _is_text(line: Line) -> bool:
    """Whether the line is a paragraph, a short sentence, or, in Markdown, what its marks make it."""
    text = line.text
    return (
        lines.is_prose(text)
        or bool(line.level or line.quote)
        or (lines.ends_sentence(text) and not lists.is_timed(text))
    )


def _is_repeat(line: Line, body: Sequence[Line]) -> bool:
    return len(line.text) > 2 * _STEM and any(line.text == other.text for other in body)


def _run_end(page: Sequence[Line], start: int) -> int:
    """The index behind a run of lines that aren't paragraphs and carry no label."""
    position = start
    while position < len(page):
        line = page[position]
        if position > start and (
            (_is_text(line) and not (lines.is_headline(line.text) and not lines.is_prose(line.text)))
            or furniture.kind(line.text)
            or furniture.inline_story(line.text)
        ):
            break
        position += 1
    return position


def _judge_run(page: Sequence[Line], start: int, end: int, rest: _Rest) -> str | None:
    """What a run of short lines is: None for part of the body (a subheading, a list), else the label to discard it by."""
    run = page[start:end]
    paragraphs_after = sum(1 for line in page[end : _furniture_from(page, end)] if _is_paragraph(line))
    timed = sum(1 for line in run if lists.is_timed(line.text))
    stories = sum(1 for line in run if lists.is_story(line.text))
    if timed * 2 >= len(run) or (timed > 1 and stories >= _FEWEST_STORIES):
        rest.relate(run)
        return "related"
    announced = bool(rest.body) and rest.body[-1].text.endswith((":", "："))
    if paragraphs_after or announced or (rest.body and all(line.bullet for line in run) and rest.body[-1].bullet):
        return None
    if stories >= _FEWEST_STORIES and stories * 2 > len(run):
        rest.relate(run)
        return "related"
    return "other"


def _furniture_from(page: Sequence[Line], start: int) -> int:
    """The index of the first label of a list or of comments from `start` on."""
    return next(
        (at for at in range(start, len(page)) if furniture.kind(page[at].text) in ("related", "comments", "copyright")),
        len(page),
    )


def _comments_end(page: Sequence[Line], start: int) -> int:
    """The index behind readers' comments: up to the next list's label or the page's foot.

    A bare "Comments" above most of the text is only a link to them.
    """
    end = next(
        (at for at in range(start + 1, len(page)) if furniture.kind(page[at].text) in ("related", "copyright")),
        len(page),
    )
    before = sum(1 for line in page[:start] if _is_paragraph(line))
    inside = sum(1 for line in page[start:end] if _is_paragraph(line))
    return end if before >= inside or before > _LEADS else start + 1


def _standfirst(found: str | None, body: list[Line], language: str | None) -> tuple[str | None, list[Line]]:
    """The standfirst, and the body without it.

    The first paragraph is one where the second repeats it, with or without a dateline before, or where only the second
    has the dateline that a report begins with.
    """
    if len(body) < 2:  # noqa: PLR2004
        return found, body
    first, second = body[0].text, body[1].text
    cut, lead = dateline.split(second, language=language)
    own = dateline.split(first, language=language)[0]
    if own is None and (repeats(first, lead) or (cut and found is None)):
        return found or first, body[1:]
    return found, body


def repeats(standfirst: str, lead: str) -> bool:
    """Whether the lead begins with the words of the standfirst."""
    stem = clean.comparable(standfirst)
    return len(stem) >= _STEM and clean.comparable(lead).startswith(stem)


def _cut_dateline(body: list[Line], language: str | None) -> tuple[list[Line], str | None]:
    """The body without the dateline of its first paragraph, and the dateline."""
    if not body:
        return body, None
    cut, rest = dateline.split(body[0].text, language=language)
    if cut is None or not rest:
        return body, None
    marked = body[0].markup
    if marked:
        marked = dateline.split(marked, language=language)[1] if dateline.split(marked, language=language)[0] else rest
    return [msgspec.structs.replace(body[0], text=rest, markup=marked), *body[1:]], cut
