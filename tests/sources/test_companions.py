"""What a browser saves together with a page isn't taken for pages of its own, in whatever language it names the folder."""

from pathlib import Path
from urllib.parse import quote

import pytest

from .reading import PAGE, read

FRAME = "<!doctype html><html><body><p>Advertisement: buy now, and pay later than you thought.</p></body></html>"


def _saved(folder: Path, name: str, beside: str, part: str) -> None:
    """A page with one frame, as a browser saves it."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(PAGE.replace("</body>", f"{part}</body>"), encoding="utf-8")
    (folder / beside).mkdir()
    (folder / beside / "frame.html").write_text(FRAME)
    (folder / beside / "photo.jpg").write_bytes(b"\xff\xd8\xff")


@pytest.mark.parametrize(
    ("name", "beside", "part"),
    [
        ("a.html", "a_files", ""),
        ("a.htm", "a_files", ""),
        ("a b.html", "a b-Dateien", '<iframe src="./a b-Dateien/frame.html">'),
        ("a.html", "a_fichiers", "<iframe title='x' SRC = 'a_fichiers/frame.html'>"),
        ("a.html", "a.files", "<img src=a.files/photo.jpg>"),
        ("a.html", "a_bestanden", '<link rel="stylesheet" href="a_bestanden/style.css">'),
        ("a & b.html", "a & b-filer", '<img src="./a &amp; b-filer/photo.jpg">'),
        ("фото.html", "фото_файлы", f'<img src="{quote("фото_файлы")}/photo.jpg">'),
    ],
)
def test_a_saved_folder_is_passed_over(tmp_path: Path, name: str, beside: str, part: str) -> None:
    """Only the page itself is taken, from its folder and where page and folder are both named, as by a shell's star."""
    _saved(tmp_path / "saved", name, beside, part)
    pages = tmp_path / "saved"
    for targets in ([pages], [pages / beside, pages / name], [f"{pages}/{beside}/", str(pages / name)]):
        made = read(targets)
        assert [capture.source for capture in made.captures] == [str(pages / name)]
        assert made.rejected == []


@pytest.mark.parametrize(
    ("name", "beside", "part"),
    [
        ("a.html", "a-archive", '<a href="a-archive/frame.html">Older stories</a>'),
        ("a.html", "b_files", ""),
        ("a.html", "a_2025", '<img src="a_2025/photo.jpg">'),
        ("a.txt", "a_files", ""),
    ],
)
def test_other_folders_are_taken(tmp_path: Path, name: str, beside: str, part: str) -> None:
    """A folder of pages beside a page that only links to it, or with another name, is taken."""
    _saved(tmp_path / "saved", name, beside, part)
    assert len(read(tmp_path).captures) == 2


def test_a_saved_folder_that_is_named_alone_is_taken(tmp_path: Path) -> None:
    """Whoever names the folder without its page means the pages in it."""
    _saved(tmp_path / "saved", "a.html", "a_files", "")
    assert len(read(tmp_path / "saved" / "a_files").captures) == 1
