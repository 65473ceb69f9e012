"""What is remembered beside a generation, in the index `<alias>-state`: how far each log is consumed, and which languages.

Beside it and not in its mapping's `_meta`, for that is replaced whole and costs an update of the cluster's state each
time. A document `<generation>` has the languages, a document `<generation>:<log>` has a position, and a document
`<generation>:awaited` is there while a generation is awaited.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from elasticsearch import BadRequestError, ConflictError, Elasticsearch, NotFoundError, helpers

from archiver.errors import IndexingError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MAPPINGS: dict[str, Any] = {
    "dynamic": "strict",
    "properties": {
        "generation": {"type": "keyword"},
        "log": {"type": "keyword"},
        "position": {"type": "long"},
        "languages": {"type": "keyword"},
        "has_pairs": {"type": "boolean"},
        "awaited": {"type": "boolean"},
    },
}
_AWAITED = "awaited"
_MOST = 10_000  # documents of the index: a few for each generation
_TRIES = 20  # to change a document that others change too


class Holding(NamedTuple):
    """What a generation has consumed of each log, and what it holds: stemmed languages, and text in pairs (CJK).

    `languages` is None where nothing is remembered, as after a loss of the index: it may hold any then, and pairs.
    `awaited`: it is to be read when all archives have brought it up to their logs.
    """

    positions: Mapping[str, int] = {}
    languages: tuple[str, ...] | None = None
    has_pairs: bool = True
    awaited: bool = False


class States:
    """The states of all generations behind one alias."""

    def __init__(self, client: Elasticsearch, alias: str) -> None:
        self._client = client
        self.index = f"{alias}-state"

    def make(self) -> None:
        """Make the index, if it isn't there."""
        if self._client.indices.exists(
            index=self.index
        ):  # told without the master, whom making one would ask each time
            return
        try:
            self._client.indices.create(
                index=self.index,
                mappings=MAPPINGS,
                settings={"number_of_shards": 1, "auto_expand_replicas": "0-1", "hidden": True},
            )
        except BadRequestError as error:
            if error.error != "resource_already_exists_exception":
                raise

    def all(self) -> dict[str, Holding]:
        """What each generation holds, by its name."""
        rows = self._search({"match_all": {}})
        return {name: self._holding(row for row in rows if row.get("generation") == name) for name in _names(rows)}

    def names(self) -> set[str]:
        """The generations of which something is remembered."""
        return _names(self._search({"match_all": {}}))

    def of(self, generation: str) -> Holding:
        """What one generation holds."""
        return self._holding(self._search({"term": {"generation": generation}}))

    def _search(self, query: dict[str, Any]) -> list[dict[str, Any]]:
        try:
            answer = self._client.search(index=self.index, query=query, size=_MOST, filter_path="hits.hits._source")
        except NotFoundError:
            return []
        return [hit["_source"] for hit in answer.get("hits", {}).get("hits", ())]

    def begin(self, generation: str) -> None:
        """Remember that a new generation holds nothing yet, unless more is remembered of it already."""
        self.make()
        row = {"generation": generation, "languages": [], "has_pairs": False}
        with suppress(ConflictError):
            self._client.create(index=self.index, id=generation, document=row, refresh=True)

    def set_awaited(self, generation: str, *, awaited: bool) -> None:
        """Remember whether a generation is to be read when all archives have brought it up to their logs."""
        self.make()
        identifier = f"{generation}:{_AWAITED}"
        if awaited:
            row = {"generation": generation, _AWAITED: True}
            # An older program may have made the index, without this field.
            self._client.indices.put_mapping(index=self.index, properties=MAPPINGS["properties"])
            self._client.index(index=self.index, id=identifier, document=row, refresh=True)
        else:
            self._client.options(ignore_status=404).delete(index=self.index, id=identifier, refresh=True)

    def _holding(self, rows: Iterable[dict[str, Any]]) -> Holding:
        """What these documents say. Raises IndexingError where they aren't what the archive writes."""
        positions: dict[str, int] = {}
        holding = Holding()
        awaited = False
        try:
            for row in rows:
                if "log" in row:
                    positions[str(row["log"])] = int(row["position"])
                elif row.get(_AWAITED):
                    awaited = True
                else:
                    holding = Holding({}, tuple(map(str, row["languages"])), bool(row["has_pairs"]))
        except (KeyError, TypeError, ValueError) as error:
            raise IndexingError(
                f"The index {self.index} isn't as the archive writes it ({type(error).__name__}: {error}). Delete it (DELETE "
                f"/{self.index}): the next “archive add” makes it anew, and reads the log from its beginning once."
            ) from error
        return holding._replace(positions=positions, awaited=awaited)

    def forget(self, generation: str) -> None:
        """Remove what is remembered of a generation."""
        rows = self._search({"term": {"generation": generation}})
        gone = [{"_op_type": "delete", "_id": _id(generation, row)} for row in rows]
        helpers.bulk(self._client, gone, index=self.index, refresh=True, raise_on_error=False)


class State:
    """The state of one generation, for its writer."""

    def __init__(self, states: States, client: Elasticsearch, generation: str) -> None:
        self._client, self._states, self._generation = client, states, generation
        holding = states.of(generation)
        self.positions = dict(holding.positions)
        self.is_known = holding.languages is not None
        """Whether something is remembered of the generation; not after a loss of the state."""
        self._languages, self._has_pairs = set(holding.languages or ()), holding.has_pairs and self.is_known

    def is_news(self, language: str | None, *, has_pairs: bool) -> bool:
        """Whether the generation isn't known yet to hold this language, or text in pairs."""
        return (language is not None and language not in self._languages) or (has_pairs and not self._has_pairs)

    def add(self, language: str | None, *, has_pairs: bool) -> None:
        """Remember that the generation holds this; other folders' writers may do the same at once.

        Where nothing is remembered that is left so: whoever reads the generation asks for all languages then. To
        remember this one alone would hide the others, which it holds as well.
        """
        for _ in range(_TRIES):
            try:
                found = self._client.get(index=self._states.index, id=self._generation)
            except NotFoundError:
                row: dict[str, Any] = {}
                break
            there = found["_source"]
            row = {
                "generation": self._generation,
                "languages": sorted({*there.get("languages", ()), *([language] if language else [])}),
                "has_pairs": has_pairs or bool(there.get("has_pairs")),
            }
            seen = {"if_seq_no": found["_seq_no"], "if_primary_term": found["_primary_term"]}
            with suppress(ConflictError):
                self._client.index(index=self._states.index, id=self._generation, document=row, refresh=True, **seen)
                break
        else:
            raise AssertionError("others change the same document without end")
        self._languages |= {*row.get("languages", ()), *([language] if language else [])}
        self._has_pairs |= has_pairs or row.get("has_pairs", False)

    def remember(self, positions: Mapping[str, int]) -> None:
        """Remember how far these logs are consumed."""
        for log, position in positions.items():
            if self.positions.get(log) == position:
                continue
            row = {"generation": self._generation, "log": log, "position": position}
            self._states.make()  # somebody may have deleted it: the cluster would make one of its own by this row
            self._client.index(index=self._states.index, id=_id(self._generation, row), document=row, refresh=True)
            self.positions[log] = position


def _names(rows: list[dict[str, Any]]) -> set[str]:
    return {str(name) for row in rows if (name := row.get("generation"))}


def _id(generation: str, row: Mapping[str, Any]) -> str:
    part = _AWAITED if row.get(_AWAITED) else row.get("log")
    return f"{generation}:{part}" if part else generation
