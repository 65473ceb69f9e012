"""How good the order of hits is: nDCG@10 over queries whose answers were judged beforehand, beside plain BM25.

Usage: bench_ranking.py [FOLDER ...] [--elasticsearch URL] [--errors SEED] [--each] [--keep FOLDER].

Without a folder it measures the samples, by `judged.toml`. A folder holds a collection in the layout of BEIR:
`corpus.jsonl` (`_id`, `title`, `text`), `queries.jsonl` (`_id`, `text`), `qrels/test.tsv` (query, document, grade).

Four columns: plain BM25 (title and text as one, stems, any word; pairs of Chinese, Japanese and Korean characters);
`archive search` as it is; the hits that have every word; and all that have any. `--errors` mistypes one of the longer
words of each query, by a rule, the same for the same seed.
"""

import argparse
import json
import math
import random
import re
import secrets
import tempfile
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote

from archiver import Archive
from archiver.analysis import fold_all, pair_runs, stem_all, tokens
from archiver.errors import QueryError
from archiver.fields import STEMMED_LANGUAGES
from archiver.query.tree import Group, Node, Query, Word

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "samples"
DEPTH = 10
ADDRESS = "https://collection.example/"

Grades = dict[str, int]
Ranking = Callable[[str], list[str]]


class Judged(NamedTuple):
    """A query, its kind, and the grades of the documents that answer it, by their names."""

    text: str
    kind: str
    grades: Grades


class Collection(NamedTuple):
    """What is measured: where its documents are, its queries, and the name of a document with this title and address."""

    name: str
    source: str
    queries: list[Judged]
    name_of: Callable[[str | None, str | None], str]


def ndcg(ranked: list[str], grades: Grades, depth: int = DEPTH) -> float:
    """Normalised discounted cumulative gain of the first hits: 1 where the best ones come first, in their order."""
    ideal = sorted(grades.values(), reverse=True)
    return _gain([grades.get(name, 0) for name in ranked[:depth]]) / _gain(ideal[:depth])


def _gain(grades: list[int]) -> float:
    return sum(grade / math.log2(rank + 2) for rank, grade in enumerate(grades))


def mistyped(text: str, rng: random.Random) -> str:
    """The text with one letter swapped with the next, dropped or doubled, within one word of six letters or more."""
    words = [match for match in re.finditer(r"[^\W\d_]{6,}", text) if match[0].isascii()]
    if not words:
        return text
    word = rng.choice(words)
    at = word.start() + rng.randrange(1, len(word[0]) - 2)
    change = rng.choice((text[at + 1] + text[at], text[at], text[at] * 2 + text[at + 1]))
    return text[:at] + change + text[at + 2 :]


# The collections.


def samples() -> Collection:
    """The project's own samples and what `judged.toml` says of them; their titles tell them apart."""
    names = {}
    for path in sorted((SAMPLES / "pages").glob("*.gold.json")):
        names[json.loads(path.read_text("utf-8"))["title"]] = path.name.split(".")[0]
    for line in (SAMPLES / "feed.jsonl").read_text("utf-8").splitlines():
        document = json.loads(line)
        names[document["title"]] = document["url"].rpartition("/")[2]
    queries = tomllib.loads((HERE / "judged.toml").read_text("utf-8"))["query"]
    for query in queries:
        assert set(query["grades"]) <= set(names.values()), query
    return Collection(
        "samples", str(SAMPLES), [Judged(**query) for query in queries], lambda title, _: names[title or ""]
    )


