"""What a page offers beside its text: buttons, a table of its parts, what it is paid for."""

import pytest

from .test_html import BODY, P1, P2, P3, TEXT, TITLE, document

PART = "<h2 id='{0}'>{1}</h2><p>{2}</p>"
PARTS = "".join(map(PART.format, "abc", ("The wall", "How long it takes", "Boats"), (P1, P2, P3)))
LISTED = [("a", "The wall"), ("b", "How long it takes"), ("c", "Boats")]


SHORT = "".join(f"<li><a href='/{word}'>{word}</a></li>" for word in ("Wall", "Ferries", "Quay"))


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
        ("<p>Want more of the coast? Sign up for our newsletter, The Morning Ferry.</p>", "newsletter"),
        ("<p>Was this newsletter forwarded to you? Sign up to get it in your inbox.</p>", "newsletter"),
        ("<p>[gallery ids=”12,14” columns=”2”]</p>", "notice"),
        (f"<blockquote><h4>“{P2.partition(' said ')[2]}”</h4></blockquote>", "repeated"),
        ("<p>Jump to the list</p>", "navigation"),
        ("<h3>Subscribe to get access</h3><p>Read more of this content when you subscribe today.</p>", "paywall"),
        ("<p>This slideshow requires JavaScript.</p>", "caption"),
        ("<p>Read our full <a href='/3'>review of the Holm ferry</a></p>", "related"),
        (f"<h3>More from the coast</h3><ul>{SHORT}</ul>", "related"),
        (f"<p>Other recommended stories:</p><ul>{SHORT}</ul>", "related"),
    ],
    ids=["button", "a system's button", "two buttons", "around an element", "not printed", "hidden in print", "form was sent", "advert's label", "newsletter", "newsletter sent on", "code of the system", "quote as a heading", "way to a list", "wall", "slideshow", "review", "short links", "short links of a site"],
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
        f"<p>The prize goes to three places of the coast:</p><ul>{SHORT}</ul>",
        f"<p>Other places are recommended too:</p><ul>{SHORT.replace('/F', 'https://ferries.example/f')}</ul>",
        "<p>The party wrote in its newsletter that those who sign up get a flag.</p>",
        "<p>[lead size=2]The plan was printed and sent to each house.[/lead]</p>",
    ],
    ids=[
        "in a sentence",
        "a plain link",
        "much of the text",
        "another word",
        "a list of the story",
        "of several sites",
        "about a newsletter",
        "a paragraph in code",
    ],
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
        "".join(f"<p><a href='#'>{text[::-1]}.</a></p>" for text in TEXT),
    ],
    ids=["headings", "rows", "notes", "paragraphs"],
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


@pytest.mark.parametrize(
    "line",
    [
        "Want to know more of the coast? Sign up below, and get our map of its walls too!",
        "Liked this story? Subscribe to our blog and have one delivered to your inbox each week.",
        "Read all we know of the sea, and follow us on Facebook and Instagram to stay up to date.",
        "For more of the harbour, follow along on Instagram.",
        "Interviews take us weeks. If you've enjoyed this one, please support us with a small sum.",
        "Your donations play a great part in keeping our journalism free of charge.",
        "Do you know of a wall that we should see? Email us at walls@ansel.example",
        "Sie möchten keinen weiteren Beitrag verpassen? Dann abonnieren Sie unseren Newsletter!",
        "Lust auf mehr? Melde dich hier für unseren Newsletter an!",
        "Cet article vous a plu ? Abonnez-vous à notre infolettre !",
        "Si te ha gustado, suscríbete a nuestro boletín.",
        "Subscribe to the Gazette on YouTube for more of the harbour.",
    ],
)
def test_what_the_house_asks_below_a_story_is_cut(line: str) -> None:
    """The last lines that ask readers to subscribe, to follow, to pay or to write are the house's, with their heading."""
    page = document(f"<article><h1>{TITLE}</h1>{BODY}<h2>Before you go</h2><p>{line}</p></article>")
    assert page.text.split("\n\n") == TEXT
    assert "notice" in {part.label for part in page.discarded} or "newsletter" in {
        part.label for part in page.discarded
    }


@pytest.mark.parametrize("line", ["More of the harbour:", "Diese Berichte könnten Sie auch lesen:", "Follow:"])
def test_a_label_that_heads_nothing_is_no_last_line(line: str) -> None:
    """A last line that announces more to read, or is but a word with a colon, headed what was cut."""
    assert document(f"<article><h1>{TITLE}</h1>{BODY}<p>{line}</p></article>").text.split("\n\n") == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "The sea was puzzled by the wall of stone:",
        "Volunteers can sign up at the town hall, or register on its site.",
        "“Follow us on Facebook if you want to help,” said Ada Finch, who leads the group.",
        "Half of the readers subscribe to a newsletter, the survey says.",
        "Correction: an earlier version of this story said that readers could sign up below.",
        "The race can be followed on YouTube from noon.",
        "To donate to the fishermen, go to the harbour office before Friday.",
    ],
)
def test_what_a_story_ends_with_stays(line: str) -> None:
    """A last line that tells where to go, what someone said or what was wrong is the story's."""
    assert line in document(f"<article><h1>{TITLE}</h1>{BODY}<p>{line}</p></article>").text
