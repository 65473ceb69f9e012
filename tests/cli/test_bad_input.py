"""Bad input on the command line: a clear sentence, the right exit code, and good input beside it is kept."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from archiver import Archive
from tests.conftest import ROOT
from tests.sources.test_budget import blown_up
from tests.sources.test_warc import record, response, url

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from archiver.adding import AddReport
    from tests.conftest import Ran

    Run = Callable[..., Ran]

PAGE = """<html lang="en"><head><title>Ferry returns to Lindmouth</title></head><body><article>
<h1>Ferry returns to Lindmouth</h1>
<p>The ferry between Lindmouth and the islands sailed again on Monday after a winter in dock, to the relief of traders.</p>
<p>Harbour master Ottoline Breck said that the engines had been replaced and that fares would not rise this year.</p>
</article></body></html>"""
# With what is named in it, so that no process has to load the model of names.
GIVEN = b'{"title": "Ferry line", "text": "The ferry of a line.", "people": ["A B"], "organisations": ["C"], "places": ["D"]}'
LINE = b'{"title": "Ferry line", "text": "The ferry of a line."}\n'
DAMAGED = "something failed that shouldn't have"


def archive(home: Path, command: str) -> subprocess.CompletedProcess[str]:
    """What a shell gets of a command line, in which `archive` is the command; nothing of it outlives the test."""
    with subprocess.Popen(
        ["bash", "-c", f'archive() {{ "{sys.executable}" -m archiver "$@"; }}; {command}'],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={"ARCHIVE_HOME": str(home), "PATH": os.environ["PATH"]},
        process_group=0,
    ) as process:
        try:
            out, err = process.communicate(timeout=60)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    return subprocess.CompletedProcess(command, process.returncode, out, err)


def _found(run: Run, home: Path, query: str) -> int:
    return int(json.loads(run("search", query, "--format", "json", home=home).out)["total"])


def _warc(*numbers: int) -> list[bytes]:
    page = PAGE.replace("Lindmouth", "Portmere").encode()
    return [gzip.compress(record(response(page), WARC_Target_URI=url(number))) for number in numbers]


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200_000_000)


BAD: dict[str, tuple[str, bytes, str]] = {
    "an empty file": ("a.html", b"", "is empty"),
    "a binary file": ("a.html", b"\x7fELF\0\0", "is a program, not an article"),
    "a page with no article": (
        "a.html",
        b"<html><body></body></html>",
        "has neither a headline nor a text; check that it is an article",
    ),
    "a truncated gzip": (
        "a.jsonl.gz",
        gzip.compress(LINE.replace(b"line", b"row") * 9)[:-9],
        "was a download cut short?",
    ),
    "a broken WARC record": (
        "a.warc.gz",
        b"".join([*_warc(1), gzip.compress(b"WARC/1.0\r\nContent-Length: x\r\n\r\n"), *_warc(2)]),
        "a.warc.gz, record 2: is broken: it has no valid Content-Length",
    ),
    "a line that isn't JSON": ("a.jsonl", LINE + b"not json\n" + LINE.replace(b"title", b"title "), "a.jsonl:2"),
    "a line that isn't UTF-8": ("a.jsonl", b'{"title": "\xff"}\n', "isn't valid UTF-8"),
    "a bomb": ("a.jsonl.gz", blown_up(b"\n", 100_000_000), "unpack the file with gunzip"),
}


@pytest.fixture(scope="module")
def bad_home(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, AddReport]:
    """An archive to which a folder was added that has all of the bad files and two good ones; what was said of it."""
    pages, home = tmp_path_factory.mktemp("bad"), tmp_path_factory.mktemp("archives") / "archive"
    for case, (name, content, _) in BAD.items():
        (pages / case).mkdir()
        (pages / case / name).write_bytes(content)
    _huge(pages / "huge.html")
    (pages / "good.html").write_text(PAGE)
    (pages / "invalid.html").write_bytes(
        PAGE.replace("Lindmouth", "Norham").encode().replace(b"traders", b"traders\xff")
    )
    with Archive.open(str(home), create=True) as archive:
        return home, archive.add(str(pages))


@pytest.mark.parametrize(("case", "name", "reason"), [(case, name, reason) for case, (name, _, reason) in BAD.items()])
def test_bad_files(bad_home: tuple[Path, AddReport], case: str, name: str, reason: str) -> None:
    """A bad file is named with what is wrong, and so it is listed."""
    home, report = bad_home
    told = [f"{each.source}: {each.reason}" for each in (*report.rejected, *report.failures)]
    mine = next(line for line in told if f"/{case}/{name}" in line)
    assert reason.lower() in mine.lower()
    assert DAMAGED not in mine
    assert f"/{case}/{name}" in (home / "aside.jsonl").read_text()


def test_good_files_beside_bad_ones(run: Run, bad_home: tuple[Path, AddReport]) -> None:
    """The pages, records and lines around what is bad are found; bytes that aren't valid UTF-8 are no reason to refuse."""
    home, report = bad_home
    assert _found(run, home, "title:Lindmouth") == 1
    assert _found(run, home, "title:Norham") == 1
    assert _found(run, home, "title:Portmere") == 2
    assert _found(run, home, '"ferry line"') == 1
    (huge,) = [each for each in report.rejected if each.source.endswith("huge.html")]
    assert "has 200 MB" in huge.reason
    assert "max_page_bytes" in huge.reason


