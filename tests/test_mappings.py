"""The Elasticsearch index definition, held against the field table."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING, Any

from archiver import analysis
from archiver.analysis import MAX_TOKEN
from archiver.engines.elastic import definition
from archiver.engines.elastic.build import GAP, GAPS
from archiver.facets import UNITS
from archiver.fields import ANYWHERE, BAG, DATE, FIELDS, KEYWORD, NAMES, NUMBER, PERIODS, STEMMED_LANGUAGES, TEXT, Field
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

DEFINITION = definition.load()
MAPPINGS = DEFINITION["mappings"]
ANALYSIS = DEFINITION["settings"]["index"]["analysis"]

COMPLETED = {"title", "author", "person", "organisation", "place", "site"}
WRITTEN = {"type": "text", "analyzer": "written"}
COMPLETE = {
    "type": "text",
    "analyzer": "complete",
    "search_analyzer": "complete_search",
    "index_options": "docs",
    "norms": False,
}
DAY = {"type": "date", "format": "strict_date"}

# Not of one field of the table, but of the whole article.
OF_THE_ARTICLE = {
    "log": {"type": "keyword"},
    "has": {"type": "keyword", "doc_values": False},
    "title_key": {"type": "keyword", "doc_values": False},
    "title_order": {"type": "keyword", "index": False},
    "document": {"type": "object", "enabled": False},
}


def copied(field: Field, form: str) -> dict[str, str]:
    """That the words of a field which bare words search are copied to where these are looked for."""
    return {"copy_to": f"{ANYWHERE}{form}"} if field.weight else {}


def mapped(field: Field) -> dict[str, Any]:  # noqa: PLR0911 - a way for each kind
    """What the mapping has to have for a row of the table."""
    if field.kind == BAG:
        bag = {"type": "text", "index_options": "freqs"}
        return {
            field.name: {**bag, "analyzer": "folded"},
            f"{field.name}_bigrams": {**bag, "analyzer": "bigrams"},
            **{
                f"{field.name}_{language}": {**bag, "analyzer": f"stemmed_{language}"} for language in STEMMED_LANGUAGES
            },
        }
    complete = {"complete": COMPLETE} if field.name in COMPLETED else {}
    spelling = {f"{field.name}_spelling": {"type": "keyword"}} if field.facet else {}
    if field.kind == TEXT:
        forms = {"written": WRITTEN, **complete}
        return {
            field.name: {
                "type": "text",
                "analyzer": "folded",
                **copied(field, ""),
                "position_increment_gap": 1,
                "index_options": "offsets",
                "fields": forms,
            },
            f"{field.name}_bigrams": {"type": "text", "analyzer": "bigrams", **copied(field, "_bigrams")},
            **{
                f"{field.name}_{language}": {
                    "type": "text",
                    "analyzer": f"stemmed_{language}",
                    "index_options": "freqs",
                    **copied(field, f"_{language}"),
                }
                for language in STEMMED_LANGUAGES
            },
        }
    if field.kind == NAMES:
        value = {"type": "keyword", "normalizer": "folded"} | ({} if field.facet else {"doc_values": False})
        text = {"type": "text", "analyzer": "folded", "position_increment_gap": 1, **copied(field, "")}
        forms = {"written": WRITTEN, **complete}
        return {field.name: {**text, "fields": forms}, f"{field.name}_value": value, **spelling}
    if field.kind == KEYWORD:
        return {field.name: {"type": "keyword", "normalizer": "folded"}, **spelling}
    if field.kind == DATE:
        counted = {unit: {"type": "keyword"} for unit in (*UNITS["published"], "precision")}
        return {field.name: {"properties": {"first": DAY, "last": DAY, **counted, "minute": {"type": "long"}}}}
    if field.kind == NUMBER:
        return {field.name: {"type": "integer"}}
    assert field.kind == PERIODS
    return {
        field.name: {"type": "keyword", "doc_values": False},
        **{f"{field.name}_{unit}": {"type": "keyword"} for unit in UNITS["mentioned"]},
    }


def test_every_field_has_the_forms_of_its_kind() -> None:
    """The mapping has what the table's rows need, in the table's order, and nothing else."""
    expected = {name: part for field in FIELDS for name, part in mapped(field).items()} | OF_THE_ARTICLE
    assert MAPPINGS["properties"] == expected
    assert list(MAPPINGS["properties"]) == list(expected)


def test_nothing_else_can_enter() -> None:
    """The mapping is strict, and only the document itself is kept."""
    assert MAPPINGS["dynamic"] == "strict"
    assert MAPPINGS["_source"] == {"includes": ["document"]}


def test_every_analyser_is_used_and_defined() -> None:
    """No mapping names an analyser or a normalizer that isn't defined, and nothing is defined in vain."""
    parts = [*MAPPINGS["properties"].values()]
    parts += [form for part in parts for form in part.get("fields", {}).values()]
    analysers = {part[name] for part in parts for name in ("analyzer", "search_analyzer") if name in part}
    normalizers = {part["normalizer"] for part in parts if "normalizer" in part}
    assert analysers | {GAPS} == set(ANALYSIS["analyzer"])  # that one is for queries
    assert normalizers == set(ANALYSIS["normalizer"])
    chains = [*ANALYSIS["analyzer"].values(), *ANALYSIS["normalizer"].values()]
    used = {name for chain in chains for name in chain.get("filter", [])}
    assert set(ANALYSIS["filter"]) <= used
    assert {name for chain in chains for name in chain.get("char_filter", [])} == set(ANALYSIS["char_filter"])
    assert {chain["tokenizer"] for chain in chains if "tokenizer" in chain} == set(ANALYSIS["tokenizer"])


