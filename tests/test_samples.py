"""The normaliser against the gold of the sample pages: what each page's document must be, from the stories' truth."""

import datetime as dt
import functools
import gzip
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from archiver.document import Capture, Document, StatedDate
from archiver.normalise import normalise
from archiver.normalise.places import lookup

SAMPLES = Path(__file__).parent.parent / "samples"
PAGES = sorted(path.name.removesuffix(".gold.json") for path in (SAMPLES / "pages").glob("*.gold.json"))
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

Gold = dict[str, Any]


@functools.cache
def gold_of(page: str) -> Gold:
    """What the page's document must be; samples/README.rst describes its shape."""
    gold: Gold = json.loads((SAMPLES / "pages" / f"{page}.gold.json").read_text("utf-8"))
    return gold


@functools.cache
def document_of(page: str) -> Document:
    """The page's document, with the address and time of its gold."""
    known = gold_of(page)["capture"]
    captured_at = known["captured_at"] and dt.datetime.fromisoformat(known["captured_at"])
    payload = (SAMPLES / "pages" / page).read_bytes()
    return normalise(
        Capture(
            url=known["url"],
            key=known["url"] or f"file:///samples/{page}",
            payload=payload,
            content_type=known["content_type"],
            captured_at=captured_at or None,
        )
    )


ENGLISH = [page for page in PAGES if gold_of(page)["language"] == "en"]


def stated(date: StatedDate | None) -> Gold | None:
    """A date as the gold writes it; one without a moment states nothing."""
    if date is None or date.at is None:
        return None
    return {"at": date.at, "precision": date.precision, "offset": date.offset}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("zone", ["title", "standfirst", "site", "section", "language"])
def test_a_page_s_zone_is_what_the_story_says(page: str, zone: str) -> None:
    """Title, standfirst, site, section and language of a page are the story's own."""
    assert getattr(document_of(page), zone) == gold_of(page)[zone]


@pytest.mark.parametrize("page", PAGES)
def test_authors_are_the_people_who_wrote_it(page: str) -> None:
    """The authors are the people or the desk in the byline, each once, and no agency or role."""
    assert list(document_of(page).authors) == gold_of(page)["authors"]


@pytest.mark.parametrize("page", PAGES)
def test_the_canonical_url_is_the_one_the_page_names(page: str) -> None:
    """The canonical address is the page's own link, and none where it has none."""
    assert document_of(page).canonical_url == gold_of(page)["canonical_url"]


@pytest.mark.parametrize("page", PAGES)
def test_the_dateline_is_taken_apart(page: str) -> None:
    """Place, agency and day of the dateline are read, and nothing is made up where it says less."""
    dateline = document_of(page).dateline
    expected = gold_of(page)["dateline"]
    if expected is None:
        assert dateline is None
    else:
        assert dateline is not None
        assert {"place": dateline.place, "agency": dateline.agency, "date": dateline.date} == expected


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("field", ["published", "modified"])
def test_dates_are_as_the_page_states_them(page: str, field: str) -> None:
    """Publication and change have the moment, the precision and the offset that the page states, and no finer ones."""
    assert stated(getattr(document_of(page), field)) == gold_of(page)[field]


@pytest.mark.parametrize("page", PAGES)
def test_the_body_is_the_story_and_nothing_else(page: str) -> None:
    """The text's paragraphs are exactly the story's."""
    assert document_of(page).text.split("\n\n") == gold_of(page)["paragraphs"]


@pytest.mark.parametrize("page", PAGES)
def test_boilerplate_stays_out_of_the_body(page: str) -> None:
    """No navigation, advert, comment, caption, list of other stories or footer gets into the body."""
    document = document_of(page)
    leaked = [words for words in gold_of(page)["must_not_contain"] if words in document.text or words in document.body]
    assert leaked == []


@pytest.mark.parametrize("page", PAGES)
def test_headlines_of_other_stories_are_related(page: str) -> None:
    """The page's lists of other stories give their headlines, doubles joined, with the time that stands beside them."""
    found = {closed(story.title): story.time_text for story in document_of(page).related}
    assert found == {closed(story["title"]): story["time_text"] for story in gold_of(page)["related"]}


def closed(title: str) -> str:
    """A cut headline with no space before its mark."""
    return re.sub(r"\s+…$", "…", title)


class Score:
    """Right, spurious and missed names over several pages."""

    def __init__(self) -> None:
        self.right = self.spurious = self.missed = 0

    def add(self, found: set[Any], expected: set[Any]) -> None:
        """Count one page's names."""
        self.right += len(found & expected)
        self.spurious += len(found - expected)
        self.missed += len(expected - found)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall over all that was added."""
        return 2 * self.right / (2 * self.right + self.spurious + self.missed)


def names(document: Document, facet: str) -> set[str]:
    """The names that a facet of the document counts."""
    return {entity.name for entity in getattr(document, facet)}


def expected_names(page: str, facet: str) -> set[str]:
    """The names that the page's gold has in a facet."""
    return {entity["name"] for entity in gold_of(page)[facet]}


