"""The text and nothing else: what is cut from among the paragraphs, and what stays, by rule families."""

import pytest

from .test_html import BODY, P1, P2, P3, TEXT, TITLE, document

PICTURE = "<img src='/wall.jpg'>"
LONGER = "".join(f"<p class='par'>{number}. {text}</p>" for number in range(4) for text in TEXT)
LONG_TEXT = [f"{number}. {text}" for number in range(4) for text in TEXT]


def story(inside: str) -> str:
    """The story with something between its paragraphs."""
    half = LONGER.index("<p class='par'>2.")
    return f"<h1>{TITLE}</h1><div class='column'>{LONGER[:half]}{inside}{LONGER[half:]}</div>"


@pytest.mark.parametrize(
    ("inside", "label"),
    [
        (f"<div class='x'>{PICTURE}<div class='y'>Waves at the quay, seen from the ferry.</div></div>", "caption"),
        ("<div class='media-info'>Ida Quist at the harbour wall</div>", "caption"),
        ("<p>Picture rights: Ansel Gazette</p>".replace("Picture rights", "Bildrechte"), "caption"),
        (f"<div class='big'>{P2}</div>", "repeated"),
        ("<h3>Les også <a href='/7'>Ferja går ikke i kveld heller</a></h3>", "related"),
        (
            "<h4>The storm so far:</h4><ul><li>Wall: <a href='/7'>How the harbour wall came down</a></li><li><a href='/8'>Forty boats without a berth</a></li></ul>",
            "related",
        ),
        (
            "<p>Subscribe for more articles</p><ul><li>All our stories about the coast, on paper and on screen</li></ul>",
            "paywall",
        ),
        (
            "<p>An dieser Stelle finden Sie einen externen Inhalt, der den Artikel ergänzt.</p><p>Externer Inhalt</p>",
            "cookies",
        ),
        (
            "<div class='teaser'><h3><a href='/9'>Choir wins the national prize</a></h3><p>It was its first.</p></div>",
            "related",
        ),
        ("<span></span><div class='visually-hidden'>New section of the page</div>", "hidden"),
        ("<div class='video-player'>The recording was stopped for now</div>", "player"),
        ("<p>Article content</p>", "advertisement"),
    ],
    ids=[
        "beside a picture",
        "by class",
        "rights",
        "pull quote",
        "link without a colon",
        "list of links",
        "subscriber's gains",
        "place of an embedded post",
        "teaser",
        "for screen readers",
        "player",
        "advert's label",
    ],
)
def test_insertions_are_cut_and_labelled(inside: str, label: str) -> None:
    """What is put among the paragraphs isn't in the text, and is shown as cut, under its label."""
    page = document(story(inside))
    assert page.text.split("\n\n") == LONG_TEXT
    assert label in {part.label for part in page.discarded}


@pytest.mark.parametrize(
    "inside",
    [
        "<p class='par'>The wall is to be three metres high and made of stone from the old quarry.</p>",
        "<blockquote>We will build it higher than before, whatever it costs us.</blockquote>",
        "<ul><li>nine million crowns in all</li><li>three years of work</li></ul>",
        "<h2>What the fishermen asked for</h2>",
        "<p class='par paywall'>No boat has been lost since, but some have been sold, at a third of their price.</p>",
        "<p class='par'>Correction: an earlier version of this story named another year for the storm.</p>",
        "<p class='par'>Read the <a href='/plan'>plan</a> before you judge it, the mayor asked on Tuesday.</p>",
    ],
    ids=["paragraph", "quote", "list", "subheading", "behind the wall", "correction", "link in a sentence"],
)
def test_what_belongs_to_the_story_stays(inside: str) -> None:
    """Paragraphs, quotes, lists, subheadings and corrections are text."""
    assert len(document(story(inside)).text.split("\n\n")) > len(LONG_TEXT)


def test_labels_that_come_again_and_again_are_no_text() -> None:
    """A short line that stands between many paragraphs is the page's, not the story's."""
    paragraphs = "".join(f"<p class='par'>{text}</p><div>Part of the story</div>" for text in LONG_TEXT)
    assert document(f"<h1>{TITLE}</h1><div>{paragraphs}</div>").text.split("\n\n") == LONG_TEXT


def test_a_text_in_several_elements_is_whole() -> None:
    """Parts of the text that stand in elements of one class are put together, with the subheadings between them."""
    first, second = (f"<p>In {year}: {{}}</p>" for year in (2023, 2024))
    first, second = ("".join(paragraph.format(text) for text in LONG_TEXT) for paragraph in (first, second))
    page = document(
        f"<main><h1>{TITLE}</h1><section><div class='part wide'>{first}{first.replace('2023', '2022')}</div></section><aside><a href='/9'>Choir wins the prize</a></aside>"
        f"<section><div class='part wide'><h3>And then</h3>{second}</div></section></main>"
    )
    assert "And then" in page.text
    assert page.text.endswith(P3)


def test_another_story_below_is_left_out() -> None:
    """Of several stories on one page, each an article of its own, the text is that of the headline's."""
    other = "".join(
        f"<p>{number}: The choir of the harbour sang for the whole evening, and nobody went home.</p>"
        for number in range(20)
    )
    page = document(
        f"<article><h1>{TITLE}</h1><div class='body'>{BODY}{BODY.replace('.', '!')}</div></article><article><h1>Choir sings</h1><div class='body'>{other}</div></article>",
        f"<title>{TITLE}</title>",
    )
    assert "choir" not in page.text
    assert page.text.startswith(P1)


def test_text_that_only_the_data_has() -> None:
    """A page that scripts fill has the text that its JSON-LD states."""
    body = "\\n\\n".join([*TEXT, *LONG_TEXT])
    data = f'{{"@type": "NewsArticle", "headline": "{TITLE}", "articleBody": "{body}"}}'
    page = document("<div id='root'></div>", f"<script type='application/ld+json'>{data}</script>")
    assert page.text.split("\n\n") == [*TEXT, *LONG_TEXT]
    assert P2 in page.body


def test_a_lead_above_the_text_is_in_the_text_or_is_the_standfirst() -> None:
    """No paragraph between headline and text is lost, nor does one stand in both places."""
    lead = "The harbour wall of Port Ansel, broken by a storm, is to stand again within three years."
    page = document(f"<header><h1>{TITLE}</h1><div class='big'>{lead}</div></header><div class='column'>{LONGER}</div>")
    assert (page.standfirst == lead) != (lead in page.text)
