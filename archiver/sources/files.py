"""Files and folders → captures: pages as HTML, plain text or Markdown, and files that hold many documents."""

import os
import re
import stat
from collections.abc import Iterator

from archiver.document import Capture
from archiver.errors import SourceError, UsageError
from archiver.keys import clean_url, file_uri
from archiver.sources import sniff
from archiver.sources.base import Fetch, PassedOver, Rejected, SourceOptions, Unchanged, shown_path, too_large
from archiver.sources.companions import belongs_to_page, find_saved_folders
from archiver.sources.mhtml import MHTML_TYPE, read_mhtml
from archiver.sources.saved import find_saved_from

_PAGES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".xht": "application/xhtml+xml",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".mhtml": MHTML_TYPE,
    ".mht": MHTML_TYPE,
}
TAKEN = "HTML, MHTML, text, Markdown, JSON lines, WARC files and feeds can be added"
_JSON_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_WARC = (".warc", ".warc.gz")
_KIND = re.compile(r"\.[a-z0-9]{1,10}")
_ADDRESS = re.compile(r"(?:www\.[^/\s]+\.[^/\s]+|(?:[a-z0-9-]+\.)+[a-z]{2,}/\S*)", re.IGNORECASE)
# What stands beside pages in a folder: not worth opening, and no reason to complain.
_BESIDE = re.compile(
    r"\.(?:avif|bmp|css|csv|eot|gif|ico|jpe?g|m?js|json|map|mp[34]|otf|pdf|png|py|svg|tiff?|toml|ttf|web[mp]"
    r"|webmanifest|woff2?|xml|ya?ml|zip)"
)


def iter_path(path: str, options: SourceOptions, fetch: Fetch) -> Iterator[Capture | Rejected | PassedOver | Unchanged]:
    """The captures of a file, or of all files below a folder in the order of their names.

    In a folder, what isn't a page (style sheets, images) is passed over; a file that is named itself and can't be used
    is refused with a reason. Raises UsageError where one address is given for a file of many documents.
    """
    if not path:
        yield Rejected("“”", "is no name of a file or folder, and no address: was a variable empty?")
        return
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        yield Rejected(shown_path(path), _why_unreadable(error, path))
        return
    if not (stat.S_ISDIR(mode) or stat.S_ISREG(mode)):  # a pipe or a device might never end
        yield Rejected(shown_path(path), "isn't a file: use - to read a page from standard input")
        return
    if not stat.S_ISDIR(mode):
        yield from _read_file(path, options, fetch)
        return
    for found in _walk(path):
        if isinstance(found, str):
            yield from _read_file(found, options, None)
        else:
            yield found


def _walk(folder: str) -> Iterator[str | Rejected | PassedOver]:
    """The regular files below a folder, sorted by name; links are followed, each folder is entered once."""
    entered: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            status = os.stat(path)
            if stat.S_ISREG(status.st_mode):
                yield path
            elif stat.S_ISDIR(status.st_mode) and (status.st_dev, status.st_ino) not in entered:
                entered.add((status.st_dev, status.st_ino))
                if path != folder and os.path.exists(os.path.join(path, "log", "catalogue.sqlite")):
                    continue  # an archive, perhaps the very one: what was removed from it must not come back
                names = sorted(_worth_reading(os.listdir(path)), reverse=True)
                paths = [os.path.join(path, name) for name in names]
                saved_with_pages = find_saved_folders(paths)
                waiting.extend(each for each in paths if each not in saved_with_pages)
            elif not stat.S_ISDIR(status.st_mode):
                yield _passed_over(path)
        except OSError as error:
            yield Rejected(shown_path(path), _why_unreadable(error))


def _worth_reading(names: list[str]) -> list[str]:
    """The names in a folder without hidden ones, what belongs to a page, and the list of what an archive couldn't use."""
    of_an_archive = "log" in names and "index" in names
    known = frozenset(names)
    return [
        name
        for name in names
        if not name.startswith(".")
        and not (of_an_archive and name == "aside.jsonl")
        and not (_is_beside(name) and belongs_to_page(name, known))
    ]


def _is_beside(name: str) -> bool:
    return _BESIDE.fullmatch(os.path.splitext(name)[1].lower()) is not None


