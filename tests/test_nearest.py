"""The words nearest to a mistyped one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.nearest import closest, edit_distance, nearest

WORDS = [("steel", 9), ("steal", 2), ("steep", 5), ("still", 7), ("mill", 30), ("mall", 4), ("furnace", 3), ("a", 99)]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("stele", ["steel"]),
        ("steel", ["steep", "steal"]),
        ("mlil", ["mill"]),
        ("furnnec", ["furnace"]),
        ("urnace", ["furnace"]),
        ("zebra", []),
        ("mi", []),
        ("", []),
    ],
)
def test_nearest(word: str, expected: list[str]) -> None:
    """The nearest words come first, of equally near ones the more frequent; a short word allows one mistake only."""
    assert nearest(word, WORDS) == expected


@pytest.mark.parametrize(
    ("word", "candidates", "expected"),
    [
        ("mil", [("mill", 25), ("il", 40), ("mit", 9), ("mid", 1), ("mills", 90)], ("mill", "mit")),
        ("councel", [("council", 30), ("counsel", 1)], ("council",)),
        ("rtain", [("train", 3), ("stain", 9)], ("stain", "train")),
        ("zebra", [("mill", 25)], ()),
    ],
)
def test_closest(word: str, candidates: list[tuple[str, int]], expected: tuple[str, ...]) -> None:
    """Of the words with fewest mistakes those are meant that begin alike, if any do, and aren't rare beside the others."""
    assert closest(word, candidates) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("steel", "steel", 0), ("steel", "stel", 1), ("steel", "stele", 1), ("steel", "style", 2), ("steel", "mill", 3)],
)
def test_edit_distance(one: str, other: str, expected: int) -> None:
    """A letter too many, too few or wrong, or two neighbours swapped, is one mistake; beyond the bound it isn't told."""
    assert edit_distance(one, other, 2) == expected


def _plainly(one: str, other: str) -> int:
    """The distance by its definition."""
    if not one or not other:
        return len(one) + len(other)
    found = min(
        _plainly(one[1:], other) + 1, _plainly(one, other[1:]) + 1, _plainly(one[1:], other[1:]) + (one[0] != other[0])
    )
    if len(one) > 1 and len(other) > 1 and one[0] == other[1] and one[1] == other[0]:
        found = min(found, _plainly(one[2:], other[2:]) + 1)
    return found


@given(st.text("abc", max_size=5), st.text("abc", max_size=5), st.integers(0, 3))
def test_the_bound_changes_nothing_below_it(one: str, other: str, most: int) -> None:
    """Stopping early gives the same distance wherever it isn't above the bound."""
    assert edit_distance(one, other, most) == min(_plainly(one, other), most + 1)
