"""Links made absolute the quick way are those that urllib makes."""

from urllib.parse import urljoin

import pytest

from archiver.normalise import addresses

_BASES = (
    "",
    "https://courier.example/news/harbour?page=2#top",
    "http://courier.example",
    "HTTPS://Courier.example/a/",
    "https://ann:secret@courier.example:8080/a",
    "ftp://courier.example/a/b",
    "//courier.example/a",
    "file:///a/b",
)


@pytest.mark.parametrize(
    "address",
    [
        "https://other.example/a/b.html?x=1&y=2#part",
        "https://other.example",
        "https://other.example/a?",
        "https://other.example/a#",
        "https://other.example/a/../b",
        "https:///a",
        "http:a",
        "/politics/harbour-wall-12.html",
        "/politics/",
        "/",
        "//cdn.example/a",
        "/a//b",
        "/a/../b",
        "/a/./b",
        "/a;b?c",
        "/a b",
        "/größe",
        "?page=2",
        "#top",
        "b.html",
        "../b",
        "mailto:ann@courier.example",
        "javascript:void(0)",
        "/a?next=/b/../c",
        "\t/a",
        "",
    ],
)
@pytest.mark.parametrize("base", _BASES)
def test_an_address_is_made_absolute_as_urllib_makes_it(base: str, address: str) -> None:
    """The quick way for plain addresses gives what the standard library gives."""
    assert addresses.absolute(base, address) == urljoin(base, address)
