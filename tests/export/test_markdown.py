"""Markdown, as programs that keep notes read it."""

from __future__ import annotations

import io
import os
import re
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from archiver.document import DocumentCapture
from archiver.export.markdown import file_name
from tests.engines.articles import article
from tests.export.conftest import whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from archiver import Archive
    from archiver.document import Document

STORY = msgspec.structs.replace(
    article(
        "https://www.ledger.example/a",
        "Steel: back in *Norburg*",
        "It rained.\n\nIt stopped.",
        url="https://www.ledger.example/a",
        standfirst="In short",
        authors=("Jane Roe",),
        site="Daily Ledger",
        published="2025-09-02T19:49",
        people=("Vera Holm",),
        places=("Norburg@Norland",),
        language="en",
    ),
    captures=(DocumentCapture(position=1, captured_at="2025-09-04T23:30:00Z", digest="a"),),
)


def read(text: str) -> tuple[dict[str, Any], str]:
    """The front matter, and what follows it."""
    _, front, rest = text.split("---\n", 2)
    return yaml.safe_load(front), rest


def drawn(markdown: str) -> list[tuple[str, str]]:
    """The headings and paragraphs, with the text that is shown of each."""
    tokens = MarkdownIt().parse(markdown)
    return [
        (tokens[place - 1].tag, "".join(child.content for child in token.children or () if child.type == "text"))
        for place, token in enumerate(tokens)
        if token.type == "inline"
    ]


def test_an_article_is_a_page_with_a_front_matter() -> None:
    """The front matter says what the article is, and below it stand headline, standfirst, body and address."""
    front, rest = read(whole("markdown", STORY))
    assert front == {
        "title": STORY.title,
        "id": STORY.id,
        "url": STORY.url,
        "site": "Daily Ledger",
        "authors": ["Jane Roe"],
        "published": "2025-09-02T19:49",
        "published_precision": "minute",
        "language": "en",
        "people": ["Vera Holm"],
        "places": ["Norburg"],
        "countries": ["Norland"],
        "captured": "2025-09-04T23:30:00Z",
    }
    assert drawn(rest) == [
        ("h1", "Steel: back in *Norburg*"),
        ("p", "In short"),
        ("p", "It rained."),
        ("p", "It stopped."),
        ("p", "https://www.ledger.example/a"),
    ]


def test_articles_stand_one_behind_the_other() -> None:
    """In one file each article begins with its own front matter, behind an empty line; no text of another begins one."""
    liar = msgspec.structs.replace(STORY, body="Before\n\n---\ntitle: forged\n---\n\n# After\n\n----", standfirst=None)
    text = whole("markdown", liar, STORY)
    assert text.count("\n---\n") == 4 - 1  # the file begins with the first
    assert "\n\n---\ntitle: " in text
    assert drawn(text[text.index("Before") : text.index("<https")])[:2] == [("p", "Before"), ("h2", "title: forged")]


@settings(deadline=None)
@given(st.text(), st.text(), st.text(), st.lists(st.text(), max_size=2))
def test_no_text_changes_the_structure(title: str, standfirst: str, site: str, authors: list[str]) -> None:
    """Whatever headline, standfirst and names are, the front matter holds them as texts, and the headline is shown as it is."""
    document = article("a", title, "Body.", standfirst=standfirst, site=site, authors=tuple(authors))
    text = whole("markdown", document)
    front, rest = read(text)
    assert set(front) <= {"title", "id", "site", "authors"}
    assert all(isinstance(value, str) for value in (front.get("title", ""), *front.get("authors", ())))
    assert _solid(front.get("title", "")) == _solid(title)
    headings = [shown for tag, shown in drawn(rest) if tag == "h1"]
    assert [_solid(shown) for shown in headings] == [_solid(title or "(no title)")] or not _solid(title)
    assert [shown for tag, shown in drawn(rest)][-1] == "Body."


HOSTILE = [
    "```", "~~~~\n```", "```a\n```b\n~~~", "<!--", "<script>", "<div", "<?", "<![CDATA[", "%%", "---", "> ```", "- ```", "   ```\n    x",
    "---\ntitle: x\n---", "# Other", "[a]: b", "    code", "\\<!--", "*", "`<!--`", "1. a\n\n   ```\n", "<textarea>",
]  # fmt: skip


