"""Feeds: what is read of their entries, which pages are fetched, and what is refused."""

from pathlib import Path

import pytest

from archiver import Archive
from archiver.document import FeedEntry
from archiver.sources import SourceOptions, Unchanged, iter_captures
from archiver.sources.feed_entries import read as read_feed

from .reading import PAGE, read
from .serving import Site, page

ADDRESS = "https://skerrypost.example/feeds/news"
WHOLE = FeedEntry(
    feed=ADDRESS,
    url="https://skerrypost.example/ferry",
    title="Ferry & barge collide",
    summary="Nobody was hurt.",
    authors=("Ida Quist", "Per Lund"),
    published="2025-09-02T19:49:00+02:00",
    updated="2025-09-03T08:00:00+02:00",
    categories=("Transport", "Norvale"),
)
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
ATOM = """<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?><!-- news --><feed xmlns="http://www.w3.org/2005/Atom">
<title>Post</title><entry><title>Ferry &amp; barge collide</title><link href="/ferry"/><summary>Nobody was hurt.</summary>
<author><name>Ida Quist</name></author><author><name>Per Lund</name></author>
<published>2025-09-02T19:49:00+02:00</published><updated>2025-09-03T08:00:00+02:00</updated>
<category term="Transport"/><category term="n" label="Norvale"/></entry></feed>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "Post", "items": [{"id": "1", "url": "/ferry",
"title": "Ferry & barge collide", "summary": "Nobody was hurt.", "authors": [{"name": "Ida Quist"}, {"name": "Per Lund"}],
"date_published": "2025-09-02T19:49:00+02:00", "date_modified": "2025-09-03T08:00:00+02:00", "tags": ["Transport", "Norvale"]}]}"""


def rss(*items: str) -> str:
    """An RSS feed of these items."""
    made = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0" {DC}><channel><title>Post</title>{made}</channel></rss>'


def leading_to(*links: str) -> bytes:
    """An RSS feed whose items lead to these addresses."""
    return rss(*(f"<title>To {link}</title><link>{link}</link>" for link in links)).encode()


@pytest.mark.parametrize("feed", [ATOM, JSON], ids=["Atom", "JSON"])
def test_all_that_an_entry_says(feed: str) -> None:
    """Address, headline, summary, authors, dates and categories are read as the feed has them."""
    assert read_feed(feed.encode(), ADDRESS, "feed").entries == (WHOLE,)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("<link>https://a.example/1</link><pubDate>Tue, 02 Sep 2025 19:49:00 +0200</pubDate>", {"published": "Tue, 02 Sep 2025 19:49:00 +0200"}),
        ("<link>https://a.example/1</link><dc:date>2025-09-02</dc:date>", {"published": "2025-09-02"}),
        ("<link>https://a.example/1</link><dc:creator>Ida Quist</dc:creator>", {"authors": ("Ida Quist",)}),
        ("<link>https://a.example/1</link><author>desk@a.example (Ida Quist)</author>", {"authors": ("Ida Quist",)}),
        ("<link>https://a.example/1</link><author>desk@a.example</author>", {"authors": ()}),
        ("<link>https://a.example/1</link><description>In short</description>", {"summary": "In short"}),
        ("<link>https://a.example/1</link><description>" + "x " * 2000 + "</description>", {"summary": None}),
        ("<link>https://a.example/1</link><description>In short</description><content:encoded>At length</content:encoded>", {"summary": "In short"}),
        ("<link>https://a.example/1</link><content:encoded>At length</content:encoded>", {"summary": None}),
        ('<guid isPermaLink="true">https://a.example/1</guid>', {"url": "https://a.example/1"}),
        ("<link>https://a.example/1</link><title>  Two\n lines </title>", {"title": "Two lines"}),
        ("<link>https://a.example/1</link><title>" + "x" * 9000 + "</title>", {"title": "x" * 500}),
        ("<link>https://a.example/1</link>" + "".join(f"<category>c{n}</category>" for n in range(99)), {"categories": tuple(f"c{n}" for n in range(20))}),
    ],
    ids=["pubDate", "dc:date", "dc:creator", "author", "mail", "summary", "a whole text", "summary and text", "text alone", "guid", "spaces", "long", "many"],
)  # fmt: skip
def test_items_of_rss(item: str, expected: dict[str, object]) -> None:
    """The elements that RSS and its modules have for each, and bounds on what is kept of them."""
    (entry,) = read_feed(rss(item).encode(), ADDRESS, "feed").entries
    assert {name: getattr(entry, name) for name in expected} == expected
    assert entry.url == "https://a.example/1"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ('"id": "https://a.example/1"', {"url": "https://a.example/1"}),
        ('"url": "https://a.example/1", "authors": ["Ida Quist"]', {"authors": ("Ida Quist",)}),
        ('"url": "https://a.example/1", "author": {"name": "Ida Quist"}', {"authors": ("Ida Quist",)}),
        ('"url": "https://a.example/1", "date_published": 7, "tags": "x", "authors": {}', {"published": None, "categories": ()}),
        ('"url": "https://a.example/1", "x": ' + "9" * 5000, {"url": "https://a.example/1"}),
        ('"url": "https://a.example/1", "title": "F\xe4hre"', {"title": "F\ufffdhre"}),
        ('"url": "https://a.example/1", "title": "\\ud800"', {"title": "?"}),
    ],
    ids=["id", "names", "author", "wrong types", "endless number", "wrong byte", "lone surrogate"],
)  # fmt: skip
def test_items_of_json(item: str, expected: dict[str, object]) -> None:
    """What stands in JSON feeds beside the standard, or against it, loses no entry."""
    feed = '{"version": "https:\\/\\/jsonfeed.org\\/version\\/1", "items": [{' + item + "}]}"
    (entry,) = read_feed(feed.encode("latin-1"), ADDRESS, "feed").entries
    assert {name: getattr(entry, name) for name in expected} == expected


