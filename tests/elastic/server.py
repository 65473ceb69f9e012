"""What the tests say to a server without the engine: plain requests, and the tokens that its analysers make."""

from __future__ import annotations

import json
import urllib.request
import uuid
from bisect import bisect_right
from contextlib import contextmanager
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import msgspec

from archiver.engines.elastic import definition

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BATCH = 20_000  # texts of a request


def ask(url: str, method: str = "GET", body: object = None) -> Any:
    """The server's answer to this request, as JSON. Raises urllib.error.HTTPError for a refusal."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"content-type": "application/json"}, method=method)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


@contextmanager
def index(url: str, settings: dict[str, Any] | None = None) -> Iterator[str]:
    """The address of a new index by the shipped definition, and these settings of it; deleted afterwards."""
    shipped = definition.load()
    shipped["settings"]["index"] |= settings or {}
    address = f"{url}/test-{uuid.uuid4().hex}"
    ask(address, "PUT", shipped)
    try:
        yield address
    finally:
        ask(address, "DELETE")


class _Token(msgspec.Struct):
    token: str
    start_offset: int
    position: int


class _Answer(msgspec.Struct):
    tokens: list[_Token] = []


class Analysers:
    """The analysers of the shipped definition, as this server runs them."""

    def __init__(self, address: str) -> None:
        self._address = address

    def tokens(self, analyser: str, texts: Sequence[str]) -> list[list[str]]:
        """The tokens of each text."""
        return self._analyse({"analyzer": analyser}, texts)

    def normalised(self, normalizer: str, values: Sequence[str]) -> list[str]:
        """What each value is indexed as."""
        return [found[0] if found else "" for found in self._analyse({"normalizer": normalizer}, values)]

    def matches(self, pattern: str, texts: Sequence[str]) -> list[list[str]]:
        """What of each text this pattern of Java's matches."""
        return self._analyse({"tokenizer": {"type": "pattern", "pattern": pattern, "group": 0}}, texts)

    def positions(self, analyser: str, text: str) -> list[tuple[str, int]]:
        """The tokens of a text with their positions."""
        return [(found.token, found.position) for found in self._ask({"analyzer": analyser}, [text]).tokens]

    def _analyse(self, how: dict[str, Any], texts: Sequence[str]) -> list[list[str]]:
        found: list[list[str]] = []
        for start in range(0, len(texts), _BATCH):
            batch = texts[start : start + _BATCH]
            # Offsets go on from text to text, in UTF-16 with a character between them.
            ends = list(accumulate(len(text.encode("utf-16-le")) // 2 + 1 for text in batch))
            rows: list[list[str]] = [[] for _ in batch]
            for token in self._ask(how, batch).tokens:
                rows[bisect_right(ends, token.start_offset)].append(token.token)
            found += rows
        return found

    def _ask(self, how: dict[str, Any], texts: Sequence[str]) -> _Answer:
        url = f"{self._address}/_analyze?filter_path=tokens.token,tokens.start_offset,tokens.position"
        data = msgspec.json.encode({**how, "text": texts})
        request = urllib.request.Request(url, data, {"content-type": "application/json"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return msgspec.json.decode(answer.read(), type=_Answer)
