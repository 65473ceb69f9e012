"""What every engine must do with a query; see also contract_writing and contract_facets.

Nothing here knows a particular engine: the fixtures of conftest run it over each.
"""

from __future__ import annotations

import datetime as dt
import json
import random
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from archiver.errors import QueryError
from archiver.query.tree import (
    EVERYTHING,
    AtLeast,
    Boost,
    Fuzzy,
    Group,
    Has,
    Node,
    Not,
    NumberRange,
    Phrase,
    Prefix,
    Query,
    Range,
    Respelled,
    Synonyms,
    Wildcard,
    Word,
)
from tests.engines.articles import LIBRARY, article, named
from tests.engines.conftest import fill

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from archiver.engine import Engine, Reader

    OpenEngine = Callable[[Path], Engine]

ALL = {document.key for document in LIBRARY}


def both(*parts: Node) -> Group:
    """All of these."""
    return Group("and", parts)


def either(*parts: Node) -> Group:
    """Any of these."""
    return Group("or", parts)


def day(text: str) -> dt.date:
    """A day, written as ISO 8601."""
    return dt.date.fromisoformat(text)


def found(reader: Reader, tree: Node, **query: object) -> list[str]:
    """The keys of all articles that a query finds, in the order of the hits."""
    page = reader.search(Query(tree, limit=1000, **query))  # type: ignore[arg-type]
    assert page.total == len(page.hits)
    return named(hit.id for hit in page.hits)


