"""What a page states by machine."""

import json

import pytest

from archiver.document import Capture
from archiver.normalise import Context, authorship, jsonld, metadata, normalise, parsing
from tests.normalise.test_html import BODY, TITLE

ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Wall to be rebuilt",
    "datePublished": "2024-05-03T10:00:00+02:00",
    "author": [{"@type": "Person", "name": "Ida Quist"}],
    "publisher": {"@type": "Organization", "name": "Ansel Gazette"},
}


def stated(head: str) -> metadata.Stated:
    """What a page with this head states."""
    return metadata.read(
        parsing.parse(f"<html lang=en-GB><head>{head}</head><body><p>x</p></body></html>").root,
        "https://ansel.example/a",
    )


def authors(page: metadata.Stated) -> tuple[str, ...]:
    """The authors of a page that shows no byline."""
    return authorship.judge(page.authors, authorship.Shown(), page.sites)


def script(text: str) -> str:
    """A JSON-LD script."""
    return f"<script type='application/ld+json'>{text}</script>"


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(ARTICLE),
        json.dumps([{"@type": "WebSite", "name": "Other"}, ARTICLE]),
        json.dumps({"@graph": [{"@type": "WebPage"}, ARTICLE]}),
        json.dumps({**ARTICLE, "author": {"@id": "#ida"}})[:-1]
        + ', "mentions": {"@id": "#ida", "@type": "Person", "name": "Ida Quist"}}',
        json.dumps(ARTICLE)[:-1] + ",}",
        "<!--\n" + json.dumps(ARTICLE) + "\n-->",
        json.dumps(ARTICLE).replace('"', "&quot;"),
        json.dumps(ARTICLE).replace("Wall to be", "Wall\tto be"),
        json.dumps(
            {"@type": ["Thing", "http://schema.org/NewsArticle"], **{k: v for k, v in ARTICLE.items() if k != "@type"}}
        ),
    ],
)
def test_json_ld_in_all_its_shapes(text: str) -> None:
    """Graphs, arrays, references, comments, escaped HTML and trailing commas are read."""
    page = stated(script(text))
    assert (page.headlines[0], authors(page), page.sites[0]) == ("Wall to be rebuilt", ("Ida Quist",), "Ansel Gazette")
    assert [(date.role, date.source, date.text) for date in page.dates] == [
        ("published", "json-ld", "2024-05-03T10:00:00+02:00")
    ]


def test_broken_json_does_not_hide_the_next_script() -> None:
    """A script that can't be read is passed over."""
    assert stated(script('{"@type": "NewsArticle", ') + script(json.dumps(ARTICLE))).headlines == (
        "Wall to be rebuilt",
    )


def test_meta_tags() -> None:
    """Open Graph and its kin are read by name, whatever the case; addresses become absolute."""
    page = stated(
        "<meta property='OG:Title' content='Wall to be rebuilt'><meta name=author content='By Ida Quist'>"
        "<meta property='article:modified_time' content='2024-05-04'><meta property='og:image' content='/w.jpg'>"
        "<link rel=canonical href='/wall'><meta property='article:section' content='Coast'>"
    )
    assert (page.headlines, authors(page), page.sections) == (("Wall to be rebuilt",), ("Ida Quist",), ("Coast",))
    assert (page.image, page.canonical_url) == ("https://ansel.example/w.jpg", "https://ansel.example/wall")
    assert [(date.role, date.source) for date in page.dates] == [("modified", "meta")]
    assert page.language == "en-gb"


def test_site_and_addresses_are_no_authors() -> None:
    """A publisher or a profile's address in the author's place names nobody."""
    page = stated(
        "<meta property='og:site_name' content='Ansel Gazette'><meta name=author content='Ansel Gazette'><meta property='article:author' content='https://social.example/ida'>"
    )
    assert authors(page) == ()


@pytest.mark.parametrize(
    ("head", "body", "tags"),
    [
        (
            '<meta property="article:tag" content="Steel"><meta property="article:tag" content="Ports">',
            "",
            ["Steel", "Ports"],
        ),
        ('<meta name="parsely-tags" content="Steel, ports,steel">', "", ["Steel", "ports"]),
        ('<meta name="sailthru.tags" content="steel,vale">', "", ["steel", "vale"]),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","keywords":["Steel","Vale"]}</script>',
            "",
            ["Steel", "Vale"],
        ),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","keywords":"Steel; Vale"}</script>',
            "",
            ["Steel", "Vale"],
        ),
        ("", '<p><a rel="tag" href="/t/1">#Steel</a> <a rel="category tag" href="/c">News</a></p>', ["Steel"]),
        ('<meta name="keywords" content="news, sport"><meta name="news_keywords" content="steel">', "", ["steel"]),
        ('<meta name="keywords" content="news, sport">', "", ["news", "sport"]),
        ('<meta name="keywords" content="Labor &amp;amp; Unions, Uncategorized">', "", ["Labor & Unions"]),
        ("", "", []),
    ],
)
def test_tags_are_the_publisher_s_own(head: str, body: str, tags: list[str]) -> None:
    """Tags come from the page's data, its meta tags or its links, each once, and from what is for search engines last."""
    root = parsing.parse(f"<html><head><title>x</title>{head}</head><body><p>The mill is shut.</p>{body}").root
    assert list(metadata.read(root, "https://vale.example/a").tags) == tags


