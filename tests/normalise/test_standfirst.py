"""The standfirst of an HTML page: told from headline, byline, notices and lead."""

import pytest

from .test_html import BODY, P1, P2, TITLE, document

DECK = "Storm damage will take three years to mend, the harbour office says"
META = f"<meta name='description' content='{DECK}'>"


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (f"<h1>{TITLE}</h1><p class='article-strapline'>{DECK}</p><div>{BODY}</div>", ""),
        (f"<header><h1>{TITLE}</h1><div class='article__preamble'><p>{DECK}</p></div></header><div>{BODY}</div>", ""),
        (f"<h1>{TITLE}</h1><div class='text'><p class='bold'>{DECK}</p>{BODY}</div>", META),
        (f"<h1>{TITLE}</h1><div class='text'><p><b>{DECK}</b></p>{BODY}</div>", META),
        (f"<h1>{TITLE}</h1><p>This article is more than two years old</p><h2>{DECK}</h2><div>{BODY}</div>", META),
        (f"<h1>{TITLE}</h1><ul class='footer'><li><h2>{DECK}</h2></li></ul><div>{BODY}</div>", META),
        (f"<h1>{TITLE}</h1><div class='text intro'><h2 class='first'>{DECK}</h2>{BODY}</div>", META),
        (f"<h1>{TITLE}</h1><div class='text'><p class='lead'>{DECK}</p>{BODY}</div>", ""),
        (f"<h1>{TITLE}</h1>{'<nav><p>Menu of the paper</p></nav>' * 50}<div class='rich'><div>{DECK}</div></div><div>{BODY}</div>", META),
        (f"<h1>{TITLE}</h1><div class='big'><p>{DECK}</p></div><p>By Ida Quist</p><p>3 May 2024</p><div>{BODY}</div>", ""),
    ],
    ids=[
        "class", "class around", "bold and described", "strong and described", "below a notice", "described, in a list of that name",
        "a described heading in the text", "a paragraph's own class", "described, far from the headline", "above the byline",
    ],
)  # fmt: skip
def test_standfirst_is_found_and_not_in_the_text(body: str, head: str) -> None:
    """What class, form or the page's description set off is the standfirst, and isn't told twice."""
    page = document(body, head)
    assert page.standfirst == DECK
    assert DECK not in page.text


def test_a_report_s_first_paragraph_is_text_whatever_its_class() -> None:
    """What begins with a dateline is the report itself, though its class says “lead”."""
    page = document(f"<h1>{TITLE}</h1><div class='text'><p class='lead'>NORVALE, May 14 – {DECK}.</p>{BODY}</div>")
    assert page.standfirst is None
    assert DECK in page.text


def test_a_standfirst_of_several_lines_is_whole() -> None:
    """Lines of one list of decks are one standfirst."""
    more = "Boats moor at the old pier meanwhile"
    page = document(f"<h1>{TITLE}</h1><h2 class='deck'>{DECK}</h2><h2 class='deck'>{more}</h2><div>{BODY}</div>")
    assert page.standfirst == f"{DECK} {more}"


def test_a_standfirst_of_points_is_whole() -> None:
    """Of a list between headline and byline that the page's description tells of, no point is left out."""
    points = ["The wall fell in January", DECK, "Boats moor at the old pier meanwhile"]
    listed = "".join(f"<li><strong>{point}</strong></li>" for point in points)
    page = document(
        f"<div><h1>{TITLE}</h1><ul class='m'>{listed}</ul><p class='byline'>By Ida Quist</p>{BODY}</div>", META
    )
    assert page.standfirst == " · ".join(points)


def test_points_of_a_marked_list_are_one_standfirst() -> None:
    """Each in an element of its own within its item, they are told together; what the text repeats of it isn't told twice."""
    more = "Boats moor at the old pier meanwhile"
    points = "".join(f"<li><div class='abstract__text'>{point}</div></li>" for point in (DECK, more))
    page = document(f"<h1>{TITLE}</h1><ul>{points}</ul><div>{BODY}</div>")
    assert page.standfirst == f"{DECK} · {more}"
    told = f"{DECK}, and the council agrees with it in the end."
    page = document(f"<h1>{TITLE}</h1><p class='standfirst'>{told}</p><div><p>{told}</p>{BODY}</div>")
    assert (page.standfirst, page.text.split("\n\n")[0]) == (told, P1)


def test_a_standfirst_may_be_a_link_in_its_greater_part() -> None:
    """A sentence that leads elsewhere in most of its words is one; what is a link as a whole is another story."""
    half = document(
        f"<h1>{TITLE}</h1><p class='standfirst'>The quay will <a href='/w'>be rebuilt by the town</a>.</p><div>{BODY}</div>",
        "",
    )
    assert half.standfirst == "The quay will be rebuilt by the town."
    whole = document(
        f"<h1>{TITLE}</h1><p class='standfirst'><a href='/w'>The ferry will be sold by the town.</a></p><div>{BODY}</div>",
        "",
    )
    assert whole.standfirst is None


def test_a_list_of_points_is_whole() -> None:
    """All points of a summary are the standfirst, with a mark between, whichever looks most like one; a byline of the same form is none."""
    points = [
        "The wall fell in January",
        "Work begins in spring, says the mayor",
        "Boats moor at the old pier meanwhile",
    ]
    items = "".join(f"<li>{point}</li>" for point in points)
    page = document(f"<h1>{TITLE}</h1><ul class='summary'>{items}</ul><div>{BODY}</div>")
    assert page.standfirst == " · ".join(points)
    signed = f"<div class='summary'><p>{DECK}</p><p>By Ida Quist</p></div>"
    assert document(f"<h1>{TITLE}</h1>{signed}<div>{BODY}</div>").standfirst == DECK


