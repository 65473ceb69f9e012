"""Pages of the web, from a real server on this machine: what is taken, what is refused, and how politely."""

import datetime as dt
import email.utils
import gzip
import io
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler

import pytest
from fastwarc.stream_io import BrotliWriter

from .reading import NOW, PAGE, read
from .serving import Route, Site, page


def redirect(location: str, status: int = 302) -> Route:
    """A route that leads elsewhere."""
    return page(b"", status, Location=location)


def in_turn(*routes: Route) -> Route:
    """A route that answers as the first one, then as the second one, and so on."""
    left = list(routes)

    def answer(handler: BaseHTTPRequestHandler) -> None:
        left.pop(0)(handler)

    return answer


def test_a_page_is_fetched(site: Site) -> None:
    """A page is taken byte for byte, with its charset, the exact time, and the headers that speak of it."""
    body = "<html><p>Fähre fährt</p>".encode("latin-1")
    site.routes["/a?id=1&utm_source=x"] = page(
        body, Content_Type="text/html; charset=ISO-8859-1", Set_Cookie="id=1", X_Served="yes", Connection="close"
    )
    (capture,) = site.fetch("/a?id=1&utm_source=x#top").captures
    assert capture.payload == body
    assert capture.content_type == "text/html; charset=ISO-8859-1"
    assert capture.url == f"{site.url}/a?id=1&utm_source=x"
    assert capture.key == f"{site.url}/a?id=1"
    assert capture.captured_at == NOW
    assert capture.captured_exactly
    names = [name.lower() for name, _ in capture.headers]
    assert "x-served" in names
    assert not {"set-cookie", "connection"} & set(names)
    assert site.seen_headers[-1]["User-Agent"].startswith("news-archive/")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(site: Site, status: int) -> None:
    """A page that has moved is known under its last address, without the credentials that a redirect may add."""
    site.routes["/a"] = redirect("b/../c?x=1", status)
    site.routes["/c?x=1"] = redirect(f"http://me:secret@127.0.0.1:{site.server.server_port}/d#here", status)
    site.routes["/d"] = page()
    assert [capture.url for capture in site.fetch("/a").captures] == [f"{site.url}/d"]


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("/a", "redirects more than 10 times"),
        ("", "without saying where the page is"),
        ("ftp://news.example/a", "redirects to something that can't be fetched: ftp://news.example/a"),
        ("file:///etc/passwd", "redirects to something that can't be fetched"),
        ("http://[bad", "redirects to something that can't be fetched"),
        ("http://xn--a.example/", "can't be fetched"),
        ("http://a..b/", "can't be fetched"),
        ("http://.", "can't be fetched"),
        ("//\xff\xfe/", "can't be fetched"),
    ],
)
def test_bad_redirects(site: Site, location: str, reason: str) -> None:
    """A redirect in a circle, to nowhere or out of the web is reported."""
    site.routes["/a"] = redirect(location)
    assert reason in site.fetch("/a").reasons


@pytest.mark.parametrize("target", ["127.0.0.2", "localhost", "[::1]", "0.0.0.0", "2130706433", "[::ffff:127.0.0.1]"])
def test_a_redirect_into_the_private_network_is_refused(site: Site, target: str) -> None:
    """A page of an allowed host that redirects to another private address doesn't get there, however it is written."""
    site.routes["/a"] = redirect(f"http://{target}:{site.server.server_port}/secret")
    site.routes["/secret"] = page()
    made = site.fetch("/a")
    assert made.captures == []
    assert "private address" in made.reasons or "there is no host" in made.reasons
    assert site.asked == ["/robots.txt", "/a"]


def test_private_addresses_need_permission(site: Site) -> None:
    """A private address is refused unless it is allowed, and nothing is asked of it."""
    site.routes["/a"] = page()
    assert "127.0.0.1 is a private address; --allow-private" in site.fetch("/a", private_hosts=frozenset()).reasons
    assert site.asked == []
    assert len(site.fetch("/a", allow_private=True).captures) == 1


