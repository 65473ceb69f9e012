"""Documents that were given as fields: what is given is kept, what is absent is derived from it."""

from typing import Any

import msgspec

from archiver.document import Document
from archiver.errors import NotAnArticleError
from archiver.normalise import clean, markup


class Given(msgspec.Struct, frozen=True):
    """The fields that a line gives, by name, converted and checked, and the document that they make so far."""

    names: frozenset[str]
    document: Document


def read(payload: bytes, *, key: str, document_id: str) -> Given:
    """The document of the payload's fields; `text` is made from `body`, or `body` from `text`, where one is absent.

    NotAnArticleError if the payload isn't such a document: sources check what they take, so only a damaged one gets here.
    """
    try:
        raw = msgspec.json.decode(payload)
        fields: dict[str, Any] = {name: value for name, value in raw.items() if value not in (None, "", [])}
    except (msgspec.DecodeError, UnicodeDecodeError, AttributeError, RecursionError) as error:
        raise NotAnArticleError(f"The record isn't a document's JSON ({error}). Add its line again.") from error
    touched = _clean(fields)
    fields |= {"id": document_id, "key": key, "captures": ()}
    if "body" in fields and "text" not in fields:
        page, _ = markup.read(fields["body"])
        fields["text"] = "\n\n".join(line.text for line in page)
        touched.discard("text")
    elif "text" in fields and "body" not in fields:
        fields["body"] = "\n\n".join(
            markup.escape(part.strip()) for part in fields["text"].split("\n\n") if part.strip()
        )
    try:
        document = msgspec.convert(fields, Document)
    except msgspec.ValidationError as error:
        raise NotAnArticleError(f"The record isn't a document's JSON ({error}). Add its line again.") from error
    return Given(names=frozenset(fields), document=_unspanned(document, touched))


def _clean(fields: dict[str, Any]) -> set[str]:
    """Rid all texts of control characters, in place; the names of the fields that this changed."""
    touched = set()
    for name, value in fields.items():
        cleaned = _cleaned(value)
        if cleaned != value:
            touched.add(name)
            fields[name] = cleaned
    return touched


def _cleaned(value: Any, depth: int = 0) -> Any:
    """The value with its texts made plain; records nest three deep, what is deeper is refused by their types."""
    if isinstance(value, str):
        return clean.plain(value)
    if isinstance(value, list) and depth < 5:  # noqa: PLR2004
        return [_cleaned(item, depth + 1) for item in value]
    if isinstance(value, dict) and depth < 5:  # noqa: PLR2004
        return {name: _cleaned(item, depth + 1) for name, item in value.items()}
    return value


def _unspanned(document: Document, touched: set[str]) -> Document:
    """The document without the places in zones whose text had to be changed: they would point beside their words."""
    zones = {
        zone for zone, name in (("title", "title"), ("standfirst", "standfirst"), ("body", "text")) if name in touched
    }
    if not zones:
        return document
    changes: dict[str, Any] = {"mentioned": tuple(date for date in document.mentioned if date.zone not in zones)}
    for name in ("people", "organisations", "places"):
        changes[name] = tuple(
            msgspec.structs.replace(
                entity, mentions=tuple(place for place in entity.mentions if place.zone not in zones)
            )
            for entity in getattr(document, name)
        )
    return msgspec.structs.replace(document, **changes)
