"""The file of aliases, what it does to documents, and what an archive shows with it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from archiver import Archive
from archiver.aliases import Aliases, apply, expand, read
from archiver.document import Entity, Mention
from archiver.errors import SettingsError
from archiver.normalise.places import lookup
from archiver.query.parser import parse
from archiver.query.tree import Named, Not, Word
from archiver.settings import Settings, load_settings
from tests.engines.articles import article

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran


def written(folder: Path, *lines: str) -> str:
    """The path of a file with these lines."""
    path = folder / "aliases.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def test_a_file_is_read(tmp_path: Path) -> None:
    """Sections, remarks, names in quotation marks, groups over several lines: case and accents don't matter."""
    path = written(
        tmp_path,
        "\ufeff# Who is who",
        "[People]",
        "Muhammad Sharif = M. Sharif, MOHAMMED SHARÍF",
        "muhammad sharif = Sharif the Elder",
        '"Smith, Jr." = "J. Smith = Jr."',
        "- He, she",
        "-It",
        "",
        " [ orgs? ]".replace(" orgs? ", "org"),
        "U.N. = United Nations",
    )
    found = read(path)
    people = found["people"]
    assert people.groups["muhammad sharif"] == ("muhammad sharif", "m. sharif", "mohammed sharif", "sharif the elder")
    assert people.names == {"muhammad sharif": "Muhammad Sharif", "smith, jr.": "Smith, Jr."}
    assert people.group_of["j. smith = jr."] == "smith, jr."
    assert people.blocked == {"he", "she", "it"}
    assert found["organisations"].group_of == {"u.n.": "u.n.", "united nations": "u.n."}
    assert set(found) == {"people", "organisations"}


@pytest.mark.parametrize(
    ("lines", "line", "reason"),
    [
        (["A = B"], 1, r"Write \[people\]"),
        (["[people]", "A = B", "[ships]"], 3, "is no section"),
        (["[people"], 1, "is no section"),
        (["[authors]"], 1, "is no section"),
        (["[people]", "Jane Roe"], 2, "Shown name = Another"),
        (["[people]", "= B"], 2, "Shown name = Another"),
        (["[people]", "A ="], 2, "no name between commas"),
        (["[people]", "A = B,, C"], 2, "no name between commas"),
        (["[people]", "A = B = C"], 2, "where a comma should"),
        (["[people]", 'A = "B'], 2, "quotation marks"),
        (["[people]", "-"], 2, "no name between commas"),
        (["[people]", "A = B", "C = b"], 3, "is a name of “A” already, by line 2"),
        (["[people]", "A = B", "B = C"], 3, "is a name of “A” already, by line 2"),
        (["[people]", "A = B", "- b"], 3, "is a name of “A” already, by line 2"),
        (["[people]", "- B", "A = b"], 3, "is left out already, by line 2"),
        (["[people]", "A\x1b[31m = B"], 2, "can't be seen"),
        (["[people]", "A = " + 501 * "b"], 2, "longer than 500"),
        (["[people]", *(f"A{n} = B | c" for n in range(1001))], 1002, "into more than 1,000"),
        (["[people]", "A = B |"], 2, "no name between commas"),
        (["[people]", "A = B | c | d"], 2, "where a comma should"),
        (["[people]", "A | c = B"], 2, "Shown name = Another"),
        (["[people]", "A = B | c, ?"], 2, "no word that could be looked for"),
        (["[people]", "A = B | 2012..1998"], 2, "ends before it begins"),
        (["[people]", "A = B | 2012-13.."], 2, "no period"),
        (["[people]", "- B | c"], 2, "where a comma should"),
        (["[countries]", "A = B | c"], 2, r"in \[places\]"),
        (["[people]", "A = " + ", ".join(f"B{n}" for n in range(1000))], 2, "more than 1,000 names"),
    ],
)
def test_a_mistake_names_its_line(tmp_path: Path, lines: list[str], line: int, reason: str) -> None:
    """What can't be understood is refused, with the line and what to write."""
    with pytest.raises(SettingsError, match=rf"aliases.txt, line {line}: .*{reason}"):
        read(written(tmp_path, *lines))


def test_a_file_that_is_none(tmp_path: Path) -> None:
    """A folder, a missing file and one that isn't text are told as such, when they are first needed."""
    (tmp_path / "latin.txt").write_bytes("[people]\nJosé = Jose".encode("latin-1"))
    for name, reason in ((".", "isn't a file"), ("none.txt", "No such file"), ("latin.txt", "isn't UTF-8")):
        aliases = Aliases(str(tmp_path / name))
        assert aliases.get("sections") is None
        with pytest.raises(SettingsError, match=reason):
            aliases.get("people")
    assert Aliases("").get("people") is None


