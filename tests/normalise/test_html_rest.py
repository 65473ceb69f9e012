"""What a page shows only on request, lists of links, headings of one word, and pages of a sentence: what of it is text."""

import json

import pytest

from .test_html import BODY, P1, P2, P3, TEXT, TITLE, document

P4 = "Shops on the quay fear that they will lose half of their customers until the wall stands again."
P5 = "The council will speak of it once more in June, when it hears what the state is ready to pay."
REST = f"<p>{P4}</p><p>{P5}</p>"
LINKS = "<ul><li><a href='/a1'>The harbour wall is built of stone</a></li><li><a href='/a2'>The boats move to Skarn until then</a></li></ul>"


@pytest.mark.parametrize(
    "rest",
    [
        f"<button>Show more</button><div style='display:none'>{REST}</div>",
        f"<a class='more' href='#'>Read more</a><div class='rest' hidden>{REST}</div>",
        f"<div class='rest hidden'>{REST}</div><a href='#'>Read more</a>",
        REST.replace("<p>", "<p style='display: none'>"),
        f"<div class='collapse' style='display:none'><h2>What comes now</h2>{REST}</div>",
    ],
    ids=["style", "attribute", "class", "each paragraph", "with a heading"],
)
def test_the_collapsed_rest_of_a_text_is_text(rest: str) -> None:
    """Paragraphs that go on with the text and are shown once "Read more" is pressed are in the body."""
    lines = document(f"<article><h1>{TITLE}</h1>{BODY}{rest}</article>").text.split("\n\n")
    assert [line for line in lines if line != "What comes now"] == [*TEXT, P4, P5]


def test_a_collapsed_rest_beside_the_element_of_the_text_is_text() -> None:
    """The rest may stand in an element of its own, beside the one that is shown."""
    page = document(
        f"<article><h1>{TITLE}</h1><div class='body'><div class='first'>{BODY}</div><div class='rest' hidden>{REST}</div></div></article>"
    )
    assert page.text.split("\n\n") == [*TEXT, P4, P5]


@pytest.mark.parametrize(
    "closed",
    [
        "<p>Subscribe to go on with this story, which is for our readers.</p><p>It costs nine crowns a month, and you can leave at any time.</p>",
        "<p>We use cookies to make our pages better and to show you adverts.</p><p>You can accept or refuse them here at any time you like.</p>",
        BODY,
        "<p class='print'>This story was printed for you by the machine in the hall of the library.</p><p class='print'>Please put it back when you have read it all.</p>",
        "<p>The choir of the harbour sings in the hall on Friday, and all are welcome.</p>",
    ],
    ids=["offer", "cookies", "copy", "set otherwise", "one line"],
)
def test_what_else_is_closed_is_no_text(closed: str) -> None:
    """Offers, notices, copies and notes for printing that are never shown stay out of the body."""
    page = document(f"<article><h1>{TITLE}</h1>{BODY}<div style='display:none'>{closed}</div></article>")
    assert page.text.split("\n\n") == TEXT
    assert "hidden" in {part.label for part in page.discarded}


@pytest.mark.parametrize(
    ("announced", "kept"),
    [
        ("The council decided:", True),
        ("Five parties stand in the election of the council in the month of May:", True),
        ("More on this story:", False),
        ("Lesen Sie dazu auch unsere Berichte:", False),
        ("Our coverage of the storm so far:", False),
        ("Más información:", False),
    ],
)
def test_a_list_of_links_is_what_its_announcement_says(announced: str, kept: bool) -> None:
    """A list of links that a sentence of the story announces is the story's; one of other stories goes with its label."""
    page = document(f"<article><h1>{TITLE}</h1><p>{P1}</p><p>{announced}</p>{LINKS}<p>{P2}</p><p>{P3}</p></article>")
    listed = [announced, "The harbour wall is built of stone", "The boats move to Skarn until then"]
    assert page.text.split("\n\n") == [P1, *(listed if kept else []), P2, P3]
    assert len(page.related) == (0 if kept else 2)