def test_a_feed_of_one_author() -> None:
    """In Atom the feed's author wrote what names none."""
    feed = """<feed xmlns="http://www.w3.org/2005/Atom"><author><name>Ida Quist</name></author>
    <entry><link href="/1"/></entry><entry><link href="/2"/><author><name>Per Lund</name></author></entry></feed>"""
    entries = read_feed(feed.encode(), ADDRESS, "feed").entries
    assert [entry.authors for entry in entries] == [("Ida Quist",), ("Per Lund",)]


def test_rss_1_0() -> None:
    """RSS 1.0, which is RDF, is a feed like the others; its only date is the publication's."""
    feed = f"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" {DC}
    xmlns="http://purl.org/rss/1.0/"><item rdf:about="https://a.example/1"><title>Ferry</title>
    <link>https://a.example/1</link><dc:date>2025-09-02T19:49+02:00</dc:date></item></rdf:RDF>"""
    assert [(e.title, e.published, e.updated) for e in read_feed(feed.encode(), ADDRESS, "feed").entries] == [
        ("Ferry", "2025-09-02T19:49+02:00", None)
    ]


@pytest.mark.parametrize(
    "kind",
    [
        "application/rss+xml",
        "text/xml; charset=utf-8",
        "text/html",
        "text/plain",
        "application/x-rss",
        "text/rss",
        "application/octet-stream",
        "",
    ],
)
def test_the_pages_of_a_feed_are_fetched(site: Site, kind: str) -> None:
    """The pages that entries lead to are taken, each with what its entry says; whatever the server calls the feed."""
    site.routes["/feed"] = page(leading_to("/b", "/a?utm_source=rss"), Content_Type=kind)
    site.routes["/b"] = site.routes["/a?utm_source=rss"] = page()
    found = site.fetch("/feed")
    assert [(c.key, c.payload, c.entry and c.entry.title) for c in found.captures] == [
        (f"{site.url}/b", PAGE.encode(), "To /b"),
        (f"{site.url}/a", PAGE.encode(), "To /a?utm_source=rss"),
    ]
    assert not found.rejected


def test_a_page_is_fetched_once(site: Site) -> None:
    """Of several entries that lead to one page the first counts."""
    site.routes["/feed"] = page(leading_to("/a", "/a?utm_medium=feed", "/a#top"))
    site.routes["/a"] = page()
    assert len(site.fetch("/feed").captures) == 1
    assert [path for path in site.asked if path.startswith("/a")] == ["/a"]


