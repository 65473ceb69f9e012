"""Kinds of pages beside the plain report: live blogs, recipes, forums, print versions, frames, pages for scripts."""

import pytest

from .test_html import BODY, P1, P2, P3, TEXT, TITLE, document

GERMAN = "<p>Der Bürgermeister sagte am Dienstag, dass die Arbeit im Frühjahr beginnt und drei Jahre dauern wird.</p>"
QUOTE = "We will build it higher than before, whatever it costs us."
POST = (
    "<blockquote class='twitter-tweet'><p>The wall is coming back, neighbours!</p>— Greta Holm (@holm) March 4, 2025"
    "</blockquote>"
)


def entry(inside: str, text: str) -> str:
    """An entry of a live blog."""
    return f"<div class='post'>{inside}<p>{text}</p></div>"


@pytest.mark.parametrize(
    "stamp",
    [
        "<time>{}</time><h2>{}</h2>",
        "<h2>{1}</h2><div class='meta'>{0}</div>",
        "<p>{} Ida Quist</p><h2>{}</h2>",
        "<h3>{}</h3><h2>{}</h2>",
        "<h2>{1}</h2><p class='ts'>{0} GMT</p>",
    ],
    ids=["time above", "time below", "time with a name", "time as a heading", "time below without a label"],
)
def test_a_live_blog_has_all_headings_and_no_times(stamp: str) -> None:
    """Each entry's heading stands above its text, the first one's too; the time of day is cut."""
    told = zip(("14:10", "13:05", "12:40"), ("Bridge shut", "Wall holds", "Boats away"), TEXT, strict=True)
    entries = "".join(entry(stamp.format(at, heading), text) for at, heading, text in told)
    page = document(f"<h1>{TITLE}</h1><div class='liveblog'>{entries}</div>")
    assert page.text.split("\n\n") == ["Bridge shut", P1, "Wall holds", P2, "Boats away", P3]


def test_the_newest_entrys_time_isnt_the_live_blogs() -> None:
    """Where nothing else tells when the page came out, the time of its last entry doesn't."""
    stamp = "<header><time datetime='2025-03-05T{0}:00Z'>{0}</time> <span class='author'>Ida Quist</span></header>"
    told = zip(("14:10", "13:05", "12:40"), TEXT, strict=True)
    entries = "".join(f"<article>{stamp.format(at)}<p>{text}</p></article>" for at, text in told)
    page = document(f"<main><h1>{TITLE}</h1>{entries}</main>")
    assert (page.published, page.text.split("\n\n")) == (None, TEXT)


def test_two_quotes_are_two_in_markdown() -> None:
    """A quote and the post behind it, or two quotes, aren't run together; each keeps its own paragraphs."""
    page = document(
        f"<h1>{TITLE}</h1><div><p>{P1}</p><blockquote><p>{QUOTE}</p></blockquote>{POST}<p>{P2}</p><p>{P3}</p></div>"
    )
    posted = "> The wall is coming back, neighbours!\n>\n> — Greta Holm (@holm) March 4, 2025"
    assert f"{P1}\n\n> {QUOTE}\n\n{posted}\n\n{P2}" in page.body


def test_a_post_in_a_figure_is_text() -> None:
    """A figure may hold an embedded post, which is a quote; its caption is none."""
    figure = f"<figure>{POST}<figcaption>The post of the mayor</figcaption></figure>"
    page = document(f"<h1>{TITLE}</h1><div><p>{P1}</p>{figure}<p>{P2}</p><p>{P3}</p></div>")
    assert "The wall is coming back, neighbours!" in page.text
    assert "The post of the mayor" not in page.text


def test_preformatted_lines_are_kept() -> None:
    """A poem has its lines, with their indents in Markdown; what is only wrapped is one paragraph."""
    page = document(
        f"<h1>{TITLE}</h1><div><p>{P1}</p><pre>O wall of stone,\n   O wall of sand,\nstand fast.</pre><p>{P2}</p><p>{P3}</p></div>"
    )
    assert page.text.split("\n\n") == [P1, "O wall of stone,", "O wall of sand,", "stand fast.", P2, P3]
    assert "```\nO wall of stone,\n   O wall of sand,\nstand fast.\n```" in page.body


