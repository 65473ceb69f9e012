"""What is wrong with a cluster is said with what to do about it."""

from __future__ import annotations

import base64
import shutil
import socket
import uuid
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from archiver import Archive
from archiver.engine import Upsert
from archiver.engines.elastic import ElasticEngine
from archiver.errors import IndexingError
from archiver.settings import load_settings
from tests.conftest import archive_on_elasticsearch, use_elasticsearch
from tests.elastic import stub
from tests.elastic.node import Node
from tests.elastic.server import ask
from tests.engines.articles import article
from tests.test_generations import capture, titles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from archiver.document import Document
    from tests.conftest import Ran
    from tests.elastic.docker import Container

PASSWORD = "correct horse"
BASIC = "Basic " + base64.b64encode(f"elastic:{PASSWORD}".encode()).decode()
KEY = "VnVhQ2ZHY0JDZGJrUW0tZTVhT3g6dWkybHAyYXhUTm1zeWFrdzl0dk5udw=="


@pytest.fixture(autouse=True)
def _no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PASSWORD", "API_KEY", "USER"):
        monkeypatch.delenv(f"ARCHIVE_ELASTICSEARCH_{name}", raising=False)


@pytest.fixture
def says(run: Callable[..., Ran], tmp_path: Path) -> Callable[..., str]:
    """What a command says that fails with a message, in a new archive with these settings."""

    def fail(*words: str, code: int = 1, **settings: object) -> str:
        home = tmp_path / f"archive-{uuid.uuid4().hex[:8]}"
        home.mkdir()
        lines = [f'{name} = "{value}"\n' if isinstance(value, str) else f"{name} = {value}\n"
                 for name, value in settings.items()]  # fmt: skip
        (home / "archive.toml").write_text("".join(lines))
        ran = run(*words, home=home)
        assert (ran.code, ran.out) == (code, ""), ran
        assert "Traceback" not in ran.err
        return ran.err

    return fail


@pytest.fixture
def page(tmp_path: Path) -> str:
    """The path of a page."""
    path = tmp_path / "page.html"
    path.write_bytes(capture(1).payload)
    return str(path)


# The address.


def test_a_host_that_does_not_exist(says: Callable[..., str]) -> None:
    """A name that nobody has is told with the address and the question whether it is right."""
    said = says("search", "x", elasticsearch="http://no-such-host.invalid:9200")
    assert "can't be reached at http://no-such-host.invalid:9200" in said
    assert "is the address right?" in said
    assert "HTTPConnection" not in said


def test_nothing_listens(says: Callable[..., str], page: str) -> None:
    """Where nothing listens every command says so at once, and adds nothing."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{probe.getsockname()[1]}"
        for words in (("search", "x"), ("add", page)):
            assert f"can't be reached at {url}: " in (said := says(*words, elasticsearch=url))
            assert "Is it running" in said


def test_http_and_https_are_confused(says: Callable[..., str], tmp_path: Path) -> None:
    """A wrong scheme is told as such, not as a fault of the certificate."""
    with stub.serving(stub.empty) as url:
        said = says("search", "x", elasticsearch=url.replace("http:", "https:"))
    assert "write the address with http://" in said
    if shutil.which("openssl"):
        with stub.serving(stub.empty, stub.make_certificate(tmp_path)) as url:
            said = says("search", "x", elasticsearch=url.replace("https:", "http:"))
        assert "write the address with https://" in said


def test_a_bad_cloud_id(says: Callable[..., str]) -> None:
    """A cloud id that can't be read is told with where to find the right one."""
    said = says("search", "x", code=2, elasticsearch_cloud_id="press-room:not-base64")
    assert "elasticsearch_cloud_id" in said
    assert "isn't a cloud id" in said


# Who we are.


@pytest.mark.parametrize(
    ("name", "secret"),
    [("", ""), ("PASSWORD", "wrong"), ("API_KEY", "d3Jvbmc6a2V5")],
    ids=["nothing", "password", "API key"],
)
def test_who_we_are_is_refused(
    says: Callable[..., str], monkeypatch: pytest.MonkeyPatch, name: str, secret: str
) -> None:
    """Without credentials, or with wrong ones, it is told how to give them."""
    if name:
        monkeypatch.setenv(f"ARCHIVE_ELASTICSEARCH_{name}", secret)
    with stub.serving(stub.authenticated(stub.empty, BASIC, f"ApiKey {KEY}")) as url:
        said = says("search", "x", elasticsearch=url)
    for part in ("refuses who we say we are", "API_KEY", "elasticsearch_user", "ARCHIVE_ELASTICSEARCH_PASSWORD"):
        assert part in said
    assert not secret or secret not in said


