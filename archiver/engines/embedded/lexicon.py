"""The words and values of one generation, for finding out why a query finds nothing."""

import tantivy

from archiver.engines.embedded.schema import FOLDED, VALUE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from archiver.aliases import Merging
    from archiver.engines.compile import Compiler
    from archiver.engines.counting import Facets
    from archiver.engines.embedded.opening import View
    from archiver.fields import Field

_CANDIDATES = 50_000  # the most frequent words that a mistyped one is compared with


class EmbeddedLexicon:
    """Looks into the library's own lists of terms; see `archiver.engines.diagnose.Lexicon` for each."""

    def __init__(self, view: "View", compiler: "Compiler", facets: "Facets", aliases: "Mapping[str, Merging]") -> None:
        self.fields, self.compiler, self._aliases = view.fields, compiler, aliases
        self._view, self._searcher, self._facets = view, view.searcher, facets

    def count(self, query: tantivy.Query) -> int:
        """How many documents a query finds."""
        return self._view.count(query)

    def count_chosen(self, facet: str, value: str | None) -> int:
        """How many documents a chosen value of a facet finds."""
        return self._facets.count_chosen(facet, value, self._aliases)

    def has_word(self, field: "Field", word: str) -> bool:
        """Whether a document has this folded word in this field."""
        return bool(self._searcher.doc_freq(field.name + FOLDED, word))

    def words_near(self, field: "Field", word: str) -> list[tuple[str, int]]:  # noqa: ARG002 - the library has no speller
        """The most frequent folded words of a field, with how many documents have each."""
        return self._searcher.terms_with_prefix(field.name + FOLDED, "", limit=_CANDIDATES)

    def values_near(self, field: "Field", key: str) -> list[tuple[str, int]]:  # noqa: ARG002 - likewise
        """The most frequent keys of a field's values, likewise."""
        return self._searcher.terms_with_prefix(field.name + VALUE, "", limit=_CANDIDATES)

    def values_of(self, field: "Field", query: tantivy.Query) -> list[tuple[str, int]]:
        """The keys of a field among a query's documents, with how many have each."""
        return self._searcher.terms_with_prefix(field.name + VALUE, "", filter_query=query)

    def spelled(self, field: "Field", key: str) -> str:
        """The value of a key, as most documents have it."""
        return self._facets.spelled(field, key) if field.facet else key
