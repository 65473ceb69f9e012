"""Feeds → captures: the pages that the entries of an RSS, Atom, RDF or JSON feed lead to, each with what its entry says of it."""

import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

import msgspec

from archiver.document import Capture, FeedEntry
from archiver.errors import SourceError
from archiver.keys import clean_url
from archiver.sources.base import (
    KEPT_ASIDE,
    MEBIBYTE,
    Fetch,
    Rejected,
    SourceOptions,
    Unchanged,
    iter_few_refusals,
    too_large,
)

_MAX_BYTES = 16 * MEBIBYTE
"""Of a feed: ten times as much as the largest of a newspaper, and read in some seconds whatever is in it."""

# Some programs declare the encoding that their texts have in memory, and write UTF-8.
_FALSE_CHARSET = re.compile(rb"^(\s*<\?xml[^>]{0,60}encoding=[\"'])utf-?16(?=[\"'])", re.IGNORECASE)
_DECLARED = 200

# Whose attributes would take feedparser hours: each is held against all others.
_ENDLESS_TAG = re.compile(rb"<[^<>]{65536}")

_MAIL = re.compile(r"[^\s@()]{1,64}@[^\s@()]{1,255}")

# How much is kept of what an entry says, in code points and in number: more is a whole article, or a mistake.
_LONGEST_LINE, _LONGEST_SUMMARY, _MOST_NAMES = 500, 2000, 20


def iter_feed(
    payload: bytes, address: str | None, name: str, options: SourceOptions, fetch: Fetch
) -> Iterator[Capture | Rejected | Unchanged]:
    """The pages of a feed's entries in their order, each fetched when it is asked for, and no address twice.

    `address` is the feed's own, against which its links are read; `name` stands for it in what is reported. An entry that
    leads nowhere is refused, with what there is of it. One that says of its page what `options.knows` already isn't fetched.
    """
    yield from iter_few_refusals(_iter_pages(payload, address, name, options, fetch), name)


def _iter_pages(
    payload: bytes, address: str | None, name: str, options: SourceOptions, fetch: Fetch
) -> Iterator[Capture | Rejected | Unchanged]:
    try:
        entries = read_entries(payload, address, name)
    except SourceError as error:
        yield Rejected(name, str(error))
        return
    seen: set[str] = set()
    for number, entry in enumerate(entries, start=1):
        if not entry.url.startswith(("http://", "https://")):
            place, reason = f"{name}, entry {number}", "has no address of a page, so there is nothing to fetch"
            if entry.url and address is None:
                reason = "has an address without a host: give the feed's own with --url"
            yield Rejected(place, reason, msgspec.json.encode(entry)[:KEPT_ASIDE])
        elif (key := clean_url(entry.url)) not in seen:
            seen.add(key)
            if options.knows(key, entry):
                yield Unchanged(entry.url)
            else:
                page = fetch(entry.url)
                yield msgspec.structs.replace(page, entry=entry) if isinstance(page, Capture) else page


def read_entries(payload: bytes, address: str | None, name: str) -> list[FeedEntry]:
    """What a feed says of each page, as it says it. SourceError if it can't be read, or has no entries."""
    if len(payload) > _MAX_BYTES:
        raise SourceError(too_large(len(payload), SourceOptions(max_bytes=_MAX_BYTES)))
    if _ENDLESS_TAG.search(payload):
        raise SourceError("is no feed that can be read: it has a tag of more than 64 KB")
    own = address or name
    if payload.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        entries = list(_of_json(payload, own, address))
    else:
        entries = list(_of_xml(payload, own, address))
    if not entries:
        raise SourceError("is a feed without entries")
    return entries


def _of_xml(payload: bytes, feed: str, address: str | None) -> Iterator[FeedEntry]:
    import feedparser

    # In a stream, for feedparser takes other bytes for a file's name. Nothing of an entry is shown as mark-up.
    read = feedparser.parse(
        io.BytesIO(_FALSE_CHARSET.sub(rb"\1utf-8", payload[:_DECLARED]) + payload[_DECLARED:]),
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    for found in read.entries:
        said = dict(found)  # as it was read: feedparser's own dictionary answers with one date for another
        published, updated = said.get("published"), said.get("updated")
        if published is None and not str(read.version).startswith("atom"):
            published, updated = updated, None  # dc:date, which is an item's only date
        yield _entry(
            feed,
            address,
            url=said.get("feedburner_origlink") or said.get("link"),
            title=said.get("title"),
            summary=said.get("summary"),
            authors=_authors(said),
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
        read = json.loads(payload)
        items = read["items"]
    except (ValueError, KeyError, RecursionError) as error:
        raise SourceError(f"is a JSON feed that can't be read ({error})") from error
    for item in items if isinstance(items, list) else ():
        if isinstance(item, Mapping):
            authors = item.get("authors") or [item.get("author")]
            yield _entry(
                feed,
                address,
                url=item.get("url") or item.get("external_url") or item.get("id"),
                title=item.get("title"),
                summary=item.get("summary"),
                authors=[about.get("name") for about in _listed(authors) if isinstance(about, Mapping)],
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
        summary=_line(summary, _LONGEST_SUMMARY),
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
    return tuple(dict.fromkeys(filter(None, map(_line, values))))[:_MOST_NAMES]