MEANINGS: list[tuple[str, Node, set[str]]] = [
    ("everything", EVERYTHING, ALL),
    ("a word, in any of the fields searched", Word("steel"), {"mill", "exact", "far", "bare"}),
    ("case folds", Word("STEEL"), {"mill", "exact", "far", "bare"}),
    ("a word by its stem", Word("runs"), {"mill"}),
    ("a stem and the word itself", Word("mills"), {"mill", "exact", "far", "mills", "undated"}),
    ("exactly as written, without stem", Word("mills", exactly=True), {"mills"}),
    ("exactly as written, with its capitals", Word("Mills", exactly=True), {"mills"}),
    ("exactly as written, another case", Word("MILLS", exactly=True), set()),
    ("a byline is searched", Word("Ström"), {"far", "mills"}),
    ("a dateline is searched, beside the text", Word("norburg"), {"mill"}),
    ("accents fold in the query", Word("Strom"), {"far", "mills"}),
    ("accents fold in the article", Word("strasse"), {"deutsch"}),
    ("and in both", Word("STRASSE"), {"deutsch"}),
    ("stems are the article's language's", Word("Haus"), {"deutsch"}),
    ("vowel marks fold", Word("كتاب"), {"arabic"}),
    ("digits of other scripts fold", Word("1971"), {"arabic", "undated"}),
    ("teh marbuta folds", Word("سنه"), {"arabic"}),
    ("a number in a word", Word("123"), {"mills"}),
    ("a word of several tokens is a phrase", Word("nº123"), {"mills"}),
    ("so is an abbreviation", Word("U.S."), {"mills"}),
    ("and an apostrophe", Word("isn't"), {"mills"}),
    ("signs of a name count", Word("C++"), {"mills"}),
    ("and not for others", Word("C"), set()),
    ("two characters of Chinese", Word("钢铁"), {"chinese"}),
    ("a longer word of Chinese, by its pairs", Word("中国钢铁"), {"chinese"}),
    ("a single character", Word("厂"), {"chinese"}),
    ("Chinese that isn't there", Word("铁钢"), set()),
    ("Latin letters inside Chinese", Word("ai"), {"chinese"}),
    ("Latin letters and Chinese", Word("AI芯片"), {"chinese"}),
    ("a phrase of Chinese", Phrase("钢铁工人"), {"chinese"}),
    ("a phrase of Chinese that isn't there", Phrase("工人钢铁"), set()),
    ("all words", both(Word("steel"), Word("river")), {"far"}),
    ("all words, in different fields", both(Word("Lee"), Word("closed")), {"mills"}),
    ("a word and signs", both(Word("—"), Word("river"), Word("&")), {"far"}),
    ("any word", either(Word("furnace"), Word("rust")), {"mill", "mills", "bare"}),
    ("a phrase", Phrase("steel mill"), {"mill", "exact"}),
    ("a phrase doesn't stem", Phrase("steel mills"), set()),
    ("a phrase in this order", Phrase("mill steel"), set()),
    ("a phrase across accents and case", Phrase("an der STRASSE"), {"deutsch"}),
    ("a phrase of one word", Phrase("river"), {"far"}),
    ("a phrase that says a word twice", Phrase("further down down"), set()),
    ("a phrase doesn't run from one name into the next", Phrase("Lee Bo", "author"), set()),
    ("near, in either order", Phrase("reopens mill steel", within=1), {"mill"}),
    ("near, the distance counts", Phrase("somebody steel", within=4), {"far"}),
    ("near, one too far", Phrase("somebody steel", within=3), set()),
    ("near, the other order", Phrase("steel somebody", within=4), {"far"}),
    ("near, the other order, one too far", Phrase("steel somebody", within=3), set()),
    ("near, the same word twice", Phrase("much much", within=2), {"far"}),
    ("near, the same word twice, one too far", Phrase("much much", within=1), set()),
    ("near, one word isn't two", Phrase("river river", within=1), set()),
    ("near, side by side only", Phrase("mill steel", within=0), {"mill", "exact"}),
    ("a prefix", Prefix("furna", None), {"mill", "mills"}),
    ("a prefix folds", Prefix("LÄUF", None), {"deutsch"}),
    ("a prefix of a field", Prefix("ste", "title"), {"mill", "exact"}),
    ("a prefix of a name", Prefix("hol", "person"), {"mill"}),
    ("a prefix after a whole word", Prefix("U.S", None), {"mills"}),
    ("a prefix of nothing", Prefix("zzz", None), set()),
    ("a prefix of every word with this letter", Prefix("n", "dateline"), {"mill"}),
    ("one character", Wildcard("m?ll", None), {"mill", "exact", "far", "undated"}),
    ("one character, no less", Wildcard("mil?l", None), set()),
    ("any characters", Wildcard("f*ce", None), {"mill"}),
    ("any characters, or none", Wildcard("m*ill", None), {"mill", "exact", "far", "undated"}),
    ("a pattern folds", Wildcard("STRA?*E", None), {"deutsch"}),
    ("a pattern of numbers", Wildcard("1?3", None), {"mills"}),
    ("a pattern in a field", Wildcard("f?r*ce", "title"), set()),
    ("a pattern in names", Wildcard("h?lm", "person"), {"mill"}),
    ("a pattern of signs that mean something elsewhere", Wildcard("m.ll?", None), set()),
    ("a pattern of a whole value", Wildcard("d?", "language"), {"deutsch"}),
    ("a mistake", Fuzzy(1, "stel", None), {"mill", "exact", "far", "bare"}),
    ("a mistake too many", Fuzzy(1, "stl", None), set()),
    ("two mistakes", Fuzzy(2, "frnae", None), {"mill"}),
    ("two neighbours in each other's place", Fuzzy(1, "setel", None), {"mill", "exact", "far", "bare"}),
    ("a mistake in the first letter", Fuzzy(1, "fteel", None), {"mill", "exact", "far", "bare"}),
    ("a mistake in a name", Fuzzy(1, "Hulm", "person"), {"mill"}),
    ("mistakes fold", Fuzzy(1, "STRÄSE", None), {"deutsch"}),
    ("words enough", NumberRange("words", 18, None), {"mill", "far"}),
    ("so many words", NumberRange("words", 7, 7), {"exact"}),
    ("no more words", NumberRange("words", None, 7), {"arabic", "exact"}),
    ("less than no words", NumberRange("words", None, -1), set()),
    ("words of any number", NumberRange("words", None, None), ALL),
    ("a field at all", Has("dateline"), {"mill"}),
    ("a field not at all", Not(Has("published")), {"undated", "bare"}),
    ("a headline at all", Has("title"), ALL - {"bare"}),
    ("more of a word", both(Boost(Word("steel"), 2), Word("river")), {"far"}),
    ("more of a filter", Boost(Has("dateline"), 2), {"mill"}),
    ("at least one", AtLeast((Word("furnace"), Word("rust"), Word("river")), 1), {"mill", "mills", "bare", "far"}),
    ("at least two", AtLeast((Word("steel"), Word("rust"), Word("river")), 2), {"far", "bare"}),
    ("at least two of them, among others", both(Word("mill"), AtLeast((Word("steel"), Word("rust"), Word("river")), 2)), {"far"}),
    ("at least more than there are", AtLeast((Word("steel"), Word("—"), Word("river")), 3), {"far"}),
    ("a word by others near to it", Respelled((Word("rust"), Word("furnace")), Word("rusn")), {"mill", "mills", "bare"}),
    ("a word or what means the same", Synonyms(Word("letter"), (Phrase("steel mill"), Word("nothing"))), {"mill", "exact", "undated"}),
    ("not that, either", both(Word("mill"), Not(Synonyms(Word("letter"), (Phrase("steel mill"),)))), {"far", "mills"}),
    ("words or what means the same", Synonyms(both(Word("isn't"), Word("river")), (Word("furnace"),)), {"mill", "mills"}),
    ("not", Not(Word("steel")), ALL - {"mill", "exact", "far", "bare"}),
    ("and not", both(Word("mill"), Not(Word("steel"))), {"mills", "undated"}),
    ("not any", both(Word("mill"), Not(either(Word("steel"), Word("letter")))), {"mills"}),
    ("not both", Not(both(Word("steel"), Word("river"))), ALL - {"far"}),
    ("not not", Not(Not(Word("river"))), {"far"}),
    ("or not", either(Word("river"), Not(Word("mill"))), ALL - {"mill", "exact", "mills", "undated"}),
    ("a word in a zone", Word("mill", "title"), {"mill", "exact", "far", "mills"}),
    ("a zone by its other name", Word("mill", "headline"), {"mill", "exact", "far", "mills"}),
    ("a word in a zone that isn't searched otherwise", Word("kite", "related"), {"mill"}),
    ("and only there", Word("kite"), set()),
    ("a phrase in a zone", Phrase("Kite festival", "related"), {"mill"}),
    ("a dateline", Word("Norburg", "dateline"), {"mill"}),
    ("a person by a form of the name", Phrase("ms holm", "person"), {"mill"}),
    ("a person isn't an author", Word("Lee", "person"), {"far"}),
    ("an author isn't a person", Word("Lee", "author"), {"mill", "mills"}),
    ("names don't stem", Word("worker", "organisation"), set()),
    ("an organisation by its short form", Word("nsm", "organisation"), {"mill"}),
    ("a place, accents or not", Word("zurich", "place"), {"mill", "far", "deutsch"}),
    ("a country, from the places", Word("Switzerland", "country"), {"mill", "far", "deutsch"}),
    ("a site by its name", Phrase("daily ledger", "site"), {"mill", "far"}),
    ("a site by its host", Word("ledger.example", "site"), {"mill", "far"}),
    ("an address by its words", Phrase("business steel mill", "url"), {"mill"}),
    ("a language", Word("DE", "language"), {"deutsch"}),
    ("a language, whole only", Word("d", "language"), set()),
    ("an id", Word(LIBRARY[0].id, "id"), {"mill"}),
    ("a day of publication", Range("published", day("2025-09-02"), day("2025-09-02")), {"mill", "arabic"}),
    ("the last minute of a month is in it", Range("published", day("2025-08-01"), day("2025-08-31")), {"deutsch"}),
    ("a year", Range("published", day("2025-01-01"), day("2025-12-31")), {"mill", "deutsch", "arabic", "chinese"}),
    ("a coarse date matches its whole span", Range("published", day("2019-05-01"), day("2019-05-31")), {"exact"}),
    ("a coarse date isn't in a part of it", Range("published", day("2019-05-02"), day("2019-12-31")), set()),
    ("since", Range("published", day("2024-01-01"), None), {"mill", "far", "deutsch", "arabic", "chinese"}),
    ("until", Range("published", None, day("2023-12-31")), {"exact", "mills"}),
    ("any date", Range("published", None, None), ALL - {"undated", "bare"}),
    ("no date", Not(Range("published", None, None)), {"undated", "bare"}),
    ("a year spoken of", Range("mentioned", day("1971-01-01"), day("1971-12-31")), {"exact", "far", "mills", "undated"}),
    ("a day in the year spoken of", Range("mentioned", day("1971-05-03"), day("1971-05-03")), {"exact", "far", "mills", "undated"}),
    ("another month", Range("mentioned", day("1971-06-01"), day("1971-06-30")), {"exact", "mills", "undated"}),
    ("the end of a period spoken of", Range("mentioned", day("1960-01-01"), day("1965-01-01")), {"undated"}),
    ("spoken of since", Range("mentioned", day("1972-01-01"), None), {"mill", "exact"}),
    ("spoken of until", Range("mentioned", None, day("1969-12-31")), {"undated"}),
    ("anything spoken of", Range("mentioned", None, None), {"mill", "exact", "far", "mills", "undated"}),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "expected"), [row[1:] for row in MEANINGS], ids=[row[0] for row in MEANINGS])
