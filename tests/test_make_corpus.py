"""The benchmarks' corpus: documents made from the samples."""

import io
import sys
from itertools import islice
from pathlib import Path

import pytest

from archiver.document import Document, decode

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture(scope="module")
def corpus() -> bytes:
    """Three hundred documents, one a line."""
    sys.path.insert(0, str(BENCHMARKS))
    try:
        import make_corpus
    finally:
        sys.path.remove(str(BENCHMARKS))
    output = io.BytesIO()
    make_corpus.write_corpus(300, 7, output)
    again = io.BytesIO()
    make_corpus.write_corpus(300, 7, again)
    assert output.getvalue() == again.getvalue(), "the same seed gives the same documents"
    return output.getvalue()


@pytest.fixture(scope="module")
def documents(corpus: bytes) -> list[Document]:
    """The same, read back."""
    return [decode(line) for line in corpus.splitlines()]


def test_each_line_is_a_document_of_its_own(documents: list[Document]) -> None:
    """A corpus of 300 holds 300 documents with different ids and a text of a few kilobytes."""
    assert len({document.id for document in documents}) == 300
    assert all(300 < len(document.text) < 6000 for document in documents)


def test_names_and_dates_stand_where_the_document_says(documents: list[Document]) -> None:
    """Every mention's span cuts one of its name's forms, or its date's words, out of its zone."""
    for document in documents:
        zones = {"title": document.title or "", "standfirst": document.standfirst or "", "body": document.text}
        for entity in (*document.people, *document.organisations, *document.places):
            assert {zones[place.zone][slice(*place.span)] for place in entity.mentions} == set(entity.forms)
        for date in document.mentioned:
            assert zones[date.zone][slice(*date.span)] == date.text


def test_the_vocabulary_grows_with_the_corpus(documents: list[Document]) -> None:
    """Later documents bring words that earlier ones didn't have."""
    words = [set(document.text.lower().split()) for document in documents]
    early = set().union(*islice(words, 100))
    middle = set().union(*words[100:200])
    late = set().union(*words[200:])
    assert len(middle - early) > 300
    assert len(late - early - middle) > 300
