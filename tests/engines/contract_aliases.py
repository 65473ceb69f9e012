"""How every engine counts and finds merged names, what is left out, and lists in other orders: held against counting by hand."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from archiver.aliases import expand, read
from archiver.analysis import value_key
from archiver.crossing import build_cross
from archiver.errors import QueryError
from archiver.query.parser import parse
from archiver.query.tree import EVERYTHING, Not, Query, Range, Word
from archiver.results import FacetCount
from archiver.settings import Settings
from archiver.timeline import build_timeline
from archiver.unusual import log_likelihood
from tests.engines.articles import article
from tests.engines.conftest import fill
from tests.engines.crowd import CROWD, FACETS, PEOPLE, values

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from archiver.aliases import Merging
    from archiver.document import Document
    from archiver.engine import Engine, Reader
    from archiver.query.tree import Node

DRAW = random.Random(20)
ORDER = DRAW.sample(PEOPLE, len(PEOPLE))
# Of 80 people, 8 are called by three names, 4 by two others of no article, 6 are left out; most groups are of rare names.
GROUPS = {f"Shown {n}" if n % 2 else ORDER[3 * n]: ORDER[3 * n : 3 * n + 3] for n in range(8)}
GROUPS |= {ORDER[30 + n]: [ORDER[30 + n], f"Nobody {n}"] for n in range(4)}
BLOCKED = [*ORDER[40:45], PEOPLE[0]]
TOWNS = {"Rivertown": ["Town 3", "Town 5", "Town 8"]}

TREES: list[tuple[Node, Callable[[Document], bool]]] = [
    (EVERYTHING, lambda _: True),
    (Word("red"), lambda document: "red" in document.text),
    (Not(Word("red")), lambda document: "red" not in document.text),
    (Word("nothing"), lambda _: False),
]


@pytest.fixture(scope="session")
def aliases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Merging]:
    """The groups and blocked names above, read from a file."""
    lines = ["[people]", *(f"{shown} = {', '.join(names).upper()}" for shown, names in GROUPS.items())]
    lines += [f"- {name}" for name in BLOCKED]
    lines += ["[places]", *(f"{shown} = {', '.join(names)}" for shown, names in TOWNS.items())]
    path = tmp_path_factory.mktemp("aliases") / "aliases.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return read(str(path))


def named(document: Document, facet: str) -> set[str]:
    """The values of an article by hand, folded, after aliases."""
    found = {value.replace("ö", "o") for value in values(document, facet)}
    for shown, names in {"people": GROUPS, "places": TOWNS}.get(facet, {}).items():
        if found & {name.lower() for name in (*names, shown)}:
            found = found - {name.lower() for name in names} | {shown.lower()}
    return found - {name.lower() for name in BLOCKED} if facet == "people" else found


def folded(value: str | None) -> str | None:
    """A value as it is compared."""
    return value_key(value) if value else value


def by_hand(documents: list[Document], facet: str) -> list[tuple[str | None, int]]:
    """The counts of a facet, and of the articles without, most frequent first."""
    counts: dict[str | None, int] = {}
    for document in documents:
        for value in named(document, facet):
            counts[value] = counts.get(value, 0) + 1
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0] or ""))
    missing = sum(not named(document, facet) for document in documents)
    return [*rows, (None, missing)] if missing else rows


def rows(counts: tuple[FacetCount, ...]) -> list[tuple[str | None, int]]:
    """What an engine counted."""
    return [(folded(count.value), count.documents) for count in counts]


@pytest.mark.parametrize("tree", range(len(TREES)))
@pytest.mark.parametrize("facet", ["people", "places"])
def test_merged_values_are_counted_as_one(crowd: Reader, aliases: Mapping[str, Merging], facet: str, tree: int) -> None:
    """A merged value has the articles with any of its names, each once; a name that is left out is nowhere."""
    node, matches = TREES[tree]
    expected = by_hand([document for document in CROWD if matches(document)], facet)
    query = Query(node, aliases=aliases, facets=(facet,), facet_size=1000)
    assert rows(crowd.facet(query, facet, limit=1000)) == expected
    assert rows(crowd.search(query).facets[facet]) == expected


@pytest.mark.parametrize("limit", [0, 1, 2, 5, 9, 20, 40])
def test_the_first_values_are_the_first_after_merging(
    crowd: Reader, aliases: Mapping[str, Merging], limit: int
) -> None:
    """A merged value is among the first where its articles are many enough, though none of its names is."""
    for node, matches in TREES:
        expected = [row for row in by_hand([document for document in CROWD if matches(document)], "people") if row[0]]
        found = crowd.facet(Query(node, aliases=aliases), "people", limit=limit)
        assert [row for row in rows(found) if row[0]] == expected[:limit]


def test_a_merged_value_is_shown_under_its_name(crowd: Reader, aliases: Mapping[str, Merging]) -> None:
    """However the articles spell it, the value is shown as the file has it."""
    shown = {count.value for count in crowd.facet(Query(aliases=aliases), "people", limit=1000)}
    assert {name for name in GROUPS if any(value_key(each) in _held() for each in GROUPS[name])} <= shown
    assert shown & set(BLOCKED) == set()


def _held() -> set[str]:
    return {value for document in CROWD for value in values(document, "people")}


def test_each_name_means_the_whole_value(crowd: Reader, aliases: Mapping[str, Merging]) -> None:
    """Choosing, excluding, or asking for any name of a value finds the articles of all its names, negated too."""
    for shown, names in GROUPS.items():
        having = {d.id for d in CROWD if shown.lower() in named(d, "people")}
        for name in (shown, *names):
            chosen = Query(selections={"people": (name,)}, aliases=aliases, limit=1000)
            assert {hit.id for hit in crowd.search(chosen).hits} == having
            row = crowd.facet(chosen, "people", limit=0)[0]
            assert row == FacetCount(shown, len(having), selected=True)
            assert crowd.search(Query(excluded={"people": (name,)}, aliases=aliases)).total == len(CROWD) - len(having)
            tree = expand(Word(name.split()[1], "person"), aliases)
            asked = {hit.id for hit in crowd.search(Query(tree, limit=1000)).hits}
            assert asked >= having
            assert crowd.search(Query(Not(tree))).total == len(CROWD) - len(asked)


def test_what_is_left_out_cannot_be_chosen(crowd: Reader, aliases: Mapping[str, Merging]) -> None:
    """Choosing a name that the file leaves out finds nothing, and excluding it takes nothing away."""
    for name in BLOCKED:
        assert crowd.search(Query(selections={"people": (name,)}, aliases=aliases)).total == 0
        assert crowd.search(Query(excluded={"people": (name,)}, aliases=aliases)).total == len(CROWD)


def test_part_of_a_name_means_every_value_that_has_it(crowd: Reader, aliases: Mapping[str, Merging]) -> None:
    """Words that no article has as a whole name stand for every value one of whose names holds them, but for those left out."""
    found = crowd.facet(Query(selections={"people": ("person",)}, aliases=aliases), "people", limit=1000)
    selected = {folded(count.value) for count in found if count.selected}
    assert selected == {name for document in CROWD for name in named(document, "people")}
    rivers = crowd.search(Query(selections={"places": ("rivertown",)}, aliases=aliases)).total
    assert rivers == sum("rivertown" in named(document, "places") for document in CROWD)


# Orders, and beginnings of words.


@pytest.mark.parametrize("facet", FACETS)
def test_values_by_name(crowd: Reader, aliases: Mapping[str, Merging], facet: str) -> None:
    """By name, the list has the same values with the same counts, in the order of the alphabet, and its beginning is the list's."""
    query = Query(Word("red"), aliases=aliases)
    by_count, by_name = (crowd.facet(query, facet, limit=1000, order=order) for order in ("count", "name"))
    assert sorted(rows(by_count), key=str) == sorted(rows(by_name), key=str)
    names = [folded(count.value) or "" for count in by_name if count.value]
    if facet.partition(":")[0] not in ("published", "mentioned"):
        assert names == sorted(names)
    for limit in (1, 3, 10):
        assert [row for row in crowd.facet(query, facet, limit=limit, order="name") if row.value] == [
            row for row in by_name if row.value
        ][:limit]


