"""Timelines and tables of two facets: what they count, and how they are drawn."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from archiver import Archive
from archiver.crossing import build_cross
from archiver.engines.embedded import EmbeddedEngine
from archiver.errors import UsageError
from archiver.periods import following
from archiver.query.tree import EVERYTHING, Query, Word
from archiver.render.page import render_facet
from archiver.render.tables import render_cross
from archiver.render.timeline import lines, render_timeline
from archiver.results import CrossTable, FacetCount, Period, Timeline
from archiver.timeline import build_timeline
from tests.engines.articles import article
from tests.engines.conftest import fill
from tests.engines.crowd import CROWD
from tests.terminal import on_terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from archiver.engine import Reader
    from tests.conftest import Ran


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A reader of the articles of CROWD."""
    engine = EmbeddedEngine(str(tmp_path_factory.mktemp("crowd")))
    fill(engine, CROWD)
    with engine.open_reader() as reader:
        yield reader


@pytest.mark.parametrize("by", ["day", "month", "year", "decade", None])
@pytest.mark.parametrize("tree", [EVERYTHING, Word("red"), Word("nothing")])
def test_published_dates_add_up(crowd: Reader, by: str | None, tree: Word) -> None:
    """Each article is counted once, in its own period or in that which is all that is known, or among the undated."""
    timeline = build_timeline(crowd, Query(tree, selections={"languages": ("en",)}), "published", by)
    matching = [
        d for d in CROWD if d.language == "en" and (tree == EVERYTHING or (tree == Word("red") and "red" in d.text))
    ]
    assert timeline.total == len(matching)
    assert sum(period.documents for period in timeline.periods) + timeline.without == timeline.total
    assert timeline.without == sum(not d.published for d in matching)
    for period in timeline.periods:
        dates = [d.published.at or "" for d in matching if d.published]
        if period.unit == "decade":
            expected = [at for at in dates if at.startswith(period.value[:3])]
        elif period.unit == timeline.by:
            expected = [at for at in dates if at.startswith(period.value)]
        else:
            expected = [at for at in dates if at == period.value]
        assert period.documents == len(expected)


def test_what_is_chosen_counts(crowd: Reader) -> None:
    """A timeline is of the hits: what is chosen of its own dates narrows it, too."""
    query = Query(selections={"published:year": ("2021",)})
    timeline = build_timeline(crowd, query, "published", "month")
    assert timeline.total == crowd.search(query).total > 0
    assert {period.value[:4] for period in timeline.periods} == {"2021"}
    assert timeline.periods[0] == Period("2021", "year", timeline.periods[0].documents)  # known to the year alone


def test_mentioned_times(crowd: Reader) -> None:
    """By decade, year or month articles are counted by each time that they speak of, as finely as they do."""
    values = {
        by: [p.value for p in build_timeline(crowd, Query(), "mentioned", by).periods]
        for by in ("decade", "year", "month")
    }
    assert values["decade"] == ["19th century", "1960s", "1970s"]
    assert values["year"] == ["19th century", "1969", "1970s", "1970", "1971", "1972"]
    assert values["month"] == ["19th century", "1969-12", "1970s", "1970", "1970-01", "1971", "1971-05", "1972"]
    with pytest.raises(UsageError, match="month, year or decade"):
        build_timeline(crowd, Query(), "mentioned", "day")
    with pytest.raises(UsageError, match="published and mentioned"):
        build_timeline(crowd, Query(), "modified")
    with pytest.raises(UsageError, match="decade"):
        build_timeline(crowd, Query(), by="week")


@pytest.mark.parametrize(
    ("dates", "by"),
    [
        ((), "year"),
        (("2025-09-02", "2025-10-01"), "day"),
        (("2025-09-02", "2025-11-01"), "month"),
        (("2025", "2025-11-01"), "month"),
        (("2022-12-02", "2025-11-30"), "month"),
        (("2022-11-02", "2025-11-30"), "year"),
        (("1901", "2025"), "decade"),
    ],
)
def test_the_unit_follows_the_span(tmp_path: Path, dates: tuple[str, ...], by: str) -> None:
    """Days, months, years or decades: whatever makes a timeline of about a screen."""
    engine = EmbeddedEngine(str(tmp_path))
    fill(engine, [article(str(number), "Title", published=at) for number, at in enumerate(dates)])
    with engine.open_reader() as reader:
        assert build_timeline(reader, Query()).by == by


