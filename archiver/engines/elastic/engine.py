"""The distributed engine: lists, makes, opens, switches and drops generations, each an index behind one alias."""

from __future__ import annotations

import datetime as dt
import logging
import os
import re
import time
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from elastic_transport import TransportError
from elasticsearch import ApiError, BadRequestError, NotFoundError

from archiver.engine import Generation
from archiver.engines.elastic import definition
from archiver.engines.elastic.connection import connect, place
from archiver.engines.elastic.explain import MAJOR, explained, name_product, wrong_version
from archiver.engines.elastic.names import LOG
from archiver.engines.elastic.patience import Patience
from archiver.engines.elastic.state import Holding, State, States
from archiver.errors import IndexingError, NoArchiveError
from archiver.fields import FIELDS, STEMMED_LANGUAGES, Field
from archiver.log.lock import FileLock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from elasticsearch import Elasticsearch

    from archiver.engines.elastic.reader import ElasticReader
    from archiver.engines.elastic.writer import ElasticWriter
    from archiver.settings import Settings

_META = f"*.mappings._meta,*.mappings.properties.{LOG},*.aliases"
_LOCKS = "elasticsearch"  # the folder of the locks, one a generation
_PAUSE = 0.5  # seconds between two looks at what is still there
_log = logging.getLogger("archiver")
REINDEX = "Run “archive reindex”: it makes a new one from the log, which holds everything."