def test_dates_by_name_are_in_time(crowd: Reader) -> None:
    """By name, dates come in the order of time, of two that begin together the longer one first."""
    found = [count.value for count in crowd.facet(Query(), "mentioned:month", limit=100, order="name")]
    assert found == ["19th century", "1969-12", "1970s", "1970", "1970-01", "1971", "1971-05", "1972", None]
    days = [count.value for count in crowd.facet(Query(), "published:day", limit=1000, order="name")]
    assert days[:5] == ["2021", "2021-01", "2021-01-12", "2021-02", "2021-02-11"]


def test_values_are_listed_by_how_a_word_begins(crowd: Reader, aliases: Mapping[str, Merging]) -> None:
    """`like` lists the values of which a word of a name begins so, and no count of articles without any."""
    for like in ("per", "ak", "PERSON A", "shown", "nobody", "zz", "&"):
        expected = [
            (value, count)
            for value, count in by_hand(CROWD, "people")
            if value and any(_begins(each.lower(), like.lower()) for each in (value, *_names_of(value)))
        ]
        assert rows(crowd.facet(Query(aliases=aliases), "people", limit=1000, like=like)) == expected, like
    assert (
        rows(crowd.facet(Query(), "published:month", limit=2, like="2021-0", order="name"))
        == rows(crowd.facet(Query(), "published:month", limit=3, order="name"))[1:3]
    )


