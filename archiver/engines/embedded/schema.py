"""The index fields that a row of the field table becomes, and how the library reads them.

Every text is given as tokens joined by spaces, so the library's only analysis is to split at spaces; whole values
aren't split at all.
"""

import tantivy

from archiver.facets import UNITS
from archiver.fields import BAG, DATE, KEYWORD, NAMES, NUMBER, PERIODS, TEXT, Field

WRITTEN = "_written"  # tokens as written
FOLDED = "_folded"  # folded tokens
STEMS = "_stems"  # stems as `en:mill`, so that one language's stems are never another's words
PAIRS = "_pairs"  # Chinese, Japanese and Korean characters in pairs
VALUE = "_value"  # whole values, folded
KEY = "_key"  # digests of the folded values, by which they are counted: naming many values of a column of texts takes long
SPELLING = "_spelling"  # a folded value's digest in hex, then the value as the document has it
COUNTED = {"year": "_year", "month": "_month", "day": "_day", "decade": "_decade", "precision": "_precision"}
"""The values that dates are counted under, by unit: `2025`, `2025-09`, `1970s`; and `day` for a date known to the day."""
FIRST = "_first"  # the day, as its ordinal: day 1 is 0001-01-01
LAST = "_last"
TERMS = "_terms"  # see archiver.periods
MOST = "_most"  # a unique key that is highest for the greatest number

ID = "id"  # exactly as it is, for finding and replacing a document
ID_HEAD = "id_head"  # the id's first 16 hex digits as a number
ID_TAIL = "id_tail"  # the other four, where an id is 20 hex digits
VERSION = "version"
NEWEST = "newest"  # unique keys that put the newest (highest first) or the oldest (lowest first) in front; see `keys`
OLDEST = "oldest"
TITLE_ORDER = "title_order"
TITLE_KEY = "title_key"
HAS = "has"  # names of the fields that the document has a value of
SOURCE = "source"  # the whole document as JSON, which the library compresses

_SPLIT = "spaces"
_WHOLE = "raw"


def build(fields: tuple[Field, ...]) -> tantivy.Schema:
    """The index schema of this field table."""
    builder = tantivy.SchemaBuilder()
    for field in fields:
        _ADD[field.kind](builder, field)
    for name in (ID_HEAD, ID_TAIL, VERSION, NEWEST, OLDEST):
        builder.add_unsigned_field(name, fast=True)
    builder.add_text_field(TITLE_ORDER, fast=True, tokenizer_name=_WHOLE, index_option="basic")
    builder.add_text_field(ID, tokenizer_name=_WHOLE, index_option="basic")
    builder.add_text_field(TITLE_KEY, tokenizer_name=_WHOLE, index_option="basic")
    builder.add_text_field(HAS, fast=True, tokenizer_name=_WHOLE, index_option="basic")
    builder.add_bytes_field(SOURCE, stored=True)
    return builder.build()


def register(index: tantivy.Index) -> None:
    """Name the analysis on this index: the library forgets it whenever an index is closed."""
    splitter = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(_SPLIT, splitter)


def _text(builder: tantivy.SchemaBuilder, field: Field) -> None:
    for form in (WRITTEN, FOLDED, PAIRS):
        builder.add_text_field(field.name + form, tokenizer_name=_SPLIT, index_option="position")
    # Phrases are of folded words, so stems need no positions.
    builder.add_text_field(field.name + STEMS, tokenizer_name=_SPLIT, index_option="freq")


def _names(builder: tantivy.SchemaBuilder, field: Field) -> None:
    for form in (WRITTEN, FOLDED):
        builder.add_text_field(field.name + form, tokenizer_name=_SPLIT, index_option="position")
    _keyword(builder, field)


def _keyword(builder: tantivy.SchemaBuilder, field: Field) -> None:
    builder.add_text_field(field.name + VALUE, tokenizer_name=_WHOLE, index_option="basic")
    if field.facet:
        builder.add_unsigned_field(field.name + KEY, indexed=False, fast=True)
        builder.add_text_field(field.name + SPELLING, tokenizer_name=_WHOLE, index_option="basic")


def _date(builder: tantivy.SchemaBuilder, field: Field) -> None:
    for form in (FIRST, LAST):
        builder.add_unsigned_field(field.name + form, indexed=True, fast=True)
    _counted(builder, field, (*UNITS["published"], "precision"))


def _periods(builder: tantivy.SchemaBuilder, field: Field) -> None:
    builder.add_text_field(field.name + TERMS, tokenizer_name=_WHOLE, index_option="basic")
    _counted(builder, field, UNITS["mentioned"])


def _counted(builder: tantivy.SchemaBuilder, field: Field, units: tuple[str, ...]) -> None:
    for unit in units:
        builder.add_text_field(field.name + COUNTED[unit], fast=True, tokenizer_name=_WHOLE, index_option="basic")


def _number(builder: tantivy.SchemaBuilder, field: Field) -> None:
    builder.add_unsigned_field(field.name, indexed=True, fast=True)
    builder.add_unsigned_field(field.name + MOST, fast=True)


def _bag(builder: tantivy.SchemaBuilder, field: Field) -> None:
    for form in (FOLDED, STEMS, PAIRS):
        builder.add_text_field(field.name + form, tokenizer_name=_SPLIT, index_option="freq")


_ADD = {BAG: _bag, TEXT: _text, NAMES: _names, KEYWORD: _keyword, DATE: _date, PERIODS: _periods, NUMBER: _number}
