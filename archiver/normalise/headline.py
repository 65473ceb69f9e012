"""The headline of an HTML page: of all headings the one that level, class, place and stated titles speak for."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from archiver.normalise import addresses, clean, elements, lines, metadata, title
from archiver.normalise.block import Block

if TYPE_CHECKING:
    from archiver.normalise.htmlpage import Page

_LINKED = 0.8  # share of links from which a heading leads to another page
_MOST_PIECES = 6  # of a heading
_MOST_HEADINGS = 200  # of a page
_MOST_INSIDE = 30  # elements within a heading that are looked at
_ABOVE = 60  # blocks above the text among which one that is no heading may be the headline
_BELOW = 8  # blocks below a title for search engines in which the headline stands;
_BELOW_CRUMBS = 25  # below one that is a breadcrumb
_NEAR = 6  # blocks between a headline that nothing confirms and the text
_FEWEST_WORDS = 2
_MOST_WORDS = 40
_ENOUGH = 2.0  # points of a heading that nothing stated confirms,
_ENOUGH_NEAR = 1.2  # of one right above the text of a page that states none
_LEVELS = {1: 3.0, 2: 1.5}
_LABELS = {"navigation": -3.0, "related": -3.0, "aside": -3.0, "standfirst": -2.0, "byline": -1.0}
_NEVER = frozenset({"comments", "footer", "hidden", "cookies", "newsletter"})
_CLASSED = 2.0
_HEADLINE = re.compile(
    r"head-?line|(?:article|entry|post|story|news|content|page|single)[-_]{0,2}(?:title|heading|header__title)|titular|schlagzeile",
    re.IGNORECASE,
)
# What stands in a heading beside the headline, by its class: a kicker above it, a subtitle below, marks of subscribers.
_KICKER = re.compile(
    r"kicker|(?:over|top|roof|cat(?:ch|chy)|tag)-?line\b|(?:over|top|roof|catch)line|eyebrow|dachzeile|spitzmarke|(?:sup|super|pre|over|top)-?title|(?:pre|over|super)-?head"
    r"|ante-?titulo|volanta|cintillo|surtitre|rubri[ck]|\blabels?\b|[-_]label\b|categor(?:y|ies)|\bsection\b|badge|vorzeile|oberzeile|\btopic|[-_]topic\b|\btag\b|premium|paywall"
    r"|sub-?(?:line|title|head)",
    re.IGNORECASE,
)
_KICKERS = frozenset({"small", "time", "sup"})
_INNER_PAGE = re.compile(
    r"(?:https?://[\w.-]+)?/\w", re.ASCII
)  # an address that is no front page's, without taking it apart
_MARKS = " :|·•–—-/»,"


class Found(NamedTuple):
    """The headline, the number of its block (None: only a title states it), and the site's name if a title gave it away."""

    text: str | None
    number: int | None
    site: str | None


class _Candidate(NamedTuple):
    block: Block
    text: str
    exact: bool  # it is what the page states for social media, in its data or as its title,
    stated: bool  # the first of these,
    titled: bool  # the last;
    confirmed: bool  # or like it
    score: float


def find(page: "Page", stated: metadata.Stated, base: str) -> Found:
    """The headline; `base` is the address of the page, by which links to the site's front page and its host are known."""
    sites = (*stated.sites, *filter(None, [addresses.host(base)]))
    keys = _Keys(stated, sites)
    candidates = _scored(page, keys, sites, base)
    best = max(candidates, key=lambda candidate: candidate.score, default=None)
    if best and best.block.level == 1 and (best.titled or page.labels[best.block.number] == "navigation"):
        best = _below(best, candidates, page) or best
    if best and not best.confirmed and not _stands_alone(best, candidates, page.first, bare=not keys.stated):
        best = None
    text, site = title.settle(
        _spaced(best, page.language) if best else None, stated.headlines, stated.page_title, sites
    )
    if best is None and text:
        wanted = clean.comparable(text)
        best = next((candidate for candidate in candidates if clean.comparable(candidate.text) == wanted), None)
    return Found(text, _last(best, candidates, page).block.number if best else None, site)


def _spaced(best: _Candidate, language: str | None) -> str:
    """The headline with a space behind the colon of a kicker that has an element of its own, and, but in French, none before."""
    text = best.text
    if ":" not in text or best.block.kind != "heading":
        return text
    for before, behind in pairwise(best.block.pieces[:_MOST_PIECES]):
        if before.endswith(":"):
            text = text.replace(before + behind, f"{before} {behind}", 1)
    return text if language == "fr" else text.replace(" : ", ": ")