@pytest.mark.parametrize(
    ("value", "after"),
    [
        ("2025-09-30", "2025-10-01"), ("2024-02-28", "2024-02-29"), ("2025-12", "2026-01"), ("2025", "2026"),
        ("1990s", "2000s"), ("0000s", "0010s"), ("19th century", "20th century"), ("9999", None), ("9990s", None),
        ("9999-12", None), ("9999-12-31", None),
    ],
)  # fmt: skip
def test_the_next_period(value: str, after: str | None) -> None:
    """Each day, month, year, decade and century has a next one, until the calendar ends."""
    assert following(value) == after


GAPS = Timeline(
    "published",
    "month",
    1234,
    (
        Period("2024", "year", 3), Period("2024-01", "month", 1000), Period("2024-04", "month", 1),
        Period("2025-03", "month", 200), Period("2025-04", "month", 25),
    ),
    5,
)  # fmt: skip


def test_gaps_are_gaps() -> None:
    """Empty periods stand between the others; very many in a row are one line that says how many they are."""
    found = [(line.label, line.documents, line.empty) for line in lines(GAPS)]
    assert found == [
        ("2024", 3, 0), ("2024-01", 1000, 0), ("2024-02", 0, 0), ("2024-03", 0, 0), ("2024-04", 1, 0),
        ("2024-05 to 2025-02", 0, 10), ("2025-03", 200, 0), ("2025-04", 25, 0),
    ]  # fmt: skip


def test_coarse_dates_stand_where_they_begin() -> None:
    """A period that isn't known more finely stands in its place among the gaps."""
    periods = [("1951", "year"), ("1960s", "decade"), ("1968", "year"), ("1970s", "decade")]
    timeline = Timeline("mentioned", "year", 9, tuple(Period(value, unit, 1) for value, unit in periods), 0)
    assert [(line.label, line.empty) for line in lines(timeline)] == [
        ("1951", 0), ("1952 to 1959", 8), ("1960s", 0), ("1960 to 1967", 8), ("1968", 0), ("1969", 0), ("1970s", 0),
    ]  # fmt: skip


@pytest.mark.parametrize("width", [20, 30, 80, 200])
def test_a_timeline_fits(width: int) -> None:
    """Bars are as long as the terminal lets them be; what isn't nothing is seen; coarse dates have no bar."""
    console = Console(width=width, color_system=None)
    with console.capture() as drawn:
        console.print(render_timeline(GAPS, width))
    text = drawn.get()
    rows = {line.split()[0]: line for line in text.splitlines()[1:]}
    assert all(len(line) <= width for line in text.splitlines())
    assert rows["2024-01"].count("█") == min(100, width - len("2024-01 1,000 "))
    assert rows["2024-04"].rstrip().endswith("▏")
    assert rows["2024-02"].split() == ["2024-02", "0"]
    assert rows["2024"].split() == ["2024", "3"]
    assert rows["undated"].split() == ["undated", "5"]
    if width >= 80:
        assert "⋮ 10 empty: 2024-05 to 2025-02" in text


# Two facets crossed.


@pytest.mark.parametrize(
    ("rows", "by"), [("places", "published:year"), ("sections", "people"), ("precision", "mentioned")]
)
def test_a_table_counts_articles_of_both(crowd: Reader, rows: str, by: str) -> None:
    """Each cell is the number of articles with the row's value and the column's, with those without any among them."""
    query = Query(Word("red"), selections={"languages": ("en",), "sections": ("Sport", "Culture")})
    table = build_cross(crowd, query, rows, by, limit=6, columns=8)
    assert table.down[:6] == crowd.facet(query, rows, limit=6)[:6]
    assert any(row.value is None for row in table.down) or rows == "sections"
    for row, cells in zip(table.down, table.cells, strict=True):
        for column, cell in zip(table.across, cells, strict=True):
            both = {**query.selections, rows: (row.value,), by: (column.value,)}
            assert crowd.search(query._replace(selections=both)).total == cell


