"""The same queries find the same articles, count the same and show the same on both engines; see docs/elasticsearch.md."""

from __future__ import annotations

import json
import random
import shutil
import uuid
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from archiver import Archive
from archiver.document import decode
from archiver.engines.elastic import ElasticEngine
from archiver.engines.embedded import EmbeddedEngine
from archiver.errors import QueryError
from archiver.facets import FACETS
from archiver.query.parser import parse
from archiver.query.tree import EVERYTHING, Query
from archiver.settings import Settings
from tests.conftest import index_again
from tests.elastic.arithmetic import answer_of
from tests.elastic.parity_articles import json_lines
from tests.elastic.parity_fuzz import Fuzz
from tests.elastic.parity_queries import QUERIES, SELECTIONS
from tests.engines.articles import article
from tests.engines.conftest import fill

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from archiver.document import Document
    from archiver.engine import Reader
    from archiver.results import Hit

MOST = 1_000  # more hits than the samples give
TIE = 3e-4  # scores with a tier's lift are no finer than that: single precision has 24 bits
MARGIN = 1.0  # points of score, where languages make the statistics differ; see docs/elasticsearch.md
NEAR = 0.1  # likewise, over the samples
DIFFERENT = 0.25  # of the queries, at most, may have another order among the first 20, likewise
FIRST = 20
DRAWN = 300  # queries drawn at random; thousands once found what is mended now


class Both(NamedTuple):
    """The same articles in the embedded engine and in Elasticsearch."""

    embedded: Reader
    elastic: Reader


def settings(home: Path, url: str, shards: int = 1) -> Settings:
    """Settings of an archive in this folder whose index is in Elasticsearch, under a name of its own."""
    alias = f"test-parity-{uuid.uuid4().hex[:12]}"
    return Settings(
        str(home),
        elasticsearch=url,
        elasticsearch_alias=alias,
        elasticsearch_shards=shards,
        elasticsearch_codec="default",
    )


