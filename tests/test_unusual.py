"""How unusual a value is: G² of four counts."""

from __future__ import annotations

import pytest

from archiver.unusual import log_likelihood, most_possible


@pytest.mark.parametrize(
    ("having", "found", "overall", "total", "score"),
    [
        (110, 2552, 221, 31777, 270.72),  # “the swiss”, the first line of Dunning's own table
        (5, 10, 50, 100, 0.0),  # as frequent here as everywhere
        (1, 10, 50, 100, 0.0),  # rarer
        (10, 10, 10, 100, 65.02),  # all of those found, and no other
        (0, 10, 0, 100, 0.0),
        (7, 7, 7, 7, 0.0),  # the query finds everything
    ],
)
def test_four_counts(having: int, found: int, overall: int, total: int, score: float) -> None:
    """A value scores by how badly chance explains its counts, and not at all where it is no more frequent than elsewhere."""
    assert log_likelihood(having, found, overall, total) == pytest.approx(score, abs=0.005)


def test_nothing_passes_what_is_possible() -> None:
    """No value with as many of the hits can be more unusual than one that no other article has."""
    for having in range(1, 12):
        bound = most_possible(having, 12, 90)
        assert all(log_likelihood(having, 12, overall, 90) <= bound for overall in range(having, 80 + having - 12))
        assert bound >= most_possible(having - 1, 12, 90)