def _passed_over(path: str) -> PassedOver:
    suffix = os.path.splitext(path)[1].lower()
    return PassedOver(shown_path(path), suffix if _KIND.fullmatch(suffix) else "")


def _read_file(
    path: str, options: SourceOptions, fetch: Fetch | None
) -> Iterator[Capture | Rejected | PassedOver | Unchanged]:
    """What a file holds; `fetch` is None for one that wasn't named but found in a folder."""
    name = os.path.basename(path).lower()
    suffix = os.path.splitext(name)[1]
    if _is_beside(name) and fetch is None:
        yield _passed_over(path)
        return
    try:
        if name.endswith(_JSON_LINES):
            yield from _read_json_lines(path, options)
        elif name.endswith(_WARC):
            yield from _read_warc(path, options)
        elif suffix in _PAGES:
            page = _read_page(path, _PAGES[suffix], options)
            if isinstance(page, Capture) and sniff.looks_like_feed(page.payload):  # under the name of a page
                yield from _read_unknown(path, options, fetch)
            else:
                yield page
        else:
            yield from _read_unknown(path, options, fetch)
    except OSError as error:
        yield Rejected(shown_path(path), _why_unreadable(error))


def _read_json_lines(path: str, options: SourceOptions) -> Iterator[Capture | Rejected]:
    from archiver.sources.jsonl import iter_json_lines

    _check_no_address(path, options)
    with open(path, "rb") as file:
        # As long as it is now: of the list of what couldn't be used each line is refused, and grows it by one more.
        yield from iter_json_lines(file, shown_path(path), options, end=os.fstat(file.fileno()).st_size)


def _read_warc(path: str, options: SourceOptions) -> Iterator[Capture | Rejected]:
    from archiver.sources.warc import iter_warc

    _check_no_address(path, options)
    with open(path, "rb") as file:
        yield from iter_warc(file, shown_path(path), options)


def _read_feed(path: str, options: SourceOptions, fetch: Fetch) -> Iterator[Capture | Rejected | Unchanged]:
    from archiver.sources.feed import iter_feed

    with open(path, "rb") as file:
        payload = file.read(options.max_bytes + 1)
    yield from iter_feed(payload, options.url, shown_path(path), options, fetch)


def _check_no_address(path: str, options: SourceOptions) -> None:
    if options.url is not None:
        raise UsageError(f"{shown_path(path)} holds documents with addresses of their own: one for all can't be given.")


def _read_unknown(
    path: str, options: SourceOptions, fetch: Fetch | None
) -> Iterator[Capture | Rejected | PassedOver | Unchanged]:
    """A file whose name doesn't tell what it is, by its content. What a feed leads to is fetched only if it was named."""
    head = _head(path)
    if sniff.looks_like_feed(head):
        if fetch is None:
            yield _passed_over(path)
        else:
            yield from _read_feed(path, options, fetch)
    elif sniff.looks_like_html(head):
        yield _read_page(path, "text/html", options)
    elif sniff.looks_like_warc(head):
        yield from _read_warc(path, options)
    elif sniff.looks_like_mhtml(head):
        yield _read_page(path, MHTML_TYPE, options)
    elif fetch is not None:
        yield from _read_unknown_text(path, head, options)
    else:
        yield _passed_over(path)


def _read_unknown_text(path: str, head: bytes, options: SourceOptions) -> Iterator[Capture | Rejected]:
    suffix = os.path.splitext(path)[1].lower()
    if sniff.looks_like_gzip(head):
        yield from _read_gzip(path, options)
    elif sniff.looks_like_json_lines(head):
        yield from _read_json_lines(path, options)
    elif suffix == ".json":
        yield Rejected(shown_path(path), "isn't JSON lines: write each document as one line, for example with jq -c")
    elif _is_beside(path) and not sniff.not_text(head):
        yield Rejected(shown_path(path), f"isn't an article: {TAKEN}")
    else:
        yield _read_page(path, "text/plain", options)


