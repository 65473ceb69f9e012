"""What a page offers beside its text: buttons, a table of its parts, what it is paid for."""

import pytest

from .test_html import P1, P2, P3, TEXT, TITLE, document

PART = "<h2 id='{0}'>{1}</h2><p>{2}</p>"
PARTS = "".join(map(PART.format, "abc", ("The wall", "How long it takes", "Boats"), (P1, P2, P3)))
LISTED = [("a", "The wall"), ("b", "How long it takes"), ("c", "Boats")]


def within(inside: str) -> str:
    """A story with this among its paragraphs."""
    return f"<article><h1>{TITLE}</h1><p>{P1}</p><p>{P2}</p>{inside}<p>{P3}</p></article>"


@pytest.mark.parametrize(
    ("inside", "label"),
    [
        ("<p><a class='btn btn-primary' href='https://shop.example/1'>See the plan of the wall</a></p>", "navigation"),
        ("<div class='wp-block-button'><a class='wp-block-button__link' href='/plan'>Plan</a></div>", "navigation"),
        ("<div><a class='c-button' href='/1'>9 crowns at Holm</a> <a class='c-button' href='/2'>8 at Skarn</a></div>", "navigation"),
        ("<a class='cta' href='/plan'><div>The plan of the wall</div></a>", "navigation"),
        ("<div class='noprint'><p>The paper was founded in 1890 and is owned by its readers.</p></div>", "box"),
        ("<div class='d-print-none'><p>The paper was founded in 1890, and it is owned by them.</p></div>", "box"),
        ("<div><div class='w-form-done'><p>Thank you! We have got your letter.</p></div></div>", "unseen"),
        ("<p>Advertisement - Page continues below</p>", "advertisement"),
    ],
    ids=["button", "a system's button", "two buttons", "around an element", "not printed", "hidden in print", "form was sent", "advert's label"],
)  # fmt: skip
def test_offers_among_the_paragraphs_are_cut(inside: str, label: str) -> None:
    """A button tells nothing, what isn't printed is none of the text, and the text below it goes on."""
    page = document(within(inside))
    assert page.text.split("\n\n") == TEXT
    assert label in {part.label for part in page.discarded}


@pytest.mark.parametrize(
    "inside",
    [
        "<p>See the <a class='btn' href='/plan'>plan of the wall</a> before you judge it, the mayor asked.</p>",
        "<p><a href='/plan'>The plan of the wall in full.</a></p>",
        f"<div class='noprint'><p>{P2[::-1]}.</p><p>{P1[::-1]}.</p></div>",
        "<p class='printed'>The plan was printed and sent to each house.</p>",
    ],
    ids=["in a sentence", "a plain link", "much of the text", "another word"],
)
def test_what_only_looks_like_an_offer_stays(inside: str) -> None:
    """A link in a sentence is text, however it is set; so is most of a text whatever is said of its print."""
    assert len(document(within(inside)).text.split("\n\n")) > len(TEXT)


@pytest.mark.parametrize(
    "table",
    [
        "<h2>Table of contents</h2><ul>{}</ul>",
        "<p>In this article:</p><ul>{}</ul>",
        "<div>Contents hide</div><ol>{}</ol>",
        "<ul>{}</ul>",
        "<h3>Inhalt</h3><ul>{}</ul>",
        "<h2>Table of contents</h2>",
    ],
)
def test_a_table_of_the_pages_own_parts_is_no_text(table: str) -> None:
    """Links to the parts of the page, however short, are neither text nor other stories, with the line that heads them."""
    items = "".join(f"<li><a href='#{part}'>{heading}</a></li>" for part, heading in LISTED)
    page = document(f"<article><h1>{TITLE}</h1><p>{P1[::-1]}.</p>{table.format(items)}{PARTS}</article>")
    assert page.text.split("\n\n")[1:] == ["The wall", P1, "How long it takes", P2, "Boats", P3]
    assert page.related == ()


@pytest.mark.parametrize(
    "inside",
    [
        f"<h2><a href='#a'>The wall</a></h2><p>{P1[::-1]}.</p><h2><a href='#b'>The boats</a></h2>",
        "<table><tr><td><a href='#a'>Wall</a></td><td><a href='#b'>9</a></td></tr><tr><td><a href='#c'>Boat</a></td><td><a href='#d'>8</a></td></tr><tr><td><a href='#e'>Quay</a></td><td><a href='#f'>7</a></td></tr></table>",
        "<ul><li>the wall<a href='#fn1'>1</a></li><li>the boats<a href='#fn2'>2</a></li><li>the quay<a href='#fn3'>3</a></li></ul>",
    ],
    ids=["headings", "rows", "notes"],
)
def test_links_to_the_pages_parts_beside_words_are_text(inside: str) -> None:
    """Headings, rows and items that lead to a part of the page tell something themselves."""
    assert len(document(within(inside)).text.split("\n\n")) > len(TEXT) + 1


@pytest.mark.parametrize(
    "line",
    [
        "Disclosure: This post contains affiliate links. If you use them to make a purchase, we may earn a small commission, at no extra cost to you.",
        "As a member of the shop's programme, I earn from qualifying purchases.",
        "Please note: if you decide to purchase something through a link on the site, I may earn a commission.",
        "Our editors choose on their own what they speak of. Buying through our links may earn us a commission.",
        "In diesem Artikel sind Affiliate-Links enthalten. Kaufen Sie darüber ein, erhalten wir eine Provision.",
        "Cet article contient des liens d’affiliation, sur lesquels nous touchons une commission.",
        "Este artículo contiene enlaces de afiliado: por cada compra recibimos una comisión.",
    ],
)
def test_what_the_house_says_of_paid_links_is_cut(line: str) -> None:
    """A house's notice that it is paid for links is no text, in any language and wherever it stands."""
    page = document(within(f"<p>{line}</p>"))
    assert page.text.split("\n\n") == TEXT
    assert "advertisement" in {part.label for part in page.discarded}


@pytest.mark.parametrize(
    "line",
    [
        "The commission links the fall in prices to the closing of the port.",
        "Agents get a commission when you buy it, and they are liable if it is lost.",
        "“We earn a commission on such links,” said the shop's owner, Ada Finch.",
        "We received the commission's report, which links the two fires.",
        "Put affiliate links on your pages, and track what each of them brings.",
    ],
)
def test_sentences_about_commissions_stay(line: str) -> None:
    """A commission of the state, or of an agent, is what a report may be about."""
    assert line in document(within(f"<p>{line}</p>")).text