def collection(folder: Path, temporary: Path) -> Collection:
    """A collection in the layout of BEIR, whose documents are written as the archive's JSON lines."""
    source = temporary / f"{folder.name}.jsonl"
    with source.open("w", encoding="utf-8") as file:
        for row in _rows(folder / "corpus.jsonl"):
            url = ADDRESS + quote(row["_id"], safe="")
            file.write(json.dumps({"url": url, "title": row.get("title") or None, "text": row["text"]}) + "\n")
    grades: dict[str, Grades] = defaultdict(dict)
    for line in (folder / "qrels" / "test.tsv").read_text("utf-8").splitlines():
        query, document, grade = line.split("\t")
        if grade.isdigit() and int(grade):
            grades[query][document] = int(grade)
    queries = [
        Judged(row["text"], "", grades[row["_id"]]) for row in _rows(folder / "queries.jsonl") if row["_id"] in grades
    ]
    return Collection(folder.name, str(source), queries, lambda _, url: unquote((url or "").removeprefix(ADDRESS)))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


# The rankings.


class PlainBM25:
    """BM25 over title and text as one field of stems, whichever words match: what any engine gives unasked."""

    K1, B = 1.2, 0.75

    def __init__(self, documents: Iterable[tuple[str, str, str | None]]) -> None:
        """Of each document its name, its title and text, and its language."""
        self._counts: dict[str, dict[str, int]] = defaultdict(dict)
        self._lengths: dict[str, int] = {}
        self._languages: set[str | None] = set()
        for name, text, language in documents:
            words = _terms(text, language)
            self._lengths[name] = len(words)
            self._languages.add(language)
            for word, count in Counter(words).items():
                self._counts[word][name] = count
        self._mean = sum(self._lengths.values()) / max(1, len(self._lengths))

    def __call__(self, text: str) -> list[str]:
        """The names of the best documents."""
        scores: dict[str, float] = defaultdict(float)
        for language in sorted({language if language in STEMMED_LANGUAGES else "" for language in self._languages}):
            for word in _terms(text, language):
                found = self._counts.get(word, {})
                rarity = math.log1p((len(self._lengths) - len(found) + 0.5) / (len(found) + 0.5))
                for name, count in found.items():
                    norm = self.K1 * (1 - self.B + self.B * self._lengths[name] / self._mean)
                    scores[name] += rarity * count * (self.K1 + 1) / (count + norm)
        return sorted(scores, key=lambda name: (-scores[name], name))[:DEPTH]


def _terms(text: str, language: str | None) -> list[str]:
    """The stems of the text as terms of its language, and its pairs of Chinese, Japanese or Korean characters."""
    stemmed = language in STEMMED_LANGUAGES
    words = stem_all(tokens(text), language or "") if stemmed else fold_all(tokens(text))
    pairs = [pair for is_cjk, run in pair_runs(text) if is_cjk for pair in run[:-1]]
    return [f"{language if stemmed else ''}:{word}" for word in words] + pairs


def as_searched(archive: Archive, measured: Collection, refused: list[str]) -> Ranking:
    """`archive search`, as a user types it; what it refuses to read finds nothing, and is noted."""

    def rank(text: str) -> list[str]:
        try:
            page = archive.search(text, limit=DEPTH, facets=())
        except QueryError:
            refused.append(text)
            return []
        return [measured.name_of(hit.title, hit.url) for hit in page.hits]

    return rank


def of_words(archive: Archive, measured: Collection, operator: str) -> Ranking:
    """The words of the query and nothing else of it: every one has to match (`and`), or any (`or`)."""

    def rank(text: str) -> list[str]:
        words: list[Node] = [Word(word) for word in _words(text)]
        tree: Node = Group("and" if operator == "and" else "or", tuple(words)) if len(words) > 1 else words[0]
        page = archive.reader.search(Query(tree, limit=DEPTH, highlight=False))
        return [measured.name_of(hit.title, hit.url) for hit in page.hits]

    return rank


def _words(text: str) -> list[str]:
    runs = pair_runs(text) or [(False, fold_all(tokens(text)))]
    return [word for is_cjk, run in runs for word in (run[:-1] if is_cjk and len(run) > 1 else run)]


# Measuring.


