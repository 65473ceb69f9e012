"""The words and values of one generation, for finding out why a query finds nothing: by Elasticsearch's own speller."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from archiver.engines.choosing import Counted
from archiver.engines.compile import FOLDED, VALUE
from archiver.engines.elastic.build import SPACES
from archiver.engines.elastic.names import name_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archiver.aliases import Merging
    from archiver.engines.compile import Compiler
    from archiver.engines.elastic.facets import Ask, ElasticFacets
    from archiver.fields import Field

_CANDIDATES = 50
_ANY_NUMBER = 2**31


class ElasticLexicon:
    """Asks the server; see `archiver.engines.diagnose.Lexicon` for each."""

    def __init__(
        self,
        fields: tuple[Field, ...],
        compiler: Compiler,
        facets: ElasticFacets,
        ask: Ask,
        aliases: Mapping[str, Merging],
    ) -> None:
        self.fields, self.compiler = fields, compiler
        self._facets, self._counter, self._ask, self._aliases = facets, facets.counter, ask, aliases

    def count(self, query: dict[str, Any]) -> int:
        """How many documents a query finds."""
        return self._counter.count(query)

    def count_chosen(self, facet: str, value: str | None) -> int:
        """How many documents a chosen value of a facet finds."""
        return self._facets.count_chosen(facet, value, self._aliases)

    def has_word(self, field: Field, word: str) -> bool:
        """Whether a document has this folded word in this field."""
        return bool(self._counter.count({"term": {name_of(field, FOLDED): {"value": word}}}))

    def words_near(self, field: Field, word: str) -> list[tuple[str, int]]:
        """Folded words of a field like this one, with how many documents have each."""
        return self._suggest(name_of(field, FOLDED), word, SPACES)

    def values_near(self, field: Field, key: str) -> list[tuple[str, int]]:
        """Keys of a field's values like this one, likewise."""
        return self._suggest(name_of(field, VALUE), key, "keyword")

    def values_of(self, field: Field, query: dict[str, Any]) -> list[tuple[str, int]]:
        """The keys of a field among a query's documents, with how many have each."""
        return list(self._counter.every(Counted(field), query).items())

    def spelled(self, field: Field, key: str) -> str:
        """The value of a key, as most documents have it."""
        return self._facets.spelled(field, key) if field.facet else key

    def _suggest(self, name: str, text: str, analyser: str) -> list[tuple[str, int]]:
        term = {
            "field": name,
            "analyzer": analyser,
            "size": _CANDIDATES,
            "shard_size": _CANDIDATES,
            "suggest_mode": "always",
            "sort": "frequency",
            "max_edits": 2,
            "prefix_length": 0,
            "min_word_length": 3,
            "string_distance": "damerau_levenshtein",
            # What is near enough is archiver.nearest's to say. And a word may be frequent, yet never as it was asked for.
            "accuracy": 0.0,
            "max_term_freq": _ANY_NUMBER,
        }
        answer = self._ask({"size": 0, "suggest": {"near": {"text": text, "term": term}}})
        return [
            (str(option["text"]), int(option["freq"]))
            for entry in answer["suggest"]["near"]
            for option in entry["options"]
        ]
