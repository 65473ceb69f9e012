"""Days that stand on a page and aren't that of its publication: of looking, of a picture, of another story, of a person."""

import datetime as dt

import pytest

from archiver.document import Capture
from archiver.normalise import normalise
from tests.normalise.test_html import BODY, TITLE

HEADLINE = f"<h1>{TITLE}</h1>"
ARTICLE = f"<article>{HEADLINE}{BODY}</article>"
TODAY = "Thursday, 1 January 2026"
MENU = "".join(
    f'<li><a href="/{name.lower()}">{name}</a></li>' for name in ("Home", "World", "Coast", "Sport", "Culture")
)
NAV = f"<nav><ul>{MENU}</ul></nav>"
CELLS = "".join(f'<td><a href="/{name.lower()}">{name}</a></td>' for name in ("Home", "World", "Coast", "Sport"))


def published(body: str, head: str = "") -> str | None:
    """When the page says that it was published; it was captured at noon on 1 January 2026."""
    page = f"<html lang=en><head>{head}</head><body>{body}<footer>Tarn Gazette 2026</footer></body></html>"
    moment = dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC)
    date = normalise(
        Capture(payload=page.encode(), content_type="text/html", url="https://tarn.example/wall", captured_at=moment)
    ).published
    return date.at if date else None


@pytest.mark.parametrize(
    "body",
    [
        f"<div>{TODAY}</div>{NAV}{ARTICLE}",
        f"{NAV}<div class=today>{TODAY}</div>{ARTICLE}",
        f"<header><time datetime=2026-01-01>{TODAY}</time></header>{NAV}{ARTICLE}",
        f"<div>Today: {TODAY}</div>{NAV}{ARTICLE}",
        f"<div id=masthead>Tarn Gazette<br>{TODAY} | 12°C</div>{NAV}{ARTICLE}",
        f"<div class=topbar><span>{TODAY}</span> <a href=/login>Log in</a></div>{NAV}{ARTICLE}",
        f"<div id=page><div id=head><p>{TODAY}</p></div><ul>{MENU}</ul><div>{HEADLINE}{BODY}</div></div>",
        f"<table><tr><td>{TODAY}</td></tr><tr>{CELLS}</tr><tr><td>{HEADLINE}{BODY}</td></tr></table>",
        f"<marquee>{TODAY}</marquee>{NAV}<div><p><b>{TITLE}</b></p>{BODY}</div>",
        f"{NAV}{ARTICLE}<div>{TODAY}</div>",
    ],
)
def test_the_day_that_a_site_shows_to_whoever_looks_is_no_publication(body: str) -> None:
    """What stands above the article and is the day of the capture tells when somebody looked at it."""
    assert published(body) is None


@pytest.mark.parametrize(
    ("body", "at"),
    [
        (f"{NAV}<article><p class=date>{TODAY}</p>{HEADLINE}{BODY}</article>", "2026-01-01"),
        (f"{NAV}<div class=post><p class=date>{TODAY}</p>{HEADLINE}{BODY}</div>", "2026-01-01"),
        (f"{NAV}<div><div class=breadcrumb><a href=/>Home</a> &gt; <a href=/w>World</a></div><p>{TODAY}</p>{HEADLINE}{BODY}</div>",
         "2026-01-01"),
        (f"<div>{TODAY}</div>{NAV}<article>{HEADLINE}<p>1 January 2026</p>{BODY}</article>", "2026-01-01"),
        (f"<div>{TODAY}</div>{NAV}<article>{HEADLINE}<p>29 December 2025</p>{BODY}</article>", "2025-12-29"),
        (f"<div>Monday, 29 December 2025</div>{NAV}{ARTICLE}", "2025-12-29"),
    ],
)  # fmt: skip
def test_the_day_of_the_capture_is_the_publication_where_the_article_states_it(body: str, at: str) -> None:
    """In the article's own element, or beside another statement of it, the day counts; so does any other day above it."""
    assert published(body) == at


@pytest.mark.parametrize(
    "line",
    [
        "<figure><img src=w.jpg><figcaption>The wall, 5 November 2024</figcaption></figure>",
        "<figure><img src=w.jpg><figcaption>File photo, 5 November 2024</figcaption></figure>",
        "<figure><img src=w.jpg><figcaption>Стена, 5 ноября 2024</figcaption></figure>",
        "<div class=caption>The wall, 5 November 2024</div>",
        "<p><img src=w.jpg><br><em>The wall, 5 November 2024</em></p>",
    ],
)
def test_the_day_of_a_picture(line: str) -> None:
    """A caption between headline and text tells when the picture was taken."""
    assert published(f"{NAV}<article>{HEADLINE}{line}{BODY}</article>") is None


@pytest.mark.parametrize(
    "line",
    [
        "<figure><img src=w.jpg><div>5 November 2024</div></figure>",
        "<figure><img src=w.jpg><div>By Ida Quist, 5 November 2024</div></figure>",
        "<p><img src=ida.jpg> Ida Quist, 5 November 2024</p>",
    ],
)
def test_a_byline_beside_a_picture(line: str) -> None:
    """The day alone, or beside a name, is the article's wherever a picture is."""
    assert published(f"{NAV}<article>{HEADLINE}{line}{BODY}</article>") == "2024-11-05"


@pytest.mark.parametrize("at", ["before", "after", "inside"])
def test_another_story_s_time(at: str) -> None:
    """The time beside a link in an <aside> is that story's, however brief its headline."""
    aside = '<aside><a href="/x">Ferry sinks</a><time datetime="2025-12-08T10:00:00Z">8 December</time></aside>'
    if at == "inside":
        assert published(f"{NAV}<article>{HEADLINE}{BODY}{aside}{BODY}</article>") is None
    else:
        assert published(NAV + (aside + ARTICLE if at == "before" else ARTICLE + aside)) is None


@pytest.mark.parametrize(
    "line",
    [
        "Joined: 3 May 2019",
        "Ida Quist · Joined May 3, 2019 · 412 posts",
        "Ida Quist, member since 3 May 2019",
        "Registriert seit 3. Mai 2019",
        "© 1998 Tarn Gazette, last redesign 3 May 2019",
        "Next update: 1 January 2026",
        "Last checked: 3 December 2025",
        "Fact-checked 3 December 2025",
        "Prices as of 3 December 2025",
        "Release date: 3 December 2025",
        "The mayor was interviewed on 3 December 2025",
    ],
)
def test_the_day_of_something_else_by_the_words_before_it(line: str) -> None:
    """Neither above the text nor below it does such a line date the article."""
    assert published(f"{NAV}<article>{HEADLINE}<p>{line}</p>{BODY}</article>") is None
    assert published(f"{NAV}<article>{HEADLINE}{BODY}<p>{line}</p></article>") is None


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("<abbr class=published title='2025-03-05T10:00:00+01:00'>5 Mar</abbr>", "2025-03-05T10:00"),
        ("<span class=date data-timestamp='1741168800'>Mar 5</span>", "2025-03-05T10:00"),
        ("<span class=date data-time='1741168800000'>Mar 5</span>", "2025-03-05T10:00"),
        ("<span class=date title='Show the archive of 2025'>Mar 5</span>", None),
        ("<p>Published 03/04/2025 | Updated 03/14/2025</p>", "2025-03-04"),
        ("<p>Published 03/04/2025 | Updated 03/05/2025</p>", None),
    ],
)
def test_days_that_a_tooltip_or_another_day_tells(line: str, at: str | None) -> None:
    """A short date is read with its element's exact one; figures in the order of the change's."""
    assert published(f"{NAV}<article>{HEADLINE}{line}{BODY}</article>") == at
