"""The formats of the common article-extraction benchmarks: a folder is known by its files.

What a set's gold doesn't mean as we do is left out: the bylines of readability's pages have the roles in them, say.
"""

import ast
import datetime as dt
import gzip
import json
import re
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

from archiver.document import Capture
from quality.cases import KINDS, Case, Gold, Moment
from quality.columns import columns, is_columns

_SHORTEST_DAY = len("2025-01-01")
SAMPLES = Path(__file__).parent.parent / "samples" / "pages"
_PEOPLE = re.compile(r"[;,]\s*|\s+(?:and|und|y)\s+|\s*&\s*")  # between the authors that a gold writes as one text
_MOST_OPTIONAL = 4  # paragraphs
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CHARSET = re.compile(r"charset=[\"']?([\w-]+)")


class UnknownFormatError(ValueError):
    """A folder that is in no format that is known here."""


def load(folder: Path) -> Iterator[Case]:
    """The cases of a folder in one of the formats below, read one by one. Raises UnknownFormatError at once for a folder in none."""
    cases = next((cases for is_format, cases in _FORMATS if is_format(folder)), None)
    if cases:
        return iter(cases(folder))
    raise UnknownFormatError(
        f"{folder} is in no format that is known here: samples, article-extraction-benchmark, trafilatura's or htmldate's "
        "tests, fundus' tests or evaluation, readability's test pages, postlight's fixtures, wcxb, columns of words and labels."
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
                url=about.get("url"),
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
                names={kind: tuple(entity["name"] for entity in known[kind]) for kind in KINDS},
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
    """The evaluation of trafilatura: chunks that must and must not be there, title, authors, day, site."""
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
                authors=tuple(part for name in names for part in _PEOPLE.split(name.strip())) if names else None,
                site=known.get("sitename") or None,
                published=Moment(known["date"]) if known.get("date") else None,
            ),
        )


def htmldate(folder: Path) -> Iterator[Case]:
    """The evaluation of htmldate: the day of publication or of the last change."""
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
    """The tests of fundus: a folder a country; a JSON file a publisher, with a document for each version of its parser."""
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
    """The evaluation of fundus: dataset/ground_truth.json with paragraphs, and dataset/html.

    A paragraph in brackets may be there or not.
    """
    for name, known in json.loads((folder / "dataset/ground_truth.json").read_text("utf-8")).items():
        yield Case(
            set_name="fundus-evaluation",
            name=name,
            capture=_capture(gzip.decompress((folder / "dataset/html" / name).read_bytes()), known.get("url")),
            gold=Gold(bodies=tuple(_variants(known["body"]))),
        )


def _variants(paragraphs: list[str]) -> Iterator[str]:
    """The texts with and without each paragraph in brackets; only with all and without any where they are many."""
    maybe = [at for at, text in enumerate(paragraphs) if text.startswith("[") and text.endswith("]")]
    few = len(maybe) <= _MOST_OPTIONAL
    for wanted in product((True, False), repeat=len(maybe)) if few else ((True,) * len(maybe), (False,) * len(maybe)):
        without = {at for at, kept in zip(maybe, wanted, strict=True) if not kept}
        yield "\n\n".join(
            text[1:-1] if at in maybe else text for at, text in enumerate(paragraphs) if at not in without
        )


def readability(folder: Path) -> Iterator[Case]:
    """The test pages of readability: source.html, expected.html and expected-metadata.json."""
    import lxml.html  # type: ignore[import-untyped]

    for page in sorted((folder / "test/test-pages").iterdir()):
        about = page / "expected-metadata.json"
        if not about.exists():
            continue
        known = json.loads(about.read_text("utf-8"))
        body = lxml.html.fromstring((page / "expected.html").read_text("utf-8"))
        yield Case(
            set_name="readability",
            name=page.name,
            capture=_capture((page / "source.html").read_bytes(), None),
            gold=Gold(
                bodies=(_text(body),),
                title=known.get("title"),
                site=known.get("siteName"),
                language=(known.get("lang") or "").partition("-")[0].lower() or None,
            ),
        )


def _text(root: Any) -> str:
    for element in root.iter("p", "div", "li", "h1", "h2", "h3", "h4", "br", "td", "pre", "blockquote"):
        element.tail = "\n" + (element.tail or "")
    return str(root.text_content())


_EQUAL = re.compile(
    r"assert\.equal\(\s*(?P<name>title|author|date_published|dek)\s*,"
    r"\s*(?P<value>'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|`[^`]*`|null)"
)
_FIXTURE = re.compile(r"readFileSync\(\s*'\./(fixtures/[^']+)'")
_ADDRESS = re.compile(r"url =\s*'([^']+)'")


def postlight(folder: Path) -> Iterator[Case]:
    """The parser of postlight: its tests, in JavaScript, name a fixture and what title, author and date must be."""
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
                    authors=tuple(_PEOPLE.split(author)) if author else None,
                    published=_moment(dt.datetime.fromisoformat(date)) if date else None,
                ),
            )


def wcxb(folder: Path) -> Iterator[Case]:
    """The web content extraction benchmark: dev and test, each ground-truth/ID.json and html/ID.html.gz; of its pages the articles."""
    for path in sorted(folder.glob("*/ground-truth/*.json")):
        about = json.loads(path.read_text("utf-8"))
        if about.get("_internal", {}).get("page_type", {}).get("primary") != "article":
            continue
        known = about["ground_truth"]
        author = known.get("author")
        yield Case(
            set_name="wcxb",
            name=f"{path.parent.parent.name}/{path.stem}",
            capture=_capture(
                gzip.decompress((path.parent.parent / "html" / f"{path.stem}.html.gz").read_bytes()), about.get("url")
            ),
            gold=Gold(
                bodies=(known["main_content"],) if known.get("main_content") else (),
                present=tuple(known.get("with") or ()),
                absent=tuple(known.get("without") or ()),
                title=known.get("title") or None,
                authors=tuple(_PEOPLE.split(author.strip())) if author else None,
                published=Moment(known["publish_date"]) if _DAY.fullmatch(known.get("publish_date") or "") else None,
            ),
        )


_FORMATS: tuple[tuple[Callable[[Path], bool], Callable[[Path], Iterator[Case]]], ...] = (
    (lambda folder: any(folder.glob("*.gold.json")), samples),
    (lambda folder: (folder / "ground-truth.json").exists(), article_extraction),
    (lambda folder: (folder / "tests/evaldata.json").exists(), trafilatura),
    (lambda folder: (folder / "tests/eval_default.json").exists(), htmldate),
    (lambda folder: (folder / "tests/resources/parser/test_data").is_dir(), fundus),
    (lambda folder: (folder / "dataset/ground_truth.json").exists(), fundus_evaluation),
    (lambda folder: (folder / "test/test-pages").is_dir(), readability),
    (lambda folder: (folder / "src/extractors/custom").is_dir(), postlight),
    (lambda folder: (folder / "dev/ground-truth").is_dir(), wcxb),
    (is_columns, columns),
)
