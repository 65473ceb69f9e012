"""MHTML, as browsers save a page in one file: the page is taken as it was, its pictures aren't."""

import base64
import datetime as dt
import quopri
import time
from pathlib import Path

import pytest

from .reading import NOW, PAGE, read

URL = "https://news.example/bridge?id=1&utm_source=x"
CHROME = """From: <Saved by Blink>
Snapshot-Content-Location: {url}
Subject: =?utf-8?Q?Bridge=20reopens?=
Date: {date}
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----MultipartBoundary--aB3----"


------MultipartBoundary--aB3----
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: {url}

{page}
------MultipartBoundary--aB3----
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable

<html><body>An advertisement</body></html>
------MultipartBoundary--aB3----
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://news.example/a.png

iVBORw0KGgo=
------MultipartBoundary--aB3------
"""
ROOT = PAGE.replace(
    "Traffic", "Fährverkehr = Traffic; a line as long as this one is broken into several by the encoding,"
)


def chrome(page: str = ROOT, url: str = URL, date: str = "Tue, 2 Sep 2025 20:01:03 +0500") -> bytes:
    """A page as Chrome saves it."""
    quoted = quopri.encodestring(page.encode()).decode()
    return CHROME.format(page=quoted, url=url, date=date).replace("\n", "\r\n").encode()


def plain(headers: str, body: bytes, *, boundary: str = "b") -> bytes:
    """A minimal file with one part."""
    head = f'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="{boundary}"\n\n--{boundary}\n{headers}\n\n'
    return head.encode() + body + f"\n--{boundary}--\n".encode()


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a.html", "a", "a.txt"])
def test_a_page_saved_by_chrome(tmp_path: Path, name: str) -> None:
    """The page's own bytes are taken, under the address that it was saved from, with the exact time of saving."""
    (tmp_path / name).write_bytes(chrome())
    (capture,) = read(tmp_path).captures
    assert capture.payload.decode().strip() == ROOT
    assert capture.content_type == "text/html"
    assert capture.url == URL
    assert capture.key == "https://news.example/bridge?id=1"
    assert capture.captured_at == dt.datetime(2025, 9, 2, 15, 1, 3, tzinfo=dt.UTC)
    assert capture.captured_exactly


def test_standard_input_may_be_mhtml() -> None:
    """A page saved in one file can come through a pipe, and the address that the caller states counts."""
    assert read("-", stdin=chrome()).captures[0].url == URL
    assert read("-", stdin=chrome(), url="https://news.example/b").captures[0].key == "https://news.example/b"


@pytest.mark.parametrize("date", ["Tue, 2 Sep 2031 20:01:03 +0500", "today", "", "Tue, 2 Sep 99999 20:01:03 +0500"])
def test_a_date_that_cannot_be_is_not_believed(tmp_path: Path, date: str) -> None:
    """A time of saving in the future, or that can't be read, leaves the import's time as the bound."""
    (tmp_path / "a.mhtml").write_bytes(chrome(date=date))
    (capture,) = read(tmp_path).captures
    assert (capture.captured_at, capture.captured_exactly) == (NOW, False)


@pytest.mark.parametrize("url", ["file:///home/me/a.html", "cid:frame-1@mhtml.blink", "https://", "http://[", ""])
def test_addresses_that_are_none(tmp_path: Path, url: str) -> None:
    """A page that was saved from a file has no address but its own file's."""
    (tmp_path / "a.mhtml").write_bytes(chrome(url=url))
    (capture,) = read(tmp_path).captures
    assert (capture.url, capture.key) == (None, f"file://{tmp_path}/a.mhtml")


