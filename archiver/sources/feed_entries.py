"""What the entries of a feed say: RSS, Atom and RDF by feedparser, JSON feeds by the words of their standard.

Run as a program, it reads a feed from standard input and writes what it says as JSON: so `feed.py` can end it, for a feed can
be made so that reading it takes hours.
"""

import io
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any
from urllib.parse import urljoin

import msgspec

from archiver.document import FeedEntry
from archiver.errors import SourceError


class Entries(msgspec.Struct, frozen=True):
    """What a feed says of each page, or the problem with it, which continues the sentence "feed.xml …"."""

    entries: tuple[FeedEntry, ...] = ()
    problem: str = ""


# Some programs declare the encoding that their texts have in memory, and write UTF-8.
_FALSE_CHARSET = re.compile(rb"^(\s*<\?xml[^>]{0,60}encoding=[\"'])utf-?16(?=[\"'])", re.IGNORECASE)
_DECLARED = 200

_MAIL = re.compile(r"[^\s@()]{1,64}@[^\s@()]{1,255}")

# How much is kept of what an entry says, in code points and in number: more is a whole article, or a mistake.
_LONGEST_LINE, _LONGEST_SUMMARY, _MOST_NAMES = 500, 2000, 20


def read(payload: bytes, address: str | None, name: str) -> Entries:
    """The entries of a feed, in its own words; `address` is its own, against which links are read, `name` stands for it."""
    own = address or name
    try:
        if payload.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            return Entries(tuple(_of_json(payload, own, address)))
        return Entries(tuple(_of_xml(payload, own, address)))
    except SourceError as error:
        return Entries(problem=str(error))


def _of_xml(payload: bytes, feed: str, address: str | None) -> Iterator[FeedEntry]:
    import feedparser

    # In a stream, for feedparser takes other bytes for a file's name. Nothing of an entry is shown as mark-up.
    read: Any = feedparser.parse(
        io.BytesIO(_FALSE_CHARSET.sub(rb"\1utf-8", payload[:_DECLARED]) + payload[_DECLARED:]),
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not read.entries and isinstance(problem := read.get("bozo_exception"), Exception):
        raise SourceError(f"is no feed that can be read ({problem})")
    atom = str(read.version).startswith("atom")
    for found in read.entries:
        said = dict(found)  # as it was read: feedparser's own dictionary answers with one date for another
        whole = [
            part.get("value") for part in said.get("content", ())
        ]  # which feedparser calls a summary where none is
        published, updated = said.get("published"), said.get("updated")
        if published is None and not atom:
            published, updated = updated, None  # dc:date, which is an item's only date
        yield _entry(
            feed,
            address,
            url=said.get("feedburner_origlink") or said.get("link"),
            title=said.get("title"),
            summary=None if said.get("summary") in whole else said.get("summary"),
            authors=_authors(said) or (_authors(read.feed) if atom else []),
            published=published,
            updated=updated,
            categories=[tag.get("label") or tag.get("term") for tag in said.get("tags", ())],
        )


def _authors(said: Mapping[str, Any]) -> list[Any]:
    """The authors' names. Where an address of mail is the one author's, what stands beside it: feedparser knows old ones only."""
    authors, author = said.get("authors", ()), said.get("author")
    if len(authors) > 1 or not isinstance(author, str) or "@" not in author:
        return [about.get("name") for about in authors]
    return [_MAIL.sub(" ", author).strip(" ()")]


def _of_json(payload: bytes, feed: str, address: str | None) -> Iterator[FeedEntry]:
    """The items of a JSON Feed (jsonfeed.org, versions 1 and 1.1)."""
    try:
        # Integers as floats: one without end would be refused.
        items = json.loads(payload.decode("utf-8-sig", "replace"), parse_int=float)["items"]
    except (ValueError, KeyError, RecursionError) as error:
        raise SourceError(f"is a JSON feed that can't be read ({error})") from error
    if not isinstance(items, list):
        raise SourceError("is a JSON feed that can't be read (its items are no list)")
    for item in items:
        if isinstance(item, Mapping):
            authors = _listed(item.get("authors")) or [item.get("author")]
            yield _entry(
                feed,
                address,
                url=item.get("url") or item.get("external_url") or item.get("id"),
                title=item.get("title"),
                summary=item.get("summary"),
                authors=[about.get("name") if isinstance(about, Mapping) else about for about in authors],
                published=item.get("date_published"),
                updated=item.get("date_modified"),
                categories=_listed(item.get("tags")),
            )


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _entry(
    feed: str,
    address: str | None,
    *,
    url: Any,
    title: Any,
    summary: Any,
    authors: Iterable[Any],
    published: Any,
    updated: Any,
    categories: Iterable[Any],
) -> FeedEntry:
    return FeedEntry(
        feed=feed,
        url=_absolute(_line(url, None) or "", address),
        title=_line(title),
        summary=_line(summary, None) if isinstance(summary, str) and len(summary) <= _LONGEST_SUMMARY else None,
        authors=_lines(authors),
        published=_line(published),
        updated=_line(updated),
        categories=_lines(categories),
    )


def _absolute(url: str, address: str | None) -> str:
    try:
        return urljoin(address or "", url) if url else ""
    except ValueError:  # brackets that aren't any
        return url


def _line(value: Any, longest: int | None = _LONGEST_LINE) -> str | None:
    """A text as one line, fit to be stored; None for what is none."""
    if not isinstance(value, str):
        return None
    return " ".join(value.encode("utf-8", "replace").decode().split())[:longest] or None


def _lines(values: Iterable[Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(_line, islice(values, _MOST_NAMES)))))


def main() -> None:
    """Read the feed on standard input; its address (or nothing) and name are the arguments."""
    address, name = sys.argv[1:]
    sys.stdout.buffer.write(msgspec.json.encode(read(sys.stdin.buffer.read(), address or None, name)))


if __name__ == "__main__":
    main()
