"""The site's name among all that a page gives for it."""

import pytest

from archiver.normalise import site_name

from .test_html import BODY, TITLE, document


@pytest.mark.parametrize(
    ("claims", "tail", "name"),
    [
        ([("Ansel Gazette", 3.0), ("Harbour Media Holding AG", 2.6)], None, "Ansel Gazette"),
        ([("Harbour Media GmbH", 2.6)], "Ansel Gazette", "Ansel Gazette"),
        ([("anselgazette", 3.0), ("Ansel Gazette", 2.6)], None, "Ansel Gazette"),
        ([("ansel-gazette.example", 3.0), ("Ansel Gazette", 2.6)], None, "Ansel Gazette"),
        ([("Ansel Gazette - news, sport and opinion from the coast", 1.5)], "Ansel Gazette", "Ansel Gazette"),
        ([("Blogger", 2.6)], None, None),
        ([("AnselGazette.example", 2.0), ("Ansel Gazette", 2.6)], None, "Ansel Gazette"),
        ([("Gazette.com", 3.0), ("Gazette", 2.6)], None, "Gazette"),
        ([("Ansel Gazette - The voice of the coast", 3.0)], None, "Ansel Gazette"),
        ([("Harbour | Ansel Gazette of the coast", 3.0)], None, "Harbour | Ansel Gazette of the coast"),
        ([("www.ansel.example", 3.0), ("Ansel Media Sp. z o.o.", 2.6), ("Port Ansel today", 2.0)], None, "Port Ansel today"),
    ],
    ids=[
        "company", "only a company", "small letters", "host", "slogan", "publishing system", "another host",
        "the name with a host's ending", "name and slogan", "no slogan", "address and company",
    ],
)  # fmt: skip
def test_the_name_as_the_site_writes_it(claims: list[tuple[str, float]], tail: str | None, name: str | None) -> None:
    """Companies, hosts, slogans and publishing systems give way to the publication's own name."""
    assert site_name.choose(claims, tail, "https://www.anselgazette.example/a/1") == name


def test_canonical_address_and_picture() -> None:
    """The canonical address is absolute, without tracking parameters, and never the front page; a logo is no picture."""
    page = document(
        f"<h1>{TITLE}</h1>{BODY}",
        "<link rel=canonical href='/wall?id=3&utm_source=feed'><meta property='og:image' content='/static/logo.png'>"
        "<meta property='og:image' content='/pictures/wall.jpg'>",
    )
    assert page.canonical_url == "https://www.ansel.example/wall?id=3"
    assert page.image == "https://www.ansel.example/pictures/wall.jpg"
    assert document(f"<h1>{TITLE}</h1>{BODY}", "<link rel=canonical href='/'>").canonical_url is None


@pytest.mark.parametrize("link", ["<a rel='category tag' href='/c'>Coast</a>", "<a href='/c'>Coast</a>"])
def test_section_by_relation_or_class(link: str) -> None:
    """A short line beside the headline is the section by its link's relation or its class."""
    assert document(f"<div class='rubric'>{link}</div><h1>{TITLE}</h1>{BODY}").section == "Coast"


def test_section_within_a_line() -> None:
    """A link that says that it leads to the page's category is the section beside a date too."""
    line = "<div class='data'>2 September 2025, 09:40 <a href='/c' rel='category'>Coast</a></div>"
    assert document(f"{line}<h1>{TITLE}</h1>{BODY}").section == "Coast"


@pytest.mark.parametrize(
    ("head", "above", "name"),
    [
        (f"<title>Print: {TITLE}</title>", "<p>Ansel</p>", "Ansel"),
        (f"<title>Print: {TITLE}</title>", "", "ansel.example"),
        (f"<title>Ansel: {TITLE}</title>", "", "Ansel"),
        (f"<title>{TITLE}</title>", "<p>The Ansel sea</p>", "ansel.example"),
    ],
    ids=["shown", "a kind of page", "before a colon", "other words"],
)
def test_what_names_a_site_that_states_no_name(head: str, above: str, name: str) -> None:
    """A line that is the host's own part names the site; what kind of page it is, as its title says, doesn't."""
    assert document(f"{above}<h1>{TITLE}</h1>{BODY}", head).site == name


FEED = "<link rel=alternate type='application/rss+xml' href=/f title='{}'>"


@pytest.mark.parametrize(
    ("page_title", "feed", "name"),
    [
        (f"The Foghorn: {TITLE}", "The Foghorn - Atom", "The Foghorn"),
        (f"{TITLE} | The Foghorn - News from the sea", "The Foghorn &raquo; Feed", "The Foghorn"),
        (f"{TITLE} « Archive", "RSS 2.0", "Archive"),
        (f"Print: {TITLE}", "Coast RSS Feed", "ansel.example"),
    ],
    ids=["before a colon", "before a slogan", "a feed without a name", "a feed of something else"],
)
def test_a_feed_bears_the_sites_name(page_title: str, feed: str, name: str) -> None:
    """Where no tag names the site, what the titles of its feed and of the page share does."""
    head = f"<title>{page_title}</title>{FEED.format(feed)}"
    page = document(f"<html><head>{head}</head><body><h1>{TITLE}</h1>{BODY}</body></html>".encode())
    assert (page.site or "").removeprefix("www.") == name


def test_a_page_whose_first_tag_ends_at_once_has_a_head() -> None:
    """Some pages end the tag of the whole page as XML would; what their head states counts all the same."""
    head = "<head><meta property='og:site_name' content='Ansel Gazette'/></head>"
    page = document(f"<html xmlns='http://www.w3.org/1999/xhtml' />{head}<body><h1>{TITLE}</h1>{BODY}</body>".encode())
    assert (page.site, page.title) == ("Ansel Gazette", TITLE)
