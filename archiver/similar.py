"""How `Archive` finds the articles most like one: which of its words tell is asked of the index first."""

from archiver.errors import NoArchiveError
from archiver.query.similar import candidates, like, telling
from archiver.query.tree import EVERYTHING, Group, Query, Word
from archiver.results import Page, Similar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archiver.document import Document
    from archiver.engine import Reader
    from archiver.query.tree import Node


def find_similar(reader: "Reader", document: "Document", *, limit: int, offset: int = 0) -> Similar:
    """The articles most like this one. Raises NoArchiveError where it has no words to compare."""
    found = candidates(document)
    if not found:
        raise NoArchiveError(f"Article {document.id} has no text: there are no words by which others could be like it.")
    # A word's rarity is that in its language: in an archive of many, `la` would be rare.
    alike: Node = Word(document.language, "language") if document.language else EVERYTHING
    documents, *counts = reader.counts([alike, *(Group("and", (Word(each.word), alike)) for each in found)])
    words = telling(found, counts, documents)
    if not words:
        return Similar(document.id, document.title, (), Page("", 0, 0.0, (), {}))
    page = reader.search(Query(like(words, document.id), limit=limit, offset=offset))
    return Similar(document.id, document.title, tuple(each.word for each, _ in words), page)
