"""BibTeX, RIS and CSL-JSON, read back as reference managers read them."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any

import bibtexparser
import msgspec
import pytest
import rispy
from bibtexparser import middlewares
from hypothesis import given, settings
from hypothesis import strategies as st

from archiver.document import DocumentCapture, StatedDate
from archiver.export.citation import Name, citation_key, take_apart
from tests.engines.articles import article
from tests.export.conftest import whole

if TYPE_CHECKING:
    from archiver.document import Document

SEEN = DocumentCapture(position=1, captured_at="2025-09-04T23:30:00Z", digest="a")
STORY = msgspec.structs.replace(
    article(
        "https://www.ledger.example/a?b=1",
        "Steel & corn: 100% up_to $5 #now {sic} ~ ^ \\ “ok”",
        "Text.",
        url="https://www.ledger.example/a?b=1&c=ü{x}",
        authors=("Jane Roe", "Reuters", "The Editorial Board", "Ludwig van der Berg", "李明", "John Smith Jr."),
        site="Daily Ledger & Post",
        section="Business",
        standfirst="In short, 5% more",
        language="en",
        published="2025-09-02T19:49",
    ),
    captures=(SEEN,),
)


def bibtex(*documents: Document) -> list[dict[str, Any]]:
    """The entries as a library reads them, LaTeX made text again; nothing in the file is left unread."""
    library = bibtexparser.parse_string(
        whole("bibtex", *documents),
        append_middleware=[
            middlewares.MonthIntMiddleware(),
            middlewares.SeparateCoAuthors(),
            middlewares.SplitNameParts(),
            middlewares.LatexDecodingMiddleware(),
        ],
    )
    assert library.failed_blocks == []
    assert library.comments == library.preambles == library.strings == []
    raw = bibtexparser.parse_string(whole("bibtex", *documents)).entries
    found = []
    for entry, undecoded in zip(library.entries, raw, strict=True):
        fields = {field.key: field.value for field in entry.fields}
        if "url" in fields:  # addresses are no LaTeX
            fields["url"] = undecoded.fields_dict["url"].value
        if "title" in fields:
            assert undecoded.fields_dict["title"].value.startswith("{")
            fields["title"] = fields["title"].replace("ˆ", "^")  # what the library makes of \\textasciicircum
        found.append({"key": entry.key, "type": entry.entry_type, **fields})
    return found


def ris(*documents: Document) -> list[dict[str, Any]]:
    """The records as a library reads them."""
    found: list[dict[str, Any]] = rispy.loads(whole("ris", *documents))
    return found


def csl(*documents: Document) -> list[dict[str, Any]]:
    """The items."""
    found: list[dict[str, Any]] = json.loads(whole("csl-json", *documents))
    return found


def test_bibtex_says_what_the_page_states() -> None:
    """An entry has the page's title, authors, newspaper, date and address, and when it was seen."""
    [entry] = bibtex(STORY)
    authors = entry.pop("author")
    assert [(name.first, name.von, name.last, name.jr) for name in authors] == [
        (["Jane"], [], ["Roe"], []),
        ([], [], ["{Reuters}"], []),
        ([], [], ["{The Editorial Board}"], []),
        (["Ludwig"], ["van", "der"], ["Berg"], []),
        ([], [], ["{李明}"], []),
        (["John"], [], ["Smith"], ["Jr."]),
    ]
    assert entry == {
        "key": f"ledger-example-{STORY.id[:12]}",
        "type": "article",
        "title": STORY.title,
        "journal": "Daily Ledger & Post",
        "entrysubtype": "newspaper",
        "date": "2025-09-02",
        "year": "2025",
        "month": 9,
        "url": "https://www.ledger.example/a?b=1&c=%C3%BC%7Bx%7D",
        "urldate": "2025-09-04",
        "language": "en",
        "abstract": "In short, 5% more",
    }


def test_ris_says_what_the_page_states() -> None:
    """A record is a newspaper article's, with the page's title, authors, newspaper, date and address."""
    [record] = ris(STORY)
    assert record == {
        "type_of_reference": "NEWS",
        "id": f"ledger-example-{STORY.id[:12]}",
        "title": STORY.title,
        "authors": ["Roe, Jane", "Reuters", "The Editorial Board", "van der Berg, Ludwig", "李明", "Smith, John, Jr."],
        "secondary_title": "Daily Ledger & Post",
        "section": "Business",
        "year": "2025",
        "date": "2025/09/02/",
        "urls": ["https://www.ledger.example/a?b=1&c=%C3%BC%7Bx%7D"],
        "access_date": "2025/09/04/",
        "language": "en",
        "abstract": "In short, 5% more",
    }
    lines = whole("ris", STORY, STORY).split("\r\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  - |$", line) for line in lines)
    assert "\n" not in "".join(lines)


