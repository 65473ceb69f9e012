"""What decides the order of hits, and the bounds of a search: the same numbers for every engine, each with its reason.

The weights of the fields stand in the field table. Only words and phrases score; everything else is a filter.
"""

TOLD_AGAIN = (2, 1, 1)
"""How many times more than once the words of the headline, the standfirst and the lead count as words of the article: it
is about what they say. On collections of judged questions this gains up to 0.01 of nDCG@10 where the lead is the beginning
of a sentence, and costs as much where it is a whole one; all of a first paragraph costs up to 0.02."""

OTHER_FORM = 0.2
"""Of the lesser of a word's two matches, that on the word itself and that on its stem, beside the greater: an article that
says "mills" comes before one that says "mill" where `mills` was typed. The word itself is the rarer of the two, so it is
the greater match where there are both. Adding 0.2 is as good as any other way tried, and taking 0.6 of the stem worse."""

SYNONYM_WEIGHT = 0.5
"""Of a match on a word that means the same, against one on the word that was typed, or on its stem."""

OWN_ADDRESS = 200.0
"""Of the article that is at an address which was pasted as a query: more than naming it can earn another."""

NEAR_WEIGHT = 0.2
"""Of two neighbouring words of the query close to each other in a text, beside what each earns. 0.1 to 0.3 gain up to 0.01 of
nDCG@10 on judged questions of news; 0.5 within 8 words lost 0.03."""

NEAR_WORDS = 3
"""How many other words may stand between two that count as close: "closure of the steel mill"."""

MAX_NEAR_PAIRS = 8
"""Pairs of a long query that are looked for close to each other; the first ones, so that a pasted paragraph is quick."""

NEWER = ((30, 0.2), (365, 0.2), (1_826, 0.2))
"""Days back from today within which an article was published, and what its score gets for each: of two articles that match
alike the newer one comes first, and one that matches better stays before it (a word earns from 2 to 10)."""

TIER_SCORE = 1_000.0
"""Hits come in tiers: first the articles whose whole headline is the query; then those whose headline holds its words
side by side, as `steel mill` is most often meant; then those that hold them so in another field that is searched; then
the others. Each tier is in order of score; a hit's score has this much added for every tier below its own, which is more
than a score can be."""

TIER_WORDS = 10
"""Words of a query after which that must be as much again: each word may add some dozens to a score."""

MAX_EXPANSIONS = 16_000
"""Words that may continue a phrase of which the last one is only begun (`covid-1*`); beyond it the embedded engine's library
refuses the query, which is never answered in part. Of a single word that is begun there is no such bound."""