@pytest.mark.parametrize("word", ["Contact", "Latest", "Popular", "Topics", "Search", "Empfehlungen"])
def test_a_heading_of_one_word_above_a_paragraph_is_the_texts(word: str) -> None:
    """A subheading stays, though lists or buttons of other pages are named so, where a paragraph stands right below it."""
    page = document(f"<article><h1>{TITLE}</h1><p>{P1}</p><p>{P2}</p><h2>{word}</h2><p>{P3}</p><p>{P4}</p></article>")
    assert page.text.split("\n\n") == [P1, P2, word, P3, P4]


def test_a_label_whose_list_was_cut_is_no_heading() -> None:
    """The label of a list of other stories doesn't head the paragraph that goes on behind the list."""
    page = document(
        f"<article><h1>{TITLE}</h1><p>{P1}</p><p>{P2}</p><h2>Latest</h2><div class='related'><a href='/9'>Choir wins the prize</a></div><p>{P3}</p><p>{P4}</p></article>"
    )
    assert page.text.split("\n\n") == [P1, P2, P3, P4]


@pytest.mark.parametrize(
    "stories",
    [
        "<h2>Recent Stories</h2><p>The choir of Skarn has won the national prize again.</p><p>A ferry ran aground on Sunday and was freed at noon.</p>",
        "<p>More news</p><p>The choir of Skarn has won the national prize again.</p><p>A ferry ran aground on Sunday and was freed at noon.</p>",
        "<h3>Weitere Artikel</h3><div><h4>Choir wins</h4><p>The choir of Skarn has won the national prize again.</p><h4>Ferry freed</h4><p>A ferry ran aground on Sunday and was freed at noon.</p></div>",
    ],
)
def test_stories_below_their_label_need_no_links(stories: str) -> None:
    """Short paragraphs that end the page right below "Recent stories" are other stories."""
    page = document(f"<article><h1>{TITLE}</h1>{BODY}{stories}</article>")
    assert page.text.split("\n\n") == TEXT
    assert "related" in {part.label for part in page.discarded}


def test_a_label_in_the_middle_cuts_no_text() -> None:
    """Where the text goes on behind the label of a list that isn't there, it stays."""
    page = document(
        f"<article><h1>{TITLE}</h1><p>{P1}</p><h2>Recent stories</h2><p>{P2}</p><p>{P3}</p>{REST}</article>"
    )
    assert page.text.split("\n\n") == [*TEXT, P4, P5]


def test_a_list_that_the_lead_announces_is_text() -> None:
    """A lead that ends in a colon isn't the standfirst: it and the list below it are the text's beginning."""
    page = document(
        f"<article><h1>{TITLE}</h1><p class='lead'>The council decided on Monday:</p><ul><li>to rebuild the wall</li><li>to move the boats</li></ul>{BODY}</article>"
    )
    assert page.standfirst is None
    assert page.text.split("\n\n") == [
        "The council decided on Monday:",
        "to rebuild the wall",
        "to move the boats",
        *TEXT,
    ]


@pytest.mark.parametrize(
    "line",
    [
        "With input from farmers, the plan was changed twice before the vote.",
        "By clicking through the photographs, the detectives found the man in the end.",
        "Graphics by children hang in the hall.",
        "Edited by volunteers, the paper comes out twice a year.",
    ],
)
def test_sentences_that_begin_as_credits_do_stay(line: str) -> None:
    """A sentence that begins as a credit or a notice does, but names nobody and asks for nothing, is text."""
    page = document(f"<article><h1>{TITLE}</h1><p>{P1}</p><p>{P2}</p><p>{line}</p><p>{P3}</p></article>")
    assert page.text.split("\n\n") == [P1, P2, line, P3]


@pytest.mark.parametrize(
    "line",
    [
        "With inputs from agencies.",
        "With input from AP, AFP and our correspondents in the capital.",
        "Reporting by Ada Finch in Skarn, with help from Ole Brand.",
        "By registering I accept the terms of this site.",
    ],
)
def test_credits_and_notices_are_cut(line: str) -> None:
    """What names who helped, or asks the reader to agree, is not in the body."""
    page = document(f"<article><h1>{TITLE}</h1>{BODY}<p>{line}</p></article>")
    assert page.text.split("\n\n") == TEXT


SELF = "The Ansel Gazette is an independent newspaper that has told the stories of the coast since 1892, and is owned by its readers."


