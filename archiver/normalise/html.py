"""An HTML page taken apart into zones: read once into blocks, which rules on labels, links and lines tell apart."""

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import NamedTuple

from archiver.document import FeedEntry
from archiver.normalise import (
    authorship,
    bios,
    bodytext,
    boilerplate,
    brief,
    clean,
    collapsed,
    content,
    data_text,
    dateline_cut,
    feed_entry,
    furniture,
    htmlhead,
    htmlpage,
    insertions,
    language,
    lines,
    markdown,
    metadata,
    notes,
    opened,
    outside,
    page_dates,
    pagetext,
    parsing,
    secondopinion,
    sections,
    signed,
    site_name,
    stamps,
    tree,
)
from archiver.normalise.block import Block
from archiver.normalise.bodytext import Rest
from archiver.normalise.draft import Draft, left_unread
from archiver.normalise.htmlhead import Head
from archiver.normalise.htmlpage import Page

_TIMES_MORE = 3  # what the page's data has, of what it shows
_NEAR_HEADLINE = 12  # blocks that aren't cut
_FEWEST_WORDS = 3  # of a short sentence that is text, not a label
_LINKED = 0.5  # share of links from which a line is a link
_LINKED_LEAD = 0.75
_LITTLE = 500  # code points: a shorter text is looked for a second time,
_SMALL_PART = 0.4  # and one that has a smaller share of the page's prose,
_MUCH_MORE = 1.8  # and changed for another that is so many times longer
_NEAR = 8  # blocks between a standfirst and its text
_MOST_ELSEWHERE = 0.8  # share of the other text that stands elsewhere, from which the first was the wrong one
_FEWEST_LETTERS = 100
_JUDGED = frozenset({"related", "comments"})  # what was cut as this from a text that was found stays cut


def read(
    text: str,
    *,
    url: str | None = None,
    learnt: Mapping[str, frozenset[str]] | None = None,
    entry: FeedEntry | None = None,
) -> Draft:
    """The zones of a page's HTML; `learnt` is what is known of sites, as in the context, `entry` what a feed says of the page."""
    text = opened.without_frames(text)
    source = _Source(url, learnt, entry)
    draft = _zones(text, source)
    found = sum(map(len, draft.paragraphs))
    if found < _LITTLE and (whole := opened.opened(text)) is not None:
        other = _zones(whole, source)
        if sum(map(len, other.paragraphs)) >= _TIMES_MORE * max(found, _FEWEST_LETTERS):
            return other
    if found < _FEWEST_LETTERS and (scripted := data_text.in_scripts(text)):
        return _zones(text, source, scripted)
    return draft


class _Source(NamedTuple):
    """Where a page comes from: its address, what was learnt of sites, what a feed says of it."""

    url: str | None
    learnt: Mapping[str, frozenset[str]] | None
    entry: FeedEntry | None


