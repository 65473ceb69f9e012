"""A page of search results, for a person at a terminal."""

import itertools
from collections.abc import Mapping

from rich.console import Group
from rich.segment import Segment
from rich.text import Text

from archiver.render.dates import readable
from archiver.render.facets import heading, labels
from archiver.render.hanging import Hanging
from archiver.render.safe import one_line, web_link
from archiver.searching import changes, suggestions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from rich.console import Console, ConsoleOptions, RenderableType

    from archiver.results import FacetCount, Highlight, Hit, Page, Similar

WIDE = 96  # columns from which the facets stand beside the hits
FACETS_WIDTH = 30
GAP = 2  # columns between the hits and the facets
ID_LENGTH = 8  # digits of an id that are shown: enough to name an article in archives of some ten thousand
_WORDS_SHOWN = 10  # of those that tell an article from others
_INDENT = 4  # columns for the number of a hit


def render_page(page: "Page", *, first: int, width: int, new: "Container[str]" = ()) -> "RenderableType":
    """The hits, numbered from `first`, with the facets beside them, or below where the terminal is narrow.

    Those whose ids are in `new` are marked as new.

    Laid out by hand, in given widths: rich's tables would find them out by drawing everything several times.
    """
    hits = Group(
        *(
            line
            for number, hit in enumerate(page.hits, first)
            for line in _render_hit(hit, number, is_new=hit.id in new)
        )
    )
    blocks = [block for name, counts in page.facets.items() if (block := render_facet(name, counts, FACETS_WIDTH))]
    if width < WIDE:
        return Group(hits, _side_by_side(blocks, width))
    if not blocks:
        return hits
    return _Columns((hits, Text("\n", no_wrap=True).join(blocks)), (width - FACETS_WIDTH - GAP, FACETS_WIDTH))


def render_summary(
    page: "Page",
    *,
    first: int,
    chosen: "Mapping[str, str | Sequence[str | None] | Mapping[str, Sequence[str | None]] | None]",
) -> Text:
    """How many articles match, by what was chosen besides the query, which of them are shown, and the time taken."""
    total = f"{page.total:,} article{'' if page.total == 1 else 's'}"
    text = Text(total, "bold")
    if page.query:
        text.append(f" for {one_line(page.query)}", "default")
    for typed, others in page.synonyms.items():
        text.append(f" · {one_line(typed)} or {' or '.join(map(one_line, others))}", "default")
    for part in _choices(chosen):
        text.append(f" · {part}", "default")
    if page.total > len(page.hits) and page.hits:
        last = first + len(page.hits) - 1
        text.append(f" · {first:,} to {last:,}" if last > first else f" · number {first:,}", "dim")
    return text.append(f" · {page.took_ms:.0f} ms", "dim")


def _choices(
    chosen: "Mapping[str, str | Sequence[str | None] | Mapping[str, Sequence[str | None]] | None]",
) -> "Iterator[str]":
    """What was chosen besides the query, each in words."""
    for name, value in chosen.items():
        if name == "matching":
            if how := {"all": "all words", "any": "any word"}.get(str(value)):
                yield how
        elif isinstance(value, str):
            yield f"{name} {one_line(value)}"
        elif isinstance(value, Mapping):
            yield from (f"not {_chosen(facet, values)}" for facet, values in value.items())
        elif value:
            yield _chosen(name, value)


def _chosen(facet: str, values: "Sequence[str | None]") -> str:
    """What is chosen of a facet: `people: Jane Roe or none`; None alone is `without people`."""
    if all(value is None for value in values):
        return f"without {facet.partition(':')[0]}"
    return f"{facet}: {' or '.join('none' if value is None else one_line(value) for value in values)}"


def render_notes(page: "Page") -> "Iterator[Text]":
    """What was changed of the query, so that it finds something, and what may have been meant."""
    return (Text(one_line(sentence), "yellow") for sentence in (*changes(page), *suggestions(page)))


