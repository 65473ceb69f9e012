"""A program whose fields, languages and analysers were changed goes on with the generation that is there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from archiver import Archive
from tests.conftest import ROOT, use_elasticsearch

if TYPE_CHECKING:
    from pathlib import Path

PICTURE = "https://lindmouth-post.example/heron.jpg"


TEXTS = {
    "es": "<p>El texto de esta historia habla del puerto, del mercado y de la gente que trabaja en la ciudad.</p>",
    "ca": "<p>El text d'aquesta història parla del mercat i de la gent que treballa a les muntanyes de la ciutat.</p>",
}


def page(number: int, language: str) -> bytes:
    """A story with this number that says which picture it has."""
    title, text = f"{number}", TEXTS[language]
    head = f'<meta charset=utf-8><meta property="og:image" content="{PICTURE}"><title>{title}</title>'
    article = f"<article><h1>{title}</h1>{text}{text}</article>"
    return f"<html lang={language}><head>{head}</head><body>{article}</body></html>".encode()


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The folder of a newer program: Spanish and `related` are gone, Catalan and `picture` came, words are cut sooner."""
    folder = tmp_path / "program"
    for part in ("archiver", "mappings"):
        shutil.copytree(ROOT / part, folder / part)  # with what is compiled

    def edit(name: str, old: str, new: str) -> None:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")

    edit("archiver/fields.py", '    "es": "spanish",\n', '    "ca": "catalan",\n')
    edit("archiver/fields.py", 'Field("related", TEXT)', 'Field("picture", TEXT)')
    edit("archiver/engines/content.py", '    "site": _site,\n',
         '    "site": _site,\n    "picture": lambda document: _text(document.image),\n')  # fmt: skip
    path = folder / "mappings" / "articles.json"
    definition = json.loads(path.read_text(encoding="utf-8"))
    analysis = definition["settings"]["index"]["analysis"]
    analysis["filter"]["cut"]["length"] = 99
    analysis["filter"]["stem_ca"] = {**analysis["filter"].pop("stem_es"), "language": "Catalan"}
    analyser = analysis["analyzer"].pop("stemmed_es")
    analysis["analyzer"]["stemmed_ca"] = {
        **analyser,
        "filter": ["stem_ca" if name == "stem_es" else name for name in analyser["filter"]],
    }
    properties: dict[str, Any] = definition["mappings"]["properties"]
    for name in [name for name in properties if name.partition("_")[0] == "related"]:
        properties[name.replace("related", "picture")] = properties.pop(name)
    for name in [name for name in properties if name.endswith("_es")]:
        field = {**properties.pop(name), "analyzer": "stemmed_ca"}
        copied = {"copy_to": field["copy_to"].replace("_es", "_ca")} if "copy_to" in field else {}
        properties[name[:-2] + "ca"] = {**field, **copied}
    path.write_text(json.dumps(definition), encoding="utf-8")
    return folder


