"""From a document to what is written of it: the tokens and numbers of each index field, and the whole as JSON."""

from archiver.analysis import Forms, forms
from archiver.document import Document
from archiver.engines.content import (
    content,
    mentions,
    number,
    stated_minute,
    stated_range,
    stated_units,
    told_again,
)
from archiver.engines.embedded.keys import KEY_DIGESTS, id_head, id_tail, newest_key, oldest_key
from archiver.engines.embedded.schema import (
    COUNTED,
    FIRST,
    FOLDED,
    HAS,
    ID,
    ID_HEAD,
    ID_TAIL,
    KEY,
    LAST,
    MOST,
    NEWEST,
    OLDEST,
    PAIRS,
    SOURCE,
    SPELLING,
    STEMS,
    TERMS,
    TITLE_KEY,
    TITLE_ORDER,
    VALUE,
    VERSION,
    WRITTEN,
)
from archiver.engines.values import FILLER, NAME_FORMS, encoded, spellings, title_key, title_order
from archiver.fields import BAG, DATE, NAMES, NUMBER, PERIODS, STEMMED_LANGUAGES, TEXT, Field

Entry = dict[str, list[str] | list[int] | bytes]
"""Index field → its values; `source` alone is bytes."""


def build_entry(document: Document, version: int, fields: tuple[Field, ...]) -> Entry:
    """What is written of the document by this field table.

    Raises ValueError for a date that isn't one. What UTF-8 can't hold (lone surrogates) is replaced by U+FFFD.
    """
    document, source = encoded(document)
    entry: Entry = {}
    has: list[str] = []
    for field in fields:
        if field.kind == BAG:
            continue  # what is searched of the others, which come first
        if field.kind == DATE:
            present = _add_date(entry, field, document)
        elif field.kind == PERIODS:
            present = _add_periods(entry, field, document)
        elif field.kind == NUMBER:
            present = _add_number(entry, field, document)
        else:
            present = _add_words(entry, field, document)
        if present:
            has.append(field.name)
    for field in fields:
        if field.kind == BAG:
            _add_bag(entry, field, document, fields)
    entry[HAS] = has
    _add_order(entry, document, version)
    entry[SOURCE] = source
    return entry


def _add_words(entry: Entry, field: Field, document: Document) -> bool:
    found = content(document, field.name)
    if not found.texts:
        if field.kind in (TEXT, NAMES):
            entry[field.name + WRITTEN] = entry[field.name + FOLDED] = [FILLER]
        if field.kind == TEXT:
            entry[field.name + PAIRS] = [FILLER]
            if document.language in STEMMED_LANGUAGES:
                entry[field.name + STEMS] = [f"{document.language}:{FILLER}"]
        return False
    if field.kind == TEXT:
        _add_text(entry, field.name, found.texts, document.language)
        return True
    if field.kind == NAMES:
        names = [NAME_FORMS[text] for text in found.texts]
        entry[field.name + WRITTEN] = [name.written for name in names]
        entry[field.name + FOLDED] = [name.folded for name in names]
    values = spellings(found.values)
    entry[field.name + VALUE] = list(values)
    if field.facet:
        digests = [KEY_DIGESTS[folded] for folded in values]
        entry[field.name + KEY] = digests
        entry[field.name + SPELLING] = [
            f"{digest:016x}{value}" for digest, value in zip(digests, values.values(), strict=True)
        ]
    return True


def _add_text(entry: Entry, name: str, texts: tuple[str, ...], language: str | None) -> None:
    found = [forms(text, language) for text in texts]
    entry[name + WRITTEN] = [each.written for each in found]
    entry[name + FOLDED] = [each.folded for each in found]
    if stems := _tagged(found, language):
        entry[name + STEMS] = stems
    entry[name + PAIRS] = [" ".join(each.pairs) for each in found if each.pairs] or [FILLER]


def _add_bag(entry: Entry, field: Field, document: Document, fields: tuple[Field, ...]) -> None:
    """The words of all fields that bare words search, and of what tells the story once more."""
    again = [forms(text, document.language) for text in told_again(document, fields)]
    found: dict[str, list[str]] = {
        FOLDED: [each.folded for each in again],
        STEMS: _tagged(again, document.language),
        PAIRS: [" ".join(each.pairs) for each in again if each.pairs],
    }
    searched = [other.name for other in fields if other.weight > 0]
    for form, words in found.items():
        for name in searched:
            words.extend(entry.get(name + form, ()))  # type: ignore[arg-type]  # all of these are texts
        if words:
            entry[field.name + form] = words


def _tagged(found: list[Forms], language: str | None) -> list[str]:
    """The stems of each text with the language before each; one join writes them all."""
    return [f"{language}:" + f" {language}:".join(each.stemmed) for each in found if each.stemmed]


def _add_date(entry: Entry, field: Field, document: Document) -> bool:
    stated = document.published if field.name == "published" else None
    days = stated_range(stated)
    if days is None:
        return False
    first, last = days
    entry[field.name + FIRST] = [first.toordinal()]
    entry[field.name + LAST] = [last.toordinal()]
    for unit, value in stated_units(stated).items():
        entry[field.name + COUNTED[unit]] = [value]
    return True


def _add_periods(entry: Entry, field: Field, document: Document) -> bool:
    found = mentions(document)
    if not found.terms:
        return False
    entry[field.name + TERMS] = list(found.terms)
    for unit, values in found.counted.items():
        entry[field.name + COUNTED[unit]] = sorted(values)
    return True


def _add_number(entry: Entry, field: Field, document: Document) -> bool:
    found = number(document, field.name)
    entry[field.name + MOST] = [newest_key(found, id_head(document.id))]
    if found is None:
        return False
    entry[field.name] = [found]
    return True


def _add_order(entry: Entry, document: Document, version: int) -> None:
    head, tail, minute = id_head(document.id), id_tail(document.id), stated_minute(document.published)
    title = title_key(document)
    entry[ID] = [document.id]
    entry[ID_HEAD] = [head]
    if tail is not None:
        entry[ID_TAIL] = [tail]
    entry[VERSION] = [version]
    entry[NEWEST] = [newest_key(minute, head)]
    entry[OLDEST] = [oldest_key(minute, head)]
    entry[TITLE_ORDER] = [title_order(document)]
    if title:
        entry[TITLE_KEY] = [title]
