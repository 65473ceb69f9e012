"""What is proposed while a query is typed, and in the shells."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from archiver import Archive
from archiver.learnt import Boilerplate, LearntText, SiteBoilerplate
from tests.conftest import ROOT
from tests.shells import opened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran

    Run = Callable[..., Ran]


@pytest.mark.parametrize(
    ("typed", "first", "never"),
    [
        ("pla", "place:", "country:"),
        ("steel -si", "steel -site:", "steel -section:"),
        ("place:kar", "place:Karachi", "place:Sheffield"),
        ('mill place:"harrow v', 'mill place:"Harrow Vale"', 'mill place:"Harrow Bridge"'),
        ("person:okaf", 'person:"Grace Okafor"', 'person:"Jane Roe"'),
        ("(org:afw", "", "(org:AFWU"),
        ("has:date", "has:dateline", "has:published"),
        ("published:last-", "published:last-week", "published:today"),
        ("after:yes", "after:yesterday", "after:today"),
        ("steel mill rest", "steel mill restart", "steel mill steel"),
        ("nonsense:x", "", "nonsense:x"),
        ("words:1", "", "words:1"),
    ],
)
def test_what_may_follow(run: Run, typed: str, first: str, never: str) -> None:
    """Names of fields, values of facets, days and words of headlines go on what was typed, the likeliest first."""
    lines = run("complete", "--", typed).out.splitlines()
    assert lines[:1] == ([first] if first else [])
    assert never not in lines


def test_what_is_left_out_may_follow(run: Run) -> None:
    """What was typed of a word that is left out is no option, whether -- stands before it or not."""
    ran = run("complete", "-place:kar")
    assert (ran.code, ran.out) == (0, "-place:Karachi\n")
    assert run("complete", "--", "-place:kar").out == ran.out


def test_headlines_follow_their_beginnings(run: Run) -> None:
    """A headline that begins as typed is proposed whole, as a phrase."""
    assert '"Steel mill loses appeal over red dust on washing lines"' in run("complete", "steel mill lo").out


def test_values_of_a_facet(run: Run) -> None:
    """Values of one facet are proposed as they are, by the beginning of any of their words."""
    assert run("complete", "--facet", "people", "okaf").out == "Grace Okafor\n"


def test_without_an_archive_nothing_is_proposed(run: Run, tmp_path: Path) -> None:
    """A shell that completes where there is no archive gets nothing, and no message."""
    ran = run("complete", "--archive", str(tmp_path / "none"), "pla")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_names_of_saved_searches(run: Run, own_home: Path) -> None:
    """Saved searches are proposed by the beginnings of their names."""
    run("save", "Mill news", "mill", home=own_home)
    run("save", "eels", "eels", home=own_home)
    assert run("complete", "--saved", "mi", home=own_home).out == "Mill news\n"
    assert run("complete", "--saved", "", home=own_home).out.splitlines() == ["Mill news", "eels"]
    assert run("complete", "--saved", "zz", home=own_home).out == ""


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("peo", "people="),
        ("published:", "published:year="),
        ("people=okaf", "people=Grace Okafor"),
        ("person=okaf", "person=Grace Okafor"),
        ("published:month=2025-0", "published:month=2025-0"),
        ("nonsense=x", ""),
    ],
)
def test_a_facet_with_its_value(run: Run, typed: str, first: str) -> None:
    """As --only takes them, facets and then their values are proposed."""
    lines = run("complete", "--only", "--", typed).out.splitlines()
    assert lines[0].startswith(first) if first else not lines


LINES = [
    ("archive sear", "archive search "),
    ("archive search titl", "archive search title:"),
    ("archive search place:kar", "archive search place:Karachi"),
    ("archive search --people okaf", r"archive search --people Grace\ Okafor"),
    ("archive search --only peo", "archive search --only people="),
    ("archive search --only people=okaf", r"archive search --only people=Grace\ Okafor"),
    ("archive search --without people=okaf", r"archive search --without people=Grace\ Okafor"),
    ("archive facets published:mo", "archive facets published:month"),
    ("archive facets places --by published:mo", "archive facets places --by published:month"),
    ("archive run mil", "archive run mills"),
    ("archive run Wh", r"archive run What\ eels\ do"),
    ("archive unsave mil", "archive unsave mills"),
    ("archive boilerplate tarn", "archive boilerplate tarnpost.example"),
    ("archive inspect docs/oper", "archive inspect docs/operating.md"),
]
BASH_ONLY = [
    ("archive search --peo", "archive search --people"),
    ("archive search --people=okaf", r"archive search --people=Grace\ Okafor"),
    ("archive search steel -place:kar", "archive search steel -place:Karachi"),
    ('archive search "steel mill rest', 'archive search "steel mill restart"'),
    ("archive search 'place:kar", "archive search 'place:Karachi'"),
]


@pytest.mark.parametrize(("shell", "lines"), [("bash", LINES + BASH_ONLY), ("zsh", LINES)], ids=["bash", "zsh"])
def test_a_line_is_completed_by_the_tab_key(
    own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shell: str, lines: list[tuple[str, str]]
) -> None:
    """In a shell, options, queries, facets, their values and saved searches go on what was typed."""
    if not shutil.which(shell):
        pytest.skip(f"there is no {shell} here")
    with Archive.open(str(own_home)) as archive:
        archive.save("mills", "mill")
        archive.save("What eels do", "eels")
    texts = (LearntText(text="Hear this story", pages=9),)
    Boilerplate(str(own_home)).put(SiteBoilerplate(site="tarnpost.example", texts=texts))
    (tmp_path / "seen-page.html").write_text("<p>Seen.")
    monkeypatch.chdir(ROOT)
    with opened(shell, tmp_path, own_home) as typing:
        assert [(line, typing.completed(line).rstrip()) for line, _ in lines] == [
            (line, whole.rstrip()) for line, whole in lines
        ]