@pytest.mark.parametrize(
    "page",
    [
        f"<header><h1>{TITLE}</h1></header><main><p>The wall is to stand again.</p></main><div class='about'><p>{SELF}</p></div>",
        f"<article><h1>{TITLE}</h1><p>The wall is to stand again.</p></article><section><h3>About us</h3><p>{SELF}</p></section>",
        f"<div><h1>{TITLE}</h1><p>The wall is to stand again.</p></div><div><p>{SELF}</p></div>",
        f"<article><h1>{TITLE}</h1><p>The wall is to stand again.</p><div><p>{SELF}</p></div></article>",
    ],
)
def test_the_text_of_a_brief_is_not_what_the_paper_says_of_itself(page: str) -> None:
    """A page of one short sentence has that one as its text, however long the paper's own description is."""
    assert document(page).text == "The wall is to stand again."


HEADLINE = "Ferry sinks at the old quay of Skarn"


@pytest.mark.parametrize(
    "teaser",
    [
        f"<div><a href='/x'>{HEADLINE}</a> <time datetime='2025-01-01'>1 Jan 2025</time></div>",
        f"<div class='embed'><a href='/x'>{HEADLINE}</a><span>1 January, 10:00</span></div>",
        f"<a href='/x'><div>News</div><div>{HEADLINE}</div><div>Ida Quist</div></a>",
        f"<p><strong>Before:</strong> <a href='/x'>{HEADLINE}</a></p>",
        f"<p>Puedes leer: <a href='/x'>{HEADLINE}</a></p>",
        f"<p>Читайте: <a href='/x'>{HEADLINE}</a></p>",
        f"<p>Ti potrebbe interessare <a href='/x'>{HEADLINE}</a></p>",
        f"<p><strong>אולי יעניין אותך <a href='/x'>{HEADLINE}</a></strong></p>",
        f"<p>【関連記事】 <a href='/x'>{HEADLINE}</a></p>",
        f"<p>이 시각 인기뉴스 <a href='/x'>{HEADLINE}</a></p>",
        f"<p>Aus dem Archiv <a href='/x'>{HEADLINE}</a></p>",
        f"<div class='nota'><span>Noticia relacionada</span><a href='/x'>{HEADLINE}</a></div>",
        f"<div><h3>Recommended Stories</h3><span>list of 2 items</span><ul><li><span>list 1 of 2</span><a href='/x'><h3>{HEADLINE}</h3></a></li></ul><span>end of list</span></div>",
    ],
    ids=[
        *(
            "time",
            "hour",
            "card",
            "label",
            "Spanish",
            "Russian",
            "Italian without a colon",
            "Hebrew",
            "Japanese",
            "Korean",
        ),
        *("German without a colon", "label without a colon", "list read aloud"),
    ],
)
def test_a_linked_headline_among_the_paragraphs_is_another_story(teaser: str) -> None:
    """A link to another page of the site with but a label or a time beside it is another story, whatever the label."""
    page = document(f"<article><h1>{TITLE}</h1><p>{P1}</p>{teaser}<p>{P2}</p><p>{P3}</p></article>")
    assert page.text.split("\n\n") == [P1, P2, P3]
    assert HEADLINE in "\n".join(part.text for part in page.discarded if part.label == "related")


@pytest.mark.parametrize(
    "line",
    [
        "He wrote <a href='/x'>The harbour of Port Ansel and its forty boats</a>.",
        "Ida Quist asked <a href='/x'>Will the wall of the harbour stand by June?</a>",
        "Mayor Greta Lindqvist <a href='/x'>told the fishermen of Skarn</a>",
        "Photographs <a href='/x'>Ana María López García</a>",
        "Later on Saturday, he <a href='/x'>won the vote of the harbour's fishermen with 39 of 40 boats</a>.",
        "<a href='/a'>The mayor of Port Ansel</a> told <a href='/b'>the council of the town</a> that <a href='/c'>no boat had been lost since the storm</a>.",
    ],
)
def test_a_paragraph_of_links_stands_once(line: str) -> None:
    """A sentence of the story is a paragraph, however much of it is links, and isn't repeated."""
    page = document(f"<article><h1>{TITLE}</h1><p>{P1}</p><p>{line}</p><p>{P2}</p><p>{P3}</p></article>")
    assert len(page.text.split("\n\n")) == 4


