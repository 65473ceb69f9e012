"""Sources: files, folders, standard input, JSON lines, WARC files, feeds and the web → captures.

Nothing here stores or cleans anything; one module a kind of source, and each loads only when it is needed.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from archiver.document import Capture
from archiver.errors import SourceError, UsageError
from archiver.sources.base import PassedOver, Rejected, SourceOptions, Unchanged
from archiver.sources.sniff import looks_like_feed

if TYPE_CHECKING:
    from archiver.sources.web import Fetcher

__all__ = ["PassedOver", "Rejected", "SourceOptions", "Unchanged", "iter_captures"]

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")


def iter_captures(
    targets: Sequence[str], options: SourceOptions | None = None, stdin: BinaryIO | None = None
) -> Iterator[Capture | Rejected | PassedOver | Unchanged]:
    """The captures of the targets, in their order, read one at a time as they are asked for.

    A target is an address (http, https), `-` for standard input, a file or a folder; a feed stands for the pages that it
    leads to, which are fetched. What can't be used is reported in its place and the rest goes on; so is what a folder
    holds beside pages. Raises UsageError if the options don't fit the targets.
    """
    options = options or SourceOptions()
    _check_url(targets, options)
    return _iter_targets(targets, options, stdin)


def _iter_targets(
    targets: Sequence[str], options: SourceOptions, stdin: BinaryIO | None
) -> Iterator[Capture | Rejected | PassedOver | Unchanged]:
    with ExitStack() as open_things:
        fetch = _Fetch(options, open_things)
        saved_folders: frozenset[str] | None = None
        for target in targets:
            scheme = _scheme(target)
            if target == "-":
                from archiver.sources.stdin import iter_stdin

                yield from iter_stdin(stdin or sys.stdin.buffer, options, fetch)
            elif scheme in ("http", "https"):
                found = fetch(target, or_feed=True)
                if isinstance(found, Capture) and looks_like_feed(found.payload):
                    from archiver.sources.feed import iter_feed

                    yield from iter_feed(found.payload, found.url, target, options, fetch)
                else:
                    yield found
            elif scheme is not None:
                yield Rejected(target, f"can't be fetched: {scheme} isn't supported, only http and https are")
            else:
                from archiver.sources.companions import find_saved_folders
                from archiver.sources.files import iter_path

                if saved_folders is None:  # a shell's `saved/*` names a page, and the folder that was saved with it
                    saved_folders = find_saved_folders([path for path in targets if _scheme(path) is None])
                if target not in saved_folders:
                    yield from iter_path(target, options, fetch)


class _Fetch:
    """Fetches what is at an address; the fetcher is made for the first, and lasts as long as `open_things`."""

    def __init__(self, options: SourceOptions, open_things: ExitStack) -> None:
        self._options = options
        self._open_things = open_things
        self._fetcher: Fetcher | None = None

    def __call__(self, address: str, *, or_feed: bool = False) -> Capture | Rejected:
        from archiver.sources.web import Fetcher

        self._fetcher = self._fetcher or self._open_things.enter_context(Fetcher(self._options))
        try:
            return self._fetcher.fetch(address, or_feed=or_feed)
        except SourceError as error:
            return Rejected(address, str(error))
        except ValueError as error:  # a host's name that IDNA forbids, in the address or in a redirect
            return Rejected(address, f"can't be fetched: an address in it isn't valid ({error})")


def _scheme(target: str) -> str | None:
    found = _SCHEME.match(target)
    return found[1].lower() if found else None


def _has_host(url: str) -> bool:
    try:
        return bool(urlsplit(url).hostname)
    except ValueError:  # brackets that aren't any
        return False


def _check_url(targets: Sequence[str], options: SourceOptions) -> None:
    if options.url is None:
        return
    if _scheme(options.url) not in ("http", "https") or not _has_host(options.url):
        raise UsageError(f"“{options.url}” isn't an address that a page could have, like https://news.example/story")
    if not options.url.isprintable() or " " in options.url:
        raise UsageError(
            f"“{options.url}” isn't an address that a page could have: it holds a space or control character"
        )
    if len(targets) != 1 or _scheme(targets[0]):
        raise UsageError("an address can be given for one page only: for standard input or for a single file")