class ElasticEngine:
    """The generations `<alias>-000001`, … of a cluster; `<alias>` points to the one that is read.

    The folder of the archive only holds locks, by which its own processes write one after the other. Several archives
    may feed one alias: each document says which log it comes from.
    """

    name = "elasticsearch"
    takes_parts = True

    def __init__(self, settings: Settings) -> None:
        self._settings, self.alias, self.where = settings, settings.elasticsearch_alias, place(settings)
        self._patience = Patience(self.where, settings.elasticsearch_patience)
        self._known: Elasticsearch | None = None
        self._is_index = re.compile(re.escape(self.alias) + r"-(\d{6,})")

    @property
    def client(self) -> Elasticsearch:
        """The client, made when it is first needed."""
        if self._known is None:
            self._known = connect(self._settings, self._patience)
        return self._known

    @property
    def _states(self) -> States:
        return States(self.client, self.alias)

    def close(self) -> None:
        """Close the connections."""
        if self._known is not None:
            self._known.close()
            self._known = None

    def patient(self) -> AbstractContextManager[None]:
        """While this is held, a cluster that stops answering is waited for, as long as the settings say."""
        return self._patience.held()

    def describe(self) -> str:
        """Where the cluster is, its name, version and health, as far as this user may know."""
        told = [self.where]
        with suppress(ApiError, TransportError):
            about = self.client.info().body
            told += [f"cluster “{about.get('cluster_name', '')}”", name_product(about)]
            health = self.client.cluster.health(index=[*self._indices(f"{self.alias}-*")] or None)
            told.append(f"health {health['status']}")
        return ", ".join(told)

    def generations(self) -> tuple[Generation, ...]:
        """All of them, oldest first. Raises IndexingError if the cluster can't be asked."""
        with explained(self.where):
            found = self._indices(f"{self.alias}-*")
            if not found:
                return ()
            states = self._states.all()
            stats = self.client.indices.stats(index=list(found), metric="docs")["indices"]
            return tuple(
                self._describe(index, found[index], states, stats.get(index, {}))
                for index in sorted(found, key=self._number)
            )

    def _describe(
        self, index: str, about: dict[str, Any], states: dict[str, Holding], stats: dict[str, Any]
    ) -> Generation:
        name = self._name(index)
        meta = _meta(about)
        docs, holding = stats.get("primaries", {}).get("docs", {}), states.get(name, Holding())
        return Generation(
            name,
            meta.get("created_at", ""),
            meta.get("schema_digest", ""),
            meta.get("context_digest", ""),
            holding.positions,
            docs.get("count", 0),
            docs.get("total_size_in_bytes", 0),  # that of “store” may be ten seconds old: of an index still empty
            is_read := self.alias in about.get("aliases", {}),
            holding.awaited and not is_read,
        )

    def create(self, *, context_digest: str) -> str:
        """A new, empty generation by today's fields; its name."""
        with explained(self.where):
            return self._create(context_digest, is_first=False)

    def create_first(self, *, context_digest: str) -> None:
        """Make a generation that is read at once, unless another archive that feeds the index has just made one."""
        with explained(self.where):
            self._create(context_digest, is_first=True)

    def _create(self, context_digest: str, *, is_first: bool) -> str:
        """The name of a new generation; the first one has the alias from its beginning, and there is only one such.

        Whoever comes to make the first one at the same moment would give it the same name: the cluster takes one of them.
        """
        meta = {
            "created_at": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            "schema_digest": self.schema_digest,
            "layout": definition.LAYOUT_VERSION,
            "context_digest": context_digest,
            "fields": [list(field) for field in FIELDS],
            "stemmed_languages": list(STEMMED_LANGUAGES),
        }
        wanted = definition.load()
        wanted["mappings"]["_meta"] = meta
        self._check_version()
        self._check_alias()
        while True:
            # What is remembered of a generation that somebody else has deleted isn't taken for the new one's. It is asked
            # for first: of a generation that is being made the index comes first.
            remembered = [int(name) for name in self._states.names() if name.isdecimal()]
            taken = self._named_so(f"{self.alias}-*")
            name = next(
                (self._name(index) for index, about in taken.items() if self.alias in about.get("aliases", {})), ""
            )
            if is_first and name:
                self._states.begin(name)
                return name
            name = f"{max([*remembered, *map(self._number, taken)], default=0) + 1:06}"
            aliases: dict[str, Any] = {_writing(self._index(name)): {"is_hidden": True}}
            try:
                self.client.indices.create(
                    index=self._index(name),
                    settings=self._index_settings(wanted["settings"]["index"]),
                    mappings=wanted["mappings"],
                    aliases={**aliases, self.alias: {}} if is_first else aliases,
                )
            except BadRequestError as error:
                if error.error == "resource_already_exists_exception":
                    continue  # somebody else has just taken this number
                raise
            self._states.begin(name)
            return name

    @property
    def schema_digest(self) -> str:
        """What tells whether a generation was made by today's fields, definition and analysis."""
        return definition.digest(definition.load(), FIELDS, STEMMED_LANGUAGES)

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
            made_with = _languages(about)
            languages = [each for each in made_with if holding.languages is None or each in holding.languages]
            return ElasticReader(
                self.client,
                index,
                fields=_fields(about),
                languages=tuple(each for each in languages if each in STEMMED_LANGUAGES),
                has_pairs=holding.has_pairs,
                has_logs=_has_logs(about),
                where=self.where,
            )

    def open_writer(self, generation: str, log: str = "", *, timeout: float, part: str = "") -> ElasticWriter:
        """A writer of what comes from this log.

        Raises LockedError where another process of this folder writes the same part for longer than `timeout` seconds.
        """
        from archiver.engines.elastic.writer import ElasticWriter

        with ExitStack() as held, explained(self.where):
            held.enter_context(self._lock(generation, part).held(timeout))
            held.enter_context(self.patient())
            index, about = self._require(generation)
            self._states.make()
            return ElasticWriter(
                self.client,
                _writing(index),
                fields=_fields(about),
                languages=_languages(about),
                log=log if _has_logs(about) else "",
                state=State(self._states, self.client, generation),
                patience=self._patience,
                held=held.pop_all(),
            )

    def _lock(self, generation: str, part: str) -> FileLock:
        folder = Path(self._settings.home) / _LOCKS
        os.makedirs(folder, exist_ok=True)
        return FileLock(folder / f"{self._index(generation)}{part and f'-{part}'}.lock")

    def switch(self, generation: str) -> None:
        """Make this generation the current one, atomically."""
        with explained(self.where):
            index, _ = self._require(generation)
            self._check_alias()
            # Everything is asked for in one step, and from whichever generation has the alias then: another archive may
            # switch at the same moment, and the alias must never point to none, or to two.
            self.client.indices.update_aliases(
                actions=[
                    {"remove": {"index": f"{self.alias}-*", "alias": self.alias, "must_exist": False}},
                    {"add": {"index": index, "alias": self.alias}},
                ]
            )
            self._states.set_awaited(generation, awaited=False)

    def await_others(self, generation: str) -> None:
        """Remember that this generation is to be read when all archives have brought it up to their logs."""
        with explained(self.where):
            self._states.set_awaited(generation, awaited=True)

    def expunge(self, generation: str, *, timeout: float) -> str:
        """Merge away what was deleted from the index's files; the generation keeps its name.

        Raises IndexingError if something deleted is still there after `timeout` seconds, as where others go on writing.
        """
        with explained(self.where):
            index, _ = self._require(generation)
            patient = self.client.options(request_timeout=3600.0)
            # Else a segment is left alone in which less than a tenth is deleted.
            everything = {"index.merge.policy.expunge_deletes_allowed": 0}
            self.client.indices.put_settings(index=index, settings=everything)
            begun, is_told = time.monotonic(), False
            while True:
                patient.indices.forcemerge(index=index, only_expunge_deletes=True, flush=True)
                about = self.client.indices.stats(index=index, metric=["docs"])["_all"]["primaries"]
                left = about.get("docs", {}).get("deleted", 0)
                if not left:
                    return generation
                if time.monotonic() > begun + timeout:
                    raise IndexingError(
                        f"The files of {index} at {self.where} still hold {left:,} documents that were deleted or "
                        "replaced. When nobody else writes, run the same “archive purge” again."
                    )
                # What was deleted is kept for copies that fall behind; the cluster looks twice a minute how far they are.
                if not is_told:
                    _log.warning("Waiting until what was deleted is gone from the cluster's files: half a minute.")
                    is_told = True
                time.sleep(_PAUSE)

    def problems(self, generation: str) -> Iterator[str]:
        """What is damaged in a generation, in words: shards that the cluster lacks."""
        with explained(self.where):
            health = self.client.cluster.health(index=self._index(generation), level="indices")
        try:
            _fields(self._require(generation)[1])
        except IndexingError as error:
            yield str(error)
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
        """The generations among the indexes of this name: those that say that the archive has made them."""
        return {index: about for index, about in self._named_so(expression).items() if "fields" in _meta(about)}

    def _named_so(self, expression: str) -> dict[str, dict[str, Any]]:
        """The indexes of this name that are called as generations are."""
        return {index: about for index, about in self._get(expression).items() if self._is_index.fullmatch(index)}

    def _get(self, expression: str) -> dict[str, dict[str, Any]]:
        try:
            found = self.client.indices.get(
                index=expression, features=["aliases", "mappings"], filter_path=_META, ignore_unavailable=True
            )
        except NotFoundError:
            return {}
        return dict(found.body)

    def _check_alias(self) -> None:
        """Raises IndexingError where something else than generations has the name of the alias."""
        others = sorted(set(self._get(self.alias)) - set(self._indices(self.alias)))
        if not others:
            return
        if others == [self.alias]:
            what = f"There is an index “{self.alias}” at {self.where}, which isn't the archive's, where its alias should be."
            remedy = ""
        else:
            what = (
                f"The alias “{self.alias}” at {self.where} points to {', '.join(others)}, which the archive hasn't made, or "
                "whose mapping has lost its _meta."
            )
            remedy = ", or take the alias away from it and run “archive reindex”"
        raise IndexingError(f"{what} Choose another name in the setting elasticsearch_alias{remedy}.")

    def _require(self, generation: str | None) -> tuple[str, dict[str, Any]]:
        found = self._indices(self.alias if generation is None else self._index(generation))
        if generation is None:
            self._check_current(found)
        if not found and generation is None:
            raise NoArchiveError(
                f"Nothing has been indexed at {self.where} under “{self.alias}” yet. Add something first: “archive add "
                "FILE”, or “archive reindex” if the log already holds pages."
            )
        if not found:
            raise IndexingError(f"There is no generation “{generation}” at {self.where}. {REINDEX}")
        return next(iter(found.items()))

    def _check_current(self, found: dict[str, Any]) -> None:
        """Raises IndexingError where the alias doesn't tell which generation is to be read."""
        if len(found) > 1:
            names = ", ".join(map(self._name, found))
            raise IndexingError(
                f"The alias “{self.alias}” at {self.where} points to several generations ({names}), and one is to be read. "
                "“archive generations use NAME” chooses one."
            )
        if not found:
            self._check_version()
            self._check_alias()

    def _check_version(self) -> None:
        found = name_product(self.client.info().body)
        if not found.startswith(f"Elasticsearch {MAJOR}."):
            raise wrong_version(found, self.where)

    def _index(self, name: str) -> str:
        return f"{self.alias}-{name}"

    def _name(self, index: str) -> str:
        return index[len(self.alias) + 1 :]

    def _number(self, index: str) -> int:
        return int(self._name(index))


