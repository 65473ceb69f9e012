"""The forms in which names and other short values are compared, counted and shown, the same for every engine."""

from archiver.analysis import MAX_KEY, fold_all, key, tokens, value_key
from archiver.errors import QueryError
from archiver.fields import Field, find_field
from archiver.query.tree import SORTS
from archiver.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archiver.document import Document

SEPARATOR = "\x1f"

FILLER = "\U00010600"
"""The one word of each field that an article lacks, so that all articles have all fields: Lucene takes a word's rarity, and
the length of a text, among the articles that have the field, tantivy among all. A sign of Linear A, which is a letter for
every analyser, and which nobody can read."""

_MAX_NAMES = 50_000  # names whose forms are remembered, about 20 MB
_MAX_ORDER = 200  # code points of a title that decide its place among the others; the id decides after that
_AFTER_ALL_TITLES = "\U0010ffff"


class Name(NamedTuple):
    """The forms of a name, or of another short value: its tokens, its key, and itself with single spaces."""

    written: str
    folded: str
    key: str
    value: str


class _Names(dict[str, Name]):
    """The forms of the names met so far: the same names come again and again."""

    def __missing__(self, text: str) -> Name:
        if len(self) >= _MAX_NAMES:
            self.clear()
        words = tokens(text)
        value = " ".join(text.split())[:MAX_KEY]
        name = self[text] = Name(" ".join(words), " ".join(fold_all(words)), value_key(value), value)
        return name


NAME_FORMS = _Names()
"""The forms of any name, made when they are first asked for."""


def spellings(values: tuple[str, ...]) -> dict[str, str]:
    """Each value's key and its spelling: of several spellings of one value within an article the first is kept."""
    return {name.key: name.value for name in map(NAME_FORMS.__getitem__, reversed(values))}


def title_key(document: "Document") -> str:
    """The whole headline, folded, for comparing; empty where there is none."""
    return key(document.title or "")


def title_order(document: "Document") -> str:
    """What articles are sorted by headline by: unique, and those without a headline come last."""
    return f"{title_key(document)[:_MAX_ORDER] or _AFTER_ALL_TITLES}{SEPARATOR}{document.id}"


def best_spelling(rows: list[tuple[str, int]]) -> str:
    """Of the spellings of one value, with how many articles have each, the one that is shown.

    It is what most have; of equally frequent ones rather not the one in capitals.
    """
    return min(rows, key=lambda row: (-row[1], row[0].isupper(), row[0]))[0]


def encoded(document: "Document") -> "tuple[Document, bytes]":
    """The document as JSON, and the document that this is: with U+FFFD for what UTF-8 can't hold (lone surrogates)."""
    from archiver.document import encode

    try:
        return document, encode(document)
    except UnicodeEncodeError:
        document = without_surrogates(document)
        return document, encode(document)


def without_surrogates(document: "Document") -> "Document":
    """The document with U+FFFD for what UTF-8 can't hold."""
    import msgspec

    from archiver.document import Document

    def clean(value: object) -> object:
        if isinstance(value, str):
            return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if isinstance(value, dict):
            return {name: clean(part) for name, part in value.items()}
        if isinstance(value, (list, tuple)):
            return [clean(part) for part in value]
        return value

    return msgspec.convert(clean(msgspec.to_builtins(document)), Document)


def check_sort(sort: str, fields: tuple[Field, ...]) -> None:
    """Raise QueryError for an order that this program doesn't know, or for which a generation lacks the field."""
    if sort not in SORTS:
        raise QueryError(f"Hits can't be sorted by “{sort}”, only by {', '.join(SORTS)}.")
    if sort == "words" and find_field(sort, fields) is None:
        raise QueryError("This index doesn't know how many words its articles have. Run “archive reindex”.")
