"""The words and values of one generation, for finding out why a query finds nothing."""

import functools

import tantivy

from archiver.analysis import fold
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


_WITH_LETTERS = 0x3000
"""Where Unicode's alphabets end: beyond it are Chinese, Japanese and Korean, which aren't respelled, and a few rare ones."""


@functools.cache
def _letters() -> tuple[str, ...]:
    """The characters that a folded word can begin with: Elasticsearch's speller knows them all, whatever their script."""
    import unicodedata

    found = (letter for letter in map(chr, range(_WITH_LETTERS)) if unicodedata.category(letter)[0] in "LMN")
    return tuple(letter for letter in found if fold(letter) == letter)


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

    def words_near(self, field: "Field", word: str) -> list[tuple[str, int]]:
        """The folded words of a field that may be near to this one, with how many documents have each.

        The library has no speller. All words of the same first letter are compared, and of a mistake in the first letter
        there are few kinds: each word that it can have been is looked up.
        """
        name = field.name + FOLDED
        if not word:
            return []
        first, rest = word[0], word[1:]
        others = {rest, rest[:1] + first + rest[1:]}
        for letter in _letters():
            others |= {letter + rest, letter + word}
        looked_up = [(other, self._searcher.doc_freq(name, other)) for other in others if other and other[0] != first]
        return [
            *self._searcher.terms_with_prefix(name, first),
            *((other, documents) for other, documents in looked_up if documents),
        ]

    def values_near(self, field: "Field", key: str) -> list[tuple[str, int]]:  # noqa: ARG002 - likewise
        """The most frequent keys of a field's values, likewise."""
        return self._searcher.terms_with_prefix(field.name + VALUE, "", limit=_CANDIDATES)

    def values_of(self, field: "Field", query: tantivy.Query) -> list[tuple[str, int]]:
        """The keys of a field among a query's documents, with how many have each."""
        return self._searcher.terms_with_prefix(field.name + VALUE, "", filter_query=query)

    def spelled(self, field: "Field", key: str) -> str:
        """The value of a key, as most documents have it."""
        return self._facets.spelled(field, key) if field.facet else key
