"""From the query's tree to an engine's queries: what each part means, decided once for all engines.

An engine gives a `Builder`, which knows how its library says the few things that are said here; see docs/query-language.md
for the meanings and archiver.ranking for the numbers.
"""

import itertools

from archiver.analysis import (
    MAX_KEY,
    asked_run,
    asked_stems,
    fold_all,
    fold_word,
    has_cjk,
    pair_runs,
    part_key,
    tokens,
    value_key,
)
from archiver.errors import QueryError
from archiver.fields import ANYWHERE, BAG, DATE, KEYWORD, NUMBER, PERIODS, TEXT, Field, find_field
from archiver.query.tree import (
    AtLeast,
    Boost,
    Everything,
    Fuzzy,
    Group,
    Has,
    Named,
    Not,
    NumberRange,
    Phrase,
    Prefix,
    Range,
    Respelled,
    Synonyms,
    Wildcard,
    Word,
)
from archiver.query.words import is_address, pieces, without_scheme
from archiver.ranking import (
    MAX_NEAR_PAIRS,
    NEAR_WEIGHT,
    NEAR_WORDS,
    NEWER,
    OTHER_FORM,
    OWN_ADDRESS,
    SYNONYM_WEIGHT,
    TIER_SCORE,
    TIER_WORDS,
)
from archiver.records import NamedTuple

# The forms in which an index holds a field; every engine has its own name for each.
WRITTEN = "written"
FOLDED = "folded"
PAIRS = "pairs"  # Chinese, Japanese and Korean characters in pairs
VALUE = "value"  # whole values, folded
FIRST = "first"  # the first and last day that a stated date may mean
LAST = "last"
TERMS = "terms"  # see archiver.periods
NUMBERS = "numbers"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from archiver.engines.builder import Builder
    from archiver.query.tree import Node

    Q = Any


class Compiled(NamedTuple):
    """A query of the engine, and whether anything in it scores."""

    query: "Q"
    scores: bool


class Plan(NamedTuple):
    """How a whole query is answered.

    `matching` finds its documents and scores nothing; `scoring` finds the same ones and scores them; it is None where
    nothing in the query scores. `tiers` are the documents that come first, each tier before the next; `tier_score` is
    what a document's score gets for every tier below its own.
    """

    matching: "Q"
    scoring: "Q | None"
    tiers: "tuple[Q, ...]"
    tier_score: float = TIER_SCORE