def test_a_bad_file_on_the_command_line(run: Run, tmp_path: Path) -> None:
    """A bad file beside a good one: it is named on stderr, where all of them are listed, too, and the exit code is 1."""
    (tmp_path / "empty.html").touch()
    (tmp_path / "good.jsonl").write_bytes(GIVEN)
    ran = run("add", str(tmp_path / "empty.html"), str(tmp_path / "good.jsonl"), home=tmp_path / "archive")
    assert (ran.code, ran.out) == (1, "1 added, 0 unchanged, 1 refused.\n")
    assert "empty.html: is empty" in ran.err
    assert "aside.jsonl" in ran.err


def test_a_full_disk(run: Run, tmp_path: Path) -> None:
    """Where no room is left, adding says so and what to do; what was there is found, and adding works again later."""
    home = tmp_path / "archive"
    (tmp_path / "a.jsonl").write_bytes(GIVEN)
    assert run("add", str(tmp_path / "a.jsonl"), home=home).code == 0
    (tmp_path / "b.jsonl").write_bytes(GIVEN.replace(b"a line", os.urandom(300_000).hex().encode()))
    # SIGXFSZ is ignored, so that the limit on a file's size is an error as a full disk is one. The unit is 1,024 bytes.
    full = archive(home, f"trap '' XFSZ; ulimit -f 100; archive add '{tmp_path}/b.jsonl'")
    assert full.returncode == 1
    assert "the disk is full" in full.stderr
    assert "make room" in full.stderr
    assert "Traceback" not in full.stderr
    assert _found(run, home, "ferry") == 1
    assert run("add", str(tmp_path / "b.jsonl"), home=home).code == 0
    assert _found(run, home, "ferry") == 2
    assert run("verify", home=home).code == 0