def _names_of(value: str) -> list[str]:
    return next((names for shown, names in GROUPS.items() if shown.lower() == value), [])


def _begins(name: str, like: str) -> bool:
    return name.startswith(like) or f" {like}" in name


@pytest.mark.parametrize("facet", ["people", "places", "published:month", "sections"])
def test_unusual_values_come_first(crowd: Reader, aliases: Mapping[str, Merging], facet: str) -> None:
    """By how unusual they are: the values that these articles have more often than all, with both counts, exactly."""
    matching = [document for document in CROWD if "red" in document.text]
    here, everywhere = dict(by_hand(matching, facet)), dict(by_hand(CROWD, facet))
    scores = {
        value: log_likelihood(count, len(matching), everywhere[value], len(CROWD))
        for value, count in here.items()
        if value
    }
    expected = sorted((value for value in scores if scores[value] > 0), key=lambda value: (-scores[value], value))
    for limit in (1, 3, 1000):
        found = crowd.facet(Query(Word("red"), aliases=aliases), facet, limit=limit, order="unusual")
        listed = [(folded(count.value), count.documents, count.overall) for count in found if count.value]
        assert listed == [(value, here[value], everywhere[value]) for value in expected[:limit]]
    assert [count.value for count in crowd.facet(Query(), facet, limit=9, order="unusual") if count.value] == []


def test_an_unknown_order_is_refused(crowd: Reader) -> None:
    """The message says which orders there are."""
    with pytest.raises(QueryError, match="count, name, unusual"):
        crowd.facet(Query(), "people", limit=1, order="size")


# Everything together.


def drawn(draw: random.Random) -> tuple[dict[str, tuple[str | None, ...]], dict[str, tuple[str | None, ...]]]:
    """Values chosen and excluded, of a few facets, without any among them."""

    def some(most: int) -> dict[str, tuple[str | None, ...]]:
        picked: dict[str, tuple[str | None, ...]] = {}
        for facet in draw.sample([facet for facet in FACETS if facet != "published"], draw.randint(0, most)):
            known = sorted({value for document in CROWD for value in named(document, facet)})
            picked[facet] = tuple(
                draw.choice([*draw.sample(known, min(3, len(known))), None]) for _ in range(draw.randint(1, 2))
            )
        return picked

    return some(2), some(1)


def keeps(
    document: Document, chosen: Mapping[str, tuple[str | None, ...]], excluded: Mapping[str, tuple[str | None, ...]]
) -> bool:
    """Whether an article has what is chosen and nothing that is excluded, by hand."""

    def has(facet: str, wanted: tuple[str | None, ...]) -> bool:
        found = named(document, facet)
        return bool(found & set(wanted)) or (None in wanted and not found)

    return all(has(*each) for each in chosen.items()) and not any(has(*each) for each in excluded.items())


@pytest.mark.parametrize("seed", range(25))
def test_counts_and_hits_agree(crowd: Reader, aliases: Mapping[str, Merging], seed: int) -> None:
    """Whatever is asked, chosen and excluded: hits are as many as by hand, every count is what choosing it finds, dates add up."""
    draw = random.Random(seed)
    node, matches = draw.choice([*TREES[:3], (Word("blue"), lambda document: "blue" in document.text)])
    chosen, excluded = drawn(draw)
    query = Query(node, selections=chosen, excluded=excluded, aliases=aliases, limit=0)
    total = crowd.search(query).total
    assert total == sum(matches(each) and keeps(each, chosen, excluded) for each in CROWD)
    for facet in draw.sample(FACETS, 4):
        name = crowd.resolve(query, facet)
        others = {other: wanted for other, wanted in chosen.items() if other not in (facet, name)}
        listed = crowd.facet(query, facet, limit=3)
        assert crowd.search(query._replace(facets=(facet,), facet_size=3)).facets[facet] == listed
        for count in listed:
            for asked in {facet, name}:
                again = query._replace(selections={**others, asked: (count.value,)})
                assert crowd.search(again).total == count.documents, (chosen, excluded, asked, count)
    unit = draw.choice(("published:year", "published:month", "published:day", "precision"))
    counts = crowd.facet(query, unit, limit=1000, own=True)
    assert sum(count.documents for count in counts) == total


