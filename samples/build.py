"""Make samples/pages, the gold beside each page, feed.jsonl and old-captures.warc.gz from the stories and layouts.

    python samples/build.py [--into FOLDER]

The same stories give the same bytes.
"""

import argparse
import io
import json
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import gold
import pages
import records
from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

HERE = Path(__file__).parent


class Page(NamedTuple):
    name: str
    content: bytes
    gold: records.Gold


def read_toml(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


def read_publishers() -> dict[str, records.Publisher]:
    """The publishers by name; one that is `like` another takes over what it doesn't say itself."""
    tables = {path.stem: read_toml(path) for path in sorted((HERE / "publishers").glob("*.toml"))}
    publishers = {}
    for name, own in tables.items():
        fields = (tables[own["like"]] if "like" in own else {}) | own
        fields.pop("like", None)
        publishers[name] = records.Publisher(**fields)
    return publishers


def read_stories() -> list[records.Story]:
    """All stories; one with `body_from` carries another's text, as syndicated copies do."""
    tables = {path.stem: read_toml(path) for path in sorted((HERE / "stories").glob("*.toml"))}
    stories = []
    for name, table in tables.items():
        source = table.pop("body_from", None)
        body = tables[source]["body"] if source else table.pop("body")
        stories.append(records.Story(name=name, body=body, **table))
    return stories


def build_pages() -> list[Page]:
    publishers = read_publishers()
    countries = read_toml(HERE / "countries.toml")
    seen: dict[str, int] = {}
    built = []
    for story in read_stories():
        number = seen[story.publisher] = seen.get(story.publisher, -1) + 1
        publisher = publishers[story.publisher]
        others = records.other_stories(story, publisher, number)
        built.append(
            Page(
                name=f"{story.name}.{publisher.suffix}",
                content=pages.render(story, publisher, others),
                gold=gold.gold_of(story, publisher, countries, others),
            )
        )
    return built


def as_json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def build_feed() -> bytes:
    """Documents that already have fields, one a line."""
    feed = read_toml(HERE / "feed.toml")["document"]
    return b"".join(json.dumps(document, ensure_ascii=False).encode() + b"\n" for document in feed)


def build_warc(built: list[Page]) -> bytes:
    """A WARC file, a gzip member a record: captures as old as captures.toml says, with its changes to the pages."""
    by_name = {page.name: page for page in built}
    buffer = io.BytesIO()
    stream = GzipWriter(buffer)
    for number, capture in enumerate(read_toml(HERE / "captures.toml")["capture"]):
        page = by_name[capture["page"]]
        body = page.content
        for before, after in capture.get("changes", []):
            if before.encode() not in body:
                raise SystemExit(f"captures.toml: {capture['page']} doesn't hold {before!r}")
            body = body.replace(before.encode(), after.encode())
        record = WarcRecord()
        record.init_headers(WarcRecordType.response, f"uuid:00000000-0000-4000-8000-{number:012}".encode())
        record.headers["WARC-Date"] = capture["captured_at"]
        record.headers["WARC-Target-URI"] = page.gold["capture"]["url"]
        record.headers["Content-Type"] = "application/http;msgtype=response"
        content_type = page.gold["capture"]["content_type"]
        head = f"HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n"
        record.set_bytes_content(head.encode() + body)
        record.write(stream, checksum_data=True)
        stream.finish()  # a gzip member a record
    stream.close()
    return buffer.getvalue()


def build(into: Path) -> None:
    folder = into / "pages"
    folder.mkdir(parents=True, exist_ok=True)
    built = build_pages()
    for page in built:
        (folder / page.name).write_bytes(page.content)
        (folder / f"{page.name}.gold.json").write_bytes(as_json(page.gold))
    wanted = {page.name for page in built} | {f"{page.name}.gold.json" for page in built}
    for path in folder.iterdir():
        if path.name not in wanted:
            path.unlink()
    (into / "feed.jsonl").write_bytes(build_feed())
    (into / "old-captures.warc.gz").write_bytes(build_warc(built))


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the sample pages and their gold.")
    parser.add_argument("--into", type=Path, default=HERE, help="folder to write to (default: samples/)")
    build(parser.parse_args().into)


if __name__ == "__main__":
    main()
