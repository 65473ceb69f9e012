"""What sites repeat, in an archive: learnt from its log, kept in files, and counted from a re-index on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from archiver import Archive
from archiver.errors import ArchiveError, UsageError
from archiver.learnt import Boilerplate, LearntText, SiteBoilerplate
from tests.makers_of_sites import APPEAL, page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SITE = "tarnpost.example"
OTHER = "The tower clock of Tarn is wound by hand each morning, and readers who come to see it are given tea."


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An archive of twelve articles of one site, which has nothing learnt of it."""
    with Archive.open(str(tmp_path / "archive"), create=True) as opened:
        opened.add_captures(map(page, range(12)))
        yield opened


def text_of(archive: Archive, number: int) -> str:
    """The text of an article, by its number."""
    return archive.get(f"https://www.{SITE}/news/{number}").text


def write(archive: Archive, old: str, new: str) -> None:
    """Edit the site's file as a person would."""
    path = Boilerplate(archive.settings.home).path(SITE)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_reindex_learns_and_cuts(archive: Archive) -> None:
    """What all articles of a site repeat is gone from them after a re-index, and is told with numbers and a name."""
    assert APPEAL in text_of(archive, 3)
    archive.reindex()
    assert APPEAL not in text_of(archive, 3)
    assert ("learnt", APPEAL) in [
        (part.label, part.text) for part in archive.get(f"https://www.{SITE}/news/3").discarded
    ]
    [known] = archive.boilerplate()
    assert (known.site, known.name, known.pages) == (SITE, "The Tarn Post", 12)
    assert [(each.text, each.pages) for each in known.texts] == [(APPEAL, 12)]
    assert archive.get(known.texts[0].example).site == "The Tarn Post"
    assert archive.why_reindex() == ""
    assert list(archive.verify()) == []


def test_what_was_learnt_counts_from_the_next_reindex_on(archive: Archive) -> None:
    """After learning alone, articles stay as they are, those that are added too, and the status says what is to be done."""
    learned = archive.learn_boilerplate()
    assert (len(learned.sites), learned.new, learned.gone, learned.compared) == (1, 1, 0, 12)
    assert "boilerplate has changed" in archive.status().outdated
    archive.add_captures([page(20)])
    assert APPEAL in text_of(archive, 20)
    archive.reindex(learn=False)
    assert archive.status().outdated == ""
    assert APPEAL not in text_of(archive, 20)


def test_an_index_keeps_its_own_context(archive: Archive) -> None:
    """What is taken back stays cut in the index that was built with it, until there is a new one; so it does on going back."""
    archive.reindex()
    archive.keep_boilerplate(SITE, "1")
    archive.add_captures([page(20)])
    assert APPEAL not in text_of(archive, 20)
    archive.reindex()
    assert APPEAL in text_of(archive, 20)
    archive.use_generation()
    archive.add_captures([page(21)])
    assert APPEAL not in text_of(archive, 21)
    assert list(archive.verify()) == []


def test_what_was_taken_back_stays_so(archive: Archive) -> None:
    """Learning again doesn't cut what a person has kept; cutting it again is another decision."""
    archive.learn_boilerplate()
    assert archive.keep_boilerplate("The Tarn Post", APPEAL).texts[0].keep
    assert archive.learn_boilerplate().new == 0
    archive.reindex()
    assert APPEAL in text_of(archive, 3)
    assert not archive.cut_boilerplate(f"https://{SITE}/any", "1").texts[0].keep
    archive.reindex()
    assert APPEAL not in text_of(archive, 3)


def test_what_is_written_by_hand_is_cut(archive: Archive) -> None:
    """A text that a person adds to the file is cut, is kept when learning again, and `keep = true` works there too."""
    archive.add_captures([page(20, [OTHER, APPEAL])])
    archive.learn_boilerplate()
    write(archive, "[[text]]", f'[[text]]\ntext = "{OTHER}"\n\n[[text]]\nkeep = true')
    archive.reindex()
    assert OTHER not in text_of(archive, 20)
    assert APPEAL in text_of(archive, 20)
    assert [(each.text, each.keep) for each in archive.boilerplate(SITE)[0].texts] == [(APPEAL, True), (OTHER, False)]


def test_a_reindex_that_was_stopped_goes_on_with_what_it_knew(archive: Archive) -> None:
    """A re-index that is stopped goes on as it began, unless a person has decided otherwise meanwhile."""
    begun = _stopped_reindex(archive)
    archive.add_captures(page(number, [OTHER]) for number in range(40, 60))
    done = archive.reindex()
    assert (done.name, done.resumed) == (begun, True)
    assert OTHER in text_of(archive, 40)
    begun = _stopped_reindex(archive)
    archive.keep_boilerplate(SITE, APPEAL)
    assert archive.reindex().name != begun
    assert APPEAL in text_of(archive, 3)


def _stopped_reindex(archive: Archive) -> str:
    """Begin a re-index that is stopped while it writes; the name of its generation."""

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        archive.reindex(stop)
    return archive.engine.generations()[-1].name


