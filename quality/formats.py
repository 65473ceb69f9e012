"""The formats of the common article-extraction benchmarks: a folder is known by its files."""

import ast
import datetime as dt
import gzip
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from archiver.document import Capture
from quality.cases import Case, Gold, Moment

_SHORTEST_DAY = len("2025-01-01")
_LONGEST_NAME = 120
SAMPLES = Path(__file__).parent.parent / "samples" / "pages"
_KINDS = ("people", "organisations", "places")
_CHARSET = re.compile(r"charset=[\"']?([\w-]+)")


def load(folder: Path) -> Iterator[Case]:
    """The cases of a folder in one of the formats below. Raises ValueError for a folder in none."""
    for is_format, cases in _FORMATS:
        if is_format(folder):
            yield from cases(folder)
            return
    raise ValueError(
        f"{folder} is in no format that is known here: samples, article-extraction-benchmark, trafilatura's or htmldate's "
        "tests, fundus' tests or evaluation, readability's test pages, postlight's fixtures, columns of words and labels."
    )


def _capture(payload: bytes, url: str | None, captured: str | None = None) -> Capture:
    moment = dt.datetime.fromisoformat(captured) if captured else None
    if moment is not None and moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.UTC)
    return Capture(payload=payload, content_type="text/html", url=url, captured_at=moment, source=url or "a page")


def samples(folder: Path) -> Iterator[Case]:
    """Pages, each with its NAME.gold.json; see samples/README.rst."""
    for path in sorted(folder.glob("*.gold.json")):
        known = json.loads(path.read_text("utf-8"))
        page = path.with_name(path.name.removesuffix(".gold.json"))
        about = known["capture"]
        captured = about["captured_at"] and dt.datetime.fromisoformat(about["captured_at"])
        date = known["published"]
        yield Case(
            set_name="samples",
            name=page.name,
            capture=Capture(
                payload=page.read_bytes(),
                content_type=about["content_type"],
                url=about["url"],
                captured_at=captured or None,
                source=page.name,
            ),
            gold=Gold(
                bodies=("\n\n".join(known["paragraphs"]),),
                absent=tuple(known["must_not_contain"]),
                title=known["title"],
                standfirst=known["standfirst"],
                authors=tuple(known["authors"]),
                site=known["site"],
                language=known["language"],
                published=date and Moment(date["at"], date["offset"]),
                names={kind: tuple(entity["name"] for entity in known[kind]) for kind in _KINDS},
                mentioned=tuple((date["start"], date["end"], date["precision"]) for date in known["mentioned"]),
            ),
        )


def article_extraction(folder: Path) -> Iterator[Case]:
    """article-extraction-benchmark: ground-truth.json and html/ID.html.gz."""
    for name, known in json.loads((folder / "ground-truth.json").read_text("utf-8")).items():
        payload = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        yield Case(
            set_name="article-extraction",
            name=name,
            capture=_capture(payload, known["url"]),
            gold=Gold(bodies=(known["articleBody"],)),
        )


def trafilatura(folder: Path) -> Iterator[Case]:
    """trafilatura's evaluation: chunks that must and must not be there, title, authors, day, site."""
    for url, known in json.loads((folder / "tests" / "evaldata.json").read_text("utf-8")).items():
        payload = _find(folder / "tests", known["file"])
        if payload is None:
            continue
        authors = known.get("author")
        names = [authors] if isinstance(authors, str) else authors
        yield Case(
            set_name="trafilatura",
            name=known["file"],
            capture=_capture(payload, url),
            gold=Gold(
                present=tuple(known["with"]),
                absent=tuple(known["without"]),
                title=known.get("title") or None,
                authors=tuple(part.strip() for name in names for part in name.split(";")) if names else None,
                site=known.get("sitename") or None,
                published=Moment(known["date"]) if known.get("date") else None,
            ),
        )


def htmldate(folder: Path) -> Iterator[Case]:
    """htmldate's evaluation: the day of publication or of the last change."""
    for listing in sorted((folder / "tests").glob("eval_*.json")):
        for url, known in json.loads(listing.read_text("utf-8")).items():
            payload = _find(folder / "tests", known["file"])
            if payload is not None and isinstance(known.get("date"), str):
                gold = Gold(published=Moment(known["date"]))
                yield Case(set_name="htmldate", name=known["file"], capture=_capture(payload, url), gold=gold)


def _find(folder: Path, name: str) -> bytes | None:
    for place in ("cache", "eval", "test_set"):
        path = folder / place / name
        if path.exists():
            return path.read_bytes()
    return None


