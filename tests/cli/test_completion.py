"""What is proposed while a query is typed, and in the shells."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

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


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash here")
@pytest.mark.parametrize(
    ("line", "words", "proposed"),
    [
        ("archive search place:kar", "archive search place : kar", "Karachi"),
        ("archive search language:", "archive search language :", "en"),
        ("archive search --people okaf", "archive search --people okaf", r"Grace\ Okafor"),
        ('archive search "steel mill rest', "archive search '\"steel mill rest'", "steel mill restart"),
        ("archive search --peo", "archive search --peo", "--people"),
    ],
)
def test_bash_completes(samples_home: Path, tmp_path: Path, line: str, words: str, proposed: str) -> None:
    """The script for bash proposes options, values and queries where the cursor stands."""
    program = str(Path(sys.executable).parent / "archive")
    script = tmp_path / "completion.bash"
    script.write_bytes(subprocess.run([program, "completion", "bash"], capture_output=True, check=True).stdout)
    asked = f"""
source {script}
COMP_LINE={_quoted(line)} COMP_POINT={len(line)}
COMP_WORDS=({words}) COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
_shtab_archive
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    path = f"{Path(program).parent}:/usr/bin:/bin"
    environment = {"PATH": path, "ARCHIVE_HOME": str(samples_home)}
    ran = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, check=True, env=environment)
    assert ran.stdout.splitlines()[0] == proposed, ran.stderr


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