@pytest.mark.parametrize(
    ("headers", "body", "content_type"),
    [
        ("Content-Type: text/html; charset=windows-1252", PAGE.encode(), "text/html; charset=windows-1252"),
        ('Content-Type: text/html; charset="x y\x1b"', PAGE.encode(), "text/html"),
        ("Content-Type: text/html; charset=latin1", b"\xef\xbb\xbf" + PAGE.encode(), "text/html; charset=utf-8"),
        ("Content-Type: text/html\nContent-Transfer-Encoding: BASE64", base64.encodebytes(PAGE.encode()), "text/html"),
        (
            "Content-Type: application/xhtml+xml\nContent-Transfer-Encoding: 8bit",
            PAGE.encode(),
            "application/xhtml+xml",
        ),
    ],
)
def test_charsets_and_encodings(tmp_path: Path, headers: str, body: bytes, content_type: str) -> None:
    """The page is taken out of whatever encoding it was sent in, with the charset that is stated for it."""
    (tmp_path / "a.mht").write_bytes(plain(headers, body))
    (capture,) = read(tmp_path).captures
    assert capture.content_type == content_type
    assert capture.payload.removeprefix(b"\xef\xbb\xbf").strip() == PAGE.encode()


def test_a_page_beside_its_plain_text(tmp_path: Path) -> None:
    """Where a mail program puts the page beside its plain text, within another part, it is found."""
    inner = b"--c\nContent-Type: text/plain\n\nText\n--c\nContent-Type: text/html\n\n" + PAGE.encode() + b"\n--c--\n"
    (tmp_path / "a.mht").write_bytes(plain("Content-Type: multipart/alternative; boundary=c", inner))
    assert [capture.payload for capture in read(tmp_path).captures] == [PAGE.encode()]


HTML = "Content-Type: text/html"
MANY = b"".join(b"--b\nContent-Type: image/png\n\n\n" for _ in range(20_000))
TOP = b"MIME-Version: 1.0\n"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (chrome()[:250], "is damaged MHTML"),
        (chrome()[:700], "the file ends in the middle of the page"),
        (plain(HTML, b""), "whose page is empty"),
        (plain(HTML, b"\x89PNG\r\n\x1a\n"), "is an image (PNG)"),
        (plain("Content-Type: image/png", b"x"), "has no HTML page in it"),
        (plain(f"{HTML}\nContent-Transfer-Encoding: x-rot13", b"x"), "in an encoding that can't be read (x-rot13)"),
        (plain(f"{HTML}\nContent-Transfer-Encoding: base64", b"PGh0bWw"), "is damaged MHTML"),
        (plain(HTML, chrome()), "is a page saved as MHTML"),
        (TOP + b"Content-Type: multipart/related\n\nx", "doesn't say where its parts begin"),
        (TOP + b"Content-Type: multipart/related; boundary=b\n\n" + MANY, "more than 10,000 parts"),
        (TOP + b"X: y\n" * 100_000 + b"\n" + PAGE.encode(), "more headers"),
        (TOP + b"X: " + b"y" * 1_000_000, "more headers"),
        (TOP + b'Content-Type: multipart/related; boundary="' + b";" * 60_000 + b"\n\n--b\n", "no browser writes"),
        (TOP + b"Content-Type: multipart/related; boundary=b\n\n" + b"\r\n--" * 5_000_000, "is damaged MHTML"),
        (
            plain(HTML, b"=" * 20_000_000).replace(
                HTML.encode(), b"Content-Type: multipart/mixed; boundary=" + b"=" * 60
            ),
            "",
        ),
    ],
)
def test_truncated_and_hostile_files(content: bytes, reason: str) -> None:
    """A file that was cut off, is made of nothing but structure, or holds no page is refused with a reason, soon."""
    start = time.monotonic()
    made = read("-", stdin=content)
    assert time.monotonic() - start < 10
    assert made.captures == []
    assert reason in made.reasons


def test_nested_to_harm() -> None:
    """Parts within parts within parts are followed to some depth only."""
    boundaries = [f"b{number}" for number in range(2_000)]
    content = "".join(f"Content-Type: multipart/mixed; boundary={each}\n\n--{each}\n" for each in boundaries)
    start = time.monotonic()
    assert read("-", stdin=TOP + content.encode() + b"\n" * 1_000_000).captures == []
    assert time.monotonic() - start < 10


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    """A file beyond the bound of a page isn't read."""
    (tmp_path / "a.mhtml").write_bytes(chrome())
    assert "more than the 100 bytes that one page may have" in read(tmp_path, max_bytes=100).reasons
