"""The distributed engine: lists, makes, opens, switches and drops generations, each an index behind one alias."""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from elasticsearch import BadRequestError, NotFoundError

from archiver.engine import Generation
from archiver.engines.elastic import definition
from archiver.engines.elastic.connection import MAJOR, connect, explained, place
from archiver.engines.elastic.state import Holding, State, States
from archiver.errors import IndexingError, NoArchiveError
from archiver.fields import FIELDS, Field
from archiver.log.lock import FileLock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from elasticsearch import Elasticsearch

    from archiver.engines.elastic.reader import ElasticReader
    from archiver.engines.elastic.writer import ElasticWriter
    from archiver.settings import Settings

_META = "*.mappings._meta,*.aliases"
_LOCKS = "elasticsearch"  # the folder of the locks, one a generation
REINDEX = "Run “archive reindex”: it makes a new one from the log, which holds everything."


class ElasticEngine:
    """The generations `<alias>-000001`, … of a cluster; `<alias>` points to the one that is read.

    The folder of the archive only holds a lock, by which its own processes write one after the other.
    """

    name = "elasticsearch"

    def __init__(self, settings: Settings) -> None:
        self._settings, self.alias, self.where = settings, settings.elasticsearch_alias, place(settings)
        self._known: Elasticsearch | None = None
        self._is_index = re.compile(re.escape(self.alias) + r"-(\d{6,})")

    @property
    def client(self) -> Elasticsearch:
        """The client, made when it is first needed."""
        if self._known is None:
            self._known = connect(self._settings)
        return self._known

    @property
    def _states(self) -> States:
        return States(self.client, self.alias)

    def close(self) -> None:
        """Close the connections."""
        if self._known is not None:
            self._known.close()
            self._known = None

    def generations(self) -> tuple[Generation, ...]:
        """All of them, oldest first. Raises IndexingError if the cluster can't be asked."""
        with explained(self.where):
            found = self._indices(f"{self.alias}-*")
            if not found:
                return ()
            states = self._states.all()
            stats = self.client.indices.stats(index=list(found), metric=["docs", "store"])["indices"]
            return tuple(
                self._describe(index, found[index], states, stats.get(index, {}))
                for index in sorted(found, key=self._number)
            )

    def _describe(
        self, index: str, about: dict[str, Any], states: dict[str, Holding], stats: dict[str, Any]
    ) -> Generation:
        name = self._name(index)
        meta = about.get("mappings", {}).get("_meta", {})
        whole = stats.get("primaries", {})
        return Generation(
            name,
            meta.get("created_at", ""),
            meta.get("schema_digest", ""),
            meta.get("context_digest", ""),
            states.get(name, Holding()).positions,
            whole.get("docs", {}).get("count", 0),
            whole.get("store", {}).get("size_in_bytes", 0),
            self.alias in about.get("aliases", {}),
        )

    def create(self, *, context_digest: str) -> str:
        """A new, empty generation by today's fields; its name."""
        meta = {
            "created_at": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            "schema_digest": self.schema_digest,
            "context_digest": context_digest,
            "fields": [list(field) for field in FIELDS],
        }
        wanted = definition.load()
        wanted["mappings"]["_meta"] = meta
        with explained(self.where):
            self._check_version()
            self._states.make()
            while True:
                taken = [self._number(index) for index in self._indices(f"{self.alias}-*")]
                name = f"{max(taken, default=0) + 1:06}"
                try:
                    self.client.indices.create(
                        index=self._index(name),
                        settings=self._index_settings(wanted["settings"]["index"]),
                        mappings=wanted["mappings"],
                    )
                except BadRequestError as error:
                    if error.error == "resource_already_exists_exception":
                        continue  # somebody else has just taken this number
                    raise
                return name

    @property
    def schema_digest(self) -> str:
        """What tells whether a generation was made by today's fields, definition and analysis."""
        return definition.digest(definition.load())

    def _index_settings(self, settings: dict[str, Any]) -> dict[str, Any]:
        shards = self._settings.elasticsearch_shards
        changes: dict[str, Any] = {"number_of_shards": shards} if shards else {}
        if self._settings.elasticsearch_codec:
            changes["codec"] = self._settings.elasticsearch_codec
        return {**settings, **changes}

    def open_reader(self, generation: str | None = None) -> ElasticReader:
        """A reader of this generation, or of the current one. Raises NoArchiveError where there is none."""
        from archiver.engines.elastic.reader import ElasticReader

        with explained(self.where):
            index, about = self._require(generation)
            holding = self._states.of(self._name(index))
            return ElasticReader(self.client, index, _fields(about), holding, self.where)

    def open_writer(self, generation: str, *, timeout: float) -> ElasticWriter:
        """A writer. Raises LockedError where another process of this folder writes for longer than `timeout` seconds."""
        from archiver.engines.elastic.writer import ElasticWriter

        lock = self._lock(generation).held(timeout)
        lock.__enter__()
        try:
            with explained(self.where):
                index, about = self._require(generation)
                state = State(self._states, self.client, generation)
                return ElasticWriter(
                    self.client, index, fields=_fields(about), state=state, lock=lock, where=self.where
                )
        except BaseException:
            lock.__exit__(None, None, None)
            raise

    def _lock(self, generation: str) -> FileLock:
        folder = Path(self._settings.home) / _LOCKS
        os.makedirs(folder, exist_ok=True)
        return FileLock(folder / f"{self._index(generation)}.lock")

    def switch(self, generation: str) -> None:
        """Make this generation the current one, atomically."""
        with explained(self.where):
            index, _ = self._require(generation)
            # Everything is asked for in one step: the alias never points to none, or to two.
            actions: list[dict[str, Any]] = [
                {"remove": {"index": other, "alias": self.alias}}
                for other, about in self._indices(f"{self.alias}-*").items()
                if self.alias in about.get("aliases", {}) and other != index
            ]
            self.client.indices.update_aliases(actions=[*actions, {"add": {"index": index, "alias": self.alias}}])

    def expunge(self, generation: str, *, timeout: float) -> str:
        """Merge away what was deleted from the index's files; the generation keeps its name."""
        del timeout
        with explained(self.where):
            index, _ = self._require(generation)
            patient = self.client.options(request_timeout=3600.0)
            patient.indices.forcemerge(index=index, only_expunge_deletes=True, flush=True)
        return generation

    def problems(self, generation: str) -> Iterator[str]:
        """What is damaged in a generation, in words: shards that the cluster lacks."""
        with explained(self.where):
            health = self.client.cluster.health(index=self._index(generation), level="indices")
        if health["status"] == "red":
            lost = health["unassigned_shards"]
            yield f"{self._index(generation)}: {lost} shards of the index aren't there (status red). {REINDEX}"

    def drop(self, generation: str) -> None:
        """Delete a generation that isn't current. Raises IndexingError for the current one."""
        with explained(self.where):
            index = self._index(generation)
            about = self._indices(index).get(index)
            if about is None:
                return
            if self.alias in about.get("aliases", {}):
                raise IndexingError(f"Generation {generation} is the one that is read. Switch to another one first.")
            self.client.indices.delete(index=index, ignore_unavailable=True)
            self._states.forget(generation)

    def _indices(self, expression: str) -> dict[str, dict[str, Any]]:
        try:
            found = self.client.indices.get(
                index=expression, features=["aliases", "mappings"], filter_path=_META, ignore_unavailable=True
            )
        except NotFoundError:
            return {}
        return {index: about for index, about in found.body.items() if self._is_index.fullmatch(index)}

    def _require(self, generation: str | None) -> tuple[str, dict[str, Any]]:
        found = self._indices(self.alias if generation is None else self._index(generation))
        if not found and generation is None:
            raise NoArchiveError(
                f"Nothing has been indexed at {self.where} under “{self.alias}” yet. Add something first: “archive add "
                "FILE”, or “archive reindex” if the log already holds pages."
            )
        if not found:
            raise IndexingError(f"There is no generation “{generation}” at {self.where}. {REINDEX}")
        return next(iter(found.items()))

    def _check_version(self) -> None:
        version = str(self.client.info()["version"]["number"])
        if not version.startswith(f"{MAJOR}."):
            raise IndexingError(
                f"Elasticsearch at {self.where} has the version {version}; the archive needs {MAJOR}: see "
                "docs/elasticsearch.md."
            )

    def _index(self, name: str) -> str:
        return f"{self.alias}-{name}"

    def _name(self, index: str) -> str:
        return index[len(self.alias) + 1 :]

    def _number(self, index: str) -> int:
        return int(self._name(index))


def _fields(about: dict[str, Any]) -> tuple[Field, ...]:
    """The field table that the generation was made by. Raises IndexingError where it can't be read."""
    try:
        rows = about["mappings"]["_meta"]["fields"]
        return tuple(
            Field(name, kind, tuple(aliases), float(weight), facet) for name, kind, aliases, weight, facet in rows
        )
    except (KeyError, TypeError, ValueError) as error:
        raise IndexingError(f"The index's mapping says nothing of the archive's fields ({error}). {REINDEX}") from error
