"""Folders of pages with gold, in the formats of the common benchmarks, each made small."""

import gzip
import json
from pathlib import Path

import pytest

from quality import formats
from quality.cases import Case, Moment

PAGE = b"<html><body><h1>Ferry leaves at noon</h1><p>The ferry left at noon, and nobody waved.</p></body></html>"
URL = "https://www.skerrypost.example/ferry"


def write(path: Path, content: bytes | str | object) -> None:
    """A file with its folders; what is neither bytes nor text as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")


def only(folder: Path) -> Case:
    """The one case of a folder."""
    (case,) = formats.load(folder)
    return case


def test_the_samples_have_every_field() -> None:
    """The project's own pages tell all that the document has, and are normalised as captured."""
    cases = {case.name: case for case in formats.load(formats.SAMPLES)}
    case = cases["wire-severny.html"]
    assert case.capture.url == "https://meridianwire.example/2025/09/03/wire-severny"
    assert case.gold.published == Moment("2025-09-03T08:14", "+00:00")
    assert case.gold.authors == ("Farah Quadri",)
    assert case.gold.names is not None
    assert "Arkady Belov" in case.gold.names["people"]
    assert ("2018-01-01", "2018-12-31", "year") in (case.gold.mentioned or ())


def test_article_extraction_benchmark(tmp_path: Path) -> None:
    """ground-truth.json has the bodies, html/ the pages, compressed."""
    write(tmp_path / "ground-truth.json", {"a1": {"articleBody": "The ferry left.", "url": URL}})
    write(tmp_path / "html/a1.html.gz", gzip.compress(PAGE))
    case = only(tmp_path)
    assert (case.set_name, case.name, case.capture.payload, case.capture.url) == ("article-extraction", "a1", PAGE, URL)
    assert case.gold.bodies == ("The ferry left.",)


def test_trafilatura_s_evaluation(tmp_path: Path) -> None:
    """Chunks that must and must not be there; authors parted by semicolons and words; a page that isn't there is left out."""
    known = {
        "file": "a.html",
        "with": ["left at noon"],
        "without": ["Sign up"],
        "author": "Ann Lee; Bo Holm und Cy Rand",
        "date": "2024-05-03",
    }
    write(tmp_path / "tests/evaldata.json", {URL: known, f"{URL}/2": known | {"file": "gone.html"}})
    write(tmp_path / "tests/eval/a.html", PAGE)
    gold = only(tmp_path).gold
    assert (gold.present, gold.absent) == (("left at noon",), ("Sign up",))
    assert gold.authors == ("Ann Lee", "Bo Holm", "Cy Rand")
    assert gold.published == Moment("2024-05-03")
    assert gold.title is None


def test_htmldate_s_evaluation(tmp_path: Path) -> None:
    """All listings with their pages, for the day alone."""
    write(tmp_path / "tests/eval_default.json", {URL: {"file": "a.html", "date": "2024-05-03"}})
    write(tmp_path / "tests/eval_more.json", {f"{URL}/2": {"file": "b.html", "date": "2024-05-04"}})
    write(tmp_path / "tests/test_set/a.html", PAGE)
    write(tmp_path / "tests/cache/b.html", PAGE)
    assert [case.gold.published for case in formats.load(tmp_path)] == [Moment("2024-05-03"), Moment("2024-05-04")]


def test_fundus(tmp_path: Path) -> None:
    """Pages and versions of a publisher go together by age; a body is right with its summary or without."""
    data = tmp_path / "tests/resources/parser/test_data/sk"
    body = {"summary": ["Nobody waved."], "sections": [{"headline": ["Noon"], "paragraphs": ["The ferry left."]}]}
    version = {"title": "Ferry", "authors": ["Ann Lee"], "publishing_date": "2024-05-03 18:20:00+02:00", "body": body}
    write(data / "Post_2024_05_04.html.gz", gzip.compress(PAGE))
    write(data / "meta.info", {"Post_2024_05_04.html.gz": {"url": URL, "crawl_date": "2024-05-04 10:00:00"}})
    write(data / "Post.json", {"V1": version})
    case = only(tmp_path)
    assert set(case.gold.bodies) == {"Noon\n\nThe ferry left.", "Nobody waved.\n\nNoon\n\nThe ferry left."}
    assert case.gold.standfirst == "Nobody waved."
    assert case.gold.published == Moment("2024-05-03T18:20", "+02:00")
    assert case.capture.captured_at is not None
    assert case.capture.captured_at.tzinfo is not None