def fundus(folder: Path) -> Iterator[Case]:
    """fundus' tests: a folder a country; a JSON file a publisher, with a document for each version of its parser."""
    for about in sorted((folder / "tests/resources/parser/test_data").glob("*/meta.info")):
        pages = json.loads(about.read_text("utf-8"))
        for listing in sorted(about.parent.glob("*.json")):
            own = sorted(page for page in pages if re.fullmatch(rf"{re.escape(listing.stem)}_\d{{4}}.*", page))
            known = json.loads(listing.read_text("utf-8"))
            # Pages and versions are both in the order of their age.
            for page, version in zip(own, known.values(), strict=False):
                path = about.parent / page
                if not path.exists():
                    continue
                yield Case(
                    set_name="fundus",
                    name=f"{about.parent.name}/{page}",
                    capture=_capture(gzip.decompress(path.read_bytes()), pages[page]["url"], pages[page]["crawl_date"]),
                    gold=_fundus_gold(version),
                )


def _fundus_gold(known: dict[str, Any]) -> Gold:
    body = known.get("body") or {"summary": [], "sections": []}
    parts = [line for section in body["sections"] for line in (*section["headline"], *section["paragraphs"])]
    with_summary = "\n\n".join([*body["summary"], *parts])
    date = known.get("publishing_date")
    moment = dt.datetime.fromisoformat(date) if date else None
    return Gold(
        bodies=tuple({"\n\n".join(parts), with_summary}) if parts else (),
        standfirst=" ".join(body["summary"]) or None,
        title=known.get("title"),
        authors=tuple(known["authors"]) if known.get("authors") else None,
        published=_moment(moment) if moment else None,
    )


def _moment(moment: dt.datetime) -> Moment:
    """A midnight is what a day alone is written as."""
    if not (moment.hour or moment.minute):
        return Moment(moment.date().isoformat())
    offset = moment.strftime("%z")
    return Moment(moment.strftime("%Y-%m-%dT%H:%M"), f"{offset[:3]}:{offset[3:5]}" if offset else None)


def fundus_evaluation(folder: Path) -> Iterator[Case]:
    """fundus' evaluation: dataset/ground_truth.json with paragraphs, and dataset/html."""
    for name, known in json.loads((folder / "dataset/ground_truth.json").read_text("utf-8")).items():
        yield Case(
            set_name="fundus-evaluation",
            name=name,
            capture=_capture(gzip.decompress((folder / "dataset/html" / name).read_bytes()), known.get("url")),
            gold=Gold(bodies=("\n\n".join(known["body"]),)),
        )


def readability(folder: Path) -> Iterator[Case]:
    """readability's test pages: source.html, expected.html and expected-metadata.json."""
    import lxml.html

    for page in sorted((folder / "test/test-pages").iterdir()):
        about = page / "expected-metadata.json"
        if not about.exists():
            continue
        known = json.loads(about.read_text("utf-8"))
        body = lxml.html.fromstring((page / "expected.html").read_text("utf-8"))
        byline = known.get("byline")
        yield Case(
            set_name="readability",
            name=page.name,
            capture=_capture((page / "source.html").read_bytes(), None),
            gold=Gold(
                bodies=(_text(body),),
                title=known.get("title"),
                site=known.get("siteName"),
                language=(known.get("lang") or "").partition("-")[0].lower() or None,
                standfirst=None,
                authors=None if byline is None or len(byline) > _LONGEST_NAME else None,
            ),
        )


def _text(root: Any) -> str:
    for element in root.iter("p", "div", "li", "h1", "h2", "h3", "h4", "br", "td", "pre", "blockquote"):
        element.tail = "\n" + (element.tail or "")
    return str(root.text_content())


_EQUAL = re.compile(r"assert\.equal\(\s*(?P<name>title|author|date_published|dek)\s*,\s*(?P<value>'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|`[^`]*`|null)")
_FIXTURE = re.compile(r"readFileSync\(\s*'\./(fixtures/[^']+)'")
_ADDRESS = re.compile(r"url =\s*'([^']+)'")


def postlight(folder: Path) -> Iterator[Case]:
    """postlight's parser: its tests, in JavaScript, name a fixture and what title, author and date must be."""
    for test in sorted((folder / "src/extractors/custom").glob("*/index.test.js")):
        code = test.read_text("utf-8")
        for part in code.split("describe(")[1:]:
            fixture, address = _FIXTURE.search(part), _ADDRESS.search(part)
            if not fixture or not address or not (folder / fixture[1]).exists():
                continue
            known: dict[str, str | None] = {}
            for match in _EQUAL.finditer(part):
                value = match["value"].replace("`", '"""') if match["value"].startswith("`") else match["value"]
                known[match["name"]] = None if value == "null" else ast.literal_eval(value).strip()
            date = known.get("date_published")
            author = known.get("author")
            yield Case(
                set_name="postlight",
                name=fixture[1],
                capture=_capture((folder / fixture[1]).read_bytes(), address[1]),
                gold=Gold(
                    title=known.get("title"),
                    standfirst=known.get("dek"),
                    authors=tuple(re.split(r",\s*|\s+and\s+|\s*&\s*", author)) if author else None,
                    published=_moment(dt.datetime.fromisoformat(date)) if date else None,
                ),
            )


