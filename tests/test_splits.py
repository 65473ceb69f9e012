"""Two of one name, told apart by the lines of a file of aliases, from a re-index on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec
import pytest

from archiver import Archive, Capture
from archiver.aliases import read, read_splits
from archiver.document import DOCUMENT_TYPE, Mention
from archiver.splits import apply
from tests.engines.articles import article

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from archiver.document import Document
    from tests.conftest import Ran

LINES = (
    "# Two women and two towns",
    "[people]",
    'Amina Holt (judge) = Amina Holt, A. Holt | court, verdict, "Norvale, upper court", https://post.example/b?x',
    "Amina Holt (singer) = amina holt | album, concert*, ..1969, Città Nuova",
    "Amina Holt (singer) = Amina Holt | Tour",
    "[places]",
    "Paris (Texas) = Paris | Lamar County, Dallas",
)


def written(folder: Path, *lines: str) -> str:
    """The path of a file with these lines."""
    path = folder / "names.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def names(document: Document) -> list[str]:
    """The names of its people."""
    return [person.name for person in document.people]


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ({"text": "The court sat until noon."}, "Amina Holt (judge)"),
        ({"text": "The COURTS sat until noon."}, "Amina Holt"),  # the very word
        ({"text": "Her third ALBUM is out."}, "Amina Holt (singer)"),
        ({"text": "Two concertgoers fainted."}, "Amina Holt (singer)"),  # a beginning
        ({"text": "She sang in Citta  nuova."}, "Amina Holt (singer)"),  # several words, without their accents
        ({"text": "She sang in a nuova citta."}, "Amina Holt"),  # in their order
        ({"text": "In Norvale, upper court judges met."}, "Amina Holt (judge)"),
        ({"text": "The album of the court."}, "Amina Holt"),  # as much of one as of the other
        ({"text": "The court heard of an album: the verdict."}, "Amina Holt (judge)"),
        ({"text": "The album, the album, the court, the verdict."}, "Amina Holt (judge)"),  # each clue once
        ({"text": "She went home."}, "Amina Holt"),
        ({"title": "On tour", "text": "She went home."}, "Amina Holt (singer)"),
        ({"section": "Court", "text": "She went home."}, "Amina Holt (judge)"),
        ({"text": "It was her first al", "tags": ("bum",)}, "Amina Holt"),
        ({"text": "She went home.", "tags": ("Tour",)}, "Amina Holt (singer)"),
        ({"text": "She went home.", "published": "1969-12-31"}, "Amina Holt (singer)"),
        ({"text": "She went home.", "published": "1970-01-01"}, "Amina Holt"),
        (
            {"text": "An album, a concert, a tour.", "url": "https://post.example/b?x&utm_source=y"},
            "Amina Holt (judge)",
        ),
    ],
)
def test_most_clues_decide(tmp_path: Path, known: dict[str, object], name: str) -> None:
    """The name is that of the one whose clues most are in the article; where nothing decides, it stays as it is."""
    splits = read_splits(written(tmp_path, *LINES))
    document = article("a", people=("Ann Lee", "Amina Holt|Mrs Holt"), **known)  # type: ignore[arg-type]
    split = apply(document, splits)
    assert names(split) == ["Ann Lee", name]
    assert split.people[1].forms == ("Amina Holt", "Mrs Holt")


def test_two_forms_of_one_are_one(tmp_path: Path) -> None:
    """Names that come out as one are one, with the forms and places of both; an article without them is as it was."""
    splits = read_splits(written(tmp_path, *LINES))
    document = article("a", text="The court sat.", people=("A. Holt", "Ann Lee", "Amina Holt"))
    first, lee, last = document.people
    first = msgspec.structs.replace(first, mentions=(Mention("body", (9, 12)),))
    last = msgspec.structs.replace(last, mentions=(Mention("body", (1, 3)),))
    judge, other = apply(msgspec.structs.replace(document, people=(first, lee, last)), splits).people
    assert (judge.name, judge.forms) == ("Amina Holt (judge)", ("A. Holt", "Amina Holt"))
    assert [mention.span for mention in judge.mentions] == [(1, 3), (9, 12)]
    assert other == lee
    untouched = article("b", text="The court sat.", people=("Ann Lee", "Ann Lee"))
    assert apply(untouched, splits) is untouched


def test_a_place_is_in_the_country_that_its_name_says(tmp_path: Path) -> None:
    """Paris (Texas) isn't in France."""
    splits = read_splits(written(tmp_path, *LINES))
    place = apply(article("a", text="From Dallas to Paris.", places=("Paris@France",)), splits).places[0]
    assert (place.name, place.country) == ("Paris (Texas)", "United States")