def test_a_midnight_is_a_day(tmp_path: Path) -> None:
    """A date that such a set writes with a midnight is known to the day."""
    data = tmp_path / "tests/resources/parser/test_data/sk"
    write(data / "Post_2024_05_04.html.gz", gzip.compress(PAGE))
    write(data / "meta.info", {"Post_2024_05_04.html.gz": {"url": URL, "crawl_date": "2024-05-04 10:00:00"}})
    write(data / "Post.json", {"V1": {"publishing_date": "2024-05-03 00:00:00+02:00"}})
    assert only(tmp_path).gold.published == Moment("2024-05-03")


def test_fundus_evaluation(tmp_path: Path) -> None:
    """Paragraphs of bodies in one file."""
    write(tmp_path / "dataset/ground_truth.json", {"a.html.gz": {"body": ["One.", "Two."], "url": URL}})
    write(tmp_path / "dataset/html/a.html.gz", gzip.compress(PAGE))
    assert only(tmp_path).gold.bodies == ("One.\n\nTwo.",)


def test_optional_paragraphs(tmp_path: Path) -> None:
    """A paragraph in brackets may be in the text or not; where there are many, all of them or none."""
    body = {"a.html.gz": ["One.", "[Two.]", "Three."], "b.html.gz": ["One.", *(f"[{number}.]" for number in range(9))]}
    write(tmp_path / "dataset/ground_truth.json", {name: {"body": parts, "url": URL} for name, parts in body.items()})
    for name in body:
        write(tmp_path / f"dataset/html/{name}", gzip.compress(PAGE))
    few, many = (case.gold.bodies for case in formats.load(tmp_path))
    assert few == ("One.\n\nTwo.\n\nThree.", "One.\n\nThree.")
    assert many == ("\n\n".join(["One.", *(f"{number}." for number in range(9))]), "One.")


def test_readability(tmp_path: Path) -> None:
    """The expected page's text is the body; the language without its region."""
    page = tmp_path / "test/test-pages/ferry"
    write(page / "source.html", PAGE)
    write(page / "expected.html", "<div><p>The ferry left.</p><p>Nobody waved.</p></div>")
    write(page / "expected-metadata.json", {"title": "Ferry", "siteName": "The Post", "lang": "EN-us"})
    gold = only(tmp_path).gold
    assert gold.bodies[0].split() == ["The", "ferry", "left.", "Nobody", "waved."]
    assert (gold.title, gold.site, gold.language) == ("Ferry", "The Post", "en")


def test_postlight(tmp_path: Path) -> None:
    """What the tests in JavaScript say of a fixture."""
    code = f"""
    describe('initial test case', () => {{
      const url = '{URL}';
      const html = fs.readFileSync('./fixtures/post/a.html');
      assert.equal(title, `Ferry leaves`);
      assert.equal(author, 'Ann Lee and Bo Holm');
      assert.equal(date_published, '2024-05-03T18:20:00.000Z');
      assert.equal(dek, null);
    """
    write(tmp_path / "src/extractors/custom/post/index.test.js", code)
    write(tmp_path / "fixtures/post/a.html", PAGE)
    gold = only(tmp_path).gold
    assert (gold.title, gold.authors, gold.standfirst) == ("Ferry leaves", ("Ann Lee", "Bo Holm"), None)
    assert gold.published == Moment("2024-05-03T18:20", "+00:00")


