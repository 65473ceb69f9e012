"""JSON lines: each line a document, a bad one refused by its number, and export and import agree."""

import datetime as dt
import gzip
import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archiver import document as records
from archiver.document import (
    DOCUMENT_TYPE,
    Dateline,
    Document,
    DocumentCapture,
    Entity,
    Evidence,
    Mention,
    MentionedDate,
    Place,
    StatedDate,
)
from archiver.errors import SourceError
from archiver.keys import document_id
from archiver.sources.given import read_given

from .reading import read

STORY = Document(
    id=document_id("https://news.example/mill"),
    key="https://news.example/mill",
    url="https://news.example/mill?utm_source=feed",
    site="The Example",
    title="Mill restarts",
    authors=("Ada Example",),
    body="The **mill** in Oldport restarted on Monday.",
    text="The mill in Oldport restarted on Monday.",
    dateline=Dateline(place="Oldport", date="2025-09-02"),
    published=StatedDate(
        at="2025-09-02T19:49",
        precision="minute",
        evidence=(Evidence(source="label", text="2 September 2025 7:49 pm", at="2025-09-02T19:49"),),
    ),
    mentioned=(
        MentionedDate(start="2025-09-01", end="2025-09-01", precision="day", text="Monday", zone="body", span=(33, 39)),
    ),
    people=(Entity(name="Ada Example"),),
    places=(Place(name="Oldport", forms=("Oldport",), mentions=(Mention("body", (12, 19)),), country="Examplia"),),
    captures=(
        DocumentCapture(position=3, captured_at="2025-09-03T10:00:00Z", digest="x"),
        DocumentCapture(position=5, captured_at="2025-09-03T12:00:00+01:00", digest="y"),
    ),
)


def _lines(tmp_path: Path, *lines: object) -> Path:
    path = tmp_path / "documents.jsonl"
    path.write_bytes(b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines))
    return path


def test_an_export_comes_back_the_same(tmp_path: Path) -> None:
    """A document that the archive exported is the same document when it is added: key, id and every field."""
    (capture,) = read(_lines(tmp_path, records.encode(STORY))).captures
    assert records.decode(capture.payload) == msgspec.structs.replace(STORY, captures=())
    assert capture.key == STORY.key
    assert capture.url == STORY.url
    assert capture.content_type == DOCUMENT_TYPE
    assert capture.captured_at == dt.datetime(2025, 9, 3, 11, 0, tzinfo=dt.UTC)
    assert not capture.captured_exactly


def test_the_order_of_names_and_the_spacing_do_not_matter(tmp_path: Path) -> None:
    """The same fields in another order are the same bytes, so adding them again changes nothing."""
    one, two = b'{"title": "A",  "text": "B"}', b'{"text":"B","title":"A"}'
    first, second = read(_lines(tmp_path, one, two)).captures
    assert first.payload == second.payload
    assert first.key == second.key


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ({"key": "k1", "url": "https://news.example/a", "id": "7"}, "k1"),
        ({"url": "https://News.example/a?utm_source=x", "id": "7"}, "https://news.example/a"),
        ({"url": None, "id": "7"}, "id:7"),
    ],
)
def test_the_key_is_the_most_certain_name(tmp_path: Path, line: dict[str, str | None], key: str) -> None:
    """A line is known by its key, else its address, else its id; another archive's id doesn't become ours."""
    (capture,) = read(_lines(tmp_path, {"title": "A", **line})).captures
    assert capture.key == key
    assert records.decode(capture.payload).id == document_id(key)


def test_a_line_without_any_name_is_known_by_its_content(tmp_path: Path) -> None:
    """Without key, address and id, the same line twice is one document, and it changes with its text."""
    keys = [capture.key for capture in read(_lines(tmp_path, {"title": "A"}, {"title": "A"}, {"title": "B"})).captures]
    assert keys[0] == keys[1] != keys[2]