def test_two_writers_at_once(run: Run, tmp_path: Path) -> None:
    """Two that add at the same time wait for each other, and what both added is found."""
    home = tmp_path / "archive"
    for name in ("a", "b"):
        lines = [GIVEN.replace(b"line", f"{name}{number}".encode()) for number in range(50)]
        (tmp_path / f"{name}.jsonl").write_bytes(b"\n".join(lines))
    ran = archive(
        home, f"archive add '{tmp_path}/a.jsonl' & archive add '{tmp_path}/b.jsonl'; code=$?; wait $! && exit $code"
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert _found(run, home, "ferry") == 100


@pytest.mark.parametrize(
    "command", ["search ferry", "show abcd", "status", "verify", "reindex", "export", "facets people"]
)
def test_a_folder_that_is_no_archive(run: Run, tmp_path: Path, command: str) -> None:
    """Every command says of a folder that isn't an archive how to name another or begin one, and makes nothing there."""
    (tmp_path / "letter.txt").write_text("Dear reader")
    ran = run(*command.split(), home=tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert "--archive or ARCHIVE_HOME" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_adding_to_a_folder_that_holds_other_things(run: Run, tmp_path: Path) -> None:
    """Nothing is added to a folder in which something else is."""
    (tmp_path / "letter.txt").write_text("Dear reader")
    ran = run("add", str(tmp_path / "letter.txt"), home=tmp_path)
    assert ran.code == 1
    assert "Name an empty or a new folder" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("sign", ["+", "(", "-", '"', ")", "a ", "NOT ", "title:", "*"])
def test_queries_without_end(run: Run, sign: str) -> None:
    """A query of a hundred thousand signs is refused with exit 2, in a few words."""
    ran = run("search", sign * 100_000)
    assert (ran.code, ran.out) == (2, "")
    assert "at most 10,000 are read" in ran.err or sign == "-"  # which is no query, but an option
    assert len(ran.err) < 600
    assert run("search", sign * 5_000).code in (0, 2)


@pytest.mark.parametrize("value", ["-1", "0", str(1 << 40), "9" * 5_000, "many", ""])
def test_bounds_of_a_page_that_are_none(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """A bound that can't be used, from the environment or the file, is refused with exit 2 and the setting's name."""
    monkeypatch.setenv("ARCHIVE_MAX_PAGE_BYTES", value)
    ran = run("add", "README.md", home=tmp_path / "archive")
    assert (ran.code, ran.out) == (2, "")
    assert "max_page_bytes" in ran.err.lower()
    monkeypatch.delenv("ARCHIVE_MAX_PAGE_BYTES")
    (tmp_path / "archive.toml").write_text(f"max_page_bytes = {value}")
    ran = run("add", "README.md", home=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err) < 6_000


def test_exporting_to_a_device(run: Run, samples_home: Path) -> None:
    """/dev/null and /dev/stdout are written to as they are, and are still devices afterwards."""
    assert run("export", "steel", "-o", "/dev/null").code == 0
    assert os.path.exists("/dev/null")
    assert not os.path.isfile("/dev/null")
    through = archive(samples_home, "archive export steel -o /dev/stdout | cat")
    assert through.stdout == run("export", "steel").out != ""


def test_exporting_to_a_pipe(run: Run, samples_home: Path, tmp_path: Path) -> None:
    """A named pipe gets the documents, and is still a pipe afterwards."""
    os.mkfifo(tmp_path / "pipe")
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append((tmp_path / "pipe").read_bytes()), daemon=True)
    reader.start()
    assert run("export", "steel", "-o", str(tmp_path / "pipe")).code == 0
    reader.join(10)
    assert got[0].decode() == run("export", "steel").out
    assert (tmp_path / "pipe").is_fifo()


def test_exporting_to_where_nothing_can_be(run: Run, tmp_path: Path) -> None:
    """A folder, or a file in a folder that doesn't exist, is refused by the name that was given, and nothing is left."""
    for target, code, said in ((tmp_path, 2, " is a folder"), (tmp_path / "absent" / "a.jsonl", 1, "\n")):
        ran = run("export", "steel", "-o", str(target))
        assert ran.code == code
        assert f"{target}{said}" in ran.err
        assert "partial" not in ran.err
    assert list(tmp_path.iterdir()) == []


def test_pipes_and_devices_named_as_files(tmp_path: Path) -> None:
    """A pipe or an endless device under the name of a file is refused and never waited for, named or in a folder."""
    names = ["a.jsonl", "a.jsonl.gz", "a.warc", "a.warc.gz", "a.html", "a.mhtml", "a.txt", "a", "a.gz", "a.json"]
    home, pages = tmp_path / "archive", tmp_path / "pages"
    for folder in ("pipe", "zero"):
        (pages / folder).mkdir(parents=True)
    for name in names:
        os.mkfifo(pages / "pipe" / name)
        (pages / "zero" / name).symlink_to("/dev/zero")
    (pages / "good.jsonl").write_bytes(GIVEN)
    # In processes of their own, which can be stopped if they do wait.
    assert archive(home, f"archive add '{pages}'").stdout == "1 added, 0 unchanged.\n"
    ran = archive(home, f"archive add '{pages}'/pipe/* '{pages}'/zero/* '{pages}/good.jsonl'")
    assert ran.returncode == 1
    assert ran.stdout == f"0 added, 1 unchanged, {2 * len(names)} refused.\n"
    assert ran.stderr.count("isn't a file: use - to read a page from standard input") == 2 * len(names)


@pytest.mark.parametrize(
    ("words", "closed"),
    [
        *(("search steel", closed) for closed in (">&-", "2>&-", "<&-")),
        *((words, ">&- 2>&- <&-") for words in ("search steel", "search stel --format text", "export steel", "status")),
        ("search '('", "2>&-"),
    ],
)
def test_closed_streams(samples_home: Path, words: str, closed: str) -> None:
    """A stream that the caller has closed changes no exit code, and nothing is complained of."""
    ran = archive(samples_home, f"archive {words} {closed}")
    assert ran.returncode == (2 if "(" in words else 0)
    assert "Traceback" not in ran.stderr
    assert DAMAGED not in ran.stderr


def test_a_page_from_closed_standard_input(tmp_path: Path) -> None:
    """Where standard input is closed there is nothing to add, which is said."""
    ran = archive(tmp_path / "archive", "archive add - <&-")
    assert ran.returncode == 1
    assert "standard input: is empty" in ran.stderr


@pytest.mark.parametrize(
    "words", ["search steel", "export steel", "search steel --format text", "status", "facets people"]
)
def test_output_that_cannot_be_written(run: Run, monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """Where the output's disk is full, that is said in a line, with exit 1."""
    with open("/dev/full", "w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        ran = run(*words.split())
    assert ran.code == 1
    assert ran.err.strip().startswith("archive: No space left on device")
    assert len(ran.err.splitlines()) == 1


def test_adding_an_archive_to_itself(run: Run, tmp_path: Path) -> None:
    """An archive's own folder can be added, its list of refused lines too: reading ends, though the list grows."""
    home, pages = tmp_path / "archive", tmp_path / "pages"
    pages.mkdir()
    (pages / "a.jsonl").write_bytes(GIVEN)
    (pages / "b.jsonl").write_text("".join(f"not json {number}\n" for number in range(5)))
    assert run("add", str(pages), home=home).code == 1
    ran = archive(home, f"archive add '{home}'")
    assert (ran.returncode, ran.stdout) == (0, "0 added, 1 unchanged.\n")
    assert archive(home, f"archive add '{home}/aside.jsonl'").stdout == "0 added, 0 unchanged, 5 refused.\n"
    assert _found(run, home, "*") == 1


@pytest.mark.parametrize("columns", ["0", "1", "999999999", "-5", "many"])
def test_terminals_of_any_width(run: Run, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """Whatever the environment claims of the terminal's width, something readable is printed, soon."""
    monkeypatch.setenv("COLUMNS", columns)
    for words in (["search", "steel", "--format", "text", "--limit", "1"], ["status", "--format", "text"]):
        ran = run(*words)
        assert ran.code == 0
        assert ran.out.strip()
        assert len(ran.out) < 100_000