def measure(archive: Archive, measured: Collection, queries: list[Judged], *, each: bool = False) -> None:
    """Print a line for each kind of query, and one for all of them; before that, if wanted, one for each query."""
    refused: list[str] = []
    documents = map(json.loads, archive.export())
    rankings: list[Ranking] = [
        PlainBM25(
            (measured.name_of(each["title"], each["url"]), f"{each['title'] or ''}\n{each['text']}", each["language"])
            for each in documents
        ),
        as_searched(archive, measured, refused),
        of_words(archive, measured, "and"),
        of_words(archive, measured, "or"),
    ]
    scores: dict[str, list[list[float]]] = defaultdict(list)
    for query in queries:
        ranked = [rank(query.text) for rank in rankings]
        row = [ndcg(names, query.grades) for names in ranked]
        if each:
            hits = " ".join(f"{name}:{query.grades.get(name, 0)}" for name in ranked[1])
            print(f"  {query.text}\n      {' '.join(f'{score:.2f}' for score in row)}  {hits}")
        for kind in {query.kind, "all"}:
            scores[kind].append(row)
    everything = scores.pop("all")
    for kind, rows in [*(scores.items() if len(scores) > 1 else ()), ("all", everything)]:
        means = (sum(column) / len(rows) for column in zip(*rows, strict=True))
        print(f"  {kind:12} {len(rows):4}  " + "".join(f"{mean:12.3f}" for mean in means), flush=True)
    if refused:
        print(f"  {len(refused)} of the queries couldn't be read, and count as if they had found nothing: {refused[0]}")


@contextmanager
def opened(measured: Collection, folder: Path, elasticsearch: str | None, *, keep: bool) -> Iterator[Archive]:
    """An archive of the collection, indexed there; one that was kept is used as it is."""
    home = folder / measured.name
    if not home.is_dir():
        home.mkdir(parents=True)
        if elasticsearch:
            alias = f"ranking-{measured.name}-{secrets.token_hex(4)}".lower()
            (home / "archive.toml").write_text(f'elasticsearch = "{elasticsearch}"\nelasticsearch_alias = "{alias}"\n')
        with Archive.open(str(home), create=True) as archive:
            archive.add(measured.source)
    with Archive.open(str(home)) as archive:
        try:
            yield archive
        finally:
            if elasticsearch and not keep:
                remove_indexes(elasticsearch, archive.settings.elasticsearch_alias)


def remove_indexes(url: str, alias: str) -> None:
    """Leave nothing on the server."""
    from elasticsearch import Elasticsearch

    with Elasticsearch(url) as client:
        for name in client.indices.get(index=f"{alias}-*"):
            client.indices.delete(index=name)


def main() -> None:
    """Measure the collections, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="a collection in the layout of BEIR")
    parser.add_argument("--elasticsearch", metavar="URL", help="measure that engine, too, on this server")
    parser.add_argument("--errors", type=int, metavar="SEED", help="mistype a word of each query")
    parser.add_argument("--each", action="store_true", help="print each query with its figures and hits, too")
    parser.add_argument(
        "--keep", type=Path, metavar="FOLDER", help="keep the archives here, and use those that are here"
    )
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        print(f"  {'':12}       {'plain BM25':>12}{'as searched':>12}{'every word':>12}{'any word':>12}")
        for measured in [collection(folder, work) for folder in arguments.folders] or [samples()]:
            queries = measured.queries
            if arguments.errors is not None:
                rng = random.Random(arguments.errors)
                queries = [query._replace(text=mistyped(query.text, rng)) for query in queries]
            for engine in ("embedded", *(["elasticsearch"] if arguments.elasticsearch else ())):
                print(f"{measured.name}, {engine}", flush=True)
                kept = (arguments.keep or work) / engine
                where = arguments.elasticsearch if engine == "elasticsearch" else None
                with opened(measured, kept, where, keep=bool(arguments.keep)) as archive:
                    measure(archive, measured, queries, each=arguments.each)


if __name__ == "__main__":
    main()
