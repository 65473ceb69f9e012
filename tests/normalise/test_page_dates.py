"""Dates that a reader sees: where one stands on the page decides whether it is the article's."""

import datetime as dt

import msgspec
import pytest

from archiver.document import Capture, Document
from archiver.normalise import Context, inspection, normalise
from tests.normalise.test_html import BODY, TITLE

HEADLINE = f"<h1>{TITLE}</h1>"
TEASERS = "".join(
    f'<li><a href="/s/{day}"><h3>Another story of the day number {day}</h3></a><span class="date">{day}.08.2024</span></li>'
    for day in (11, 12, 14)
)


def capture(body: str, *, language: str = "en", head: str = "", url: str = "https://tarn.example/wall") -> Capture:
    """A page with this body, as it was captured."""
    page = f'<html lang="{language}"><head>{head}</head><body>{body}</body></html>'
    return Capture(
        payload=page.encode(), content_type="text/html", url=url, captured_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    )


def document(body: str, *, language: str = "en", head: str = "", url: str = "https://tarn.example/wall") -> Document:
    """The document of a page with this body."""
    return normalise(capture(body, language=language, head=head, url=url))


def published(body: str, *, language: str = "en", head: str = "", url: str = "https://tarn.example/wall") -> str | None:
    """When the page says that it was published."""
    date = document(body, language=language, head=head, url=url).published
    return date.at if date else None


@pytest.mark.parametrize(
    ("language", "words", "at"),
    [
        ("en", "2 September 2025", "2025-09-02"),
        ("en", "Words by Ida Quist, 2 September 2025, 19:49 | 3 comments", "2025-09-02T19:49"),
        ("de", "Von Ida Quist am 02.09.2025, 19:49 Uhr | 4 Meinungen", "2025-09-02T19:49"),
        ("de", "Mauerbau, 02.09.25", "2025-09-02"),
        ("de", "02.09.25, 19:49", "2025-09-02T19:49"),
        ("de", "Mauerbau, 02.09.25 um 19.49 Uhr", "2025-09-02T19:49"),
        ("es", "Publicado el 2 de septiembre de 2025 a las 7:49 p. m.", "2025-09-02T19:49"),
        ("es", "Martes, 2 de septiembre de 2025 · 7:49 a. m.", "2025-09-02T07:49"),
        ("fr", "mardi 2 septembre 2025", "2025-09-02"),
        ("es", "Redacción 2 de septiembre de 2025", "2025-09-02"),
        ("it", "di Ida Quist, 2 settembre 2025", "2025-09-02"),
        ("pt", "2 de setembro de 2025 às 19h49", "2025-09-02T19:49"),
        ("nl", "Ida Quist 2 september 2025 om 19:49", "2025-09-02T19:49"),
        ("pl", "2 września 2025, 19:49", "2025-09-02T19:49"),
        ("ru", "2 сентября 2025 г. в 19:49", "2025-09-02T19:49"),
        ("tr", "2 Eylül 2025 Salı 19:49", "2025-09-02T19:49"),
        ("ar", "الثلاثاء ٢ سبتمبر ٢٠٢٥ - ٧:٤٩ م", "2025-09-02T19:49"),
        ("ur", "02 ستمبر 2025", "2025-09-02"),
        ("hi", "2 सितंबर 2025", "2025-09-02"),
        ("zh", "2025年9月2日 19:49", "2025-09-02T19:49"),
        ("ko", "2025년 9월 2일 오후 7:49", "2025-09-02T19:49"),
    ],
)
@pytest.mark.parametrize("tag", ['<p class="date">{}</p>', '<div><span class="entry-meta">{}</span></div>'])
def test_a_date_under_the_headline_needs_no_label(language: str, words: str, at: str, tag: str) -> None:
    """A date between headline and text is the article's, in the languages and the order in which papers write it."""
    line = tag.format(words)
    year = "<footer>Tarn Gazette 2025</footer>"
    assert published(f"<article>{HEADLINE}{line}{BODY}</article>{year}", language=language) == at


