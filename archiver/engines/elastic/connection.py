"""Reaching Elasticsearch: who we are there, and what its errors mean for whoever runs the archive."""

from __future__ import annotations

import logging
import os
import ssl
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import elasticsearch
from elastic_transport import ConnectionError as NoConnection
from elastic_transport import ConnectionTimeout, SerializationError, TlsError, TransportError
from elasticsearch import ApiError, AuthenticationException, AuthorizationException, Elasticsearch

from archiver.errors import ArchiveError, IndexingError, QueryError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from archiver.settings import Settings

T = TypeVar("T")

MAJOR = 9
"""The major version of Elasticsearch that this engine speaks to."""

PATIENCE = 600.0  # seconds that writing waits for a cluster that doesn't answer: a rolling restart takes minutes
_FIRST_WAIT, _LONGEST_WAIT = 0.5, 15.0  # seconds between two tries
_TIMEOUT = 60.0  # seconds for one answer
_FAILING = frozenset({429, 502, 503, 504})  # statuses of a cluster that is busy or starting
_log = logging.getLogger("archiver")

# The client's own lines about each retry would say the same as ours, over and over.
logging.getLogger("elastic_transport").setLevel(logging.ERROR)


def connect(settings: Settings) -> Elasticsearch:
    """A client for the cluster that the settings name. Raises SettingsError for settings that can't be used.

    Secrets are read here, from the environment or the files that the settings name, and kept by the client alone.
    """
    options: dict[str, Any] = {"request_timeout": _TIMEOUT, "max_retries": 2, "retry_on_timeout": True}
    if settings.elasticsearch_cloud_id:
        options["cloud_id"] = settings.elasticsearch_cloud_id
    else:
        options["hosts"] = settings.elasticsearch
    if settings.elasticsearch_ca_certs:
        if not os.path.isfile(settings.elasticsearch_ca_certs):
            raise SettingsError(f"elasticsearch_ca_certs: there is no file {settings.elasticsearch_ca_certs}.")
        options["ca_certs"] = settings.elasticsearch_ca_certs
    key = _secret("API_KEY", settings.elasticsearch_api_key_file)
    password = _secret("PASSWORD", settings.elasticsearch_password_file)
    if key:
        options["api_key"] = key
    elif password:
        options["basic_auth"] = (settings.elasticsearch_user, password)
    try:
        return Elasticsearch(**options)
    except (ValueError, TypeError, OSError, ssl.SSLError) as error:
        raise SettingsError(
            f"Elasticsearch can't be reached by these settings: {error}. Write the address like https://search.example:9200."
        ) from error


def _secret(name: str, file: str) -> str:
    """A secret from the environment, else from the file that the settings name; empty where there is none."""
    if value := os.environ.get(f"ARCHIVE_ELASTICSEARCH_{name}"):
        return value
    if not file:
        return ""
    try:
        with open(file, encoding="utf-8") as opened:
            return opened.read().strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"elasticsearch_{name.lower()}_file: {file} can't be read: {error}.") from error


def place(settings: Settings) -> str:
    """Where the cluster is, for messages; never a secret."""
    return settings.elasticsearch or f"the cloud ({settings.elasticsearch_cloud_id.partition(':')[0]})"


@contextmanager
def explained(where: str) -> Iterator[None]:
    """Errors of the client become the archive's own, which say what to do."""
    try:
        yield
    except (ApiError, TransportError, elasticsearch.UnsupportedProductError) as error:
        raise explain(error, where) from error


def explain(error: Exception, where: str) -> ArchiveError:
    """The archive's error for one of the client's."""
    for kinds, say in _EXPLANATIONS:
        if isinstance(error, kinds):
            return say(error, where)
    return IndexingError(f"Elasticsearch at {where} failed: {error}.")


def _of_version(error: Any, where: str) -> ArchiveError:
    del error
    return IndexingError(
        f"What answers at {where} isn't Elasticsearch {MAJOR}: another product or another version. The archive needs "
        f"Elasticsearch {MAJOR}; see docs/elasticsearch.md."
    )


def _of_tls(error: Any, where: str) -> ArchiveError:
    return IndexingError(
        f"The certificate of {where} isn't trusted: {_cause(error)}. Name the certificate authority's file in the setting "
        "elasticsearch_ca_certs."
    )


def _of_timeout(error: Any, where: str) -> ArchiveError:
    del error
    return IndexingError(
        f"Elasticsearch at {where} didn't answer within {_TIMEOUT:g} seconds. Is the cluster overloaded?"
    )


def _of_connection(error: Any, where: str) -> ArchiveError:
    return IndexingError(
        f"Elasticsearch can't be reached at {where}: {_cause(error)}. Is it running, and is the address right?"
    )


def _of_authentication(error: Any, where: str) -> ArchiveError:
    del error
    return IndexingError(
        f"Elasticsearch at {where} refuses who we say we are. Set ARCHIVE_ELASTICSEARCH_API_KEY, or the setting "
        "elasticsearch_user and ARCHIVE_ELASTICSEARCH_PASSWORD; see docs/elasticsearch.md."
    )


