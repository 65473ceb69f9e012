"""Every error that the archive raises on purpose: one root, one class a kind.

A message says what is wrong, where, and what to do next; the command line prints it as it is.
"""


class ArchiveError(Exception):
    """The root of all errors of this package; the command line exits with 1 for it."""


class UsageError(ArchiveError):
    """The caller asked for something that can't be asked like that; the command line exits with 2 for it."""


class QueryError(UsageError):
    """A query that can't be read or answered as it is written.

    `query` is the text as it was given, `position` the offset in code points of the character that the message speaks
    of, from 0 to `len(query)`; None where no single place is at fault.
    """

    def __init__(self, message: str, query: str = "", position: int | None = None) -> None:
        super().__init__(message)
        self.query = query
        self.position = position


class SettingsError(UsageError):
    """A flag, an environment variable or the settings file holds a value that can't be used."""


class SourceError(ArchiveError):
    """Something that was to be added can't be read, fetched or understood; what was given beside it is not touched."""


class NotAnArticleError(ArchiveError):
    """A capture in which the normaliser finds nothing to index: no title and no text."""


class InexpressibleError(ArchiveError):
    """A document that a format can't hold; it is left out of an export, and the others are written."""


class LogError(ArchiveError):
    """The log can't be read or written, or isn't one."""


class DamagedLogError(LogError):
    """Bytes of the log aren't what was written."""


class LockedError(ArchiveError):
    """Another process writes to the same archive and did not finish within the time allowed."""


class IndexingError(ArchiveError):
    """A generation can't be built, written, read or switched to."""


class UnreachableError(IndexingError):
    """The server that holds the index can't be reached, or can't do what is asked now; it may later."""


class NoArchiveError(ArchiveError):
    """The folder isn't an archive, or holds nothing that could be searched yet."""