def test_a_line_of_linked_names_among_the_paragraphs_is_text() -> None:
    """Places that a story lists, each a link to what else is known of it, are no other story."""
    places = "<p><a href='/t/1'>福岡県</a>：<a href='/t/2'>久留米市</a></p><p><a href='/t/3'>佐賀県</a>：<a href='/t/4'>神埼市</a>、<a href='/t/5'>白石町</a></p>"
    page = document(f"<article><h1>{TITLE}</h1><p>{P1}</p>{places}<p>{P2}</p><p>{P3}</p></article>")
    assert page.text.split("\n\n") == [P1, "福岡県：久留米市", "佐賀県：神埼市、白石町", P2, P3]


def test_articles_that_a_page_loads_one_after_the_other_are_apart() -> None:
    """Of several articles with headlines of their own, saved with one page, only the first is its text."""
    other = f"<p class='byline'>By John Pale</p><time datetime='2025-03-07'>7 March 2025</time><div class='body'>{REST}</div>"
    for tag in ("article", "div class='story'"):
        page = document(
            f"<main><{tag}><h1>{TITLE}</h1><p class='byline'>By Ida Quist</p><div class='body'>{BODY}</div></{tag[:7].strip()}>"
            f"<{tag}><h1>Mayor weds at the lighthouse</h1>{other}</{tag[:7].strip()}></main>"
        )
        assert page.text.split("\n\n") == TEXT
        assert page.published is None


TEASERS = [
    (
        "Choir of Skarn wins the national prize",
        "Its singers had never left the island before, and came home with silver cups.",
    ),
    (
        "Lobsters return to the old quay",
        "Divers counted more of them last month than in all of the ten years before it.",
    ),
    ("Ferry to run at night again", "From May on the last boat leaves the town at eleven, as it did before the storm."),
    (
        "Library opens in the customs house",
        "Four thousand books were carried there by hand, in a chain of nearly all pupils.",
    ),
]


@pytest.mark.parametrize(
    "form",
    [
        "<div><div><a href='/{n}'>{head}</a></div><div class='d'>December 2{n}, 2024 -- Updated 0112 GMT</div><div class='b'>{text}</div></div>",
        "<table><tr><td><a href='/{n}'>{head}</a></td></tr><tr><td><a href='/{n}'>{text}</a></td></tr></table>",
    ],
    ids=["with a day", "linked as a whole"],
)
def test_teasers_behind_the_text_need_no_headings(form: str) -> None:
    """Headlines of other stories that are links, each with a day or set apart from the paragraphs, end the text with what stands below them."""
    teasers = "".join(form.format(n=n, head=head, text=text) for n, (head, text) in enumerate(TEASERS))
    page = document(f"<div><h1>{TITLE}</h1>{BODY}{REST}<div class='more'>{teasers}</div></div>")
    assert page.text.split("\n\n") == [*TEXT, P4, P5]
    assert {story.title for story in page.related} >= {head for head, _ in TEASERS}


@pytest.mark.parametrize("name", ["subhead", "subtitle", "article-subheading"])
def test_several_lines_that_a_class_calls_standfirsts_head_parts_of_the_text(name: str) -> None:
    """One above the text is the standfirst; short lines among the paragraphs are subheadings, whatever their class says."""
    above = f"<div class='{name}'>After the storm, the council found the money for it.</div>"
    parts = f"<p>{P1}</p><div class='{name}'>1. What it costs</div><p>{P2}</p><p>{P4}</p><div class='{name}'>2. Who asked for it</div><p>{P3}</p><p>{P5}</p>"
    page = document(f"<article><h1>{TITLE}</h1>{above}<div>{parts}</div></article>")
    assert page.standfirst == "After the storm, the council found the money for it."
    assert page.text.split("\n\n") == [P1, "1. What it costs", P2, P4, "2. Who asked for it", P3, P5]


