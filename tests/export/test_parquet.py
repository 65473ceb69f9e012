"""Parquet, read back by pyarrow."""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from pyarrow import parquet

from archiver.errors import UsageError
from archiver.export import parquet as ours
from tests.conftest import ROOT
from tests.engines.articles import article
from tests.export.conftest import make_maker
from tests.export.test_sheet import ALL, FULL

if TYPE_CHECKING:
    from collections.abc import Callable

    from archiver import Archive


def test_columns_have_types(few: Callable[..., Archive]) -> None:
    """Lists are lists, numbers numbers, days days and times times; what isn't there is null, not empty."""
    sink = io.BytesIO()
    make_maker("parquet").convert([FULL, article("bare")], sink)  # type: ignore[attr-defined]
    table = parquet.read_table(sink)
    assert table.column_names == list(ALL)
    first, second = table.to_pylist()
    assert first["authors"] == ["Jane Roe", "Bo Ström"]
    assert first["countries"] == ["Norland", "Norway"]
    assert first["words"] == 3
    assert first["published"] == "2025-09"
    assert first["published_from"] == dt.date(2025, 9, 1)
    assert first["published_to"] == dt.date(2025, 9, 30)
    assert first["captured"] == dt.datetime(2025, 10, 4, 10, 0, 0, 500_000, tzinfo=dt.UTC)
    assert first["text"] == 'One.\n\nTwo, "three".'
    assert second["people"] == []
    assert second["title"] is second["published_from"] is second["captured"] is None


def test_row_groups_are_bounded(many: Archive) -> None:
    """However many articles there are, few are in a row group, so neither writer nor reader holds all."""
    stream = io.BytesIO()
    many.export_to(stream, "parquet", columns=["id", "title"])
    file = parquet.ParquetFile(stream)
    rows = [file.metadata.row_group(number).num_rows for number in range(file.num_row_groups)]
    assert max(rows) <= 1000
    assert sum(rows) == file.metadata.num_rows == 2300
    ids = file.read(["id"]).column("id").to_pylist()
    assert ids == sorted(set(ids))


def test_long_articles_make_small_row_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row group ends where its texts are long, too."""
    monkeypatch.setattr(ours, "_CHARACTERS", 5000)
    sink = io.BytesIO()
    make_maker("parquet", "text").convert((article(str(n), text="x" * 1000) for n in range(10)), sink)  # type: ignore[attr-defined]
    assert parquet.ParquetFile(sink).num_row_groups == 4


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pyarrow isn't installed that is said, with the command that installs it."""
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(UsageError, match=r"pip install 'news-archive\[parquet\]'"):
        make_maker("parquet")


def test_searching_in_elasticsearch_does_not_load_it() -> None:
    """The client of Elasticsearch would load pyarrow wherever it is; it is kept from that, and pyarrow can be loaded after."""
    code = (
        "import sys, archiver.engines.elastic\n"
        "assert 'pyarrow' not in sys.modules and 'numpy' not in sys.modules\n"
        "import pyarrow.parquet"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT).returncode == 0