def test_a_query_means(library: Reader, tree: Node, expected: set[str]) -> None:
    """Each form of a query finds exactly the articles that it means."""
    assert set(found(library, tree)) == expected


def test_the_beginning_of_an_id(library: Reader) -> None:
    """An article is found by the beginning of its id, whether digits or letters come first there."""
    for document in LIBRARY:
        hits = library.search(Query(Prefix(document.id[:12].upper(), "id"))).hits
        assert [hit.id for hit in hits] == [document.id]


@pytest.mark.parametrize(
    "tree", [Word("—"), Phrase("!"), Prefix("…", None), both(Word("&"), Word("-")), Not(Word("?"))]
)
def test_a_query_without_a_word_is_refused(library: Reader, tree: Node) -> None:
    """A query of signs alone is refused, for it could only find nothing or everything."""
    with pytest.raises(QueryError, match="no word"):
        library.search(Query(tree))


@pytest.mark.parametrize(
    ("tree", "message"),
    [
        (Word("x", "nonsense"), "nonsense"),
        (Word("soon", "published"), "published"),
        (Range("title", None, None), "title"),
    ],
)
def test_a_field_asked_for_what_it_cannot_have_is_refused(library: Reader, tree: Node, message: str) -> None:
    """An unknown field, words of a date and days of a headline are mistakes, and the message names the field."""
    with pytest.raises(QueryError, match=message):
        library.search(Query(tree))


