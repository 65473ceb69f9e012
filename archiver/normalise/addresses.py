"""Addresses: their host, and links made absolute: quickly for the plain ones that most of a page's are, else as `urllib` does."""

import re
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

_SAFE = r"[\w.~%+,@!*()=:&$'-]"
_REST = rf"(?:\?(?:{_SAFE}|[/?;])+)?(?:#(?:{_SAFE}|[/?;])+)?"
_ABSOLUTE = re.compile(rf"https?://[\w.-]+(?::\d{{1,5}})?(?:/(?:{_SAFE}|/)*)?{_REST}", re.ASCII)
_FROM_ROOT = re.compile(rf"(?:/(?!\.){_SAFE}+)+/?{_REST}", re.ASCII)


def absolute(base: str, address: str) -> str:
    """The same as `urljoin`: ValueError for what is no address."""
    if base and _ABSOLUTE.fullmatch(address):
        return address
    if address[:1] == "/" and _FROM_ROOT.fullmatch(address) and (root := _root(base)):
        return root + address
    return urljoin(base, address)


def tried(base: str, address: str | None) -> str | None:
    """The absolute address; None for what is none."""
    try:
        return absolute(base, address) if address else None
    except ValueError:
        return None


def host(address: str | None) -> str | None:
    """The host of a web address, without "www."; None where there is none."""
    try:
        parts = urlsplit(address or "")
        return (parts.hostname or "").removeprefix("www.") or None if parts.scheme in ("http", "https") else None
    except ValueError:
        return None


def own_label(host: str) -> str:
    """What is the site's own in a host: `example` of `news.example.org`; a host of one label is its own."""
    labels = host.split(".")
    return max(labels[:-1], key=len, default=host)


def is_other_page(base: str, address: str) -> bool:
    """Whether the address is that of another page of the same site than `base`: no part or entry of that page."""
    if address.startswith("#"):
        return False
    other = tried(base, address) or ""
    site, own = host(other), host(base)
    if site is None or own is None:
        return site == own and bool(other)  # a page without an address links to its own site without a host
    path = urlsplit(base).path.rstrip("/")
    return own_label(site) == own_label(own) and not (path and urlsplit(other).path.startswith(path))


@lru_cache(maxsize=64)
def _root(base: str) -> str | None:
    """Scheme and host of an address; None where they can't just be put before a path."""
    try:
        parts = urlsplit(base)
    except ValueError:
        return None
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in ("http", "https") and parts.netloc else None
