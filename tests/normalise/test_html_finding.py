"""Finding the article on pages whose markup misleads: by what stands where, what links, and what the page states."""

import pytest

from archiver.document import Document
from archiver.errors import NotAnArticleError
from archiver.normalise import html, parsing, secondopinion, tree

from .test_html import BODY, P1, P2, P3, TEXT, TITLE, document

STORY = f"<article><h1>{TITLE}</h1>{BODY}</article>"
TEASER = "Ferry timetables change next week, and the company says that no island will lose its evening boat."


def paragraphs(page: Document) -> list[str]:
    """The text's paragraphs."""
    return page.text.split("\n\n")


@pytest.mark.parametrize(
    "names",
    [
        "post-12 post type-post status-publish format-standard has-post-thumbnail hentry category-comments tag-related",
        "layout with-sidebar",
        "page-and-w-sidebar",
        "date-outer",
        "article-meta-wrapper",
        "paywall",
    ],
)
def test_classes_around_the_whole_article_cut_nothing(names: str) -> None:
    """A wrapper's class that speaks of state, layout or of something inside it doesn't make the article furniture."""
    longer = "".join(f"<p>{number}. {P1} {P2} {P3}</p>" for number in range(5))
    page = document(f"<div class='{names}'><h1>{TITLE}</h1>{longer}</div><p>{TEASER}</p>")
    assert len(paragraphs(page)) >= 5


def test_cookie_notices_longer_than_the_article_are_cut() -> None:
    """A consent dialogue is never the text, however much of the page it is."""
    notice = "".join(
        f"<p>Purpose {number} lets our partners store data on your device for a year.</p>" for number in range(9)
    )
    page = document(f"{STORY}<div class='cookie-modal'>{notice}</div>")
    assert paragraphs(page) == TEXT


def test_first_paragraph_without_a_full_stop_is_no_standfirst() -> None:
    """A short line right among the paragraphs, with their tag and class, is text."""
    page = document(f"<h1>{TITLE}</h1><div><p>The harbour wall will stand again</p>{BODY}</div>")
    assert page.standfirst is None
    assert paragraphs(page) == ["The harbour wall will stand again", *TEXT]


@pytest.mark.parametrize(("marked", "standfirst"), [("teaser", False), ("standfirst", True)])
def test_the_one_paragraph_before_a_paywall_is_the_text(marked: str, standfirst: bool) -> None:
    """What can be seen of a story is its body, cut off or not, unless the page itself calls it the standfirst."""
    cut = "The wall that the storm broke in January is to be rebuilt with stone from the old quarry..."
    wall = '<p class="byline">By Ida Quist</p><div class="paywall"><p>Subscribe to read the full story.</p></div>'
    page = document(f'<article><header><h1>{TITLE}</h1><p class="{marked}">{cut}</p></header>{wall}</article>')
    assert (page.text, page.standfirst) == (("", cut) if standfirst else (cut, None))


def test_lists_without_links_are_the_articles() -> None:
    """Items that lead nowhere are part of the text, at its end too, though they look like headlines or times."""
    items = ["Port Ansel, north quay, 3 May", "Ferry pier, south side, 9 May", "Old customs house, 11 May"]
    page = document(
        f"<h1>{TITLE}</h1><div>{BODY}<h3>Where work begins</h3><ul>{''.join(f'<li>{item}</li>' for item in items)}</ul></div>"
    )
    assert paragraphs(page) == [*TEXT, "Where work begins", *items]


def test_teasers_below_the_text_are_related() -> None:
    """Headings that are links, each with a paragraph, are other stories, though they stand in the article's element."""
    heads = ["Storm sinks two ferries at night", "Choir wins the national prize", "Fish prices fall in every port"]
    teasers = "".join(f"<h2><a href='/{n}'>{head}</a></h2><p>{n}: {TEASER}</p>" for n, head in enumerate(heads))
    page = document(f"<div><h1>{TITLE}</h1>{BODY}{teasers}</div>")
    assert paragraphs(page) == TEXT
    assert [story.title for story in page.related] == heads


def test_article_goes_on_behind_a_link_to_another_story() -> None:
    """A "read also" with its one link doesn't take the paragraphs behind it along."""
    page = document(
        f"<div><h1>{TITLE}</h1><p>{P1}</p><p>Read also</p><h4><a href='/2'>Storm sinks two ferries</a></h4><p>{P2}</p><p>{P3}</p></div>"
    )
    assert paragraphs(page) == TEXT


