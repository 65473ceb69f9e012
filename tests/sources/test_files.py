"""Files and folders become captures; what isn't a page is refused with a reason and spoils nothing beside it."""

import datetime as dt
import gzip
import os
from pathlib import Path

import pytest

from archiver.errors import UsageError
from archiver.sources import SourceOptions, iter_captures

from .reading import NOW, PAGE, read


def test_a_page_keeps_its_bytes(tmp_path: Path) -> None:
    """A page is taken byte for byte, under its file's URI, captured not later than now."""
    (tmp_path / "a b.html").write_text(PAGE)
    (capture,) = read(tmp_path / "a b.html").captures
    assert capture.payload == PAGE.encode()
    assert capture.content_type == "text/html"
    assert capture.url is None
    assert capture.key == f"file://{tmp_path}/a%20b.html"
    assert capture.captured_at == NOW
    assert not capture.captured_exactly
    assert capture.source == str(tmp_path / "a b.html")


@pytest.mark.parametrize(
    ("name", "content", "content_type"),
    [
        ("a.html", b"<p>No head at all</p>", "text/html"),
        ("a.HTM", b"\xef\xbb\xbf<html><p>Marked", "text/html; charset=utf-8"),
        ("a.html", "<html><p>Zwei".encode("utf-16"), "text/html; charset=utf-16"),
        ("a.xhtml", b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', "application/xhtml+xml"),
        ("a.txt", "Fähre fährt wieder".encode(), "text/plain; charset=utf-8"),
        ("a.txt", "Fähre fährt wieder".encode("latin-1"), "text/plain"),
        ("a.txt", b"<!DOCTYPE html><html><body>saved as text</body></html>", "text/html"),
        ("a.md", b"# Ferry runs again\n\nIt does.", "text/markdown; charset=utf-8"),
        ("a.php", b"<!-- cached --><html lang=en><p>From a server", "text/html"),
        ("a", b"Ferry runs again\n\nIt does.", "text/plain; charset=utf-8"),
        ("a.html", b"<html><p>A stray \0 in a real page", "text/html"),
    ],
)
def test_types_by_name_and_content(tmp_path: Path, name: str, content: bytes, content_type: str) -> None:
    """The name's ending tells the type, else the content; a charset is stated only where it is certain."""
    (tmp_path / name).write_bytes(content)
    assert [capture.content_type for capture in read(tmp_path / name).captures] == [content_type]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.html", b"", "is empty"),
        ("blank.txt", b" \r\n\n", "is empty"),
        ("scan.pdf", b"%PDF-1.7\n\xff\xfe", "is a PDF file"),
        ("scan.html", b"%PDF-1.7\n\xff\xfe", "is a PDF file"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n\0\0", "is an image (PNG)"),
        ("notes.docx", b"PK\x03\x04\x14\0", "is a zip archive or an office document"),
        ("data.bin", b"\1\2\0\3", "is binary data"),
        ("clip", b"\0\0\0\x18ftypmp42", "is a video"),
        ("page.html", gzip.compress(b"<html>"), "is gzip data"),
        ("page.gz", gzip.compress(b"<html>"), "unpack it first"),
        ("page.gz", gzip.compress(b"<html>" * 9)[:20], "unpack it first"),
        ("page.mhtml", b"From: <Saved by Blink>\r\n", "is damaged MHTML"),
        ("urls.txt", b"# to read\nhttps://news.example/a\n\nhttp://news.example/b?c", "--input-file"),
        ("style.css", b"p { margin: 0 }", "isn't an article"),
        ("list.json", b"[\n1\n]", "write each document as one line"),
    ],
)
def test_what_is_not_a_page_is_refused(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    """An empty, binary or foreign file is refused with what it is, and the page named beside it is taken."""
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.html").write_text(PAGE)
    made = read([tmp_path / name, tmp_path / "good.html"])
    assert [capture.payload for capture in made.captures] == [PAGE.encode()]
    assert reason in made.reasons
    assert made.reasons.startswith(str(tmp_path / name))


def test_a_huge_page_is_not_read(tmp_path: Path) -> None:
    """A page of 200 MB is refused by its size, without reading it, and its neighbour is taken."""
    with (tmp_path / "huge.html").open("wb") as file:
        file.truncate(200_000_000)
    (tmp_path / "small.html").write_text(PAGE)
    made = read(tmp_path)
    assert len(made.captures) == 1
    assert "has 200 MB, more than the 52.4 MB that one page may have" in made.reasons


def test_invalid_utf8_is_kept(tmp_path: Path) -> None:
    """Bytes that aren't valid in the page's charset are no reason to refuse it: they are kept as they are."""
    payload = b'<html><meta charset="utf-8"><p>Caf\xe9 \xff opens'
    (tmp_path / "a.html").write_bytes(payload)
    assert [capture.payload for capture in read(tmp_path).captures] == [payload]


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    """A folder gives its pages in the order of their names, folders below it too, and nothing of what lies beside."""
    for name in ("b.html", "a/z.txt", "a/y.md", "c", "index.php?id=3"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PAGE)
    for name in (".hidden.html", "a/y.gold.json", "style.css", "app.js", "photo.jpg", "LICENSE"):
        (tmp_path / name).write_bytes(b"not a page")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "page.html").write_text(PAGE)
    made = read(tmp_path)
    names = [os.path.relpath(capture.source, tmp_path) for capture in made.captures]
    assert names == ["a/y.md", "a/z.txt", "b.html", "c", "index.php?id=3"]
    assert made.rejected == []


