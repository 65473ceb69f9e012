"""The standfirst of an HTML page: what class, form, place and the page's own description set off from headline and text."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from archiver.normalise import clean, content, dateline, elements, furniture, heading, lines
from archiver.normalise.block import Block

if TYPE_CHECKING:
    from archiver.normalise.htmlpage import Page

_REACH = 40  # blocks below the headline
_INTO_TEXT = 4  # blocks of the text among which it may stand
_LINKED = 0.5
_ALL_LINKED = 0.9  # a marked sentence with as much is a teaser of another story
_SHORTEST, _LONGEST = 4, 500  # words; code points
_LONGEST_UNMARKED = 250  # code points
_FEWEST_GUESSED = 10  # words of one that neither a class nor a description says it is: fewer may be anything
_FEWEST_ABOVE = 7  # the same, of one above the byline
_LONGEST_PARTS = 6
_ALIKE = 12  # blocks below a standfirst of which none is like it by its elements
_SHORT_LINE = 100  # code points; a longer one that is marked is no line of date and byline
_LIKE_HEADLINE = 0.7  # share of its words that stand in the headline, from which a line repeats it
_STEM = 60  # code points of a description that was cut off
_ENOUGH = 2.5
_MARKED, _OWN, _WEAK, _DESCRIBED, _STRONG, _FORM, _PLACE, _NEAR, _FREE = 3.0, 1.7, 1.3, 2.0, 1.6, 1.0, 1.0, 1.0, 1.0
_ABOVE = 1.0
_CLOSE_BYLINE = 5  # blocks from the headline to a line above the byline
_CLOSE = 3  # blocks below the headline
_CLOSE_ABOVE = 12  # blocks above the text in which a described one is looked for, however far the headline is
_BOTH = 0.4  # for a line that is set strong and differs in form
_MISLED = frozenset(
    {"footer", "share", "navigation", "tags", "aside"}
)  # labels of the line's elements that can't be true of it
_TEXT_LEFT = 2  # paragraphs that must be left of a text whose first one is taken
# The words of a class that say it of a line, in the languages in which page templates are written; pairs of words with a plus.
_SAYING = (
    elements.STANDFIRST
    + " strapline dekk intro introduction introtext preface preamble einleitung lead leadtext lede lid manchet sumario resumo linhafina anons anriss"
    " subtitulo soustitre untertitel ondertitel descripcion sub+head sub+heading sub+tit lead+text text+lead teaser+text strap+line stand+first"
    " linha+fina header+description headline+description headline+desc header+desc article+desc post+excerpt text+overview article+overview"
)
_WORDS = frozenset(word for word in _SAYING.split() if "+" not in word)
_PAIRS = frozenset(tuple(pair.split("+")) for pair in _SAYING.split() if "+" in pair)
# Of these, the ones that a report's own first paragraph is called by just as often.
_FIRST = frozenset({"intro", "introduction", "introtext", "lede"})
_NOT = frozenset(
    {
        "image",
        "img",
        "photo",
        "media",
        "video",
        "caption",
        "figure",
        "generation",
        "leader",
        "chart",
        "graphic",
        "infographic",
    }
)
_CREDIT = re.compile(r"(?:^|[\s_-])(?:credits?|source|copyright|photographer)(?:[\s_-]|$)", re.IGNORECASE)
_MOST_INNER = 20
_PICTURE = re.compile(r"image|photo|picture|caption|figure|gallery|bildunter", re.IGNORECASE)
_BOLD = re.compile(r"\b(?:bold|strong|font-(?:bold|medium|semibold))\b|--bold|-bold\b", re.IGNORECASE)
# A line about the page itself: no standfirst by its place alone.
_NOTICE = re.compile(
    r"\b(?:this|dieser|diesen|cet|este|questo|denne|deze?|den här)\s+(?:article|story|page|post|artikel|beitrag|text|artículo|artigo|articolo|artikkelen)\b"
    r"|\b(?:subscri|newsletter|sign[- ]?up|cookies?|member|premium|whatsapp|telegram|facebook|instagram|javascript|browser|affiliate|commission)|©|\?\s*$|:\s*$",
    re.IGNORECASE,
)


class Standfirst(NamedTuple):
    """Its text, the numbers of its blocks, and whether only their place made them one."""

    text: str
    numbers: tuple[int, ...]
    guessed: bool


def find(
    page: "Page", start: int, headline: str | None, descriptions: Sequence[str], taken: Collection[int]
) -> Standfirst | None:
    """The standfirst between the headline (block `start`) and the text, or the first paragraph that is set off as one.

    `taken` are the blocks that hold byline and dates. A description in the page's head is never the standfirst by itself,
    but tells which line is.
    """
    described = [text for text in map(clean.comparable, descriptions) if text]
    end = min(len(page.blocks), max(page.first, start) + _INTO_TEXT + 1, start + _REACH)
    best: tuple[float, int, bool] | None = None
    far = range(max(end, page.first - _CLOSE_ABOVE), page.first) if described else ()
    for number in (*range(start + 1, end), *far):
        block = page.blocks[number]
        if number >= end and not _is_described(block, described):
            continue
        marked = is_marked(page, block)
        told = number < page.first and not marked and clean.comparable(block.text) in described
        if number > page.first and _told_before(page, number) and not _is_described(block, described):
            continue
        if (number in taken and not marked) or not _may_be(page, block, headline, marked=marked, told=told):
            continue
        above = number < min(page.first, start + _CLOSE_BYLINE) and _is_above(page, number, start, taken)
        score = _score(page, block, start, described, marked=marked, above=above)
        if score >= _ENOUGH and (best is None or score > best[0]):
            guessed = not marked and score < _ENOUGH + _DESCRIBED and not _is_described(block, described)
            best = (score, number, guessed)
    if best is None:
        return None
    numbers = _parts(page, best[1])
    return Standfirst(_joined([page.blocks[at] for at in numbers], page.language), numbers, best[2])


def _told_before(page: "Page", number: int) -> bool:
    """Whether paragraphs of the text stand before the block: what is set apart among them heads or tells something else."""
    before = range(page.first, number)
    return sum(1 for at in before if page.labels[at] is None and content.prose(page.blocks[at])) >= _TEXT_LEFT


def _joined(parts: Sequence[Block], language: str | None) -> str:
    """The parts as one line, with a mark behind a point that doesn't end as a sentence does."""
    line = parts[0].text
    for before, part in pairwise(parts):
        apart = before.kind == "item" and not lines.ends_sentence(before.text)
        line += f"{' · ' if apart else ' '}{part.text}"
    *told, last = parts[-1].pieces
    signed = told and line.endswith(last) and heading.dates_and_byline(last, language)[1]
    return line.removesuffix(last).rstrip(" |–—") if signed else line


