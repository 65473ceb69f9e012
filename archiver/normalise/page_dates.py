"""The dates that a reader sees on a page: each with where it stands, for a sidebar's date or a comment's isn't the article's."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

import msgspec

from archiver.normalise import author_words, clean, content, date_labels, date_parser, date_places, elements, heading
from archiver.normalise.block import Block
from archiver.normalise.draft import DateCandidate
from archiver.normalise.htmlpage import Page

_MOST = 400  # elements that are looked at
_MOST_KEPT = 8  # refused dates that are kept as evidence
_SHORTEST, _SHORT = 4, 30  # code points of a line that may say "yesterday"
_LONGEST_VALUE = 120
_LONGEST_NAMES = 400  # code points of an element's classes

_IN_TEXT = {True: 5.0, False: 2.0}
"""How much a date is trusted in a line among the text's paragraphs, with a label or without."""

_AROUND = 3  # elements around a block whose class is looked at
_MOST_INNER = 60  # elements in one
_NAMED = re.compile(
    r"(?<![a-z])(?:(?:pub|post|entry|create|article|news|story|full|real|display|issue|up)?(?:date|time)(?:s|time|date|line|stamp|d)?|"
    r"(?:last)?(?:published|updated|modified|posted|created)(?:at|on|date)?|publi(?:sh|cation)(?:date|time|ed)?|datum|fecha|datetext)(?![a-z])",
    re.IGNORECASE,
)
_MAY_BE = re.compile(r"[Dd]at|[Tt]ime|ubli|osted|reated|odified|echa")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_MODIFIED = re.compile(
    r"modif|updat|aktualisi|geändert|mise? à jour|actualiz|atualiz|aggiorn|bijgewerkt|uppdater|обновл|تحديث|اپ ڈیٹ|revis|lastmod|changed",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"publi|pubdate|created|posted|entry-?date|issue", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_FIGURES = re.compile(r"\d{4}")
_CLOCK = re.compile(r"\d[:.h]\d\d(?!\d)")
_OF_ITSELF = re.compile(
    r"this (?:post|entry|article|story|piece|item|page)\b|(?:dieser|der) (?:beitrag|artikel|eintrag)\b|(?:cet|l['’]) ?article\b|ce billet\b|"
    r"(?:este|el) (?:artículo|post)\b|est[ea] (?:artigo|matéria)\b|quest[oa] (?:articolo|notizia)\b|dit (?:artikel|bericht)\b|"
    r"эта (?:статья|запись)\b|(?:ten|niniejszy) (?:artykuł|wpis)\b|den här artikeln\b",
    re.IGNORECASE,
)
_SHORT_YEAR = re.compile(
    r"(?<![\d.])\d{1,2}\.\s?\d{1,2}\.\s?\d\d(?![\d.])(?:,?\s(?:um\s)?\d{1,2}[:.]\d\d(?!\d)(?:\sUhr)?)?"
)
_YEAR = re.compile(
    r"20[0-4]\d(?!\d)(?<!\d{5})"
)  # what is looked back at stands last: it begins with what is quickly found
_LONGEST_LABEL = 40
_INLINE = frozenset({"span", "b", "strong", "em", "i", "label", "dt", "small"})
_MOST_BEFORE, _FILLER = 2, 3  # elements before a date that are looked at; letters of "on"
_SENTENCE = 4  # words without a capital in a point of a list
_EXACT_IN = ("title", "data-timestamp", "data-time", "data-datetime", "data-date")
_EXACT = re.compile(r"20\d\d-[01]\d-[0-3]\d(?!\d)|1\d{9}(?:\d{3})?$")
_NO_LEAD = frozenset({"item", "row", "cell"})  # begin with the day of what they tell


def find(page: Page, titles: Iterable[str | None], last: int) -> list[DateCandidate]:
    """All dates that stand on the page as such; `titles` are its headlines, `last` the number of the text's last block.

    Those that are another story's, a comment's or the site's are there too, refused, with the reason.
    """
    zones = date_places.Zones(page, titles, last)
    found = [*_in_elements(page, zones), *_in_blocks(page, zones)]
    date_places.judge(found, page, zones)
    return [*_kept(found), *_witnesses(page)]


def _witnesses(page: Page) -> Iterator[DateCandidate]:
    """The last year of this century that the page names: no date, but it tells what a year of two digits means."""
    # One search in all lines: a search in each takes several times as long.
    years = _YEAR.findall("\n".join([block.text[: date_places.LONGEST] for block in page.blocks]))
    if years:
        yield DateCandidate(role="witness", source="line", text=max(years))


def in_text(dates: Sequence[DateCandidate]) -> list[DateCandidate]:
    """The dates of lines among the paragraphs, which are seldom the article's own."""
    return [msgspec.structs.replace(date, trust=_IN_TEXT[date.source == "label"]) for date in dates]


def _in_elements(page: Page, zones: date_places.Zones) -> Iterator[date_places.Found]:
    """The dates in <time> elements, and near headline and text in those that say in their class that they are dates."""
    if not page.seen:
        return
    owners = _owners(page)
    for element in islice(page.seen[0].iter("time", "abbr"), _MOST):
        if element.tag == "abbr" and not _EXACT.match(element.get("title") or ""):
            continue
        number = _nearest(element, owners)
        if number is not None:
            yield from _of_element(page, zones, element, number)
    looked: set[Any] = set()
    for block in page.blocks[max(0, zones.start - date_places.ABOVE) : zones.last + date_places.FOOT + 1]:
        if block.path and zones.of(block.number) != "body":
            for element in _dated(page, block, looked):
                yield from _of_element(page, zones, element, owners.get(element, block.number))


def _dated(page: Page, block: Block, looked: set[Any]) -> Iterator[Any]:
    """The elements in and right around a block that say in their class or id that they are dates; each is looked at once."""
    for above in block.path[: -_AROUND - 1 : -1]:
        element = page.seen[above]
        if element in looked:
            break
        looked.add(element)
        if _says_date(element):
            yield element
    inner = page.seen[block.path[-1]]
    if len(block.text) <= date_places.LONGEST and len(inner):
        for element in islice(inner.iterdescendants(), _MOST_INNER):
            if element.tag != "time" and element not in looked and element.tag not in elements.SKIPPED:
                looked.add(element)
                if _says_date(element):
                    yield element


def _says_date(element: Any) -> bool:
    names, identifier = element.get("class"), element.get("id")
    return bool((names and _is_date(names[:_LONGEST_NAMES])) or (identifier and _is_date(identifier[:_LONGEST_NAMES])))


@lru_cache(maxsize=4096)
def _is_date(names: str) -> bool:
    return bool(_MAY_BE.search(names) and _NAMED.search(_CAMEL.sub("-", names)))


def _owners(page: Page) -> dict[Any, int]:
    """The number of the first block in each block-level element, by the element."""
    owners: dict[int, int] = {}
    for block in page.blocks:
        for above in block.path[:0:-1]:
            if above in owners:
                break
            owners[above] = block.number
    return {page.seen[above]: number for above, number in owners.items()}


def _nearest(element: Any, owners: dict[Any, int]) -> int | None:
    """The number of the block that the element begins in, or holds first."""
    for _ in range(12):
        if element is None:
            return None
        number = owners.get(element)
        if number is not None:
            return number
        element = element.getparent()
    return None


def _of_element(page: Page, zones: date_places.Zones, element: Any, number: int) -> Iterator[date_places.Found]:
    text = date_places.text_of(element)
    said = f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('id') or ''}"[:400]
    before = _before(element)
    zone = zones.of(number)
    if element.tag == "time" and (parent := element.getparent()) is not None and len(parent) == 1:
        said = f"{said} {(parent.get('class') or '')[:_LONGEST_NAMES]}"  # it holds nothing else
    changed = bool(_MODIFIED.search(said) or (_MODIFIED.search(before) and not _PUBLISHED.search(said)))
    changed = changed and element.get("pubdate") is None  # HTML's own mark of the publication, once
    value = clean.line(_value(element)[:_LONGEST_VALUE])
    if value and _DIGIT.search(value):
        # A <time> may hold both: "Published March 5, 2025Updated March 6, 2025".
        told = changed or (_MODIFIED.search(text) and value[:10] not in _published_days(text, page.language))
        role = "modified" if told else "published"
        yield date_places.Found(DateCandidate(role=role, source="time", text=value), number, zone, "time", element)
    if not text or len(text) > date_places.LONGEST or (len(text) > _SHORT and not _DIGIT.search(text)):
        return
    stated = heading.stated_dates(text, page.language) or heading.loose_dates(text, page.language)
    for date in stated:
        role = "modified" if date.label is None and changed else date.role
        kind = "label" if date.label else "dated"
        yield date_places.Found(
            DateCandidate(role=role, source=date.source, text=date.text), number, zone, kind, element
        )
    short = _SHORT_YEAR.search(text) if not stated and len(text) < _LONGEST_LABEL else None
    if short:
        yield date_places.Found(
            DateCandidate(role="published", source="line", text=short.group()), number, zone, "dated", element
        )
    elif not stated and not value and zone in ("head", "above", "foot"):
        for doubtful in heading.doubtful_dates(text, page.language, dated=True):
            role = "modified" if changed and doubtful.source == "line" else doubtful.role
            candidate = msgspec.structs.replace(doubtful, role=role)
            yield date_places.Found(
                candidate, number, zone, "label" if doubtful.source == "label" else "dated", element
            )


