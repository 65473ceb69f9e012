"""Lists of what is to be added."""

import io

import pytest

from archiver.errors import UsageError
from archiver.sources.targets import iter_targets


def test_a_list_of_targets() -> None:
    """Each line names something; blank lines, comments, spaces around and a byte order mark don't count."""
    text = (
        "\ufeffhttps://news.example/a#top\r\n\n  # later\n  pages/a b.html  \nhttps://news.example/b".encode()
        + b"\nc\xff"
    )
    assert list(iter_targets(io.BytesIO(text), "list")) == [
        "https://news.example/a#top",
        "pages/a b.html",
        "https://news.example/b",
        "c\udcff",
    ]


@pytest.mark.parametrize(
    "content",
    [b"a\n<!doctype html>\n", b'{"title": "A"}\n', b"WARC/1.1\n", b"\x1f\x8b\x08", b"a\0b", b"a" * 100_000, b"-\n"],
)
def test_what_is_no_list(content: bytes) -> None:
    """A page, documents or other things given as a list are refused, before they are taken for thousands of names."""
    with pytest.raises(UsageError, match=r"list, line \d: "):
        list(iter_targets(io.BytesIO(content), "list"))
