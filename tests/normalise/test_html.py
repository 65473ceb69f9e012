"""HTML pages: zones by elements, labels and lines."""

import datetime as dt
import unicodedata

import msgspec
import pytest

from archiver.document import DOCUMENT_TYPE, Capture, Document
from archiver.errors import NotAnArticleError
from archiver.normalise import Context, normalise

P1 = "The council of Port Ansel voted on Tuesday to rebuild the harbour wall, which a storm broke in January."
P2 = "Mayor Greta Holm said that work would begin in spring and cost nine million crowns over three years."
P3 = "Fishermen had asked for a faster start, because forty boats have had no safe berth since the storm."
TEXT = [P1, P2, P3]
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
TITLE = "Port Ansel to rebuild harbour wall"


def document(body: str | bytes, head: str = "", content_type: str = "text/html") -> Document:
    """The document of a page with this body."""
    payload = body if isinstance(body, bytes) else f"<html><head>{head}</head><body>{body}</body></html>".encode()
    return normalise(Capture(payload=payload, content_type=content_type, url="https://www.ansel.example/a/1", key="k"))


def test_headline_of_the_page_wins_over_the_one_for_search_engines() -> None:
    """The h1 is the title, without the site's name, and the site's name is the publisher's."""
    page = document(
        f"<h1>{TITLE}</h1>{BODY}",
        "<title>Harbour wall news 2024 | Ansel Gazette</title><meta property='og:title' content='Harbour wall of Port Ansel to rebuild now'>"
        "<meta property='og:site_name' content='Ansel Gazette'>",
    )
    assert (page.title, page.site) == (TITLE, "Ansel Gazette")


@pytest.mark.parametrize("suffix", [" | Ansel Gazette", " - Ansel Gazette", " – News – Ansel Gazette"])
def test_site_is_cut_off_the_title(suffix: str) -> None:
    """What a page's title has behind the headline is the site's name."""
    page = document(f"<h1>{TITLE}</h1>{BODY}", f"<title>{TITLE}{suffix}</title>")
    assert (page.title, page.site) == (TITLE, "Ansel Gazette")


def test_host_is_the_site_where_nothing_names_it() -> None:
    """Without any name the host stands for the site, without "www."."""
    assert document(f"<h1>{TITLE}</h1>{BODY}").site == "ansel.example"


def test_furniture_is_cut_and_labelled() -> None:
    """Menus, captions, adverts, newsletters, comments and footers are not in the body, and each is labelled."""
    page = document(
        f"<nav><a href='/'>Home</a></nav><article><h1>{TITLE}</h1><p>{P1}</p><figure><img src=x><figcaption>The wall in January, seen from the sea by a drone.</figcaption></figure>"
        f"<p>{P2}</p><div class='newsletter-box'><p>All our stories, every morning, for you.</p></div><p>{P3}</p></article>"
        "<section id='comments'><p>I never saw such waves in all of my life at the harbour.</p></section><footer><p>Ansel Gazette is a member of the press council.</p></footer>"
    )
    assert page.text.split("\n\n") == TEXT
    assert {part.label for part in page.discarded} == {"navigation", "caption", "newsletter", "comments", "footer"}


def test_headline_and_standfirst_are_not_repeated() -> None:
    """A headline repeated inside the article, and the standfirst, are not in the body."""
    page = document(
        f"<h1>{TITLE}</h1><h2 class='deck'>Storm damage will take three years to mend</h2><div class='article-body'><h2>{TITLE}</h2>{BODY}</div>"
    )
    assert page.standfirst == "Storm damage will take three years to mend"
    assert page.text.split("\n\n") == TEXT


def test_lists_of_other_stories_are_related() -> None:
    """Headlines of a sidebar and of a link in the text become related stories with absolute addresses."""
    page = document(
        f"<article><h1>{TITLE}</h1><p>{P1}</p><p><strong>Read also:</strong> <a href='/2?utm_source=a'>Storm sinks two ferries</a></p><p>{P2}</p><p>{P3}</p></article>"
        "<div class='xyz'><h3>More stories</h3><ul><li><a href='/3'>Choir wins national prize</a> <span>2 hours ago</span></li></ul></div>"
    )
    assert [(story.title, story.url, story.time_text) for story in page.related] == [
        ("Storm sinks two ferries", "https://www.ansel.example/2", None),
        ("Choir wins national prize", "https://www.ansel.example/3", "2 hours ago"),
    ]
    assert [part.text[:12] for part in page.discarded if part.label == "related"] == ["Read also: S", "More stories"]
    assert page.text.split("\n\n") == TEXT


