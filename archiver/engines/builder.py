"""What the compiler asks of an engine: to build queries of its own kind. Only for those who check types: nothing imports it else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from archiver.fields import Field

Q = Any
"""A query of the engine's own kind."""


class Builder(Protocol):
    """Says in an engine's own queries what the compiler means; `form` is one of the forms in `archiver.engines.compile`."""

    fields: tuple[Field, ...]
    """The field table that the generation was made by."""
    languages: tuple[str, ...]
    """The stemmed languages that the generation holds."""
    has_pairs: bool
    """Whether the generation holds Chinese, Japanese or Korean."""

    def term(self, field: Field, form: str, value: str) -> Q:
        """The documents with this token or value, scored by how rare and how frequent it is (BM25)."""

    def terms(self, field: Field, form: str, values: Iterable[str]) -> Q:
        """The documents with any of these, unscored."""

    def stem(self, field: Field, language: str, stem: str) -> Q | None:
        """The documents with a word of this language that has this stem; None where it is sure that none has."""

    def is_absent(self, field: Field, form: str, value: str) -> bool:
        """Whether it is sure, at no cost, that no document has this."""

    def phrase(self, field: Field, form: str, placed: Sequence[tuple[int, str]], slop: int = 0) -> Q:
        """The documents with these tokens at these distances from each other, off by at most `slop`."""

    def prefix(self, field: Field, form: str, words: list[str]) -> Q | None:
        """The documents with these words side by side, of which the last one is only begun; None: there are none.

        Raises QueryError where more words begin so than the engine can look for.
        """

    def pattern(self, field: Field, form: str, pieces: Sequence[str]) -> Q:
        """The documents with a word of this pattern, unscored: of its pieces `?` is one character, `*` any number."""

    def fuzzy(self, field: Field, form: str, word: str, mistakes: int) -> Q:
        """The documents with a word at most so many mistakes away from this one, unscored."""

    def numbers(self, field: Field, least: int | None, most: int | None) -> Q:
        """The documents whose number lies within these, both inside."""

    def at_least(self, queries: Sequence[Q], minimum: int) -> Q:
        """The documents of at least so many of these; the scores add up."""

    def begins_pair(self, field: Field, character: str) -> Q:
        """The documents in which this character begins a pair, or ends a run of such characters."""

    def days(self, field: Field, first: dt.date | None, last: dt.date | None) -> Q:
        """The documents whose stated date lies wholly within these days, both inside."""

    def since(self, field: Field, day: int) -> Q:
        """The documents whose stated date lies wholly after or on this day, counted as `date.toordinal` does."""

    def has(self, field: Field) -> Q:
        """The documents that have this field."""

    def title_is(self, key: str) -> Q:
        """The documents whose whole headline has this key (see archiver.analysis.key)."""

    def all_of(self, wanted: Sequence[Q], unwanted: Sequence[Q] = ()) -> Q:
        """The documents of all those wanted and none of those unwanted; the scores add up."""

    def any_of(self, queries: Sequence[Q]) -> Q:
        """The documents of any of these; the scores add up."""

    def best_of(self, queries: Sequence[Q], others: float = 0.0) -> Q:
        """The documents of any of these, with the best of their scores, and so much of each of the other ones."""

    def constant(self, query: Q, score: float) -> Q:
        """The same documents, all with this score."""

    def lifted(self, query: Q, lift: Q) -> Q:
        """The documents of a query; those of `lift` among them score more."""

    def weighted(self, query: Q, factor: float) -> Q:
        """The same documents, their scores multiplied."""

    def unscored(self, query: Q) -> Q:
        """The same documents, with a score of 0."""

    def everything(self) -> Q:
        """Every document, with a score of 0."""

    def nothing(self) -> Q:
        """No document."""
