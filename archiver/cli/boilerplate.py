"""`archive boilerplate`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archiver.cli.output import draw, note, open_archive, open_console, output_format, write_rows
from archiver.errors import UsageError
from archiver.render.numbers import counted

if TYPE_CHECKING:
    from typing import Any

    from archiver.archive import Archive
    from archiver.learnt import SiteBoilerplate


def boilerplate(arguments: Any) -> int:
    """Show what is known of sites, after learning it anew, or after a person's decisions."""
    if (arguments.keep or arguments.cut) and (not arguments.site or arguments.learn):
        raise UsageError("--keep and --cut are for one site, by itself: archive boilerplate SITE --keep NUMBER")
    form = output_format(arguments, "jsonl")
    with open_archive(arguments) as archive:
        sites = _learned(archive, arguments.site) if arguments.learn else archive.boilerplate(arguments.site)
        before = sites
        if arguments.keep:
            sites = (archive.keep_boilerplate(arguments.site, *arguments.keep),)
        if arguments.cut:
            sites = (archive.cut_boilerplate(arguments.site, *arguments.cut),)
        if form == "text":
            _show(archive, sites, arguments)
        else:
            from archiver.render.boilerplate import site_fields, text_rows

            rows = [row for each in sites for row in text_rows(each)]
            if sites is not before:  # of a decision, what it changed
                known = [row for each in before for row in text_rows(each)]
                rows = [row for row in rows if row not in known]
            write_rows(form, rows, [site_fields(each) for each in sites])
        if arguments.learn or arguments.keep or arguments.cut:
            _tell_reindex(archive)
    return 0


def _learned(archive: Archive, site: str) -> tuple[SiteBoilerplate, ...]:
    from archiver.cli.progress import Bars

    with Bars() as bars:
        learned = archive.learn_boilerplate(site, progress=bars.add("Learning"))
    texts = sum(len(each.texts) for each in learned.sites)
    where = f"{counted(len(learned.sites), 'site')}" if learned.sites else "any site"
    found = f"{counted(texts, 'text')} of {where}" if texts else "Nothing is repeated by"
    told = f"{found} {'known' if texts else where}"
    changes = f": {learned.new:,} new, {learned.gone:,} gone" if texts or learned.gone else ""
    note(f"{counted(learned.compared, 'article')} compared. {told}{changes}.")
    return learned.sites


def _show(archive: Archive, sites: tuple[SiteBoilerplate, ...], arguments: Any) -> None:
    from archiver.render.boilerplate import render_site, render_sites

    if arguments.site:
        for each in sites:
            draw(open_console(), render_site(each, archive.boilerplate_path(each.site)))
    elif sites:
        draw(open_console(), render_sites(sites))
    elif not arguments.learn:
        note(
            "Nothing has been learnt of any site yet: “archive boilerplate --learn” does it, and “archive reindex” before it begins."
        )


def _tell_reindex(archive: Archive) -> None:
    if archive.why_reindex():
        note("“archive reindex” makes it count.")
