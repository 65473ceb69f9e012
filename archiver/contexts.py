"""Which context pages are normalised with: that of today, and that of each built index, which stays as it was.

The rules are the program's; what was learnt of sites is the archive's, and so is how its users split names. An index tells by its context's digest what it was
built with. Where several archives feed one index, each has learnt other things, of other sites: then the rules' part of the
digest tells, and what this archive has built its part with is kept in its own folder.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from archiver.aliases import read_splits
from archiver.errors import ArchiveError
from archiver.learnt import Boilerplate, Told
from archiver.normalise.context import Context, learnt_of, rules_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archiver.engine import Engine, Generation
    from archiver.normalise.context import Model
    from archiver.settings import Settings


class Contexts:
    """The contexts of one archive."""

    def __init__(self, settings: Settings, engine: Engine) -> None:
        self._files = Boilerplate(settings.home)
        self._models = settings.models_by_language
        self._aliases = settings.aliases_path
        self._shared = engine.takes_parts
        self._place = f"{engine.name}-{settings.elasticsearch_alias}" if engine.takes_parts else engine.name

    @cached_property
    def _plain(self) -> Context:
        """The rules of this program and the models of the settings, with nothing learnt of any site."""
        return Context.default(self._models)

    @property
    def models(self) -> tuple[Model, ...]:
        """The models that propose names today."""
        return self._plain.models

    @cached_property
    def _told(self) -> Told:
        """What is known of sites, and how names are split, today."""
        return Told(self._files.lines(), read_splits(self._aliases) if self._aliases else {})

    @cached_property
    def today(self) -> Context:
        """The rules of this program, with what they are told today. Raises ArchiveError for files that can't be read."""
        return self._with(self._told)

    def _with(self, told: Told) -> Context:
        return self._plain.told(told.boilerplate, told.splits)

    def of(self, generation: Generation) -> Context:
        """The context by which this archive's articles got into a generation, and more of them get into it."""
        plain = self._plain
        if not self._shared and learnt_of(generation.context_digest) == learnt_of(plain.digest):
            return plain
        frozen = self._files.frozen(self._file(generation))
        if frozen is None and not self._shared and self.fits(generation):
            return self.today
        return self._with(frozen or Told())

    def fits(self, generation: Generation) -> bool:
        """Whether a generation was built with what is known today, as far as this archive has a part in it."""
        if not self._shared:
            return generation.context_digest == self.today.digest
        if rules_of(generation.context_digest) != rules_of(self.today.digest):
            return False
        frozen = self._frozen(generation)
        return frozen is None or frozen == self._told

    def is_begun(self, generation: Generation) -> bool:
        """Whether this archive has begun to write a generation with what is known today."""
        return self.fits(generation) and (not self._shared or self._frozen(generation) is not None)

    def freeze(self, generation: str) -> None:
        """Remember that what is written into a generation from now on is by what is known today."""
        if self._shared:
            self._files.freeze(f"{self._place}-{generation}", self._told)
        elif self._told != Told():
            self._files.freeze(f"{self._place}-{learnt_of(self.today.digest)}", self._told)

    def prune(self, generations: Iterable[Generation]) -> None:
        """Forget what belongs to none of these generations, which are all that there are."""
        self._files.thaw(self._place, {self._file(each) for each in generations})

    def outdated(self, generation: Generation) -> str:
        """What of the context has changed since a generation was built, in words; empty if nothing has.

        Raises ArchiveError where what is known of sites, or the file of aliases, can't be read.
        """
        if rules_of(generation.context_digest) != rules_of(self._plain.digest):
            return "the normaliser has changed"
        frozen = self._frozen(generation) or Told()
        if frozen == self._told if self._shared else self.fits(generation):
            return ""
        if frozen.boilerplate == self._told.boilerplate:
            return "how the aliases split names has changed"
        return "what is known of the sites' boilerplate has changed"

    def trouble(self) -> str:
        """Why what the rules are told can't be read, so that nothing can be built, in words; empty if it can be."""
        try:
            self.today  # noqa: B018 - reads the files
        except ArchiveError as error:
            return str(error)
        return ""

    def _frozen(self, generation: Generation) -> Told | None:
        try:
            return self._files.frozen(self._file(generation))
        except ArchiveError:  # whatever it was, it isn't what is known today
            return Told({"": frozenset()})

    def _file(self, generation: Generation) -> str:
        """The name of what is kept for a generation: where the index is this archive's alone, its digest tells enough."""
        return f"{self._place}-{generation.name if self._shared else learnt_of(generation.context_digest)}"