# The goals are people .88, organisations .80, places .88. The floors stand a little under what is reached, so that a
# step back shows; raise them with each step forward.
FLOORS = {"people": 0.97, "organisations": 0.94, "places": 0.94, "mentioned": 0.98}


@pytest.mark.parametrize("facet", ["people", "organisations", "places"])
def test_names_in_english_stories_are_found(facet: str) -> None:
    """Over all English samples, most of an article's distinct names are found, and few that aren't there."""
    score = Score()
    for page in ENGLISH:
        expected = expected_names(page, facet)
        # Whether the dateline's place counts among the places isn't settled: it is neither right nor wrong here.
        unsettled = {(gold_of(page)["dateline"] or {}).get("place")} - expected
        score.add(names(document_of(page), facet) - unsettled, expected)
    assert score.f1 >= FLOORS[facet]


@pytest.mark.parametrize("page", ["sindh-coast-revival.html", "wire-severny.html", "scsm-cabinet.txt"])
def test_a_city_and_a_federation_are_no_organisations(page: str) -> None:
    """Karachi and the Russian Federation are places, Russia under its short name, and a headline is no name."""
    document = document_of(page)
    assert {"Karachi", "Russia"} <= names(document, "places")
    assert names(document, "organisations") & {"Karachi", "Russia", "Russian Federation"} == set()
    assert all(len(name) < len(document.title or "") for name in names(document, "organisations"))


@pytest.mark.parametrize("page", ENGLISH)
def test_names_in_comments_and_lists_are_not_the_article_s(page: str) -> None:
    """People who only comment, appear in other headlines or own the site aren't counted among the article's names."""
    document = document_of(page)
    counted = set().union(*(names(document, facet) for facet in ("people", "organisations", "places")))
    elsewhere = {"Ned Scrivener", "Augusta Thackeray", "Dorothy Kemp", "Harbor Herald", "Haji Noor Baloch"}
    assert counted & elsewhere == set()


def test_mentioned_dates_in_english_stories_are_resolved() -> None:
    """Days, months, years and decades that the text speaks of are found and resolved against the publication date."""
    score = Score()
    for page in ENGLISH:
        expected = {(date["start"], date["end"], date["precision"]) for date in gold_of(page)["mentioned"]}
        score.add({(date.start, date.end, date.precision) for date in document_of(page).mentioned}, expected)
    assert score.f1 >= FLOORS["mentioned"]


@pytest.mark.parametrize("page", ENGLISH)
def test_countries_of_places_are_known(page: str) -> None:
    """A place that the gazetteer has lies in the country that it lies in."""
    countries = {place["name"]: place["country"] for place in gold_of(page)["places"] if place["country"]}
    found = {
        place.name: place.country
        for place in document_of(page).places
        if place.name in countries and lookup(place.name)
    }
    assert found == {name: countries[name] for name in found}


@pytest.mark.parametrize("page", PAGES)
def test_the_gold_agrees_with_itself(page: str) -> None:
    """A form stands in the zones, a named weekday is that day, and forbidden words aren't the story's own."""
    gold = gold_of(page)
    text = "\n".join([gold["title"], gold["standfirst"] or "", *gold["paragraphs"]])
    for facet in ("people", "organisations", "places"):
        assert [form for entity in gold[facet] for form in entity["forms"] if form not in text] == []
    for date in gold["mentioned"]:
        assert date["text"] in text
        assert date["start"] <= date["end"]
        if date["text"] in WEEKDAYS:
            assert dt.date.fromisoformat(date["start"]).weekday() == WEEKDAYS.index(date["text"])
    assert [words for words in gold["must_not_contain"] if words in "\n".join(gold["paragraphs"])] == []


def test_the_committed_pages_are_the_script_s(tmp_path: Path) -> None:
    """Running the build script gives the committed pages, gold, feed and captures again, to the byte."""
    subprocess.run([sys.executable, SAMPLES / "build.py", "--into", tmp_path], check=True)
    built = {path.relative_to(tmp_path): path for path in tmp_path.rglob("*") if path.is_file()}
    committed = {path.relative_to(SAMPLES) for path in (SAMPLES / "pages").iterdir()}
    committed |= {Path("feed.jsonl"), Path("old-captures.warc.gz")}
    assert set(built) == committed
    for name, path in built.items():
        before, after = (SAMPLES / name).read_bytes(), path.read_bytes()
        # zlib's versions compress differently; what is inside is the same.
        assert gzip.decompress(before) == gzip.decompress(after) if name.suffix == ".gz" else before == after, name


def test_there_are_enough_pages_of_enough_kinds() -> None:
    """The samples hold at least 44 pages of 9 publishers, 8 of them plain text, in six languages."""
    languages = [gold_of(page)["language"] for page in PAGES]
    hosts = {gold_of(page)["capture"]["url"].split("/")[2] for page in PAGES if gold_of(page)["capture"]["url"]}
    assert len(PAGES) >= 44
    assert len(hosts) >= 9
    assert sum(page.endswith(".txt") for page in PAGES) >= 8
    assert sum(page.endswith(".md") for page in PAGES) >= 2
    assert all(languages.count(code) >= 2 for code in ("ar", "de", "en", "es", "fr", "ur"))
