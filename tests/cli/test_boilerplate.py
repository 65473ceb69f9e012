"""`archive boilerplate`, as a user sees it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from archiver import Archive
from tests.makers_of_sites import APPEAL, page
from tests.terminal import on_terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran

    Run = Callable[..., Ran]

SITE = "tarnpost.example"
OTHER = "The tower clock of Tarn is wound by hand each morning, and readers who come to see it are given tea."


@pytest.fixture
def tarn(tmp_path: Path) -> Path:
    """The folder of an archive of one site's articles, of which nothing was learnt."""
    home = tmp_path / "tarn"
    with Archive.open(str(home), create=True) as archive:
        archive.add_captures(map(page, range(12)))
    return home


def test_learning_and_looking(run: Run, tarn: Path) -> None:
    """What was learnt is a text a line in a pipe; what is to be done is said beside it."""
    ran = run("boilerplate", "--learn", home=tarn)
    assert ran.err == (
        "12 articles compared. 1 text of 1 site known: 1 new, 0 gone.\n“archive reindex” makes it count.\n"
    )
    [row] = map(json.loads, ran.out.splitlines())
    assert (row["site"], row["number"], row["text"], row["pages"], row["keep"]) == (SITE, 1, APPEAL, 12, False)
    assert run("boilerplate", "Tarn Post", home=tarn).code == 2
    [site] = json.loads(run("boilerplate", "The Tarn Post", "--format", "json", home=tarn).out)
    assert (site["site"], site["name"], site["pages"], len(site["texts"])) == (SITE, "The Tarn Post", 12, 1)


def test_taking_back(run: Run, tarn: Path) -> None:
    """A text is kept by its number and cut again by its words; both only of one site that is named."""
    run("boilerplate", "--learn", home=tarn)
    assert json.loads(run("boilerplate", SITE, "--keep", "1", home=tarn).out)["keep"] is True
    assert json.loads(run("boilerplate", SITE, "--cut", APPEAL, home=tarn).out)["keep"] is False
    assert run("boilerplate", "--keep", "1", home=tarn).code == 2
    assert "none of the 1 texts" in run("boilerplate", SITE, "--keep", "7", home=tarn).err


def test_where_nothing_is_known(run: Run, tarn: Path) -> None:
    """Before anything was learnt that is said, with what does it; and a site of which nothing is known isn't."""
    ran = run("boilerplate", "--format", "text", home=tarn)
    assert (ran.code, ran.out) == (0, "")
    assert "archive boilerplate --learn" in ran.err
    assert run("boilerplate", home=tarn).out == ""
    assert run("boilerplate", "--format", "json", home=tarn).out == "[]\n"
    ran = run("boilerplate", SITE, home=tarn)
    assert (ran.code, ran.out) == (1, "")
    assert "archive boilerplate --learn" in ran.err
    run("boilerplate", "--learn", home=tarn)
    ran = run("boilerplate", "fellpost.example", home=tarn)
    assert ran.code == 2
    assert "archive boilerplate --learn" in ran.err


def test_a_decision_prints_what_it_changed(run: Run, tmp_path: Path) -> None:
    """In a pipe, of the texts only those that are kept or cut from now on; none where nothing changed."""
    home = tmp_path / "tarn"
    with Archive.open(str(home), create=True) as archive:
        archive.add_captures(page(number, [APPEAL, OTHER]) for number in range(12))
    assert len(run("boilerplate", "--learn", home=home).out.splitlines()) == 2
    [row] = map(json.loads, run("boilerplate", SITE, "--keep", "2", home=home).out.splitlines())
    assert (row["number"], row["keep"]) == (2, True)
    assert run("boilerplate", SITE, "--keep", "2", home=home).out == ""
    [site] = json.loads(run("boilerplate", SITE, "--keep", "1", "--format", "json", home=home).out)
    assert [text["keep"] for text in site["texts"]] == [True, True]


def test_a_file_that_cannot_be_read(run: Run, tarn: Path) -> None:
    """What is wrong with a site's file, and what to do, is said by itself, also by a re-index, which doesn't begin."""
    run("boilerplate", "--learn", home=tarn)
    (tarn / "boilerplate" / f"{SITE}.toml").write_text("site = [", encoding="utf-8")
    told = " ".join(run("status", "--format", "text", home=tarn).out.split())
    assert f"{SITE}.toml can't be read: " in told
    assert told.endswith("Mend it, or delete it and run “archive boilerplate --learn”.")
    assert "“archive reindex”" not in told
    ran = run("reindex", home=tarn)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("archive: ")


def test_on_a_terminal(run: Run, tarn: Path) -> None:
    """A person sees each site with its texts, their share of the articles, and the file to edit."""
    run("boilerplate", "--learn", home=tarn)
    assert on_terminal(tarn, "boilerplate").lines[0].split("  ") == [
        SITE,
        "The Tarn Post",
        "1 text",
        "12 articles compared",
    ]
    run("boilerplate", SITE, "--keep", "1", home=tarn)
    shown = on_terminal(tarn, "boilerplate", SITE, columns=100)
    assert shown.lines[0] == f"The Tarn Post  {SITE}"
    assert shown.lines[1].startswith("12 articles compared on ")
    assert "boilerplate/tarnpost.example.toml" in "".join(map(str.strip, shown.lines[1:4]))
    assert any(line.startswith("1  12 of 12  The Tarn Post belongs to its readers") for line in shown.lines)
    assert "kept in the articles" in shown.text


def test_reindexing_learns_unless_told_not_to(run: Run, tarn: Path) -> None:
    """`archive reindex` learns before it begins, and with --no-learn it doesn't."""
    run("reindex", "--no-learn", home=tarn)
    assert run("boilerplate", home=tarn).out == ""
    ran = run("reindex", home=tarn)
    assert "Texts that sites repeat were learnt, 1 new: “archive boilerplate” shows them.\n" in ran.err
    assert json.loads(run("boilerplate", home=tarn).out)["text"] == APPEAL
    assert run("reindex", "--if-needed", home=tarn).err.startswith("No re-index is needed")


def test_sites_are_completed(run: Run, tarn: Path) -> None:
    """Sites of which something is known are proposed by their beginnings."""
    run("boilerplate", "--learn", home=tarn)
    assert run("complete", "--learnt", "tarn", home=tarn).out == f"{SITE}\n"
    assert run("complete", "--learnt", "x", home=tarn).out == ""