def test_analysers_of_languages_differ_in_the_stemmer_alone() -> None:
    """A stemmed form is the folded one with the language's stemmer after the first lower case."""
    folded = ANALYSIS["analyzer"]["folded"]
    at = folded["filter"].index("lowercase") + 1
    for language, name in STEMMED_LANGUAGES.items():
        assert ANALYSIS["filter"][f"stem_{language}"] == {"type": "snowball", "language": name.capitalize()}
        filters = [*folded["filter"][:at], f"stem_{language}", *folded["filter"][at:]]
        assert ANALYSIS["analyzer"][f"stemmed_{language}"] == {**folded, "filter": filters}


def test_completion_is_of_folded_words() -> None:
    """What is completed is folded, and so is what is typed; both end at the same length."""
    folded, filters = ANALYSIS["analyzer"]["folded"], ANALYSIS["filter"]
    for name, last in (("complete", "beginnings"), ("complete_search", "longest_beginning")):
        assert ANALYSIS["analyzer"][name] == {**folded, "filter": [*folded["filter"], last]}
    assert filters["beginnings"]["max_gram"] == filters["longest_beginning"]["length"]


def test_tokens_are_cut_where_the_archive_cuts_them() -> None:
    """A token keeps as many characters as the archive keeps."""
    assert ANALYSIS["filter"]["cut"] == {"type": "truncate", "length": MAX_TOKEN}


def test_a_gap_of_a_query_takes_a_place() -> None:
    """What stands for a gap in a phrase of a query is taken out by its analyser, which leaves the place free."""
    assert ANALYSIS["filter"]["gaps"] == {"type": "stop", "stopwords": [GAP]}


def test_the_readme_explains_every_setting() -> None:
    """mappings/README.md names each analyser, setting and file."""
    readme = (ROOT / "mappings" / "README.md").read_text(encoding="utf-8")
    names = {name for name in ANALYSIS["analyzer"] if not name.startswith("stemmed_")} | {"stemmed_"}
    names |= (
        set(DEFINITION["settings"]["index"]) | set(OF_THE_ARTICLE) | {"synonyms.txt", "aliases.txt", "articles.json"}
    )
    assert [name for name in sorted(names) if f"`{name}" not in readme] == []


def test_the_digest_tells_what_needs_writing_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """The digest changes with analysers, fields and the archive's own tokens, and with nothing else."""
    first = definition.digest(DEFINITION)
    changed = definition.load()
    changed["settings"]["index"]["auto_expand_replicas"] = "0-all"
    changed["mappings"] = dict(reversed(changed["mappings"].items()))
    assert definition.digest(changed) == first
    changed["mappings"]["properties"]["title"]["analyzer"] = "written"
    assert definition.digest(changed) != first
    changed = definition.load()
    changed["settings"]["index"]["analysis"]["filter"]["cut"]["length"] = 9
    assert definition.digest(changed) != first
    monkeypatch.setattr(analysis, "VERSION", analysis.VERSION + 1)
    assert definition.digest(DEFINITION) != first


def test_the_wheel_has_the_definition(tmp_path: Path) -> None:
    """What is installed from a wheel finds the same definition, and the synonyms beside it."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    for name in ("synonyms.txt", "aliases.txt"):
        assert (installed / "archiver" / "mappings" / name).exists()
    code = "import json; from archiver.engines.elastic import definition; print(json.dumps(definition.load()))"
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(installed)!r}); {code}"]
    ran = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert json.loads(ran.stdout) == DEFINITION