def render_similar(found: "Similar", *, first: int) -> Text:
    """How many articles are like one, and by which of its words."""
    page = found.page
    title = one_line(found.title or "an article without a title")
    if not page.total:
        text = Text(f"No other article is like “{title}”", "bold")
        text.append(": none has enough of its words." if found.words else ": none has any of its words.", "default")
        return text
    total = f"{page.total:,} article{'' if page.total == 1 else 's'} like “{title}”"
    text = Text(total, "bold").append(f" · by {', '.join(map(one_line, found.words[:_WORDS_SHOWN]))}", "default")
    if len(found.words) > _WORDS_SHOWN:
        text.append(" …", "default")
    if page.total > len(page.hits) and page.hits:
        text.append(f" · {first:,} to {first + len(page.hits) - 1:,}", "dim")
    return text.append(f" · {page.took_ms:.0f} ms", "dim")


def _render_hit(hit: "Hit", number: int, *, is_new: bool = False) -> "Iterator[RenderableType]":
    title_marks = next((mark for mark in hit.highlights if mark.zone == "title"), None)
    title = one_line(hit.title or "(no title)")
    head = Text(title, "bold")
    if title_marks and one_line(title_marks.text) == title:
        _mark(head, title_marks.spans)
    link = web_link(hit.url)
    if link:
        head.stylize(f"link {link}")
    date = readable(hit.published) if hit.published else "no date"
    # Assembled: the style of a whole text would be that of all that is joined to it.
    about = Text.assemble((" · ", "dim")).join(
        Text(one_line(part), style)
        for part, style in (
            ("new" if is_new else "", "bold magenta"),
            (hit.site, "green"),
            (date, "cyan"),
            (", ".join(hit.authors), "default"),
        )
        if part
    )
    about.append(f"  {hit.id[:ID_LENGTH]}", "dim")
    lead = Text.assemble((f"{number:>{_INDENT - 1}} ", "dim"))
    # The head's further lines stand under its first one, which the number precedes.
    yield Hanging(lead, head)
    for line in (about, *(passage(mark) for mark in hit.highlights if mark.zone != "title")):
        yield Hanging(Text(" " * len(lead)), line)
    if hit.missing:
        yield Hanging(Text(" " * len(lead)), Text(f"without {', '.join(map(one_line, hit.missing))}", "dim"))
    yield Text("")


def passage(highlight: "Highlight") -> Text:
    """A passage with its matches marked."""
    text = Text(one_line(highlight.text), "default")
    _mark(text, highlight.spans)
    return text


def _mark(text: Text, spans: "tuple[tuple[int, int], ...]") -> None:
    for start, end in spans:
        text.stylize("bold yellow", start, end)


def render_facet(name: str, counts: "tuple[FacetCount, ...]", width: int) -> Text | None:
    """A facet's values with their counts, as wide as given; None where there is nothing to show."""
    if not any(count.documents for count in counts):
        return None
    title = heading(name)
    block = Text(f"{title}\n", "bold", no_wrap=True)  # each line has its width already
    for count, value in zip(counts, labels(name, counts), strict=True):
        number = f" {count.documents:,}" + ("" if count.overall is None else f" of {count.overall:,}")
        value.truncate(width - len(number), overflow="ellipsis", pad=True)
        block.append_text(value).append(f"{number}\n", "dim")
    block.stylize("not bold", len(title) + 1)
    return block


def _side_by_side(blocks: "list[Text]", width: int) -> "RenderableType":
    columns = max(1, (width + GAP) // (FACETS_WIDTH + GAP))
    rows = [blocks[start : start + columns] for start in range(0, len(blocks), columns)]
    return Group(*(_Columns(row, [min(FACETS_WIDTH, width)] * len(row)) for row in rows))


class _Columns:
    """Renderables side by side, each as wide as given."""

    def __init__(self, parts: "Sequence[RenderableType]", widths: "Sequence[int]") -> None:
        self._parts, self._widths = parts, widths

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "Iterator[Segment]":
        columns = [
            console.render_lines(part, options.update(width=width, height=None))
            for part, width in zip(self._parts, self._widths, strict=True)
        ]
        for row in itertools.zip_longest(*columns):
            for number, (line, width) in enumerate(zip(row, self._widths, strict=True)):
                yield from [Segment(" " * GAP)] if number else []
                yield from line or [Segment(" " * width)]
            yield Segment.line()