@pytest.mark.parametrize(
    "line",
    [
        ".",
        "·",
        "Enditem/AW",
        "[홍길동 기자 hong@ansel.example]",
        "홍길동 기자 hong@ansel.example",
    ],
)
def test_a_last_line_that_tells_nothing_is_no_text(line: str) -> None:
    """A lone sign, an agency's end and a Korean reporter's name and address aren't text."""
    assert document(f"<article><h1>{TITLE}</h1>{BODY}<p>{line}</p></article>").text.split("\n\n") == TEXT


@pytest.mark.parametrize("heading", ["14 comments", "Comments", "14 Responses", "Leave a reply", "Readers’ comments"])
def test_comments_below_their_heading_are_never_the_text(heading: str) -> None:
    """What stands below a heading of comments is theirs, however much it is, and no date there is the article's."""
    comments = "".join(
        f"<div><b>user{n}</b> March {n + 1}, 2025<p>I have crossed that wall for {n + 20} years and never did I see an engineer look at it, so who is to blame but the council?</p></div>"
        for n in range(14)
    )
    page = document(
        f"<main><article><h1>{TITLE}</h1><p>{P1}</p><p>{P2}</p></article><section><h2>{heading}</h2>{comments}</section></main>"
    )
    assert page.text.split("\n\n") == [P1, P2]
    assert page.published is None


@pytest.mark.parametrize(
    ("points", "first"),
    [
        (
            "<ul class='bullets'><li>The wall is to stand again</li><li>Boats move to Skarn</li></ul>",
            "The wall is to stand again",
        ),
        (
            "<div class='key-points'><h3>Key points</h3><ul><li>The wall is to stand again</li><li>Boats move to Skarn</li></ul></div>",
            "Key points",
        ),
        (
            "<div class='summary'><h2>Key points</h2><ul><li>The wall is to stand again</li><li>Boats move to Skarn</li></ul></div>",
            "Key points",
        ),
    ],
)
def test_points_between_headline_and_text_are_text(points: str, first: str) -> None:
    """What a list above the text tells in short is the text's beginning, and no standfirst."""
    page = document(f"<article><h1>{TITLE}</h1>{points}{BODY}</article>")
    assert page.standfirst is None
    assert page.text.split("\n\n")[0] == first
    assert page.text.endswith("\n\n".join(["The wall is to stand again", "Boats move to Skarn", *TEXT]))


@pytest.mark.parametrize("tag", ["p", "h3"])
def test_a_numbered_heading_of_a_part_may_be_a_link(tag: str) -> None:
    """What a guide counts up stays, though each name is a link to another page of the site or to elsewhere."""
    parts = f"<{tag}>1. <a href='https://quay.example/'>The Old Quay Inn</a></{tag}><p>{P2}</p><{tag}>2. <a href='/mill'>The Mill by the Sea</a></{tag}><p>{P3}</p>"
    page = document(f"<article><h1>{TITLE}</h1><p>{P1}</p>{parts}<p>{P4}</p></article>")
    assert page.text.split("\n\n") == [P1, "1. The Old Quay Inn", P2, "2. The Mill by the Sea", P3, P4]


@pytest.mark.parametrize(
    "anchor",
    ["climate-related-risks-to-the-quay", "what-the-newsletter-said", "how_to_share_the_cost", "comments-of-the-mayor"],
)
def test_a_headings_anchor_says_nothing_of_it(anchor: str) -> None:
    """Systems make a heading's id of its words, whatever these are."""
    head = anchor.replace("-", " ").replace("_", " ")
    page = document(
        f"<article><h1>{TITLE}</h1><p>{P1}</p><h2 id='{anchor}'>{head}</h2><p>{P2}</p><p>{P3}</p></article>"
    )
    assert page.text.split("\n\n") == [P1, head, P2, P3]