def _of_permission(error: Any, where: str) -> ArchiveError:
    if is_blocked(error.body):
        return blocked(where)
    return IndexingError(
        f"Elasticsearch at {where} doesn't allow this: {_reason(error)}. The role needs the privileges that "
        "docs/elasticsearch.md lists."
    )


def _of_api(error: Any, where: str) -> ArchiveError:
    reason = _reason(error)
    if error.status_code in {400, 406, 415} and ("media_type" in str(error.body) or "Content-Type" in str(error.body)):
        return _of_version(error, where)
    if is_blocked(error.body):
        return blocked(where)
    if _has_too_many_clauses(error.body):
        return QueryError(
            "The query asks for more at once than this cluster takes (its bound grows with its memory). Write fewer words, "
            "or more letters before a star."
        )
    if error.status_code in _FAILING:
        return IndexingError(
            f"Elasticsearch at {where} can't do this now: {reason}. If it is starting, try again; else look at its health "
            f"(GET _cluster/health): a red cluster lacks some of its data, a busy one needs less to do at once."
        )
    return IndexingError(f"Elasticsearch at {where} refused: {reason}.")


_EXPLANATIONS: list[tuple[Any, Callable[[Any, str], ArchiveError]]] = [
    (elasticsearch.UnsupportedProductError, _of_version),
    (SerializationError, _of_version),
    (TlsError, _of_tls),
    (ConnectionTimeout, _of_timeout),
    (NoConnection, _of_connection),
    (AuthenticationException, _of_authentication),
    (AuthorizationException, _of_permission),
    (ApiError, _of_api),
]


def _has_too_many_clauses(said: object) -> bool:
    text = str(said).casefold()
    return "too many clauses" in text or "maxclausecount" in text or "too_many_nested_clauses" in text


def is_blocked(said: object) -> bool:
    """Whether an answer says that the index may not be written, as the cluster decides when a disk is nearly full."""
    return "cluster_block_exception" in str(said) and "read-only" in str(said)


def blocked(where: str) -> IndexingError:
    """The error for an index that may not be written."""
    return IndexingError(
        f"The index at {where} is read-only, which Elasticsearch makes it when a disk is nearly full. Make room on its "
        "disks: it lifts the block by itself, and what isn't indexed yet is taken up by the next “archive add”."
    )


def _reason(error: ApiError) -> str:
    body = error.body
    if isinstance(body, dict) and isinstance(body.get("error"), dict):
        root = (body["error"].get("root_cause") or [body["error"]])[0]
        return f"{root.get('reason') or root.get('type')} (HTTP {error.status_code})"
    return f"HTTP {error.status_code}"


def _cause(error: TransportError) -> str:
    """The innermost reason, in one line, without the objects that the libraries print."""
    inner: object = error.errors[-1] if error.errors else error.message
    text = " ".join(str(inner).split())
    return text.rpartition(">: ")[2] or text


class Patience:
    """Waits, longer each time, for a cluster that doesn't answer, until `limit` seconds have passed without success.

    May be shared by threads; `stop` ends all waiting.
    """

    def __init__(self, where: str, limit: float = PATIENCE) -> None:
        self._where, self._limit = where, limit
        self._stopped = threading.Event()
        self._lock = threading.Lock()
        self._since: float | None = None
        self._told = False

    def stop(self) -> None:
        """Let nobody wait any longer."""
        self._stopped.set()

    def succeeded(self) -> None:
        """The cluster has answered: from now on a new failure may take as long again."""
        with self._lock:
            if self._told:
                _log.warning("Elasticsearch at %s answers again.", self._where)
            self._since, self._told = None, False

    def wait(self, attempt: int, reason: ArchiveError) -> None:
        """Wait before the next try; raises the reason where the limit has passed."""
        now = time.monotonic()
        with self._lock:
            self._since = self._since or now
            if now - self._since > self._limit:
                raise reason
            if not self._told and attempt > 1:
                _log.warning("%s Waiting for up to %.0f minutes.", reason, self._limit / 60)
                self._told = True
        if self._stopped.wait(min(_FIRST_WAIT * 2**attempt, _LONGEST_WAIT)):
            raise reason

    def call(self, act: Callable[[], T]) -> T:
        """What `act` gives, tried again while the cluster doesn't answer or is too busy."""
        attempt = 0
        while True:
            try:
                result = act()
            except (NoConnection, ConnectionTimeout, ApiError) as error:
                reason = explain(error, self._where)
                passing = not isinstance(error, (TlsError, ApiError)) or (
                    isinstance(error, ApiError) and error.status_code in _FAILING and not is_blocked(error.body)
                )
                if not passing:
                    raise reason from error
                self.wait(attempt, reason)
                attempt += 1
            else:
                self.succeeded()
                return result


def is_passing(status: object) -> bool:
    """Whether a document that was refused with this status may be sent again."""
    return status in _FAILING