def test_links_are_followed_once(tmp_path: Path) -> None:
    """A link that leads back into its own folder doesn't walk it again."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.html").write_text(PAGE)
    (tmp_path / "in" / "loop").symlink_to(tmp_path)
    assert len(read(tmp_path).captures) == 1


def test_unreadable_things_are_reported(tmp_path: Path) -> None:
    """A link to itself and a path that doesn't exist are reported, and the page beside them is taken."""
    (tmp_path / "a.html").symlink_to(tmp_path / "a.html")
    (tmp_path / "b.html").write_text(PAGE)
    made = read([tmp_path, tmp_path / "absent.html", "bad\0name"])
    assert len(made.captures) == 1
    assert len(made.rejected) == 3
    assert "a.html: can't be read" in made.reasons
    assert "absent.html: doesn't exist" in made.reasons


def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    """A named pipe is refused when it is named and passed over in a folder, never read."""
    os.mkfifo(tmp_path / "pipe.html")
    assert read(tmp_path) == ([], [])
    assert "isn't a file" in read(tmp_path / "pipe.html").reasons


def test_a_name_that_is_not_text(tmp_path: Path) -> None:
    """A file whose name isn't UTF-8 is taken, and named in a way that can be printed."""
    path = os.fsencode(tmp_path) + b"/caf\xe9.html"
    try:
        with open(path, "wb") as file:
            file.write(PAGE.encode())
    except OSError:
        pytest.skip("this file system only takes UTF-8")
    (capture,) = read(tmp_path).captures
    assert capture.key.endswith("/caf%E9.html")
    assert capture.source.encode().endswith("caf\ufffd.html".encode())


MARK = "<!-- saved from url=(0034)https://news.example/bridge?id=123 -->"
SINGLE_FILE = (
    "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://news.example/bridge?utm_source=x \n"
    " saved date: {} (Pakistan Standard Time)\n-->"
)


def test_the_mark_of_the_web_is_the_address(tmp_path: Path) -> None:
    """A page that a browser saved is known under the address that it was saved from."""
    (tmp_path / "a.html").write_text("<!DOCTYPE html>\n" + MARK + PAGE)
    (capture,) = read(tmp_path).captures
    assert capture.url == capture.key == "https://news.example/bridge?id=123"
    assert not capture.captured_exactly


