"""docker-compose.yml and Dockerfile: what they name exists, and they agree with the rest of the project.

`make lint` holds them against their schema and rules. Nothing here needs Docker.
"""

from __future__ import annotations

import re

from tests.conftest import ROOT

COMPOSE = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


def test_everybody_means_the_same_server() -> None:
    """The server of the compose file is of the version that the tests run."""
    pom = (ROOT / "tests" / "elasticsearch-node" / "pom.xml").read_text(encoding="utf-8")
    (tested,) = re.findall(r"<elasticsearch\.version>(.+?)<", pom)
    assert re.findall(r"image: docker\.elastic\.co/elasticsearch/elasticsearch:(.+)", COMPOSE) == [tested]


def test_what_is_copied_is_there() -> None:
    """Each file that the image is made of exists, and .dockerignore lets it, and nothing else, in."""
    copied = set(re.findall(r"^COPY (?!--from)(\S+)", DOCKERFILE, re.MULTILINE))
    ignore = (ROOT / ".dockerignore").read_text(encoding="utf-8")
    assert copied == set(re.findall(r"^!(.+)", ignore, re.MULTILINE))
    assert [path for path in copied if not (ROOT / path).exists()] == []


def test_the_password_is_never_in_the_repository() -> None:
    """The password comes from .env, which isn't committed; without it nothing starts."""
    assert set(re.findall(r"_PASSWORD: (.*)", COMPOSE)) == {
        "${ELASTIC_PASSWORD:?copy .env.example to .env and choose a password}"
    }
    assert ".env\n" in (ROOT / ".gitignore").read_text(encoding="utf-8")


def test_both_stages_run_the_same_python() -> None:
    """The packages are made for the Python that runs them, and lie where it looks for them."""
    images = re.findall(r"^FROM python:(\d+\.\d+)-(\S+)", DOCKERFILE, re.MULTILINE)
    assert len(images) == 2
    ((version, _),) = set(images)
    assert set(re.findall(r"/lib/python(\d+\.\d+)/", DOCKERFILE)) == {version}
