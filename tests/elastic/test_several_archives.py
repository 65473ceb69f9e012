"""Several archives feed one index, and several processes build one."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import pytest

from archiver import Archive, Capture
from archiver.document import DOCUMENT_TYPE
from archiver.engines.elastic import ElasticEngine
from archiver.errors import NoArchiveError, UsageError
from tests.elastic.server import ask
from tests.makers_of_sites import APPEAL, page
from tests.test_generations import SITE, capture, current, titles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import Ran

OTHER = "https://ardenholt-echo.example"


class Two(NamedTuple):
    """Two archives of three stories each, of a site each, that feed one index."""

    one: Archive
    other: Archive


def elsewhere(number: int) -> Capture:
    """A page of the other site."""
    url = f"{OTHER}/{number}"
    return msgspec.structs.replace(capture(number), url=url, key=url)


@pytest.fixture
def two(tmp_path: Path, elasticsearch_url: str) -> Iterator[Two]:
    """They."""
    alias = f"test-two-{uuid.uuid4().hex[:8]}"
    archives = []
    for name in ("one", "other"):
        home = tmp_path / name
        home.mkdir()
        (home / "archive.toml").write_text(f'elasticsearch = "{elasticsearch_url}"\nelasticsearch_alias = "{alias}"\n')
        archives.append(Archive.open(str(home), create=True))
    one, other = archives
    with one, other:
        one.add_captures(capture(number) for number in range(3))
        other.add_captures(elsewhere(number) for number in range(3, 6))
        yield Two(one, other)


def stories(*numbers: int) -> set[str]:
    """The headlines of these stories."""
    return {f"Historia {number} de la ciudad" for number in numbers}


def is_whole(two: Two, *numbers: int) -> None:
    """Fails unless each archive finds all of these stories, once, and its own log's are as they should be."""
    for each in two:
        with Archive.open(each.settings.home) as archive:
            assert titles(archive) == stories(*numbers)
            assert archive.search().total == len(numbers)
            assert list(archive.verify()) == []


def test_one_index_of_two_archives(two: Two) -> None:
    """Each archive finds what both have added, and takes only its own articles away."""
    is_whole(two, *range(6))
    two.one.remove(f"{SITE}/1")
    two.other.remove(f"{OTHER}/4")
    two.other.add_captures([elsewhere(7)])
    is_whole(two, 0, 2, 3, 5, 7)
    assert {status.behind for status in (two.one.status(), two.other.status())} == {0}
    assert two.one.status().without_article == 0


def test_a_size_is_of_now(two: Two) -> None:
    """The size of a generation is told with what has just been written to it."""
    before = two.one.status().generations[-1].size
    two.one.add_captures(capture(number) for number in range(20, 40))
    assert two.one.status().generations[-1].size > 1.5 * before > 10_000


def test_a_new_generation_waits_for_each_archive(two: Two) -> None:
    """It is read when the last archive has built its part; what is added and removed meanwhile is in it."""
    before = current(two.one)
    first = two.one.reindex()
    assert first.waits_for == (two.other.log.id,)
    assert current(two.one) == before
    assert two.one.why_reindex() == ""
    assert "waits for this one" in two.other.why_reindex()  # so that “--if-needed” on each machine comes to an end
    two.one.add_captures([capture(10)])
    two.one.remove(f"{SITE}/0")
    two.other.add_captures([elsewhere(11)])
    is_whole(two, 1, 2, 3, 4, 5, 10, 11)
    again = two.one.reindex()  # it has nothing to do but to look whether the other one is ready
    assert (again.name, again.waits_for) == (first.name, first.waits_for)
    last = two.other.reindex()
    assert (last.name, last.waits_for) == (first.name, ())
    assert current(two.one) == first.name
    is_whole(two, 1, 2, 3, 4, 5, 10, 11)
    two.one.add_captures([capture(12)])
    is_whole(two, 1, 2, 3, 4, 5, 10, 11, 12)
    assert not any(generation.awaited for generation in two.one.engine.generations())


def test_going_back_waits_for_each_archive(two: Two, run: Callable[..., Ran]) -> None:
    """The generation before is read again when each archive has brought it up to its log."""
    first = current(two.one)
    two.one.reindex()
    second = two.other.reindex().name
    two.one.add_captures([capture(10)])
    two.other.add_captures([elsewhere(11)])
    assert two.one.use_generation().waits_for == (two.other.log.id,)
    told = " ".join(run("status", "--format", "text", home=two.other.settings.home).out.split())
    assert f"To do “archive reindex --rollback”: generation {first} waits for this archive" in told
    two.one.add_captures([capture(12)])
    assert current(two.one) == second
    assert two.other.use_generation().waits_for == ()
    assert current(two.one) == first
    is_whole(two, *range(6), 10, 11, 12)