PERSIAN = (
    "<p>شورای شهر روز سه‌شنبه رأی داد که دیوار بندر را از نو بسازد و هزینه آن را از بودجه امسال بپردازد، گفت شهردار.</p>"
    * 3
)
THAI = "<p>สภาเมืองลงมติเมื่อวันอังคารให้สร้างกำแพงท่าเรือขึ้นใหม่ และจะจ่ายค่าใช้จ่ายจากงบประมาณของปีนี้ นายกเทศมนตรีกล่าว</p>" * 3


@pytest.mark.parametrize(
    ("language", "words", "text"),
    [("fa", "سه‌شنبه ۱۱ شهریور ۱۴۰۴", PERSIAN), ("th", "2 กันยายน 2568", THAI)],
)
def test_a_page_dated_in_its_own_calendar(language: str, words: str, text: str) -> None:
    """A Persian or Thai page's date is the day that it is in our calendar."""
    assert (
        published(f'<article>{HEADLINE}<p class="date">{words}</p>{text}</article>', language=language) == "2025-09-02"
    )


@pytest.mark.parametrize(
    ("body", "at"),
    [
        (f"<article><p class='date'>2 September 2025</p>{HEADLINE}{BODY}</article>", "2025-09-02"),
        (f"<article><h1>{TITLE} <small>2 September 2025</small></h1>{BODY}</article>", "2025-09-02"),
        (f"<article>{HEADLINE}{BODY}<p>Published on 2 September 2025</p></article>", "2025-09-02"),
        (f"<article>{HEADLINE}<div>By Ida Quist on <a href=/d>September 2, 2025</a> at 7:49 PM</div>{BODY}</article>", "2025-09-02T19:49"),
        (f"<article>{HEADLINE}<p><abbr class=timedate title='2025-09-02T19:49:36-0800'>Tue Sep 2, 10:49 pm ET</abbr></p>{BODY}</article>",
         "2025-09-02T19:49"),
        ((f"<article>{HEADLINE}{BODY}<div>Posted at <a href=/a><abbr class=published title='2025-09-02T19:49-05:00'>7:49 PM</abbr></a>"
          "<span><a href=/s>Share to Tarnvale Good Friends</a></span></div></article>"), "2025-09-02T19:49"),
        (f"<article>{HEADLINE}<time class=updated datetime='2025-09-02 19:49:00-0400' pubdate>Tuesday</time>{BODY}</article>", "2025-09-02T19:49"),
        (
            f"<article>{HEADLINE}{BODY}<p>This piece was posted by the web desk on 2 September 2025 under Coast.</p></article>",
            "2025-09-02",
        ),
        (f"<article>{HEADLINE}{BODY}<dl><dt>Published</dt><dd>2 September 2025</dd></dl></article>", "2025-09-02"),
        (f"<article>{HEADLINE}<div class='info'>{TITLE}<time datetime='2025-09-02T19:49+05:00'>Tuesday</time></div>{BODY}</article>",
         "2025-09-02T19:49"),
    ],
)  # fmt: skip
def test_a_date_above_the_headline_in_it_or_below_the_text_is_found(body: str, at: str) -> None:
    """A page that states its date in one place only is dated by it."""
    assert published(body) == at


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        (f'<aside class="related"><ul>{TEASERS}</ul></aside>', "beside the headline of another story"),
        ('<div class="comments"><p class="date">9 September 2025</p><p>I walked there.</p></div>', "a comment's"),
        (
            "<figure><img src=w.jpg><figcaption>The wall, seen on 9 September 2025 from above</figcaption></figure>",
            None,
        ),
        ("<footer><p>Last updated: 9 September 2025</p></footer>", None),
        ("<footer><p>Founded on 1 May 1911 · © Tarn Gazette 2025</p></footer>", None),
        ('<nav><span class="date">9 September 2025</span></nav>', "in the site's navigation"),
    ],
)
def test_other_dates_are_refused_with_the_reason(place: str, reason: str | None) -> None:
    """A teaser's, a comment's, a picture's or the site's own date is never the article's, and `inspect` says whose it is."""
    page = capture(f"<div><article>{HEADLINE}{BODY}</article></div>{'<p>x</p>' * 20}{place}")
    assert normalise(page).published is None
    found = inspection.inspect(page, Context.default()).refused.get("published", ())
    assert reason is None or reason in {proof.reason for proof in found}


