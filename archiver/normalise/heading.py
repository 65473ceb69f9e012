"""What stands above the article in page text: headline, standfirst, byline and dates, among navigation."""

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from archiver.document import Discarded
from archiver.normalise import ago, author_words, authors, clean, dateline, furniture, likeness, lines, other_days
from archiver.normalise import title as titles
from archiver.normalise.date_labels import LabelledDate, find_doubtful, find_labels, find_leading, find_loose
from archiver.normalise.draft import DateCandidate
from archiver.normalise.lines import Line

_CRUMB = re.compile(r"\s*[>›»→]\s*")
_FIELD = re.compile(
    r"^(?:title|headline|titel|titre|título|titolo|subject|betreff|objet|asunto|oggetto|assunto|тема)\s*:\s*",
    re.IGNORECASE,
)
_NO_HEADLINE = re.compile(
    r"\W{0,3}(?:for\simmediate\srelease|(?:press|news|media)\s(?:release|statement)|pressemitteilung|medienmitteilung|communiqué(?:\sde\spresse)?|nota\sde\sprensa|"
    r"comunicado\sde\s(?:prensa|imprensa)|comunicato(?:\sstampa)?|пресс-релиз|persbericht)\W{0,3}",
    re.IGNORECASE,
)
_URL = re.compile(r"(?:(?:source|url|link|permalink|via|retrieved from)\s*:?\s*)?(https?://\S{3,500})", re.IGNORECASE)
_HAS_DIGIT = re.compile(r"\d").search
_MOST_OF_LABEL, _MOST_OF_NAME_AND_ROLE, _MOST_WITH_ROLE, _MOST_MARKED = 3, 7, 16, 25  # words
_MOST_PARTS = 5  # of a line of author, date, place, section and reading time
_PARTED = re.compile(r"\s+[|•·]\s+")
_BARS = re.compile(r"(?:\s*\|\s*)+")
_LONGEST_TITLE = 300
_STEM = 30  # code points that a standfirst and the lead share where one repeats the other
_FEWEST_SHARED = 2  # words of the lead that a headline above another has
_LONGEST_BYLINE = 200
_OF_ORIGINAL = 2.4  # how far "Originally published on" is trusted: less than what tells of the page itself
_REMEMBERED = 16_384  # lines: the rules ask for one line several times;
_REMEMBERED_LENGTH = 500  # longer ones aren't kept


class Heading(msgspec.Struct, frozen=True, kw_only=True):
    """The zones found above an article, and what was discarded there."""

    title: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    section: str | None = None
    site: str | None = None
    url: str | None = None
    dates: tuple[DateCandidate, ...] = ()
    discarded: tuple[Discarded, ...] = ()


def stated_dates(text: str, language: str | None = None) -> tuple[LabelledDate, ...]:
    """The dates that a line states; looked for only where a figure stands, for most lines have none."""
    if not _HAS_DIGIT(text):
        return ()
    return _stated(text, language) if len(text) <= _REMEMBERED_LENGTH else find_labels(text, language=language)


@lru_cache(maxsize=_REMEMBERED)
def _stated(text: str, language: str | None) -> tuple[LabelledDate, ...]:
    return find_labels(text, language=language)


def loose_dates(text: str, language: str | None = None) -> tuple[LabelledDate, ...]:
    """The first date in a line that isn't prose, whatever stands around it."""
    return find_loose(text, language=language) if _HAS_DIGIT(text) else ()


def leading_dates(text: str, language: str | None = None) -> tuple[LabelledDate, ...]:
    """The date that a paragraph begins with and that is set apart from it."""
    return find_leading(text, language=language) if any(map(str.isdigit, text[:80])) else ()


def dates_and_byline(text: str, language: str | None = None) -> tuple[list[DateCandidate], str | None]:
    """The dates that a line states, and its byline: what stands beside them, or the line itself if it says "By …".

    ([], None) for a line that is neither.
    """
    if len(text) > _LONGEST_BYLINE + 100:
        return [], None
    labels = stated_dates(text, language)
    if labels and (_is_dateline(text, language) or other_days.of(text, labels[0].text, bare=not labels[0].label)):
        return [], None
    if labels:
        candidates = [
            DateCandidate(
                role=label.role,
                source=label.source,
                text=label.text,
                trust=_OF_ORIGINAL if other_days.is_original(text, label.text) else None,
            )
            for label in labels
        ]
        rest = text
        for label in reversed(labels):
            rest = rest[: label.span[0]] + " | " + rest[label.span[1] :]
        beside = _BARS.sub(" | ", rest).strip(" |•·–—-,()[]")
        return candidates, None if not beside or _is_label(beside) else beside
    if _is_byline(text):
        return [], text
    return _in_parts(text, language) if _HAS_DIGIT(text) and _PARTED.search(text) else ([], None)


