"""What the tests of sources share."""

from collections.abc import Iterator

import pytest

from .serving import Site


@pytest.fixture
def site() -> Iterator[Site]:
    """A site without pages."""
    made = Site()
    yield made
    made.close()
