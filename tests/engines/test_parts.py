"""The parts of the embedded engine that decide something by themselves: keys, pages, schema."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.document import Discarded
from archiver.engines.content import content
from archiver.engines.embedded.entry import build_entry
from archiver.engines.embedded.keys import id_head, id_tail, join_id, newest_key, oldest_key
from archiver.engines.embedded.window import page_of
from archiver.engines.values import FILLER
from archiver.fields import FIELDS, KEYWORD, NAMES, TEXT
from archiver.keys import document_id
from tests.engines.articles import LIBRARY, article

IDS = st.one_of(st.text(max_size=24), st.text("0123456789abcdef", min_size=18, max_size=21))


@given(IDS, IDS)
def test_the_head_of_an_id_keeps_the_order(one: str, other: str) -> None:
    """The number of a lower id is never higher."""
    if one < other:
        assert id_head(one) <= id_head(other)
    assert 0 <= id_head(one) < 1 << 64


@given(st.text())
def test_ids_come_back(key: str) -> None:
    """The two numbers of an id give it back."""
    name = document_id(key)
    tail = id_tail(name)
    assert tail is not None
    assert join_id(id_head(name), tail) == name
    assert id_tail(name + "0") is None


@given(
    st.one_of(st.none(), st.integers(0, 3652059 * 1440)), st.one_of(st.none(), st.integers(0, 3652059 * 1440)), IDS, IDS
)
def test_keys_of_dates(one: int | None, other: int | None, one_id: str, other_id: str) -> None:
    """Keys fit into 64 bits and are in the order of the dates, undated ones last either way, then of the ids."""
    heads = id_head(one_id), id_head(other_id)
    newest = [newest_key(one, heads[0]), newest_key(other, heads[1])]
    oldest = [oldest_key(one, heads[0]), oldest_key(other, heads[1])]
    assert all(0 <= key < 1 << 64 for key in (*newest, *oldest))
    if one == other:
        assert (newest[0] >= newest[1]) or heads[0] > heads[1]
        assert (oldest[0] <= oldest[1]) or heads[0] > heads[1]
    elif one is None or (other is not None and one < other):
        assert newest[0] < newest[1] or one is None
        assert oldest[0] < oldest[1] or one is None
    if one is None and other:
        assert newest[0] < newest[1]
        assert oldest[0] > oldest[1]


@pytest.mark.parametrize("ties", [1, 5, 60, 1000])
def test_pages_of_tied_rows(ties: int) -> None:
    """Wherever a page begins and ends, it is that part of the whole list in order of key, then id."""
    draw = random.Random(ties)
    rows = [(number // ties, draw.random()) for number in range(1000)]
    rows.sort(key=lambda row: row[0])
    whole = sorted(rows)
    for _ in range(40):
        offset, limit = draw.randrange(1050), draw.randrange(1, 60)
        page = page_of(
            lambda start, count: rows[start : start + count], lambda those: [str(x) for x in those], offset, limit
        )
        assert page == sorted(whole, key=lambda row: (row[0], str(row[1])))[offset : offset + limit]


def test_every_field_of_the_table_has_content() -> None:
    """Each field with words or values takes them from the article, and a field that isn't known from nowhere."""
    full = article(
        "full",
        "Title",
        "Body",
        standfirst="Standfirst",
        authors=("Ann Lee",),
        dateline="Norburg",
        people=("Vera Holm",),
        organisations=("Union",),
        places=("Norburg@Norland",),
        site="Ledger",
        section="Business",
        language="en",
        related=("Another",),
        discarded=(Discarded(label="advert", text="Buy"),),
        url="https://host.example/steel%20mill",
    )
    for field in FIELDS:
        if field.kind in (TEXT, NAMES, KEYWORD):
            assert content(full, field.name).texts, field.name
            assert bool(content(full, field.name).values) is (field.kind != TEXT), field.name
    assert content(full, "url").texts == ("https://host.example/steel mill",)
    assert content(full, "site").texts == ("Ledger", "host.example")
    assert content(full, "no such field") == ((), ())
    assert all(content(article("empty"), field.name).texts == () for field in FIELDS if field.name != "id")


@pytest.mark.parametrize("url", ["https://[broken", "x", "https://", "file:///tmp/a.html"])
def test_an_address_without_a_host(url: str) -> None:
    """An address in which no host can be found gives no site."""
    assert content(article("a", url=url), "site") == ((), ())


def test_an_entry_holds_what_can_be_asked() -> None:
    """An article's entry has its tokens in each form, its values folded and as spelt, its days and its periods."""
    entry = build_entry(LIBRARY[0], 7, FIELDS)
    assert entry["title_written"] == ["Steel mill reopens in Norburg"]
    assert entry["title_stems"] == ["en:steel en:mill en:reopen en:in en:norburg"]
    assert entry["place_value"] == ["zurich", "norburg"]
    assert entry["place_spelling"] == [
        f"{digest:016x}{name}" for digest, name in zip(entry["place_key"], ["Zürich", "Norburg"], strict=True)
    ]
    assert entry["published_first"] == entry["published_last"]
    assert [entry[f"published_{unit}"] for unit in ("year", "month", "day", "precision")] == [
        ["2025"],
        ["2025-09"],
        ["2025-09-02"],
        ["minute"],
    ]
    assert entry["version"] == [7]
    assert entry["title_pairs"] == entry["standfirst_folded"] == [FILLER]
