"""What several tests share: an archive of the samples, built once, and the command line as a user runs it."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from archiver import Archive
from archiver.cli import main
from archiver.document import decode
from archiver.engine import Upsert
from archiver.query.tree import Query
from tests.sharing import in_memory, locked, shared_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from archiver import Capture
    from archiver.engine import Engine

pytest_plugins = ("tests.elastic.fixtures",)

# A shell that starts the tests in the background lets them ignore Ctrl-C, and with them every command that they start.
signal.signal(signal.SIGINT, signal.default_int_handler)

# The tests themselves run in as many processes as there are cores; a test that wants others to normalise says so.
os.environ.setdefault("ARCHIVE_WORKERS", "1")

# Half of the time of what writes goes into waiting for a disk, which no test is about: none cuts the power.
if folder := in_memory():
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", folder)

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """A test's name is the same in each process: what was packed holds the time at which that was done."""
    return f"{argname} of {len(val)}" if isinstance(val, bytes) else None


class Ran(NamedTuple):
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


@contextmanager
def unwritable(folder: Path) -> Iterator[list[str]]:
    """Nobody may write in this folder meanwhile; gives what a command must begin with, as root, to be nobody special."""
    paths = [folder, *folder.rglob("*")]
    modes = {path: path.stat().st_mode for path in paths}
    for path, mode in modes.items():
        path.chmod(mode & ~0o222)
    try:
        yield ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


NO_MODEL = {"ARCHIVE_MODELS": "en = none"}
"""What a command of its own is given where names don't matter: half of its time goes into the model's loading."""

ENGINES = ("embedded", "elasticsearch")


@pytest.fixture(params=ENGINES)
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The folder of an archive that is to be made, with the settings of each engine."""
    folder = tmp_path / "archive"
    if request.param == "elasticsearch":
        use_elasticsearch(folder, request.getfixturevalue("elasticsearch_url"))
    return folder


def use_elasticsearch(folder: Path, url: str) -> None:
    """Let the archive in this folder be indexed there, under a name of its own."""
    alias = f"test-{hashlib.sha256(bytes(folder)).hexdigest()[:12]}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "archive.toml").write_text(f'elasticsearch = "{url}"\nelasticsearch_alias = "{alias}"\n')


def archive_on_elasticsearch(folder: Path, url: str, captures: Iterable[Capture]) -> Path:
    """The folder, in which there is an archive of these captures now that is indexed there."""
    use_elasticsearch(folder, url)
    with Archive.open(str(folder), create=True) as archive:
        archive.add_captures(captures)
    return folder


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], None]], Path]:
    """Makes what has this name in a folder, once for all processes that run the tests; gives this process's own copy."""
    base = shared_folder(tmp_path_factory)

    def make_once(name: str, make: Callable[[Path], None]) -> Path:
        made, draft = base / f"once-{name}", base / f"once-{name}-{os.getpid()}"
        with locked(made):
            if not made.exists():
                make(draft)
                draft.rename(made)
        return Path(shutil.copytree(made, tmp_path_factory.mktemp(name) / "archive"))

    return make_once


@pytest.fixture(scope="session")
def samples_home(once: Callable[..., Path]) -> Path:
    """The folder of an archive that holds the samples; read it only."""

    def make(home: Path) -> None:
        with Archive.open(str(home), create=True) as archive:
            archive.add(str(SAMPLES))

    return once("samples", make)


@pytest.fixture(scope="session")
def elastic_samples_home(once: Callable[..., Path], samples_home: Path, elasticsearch_url: str) -> Path:
    """The folder of an archive with the same log, whose index is in Elasticsearch; read it only."""

    def make(home: Path) -> None:
        shutil.copytree(samples_home / "log", home / "log")
        use_elasticsearch(home, elasticsearch_url)
        with Archive.open(str(samples_home)) as read, Archive.open(str(home)) as made:
            index_again(read, made.engine)

    return once(f"samples-{elasticsearch_url.rpartition(':')[2]}", make)


def index_again(archive: Archive, engine: Engine) -> None:
    """Let another engine have what an archive's index has, without making it of the pages again."""
    versions = {head.key: head.position for head in archive.log.heads()}
    documents = map(decode, archive.reader.scan(Query()))
    generation = engine.create(context_digest=archive.normaliser.context_digest)
    with engine.open_writer(generation, archive.log.id, timeout=1) as writer:
        assert not writer.write(Upsert(document, versions[document.key]) for document in documents).failed
        writer.commit({archive.log.id: archive.log.last_position})
    engine.switch(generation)


FEW = tuple(str(path) for path in sorted((SAMPLES / "pages").glob("[bk]*.html")))
"""Pages of two publishers, of which most speak of a mill: as much as a test needs that reads an archive's articles again."""


@pytest.fixture(scope="session")
def few_samples_home(once: Callable[..., Path]) -> Path:
    """The folder of an archive that holds a few of the samples; read it only."""

    def make(home: Path) -> None:
        with Archive.open(str(home), create=True) as archive:
            archive.add(*FEW)

    return once("few", make)


@pytest.fixture
def few_home(few_samples_home: Path, tmp_path: Path) -> Path:
    """A copy of that archive which the test may change, re-index and verify in a moment."""
    return Path(shutil.copytree(few_samples_home, tmp_path / "archive"))


@pytest.fixture
def own_home(samples_home: Path, tmp_path: Path) -> Path:
    """A copy of that archive which the test may change."""
    return Path(shutil.copytree(samples_home, tmp_path / "archive"))


@pytest.fixture
def run(
    request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Ran]:
    """Run `archive` with these words, in the samples' archive unless another home is given."""

    def run_command(*words: str, home: Path | None = None) -> Ran:
        monkeypatch.setenv("ARCHIVE_HOME", str(home or request.getfixturevalue("samples_home")))
        try:
            code = main(list(words))
        except SystemExit as stopped:  # argparse's own way out
            code = int(stopped.code or 0)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run_command
