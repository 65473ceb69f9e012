"""Words within a line: struck out, raised, lowered, quoted, hidden, in formulas. Text and Markdown tell the same of them."""

import pytest
from rich.markdown import Markdown

from .test_html import P1, P2, P3, TITLE, document
from .test_markdown import every


def lines(body: str) -> list[str]:
    """The lines of rendered Markdown."""
    found = ("".join(token.content for token in every(block.children)) for block in Markdown(body).parsed)
    return [" ".join(line.split()) for line in found if line.strip()]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("The wall is <s>221</s> 212 metres long.", "The wall is 212 metres long."),
        ("It opens <del>in March</del> <ins>in April</ins>.", "It opens in April."),
        ("It costs <strike>30</strike> <b>20</b> <s>or <s>25</s></s> crowns.", "It costs 20 crowns."),
        ("The lake held 10<sup>6</sup> litres.", "The lake held 10⁶ litres."),
        ("The germ is 10<sup>-6</sup> metres long.", "The germ is 10⁻⁶ metres long."),
        ("Een kaartje kost € 3<sup>50</sup>.", "Een kaartje kost € 3⁵⁰."),
        ("A ticket is $3.<sup>50</sup> now.", "A ticket is $3.50 now."),
        ("The hole is 1<sup>1</sup>/<sub>2</sub> metres wide.", "The hole is 1 1/2 metres wide."),
        ("About <sup>2</sup>/<sub>3</sub> of it is gone.", "About 2/3 of it is gone."),
        ("Some 4 km<sup>2</sup> of CO<sub>2</sub>, in the 19<sup>th</sup> century.", "Some 4 km² of CO2, in the 19th century."),
        ("It fell.<sup>1</sup> It rose,<sup>[2]</sup> then fell.", "It fell. It rose,[2] then fell."),
        ("It fell<sup><a href='#n1'>1</a></sup> in 2019<a href='#n2'><sup>[2]</sup></a>.", "It fell in 2019."),
        ("The treasurer<sup>2</sup> said so of 40 metres<sup>2</sup>.", "The treasurer said so of 40 metres²."),
        ("A report of March, page 12. <a href='#r1'>↩</a>", "A report of March, page 12."),
        ("He called it <q>a scandal</q> and <q>“a shame”</q>.", "He called it “a scandal” and “a shame”."),
        ("It is <q><b>bold</b></q>, “<q>he</q>” said.", "It is “bold”, “he” said."),
        ("The wall<span hidden> was</span> is shut, as <i aria-hidden='true'>we</i> said.", "The wall is shut, as we said."),
        ("It grew by <math><mfrac><mn>1</mn><mn>3</mn></mfrac></math> in a year.", "It grew by 1/3 in a year."),
        (
            (
                "So <math><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><mn>4</mn></mrow>"
                "<annotation>x^2=4</annotation></semantics></math> holds."
            ),
            "So x²=4 holds.",
        ),
        ("So <math><msqrt><mi>x</mi><mn>2</mn></msqrt></math> holds.", "So holds."),
    ],
)  # fmt: skip
def test_words_are_what_a_reader_takes_them_for(inside: str, text: str) -> None:
    """No figure is glued to another, no word that was taken back is told, none that is seen is lost."""
    page = document(f"<h1>{TITLE}</h1><article><p>{P1}</p><p>{inside}</p><p>{P2}</p></article>")
    assert page.text.split("\n\n")[1] == text
    assert lines(page.body) == page.text.split("\n\n")


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", "„wahr“"), ("de-CH", "„wahr“"), ("fr", "«\u00a0wahr\u00a0»"), ("pl", "„wahr”"), ("ja", "「wahr」"), ("en-GB", "“wahr”")],
)  # fmt: skip
def test_a_quotation_has_the_marks_of_its_language(language: str, said: str) -> None:
    """The marks are those that a browser sets."""
    words = f"<h1>{TITLE}</h1><p>{P1}</p><p>{P2} Was <q>wahr</q> ist.</p><p>{P3}</p>"
    page = document(f"<html lang='{language}'><body>{words}</body></html>".encode())
    assert " ".join(said.split()) in page.text


@pytest.mark.parametrize(
    "struck",
    [
        f"<p><s>{P2}</s></p><p>{P3}</p>",
        f"<del><p>{P2}</p></del><p>{P3}</p>",
        f"<p><s>{P2}</s><br><br>{P3}</p>",
        f"<p><s>{P2.replace(', ', ',<br><br>', 1)}</s></p><p>{P3}</p>",
        f"<p>{P3} <s>{P2}</s></p>",
    ],
    ids=["paragraph", "paragraphs", "before a break", "over a break", "end"],
)
def test_what_was_struck_out_is_kept_with_what_was_cut(struck: str) -> None:
    """A reader of the archive finds what the page took back."""
    page = document(f"<h1>{TITLE}</h1><article><p>{P1}</p>{struck}</article>")
    assert page.text.split("\n\n") == [P1, P3]
    assert " ".join(" ".join(part.text for part in page.discarded if part.label == "struck").split()) == P2


def test_words_struck_out_in_a_table_leave_it_one() -> None:
    """The cells stay in their rows."""
    table = "<table><tr><td>Wall</td><td><s>4m</s> 5m</td></tr><tr><td>Gate</td><td>2m</td></tr></table>"
    page = document(f"<h1>{TITLE}</h1><article><p>{P1}</p>{table}<p>{P2}</p></article>")
    assert page.text.split("\n\n") == [P1, "Wall | 5m", "Gate | 2m", P2]
    assert [(part.label, part.text) for part in page.discarded] == [("struck", "4m")]


@pytest.mark.parametrize("page", ["<h1><s>{}</s></h1>{}", "<h1>{}</h1><s>{}</s>", "<h1>{}</h1><s>{}"])
def test_what_is_struck_out_as_a_whole_is_no_empty_page(page: str) -> None:
    """A tag that was never closed costs no text."""
    read = document(page.format(TITLE, f"<p>{P1}</p><p>{P2}</p><p>{P3}</p>"))
    assert (read.title, read.text.split("\n\n")) == (TITLE, [P1, P2, P3])