@pytest.mark.parametrize(
    ("text", "at", "precision", "offset"),
    [
        ("2025", "2025", "year", None),
        ("2025-09", "2025-09", "month", None),
        ("2025-09-02", "2025-09-02", "day", None),
        ("2025-09-02 19:49", "2025-09-02T19:49", "minute", None),
        ("2025-09-02T19:49:31.250Z", "2025-09-02T19:49", "minute", "+00:00"),
        ("2025-09-02T19:49:31+0530", "2025-09-02T19:49", "minute", "+05:30"),
    ],
)
def test_a_date_may_be_a_string(tmp_path: Path, text: str, at: str, precision: str, offset: str | None) -> None:
    """A date written as a string is understood at its own precision, and is its own evidence."""
    (capture,) = read(_lines(tmp_path, {"title": "A", "published": text})).captures
    published = records.decode(capture.payload).published
    assert published is not None
    assert (published.at, published.precision, published.offset) == (at, precision, offset)
    assert [(item.source, item.text) for item in published.evidence] == [("given", text)]


def test_names_may_be_strings(tmp_path: Path) -> None:
    """People, organisations and places may be given as lists of names."""
    (capture,) = read(_lines(tmp_path, {"title": "A", "people": ["Ada Example"], "places": ["Oldport"]})).captures
    story = records.decode(capture.payload)
    assert story.people == (Entity(name="Ada Example"),)
    assert story.places == (Place(name="Oldport"),)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"not json", "isn't a line of JSON"),
        (b'{"title": "A"', "isn't a line of JSON"),
        (b'{"title": "\xff"}', "isn't valid UTF-8"),
        (b"[" * 100_000, "isn't a line of JSON"),
        (["A"], "isn't a JSON object"),
        ({"title": 7}, "title: expected text, got a number"),
        ({"title": "A", "authors": "Ada"}, "authors: expected a list, got text"),
        ({"title": "A", "published": {"at": "2025", "precision": "hour"}}, "published.precision: invalid enum value"),
        ({"title": "A", "titel": "B"}, 'unknown field "titel": is "title" meant?'),
        ({"title": "A", "headline": "B"}, 'unknown field "headline": is "title" meant?'),
        ({"title": "A", "byline": "B"}, 'unknown field "byline": is "authors" meant?'),
        ({"title": "A", "date": "2025"}, 'unknown field "date": is "published" meant?'),
        ({"title": "A", "id_": "B"}, 'unknown field "id_": is "id" meant?'),
        ({"title": "A", "dateline": {"palce": "B"}}, 'unknown field "dateline.palce": is "place" meant?'),
        ({"title": "A", "people": [{"name": "B", "x": 1}]}, 'unknown field "people.x"'),
        ({"title": " ", "site": "A"}, "neither a title nor a text"),
        ({"title": "A", "published": "yesterday"}, 'published: "yesterday" isn\'t a date'),
        ({"title": "A", "published": "2025-02-30"}, "there is no 2025-02-30"),
        (
            {"title": "A", "published": {"at": "2025-09-02", "precision": "minute"}},
            'published.precision: write "day" for 2025-09-02',
        ),
        ({"title": "A", "published": {"at": "2. September"}}, "published.at"),
        ({"title": "A", "modified": {"at": "2025", "precision": "year", "offset": "PKT"}}, "modified.offset"),
        ({"title": "A", "dateline": {"date": "Monday"}}, 'dateline.date: "Monday"'),
        (
            {"title": "A", "people": [{"name": "B", "mentions": [{"zone": "title", "span": [0, 2]}]}]},
            "span [0, 2] that lies outside its title",
        ),
        ({"title": "A", "key": "k" * 9000}, "key of 9,000 characters"),
        (b'{"title": "A", "people": ' + b'{"a":' * 100_000, "isn't a line of JSON"),
    ],
)
def test_a_bad_line_is_refused_alone(tmp_path: Path, line: object, reason: str) -> None:
    """A bad line is refused with its number, the field and the reason, and kept; its neighbours are taken."""
    path = _lines(tmp_path, {"title": "Before"}, line, {"title": "After"})
    made = read(path)
    assert len(made.captures) == 2
    (rejected,) = made.rejected
    assert rejected.source == f"{path}:2"
    assert reason in rejected.reason
    assert rejected.data == path.read_bytes().split(b"\n")[1][: 1 << 20]


_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.sampled_from(["2025", "body"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["at", "precision", "name", "mentions", "zone", "span", "start", "end"]), inner
        )
    ),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)  # on a machine that is busy with other things