def _writing(index: str) -> str:
    """The alias that a generation is written by: a request for it is refused when the generation was dropped.

    A request for the index itself would make a new one then, by no definition at all.
    """
    return f"{index}-writing"


def _meta(about: dict[str, Any]) -> dict[str, Any]:
    return about.get("mappings", {}).get("_meta", {})  # type: ignore[no-any-return]


def _has_logs(about: dict[str, Any]) -> bool:
    """Whether its documents say which log they come from; those of older programs don't."""
    return LOG in about.get("mappings", {}).get("properties", {})


def _languages(about: dict[str, Any]) -> tuple[str, ...]:
    """The languages that the generation was made to stem."""
    return tuple(map(str, _meta(about).get("stemmed_languages", STEMMED_LANGUAGES)))


def _fields(about: dict[str, Any]) -> tuple[Field, ...]:
    """The field table that the generation was made by. Raises IndexingError where it, or its index, can't be read."""
    if "fields" in _meta(about) and _meta(about).get("layout", 1) != definition.LAYOUT_VERSION:
        raise IndexingError(
            f"This generation was made by another version of this program, whose index this one can't read. {REINDEX}"
        )
    try:
        rows = about["mappings"]["_meta"]["fields"]
        return tuple(
            Field(name, kind, tuple(aliases), float(weight), facet) for name, kind, aliases, weight, facet in rows
        )
    except (KeyError, TypeError, ValueError) as error:
        raise IndexingError(f"The index's mapping says nothing of the archive's fields ({error}). {REINDEX}") from error