def _is_changed(names: str) -> bool:
    """Whether a class says that the day of the last change stands there, and not that of the publication too."""
    return bool(names) and bool(_MODIFIED.search(names[:_LONGEST_NAMES])) and not _PUBLISHED.search(names)


def _published_days(text: str, language: str | None) -> set[str]:
    """The days of publication that the text states."""
    stated = (date.text for date in heading.stated_dates(text, language) if date.role == "published")
    dates = (date_parser.parse(words, language=language) for words in stated)
    return {date.at[:10] for date in dates if date}


def _value(element: Any) -> str:
    """What the element's attributes state for programs: in a tooltip or data only what is a whole day or a count of seconds."""
    given = element.get("datetime") or (element.get("content") if element.tag != "meta" else None)
    return given or next((value for name in _EXACT_IN if _EXACT.match(value := element.get(name) or "")), "")


def _before(element: Any) -> str:
    """The words just before an element, in its own line."""
    previous = element.getprevious()
    parent = element.getparent()
    text = (previous.tail if previous is not None else parent.text if parent is not None else None) or ""
    for _ in range(_MOST_BEFORE):
        if len(text.strip()) > _FILLER or previous is None or previous.tag not in _INLINE:
            break
        text = f"{date_places.text_of(previous)} {text}"
        previous = previous.getprevious()
    return text[-40:]


