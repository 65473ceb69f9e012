"""Pages of the web → captures, fetched one at a time, politely and with care."""

import datetime as dt
import email.utils
import errno
import random
import re
import ssl
import time
from http import HTTPStatus
from typing import NamedTuple

import httpcore
import httpx
import msgspec

from archiver.closing import Closing
from archiver.document import Capture
from archiver.errors import SourceError
from archiver.keys import clean_url
from archiver.sources.base import SourceOptions, too_large
from archiver.sources.budget import Budget
from archiver.sources.network import GuardedBackend, GuardedTransport, UnreachableError
from archiver.sources.responses import HTML_TYPES, decode_body, kept_headers, media_type
from archiver.sources.robots import MAX_ROBOTS, RobotsRules
from archiver.sources.sniff import looks_like_feed, looks_like_html, not_text

_TYPES = HTML_TYPES | {"text/plain", "text/markdown", "text/x-markdown"}
# What servers call a feed, among other things: whether it is one, its content tells.
_MAYBE_FEED = re.compile(r"rss|atom|rdf|xml|json|octet-stream|unknown")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MAX_REDIRECTS = 10
_MAX_ROBOTS_REDIRECTS = 5  # RFC 9309, section 2.3.1.2
_PASSING = frozenset({429, 502, 503, 504})
_MAX_WAIT = 60.0  # seconds to wait because a server asks for it
_FIRST_WAIT = 1.0
_HOST = re.compile(rb"[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+")  # a name in its ASCII form, or an IP address
_REASONS = {
    401: "needs a login ({})",
    402: "needs a subscription ({})",
    403: "is refused by the server ({})",
    404: "isn't there ({}): check the address",
    410: "isn't there any more ({})",
    451: "isn't available for legal reasons ({})",
}