@pytest.mark.parametrize(
    "page",
    [
        f"<frameset cols='20%,80%'><frame src='a.html'><noframes><body><h1>{TITLE}</h1>{BODY}</body></noframes></frameset>",
        f"<body><h1>{TITLE}</h1><noscript><div>{BODY}</div></body>",
        f"<body><h1>{TITLE}</h1><div class='post'><script type='text/template'>{BODY}</script></div></body>",
    ],
    ids=["frames", "no scripts", "template"],
)  # fmt: skip
def test_text_for_other_browsers_is_read(page: str) -> None:
    """What stands in the place of frames or scripts is the text where there is no other; no tag gets into it."""
    assert document(f"<html><head><title>{TITLE}</title></head>{page}</html>".encode()).text.split("\n\n") == TEXT


def test_print_versions() -> None:
    """Byline, page numbers and what is printed at the foot aren't text."""
    picture = "<p align='center'><img src='/w.gif'><br><font size='1'><i>The wall, by our photographer</i></font></p>"
    foot = "<p>Page 1 of 1</p><p>Printed from www.ansel.example on 3 June 2024</p><p>URL: https://www.ansel.example/a/1</p>"
    page = document(f"<h2>{TITLE}</h2><p class='small'>04/03/2025 by Ida Quist</p>{picture}{BODY}{foot}")
    assert page.text.split("\n\n") == TEXT
    assert page.authors == ("Ida Quist",)


@pytest.mark.parametrize("holder", ["<ul class='recipe-ingredients'>{}</ul>", "<div><h3>Zutaten</h3><ul class='zutatenliste'>{}</ul></div>"])  # fmt: skip
def test_ingredients_of_a_recipe_are_text(holder: str) -> None:
    """What a dish is made of belongs to its recipe, wherever it stands."""
    items = "<li>200 g flour</li><li>Salt</li>"
    page = document(
        f"<h1>Bread of Port Ansel</h1><div class='left'>{holder.format(items)}</div><div class='how'>{BODY}</div>"
    )
    assert "200 g flour\n\nSalt\n\n" in page.text


def test_a_forum_page_is_its_posts() -> None:
    """Where a page is nothing but what it calls comments, they are its text; below a story they never are."""
    forum = f"<div id='comments'><div>{BODY}{BODY.replace('The', 'A')}</div></div>"
    assert P1 in document(f"<h1>{TITLE}</h1>{forum}").text
    assert P1 not in document(f"<h1>{TITLE}</h1><div><p>{QUOTE} It is the law.</p><p>{QUOTE}</p></div>{forum}").text


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("Astrid Blom is our transport correspondent. Follow her on X.", True),
        ("Astrid Blom covers ferries and harbours for the Gazette.", True),
        ("Astrid Blom schreibt über Fähren und Häfen.", True),
        ("Astrid Blom covers the coast for the Gazette. Reach her at astrid@ansel.example.", True),
        ("Our correspondent Astrid Blom is there for the islands. From May on she will be at Skarn.", True),
        ("Die Hamburger Anwältin Astrid Blom ist Gründerin der Stiftung Hafen.", True),
        ("Astrid Blom is the author of “Walls”, and sails.", True),
        ("Nothing was said by the town. Astrid Blom is a director there.", False),
        ("(Astrid Blom is a reader in law at the University of Skarn, and sails.)", True),
        ("Astrid Blom is a swimmer, and she was the first one in the water.", False),
    ],
)
def test_what_is_told_of_the_author_is_cut(line: str, cut: bool) -> None:
    """A line at the end that introduces who wrote the story isn't text; one that goes on with the story is."""
    page = document(f"<article><h1>{TITLE}</h1><p class='byline'>By Astrid Blom</p>{BODY}<p>{line}</p></article>")
    assert (line not in page.text) == cut
    assert page.authors == ("Astrid Blom",)


@pytest.mark.parametrize(
    ("lead", "language", "place"),
    [
        (f"Skarnholm: {P1} It is near Skarnholm.", "en", "Skarnholm"),
        ("Altenquell. Als der Damm am Montag brach, saß niemand in Altenquell mehr am Ufer, denn alle waren gewarnt.", "de", "Altenquell"),
        (f"Analysis: {P1}", "en", None),
        ("Stille. Als der Damm am Montag brach, saß niemand mehr am Ufer, denn alle waren gewarnt worden.", "de", None),
    ],
)  # fmt: skip
def test_datelines_of_small_towns(lead: str, language: str, place: str | None) -> None:
    """A place that no gazetteer has is one where the story itself happens in it."""
    page = document(f"<h1>{TITLE}</h1><div><p>{lead}</p>{BODY if language == 'en' else GERMAN}</div>", f"<meta property='og:locale' content='{language}'>")  # fmt: skip
    assert (page.dateline.place if page.dateline else None) == place
    assert page.text.startswith(f"{place}") is False


