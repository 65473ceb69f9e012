"""A document that is given as fields, not as a page: checked, and written in one canonical way.

The names are those of `archiver.document.Document`, which `archive export` writes. Two short forms are understood where
people write lines by hand: a date as a string, and entities as a list of names.
"""

import datetime as dt
import difflib
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from archiver.document import Document
from archiver.errors import SourceError
from archiver.fields import find_field
from archiver.keys import clean_url, content_key, document_id

_FIELDS = msgspec.structs.fields(Document)
_NAMES = tuple(field.name for field in _FIELDS)
# Where a document can't do without a value, null says the same as leaving the field out.
_NEVER_NULL = frozenset(field.name for field in _FIELDS if field.default is not None)
_GivenFields = msgspec.defstruct(
    "_GivenFields", [(field.name, field.type | None, None) for field in _FIELDS], frozen=True, kw_only=True
)

_MAX_KEY = 8192  # characters: longer than any address that browsers and servers accept
_MAX_REASON = 200  # characters of what a library says, which may quote a whole value
_MALFORMED = re.compile(r"JSON is malformed: (.+) \(byte (\d+)\)")
_NEARBY = 12  # bytes that are shown on each side of a place where something is wrong
_MAX_NAME = 60  # characters of a name that is compared with those of the fields
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:[.,]\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?)?)?")
_OFFSET = re.compile(r"[+-]\d\d:\d\d")
_TYPE = re.compile(r"`(\w+)(?: \| null)?`")
_TYPES = {
    "str": "text",
    "int": "a number",
    "float": "a number",
    "array": "a list",
    "object": "an object",
    "bool": "true or false",
}
_PRECISIONS = ("year", "month", "day", "minute")


class GivenDocument(NamedTuple):
    """A line of fields: `payload` is canonical (the same fields give the same bytes), with `id` and `key` filled in.

    `captured_at` is the latest of the captures that the line lists, as an archive's export does.
    """

    payload: bytes
    key: str
    url: str | None
    captured_at: dt.datetime | None


def read_given(line: bytes) -> GivenDocument:
    """The document of a line of JSON.

    The key is the line's own `key`, else its `url`, cleaned, else its `id`, else the hash of its content: so a line
    that is added twice is the same document. SourceError says which field isn't as it should be.
    """
    fields = _decoded(line)
    unknown = next((name for name in fields if name not in _NAMES), None)
    if unknown is not None:
        raise SourceError(f"has an unknown field {_shown(unknown)}{_meant(unknown) or _nearest(unknown, _NAMES)}")
    fields = {name: value for name, value in fields.items() if value is not None or name not in _NEVER_NULL}
    _expand_short_forms(fields)
    _check(fields)
    captured_at = _last_capture(fields.pop("captures", ()))
    own_id = fields.pop("id", None)
    key = fields.pop("key", None) or _derived_key(fields, own_id)
    if len(key) > _MAX_KEY:
        raise SourceError(f"has a key of {len(key):,} characters; {_MAX_KEY:,} are allowed")
    payload = msgspec.json.encode({**fields, "id": document_id(key), "key": key}, order="sorted")
    return GivenDocument(payload, key, fields.get("url") or None, captured_at)


def _decoded(line: bytes) -> dict[str, Any]:
    try:
        fields = msgspec.json.decode(line)
    except UnicodeDecodeError as error:
        raise SourceError(f"isn't valid UTF-8 at byte {error.start + 1}: save the file as UTF-8") from error
    except RecursionError as error:
        raise SourceError("isn't a line of JSON: its lists and objects are nested too deep") from error
    except msgspec.DecodeError as error:
        raise SourceError(f"isn't a line of JSON: {_what_is_wrong(str(error), line)}") from error
    if not isinstance(fields, dict):
        raise SourceError('isn\'t a JSON object: a line looks like {"title": "…", "text": "…"}')
    return fields


def _what_is_wrong(message: str, line: bytes) -> str:
    """What msgspec says of a line that is no JSON, with what stands in the place that it means."""
    found = _MALFORMED.fullmatch(message)
    if found is None:
        return "it ends too early" if "truncated" in message else message[:_MAX_REASON]
    at = int(found[2])
    near = line[max(0, at - _NEARBY) : at + _NEARBY].decode("utf-8", "replace")
    return f"{found[1]} at byte {at + 1}, near “{near}”"


def _derived_key(fields: Mapping[str, Any], own_id: str | None) -> str:
    if url := (fields.get("url") or "").strip():
        return clean_url(url)
    if own_id:
        return f"id:{own_id}"
    return content_key("document", msgspec.json.encode(fields, order="sorted"))


def _expand_short_forms(fields: dict[str, Any]) -> None:
    for name in ("published", "modified"):
        if isinstance(fields.get(name), str):
            fields[name] = _stated_date(name, fields[name])
    for name in ("people", "organisations", "places"):
        if isinstance(fields.get(name), list):
            fields[name] = [{"name": item} if isinstance(item, str) else item for item in fields[name]]