def test_wcxb(tmp_path: Path) -> None:
    """Of both splits' pages the articles, with their text, its chunks, title, authors and day."""
    known = {
        "main_content": "The ferry left at noon.",
        "with": ["left at noon"],
        "without": ["Sign up"],
        "title": "Ferry leaves",
        "author": "Ann Lee and Bo Holm",
        "publish_date": "2024-05-03",
    }
    for split, kind in (("dev", "article"), ("test", "article"), ("test", "forum")):
        about = {"url": URL, "ground_truth": known, "_internal": {"page_type": {"primary": kind}}}
        write(tmp_path / split / "ground-truth" / f"{kind}.json", about)
        write(tmp_path / split / "html" / f"{kind}.html.gz", gzip.compress(PAGE))
    cases = list(formats.load(tmp_path))
    assert [case.name for case in cases] == ["dev/article", "test/article"]
    gold = cases[0].gold
    assert (gold.bodies, gold.present, gold.absent) == (("The ferry left at noon.",), ("left at noon",), ("Sign up",))
    assert (gold.title, gold.authors, gold.published) == ("Ferry leaves", ("Ann Lee", "Bo Holm"), Moment("2024-05-03"))


@pytest.mark.parametrize(
    ("rows", "people"),
    [
        ("Ann B-PER\nLee I-PER\nwaved O\n", ("Ann Lee",)),
        ("Ann I-PER\nLee I-PER\nwaved O\n", ("Ann Lee",)),
        ("Ann B-PERSON\nLee E-PERSON\nBo S-PERSON\n", ("Ann Lee", "Bo")),
        ("Ann B-PER\nBo B-PER\n", ("Ann", "Bo")),
        ("Ann\tNNP\tB-PER\n's\tPOS\tO\n", ("Ann",)),
    ],
    ids=["BIO", "IOB", "BIOES", "neighbours", "more columns"],
)
def test_columns_of_words_and_labels(tmp_path: Path, rows: str, people: tuple[str, ...]) -> None:
    """The names of the common labellings, as they stand in the text."""
    write(tmp_path / "a.conll", rows)
    gold = only(tmp_path).gold
    assert gold.surfaces
    assert (gold.names or {})["people"] == people


def test_columns_make_a_text_to_read(tmp_path: Path) -> None:
    """Words are joined as a writer would, sentences are paragraphs, and -DOCSTART- begins another article."""
    rows = '-DOCSTART- O\n\n" O\nHello O\n, O\nAnn B-PER\n! O\n\nNobody O\nwaved O\n\n-DOCSTART- O\n\nOslo B-LOC\n'
    write(tmp_path / "eng.small", rows)
    first, second = formats.load(tmp_path)
    assert first.capture.payload.decode() == '" Hello, Ann!\n\nNobody waved'
    assert (second.gold.names or {})["places"] == ("Oslo",)
    assert first.name != second.name


def test_columns_of_names_within_names(tmp_path: Path) -> None:
    """The outermost label counts: what stands within a name has a column of its own."""
    write(tmp_path / "a.tsv", "The O\nNordic B-Organization B-NORP\nCouncil I-Organization\nmet O\n")
    assert (only(tmp_path).gold.names or {})["organisations"] == ("Nordic Council",)


def test_words_of_columns_are_joined_as_a_writer_would(tmp_path: Path) -> None:
    """Quotes stand at their words, and initials together."""
    words = '“ Yes , ” the U . S . said in the Workers \' Paper , " loudly . "'
    write(tmp_path / "a.conll", "\n".join(f"{word} O" for word in words.split()))
    assert only(tmp_path).capture.payload.decode() == '“Yes,” the U.S. said in the Workers\' Paper, "loudly."'


def test_a_folder_in_no_known_format(tmp_path: Path) -> None:
    """Such a folder is named, with the formats that are known."""
    with pytest.raises(formats.UnknownFormatError, match=r"no format.*trafilatura"):
        list(formats.load(tmp_path))


def test_a_page_always_falls_into_the_same_half() -> None:
    """The halves are of like size, and chance plays no part in them."""
    halves = [case.half for case in formats.load(formats.SAMPLES)]
    assert halves == [case.half for case in formats.load(formats.SAMPLES)]
    assert abs(halves.count("a") - halves.count("b")) < len(halves) / 4