def test_a_purge_keeps_what_the_index_goes_by(archive: Archive) -> None:
    """After a purge, which writes the index anew, what is added goes on being cut by what the index was built with."""
    archive.reindex()
    archive.keep_boilerplate(SITE, "1")
    archive.purge(f"https://www.{SITE}/news/0")
    archive.add_captures([page(20)])
    assert APPEAL not in text_of(archive, 20)


def test_articles_that_are_gone_teach_nothing(archive: Archive) -> None:
    """Where a site's articles were removed, learning again forgets what they repeated."""
    archive.learn_boilerplate()
    for number in range(12):
        archive.remove(f"https://www.{SITE}/news/{number}")
    assert archive.learn_boilerplate() == ((), 0, 1, 0)
    assert archive.boilerplate() == ()


def test_pages_without_an_address_are_learnt_from(tmp_path: Path) -> None:
    """Saved pages are of the site that they state as their own."""
    for number in range(8):
        link = f"<link rel=canonical href='https://{SITE}/{number}'></head>".encode()
        (tmp_path / f"{number}.html").write_bytes(page(number).payload.replace(b"</head>", link))
    with Archive.open(str(tmp_path / "archive"), create=True) as archive:
        archive.add(*(str(path) for path in tmp_path.glob("*.html")))
        assert [each.site for each in archive.learn_boilerplate(SITE).sites] == [SITE]


def test_one_site_alone(archive: Archive) -> None:
    """Learning one site leaves what is known of others; a site without articles is told."""
    archive.add_captures(page(number, [OTHER], site="fellpost.example") for number in range(10))
    archive.learn_boilerplate("fellpost.example")
    assert [each.site for each in archive.boilerplate()] == ["fellpost.example"]
    archive.learn_boilerplate(SITE)
    assert [each.site for each in archive.boilerplate()] == ["fellpost.example", SITE]
    with pytest.raises(UsageError, match=r"no article of “nowhere\.example”"):
        archive.learn_boilerplate("nowhere.example")


def test_mistakes_are_told(archive: Archive) -> None:
    """An unknown site, text or number, and a file that can't be read, are told with what to do."""
    archive.learn_boilerplate()
    with pytest.raises(UsageError, match=r"Is “tarnpost\.example” meant"):
        archive.boilerplate("tarnpots.example")
    with pytest.raises(UsageError, match="none of the 1 texts"):
        archive.keep_boilerplate(SITE, "2")
    write(archive, "[[text]]", "[[text")
    with pytest.raises(ArchiveError, match=r"can't be read.*Mend it"):
        archive.boilerplate(SITE)
    assert "can't be read" in archive.status().trouble
    assert archive.status().outdated == ""
    with pytest.raises(ArchiveError, match="Mend it"):
        archive.why_reindex()
    archive.add_captures([page(20)])
    assert APPEAL in text_of(archive, 20)


def test_a_file_of_another_site_is_told(archive: Archive) -> None:
    """A file that says it is of another site than its name isn't passed over: the file, its site and what to do are named."""
    archive.learn_boilerplate()
    write(archive, f'site = "{SITE}"', 'site = "../../elsewhere"')
    with pytest.raises(
        ArchiveError, match=r"tarnpost\.example\.toml says that it is of the site “\.\./\.\./elsewhere”"
    ):
        archive.boilerplate(SITE)
    assert "rename the file" in archive.status().trouble


def test_an_empty_text_is_told(archive: Archive) -> None:
    """A text of nothing but spaces, which would cut nothing, isn't passed over."""
    archive.learn_boilerplate()
    write(archive, f'text = "{APPEAL}"', 'text = " "')
    with pytest.raises(ArchiveError, match=r"tarnpost\.example\.toml: text 1 of 1 is empty"):
        archive.boilerplate(SITE)


@pytest.mark.parametrize(
    "text", ['"quoted" \\ back', "control \x7f and \u202e mark", "emoji 📰", "Ünïcödé", "[[text]]", "a = 'b' # c"]
)
def test_any_text_comes_back_from_the_file(tmp_path: Path, text: str) -> None:
    """Whatever a text holds, it is written so that it is read as it was."""
    files = Boilerplate(str(tmp_path))
    known = SiteBoilerplate(site="a/../../b", name=text, texts=(LearntText(text=text, pages=7, learnt="2025-01-01"),))
    files.put(known)
    assert files.sites() == (known,)
    assert [path.parent.name for path in tmp_path.rglob("*.toml")] == ["boilerplate"]


def test_what_an_index_was_built_with_is_kept_only_while_it_is_there(archive: Archive) -> None:
    """With the last generation that was built with it, what was kept for that goes."""
    archive.reindex()
    frozen = Boilerplate(archive.settings.home).folder / "frozen"
    [kept] = frozen.iterdir()
    assert json.loads(kept.read_text(encoding="utf-8"))["boilerplate"] == {SITE: [APPEAL]}
    archive.keep_boilerplate(SITE, "1")
    archive.reindex()
    archive.drop_generations()
    assert [path.name for path in frozen.iterdir()] == [kept.name]
    archive.reindex()
    archive.drop_generations()
    assert list(frozen.iterdir()) == []
