"""Feeds → captures: the pages that the entries of an RSS, Atom, RDF or JSON feed lead to, each with what its entry says of it."""

import subprocess
import sys
from collections.abc import Iterator

import msgspec

from archiver.document import Capture
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
from archiver.sources.feed_entries import Entries

_MAX_BYTES = 16 * MEBIBYTE
"""Of a feed: ten times as much as the largest of a newspaper."""

_PATIENCE = 30
"""Seconds that a feed may take to be read: the largest take one."""

_LONGEST_ADDRESS = 4000


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
    found = _read(payload, address, name, min(_PATIENCE, options.deadline))
    if found.problem:
        yield Rejected(name, found.problem)
    seen: set[str] = set()
    for number, entry in enumerate(found.entries, start=1):
        if reason := _why_nowhere(entry.url, address):
            yield Rejected(f"{name}, entry {number}", reason, msgspec.json.encode(entry)[:KEPT_ASIDE])
        elif (key := clean_url(entry.url)) not in seen:
            seen.add(key)
            if options.knows(key, entry):
                yield Unchanged(entry.url)
            else:
                page = fetch(entry.url)
                yield msgspec.structs.replace(page, entry=entry) if isinstance(page, Capture) else page


def _why_nowhere(url: str, address: str | None) -> str | None:
    """Why an entry's address can't be fetched; None if it can."""
    if len(url) > _LONGEST_ADDRESS:
        return f"has an address of {len(url):,} characters, more than the {_LONGEST_ADDRESS:,} that a page's may have"
    if url.lower().startswith(("http://", "https://")):
        return None
    if url and address is None:
        return "has an address without a host: give the feed's own with --url"
    return "has no address of a page, so there is nothing to fetch"


def _read(payload: bytes, address: str | None, name: str, patience: float) -> Entries:
    """The feed's entries, read in a process of its own, which is ended if it takes too long."""
    if len(payload) > _MAX_BYTES:
        return Entries(problem=too_large(len(payload), SourceOptions(max_bytes=_MAX_BYTES)))
    command = [sys.executable, "-P", "-m", "archiver.sources.feed_entries", address or "", name]
    try:
        done = subprocess.run(command, input=payload, capture_output=True, timeout=patience, check=True)  # noqa: S603 - our own
        return msgspec.json.decode(done.stdout, type=Entries)
    except subprocess.TimeoutExpired:
        return Entries(problem=f"can't be read within {patience:g} seconds: it isn't made as feeds are")
    except OSError as error:
        return Entries(problem=f"can't be read: no process can be started for it ({error.strerror or error})")
    except subprocess.CalledProcessError as error:
        return Entries(problem=f"can't be read: the process that read it was ended ({error.returncode})")
