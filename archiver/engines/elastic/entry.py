"""From a document to what Elasticsearch is sent of it: the texts that its analysers read, the values that are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from archiver.analysis import bigrams
from archiver.engines.compile import PAIRS, VALUE
from archiver.engines.content import (
    content,
    mentions,
    number,
    stated_minute,
    stated_range,
    stated_units,
    told_again,
)
from archiver.engines.elastic.names import (
    DOCUMENT,
    HAS,
    ID,
    LOG,
    TITLE_KEY,
    TITLE_ORDER,
    counted,
    name_of,
    spelling,
    stems,
)
from archiver.engines.values import FILLER, SEPARATOR, encoded, spellings, title_key, title_order
from archiver.fields import BAG, DATE, NAMES, NUMBER, PERIODS, TEXT, Field
from archiver.tokens import composed, is_plain

if TYPE_CHECKING:
    from collections.abc import Container

    from archiver.document import Document

_encoder = msgspec.json.Encoder()


class Entry(msgspec.Struct, frozen=True):
    """What is sent of one document, as JSON; whether it holds text in pairs (Chinese, Japanese, Korean)."""

    body: bytes
    has_pairs: bool


def build_entry(document: Document, fields: tuple[Field, ...], languages: Container[str], log: str = "") -> Entry:
    """What is sent of the document, from this log, by this field table, to an index that stems these languages.

    Raises ValueError for a date that isn't one. What UTF-8 can't hold (lone surrogates) is replaced by U+FFFD.
    """
    document, whole = encoded(document)
    entry: dict[str, Any] = {}
    stemmed = document.language if document.language in languages else None
    has = []
    for field in fields:
        if field.kind == BAG:
            _add_bag(entry, field, document, stemmed, fields)
        elif _ADD.get(field.kind, _add_words)(entry, field, document, stemmed):
            has.append(field.name)
    entry[HAS] = has
    entry[ID] = document.id
    if log:
        entry[LOG] = log
    entry[TITLE_ORDER] = title_order(document)
    if title := title_key(document):
        entry[TITLE_KEY] = title
    # The document is JSON already: it isn't taken apart only to be written again.
    body = b'{"%s":%b,%b' % (DOCUMENT.encode(), whole, _encoder.encode(entry)[1:])
    return Entry(body, any(entry[name] != FILLER for name in entry if name.endswith(_PAIRS)))


_PAIRS = name_of(Field("", TEXT), PAIRS)


def _add_words(entry: dict[str, Any], field: Field, document: Document, stemmed: str | None) -> bool:
    found = content(document, field.name)
    if not found.texts:
        if field.kind in (TEXT, NAMES):
            entry[field.name] = FILLER
        if field.kind == TEXT:
            entry[name_of(field, PAIRS)] = FILLER
            if stemmed:
                entry[stems(field, stemmed)] = FILLER
        return False
    if field.kind in (TEXT, NAMES):
        entry[field.name] = _one_or_all([text if is_plain(text) else composed(text) for text in found.texts])
    if field.kind == TEXT:
        _add_forms(entry, field, found.texts, stemmed)
        return True
    values = spellings(found.values)
    entry[name_of(field, VALUE)] = list(values)
    if field.facet:
        entry[spelling(field)] = [f"{key}{SEPARATOR}{value}" for key, value in values.items()]
    return True


def _add_forms(entry: dict[str, Any], field: Field, texts: tuple[str, ...], stemmed: str | None) -> None:
    if stemmed:
        entry[stems(field, stemmed)] = entry[field.name]
    entry[name_of(field, PAIRS)] = [" ".join(found) for text in texts if (found := bigrams(text))] or FILLER


def _add_date(entry: dict[str, Any], field: Field, document: Document, _: str | None) -> bool:
    stated = document.published if field.name == "published" else None
    days = stated_range(stated)
    if days is None:
        return False
    first, last = days
    dates: dict[str, Any] = {"first": first.isoformat(), "last": last.isoformat(), **stated_units(stated)}
    entry[field.name] = {**dates, "minute": stated_minute(stated)}
    return True


def _add_periods(entry: dict[str, Any], field: Field, document: Document, _: str | None) -> bool:
    found = mentions(document)
    if not found.terms:
        return False
    entry[field.name] = sorted(found.terms)
    for unit, values in found.counted.items():
        entry[counted(field, unit)] = sorted(values)
    return True


def _add_number(entry: dict[str, Any], field: Field, document: Document, _: str | None) -> bool:
    found = number(document, field.name)
    if found is not None:
        entry[field.name] = found
    return found is not None


def _add_bag(
    entry: dict[str, Any], field: Field, document: Document, stemmed: str | None, fields: tuple[Field, ...]
) -> None:
    """What tells the story once more; the mapping copies the fields that bare words search there by itself."""
    again = [text if is_plain(text) else composed(text) for text in told_again(document, fields)]
    if again:
        entry[field.name] = again
        if stemmed:
            entry[stems(field, stemmed)] = again
        if pairs := [" ".join(found) for text in again if (found := bigrams(text))]:
            entry[name_of(field, PAIRS)] = pairs


_ADD = {DATE: _add_date, PERIODS: _add_periods, NUMBER: _add_number}


def _one_or_all(texts: list[str]) -> str | list[str]:
    return texts[0] if len(texts) == 1 else texts
