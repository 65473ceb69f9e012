"""The article's own lines told from what stands between and behind them: other stories, comments, furniture."""

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate

import msgspec

from archiver.document import Discarded
from archiver.normalise import closings, furniture, heading, lines, lists, note_words, stamps, teasers
from archiver.normalise.draft import DateCandidate, RelatedDraft
from archiver.normalise.lines import Line

_FEWEST_STORIES = 3  # headline-like lines in a row that are a list without saying so
_REPEATED = 60  # code points from which a line that was there before is a repetition
_LEADS = 2
_FEWEST_TEASERS = 2  # paragraphs below a line that heads stories
_LONGEST_TEASER = 200  # code points
_LONGEST_BIO = 4  # lines, with its label
_NOT_HEADINGS = frozenset({"navigation", "share", "app", "cookies"})  # "Next" over a part of the text is no button
_MAYBE_HEADINGS = frozenset({"copyright", "tags", "caption", "notice", "navigation", "share"})
_ONE_WORD = frozenset({"latest", "popular", "trending", "recommended", "empfehlungen", "zum thema"})
_SOURCE = re.compile(r"[A-Z]{2,8}(?:\s[A-Z][a-z]{2,8})?\s?[—–]")
_BLANK = frozenset((".", "..", ",", "·", "-", "–", "—", "|", "•", "_"))
_LABEL = 4  # words of a heading that can't be a button
_LINKED = 0.5  # share of links from which a line isn't the article's own words
_MOSTLY = 0.7  # share of a run's lines that make it the article's
_LONGEST_HEADING = 15  # words
_SHORT_HEADING = 4  # words; in a longer one a date is part of what it tells
_LONGEST_GAIN = 40  # words
_NUMBERED = re.compile(r"\d{1,2}[.)]\s\S.{0,100}$")
_LINK = 0.8  # share of a line that links make up from which it is a link to another story


class Rest(msgspec.Struct):
    """What the lines from the first paragraph on hold."""

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


class _Counted:
    """What is counted once over all of a page's lines: the paragraphs, and where the next label stands."""

    def __init__(self, page: Sequence[Line]) -> None:
        self._paragraphs = list(accumulate((lines.is_paragraph(line) for line in page), initial=0))
        kinds = [furniture.kind(line.text) for line in page]
        self._foot = _nexts([kind in ("related", "copyright") for kind in kinds])
        self._furniture = _nexts([kind in ("related", "comments", "copyright") for kind in kinds])
        self._label = _nexts([kind is not None for kind in kinds])

    def paragraphs(self, start: int, end: int) -> int:
        """How many of these lines are paragraphs."""
        return self._paragraphs[end] - self._paragraphs[start]

    def next_foot(self, start: int) -> int:
        """The index of the first label of a list or line of the page's foot from `start` on, else the page's end."""
        return self._foot[start]

    def next_furniture(self, start: int) -> int:
        """The index of the first label of a list or of comments from `start` on, else the page's end."""
        return self._furniture[start]

    def next_label(self, start: int) -> int:
        """The index of the first line from `start` on that is furniture of any kind, else the page's end."""
        return self._label[start]


def _nexts(wanted: Sequence[bool]) -> list[int]:
    """For each index, and the end, the first index from there on that is wanted, else the end."""
    found = [len(wanted)]
    for index in range(len(wanted) - 1, -1, -1):
        found.append(index if wanted[index] else found[-1])
    return found[::-1]


def read(page: Sequence[Line]) -> Rest:
    """The lines from the first paragraph on: paragraphs, other stories, and the page's furniture."""
    behind = teasers.start(page)
    rest = _read(page[:behind])
    while len(rest.body) > 1 and (label := _foot(rest.body[-1], page)):
        rest.discard(label, [rest.body.pop()])
    if behind < len(page):
        rest.relate(page[behind:])
        rest.discard("related", page[behind:])
    return rest


def _foot(line: Line, page: Sequence[Line]) -> str | None:
    """What the last line is if it is none of the text: the house's request, a heading of what was cut, or a sign that the text ends."""
    if closings.asks(line.text):
        return "notice"
    return "other" if _heads(line) or lists.is_label(page, line) or closings.ends(line.text) else None


def _heads(line: Line) -> bool:
    """Whether the line is but a heading: some old systems set paragraphs and corrections as one."""
    told = lines.ends_sentence(line.text) and not line.text.endswith("?")
    return bool(line.level) and not told and lines.words(line.text) <= _LONGEST_HEADING