def test_an_archive_that_is_no_more(two: Two, run: Callable[..., Ran]) -> None:
    """A generation that waits says for which logs, and can be read without them."""
    home = two.one.settings.home
    ran = run("reindex", home=home)
    assert ran.code == 0
    assert "has all of this archive" in ran.out
    assert two.other.log.id in ran.err
    assert "--anyway" in ran.err
    listed = run("generations", "--format", "text", home=home).out
    assert "awaits the others" in listed
    assert two.other.log.id not in (told := run("status", "--format", "text", home=home).out)
    assert f"{two.one.log.id}, one of 2 that feed the index" in told
    home_of_other = two.other.settings.home
    assert "awaits this archive" in run("generations", "--format", "text", home=home_of_other).out
    told = " ".join(run("status", "--format", "text", home=home_of_other).out.split())
    assert "To do “archive reindex”: generation 000002 waits for this archive" in told
    assert run("generations", "use", "000002", home=home).out == "Generation 000002 is up to this archive's log.\n"
    assert "is read now" in run("generations", "use", "000002", "--anyway", home=home).out
    assert titles(two.one) == stories(0, 1, 2)


def test_an_article_of_another_archive(two: Two, run: Callable[..., Ran]) -> None:
    """What a search finds can be shown, whichever archive has added it; only its own can remove it."""
    identifier = two.other.search(f"site:{OTHER.removeprefix('https://')} 4").hits[0].id
    for name in (identifier, identifier[:12], f"{OTHER}/4"):
        assert two.one.get(name).title == "Historia 4 de la ciudad"
    with pytest.raises(NoArchiveError, match="There is no article"):
        two.one.get(f"{OTHER}/99")
    for command in ("remove", "purge --yes"):
        ran = run(*command.split(), identifier, home=two.one.settings.home)
        assert (ran.code, ran.out) == (1, "")
        assert "comes from another archive" in ran.err
    is_whole(two, *range(6))


def test_what_two_archives_have_both(two: Two, run: Callable[..., Ran], tmp_path: Path) -> None:
    """An article that another archive has put into the index is reported and left as it is, also by a removal."""
    page = tmp_path / "page.html"
    page.write_bytes(capture(1, "Otra").payload)
    home = two.other.settings.home
    ran = run("add", str(page), "--url", f"{SITE}/1", home=home)
    assert "from another archive" in ran.err
    assert two.one.log.id in ran.err
    assert ran.out == "1 added (1 of them not taken into the index), 0 unchanged.\n"
    is_whole(two, *range(6))
    assert run("remove", f"{SITE}/1", home=home).code == 0
    is_whole(two, *range(6))
    for archive in two:
        archive.reindex()
    is_whole(two, *range(6))


def test_an_article_that_moves_to_another_archive(two: Two) -> None:
    """What another archive has just removed can't be written for a while, which is told; a re-index brings it."""
    two.one.remove(f"{SITE}/0")
    two.one.remove(f"{SITE}/1")  # with a later version than the other archive's log has
    (failure,) = two.other.add_captures([capture(1)]).failures
    assert "by another archive" in failure.reason
    for archive in two:
        archive.reindex()
    is_whole(two, *range(1, 6))


def test_an_archive_joins_by_reindexing(two: Two, tmp_path: Path) -> None:
    """An archive that moves to an index of others puts its articles into the generation that is read."""
    home = tmp_path / "third"
    home.mkdir()
    with Archive.open(str(home), create=True) as third:
        third.add_captures([elsewhere(20)])
    (home / "archive.toml").write_text((tmp_path / "one" / "archive.toml").read_text())
    with Archive.open(str(home)) as third:
        assert third.reindex().waits_for == ()
    is_whole(two, *range(6), 20)
    assert len(two.one.engine.generations()) == 1


def test_first_adds_at_the_same_moment(two: Two) -> None:
    """Archives that begin an index at the same moment make one generation, which is read."""
    alias = f"test-first-{uuid.uuid4().hex[:8]}"
    settings = two.one.settings._replace(elasticsearch_alias=alias)
    engines = [ElasticEngine(settings) for _ in range(4)]
    ready = threading.Barrier(len(engines))

    def begin(engine: ElasticEngine) -> None:
        engine.describe()  # connected
        ready.wait()
        engine.create_first(context_digest="x")

    with ThreadPoolExecutor(len(engines)) as pool:
        list(pool.map(begin, engines))
    for engine in engines:
        assert [(each.name, each.current) for each in engine.generations()] == [("000001", True)]
        engine.close()


def test_a_reindex_waits_for_others_of_whom_nothing_is_remembered(two: Two, elasticsearch_url: str) -> None:
    """After a loss of the state the documents say which archives a new generation has to wait for."""
    ask(f"{elasticsearch_url}/{two.one.settings.elasticsearch_alias}-state", "DELETE")
    assert two.one.reindex().waits_for == (two.other.log.id,)
    is_whole(two, *range(6))
    assert two.other.reindex().waits_for == ()
    is_whole(two, *range(6))