def _may_be(page: "Page", block: Block, headline: str | None, *, marked: bool, told: bool) -> bool:
    """Whether the block's label, links, length and words allow it; `told`: it is the page's description, word for word."""
    label = page.labels[block.number]
    if label not in (None, "standfirst") and not (marked and label == "byline") and not (told and label in _MISLED):
        return False
    if (
        (block.linked >= _LINKED and not (marked and block.linked < _ALL_LINKED and lines.ends_sentence(block.text)))
        or block.kind in ("cell", "row", "pre")
        or len(block.text) > (_LONGEST if marked else _LONGEST_UNMARKED)
        or _is_credited(page, block)
    ):
        return False
    own = set(clean.comparable(block.text).split())
    headed = set(clean.comparable(headline or "").split())
    if not own or (lines.words(block.text) < _SHORTEST and not told) or len(own & headed) >= _LIKE_HEADLINE * len(own):
        return False
    if (not marked or len(block.text) < _SHORT_LINE) and any(heading.dates_and_byline(block.text, page.language)):
        return False
    if not marked and (furniture.kind(block.text) or _begins_with_date(page, block.text)):
        return False
    return not furniture.heads_points(block.text) and not page.announces_list(block) and not _is_point(page, block)


def _is_credited(page: "Page", block: Block) -> bool:
    """Whether a part of the line says that it is the owner of a picture or a recording: the line is its caption."""
    if not block.path or len(block.runs) == 1:
        return False
    inner = page.seen[block.path[-1]].iter("span", "cite", "small", "em", "i")
    return any(_CREDIT.search(element.get("class") or "") for element in islice(inner, _MOST_INNER))


def _begins_with_date(page: "Page", text: str) -> bool:
    """Whether a line that is no sentence begins with a day: "2025年3月5日18:42 | 来源：…"."""
    if not text[:1].isdigit() or lines.ends_sentence(text):
        return False
    return any(text.startswith(date.text) for date in heading.loose_dates(text, page.language))


