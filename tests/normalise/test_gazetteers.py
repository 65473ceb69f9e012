"""The project's own tables of names: what is in the files can be found."""

import subprocess
import sys

import pytest

from archiver.normalise import gazetteers, names, places
from archiver.normalise.words import fold


def test_given_names_are_found_by_their_folded_form() -> None:
    """An entry that is written with capitals or accents could never match a folded word."""
    assert [name for name in gazetteers.given_names() if fold(name) != name] == []


def test_organisations_are_found_by_their_keys() -> None:
    """An entry is written as `names.key` writes a name, and what is also a word is an organisation's name first."""
    found = gazetteers.organisations()
    assert [name for name in found.known | found.also_words if names.key(name) != name] == []
    assert sorted(found.also_words - found.known) == []


@pytest.mark.parametrize(
    ("name", "country"), [("Xinjiang", "China"), ("Sindh", "Pakistan"), ("Kashmir", None), ("Tex.", "United States")]
)
def test_regions_have_their_country(name: str, country: str | None) -> None:
    """A disputed region, and one of several countries, has none."""
    found = places.lookup(name)
    assert found is not None
    assert found.kind == "region"
    assert places.country_of(found) == country


def test_every_code_is_a_country_s() -> None:
    """A mistyped code would give places a country that isn't one."""
    codes = {code for _, code in gazetteers.regions() if code} | set(gazetteers.countries().values())
    codes |= set(gazetteers.demonyms().values())
    assert [code for code in codes if not places.country_name(code)] == []


def test_tables_are_read_at_their_first_use() -> None:
    """A search doesn't wait for tables that it needs nothing of."""
    code = (
        "import archiver.cli, archiver.normalise.entities\n"
        "from archiver.normalise import gazetteers as g\n"
        "print(sum(f.cache_info().currsize for f in (g.given_names, g.organisations, g.regions, g.countries, g.states)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "0\n"
