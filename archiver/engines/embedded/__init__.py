"""The embedded engine: a folder of generations, each an index of the library tantivy. Nothing else imports tantivy."""

from archiver.engines.embedded.engine import EmbeddedEngine
from archiver.engines.embedded.layout import schema_digest

__all__ = ["EmbeddedEngine", "schema_digest"]