@settings(deadline=None)
@given(
    st.text()
    | st.lists(st.sampled_from(HOSTILE), max_size=6).map("\n".join)
    | st.lists(st.sampled_from(HOSTILE), max_size=6).map("\n\n".join)
)
def test_no_body_reaches_beyond_itself(body: str) -> None:
    """Whatever a body holds, the article behind it is there, with its front matter and its headline; and no HTML is live."""
    text = whole("markdown", msgspec.structs.replace(STORY, body=body, title="First"), STORY)
    behind = text.rindex("\n\n---\ntitle: ")
    front, rest = read(text[behind + 2 :])
    assert front["title"] == STORY.title
    assert text.count("\n---\ntitle: ") == 1
    assert drawn(text)[-5:] == drawn(rest)
    assert not [token for token in MarkdownIt().parse(text) if token.type == "html_block"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("```\ncode\n```", "```\ncode\n```"),
        ("```\ncode", "\\```\ncode"),
        ("<https://x.example/> a < b <b>", "<https://x.example/> a < b \\<b>"),
        ("Heading\n---", "Heading\n ---"),
        ("100%% sure", "100\\%% sure"),
    ],
)
def test_honest_markdown_stays(body: str, expected: str) -> None:
    """Code blocks and addresses in a body stay as they are; what could reach beyond it is made text."""
    assert f"\n\n{expected}\n\n<https://www" in whole("markdown", msgspec.structs.replace(STORY, body=body))


def _solid(text: str) -> str:
    return "".join(each for each in text if each.isprintable() and not each.isspace())


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Steel Mill: reopens? “Yes”", "2025-09-02 Steel Mill reopens “Yes” "),
        ("../../etc/passwd", "2025-09-02 etc passwd "),
        ("a/b\\c:d*e\0f", "2025-09-02 a b c d e"),
        ("[[x]] #y ^z |", "2025-09-02 x y z "),
        ("...", "2025-09-02 "),
        ("中国钢铁厂重新开业", "2025-09-02 中国钢铁厂重新开业 "),
        (None, "2025-09-02 "),
    ],
)
def test_names_of_files_are_safe(title: str | None, expected: str) -> None:
    """A file is named by day, headline and id, without what a system or a link can't take."""
    name = file_name(msgspec.structs.replace(STORY, title=title))
    assert name.startswith(expected)
    assert name.endswith(f"{STORY.id[:12]}.md")


@settings(deadline=None)
@given(st.text(), st.text(max_size=30))
def test_any_name_can_be_a_file(title: str, day: str) -> None:
    """Whatever the headline is, the name stays in its folder, and is short enough for every system."""
    date = msgspec.structs.replace(STORY.published, at=day)  # type: ignore[type-var]
    name = file_name(msgspec.structs.replace(STORY, title=title, published=date))
    assert os.path.basename(name) == name
    assert 0 < len(name.encode()) <= 255
    assert not re.search(r'[\x00-\x1f\x7f-\x9f/\\:*?"<>|#^\[\]]', name)
    assert not name.startswith(".")


def test_a_file_an_article(few: Callable[..., Archive], tmp_path: Path) -> None:
    """Into a folder each article is written as a file of its own; other files there stay, and those that are just so, too."""
    articles: list[Document] = [STORY, article("b", "Another", "Text."), article("c", "Steel: back in *Norburg*")]
    folder = tmp_path / "notes"
    with few(*articles) as archive:
        done = archive.export_to(f"{folder}/", "markdown")
        assert done.written == 3
        names = sorted(os.listdir(folder))
        assert len(names) == 3
        for name in names:
            front, rest = read((folder / name).read_text(encoding="utf-8"))
            assert front["id"][:12] in name
            assert rest.startswith("\n# ")
        (folder / "mine.md").write_text("my own")
        (folder / names[0]).write_text("changed")
        os.utime(folder / names[1], (1, 1))
        archive.export_to(folder, "markdown")
        assert sorted(os.listdir(folder)) == sorted([*names, "mine.md"])
        assert (folder / "mine.md").read_text() == "my own"
        assert (folder / names[0]).read_text() != "changed"
        assert (folder / names[1]).stat().st_mtime == 1


def test_a_stream_of_articles(few: Callable[..., Archive]) -> None:
    """A stream has them all."""
    with few(STORY, article("b", "Another", "Text.")) as archive:
        stream = io.BytesIO()
        archive.export_to(stream, "markdown")
        assert stream.getvalue().count(b"---\ntitle: ") == 2
