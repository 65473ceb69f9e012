"""A run of lines that is a list of other stories: its headlines, their times, and where the list ends."""

import re
from collections.abc import Sequence
from functools import lru_cache

from archiver.normalise import addresses, ago, authors, furniture, lines
from archiver.normalise.draft import RelatedDraft
from archiver.normalise.heading import stated_dates
from archiver.normalise.lines import Line

_FEWEST_WORDS = 3
_FEWEST_LETTERS = 12
_MOSTLY_LINK = 0.45  # share of a list's item that a link makes up where it leads away
_FEWEST_LINKS = 2
_WITHIN, _FEWEST_PARTS = 0.8, 3  # share of links of a line in a table of contents; such lines
_ALL_LINK, _FEWEST_SHORT = 0.9, 3  # share of links from which an item is nothing else; such items below their label
_SURE_LABEL, _LONGEST_ANNOUNCED = 2, 15  # words of a line that its colon alone shows to be a label; of any
_STOPS = (".", "。", "।", "۔")
_LONGEST_BEFORE = 5  # words of a label in the line of its story
_LONGEST_UNMARKED, _FEWEST_BEHIND = 4, 5  # words of a label without a colon, and of the headline behind it
_CLOSING = "】」』]）)"  # signs that such a label ends in
_SENTENCE = 4  # words of the shortest
_LONGEST_LABEL = 9  # words of the line over a list
_REMEMBERED, _LONGEST_REMEMBERED = 16_384, 300  # lines: the rules ask for one several times; code points


def end(page: Sequence[Line], start: int) -> int:
    """The index behind the list that begins at `start`, just after its label.

    The list goes on over headlines, times and teasers, up to another label or to paragraphs: one paragraph between two
    headlines is a teaser, two in a row are the article again.
    """
    position, stories = start, 0
    while position < len(page):
        text = page[position].text
        if _is_own(page[position]):
            break
        if furniture.kind(text) is not None and not _is_time(text):
            break
        if is_story(text):
            stories += 1
        elif (lines.is_prose(text) or _goes_on(page[position])) and not _is_teaser(page, position, stories):
            break
        position += 1
    return position


def _goes_on(line: Line) -> bool:
    """Whether a line of page text, which no mark-up tells from a list's, is a short sentence."""
    return (
        line.block < 0
        and line.text[-1] in ".۔।。"
        and lines.ends_sentence(line.text)
        and lines.words(line.text) >= _SENTENCE
    )


def _is_own(line: Line) -> bool:
    """Whether the line, by its place in the page's tree, goes on with the article: no link, and among its paragraphs."""
    return (
        line.block >= 0
        and not line.links
        and (line.own or bool(line.level) or bool(line.bullet))
        and not _is_time(line.text)
    )


def _is_teaser(page: Sequence[Line], position: int, stories: int) -> bool:
    """Whether the paragraph belongs to a headline above it: further headlines, or the list's end, come after it."""
    if not stories:
        return False
    after = page[position + 1].text if position + 1 < len(page) else None
    if after is None:
        return stories > 2  # noqa: PLR2004 - below, the list was an insertion and this the article's last sentence
    return is_story(after) or _is_time(after) or (furniture.kind(after) == "related" and stories > 2)  # noqa: PLR2004


_HEADS_CONTENTS = re.compile(
    r"(?:table\s+of\s+)?contents?(?:\s+(?:hide|show|toggle))?|in\s+this\s+(?:article|story|guide)|on\s+this\s+page|inhalt(?:sverzeichnis)?|auf\s+dieser\s+seite|sommaire|table\s+des\s+matières"
    r"|[íi]ndice|tabla\s+de\s+contenidos?|contenidos?|sumário|sommario|содержание|оглавление|spis\s+treści|inhoud(?:sopgave)?|innehåll(?:sförteckning)?|indhold|içindekiler|المحتويات|فهرست|目次|目录|目錄|목차",
    re.IGNORECASE,
)


def heads_contents(line: str) -> bool:
    """Whether the line heads a table of the page's own parts."""
    return bool(_HEADS_CONTENTS.fullmatch(line.rstrip(" :：")))