def test_csl_says_what_the_page_states() -> None:
    """An item is a newspaper article's; whoever is no person, or whose names can't be told apart, is named as a whole."""
    [item] = csl(STORY)
    assert item == {
        "id": f"ledger-example-{STORY.id[:12]}",
        "type": "article-newspaper",
        "title": STORY.title,
        "author": [
            {"family": "Roe", "given": "Jane"},
            {"literal": "Reuters"},
            {"literal": "The Editorial Board"},
            {"family": "van der Berg", "given": "Ludwig"},
            {"literal": "李明"},
            {"family": "Smith", "given": "John", "suffix": "Jr."},
        ],
        "container-title": "Daily Ledger & Post",
        "section": "Business",
        "issued": {"date-parts": [[2025, 9, 2]]},
        "accessed": {"date-parts": [[2025, 9, 4]]},
        "URL": "https://www.ledger.example/a?b=1&c=%C3%BC%7Bx%7D",
        "language": "en",
        "abstract": "In short, 5% more",
    }


@pytest.mark.parametrize(
    ("stated", "parts", "bib", "day"),
    [
        ("2025", [2025], {"date": "2025", "year": "2025"}, "2025///"),
        ("2025-09", [2025, 9], {"date": "2025-09", "year": "2025", "month": 9}, "2025/09//"),
        ("2025-09-02", [2025, 9, 2], {"date": "2025-09-02", "year": "2025", "month": 9}, "2025/09/02/"),
    ],
)
def test_dates_are_only_as_fine_as_stated(stated: str, parts: list[int], bib: dict[str, str], day: str) -> None:
    """A page that states a year or a month is cited with no more than that."""
    document = article("a", "Title", published=stated)
    assert csl(document)[0]["issued"] == {"date-parts": [parts]}
    [entry] = bibtex(document)
    assert {name: entry[name] for name in ("date", "year", "month") if name in entry} == bib
    assert ris(document)[0]["date"] == day


def test_nothing_is_invented() -> None:
    """What the page doesn't state isn't there: no date, no newspaper, no address, and no time of an import."""
    imported = msgspec.structs.replace(SEEN, exact=False)
    document = msgspec.structs.replace(
        article("file:///home/me/a.html"), published=StatedDate(at=None), captures=(imported,)
    )
    key = citation_key(document)
    assert key == f"article-{document.id[:12]}"
    assert bibtex(document) == [{"key": key, "type": "misc"}]
    assert csl(document) == [{"id": key, "type": "article-newspaper"}]
    assert ris(document) == [{"id": key, "type_of_reference": "NEWS"}]


def test_a_key_stays() -> None:
    """The key that is cited doesn't change when headline, date, author or newspaper turn out to be others."""
    other = msgspec.structs.replace(STORY, title="Another", authors=(), site=None, published=None, url=None)
    assert citation_key(other) == citation_key(STORY)


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("Jane Roe", "en", Name("Roe", "Jane")),
        ("J. R. R. Roe", "en", Name("Roe", "J. R. R.")),
        ("Anne-Marie O’Neill", "en", Name("O’Neill", "Anne-Marie")),
        ("María de la Cruz", "es", Name("de la Cruz", "María")),
        ("Иван Петров", "ru", Name("Петров", "Иван")),
        ("Νίκος Παππάς", "el", Name("Παππάς", "Νίκος")),
        ("Martin Luther King III", "en", Name("King", "Martin Luther", "III")),
        ("Sammy Davis, Jr.", "en", Name("Davis", "Sammy", "Jr.")),
        ("O'Neil, Pat", "en", Name("O'Neil", "Pat")),
        ("Roe, J. R. R.", "en", Name("Roe", "J. R. R.")),
        ("van der Berg, Ludwig", "nl", Name("van der Berg", "Ludwig")),
        ("Orbán, Viktor", "hu", Name("Orbán", "Viktor")),
        ("Roe, Jr.", "en", Name("Roe, Jr.")),
        ("Lee, MD", "en", Name("Lee, MD")),
        ("Ann Lee, Bo Strom", "en", Name("Ann Lee, Bo Strom")),
        ("Roe, Jane, London", "en", Name("Roe, Jane, London")),
        ("Roe, Reuters", "en", Name("Roe, Reuters")),
        ("Roe,", "en", Name("Roe,")),
        (", Roe", "en", Name(", Roe")),
        ("Reuters", "en", Name("Reuters")),
        ("Web Desk", "en", Name("Web Desk")),
        ("BBC News", "en", Name("BBC News")),
        ("AFP Kabul", "en", Name("AFP Kabul")),
        ("Johnson & Sons", "en", Name("Johnson & Sons")),
        ("Our Correspondent", "en", Name("Our Correspondent")),
        ("Orbán Viktor", "hu", Name("Orbán Viktor")),
        ("Nguyễn Văn An", "vi", Name("Nguyễn Văn An")),
        ("王小明", "zh", Name("王小明")),
        ("山田 太郎", "ja", Name("山田 太郎")),
        ("محمد علي", "ar", Name("محمد علي")),
        ("jane roe", "en", Name("jane roe")),
        ("", "en", Name("")),
    ],
)
def test_names_are_taken_apart_where_it_is_plain(name: str, language: str, expected: Name) -> None:
    """People's names in the order that is common are taken apart; all others stay whole."""
    assert take_apart(name, language) == expected


