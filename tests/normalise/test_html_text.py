"""The text and nothing else: what is cut from among the paragraphs, and what stays, by rule families."""

import pytest

from .test_html import BODY, P1, P2, P3, TEXT, TITLE, document

SEEN = "The new wall was seen from the ferry on Tuesday, with the old one behind it."
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
        ("<p>The wall in January, as the sea left it. © Ansel Gazette / Ida Quist</p>", "caption"),
        ("<p>Waves at the quay, seen from the ferry on a grey day. (I. Quist / Shutterstock)</p>", "caption"),
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
        ("<div class='AudioEnhancement'><div>The wall, as heard on the air</div></div>", "player"),
        ("<p>Article content</p>", "advertisement"),
        ("<p>Pictured, from left: the mayor, her deputy and the wall</p>", "caption"),
        ("<div class='offer hidden'><p>You can read all of our stories about the coast at once.</p></div>", "unseen"),
        ("<div class='tooltip'><p>You can keep this story on your page to read it later.</p></div>", "hidden"),
        ("<div class='fact-box'><h3>The wall</h3><p>It was built in 1911, of stone from Skarn.</p></div>", "box"),
        ("<p>Create an account to go on with your reading.</p><ul><li>Four stories a month</li></ul>", "paywall"),
        (
            f"<table><tr><td><img alt='{SEEN}' src=/w.jpg></td></tr><tr><td>{SEEN}<br><span>View it larger</span></td></tr></table>",
            "caption",
        ),
        (f"<div><img src=/w.jpg><div>{SEEN}<br><span>Credit: Ansel Gazette</span></div></div>", "caption"),
        (f"<div><span class='credit'>I. Quist</span><span class='caption'>{SEEN}</span></div>", "caption"),
        ("<div><h3>The Morning Ferry</h3><p>The day in your inbox.</p><button>Subscribe</button></div>", "box"),
        (
            "<div><h3>Do you know the wall?</h3><p>How old is it?</p><button>90</button><button>113</button></div>",
            "box",
        ),
    ],
    ids=[
        "beside a picture",
        "by class",
        "owner at the end",
        "agency in brackets",
        "rights",
        "pull quote",
        "link without a colon",
        "list of links",
        "subscriber's gains",
        "place of an embedded post",
        "teaser",
        "for screen readers",
        "player",
        "player's description",
        "advert's label",
        "who is in the picture",
        "hidden by its class",
        "tooltip",
        "box of facts",
        "offer of an account",
        "as the picture says",
        "above a credit",
        "an inline caption",
        "an offer with a button",
        "a quiz",
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
        "<h2 class='paywall'>What is to become of the boats</h2>",
        "<h2>11 March: the council votes for the wall</h2>",
        "<div class='hidden md:block'><p>The old wall is to be left where it lies, as a reef for the lobsters.</p></div>",
        "<div id='block-xQAdZk'><p>The old wall is to be left where it lies, as a reef for the lobsters.</p></div>",
        "<p class='par'>Read the <a href='/plan'>plan</a> before you judge it, the mayor asked on Tuesday.</p>",
        f"<p class='par'>{SEEN}</p><img alt='{SEEN}' src=/w.jpg>",
        f"<div><h3>14 March</h3><p>{SEEN}.</p><button>Share</button></div>",
        "<div><h3>One</h3><p>The stones come.</p><button>+</button></div><div><h3>Two</h3><p>They stay.</p><button>+</button></div>",
    ],
    ids=[
        "paragraph",
        "quote",
        "list",
        "subheading",
        "behind the wall",
        "correction",
        "subheading behind the wall",
        "subheading with a date",
        "shown on larger screens",
        "letters that mean nothing",
        "link in a sentence",
        "paragraph that a picture repeats",
        "part with a button to share it",
        "parts that open",
    ],
)
def test_what_belongs_to_the_story_stays(inside: str) -> None:
    """Paragraphs, quotes, lists, subheadings and corrections are text."""
    assert len(document(story(inside)).text.split("\n\n")) > len(LONG_TEXT)