_COLUMNS = {"per": "people", "person": "people", "org": "organisations", "organization": "organisations", "loc": "places",
            "location": "places", "gpe": "places", "facility": "places", "fac": "places"}  # fmt: skip


def columns(folder: Path) -> Iterator[Case]:
    """Words and labels in columns (BIO, IOB or BIOES): a file an article, or articles parted by -DOCSTART-."""
    for path in sorted(folder.iterdir()):
        if path.name.endswith((".tsv", ".bio", ".conll", ".txt", ".4class.tsv")) or path.name.startswith("eng."):
            text = path.read_text("utf-8")
            for number, article in enumerate(re.split(r"^-DOCSTART-.*$", text, flags=re.MULTILINE)):
                sentences = [[line.split() for line in part.split("\n") if line.strip()] for part in re.split(r"\n\s*\n", article)]
                sentences = [[row for row in rows if len(row) > 1] for rows in sentences]
                if any(sentences):
                    yield _columns_case(folder.name, f"{path.name}#{number}", list(filter(None, sentences)))


def _columns_case(set_name: str, name: str, sentences: list[list[list[str]]]) -> Case:
    paragraphs, found = [], {kind: dict[str, None]() for kind in _KINDS}
    split = not any(_HYPHENATED.fullmatch(row[0]) for rows in sentences for row in rows)
    for rows in sentences:
        paragraphs.append(_joined([row[0] for row in rows], split=split))
        start, kind = 0, ""
        for index, row in enumerate([*rows, ["", "O"]]):
            mark, _, label = row[-1].partition("-")
            if kind and (mark in ("O", "B", "S") or label != kind):
                if facet := _COLUMNS.get(kind.lower()):
                    found[facet][_joined([other[0] for other in rows[start:index]], split=split)] = None
                kind = ""
            if mark != "O" and not kind:
                start, kind = index, label
    return Case(
        set_name=set_name,
        name=name,
        capture=Capture(payload="\n\n".join(paragraphs).encode(), content_type="text/plain; charset=utf-8", source=name),
        gold=Gold(bodies=("\n\n".join(paragraphs),), names={kind: tuple(names) for kind, names in found.items()}, surfaces=True),
    )


_HYPHENATED = re.compile(r"[^\W\d]+-[^\W\d]+")
_SPLIT_HYPHEN = re.compile(r"(?<=\w) - (?=\w)")
_SPLIT_OWNER = re.compile(r"(?<=\w) ?(['’]) s\b")
_BEFORE = re.compile(r" (?=(?:[.,;:!?%)\]}]|['’]s\b|n['’]t\b|['’](?:re|ve|ll|d|m)\b))")
_BEHIND = re.compile(r"(?<=[(\[{$£€]) ")


def _joined(words: list[str], *, split: bool = False) -> str:
    """Words with the spaces that a writer would put between them; `split`: hyphens are words of their own in this article."""
    text = _BEHIND.sub("", _BEFORE.sub("", _SPLIT_OWNER.sub(r"\1s", " ".join(words))))
    return _SPLIT_HYPHEN.sub("-", text) if split else text


_FORMATS: tuple[tuple[Callable[[Path], bool], Callable[[Path], Iterator[Case]]], ...] = (
    (lambda folder: any(folder.glob("*.gold.json")), samples),
    (lambda folder: (folder / "ground-truth.json").exists(), article_extraction),
    (lambda folder: (folder / "tests/evaldata.json").exists(), trafilatura),
    (lambda folder: (folder / "tests/eval_default.json").exists(), htmldate),
    (lambda folder: (folder / "tests/resources/parser/test_data").is_dir(), fundus),
    (lambda folder: (folder / "dataset/ground_truth.json").exists(), fundus_evaluation),
    (lambda folder: (folder / "test/test-pages").is_dir(), readability),
    (lambda folder: (folder / "src/extractors/custom").is_dir(), postlight),
    (lambda folder: any(folder.glob("*.tsv")) or any(folder.glob("eng.*")) or any(folder.glob("*.conll")) or any(folder.glob("*.txt")), columns),
)