def test_a_time_that_counts_from_nothing_known_is_no_date() -> None:
    """“2 hours ago”, of a page of which nobody knows when it was captured, leaves the publication unknown."""
    page = capture(f"<article>{HEADLINE}<p class=date>Published 2 hours ago</p>{BODY}</article>")
    page = msgspec.structs.replace(page, captured_at=None)
    assert normalise(page).published is None
    found = inspection.inspect(page, Context.default()).refused["published"]
    assert [proof.reason for proof in found] == ["relative to an unknown time"]


def test_the_article_s_own_date_stands_out_among_teasers() -> None:
    """Lists of other stories with their dates change nothing of the article's."""
    body = f'<ul class="more">{TEASERS}</ul><article>{HEADLINE}<p class="date">2 September 2025</p>{BODY}</article><ul>{TEASERS}</ul>'
    assert published(body) == "2025-09-02"


@pytest.mark.parametrize(
    "line",
    [
        "<p>Updated: 3 September 2025</p>",
        "<div class='field--name-changed'><time datetime='2025-09-03'>3 September 2025</time></div>",
        "<div class='date-modified'>3 September 2025</div>",
        "<p>By Ida Quist <span><span>Last updated</span> <span>on</span> <span class=date>3 September 2025</span></span></p>",
    ],
)
def test_a_change_is_no_publication(line: str) -> None:
    """A date that its label or class calls a change is `modified`, and the publication stays unknown."""
    found = document(f"<article>{HEADLINE}{line}{BODY}</article>")
    assert found.published is None
    assert found.modified is not None
    assert found.modified.at == "2025-09-03"


def test_a_change_is_not_before_the_publication() -> None:
    """A change days before the publication is none, and the reason is there; one of the day before may be another zone's."""
    head = '<meta property="article:published_time" content="2025-09-05T09:00"><meta property="article:modified_time" content="{}">'
    found = capture(f"<article>{HEADLINE}{BODY}</article>", head=head.format("2025-09-02"))
    assert normalise(found).modified is None
    refused = inspection.inspect(found, Context.default()).refused["modified"]
    assert [evidence.reason for evidence in refused] == ["before the page was published"]
    near = document(f"<article>{HEADLINE}{BODY}</article>", head=head.format("2025-09-04")).modified
    assert near is not None
    assert near.at == "2025-09-04"


@pytest.mark.parametrize(
    "line",
    [
        "Ada Finch, 3 May 1931 – 1 March 2025",
        "This article was first published in the Ister Review on 3 May 2009",
        "Last accessed 8 September 2025",
        "Saturday 13 September 2025, 15:00, Quill Park",
        "Port Ansel, 3 May 1944",
    ],
)
def test_a_minute_stated_with_its_offset_stands_against_a_line_of_something_else(line: str) -> None:
    """A life's dates, another paper's, an event's, and a letter's under the headline aren't the day of publication."""
    head = '<meta property="article:published_time" content="2025-09-02T09:00:00Z">'
    assert published(f"<article>{HEADLINE}<p>{line}</p>{BODY}</article>", head=head) == "2025-09-02T09:00"


def test_a_life_is_no_publication() -> None:
    """Two days with a dash between them are no date of the page."""
    assert published(f"<article>{HEADLINE}<p>Ada Finch, 3 May 1931 – 1 March 2025</p>{BODY}</article>") is None