def test_quoted_posts_keep_their_signature() -> None:
    """An embedded post is a quote of the article, with its name and date, and its writer is no author."""
    quote = "<div class='social-media-embed'><blockquote class='twitter-tweet'><p>No boat should lie here in winter.</p>— Max Holm (@holm) <a href='https://x.example/1'>May 3, 2024</a></blockquote></div>"
    page = document(f"<h1>{TITLE}</h1><div><p>{P1}</p>{quote}<p>{P2}</p><p>{P3}</p></div>")
    assert "No boat should lie here in winter." in page.text
    assert "— Max Holm (@holm) May 3, 2024" in page.text
    assert page.authors == ()


def test_tickers_above_the_headline_are_not_the_text() -> None:
    """Teasers that stand before the headline are left out where the text below it is a good part of the page's."""
    ticker = "".join(f"<li><a href='/{n}'>Storm number {n} sinks ferries</a> {TEASER}</li>" for n in range(3))
    page = document(
        f"<div><ul>{ticker}</ul><h1>{TITLE}</h1>{BODY}</div>", f"<meta property='og:title' content='{TITLE}'>"
    )
    assert paragraphs(page) == TEXT


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (f"<h1>Ansel Gazette</h1><h2>{TITLE}</h2>{BODY}", f"<title>{TITLE} - Ansel Gazette</title>"),
        (f"<h1><a href='/'>The Coast's Own Paper</a></h1><h2>{TITLE}</h2>{BODY}", ""),
        (
            f"<h1><span>Storm damage</span> <span>{TITLE}</span></h1>{BODY}",
            f"<meta property='og:title' content='{TITLE}'>",
        ),
        (
            f"<h1><span>{TITLE}</span> <small>Work begins in spring</small></h1>{BODY}",
            f"<meta property='og:title' content='{TITLE}'>",
        ),
        (BODY, f"<title>{TITLE} | Ansel Gazette of the Coast</title>"),
        (
            f"<article><h2>{TITLE}</h2>{BODY}</article><h1><a href='/9'>Storm sinks two ferries</a></h1>",
            f"<title>{TITLE}</title>",
        ),
    ],
    ids=["site above", "link home", "kicker", "subtitle", "only the page's title", "another story's h1"],
)
def test_the_headline_among_headings(body: str, head: str) -> None:
    """The title is the story's headline alone: no site's name, kicker, subtitle or other story's."""
    assert document(body, head).title == TITLE


@pytest.mark.parametrize(
    ("signature", "names"),
    [
        (
            "<p class='meta'>3 May 2024 in <a href='/category/coast/'>Coast News</a> by <a rel='author' href='/x'>Ida Quist</a></p>",
            ("Ida Quist",),
        ),
        (
            "<p>3 May 2024 · <span class='author vcard'><a class='fn' href='/u/1'>Ida Quist</a></span></p>",
            ("Ida Quist",),
        ),
        (
            "<p class='byline'><a href='/authors/ida-quist'>Ida Quist</a>, <a href='/authors/max-holm'>Max Holm</a></p>",
            ("Ida Quist", "Max Holm"),
        ),
        (
            "<p class='meta'>3 May 2024 <a href='/tag/harbour/'>Harbour Wall</a> <a href='/category/a/'>Port Ansel</a></p>",
            (),
        ),
    ],
)
def test_authors_are_who_the_markup_names(signature: str, names: tuple[str, ...]) -> None:
    """Links to authors' pages and marked elements name the authors; sections and tags are none."""
    assert document(f"<h1>{TITLE}</h1>{signature}<div>{BODY}</div>").authors == names


def test_text_that_the_rules_miss_is_found_all_the_same() -> None:
    """A page of short lines, none of which reads as a paragraph, still has its text."""
    rows = "".join(f"<p>Round {n}: quay {n}, from the north gate to pier {n}</p>" for n in range(1, 13))
    page = document(
        f"<div class='a'><h1>{TITLE}</h1><div class='b'>{rows}</div></div><div><p>{TEASER}</p></div>",
        f"<title>{TITLE}</title>",
    )
    assert "Round 7: quay 7, from the north gate to pier 7" in page.text