def test_single_file_tells_when(tmp_path: Path) -> None:
    """A page saved by SingleFile has its address and the exact time of saving, in UTC."""
    (tmp_path / "a.html").write_text(SINGLE_FILE.format("Tue Sep 02 2025 20:01:03 GMT+0500") + PAGE)
    (capture,) = read(tmp_path).captures
    assert capture.url == "https://news.example/bridge?utm_source=x"
    assert capture.key == "https://news.example/bridge"
    assert capture.captured_at == dt.datetime(2025, 9, 2, 15, 1, 3, tzinfo=dt.UTC)
    assert capture.captured_exactly


@pytest.mark.parametrize("date", ["Tue Feb 31 2025 20:01:03 GMT+0500", "Tue Sep 02 2031 20:01:03 GMT+0500", "today"])
def test_a_date_that_cannot_be_is_not_believed(tmp_path: Path, date: str) -> None:
    """A saving date that doesn't exist, lies in the future or can't be read leaves the import's time as the bound."""
    (tmp_path / "a.html").write_text(SINGLE_FILE.format(date) + PAGE)
    (capture,) = read(tmp_path).captures
    assert (capture.captured_at, capture.captured_exactly) == (NOW, False)


@pytest.mark.parametrize("comment", ["<!-- saved from url=(0014)about:internet -->", "<!-- saved from url=(1)x -->"])
def test_other_comments_name_no_address(tmp_path: Path, comment: str) -> None:
    """A mark without a web address is no address."""
    (tmp_path / "a.html").write_text(comment + PAGE)
    assert [capture.url for capture in read(tmp_path).captures] == [None]


def test_the_callers_word_counts(tmp_path: Path) -> None:
    """An address and a capture time that the caller states are taken, as exact."""
    (tmp_path / "a.txt").write_text("Bridge reopens")
    at = dt.datetime(2020, 1, 2, 3, 4, tzinfo=dt.UTC)
    (capture,) = read(tmp_path / "a.txt", url="https://News.example/a#top", captured_at=at).captures
    assert capture.url == "https://News.example/a#top"
    assert capture.key == "https://news.example/a"
    assert (capture.captured_at, capture.captured_exactly) == (at, True)


@pytest.mark.parametrize(
    ("targets", "url"),
    [
        (["-"], "news.example"),
        (["-"], ""),
        (["-"], "http://"),
        (["-"], "http://["),
        (["-"], "https:///story"),
        (["-"], "https://news.example/a b"),
        (["-"], "https://news.example/\x1b[2J"),
        (["a", "b"], "https://news.example/"),
    ],
)
def test_an_address_is_for_one_page(targets: list[str], url: str) -> None:
    """An address for several targets, or one that isn't any, is refused before anything is read."""
    with pytest.raises(UsageError):
        iter_captures(targets, SourceOptions(url=url))


def test_a_foreign_scheme_is_refused() -> None:
    """An address that can't be fetched is refused with what can be."""
    assert "only http and https" in read("ftp://news.example/a").reasons


def test_standard_input_with_an_address() -> None:
    """A page from standard input is known under the address that is given for it."""
    (capture,) = read("-", stdin=PAGE.encode(), url="https://news.example/a").captures
    assert capture.key == "https://news.example/a"
    assert capture.content_type == "text/html"


def test_standard_input_without_an_address() -> None:
    """The same text from standard input twice is the same document, another text another."""
    first, again, other = (read("-", stdin=text).captures[0].key for text in (b"One", b"One", b"Two"))
    assert first == again != other


@pytest.mark.parametrize("content", [b"", b"\0\1", gzip.compress(b"x"), b"WARC/1.1\r\n", b"x" * 101])
def test_standard_input_is_checked(content: bytes) -> None:
    """What isn't a page is refused from standard input too."""
    made = read("-", stdin=content, max_bytes=100)
    assert made.captures == []
    assert made.reasons.startswith("standard input: ")


def test_standard_input_of_json_lines() -> None:
    """JSON lines from standard input are documents, one a line."""
    assert len(read("-", stdin=b'{"title": "One"}\n{"title": "Two"}\n').captures) == 2
