"""Dates that pages state by machine."""

import json

import pytest

from archiver.document import Capture, StatedDate
from archiver.normalise import normalise
from tests.normalise.test_html import BODY, TITLE

STORY = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2025-09-02T19:49:00+05:00"}


def published(head: str, body: str = "") -> StatedDate | None:
    """The publication of a page with this head."""
    page = f'<html lang="en"><head>{head}</head><body><article><h1>{TITLE}</h1>{BODY}</article>{body}</body></html>'
    return normalise(Capture(payload=page.encode(), content_type="text/html", key="k")).published


def script(*values: object) -> str:
    """JSON-LD scripts of these values."""
    return "".join(f"<script type='application/ld+json'>{json.dumps(value)}</script>" for value in values)


@pytest.mark.parametrize(
    ("head", "at"),
    [
        ('<meta name="DC:date" content="2025-09-02">', "2025-09-02"),
        ('<meta name="dcterms.created" content="2025-09-02">', "2025-09-02"),
        ('<meta name="bepress_citation_date" content="2025-09-02">', "2025-09-02"),
        ('<meta itemprop="datePublished" content="2025-09-02T19:49">', "2025-09-02T19:49"),
        ("<meta name='parsely-page' content='{\"title\": \"A wall\", \"pub_date\": \"2025-09-02T14:49:00Z\"}'>", "2025-09-02T14:49"),
        ("<meta name='parsely-page' content='{\"pub_date\": \"2025-09-02'>", None),
        ("<meta name='parsely-page' content='[1, {}]'>", None),
        ('<meta name="x-story-publishing-date" content="2025-09-02">', "2025-09-02"),
        ('<meta name="offer-expiry-date" content="2025-09-09">', None),
        ('<meta name="event_start_date" content="2025-09-09">', None),
        ('<meta name="date" content="2025-09-04"><meta name="pubdate" content="2025-09-02">', "2025-09-02"),
        (script({"@type": "WebPage", "datePublished": "2025-09-02"}), "2025-09-02"),
        (script({"@type": "ImageObject", "uploadDate": "2025-08-01"}), None),
        (script({"@type": "Organization", "dateCreated": "1911-05-01"}), None),
        ("<title>A wall</title>" + script({"@type": "VideoObject", "name": "Ferries at sea", "uploadDate": "2025-08-01"}), None),
        ("<title>A wall</title>" + script({"@type": "VideoObject", "name": "A wall", "uploadDate": "2025-09-02"}), "2025-09-02"),
        ("<title>A wall</title><meta property='article:published_time' content='2025-09-02T10:00:00Z'>"
         + script({"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Ferries", "datePublished": "2025-09-08T10:00:00Z"}]}),
         "2025-09-02T10:00"),
        (script({"@type": "LiveBlogPosting", "headline": "A wall", "coverageStartTime": "2025-09-02T07:30:00Z", "liveBlogUpdate":
                 [{"@type": "BlogPosting", "headline": "b", "datePublished": f"2025-09-02T{hour}:00:00Z"} for hour in (19, 10)]}), "2025-09-02T07:30"),
        ("<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"A \"wall\"\", \"datePublished\": \"2025-09-02\"}</script>",
         "2025-09-02"),
        ('<script>window.page = {"story": {"publishedAt": "2025-09-02T19:49:00+05:00"}}</script>', "2025-09-02T19:49"),
        ('<script>var a = [{"publishedAt": "2025-09-02"}, {"publishedAt": "2025-09-03"}]</script>', None),
    ],
)  # fmt: skip
def test_names_and_kinds_tell_what_a_date_is(head: str, at: str | None) -> None:
    """Names that mean a publication are read, of other names and nodes only what can be the article's."""
    found = published(head)
    assert (found.at if found else None) == at


ITEM = "<div itemscope itemtype='https://schema.org/{kind}'><meta itemprop='{name}' content='{said}'><meta itemprop='{date}' content='2025-09-08'></div>"


@pytest.mark.parametrize(
    ("kind", "name", "said", "date", "at"),
    [
        ("BlogPosting", "headline", TITLE, "datePublished", "2025-09-08"),
        ("BlogPosting", "headline", "Ferries sail again to islands", "datePublished", None),
        ("BlogPosting", "mainEntityOfPage", "Ferries sail again to islands", "datePublished", None),
        ("BlogPosting", "mainEntityOfPage", "https://gazette.example/ferries/", "datePublished", "2025-09-08"),
        ("Review", "author", "Max Holm", "datePublished", None),
    ],
)
def test_an_item_of_another_headline_dates_no_article(
    kind: str, name: str, said: str, date: str, at: str | None
) -> None:
    """Lists of other stories, videos and reviews have their own dates in microdata."""
    found = published(f"<title>{TITLE}</title>", ITEM.format(kind=kind, name=name, said=said, date=date))
    assert (found.at if found else None) == at


def test_a_live_blog_was_published_when_it_began() -> None:
    """The entries of a live blog have dates of their own, which aren't the page's."""
    entries = [
        {"@type": "BlogPosting", "headline": "Waves", "datePublished": f"2025-09-03T1{hour}:00:00+05:00", "author": {"name": "Ida Quist"},
         "publisher": {"name": "Tarn"}, "articleBody": "Long."}
        for hour in range(3)
    ]  # fmt: skip
    blog = {
        "@type": "LiveBlogPosting",
        "headline": TITLE,
        "datePublished": "2025-09-02T08:00:00+05:00",
        "liveBlogUpdate": entries,
    }
    found = published(script(blog))
    assert found is not None
    assert (found.at, found.offset) == ("2025-09-02T08:00", "+05:00")


def test_a_picture_s_date_is_kept_as_evidence() -> None:
    """What was refused is there with the reason."""
    found = published(script({**STORY, "image": {"@type": "ImageObject", "uploadDate": "2025-08-01"}}))
    assert found is not None
    assert found.at == "2025-09-02T19:49"
    assert [(proof.text, proof.reason) for proof in found.evidence if not proof.agrees] == [
        ("2025-08-01", "a picture's")
    ]


def test_a_date_in_an_abbreviation_s_title() -> None:
    """Where a page shows the time alone and has the whole in the title of the element, that is read."""
    line = '<abbr itemprop="datePublished" title="2025-09-02T19:49:00+05:00">19:49</abbr>'
    found = published("", f"<div><p>{line}</p></div>")
    assert found is not None
    assert (found.at, found.offset) == ("2025-09-02T19:49", "+05:00")