def _last(best: _Candidate, candidates: Sequence[_Candidate], page: "Page") -> _Candidate:
    """The one nearest to the text of those with the same words, if the best is a breadcrumb or in a bar far above."""
    number = best.block.number
    if page.labels[number] != "navigation" and page.first - number <= _ABOVE:
        return best
    wanted = clean.comparable(best.text)
    same = [
        other
        for other in candidates
        if number < other.block.number <= page.first and clean.comparable(other.text) == wanted
    ]
    return same[-1] if same else best


class _Keys:
    """What the page states of its headline, as it is compared."""

    def __init__(self, stated: metadata.Stated, sites: Sequence[str]) -> None:
        self.stated = title.keys(stated.headlines, None, sites)
        self.titled = title.keys((stated.page_title,) if stated.page_title else (), stated.page_title, sites)
        self.parts = title.parts(stated.page_title) | frozenset(
            part for text in stated.headlines for part in title.parts(text)
        )
        self.alike = [*map(clean.comparable, (*stated.headlines, stated.page_title or ""))]
        sizes = [len(key) for key in (*self.stated, *self.titled, *self.parts) if len(key.split()) >= _FEWEST_WORDS]
        self.shortest, self.longest = min(sizes, default=0), max(sizes, default=0)

    def points(self, compared: str, *, exact: bool, part: bool, alike: bool) -> float:
        """The points for what the text has of a stated headline; of a part, by how much of it that is."""
        if exact:
            return 4.5 if compared in self.stated and compared in self.titled else 4.0
        if part:
            return 1.5 + 2.0 * min(1.0, len(compared) / (self.longest or 1))
        return 2.0 if alike else 0.0

    def may_have(self, text: str) -> bool:
        """Whether the text is about as long as one of them: most lines of a page's head needn't be compared."""
        return bool(self.longest) and self.shortest <= len(text) <= 2 * self.longest + 10


def _scored(page: "Page", keys: _Keys, sites: Sequence[str], base: str) -> list[_Candidate]:
    known = {title.bare(site) for site in sites}
    seen: dict[str, int] = {}
    found = []
    for block in islice(_possible(page, keys), _MOST_HEADINGS):
        text = _words(block, page.seen, keys)
        compared = clean.comparable(text)
        seen[compared] = seen.get(compared, 0) + 1
        stated, titled = compared in keys.stated, compared in keys.titled
        exact = stated or titled
        behind = block.number > page.first
        if behind and block.level != 1 and not exact:  # most of a page's headings: those of other stories
            continue
        count = lines.words(text)
        if not compared or count > _MOST_WORDS or title.bare(text) in known or _leads_home(block, base):
            continue
        part = compared in keys.parts
        if block.kind != "heading" and not exact and not (part and count >= _FEWEST_WORDS):
            continue
        label = page.labels[block.number]
        if label in _NEVER and not (exact and block.level == 1 and label != "hidden"):
            continue
        alike = exact or part or any(title.alike_as_compared(compared, other) for other in keys.alike)
        score = _LEVELS.get(block.level, 0.5) if block.kind == "heading" else 0.0
        score += keys.points(compared, exact=exact, part=part, alike=alike)
        score += _classed(block, page.seen) + 0.02 * min(count, 20)
        score += 0.0 if block.level == 1 and (exact or label in elements.HINTS) else _LABELS.get(label or "", 0.0)
        if behind:
            score -= 1.5 if block.level == 1 else 2.5
        elif not alike:
            score -= 0.04 * min(20, page.first - block.number)
        score -= 1.5 if count < _FEWEST_WORDS and not exact else 0.0
        score -= 1.0 if block.linked >= _LINKED and not stated else 0.0
        score -= 1.5 if seen[compared] > 1 and not alike and block.level != 1 else 0.0
        found.append(_Candidate(block, text, exact, stated, titled, alike, score))
    return found


def _possible(page: "Page", keys: _Keys) -> Iterator[Block]:
    """The headings, and what stands above the text and is as long as a stated headline."""
    for block in page.blocks:
        if block.kind == "heading" or (page.first - _ABOVE <= block.number <= page.first and keys.may_have(block.text)):
            yield block