def test_a_sites_other_dates_tell_the_order_of_figures() -> None:
    """09/02/2025 has its month first where another date on the page can't be read otherwise, or by the site's country."""
    line = '<p class="date">{}</p>'
    others = (
        "<ul>"
        + "".join(f"<li><a href=/{n}><h3>A story of the town, no. {n}</h3></a> 08/{n}/2025</li>" for n in (21, 22))
        + "</ul>"
    )
    page = f"<article>{HEADLINE}{line.format('09/02/2025')}{BODY}</article>"
    assert published(page) is None
    assert published(page + others) == "2025-09-02"
    assert published(page, url="https://tarn.example.pk/wall") == "2025-02-09"


def test_the_page_s_clock_beats_utc_of_the_next_day() -> None:
    """Data in UTC and a printed local time are one instant; the reader's day is the one stated, with its offset."""
    data = '<meta property="article:published_time" content="2025-09-03T02:49:00Z">'
    found = document(f"<article>{HEADLINE}<p>September 2, 2025 at 10:49 p.m.</p>{BODY}</article>", head=data).published
    assert found is not None
    assert (found.at, found.offset) == ("2025-09-02T22:49", "-04:00")


def test_a_text_may_begin_with_its_date() -> None:
    """A date set apart at the paragraph's beginning is the article's."""
    text = BODY.replace("<p>", "<p>(02.09.2025) ", 1)
    assert published(f"<article>{HEADLINE}{text}</article>", language="de") == "2025-09-02"


@pytest.mark.parametrize(
    ("shown", "at"),
    [
        ("<p class=date>2 September 2025</p>", "2025-09-02"),
        ("<p class=date>2 September 2025</p><p class=date>9 September 2025</p>", "2025-08-30"),
        ("<p>Updated: 2 September 2025</p>", "2025-08-30"),
        ("", "2025-08-30"),
    ],
    ids=["shown", "several shown", "a change", "nothing shown"],
)
def test_a_shown_day_wins_over_a_tag_alone(shown: str, at: str) -> None:
    """A tag of the head that nothing else agrees with may be that of the page's making: what a reader sees wins."""
    head = "<meta property='article:published_time' content='2025-08-30'>"
    assert published(f"<article>{HEADLINE}{shown}{BODY}</article>", head=head) == at


@pytest.mark.parametrize(
    "body",
    [
        f"<main><div><article>{HEADLINE}{BODY}<p class=footer>This article was posted on 2 September 2025 by <a href=/a>Ida Quist</a> in <a href=/c>news of the coast and sea</a>.</p></article></div></main>",
        f"<article>{HEADLINE}<ul class=box><li><time class=date>02.09.2025</time></li></ul>{BODY}</article>",
        f"<article><p>Port Ansel rebuilds</p>{HEADLINE}<div>{BODY.replace('<p>', '<p>Press release of 2 September 2025 | Port Ansel – ', 1)}</div></article>",
        f"<article>{HEADLINE}<p>{' '.join(['2 September 2025 –', 'The council of Port Ansel voted to rebuild the wall.'] + ['It will take years.'] * 15)}</p>{BODY}</article>",
    ],
    ids=["a note below the text", "a box at the headline", "a press release", "a long first paragraph"],
)
def test_a_date_of_the_article_in_unusual_places(body: str) -> None:
    """What says that it is the article's date is believed in a box, a footer or a paragraph's beginning."""
    assert published(body) == "2025-09-02"


