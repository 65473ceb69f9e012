"""A key must be the same however a page was reached, and never a reason to fail."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archiver.keys import clean_url, content_key, document_id, file_uri, untracked


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://news.example/a?utm_source=x&id=7&fbclid=y", "https://news.example/a?id=7"),
        ("https://news.example/a?id=7&utm%5Fsource=x", "https://news.example/a?id=7"),
        ("HTTPS://News.Example:443/A#comments", "https://news.example/A"),
        ("http://news.example:8080", "http://news.example:8080/"),
        ("http://reader:secret@news.example/a", "http://news.example/a"),
        ("http://[2001:DB8::1]/a", "http://[2001:db8::1]/a"),
        ("https://zeitung-müller.example/straße", "https://xn--zeitung-mller-4ob.example/stra%C3%9Fe"),
        ("https://news.example/%7ehome/%c3%a9", "https://news.example/~home/%C3%A9"),
        ("https://news.example/a b", "https://news.example/a%20b"),
        ("https://news.example/#!story/9", "https://news.example/#!story/9"),
        (" https://news.example/a\n", "https://news.example/a"),
    ],
)
def test_addresses_of_one_page_have_one_key(url: str, key: str) -> None:
    """However an address is written, decorated or pasted, the page keeps one key."""
    assert clean_url(url) == key


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/a?b=1&a=2",  # an order that a server may care for
        "https://news.example/q?name=%E9t%E9",  # not UTF-8
        "https://news.example/a%2Fb",
        "https://news.example/a/../b",
        "http://news.example:99999/",
        "http://[::1",
        "urn:news:7",
    ],
)
def test_what_may_mean_something_is_kept(url: str) -> None:
    """Whatever a server may tell apart stays as it was, and an address that isn't one doesn't fail."""
    assert clean_url(url) == url


@pytest.mark.parametrize(
    ("link", "clean"),
    [
        ("https://news.example/a?utm_source=b&id=3&fbclid=x#part", "https://news.example/a?id=3#part"),
        ("/a?gclid=1", "/a"),
        ("https://News.example:443/a%7e?q=1#x?utm_source=1", "https://News.example:443/a%7e?q=1#x?utm_source=1"),
        ("mailto:desk@news.example?subject=utm_", "mailto:desk@news.example?subject=utm_"),
    ],
)
def test_a_link_keeps_all_but_tracking(link: str, clean: str) -> None:
    """A link leads where it led: only what tells how a reader came there is gone."""
    assert untracked(link) == clean


@given(st.text() | st.text(alphabet="htp:/@[]?#&=%.-a1é٠\u200c\ud800 \x00").map("http://".__add__))
@example("http://a℀b:80/")
@example("http://a%41:80")
def test_cleaning_is_stable(url: str) -> None:
    """A clean address stays as it is when it is cleaned again, whatever it was made from."""
    clean = clean_url(url)
    assert clean.isascii()
    assert clean_url(clean) == clean


def test_a_path_with_any_bytes_has_a_uri() -> None:
    """A file name with spaces, accents or bytes that aren't text has a URI."""
    assert file_uri("/news/caf\u00e9 \udcff.html") == "file:///news/caf%C3%A9%20%FF.html"


def test_same_content_same_key() -> None:
    """What has no address is known by its bytes."""
    assert content_key("stdin", b"one") == content_key("stdin", b"one")
    assert content_key("stdin", b"one") != content_key("stdin", b"two")
    assert len(document_id("stdin:x")) == 20