def _is_byline(text: str) -> bool:
    """Whether a line without a date names authors, by a role or by "By"."""
    count = lines.words(text)
    if count <= _MOST_WITH_ROLE and not lines.ends_sentence(text):
        if authors.has_role(text):
            return True
        if count <= _MOST_OF_NAME_AND_ROLE and _is_name_and_role(text):
            return True
    return count <= _MOST_MARKED and len(text) <= _LONGEST_BYLINE and authors.is_marked(text) and _names(text)


def _is_label(words: str) -> bool:
    """Whether what stands beside a date is an unknown label of it: "Load-Date:"."""
    return words.endswith((":", "：")) and lines.words(words) <= _MOST_OF_LABEL


def _is_name_and_role(text: str) -> bool:
    """Whether a line is a name with its role behind it, and no sign between: "Ida Quist Transport correspondent"."""
    if not author_words.ROLE.search(text):
        return False
    names = authors.parse(text)
    if len(names) != 1 or not likeness.of(names[0]) or not text.startswith(names[0]):
        return False
    role = text[len(names[0]) :].strip()
    return bool(role) and author_words.ROLE.search(role) is not None


def _in_parts(text: str, language: str | None) -> tuple[list[DateCandidate], str | None]:
    """The dates and the byline among the parts of a line: "4 March 2025 | By Jane Roe | News"."""
    dates: list[DateCandidate] = []
    names: list[str] = []
    parts = _PARTED.split(text)
    for part in parts if len(parts) <= _MOST_PARTS else ():
        stated, byline = dates_and_byline(part, language)
        dates += stated
        names += [byline] if byline else [part] if authors.looks_like_name(part) else []
    return dates, (" | ".join(names) or None) if dates else None


def _is_dateline(text: str, language: str | None) -> bool:
    """Whether the line is a paragraph with its dateline: "KARACHI, May 6 2022 (Agency) - The mill was sold."."""
    return lines.ends_sentence(text) and dateline.split(text, language=language)[0] is not None


def doubtful_dates(text: str, language: str | None = None, *, dated: bool = False) -> list[DateCandidate]:
    """What the line states as a date that can't be read as a day; `dated`: the page says of the line that it is a date."""
    labels = find_doubtful(text, language=language, dated=dated)
    return [DateCandidate(role=label.role, source=label.source, text=label.text) for label in labels]


def _names(text: str) -> bool:
    return not (lines.ends_sentence(text) and lines.is_prose(text)) and bool(
        any(likeness.of(name) or authors.is_desk(name) for name in authors.parse(text))
        or authors.agency(text)
        or re.search(r"correspondent|reporter", text, re.IGNORECASE)
    )


def read(head: Sequence[Line], lead: Sequence[str], language: str | None = None) -> Heading:
    """The zones above the first paragraph of the body.

    `lead` is the body's beginning, by whose words the headline is told from navigation.
    """
    candidates: list[tuple[int, Line]] = []
    dates: list[DateCandidate] = []
    bylines: list[str] = []
    discarded: list[Discarded] = []
    section = url = None
    anchor = len(head)
    for position, line in enumerate(head):
        stated, byline = dates_and_byline(line.text, language)
        stated = stated or doubtful_dates(line.text, language)
        address = _URL.fullmatch(line.text)
        kind = furniture.kind(line.text)
        if address:
            url = url or address[1]
        elif line.level:
            candidates.append((position, line))
        elif stated or byline:
            dates += stated
            byline = authors.without_towns(byline) if byline and stated else byline
            bylines += [byline] if byline else []
            anchor = min(anchor, position)
        elif ago.parse(line.text):
            discarded.append(Discarded(label="time", text=line.text))
        elif _NO_HEADLINE.fullmatch(line.text):
            discarded.append(Discarded(label="navigation", text=line.text))
        elif kind:
            crumbs = _CRUMB.split(line.text)
            if kind == "navigation" and len(crumbs) > 1:
                section = next((crumb for crumb in reversed(crumbs[1:]) if 0 < lines.words(crumb) <= 3), section)  # noqa: PLR2004
            discarded.append(Discarded(label=kind, text=line.text))
        else:
            candidates.append((position, line))
    chosen = _unglued(_title(candidates, anchor, lead), candidates)
    rest = [pair for pair in candidates if pair[0] != chosen]
    title = _FIELD.sub("", head[chosen].text) if chosen is not None else None
    site = _site(title, [line.text for _, line in rest])
    standfirst, byline, left = _others(rest, chosen, title, found=bool(bylines))
    if byline:
        bylines.append(byline)
    return Heading(
        title=title,
        standfirst=standfirst,
        byline=" | ".join(bylines) or None,
        section=section,
        site=site,
        url=url,
        dates=tuple(dates),
        discarded=(*discarded, *left),
    )