def test_markdown_of_the_body() -> None:
    """Links are absolute, subheadings, lists and quotes keep their marks, and the text has none of them."""
    page = document(
        f"<h1>{TITLE}</h1><div class='story'><p>{P1} <a href='/plan?utm_medium=a'>The <b>plan</b></a> is public.</p><h3>Next steps</h3><p>{P2}</p><ul><li>nine million crowns in all</li><li>three years of work</li></ul>"
        f"<blockquote><p>We will build it higher than before, whatever it costs us.</p></blockquote><p>{P3}</p></div>"
    )
    assert "https://www.ansel.example/plan)" in page.body
    assert "### Next steps" in page.body
    assert "- nine million crowns in all\n- three years of work" in page.body
    assert "> We will build it higher" in page.body
    assert page.text.split("\n\n")[0] == f"{P1} The plan is public."
    assert "nine million crowns in all" in page.text.split("\n\n")


def test_paragraphs_made_by_line_breaks() -> None:
    """Old pages that part paragraphs by line breaks have paragraphs all the same."""
    page = document(
        f"<table><tr><td><font><b>{TITLE}</b></font><br>Ida Quist | Staff Reporter<br>3 May 2024<br><br>{P1}<br><br>{P2}<br><br>{P3}</td></tr></table>",
        f"<title>{TITLE}</title>",
    )
    assert page.text.split("\n\n") == TEXT
    assert page.authors == ("Ida Quist",)
    assert page.published is not None
    assert page.published.at == "2024-05-03"


@pytest.mark.parametrize(
    ("content_type", "encoding", "meta"),
    [
        ("text/html; charset=iso-8859-1", "latin-1", ""),
        ("text/html", "cp1252", "<meta charset='windows-1252'>"),
        ("text/html", "utf-8-sig", ""),
        ("text/html", "utf-16", ""),
        ("text/html; charset=iso-8859-1", "utf-8", ""),
        ("text/html", "cp1252", ""),
    ],
)
def test_encodings(content_type: str, encoding: str, meta: str) -> None:
    """Byte order mark, header, meta tag and guess give the right characters, and UTF-8 is seen whatever is claimed."""
    payload = f"<html><head>{meta}<title>Überfall</title></head><body><h1>Überfälle in Ålesund häufen sich</h1>{BODY}</body>".encode(
        encoding
    )
    assert document(payload, content_type=content_type).title == "Überfälle in Ålesund häufen sich"


HOSTILE: dict[str, str | bytes] = {
    "ten thousand elements deep": "<div>" * 10_000 + BODY,
    "ten thousand unknown elements deep": "<x-y>" * 10_000 + BODY,
    "a megabyte in an attribute": f"<p class='{'a-B ' * 260_000}'>{BODY}",
    "broken json": f"<script type='application/ld+json'>{'[' * 50_000}</script>{BODY}",
    "bad addresses": f"<base href='http://[bad'><a href='http://[x'>Storm sinks two ferries again</a>{BODY}",
    "escape codes": f"<h1>\x1b[31mred\x9b0m \u202eturned [bold]round[/bold]</h1>{BODY}<p>\x00\x07</p>",
    "only scripts": "<script>var a = 1;</script>" * 100,
    "nothing": "",
    "every byte": bytes(range(256)) * 100,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_never_raise_anything_else(name: str) -> None:
    """A hostile page gives a clean document, or is said not to be an article."""
    try:
        page = document(HOSTILE[name])
    except NotAnArticleError:
        assert name in ("only scripts", "nothing")
        return
    waiting = [msgspec.to_builtins(page)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            assert not [
                char for char in value if (unicodedata.category(char) == "Cc" and char != "\n") or char == "\u202e"
            ]
        elif isinstance(value, dict | list | tuple):
            waiting += value.values() if isinstance(value, dict) else value


def test_given_fields_are_kept_and_the_rest_is_derived() -> None:
    """A document given as fields keeps them; text is made from the body, language and site from what there is."""
    fields = {
        "title": "Wall",
        "authors": ["Ida Quist"],
        "body": f"{P1}\n\n**{P2}**",
        "url": "https://www.ansel.example/a/9",
    }
    page = document(msgspec.json.encode(fields), content_type=DOCUMENT_TYPE)
    assert (page.title, page.authors, page.text) == ("Wall", ("Ida Quist",), f"{P1}\n\n{P2}")
    assert (page.language, page.site, page.body) == ("en", "ansel.example", fields["body"])


def test_the_same_capture_gives_the_same_document() -> None:
    """Normalising is pure, and the context's digest tells one set of rules from another."""
    capture = Capture(
        payload=f"<h1>{TITLE}</h1>{BODY}".encode(),
        content_type="text/html",
        key="k",
        captured_at=dt.datetime(2025, 1, 1, tzinfo=dt.UTC),
    )
    assert normalise(capture).digest == normalise(capture, Context.default()).digest
    assert Context(normaliser_version=1).digest != Context(normaliser_version=2).digest
