"""An HTTP server that answers as Elasticsearch, or something like it, does, where no real one can be brought to it."""

from __future__ import annotations

import base64
import datetime as dt
import json
import ssl
import subprocess
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

PRODUCT = {"X-elastic-product": "Elasticsearch"}
COMPATIBLE = "application/vnd.elasticsearch+json;compatible-with=9"


class Answer(NamedTuple):
    """What the server says; the body is JSON."""

    status: int
    body: Any
    headers: Mapping[str, str] = PRODUCT
    content_type: str = COMPATIBLE


class Asked(NamedTuple):
    """What it was asked."""

    method: str
    path: str
    headers: Mapping[str, str]


def info(number: str, **version: str) -> dict[str, Any]:
    """The answer at `/` of this version."""
    return {
        "name": "node-1",
        "cluster_name": "press-room",
        "cluster_uuid": "kDYdbHTrTNWcGMWFIUWNlg",
        "version": {"number": number, "build_flavor": "default", "lucene_version": "10.3.1", **version},
        "tagline": "You Know, for Search",
    }


def refusal(status: int, kind: str, reason: str, **more: Any) -> Answer:
    """An error as Elasticsearch tells it."""
    cause = {"type": kind, "reason": reason, **more}
    return Answer(status, {"error": {"root_cause": [cause], **cause}, "status": status})


def authenticated(answer: Callable[[Asked], Answer], *accepted: str) -> Callable[[Asked], Answer]:
    """The same for whoever has one of these in the header `Authorization`, and 401 as Elasticsearch words it."""
    realm = {"header": {"WWW-Authenticate": ['Basic realm="security", charset="UTF-8"', "ApiKey"]}}

    def check(asked: Asked) -> Answer:
        given = asked.headers.get("authorization", "")
        if given in accepted:
            return answer(asked)
        if not given:
            reason = f"missing authentication credentials for REST request [{asked.path}]"
        elif given.startswith("Basic "):
            user = base64.b64decode(given[6:]).decode().partition(":")[0]
            reason = f"unable to authenticate user [{user}] for REST request [{asked.path}]"
        else:
            reason = (
                "unable to authenticate with provided credentials and anonymous access is not allowed for this request"
            )
        return refusal(401, "security_exception", reason, **realm)

    return check


def empty(asked: Asked) -> Answer:
    """A server of the right version that holds nothing."""
    if asked.path == "/":
        return Answer(200, info("9.2.0"))
    if "/_search" in asked.path or asked.method == "GET":
        return refusal(404, "index_not_found_exception", f"no such index [{asked.path.strip('/').partition('?')[0]}]")
    return refusal(400, "illegal_argument_exception", f"nothing can be done here: {asked.path}")


@contextmanager
def serving(answer: Callable[[Asked], Answer], certificate: Path | None = None) -> Iterator[str]:
    """The address of a server that answers so, over TLS if there is a certificate (a PEM file with its key)."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answer(self) -> None:
            self.rfile.read(int(self.headers.get("content-length") or 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            said = answer(Asked(self.command, self.path, headers))
            data = json.dumps(said.body).encode() if not isinstance(said.body, bytes) else said.body
            self.send_response(said.status)
            for name, value in said.headers.items():
                self.send_header(name, value)
            self.send_header("content-type", said.content_type)
            self.send_header("content-length", str(len(data)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(data)

        do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = _answer  # noqa: N815 - the names that the library asks for

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """A client that doesn't trust the certificate goes away: nothing is wrong."""

    server = Server(("127.0.0.1", 0), Handler)
    scheme = "http"
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        scheme = "https"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"{scheme}://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def make_certificate(folder: Path) -> Path:
    """A certificate for this machine that only its own key has signed, as a PEM file that holds both."""
    key, certificate, both = folder / "key.pem", folder / "certificate.pem", folder / "both.pem"
    subprocess.run(
        [
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
            "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost", "-keyout", str(key), "-out", str(certificate),
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip
    both.write_text(key.read_text() + certificate.read_text())
    return both


def a_while_later(seconds: float) -> Callable[[], bool]:
    """Tells whether so much time has passed since this was called."""
    end = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=seconds)
    return lambda: dt.datetime.now(dt.UTC) > end