class _Answer(NamedTuple):
    """A response whose body was read as far as it was wanted, still encoded."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        return next((value for each, value in self.headers if each.lower() == name), "")


class _PassingError(Exception):
    """A failure that may be over soon; `wait` is how many seconds the server asks to wait, None if it doesn't say.

    `becomes` is the error to raise if it isn't over.
    """

    def __init__(self, reason: str, wait: float | None = None, becomes: type[SourceError] = SourceError) -> None:
        super().__init__(reason)
        self.wait = wait
        self.becomes = becomes


class Fetcher(Closing):
    """Fetches pages. A context manager: its connections, and what it learnt of robots.txt files, last as long.

    Proxies that the environment names aren't used: a proxy resolves names itself, so nothing could be checked.
    """

    def __init__(self, options: SourceOptions) -> None:
        self._options = options
        self._backend = GuardedBackend(options)
        self._client = httpx.Client(
            transport=GuardedTransport(self._backend),
            headers={
                "User-Agent": options.user_agent,
                "Accept": "text/html, application/xhtml+xml, text/markdown;q=0.8, text/plain;q=0.8, */*;q=0.1",
                "Accept-Encoding": "gzip, deflate",
            },
            timeout=options.timeout,
            trust_env=False,
        )
        self._robots = RobotsRules(options.user_agent.partition("/")[0], self._ask_for_robots)
        self._last_asked: dict[str, float] = {}

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def fetch(self, address: str, *, or_feed: bool = False) -> Capture:
        """The page at an address, after redirects, or else the feed, if one may be there; SourceError says why there is none.

        The capture's URL is the last one, without credentials and fragment.
        """
        self._client.cookies.clear()
        url = _read_url(address)
        if url.userinfo:
            raise SourceError("isn't fetched: it has a name or password in it, which would be stored with the page")
        for _ in range(_MAX_REDIRECTS + 1):
            if self._options.respect_robots:
                self._keep_distance(url, self._robots.check(_origin(url), str(url)))
            answer = self._get(url, self._options.max_bytes)
            if answer.status not in _REDIRECTS:
                return self._capture(url, answer, or_feed=or_feed)
            url = _follow(url, answer)
        raise SourceError(f"can't be fetched: it redirects more than {_MAX_REDIRECTS} times")

    def _capture(self, url: httpx.URL, answer: _Answer, *, or_feed: bool) -> Capture:
        if answer.status != HTTPStatus.OK:
            raise SourceError(
                _REASONS.get(answer.status, "can't be fetched: the server answers {}").format(_status(answer))
            )
        payload = _decode(answer, self._options)
        content_type = answer.header("content-type")
        if not payload.strip():
            raise SourceError("is empty")
        if not content_type and looks_like_html(payload):
            content_type = "text/html"
        is_feed = looks_like_feed(payload)
        if is_feed and not or_feed:
            raise SourceError("is a feed, not a page; to add what it leads to, name it by itself")
        if media_type(content_type) not in _TYPES and not is_feed:
            raise SourceError(_wrong_type(content_type))
        if (kind := not_text(payload)) and not is_feed:
            raise SourceError(f"says that it is {media_type(content_type)} and is {kind}")
        return Capture(
            payload=payload,
            content_type=content_type,
            url=str(url),
            key=clean_url(str(url)),
            captured_at=self._options.clock().astimezone(dt.UTC),
            headers=kept_headers(answer.headers),
            source=str(url),
        )

    def _ask_for_robots(self, address: str) -> tuple[int, bytes]:
        url = httpx.URL(address)
        for _ in range(_MAX_ROBOTS_REDIRECTS + 1):
            answer = self._get(url, MAX_ROBOTS, cut=True)
            if answer.status not in _REDIRECTS:
                options = msgspec.structs.replace(self._options, max_bytes=16 * MAX_ROBOTS)
                return answer.status, _decode(answer, options)
            url = _follow(url, answer)
        return HTTPStatus.NOT_FOUND, b""

    def _keep_distance(self, url: httpx.URL, delay: float) -> None:
        """Wait until `delay` seconds have gone by since the site was last asked for a page."""
        origin, now = _origin(url), time.monotonic()
        wait = self._last_asked.get(origin, now - delay) + delay - now
        if wait > 0:
            self._options.sleep(wait)
        if delay:
            self._last_asked[origin] = now + max(wait, 0)

    def _get(self, url: httpx.URL, limit: int, *, cut: bool = False) -> _Answer:
        """The answer of the server, asked again as long as it may come; SourceError if it doesn't."""
        attempt = 0
        while True:
            try:
                return self._ask(url, limit, cut=cut)
            except _PassingError as error:
                wait = _FIRST_WAIT * 2**attempt * random.uniform(0.5, 1.0) if error.wait is None else error.wait  # noqa: S311 - not a secret
                if wait > _MAX_WAIT:
                    raise SourceError(f"{error}, and asks to come back in {wait:,.0f} seconds") from error
                if attempt >= self._options.retries:
                    tries = f" (tried {attempt + 1} times)" if attempt else ""
                    raise error.becomes(f"{error}{tries}; try again later") from error
            attempt += 1
            self._options.sleep(wait)

    def _ask(self, url: httpx.URL, limit: int, *, cut: bool) -> _Answer:
        """One request; a body beyond the limit is cut or refused. _PassingError if asking again may help."""
        self._backend.expires = time.monotonic() + self._options.deadline
        try:
            with self._client.stream("GET", url) as response:
                headers = tuple(response.headers.multi_items())
                answer = _Answer(response.status_code, headers, b"")
                if answer.status in _PASSING:
                    wait = _retry_after(answer.header("retry-after"), self._options.clock())
                    raise _PassingError(f"can't be fetched: the server answers {_status(answer)}", wait)
                if answer.status != HTTPStatus.OK:
                    return answer
                if not cut:
                    self._check_head(answer)
                return answer._replace(body=self._read_body(response, limit, cut=cut))
        except httpcore.TimeoutException as error:
            if time.monotonic() >= self._backend.expires:
                raise SourceError(
                    f"can't be fetched: it takes longer than {self._options.deadline:g} seconds"
                ) from error
            reason = f"can't be fetched: the server is silent for {self._options.timeout:g} seconds"
            raise _PassingError(reason) from error
        except httpcore.NetworkError as error:
            raise _network_failure(url, error) from error
        except (httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
            raise _PassingError(f"can't be fetched: the server breaks off or doesn't speak HTTP ({error})") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise SourceError(f"can't be fetched: {error}") from error

    def _check_head(self, answer: _Answer) -> None:
        """Refuse what can't be a page before its body is read."""
        content_type = answer.header("content-type")
        if content_type and not (media_type(content_type) in _TYPES or _MAYBE_FEED.search(content_type.lower())):
            raise SourceError(_wrong_type(content_type))
        length = answer.header("content-length")
        if length.isdecimal() and int(length[:18]) > self._options.max_bytes:
            raise SourceError(too_large(int(length[:18]), self._options))

    def _read_body(self, response: httpx.Response, limit: int, *, cut: bool) -> bytes:
        body = bytearray()
        for chunk in response.iter_raw():
            body += chunk
            if len(body) > limit:
                if cut:
                    break
                raise SourceError(too_large(None, self._options))
        return bytes(body[:limit])


def _decode(answer: _Answer, options: SourceOptions) -> bytes:
    budget = Budget()
    budget.earn(len(answer.body))
    return decode_body(answer.body, answer.header("content-encoding"), options, budget)


def _read_url(address: str) -> httpx.URL:
    try:
        url = httpx.URL(address.strip())
    except (httpx.InvalidURL, ValueError) as error:
        raise SourceError(f"isn't an address that can be fetched ({error})") from error
    if url.scheme not in ("http", "https") or not _HOST.fullmatch(url.raw_host):
        raise SourceError("isn't an address that can be fetched: it looks like https://news.example/story")
    return url.copy_with(fragment=None)


def _follow(url: httpx.URL, answer: _Answer) -> httpx.URL:
    location = answer.header("location")
    if not location:
        raise SourceError(f"can't be fetched: the server answers {_status(answer)} without saying where the page is")
    try:
        target = _read_url(str(url.join(location)))
    except (SourceError, httpx.InvalidURL, ValueError) as error:
        raise SourceError(f"redirects to something that can't be fetched: {location[:200]}") from error
    return target.copy_with(userinfo=b"")


def _origin(url: httpx.URL) -> str:
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


def _status(answer: _Answer) -> str:
    try:
        return f"{answer.status} {HTTPStatus(answer.status).phrase}"
    except ValueError:
        return str(answer.status)


def _wrong_type(content_type: str) -> str:
    named = media_type(content_type)[:80] or "something without a type"
    return f"is {named}, not a page: HTML, text, Markdown and feeds can be added"


def _retry_after(value: str, now: dt.datetime) -> float | None:
    """How many seconds a Retry-After header (RFC 9110, section 10.2.3) asks to wait; None if it doesn't say."""
    if value.isdecimal():
        return float(value[:9])
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    return max(0.0, (moment.replace(tzinfo=moment.tzinfo or dt.UTC) - now).total_seconds())


def _network_failure(url: httpx.URL, error: httpcore.NetworkError) -> Exception:
    """What to tell of a connection that failed, and whether asking again may help."""
    cause = next(iter(error.args), None)  # httpcore keeps the socket's error there
    if isinstance(cause, ssl.SSLCertVerificationError):
        return UnreachableError(f"can't be fetched: the certificate of {url.host} isn't valid ({cause.verify_message})")
    if isinstance(cause, ssl.SSLError):
        return UnreachableError(f"can't be fetched: no secure connection to {url.host} is possible ({cause.reason})")
    if isinstance(cause, OSError) and cause.errno == errno.ECONNREFUSED:
        reason = f"can't be fetched: {url.host} refuses the connection"
        return _PassingError(reason, becomes=UnreachableError)
    return _PassingError(f"can't be fetched: the connection to {url.host} fails ({error or 'closed by the server'})")
