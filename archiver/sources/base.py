"""What every source speaks: the options, and the record of something that couldn't be taken in."""

import datetime as dt
import os
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple, Self, TypeVar

import msgspec

from archiver import __version__
from archiver.document import Capture, FeedEntry
from archiver.settings import Settings

MEBIBYTE = 1 << 20
KEPT_ASIDE = MEBIBYTE
"""How much of a line or record that is refused is kept, in bytes."""
MAX_REFUSED = 10_000
"""How many lines or records of a file are refused one by one: nobody reads more, and each is kept aside."""
_UNIT_STEP = 1000


class Rejected(NamedTuple):
    """Something that was to be added and can't be; what was given beside it is not touched.

    `source` names the place for a person: a path, `path:line`, `path, record 12`, a URL. `reason` is one sentence that
    says what is wrong and, where something can be done, what. `data` is the line or record itself, cut to `KEPT_ASIDE`
    bytes, so that it can be kept and mended; empty where the source is a whole file or page, which stays where it is.
    """

    source: str
    reason: str
    data: bytes = b""


class PassedOver(NamedTuple):
    """A file in a folder that isn't taken, and no reason to complain: `kind` is its ending, `.pdf`, else empty."""

    source: str
    kind: str


class Unchanged(NamedTuple):
    """A page that isn't fetched again: it is in the archive, and the feed that leads to it says nothing new of it."""

    source: str


Fetch = Callable[[str], Capture | Rejected]
"""The page at an address, or why there is none."""

_Item = TypeVar("_Item")


def iter_few_refusals(items: Iterator[_Item], name: str) -> Iterator[_Item | Rejected]:
    """The items of the file `name`, but of its parts that are refused (those with `data`) only so many; the rest is counted."""
    refused = 0
    for item in items:
        part = isinstance(item, Rejected) and bool(item.data)
        refused += part
        if not part or refused <= MAX_REFUSED:
            yield item
    if refused > MAX_REFUSED:
        reason = (
            f"{refused - MAX_REFUSED:,} more can't be used; mend what is wrong with the first ones, and add it again"
        )
        yield Rejected(name, reason)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _knows_nothing(_key: str, _entry: FeedEntry) -> bool:
    return False


class SourceOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How things are read and fetched.

    `url` is the address of a page that comes without one: of standard input, or of a single file. `max_bytes` bounds
    one page, line or record, after decompression. `captured_at` (aware) says when pages were captured that don't say
    it themselves; without it the time of `clock` is taken, for files as an upper bound only.

    For fetching: addresses that aren't public are refused unless `allow_private`, or their host is one of
    `private_hosts`; `timeout` is how long, in seconds, a server may keep silent, `deadline` how long a page may take in
    all; `retries` how often a passing failure is tried again, and `sleep` how to wait in between. `knows` tells of a
    page's key whether the page is there already, and what a feed says of it now, too: then it isn't fetched again.
    """

    url: str | None = None
    max_bytes: int = 50 * MEBIBYTE
    captured_at: dt.datetime | None = None
    clock: Callable[[], dt.datetime] = _now
    allow_private: bool = False
    private_hosts: frozenset[str] = frozenset()
    respect_robots: bool = True
    user_agent: str = f"news-archive/{__version__}"
    timeout: float = 20.0
    deadline: float = 180.0
    retries: int = 3
    sleep: Callable[[float], None] = time.sleep
    knows: Callable[[str, FeedEntry], bool] = _knows_nothing

    @classmethod
    def by(cls, settings: Settings, **changes: object) -> Self:
        """The options that these settings mean, with changes."""
        return cls(
            **{"max_bytes": settings.max_page_bytes, "allow_private": settings.allow_private, **changes}  # type: ignore[arg-type]
        )

    def import_time(self) -> dt.datetime:
        """When something without a date of its own counts as captured, in UTC."""
        return (self.captured_at or self.clock()).astimezone(dt.UTC)

    @property
    def import_time_is_exact(self) -> bool:
        """True if the caller stated the time: an import's own time only says that the capture isn't later.

        A file's modification time is no evidence either: copying, unpacking and synchronising change it.
        """
        return self.captured_at is not None


def shown_path(path: str) -> str:
    """The path as text that can be printed, whatever bytes its name is made of."""
    return os.fsencode(path).decode("utf-8", "replace")


def shown_size(size: int) -> str:
    """A number of bytes as a person reads it: 512 bytes, 1.5 MB, 200 MB."""
    amount, unit = float(size), "bytes"
    for larger in ("kB", "MB", "GB"):
        if amount < _UNIT_STEP:
            break
        amount, unit = amount / _UNIT_STEP, larger
    return f"{amount:.3g} {unit}" if amount < _UNIT_STEP else f"{amount:,.0f} {unit}"


def too_large(size: int | None, options: SourceOptions) -> str:
    """Why something beyond the bound is refused; `size` is None where it is only known to be larger."""
    measured = "is larger than" if size is None else f"has {shown_size(size)}, more than"
    return f"{measured} the {shown_size(options.max_bytes)} that one page may have; raise max_page_bytes in the settings if it is an article"