def run(program: Path, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """What a command of this program does."""
    environment = {**os.environ, "PYTHONPATH": str(program), "ARCHIVE_HOME": str(home)}
    command = [sys.executable, "-m", "archiver", *words]
    return subprocess.run(command, cwd=program, env=environment, capture_output=True, text=True, check=False)


def found(program: Path, home: Path, *query: str) -> int:
    """How many articles a search of this program finds."""
    ran = run(program, home, "search", *query, "--format", "json")
    assert ran.returncode == 0, ran.stderr
    return int(json.loads(ran.stdout)["total"])


def test_a_definition_that_refuses_articles(tmp_path: Path, elasticsearch_url: str) -> None:
    """A generation by a definition that doesn't take the articles is never switched to, and why is told."""
    program, home = tmp_path / "program", tmp_path / "archive"
    for part in ("archiver", "mappings"):
        shutil.copytree(ROOT / part, program / part)  # with what is compiled
    use_elasticsearch(home, elasticsearch_url)
    with Archive.open(str(home), create=True) as archive:
        for number in range(2):
            (tmp_path / f"{number}.html").write_bytes(page(number, "es"))
            archive.add(str(tmp_path / f"{number}.html"))
    path = program / "mappings" / "articles.json"
    definition = json.loads(path.read_text(encoding="utf-8"))
    del definition["mappings"]["properties"]["title_order"]
    path.write_text(json.dumps(definition), encoding="utf-8")
    ran = run(program, home, "reindex")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "2 articles that are found now were refused" in ran.stderr
    assert "[title_order]" in ran.stderr
    with Archive.open(str(home)) as archive:
        assert archive.search("puertos").total == 2
        assert [generation.name for generation in archive.engine.generations()] == ["000001"]


def test_a_definition_that_cannot_be_read(tmp_path: Path, elasticsearch_url: str) -> None:
    """A definition that was edited wrongly is told with its path, and searches and adds go on."""
    program, home = tmp_path / "program", tmp_path / "archive"
    for part in ("archiver", "mappings"):
        shutil.copytree(ROOT / part, program / part)  # with what is compiled
    use_elasticsearch(home, elasticsearch_url)
    with Archive.open(str(home), create=True):
        (tmp_path / "1.html").write_bytes(page(1, "es"))
    assert run(program, home, "add", str(tmp_path / "1.html")).returncode == 0
    path = program / "mappings" / "articles.json"
    for text, command in (('{"settings": ', "reindex"), ("{}", "reindex"), ("[]", "status")):
        path.write_text(text, encoding="utf-8")
        ran = run(program, home, command)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert f"The index definition in {path}" in ran.stderr
    (tmp_path / "2.html").write_bytes(page(2, "es"))
    assert run(program, home, "add", str(tmp_path / "2.html")).returncode == 0
    assert found(program, home, "puerto") == 2


def test_a_changed_definition(changed: Path, tmp_path: Path, elasticsearch_url: str) -> None:
    """The older generation is read and added to as it was made, a re-index is said to be due, and it brings what is new."""
    home = tmp_path / "archive"
    use_elasticsearch(home, elasticsearch_url)
    with (home / "archive.toml").open("a") as settings:
        settings.write("respell = false\n")
    pages = []
    for number, language in enumerate(("es", "es", "ca", "es", "ca", "es", "ca")):
        pages.append(tmp_path / f"{number}.html")
        pages[-1].write_bytes(page(number, language))
    with Archive.open(str(home), create=True) as archive:
        assert archive.add(*map(str, pages[:3])).stored == 3
        assert archive.search("puertos").total == 2  # by the Spanish stem
        assert archive.search("muntanya").total == 0
    ran = run(changed, home, "add", *map(str, pages[3:5]))
    assert (ran.returncode, ran.stdout) == (0, "2 added, 0 unchanged.\n"), ran.stderr
    assert found(changed, home, "puerto") == 3
    assert found(changed, home, "puertos") == 0  # the newer program makes no Spanish stems
    assert found(changed, home, "muntanyes") == 2
    assert found(changed, home, "muntanya") == 0  # and this generation has no Catalan ones
    ran = run(changed, home, "status", "--format", "json")
    assert json.loads(ran.stdout)["outdated"] == "the fields or the analysis have changed"
    with Archive.open(str(home)) as archive:
        assert archive.search("puertos").total == 3  # what the newer one wrote was stemmed as the generation wants it
        assert list(archive.verify()) == []

    ran = run(changed, home, "reindex", "--if-needed")
    assert ran.returncode == 0, ran.stderr
    assert "the fields or the analysis have changed" in ran.stderr
    assert found(changed, home, "puertos") == 0
    assert found(changed, home, "muntanya") == 2
    assert found(changed, home, "picture:heron") == 5
    assert "No re-index is needed" in run(changed, home, "reindex", "--if-needed").stderr

    with Archive.open(str(home)) as archive:  # the older program and the newer generation
        assert "have changed" in archive.why_reindex()
        assert archive.add(*map(str, pages[5:])).stored == 2
        assert archive.search("puerto").total == 4
        assert list(archive.verify()) == []
    assert found(changed, home, "muntanya") == 3
    ran = run(changed, home, "generations", "use", "000001")
    assert ran.returncode == 0, ran.stderr
    with Archive.open(str(home)) as archive:
        assert archive.search("puertos").total == 4
        assert archive.why_reindex() == ""
