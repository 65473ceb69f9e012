"""What decides the order of hits, and the bounds of a search: the same numbers for every engine, each with its reason.

The weights of the fields stand in the field table. Only words and phrases score; everything else is a filter.
"""

STEM_WEIGHT = 0.6
"""Of a match on the stem, against one on the word itself: `mills` finds "mill", under the articles that say "mills"."""

SEQUENCE_WEIGHT = 2.0
"""Of all the query's words side by side, beside what each earns: `steel mill` is most often meant as a name."""

NEAR_WEIGHT = 0.5
"""Of two neighbouring words of the query close to each other, beside what each earns."""

NEAR_WORDS = 8
"""How many other words may stand between two that count as close: a clause of English news."""

MAX_NEAR_PAIRS = 8
"""Pairs of a long query that are looked for close to each other; the first ones, so that a pasted paragraph is quick."""

TITLE_SCORE = 1_000.0
"""For an article whose whole title is the query: above any sum of the other scores, which stay below a few hundred."""

MAX_EXPANSIONS = 1_000
"""Words that a prefix may stand for; beyond it the query is refused, never answered in part."""