def _below(best: _Candidate, candidates: Sequence[_Candidate], page: "Page") -> _Candidate | None:
    """The headline that stands below a title for search engines: another stated one, or any like it if the title is a breadcrumb."""
    number = best.block.number
    crumbs = page.labels[number] == "navigation"
    whole = clean.comparable(best.text)
    end = min(page.first, number + (_BELOW_CRUMBS if crumbs else _BELOW))
    for other in candidates:
        if not number < other.block.number <= end or other.block.level != 2:  # noqa: PLR2004
            continue
        if (other.exact and not best.stated) or (
            crumbs and other.confirmed and page.labels[other.block.number] is None
        ):
            part = clean.comparable(other.text)
            # A mere beginning of the title is a kicker or a label.
            return None if part == whole or (whole.startswith(part) and 2 * len(part) < len(whole)) else other
    return None


def _stands_alone(best: _Candidate, candidates: Sequence[_Candidate], first: int, *, bare: bool) -> bool:
    """Whether a heading that no stated title confirms is the headline all the same: no other has as many points.

    `bare`: the page states none but in its title.
    """
    near = bare and best.block.level == 2 and 0 <= first - best.block.number <= _NEAR  # noqa: PLR2004
    if best.score < (_ENOUGH_NEAR if near else _ENOUGH):
        return False
    others = [other for other in candidates if other.score > best.score - 1.0 and other.block.linked < _LINKED]
    return all(clean.comparable(other.text) == clean.comparable(best.text) for other in others)


def _words(block: Block, seen: Sequence[Any], keys: _Keys) -> str:
    """The words of a heading that are the headline: all, or all but a kicker, subtitle or mark in an element of its own."""
    text = block.text
    if block.kind != "heading":
        return text
    pieces = block.pieces
    if len(pieces) > 1:
        whole = clean.comparable(text)
        bare = _without_kicker(block, seen)
        if bare and (clean.comparable(bare) in keys.stated or not (whole in keys.stated and _is_joined(text, bare))):
            return bare
        wanted = keys.stated if whole in keys.stated or whole in keys.titled else keys.stated | keys.titled
        for cut in range(1, min(len(pieces), _MOST_PIECES)):
            for part in (" ".join(pieces[cut:]), " ".join(pieces[:cut])):
                if clean.comparable(part) in wanted:
                    return part
    return text


def _is_joined(text: str, bare: str) -> bool:
    """Whether a mark that can be read joins kicker and headline to one ("Harbour wall: It stands again")."""
    head = text[: -len(bare)] if text.endswith(bare) else ""
    return head.rstrip()[-1:] in tuple(":–—-|")


def _without_kicker(block: Block, seen: Sequence[Any]) -> str | None:
    """The heading without the elements in it that are a kicker, a subtitle or a mark by class or tag; None: it has none."""
    element = seen[block.path[-1]] if block.path else None
    if element is None:
        return None
    text = block.text
    cut = False
    for inner in islice(element.iterdescendants(), _MOST_INSIDE):
        if not isinstance(inner.tag, str) or not (inner.tag in _KICKERS or _KICKER.search(_own_class(inner))):
            continue
        own = clean.line("".join(islice(inner.itertext(), 50)))
        if not own or (len(own) > len(text) / 1.3 and not text.startswith(own)):
            continue
        if text.startswith(own):
            rest = text[len(own) :].lstrip(_MARKS if "«" not in text[len(own) :] else _MARKS.replace("»", ""))
        elif text.endswith(own):
            rest = text[: -len(own)].rstrip(_MARKS)
        else:
            continue
        if len(rest) >= 8:  # noqa: PLR2004 - letters; what is shorter is no headline
            text, cut = rest, True
    return text if cut else None


def _own_class(element: Any) -> str:
    """The class of an element, of names made of several parts ("article-title__kicker") the last part."""
    return " ".join(name.rpartition("__")[2] for name in (element.get("class") or "")[:200].split())


def _classed(block: Block, seen: Sequence[Any]) -> float:
    """The points for what class and property say of the block: that it is the headline, or a kicker beside it."""
    if not block.path:
        return 0.0
    element = seen[block.path[-1]]
    if element.get("itemprop") in ("headline", "name"):
        return _CLASSED
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:200]
    if not names.strip():
        return 0.0
    if _KICKER.search(_own_class(element)):
        return -_CLASSED
    return _CLASSED if _HEADLINE.search(names) else 0.0


def _leads_home(block: Block, base: str) -> bool:
    """Whether the whole heading is a link to the front page of the site."""
    if block.linked < _LINKED or any(_INNER_PAGE.match(run.href) for run in block.runs if run.href):
        return False
    try:
        paths = [urlsplit(addresses.absolute(base, href)) for _, href in block.links]
    except ValueError:
        return False
    return all(address.path in ("", "/") and not address.query for address in paths)
