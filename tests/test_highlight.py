"""What is marked, and which passages are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.highlight import Highlighter, zones_of
from archiver.passages import LENGTH, MAX_PASSAGES
from archiver.query.tree import EVERYTHING, Group, Node, Not, Phrase, Prefix, Range, Word

if TYPE_CHECKING:
    from archiver.results import Highlight

MILL = Group("and", (Word("steel"), Word("mill")))


def marked(tree: Node, language: str | None = "en", **zones: str) -> list[tuple[str, list[str]]]:
    """The zones shown, each with the words marked in it."""
    found = Highlighter(tree).highlight(zones, language)
    return [(highlight.zone, [highlight.text[start:end] for start, end in highlight.spans]) for highlight in found]


def passages(tree: Node, body: str, language: str | None = "en") -> list[str]:
    """The passages of a body, the marks in square brackets."""
    return [_bracketed(highlight) for highlight in Highlighter(tree).highlight({"body": body}, language)]


def _bracketed(highlight: Highlight) -> str:
    text = highlight.text
    for start, end in reversed(highlight.spans):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("tree", "text", "expected"),
    [
        (Word("mill"), "The Mill and its mills.", ["Mill", "mills"]),
        (Word("mills", exactly=True), "The Mill and its mills.", ["mills"]),
        (Word("strasse"), "An der Straße", ["Straße"]),
        (Word("Straße"), "STRASSE", ["STRASSE"]),
        (Word("cafe"), "One Cafe\u0301, two", ["Cafe\u0301"]),
        (Word("stahlwerk"), "Das Stahl\u00adwerk", ["Stahl\u00adwerk"]),
        (Word("kitab"), "كتاب kitab", ["kitab"]),
        (Word("كتاب"), "هذا كِتَابٌ جديد", ["كِتَابٌ"]),
        (Word("U.S."), "The U.S. and us, U of S", ["U.S"]),
        (Word("nº123"), "furnace nº123, no 123", ["nº123"]),
        (Word("C++"), "C and C++ and c", ["C++"]),
        (Word("9"), "9m, 19 and 9", ["9", "9"]),
        (Word("钢铁"), "中国钢铁厂", ["钢铁"]),
        (Word("中国钢铁"), "中国钢铁厂，钢铁", ["中国钢铁", "钢铁"]),
        (Word("厂"), "钢铁厂", ["厂"]),
        (Prefix("furn", None), "Furnaces burn in a furnace", ["Furnaces", "furnace"]),
        (Prefix("steel mi", None), "A steel mill, steel", ["steel mill"]),
        (MILL, "Steel Mill (PSM), a mill of steel", ["Steel Mill", "mill", "steel"]),
        (MILL, "steel-mill", ["steel-mill"]),
        (MILL, "steel, mill", ["steel", "mill"]),
        (Phrase("steel mill"), "Steel Mill, a mill of steel", ["Steel Mill"]),
        (Phrase("steel mill"), "steel. Mill", ["steel. Mill"]),
        (Phrase("mill mill"), "mill mill mill", ["mill mill mill"]),
        (Phrase("mills"), "a mill, mills", ["mills"]),
        (Phrase("fire river", within=2), "river on fire; the river was far from that fire", ["river", "fire", "river"]),
        (Group("or", (Word("fire"), Phrase("the river"))), "fire by the river", ["fire", "the river"]),
        (Group("and", (Word("fire"), Not(Word("river")))), "fire and river", ["fire"]),
        (Group("and", (Word("fire"), Range("published", None, None))), "fire", ["fire"]),
        (Word("fire", "title"), "fire", []),
        (Word("fire", "person"), "fire", []),
        (Word("fire", "language"), "fire", []),
        (EVERYTHING, "fire", []),
    ],
)
def test_what_is_marked(tree: Node, text: str, expected: list[str]) -> None:
    """Words are marked by their folded form and their stem, phrases as phrases, prefixes as prefixes."""
    language = "de" if "Stra" in text else "en"
    assert marked(tree, language, body=text) == [("body", expected)]


def test_the_stem_is_the_articles_language() -> None:
    """A word is stemmed as the article's language stems it, and not at all where there is no stemmer."""
    assert marked(Word("Haus"), "de", body="Häuser und Haus") == [("body", ["Häuser", "Haus"])]
    assert marked(Word("Haus"), "en", body="Häuser und Haus") == [("body", ["Haus"])]
    assert marked(Word("mills"), None, body="mill") == [("body", [])]
    assert marked(Word("mills"), "xx", body="mill") == [("body", [])]


def test_zones_are_shown_in_order() -> None:
    """A headline and a standfirst that match are shown whole, before the body."""
    found = marked(Word("mill"), title="The mill", standfirst="A mill, again", body="Mills everywhere.", author="Mill")
    assert found == [("title", ["mill"]), ("standfirst", ["mill"]), ("body", ["Mills"])]


def test_a_field_marks_only_its_own_zone() -> None:
    """What was asked of one zone is marked in no other."""
    tree = Group("and", (Word("mill", "headline"), Word("steel")))
    assert marked(tree, title="Steel mill", body="A mill of steel") == [("title", ["Steel mill"]), ("body", ["steel"])]


def test_a_byline_is_shown_where_it_alone_matched() -> None:
    """Author and dateline are shown if nothing else matched, and something to read beside them."""
    assert marked(Word("Lee"), title="Mill", body="Text.", author="Ann Lee") == [("author", ["Lee"]), ("body", [])]
    assert marked(Word("Norburg"), body="Text.", dateline="Norburg, Agency") == [
        ("dateline", ["Norburg"]),
        ("body", []),
    ]


