"""What is known of sites' boilerplate, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.table import Table
from rich.text import Text

from archiver.render.dates import readable
from archiver.render.hanging import Hanging
from archiver.render.numbers import counted
from archiver.render.safe import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from archiver.learnt import LearntText, SiteBoilerplate


def render_sites(sites: Sequence[SiteBoilerplate]) -> Table:
    """A line for each site."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(overflow="fold")
    table.add_column(overflow="fold")
    table.add_column(no_wrap=True, justify="right")
    table.add_column(no_wrap=True, style="dim")
    for each in sites:
        kept = len(each.texts) - len(each.cut)
        count = Text(counted(len(each.cut), "text"))
        known = f"{each.pages:,} articles compared" + (f", {kept:,} kept" if kept else "")
        table.add_row(Text(one_line(each.site), "bold"), Text(one_line(each.name)), count, known)
    return table


def render_site(site: SiteBoilerplate, path: str) -> RenderableType:
    """The site's texts, each with its number and in how many articles it is."""
    title = Text(one_line(site.name or site.site), "bold")
    if site.name and site.name != site.site:
        title.append(f"  {one_line(site.site)}", "not bold dim")
    about = f"{counted(site.pages, 'article')} compared on {readable(site.learnt_at)}" if site.pages else "not learnt"
    shares = [_share(each, site.pages) for each in site.texts]
    wide, most = len(str(len(site.texts))), max(map(len, shares), default=0)
    lines: list[RenderableType] = [title, Text(f"{about} · {one_line(path)}", "dim"), Text("")]
    for number, (each, share) in enumerate(zip(site.texts, shares, strict=True), 1):
        lead = Text.assemble((f"{number:>{wide}}  ", "bold"), (f"{share:>{most}}  ", "cyan"))
        text = Text(one_line(each.text), "dim" if each.keep else "")
        if each.keep:
            text.append("  kept in the articles", "green not dim")
        lines.append(Hanging(lead, text))
    return Group(*lines)


def _share(text: LearntText, pages: int) -> str:
    return f"{text.pages:,} of {pages:,}" if text.pages else "by hand"


def site_fields(site: SiteBoilerplate) -> dict[str, Any]:
    """A site as the values that JSON has."""
    texts = [{name: value for name, value in row.items() if name != "site"} for row in text_rows(site)]
    return {"site": site.site, "name": site.name, "pages": site.pages, "learnt_at": site.learnt_at, "texts": texts}


def text_rows(site: SiteBoilerplate) -> Iterator[dict[str, Any]]:
    """Each text of a site, likewise."""
    for number, each in enumerate(site.texts, 1):
        fields = {name: getattr(each, name) for name in each.__struct_fields__}
        yield {"site": site.site, "number": number, **fields}