def test_quotation_marks_that_a_template_forgot_to_escape() -> None:
    """Marks within a string end nothing, so what stands behind them is read too."""
    script = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"The "old" wall, he said, "must" go",'
        '"datePublished":"2025-09-02","author":{"@type":"Person","name":"Ida Quist",},"keywords":["a","b",],}</script>'
    )
    article = jsonld.read(parsing.parse(f"<html><head>{script}</head></html>").root).article
    assert article["headline"] == 'The "old" wall, he said, "must" go'
    assert article["author"] == {"@type": "Person", "name": "Ida Quist"}
    assert article["keywords"] == ["a", "b"]


@pytest.mark.parametrize(
    ("crumbs", "section"),
    [
        (("Home", "Coast", "Wall to be rebuilt"), "Coast"),
        (("Home", "Wall to be rebuilt"), None),
        (("Home", "News", "Coast", "Wall rebuilt at last"), "Coast"),
        (("Home", "News", "Coast"), "Coast"),
        (("Ansel Gazette", "Coast"), "Coast"),
        (("Home", "Wall"), "Wall"),
    ],
)
@pytest.mark.parametrize("nested", [False, True])
def test_the_section_is_the_last_crumb_but_the_article_s_own(
    crumbs: tuple[str, ...], section: str | None, *, nested: bool
) -> None:
    """Breadcrumbs that end with the article itself give the crumb before it."""
    items = [{"@type": "ListItem", **({"item": {"name": crumb}} if nested else {"name": crumb})} for crumb in crumbs]
    trail = {"@type": "BreadcrumbList", "itemListElement": items}
    article = {**ARTICLE, "headline": "Wall to be rebuilt at last"} if "Wall rebuilt at last" in crumbs else ARTICLE
    assert stated(script(json.dumps([trail, article]))).sections[:1] == ((section,) if section else ())


def test_a_name_that_is_the_headline_is_not_the_sites() -> None:
    """Some systems name the application of a page like the page."""
    head = "<meta property='og:title' content='Wall to be rebuilt now'><meta name='application-name' content='{}'><meta property='og:site_name' content='Ansel'>"
    assert stated(head.format("Wall to be rebuilt now")).sites == ("Ansel",)
    assert stated(head.format("Ansel News")).sites == ("Ansel", "Ansel News")


def test_an_author_named_in_two_parts() -> None:
    """A given name and a family name are a name."""
    author = {"@type": "Person", "givenName": "Ida", "familyName": "Quist"}
    assert authors(stated(script(json.dumps({**ARTICLE, "author": author})))) == ("Ida Quist",)


@pytest.mark.parametrize(
    ("head", "above", "section"),
    [
        ("<meta property='article:section' content='Coast &amp;amp; Sea'>", "", "Coast & Sea"),
        ("<meta property='article:section' content='Uncategorized'>", "", None),
        ("", "<p><a href=/>Home</a> &gt; <a href=/c>Coast</a></p>", "Coast"),
        ("", "<p><a href=?p=1>1</a> <a href=?p=2>Next &gt;</a></p>", None),
        ("", "<p>« <a href=/a>Vorige</a> | <a href=/b>Nächste »</a></p>", None),
    ],
)
def test_a_section_is_a_name(head: str, above: str, section: str | None) -> None:
    """What says that there is no section, or leads to the next page, is none; what was escaped twice is read."""
    page = f"<html><head><title>{TITLE}</title>{head}</head><body><article>{above}<h1>{TITLE}</h1>{BODY}</article>"
    capture = Capture(payload=page.encode(), content_type="text/html", url="https://tarn.example/wall")
    assert normalise(capture, Context.default()).section == section


@pytest.mark.parametrize("first", ["own", "other"])
def test_of_two_articles_the_one_with_the_page_s_headline(first: str) -> None:
    """The data of another story that a page holds too give neither author nor date, wherever they stand."""
    own = {**ARTICLE, "headline": "Wall to be rebuilt", "author": "Ida Quist", "datePublished": "2025-03-05T10:00:00Z"}
    other = {
        **ARTICLE,
        "headline": "Cat on the lighthouse",
        "author": "Wilf Arden",
        "datePublished": "2025-03-07T10:00:00Z",
    }
    nodes = [own, other] if first == "own" else [other, own]
    page = stated(f"<title>Wall to be rebuilt</title>{script(json.dumps(nodes))}")
    assert authors(page) == ("Ida Quist",)
    assert [date.text for date in page.dates if date.role == "published" and not date.refused] == [
        "2025-03-05T10:00:00Z"
    ]
