"""A web site on this machine, for the tests of what is fetched."""

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from .reading import PAGE, Read, read

Route = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """A web site on a free port; `asked` are the requests that it got, `slept` the waits that the fetcher made."""

    def __init__(self) -> None:
        self.routes: dict[str, Route] = {}
        self.asked: list[str] = []
        self.seen_headers: list[dict[str, str]] = []
        self.slept: list[float] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                site.seen_headers.append(dict(self.headers.items()))
                site.routes.get(self.path, page(status=404))(self)

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()

    @property
    def url(self) -> str:
        """The site's address, without a slash at its end."""
        return f"http://127.0.0.1:{self.server.server_port}"

    def fetch(self, *paths: str, **options: object) -> Read:
        """What the pages give, with this site's private address allowed."""
        private = frozenset({"127.0.0.1"})
        settings = {"private_hosts": private, "retries": 0, "sleep": self.slept.append, "timeout": 5.0, **options}
        return read([path if "://" in path else self.url + path for path in paths], **settings)

    def close(self) -> None:
        """Stop serving."""
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


def page(body: bytes = PAGE.encode(), status: int = 200, **headers: str) -> Route:
    """A route that answers with this; `_` in a header's name stands for `-`, and an empty value leaves it out."""
    fields = {"Content_Type": "text/html; charset=utf-8", "Content_Length": str(len(body)), **headers}

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in fields.items():
            if value:
                handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer
