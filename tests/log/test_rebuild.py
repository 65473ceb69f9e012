"""The catalogue made again from the WARC files alone."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archiver.errors import ArchiveError, NoArchiveError
from archiver.log import Log

from .makers import State, make_capture, open_log, state_of, warc_files

KEYS = st.sampled_from(["https://a.example/", "https://b.example/", "file:///c.html"])
STEPS = st.one_of(
    st.tuples(st.just("append"), KEYS, st.sampled_from("ABC"), st.sampled_from([None, 1, 2, 3]), st.booleans()),
    st.tuples(st.just("withdraw"), KEYS),
    st.tuples(st.just("purge"), KEYS),
)


def perform(log: Log, step: tuple[object, ...]) -> None:
    """Do one step; what can't be withdrawn or purged just then isn't."""
    match step:
        case ("append", str(key), str(text), int() | None as day, bool(fetched)):
            log.append([make_capture(text, key=key, day=day, fetched=fetched, exact=fetched)])
        case ("withdraw", str(key)):
            try:
                log.withdraw(key)
            except ArchiveError:
                assert log.head(key) is None
        case ("purge", str(key)):
            try:
                log.purge(key)
            except ArchiveError:
                assert log.head(key) is None


@settings(max_examples=40, deadline=None)
@given(st.lists(STEPS, max_size=25), st.sampled_from([900, 1 << 30]))
def test_rebuilding_gives_the_same(steps: list[tuple[object, ...]], file_size: int) -> None:
    """Whatever was done to an archive, its catalogue made again says the same: positions, heads, versions, captures."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with open_log(home, file_size=file_size) as log:
            log.append([make_capture("first")])
            for step in steps:
                perform(log, step)
            before = State(log)
            assert list(log.verify()) == []
        assert Log.rebuild(home) == []
        assert state_of(home) == before
        with Log.open(home) as log:
            assert list(log.verify()) == []
            assert log.notices == []


def test_damage_loses_only_its_record(tmp_path: Path) -> None:
    """A damaged record in the middle is told of, and all others are in the new catalogue, with their positions."""
    with open_log(tmp_path) as log:
        log.append([make_capture(str(number), key=f"k{number}") for number in range(9)])
        row = log._catalogue.row(5)
    assert row
    assert row.place
    path = warc_files(tmp_path)[0]
    data = bytearray(path.read_bytes())
    data[row.place.offset + 50] ^= 0xFF
    path.write_bytes(data)
    [notice] = Log.rebuild(tmp_path)
    assert f"offset {row.place.offset}" in notice
    with Log.open(tmp_path) as log:
        assert [event.position for event in log.events()] == [1, 2, 3, 4, 6, 7, 8, 9]
        assert log.read(9).key == "k8"
        assert len(list(log.verify())) == 2  # the bytes, and the position that is missing
    assert path.read_bytes() == data


def test_damaged_last_record_is_kept(tmp_path: Path) -> None:
    """A last record that is whole in length but damaged isn't cut off by a rebuild: it may have been acknowledged."""
    with open_log(tmp_path) as log:
        log.append([make_capture("A"), make_capture("B", day=2)])
    path = warc_files(tmp_path)[0]
    data = bytearray(path.read_bytes())
    data[-12] ^= 0xFF
    path.write_bytes(data)
    assert "are no whole record" in Log.rebuild(tmp_path)[0]
    with Log.open(tmp_path) as log:
        assert log.append([make_capture("C", day=3)])
    assert path.read_bytes() == data


def test_a_torn_last_record_is_kept_by_a_rebuild(tmp_path: Path) -> None:
    """The bytes of a torn last record are moved aside by a rebuild, and told of: it may have been acknowledged once."""
    with open_log(tmp_path) as log:
        log.append([make_capture("A"), make_capture("B", day=2)])
    path = warc_files(tmp_path)[0]
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    [notice] = Log.rebuild(tmp_path)
    [kept] = path.parent.glob("*.torn-*")
    assert kept.name in notice
    assert path.read_bytes() + kept.read_bytes() == whole[:-20]
    with Log.open(tmp_path) as log:
        assert log.last_position == 1


def test_a_lost_position_is_not_given_again(tmp_path: Path) -> None:
    """Where a record is known to be lost, its position stays free for good, and a verification says so."""
    with open_log(tmp_path) as log:
        log.append([make_capture("A")])
        log.lose(5)
        assert log.last_position == 5
        assert "from 2 to 5" in next(iter(log.verify()))
        assert log.append([make_capture("B", day=2)])[0].position == 6
    with Log.open(tmp_path) as log:
        assert log.last_position == 6
        assert "from 2 to 5" in next(iter(log.verify()))


def test_damaged_first_record(tmp_path: Path) -> None:
    """The archive keeps its name and its captures where the first record of its only file is damaged."""
    with open_log(tmp_path) as log:
        log.append([make_capture("A")])
        name = log.id
    path = warc_files(tmp_path)[0]
    data = bytearray(path.read_bytes())
    data[30] ^= 0xFF
    path.write_bytes(data)
    Log.rebuild(tmp_path)
    with Log.open(tmp_path) as log:
        assert log.id == name
        assert log.last_position == 1


def test_file_of_another_archive(tmp_path: Path) -> None:
    """A file of another archive that lies in the folder is told of and not read."""
    for name in ("one", "two"):
        with open_log(tmp_path / name) as log:
            log.append([make_capture(name, key=name)])
    [stranger], [own] = warc_files(tmp_path / "two"), warc_files(tmp_path / "one")
    (own.parent / ("f" * 8 + stranger.name[8:])).write_bytes(stranger.read_bytes())
    before = state_of(tmp_path / "one")
    [notice] = Log.rebuild(tmp_path / "one")
    assert "of another log" in notice
    assert state_of(tmp_path / "one") == before


def test_progress(tmp_path: Path) -> None:
    """A rebuild and a verification tell how far they are, in bytes, up to the end."""
    with open_log(tmp_path, file_size=1_000) as log:
        log.append([make_capture(str(number), key=f"k{number}") for number in range(9)])
        size = log.counts().size
        told: list[tuple[int, int]] = []
        assert list(log.verify(lambda done, total: told.append((done, total)))) == []
        assert told == sorted(told)
        assert told[-1] == (size, size)
    told.clear()
    Log.rebuild(tmp_path, lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (size, size)


@pytest.mark.parametrize("made", [True, False])
def test_nothing_to_rebuild_from(tmp_path: Path, made: bool) -> None:
    """A folder without WARC files can't be rebuilt, and stays as it is."""
    if made:
        (tmp_path / "log").mkdir()
    with pytest.raises(NoArchiveError, match="no WARC files"):
        Log.rebuild(tmp_path)
    assert not list(tmp_path.rglob("catalogue*"))