def _is_point(page: "Page", block: Block) -> bool:
    """Whether the block is one of several points that a line such as "Key points" heads."""
    above = block
    while above.kind == "item" and above.number and block.number - above.number < _LONGEST_PARTS:
        above = page.blocks[above.number - 1]
    return above is not block and block.number < page.first and furniture.heads_points(above.text)


def _is_above(page: "Page", number: int, start: int, taken: Collection[int]) -> bool:
    """Whether a byline or a date stands between the block and the text, and nothing that could be text above it."""
    before = range(start + 1, number)
    return any(number < other < page.first for other in taken) and not any(
        page.labels[other] is None and other not in taken and content.prose(page.blocks[other]) for other in before
    )


def _score(page: "Page", block: Block, start: int, described: Sequence[str], *, marked: bool, above: bool) -> float:
    """How much speaks for the block; `above`: a byline parts it from the text."""
    number = block.number
    within = page.is_kin(number) or number > page.first
    told = _is_described(block, described, within=within)
    after = [
        other
        for other in page.blocks[number + 1 : number + _REACH]
        if other.number in page.inside and page.labels[other.number] is None and content.prose(other)
    ][: _TEXT_LEFT + 1]
    if within and len(after) < _TEXT_LEFT and not marked:
        return 0.0
    strong = bool(after) and _is_stronger(page, block, after[0])
    differs = bool(after) and (_differs(page, block, after) or (told and _tag(page, block) != _tag(page, after[0])))
    if not marked and after and not strong and not differs:
        return 0.0  # nothing sets it off from the text
    if not marked and not told and not _may_be_guessed(page, block, apart=strong and differs, above=above):
        return 0.0
    score = (_DESCRIBED if told else 0.0) - min(0.5, 0.05 * (number - start))
    if marked:
        score += _told_by_class(page, block, after)
    if after:
        score += _STRONG if strong and number <= page.first else 0.0
        score += _FORM if differs else 0.0
        score += _BOTH if strong and differs and number <= page.first else 0.0
    if not within and number < page.first:
        score += _PLACE + (_ABOVE if above and not marked else 0.0)
        if not told and not marked:
            if _NOTICE.search(block.text) or _shows_picture(page, block):
                return 0.0
            if (
                not described
                and block.kind == "paragraph"
                and lines.is_prose(block.text)
                and lines.ends_sentence(block.text)
                and not above
            ):
                return 0.0  # a page that describes itself nowhere most often begins so
            free = not described or any(_shares(block.text, text) for text in described)
            score += (_NEAR if number - start <= _CLOSE else 0.0) + (_FREE if free else 0.0)
            score -= _FORM if block.kind == "item" else 0.0
    return score


def _told_by_class(page: "Page", block: Block, after: Sequence[Block]) -> float:
    """What the class of a marked block counts for: less among the paragraphs, where it may only say which is the first."""
    if not after or block.path[:-1] != after[0].path[:-1] or page.labels[block.number]:
        return _MARKED
    names = page.seen[block.path[-1]].get("class") or ""
    first = any(not _FIRST.isdisjoint(elements.words_of(name)) for name in names[:300].split())
    report = len(after) < _TEXT_LEFT or dateline.split(block.text, language=page.language)[0] is not None
    return _WEAK if first or report else _OWN


def _may_be_guessed(page: "Page", block: Block, *, apart: bool, above: bool) -> bool:
    """Whether a line may be a standfirst that neither a class nor a description says is one: long, no report's beginning.

    `apart`, `above`: it is set quite otherwise than the text, or a byline parts the two, so a place before it ("Essen. …")
    makes it no report; a heading that a byline parts from the text may be short.
    """
    fewest = _FEWEST_ABOVE if above else _FEWEST_GUESSED
    headline = page.blocks[page.headline] if page.headline is not None else block
    if above and block.level > headline.level > 0 and page.labels[headline.number] != "navigation":
        fewest = _SHORTEST
    return lines.words(block.text) >= fewest and (
        apart or above or dateline.split(block.text, language=page.language)[0] is None
    )


def _is_described(block: Block, described: Sequence[str], *, within: bool = True) -> bool:
    """Whether a description has the words of the block; above the text, a dateline may stand before them."""
    own = clean.comparable(block.text) if described else ""
    return any(
        own == text
        or (len(own) >= _STEM and text.startswith(own))
        or (len(text) >= _STEM and (own.startswith(text) or (not within and own.endswith(text))))
        for text in described
    )


