"""HTTP responses, from the web or from a WARC file: which headers are kept, what is a page, how a body is decoded."""

import io
import zlib
from collections.abc import Iterable

from archiver.errors import SourceError
from archiver.sources.base import SourceOptions, too_large
from archiver.sources.budget import CHUNK, MEMBER, TOO_MUCH, Budget
from archiver.sources.sniff import looks_like_html

HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})

# They speak of one connection (RFC 9110, section 7.6.1), or of one visitor.
_NOT_KEPT = frozenset({
    "connection",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authentication-info",
    "proxy-connection",
    "set-cookie",
    "set-cookie2",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
})  # fmt: skip
_MAX_LAYERS = 3  # encodings on top of each other: servers are seen to use two by mistake, never more
_CHUNK = 1 << 16
_GZIP = 31  # zlib's window bits for a gzip member with its header and checksum
_ZSTD_MAGICS = (
    b"\xb5\x2f\xfd",
    b"\x2a\x4d\x18",
)  # RFC 8878: ends of the numbers that frames and skippable frames begin with
_GZIP_MAGIC = b"\x1f\x8b"


def kept_headers(headers: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The headers that belong to the page, in their order."""
    return tuple((name, value) for name, value in headers if name.lower() not in _NOT_KEPT)


def media_type(content_type: str) -> str:
    """The type without its parameters, in lower case: `text/html` of `Text/HTML; charset=utf-8`."""
    return content_type.partition(";")[0].strip().lower()


def decode_body(body: bytes, content_encoding: str, options: SourceOptions, budget: Budget) -> bytes:
    """The body without its content encodings (gzip, deflate, br, zstd), never longer than `max_bytes`.

    A body that says that it is compressed and isn't is taken as it is: proxies and crawlers unpack bodies and leave the
    header. What decoding takes is charged to `budget`. SourceError if it is damaged, too large, takes more than that, or
    is encoded in another way.
    """
    layers = [name for part in content_encoding.lower().split(",") if (name := part.strip()) and name != "identity"]
    if len(layers) > _MAX_LAYERS:
        raise SourceError(f"has a body that is encoded {len(layers)} times over")
    for name in reversed(layers):
        if looks_like_html(body):
            break
        if name in ("gzip", "x-gzip"):
            body = _inflate(body, _GZIP, options, budget) if body.startswith(_GZIP_MAGIC) else body
        elif name == "deflate":
            # RFC 9110, section 8.4.1.2, means the zlib format; some servers send a bare deflate stream.
            body = _inflate(body, 15 if _is_zlib(body) else -15, options, budget)
        elif name in ("br", "zstd"):
            body = _decompress(body, name, options, budget)
        else:
            raise SourceError(f"has a body in an encoding that can't be read ({name[:40]})")
    if len(body) > options.max_bytes:
        raise SourceError(too_large(len(body), options))
    return body


def dechunk(body: bytes, budget: Budget) -> bytes:
    """The body without its chunked transfer encoding (RFC 9112, section 7.1); as it is, if it isn't chunked after all.

    What that takes is charged to `budget`. SourceError if it ends too early, is damaged, or takes more than that.
    """
    made = bytearray()
    position = 0
    while True:
        end = body.find(b"\n", position, position + 1024)
        size = _chunk_size(body[position:end]) if end >= 0 else None
        if size is None:
            if not position:
                return body
            raise SourceError("has a body whose chunks are damaged or end too early")
        if size == 0:
            return bytes(made)
        if end + 1 + size > len(body):
            raise SourceError("has a body that ends in the middle of a chunk")
        made += body[end + 1 : end + 1 + size]
        _charge(CHUNK, budget)
        position = end + 1 + size
        position += 2 if body.startswith(b"\r\n", position) else 1


def _chunk_size(line: bytes) -> int | None:
    digits = line.partition(b";")[0].strip()
    if not digits or len(digits) > 15 or digits.strip(b"0123456789abcdefABCDEF"):  # noqa: PLR2004 - a million GB
        return None
    return int(digits, 16)


def _is_zlib(body: bytes) -> bool:
    """RFC 1950, section 2.2: method 8, and the first two bytes a multiple of 31."""
    return len(body) > 1 and body[0] & 0x0F == 8 and int.from_bytes(body[:2]) % 31 == 0  # noqa: PLR2004


def _inflate(body: bytes, window_bits: int, options: SourceOptions, budget: Budget) -> bytes:
    """The decompressed body; of several gzip members one after the other, all."""
    made = bytearray()
    inflater = zlib.decompressobj(window_bits)
    left = memoryview(body)
    rest = b""
    try:
        # A little goes in at a time, for a decompressor copies what it leaves over.
        while rest or left:
            if inflater.eof:
                if window_bits != _GZIP or not (rest + bytes(left[:2])).startswith(_GZIP_MAGIC):
                    break  # what some servers send behind the body
                inflater = zlib.decompressobj(window_bits)
            if not rest:
                rest, left = bytes(left[:_CHUNK]), left[_CHUNK:]
            part = inflater.decompress(rest, _CHUNK)
            rest = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
            _add(part, made, options, budget, extra=MEMBER if inflater.eof else 0)
    except zlib.error as error:
        raise SourceError("has a compressed body that is damaged") from error
    if not inflater.eof:
        raise SourceError("has a compressed body that ends in the middle")
    return bytes(made)


def _decompress(body: bytes, name: str, options: SourceOptions, budget: Budget) -> bytes:
    from fastwarc.stream_io import BrotliReader, ZstdReader

    if name == "zstd":  # frames may be empty, and there may be a million of them
        _charge(MEMBER * sum(map(body.count, _ZSTD_MAGICS)), budget)
    reader = (BrotliReader if name == "br" else ZstdReader)(io.BytesIO(body))
    made = bytearray()
    try:
        while part := reader.read(_CHUNK):
            _add(part, made, options, budget)
    except (OSError, ValueError, EOFError) as error:
        raise SourceError(f"has a body whose compression ({name}) is damaged or missing") from error
    return bytes(made)


def _add(part: bytes, made: bytearray, options: SourceOptions, budget: Budget, extra: int = 0) -> None:
    """Put a part of a body to what has been decoded of it; SourceError where it becomes too much."""
    made += part
    if len(made) > options.max_bytes:
        raise SourceError(too_large(None, options))
    _charge(len(part) + extra, budget)


def _charge(work: int, budget: Budget) -> None:
    if not budget.affords(work):
        raise SourceError(f"has a body that {TOO_MUCH}")
