"""The Elasticsearch index definition, held against the field table."""

import json

from archiver.fields import DATE, FIELDS, KEYWORD, NAMES, PERIODS, STEMMED_LANGUAGES, TEXT
from tests.conftest import ROOT

DEFINITION = json.loads((ROOT / "mappings" / "articles.json").read_text(encoding="utf-8"))
PROPERTIES = DEFINITION["mappings"]["properties"]


def test_nothing_can_enter_that_the_table_does_not_name() -> None:
    """The mapping is strict, and every field in it belongs to a field of the table."""
    assert DEFINITION["mappings"]["dynamic"] == "strict"
    searched = {field.name for field in FIELDS if field.kind == TEXT and field.weight}
    extra = {f"{name}_{form}" for name in searched for form in ("bigrams", *STEMMED_LANGUAGES)}
    assert set(PROPERTIES) == {field.name for field in FIELDS} | extra | {"document"}


def test_every_field_has_the_forms_of_its_kind() -> None:
    """Prose and names are there folded and as written, names and keywords as whole values too."""
    for field in FIELDS:
        mapping = PROPERTIES[field.name]
        if field.kind in (TEXT, NAMES):
            assert mapping["analyzer"] == "folded"
            assert mapping["fields"]["written"]["analyzer"] == "written"
        if field.kind == NAMES:
            assert mapping["fields"]["value"]["type"] == "keyword"
        if field.kind in (KEYWORD, PERIODS):
            assert mapping["type"] == "keyword"
        if field.kind == DATE:
            assert {"first", "last"} <= set(mapping["properties"])


def test_every_analyser_is_used_and_defined() -> None:
    """No mapping names an analyser that isn't defined, and none is defined in vain."""
    used = {PROPERTIES[name].get("analyzer") for name in PROPERTIES} | {"written"}
    assert used - {None} == set(DEFINITION["settings"]["analysis"]["analyzer"])
