"""What is appended to the log, what is told of it, and what can be read again."""

import datetime as dt
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from archiver.document import Capture, FeedEntry
from archiver.errors import ArchiveError, LogError, NoArchiveError, SourceError, UsageError
from archiver.keys import document_id
from archiver.log import Event, Log

from .makers import KEY, make_capture, open_log, warc_files

NOON = dt.datetime(2025, 3, 9, 12, 0, 0, 250_000, tzinfo=dt.UTC)

CAPTURES = {
    "a response": make_capture(),
    "a file": make_capture(fetched=False, exact=False),
    "a file that names no address": Capture(
        payload=b"plain", content_type="text/plain", key="file:///tmp/caf%C3%A9.txt", source="/tmp/caf\udce9.txt"
    ),
    "an empty page": Capture(payload=b"", content_type="", url="https://quay.example/", captured_at=NOON),
    "bytes that are no text": Capture(payload=bytes(range(256)) * 3, content_type="text/html", key="blob:1"),
    "blank lines like those that end headers": Capture(
        payload=b"\r\n\r\nWARC/1.1\r\n\r\n", content_type="text/html", key="k", headers=(("A", "1"),)
    ),
    "an address in another script": Capture(
        payload=b"x", content_type="text/html", url="https://пристань.example/новости?q=ё#a", key="https://п.example/ё"
    ),
    "a time with an offset and a fraction": Capture(
        payload=b"x", content_type="text/html", key="k", captured_at=NOON, captured_exactly=False
    ),
    "headers that speak of the wire": Capture(
        payload=b"decoded",
        content_type="text/html",
        key="k",
        headers=(
            ("content-encoding", "gzip"),
            ("Transfer-Encoding", "chunked"),
            ("Content-Length", "3"),
            ("X-Archive-Orig-Content-Encoding", "br"),
            ("Set-Cookie", "a=1"),
            ("Set-Cookie", "b=2"),
            ("X-Empty", ""),
            ("X-Name", "Zoë — ☂"),
        ),
    ),
}


@pytest.mark.parametrize("capture", CAPTURES.values(), ids=CAPTURES)
def test_round_trip(tmp_path: Path, capture: Capture) -> None:
    """What was stored is read again as it was given, also by the next to open the archive."""
    with open_log(tmp_path) as log:
        [appended] = log.append([capture])
        assert appended == (1, "added")
    with Log.open(tmp_path) as log:
        found = log.read(1)
        assert found == msgspec.structs.replace(capture, key=capture.key or str(capture.url), position=1)
        assert list(log.verify()) == []


class Case(NamedTuple):
    """Captures in the order in which they are added (None: the document is withdrawn), what is told of each, the head."""

    captures: list[Capture | None]
    outcomes: list[str]
    head: int | None
    positions: list[int | None] | None = None


A, B = make_capture("A"), make_capture("B", day=2)
FILE_A, FILE_B = (make_capture(text, fetched=False, exact=False, day=day) for text, day in (("A", 1), ("B", 2)))

