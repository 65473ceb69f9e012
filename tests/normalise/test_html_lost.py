"""What is text although its place, its label or its form is like that of what isn't."""

import pytest

from .test_html import document
from .test_html_text import LONG_TEXT, story

PARTS = (
    "The new wall is to be built where the old one stood before the storm.",
    "It takes three years, if the winters leave the ships with the stone alone.",
    "Most of the nine million crowns come from the state, the rest from the port.",
)
CAPTION = "<figcaption>The price of a berth</figcaption>"


def _parts(part: str) -> str:
    return "".join(part.format(text, f"The {number}. part") for number, text in enumerate(PARTS))


@pytest.mark.parametrize(
    ("inside", "lines"),
    [
        (_parts("<h3>In short</h3><p class='par'>{}</p>"), [line for text in PARTS for line in ("In short", text)]),
        (
            _parts("<p class='par'><b>In short</b></p><p class='par'>{}</p>"),
            [line for text in PARTS for line in ("In short", text)],
        ),
        (
            f"<figure><table><tr><td>Berth</td><td>Now<br>(crowns)</td></tr><tr><td>Small</td><td>90</td></tr></table>{CAPTION}</figure>",
            ["Berth", "Now", "(crowns)", "Small", "90"],
        ),
        (
            _parts("<div class='part'><div>{1}</div><div style='display:none'><p>{0}</p></div></div>"),
            [line for number, text in enumerate(PARTS) for line in (f"The {number}. part", text)],
        ),
        (
            _parts("<h3>What of it?</h3><div hidden><p>{}</p></div>"),
            [line for text in PARTS for line in ("What of it?", text)],
        ),
        (
            _parts("<button aria-expanded=false><div>What of it?</div><i>Open</i></button><div><p>{}</p></div>"),
            [line for text in PARTS for line in ("What of it?", text)],
        ),
        (
            _parts("<div><button aria-controls=a><h3>The wall</h3><p>+</p></button><div hidden><p>{}</p></div></div>"),
            [line for text in PARTS for line in ("The wall", text)],
        ),
        (
            "<table><tr><td><a href=/a>Choristers of Anselport</a></td><td>1 (2 weeks ago)</td></tr><tr><td><a href=/b>Choristers of Skarnholm</a></td><td>2 (3 weeks ago)</td></tr></table>",
            ["Choristers of Anselport | 1 (2 weeks ago)", "Choristers of Skarnholm | 2 (3 weeks ago)"],
        ),
        (_parts("<p>{}</p>").join(("<div class='intro summary'>", "</div>")), list(PARTS)),
    ],
    ids=[
        "heading of each part",
        "in bold",
        "table in a figure",
        "closed parts",
        "closed answers",
        "questions in buttons",
        "headings in buttons",
        "times in a table",
        "introduction",
    ],
)
def test_what_could_be_taken_for_something_else_is_text(inside: str, lines: list[str]) -> None:
    """The lines stand in the body, in their order, with all of the paragraphs around them."""
    text = document(story(inside)).text.split("\n\n")
    assert [line for line in text if line not in LONG_TEXT] == lines
    assert len(text) == len(LONG_TEXT) + len(lines)


def test_numbered_links_head_the_parts_of_a_text() -> None:
    """A page that tells of the ten best has a linked heading above each, and is no list of other stories."""
    parts = "".join(
        f"<div><h2><a href='/p{n}'>{n}. The best of the harbour</a></h2></div><div><p>{text}</p></div>"
        for n, text in enumerate(PARTS, 1)
    )
    page = document(f"<div><h1>The three best of Ansel</h1><p>{LONG_TEXT[0]}</p>{parts}</div>")
    assert page.text.split("\n\n")[-2:] == ["3. The best of the harbour", PARTS[2]]


def test_a_paragraph_beside_the_first_one_is_no_caption() -> None:
    """A picture that the first paragraphs have in their element doesn't make the others its caption."""
    page = document(
        story("").replace(
            "<div class='column'>",
            f"<div class='column'><div><p>{PARTS[0]}</p><p>{PARTS[1]}</p><p>{PARTS[2]}</p><img src='/wall.jpg'></div>",
        )
    )
    assert page.text.split("\n\n") == [*PARTS, *LONG_TEXT]
