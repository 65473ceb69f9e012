"""Counting the values of one generation for its facets: exact, by documents."""

import tantivy
from tantivy import Occur

from archiver.engines.embedded.build import name_of
from archiver.engines.embedded.schema import FIRST, LAST, SPELLING
from archiver.engines.values import SEPARATOR, best_spelling

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from archiver.engines.choosing import Asked, Counted
    from archiver.engines.embedded.opening import View
    from archiver.fields import Field

_Query = tantivy.Query

_LOOKS = (40, 1_000)  # values a segment names in each look: naming them is what takes time; the first is mostly enough
_FEW_VALUES = 30  # up to which each value is counted by a query of its own, rather than by going through all values
_MANY_GROUPS = 200  # beyond which it is quicker to go through the names of all
_MAX_BUCKETS = 60_000  # the library refuses an answer of more than 65,000


class EmbeddedCounter:
    """Counts through the library; see `archiver.engines.counting.Counter` for each."""

    def __init__(self, view: "View") -> None:
        self._view, self._schema, self._searcher = view, view.schema, view.searcher

    def count(self, query: tantivy.Query) -> int:
        """How many documents a query finds."""
        return self._view.count(query)

    def each(self, base: tantivy.Query, queries: "Sequence[tantivy.Query]") -> list[int]:
        """How many documents of `base` each of these finds."""
        # The value first: it is the rarer of the two, as a rule, and leads.
        return [self._view.count(_Query.boolean_query([(Occur.Must, query), (Occur.Must, base)])) for query in queries]

    def first(self, counted: "Counted", base: tantivy.Query, limit: int, hidden: "Sequence[str]") -> dict[str, int]:
        """At least the `limit` most frequent values and all that tie with the last of them, with exact counts."""
        name = name_of(counted.field, counted.form)
        for look in _LOOKS:
            if look <= limit:
                continue
            counts, error = self._terms(name, base, look, exclude=hidden)
            if not error:
                return counts
            # A value that no segment named has at most `error` documents; one that some named has at most that many
            # more than were counted. So the values that can be among the first are known, and are counted for sure.
            least = sorted(counts.values(), reverse=True)[min(limit, len(counts)) - 1]
            if least > error:
                if self._searcher.num_segments == 1:
                    return counts  # what a segment names it has counted whole
                return self.those(counted, base, [value for value, n in counts.items() if n + error >= least])
        # The slow way, which holds every value: for long lists of rare ones.
        without = set(hidden)
        return {value: count for value, count in self.every(counted, base).items() if value not in without}

    def quickly(self, asked: "Asked", limit: int) -> dict[str, int] | None:
        """Likewise with the names merged, where that is known without looking for thousands of names."""
        counted, base, merging = asked
        assert merging is not None
        name = name_of(counted.field, counted.form)
        for look in _LOOKS:
            counts, error = self._terms(name, base, look)
            plain = {
                key: count
                for key, count in counts.items()
                if key not in merging.group_of and key not in merging.blocked
            }
            # A group has at least as many documents as one of its names, and at most as all of them together.
            groups = dict.fromkeys(merging.group_of[key] for key in counts if key in merging.group_of)
            sure = [*plain.values(), *(max(counts.get(key, 0) for key in merging.groups[group]) for group in groups)]
            least = sorted(sure, reverse=True)[limit - 1] if 0 < limit <= len(sure) else 0
            if error and least <= error:
                continue
            if error:  # those of which no name was seen may be among the first where they have very many names
                groups |= {
                    group: None
                    for group, keys in merging.groups.items()
                    if group not in groups and len(keys) * error >= least
                }
            bounds = {group: sum(counts.get(key, 0) + error for key in merging.groups[group]) for group in groups}
            wanted = [group for group, bound in bounds.items() if bound >= least]
            if len(wanted) > _MANY_GROUPS:
                continue
            if error and self._searcher.num_segments > 1:
                plain = self.those(counted, base, [key for key, count in plain.items() if count + error >= least])
            known: dict[str, int] = {}
            if not error:  # every name that there is was seen, and where that is one, it is counted
                seen = {group: [key for key in merging.groups[group] if key in counts] for group in wanted}
                known = {group: counts[keys[0]] for group, keys in seen.items() if len(keys) == 1}
                wanted = [group for group in wanted if group not in known]
            queries = [_Query.term_set_query(self._schema, name, list(merging.groups[group])) for group in wanted]
            unions = zip(wanted, self.each(base, queries), strict=True)
            return plain | known | {group: count for group, count in unions if count}
        return None

    def every(self, counted: "Counted", base: tantivy.Query) -> dict[str, int]:
        """Every value that a document of `base` has."""
        name = name_of(counted.field, counted.form)
        counts, error = self._terms(name, base, _LOOKS[-1])
        # The library's list of terms looks at all there are, however few documents have one.
        return dict(self._searcher.terms_with_prefix(name, "", filter_query=base)) if error else counts

    def those(self, counted: "Counted", base: tantivy.Query, values: "Sequence[str]") -> dict[str, int]:
        """These values, where a document of `base` has them."""
        name = name_of(counted.field, counted.form)
        if len(values) > _FEW_VALUES:
            found: dict[str, int] = {}
            for start in range(0, len(values), _MAX_BUCKETS):
                part = values[start : start + _MAX_BUCKETS]
                found.update(self._terms(name, base, len(part), include=part)[0])
            return found
        counts = self.each(base, [_Query.term_query(self._schema, name, value) for value in values])
        return {value: count for value, count in zip(values, counts, strict=True) if count}

    def held(self, counted: "Counted", values: "Sequence[str]") -> list[str]:
        """Those of these values that the generation holds, deleted documents included."""
        name, frequency = name_of(counted.field, counted.form), self._searcher.doc_freq
        return [value for value in values if frequency(name, value)]

    def span(self, field: "Field", base: tantivy.Query) -> int:
        """The days from the first to the last that the dates of these documents may mean."""
        ends = {"first": {"min": {"field": field.name + FIRST}}, "last": {"max": {"field": field.name + LAST}}}
        answer = self._searcher.aggregate(base, ends)
        first, last = answer["first"]["value"], answer["last"]["value"]
        return 0 if first is None or last is None else int(last - first) + 1

    def spelled(self, field: "Field", keys: "Sequence[str]") -> dict[str, str]:
        """Each key's value, as most documents have it."""
        found = {}
        for key in keys:
            rows = self._searcher.terms_with_prefix(field.name + SPELLING, key + SEPARATOR)
            if rows:
                spellings = [(spelling.partition(SEPARATOR)[2], documents) for spelling, documents in rows]
                found[key] = best_spelling(spellings)
        return found

    def _terms(
        self,
        name: str,
        query: tantivy.Query,
        size: int,
        include: "Sequence[str] | None" = None,
        exclude: "Sequence[str]" = (),
    ) -> tuple[dict[str, int], int]:
        # All that a segment named are wanted: a value that is dropped when they are put together could be any.
        together = min(size * max(1, self._searcher.num_segments), _MAX_BUCKETS)
        terms: dict[str, object] = {"field": name, "size": together, "segment_size": size}
        if include is not None:
            terms["include"] = list(include)
        if exclude:
            terms["exclude"] = list(exclude)
        answer = self._searcher.aggregate(query, {"values": {"terms": terms}})["values"]
        counts = {str(bucket["key"]): int(bucket["doc_count"]) for bucket in answer["buckets"]}
        return counts, int(answer.get("doc_count_error_upper_bound") or 0)