@pytest.mark.parametrize(
    "line",
    [
        "Event: 20 May 2024, 19:00, Town Hall",
        "Born: 20 May 1954, Norvale",
        "Offer ends 20 May 2024",
        "Data to 31 March 2024",
        "<ul><li>The act on walls was signed into law on 20 May 1954</li><li>The mayor wants a new one</li></ul>",
        "Kick-off: Monday 20 May 2024, 19:00",
        "Beginn: 20. Mai 2024, 19 Uhr",
        "Event: Spring fair, 20 May 2024",
        "Interview: Ida Quist, 20 May 2024",
        "Archive: 20 May 2024",
        "Gültig seit: 20.05.2024",
        "Received 20 May 2024; Accepted 29 May 2024",
        "20 May 2024 – 22 May 2024",
        "2024-05-20 – 2024-05-22",
        "2024年5月20日～2024年5月22日",
        "Date: 20 May 2024 – 22 May 2024",
    ],
)
def test_the_day_of_something_else_below_the_headline(line: str) -> None:
    """What an event, a life or an offer says of itself is no publication, whatever else the page states."""
    stated = '<meta property="article:published_time" content="2024-05-14T09:00:00Z">'
    for head, at in (("", None), (stated, "2024-05-14T09:00")):
        published = document(f"<article><h1>{TITLE}</h1><p>{line}</p>{BODY}</article>", head=head).published
        assert (published.at if published else None) == at


@pytest.mark.parametrize(
    "line",
    [
        "Ida Quist, 3 May 1931 – 1 March 2024",
        "From our issue of 3 May 1944",
        "Last accessed 18 May 2024",
        "This article was first published in the Tarn Review on 3 May 2009",
        "Originally published on 3 May 2009 in the Tarn Review",
        "Aus der Ausgabe vom 3. Mai 1994",
    ],
)
@pytest.mark.parametrize("place", ["{0}{1}", "{1}{0}"], ids=["above the text", "below it"])
def test_days_of_lives_sources_and_other_papers_are_no_publication(line: str, place: str) -> None:
    """A line that tells of a life, a look at a source or another paper gives the page no date."""
    body = f"<article>{HEADLINE}{place.format(f'<p>{line}</p>', BODY)}</article>"
    assert published(body) is None
    assert published(body, head='<meta name="date" content="2024-05-14">') == "2024-05-14"


STATED_EXACTLY = '<meta property="article:published_time" content="2024-05-14T09:00:00Z">'


@pytest.mark.parametrize(
    ("line", "url", "at"),
    [
        ("<p>Saturday 18 May 2024, 15:00, Quill Park</p>", "", "2024-05-14T09:00"),
        ("<p>Interview: Ida Quist, 3 March 2024</p>", "", "2024-05-14T09:00"),
        ("<p>Port Ansel, 3 May 1944</p>", "", "2024-05-14T09:00"),
        ("<p>13 May 2024</p>", "", "2024-05-13"),
        ("<p>Port Ansel, 3 May 2009</p>", "/2009/05/03", "2009-05-03"),
        ("<p>Published: 3 May 2009</p>", "", "2009-05-03"),
        ("<p><time datetime='2009-05-03'>3 May 2009</time></p>", "", "2009-05-03"),
        ("<p><time datetime='2025-05-03'>3 May 2025</time></p>", "", "2024-05-14T09:00"),
        ("<p>Published: <time datetime='2025-05-03'>3 May 2025</time></p>", "", "2025-05-03"),
    ],
    ids=[
        "an event",
        "an interview",
        "a place",
        "the day before",
        "as the address",
        "a label",
        "a time",
        "a later time",
        "a later time with a label",
    ],
)
def test_a_line_without_label_does_not_outweigh_a_stated_minute(line: str, url: str, at: str) -> None:
    """What the page's data says to the minute yields to a label, an earlier <time> or an address; to a bare line by a day only."""
    body = f"<article>{HEADLINE}{line}{BODY}</article>"
    assert published(body, head=STATED_EXACTLY, url=f"https://tarn.example{url}/wall") == at


@pytest.mark.parametrize(
    ("others", "at"),
    [("", "2009-05-03"), ("<p class=date>14 May 2024</p>", "2024-05-14"), ("<p>Updated 14 May 2024</p>", "2009-05-03")],
    ids=["nothing else", "a day of its own", "a change"],
)
@pytest.mark.parametrize("label", ["Originally published: ", "Originally posted on "])
def test_an_original_is_this_page_where_no_other_day_is_told(label: str, others: str, at: str) -> None:
    """A page came out when it says so of itself: “originally” may mean another page, so it counts where nothing else is told."""
    assert published(f"<article>{HEADLINE}<p>{label}3 May 2009</p>{others}{BODY}</article>") == at


