"""The log: every capture byte for byte in WARC files, and a catalogue that says where each stands.

It is append-only and the truth; everything else of an archive can be made again from it.
"""

from archiver.log.catalogue import Counts, Event, Head
from archiver.log.records import Entry
from archiver.log.store import Appended, Log

__all__ = ["Appended", "Counts", "Entry", "Event", "Head", "Log"]
