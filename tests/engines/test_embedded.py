"""The embedded engine's own promises: its files, its locks, crashes, and what a reader must not load."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING

import pytest

from archiver.document import encode
from archiver.engine import Delete, Upsert
from archiver.engines.embedded import EmbeddedEngine, schema_digest
from archiver.errors import ArchiveError, IndexingError, LockedError, NoArchiveError
from archiver.fields import FIELDS, TEXT, Field
from archiver.query.tree import Phrase, Query, Word
from tests.conftest import unwritable
from tests.engines.articles import LIBRARY, article
from tests.engines.conftest import fill

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An archive's folder with one generation of one article."""
    fill(EmbeddedEngine(str(tmp_path)), [article("a", "Steel mill", "word")])
    return tmp_path


def python(code: str, *arguments: str) -> subprocess.Popen[str]:
    """Another process that runs this code."""
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), *arguments], stdout=subprocess.PIPE, text=True, cwd=os.getcwd()
    )


def replace(path: Path, content: bytes) -> None:
    """Put another file in the place of one that the library may still have mapped into memory."""
    path.unlink()
    path.write_bytes(content)


# Damage.

DAMAGES = {
    "the manifest is missing": lambda folder: (folder / "manifest.json").unlink(),
    "the manifest is empty": lambda folder: (folder / "manifest.json").write_text(""),
    "the manifest is something else": lambda folder: (folder / "manifest.json").write_text('{"fields": 5}'),
    "the manifest is a list": lambda folder: (folder / "manifest.json").write_text("[]"),
    "the state is cut short": lambda folder: (folder / "state.json").write_text('{"positions": {"a"'),
    "the segments' list is missing": lambda folder: (folder / "segments" / "meta.json").unlink(),
    "the segments' list is cut short": lambda folder: (folder / "segments" / "meta.json").write_text('{"index_settings"'),
    "all segments are missing": lambda folder: [path.unlink() for path in (folder / "segments").glob("*.*")],
    "the positions are missing": lambda folder: [path.unlink() for path in (folder / "segments").glob("*.pos")],
    "the terms are missing": lambda folder: [path.unlink() for path in (folder / "segments").glob("*.term")],
    "the terms are cut short": lambda folder: [replace(path, b"0123456789") for path in (folder / "segments").glob("*.term")],
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damage_is_said_and_can_be_repaired(home: Path, damage: object) -> None:
    """A generation with damaged files is refused with the way out; it is listed, and another one can take its place."""
    damage(home / "index" / "000001")  # type: ignore[operator]
    engine = EmbeddedEngine(str(home))
    with pytest.raises(IndexingError, match="archive reindex"), engine.open_reader() as reader:
        reader.search(Query(Phrase("steel mill")))
    (described,) = engine.generations()
    assert (described.name, described.current) == ("000001", True)
    second = fill(engine, [article("a", "Steel mill")])
    with engine.open_reader() as reader:
        assert reader.search(Query(Word("steel"))).total == 1
    engine.drop("000001")
    assert [generation.name for generation in engine.generations()] == [second]


def test_damaged_documents_are_said(home: Path) -> None:
    """A document whose bytes are gone is an error that names the way out, not an empty one."""
    for path in (home / "index" / "000001" / "segments").glob("*.store"):
        content = bytearray(path.read_bytes())
        content[:40] = b"\xff" * 40
        replace(path, bytes(content))
    with EmbeddedEngine(str(home)).open_reader() as reader, pytest.raises(IndexingError, match="archive reindex"):
        reader.search(Query(Word("steel")))


@pytest.mark.parametrize("ending", ["term", "idx", "pos", "store", "fast", "fieldnorm"])
@pytest.mark.parametrize("change", ["a byte differs", "cut short", "empty"])
def test_damage_inside_a_file_is_found_by_looking(home: Path, ending: str, change: str) -> None:
    """Every file whose bytes aren't what was written is named, with the way out; a whole generation has no problems."""
    engine = EmbeddedEngine(str(home))
    assert list(engine.problems("000001")) == []
    (path,) = (home / "index" / "000001" / "segments").glob(f"*.{ending}")
    content = bytearray(path.read_bytes())
    content[len(content) // 3] ^= 1
    replace(path, {"a byte differs": bytes(content), "cut short": bytes(content[:-1]), "empty": b""}[change])
    problems = list(engine.problems("000001"))
    assert any("archive reindex" in problem for problem in problems)


@pytest.mark.skipif(sys.platform != "linux" and os.geteuid() == 0, reason="root may write everywhere")
def test_an_index_that_may_only_be_read(home: Path) -> None:
    """Whoever may read the files of an index but not write them can search it, and leaves nothing behind."""
    search = """
        import sys, tempfile
        from archiver.engines.embedded import EmbeddedEngine
        from archiver.query.tree import Query, Word
        with EmbeddedEngine(sys.argv[1]).open_reader() as reader:
            print(reader.search(Query(Word("steel"))).hits[0].title, next(reader.scan(Query(Word("steel"))))[:4])
    """
    with unwritable(home) as prefix:
        ran = subprocess.run(
            [*prefix, sys.executable, "-c", textwrap.dedent(search), str(home)],
            capture_output=True,
            text=True,
            check=False,
        )
    assert (ran.stdout, ran.stderr) == ("Steel mill b'{\"id'\n", "")


@pytest.mark.parametrize("content", ["", "\n", "nonsense", "../../etc", "000009", "\x00"])
def test_a_pointer_to_nowhere_is_said(home: Path, content: str) -> None:
    """A pointer that names no generation is an error that names the way out."""
    (home / "index" / "current").write_text(content)
    with pytest.raises(IndexingError, match="archive reindex"):
        EmbeddedEngine(str(home)).open_reader()


def test_what_a_crash_leaves_is_no_generation(home: Path) -> None:
    """Folders that a crash left half made or half deleted aren't listed, and don't keep new ones from being made."""
    for name in (".new-1-2", ".dropped-000002-3", "000002.tmp", "notes"):
        (home / "index" / name).mkdir()
    engine = EmbeddedEngine(str(home))
    assert [generation.name for generation in engine.generations()] == ["000001"]
    assert engine.create(context_digest="x") == "000002"


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """Where no folder can be made, the error says where."""
    (tmp_path / "index").write_text("a file in its place")
    engine = EmbeddedEngine(str(tmp_path))
    with pytest.raises(ArchiveError, match="index"):
        engine.create(context_digest="x")


def test_nothing_is_made_by_looking(tmp_path: Path) -> None:
    """Asking an archive that has no index leaves its folder as it was."""
    engine = EmbeddedEngine(str(tmp_path))
    assert engine.generations() == ()
    with pytest.raises(NoArchiveError):
        engine.open_reader()
    assert list(tmp_path.iterdir()) == []


# Other programs, other processes.


def test_an_older_generation_is_read_and_written_by_its_own_fields(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A generation made by other fields stays as it is, can be read and added to, and has another digest."""
    import archiver.engines.embedded.engine as module
    from archiver.engines.embedded.layout import schema_digest as digest

    older = (*(field for field in FIELDS if field.name != "standfirst"), Field("retired", TEXT))
    engine = EmbeddedEngine(str(tmp_path))
    with monkeypatch.context() as patch:
        patch.setattr(module, "FIELDS", older)
        patch.setattr(module, "schema_digest", lambda: digest(older))
        name = fill(engine, [article("a", "Steel mill", standfirst="heron")])
    with engine.open_writer(name, timeout=1) as writer:
        assert writer.write([Upsert(article("b", "Steel", standfirst="heron"), 2)]).written == 1
        writer.commit({})
    with engine.open_reader() as reader:
        assert reader.search(Query(Word("steel"))).total == 2
        assert reader.search(Query(Word("heron"))).total == 0
        with pytest.raises(ArchiveError, match="archive reindex"):
            reader.search(Query(Word("heron", "standfirst")))
    (described,) = engine.generations()
    assert described.schema_digest == digest(older) != schema_digest()


def test_a_generation_of_another_analysis_is_not_read(home: Path) -> None:
    """An index whose words were cut in another way is refused with the way out, not searched in vain."""
    path = home / "index" / "000001" / "manifest.json"
    manifest = json.loads(path.read_text())
    path.write_text(json.dumps({**manifest, "analysis": manifest["analysis"] + 1}))
    with pytest.raises(IndexingError, match="archive reindex"):
        EmbeddedEngine(str(home)).open_reader()


WRITE_FOREVER = """
    import sys
    from archiver.document import decode
    from archiver.engine import Upsert
    from archiver.engines.embedded import EmbeddedEngine
    from tests.engines.articles import article
    with EmbeddedEngine(sys.argv[1]).open_writer("000001", timeout=1) as writer:
        print("open", flush=True)
        for number in range(1, 100_000):
            writer.write([Upsert(article(str(number), f"Title {number}", "word"), number)])
            writer.commit({"log": number})
            print(number, flush=True)
"""


def test_a_second_process_waits_and_says_so(home: Path) -> None:
    """While one process writes, another one can't, and says so; reading goes on; killed, the first leaves no lock."""
    other = python(WRITE_FOREVER, str(home))
    assert other.stdout
    try:
        assert other.stdout.readline() == "open\n"
        with pytest.raises(LockedError, match="writing"):
            EmbeddedEngine(str(home)).open_writer("000001", timeout=0.05)
        with EmbeddedEngine(str(home)).open_reader() as reader:
            assert reader.search(Query(Word("steel"))).total == 1
    finally:
        other.kill()
        other.communicate()
    EmbeddedEngine(str(home)).open_writer("000001", timeout=5).close()


@pytest.mark.parametrize("commits", [1, 4, 9])
def test_what_was_committed_survives_a_kill(home: Path, commits: int) -> None:
    """After kill -9 in the middle of commits the index opens, holds all that was acknowledged, and can be written."""
    other = python(WRITE_FOREVER, str(home))
    assert other.stdout
    acknowledged = 0
    for line in other.stdout:
        acknowledged = int(line) if line != "open\n" else 0
        if acknowledged == commits:
            break
    other.send_signal(signal.SIGKILL)
    rest = [int(line) for line in other.communicate()[0].splitlines()]
    acknowledged = max([acknowledged, *rest])
    engine = EmbeddedEngine(str(home))
    (described,) = engine.generations()
    assert described.positions["log"] >= acknowledged
    with engine.open_reader() as reader:
        found = {version for _, version in reader.versions()}
        assert found >= set(range(1, described.positions["log"] + 1))
    with engine.open_writer("000001", timeout=5) as writer:
        assert writer.write([Upsert(article("after", "word"), 10**6)]).written == 1
        writer.commit({"log": 10**6})


def test_a_long_batch_is_committed_in_parts(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A batch without end doesn't gather memory: it is committed in parts, and versions hold across them."""
    from archiver.engines.embedded import writer as module

    monkeypatch.setattr(module, "_MAX_PENDING", 10)
    engine = EmbeddedEngine(str(home))
    with engine.open_writer("000001", timeout=1) as writer:
        report = writer.write(Upsert(article(str(number % 30), "word"), number) for number in range(2000))
        assert (report.written, report.stale) == (2000, 0)
        assert writer.write([Upsert(article("3", "old"), 5), Delete(article("4").id, 5)]).stale == 2
        writer.commit({})
    assert engine.generations()[0].documents == 31


def test_ids_of_any_shape(tmp_path: Path) -> None:
    """Ids that aren't hexadecimal digits are kept, found, put in order and listed like others."""
    import msgspec

    names = ["z", "a", "ab", "0" * 20, "0" * 19 + "1", "f" * 24, "Ünï-1", "00000000000000000000x", "!", "G1", "9", "g"]
    documents = [msgspec.structs.replace(article(name, text="word"), id=name) for name in names]
    engine = EmbeddedEngine(str(tmp_path))
    fill(engine, documents)
    with engine.open_reader() as reader:
        assert [name for name, _ in reader.versions()] == sorted(names)
        assert list(reader.scan(Query())) == [encode(d) for d in sorted(documents, key=lambda d: d.id)]
        assert [hit.id for hit in reader.search(Query(Word("word"), limit=20)).hits] == sorted(names)
        assert all(reader.get(name) for name in names)


def test_a_search_loads_nothing_heavy(tmp_path: Path) -> None:
    """Opening and searching an index of English articles loads none of the libraries that writing one needs."""
    fill(EmbeddedEngine(str(tmp_path)), LIBRARY[:4])
    searching = python(
        """
        import sys
        from archiver.engines.embedded import EmbeddedEngine
        from archiver.query.tree import Group, Query, Word
        with EmbeddedEngine(sys.argv[1]).open_reader() as reader:
            query = Query(Group("and", (Word("steel"), Word("mill"))), facets=("people", "published"))
            assert reader.search(query).total == 3
        heavy = "dataclasses pathlib msgspec regex logging shutil tempfile inspect asyncio hashlib urllib.parse archiver.document"
        print(*(name for name in heavy.split() if name in sys.modules))
        """,
        str(tmp_path),
    )
    assert searching.communicate()[0] == "\n"
    assert searching.returncode == 0