@given(st.dictionaries(st.sampled_from(Document.__struct_fields__), _VALUES))
def test_any_line_is_a_document_or_refused(fields: dict[str, object]) -> None:
    """Whatever stands in a line, it either becomes a document that can be read back or is refused."""
    try:
        made = read_given(json.dumps({"title": "A", **fields}).encode())
    except SourceError:
        return
    assert records.decode(made.payload).key == made.key


@pytest.mark.parametrize(
    "line",
    [{"title": "A", "x" * 2_000_000: 1}, {"title": "A", "published": {"at": "2025", "precision": "x" * 2_000_000}}],
)
def test_a_reason_stays_short(tmp_path: Path, line: object) -> None:
    """A line with an absurdly long name or value is refused with a reason that a person can read."""
    (rejected,) = read(_lines(tmp_path, line)).rejected
    assert len(rejected.reason) < 600


def test_a_file_full_of_mistakes(tmp_path: Path) -> None:
    """Of a file with more bad lines than anybody reads, the first are told one by one and the rest is counted."""
    made = read(_lines(tmp_path, *[b"x"] * 12_000, {"title": "A"}))
    assert len(made.captures) == 1
    assert len(made.rejected) == 10_001
    assert "2,000 more can't be used" in made.rejected[-1].reason


def test_blank_lines_and_a_byte_order_mark_are_no_lines(tmp_path: Path) -> None:
    """Blank lines, Windows line ends and a byte order mark are no reason to complain, and lines keep their numbers."""
    path = _lines(tmp_path, b'\xef\xbb\xbf{"title": "A"}\r', b"", b"  \r", b'{"title": "B"}\r', b"x")
    made = read(path)
    assert [capture.source for capture in made.captures] == [f"{path}:1", f"{path}:4"]
    assert made.rejected[0].source == f"{path}:5"


def test_an_endless_line_is_passed_over(tmp_path: Path) -> None:
    """A line beyond the bound is refused, cut, and the next line is read."""
    long = json.dumps({"text": "x" * 3_000_000}).encode()
    made = read(_lines(tmp_path, {"title": "A"}, long, {"title": "B"}), max_bytes=1_000_000)
    assert len(made.captures) == 2
    assert "is larger than the 1 MB" in made.reasons
    assert len(made.rejected[0].data) == 1_000_001


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"\n\n", "is empty"),
        (b"\0\1", "binary data"),
        ("\ufeff{}".encode("utf-16-le"), "save the file as UTF-8"),
    ],
)
def test_a_file_without_lines(tmp_path: Path, content: bytes, reason: str) -> None:
    """A file that holds no line at all, or isn't text, is refused once."""
    assert reason in read(_lines(tmp_path, content)).reasons


def test_compressed_lines(tmp_path: Path) -> None:
    """Compressed JSON lines are read as they are, whatever the file's name."""
    data = gzip.compress(b'{"title": "A"}\n') + gzip.compress(b'{"title": "B"}\n')
    for name in ("a.jsonl.gz", "a.jsonl", "a.gz", "a"):
        (tmp_path / name).write_bytes(data)
        assert len(read(tmp_path / name).captures) == 2


def test_a_truncated_gzip_keeps_the_lines_before(tmp_path: Path) -> None:
    """Of a compressed file that was cut short, the whole lines are kept and the end is reported."""
    data = gzip.compress(b'{"title": "A"}\n') + gzip.compress(b'{"title": "B"}\n{"title": "C"}\n')
    (tmp_path / "a.jsonl.gz").write_bytes(data[:-10])
    made = read(tmp_path / "a.jsonl.gz")
    assert b'"A"' in made.captures[0].payload
    assert "ends in the middle (was a download cut short?)" in made.reasons


def test_a_damaged_gzip_keeps_the_lines_before(tmp_path: Path) -> None:
    """Of a compressed file with damage in it, the lines before are kept and the damage is reported."""
    good = gzip.compress(b'{"title": "A"}\n')
    (tmp_path / "a.jsonl.gz").write_bytes(good + good[:12] + b"\xff\xff\xff" + good[15:])
    made = read(tmp_path / "a.jsonl.gz")
    assert len(made.captures) == 1
    assert "is damaged" in made.reasons
