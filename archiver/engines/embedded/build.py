"""What the compiler means, said in the library's queries, through its API and never through its parser."""

import re
from math import log1p

import tantivy
from tantivy import Occur

from archiver.engines.compile import FIRST, FOLDED, LAST, PAIRS, TERMS, VALUE, WRITTEN
from archiver.engines.embedded import schema
from archiver.errors import QueryError
from archiver.ranking import MAX_EXPANSIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from archiver.engines.embedded.opening import View
    from archiver.fields import Field

_Query = tantivy.Query
_SIGNS = {"?": ".", "*": ".*"}
_NAMES = {
    WRITTEN: schema.WRITTEN,
    FOLDED: schema.FOLDED,
    PAIRS: schema.PAIRS,
    VALUE: schema.VALUE,
    FIRST: schema.FIRST,
    LAST: schema.LAST,
    TERMS: schema.TERMS,
    **schema.COUNTED,
}


def name_of(field: "Field", form: str) -> str:
    """The index's name of this form of a field."""
    return field.name + _NAMES[form]


def _rarity(documents: int, among: int) -> float:
    """BM25's weight of a word that so many articles have."""
    return log1p((among - documents + 0.5) / (documents + 0.5))


class EmbeddedBuilder:
    """Builds the library's queries for one generation; see `archiver.engines.builder.Builder` for each."""

    def __init__(self, view: "View") -> None:
        self.fields, self.languages, self.has_pairs = view.fields, view.state.languages, view.state.has_pairs
        self._schema, self._searcher = view.schema, view.searcher

    def term(self, field: "Field", form: str, value: str) -> tantivy.Query:
        """The documents with this token or value, scored."""
        return self._term(field.name + _NAMES[form], value)

    def terms(self, field: "Field", form: str, values: "Iterable[str]") -> tantivy.Query:
        """The documents with any of these."""
        return _Query.term_set_query(self._schema, field.name + _NAMES[form], list(values))

    def stem(self, field: "Field", language: str, stem: str) -> tantivy.Query | None:
        """The documents with a word of this stem; None where there are none."""
        name, value = field.name + schema.STEMS, f"{language}:{stem}"
        documents = self._searcher.doc_freq(name, value)
        if not documents:
            return None
        # A word's rarity is that in its language: the library takes it for that among all articles.
        among = max(documents, self._searcher.doc_freq("language" + schema.VALUE, language))
        rarer = _rarity(documents, among) / _rarity(documents, max(among, self._searcher.num_docs))
        return self.weighted(self._term(name, value), rarer)

    def is_absent(self, field: "Field", form: str, value: str) -> bool:
        """Whether no document has this."""
        return not self._searcher.doc_freq(field.name + _NAMES[form], value)

    def phrase(self, field: "Field", form: str, placed: "Sequence[tuple[int, str]]", slop: int = 0) -> tantivy.Query:
        """The documents with these tokens at these distances, off by at most `slop`."""
        return _Query.phrase_query(self._schema, field.name + _NAMES[form], [*placed], slop)

    def prefix(self, field: "Field", form: str, words: list[str]) -> tantivy.Query | None:
        """The documents with these words, the last of which is only begun; None where there are none."""
        name = field.name + _NAMES[form]
        rows = self._searcher.terms_with_prefix(name, words[-1], limit=MAX_EXPANSIONS + 1)
        if len(rows) > MAX_EXPANSIONS:
            raise QueryError(
                f"In “{' '.join(words)}*”, more than {MAX_EXPANSIONS:,} words begin with “{words[-1]}”. Write more of it."
            )
        if not rows:
            return None
        begun: list[str | tuple[int, str]] = [*map(re.escape, words[:-1]), f"{re.escape(words[-1])}.*"]
        return _Query.regex_phrase_query(self._schema, name, begun)

    def pattern(self, field: "Field", form: str, pieces: "Sequence[str]") -> tantivy.Query:
        """The documents with a word of this pattern."""
        pattern = "".join(_SIGNS.get(piece) or re.escape(piece) for piece in pieces)
        return _Query.regex_query(self._schema, field.name + _NAMES[form], pattern)

    def fuzzy(self, field: "Field", form: str, word: str, mistakes: int) -> tantivy.Query:
        """The documents with a word at most so many mistakes away from this one."""
        return _Query.fuzzy_term_query(self._schema, field.name + _NAMES[form], word, mistakes)

    def numbers(self, field: "Field", least: int | None, most: int | None) -> tantivy.Query:
        """The documents whose number lies within these."""
        if most is not None and most < 0:
            return self.nothing()
        return self._between(field.name, least, most)

    def at_least(self, queries: "Sequence[tantivy.Query]", minimum: int) -> tantivy.Query:
        """The documents of at least so many of these."""
        return _Query.boolean_query([(Occur.Should, query) for query in queries], minimum)

    def begins_pair(self, field: "Field", character: str) -> tantivy.Query:
        """The documents with this character: every one begins one token, itself at a run's end, a pair elsewhere."""
        return _Query.regex_query(self._schema, field.name + schema.PAIRS, f"{character}.?")

    def days(self, field: "Field", first: "dt.date | None", last: "dt.date | None") -> tantivy.Query:
        """The documents whose stated date lies within these days."""
        clauses = []
        if first:
            clauses.append(self._between(field.name + schema.FIRST, first.toordinal(), None))
        if last:
            clauses.append(self._between(field.name + schema.LAST, None, last.toordinal()))
        return self.all_of(clauses)

    def since(self, field: "Field", day: int) -> tantivy.Query:
        """The documents whose stated date lies wholly after or on this day."""
        return self._between(field.name + schema.FIRST, max(day, 1), None)

    def has(self, field: "Field") -> tantivy.Query:
        """The documents that have this field."""
        return self._term(schema.HAS, field.name)

    def title_is(self, key: str) -> tantivy.Query:
        """The documents with this whole headline."""
        return self._term(schema.TITLE_KEY, key)

    def all_of(self, wanted: "Sequence[tantivy.Query]", unwanted: "Sequence[tantivy.Query]" = ()) -> tantivy.Query:
        """The documents of all those wanted and none of those unwanted."""
        clauses = [(Occur.Must, query) for query in wanted] + [(Occur.MustNot, query) for query in unwanted]
        return _Query.boolean_query(clauses)

    def any_of(self, queries: "Sequence[tantivy.Query]") -> tantivy.Query:
        """The documents of any of these."""
        return _Query.boolean_query([(Occur.Should, query) for query in queries])

    def best_of(self, queries: "Sequence[tantivy.Query]", others: float = 0.0) -> tantivy.Query:
        """The documents of any of these, with the best score and so much of the others."""
        return _Query.disjunction_max_query([*queries], others)

    def lifted(self, query: tantivy.Query, lift: tantivy.Query) -> tantivy.Query:
        """The documents of a query, those of `lift` scoring more."""
        return _Query.boolean_query([(Occur.Must, query), (Occur.Should, lift)])

    def weighted(self, query: tantivy.Query, factor: float) -> tantivy.Query:
        """The same documents, their scores multiplied."""
        return _Query.boost_query(query, factor)

    def constant(self, query: tantivy.Query, score: float) -> tantivy.Query:
        """The same documents, all with this score."""
        return _Query.const_score_query(query, score)

    def unscored(self, query: tantivy.Query) -> tantivy.Query:
        """The same documents, with a score of 0."""
        return _Query.const_score_query(query, 0.0)

    def everything(self) -> tantivy.Query:
        """Every document, with a score of 0."""
        return self.unscored(_Query.all_query())

    def nothing(self) -> tantivy.Query:
        """No document."""
        return _Query.empty_query()

    def _term(self, name: str, value: str) -> tantivy.Query:
        return _Query.term_query(self._schema, name, value)

    def _between(self, name: str, lowest: int | None, highest: int | None) -> tantivy.Query:
        return _Query.range_query(self._schema, name, tantivy.FieldType.Unsigned, lowest, highest)