@pytest.mark.parametrize("way", ["password", "password file", "API key", "API key with its id", "API key file"])
def test_right_credentials_are_taken(
    says: Callable[..., str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, way: str
) -> None:
    """A password and an API key are taken from the environment or a file, the key in both forms in which it is shown."""
    settings = {}
    if way.endswith("file"):
        (tmp_path / "secret").write_text((PASSWORD if "password" in way else KEY) + "\n")
        settings[f"elasticsearch_{way.replace(' ', '_').lower()}"] = str(tmp_path / "secret")
    elif way == "password":
        monkeypatch.setenv("ARCHIVE_ELASTICSEARCH_PASSWORD", PASSWORD)
    else:
        key = base64.b64decode(KEY).decode() if "id" in way else KEY
        monkeypatch.setenv("ARCHIVE_ELASTICSEARCH_API_KEY", key)
    accepted = BASIC if "password" in way else f"ApiKey {KEY}"
    with stub.serving(stub.authenticated(stub.empty, accepted)) as url:
        assert "Nothing has been indexed" in says("search", "x", elasticsearch=url, **settings)


def test_a_missing_privilege(says: Callable[..., str]) -> None:
    """What the role may not do is named, with the privileges that would let it, and where the list is."""
    reason = (
        "action [indices:admin/get] is unauthorized for user [reader] with effective roles [few] on indices "
        "[news-archive], this action is granted by the index privileges [view_index_metadata,manage,all]"
    )
    with stub.serving(lambda _: stub.refusal(403, "security_exception", reason)) as url:
        said = says("search", "x", elasticsearch=url)
    assert "doesn't allow this" in said
    assert "view_index_metadata" in said
    assert "docs/elasticsearch.md" in said


# What answers.


def of_7(asked: stub.Asked) -> stub.Answer:
    """Elasticsearch 7.17: it takes the newer media type for its own."""
    if asked.path == "/":
        return stub.Answer(200, stub.info("7.17.9"), content_type="application/json; charset=UTF-8")
    return stub.empty(asked)


def of_7_10(asked: stub.Asked) -> stub.Answer:
    """Elasticsearch 7.10: it knows nothing of the newer media type, and doesn't name itself."""
    if "content-type" in asked.headers:
        reason = f"Content-Type header [{asked.headers['content-type']}] is not supported"
        return stub.Answer(406, {"error": reason, "status": 406}, {}, "application/json; charset=UTF-8")
    return of_7(asked)._replace(headers={}, content_type="application/json; charset=UTF-8")


def of_8(asked: stub.Asked) -> stub.Answer:
    """Elasticsearch 8: it refuses the newer media type."""
    headers = "Accept, Content-Type" if "content-type" in asked.headers else "Accept"
    accepted = asked.headers["accept"]
    cause = {
        "type": "status_exception",
        "reason": f"Accept version must be either version 8 or 7, but found 9. Accept={accepted}",
    }
    return stub.refusal(
        400, "media_type_header_exception", f"Invalid media-type value on headers [{headers}]", caused_by=cause
    )


def of_opensearch(asked: stub.Asked) -> stub.Answer:
    """OpenSearch 2: without the header that names the product."""
    body: dict[str, Any] = stub.info("2.19.1", distribution="opensearch")
    body["tagline"] = "The OpenSearch Project: https://opensearch.org/"
    if "content-type" in asked.headers:
        return of_7_10(asked)
    answer = stub.Answer(200, body) if asked.path == "/" else stub.empty(asked)
    return answer._replace(headers={}, content_type="application/json; charset=UTF-8")


def of_another_kind(_: stub.Asked) -> stub.Answer:
    """A web server that knows nothing of this."""
    return stub.Answer(200, b"<html><title>Welcome to nginx!</title></html>", {"server": "nginx"}, "text/html")


def of_a_pretender(asked: stub.Asked) -> stub.Answer:
    """A server that says it is Elasticsearch, and tells nothing of itself."""
    return stub.Answer(200, {"version": "9"}) if asked.path == "/" else stub.empty(asked)


@pytest.mark.parametrize(
    ("server", "found"),
    [
        (of_a_pretender, "another product"),
        (of_7, "Elasticsearch 7.17.9"),
        (of_7_10, "Elasticsearch 7.17.9"),
        (of_8, "Elasticsearch 8"),
        (of_opensearch, "opensearch 2.19.1"),
        (of_another_kind, "another product"),
    ],
)
def test_another_product_or_version(
    says: Callable[..., str], page: str, server: Callable[[stub.Asked], stub.Answer], found: str
) -> None:
    """Whatever answers and isn't Elasticsearch 9 is named as far as it tells, whatever is to be done."""
    with stub.serving(server) as url:
        for words in (("search", "x"), ("add", page)):
            said = says(*words, elasticsearch=url)
            assert f"What answers at {url} is {found}" in said
            assert "needs Elasticsearch 9" in said


@pytest.mark.skipif(not shutil.which("openssl"), reason="openssl makes the certificate")
@pytest.mark.parametrize(
    "said",
    [
        [], {}, None, "x", {"items": []}, {"items": [{"index": {}}]}, {"items": [{"index": {"status": 201}}]},
        {"items": None}, {"errors": True, "items": [1, 2]},
    ],
)  # fmt: skip
def test_an_answer_that_does_not_speak_of_each_document(home: Path, place: tuple[str, str], said: object) -> None:
    """What wasn't said to be written isn't taken as written, and the message names what answers."""
    _, alias = place
    with Archive.open(str(home)) as archive:
        index, about = archive.engine._require("000001")

    def answer(asked: stub.Asked) -> stub.Answer:
        if "_bulk" in asked.path:
            return stub.Answer(200, said)
        if "_search" in asked.path:
            return stub.Answer(200, {"hits": {"hits": []}})
        return stub.Answer(200, {index: about})

    with stub.serving(answer) as url:
        engine = ElasticEngine(load_settings(str(home))._replace(elasticsearch=url, elasticsearch_alias=alias))
        with engine.open_writer("000001", timeout=1) as writer:  # noqa: SIM117 - it is the writing that fails
            with pytest.raises(IndexingError, match="isn't what Elasticsearch says"):
                writer.write([Upsert(article("a"), 50), Upsert(article("b"), 51)])


def test_an_answer_to_a_search_that_is_none(home: Path, place: tuple[str, str]) -> None:
    """Where the answer to a search has no hits, what answers is named as another product."""
    _, alias = place
    with Archive.open(str(home)) as archive:
        index, about = archive.engine._require("000001")

    def answer(asked: stub.Asked) -> stub.Answer:
        if "-state/_search" in asked.path:
            return stub.Answer(200, {"hits": {"hits": []}})
        return stub.Answer(200, {"id": "x", index: about})

    with stub.serving(answer) as url:
        settings = load_settings(str(home))._replace(elasticsearch=url, elasticsearch_alias=alias)
        with (
            Archive.open(settings=settings) as archive,
            pytest.raises(IndexingError, match="isn't what Elasticsearch says"),
        ):
            archive.search("puerto")


def test_an_untrusted_certificate(says: Callable[..., str], tmp_path: Path, page: str) -> None:
    """A certificate that nobody trusts is refused, with the setting that names the authority, and taken with it."""
    both = stub.make_certificate(tmp_path)
    with stub.serving(stub.empty, both) as url:
        for words in (("search", "x"), ("add", page)):
            said = says(*words, elasticsearch=url)
            assert f"The certificate of {url} isn't trusted" in said
            assert "elasticsearch_ca_certs" in said
        trusted = str(tmp_path / "certificate.pem")
        assert "Nothing has been indexed" in says("search", "x", elasticsearch=url, elasticsearch_ca_certs=trusted)
        assert "PEM" in says("search", "x", code=2, elasticsearch=url, elasticsearch_ca_certs=page)
        assert "there is no file" in says("search", "x", code=2, elasticsearch=url, elasticsearch_ca_certs="/none")


def test_a_busy_cluster_is_waited_for(says: Callable[..., str], page: str, caplog: pytest.LogCaptureFixture) -> None:
    """A cluster that has no time for a while is asked again by a command that writes, which says so."""
    is_free = stub.a_while_later(3)
    busy = stub.refusal(429, "circuit_breaking_exception", "[parent] Data too large, data for [<http_request>]")
    with stub.serving(lambda asked: stub.empty(asked) if is_free() else busy) as url:
        said = says("add", page, elasticsearch=url)
        assert "nothing can be done here" in said  # what the stub says when it is free
        assert "Data too large" in caplog.text
        assert "Waiting for up to 10 minutes" in caplog.text
        assert "answers again" in caplog.text
        is_free = stub.a_while_later(60)
        assert "Data too large" in says("search", "x", elasticsearch=url)  # reading doesn't wait


# What it holds.


@pytest.fixture
def home(tmp_path: Path, elasticsearch_url: str) -> Path:
    """The folder of an archive of three stories on the server."""
    return archive_on_elasticsearch(tmp_path / "archive", elasticsearch_url, map(capture, range(3)))


@pytest.fixture
def place(home: Path, elasticsearch_url: str) -> tuple[str, str]:
    """The server's address and the alias of that archive."""
    return elasticsearch_url, load_settings(str(home)).elasticsearch_alias


def test_a_red_cluster(
    tmp_path: Path,
    elasticsearch_node: Node | Container,
    run: Callable[..., Ran],
    page: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An index that lacks a shard is told, nothing less than all is counted, and it goes on when the shard is back."""
    if not isinstance(elasticsearch_node, Node):
        pytest.skip("the files of a server in a container are out of reach")
    home = tmp_path / "archive"
    use_elasticsearch(home, elasticsearch_node.url)
    with Archive.open(str(home), create=True) as archive:
        archive.add_captures(capture(number) for number in range(3))
    index = load_settings(str(home)).elasticsearch_alias + "-000001"
    (row,) = ask(f"{elasticsearch_node.url}/_cat/indices/{index}?format=json")
    (shard,) = elasticsearch_node.home.rglob(f"indices/{row['uuid']}/0")
    elasticsearch_node.stop()
    shard.rename(tmp_path / "lost")
    elasticsearch_node.start()
    monkeypatch.setenv("ARCHIVE_ELASTICSEARCH_PATIENCE", "1")
    for words in (("search", "puerto"), ("facets", "sites"), ("add", page)):
        ran = run(*words, home=home)
        assert (ran.code, ran.out) == (1, "")
        assert "A part of the index" in ran.err
        assert "_cluster/allocation/explain" in ran.err
    assert "health red" in run("status", home=home).out
    elasticsearch_node.stop()
    shutil.rmtree(shard, ignore_errors=True)
    (tmp_path / "lost").rename(shard)
    elasticsearch_node.start()
    ask(f"{elasticsearch_node.url}/_cluster/health/{index}?wait_for_status=yellow&timeout=30s")
    assert run("add", page, home=home).code == 0
    with Archive.open(str(home)) as archive:
        assert archive.search("puerto").total == 4
        assert list(archive.verify()) == []


@pytest.mark.parametrize("part", ["-000001", "-state"])
def test_a_full_disk_of_the_cluster(home: Path, place: tuple[str, str], run: Callable[..., Ran], part: str) -> None:
    """An index that was made read-only says to make room; what was stored is indexed when the block is gone."""
    url, alias = place
    settings = f"{url}/{alias}{part}/_settings"
    ask(settings, "PUT", {"index.blocks.read_only_allow_delete": True})
    page = home.parent / "other.html"
    page.write_bytes(capture(77).payload)
    ran = run("add", str(page), home=home)
    assert (ran.code, ran.out) == (1, "")
    assert "read-only" in ran.err
    assert "Make room on its disks" in ran.err
    assert run("search", "puerto", home=home).code == 0
    ask(settings, "PUT", {"index.blocks.read_only_allow_delete": None})
    ran = run("add", str(page), home=home)
    assert "0 added, 1 unchanged" in ran.out
    with Archive.open(str(home)) as archive:
        assert "Historia 77 de la ciudad" in titles(archive)


def test_a_document_that_the_server_refuses(home: Path) -> None:
    """A document that doesn't fit the mapping is kept aside with the server's reason, and the others are indexed."""
    engine = ElasticEngine(load_settings(str(home)))
    huge: Document = article("b", "x", published="2025")
    with engine.open_writer("000001", timeout=1) as writer:
        items = writer._items([Upsert(article("a", "good"), 50), Upsert(huge, 51), Upsert(article("c"), 52)], {})
        made = list(items)
        # No such day can be put into the mapping's date.
        bad = made[1]._replace(body=(made[1].body or b"").replace(b'"first":"2025', b'"first":"99999'))
        assert bad.body != made[1].body
        outcome = writer._send([made[0], bad, made[2]])
    assert (outcome.written, list(outcome.failed)) == (2, [huge.id])
    assert "published.first" in outcome.failed[huge.id]


def test_a_lost_state_is_made_anew(home: Path, place: tuple[str, str]) -> None:
    """Without what is remembered beside a generation it is read as before, and the next add makes it anew."""
    url, alias = place
    ask(f"{url}/{alias}-state", "DELETE")
    with Archive.open(str(home)) as archive:
        assert archive.search("puertos").total == 3  # by the Spanish stem
        assert archive.status().behind == 3
    with Archive.open(str(home)) as archive:
        archive.add_captures([capture(5)])
        assert archive.search("puertos").total == 4
        assert archive.status().behind == 0
        assert list(archive.verify()) == []
    mapping = ask(f"{url}/{alias}-state/_mapping")[f"{alias}-state"]["mappings"]
    assert mapping["dynamic"] == "strict"


def test_a_state_that_is_lost_while_something_is_written(home: Path, place: tuple[str, str]) -> None:
    """What is remembered from then on doesn't hide the languages that the generation held before."""
    url, alias = place
    with Archive.open(str(home)) as archive:
        engine = archive.engine
        with engine.open_writer("000001", archive.log.id, timeout=1) as writer:
            ask(f"{url}/{alias}-state", "DELETE")
            german = msgspec.structs.replace(article("g", "Die Arbeiter am Hafen"), language="de")
            writer.write([Upsert(german, 50)])
            writer.commit({archive.log.id: 2})
        assert archive.search("puertos").total == 3  # by the Spanish stem
    mapping = ask(f"{url}/{alias}-state/_mapping")[f"{alias}-state"]["mappings"]
    assert mapping["dynamic"] == "strict"


def test_a_generation_that_somebody_has_deleted(home: Path, place: tuple[str, str]) -> None:
    """What is remembered of a generation that was deleted at the server isn't taken for the next one's."""
    url, alias = place
    ask(f"{url}/{alias}-000001", "DELETE")
    with Archive.open(str(home)) as archive:
        archive.add_captures([capture(5)])
        assert archive.search().total == 4
        assert [each.name for each in archive.engine.generations()] == ["000002"]


def test_a_damaged_state(home: Path, place: tuple[str, str], run: Callable[..., Ran]) -> None:
    """What isn't as the archive writes it is told, with what to delete, and that heals it."""
    url, alias = place
    ask(f"{url}/{alias}-state/_doc/x?refresh=true", "PUT", {"generation": "000001", "log": "y"})
    for words in (("search", "puerto"), ("status",)):
        ran = run(*words, home=home)
        assert ran.code == 1
        assert f"Delete it (DELETE /{alias}-state)" in ran.err
    ask(f"{url}/{alias}-state", "DELETE")
    with Archive.open(str(home)) as archive:
        archive.add_captures([])
        assert list(archive.verify()) == []
        assert archive.status().behind == 0


def test_an_alias_of_two_generations(home: Path, place: tuple[str, str], run: Callable[..., Ran], page: str) -> None:
    """An alias that points to two generations is told, and the command that it names sets it right."""
    url, alias = place
    with Archive.open(str(home)) as archive:
        archive.reindex()
    ask(f"{url}/_aliases", "POST", {"actions": [{"add": {"index": f"{alias}-000001", "alias": alias}}]})
    for words in (("search", "puerto"), ("add", page), ("status",)):
        ran = run(*words, home=home)
        assert (ran.code, ran.out) == (1, "")
        assert "archive generations use NAME" in ran.err
    assert run("generations", "use", "000002", home=home).code == 0
    with Archive.open(str(home)) as archive:
        assert len(titles(archive)) == 3


@pytest.fixture
def strange(elasticsearch_url: str) -> Iterator[str]:
    """The name of a stranger's index with one document."""
    name = f"test-strange-{uuid.uuid4().hex[:8]}"
    ask(f"{elasticsearch_url}/{name}/_doc/1?refresh=true", "PUT", {"word": "precious"})
    yield name
    assert ask(f"{elasticsearch_url}/{name}/_count")["count"] == 1
    ask(f"{elasticsearch_url}/{name}", "DELETE")


def test_an_alias_of_two_generations_one_of_which_is_new(
    home: Path, place: tuple[str, str], run: Callable[..., Ran]
) -> None:
    """Also one to which nothing was written yet can be chosen: it is brought up to the log."""
    url, alias = place
    with Archive.open(str(home)) as archive:
        name = archive.engine.create(context_digest="x")
    ask(f"{url}/_aliases", "POST", {"actions": [{"add": {"index": f"{alias}-{name}", "alias": alias}}]})
    assert run("generations", "use", name, home=home).code == 0
    with Archive.open(str(home)) as archive:
        assert len(titles(archive)) == 3


def test_an_alias_of_a_strangers_index(
    home: Path, place: tuple[str, str], run: Callable[..., Ran], page: str, strange: str
) -> None:
    """An alias that points to an index that isn't the archive's is told, and nothing is written there."""
    url, alias = place
    moved = [
        {"remove": {"index": f"{alias}-000001", "alias": alias}},
        {"add": {"index": strange, "alias": alias}},
    ]
    ask(f"{url}/_aliases", "POST", {"actions": moved})
    for words in (("search", "puerto"), ("add", page), ("reindex",)):
        ran = run(*words, home=home)
        assert (ran.code, ran.out) == (1, ""), words
        assert f"The alias “{alias}”" in ran.err
        assert strange in ran.err


def test_a_strangers_index_with_the_aliass_name(
    tmp_path: Path, elasticsearch_url: str, run: Callable[..., Ran], page: str, strange: str
) -> None:
    """An index that has the alias's name is told as what it is, before anything is made."""
    home = tmp_path / "archive"
    home.mkdir()
    (home / "archive.toml").write_text(f'elasticsearch = "{elasticsearch_url}"\nelasticsearch_alias = "{strange}"\n')
    for words in (("search", "x"), ("add", page), ("reindex",)):
        ran = run(*words, home=home)
        assert (ran.code, ran.out) == (1, ""), words
        assert f"There is an index “{strange}”" in ran.err
        assert "elasticsearch_alias" in ran.err
    assert list(ask(f"{elasticsearch_url}/{strange}*")) == [strange]


def test_a_strangers_index_that_is_called_like_a_generation(home: Path, place: tuple[str, str]) -> None:
    """An index of somebody else's with a generation's name is neither read nor dropped, and its name isn't taken."""
    url, alias = place
    ask(f"{url}/{alias}-000002/_doc/1?refresh=true", "PUT", {"word": "precious"})
    with Archive.open(str(home)) as archive:
        assert archive.reindex().name == "000003"
        assert [known.name for known in archive.engine.generations()] == ["000001", "000003"]
        assert archive.reindex().name == "000004"
        assert archive.drop_generations() == ["000001"]
        with pytest.raises(IndexingError, match="no generation"):
            archive.drop_generations(["000002"])
    assert ask(f"{url}/{alias}-000002/_count")["count"] == 1


def test_a_generation_that_is_dropped_while_it_is_written(home: Path, place: tuple[str, str]) -> None:
    """What is written to a generation that somebody drops is refused, and makes no index of no definition."""
    url, alias = place
    engine = ElasticEngine(load_settings(str(home)))
    name = engine.create(context_digest="other")
    with engine.open_writer(name, timeout=1) as writer:
        writer.write([Upsert(article("a"), 1)])
        engine.drop(name)
        with pytest.raises(IndexingError, match="was dropped meanwhile"):
            writer.write([Upsert(article("b"), 2)])
    assert list(ask(f"{url}/{alias}-0*")) == [f"{alias}-000001"]
