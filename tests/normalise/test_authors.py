"""Bylines."""

import pytest

from archiver.normalise import authors


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ida Quist", ["Ida Quist"]),
        ("By Ida Quist | Staff Reporter", ["Ida Quist"]),
        ("By IDA QUIST and Jan van der Berg, Chief Reporter, Port Ansel", ["Ida Quist", "Jan van der Berg"]),
        ("Quist, Ida", ["Ida Quist"]),
        ("Von Ida Quist und Max Holm", ["Ida Quist", "Max Holm"]),
        ("Par Élise Quist avec AFP", ["Élise Quist"]),
        ("By Ida Quist in Port Ansel", ["Ida Quist"]),
        ("By Ida Quist (Reuters)", ["Ida Quist"]),
        ("By Ida Quist, Max Holm & Al-Amin Khan | May 2, 2024", ["Ida Quist", "Max Holm", "Al-Amin Khan"]),
        ("Web Desk", ["Web Desk"]),
        ("Reuters", []),
        ("By Our Correspondent", []),
        ("Saturday", []),
        ("ida@example.org", []),
        ("https://www.example.org/ida", []),
        ("View more posts", []),
        ("بقلم: أحمد الخطيب", ["أحمد الخطيب"]),
        ("نمائندہ خصوصی", []),
        ("View all posts by Ida Quist", ["Ida Quist"]),
        ("Ein Artikel von Ida Quist", ["Ida Quist"]),
        ("Erstellt von Ida Quist", ["Ida Quist"]),
        ("Interview: Ida Quist", ["Ida Quist"]),
        ("By Ida Quist, PhD", ["Ida Quist"]),
        ("By Ren&eacute; Quist", ["René Quist"]),
        ("By Ida Quist | No comments", ["Ida Quist"]),
        ("By Ida Quist | 12 Kommentare", ["Ida Quist"]),
        ("Quelle: Ida Quist", []),
        ("Filed under", []),
        ("By Ann Writer", ["Ann Writer"]),
        ("By Tom Editor and Ann Reporter", ["Tom Editor", "Ann Reporter"]),
        ("By Staff Writer", []),
        ("Ann Writer", []),
        ("Tarn News | Web Desk", ["Web Desk"]),
        ("Ida Quist | Web Desk", ["Ida Quist", "Web Desk"]),
    ],
)
def test_names_in_a_byline(byline: str, names: list[str]) -> None:
    """People and desks, without "By", roles, agencies, places, dates and addresses."""
    assert list(authors.parse(byline)) == names


def test_publisher_is_no_author() -> None:
    """The site's own name in an author tag is left out."""
    assert authors.parse("Ansel Gazette", publishers=["Ansel Gazette"], trusted=True) == ()


@pytest.mark.parametrize(
    ("byline", "agency"), [("Ida Quist | Reuters", "Reuters"), ("Staff and agencies", None), ("Ida Quist", None)]
)
def test_agency_of_a_byline(byline: str, agency: str | None) -> None:
    """An agency that signs beside or instead of a person is told apart."""
    assert authors.agency(byline) == agency
