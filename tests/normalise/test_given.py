"""Documents given as fields: what is given is kept, and only what is absent is looked for."""

import subprocess
import sys

import msgspec
import pytest

from archiver.document import DOCUMENT_TYPE, Capture, Document
from archiver.normalise import normalise

FIELDS = {
    "title": "Port Ansel to rebuild harbour wall",
    "url": "https://www.ansel.example/2025/03/04/wall",
    "site": "Ansel Gazette",
    "language": "en",
    "text": "Mayor Greta Holm told the Harbour Board on 4 March 2025 that Sweden would help.",
    "published": {"at": "2025-03-04", "precision": "day"},
    "mentioned": [
        {
            "start": "2025-03-04",
            "end": "2025-03-04",
            "precision": "day",
            "text": "4 March 2025",
            "zone": "body",
            "span": [44, 56],
        }
    ],
    "people": [{"name": "Greta Holm", "forms": ["Greta Holm"], "mentions": []}],
    "organisations": [{"name": "Harbour Board", "forms": ["Harbour Board"], "mentions": []}],
    "places": [{"name": "Sweden", "forms": ["Sweden"], "mentions": [], "country": "SE"}],
}


def document(fields: dict[str, object]) -> Document:
    """The document that these fields make."""
    return normalise(Capture(payload=msgspec.json.encode(fields), content_type=DOCUMENT_TYPE, key="k"))


@pytest.mark.parametrize(
    ("absent", "found"),
    [
        ("site", "ansel.example"),
        ("language", "en"),
        ("people", ["Greta Holm"]),
        ("organisations", ["Harbour Board"]),
        ("places", ["Port Ansel", "Sweden"]),
        ("mentioned", ["4 March 2025"]),
    ],
)
def test_one_absent_field_is_derived_and_the_others_stay(absent: str, found: object) -> None:
    """A field that a document leaves out is found in its text; all the others are as they were given."""
    fields = {name: value for name, value in FIELDS.items() if name != absent}
    page = msgspec.to_builtins(document(fields))
    derived = page[absent]
    if isinstance(derived, list | tuple):
        derived = [item.get("name") or item["text"] for item in derived]
    assert derived == found
    whole = msgspec.to_builtins(document(FIELDS))
    assert {name for name in page if page[name] != whole[name]} <= {absent}


def test_what_is_given_decides_what_is_derived() -> None:
    """A weekday counts from the date that is given, not from the one in the address."""
    fields = {name: value for name, value in FIELDS.items() if name not in ("mentioned", "text")}
    page = document(fields | {"url": "https://www.ansel.example/2020/03/04/wall", "text": "The board met on Monday."})
    assert [date.start for date in page.mentioned] == ["2025-03-03"]


SPACED = [
    "Mayor  Greta Holm told the\nHarbour Board  on Monday that Sweden \u00a0would  help.\n\n\n  On  4 March 2025  she met Anna  Berg in Oslo.\n\n",
    "  On 4  March  2025 Greta  Holm spoke in Sweden.\n\n\n\n\n\nThe Harbour  Board met\non  Monday .",
    "\n\n \n\nGreta Holm, of the Harbour Board, was in Oslo on\u00a04 March 2025.",
]


@pytest.mark.parametrize("text", SPACED)
def test_every_span_cuts_out_its_own_words(text: str) -> None:
    """Spaces, lines and empty paragraphs of a given text are kept, and derived places point to their words in it."""
    page = document(
        {"title": "Port  Ansel on  4 March 2025", "standfirst": " Greta  Holm spoke in  Norway on Monday", "text": text}
        | {"language": "en", "published": {"at": "2025-03-05", "precision": "day"}}
    )
    zones = {"title": page.title or "", "standfirst": page.standfirst or "", "body": page.text}
    assert page.text == text
    assert {date.zone for date in page.mentioned} == {"title", "standfirst", "body"}
    assert all(zones[date.zone][slice(*date.span)] == date.text for date in page.mentioned)
    for entity in (*page.people, *page.organisations, *page.places):
        assert entity.mentions
        cut = {" ".join(zones[place.zone][slice(*place.span)].split()) for place in entity.mentions}
        assert cut <= set(entity.forms)
    assert "Greta Holm" in {person.name for person in page.people}


@pytest.mark.parametrize(("absent", "loaded"), [("none", "False"), ("mentioned", "False"), ("people", "True")])
def test_the_model_is_loaded_only_where_names_are_absent(absent: str, loaded: str) -> None:
    """Documents that give their names are added without waiting for the model that finds names."""
    script = (
        "import sys; from archiver.document import Capture, DOCUMENT_TYPE; from archiver.normalise import normalise\n"
        "normalise(Capture(payload=sys.stdin.buffer.read(), content_type=DOCUMENT_TYPE, key='k'))\n"
        "print('spacy' in sys.modules)"
    )
    fields = {name: value for name, value in FIELDS.items() if name != absent}
    command = [sys.executable, "-c", script]
    ran = subprocess.run(command, input=msgspec.json.encode(fields), capture_output=True, check=True)
    assert ran.stdout.decode().strip() == loaded
