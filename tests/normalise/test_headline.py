"""The title of an HTML page: the headline as the page shows it, and nothing else."""

import pytest

from archiver.normalise import title

from .test_html import BODY, TITLE, document

SHORT = "Wall to rise"  # what search engines are told of the same story
SITE = "<meta property='og:site_name' content='Ansel Gazette'>"
OG = f"<meta property='og:title' content='{TITLE}'>"


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (f"<h1><span class='article__kicker'>Coast</span> {TITLE}</h1>{BODY}", OG),
        (f"<h1><small>12 March 2025</small> {TITLE}</h1>{BODY}", ""),
        (f"<h1><span class='topline'>Coast</span><span class='sr-only'>: </span><span>{TITLE}</span></h1>{BODY}", ""),
        (f"<h1>{TITLE} <span class='subtitle'>Three years of work lie ahead</span></h1>{BODY}", OG),
        (
            f"<nav class='breadcrumb'><a href='/'>Home</a><h1>{TITLE} in three years</h1></nav><article><h2>{TITLE}</h2>{BODY}</article>",
            f"{OG}<title>{TITLE} in three years - Ansel Gazette</title>",
        ),
        (
            f"<h1>Coast</h1><h1 class='entry-title'>{TITLE}</h1>{BODY}",
            f"<title>{TITLE} · Coast · Ansel Gazette</title>{SITE}",
        ),
        (f"<h1>{TITLE}</h1>{BODY}<h1>More of the coast</h1>", f"<title>{SHORT} | Ansel Gazette</title>"),
        (f"<h1>{TITLE} | Coast</h1>{BODY}", OG),
        (BODY, f"<title>{TITLE} - Ansel Gazette - 12 March 2025</title>{SITE}"),
        (BODY, f"<title>{TITLE} | Coast | Ansel Gazette</title>"),
        (f"<div id='sidebar'><h1>{TITLE}</h1></div>{BODY}", OG),
        (
            f"<nav class='breadcrumb'><a href='/'>Home</a><h1>{TITLE}</h1></nav><article><h2>{TITLE.split(maxsplit=1)[0]}</h2>{BODY}</article>",
            f"{OG}<title>{TITLE} - Ansel Gazette</title>",
        ),
        (
            f"<nav class='breadcrumb'><a href='/'>Home</a><h1>{SHORT}</h1></nav><article><h2>{TITLE}</h2>{BODY}</article>",
            f"{OG}<meta name='twitter:title' content='{SHORT}'>",
        ),
        (
            f"<h1>{TITLE}</h1>{BODY}<h3 class='entry-title'>{TITLE.rsplit(maxsplit=1)[0]}</h3>",
            f"<meta property='og:title' content='{TITLE.rsplit(maxsplit=1)[0]}'>",
        ),
    ],
    ids=[
        "kicker", "date above", "kicker with a hidden colon", "subtitle", "breadcrumb for search engines", "section above",
        "headline unlike the page's title", "section behind", "site and date behind", "section and site behind", "misleading class around",
        "label below the headline", "breadcrumb that no title confirms", "stories below",
    ],
)  # fmt: skip
def test_title_is_the_headline_alone(body: str, head: str) -> None:
    """Kickers, subtitles, dates, sections, site's names and titles for search engines aren't the title."""
    assert document(body, head).title == TITLE


def test_a_kicker_that_the_page_joins_stays() -> None:
    """Where a readable colon joins kicker and headline and the page states both as its headline, it is one."""
    joined = f"Coast: {TITLE}"
    page = document(
        f"<h1><span class='kicker'>Coast:</span> {TITLE}</h1>{BODY}", f"<meta property='og:title' content='{joined}'>"
    )
    assert page.title == joined


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("港の壁が再建される - 灯台新聞", "港の壁が再建される"),
        ("港の壁が再建される｜灯台新聞", "港の壁が再建される"),
        ("Harbour wall to rise again | Coast | Gazette", "Harbour wall to rise again"),
        ("Harbour wall to rise again - 3 May 2024", "Harbour wall to rise again"),
        ("Harbour wall to rise again - The Ansel Gazette", "Harbour wall to rise again"),
        ("Up - down", "Up - down"),
    ],
)
def test_what_stands_behind_an_unconfirmed_title_goes(text: str, bare: str) -> None:
    """Without a heading, sites, sections and dates are cut off a title at its separators, in scripts without spaces too."""
    assert title.without_tails(text, ["Ansel Gazette", "灯台新聞"]) == bare


def test_a_part_of_the_title_that_is_like_the_host_names_the_site() -> None:
    """Though headline and page title differ, what the title has of the host's letters is the site's name."""
    names = title.settle(TITLE, [], "Quite another wall | The Ansel Gazette", ["anselgazette.xx"])
    assert names == (TITLE, "The Ansel Gazette")


@pytest.mark.parametrize(
    ("page_title", "site"),
    [
        ("大桥因桥墩裂缝关闭-东岸网", "东岸网"),
        ("大桥因桥墩裂缝关闭_东岸网_dongan.cn", "东岸网"),
        ("大桥因桥墩裂缝关闭_交通_东岸晚报", "东岸晚报"),
        ("大桥因桥墩裂缝关闭_互联网", None),
    ],
)
def test_what_a_title_ends_in_as_chinese_sites_are_called_names_the_site(page_title: str, site: str | None) -> None:
    """No Chinese name is like its host, and most sites state it nowhere but in the page's title."""
    assert title.settle(None, [], page_title, ["dongan.example"])[1] == site
    assert title.settle("大桥因桥墩裂缝关闭", [], page_title.replace("桥墩", ""), ["dongan.example"])[1] == site


@pytest.mark.parametrize(
    ("headline", "shown"),
    [
        ("<span>Coast:</span><span>The harbour wall rises again</span>", "Coast: The harbour wall rises again"),
        ("<span>Coast :</span> <span>The harbour wall rises again</span>", "Coast: The harbour wall rises again"),
        (
            "<span>Coast</span><span class='visually-hidden'>: </span><span>The harbour wall rises again</span>",
            "Coast: The harbour wall rises again",
        ),
        ("<span class='kicker'>Coast</span> <span>«The harbour wall rises»</span>", "«The harbour wall rises»"),
        (
            "<span class='subline'>Coast<span class='visually-hidden'>:</span></span> <span class='topline'>The harbour wall rises again</span>",
            "The harbour wall rises again",
        ),
    ],
)
def test_a_colon_between_kicker_and_headline_is_spaced_as_in_a_text(headline: str, shown: str) -> None:
    """What a page's style sheet would part is parted by a space."""
    assert document(f"<h1>{headline}</h1>{BODY}", "").title == shown


def test_the_longer_title_is_taken_only_where_a_quotation_mark_cut_the_other() -> None:
    """What the page's title has behind the one for social media is its section, unless it goes on with a quotation mark."""
    assert title.settle(None, ["He said that the"], 'He said that the "old" wall must go', [])[0] == (
        'He said that the "old" wall must go'
    )
    assert title.settle(None, ["港の壁が再建される"], "港の壁が再建される-政治", [])[0] == "港の壁が再建される"
