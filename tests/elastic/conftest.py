"""What the tests of a server that goes away share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.test_generations import capture

if TYPE_CHECKING:
    from pathlib import Path

PAGES = 140  # as many as one process normalises


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of some hundred stories."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(PAGES):
        (folder / f"{number:03}.html").write_bytes(capture(number).payload)
    return folder
