"""The body as Markdown: rendered, it reads as the article, whatever its words look like."""

import html
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.token import Token
from rich.markdown import Markdown

from .test_html import P1, P2, TITLE, document

LOOKING_LIKE_MARKUP = (
    "# not a heading",
    "#",
    "#tag, and no heading",
    "2025. It was a year of floods.",
    "7) is no item",
    "- Yes, he said.",
    "+ 5 percent",
    "* a note",
    "> said nobody",
    ">said nobody",
    "---",
    "- - -",
    "===",
    "***",
    "~~~ no code",
    "``` no code",
    "The form took <script>alert(1)</script> as a name.",
    "He wrote [click](javascript:alert(1)) and ![x](y.jpg), [a][b] and [^1]: c.",
    "Write &lt; and &copy; and &#65; but AT&T.",
    "A_b_c, snake_case_name, _so_ and __so__.",
    "5 * 3 * 2 = 30, but *this* and **that**",
    "A back\\slash, a \\* and a `tick",
    "~~gone~~",
    "<https://post.example/x>",
    "Old | new",
)


def shown(body: str) -> list[tuple[str, str]]:
    """The blocks of rendered Markdown: what each is within, and its words."""
    found, within = [], list[str]()
    for token in Markdown(body).parsed:
        if token.type == "inline":
            found.append((" ".join(within), words(token.children or ())))
        elif token.nesting:
            within = [*within, token.tag] if token.nesting > 0 else within[:-1]
        else:
            found.append((token.type, token.content))
    return found


def words(tokens: Iterable[Token]) -> str:
    """The words of a paragraph in which nothing else is."""
    for token in tokens:
        assert token.type == "text", token
    return "".join(token.content for token in tokens)


@pytest.mark.parametrize("line", LOOKING_LIKE_MARKUP)
@pytest.mark.parametrize(
    ("layout", "within"),
    [
        ("<p>{}</p>", "p"),
        ("<ul><li>{}</li></ul>", "ul li p"),
        ("<blockquote><p>{}</p></blockquote>", "blockquote p"),
        ("<h2>Sub {}</h2>", "h2"),
        ("<table><tr><td>Sum</td><td>One</td></tr><tr><td>Two</td><td>{}</td></tr></table>", "table tbody tr td"),
    ],
    ids=["paragraph", "item", "quote", "heading", "table"],
)
def test_what_looks_like_markup_is_read_as_it_stands(line: str, layout: str, within: str) -> None:
    """No word of the page makes a heading, a list, a link, a tag or an emphasis of its own."""
    page = document(f"<h1>{TITLE}</h1><article><p>{P1}</p>{layout.format(html.escape(line))}<p>{P2}</p></article>")
    if line not in page.text:
        assert within != "p" or not any(map(str.isalnum, line))
        return  # what looks like a menu is cut, so are signs alone
    [*_, (found, text), last] = shown(page.body)
    assert last == ("p", P2)
    assert (found, text.removeprefix("Sub ")) == (within, line)


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("ab 1.)#*_-+>~`=<&;[]()!\\|/:"), min_size=1, max_size=30))
def test_any_line_is_read_as_it_stands(line: str) -> None:
    """A paragraph of any signs is one paragraph of these signs."""
    line = " ".join(f"x {line} y".split()[1:])
    page = document(f"<h1>{TITLE}</h1><article><p>{P1}</p><p>{html.escape(line)}</p><p>{P2}</p></article>")
    assert [text for within, text in shown(page.body) if within == "p"] == page.text.split("\n\n")


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "b", "i", "a"]), st.text(st.sampled_from("ab 1.#*_[]()!“”ж"), min_size=1, max_size=8)
        )
    )
)
def test_any_dress_is_read_as_such(runs: list[tuple[str, str]]) -> None:
    """Words in bold, in italics and in links, side by side: no sign of theirs is read as a word."""
    tags = {"": "{}", "b": "<b>{}</b>", "i": "<i>{}</i>", "a": "<a href='https://ansel.example/x'>{}</a>"}
    inside = "".join(tags[tag].format(html.escape(text)) for tag, text in runs)
    page = document(f"<h1>{TITLE}</h1><article><p>{P1}</p><p>The end {inside} is near.</p><p>{P2}</p></article>")
    lines = ("".join(token.content for token in every(block.children)) for block in Markdown(page.body).parsed)
    assert list(filter(None, (" ".join(line.split()) for line in lines))) == page.text.split("\n\n")


def every(tokens: list[Token] | None) -> Iterator[Token]:
    """The tokens with words of a paragraph, those within others too."""
    for token in tokens or ():
        yield from [token, *every(token.children)]


def test_lists_go_on_with_their_numbers() -> None:
    """A list that begins with three begins with three."""
    page = document(
        f"<h1>{TITLE}</h1><article><p>{P1}</p><ol start='3'><li>Build.</li><li>Open.</li></ol><p>{P2}</p></article>"
    )
    assert "\n\n3. Build.\n4. Open.\n\n" in page.body


def test_code_stays_within_its_fence() -> None:
    """What is preformatted can't end itself."""
    page = document(f"<h1>{TITLE}</h1><article><p>{P1}</p><pre>a\n```\n# b\n</pre><p>{P2}</p></article>")
    assert ("fence", "a\n```\n# b\n") in shown(page.body)
