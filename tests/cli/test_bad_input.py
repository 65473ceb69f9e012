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

from tests.conftest import ROOT
from tests.sources.test_budget import blown_up
from tests.sources.test_warc import record, response, url

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran

    Run = Callable[..., Ran]

PAGE = """<html lang="en"><head><title>Ferry returns to Lindmouth</title></head><body><article>
<h1>Ferry returns to Lindmouth</h1>
<p>The ferry between Lindmouth and the islands sailed again on Monday after a winter in dock, to the relief of traders.</p>
<p>Harbour master Ottoline Breck said that the engines had been replaced and that fares would not rise this year.</p>
</article></body></html>"""
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
    "a truncated gzip": ("a.jsonl.gz", gzip.compress(LINE * 9)[:-9], "was a download cut short?"),
    "a broken WARC record": (
        "a.warc.gz",
        b"".join([*_warc(1), gzip.compress(b"WARC/1.0\r\nContent-Length: x\r\n\r\n"), *_warc(2)]),
        "a.warc.gz, record 2: is broken: it has no valid Content-Length",
    ),
    "a line that isn't JSON": ("a.jsonl", LINE + b"not json\n" + LINE.replace(b"title", b"title "), "a.jsonl:2"),
    "a line that isn't UTF-8": ("a.jsonl", b'{"title": "\xff"}\n', "isn't valid UTF-8"),
    "a bomb": ("a.jsonl.gz", blown_up(b"\n", 100_000_000), "unpack the file with gunzip"),
}