def _in_blocks(page: Page, zones: date_places.Zones) -> Iterator[date_places.Found]:
    """The dates in lines: labelled ones anywhere, others where an article's date may stand."""
    for number in _worth_reading(page, zones):
        block = page.blocks[number]
        if zones.first <= number <= zones.first + 1 and block.kind not in _NO_LEAD:
            yield from _in_lead(page, block)
        last = zones.last - 1 <= number <= zones.last + date_places.FOOT
        if last and len(block.text) < 2 * date_places.LONGEST and _OF_ITSELF.match(block.text):
            yield from _in_note(page, block)
        elif len(block.text) > date_places.LONGEST:
            if zones.start < number < zones.first:
                yield from _in_lead(page, block)
        elif number == zones.headline:
            yield from _in_headline(page, zones, block)
        elif _FIGURES.search(block.text) if zones.is_far(number) else _may_tell(block.text):
            yield from _of_block(page, zones, block, page.blocks[number - 1].text if number else "")


def _worth_reading(page: Page, zones: date_places.Zones) -> list[int]:
    """The numbers of the blocks near headline and text, and of those further away that have a year: few of a page's lines."""
    foot = zones.last + date_places.FOOT
    near = {
        *range(zones.start - date_places.ABOVE, zones.first),
        *range(zones.last - 1, foot + 1),
        zones.first,
        zones.first + 1,
        zones.headline,
    }
    has_figures, longest = _FIGURES.search, date_places.LONGEST
    return [
        block.number
        for block in page.blocks
        if block.number in near or (len(block.text) <= longest and has_figures(block.text))
    ]


def _may_tell(text: str) -> bool:
    """Whether a line near the headline may state a day: it has a figure, or is short and may say "yesterday"."""
    return bool(_DIGIT.search(text)) or (_SHORTEST <= len(text) <= _SHORT and date_labels.is_told(text))


def _in_headline(page: Page, zones: date_places.Zones, block: Block) -> Iterator[date_places.Found]:
    """The date that stands in the headline's element, in an element of its own."""
    for piece in block.pieces if _DIGIT.search(block.text) else ():
        if not zones.is_title(piece):
            for date in heading.stated_dates(piece, page.language) or heading.loose_dates(piece, page.language):
                yield date_places.Found(
                    DateCandidate(role=date.role, source=date.source, text=date.text),
                    block.number,
                    "head",
                    "line",
                    None,
                )


def _in_note(page: Page, block: Block) -> Iterator[date_places.Found]:
    """The date in a long line below the text that says when it was published: "This was posted on 3 May 2024 and filed …"."""
    words = block.text[: date_places.LONGEST]
    if date_labels.FOUR_DIGITS.search(words) and date_labels.has_label(words):
        for date in heading.loose_dates(words, page.language):
            element = page.seen[block.path[-1]] if block.path else None
            yield date_places.Found(
                DateCandidate(role=date.role, source="line", text=date.text), block.number, "foot", "label", element
            )


def _in_lead(page: Page, block: Block) -> Iterator[date_places.Found]:
    """The date that the text begins with: "(3.4.2025) The wall …"."""
    for date in heading.leading_dates(block.text, page.language):
        yield date_places.Found(
            DateCandidate(role="published", source="line", text=date.text), block.number, "lead", "line", None
        )