def _stated_date(name: str, text: str) -> dict[str, Any]:
    date = _DATE.fullmatch(text.strip())
    if date is None:
        raise SourceError(f"{name}: {_shown(text)} isn't a date: write 2025-09-02T19:49, 2025-09-02, 2025-09 or 2025")
    day, time, offset = "-".join(filter(None, date.groups()[:3])), date[4], date[5]
    at = f"{day}T{time}" if time else day
    precision = _PRECISIONS[sum(part is not None for part in date.groups()[:4]) - 1]
    if offset is not None:
        offset = "+00:00" if offset == "Z" else f"{offset[:3]}:{offset[-2:]}"
    evidence = {"source": "given", "text": text, "at": at, "precision": precision}
    return {"at": at, "precision": precision, "offset": offset, "evidence": [evidence]}


def _check(fields: dict[str, Any]) -> None:
    """SourceError if a field has the wrong type, a date is none, or a span lies outside its text."""
    try:
        given: Any = msgspec.convert(fields, _GivenFields)
    except msgspec.ValidationError as error:
        problem, _, place = str(error).partition(" - at `$")
        where = place.rstrip("`").lstrip(".")
        problem = _TYPE.sub(lambda name: _TYPES.get(name[1], name[1]), problem[:_MAX_REASON])
        raise SourceError(f"{where}: {problem[:1].lower()}{problem[1:]}" if where else problem) from error
    for where, known in _unknown_parts(fields, msgspec.to_builtins(given), ""):
        raise SourceError(f"has an unknown field {_shown(where)}{_nearest(where.rpartition('.')[2], known)}")
    if not any((value or "").strip() for value in (given.title, given.text, given.body)):
        raise SourceError("has neither a title nor a text nor a body: nothing could be found in it")
    for name in ("published", "modified"):
        _check_stated(name, getattr(given, name))
    if given.dateline and given.dateline.date:
        _check_day("dateline.date", given.dateline.date)
    for mention in given.mentioned or ():
        _check_day("mentioned", mention.start)
        _check_day("mentioned", mention.end)
        if mention.start > mention.end:
            raise SourceError(f"mentioned: {mention.start} is after {mention.end}; a period's start comes first")
    _check_spans(given)


def _unknown_parts(given: Any, read: Any, path: str) -> Iterator[tuple[str, list[str]]]:
    """The path of every name below the top that no field has, with the names that are known there."""
    if isinstance(read, dict) and isinstance(given, dict):
        for name, value in given.items():
            if name not in read:
                yield f"{path}{name}", list(read)
            else:
                yield from _unknown_parts(value, read[name], f"{path}{name}.")
    elif isinstance(read, list | tuple) and isinstance(given, list):
        for item, its_reading in zip(given, read, strict=False):
            yield from _unknown_parts(item, its_reading, path)


def _check_stated(name: str, stated: Any) -> None:
    if stated is None or stated.at is None:
        return
    date = _DATE.fullmatch(stated.at)
    parts = [part is not None for part in date.groups()] if date else []
    if date is None or len(stated.at) != (4, 7, 10, 16)[sum(parts[:4]) - 1] or parts[4] or " " in stated.at:
        raise SourceError(
            f"{name}.at: {_shown(stated.at)} isn't written as 2025-09-02T19:49, 2025-09-02, 2025-09 or 2025"
        )
    precision = _PRECISIONS[sum(parts[:4]) - 1]
    if stated.precision != precision:
        raise SourceError(f'{name}.precision: write "{precision}" for {stated.at}')
    if stated.offset is not None and not _OFFSET.fullmatch(stated.offset):
        raise SourceError(f"{name}.offset: {_shown(stated.offset)} isn't an offset such as +05:00")
    whole = stated.at + "2000-01-01T00:00"[len(stated.at) :]
    try:
        dt.datetime.fromisoformat(whole)
    except ValueError:
        raise SourceError(f"{name}.at: there is no {stated.at} in the calendar") from None


def _check_day(name: str, day: str) -> None:
    try:
        dt.date.fromisoformat(day)
    except ValueError:
        raise SourceError(f"{name}: {_shown(day)} isn't a day such as 2025-09-02") from None


def _check_spans(given: Any) -> None:
    texts = {"title": given.title, "standfirst": given.standfirst, "body": given.text}
    entities = (*(given.people or ()), *(given.organisations or ()), *(given.places or ()))
    for place in (*(given.mentioned or ()), *(mention for entity in entities for mention in entity.mentions)):
        start, end = place.span
        if not 0 <= start <= end <= len(texts[place.zone] or ""):
            zone = "text" if place.zone == "body" else place.zone
            raise SourceError(f"has a span [{start}, {end}] that lies outside its {zone}")


def _last_capture(captures: Any) -> dt.datetime | None:
    times = []
    for capture in captures:
        try:
            time = dt.datetime.fromisoformat(capture.get("captured_at") or "")
        except ValueError:
            continue
        if time.tzinfo is not None:
            times.append(time.astimezone(dt.UTC))
    return max(times, default=None)


def _meant(name: str) -> str:
    """The field that queries know under this name: a headline is a title."""
    field = find_field(name)
    own = next((known for known in (field.name, field.facet) if known in _NAMES), None) if field else None
    return f": is {_shown(own)} meant?" if own else ""


def _nearest(name: str, known: Any) -> str:
    near = difflib.get_close_matches(name[:_MAX_NAME].lower(), known, n=1)
    return f": is {_shown(near[0])} meant?" if near else f"; a document has {', '.join(known)}"


def _shown(text: str) -> str:
    return f'"{text[:60]}…"' if len(text) > 60 else f'"{text}"'  # noqa: PLR2004 - as much as a line of output bears