def test_a_bad_entry_loses_no_other(site: Site) -> None:
    """An entry without a page, and one whose page can't be fetched, are told with their places; the rest is taken."""
    site.routes["/feed"] = page(
        rss("<title>None</title>", "<link>/gone</link>", "<link>file:///etc/passwd</link>", "<link>http://[::1</link>", "<link>/a</link>").encode()
    )  # fmt: skip
    site.routes["/a"] = page()
    found = site.fetch("/feed")
    assert [capture.url for capture in found.captures] == [f"{site.url}/a"]
    places = [rejected.source.removeprefix(site.url) for rejected in found.rejected]
    assert places == ["/feed, entry 1", "/gone", "/feed, entry 3", "http://[::1"]
    assert b'"title":"None"' in found.rejected[0].data


def test_a_feed_leads_to_no_private_address(site: Site) -> None:
    """A feed that may be fetched from this machine opens no way to others of its network."""
    site.routes["/feed"] = page(leading_to("http://10.0.0.1/a", "http://169.254.169.254/latest"))
    found = site.fetch("/feed")
    assert not found.captures
    assert found.reasons.count("is a private address") == 2


def test_a_feed_within_a_feed(site: Site) -> None:
    """An entry that leads to a feed is refused, whatever the server calls it: feeds can't lead in circles."""
    site.routes["/feed"] = page(leading_to("/feed", "/other"), Content_Type="application/rss+xml")
    site.routes["/other"] = page(leading_to("/a"))
    found = site.fetch("/feed")
    assert not found.captures
    assert found.reasons.count("is a feed, not a page") == 2


def test_a_stray_byte(site: Site) -> None:
    """A NUL in a feed loses none of its entries."""
    site.routes["/feed"] = page(leading_to("/a", "/b").replace(b"To /a", b"To \0 /a"))
    site.routes["/a"] = site.routes["/b"] = page()
    assert len(site.fetch("/feed").captures) == 2


def test_a_page_that_is_known_is_left(site: Site) -> None:
    """A page of which the archive knows all that the feed says isn't fetched, and counts as unchanged."""
    site.routes["/feed"] = page(leading_to("/a", "/b"))
    site.routes["/b"] = page()
    options = SourceOptions(
        private_hosts=frozenset({"127.0.0.1"}), knows=lambda key, entry: key.endswith("/a") and entry.title == "To /a"
    )
    first, second = iter_captures([f"{site.url}/feed"], options)
    assert first == Unchanged(f"{site.url}/a")
    assert not isinstance(second, Unchanged)
    assert "/a" not in site.asked


@pytest.mark.parametrize("name", ["feed.xml", "feed.rss", "feed", "feed.json", "feed.html", "feed.txt"])
def test_a_feed_in_a_file(site: Site, tmp_path: Path, name: str) -> None:
    """A feed that was saved is known by its content; its links are read against the address given with it."""
    json = (
        '{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1", "url": "/a", "title": "<html> is read"}]}'
    )
    xml = rss("<title>&lt;html> is read</title><link>/a</link>")
    (tmp_path / name).write_text(json if name.endswith("json") else xml, "utf-8")
    site.routes["/a"] = page()
    host = {"private_hosts": frozenset({"127.0.0.1"})}
    (capture,) = read(tmp_path / name, url=f"{site.url}/feed", **host).captures
    assert capture.entry is not None
    assert (capture.entry.feed, capture.entry.title) == (f"{site.url}/feed", "<html> is read")
    assert "give the feed's own with --url" in read(tmp_path / name, **host).reasons


def test_a_feed_in_a_pipe(site: Site) -> None:
    """A feed may come from standard input."""
    site.routes["/a"] = page()
    found = read("-", stdin=leading_to(f"{site.url}/a"), private_hosts=frozenset({"127.0.0.1"}))
    assert [capture.url for capture in found.captures] == [f"{site.url}/a"]


@pytest.mark.parametrize("name", ["feed.xml", "feed.rss", "feed", "feed.html"])
def test_a_feed_in_a_folder_fetches_nothing(site: Site, tmp_path: Path, name: str) -> None:
    """Adding a folder never reaches out to the web: a feed in it is passed over."""
    (tmp_path / name).write_bytes(leading_to(f"{site.url}/a") + b"<!-- <html> -->")
    found = read(tmp_path, private_hosts=frozenset({"127.0.0.1"}))
    assert found == ([], [])
    assert not site.asked