def _of_block(page: Page, zones: date_places.Zones, block: Block, before: str) -> Iterator[date_places.Found]:
    number, zone = block.number, zones.of(block.number)
    if zone in ("body", "page") and content.prose(block):
        return
    element = page.seen[block.path[-1]] if block.path else None
    near = zone in ("head", "above", "foot")
    stated: Sequence[date_labels.LabelledDate] = ()
    for part in dict.fromkeys((block.text, *(block.pieces if near else ()))):
        stated = heading.stated_dates(part, page.language)
        if stated:
            stated = stated if part is block.text else _with_time(stated, block.text, page.language)
            break
    if near and len(block.pieces) > 1 and _DIGIT.search(block.text):
        stated = _set_apart(stated, block, page.language)
    role = date_labels.label_alone(before) if stated and len(before) <= _LONGEST_LABEL else None
    changed = element is not None and bool(stated) and _is_changed(element.get("class") or "")
    for date in stated:
        kind = "label" if date.label or role else "line"
        own = role or ("modified" if changed and not date.label else date.role)
        candidate = DateCandidate(role=own, source="label" if role else date.source, text=date.text)
        yield date_places.Found(candidate, number, zone, kind, element)
    if stated or not near:
        return
    told = date_labels.has_label(block.text) or not (content.prose(block) or _is_point(block))
    loose = heading.loose_dates(block.text, page.language) if told else ()
    for date in loose:
        yield date_places.Found(
            DateCandidate(role=date.role, source="line", text=date.text), number, zone, "loose", element
        )
    if not loose:
        yield from _doubtful(page, block, zone, element)
    if zone != "foot" and number < zones.first and content.prose(block):
        yield from _in_lead(page, block)


def _is_point(block: Block) -> bool:
    """Whether the block is one of a summary's points: a sentence without its full stop, with a date at its end."""
    words = block.text.split() if block.kind == "item" and not author_words.BY.match(block.text) else []
    return sum(word[0].islower() for word in words) >= _SENTENCE


def _set_apart(
    stated: Sequence[date_labels.LabelledDate], block: Block, language: str | None
) -> Sequence[date_labels.LabelledDate]:
    """The dates that a line's elements state behind labels, where these stand apart for the eye alone and are more: "Published …Updated …"."""
    parts = [date for piece in block.pieces for date in heading.stated_dates(piece, language) if date.label]
    return parts if len(parts) > max(1, len(stated)) else stated


def _with_time(
    stated: Sequence[date_labels.LabelledDate], line: str, language: str | None
) -> Sequence[date_labels.LabelledDate]:
    """The dates of a part of a line, with the time behind them where it stands in another part: "By Ida on [3 May 2024] at 8:52"."""
    if not _CLOCK.search(line):
        return stated
    whole = [date.text for date in heading.loose_dates(line, language)]
    return [
        msgspec.structs.replace(date, text=next((text for text in whole if text.startswith(date.text)), date.text))
        for date in stated
    ]


def _doubtful(page: Page, block: Block, zone: str, element: Any) -> Iterator[date_places.Found]:
    """The dates that a block states and that can't be read as a day, by a label or because its element is a date's."""
    around = [page.seen[above] for above in block.path[-2:]]
    dated = any(elements.is_date(above) for above in around)
    if zone == "foot" and not dated:
        return
    short = None if dated or content.prose(block) else _SHORT_YEAR.search(block.text)
    if short:
        yield date_places.Found(
            DateCandidate(role="published", source="line", text=short.group()), block.number, zone, "loose", element
        )
        return
    doubtful = heading.doubtful_dates(block.text, page.language, dated=dated)
    changed = bool(doubtful) and any(_MODIFIED.search(above.get("class") or "") for above in around)
    for date in doubtful:
        role = "modified" if changed and date.source == "line" else date.role
        kind = "label" if date.source == "label" else "dated"
        yield date_places.Found(msgspec.structs.replace(date, role=role), block.number, zone, kind, element)


def _kept(found: Sequence[date_places.Found]) -> list[DateCandidate]:
    """One candidate for each date in its words, where it is trusted most; of those refused only the first."""
    best: dict[tuple[str, str, str], DateCandidate] = {}
    for item in found:
        candidate = item.candidate
        key = (candidate.role, candidate.source, candidate.text)
        other = best.get(key)
        if other is None or _worth(candidate) > _worth(other):
            best[key] = candidate
    refused = 0
    kept = []
    for candidate in best.values():
        refused += candidate.refused is not None
        if candidate.refused is None or refused <= _MOST_KEPT:
            kept.append(candidate)
    return kept


def _worth(candidate: DateCandidate) -> tuple[bool, float]:
    return candidate.refused is None, candidate.trust or 0.0
