"""What the compiler means, said in Elasticsearch's query language: only term-level queries, of the archive's own tokens.

Nothing is analysed by the server when it is asked: the tokens of the query are made by archiver.analysis, as those of
the embedded engine are, and the server's analysers make the same of what is indexed (a test holds them against it).
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Any

from archiver.engines.compile import FIRST, LAST, PAIRS
from archiver.engines.elastic.names import HAS, TITLE_KEY, name_of, stems
from archiver.fields import Field

Q = dict[str, Any]

SPACES = "bigrams"  # the analyser that only splits at spaces
GAPS = "placed"  # likewise, and a GAP is a place where anything may stand
GAP = "_"
_SIGNS = ("?", "*")


class ElasticBuilder:
    """Builds queries for one generation; see `archiver.engines.builder.Builder` for each."""

    def __init__(self, fields: tuple[Field, ...], languages: tuple[str, ...], *, has_pairs: bool) -> None:
        self.fields, self.languages, self.has_pairs = fields, languages, has_pairs

    def term(self, field: Field, form: str, value: str) -> Q:
        """The documents with this token or value, scored."""
        return {"term": {name_of(field, form): {"value": value}}}

    def terms(self, field: Field, form: str, values: Iterable[str]) -> Q:
        """The documents with any of these."""
        return {"terms": {name_of(field, form): sorted(values)}}

    def stem(self, field: Field, language: str, stem: str) -> Q:
        """The documents with a word of this stem."""
        return {"term": {stems(field, language): {"value": stem}}}

    def is_absent(self, field: Field, form: str, value: str) -> bool:  # noqa: ARG002 - the protocol's
        """Nothing is known without asking the server."""
        return False

    def phrase(self, field: Field, form: str, placed: Sequence[tuple[int, str]], slop: int = 0) -> Q:
        """The documents with these tokens at these distances, off by at most `slop`."""
        start = placed[0][0]
        words = [GAP] * (placed[-1][0] - start + 1)
        for position, word in placed:
            words[position - start] = word
        analyser = GAPS if len(words) > len(placed) else SPACES
        return {"match_phrase": {name_of(field, form): {"query": " ".join(words), "analyzer": analyser, "slop": slop}}}

    def prefix(self, field: Field, form: str, words: list[str]) -> Q:
        """The documents with these words, the last of which is only begun."""
        name = name_of(field, form)
        begun = {"prefix": {name: {"value": words[-1]}}}
        if len(words) == 1:
            return begun
        clauses: list[Q] = [{"span_term": {name: {"value": word}}} for word in words[:-1]]
        return {"span_near": {"clauses": [*clauses, {"span_multi": {"match": begun}}], "slop": 0, "in_order": True}}

    def pattern(self, field: Field, form: str, pieces: Sequence[str]) -> Q:
        """The documents with a word of this pattern."""
        name = name_of(field, form)
        if len(pieces) == 2 and pieces[1] == "*":  # noqa: PLR2004
            return {"prefix": {name: {"value": pieces[0], "rewrite": "constant_score"}}}
        pattern = "".join(piece if piece in _SIGNS else re.sub(r"([*?\\])", r"\\\1", piece) for piece in pieces)
        return {"wildcard": {name: {"value": pattern, "rewrite": "constant_score"}}}

    def fuzzy(self, field: Field, form: str, word: str, mistakes: int) -> Q:
        """The documents with a word at most so many mistakes away from this one."""
        # With this rewriting all words that are near enough are looked for, not the first so many.
        near = {"value": word, "fuzziness": mistakes, "transpositions": True, "rewrite": "constant_score"}
        return {"fuzzy": {name_of(field, form): near}}

    def numbers(self, field: Field, least: int | None, most: int | None) -> Q:
        """The documents whose number lies within these."""
        bounds = {"gte": least, "lte": most}
        return {"range": {field.name: {name: bound for name, bound in bounds.items() if bound is not None}}}

    def at_least(self, queries: Sequence[Q], minimum: int) -> Q:
        """The documents of at least so many of these."""
        return {"bool": {"should": list(queries), "minimum_should_match": minimum}}

    def begins_pair(self, field: Field, character: str) -> Q:
        """The documents with this character: every one begins one token, itself at a run's end, a pair elsewhere."""
        return {"regexp": {name_of(field, PAIRS): {"value": f"{character}.?"}}}

    def days(self, field: Field, first: dt.date | None, last: dt.date | None) -> Q:
        """The documents whose stated date lies within these days."""
        clauses = []
        if first:
            clauses.append({"range": {name_of(field, FIRST): {"gte": first.isoformat()}}})
        if last:
            clauses.append({"range": {name_of(field, LAST): {"lte": last.isoformat()}}})
        return self.all_of(clauses)

    def since(self, field: Field, day: int) -> Q:
        """The documents whose stated date lies wholly after or on this day."""
        return self.days(field, dt.date.fromordinal(max(day, 1)), None)

    def has(self, field: Field) -> Q:
        """The documents that have this field."""
        return {"term": {HAS: {"value": field.name}}}

    def title_is(self, key: str) -> Q:
        """The documents with this whole headline."""
        return {"term": {TITLE_KEY: {"value": key}}}

    def all_of(self, wanted: Sequence[Q], unwanted: Sequence[Q] = ()) -> Q:
        """The documents of all those wanted and none of those unwanted."""
        if len(wanted) == 1 and not unwanted:
            return wanted[0]
        return {"bool": {"must": list(wanted), **({"must_not": list(unwanted)} if unwanted else {})}}

    def any_of(self, queries: Sequence[Q]) -> Q:
        """The documents of any of these."""
        return queries[0] if len(queries) == 1 else {"bool": {"should": list(queries), "minimum_should_match": 1}}

    def best_of(self, queries: Sequence[Q], others: float = 0.0) -> Q:
        """The documents of any of these, with the best score and so much of the others."""
        return {"dis_max": {"queries": list(queries), **({"tie_breaker": others} if others else {})}}

    def lifted(self, query: Q, lift: Q) -> Q:
        """The documents of a query, those of `lift` scoring more."""
        if set(query) == {"bool"} and set(query["bool"]) == {"must", "should"}:
            return {"bool": {**query["bool"], "should": [*query["bool"]["should"], lift]}}
        return {"bool": {"must": [query], "should": [lift]}}

    def weighted(self, query: Q, factor: float) -> Q:
        """The same documents, their scores multiplied."""
        if factor == 1:
            return query
        ((kind, parts),) = query.items()
        if kind in ("bool", "dis_max") and "boost" not in parts:  # without a level more: the server counts them
            return {kind: {**parts, "boost": factor}}
        return {"bool": {"must": [query], "boost": factor}}

    def constant(self, query: Q, score: float) -> Q:
        """The same documents, all with this score."""
        return {"constant_score": {"filter": query, "boost": score}}

    def unscored(self, query: Q) -> Q:
        """The same documents, with a score of 0."""
        return {"bool": {"filter": [query]}}

    def everything(self) -> Q:
        """Every document, with a score of 0."""
        return self.unscored({"match_all": {}})

    def nothing(self) -> Q:
        """No document."""
        return {"match_none": {}}
