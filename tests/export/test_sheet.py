"""CSV, as a spreadsheet and a program read it."""

from __future__ import annotations

import csv
import io
import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archiver.document import Dateline, DocumentCapture, StatedDate
from archiver.export.columns import COLUMNS
from archiver.export.sheet import USUAL
from tests.engines.articles import article
from tests.export.conftest import make_maker

FULL = article(
    "https://ledger.example/a",
    "Steel, and “corn”",
    'One.\n\nTwo, "three".',
    url="https://ledger.example/a",
    standfirst="In short",
    authors=("Jane Roe", "Bo Ström"),
    site="Daily Ledger",
    section="Business",
    language="en",
    published="2025-09",
    people=("Vera Holm",),
    organisations=("NSM",),
    places=("Norburg@Norland", "Oslo@Norway"),
    mentioned=("1965-01-01..1971-12-31 year", "1971-05-03..1971-05-03 day"),
)
FULL = msgspec.structs.replace(
    FULL,
    dateline=Dateline(place="Norburg", agency="XYZ"),
    modified=StatedDate(at="2025-09-03T07:30", precision="minute", offset="+01:00"),
    captures=(
        DocumentCapture(position=1, captured_at="2025-09-04T10:00:00Z", digest="a"),
        DocumentCapture(position=2, captured_at="2025-10-04T10:00:00.5Z", digest="a"),
        DocumentCapture(position=3, captured_at="2026-01-01T00:00:00Z", digest="a", exact=False),
    ),
)
ALL = tuple(column.name for column in COLUMNS)


def rows(data: bytes) -> list[list[str]]:
    """The rows as Python's own reader gives them."""
    return list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))


def test_the_columns_say_what_the_page_states() -> None:
    """Each column has what its name says, as finely as it is stated; lists are joined by a semicolon and a space."""
    maker = make_maker("csv", *ALL)
    names, cells = rows(maker.begin() + maker.document(FULL, 0))
    found = dict(zip(names, cells, strict=True))
    assert found == {
        "id": FULL.id,
        "key": FULL.key,
        "url": "https://ledger.example/a",
        "canonical_url": "",
        "title": "Steel, and “corn”",
        "standfirst": "In short",
        "authors": "Jane Roe; Bo Ström",
        "site": "Daily Ledger",
        "section": "Business",
        "tags": "",
        "language": "en",
        "published": "2025-09",
        "published_precision": "month",
        "published_offset": "",
        "published_from": "2025-09-01",
        "published_to": "2025-09-30",
        "modified": "2025-09-03T07:30",
        "modified_precision": "minute",
        "modified_offset": "UTC+01:00",
        "dateline": "Norburg",
        "agency": "XYZ",
        "words": "3",
        "people": "Vera Holm",
        "organisations": "NSM",
        "places": "Norburg; Oslo",
        "countries": "Norland; Norway",
        "mentioned": "1965-01-01/1971-12-31; 1971-05-03",
        "image": "",
        "captured": "2025-10-04T10:00:00Z",
        "captures": "3",
        "text": 'One.\n\nTwo, "three".',
        "body": 'One.\n\nTwo, "three".',
    }


def test_the_usual_columns() -> None:
    """Without a choice there are the columns that are counted and read; absent values are empty cells."""
    maker = make_maker("csv")
    data = maker.begin() + maker.document(article("bare"), 0)
    assert rows(data)[0] == list(USUAL)
    assert rows(data)[1] == [FULL.id and article("bare").id, *[""] * 9, "0", *[""] * 6]
    assert data.count(b"\r\n") == 2
    assert not data.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+44 20", "'+44 20"),
        ("-5 degrees", "'-5 degrees"),
        ("@home", "'@home"),
        ("\tx", "'\tx"),
        ("＝1+1", "'＝1+1"),
        ("'=1+1", "''=1+1"),
        ("''@x", "'''@x"),
        ("'Tis the season", "'Tis the season"),
        ("1 = 1", "1 = 1"),
        ("“=1+1”", "“=1+1”"),
        ('=HYPERLINK("http://x.example";"y")', '\'=HYPERLINK("http://x.example";"y")'),
    ],
)
def test_nothing_is_a_formula(title: str, cell: str) -> None:
    """What a spreadsheet would take for a formula has an apostrophe before it; all else is as it was."""
    document = article("a", title)
    maker = make_maker("csv", "title", "authors")
    assert rows(maker.document(document, 0)) == [[cell, ""]]
    listed = msgspec.structs.replace(document, title=None, authors=(title, "Jane Roe"))
    assert rows(maker.document(listed, 0)) == [["", f"{cell}; Jane Roe"]]


@settings(deadline=None)
@given(st.text(), st.text(), st.lists(st.text(), max_size=3))
def test_any_text_comes_back(title: str, text: str, authors: list[str]) -> None:
    """Whatever the texts are, there is one row of all cells, no cell is a formula, and taking one apostrophe off gives them back."""
    document = article("a", title, text, authors=tuple(authors))
    maker = make_maker("csv", "title", "text", "authors")
    [cells] = rows(maker.document(document, 0))
    assert len(cells) == 3
    assert not any(re.match(r"[=+\-@\t\r\n＝＋－＠]", cell) for cell in cells)
    back = [re.sub(r"^'(?='*[=+\-@\t\r\n＝＋－＠])", "", cell) for cell in cells]
    for cell, given_text in zip(back, (title, text, "; ".join(authors)), strict=True):
        assert _bare(cell) == _bare(given_text)


def _bare(text: str) -> str:
    """The text without control characters and line breaks, which may be of several kinds."""
    return "".join(each for each in text if each.isprintable())
