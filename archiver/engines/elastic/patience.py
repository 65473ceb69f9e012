"""Waiting for a cluster that is away for a while: being started anew, say, or too busy to answer."""

from __future__ import annotations

import logging
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from elastic_transport import ConnectionError as NoConnection
from elastic_transport import ConnectionTimeout, SerializationError, TlsError, Transport, TransportApiResponse
from elasticsearch import ApiError

from archiver.engines.elastic.explain import BUSY, FAILING, explain, is_blocked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archiver.errors import ArchiveError

_FIRST_WAIT, _LONGEST_WAIT = 0.5, 15.0  # seconds between two tries
_DOUBLINGS = 10
_SILENT = 1.0  # seconds of waiting that nobody needs to be told of
_MINUTE = 60
_log = logging.getLogger("archiver")


class Patience:
    """Whether and how long requests are sent again, while the cluster doesn't answer, or answers that it can't.

    They are while somebody holds it (`held`), for up to `limit` seconds each, if the cluster has answered before: an
    address at which nothing has ever answered is an error at once. May be shared by threads.
    """

    def __init__(self, where: str, limit: float) -> None:
        self.where, self.limit = where, limit
        self.answered = False
        """Whether the cluster has ever answered."""
        self._holders = 0
        self._told = False
        self._stopped = threading.Event()
        self._lock = threading.Lock()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Requests wait meanwhile."""
        with self._lock:
            self._holders += 1
        try:
            yield
        finally:
            with self._lock:
                self._holders -= 1

    @property
    def is_held(self) -> bool:
        """Whether requests wait now."""
        return self._holders > 0

    def stop(self) -> None:
        """Let nobody wait any longer who is waiting now."""
        with self._lock:
            stopped, self._stopped = self._stopped, threading.Event()
        stopped.set()

    def attempt(self) -> Attempt:
        """To be taken before something is tried for the first time."""
        return Attempt(self, self._stopped)

    def tell(self, reason: ArchiveError) -> None:
        """Say, once, what is being waited for."""
        with self._lock:
            told, self._told = self._told, True
        if not told:
            _log.warning("%s Waiting for up to %s.", reason, _duration(self.limit))

    def relieved(self) -> None:
        """Say, if waiting was told of, that it is over."""
        with self._lock:
            told, self._told = self._told, False
        if told:
            _log.warning("Elasticsearch at %s answers again.", self.where)


class Attempt:
    """One thing that is tried again and again."""

    def __init__(self, patience: Patience, stopped: threading.Event) -> None:
        self._patience, self._stopped = patience, stopped
        self._begun = time.monotonic()
        self._failed: float | None = None
        self.tries = 0
        """How often it has failed."""

    def wait(self, reason: ArchiveError) -> None:
        """Wait before the next try, longer each time; raises the reason where there is no patience, or no more."""
        patience, now = self._patience, time.monotonic()
        if not patience.is_held:
            raise reason
        if self._failed is None:
            self._failed = now
        left = self._failed + patience.limit - now
        if left <= 0:
            raise type(reason)(
                f"{reason} The archive has waited {_duration(patience.limit)}. What was stored stays in the log, and the "
                "same command goes on from there."
            )
        if now - self._begun > _SILENT:
            patience.tell(reason)
        pause = min(_FIRST_WAIT * 2 ** min(self.tries, _DOUBLINGS), _LONGEST_WAIT, left)
        self.tries += 1
        if self._stopped.wait(pause):
            raise reason

    def succeeded(self) -> None:
        """It has been done."""
        if self.tries:
            self._patience.relieved()


class PatientTransport(Transport):
    """Sends the client's requests, and sends them again as its `patience` says; all of them may be sent twice.

    For documents carry versions, and nothing else that is written differs from what is there already.
    """

    patience: Patience

    def perform_request(self, method: str, target: str, **options: Any) -> TransportApiResponse:
        """The answer to a request."""
        patience = self.patience
        attempt = patience.attempt()
        while True:
            if patience.is_held:
                options["max_retries"] = 0
            try:
                answer = super().perform_request(method, target, **options)
            except (NoConnection, ConnectionTimeout) as error:
                # A server that is being stopped may break off TLS, but none gets another certificate by that.
                untrusted = isinstance(error, TlsError) and "CERTIFICATE" in str(error).upper()
                if untrusted or not patience.answered:
                    raise
                reason = explain(error, patience.where)
            else:
                status = answer.meta.status
                passing = status in FAILING and not is_blocked(answer.body)
                if not passing or not patience.is_held or not (patience.answered or status == BUSY):
                    patience.answered = patience.answered or status not in FAILING
                    attempt.succeeded()
                    if method != "HEAD" and not isinstance(answer.body, dict):
                        raise SerializationError("The answer isn't an object of JSON")
                    return answer
                reason = explain(ApiError("", meta=answer.meta, body=answer.body), patience.where)
            attempt.wait(reason)


def _duration(seconds: float) -> str:
    if seconds < 2 * _MINUTE:
        return f"{seconds:g} second{'' if seconds == 1 else 's'}"
    return f"{seconds / _MINUTE:.0f} minutes"
