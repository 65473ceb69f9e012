"""From the query's tree to the library's queries, built through its API and never through its parser."""

import itertools

import tantivy
from tantivy import Occur

from archiver.analysis import MAX_KEY, fold_all, has_cjk, pair_runs, stem_all, tokens, value_key
from archiver.engines.embedded.schema import (
    FIRST,
    FOLDED,
    HAS,
    LAST,
    PAIRS,
    STEMS,
    TERMS,
    TITLE_KEY,
    VALUE,
    WRITTEN,
)
from archiver.errors import QueryError
from archiver.fields import DATE, KEYWORD, PERIODS, TEXT, Field, find_field
from archiver.query.tree import Everything, Group, Not, Phrase, Prefix, Range, Word
from archiver.ranking import (
    MAX_EXPANSIONS,
    MAX_NEAR_PAIRS,
    NEAR_WEIGHT,
    NEAR_WORDS,
    STEM_WEIGHT,
)
from archiver.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from archiver.engines.embedded.opening import View
    from archiver.query.tree import Node

_Query = tantivy.Query


class Compiled(NamedTuple):
    """A query of the library, and whether anything in it scores."""

    query: tantivy.Query
    scores: bool


class Plan(NamedTuple):
    """How a whole query is answered.

    `matching` finds its documents and scores nothing; `scoring` finds the same ones and scores them; it is None where
    nothing in the query scores. `tiers` are the documents that come first, each tier before the next.
    """

    matching: tantivy.Query
    scoring: tantivy.Query | None
    tiers: tuple[tantivy.Query, ...]