def test_a_dateline_below_the_storys_points_is_read() -> None:
    """Highlights above the text hide no dateline."""
    points = "<h3>Story highlights</h3><ul><li>The wall is to stand again</li><li>Boats move to Skarn</li></ul>"
    page = document(f"<article><h1>{TITLE}</h1>{points}<p>OSLO (AP) -- {P1}</p><p>{P2}</p><p>{P3}</p></article>")
    assert (page.dateline.place, page.dateline.agency) == ("Oslo", "AP") if page.dateline else False
    assert page.text.split("\n\n")[-3:] == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "La suite après cette publicité",
        "Continua a leggere dopo la pubblicità",
        "Continúa después de la publicidad",
        "Story Continues",
        "Paid for by the Ister Bank",
        "Inicia sesión para seguir leyendo",
        "Abonnez-vous pour lire la suite",
        "Sie wollen weiterlesen? Jetzt testen",
        "Contenuto riservato agli abbonati",
        "Conteúdo exclusivo para assinantes",
        "Читать далее",
        "Want to read more? Register for unlimited access",
        "skip past newsletter promotion",
        "Privacy Notice: Newsletters may contain information about charities and content funded by others.",
        "Die News des Tages – jeden Morgen in Ihrem Postfach",
        "Find your bookmarks in your Gazette Premium section, under my profile",
        "We rely on readers like you. Please consider making a donation.",
        "View original tweet on X",
        "Читайте нас в Telegram",
        "تابعونا على واتساب",
        "Your browser does not support the audio element.",
        "This video can not be played",
        "0:00 / 3:12",
        "Media caption, The harbour at dusk",
        "Dieser Artikel ist auch als Audio verfügbar",
        "Tiempo de lectura: 3 min",
        "Ajouter à vos favoris",
        "Kommentare anzeigen",
        "Tekst loopt door onder foto",
        "Нашли опечатку? Выделите текст и нажмите Ctrl+Enter",
        "###",
        "With ANS inputs",
        "Report a typo",
        "Lesen Sie dazu auch: Der Steg schließt",
        "Necesitas ser suscriptor para acceder a esta función.",
        "Debes iniciar sesión para comentar",
        "Yuk, simak juga video ini!",
        "Lue seuraavaksi:",
        "Write to Ida Quist at ida.quist@ansel.example",
        "For more on news from around the coast please visit Ansel Gazette.",
        "Jump to section",
        "ANS —",
        "Kuvat: Max Holm",
        "Ảnh: Trần Văn An",
        "Zdjęcie: ANS",
        "图片来源：新华社",
        "Créditos: Ida Quist",
        "Chat with us in Facebook Messenger. Find out what is new in all of the world as it comes.",
        "REKLAMA",
        "Udostępnij",
        "Zapisz na później",
        "Obserwuj nas w Google News",
        "Materiał sponsorowany",
        "طباعة",
        "استمع للمقال",
        "حجم الخط",
        "پرنٹ کریں",
        "سنیں",
        "פרסומת",
        "תגובות (3)",
        "שתפו בפייסבוק",
        "האזינו לכתבה",
        "הדפסה",
        "نسخه قابل چاپ",
        "ذخیره خبر",
        "ارسال نظر",
        "Haberi dinle",
        "この記事をシェアする",
        "印刷する",
        "기사 듣기",
        "글자 크기 변경",
        "댓글 쓰기",
        "复制链接",
        "发表评论",
        "Artikel vorlesen",
        "(Continued on page 2)",
        "We apologize, but this video has failed to load.",
        "This is a breaking news story - more to follow",
        "Mehr über den Hafen von Ansel lesen Sie hier.",
        "Passend dazu: Alter Steg wird geschlossen",
        "Смотрите также: В Выборге разведут мост",
        "Polecamy: Stare nabrzeże zamknięte",
        "קראו גם: המזח הישן נסגר בגלל סדקים",
        "【関連記事】古い桟橋、ひび割れで閉鎖",
        "From Ansel Gazette staff reports",
        "Staff and wire reports",
        "View Full Image",
        "Loading Photo Gallery",
        "Open Slideshow",
        "Zur Bildergalerie",
        "Voir le diaporama",
        "Ver galería de fotos",
        "This video is not supported by your device.",
    ],
)
def test_phrases_of_pages_are_cut(line: str) -> None:
    """What pages of many sites say between and below paragraphs, in their languages, is not in the body."""
    page = document(f"<article><h1>{TITLE}</h1><p>{P1}</p><p>{line}</p><p>{P2}</p><p>{P3}</p></article>")
    assert page.text.split("\n\n") == TEXT


CAPTION = "Fishermen wait beside the barrier at the eastern end"