@pytest.mark.parametrize("name", ["Roe and Sons", "Acme, Inc.", "Others", "A {B} C", "and", "others"])
def test_a_name_is_one_author(name: str) -> None:
    """A name that holds what stands between authors, or between their names, is still one author."""
    document = article("a", authors=(name,))
    [entry] = bibtex(document)
    assert len(entry["author"]) == 1
    assert not entry["author"][0].first
    assert "," not in ris(document)[0]["authors"][0]
    assert csl(document)[0]["author"] == [{"literal": name}]


def test_a_name_that_begins_with_the_family_stays_apart() -> None:
    """Who signs as “O'Neil, Pat” is cited by these names in every format."""
    document = article("a", authors=("O'Neil, Pat",))
    [author] = bibtex(document)[0]["author"]
    assert (author.last, author.first) == (["O'Neil"], ["Pat"])
    assert ris(document)[0]["authors"] == ["O'Neil, Pat"]
    assert csl(document)[0]["author"] == [{"family": "O'Neil", "given": "Pat"}]


def plain(text: str) -> str:
    """The characters of a text that each of these formats holds: no control characters, and white space is any."""
    return "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cf") and not c.isspace())


HOSTILE = st.text() | st.sampled_from(
    [
        "--``''<<>>,,?`!`",
        "}\n\n@article{evil,\n title={x}}",
        "{{{",
        "}",
        "\\",
        "\\}",
        "%",
        '"',
        "x\r\nER  - \r\nTY  - JOUR",
        "\nAU  - Nobody",
        "@comment{",
        "\\input{/etc/passwd}",
        "$\\alpha$",
        "a,\nb = {c}",
        "\u2028ER  - ",
    ]
)


@settings(deadline=None)
@given(HOSTILE, HOSTILE, st.lists(HOSTILE, max_size=3), HOSTILE, HOSTILE)
def test_any_text_is_a_text(title: str, site: str, authors: list[str], standfirst: str, url: str) -> None:
    """Whatever a page holds, two articles give two entries of the fields that they have, and titles come back."""
    hostile = article(
        "a", title, site=site, authors=tuple(authors), standfirst=standfirst, url=f"http://{url}", section=title
    )
    documents = (hostile, STORY)
    for read, name in ((bibtex, "title"), (ris, "title"), (csl, "title")):
        entries = read(*documents)
        assert len(entries) == 2
        assert set(entries[0]) <= set(read(STORY)[0]) | {"abstract"}
        assert plain(entries[0].get(name, "")) == plain(title).replace("ˆ", "^"), read
    for form in ("bibtex", "ris", "csl-json"):
        assert not re.search(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]", whole(form, *documents))


@settings(deadline=None)
@given(st.lists(HOSTILE.filter(plain), min_size=1, max_size=3))
def test_as_many_authors_as_there_are(authors: list[str]) -> None:
    """However strange the names are, there are as many authors as the page has."""
    document = article("a", "Title", authors=tuple(authors))
    assert len(csl(document)[0].get("author", ())) == len(authors)
    assert len(ris(document)[0].get("authors", ())) <= len(authors)
    raw = bibtexparser.parse_string(whole("bibtex", document)).entries[0].fields_dict["author"].value
    assert len(middlewares.names.split_multiple_persons_names(raw)) == len(authors)
