"""Lists of a facet's values for which all must be looked at: by how they begin, by name, by how unusual they are."""

from itertools import islice

from archiver.analysis import fold_all, stand_together, tokens
from archiver.engines.counting import Row, by_count, merged
from archiver.errors import QueryError
from archiver.facets import ORDERS
from archiver.periods import place
from archiver.unusual import log_likelihood, most_possible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archiver.engines.builder import Builder
    from archiver.engines.choosing import Asked, Counter, Present

_BATCH = 1_000  # values whose frequency in the whole index is asked for at once


class Listing:
    """The values that the documents of `base` have."""

    def __init__(self, counter: "Counter", build: "Builder", asked: "Asked", present: "Present") -> None:
        self._counter, self._everything, self._present = counter, build.everything(), present
        self._counted, self._base, self._merging = asked

    def rows(self, limit: int, like: str, order: str) -> list[Row]:
        """At most `limit` values that match `like`, in this order. Raises QueryError for an order that there isn't."""
        if order not in ORDERS:
            raise QueryError(f"The values of a facet can't be sorted by “{order}”, only by {', '.join(ORDERS)}.")
        values = self._counter.every(self._counted, self._base)
        hidden = set(self._present.hidden)
        plain = {key: count for key, count in values.items() if key not in hidden and self._matches(like, key)}
        groups = {group: keys for group, keys in self._present.groups.items() if self._matches(like, group)}
        if order == "name":
            return self._by_name(plain, values, groups, limit)
        if order == "unusual":
            return self._by_likelihood(plain, values, groups, limit)
        counts = merged(plain, values, self._present._replace(groups=groups), limit, self._union)
        return [Row(*row) for row in sorted(counts.items(), key=by_count)[:limit]]

    def _union(self, groups: "Sequence[tuple[str, ...]]") -> list[int]:
        return self._counter.having(self._counted, self._base, groups)

    def _by_name(
        self, plain: dict[str, int], values: dict[str, int], groups: "dict[str, tuple[str, ...]]", limit: int
    ) -> list[Row]:
        held = {group: tuple(key for key in keys if key in values) for group, keys in groups.items()}
        names = sorted([*plain, *(group for group, keys in held.items() if keys)], key=self._place)[:limit]
        wanted = [name for name in names if name not in plain]
        counts = (
            {**plain, **dict(zip(wanted, self._union([held[name] for name in wanted]), strict=True))}
            if wanted
            else plain
        )
        return [Row(name, counts[name]) for name in names]

    def _place(self, key: str) -> tuple[str, int, str]:
        """Names by the alphabet, dates by time, of those that begin together the longer period first."""
        if self._counted.unit in ("", "precision"):
            return key, 0, key
        return *place(key), key

    def _matches(self, like: str, key: str) -> bool:
        """Whether one of the names of a value has words that begin so."""
        if not like:
            return True
        if self._counted.unit:
            return key.startswith(like.lower())
        names: Iterable[str] = (key,)
        if self._merging and key in self._merging.groups:
            names = self._merging.groups[key]
        wanted = fold_all(tokens(like))
        return bool(wanted) and any(stand_together(fold_all(tokens(name)), wanted, is_begun=True) for name in names)

    def _by_likelihood(
        self, plain: dict[str, int], values: dict[str, int], groups: "dict[str, tuple[str, ...]]", limit: int
    ) -> list[Row]:
        """The values that are more frequent here than in the whole index, the most unusual first.

        A value that n of the hits have can't be more unusual than one that nobody else has. So the rarer ones are passed over
        as soon as that wouldn't be enough; of a group that n is at most what its names have together.
        """
        found, total = self._counter.count(self._base), self._counter.count(self._everything)
        if found == total:
            return []
        held = {group: tuple(key for key in keys if key in values) for group, keys in groups.items()}
        bounds = plain | {group: sum(values[key] for key in keys) for group, keys in held.items() if keys}
        rest = iter(sorted(bounds.items(), key=by_count))
        best: list[tuple[float, Row]] = []
        while batch := list(islice(rest, _BATCH)):
            if len(best) >= limit and (
                not limit or most_possible(min(batch[0][1], found), found, total) < -best[limit - 1][0]
            ):
                break
            counts = {key: count for key, count in batch if key in plain}
            several = [key for key, _ in batch if key not in plain]
            if several:
                counts.update(zip(several, self._union([held[key] for key in several]), strict=True))
            overall = self._overall(list(counts))
            for key, having in counts.items():
                score = log_likelihood(having, found, overall[key], total)
                if score > 0:
                    best.append((-score, Row(key, having, overall[key])))
            best.sort(key=lambda each: (each[0], each[1].key))
        return [row for _, row in best[:limit]]

    def _overall(self, keys: list[str]) -> dict[str, int]:
        groups = {key: self._present.groups[key] for key in keys if key in self._present.groups}
        counts = self._counter.overall(self._counted, [key for key in keys if key not in groups])
        several = self._counter.having(self._counted, self._everything, [*groups.values()]) if groups else []
        return {**counts, **dict(zip(groups, several, strict=True))}