@pytest.mark.parametrize(
    ("stated", "url", "shown", "at"),
    [
        ("2024-05-14T03:30:00Z", "/2024/05/13", "", "2024-05-13"),
        ("2024-05-13T23:01:00Z", "/2024/05/14", "", "2024-05-14"),
        ("2024-05-13T15:01:00Z", "/2024/05/12", "", "2024-05-13T15:01"),
        ("2024-05-13T23:01:00-04:00", "/2024/05/14", "", "2024-05-13T23:01"),
        ("2024-05-13T22:00:00Z", "", "<p>14 May 2024</p>", "2024-05-14"),
        ("2024-05-14T03:30:00Z", "", "<p>13 May 2024</p>", "2024-05-13"),
        ("2024-05-14T03:30:00Z", "", "<p class=date>05.13.24</p>", "2024-05-13"),
    ],
    ids=[
        "behind UTC",
        "ahead of it",
        "no zone's",
        "with its own offset",
        "midnight",
        "shown",
        "shown in figures",
    ],
)
def test_an_address_tells_the_day_of_a_time_in_utc(stated: str, url: str, shown: str, at: str) -> None:
    """Data in UTC alone name the wrong day near midnight: that of the page's address, in its own zone, is the one to cite."""
    tags = ("article:published_time", "article:modified_time")
    head = "".join(f'<meta property="{tag}" content="{stated}">' for tag in tags)
    head = head.replace(f'modified_time" content="{stated}"', 'modified_time" content="2024-05-14T17:00:00Z"')
    assert (
        published(f"<article>{HEADLINE}{shown}{BODY}</article>", head=head, url=f"https://tarn.example{url}/wall") == at
    )


def test_a_change_told_behind_the_date_leaves_it_the_publication() -> None:
    """A date is what the words before it say: what stands behind it, set apart, is told of another."""
    found = document(
        f"<article><div class=x>3 May 2024 / 12:25 PM / Updated 8 hours ago</div>{HEADLINE}{BODY}</article>"
    )
    assert found.published is not None
    assert found.published.at == "2024-05-03T12:25"
    both = document(f"<article>{HEADLINE}<p>3 May 2024 – Updated 4 May 2024</p>{BODY}</article>")
    assert both.published is not None
    assert both.modified is not None
    assert (both.published.at, both.modified.at) == ("2024-05-03", "2024-05-04")


@pytest.mark.parametrize(
    "place",
    [
        "<div><img src=w.jpg alt='The wall of Port Ansel seen from the harbour, 3 May 2024'><p>The wall of Port Ansel seen from the harbour, 3 May 2024</p></div>",
        "<dl><dt>Born</dt><dd>3 May 1954</dd></dl>",
        "<dl><dt>出生日期</dt><dd>1954年5月3日</dd></dl>",
    ],
    ids=["a picture's name", "a birth", "a birth in Chinese"],
)
def test_days_that_what_stands_beside_them_explains(place: str) -> None:
    """What a picture is called, or a list defines, makes a day none of the page's."""
    assert published(f"<article>{HEADLINE}{place}{BODY}</article>") is None


@pytest.mark.parametrize(
    "place",
    [
        '<blockquote class="twitter-tweet"><p>We cross again</p>— Mayor (@mayor) <a href="https://x.example/m/status/1">March 2, 2024</a></blockquote>',
        '<article class="liveblog-entry"><time datetime="2024-05-03T16:40Z">16:40</time><p>The water rises at the old wall, the mayor says.</p></article>',
        "<p>Printed from the Tarn Gazette on 9 March 2024</p>",
        "<p>A version of this article appears in print on March 6, 2024</p>",
        "<p>Über dieses Thema berichtete das Stadtradio am 3. Mai 2024 um 09:53 Uhr.</p>",
    ],
    ids=["a quoted post", "a live blog's entry", "a printout", "a print edition", "a broadcast"],
)
def test_days_of_posts_entries_and_printouts(place: str) -> None:
    """A quoted post, an entry of a live blog, a printout or a broadcast has a day of its own."""
    assert published(f"<article>{HEADLINE}{place}{BODY}</article>") is None