@pytest.mark.parametrize(
    "inside",
    [
        "<div class='cta'><p>The morning note, for all who rise early</p><a href='/j'>Join 41,000 readers</a></div>",
        "<p><a href='/j'>Join more than 3,500 other subscribers</a></p>",
        "<p>Czytaj także: <a href='/7'>Jak runął mur w porcie</a></p>",
        "<div class='ilgili-haber'><span>İLGİLİ HABER</span><a href='/7'>Limandaki duvar nasıl yıkıldı</a></div>",
        "<h4>People are also reading…</h4><ul><li><a href='/7'>How the harbour wall came down</a></li></ul>",
        "<div class='sharedaddy'><h3>Like this:</h3></div>",
        "<table><tr><td><img src='/7.jpg'></td></tr><tr><td class='podpis-zdjecia'>Mur w porcie</td></tr></table>",
    ],
)
def test_boxes_of_many_languages_are_cut(inside: str) -> None:
    """Boxes that ask to join, links to other stories, share bars and captions aren't text."""
    page = document(f"<h1>{TITLE}</h1><div class='c'><p>{P1}</p>{inside}<p>{P2}</p><p>{P3}</p></div>")
    assert page.text.split("\n\n") == TEXT


def test_a_box_that_is_never_closed_doesnt_swallow_the_story() -> None:
    """A newsletter's box with much of the story and other stories' links in it is none."""
    more = "".join(f"<p>{number}. {text}</p>" for number in range(5) for text in TEXT)
    links = "".join(
        f"<h3><a href='/{number}'>Storm number {number} sinks two of the ferries</a></h3>" for number in range(20)
    )
    page = document(
        f"<h1>{TITLE}</h1><div class='c'>{BODY}<div class='newsletter'><p>The Gazette weekly</p>{more}{links}</div>"
    )
    assert f"4. {P3}" in page.text


@pytest.mark.parametrize(
    "page",
    [
        "<head>" + "".join(f"<meta name='a{number}' content='x'>" for number in range(250_000)) + "</head><body>",
        f"<head><title>{'Wall ' * 1_000_000}</title></head><body><h1>{'Wall ' * 1_000_000}</h1>",
    ],
    ids=["a quarter of a million meta tags", "endless title and line"],
)
def test_an_endless_head_hides_no_text(page: str) -> None:
    """However much stands above a story, the story is read."""
    text = document(f"<html>{page}<h1>{TITLE}</h1><div>{BODY}</div></body></html>".encode()).text
    assert text.endswith("\n\n".join(TEXT))


def test_words_for_screen_readers_arent_text() -> None:
    """What a link says to those who hear the page isn't in the text, and its words go on behind it."""
    spoken = "<a href='/plan'>the plan<span class='sr-only'> (opens in a new window)</span></a>"
    hidden = "<a href='/map'>its map<span style='border:0;clip:rect(0 0 0 0);height:1px'>, opens new tab</span></a>"
    page = document(f"<h1>{TITLE}</h1><div><p>{P1} See {spoken} and {hidden} of it.</p><p>{P2}</p><p>{P3}</p></div>")
    assert page.text.split("\n\n")[0] == f"{P1} See the plan and its map of it."


def test_readings_of_characters_arent_text() -> None:
    """A character's reading above it isn't read, nor are the brackets that some browsers set around it."""
    text = "".join(
        f"<p><ruby>{sign}<rt>こう</rt></ruby>の防波堤は、三年をかけて石でつくり直される。</p>" for sign in "港江湾"
    )
    assert document(f"<h1>港の防波堤をつくり直す</h1>{text}").text.startswith("港の防波堤は")
    text = text.replace("<rt>", "<rp>（</rp><rt>").replace("</rt>", "</rt><rp>）</rp>")
    assert document(f"<h1>港の防波堤をつくり直す</h1>{text}").text.startswith("港の防波堤は")