@pytest.mark.parametrize(
    ("feed", "reason"),
    [
        ('{"version": "https://jsonfeed.org/version/1", "items": [', "can't be read"),
        ('{"version": "https://jsonfeed.org/version/1", "items": {}}', "no list"),
        ('{"version": "https://jsonfeed.org/version/1", "items": [1, {"url": 7}]}', "no address of a page"),
        (rss() + "x" * (17 << 20), "MB"),
        (rss("<link>https://a.example/" + "x" * 9000 + "</link>"), "an address of 9,018 characters"),
        ("<rss>" + "<a" * 9, "is no feed that can be read"),
        (rss("<link>/a</link><author>" + "A" * 300_000 + "</author>"), "isn't made as feeds are"),
    ],
    ids=["cut", "no list", "no texts", "huge", "a long address", "broken", "takes long"],
)
def test_feeds_that_lead_nowhere(tmp_path: Path, feed: str, reason: str) -> None:
    """A feed that can't be used is refused with what is wrong."""
    (tmp_path / "feed.xml").write_text(feed, "utf-8")
    found = read(tmp_path / "feed.xml", url=ADDRESS, deadline=2.0)
    assert not found.captures
    assert reason in found.reasons
    assert len(found.reasons) < 500


def test_a_feed_without_entries(tmp_path: Path) -> None:
    """A feed in which there is nothing at the moment is no failure."""
    (tmp_path / "feed.xml").write_text(rss(), "utf-8")
    assert read(tmp_path / "feed.xml") == ([], [])


def test_entities_stay_small(tmp_path: Path) -> None:
    """Entities that would expand a thousandfold don't."""
    names = [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "haha"}">' for n in range(12)]
    feed = f"<?xml version='1.0'?><!DOCTYPE rss [{''.join(names)}]>{rss('<title>&a11;</title><link>/a</link>')[21:]}"
    (entry,) = read_feed(feed.encode(), ADDRESS, "feed").entries
    assert len(entry.title or "") <= 500


def test_the_next_time_only_news_is_fetched(site: Site, tmp_path: Path) -> None:
    """A feed added again fetches what is new, and what it gives another headline or date; the rest counts as unchanged."""
    item = "<title>{0}</title><link>/{0}</link><pubDate>{1} Sep 2025 10:00:00 GMT</pubDate>"
    for name in ("ferry", "harbour", "fares"):
        site.routes[f"/{name}"] = page(PAGE.replace("Traffic", f"The {name}").encode())
    site.routes["/feed"] = page(rss(item.format("ferry", "1"), item.format("harbour", "2")).encode())
    with Archive.open(str(tmp_path / "archive"), create=True) as archive:
        options = archive.source_options(private_hosts=frozenset({"127.0.0.1"}))
        assert archive.add(f"{site.url}/feed", options=options)[:2] == (2, 0)
        assert archive.add(f"{site.url}/feed", options=options)[:2] == (0, 2)
        changed = (item.format("ferry", "1"), item.format("harbour", "3"), item.format("fares", "4"))
        site.routes["/feed"] = page(rss(*changed).encode())
        assert archive.add(f"{site.url}/feed", options=options)[:2] == (2, 1)
        assert [path for path in site.asked if path not in ("/feed", "/robots.txt")] == [
            "/ferry", "/harbour", "/harbour", "/fares",
        ]  # fmt: skip
        published = archive.get(f"{site.url}/harbour").published
        assert published is not None
        assert published.at == "2025-09-03T10:00"


def test_a_feed_that_says_less(site: Site, tmp_path: Path) -> None:
    """A second feed that names the page and no date doesn't take away what the first said."""
    site.routes["/news"] = page(rss("<title>Ferry</title><link>/ferry</link><pubDate>1 Sep 2025</pubDate>").encode())
    site.routes["/sport"] = page(rss("<title>Ferry</title><link>/ferry</link>").encode())
    site.routes["/ferry"] = page()
    with Archive.open(str(tmp_path / "archive"), create=True) as archive:
        options = archive.source_options(private_hosts=frozenset({"127.0.0.1"}))
        assert archive.add(f"{site.url}/news", options=options)[:2] == (1, 0)
        assert archive.add(f"{site.url}/sport", options=options)[:2] == (0, 1)
        assert archive.get(f"{site.url}/ferry").published is not None