def _shares(text: str, described: str) -> bool:
    """Whether text and description have half of their longer words in common."""
    own = {word for word in clean.comparable(text).split() if len(word) > 3}  # noqa: PLR2004
    return 2 * len(own.intersection(described.split())) >= len(own)


def _tag(page: "Page", block: Block) -> str:
    return page.seen[block.path[-1]].tag if block.path else ""


def _signature(page: "Page", block: Block) -> tuple[tuple[str, str], ...]:
    return tuple(elements.dress(page.seen[at]) for at in block.path[-2:])


def _differs(page: "Page", block: Block, after: Sequence[Block]) -> bool:
    """Whether tags and classes of the block's elements are others than those of the paragraphs after it."""
    own, *others = (_signature(page, other) for other in (block, *after))
    if own in others or block.path[-1:] == after[0].path[len(block.path) - 1 : len(block.path)]:
        return False  # the same, or right in the element that holds the whole text
    if any(
        _signature(page, other) == own
        for other in page.blocks[block.number + 1 : block.number + _ALIKE]
        if other.number in page.inside
    ):
        return False
    names = _names(own)
    return all(len(names & _names(other)) < 0.5 * len(names | _names(other)) for other in others)


def _names(signature: tuple[tuple[str, str], ...]) -> frozenset[str]:
    return frozenset(
        f"{place}{tag} {name}" for place, (tag, names) in enumerate(signature) for name in (names.split() or [""])
    )


def _shows_picture(page: "Page", block: Block) -> bool:
    """Whether the elements around the block say that they hold a picture: its words are a caption."""
    return any(bool(_PICTURE.search(page.seen[at].get("class") or "")) for at in block.path[-3:])


def _is_stronger(page: "Page", block: Block, other: Block) -> bool:
    """Whether the block is set strong and the other isn't."""
    return (block.strong or _is_bold(page, block)) and not (other.strong or _is_bold(page, other))


def _is_bold(page: "Page", block: Block) -> bool:
    return bool(block.path) and bool(_BOLD.search(page.seen[block.path[-1]].get("class") or ""))


def is_marked(page: "Page", block: Block) -> bool:
    """Whether the class of the element or of the one around it says that the block is a standfirst."""
    if page.labels[block.number] == "standfirst":
        return True
    if block.number in page.inside and block.kind == "heading" and block.number > page.first:
        return False
    around = block.path[-2:]
    return any(
        _says(page.seen[at].get("class") or "", page.seen[at].get("itemprop") or "") and _is_small(page, at)
        for at in around
    )


def _is_small(page: "Page", element: int) -> bool:
    """Whether the element holds no more than a standfirst."""
    size = 0
    for block in page.blocks:
        if element in block.path:
            size += len(block.text)
            if size > _LONGEST:
                return False
    return True


@lru_cache(maxsize=4096)
def _says(names: str, prop: str) -> bool:
    if prop in ("description", "alternativeHeadline"):
        return _NOT.isdisjoint(word for name in names[:300].split() for word in elements.words_of(name))
    for name in names[:300].split():
        words = elements.words_of(name)
        if not _NOT.isdisjoint(words):
            continue
        if any(word in _WORDS for word in words) or any(pair in _PAIRS for pair in pairwise(words)):
            return True
    return False


def _parts(page: "Page", number: int) -> tuple[int, ...]:
    """The block and those right before and behind it that are the same by their elements, if its class marks it or it is one of a list."""
    block = page.blocks[number]
    if not is_marked(page, block) and block.kind != "item":
        return (number,)
    numbers = [number]
    size = len(block.text)
    before = page.blocks[max(0, number - _LONGEST_PARTS + 1) : number][::-1]
    for others in (page.blocks[number + 1 : number + _LONGEST_PARTS], before):
        for other in others:
            if size + len(other.text) > _LONGEST or not _goes_with(page, other, block):
                break
            size += len(other.text)
            numbers.append(other.number)
    return tuple(sorted(numbers))


def _goes_with(page: "Page", other: Block, block: Block) -> bool:
    """Whether another block is the same by its elements, and neither links nor a byline."""
    return (
        _signature(page, other) == _signature(page, block)
        and (
            other.path[:-1] == block.path[:-1]
            or (other.kind == block.kind == "item" and other.path[:-2] == block.path[:-2])
        )
        and other.linked < _LINKED
        and page.labels[other.number] == page.labels[block.number]
        and not any(heading.dates_and_byline(other.text, page.language))
    )