CASES = {
    "the same again": Case([A, A], ["added", "unchanged"], 1, [1, None]),
    "fetched again, unchanged": Case([A, make_capture("A", day=3)], ["added", "unchanged"], 1, [1, 2]),
    "a file given again, unchanged": Case(
        [FILE_A, make_capture("A", fetched=False, exact=False, day=3)], ["added", "unchanged"], 1, [1, None]
    ),
    "changed": Case([A, B], ["added", "added"], 2),
    "changed and changed back": Case([A, B, make_capture("A", day=3)], ["added", "added", "added"], 3),
    "changed and changed back within one instant": Case(
        [make_capture("A"), make_capture("B"), make_capture("A")], ["added", "added", "added"], 3
    ),
    "undated, changed and changed back": Case(
        [make_capture("A", day=None), make_capture("B", day=None), make_capture("A", day=None)],
        ["added", "added", "added"],
        3,
    ),
    "an older one comes later": Case([B, A], ["added", "added"], 1),
    "an undated one comes later": Case([A, make_capture("B", day=None)], ["added", "added"], 1),
    "two versions, both imported twice": Case([A, B, A, B], ["added", "added", "unchanged", "unchanged"], 2),
    "two files, both given twice": Case(
        [FILE_A, FILE_B, FILE_A, FILE_B], ["added", "added", "unchanged", "unchanged"], 2
    ),
    "seen again after a version that is imported later": Case(
        [A, make_capture("A", day=5), make_capture("B", day=3)], ["added", "unchanged", "added"], 1
    ),
    "withdrawn": Case([A, None], ["added"], None),
    "withdrawn and added again": Case([A, None, A], ["added", "returned"], 3),
    "withdrawn, then an older one is imported": Case([B, None, A], ["added", "returned"], 3),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
@pytest.mark.parametrize("at_once", [True, False], ids=["in one batch", "one by one"])
def test_outcomes_and_head(tmp_path: Path, case: Case, at_once: bool) -> None:
    """Adding says what is new, and the head is the capture that was made last of those not withdrawn."""
    appended = []
    with open_log(tmp_path) as log:
        if at_once and None not in case.captures:
            appended = log.append([capture for capture in case.captures if capture])
        else:
            for capture in case.captures:
                if capture is None:
                    log.withdraw(KEY)
                else:
                    appended += log.append([capture])
        head = log.head(KEY)
        assert [each.outcome for each in appended] == case.outcomes
        assert (head and head.position) == case.head
        assert [head.position for head in log.heads()] == ([case.head] if case.head else [])
        if case.positions:
            assert [each.position for each in appended] == case.positions
        assert list(log.verify()) == []


def test_revisit(tmp_path: Path) -> None:
    """A page fetched again unchanged is a revisit: the document stays as it is, the visit is listed and can be read."""
    with open_log(tmp_path) as log:
        log.append([make_capture("A"), make_capture("A", day=4)])
        head = log.head(KEY)
        again = log.read(2)
        assert head
        assert (head.position, head.version) == (1, 1)
        assert again == msgspec.structs.replace(make_capture("A", day=4), position=2)
        listed = log.captures(KEY)
        assert [(each.position, each.captured_at) for each in listed] == [
            (1, "2025-01-01T08:30:00Z"),
            (2, "2025-01-04T08:30:00Z"),
        ]
        assert listed[0].digest == listed[1].digest
        assert log.live_positions(KEY) == [1]


def test_events_tell_what_happened_in_order(tmp_path: Path) -> None:
    """Whoever follows the log sees every event after a position, once and in order."""
    other = "https://harbour-gazette.example/quay"
    with open_log(tmp_path) as log:
        log.append([make_capture("A"), make_capture("B", key=other), make_capture("A", day=2)])
        log.withdraw(other, "asked for by its author")
        assert list(log.events(1)) == [
            Event(2, "capture", other),
            Event(3, "revisit", KEY),
            Event(4, "withdrawal", other),
        ]
        assert log.last_position == 4
        assert log.version(other) == 4
        assert log.version("https://nobody.example/") == 0
        assert log.counts()._replace(size=0) == (3, 1, 1, 0)


def test_many_heads_each_once(tmp_path: Path) -> None:
    """The live documents are listed once each, sorted by key, however many there are."""
    keys = [f"https://harbour-gazette.example/{number}" for number in range(2_100)]
    with open_log(tmp_path) as log:
        for _ in range(2):
            log.append([make_capture(key=key) for key in keys])
        assert [head.key for head in log.heads()] == sorted(keys)
        assert [head.key for head in log.heads(keys[999])] == [key for key in sorted(keys) if key > keys[999]]
        assert [event.position for event in log.events()] == list(range(1, 2_101))


def test_a_listing_may_be_written_between(tmp_path: Path) -> None:
    """Heads and events can be followed while the same log is written."""
    with open_log(tmp_path) as log:
        log.append([make_capture(key=f"k{number:04}") for number in range(1_500)])
        for head in log.heads():
            if head.key == "k0000":
                log.append([make_capture(key="k9999")])
        assert head.key == "k9999"


def test_find_by_id(tmp_path: Path) -> None:
    """A document is found by its id or by a beginning of it that no other has; a withdrawn one too."""
    keys = [f"k{number}" for number in range(40)]
    with open_log(tmp_path) as log:
        log.append([make_capture(key=key) for key in keys])
        log.withdraw("k7")
        assert all(log.find_key(document_id(key)) == key for key in keys)
        assert log.find_key(document_id("k7")[:12]) == "k7"
        assert log.find_key("0" * 20) is None
        assert log.find_key("%") is None
        assert log.find_key("") is None
        initials = [document_id(key)[0] for key in keys]
        shared = next(initial for initial in initials if initials.count(initial) > 1)
        with pytest.raises(UsageError, match="several ids begin with"):
            log.find_key(shared)


@pytest.mark.parametrize("withdrawn", [True, False])
def test_withdrawing_what_is_not_there(tmp_path: Path, withdrawn: bool) -> None:
    """Withdrawing an unknown document, or one twice, is an error that says which of the two it is."""
    with open_log(tmp_path) as log:
        if withdrawn:
            log.append([make_capture()])
            log.withdraw(KEY)
        with pytest.raises(ArchiveError, match="was withdrawn already" if withdrawn else "isn't in the archive"):
            log.withdraw(KEY)


BAD = {
    "no key and no address": (Capture(payload=b"x", content_type="text/html", source="stdin"), "stdin has neither"),
    "no valid Unicode": (Capture(payload=b"x", content_type="text/html", key="k\ud800"), "isn't valid Unicode"),
    "an endless address": (Capture(payload=b"x", content_type="text/html", key="k", url="u" * 99_999), "more than the"),
    "a time without an offset": (
        Capture(payload=b"x", content_type="text/html", key="k", captured_at=dt.datetime(2025, 1, 1)),  # noqa: DTZ001
        "without an offset",
    ),
}


@pytest.mark.parametrize(("capture", "message"), BAD.values(), ids=BAD)
def test_what_cannot_be_stored(tmp_path: Path, capture: Capture, message: str) -> None:
    """A capture that can't be stored is refused with the reason, and nothing of its batch is stored."""
    with open_log(tmp_path) as log:
        log.append([make_capture("A")])
        before = [path.read_bytes() for path in warc_files(tmp_path)]
        with pytest.raises(SourceError, match=message):
            log.append([make_capture("B", day=2), capture])
        assert [path.read_bytes() for path in warc_files(tmp_path)] == before
        assert log.last_position == 1
        assert log.append([make_capture("B", day=2)]) == [(2, "added")]
        assert list(log.verify()) == []


def test_long_source_is_shortened(tmp_path: Path) -> None:
    """An absurdly long source or content type doesn't keep a page from being stored."""
    with open_log(tmp_path) as log:
        log.append([msgspec.structs.replace(make_capture(), source="s" * 99_999, content_type="t" * 99_999)])
        assert log.read(1).source == "s" * 1_000


def test_files_roll_over(tmp_path: Path) -> None:
    """A file that has reached its size is followed by the next, also within a batch; all stay readable."""
    with open_log(tmp_path, file_size=2_000) as log:
        for start in range(0, 40, 8):
            log.append([make_capture(str(number), key=f"k{number}") for number in range(start, start + 8)])
        assert len(warc_files(tmp_path)) > 5
        assert [log.read(position).key for position in range(1, 41)] == [f"k{number}" for number in range(40)]
        assert list(log.verify()) == []
    assert all(path.stat().st_size < 3_000 for path in warc_files(tmp_path))


@pytest.mark.parametrize("position", [0, 2, 3, -1, 10**15])
def test_reading_what_is_no_capture(tmp_path: Path, position: int) -> None:
    """Reading a position that holds no capture is an error that says so."""
    with open_log(tmp_path) as log:
        log.append([make_capture()])
        log.withdraw(KEY)
        with pytest.raises(LogError, match=f"there is no capture {position}"):
            log.read(position)
        assert log.read(1).key == KEY  # the log keeps what was withdrawn


def test_not_an_archive(tmp_path: Path) -> None:
    """Opening a folder that is no archive says so, names the next step, and makes nothing."""
    with pytest.raises(NoArchiveError, match="archive add"):
        Log.open(tmp_path / "nowhere")
    (tmp_path / "log").mkdir()
    with pytest.raises(NoArchiveError, match="isn't an archive"):
        Log.open(tmp_path)
    assert [path.name for path in tmp_path.rglob("*")] == ["log"]


def test_catalogue_missing(tmp_path: Path) -> None:
    """Where the catalogue is gone, opening names the command that makes it again, and doesn't begin a new archive."""
    with open_log(tmp_path) as log:
        log.append([make_capture()])
    (tmp_path / "log/catalogue.sqlite").unlink()
    for create in (False, True):
        with pytest.raises(LogError, match="archive rebuild"):
            Log.open(tmp_path, create=create)
    Log.rebuild(tmp_path)
    with Log.open(tmp_path) as log:
        assert log.read(1).key == KEY


@pytest.mark.parametrize("content", [b"no database at all" * 500, None], ids=["overwritten", "a page overwritten"])
def test_catalogue_damaged(tmp_path: Path, content: bytes | None) -> None:
    """A damaged catalogue is noticed, the message names the command that makes it again, and that command does."""
    with open_log(tmp_path) as log:
        log.append([make_capture(key=f"k{number}") for number in range(300)])
    path = tmp_path / "log/catalogue.sqlite"
    data = path.read_bytes()
    path.write_bytes(content or data[:8_192] + b"\xff" * (len(data) - 8_192))
    with pytest.raises(LogError, match="archive rebuild"), Log.open(tmp_path) as log:
        list(log.heads())
    Log.rebuild(tmp_path)
    with Log.open(tmp_path) as log:
        assert len(list(log.heads())) == 300
        assert list(log.verify()) == []


ENTRY = FeedEntry(
    feed="https://skerrypost.example/rss",
    url="https://skerrypost.example/ferry?utm_source=rss",
    title="Fähre\u2028„legt ab“ \x85 \U0001f6a2",
    authors=("Ida Quist",),
    published="Tue, 02 Sep 2025 19:49:00 +0200",
)


def told(capture: Capture, **changes: object) -> Capture:
    """The capture with what a feed says of it."""
    return msgspec.structs.replace(capture, entry=msgspec.structs.replace(ENTRY, **changes))


def test_what_a_feed_says_comes_back(tmp_path: Path) -> None:
    """What a feed says of a page is kept with it, whatever is in it, also when the catalogue is made anew."""
    with open_log(tmp_path) as log:
        log.append([told(make_capture("A")), make_capture("B", day=2)])
        assert log.read(1).entry == ENTRY
        assert log.read(2).entry is None
        assert list(log.verify()) == []
    assert Log.rebuild(tmp_path) == []
    with open_log(tmp_path) as log:
        assert log.read(1).entry == ENTRY


def test_a_feed_that_says_more(tmp_path: Path) -> None:
    """An unchanged page is a new capture where a feed says of it what wasn't known; else it is a revisit."""
    with open_log(tmp_path) as log:
        log.append([make_capture("A"), told(make_capture("A", day=2)), told(make_capture("A", day=3))])
        log.append([told(make_capture("A", day=4), summary="Now with a summary"), make_capture("A", day=5)])
        log.append([told(make_capture("A", day=6), published="Wed, 03 Sep 2025 08:00:00 +0200")])
        assert [event.kind for event in log.events()] == [
            "capture",
            "capture",
            "revisit",
            "revisit",
            "revisit",
            "capture",
        ]
        assert log.read(5).entry == ENTRY  # nobody said anything else of what was found again
        head = log.head(KEY)
        assert head
        assert log.read(head.position).entry == log.read(6).entry != ENTRY


@pytest.mark.parametrize(
    ("changes", "kept"),
    [
        ({"summary": "x" * 1500}, ("summary", "title", "authors", "published")),
        ({"summary": "ü" * 2000}, ("title", "authors", "published")),
        ({"summary": "x", "categories": ("ü" * 500,) * 20}, ("title", "authors", "published")),
        ({"title": "ü" * 2000, "authors": ()}, ("published",)),
        ({"url": "https://a.example/" + "x" * 7900}, ()),
    ],
    ids=["short", "a long summary", "long categories", "a long title", "a long address"],
)
def test_an_endless_entry_is_shortened(tmp_path: Path, changes: dict[str, object], kept: tuple[str, ...]) -> None:
    """Of an entry that would burst a record's headers the dates stay; one whose address would isn't kept, the page is."""
    with open_log(tmp_path) as log:
        log.append([told(make_capture("A"), **changes)])
        entry = log.read(1).entry
        names = ("summary", "categories", "title", "authors", "published")
        assert {name for name in names if entry and getattr(entry, name)} == set(kept)