def _read(page: Sequence[Line]) -> Rest:
    rest = Rest()
    counted = _Counted(page)
    repeatable: set[str] = set()  # of the body so far
    position = 0
    while position < len(page):
        line = page[position]
        kind = "other" if _tells_nothing(line.text) else furniture.kind(line.text)
        if line.level and kind and _is_own_heading(page, position, kind):
            kind = None
        if not kind and stamps.is_stamp(line.text) and _has_entry(page, position):
            rest.discard("time", [line])
            position += 1
            continue
        if kind or line.text in repeatable:
            behind = _furniture_end(page, position, kind, counted)
            if kind == "related":
                rest.relate(page[position + 1 : behind])
        elif listed := _listed(page, position, rest):
            behind, kind = listed
            if not kind:
                position = behind
                continue
        elif _take_numbered(page, position, rest) or _take(line, rest) or _is_text(line):
            _remember(rest.body[-1:], repeatable)
            position += 1
            continue
        else:
            behind = _run_end(page, position)
            kind = _judge_run(page[position:behind], behind, counted, rest)
            if kind is None:
                own = _without_stories(page[position:behind], rest)
                rest.body += own
                _remember(own, repeatable)
                position = behind
                continue
        rest.discard(kind or "repeated", page[position:behind])
        position = behind
    return rest


def _listed(page: Sequence[Line], position: int, rest: Rest) -> tuple[int, str] | None:
    """Take a list of links that begins here: the index behind it, and the label that it is cut by, if it isn't the story's."""
    if (behind := lists.contents_end(page, position)) > position:
        return behind, "navigation"
    if (behind := lists.links_end(page, position)) <= position:
        return None
    if page[behind - 1].links[0][1].startswith("#"):
        return behind, "navigation"
    if lists.is_announced(page, position):
        rest.body += page[position:behind]
        return behind, ""
    rest.relate(page[position:behind])
    return behind, "related"


def _tells_nothing(text: str) -> bool:
    """Whether a line is but a sign, or an agency's name and a dash, which stood before the text: "CNN —"."""
    return text in _BLANK or (text[-1:] in ("—", "–") and bool(_SOURCE.fullmatch(text)))


def _is_own_heading(page: Sequence[Line], position: int, kind: str) -> bool:
    """Whether a heading is one of the text, though its words are a button's or a label's: a paragraph stands right below it."""
    line = page[position]
    if kind in _NOT_HEADINGS and lines.words(line.text) < _LABEL:
        return not lists.heads_contents(line.text)
    if kind not in _MAYBE_HEADINGS and not (kind == "related" and line.text.lower() in _ONE_WORD):
        return False
    below = page[position + 1] if position + 1 < len(page) else None
    return (
        below is not None
        and lines.is_paragraph(below)
        and below.linked < _LINKED
        and furniture.kind(below.text) is None
        and (below.own or line.block < 0)
        and below.block == line.block + (line.block >= 0)  # nothing was cut between them
    )


def _take_numbered(page: Sequence[Line], position: int, rest: Rest) -> bool:
    """Take a line that is a link and all the same the numbered heading of a part: a paragraph of the text stands right below it."""
    line = page[position]
    if not line.text[:1].isdigit() or line.linked < _LINKED or not _NUMBERED.match(line.text):
        return False
    if not _is_above_text(page, position):
        return False
    rest.body.append(line)
    return True


def _is_above_text(page: Sequence[Line], position: int) -> bool:
    """Whether a paragraph stands right below the line, on a page with elements one of the text's own."""
    below = page[position + 1] if position + 1 < len(page) else None
    if below is None or not (below.own or page[position].block < 0):
        return False
    return lines.is_paragraph(below) and below.linked < _LINKED


def _has_entry(page: Sequence[Line], position: int) -> bool:
    """Whether an entry follows the line: a heading or a paragraph."""
    behind = page[position + 1] if position + 1 < len(page) else None
    return behind is not None and not page[position].bullet and bool(behind.level or lines.is_prose(behind.text))


def _furniture_end(page: Sequence[Line], start: int, kind: str | None, counted: _Counted) -> int:
    """The index behind what a line of this kind begins: a list, comments, what is told of an author; else the line alone."""
    if kind == "related":
        return max(lists.end(page, start + 1), _teasers_end(page, start, counted))
    if kind == "comments":
        return start + 1 if _is_button(page, start) else _comments_end(counted, start, heading=bool(page[start].level))
    behind = start + 1
    if kind == "bio":
        told = 0  # paragraphs: behind the first, the article may go on
        while behind < min(len(page), start + _LONGEST_BIO) and furniture.kind(page[behind].text) is None:
            told += lines.is_paragraph(page[behind])
            if told > 1:
                break
            behind += 1
    return _offer_end(page, behind) if kind == "paywall" else behind


def _teasers_end(page: Sequence[Line], start: int, counted: _Counted) -> int:
    """The index behind the short paragraphs that end the page right below a line such as "Recent stories"; behind the line if it heads none."""
    end = counted.next_label(start + 1)
    told = counted.paragraphs(start + 1, end)
    if (
        told >= _FEWEST_TEASERS
        and furniture.names_stories(page[start].text)
        and page[start + 1].block == page[start].block + 1  # else its list was cut, and this is the text again
        and counted.paragraphs(0, start) >= told
        and not counted.paragraphs(end, len(page))
        and all(len(line.text) <= _LONGEST_TEASER for line in page[start + 1 : end])
    ):
        return end
    return start + 1


