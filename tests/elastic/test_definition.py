"""The shipped definition on a real server: what it takes, refuses, finds and keeps."""

from __future__ import annotations

import json
import urllib.error
from typing import TYPE_CHECKING, Any

import pytest

from tests.elastic.server import ask, index

if TYPE_CHECKING:
    from collections.abc import Iterator

SEPARATOR = "\x1f"


@pytest.fixture(scope="module")
def address(elasticsearch_url: str) -> Iterator[str]:
    """A fresh index by the shipped definition; the tests add articles of their own to it."""
    with index(elasticsearch_url) as address:
        yield address


def add(address: str, name: str, entry: dict[str, Any]) -> None:
    """Index one entry and make it visible."""
    ask(f"{address}/_doc/{name}?refresh=true", "PUT", entry)


def found(address: str, query: dict[str, Any]) -> set[str]:
    """The ids of what a query finds."""
    return {hit["_id"] for hit in ask(f"{address}/_search", "POST", {"query": query, "size": 100})["hits"]["hits"]}


def test_an_index_is_whole_on_one_node(address: str) -> None:
    """On a single node the index has a place for every copy that it asks for, and the settings that it was given."""
    health = ask(f"{address.replace('/test-', '/_cluster/health/test-')}?wait_for_status=green&timeout=10s")
    assert (health["status"], health["unassigned_shards"]) == ("green", 0)
    ((_, answer),) = ask(f"{address}/_settings").items()
    settings = answer["settings"]["index"]
    assert (settings["gc_deletes"], settings["refresh_interval"]) == ("1h", "-1")
    assert settings["codec"].endswith("best_compression")


def test_what_the_table_does_not_name_is_refused(address: str) -> None:
    """A field that isn't in the mapping is a mistake, and the message names it."""
    with pytest.raises(urllib.error.HTTPError) as caught:
        add(address, "strict", {"headline": "x"})
    assert "headline" in json.load(caught.value)["error"]["reason"]
    caught.value.close()


def test_every_year_is_a_date(address: str) -> None:
    """Dates from the year 1 to the year 9999 are found by ranges that begin or end on them, and put in order."""
    days = ["0001-01-01", "0999-12-31", "1582-10-10", "1969-12-31", "2024-02-29", "9999-12-31"]
    for day in days:
        add(address, day, {"published": {"first": day, "last": day, "year": int(day[:4]), "month": int(day[:4]) * 12}})
    for place, day in enumerate(days):
        assert found(address, {"range": {"published.first": {"gte": day, "lte": day}}}) == {day}
        assert found(address, {"range": {"published.last": {"lte": day}}}) == set(days[: place + 1])
    ordered = {"query": {"exists": {"field": "published.first"}}, "sort": [{"published.first": "desc"}, "id"]}
    hits = ask(f"{address}/_search", "POST", ordered)["hits"]["hits"]
    assert [hit["_id"] for hit in hits] == days[::-1]
    for wrong in ("10000-01-01", "2025-1-1", "1756771200"):
        with pytest.raises(urllib.error.HTTPError) as caught:
            add(address, "wrong", {"published": {"first": wrong}})
        caught.value.close()


def test_each_form_finds_its_own(address: str) -> None:
    """Words are found folded, as written, by their stem in the article's language, by pairs and by their beginnings."""
    entry = {
        "title": "Zürich’s Mills reopen 钢铁厂",
        "title_en": "Zürich’s Mills reopen 钢铁厂",
        "title_bigrams": "zurich s mills reopen 钢铁 铁厂 厂",
        "person": ["Conan O’Brien", "Ann Lee"],
        "person_value": ["Conan O’Brien", "Ann Lee"],
        "person_spelling": [f"conan o'brien{SEPARATOR}Conan O’Brien"],
        "language": "EN",
        "has": ["title", "person"],
    }
    add(address, "forms", entry)
    for query in (
        {"match": {"title": "ZURICH"}},
        {"match_phrase": {"title": "zurich s mills"}},
        {"match": {"title.written": "Zürich"}},
        {"match": {"title_en": "mill"}},
        {"match_phrase": {"title_bigrams": "钢铁 铁厂"}},
        {"match": {"title.complete": {"query": "zür mil reop", "operator": "and"}}},
        {"match_phrase": {"person": "o brien"}},
        {"term": {"person_value": "CONAN O'BRIEN"}},
        {"match": {"person.complete": {"query": "con", "operator": "and"}}},
        {"term": {"language": "en"}},
        {"term": {"has": "person"}},
    ):
        assert found(address, query) == {"forms"}, query
    for query in (
        {"match": {"title": "mill"}},
        {"match": {"title.written": "zürich"}},
        {"match": {"title_de": "mills"}},
        {"match_phrase": {"person": "brien ann"}},
        {"term": {"person_value": "conan"}},
        {"match": {"document": "reopen"}},
    ):
        assert found(address, query) == set(), query
    counts = ask(f"{address}/_search", "POST", {"size": 0, "aggs": {"names": {"terms": {"field": "person_value"}}}})
    assert [bucket["key"] for bucket in counts["aggregations"]["names"]["buckets"]] == ["ann lee", "conan o'brien"]


def test_only_the_document_is_kept(address: str) -> None:
    """What comes back is the document, exactly as it was given; nothing in it is indexed or checked."""
    document = {"id": "x", "title": "Ümläut", "any": {"depth": [{"of": [1, 2.5, None, []]}]}, "published": {"at": "?"}}
    add(address, "kept", {"title": "Ümläut", "document": document})
    assert ask(f"{address}/_doc/kept")["_source"] == {"document": document}
    assert found(address, {"match": {"title": "umlaut"}}) == {"kept"}


def test_an_older_write_is_refused_after_a_deletion(address: str) -> None:
    """A write whose version is older than the deletion's is a conflict, as it would be without the deletion."""

    def version(number: int) -> str:
        return f"{address}/_doc/gone?version_type=external_gte&version={number}"

    ask(version(5), "PUT", {"title": "x"})
    ask(version(7), "DELETE")
    with pytest.raises(urllib.error.HTTPError, match="409") as caught:
        ask(version(6), "PUT", {"title": "x"})
    caught.value.close()
    ask(version(8), "PUT", {"title": "x"})