def test_robots_are_respected(site: Site) -> None:
    """What robots.txt forbids isn't fetched, what it allows is, and it is asked for once."""
    rules = b"User-agent: *\nDisallow: /\n\nUser-agent: news-archive\nDisallow: /private\nAllow: /"
    site.routes["/robots.txt"] = page(rules, Content_Type="text/plain")
    site.routes.update({"/a": page(), "/private/b": page(), "/to-private": redirect("/private/b")})
    made = site.fetch("/a", "/private/b", "/to-private")
    assert len(made.captures) == 1
    assert made.reasons.count("doesn't allow it to robots") == 2
    assert site.asked == ["/robots.txt", "/a", "/to-private"]
    assert len(site.fetch("/private/b", respect_robots=False).captures) == 1


@pytest.mark.parametrize(
    ("robots", "fetched"),
    [
        (page(status=404), True),
        (page(status=403), True),
        (page(status=500), False),
        (page(status=503), False),
        (page(status=429), False),
        (redirect("/robots.txt"), True),
        (redirect("/rules"), False),
        (page(b"User-agent: *\nDisallow: /", Content_Encoding="gzip"), False),
        (page(b"\xff\xfe\0" * 999), True),
        (page(b"User-agent: *\nDisallow: /\n" + b"#" * 2_000_000), False),
    ],
)
def test_robots_that_are_missing_or_broken(site: Site, robots: Route, *, fetched: bool) -> None:
    """A site without rules allows everything; one whose rules can't be had because of an error allows nothing."""
    site.routes.update({"/robots.txt": robots, "/a": page(), "/rules": page(b"User-agent: *\nDisallow: /a")})
    made = site.fetch("/a")
    assert len(made.captures) == fetched
    if not fetched:
        assert "isn't fetched" in made.reasons


def test_a_crawl_delay_is_kept(site: Site) -> None:
    """Between two pages of a site that asks for it, the fetcher waits."""
    site.routes.update({"/robots.txt": page(b"User-agent: *\nCrawl-delay: 7"), "/a": page(), "/b": page()})
    assert len(site.fetch("/a", "/b").captures) == 2
    (wait,) = site.slept
    assert 0 < wait <= 7


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_passing_failure_is_tried_again(site: Site, status: int) -> None:
    """A server that is overloaded for a moment is asked again, each time after a longer wait."""
    site.routes["/a"] = in_turn(page(b"", status), page(b"", status), page())
    assert len(site.fetch("/a", retries=2).captures) == 1
    first, second = site.slept
    assert 0.5 <= first <= 1.0 <= second <= 2.0


def test_retrying_ends(site: Site) -> None:
    """A server that stays overloaded is left alone after some attempts."""
    site.routes["/a"] = page(b"", 503)
    made = site.fetch("/a", retries=2)
    assert "503 Service Unavailable (tried 3 times); try again later" in made.reasons
    assert site.asked.count("/a") == 3


@pytest.mark.parametrize(
    ("value", "wait"),
    [("7", 7.0), (email.utils.format_datetime(NOW + dt.timedelta(seconds=9), usegmt=True), 9.0), ("0", 0.0)],
)
def test_a_server_says_how_long_to_wait(site: Site, value: str, wait: float) -> None:
    """The wait that a server asks for is kept."""
    site.routes["/a"] = in_turn(page(b"", 503, Retry_After=value), page())
    assert len(site.fetch("/a", retries=1).captures) == 1
    assert site.slept == [wait]


def test_a_long_wait_is_left_to_the_caller(site: Site) -> None:
    """A server that asks to come back in an hour isn't waited for, and the message says so."""
    site.routes["/a"] = page(b"", 429, Retry_After="3600")
    assert "asks to come back in 3,600 seconds" in site.fetch("/a", retries=5).reasons
    assert site.slept == []


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (401, "needs a login (401 Unauthorized)"),
        (402, "needs a subscription"),
        (403, "is refused by the server (403 Forbidden)"),
        (404, "isn't there (404 Not Found): check the address"),
        (410, "isn't there any more"),
        (451, "isn't available for legal reasons (451"),
        (500, "the server answers 500 Internal Server Error"),
        (599, "the server answers 599"),
        (206, "the server answers 206 Partial Content"),
    ],
)
def test_statuses_are_explained(site: Site, status: int, reason: str) -> None:
    """A page that isn't given is refused with what the server said, and the next one is fetched."""
    site.routes.update({"/a": page(status=status), "/b": page()})
    made = site.fetch("/a", "/b")
    assert [capture.url for capture in made.captures] == [f"{site.url}/b"]
    assert reason in made.reasons