@pytest.mark.parametrize("taken_out", ["remove", "purge"])
def test_what_was_taken_out_stays_out(site: Site, tmp_path: Path, taken_out: str) -> None:
    """A feed that goes on leading to a page brings it not back after it was removed or purged; its address does."""
    site.routes["/feed"] = page(leading_to("/ferry"))
    site.routes["/ferry"] = page()
    with Archive.open(str(tmp_path / "archive"), create=True) as archive:
        options = archive.source_options(private_hosts=frozenset({"127.0.0.1"}))
        archive.add(f"{site.url}/feed", options=options)
        getattr(archive, taken_out)(f"{site.url}/ferry")
        assert archive.add(f"{site.url}/feed", options=options)[:2] == (0, 1)
        assert archive.search("").total == 0
        assert archive.add(f"{site.url}/ferry", options=options).returned == (f"{site.url}/ferry",)


def test_what_was_fetched_stays_if_it_is_stopped(site: Site, tmp_path: Path) -> None:
    """Pages that were fetched before somebody pressed Ctrl-C are stored, and aren't fetched again."""
    site.routes["/feed"] = page(leading_to("/a", "/b", "/c"))
    for path in ("/a", "/b", "/c"):
        site.routes[path] = page(PAGE.replace("Traffic", path).encode())

    def stop(read: int, source: str) -> None:
        if read == 2:
            raise KeyboardInterrupt

    with Archive.open(str(tmp_path / "archive"), create=True) as archive:
        options = archive.source_options(private_hosts=frozenset({"127.0.0.1"}))
        with pytest.raises(KeyboardInterrupt):
            archive.add(f"{site.url}/feed", options=options, progress=stop)
        assert archive.add(f"{site.url}/feed", options=options)[:2] == (1, 2)
        assert archive.search("").total == 3
        assert [path for path in site.asked if path in ("/a", "/b", "/c")] == ["/a", "/b", "/c"]


def test_two_feeds_that_lead_to_a_page(site: Site, tmp_path: Path) -> None:
    """What two feeds say of one page in words of their own is kept once each, and then nothing is fetched any more."""
    for path, title in (("/news", "Ferry"), ("/sport", "The ferry")):
        site.routes[path] = page(rss(f"<title>{title}</title><link>/ferry</link>").encode())
    site.routes["/ferry"] = page()
    feeds = (f"{site.url}/news", f"{site.url}/sport")
    with Archive.open(str(tmp_path / "archive"), create=True) as archive:
        options = archive.source_options(private_hosts=frozenset({"127.0.0.1"}))
        assert [archive.add(*feeds, options=options)[:2] for _ in range(3)] == [(2, 0), (0, 2), (0, 2)]
        assert site.asked.count("/ferry") == 2


@pytest.mark.parametrize(
    "prolog",
    [
        "\ufeff<?xml version='1.0'?>",
        "<!-- a > b --><!---->\n",
        "<!DOCTYPE rss [<!ENTITY nbsp '&#160;'>]>",
        "<?xml version='1.0'?>\n<?xml-stylesheet href='a>b'?><!DOCTYPE rss SYSTEM 'rss.dtd'>",
        "<?xml version='1.0' encoding='utf-16'?>",
        "<!--" + " long" * 2000 + "-->",
    ],
    ids=["mark", "comments", "subset", "style sheet", "false charset", "long"],
)
def test_what_stands_before_a_feed(site: Site, prolog: str) -> None:
    """A feed is known whatever may stand before its root."""
    site.routes["/feed"] = page((prolog + leading_to("/a").decode()[21:]).encode(), Content_Type="text/html")
    site.routes["/a"] = page()
    (capture,) = site.fetch("/feed").captures
    assert capture.entry is not None
    assert capture.entry.title == "To /a"


def test_other_xml_is_no_feed(site: Site, tmp_path: Path) -> None:
    """A site map, or any XML that is no feed, is refused as before."""
    xml = b'<?xml version="1.0"?><urlset><url><loc>https://a.example/</loc></url></urlset>'
    site.routes["/map"] = page(xml, Content_Type="application/xml")
    (tmp_path / "map.xml").write_bytes(xml)
    assert "is application/xml, not a page" in site.fetch("/map").reasons
    assert "isn't an article" in read(tmp_path / "map.xml").reasons
