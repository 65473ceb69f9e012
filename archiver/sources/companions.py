"""What stands beside a page because it was saved with it: pictures, style sheets, and the pages in its frames.

A browser that saves “the complete page” puts these into a folder beside it, named by the user's language:
`story_files`, `story-Dateien`, `story_fichiers`. So no list of names would do: a folder whose name is the page's with a
word behind it is such a one if the page takes its parts from there.
"""

import html
import os
import re
import unicodedata
from collections.abc import Callable, Collection
from functools import cache
from urllib.parse import unquote

_PAGES = (".html", ".htm", ".xhtml", ".xht")
_FOLDER = re.compile(r"(.+)[_.-]([^\W\d_]+)")
_CERTAIN = "_files"  # what Firefox and Chrome write in most languages
_LOOKED_AT = 1 << 22  # bytes of a page: its style sheets, and the first of its pictures, come before that
_SOURCE = re.compile(
    r"""(?:\ssrc|<link\s(?:[^<>]{0,1000}?\s)?href)\s{0,8}=\s{0,8}(?:"([^"<>]{1,2000})"|'([^'<>]{1,2000})'|([^\s"'<>]{1,2000}))""",
    re.IGNORECASE,
)


def find_saved_folders(paths: Collection[str]) -> frozenset[str]:
    """Those of the paths that are folders which a browser saved together with a page among them."""
    pages = {stem: path for path in paths for stem, suffix in [os.path.splitext(path)] if suffix.lower() in _PAGES}
    parts = cache(_folders_of_parts)  # a page may have any number of folders beside it
    return frozenset(path for path in paths if pages and _is_saved_folder(path.rstrip("/"), pages, parts))


def belongs_to_page(name: str, names: Collection[str]) -> bool:
    """Whether a file has the name of a page among the names, but for its ending: `a.jpg` beside `a.html`, `a.html.json`."""
    while (stem := name.rpartition(".")[0]) and stem != name:
        if stem in names or any(stem + suffix in names for suffix in _PAGES):
            return True
        name = stem
    return False


def _is_saved_folder(path: str, pages: dict[str, str], parts: Callable[[str], frozenset[str]]) -> bool:
    parent, name = os.path.split(path)
    match = _FOLDER.fullmatch(name)
    page = pages.get(os.path.join(parent, match[1])) if match else None
    if match is None or page is None or not (os.path.isdir(path) and os.path.isfile(page)):
        return False
    return name == match[1] + _CERTAIN or unicodedata.normalize("NFC", name) in parts(page)


def _folders_of_parts(page: str) -> frozenset[str]:
    """The folders beside a page from which it takes pictures, frames, scripts or style sheets."""
    try:
        with open(page, "rb") as file:
            text = file.read(_LOOKED_AT).decode("utf-8", "replace")
    except OSError:
        return frozenset()
    sources = (unquote(html.unescape(match[1] or match[2] or match[3])) for match in _SOURCE.finditer(text))
    folders = (source.removeprefix("./").partition("/")[0] for source in sources)
    return frozenset(unicodedata.normalize("NFC", folder) for folder in folders)
