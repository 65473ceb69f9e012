"""What a site repeats: learnt from its articles, and cut from them."""

from __future__ import annotations

from itertools import chain

import msgspec
import pytest

from archiver import Capture, Document, normalise
from archiver.normalise import Context
from archiver.normalise.boilerplate import FEWEST, learn, site_of
from archiver.normalise.context import learnt_of, rules_of
from tests.makers_of_sites import APPEAL, page, sentence, title

PLAIN = msgspec.structs.replace(Context.default(), names=False)
KNOWN = PLAIN.told({"tarnpost.example": frozenset({APPEAL})}, {})


def documents(*pages: Capture) -> list[Document]:
    """The pages' documents, without anything learnt."""
    return [normalise(each, PLAIN) for each in pages]


def learnt(*pages: Capture) -> dict[str, int]:
    """What is learnt from the pages, and in how many articles it is."""
    return {each.text: each.pages for each in learn(documents(*pages))[1]}


def test_a_line_that_most_articles_have_is_learnt() -> None:
    """Every article of a site has the same appeal in its text: it is told with their number, and one article as an example."""
    found = documents(*map(page, range(10)))
    pages, texts = learn(found)
    assert (pages, [(each.text, each.pages) for each in texts]) == (10, [(APPEAL, 10)])
    assert texts[0].example in {each.id for each in found}


def test_little_is_never_enough() -> None:
    """From few articles nothing is learnt, and neither is a line that a small part of many has."""
    assert learnt(*map(page, range(FEWEST - 1))) == {}
    assert learnt(*map(page, range(FEWEST))) == {APPEAL: FEWEST}
    assert learnt(*(page(number, [APPEAL] if number < FEWEST else []) for number in range(80))) == {}


def test_copies_of_one_article_count_once() -> None:
    """An article under many addresses repeats nothing, and what it shares with a few others stays too little."""
    copies = [page(number, [], own=0) for number in range(10)]
    assert learnt(*copies) == {}
    assert learnt(*copies, *(page(number, []) for number in range(10, 20))) == {}
    assert learnt(*(page(number, own=0) for number in range(10)), *map(page, range(10, 13))) == {}


def test_versions_of_one_article_count_once() -> None:
    """A story that is told again and again with more in it, under its headline, repeats what it has told before."""
    told = [sentence(f"story {number}") for number in range(12)]
    versions = [page(100 + number, told[: number + 4], own=100) for number in range(8)]
    assert learnt(*versions, *(page(number, []) for number in range(8))) == {}


def test_background_that_reporters_repeat_is_no_boilerplate() -> None:
    """A paragraph that is about the subject of the articles that have it is theirs, for its words come up in them again."""
    background = (
        "The quarrel about the copper lighthouse began when the admiral sold it to a collector of weathervanes."
    )
    pages = [
        page(
            number,
            [f"At number {number} the admiral spoke of the lighthouse, the collector of weathervanes.", background],
        )
        for number in range(9)
    ]
    others = [page(number, []) for number in range(9, 30)]
    assert background not in learnt(*pages, *others)
    appeals = [page(number, [background]) for number in range(9)]
    assert background in learnt(*appeals, *others)


@pytest.mark.parametrize(("count", "is_learnt"), [(8, False), (14, True)])
def test_a_few_words_must_be_frequent(count: int, is_learnt: bool) -> None:
    """What may be a subheading is learnt only where a good part of the articles has it."""
    pages = [page(number, ["What we know"] if number < count else []) for number in range(30)]
    assert ("What we know" in learnt(*pages)) is is_learnt


@pytest.mark.parametrize(
    "line",
    [
        "He pleaded not guilty and was bailed until Friday.",
        "The mayor, Ruth Vance, declined to comment.",
        "The war began in February 2022, when the southern provinces left the union.",
        "Unemployment in the province stood at 7.4%, according to the statistics office.",
    ],
)
def test_sentences_of_reports_are_no_boilerplate(line: str) -> None:
    """A sentence that tells of a day, a month, a share or a person is a report's, though a quarter of the articles have it."""
    others = [page(number, []) for number in range(10, 40)]
    assert line not in learnt(*(page(number, [line]) for number in range(10)), *others)
    assert line in learnt(*(page(number, [line]) for number in range(30)), *others[:10])


