"""Draws docs/search.svg, the picture of a search in the README: picture.py ARCHIVE."""

import io
import re
import sys
from pathlib import Path

from rich.console import Console

from archiver import Archive
from archiver.render.page import render_page, render_summary

WIDTH = 110


def main(home: str) -> None:
    """Search as the README does, and draw what the terminal shows."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, highlight=False)
    chosen = {"people": ["Jiri Tavrin", "Helena Marsh"]}
    with Archive.open(home) as archive:
        page = archive.search("Steel Mill", limit=4, **chosen)
    console.print(render_summary(page, first=1, chosen=chosen))
    console.print()
    console.print(render_page(page, first=1, width=WIDTH))
    picture = console.export_svg(title='archive search "Steel Mill" --people "Jiri Tavrin" --people "Helena Marsh"')
    # The reader's own monospaced font will do: a picture needn't fetch one from elsewhere.
    picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)
    Path(__file__).with_name("search.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
