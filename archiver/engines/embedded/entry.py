"""From a document to what is written of it: the tokens and numbers of each index field, and the whole as JSON."""

import datetime as dt
import functools
from typing import NamedTuple

import msgspec

from archiver.analysis import MAX_KEY, fold_all, forms, key, tokens, value_key
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
from archiver.fields import DATE, NAMES, PERIODS, TEXT, Field
from archiver.periods import mention_terms, years

Entry = dict[str, list[str] | list[int] | bytes]
"""Index field → its values; `source` alone is bytes."""

_MAX_NAMES = 50_000  # names whose forms are remembered, about 20 MB
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
    entry[SOURCE] = source
    return entry


def _add_words(entry: Entry, field: Field, document: Document) -> bool:
    found = content(document, field.name)
    if not found.texts:
        return False
    if field.kind == TEXT:
        _add_text(entry, field.name, found.texts, document.language)
        return True
    if field.kind == NAMES:
        names = [_NAMES[text] for text in found.texts]
        entry[field.name + WRITTEN] = [name.written for name in names]
        entry[field.name + FOLDED] = [name.folded for name in names]
    # Of several spellings of one value within an article the first is kept.
    values = {name.key: name.value for name in map(_NAMES.__getitem__, reversed(found.values))}
    entry[field.name + VALUE] = list(values)
    if field.facet:
        entry[field.name + SPELLING] = [f"{folded}{SEPARATOR}{value}" for folded, value in values.items()]
    return True


def _add_text(entry: Entry, name: str, texts: tuple[str, ...], language: str | None) -> None:
    found = [forms(text, language) for text in texts]
    entry[name + WRITTEN] = [each.written for each in found]
    entry[name + FOLDED] = [each.folded for each in found]
    # One join writes the language before each stem.
    if stems := [f"{language}:" + f" {language}:".join(each.stemmed) for each in found if each.stemmed]:
        entry[name + STEMS] = stems
    if pairs := [" ".join(each.pairs) for each in found if each.pairs]:
        entry[name + PAIRS] = pairs


class _Name(NamedTuple):
    """The forms of a name, or of another short value: its tokens, its key, and itself with single spaces."""

    written: str
    folded: str
    key: str
    value: str


class _Names(dict[str, _Name]):
    """The forms of the names met so far: the same names come again and again."""

    def __missing__(self, text: str) -> _Name:
        if len(self) >= _MAX_NAMES:
            self.clear()
        words = tokens(text)
        folded = " ".join(fold_all(words))
        name = self[text] = _Name(" ".join(words), folded, value_key(text), " ".join(text.split())[:MAX_KEY])
        return name


_NAMES = _Names()


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
    found = [_mention(mention.start, mention.end, mention.precision) for mention in document.mentioned]
    if not found:
        return False
    entry[field.name + TERMS] = list(frozenset().union(*(terms for terms, _ in found)))
    if counted := {year for _, mentioned in found for year in mentioned}:
        entry[field.name + YEAR] = list(counted)
    return True


@functools.lru_cache(maxsize=10_000)
def _mention(start: str, end: str, precision: str) -> tuple[frozenset[str], range]:
    """The terms of one mention, and the years that it counts for."""
    first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    return mention_terms(first, last), years(first, last, precision)


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
