"""What identifies a document: its key, fixed when a capture is logged, and the id made from it."""

import hashlib
import os
import re
from urllib.parse import quote_from_bytes, unquote, urlsplit, urlunsplit

# Parameters that say how a reader came to a page, never which page it is. From the public documentation of Google
# Analytics and Ads (utm_*, gclid, gbraid, wbraid, dclid, _ga), Facebook (fbclid), Microsoft (msclkid), X (twclid),
# Yandex (yclid), Mailchimp (mc_cid, mc_eid), HubSpot (_hs*), Instagram (igshid) and Matomo (mtm_*, pk_*).
_TRACKING = re.compile(
    r"(?:utm_|mtm_|pk_|_hs).*|gclid|gbraid|wbraid|dclid|_ga|fbclid|msclkid|twclid|yclid|mc_cid|mc_eid|igshid",
    re.IGNORECASE,
)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_ID_LENGTH = 20  # hex digits: 80 bits, so a billion documents collide with a chance of one in two million

# RFC 3986, section 6.2.2: an escape of one of these means the same as the character itself, and the case of an
# escape's digits doesn't matter. What else is escaped, or isn't, may mean different things to a server.
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNSAFE = re.compile(r"[^\x21-\x7e]+")

# The characters of which the two editions of IDNA (RFC 3490 and RFC 5891) make different hosts.
_DEVIATIONS = frozenset("\u00df\u03c2\u200c\u200d")


def clean_url(url: str) -> str:
    """The URL as a key: without tracking parameters, credentials, fragment and default port.

    Scheme and host are in lower case and an international host is in its ASCII form; characters that can't stand in
    a URL are escaped as UTF-8. Everything else stays as it was given, the order of the parameters too: servers may
    tell them apart. A fragment that begins with `!` stays, for it names a page. Never raises: what can't be read as a
    URL comes back without surrounding space and escaped.
    """
    clean = _clean(url)
    # Of an address that is none ("a:////") cleaning may leave one that can be cleaned further; each time it is shorter.
    while (again := _clean(clean)) != clean:
        clean = again
    return clean


def _clean(url: str) -> str:
    url = url.strip()
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:  # brackets or a port that aren't any
        escaped = _escape(url)
        return escaped if escaped == url else _clean(escaped)
    scheme = parts.scheme.lower()
    netloc = f"[{host}]" if ":" in host else _ascii_host(host)
    if port is not None and port != _DEFAULT_PORTS.get(scheme):
        netloc = f"{netloc}:{port}"
    path = parts.path or ("/" if netloc else "")
    query = _without_tracking(parts.query)
    fragment = parts.fragment if parts.fragment.startswith("!") else ""
    return urlunsplit((scheme, netloc, _escape(path), _escape(query), _escape(fragment)))


def untracked(url: str) -> str:
    """A link's address without tracking parameters, else as it was given, its fragment too."""
    address, hash_mark, fragment = url.partition("#")
    path, mark, query = address.partition("?")
    if not mark or not any(map(_is_tracking, query.split("&"))):
        return url
    left = _without_tracking(query)
    return f"{path}{mark if left else ''}{left}{hash_mark}{fragment}"


def _without_tracking(query: str) -> str:
    return "&".join(part for part in query.split("&") if not _is_tracking(part))


def _is_tracking(parameter: str) -> bool:
    return _TRACKING.fullmatch(unquote(parameter.partition("=")[0])) is not None


def _ascii_host(host: str) -> str:
    if host.isascii() or not _DEVIATIONS.isdisjoint(host):
        return _UNSAFE.sub(_quoted, host).lower()
    try:
        return _UNSAFE.sub(_quoted, host.encode("idna").decode("ascii")).lower()
    except UnicodeError:  # an empty label or one that is too long
        return _UNSAFE.sub(_quoted, host).lower()


def _escape(text: str) -> str:
    return _UNSAFE.sub(_quoted, _ESCAPE.sub(_plainest, text))


def _quoted(match: re.Match[str]) -> str:
    return quote_from_bytes(match[0].encode("utf-8", "surrogatepass"), safe=b"")


def _plainest(match: re.Match[str]) -> str:
    byte = int(match[1], 16)
    return chr(byte) if byte in _UNRESERVED else match[0].upper()


def file_uri(path: str) -> str:
    """The `file:` URI (RFC 8089) of a path, made absolute; links in it are not resolved."""
    return "file://" + quote_from_bytes(os.fsencode(os.path.abspath(path)))


def content_key(scheme: str, content: bytes) -> str:
    """The key of what has no address of its own: the same bytes under the same scheme are the same document."""
    return f"{scheme}:{hashlib.sha256(content).hexdigest()}"


def document_id(key: str) -> str:
    """The id of the document with this key: the first 20 hex digits of the key's SHA-256."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:_ID_LENGTH]
