"""Export: what a search finds, all of it, in files that other programs read. A small module a format."""

from archiver.export.asked import in_words
from archiver.export.exporting import export
from archiver.export.formats import FORMATS, Format, find_format, format_of
from archiver.export.job import Exported

__all__ = ["FORMATS", "Exported", "Format", "export", "find_format", "format_of", "in_words"]