def test_what_cannot_be_crossed(crowd: Reader) -> None:
    """A facet isn't crossed with itself, and a table has bounds; dates alone go by a unit that isn't too wide."""
    with pytest.raises(UsageError, match="with itself"):
        build_cross(crowd, Query(), "published", "published:year", limit=2, columns=2)
    with pytest.raises(UsageError, match="1,000"):
        build_cross(crowd, Query(), "places", "people", limit=2, columns=2000)
    assert build_cross(crowd, Query(Word("nothing")), "places", "people", limit=2, columns=2).cells == ()
    table = build_cross(
        crowd, Query(selections={"published:year": ("2021",)}), "places", "published", limit=2, columns=99
    )
    assert table.columns == "published:year"


TABLE = CrossTable(
    "places",
    "published:month",
    (FacetCount("Karachi", 1200), FacetCount("Llanfairpwllgwyngyll\x1b[2J", 7, selected=True), FacetCount(None, 3)),
    (FacetCount("2025-01", 900), FacetCount("2025-02", 5), FacetCount("2025-03", 400), FacetCount(None, 2)),
    ((800, 0, 399, 1), (3, 4, 0, 0), (1, 1, 0, 1)),
)


def test_a_table_is_drawn() -> None:
    """Values go down and across with their own counts; where there is no room, the columns with the fewest articles go."""
    console = Console(width=80, color_system=None)
    with console.capture() as drawn:
        console.print(render_cross(TABLE, 80)[0])
    assert [line.rstrip() for line in drawn.get().splitlines()] == [
        "Places × published by month",
        "                           2025-01  2025-02  2025-03  without    all",
        "Karachi                        800        ·      399        1  1,200",
        "● Llanfairpwllgwyngyll[2J        3        4        ·        ·      7",
        "without places                   1        1        ·        1      3",
        "all                            900        5      400        2",
    ]
    narrow, left_out = render_cross(TABLE, 40)
    assert left_out == 2
    assert "2025-01  2025-03    all" in narrow.plain
    assert all(len(line) <= 40 for line in narrow.plain.splitlines())


def test_a_chosen_date_of_a_finer_unit_is_marked_with_it() -> None:
    """A month that is chosen beside years is no year: it says so, in a list and in a table, also where no unit was named."""
    counts = (FacetCount("2025", 53), FacetCount("1970s", 2), FacetCount("2025-09", 12, selected=True))
    for name, title in (("mentioned:year", "Mentioned by year"), ("mentioned", "Mentioned")):
        block = render_facet(name, counts, 30)
        assert block
        assert [" ".join(line.split()) for line in block.plain.splitlines()] == [
            title,
            "2025 53",
            "1970s 2",
            "● 2025-09 (month) 12",
        ]
    months = render_facet("published", (FacetCount("2025-09", 12, selected=True), FacetCount("2025-08", 6)), 30)
    assert months
    assert "(month)" not in months.plain
    table = TABLE._replace(columns="published:year", across=(*TABLE.across[:3], counts[2]))
    assert "● 2025-09 (month)" in render_cross(table, 120)[0].plain


def test_a_table_tells_whether_there_is_more(crowd: Reader) -> None:
    """There are more rows or columns only where a value is left out; what is chosen is always shown."""
    sections = [count.value for count in crowd.facet(Query(), "sections", limit=100) if count.value]
    for chosen in ((), (sections[-1],), (sections[0],)):
        query = Query(selections={"sections": chosen} if chosen else {})
        for limit in range(1, len(sections) + 2):
            table = build_cross(crowd, query, "sections", "languages", limit=limit, columns=1)
            shown = [row.value for row in table.down if row.value]
            assert shown == [value for place, value in enumerate(sections) if place < limit or value in chosen]
            assert table.more_rows == (len(shown) < len(sections))
            assert table.more_columns


# The commands.


def test_the_timeline_command(run: Callable[..., Ran], samples_home: Path) -> None:
    """Into a pipe each period is a line of JSON, and they add up; JSON has the unit and the total; text has bars."""
    ran = run("timeline", "mill")
    rows = [json.loads(line) for line in ran.out.splitlines()]
    with Archive.open(str(samples_home)) as archive:
        total = archive.search("mill").total
        assert sum(row["count"] for row in rows) == total
        assert archive.timeline("mill").periods[0] == Period(rows[0]["value"], rows[0]["unit"], rows[0]["count"])
    whole = json.loads(run("timeline", "mill", "--by", "year", "--format", "json").out)
    assert (whole["of"], whole["by"], whole["total"]) == ("published", "year", total)
    assert "█" in run("timeline", "--of", "mentioned", "--format", "text").out
    assert run("timeline", "zzzz", "--format", "text").out == "No article matches.\n"
    assert run("timeline", "--by", "week").code == 2
    assert run("timeline", "--of", "mentioned", "--by", "day").code == 2