def _offer_end(page: Sequence[Line], start: int) -> int:
    """The index behind the list of what a subscriber gets."""
    position = start
    while position < len(page) and page[position].bullet and lines.words(page[position].text) <= _LONGEST_GAIN:
        position += 1
    return position


def _take(line: Line, rest: Rest) -> bool:
    """Take a line that is complete by itself: another story, a date, a byline, a paragraph. False if it is none."""
    story = furniture.inline_story(line.text)
    if story:
        url = line.links[0][1] if line.links else None
        rest.related.append(RelatedDraft(title=story, list_number=rest.lists, url=url))
        rest.lists += 1
        rest.discard("related", [line])
        return True
    if _is_other_story(line):
        rest.relate([line])
        rest.discard("related", [line])
        return True
    told = (
        line.entry
        or line.quote
        or line.bullet == lines.ROW
        or _is_subheading(line)
        or (lines.is_prose(line.text) and lines.ends_sentence(line.text))
    )
    stated, byline = ([], None) if told else heading.dates_and_byline(line.text)
    if stated or byline:
        rest.dates += stated
        rest.bylines += [byline] if byline else []
        rest.discard("byline", [line])
        return True
    if not told and not line.level and not line.bullet and heading.doubtful_dates(line.text):
        rest.discard("byline", [line])  # "Published today at 6.15, updated at 11.40"
        return True
    if _is_text(line):
        rest.body.append(line)
        return True
    return False


def _is_other_story(line: Line) -> bool:
    """Whether the line is a link to another story, with hardly more than a label or a time beside it."""
    if line.linked <= _LINKED or (line.own and not any(lists.is_story(words) for words, _ in line.links)):
        return False  # of several short links among the paragraphs, each is the name of a subject
    if line.linked > _LINK and lines.is_headline(line.text) and (line.leads == "site" or not line.level):
        return True
    return furniture.leads_on(line.text) or (line.leads == "site" and not line.level and lists.is_teaser(line))


def _without_stories(run: Sequence[Line], rest: Rest) -> list[Line]:
    """The run's lines but those that lead to another story of the site, and what stands in the same links with them."""
    urls = {line.links[0][1] for line in run if _leads_off(line)}
    if not urls:
        return list(run)
    other = [line for line in run if line.linked > _LINKED and not line.bullet and line.links[0][1] in urls]
    rest.relate(other)
    rest.discard("related", other)
    return [line for line in run if line not in other]


def _leads_off(line: Line) -> bool:
    """Whether a line among others that may be text is a link to another story of the site."""
    return line.leads == "site" and not line.bullet and _is_other_story(line)


def _is_subheading(line: Line) -> bool:
    """Whether the line is a heading of so many words that a date in it is part of what it tells."""
    return line.level > 1 and lines.words(line.text) > _SHORT_HEADING and line.linked < _LINKED


def _is_text(line: Line) -> bool:
    """Whether the line is a paragraph, a short sentence, or, in Markdown, what its marks make it."""
    text = line.text
    return (
        lines.is_prose(text)
        or bool(line.level or line.quote or line.entry)
        or (lines.ends_sentence(text) and not lists.is_timed(text))
        or note_words.is_note(text)
    )


def _remember(body: Iterable[Line], repeatable: set[str]) -> None:
    """Keep the texts that are no repetition by chance where they come again."""
    repeatable.update(line.text for line in body if len(line.text) > _REPEATED)


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


def _judge_run(run: Sequence[Line], end: int, counted: _Counted, rest: Rest) -> str | None:
    """What a run of short lines is: None for part of the body (a subheading, a list), else the label to discard it by."""
    if furniture.heads_points(run[0].text) and len(run) > 1:
        return None
    if rest.body and run[0].block >= 0:
        most = {lines.ROW: _LINK}  # a table's row often has links in it
        own = sum(line.linked < most.get(line.bullet, _LINKED) and bool(line.own or line.bullet) for line in run)
        if own >= _MOSTLY * len(run):
            return None
    paragraphs_after = counted.paragraphs(end, counted.next_furniture(end))
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


def _is_button(page: Sequence[Line], start: int) -> bool:
    """Whether a line like "12 comments" only leads to them: it is no heading, and a paragraph of the text stands below it."""
    line = page[start]
    return line.block >= 0 and not (line.level or line.own) and _is_above_text(page, start)


def _comments_end(counted: _Counted, start: int, *, heading: bool) -> int:
    """The index behind readers' comments: up to the next list's label or the page's foot.

    A bare "Comments" above most of the text is only a link to them, if it is no heading.
    """
    end = counted.next_foot(start + 1)
    before, inside = counted.paragraphs(0, start), counted.paragraphs(start, end)
    return end if before >= inside or before > (0 if heading else _LEADS) else start + 1