def test_something_to_read_is_always_shown() -> None:
    """Where the body doesn't match, the standfirst is shown, else the beginning of the text."""
    assert marked(Word("mill"), title="Mill", standfirst="Sums up.", body="B") == [
        ("title", ["Mill"]),
        ("standfirst", []),
    ]
    assert marked(EVERYTHING, title="Mill", body="\n\n Begins. ") == [("body", [])]
    assert marked(EVERYTHING, title="Mill", body=" ") == []
    assert marked(EVERYTHING) == []


SENTENCE = "Nothing of note happened on that day in the quiet valley. "


def test_a_passage_begins_and_ends_at_sentences() -> None:
    """A passage is cut at sentences where they are short enough, with nothing to show that it was cut."""
    (passage,) = passages(Word("heron"), SENTENCE * 9 + "A heron stood there. " + SENTENCE * 9)
    assert passage == "A [heron] stood there. " + (SENTENCE * 3).strip()


def test_a_passage_of_a_long_sentence_is_cut_at_words() -> None:
    """A passage out of a long sentence is cut between words and says so."""
    (passage,) = passages(Word("heron"), "and then " * 80 + "a heron stood " + "and then " * 80)
    assert passage.startswith("…")
    assert passage.endswith("…")
    assert all(word in ("and", "then", "a", "[heron]", "stood") for word in passage.strip("…").split())
    assert len(passage) <= LENGTH + len("[]……")


def test_a_passage_stays_in_its_paragraph() -> None:
    """A passage never runs from one paragraph into another."""
    assert passages(Word("heron"), "Before.\n\nA heron.\n\nAfter.") == ["A [heron]."]
    assert passages(MILL, "Steel.\n\nA mill.") == ["[Steel].", "A [mill]."]


def test_the_best_passage_is_first() -> None:
    """Passages with more of the words come first, then those where the words stand together, then the earliest."""
    apart = "The mill was built of steel. "
    together = "The steel mill was built. "
    one = "A mill stood there. "
    gap = SENTENCE * 8
    body = one + gap + apart + gap + together + gap + one
    assert passages(MILL, body) == [
        "The [steel mill] was built. " + (SENTENCE * 3).strip(),
        "The [mill] was built of [steel]. " + (SENTENCE * 3).strip(),
        "A [mill] stood there. " + (SENTENCE * 3).strip(),
    ]


def test_there_are_few_passages() -> None:
    """However often the words occur, at most three passages are shown, and none overlaps with another."""
    body = (SENTENCE * 4 + "A mill stood there. ") * 50
    found = passages(Word("mill"), body)
    assert len(found) == MAX_PASSAGES
    body = "mill " * 100_000
    found = passages(Word("mill"), body)
    assert len(found) == MAX_PASSAGES


def test_a_long_headline_is_shown_in_part() -> None:
    """A headline that is a whole article by itself is cut like one."""
    (title, _) = Highlighter(Word("heron")).highlight({"title": SENTENCE * 100 + "A heron.", "body": "x"}, "en")
    assert title.zone == "title"
    assert len(title.text) < 2 * LENGTH


def test_lines_are_joined() -> None:
    """A passage is one line: what breaks lines is shown as a space, so that the marks stay in place."""
    (passage,) = passages(MILL, "steel\nmill\tin\r\nNorburg")
    assert passage == "[steel mill] in  Norburg"


def test_every_part_of_a_very_long_text_is_looked_at() -> None:
    """A word at the end of megabytes of text is found, and so is a phrase that begins a block of it."""
    body = "no such thing " * 120_000
    assert passages(Phrase("grey heron"), body + "a grey heron.")[0].endswith("a [grey heron].")


TEXTS = st.text(st.one_of(st.characters(), st.sampled_from("steel mill. \n\n'’钢铁e\u0301\u00ad")), max_size=600)
TREES = st.sampled_from(
    [MILL, Phrase("steel mill"), Phrase("e l", within=3), Prefix("m", None), Word("钢铁"), Word("e")]
)


@given(TEXTS, TREES, st.sampled_from(["en", "ar", "zh", None]))
def test_marks_are_always_inside(text: str, tree: Node, language: str | None) -> None:
    """Whatever the text, the marks are in order, inside the passage, and apart from each other."""
    for highlight in Highlighter(tree).highlight({"title": text, "body": text}, language):
        reached = 0
        for start, end in highlight.spans:
            assert reached <= start < end <= len(highlight.text)
            reached = end + 1
        assert len(highlight.text) <= max(2 * LENGTH, len(text) if highlight.zone == "title" else 0) + 2


def test_zones_of_a_stored_document() -> None:
    """A document's JSON gives its zones; what is absent is None."""
    row: dict[str, object] = {
        "title": "T",
        "standfirst": None,
        "text": "B",
        "authors": ["Ann Lee", "Bo Ström"],
        "dateline": {"place": "Norburg", "agency": None, "date": None},
    }
    assert zones_of(row) == {
        "title": "T",
        "standfirst": None,
        "body": "B",
        "author": "Ann Lee, Bo Ström",
        "dateline": "Norburg",
    }
    assert zones_of({"dateline": None}) == dict.fromkeys(("title", "standfirst", "body", "author", "dateline"))


def test_a_lead_that_repeats_the_standfirst_is_shown_once() -> None:
    """Where the body begins as the standfirst does, that passage isn't shown a second time."""
    lead = "The owner of the steel mill said on Tuesday that both of its furnaces would be shut"
    later = "The mill had been at work for a hundred and forty years, and had two thousand people on its books. " * 4
    zones = {"standfirst": lead, "body": f"{lead}, officials said.\n\n{later}"}
    found = Highlighter(MILL).highlight(zones, "en")
    assert found[0].text == lead
    assert all(not highlight.text.startswith(lead) for highlight in found[1:])
    assert len(found) > 1