def test_the_shipped_file_is_understood() -> None:
    """The file that comes with the program has no mistakes, and the setting turns it off or names another."""
    assert read(Settings("/home").aliases_path)["organisations"].group_of["uno"] == "united nations"
    assert Settings("/home", aliases="none").aliases_path == ""
    assert Settings("/home", aliases="mine.txt").aliases_path == "/home/mine.txt"
    assert load_settings("/home", {"ARCHIVE_ALIASES": "/else/mine.txt"}).aliases_path == "/else/mine.txt"


def test_the_shipped_names_of_countries_are_those_of_places() -> None:
    """A country is shown under the name that places' countries have, and no other name is one that means another country."""
    countries = read(Settings("/home").aliases_path)["countries"]
    for group, names in countries.groups.items():
        shown = countries.names[group]
        known = [found for name in names if (found := lookup(name)) and found.kind == "country"]
        assert {found.name for found in known} == {shown}


ALIASES = (
    "[people]",
    "Muhammad Sharif = M. Sharif, Sharif",
    "- He",
    "[places]",
    "Köln = Cologne",
    "[countries]",
    "UK = Britain",
)


def test_a_document_is_shown_after_aliases(tmp_path: Path) -> None:
    """Merged names are one with the forms and places of all, those left out are gone, and forms keep what the page said."""
    aliases = read(written(tmp_path, *ALIASES))
    document = article(
        "a", people=("M. Sharif|Mr Sharif", "He", "Ann Lee", "Sharif|Sharif"), places=("Cologne", "Bath@Britain")
    )
    people = list(document.people)
    people[0] = Entity(name="M. Sharif", forms=("M. Sharif", "Mr Sharif"), mentions=(Mention("body", (5, 9)),))
    people[3] = Entity(name="Sharif", forms=("Sharif",), mentions=(Mention("title", (0, 6)), Mention("body", (1, 3))))
    import msgspec

    shown = apply(msgspec.structs.replace(document, people=tuple(people)), aliases)
    assert [person.name for person in shown.people] == ["Muhammad Sharif", "Ann Lee"]
    assert shown.people[0].forms == ("M. Sharif", "Mr Sharif", "Sharif")
    assert [mention.span for mention in shown.people[0].mentions] == [(0, 6), (1, 3), (5, 9)]
    assert [(place.name, place.forms) for place in shown.places] == [("Köln", ("Cologne",)), ("Bath", ("Bath",))]
    assert shown.countries == ("UK",)
    untouched = article("b", people=("Ann Lee",))
    assert apply(untouched, aliases) is untouched


def test_a_query_finds_all_names_by_any(tmp_path: Path) -> None:
    """What holds one of the names of a value stands for all of them, also where it is left out; other words stay alone."""
    aliases = read(written(tmp_path, *ALIASES))
    keys = ("muhammad sharif", "m. sharif", "sharif")
    for text in ("person:sharif", 'person:"m. sharif"', "people:muham*", "person:(nobody OR sharif)"):
        tree = expand(parse(text), aliases)
        assert f"keys={keys}" in repr(tree), text
    negated = expand(parse("steel -person:sharif"), aliases)
    assert f"Not(part=Named(part={Word('sharif', 'person')!r}, field='person', keys={keys})" in repr(negated)
    for text in ("sharif", "person:shar", "person:=Sharif", 'person:"sharif m"', "title:sharif", "person:lee"):
        assert expand(parse(text), aliases) == parse(text), text
    assert not isinstance(parse("person:sharif"), (Named, Not))


def test_an_archive_uses_its_file(run: Callable[..., Ran], own_home: Path) -> None:
    """The setting names a file in the archive's folder; facets, searches, shown and exported articles follow it at once."""
    before = json.loads(run("facets", "people", "--format", "json", home=own_home).out)
    one, other = before[0], before[1]
    (own_home / "archive.toml").write_text('aliases = "names.txt"\n', encoding="utf-8")
    names = f"[people]\nThe Merged One = {one['value']}, {other['value']}\n- {before[2]['value']}\n"
    (own_home / "names.txt").write_text(names, encoding="utf-8")
    with Archive.open(str(own_home)) as archive:
        merged = archive.facet("people")[0]
        assert merged.value == "The Merged One"
        assert max(one["count"], other["count"]) <= merged.documents <= one["count"] + other["count"]
        assert archive.search(people=[one["value"]]).total == merged.documents
        assert archive.search(f'person:"{other["value"]}"').total == merged.documents
        exported = [json.loads(line) for line in archive.export(people=["the merged one"])]
        assert len(exported) == merged.documents
        assert all("The Merged One" in [person["name"] for person in row["people"]] for row in exported)
        assert "The Merged One" in {person.name for person in archive.get(exported[0]["id"]).people}
        assert before[2]["value"] not in {count.value for count in archive.facet("people", limit=1000)}
    assert "The Merged One" in run("search", "--limit", "1", "--format", "text", home=own_home).out
    (own_home / "names.txt").write_text("[people]\nA B\n", encoding="utf-8")
    ran = run("facets", "people", home=own_home)
    assert (ran.code, ran.out) == (2, "")
    assert "names.txt, line 2: this isn't understood" in ran.err