def test_a_prefix_that_means_very_much_is_never_answered_in_part(open_engine: OpenEngine, tmp_path: Path) -> None:
    """However many words begin so, every article that has one counts."""
    engine = open_engine(tmp_path)
    letters = [f"{number:04}".translate(str.maketrans("0123456789", "abcdefghij")) for number in range(1_001)]
    words = " ".join(f"pre{ending}" for ending in letters)
    fill(engine, [article("many", text=words), *(article(word, text=word) for word in words.split())])
    with engine.open_reader() as reader:
        assert reader.search(Query(Prefix("pre", None))).total == 1 + 1_001
        assert reader.search(Query(Prefix("preabc", None))).total == 11


def test_an_address_is_the_articles_own_or_one_in_a_text(open_engine: OpenEngine, tmp_path: Path) -> None:
    """A pasted address finds the article that is there first, then those that name it, however each begins."""
    engine = open_engine(tmp_path)
    about = "A letter that was sent to all who asked for it. " * 5
    articles = [
        article("naming", text=f"{about} It stands at http://post.example/strike since Monday."),
        article("own", text=about, url="https://post.example/strike"),
        article("other", text=about, url="https://post.example/strikes"),
    ]
    fill(engine, articles)
    keys = {document.id: document.key for document in articles}
    with engine.open_reader() as reader:
        for text in ("https://post.example/strike", "http://post.example/strike"):
            assert [keys[hit.id] for hit in reader.search(Query(Word(text))).hits] == ["own", "naming"]
            assert [keys[hit.id] for hit in reader.search(Query(Word(text, "url"))).hits] == ["own"]