def _zones(text: str, source: _Source, scripted: list[Block] | None = None) -> Draft:
    url, learnt, entry = source
    parsed = parsing.parse(text) if text.strip() else parsing.NOTHING
    root = parsed.root
    if root is None:
        return Draft()
    stated = metadata.read(root, url)
    stated = feed_entry.beside(stated, entry) if entry else stated
    base = stated.base
    body = root.find("body")
    blocks, seen, unread = tree.blocks(body if body is not None else root)
    repeated = boilerplate.lines_of(learnt or {}, url, stated.canonical_url)
    page = htmlpage.made_out(blocks, seen, repeated)
    page.addresses = tuple(filter(None, (url, stated.canonical_url))) or (base,)
    page.language = language.detect(" ".join(block.text for block in blocks if content.prose(block)), stated.language)
    chosen, site = htmlpage.headline(page, stated, base)
    htmlpage.completed(page)
    collapsed.open_rest(page)
    insertions.mark(page)
    head = htmlhead.read(page, chosen, stated.descriptions)
    rest = _rest(page, _body_numbers(page, head))
    if not page.several and (_is_little(page, rest) or _is_passed_over(page, head)) and _has_more(page, rest):
        rest = _second(root, page, head, rest)
    standfirst, own = pagetext.take_standfirst(head.standfirst, rest.body, page.language)
    seen_only = _unmarked(page, head) if not own else []
    if seen_only:  # all of the story that can be seen, and only its place or words made it a standfirst
        standfirst, own = None, [line for number in seen_only for line in outside.of_block(blocks[number])]
    stated_text = scripted or (data_text.found(text, _letters(rest)) if _letters(rest) < _LITTLE else [])
    if stated_text and not standfirst:
        standfirst = data_text.standfirst_of(stated.descriptions, stated_text)
    sites = (*stated.sites, *([site] if site else []))
    shown = signed.shown(page, head, own[-1].block if own else page.first)
    if stated_text or not own:  # what can be seen is not all of it
        shown = shown._replace(has=lambda _: True)
    names = authorship.judge(stated.authors, shown, (*sites, url or ""))
    for index in bios.own_bios([line.text for line in own], names):
        rest.discard("bio", [own.pop(index)])
    own_blocks = stated_text or [blocks[number] for number in dict.fromkeys(line.block for line in own)]
    dateline_text, body_blocks = dateline_cut.cut(own_blocks, page)
    related, discarded = outside.read(page, head, rest, base)
    byline = " | ".join(dict.fromkeys(filter(None, [*head.bylines, *rest.bylines]))) or None
    titles = (chosen, *stated.headlines, stated.page_title)
    return Draft(
        title=chosen,
        standfirst=standfirst,
        byline=byline,
        authors=names,
        dateline_text=dateline_text,
        paragraphs=tuple(line for block in body_blocks for line in _paragraphs(block)),
        body=markdown.write(body_blocks, base, {} if stated_text else _holders(body_blocks, seen)),
        site=site_name.choose(stated.site_claims, site, base)
        or site_name.shown((block.text for block in blocks), base),
        section=sections.choose((*stated.sections, head.section), sites, names),
        tags=stated.tags,
        language=stated.language,
        canonical_url=stated.canonical_url,
        image=stated.image,
        dates=tuple(
            dict.fromkeys(
                (*stated.dates, *page_dates.find(page, titles, _last(page, rest)), *page_dates.in_text(rest.dates))
            )
        ),
        related=tuple(related),
        discarded=(
            *head.discarded,
            *rest.discarded,
            *discarded,
            *left_unread(unread or (tree.MORE if parsed.ended else "")),
        ),
    )


def _last(page: Page, rest: Rest) -> int:
    """The number of the text's last block."""
    return max((line.block for line in rest.body), default=page.first)


def _rest(page: Page, numbers: Sequence[int]) -> Rest:
    """What the blocks of these numbers hold."""
    return bodytext.read(
        [
            line
            for n in numbers
            for line in outside.of_block(page.blocks[n], own=page.is_kin(n), leads=page.leads(n), entry=n in page.days)
        ]
    )


def _is_little(page: Page, rest: Rest) -> bool:
    """Whether the text found is so short, or so small a part of what reads as prose, that it may be the wrong one."""
    found = _letters(rest)
    everything = sum(
        content.prose(block) for block in page.blocks if page.labels[block.number] not in content.NEVER_TEXT
    )
    return found < _LITTLE or found < _SMALL_PART * everything


def _has_more(page: Page, rest: Rest) -> bool:
    """Whether the page shows so much more than the text found that looking for it a second time, which takes long, can help."""
    shown = sum(
        len(block.text)
        for block in page.blocks
        if block.linked < _LINKED and page.labels[block.number] not in content.NEVER_TEXT
    )
    return shown >= max(_MUCH_MORE * _letters(rest), _FEWEST_LETTERS)