@pytest.fixture(scope="module")
def samples(samples_home: Path, elasticsearch_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    """The samples and the articles made for this, indexed by both engines."""
    home = tmp_path_factory.mktemp("parity") / "archive"
    shutil.copytree(samples_home, home)
    extra = home.parent / "extra.jsonl"
    extra.write_bytes(json_lines())
    with Archive.open(str(home)) as embedded:
        added = embedded.add(str(extra))
        assert (added.rejected, added.failures) == ((), ())
        with Archive.open(settings=settings(home, elasticsearch_url)) as elastic:
            index_again(embedded, elastic.engine)
            yield Both(embedded.reader, elastic.reader)


def written(home: Path, url: str, documents: Sequence[Document], *, shards: int = 1, batch: int = 100_000) -> Both:
    """Readers of these articles, written through each engine's own writer."""
    engines = (EmbeddedEngine(str(home)), ElasticEngine(settings(home, url, shards)))
    for engine in engines:
        fill(engine, documents, batch=batch)
    return Both(*(engine.open_reader() for engine in engines))


def asked(text: str, selections: Mapping[str, tuple[str, ...]] | None = None, **wanted: Any) -> Query:
    """The query that this text is."""
    return Query(parse(text), text, selections or {}, **wanted)


def answer(reader: Reader, text: str, selections: Mapping[str, tuple[str, ...]], **wanted: Any) -> Any:
    """What an engine answers to a query, but for scores and the order: or why it refuses."""
    try:
        page = reader.search(asked(text, selections, limit=MOST, **wanted))
    except QueryError as error:
        return str(error)
    hits = {hit.id: hit._replace(score=None) for hit in page.hits}
    assert len(hits) == len(page.hits) == page.total
    return page.total, hits, page.facets


ASKED = [(text, {}) for text in QUERIES] + [(text, chosen) for chosen in SELECTIONS for text in ("", "mill")]


def test_each_query_finds_counts_and_shows_the_same(samples: Both) -> None:
    """The same articles, the same total, the same counts of every facet, the same hits and highlights; or it is refused."""
    found = 0
    for text, chosen in ASKED:
        one, other = (answer(reader, text, chosen, facets=FACETS, facet_size=MOST) for reader in samples)
        assert one == other, (text, chosen)
        found += not isinstance(one, str) and one[0] > 0
    assert found > 250


@pytest.mark.parametrize("sort", ["newest", "oldest", "title"])
def test_each_query_is_sorted_alike(samples: Both, sort: str) -> None:
    """By date and by headline the hits come in the same order, whatever is asked."""
    for text, chosen in ASKED[::3]:
        if isinstance(answer(samples.embedded, text, chosen), str):
            continue
        query = asked(text, chosen, sort=sort, limit=MOST, highlight=False)
        one, other = ([hit.id for hit in reader.search(query).hits] for reader in samples)
        assert one == other, (text, chosen)


def test_short_lists_of_a_facet_are_the_same(samples: Both) -> None:
    """However few values of a facet are asked for, they are the same, with what is chosen beyond them."""
    for text, chosen in [("", {}), ("mill", {}), *ASKED[-2 * len(SELECTIONS) :: 4]]:
        for facet in FACETS[::2]:
            for limit in (0, 1, 2, 7):
                one, other = (reader.facet(asked(text, chosen), facet, limit=limit) for reader in samples)
                assert one == other, (text, chosen, facet, limit)


def test_what_a_query_could_have_meant_is_the_same(samples: Both) -> None:
    """The parts of a query are counted alike, and the same words and values are proposed for those that nothing has."""
    for text, chosen in ASKED:
        if not isinstance(answer(samples.embedded, text, chosen, highlight=False), str):
            one, other = (reader.diagnose(asked(text, chosen)) for reader in samples)
            assert one == other, (text, chosen)


def test_scans_and_versions_are_the_same(samples: Both) -> None:
    """Exports are the same, byte for byte, and so are the versions of all articles."""
    assert list(samples.embedded.versions()) == list(samples.elastic.versions())
    for text, chosen in [("", {}), ("mill", {}), ("钢铁", {}), *ASKED[-2 * len(SELECTIONS) :: 4]]:
        one, other = (list(reader.scan(asked(text, chosen))) for reader in samples)
        assert one == other, (text, chosen)


def test_queries_drawn_at_random_add_up(samples: Both) -> None:
    """The count, the pages to the end, the export and the facets of queries drawn at random agree, on both engines alike.

    They are drawn from the articles' own words and values, with typing errors and all.
    """
    rows = [json.loads(line) for line in samples.embedded.scan(Query())]
    # In an order of their own: ids, and so the order of the export, depend on where the project lies.
    texts = sorted(text for row in rows for text in _texts(row))
    values = {
        facet: [row.value for row in samples.embedded.facet(Query(), facet, limit=MOST) if row.value]
        for facet in FACETS
    }
    found = refused = loosened = 0
    for number, (text, chosen) in enumerate(Fuzz(11, texts, values).queries(DRAWN)):
        one, other = (answer_of(reader, number, text, chosen) for reader in samples)
        assert one == other, (text, chosen)
        refused += isinstance(one, str)
        found += not isinstance(one, str) and one.total > 0
        loosened += not isinstance(one, str) and any(one.told[:2])
    assert (found > 0.4 * DRAWN, refused < 0.05 * DRAWN, loosened > 0) == (True, True, True), (found, refused, loosened)


def _texts(row: dict[str, Any]) -> Iterator[str]:
    yield from (row["title"] or "", row["standfirst"] or "", row["text"], " ".join(row["authors"]))
    yield from (part["name"] for kind in ("people", "organisations", "places") for part in row[kind])
    yield from (story["title"] for story in row["related"])
    yield from (part["text"] for part in row["discarded"])


# The order by relevance.

WORDS = [
    "steel",
    "mill",
    "mills",
    "milling",
    "worker",
    "workers",
    "works",
    "closed",
    "closing",
    "river",
    "train",
    "trains",
    "court",
    "furnace",
    "ore",
    "hall",
    "band",
]


def _uniform(count: int) -> list[Document]:
    """Articles of one language that all have every field that scores."""
    draw = random.Random(1)

    def text(least: int, most: int) -> str:
        return " ".join(draw.choices(WORDS, weights=range(len(WORDS), 0, -1), k=draw.randint(least, most)))

    return [
        article(
            str(number),
            text(2, 6),
            text(20, 200),
            standfirst=draw.choice(("", text(5, 15))),
            authors=draw.choice((("Ann Lee",), ("Bo Ström",), ())),
            dateline=draw.choice(("Norburg", "London", None)),
            language="en",
        )
        for number in range(count)
    ]


def test_scores_agree_in_one_language(elasticsearch_url: str, tmp_path: Path) -> None:
    """Where all articles are in one language scores are the same within single precision, and so is the order."""
    both = written(tmp_path, elasticsearch_url, _uniform(400))
    pairs = [f"{one} {other}" for one in WORDS[:6] for other in WORDS[3:9] if one != other]
    queries = [*WORDS, *pairs, *(f'"{pair}"' for pair in pairs[::3]), *(f'"{pair}"~4' for pair in pairs[::3])]
    queries += ["steel OR river", "title:mill", "steel -mill", "mill band hall", "lee steel", "=mills", "norburg train"]
    queries += [" ".join(WORDS[:12]), f'"{" ".join(WORDS[:3])}"~9']
    for text in queries:
        one, other = (list(reader.search(asked(text, limit=400, highlight=False)).hits) for reader in both)
        assert _scores(one) == pytest.approx(_scores(other), rel=2e-6, abs=TIE), text
        assert _greatest_inversion(one, other) < TIE, text


def test_the_samples_come_in_the_same_order(samples_home: Path, elasticsearch_url: str, tmp_path: Path) -> None:
    """Over samples of six languages, with fields missing, the first hits come in the same order but for near ties.

    The more languages, the more often the usual length of a text is another: see the next test.
    """
    with Archive.open(str(samples_home)) as archive:
        documents = [decode(line) for line in archive.reader.scan(Query())]
    documents = [document for document in documents if document.language in {"ar", "de", "en", "es", "fr", "ur"}]
    both = written(tmp_path, elasticsearch_url, documents)
    differ = {text: margin for text, one, other, margin in _ordered(both) if one[:FIRST] != other[:FIRST]}
    assert len(differ) < 0.1 * len(QUERIES), differ
    assert all(margin < NEAR for margin in differ.values()), {
        text: margin for text, margin in differ.items() if margin >= NEAR
    }


def test_where_statistics_differ_no_hit_passes_a_clearly_better_one(samples: Both) -> None:
    """Where the same words stand in many languages, the order differs in few queries, among hits of near scores."""
    rows = list(_ordered(samples))
    assert len(rows) > 200
    assert max(margin for *_, margin in rows) < MARGIN
    assert sum(one[:FIRST] != other[:FIRST] for _, one, other, _ in rows) / len(rows) < DIFFERENT


def _ordered(both: Both) -> Iterator[tuple[str, list[str], list[str], float]]:
    """Each query, the ids that it finds in both orders, and how much better a hit is than another that passes it."""
    for text in QUERIES:
        if isinstance(answer(both.embedded, text, {}, highlight=False), str):
            continue
        one, other = (list(reader.search(asked(text, limit=MOST, highlight=False)).hits) for reader in both)
        ids, others = [hit.id for hit in one], [hit.id for hit in other]
        if one and one[0].score is not None:
            yield text, ids, others, _greatest_inversion(one, other)
        else:
            assert ids == others, text


def _scores(hits: list[Hit]) -> dict[str, float]:
    return {hit.id: hit.score or 0.0 for hit in hits}


def _greatest_inversion(one: list[Hit], other: list[Hit]) -> float:
    """Of all pairs of hits that stand in one order here and in the other there, the greatest difference of scores."""
    first, second = _scores(one), _scores(other)
    places = {hit.id: place for place, hit in enumerate(other)}
    ids = [hit.id for hit in one]
    if ids == list(places):
        return 0.0
    return max(
        (
            max(first[above] - first[below], second[below] - second[above])
            for place, above in enumerate(ids)
            for below in ids[place + 1 :]
            if places[above] > places[below]
        ),
        default=0.0,
    )


# Several shards.


def _crowd(count: int) -> list[Document]:
    """Short articles with thousands of names, most of them in a few articles each, so that many tie."""
    draw = random.Random(5)
    syllables = [
        f"{one}{other}"
        for one in ["Ba", "Ko", "Li", "Mu", "Na", "Ro", "Sa", "Te", "Vi", "Zu"]
        for other in ["da", "fe", "gi", "ho", "ku"]
    ]
    names = [f"{one} {other}{end}" for one in syllables for other in syllables[:10] for end in ("son", "berg", "Lund")]

    def name() -> str:
        drawn = names[int(len(names) * draw.random() ** 2)]
        return drawn.upper() if draw.random() < 0.1 else drawn

    return [
        article(
            str(number),
            f"Note {draw.choice(WORDS)}",
            f"{draw.choice(WORDS)} {draw.choice(WORDS)} mill",
            people=tuple({name() for _ in range(draw.randrange(6))}),
            organisations=tuple({f"Org {draw.randrange(4000)}" for _ in range(draw.randrange(4))}),
            places=tuple({f"Town {draw.randrange(60)}@Land {draw.randrange(9)}" for _ in range(draw.randrange(3))}),
            site=f"Site {draw.randrange(300)}",
            section=draw.choice(["Sport", "SPORT", "Kultur", None]),
            language=draw.choice(["en", "de", None]),
            published=draw.choice([None, f"20{draw.randrange(10, 26)}-0{draw.randrange(1, 10)}-11"]),
        )
        for number in range(count)
    ]


def test_several_shards_change_no_count(elasticsearch_url: str, tmp_path: Path) -> None:
    """With three shards the articles, totals and counts are still exact, also of thousands of values that tie."""
    both = written(tmp_path, elasticsearch_url, _crowd(3_000), shards=3, batch=1_000)
    facets = ("people", "organisations", "places", "countries", "sites", "sections", "languages", "published")
    assert len(both.embedded.facet(Query(), "organisations", limit=10_000)) > 2_500
    chosen: tuple[dict[str, tuple[str, ...]], ...] = (
        {}, {"people": ("Bada Badason",)}, {"sites": ("site 7", "site 11")}, {"organisations": ("org 1",)},
    )  # fmt: skip
    for text in ("", "mill -steel", "title:furnace OR ore", '"steel mill"', "ste*"):
        for selections in chosen:
            for size in (1, 37, 5_000):
                query = asked(text, selections, facets=facets, facet_size=size, limit=0)
                one, other = (reader.search(query) for reader in both)
                assert (one.total, one.facets) == (other.total, other.facets), (text, selections, size)
            ids = [{json.loads(line)["id"] for line in reader.scan(asked(text, selections))} for reader in both]
            assert ids[0] == ids[1], (text, selections)
    assert list(both.embedded.versions()) == list(both.elastic.versions())


# Deep pages.


def _tiny(count: int) -> list[Document]:
    draw = random.Random(9)
    return [
        article(
            str(number),
            draw.choice([None, "Same title", f"Title {draw.randrange(500)}"]),
            "word " + "filler " * draw.randrange(4),
            published=draw.choice(
                [None, "2025-09-02", "2024", f"20{draw.randrange(10, 26)}-0{draw.randrange(1, 10)}-11"]
            ),
            language="en",
        )
        for number in range(count)
    ]


@pytest.fixture(scope="module")
def many(elasticsearch_url: str, tmp_path_factory: pytest.TempPathFactory) -> Both:
    """12,000 tiny articles."""
    return written(tmp_path_factory.mktemp("many"), elasticsearch_url, _tiny(12_000))


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest", "title"])
def test_paging_past_ten_thousand_hits(many: Both, sort: str) -> None:
    """Pages of thousands put together hold every hit once, and both engines have them in the same order."""
    one, other = (
        [
            hit.id
            for offset in range(0, 13_000, 2_500)
            for hit in reader.search(asked("word", sort=sort, limit=2_500, offset=offset, highlight=False)).hits
        ]
        for reader in many
    )
    assert len(set(one)) == len(one) == 12_000
    assert one == other


@pytest.mark.parametrize(("offset", "limit"), [(0, 11_000), (0, 20_000), (500, 11_000), (11_998, 5), (12_000, 5)])
def test_pages_of_any_size(many: Both, offset: int, limit: int) -> None:
    """A page may hold more than 10,000 hits, begin anywhere, and end after the last hit."""
    query = asked("word", offset=offset, limit=limit, highlight=False)
    one, other = ([hit.id for hit in reader.search(query).hits] for reader in many)
    assert one == other
    assert len(one) == max(0, min(limit, 12_000 - offset))


# Whatever a page may hold.


def test_very_long_articles_among_the_hits(elasticsearch_url: str, tmp_path: Path) -> None:
    """Articles of 5 MB, and one with thousands of names, are found, counted and shown the same beside others."""
    documents = [
        *(
            article(f"long{n}", f"Long {n}", f"{'The same sentence again. ' * 200_000}A heron, number{n}.")
            for n in range(2)
        ),
        article(
            "names",
            "Many names",
            "heron",
            people=tuple(f"Person {number}|Form {number}" for number in range(5_000)),
            authors=tuple(f"Author {number}" for number in range(2_000)),
        ),
        article("short", "A heron"),
    ]
    both = written(tmp_path, elasticsearch_url, documents)
    for text in ("heron", '"heron number0"', "sentence", 'person:"form 77"', 'author:"author 1999"'):
        one, other = (answer(reader, text, {}, facets=("people", "authors"), facet_size=6_000) for reader in both)
        assert one == other, text
        assert one[0] > 0


@pytest.mark.parametrize("count", [100, 499])
def test_a_long_query_is_answered_alike_or_refused(samples: Both, count: int) -> None:
    """A query of very many words finds the same, or is refused as more than the cluster takes; never in part."""
    words = {word for row in samples.embedded.scan(Query()) for word in json.loads(row)["text"].split()}
    plain = sorted(word for word in words if word.isalpha() and word.islower())[:count]
    for text in (" OR ".join(plain), " ".join(plain)):
        one, other = (answer(reader, text, {}, highlight=False) for reader in samples)
        assert one == other or (count > 100 and "fewer words" in other)


def test_everything_is_the_newest_first(samples: Both) -> None:
    """Without a query both give every article, the newest first."""
    one, other = ([hit.id for hit in reader.search(Query(EVERYTHING, limit=MOST)).hits] for reader in samples)
    assert one == other