def test_rows_of_a_table_are_a_paragraph_each() -> None:
    """A row has its cells side by side, and in Markdown the table is one, its empty cells too."""
    rows = "<tr><th></th><th>Now</th><th>In 2030</th></tr><tr><td>Boats</td><td><b>31</b></td><td>60</td></tr><tr><td>Berths</td><td>40</td></tr>"
    page = document(story(f"<table><tbody>{rows}</tbody></table>"))
    assert "\n\nNow | In 2030\n\nBoats | 31 | 60\n\nBerths | 40\n\n" in page.text
    assert "\n\n| | Now | In 2030 |\n| --- | --- | --- |\n| Boats | **31** | 60 |\n| Berths | 40 | |\n\n" in page.body


@pytest.mark.parametrize(
    "layout",
    [
        f"<table><tr><td>Menu</td><td>{LONGER}</td></tr><tr><td>Foot</td><td>Help</td></tr></table>",
        f"<table><tr><td>{LONGER}</td></tr></table>",
        f"<table><tr><td><table><tr><td>{LONGER}</td><td>Side</td></tr></table></td><td>More</td></tr></table>",
    ],
    ids=["columns", "frame", "table in a table"],
)
def test_a_table_that_holds_the_text_is_no_table(layout: str) -> None:
    """The paragraphs of a page that is laid out by tables stay paragraphs."""
    assert document(f"<h1>{TITLE}</h1>{layout}").text.split("\n\n") == LONG_TEXT


def test_a_sidebars_grid_holds_the_text() -> None:
    """The element that sets text and sidebar side by side is named after the sidebar, and no sidebar."""
    part = "<div class='sidebar-grid'><div class='text'>{}</div><div class='sidebar'><a href='/9'>Choir wins</a></div></div>"
    half = LONGER.index("<p class='par'>2.")
    page = document(f"<h1>{TITLE}</h1>{part.format(LONGER[:half])}{part.format(LONGER[half:])}")
    assert page.text.split("\n\n") == LONG_TEXT


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


@pytest.mark.parametrize(
    "hidden",
    [
        '<span class="sr-only">, opens in a new tab</span>',
        '<span style="clip:rect(0 0 0 0);position:absolute">, opens in a new tab</span>',
    ],
)
def test_what_is_only_read_aloud_in_a_link_is_no_text(hidden: str) -> None:
    """Links tell listeners that they open a new tab; a reader never sees it."""
    linked = f"<p>The council published <a href='/plan'>the plan{hidden}</a> for the harbour wall on Monday.</p>"
    text = document(f"<h1>{TITLE}</h1><div>{BODY}{linked}</div>").text
    assert "published the plan for the harbour wall" in text
    assert "new tab" not in text


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("<p>Our standards: <a href='/code'>the code of the Ansel Gazette</a></p>", "notice"),
        ("<p><em>Have a tip? Ida Quist may be reached at quist@ansel.example</em></p>", "notice"),
        ("<p><em>Email our harbour desk at harbour@ansel.example and tell more.</em></p>", "notice"),
        ("<p>Follow our full coverage of the storm at https://www.ansel.example/storm</p>", "notice"),
        ("<h2><a href='/mail'>Click here to subscribe to the Gazette</a></h2>", "notice"),
        ("<p>Fehler gefunden? Jetzt melden.</p>", "notice"),
        ("<p>Il vous reste 61.5% de cet article à lire. La suite est réservée aux abonnés.</p>", "paywall"),
        ("<p><em>mit dpa/AFP</em></p>", "credit"),
        ("<h3>What happens at the harbour next</h3>", "other"),
    ],
)
def test_notes_below_the_story_are_cut(line: str, label: str) -> None:
    """A house's own notes below a story, and a heading with nothing below it, are not in the body."""
    page = document(f"<article><h1>{TITLE}</h1>{BODY}{line}</article>")
    assert page.text.split("\n\n") == TEXT
    assert label in {part.label for part in page.discarded}


