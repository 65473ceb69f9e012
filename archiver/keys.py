"""What identifies a document: its key, fixed when a capture is logged, and the id made from it."""

import hashlib
import re
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

# Parameters that say how a reader came to a page, never which page it is. From the public documentation of Google
# Analytics and Ads (utm_*, gclid, gbraid, wbraid, dclid, _ga), Facebook (fbclid), Microsoft (msclkid), X (twclid),
# Yandex (yclid), Mailchimp (mc_cid, mc_eid), HubSpot (_hs*), Instagram (igshid) and Matomo (mtm_*, pk_*).
_TRACKING = re.compile(
    r"(?:utm_|mtm_|pk_|_hs).*|gclid|gbraid|wbraid|dclid|_ga|fbclid|msclkid|twclid|yclid|mc_cid|mc_eid|igshid", re.IGNORECASE
)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_ID_LENGTH = 20  # hex digits: 80 bits, so a billion documents collide with a chance of one in two million


def clean_url(url: str) -> str:
    """The URL without tracking parameters, fragment and default port, its scheme and host in lower case.

    Everything else stays as it was given, the order of the parameters too: servers may tell them apart.
    """
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").lower()
    if ":" in host:
        host = f"[{host}]"
    if parts.port is not None and parts.port != _DEFAULT_PORTS.get(parts.scheme.lower()):
        host = f"{host}:{parts.port}"
    query = parts.query
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not _TRACKING.fullmatch(name)]
    if len(kept) != len(pairs):
        query = urlencode(kept, quote_via=quote)
    path = parts.path or ("/" if host else "")
    return urlunsplit((parts.scheme.lower(), host, path, query, ""))


def document_id(key: str) -> str:
    """The id of the document with this key: the first 20 hex digits of the key's SHA-256."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:_ID_LENGTH]