def _site(headline: str | None, others: Sequence[str]) -> str | None:
    """The site's name: what the page's title has beside the headline, where both stand above the article."""
    glued = (text for text in others if headline and text != headline and titles.is_part(headline, text))
    return next((site for text in glued if (site := titles.strip_site(text, (), headline)[1])), None)


def _title(candidates: Sequence[tuple[int, Line]], anchor: int, lead: Sequence[str]) -> int | None:
    """The position of the headline among the lines above the article.

    A Markdown heading of the first level is one. Else the line that shares most words with the lead wins; one that
    looks like a headline, is near the byline, or comes first is likelier.
    """
    for position, line in candidates:
        if line.level == 1 or _FIELD.match(line.text):
            return position
    told = _content(" ".join(lead))
    best, best_score = None, 0.0
    for position, line in candidates:
        if len(line.text) > _LONGEST_TITLE:
            continue
        own = _content(line.text)
        score = 2.0 * len(own & told) / len(own) if own else 0.0
        score += 1.0 if lines.is_headline(line.text) else -0.5
        score += 0.5 if position < anchor else 0.0
        score += 0.6 if line.level else 0.0
        score -= 0.8 if lines.ends_sentence(line.text) and not line.text.endswith(("?", "!", "؟")) else 0.0
        score -= 2.0 if repeats(line.text, lead) else 0.0
        score -= 2.0 if "@" in line.text else 0.0  # whom to write to
        score -= 0.1 * position
        if best is None or score > best_score:
            best, best_score = position, score
    above = next((line for position, line in candidates if best and position == best - 1), None)
    return best - 1 if best and above and _heads(above.text, told) else best


def _heads(text: str, told: set[str]) -> bool:
    """Whether the line right above the likeliest headline is the headline, and that one its standfirst: it tells of the same."""
    own = _content(text)
    shared = len(own & told)
    return lines.is_headline(text) and shared >= _FEWEST_SHARED and 2 * shared >= len(own)


def _unglued(chosen: int | None, candidates: Sequence[tuple[int, Line]]) -> int | None:
    """The position of the headline alone, where the page's title, with the site's name behind it, was chosen."""
    text = next((line.text for position, line in candidates if position == chosen), "")
    return next(
        (
            position
            for position, line in candidates
            if position != chosen and 2 * len(line.text) > len(text) and titles.is_part(line.text, text)
        ),
        chosen,
    )


def repeats(line: str, lead: Sequence[str]) -> bool:
    """Whether one of the first paragraphs begins with the words of the line, as of a standfirst."""
    stem = clean.comparable(line)
    return len(stem) >= _STEM and any(clean.comparable(paragraph).startswith(stem) for paragraph in lead)


def _content(text: str) -> set[str]:
    """The words by which two texts are seen to speak of the same: not the short ones of a spaced script."""
    return {word[:6] for word in clean.comparable(text).split() if len(word) > 3 or not word.isascii()}  # noqa: PLR2004


def _others(
    rest: Sequence[tuple[int, Line]], chosen: int | None, title: str | None, *, found: bool
) -> tuple[str | None, str | None, list[Discarded]]:
    """Standfirst and bare byline among the lines that aren't the headline, and what is left."""
    standfirst = byline = None
    left: list[Discarded] = []
    for position, line in rest:
        behind = chosen is not None and position > chosen
        signed = behind and (authors.looks_like_name(line.text) or authors.looks_like_names(line.text))
        if clean.comparable(line.text) == clean.comparable(title or ""):
            left.append(Discarded(label="headline", text=line.text))
        elif (
            behind
            and standfirst is None
            and not (signed and not found)
            and (
                lines.is_prose(line.text)
                or lines.words(line.text) >= 6  # noqa: PLR2004
                or (position - 1 == chosen and lines.is_headline(line.text) and not signed)
            )
        ):
            standfirst = line.text
        elif signed and byline is None and not found:
            byline = line.text
        else:
            left.append(Discarded(label="byline" if behind and found else "navigation", text=line.text))
    return standfirst, byline, left