def test_second_opinion_leaves_long_pages_alone() -> None:
    """A page of more than a million characters isn't read a second time."""
    text = f"<html><body><p>{P1}</p>{' ' * 1_000_001}</body></html>"
    root = parsing.parse(text).root
    blocks, *_ = tree.blocks(root)
    assert secondopinion.numbers(root, blocks) == []


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 3000 + P1,
        "<h2><a href='/1'>Storm sinks two ferries again</a></h2>" * 5000,
        "<p>Storm on 3 May 2024" * 3000,
        "<table>" * 400 + BODY,
    ],
    ids=["deep", "linked headings", "dates", "tables"],
)
def test_pages_made_to_be_slow_are_read(text: str) -> None:
    """A page that is nothing but one thing repeated is read, or said not to be an article."""
    try:
        assert document(text).discarded is not None
    except NotAnArticleError:
        assert html.read(text).paragraphs == ()


@pytest.mark.parametrize(
    "page",
    [
        "<!doctype html><html lang=en><meta charset=utf-8><title>Ferry stops</title><article><h1>Ferry stops</h1>{}</article>",
        "<!doctype html><title>Ferry stops</title><main><h1>Ferry stops</h1>{}</main>",
        "<title>Ferry stops</title><header><h1>Ferry stops</h1></header><main>{}</main>",
        "<html><head><title>Ferry stops</title><main><h1>Ferry stops</h1>{}</main>",
        "<html><head><title>Ferry stops</title></head><body><nav>Menu</nav></body></html><article><h1>Ferry stops</h1>{}</article>",
        "<html><head><title>Ferry stops</title></head><body><p>ad</p></body><body><article><h1>Ferry stops</h1>{}</article></body>",
    ],
)
def test_a_page_needs_no_tags_of_head_and_body(page: str) -> None:
    """Tags of head and body may be left out, or stand there twice, as browsers allow."""
    text = (
        "<p>The ferry to the island will stop at the end of March, its owner said on Monday, after forty years.</p>"
        "<p>Some two hundred people use it every day, among them thirty children who go to school on the mainland.</p>"
    )
    found = document(page.format(text).encode())
    assert (found.title, len(paragraphs(found))) == ("Ferry stops", 2)


@pytest.mark.parametrize(
    "trap",
    [
        """<div data-embed="<script src='a.js'>"></div>""",
        "<p title='<!--'></p><script>a-->b</script>",
        "<SCRIPT>var a = '<p>'</SCRIPT><script>b()</script >",
        "<svg class='icon'/><p></svg></p>",
        "<svg-icon name='x'></svg-icon>",
        "<img src='data:image/svg+xml,<svg xmlns=x>'>",
        "<script>a = 1</SCRIPT>",
        "<style>p { margin: 0 }</STYLE >",
        "<script>document.write('<script src=a.js><\\/script>')</script>",
        "<textarea><!-- </textarea>",
        "<style>p::before { content: '<svg>' }</style>",
    ],
)
def test_scripts_and_drawings_take_no_text_with_them(trap: str) -> None:
    """What looks like the beginning of a script, a style, a comment or a drawing isn't always one."""
    page = document(f"<h1>{TITLE}</h1>{trap}<div>{BODY}</div><SCRIPT>c()</script><STYLE>p {{}}</style><SVG></svg>")
    assert page.text == "\n\n".join(TEXT)


@pytest.mark.parametrize(
    "label",
    [
        "شارك المقال",
        "استمع للمقال",
        "شیئر کریں",
        "محفوظ کریں",
        "שתפו בפייסבוק",
        "שמירת כתבה",
        "نسخه قابل چاپ",
        "ارسال نظر",
    ],
)
def test_a_buttons_label_is_no_author(label: str) -> None:
    """In scripts without capitals two words below the headline may be a name, or what a button does."""
    page = document(f"<article><h1>{TITLE}</h1><div>{label}</div>{BODY}</article>")
    assert page.authors == ()
    assert paragraphs(page) == TEXT


@pytest.mark.parametrize("holder", ["button", "label"])
def test_a_button_that_is_badly_ended_takes_no_article_with_it(holder: str) -> None:
    """Where the tags within a menu's button are muddled, what follows is the page all the same, as in a browser."""
    menu = f"<header><div><{holder} class=menu><div><div></{holder}></div><ul><li><a href='/coast'>Coast</a></li></ul></header>"
    page = document(f"{menu}<main><article><h1>{TITLE}</h1>{BODY}</article></main>")
    assert (page.title, paragraphs(page)) == (TITLE, TEXT)
