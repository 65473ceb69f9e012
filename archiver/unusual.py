"""How unusual a value's frequency is among some documents: the log-likelihood ratio G².

Dunning, “Accurate Methods for the Statistics of Surprise and Coincidence”, Computational Linguistics 19 (1993). The documents
of a query are put beside all others, those with the value beside those without, and G² says how badly “the value has
nothing to do with the query” fits these four counts. Unlike Pearson's χ² it stays sound for rare values, which most names
are, and unlike a ratio of frequencies it doesn't put first what stands in one document only.
"""

from math import log


def log_likelihood(having: int, found: int, overall: int, total: int) -> float:
    """G² of `having` of `found` documents with the value, where `overall` of all `total` have it.

    0 where the value is no more frequent among those found than among all.
    """
    if having * total <= overall * found:
        return 0.0
    table = (
        (having, found, overall),
        (found - having, found, total - overall),
        (overall - having, total - found, overall),
        (total - found - overall + having, total - found, total - overall),
    )
    return 2 * sum(cell * log(cell * total / (row * column)) for cell, row, column in table if cell)


def most_possible(having: int, found: int, total: int) -> float:
    """The greatest G² that a value of `having` of the `found` documents can have: that of one which no other has."""
    return log_likelihood(having, found, having, total)
