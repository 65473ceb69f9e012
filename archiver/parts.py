"""The parts of an archive, each opened when it is first needed, and finding one of its articles."""

from __future__ import annotations

import os

from archiver.closing import Closing
from archiver.errors import ArchiveError, NoArchiveError, UsageError
from archiver.given import check_text
from archiver.query.synonyms import read
from archiver.query.tree import Group, Query

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from archiver.aliases import Merging
    from archiver.aside import Aside
    from archiver.document import Document
    from archiver.engine import Engine, Reader
    from archiver.log import Log
    from archiver.normalise.workers import Normaliser
    from archiver.query.synonyms import Table
    from archiver.query.tree import Node
    from archiver.settings import Settings

_SHORTEST_ID = 4  # characters by which an article may be named
_LONGEST_SHOWN = 200  # characters of a name that a message repeats


class Parts(Closing):
    """The log, the index and the settings of one archive; nothing is opened before it is asked for."""

    def __init__(self, settings: Settings) -> None:
        self._settings: Settings | None = settings
        self._log: Log | None = None
        self._engine: Engine | None = None
        self._reader: Reader | None = None
        self._normaliser: Normaliser | None = None
        self._aside: Aside | None = None
        self._known_synonyms: Table | None = None
        self._known_aliases: Mapping[str, Merging] | None = None

    @property
    def settings(self) -> Settings:
        """What the archive was opened with. Raises UsageError once it is closed, and so does all that is asked of it."""
        if self._settings is None:
            raise UsageError("This archive is closed. Open it again: Archive.open(…).")
        return self._settings

    @settings.setter
    def settings(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def engine(self) -> Engine:
        """The engine that the settings choose."""
        if self._engine is None:
            if self.settings.uses_elasticsearch:
                from archiver.engines.elastic import ElasticEngine

                self._engine = ElasticEngine(self.settings)
            else:
                from archiver.engines.embedded import EmbeddedEngine

                self._engine = EmbeddedEngine(self.settings.home)
        return self._engine

    @property
    def reader(self) -> Reader:
        """The generation that is read, as it stands when it is first asked for."""
        if self._reader is None:
            self._reader = self.engine.open_reader()
        return self._reader

    @property
    def log(self) -> Log:
        """The log."""
        if self._log is None:
            from archiver.log import Log

            self._log = Log.open(self.settings.home)
        return self._log

    @property
    def normaliser(self) -> Normaliser:
        """The normaliser, with the context that is default today."""
        if self._normaliser is None:
            from archiver.normalise import Context
            from archiver.normalise.workers import Normaliser

            context = Context.default(self.settings.models_by_language)
            self._normaliser = Normaliser(context, workers=self.settings.workers)
        return self._normaliser

    @property
    def _synonyms(self) -> Table:
        if self._known_synonyms is None:
            path = self.settings.synonyms_path
            self._known_synonyms = read(path) if path else {}
        return self._known_synonyms

    @property
    def aliases(self) -> Mapping[str, Merging]:
        """How names are merged, by facet; read from the file of the settings when it is first needed."""
        if self._known_aliases is None:
            from archiver.aliases import Aliases

            self._known_aliases = Aliases(self.settings.aliases_path)
        return self._known_aliases

    def _find(self, name: str) -> tuple[str, str]:
        """Id and key of the article with this id, beginning of an id, or address."""
        from archiver.keys import clean_url, document_id

        check_text(name, "An article's name")
        is_url = "://" in name
        for candidate in (name, document_id(name), document_id(clean_url(name)) if is_url else name):
            key = self.log.find_key(candidate)
            if key is not None:
                return document_id(key), key
        if is_url and (key := self._key_at(name)) is not None and self.log.find_key(document_id(key)):
            return document_id(key), key
        raise NoArchiveError(
            f"There is no article “{_shown(name)}” here. “archive search” shows the ids of those that there are."
        )

    def _find_own(self, name: str) -> tuple[str, str]:
        """The same, for what only the archive itself may do to its articles."""
        try:
            return self._find(name)
        except NoArchiveError as error:
            try:
                others = self._get_from_others(name)
            except ArchiveError:  # the index may be away, or not there yet
                others = None
            if others is None:
                raise
            raise NoArchiveError(
                f"Article {others.id} comes from another archive that feeds this index: it can be taken out there only."
            ) from error

    def _get_from_others(self, name: str) -> Document | None:
        """The document with this id, beginning of an id or URL, if it is in the index from another archive."""
        from archiver.document import decode
        from archiver.keys import clean_url, document_id
        from archiver.query.tree import Prefix, Word

        if not self.engine.takes_parts:
            return None
        if "://" in name:
            keys = {name, clean_url(name), self._key_at(name) or name}
            parts: list[Node] = [Word(document_id(key), "id") for key in keys]
        else:
            parts = [
                Word(document_id(name), "id"),
                Prefix(name, "id") if len(name) >= _SHORTEST_ID else Word(name, "id"),
            ]
        found = [decode(data) for data in self.reader.scan(Query(tree=Group("or", tuple(parts))))]
        return found[0] if len(found) == 1 else None

    def _key_at(self, url: str) -> str | None:
        """The key of the one article that states this as its address; None if there is none, or several."""
        from archiver.document import decode
        from archiver.keys import clean_url
        from archiver.query.tree import Phrase

        wanted = clean_url(url)
        found = [
            document.key
            for document in map(decode, self.reader.scan(Query(Phrase(url, "url"))))
            if wanted in {clean_url(stated) for stated in (document.url, document.canonical_url) if stated}
        ]
        return found[0] if len(found) == 1 else None

    @property
    def aside(self) -> Aside:
        """The list of what couldn't be used, with the reasons."""
        if self._aside is None:
            from archiver.aside import Aside

            self._aside = Aside(os.path.join(self.settings.home, "aside.jsonl"))
        return self._aside

    def _close_reader(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def close(self) -> None:
        """Let go of files, locks and processes. A closed archive refuses whatever it is asked."""
        self._let_go()
        self._settings = None

    def _let_go(self) -> None:
        self._close_reader()
        if self._normaliser is not None:
            self._normaliser.close()
            self._normaliser = None
        if self._aside is not None:
            self._aside.close()
            self._aside = None
        if self._log is not None:
            self._log.close()
            self._log = None
        if self._engine is not None:
            self._engine.close()
            self._engine = None


def _shown(name: str) -> str:
    return name if len(name) <= _LONGEST_SHOWN else f"{name[:_LONGEST_SHOWN]}…"
