"""Passwords and API keys are given by the environment or a file, and shown nowhere."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archiver import Archive
from tests.conftest import use_elasticsearch
from tests.elastic import stub
from tests.test_generations import capture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import Ran

    Command = Callable[..., tuple[int, str]]

PASSWORD = "pa55-Wörd of a heron"
KEY = "VnVhQ2ZHY0JDZGJrUW0tZTVhT3g6dWkybHAyYXhUTm1zeWFrdzl0dk5udw=="
SIGNS = (
    PASSWORD,
    "pa55",
    base64.b64encode(f"elastic:{PASSWORD}".encode()).decode(),
    KEY,
    base64.b64decode(KEY).decode(),
    "ui2lp2axTNmsyakw9tvNnw",
)
"""What must be seen nowhere."""

SECRETS = {"password": {"ARCHIVE_ELASTICSEARCH_PASSWORD": PASSWORD}, "API key": {"ARCHIVE_ELASTICSEARCH_API_KEY": KEY}}


@pytest.fixture
def archive(run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs a command that shows how it fails: gives its exit code and all that it prints."""

    def run_command(home: Path, *words: str, **environment: str) -> tuple[int, str]:
        with monkeypatch.context() as patch:
            for name, value in {"ARCHIVE_DEBUG": "1", **environment}.items():
                patch.setenv(name, value)
            try:
                ran = run(*words, home=home)
            except Exception:  # noqa: BLE001 - what a process would show of it
                return 1, traceback.format_exc()
            return ran.code, ran.out + ran.err

    return run_command


def is_clean(text: str) -> None:
    """Fails if a secret is in the text."""
    assert [sign for sign in SIGNS if sign in text] == []


@pytest.fixture
def page(tmp_path: Path) -> str:
    """The path of a page."""
    path = tmp_path / "page.html"
    path.write_bytes(capture(1).payload)
    return str(path)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of an archive that isn't made yet."""
    folder = tmp_path / "archive"
    folder.mkdir()
    return folder


# In an address.


@pytest.mark.parametrize("way", ["flag", "environment", "file"])
@pytest.mark.parametrize("address", [f"https://elastic:{PASSWORD}@host:9200", f"elastic:{PASSWORD}@host:9200"])
def test_an_address_with_a_password_is_refused(archive: Command, home: Path, way: str, address: str) -> None:
    """An address that holds a password is refused, with where the password belongs, and isn't repeated."""
    words, environment = ["status"], {}
    if way == "flag":
        words = ["reindex", "--elasticsearch", address]
    elif way == "environment":
        environment = {"ARCHIVE_ELASTICSEARCH": address}
    else:
        (home / "archive.toml").write_text(f'elasticsearch = "{address}"\n')
    code, said = archive(home, *words, **environment)
    assert code == 2
    assert "ARCHIVE_ELASTICSEARCH_PASSWORD" in said
    is_clean(said)


@pytest.mark.parametrize("name", ["elasticsearch_password", "elasticsearch_api_key"])
def test_a_secret_among_the_settings_is_refused(archive: Command, home: Path, name: str) -> None:
    """A secret in the settings' file is refused, with where it belongs, and isn't repeated."""
    (home / "archive.toml").write_text(f'{name} = "{PASSWORD}"\n')
    code, said = archive(home, "status")
    assert code == 2
    assert f"{name}_file" in said
    is_clean(said)


@pytest.mark.parametrize(
    "text",
    [
        f'[elasticsearch]\nurl = "https://host:9200"\npassword = "{PASSWORD}"\n',
        f'elasticsearch_user = ["elastic", "{PASSWORD}"]\n',
    ],
)
def test_a_secret_in_a_table_is_not_repeated(archive: Command, home: Path, text: str) -> None:
    """A table or a list where a text belongs is refused without what is in it."""
    (home / "archive.toml").write_text(text)
    code, said = archive(home, "status")
    assert code == 2
    assert "must be a text" in said
    is_clean(said)


# In messages, also those of failures that nobody has thought of.


def of_errors(_: stub.Asked) -> stub.Answer:
    """An error of the server's."""
    return stub.refusal(500, "exception", "it fails")


def of_nonsense(_: stub.Asked) -> stub.Answer:
    """JSON of another shape."""
    return stub.Answer(200, {"version": []})


def of_no_json(_: stub.Asked) -> stub.Answer:
    """What isn't JSON, and says to be."""
    return stub.Answer(200, b"{oh")


def of_nobody(asked: stub.Asked) -> stub.Answer:
    """Nobody is let in."""
    return stub.authenticated(stub.empty)(asked)


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("server", [of_errors, of_nonsense, of_no_json, of_nobody])
def test_failures_show_no_secret(
    archive: Command, home: Path, page: str, secret: str, server: Callable[[stub.Asked], stub.Answer]
) -> None:
    """However a server answers, neither messages, tracebacks nor the archive's files hold a secret."""
    with stub.serving(server) as url:
        for words in (["add", page], ["search", "x"], ["generations"]):
            _, said = archive(home, *words, **SECRETS[secret], ARCHIVE_ELASTICSEARCH=url)
            is_clean(said)
    for path in home.rglob("*"):
        if path.is_file():
            is_clean(path.read_bytes().decode("latin-1"))