@pytest.mark.parametrize(
    ("route", "reason"),
    [
        (page(b"\x89PNG", Content_Type="image/png"), "is image/png, not a page"),
        (page(b"data", Content_Type="application/octet-stream"), "is application/octet-stream, not a page"),
        (page(b"just text", Content_Type=""), "is something without a type"),
        (page(b"%PDF-1.7"), "says that it is text/html and is a PDF file"),
        (page(b""), "is empty"),
        (page(b" \n"), "is empty"),
        (page(b"x" * 200_000), "has 200 kB, more than the 100 kB"),
        (page(b"x" * 200_000, Content_Length=""), "is larger than the 100 kB"),
        (page(gzip.compress(b"\0" * 5_000_000), Content_Encoding="gzip"), "is larger than the 100 kB"),
        (page(gzip.compress(b"<html>")[:-9], Content_Encoding="gzip"), "compressed body that ends in the middle"),
        (page(b"x", Content_Encoding="sdch"), "in an encoding that can't be read (sdch)"),
        (page(b"<html>", Content_Length="99"), "breaks off"),
        (page(b"<html>", Content_Length="many"), "doesn't speak HTTP"),
    ],
)
def test_what_is_no_page_is_refused(site: Site, route: Route, reason: str) -> None:
    """What isn't a page, is empty, too large or damaged is refused with the reason."""
    site.routes["/a"] = route
    made = site.fetch("/a", max_bytes=100_000)
    assert made.captures == []
    assert reason in made.reasons
    assert made.reasons.startswith(f"{site.url}/a: ")


def _brotli(body: bytes) -> bytes:
    stream = io.BytesIO()
    with BrotliWriter(stream) as writer:
        writer.write(body)
    return stream.getvalue()


@pytest.mark.parametrize(
    "route",
    [
        page(gzip.compress(PAGE.encode()), Content_Encoding="gzip"),
        page(_brotli(PAGE.encode()), Content_Encoding="br"),
        page(PAGE.encode(), Content_Encoding="gzip"),
        page(PAGE.encode(), Content_Type=""),
        page(PAGE.encode(), Content_Type="application/xhtml+xml"),
        page(PAGE.encode(), Content_Type="TEXT/HTML"),
        page(PAGE.encode(), Content_Length=""),
    ],
)
def test_pages_in_other_forms(site: Site, route: Route) -> None:
    """Compressed pages, pages without a type and pages without a length are taken as what a reader sees."""
    site.routes["/a"] = route
    assert [capture.payload for capture in site.fetch("/a").captures] == [PAGE.encode()]


def test_a_text_is_a_page_too(site: Site) -> None:
    """Plain text and Markdown are taken with the type that the server states."""
    site.routes["/a"] = page(b"Ferry runs again", Content_Type="text/plain; charset=utf-8")
    assert [capture.content_type for capture in site.fetch("/a").captures] == ["text/plain; charset=utf-8"]


def test_a_silent_server_is_not_waited_for(site: Site) -> None:
    """A server that stays silent is given up, and the next page is fetched."""
    done = threading.Event()

    def wait(_: BaseHTTPRequestHandler) -> None:
        done.wait(10)

    site.routes.update({"/a": wait, "/b": page()})
    made = site.fetch("/a", "/b", timeout=0.1)
    done.set()
    assert "the server is silent for 0.1 seconds" in made.reasons
    assert len(made.captures) == 1