@pytest.mark.parametrize(
    "picture",
    [
        f"<p><img src='a.jpg'></p><p><em>{CAPTION}</em></p>",
        f"<p><img src='a.jpg'></p><p style='text-align:center'><small>{CAPTION}</small></p>",
        f"<p><img src='a.jpg'></p><p>{CAPTION} / PHOTO BY PER LUND</p>",
        f"<p><img src='a.jpg'></p><p>{CAPTION} | Per Lund</p>",
        f"<p><img src='a.jpg'></p><p>{CAPTION} AP/Per Lund</p>",
        f"<p><img src='a.jpg'></p><p>{CAPTION} [Per Lund/Ansel Gazette]</p>",
        f"<p><img src='a.jpg'></p><p>▲ {CAPTION}</p>",
        f"<div class='media'><a href='a.jpg'><img src='a.jpg'></a><h6>{CAPTION}</h6></div>",
        f"<img src='a.jpg'><div class='legend'>{CAPTION}</div>",
        f"<a href='a.jpg'><img src='a.jpg'></a><div class='foto-onderschrift'>{CAPTION}</div>",
    ],
)
def test_a_line_below_a_picture_of_its_own_paragraph_is_its_caption(picture: str) -> None:
    """A line in other type, or with a photographer at its end, right behind a picture is not in the body."""
    page = document(story_with(picture))
    assert page.text.split("\n\n") == [*TEXT, P4, P5]
    assert CAPTION in "\n".join(part.text for part in page.discarded if part.label == "caption")


@pytest.mark.parametrize(
    "line", ["What comes now for the boats", "“We will build it higher than before,” said the mayor."]
)
def test_other_lines_below_a_picture_are_text(line: str) -> None:
    """A plain line or a sentence behind a picture is text."""
    page = document(story_with(f"<p><img src='a.jpg'></p><p>{line}</p>"))
    assert line in page.text


def story_with(inside: str) -> str:
    """The story with something in its middle."""
    return f"<article><h1>{TITLE}</h1><p>{P1}</p><p>{P2}</p>{inside}<p>{P3}</p>{REST}</article>"


@pytest.mark.parametrize("way", ["data", "escaped", "within a string"])
def test_text_that_only_a_script_has(way: str) -> None:
    """A page that shows nothing until its script has run has the mark-up of paragraphs in it as its text."""
    paragraphs = f"<div class='ad'><p>{P2}!</p></div>{BODY}{REST}<p>{P1} {P2}</p>"
    data = json.dumps({"page": {"headline": TITLE, "html": paragraphs}})
    if way != "data":
        data = data.replace("<", "\\u003c")
    if way == "within a string":
        data = f"next.push([1,{json.dumps('7:' + data)}])"
    page = document(f"<div id='root'><h1>{TITLE}</h1></div><script>{data}</script>")
    assert (page.title, page.text.split("\n\n")) == (TITLE, [*TEXT, P4, P5, f"{P1} {P2}"])


def test_of_two_copies_in_scripts_the_one_whose_paragraphs_are_closed() -> None:
    """A copy that was escaped for something else has no paragraphs that can be told apart."""
    paragraphs = f"{BODY}{REST}<p>{P1} {P2}</p>"
    data = json.dumps({"copy": paragraphs.replace("</p>", "{/p} <!-- -->"), "html": paragraphs})
    told = f"<meta name='description' content='{P1} {P2}'>"  # the text's beginning is no standfirst
    page = document(f"<div id='root'><h1>{TITLE}</h1></div><script>{data}</script>", told)
    assert (page.standfirst, page.text.split("\n\n")) == (None, [*TEXT, P4, P5, f"{P1} {P2}"])


def test_quotes_of_a_text_that_only_scripts_hold_are_kept() -> None:
    """What stands in scripts may quote, too."""
    quoted = (
        f"<p>{P1}</p><p>{P2}</p><p>{P3}</p><div><div><blockquote><p>We will build it higher.</p></blockquote></div></div>"
        + "".join(f"<p>{n}. {P1}</p>" for n in range(4))
    )
    page = document(
        f"<h1>{TITLE}</h1><div id='app'></div><script>window.state = {json.dumps({'body': quoted})}</script>"
    )
    assert "> We will build it higher." in page.body