def _read_gzip(path: str, options: SourceOptions) -> Iterator[Capture | Rejected]:
    """A gzip file whose name doesn't tell what is in it."""
    from archiver.sources.budget import Budget
    from archiver.sources.members import DamagedError, MemberReader

    try:
        with open(path, "rb") as file:
            head = MemberReader(file, Budget()).take_some(sniff.HEAD)
    except DamagedError:
        head = b""
    if sniff.looks_like_warc(head):
        yield from _read_warc(path, options)
    elif sniff.looks_like_json_lines(head):
        yield from _read_json_lines(path, options)
    else:
        yield Rejected(shown_path(path), "is gzip data without WARC records or JSON lines in it: unpack it first")


def _head(path: str) -> bytes:
    if not stat.S_ISREG(os.stat(path).st_mode):  # reading a pipe or a device might never end
        return b""
    with open(path, "rb") as file:
        return file.read(sniff.HEAD)


def _read_page(path: str, content_type: str, options: SourceOptions) -> Capture | Rejected:
    status = os.stat(path)
    if not stat.S_ISREG(status.st_mode):
        return Rejected(shown_path(path), "isn't a file: use - to read a page from standard input")
    if status.st_size > options.max_bytes:
        return Rejected(shown_path(path), too_large(status.st_size, options))
    with open(path, "rb") as file:
        payload = file.read(options.max_bytes + 1)
    return page_capture(payload, content_type, file_uri(path), shown_path(path), options)


def page_capture(
    payload: bytes, content_type: str, key: str, source: str, options: SourceOptions
) -> Capture | Rejected:
    """A page that was read from a file or from standard input, or why it isn't one.

    Its key is the address of `options.url`, else the one that it was saved from, else `key`.
    """
    if len(payload) > options.max_bytes:
        return Rejected(source, too_large(None, options))
    if not payload.strip():
        return Rejected(source, "is empty")
    saved = None
    if sniff.looks_like_mhtml(payload) or (content_type == MHTML_TYPE and not sniff.looks_like_html(payload)):
        try:
            payload, content_type, saved = read_mhtml(payload)
        except SourceError as error:
            return Rejected(source, str(error))
    if kind := sniff.not_text(payload):
        return Rejected(source, f"is {kind}, not an article: {TAKEN}")
    if content_type in ("text/plain", MHTML_TYPE) and sniff.looks_like_html(payload):
        content_type = "text/html"
    if content_type == "text/plain" and sniff.looks_like_addresses(payload):
        file = "-" if key.startswith("stdin:") else "FILE"
        return Rejected(source, f"is a list of addresses: “archive add --input-file {file}” adds what they lead to")
    if saved is None and content_type not in ("text/plain", "text/markdown"):
        saved = find_saved_from(payload)
    url = options.url or (saved.url if saved else None)
    imported_at = options.import_time()
    # A page can't have been saved after it was imported: then its clock, or its comment, is wrong.
    saved_at = saved.at if saved and saved.at and saved.at <= imported_at else None
    return Capture(
        payload=payload,
        content_type=_with_charset(content_type, payload),
        url=url,
        key=clean_url(url) if url else key,
        captured_at=saved_at or imported_at,
        captured_exactly=saved_at is not None or options.import_time_is_exact,
        source=source,
    )


def _with_charset(content_type: str, payload: bytes) -> str:
    """The type with the charset that is certain: HTML may declare its own, and of text only UTF-8 proves itself."""
    charset = sniff.charset_of_mark(payload)
    if charset is not None:
        content_type = content_type.partition(";")[0]  # before the mark, another statement doesn't count
    if charset is None and content_type in ("text/plain", "text/markdown"):
        try:
            payload.decode("utf-8")
            charset = "utf-8"
        except UnicodeDecodeError:
            return content_type
    return f"{content_type}; charset={charset}" if charset else content_type


def _why_unreadable(error: OSError | ValueError, given: str = "") -> str:
    """What is wrong with a path; `given` is what the caller typed, if that is the path."""
    if isinstance(error, FileNotFoundError):
        if _ADDRESS.fullmatch(given):
            return f"doesn't exist: there is no such file or folder. If it is an address, write https://{given}"
        return "doesn't exist: there is no such file or folder"
    if isinstance(error, PermissionError):
        return "may not be read: check its permissions"
    return f"can't be read: {getattr(error, 'strerror', None) or error}"