def test_the_facets_command_crosses_and_sorts(run: Callable[..., Ran]) -> None:
    """A table is a line a row, whose cells are those of its columns; values are found by their beginning, sorted and compared."""
    rows = [
        json.loads(line) for line in run("facets", "places", "--by", "published:year", "--limit", "3").out.splitlines()
    ]
    assert len(rows) == 4
    assert sum(cell["count"] for cell in rows[0]["by"]) == rows[0]["count"]  # of dates each article has one
    named = [
        json.loads(line)["value"]
        for line in run("facets", "people", "--like", "hel", "--sort", "name").out.splitlines()
    ]
    assert "Helena Marsh" in named
    assert all(" hel" in f" {name}".lower() for name in named)
    unusual = json.loads(run("facets", "people", "mill", "--sort", "unusual", "--format", "json").out)
    assert all(row["count"] <= row["overall"] for row in unusual if row["value"])
    assert " of " in run("facets", "people", "mill", "--sort", "unusual", "--format", "text").out
    table = run("facets", "published:year", "--by", "people", "--limit", "1", "--columns", "2", "--format", "text")
    assert "There are more years than the 1 listed; --limit 10 lists more." in table.err
    assert "There are more people than the 2 listed; --columns 20 lists more." in table.err
    assert run("facets", "published:year", "--by", "precision", "--format", "text").err == ""
    only = run("facets", "published:year", "--only", "published:year=2025-09", "--limit", "3", "--format", "text")
    assert "● 2025-09 (month)" in only.out
    assert only.err == ""  # there are three years
    assert run("facets", "people", "--columns", "3").code == 2
    assert run("facets", "published:week").code == 2
    assert "Nothing is more frequent" in run("facets", "sections", "zzzz", "--sort", "unusual", "--format", "text").out
    assert "No value begins so" in run("facets", "people", "--like", "zzzz", "--format", "text").out


def test_values_are_left_out(run: Callable[..., Ran], samples_home: Path) -> None:
    """`--without FACET=VALUE` takes a value away, `--without FACET` asks for articles without any, `--only` chooses of any facet."""

    def total(*words: str) -> int:
        return int(json.loads(run("search", *words, "--format", "json").out)["total"])

    everything, marsh = total(), total("--people", "Helena Marsh")
    assert total("--without", "person=Helena Marsh") == everything - marsh
    nobody = total("--without", "people")
    assert nobody > 0
    assert total("--without", "people", "--people", "Helena Marsh") == nobody + marsh
    assert total("--only", "people=Helena Marsh") == marsh
    assert total("--only", "published:year=2025") == total("published:2025")
    lines = run("export", "--without", "people=Helena Marsh").out.splitlines()
    assert len(lines) == everything - marsh
    for words in (
        ["--only", "people"],
        ["--only", "shape=round"],
        ["--without", "people="],
        ["--only", "published:year=soon"],
    ):
        assert run("search", *words).code in (1, 2), words
    told = run("search", "--without", "people=Helena Marsh", "--without", "people", "--format", "text").out
    assert "not people: Helena Marsh" in told
    assert "without people" in told
    with Archive.open(str(samples_home)) as archive:
        assert archive.search(people=[None]).total == nobody
        assert archive.search(without={"people": ["Helena Marsh"]}).total == everything - marsh


@pytest.mark.parametrize("columns", [40, 100])
def test_on_a_terminal(samples_home: Path, columns: int) -> None:
    """On a terminal both are drawn as wide as that is, and what has no room is told."""
    drawn = on_terminal(samples_home, "timeline", columns=columns)
    assert drawn.code == 0
    assert "█" in drawn.text
    assert all(len(line) <= columns for line in drawn.lines)
    table = on_terminal(samples_home, "facets", "places", "--by", "published:month", columns=columns)
    assert "more columns, which have fewer articles; “--format jsonl” prints all." in " ".join(table.text.split())
    assert all(len(line) <= columns for line in table.lines)
    six = "language:(en OR de OR es OR fr OR ar OR ur)"
    one = on_terminal(samples_home, "facets", "places", six, "--by", "languages", columns=40)
    assert "There is 1 more column, which has fewer articles" in " ".join(one.text.split())
    assert "Places × published by month" in table.text
