"""Standard input → captures: one page, JSON lines, or a feed."""

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

from archiver.document import Capture
from archiver.keys import content_key
from archiver.sources import sniff
from archiver.sources.base import Fetch, Rejected, SourceOptions, Unchanged
from archiver.sources.files import page_capture

NAME = "standard input"


def iter_stdin(stdin: BinaryIO, options: SourceOptions, fetch: Fetch) -> Iterator[Capture | Rejected | Unchanged]:
    """What comes from a pipe: the pages of a feed, JSON lines if it begins like them and no address is given, else one page.

    A page without an address has its content's hash as key: the same text twice is the same document.
    """
    buffered: io.BufferedReader[Any] = io.BufferedReader(stdin)
    try:
        head = buffered.peek(sniff.HEAD)
        if sniff.looks_like_feed(head):
            from archiver.sources.feed import iter_feed

            yield from iter_feed(buffered.read(options.max_bytes + 1), options.url, NAME, options, fetch)
        elif sniff.looks_like_json_lines(head) and options.url is None:
            from archiver.sources.jsonl import iter_json_lines

            yield from iter_json_lines(buffered, NAME, options)
        elif sniff.looks_like_warc(head) or sniff.looks_like_gzip(head):
            yield Rejected(NAME, "is a WARC or gzip file: save it and give its path")
        else:
            payload = buffered.read(options.max_bytes + 1)
            content_type = "text/html" if sniff.looks_like_html(payload) else "text/plain"
            yield page_capture(payload, content_type, content_key("stdin", payload), NAME, options)
    finally:
        buffered.detach()  # standard input is the caller's to close
