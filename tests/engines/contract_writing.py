"""How every engine writes: versions, batches, generations, and whatever a page may hold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from archiver.document import MentionedDate
from archiver.engine import Delete, Upsert
from archiver.errors import IndexingError, LockedError, NoArchiveError
from archiver.keys import document_id
from archiver.query.tree import Phrase, Query, Word
from tests.engines.articles import article
from tests.engines.conftest import fill

if TYPE_CHECKING:
    from archiver.document import Document
    from archiver.engine import Engine, Operation, WriteReport

A, B, C = (document_id(key) for key in "abc")


def write(engine: Engine, generation: str, *operations: Operation, position: int = 1) -> WriteReport:
    """Write and commit one batch."""
    with engine.open_writer(generation, timeout=1) as writer:
        report = writer.write(operations)
        writer.commit({"log": position})
    return report


def titles(engine: Engine) -> dict[str, str | None]:
    """The headline of every article in the current generation, by its key."""
    with engine.open_reader() as reader:
        rows = [json.loads(line) for line in reader.scan(Query())]
    return {row["key"]: row["title"] for row in rows}


def test_an_article_is_replaced_by_its_newer_version(engine: Engine, generation: str) -> None:
    """A newer version of an article takes the place of the older one, in the same batch or a later one."""
    report = write(engine, generation, Upsert(article("a", "one"), 1), Upsert(article("a", "two"), 2))
    assert (report.written, report.stale, report.failed) == (2, 0, {})
    assert titles(engine) == {"a": "two"}
    write(engine, generation, Upsert(article("a", "three"), 3))
    assert titles(engine) == {"a": "three"}
    with engine.open_reader() as reader:
        assert list(reader.versions()) == [(A, 3)]
        assert reader.search(Query(Word("two"))).total == 0


def test_expunging_changes_nothing_that_is_found(engine: Engine, generation: str) -> None:
    """A generation that was expunged holds the same articles and versions, the same position, and is still current."""
    write(
        engine, generation, Upsert(article("a", "one"), 1), Upsert(article("b", "b"), 2), Upsert(article("c", "c"), 3)
    )
    write(engine, generation, Upsert(article("a", "two"), 4), Delete(B, 5), position=5)
    name = engine.expunge(generation, timeout=60)
    (described,) = engine.generations()
    assert (described.name, described.current, described.documents) == (name, True, 2)
    assert described.positions == {"log": 5}
    with engine.open_reader() as reader:
        assert list(reader.versions()) == sorted([(A, 4), (C, 3)])
    assert titles(engine) == {"a": "two", "c": "c"}
    write(engine, name, Upsert(article("d", "d"), 6))
    assert titles(engine) == {"a": "two", "c": "c", "d": "d"}


def test_a_stale_operation_changes_nothing(engine: Engine, generation: str) -> None:
    """What is older than what is there is counted as stale, whether it writes or deletes; the same version writes again."""
    write(engine, generation, Upsert(article("a", "five"), 5))
    report = write(
        engine, generation, Upsert(article("a", "four"), 4), Delete(A, 4), Upsert(article("b", "b"), 9), Delete(B, 8)
    )
    assert (report.written, report.deleted, report.stale) == (1, 0, 3)
    assert titles(engine) == {"a": "five", "b": "b"}
    assert write(engine, generation, Upsert(article("a", "again"), 5)).written == 1
    assert titles(engine)["a"] == "again"


def test_deleting(engine: Engine, generation: str) -> None:
    """A deletion takes the article away; that it isn't there is no error; an older version can't come back after it."""
    write(engine, generation, Upsert(article("a", "a"), 1), Upsert(article("b", "b"), 2))
    report = write(engine, generation, Delete(A, 3), Delete(C, 4), Upsert(article("a", "old"), 2))
    assert (report.deleted, report.stale) == (1, 1)
    assert titles(engine) == {"b": "b"}
    write(engine, generation, Upsert(article("a", "new"), 5))
    assert titles(engine) == {"b": "b", "a": "new"}


def test_positions_are_remembered_with_what_was_written(engine: Engine, generation: str) -> None:
    """A commit remembers the positions of the logs given, and keeps those of the others; a batch alone does not."""
    with engine.open_writer(generation, timeout=1) as writer:
        writer.write([Upsert(article("a"), 1)])
        writer.commit({"one": 7})
        writer.write([Upsert(article("b"), 2)])
        writer.commit({"two": 3})
        writer.write([Upsert(article("c"), 3)])
    described = engine.generations()[0]
    assert dict(described.positions) == {"one": 7, "two": 3}
    assert described.documents in (2, 3)  # what wasn't committed may be there or not; it is written again


def test_a_bad_document_does_not_take_others_with_it(engine: Engine, generation: str) -> None:
    """A document that can't be indexed is reported by its id with the reason; the others of its batch are written."""
    impossible = MentionedDate(start="never", end="ever", precision="day", text="?", zone="body", span=(0, 1))
    report = write(
        engine,
        generation,
        Upsert(article("a", "good"), 1),
        Upsert(_with_mention(article("b", "bad"), impossible), 2),
        Upsert(article("c", "good too"), 3),
    )
    assert report.written == 2
    assert list(report.failed) == [B]
    assert "never" in report.failed[B]
    assert titles(engine) == {"a": "good", "c": "good too"}


def _with_mention(document: Document, mention: MentionedDate) -> Document:
    import msgspec

    return msgspec.structs.replace(document, mentioned=(mention,))