def _near(words: list[str], first: str, second: str, within: int) -> bool:
    places = range(len(words))
    return any(
        words[i] == first and words[j] == second and i != j and abs(i - j) <= within + 1 for i in places for j in places
    )


def test_phrases_and_distances_are_what_they_say(open_engine: OpenEngine, tmp_path: Path) -> None:
    """Phrases, and pairs of words within a distance, find what reading each text word by word finds."""
    draw = random.Random(7)
    texts = {str(number): [draw.choice("abcd") for _ in range(draw.randint(1, 9))] for number in range(60)}
    engine = open_engine(tmp_path)
    articles = [article(key, text=" ".join(words)) for key, words in texts.items()]
    fill(engine, articles)
    keys = {document.id: document.key for document in articles}
    with engine.open_reader() as reader:
        for _ in range(150):
            wanted = [draw.choice("abcd") for _ in range(draw.randint(2, 3))]
            within = draw.choice([None, 0, 1, 2, 3])
            hits = reader.search(Query(Phrase(" ".join(wanted), within=within), limit=100)).hits
            expected = {
                key
                for key, words in texts.items()
                if (
                    any(words[i : i + len(wanted)] == wanted for i in range(len(words)))
                    if within is None
                    else all(_near(words, *pair, within) for pair in pairwise(wanted))
                )
            }
            assert {keys[hit.id] for hit in hits} == expected, (wanted, within)


# The order of the hits.


def test_the_headline_that_is_the_query_comes_first(library: Reader) -> None:
    """The article whose whole headline is the query is the first hit, then the one that has the words as a phrase."""
    assert found(library, both(Word("steel"), Word("mill"))) == ["exact", "mill", "far"]


def test_words_close_together_rank_above_words_far_apart(open_engine: OpenEngine, tmp_path: Path) -> None:
    """Of two articles of the same words the one that has them side by side is first, then the one that has them near."""
    filler = "and so on it went for a long while through the valley with all its many words "
    texts = {
        "apart": f"copper {filler} harbour {filler}",
        "near": f"copper from the harbour {filler}{filler}",
        "beside": f"copper harbour {filler}{filler} for us",
    }
    engine = open_engine(tmp_path)
    articles = [article(key, text=text) for key, text in texts.items()]
    fill(engine, articles)
    with engine.open_reader() as reader:
        page = reader.search(Query(both(Word("copper"), Word("harbour"))))
    keys = {document.id: document.key for document in articles}
    assert [keys[hit.id] for hit in page.hits] == ["beside", "near", "apart"]


def test_the_title_counts_more_than_the_body(library: Reader) -> None:
    """A word in the headline ranks above the same word in the text."""
    assert found(library, Word("steel"))[:2] == ["exact", "mill"]


def test_the_word_itself_ranks_above_its_other_forms(library: Reader) -> None:
    """An article that has the word as it was typed comes before those that have another form of it."""
    assert found(library, Word("mills"))[0] == "mills"


def test_only_words_and_phrases_score(library: Reader) -> None:
    """Without a word to rank by, the newest article is first, and hits have no score."""
    query = Query(both(Range("published", day("2019-01-01"), None), Word("ann lee", "author")))
    page = library.search(query)
    assert named(hit.id for hit in page.hits) == ["mill", "mills"]
    assert [hit.score for hit in page.hits] == [None, None]


def test_filters_do_not_change_the_scores(library: Reader) -> None:
    """A filter beside a word leaves the scores of the hits as they are."""
    plain = {hit.id: hit.score for hit in library.search(Query(Word("river"))).hits}
    filtered = library.search(Query(both(Word("river"), Word("en", "language"), Range("published", None, None))))
    assert {hit.id: hit.score for hit in filtered.hits} == plain