@pytest.mark.parametrize("around", ["{}", "<div class='x'>{}</div>"], ids=["beside", "apart"])
def test_heading_that_links_to_another_page_of_the_site_is_another_story(around: str) -> None:
    """A heading among the text that is nothing but a link to another page of the site is cut."""
    teaser = around.format("<h3><a href='/2'>Storm sinks two ferries off the cape</a></h3>")
    page = document(f"<article><h1>{TITLE}</h1><p>{P1}</p>{teaser}<p>{P2}</p><p>{P3}</p></article>")
    assert page.text.split("\n\n") == TEXT
    assert [story.url for story in page.related] == ["https://www.ansel.example/2"]


def test_guide_whose_subheadings_are_links_is_kept() -> None:
    """Subheadings that link to other pages of the site stay where their paragraphs stand beside them, as in a guide."""
    parts = [("Old mill of Skarn", P1), ("Harbour baths of Port Ansel", P2), ("Lighthouse at the cape", P3)]
    body = "".join(f"<h2><a href='/places/{n}'>{name}</a></h2><p>{text}</p>" for n, (name, text) in enumerate(parts))
    page = document(f"<article><h1>{TITLE}</h1><p>{P2} {P3}</p>{body}</article>")
    assert page.text.split("\n\n")[1:] == [line for part in parts for line in part]


def test_live_blog_whose_entries_have_pages_of_their_own_is_kept() -> None:
    """Entries of a live blog stay, though each heading links to the entry's own page."""
    entries = "".join(
        f"<article><time>1{n}:00</time><h2><a href='/entry/{n}'>The council meets for part {n}</a></h2><p>{text}</p></article>"
        for n, text in enumerate(TEXT)
    )
    page = document(f"<main><h1>{TITLE}</h1><p>{P2} {P3}</p>{entries}</main>")
    assert [text in page.text for text in TEXT] == [True] * 3
    assert "The council meets for part 2" in page.text


@pytest.mark.parametrize(
    "last",
    [
        "<h4>Correction: An earlier version said that the wall was built in 1913. It was 1931.</h4>",
        f"<h3>{P2}</h3>",
    ],
)
def test_sentences_set_as_headings_stay(last: str) -> None:
    """A correction or a paragraph at the end that is set as a heading is text."""
    page = document(f"<article><h1>{TITLE}</h1><p>{P1}</p><p>{P3}</p>{last}</article>")
    assert len(page.text.split("\n\n")) == 3


def test_links_within_the_page_and_to_shops_stay() -> None:
    """A heading that links to a part of its own page, or to another site, heads what follows."""
    page = document(
        f"<article><h1>{TITLE}</h1><p>{P1}</p><h3><a href='#cost'>What the wall will cost</a></h3><p>{P2}</p>"
        f"<h3><a href='https://shop.example/lamp'>Lamp for the harbour at night</a></h3><p>{P3}</p></article>"
    )
    assert page.text.split("\n\n") == [P1, "What the wall will cost", P2, "Lamp for the harbour at night", P3]


@pytest.mark.parametrize(
    "line",
    [
        "What do you think?",
        "Das sagte der Minister am Montag in Bern. (sda/afp)",
        "Unemployment fell to five percent in March, the lowest since the mill closed (source: Labour Office).",
        "The act requires (a) a licence of the port, (b) a fee of ten crowns and (c) a bond.",
        "Es geht um Grundrechte: Freiheit, Eigentum und das Recht auf Heimat.",
        "The island can be reached by ferry from Skarn, which leaves twice a day.",
        "Have a question about your pension? The office opens on Monday.",
        "Production from the field fell by a third last year, the ministry said.",
        "Written by a clerk in 1412, the charter names the town.",
        "Mit Material von der alten Brücke bauten sie das Haus wieder auf.",
        "She sued for breach of copyright in 2019 and won, her lawyer says.",
        "By entering the reserve without a permit, the hunters had broken the law.",
        "“We baked cookies for the whole street,” said Ada Finch.",
        "Elle a préparé des cookies pour ses voisins du port.",
        "Also in the car was her son, who is ten.",
        "Elsewhere on the coast, two boats sank.",
        "Mehr zu tun gab es für die Feuerwehr am Abend.",
        "Le « oui » l’emporte de peu à Port-Ansel.",
        "Join our ranks, the general told the sailors.",
        "Already a member of the club, he paid nothing.",
    ],
)
def test_sentences_that_begin_as_furniture_does_stay(line: str) -> None:
    """A sentence of the story that begins or ends as notes of a page do, but is about no page, is text."""
    page = document(f"<article><h1>{TITLE}</h1><p>{P1}</p><p>{P2}</p><p>{line}</p><p>{P3}</p></article>")
    assert page.text.split("\n\n") == [P1, P2, line, P3]


