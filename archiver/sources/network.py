"""Connections to public addresses only, each to the address that was checked, and none that lasts for ever.

A name is resolved once, its addresses are checked, and one of those is connected to: a name that answers with another
address the second time (DNS rebinding), or a redirect into the local network, gains nothing.
"""

import ipaddress
import socket
import ssl
import time
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore
import httpx

from archiver.errors import SourceError
from archiver.sources.base import SourceOptions

_MAX_ADDRESSES = 4  # of one name that are tried
_KEPT_CONNECTIONS = 4
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address stands in the last 32 bits


class PrivateAddressError(SourceError):
    """A name leads to an address that isn't public, and that wasn't allowed."""


class UnreachableError(SourceError):
    """A server that can't be spoken to at all: it refuses the connection, or no secure one is possible."""


class UnknownHostError(SourceError):
    """A name that can't be resolved."""


def is_public(address: str) -> bool:
    """True if the IP address is one that the whole internet reaches, whatever IPv6 form it is wrapped in."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
        if ip in _NAT64:
            inner.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
        if any(inner):
            return all(is_public(str(each)) for each in inner if each)
        if ip.is_site_local:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


class GuardedBackend(httpcore.NetworkBackend):
    """Connects to checked addresses only. After `expires`, a time of the monotonic clock, nothing is waited for."""

    def __init__(self, options: SourceOptions) -> None:
        self._options = options
        self._backend = httpcore.SyncBackend()
        self.expires = 0.0

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to one of the host's public addresses, in the order in which they are tried."""
        failure: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for address in self._checked_addresses(host, port):
            try:
                stream = self._backend.connect_tcp(address, port, self.left(timeout), local_address, socket_options)
                return _ExpiringStream(stream, self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure or UnknownHostError(f"can't be fetched: {host} has no address")

    def left(self, timeout: float | None) -> float:
        """The timeout, cut to the time that is left; httpcore.ReadTimeout if none is."""
        left = self.expires - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("no time is left")
        return left if timeout is None else min(timeout, left)

    def _checked_addresses(self, host: str, port: int) -> list[str]:
        addresses = _resolve(host, port)
        if self._options.allow_private or host in self._options.private_hosts:
            return addresses
        public = [address for address in addresses if is_public(address)]
        if addresses and not public:
            what = "is a private address" if addresses[0] == host else f"has the private address {addresses[0]}"
            raise PrivateAddressError(f"isn't fetched: {host} {what}; --allow-private allows it, if it is meant")
        return public


def _resolve(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        if isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN:
            raise httpcore.ConnectError(f"the name {host} can't be resolved at the moment") from error
        raise UnknownHostError(
            f"can't be fetched: there is no host {host}; check the address, and that this machine is online"
        ) from error
    return list(dict.fromkeys(str(address[0]) for *_, address in found))[:_MAX_ADDRESSES]


class _ExpiringStream(httpcore.NetworkStream):
    """A connection on which nothing is waited for longer than its backend allows."""

    def __init__(self, stream: httpcore.NetworkStream, backend: GuardedBackend) -> None:
        self._stream = stream
        self._backend = backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._backend.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._backend.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._backend.left(timeout))
        return _ExpiringStream(stream, self._backend)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class GuardedTransport(httpx.BaseTransport):
    """What an httpx client sends its requests through; raises httpcore's errors, which keep their causes."""

    def __init__(self, backend: GuardedBackend) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_keepalive_connections=_KEPT_CONNECTIONS,
            keepalive_expiry=15.0,
            network_backend=backend,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The response to a request without a body, its own body still to be read."""
        response = self._pool.handle_request(
            httpcore.Request(
                request.method,
                httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            response.status, headers=response.headers, stream=_Body(response), extensions=response.extensions
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        return self._response.iter_stream()

    def close(self) -> None:
        self._response.close()