def test_newest_and_oldest(library: Reader) -> None:
    """By date, a coarse date counts as its beginning, and what has no date comes last both ways."""
    dated = ["chinese", "mill", "arabic", "deutsch", "far", "mills", "exact"]
    undated = sorted(["undated", "bare"], key=lambda key: next(d.id for d in LIBRARY if d.key == key))
    assert found(library, EVERYTHING, sort="newest") == dated + undated
    assert found(library, EVERYTHING, sort="oldest") == dated[::-1] + undated


def test_by_title(library: Reader) -> None:
    """By headline, without regard to case and accents; what has none comes last."""
    titles = ["far", "undated", "mills", "exact", "mill", "deutsch", "arabic", "chinese", "bare"]
    assert found(library, EVERYTHING, sort="title") == titles


def test_an_unknown_order_is_refused(library: Reader) -> None:
    """Asking for an order that there isn't is a mistake, and the message lists those that there are."""
    with pytest.raises(QueryError, match="newest"):
        library.search(Query(sort="random"))


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest", "title"])
def test_paging_to_the_end(open_engine: OpenEngine, tmp_path: Path, sort: str) -> None:
    """Pages put together are the whole list, without a repetition or a gap, though most hits tie; ids decide."""
    engine = open_engine(tmp_path)
    articles = [
        article(
            str(number),
            "Same title" if number % 3 else None,
            "same words",
            published="2025-09-02" if number % 2 else None,
        )
        for number in range(300)
    ]
    fill(engine, articles, batch=70)
    with engine.open_reader() as reader:
        whole = [hit.id for hit in reader.search(Query(Word("words"), sort=sort, limit=1000)).hits]
        pages = [
            hit.id
            for offset in range(0, 310, 7)
            for hit in reader.search(Query(Word("words"), sort=sort, limit=7, offset=offset)).hits
        ]
    assert pages == whole
    if sort == "relevance":
        # Two lengths of text, so two scores.
        expected = sorted(d.id for d in articles if not d.title) + sorted(d.id for d in articles if d.title)
        assert set(whole) == set(expected)
    if sort in ("newest", "oldest"):
        dated = sorted(d.id for d in articles if d.published)
        assert whole == dated + sorted(d.id for d in articles if not d.published)
    if sort == "title":
        titled = sorted(d.id for d in articles if d.title)
        assert whole == titled + sorted(d.id for d in articles if not d.title)


def test_no_hits_wanted(library: Reader) -> None:
    """A page of no hits, or beyond the last one, still knows how many there are."""
    assert library.search(Query(limit=0))[:2] == ("", len(LIBRARY))
    beyond = library.search(Query(offset=1000))
    assert (beyond.total, beyond.hits) == (len(LIBRARY), ())


def test_a_negative_page_is_refused(library: Reader) -> None:
    """A page before the first one is a mistake."""
    with pytest.raises(QueryError):
        library.search(Query(offset=-1))


# What a hit shows.


def test_a_hit_says_what_the_article_is(library: Reader) -> None:
    """A hit carries the article's own words: title, site, address, authors, its date at its precision, language."""
    hit = library.search(Query(Word("river"))).hits[0]
    assert hit[2:8] == (
        "A mill by the river",
        "Daily Ledger",
        "https://www.ledger.example/culture/river",
        ("Bo Ström",),
        "2024",
        "en",
    )


def test_highlights_mark_what_was_found(library: Reader) -> None:
    """The words that matched are marked where they stand, and words side by side are one mark."""
    hit = library.search(Query(both(Word("steel"), Word("mill")))).hits[1]
    assert [highlight.zone for highlight in hit.highlights] == ["title", "body", "body"]
    marked = [[h.text[start:end] for start, end in h.spans] for h in hit.highlights]
    assert marked == [["Steel mill"], ["Steel Mill"], ["mill"]]


def test_highlights_can_be_left_out(library: Reader) -> None:
    """A query that wants no highlights gets none."""
    assert library.search(Query(Word("mill"), highlight=False)).hits[0].highlights == ()


# Whole documents.


def test_get_gives_back_what_was_written(library: Reader) -> None:
    """A document comes back exactly as it was written; an unknown id gives nothing."""
    for document in LIBRARY:
        assert library.get(document.id) == document
    assert library.get("0" * 20) is None