def _is_passed_over(page: Page, head: Head) -> bool:
    """Whether there is prose between the headline and what was taken for the text that isn't near to it."""
    start = page.headline if page.headline is not None else 0
    passed = [
        number
        for number in range(start, page.first)
        if page.labels[number] is None and (content.prose(page.blocks[number]) or number in head.guessed)
    ]
    return bool(passed) and page.first - passed[-1] > _NEAR


def _unmarked(page: Page, head: Head) -> list[int]:
    """The numbers of the standfirst's blocks, if no class or tag says of them that they are one, or if they are several."""
    standfirst = head.standfirst or ""
    numbers = sorted(head.guessed | {number for number in head.used if page.blocks[number].text in standfirst})
    numbers = [number for number in numbers if page.blocks[number].kind != "heading"]
    return numbers if len(numbers) > 1 else [number for number in numbers if page.labels[number] is None]


def _letters(rest: Rest) -> int:
    return sum(len(line.text) for line in rest.body)


def _second(root: parsing.Element, page: Page, head: Head, rest: Rest) -> Rest:
    """What a second way of finding the text holds, if it finds much more; else what was found."""
    cut = {line for part in rest.discarded if part.label in _JUDGED for line in part.text.split("\n")}
    numbers = [
        number
        for number in secondopinion.numbers(root, page.blocks)
        if number != page.headline
        and page.labels[number] not in content.NEVER_TEXT
        and not (_letters(rest) >= _FEWEST_LETTERS and page.blocks[number].text in cut)
    ]
    other = _rest(page, [number for number in numbers if number not in head.used - head.guessed])
    mine = {line.block for line in rest.body}
    elsewhere = sum(len(line.text) for line in other.body if line.block not in mine) > _MOST_ELSEWHERE * _letters(other)
    if _letters(other) < (_FEWEST_LETTERS if elsewhere else max(_MUCH_MORE * _letters(rest), _FEWEST_LETTERS)):
        return rest
    if any(line.block in head.guessed for line in other.body):
        head.standfirst = None
    page.inside, page.first = set(numbers), min(numbers)
    return other


def _body_numbers(page: Page, head: Head) -> list[int]:
    """The numbers of the blocks that may be text of the article, in order."""
    start = page.headline if page.headline is not None else -1
    title = clean.comparable(page.blocks[start].text) if start >= 0 else None
    near = _near(page, start)
    leads = {number for number in range(start + 1, page.first) if start >= 0 and _is_lead(page, number, near)}
    leads |= (
        _introduction(page, start, head.used)
        | _first_headings(page, start)
        | htmlpage.first_list(page, start, head.used)
    )
    leads |= notes.mark(page) | page.days | (brief.sentences(page, near - head.used) if start >= 0 else set())
    return [
        number
        for number in sorted(page.inside | leads)
        if number > start
        and page.is_open(number)
        and number not in head.used
        and (number >= page.first or number in leads or _is_early_text(page, page.blocks[number], start))
        and (
            page.labels[number] is None
            or number in leads
            or _is_subheading(page, number)
            or _is_hinted_text(page, number, head.used)
        )
        and not (page.blocks[number].kind == "heading" and clean.comparable(page.blocks[number].text) == title)
    ]


def _near(page: Page, headline: int) -> set[int]:
    """The numbers of the blocks below the headline that few others part from it; what is cut anyway doesn't count."""
    shown = (number for number in range(headline + 1, page.first) if page.is_open(number))
    return set(islice(shown, _NEAR_HEADLINE))


def _is_lead(page: Page, number: int, near: AbstractSet[int]) -> bool:
    """Whether a paragraph between the headline and the text is text: near the headline, or set as the text is."""
    block = page.blocks[number]
    return (
        page.labels[number] in (None, "standfirst")
        and (block.kind == "paragraph" or page.labels[number] is None)
        and bool(content.prose(block))
        and block.linked < _LINKED
        and (number in near or content.style(block, page.seen) in page.styles)
    )