def test_a_time_that_tells_publication_and_change_is_the_one_that_it_states() -> None:
    """A <time> around both is when the page was published if its value is that day."""
    both = "<span>Published May 3, 2024</span><span>Updated May 4, 2024, 9:10 a.m.</span>"
    found = document(f"<article>{HEADLINE}<time datetime='2024-05-03T10:00:00-05:00'>{both}</time>{BODY}</article>")
    assert found.published is not None
    assert (found.published.at, found.published.offset) == ("2024-05-03T10:00", "-05:00")


def test_a_headline_in_a_script_without_spaces_is_another_story_s() -> None:
    """A link to a story is known by its length where its words have no spaces between them."""
    story = "<div><a href=/s><img src=s.jpg><p>今日のニュース：町の古い橋が四十年ぶりに架け替えられた</p><p class=date>2024.05.03</p></a></div>"
    assert published(f"<article>{HEADLINE}{BODY}</article>{story}", language="ja") is None


DAYS = ("5 March 2019", "12 June 2020", "1 January 2021", "3 May 2022")
PARAGRAPHS = tuple(f"{part}</p>" for part in BODY.split("</p>") if part)


@pytest.mark.parametrize(
    "line",
    [
        "<h3>{}</h3>",
        "<p>{}</p>",
        "<p><strong>{}</strong></p>",
        "<div class=date>{}</div>",
        "<time>{}</time>",
        "<h3><time>{}</time></h3>",
    ],
)
@pytest.mark.parametrize("first", ["", PARAGRAPHS[0].replace("<p>", "<p>In short: ")], ids=["at once", "behind a lead"])
def test_the_days_of_a_chronology_are_text(line: str, first: str) -> None:
    """Date lines between the paragraphs stay in the text, and none of them is the publication's day."""
    parts = [
        line.format(day) + part for day, part in zip(DAYS, (*PARAGRAPHS, "<p>It was seen by many.</p>"), strict=False)
    ]
    found = document(f"<article>{HEADLINE}{first}{''.join(parts)}</article>")
    assert [day for day in DAYS if day not in found.text] == []
    assert found.published is None or found.published.at is None
    assert DAYS[0] in [mention.text for mention in found.mentioned]


@pytest.mark.parametrize(
    "rows",
    [
        "<ul><li>5 March 2019 – the wall is shut</li><li>12 June 2020 – the wall is open</li></ul>",
        "<table><tr><td>5 March 2019</td><td>The wall is shut</td></tr><tr><td>12 June 2020</td><td>It is open</td></tr></table>",
    ],
)
def test_the_days_of_a_list_are_no_publication(rows: str) -> None:
    """A date at the beginning of a list's item or a table's row is what it tells of."""
    assert published(f"<article>{HEADLINE}{PARAGRAPHS[0]}{rows}{''.join(PARAGRAPHS[1:])}</article>") is None


@pytest.mark.parametrize(
    ("language", "line", "salutation"),
    [
        ("en", "Tarn, 3 May 1944", "Dear Ida,"),
        ("de", "Tarn, 3. Mai 1944", "Liebe Ida,"),
        ("fr", "Tarn, 3 mai 1944", "Chère Ida,"),
        ("es", "Tarn, 3 de mayo de 1944", "Querida Ida,"),
    ],
)
def test_a_letters_place_and_day_are_text(language: str, line: str, salutation: str) -> None:
    """The line above a letter's salutation stays, and is when the letter was written."""
    found = document(f"<article>{HEADLINE}<p>{line}</p><p>{salutation}</p>{BODY}</article>", language=language)
    assert line in found.text
    assert found.published is None or found.published.at is None
