"""What the errors of Elasticsearch and its client mean for whoever runs the archive, and what is to be done."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import elasticsearch
from elastic_transport import ConnectionError as NoConnection
from elastic_transport import ConnectionTimeout, SerializationError, TlsError, TransportError
from elasticsearch import ApiError, AuthenticationException, AuthorizationException

from archiver.errors import ArchiveError, IndexingError, QueryError, UnreachableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MAJOR = 9
"""The major version of Elasticsearch that this engine speaks to."""

TIMEOUT = 60.0  # seconds for one answer
BUSY = 429
FAILING = frozenset({BUSY, 502, 503, 504})
"""Statuses of a cluster that is busy or starting: what was refused so may be sent again."""

_NO_SHARDS = (
    "unavailable_shards_exception",
    "no_shard_available_action_exception",
    "primary shard is not active",
    "missing shards",
)
_OLDER = re.compile(r"must be either version (\d+)")
_WRAPPED = re.compile(r"(?:(?:Connection|TLS) error caused by: )?\w+(?:Error|Exception)\((.*)\)")  # by a library's own
_OBJECT = re.compile(r"^.*?HTTPS?Connection(?:Pool)?\([^)]*\)(?: at \w+>)?: |^<.*?>: ")
_ENDED = ("aborted", "disconnected", "without response", "reset by peer")


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


def wrong_version(found: str, where: str) -> IndexingError:
    """The error for a server that isn't what the archive needs; `found` says what it is, as far as it tells."""
    return IndexingError(
        f"What answers at {where} is {found}, and the archive needs Elasticsearch {MAJOR}. Name another address, or bring "
        f"the cluster up to {MAJOR}; see docs/elasticsearch.md."
    )


def name_product(body: object) -> str:
    """What a server calls itself, by its answer at `/`: “Elasticsearch 7.17.9”, “opensearch 2.19.1”."""
    version = body.get("version") if isinstance(body, dict) else None
    if not isinstance(version, dict):
        return "another product, or another version of it"
    return f"{version.get('distribution') or 'Elasticsearch'} {version.get('number', '')}".strip()


def nonsense(where: str) -> IndexingError:
    """The error for an answer of another form than Elasticsearch gives."""
    return wrong_version("another product: its answer isn't what Elasticsearch says", where)


def _of_product(error: Any, where: str) -> ArchiveError:
    return wrong_version(name_product(error.body), where)


def _of_nonsense(error: Any, where: str) -> ArchiveError:
    del error
    return nonsense(where)


def _of_tls(error: Any, where: str) -> ArchiveError:
    cause = _cause(error)
    if "CERTIFICATE" in cause.upper():
        return IndexingError(
            f"The certificate of {where} isn't trusted: {cause}. Name the file with the certificate of the authority that "
            "signed it in the setting elasticsearch_ca_certs."
        )
    return IndexingError(
        f"TLS with {where} fails: {cause}. If the server speaks plain HTTP there, write the address with http://."
    )


def _of_timeout(error: Any, where: str) -> ArchiveError:
    del error
    return UnreachableError(
        f"Elasticsearch at {where} didn't answer within {TIMEOUT:g} seconds. Is the cluster overloaded?"
    )


def _of_connection(error: Any, where: str) -> ArchiveError:
    cause = _cause(error)
    hint = "Is it running, and is the address right?"
    if where.startswith("http://") and any(word in cause.lower() for word in _ENDED):
        hint += " If it speaks TLS there, write the address with https://."
    return UnreachableError(f"Elasticsearch can't be reached at {where}: {cause}. {hint}")


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
    said = str(error.body)
    if error.status_code in {400, 406, 415} and ("media_type" in said or "Content-Type" in said):
        older = _OLDER.search(said)
        return wrong_version(f"Elasticsearch {older[1]}" if older else "another product, or an older version", where)
    if is_blocked(said):
        return blocked(where)
    if _has_too_many_clauses(said):
        return QueryError(
            "The query asks for more at once than this cluster takes (its bound grows with its memory). Write fewer words, "
            "or more letters before a star."
        )
    if error.status_code in FAILING:
        return failing(said, where, _reason(error))
    return IndexingError(f"Elasticsearch at {where} refused: {_reason(error)}.")


def _has_too_many_clauses(said: str) -> bool:
    text = said.casefold()
    return "too many clauses" in text or "maxclausecount" in text or "too_many_nested_clauses" in text


def failing(said: object, where: str, reason: str) -> ArchiveError:
    """The error for a cluster that can't do something now, by its answer, or a part of it."""
    if any(sign in str(said) for sign in _NO_SHARDS) or "all shards failed" in str(said):
        return UnreachableError(
            f"A part of the index at {where} isn't there (its primary shard is on no node, which makes the cluster red). "
            "If a node is starting, try again; else bring back the node that has it: GET _cluster/allocation/explain says "
            "what is amiss. If it is lost, “archive reindex” makes a new index from the log."
        )
    return UnreachableError(
        f"Elasticsearch at {where} can't do this now: {reason}. If it is starting, try again; else look at its health "
        "(GET _cluster/health): a red cluster lacks some of its data, a busy one needs less to do at once."
    )


_EXPLANATIONS: list[tuple[Any, Callable[[Any, str], ArchiveError]]] = [
    (elasticsearch.UnsupportedProductError, _of_product),
    (SerializationError, _of_nonsense),
    (TlsError, _of_tls),
    (ConnectionTimeout, _of_timeout),
    (NoConnection, _of_connection),
    (AuthenticationException, _of_authentication),
    (AuthorizationException, _of_permission),
    (ApiError, _of_api),
]


def is_blocked(said: object) -> bool:
    """Whether an answer says that the index may not be written, as the cluster decides when a disk is nearly full."""
    text = str(said)
    return "cluster_block_exception" in text and "read-only" in text


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
    while wrapped := _WRAPPED.fullmatch(text):
        text = wrapped[1]
    return _OBJECT.sub("", text) or text
