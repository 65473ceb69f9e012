"""What bytes look like: HTML, WARC, JSON lines, or one of the things that aren't text."""

import codecs
import re

HEAD = 4096
"""How many bytes from the beginning of a file are looked at."""

# Beginnings that name a format (from the formats' own specifications), and what a person calls it.
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG\r\n", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF8", "an image (GIF)"),
    (b"II*\0", "an image (TIFF)"),
    (b"MM\0*", "an image (TIFF)"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ\0", "xz data"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"ID3", "a sound file (MP3)"),
    (b"OggS", "a sound or video file (Ogg)"),
)
_CONTAINERS = {b"WEBP": "an image (WebP)", b"WAVE": "a sound file (WAV)", b"AVI ": "a video (AVI)"}
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

_HTML = re.compile(rb"<!doctype\s+html|<(?:html|head|body)[\s>]", re.IGNORECASE)
_JSON_OBJECT = re.compile(rb"\s*\{\s*\"")
_JSON_FEED = re.compile(rb"\"https?:\\?/\\?/jsonfeed\.org\\?/version\\?/1")
# The root element, behind the declaration, style sheets, comments and a document type.
_ROOT = re.compile(
    rb"\s*(?:(?><\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)\s*)*+<(rss|feed|rdf:RDF|\w{1,20}:feed)[\s>]",
    re.DOTALL,
)
# Blink begins with From and Snapshot-Content-Location, Internet Explorer with From, Opera and Word with MIME-Version.
_MHTML = re.compile(rb"\s{0,8}(?:From: \"?<?Saved by |Snapshot-Content-Location: |MIME-Version: 1)", re.IGNORECASE)
_ADDRESS = re.compile(rb"https?://\S+", re.IGNORECASE)
_FIRST_LINES = 1 << 16


def charset_of_mark(data: bytes) -> str | None:
    """The charset that a byte order mark declares, in lower case, or None."""
    return next((charset for mark, charset in _BOMS if data.startswith(mark)), None)


def looks_like_html(data: bytes) -> bool:
    """True if the text begins with markup and shows an HTML tag within its first bytes."""
    text = _readable(data[:HEAD])
    return text.lstrip().startswith(b"<") and _HTML.search(text) is not None


def looks_like_warc(data: bytes) -> bool:
    """True if the data begins as a WARC record does (ISO 28500), uncompressed."""
    return data.startswith(b"WARC/")


def looks_like_gzip(data: bytes) -> bool:
    """True if the data begins as a gzip member does (RFC 1952)."""
    return data.startswith(b"\x1f\x8b")


def looks_like_json_lines(data: bytes) -> bool:
    """True if the first line that isn't blank begins a JSON object with its first name on the same line."""
    first = data.removeprefix(codecs.BOM_UTF8).lstrip().split(b"\n", 1)[0]
    return _JSON_OBJECT.match(first) is not None


def looks_like_feed(data: bytes) -> bool:
    """True if the data begins as an RSS, Atom, RDF (RSS 1.0) or JSON feed does."""
    text = _readable(data[:_FIRST_LINES])
    if text.lstrip().startswith(b"{"):
        return _JSON_FEED.search(text) is not None
    root = _ROOT.match(text)
    return root is not None and (root[1].lower() != b"rdf:rdf" or b"purl.org/rss/1.0" in text)


def looks_like_mhtml(data: bytes) -> bool:
    """True if the data begins as browsers begin a page that they save with its pictures in one file (RFC 2557)."""
    return _MHTML.match(data) is not None


def looks_like_addresses(data: bytes) -> bool:
    """True if every line at the beginning is a web address, a comment (`#`) or blank, and one is an address."""
    lines = data[: _FIRST_LINES + 1].removeprefix(codecs.BOM_UTF8).splitlines()
    if len(data) > _FIRST_LINES:
        lines = lines[:-1]  # which may be cut
    meant = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith(b"#")]
    return bool(meant) and all(map(_ADDRESS.fullmatch, meant))


def not_text(data: bytes) -> str | None:
    """What the data looks like if it is neither text nor HTML ("a PDF file", "binary data"), else None."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    if data.startswith(b"RIFF"):
        return _CONTAINERS.get(data[8:12], "binary data")
    if data[4:8] == b"ftyp":
        return "a video or image (MP4 family)"
    if looks_like_mhtml(data):
        return "a page saved as MHTML"
    # Real pages hold a stray NUL now and then, so it speaks against text only where no tag speaks for HTML.
    if b"\0" in data and charset_of_mark(data) is None and not looks_like_html(data):
        return "binary data"
    return None


def _readable(data: bytes) -> bytes:
    """The data in an encoding that extends ASCII, without a byte order mark."""
    charset = charset_of_mark(data)
    if charset == "utf-16":
        return data[: len(data) & ~1].decode("utf-16", "replace").encode("utf-8", "replace")
    return data.removeprefix(codecs.BOM_UTF8)


def decoded_head(data: bytes) -> str:
    """The first bytes as text, for finding ASCII words in it: other characters may come out wrong."""
    return _readable(data[:HEAD]).decode("utf-8", "replace")
