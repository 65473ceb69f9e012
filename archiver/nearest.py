"""The words nearest to one that nothing holds: by edit distance, then by how many documents hold them."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_NEAREST = 3
_LONG = 6  # letters from which a word may have two mistakes, as in Elasticsearch's AUTO
_SHORTEST = 3
"""Letters of a word that may be taken for another one."""


RARE = 5
"""How many times as many documents as one word another must have, for the first not to be meant."""


def mistakes_allowed(word: str) -> int:
    """How many mistakes a word may have and still be meant: one, in a long word two."""
    return 2 if len(word) >= _LONG else 1


def nearest(word: str, candidates: "Iterable[tuple[str, int]]", limit: int = MAX_NEAREST) -> list[str]:
    """The candidates (word, documents) within one mistake of a short word, two of a longer one, the nearest first.

    Two mistakes leave the first letter as it is: people seldom miss it, and Elasticsearch's speller knows no others. A
    mistake is a letter too many, too few or wrong, or two neighbours in each other's place.
    """
    return [candidate for _, _, candidate in _ranked(word, candidates)[:limit]]


def closest(word: str, candidates: "Iterable[tuple[str, int]]") -> tuple[str, ...]:
    """The candidates that are most likely meant by a word that nothing holds, the most frequent first.

    Those that no other is nearer than; of these rather such as begin like the word, and none that is rare beside the most
    frequent.
    """
    found = _ranked(word, candidates)
    near = [row for row in found if row[0] == found[0][0]]
    near = [row for row in near if row[2][0] == word[0]] or near
    return tuple(candidate for _, less, candidate in near if less * RARE <= near[0][1])


def _ranked(word: str, candidates: "Iterable[tuple[str, int]]") -> list[tuple[int, int, str]]:
    if len(word) < _SHORTEST:
        return []
    most = mistakes_allowed(word)
    letters = set(word)
    found = []
    for candidate, documents in candidates:
        # Each mistake changes the length by one at most, and the set of letters by two: most words end here.
        if (
            abs(len(candidate) - len(word)) > most
            or candidate == word
            or len(letters.symmetric_difference(candidate)) > 2 * most
        ):
            continue
        allowed = most if candidate[0] == word[0] else 1
        distance = edit_distance(word, candidate, allowed)
        if distance <= allowed:
            found.append((distance, -documents, candidate))
    return sorted(found)


def edit_distance(one: str, other: str, most: int) -> int:
    """The number of mistakes between two words (optimal string alignment); more than `most` is given as `most` + 1."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, other_letter in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other_letter))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == other_letter:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most and min(before) > most:
            return most + 1
    return min(row[-1], most + 1)
