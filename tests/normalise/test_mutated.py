"""Pages that no one wrote: the samples, damaged in every way by a seeded generator. Run as a script for many more of them.

`python -m tests.normalise.test_mutated 10000 [FIRST]` tries so many, and prints each that breaks a promise with its seed.
"""

import functools
import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from archiver.document import Capture, Document
from archiver.errors import NotAnArticleError
from archiver.normalise import Context, normalise

SAMPLES = Path(__file__).parent.parent.parent / "samples" / "pages"
MUTATIONS, GROUPS = 320, 16
LIMIT = 5.0  # seconds of CPU a page
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
NAMELESS = msgspec.structs.replace(Context.default(), names=False)
PIECES = (
    "&#x1b;", "&#0;", "&#1;[31m", "&#xd800;", "&#x110000;", "&lt;script&gt;", "\x1b[2J", "\x00", "\x9b31m", "\u202e", "<!--", "-->",
    "<![CDATA[", "]]>", "<script>", "</script>", "<style>", "<plaintext>", "<xmp>", "<textarea>", "<title>", "</body>", "</html>", "<body>",
    "<frameset>", "<table><tr>", "<svg><p>", "<math><mi>", "<template>", "<select><option>", "</p></p></p>", "<p", "<a href=", '"', "'", ">", "<",
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":["', '{"@graph":[[[[', "{{{{", "]}]}", "\ud7ff", "&&&&&", "<?xml ?>",
    "<a><b><i><a>", "<font><p><div></font>", "31/31/2031", "99999999999999", "0000-00-00T00:00:00Z", "<time datetime='", "<br>" * 50,
    "<p>Tuesday, 32 May 20255 ", "By By By and and ", "<meta name=date content='9999-12-31T23:59:59+99:99'>", "<base href='http://[::'>",
)  # fmt: skip


@functools.cache
def samples() -> tuple[tuple[str, bytes], ...]:
    """The content type and the bytes of each sample page."""
    media = {".html": "text/html", ".txt": "text/plain", ".md": "text/markdown"}
    return tuple((media[path.suffix], path.read_bytes()) for path in sorted(SAMPLES.iterdir()) if path.suffix in media)


def cut(page: bytes, rng: random.Random) -> bytes:
    """The page's beginning, or its end."""
    at = rng.randrange(len(page) + 1)
    return page[:at] if rng.random() < 0.7 else page[at:]


def doubled(page: bytes, rng: random.Random) -> bytes:
    """The page with a part of it repeated, or all of it."""
    start, end = sorted(rng.randrange(len(page) + 1) for _ in range(2))
    return page[:end] + page[start:end] * rng.randrange(1, 6) + page[end:]


def flipped(page: bytes, rng: random.Random) -> bytes:
    """The page with some bytes changed."""
    changed = bytearray(page)
    for _ in range(rng.choice((1, 10, 300))):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def pasted(page: bytes, rng: random.Random) -> bytes:
    """The page with pieces of another, or of mark-up, put in anywhere."""
    for _ in range(rng.choice((1, 5, 40))):
        at = rng.randrange(len(page) + 1)
        other = rng.choice(samples())[1]
        start = rng.randrange(len(other))
        taken = other[start : start + rng.choice((10, 200, 5000))]
        page = (
            page[:at]
            + (rng.choice(PIECES).encode("utf-8", "surrogatepass") if rng.random() < 0.7 else taken)
            + page[at:]
        )
    return page


def nested(page: bytes, rng: random.Random) -> bytes:
    """The page with ten thousand elements within each other, somewhere."""
    at = rng.randrange(len(page) + 1)
    tag = rng.choice(
        (b"div", b"b", b"blockquote", b"ul><li", b"table><tr><td", b"span", b"section", b"a", b"font", b"p")
    )
    return page[:at] + (b"<" + tag + b">") * 10_000 + page[at:]


def stuffed(page: bytes, rng: random.Random) -> bytes:
    """The page with a megabyte in one attribute."""
    name = rng.choice((b"class", b"href", b"content", b"id", b"style", b"datetime", b"data-x", b"rel", b"itemprop"))
    filling = rng.choice(
        (b"x", b"date ", b"a-b_c ", b"'", b"&amp;", b"1. ", b"\xff", b"> ", b"Ada and ", b"2025-01-01 ")
    )
    tag = rng.choice((b"<p ", b"<a ", b"<meta name=author ", b"<time ", b"<div ", b"<link rel=canonical "))
    at = rng.randrange(len(page) + 1)
    value = filling * (1_000_000 // len(filling))
    return page[:at] + tag + name + b'="' + value + b'">' + page[at:]


def untitled(page: bytes, _rng: random.Random) -> bytes:
    """The page without its title and headings."""
    return re.sub(rb"(?is)<(title|h1)\b.*?</\1>|<meta[^>]*title[^>]*>|^# .*$", b"", page)


def scripted(page: bytes, rng: random.Random) -> bytes:
    """A page of nothing but scripts."""
    scripts = re.findall(rb"(?is)<script\b.*?</script>", page) or [b"<script>write('" + page[:2000] + b"')</script>"]
    return b"".join(rng.choices(scripts, k=rng.randrange(1, 30)))


def repeated(page: bytes, rng: random.Random) -> bytes:
    """Nothing but a piece of the page, or of mark-up, over and over."""
    start = rng.randrange(len(page))
    piece = (
        page[start : start + rng.choice((3, 40, 400))]
        if rng.random() < 0.5
        else rng.choice(PIECES).encode("utf-8", "replace")
    )
    return piece * (rng.choice((1000, 200_000)) // len(piece))


MUTATORS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    cut, doubled, flipped, pasted, nested, stuffed, untitled, scripted, repeated, flipped, pasted, cut,
)  # fmt: skip


def mutated(seed: int) -> Capture:
    """The capture of a seed; the same one each time."""
    rng = random.Random(seed)
    media, page = rng.choice(samples())
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        page = rng.choice(MUTATORS)(page, rng) or b" "
    header = rng.choice(
        (media, media, media, f"{media}; charset=utf-8", "text/html; charset=shift_jis", "", "application/xhtml+xml")
    )
    return Capture(
        payload=page,
        content_type=header,
        url=rng.choice(("https://mill.example/a/2025/09/02/b", None)),
        key=f"mutation:{seed}",
    )


def texts(value: object) -> Iterator[str]:
    """All strings in a value of built-in types."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from texts(item)


@functools.cache
def warm() -> None:
    """Load what pages are read with, once for all of them."""
    for media, page in samples():
        normalise(Capture(payload=page, content_type=media, key="warm"), NAMELESS)


def broken(seed: int) -> str | None:
    """Which promise the normaliser breaks for the page of a seed; None if it keeps them all."""
    warm()
    capture = mutated(seed)
    began = time.process_time()
    document: Document | None = None
    try:
        document = normalise(capture, NAMELESS)
    except NotAnArticleError:
        pass
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what must not come
        return f"{type(error).__name__}: {error}"
    seconds = time.process_time() - began
    if seconds > LIMIT:
        return f"takes {seconds:.1f} s"
    odd = [text for text in texts(msgspec.to_builtins(document)) if CONTROL.search(text.replace("\n", ""))]
    return f"control characters in {odd[0][:80]!r}" if odd else None


@pytest.mark.parametrize("group", range(GROUPS))
def test_damaged_pages_are_read_or_refused(group: int) -> None:
    """A damaged page gives a document without control characters, or is no article; it never takes long, nor fails otherwise."""
    found = {seed: reason for seed in range(group, MUTATIONS, GROUPS) if (reason := broken(seed))}
    assert found == {}


def main(count: int, first: int = 0) -> int:
    """Try so many pages; the number of those that break a promise."""
    failures = 0
    for seed in range(first, first + count):
        reason = broken(seed)
        if reason:
            failures += 1
            sys.stdout.write(f"{seed}: {reason}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{count} pages, {failures} broke a promise\n")
    return failures


if __name__ == "__main__":
    sys.exit(min(1, main(*map(int, sys.argv[1:]))))