@pytest.mark.parametrize(
    ("facet", "by"), [("people", "published"), ("places", "mentioned:decade"), ("precision", "sites")]
)
def test_a_table_has_the_articles_of_both(crowd: Reader, aliases: Mapping[str, Merging], facet: str, by: str) -> None:
    """Two facets crossed: each cell is counted by hand, after aliases, in a row for those without any, too."""
    query = Query(Word("red"), selections={"languages": ("en",)}, aliases=aliases)
    matching = [document for document in CROWD if "red" in document.text and document.language == "en"]
    table = build_cross(crowd, query, facet, by, limit=5, columns=50)
    assert rows(table.down) == [row for row in by_hand(matching, facet) if row[0]][:5] + [
        row for row in by_hand(matching, facet) if not row[0]
    ]
    for row, cells in zip(table.down, table.cells, strict=True):
        found = [d for d in matching if (folded(row.value) in named(d, facet) if row.value else not named(d, facet))]
        expected = dict(by_hand(found, table.columns))
        assert list(cells) == [expected.get(folded(column.value), 0) for column in table.across]


@pytest.mark.parametrize("by", ["year", "month", "day", "decade", None])
def test_a_timeline_adds_up(crowd: Reader, by: str | None) -> None:
    """Of publication dates, all periods and the undated together are the articles found; each is counted as its facet counts it."""
    query = Query(Word("red"))
    timeline = build_timeline(crowd, query, "published", by)
    matching = [document for document in CROWD if "red" in document.text]
    assert timeline.total == len(matching)
    assert sum(period.documents for period in timeline.periods) + timeline.without == len(matching)
    if timeline.by != "decade":
        expected = by_hand(matching, f"published:{timeline.by}")
        assert sorted((period.value, period.documents) for period in timeline.periods) == sorted(
            (value, count) for value, count in expected if value
        )


def test_dates_are_chosen_as_they_are_counted(crowd: Reader) -> None:
    """A date that is counted is chosen exactly so: `2021` among months is what is known to the year alone."""
    coarse = [d for d in CROWD if d.published and d.published.at == "2021"]
    year = [d for d in CROWD if d.published and (d.published.at or "").startswith("2021")]
    assert crowd.search(Query(selections={"published:month": ("2021",)})).total == len(coarse) > 0
    assert crowd.search(Query(selections={"published:year": ("2021",)})).total == len(year) > len(coarse)
    within = Query(selections={"published:year": ("2021",)})
    assert sum(count.documents for count in crowd.facet(within, "published:month", limit=100)) == len(year)
    # Where nothing is counted so, it means the whole period.
    assert crowd.search(Query(selections={"published:day": ("2020",)})).total == 0
    month = crowd.search(Query(Range("published", None, None), selections={"published:year": ("2021-03",)})).total
    assert month == sum((d.published.at or "").startswith("2021-03") for d in year if d.published)
    with pytest.raises(QueryError, match="published:month"):
        crowd.search(Query(selections={"published:month": ("1970s",)}))
    with pytest.raises(QueryError, match="minute, day, month, year"):
        crowd.search(Query(selections={"precision": ("hour",)}))


def test_the_unit_follows_the_span_of_the_hits(crowd: Reader) -> None:
    """`published` is counted by years, months or days, as the span of the hits asks for; what is chosen of it doesn't count."""
    assert crowd.resolve(Query(), "published") == "published:year"
    year = Range("published", dt.date(2021, 1, 1), dt.date(2021, 12, 31))
    assert crowd.resolve(Query(year), "published") == "published:month"
    assert crowd.resolve(Query(selections={"published": ("2021",)}), "published") == "published:year"
    assert crowd.resolve(Query(selections={"published:day": ("2021-03-11",)}), "published") == "published:year"
    month = Range("published", dt.date(2021, 3, 1), dt.date(2021, 3, 31))
    assert crowd.resolve(Query(month), "published") == "published:day"
    assert crowd.resolve(Query(Word("nothing")), "published") == "published:day"
    assert [crowd.resolve(Query(), name) for name in ("mentioned", "people", "precision")] == [
        "mentioned:year", "people", "precision",
    ]  # fmt: skip


