"""Sentences that begin as bylines, labels and buttons do, and notes on the text in corners of their own: all of it is text."""

import pytest

from .test_html import BODY, TEXT, TITLE, document


@pytest.mark.parametrize(
    "line",
    [
        "By then it was dark.",
        "By law, he may not.",
        "By all accounts, he was kind.",
        "By God, he said.",
        "Par ailleurs, la mairie a fermé l’école.",
        "Par peur, elle se tut.",
        "Por ahora, no hay heridos.",
        "Por otra parte, llueve.",
        "Por fim, o barco chegou.",
        "Di certo, nessuno ha pagato.",
        "Von wegen, sagte er.",
        "Von Ada Finch keine Spur.",
        "Door de regen liep de kelder onder.",
        "كتب: لن أعود.",
        "رپورٹ: پل کمزور ہے۔",
    ],
)
@pytest.mark.parametrize("place", [0, 1, 3])
def test_a_sentence_that_begins_with_by_names_no_author(line: str, place: int) -> None:
    """A short sentence that begins as bylines do is text wherever it stands, and nobody's name."""
    told = [*TEXT[:place], line, *TEXT[place:]]
    page = document(f"<article><h1>{TITLE}</h1>{''.join(f'<p>{text}</p>' for text in told)}</article>")
    assert page.authors == ()
    assert line in page.text.split("\n\n") or line == page.standfirst


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Kate Summers.", ("Kate Summers",)),
        ("By Kate Summers and Joe Dow.", ("Kate Summers", "Joe Dow")),
        ("By Ada Finch in London.", ("Ada Finch",)),
        ("By Ada Finch, associate professor of history.", ("Ada Finch",)),
        ("Von unserem Korrespondenten Max Berg.", ("Max Berg",)),
        ("Par Anne Dubois, envoyée spéciale à Rome.", ("Anne Dubois",)),
    ],
)
def test_a_byline_may_end_with_a_full_stop(line: str, authors: tuple[str, ...]) -> None:
    """Names, roles and places behind "by" are a byline, a full stop or not."""
    page = document(f"<article><h1>{TITLE}</h1><p>{line}</p>{BODY}</article>")
    assert page.authors == authors
    assert page.text.split("\n\n") == TEXT
