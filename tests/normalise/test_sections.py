"""Sections and tags as a reader would file the article, whatever the publishing system writes in their place."""

import pytest

from tests.normalise.test_html import BODY
from tests.normalise.test_page_dates import HEADLINE, document


def meta(name: str, value: str) -> str:
    """A meta tag."""
    return f'<meta property="{name}" content="{value}">'


@pytest.mark.parametrize(
    ("stated", "section"),
    [
        ("Coast", "Coast"),
        ("Books, Film and Art", "Books, Film and Art"),
        ("money,columnist,quist", "money"),
        ("Coast, Harbour, Port Ansel, Greta Holm", "Coast"),
        ("Markets &amp;amp; Finance", "Markets & Finance"),
        ("Mobiles, Mobile Internet, Tarn", "Mobiles"),
        ("Books, Film, and Art", "Books, Film, and Art"),
        ("Uncategorized", None),
        ("Sin categoría", None),
        ("Без рубрики", None),
        ("Article", None),
        ("2025", None),
        ("b", None),
        ("Tarn Gazette", None),
        ("Ida Quist", None),
        ("Next", None),
        ("Nächster Artikel", None),
    ],
)
def test_a_section_is_one(stated: str, section: str | None) -> None:
    """What is no section (a default, a number, the site, the author, a list for machines) isn't told as one."""
    head = meta("article:section", stated) + meta("og:site_name", "Tarn Gazette") + meta("author", "Ida Quist")
    assert document(f"<article>{HEADLINE}<p>By Ida Quist</p>{BODY}</article>", head=head).section == section


def test_where_one_source_has_none_the_next_is_asked() -> None:
    """A default section gives way to the one that another tag states."""
    head = meta("article:section", "Uncategorized") + meta("parsely-section", "Coast")
    assert document(f"<article>{HEADLINE}{BODY}</article>", head=head).section == "Coast"


@pytest.mark.parametrize(
    ("stated", "tags"),
    [
        ("harbour, storm", ("harbour", "storm")),
        ("Tarn Ferries, Inc. (TFI), storm", ("Tarn Ferries, Inc. (TFI)", "storm")),
        ("Labour &amp;amp;amp; Unions, storm", ("Labour & Unions", "storm")),
    ],
)
def test_tags_are_whole(stated: str, tags: tuple[str, ...]) -> None:
    """A company's ending and an escaped sign don't cut a tag in two."""
    assert document(f"<article>{HEADLINE}{BODY}</article>", head=meta("news_keywords", stated)).tags == tags