def contents_end(page: Sequence[Line], start: int) -> int:
    """The index behind a table of the page's own parts, with the short line that heads it; `start` where there is none."""
    first = start if _leads_within(page[start]) or start + 1 == len(page) else start + 1
    if not _leads_within(page[first]) or (first > start and not _heads_parts(page[start])):
        return start
    position = first + 1
    while position < len(page) and _leads_within(page[position]):
        position += 1
    return position if position - first >= _FEWEST_PARTS else start


def _heads_parts(line: Line) -> bool:
    heads = bool(line.level) or line.text.endswith((":", "：")) or heads_contents(line.text)
    return heads and not line.links and lines.words(line.text) <= _LONGEST_LABEL


def _leads_within(line: Line) -> bool:
    """Whether the line is nothing but a link to a part of its own page; a heading or a table's row has such beside what it tells."""
    return (
        line.linked >= _WITHIN
        and not line.level
        and line.bullet != lines.ROW
        and all(url.startswith("#") for _, url in line.links)
        and not (line.text.endswith(_STOPS) and lines.is_prose(line.text))  # a paragraph that a script opens
    )


def links_end(page: Sequence[Line], start: int) -> int:
    """The index behind a list whose items all lead to stories, with the short line that heads it; `start` for no such list."""
    line = page[start]
    heads = bool(line.level or line.text.endswith((":", "："))) and lines.words(line.text) <= _LONGEST_LABEL
    first = position = start + (heads and not line.bullet)
    while position < len(page) and _leads_away(page[position]):
        position += 1
    if position - first >= _FEWEST_LINKS:
        return position
    if first > start and first < len(page) and _is_link(page[first]) and furniture.announces_stories(line.text):
        while position < len(page) and _is_link(page[position]):
            position += 1
        hosts = {addresses.host(url) for each in page[first:position] for _, url in each.links}
        return position if position - first >= _FEWEST_SHORT and len(hosts) == 1 else start
    return start


def _is_link(line: Line) -> bool:
    """Whether an item is nothing but a link: below a line that speaks of other pages, one of a word or two leads there too."""
    return bool(line.bullet) and line.bullet != lines.ROW and line.linked > _ALL_LINK


def is_label(page: Sequence[Line], line: Line) -> bool:
    """Whether the line announces what more there is, as its colon and its words say, and nothing else stands in its block."""
    if not line.text.endswith((":", "：")) or (count := lines.words(line.text)) > _LONGEST_ANNOUNCED:
        return False
    alone = line.block < 0 or sum(other.block == line.block for other in page) == 1
    return alone and (count <= _SURE_LABEL or furniture.speaks_of_more(line.text))


def is_announced(page: Sequence[Line], start: int) -> bool:
    """Whether the list is one of the story's subjects: a line of the text announces it, and speaks of no other pages."""
    line = page[start - 1 if page[start].bullet and start else start]
    return (
        line.text.endswith((":", "："))
        and not line.level
        and not line.linked
        and not line.bullet
        and not furniture.announces_stories(line.text)
    )


def _leads_away(line: Line) -> bool:
    """Whether the item is a link to a story, or a few words before one."""
    longest = max((lines.words(words) for words, _ in line.links), default=0)
    return (
        bool(line.bullet) and line.linked >= _MOSTLY_LINK and longest > _FEWEST_WORDS and not lines.is_prose(line.text)
    )


def is_teaser(line: Line) -> bool:
    """Whether the line is one linked headline, with only a label ("Earlier:") before it, or a time beside it."""
    words, _ = max(line.links, key=lambda link: len(link[0]), default=("", ""))
    if len(line.links) != 1 or _is_sentence(line.text):
        return False
    label, _, behind = line.text.partition(words)
    label, behind = label.strip(), behind.strip(" |•·–—-()")
    if not is_story(words):
        return not behind and furniture.kind(label) == "related" and lines.words(words) > 1
    if label.endswith((":", "：", "|", ">", "»")):
        return not behind and lines.words(label) <= _LONGEST_BEFORE
    if label and behind:
        return False
    beside = label or behind
    return (
        (lines.words(beside) <= _LONGEST_BEFORE and any(map(str.isdigit, beside)))
        or furniture.kind(beside) == "related"
        or _is_time(beside)
        or (bool(label) and _labels(label, words))
    )