@pytest.mark.parametrize(("name", "content", "reason"), BAD.values(), ids=BAD)
def test_bad_files(run: Run, tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    """A bad file is named with what is wrong, exit 1, and the page beside it is found."""
    pages, home = tmp_path / "pages", tmp_path / "archive"
    pages.mkdir()
    (pages / name).write_bytes(content)
    (pages / "good.html").write_text(PAGE)
    ran = run("add", str(pages), home=home)
    assert ran.code == 1
    assert reason.lower() in ran.err.lower()
    assert name in ran.err
    assert "aside.jsonl" in ran.err
    assert DAMAGED not in ran.err
    assert _found(run, home, "title:Lindmouth") == 1
    if name.startswith("a.warc"):
        assert _found(run, home, "title:Portmere") == 2
    if content.startswith(LINE):
        assert _found(run, home, '"ferry line"') == 1


def test_a_huge_page(run: Run, tmp_path: Path) -> None:
    """A page of 200 MB is refused with the setting that would allow it, and the page beside it is found."""
    pages, home = tmp_path / "pages", tmp_path / "archive"
    pages.mkdir()
    _huge(pages / "huge.html")
    (pages / "good.html").write_text(PAGE)
    ran = run("add", str(pages), home=home)
    assert ran.code == 1
    assert "has 200 MB" in ran.err
    assert "max_page_bytes" in ran.err
    assert _found(run, home, "ferry") == 1


def test_invalid_utf8_is_no_reason_to_refuse(run: Run, tmp_path: Path) -> None:
    """A page with bytes that aren't valid in its charset is added and found."""
    (tmp_path / "a.html").write_bytes(PAGE.encode().replace(b"traders", b"traders\xff\xfe"))
    assert run("add", str(tmp_path / "a.html"), home=tmp_path / "archive").code == 0
    assert _found(run, tmp_path / "archive", "ferry") == 1


def test_a_full_disk(tmp_path: Path) -> None:
    """Where no room is left, adding says so and what to do; what was there is found, and adding works again later."""
    home = tmp_path / "archive"
    (tmp_path / "a.html").write_text(PAGE)
    assert archive(home, f"archive add '{tmp_path}/a.html'").returncode == 0
    big = PAGE.replace("Lindmouth", "Portmere").replace("</article>", f"<p>{os.urandom(300_000).hex()}</p></article>")
    (tmp_path / "b.html").write_text(big)
    # SIGXFSZ is ignored, so that the limit on a file's size is an error as a full disk is one. The unit is 1,024 bytes.
    full = archive(home, f"trap '' XFSZ; ulimit -f 100; archive add '{tmp_path}/b.html'")
    assert full.returncode == 1
    assert "the disk is full" in full.stderr
    assert "make room" in full.stderr
    assert "Traceback" not in full.stderr
    assert len(archive(home, "archive search ferry").stdout.splitlines()) == 1
    assert archive(home, f"archive add '{tmp_path}/b.html'").returncode == 0
    assert len(archive(home, "archive search ferry").stdout.splitlines()) == 2
    assert archive(home, "archive verify").returncode == 0


def test_two_writers_at_once(tmp_path: Path) -> None:
    """Two that add at the same time wait for each other, and what both added is found."""
    home = tmp_path / "archive"
    for name in ("a", "b"):
        lines = [json.dumps({"title": f"Ferry {name}{number}", "text": "It sailed."}) for number in range(50)]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(lines))
    ran = archive(
        home, f"archive add '{tmp_path}/a.jsonl' & archive add '{tmp_path}/b.jsonl'; code=$?; wait $! && exit $code"
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert len(archive(home, "archive search ferry --limit 1000").stdout.splitlines()) == 100


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


def test_exporting_to_a_device(samples_home: Path) -> None:
    """/dev/null and /dev/stdout are written to as they are, and are still devices afterwards."""
    assert archive(samples_home, "archive export steel -o /dev/null").returncode == 0
    assert os.path.exists("/dev/null")
    assert not os.path.isfile("/dev/null")
    direct = archive(samples_home, "archive export steel")
    through = archive(samples_home, "archive export steel -o /dev/stdout | cat")
    assert through.stdout == direct.stdout != ""


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
    for target in (tmp_path, tmp_path / "absent" / "a.jsonl"):
        ran = run("export", "steel", "-o", str(target))
        assert ran.code == 1
        assert f"{target}\n" in ran.err
        assert "partial" not in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["a.jsonl", "a.jsonl.gz", "a.warc", "a.warc.gz", "a.html", "a.txt", "a", "a.gz", "a.json"]
)
def test_pipes_and_devices_named_as_files(tmp_path: Path, name: str) -> None:
    """A pipe or an endless device under the name of a file is refused and never waited for, named or in a folder."""
    home, pages = tmp_path / "archive", tmp_path / "pages"
    for folder in ("pipe", "zero"):
        (pages / folder).mkdir(parents=True)
    os.mkfifo(pages / "pipe" / name)
    (pages / "zero" / name).symlink_to("/dev/zero")
    (pages / "good.html").write_text(PAGE)
    assert archive(home, f"archive add '{pages}'").stdout == "1 added, 0 unchanged.\n"
    ran = archive(home, f"archive add '{pages}/pipe/{name}' '{pages}/zero/{name}' '{pages}/good.html'")
    assert ran.returncode == 1
    assert ran.stdout == "0 added, 1 unchanged, 2 refused.\n"
    assert ran.stderr.count("isn't a file: use - to read a page from standard input") == 2


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
@pytest.mark.parametrize("words", ["search steel", "search stel --format text", "export steel", "status", "search '('"])
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


@pytest.mark.parametrize("device", ["/dev/full"])
@pytest.mark.parametrize(
    "words", ["search steel", "export steel", "search steel --format text", "status", "facets people"]
)
def test_output_that_cannot_be_written(samples_home: Path, words: str, device: str) -> None:
    """Where the output's disk is full, that is said in a line, with exit 1."""
    ran = archive(samples_home, f"archive {words} >{device}")
    assert ran.returncode == 1
    assert ran.stderr.strip().startswith("archive: No space left on device")
    assert len(ran.stderr.splitlines()) == 1


def test_adding_an_archive_to_itself(run: Run, tmp_path: Path) -> None:
    """An archive's own folder can be added, its list of refused lines too: reading ends, though the list grows."""
    home, pages = tmp_path / "archive", tmp_path / "pages"
    pages.mkdir()
    (pages / "a.html").write_text(PAGE)
    (pages / "b.jsonl").write_text("not json\n" * 5)
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