def _introduction(page: Page, headline: int, taken: Collection[int]) -> set[int]:
    """The paragraphs of one element between headline and text, if they are several and long: of a live blog, say."""
    groups: dict[tuple[int, ...], list[int]] = {}
    for number in range(headline + 1, page.first if headline >= 0 else 0):
        block = page.blocks[number]
        if page.labels[number] is None and block.linked < _LINKED and number not in taken and content.prose(block):
            groups.setdefault(block.path[:-1], []).append(number)
    return {
        number
        for group in groups.values()
        if len(group) >= _FEWEST_WORDS and sum(len(page.blocks[number].text) for number in group) >= _LITTLE
        for number in group
    }


def _first_headings(page: Page, headline: int) -> set[int]:
    """The subheadings right above the first paragraph and with it, as of the first entry of a live blog, or question."""
    found: set[int] = set()
    if not 0 <= headline < page.first < len(page.blocks):
        return found
    holder = page.blocks[page.first].path[:-1]
    for number in range(page.first - 1, headline, -1):
        block = page.blocks[number]
        if block.kind != "heading" and (
            page.labels[number] == "byline" or stamps.is_stamp(block.text)
        ):  # the entry's time
            continue
        if block.kind != "heading" or block.level < 2 or page.labels[number] is not None:  # noqa: PLR2004 - h1 is the page's
            break
        beside = holder[:-1] == block.path[:-1] and _has_fellow(page, block)  # each part of the text has an element
        within = holder in (block.path[:-1], block.path[:-2])
        if not (within or beside) or block.linked >= _LINKED or furniture.kind(block.text):
            break
        found.add(number)
    return found


def _has_fellow(page: Page, heading: Block) -> bool:
    """Whether a heading of the same level and class stands within the text."""
    style = content.style(heading, page.seen)
    return any(
        (other := page.blocks[number]).level == heading.level and content.style(other, page.seen) == style
        for number in page.inside
        if number > page.first
    )


def _is_subheading(page: Page, number: int) -> bool:
    """Whether the block is a heading within the text that its class calls a subtitle."""
    return page.labels[number] == "standfirst" and page.blocks[number].kind == "heading" and number > page.first


def _is_hinted_text(page: Page, number: int, taken: Collection[int]) -> bool:
    """Whether a paragraph is text, though its class speaks of a summary or a byline: none was taken from it."""
    block = page.blocks[number]
    return (
        page.labels[number] == "standfirst"
        and block.kind == "paragraph"
        and bool(content.prose(block))
        and (content.style(block, page.seen) in page.styles or htmlpage.is_introduction(page, block, taken))
    )


def _is_early_text(page: Page, block: Block, headline: int) -> bool:
    """Whether a short block above the first paragraph is text: a sentence, or a line right among the paragraphs."""
    if block.number in page.listed:
        return True
    sentence = lines.is_prose(block.text) and lines.ends_sentence(block.text)
    most = _LINKED_LEAD if sentence else _LINKED  # a lead's names often lead to what else is known of them
    if headline >= 0 and page.is_kin(block.number) and block.linked < most and lines.words(block.text) > 1:
        return True
    return (
        lines.ends_sentence(block.text)
        and block.linked < _LINKED
        and lines.words(block.text) >= _FEWEST_WORDS
        and block.kind == "paragraph"
    )


def _paragraphs(block: Block) -> Sequence[str]:
    """The block's text; of what is preformatted its lines, joined where they are only wrapped."""
    raw = "".join([run.text for run in block.runs]) if block.kind == "pre" else ""
    return [line.text for line in lines.join(lines.read(raw))] if "\n" in raw.strip() else (block.text,)


def _holders(blocks: Sequence[Block], seen: Sequence[tree.Element]) -> dict[int, int]:
    """The number of the element that each quote stands in."""
    return {
        block.number: next((at for at in block.path if seen[at].tag == "blockquote"), 0)
        for block in blocks
        if block.kind == "quote" and block.path
    }