HOSTILE = {
    "control characters": "ring\x07 the \x00bell \x1b[31mred\x1b[0m \x7f\x9b",
    "lone surrogates": "half \ud83d of \udc4d it",
    "one endless word": "x" * 100_000,
    "one endless number": "7" * 100_000,
    "no spaces": "钢" * 20_000,
    "right to left": "\u202eabc\u202c \u2066def\u2069",
    "marks alone": "\u0301\u0301\u0301 \u064b\u064c \ufe0f",
    "many marks": "a" + "\u0301" * 5_000,
    "spaces of all kinds": "\u00a0\u2003\u3000\u200b\ufeff\u2028\x1c\x1f",
    "markup": "[bold]<b>&amp;</b> {{x}} $(rm) ' OR 1=1 --",
    "beyond the first plane": "𝕊teel 🏭 𠀋𠂉",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_whatever_a_page_holds_can_be_written_and_found(engine: Engine, generation: str, text: str) -> None:
    """Text of any kind, in any field, is written, found beside, counted and given back."""
    document = article(
        "a",
        text,
        f"{text} findable",
        standfirst=text,
        language="en",
        site=text,
        section=text,
        authors=(text,),
        people=(f"{text}",),
        places=(text,),
        related=(text,),
        dateline=text,
        url=f"https://host.example/{text}",
    )
    report = write(engine, generation, Upsert(document, 1), Upsert(article("b", text="findable"), 2))
    assert (report.written, report.failed) == (2, {})
    with engine.open_reader() as reader:
        page = reader.search(Query(Word("findable"), facets=("people", "sites", "sections", "authors"), sort="title"))
        assert page.total == 2
        stored = reader.get(A)
        assert stored is not None
        assert stored.text == document.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        for highlight in page.hits[0].highlights:
            assert all(0 <= start < end <= len(highlight.text) for start, end in highlight.spans)
        for people in page.facets["people"][:1]:
            if people.value:
                assert reader.search(Query(selections={"people": (people.value,)})).total == people.documents


def test_a_very_long_article(engine: Engine, generation: str) -> None:
    """An article of several megabytes is written and found by its last words, which are shown."""
    text = "The same sentence again and again. " * 100_000 + "At the very end a heron stood."
    write(engine, generation, Upsert(article("a", "Long", text, language="en"), 1))
    with engine.open_reader() as reader:
        (hit,) = reader.search(Query(Phrase("heron stood"))).hits
    assert [highlight.text[slice(*highlight.spans[0])] for highlight in hit.highlights] == ["heron stood"]


# Generations.


def test_nothing_can_be_read_before_something_was_made(engine: Engine) -> None:
    """Without a generation there is nothing to read, and the message says what to do."""
    assert engine.generations() == ()
    with pytest.raises(NoArchiveError, match="archive add"):
        engine.open_reader()


def test_an_empty_generation_can_be_searched(engine: Engine, generation: str) -> None:
    """A generation without a document finds nothing, counts nothing and lists nothing."""
    with engine.open_reader() as reader:
        page = reader.search(Query(Word("steel"), facets=("people", "published")))
        assert (page.total, page.hits, page.facets) == (0, (), {"people": (), "published": ()})
        assert list(reader.scan(Query())) == list(reader.versions()) == []
        assert [report[:3] for report in reader.diagnose(Query(Word("steel")))] == [("steel", 0, ())]


def test_switching_and_dropping(engine: Engine) -> None:
    """A new generation isn't read before the switch; the one before can be read by name until it is dropped."""
    first = fill(engine, [article("a", "old")])
    second = engine.create(context_digest="other")
    write(engine, second, Upsert(article("b", "new"), 1))
    assert titles(engine) == {"a": "old"}
    engine.switch(second)
    assert titles(engine) == {"b": "new"}
    described = engine.generations()
    assert [(g.name, g.context_digest, g.documents, g.current) for g in described] == [
        (first, "context", 1, False),
        (second, "other", 1, True),
    ]
    assert described[0].created_at <= described[1].created_at
    assert described[0].schema_digest == described[1].schema_digest
    assert described[0].size > 0
    with pytest.raises(IndexingError, match=second):
        engine.drop(second)
    with engine.open_reader(first) as reader:
        assert reader.get(A) is not None
    engine.drop(first)
    engine.drop(first)  # dropping what is gone is no error
    assert [g.name for g in engine.generations()] == [second]
    with pytest.raises(IndexingError, match=first):
        engine.open_reader(first)
    with pytest.raises(IndexingError):
        engine.switch(first)


def test_a_reader_goes_on_while_others_write(engine: Engine, generation: str) -> None:
    """A reader that is open finds what it found when it was opened, or what is there now, and never fails."""
    write(engine, generation, Upsert(article("a", "word"), 1))
    with engine.open_reader() as reader:
        write(engine, generation, Upsert(article("b", "word"), 2), Delete(A, 3))
        assert reader.search(Query(Word("word"))).total == 1


def test_only_one_writer_is_open(engine: Engine, generation: str) -> None:
    """A second writer waits for its time and says that another one writes; when the first is closed it gets in."""
    with engine.open_writer(generation, timeout=0), pytest.raises(LockedError):
        engine.open_writer(generation, timeout=0.05)
    engine.open_writer(generation, timeout=0).__exit__(None, None, None)


def test_two_generations_are_written_at_once(engine: Engine, generation: str) -> None:
    """Rebuilding doesn't keep anybody from adding to the generation that is read."""
    other = engine.create(context_digest="other")
    with engine.open_writer(generation, timeout=0) as one, engine.open_writer(other, timeout=0) as two:
        one.write([Upsert(article("a"), 1)])
        two.write([Upsert(article("b"), 1)])
        one.commit({})
        two.commit({})
    assert [g.documents for g in engine.generations()] == [1, 1]