@pytest.mark.parametrize("line", ["By Wilf Arden", "Published 3 May 2025", "By Wilf Arden, Tarn correspondent"])
def test_bylines_and_dates_are_no_boilerplate(line: str) -> None:
    """Where one author writes it all, or all came out on one day, what says so is still read as what it is."""
    found = [msgspec.structs.replace(each, text=f"{each.text}\n\n{line}") for each in documents(*map(page, range(9)))]
    assert [each.text for each in learn(found)[1]] == [APPEAL]


def test_pages_without_words_of_their_own_are_no_articles() -> None:
    """Notices that stand in the place of articles say nothing of what the articles share."""
    notice = "This story is only for those who have paid for it, as paper and printers do not come for nothing."
    html = f"<html><body><article><h1>Sorry</h1><p>{notice}</p></article></body></html>".encode()
    notices = [
        Capture(payload=html, content_type="text/html", url=f"https://tarnpost.example/paid/{number}")
        for number in range(12)
    ]
    assert learn(documents(*notices)) == (0, ())


def test_what_is_known_is_cut_and_kept_among_what_was_discarded() -> None:
    """A known line is cut from the pages of its site, wherever it stands, with the label that says so."""
    document = normalise(page(1), KNOWN)
    assert APPEAL not in document.text
    assert APPEAL not in document.body
    assert ("learnt", APPEAL) in [(part.label, part.text) for part in document.discarded]
    assert document.text == "\n\n".join(part for part in normalise(page(1), PLAIN).text.split("\n\n") if part != APPEAL)


def test_other_sites_keep_their_lines() -> None:
    """What is known of one site says nothing of another."""
    assert APPEAL in normalise(page(1, site="fellpost.example"), KNOWN).text


def test_a_line_that_is_known_is_no_standfirst() -> None:
    """A line below the headline of every article isn't taken for what the article begins with."""
    html = page(1, []).payload.replace(b"</h1>", f"</h1><p>{APPEAL}</p>".encode())
    capture = Capture(payload=html, content_type="text/html", url="https://tarnpost.example/1")
    document = normalise(capture, KNOWN)
    assert document.standfirst is None
    assert APPEAL not in document.text
    assert document.title == title(1)


@pytest.mark.parametrize("media", ["text/plain", "text/markdown"])
def test_page_text_is_cut_alike(media: str) -> None:
    """In the text of a page that was copied from a browser, the same lines are cut."""
    text = "\n\n".join([title(1), sentence("a"), APPEAL, sentence("b")])
    document = normalise(Capture(payload=text.encode(), content_type=media, url="https://tarnpost.example/1"), KNOWN)
    assert document.text == f"{sentence('a')}\n\n{sentence('b')}"
    assert [part.text for part in document.discarded if part.label == "learnt"] == [APPEAL]


def test_the_canonical_address_tells_the_site_of_a_saved_page() -> None:
    """A page without an address is of the site that it states as its own."""
    link = b"<link rel=canonical href='https://tarnpost.example/1'></head>"
    html = page(1).payload.replace(b"</head>", link)
    assert APPEAL not in normalise(Capture(payload=html, content_type="text/html"), KNOWN).text


@pytest.mark.parametrize(
    ("urls", "site"),
    [
        (["https://www.tarnpost.example/1"], "tarnpost.example"),
        ([None, "http://Sport.TarnPost.example:8080/"], "sport.tarnpost.example"),
        (["file:///tmp/page.html", "https://[bad"], ""),
        ([], ""),
    ],
)
def test_the_site_of_an_address(urls: list[str | None], site: str) -> None:
    """A site is known by its host, in small letters and without www."""
    assert site_of(*urls) == site


def test_the_digest_tells_rules_and_what_was_learnt_apart() -> None:
    """What was learnt changes its half of a context's digest alone, whatever the order of the sites."""
    one, other = {"a.example": frozenset("xy")}, {"b.example": frozenset("z")}
    first, second = PLAIN.told(one | other, {}), PLAIN.told(other | one, {})
    assert first.digest == second.digest != PLAIN.digest
    assert rules_of(first.digest) == rules_of(PLAIN.digest)
    assert learnt_of(first.digest) != learnt_of(PLAIN.digest)
    assert msgspec.structs.replace(PLAIN, normaliser_version=99).digest.endswith(learnt_of(PLAIN.digest))


def test_learning_bears_whatever_pages_hold() -> None:
    """Articles without title or text, and thousands of lines, are borne."""
    odd = [Document(id=str(number), key=str(number), text="\n\n".join(map(str, range(3000)))) for number in range(9)]
    learn(chain(odd, [Document(id="x", key="x")]))
