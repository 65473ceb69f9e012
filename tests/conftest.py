"""What several tests share: an archive of the samples, built once, and the command line as a user runs it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from archiver import Archive
from archiver.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"


class Ran(NamedTuple):
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def samples_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive that holds the samples; read it only."""
    home = tmp_path_factory.mktemp("samples") / "archive"
    with Archive.open(str(home), create=True) as archive:
        archive.add(str(SAMPLES))
    return home


@pytest.fixture
def own_home(samples_home: Path, tmp_path: Path) -> Path:
    """A copy of that archive which the test may change."""
    return Path(shutil.copytree(samples_home, tmp_path / "archive"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, samples_home: Path) -> Callable[..., Ran]:
    """Run `archive` with these words, in the samples' archive unless another home is given."""

    def run_command(*words: str, home: Path | None = None) -> Ran:
        monkeypatch.setenv("ARCHIVE_HOME", str(home or samples_home))
        try:
            code = main(list(words))
        except SystemExit as stopped:  # argparse's own way out
            code = int(stopped.code or 0)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run_command