class Compiler:
    """Compiles trees for one generation: its fields, its languages, its words."""

    def __init__(self, view: "View") -> None:
        self._schema, self._fields, self._state, self._searcher = view.schema, view.fields, view.state, view.searcher
        self._searched = tuple(field for field in view.fields if field.weight > 0)
        self._kinds: dict[type, Callable[[Any], Compiled | None]] = {
            Word: self._word,
            Phrase: self._phrase,
            Prefix: self._prefix,
            Range: self._range,
            Not: self._not,
            Group: self._group,
            Everything: self._everything,
        }

    def plan(self, tree: "Node") -> Plan:
        """How the whole query is answered. Raises QueryError if it can't be."""
        compiled = self._node(tree)
        if compiled is None:
            raise QueryError("There is no word in this query to search for: only signs, which aren't indexed.")
        matching = _filter(compiled.query)
        if not compiled.scores:
            return Plan(matching, None, ())
        words = [word for text in _bare_texts(tree) for word in fold_all(tokens(text))]
        scoring = compiled.query
        for lift in self._near_lifts(words):
            # One at a time: of several optional parts together the library reads all documents.
            scoring = _Query.boolean_query([(Occur.Must, scoring), (Occur.Should, lift)])
        return Plan(matching, scoring, tuple(map(_filter, self._tiers(words))))

    def part(self, tree: "Node") -> tantivy.Query | None:
        """A part of a query on its own; None if there is no word in it."""
        compiled = self._node(tree)
        return compiled.query if compiled else None

    # Each kind of node; None stands for a part without words, which is left out.

    def _node(self, node: "Node") -> Compiled | None:
        compile_kind = self._kinds.get(type(node))
        if compile_kind is None:
            raise QueryError(f"This index can't answer a part of the query ({type(node).__name__}).")
        return compile_kind(node)

    def _not(self, node: Not) -> Compiled | None:
        part = self._node(node.part)
        return Compiled(_all_but([part.query]), scores=False) if part else None

    def _everything(self, _: Everything) -> Compiled:
        return Compiled(_everything(), scores=False)

    def _group(self, group: Group) -> Compiled | None:
        return self._all_of(group) if group.operator == "and" else self._any_of(group)

    def _all_of(self, group: Group) -> Compiled | None:
        wanted, unwanted = [], []
        for part in group.parts:
            if isinstance(part, Not):
                if compiled := self._node(part.part):
                    unwanted.append(compiled.query)
            elif compiled := self._node(part):
                wanted.append(compiled)
        if not wanted:
            return Compiled(_all_but(unwanted), scores=False) if unwanted else None
        clauses = [(Occur.Must, part.query) for part in wanted] + [(Occur.MustNot, query) for query in unwanted]
        return Compiled(_Query.boolean_query(clauses), any(part.scores for part in wanted))

    def _any_of(self, group: Group) -> Compiled | None:
        parts = [compiled for part in group.parts if (compiled := self._node(part))]
        if not parts:
            return None
        clauses = [(Occur.Should, part.query) for part in parts]
        return Compiled(_Query.boolean_query(clauses), any(part.scores for part in parts))

    def _word(self, word: Word) -> Compiled | None:
        fields, scores = self._fields_of(word.field)
        if fields[0].kind == KEYWORD:
            return Compiled(_filter(self._whole(fields[0], word.text)), scores=False)
        words = tokens(word.text)
        if not words:
            return None
        if word.exactly:
            clauses = [self._sequence(field, WRITTEN, words) for field in fields]
            return _best(fields, clauses, scores=scores)
        if len(words) > 1 or has_cjk(word.text):
            return self._best_sequence(fields, word.text, None, scores=scores)
        folded = fold_all(words)
        if not folded:
            return None
        forms = [(field, form) for field in fields for form in self._any_form(field, words, folded)]
        return _best(tuple(field for field, _ in forms), [form for _, form in forms], scores=scores)

    def _any_form(self, field: Field, words: list[str], folded: list[str]) -> list[tantivy.Query]:
        """One word in one field: as it is, or, for less, another form of it in the languages that are there.

        Forms that no document has are left out: most stems are of one language only, and each would cost time.
        """
        exact = self._known(field.name + FOLDED, folded[0])
        if field.kind != TEXT:
            return exact
        stems = [
            query
            for language in self._state.languages
            for stem in stem_all(words, language)
            for query in self._known(field.name + STEMS, f"{language}:{stem}")
        ]
        if self._state.has_pairs:
            # Latin letters inside a Chinese or Japanese word are words of their own there.
            stems.extend(self._known(field.name + PAIRS, folded[0]))
        return exact + [_Query.boost_query(stem, STEM_WEIGHT) for stem in stems]

    def _known(self, name: str, value: str) -> list[tantivy.Query]:
        return [self._term(name, value)] if self._searcher.doc_freq(name, value) else []

    def _phrase(self, phrase: Phrase) -> Compiled | None:
        fields, scores = self._fields_of(phrase.field)
        if fields[0].kind == KEYWORD:
            return Compiled(_filter(self._whole(fields[0], phrase.text)), scores=False)
        if not fold_all(tokens(phrase.text)):
            return None
        return self._best_sequence(fields, phrase.text, phrase.within, scores=scores)

    def _best_sequence(
        self, fields: tuple[Field, ...], text: str, within: int | None, *, scores: bool
    ) -> Compiled | None:
        folded = fold_all(tokens(text))
        if not folded:
            return None
        clauses = []
        for field in fields:
            if has_cjk(text) and field.kind == TEXT:
                clauses.append(self._pairs(field, text, as_phrase=" " in text.strip() or within is not None))
            elif within is not None and len(folded) > 1:
                clauses.append(self._near(field, folded, within))
            else:
                clauses.append(self._sequence(field, FOLDED, folded))
        return _best(fields, clauses, scores=scores)

    def _sequence(self, field: Field, form: str, words: list[str]) -> tantivy.Query:
        name = field.name + form
        return self._term(name, words[0]) if len(words) == 1 else _Query.phrase_query(self._schema, name, [*words])

    def _near(self, field: Field, words: list[str], within: int) -> tantivy.Query:
        """Each neighbouring pair with at most that many other words between, in either order."""
        pairs = [self._near_pair(field, first, second, within) for first, second in itertools.pairwise(words)]
        return pairs[0] if len(pairs) == 1 else _Query.boolean_query([(Occur.Must, pair) for pair in pairs])

    def _near_pair(self, field: Field, first: str, second: str, within: int) -> tantivy.Query:
        name = field.name + FOLDED
        if first == second:
            # With a slop the library takes one word for both, so each distance is asked for by itself.
            either = [
                _Query.phrase_query(self._schema, name, [(0, first), (distance, second)])
                for distance in range(1, within + 2)
            ]
        else:
            either = [
                _Query.phrase_query(self._schema, name, [first, second], within),
                _Query.phrase_query(self._schema, name, [second, first], within),
            ]
        return _Query.disjunction_max_query(either)

    def _pairs(self, field: Field, text: str, *, as_phrase: bool) -> tantivy.Query:
        """Chinese, Japanese and Korean: every pair of characters, side by side if it is a phrase."""
        name = field.name + PAIRS
        placed: list[tuple[int, str]] = []
        position = 0
        for is_cjk, run in pair_runs(text):
            # The last character alone only closes a run in an article; of a query it matters if there is no pair.
            wanted = run[:-1] if is_cjk and len(run) > 1 else run
            placed.extend((position + i, token) for i, token in enumerate(wanted))
            position += len(run)
        if len(placed) == 1:
            return self._one_pair(name, placed[0][1])
        if as_phrase:
            return _Query.phrase_query(self._schema, name, [*placed])
        clauses = [(Occur.Must, self._one_pair(name, token)) for token in dict.fromkeys(token for _, token in placed)]
        return _Query.boolean_query(clauses)

    def _one_pair(self, name: str, token: str) -> tantivy.Query:
        if len(token) == 1:
            # Every character begins one token: itself at a run's end, a pair elsewhere.
            return _Query.regex_query(self._schema, name, f"{token}.?")
        return self._term(name, token)

    def _prefix(self, prefix: Prefix) -> Compiled | None:
        fields, _ = self._fields_of(prefix.field)
        words = fold_all(tokens(prefix.prefix))
        if not words:
            return None
        queries = []
        found: set[str] = set()
        for field in fields:
            name = field.name + (VALUE if field.kind == KEYWORD else FOLDED)
            # The first words are whole, the last one is the beginning of a word.
            rows = self._searcher.terms_with_prefix(name, words[-1], limit=MAX_EXPANSIONS + 1)
            found.update(term for term, _ in rows)
            if len(found) > MAX_EXPANSIONS:
                raise QueryError(
                    f"More than {MAX_EXPANSIONS:,} words begin with “{prefix.prefix}”. Write more letters of it."
                )
            if len(words) == 1:
                queries.append(_Query.term_set_query(self._schema, name, [term for term, _ in rows]))
            else:
                queries.extend(_Query.phrase_query(self._schema, name, [*words[:-1], term]) for term, _ in rows)
        if not queries:
            return Compiled(_Query.empty_query(), scores=False)
        return Compiled(_filter(_Query.boolean_query([(Occur.Should, query) for query in queries])), scores=False)

    def _range(self, bounds: Range) -> Compiled:
        return Compiled(_filter(self._days(bounds)), scores=False)

    def _days(self, bounds: Range) -> tantivy.Query:
        fields, _ = self._fields_of(bounds.field, dates=True)
        field = fields[0]
        if bounds.first is None and bounds.last is None:
            return self._term(HAS, field.name)
        if field.kind == PERIODS:
            from archiver.periods import overlap_terms

            terms = overlap_terms(bounds.first, bounds.last)
            return _Query.term_set_query(self._schema, field.name + TERMS, terms)
        clauses = []
        if bounds.first:
            clauses.append((Occur.Must, self._between(field.name + FIRST, bounds.first.toordinal(), None)))
        if bounds.last:
            clauses.append((Occur.Must, self._between(field.name + LAST, None, bounds.last.toordinal())))
        return _Query.boolean_query(clauses)

    def _between(self, name: str, lowest: int | None, highest: int | None) -> tantivy.Query:
        return _Query.range_query(self._schema, name, tantivy.FieldType.Unsigned, lowest, highest)

    # What lifts some of the documents found above the others; see archiver.ranking.

    def _tiers(self, words: list[str]) -> list[tantivy.Query]:
        if not words:
            return []
        tiers = [self._term(TITLE_KEY, " ".join(words)[:MAX_KEY])]
        if len(words) > 1:
            tiers.extend(self._sequence(field, FOLDED, words) for field in self._searched if field.name == "title")
            others = [self._sequence(field, FOLDED, words) for field in self._searched if field.name != "title"]
            tiers.append(_Query.boolean_query([(Occur.Should, other) for other in others]))
        return tiers

    def _near_lifts(self, words: list[str]) -> list[tantivy.Query]:
        # A slop covers both orders, the other one a little less far.
        pairs = [pair for pair in itertools.pairwise(words) if pair[0] != pair[1]][:MAX_NEAR_PAIRS]
        return [
            _Query.boost_query(
                _Query.phrase_query(self._schema, field.name + FOLDED, [*pair], NEAR_WORDS),
                NEAR_WEIGHT * field.weight,
            )
            for pair in pairs
            for field in self._searched
            if field.kind == TEXT
        ]

    def _term(self, name: str, value: str) -> tantivy.Query:
        return _Query.term_query(self._schema, name, value)

    def _whole(self, field: Field, text: str) -> tantivy.Query:
        return self._term(field.name + VALUE, value_key(text))

    def _fields_of(self, name: str | None, *, dates: bool = False) -> tuple[tuple[Field, ...], bool]:
        """The fields that are searched, and whether matches in them score."""
        if name is None:
            return self._searched, True
        field = find_field(name, self._fields)
        if field is None:
            raise QueryError(f"The index has no field “{name}”. If this program knows it, run “archive reindex”.")
        if (field.kind in (DATE, PERIODS)) is not dates:
            wanted = "a day, a month, a year or a range of them" if field.kind in (DATE, PERIODS) else "words"
            raise QueryError(f"The field “{field.name}” is asked for {wanted}.")
        return (field,), field.kind == TEXT