def test_a_place_before_a_line_that_is_set_apart() -> None:
    """“Port Ansel. …” in bold above a text in another form is the standfirst, with its place."""
    line = "Port Ansel. The harbour office says that mending what the storm broke will take three years"
    page = document(f"<h1>{TITLE}</h1><div><p class='font-medium'>{line}</p>{BODY}</div>")
    assert page.standfirst == line


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (f"<h1>{TITLE}</h1><div>{BODY}</div>", f"<meta name='description' content='{P1}'>"),
        (f"<h1>{TITLE}</h1><div>{BODY}</div>", META),
        (f"<h1>{TITLE}</h1><div><p class='intro'>{P1}</p>{BODY}</div>", ""),
        (f"<h1>{TITLE}</h1><div class='image-box'><div>The wall in January, seen from the sea</div></div><div>{BODY}</div>", ""),
        (f"<h1>{TITLE}</h1><div><p>Did you know that you can read us on your telephone, too?</p></div><div>{BODY}</div>", ""),
        (f"<h1>{TITLE}</h1><section><p>{P1}</p></section><section>{BODY}</section>", f"<meta name='description' content='{P1}'>"),
        (f"<h1>{TITLE}</h1><div class='big'>{DECK} {DECK} {DECK} {DECK} {DECK} {DECK}.</div><div>{BODY}</div>", ""),
        (f"<h1>{TITLE}</h1><div class='big'><p>{DECK}.</p></div><div>{BODY}</div>", ""),
        (f"<h1>{TITLE}</h1><div class='big'><p>{P1} {P2} {P1}</p></div><div>{BODY}</div>", f"<meta name='description' content='{P1} {P2} {P1}'>"),
        (f"<h1>{TITLE}</h1><div class='big'>Storm at the quay</div><div>{BODY}</div>", ""),
        (f"<h1>{TITLE}</h1><div class='big'>PARIS (AFP) — {DECK}, and the minister agreed with it.</div><div>{BODY}</div>", ""),
        (f"<h1>{TITLE}</h1><div class='summary'><p>{DECK}. <span class='source'>I. Quist</span></p></div><div>{BODY}</div>", ""),
        (f"<h1>{TITLE}</h1><p class='video-desc' itemprop='description'>{DECK}.</p><div>{BODY}</div>", ""),
        (f"<h1>{TITLE}</h1><div>{BODY}<div class='subheading'><div>#1.</div><div class='t2'>{DECK}</div></div>{BODY}</div>", ""),
        (f"<h1>{TITLE}</h1><div><span class='title'>The storm</span> <span class='caption'>{DECK} {DECK}</span></div><div>{BODY}</div>", ""),
    ],
    ids=["the lead as description", "a description that isn't shown", "a lead's class", "a caption", "a question to readers", "a described paragraph set like the text", "a long paragraph", "a paragraph where nothing describes the page", "a long paragraph that is described", "a few words", "a report's beginning", "with an owner", "a recording's", "an item's heading", "an inline caption"],
)  # fmt: skip
def test_what_is_no_standfirst(body: str, head: str) -> None:
    """The lead, captions, notices and descriptions that no reader sees are no standfirst."""
    assert document(body, head).standfirst is None


@pytest.mark.parametrize(
    "deck",
    [
        "Mayor promises a ferry next week",
        "Başkan gelecek hafta feribot vadediyor",
        "Мэр обещает паром на следующей неделе",
        "ראשת העיר מבטיחה מעבורת בשבוע הבא",
    ],
)
@pytest.mark.parametrize("tag", ["h2", "h3"])
def test_a_short_heading_between_headline_and_byline(deck: str, tag: str) -> None:
    """A heading of a few words right below the headline, with byline and date behind it, is the standfirst."""
    page = document(f"<h1>{TITLE}</h1><{tag}>{deck}</{tag}><div>By Ida Quist</div><div>3 May 2024</div>{BODY}", "")
    assert page.standfirst == deck


def test_a_standfirst_in_the_headlines_own_element() -> None:
    """It stands there in an element of its own, and the page's description has the same words."""
    page = document(
        f"<h1><span>{TITLE}</span> <span>{DECK}</span></h1><div>{BODY}</div>",
        f"{META}<meta property='og:title' content='{TITLE}'>",
    )
    assert (page.title, page.standfirst) == (TITLE, DECK)


def test_a_section_above_the_byline_is_no_standfirst() -> None:
    """Two or three words say where the story stands."""
    page = document(f"<h1>{TITLE}</h1><h2>Local news</h2><div>By Ida Quist</div><div>3 May 2024</div>{BODY}", "")
    assert page.standfirst is None


def test_a_byline_at_its_end_is_none_of_it() -> None:
    """Who wrote the story may stand in the same line, in an element of its own."""
    line = f"<p class='intro'>{DECK}. <span class='author'>VON IDA QUIST</span></p>"
    page = document(f"<html lang=de><h1>{TITLE}</h1>{line}<div>{BODY}</div>", "")
    assert (page.standfirst, page.authors) == (f"{DECK}.", ("Ida Quist",))
