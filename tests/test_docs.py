"""What the documents in docs/ say is what the program does."""

from __future__ import annotations

import doctest
import json
import re
import shutil
from typing import TYPE_CHECKING

import msgspec
import pytest

from archiver import document, export
from archiver.aliases import read, read_splits
from archiver.archive import Archive
from archiver.engine import Generation
from archiver.export.columns import COLUMNS
from archiver.export.sheet import USUAL
from archiver.facets import FACETS, UNITS
from archiver.keeping import Status
from archiver.sources.files import _JSON_LINES, _PAGES
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran

FORMATS = (ROOT / "docs" / "file-formats.md").read_text(encoding="utf-8")
OPERATING = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
STRUCTS = [
    value
    for value in vars(document).values()
    if isinstance(value, type) and issubclass(value, msgspec.Struct)
    if value not in (document.Capture, document.FeedEntry)
]


@pytest.mark.parametrize("struct", STRUCTS, ids=lambda struct: str(struct.__name__))
def test_every_field_of_a_document_is_described(struct: type[msgspec.Struct]) -> None:
    """Each name that a document's JSON has, on any level, is in the description of the format."""
    described = FORMATS[FORMATS.index("## Documents") : FORMATS.index("## JSON lines that are added")]
    missing = [name for name in struct.__struct_fields__ if not re.search(rf"[`\"]{name}[`\"]", described)]
    assert missing == []


def test_the_json_of_commands_is_described(run: Callable[..., Ran]) -> None:
    """Each name in the JSON of a search and of the status is in the description."""
    described = FORMATS[FORMATS.index("## JSON that is printed") : FORMATS.index("## aside.jsonl")]
    page = json.loads(run("search", "mill", "--format", "json").out)
    hit, counts = page["hits"][0], page["facets"]["people"]
    row = json.loads(run("facets", "places", "--by", "published", "--limit", "1", "--format", "json").out)
    timeline = json.loads(run("timeline", "--format", "json").out)
    unusual = json.loads(run("facets", "people", "mill", "--sort", "unusual", "--format", "json").out)
    names = [*page, *hit, *hit["highlights"][0], *counts[0], *Status._fields, *Generation._fields]
    names += [*row, *row["values"][0], *timeline, *timeline["periods"][0], *unusual[0]]
    assert [name for name in names if f"`{name}`" not in described] == []


def test_the_formats_and_columns_of_exports_are_described() -> None:
    """Each format, with its other names and endings, and each column, is in the tables; a ✓ marks those that CSV has."""
    described = FORMATS[FORMATS.index("## Exports") : FORMATS.index("## JSON that is printed")]
    for form in export.FORMATS:
        cells = (
            f"`{form.name}`",
            *(", ".join(f"`{name}`" for name in names) for names in (form.aliases, form.endings)),
        )
        row = " | ".join(cells).replace("  ", " ")
        assert f"\n| {row} | " in described, form.name
    table = described[described.index("### Columns") :]
    rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \| (✓?) ?\|", table, re.MULTILINE)
    columns = [(name, bool(mark)) for names, mark in rows for name in re.findall(r"\w+", names)]
    assert columns == [(column.name, column.name in USUAL) for column in COLUMNS]
    assert [name for name, usual in columns if usual] == list(USUAL)


def test_the_example_of_a_json_line_can_be_added(tmp_path: Path) -> None:
    """The line in the documentation is taken, and its short forms mean what is said of them."""
    match = re.search(r"```json\n(.*?)```", FORMATS, re.DOTALL)
    assert match
    (tmp_path / "a.jsonl").write_text(match[1], encoding="utf-8")
    with Archive.open(str(tmp_path / "archive"), create=True) as archive:
        assert archive.add(str(tmp_path / "a.jsonl")).stored == 1
        found = archive.get("https://example.org/ferry")
    assert found.published is not None
    assert (found.published.at, found.published.offset) == ("2025-09-02T07:30", "+01:00")
    assert [person.name for person in found.people] == ["Ottoline Breck"]
    assert found.site == "example.org"


def test_every_kind_of_file_is_named() -> None:
    """The endings of the files that are taken from a folder are all listed."""
    for suffix in (*_PAGES, *(ending for ending in _JSON_LINES if not ending.endswith(".gz"))):
        assert f"`{suffix}`" in OPERATING


def test_the_filtered_search_of_the_readme_finds_something(run: Callable[..., Ran]) -> None:
    """The example of a search with filters finds articles among the samples."""
    match = re.search(r'^\$ archive search mill (--people "(.+)" --site "(.+)")$', README, re.MULTILINE)
    assert match
    assert run("search", "mill", "--people", match[2], "--site", match[3]).out


def test_the_python_of_the_page_on_facets_runs(samples_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The example in Python does what it shows."""
    text = (ROOT / "docs" / "facets.md").read_text(encoding="utf-8")
    match = re.search(r"```python\n(.*?)```", text, re.DOTALL)
    assert match
    exec(match[1].replace('"my-archive"', repr(str(samples_home))), {})
    assert "Helena Marsh" in capsys.readouterr().out


def test_the_page_on_python_says_what_happens(
    samples_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every example of the page on Python gives what is printed there."""
    shutil.copytree(samples_home, tmp_path / "demo")
    monkeypatch.chdir(tmp_path)
    ran = doctest.testfile(str(ROOT / "docs" / "python.md"), module_relative=False, encoding="utf-8")
    assert ran.attempted > 30
    assert ran.failed == 0


def test_every_facet_is_described() -> None:
    """The page on facets names each of them, with its units."""
    text = (ROOT / "docs" / "facets.md").read_text(encoding="utf-8")
    names = [*FACETS, *(f"{facet}:{unit}" for facet, units in UNITS.items() for unit in units)]
    assert [name for name in names if f"`{name}`" not in text] == []


def test_the_example_of_aliases_is_understood(tmp_path: Path) -> None:
    """The files in the page on facets can be read."""
    text = (ROOT / "docs" / "facets.md").read_text(encoding="utf-8")
    match = re.search(r"```\n(# Who is who.*?)```", text, re.DOTALL)
    assert match
    (tmp_path / "aliases.txt").write_text(match[1], encoding="utf-8")
    assert set(read(str(tmp_path / "aliases.txt"))) == {"people", "organisations", "places"}
    match = re.search(r"```\n(\[people\]\nAmina.*?)```", text, re.DOTALL)
    assert match
    (tmp_path / "splits.txt").write_text(match[1], encoding="utf-8")
    assert set(read_splits(str(tmp_path / "splits.txt"))) == {"people", "places"}
