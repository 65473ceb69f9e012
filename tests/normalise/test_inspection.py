"""A page as the normaliser saw it: what became of each line, and why."""

from __future__ import annotations

import msgspec
import pytest

from archiver import Capture, normalise
from archiver.normalise import Context
from archiver.normalise.inspection import Inspection, inspect
from tests.conftest import SAMPLES
from tests.makers_of_sites import APPEAL, page

PLAIN = msgspec.structs.replace(Context.default(), names=False)
PAGE = """<html lang="en-GB"><head><title>Eels return to the Tarn | The Tarn Post</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Eels return to the Tarn</h1><p class="byline">By Wilf Arden</p>
<p>LINDMOUTH (Meridian Wire) — The eels came back to the Tarn on Tuesday, a decade after the last of them was seen there.</p>
<p>Wilf Arden, who counts them, said that there were four hundred, and that each of them looked as if it had a plan.</p>
<p>The council will close the sluice at night until the last of the eels has found its way to the upper lake.</p></article>
<footer><p>© The Tarn Post</p></footer></body></html>"""


def seen(payload: str | bytes, media: str = "text/html", context: Context = PLAIN) -> Inspection:
    """The page as the normaliser saw it."""
    data = payload.encode() if isinstance(payload, str) else payload
    return inspect(Capture(payload=data, content_type=media, url="https://tarnpost.example/eels"), context)


def zones(inspection: Inspection) -> list[tuple[str, str]]:
    """For each line its label or zone, and its first word."""
    return [(line.label or line.zone, line.text.split()[0]) for line in inspection.lines]


def test_each_line_has_its_zone() -> None:
    """The lines stand in the page's order, each with what became of it; a dateline apart from its paragraph."""
    assert zones(seen(PAGE)) == [
        ("navigation", "Home"),
        ("navigation", "Sport"),
        ("title", "Eels"),
        ("byline", "By"),
        ("dateline", "LINDMOUTH"),
        ("body", "The"),
        ("body", "Wilf"),
        ("body", "The"),
        ("footer", "©"),
    ]


def test_words_that_stand_apart_for_the_eye_alone_are_shown_apart() -> None:
    """The elements of a line without space between them have a point there."""
    line = "<p><span>By Ida Quist</span><b>Reporter</b>, <i>Skarn</i></p>"
    assert "By Ida Quist · Reporter, Skarn" in [told.text for told in seen(f"<h1>Ferry</h1>{line}{PAGE}").lines]


def test_lines_that_were_joined_are_one_paragraph() -> None:
    """Where a tool broke a paragraph into lines, they are shown as the paragraph that they are, its dateline apart."""
    broken = (
        "Eels return to the Tarn\n\nLINDMOUTH, (Meridian Wire - 2nd May, 2025) The eels came back to the Tarn on Tuesday\n"
        "on the tide, a decade after the last of them was seen there.\n\nThey number four hundred by the count of the council."
    )
    assert zones(seen(broken, "text/plain")) == [
        ("title", "Eels"),
        ("dateline", "LINDMOUTH,"),
        ("body", "The"),
        ("body", "They"),
    ]


@pytest.mark.parametrize("path", sorted((SAMPLES / "pages").glob("*.html"))[::7], ids=lambda path: path.name)
def test_all_of_the_text_is_among_the_lines(path: str) -> None:
    """However a page is made, every paragraph of the text is shown once, in order, and the document is the usual one."""
    capture = Capture(payload=(SAMPLES / "pages" / path).read_bytes(), content_type="text/html")
    found = inspect(capture, PLAIN)
    document = normalise(capture, PLAIN)
    assert found.document == document
    assert [line.text for line in found.lines if line.zone == "body"] == document.text.split("\n\n")


def test_what_the_site_repeats_is_told() -> None:
    """A line that was learnt is shown as such, with how many are known of the site."""
    known = PLAIN.told({"tarnpost.example": frozenset({APPEAL})}, {})
    found = inspect(page(1), known)
    assert [(line.label, line.text) for line in found.lines if line.label == "learnt"] == [("learnt", APPEAL)]
    assert (found.site, found.learnt) == ("tarnpost.example", 1)


def test_a_date_that_was_cut_is_shown_as_what_was_cut() -> None:
    """A caption with a date in it is a caption, though its date was looked at."""
    caption = "<figure><img src=e.jpg><figcaption>Eels in the Tarn on 3 May 1998</figcaption></figure></article>"
    assert ("caption", "Eels") in zones(seen(PAGE.replace("</article>", caption)))


@pytest.mark.parametrize(
    ("declared", "chosen", "reason"),
    [("en-GB", "en", "agree"), ("", "en", "declares none"), ("fr", "en", "clearly"), ("zz9", "en", "declares none")],
)
def test_why_the_language_is_what_it_is(declared: str, chosen: str, reason: str) -> None:
    """What the page declares, what its text is in, and which won."""
    told = seen(PAGE.replace('lang="en-GB"', f'lang="{declared}"')).language
    assert told is not None
    assert (told.chosen, told.detected) == (chosen, "en")
    assert reason in told.reason


def test_where_the_authors_are_from() -> None:
    """Authors of the page's data are told from those of the byline."""
    stated = PAGE.replace("<head>", '<head><meta name="author" content="Wilf Arden">')
    for text, source in ((PAGE, "byline"), (stated, "data"), (PAGE.replace("By Wilf Arden", ""), "")):
        told = seen(text).authors
        assert told is not None
        assert (told.source, told.names) == (source, ("Wilf Arden",) if source else ())


@pytest.mark.parametrize(
    ("payload", "encoding", "told_by"),
    [
        (b"\xff\xfe" + PAGE.encode("utf-16-le"), "utf-16-le", "byte order mark"),
        (b"\xef\xbb\xbf" + PAGE.encode(), "utf-8", "byte order mark"),
        (PAGE.encode(), "utf-8", "bytes"),
        (
            PAGE.replace("<head>", '<head><meta charset="iso-8859-2">')
            .encode("cp1252", "replace")
            .replace(b"counts", b"c\xf3unts"),
            "iso8859-2",
            "page",
        ),
    ],
)
def test_which_encoding_and_why(payload: bytes, encoding: str, told_by: str) -> None:
    """The encoding that the page was read in, and who said so."""
    found = seen(payload)
    assert (found.encoding, found.encoding_by) == (encoding, told_by)


def test_a_page_without_an_article_is_shown_all_the_same() -> None:
    """Where nothing could be found, why is told, and the lines are there to look at."""
    found = seen("<body><nav><a href='/'>Home</a></nav></body>")
    assert found.document is None
    assert "neither a headline nor a text" in found.failure
    assert [line.text for line in found.lines] == ["Home"]


@pytest.mark.parametrize(
    ("payload", "media"),
    [(b"", "text/html"), (b"\0\xff" * 999, ""), (b"<p" * 9999, "text/html"), (b"#", "text/markdown")],
)
def test_nothing_is_raised(payload: bytes, media: str) -> None:
    """Whatever a page is, it can be looked at."""
    assert seen(payload, media).size == len(payload)


def test_page_text_and_fields() -> None:
    """The lines of a page's text are told likewise; fields that were given have no page but their text."""
    found = seen(
        "Eels return\n\nBy Wilf Arden\n\nThe eels came back to the Tarn on Tuesday, after ten years.", "text/plain"
    )
    assert (found.kind, zones(found)) == ("text", [("title", "Eels"), ("byline", "By"), ("body", "The")])
    fields = seen('{"title": "Eels", "text": "They came."}', "application/vnd.news-archive.document+json")
    assert (fields.kind, zones(fields)) == ("fields", [("body", "They")])
