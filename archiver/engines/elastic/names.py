"""What the index calls the forms of each field; mappings/articles.json defines them."""

from archiver.engines.compile import FIRST, FOLDED, LAST, PAIRS, TERMS, VALUE, WRITTEN
from archiver.fields import DATE, KEYWORD, Field

HAS = "has"  # names of the fields that the article has a value of
TITLE_KEY = "title_key"  # the whole headline, folded
TITLE_ORDER = "title_order"  # what headlines are sorted by
DOCUMENT = "document"  # the whole document; not indexed
ID = "id"
LOG = "log"  # the id of the log that it comes from

_SUFFIXES = {
    WRITTEN: ".written",
    FOLDED: "",
    PAIRS: "_bigrams",
    VALUE: "_value",
    FIRST: ".first",
    LAST: ".last",
    TERMS: "",
}


def name_of(field: Field, form: str) -> str:
    """The index's name of this form of a field."""
    if form == VALUE and field.kind == KEYWORD:
        return field.name
    if form not in _SUFFIXES:
        return counted(field, form)
    return field.name + _SUFFIXES[form]


def stems(field: Field, language: str) -> str:
    """The index's name of a field's stems in this language."""
    return f"{field.name}_{language}"


def spelling(field: Field) -> str:
    """The index's name of a counted field's values with the spelling that the article has."""
    return f"{field.name}_spelling"


def counted(field: Field, unit: str) -> str:
    """The index's name of the values that a field of dates is counted under by this unit, or by its precision."""
    return f"{field.name}.{unit}" if field.kind == DATE else f"{field.name}_{unit}"