def test_the_first_of_very_many_values_are_exact(open_engine: Callable[..., Engine], tmp_path: Path) -> None:
    """Of more values than any segment names, odd ones among them, the first are exact, merged and left out or not."""
    draw = random.Random(9)
    signs = [*'"\\*?:()[]{}~^/', "IN [a]", '\\"', "OR", "--"]
    ranks = [{int(draw.paretovariate(0.35)) % 3_000 for _ in range(4)} for _ in range(900)]
    name_of = {rank: f"Dr {signs[rank % len(signs)]} {rank:04}" for rank in range(3_000)}
    documents = [
        article(f"many {number}", people=tuple(name_of[rank] for rank in each), text="odd" if number % 3 else "even")
        for number, each in enumerate(ranks)
    ]
    engine = open_engine(tmp_path)
    fill(engine, documents, batch=300)
    # A name in quotation marks can't hold one.
    groups = {"Alpha": (2, 5, 900, 901), "Beta": (3, *range(1_000, 1_400)), "Gamma": (1_500, 1_501)}
    groups = {shown: [rank for rank in each if '"' not in name_of[rank]] for shown, each in groups.items()}
    shown_as = {rank: shown for shown, each in groups.items() for rank in each}
    blocked = {1, 7, 2_003}
    quoted = {rank: f'"{name}"' for rank, name in name_of.items()}
    lines = [f"{shown} = {', '.join(quoted[rank] for rank in each)}" for shown, each in groups.items()]
    path = tmp_path / "aliases.txt"
    path.write_text("\n".join(["[people]", *lines, *(f"- {quoted[rank]}" for rank in blocked)]), encoding="utf-8")
    merged = [{shown_as.get(rank, name_of[rank]) for rank in each - blocked} for each in ranks]
    plain = [{name_of[rank] for rank in each} for each in ranks]
    with engine.open_reader() as reader:
        for aliases, people in (({}, plain), (read(str(path)), merged)):
            for tree, among in ((EVERYTHING, people), (Word("odd"), [each for n, each in enumerate(people) if n % 3])):
                counts = Counter(name for each in among for name in each)
                rows = sorted(counts.items(), key=lambda row: (-row[1], value_key(row[0])))
                for limit in (1, 5, 40, 300):
                    query = Query(tree, facets=("people",), facet_size=limit, aliases=aliases)
                    found = reader.search(query).facets["people"]
                    assert [(row.value, row.documents) for row in found if row.value] == rows[:limit]
                    assert reader.facet(query, "people", limit=limit) == found
                every = reader.facet(Query(tree, aliases=aliases), "people", limit=10_000, order="name")
                assert [row.value for row in every if row.value] == sorted(counts, key=value_key)


COUNTRIES = {
    "United Kingdom": ("UK", "U.K.", "uk", "Britain", '"Great Britain"'),
    "United States": ("USA", "US", "U.S.", "U.S.A.", "America", '"United States of America"'),
    "Netherlands": ("Holland", '"The Netherlands"'),
    "Turkey": ("Türkiye", "turkiye"),
    "Ireland": ("Ireland", '"Republic of Ireland"'),
    "China": ("PRC", "China"),
    "Taiwan": ("Taiwan",),
}


def test_a_country_is_found_by_its_other_names(open_engine: Callable[[Path], Engine], tmp_path: Path) -> None:
    """By the shipped file `country:` and the facet's values know what else a country is called, and no other country."""
    engine = open_engine(tmp_path)
    fill(engine, [article(country, places=(f"Somewhere@{country}",)) for country in COUNTRIES])
    shipped = read(Settings("/home").aliases_path)
    with engine.open_reader() as reader:
        for country, names in COUNTRIES.items():
            for name in names:
                asked = Query(expand(parse(f"country:{name}"), shipped), aliases=shipped)
                chosen = Query(selections={"countries": (name.strip('"'),)}, aliases=shipped)
                for query in (asked, chosen):
                    found = reader.search(query._replace(facets=("countries",)))
                    assert (name, found.total) == (name, 1)
                    assert country in {count.value for count in found.facets["countries"]}