def test_a_dripping_server_is_not_waited_for(site: Site) -> None:
    """A server that sends a byte now and then for ever, in its headers even, is given up in the end."""
    done = threading.Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not done.wait(0.01):
            try:
                handler.wfile.write(b"X: y\r\n")
                handler.wfile.flush()
            except OSError:
                return

    site.routes["/a"] = drip
    made = site.fetch("/a", deadline=0.2, respect_robots=False, retries=3)
    done.set()
    assert "takes longer than 0.2 seconds" in made.reasons
    assert site.asked == ["/a"]


def test_a_closed_port() -> None:
    """A server that isn't there is reported as such, after some attempts, also where its robots.txt is asked for first."""
    waits: list[float] = []
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound but not listening: connections are refused
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/a"
        made = read(address, allow_private=True, respect_robots=False, retries=1, sleep=lambda _: None)
        polite = read([address, address], allow_private=True, retries=1, sleep=waits.append)
    assert "127.0.0.1 refuses the connection (tried 2 times)" in made.reasons
    assert [each.reason for each in polite.rejected] == [made.rejected[0].reason] * 2
    assert len(waits) == 1  # the second page of a server that isn't there isn't waited for


def test_no_secure_connection(site: Site) -> None:
    """A server that doesn't speak TLS where the address says https is reported as such."""
    made = site.fetch(site.url.replace("http:", "https:") + "/a")
    assert "no secure connection to 127.0.0.1 is possible" in made.reasons


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://name.invalid/a", "name.invalid"),
        ("http://" + "a" * 70 + ".example/", "there is no host"),
        ("http://", "isn't an address that can be fetched"),
        ("http://[::1/a", "isn't an address that can be fetched"),
        ("http://news.example:port/", "isn't an address that can be fetched"),
        ("http://me:secret@news.example/a", "has a name or password in it"),
        ("http://xn--a.example/", "can't be fetched"),
        ("http://a..b/", "can't be fetched"),
        ("http://\u2024\u2024/", "isn't an address that can be fetched"),
    ],
)
def test_bad_addresses(address: str, reason: str) -> None:
    """An address that leads nowhere, or that would give a password away, is refused with the reason."""
    made = read(address, retries=0, sleep=lambda _: None)
    assert made.captures == []
    assert reason in made.rejected[0].reason


def test_cookies_last_for_one_page(site: Site) -> None:
    """A cookie that a redirect sets is sent on, as some sites demand, and forgotten with the next page."""
    site.routes.update({"/a": page(b"", 302, Location="/b", Set_Cookie="id=1"), "/b": page()})
    assert len(site.fetch("/a", "/b").captures) == 2
    cookies = {path: headers.get("Cookie") for path, headers in zip(site.asked, site.seen_headers, strict=True)}
    assert cookies == {"/robots.txt": None, "/a": None, "/b": None}
    assert site.seen_headers[site.asked.index("/b")]["Cookie"] == "id=1"


def endless(beginning: bytes, part: bytes) -> Route:
    """A route that sends the beginning, and then the part again and again as fast as it can."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        try:
            handler.wfile.write(beginning)
            while True:
                handler.wfile.write(part * 1000)
        except OSError:
            return

    return answer


CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    ("route", "reason"),
    [
        (endless(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"), "doesn't speak HTTP"),
        (endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), "takes longer than"),
        (endless(CHUNKED, b"1\r\na\r\n"), "takes longer than"),
        (endless(CHUNKED + b"1;", b"x" * 100), "doesn't speak HTTP"),
        (endless(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"x"), "is larger than the 52.4 MB"),
        (page(gzip.compress(b"") * 200_000, Content_Encoding="gzip"), "grows to more than 100 times its size"),
        (redirect("/a?" + "x" * 60_000), "redirects more than 10 times"),
    ],
)
def test_an_answer_without_end(site: Site, route: Route, reason: str) -> None:
    """A server that never stops, in its headers, its chunks or its body, is given up, and the next page is fetched."""
    site.routes.update({"/a": route, "/b": page(), "/a?" + "x" * 60_000: route})
    start = time.monotonic()
    made = site.fetch("/a", "/b", deadline=2.0, respect_robots=False)
    assert time.monotonic() - start < 10
    assert reason in made.reasons
    assert len(made.captures) == 1