def _bare_texts(tree: "Node") -> list[str]:
    """The words and phrases of the query that must match in any field, in their order."""
    parts = tree.parts if isinstance(tree, Group) and tree.operator == "and" else (tree,)
    return [part.text for part in parts if isinstance(part, (Word, Phrase)) and part.field is None]


def _best(fields: tuple[Field, ...], clauses: list[tantivy.Query], *, scores: bool) -> Compiled:
    """The best of the clauses, each weighted by its field; a field that bare words don't search counts in full."""
    if not clauses:
        return Compiled(_Query.empty_query(), scores=scores)
    weighted = [_Query.boost_query(clause, field.weight or 1.0) for field, clause in zip(fields, clauses, strict=True)]
    best = weighted[0] if len(weighted) == 1 else _Query.disjunction_max_query(weighted)
    return Compiled(best if scores else _filter(best), scores=scores)


def _filter(query: tantivy.Query) -> tantivy.Query:
    return _Query.const_score_query(query, 0.0)


def _everything() -> tantivy.Query:
    return _filter(_Query.all_query())


def _all_but(unwanted: list[tantivy.Query]) -> tantivy.Query:
    clauses = [(Occur.Must, _everything()), *((Occur.MustNot, query) for query in unwanted)]
    return _Query.boolean_query(clauses)