def test_what_introduces_a_live_blog_is_text() -> None:
    """Several paragraphs between headline and entries are text, however far above the first entry they stand."""
    told = "".join(f"<div><p>{number}. {text}</p></div>" for number in range(3) for text in TEXT)
    points = "".join(f"<li>Point {number}</li>" for number in range(20))
    more = f"<p>{P1} {P2}</p><p>{P2} {P3}</p><p>{P3} {P1}</p>"
    page = document(
        f"<h1>{TITLE}</h1><section class='a'>{more}</section><ul>{points}</ul><section class='b'>{told}</section>"
    )
    assert page.text.startswith(f"{P1} {P2}\n\n{P2} {P3}")


@pytest.mark.parametrize(
    "line",
    [
        "Follow the Gazette on Instagram and on Facebook, or send us a message at any hour.",
        "This post may contain affiliate links, which cost you nothing.",
        "Alle Angaben ohne Gewähr",
        "Über dieses Thema berichtet: Hafenradio am 3. Mai 2024 um 18 Uhr.",
        "Hat Ihnen dieser Artikel gefallen? Dann empfehlen Sie ihn weiter.",
        "この記事は会員限定です。",
        "¡Únete a nuestro canal de avisos!",
        "The Ansel Gazette is not responsible for the opinions of its readers.",
        "AFP / MARCO FERRANDI",
        "Dowiedz się więcej",
    ],
)
def test_notices_arent_text(line: str) -> None:
    """What a publisher says of itself, its channels and its adverts is cut from among the paragraphs."""
    page = document(f"<h1>{TITLE}</h1><div><p>{P1}</p><p>{line}</p><p>{P2}</p><p>{P3}</p></div>")
    assert page.text.split("\n\n") == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "Follow the coast on foot, the mayor said on Tuesday, and you will see what the storm has done.",
        "The council is not responsible for the harbour, its clerk said, but it pays for it all the same.",
        "A video on his canal de Telegram shows the wall, and 3,000 people have seen it by now.",
        "Newsletters were printed on paper then, and the mayor wrote all of them by herself at night.",
    ],
)
def test_sentences_that_are_like_notices_stay(line: str) -> None:
    """Sentences of the story with the words of a notice are text."""
    page = document(f"<h1>{TITLE}</h1><div><p>{P1}</p><p>{line}</p><p>{P2}</p><p>{P3}</p></div>")
    assert line in page.text


TABLE = "<table>{caption}<tr><th>Candidate</th><th>Votes</th></tr><tr><td>Tom Wren</td><td>3,412</td></tr></table>"


@pytest.mark.parametrize(
    "table",
    [
        TABLE.format(caption="<caption>Results</caption>"),
        f"<figure>{TABLE.format(caption='')}<figcaption>Source: the board</figcaption></figure>",
    ],
)
def test_a_table_with_a_caption_has_rows(table: str) -> None:
    """Its caption is kept apart from the text, its rows stay together."""
    page = document(f"<h1>{TITLE}</h1><div>{BODY}{table}</div>")
    assert page.text.split("\n\n")[-2:] == ["Candidate | Votes", "Tom Wren | 3,412"]


def test_a_box_about_a_person_ends_with_its_paragraph() -> None:
    """The article goes on behind a box that tells who was interviewed."""
    box = "<div><h3>Zur Person</h3><p>Karl Voss, 61, leitet seit 1998 das Orchester der Stadt und tritt im Mai ab.</p></div>"
    long = [f"{P1} {P2}", f"{P2} {P3}", f"{P3} {P1}"]
    page = document(f"<h1>{TITLE}</h1><div><p>{long[0]}</p><p>{long[1]}</p>{box}<p>{long[2]}</p></div>")
    assert page.text.split("\n\n") == long


def test_the_first_heading_of_a_live_blog_stands_in_a_header() -> None:
    """Each entry keeps its heading, the first one too, and none its time."""
    entry = "<article class='block'><header><time>{}</time><h2>{}</h2></header><p>{}</p></article>"
    entries = "".join(
        entry.format(time, heading, text)
        for time, heading, text in (
            ("16.40 GMT", "Bridge shut", P1),
            ("13.05 GMT", "Two are hurt", P2),
            ("06.02 GMT", "Day breaks", P3),
        )
    )
    page = document(f"<main><h1>{TITLE}</h1>{entries}</main>")
    assert page.text.split("\n\n") == ["Bridge shut", P1, "Two are hurt", P2, "Day breaks", P3]