class Compiler:
    """Compiles trees for one generation: its fields, its languages, its words."""

    def __init__(self, builder: "Builder") -> None:
        self._build = builder
        self._searched = tuple(field for field in builder.fields if field.weight > 0)
        self._anywhere = tuple(field for field in builder.fields if field.name == ANYWHERE)
        self._kinds: dict[type, Callable[[Any], Compiled | None]] = {
            Word: self._word,
            Phrase: self._phrase,
            Prefix: self._prefix,
            Wildcard: self._wildcard,
            Fuzzy: self._fuzzy,
            Range: self._range,
            NumberRange: self._numbers,
            Has: self._has,
            Boost: self._boost,
            AtLeast: self._at_least,
            Respelled: self._respelled,
            Not: self._not,
            Group: self._group,
            Synonyms: self._synonyms,
            Named: self._named,
            Everything: self._everything,
        }

    def plan(self, tree: "Node", as_of: int | None = None) -> Plan:
        """How the whole query is answered; see `Query` for `as_of`. Raises QueryError if it can't be."""
        compiled = self._node(tree)
        if compiled is None:
            raise QueryError("There is no word in this query to search for: only signs, which aren't indexed.")
        matching = self._build.unscored(compiled.query)
        if not compiled.scores:
            return Plan(matching, None, ())
        words = self.words_of(tree)
        scoring = compiled.query
        for _, lift in (*self.near_lifts(words), *self.newer_lifts(as_of)):
            # One at a time: of several optional parts together tantivy reads all documents.
            scoring = self._build.lifted(scoring, lift)
        lift = TIER_SCORE * (1 + _count_words(tree) // TIER_WORDS)
        return Plan(matching, scoring, tuple(map(self._build.unscored, self._tiers(words))), lift)

    def scored_part(self, tree: "Node") -> "Q | None":
        """A part of a query on its own, if it scores."""
        compiled = self._node(tree)
        return compiled.query if compiled and compiled.scores else None

    def words_of(self, tree: "Node") -> list[str]:
        """The folded words that are looked for in any field, in their order."""
        return [word for text in _bare_texts(tree) for word in fold_all(tokens(text))]

    @property
    def words_field(self) -> Field:
        """The field whose words bare words find."""
        return (self._anywhere or self._searched)[0]

    def part(self, tree: "Node") -> "Q | None":
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
        return self._all_but([part.query]) if part else None

    def _everything(self, _: Everything) -> Compiled:
        return Compiled(self._build.everything(), scores=False)

    def _all_but(self, unwanted: "list[Q]") -> Compiled:
        return Compiled(self._build.all_of([self._build.everything()], unwanted), scores=False)

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
            return self._all_but(unwanted) if unwanted else None
        query = self._build.all_of([part.query for part in wanted], unwanted)
        return Compiled(query, any(part.scores for part in wanted))

    def _any_of(self, group: Group) -> Compiled | None:
        parts = [compiled for part in group.parts if (compiled := self._node(part))]
        if not parts:
            return None
        return Compiled(self._build.any_of([part.query for part in parts]), any(part.scores for part in parts))

    def _synonyms(self, node: Synonyms) -> Compiled | None:
        main = self._node(node.main)
        others = [compiled.query for part in node.others if (compiled := self._node(part))]
        if main is None or not others:
            return main
        weighted = [self._build.weighted(other, SYNONYM_WEIGHT) for other in others] if main.scores else others
        return Compiled(self._build.best_of([main.query, *weighted]), main.scores)

    def _named(self, node: Named) -> Compiled | None:
        part = self._node(node.part)
        (field,), _ = self._fields_of(node.field)
        values = self._build.terms(field, VALUE, node.keys)
        either = self._build.any_of([part.query, values]) if part else values
        return Compiled(self._build.unscored(either), scores=False)

    def _respelled(self, node: Respelled) -> Compiled | None:
        found = [compiled for word in node.nearest if (compiled := self._node(word))]
        if not found:
            return None
        return Compiled(self._build.best_of([part.query for part in found]), any(part.scores for part in found))

    def _at_least(self, node: AtLeast) -> Compiled | None:
        parts = [compiled for part in node.parts if (compiled := self._node(part))]
        if not parts:
            return None
        query = self._build.at_least([part.query for part in parts], min(node.minimum, len(parts)))
        return Compiled(query, any(part.scores for part in parts))

    def _boost(self, node: Boost) -> Compiled | None:
        part = self._node(node.part)
        if part is None or not part.scores:
            return part
        return Compiled(self._build.weighted(part.query, node.factor), scores=True)

    def _word(self, word: Word) -> Compiled | None:
        fields, scores = self._fields_of(word.field)
        if fields[0].kind == KEYWORD:
            return self._whole(fields[0], word.text)
        if is_address(word.text) and not word.exactly:
            return self._address(word, fields, scores=scores)
        words = tokens(word.text)
        if not words:
            return None
        if word.exactly:
            clauses = [self._sequence(field, WRITTEN, words) for field in fields]
            return self._best(fields, clauses, scores=scores)
        if len(words) > 1 or has_cjk(word.text):
            return self._best_sequence(self._placed(fields, word.text), word.text, None, scores=scores)
        return self._one_word(fields, words, scores=scores)

    def _address(self, word: Word, fields: tuple[Field, ...], *, scores: bool) -> Compiled | None:
        """An address in the text; where no field is named, the article's own, too, which comes first."""
        text = without_scheme(word.text)
        named = self._best_sequence(fields, text, None, scores=scores)
        field = find_field("url", self._build.fields) if word.field is None else None
        if field is None or named is None:
            return named
        own = self._build.constant(self._sequence(field, FOLDED, fold_all(tokens(text))), OWN_ADDRESS)
        return named._replace(query=self._build.best_of([named.query, own]))

    def _one_word(self, fields: tuple[Field, ...], words: list[str], *, scores: bool) -> Compiled | None:
        folded = fold_all(words)
        if not folded:
            return None
        forms = [form for field in self._bag(fields) for form in self._any_form(field, words, folded)]
        if not forms:
            return Compiled(self._build.nothing(), scores=scores)
        best = forms[0] if len(forms) == 1 else self._build.best_of(forms, OTHER_FORM)
        return Compiled(best if scores else self._build.unscored(best), scores=scores)

    def _bag(self, fields: tuple[Field, ...]) -> tuple[Field, ...]:
        """Where single words of these fields are looked for: those searched for bare words are one field, too."""
        return (self._anywhere or fields) if fields == self._searched else fields

    def _placed(self, fields: tuple[Field, ...], text: str) -> tuple[Field, ...]:
        """Where this word is looked for: pairs of characters without a place among them are single words, too."""
        return self._bag(fields) if has_cjk(text) and " " not in text.strip() else fields

    def _any_form(self, field: Field, words: list[str], folded: list[str]) -> "list[Q]":
        """One word in one field: as it is, or another form of it in the languages that are there.

        Forms that no document has are left out: most stems are of one language only, and each would cost time.
        """
        exact = self._known(field, FOLDED, folded[0])
        if field.kind not in (TEXT, BAG):
            return exact
        stems = [
            query
            for language in self._build.languages
            for stem in asked_stems(words[0], language)
            if (query := self._build.stem(field, language, stem)) is not None
        ]
        if self._build.has_pairs:
            # Latin letters inside a Chinese or Japanese word are words of their own there.
            stems.extend(self._known(field, PAIRS, folded[0]))
        return exact + stems

    def _known(self, field: Field, form: str, value: str) -> "list[Q]":
        return [] if self._build.is_absent(field, form, value) else [self._build.term(field, form, value)]

    def _phrase(self, phrase: Phrase) -> Compiled | None:
        fields, scores = self._fields_of(phrase.field)
        if fields[0].kind == KEYWORD:
            return self._whole(fields[0], phrase.text)
        if not fold_all(tokens(phrase.text)):
            return None
        text = without_scheme(phrase.text) if phrase.field == "url" else phrase.text
        return self._best_sequence(fields, text, phrase.within, scores=scores)

    def _best_sequence(
        self, fields: tuple[Field, ...], text: str, within: int | None, *, scores: bool
    ) -> Compiled | None:
        folded = fold_all(tokens(text))
        if not folded:
            return None
        clauses = []
        for field in fields:
            if has_cjk(text) and field.kind in (TEXT, BAG):
                clauses.append(self._pairs(field, text, as_phrase=" " in text.strip() or within is not None))
            elif within is not None and len(folded) > 1:
                clauses.append(self._near(field, folded, within))
            else:
                clauses.append(self._sequence(field, FOLDED, folded))
        return self._best(fields, clauses, scores=scores)

    def _sequence(self, field: Field, form: str, words: list[str], slop: int = 0) -> "Q":
        if len(words) == 1:
            return self._build.term(field, form, words[0])
        return self._build.phrase(field, form, list(enumerate(words)), slop)

    def _near(self, field: Field, words: list[str], within: int) -> "Q":
        """Each neighbouring pair with at most that many other words between, in either order; the words score."""
        pairs = [self._near_pair(field, first, second, within) for first, second in itertools.pairwise(words)]
        return self._scored_by(field, words, pairs)

    def _scored_by(self, field: Field, words: list[str], found: "list[Q]") -> "Q":
        """What all of these find, scored by these words: engines differ in what they give for words with a slop."""
        terms = [self._build.term(field, FOLDED, word) for word in dict.fromkeys(words)]
        return self._build.all_of([*map(self._build.unscored, found), *terms])

    def _near_pair(self, field: Field, first: str, second: str, within: int) -> "Q":
        if first == second:
            # With a slop tantivy takes one word for both, so each distance is asked for by itself.
            either = [
                self._build.phrase(field, FOLDED, [(0, first), (distance, second)]) for distance in range(1, within + 2)
            ]
        else:
            either = [
                self._sequence(field, FOLDED, [first, second], within),
                self._sequence(field, FOLDED, [second, first], within),
            ]
        return self._build.any_of(either)

    def _pairs(self, field: Field, text: str, *, as_phrase: bool) -> "Q":
        """Chinese, Japanese and Korean: every pair of characters, side by side if it is a phrase."""
        placed: list[tuple[int, str]] = []
        position = 0
        for is_cjk, run in pair_runs(text):
            placed.extend((position + i, token) for i, token in enumerate(asked_run(is_cjk, run)))
            position += len(run)
        if len(placed) == 1:
            return self._one_pair(field, placed[0][1])
        if as_phrase:
            return self._build.phrase(field, PAIRS, placed)
        return self._build.all_of(
            [self._one_pair(field, token) for token in dict.fromkeys(token for _, token in placed)]
        )

    def _one_pair(self, field: Field, token: str) -> "Q":
        if len(token) == 1:
            return self._build.begins_pair(field, token)
        return self._build.term(field, PAIRS, token)

    # Words by a part of them, or by mistakes in them: all that are there count alike, so none scores.

    def _prefix(self, prefix: Prefix) -> Compiled | None:
        fields, _ = self._fields_of(prefix.field)
        is_whole = fields[0].kind == KEYWORD
        words = [value_key(prefix.prefix)] if is_whole else fold_all(tokens(prefix.prefix))
        if not any(words):
            return None
        if len(words[-1]) > _MAX_BEGUN:
            raise QueryError(
                f"Before a star stand at most {_MAX_BEGUN} letters or numbers. Write fewer of “{words[-1]}”."
            )
        if len(words) == 1:
            return self._of_any(fields, lambda field, form: self._build.pattern(field, form, [words[0], "*"]))
        queries = [query for field in fields if (query := self._build.prefix(field, FOLDED, words)) is not None]
        query = self._build.any_of(queries) if queries else self._build.nothing()
        return Compiled(self._build.unscored(query), scores=False)

    def _wildcard(self, node: Wildcard) -> Compiled | None:
        fields, _ = self._fields_of(node.field)
        form_of = part_key if fields[0].kind == KEYWORD else fold_word
        folded = [piece if piece in ("*", "?") else form_of(piece) for piece in pieces(node.pattern)]
        return self._of_any(fields, lambda field, form: self._build.pattern(field, form, folded))

    def _fuzzy(self, node: Fuzzy) -> Compiled | None:
        fields, _ = self._fields_of(node.field)
        word = value_key(node.text) if fields[0].kind == KEYWORD else fold_word(node.text)
        if not word:
            return None
        return self._of_any(fields, lambda field, form: self._build.fuzzy(field, form, word, node.mistakes))

    def _of_any(self, fields: tuple[Field, ...], build: "Callable[[Field, str], Q | None]") -> Compiled:
        form = VALUE if fields[0].kind == KEYWORD else FOLDED
        queries = [query for field in self._bag(fields) if (query := build(field, form)) is not None]
        query = self._build.any_of(queries) if queries else self._build.nothing()
        return Compiled(self._build.unscored(query), scores=False)

    def _has(self, node: Has) -> Compiled:
        return Compiled(self._build.unscored(self._build.has(self._field(node.field))), scores=False)

    def _numbers(self, node: NumberRange) -> Compiled:
        field = self._field(node.field)
        if node.least is None and node.most is None:
            return self._has(Has(node.field))
        if node.least is not None and node.least > _MOST_COUNTED:
            return Compiled(self._build.nothing(), scores=False)
        most = None if node.most is None else min(node.most, _MOST_COUNTED)
        return Compiled(self._build.unscored(self._build.numbers(field, node.least, most)), scores=False)

    def _range(self, bounds: Range) -> Compiled:
        return Compiled(self._build.unscored(self._days(bounds)), scores=False)

    def _days(self, bounds: Range) -> "Q":
        field = self._field(bounds.field)
        if field.kind not in (DATE, PERIODS):
            raise QueryError(f"The field “{field.name}” holds no days.")
        if bounds.first is None and bounds.last is None:
            return self._build.has(field)
        if field.kind == PERIODS:
            from archiver.periods import overlap_terms

            return self._build.terms(field, TERMS, overlap_terms(bounds.first, bounds.last))
        return self._build.days(field, bounds.first, bounds.last)

    # What lifts some of the documents found above the others; see archiver.ranking.

    def _tiers(self, words: list[str]) -> "list[Q]":
        if not words:
            return []
        tiers = [self._build.title_is(" ".join(words)[:MAX_KEY])]
        if len(words) > 1:
            tiers.extend(self._sequence(field, FOLDED, words) for field in self._searched if field.name == "title")
            others = [self._sequence(field, FOLDED, words) for field in self._searched if field.name != "title"]
            tiers.append(self._build.any_of(others))
        return tiers

    def newer_lifts(self, as_of: int | None) -> "list[tuple[int, Q]]":
        """For each number of days, what the articles published since earn."""
        field = find_field("published", self._build.fields)
        if as_of is None or field is None:
            return []
        return [(days, self._build.constant(self._build.since(field, as_of - days), score)) for days, score in NEWER]

    def near_lifts(self, words: list[str]) -> "list[tuple[tuple[str, str], Q]]":
        """For each pair of neighbouring words, what the articles earn that have them close to each other."""
        # A slop covers both orders, the other one a little less far.
        pairs = [pair for pair in itertools.pairwise(words) if pair[0] != pair[1]][:MAX_NEAR_PAIRS]
        texts = [field for field in self._searched if field.kind == TEXT]
        lifts = []
        for pair in pairs:
            near = self._build.any_of([self._sequence(field, FOLDED, [*pair], NEAR_WORDS) for field in texts])
            lifts += [
                (pair, self._build.weighted(self._scored_by(field, [*pair], [near]), NEAR_WEIGHT))
                for field in self._anywhere
            ]
        return lifts

    def _whole(self, field: Field, text: str) -> Compiled:
        return Compiled(self._build.unscored(self._build.term(field, VALUE, value_key(text))), scores=False)

    def _fields_of(self, name: str | None) -> tuple[tuple[Field, ...], bool]:
        """The fields that are searched for words, and whether matches in them score."""
        if name is None:
            return self._searched, True
        field = self._field(name)
        if field.kind in _WORDLESS:
            raise QueryError(f"The field “{field.name}” holds no words: ask it for {_WORDLESS[field.kind]}.")
        return (field,), field.kind == TEXT

    def _field(self, name: str) -> Field:
        field = find_field(name, self._build.fields)
        if field is None:
            raise QueryError(f"The index has no field “{name}”. If this program knows it, run “archive reindex”.")
        return field

    def _best(self, fields: tuple[Field, ...], clauses: "list[Q]", *, scores: bool) -> Compiled:
        """The best of the clauses, each weighted by its field; a field that bare words don't search counts in full."""
        if not clauses:
            return Compiled(self._build.nothing(), scores=scores)
        weighted = [
            self._build.weighted(clause, field.weight or 1.0) for field, clause in zip(fields, clauses, strict=True)
        ]
        best = weighted[0] if len(weighted) == 1 else self._build.best_of(weighted)
        return Compiled(best if scores else self._build.unscored(best), scores=scores)


_MAX_BEGUN = 100  # beyond some more the library's automaton is too large
_MOST_COUNTED = 2**31 - 1  # what a field of numbers can hold
_DAYS = "a day, a month, a year or a range of them"
_WORDLESS = {DATE: _DAYS, PERIODS: _DAYS, NUMBER: "a number, or a range such as >800"}


def _bare_texts(tree: "Node") -> list[str]:
    """The words and phrases of the query that are looked for in any field, in their order."""
    if isinstance(tree, Synonyms):
        return _bare_texts(tree.main)
    if isinstance(tree, Boost):
        return _bare_texts(tree.part)
    if isinstance(tree, Respelled):
        return [tree.nearest[0].text]
    if isinstance(tree, AtLeast) or (isinstance(tree, Group) and tree.operator == "and"):
        return [text for part in tree.parts if not isinstance(part, Group) for text in _bare_texts(part)]
    if isinstance(tree, Word) and is_address(tree.text):  # whose words are no headline's
        return []
    return [tree.text] if isinstance(tree, (Word, Phrase)) and tree.field is None else []


def _count_words(node: "Node") -> int:
    """The words of a query that can score."""
    if isinstance(node, (Group, AtLeast)):
        return sum(map(_count_words, node.parts))
    if isinstance(node, Boost):
        return int(_count_words(node.part) * max(1.0, node.factor)) + 1
    if isinstance(node, Respelled):
        return 1
    if isinstance(node, Synonyms):
        return max(map(_count_words, (node.main, *node.others)))
    return len(tokens(node.text)) if isinstance(node, (Word, Phrase)) else 0