@pytest.mark.parametrize("key", [f"{KEY}\nx", f"{KEY} {KEY}", f"{KEY}é", f"{KEY}\x7f"])
def test_a_key_that_cannot_be_one(archive: Command, home: Path, key: str) -> None:
    """A key that can't be put into a request is refused, and isn't repeated."""
    code, said = archive(home, "status", ARCHIVE_ELASTICSEARCH="http://127.0.0.1:1", ARCHIVE_ELASTICSEARCH_API_KEY=key)
    assert code == 1  # there is no archive yet
    is_clean(said)
    code, said = archive(
        home, "search", "x", ARCHIVE_ELASTICSEARCH="http://127.0.0.1:1", ARCHIVE_ELASTICSEARCH_API_KEY=key
    )
    assert code == 2
    assert "can't be one" in said
    is_clean(said)


def test_a_secret_file_that_cannot_be_read(archive: Command, home: Path, tmp_path: Path) -> None:
    """A file of a secret that isn't there, or isn't text, is named with its setting, and what is in it isn't shown."""
    (tmp_path / "secret").write_bytes(PASSWORD.encode("latin-1"))
    for name in ("secret", "none"):
        environment = {"ARCHIVE_ELASTICSEARCH_PASSWORD_FILE": str(tmp_path / name)}
        code, said = archive(home, "search", "x", ARCHIVE_ELASTICSEARCH="http://127.0.0.1:1", **environment)
        assert code == 2
        assert "elasticsearch_password_file" in said
        is_clean(said)


# In what is said when all is well.


@pytest.fixture
def made(tmp_path: Path, elasticsearch_url: str) -> Path:
    """An archive of a story on the server."""
    folder = tmp_path / "made"
    use_elasticsearch(folder, elasticsearch_url)
    with Archive.open(str(folder), create=True) as archive:
        archive.add_captures([capture(1)])
    return folder


def test_the_status_names_the_cluster(made: Path, elasticsearch_url: str, run: Callable[..., Ran]) -> None:
    """The status says where the cluster is, what it is called, its version and health, as text and as JSON."""
    place = json.loads(run("status", "--format", "json", home=made).out)["place"]
    address, name, product, health = place.split(", ")
    assert address == elasticsearch_url
    assert name.startswith("cluster “")
    assert product.startswith("Elasticsearch 9.")
    assert health in ("health green", "health yellow")
    text = " ".join(run("status", "--format", "text", home=made).out.split())
    assert f"elasticsearch, {elasticsearch_url}" in text


@pytest.mark.parametrize("secret", SECRETS)
def test_commands_show_no_secret(archive: Command, made: Path, page: str, secret: str) -> None:
    """No command shows a secret in what it prints."""
    for words in (
        ["status", "--format", "text"],
        ["status", "--format", "json"],
        ["search", "puerto"],
        ["add", page],
        ["generations"],
        ["reindex"],
        ["verify"],
    ):
        code, said = archive(made, *words, **SECRETS[secret])
        assert code == 0, said
        is_clean(said)


@pytest.mark.parametrize("secret", SECRETS)
def test_logs_show_no_secret(made: Path, secret: str) -> None:
    """A program that logs all that its libraries say gets no secret into its log."""
    code = """
        import logging, sys
        logging.basicConfig(level=logging.DEBUG)
        from archiver import Archive
        logging.getLogger("elastic_transport").setLevel(logging.DEBUG)
        with Archive.open(sys.argv[1]) as archive:
            archive.search("puerto")
            archive.reindex()
            print(archive.status(), archive.settings, archive.engine, vars(archive.engine), archive.engine.client)
    """
    command = [sys.executable, "-c", "\n".join(line[8:] for line in code.splitlines()), str(made)]
    ran = subprocess.run(command, env={**os.environ, **SECRETS[secret]}, capture_output=True, text=True, check=True)
    assert "DEBUG" in ran.stderr
    is_clean(ran.stdout + ran.stderr)


@pytest.fixture
def stuck() -> Iterator[tuple[str, threading.Event]]:
    """A server that answers nothing until the test ends, and what is set when it was asked."""
    asked, end = threading.Event(), threading.Event()

    def wait(_: stub.Asked) -> stub.Answer:
        asked.set()
        end.wait(60)
        return stub.refusal(500, "exception", "it fails")

    with stub.serving(wait) as url:
        yield url, asked
        end.set()


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="the system doesn't show processes as files")
def test_processes_show_no_secret(home: Path, page: str, stuck: tuple[str, threading.Event]) -> None:
    """No secret is among the words by which the command and its processes were started, which everybody may see."""
    url, asked = stuck
    environment = {**os.environ, **SECRETS["password"], "ARCHIVE_ELASTICSEARCH": url}
    command = [sys.executable, "-m", "archiver", "--archive", str(home), "add", page]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        assert asked.wait(60)
        listed = subprocess.run(["ps", "-ww", "-eo", "args"], capture_output=True, text=True, check=True).stdout
        process.kill()
    assert str(home) in listed
    is_clean(listed)