def test_a_lost_state_lets_no_archive_take_away_what_another_has(two: Two, elasticsearch_url: str) -> None:
    """An archive that follows its log from the beginning leaves alone what another one has, also where it was removed here."""
    two.other.add_captures([capture(20)])
    two.one.add_captures([capture(20)])  # left aside, as the other one has it
    two.one.remove(f"{SITE}/0")
    two.one.remove(f"{SITE}/20")
    is_whole(two, *range(1, 6), 20)
    ask(f"{elasticsearch_url}/{two.one.settings.elasticsearch_alias}-state", "DELETE")
    two.one.add_captures([])
    two.other.add_captures([])
    is_whole(two, *range(1, 6), 20)


# In parts.


def test_parts_side_by_side(two: Two) -> None:
    """Parts that processes write at the same time make one generation, which the last step completes and switches to."""
    home = two.one.settings.home
    two.one.add_captures(capture(number) for number in range(6, 60))
    command = [sys.executable, "-m", "archiver", "--archive", home, "reindex", "--part"]
    parts = [
        subprocess.Popen([*command, f"{k}/3"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for k in (1, 2, 3)
    ]
    written = 0
    for process in parts:
        said, trouble = process.communicate(timeout=120)
        assert process.returncode == 0, trouble
        assert "generation 000002" in said
        written += int(said.split(": ")[1].split()[0])
    assert written == 57
    assert current(two.one) == "000001"
    two.one.add_captures([capture(70)])
    two.one.remove(f"{SITE}/1")
    done = two.one.reindex()
    assert (done.name, done.written.written, done.resumed) == ("000002", 1, True)
    assert two.other.reindex().waits_for == ()
    is_whole(two, 0, *range(2, 60), 70)


def test_going_back_builds_nothing(tmp_path: Path, run: Callable[..., Ran]) -> None:
    """What says how a generation is to be built is refused beside --rollback, instead of being passed over."""
    with Archive.open(str(tmp_path / "archive"), create=True) as archive:
        archive.add_captures([capture(1)])
    for beside in ("--part=1/3", "--queries=queries.txt", "--if-needed"):
        ran = run("reindex", "--rollback", beside, home=tmp_path / "archive")
        assert (ran.code, ran.out) == (2, "")
        assert "--rollback goes back" in ran.err


def test_parts_are_for_elasticsearch(tmp_path: Path, run: Callable[..., Ran]) -> None:
    """The index in the archive's folder has no parts, and what isn't a part is refused."""
    with Archive.open(str(tmp_path / "archive"), create=True) as archive:
        archive.add_captures([capture(1)])
        with pytest.raises(UsageError, match="written by one process"):
            archive.reindex(part=(1, 2))
        for wrong in ("3/2", "0/2", "x", "1/", "1/2/3", "-1/2"):
            ran = run("reindex", f"--part={wrong}", home=tmp_path / "archive")
            assert (ran.code, ran.out) == (2, "")
            assert "1/3" in ran.err


def test_each_archive_learns_of_its_own_sites(two: Two) -> None:
    """Each cuts what its own sites repeat, in the one generation that both build; what it adds later goes by the same."""
    two.one.add_captures(page(number) for number in range(10))
    two.other.add_captures(page(number, site="fellpost.example") for number in range(20, 30))
    first = two.one.reindex()
    assert first.waits_for == (two.other.log.id,)
    assert two.other.reindex().name == first.name == current(two.one)
    two.one.keep_boilerplate("tarnpost.example", APPEAL)
    two.one.add_captures([page(11)])
    for archive, number, site in ((two.one, 3, "tarnpost"), (two.one, 11, "tarnpost"), (two.other, 23, "fellpost")):
        assert APPEAL not in archive.get(f"https://www.{site}.example/news/{number}").text
    assert "boilerplate has changed" in two.one.why_reindex()
    assert two.other.why_reindex() == ""


def test_each_archive_splits_its_own_names(two: Two) -> None:
    """Each archive's articles are under the names that its own file of aliases gives, in the one index of both."""
    home = Path(two.one.settings.home)
    (home / "names.txt").write_text("[people]\nAnn Lee (judge) = Ann Lee | court\n", encoding="utf-8")
    with (home / "archive.toml").open("a", encoding="utf-8") as file:
        file.write('aliases = "names.txt"\n')
    with Archive.open(str(home)) as one:
        assert one.why_reindex() == "how the aliases split names has changed"
        assert two.other.why_reindex() == ""
        one.add_captures([given("one")])
        two.other.add_captures([given("other")])
        one.reindex()
        two.other.reindex()
        assert one.why_reindex() == two.other.why_reindex() == ""
        counts = {count.value: count.documents for count in one.facet("people", limit=1000)}
    assert (counts["Ann Lee (judge)"], counts["Ann Lee"]) == (1, 1)


def given(key: str) -> Capture:
    """An article about Ann Lee at a court."""
    fields = {"title": "A story", "text": "The court sat, and Ann Lee spoke.", "people": [{"name": "Ann Lee"}]}
    return Capture(payload=json.dumps(fields).encode(), content_type=DOCUMENT_TYPE, key=key, source=key)
