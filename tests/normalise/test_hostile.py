"""Pages that are made to keep a computer busy: time grows with their length, not with its square."""

import datetime as dt
import time
from collections.abc import Callable, Iterator
from itertools import count, takewhile

import msgspec
import pytest

from archiver.document import Capture
from archiver.normalise import Context, html, normalise, parsing, recogniser, tree
from archiver.normalise.date_labels import find_labels
from archiver.normalise.workers import Normaliser
from tests.normalise.test_html import BODY, P1, P2, TITLE

SIZE = 200_000
LIMIT = 20  # seconds: what takes as long is not slow, but of another order
HEAD = f"<h1>{TITLE}</h1>{BODY}"


def repeated(piece: str) -> str:
    """The piece as often as it takes to fill the size."""
    return piece * (SIZE // len(piece))


def numbered(piece: str) -> str:
    """The same with another number in each piece."""
    lengths = len(piece)
    return "".join(piece.format(number) for number in takewhile(lambda number: number * lengths < SIZE, count()))


PAGES: dict[str, Callable[[], str]] = {
    "attributes": lambda: f"{HEAD}<p {numbered('a{}=1 ')}>x</p>",
    "attributes with quotes": lambda: f'{HEAD}<p x=">" {numbered("a{}=1 ")}>x</p>',
    "attributes behind a script": lambda: f"<script>a<b='</script><p {numbered('a{}=1 ')}>x</p>{HEAD}",
    "attributes of many bodies": lambda: f"{HEAD}{numbered('<body a{}=1>')}",
    "end tags at depth": lambda: f"{HEAD}{'<div>' * (SIZE // 10)}{'</b>' * (SIZE // 8)}",
    "headings at depth": lambda: f"{HEAD}{'<h1>' * (SIZE // 8)}{'</h2>' * (SIZE // 10)}",
    "captions of a table": lambda: f"{HEAD}<table>{numbered('<caption>wall {}</caption>')}<tr><td>x",
    "tables in tables": lambda: f"{HEAD}{repeated('<table><tr><td>x')}",
    "line breaks in a paragraph": lambda: (
        f"<h1>{TITLE}</h1><p>{repeated('so the harbour wall that a storm broke is to be rebuilt now, and<br>')}</p>"
    ),
    "line breaks without words": lambda: f"<h1>{TITLE}</h1><p>{P1}{repeated('<i> </i>')}{P1}</p>",
    "a script that never closes its comment": lambda: (
        f'<script type="application/ld+json">{{"@type":"NewsArticle"}}]]>{" " * SIZE}x</script>{HEAD}'
    ),
}
UNITS: dict[str, Callable[[], str]] = {
    "a byline of many names": lambda: f"<h1>{TITLE}</h1><p class=byline>By {repeated('Ada Berg and ')}</p>{BODY}",
    "many bylines": lambda: f"<h1>{TITLE}</h1>{numbered('<p class=byline>By Ada Berg ' + '1. ' * 60 + '{}</p>')}{BODY}",
    "many headings": lambda: f"{numbered('<h1>' + TITLE + ' {}</h1>')}{BODY}",
    "many linked headings": lambda: (
        f"{HEAD}<div>{numbered('<h3><a href=/{0}>Ferry returns to the old quay {0}</a></h3>')}{BODY}</div>"
    ),
    "links within the page in each other": lambda: f"<h1>{TITLE}</h1><p>{repeated('<span><a href=#x>w</a>')}{BODY}",
    "words struck out": lambda: f"<h1>{TITLE}</h1><p>{repeated('<s>a</s> b ')}</p>{BODY}",
    "figures in headings": lambda: f"<h1>{TITLE}</h1>{numbered('<h2>' + '1. ' * 80 + '{}</h2>')}{BODY}",
    "figures in lists": lambda: f"{HEAD}<ol>{numbered('<li>' + '1. ' * 40 + '{}</li>')}</ol>",
    "a tag of many authors": lambda: f'<meta name=author content="{repeated("Ada Berg, ")}">{HEAD}',
    "tags of many authors": lambda: f"{numbered('<meta name=author content=' + 'Ada&#32;and&#32;' * 30 + '{}>')}{HEAD}",
    "tags of many dates": lambda: f"{numbered('<meta name=date content=' + '1-May-' * 30 + '{}>')}{HEAD}",
    "a title of many parts": lambda: f"<title>{repeated('Wall - ')}</title>{HEAD}",
    "times in a heading": lambda: f"<h1>{TITLE}</h1><p>{numbered('<time>5 hours ago {}</time>')}</p>{BODY}",
    "classes of dates": lambda: f"<h1>{TITLE}</h1><p class='{repeated('date-time ')}'>3 Apr 25</p>{BODY}",
    "doubtful dates": lambda: f"<h1>{TITLE}</h1>{numbered('<p class=date>3 Apr 25 {}</p>')}{BODY}",
}
TEXTS: dict[str, Callable[[], str]] = {
    "bylines": lambda: repeated("By Ada Lovelace\n"),
    "dates": lambda: repeated("March 4, 2024\n"),
    "figures": lambda: f"{TITLE}\n{P1} {repeated('1.')}",
    "names": lambda: f"{TITLE}\n{P1} {repeated('Ada Lovelace and ')}",
    "acronyms": lambda: f"{TITLE}\n{P1} {repeated('United Nations (UN) ')}",
    "lines in small letters": lambda: (
        f"{TITLE}\n{P1}\n{repeated('the wall that the storm broke is to be rebuilt so ')}"
    ),
    "lines of dashes": lambda: f"{TITLE}\n{P1}\n{numbered('- ' * 275 + 'x{}' + chr(10))}",
    "headings and paragraphs": lambda: f"{TITLE}\n{numbered('Wall number {}' + chr(10) + P1 + chr(10))}",
    "figures in lines": lambda: f"{TITLE}\n{P1}\n{repeated('1. ' * 100 + chr(10))}",
    "figures in other lines": lambda: f"{TITLE}\n{P1}\n{numbered('1. ' * 90 + '{}' + chr(10))}",
    "relative times": lambda: f"{TITLE}\n{P1}\n{numbered('1 h 2 min 3 sec ago {}' + chr(10))}",
    "labels of dates": lambda: f"{TITLE}\n{P1}\n{numbered('Updated: 3 ' * 26 + '{}' + chr(10))}",
    "lines of parts": lambda: f"{TITLE}\n{numbered('4 March 2025 | By Ida Quist | ' * 8 + '{}' + chr(10))}{P1}",
    "lines of by": lambda: f"{TITLE}\n{numbered('By ' * 60 + '{}' + chr(10))}{P1}",
    "weekdays": lambda: f"{TITLE}\n{P1}\n{numbered('Monday to Friday ' * 40 + '{}' + chr(10))}",
    "comments": lambda: f"{TITLE}\n{P1}\n{numbered('Comments' + chr(10) + P1 + ' {}.' + chr(10))}",
}


@pytest.fixture(scope="module")
def normaliser() -> Iterator[Normaliser]:
    """A normaliser whose pages may take some time, but not as long as a step for each pair of their parts takes."""
    with Normaliser(workers=1, limit=LIMIT) as one:
        yield one


@pytest.fixture(scope="module")
def nameless() -> Iterator[Normaliser]:
    """The same without names, which take most of the time, and depend on the words alone."""
    with Normaliser(msgspec.structs.replace(Context.default(), names=False), workers=1, limit=LIMIT) as one:
        yield one


def ends_in_time(normaliser: Normaliser, media: str, page: str) -> bool:
    """Whether a page is normalised, or is no article; it isn't given up for its time."""
    # Longer than what is normalised in this process, which could not be ended.
    filled = page.encode() + b" " * 600_000
    (result,) = normaliser.run([Capture(payload=filled, content_type=media, key="slow")])
    return result.document is not None or "neither a headline nor a text" in result.reason


@pytest.mark.parametrize("name", [*PAGES, *UNITS])
def test_no_page_takes_long_by_its_markup(name: str, nameless: Normaliser) -> None:
    """A page that repeats what is slow to look at in mark-up is done in time."""
    assert ends_in_time(nameless, "text/html", (PAGES | UNITS)[name]())


@pytest.mark.parametrize("sign", ["*a ", "**a ", "_a ", "__a ", "[a](b", "![a](b", "`a "])
def test_no_page_takes_long_by_its_markdown(sign: str, nameless: Normaliser) -> None:
    """Signs that are never closed cost no more than reading them."""
    line = sign * (19_000 // len(sign))
    assert ends_in_time(nameless, "text/markdown", f"# {TITLE}\n\n{P1}\n\n{(line + chr(10)) * 20}\n\n{P2}")


@pytest.mark.parametrize("name", TEXTS)
def test_no_page_takes_long_by_its_words(name: str, normaliser: Normaliser) -> None:
    """A text that repeats what is slow to look at is done in time, and its names, too."""
    assert ends_in_time(normaliser, "text/plain", TEXTS[name]())


def test_attributes_and_elements_are_bounded() -> None:
    """A page that passes a bound is cut there; its other parts are read as ever."""
    page = parsing.parse(f"<h1>{TITLE}</h1><p {numbered('a{}=1 ')}>{P1}</p><p class=last>{P1}</p>")
    first, last = page.root.iter("p")
    assert (len(first.attrib), last.get("class")) == (200, "last")


def test_a_page_that_is_cut_says_so() -> None:
    """What stands behind more elements than are read is told to be left unread."""
    page = html.read(f"{HEAD}<div>{'<b>x</b>' * 300_000}</div><p>{P1}</p>")
    assert [(part.label, part.text[-1]) for part in page.discarded if part.label == "unread"] == [("unread", "…")]
    assert not [part for part in html.read(HEAD).discarded if part.label == "unread"]


def test_deep_pages_lose_their_wrappers_only() -> None:
    """Of a page that nests too deep the paragraphs and headings stay."""
    page = parsing.parse(f"{'<div>' * 5000}{HEAD}")
    assert [element.tag for element in page.root.iter("h1", "p")] == ["h1", "p", "p", "p"]


def test_a_line_without_a_year_is_not_searched_for_dates() -> None:
    """Looking for a date in a line of figures costs no more than reading it."""
    started = time.process_time()
    for number in range(2000):
        assert find_labels("1. " * 95 + str(number % 10)) == ()
    assert time.process_time() - started < 1


def test_the_model_is_given_tokens_not_characters() -> None:
    """What is made of single characters is cut off earlier than prose, for the model's time goes with its tokens."""
    assert recogniser.within_bounds(["Q. " * 3000] * 8) == [0, 1, 2, 3]
    assert recogniser.within_bounds([P1] * 8) == list(range(8))


@pytest.mark.parametrize("name", ["⚡=1", "x\x01y=1", "title='\x02'", "a<b=1", 'c"d=1', "x:y=1"])
def test_names_that_xml_forbids_do_no_harm(name: str) -> None:
    """An attribute, a tag or a character that no XML may hold is passed over, and the words around it stay."""
    page = parsing.parse(
        f"<html {name} class=a><body {name}><p {name} class=b>{P1}&#1;\x03</p><fb:x<y>{P2}</fb:x<y></body>"
    )
    (paragraph,) = page.root.iter("p")
    assert (page.root.get("class"), paragraph.get("class")) == ("a", "b")
    blocks, *_ = tree.blocks(page.root.find("body"))
    assert [block.text for block in blocks] == [P1, P2]


def test_what_is_not_parsed_as_markup_is_text() -> None:
    """The content of elements whose tags are no mark-up is read as text, with what looks like tags in it."""
    page = parsing.parse(f"<p>{P1}</p><xmp>{P2} <b>x</b> &amp;</xmp>")
    blocks, *_ = tree.blocks(page.root.find("body"))
    assert [block.text for block in blocks] == [P1, f"{P2} <b>x</b> &amp;"]


@pytest.mark.parametrize(("start", "end", "kind"), [("<p>", "</p>", "text/html"), ("", "\n", "text/plain")])
def test_what_is_more_than_is_read_is_told(start: str, end: str, kind: str) -> None:
    """The end of a page that has more lines than are read is in no text, and is kept as unread."""
    page = "".join(f"{start}{P1} {P2} It is day {number}.{end}" for number in range(10_050))
    found = normalise(Capture(payload=page.encode(), content_type=kind, source="x"), Context(names=False))
    (unread,) = (part.text for part in found.discarded if part.label == "unread")
    assert len(found.text.split("\n\n")) + len(unread.split("\n")) == 10_050
    assert unread.endswith("day 10049.")


def test_words_that_differ_by_the_case_of_a_letter_never_raise() -> None:
    """Letters that are equal to others but for their case ("laſt year") make a date of nothing and raise nothing."""
    text = f"{TITLE}\n{P1} It was so laſt year and will be in the COMİNG year. Ils l'ont dit la ſemaine dernière. Nächſte Woche."
    assert normalise(Capture(payload=text.encode(), content_type="text/plain")).title == TITLE


@pytest.mark.parametrize("year", [1, 9999])
def test_times_of_capture_at_the_ends_of_the_calendar_never_raise(year: int) -> None:
    """A time of capture that no page can have counts as unknown."""
    page = f"<h1>{TITLE}</h1><p>Published 2 days ago</p><p>{P1}</p>"
    taken = dt.datetime(year, 12 if year > 1 else 1, 31 if year > 1 else 1, tzinfo=dt.UTC)
    capture = Capture(payload=page.encode(), content_type="text/html", captured_at=taken, captured_exactly=True)
    assert normalise(capture).published is None


def test_site_of_an_odd_host_is_printable() -> None:
    """Characters of a host that turn text around or steer a terminal never come into the site's name."""
    capture = Capture(
        payload=f"<h1>{TITLE}</h1><p>{P1}</p>".encode(), content_type="text/html", url="http://mill.example\u202e\x1b/a"
    )
    assert (normalise(capture).site or "").isprintable()