def test_scan_gives_every_document_once(library: Reader) -> None:
    """A scan gives what a search counts, as JSON, in the order of the ids."""
    for tree in (EVERYTHING, Word("mill"), Not(Word("mill"))):
        ids = [json.loads(line)["id"] for line in library.scan(Query(tree, limit=1))]
        assert ids == sorted(ids)
        assert len(ids) == library.search(Query(tree)).total
    every = [json.loads(line)["id"] for line in library.scan(Query())]
    assert [json.loads(line)["id"] for line in library.scan(Query(), after=every[3])] == every[4:]
    between = every[3][:-1] + ("0" if every[3][-1] != "0" else "1")  # an id that no document has
    assert [json.loads(line)["id"] for line in library.scan(Query(), after=between)] == sorted(
        name for name in every if name > between
    )
    selected = [json.loads(line)["key"] for line in library.scan(Query(selections={"sites": ("Daily Ledger",)}))]
    assert sorted(selected) == ["far", "mill"]


def test_ids_are_those_of_the_hits(library: Reader) -> None:
    """The ids of a query's documents come in order, each once, as many as are counted."""
    for asked in (Query(), Query(Word("mill")), Query(Word("nothing")), Query(selections={"sites": ("Daily Ledger",)})):
        ids = list(library.ids(asked))
        assert ids == sorted({hit.id for hit in library.search(asked._replace(limit=1000)).hits})


def test_scan_and_versions_of_many(open_engine: OpenEngine, tmp_path: Path) -> None:
    """A scan of thousands of documents, and the list of their versions, miss and repeat none, from any id on."""
    engine = open_engine(tmp_path)
    numbers = list(range(2500))
    random.Random(4).shuffle(numbers)
    fill(engine, [article(str(number), text="word") for number in numbers], batch=800)
    expected = sorted((article(str(number)).id, version) for version, number in enumerate(numbers, 1))
    with engine.open_reader() as reader:
        assert list(reader.versions()) == expected
        assert [json.loads(line)["id"] for line in reader.scan(Query(Word("word")))] == [row[0] for row in expected]
        assert list(reader.ids(Query(Word("word")))) == [row[0] for row in expected]
        for place in (0, 499, 500, 1234, 2498, 2499):
            rows = [json.loads(line)["id"] for line in reader.scan(Query(Word("word")), after=expected[place][0])]
            assert rows == [row[0] for row in expected[place + 1 :]]


# What a query that finds nothing could have meant.


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (both(Word("steel"), Word("zebra")), [("steel", 4, ()), ("zebra", 0, ())]),
        (Word("furnance"), [("furnance", 0, ("furnace", "furnaces"))]),
        (Word("rivre"), [("rivre", 0, ("river",))]),
        (Phrase("stele mill"), [("stele mill", 0, ("steel mill",))]),
        (Phrase("mill steel"), [("mill steel", 0, ())]),
        (Word("Holn", "person"), [("Holn", 0, ("Vera Holm",))]),
        (Phrase("Vera Holn", "person"), [("Vera Holn", 0, ("Vera Holm",))]),
        (Word("zurch", "place"), [("zurch", 0, ("Zürich",))]),
        (both(Prefix("ste", None), Not(Word("zebra"))), [("ste*", 4, ())]),
    ],
)  # fmt: skip
def test_diagnosis(library: Reader, tree: Node, expected: list[tuple[str, int, tuple[str, ...]]]) -> None:
    """Each word that has to match says how many articles hold it, and, if none does, what the index holds instead."""
    assert [report[:3] for report in library.diagnose(Query(tree))] == expected


def test_diagnosis_of_a_value_chosen(library: Reader) -> None:
    """A value chosen of a facet that no article has is answered with the nearest that there is."""
    reports = library.diagnose(Query(selections={"people": ("Vera Hohm",), "sites": ("The Post",)}))
    assert [tuple(report) for report in reports] == [
        ("Vera Hohm", 0, ("Vera Holm",), "people"),
        ("The Post", 1, (), "sites"),
    ]