def test_lines_that_split_merge_nothing(tmp_path: Path) -> None:
    """What is split may be merged and renamed by other lines, and itself neither merges nor blocks."""
    path = written(tmp_path, *LINES, "[people]", "The Judge = Amina Holt (judge), Amina Holt", '"A | B" = "C = D"')
    merging = read(path)["people"]
    assert merging.groups == {
        "the judge": ("the judge", "amina holt (judge)", "amina holt"),
        "a | b": ("a | b", "c = d"),
    }
    assert "places" not in read(path)


def story(number: int, text: str) -> Capture:
    """An article about Amina Holt, its people given."""
    fields = {"title": f"Story {number}", "text": f"Amina Holt came. {text}", "people": [{"name": "Amina Holt"}]}
    return Capture(
        payload=json.dumps(fields).encode(), content_type=DOCUMENT_TYPE, key=f"story-{number}", source=f"story {number}"
    )


def test_splits_count_from_the_next_reindex_on(tmp_path: Path, run: Callable[..., Ran]) -> None:
    """An index goes by the splits it was built with: what is changed is said, and counts once it is built again."""
    home = tmp_path / "archive"
    home.mkdir()
    (home / "archive.toml").write_text('aliases = "names.txt"\n', encoding="utf-8")
    written(home, "[people]", "Holt (judge) = Amina Holt | court")

    def counts() -> dict[str | None, int]:
        with Archive.open(str(home)) as archive:
            assert list(archive.verify()) == []
            return {count.value: count.documents for count in archive.facet("people")}

    with Archive.open(str(home), create=True) as archive:
        archive.add_captures([story(1, "The court sat."), story(2, "The album is out.")])
    assert counts() == {"Holt (judge)": 1, "Amina Holt": 1}
    written(home, *LINES[1:5], "Amina H. = Amina Holt (singer)", "- Amina Holt")
    with Archive.open(str(home)) as archive:
        assert archive.why_reindex() == "how the aliases split names has changed"
        archive.add_captures([story(3, "The verdict was short.")])
        assert archive.inspect("story-3").document.people[0].name == "Amina Holt (judge)"
    assert counts() == {"Holt (judge)": 1, None: 2}
    ran = run("reindex", home=home)
    assert (ran.code, "how the aliases split names has changed" in ran.err) == (0, True)
    assert counts() == {"Amina Holt (judge)": 2, "Amina H.": 1}
    with Archive.open(str(home)) as archive:
        assert archive.why_reindex() == ""
        assert archive.search('person:"amina holt"').total == 3
        assert archive.search(people=["amina holt (judge)"]).total == 2
        archive.add_captures([story(4, "Her album is out.")])
        assert [(person.name, person.forms) for person in archive.get("story-4").people] == [
            ("Amina H.", ("Amina Holt",))
        ]
    written(home, "[people]", "A = B | *")
    ran = run("status", home=home)
    assert "names.txt, line 2: “*” has no word that could be looked for" in ran.out + ran.err
    ran = run("reindex", home=home)
    assert (ran.code, ran.out) == (2, "")
    assert "names.txt, line 2" in ran.err
