"""Archives of some thousands of made articles, on each engine, and makers of each format."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from archiver import Archive
from archiver.export import find_format
from archiver.export.formats import Options
from tests.conftest import ENGINES, use_elasticsearch
from tests.engines.articles import article
from tests.engines.conftest import fill

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from archiver.document import Document
    from archiver.export.formats import Maker

MANY = 2300  # more than a batch of a scan, a row group, and what is written between two states kept


def made(number: int) -> Document:
    """An article of which every third speaks of steel."""
    return article(
        f"https://www.ledger.example/{number}",
        f"Article {number}",
        f"All about {'steel' if number % 3 == 0 else 'corn'}.\n\n{'More of it. ' * (number % 40)}",
        url=f"https://www.ledger.example/{number}",
        published=f"20{number % 25:02}-{number % 12 + 1:02}",
        authors=("Jane Roe",),
        site="Daily Ledger",
        language="en",
    )


def fill_archive(folder: Path, documents: Iterator[Document] | list[Document]) -> Archive:
    """An archive in this folder, as its settings say, whose index holds these articles; its log is empty."""
    archive = Archive.open(str(folder), create=True)
    fill(archive.engine, documents)
    return archive


@pytest.fixture(params=ENGINES, scope="module")
def many(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of MANY articles, on each engine; read it only."""
    folder = tmp_path_factory.mktemp("many") / "archive"
    if request.param == "elasticsearch":
        use_elasticsearch(folder, request.getfixturevalue("elasticsearch_url"))
    with fill_archive(folder, map(made, range(MANY))) as archive:
        yield archive


@pytest.fixture
def few(tmp_path: Path) -> Callable[..., Archive]:
    """Makes an archive of these articles."""

    def build(*documents: Document) -> Archive:
        return fill_archive(tmp_path / "archive", list(documents))

    return build


@pytest.fixture
def maker() -> Callable[..., Maker]:
    """Makes the maker of a format, with columns."""
    return make_maker


def make_maker(form: str, *columns: str) -> Maker:
    """The maker of a format that needs no log."""
    return find_format(form, columns=columns).make(Options(columns, False, "a query", "2025-09-02T07:30:00Z", None))  # type: ignore[arg-type]


def whole(form: str, *documents: Document) -> str:
    """These articles in a format of text, as a file has them."""
    maker = make_maker(form)
    parts = [maker.begin(), *(maker.document(each, number) for number, each in enumerate(documents))]
    return b"".join((*parts, maker.end(len(documents)))).decode()