@pytest.mark.parametrize(
    "note",
    ["Correction: The wall is 212 metres long, not 221.", "Anmerkung der Redaktion: Die Mauer ist 212 Meter lang."],
)
def test_note_on_the_text_right_behind_its_element_is_kept(note: str) -> None:
    """A correction or an editor's note that stands right behind the article's element is the end of its text."""
    page = document(f"<main><article><h1>{TITLE}</h1>{BODY}</article></main><div class='x'><p>{note}</p></div>")
    assert page.text.split("\n\n") == [*TEXT, note]


def test_comments_never_become_the_text_of_a_short_page() -> None:
    """Readers' comments that say that they are ones aren't the text, however little the page has of its own."""
    comments = "".join(
        f"<li><p>I never saw such waves in all of my life, and I am {n} years old.</p></li>" for n in range(70, 82)
    )
    page = document(
        f"<article><h1>{TITLE}</h1><p>The wall is down.</p></article><div id='comments'><h3>12 comments</h3><ul>{comments}</ul></div>"
    )
    assert page.text == "The wall is down."


@pytest.mark.parametrize("end", ["___", "* * *", "---", "(END)", "ENDS", "-30-", "###", "mholt@ansel.example"])
def test_signs_that_the_text_ends_are_none_of_it(end: str) -> None:
    """Rules, an agency's word for the end and the writer's bare address end the text and aren't part of it; within it rules stay."""
    page = document(f"<h1>{TITLE}</h1><article><p>{P1}</p><p>* * *</p><p>{P2}</p><p>{P3}</p><p>{end}</p></article>")
    assert page.text.split("\n\n") == [P1, "* * *", P2, P3]


def test_heading_that_is_a_button_is_a_heading() -> None:
    """What opens the paragraph below it is a heading of the text; a button beside a heading's words is none of it."""
    parts = "".join(
        f"<div><h3><button aria-expanded='false'>{asked}</button></h3><div><p>{told}</p></div></div>"
        for asked, told in (("Who pays?", P1), ("Who builds?", P2))
    )
    page = document(
        f"<h1>{TITLE}<button>Copy</button></h1><main>{parts}<h2>The wall<button>Copy</button></h2><p>{P3}</p></main>"
    )
    assert page.title == TITLE
    assert page.text.split("\n\n") == ["Who pays?", P1, "Who builds?", P2, "The wall", P3]


def test_paragraph_of_many_links_is_one() -> None:
    """A sentence most of which is links stands in the text once, and nowhere among the other stories."""
    links = ", ".join(
        f"<a href='/{number}'>the mayor of the town of {name}</a>"
        for number, name in enumerate(("Skarn", "Ansel", "Tarn"))
    )
    page = document(story(f"<p class='par'>On Monday the plan was signed by {links} and by nobody else.</p>"))
    told = "On Monday the plan was signed by the mayor of the town of Skarn, the mayor of the town of Ansel, the mayor of the town of Tarn and by nobody else."
    assert page.text.count("On Monday the plan") == page.body.count("On Monday the plan") == 1
    assert told in page.text
    assert not page.related


@pytest.mark.parametrize(
    "lead",
    [
        "The <a href='/t/council'>council of Port Ansel</a> voted on Tuesday to <a href='/t/wall'>rebuild the old harbour wall</a>, its mayor said.",
        "Engineers warn that the <a href='/x'>wall could fall in a storm of this winter or the next</a>.",
    ],
)
def test_first_paragraph_of_many_links_is_text(lead: str) -> None:
    """A lead of which more than half is links, as to what else is known of its names, is the first paragraph."""
    page = document(f"<article><h1>{TITLE}</h1><p>{lead}</p>{BODY}</article>")
    assert len(page.text.split("\n\n")) == 4
