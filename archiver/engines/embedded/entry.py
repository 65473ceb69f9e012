"""From a document to what is written of it: the tokens and numbers of each index field, and the whole as JSON."""

import datetime as dt
import zlib

import msgspec

from archiver.analysis import MAX_KEY, bigrams, fold_all, key, stem_all, tokens, value_key
from archiver.document import Document, encode
from archiver.engines.content import content, stated_minute, stated_range
from archiver.engines.embedded.keys import id_head, id_tail, newest_key, oldest_key
from archiver.engines.embedded.schema import (
    FIRST,
    FOLDED,
    HAS,
    ID,
    ID_HEAD,
    ID_TAIL,
    LAST,
    MONTH,
    NEWEST,
    OLDEST,
    PAIRS,
    SEPARATOR,
    SOURCE,
    SPELLING,
    STEMS,
    TERMS,
    TITLE_KEY,
    TITLE_ORDER,
    VALUE,
    VERSION,
    WRITTEN,
    YEAR,
)
from archiver.fields import DATE, NAMES, PERIODS, STEMMED_LANGUAGES, TEXT, Field
from archiver.periods import mention_terms, years

Entry = dict[str, list[str] | list[int] | bytes]
"""Index field → its values; `source` alone is bytes."""

_MAX_ORDER = 200  # code points of a title that decide its place among the others; the id decides after that
_AFTER_ALL_TITLES = "\U0010ffff"


def build_entry(document: Document, version: int, fields: tuple[Field, ...]) -> Entry:
    """What is written of the document by this field table.

    Raises ValueError for a date that isn't one. What UTF-8 can't hold (lone surrogates) is replaced by U+FFFD.
    """
    try:
        source = encode(document)
    except UnicodeEncodeError:
        document = _without_surrogates(document)
        source = encode(document)
    entry: Entry = {}
    has: list[str] = []
    for field in fields:
        if field.kind == DATE:
            present = _add_date(entry, field, document)
        elif field.kind == PERIODS:
            present = _add_periods(entry, field, document)
        else:
            present = _add_words(entry, field, document)
        if present:
            has.append(field.name)
    entry[HAS] = has
    _add_order(entry, document, version)
    entry[SOURCE] = zlib.compress(source, 1)
    return entry


def _add_words(entry: Entry, field: Field, document: Document) -> bool:
    found = content(document, field.name)
    if field.kind in (TEXT, NAMES):
        forms: dict[str, list[str]] = {WRITTEN: [], FOLDED: []}
        for text in found.texts:
            words = tokens(text)
            forms[WRITTEN].append(" ".join(words))
            forms[FOLDED].append(" ".join(fold_all(words)))
            if field.kind == TEXT:
                _add_text_forms(forms, text, words, document.language)
        entry.update((field.name + form, values) for form, values in forms.items())
    if field.kind != TEXT:
        keys = {value_key(value): " ".join(value.split())[:MAX_KEY] for value in reversed(found.values)}
        entry[field.name + VALUE] = list(keys)
        if field.facet:
            entry[field.name + SPELLING] = [f"{folded}{SEPARATOR}{value}" for folded, value in keys.items()]
    return bool(found.texts)


def _add_text_forms(forms: dict[str, list[str]], text: str, words: list[str], language: str | None) -> None:
    if language in STEMMED_LANGUAGES:
        # One join writes the language before each stem.
        forms.setdefault(STEMS, []).append(f"{language}:" + f" {language}:".join(stem_all(words, language)))
    if pairs := bigrams(text):
        forms.setdefault(PAIRS, []).append(" ".join(pairs))


def _add_date(entry: Entry, field: Field, document: Document) -> bool:
    days = stated_range(document.published if field.name == "published" else None)
    if days is None:
        return False
    first, last = days
    entry[field.name + FIRST] = [first.toordinal()]
    entry[field.name + LAST] = [last.toordinal()]
    entry[field.name + YEAR] = [first.year]
    if (first.year, first.month) == (last.year, last.month):
        entry[field.name + MONTH] = [first.year * 12 + first.month - 1]
    return True


def _add_periods(entry: Entry, field: Field, document: Document) -> bool:
    mentions = [
        (dt.date.fromisoformat(mention.start), dt.date.fromisoformat(mention.end), mention.precision)
        for mention in document.mentioned
    ]
    entry[field.name + TERMS] = sorted(mention_terms((first, last) for first, last, _ in mentions))
    entry[field.name + YEAR] = sorted({year for mention in mentions for year in years(*mention)})
    return bool(mentions)


def _add_order(entry: Entry, document: Document, version: int) -> None:
    head, tail, minute = id_head(document.id), id_tail(document.id), stated_minute(document.published)
    title = key(document.title or "")
    entry[ID] = [document.id]
    entry[ID_HEAD] = [head]
    if tail is not None:
        entry[ID_TAIL] = [tail]
    entry[VERSION] = [version]
    entry[NEWEST] = [newest_key(minute, head)]
    entry[OLDEST] = [oldest_key(minute, head)]
    entry[TITLE_ORDER] = [f"{title[:_MAX_ORDER] or _AFTER_ALL_TITLES}{SEPARATOR}{document.id}"]
    if title:
        entry[TITLE_KEY] = [title]


def _without_surrogates(document: Document) -> Document:
    def clean(value: object) -> object:
        if isinstance(value, str):
            return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if isinstance(value, dict):
            return {name: clean(part) for name, part in value.items()}
        if isinstance(value, (list, tuple)):
            return [clean(part) for part in value]
        return value

    return msgspec.convert(clean(msgspec.to_builtins(document)), Document)