def _labels(label: str, headline: str) -> bool:
    """Whether a few words before a linked headline, with nothing between them, can only be a label: no sentence goes on in it."""
    firsts = [next(filter(str.isalnum, words), "a") for words in (label, headline)]
    return (
        lines.words(label) <= _LONGEST_UNMARKED
        and lines.words(headline) >= _FEWEST_BEHIND
        and (label[-1].isalnum() or label[-1] in _CLOSING)
        and not (
            any(map(str.islower, firsts)) or lines.ends_sentence(headline) or authors.is_marked(f"{label} {headline}")
        )
    )


def is_story(text: str) -> bool:
    """Whether the line is a headline, with or without a time at its end."""
    return _is_story(text) if len(text) <= _LONGEST_REMEMBERED else _is_story.__wrapped__(text)


@lru_cache(maxsize=_REMEMBERED)
def _is_story(text: str) -> bool:
    return bool(ago.splits(text)) or (
        lines.is_headline(text) and lines.letters(text) >= _FEWEST_LETTERS and not _is_time(text)
    )


def is_timed(text: str) -> bool:
    """Whether a relative time stands at the line's end, behind a headline."""
    return any(lines.words(headline) >= _FEWEST_WORDS for headline, _ in ago.splits(text))


def drafts(page: Sequence[Line], number: int) -> list[RelatedDraft]:
    """The stories of a list's lines.

    A line that is only a time belongs to the headline before it, or, where the list begins with a time, to the one behind.
    """
    found: list[RelatedDraft] = []
    leading = bool(page) and _is_time(page[0].text)
    waiting: str | None = None
    short: str | None = None  # a line of one or two words is a headline only if a time follows
    for line in page:
        text = line.text
        if _is_time(text):
            if leading:
                waiting = text
            elif short:
                found.append(RelatedDraft(title=short, list_number=number, time_text=_bare(text)))
            elif found and found[-1].time_text is None:
                found[-1] = RelatedDraft(
                    title=found[-1].title, list_number=number, url=found[-1].url, time_text=_bare(text)
                )
        elif is_story(text) and not authors.is_marked(text) and not _is_sentence(text):
            title, stated, url = _linked(line) or (*_dated(text), None)
            found.append(
                RelatedDraft(
                    title=title, list_number=number, url=url, time_text=stated or (_bare(waiting) if waiting else None)
                )
            )
            waiting = None
        short = None if _is_time(text) or is_story(text) or lines.letters(text) < _FEWEST_LETTERS else text
    return found


def _linked(line: Line) -> tuple[str, str | None, str] | None:
    """Headline, time and address where the headline is a link and the time stands beside it."""
    words, url = max(line.links, key=lambda link: len(link[0]), default=("", ""))
    beside = line.text.replace(words, " ", 1)
    if lines.words(words) < _FEWEST_WORDS:
        return (words, None, url) if words and furniture.kind(beside.strip()) == "related" else None
    title, stated = _dated(words)
    if stated is None:
        for part in (beside, *beside.split("|"), *beside.split("·")):
            if _is_time(part.strip()):
                return title, _bare(part.strip()), url
    return title, stated, url


def _is_sentence(text: str) -> bool:
    return lines.is_prose(text) and not lines.is_headline(text) and not ago.splits(text)


def _is_time(text: str) -> bool:
    """Whether the line is nothing but a time: "2 minutes ago", "September 2, 2025"."""
    if ago.parse(text):
        return True
    return any(not (text[: label.span[0]] + text[label.span[1] :]).strip(" |•·–—-()") for label in stated_dates(text))


def _bare(text: str) -> str:
    labels = stated_dates(text)
    return labels[0].text if labels else text.strip(" |•·–—-()")


def _dated(text: str) -> tuple[str, str | None]:
    """A headline and the absolute date behind it, if one stands there apart from it."""
    for label in stated_dates(text):
        headline = text[: label.span[0]].rstrip(" |•·–—-(")
        if label.span[1] >= len(text.rstrip(" )")) and lines.words(headline) >= _FEWEST_WORDS:
            return headline, label.text
    return text, None
